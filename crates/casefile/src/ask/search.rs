//! Words in the texts.

use super::{Limit, Page};
use crate::error::{Doing, Error, Kind, Result};
use crate::known::View;
use rusqlite::params;
use serde::Serialize;
use std::collections::BTreeSet;

/// A document that has the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The caller's id of it.
    pub document: String,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day of publication.
    pub published: Option<String>,
    /// The words around the best place, those found between [`FOUND`]'s two marks.
    pub snippet: String,
}

/// What stands before and after found words in a snippet.
pub const FOUND: [char; 2] = ['\u{2}', '\u{3}'];

/// The documents that have all of `words` in any of their forms (Porter's stems), or `"words in a row"` in quotation
/// marks; the best match first (BM25), among equals by day and hash.
///
/// # Errors
/// Where `words` has none, or the case cannot be read.
pub fn search(view: &View, words: &str, limit: Limit) -> Result<Page<Hit>> {
    let doing = "searching the texts";
    let matching = matching(words)?;
    let total: i64 = view
        .conn
        .prepare_cached(
            "SELECT count(*) FROM texts JOIN documents d ON d.doc = texts.rowid
             WHERE texts MATCH ?1 AND (?2 IS NULL OR d.published <= ?2)",
        )
        .and_then(|mut q| q.query_row(params![matching, view.as_of()], |r| r.get(0)))
        .doing(doing)?;
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT d.id, d.title, d.outlet, d.published, snippet(texts, -1, char(2), char(3), '…', 24)
             FROM texts JOIN documents d ON d.doc = texts.rowid
             WHERE texts MATCH ?1 AND (?2 IS NULL OR d.published <= ?2)
             ORDER BY bm25(texts), d.published, d.sha256 LIMIT ?3",
        )
        .doing(doing)?;
    let most = limit.map_or(-1, |most| most as i64);
    let rows = query
        .query_map(params![matching, view.as_of(), most], |r| {
            Ok(Hit {
                document: r.get(0)?,
                title: r.get(1)?,
                outlet: r.get(2)?,
                published: r.get(3)?,
                snippet: r.get(4)?,
            })
        })
        .doing(doing)?;
    Ok(Page { rows: rows.collect::<rusqlite::Result<_>>().doing(doing)?, total: total as usize })
}

/// What a person typed as an FTS5 query that has no operators but phrases.
pub(crate) fn matching(words: &str) -> Result<String> {
    let mut phrases = Vec::new();
    for (n, part) in words.split(['"', '“', '”']).enumerate() {
        let bare = |text: &str| text.chars().any(char::is_alphanumeric);
        match n % 2 {
            1 if bare(part) => phrases.push(format!("\"{part}\"")),
            _ => phrases.extend(part.split_whitespace().filter(|w| bare(w)).map(|w| format!("\"{w}\""))),
        }
    }
    match phrases.is_empty() {
        true => Err(Error::new(Kind::Unknown { what: "word in", name: words.to_owned() })),
        false => Ok(phrases.join(" ")),
    }
}

/// The stems of the words of a text.
pub(crate) fn stems(text: &str) -> BTreeSet<String> {
    let stemmer = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English);
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(|w| stemmer.stem(w).into_owned()).collect()
}
