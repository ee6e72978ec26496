//! The case file: what many articles say, kept, merged and asked.
//!
//! One SQLite file. Records go in, each as a whole or not at all; merged actors, events, meetings and commitments, the lives
//! of commitments and the answers to an analyst's questions come out, every line with its citations.
//!
//! Knows `record` and `act`; knows nothing of models or of how a text is read.

mod add;
pub mod ask;
mod batch;
mod checked;
mod cited;
mod copies;
mod corrections;
mod days;
mod error;
pub mod export;
pub mod ids;
mod items;
pub mod known;
pub mod lives;
mod local;
mod merge;
mod open;
pub mod read;
mod rebuild;
mod relive;
pub mod rows;

pub use add::{Added, Origin};
pub use batch::Batch;
pub use checked::Checked;
pub use corrections::{Correction, Made};
pub use days::{Days, between};
pub use error::{Error, Result};
pub use open::Case;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests_add;
#[cfg(test)]
mod tests_crash;
#[cfg(test)]
mod tests_laws;
#[cfg(test)]
mod tests_merge;
