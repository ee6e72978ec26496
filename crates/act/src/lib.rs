//! What an act is, and when one act answers another.
//!
//! An [`Act`] is who does (or does not do) what to whom, as a commitment's clause, an event or an analyst says it.
//! Both the case file (is a demand met? is a threat triggered?) and the scenario (what fires?) ask the same question:
//!
//! 1. [`parse`] reads an act as an analyst types it; [`of_clause`] and [`of_event`] make one of a record's parts;
//! 2. [`sense()`] says what an act comes to: its types, its words, what it is when it is turned round ("refuses to
//!    talk" is not to talk, "receives" is to be given);
//! 3. [`answers`] says whether an act that is done is the act that a clause speaks of, how sure that is, and why;
//!    [`contradicts`] whether two acts exclude each other;
//! 4. [`asked_keys`] and [`done_keys`] tell a store which pairs of many are worth the question.
//!
//! # How an act is typed
//!
//! ```text
//! [not] ACTOR[,ACTOR] TYPE-or-VERB [TARGET[,TARGET]] [words ...]
//! ```
//!
//! `RUS ASSAULT UKR`, `not NATO GIVE security guarantees`, `RUS REJECT diplomacy`, `USA,GBR SANCTION RUS`,
//! `"Vladimir Putin" THREATEN UKR`; [`parse`] says the rest.
//!
//! Knows the record's vocabularies; knows nothing of files, stores or texts. What is known of words stands in `data/`.

mod answers;
mod keys;
mod parse;
mod sense;
mod tables;
mod world;

pub use answers::{answers, answers_sensed, contradicts, contradicts_sensed, in_common};
pub use keys::{asked_keys, done_keys};
pub use parse::{Error, parse};
pub use sense::{Sense, Side, receives, sense};
pub use world::World;

use demarche_record::Plover;
use std::fmt;

/// Who does, or does not do, what to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Act {
    /// Whether it is that the act is *not* done.
    pub negated: bool,
    /// Ids of those who do it; empty where nobody is named.
    pub actors: Vec<String>,
    /// PLOVER type, where it has one.
    pub r#type: Option<Plover>,
    /// Ids of those it is done to; empty where nobody is named.
    pub targets: Vec<String>,
    /// The words that say it.
    pub words: String,
}

/// How one act answers another.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// 0 to 1: how sure it is that the one is the other.
    pub sure: f64,
    /// One sentence for a person.
    pub why: String,
}

/// The act that an event is, of its type, ids of sources and targets, and the words that say what is done: its trigger,
/// and where that is little, what it is about (the sentence's object, the statement it is known from).
pub fn of_event(r#type: Plover, actors: Vec<String>, targets: Vec<String>, words: &str) -> Act {
    Act { negated: false, actors, r#type: Some(r#type), targets, words: words.to_owned() }
}

/// The act that a side of a commitment speaks of. The negation of its words ("does not") is told by `negated` alone.
pub fn of_clause(
    actors: Vec<String>,
    targets: Vec<String>,
    r#type: Option<Plover>,
    negated: bool,
    words: &str,
) -> Act {
    Act { negated, actors, r#type, targets, words: words.to_owned() }
}

/// The act that a whole clause tells, of which nothing but its words is known: not done, where they say so ("did not free
/// the prisoners").
pub fn of_words(words: &str) -> Act {
    let lower = words.to_lowercase().replace('’', "'");
    let mut all = lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty());
    let negated = all.any(|w| w.ends_with("n't") || tables::is_negator(w));
    Act { negated, words: words.to_owned(), ..Act::default() }
}

impl Act {
    /// The same act, not done; where it is not done, done.
    pub fn not(&self) -> Act {
        Act { negated: !self.negated, ..self.clone() }
    }
}

/// The form that [`parse`] reads. An act without a doer has `*` in the doer's place; one without a type has its words.
impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("not ")?;
        }
        write!(f, "{}", if self.actors.is_empty() { "*".to_owned() } else { ids(&self.actors) })?;
        let mut words = self.words.as_str();
        match self.r#type {
            Some(t) => write!(f, " {}", t.name())?,
            None => {
                let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
                words = rest;
                if !verb.is_empty() {
                    write!(f, " {verb}")?;
                }
            }
        }
        if !self.targets.is_empty() {
            write!(f, " {}", ids(&self.targets))?;
        }
        if !words.is_empty() {
            write!(f, " {words}")?;
        }
        Ok(())
    }
}

/// Ids parted by commas, those of several words in quotes.
fn ids(ids: &[String]) -> String {
    let quoted = |id: &String| match id.contains([' ', ',']) {
        true => format!("\"{id}\""),
        false => id.clone(),
    };
    ids.iter().map(quoted).collect::<Vec<_>>().join(",")
}
