//! The word lists of `data/`, read once.

use crate::Part;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What the full stop of an abbreviation tells of the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Stands before a name.
    Title,
    /// An abbreviation only before a figure.
    Number,
    /// A month or a day.
    Month,
    /// Never ends a sentence.
    Inner,
    /// A state or province: an abbreviation only after a comma; may end a sentence.
    Place,
    /// May end a sentence.
    Other,
}

/// The lines of a data file that are no comment, cut at tabs.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}

fn set(file: &'static str) -> HashSet<&'static str> {
    rows(file).map(|r| r[0]).collect()
}

/// Prefixes that a hyphen does not cut off.
pub(crate) static PREFIXES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| set(include_str!("../data/prefixes.tsv")));
/// Words that, with a capital letter, begin a sentence.
pub(crate) static STARTERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| set(include_str!("../data/starters.tsv")));
/// Forms with punctuation inside that stay whole.
pub(crate) static WHOLES: LazyLock<HashSet<&str>> = LazyLock::new(|| set(include_str!("../data/wholes.tsv")));
/// Letters that are cut off from the number before them.
pub(crate) static UNITS: LazyLock<HashSet<&str>> = LazyLock::new(|| set(include_str!("../data/units.tsv")));
/// Endings of network and file names.
pub(crate) static SUFFIXES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| set(include_str!("../data/suffixes.tsv")));
/// Words that make up about half of any English prose.
pub(crate) static FUNCTION_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| set(include_str!("../data/function_words.tsv")));
/// Verbs that report speech.
pub(crate) static SPEECH: LazyLock<HashSet<&str>> = LazyLock::new(|| set(include_str!("../data/speech.tsv")));

/// Words that are cut in two, with the letters of the first part.
pub(crate) static CONTRACTIONS: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    rows(include_str!("../data/contractions.tsv"))
        .filter_map(|r| Some((r[0], r.get(1)?.parse().ok()?)))
        .collect()
});

static ABBREVIATIONS: LazyLock<HashMap<&str, Abbreviation>> = LazyLock::new(|| {
    rows(include_str!("../data/abbreviations.tsv"))
        .filter_map(|r| {
            let class = match *r.get(1)? {
                "title" => Abbreviation::Title,
                "number" => Abbreviation::Number,
                "month" => Abbreviation::Month,
                "inner" => Abbreviation::Inner,
                "place" => Abbreviation::Place,
                "other" => Abbreviation::Other,
                _ => return None,
            };
            Some((r[0], class))
        })
        .collect()
});

/// The class of `word` (without its full stop) as an abbreviation.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > 8 {
        return None;
    }
    ABBREVIATIONS.get(word).copied().or_else(|| {
        // "GEN." in a headline is "Gen.", "LTD." on a letterhead "Ltd.".
        let mut letters = word.chars();
        let first = letters.next()?;
        let rest = letters.as_str();
        if first.is_ascii_uppercase() && rest.len() > 1 && rest.bytes().all(|b| b.is_ascii_uppercase()) {
            let title: String =
                std::iter::once(first).chain(rest.chars().map(|c| c.to_ascii_lowercase())).collect();
            let known = ABBREVIATIONS.get(title.as_str()).copied();
            return known.filter(|c| matches!(c, Abbreviation::Title | Abbreviation::Other));
        }
        None
    })
}

/// `word` in lower case, for look-ups; long words are in no list and give the empty string.
pub(crate) fn lower(word: &str) -> String {
    if word.len() > 40 { String::new() } else { word.to_lowercase() }
}

static TURN_LABELS: LazyLock<HashMap<&str, Option<Part>>> = LazyLock::new(|| {
    rows(include_str!("../data/turn_labels.tsv"))
        .filter_map(|r| {
            let part = match *r.get(1)? {
                "asks" => Some(Part::Asks),
                "answers" => Some(Part::Answers),
                "chairs" => Some(Part::Chairs),
                _ => None,
            };
            Some((r[0], part))
        })
        .collect()
});

/// The part that a turn's label says; `None` where the words are a heading and no speaker.
pub(crate) fn turn_part(label: &str) -> Option<Part> {
    let bare = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    match TURN_LABELS.get(bare.to_lowercase().as_str()) {
        Some(part) => *part,
        None => Some(Part::Named),
    }
}
