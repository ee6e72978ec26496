//! Fine tokens: what the grammar of temporal expressions reads.
//!
//! They are finer than the words of the layout ("third-quarter" is three, "1990s" two, "a.m." four), so that the
//! grammar depends on no convention of tokenization.

use demarche_base::ByteSpan;
use demarche_lexicon::timex::{TimexLexicon, TimexWord};

/// A run of letters, a run of digits, or one other character that is not white space.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// Its bytes.
    pub span: ByteSpan,
    /// As it stands in the text.
    pub form: &'a str,
    /// What the lexicon knows of it.
    pub word: Option<&'a TimexWord>,
    /// Its value, for up to nine digits.
    pub number: Option<u32>,
    /// Whether it follows the token before without white space.
    pub joined: bool,
    /// Begins a sentence of the layout.
    pub opens: bool,
}

impl Token<'_> {
    /// Whether the token is `text`, in any case; a curly apostrophe counts as a straight one.
    pub fn is(&self, text: &str) -> bool {
        self.form.eq_ignore_ascii_case(text) || (text == "'" && matches!(self.form, "’" | "`" | "‘"))
    }

    /// Whether it is one of `texts`.
    pub fn is_any(&self, texts: &[&str]) -> bool {
        texts.iter().any(|t| self.is(t))
    }

    /// Whether it is a dash or hyphen.
    pub fn is_dash(&self) -> bool {
        matches!(self.form, "-" | "‑" | "–" | "—" | "‐")
    }

    /// Whether it begins with a capital letter.
    pub fn capital(&self) -> bool {
        self.form.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is made of letters.
    pub fn alphabetic(&self) -> bool {
        self.form.chars().next().is_some_and(char::is_alphabetic)
    }

    /// Number of digits of a number.
    pub fn digits(&self) -> usize {
        if self.number.is_some() { self.form.len() } else { 0 }
    }
}

/// Cuts `text` into tokens; `sentence_starts` are the first bytes of its sentences, in order.
pub(super) fn tokens<'a>(
    text: &'a str,
    sentence_starts: &[u32],
    lexicon: &'a TimexLexicon,
) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::new();
    let mut starts = sentence_starts.iter().copied().peekable();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let kind = class(c);
        let mut end = start + c.len_utf8();
        if kind != Class::Other {
            while let Some(&(at, d)) = rest.peek() {
                if class(d) != kind {
                    break;
                }
                end = at + d.len_utf8();
                rest.next();
            }
        }
        let form = &text[start..end];
        let mut opens = out.is_empty();
        while starts.next_if(|&s| s as usize <= start).is_some() {
            opens = true;
        }
        out.push(Token {
            span: ByteSpan::new(start, end),
            form,
            word: if kind != Class::Other { look_up(form, lexicon) } else { None },
            number: if kind == Class::Digit && form.len() <= 9 { form.parse().ok() } else { None },
            joined: out.last().is_some_and(|t| t.span.end as usize == start),
            opens,
        });
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Other,
}

fn class(c: char) -> Class {
    if c.is_alphabetic() {
        Class::Letter
    } else if c.is_ascii_digit() {
        Class::Digit
    } else {
        Class::Other
    }
}

fn look_up<'a>(form: &str, lexicon: &'a TimexLexicon) -> Option<&'a TimexWord> {
    let mut lower = [0u8; 24];
    let lower = lower.get_mut(..form.len()).filter(|b| b.len() <= lexicon.longest())?;
    lower.copy_from_slice(form.as_bytes());
    lower.make_ascii_lowercase();
    lexicon.word(std::str::from_utf8(lower).ok()?)
}
