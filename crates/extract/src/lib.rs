//! Layout and syntax to what the text says: entities, dates, actors, attributions, events, meetings, commitments.
//!
//! The steps, in reading order; each is a pure function over a [`View`]. Rules stand on data files of
//! `demarche-lexicon`; no rule names a thing of one article.

pub mod actors;
pub mod attribution;
pub mod commitments;
pub mod dates;
pub mod entities;
pub mod events;
pub mod heads;
pub mod meetings;
mod mend;
#[doc(hidden)]
pub mod testing;
mod turns;
mod types;
mod view;

pub use mend::mend;
pub use types::*;
pub use view::View;
