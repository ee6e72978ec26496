//! What the statistical heads over the encoder say: names, dates, attribution roles, event types.
//!
//! The heads give raw readings; the extractors decide. [`HeadModel::load`] takes the heads from the weights file, [`read`] runs
//! those that look at every word, [`pairs`] those that are asked about two places of a sentence.

mod bio;
mod model;
mod pair;
mod read;

pub use model::HeadModel;
pub use pair::{Pair, PairReading, pairs};
pub use read::read;

use demarche_base::WordRange;

/// What the heads say of a document.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    /// Whether a model has read the text; without one all that follows is empty.
    pub ran: bool,
    /// Names by the UNER guideline.
    pub names: Vec<Labelled>,
    /// Named mentions by GUM's guideline (PER, ORG, LOC, MISC), a second opinion.
    pub names_gum: Vec<Labelled>,
    /// Temporal expressions (DATE, TIME, DURATION, SET).
    pub timexes: Vec<Labelled>,
    /// Attribution roles.
    pub roles: Roles,
}

/// A labelled range of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The words.
    pub words: WordRange,
    /// The label, without its B- or I-.
    pub label: &'static str,
    /// Mean probability of the tags, 0 to 1.
    pub score: f32,
}

/// Attribution roles and their links, by word.
#[derive(Clone, Debug, Default)]
pub struct Roles {
    /// Spans of sources.
    pub sources: Vec<Labelled>,
    /// Spans of cues.
    pub cues: Vec<Labelled>,
    /// Spans of contents.
    pub contents: Vec<Labelled>,
    /// For every word: the first word of the cue of the innermost attribution in whose content it lies
    /// (or of the source, where there is no cue); `None` outside contents.
    pub content_cue: Vec<Option<u32>>,
    /// Certainty of `content_cue`, 0 to 1.
    pub content_cue_score: Vec<f32>,
    /// For the first word of every cue in `cues` (same order): the first word of its source.
    pub cue_source: Vec<Option<u32>>,
}
