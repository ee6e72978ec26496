//! Any text is a game or an error, without a panic; what is read is written and read back as it was, and is solved or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(game) = demarche_game::efg::read(text) {
        assert_eq!(demarche_game::efg::read(&demarche_game::efg::write(&game)).unwrap(), game);
        if game.nodes.len() < 60 {
            let _ = demarche_game::backward::solve(&game);
        }
    }
});
