//! Who meets whom where and when.

use crate::{Party, Span, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A meeting; two mentions of one meeting are one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Meeting {
    /// Id within the record.
    pub id: String,
    /// Who meets.
    pub parties: Vec<Party>,
    /// Who leads each delegation.
    #[serde(default)]
    pub heads: Vec<Head>,
    /// The body within which they meet, in the text's words.
    pub forum: Option<String>,
    /// Where, in the text's words.
    pub place: Option<String>,
    /// TIMEX3 value of the beginning.
    pub start: Option<String>,
    /// TIMEX3 value of the end.
    pub end: Option<String>,
    /// Talks, summit, call, working dinner, ...
    pub format: Option<String>,
    /// What about, in the text's words.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Held, planned, denied, ...
    pub status: Status,
    /// Id of the meeting that it follows.
    pub after: Option<String>,
    /// Every place that speaks of it.
    pub spans: Vec<Span>,
    /// Name of the rule or model that found it.
    pub found_by: String,
}

/// The head of a delegation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Head {
    /// Id of the person.
    pub actor: String,
    /// Id of the actor the person leads or speaks for.
    pub r#for: Option<String>,
    /// The words.
    #[serde(default)]
    pub spans: Vec<Span>,
}
