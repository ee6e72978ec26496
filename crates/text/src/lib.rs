//! Text to sentences and words, with what is wrong with it.
//!
//! [`layout`] is the whole crate: it takes the text exactly as given and returns a [`Layout`], every part of
//! which is a span of that text. It never changes the text, never fails and never panics.

mod types;

pub use types::{Layout, Paragraph, ParagraphKind, Quote, Word};
