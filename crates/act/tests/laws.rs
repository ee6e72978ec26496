//! Laws of acts and their answers, on generated acts.

use demarche_act::{Act, World, answers, asked_keys, contradicts, done_keys, parse, sense};
use demarche_record::Plover;
use proptest::prelude::*;

fn world() -> World {
    let mut world = World::default();
    world.part_of.push(("AAA".into(), "UUU".into()));
    world.part_of.push(("BBB".into(), "UUU".into()));
    world.speaks_for.push(("Ann Other".into(), "AAA".into()));
    world.word("arm", Plover::Aid);
    world.word("attack", Plover::Assault);
    world
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(vec!["AAA", "BBB", "CCC", "UUU", "Ann Other"]), 0..3)
        .prop_map(|ids| ids.into_iter().map(str::to_owned).collect())
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "refuses",
        "to",
        "stop",
        "the",
        "expansion",
        "expand",
        "receives",
        "arms",
        "attacks",
        "open",
        "closes",
        "ports",
        "given",
        "up",
        "rule",
        "out",
        "talks",
        "it",
        "guarantees",
    ]);
    prop::collection::vec(word, 0..6).prop_map(|w| w.join(" "))
}

fn act() -> impl Strategy<Value = Act> {
    let r#type = prop::option::of(prop::sample::select(Plover::ALL.to_vec()));
    (any::<bool>(), ids(), r#type, ids(), words()).prop_map(|(negated, actors, r#type, targets, words)| Act {
        negated,
        actors,
        r#type,
        targets,
        words,
    })
}

fn no_refusal() -> impl Strategy<Value = Act> {
    let done = |a: Act| Act { r#type: a.r#type.filter(|t| *t != Plover::Reject), ..a };
    act().prop_map(done)
}

fn sure(found: Option<demarche_act::Match>) -> Option<i64> {
    found.map(|m| (m.sure * 1e9).round() as i64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_act_answers_itself(act in act().prop_filter("says something", |a| a.r#type.is_some() || !a.words.is_empty())) {
        let found = answers(&act, &act, &world());
        prop_assert!(found.is_some(), "{act:?}");
        if act.r#type.is_some() {
            prop_assert!(found.is_some_and(|m| m.sure > 0.99));
        }
    }

    #[test]
    fn how_sure_lies_between_0_and_1(a in act(), b in act()) {
        for found in [answers(&a, &b, &world()), contradicts(&a, &b, &world())].into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&found.sure) && found.why.ends_with('.'));
        }
    }

    /// Plain words, one type or none, but for REJECT, which is a negation itself: that both are not done changes nothing.
    #[test]
    fn negating_both_sides_keeps_the_answer(a in no_refusal(), b in act(), more in "(ports )?(talks )?(guarantees )?") {
        let (a, b) = (Act { words: "talks ports".into(), ..a }, Act { r#type: a.r#type, words: more, ..b });
        prop_assert_eq!(sure(answers(&a, &b, &world())), sure(answers(&a.not(), &b.not(), &world())));
    }

    /// Where types imply each other: who does not even the weaker has not done the stronger. So of any two acts, the one
    /// answers the other as surely as their contraries do the other way round.
    #[test]
    fn what_implies_is_read_backwards_where_nothing_is_done(a in act(), b in act()) {
        let nobody = |x: Act| Act { actors: vec![], targets: vec![], ..x };
        let (a, b) = (nobody(a), nobody(b));
        prop_assert_eq!(sure(answers(&a, &b, &world())), sure(answers(&b.not(), &a.not(), &world())));
    }

    #[test]
    fn a_fact_of_others_changes_nothing(a in act(), b in act(), of in ids()) {
        let mut more = world();
        more.part_of.extend(of.into_iter().map(|id| (id, "ELSEWHERE".to_owned())));
        more.part_of.insert(0, ("DDD".into(), "UUU".into()));
        more.speaks_for.insert(0, ("Someone Else".into(), "CCC".into()));
        prop_assert_eq!(answers(&a, &b, &world()), answers(&a, &b, &more));
    }

    #[test]
    fn the_order_of_actors_does_not_matter(a in act(), b in act()) {
        let turned = |x: &Act| {
            let mut x = x.clone();
            x.actors.reverse();
            x.targets.reverse();
            x
        };
        prop_assert_eq!(answers(&a, &b, &world()), answers(&turned(&a), &turned(&b), &world()));
    }

    #[test]
    fn contradiction_is_mutual(a in act(), b in act()) {
        prop_assert_eq!(sure(contradicts(&a, &b, &world())), sure(contradicts(&b, &a, &world())));
    }

    #[test]
    fn an_act_that_is_shown_is_read_again(a in act(), r#type in prop::sample::select(Plover::ALL.to_vec())) {
        let mut a = Act { r#type: Some(r#type), ..a };
        a.actors.dedup();
        a.targets.dedup();
        let read = parse(&a.to_string(), &World::default()).unwrap();
        prop_assert_eq!(read.to_string(), a.to_string());
    }

    /// What is wrong is said by its own words, where it has any.
    #[test]
    fn whatever_is_typed_nothing_breaks(text in "\\PC{0,60}|.{0,60}", more in "(not |RUS|,|\"| |ASSAULT|\\*|words |AS|AAX|“|’){0,8}") {
        let mut known = world();
        known.actors = ["AAA", "BBB", "RUS", "Ann Other"].map(str::to_owned).into();
        for (text, world) in [(&text, &world()), (&more, &world()), (&text, &known), (&more, &known)] {
            if let Err(error) = parse(text, world) {
                let said = error.to_string();
                let named = text.split(|c: char| c.is_whitespace() || ",\"“”".contains(c));
                // Of marks alone there is nothing to name; single quotes may stand around the whole, and are no part of it.
                let mut named = named
                    .filter(|w| w.contains(|c: char| c.is_alphanumeric() || c == '*'))
                    .flat_map(|w| [w, w.trim_matches('\'')])
                    .peekable();
                let general = said.contains("an act has a quotation mark") || said.contains("begins with who acts");
                prop_assert!(general || named.peek().is_none() || named.any(|w| said.contains(w)), "{text:?}: {said}");
            }
        }
    }

    /// An actor that the case does not know is named, and so is one that is near it.
    #[test]
    fn an_unknown_actor_is_named(name in "[A-Z]{2,12}", rest in words()) {
        let mut world = world();
        world.actors = vec!["AAA".into(), "BBB".into()];
        prop_assume!(!world.actors.contains(&name) && name != "NOT");
        let said = parse(&format!("{name} ASSAULT AAA {rest}"), &world).unwrap_err().to_string();
        prop_assert!(said.contains(&name), "{said}");
    }

    #[test]
    fn acts_that_have_to_do_with_each_other_share_a_key(a in act(), b in act()) {
        let world = world();
        if answers(&a, &b, &world).is_some() || contradicts(&a, &b, &world).is_some() {
            let asked = asked_keys(&sense(&a, &world), &world);
            let done = done_keys(&sense(&b, &world), &world);
            prop_assert!(asked.iter().any(|k| done.contains(k)), "{asked:?} {done:?}");
        }
    }
}

/// Where only one of two acts that exclude each other says what with, it does not matter which is named first.
#[test]
fn contradiction_is_mutual_where_only_one_says_of_what() {
    let world = world();
    let [a, b] = ["AAA ARM BBB", "CCC attacks UUU expand"].map(|text| parse(text, &world).unwrap());
    let [a, b] = [a, b].map(|act| Act { actors: Vec::new(), ..act });
    let both = [contradicts(&a, &b, &world), contradicts(&b, &a, &world)].map(sure);
    assert!(both[0].is_some(), "{a:?} {b:?}");
    assert_eq!(both[0], both[1]);
}
