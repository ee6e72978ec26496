//! What is known of a statement beside its words: mode, venue, addressee.

use super::clause::{marked, noun_phrase};
use super::{Draft, with_marks};
use crate::View;
use demarche_base::{ByteSpan, WordRange};
use demarche_lexicon::Lexicon;
use demarche_record::Mode;

/// Direct where every letter stands in quotation marks, indirect where none does.
///
/// A quoted name or phrase that is no clause ("the 'guarantees' demanded by") is mixed: the words are the source's,
/// the statement is not.
pub(super) fn mode(view: &View, draft: &Draft, content: &[ByteSpan]) -> Mode {
    if draft.spoken {
        return Mode::Direct;
    }
    let (mut inside, mut outside) = (0, 0);
    for span in content {
        let quotes = &view.layout.quotes;
        let end = quotes.partition_point(|q| q.span.start < span.end);
        let near: Vec<ByteSpan> = quotes[..end].iter().rev().take(16).map(|q| q.span).collect();
        for (k, c) in span.of(view.text).char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let at = span.start as usize + k;
            let quoted = near.iter().any(|q| q.range().contains(&at) && at + c.len_utf8() <= q.end as usize);
            if quoted {
                inside += 1;
            } else {
                outside += 1;
            }
        }
    }
    match (inside, outside) {
        (0, _) => Mode::Indirect,
        (_, 0) if draft.quotation || clausal(view, draft) => Mode::Direct,
        _ => Mode::Mixed,
    }
}

fn clausal(view: &View, draft: &Draft) -> bool {
    draft.content.iter().flat_map(|r| r.range()).any(|i| matches!(view.word(i).upos, "VERB" | "AUX"))
}

/// Where it was said: an outlet that was told it, an interview, a briefing, a social network.
pub(super) fn venue(view: &View, lexicon: &Lexicon, draft: &Draft) -> Option<ByteSpan> {
    let verb = draft.cue_head;
    let outside = |i: usize| !draft.content.iter().any(|r| r.contains(i));
    if let Some(o) = told(view, lexicon, verb).filter(|&o| outside(o) && is_occasion(view, lexicon, o)) {
        return Some(with_marks(view, view.span(with_name(view, o))));
    }
    if let Some(agency) = agency(view, draft).filter(|&o| outside(o)) {
        return Some(view.span(noun_phrase(view, agency)));
    }
    for o in view.children_by(verb, "obl").filter(|&o| outside(o)) {
        let placed = marked(view, o, "case", &["in", "at", "during", "on", "to", "via", "through", "before"])
            .is_some();
        if !placed || !is_occasion(view, lexicon, o) {
            continue;
        }
        if let Some(host) = host(view, o) {
            return Some(view.span(host));
        }
        let with = |n: usize| marked(view, n, "case", &["with", "on", "for"]);
        if let Some((n, case)) = view.children_by(o, "nmod").find_map(|n| Some((n, with(n)?)))
            && view.word(n).upos == "PROPN"
            && !demarche_text::CALENDAR_NAMES.contains(&view.form(n))
        {
            let r = noun_phrase(view, n);
            return Some(view.span(WordRange::new((r.start as usize).max(case + 1), r.end as usize)));
        }
        let r = noun_phrase(view, o);
        let case = marked(view, o, "case", &["in", "at", "during", "on", "to", "via", "through", "before"])?;
        return Some(view.span(WordRange::new((r.start as usize).max(case + 1), r.end as usize)));
    }
    None
}

/// The phrase of `noun` with the name right behind it: "the broadcaster RB".
fn with_name(view: &View, noun: usize) -> WordRange {
    let phrase = noun_phrase(view, noun);
    let next = Some(noun + 1).filter(|&c| view.sentence(noun).contains(c) && view.word(c).upos == "PROPN");
    // The parse may take the name for a second object of the verb.
    let name = next.filter(|&c| {
        let appos = view.word(c).relation() == "appos" && view.head(c) == Some(noun);
        appos || view.word(c).relation() == "obj" && view.head(c) == view.head(noun)
    });
    match name.map(|n| noun_phrase(view, n)) {
        Some(n) => WordRange::new(phrase.start as usize, phrase.end.max(n.end) as usize),
        None => phrase,
    }
}

/// The outlet that quotes: "the agency quoted X as saying", "X was quoted by the agency as saying".
fn agency(view: &View, draft: &Draft) -> Option<usize> {
    let passive = matches!(view.lemma(draft.cue_head), "quote" | "cite");
    let quote = match draft.rule {
        "rule:quoted-as" => view.head(draft.cue_head)?,
        _ if passive => draft.cue_head,
        _ => return None,
    };
    let by = view.children_by(quote, "obl").find(|&o| marked(view, o, "case", &["by"]).is_some());
    by.or_else(|| view.child(quote, "nsubj").filter(|&s| Some(s) != draft.source_head))
}

/// The name after "with" or "to" right behind an occasion: "an interview with Radio Oslo broadcast on Monday".
fn host(view: &View, occasion: usize) -> Option<WordRange> {
    let end = view.sentence(occasion).end as usize;
    let case = occasion + 1;
    if case + 1 >= end || !matches!(view.form(case), "with" | "on" | "for") {
        return None;
    }
    let name = |i: &usize| matches!(view.word(*i).upos, "PROPN" | "PART") || view.form(*i) == "-";
    let last = (case + 1..end).take_while(name).last()?;
    if demarche_text::CALENDAR_NAMES.contains(&view.form(case + 1)) {
        return None;
    }
    Some(WordRange::new(case + 1, last + 1))
}

/// To whom it was said: who was told, or "said to X".
pub(super) fn addressee(view: &View, lexicon: &Lexicon, draft: &Draft) -> Option<ByteSpan> {
    let verb = draft.cue_head;
    let outside = |i: usize| !draft.content.iter().any(|r| r.contains(i));
    if let Some(o) = told(view, lexicon, verb).filter(|&o| outside(o) && !is_occasion(view, lexicon, o)) {
        return Some(view.span(with_name(view, o)));
    }
    let o =
        view.children_by(verb, "obl").find(|&o| outside(o) && marked(view, o, "case", &["to"]).is_some())?;
    let case = marked(view, o, "case", &["to"])?;
    let r = noun_phrase(view, o);
    (!is_occasion(view, lexicon, o) && lexicon.cues.verb(view.form(verb)).is_some())
        .then(|| view.span(WordRange::new((r.start as usize).max(case + 1), r.end as usize)))
}

/// The object of a verb of telling.
fn told(view: &View, lexicon: &Lexicon, verb: usize) -> Option<usize> {
    let tells = lexicon.commissives.is("telling", &view.lemma(verb).to_lowercase());
    view.child(verb, "iobj").or_else(|| view.child(verb, "obj").filter(|_| tells))
}

/// Whether a noun names an outlet or an occasion of speech.
fn is_occasion(view: &View, lexicon: &Lexicon, noun: usize) -> bool {
    noun_phrase(view, noun).range().any(|i| lexicon.commissives.is("occasion", &view.form(i).to_lowercase()))
}
