//! What if? On the sample's text (where `../shared` has it), and on articles of our own: what is set off, with the words.
//!
//! After a change that should move a snapshot: `cargo xtask snapshots --bless`, then read the difference.
#![cfg(feature = "models")]

mod scenario;

use expect_test::expect_file;
use scenario::{Case, list};
use serde_json::Value;
use std::path::Path;

/// The case of the sample's text; a line and nothing where there is none.
fn geneva(name: &str) -> Option<(Case, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles/geneva.txt");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: no {}", file.display());
        return None;
    };
    Some((Case::of(name, &file, &[]), text))
}

/// What an outcome says of the commitment that has these words, where it has a step at all.
fn of<'a>(outcome: &'a Value, words: &str) -> Option<&'a str> {
    let cites =
        |s: &&&Value| list(s, "citations").iter().any(|c| c["quote"].as_str().unwrap().contains(words));
    let steps = list(outcome, "steps");
    steps.iter().find(cites).map(|s| s["happens"].as_str().unwrap())
}

/// Every quote stands in the text where it says.
fn proved(outcome: &Value, text: &str) {
    let text: Vec<char> = text.chars().collect();
    for c in list(outcome, "steps").into_iter().flat_map(|s| list(s, "citations")) {
        let at = |k: usize| c["span"][k].as_u64().unwrap() as usize;
        assert_eq!(text[at(0)..at(1)].iter().collect::<String>(), c["quote"].as_str().unwrap());
    }
}

#[test]
fn an_attack_sets_off_huge_consequences() {
    let Some((case, text)) = geneva("attack") else { return };
    let outcome = case.json("whatif", &["--act", "RUS ASSAULT UKR"]);
    proved(&outcome, text.trim_end());
    for (words, happens) in [
        ("huge consequences for Russia", Some("fires")),
        ("there will be huge consequences", Some("said_again")),
        ("economic sanctions", Some("also_said")),
        ("assistance to Ukraine", Some("also_said")),
        ("strengthen its position", Some("also_said")),
        ("aggressive stance", Some("lapses")),
        ("security guarantees", None),
        ("refused to engage", None),
    ] {
        assert_eq!(of(&outcome, words), happens, "{words}");
    }
    let first = &list(&outcome, "steps")[0];
    assert_eq!((&first["happens"], &first["by"][0]), (&"fires".into(), &"USA".into()));
    let shown = case.prints("whatif", &["--act", "RUS ASSAULT UKR", "--explain"]);
    assert!(shown.contains("RUS ASSAULT UKR, which is assumed") && shown.contains("weakest link"), "{shown}");
    assert!(shown.contains("is asked by RUS: a halt to NATO"), "{shown}");
    // Nobody is bound to end an expansion by sanctions.
    assert!(!shown.contains("a halt to NATO’s further expansion to the east (sure"), "{shown}");
}

#[test]
fn guarantees_withheld_set_off_military_technical_measures() {
    let Some((case, text)) = geneva("guarantees") else { return };
    let demand = list(&case.json("whatif", &["--act", "not NATO GIVE security guarantees"]), "steps")
        .iter()
        .find(|s| s["happens"] == "refused")
        .map(|s| s["commitment"].as_str().unwrap().to_owned())
        .unwrap();
    let by_id = format!("not {demand}");
    for act in [
        "not NATO GIVE security guarantees",
        "WEST REJECT security guarantees",
        "NATO refuses security guarantees",
        "not USA GIVE RUS security guarantees",
        &by_id,
    ] {
        let outcome = case.json("whatif", &["--act", act]);
        proved(&outcome, text.trim_end());
        assert_eq!(of(&outcome, "military technical measures"), Some("fires"), "{act}");
        assert_eq!(of(&outcome, "assistance to Ukraine"), None, "{act}: guarantees are no aid");
    }
    let given = case.json("whatif", &["--act", "NATO GIVE security guarantees"]);
    assert_eq!(of(&given, "military technical measures"), Some("lapses"));
}

#[test]
fn diplomacy_refused_sets_off_sanctions() {
    let Some((case, text)) = geneva("diplomacy") else { return };
    let outcome = case.json("whatif", &["--act", "RUS REJECT diplomacy"]);
    proved(&outcome, text.trim_end());
    assert_eq!(of(&outcome, "possible sanctions"), Some("fires"));
    assert!(matches!(of(&outcome, "economic sanctions"), Some("said_again" | "also_said")));
    assert_eq!(of(&outcome, "further expansion"), None);
    let both = case.json("whatif", &["--act", "RUS REJECT diplomacy", "--act", "RUS ASSAULT UKR"]);
    assert_eq!(of(&both, "possible sanctions"), Some("fires"));
    assert_eq!(of(&both, "huge consequences for Russia"), Some("fires"));
}

/// The words of what ends below a node are said to come to.
fn ends(tree: &Value, node: &Value) -> Vec<String> {
    let mut words: Vec<String> =
        list(&node["end"], "said").iter().map(|s| s["words"].as_str().unwrap().to_owned()).collect();
    let below = list(node, "ways").into_iter().map(|w| &w["to"]).chain(list(node, "beside"));
    for to in below {
        words.extend(ends(tree, &tree["nodes"][to.as_u64().unwrap() as usize]));
    }
    words
}

/// The ends under each path of the first choice.
fn choice(case: &Case) -> Vec<(String, Vec<String>)> {
    let paths = case.json("whatif", &["--paths"]);
    let tree = &paths["trees"][0];
    let node = |id: &Value| &tree["nodes"][id.as_u64().unwrap() as usize];
    list(&tree["nodes"][0], "ways")
        .into_iter()
        .map(|w| (w["label"].as_str().unwrap().to_owned(), ends(tree, node(&w["to"]))))
        .collect()
}

fn says(ends: &[String], words: &str) -> bool {
    ends.iter().any(|e| e.contains(words))
}

#[test]
fn paths_are_dialogue_and_confrontation() {
    let Some((case, _)) = geneva("paths") else { return };
    let [(dialogue, good), (confrontation, bad)] = &choice(&case)[..] else { panic!("two paths") };
    assert_eq!((dialogue.as_str(), confrontation.as_str()), ("dialogue", "confrontation"));
    assert!(says(good, "positive outcome") && says(good, "see progress") && !says(good, "huge consequences"));
    assert!(
        says(bad, "huge consequences") && says(bad, "possible sanctions") && !says(bad, "positive outcome")
    );
    let shown = case.prints("whatif", &["--paths"]);
    assert!(shown.contains("Moscow receives the “security guarantees”"), "{shown}");
    assert!(!shown.contains("not: Moscow does not"), "{shown}");
    // Each outcome once at each end.
    let paths = case.json("whatif", &["--paths"]);
    for node in list(&paths, "trees").into_iter().flat_map(|t| list(t, "nodes")) {
        let mut ids: Vec<&str> =
            list(&node["end"], "said").iter().map(|s| s["commitment"].as_str().unwrap()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}

/// A snapshot beside the article.
macro_rules! beside {
    ($ext:literal, $printed:expr) => {
        expect_file![concat!("../../../tests/articles/ultimatum.", $ext)].assert_eq($printed)
    };
}

#[test]
fn an_article_of_our_own_as_a_person_reads_it() {
    let case = Case::own("own");
    let attack = ["--act", "ETH ASSAULT SDN"];
    beside!("whatif", &case.prints("whatif", &[&attack[..], &["--explain"]].concat()));
    beside!("dot", &case.prints("whatif", &[&attack[..], &["--format", "dot"]].concat()));
    beside!("paths", &case.prints("whatif", &["--paths"]));
    beside!("mermaid", &case.prints("whatif", &["--paths", "--format", "mermaid"]));
}

#[test]
fn an_article_of_our_own_answers_each_form_of_an_act() {
    let case = Case::own("forms");
    for (act, words, happens) in [
        ("ETH ASSAULT SDN", "severe consequences for Ethiopia", "fires"),
        ("ETH ASSAULT SDN", "send food to Sudan", "also_said"),
        ("ETH ASSAULT SDN", "there would be severe consequences", "also_said"),
        ("not SDN GIVE water guarantees", "close the gates", "fires"),
        ("SDN REJECT water guarantees", "close the gates", "fires"),
        ("SDN GIVE ETH water guarantees", "close the gates", "lapses"),
        ("ETH REJECT negotiations", "face sanctions", "fires"),
        ("ETH refuses to negotiate", "face sanctions", "fires"),
        ("SDN RETREAT from al-Fashaga", "withdrawal of Sudanese troops", "met"),
        ("SDN refuses to withdraw its troops from al-Fashaga", "withdrawal of Sudanese troops", "refused"),
    ] {
        assert_eq!(of(&case.json("whatif", &["--act", act]), words), Some(happens), "{act}: {words}");
    }
    // By whom it was not threatened, or asked, nothing is set off.
    for (act, words) in [
        ("EGY ASSAULT SDN", "severe consequences for Ethiopia"),
        ("not EGY GIVE water guarantees", "close the gates"),
        ("not SDN GIVE electricity", "close the gates"),
        ("not SDN GIVE a loan", "close the gates"),
        ("not SDN GIVE ETH a loan", "close the gates"),
        ("SDN refuses ETH arms", "close the gates"),
        ("SDN REJECT negotiations", "face sanctions"),
    ] {
        let outcome = case.json("whatif", &["--act", act]);
        assert!(!matches!(of(&outcome, words), Some("fires")), "{act}: {words}");
    }
    let [(talks, good), (war, bad)] = &choice(&case)[..] else { panic!("two paths") };
    assert_eq!((talks.as_str(), war.as_str()), ("talks", "war"));
    assert!(says(bad, "severe consequences for Ethiopia") && !says(good, "severe consequences for Ethiopia"));
    let said = case.complains("whatif", &["--act", "ETX ASSAULT SDN"]);
    assert!(said.contains("ETX") && said.contains("did you mean"), "{said}");
}

#[test]
fn a_crisis_of_our_own_as_of_a_day() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/case/crisis.jsonl");
    let case = Case::of("crisis", &file, &[]);
    let act = ["--act", "NAM closes the gates of the dam"];
    let on = |day: &str| case.json("whatif", &[&act[..], &["--as-of", day]].concat());
    assert_eq!(of(&on("2025-03-04"), "close our border"), None, "nobody had said so");
    let outcome = on("2025-03-06");
    assert_eq!(of(&outcome, "close our border"), Some("fires"));
    let id = list(&outcome, "steps")
        .iter()
        .find(|s| s["happens"] == "fires")
        .map(|s| s["commitment"].as_str().unwrap().to_owned())
        .unwrap();
    // By its id, in short: the threat is carried out, or not.
    let by_id = |act: &str| case.json("whatif", &["--act", act, "--as-of", "2025-03-06"]);
    assert_eq!(of(&by_id(&id[..8]), "close our border"), Some("carried_out"));
    assert_eq!(of(&by_id(&format!("not {id}")), "close our border"), Some("not_carried_out"));
}
