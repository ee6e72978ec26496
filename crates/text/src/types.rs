//! What [`layout`](crate::layout) gives.

use demarche_base::{ByteSpan, Notice, WordRange};

/// A text, cut up.
///
/// Words and the gaps between them give back the text; sentences partition the words; every sentence lies
/// in one paragraph.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Syntactic words in the style of UD English (EWT, GUM): "don't" is two words, "U.S." one.
    pub words: Vec<Word>,
    /// Sentences, as ranges of words, in order; together they hold every word.
    pub sentences: Vec<WordRange>,
    /// Paragraphs in order: lines or blocks of the text.
    pub paragraphs: Vec<Paragraph>,
    /// Quotation pairs, outer before inner, in order of their opening.
    pub quotes: Vec<Quote>,
    /// What is wrong with the text.
    pub notices: Vec<Notice>,
}

/// One syntactic word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub span: ByteSpan,
    /// Whether white space (or the end) follows it.
    pub space_after: bool,
}

/// A paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text without surrounding white space, in bytes.
    pub span: ByteSpan,
    /// Its words.
    pub words: WordRange,
    /// Its sentences, as indices into [`Layout::sentences`].
    pub sentences: (u32, u32),
    /// What it is.
    pub kind: ParagraphKind,
    /// The span of a dateline at its beginning ("MANILA, March 14 (Wire) - "), if there is one.
    pub dateline: Option<ByteSpan>,
    /// The label of a turn ("SMITH:"), if it is one.
    pub label: Option<TurnLabel>,
}

/// The words at the beginning of a turn that say whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnLabel {
    /// From the first letter to the colon (or the full stop of "Q."), included.
    pub span: ByteSpan,
    /// What the label says of the speaker beside a name.
    pub part: Part,
}

/// Which part a speaker has in a conversation, by the label of the turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "Q:", "JOURNALIST:".
    Asks,
    /// "A:", "ANSWER:".
    Answers,
    /// "MODERATOR:", "HOST:".
    Chairs,
    /// A name or an office.
    Named,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// The headline, or a heading between paragraphs.
    Headline,
    /// "By Jane Doe", or a line that is only a date.
    Byline,
    /// An item of a list.
    ListItem,
    /// A speaker's turn in a transcript ("SMITH: ...").
    Turn,
    /// Text of the page, not of the article ("Read more: ...").
    Boilerplate,
    /// A bit that belongs to nothing ("– .").
    Fragment,
}

/// A pair of quotation marks and what stands between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to the closing mark, both included (or to the end of what is taken as quoted).
    pub span: ByteSpan,
    /// What stands between the marks.
    pub inner: ByteSpan,
    /// The words between the marks.
    pub words: WordRange,
    /// 0 for an outer pair, 1 for a pair inside one, and so on.
    pub depth: u8,
    /// Whether both marks are there.
    pub balanced: bool,
    /// Whether it takes up a quotation that the paragraph before left open.
    pub continues: bool,
}
