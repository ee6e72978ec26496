//! Bytes in, text and what the file says of itself out: encodings, HTML, titles, dates.
//!
//! [`ingest`] is the whole crate. Its steps, in order:
//!
//! 1. `encoding`: which encoding the bytes are in, and whether they are text at all;
//! 2. `html`: for a web page its main text, without menus, and what its metadata say: title, date, address, language;
//! 3. `date`: the many ways in which a page writes a day.
//!
//! Plain text is given back exactly as it was written, line ends included; only a byte order mark is dropped. Whether
//! the text is English, or an article, is for others to judge.

mod date;
mod encoding;
mod error;
mod html;

use demarche_base::{Notice, NoticeKind};

pub use error::IngestError;

/// What was in the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingested {
    /// The text to read: as it was given, or the main text of a web page.
    pub text: String,
    /// The title that a web page gives itself.
    pub title: Option<String>,
    /// The day of publication that a web page's metadata give, as `YYYY-MM-DD`.
    pub published: Option<String>,
    /// The address that a web page gives itself.
    pub url: Option<String>,
    /// The language that a web page says it is in ("en", "en-GB").
    pub language_hint: Option<String>,
    /// The name of the encoding ("UTF-8", "windows-1252"), as the Encoding Standard has it.
    pub encoding: &'static str,
    /// Plain text or a web page.
    pub kind: Kind,
    /// What is wrong with the bytes: an encoding that had to be guessed, characters that were lost.
    pub notices: Vec<Notice>,
}

/// What kind of file it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// A web page.
    Html,
}

/// Reads the bytes of one file.
///
/// Fails only where there is nothing to read: no text at all, no text in the page, or bytes that are no text.
///
/// ```
/// let page = br#"<html lang="en"><head><title>Talks resume - Wire</title>
/// <meta property="article:published_time" content="2023-03-14T08:00:00Z"></head>
/// <body><nav><a href="/">Home</a></nav><p>Envoys met &amp; agreed to meet again.</p></body></html>"#;
/// let read = demarche_ingest::ingest(page).unwrap();
/// assert_eq!(read.text, "Envoys met & agreed to meet again.");
/// assert_eq!(read.published.as_deref(), Some("2023-03-14"));
/// ```
pub fn ingest(bytes: &[u8]) -> Result<Ingested, IngestError> {
    if let Some(format) = encoding::binary_format(bytes) {
        return Err(IngestError::NotText { format });
    }
    let decoded = encoding::decode(bytes);
    if decoded.text.trim_matches(|c: char| c.is_whitespace() || c.is_control()).is_empty()
        && !bytes.contains(&0)
    {
        return Err(IngestError::Empty);
    }
    if encoding::is_binary(&decoded.text) {
        return Err(IngestError::NotText { format: "binary data" });
    }
    let notices = encoding_notices(&decoded);
    if !html::is_html(&decoded.text) {
        return Ok(Ingested {
            text: decoded.text,
            title: None,
            published: None,
            url: None,
            language_hint: None,
            encoding: decoded.encoding,
            kind: Kind::Text,
            notices,
        });
    }
    let page = html::page(&decoded.text);
    if page.text.is_empty() {
        return Err(IngestError::NoArticle);
    }
    Ok(Ingested {
        text: page.text,
        title: page.title,
        published: page.published,
        url: page.url,
        language_hint: page.language,
        encoding: decoded.encoding,
        kind: Kind::Html,
        notices,
    })
}

fn encoding_notices(decoded: &encoding::Decoded) -> Vec<Notice> {
    let mut notices = Vec::new();
    if decoded.encoding != "UTF-8" {
        let how = match decoded.how {
            encoding::How::Mark => "its byte order mark says so",
            encoding::How::Declared => "the page says so",
            encoding::How::Guessed => "guessed from its bytes",
        };
        let message = format!("The text is not in UTF-8; it was read as {} ({how}).", decoded.encoding);
        notices.push(Notice::document(NoticeKind::Encoding, message));
    }
    if decoded.lossy {
        let message =
            format!("Some bytes are not valid {}; each stands as \u{fffd} in the text.", decoded.encoding);
        notices.push(Notice::document(NoticeKind::BrokenEncoding, message));
    }
    notices
}
