//! Agreement with Gambit on games that we write and on 1,000 random ones, where pygambit is installed.
//!
//! `DEMARCHE_PYTHON` names a Python that has it (`pip install pygambit`); else `python3` is asked.

mod random;

use demarche_game::{Game, Number, backward, efg, mixed, strategic};
use num_traits::Zero;
use random::{Dice, Shape, game};
use serde_json::json;
use std::path::Path;
use std::process::Command;

const COMPARE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gambit/compare.py");

fn python() -> Option<String> {
    let python = std::env::var("DEMARCHE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python).args(["-c", "import pygambit"]).output();
    has.is_ok_and(|o| o.status.success()).then_some(python)
}

/// The game with its information sets named, beside our answers.
fn put(folder: &Path, name: &str, game: &Game) {
    let mut game = game.clone();
    game.infosets.iter_mut().enumerate().for_each(|(i, set)| set.name = format!("i{i}"));
    let text = |numbers: &[Number]| numbers.iter().map(Number::to_string).collect::<Vec<_>>();
    let shown = |payoffs: &[Number], strategies: &[Vec<Number>]| {
        let weights = strategies.iter().map(|s| {
            let mut weights: Vec<String> = s.iter().filter(|w| !w.is_zero()).map(Number::to_string).collect();
            weights.sort();
            weights.join(" ")
        });
        text(payoffs).into_iter().chain(weights).collect::<Vec<_>>()
    };
    let solution = backward::solve(&game).unwrap();
    let behaviour: serde_json::Map<String, serde_json::Value> = game
        .infosets
        .iter()
        .zip(&solution.behaviour)
        .map(|(set, b)| (set.name.clone(), json!(text(b))))
        .collect();
    let form = strategic::form(&game).unwrap();
    let sure = vec!["1".to_owned(); game.players.len()];
    let pure: Vec<Vec<String>> = strategic::pure(&form)
        .iter()
        .map(|p| text(&form.payoffs[form.index(p)]).into_iter().chain(sure.clone()).collect())
        .collect();
    let sizes: Vec<usize> = form.strategies.iter().map(Vec::len).collect();
    let small = sizes.len() == 2 && sizes.iter().all(|s| *s <= 5);
    let mixed = small.then(|| mixed::extreme(&form).unwrap());
    let mixed: Option<Vec<_>> =
        mixed.map(|all| all.iter().map(|e| shown(&e.payoffs, &e.strategies)).collect());
    let answers =
        json!({ "value": text(&solution.values[0]), "behaviour": behaviour, "pure": pure, "mixed": mixed });
    std::fs::write(folder.join(format!("{name}.json")), answers.to_string()).unwrap();
    std::fs::write(folder.join(format!("{name}.efg")), efg::write(&game)).unwrap();
}

/// Gambit looks at every profile of strategies: the few games of 10,000 to 50,000 would take three quarters of the test's
/// time. Others are drawn in their place.
const MOST_PROFILES: usize = 5_000;

fn draw(dice: &mut Dice, shape: Shape) -> Game {
    loop {
        let game = game(dice.roll(1 << 30) as u64, shape);
        let form = strategic::form(&game).unwrap();
        if form.strategies.iter().map(Vec::len).product::<usize>() <= MOST_PROFILES {
            return game;
        }
    }
}

#[test]
fn gambit_says_the_same_of_a_thousand_games() {
    let Some(python) = python() else {
        println!("skipped: no Python with pygambit (pip install pygambit; DEMARCHE_PYTHON names it)");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(2026);
    for k in 0..1000 {
        let players = 2 + k % 2;
        let shape = Shape { players, depth: 2 + dice.roll(2), hidden: k % 3 == 0 && players == 2 };
        put(folder.path(), &format!("g{k:04}"), &draw(&mut dice, shape));
    }
    let run = Command::new(python).arg(COMPARE).arg(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    println!("{said}{}", String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{said}");
    assert!(said.contains("1000 games compared"), "{said}");
}
