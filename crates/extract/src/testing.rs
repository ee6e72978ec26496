//! Hand-made analyses for tests and evaluators: CoNLL-U (or a short form of it) to what a [`View`] joins.
//!
//! No model is needed. Both forms may be mixed, sentence by sentence; a blank line ends a sentence and
//! `# newpar` before a sentence begins a paragraph (a new line of the text).
//!
//! ```text
//! # newpar
//! Moscow    Moscow    PROPN  NNP  2  nsubj
//! rejected  reject    VERB   VBD  0  root
//! the       the       DET    DT   4  det
//! offer     offer     NOUN   NN   2  obj    SpaceAfter=No
//! .         .         PUNCT  .    2  punct
//! ```

use crate::View;
use crate::heads::Heads;
use demarche_base::{ByteSpan, WordRange};
use demarche_syntax::{Syntax, Tagged};
use demarche_text::{Layout, Paragraph, ParagraphKind, Quote, Word};
use std::collections::BTreeSet;
use std::sync::Mutex;

/// An analysed text that owns its parts.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The text, put together from the forms.
    pub text: String,
    /// Words, sentences, paragraphs, quotations (paired as they come).
    pub layout: Layout,
    /// Tags and trees as given.
    pub syntax: Syntax,
    /// Empty; a test may fill it.
    pub heads: Heads,
    /// The tenth column (or what follows the sixth in the short form), word by word.
    pub misc: Vec<String>,
}

impl Document {
    /// The view of it.
    pub fn view(&self) -> View<'_> {
        View::new(&self.text, &self.layout, &self.syntax, &self.heads)
    }
}

/// Tags as `&'static str`: each distinct one is kept once for the life of the program.
fn intern(tag: &str) -> &'static str {
    static TAGS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut tags = TAGS.lock().unwrap_or_else(|e| e.into_inner());
    if let Some(known) = tags.get(tag) {
        return known;
    }
    let new: &'static str = Box::leak(tag.to_owned().into_boxed_str());
    tags.insert(new);
    new
}

/// Reads CoNLL-U, or lines of `FORM LEMMA UPOS XPOS HEAD DEPREL [MISC]` (a form may hold no space).
///
/// A quotation mark written as its own word attaches to its neighbour by `SpaceAfter=No` as in any treebank;
/// in the short form, punctuation attaches to the word before it by itself, closing marks and clitics too.
pub fn conllu(input: &str) -> Document {
    let mut doc = Document::default();
    let mut sentence_start = 0;
    let mut paragraph: Option<(usize, usize)> = None;
    let mut heads: Vec<(usize, usize)> = Vec::new();
    let mut new_paragraph = true;
    let mut range_space: Option<(usize, bool)> = None;
    let mut open_quote = false;
    for line in input.lines().chain([""]) {
        let line = line.trim();
        if line.starts_with('#') {
            new_paragraph |= line.starts_with("# newpar") || line.starts_with("# newdoc");
            continue;
        }
        if line.is_empty() {
            if doc.layout.words.len() > sentence_start {
                let n = doc.layout.words.len();
                for (word, head) in heads.drain(..) {
                    let head = sentence_start + head - 1;
                    doc.syntax.words[word].head = (head < n && head != word).then_some(head as u32);
                }
                doc.layout.sentences.push(WordRange::new(sentence_start, n));
                sentence_start = n;
            }
            continue;
        }
        let tabs: Vec<&str> = line.split('\t').collect();
        let full = tabs.len() >= 8;
        let cells: Vec<&str> = if full { tabs } else { line.split_whitespace().collect() };
        let at = |i: usize| cells.get(i).copied().unwrap_or("_");
        let (id, form, lemma, upos, xpos, head, deprel, misc) = if full {
            (at(0), at(1), at(2), at(3), at(4), at(6), at(7), at(9))
        } else {
            ("", at(0), at(1), at(2), at(3), at(4), at(5), cells.get(6).copied().unwrap_or(""))
        };
        if id.contains('.') {
            continue;
        }
        let glued = misc.contains("SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            range_space = last.parse().ok().map(|last| (last, !glued));
            continue;
        }
        if new_paragraph && doc.layout.words.len() == sentence_start {
            close_paragraph(&mut doc, &mut paragraph, sentence_start);
            paragraph = Some((sentence_start, doc.layout.sentences.len()));
            if let Some(w) = doc.layout.words.last_mut() {
                w.space_after = true;
            }
            if !doc.text.is_empty() {
                doc.text.truncate(doc.text.trim_end().len());
                doc.text.push('\n');
            }
            new_paragraph = false;
        }
        if !full && attaches_left(form, &mut open_quote) {
            doc.text.truncate(doc.text.trim_end_matches(' ').len());
            if let Some(w) = doc.layout.words.last_mut() {
                w.space_after = false;
            }
        }
        let space = match range_space {
            Some((last, space)) => {
                let number: usize = id.parse().unwrap_or(0);
                if number >= last {
                    range_space = None;
                }
                number >= last && space
            }
            None => !glued && (full || !attaches_right(form, open_quote)),
        };
        let start = doc.text.len();
        doc.text.push_str(form);
        doc.layout.words.push(Word { span: ByteSpan::new(start, doc.text.len()), space_after: space });
        if space {
            doc.text.push(' ');
        }
        let head: usize = head.parse().unwrap_or(0);
        if head > 0 {
            heads.push((doc.syntax.words.len(), head));
        }
        doc.syntax.words.push(Tagged {
            upos: intern(upos),
            xpos: intern(xpos),
            lemma: lemma.to_owned(),
            head: None,
            deprel: intern(deprel),
        });
        doc.misc.push(misc.to_owned());
    }
    doc.text.truncate(doc.text.trim_end().len());
    let n = doc.layout.words.len();
    close_paragraph(&mut doc, &mut paragraph, n);
    doc.layout.quotes = quotes(&doc.text, &doc.layout);
    doc
}

fn close_paragraph(doc: &mut Document, open: &mut Option<(usize, usize)>, end: usize) {
    let Some((start, sentence)) = open.take() else { return };
    if start >= end {
        return;
    }
    let w = &doc.layout.words;
    doc.layout.paragraphs.push(Paragraph {
        span: w[start].span.cover(w[end - 1].span),
        words: WordRange::new(start, end),
        sentences: (sentence as u32, doc.layout.sentences.len() as u32),
        kind: ParagraphKind::Body,
        dateline: None,
        label: None,
    });
}

fn attaches_left(form: &str, open: &mut bool) -> bool {
    match form {
        "\"" => {
            *open = !*open;
            !*open
        }
        "." | "," | ";" | ":" | "!" | "?" | ")" | "”" | "n't" | "%" => true,
        "'" => true,
        _ => form.len() > 1 && form.starts_with(['\'', '’']),
    }
}

fn attaches_right(form: &str, open: bool) -> bool {
    matches!(form, "(" | "“" | "$") || (form == "\"" && open)
}

/// Pairs quotation marks as they come, within the document.
fn quotes(text: &str, layout: &Layout) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (i, c) in text.char_indices() {
        match (c, open) {
            ('"', None) | ('“', None) => open = Some((i, c)),
            ('"', Some((start, '"'))) | ('”', Some((start, '“'))) => {
                let inner = ByteSpan::new(start + text[start..].chars().next().map_or(1, char::len_utf8), i);
                let from = layout.words.partition_point(|w| w.span.start < inner.start);
                let to = layout.words.partition_point(|w| w.span.end <= inner.end);
                found.push(Quote {
                    span: ByteSpan::new(start, i + c.len_utf8()),
                    inner,
                    words: WordRange::new(from, to),
                    depth: 0,
                    balanced: true,
                    continues: false,
                });
                open = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_form_gives_a_text_with_words_paragraphs_and_quotes() {
        let doc = conllu(
            "\"    \"    PUNCT  ``   2 punct
             No    no   INTJ   UH   4 parataxis
             \"    \"    PUNCT  ''   2 punct
             said  say  VERB   VBD  0 root
             Oslo  Oslo PROPN  NNP  4 nsubj
             .     .    PUNCT  .    4 punct

             # newpar
             It    it   PRON   PRP  2 nsubj
             left  leave VERB  VBD  0 root
             .     .    PUNCT  .    2 punct",
        );
        assert_eq!(doc.text, "\"No\" said Oslo.\nIt left.");
        assert_eq!(doc.layout.quotes[0].inner.of(&doc.text), "No");
        let view = doc.view();
        assert_eq!(view.layout.paragraphs.len(), 2);
        assert_eq!((view.form(4), view.head(4), view.sentence_index(6)), ("Oslo", Some(3), 1));
        for w in &doc.layout.words {
            assert!(!w.span.of(&doc.text).is_empty());
        }
    }
}
