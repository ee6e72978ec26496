//! Who appears.

use super::names::Names;
use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::View;
use rusqlite::params;
use serde::Serialize;

/// An actor as all documents together have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorRow {
    /// The case's id.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// What kind of actor.
    pub kind: String,
    /// Wikidata item, where known.
    pub wikidata: Option<String>,
    /// For persons: the offices that documents give them, each once, in the order of their days.
    pub roles: Vec<String>,
    /// The state or body it stands for.
    pub side: Option<String>,
    /// Documents that name it.
    pub documents: usize,
    /// How often they do.
    pub mentions: usize,
    /// The day from which it is known.
    pub known: Option<String>,
}

/// The actors, those whom most documents name first. `kinds` (`state`, `person`, ...) leaves others out.
///
/// # Errors
/// Where the case cannot be read.
pub fn actors(view: &View, kinds: &[String], limit: Limit) -> Result<Page<ActorRow>> {
    some(view, kinds, None, limit)
}

/// The actor with that case id; `None` where it was not known on the view's day.
pub(crate) fn one(view: &View, id: &str) -> Result<Option<ActorRow>> {
    Ok(some(view, &[], Some(id), None)?.rows.pop())
}

fn some(view: &View, kinds: &[String], only: Option<&str>, limit: Limit) -> Result<Page<ActorRow>> {
    let doing = "reading the actors";
    let kinds = serde_json::to_string(kinds)?;
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT a.actor, a.kind, count(*), sum(a.mentions), min(a.known), max(a.wikidata)
             FROM actors a
             WHERE a.item NOT IN (SELECT item FROM items WHERE kind = 'actor' AND wrong = 1)
               AND (?1 IS NULL OR a.known <= ?1)
               AND (?2 = '[]' OR a.kind IN (SELECT value FROM json_each(?2)))
               AND (?3 IS NULL OR a.actor = ?3)
             GROUP BY a.actor ORDER BY 3 DESC, 4 DESC, a.actor",
        )
        .doing(doing)?;
    let rows = query
        .query_map(params![view.as_of(), kinds, only], |r| {
            Ok(ActorRow {
                id: r.get(0)?,
                name: String::new(),
                kind: r.get(1)?,
                wikidata: r.get(5)?,
                roles: Vec::new(),
                side: None,
                documents: r.get::<_, i64>(2)? as usize,
                mentions: r.get::<_, i64>(3)? as usize,
                known: r.get(4)?,
            })
        })
        .doing(doing)?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)?;
    let total = rows.len();
    rows.truncate(limit.unwrap_or(total));
    let mut names = Names::new(view);
    for row in &mut rows {
        row.name = names.name(&row.id)?;
        if row.kind == "person" {
            row.roles = roles(view, &row.id)?;
        }
        row.side = side(view, &row.id)?;
    }
    Ok(Page { rows, total })
}

/// The offices that documents give a person.
fn roles(view: &View, id: &str) -> Result<Vec<String>> {
    let doing = "reading the actors";
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT a.role FROM actors a JOIN items i ON i.item = a.item
             WHERE a.actor = ?1 AND a.role IS NOT NULL AND i.wrong = 0 AND (?2 IS NULL OR i.known <= ?2)
             GROUP BY a.role ORDER BY min(i.known) IS NULL, min(i.known), a.role",
        )
        .doing(doing)?;
    let rows = query.query_map(params![id, view.as_of()], |r| r.get(0)).doing(doing)?;
    rows.collect::<rusqlite::Result<_>>().doing(doing)
}

/// Whom an actor stands for, where that is somebody else: what most documents say, then the first by name.
fn side(view: &View, id: &str) -> Result<Option<String>> {
    let doing = "reading the actors";
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT a.side FROM actors a
             WHERE a.actor = ?1 AND a.side <> '' AND a.side <> ?1 AND (?2 IS NULL OR a.known <= ?2)
               AND a.item NOT IN (SELECT item FROM items WHERE kind = 'actor' AND wrong = 1)
             GROUP BY a.side ORDER BY count(*) DESC, a.side LIMIT 1",
        )
        .doing(doing)?;
    let mut rows = query.query_map(params![id, view.as_of()], |r| r.get(0)).doing(doing)?;
    rows.next().transpose().doing(doing)
}
