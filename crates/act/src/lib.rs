//! What an act is, and when one act answers another.
//!
//! An [`Act`] is who does (or does not do) what to whom, as a commitment's clause, an event or an analyst says it.
//! `answers` says whether an act that is done is the act that a clause speaks of, how sure that is, and why. Both
//! the case file (is a demand met? is a threat triggered?) and the scenario (what fires?) ask it.
//!
//! Knows the record's vocabularies; knows nothing of files, stores or texts.

use demarche_record::Plover;

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

/// What is known of actors and words beside the acts themselves.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// Pairs (part, whole): a member of an alliance, a person and the state spoken for. Not transitive by itself.
    pub part_of: Vec<(String, String)>,
    /// Verbs in their base form, with the type of what they do (`give` → AID).
    pub verbs: Vec<(String, Plover)>,
}

/// How one act answers another.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// 0 to 1: how sure it is that the one is the other.
    pub sure: f64,
    /// One sentence for a person.
    pub why: String,
}
