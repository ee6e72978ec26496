//! The record: what demarche says about a text, as data.
//!
//! This is the waist of the program: reading ends here, and the case file, the scenario and every view
//! begin here. The schema is versioned ([`SCHEMA_VERSION`]); fields may be added, none is renamed or
//! dropped without a new version. [`schema`] gives it as JSON Schema.
//!
//! All offsets are half-open `[start, end]` pairs of **Unicode scalars** into `document.text`, which is
//! the text exactly as it was given. Every item carries the spans that prove it.
//!
//! This crate knows how to serialise; it knows nothing of how a record comes to be.

mod actor;
mod commitment;
mod document;
mod event;
mod meeting;
mod statement;

pub use actor::{Actor, ActorKind, Entity, EntityType, Mention};
pub use commitment::{Clause, Commitment, CommitmentKind};
pub use document::{Candidate, Document, Notice, PublishedBy};
pub use event::{Event, Magnitude, PairAnswer, Party, Plover, QuadClass, Status};
pub use meeting::{Head, Meeting};
pub use statement::{Attribution, Date, Mode, TimexType};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the schema that this crate writes.
pub const SCHEMA_VERSION: &str = "1.0";

/// A half-open pair of Unicode scalars into `document.text`.
pub type Span = [usize; 2];

/// Everything that one text says, cited.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// The id the text came with, repeated at the top for line-by-line tools; absent where none was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Version of this schema.
    pub schema: String,
    /// What was read.
    pub document: Document,
    /// Who appears.
    pub actors: Vec<Actor>,
    /// Every name.
    pub entities: Vec<Entity>,
    /// When.
    pub dates: Vec<Date>,
    /// Who said it.
    pub attributions: Vec<Attribution>,
    /// Who did what to whom.
    pub events: Vec<Event>,
    /// Who meets whom where.
    pub meetings: Vec<Meeting>,
    /// Who binds whom to what.
    pub commitments: Vec<Commitment>,
    /// What is wrong with the text or the reading.
    pub notices: Vec<Notice>,
    /// The answers to asked pairs, in the order they were asked; absent where none was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairs: Option<Vec<PairAnswer>>,
}

/// The JSON Schema of [`Record`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Record)
}

/// What is wrong with a record that does not keep the contract, one line a finding; empty for a sound one.
///
/// Checks that every span fits the text and is not inverted and that every id that is referred to exists.
pub fn check(record: &Record) -> Vec<String> {
    let mut wrong = Vec::new();
    let length = record.document.text.chars().count();
    let mut spans = |what: &str, id: &str, spans: &[Span]| {
        for s in spans {
            if s[0] > s[1] || s[1] > length {
                wrong.push(format!("{what} {id}: span {s:?} does not fit a text of {length} scalars"));
            }
        }
    };
    for a in &record.actors {
        for m in &a.mentions {
            spans("actor", &a.id, &[m.span]);
        }
    }
    for e in &record.entities {
        spans("entity", e.r#type.name(), &e.spans);
    }
    for d in &record.dates {
        spans("date", &d.id, &d.spans);
    }
    for a in &record.attributions {
        for s in [&a.source, &a.cue, &a.content] {
            spans("attribution", &a.id, s);
        }
    }
    for e in &record.events {
        spans("event", &e.id, &e.trigger);
        for p in e.source.iter().chain(&e.target) {
            spans("event", &e.id, &p.spans);
        }
    }
    for m in &record.meetings {
        spans("meeting", &m.id, &m.spans);
    }
    for c in &record.commitments {
        spans("commitment", &c.id, &c.spans);
        for part in c.r#if.iter().chain(&c.then).chain(&c.what).chain(&c.options) {
            spans("commitment", &c.id, &part.spans);
        }
    }
    for n in &record.notices {
        spans("notice", &n.kind, &n.spans);
    }
    let actors: std::collections::BTreeSet<&str> = record.actors.iter().map(|a| a.id.as_str()).collect();
    let mut known = |what: &str, id: &str| {
        if !actors.contains(id) {
            wrong.push(format!("{what} refers to actor {id}, which is not in the record"));
        }
    };
    for e in &record.events {
        e.source.iter().chain(&e.target).filter_map(|p| p.actor.as_deref()).for_each(|id| known(&e.id, id));
    }
    for m in &record.meetings {
        m.parties.iter().filter_map(|p| p.actor.as_deref()).for_each(|id| known(&m.id, id));
    }
    for c in &record.commitments {
        c.by.iter().chain(&c.towards).for_each(|id| known(&c.id, id));
    }
    for a in &record.attributions {
        a.speaker.iter().for_each(|id| known(&a.id, id));
    }
    wrong
}
