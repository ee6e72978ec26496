//! What is given to be read.

use demarche_record::{PublishedBy, Span};

/// A text and what its giver knows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The giver's id; repeated in the record.
    pub id: Option<String>,
    /// The text. It is never changed; every span of the record points into it.
    pub text: String,
    /// The title, where something other than the text says it (a page's metadata).
    pub title: Option<String>,
    /// Where it came from.
    pub url: Option<String>,
    /// When it was published and who says so; `None` lets the text speak.
    pub published: Option<(jiff::civil::Date, PublishedBy)>,
    /// Pairs of spans to answer: what does the source do to the target?
    pub pairs: Option<Vec<Pair>>,
    /// What was found wrong before the text was a text (its encoding, say), in bytes of `text`.
    pub notices: Vec<demarche_base::Notice>,
}

impl Source {
    /// A bare text, with nothing known of it.
    pub fn text(text: impl Into<String>) -> Self {
        Source { text: text.into(), ..Source::default() }
    }

    /// The same source with the date of publication that the caller gives.
    pub fn published(self, date: jiff::civil::Date) -> Self {
        Source { published: Some((date, PublishedBy::Given)), ..self }
    }
}

/// A pair of actors that the caller asks about, each by the spans (Unicode scalars) of its words.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Pair {
    /// Who acts.
    pub source: Vec<Span>,
    /// Who is acted upon.
    pub target: Vec<Span>,
}
