//! `demarche code`: JSON Lines in, JSON Lines out, in the same order, on several threads.

use crate::args::Code;
use crate::ordered::ordered;
use crate::output::Output;
use crate::{Fault, Outcome, complain, input};
use demarche::{Models, Pair, Source};
use demarche_record::{PublishedBy, Record};
use serde::{Deserialize, Serialize};
use std::io::BufRead;
use std::path::PathBuf;

/// One line in.
#[derive(Debug, Deserialize)]
struct Request {
    id: Option<Id>,
    text: String,
    title: Option<String>,
    url: Option<String>,
    published: Option<String>,
    pairs: Option<Vec<Pair>>,
}

/// An id is text or a number.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// Text.
    Text(String),
    /// A number.
    Number(serde_json::Number),
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        match id {
            Id::Text(text) => text,
            Id::Number(number) => number.to_string(),
        }
    }
}

/// The line out for a line that could not be read.
#[derive(Debug, Serialize)]
struct Unread {
    line: usize,
    error: String,
}

/// Reads every line of every file; a line that is no request is said with its number, the others are read.
pub fn code(args: &Code, models: &Models, out: &mut Output) -> Result<Outcome, Fault> {
    let jobs = match args.jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n,
    };
    let stdin = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &stdin[..] } else { &args.files };
    let mut outcome = Outcome::All;
    for file in files {
        let reader = match input::lines(file) {
            Ok(reader) => reader,
            Err(message) => {
                out.flush()?;
                complain(&format!("{}: {message}", input::name(file)));
                outcome = Outcome::NotAll;
                continue;
            }
        };
        let work = |(number, line): (usize, std::io::Result<Vec<u8>>)| {
            answer(models, line).map_err(|error| Unread { line: number, error })
        };
        ordered(numbered(reader), jobs, work, |result| -> Result<(), Fault> {
            match result {
                Ok(record) => out.json_line(&record)?,
                Err(unread) => {
                    complain(&format!("{}: line {}: {}", input::name(file), unread.line, unread.error));
                    out.json_line(&unread)?;
                    outcome = Outcome::NotAll;
                }
            }
            Ok(())
        })?;
    }
    Ok(outcome)
}

/// The lines that are not blank, with their numbers from 1.
fn numbered(reader: impl BufRead + Send) -> impl Iterator<Item = (usize, std::io::Result<Vec<u8>>)> + Send {
    let blank = |line: &std::io::Result<Vec<u8>>| line.as_ref().is_ok_and(|l| l.trim_ascii().is_empty());
    reader.split(b'\n').enumerate().filter(move |(_, line)| !blank(line)).map(|(i, line)| (i + 1, line))
}

fn answer(models: &Models, line: std::io::Result<Vec<u8>>) -> Result<Record, String> {
    let line = line.map_err(|e| e.to_string())?;
    let request: Request = serde_json::from_slice(&line).map_err(|e| e.to_string())?;
    let published = request.published.as_deref().map(date).transpose()?;
    let source = Source {
        id: request.id.map(String::from),
        text: request.text,
        title: request.title,
        url: request.url,
        published: published.map(|date| (date, PublishedBy::Given)),
        pairs: request.pairs,
        notices: Vec::new(),
    };
    Ok(demarche::read(models, &source))
}

/// An ISO date, or the date of an ISO date and time.
pub fn date(text: &str) -> Result<jiff::civil::Date, String> {
    let day = text
        .get(..10)
        .filter(|_| text.as_bytes().get(10).is_none_or(|b| *b == b'T' || *b == b' '))
        .unwrap_or(text);
    day.parse().map_err(|_| format!("published {text:?} is no date like 2024-05-02"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_iso_with_or_without_a_time() {
        let day = jiff::civil::date(2024, 5, 2);
        assert_eq!(date("2024-05-02"), Ok(day));
        assert_eq!(date("2024-05-02T08:00:00Z"), Ok(day));
        assert!(date("2024-05-021").is_err());
        assert!(date("2 May 2024").is_err());
    }

    #[test]
    fn blank_lines_count_but_are_not_read() {
        let lines: Vec<usize> = numbered(&b"{}\n\n \n[]\n"[..]).map(|(n, _)| n).collect();
        assert_eq!(lines, [1, 4]);
    }
}
