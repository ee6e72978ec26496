//! Words and names made comparable: folded, stemmed, hashed.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of each class of `data/light_words.tsv`.
static LIGHT: LazyLock<(HashSet<&str>, HashSet<&str>)> = LazyLock::new(|| {
    let file = include_str!("../../data/light_words.tsv");
    (class(file, "function").collect(), class(file, "light").collect())
});

/// The words of one class of a data file.
pub(crate) fn class<'f>(file: &'f str, name: &'f str) -> impl Iterator<Item = &'f str> {
    let lines = file.lines().filter(|l| !l.starts_with('#'));
    lines
        .filter_map(move |l| l.split_once('\t').filter(|(c, _)| *c == name))
        .flat_map(|(_, w)| w.split_whitespace())
}

/// The stem of a word in small letters, as a copy; see [`with_stem`].
pub(crate) fn stem(word: &str) -> String {
    with_stem(word, str::to_owned)
}

/// What `what` makes of the word's stem (Porter, *Snowball: a language for stemming algorithms*, 2001; English). Texts say
/// the same words again and again: their stems are kept.
pub(crate) fn with_stem<T>(word: &str, what: impl FnOnce(&str) -> T) -> T {
    thread_local! {
        static STEMS: RefCell<HashMap<String, String>> = RefCell::default();
    }
    const MOST: usize = 50_000;
    STEMS.with_borrow_mut(|stems| {
        if let Some(stem) = stems.get(word) {
            return what(stem);
        }
        if stems.len() >= MOST {
            stems.clear();
        }
        let stem = Stemmer::create(Algorithm::English).stem(word).into_owned();
        what(stems.entry(word.to_owned()).or_insert(stem))
    })
}

/// Lower case, without accents: "Maïga" is "maiga".
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// A name's word as other alphabets' names are written in ours, each sound in one way: "Sergey" and "Sergei", "Zelenskyy"
/// and "Zelensky", "Anthony" and "Antony", "Kharkiv" and "Harkiv" are alike.
pub(crate) fn sound(word: &str) -> String {
    let folded: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded.as_str();
    while let Some(c) = rest.chars().next() {
        let (to, taken) = [("th", "t"), ("ph", "f"), ("kh", "h"), ("ck", "k"), ("ks", "x")]
            .into_iter()
            .find(|(from, _)| rest.starts_with(from))
            .map_or((None, c.len_utf8()), |(_, to)| (Some(to), 2));
        let to: String = to.map_or_else(
            || match c {
                'y' | 'j' => "i".to_owned(),
                'w' => "v".to_owned(),
                other => other.to_string(),
            },
            str::to_owned,
        );
        if !out.ends_with(&to) {
            out.push_str(&to);
        }
        rest = &rest[taken..];
    }
    out
}

/// The words of a text, folded, without marks.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(fold)
}

/// The stems of the words that say what a text is about, in alphabetical order. With `doing`, light verbs are left out
/// too, unless nothing else is there.
pub(crate) fn stems(text: &str, doing: bool) -> Vec<String> {
    let (function, light) = &*LIGHT;
    let all: BTreeSet<String> =
        tokens(text).filter(|t| t.len() > 1 && !function.contains(t.as_str())).map(|t| stem(&t)).collect();
    let heavy: Vec<String> = all.iter().filter(|t| !(doing && light.contains(t.as_str()))).cloned().collect();
    if heavy.is_empty() { all.into_iter().collect() } else { heavy }
}

/// The stems of the words with a capital, in alphabetical order: parts of names, where the text is no whole sentence.
pub(crate) fn names(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.starts_with(char::is_uppercase));
    let all: BTreeSet<String> = words.map(|w| stem(&fold(w))).collect();
    all.into_iter().collect()
}

/// How many two lists in alphabetical order have in common.
pub(crate) fn common(a: &[String], b: &[String]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, n) = (i + 1, j + 1, n + 1);
            }
        }
    }
    n
}

/// The first that two lists in alphabetical order have in common.
pub(crate) fn shared<'a>(a: &'a [String], b: &[String]) -> Option<&'a str> {
    a.iter().find(|w| b.binary_search(w).is_ok()).map(String::as_str)
}

/// FNV-1a over 64 bits (Fowler, Noll, Vo): the same on every machine and in every version, as what is kept must be.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u64);

impl Hash {
    /// Nothing hashed yet.
    pub fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// With `part` added, told apart from the parts before.
    pub fn with(self, part: &str) -> Hash {
        self.bytes(part.bytes())
    }

    fn bytes(mut self, part: impl Iterator<Item = u8>) -> Hash {
        for byte in part.chain([0x1f]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self
    }

    /// Of an ASCII word in lower case: what [`fold`] gives, without the copy.
    pub fn lower(word: &str) -> Hash {
        Hash::new().bytes(word.bytes().map(|byte| byte.to_ascii_lowercase()))
    }

    /// With a number added.
    pub fn number(self, n: i64) -> Hash {
        self.with(itoa::Buffer::new().format(n))
    }

    /// As much of it as keys in the case file have.
    pub fn short(self) -> u32 {
        self.get() as u32
    }

    /// The hash, its bits mixed (the finish of SplitMix64, Steele et al. 2014), as SQLite keeps numbers.
    pub fn get(self) -> i64 {
        let mut h = self.0;
        h = (h ^ (h >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        h = (h ^ (h >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (h ^ (h >> 31)) as i64
    }
}

/// The sentence around byte `at` of a text, roughly: up to a mark that ends one and is followed by a blank and a capital
/// letter, or to the end of the line.
pub(crate) fn sentence(text: &str, at: usize) -> &str {
    let at = (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let from =
        text[..at].char_indices().rev().find(|&(i, _)| ends(text, i)).map_or(0, |(i, c)| i + c.len_utf8());
    let to = text[at..].char_indices().find(|&(i, _)| ends(text, at + i)).map_or(text.len(), |(i, _)| at + i);
    text.get(from..to).unwrap_or("")
}

/// Whether a sentence ends with the mark at byte `i`.
fn ends(text: &str, i: usize) -> bool {
    let rest = &text[i..];
    match rest.chars().next() {
        Some('\n') => true,
        Some('.' | '!' | '?') => {
            let after = rest[1..].trim_start_matches(['"', '”', '’', '\'', ')']);
            after.starts_with([' ', '\n'])
                && after.trim_start().starts_with(|c: char| c.is_uppercase() || "\"“„«‘".contains(c))
        }
        _ => false,
    }
}

/// A hash of a sentence's words; `None` for one of fewer than eight, which may well be said twice.
pub(crate) fn said(sentence: &str) -> Option<i64> {
    let mut hash = Hash::new();
    let mut n = 0;
    for token in tokens(sentence) {
        hash = hash.with(&token);
        n += 1;
    }
    (n >= 8).then(|| hash.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_alphabets_are_alike() {
        for (a, b) in [
            ("Sergey", "Sergei"),
            ("Zelenskyy", "Zelensky"),
            ("Zelenskiy", "Zelensky"),
            ("Anthony", "Antony"),
            ("Maïga", "Maiga"),
            ("Lavrow", "Lavrov"),
            ("Alexander", "Aleksander"),
        ] {
            assert_eq!(sound(a), sound(b), "{a}, {b}");
        }
        for (a, b) in [("Maria", "Mario"), ("Anna", "Anne"), ("Petrov", "Petrova"), ("Jan", "Jane")] {
            assert_ne!(sound(a), sound(b), "{a}, {b}");
        }
    }

    #[test]
    fn stems_say_what_it_is_about() {
        assert_eq!(
            stems("the “security guarantees” it has demanded", false),
            ["demand", "guarante", "secur"]
        );
        assert_eq!(stems("will hold talks", true), ["talk"]);
        assert_eq!(stems("will hold", true), ["hold"]);
        assert_eq!(common(&stems("close its borders", false), &stems("the border was closed", false)), 2);
    }

    #[test]
    fn a_sentence_ends_at_its_mark() {
        let text = "He left on Jan. 5. “We will act,” she said. Then, at 3.5 per cent, it fell";
        assert_eq!(sentence(text, 3).trim(), "He left on Jan. 5");
        assert_eq!(sentence(text, 25).trim(), "“We will act,” she said");
        assert_eq!(sentence(text, 60).trim(), "Then, at 3.5 per cent, it fell");
        assert_eq!(said("We will act"), None);
        assert_eq!(said("A – b c, d e f “g” h"), said("a b c d E f g h!"));
    }
}
