//! Stories: a commitment or meeting, what happened, and its life as a careful reader would tell it.
//!
//! Each line of a story begins with its day (`3.` is 2025-03-03, on which it is known and, unless `undated`, happened).

use super::*;
use demarche_act::{of_words, parse};
use demarche_record::Plover;
use expect_test::{Expect, expect};

pub(super) fn world() -> World {
    let mut world = World::default();
    world.speaks_for.push(("Selma Haufiku".into(), "NAM".into()));
    world.part_of.push(("ZAF".into(), "SADC".into()));
    for (word, r#type) in [
        ("withdraw", Plover::Retreat),
        ("release", Plover::Retreat),
        ("attack", Plover::Assault),
        ("visit", Plover::Consult),
        ("dialogue", Plover::Consult),
        ("talk", Plover::Consult),
    ] {
        world.word(word, r#type);
    }
    world
}

fn day(n: i8) -> Date {
    jiff::civil::date(2025, 3, n)
}

fn when(n: i8) -> When {
    When { doc: i64::from(n), at: 0, word: 0, day: Some(day(n)), known: Some(day(n)) }
}

/// Reads "3. demand BWA > NAM | what NAM release six fishermen | until 7".
fn commitment(line: &str) -> Commitment {
    let (n, line) = line.split_once(". ").unwrap();
    let mut parts = line.split(" | ");
    let head: Vec<&str> = parts.next().unwrap().split(' ').collect();
    let kind = match head[0] {
        "demand" => CommitmentKind::Demand,
        "offer" => CommitmentKind::Offer,
        "promise" => CommitmentKind::Promise,
        "threat" => CommitmentKind::Threat,
        "condition" => CommitmentKind::Condition,
        _ => CommitmentKind::Choice,
    };
    let ids = |text: &str| text.split(',').map(str::to_owned).collect();
    let towards = head.get(3).map(|t| ids(t)).unwrap_or_default();
    let when = when(n.parse().unwrap());
    let mut c = Commitment {
        id: "c1".into(),
        kind,
        by: ids(head[1]),
        towards,
        r#if: None,
        then: None,
        what: None,
        options: Vec::new(),
        clauses: Vec::new(),
        deadline: None,
        when,
    };
    for part in parts {
        let (role, text) = part.split_once(' ').unwrap();
        let act = || parse(text, &world()).unwrap();
        match role {
            "if" => c.r#if = Some(act()),
            "then" => c.then = Some(act()),
            "what" => c.what = Some(act()),
            "option" => c.options.push(act()),
            _ => c.deadline = Some(day(text.parse().unwrap())),
        }
    }
    c
}

/// Reads "7. occurred NAM RETREAT BWA released the fishermen", "5. rejects NAM: the ultimatum" or "9. foretold NAM: it freed
/// the fishermen".
fn happening(i: usize, line: &str) -> Happening {
    let (n, line) = line.split_once(". ").unwrap();
    let (head, rest) = line.split_once(' ').unwrap();
    let mut when = when(n.parse().unwrap());
    when.at = 100 + i;
    let event = |status| What::Event { act: parse(rest, &world()).unwrap(), status, foretold: Vec::new() };
    let what = match head {
        "occurred" => event(Status::Occurred),
        "planned" => event(Status::Planned),
        "denied" => event(Status::Denied),
        "undated" => {
            when.day = None;
            event(Status::Occurred)
        }
        "foretold" => {
            let (who, words) = rest.split_once(": ").unwrap();
            let (act, status) = (of_words(words), Status::Occurred);
            What::Event { act, status, foretold: vec![who.into()] }
        }
        "promise" => What::Commitment(Box::new(commitment(&format!("{n}. promise {rest}")))),
        stance => {
            let (who, content) = rest.split_once(": ").unwrap();
            What::Statement { speaker: vec![who.into()], stance: stance.into(), content: content.into() }
        }
    };
    Happening { id: format!("h{i}"), when, what }
}

/// Each change as "day state by (sure): why", then the state after all of them.
fn story(lines: &str, want: Expect) {
    let mut lines = lines.lines().map(str::trim).filter(|l| !l.is_empty());
    let commitment = commitment(lines.next().unwrap());
    let happenings: Vec<Happening> = lines.enumerate().map(|(i, l)| happening(i + 1, l)).collect();
    let changes = lives(&[commitment], &[], &happenings, &world());
    let mut shown = String::new();
    for c in &changes {
        let day = c.day.map_or("?".into(), |d| d.day().to_string());
        let by = if c.by.is_empty() { "calendar" } else { &c.by };
        shown.push_str(&format!("{day}. {} by {by} ({:.2}): {}\n", c.state, c.sure, c.why));
    }
    shown.push_str(&format!("so: {}\n", fold(&changes, None).unwrap().state));
    want.assert_eq(&shown);
}

#[test]
fn a_demand_is_met() {
    story(
        "3. demand BWA > NAM | what NAM release six fishermen
         7. occurred NAM RETREAT BWA released the six fishermen",
        expect![[r#"
            3. open by c1 (1.00): it was made.
            7. met by h1 (0.90): what was demanded was done: NAM acts; both are RETREAT; both say "release", "fishermen".
            so: met
        "#]],
    );
}

#[test]
fn a_demand_to_end_a_closure_is_met_by_opening() {
    story(
        "13. demand AU > BWA | what BWA CONCEDE lift the blockade
         22. occurred BWA CONCEDE NAM reopened its border to trucks",
        expect![[r#"
            13. open by c1 (1.00): it was made.
            22. met by h1 (0.51): what was demanded was done: BWA acts; both say "blockade"; to end a thing is no longer to do it.
            so: met
        "#]],
    );
}

#[test]
fn those_who_sign_with_one_another_both_do_what_they_sign() {
    story(
        "18. demand ZMB > BWA,NAM | what BWA,NAM stop the fire
         21. occurred BWA SUPPORT NAM signed a ceasefire in Lusaka on Friday",
        expect![[r#"
            18. open by c1 (1.00): it was made.
            21. met by h1 (0.55): what was demanded was done: BWA, NAM act; both say "fire"; to end a thing is no longer to do it.
            so: met
        "#]],
    );
}

#[test]
fn how_many_and_when_says_nothing_of_what_is_done() {
    story(
        "7. promise NAM > SADC | then NAM admit 12 inspectors to the dam by March 12
         11. occurred NAM admitted five inspectors to the dam on Tuesday",
        expect![[r#"
            7. open by c1 (1.00): it was made.
            11. met by h1 (1.00): what was promised was done: NAM acts; both say "admit", "inspectors", "dam".
            so: met
        "#]],
    );
}

#[test]
fn an_ultimatum_is_refused_and_runs_out() {
    story(
        "5. demand BWA > NAM | what NAM withdraw soldiers from the island | until 14
         5. rejects Selma Haufiku: the ultimatum
         7. rejects NAM: to withdraw its soldiers from the island",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            5. rejected by h1 (0.53): it was answered by its name: "ultimatum" names it, and its time fits.
            7. rejected by h2 (0.90): it was refused: one is done and the other not: NAM acts; both are RETREAT; both say "withdraw", "soldiers", "island"; to refuse a thing is not to do it.
            14. expired by calendar (1.00): its term ended on 2025-03-14.
            so: expired
        "#]],
    );
}

#[test]
fn a_demand_is_met_after_its_term() {
    story(
        "5. demand BWA > NAM | what NAM withdraw soldiers from the island | until 14
         22. occurred NAM RETREAT withdrew its soldiers from the island",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            14. expired by calendar (1.00): its term ended on 2025-03-14.
            22. met by h1 (0.96): after its term (2025-03-14), what was demanded was done: NAM acts; both are RETREAT; both say "withdraw", "soldiers", "island".
            so: met
        "#]],
    );
}

#[test]
fn the_contrary_of_a_demand_is_done() {
    story(
        "3. demand BWA > NAM | what NAM stop filling the dam
         12. occurred NAM COERCE began to fill the dam",
        expect![[r#"
            3. open by c1 (1.00): it was made.
            12. broken by h1 (0.65): the contrary was done: one is done and the other not: NAM acts; both say "filling", "dam"; to end a thing is no longer to do it.
            so: broken
        "#]],
    );
}

#[test]
fn a_promise_answers_a_demand_and_is_not_yet_its_being_met() {
    story(
        "3. demand BWA > NAM | what NAM release six fishermen
         5. promise NAM > BWA | then NAM release the fishermen",
        expect![[r#"
            3. open by c1 (1.00): it was made.
            5. accepted by h1 (1.00): it was agreed to: NAM acts; both are RETREAT; both say "release", "fishermen".
            so: accepted
        "#]],
    );
}

#[test]
fn plans_wishes_and_denials_change_nothing_nor_what_was_before() {
    story(
        "3. demand BWA > NAM | what NAM release six fishermen
         7. planned NAM RETREAT BWA release the six fishermen
         8. denied NAM RETREAT BWA release the six fishermen
         1. occurred NAM RETREAT BWA released the six fishermen",
        expect![[r#"
            3. open by c1 (1.00): it was made.
            so: open
        "#]],
    );
}

#[test]
fn a_threat_is_triggered_and_carried_out() {
    story(
        "5. threat BWA > NAM | if NAM close the gates of the dam | then BWA close the border to trucks
         12. occurred NAM COERCE closed the gates of the dam
         13. occurred BWA SANCTION NAM closed its border to trucks",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            12. triggered by h1 (0.90): its condition came about: NAM acts; both say "close", "gates", "dam".
            13. carried_out by h2 (0.81): what was threatened was done: BWA acts; both say "close", "border", "trucks".
            so: carried_out
        "#]],
    );
}

#[test]
fn a_threat_is_averted_by_what_it_was_to_bring_about() {
    story(
        "5. threat BWA > NAM | if not NAM withdraw soldiers | then BWA ASSAULT NAM | until 14
         13. occurred NAM RETREAT withdrew its soldiers",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            13. averted by h1 (0.93): what it was to bring about was done: NAM acts; both are RETREAT; both say "withdraw", "soldiers".
            14. triggered by calendar (1.00): its term ended on 2025-03-14 and nothing known had averted it.
            so: averted
        "#]],
    );
}

#[test]
fn what_others_do_averts_no_threat() {
    let threat = "5. threat BWA > NAM | if not * CONSULT talks | then BWA COERCE close the border";
    let held = |who: &str| format!("{threat}\n         17. occurred {who} CONSULT held talks");
    story(
        &held("NAM"),
        expect![[r#"
        5. open by c1 (1.00): it was made.
        17. averted by h1 (0.80): what it was to bring about was done: the clause does not say who acts; both are CONSULT; both say "talks".
        so: averted
    "#]],
    );
    story(
        &held("UNSC"),
        expect![[r#"
        5. open by c1 (1.00): it was made.
        so: open
    "#]],
    );
}

#[test]
fn a_threat_is_triggered_by_its_term() {
    story(
        "5. threat BWA > NAM | if not NAM withdraw soldiers | then BWA ASSAULT NAM | until 14
         15. occurred BWA ASSAULT NAM attacked at dawn",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            14. triggered by calendar (1.00): its term ended on 2025-03-14 and nothing known had averted it.
            15. carried_out by h1 (1.00): what was threatened was done: BWA acts; both are ASSAULT; to NAM.
            so: carried_out
        "#]],
    );
}

#[test]
fn a_threat_is_withdrawn() {
    story(
        "5. threat BWA > NAM | then BWA take Namibia to the court
         22. asserts BWA: her government had withdrawn its threat to take Namibia to the court",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            22. withdrawn by h1 (0.85): it was answered by its name: "threat" names it, and what it is about fits.
            so: withdrawn
        "#]],
    );
}

#[test]
fn a_threat_is_withdrawn_by_the_name_of_what_was_threatened_alone() {
    story(
        "5. threat BWA > NAM | if * the talks failed | then BWA take Namibia to the court of justice
         22. occurred BWA RETREAT withdrew its threat to take its neighbour to the court of justice",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            22. withdrawn by h1 (0.85): it was answered by its name: "threat" names it, and what it is about fits.
            so: withdrawn
        "#]],
    );
}

#[test]
fn a_threat_is_not_carried_out_by_more_words() {
    story(
        "5. threat USA > RUS | then USA THREATEN RUS huge consequences
         9. occurred USA THREATEN RUS warned of huge consequences",
        expect![[r#"
            5. open by c1 (1.00): it was made.
            so: open
        "#]],
    );
}

#[test]
fn promises_kept_and_broken() {
    story(
        "7. promise NAM > SADC | then NAM admit inspectors to the dam | until 12
         11. occurred NAM COOPERATE SADC admitted inspectors to the dam",
        expect![[r#"
            7. open by c1 (1.00): it was made.
            11. met by h1 (0.81): what was promised was done: NAM acts; both say "admit", "inspectors", "dam".
            12. broken by calendar (1.00): its term ended on 2025-03-12.
            so: met
        "#]],
    );
    story(
        "7. promise ZAF > NAM,BWA | then ZAF send observers to the island | until 14",
        expect![[r#"
            7. open by c1 (1.00): it was made.
            14. broken by calendar (1.00): its term ended on 2025-03-14.
            so: broken
        "#]],
    );
    story(
        "7. promise NAM > BWA | then NAM keep the gates open
         9. occurred NAM COERCE closed the gates",
        expect![[r#"
            7. open by c1 (1.00): it was made.
            9. broken by h1 (1.00): the contrary was done: "closed" is the contrary of "open": NAM acts; both say "gates".
            so: broken
        "#]],
    );
}

#[test]
fn a_promise_under_a_condition() {
    story(
        "18. promise BWA > NAM | if NAM open the gates of the dam | then BWA open the border for trucks
         22. occurred NAM CONCEDE opened the gates of the dam
         22. occurred BWA COOPERATE NAM opened its border for trucks",
        expect![[r#"
            18. open by c1 (1.00): it was made.
            22. triggered by h1 (0.90): its condition came about: NAM acts; both say "open", "gates", "dam".
            22. met by h2 (0.81): what was promised was done: BWA acts; both say "open", "border", "trucks".
            so: met
        "#]],
    );
    // Its term is over: it lapsed where the condition never came, and is broken where it did.
    story(
        "18. promise BWA > NAM | if NAM open the gates | then BWA open the border | until 22",
        expect![[r#"
            18. open by c1 (1.00): it was made.
            22. broken by calendar (1.00): its term ended on 2025-03-22, which breaks it if its condition had come about.
            22. expired by calendar (1.00): its term ended on 2025-03-22.
            so: expired
        "#]],
    );
    story(
        "18. promise BWA > NAM | if NAM open the gates | then BWA open the border | until 22
         20. occurred NAM COOPERATE opened the gates",
        expect![[r#"
            18. open by c1 (1.00): it was made.
            20. triggered by h1 (0.90): its condition came about: NAM acts; both say "open", "gates".
            22. broken by calendar (1.00): its term ended on 2025-03-22, which breaks it if its condition had come about.
            22. expired by calendar (1.00): its term ended on 2025-03-22.
            so: broken
        "#]],
    );
}

#[test]
fn an_offer_is_refused_then_taken_up() {
    story(
        "3. offer ZAF > NAM,BWA | then ZAF host talks
         4. rejects NAM: the offer
         6. agrees NAM: to talks",
        expect![[r#"
            3. open by c1 (1.00): it was made.
            4. rejected by h1 (0.70): it was answered by its name: "offer" names it, and its time fits.
            6. accepted by h2 (0.80): it was taken up: NAM acts, one of those named; both are CONSULT; both say "talks".
            so: accepted
        "#]],
    );
}

#[test]
fn a_condition_and_a_choice() {
    story(
        "3. condition SADC | if NAM release the fishermen | then BWA sign the treaty
         7. occurred NAM RETREAT released the fishermen",
        expect![[r#"
            3. open by c1 (1.00): it was made.
            7. triggered by h1 (1.00): its condition came about: NAM acts; both are RETREAT; both say "release", "fishermen".
            so: triggered
        "#]],
    );
    story(
        "3. choice USA > RUS | option RUS dialogue | option RUS ASSAULT UKR
         9. occurred RUS CONSULT USA held a dialogue",
        expect![[r#"
            3. open by c1 (1.00): it was made.
            9. option1 by h1 (0.90): this path was taken: RUS acts; both are CONSULT; both say "dialogue".
            so: option1
        "#]],
    );
}

#[test]
fn what_is_known_of_a_life_grows() {
    let c = commitment("5. demand BWA > NAM | what NAM withdraw soldiers from the island | until 14");
    let done = [
        happening(1, "7. rejects NAM: to withdraw its soldiers from the island"),
        happening(2, "22. occurred NAM RETREAT withdrew its soldiers from the island"),
    ];
    let changes = lives(&[c], &[], &done, &world());
    let state = |n| fold(&changes, Some(day(n))).map(|c| c.state.to_string()).unwrap_or_default();
    assert_eq!([4, 5, 7, 14, 15, 22].map(state), ["", "open", "rejected", "rejected", "expired", "met"]);
}

fn meeting(id: &str, known: i8, on: Option<i8>, status: Status, words: &str) -> Meeting {
    Meeting {
        id: id.into(),
        parties: vec!["BWA".into(), "NAM".into()],
        forum: None,
        place: Some("Lusaka".into()),
        first: on.map(day),
        last: on.map(day),
        status,
        words: words.into(),
        when: When { doc: i64::from(known), at: 0, word: 0, day: None, known: Some(day(known)) },
    }
}

#[test]
fn a_meeting_is_planned_put_off_and_called_off() {
    let planned = meeting("m1", 9, Some(13), Status::Planned, "the second round will take place");
    let later = meeting("m2", 11, Some(18), Status::Planned, "has been postponed to March 18");
    let off = meeting("m3", 18, None, Status::Denied, "the meeting is cancelled");
    let mention = |m: &Meeting| Happening {
        id: m.id.clone(),
        when: m.when.clone(),
        what: What::Meeting(Box::new(m.clone())),
    };
    let state = |m: &Meeting, as_of: Option<Date>| {
        let changes = lives(&[], std::slice::from_ref(m), &[mention(&later), mention(&off)], &world());
        fold(&changes, as_of).map(|c| c.state)
    };
    assert_eq!(state(&planned, Some(day(10))), Some(State::Planned));
    assert_eq!(state(&planned, None), Some(State::Postponed));
    assert_eq!(state(&later, Some(day(17))), Some(State::Postponed));
    assert_eq!(state(&later, None), Some(State::Cancelled));
}

#[test]
fn talks_of_two_called_off_leave_a_meeting_with_a_third() {
    let off = Meeting { place: None, ..meeting("m2", 9, None, Status::Denied, "their talks are cancelled") };
    let off = Happening { id: off.id.clone(), when: off.when.clone(), what: What::Meeting(Box::new(off)) };
    let state = |parties: &[&str]| {
        let summit = meeting("m1", 5, Some(13), Status::Planned, "the leaders will meet");
        let summit = Meeting { parties: parties.iter().map(|&p| p.into()).collect(), ..summit };
        let changes = lives(&[], &[summit], std::slice::from_ref(&off), &world());
        fold(&changes, None).map(|c| c.state)
    };
    assert_eq!(state(&["BWA", "NAM"]), Some(State::Cancelled));
    assert_eq!(state(&["BWA", "NAM", "ZAF"]), Some(State::Planned));
}

#[test]
fn a_meeting_is_held_on_its_day() {
    let planned = meeting("m1", 5, Some(8), Status::Planned, "she would meet her counterpart");
    for (line, want) in [
        ("8. occurred BWA CONSULT NAM met for seven hours", State::Held),
        ("8. planned BWA CONSULT NAM meet", State::Planned),
        ("12. occurred BWA CONSULT NAM met", State::Planned),
        ("8. occurred BWA CONSULT ZAF met", State::Planned),
        ("7. occurred BWA REJECT NAM cancelled the talks", State::Cancelled),
    ] {
        let changes = lives(&[], std::slice::from_ref(&planned), &[happening(1, line)], &world());
        assert_eq!(fold(&changes, None).map(|c| c.state), Some(want), "{line}");
    }
}

#[test]
fn what_was_foretold_is_said_to_be_done_or_not() {
    story(
        "1. promise NAM > BWA | then NAM RETREAT free 20 prisoners
         4. foretold NAM: Namibia did not free the 20 prisoners",
        expect![[r#"
            1. open by c1 (1.00): it was made.
            4. broken by h1 (0.82): what was foretold was not done: the text says that it had been: one is done and the other not: neither says who acts; both say "free", "prisoners".
            so: broken
        "#]],
    );
    story(
        "1. promise NAM > BWA | then NAM RETREAT free 20 prisoners
         4. foretold NAM: Namibia freed the prisoners",
        expect![[r#"
            1. open by c1 (1.00): it was made.
            4. met by h1 (0.82): it was done as foretold: the text says that it had been: neither says who acts; both say "free", "prisoners".
            so: met
        "#]],
    );
}

#[test]
fn states_have_names() {
    for state in NAMED.iter().map(|n| n.0).chain([State::Taken(1), State::Taken(12)]) {
        assert_eq!(State::from_name(&state.to_string()), Some(state));
    }
    assert_eq!(State::from_name("lost"), None);
}

#[test]
fn what_stands_in_its_own_clause_is_not_done_by_that() {
    let c = |clauses| Commitment {
        clauses,
        ..commitment("1. offer BWA NAM | if NAM ACCUSE ZAF | then BWA AID NAM")
    };
    let done = Happening {
        id: "e1".into(),
        when: When { at: 30, word: 40, ..when(1) },
        what: What::Event {
            act: parse("NAM ACCUSE ZAF", &world()).unwrap(),
            status: Status::Occurred,
            foretold: Vec::new(),
        },
    };
    let states = |c: &Commitment| -> Vec<State> {
        lives(std::slice::from_ref(c), &[], std::slice::from_ref(&done), &world())
            .iter()
            .map(|c| c.state)
            .collect()
    };
    assert_eq!(states(&c(vec![])), [State::Open, State::Triggered]);
    assert_eq!(states(&c(vec![[10, 39]])), [State::Open, State::Triggered]);
    assert_eq!(states(&c(vec![[10, 41]])), [State::Open]);
    let elsewhere = Happening { when: When { doc: 9, ..done.when.clone() }, ..done.clone() };
    let of = c(vec![[10, 41]]);
    assert_eq!(by(&prepare(&of, &world()), &prepare_happening(&elsewhere, &world()), &world()).len(), 1);
}

#[test]
fn a_term_that_was_over_before_is_none() {
    let c =
        |last| Commitment { deadline: Some(day(last)), ..commitment("9. demand BWA NAM | what NAM RETREAT") };
    assert_eq!(own(&c(8)).len(), 1);
    assert_eq!(own(&c(9)).len(), 2);
}
