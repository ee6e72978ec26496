//! Names and sides of the case's actors.

use crate::error::{Doing, Error, Kind, Result};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use std::collections::HashMap;

/// An actor in a role.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Who {
    /// The case's id; null where the words name nobody known.
    pub id: Option<String>,
    /// The name to show; for nobody known the words.
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

/// The case's id of the actor that a person means by `text`: an id, a name, or a part of a name that only one has.
///
/// # Errors
/// Where no actor has that name, or several have, or the case cannot be read.
pub fn actor(conn: &Connection, text: &str) -> Result<String> {
    let doing = "looking up an actor";
    let text = text.trim();
    let exact: Option<String> = conn
        .prepare_cached("SELECT actor FROM actors WHERE actor = ?1 LIMIT 1")
        .and_then(|mut q| q.query_row([text], |r| r.get(0)).optional())
        .doing(doing)?;
    if let Some(exact) = exact {
        return Ok(exact);
    }
    let mut found: Vec<(String, String)> = Vec::new();
    let mut query = conn
        .prepare_cached(
            "SELECT DISTINCT actor, name FROM actors WHERE instr(lower(actor), ?1) OR instr(lower(name), ?1)
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

/// The names of actors, each looked up once.
pub(crate) struct Names<'c> {
    conn: &'c Connection,
    kept: HashMap<String, String>,
}

impl<'c> Names<'c> {
    pub fn new(conn: &'c Connection) -> Names<'c> {
        Names { conn, kept: HashMap::new() }
    }

    /// The name to show for a case id. A person's is the id itself; that of others is the lexicon's, the same in every
    /// document.
    pub fn name(&mut self, id: &str) -> Result<String> {
        if let Some(name) = self.kept.get(id) {
            return Ok(name.clone());
        }
        let row: Option<(String, String)> = self
            .conn
            .prepare_cached("SELECT kind, name FROM actors WHERE actor = ?1 LIMIT 1")
            .and_then(|mut q| q.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional())
            .doing("reading the actors")?;
        let name = match row {
            Some((kind, name)) if kind != "person" => name,
            _ => id.to_owned(),
        };
        self.kept.insert(id.to_owned(), name.clone());
        Ok(name)
    }

    /// The actor with that id, in a role.
    pub fn who(&mut self, id: Option<String>, side: Option<String>, words: &str) -> Result<Who> {
        let name = match &id {
            Some(id) => self.name(id)?,
            None => words.to_owned(),
        };
        let side = side.filter(|s| Some(s) != id.as_ref());
        Ok(Who { id, name, side })
    }

    /// Who takes part in an item in a role; those whom nobody knows are left out.
    pub fn parties(&mut self, item: i64, role: &str) -> Result<Vec<Who>> {
        let doing = "reading who takes part";
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT actor, side FROM parties WHERE item = ?1 AND role = ?2 AND actor IS NOT NULL ORDER BY n",
            )
            .doing(doing)?;
        let rows = query.query_map((item, role), |r| Ok((r.get(0)?, r.get(1)?))).doing(doing)?;
        let rows = rows.collect::<rusqlite::Result<Vec<(Option<String>, Option<String>)>>>().doing(doing)?;
        let mut parties = Vec::new();
        for (id, side) in rows {
            let who = self.who(id, side, "")?;
            // Two persons of one text may be one in the case.
            if !parties.contains(&who) {
                parties.push(who);
            }
        }
        Ok(parties)
    }

    /// Who takes part in any of `items`, each once, in the order of the items.
    pub fn of_all(&mut self, items: impl Iterator<Item = i64>, role: &str) -> Result<Vec<Who>> {
        let mut all: Vec<Who> = Vec::new();
        for item in items {
            for who in self.parties(item, role)? {
                if !all.iter().any(|w| w.id == who.id) {
                    all.push(who);
                }
            }
        }
        Ok(all)
    }
}
