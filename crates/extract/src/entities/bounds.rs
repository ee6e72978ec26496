//! Where a name begins and ends: the model's spans, cut and widened by what is written in them and around them.
//!
//! Each step states what it sets right and gives an example; none makes a name of what the model left alone but the state behind
//! a town ([`states_behind`]) and the body in front of "of" ([`bodies_of`]).

use super::chunk::is_title;
use super::{Hit, inside, of_title};
use crate::View;
use crate::heads::Labelled;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::Sense;

/// The model's spans with their bounds set right, in order and without overlaps.
pub fn bounded(view: &View, lexicon: &Lexicon, hits: &[Hit], model: &[Labelled]) -> Vec<Labelled> {
    let mut spans = joined(view, model);
    for m in &mut spans {
        unmarked(view, m);
        bodies_of_states(view, lexicon, hits, m);
    }
    let spans = companies_ended(view, lexicon, spans);
    let spans = bodies_of(view, lexicon, hits, spans);
    let spans = states_behind(view, lexicon, spans);
    parted(view, lexicon, hits, spans)
}

/// Cuts marks off both ends: "Lone '", "( Rosneft"; an apostrophe that is written to a name's end stays, "Dunkin'".
fn unmarked(view: &View, m: &mut Labelled) {
    let mark = |i: u32| {
        let form = view.form(i as usize);
        let quote = matches!(form, "'" | "''" | "``" | "\"" | "“" | "”" | "‘" | "’" | "«" | "»");
        quote || matches!(form, "(" | "/" | "," | ":" | ";" | "-" | "--" | "–" | "|")
    };
    let elided =
        |i: u32| matches!(view.form(i as usize), "'" | "’") && !view.layout.words[i as usize - 1].space_after;
    while m.words.len() > 1 && mark(m.words.end - 1) && !elided(m.words.end - 1) {
        m.words.end -= 1;
    }
    while m.words.len() > 1 && mark(m.words.start) {
        m.words.start += 1;
    }
}

/// Makes a body of what the model took for a place, where a state's name stands before a word for bodies: "the Peru National
/// Weather Service".
fn bodies_of_states(view: &View, lexicon: &Lexicon, hits: &[Hit], m: &mut Labelled) {
    let last = view.form(m.words.end as usize - 1);
    let from = hits.partition_point(|h| h.words.end <= m.words.start);
    let state = hits.get(from).is_some_and(|h| {
        h.words.start <= m.words.start && h.words.end < m.words.end && h.reading(&[Sense::State]).is_some()
    });
    if m.label == "LOC"
        && state
        && last.starts_with(char::is_uppercase)
        && lexicon.roles.is("body", &last.to_lowercase())
    {
        m.label = "ORG";
    }
}

/// The form without the full stop of an abbreviation, in lower case.
fn bare(view: &View, i: usize) -> String {
    view.form(i).trim_end_matches('.').to_lowercase()
}

/// Ends the name of a company with its form: "Minera Sur, Inc. of Arica" is a company and a town.
fn companies_ended(view: &View, lexicon: &Lexicon, spans: Vec<Labelled>) -> Vec<Labelled> {
    let mut out = Vec::with_capacity(spans.len());
    for m in spans {
        let of = m.words.range().skip(2).find(|&i| {
            let form = bare(view, i - 1);
            view.form(i) == "of" && lexicon.roles.is("company_form", &form)
        });
        match of.filter(|_| m.label == "ORG") {
            Some(of) => {
                let place = WordRange { start: of as u32 + 1, end: m.words.end };
                out.push(Labelled { words: WordRange { start: m.words.start, end: of as u32 }, ..m.clone() });
                if !place.is_empty() {
                    out.push(Labelled { words: place, label: "LOC", ..m });
                }
            }
            None => out.push(m),
        }
    }
    out
}

/// Makes one name of a body and what it is of, where the model named only a part: "the Port Authority of Porto Novo", "the United
/// States Department of Housing and Urban Development"; not "the Parliament of Peru" or "the Council of the OAS", which act for
/// what they are of.
fn bodies_of(view: &View, lexicon: &Lexicon, hits: &[Hit], spans: Vec<Labelled>) -> Vec<Labelled> {
    let mut out: Vec<Labelled> = Vec::with_capacity(spans.len());
    let mut wide: Vec<WordRange> = Vec::new();
    for &sentence in &view.layout.sentences {
        let own_spans = &spans[spans.partition_point(|m| m.words.end <= sentence.start)
            ..spans.partition_point(|m| m.words.start < sentence.end)];
        let own_hits = &hits[hits.partition_point(|h| h.words.end <= sentence.start)
            ..hits.partition_point(|h| h.words.start < sentence.end)];
        let around = Around { view, lexicon, sentence, spans: own_spans, hits: own_hits };
        wide.clear();
        wide.extend(sentence.range().filter_map(|of| around.body_of(of)));
        let kept = own_spans.iter().filter(|m| !wide.iter().any(|w| inside(m.words, *w)));
        out.extend(kept.cloned());
        out.extend(wide.iter().map(|&words| Labelled { words, label: "ORG", score: 0.5 }));
    }
    out.sort_by_key(|m| m.words);
    out
}

/// A sentence with the names in it.
struct Around<'v, 'l> {
    view: &'v View<'v>,
    lexicon: &'l Lexicon,
    sentence: WordRange,
    spans: &'v [Labelled],
    hits: &'v [Hit<'l>],
}

impl Around<'_, '_> {
    fn capital(&self, i: usize) -> bool {
        self.view.form(i).starts_with(char::is_uppercase)
    }

    /// The name of the lexicon that begins at word `i`.
    fn hit_at(&self, i: usize) -> Option<&Hit<'_>> {
        self.hits.iter().find(|h| h.words.start as usize == i)
    }

    /// The end of the name that begins at word `i`, the model's before the lexicon's.
    fn name_at(&self, i: usize) -> Option<usize> {
        let span = self.spans.iter().map(|m| m.words).find(|w| w.start as usize == i);
        span.or_else(|| self.hit_at(i).map(|h| h.words)).map(|w| w.end as usize)
    }

    /// The span of the model that holds word `i`.
    fn span_of(&self, i: usize) -> Option<&Labelled> {
        self.spans.iter().find(|m| m.words.contains(i))
    }

    /// The name of a body around the word `of`, if it is one and none names it whole already.
    fn body_of(&self, of: usize) -> Option<WordRange> {
        let (view, first) = (self.view, self.sentence.start as usize);
        let head = of.checked_sub(1).filter(|&h| view.form(of) == "of" && h >= first && self.capital(h))?;
        let word = view.form(head).to_lowercase();
        let body = |w: &str| self.lexicon.roles.is("body", w);
        if !body(&word) && !word.strip_suffix('s').is_some_and(body) {
            return None;
        }
        let (begin, end) = self.owner(of)?;
        let start = self.front(head);
        // "Forces of General Ruiz" stand at the start of a sentence; "Law Offices of Ana Ruiz" is a name where the model saw one begin.
        let person = self.span_of(begin).is_some_and(|m| m.label == "PER");
        let common = start == first && head == first && view.word(first).upos != "PROPN";
        if (person || common) && self.span_of(head).is_none() || is_title(view, self.lexicon, begin) {
            return None;
        }
        let words = WordRange::new(start, end);
        let names = || self.spans.iter().map(|m| m.words).chain(self.hits.iter().map(|h| h.words));
        let known = names().any(|w| inside(words, w));
        let named = names().any(|w| inside(w, words));
        let meets = |w: WordRange| w.start < words.end && words.start < w.end;
        let crossed = self.spans.iter().any(|m| meets(m.words) && !inside(m.words, words));
        (named && !known && !crossed && !of_title(view, self.lexicon, words)).then_some(words)
    }

    /// Where what stands behind the word `of` begins and ends: a name that acts for nobody, or words with capitals.
    fn owner(&self, of: usize) -> Option<(usize, usize)> {
        let (view, last) = (self.view, self.sentence.end as usize);
        let begin = of + 1 + usize::from(of + 1 < last && view.form(of + 1) == "the");
        let acts = [Sense::State, Sense::Body, Sense::Organ, Sense::SharedOrgan];
        let actor = |i: usize| self.hit_at(i).is_some_and(|h| h.reading(&acts).is_some());
        if begin >= last || !self.capital(begin) || actor(of + 1) || actor(begin) {
            return None;
        }
        let mut end = begin;
        while end < last && self.capital(end) && (end == begin || self.name_at(end).is_none()) {
            end = self.name_at(end).unwrap_or(end + 1);
            // "of Housing and Urban Development": what hangs on the words before.
            let joined = end + 1 < last && matches!(view.form(end), "and" | "&");
            let hangs = |i: usize| view.head(i).is_some_and(|h| (begin..end).contains(&h));
            let more = (end + 1..last).take_while(|&i| self.capital(i));
            if joined && self.name_at(end + 1).is_none() && more.into_iter().any(hangs) {
                end += 1;
            }
        }
        Some((begin, end))
    }

    /// Where the words with capitals begin that end with `head`, without an article, and without an adjective of nationality that the
    /// model left out.
    fn front(&self, head: usize) -> usize {
        let (view, first) = (self.view, self.sentence.start as usize);
        let outer = |i: usize| {
            let adjective = |h: &Hit| h.words.contains(i) && h.reading(&[Sense::Adjective]).is_some();
            let front = i == first || !self.capital(i - 1);
            front && self.hits.iter().any(adjective) && self.span_of(i).is_none()
        };
        let own = |i: usize| {
            let article = matches!(view.form(i), "The" | "A" | "An");
            self.capital(i) && view.word(i).upos != "PUNCT" && !article && !outer(i)
        };
        (first..head).rev().take_while(|&i| own(i)).last().unwrap_or(head)
    }
}

/// Names the state behind a town by its postal code, "Chillicothe, OH" or "San Rafael Ca", and no place where the two letters behind a person are
/// a degree: "Ana Ruiz, MD".
fn states_behind(view: &View, lexicon: &Lexicon, spans: Vec<Labelled>) -> Vec<Labelled> {
    let code = |i: usize| {
        view.form(i).chars().count() == 2 && lexicon.roles.is("postal", &view.form(i).to_lowercase())
    };
    let upper = |i: usize| view.form(i).chars().all(char::is_uppercase);
    let mut out: Vec<Labelled> = Vec::with_capacity(spans.len());
    let mut spans = spans.into_iter().peekable();
    while let Some(mut m) = spans.next() {
        let (first, last) = (m.words.start as usize, m.words.end as usize - 1);
        let comma = first.checked_sub(1).is_some_and(|i| view.form(i) == ",");
        let degree = comma
            && last == first
            && code(first)
            && upper(first)
            && out.last().is_some_and(|p| p.label == "PER" && p.words.end as usize + 1 == first);
        if degree {
            continue;
        }
        if m.label != "LOC" {
            out.push(m);
            continue;
        }
        let capital = view.form(last).starts_with(char::is_uppercase);
        if last > first && code(last) && capital && view.form(last - 1).starts_with(char::is_alphabetic) {
            m.words.end -= 1;
            out.push(Labelled { words: WordRange::new(last, last + 1), ..m.clone() });
            let n = out.len() - 1;
            out.insert(n, m);
            continue;
        }
        let sentence = view.sentence(first);
        let shouted = !sentence.range().any(|i| view.form(i).chars().any(char::is_lowercase));
        let state = last + 2;
        let behind = sentence.contains(state)
            && view.form(last + 1) == ","
            && code(state)
            && upper(state)
            && !shouted
            && spans.peek().is_none_or(|n| n.words.start as usize > state);
        let label = m.label;
        out.push(m);
        if behind {
            out.push(Labelled { words: WordRange::new(state, state + 1), label, score: 0.5 });
        }
    }
    out
}

/// The model's spans, with the two parts of a person's name joined where it cut between them.
fn joined(view: &View, model: &[Labelled]) -> Vec<Labelled> {
    let mut out: Vec<Labelled> = Vec::with_capacity(model.len());
    for m in model {
        let first = m.words.start as usize;
        match out.last_mut() {
            Some(last)
                if last.label == "PER"
                    && m.label == "PER"
                    && last.words.end == m.words.start
                    && view.word(first).relation() == "flat"
                    && view.head(first).is_some_and(|h| last.words.contains(h)) =>
            {
                last.words.end = m.words.end;
            }
            _ => out.push(m.clone()),
        }
    }
    out
}

/// The model's spans, with a town cut from the state or land written after it: "Torres Texas" is two names, "South Texas" is one.
fn parted(view: &View, lexicon: &Lexicon, hits: &[Hit], spans: Vec<Labelled>) -> Vec<Labelled> {
    let mut out = Vec::with_capacity(spans.len());
    for mut m in spans {
        let from = hits.partition_point(|h| h.words.end < m.words.end);
        let land = hits[from..]
            .iter()
            .take_while(|h| h.words.end == m.words.end)
            .find(|h| h.words.start > m.words.start && h.reading(&[Sense::State, Sense::Place]).is_some());
        let cut = land.filter(|land| {
            let before = land.words.start as usize - 1;
            m.label == "LOC"
                && view.form(before).starts_with(char::is_alphabetic)
                && !lexicon.roles.is("region", &view.form(before).to_lowercase())
                && !matches!(view.word(before).upos, "ADP" | "DET" | "CCONJ")
        });
        // "the President of Chile Ana Ruiz": the state of the office and who holds it are two names.
        let first = hits.partition_point(|h| h.words.start < m.words.start);
        let state = hits[first..].iter().take_while(|h| h.words.start == m.words.start).find(|h| {
            let of = (h.words.start as usize).checked_sub(2);
            h.words.end + 2 <= m.words.end
                && h.reading(&[Sense::State]).is_some()
                && of.is_some_and(|t| {
                    view.form(t + 1) == "of" && of_title(view, lexicon, WordRange::new(t, t + 1))
                })
        });
        if let Some(state) = state {
            let person = WordRange { start: state.words.end, end: m.words.end };
            out.push(Labelled { words: state.words, label: "LOC", ..m.clone() });
            out.push(Labelled { words: person, label: "PER", ..m });
            continue;
        }
        match cut {
            Some(land) => {
                let town = WordRange { start: m.words.start, end: land.words.start };
                out.push(Labelled { words: town, ..m.clone() });
                m.words.start = land.words.start;
                out.push(m);
            }
            _ => out.push(m),
        }
    }
    out
}
