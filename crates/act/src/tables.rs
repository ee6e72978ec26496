//! The data files of this crate, read once.

use demarche_record::Plover;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::cell::RefCell;
use std::sync::LazyLock;

/// The rows of a data file, cut at tabs; lines that begin with `#` are comments.
fn rows(data: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    data.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(|l| l.split('\t').collect())
}

/// One pair of types with how sure the pair is and why, from `entails.tsv` or `clashes.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub one: Plover,
    pub other: Plover,
    pub sure: f64,
    pub because: &'static str,
}

fn pairs(data: &'static str) -> Vec<Pair> {
    rows(data)
        .filter_map(|r| match r[..] {
            [one, other, sure, because] => Some(Pair {
                one: Plover::from_name(one)?,
                other: Plover::from_name(other)?,
                sure: sure.parse().ok()?,
                because,
            }),
            _ => None,
        })
        .collect()
}

static ENTAILS: LazyLock<Vec<Pair>> = LazyLock::new(|| pairs(include_str!("../data/entails.tsv")));
static CLASHES: LazyLock<Vec<Pair>> = LazyLock::new(|| pairs(include_str!("../data/clashes.tsv")));

/// The row which says that an act of type `done` is one of type `asked` too.
pub(crate) fn entails(done: Plover, asked: Plover) -> Option<&'static Pair> {
    ENTAILS.iter().find(|p| p.one == done && p.other == asked)
}

/// The row which says that acts of these types exclude each other, in either order.
pub(crate) fn clashes(a: Plover, b: Plover) -> Option<&'static Pair> {
    CLASHES.iter().find(|p| (p.one, p.other) == (a, b) || (p.one, p.other) == (b, a))
}

/// The types that an act of the type may imply, be implied by or exclude, itself among them.
pub(crate) fn related(of: Plover) -> Vec<Plover> {
    let pairs = ENTAILS.iter().chain(CLASHES.iter());
    let other = |p: &Pair| if p.one == of { Some(p.other) } else { (p.other == of).then_some(p.one) };
    let mut types: Vec<Plover> = pairs.filter_map(other).chain([of]).collect();
    types.sort();
    types.dedup();
    types
}

/// How a word turns an act round (`turns.tsv`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// What is refused is not done.
    Refuse,
    /// What is ended is no longer done.
    End,
    /// Somebody else gives it; the type of the giving.
    Receive(Plover),
    /// What is signed or proclaimed is done.
    Make,
}

/// The turns that begin with one word: the stem of the second, where there are two, and what they turn.
type Turns = Vec<(Option<String>, Turn)>;

/// By the stem of the first word.
static TURNS: LazyLock<HashMap<String, Turns>> = LazyLock::new(|| {
    let mut turns: HashMap<String, Turns> = HashMap::default();
    for row in rows(include_str!("../data/turns.tsv")) {
        let turn = match (row.first().copied(), row.get(2).copied()) {
            (Some("refuse"), _) => Some(Turn::Refuse),
            (Some("end"), _) => Some(Turn::End),
            (Some("make"), _) => Some(Turn::Make),
            (Some("receive"), of) => of.and_then(Plover::from_name).map(Turn::Receive),
            _ => None,
        };
        if let Some((turn, words)) = turn.zip(row.get(1)) {
            let mut stems = words.split(' ').map(stem);
            let (first, second) = (stems.next().unwrap_or_default(), stems.next());
            let rows = turns.entry(first).or_default();
            rows.retain(|(other, _)| *other != second);
            rows.push((second, turn));
        }
    }
    turns
});

/// The stems of the words of receiving, the last of each row.
pub(crate) fn receiving() -> &'static [String] {
    static STEMS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let all = TURNS.iter().flat_map(|(first, rows)| rows.iter().map(move |row| (first, row)));
        let mut stems: Vec<String> = all
            .filter(|(_, (_, turn))| matches!(turn, Turn::Receive(_)))
            .map(|(first, (second, _))| second.as_ref().unwrap_or(first).clone())
            .collect();
        stems.sort();
        stems.dedup();
        stems
    });
    &STEMS
}

/// The turn that these stems make, and of how many of them: two before one.
pub(crate) fn turn<'a>(mut stems: impl Iterator<Item = &'a str>) -> Option<(Turn, usize)> {
    let rows = TURNS.get(stems.next()?)?;
    let next = stems.next();
    let of = |second: Option<&str>| rows.iter().find(|(s, _)| s.as_deref() == second).map(|(_, turn)| *turn);
    let two = next.and_then(|next| of(Some(next))).map(|turn| (turn, 2));
    two.or_else(|| of(None).map(|turn| (turn, 1)))
}

/// The words of one class of `function_words.tsv`.
fn class(name: &'static str) -> impl Iterator<Item = &'static str> {
    rows(include_str!("../data/function_words.tsv"))
        .filter(move |r| r[0] == name)
        .filter_map(|r| r.get(1).copied())
        .flat_map(|words| words.split(' '))
}

static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../data/function_words.tsv"))
        .filter(|r| r[0] != "place")
        .filter_map(|r| r.get(1).copied())
        .flat_map(|words| words.split(' '))
        .collect()
});
static LIGHT_STEMS: LazyLock<HashSet<String>> =
    LazyLock::new(|| class("light").chain(class("carries")).map(stem).collect());
/// The words that open the name of a thing, and the stems of the verbs that carry one.
static BEFORE_A_THING: LazyLock<(HashSet<&'static str>, HashSet<String>)> = LazyLock::new(|| {
    // What is refused, ended, received or signed without a "to" is a thing, too.
    let turns = TURNS.iter().filter(|(_, rows)| rows.iter().any(|(second, _)| second.is_none()));
    let turns = turns.map(|(first, _)| first.clone());
    (class("opens").collect(), class("carries").map(stem).chain(turns).collect())
});

/// Whether what follows the word (in small letters) is a thing, whatever verb it could be: "a loan", "gives arms".
pub(crate) fn opens_a_thing(word: &str, stem: &str) -> bool {
    BEFORE_A_THING.0.contains(word) || BEFORE_A_THING.1.contains(stem)
}

/// Whether what follows the word (in small letters) only says for how long.
pub(crate) fn is_until(word: &str) -> bool {
    UNTIL.contains(word)
}

static UNTIL: LazyLock<HashSet<&'static str>> = LazyLock::new(|| class("until").collect());

static NEGATORS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| class("negator").collect());

/// Whether the word (in small letters) says that a thing is not so.
pub(crate) fn is_negator(word: &str) -> bool {
    NEGATORS.contains(word)
}

static PLACES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| class("place").collect());

/// Whether the word (in small letters) is, with a capital, part of many a place's name.
pub(crate) fn is_of_places(word: &str) -> bool {
    PLACES.contains(word)
}

/// Whether a word (in small letters) says nothing of what is done: grammar, or a light verb in any form.
pub(crate) fn is_function(word: &str, stem: &str) -> bool {
    FUNCTION_WORDS.contains(word) || LIGHT_STEMS.contains(stem)
}

/// The Snowball stem (English) of a word in small letters.
///
/// Porter, *Snowball: a language for stemming algorithms* (2001); "guarantees" and "guarantee" have one stem.
/// One thing is added: the noun in -sion has the stem of its verb in -d ("expansion", "expand").
pub(crate) fn stem(word: &str) -> String {
    // A text has few words that no text had before it.
    thread_local! {
        static STEMS: RefCell<HashMap<String, String>> = RefCell::default();
    }
    const MOST: usize = 50_000;
    STEMS.with_borrow_mut(|stems| {
        if let Some(stem) = stems.get(word) {
            return stem.clone();
        }
        if stems.len() >= MOST {
            stems.clear();
        }
        stems.entry(word.to_owned()).or_insert_with(|| made_stem(word)).clone()
    })
}

fn made_stem(word: &str) -> String {
    let mut stem = Stemmer::create(Algorithm::English).stem(word).into_owned();
    let noun = word.strip_suffix('s').unwrap_or(word);
    if noun.ends_with("sion") && !noun.ends_with("ssion") && stem.ends_with('s') {
        stem.pop();
        stem.push('d');
    }
    stem
}

/// Each stem of `alike.tsv` but the first of its row, with that first.
static ALIKE: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    rows(include_str!("../data/alike.tsv"))
        .filter_map(|r| r.first().copied())
        .filter(|row| !row.contains('='))
        .flat_map(|row| {
            let mut stems = row.split(' ').map(stem);
            let first = stems.next().unwrap_or_default();
            stems.map(|s| (s, first.clone())).collect::<Vec<_>>()
        })
        .collect()
});

/// The rows of `alike.tsv` that say a word in more words.
static SPELT: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/alike.tsv")).filter_map(|r| r.first()?.split_once(" = "));
    rows.map(|(word, more)| (word, more.split(' ').collect())).collect()
});

/// What the word (in small letters) says in more words: "ceasefire" is to cease fire.
pub(crate) fn spelt(word: &str) -> Option<&'static [&'static str]> {
    SPELT.get(word).map(Vec::as_slice)
}

/// The stem that stands for all that say the same (`alike.tsv`); the stem itself, where none does.
pub(crate) fn alike(stem: &str) -> &str {
    ALIKE.get(stem).map_or(stem, String::as_str)
}

static ANTONYMS: LazyLock<HashSet<(String, String)>> = LazyLock::new(|| {
    let of = |word: &str| alike(&stem(word)).to_owned();
    rows(include_str!("../data/antonyms.tsv"))
        .filter_map(|r| Some((of(r.first()?), of(r.get(1)?))))
        .flat_map(|(a, b)| [(a.clone(), b.clone()), (b, a)])
        .collect()
});
static HAVE_ANTONYMS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| ANTONYMS.iter().map(|(a, _)| a.as_str()).collect());

/// Whether the stems (as [`alike`] gives them) are of words that say the contrary of each other.
pub(crate) fn are_antonyms(a: &str, b: &str) -> bool {
    HAVE_ANTONYMS.contains(a) && HAVE_ANTONYMS.contains(b) && ANTONYMS.contains(&(a.to_owned(), b.to_owned()))
}

/// The one stem that says the contrary; `None` where none does or several do.
pub(crate) fn contrary(stem: &str) -> Option<&'static str> {
    static ONE: LazyLock<HashMap<&'static str, Option<&'static str>>> = LazyLock::new(|| {
        let mut one: HashMap<&str, Option<&str>> = HashMap::default();
        for (a, b) in ANTONYMS.iter() {
            one.entry(a).and_modify(|c| *c = None).or_insert(Some(b));
        }
        one
    });
    ONE.get(stem).copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let count = |data: &'static str| rows(data).count();
        assert_eq!(ENTAILS.len(), count(include_str!("../data/entails.tsv")));
        assert_eq!(CLASHES.len(), count(include_str!("../data/clashes.tsv")));
        let stems: HashSet<Vec<String>> =
            rows(include_str!("../data/turns.tsv")).map(|r| r[1].split(' ').map(stem).collect()).collect();
        assert_eq!(TURNS.values().map(Vec::len).sum::<usize>(), stems.len());
        assert!(
            ENTAILS.iter().chain(CLASHES.iter()).all(|p| p.sure > 0.0 && p.sure < 1.0 && p.one != p.other)
        );
    }

    #[test]
    fn no_pair_of_types_both_entails_and_clashes() {
        for p in ENTAILS.iter() {
            assert!(clashes(p.one, p.other).is_none(), "{p:?}");
        }
    }

    #[test]
    fn no_word_is_alike_to_two_nor_to_its_contrary() {
        let all: Vec<String> = rows(include_str!("../data/alike.tsv"))
            .filter(|r| !r[0].contains('='))
            .flat_map(|r| r[0].split(' ').map(stem).collect::<HashSet<_>>())
            .collect();
        let once: HashSet<&String> = all.iter().collect();
        assert_eq!(all.len(), once.len());
        assert!(ANTONYMS.iter().all(|(a, b)| a != b));
        assert_eq!(alike(&stem("troops")), alike(&stem("soldiers")));
        assert_ne!(alike(&stem("gates")), alike(&stem("border")));
    }

    #[test]
    fn a_noun_has_the_stem_of_its_verb() {
        for (noun, verb) in [
            ("expansion", "expand"),
            ("invasions", "invaded"),
            ("guarantees", "guarantee"),
            ("refusal", "refuses"),
        ] {
            assert_eq!(stem(noun), stem(verb));
        }
        assert_ne!(stem("aggression"), stem("aggred"));
        assert!(
            are_antonyms(&stem("opened"), &stem("closing"))
                && are_antonyms(&stem("closing"), &stem("opened"))
        );
    }

    #[test]
    fn a_particle_belongs_to_its_verb() {
        let turn_of = |text: &str| {
            let stems: Vec<String> = text.split(' ').map(stem).collect();
            turn(stems.iter().map(String::as_str))
        };
        assert_eq!(turn_of("ruled out talks"), Some((Turn::Refuse, 2)));
        assert_eq!(turn_of("refuses talks"), Some((Turn::Refuse, 1)));
        assert_eq!(turn_of("received arms"), Some((Turn::Receive(Plover::Aid), 1)));
        assert_eq!(turn_of("ruled Rome"), None);
    }
}
