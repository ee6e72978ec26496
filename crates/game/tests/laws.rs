//! Laws of solutions, on random games.

mod random;

use demarche_game::{Number, backward, efg, number, strategic};
use num_traits::Zero;
use proptest::prelude::*;
use random::{Shape, game};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// What is written is read back as it was.
    #[test]
    fn efg_gives_the_game_back(seed in any::<u64>(), hidden in any::<bool>()) {
        let game = game(seed, Shape { players: 3, depth: 4, hidden });
        prop_assert_eq!(efg::read(&efg::write(&game)).unwrap(), game);
    }

    /// No player gains by doing something else at one node (one-shot deviation principle).
    #[test]
    fn nobody_gains_by_one_other_move(seed in any::<u64>()) {
        let game = game(seed, Shape { players: 3, depth: 5, hidden: false });
        let solution = backward::solve(&game).unwrap();
        for (id, node) in game.nodes.iter().enumerate() {
            if let Some(player) = game.player(id) {
                let paid = &game.paid(id)[player];
                for &child in &node.children {
                    prop_assert!(paid + &solution.values[child][player] <= solution.values[id][player]);
                }
            }
        }
        prop_assert_eq!(solution.reach(&game).into_values().fold(Number::zero(), |a, b| a + b), number("1").unwrap());
    }

    /// A player's payoffs doubled and raised change nothing but the payoffs.
    #[test]
    fn scale_does_not_matter(seed in any::<u64>(), hidden in any::<bool>()) {
        let game = game(seed, Shape { players: 2, depth: 3, hidden });
        let mut other = game.clone();
        for outcome in &mut other.outcomes {
            outcome.payoffs[0] = number("2").unwrap() * &outcome.payoffs[0];
        }
        let (a, b) = (backward::solve(&game).unwrap(), backward::solve(&other).unwrap());
        prop_assert_eq!(a.behaviour, b.behaviour);
        prop_assert_eq!(a.ties, b.ties);
    }

    /// What backward induction finds is an equilibrium of the table, too.
    #[test]
    fn subgame_perfect_is_an_equilibrium(seed in any::<u64>(), hidden in any::<bool>()) {
        let game = game(seed, Shape { players: 2, depth: 3, hidden });
        let solution = backward::solve(&game).unwrap();
        prop_assume!(solution.is_pure);
        let form = strategic::form(&game).unwrap();
        let one = number("1").unwrap();
        let fits = |s: &strategic::Strategy| s.iter().enumerate().all(|(i, a)| a.is_none_or(|a| solution.behaviour[i][a] == one));
        let profile: Option<Vec<usize>> = form.strategies.iter().map(|own| own.iter().position(fits)).collect();
        prop_assert!(strategic::pure(&form).contains(&profile.unwrap()));
    }

    /// Nothing that stands in a file makes the reader panic.
    #[test]
    fn reading_never_panics(text in "(EFG 2 R \"g\" \\{ \"A\" \"B\" \\} \"\"\n)?([cpt{}\",0-9/. \n-]|t \"\" 1 \"\" \\{ 1 2 \\}\n|p \"\" 1 1 \"\" \\{ \"a\" \"b\" \\} 0\n){0,40}") {
        let _ = efg::read(&text);
    }
}

/// The seeds of the fuzz target: games are read back as they were written and are solved or refused, the others are refused.
#[test]
fn fuzz_seeds_are_games_or_are_refused() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let (mut games, mut refused) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        match efg::read(&text) {
            Ok(game) => {
                games += 1;
                assert_eq!(efg::read(&efg::write(&game)).unwrap(), game);
                assert!(backward::solve(&game).is_ok(), "{text}");
            }
            Err(_) => refused += 1,
        }
    }
    assert_eq!((games, refused), (5, 3));
}
