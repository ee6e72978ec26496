//! What machine translation leaves: sentences without a source, idioms word for word, doubled words, words and
//! letters of the other language.

use std::collections::HashMap;
use std::sync::LazyLock;

use demarche_base::{ByteSpan, Notice, NoticeKind, WordRange};

use crate::chars::*;
use crate::faults::span;
use crate::{Word, lists};

/// How a phrase of the lists must stand in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// It is the whole sentence.
    Sentence,
    /// The sentence begins with it.
    Begins,
    /// Anywhere.
    Phrase,
    /// Anywhere, in small letters and with no mark between its words.
    Small,
    /// As `Small`, and it is no name or citation: nothing capitalised beside it, no quotation mark or bracket about it.
    Foreign,
}

/// A phrase of the lists.
struct Artefact {
    words: Vec<&'static str>,
    how: How,
}

/// The phrases, by their first words.
static ARTEFACTS: LazyLock<HashMap<&str, Vec<Artefact>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<Artefact>> = HashMap::new();
    let mut add = |phrase: &'static str, how| {
        let words: Vec<&str> = phrase.split(' ').collect();
        out.entry(words[0]).or_default().push(Artefact { words, how });
    };
    for row in lists::rows(include_str!("../data/artefacts.tsv")) {
        let how = match row[0] {
            "sentence" => How::Sentence,
            "begins" => How::Begins,
            "small" => How::Small,
            _ => How::Phrase,
        };
        if let Some(phrase) = row.get(1) {
            add(phrase, how);
        }
    }
    for row in lists::rows(include_str!("../data/foreign_words.tsv")) {
        add(row[0], How::Foreign);
    }
    // "of to of" before "of to".
    for list in out.values_mut() {
        list.sort_by_key(|a| std::cmp::Reverse(a.words.len()));
    }
    out
});

/// The most words that `*` stands for.
const GAP: usize = 4;

/// How many words before a word an open bracket is looked for.
const FAR: usize = 30;

/// A white-space word of a sentence without the marks at its ends.
struct Form<'a> {
    lower: String,
    span: ByteSpan,
    /// What stands between it and the white space about it.
    before: &'a str,
    after: &'a str,
}

/// Adds a notice for what machine translation left in a sentence.
pub(crate) fn artefacts(text: &str, words: &[Word], sentences: &[WordRange], out: &mut Vec<Notice>) {
    for sentence in sentences {
        let forms = forms(text, span(words, *sentence));
        let mut i = 0;
        while i < forms.len() {
            let list = ARTEFACTS.get(forms[i].lower.as_str());
            let hit =
                list.and_then(|list| list.iter().find_map(|a| Some((stands(text, a, &forms, i)?, a.how))));
            if let Some((len, how)) = hit {
                let place = forms[i].span.cover(forms[i + len - 1].span);
                let message = match how {
                    How::Small => "These words do not follow each other in English.",
                    How::Foreign => "The translation left this in the other language.",
                    _ => "Machine translation is known to put this in where the source says something else.",
                };
                out.push(Notice::at(NoticeKind::TranslationArtefact, place, message));
            }
            i += hit.map_or(1, |(len, _)| len);
        }
        other_letters(text, &forms, out);
    }
}

fn forms(text: &str, place: ByteSpan) -> Vec<Form<'_>> {
    let pieces = place.of(text).split(is_gap);
    let form = |piece: &'_ str| {
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let from = bare.as_ptr() as usize - text.as_ptr() as usize;
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        (!bare.is_empty()).then(|| Form {
            lower: lists::lower(bare).replace('’', "'"),
            span: ByteSpan::new(from, from + bare.len()),
            before: &text[start..from],
            after: &text[from + bare.len()..start + piece.len()],
        })
    };
    pieces.filter_map(form).collect()
}

/// How many words from `at` on the phrase takes, if it stands there as it must.
fn stands(text: &str, artefact: &Artefact, forms: &[Form], at: usize) -> Option<usize> {
    let len = matched(&artefact.words, &forms[at..])?;
    let here = &forms[at..at + len];
    let small = || {
        let place = here[0].span.cover(here[len - 1].span).of(text);
        place.split(is_gap).filter(|p| !p.is_empty()).eq(artefact.words.iter().copied())
    };
    let cited = || {
        let mark =
            |c: char| is_double_quote(c) || is_single_quote(c) || is_open_bracket(c) || is_close_bracket(c);
        here[0].before.contains(mark) || here[len - 1].after.contains(mark)
    };
    let capital = |f: &Form| f.span.of(text).starts_with(char::is_uppercase);
    let named = || {
        // The first word of a sentence has its capital anyway.
        let before = at.checked_sub(1).map(|b| &forms[b]).filter(|f| at > 1 && f.after.is_empty());
        let after = forms.get(at + len).filter(|_| here[len - 1].after.is_empty());
        before.is_some_and(capital) || after.is_some_and(capital)
    };
    let fits = match artefact.how {
        How::Sentence => at == 0 && len == forms.len(),
        How::Begins => at == 0,
        How::Phrase => true,
        How::Small => small(),
        How::Foreign => small() && !cited() && (here[0].before.is_empty() && !named()),
    };
    fits.then_some(len)
}

/// How many of `forms` the words of a phrase match, from the first on.
fn matched(words: &[&str], forms: &[Form]) -> Option<usize> {
    let Some((&word, rest)) = words.split_first() else { return Some(0) };
    if word == "*" {
        return (0..=GAP.min(forms.len())).find_map(|n| Some(n + matched(rest, &forms[n..])?));
    }
    let (form, more) = forms.split_first()?;
    (word == "?" || word == form.lower).then(|| matched(rest, more))?.map(|n| n + 1)
}

/// Words in other letters than ours that are no name and stand in no quotation or bracket: "sent doctors в зону".
fn other_letters(text: &str, forms: &[Form], out: &mut Vec<Notice>) {
    let other = |f: &Form| {
        let letters = f.lower.chars().filter(|c| c.is_alphabetic());
        let foreign = letters.clone().filter(|&c| !is_latin(c)).count();
        foreign * 2 > letters.count()
    };
    let count = |forms: &[Form]| -> usize {
        forms.iter().map(|f| f.lower.chars().filter(|c| c.is_alphabetic()).count()).sum()
    };
    // A sentence of another language is told of as such.
    let own = forms.iter().filter(|f| !other(f)).count();
    if forms.iter().all(|f| !other(f)) || own < 3 {
        return;
    }
    let bracketed = |i: usize| {
        let first = &forms[i.saturating_sub(FAR)];
        let from = first.span.start as usize - first.before.len();
        let before = &text[from..forms[i].span.start as usize];
        before.matches(is_open_bracket).count() > before.matches(is_close_bracket).count()
    };
    let mut i = 0;
    while i < forms.len() {
        let end = (i..forms.len()).find(|&k| !other(&forms[k])).unwrap_or(forms.len());
        if end > i {
            let run = &forms[i..end];
            let quote = |c: char| is_double_quote(c) || is_single_quote(c);
            let cited = run[0].before.contains(quote) || run[run.len() - 1].after.contains(quote);
            let cased = run[0].span.of(text).contains(|c: char| c.is_lowercase() || c.is_uppercase());
            let named = run.iter().all(|f| f.span.of(text).starts_with(char::is_uppercase));
            let enough = if cased { count(run) >= 3 } else { run.len() >= 2 || count(run) >= 4 };
            if enough && !named && !cited && !bracketed(i) {
                let place = run[0].span.cover(run[run.len() - 1].span);
                let message = "The translation left these words in the other language.";
                out.push(Notice::at(NoticeKind::TranslationArtefact, place, message));
            }
        }
        i = end.max(i + 1);
    }
}
