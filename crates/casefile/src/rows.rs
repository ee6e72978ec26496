//! What the case file gives out, as plain data for views, exports and the scenario.

use demarche_act::{Act, of_clause};
use demarche_record::{CommitmentKind, Plover};
use serde::Serialize;

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Citation {
    /// The document's id, as the caller gave it.
    pub document: String,
    /// What of the item the words prove (`trigger`, `content`, `if`, ...).
    pub field: String,
    /// Half-open, in Unicode scalars of the document's text.
    pub span: [usize; 2],
    /// The words.
    pub quote: String,
}

/// One side of a commitment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClauseRow {
    /// Case ids of those who act.
    pub actors: Vec<String>,
    /// Case ids of those to whom.
    pub targets: Vec<String>,
    /// PLOVER type of the act, where it has one.
    pub r#type: Option<Plover>,
    /// Whether it is about the act not being done.
    pub negated: bool,
    /// The words.
    pub words: String,
}

impl ClauseRow {
    /// What the clause says to be done.
    pub fn act(self) -> Act {
        of_clause(self.actors, self.targets, self.r#type, self.negated, &self.words)
    }
}

/// A commitment as all documents together say it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommitmentRow {
    /// Id of its cluster.
    pub id: String,
    /// What kind.
    pub kind: CommitmentKind,
    /// Case ids of those who bind themselves or demand.
    pub by: Vec<String>,
    /// Case ids of those it is aimed at.
    pub towards: Vec<String>,
    /// The condition.
    pub r#if: Option<ClauseRow>,
    /// What follows.
    pub then: Option<ClauseRow>,
    /// What is demanded.
    pub what: Option<ClauseRow>,
    /// The paths of a choice.
    pub options: Vec<ClauseRow>,
    /// Its state now, or on the day asked for: open, met, broken, triggered, withdrawn, expired, ...
    pub state: String,
    /// The day from which it is known.
    pub known: Option<String>,
    /// Independent texts that say it (near-copies counted once).
    pub sources: usize,
    /// 0 to 1: how sure the reading is.
    pub sure: f64,
    /// The words that prove it, in every document.
    pub citations: Vec<Citation>,
}
