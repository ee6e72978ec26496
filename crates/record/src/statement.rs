//! Who said what, and when.

use crate::{Candidate, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A statement, belief or intention that the text attributes to somebody (Newell et al., LREC 2018).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Attribution {
    /// Id within the record.
    pub id: String,
    /// Who says it, in the text's words.
    pub source: Vec<Span>,
    /// The words that attribute ("said", "according to").
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// Id of the actor who speaks, where resolved.
    pub speaker: Option<String>,
    /// Quoted, reported, or both.
    pub mode: Mode,
    /// Outlet or occasion, in the text's words.
    pub venue: Option<String>,
    /// Where the venue is named.
    #[serde(default)]
    pub venue_spans: Vec<Span>,
    /// To whom it was said, in the text's words.
    pub addressee: Option<String>,
    /// When it was said (TIMEX3 value).
    pub date: Option<String>,
    /// How the source stands to it: asserts, denies, expects, demands, threatens, ...
    pub stance: Option<String>,
    /// Name of the rule or model that found it.
    pub found_by: String,
}

/// Quoted, reported, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// All of the content stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// A part of it does.
    Mixed,
}

/// A temporal expression (TIMEX3, ISO-TimeML).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Date {
    /// Id within the record.
    pub id: String,
    /// TIMEX3 type.
    pub r#type: TimexType,
    /// TIMEX3 value: `2022-01-10`, `2022-W01`, `2022-01-09TNI`, `P3D`, `PRESENT_REF`.
    pub value: String,
    /// The words.
    pub spans: Vec<Span>,
    /// Other values that are possible, best first, where the document's own date is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
    /// Name of the rule or model that found it.
    pub found_by: String,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A day or something longer.
    Date,
    /// A part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}
