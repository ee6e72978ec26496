//! The questions that an analyst asks of a case, a module each.

mod names;

pub use names::{ids, speaks_for};
