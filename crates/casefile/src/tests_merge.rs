//! What is one and what is not, on small texts.

use crate::testing::Article;
use crate::tests_add::sample;
use crate::{Added, Case, Correction, Origin};
use demarche_record::Record;

/// The sample as another outlet has it: with another headline, so that all offsets are others.
fn copy(headline: &str) -> Record {
    let mut record = sample();
    let moved = headline.chars().count();
    let json = serde_json::to_value(&record).unwrap();
    fn shift(v: &mut serde_json::Value, by: usize) {
        match v {
            serde_json::Value::Array(a) if a.len() == 2 && a.iter().all(serde_json::Value::is_u64) => {
                a.iter_mut().for_each(|n| *n = (n.as_u64().unwrap() as usize + by).into());
            }
            serde_json::Value::Array(a) => a.iter_mut().for_each(|v| shift(v, by)),
            serde_json::Value::Object(o) => o.values_mut().for_each(|v| shift(v, by)),
            _ => {}
        }
    }
    let mut json = json;
    shift(&mut json, moved);
    let document = record.document.clone();
    record = serde_json::from_value(json).unwrap();
    record.document = document;
    record.document.text = format!("{headline}{}", record.document.text);
    record.document.id = headline.trim().into();
    record.document.sha256 = crate::ids::sha256(&record.document.text);
    record
}

#[test]
fn copies_count_once_and_merge_item_by_item() {
    let mut case = Case::in_memory().unwrap();
    case.add(&sample(), &Origin::default()).unwrap();
    let Added::New { copy_of: Some(_), .. } =
        case.add(&copy("Bloc warns Mali\n"), &Origin::default()).unwrap()
    else {
        panic!("it is a copy")
    };
    let all = case.commitments(None).unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].sources, all[0].citations.len()), (1, 4));
    let events: i64 = case
        .conn
        .query_row("SELECT count(DISTINCT cluster) FROM items WHERE kind = 'event'", [], |r| r.get(0))
        .unwrap();
    assert_eq!(events, 1);
}

#[test]
fn corrections_are_made_and_undone() {
    let mut case = Case::in_memory().unwrap();
    case.add(&sample(), &Origin::default()).unwrap();
    case.add(&copy("Bloc warns Mali\n"), &Origin::default()).unwrap();
    let before = case.dump().unwrap();
    let members = case.view(None).unwrap().clusters("commitment").unwrap().remove(0);
    let second = members[1].id.clone();

    let split = case.correct(&Correction::Split { item: second[..6].into() }, "2024-07-01").unwrap();
    assert_eq!(case.commitments(None).unwrap().len(), 2);
    let merge = Correction::Merge { a: members[0].id.clone(), b: second.clone() };
    let merged = case.correct(&merge, "2024-07-02").unwrap();
    assert_eq!(case.commitments(None).unwrap().len(), 1, "a merge by hand after a split holds");
    let why: String =
        case.conn.query_row("SELECT why FROM links WHERE kind = 'commitment'", [], |r| r.get(0)).unwrap();
    assert_eq!(why, format!("merged by hand (correction {merged})"));
    case.undo(split).unwrap();
    case.undo(merged).unwrap();
    assert_eq!(case.dump().unwrap(), before);

    case.correct(&Correction::Wrong { item: second.clone() }, "2024-07-03").unwrap();
    assert_eq!(case.commitments(None).unwrap()[0].citations.len(), 2);
    case.correct(&Correction::Right { item: second }, "2024-07-04").unwrap();
    assert_eq!(case.commitments(None).unwrap()[0].citations.len(), 4);

    let fix = Correction::Actor { actor: "ECOWAS".into(), is: "AU".into() };
    case.correct(&fix, "2024-07-05").unwrap();
    assert_eq!(case.commitments(None).unwrap()[0].by, ["AU"]);
    assert_eq!(case.corrections().unwrap().len(), 5);
}

#[test]
fn corrections_that_make_no_sense_are_refused() {
    let mut case = Case::in_memory().unwrap();
    case.add(&sample(), &Origin::default()).unwrap();
    let of = |kind: &str| case.view(None).unwrap().clusters(kind).unwrap()[0][0].id.clone();
    let (event, commitment) = (of("event"), of("commitment"));
    let mut refuse = |c: Correction| case.correct(&c, "2024-07-01").unwrap_err().to_string();
    assert_eq!(
        refuse(Correction::Merge { a: event.clone(), b: commitment.clone() }),
        format!("{event} is of kind event, {commitment} of kind commitment: they cannot be one")
    );
    assert_eq!(
        refuse(Correction::Merge { a: event.clone(), b: event.clone() }),
        format!("{event} is itself already")
    );
    assert!(refuse(Correction::Split { item: "MLI".into() }).starts_with("actors are not split"));
    assert!(refuse(Correction::Wrong { item: "e0000".into() }).starts_with("the case has no item"));
    assert_eq!(
        refuse(Correction::Actor { actor: event.clone(), is: "MLI".into() }),
        format!("{event} is of kind event, no actor")
    );
}

#[test]
fn a_correction_survives_another_reading_and_is_reported_where_its_item_is_gone() {
    let mut case = Case::in_memory().unwrap();
    case.add(&sample(), &Origin::default()).unwrap();
    let event = case.view(None).unwrap().clusters("event").unwrap()[0][0].id.clone();
    let number = case.correct(&Correction::Wrong { item: event.clone() }, "2024-07-01").unwrap();
    let mut other = sample();
    other.events[0].status = demarche_record::Status::Denied;
    assert!(case.reread(&other).unwrap().is_empty());
    assert!(case.view(None).unwrap().clusters("event").unwrap().is_empty(), "it is wrong still");
    other.events.clear();
    let lost = case.reread(&other).unwrap();
    assert_eq!(lost.iter().map(|m| m.number).collect::<Vec<_>>(), [number]);
    assert!(case.reread(&sample()).unwrap().is_empty());
    assert!(case.view(None).unwrap().clusters("event").unwrap().is_empty());
    case.undo(number).unwrap();
    assert_eq!(case.view(None).unwrap().clusters("event").unwrap()[0][0].id, event);
}

/// How many clusters of a kind a case has of some articles.
fn clusters(kind: &str, articles: Vec<Article>) -> usize {
    let mut case = Case::in_memory().unwrap();
    for article in articles {
        case.add(&article.record(), &Origin::default()).unwrap();
    }
    case.view(None).unwrap().clusters(kind).unwrap().len()
}

fn of_two_states(id: &str, day: &str, text: &'static str) -> Article {
    Article::new(id, Some(day), text)
        .actor("NOR", "Norway", "state", None, "Norway")
        .actor("ISL", "Iceland", "state", None, "Iceland")
}

#[test]
fn events_of_no_day_are_one_where_they_are_about_the_same() {
    let told = |id, day, text| {
        of_two_states(id, day, text).event("e1", ["NOR", "SANCTION", "ISL"], "expelled", "occurred", None)
    };
    let first = || told("a", "2024-03-05", "Norway has expelled the ambassador of Iceland, it said.");
    let same = told("b", "2024-03-07", "Iceland stays at home because Norway expelled its ambassador.");
    let other =
        told("c", "2024-03-07", "Crews are angry that Norway expelled Iceland from a fair for ships.");
    assert_eq!(clusters("event", vec![first(), same]), 1);
    assert_eq!(clusters("event", vec![first(), other]), 2);
}

#[test]
fn to_keep_a_thing_so_is_not_to_make_it_so() {
    let told = |id, text, act| {
        of_two_states(id, "2024-03-05", text).threat(
            "c1",
            "NOR",
            "ISL",
            "Iceland withdraws its trawlers",
            act,
        )
    };
    let close = |id, text| told(id, text, "close its ports to ships");
    let first = || close("a", "Norway will close its ports to ships unless Iceland withdraws its trawlers.");
    let same = close("b", "Unless Iceland withdraws its trawlers soon, Norway may close its ports to ships.");
    let text = "Norway will keep closed its ports to ships unless Iceland withdraws its trawlers, it says.";
    let other = told("c", text, "keep closed its ports to ships");
    assert_eq!(clusters("commitment", vec![first(), same]), 1);
    assert_eq!(clusters("commitment", vec![first(), other]), 2);
}

/// Norway's threat of March 5 with a term, and one of `day`.
fn threats_with_terms(day: &str, text: &'static str, term: &str, value: &str) -> usize {
    let told = |id, day, text, term, value| {
        of_two_states(id, day, text)
            .threat("c1", "NOR", "ISL", "Iceland withdraws its trawlers", "Norway will close its ports")
            .date("t1", term, value)
    };
    let first = "Norway will close its ports unless Iceland withdraws its trawlers by March 9, it says.";
    let first = told("a", "2024-03-05", first, "March 9", "2024-03-09");
    clusters("commitment", vec![first, told("b", day, text, term, value)])
}

#[test]
fn what_has_another_term_after_the_first_was_over_is_said_anew() {
    let text = "Unless Iceland withdraws its trawlers by April 2, Norway will close its ports, it says.";
    assert_eq!(threats_with_terms("2024-03-12", text, "April 2", "2024-04-02"), 2);
    // Before that, the term is only another one in another text.
    assert_eq!(threats_with_terms("2024-03-07", text, "April 2", "2024-04-02"), 1);
    let text = "Unless Iceland withdraws its trawlers by March 9, Norway will close its ports, it had said.";
    assert_eq!(threats_with_terms("2024-03-12", text, "March 9", "2024-03-09"), 1);
}

#[test]
fn a_place_in_common_does_not_make_two_acts_one() {
    let told = |id, text, act| {
        of_two_states(id, "2024-03-05", text).threat("c1", "NOR", "ISL", "Iceland withdraws", act)
    };
    let first = || {
        let text = "Norway will close the port of Outer Skerry unless Iceland withdraws from there.";
        told("a", text, "close the port of Outer Skerry")
    };
    let same = "Unless Iceland withdraws its men, Norway wants to close Outer Skerry's port, it says.";
    let same = told("b", same, "close Outer Skerry's port");
    let other = "Unless Iceland withdraws its men, Norway wants to mine the waters of Outer Skerry.";
    let other = told("c", other, "mine the waters of Outer Skerry");
    assert_eq!(clusters("commitment", vec![first(), same]), 1);
    assert_eq!(clusters("commitment", vec![first(), other]), 2);
}
