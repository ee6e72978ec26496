//! What files give: a stream of texts and records, each with its place.

use crate::code::{Id, date};
use crate::input;
use demarche::Source;
use demarche_record::{PublishedBy, Record};
use serde::Deserialize;
use std::io::{BufRead, Read};
use std::path::Path;

/// Where something stood.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The line, from 1, where it is one of many.
    pub line: Option<usize>,
    /// Bytes that it took.
    pub bytes: u64,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}: line {line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// Bytes to be made sense of.
#[derive(Debug)]
pub enum Raw {
    /// One value of JSON: a text or a record.
    Json(Vec<u8>),
    /// A text or page; what names it where it does not name itself.
    Text(Vec<u8>, Option<String>),
}

/// A text with what came along, or a record.
#[derive(Debug)]
pub enum Item {
    /// To be read.
    Text(Box<Source>, Option<String>),
    /// Read already.
    Record(Box<Record>, Option<String>),
}

/// One thing of a file, or why there is none.
pub type Piece = (Place, Result<Raw, String>);

/// Everything in `file`, line by line where it is JSON Lines.
pub fn pieces(file: &Path) -> Box<dyn Iterator<Item = Piece> + Send> {
    let name = input::name(file);
    let whole = |bytes: u64| Place { file: name.clone(), line: None, bytes };
    let fail = |why: String| Box::new(std::iter::once((whole(0), Err(why))));
    let mut reader = match input::lines(file) {
        Ok(reader) => reader,
        Err(why) => return fail(why),
    };
    match first_line(&mut reader) {
        Err(why) => fail(why.to_string()),
        // Lines of JSON; a brace alone is a value over many lines.
        Ok(head) if head.trim_ascii().starts_with(b"{") && head.trim_ascii() != b"{" => {
            let lines = std::io::Cursor::new(head).chain(reader).split(b'\n');
            Box::new(lines.enumerate().filter_map(move |(i, line)| {
                let place =
                    |bytes: usize| Place { file: name.clone(), line: Some(i + 1), bytes: bytes as u64 + 1 };
                match line {
                    Ok(line) if line.trim_ascii().is_empty() => None,
                    Ok(line) => Some((place(line.len()), Ok(Raw::Json(line)))),
                    Err(e) => Some((place(0), Err(e.to_string()))),
                }
            }))
        }
        Ok(mut bytes) => {
            let json = bytes.trim_ascii() == b"{";
            if let Err(e) = reader.read_to_end(&mut bytes) {
                return fail(e.to_string());
            }
            let stem = (file.as_os_str() != "-").then(|| file.file_stem()).flatten();
            let stem = stem.map(|s| s.to_string_lossy().into_owned());
            let place = whole(bytes.len() as u64);
            Box::new(std::iter::once((
                place,
                Ok(if json { Raw::Json(bytes) } else { Raw::Text(bytes, stem) }),
            )))
        }
    }
}

/// The first line that is not blank, with all before it and its own end.
fn first_line(reader: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    while head.trim_ascii().is_empty() {
        if reader.read_until(b'\n', &mut head)? == 0 {
            break;
        }
    }
    Ok(head)
}

/// One line of JSON with a text.
#[derive(Debug, Deserialize)]
struct Line {
    id: Option<Id>,
    text: String,
    title: Option<String>,
    url: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
}

/// Makes sense of what was found.
///
/// # Errors
/// Why there is none to be made.
pub fn item(raw: Raw, published: Option<jiff::civil::Date>) -> Result<Item, String> {
    let given = published.map(|d| (d, PublishedBy::Given));
    match raw {
        Raw::Text(bytes, stem) => {
            let read = demarche_ingest::ingest(&bytes).map_err(|e| e.to_string())?;
            let metadata = read.published.and_then(|d| d.parse().ok()).map(|d| (d, PublishedBy::Metadata));
            let source = Source {
                id: stem,
                text: read.text,
                title: read.title,
                url: read.url,
                published: given.or(metadata),
                pairs: None,
                notices: read.notices,
            };
            Ok(Item::Text(Box::new(source), None))
        }
        Raw::Json(bytes) => {
            let value: serde_json::Value = serde_json::from_slice(&bytes).map_err(|e| e.to_string())?;
            if value.get("schema").is_some() {
                let outlet = value.get("outlet").and_then(|o| o.as_str()).map(str::to_owned);
                let record: Record =
                    serde_json::from_value(value).map_err(|e| format!("this is no record: {e}"))?;
                return Ok(Item::Record(Box::new(record), outlet));
            }
            let line: Line = serde_json::from_value(value).map_err(|e| e.to_string())?;
            let own = line.published.as_deref().map(date).transpose()?;
            let source = Source {
                id: line.id.map(String::from),
                text: line.text,
                title: line.title,
                url: line.url,
                published: own.map(|d| (d, PublishedBy::Given)).or(given),
                pairs: None,
                notices: Vec::new(),
            };
            Ok(Item::Text(Box::new(source), line.outlet))
        }
    }
}
