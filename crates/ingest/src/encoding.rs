//! Which encoding the bytes are in, and whether they are text at all.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded bytes.
pub(crate) struct Decoded {
    pub text: String,
    /// The name of the encoding.
    pub encoding: &'static str,
    pub how: How,
    /// Whether bytes could not be decoded.
    pub lossy: bool,
}

/// How the encoding is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// A byte order mark.
    Mark,
    /// The page's own declaration.
    Declared,
    /// The bytes themselves.
    Guessed,
}

/// The name of the format that the first bytes show, if it is one that is no text.
pub(crate) fn binary_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 14] = [
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\xD0\xCF\x11\xE0", "an old office document"),
        (b"{\\rtf", "an RTF document"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"BZh", "a bzip2 archive"),
        (b"\xFD7zXZ", "an xz archive"),
        (b"\x28\xB5\x2F\xFD", "a zstd archive"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"\x7FELF", "a program"),
        (b"MZ\x90\x00", "a program"),
        (b"SQLite format 3\0", "an SQLite database"),
    ];
    FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|f| f.1)
}

/// Whether decoded text holds so many control characters that it is none.
pub(crate) fn is_binary(text: &str) -> bool {
    let (mut all, mut bad) = (0usize, 0usize);
    for c in text.chars().take(65_536) {
        all += 1;
        bad += usize::from(c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{b}'));
    }
    bad * 50 > all
}

/// Decodes bytes of any encoding: a byte order mark, sound UTF-8, a page's declaration, or a guess, in this order.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, len)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[len..], How::Mark);
    }
    if let Some(encoding) = wide(bytes) {
        return with(encoding, bytes, How::Guessed);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), how: How::Guessed, lossy: false };
    }
    if mostly_utf8(bytes) {
        return with(UTF_8, bytes, How::Guessed);
    }
    if let Some(encoding) = declared(bytes).filter(|&e| e != UTF_8) {
        return with(encoding, bytes, How::Declared);
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    with(detector.guess(None, false), bytes, How::Guessed)
}

fn with(encoding: &'static Encoding, bytes: &[u8], how: How) -> Decoded {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), how, lossy }
}

/// UTF-16 without a byte order mark: every other byte of western text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 8 {
        return None;
    }
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 10 > half * 7 && even * 20 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a few broken bytes stand in what is otherwise UTF-8 beyond ASCII.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 4 * bad
}

/// The encoding that the head of a web page declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label: String = rest
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let text = "“Não,” said the envoy in São Tomé – twice.";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
            ([b"\xFF\xFE".as_slice(), &utf16].concat(), "UTF-16LE"),
            ([b"\xFE\xFF".as_slice(), &utf16be].concat(), "UTF-16BE"),
            (utf16, "UTF-16LE"),
            (utf16be, "UTF-16BE"),
            (windows, "windows-1252"),
        ] {
            let decoded = decode(&bytes);
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.lossy), (text, name, false));
        }
    }

    #[test]
    fn a_few_broken_bytes_do_not_change_the_encoding() {
        let bytes = [b"Zo\xC3\xAB, Ren\xC3\xA9e, Bj\xC3\xB6rn and S\xC3\xA3o \xFF".as_slice()].concat();
        let decoded = decode(&bytes);
        assert_eq!((decoded.encoding, decoded.lossy), ("UTF-8", true));
    }

    #[test]
    fn a_page_names_its_encoding() {
        let page = b"<html><meta charset=\"windows-1251\"><p>\xCC\xEE\xF1\xEA\xE2\xE0</p>";
        let decoded = decode(page);
        assert!(decoded.text.contains("Москва"));
        assert_eq!(decoded.how, How::Declared);
    }
}
