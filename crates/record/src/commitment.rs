//! Who binds whom to what (Searle's commissives and directives; Schelling's threats and promises).

use crate::{Plover, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A demand, offer, promise, threat, condition or choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Commitment {
    /// Id within the record.
    pub id: String,
    /// What kind.
    pub kind: CommitmentKind,
    /// Ids of the actors who bind themselves or demand.
    pub by: Vec<String>,
    /// Ids of the actors it is addressed to or aimed at.
    pub towards: Vec<String>,
    /// The condition.
    pub r#if: Option<Clause>,
    /// What follows.
    pub then: Option<Clause>,
    /// For demands: what is demanded.
    pub what: Option<Clause>,
    /// For choices: the paths.
    #[serde(default)]
    pub options: Vec<Clause>,
    /// Id of the statement it is known from.
    pub attribution: Option<String>,
    /// All of it.
    pub spans: Vec<Span>,
    /// Name of the rule or model that found it.
    pub found_by: String,
}

/// One side of a commitment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// Ids of the actors who act in it.
    pub actor: Vec<String>,
    /// Ids of the actors whom the act is done to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<String>,
    /// The words.
    pub spans: Vec<Span>,
    /// Whether it is about the act not being done ("unless", "does not").
    #[serde(default)]
    pub negated: bool,
    /// PLOVER type of the act, where it has one.
    pub r#type: Option<Plover>,
    /// Id of the record's event that the act is, where there is one.
    pub event: Option<String>,
}

/// Kinds of commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentKind {
    /// Asks an actor to do or stop something.
    Demand,
    /// Says what the speaker would do that the other side wants, if taken up.
    Offer,
    /// Says what the speaker will do that the other side wants.
    Promise,
    /// Says what the speaker will do that the other side does not want.
    Threat,
    /// Ties an outcome to an act without saying who will act.
    Condition,
    /// Puts two or more paths before an actor.
    Choice,
}
