//! The read-only view of an analysed text that every extractor works on.

use crate::heads::Heads;
use demarche_base::{ByteSpan, WordRange};
use demarche_syntax::{Syntax, Tagged};
use demarche_text::Layout;

/// A text with its layout, its syntax and what the statistical heads say.
///
/// All indices of words are indices into `layout.words`. Made once by [`View::new`]; copying it is cheap.
#[derive(Debug)]
pub struct View<'a> {
    /// The text exactly as given.
    pub text: &'a str,
    /// Words, sentences, paragraphs, quotations.
    pub layout: &'a Layout,
    /// Tags, lemmas, trees.
    pub syntax: &'a Syntax,
    /// What the heads over the encoder say.
    pub heads: &'a Heads,
    sentence_of: Vec<u32>,
    children: Vec<Vec<u32>>,
}

impl<'a> View<'a> {
    /// Joins the parts. `syntax` must be parallel to `layout.words`.
    pub fn new(text: &'a str, layout: &'a Layout, syntax: &'a Syntax, heads: &'a Heads) -> Self {
        let n = layout.words.len();
        let mut sentence_of = vec![0; n];
        for (i, s) in layout.sentences.iter().enumerate() {
            sentence_of[s.range()].fill(i as u32);
        }
        let mut children = vec![Vec::new(); n];
        for (i, w) in syntax.words.iter().enumerate() {
            if let Some(h) = w.head {
                children[h as usize].push(i as u32);
            }
        }
        View { text, layout, syntax, heads, sentence_of, children }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.layout.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.layout.words.is_empty()
    }

    /// What syntax says of word `i`.
    pub fn word(&self, i: usize) -> &'a Tagged {
        &self.syntax.words[i]
    }

    /// The form of word `i`, as it was meant where a wrong decoding garbled it.
    pub fn form(&self, i: usize) -> &'a str {
        self.syntax.meant(i).unwrap_or_else(|| self.layout.words[i].span.of(self.text))
    }

    /// The lemma of word `i`.
    pub fn lemma(&self, i: usize) -> &'a str {
        &self.syntax.words[i].lemma
    }

    /// The bytes from the first to the last word of `words`; empty at 0 for an empty range.
    pub fn span(&self, words: WordRange) -> ByteSpan {
        if words.is_empty() {
            return ByteSpan::default();
        }
        let w = &self.layout.words;
        w[words.start as usize].span.cover(w[words.end as usize - 1].span)
    }

    /// The words that lie within `span`.
    pub fn words_in(&self, span: ByteSpan) -> WordRange {
        let w = &self.layout.words;
        let start = w.partition_point(|x| x.span.start < span.start);
        let end = w.partition_point(|x| x.span.end <= span.end);
        WordRange::new(start, end)
    }

    /// Index of the sentence of word `i`.
    pub fn sentence_index(&self, i: usize) -> usize {
        self.sentence_of[i] as usize
    }

    /// The paragraph of word `i`.
    pub fn paragraph(&self, i: usize) -> Option<&'a demarche_text::Paragraph> {
        let all = &self.layout.paragraphs;
        all.get(all.partition_point(|p| p.words.end as usize <= i))
    }

    /// The sentence of word `i`.
    pub fn sentence(&self, i: usize) -> WordRange {
        self.layout.sentences[self.sentence_index(i)]
    }

    /// The children of word `i`, in order.
    pub fn children(&self, i: usize) -> &[u32] {
        &self.children[i]
    }

    /// The first child of `i` with relation `relation` (subtypes ignored).
    pub fn child(&self, i: usize, relation: &str) -> Option<usize> {
        self.children_by(i, relation).next()
    }

    /// The children of `i` with relation `relation` (subtypes ignored).
    pub fn children_by<'b>(&'b self, i: usize, relation: &'b str) -> impl Iterator<Item = usize> + 'b {
        self.children[i].iter().map(|&c| c as usize).filter(move |&c| self.word(c).relation() == relation)
    }

    /// The head of word `i`.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.word(i).head.map(|h| h as usize)
    }

    /// Leftmost to rightmost word of the subtree of `i`.
    pub fn subtree(&self, i: usize) -> WordRange {
        let (mut lo, mut hi) = (i, i);
        let mut stack = vec![i];
        let mut steps = 0;
        while let Some(x) = stack.pop() {
            lo = lo.min(x);
            hi = hi.max(x);
            steps += 1;
            if steps > self.len() {
                break;
            }
            stack.extend(self.children[x].iter().map(|&c| c as usize));
        }
        WordRange::new(lo, hi + 1)
    }
}
