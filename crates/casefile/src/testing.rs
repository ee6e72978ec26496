//! A small case made by hand: three articles and a copy that tell how a crisis goes on.

use crate::{Case, Origin};
use demarche_record::Record;
use serde_json::{Value, json};

/// One article in the making.
pub(crate) struct Article {
    text: &'static str,
    record: Value,
}

impl Article {
    pub fn new(id: &str, day: Option<&str>, text: &'static str) -> Article {
        let record = json!({
            "schema": "1.0",
            "document": { "id": id, "title": format!("Title of {id}"), "text": text, "url": null, "language": "en",
                          "sha256": crate::ids::sha256(text), "published": day,
                          "published_by": if day.is_some() { "given" } else { "unknown" } },
            "actors": [], "entities": [], "dates": [], "notices": [], "attributions": [], "events": [],
            "meetings": [], "commitments": [] });
        Article { text, record }
    }

    /// The span of the first `words`.
    pub fn span(&self, words: &str) -> Value {
        let at = self.text.find(words).unwrap_or_else(|| panic!("\"{words}\" is not in the text"));
        let from = self.text[..at].chars().count();
        json!([from, from + words.chars().count()])
    }

    fn push(mut self, list: &str, item: Value) -> Article {
        self.record[list].as_array_mut().unwrap().push(item);
        self
    }

    pub fn actor(self, id: &str, name: &str, kind: &str, of: Option<&str>, words: &str) -> Article {
        let span = self.span(words);
        let role = of.map(|_| "minister");
        let actor = json!({ "id": id, "name": name, "kind": kind, "role": role, "affiliation": of,
                            "mentions": [{ "span": span }], "spans": [span] });
        self.push("actors", actor)
    }

    pub fn said(self, id: &str, speaker: &str, content: &str, day: &str, venue: Option<&str>) -> Article {
        let (content, cue) = (self.span(content), self.span("said"));
        let said = json!({ "id": id, "source": [], "cue": [cue], "content": [content], "speaker": speaker,
            "mode": "direct", "venue": venue, "addressee": null, "date": day, "stance": "asserts",
            "found_by": "rule:test" });
        self.push("attributions", said)
    }

    pub fn event(self, id: &str, who: [&str; 3], words: &str, status: &str, day: Option<&str>) -> Article {
        let plover = demarche_record::Plover::from_name(who[1]).unwrap();
        let trigger = self.span(words);
        let event = json!({ "id": id, "type": who[1], "mode": null,
            "source": [{ "actor": who[0], "spans": [] }], "target": [{ "actor": who[2], "spans": [] }],
            "trigger": [trigger], "status": status, "date": day, "place": null, "magnitude": null,
            "attribution": null, "goldstein": plover.goldstein(), "quad_class": plover.quad_class(),
            "found_by": "rule:test" });
        self.push("events", event)
    }

    pub fn meeting(self, id: &str, with: [&str; 2], words: &str, status: &str, day: Option<&str>) -> Article {
        let span = self.span(words);
        let parties = with.map(|w| json!({ "actor": w, "spans": [] }));
        let meeting = json!({ "id": id, "parties": parties, "heads": [], "forum": null, "place": "Oslo",
            "start": day, "end": day, "format": "talks", "topics": ["fish"], "status": status, "after": null,
            "spans": [span], "found_by": "rule:test" });
        self.push("meetings", meeting)
    }

    pub fn threat(self, id: &str, by: &str, towards: &str, condition: &str, act: &str) -> Article {
        let clause = |words: &str, who: &str, negated: bool, r#type: Option<&str>| json!({ "actor": [who], "spans": [self.span(words)], "negated": negated, "type": r#type, "event": null });
        let threat = json!({ "id": id, "kind": "threat", "by": [by], "towards": [towards],
            "if": clause(condition, towards, true, None), "then": clause(act, by, false, Some("COERCE")),
            "what": null, "attribution": null, "spans": [self.span(act)], "found_by": "rule:test" });
        self.push("commitments", threat)
    }

    pub fn date(self, id: &str, words: &str, value: &str) -> Article {
        let date = json!({ "id": id, "type": "DATE", "value": value, "spans": [self.span(words)],
            "found_by": "rule:test" });
        self.push("dates", date)
    }

    pub fn record(self) -> Record {
        serde_json::from_value(self.record).unwrap()
    }
}

const FIRST: &str = "OSLO - Norway and Iceland will hold talks in Oslo on Friday. Norway will close its ports unless \
                     Iceland withdraws its trawlers, Foreign Minister Anna Berg said. \"We want fish, not words,\" \
                     Berg said on the radio.";
const SECOND: &str = "REYKJAVIK - Iceland rejected the demand of Norway on Tuesday. Its coast guard seized a \
                      Norwegian trawler late in the evening.";
const THIRD: &str = "OSLO - Norway has closed its ports to Icelandic ships. The talks in Oslo were held on Friday \
                     all the same, officials of both states told reporters.";
const UNDATED: &str = "Norway and Denmark signed an agreement on herring quotas, it is said in the market halls of \
                       Bergen, where nobody recalls when.";

/// The records of the case.
pub(crate) fn records() -> Vec<Record> {
    let states = |a: Article, iceland: &str| {
        a.actor("NOR", "Norway", "state", None, "Norway").actor("ISL", "Iceland", "state", None, iceland)
    };
    let first = states(Article::new("one", Some("2024-03-04"), FIRST), "Iceland")
        .actor("Anna Berg", "Anna Berg", "person", Some("NOR"), "Anna Berg")
        .said("a1", "Anna Berg", "\"We want fish, not words,\"", "2024-03-04", Some("the radio"))
        .meeting("m1", ["NOR", "ISL"], "will hold talks in Oslo on Friday", "planned", Some("2024-03-08"))
        .threat("c1", "NOR", "ISL", "Iceland withdraws its trawlers", "Norway will close its ports")
        .event("e1", ["NOR", "COERCE", "ISL"], "close its ports", "threatened", None);
    let second = states(Article::new("two", Some("2024-03-06"), SECOND), "Iceland")
        .event("e1", ["ISL", "REJECT", "NOR"], "rejected", "occurred", Some("2024-03-05"))
        .event("e2", ["ISL", "COERCE", "NOR"], "seized", "occurred", Some("2024-03-05"));
    let third = states(Article::new("three", Some("2024-03-12"), THIRD), "Icelandic")
        .event("e1", ["NOR", "COERCE", "ISL"], "closed its ports", "occurred", None)
        .meeting(
            "m1",
            ["NOR", "ISL"],
            "The talks in Oslo were held on Friday",
            "occurred",
            Some("2024-03-08"),
        );
    let undated = Article::new("undated", None, UNDATED)
        .actor("NOR", "Norway", "state", None, "Norway")
        .actor("DNK", "Denmark", "state", None, "Denmark")
        .event("e1", ["NOR", "AGREE", "DNK"], "signed an agreement", "occurred", None);
    vec![first.record(), second.record(), third.record(), undated.record()]
}

/// The case.
pub(crate) fn case() -> Case {
    let mut case = Case::in_memory().unwrap();
    for (record, outlet) in records().iter().zip(["The Wire", "The Wire", "Tidende", "Tidende"]) {
        case.add(record, &Origin { outlet: Some(outlet.into()) }).unwrap();
    }
    case
}
