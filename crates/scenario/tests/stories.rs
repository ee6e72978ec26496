//! What follows from what, in small worlds: each story is a model, what is assumed, and what a careful reader would say.
//!
//! A line of what is expected is a step (`t1 fires <- what sets it off`, where a number is an earlier step), a commitment
//! said beside (`t2 also`), two sides that cannot both be (`a / b`), or what stays open (`open t3`).

mod common;

use common::{model, world};
use demarche_scenario::model::assume;
use demarche_scenario::run::Happens;
use demarche_scenario::{Assumed, Outcome, run};
use expect_test::expect_file;

fn outcome(note: &str, acts: &[&str]) -> Outcome {
    let world = world();
    let model = model(note, &world);
    let acts: Vec<Assumed> = acts.iter().map(|a| assume(&model, &world, a).unwrap()).collect();
    run(&model, &world, &acts)
}

fn happens(h: Happens) -> String {
    serde_json::to_value(h).unwrap().as_str().unwrap().to_owned()
}

#[track_caller]
fn check(note: &str, acts: &[&str], expected: &str) {
    let outcome = outcome(note, acts);
    let mut lines: Vec<String> = Vec::new();
    for step in &outcome.steps {
        let mut from: Vec<String> =
            step.because.iter().map(|b| b.step.map_or_else(|| b.act.clone(), |n| n.to_string())).collect();
        from.dedup();
        lines.push(match step.happens {
            Happens::AlsoSaid => format!("{} also", step.commitment),
            h => format!("{} {} <- {}", step.commitment, happens(h), from.join(" & ")),
        });
    }
    lines.extend(outcome.contradictions.iter().map(|c| format!("{} / {}", c.one, c.other)));
    lines.extend(outcome.open.iter().map(|id| format!("open {id}")));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    assert_eq!(lines, expected, "\n{}", lines.join("\n"));
}

#[test]
fn a_threat_fires_when_its_condition_is_done() {
    check(
        "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA SANCTION RUS banks",
        &["RUS ASSAULT UKR"],
        "
        t1 fires <- RUS ASSAULT UKR",
    );
}

#[test]
fn it_does_not_fire_by_the_act_of_another_nor_on_another() {
    let note = "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA SANCTION RUS banks";
    check(note, &["GEO ASSAULT UKR"], "open t1");
    check(note, &["RUS ASSAULT GEO"], "open t1");
    check(note, &["UKR ASSAULT RUS"], "open t1");
}

#[test]
fn what_is_not_done_lets_a_threat_fall_away() {
    check(
        "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA SANCTION RUS banks",
        &["not RUS ASSAULT UKR"],
        "
        t1 lapses <- not RUS ASSAULT UKR",
    );
}

#[test]
fn a_threat_for_what_is_withheld() {
    check(
        "t1 threat RUS>NATO | if not NATO GIVE security guarantees | then RUS take military technical measures",
        &["not NATO GIVE security guarantees"],
        "t1 fires <- not NATO give security guarantees",
    );
}

#[test]
fn a_threat_for_one_thing_is_not_set_off_by_another_of_the_same_type() {
    let note = "t1 threat ETH>SDN | if not ETH receives the water guarantees it asked for | then ETH close the gates";
    for other in [
        "not SDN GIVE a loan",
        "not SDN AID ETH the loans",
        "not SDN GIVE ETH arms",
        "SDN refuses ETH a loan",
        "not SDN GIVE ETH electricity",
    ] {
        check(note, &[other], "open t1");
    }
    check(note, &["SDN GIVE ETH a loan"], "open t1");
    check(note, &["not SDN AID ETH"], "t1 fires <- not SDN AID ETH");
    check(note, &["not SDN GIVE ETH guarantees"], "t1 fires <- not SDN give ETH guarantees");
    // What it is called otherwise is none the less the same.
    let loan = "t1 threat ETH>SDN | if not ETH receives a loan | then ETH close the gates";
    check(loan, &["not SDN GIVE ETH credit"], "t1 fires <- not SDN give ETH credit");
    check(loan, &["not SDN GIVE ETH water guarantees"], "open t1");
}

#[test]
fn one_threat_sets_off_the_next() {
    let note = "
        t1 threat IRN>ISR | if ISR ASSAULT IRN | then IRN close the strait
        t2 threat USA>IRN | if IRN close the strait | then USA MOBILIZE IRN the fleet
        t3 threat CHN>USA | if USA MOBILIZE IRN the fleet | then CHN SANCTION USA debt";
    check(
        note,
        &["ISR ASSAULT IRN"],
        "
        t1 fires <- ISR ASSAULT IRN
        t2 fires <- 1
        t3 fires <- 2",
    );
    check(
        note,
        &["IRN close the strait"],
        "
        t2 fires <- IRN close the strait
        t1 carried_out <- IRN close the strait
        t3 fires <- 1",
    );
}

#[test]
fn threats_in_a_circle_end() {
    check(
        "t1 threat IND>PAK | if PAK ASSAULT IND | then IND ASSAULT PAK
         t2 threat PAK>IND | if IND ASSAULT PAK | then PAK ASSAULT IND",
        &["PAK ASSAULT IND"],
        // What is assumed proves the first step, not the circle that leads back to it.
        "t1 fires <- PAK ASSAULT IND & 3
         t2 carried_out <- PAK ASSAULT IND
         t2 fires <- 1",
    );
}

#[test]
fn a_demand_is_met() {
    check(
        "d1 demand ETH>ERI | what ERI RETREAT from the border",
        &["ERI RETREAT from the border"],
        "
        d1 met <- ERI RETREAT from the border",
    );
}

#[test]
fn a_demand_is_refused() {
    let note = "d1 demand ETH>ERI | what ERI RETREAT from the border";
    check(note, &["not ERI RETREAT from the border"], "d1 refused <- not ERI RETREAT from the border");
    check(
        note,
        &["ERI refuses to withdraw from the border"],
        "d1 refused <- ERI refuses to withdraw from the border",
    );
}

#[test]
fn a_promise_is_kept_and_broken() {
    let note = "p1 promise JPN>PHL | then JPN AID PHL patrol boats";
    check(note, &["JPN AID PHL patrol boats"], "p1 carried_out <- JPN AID PHL patrol boats");
    check(note, &["not JPN AID PHL patrol boats"], "p1 not_carried_out <- not JPN AID PHL patrol boats");
}

#[test]
fn an_offer_is_taken_up_and_meets_a_demand() {
    check(
        "o1 offer ARM>AZE | if AZE RETREAT from the pass | then ARM open the road
         d1 demand AZE>ARM | what ARM open the road",
        &["AZE RETREAT from the pass"],
        "o1 fires <- AZE RETREAT from the pass
         d1 met <- 1",
    );
}

#[test]
fn a_threat_withdrawn_is_no_longer_set_off() {
    check(
        "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA SANCTION RUS banks | state withdrawn",
        &["RUS ASSAULT UKR"],
        "",
    );
}

#[test]
fn a_member_and_its_minister_act_for_the_alliance() {
    let note = "t1 threat RUS>NATO | if NATO AID UKR | then RUS SANCTION NATO gas";
    check(note, &["POL AID UKR"], "t1 fires <- POL AID UKR");
    check(note, &["\"Mira Holt\" AID UKR"], "t1 fires <- \"Mira Holt\" AID UKR");
    let sure = |act: &str| outcome(note, &[act]).steps[0].sure;
    assert!(sure("NATO AID UKR") > sure("POL AID UKR"), "a member is not the whole");
}

#[test]
fn a_path_of_a_choice_is_taken() {
    check(
        "x1 choice SRB>KOS | option KOS talk | option KOS MOBILIZE police",
        &["KOS CONSULT"],
        "
        x1 chosen <- KOS CONSULT",
    );
}

#[test]
fn what_is_said_without_a_condition_is_said_beside() {
    check(
        "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA SANCTION RUS banks
         t2 threat USA>RUS | then USA expel envoys
         p1 promise NATO>UKR | then NATO AID UKR
         p2 promise JPN>PHL | then JPN AID PHL
         d1 demand RUS>NATO | what NATO halt expansion",
        &["RUS ASSAULT UKR"],
        "t1 fires <- RUS ASSAULT UKR
         t2 also
         p1 also
         open d1
         open p2",
    );
}

#[test]
fn assumptions_that_exclude_each_other() {
    check(
        "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA SANCTION RUS banks",
        &["RUS ASSAULT UKR", "not RUS ASSAULT UKR"],
        "t1 fires <- RUS ASSAULT UKR
         t1 lapses <- not RUS ASSAULT UKR
         RUS ASSAULT UKR / not RUS ASSAULT UKR",
    );
}

#[test]
fn two_promises_that_cannot_both_be_kept() {
    check(
        "p1 promise TUR>GRC | if GRC RETREAT | then TUR AID GRC
         p2 promise TUR>CYP | if GRC RETREAT | then not TUR AID GRC",
        &["GRC RETREAT"],
        "p1 fires <- GRC RETREAT
         p2 fires <- GRC RETREAT
         p1 not_carried_out <- 2
         p2 not_carried_out <- 1
         p1 / p2",
    );
}

#[test]
fn what_a_commitment_says_is_assumed_by_its_id() {
    let note = "
        d1 demand FRA>MLI | what MLI hold elections
        o1 offer FRA>MLI | if MLI hold elections | then FRA AID MLI";
    check(
        note,
        &["d1"],
        "
        o1 fires <- MLI hold elections
        d1 met <- MLI hold elections",
    );
    check(
        note,
        &["not d1"],
        "
        o1 lapses <- not MLI hold elections
        d1 refused <- not MLI hold elections",
    );
}

#[test]
fn a_doubtful_reading_makes_all_that_rests_on_it_doubtful() {
    let note = "
        t1 threat IRN>ISR | if ISR ASSAULT IRN | then IRN close the strait | sure 0.5
        t2 threat USA>IRN | if IRN close the strait | then USA MOBILIZE IRN the fleet";
    let outcome = outcome(note, &["ISR ASSAULT IRN"]);
    let sure: Vec<f64> = outcome.steps.iter().map(|s| s.sure).collect();
    assert!(sure.iter().all(|s| (0.4..=0.5).contains(s)), "{sure:?}");
    let (least, what) = demarche_scenario::proof::weakest(&outcome, 2).unwrap();
    assert_eq!((least, what.as_str()), (0.5, "the reading of t1"));
}

#[test]
fn an_unsure_chain_is_followed_no_further() {
    let note = "
        t1 threat IRN>ISR | if ISR ASSAULT IRN | then IRN close the strait | sure 0.2
        t2 threat USA>IRN | if IRN close the strait | then USA MOBILIZE IRN the fleet | sure 0.2";
    check(
        note,
        &["ISR ASSAULT IRN"],
        "
        t1 fires <- ISR ASSAULT IRN
        open t2",
    );
}

const CHAIN: &str = "
    t1 threat IRN>ISR | if ISR ASSAULT IRN | then IRN close the \"strait\" | sure 0.8
    t2 threat USA>IRN | if IRN close the strait | then USA MOBILIZE IRN the fleet
    p1 promise USA>ISR | then USA AID ISR
    d1 demand OMN>QAT | what QAT talk";

fn shown(show: impl Fn(&Outcome, &demarche_scenario::Model) -> String) -> String {
    let model = model(CHAIN, &world());
    show(&outcome(CHAIN, &["ISR ASSAULT IRN"]), &model)
}

#[test]
fn a_person_reads_what_follows_and_why() {
    expect_file!["stories/chain.txt"].assert_eq(&shown(|o, m| demarche_scenario::show::text(o, m, true)));
}

#[test]
fn graphviz_and_mermaid_show_it() {
    expect_file!["stories/chain.dot"].assert_eq(&shown(|o, _| demarche_scenario::graph::dot(o)));
    expect_file!["stories/chain.mermaid"].assert_eq(&shown(|o, _| demarche_scenario::graph::mermaid(o)));
}

#[test]
fn what_is_not_received_is_withheld_by_whom_it_is_asked_of() {
    let note = "t1 threat RUS>WEST | if not RUS receive the security guarantees | then RUS take military technical measures
         p1 promise WEST>UKR | then WEST AID UKR tanks";
    for act in [
        "not WEST GIVE security guarantees",
        "WEST REJECT security guarantees",
        "not * give security guarantees",
    ] {
        check(note, &[act], &format!("t1 fires <- {}\nopen p1", act.replace("GIVE", "give")));
    }
    check(note, &["WEST GIVE security guarantees"], "t1 lapses <- WEST give security guarantees\nopen p1");
    // Who was not asked withholds nothing; what is withheld must be what was asked for.
    check(note, &["not IND GIVE security guarantees"], "open p1\nopen t1");
    check(note, &["not WEST GIVE a loan"], "open p1\nopen t1");
}

#[test]
fn what_nobody_in_particular_is_to_give_anybody_may_withhold() {
    check(
        "t1 threat RUS | if not RUS receive the security guarantees | then RUS take military technical measures",
        &["not NATO GIVE security guarantees"],
        "t1 fires <- not NATO give security guarantees",
    );
}

#[test]
fn what_is_due_is_said_again_by_another_and_not_done() {
    check(
        "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA SANCTION RUS the banks
         t2 threat EU>RUS | then USA SANCTION RUS big banks
         d1 demand UKR>USA | what USA SANCTION RUS the banks",
        &["RUS ASSAULT UKR"],
        "t1 fires <- RUS ASSAULT UKR
         d1 met <- 1
         t2 said_again <- 1",
    );
}

#[test]
fn a_threat_of_words_carries_out_no_other() {
    check(
        "t1 threat USA>RUS | if RUS ASSAULT UKR | then USA THREATEN RUS grave consequences
         t2 threat USA>RUS | then USA THREATEN RUS an answer",
        &["RUS ASSAULT UKR"],
        "t1 fires <- RUS ASSAULT UKR
         t2 also",
    );
}

#[test]
fn a_condition_on_nobody_is_on_whom_the_same_side_put_a_choice_before() {
    let note = "c1 condition USA | if * RETREAT | then progress is made
         x1 choice USA>RUS | option RUS talk | option RUS MOBILIZE tanks";
    let lines = |act: &str| {
        outcome(note, &[act]).steps.iter().map(|s| (s.commitment.clone(), s.sure)).collect::<Vec<_>>()
    };
    assert_eq!(lines("RUS RETREAT"), [("c1".to_owned(), 1.0)]);
    assert_eq!(lines("NATO RETREAT"), []);
}

#[test]
fn what_a_condition_says_to_come_about_is_nobody_s_deed() {
    let note = "c1 condition USA>RUS | if RUS RETREAT | then * CONSULT a good outcome of the talks";
    check(note, &["RUS talk"], "open c1");
    check(note, &["c1"], "c1 carried_out <- USA CONSULT a good outcome of the talks");
}
