//! Sentences: where one ends and the next begins.
//!
//! A sentence ends at a full stop, a question or exclamation mark or an ellipsis, with the quotation marks and
//! brackets that close after it, if what follows looks like a beginning: a capital letter, a figure, an opening mark.
//! The full stop of an abbreviation ends a sentence only where the next word shows it ("in the U.S. The ...").

use demarche_base::WordRange;

use crate::Word;
use crate::chars::*;
use crate::lists::{self, Abbreviation};
use crate::quotes::{Role, Roles};

/// Appends the sentences of `words[range]`, one paragraph, to `out`. `cuts` are bytes at which a sentence must begin.
pub(crate) fn sentences(
    text: &str,
    words: &[Word],
    range: WordRange,
    roles: &Roles,
    cuts: &[u32],
    out: &mut Vec<WordRange>,
) {
    let paragraph = Paragraph { text, words, end: range.end as usize, roles };
    let first = out.len();
    let mut start = range.start as usize;
    let mut i = start;
    while i < paragraph.end {
        let cut = paragraph.words.get(i + 1).is_some_and(|w| cuts.contains(&w.span.start));
        let next = if cut { Some(i + 1) } else { paragraph.boundary(start, i) };
        match next {
            Some(next) if next < paragraph.end => {
                out.push(WordRange::new(start, next));
                start = next;
                i = next;
            }
            _ => i += 1,
        }
    }
    if start < paragraph.end {
        out.push(WordRange::new(start, paragraph.end));
    }
    paragraph.merge_bare(first, out);
}

struct Paragraph<'a> {
    text: &'a str,
    words: &'a [Word],
    end: usize,
    roles: &'a Roles,
}

/// What kind of sentence end a word may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Stop,
    Question,
    Ellipsis,
    Abbreviation(Abbreviation),
    Initial,
    Clock,
}

impl<'a> Paragraph<'a> {
    fn str(&self, i: usize) -> &'a str {
        if i < self.end { self.words[i].span.of(self.text) } else { "" }
    }

    /// The first character of word `i` as it was meant; a gap past the end.
    fn first(&self, i: usize) -> char {
        let word = self.str(i);
        crate::mojibake::meant(word).map(|m| m.0).or_else(|| word.chars().next()).unwrap_or(' ')
    }

    fn role(&self, i: usize) -> Option<Role> {
        if i < self.end { self.roles.at(self.words[i].span.start) } else { None }
    }

    fn end_of(&self, i: usize) -> Option<End> {
        let word = self.str(i);
        let last = word.chars().last()?;
        if !is_terminal(last) {
            return None;
        }
        if word.chars().all(is_terminal) {
            return Some(match word {
                "." | "。" => End::Stop,
                _ if word.contains(['?', '!', '؟', '？', '！']) => End::Question,
                _ => End::Ellipsis,
            });
        }
        if last != '.' || word.len() > 16 {
            return None;
        }
        let stem = &word[..word.len() - 1];
        if let Some(class) = lists::abbreviation(stem) {
            return Some(End::Abbreviation(class));
        }
        if stem.chars().count() == 1 {
            return Some(End::Initial);
        }
        Some(match stem.to_ascii_lowercase().as_str() {
            "a.m" | "p.m" => End::Clock,
            "e.g" | "i.e" => End::Abbreviation(Abbreviation::Inner),
            _ => End::Abbreviation(Abbreviation::Other),
        })
    }

    /// The word at which the next sentence begins, if the sentence from `start` ends with word `i`.
    fn boundary(&self, start: usize, i: usize) -> Option<usize> {
        let end = self.end_of(i)?;
        let mut next = i + 1;
        let mut quoted = false;
        while next < self.end {
            let closes = match self.role(next) {
                Some(Role::Close) => {
                    quoted = true;
                    true
                }
                Some(Role::Open) => false,
                None => {
                    let word = self.str(next);
                    let glued = !self.words[next - 1].space_after;
                    glued
                        && (matches!(word, ")" | "]" | "}" | "''" | "\"" | "'" | "’" | "[...]")
                            || word.chars().all(is_dash) && self.words[next].space_after)
                }
            };
            if !closes {
                match self.reference(next) {
                    Some(after) => next = after,
                    None => break,
                }
                continue;
            }
            next += 1;
        }
        if next >= self.end {
            return None;
        }
        self.begins(start, i, end, next, quoted).then_some(next)
    }

    /// The word after a reference to a note that stands at `at`: "[17]".
    fn reference(&self, at: usize) -> Option<usize> {
        let figures = self.str(at + 1);
        let numbered = self.str(at) == "[" && self.str(at + 2) == "]" && figures.len() <= 3;
        (numbered && figures.bytes().all(|b| b.is_ascii_digit())).then_some(at + 3)
    }

    /// Whether a sentence begins with word `next` after the possible end `i`.
    fn begins(&self, start: usize, i: usize, end: End, next: usize, quoted: bool) -> bool {
        let spaced = self.words[next - 1].space_after;
        let mut head = next;
        // Opening marks before the first letter.
        let mut opened = false;
        while head < self.end
            && (self.role(head) == Some(Role::Open) || matches!(self.str(head), "(" | "[" | "``"))
        {
            opened |= self.role(head) == Some(Role::Open);
            head += 1;
        }
        let c = self.first(head);
        if !spaced {
            let before = if i > start { self.str(i - 1) } else { "" };
            let glued =
                next == i + 1 && head == next && before.chars().last().is_some_and(char::is_lowercase);
            let plain = matches!(end, End::Stop | End::Question | End::Ellipsis);
            return plain
                && (glued && c.is_uppercase()
                    || (quoted || opened) && c.is_uppercase() && self.str(head).len() > 1);
        }
        if is_dash(c) && head == next {
            let after = self.first(next + 1);
            return matches!(end, End::Stop | End::Question) && after.is_uppercase();
        }
        if c.is_lowercase() {
            let particle = matches!(self.str(head), "al" | "el") && self.first(head + 2).is_uppercase();
            return end == End::Stop && (opened || particle && head == next);
        }
        if matches!(c, '•' | '·' | '▪' | '●' | '■' | '►') {
            return true;
        }
        if !c.is_uppercase()
            && !c.is_numeric()
            && !is_currency(c)
            && !c.is_alphabetic()
            && !matches!(c, '@' | '#')
        {
            return false;
        }
        let word = self.str(head);
        let starter = c.is_uppercase() && lists::STARTERS.contains(lists::lower(word).as_str());
        match end {
            End::Stop => !(self.is_item_number(start, i) || quoted && self.reports(head, true)),
            End::Question => !(quoted && self.reports(head, false)),
            End::Ellipsis => c.is_uppercase() && !(quoted && self.reports(head, false)),
            // "wrote on X. Officials say ...": the network of that name.
            End::Initial if self.str(i) == "X." && i > start && matches!(self.str(i - 1), "on" | "via") => {
                true
            }
            End::Initial => quoted || starter && i > start && self.first(i - 1).is_lowercase(),
            End::Clock => {
                let zone = word.len() <= 4 && word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
                c.is_uppercase()
                    && !zone
                    && !is_calendar(word)
                    && !self.str(head + 1).eq_ignore_ascii_case("time")
            }
            End::Abbreviation(Abbreviation::Other | Abbreviation::Place) => {
                // "Acme Inc. Mr. Roe ...", "Buffalo, N.Y. Police ...", but "Roe, U.S. envoy".
                let titled = matches!(word, "Mr." | "Mrs." | "Ms." | "Dr.");
                let country = matches!(self.str(i), "U.S." | "U.N." | "U.K." | "E.U." | "U.S.A.");
                let place = i > start && self.str(i - 1) == "," && !country;
                starter || c.is_uppercase() && (quoted || opened || titled || place || self.str(i) == "etc.")
            }
            End::Abbreviation(Abbreviation::Month) => starter || quoted && c.is_uppercase(),
            End::Abbreviation(_) => false,
        }
    }

    /// "1." or "b." at the beginning of a sentence.
    fn is_item_number(&self, start: usize, i: usize) -> bool {
        if i == start {
            return true;
        }
        let label = self.str(i - 1);
        i == start + 1 && (label.len() <= 2 && label.bytes().all(|b| b.is_ascii_digit()) || label.len() == 1)
    }

    /// Whether what begins at `head` reports the quotation before it: "Smith asked". With `short`, only where the
    /// report is the rest of the sentence.
    fn reports(&self, head: usize, short: bool) -> bool {
        let reach = self.end.min(head + 5);
        let verb = (head..reach).find(|&i| lists::SPEECH.contains(lists::lower(self.str(i)).as_str()));
        let Some(verb) = verb else { return false };
        let name = (head..verb).all(|i| self.first(i).is_uppercase() || self.str(i).ends_with('.'));
        let ends = verb + 1 >= self.end || self.end_of(verb + 1).is_some();
        verb > head && name && (!short || ends)
    }

    /// Sentences without a letter or a figure join the sentence before them, or after where none is before.
    fn merge_bare(&self, first: usize, out: &mut Vec<WordRange>) {
        let bare = |range: &WordRange| range.range().all(|i| !self.str(i).chars().any(char::is_alphanumeric));
        let mut kept = first;
        for i in first..out.len() {
            let range = out[i];
            let glue = kept > first && (bare(&range) || bare(&out[kept - 1]));
            if glue {
                out[kept - 1].end = range.end;
            } else {
                out[kept] = range;
                kept += 1;
            }
        }
        out.truncate(kept);
    }
}

/// The English names of weekdays and months, as they are written.
pub const CALENDAR_NAMES: [&str; 19] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn is_calendar(word: &str) -> bool {
    let stem = word.trim_end_matches('.');
    CALENDAR_NAMES.contains(&stem)
        || stem.len() >= 3 && stem.len() <= 5 && CALENDAR_NAMES.iter().any(|n| n.starts_with(stem))
}
