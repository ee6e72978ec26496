//! What goes in comes out.

use crate::{Added, Case, Origin};
use demarche_record::Record;

/// The record of a short text, as the reader gives it.
pub(crate) fn sample() -> Record {
    let text = "ABUJA, June 12 (Wire) - The Economic Community of West African States (ECOWAS) said Mali must release \
                the soldiers. \"If the demand is not met, the bloc will close its borders with Mali,\" ECOWAS said. \
                Mali rejected the ultimatum in the capital’s streets.";
    let span = |words: &str| {
        let at = text.find(words).unwrap_or_else(|| panic!("{words} is not in the text"));
        let from = text[..at].chars().count();
        [from, from + words.chars().count()]
    };
    let actor = |id: &str, name: &str, kind: &str, words: &str| {
        serde_json::json!({ "id": id, "name": name, "kind": kind, "mentions": [{ "span": span(words) }],
                            "spans": [span(words)] })
    };
    let clause = |words: &str, actor: &[&str], negated: bool, r#type: Option<&str>| {
        serde_json::json!({ "actor": actor, "spans": [span(words)], "negated": negated, "type": r#type,
                            "event": null })
    };
    let json = serde_json::json!({
        "schema": "1.0",
        "document": { "id": "mali", "title": "Ultimatum", "text": text, "url": "https://www.wire.example/mali?x=1",
                      "language": "en", "sha256": "", "published": "2024-06-12", "published_by": "given" },
        "actors": [
            actor("ECOWAS", "Economic Community of West African States", "igo", "ECOWAS"),
            actor("MLI", "Mali", "state", "Mali must"),
        ],
        "entities": [], "dates": [], "notices": [],
        "attributions": [{
            "id": "a1", "source": [span("ECOWAS said.")], "cue": [span("said.")],
            "content": [span("If the demand is not met, the bloc will close its borders with Mali,")],
            "speaker": "ECOWAS", "mode": "direct", "venue": null, "addressee": null, "date": "2024-06-12",
            "stance": "threatens", "found_by": "rule:clause" }],
        "events": [{
            "id": "e1", "type": "REJECT", "mode": null, "source": [{ "actor": "MLI", "spans": [span("Mali rejected")] }],
            "target": [{ "actor": null, "spans": [span("the ultimatum")] }], "trigger": [span("rejected")],
            "status": "occurred", "date": "2024-W24", "place": "the capital’s streets", "magnitude": null,
            "attribution": null, "goldstein": -4.0, "quad_class": "verbal_conflict", "found_by": "rule:verb" }],
        "meetings": [],
        "commitments": [{
            "id": "c1", "kind": "threat", "by": ["ECOWAS"], "towards": ["MLI"],
            "if": clause("the demand is not met", &["MLI"], true, None),
            "then": clause("the bloc will close its borders with Mali", &["ECOWAS"], false, Some("COERCE")),
            "what": null, "attribution": "a1",
            "spans": [span("the demand is not met"), span("the bloc will close its borders with Mali")],
            "found_by": "rule:condition" }]
    });
    let mut record: Record = serde_json::from_value(json).unwrap();
    record.document.sha256 = crate::ids::sha256(text);
    record
}

#[test]
fn a_record_goes_in_and_comes_out() {
    let mut case = Case::in_memory().unwrap();
    let record = sample();
    let new = case.add(&record, &Origin::default()).unwrap();
    assert_eq!(new, Added::New { doc: 1, copy_of: None });
    assert_eq!(case.add(&record, &Origin::default()).unwrap(), Added::Already);
    assert_eq!(case.record(&record.document.sha256).unwrap(), Some(record));
    let outlet: String = case.conn.query_row("SELECT outlet FROM documents", [], |r| r.get(0)).unwrap();
    assert_eq!(outlet, "wire.example");
    let found: String = case
        .conn
        .query_row(
            "SELECT snippet(texts, 1, '[', ']', '', 4) FROM texts WHERE texts MATCH 'border'",
            [],
            |r| r.get(0),
        )
        .unwrap();
    assert!(found.contains("[borders]"), "{found}");
}

#[test]
fn commitments_come_with_their_words() {
    let mut case = Case::in_memory().unwrap();
    case.add(&sample(), &Origin::default()).unwrap();
    let all = case.commitments(None).unwrap();
    let [c] = &all[..] else { panic!("{all:?}") };
    assert_eq!(
        (c.by[0].as_str(), c.towards[0].as_str(), c.state.as_str(), c.sources),
        ("ECOWAS", "MLI", "open", 1)
    );
    let quotes: Vec<_> = c.citations.iter().map(|c| format!("{}: {}", c.field, c.quote)).collect();
    assert_eq!(quotes, ["if: the demand is not met", "then: the bloc will close its borders with Mali"]);
    assert!(case.commitments(Some("2024-06-11")).unwrap().is_empty());
    assert_eq!(case.commitments(Some("2024-06-12")).unwrap(), all);
    let meant = case.resolve(&c.id[..4]).unwrap();
    assert_eq!((meant.id, meant.cluster), (c.id.clone(), c.id.clone()));
    assert_eq!(case.resolve("ECOWAS").unwrap().cluster, "ECOWAS");
    assert_eq!(case.resolve("c00000").unwrap_err().to_string(), "the case has no item or actor \"c00000\"");
}

#[test]
fn an_event_covers_the_days_of_its_date() {
    let mut case = Case::in_memory().unwrap();
    case.add(&sample(), &Origin { outlet: Some("The Wire".into()) }).unwrap();
    let days: (String, String, String) = case
        .conn
        .query_row(
            "SELECT first, last, outlet FROM events JOIN items USING (item) JOIN documents USING (doc)",
            [],
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )
        .unwrap();
    assert_eq!(days, ("2024-06-10".into(), "2024-06-16".into(), "The Wire".into()));
}

#[test]
fn a_record_that_breaks_the_contract_is_refused() {
    let mut case = Case::in_memory().unwrap();
    let mut bad = sample();
    bad.events[0].trigger = vec![[5000, 5001]];
    let e = case.add(&bad, &Origin::default()).unwrap_err();
    assert!(e.is_record() && e.to_string().starts_with("the record of mali is not sound: event e1"), "{e}");
    let mut bad = sample();
    bad.document.text.push('!');
    let e = case.add(&bad, &Origin::default()).unwrap_err().to_string();
    assert_eq!(e, "the record of mali is not sound: its sha256 is not that of its text");
    let mut bad = sample();
    bad.document.published = Some("yesterday".into());
    assert!(case.add(&bad, &Origin::default()).unwrap_err().to_string().ends_with("\"yesterday\" is no day"));
    let n: i64 = case.conn.query_row("SELECT count(*) FROM documents", [], |r| r.get(0)).unwrap();
    assert_eq!(n, 0);
}
