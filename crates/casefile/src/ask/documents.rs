//! Which texts are in the case?

use crate::error::{Doing, Result};
use rusqlite::{Connection, params};
use serde::Serialize;
use std::collections::HashSet;

/// A document of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentRow {
    /// The caller's id.
    pub id: String,
    /// The hash of its text, by which the case knows it.
    pub sha256: String,
    /// ISO date of publication.
    pub published: Option<String>,
    /// How that is known: given, metadata, inferred, unknown.
    pub published_by: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Where it came from.
    pub url: Option<String>,
    /// How many items it has.
    pub items: usize,
    /// The id of the first document of its group of near-copies, where it is not that one itself.
    pub copy_of: Option<String>,
}

/// The documents by day and id, undated ones last; with `as_of`, those published by then. `limit` 0 gives all. Also
/// how many there are in all.
///
/// # Errors
/// Where the case cannot be read.
pub fn documents(conn: &Connection, as_of: Option<&str>, limit: usize) -> Result<(Vec<DocumentRow>, usize)> {
    let doing = "reading the documents";
    let total: i64 = conn
        .prepare_cached("SELECT count(*) FROM documents WHERE ?1 IS NULL OR published <= ?1")
        .and_then(|mut q| q.query_row(params![as_of], |r| r.get(0)))
        .doing(doing)?;
    let mut query = conn
        .prepare_cached(
            "SELECT d.id, d.sha256, d.published, d.published_by, d.outlet, d.title, d.url,
                    (SELECT count(*) FROM items i WHERE i.doc = d.doc), first.id
             FROM documents d LEFT JOIN documents first ON first.sha256 = d.copies AND first.doc <> d.doc
                  AND (?1 IS NULL OR first.published <= ?1)
             WHERE ?1 IS NULL OR d.published <= ?1
             ORDER BY d.published IS NULL, d.published, d.id, d.sha256 LIMIT ?2",
        )
        .doing(doing)?;
    let limit = if limit == 0 { -1 } else { i64::try_from(limit).unwrap_or(-1) };
    let rows = query
        .query_map(params![as_of, limit], |r| {
            Ok(DocumentRow {
                id: r.get(0)?,
                sha256: r.get(1)?,
                published: r.get(2)?,
                published_by: r.get(3)?,
                outlet: r.get(4)?,
                title: r.get(5)?,
                url: r.get(6)?,
                items: r.get::<_, u32>(7)? as usize,
                copy_of: r.get(8)?,
            })
        })
        .doing(doing)?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)?;
    Ok((rows, usize::try_from(total).unwrap_or_default()))
}

/// The hashes of all texts in the case.
///
/// # Errors
/// Where the case cannot be read.
pub fn hashes(conn: &Connection) -> Result<HashSet<String>> {
    let doing = "reading the documents";
    let mut query = conn.prepare_cached("SELECT sha256 FROM documents").doing(doing)?;
    let rows = query.query_map([], |r| r.get(0)).doing(doing)?;
    rows.collect::<rusqlite::Result<_>>().doing(doing)
}
