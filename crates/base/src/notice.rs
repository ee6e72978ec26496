//! What is wrong with a text or with its reading.

use crate::ByteSpan;

/// Something a reader must know about the text or the reading, with the place that shows it.
///
/// Stages never fail on bad text: they return their value and a list of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind of thing.
    pub kind: NoticeKind,
    /// Where, in bytes of the given text; empty where the whole document is meant.
    pub spans: Vec<ByteSpan>,
    /// One sentence for a person.
    pub message: String,
}

impl Notice {
    /// A notice about one place.
    pub fn at(kind: NoticeKind, span: ByteSpan, message: impl Into<String>) -> Self {
        Notice { kind, spans: vec![span], message: message.into() }
    }

    /// A notice about the whole document.
    pub fn document(kind: NoticeKind, message: impl Into<String>) -> Self {
        Notice { kind, spans: Vec::new(), message: message.into() }
    }
}

macro_rules! notice_kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The kinds of notice; each has a stable name in the record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum NoticeKind {
            $($(#[$doc])* $name,)*
        }
        impl NoticeKind {
            /// Every kind.
            pub const ALL: &[NoticeKind] = &[$(NoticeKind::$name,)*];
            /// The name that the record prints.
            pub fn name(self) -> &'static str {
                match self { $(NoticeKind::$name => $text,)* }
            }
        }
    };
}

notice_kinds! {
    /// A quotation mark without its partner.
    UnbalancedQuote = "unbalanced_quote",
    /// A bit of text that belongs to no sentence ("– .").
    StrayFragment = "stray_fragment",
    /// Punctuation that stands where none belongs ("said.-", ". ,").
    StrayPunctuation = "stray_punctuation",
    /// A sentence that machine translation put there or garbled.
    TranslationArtefact = "translation_artefact",
    /// The text does not say when it was published and nobody else did.
    UndatedDocument = "undated_document",
    /// Text of the page, not of the article ("Read more: ...").
    Boilerplate = "boilerplate",
    /// Longer than a limit; what lies past it was not read.
    TooLong = "too_long",
    /// Not English, as a whole or in a passage.
    NotEnglish = "not_english",
    /// Characters that a wrong decoding left ("â€œ").
    BrokenEncoding = "broken_encoding",
    /// The encoding was not UTF-8; says which one was taken.
    Encoding = "encoding",
    /// Nothing to read.
    Empty = "empty",
    /// Two statements of the text that cannot both be true (a weekday and its date).
    Contradiction = "contradiction",
    /// Reading broke off by a fault of the program; the record holds what is known without it.
    Failure = "failure",
}
