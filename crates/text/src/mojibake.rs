//! Characters that a wrong decoding left: UTF-8 bytes that somebody read as windows-1252 or Latin-1.

use std::borrow::Cow;

/// The character that the garbled beginning of `text` stands for, and how many bytes the garbled form takes.
///
/// Only sequences that hardly occur in sound text are taken: those that begin with "Â", "Ã", "Ä", "Å", "â€", "â‚", "â„",
/// "ðŸ", "Ð" or "Ñ"; after "Ä" or "Å" a mark that may end a word only where the word goes on ("Ä‘" of "Ä‘or").
/// The last byte of a closing quotation mark is often lost ("â€ ").
pub(crate) fn meant(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if !matches!(first, 'Â' | 'Ã' | 'Ä' | 'Å' | 'â' | 'ð' | 'Ð' | 'Ñ') {
        return None;
    }
    let lead = byte(first)?;
    let wanted = match first {
        'â' => 3,
        'ð' => 4,
        _ => 2,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut len = first.len_utf8();
    for (i, slot) in bytes.iter_mut().enumerate().take(wanted).skip(1) {
        let next = chars.next();
        match next.and_then(byte).filter(|b| (0x80..0xC0).contains(b)) {
            Some(b) => {
                let plausible = match (first, i) {
                    ('â', 1) => matches!(b, 0x80 | 0x82 | 0x84),
                    ('ð', 1) => b == 0x9F,
                    _ => true,
                };
                if !plausible {
                    return None;
                }
                *slot = b;
                len += next.map_or(0, char::len_utf8);
            }
            None if first == 'â' && i == 2 => {
                // A lost last byte: nothing, or the sign for what could not be decoded.
                let lost = next.filter(|&c| c == '\u{fffd}').map_or(0, char::len_utf8);
                return Some(('”', len + lost));
            }
            None => return None,
        }
    }
    if matches!(first, 'Ä' | 'Å') && text[first.len_utf8()..].starts_with(ends_words) {
        // "Ä“ in sound text: a closing mark, a dash or a space after a letter.
        let next = text[len..].chars().next()?;
        if !next.is_lowercase() {
            return None;
        }
    }
    let decoded = std::str::from_utf8(&bytes[..wanted]).ok()?.chars().next()?;
    Some((decoded, len))
}

/// Whether a character may stand right after a word of sound text.
fn ends_words(c: char) -> bool {
    matches!(
        c,
        '\u{a0}'
            | '‘'
            | '’'
            | '“'
            | '”'
            | '…'
            | '–'
            | '—'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '•'
            | '·'
            | '°'
            | '™'
            | '®'
            | '©'
    )
}

/// The byte that windows-1252 (or, where that has none, Latin-1) reads as `c`.
fn byte(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match c {
        '\u{80}'..='\u{ff}' => Some(c as u8),
        _ => HIGH.iter().position(|&h| h == c).map(|i| 0x80 + i as u8),
    }
}

/// `text` as it was meant, where a wrong decoding garbled it: "canâ€™t" is "can’t".
///
/// Takes any text, a word as well as an article; gives it back untouched (and unallocated) where it is sound.
/// Offsets into the result are not offsets into the text: use it to show or to look up a form, never to cite.
pub fn repair(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out: Option<String> = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match meant(&text[at..]) {
            Some((m, len)) => {
                out.get_or_insert_with(|| text[..at].to_owned()).push(m);
                at += len;
            }
            None => {
                if let Some(out) = &mut out {
                    out.push(c);
                }
                at += c.len_utf8();
            }
        }
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_decoding_is_undone() {
        assert_eq!(repair("theyâ€™re in CÃ³rdoba â€“ â€œnowâ€\u{9d}"), "they’re in Córdoba – “now”");
        assert_eq!(repair("â€œnowâ€, he said"), "“now”, he said");
        assert_eq!(repair("MiloÅ¡ PetroviÄ‡, Ä‘or, ÅžiÅŸli, WaÅ‚Ä™sa"), "Miloš Petrović, đor, Şişli, Wałęsa");
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in [
            "“CAFÉ”—closed",
            "château",
            "São Tomé",
            "Âme",
            "plain",
            "„Ä“ und „Å”",
            "Å – Ä…",
            "Ägäis",
            "Åland",
        ] {
            assert_eq!(repair(text), text);
            assert!(matches!(repair(text), Cow::Borrowed(_)));
        }
    }
}
