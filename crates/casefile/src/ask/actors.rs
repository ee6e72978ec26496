//! Who appears.

use super::names::Names;
use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::View;
use rusqlite::params;
use serde::Serialize;
use std::collections::HashSet;

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

/// What the documents say of one actor, counted.
struct Count {
    id: String,
    kind: String,
    documents: usize,
    mentions: usize,
    known: Option<String>,
}

fn some(view: &View, kinds: &[String], only: Option<&str>, limit: Limit) -> Result<Page<ActorRow>> {
    let doing = "reading the actors";
    let wrong: HashSet<i64> = view
        .conn
        .prepare_cached("SELECT item FROM items WHERE kind = 'actor' AND wrong = 1")
        .and_then(|mut q| q.query_map([], |r| r.get(0))?.collect())
        .doing(doing)?;
    // Read from the index alone and counted here: there are as many rows as documents name actors.
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT actor, kind, mentions, known, item FROM actors
             WHERE (?1 IS NULL OR known <= ?1) AND (?2 IS NULL OR actor = ?2) ORDER BY actor, kind",
        )
        .doing(doing)?;
    let mut rows = query.query(params![view.as_of(), only]).doing(doing)?;
    let mut counts: Vec<Count> = Vec::new();
    while let Some(row) = rows.next().doing(doing)? {
        let text = |n: usize| row.get_ref(n).doing(doing).map(|v| v.as_str().unwrap_or_default());
        let id = text(0)?;
        if !kinds.is_empty() && !kinds.iter().any(|k| text(1).is_ok_and(|kind| k == kind)) {
            continue;
        }
        if !wrong.is_empty() && wrong.contains(&row.get(4).doing(doing)?) {
            continue;
        }
        if counts.last().is_none_or(|last| last.id != id) {
            let (id, kind) = (id.to_owned(), text(1)?.to_owned());
            counts.push(Count { id, kind, documents: 0, mentions: 0, known: None });
        }
        if let Some(last) = counts.last_mut() {
            last.documents += 1;
            last.mentions += row.get::<_, i64>(2).doing(doing)? as usize;
            let known = row.get_ref(3).doing(doing)?.as_str_or_null().ok().flatten();
            if let Some(known) = known.filter(|k| last.known.as_deref().is_none_or(|first| *k < first)) {
                last.known = Some(known.to_owned());
            }
        }
    }
    counts.sort_by(|a, b| (b.documents, b.mentions, &a.id).cmp(&(a.documents, a.mentions, &b.id)));
    let total = counts.len();
    counts.truncate(limit.unwrap_or(total));
    let mut wikidata = view
        .conn
        .prepare_cached("SELECT max(wikidata) FROM actors WHERE actor = ?1 AND (?2 IS NULL OR known <= ?2)")
        .doing(doing)?;
    let mut rows = Vec::new();
    for c in counts {
        rows.push(ActorRow {
            wikidata: wikidata.query_row(params![c.id, view.as_of()], |r| r.get(0)).doing(doing)?,
            id: c.id,
            name: String::new(),
            kind: c.kind,
            roles: Vec::new(),
            side: None,
            documents: c.documents,
            mentions: c.mentions,
            known: c.known,
        });
    }
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
