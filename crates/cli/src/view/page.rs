//! What every view needs of a record: its text by scalars, its lines, its actors by id.

use demarche_base::ScalarMap;
use demarche_record::{Actor, Party, Record, Span};
use std::collections::HashMap;

/// A record with its text made addressable.
pub struct Page<'a> {
    /// The record.
    pub record: &'a Record,
    map: ScalarMap,
    /// Bytes at which lines begin.
    lines: Vec<usize>,
    actors: HashMap<&'a str, &'a Actor>,
}

impl<'a> Page<'a> {
    /// Reads the record's text once.
    pub fn new(record: &'a Record) -> Self {
        let text = &record.document.text;
        let newlines = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1);
        Page {
            record,
            map: ScalarMap::new(text),
            lines: std::iter::once(0).chain(newlines).collect(),
            actors: record.actors.iter().map(|a| (a.id.as_str(), a)).collect(),
        }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        &self.record.document.text
    }

    /// The bytes of `span`.
    pub fn bytes(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.map.byte(self.text(), span[0]);
        start..self.map.byte(self.text(), span[1]).max(start)
    }

    /// The words that `span` cites, as they stand.
    pub fn cited(&self, span: Span) -> &'a str {
        &self.text()[self.bytes(span)]
    }

    /// The words of `spans` on one line, with "..." where words between them are left out.
    pub fn quote(&self, spans: &[Span]) -> String {
        let parts: Vec<String> = spans.iter().map(|&s| one_line(self.cited(s))).collect();
        parts.join(" ... ")
    }

    /// The number of the line, from 1, on which `span` begins.
    pub fn line(&self, span: Span) -> usize {
        let byte = self.map.byte(self.text(), span[0]);
        self.lines.partition_point(|&start| start <= byte)
    }

    /// The actor of that id.
    pub fn actor(&self, id: &str) -> Option<&'a Actor> {
        self.actors.get(id).copied()
    }

    /// The name to show for an actor's id.
    pub fn name(&self, id: &str) -> String {
        self.actor(id).map_or_else(|| one_line(id), |a| one_line(&a.name))
    }

    /// The names of several ids, joined by commas.
    pub fn names<'b>(&self, ids: impl IntoIterator<Item = &'b String>) -> String {
        ids.into_iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    /// The names of parties; the text's words where they name nobody known.
    pub fn parties(&self, parties: &[Party]) -> String {
        let name = |p: &Party| p.actor.as_deref().map_or_else(|| self.quote(&p.spans), |id| self.name(id));
        parties.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

/// `text` with its white space made single spaces and its control characters made visible, so that no text
/// can drive the reader's terminal.
pub fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

/// `words` in quotation marks, unless they bring their own.
pub fn in_quotes(words: &str) -> String {
    let mark = |c: Option<char>| c.is_some_and(|c| "“”\"„«»".contains(c));
    let own = words.chars().count() > 1 && mark(words.chars().next()) && mark(words.chars().next_back());
    if own { words.to_owned() } else { format!("“{words}”") }
}

/// The name that JSON prints for a value of the record's vocabularies ("armed_group"), with spaces.
pub fn label(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name.replace('_', " "),
        _ => String::new(),
    }
}
