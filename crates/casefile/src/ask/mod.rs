//! The questions that an analyst asks of a case, a module each.
//!
//! Pure functions over the case's connection; every one takes the day `as_of` which it is asked, gives plain rows and
//! sorts them. Where there may be many rows, `limit` says how many to give (0: all) and the count of all comes along.

mod documents;
mod names;

pub use documents::{DocumentRow, documents, hashes};
pub use names::{ids, speaks_for};
