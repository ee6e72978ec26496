//! What each paragraph is: headline, byline, dateline, list item, a speaker's turn, text of the page, a stray bit.

use std::sync::LazyLock;

use demarche_base::ByteSpan;

use crate::blocks::item_mark;
use crate::chars::*;
use crate::lists;
use crate::{ParagraphKind, Part, TurnLabel};

/// What is said of one paragraph.
pub(crate) struct Kind {
    pub kind: ParagraphKind,
    pub dateline: Option<ByteSpan>,
    pub label: Option<TurnLabel>,
}

/// The kinds of the paragraphs of `text`, in order.
pub(crate) fn kinds(text: &str, paragraphs: &[ByteSpan]) -> Vec<Kind> {
    let turns = turns(text, paragraphs);
    let mut out: Vec<Kind> = paragraphs
        .iter()
        .zip(&turns)
        .map(|(p, &turn)| {
            let line = p.of(text);
            let dateline = dateline(line).filter(|_| turn.is_none());
            let kind = if !line.chars().any(char::is_alphanumeric) || is_counter(line) {
                ParagraphKind::Fragment
            } else if is_page_text(line) {
                ParagraphKind::Boilerplate
            } else if is_byline(line) {
                ParagraphKind::Byline
            } else if turn.is_some() {
                ParagraphKind::Turn
            } else if item_mark(line).is_some() && dateline.is_none() {
                ParagraphKind::ListItem
            } else {
                ParagraphKind::Body
            };
            let dateline = dateline.filter(|_| kind == ParagraphKind::Body);
            Kind {
                kind,
                dateline: dateline.map(|n| ByteSpan::new(p.start as usize, p.start as usize + n)),
                label: turn.filter(|_| kind == ParagraphKind::Turn).map(|(len, part)| TurnLabel {
                    span: ByteSpan::new(p.start as usize, p.start as usize + len),
                    part,
                }),
            }
        })
        .collect();
    first_dateline(text, paragraphs, &mut out);
    headlines(text, paragraphs, &mut out);
    out
}

/// "[picture 2 of 5]": the place in a gallery.
fn is_counter(line: &str) -> bool {
    let line = line.trim();
    let inner = |open, close| line.strip_prefix(open).and_then(|l: &str| l.strip_suffix(close));
    let Some(inner) = inner('[', ']').or_else(|| inner('(', ')')) else { return false };
    let number = |w: &str| !w.is_empty() && w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> = inner.split_whitespace().collect();
    match words[..] {
        [.., n, "of" | "/", of] => words.len() <= 5 && number(n) && number(of),
        _ => false,
    }
}

/// "Beirut – The ...": a town in small letters counts only before the first running text.
fn first_dateline(text: &str, paragraphs: &[ByteSpan], kinds: &mut [Kind]) {
    let first = kinds.iter().position(|k| k.kind == ParagraphKind::Body && k.dateline.is_none());
    let any = kinds.iter().any(|k| k.dateline.is_some());
    if let Some(n) = first.filter(|_| !any) {
        let p = paragraphs[n];
        // The headline may stand above it.
        for (p, k) in std::iter::once((p, n)).chain(paragraphs.get(n + 1).map(|&p| (p, n + 1))) {
            let line = p.of(text);
            if let Some(len) = plain_dateline(line).filter(|_| kinds[k].kind == ParagraphKind::Body) {
                kinds[k].dateline = Some(ByteSpan::new(p.start as usize, p.start as usize + len));
                return;
            }
        }
    }
}

/// Short lines without a sentence's end, above running text.
fn headlines(text: &str, paragraphs: &[ByteSpan], kinds: &mut [Kind]) {
    let mut seen_body = false;
    for n in 0..paragraphs.len() {
        if kinds[n].kind != ParagraphKind::Body || kinds[n].dateline.is_some() {
            seen_body |= kinds[n].kind == ParagraphKind::Body;
            continue;
        }
        let line = paragraphs[n].of(text);
        let words = line.split_whitespace().take(30).count();
        let below = kinds[n + 1..].iter().position(|k| {
            !matches!(k.kind, ParagraphKind::Byline | ParagraphKind::Fragment | ParagraphKind::Boilerplate)
        });
        let open = !ends_as_sentence(line);
        let follows = below.is_some_and(|b| {
            let next = paragraphs[n + 1 + b].of(text);
            next.len() > line.len() || ends_as_sentence(next) || kinds[n + 1 + b].dateline.is_some()
        });
        let limit = if seen_body { 10 } else { 25 };
        let begins = line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        if open && follows && words <= limit && line.len() < 240 && begins {
            kinds[n].kind = ParagraphKind::Headline;
        } else {
            seen_body = true;
        }
    }
}

fn ends_as_sentence(line: &str) -> bool {
    let last =
        line.chars().rev().find(|&c| !is_double_quote(c) && !is_single_quote(c) && !is_close_bracket(c));
    last.is_some_and(|c| is_terminal(c) && c != '?' && c != '!' || matches!(c, ':' | ',' | ';') || is_dash(c))
}

/// The label and part of each paragraph that is a speaker's turn; a single one in a text is none.
///
/// Labels in capitals make turns where one of them comes twice or says by itself that somebody asks, answers or
/// chairs: a list of facts ("WHERE: ...", "WHEN: ...") has neither.
fn turns(text: &str, paragraphs: &[ByteSpan]) -> Vec<Option<(usize, Part)>> {
    let labels: Vec<Option<Label>> = paragraphs.iter().map(|p| turn_label(p.of(text))).collect();
    let mut loud: Vec<&str> = labels.iter().flatten().filter(|l| l.loud).map(|l| l.name).collect();
    let mut quiet: Vec<&str> = labels.iter().flatten().filter(|l| !l.loud).map(|l| l.name).collect();
    loud.sort_unstable();
    quiet.sort_unstable();
    let talk = labels.iter().flatten().any(|l| l.loud && l.part != Part::Named)
        || loud.windows(2).any(|pair| pair[0] == pair[1]);
    let mut found: Vec<Option<(usize, Part)>> = labels
        .iter()
        .map(|label| {
            let label = label.as_ref()?;
            let turn = if label.loud {
                talk && loud.len() >= 2
            } else {
                let from = quiet.partition_point(|q| *q < label.name);
                let to = quiet.partition_point(|q| *q <= label.name);
                to - from >= 2 && quiet.len() >= 3
            };
            turn.then_some((label.len, label.part))
        })
        .collect();
    // Between turns, a label with an address or with a bracket makes a turn, though it comes once.
    let (first, last) = (found.iter().position(Option::is_some), found.iter().rposition(Option::is_some));
    if let (Some(first), Some(last)) = (first, last) {
        for n in first..=last {
            found[n] = found[n].or_else(|| labels[n].as_ref().filter(|l| l.sure).map(|l| (l.len, l.part)));
        }
    }
    found
}

/// What a paragraph begins with, if that may be a speaker's label.
struct Label<'a> {
    /// The label without what stands in brackets.
    name: &'a str,
    /// Bytes up to and with the colon.
    len: usize,
    /// Whether the name is in capitals (or "Q", "A").
    loud: bool,
    /// Whether an address ("Ms.") or a bracket after the name shows that a person is meant.
    sure: bool,
    part: Part,
}

/// The label of "SMITH: ...", "Jane Smith: ..." or "Q. ...".
fn turn_label(line: &str) -> Option<Label<'_>> {
    if line.starts_with("Q. ") || line.starts_with("A. ") {
        let part = lists::turn_part(&line[..1])?;
        return Some(Label { name: &line[..1], len: 2, loud: true, sure: false, part });
    }
    let head = line.char_indices().take(61).find(|&(_, c)| c == ':')?.0;
    let name = &line[..head];
    let rest = &line[head + 1..];
    if !rest.chars().next().is_some_and(is_gap) {
        return None;
    }
    let bare = name.split_once(" (").map_or(name, |(n, _)| n);
    let words: Vec<&str> = bare.split_whitespace().collect();
    if words.is_empty() || words.len() > 6 {
        return None;
    }
    let letters = bare.chars().filter(|c| c.is_alphabetic());
    letters.clone().next()?;
    let loud = letters.clone().all(|c| !c.is_lowercase());
    let named = words.iter().all(|w| {
        w.chars().next().is_some_and(char::is_uppercase)
            || matches!(*w, "of" | "the" | "de" | "van" | "bin" | "al" | "von")
    });
    // "Injured: 74" is a line of a table.
    let says = loud || rest.split_whitespace().take(3).count() == 3;
    let part = lists::turn_part(bare)?;
    let address = matches!(words[0], "Mr" | "Mr." | "Ms" | "Ms." | "Mrs" | "Mrs." | "Dr" | "Dr.");
    let sure = (address || name.len() > bare.len()) && named;
    (says && (loud || named)).then_some(Label { name: bare, len: head + 1, loud, sure, part })
}

/// The length of the dateline that `line` begins with, its dash and the gap after it included.
///
/// "MANILA, March 14 (Wire) - The ...", "NAIROBI, Kenya (AP) _", "Geneva (Agency) — ...", "(Agency) - ...".
pub(crate) fn dateline(line: &str) -> Option<usize> {
    let (head, len) = dateline_head(line)?;
    let (place, agency) = match head.split_once('(') {
        Some((place, agency)) => (place.trim(), Some(agency)),
        None => (head.trim(), None),
    };
    if let Some(agency) = agency {
        // Nothing but a date may follow the agency.
        let (name, after) = agency.split_once(')')?;
        let mut names = name.split(|c: char| is_gap(c) || c == '/').filter(|w| !w.is_empty());
        let named = names.all(|w| !w.starts_with(char::is_lowercase) || w.len() <= 4);
        if !named
            || name.split_whitespace().count() > 6
            || !after.trim().trim_matches(',').split_whitespace().all(is_date_word)
        {
            return None;
        }
        if place.is_empty() {
            return Some(len);
        }
    }
    let town = place.split(',').next().unwrap_or("").trim();
    let town_words: Vec<&str> = town.split_whitespace().collect();
    if town_words.is_empty() || town_words.len() > 5 {
        return None;
    }
    let loud = town.chars().filter(|c| c.is_alphabetic()).count() > 1
        && town_words.iter().all(|w| *w == "St." || w.chars().all(|c| !c.is_lowercase()));
    let tail: Vec<&str> = place.split(',').skip(1).flat_map(str::split_whitespace).collect();
    let dated = tail.iter().any(|w| is_month(w));
    let named = town_words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let tail_fits = tail.len() <= 6
        && tail.iter().all(|w| {
            is_date_word(w) || w.chars().next().is_some_and(char::is_uppercase) || *w == "and" || *w == "of"
        });
    let dash = !head_ends_with_colon(line, len);
    (tail_fits
        && (loud && (dash || agency.is_some() || dated)
            || named && (agency.is_some() || dated && (dash || tail.iter().all(|w| is_date_word(w))))))
    .then_some(len)
}

fn head_ends_with_colon(line: &str, len: usize) -> bool {
    line[..len].trim_end().ends_with(':')
}

/// What stands before the first free dash (or, in capitals, colon) of a line, and the length up to the text after it.
fn dateline_head(line: &str) -> Option<(&str, usize)> {
    let mut before = ' ';
    for (i, c) in line.char_indices().take(90) {
        let after = line[i + c.len_utf8()..].chars().next().unwrap_or(' ');
        let free = is_dash(c)
            && (is_gap(before) && (is_gap(after) || is_dash(after))
                || matches!(before, ')' | '.')
                || matches!(c, '—' | '–'));
        if free || c == ':' && is_gap(after) && i > 1 {
            let rest = &line[i..];
            let skipped = rest.trim_start_matches(|c: char| is_dash(c) || c == ':' || is_gap(c));
            return Some((&line[..i], line.len() - skipped.len()));
        }
        if matches!(c, '!' | '?' | ';' | '"' | '“' | '”') {
            return None;
        }
        before = c;
    }
    None
}

/// "Beirut – The ...": one to three capitalised words, a spaced dash, a capital.
fn plain_dateline(line: &str) -> Option<usize> {
    let (head, len) = dateline_head(line)?;
    let words: Vec<&str> = head.split_whitespace().collect();
    let named = (1..=3).contains(&words.len())
        && words.iter().all(|w| {
            w.chars().next().is_some_and(char::is_uppercase)
                && w.chars().all(|c| c.is_alphabetic() || ",.-'’/".contains(c))
        });
    let spaced = head.ends_with(is_gap) || line[head.len()..].starts_with('—');
    let capital = line[len..].chars().next().is_some_and(|c| c.is_uppercase() || is_double_quote(c));
    let colon = head_ends_with_colon(line, len);
    // "TRANSCRIPT: ..." is no town.
    let loud = head.chars().all(|c| !c.is_lowercase()) && lists::turn_part(head.trim()).is_some();
    (named && capital && (spaced && !colon || colon && loud)).then_some(len)
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let bare = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    MONTHS.iter().any(|m| bare.starts_with(m))
        && (bare.len() <= 4
            || matches!(
                bare.as_str(),
                "january"
                    | "february"
                    | "march"
                    | "april"
                    | "june"
                    | "july"
                    | "august"
                    | "september"
                    | "october"
                    | "november"
                    | "december"
            ))
}

fn is_day(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    matches!(
        bare.as_str(),
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
    ) || matches!(bare.as_str(), "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")
}

fn is_date_word(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || "/.-,:".contains(c) || c.is_ascii_lowercase())
        || is_month(word)
        || is_day(word)
}

/// "By Jane Doe and John Roe", "By Jane Doe, Agency", or a line that is only a date and a time, with a place before it
/// or without.
fn is_byline(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(16).collect();
    if words.len() > 14 || line.ends_with(is_terminal) && !line.ends_with("Jr.") {
        return false;
    }
    if words[0].eq_ignore_ascii_case("by") && words.len() >= 2 {
        let names = words[1..].iter().filter(|w| {
            !matches!(**w, "and" | "in" | "for" | "de" | "van" | "von" | "bin" | "|" | "-" | "–" | "&")
        });
        return names.clone().all(|w| {
            w.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase) || is_date_word(w)
        }) && names.count() >= 1
            && words[1].chars().next().is_some_and(char::is_uppercase);
    }
    if is_place_and_day(&words) {
        return true;
    }
    let stamp = |w: &&str| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric());
        matches!(
            bare.to_lowercase().as_str(),
            "published"
                | "updated"
                | "last"
                | "posted"
                | "modified"
                | "on"
                | "at"
                | "am"
                | "pm"
                | "a.m"
                | "p.m"
                | "gmt"
                | "utc"
                | "est"
                | "edt"
                | "et"
                | "cet"
                | "bst"
                | "ist"
                | "hrs"
                | "date"
                | ""
        ) || is_date_word(w)
            || bare.len() >= 4
                && bare
                    .bytes()
                    .all(|b| b.is_ascii_digit() || matches!(b, b'T' | b'Z' | b':' | b'-' | b'+' | b'.'))
    };
    words.iter().all(stamp)
        && line.chars().any(|c| c.is_ascii_digit())
        && words.iter().any(|w| is_month(w) || w.len() >= 8)
}

/// "Lima, March 3, 2020": capitalised words, a comma, a month with its day and year, and nothing else.
fn is_place_and_day(words: &[&str]) -> bool {
    let Some(comma) = words.iter().position(|w| w.ends_with(',')) else { return false };
    let (place, day) = words.split_at(comma + 1);
    let year = day.last().is_some_and(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
    let named =
        place.len() <= 3 && place.iter().all(|w| w.starts_with(char::is_uppercase) && !is_date_word(w));
    named
        && year
        && (2..=4).contains(&day.len())
        && day.iter().any(|w| is_month(w))
        && day.iter().all(|w| is_date_word(w))
}

struct Phrase {
    how: &'static str,
    phrase: &'static str,
    most: usize,
}

static BOILERPLATE: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    lists::rows(include_str!("../data/boilerplate.tsv"))
        .filter_map(|r| Some(Phrase { how: r[0], phrase: r.get(1)?, most: r.get(2)?.parse().ok()? }))
        .collect()
});

/// Whether a paragraph begins as text of the page does, or is nothing else.
fn is_page_text(line: &str) -> bool {
    matches_page_text(line, false)
}

/// Whether a sentence is text of the page and not of the article.
pub(crate) fn is_boilerplate(sentence: &str) -> bool {
    matches_page_text(sentence, true)
}

fn matches_page_text(line: &str, anywhere: bool) -> bool {
    // All phrases are short of words or stand at the beginning: long text is looked at only there.
    let head: String = line.chars().take(600).collect::<String>().to_lowercase();
    let whole = head.trim_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '@');
    if whole.is_empty() {
        return false;
    }
    let quoted = head.starts_with(|c: char| is_double_quote(c) || is_single_quote(c));
    let words = head.split_whitespace().take(101).count();
    let mut plain = String::new();
    if whole.len() < 60 {
        for word in whole.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            plain += if plain.is_empty() { "" } else { " " };
            plain += word;
        }
    }
    BOILERPLATE.iter().any(|p| {
        (p.most == 0 || words <= p.most)
            && match p.how {
                // "“Follow us,” she said" is no text of the page.
                "begins" => !quoted && begins_with(whole, p.phrase),
                "holds" => anywhere && whole.contains(p.phrase),
                _ => plain == p.phrase,
            }
    })
}

/// Whether `line` begins with `phrase` and the phrase ends with its word.
fn begins_with(line: &str, phrase: &str) -> bool {
    line.strip_prefix(phrase).is_some_and(|rest| {
        phrase.ends_with(|c: char| !c.is_alphanumeric()) || !rest.starts_with(char::is_alphanumeric)
    })
}
