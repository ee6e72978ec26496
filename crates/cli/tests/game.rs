//! Games over the binary: the draft of payoffs, filled in; what follows from them; threats, margins; Gambit's files.
//!
//! After a change that should move the snapshot: `cargo xtask snapshots --bless`, then read the difference.
#![cfg(feature = "models")]

mod scenario;

use expect_test::expect_file;
use scenario::{Case, list, prints, run};
use serde_json::Value;

/// A draft with an analyst, and with the payoffs that `payoffs` gives each outcome.
fn filled(draft: &str, payoffs: impl Fn(&str) -> [&'static str; 2]) -> String {
    let mut name = String::new();
    let mut out = String::new();
    for line in draft.lines() {
        if let Some(rest) = line.strip_prefix("name = ") {
            name = rest.to_owned();
        }
        let [one, other] = payoffs(&name);
        let line = line.replacen("\"?\"", one, 1).replacen("\"?\"", other, 1);
        out += &line.replacen("analyst = \"\"", "analyst = \"a student\"", 1);
        out.push('\n');
    }
    out
}

/// Ethiopia's and Sudan's payoffs. Ethiopia likes talks; war it likes if Sudan does not answer, and not if it does. Sudan
/// answers where that is worth `answer` to it; else nothing is worth anything.
fn of(answer: &'static str) -> impl Fn(&str) -> [&'static str; 2] {
    move |name| match name {
        n if n.contains("ETH: talks") => ["1", "2"],
        n if n.contains("SDN: The other road is not war") => ["2.5", "-3"],
        n if n.contains("SDN: The other road") => ["-5", answer],
        _ => ["0", "0"],
    }
}

struct Played {
    case: Case,
    draft: String,
    toml: String,
}

/// The case of our own article with its draft.
fn drafted(name: &str) -> Played {
    let case = Case::own(name);
    let toml = case.file("payoffs.toml");
    let said = case.prints("game", &["--for", "ETH,SDN", "--draft", &toml]);
    assert!(said.contains("outcomes for ETH, SDN, to be filled in"), "{said}");
    let draft = std::fs::read_to_string(&toml).unwrap();
    Played { case, draft, toml }
}

impl Played {
    fn fill(&self, text: &str) {
        std::fs::write(&self.toml, text).unwrap();
    }

    fn answer(&self) -> Value {
        self.case.json("game", &["--for", "ETH,SDN", "--payoffs", &self.toml])
    }
}

#[test]
fn the_draft_names_every_outcome_in_order() {
    let game = drafted("draft");
    expect_file!["../../../tests/articles/ultimatum.payoffs"].assert_eq(&game.draft);
    // Those of the tree: talks before war, as the text has them, and none twice.
    let names: Vec<&str> = game.draft.lines().filter_map(|l| l.strip_prefix("name = ")).collect();
    let first_war = names.iter().position(|n| n.contains("ETH: war")).unwrap();
    assert!(names[..first_war].iter().all(|n| n.contains("ETH: talks")) && first_war > 0);
    assert!(names[first_war..].iter().all(|n| n.contains("ETH: war")));
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len());
    // What was cut is said where the analyst reads it, and the file is still one that is filled in.
    let cut = game.case.prints("game", &["--for", "ETH,SDN", "--depth", "1"]);
    let head: Vec<&str> = cut.lines().take_while(|l| l.starts_with('#')).collect();
    assert!(
        head.iter().any(|l| l.starts_with("# Note: cut: more decisions are set out than 1 one after")),
        "{cut}"
    );
    // A draft is never written over what an analyst filled in.
    let said = game.case.complains("game", &["--for", "ETH,SDN", "--draft", &game.toml]);
    assert!(said.contains("payoffs.toml"), "{said}");
}

#[test]
fn a_threat_that_would_be_carried_out_keeps_the_peace() {
    let game = drafted("credible");
    game.fill(&filled(&game.draft, of("-1")));
    let answer = game.answer();
    assert_eq!(answer["payoffs_of"], "a student");
    assert!(answer["outcome"].as_str().unwrap().contains("ETH: talks"), "{answer}");
    assert_eq!(answer["values"], serde_json::json!(["1", "2"]));
    let threat = list(&answer, "threats")
        .into_iter()
        .find(|t| t["act"].as_str().unwrap().contains("The other road") && t["credible"] == true)
        .unwrap();
    assert_eq!((&threat["who"], &threat["gain"]), (&"SDN".into(), &"2".into()));
    assert!(
        list(threat, "citations").iter().all(|c| c["quote"].as_str().unwrap().contains("The other road"))
    );
    let view = game.case.prints("game", &["--for", "ETH,SDN", "--payoffs", &game.toml]);
    assert!(view.starts_with("Payoffs of a student. "), "it says whose they are: {view}");
    assert!(view.contains("no forecast") && view.contains("credible: doing it gains SDN 2"), "{view}");
    let dot = game.case.prints("game", &["--for", "ETH,SDN", "--payoffs", &game.toml, "--format", "dot"]);
    assert!(dot.contains("a student") && dot.contains("style=bold"), "{dot}");
}

#[test]
fn a_threat_that_would_not_be_carried_out_does_not() {
    let game = drafted("empty");
    game.fill(&filled(&game.draft, of("-9")));
    let answer = game.answer();
    assert!(answer["outcome"].as_str().unwrap().contains("SDN: The other road is not war"), "{answer}");
    let threats = list(&answer, "threats");
    let road = threats.iter().filter(|t| t["act"].as_str().unwrap().contains("The other road"));
    assert!(road.clone().count() > 0 && road.clone().all(|t| t["credible"] == false && t["gain"] == "-6"));
    // How far one payoff may move: were talks worth more to Ethiopia than a war without an answer, it would talk.
    let margins = list(&answer, "margins");
    let talks = margins.iter().find(|m| m["outcome"].as_str().unwrap().contains("ETH: talks")).unwrap();
    assert_eq!(
        (&talks["player"], &talks["payoff"], &talks["high"]),
        (&"ETH".into(), &"1".into(), &"5/2".into())
    );
    let view = game.case.prints("game", &["--for", "ETH,SDN", "--payoffs", &game.toml]);
    assert!(view.contains("ETH above 5/2 (now 1) for: ETH: talks"), "{view}");
    assert!(view.contains("not credible: doing it costs SDN 6"), "{view}");
}

#[test]
fn the_game_goes_to_gambit_and_comes_back() {
    let game = drafted("gambit");
    game.fill(&filled(&game.draft, of("-9")));
    let efg = game.case.file("game.efg");
    let there: Value =
        serde_json::from_str(&game.case.prints(
            "game",
            &["--for", "ETH,SDN", "--payoffs", &game.toml, "--efg", &efg, "--format", "json"],
        ))
        .unwrap();
    let written = std::fs::read_to_string(&efg).unwrap();
    assert!(written.starts_with("EFG 2 R") && written.contains("a student"), "{written}");
    let back: Value = serde_json::from_str(&prints(&["game", "--read", &efg, "--format", "json"])).unwrap();
    for same in ["values", "outcome", "players", "margins"] {
        assert_eq!(there[same], back[same], "{same}");
    }
    assert!(back["payoffs_of"].as_str().unwrap().contains("a student"), "{back}");
    std::fs::write(&efg, &written[..written.len() / 2]).unwrap();
    let cut = run(&["game", "--read", &efg]);
    let said = String::from_utf8(cut.stderr).unwrap();
    assert!(cut.status.code() == Some(2) && said.contains("game.efg"), "{said}");
}

#[test]
fn what_is_wrong_with_payoffs_is_said() {
    let game = drafted("wrong");
    let good = filled(&game.draft, of("-1"));
    let complains = |text: &str| {
        game.fill(text);
        game.case.complains("game", &["--for", "ETH,SDN", "--payoffs", &game.toml])
    };
    let said = complains(&game.draft);
    assert!(said.contains("whose payoffs are these?") && said.contains("is no number yet"), "{said}");
    let said = complains(&good.replacen("payoffs = {", "payoffs = ", 1));
    assert!(said.contains("payoffs: TOML parse error at line"), "{said}");
    let said = complains(&good.replacen("\"ETH\" = ", "\"EGY\" = ", 1));
    assert!(said.contains("EGY is no player") && said.contains("ETH has no payoff"), "{said}");
    let said = complains(&good.replacen("name = \"ETH: ", "name = \"ETH, ", 1));
    assert!(said.contains("there is no outcome “ETH, ") && said.contains("is missing"), "{said}");
    let nobody = game.case.complains("game", &["--for", "FRA,DEU"]);
    assert!(nobody.contains("the case sets out no decision of FRA, DEU"), "{nobody}");
}
