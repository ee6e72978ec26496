//! Who did what to whom (PLOVER, Halterman et al. 2023; codebook CC BY-SA 4.0).

use crate::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! plover {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $quad:ident;)*) => {
        /// The PLOVER event types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "UPPERCASE")]
        pub enum Plover { $($(#[$doc])* $name,)* }
        impl Plover {
            /// Every type, in the codebook's order.
            pub const ALL: &[Plover] = &[$(Plover::$name,)*];
            /// The codebook's name.
            pub fn name(self) -> &'static str { match self { $(Plover::$name => $text,)* } }
            /// The type of that name.
            pub fn from_name(name: &str) -> Option<Plover> {
                Plover::ALL.iter().copied().find(|p| p.name() == name)
            }
            /// Conflict (-10) to cooperation (10): the Goldstein score that CAMEO gives the root code which the
            /// type comes from; the mean where it comes from several.
            pub fn goldstein(self) -> f64 {
                match self {
                    Plover::Agree => 4.0,
                    Plover::Consult => 1.0,
                    Plover::Support => 3.5,
                    Plover::Concede | Plover::Retreat => 5.0,
                    Plover::Cooperate => 6.0,
                    Plover::Aid => 7.0,
                    Plover::Request => -1.0,
                    Plover::Accuse => -2.0,
                    Plover::Reject | Plover::Sanction => -4.0,
                    Plover::Threaten => -6.0,
                    Plover::Protest => -6.5,
                    Plover::Mobilize => -7.2,
                    Plover::Coerce => -7.0,
                    Plover::Assault => -9.5,
                }
            }
            /// The quad class that the codebook gives the type.
            pub fn quad_class(self) -> QuadClass { match self { $(Plover::$name => QuadClass::$quad,)* } }
        }
    };
}

plover! {
    /// Agree to, offer or promise cooperation.
    Agree = "AGREE", VerbalCooperation;
    /// Meet, visit, phone, mediate.
    Consult = "CONSULT", VerbalCooperation;
    /// Praise, endorse, recognise, show solidarity.
    Support = "SUPPORT", VerbalCooperation;
    /// Yield in words: express readiness to give in, ease restrictions.
    Concede = "CONCEDE", VerbalCooperation;
    /// Material cooperation, exchange, joint exercises.
    Cooperate = "COOPERATE", MaterialCooperation;
    /// Provide goods, money, protection.
    Aid = "AID", MaterialCooperation;
    /// Yield in deed: withdraw, release, cease fire.
    Retreat = "RETREAT", MaterialCooperation;
    /// Ask, demand, appeal.
    Request = "REQUEST", VerbalConflict;
    /// Criticise, blame, investigate.
    Accuse = "ACCUSE", VerbalConflict;
    /// Refuse, deny, veto.
    Reject = "REJECT", VerbalConflict;
    /// Threaten, warn, give an ultimatum.
    Threaten = "THREATEN", VerbalConflict;
    /// Demonstrate, strike, riot.
    Protest = "PROTEST", MaterialConflict;
    /// Reduce relations, embargo, expel.
    Sanction = "SANCTION", MaterialConflict;
    /// Move, alert or show forces.
    Mobilize = "MOBILIZE", MaterialConflict;
    /// Arrest, seize, restrict, censor.
    Coerce = "COERCE", MaterialConflict;
    /// Use force.
    Assault = "ASSAULT", MaterialConflict;
}

/// The four quadrants of conflict and cooperation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuadClass {
    /// Words of cooperation.
    VerbalCooperation,
    /// Acts of cooperation.
    MaterialCooperation,
    /// Words of conflict.
    VerbalConflict,
    /// Acts of conflict.
    MaterialConflict,
}

/// Whether an event is a fact, a plan, a wish or a denial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It happened.
    Occurred,
    /// It goes on.
    Ongoing,
    /// It is scheduled or announced.
    Planned,
    /// It may happen.
    Hypothetical,
    /// Somebody says it did or will not happen.
    Denied,
    /// Somebody asks for it.
    Demanded,
    /// Somebody threatens it.
    Threatened,
}

/// An actor in a role of an event or meeting, with the words that name it there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Id of the actor; null where the words name nobody known.
    pub actor: Option<String>,
    /// The words.
    pub spans: Vec<Span>,
}

/// How many or how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Magnitude {
    /// The number.
    pub value: f64,
    /// What is counted ("men", "ships"), in the text's words.
    pub unit: Option<String>,
    /// Whether the text says "about".
    pub approximate: bool,
    /// The words.
    #[serde(default)]
    pub spans: Vec<Span>,
}

/// Who did what to whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Id within the record.
    pub id: String,
    /// PLOVER type.
    pub r#type: Plover,
    /// PLOVER mode, where the type has modes.
    pub mode: Option<String>,
    /// PLOVER contexts.
    #[serde(default)]
    pub contexts: Vec<String>,
    /// Who does it.
    pub source: Vec<Party>,
    /// To whom.
    pub target: Vec<Party>,
    /// The words that say what is done.
    pub trigger: Vec<Span>,
    /// Fact, plan, wish or denial.
    pub status: Status,
    /// TIMEX3 value of when.
    pub date: Option<String>,
    /// Where, in the text's words.
    pub place: Option<String>,
    /// How many.
    pub magnitude: Option<Magnitude>,
    /// Id of the statement it is known from; null where the text says it itself.
    pub attribution: Option<String>,
    /// Goldstein-style conflict-cooperation score of the type, -10 to 10.
    pub goldstein: f64,
    /// Quad class of the type.
    pub quad_class: QuadClass,
    /// How sure the model is of the type, 0 to 1, where a model gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// Name of the rule or model that found it.
    pub found_by: String,
}

/// The answer to one asked pair of source and target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PairAnswer {
    /// PLOVER type of what the source does to the target, or `NONE`.
    pub r#type: String,
    /// Score of every type; they sum to 1.
    pub scores: BTreeMap<String, f64>,
}
