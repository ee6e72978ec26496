//! The questions that an analyst asks of a case, a module each.
//!
//! All are pure functions of a connection: they change nothing, and give plain rows that serialise. Each takes a day,
//! `as_of`: then only what was known on that day is seen. An item that stands for several of one cluster has its
//! earliest member's id, the words of all of them, and what they say differently side by side.
//!
//! 1. [`documents()`], [`search()`]: what was read;
//! 2. [`actors()`], [`said`], [`events()`], [`meetings()`], [`commitments()`]: what it says;
//! 3. [`timeline()`], [`trend()`]: how it goes on;
//! 4. [`show()`]: everything of one item; [`sql()`]: anything else.
//!
//! Rows come in the order of time. Where a [`Limit`] leaves some out, those are the earliest, and [`Page::total`] says
//! how many there are in all.

mod actors;
pub(crate) mod brief;
mod commitments;
mod documents;
mod events;
mod find;
mod meetings;
mod names;
mod quotes;
mod said;
mod search;
mod show;
mod sql;
mod timeline;
mod trend;

pub use actors::{ActorRow, actors};
pub use commitments::{AskedCommitments, Change, LivingCommitment, commitments};
pub use documents::{DocumentRow, documents, undated};
pub use events::{AskedEvents, EventRow, events};
pub use meetings::{AskedMeetings, MeetingRow, meetings};
pub use names::{Who, actor, ids, speaks_for};
pub(crate) use quotes::Pages;
pub use quotes::Quote;
pub use said::{AskedStatements, StatementRow, said};
pub use search::{FOUND, Hit, search};
pub use show::{MemberShown, Merge, Shown, show};
pub use sql::{Table, sql};
pub use timeline::{Moment, timeline};
pub use trend::{TrendRow, trend};

use serde::Serialize;

/// The most rows to give; `None` gives all.
pub type Limit = Option<usize>;

/// Some of the rows that answer a question, and how many there are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page<T> {
    /// The rows, in order.
    pub rows: Vec<T>,
    /// How many rows there are without a limit.
    pub total: usize,
}

/// What documents say differently of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Of what: status, date, place, magnitude.
    pub what: String,
    /// Each value, with the documents (as the caller names them) that say it.
    pub says: Vec<(String, Vec<String>)>,
}

#[cfg(test)]
mod tests;
