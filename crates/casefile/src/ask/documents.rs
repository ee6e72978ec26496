//! What was read.

use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::View;
use rusqlite::params;
use serde::Serialize;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentRow {
    /// The caller's id.
    pub id: String,
    /// SHA-256 of its text.
    pub sha256: String,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it came from.
    pub url: Option<String>,
    /// The day of publication.
    pub published: Option<String>,
    /// How that is known.
    pub published_by: String,
    /// The caller's id of the first of its near-copies, where that is another.
    pub copy_of: Option<String>,
    /// How many items were read from it.
    pub items: usize,
}

/// The documents, in the order of their days; undated ones last.
///
/// # Errors
/// Where the case cannot be read.
pub fn documents(view: &View, limit: Limit) -> Result<Page<DocumentRow>> {
    let doing = "reading the documents";
    let total: i64 = view
        .conn
        .prepare_cached("SELECT count(*) FROM documents WHERE ?1 IS NULL OR published <= ?1")
        .and_then(|mut q| q.query_row(params![view.as_of()], |r| r.get(0)))
        .doing(doing)?;
    let skip = limit.map_or(0, |most| total.saturating_sub(most as i64).max(0));
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT d.id, d.sha256, d.title, d.outlet, d.url, d.published, d.published_by, f.id,
                    (SELECT count(*) FROM items i WHERE i.doc = d.doc)
             FROM (SELECT doc FROM documents WHERE ?1 IS NULL OR published <= ?1
                   ORDER BY published IS NULL, published, sha256 LIMIT -1 OFFSET ?2) some
             JOIN documents d ON d.doc = some.doc
             LEFT JOIN documents f ON f.sha256 = d.copies AND f.doc <> d.doc AND (?1 IS NULL OR f.published <= ?1)
             ORDER BY d.published IS NULL, d.published, d.sha256",
        )
        .doing(doing)?;
    let rows = query
        .query_map(params![view.as_of(), skip], |r| {
            Ok(DocumentRow {
                id: r.get(0)?,
                sha256: r.get(1)?,
                title: r.get(2)?,
                outlet: r.get(3)?,
                url: r.get(4)?,
                published: r.get(5)?,
                published_by: r.get(6)?,
                copy_of: r.get(7)?,
                items: r.get::<_, i64>(8)? as usize,
            })
        })
        .doing(doing)?;
    Ok(Page { rows: rows.collect::<rusqlite::Result<_>>().doing(doing)?, total: total as usize })
}

/// How many documents have no day of publication: no question as of a day sees them.
///
/// # Errors
/// Where the case cannot be read.
pub fn undated(view: &View) -> Result<usize> {
    let n: i64 = view
        .conn
        .prepare_cached("SELECT count(*) FROM documents WHERE published IS NULL")
        .and_then(|mut q| q.query_row([], |r| r.get(0)))
        .doing("reading the documents")?;
    Ok(n as usize)
}
