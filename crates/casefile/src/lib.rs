//! The case file: what many articles say, kept, merged and asked.
//!
//! One SQLite file. Records go in, each in one transaction; merged actors, events, meetings and commitments, the lives
//! of commitments and the answers to an analyst's questions come out, every line with its citations.
//!
//! Knows `record` and `act`; knows nothing of models or of how a text is read.

mod add;
pub mod ask;
mod days;
mod error;
pub mod ids;
mod local;
mod open;
pub mod read;
pub mod rows;

pub use add::{Added, Origin};
pub use days::{Days, between};
pub use error::{Error, Result};
pub use open::Case;

#[cfg(test)]
mod tests_add;
