//! What is wrong with the text: stray marks and bits, page text, garbled characters, translation's leftovers.

use std::collections::HashMap;
use std::sync::LazyLock;

use demarche_base::{ByteSpan, Notice, NoticeKind, WordRange};

use crate::chars::*;
use crate::quotes::Roles;
use crate::{Paragraph, ParagraphKind, Word, kinds, lists, mojibake};

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
    for paragraph in paragraphs {
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
        stray_marks(text, words, paragraph, roles, &mut out);
        if !apart {
            spaced_stops(text, words, paragraph, roles, &mut out);
        }
    }
    artefacts(text, words, sentences, &mut out);
    out
}

/// The bytes that a range of words covers.
pub(crate) fn span(words: &[Word], range: WordRange) -> ByteSpan {
    match (words.get(range.start as usize), range.end.checked_sub(1).and_then(|e| words.get(e as usize))) {
        (Some(a), Some(b)) => a.span.cover(b.span),
        _ => ByteSpan::default(),
    }
}

/// "***", "* * *", "---", "…": what typists put between parts. Two dashes that stand apart are what is left of something.
fn is_divider(line: &str) -> bool {
    let mut marks = line.trim_end_matches('.').chars().filter(|&c| !is_gap(c));
    let Some(first) = marks.next() else { return true };
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
        let mark = |w: &str| matches!(w, "," | ";" | ":");
        // What the marks stand between: both sides of a range or an ellipsis are no fault.
        let next = if last { "" } else { str(i + 2) };
        let before = if i > range.start { str(i - 1) } else { "" };
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
            && !is_ordinal(before)
            && !(glued && is_short_form(before))
        {
            Some((i + 2, "Punctuation stands after the full stop without a sentence between."))
        } else if mark(a) && matches!(b, "," | ";" | "." | "!" | "?") && (a != ":" || glued) {
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

/// "left the hall . They": a stop that a blank parts from its sentence. ". ." and ". . ." are told elsewhere.
fn spaced_stops(text: &str, words: &[Word], paragraph: &Paragraph, roles: &Roles, out: &mut Vec<Notice>) {
    let str = |i: usize| words[i].span.of(text);
    for i in paragraph.words.range().skip(1) {
        let stop =
            matches!(str(i), "." | "..") && is_word(str(i - 1)) && roles.at(words[i].span.start).is_none();
        let spaced = words[i - 1].space_after && str(i) == ".";
        let doubled = str(i) == ".." && !words[i - 1].space_after;
        let dots = i + 1 < words.len() && str(i + 1).starts_with('.');
        let known = || out.iter().any(|n| n.spans.iter().any(|s| s.overlaps(words[i].span)));
        if stop && (spaced || doubled) && !dots && !known() {
            let place = words[i - 1].span.cover(words[i].span);
            let message = if doubled {
                "Two full stops stand where one belongs."
            } else {
                "A blank stands before the full stop."
            };
            out.push(Notice::at(NoticeKind::StrayPunctuation, place, message));
        }
    }
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

/// A phrase of the list: its words and whether it must be a whole sentence.
struct Artefact {
    words: Vec<&'static str>,
    sentence: bool,
}

static ARTEFACTS: LazyLock<HashMap<&str, Vec<Artefact>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<Artefact>> = HashMap::new();
    for row in lists::rows(include_str!("../data/artefacts.tsv")) {
        let Some(phrase) = row.get(1) else { continue };
        let words: Vec<&str> = phrase.split(' ').collect();
        out.entry(words[0]).or_default().push(Artefact { words, sentence: row[0] == "sentence" });
    }
    out
});

/// Sentences and phrases that machine translation is known to put in.
fn artefacts(text: &str, words: &[Word], sentences: &[WordRange], out: &mut Vec<Notice>) {
    for sentence in sentences {
        // White-space words, as the list has them, without the marks at their ends.
        let place = span(words, *sentence);
        let mut forms: Vec<(String, ByteSpan)> = Vec::new();
        for piece in place.of(text).split(is_gap) {
            let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
            if !bare.is_empty() {
                let from = bare.as_ptr() as usize - text.as_ptr() as usize;
                forms.push((lists::lower(bare).replace('’', "'"), ByteSpan::new(from, from + bare.len())));
            }
        }
        let mut i = 0;
        while i < forms.len() {
            let hit = ARTEFACTS.get(forms[i].0.as_str()).and_then(|list| {
                list.iter().find(|a| {
                    let fits = a.words.len() <= forms.len() - i
                        && a.words.iter().zip(&forms[i..]).all(|(w, f)| *w == f.0);
                    fits && (!a.sentence || i == 0 && a.words.len() == forms.len())
                })
            });
            match hit {
                Some(a) => {
                    let span = forms[i].1.cover(forms[i + a.words.len() - 1].1);
                    out.push(Notice::at(
                        NoticeKind::TranslationArtefact,
                        span,
                        "Machine translation is known to put this in where the source says something else.",
                    ));
                    i += a.words.len();
                }
                None => i += 1,
            }
        }
    }
}
