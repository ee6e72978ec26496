//! Names and sides of the case's actors.

use crate::error::{Doing, Result};
use rusqlite::Connection;

/// The case's ids of all its actors, in order.
///
/// # Errors
/// Where the case cannot be read.
pub fn ids(conn: &Connection) -> Result<Vec<String>> {
    let doing = "reading the actors";
    let mut query = conn.prepare_cached("SELECT DISTINCT actor FROM actors ORDER BY actor").doing(doing)?;
    let rows = query.query_map([], |r| r.get(0)).doing(doing)?;
    rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)
}

/// Who speaks for whom, as the documents say it: pairs of a person's or body's id and that of the state or body,
/// each once, in order.
///
/// # Errors
/// Where the case cannot be read.
pub fn speaks_for(conn: &Connection) -> Result<Vec<(String, String)>> {
    let doing = "reading the actors";
    let mut query = conn
        .prepare_cached(
            "SELECT DISTINCT actor, affiliation FROM actors
             WHERE affiliation IS NOT NULL AND affiliation <> actor ORDER BY actor, affiliation",
        )
        .doing(doing)?;
    let rows = query.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).doing(doing)?;
    rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)
}
