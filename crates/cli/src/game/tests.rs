//! A brink of our own: A may attack, B has threatened to answer.

use super::answer::{Answer, Behind, answer};
use super::{convert, payoffs, show};
use demarche_game::{Game, efg};
use demarche_scenario::paths::{End, Said, TreeNode, Way};
use demarche_scenario::run::Happens;
use demarche_scenario::{Citation, Tree};
use expect_test::expect;

fn quote(words: &str, start: usize) -> Citation {
    Citation {
        document: "d1".to_owned(),
        field: "then".to_owned(),
        span: [start, start + words.chars().count()],
        quote: words.to_owned(),
    }
}

fn way(label: &str, threat: bool, to: usize) -> Way {
    Way {
        label: label.to_owned(),
        commitments: vec!["c1".to_owned()],
        carries_out_threat: threat,
        citations: vec![quote(label, 10)],
        to,
    }
}

fn end(name: &str) -> TreeNode {
    let said = Said {
        commitment: "c1".to_owned(),
        kind: demarche_record::CommitmentKind::Threat,
        happens: Happens::Fires,
        would: false,
        by: vec!["B".to_owned()],
        words: "answer with force".to_owned(),
        sure: 1.0,
        citations: vec![quote("will answer\nwith force", 30)],
    };
    TreeNode { end: Some(End { name: name.to_owned(), said: vec![said] }), ..TreeNode::default() }
}

fn decision(mover: &str, question: &str, ways: Vec<Way>) -> TreeNode {
    TreeNode { mover: Some(mover.to_owned()), question: question.to_owned(), ways, ..TreeNode::default() }
}

fn tree() -> Tree {
    let first = vec![way("attack", false, 1), way("not: attack", false, 4)];
    let second = vec![way("strike back", true, 2), way("not: strike back", false, 3)];
    Tree {
        nodes: vec![
            decision("A", "A decides", first),
            decision("B", "B decides whether to carry it out", second),
            end("war"),
            end("conquest"),
            end("peace"),
        ],
    }
}

fn players() -> Vec<String> {
    vec!["A".to_owned(), "B".to_owned()]
}

fn outcomes() -> Vec<String> {
    payoffs::ends(&tree()).into_iter().map(|e| e.1).collect()
}

/// The draft, filled in in the order of its blanks.
fn filled(values: [&str; 6]) -> String {
    let mut text =
        payoffs::draft(&tree(), &players(), &[]).replace("analyst = \"\"", "analyst = \"a student\"");
    for value in values {
        text = text.replacen("\"?\"", value, 1);
    }
    text
}

fn solved(values: [&str; 6]) -> (Game, Answer) {
    let read = payoffs::read(&filled(values), &outcomes(), &players()).unwrap();
    let tree = tree();
    let (game, from) = convert::game(&tree, &players(), &read);
    game.check().unwrap();
    let behind = Behind { tree: &tree, from: &from };
    let answer = answer(&game, Some(&behind), read.analyst, Vec::new()).unwrap();
    (game, answer)
}

fn refused(text: &str) -> String {
    payoffs::read(text, &outcomes(), &players()).unwrap_err().to_string()
}

#[test]
fn the_draft_names_every_outcome_and_quotes_what_was_said() {
    expect![[r#"
        # Payoffs are yours: how much each player likes each outcome, any numbers or ranks (more is better).
        # Put a number (2, 0.5, "1/3") for every “?”. The program adds none and forecasts nothing.
        analyst = ""   # whose payoffs these are; must be filled in
        source = ""    # what they rest on

        [[outcome]]
        name = "war"
        # B: “will answer with force” (d1)
        payoffs = { "A" = "?", "B" = "?" }

        [[outcome]]
        name = "conquest"
        # B: “will answer with force” (d1)
        payoffs = { "A" = "?", "B" = "?" }

        [[outcome]]
        name = "peace"
        # B: “will answer with force” (d1)
        payoffs = { "A" = "?", "B" = "?" }
    "#]]
    .assert_eq(&payoffs::draft(&tree(), &players(), &[]));
}

#[test]
fn the_draft_says_first_what_was_cut() {
    let notes = ["cut where more than 1 decision".to_owned(), "decisions of C\nare left out".to_owned()];
    let draft = payoffs::draft(&tree(), &players(), &notes);
    let lines: Vec<&str> = draft.lines().collect();
    assert_eq!(
        lines[2..4],
        ["# Note: cut where more than 1 decision.", "# Note: decisions of C are left out."]
    );
    let plain = payoffs::draft(&tree(), &players(), &[]);
    assert_eq!([&lines[..2], &lines[4..]].concat(), plain.lines().collect::<Vec<_>>());
}

#[test]
fn a_threat_that_would_be_carried_out_deters() {
    let (game, answer) = solved(["-3", "0.5", "2", "\"1/3\"", "0", "1"]);
    expect![[r#"
        Payoffs of a student. What follows from these payoffs if everybody has them and acts on them; no forecast.

        What follows
          1. A decides — A: not: attack
               “not: attack” (d1 10-21)
          => peace (A 0, B 1)

        Threats, where they would have to be carried out
          B: strike back — credible: doing it gains B 1/6 [after A: attack]
               “strike back” (d1 10-21)

        One payoff alone changes the outcome
          A above 0 (now -3) for: war
          B below 1/3 (now 1/2) for: war
          B above 1/2 (now 1/3) for: conquest
          A below -3 (now 0) for: peace
    "#]]
    .assert_eq(&show::view(&answer));
    assert_eq!(efg::read(&efg::write(&game)).unwrap(), game);
    assert!(game.comment.contains("a student"), "the file says whose payoffs these are, too");
}

#[test]
fn a_threat_that_hurts_its_maker_is_not_credible() {
    let (game, answer) = solved(["-3", "-5", "2", "-1", "0", "1"]);
    assert_eq!(answer.outcome.as_deref(), Some("conquest"));
    assert!(!answer.threats[0].credible);
    assert_eq!(answer.threats[0].gain, "-4");
    assert!(show::view(&answer).contains("not credible: doing it costs B 4 [after A: attack]"));
    assert_eq!(show::dot(&game, &answer).matches("style=bold").count(), 2, "the moves that are made");
}

#[test]
fn ties_are_said() {
    let (_, answer) = solved(["-3", "1", "2", "1", "0", "1"]);
    assert!(answer.threats[0].credible);
    let view = show::view(&answer);
    assert!(view.contains("tie: B decides whether to carry it out"), "{view}");
    assert!(view.contains("doing it or not is the same to it"), "{view}");
}

#[test]
fn what_is_missing_or_too_much_is_named() {
    let good = filled(["1", "2", "3", "4", "5", "6"]);
    assert!(payoffs::read(&good, &outcomes(), &players()).is_ok());
    for (was, becomes, said) in [
        ("\"a student\"", "\" \"", "whose payoffs are these?"),
        ("\"peace\"", "\"piece\"", "there is no outcome “piece”\n  outcome “peace” is missing"),
        ("\"B\" = 2", "\"C\" = 2", "C is no player (outcome “war”)\n  B has no payoff for “war”"),
        ("\"B\" = 2", "\"B\" = \"?\"", "the payoff of B for “war” is no number yet"),
        ("\"conquest\"", "\"war\"", "outcome “war” stands there twice"),
        ("source", "sauce", "unknown field"),
    ] {
        let message = refused(&good.replacen(was, becomes, 1));
        assert!(message.contains(said), "{was} -> {becomes}: {message}");
    }
}

#[test]
fn ends_of_one_name_are_told_apart() {
    let mut tree = tree();
    tree.nodes[4].end = tree.nodes[3].end.clone();
    let names: Vec<String> = payoffs::ends(&tree).into_iter().map(|e| e.1).collect();
    assert_eq!(names, ["war", "conquest", "conquest (2)"]);
}
