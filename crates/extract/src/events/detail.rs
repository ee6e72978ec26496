//! What else the text says of an event: how many, where, known from which statement.

use super::frame::Frame;
use super::phrase::{behind, marker, noun_phrase};
use crate::{Attribution, AttributionId, Magnitude, Party, View};
use demarche_base::{ByteSpan, WordRange};
use demarche_lexicon::Lexicon;
use demarche_record::{EntityType, Plover};

/// Prepositions of place.
const PLACE: &[&str] = &["in", "at", "near", "off", "outside", "inside", "along", "around"];

/// The innermost statement in whose content word `word` lies.
pub fn statement(view: &View, attributions: &[Attribution], word: usize) -> Option<AttributionId> {
    let span = view.layout.words[word].span;
    let holds = |a: &Attribution| {
        a.content.iter().any(|c| c.contains(span)) && !a.cue.iter().any(|c| c.contains(span))
    };
    let size = |a: &Attribution| a.content.iter().map(|c| c.len()).sum::<usize>();
    let inner = attributions.iter().enumerate().filter(|(_, a)| holds(a)).min_by_key(|(_, a)| size(a));
    inner.map(|(i, _)| AttributionId(i as u32))
}

/// The contexts that the clause of the act speaks of: its own words with what is asked, said or planned in it, without the
/// names of those who act and without what other clauses tell.
pub fn contexts(view: &View, lexicon: &Lexicon, verb: usize, doers: &[usize]) -> Vec<&'static str> {
    let mut words = vec![verb];
    let mut at = 0;
    while let Some(&one) = words.get(at).filter(|_| words.len() < 400) {
        at += 1;
        for child in view.children(one).iter().map(|&c| c as usize) {
            let word = view.word(child);
            let beside = match word.relation() {
                "parataxis" => true,
                "acl" => word.deprel == "acl:relcl",
                "advcl" => !matches!(marker(view, child), "to" | "of" | "for" | "from" | "against"),
                "conj" => word.upos == "VERB" && view.word(one).upos == "VERB",
                _ => false,
            };
            if !beside && !doers.contains(&child) {
                words.push(child);
            }
        }
    }
    words.sort_unstable();
    lexicon.plover.contexts(words.into_iter().map(|w| {
        let lemma = view.lemma(w);
        // "the waters of the strait" are no water supply.
        if lemma == "water" && view.word(w).xpos != "NN" { "waters" } else { lemma }
    }))
}

/// Where it happens: a named place behind a preposition of place that is no party.
pub fn place(view: &View, frame: &Frame, parties: &[&Party], timexes: &[WordRange]) -> Option<ByteSpan> {
    let heads: Vec<usize> = [Some(frame.head), frame.verb, frame.object].into_iter().flatten().collect();
    PLACE.iter().find_map(|p| {
        let head = behind(view, &heads, p)?;
        let phrase = noun_phrase(view, head);
        let named = view.word(head).upos == "PROPN";
        let free = parties.iter().all(|p| p.head as usize != head);
        let timely = timexes.iter().any(|t| t.contains(head));
        (named && free && !timely && !is_person(view, head)).then(|| view.span(phrase))
    })
}

fn is_person(view: &View, word: usize) -> bool {
    let person = EntityType::Person.name();
    view.heads.names.iter().any(|n| n.label == person && n.words.contains(word))
}

/// How many: the number in the object, in what it is made of, in the target; among forces and crowds, in the source.
pub fn magnitude(view: &View, frame: &Frame, kind: Plover, timexes: &[WordRange]) -> Option<Magnitude> {
    let crowd = matches!(kind, Plover::Mobilize | Plover::Protest | Plover::Assault);
    let sources = frame.sources.iter().copied().filter(|_| crowd);
    let heads = frame.object.into_iter().chain(frame.targets.iter().copied());
    heads.chain(sources).find_map(|h| counted(view, h, timexes, 2))
}

fn counted(view: &View, noun: usize, timexes: &[WordRange], depth: u8) -> Option<Magnitude> {
    for number in view.children_by(noun, "nummod") {
        if timexes.iter().any(|t| t.contains(number)) {
            continue;
        }
        if let Some((value, range, approximate)) = number_at(view, number) {
            let unit = WordRange::new(noun, noun + 1);
            let span = view.span(WordRange::new(range.start as usize, (noun + 1).max(range.end as usize)));
            return Some(Magnitude { value, unit: Some(view.span(unit)), approximate, span });
        }
    }
    let inner = view.children_by(noun, "nmod").find(|&c| marker(view, c) == "of")?;
    if let Some(value) = many(&view.lemma(noun).to_ascii_lowercase()) {
        // "dozens of boats", "hundreds of people".
        let span = view.span(WordRange::new(noun, inner + 1));
        return Some(Magnitude {
            value,
            unit: Some(view.span(WordRange::new(inner, inner + 1))),
            approximate: true,
            span,
        });
    }
    if depth == 0 { None } else { counted(view, inner, timexes, depth - 1) }
}

fn many(lemma: &str) -> Option<f64> {
    match lemma {
        "dozen" | "dozens" => Some(12.0),
        "score" | "scores" => Some(20.0),
        "hundred" | "hundreds" => Some(100.0),
        "thousand" | "thousands" => Some(1000.0),
        "million" | "millions" => Some(1_000_000.0),
        _ => None,
    }
}

/// The number at word `word` with its multiplier and what qualifies it: "about 100,000", "two dozen", "1.5 million".
fn number_at(view: &View, word: usize) -> Option<(f64, WordRange, bool)> {
    let mut range = view.subtree(word);
    let mut value = 1.0;
    let mut seen = false;
    let mut approximate = false;
    for w in range.range() {
        let form = view.form(w).to_ascii_lowercase();
        if let Some(n) = digits(&form).or_else(|| small(&form)) {
            value = if seen && n < 100.0 && value >= 20.0 { value + n } else { value * n };
            seen = true;
        } else if let Some(n) = many(&form) {
            value *= n;
            seen = true;
        } else if matches!(
            form.as_str(),
            "about"
                | "around"
                | "some"
                | "nearly"
                | "almost"
                | "roughly"
                | "approximately"
                | "over"
                | "least"
                | "estimated"
                | "up"
                | "more"
                | "most"
                | "fewer"
                | "than"
                | "at"
                | "to"
                | "an"
                | "a"
                | "as"
                | "many"
        ) {
            approximate |= form != "a" && form != "an";
        }
    }
    range.end = range.end.max(word as u32 + 1);
    seen.then_some((value, range, approximate))
}

fn digits(form: &str) -> Option<f64> {
    let plain: String = form.chars().filter(|c| *c != ',').collect();
    if !plain.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    plain.parse().ok()
}

fn small(form: &str) -> Option<f64> {
    const WORDS: &[(&str, f64)] = &[
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("thirteen", 13.0),
        ("fourteen", 14.0),
        ("fifteen", 15.0),
        ("sixteen", 16.0),
        ("seventeen", 17.0),
        ("eighteen", 18.0),
        ("nineteen", 19.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fifty", 50.0),
        ("sixty", 60.0),
        ("seventy", 70.0),
        ("eighty", 80.0),
        ("ninety", 90.0),
    ];
    WORDS.iter().find(|(w, _)| *w == form).map(|(_, n)| *n)
}
