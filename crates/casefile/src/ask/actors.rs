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
    let wrong = "SELECT item FROM items WHERE kind = 'actor' AND wrong = 1";
    let any_wrong = view.conn.prepare_cached(wrong).and_then(|mut q| q.exists([])).doing(doing)?;
    // What documents name is counted already, but for those of an earlier day, or without what is wrong.
    let (rows, counts) = match any_wrong || view.as_of().is_some() {
        false => ("documents, mentions FROM named", "?1 IS NULL"),
        true => ("1, mentions FROM actors INDEXED BY actors_actor", right(any_wrong)),
    };
    let mut asked = vec![counts.to_owned()];
    let mut values = vec![view.as_of().map_or(Value::Null, |day| Value::Text(day.to_owned()))];
    if let Some(id) = only {
        asked.push("actor = ?".to_owned());
        values.push(Value::Text(id.to_owned()));
    }
    let of_kinds = (!kinds.is_empty()).then(|| format!("kind IN ({})", marks(kinds.len())));
    asked.extend(of_kinds.clone());
    values.extend(kinds.iter().cloned().map(Value::Text));
    let asked = asked.join(" AND ");
    let sql =
        format!("SELECT actor, kind, coalesce(wikidata, ''), side, {rows} WHERE {asked} ORDER BY actor");
    let mut query = view.conn.prepare_cached(&sql).doing(doing)?;
    let mut read = query.query(params_from_iter(values)).doing(doing)?;
    let mut rows: Vec<Counted> = Vec::new();
    while let Some(r) = read.next().doing(doing)? {
        let text = |n: usize| r.get_ref(n).and_then(|v| Ok(v.as_str()?)).doing(doing);
        let number = |n: usize| r.get::<_, i64>(n).map(|n| n as usize).doing(doing);
        let id = text(0)?;
        if rows.last().is_none_or(|last| last.id != id) {
            rows.push(Counted { id: id.to_owned(), kind: text(1)?.to_owned(), ..Counted::default() });
        }
        if let Some(row) = rows.last_mut() {
            row.add(text(1)?, text(2)?, text(3)?, (number(4)?, number(5)?));
        }
    }
    rows.sort_by(|a, b| (b.documents, b.mentions, &a.id).cmp(&(a.documents, a.mentions, &b.id)));
    let total = rows.len();
    rows.truncate(limit.unwrap_or(total));
    // Of the kinds that are asked for, as all else of a row: a state that is a person by hand has that person's id.
    let of_kinds = of_kinds.map_or(String::new(), |of| format!(" AND {of}"));
    let sql = format!("SELECT min(known) FROM actors WHERE {} AND actor = ?2{of_kinds}", right(any_wrong));
    let mut known = view.conn.prepare_cached(&sql).doing(doing)?;
    let mut names = Names::new(view);
    let mut shown = Vec::with_capacity(rows.len());
    for row in rows {
        let side = row.side();
        let asked = [view.as_of().map(str::to_owned), Some(row.id.clone())];
        let asked = asked.into_iter().chain(kinds.iter().cloned().map(Some));
        shown.push(ActorRow {
            name: names.name(&row.id)?,
            wikidata: Some(row.wikidata).filter(|w| !w.is_empty()),
            roles: if row.kind == "person" { roles(view, &row.id)? } else { Vec::new() },
            side,
            documents: row.documents,
            mentions: row.mentions,
            known: known.query_row(params_from_iter(asked), |r| r.get(0)).doing(doing)?,
            id: row.id,
            kind: row.kind,
        });
    }
    Ok(Page { rows: shown, total })
}

/// What of the table `actors` counts on the day `?1` (null: now): not what came later, nor what an analyst called wrong.
fn right(any_wrong: bool) -> &'static str {
    match any_wrong {
        false => "(?1 IS NULL OR known <= ?1)",
        true => {
            "(?1 IS NULL OR known <= ?1)
             AND item NOT IN (SELECT item FROM items WHERE kind = 'actor' AND wrong = 1)"
        }
    }
}

/// What documents say of one actor, counted.
#[derive(Debug, Default)]
struct Counted {
    id: String,
    kind: String,
    wikidata: String,
    documents: usize,
    mentions: usize,
    /// In how many documents it stands for whom.
    sides: Vec<(String, usize)>,
}

impl Counted {
    fn add(&mut self, kind: &str, wikidata: &str, side: &str, (documents, mentions): (usize, usize)) {
        if kind < self.kind.as_str() {
            kind.clone_into(&mut self.kind);
        }
        if wikidata > self.wikidata.as_str() {
            wikidata.clone_into(&mut self.wikidata);
        }
        self.documents += documents;
        self.mentions += mentions;
        if side.is_empty() || side == self.id {
            return;
        }
        match self.sides.iter_mut().find(|(s, _)| s == side) {
            Some((_, n)) => *n += documents,
            None => self.sides.push((side.to_owned(), documents)),
        }
    }

    /// Whom it stands for, where that is somebody else: what most documents say, then the first by name.
    fn side(&self) -> Option<String> {
        self.sides.iter().min_by_key(|(side, n)| (std::cmp::Reverse(*n), side)).map(|(side, _)| side.clone())
    }
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
