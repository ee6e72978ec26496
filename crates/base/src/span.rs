//! Half-open ranges, typed by what they index.

use std::ops::Range;

/// A half-open range of **bytes** of the given text. Both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ByteSpan {
    /// The span from `start` to `end`; an inverted pair becomes the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        ByteSpan { start, end: end.max(start) }
    }

    /// The span as a range that slices a `str`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Re-reads the span: the words it cites. Empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: ByteSpan) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: ByteSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: ByteSpan) -> ByteSpan {
        ByteSpan { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A half-open range of **words** (indices into a document's words, see `demarche_text::Layout`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordRange {
    /// First word.
    pub start: u32,
    /// One past the last word.
    pub end: u32,
}

impl WordRange {
    /// The range from `start` to `end`; an inverted pair becomes the empty range at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        WordRange { start, end: end.max(start) }
    }

    /// The range as a range that slices or iterates.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of words.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range holds no word.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether word `index` lies in the range.
    pub fn contains(self, index: usize) -> bool {
        self.range().contains(&index)
    }

    /// Whether the two ranges share a word.
    pub fn overlaps(self, other: WordRange) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_re_reads_what_it_cites() {
        let text = "“Oui”, said Zoë";
        let span = ByteSpan::new(text.find("Zoë").unwrap(), text.len());
        assert_eq!(span.of(text), "Zoë");
        assert_eq!(ByteSpan::new(1, 2).of(text), "", "a span inside a character cites nothing");
    }

    #[test]
    fn an_inverted_pair_is_empty_not_a_panic() {
        assert!(ByteSpan::new(7, 3).is_empty());
        assert!(WordRange::new(7, 3).is_empty());
    }
}
