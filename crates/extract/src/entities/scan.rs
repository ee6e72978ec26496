//! The lexicon's names in the words of a text: the longest at every place, without overlaps.

use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::{Reading, Sense};

/// A name of the lexicon in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'l> {
    /// Its words, an article that belongs to the name ("the Hague") included.
    pub words: WordRange,
    /// What it can mean.
    pub readings: &'l [Reading],
}

impl Hit<'_> {
    /// The reading with one of `senses`, in their order.
    pub fn reading(&self, senses: &[Sense]) -> Option<Reading> {
        senses.iter().find_map(|s| self.readings.iter().find(|r| r.sense == *s).copied())
    }
}

/// Every name of the lexicon, in order.
pub fn scan<'l>(view: &View, lexicon: &'l Lexicon) -> Vec<Hit<'l>> {
    let mut hits = Vec::new();
    let words = &view.layout.words;
    for sentence in &view.layout.sentences {
        let end = sentence.end as usize;
        let mut at = sentence.start as usize;
        while at < end {
            let word = |i: usize| (i < end).then(|| words[i].span);
            let longest = |at: usize| lexicon.gazetteer.longest(view.text, word, at);
            // "the Gulf of Mexico" is not "the Gulf".
            let runs_on = |n: usize| view.form(at) == "the" && longest(at + 1).is_some_and(|(m, _)| m >= n);
            match longest(at) {
                Some((n, _)) if runs_on(n) => at += 1,
                Some((n, readings)) if stands_for_a_name(view, lexicon, at, n, readings) => {
                    hits.push(Hit { words: WordRange::new(at, at + n), readings });
                    at += n;
                }
                _ => at += 1,
            }
        }
    }
    hits
}

/// Whether the words are the name and not others of the same shape ("march", "Jordan Smith", "turkey").
fn stands_for_a_name(view: &View, lexicon: &Lexicon, at: usize, n: usize, readings: &[Reading]) -> bool {
    let form = view.form(at);
    if n > 1 {
        return true;
    }
    let upos = view.word(at).upos;
    if !form.starts_with(|c: char| c.is_uppercase()) {
        return readings.iter().any(|r| matches!(r.sense, Sense::Body | Sense::Organ)) && upos != "ADP";
    }
    if form == "US" && at > 0 && view.form(at - 1).chars().all(|c| c.is_uppercase()) && upos == "PRON" {
        return false;
    }
    // "Jordan Smith", "Chad Baker": a given name before another name.
    let next_is_name = view.layout.words.get(at + 1).is_some_and(|_| {
        at + 1 < view.sentence(at).end as usize
            && view.word(at + 1).upos == "PROPN"
            && matches!(view.word(at + 1).relation(), "flat")
            && view.head(at + 1) == Some(at)
    });
    if next_is_name
        && lexicon.roles.given_name(form).is_some()
        && lexicon.roles.title(&view.form(at + 1).to_lowercase()).is_none()
    {
        return false;
    }
    // The last part of a person's name ("Jack London", "Paris Hilton" is caught above).
    let after_given = at > 0
        && view.word(at).relation() == "flat"
        && view.head(at) == Some(at - 1)
        && lexicon.roles.given_name(view.form(at - 1)).is_some();
    if after_given {
        return false;
    }
    let weak =
        readings.iter().all(|r| matches!(r.sense, Sense::City | Sense::Place | Sense::Body | Sense::Person));
    !weak || matches!(upos, "PROPN" | "X" | "ADJ") || form.chars().filter(|c| c.is_uppercase()).count() > 1
}
