//! How long 1,000 commitments take to close, and that the answer is right.
//!
//! ```text
//! cargo run --release -p demarche-scenario --example thousand
//! ```
//!
//! 100 chains of ten threats, each set off by what the one before makes due; every tenth condition names nobody, as readers
//! often find none; 300 members of alliances are known. One act sets off one chain and no other. Prints the median and the
//! best of 21 runs (on a machine with other work the best is nearer the truth): everything from the commitments to the finished outcome, nothing made ready before.

use demarche_act::{Act, World, parse};
use demarche_record::{CommitmentKind, Plover};
use demarche_scenario::run::Happens;
use demarche_scenario::{Assumed, Commitment, Model, run};
use std::time::Instant;

const CHAINS: usize = 100;
const LINKS: usize = 10;

/// Who acts in a link of a chain: no two links share an actor.
fn actor(chain: usize, link: usize) -> String {
    format!("A{chain:02}X{link:02}")
}

/// The act that sets off a link.
fn act(chain: usize, link: usize, world: &World) -> Act {
    let kind = ["SANCTION", "MOBILIZE", "COERCE"][link % 3];
    let text = format!("{} {kind} {} the port of pier {chain}", actor(chain, link), actor(chain, link + 1));
    parse(&text, world).expect("an act is well typed")
}

fn model(world: &World) -> Model {
    let threat = |n: usize| {
        let (chain, link) = (n / LINKS, n % LINKS);
        let mut condition = act(chain, link, world);
        if n % 10 == 9 {
            condition.actors.clear();
        }
        Commitment {
            id: format!("c{n:04}"),
            kind: CommitmentKind::Threat,
            by: vec![actor(chain, link + 1)],
            towards: vec![actor(chain, link)],
            r#if: Some(condition),
            then: Some(act(chain, link + 1, world)),
            what: None,
            options: Vec::new(),
            state: "open".to_owned(),
            sure: 1.0,
            citations: Vec::new(),
        }
    };
    Model::new((0..CHAINS * LINKS).map(threat).collect())
}

fn main() {
    let mut world = World::default();
    for (word, act) in [("attack", Plover::Assault), ("sanction", Plover::Sanction), ("port", Plover::Coerce)]
    {
        world.word(word, act);
    }
    world.part_of.extend((0..300).map(|n| (format!("M{n:03}"), format!("W{:02}", n / 10))));
    let model = model(&world);
    let first = act(42, 0, &world);
    let assumed = [Assumed { text: first.to_string(), act: first, of: None }];
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..21 {
        let start = Instant::now();
        let outcome = run(&model, &world, &assumed);
        times.push(start.elapsed().as_secs_f64() * 1e3);
        let fires = outcome.steps.iter().filter(|s| s.happens == Happens::Fires);
        let fires: Vec<&str> = fires.map(|s| s.commitment.as_str()).collect();
        let expected: Vec<String> = (0..LINKS).map(|link| format!("c{:04}", 42 * LINKS + link)).collect();
        assert_eq!(fires, expected, "one chain fires, link by link");
    }
    times.sort_by(f64::total_cmp);
    let (median, best) = (times[times.len() / 2], times[0]);
    println!(
        "{} commitments close in {median:.1} ms (median of {}; the best {best:.1})",
        CHAINS * LINKS,
        times.len()
    );
}
