//! What was read, and what is wrong with it.

use crate::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The text and what is known of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// The caller's id, or the first 16 hex digits of `sha256`.
    pub id: String,
    /// The headline, from metadata or the text's own.
    pub title: Option<String>,
    /// The text exactly as given (for HTML: the main text that was taken from the page).
    pub text: String,
    /// Where it came from.
    pub url: Option<String>,
    /// ISO 639-1 code of the language.
    pub language: Option<String>,
    /// SHA-256 of `text` in UTF-8, in hex.
    pub sha256: String,
    /// ISO date of publication.
    pub published: Option<String>,
    /// How `published` is known.
    pub published_by: PublishedBy,
    /// Dates of publication that the text allows, best first, where it was not given.
    #[serde(default)]
    pub published_candidates: Vec<Candidate>,
}

/// How the date of publication is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublishedBy {
    /// The caller gave it.
    Given,
    /// The page's metadata or the dateline says it.
    Metadata,
    /// It follows from the text; see the candidates' reasons.
    Inferred,
    /// It is not known.
    #[default]
    Unknown,
}

/// A date that is possible, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Candidate {
    /// ISO date.
    pub value: String,
    /// One sentence: what in the text makes this date possible.
    pub reason: String,
    /// The words that say so.
    #[serde(default)]
    pub spans: Vec<Span>,
}

/// Something that a reader must know about the text or the reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// `unbalanced_quote`, `stray_fragment`, `undated_document` and so on.
    pub kind: String,
    /// Where; empty where the whole document is meant.
    pub spans: Vec<Span>,
    /// One sentence for a person.
    pub message: String,
}
