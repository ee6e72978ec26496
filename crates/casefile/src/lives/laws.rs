//! Laws of lives, on generated commitments and happenings.

use super::tests::world;
use super::*;
use demarche_record::Plover;
use proptest::prelude::*;

fn day() -> impl Strategy<Value = Option<Date>> {
    prop::option::weighted(0.8, (1i8..28).prop_map(|d| jiff::civil::date(2025, 3, d)))
}

fn when() -> impl Strategy<Value = When> {
    (0i64..4, 0usize..9, day(), day()).prop_map(|(doc, at, day, known)| When {
        doc,
        at,
        word: at,
        day,
        known,
    })
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    let id = prop::sample::select(vec!["NAM", "BWA", "ZAF", "SADC", "Selma Haufiku"]);
    prop::collection::vec(id, 0..3).prop_map(|ids| ids.into_iter().map(str::to_owned).collect())
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "withdraw",
        "refuse",
        "stop",
        "threat",
        "demand",
        "offer",
        "ultimatum",
        "gates",
        "open",
        "close",
        "to",
        "talks",
        "postponed",
        "cancelled",
        "receive",
        "dialogue",
    ]);
    prop::collection::vec(word, 0..6).prop_map(|w| w.join(" "))
}

fn act() -> impl Strategy<Value = Act> {
    let r#type = prop::option::of(prop::sample::select(Plover::ALL.to_vec()));
    (prop::bool::weighted(0.2), ids(), r#type, ids(), words())
        .prop_map(|(negated, actors, r#type, targets, words)| Act { negated, actors, r#type, targets, words })
}

fn commitment() -> impl Strategy<Value = Commitment> {
    use CommitmentKind::{Choice, Condition, Demand, Offer, Promise, Threat};
    let kind = prop::sample::select(vec![Demand, Offer, Promise, Threat, Condition, Choice]);
    let clauses = (prop::option::of(act()), prop::option::of(act()), prop::option::of(act()));
    (kind, ids(), ids(), clauses, prop::collection::vec(act(), 0..3), day(), when()).prop_map(
        |(kind, by, towards, (r#if, then, what), options, deadline, when)| Commitment {
            id: "c".into(),
            kind,
            by,
            towards,
            r#if,
            then,
            what,
            options,
            clauses: vec![[2, 4]],
            deadline,
            when,
        },
    )
}

fn meeting() -> impl Strategy<Value = Meeting> {
    let status =
        prop::sample::select(vec![Status::Planned, Status::Occurred, Status::Denied, Status::Hypothetical]);
    (ids(), day(), status, words(), when()).prop_map(|(parties, first, status, words, when)| Meeting {
        id: "m".into(),
        parties,
        forum: None,
        place: None,
        first,
        last: first,
        status,
        words,
        when,
    })
}

fn what() -> impl Strategy<Value = What> {
    let stance = prop::sample::select(vec!["rejects", "agrees", "promises", "asserts"]);
    let status =
        prop::sample::select(vec![Status::Occurred, Status::Ongoing, Status::Planned, Status::Denied]);
    prop_oneof![
        4 => (act(), status, ids())
            .prop_map(|(act, status, foretold)| What::Event { act, status, foretold }),
        2 => (ids(), stance, words()).prop_map(|(speaker, stance, content)| What::Statement {
            speaker,
            stance: stance.to_owned(),
            content
        }),
        1 => commitment().prop_map(|c| What::Commitment(Box::new(c))),
        1 => meeting().prop_map(|m| What::Meeting(Box::new(m))),
    ]
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    prop::collection::vec((when(), what()), 0..8).prop_map(|all| {
        let named = all.into_iter().enumerate();
        named.map(|(i, (when, what))| Happening { id: format!("h{i}"), when, what }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_happenings_does_not_matter(c in commitment(), m in meeting(), hs in happenings()) {
        let turned: Vec<Happening> = hs.iter().rev().cloned().collect();
        let one = lives(std::slice::from_ref(&c), std::slice::from_ref(&m), &hs, &world());
        let other = lives(&[c], &[m], &turned, &world());
        prop_assert_eq!(one, other);
    }

    /// Each happening adds its changes and takes none away; one state by one maker is said once.
    #[test]
    fn what_a_happening_does_depends_on_no_other(c in commitment(), hs in happenings()) {
        let ready = prepare(&c, &world());
        let each: usize = hs.iter().map(|h| by(&ready, &prepare_happening(h, &world()), &world()).len()).sum();
        let all = lives(std::slice::from_ref(&c), &[], &hs, &world());
        prop_assert_eq!(all.len(), each + own(&c).len());
        let mut once: Vec<_> = all.iter().map(|c| (c.state, &c.by)).collect();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), all.len());
    }

    /// What has the same content comes to the same, wherever and whenever it was said.
    #[test]
    fn outcomes_depend_on_contents(c in commitment(), d in commitment(), hs in happenings(), at in when()) {
        let world = world();
        let moved = Commitment { id: "d".into(), when: at.clone(), clauses: vec![], deadline: None, ..c.clone() };
        let (one, other) = (prepare(&c, &world), prepare(&moved, &world));
        prop_assert_eq!(one.content(), other.content());
        let third = prepare(&d, &world);
        for h in &hs {
            let (here, there) =
                (prepare_happening(h, &world), prepare_happening(&Happening { when: at.clone(), ..h.clone() }, &world));
            prop_assert_eq!(here.content(), there.content());
            let outcomes = |c: &Ready, h: &Done| outcomes(c, h, &world);
            prop_assert_eq!(outcomes(&one, &here), outcomes(&other, &there));
            if third.content() == one.content() {
                prop_assert_eq!(outcomes(&third, &here), outcomes(&one, &here));
            }
        }
    }

    /// What is known of a document that nobody has read yet changes nothing: a later day only adds changes.
    #[test]
    fn what_was_known_on_a_day_stays_known(c in commitment(), hs in happenings(), d in day(), e in day()) {
        let (Some(d), Some(e)) = (d, e) else { return Ok(()) };
        let (early, late) = (d.min(e), d.max(e));
        let known = |hs: &[Happening], day: Date| -> Vec<Change> {
            let all = lives(std::slice::from_ref(&c), &[], hs, &world());
            all.into_iter().filter(|c| c.known.is_some_and(|k| k <= day)).collect()
        };
        let read_then: Vec<Happening> =
            hs.iter().filter(|h| h.when.known.is_some_and(|k| k <= early)).cloned().collect();
        prop_assert_eq!(known(&read_then, early), known(&hs, early));
        let later = known(&hs, late);
        prop_assert!(known(&hs, early).iter().all(|c| later.contains(c)));
    }

    #[test]
    fn those_that_have_to_do_with_each_other_share_a_key(c in commitment(), m in meeting(), hs in happenings()) {
        let world = world();
        let ready = prepare(&c, &world);
        for h in &hs {
            let done = prepare_happening(h, &world);
            let share = |keys: &[u64]| keys.iter().any(|k| done.keys().contains(k));
            prop_assert!(by(&ready, &done, &world).is_empty() || share(ready.keys()), "{h:?}");
            prop_assert!(meeting_by(&m, &done).is_empty() || share(&meeting_keys(&m)), "{h:?}");
        }
    }

    #[test]
    fn what_is_pruned_is_no_part_of_a_life(c in commitment(), m in meeting(), hs in happenings(), d in day()) {
        for changes in [lives(&[c], &[], &hs, &world()), lives(&[], &[m], &hs, &world())] {
            let left = prune(changes.clone());
            prop_assert_eq!(life(&left, d), life(&changes, d));
            // What comes later may be pruned with what is left as well as with all.
            prop_assert_eq!(&prune(left.clone()), &left);
            for cut in 0..=changes.len() {
                let (some, others) = changes.split_at(cut);
                let again = [prune(some.to_vec()), others.to_vec()].concat();
                prop_assert_eq!(&prune(again), &left);
            }
        }
    }

    /// What was known of a life on a day is the beginning of what is known of it later.
    #[test]
    fn a_life_as_of_a_day_is_the_beginning_of_the_life(
        c in commitment(), m in meeting(), hs in happenings(), d in day(), e in day()
    ) {
        let (Some(d), Some(e)) = (d, e) else { return Ok(()) };
        for changes in [lives(&[c], &[], &hs, &world()), lives(&[], &[m], &hs, &world())] {
            let (then, now) = (life(&changes, Some(d.min(e))), life(&changes, Some(d.max(e))));
            prop_assert!(now.starts_with(&then), "{then:?} {now:?}");
            let states: Vec<State> = now.iter().map(|c| c.state).collect();
            prop_assert!(states.windows(2).all(|w| w[0] != w[1]), "{states:?}");
        }
    }

    #[test]
    fn changes_are_sure_enough_and_say_why(c in commitment(), hs in happenings()) {
        for change in lives(&[c], &[], &hs, &world()) {
            prop_assert!((LEAST..=1.0).contains(&change.sure) && change.why.ends_with('.'), "{change:?}");
        }
    }
}

/// A text that says of a deed that it had been promised gives two happenings of one item.
#[test]
fn what_one_maker_does_twice_is_pruned_to_once() {
    let change = |day, sure| Change {
        item: "c1".into(),
        state: State::Met,
        by: "e1".into(),
        day,
        known: Some(jiff::civil::date(2025, 3, 9)),
        sure,
        why: "it was done.".into(),
    };
    let (undated, dated) = (change(None, 0.9), change(Some(jiff::civil::date(2025, 3, 8)), 0.7));
    assert_eq!(prune(vec![undated.clone(), dated.clone()]), vec![dated.clone()]);
    assert_eq!(prune(vec![dated.clone(), undated]), vec![dated]);
}
