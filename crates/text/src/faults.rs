//! What is wrong with the text: stray marks and bits, page text, garbled characters; `artefacts` adds what
//! translation left.

use demarche_base::{ByteSpan, Notice, NoticeKind, WordRange};

use crate::chars::*;
use crate::quotes::Roles;
use crate::{Paragraph, ParagraphKind, Word, artefacts, kinds, mojibake};

/// Everything that is wrong with `text`, but its quotation marks and its language.
pub(crate) fn faults(
    text: &str,
    words: &[Word],
    sentences: &[WordRange],
    paragraphs: &[Paragraph],
    roles: &Roles,
) -> Vec<Notice> {
    let mut out = Vec::new();
    garbled(text, &mut out);
    let apart = sets_marks_apart(text, words);
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let line = |n: Option<usize>| n.and_then(|n| paragraphs.get(n)).map_or("", |p| p.span.of(text));
        let (above, below) = (line(n.checked_sub(1)), line(Some(n + 1)));
        let prose = matches!(paragraph.kind, ParagraphKind::Body | ParagraphKind::ListItem);
        if prose && is_scrap(paragraph.span.of(text), above, below) {
            out.push(Notice::at(NoticeKind::StrayFragment, paragraph.span, SCRAP));
            continue;
        }
        match paragraph.kind {
            ParagraphKind::Fragment => {
                if !is_divider(paragraph.span.of(text)) {
                    out.push(Notice::at(
                        NoticeKind::StrayFragment,
                        paragraph.span,
                        "These marks belong to no sentence.",
                    ));
                }
                continue;
            }
            ParagraphKind::Boilerplate => {
                out.push(Notice::at(
                    NoticeKind::Boilerplate,
                    paragraph.span,
                    "This is text of the page, not of the article.",
                ));
                continue;
            }
            _ => {}
        }
        let inside = &sentences[paragraph.sentences.0 as usize..paragraph.sentences.1 as usize];
        if inside.len() > 1 {
            for s in inside {
                let place = span(words, *s);
                if kinds::is_boilerplate(place.of(text)) {
                    out.push(Notice::at(
                        NoticeKind::Boilerplate,
                        place,
                        "This is text of the page, not of the article.",
                    ));
                }
            }
        }
        let from = out.len();
        stray_marks(text, words, paragraph, roles, &mut out);
        spaced_marks(text, words, paragraph, roles, (apart, from), &mut out);
        open_end(text, words, paragraph, below, &mut out);
    }
    brackets(text, words, paragraphs, &mut out);
    artefacts::artefacts(text, words, sentences, &mut out);
    out
}

/// The bytes that a range of words covers.
pub(crate) fn span(words: &[Word], range: WordRange) -> ByteSpan {
    match (words.get(range.start as usize), range.end.checked_sub(1).and_then(|e| words.get(e as usize))) {
        (Some(a), Some(b)) => a.span.cover(b.span),
        _ => ByteSpan::default(),
    }
}

const SCRAP: &str = "These words belong to no sentence.";

/// Whether a line is a scrap of something else: "see photo 2/5 at", "– of the same .", "(ab/".
///
/// A scrap is short, begins with a small letter, a dash or a bracket, does not end as a sentence does, and stands
/// after the end of one. A list, and a sentence that goes on over lines, have neighbours of their own form.
fn is_scrap(line: &str, above: &str, below: &str) -> bool {
    let count = line.split(is_gap).filter(|w| !w.is_empty()).take(9).count();
    let first = line.chars().next().unwrap_or(' ');
    let letter = line.chars().find(|c| c.is_alphanumeric()).unwrap_or('A');
    let small = |l: &str| l.starts_with(char::is_lowercase);
    let after_end = above.split(is_gap).rev().take(2).any(|w| w.contains(is_terminal));
    let address = line.contains('@') || line.contains("://") || !line.contains(is_gap) && line.contains('.');
    let by = line.split(is_gap).next().is_some_and(|w| matches!(w, "by" | "from" | "photo:" | "photos:"));
    if count > 8 || !letter.is_lowercase() || !after_end || address || by {
        return false;
    }
    let end = line.trim_end_matches(is_terminal);
    let ended = end.len() < line.len() && !end.ends_with(is_gap);
    if is_dash(first) {
        count <= 6 && !above.starts_with(is_dash) && !below.starts_with(is_dash)
    } else if is_open_bracket(first) {
        count <= 3 && (!line.contains(is_close_bracket) || is_sign(line))
    } else {
        first.is_lowercase()
            && !ended
            && !line.ends_with([',', ';', ':'])
            && !small(above)
            && !small(below)
            && (count >= 3 || is_sign(line))
    }
}

/// "kr/jb", "(kr/jb)": the signs of those who wrote the text.
fn is_sign(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let parts = || bare.split('/');
    parts().count() == 2
        && parts().all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()))
}

/// "***", "* * *", "---", "…": what typists put between parts. Two dashes that stand apart are what is left of something.
fn is_divider(line: &str) -> bool {
    let mut marks = line.trim_end_matches('.').chars().filter(|&c| !is_gap(c));
    let Some(first) = marks.next() else { return true };
    // "* * .": a full stop that stands apart ends no line of marks.
    let stop = line.trim_end().strip_suffix('.').is_some_and(|l| l.ends_with(is_gap));
    if stop && !line.contains(char::is_alphanumeric) {
        return false;
    }
    let mut count = 1;
    for c in marks {
        if c != first {
            return false;
        }
        count += 1;
    }
    let apart = is_dash(first) && line.trim().contains(is_gap);
    (count >= 3 || count == 2 && !apart) && !matches!(first, ',' | ';' | '"' | '“' | '”' | '\'')
        || matches!(first, '…' | '*' | '#' | '§' | '•' | '■')
}

/// Characters that a wrong decoding left: one notice with every place.
fn garbled(text: &str, out: &mut Vec<Notice>) {
    if text.is_ascii() {
        return;
    }
    let mut spans: Vec<ByteSpan> = Vec::new();
    let mut example = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let found = mojibake::meant(&text[at..]);
        let lost = c == '\u{fffd}' || ('\u{80}'..='\u{9f}').contains(&c) && c != '\u{85}';
        let len = found.map_or(c.len_utf8(), |f| f.1);
        if found.is_some() || lost {
            let span = ByteSpan::new(at, at + len);
            match spans.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => spans.push(span),
            }
            if let (None, Some((meant, _))) = (example, found) {
                example = Some((span, meant));
            }
        }
        at += len;
    }
    if spans.is_empty() {
        return;
    }
    let message = match example {
        Some((span, meant)) => format!(
            "A wrong decoding left garbled characters: “{}” stands for “{}”.",
            span.of(text).escape_debug(),
            meant.escape_debug()
        ),
        None => "Characters were lost in a wrong decoding.".to_owned(),
    };
    out.push(Notice { kind: NoticeKind::BrokenEncoding, spans, message });
}

/// Marks that cannot follow each other: "said.-", ". ,", ", .", ",,".
fn stray_marks(text: &str, words: &[Word], paragraph: &Paragraph, roles: &Roles, out: &mut Vec<Notice>) {
    let range = paragraph.words.range();
    let str = |i: usize| words[i].span.of(text);
    let mut i = range.start;
    while i + 1 < range.end {
        let (a, b) = (str(i), str(i + 1));
        let glued = !words[i].space_after;
        let last = i + 2 >= range.end;
        let dateline = paragraph.dateline.is_some_and(|d| d.contains(words[i + 1].span));
        let mark = |w: &str| matches!(w, "," | ";" | ":" | "،" | "؛" | "、");
        // What the marks stand between: both sides of a range or an ellipsis are no fault.
        let next = if last { "" } else { str(i + 2) };
        let before = if i > range.start { str(i - 1) } else { "" };
        // "Yahoo!, the firm": the mark is the name's.
        let named = i > range.start && !words[i - 1].space_after && before.starts_with(char::is_uppercase);
        let shouted = matches!(a, "!" | "?") && !named;
        let spaced_dots = a == "." && b == "." && (next == "." || before == ".");
        let quoted = roles.at(words[i].span.start).is_some();
        let found = if dateline || quoted {
            None
        } else if a == "."
            && glued
            && b.chars().all(is_dash)
            && b.chars().count() == 1
            && (last || words[i + 1].space_after)
        {
            Some((i + 2, "A dash stands after the full stop."))
        } else if a == "."
            && (mark(b) || b == ".")
            && !spaced_dots
            // "on July 8.," ends a paragraph with no number.
            && (!is_ordinal(before) || last && mark(b))
            && !(glued && is_short_form(before))
        {
            Some((i + 2, "Punctuation stands after the full stop without a sentence between."))
        } else if mark(a) && matches!(b, "," | ";" | "." | "!" | "?") && (a != ":" || glued)
            || shouted && glued && matches!(b, "." | ",") && next != "."
        {
            Some((i + 2, "Two marks stand where one belongs."))
        } else if a.chars().all(is_dash) && b == "." && !a.starts_with('_') && is_word(before) {
            trailing(words, range.end, i)
        } else if is_terminal_word(a) && b.chars().all(is_dash) && !glued {
            fragment(range.end, i, &str)
        } else if is_open_bracket(a.chars().next().unwrap_or(' '))
            && a.len() == 1
            && b.len() == 1
            && is_close_bracket(b.chars().next().unwrap_or(' '))
        {
            Some((i + 2, "The brackets hold nothing."))
        } else {
            None
        };
        match found {
            Some((end, message)) => {
                let kind = if message == FRAGMENT {
                    NoticeKind::StrayFragment
                } else {
                    NoticeKind::StrayPunctuation
                };
                let from =
                    if kind == NoticeKind::StrayFragment || i == range.start || words[i - 1].space_after {
                        i
                    } else {
                        i - 1
                    };
                let from = if kind == NoticeKind::StrayFragment { i + 1 } else { from };
                out.push(Notice::at(kind, words[from].span.cover(words[end - 1].span), message));
                i = end;
            }
            None => i += 1,
        }
    }
}

/// Whether the text writes its stops and commas apart from the words before them throughout, as tokenised text does.
fn sets_marks_apart(text: &str, words: &[Word]) -> bool {
    let marks = (1..words.len()).filter(|&i| matches!(words[i].span.of(text), "." | ","));
    let (apart, all) =
        marks.fold((0, 0), |(apart, all), i| (apart + usize::from(words[i - 1].space_after), all + 1));
    apart * 4 > all
}

/// "left the hall . They", "the fire ,and": a mark that a blank parts from the word before it. ". ." and ". . ." are
/// told elsewhere; a text that sets its marks apart throughout is told of only where no blank follows instead.
fn spaced_marks(
    text: &str,
    words: &[Word],
    paragraph: &Paragraph,
    roles: &Roles,
    (apart, from): (bool, usize),
    out: &mut Vec<Notice>,
) {
    let told = Told::new(&out[from..]);
    let str = |i: usize| words[i].span.of(text);
    let range = paragraph.words.range();
    for i in range.clone().skip(1) {
        let (mark, glued) = (str(i), !words[i].space_after && i + 1 < range.end);
        if !matches!(mark, "." | ".." | "," | ";") || !is_word(str(i - 1)) {
            continue;
        }
        let blank = words[i - 1].space_after;
        let dots = i + 1 < range.end && str(i + 1).starts_with('.');
        let begins = i + 1 == range.end || !str(i + 1).starts_with(char::is_lowercase);
        let message = match mark {
            "." if blank && !apart => "A blank stands before the full stop.",
            ".." if !blank && !apart || blank && begins => "Two full stops stand where one belongs.",
            "," | ";" if blank && (!apart || glued && is_word(str(i + 1))) => {
                "A blank stands before the mark."
            }
            _ => continue,
        };
        if roles.at(words[i].span.start).is_none() && !dots && !told.at(words[i].span) {
            let place = words[i - 1].span.cover(words[i].span);
            out.push(Notice::at(NoticeKind::StrayPunctuation, place, message));
        }
    }
}

/// "spoke in the harbour -": a paragraph that ends with a dash, and nothing goes on from it.
fn open_end(text: &str, words: &[Word], paragraph: &Paragraph, below: &str, out: &mut Vec<Notice>) {
    let range = paragraph.words.range();
    if paragraph.kind != ParagraphKind::Body || range.len() < 6 {
        return;
    }
    let (dash, last) = (words[range.end - 1], words[range.end - 2]);
    let ends = dash.span.of(text).chars().all(is_dash) && last.space_after && is_word(last.span.of(text));
    let list = below.starts_with(|c: char| is_dash(c) || c.is_lowercase() || c.is_ascii_digit() || c == '•');
    if ends && !list {
        let place = last.span.cover(dash.span);
        out.push(Notice::at(NoticeKind::StrayPunctuation, place, "A dash stands where the sentence ends."));
    }
}

/// More brackets than this are not open at once in any text; the bound keeps the pairing linear.
const DEEPEST: usize = 8;

/// The places of which something was told before, in order.
struct Told(Vec<ByteSpan>);

impl Told {
    fn new(notices: &[Notice]) -> Self {
        let mut spans: Vec<ByteSpan> = notices.iter().flat_map(|n| n.spans.iter().copied()).collect();
        spans.sort_unstable_by_key(|s| s.start);
        Told(spans)
    }

    fn at(&self, place: ByteSpan) -> bool {
        let next = self.0.partition_point(|s| s.start < place.end);
        self.0[next.saturating_sub(2)..next].iter().any(|s| s.overlaps(place))
    }
}

/// Brackets without partner, in the whole text: what is opened in one paragraph may be closed in a later one. Braces
/// are code.
fn brackets(text: &str, words: &[Word], paragraphs: &[Paragraph], out: &mut Vec<Notice>) {
    let mut open: Vec<usize> = Vec::new();
    let mut lost: Vec<usize> = Vec::new();
    let told = Told::new(out);
    let prose = |p: &&Paragraph| !matches!(p.kind, ParagraphKind::Fragment | ParagraphKind::Boilerplate);
    for paragraph in paragraphs.iter().filter(prose) {
        let range = paragraph.words.range();
        for i in range.clone() {
            let mut marks = words[i].span.of(text).chars();
            let (Some(c), None) = (marks.next(), marks.next()) else { continue };
            if is_open_bracket(c) && c != '{' {
                open.push(i);
            } else if is_close_bracket(c) && c != '}' {
                let partner = |&o: &usize| closes(words[o].span.of(text), c);
                let near = open.iter().rev().take(DEEPEST).position(partner).map(|n| open.len() - 1 - n);
                match near {
                    Some(at) => lost.extend(open.drain(at..).skip(1)),
                    None if i > range.start && numbers(words, text, i) => {}
                    None => lost.push(i),
                }
            }
        }
    }
    lost.extend(open);
    lost.sort_unstable();
    for i in lost {
        let place = words[i].span;
        if !told.at(place) {
            out.push(Notice::at(NoticeKind::StrayPunctuation, place, "This bracket has no partner."));
        }
    }
}

fn closes(open: &str, close: char) -> bool {
    matches!((open, close), ("(", ')') | ("[", ']'))
}

/// "a) ships, b) fuel", ":-)": what stands before the bracket counts the parts of a list, or makes a face of it.
fn numbers(words: &[Word], text: &str, bracket: usize) -> bool {
    let before = words[bracket - 1];
    let part = before.span.of(text);
    let short = part.len() <= 2 && is_word(part) || part.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    !before.space_after && (short || !is_word(part) && !part.chars().all(is_terminal))
}

const FRAGMENT: &str = "These marks belong to no sentence.";

fn is_word(w: &str) -> bool {
    w.chars().any(char::is_alphanumeric)
}

fn is_terminal_word(w: &str) -> bool {
    !w.is_empty() && w.chars().all(is_terminal)
}

/// "3." before a comma: an ordinal or a figure of a list.
fn is_ordinal(before: &str) -> bool {
    before.len() <= 2 && !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit())
}

/// A word that may well be an abbreviation that no list has: "Mfg.,".
fn is_short_form(before: &str) -> bool {
    let capital = before.starts_with(char::is_uppercase);
    if !before.starts_with(char::is_alphabetic) {
        return false;
    }
    let vowels = before.chars().filter(|c| "aeiouyAEIOUY".contains(*c)).count();
    before.chars().count() <= 5 && (capital || vowels == 0)
}

/// "word – .": a dash and a stop at the end of a paragraph.
fn trailing(words: &[Word], end: usize, i: usize) -> Option<(usize, &'static str)> {
    (i + 2 == end && i > 0 && words[i - 1].space_after)
        .then_some((i + 2, "A dash and a full stop end the sentence."))
}

/// ". – .": after a sentence's end nothing but marks, up to the paragraph's end.
fn fragment<'a>(end: usize, i: usize, str: &impl Fn(usize) -> &'a str) -> Option<(usize, &'static str)> {
    let reach = end.min(i + 7);
    (i + 1..reach).all(|k| !is_word(str(k))).then_some(())?;
    (reach == end).then_some((end, FRAGMENT))
}
