//! Paragraphs: which lines of the text belong together.
//!
//! A text is either written one paragraph a line, or **hard-wrapped**: its lines were broken at a fixed width and
//! belong together until a blank line, a short line or an indented one. Which of the two it is shows in its line
//! ends: a wrapped text breaks most of its lines inside sentences, and where the next word would not have fitted.

use demarche_base::ByteSpan;

use crate::chars::{is_dash, is_double_quote, is_gap, is_line_end, is_terminal};

/// One line of the text, without white space around it; empty for a blank line.
struct Line {
    span: ByteSpan,
    /// Its length in characters.
    width: usize,
    /// The characters of white space before it.
    indent: usize,
    /// The characters of its first word.
    first_word: usize,
}

/// The spans of the paragraphs of `text`, in order, none empty, without white space around them.
pub(crate) fn paragraphs(text: &str) -> Vec<ByteSpan> {
    let lines = lines(text);
    let wrap = wrap_width(text, &lines);
    let mut out: Vec<ByteSpan> = Vec::new();
    let mut above: Option<&Line> = None;
    for line in &lines {
        if line.span.is_empty() {
            above = None;
            continue;
        }
        match (above, wrap, out.last_mut()) {
            (Some(previous), Some(width), Some(last)) if joins(text, previous, line, width) => {
                *last = last.cover(line.span);
            }
            (Some(previous), None, Some(last)) if broken(text, previous, line) => {
                *last = last.cover(line.span)
            }
            _ => out.push(line.span),
        }
        above = Some(line);
    }
    out
}

fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if !is_line_end(c) {
            continue;
        }
        out.push(line(text, start, at));
        start = at + c.len_utf8();
        if c == '\r' && rest.peek().is_some_and(|&(_, n)| n == '\n') {
            rest.next();
            start += 1;
        }
    }
    out.push(line(text, start, text.len()));
    out
}

fn line(text: &str, start: usize, end: usize) -> Line {
    let raw = &text[start..end];
    let left = raw.trim_start_matches(is_gap);
    let body = left.trim_end_matches(is_gap);
    let from = end - left.len();
    Line {
        span: ByteSpan::new(from, from + body.len()),
        width: body.chars().count(),
        indent: raw[..raw.len() - left.len()].chars().count(),
        first_word: body.chars().take_while(|&c| !is_gap(c)).take(60).count(),
    }
}

/// The width at which the lines of a hard-wrapped text were broken; `None` for one paragraph a line.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().filter(|l| !l.span.is_empty()).map(|l| l.width).collect();
    widths.sort_unstable();
    let widest = *widths.last()?;
    if !(40..=132).contains(&widest) {
        return None;
    }
    let (mut breaks, mut inside, mut full) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [a, b] = pair else { continue };
        if a.span.is_empty() || b.span.is_empty() || begins_item(b.span.of(text)) {
            continue;
        }
        breaks += 1;
        inside += usize::from(!ends_sentence(a.span.of(text)));
        full += usize::from(a.width + 1 + b.first_word + 8 > widest);
    }
    (breaks > 0 && inside * 2 >= breaks && full * 5 >= breaks * 3).then_some(widest)
}

/// Whether, in a text wrapped at `width`, `line` goes on with the paragraph of the line above it.
fn joins(text: &str, above: &Line, line: &Line, width: usize) -> bool {
    let (a, b) = (above.span.of(text), line.span.of(text));
    if begins_item(b) || line.indent > above.indent + 1 && ends_sentence(a) {
        return false;
    }
    let room = above.width + 1 + line.first_word;
    let capital = b.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let short = room + width / 5 <= width;
    !(short && capital)
}

/// Whether, in a text of one paragraph a line, a line was broken inside a sentence by mistake.
fn broken(text: &str, above: &Line, line: &Line) -> bool {
    let (a, b) = (above.span.of(text), line.span.of(text));
    let open = a.ends_with(|c: char| c.is_lowercase() || c == ',');
    above.width >= 40 && open && b.starts_with(char::is_lowercase) && !begins_item(b)
}

/// Whether the line ends as a sentence does.
fn ends_sentence(line: &str) -> bool {
    let last = line.chars().rev().find(|&c| !is_double_quote(c) && !matches!(c, ')' | ']' | '\'' | '’'));
    last.is_some_and(|c| is_terminal(c) || c == ':')
}

/// Whether the line begins with the number or the bullet of a list.
pub(crate) fn begins_item(line: &str) -> bool {
    item_mark(line).is_some()
}

/// The length in bytes of the number or bullet that `line` begins with ("1.", "(a)", "•", "-"), if a gap follows.
pub(crate) fn item_mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let mark = if matches!(first, '•' | '·' | '▪' | '◦' | '●' | '■' | '‣' | '*' | '►' | '»' | '✓')
        || is_dash(first)
    {
        first.len_utf8()
    } else {
        let open = usize::from(first == '(');
        let label = &line[open..];
        let figures = label.bytes().take_while(u8::is_ascii_digit).count();
        let letters = label.bytes().take_while(u8::is_ascii_alphabetic).count();
        let roman =
            letters > 0 && letters <= 4 && label.bytes().take(letters).all(|b| b"ivxIVX".contains(&b));
        let len = match (figures, letters) {
            (1..=2, _) => figures,
            (0, 1) => 1,
            (0, n) if roman => n,
            _ => return None,
        };
        match label.as_bytes().get(len)? {
            b')' => open + len + 1,
            b'.' if open == 0 && (figures > 0 || roman || label.as_bytes()[0].is_ascii_lowercase()) => {
                len + 1
            }
            _ => return None,
        }
    };
    let rest = &line[mark..];
    let gap = rest.chars().next().is_some_and(is_gap);
    (gap && rest.chars().any(char::is_alphanumeric)).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let got: Vec<&str> = paragraphs(text).into_iter().map(|p| p.of(text)).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn one_paragraph_a_line() {
        check(
            "Envoys left Doha on Friday.\r\nNo date was set.\r\n\r\n  A third round may follow.\r",
            &["Envoys left Doha on Friday.", "No date was set.", "A third round may follow."],
        );
    }

    #[test]
    fn wrapped_lines_belong_together() {
        check(
            "The two governments agreed on Friday to\nreopen the border crossing that had been\n\
             shut since the shelling of last month.\n\nTraders waited on both sides of the river\n\
             for the first lorries to pass through.",
            &[
                "The two governments agreed on Friday to\nreopen the border crossing that had been\n\
                 shut since the shelling of last month.",
                "Traders waited on both sides of the river\nfor the first lorries to pass through.",
            ],
        );
    }

    #[test]
    fn list_marks() {
        assert_eq!(item_mark("1. Withdraw the troops"), Some(2));
        assert_eq!(item_mark("(b) Open the port"), Some(3));
        assert_eq!(item_mark("• Open the port"), Some("•".len()));
        assert_eq!(item_mark("iv) Pay"), Some(3));
        for no in ["1.5 million people", "A. Smith said", "– .", "-", "2014 was worse", "It. was", "»"] {
            assert_eq!(item_mark(no), None, "{no}");
        }
    }
}
