//! Names and sides of the case's actors.

use crate::error::{Doing, Error, Kind, Result};
use crate::known::{Member, View};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use std::collections::HashMap;

/// An actor in a role.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Who {
    /// The case's id; empty where the words name nobody known.
    pub id: String,
    /// The name to show; the words, where they name nobody known.
    pub name: String,
    /// The state or body it stands for, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
}

/// The case's ids of all its actors, in order.
///
/// # Errors
/// Where the case cannot be read.
pub fn ids(conn: &Connection) -> Result<Vec<String>> {
    let doing = "reading the actors";
    let mut query = conn.prepare_cached("SELECT DISTINCT actor FROM named ORDER BY actor").doing(doing)?;
    let rows = query.query_map([], |r| r.get(0)).doing(doing)?;
    rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)
}

/// Who speaks for whom: pairs of a person's or body's id and that of the state or body, each once, in order.
///
/// # Errors
/// Where the case cannot be read.
pub fn speaks_for(conn: &Connection) -> Result<Vec<(String, String)>> {
    let doing = "reading the actors";
    let mut query = conn
        .prepare_cached(
            "SELECT actor, stands FROM profiles WHERE stands <> actor
             UNION SELECT actor, side FROM named WHERE side <> '' AND side <> actor AND kind <> 'person'
             ORDER BY 1, 2",
        )
        .doing(doing)?;
    let rows = query.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).doing(doing)?;
    rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)
}

/// The case's id of the actor that a person means by `text`: an id, a name, or a part of a name that only one has.
///
/// # Errors
/// Where no actor has that name, or several have, or the case cannot be read.
pub fn actor(conn: &Connection, text: &str) -> Result<String> {
    let doing = "looking up an actor";
    let text = text.trim();
    let exact: Option<String> = conn
        .prepare_cached("SELECT actor FROM named WHERE actor = ?1 LIMIT 1")
        .and_then(|mut q| q.query_row([text], |r| r.get(0)).optional())
        .doing(doing)?;
    if let Some(exact) = exact {
        return Ok(exact);
    }
    let mut found: Vec<(String, String)> = Vec::new();
    let mut query = conn
        .prepare_cached(
            "SELECT DISTINCT actor, name FROM named WHERE instr(lower(actor), ?1) OR instr(lower(name), ?1)
             ORDER BY actor, name",
        )
        .doing(doing)?;
    let lower = text.to_lowercase();
    for row in query.query_map([&lower], |r| Ok((r.get(0)?, r.get(1)?))).doing(doing)? {
        found.push(row.doing(doing)?);
    }
    let whole = |(id, name): &&(String, String)| id.to_lowercase() == lower || name.to_lowercase() == lower;
    let word = |(id, name): &&(String, String)| {
        let words = |of: &str| of.to_lowercase().split_whitespace().any(|w| w == lower);
        words(id) || words(name)
    };
    let mut candidates: Vec<&str> = found.iter().filter(whole).map(|f| f.0.as_str()).collect();
    if candidates.is_empty() {
        candidates = found.iter().filter(word).map(|f| f.0.as_str()).collect();
    }
    if candidates.is_empty() {
        candidates = found.iter().map(|f| f.0.as_str()).collect();
    }
    candidates.dedup();
    match candidates[..] {
        [one] if !lower.is_empty() => Ok(one.to_owned()),
        [] => Err(Error::new(Kind::Unknown { what: "actor", name: text.to_owned() })),
        _ => Err(Error::new(Kind::Ambiguous {
            name: text.to_owned(),
            some: candidates.iter().take(5).map(|c| (*c).to_owned()).collect(),
        })),
    }
}

/// The names of actors as a view has them, each looked up once.
pub(crate) struct Names<'v> {
    view: &'v View<'v>,
    kept: HashMap<String, String>,
}

impl<'v> Names<'v> {
    pub fn new(view: &'v View<'v>) -> Names<'v> {
        Names { view, kept: HashMap::new() }
    }

    /// The name to show for a case id. A person's is the id itself; that of others is the lexicon's, the same in every
    /// document.
    pub fn name(&mut self, id: &str) -> Result<String> {
        if let Some(name) = self.kept.get(id) {
            return Ok(name.clone());
        }
        let row: Option<(String, String)> = self
            .view
            .conn
            .prepare_cached(
                "SELECT kind, name FROM named WHERE actor = ?1 ORDER BY documents DESC, name LIMIT 1",
            )
            .and_then(|mut q| q.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional())
            .doing("reading the actors")?;
        let name = match row {
            Some((kind, name)) if kind != "person" => name,
            _ => id.to_owned(),
        };
        self.kept.insert(id.to_owned(), name.clone());
        Ok(name)
    }

    /// The actor with that id and the side it stands for.
    pub fn who(&mut self, id: String, side: Option<String>) -> Result<Who> {
        let side = side.filter(|s| *s != id);
        Ok(Who { name: self.name(&id)?, id, side })
    }

    /// Who takes part in any of the members in a role, each once, in the order of the members.
    pub fn parties(&mut self, members: &[Member], role: &str) -> Result<Vec<Who>> {
        let mut all: Vec<Who> = Vec::new();
        for member in members {
            for (id, side) in self.view.parties(member.item)?.remove(role).unwrap_or_default() {
                if !all.iter().any(|w| w.id == id) {
                    all.push(self.who(id, Some(side))?);
                }
            }
        }
        Ok(all)
    }

    /// Who says the statement with that id; `None` where nobody is named.
    pub fn speaker(&mut self, statement: &str) -> Result<Option<Who>> {
        type Row = (Option<String>, Option<String>, Option<(String, String, String)>);
        let row: Option<Row> = self
            .view
            .conn
            .prepare_cached(
                "SELECT s.speaker, s.side, a.block, w.local, a.side FROM items i JOIN statements s USING (item)
                 LEFT JOIN actors a ON a.item = s.who LEFT JOIN items w ON w.item = s.who WHERE i.id = ?1",
            )
            .and_then(|mut q| {
                q.query_row([statement], |r| {
                    let key = match (r.get(2)?, r.get(3)?, r.get(4)?) {
                        (Some(block), Some(name), Some(side)) => Some((block, name, side)),
                        _ => None,
                    };
                    Ok((r.get(0)?, r.get(1)?, key))
                })
                .optional()
            })
            .doing("reading who speaks")?;
        let Some((Some(mut id), mut side, key)) = row else { return Ok(None) };
        if let Some((block, name, of)) = key
            && let Some((then, stood)) = self.view.then(&block, &name, &of)
        {
            (id, side) = (then.clone(), Some(stood.clone()));
        }
        self.who(id, side).map(Some)
    }
}
