//! How long the lexicons take to load: `cargo run --release -p demarche-lexicon --example load`.

use demarche_lexicon::Lexicon;
use std::time::Instant;

fn main() {
    for _ in 0..5 {
        let start = Instant::now();
        let lexicon = Lexicon::load();
        let known = lexicon.gazetteer.known.len() + lexicon.gazetteer.people.len();
        println!("{:.1} ms for {known} actors", start.elapsed().as_secs_f64() * 1e3);
    }
}
