//! Why there is nothing to read.

use std::fmt;

/// Why the bytes give no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IngestError {
    /// There are no bytes, or only white space.
    Empty,
    /// The bytes are no text.
    NotText {
        /// What they seem to be ("a PDF document", "binary data").
        format: &'static str,
    },
    /// A web page without any running text.
    NoArticle,
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IngestError::Empty => f.write_str("the file is empty"),
            IngestError::NotText { format } => write!(f, "not a text: this looks like {format}"),
            IngestError::NoArticle => f.write_str("the web page holds no running text"),
        }
    }
}

impl std::error::Error for IngestError {}
