//! Who appears, and every name.

use crate::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A state, organization, group, person or place that appears in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// ISO 3166-1 alpha-3 for states; a stable short id else (`NATO`, `EU`; for persons the name).
    pub id: String,
    /// The name to show.
    pub name: String,
    /// What kind of actor.
    pub kind: ActorKind,
    /// Wikidata item, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// For persons: the office or role, as the text or the lexicon says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// For persons and bodies: the actor they speak for (a state's id, say).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// All mentions, in order.
    #[serde(rename = "mentions")]
    pub mentions: Vec<Mention>,
    /// The spans of all mentions, in order (the same as in `mentions`).
    pub spans: Vec<Span>,
}

/// One place where an actor is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// True where the words are a pronoun or a description resolved to the actor.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub coreferent: bool,
}

/// Kinds of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A state, its government or an organ of it.
    State,
    /// An intergovernmental organization, alliance or forum.
    Igo,
    /// A non-governmental organization.
    Ngo,
    /// An armed group that is no state's force.
    ArmedGroup,
    /// A political party.
    Party,
    /// A company.
    Company,
    /// A news outlet or programme.
    Media,
    /// A person.
    Person,
    /// A people or population group.
    People,
    /// A place.
    Place,
}

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// Type of name; names of states and cities are `LOC`.
    pub r#type: EntityType,
    /// Where it stands.
    pub spans: Vec<Span>,
    /// The actor's id, where it is one.
    pub actor: Option<String>,
    /// Name of the rule or model that found it.
    #[serde(default)]
    pub found_by: String,
}

/// Types of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum EntityType {
    /// Person.
    #[serde(rename = "PER")]
    Person,
    /// Organization.
    #[serde(rename = "ORG")]
    Organization,
    /// Location, names of states and cities included.
    #[serde(rename = "LOC")]
    Location,
    /// Any other name.
    #[serde(rename = "MISC")]
    Misc,
}

impl EntityType {
    /// The name that JSON prints.
    pub fn name(self) -> &'static str {
        match self {
            EntityType::Person => "PER",
            EntityType::Organization => "ORG",
            EntityType::Location => "LOC",
            EntityType::Misc => "MISC",
        }
    }
}
