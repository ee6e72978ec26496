//! Who appears.

use super::find::marks;
use super::names::Names;
use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::View;
use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};
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
    // There are as many rows as documents name actors: what need not be asked of each is left out.
    let mut asked = vec!["1".to_owned()];
    let mut values: Vec<Value> = Vec::new();
    if let Some(day) = view.as_of() {
        asked.push("known <= ?".to_owned());
        values.push(Value::Text(day.to_owned()));
    }
    if let Some(id) = only {
        asked.push("actor = ?".to_owned());
        values.push(Value::Text(id.to_owned()));
    }
    if !kinds.is_empty() {
        asked.push(format!("kind IN ({})", marks(kinds.len())));
        values.extend(kinds.iter().cloned().map(Value::Text));
    }
    let wrong = "SELECT item FROM items WHERE kind = 'actor' AND wrong = 1";
    if view.conn.prepare_cached(wrong).and_then(|mut q| q.exists([])).doing(doing)? {
        asked.push(format!("item NOT IN ({wrong})"));
    }
    let sql = format!(
        "SELECT actor, min(kind), count(*), sum(mentions), min(known) FROM actors WHERE {} GROUP BY actor",
        asked.join(" AND ")
    );
    let mut query = view.conn.prepare_cached(&sql).doing(doing)?;
    let rows = query
        .query_map(params_from_iter(values), |r| {
            let number = |n: usize| r.get::<_, i64>(n).map(|n| n as usize);
            let (documents, mentions) = (number(2)?, number(3)?);
            Ok(ActorRow {
                id: r.get(0)?,
                name: String::new(),
                kind: r.get(1)?,
                wikidata: None,
                roles: Vec::new(),
                side: None,
                documents,
                mentions,
                known: r.get(4)?,
            })
        })
        .doing(doing)?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)?;
    rows.sort_by(|a, b| (b.documents, b.mentions, &a.id).cmp(&(a.documents, a.mentions, &b.id)));
    let total = rows.len();
    rows.truncate(limit.unwrap_or(total));
    let mut wikidata = view
        .conn
        .prepare_cached("SELECT max(wikidata) FROM actors WHERE actor = ?1 AND (?2 IS NULL OR known <= ?2)")
        .doing(doing)?;
    let mut names = Names::new(view);
    for row in &mut rows {
        row.wikidata = wikidata.query_row(params![row.id, view.as_of()], |r| r.get(0)).doing(doing)?;
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
