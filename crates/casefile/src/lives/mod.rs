//! The lives of commitments and meetings: what changes their state, and what their state is.
//!
//! Pure: plain data in, [`Change`]s out, no store, no clock. A change is a function of a *pair* (the commitment or
//! meeting, and what happened) or of one item and the calendar, so that the order of adding cannot show, and what was
//! known on a day is those changes whose `known` is no later.
//!
//! 1. [`prepare()`] and [`prepare_happening`] make ready what is compared many times;
//! 2. [`own`] gives what an item says of itself and the calendar of it: it opens, its term ends;
//! 3. [`by`] gives what a happening does to a commitment, [`meeting_own`] and [`meeting_by`] the same of a meeting;
//! 4. [`life`] gives the states that were reached, [`fold`] the last of them: now, or on a day.
//!
//! Before, [`stand_ins`] puts what was demanded in the place of conditions that stand for it ("if this is done").
//!
//! # States
//!
//! | of | states |
//! | --- | --- |
//! | demand | `open`; answered in words: `accepted`, `rejected`; `met`, `broken` by a contrary deed, `expired`, `withdrawn` |
//! | threat | `open`; its IF came: `triggered`; the contrary of its IF: `averted`; `carried_out`, `expired`, `withdrawn` |
//! | promise, offer | `open`, `triggered`; offers `accepted`, `rejected`; `met`, `broken`, `expired`, `withdrawn` |
//! | condition | `open`, `triggered`; its outcome came: `met` |
//! | choice | `open`; the path that was taken: `option1`, `option2`, ... |
//! | meeting | `proposed`, `planned`, `postponed`, `cancelled`, `held` |
//!
//! # What counts
//!
//! Only known facts: events that occurred or are under way (not planned, hypothetical, demanded, threatened or denied
//! ones), and statements that reject, accept, agree, promise or take back. They must come after the commitment: on a
//! later day (the day that they happened; where no day is known, the day from which they are known), or on the same
//! day, which is less sure; in the same document after the commitment's words, and not within its clauses ("if Ardania
//! renounced the treaty" is no renouncing). What is less sure than [`LEAST`] is no
//! change.
//!
//! # Which pairs to look at
//!
//! A commitment and a happening can have changes only if [`Ready::keys`] and [`Done::keys`] have a key in common (a
//! property test); likewise a meeting's [`meeting_keys`] and `Done::keys`. So when a document is added, it is enough
//!
//! - to look up its happenings' keys among the kept keys of commitments and meetings (an index of key → item), and
//! - to look up its commitments' and meetings' keys among the kept keys of happenings.
//!
//! The happenings to feed: every event of status occurred or ongoing; every statement (most have no keys, and need not
//! be kept); every promise and offer (one that answers a demand); every meeting. A happening without keys changes
//! nothing. The keys depend on who is part of whom ([`World`]): after a correction of actors they are made anew.
//!
//! Where many happenings do the same to a commitment, only those need be kept that could be the first on some day:
//! [`prune`] drops the others, and `fold` of what is left is the same for every day. Happenings that are known only after a
//! commitment's [`end`] need not be looked at.

mod commitments;
mod fold;
mod meetings;
mod prepare;
mod standing;
mod words;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

pub use commitments::{Outcome, by, dated, outcomes, own};
pub use fold::{end, fold, is_past, life, prune};
pub use meetings::{meeting_by, meeting_keys, meeting_own};
pub use prepare::{Done, Ready, prepare, prepare_happening};
pub use standing::stand_ins;
pub use words::{deadline, foretold, words_from};

use demarche_act::{Act, World};
use demarche_record::{CommitmentKind, Status};
use jiff::civil::Date;
use std::fmt;

/// Where and when something was said or happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The document (only whether two are the same counts).
    pub doc: i64,
    /// Where its first words begin there, in any unit that grows along the text.
    pub at: usize,
    /// Where the word stands that says it, in the same unit; of what has no such word as `at`.
    pub word: usize,
    /// The day it happened or was said; the first, where it lasted; `None`: not known.
    pub day: Option<Date>,
    /// The day from which it is known; `None`: undated.
    pub known: Option<Date>,
}

/// A commitment, as its life needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitment {
    /// Its item's id.
    pub id: String,
    /// What kind.
    pub kind: CommitmentKind,
    /// Case ids of those who bind themselves or demand.
    pub by: Vec<String>,
    /// Case ids of those it is aimed at.
    pub towards: Vec<String>,
    /// The condition.
    pub r#if: Option<Act>,
    /// What follows.
    pub then: Option<Act>,
    /// What is demanded.
    pub what: Option<Act>,
    /// The paths of a choice.
    pub options: Vec<Act>,
    /// From where to where its clauses stand, in the unit of [`When::at`]: what is said there is not done.
    pub clauses: Vec<[usize; 2]>,
    /// The last day of its term, where its words set one (see [`deadline`]).
    pub deadline: Option<Date>,
    /// When it was made.
    pub when: When,
}

impl Commitment {
    /// The last day of its term; a term that was over before it was made was read wrongly, and is none.
    fn term(&self) -> Option<Date> {
        let made = self.when.day.or(self.when.known);
        self.deadline.filter(|last| made.is_none_or(|made| *last >= made))
    }
}

/// A meeting, as its life needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Its item's id.
    pub id: String,
    /// Case ids of those who meet (states and bodies rather than heads).
    pub parties: Vec<String>,
    /// The body within which they meet.
    pub forum: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// First day; `None`: not known.
    pub first: Option<Date>,
    /// Last day.
    pub last: Option<Date>,
    /// What the document says of it.
    pub status: Status,
    /// The words that speak of it (all its spans, with blanks between).
    pub words: String,
    /// Where it is spoken of; its `day` is not asked for.
    pub when: When,
}

/// Something that may change the state of a commitment or meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// Its item's id.
    pub id: String,
    /// When and where.
    pub when: When,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// An event.
    Event {
        /// Who did what to whom ([`demarche_act::of_event`]); its words from the trigger to the end of the clause
        /// ([`words_from`]).
        act: Act,
        /// Only what occurred or is under way counts.
        status: Status,
        /// Case ids of those who had promised or threatened it, where the text says so ("as Namibia had promised").
        foretold: Vec<String>,
    },
    /// A statement.
    Statement {
        /// Case ids of the speaker and of the side spoken for.
        speaker: Vec<String>,
        /// The record's stance.
        stance: String,
        /// What is said.
        content: String,
    },
    /// Another commitment: a promise may accept a demand.
    Commitment(Box<Commitment>),
    /// Another mention of a meeting, of another document or day.
    Meeting(Box<Meeting>),
}

/// A state of a commitment or meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Made, and nothing since.
    Open,
    /// Those it is aimed at agreed in words.
    Accepted,
    /// They refused in words.
    Rejected,
    /// Its condition came about.
    Triggered,
    /// The contrary of its condition came about.
    Averted,
    /// What was demanded, promised, offered or foretold was done.
    Met,
    /// What was threatened was done.
    CarriedOut,
    /// The contrary of what was promised or demanded was done, or the term of a promise passed.
    Broken,
    /// Its maker took it back.
    Withdrawn,
    /// Its term passed.
    Expired,
    /// The path of a choice that was taken, from 1.
    Taken(u8),
    /// A meeting that somebody wants.
    Proposed,
    /// A meeting that is set.
    Planned,
    /// A meeting put off.
    Postponed,
    /// A meeting called off.
    Cancelled,
    /// A meeting that took place.
    Held,
}

const NAMED: [(State, &str); 15] = [
    (State::Open, "open"),
    (State::Accepted, "accepted"),
    (State::Rejected, "rejected"),
    (State::Triggered, "triggered"),
    (State::Averted, "averted"),
    (State::Met, "met"),
    (State::CarriedOut, "carried_out"),
    (State::Broken, "broken"),
    (State::Withdrawn, "withdrawn"),
    (State::Expired, "expired"),
    (State::Proposed, "proposed"),
    (State::Planned, "planned"),
    (State::Postponed, "postponed"),
    (State::Cancelled, "cancelled"),
    (State::Held, "held"),
];

impl State {
    /// The state of that name, as the table `changes` has it.
    pub fn from_name(name: &str) -> Option<State> {
        let taken = || name.strip_prefix("option")?.parse().ok().map(State::Taken);
        NAMED.iter().find(|n| n.1 == name).map(|n| n.0).or_else(taken)
    }
}

/// The name that the table `changes` has.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMED.iter().find(|n| n.0 == *self) {
            Some((_, name)) => f.write_str(name),
            None => match self {
                State::Taken(n) => write!(f, "option{n}"),
                _ => Ok(()),
            },
        }
    }
}

/// A change of state.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Id of the commitment or meeting.
    pub item: String,
    /// What it came to.
    pub state: State,
    /// Id of what made it; empty: the calendar.
    pub by: String,
    /// When it happened.
    pub day: Option<Date>,
    /// The day from which it is known; `None`: undated.
    pub known: Option<Date>,
    /// 0 to 1.
    pub sure: f64,
    /// One sentence for a person.
    pub why: String,
}

/// What is less sure than this is no change.
pub const LEAST: f64 = 0.5;

/// All changes of all the commitments and meetings by all the happenings and the calendar, sorted by item, day, state
/// and maker: every pair is looked at. For small sets and tests; a store looks up the pairs by their keys.
pub fn lives(
    commitments: &[Commitment],
    meetings: &[Meeting],
    happenings: &[Happening],
    world: &World,
) -> Vec<Change> {
    let done: Vec<Done> = happenings.iter().map(|h| prepare_happening(h, world)).collect();
    let mut changes = Vec::new();
    for commitment in commitments {
        let ready = prepare(commitment, world);
        changes.extend(own(commitment));
        changes.extend(done.iter().flat_map(|d| by(&ready, d, world)));
    }
    for meeting in meetings {
        changes.extend(meeting_own(meeting));
        changes.extend(done.iter().flat_map(|d| meeting_by(meeting, d)));
    }
    changes.sort_by(|a, b| (&a.item, a.day, a.state, &a.by).cmp(&(&b.item, b.day, b.state, &b.by)));
    changes
}
