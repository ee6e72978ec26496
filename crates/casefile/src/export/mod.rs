//! The case written out for other programs.
//!
//! Same case, same bytes: no clock, no random ids. Events that did not happen (planned, demanded, denied ...) are in
//! [`items`] alone: the formats of event data know facts only.

mod calendar;
mod graph;
#[cfg(feature = "parquet")]
mod parquet;
mod picture;
mod polecat;

pub use calendar::ics;
pub use graph::graphml;
#[cfg(feature = "parquet")]
pub use parquet::parquet;
pub use picture::{svg, weeks};
pub use polecat::{COLUMNS, polecat, table};

use crate::ask::{
    AskedCommitments, AskedEvents, AskedMeetings, AskedStatements, EventRow, actors, commitments, events,
    meetings, said,
};
use crate::error::{Doing, Result};
use crate::known::View;
use demarche_record::Record;
use rusqlite::params;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write;

/// A line of [`records`].
#[derive(Serialize)]
struct Kept<'r> {
    #[serde(flatten)]
    record: &'r Record,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
}

/// Writes the records as they were, with their texts, one line of JSON a document, by day and hash. What the case knows
/// beside the record, the outlet, is added, so that these lines make another case that says the same.
///
/// # Errors
/// Where the case cannot be read or `out` not written.
pub fn records(view: &View, out: &mut dyn Write) -> Result<()> {
    let doing = "writing the records";
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT record, text, outlet FROM documents WHERE ?1 IS NULL OR published <= ?1
             ORDER BY published IS NULL, published, sha256",
        )
        .doing(doing)?;
    let mut rows = query.query(params![view.as_of()]).doing(doing)?;
    while let Some(row) = rows.next().doing(doing)? {
        let (record, text): (Vec<u8>, String) = (row.get(0).doing(doing)?, row.get(1).doing(doing)?);
        let record = crate::checked::unpacked(&record, text)?;
        line(out, &Kept { record: &record, outlet: row.get(2).doing(doing)? })?;
    }
    Ok(())
}

/// Writes the merged items, one line of JSON each, with its `kind`: actors, statements, events, meetings, commitments.
///
/// # Errors
/// Where the case cannot be read or `out` not written.
pub fn items(view: &View, out: &mut dyn Write) -> Result<()> {
    for row in actors(view, &[], None)?.rows {
        line(out, &named("actor", serde_json::to_value(row)?))?;
    }
    for row in said(view, &AskedStatements::default(), None)?.rows {
        line(out, &named("statement", serde_json::to_value(row)?))?;
    }
    for row in events(view, &AskedEvents::default(), None)?.rows {
        line(out, &named("event", serde_json::to_value(row)?))?;
    }
    for row in meetings(view, &AskedMeetings::default(), None)?.rows {
        line(out, &named("meeting", serde_json::to_value(row)?))?;
    }
    for row in commitments(view, &AskedCommitments::default(), None)?.rows {
        line(out, &named("commitment", serde_json::to_value(row)?))?;
    }
    Ok(())
}

fn named(item: &str, mut row: Value) -> Value {
    if let Some(fields) = row.as_object_mut() {
        fields.insert("item".to_owned(), json!(item));
    }
    row
}

fn line(out: &mut dyn Write, value: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// The facts among the events.
fn facts(view: &View) -> Result<Vec<EventRow>> {
    let asked = AskedEvents { statuses: vec!["occurred".into(), "ongoing".into()], ..AskedEvents::default() };
    Ok(events(view, &asked, None)?.rows)
}

#[cfg(test)]
mod tests;
