//! Where and when, in what form and about what is met: "a *working dinner* in *Oslo* on *Monday* over *fishing*".

use super::mention::Reader;
use crate::dates::date_of;
use crate::events::{conjuncts, marker, noun_phrase};
use crate::{DateId, Timex};
use demarche_base::{ByteSpan, WordRange};
use demarche_record::TimexType;

impl Reader<'_> {
    /// A named place behind "in" or "at" of one of `heads`.
    pub(super) fn place(&self, heads: &[usize]) -> Option<ByteSpan> {
        let view = self.view;
        heads.iter().find_map(|&h| {
            ["in", "at"].iter().find_map(|p| {
                let fits =
                    |&c: &usize| matches!(view.word(c).relation(), "obl" | "nmod") && marker(view, c) == *p;
                let mut own = view.children(h).iter().map(|&c| c as usize).filter(fits);
                own.find(|&c| view.word(c).upos == "PROPN" && !self.timely(c))
                    .map(|c| view.span(self.full_name(c)))
            })
        })
    }

    /// The phrase of a name, with the names that stand directly before it whatever the parse made of them.
    pub(super) fn full_name(&self, name: usize) -> WordRange {
        let mut words = noun_phrase(self.view, name);
        let first = self.view.sentence(name).start;
        while words.start > first && self.view.word(words.start as usize - 1).upos == "PROPN" {
            words.start -= 1;
        }
        words
    }

    pub(super) fn timely(&self, word: usize) -> bool {
        self.timexes.iter().any(|t| t.words.contains(word))
    }

    /// The first time expression of which `fits` holds.
    fn time(&self, fits: impl FnMut(&Timex) -> bool) -> Option<DateId> {
        self.timexes.iter().position(fits).map(|i| DateId(i as u32))
    }

    /// When: the day that stands directly behind the words ("talks in Oslo on Monday"), else what dates the head or verb.
    pub(super) fn date(&self, head: usize, verb: Option<usize>) -> Option<DateId> {
        let view = self.view;
        let rest = head + 1..(head + 10).min(view.sentence(head).end as usize);
        let near = rest.take_while(|&w| {
            // "their first encounter since a dinner in May": that was when they dined.
            let since = view.form(w) == "since" && w + 1 < view.len() && !self.timely(w + 1);
            !since && matches!(view.word(w).upos, "ADP" | "DET" | "PROPN" | "ADJ" | "NUM")
                || self.timely(w)
                || view.word(w).upos == "NOUN"
        });
        // "talks, the third since February": from when one counts is not when they are.
        let counts = |t: &Timex| {
            let before = (t.words.start as usize).checked_sub(1);
            before.is_some_and(|b| matches!(view.lemma(b), "since" | "until" | "till"))
        };
        let dated = |w: usize| {
            self.time(|t| {
                t.words.contains(w) && matches!(t.kind, TimexType::Date | TimexType::Time) && !counts(t)
            })
        };
        near.filter(|&w| view.word(w).upos != "NOUN" || self.timely(w))
            .find_map(dated)
            .or_else(|| date_of(view, self.timexes, head))
            .or_else(|| verb.and_then(|v| date_of(view, self.timexes, v)))
            .or_else(|| self.labelled(head))
    }

    /// The day before the colon that opens the sentence: "Tuesday: both met in Oslo".
    fn labelled(&self, head: usize) -> Option<DateId> {
        let start = self.view.sentence(head).start as usize;
        let colon = (start.saturating_sub(1)..head).take(4).find(|&w| self.view.form(w) == ":")?;
        self.time(|t| t.words.end as usize == colon && t.kind == TimexType::Date)
    }

    /// The day that a clause tells of: "on *Sunday*, when the generals met".
    pub(super) fn day_when(&self, verb: usize) -> Option<DateId> {
        let view = self.view;
        let when = view.children_by(verb, "advmod").find(|&w| view.lemma(w) == "when")?;
        let last = (view.sentence(verb).start as usize..when).rev().find(|&w| view.form(w) != ",")?;
        self.time(|t| t.words.contains(last) && t.kind == TimexType::Date)
    }

    /// "working dinner": the noun with the words for its kind before it.
    pub(super) fn format(&self, noun: usize) -> ByteSpan {
        let first = (0..noun).rev().take_while(|&w| {
            self.view.word(w).head == Some(noun as u32)
                && self.lexicon.meeting.is("kind-word", &self.view.form(w).to_lowercase())
        });
        self.view.span(WordRange::new(first.last().unwrap_or(noun), noun + 1))
    }

    /// What they talk about: "on", "over", "about"; "to discuss".
    pub(super) fn topics(&self, heads: &[Option<usize>]) -> Vec<ByteSpan> {
        let view = self.view;
        let mut topics = Vec::new();
        for &head in heads.iter().flatten() {
            for child in view.children(head).iter().map(|&c| c as usize).filter(|&c| c > head) {
                let about = matches!(view.word(child).relation(), "obl" | "nmod")
                    && self.lexicon.meeting.is("topic", marker(view, child))
                    && !self.timely(child)
                    && !self.is("noun", child)
                    && !self.is("setting", child);
                let object = matches!(view.word(child).relation(), "advcl" | "acl" | "xcomp")
                    .then(|| view.child(child, "obj"))
                    .flatten()
                    .filter(|_| matches!(view.lemma(child), "discuss" | "address" | "resolve" | "negotiate"));
                let nouns = if about {
                    conjuncts(view, child)
                } else {
                    object.map(|o| conjuncts(view, o)).unwrap_or_default()
                };
                topics.extend(nouns.into_iter().map(|n| view.span(noun_phrase(view, n))));
            }
        }
        topics.dedup();
        topics
    }
}
