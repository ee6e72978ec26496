//! Temporal expressions (TIMEX3): where they stand, what they mean, and when the document was published.

mod link;

pub use link::date_of;
