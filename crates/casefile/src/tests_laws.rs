//! The laws of the case: the order of adding does not show, adding twice changes nothing, what is kept up to date is what
//! is built anew, what is undone was never done, what was known stays known.

use crate::ask::AskedCommitments;
use crate::corrections::Fixes;
use crate::local::{Ids, Sides, Words};
use crate::merge::traits::{Source, Traits};
use crate::rebuild::compare;
use crate::{Added, Case, Correction, Origin};
use demarche_act::World;
use demarche_record::{
    Actor, ActorKind, Attribution, Clause, Commitment, CommitmentKind, Event, Magnitude, Meeting, Mention,
    Mode, Party, Plover, PublishedBy, Record, Span, Status,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// A text in the making, and its record.
#[derive(Default)]
struct Page {
    record: Record,
    length: usize,
}

const STATES: [(&str, &str); 4] =
    [("RUS", "Russia"), ("USA", "America"), ("UKR", "Ukraine"), ("BLR", "Belarus")];
const PERSONS: [(&str, Option<&str>); 8] = [
    ("Antony Blinken", Some("USA")),
    ("Anthony Blinken", None),
    ("A. Blinken", None),
    ("Blinken", Some("USA")),
    ("Anna Smith", Some("USA")),
    ("Adam Smith", Some("USA")),
    ("Smith", Some("USA")),
    ("Smith", Some("BLR")),
];
const PLACES: [&str; 2] = ["Geneva", "Minsk"];

impl Page {
    fn say(&mut self, words: &str) -> Span {
        let from = self.length;
        self.length += words.chars().count();
        self.record.document.text += words;
        [from, self.length]
    }

    fn actor(&mut self, id: &str, name: &str, kind: ActorKind, of: Option<&str>) -> (String, Span) {
        let span = self.say(name);
        let mention = Mention { span, coreferent: false };
        match self.record.actors.iter_mut().find(|a| a.id == id) {
            Some(actor) => {
                actor.mentions.push(mention);
                actor.spans.push(span);
            }
            None => self.record.actors.push(Actor {
                id: id.into(),
                name: name.into(),
                kind,
                wikidata: None,
                role: None,
                affiliation: of.map(str::to_owned),
                mentions: vec![mention],
                spans: vec![span],
            }),
        }
        (id.to_owned(), span)
    }

    fn state(&mut self, n: usize) -> Party {
        let (id, name) = STATES[n % STATES.len()];
        let (actor, span) = self.actor(id, name, ActorKind::State, None);
        Party { actor: Some(actor), spans: vec![span] }
    }

    fn statement(
        &mut self,
        speaker: String,
        source: Span,
        content: Vec<Span>,
        cue: Span,
        mode: Mode,
    ) -> String {
        let id = format!("a{}", self.record.attributions.len() + 1);
        self.record.attributions.push(Attribution {
            id: id.clone(),
            source: vec![source],
            cue: vec![cue],
            content,
            speaker: Some(speaker),
            mode,
            venue: None,
            venue_spans: vec![],
            addressee: None,
            date: None,
            stance: None,
            found_by: "test".into(),
        });
        id
    }

    #[allow(clippy::too_many_arguments)]
    fn event(
        &mut self,
        r#type: Plover,
        source: Vec<Party>,
        target: Vec<Party>,
        trigger: Span,
        date: Option<String>,
        place: Option<&str>,
        number: Option<f64>,
    ) {
        self.record.events.push(Event {
            id: format!("e{}", self.record.events.len() + 1),
            r#type,
            mode: None,
            contexts: vec![],
            source,
            target,
            trigger: vec![trigger],
            status: Status::Occurred,
            date,
            place: place.map(str::to_owned),
            magnitude: number.map(|value| Magnitude {
                value,
                unit: Some("guns".into()),
                approximate: false,
                spans: vec![],
            }),
            attribution: None,
            goldstein: r#type.goldstein(),
            quad_class: r#type.quad_class(),
            confidence: None,
            found_by: "test".into(),
        });
    }

    fn meeting(&mut self, parties: Vec<Party>, span: Span, start: Option<String>, place: &str) {
        self.record.meetings.push(Meeting {
            id: format!("m{}", self.record.meetings.len() + 1),
            parties,
            heads: vec![],
            forum: None,
            place: Some(place.into()),
            start,
            end: None,
            format: Some("talks".into()),
            topics: vec![],
            status: Status::Planned,
            after: None,
            spans: vec![span],
            found_by: "test".into(),
        });
    }

    fn commitment(
        &mut self,
        kind: CommitmentKind,
        by: &str,
        said: String,
        clauses: [Option<(Span, Plover)>; 3],
    ) {
        let clause = |c: Option<(Span, Plover)>| {
            c.map(|(span, kind)| Clause { spans: vec![span], r#type: Some(kind), ..Clause::default() })
        };
        let [r#if, then, what] = clauses;
        let spans = [r#if, then, what].into_iter().flatten().map(|(s, _)| s).collect();
        self.record.commitments.push(Commitment {
            id: format!("c{}", self.record.commitments.len() + 1),
            kind,
            by: vec![by.into()],
            towards: vec![],
            r#if: clause(r#if),
            then: clause(then),
            what: clause(what),
            options: vec![],
            attribution: Some(said),
            spans,
            found_by: "test".into(),
        });
    }

    /// One sentence, of five kinds.
    fn sentence(&mut self, [kind, a, b, c]: [usize; 4]) {
        let day = ["2022-01-03", "2022-01-04", "2022-01-05", "2022-01-12"][c % 4];
        let date = (b % 3 != 0).then(|| day.to_owned());
        let place = PLACES[b % 2];
        match kind % 5 {
            0 => {
                let source = self.state(a);
                self.say(" ");
                let trigger = self.say(["shelled", "struck and shelled", "captured", "attacked"][c % 4]);
                self.say(" a town of ");
                let target = self.state(a + 1 + b);
                self.say(&format!(" near {place} with {} guns.\n", c % 2 + 3));
                let number = (b % 2 == 0).then_some((c % 2 + 3) as f64);
                let target = if c % 5 == 0 { vec![] } else { vec![target] };
                self.event(
                    Plover::Assault,
                    vec![source],
                    target,
                    trigger,
                    date,
                    (c % 2 == 0).then_some(place),
                    number,
                );
            }
            1 => {
                self.say("“");
                let then =
                    self.say(["We will close the border", "The border will be shut and closed"][c % 2]);
                self.say(" if ");
                let cond = self.say("a town is attacked");
                self.say(",” ");
                let (name, of) = PERSONS[a % PERSONS.len()];
                let (speaker, source) = self.actor(name, name, ActorKind::Person, of);
                self.say(" ");
                let cue = self.say("said");
                self.say(&format!(" on day {}.\n", b % 3));
                let said =
                    self.statement(speaker.clone(), source, vec![[then[0], cond[1]]], cue, Mode::Direct);
                let clauses = [Some((cond, Plover::Assault)), Some((then, Plover::Coerce)), None];
                self.commitment(CommitmentKind::Threat, &speaker, said, clauses);
            }
            2 | 3 => {
                let one = self.state(a);
                self.say(" and ");
                let two = self.state(a + 1 + b % 2);
                self.say(" ");
                let moved = kind % 5 == 3;
                let span = self.say(if moved { "have postponed talks" } else { "will hold talks" });
                self.say(&format!(" in {place} {}.\n", if date.is_some() { day } else { "soon" }));
                self.meeting(vec![one.clone(), two.clone()], span, date.clone(), place);
                self.event(Plover::Consult, vec![one], vec![two], span, date, Some(place), None);
            }
            _ => {
                let by = self.state(a);
                self.say(" ");
                let cue = self.say("demanded");
                self.say(" ");
                let what =
                    self.say(["the withdrawal of all troops", "that all troops be withdrawn at once"][b % 2]);
                self.say(".\n");
                let id = by.actor.unwrap_or_default();
                let said = self.statement(id.clone(), by.spans[0], vec![what], cue, Mode::Indirect);
                self.commitment(
                    CommitmentKind::Demand,
                    &id,
                    said,
                    [None, None, Some((what, Plover::Retreat))],
                );
            }
        }
    }
}

/// A record of a few sentences; `n` makes its text differ from others.
pub(crate) fn page(n: usize, day: Option<usize>, sentences: &[[usize; 4]]) -> Record {
    let mut page = Page::default();
    page.record.schema = "1.0".into();
    page.say(&format!("No {n}\n"));
    sentences.iter().for_each(|&s| page.sentence(s));
    let mut record = page.record;
    for name in ["USA", "BLR"] {
        if !record.actors.iter().any(|a| a.id == name)
            && record.actors.iter().any(|a| a.affiliation.is_some())
        {
            // The one for whom somebody speaks is there too, as the reader has it.
            let (id, kind) = (name.to_owned(), ActorKind::State);
            record.actors.push(Actor {
                id: id.clone(),
                name: id,
                kind,
                wikidata: None,
                role: None,
                affiliation: None,
                mentions: vec![],
                spans: vec![],
            });
        }
    }
    record.document.id = format!("n{n}");
    record.document.published =
        day.map(|d| ["2022-01-03", "2022-01-04", "2022-01-06", "2022-01-13"][d % 4].into());
    record.document.published_by = if day.is_some() { PublishedBy::Given } else { PublishedBy::Unknown };
    record.document.sha256 = crate::ids::sha256(&record.document.text);
    record
}

/// Some records. Few different sentences, so that much is the same; some are near-copies of others.
fn records() -> impl Strategy<Value = Vec<Record>> {
    let sentence = (0..5usize, 0..8usize, 0..4usize, 0..6usize).prop_map(|(k, a, b, c)| [k, a, b, c]);
    let one =
        (proptest::option::weighted(0.9, 0..4usize), prop::collection::vec(sentence, 1..6), any::<bool>());
    prop::collection::vec(one, 1..7).prop_map(|all| {
        let mut records: Vec<Record> = Vec::new();
        let mut before: Vec<[usize; 4]> = Vec::new();
        for (n, (day, sentences, copy)) in all.into_iter().enumerate() {
            let sentences = if copy && before.len() > 3 { before.clone() } else { sentences };
            records.push(page(n, day, &sentences));
            before = sentences;
        }
        records
    })
}

/// What the items of a record are compared by.
fn traits(record: &Record) -> Vec<Traits> {
    let (ids, words) = (Ids::of(record, &record.document.sha256), Words::new(&record.document.text));
    let (sides, fixes) = (Sides::new(record), Fixes::default());
    Source::new(record, &words, &sides, &ids, &fixes).traits().into_iter().map(|(_, traits)| traits).collect()
}

pub(crate) fn filled(records: &[Record]) -> Case {
    let mut case = Case::in_memory().unwrap();
    for r in records {
        assert!(matches!(case.add(r, &Origin::default()).unwrap(), Added::New { .. }));
    }
    case
}

fn ids(case: &Case) -> Vec<(String, String)> {
    let mut query = case.conn.prepare("SELECT kind, id FROM items ORDER BY id").unwrap();
    query.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect()
}

/// A correction that the case takes, of a kind and on items that numbers choose.
fn correction(case: &Case, kind: usize, one: &Index, two: &Index) -> Option<Correction> {
    let all = ids(case);
    let (of, item) = one.get(&all).clone();
    let others: Vec<&String> = all.iter().filter(|(k, i)| *k == of && *i != item).map(|(_, i)| i).collect();
    let actors: Vec<&String> = all.iter().filter(|(k, _)| k == "actor").map(|(_, i)| i).collect();
    Some(match kind % 5 {
        0 if of != "actor" && !others.is_empty() => {
            Correction::Merge { a: item, b: two.get(&others).to_string() }
        }
        1 if of != "actor" => Correction::Split { item },
        2 => Correction::Wrong { item },
        3 => Correction::Right { item },
        4 => {
            let id = two.get(&actors).to_string();
            let cluster = case.resolve(&id).unwrap().cluster;
            let is = ["RUS", "USA", "Antony Blinken", "somebody else"][one.index(4)];
            let actor = if kind.is_multiple_of(2) { id } else { cluster };
            if actor == is {
                return None;
            }
            Correction::Actor { actor, is: is.into() }
        }
        _ => return None,
    })
}

/// A case of the records with the corrections made, as far as it takes them.
fn corrected(records: &[Record], fixes: &[(usize, Index, Index)]) -> Case {
    let mut case = filled(records);
    for (kind, one, two) in fixes {
        if let Some(c) = correction(&case, *kind, one, two) {
            case.correct(&c, "2022-02-01").unwrap();
        }
    }
    case
}

/// Whether what a trend reads of an event is what its item says, and what a timeline reads of a step what its state says.
fn copied(case: &Case) -> bool {
    let differs = [
        "SELECT 1 FROM dyads d JOIN items i USING (item)
         WHERE d.cluster <> i.cluster OR d.known IS NOT i.known OR d.day_from IS NOT i.day_from",
        "SELECT 1 FROM steps s JOIN states t USING (cluster) WHERE s.first <> t.first OR s.whole IS NOT t.whole",
    ];
    !differs.iter().any(|sql| case.conn.prepare(sql).unwrap().exists([]).unwrap())
}

/// What is known of words and of the persons of a case.
fn world(case: &Case) -> World {
    let mut world = World::default();
    world.speaks_for = crate::ask::speaks_for(&case.conn).unwrap();
    for (word, of) in [("attack", Plover::Assault), ("withdraw", Plover::Retreat), ("close", Plover::Coerce)]
    {
        world.verb(word);
        world.word(word, of);
    }
    world
}

macro_rules! same {
    ($a:expr, $b:expr) => {
        let (a, b): (String, String) = ($a, $b);
        prop_assert!(a == b, "{}", compare(&a, &b));
    };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_one_is_so_at_a_glance_and_shares_a_key(records in records()) {
        let all: Vec<_> = records.iter().flat_map(traits).collect();
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
            prop_assert_eq!(a.glance().may_be(b.glance()), b.glance().may_be(a.glance()));
            if a.same(b).is_some() {
                prop_assert!(a.glance().may_be(b.glance()), "{:?} {:?}", a, b);
                prop_assert!(a.keys().asked.iter().any(|key| b.keys().kept.contains(key)), "{:?} {:?}", a, b);
            }
        }
    }

    #[test]
    fn the_order_of_adding_does_not_show(records in records(), seed in any::<u64>()) {
        let one = filled(&records).dump().unwrap();
        let mut other = records.clone();
        let n = other.len();
        other.rotate_left(seed as usize % n);
        other.swap(0, (seed >> 8) as usize % n);
        same!(filled(&other).dump().unwrap(), one.clone());
        other.reverse();
        same!(filled(&other).dump().unwrap(), one);
    }

    #[test]
    fn adding_twice_changes_nothing(records in records()) {
        let mut case = filled(&records);
        let before = case.dump().unwrap();
        for r in &records {
            prop_assert_eq!(case.add(r, &Origin::default()).unwrap(), Added::Already);
        }
        same!(case.dump().unwrap(), before);
    }

    /// Whether documents came since or somebody came to be known as speaking for somebody.
    #[test]
    fn lives_told_bit_by_bit_are_those_told_at_once(
        records in records(),
        tell in prop::collection::vec(prop::bool::weighted(0.7), 7),
    ) {
        let mut case = Case::in_memory().unwrap();
        for (record, tell) in records.iter().zip(tell) {
            case.add(record, &Origin::default()).unwrap();
            if tell {
                case.relive_some(&world(&case)).unwrap();
                prop_assert!(!case.is_unlived().unwrap());
            }
        }
        case.relive_some(&world(&case)).unwrap();
        let mut at_once = filled(&records);
        at_once.relive(&world(&at_once)).unwrap();
        same!(case.dump().unwrap(), at_once.dump().unwrap());
    }

    /// The steps that are written down with the lives say what the changes come to, now and as of a day.
    #[test]
    fn steps_say_what_changes_come_to(
        records in records(),
        fixes in prop::collection::vec((0..10usize, any::<Index>(), any::<Index>()), 0..3),
    ) {
        let mut case = corrected(&records, &fixes);
        case.relive(&world(&case)).unwrap();
        prop_assert!(copied(&case));
        let open = AskedCommitments { open: true, ..AskedCommitments::default() };
        let asked = |case: &Case| {
            let days = [None, Some("2022-01-03"), Some("2022-01-04"), Some("2022-01-06"), Some("2022-01-20")];
            let lines = days.iter().map(|day| {
                let view = case.view(*day).unwrap();
                let timeline = crate::ask::timeline(&view, None, None, true, None).unwrap();
                let open = crate::ask::commitments(&view, &open, None).unwrap();
                let rows: Vec<String> = timeline.rows.iter().map(|m| serde_json::to_string(m).unwrap())
                    .chain(open.rows.iter().map(|c| serde_json::to_string(c).unwrap())).collect();
                format!("{day:?} {} {}\n{}\n", timeline.total, open.rows.len(), rows.join("\n"))
            });
            lines.collect::<String>()
        };
        let by_steps = asked(&case);
        // Where anything is still to be told, the changes themselves are asked.
        case.conn.execute("INSERT INTO untold SELECT min(doc) FROM documents", []).unwrap();
        same!(by_steps, asked(&case));
    }

    #[test]
    fn what_is_kept_is_what_is_built_anew(
        records in records(),
        fixes in prop::collection::vec((0..10usize, any::<Index>(), any::<Index>()), 0..6),
    ) {
        let mut case = corrected(&records, &fixes);
        let before = case.dump().unwrap();
        case.rebuild().unwrap();
        same!(before.clone(), case.dump().unwrap());
        prop_assert!(copied(&case));
        // What triggers count is what is there.
        let count = "SELECT actor, kind, name, coalesce(wikidata, ''), side, count(*), sum(mentions) FROM actors
                     GROUP BY 1, 2, 3, 4, 5";
        for [one, other] in [[count, "SELECT * FROM named"], ["SELECT * FROM named", count]] {
            let differ = case.conn.prepare(&format!("{one} EXCEPT {other}")).unwrap().exists([]).unwrap();
            prop_assert!(!differ);
        }
        // Reading a text again in the same way changes nothing.
        for r in &records {
            let lost = case.reread(r).unwrap();
            prop_assert!(lost.is_empty(), "{:?}", lost);
        }
        same!(before, case.dump().unwrap());
    }

    #[test]
    fn what_is_undone_was_never_done(
        records in records(),
        fixes in prop::collection::vec((0..10usize, any::<Index>(), any::<Index>()), 1..5),
        first in any::<Index>(),
    ) {
        let mut case = filled(&records);
        let mut dumps = vec![case.dump().unwrap()];
        let mut numbers = Vec::new();
        for (kind, one, two) in &fixes {
            if let Some(c) = correction(&case, *kind, one, two) {
                numbers.push(case.correct(&c, "2022-02-01").unwrap());
                dumps.push(case.dump().unwrap());
            }
        }
        for &n in numbers.iter().rev() {
            let now = dumps.pop().unwrap_or_default();
            same!(case.dump().unwrap(), now);
            case.undo(n).unwrap();
        }
        same!(case.dump().unwrap(), dumps.pop().unwrap_or_default());
        if !numbers.is_empty() {
            prop_assert!(case.undo(*first.get(&numbers)).is_err(), "it is undone already");
        }
    }

    #[test]
    fn what_was_known_is_what_earlier_documents_say(
        records in records(),
        fixes in prop::collection::vec((0..10usize, any::<Index>(), any::<Index>()), 0..3),
    ) {
        let case = corrected(&records, &fixes);
        let mut before: Vec<String> = Vec::new();
        for day in ["2022-01-02", "2022-01-03", "2022-01-04", "2022-01-06", "2022-01-20"] {
            let then: Vec<Record> = records
                .iter()
                .filter(|r| r.document.published.as_deref().is_some_and(|p| p <= day))
                .cloned()
                .collect();
            let mut only = Case::in_memory().unwrap();
            let rows = crate::corrections::history(&case.conn).unwrap();
            for m in rows {
                let json = serde_json::to_value(&m.correction).unwrap();
                only.conn
                    .execute(
                        "INSERT INTO corrections (correction, verb, args, made) VALUES (?1, ?2, ?3, ?4)",
                        (m.number, json["verb"].as_str(), json["args"].to_string(), m.made),
                    )
                    .unwrap();
            }
            for r in &then {
                only.add(r, &Origin::default()).unwrap();
            }
            let (a, b) = (case.view(Some(day)).unwrap(), only.view(None).unwrap());
            for kind in ["statement", "event", "meeting", "commitment"] {
                let shown = |v: &crate::known::View| {
                    let clusters = v.clusters(kind).unwrap();
                    let lines = clusters.iter().map(|c| {
                        let ids: Vec<&str> = c.iter().map(|m| m.id.as_str()).collect();
                        let parties: Vec<_> = c.iter().map(|m| v.parties(m.item).unwrap()).collect();
                        assert_eq!(v.members(ids[0]).unwrap(), *c);
                        format!("{} sources {:?} {parties:?}\n", v.sources(c).unwrap(), ids)
                    });
                    lines.collect::<String>()
                };
                same!(shown(&a), shown(&b));
            }
            let rows = |c: &Case, day| {
                c.commitments(day).unwrap().iter().map(|c| serde_json::to_string(c).unwrap() + "\n").collect::<String>()
            };
            same!(rows(&case, Some(day)), rows(&only, None));
            // Persons may go by another id by then; a name to show is the whole case's.
            let named = |v: &crate::known::View| {
                let actors = crate::ask::actors(v, &["state".to_owned(), "igo".to_owned()], None).unwrap();
                let lines = actors.rows.iter().map(|a| {
                    format!("{} {} {:?} {} {} {:?}\n", a.id, a.kind, a.side, a.documents, a.mentions, a.known)
                });
                lines.collect::<String>()
            };
            same!(named(&a), named(&b));
            let known: Vec<String> = ["statement", "event", "meeting", "commitment"]
                .iter()
                .flat_map(|k| a.clusters(k).unwrap())
                .flatten()
                .map(|m| m.id)
                .collect();
            prop_assert!(before.iter().all(|id| known.contains(id)), "what was known on a day is known later");
            before = known;
        }
    }
}

/// The law of lives above speaks of lives in which something happens.
#[test]
fn a_threat_is_triggered_by_a_document_that_comes_later() {
    let mut case = Case::in_memory().unwrap();
    let states = |case: &Case| -> Vec<String> {
        let mut query = case.conn.prepare("SELECT state FROM changes ORDER BY state").unwrap();
        query.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
    };
    // A spokesman's threat; then a state shells another.
    for (n, sentence, expected) in [
        (0, [1, 0, 1, 0], vec!["open"]),
        (3, [0, 0, 1, 3], vec!["open", "triggered"]),
        (3, [4, 1, 0, 0], vec!["open", "open", "triggered"]),
    ] {
        case.add(&page(n, Some(n), &[sentence]), &Origin::default()).unwrap();
        case.relive_some(&world(&case)).unwrap();
        assert_eq!(states(&case), expected);
    }
}
