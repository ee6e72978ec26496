//! Merging: which items of different documents are one.
//!
//! Two items are the same or not by what the two alone say ([`traits`]): a symmetric relation, with its reason. What is
//! connected by it is one, so that the order of adding cannot matter. Of all pairs that are the same a least spanning
//! forest is kept ([`forest`]), which also answers what was one on an earlier day. [`connect`] keeps it up to date
//! when an item comes or goes; [`actors`] says who is who.

pub(crate) mod actors;
pub(crate) mod blocks;
mod commitments;
pub(crate) mod connect;
mod events;
pub(crate) mod forest;
mod meetings;
pub(crate) mod named;
pub(crate) mod postings;
mod statements;
pub(crate) mod traits;
pub(crate) mod words;
