//! What kind of character is this? The classes that every step of the crate shares.

use crate::mojibake;

/// One character of a stretch of text and the byte at which it begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Char {
    /// Byte offset in the whole text.
    pub at: u32,
    /// The character; where a wrong decoding left several, the one that was meant.
    pub c: char,
}

/// The characters of `text[start..end]` with their byte offsets in `text`.
///
/// What a wrong decoding left ("â€œ") is read as the one character it stands for ("“"), so that every later step
/// sees the text as it was meant, and its spans still fit the text as it was given.
pub(crate) fn chars(text: &str, start: usize, end: usize) -> Vec<Char> {
    let part = &text[start..end];
    let mut out = Vec::with_capacity(part.len());
    let mut at = 0;
    while let Some(c) = part[at..].chars().next() {
        let (meant, len) = mojibake::meant(&part[at..]).unwrap_or((c, c.len_utf8()));
        out.push(Char { at: (start + at) as u32, c: meant });
        at += len;
    }
    out
}

/// Whether `c` lies between words: white space, controls and characters without width.
///
/// The C1 controls are no gap: a wrong decoding leaves them inside quotation marks ("â€\u{9d}").
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace() && c != '\u{85}'
        || c.is_ascii_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether `c` ends a line.
pub(crate) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

/// Whether `c` may stand inside a word.
pub(crate) fn is_wordish(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || c == '_'
}

/// Whether `c` combines with the letter before it, or is a soft hyphen or joiner inside a word.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe0f}' | '\u{64b}'..='\u{65f}')
}

/// Whether `c` is used as an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′')
}

/// Whether `c` joins the parts of a compound.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether `c` is a dash, a hyphen included.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '_' | '−')
}

/// Whether `c` is a mark of currency.
pub(crate) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '€' | '¥' | '¢' | '₹' | '₽' | '₴' | '₩' | '₪' | '₦' | '₺' | '฿' | '₱' | '₫')
}

/// Whether `c` ends a sentence.
pub(crate) fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟')
}

/// Whether `c` opens a bracket.
pub(crate) fn is_open_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

/// Whether `c` closes a bracket.
pub(crate) fn is_close_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
}

/// Whether `c` is a double quotation mark of any kind.
pub(crate) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '〝' | '〞' | '「' | '」' | '『' | '』')
}

/// Whether `c` is a single quotation mark of any kind.
pub(crate) fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`')
}

/// Whether a letter is of the Latin script, as far as European and Vietnamese spelling goes.
pub(crate) fn is_latin(c: char) -> bool {
    (c as u32) < 0x250 || ('\u{1e00}'..='\u{1eff}').contains(&c)
}
