//! What extraction gives: the items of the record, in bytes and indices.
//!
//! Items refer to one another by typed indices; `demarche` turns them into the record's ids.

use demarche_base::{ByteSpan, Notice, WordRange};
use demarche_record::{ActorKind, CommitmentKind, EntityType, Mode, Plover, Status, TimexType};

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);
        impl $name {
            /// As a list index.
            pub fn index(self) -> usize { self.0 as usize }
        }
    )*};
}

index! {
    /// Index into [`Extraction::actors`].
    ActorId;
    /// Index into [`Extraction::dates`].
    DateId;
    /// Index into [`Extraction::attributions`].
    AttributionId;
    /// Index into [`Extraction::events`].
    EventId;
    /// Index into [`Extraction::meetings`].
    MeetingId;
}

/// Name of the rule or model that found an item ("model:ner", "rule:demand-np"), for `--explain`.
pub type FoundBy = &'static str;

/// Everything that was extracted from one text.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// See [`Entity`].
    pub entities: Vec<Entity>,
    /// See [`Actor`].
    pub actors: Vec<Actor>,
    /// See [`Timex`].
    pub dates: Vec<Timex>,
    /// When the document was published, as far as is known.
    pub published: Published,
    /// See [`Attribution`].
    pub attributions: Vec<Attribution>,
    /// See [`Event`].
    pub events: Vec<Event>,
    /// See [`Meeting`].
    pub meetings: Vec<Meeting>,
    /// See [`Commitment`].
    pub commitments: Vec<Commitment>,
    /// What the extractors found wrong with the text.
    pub notices: Vec<Notice>,
}

/// A name in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Type of name.
    pub kind: EntityType,
    /// Its words.
    pub words: WordRange,
    /// Its bytes.
    pub span: ByteSpan,
    /// The actor it names, if it is one.
    pub actor: Option<ActorId>,
    /// Rule or model.
    pub found_by: FoundBy,
}

/// Who appears.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The record's id: ISO 3166-1 alpha-3 for states, the lexicon's id for known bodies, a name for persons.
    pub key: String,
    /// Name to show.
    pub name: String,
    /// Kind of actor.
    pub kind: ActorKind,
    /// Wikidata item.
    pub wikidata: Option<String>,
    /// Office or role of a person.
    pub role: Option<String>,
    /// The actor it speaks for or belongs to (a minister's state, a ministry's state).
    pub affiliation: Option<ActorId>,
    /// Every mention, in order of the text.
    pub mentions: Vec<Mention>,
}

/// One place where an actor is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its words (the whole noun phrase without clauses that follow it).
    pub words: WordRange,
    /// Its head word.
    pub head: u32,
    /// Its bytes.
    pub span: ByteSpan,
    /// A pronoun or description resolved to the actor.
    pub coreferent: bool,
}

/// A temporal expression (TIMEX3).
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value.
    pub value: String,
    /// Other values with the reason, best first, where the document's date is not known.
    pub candidates: Vec<(String, String)>,
    /// Its words.
    pub words: WordRange,
    /// Its bytes.
    pub span: ByteSpan,
    /// Rule or model.
    pub found_by: FoundBy,
}

/// When the document was published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    /// The date taken.
    pub date: Option<jiff::civil::Date>,
    /// How it is known.
    pub by: demarche_record::PublishedBy,
    /// Possible dates with the reason and the words that say so, best first.
    pub candidates: Vec<PublishedCandidate>,
}

/// A possible date of publication.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedCandidate {
    /// The date.
    pub date: jiff::civil::Date,
    /// One sentence for a person.
    pub reason: String,
    /// The words.
    pub spans: Vec<ByteSpan>,
}

/// Who said what.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Who, in the text's words.
    pub source: Vec<ByteSpan>,
    /// Head word of the source, where there is one.
    pub source_head: Option<u32>,
    /// The attributing words.
    pub cue: Vec<ByteSpan>,
    /// Head word of the cue.
    pub cue_head: Option<u32>,
    /// What is said.
    pub content: Vec<ByteSpan>,
    /// The words of the content.
    pub content_words: Vec<WordRange>,
    /// The actor who speaks.
    pub speaker: Option<ActorId>,
    /// Quoted, reported or both.
    pub mode: Mode,
    /// Outlet or occasion.
    pub venue: Option<ByteSpan>,
    /// To whom.
    pub addressee: Option<ByteSpan>,
    /// When.
    pub date: Option<DateId>,
    /// asserts, denies, expects, demands, threatens, ...
    pub stance: Option<&'static str>,
    /// Rule or model.
    pub found_by: FoundBy,
}

/// An actor in a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The actor; `None` where the words name nobody known.
    pub actor: Option<ActorId>,
    /// The words.
    pub span: ByteSpan,
    /// Head word.
    pub head: u32,
}

/// Who did what to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// PLOVER type.
    pub kind: Plover,
    /// PLOVER mode.
    pub mode: Option<&'static str>,
    /// PLOVER contexts.
    pub contexts: Vec<&'static str>,
    /// Who.
    pub source: Vec<Party>,
    /// To whom.
    pub target: Vec<Party>,
    /// The words that say what is done.
    pub trigger: ByteSpan,
    /// Head word of the trigger.
    pub trigger_head: u32,
    /// Fact, plan, wish, denial.
    pub status: Status,
    /// When.
    pub date: Option<DateId>,
    /// TIMEX3 value of when, where it is counted from another event ("a day after they met").
    pub counted: Option<String>,
    /// Where.
    pub place: Option<ByteSpan>,
    /// How many.
    pub magnitude: Option<Magnitude>,
    /// The statement it is known from.
    pub attribution: Option<AttributionId>,
    /// The model's certainty of the type.
    pub confidence: Option<f32>,
    /// Rule or model.
    pub found_by: FoundBy,
}

/// How many or how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Magnitude {
    /// The number.
    pub value: f64,
    /// What is counted.
    pub unit: Option<ByteSpan>,
    /// Whether the text says "about".
    pub approximate: bool,
    /// The words.
    pub span: ByteSpan,
}

/// Who meets whom where and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Who meets.
    pub parties: Vec<Party>,
    /// Who leads for whom.
    pub heads: Vec<Head>,
    /// The body within which they meet.
    pub forum: Option<ByteSpan>,
    /// Where.
    pub place: Option<ByteSpan>,
    /// TIMEX3 value of the beginning.
    pub start: Option<String>,
    /// TIMEX3 value of the end.
    pub end: Option<String>,
    /// "talks", "summit", "working dinner": the text's words.
    pub format: Option<ByteSpan>,
    /// What about.
    pub topics: Vec<ByteSpan>,
    /// Held, planned, ...
    pub status: Status,
    /// The meeting that it follows.
    pub after: Option<MeetingId>,
    /// Every place that speaks of it.
    pub spans: Vec<ByteSpan>,
    /// Rule or model.
    pub found_by: FoundBy,
}

/// Head of a delegation.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The person.
    pub actor: ActorId,
    /// Whom the person leads or speaks for.
    pub stands_for: Option<ActorId>,
    /// The words.
    pub span: ByteSpan,
}

/// Who binds whom to what.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitment {
    /// Demand, offer, promise, threat, condition or choice.
    pub kind: CommitmentKind,
    /// Who binds or demands.
    pub by: Vec<ActorId>,
    /// To whom.
    pub towards: Vec<ActorId>,
    /// The condition.
    pub condition: Option<Clause>,
    /// What follows.
    pub consequence: Option<Clause>,
    /// What is demanded.
    pub what: Option<Clause>,
    /// The paths of a choice.
    pub options: Vec<Clause>,
    /// The statement it is known from.
    pub attribution: Option<AttributionId>,
    /// All of it.
    pub spans: Vec<ByteSpan>,
    /// Rule or model.
    pub found_by: FoundBy,
}

impl Commitment {
    /// Its clauses: the condition, what follows or is demanded, the paths of a choice.
    pub fn clauses_mut(&mut self) -> impl Iterator<Item = &mut Clause> {
        let parts = [&mut self.condition, &mut self.consequence, &mut self.what];
        parts.into_iter().flatten().chain(&mut self.options)
    }
}

/// One side of a commitment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clause {
    /// Who acts in it.
    pub actor: Vec<ActorId>,
    /// To whom the act is done.
    pub target: Vec<ActorId>,
    /// The words.
    pub spans: Vec<ByteSpan>,
    /// About the act not being done.
    pub negated: bool,
    /// PLOVER type of the act.
    pub kind: Option<Plover>,
    /// The event that the act is.
    pub event: Option<EventId>,
}
