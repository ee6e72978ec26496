//! Words that tell of lives: the classes of `data/lives.tsv`, terms, and what an event's words are.

use crate::days::Days;
use crate::merge::words::{stem, with_stem};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::ops::Range;
use std::sync::LazyLock;

static CLASSES: LazyLock<HashMap<&'static str, HashSet<String>>> = LazyLock::new(|| {
    let rows = include_str!("../../data/lives.tsv").lines().filter(|l| !l.starts_with('#'));
    rows.filter_map(|l| l.split_once('\t'))
        .map(|(class, words)| (class, words.split(' ').map(stem).collect()))
        .collect()
});

/// Whether the word (in small letters, any form) is of the class.
pub(super) fn is(class: &str, word: &str) -> bool {
    is_any(&[class], word)
}

/// Whether it is of one of the classes.
pub(super) fn is_any(classes: &[&str], word: &str) -> bool {
    let all = &*CLASSES;
    with_stem(word, |stem| classes.iter().any(|class| all.get(class).is_some_and(|c| c.contains(stem))))
}

/// The words of a text in small letters, without what follows an apostrophe.
pub(super) fn split(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace('’', "'");
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
        .map(|w| w.split('\'').next().unwrap_or(w).trim_matches('-').to_owned())
        .filter(|w| !w.is_empty())
        .collect()
}

/// The words of an event for [`demarche_act::of_event`]: from the trigger (`from`, in bytes of `text`) to the end of its
/// clause, at most 24 words. Empty where `from` is no place in the text.
pub fn words_from(text: &str, from: usize) -> &str {
    let Some(rest) = text.get(from..) else { return "" };
    let (mut words, mut before, mut word) = (0, ' ', 0);
    for (i, c) in rest.char_indices() {
        let ends = matches!(c, ';' | '\n' | '!' | '?' | '“' | '”' | '"')
            || c == '.' && before.is_lowercase() && !rest[i + 1..].starts_with(char::is_alphanumeric);
        if c.is_whitespace() && !before.is_whitespace() {
            words += 1;
            // What is said beside it begins after what is done itself.
            if words > 2 && is("aside", &rest[word..i]) {
                return rest[..word].trim_end_matches([' ', ',']);
            }
        }
        if ends || words >= 24 {
            return rest[..i].trim_end();
        }
        if before.is_whitespace() {
            word = i;
        }
        before = c;
    }
    rest.trim_end()
}

/// The clause (in bytes) before `trigger` (a byte of `text`) of which the words from there say that somebody had promised or
/// threatened it: "Inspectors visited the dam, as Namibia had [promised]". `None` where they do not say so.
pub fn foretold(text: &str, trigger: usize) -> Option<Range<usize>> {
    let (before, verb) = (text.get(..trigger)?, words_from(text, trigger));
    if !split(verb).iter().take(3).any(|w| is("foretell", w)) {
        return None;
    }
    let ends = before.char_indices().rev().find(|&(i, c)| {
        matches!(c, '\n' | '!' | '?' | '“' | '”' | '"') || c == '.' && before[i + 1..].starts_with(' ')
    });
    let start = ends.map_or(0, |(i, c)| i + c.len_utf8());
    let sentence = &before[start..];
    let at = sentence.rfind(" as ")?;
    let near = sentence[at + 4..].split_whitespace().count() <= 6;
    // The dateline says nothing of it.
    let whole = sentence[..at].trim_end();
    let dateline = whole.rfind(" - ").map_or(0, |i| i + 3);
    let blank = whole[dateline..].len() - whole[dateline..].trim_start().len();
    let main = start + dateline + blank..start + whole.len();
    near.then_some(main).filter(|main| !main.is_empty())
}

/// The last day of the term that the words of a commitment set: "by Friday", "until March 14", "before the end of May",
/// "within 48 hours", "gave them a week to". `dates` are the TIMEX3 values of the dates in `text` with the byte at which
/// their words begin; `said` is the day from which a length counts. The earliest, where there are several.
pub fn deadline(text: &str, dates: &[(usize, &str)], said: Option<Date>) -> Option<Date> {
    let term = |&(at, value): &(usize, &str)| -> Option<Date> {
        let before = split(text.get(..at)?);
        let near = before.iter().rev().take(4).map(String::as_str);
        let led_by = |class: &str| near.clone().any(|w| is(class, w));
        if let Some(length) = value.strip_prefix('P') {
            let given = before.last().is_some_and(|w| is("within", w)) || text.contains("deadline");
            return said?.checked_add(length_of(length)?).ok().filter(|_| given || led_by("within"));
        }
        let days = Days::of(value)?;
        // "before March 14" ends on the day before.
        match before.last().map(String::as_str) {
            Some("before") => days.first.checked_sub(1.day()).ok(),
            _ => led_by("by").then_some(days.last),
        }
    };
    dates.iter().filter_map(term).min()
}

/// A TIMEX3 length without its `P`: `48H` of `PT48H` counts as two days, `2W`, `10D`, `3M`, `1Y`.
fn length_of(length: &str) -> Option<Span> {
    let time = length.strip_prefix('T');
    let digits = time.unwrap_or(length);
    let unit = digits.chars().next_back()?;
    let n: i32 = digits.strip_suffix(unit)?.parse().ok()?;
    let span = Span::new();
    match (time.is_some(), unit) {
        (true, 'H') => span.try_days(n.checked_add(23)? / 24),
        (true, _) => span.try_days(1),
        (false, 'D') => span.try_days(n),
        (false, 'W') => span.try_weeks(n),
        (false, 'M') => span.try_months(n),
        (false, 'Y') => span.try_years(n),
        _ => return None,
    }
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_read_of_its_words() {
        let day = |s: &str| Days::day(s);
        let check = |text: &str, word: &str, value: &str, want: Option<&str>| {
            let at = text.find(word).unwrap();
            assert_eq!(deadline(text, &[(at, value)], day("2025-03-05")), want.and_then(day), "{text}");
        };
        check("leave the island by March 14", "March", "2025-03-14", Some("2025-03-14"));
        check("has until the end of March to leave", "March", "2025-03", Some("2025-03-31"));
        check("leave before March 14", "March", "2025-03-14", Some("2025-03-13"));
        check("free them within 48 hours", "48", "PT48H", Some("2025-03-07"));
        check("free them within two weeks", "two", "P2W", Some("2025-03-19"));
        check("will meet on March 14", "March", "2025-03-14", None);
        check("stayed for two weeks", "stayed", "P2W", None);
        check("free the men whom it took on March 1", "March", "2025-03-01", None);
    }

    #[test]
    fn what_had_been_promised_is_told_as_done() {
        let check = |text: &str, verb: &str, want: Option<&str>| {
            let main = foretold(text, text.find(verb).unwrap()).map(|r| &text[r]);
            assert_eq!(main, want, "{text}");
        };
        let text =
            "It rained. RUNDU, March 11 - Inspectors visited the dam, as Namibia had promised, and left.";
        check(text, "had promised", Some("Inspectors visited the dam,"));
        check("Ardania, as it was told, visited the dam.", "visited", None);
        check("It had promised to visit the dam.", "had promised", None);
    }

    #[test]
    fn the_words_of_an_event_end_with_its_clause() {
        let text = "On Friday Ardania rejected the U.S. demand to leave. It gave no reason.";
        assert_eq!(words_from(text, text.find("rejected").unwrap()), "rejected the U.S. demand to leave");
        assert_eq!(words_from(text, 1000), "");
        let text = "Namibia released the six fishermen whom its marines had detained, a day before talks.";
        assert_eq!(words_from(text, 8), "released the six fishermen");
    }
}
