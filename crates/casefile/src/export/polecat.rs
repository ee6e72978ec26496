//! Events in the columns of POLECAT.

use super::facts;
use crate::ask::{EventRow, Who};
use crate::error::{Doing, Result};
use crate::known::View;
use rusqlite::OptionalExtension;
use std::collections::HashMap;

/// The columns of the POLECAT files (Halterman et al., Harvard Dataverse, doi:10.7910/DVN/AJGVIT), in their order, and
/// after them those that POLECAT does not have.
pub const COLUMNS: [&str; 44] = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
    "Actor ISO",
    "Recipient ISO",
    "Headline",
    "Sources",
];

/// Where the column of that name stands.
fn at(name: &str) -> usize {
    COLUMNS.iter().position(|c| *c == name).unwrap_or(0)
}

/// The facts, one row an event: several actors stand in one cell, parted by "; ". `Intensity` is the Goldstein score;
/// `Actor ISO` and `Recipient ISO` are the case's ids of the sides (ISO 3166-1 alpha-3 for states), since the case has
/// no Correlates of War codes; `Sources` counts independent texts. What the case does not know stays empty.
///
/// # Errors
/// Where the case cannot be read.
pub fn polecat(view: &View) -> Result<Vec<Vec<String>>> {
    let mut documents = Documents { view, kept: HashMap::new() };
    facts(view)?.iter().map(|e| row(e, &mut documents)).collect()
}

fn row(e: &EventRow, documents: &mut Documents) -> Result<Vec<String>> {
    let mut row = vec![String::new(); COLUMNS.len()];
    let mut put = |name: &str, value: String| row[at(name)] = value;
    put("Event ID", e.id.clone());
    put("Event Date", e.day.clone().or(e.known.clone()).unwrap_or_default());
    put("Event Type", e.r#type.clone());
    put("Event Mode", e.mode.clone().unwrap_or_default());
    put("Intensity", e.goldstein.to_string());
    put("Quad Code", e.quad_class.replace('_', " ").to_uppercase());
    put("Contexts", e.contexts.join("; "));
    for (who, role) in [(&e.source, "Actor"), (&e.target, "Recipient")] {
        put(&format!("{role} Name"), joined(who, |w| w.name.clone()));
        put(&format!("{role} ISO"), joined(who, |w| w.side.clone().unwrap_or_else(|| w.id.clone())));
        let mut countries = Vec::new();
        for w in who {
            let side = w.side.as_deref().unwrap_or(&w.id);
            countries.extend(documents.state(side)?.filter(|c| !countries.contains(c)));
        }
        put(&format!("{role} Country"), countries.join("; "));
    }
    put("Placename", e.place.clone().unwrap_or_default());
    put("Raw Placename", e.place.clone().unwrap_or_default());
    if let Some(quote) = e.quotes.first() {
        put("Source", quote.outlet.clone().unwrap_or_default());
        put("Publication Date", quote.published.clone().unwrap_or_default());
        let (title, language) = documents.of(&e.id)?;
        put("Headline", title);
        put("Language", language);
    }
    put("Version", format!("demarche {}", env!("CARGO_PKG_VERSION")));
    put("Sources", e.sources.to_string());
    Ok(row)
}

fn joined(who: &[Who], part: impl Fn(&Who) -> String) -> String {
    who.iter().map(part).collect::<Vec<_>>().join("; ")
}

/// What rows need beside the events, each looked up once.
struct Documents<'v> {
    view: &'v View<'v>,
    kept: HashMap<String, Option<String>>,
}

impl Documents<'_> {
    /// Headline and language of the document of an item.
    fn of(&self, item: &str) -> Result<(String, String)> {
        let row: (Option<String>, Option<String>) = self
            .view
            .conn
            .prepare_cached(
                "SELECT d.title, d.language FROM items i JOIN documents d USING (doc) WHERE i.id = ?1",
            )
            .and_then(|mut q| q.query_row([item], |r| Ok((r.get(0)?, r.get(1)?))))
            .doing("reading a document")?;
        Ok((row.0.unwrap_or_default(), row.1.unwrap_or_default()))
    }

    /// The name of a state; `None` for what is none.
    fn state(&mut self, id: &str) -> Result<Option<String>> {
        if let Some(name) = self.kept.get(id) {
            return Ok(name.clone());
        }
        let name: Option<String> = self
            .view
            .conn
            .prepare_cached(
                "SELECT name FROM named WHERE actor = ?1 AND kind = 'state' ORDER BY documents DESC, name LIMIT 1",
            )
            .and_then(|mut q| q.query_row([id], |r| r.get(0)).optional())
            .doing("reading the actors")?;
        self.kept.insert(id.to_owned(), name.clone());
        Ok(name)
    }
}

/// The rows as a table with its head; `tab` parts cells by tabs, as POLECAT's own files do, else by commas (RFC 4180).
///
/// # Errors
/// Where the case cannot be read.
pub fn table(view: &View, tab: bool) -> Result<Vec<u8>> {
    let delimiter = if tab { b'\t' } else { b',' };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    let broken = |e: csv::Error| crate::error::Error::from(std::io::Error::other(e));
    writer.write_record(COLUMNS).map_err(broken)?;
    for row in polecat(view)? {
        // A line break in a headline would break the tab-separated form for readers that know no quotes.
        let cells = row.iter().map(|c| c.split_whitespace().collect::<Vec<_>>().join(" "));
        writer.write_record(cells).map_err(broken)?;
    }
    writer.into_inner().map_err(|e| std::io::Error::other(e.to_string()).into())
}
