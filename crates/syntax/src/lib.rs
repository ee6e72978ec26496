//! Tags, lemmas and dependency trees (Universal Dependencies 2, English) over word vectors.
//!
//! The steps, in reading order: [`encode`] gives a laid-out text to the encoder; [`parse`] reads tags and lemmas off the vectors,
//! scores every pair of words of a sentence and takes the best tree.

mod labels;
mod lemma;
mod parse;
mod read;
mod tree;
mod types;

pub use labels::intern;
pub use parse::{SyntaxModel, parse};
pub use read::encode;
pub use types::{Syntax, Tagged};
