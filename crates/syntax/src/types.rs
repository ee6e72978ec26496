//! What parsing gives.

use demarche_base::WordRange;

/// What syntax says of each word of a document, parallel to `Layout::words`.
#[derive(Clone, Debug, Default)]
pub struct Syntax {
    /// One entry a word.
    pub words: Vec<Tagged>,
    /// The words that a wrong decoding garbled, as they were meant, in order of their index.
    pub repaired: Vec<(u32, String)>,
}

/// What syntax says of one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// UPOS tag, "VERB".
    pub upos: &'static str,
    /// Penn Treebank tag, "VBD".
    pub xpos: &'static str,
    /// Lemma.
    pub lemma: String,
    /// Head: index of a word of the same document; `None` for the root of a sentence.
    pub head: Option<u32>,
    /// UD relation with subtype, "nsubj:pass"; "root" for roots.
    pub deprel: &'static str,
}

impl Tagged {
    /// The relation without its subtype: "nsubj" for "nsubj:pass".
    pub fn relation(&self) -> &'static str {
        self.deprel.split(':').next().unwrap_or(self.deprel)
    }
}

impl Syntax {
    /// What word `index` was meant to be, where a wrong decoding garbled it.
    pub fn meant(&self, index: usize) -> Option<&str> {
        let at = self.repaired.binary_search_by_key(&(index as u32), |r| r.0).ok()?;
        Some(&self.repaired[at].1)
    }

    /// The children of word `index`, in order, within `sentence`.
    pub fn children(&self, sentence: WordRange, index: usize) -> impl Iterator<Item = usize> + '_ {
        sentence.range().filter(move |&i| self.words[i].head == Some(index as u32))
    }
}
