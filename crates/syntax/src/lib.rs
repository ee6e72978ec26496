//! Tags, lemmas and dependency trees (Universal Dependencies 2, English) over word vectors.

mod types;

pub use types::{Syntax, Tagged};
