//! Anything else, in SQL.

use crate::error::{Error, Kind, Result};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;

/// What a query gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows; bytes that are no text are null.
    pub rows: Vec<Vec<Value>>,
}

/// Answers one query that changes nothing. Opening the case for reading only is what keeps it so; that the statement
/// itself only reads is checked as well.
///
/// # Errors
/// Where the text is no SQL, holds several statements or one that would write, or the query fails.
pub fn sql(conn: &Connection, text: &str) -> Result<Table> {
    let refuse = |e: rusqlite::Error| {
        let why = match e {
            rusqlite::Error::SqlInputError { msg, .. } => msg,
            rusqlite::Error::MultipleStatement => "one query at a time".to_owned(),
            e => e.to_string(),
        };
        Error::new(Kind::Correction(format!("the query cannot be answered: {why}")))
    };
    let mut query = conn.prepare(text).map_err(refuse)?;
    // PRAGMA and ATTACH may count as reading, but are no questions to a case.
    let first =
        text.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_uppercase();
    let asks = ["SELECT", "WITH", "VALUES", "EXPLAIN"].contains(&first.as_str());
    if !query.readonly() || !asks || query.column_count() == 0 {
        return Err(Error::new(Kind::Correction(
            "only queries that read are answered (SELECT, WITH, VALUES, EXPLAIN)".to_owned(),
        )));
    }
    let columns: Vec<String> = query.column_names().into_iter().map(str::to_owned).collect();
    let mut out = Vec::new();
    let mut rows = query.query([]).map_err(refuse)?;
    while let Some(row) = rows.next().map_err(refuse)? {
        let cell = |n: usize| {
            Ok(match row.get_ref(n).map_err(refuse)? {
                ValueRef::Null | ValueRef::Blob(_) => Value::Null,
                ValueRef::Integer(n) => n.into(),
                ValueRef::Real(x) => x.into(),
                ValueRef::Text(t) => String::from_utf8_lossy(t).into_owned().into(),
            })
        };
        out.push((0..columns.len()).map(cell).collect::<Result<Vec<Value>>>()?);
    }
    Ok(Table { columns, rows: out })
}
