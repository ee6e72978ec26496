//! What holds of every model and every assumption.

mod common;

use common::{model, world};
use demarche_scenario::model::{Assumed, Commitment, Model, assume};
use demarche_scenario::run::Happens;
use demarche_scenario::{Outcome, graph, proof, run, show};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Acts over few actors and words, so that many meet, many contradict, and circles are common.
fn act() -> impl Strategy<Value = String> {
    let actors = ["AAA", "BBB", "NATO", "POL", "*"];
    let verbs = ["ASSAULT", "SANCTION", "RETREAT", "talk", "refuses to talk", "close the strait"];
    let targets = ["", " AAA", " BBB"];
    let pick = (0..actors.len(), 0..verbs.len(), 0..targets.len(), prop::bool::weighted(0.3));
    pick.prop_map(move |(a, v, t, not)| {
        let (head, tail) = verbs[v].split_once(' ').unwrap_or((verbs[v], ""));
        let not = if not { "not " } else { "" };
        format!("{not}{} {head}{} {tail}", actors[a], targets[t]).trim_end().to_owned()
    })
}

fn line() -> impl Strategy<Value = String> {
    let kinds = ["threat", "promise", "offer", "condition", "demand", "choice"];
    (0..kinds.len(), prop::option::weighted(0.8, act()), act(), act(), prop::bool::ANY, 5..=10_u32).prop_map(
        move |(kind, condition, one, other, sides, sure)| {
            let sides = if sides { "AAA>BBB" } else { "BBB>AAA" };
            let what = match kinds[kind] {
                "demand" => format!("what {one}"),
                "choice" => format!("option {one} | option {other}"),
                _ => format!("then {one}"),
            };
            let condition = condition.filter(|_| kind < 4).map(|c| format!("if {c} | ")).unwrap_or_default();
            format!("{} {sides} | {condition}{what} | sure {}", kinds[kind], f64::from(sure) / 10.0)
        },
    )
}

fn commitments() -> impl Strategy<Value = Vec<Commitment>> {
    prop::collection::vec(line(), 0..12).prop_map(|lines| {
        let lines: Vec<String> = lines.iter().enumerate().map(|(n, l)| format!("c{n:02} {l}")).collect();
        model(&lines.join("\n"), &world()).commitments
    })
}

fn assumed(acts: &[String]) -> Vec<Assumed> {
    acts.iter().map(|a| assume(&Model::default(), &world(), a).unwrap()).collect()
}

fn fired(outcome: &Outcome) -> BTreeSet<&str> {
    let fires = outcome.steps.iter().filter(|s| s.happens == Happens::Fires);
    fires.map(|s| s.commitment.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_that_is_assumed_never_fires_fewer(
        all in commitments(), acts in prop::collection::vec(act(), 1..3), more in act(),
    ) {
        let model = Model::new(all);
        let before = run(&model, &world(), &assumed(&acts));
        let acts: Vec<String> = acts.into_iter().chain([more]).collect();
        let after = run(&model, &world(), &assumed(&acts));
        prop_assert!(fired(&before).is_subset(&fired(&after)));
    }

    /// What has to do with nobody and nothing of the model leaves everything else as it was.
    #[test]
    fn an_act_that_answers_nothing_changes_nothing(
        all in commitments(), acts in prop::collection::vec(act(), 0..3), not in any::<bool>(),
    ) {
        let model = Model::new(all);
        let before = run(&model, &world(), &assumed(&acts));
        let stranger = format!("{}ZZZ whistle QQQ a tune", if not { "not " } else { "" });
        let acts: Vec<String> = acts.into_iter().chain([stranger.clone()]).collect();
        let mut after = run(&model, &world(), &assumed(&acts));
        prop_assert_eq!(after.asked.pop(), Some(stranger.clone()));
        prop_assert_eq!(after.assumed.pop(), Some(stranger));
        prop_assert_eq!(before, after);
    }

    /// Whatever is asked to be assumed is taken or refused with a word that was not understood.
    #[test]
    fn whatever_is_asked_to_be_assumed_nothing_breaks(all in commitments(), text in "\\PC{0,40}") {
        let mut known = world();
        known.actors = vec!["AAA".into(), "BBB".into()];
        match assume(&Model::new(all), &known, &text) {
            Ok(acts) => prop_assert_eq!(acts.text, text.trim()),
            Err(error) => {
                let asked = format!("{:?}: ", text.trim());
                prop_assert!(error.to_string().starts_with(&asked), "{error}");
            }
        }
    }

    #[test]
    fn the_order_of_commitments_does_not_matter(
        (all, other) in commitments().prop_flat_map(|c| (Just(c.clone()), Just(c).prop_shuffle())),
        acts in prop::collection::vec(act(), 1..3),
    ) {
        let acts = assumed(&acts);
        prop_assert_eq!(run(&Model::new(all), &world(), &acts), run(&Model::new(other), &world(), &acts));
    }

    #[test]
    fn the_order_of_what_is_assumed_does_not_matter(all in commitments(), one in act(), other in act()) {
        let model = Model::new(all);
        let there = run(&model, &world(), &assumed(&[one.clone(), other.clone()]));
        let back = run(&model, &world(), &assumed(&[other, one]));
        let gist = |o: &Outcome| -> Vec<(String, Happens, u64)> {
            o.steps.iter().map(|s| (s.commitment.clone(), s.happens, s.sure.to_bits())).collect()
        };
        prop_assert_eq!(gist(&there), gist(&back));
        prop_assert_eq!(there.open, back.open);
        prop_assert_eq!(there.bound, back.bound);
    }

    #[test]
    fn every_step_rests_on_a_step_that_fires_or_on_what_is_assumed(
        all in commitments(), acts in prop::collection::vec(act(), 1..4),
    ) {
        let outcome = run(&Model::new(all), &world(), &assumed(&acts));
        for (n, step) in outcome.steps.iter().enumerate() {
            prop_assert_eq!(step.step, n + 1);
            prop_assert!((0.0..=1.0).contains(&step.sure));
            prop_assert_eq!(step.because.is_empty(), step.happens == Happens::AlsoSaid);
            for because in &step.because {
                match because.step {
                    Some(number) => prop_assert_eq!(outcome.steps[number - 1].happens, Happens::Fires),
                    None => prop_assert!(outcome.assumed.contains(&because.act)),
                }
            }
            // The proof ends at what is assumed, however the commitments go in circles; no link is less sure than the end.
            let chain = proof::proof(&outcome, step.step);
            prop_assert_eq!(chain.last().map(|s| s.step), Some(step.step));
            prop_assert!(chain[0].because.first().is_none_or(|b| b.step.is_none()));
            prop_assert!(chain.iter().all(|s| s.sure >= step.sure - 1e-5));
        }
    }

    #[test]
    fn every_outcome_can_be_shown(all in commitments(), acts in prop::collection::vec(act(), 1..3)) {
        let model = Model::new(all);
        let outcome = run(&model, &world(), &assumed(&acts));
        let text = show::text(&outcome, &model, true);
        for step in &outcome.steps {
            for c in &step.citations {
                let quoted = format!("“{}”", c.quote);
                prop_assert!(text.contains(&quoted), "{} is not shown", quoted);
            }
        }
        // Quotation marks are in pairs: no text gets out of its label.
        for line in graph::dot(&outcome).lines().map(|l| l.replace("\\\"", "")) {
            prop_assert_eq!(line.matches('"').count() % 2, 0);
        }
        for line in graph::mermaid(&outcome).lines() {
            prop_assert!(matches!(line.matches('"').count(), 0 | 2));
        }
    }
}
