//! What every step reads and writes: the words of one sentence with their tags, heads and relations.
//!
//! Words are named by their place in the text. A step asks for a word's neighbours in the tree
//! ([`Sentence::related`], [`Sentence::head_of`]), and hangs it elsewhere ([`Sentence::attach`]).

use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::Frame;
use demarche_syntax::{Syntax, Tagged};
use demarche_text::Layout;
use std::ops::{Index, IndexMut, Range};

/// How far from a word what hangs below it is looked for: a parse reaches no further than a window of the encoder does, which
/// has fewer words.
const REACH: usize = 512;

/// A sentence at work.
pub(super) struct Sentence<'a> {
    /// Its words.
    pub words: Range<usize>,
    pub text: &'a str,
    pub layout: &'a Layout,
    pub lexicon: &'a Lexicon,
    pub syntax: &'a mut Syntax,
}

impl Index<usize> for Sentence<'_> {
    type Output = Tagged;

    fn index(&self, word: usize) -> &Tagged {
        &self.syntax.words[word]
    }
}

impl IndexMut<usize> for Sentence<'_> {
    fn index_mut(&mut self, word: usize) -> &mut Tagged {
        &mut self.syntax.words[word]
    }
}

/// The tree around a word.
impl Sentence<'_> {
    /// The words that hang directly below `head`, in order.
    pub fn children(&self, head: usize) -> impl Iterator<Item = usize> {
        let near = self.words.start.max(head.saturating_sub(REACH))..self.words.end.min(head + REACH);
        near.filter(move |&w| self.hangs(w, head))
    }

    /// The words that hang directly below `head` by `relation`, in order.
    pub fn related(&self, head: usize, relation: &str) -> impl Iterator<Item = usize> {
        self.children(head).filter(move |&w| self[w].deprel == relation)
    }

    /// Whether a word of its own hangs below `head` by `relation`.
    pub fn has(&self, head: usize, relation: &str) -> bool {
        self.related(head, relation).next().is_some()
    }

    /// Whether one of `lemmas` hangs below `head` by `relation`: "by" as its `case`, "if" as its `mark`.
    pub fn has_word(&self, head: usize, relation: &str, lemmas: &[&str]) -> bool {
        self.related(head, relation).any(|w| lemmas.contains(&self[w].lemma.as_str()))
    }

    /// Whether `verb` has a subject of its own, active or passive.
    pub fn has_subject(&self, verb: usize) -> bool {
        self.children(verb).any(|w| self[w].deprel.starts_with("nsubj"))
    }

    /// Whether `verb` has an object, a clause or an infinitive of its own.
    pub fn has_complement(&self, verb: usize) -> bool {
        self.children(verb).any(|w| matches!(self[w].deprel, "obj" | "ccomp" | "xcomp"))
    }

    /// Whether a helping verb hangs below `verb`.
    pub fn is_helped(&self, verb: usize) -> bool {
        self.children(verb).any(|w| self[w].upos == "AUX")
    }

    /// The "and", "or", "but" of its own before `word`.
    pub fn cc_before(&self, word: usize) -> Option<usize> {
        self.related(word, "cc").find(|&c| c < word)
    }

    /// The same, behind word `after`.
    pub fn cc_between(&self, after: usize, word: usize) -> Option<usize> {
        self.related(word, "cc").find(|&c| after < c && c < word)
    }

    /// The first word of those that hang directly below `word`, or `word` itself where all stand behind it.
    pub fn first_of(&self, word: usize) -> usize {
        self.children(word).next().map_or(word, |first| first.min(word))
    }

    /// The head of `word`, if it is a word of the sentence.
    pub fn head_of(&self, word: usize) -> Option<usize> {
        self[word].head.map(|h| h as usize).filter(|h| self.words.contains(h))
    }

    /// The head of `word`, if it stands before it.
    pub fn head_before(&self, word: usize) -> Option<usize> {
        self.head_of(word).filter(|&h| h < word)
    }

    /// The head of `word`, if it stands behind it.
    pub fn head_behind(&self, word: usize) -> Option<usize> {
        self.head_of(word).filter(|&h| h > word)
    }

    /// `word`, its head, the head of that, and so on; a parse with a circle in it has no end.
    pub fn up_from(&self, word: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(word), |&w| self.head_of(w))
    }

    /// Whether no word hangs from itself, by whatever way.
    pub fn is_tree(&self) -> bool {
        let most = self.words.len();
        self.words.clone().all(|word| self.up_from(word).take(most + 1).count() <= most)
    }

    /// Whether `word` hangs directly below `head`.
    pub fn hangs(&self, word: usize, head: usize) -> bool {
        self[word].head == Some(head as u32)
    }

    /// Whether `word` is `top` or hangs somewhere below it.
    pub fn below(&self, word: usize, top: usize) -> bool {
        std::iter::successors(Some(word), |&w| self[w].head.map(|h| h as usize))
            .take(self.words.len() + 1)
            .any(|w| w == top)
    }
}

/// The word itself.
impl Sentence<'_> {
    /// Its letters in the text.
    pub fn form(&self, word: usize) -> &str {
        self.layout.words[word].span.of(self.text)
    }

    /// Whether the sentence reaches up to `word` and its lemma is `lemma`.
    pub fn reads(&self, word: usize, lemma: &str) -> bool {
        self.words.contains(&word) && self[word].lemma == lemma
    }

    pub fn nominal(&self, word: usize) -> bool {
        matches!(self[word].upos, "NOUN" | "PROPN" | "PRON")
    }

    pub fn is_verb(&self, word: usize) -> bool {
        self[word].upos == "VERB"
    }

    /// Whether its tag alone says that it is finite.
    pub fn is_tensed(&self, word: usize) -> bool {
        matches!(self[word].xpos, "VBD" | "VBZ" | "VBP" | "MD")
    }

    /// Whether the verb is finite by its tag or by a helping verb of its own behind word `after`.
    pub fn is_finite(&self, verb: usize, after: usize) -> bool {
        self.is_verb(verb)
            && (self.is_tensed(verb) || self.related(verb, "aux").any(|w| w > after && self.is_tensed(w)))
    }

    /// Whether "to" stands before the verb as its mark.
    pub fn is_infinitive(&self, verb: usize) -> bool {
        self[verb].xpos == "VB" && self.related(verb, "mark").any(|w| w < verb && self[w].xpos == "TO")
    }

    /// "was imposed": with a form of "be" or "get".
    pub fn passive(&self, verb: usize) -> bool {
        self.children(verb)
            .any(|w| self[w].deprel.starts_with("aux") && matches!(&*self[w].lemma, "be" | "get"))
    }

    /// "had imposed": with a form of "have" and none of "be".
    pub fn perfect(&self, verb: usize) -> bool {
        let helped =
            self.children(verb).any(|w| self[w].deprel.starts_with("aux") && self[w].lemma == "have");
        helped && !self.passive(verb)
    }

    /// Whether its lemma is a verb of saying.
    pub fn says(&self, word: usize) -> bool {
        self.lexicon.cues.verb(&self[word].lemma).is_some()
    }

    /// Whether it takes `frame` as a verb of saying.
    pub fn takes(&self, word: usize, frame: Frame) -> bool {
        self.lexicon.cues.verb(&self[word].lemma).is_some_and(|c| c.takes(frame).is_some())
    }

    /// Whether its lemma, in small letters, is a title.
    pub fn is_title(&self, word: usize) -> bool {
        self.lexicon.roles.title(&self[word].lemma.to_lowercase()).is_some()
    }

    pub fn is_comma(&self, word: usize) -> bool {
        self[word].lemma == ","
    }

    /// Whether a comma of the sentence stands directly before `word`.
    pub fn comma_before(&self, word: usize) -> bool {
        word > self.words.start && self.is_comma(word - 1)
    }
}

/// What a step changes.
impl Sentence<'_> {
    /// Hangs `word` below `head` by `relation`.
    pub fn attach(&mut self, word: usize, head: usize, relation: &'static str) {
        self.hang(word, head);
        self[word].deprel = relation;
    }

    /// Hangs `word` below `head` by the relation that it has.
    pub fn hang(&mut self, word: usize, head: usize) {
        self[word].head = Some(head as u32);
    }

    /// Hangs `word` where `other` hangs, by the same relation.
    pub fn take_place(&mut self, word: usize, other: usize) {
        (self[word].head, self[word].deprel) = (self[other].head, self[other].deprel);
    }

    /// Hangs those words directly below `from` that `which` tells below `to`.
    pub fn hand_over(&mut self, from: usize, to: usize, which: impl Fn(usize) -> bool) {
        for w in self.children(from).filter(|&w| which(w)).collect::<Vec<_>>() {
            self.hang(w, to);
        }
    }

    /// Gives `word` other tags, universal and Penn's.
    pub fn retag(&mut self, word: usize, upos: &'static str, xpos: &'static str) {
        (self[word].upos, self[word].xpos) = (upos, xpos);
    }
}
