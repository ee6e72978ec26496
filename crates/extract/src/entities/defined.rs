//! Bodies that a text itself abbreviates: "the Popular Front of Malawi (PFM)", and every later "PFM".

use super::Hit;
use crate::View;
use crate::actors::phrase::noun_at;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::{Sense, fold};
use demarche_lexicon::roles::Stands;

/// A full name with its abbreviation in brackets right behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Defined {
    /// The words of the full name.
    pub name: WordRange,
    /// The word in the brackets.
    pub short: usize,
    /// Whether the lexicon knows the body by its abbreviation.
    pub known: bool,
}

/// How many words back a full name may begin.
const LONGEST: usize = 12;

/// Every full name with an abbreviation behind it, in order of the text.
///
/// The abbreviation holds the first letters of the name's capitals, or the name says that it is a body (an abbreviation may be
/// of the name in another language). Organs of states are left out: "the Foreign Ministry of Peru (MRE)" speaks for Peru.
pub fn defined(view: &View, lexicon: &Lexicon, hits: &[Hit]) -> Vec<Defined> {
    let brackets = (2..view.len().saturating_sub(1)).filter(|&i| {
        view.form(i - 1) == "("
            && view.form(i + 1) == ")"
            && is_short(view.form(i))
            && view.sentence(i).contains(i - 2)
    });
    let read = |short: usize| {
        let name = full_name(view, lexicon, short)?;
        let body = |h: &Hit| h.reading(&[Sense::Body]).and_then(|r| r.index);
        let within = hits.iter().filter(|h| name.start <= h.words.start && h.words.end <= name.end);
        // "the Economic Community of West African States (ECOWAS)": both names are the lexicon's.
        if within.clone().any(|h| h.words.len() > 1 && body(h).is_some()) {
            return None;
        }
        let abbreviated = hits.iter().find(|h| h.words == WordRange::new(short, short + 1)).and_then(body);
        let known =
            abbreviated.is_some_and(|i| same_body(view, lexicon.gazetteer.known[i as usize].forms, name));
        Some(Defined { name, short, known })
    };
    brackets.filter_map(read).collect()
}

/// Where the text's own names stand: the full names that the lexicon does not know, and every word that is the abbreviation of
/// one.
pub fn own_names(view: &View, defined: &[Defined]) -> Vec<WordRange> {
    let mut own = Vec::new();
    for d in defined {
        own.push(d.name);
        if !d.known {
            let form = view.form(d.short);
            own.extend((0..view.len()).filter(|&i| view.form(i) == form).map(|i| WordRange::new(i, i + 1)));
        }
    }
    own
}

/// Whether the lexicon's `names` of a body, parted by "|", one of them the abbreviation, can be what `words` spell out: they share half of
/// the words, or none of them is spelt out.
fn same_body(view: &View, names: &str, words: WordRange) -> bool {
    let own: Vec<String> =
        words.range().map(|i| fold(view.form(i)).to_lowercase()).filter(|w| w.chars().count() > 3).collect();
    let mut long = names.split('|').filter(|n| n.contains(' ')).peekable();
    long.peek().is_none()
        || long.any(|n| {
            let name = fold(n).to_lowercase();
            2 * own.iter().filter(|w| name.split(' ').any(|p| p == w.as_str())).count() >= own.len()
        })
}

/// "PFM", "UNASUR", "M-19", "FDNi".
fn is_short(form: &str) -> bool {
    (2..=8).contains(&form.chars().count())
        && form.starts_with(char::is_uppercase)
        && form.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '&' | '/'))
        && form.chars().filter(|c| c.is_uppercase()).count() >= 2
}

fn full_name(view: &View, lexicon: &Lexicon, short: usize) -> Option<WordRange> {
    let end = short - 1;
    let first = (view.sentence(short).start as usize).max(end.saturating_sub(LONGEST));
    let capital = |i: usize| view.form(i).starts_with(char::is_uppercase);
    let joins = |i: usize| {
        matches!(
            view.form(i),
            "of" | "for" | "the" | "and" | "to" | "in" | "on" | "&" | "-" | "'s" | "’s" | "'" | "’"
        ) || lexicon.roles.is("particle", view.form(i))
    };
    let mut start = end;
    while start > first && (capital(start - 1) || joins(start - 1)) {
        start -= 1;
    }
    let begins: Vec<usize> =
        (start..end).filter(|&i| capital(i) && !matches!(view.form(i), "The" | "A" | "An")).collect();
    let letters: String = view.form(short).chars().filter(|c| c.is_uppercase()).collect();
    let initials = |from: usize, small: bool| -> String {
        let parts = (from..end).flat_map(|i| view.form(i).split('-'));
        let big = parts
            .filter(|p| p.starts_with(char::is_uppercase) || small && p.starts_with(char::is_alphabetic));
        big.filter_map(|p| p.chars().next()).flat_map(char::to_uppercase).collect()
    };
    let by_letters = begins
        .iter()
        .copied()
        .find(|&b| end - b > 1 && (initials(b, false) == letters || initials(b, true) == letters));
    let is_body = |i: usize| {
        let lower = view.form(i).to_lowercase();
        ["body", "armed", "igo", "party"].iter().any(|c| lexicon.roles.is(c, &lower))
    };
    // "Ministers of the *League* of ...": the capitals in a row that hold the word begin the name.
    let by_kind = || {
        let word = (start..end).find(|&i| capital(i) && is_body(i))?;
        let row = |i: usize| capital(i) && !matches!(view.form(i), "The" | "A" | "An") || view.form(i) == "-";
        let first = (start..=word).rev().take_while(|&i| row(i)).last()?;
        (end - first > 1).then_some(first)
    };
    let name = WordRange::new(by_letters.or_else(by_kind)?, end);
    let insurgent = name.range().any(|i| lexicon.roles.is("insurgent_name", &view.form(i).to_lowercase()));
    let organ = name.range().any(|i| noun_at(view, lexicon, i).is_some_and(|n| n.0.stands == Stands::State));
    (!organ || insurgent).then_some(name)
}
