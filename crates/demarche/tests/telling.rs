//! What whole sentences tell, from raw text to record: one item a line, read with the models that are built in.
#![cfg(feature = "models")]

use demarche::{Models, Source, read};
use demarche_record::{Record, Span};
use expect_test::{Expect, expect};
use std::sync::LazyLock;

static MODELS: LazyLock<Models> =
    LazyLock::new(|| Models::embedded().expect("the models that were built in are sound"));

fn record(text: &str) -> Record {
    read(&MODELS, &Source::text(text).published(jiff::civil::date(2024, 5, 15)))
}

fn words(text: &str, spans: &[Span]) -> String {
    let scalars: Vec<char> = text.chars().collect();
    let parts = spans.iter().map(|s| scalars[s[0]..s[1]].iter().collect::<String>());
    parts.collect::<Vec<_>>().join(" .. ")
}

fn sides(parties: &[demarche_record::Party]) -> String {
    let known = parties.iter().map(|p| p.actor.clone().unwrap_or_else(|| "?".into()));
    known.collect::<Vec<_>>().join(", ")
}

/// Type, status, who, to whom, the trigger.
fn events(text: &str, expected: Expect) {
    let r = record(text);
    let lines = r.events.iter().map(|e| {
        let (status, trigger) = (format!("{:?}", e.status), words(text, &e.trigger));
        format!("{:?} {status}: {} -> {} | {trigger}\n", e.r#type, sides(&e.source), sides(&e.target))
    });
    expected.assert_eq(&lines.collect::<String>());
}

/// Who meets, from when, the words.
fn meetings(text: &str, expected: Expect) {
    let r = record(text);
    let lines = r.meetings.iter().map(|m| {
        format!("{:?} {}: {}\n", m.start.as_deref().unwrap_or("-"), sides(&m.parties), words(text, &m.spans))
    });
    expected.assert_eq(&lines.collect::<String>());
}

/// Mode, source, cue, content.
fn statements(text: &str, expected: Expect) {
    let r = record(text);
    let lines = r.attributions.iter().map(|a| {
        let part = |s: &[Span]| words(text, s);
        format!("{:?}: {} | {} | {}\n", a.mode, part(&a.source), part(&a.cue), part(&a.content))
    });
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn a_threat_without_the_word_is_an_act() {
    events(
        "\"If the barges are not released by Friday, no convoy will pass,\" Eritrean Information Minister Yonas Tekle told reporters.",
        expect![[r#"
            Threaten Occurred: ERI ->  | will pass
        "#]],
    );
    events(
        "Qatar said it was ready to pay half of the sum, provided that Oman paid the rest.",
        expect![[r#"
            Agree Occurred: QAT -> OMN | ready
        "#]],
    );
    // Where the verb says it, there is one act.
    events(
        "Ethiopia threatened to close its airspace to Eritrean flights unless the tanks were pulled back.",
        expect![[r#"
            Threaten Occurred: ETH -> ERI | threatened
            Sanction Threatened: ETH -> ERI | close its airspace
        "#]],
    );
}

#[test]
fn what_follows_for_whom_the_first_act_names() {
    events(
        "Pakistan expelled the Indian high commissioner and suspended trade after the vote of August 5.",
        expect![[r#"
            Sanction Occurred: PAK -> IND | expelled the Indian high commissioner
            Sanction Occurred: PAK ->  | suspended trade
        "#]],
    );
    events(
        "Turkish Defence Minister Kemal Aydin threatened to lock the doors of the strait if Greek warships came closer.",
        expect![[r#"
            Threaten Occurred: TUR -> GRC | threatened
        "#]],
    );
}

#[test]
fn two_sides_may_stand_deep_in_a_phrase() {
    meetings(
        "The heads of foreign ministries of Azerbaijan and Armenia will meet in Tbilisi on 30 May.",
        expect![[r#"
            "2024-05-30" AZE, ARM: will meet
        "#]],
    );
    meetings(
        "The joint commission of Serbia and Croatia will convene in Budapest on 6 June.",
        expect![[r#"
            "2024-06-06" SRB, HRV: will convene
        "#]],
    );
    meetings(
        "Oman brought Iranian and Saudi envoys together in Muscat in April.",
        expect![[r#"
            "2024-04" IRN, SAU: brought
        "#]],
    );
}

#[test]
fn telegrams_tell_of_meetings() {
    meetings(
        "Guyana, Brazil defence chiefs meet in Georgetown Friday.",
        expect![[r#"
            "2024-05-17" GUY, BRA: meet
        "#]],
    );
    meetings(
        "Peruvian Foreign Minister Ana Salas to hold talks in Quito with Chilean Foreign Minister Juan Rojas May 20, her ministry said.",
        expect![[r#"
            "2024-05-20" PER, CHL: hold talks
        "#]],
    );
    meetings(
        "NATO ambassadors will discuss the incident on Friday.",
        expect![[r#"
            "2024-05-17" NATO: will discuss the incident
        "#]],
    );
}

#[test]
fn of_two_ways_of_meeting_each_is_told() {
    meetings(
        "The Kyrgyz and Tajik foreign ministers spoke by telephone on Tuesday night. They will meet in Tashkent on Saturday.",
        expect![[r#"
            "2024-05-14TNI" KGZ, TJK: spoke
            "2024-05-18" KGZ, TJK: will meet
        "#]],
    );
}

#[test]
fn what_stands_before_the_speaker_is_said() {
    statements(
        "As a result two soldiers were hurt, the Ministry of Defence of Chile informed.",
        expect![[r#"
            Indirect: the Ministry of Defence of Chile | informed | As a result two soldiers were hurt
        "#]],
    );
    statements(
        "The daily Al Watan quoted Oil Minister Fahad Nasser as saying that prices would rise.",
        expect![[r#"
            Indirect: The daily Al Watan | quoted | Oil Minister Fahad Nasser as saying that prices would rise
            Indirect: Oil Minister Fahad Nasser | as saying | that prices would rise
        "#]],
    );
    statements(
        "“We shall answer such raids, “the spokesman of the ministry in Lima stressed.",
        expect![[r#"
            Direct: the spokesman of the ministry in Lima | stressed | “We shall answer such raids, “
        "#]],
    );
    statements(
        "The vote that Peru has called for Sunday worries Chile.",
        expect![[r#"
        Indirect: Peru | has called | The vote
    "#]],
    );
}

#[test]
fn a_line_with_a_state_alone_says_whose_ministers_follow() {
    statements(
        "PERU\nThe army moved two battalions on Sunday. Foreign Minister Ana Salas promised an inquiry.",
        expect![[r#"
            Indirect: Foreign Minister Ana Salas | promised | an inquiry
        "#]],
    );
    events(
        "Reactions to the raid\n\nPERU\n* Foreign Minister Ana Salas accused Chile of the raid.\n\nCHILE\n* Defence Minister Juan Rojas rejected the charge.",
        expect![[r#"
            Accuse Occurred: PER -> CHL | accused
            Reject Occurred: CHL -> PER | rejected the charge
        "#]],
    );
}

#[test]
fn talks_of_which_only_place_and_day_are_told_are_of_the_two_states_before() {
    meetings(
        "Peru and Chile traded fire on Monday. Talks will be held in Quito on Friday.",
        expect![[r#"
            "2024-05-17" PER, CHL: Talks
        "#]],
    );
    // Talks of others.
    meetings(
        "Peru beat Chile in the final on Sunday. A meeting of coaches will be held in Lima on Tuesday.",
        expect![[""]],
    );
    meetings(
        "Peru and Chile closed their border on Monday. Talks on grain prices between exporters will be held in Geneva on Friday.",
        expect![[""]],
    );
}

#[test]
fn a_term_under_a_condition_lies_ahead() {
    let r = record("Unless crew freed by Friday, we bring them home ourselves, the minister said.");
    let days: Vec<&str> = r.dates.iter().map(|d| d.value.as_str()).collect();
    assert_eq!(days, ["2024-05-17"]);
}
