//! Rows out: commitments as all documents say them, and the parts that questions are made of.
//!
//! Everything takes a day, `as_of`: then only what was known on that day is seen ([`crate::known`] says what that means
//! for clusters). What an analyst called wrong is left out.

use crate::error::{Doing, Error, Result};
use crate::known::{Member, View};
use crate::local::Words;
use crate::open::Case;
use crate::rows::{Citation, ClauseRow, CommitmentRow};
use demarche_record::{CommitmentKind, Plover, Record};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// The texts of documents, each fetched once.
pub struct Texts<'c> {
    conn: &'c Connection,
    kept: HashMap<i64, (String, String)>,
}

impl<'c> Texts<'c> {
    /// Nothing fetched yet.
    pub fn new(conn: &'c Connection) -> Texts<'c> {
        Texts { conn, kept: HashMap::new() }
    }

    /// The caller's id and the text of document number `doc`.
    fn get(&mut self, doc: i64) -> Result<&(String, String)> {
        use std::collections::hash_map::Entry;
        match self.kept.entry(doc) {
            Entry::Occupied(kept) => Ok(kept.into_mut()),
            Entry::Vacant(free) => {
                let row = self
                    .conn
                    .prepare_cached("SELECT id, text FROM documents WHERE doc = ?1")
                    .and_then(|mut q| q.query_row([doc], |r| Ok((r.get(0)?, r.get(1)?))))
                    .doing("reading a document")?;
                Ok(free.insert(row))
            }
        }
    }

    /// The words that prove an item (`items.item`), each re-read from its document's text, in the order of the fields'
    /// names and, within one, of the text.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn citations(&mut self, item: i64) -> Result<Vec<Citation>> {
        let doing = "reading citations";
        let doc: i64 = self
            .conn
            .prepare_cached("SELECT doc FROM items WHERE item = ?1")
            .and_then(|mut q| q.query_row([item], |r| r.get(0)))
            .doing(doing)?;
        let mut query = self
            .conn
            .prepare_cached("SELECT field, start, \"end\" FROM citations WHERE item = ?1 ORDER BY field, n")
            .doing(doing)?;
        let rows = query
            .query_map([item], |r| Ok((r.get::<_, String>(0)?, r.get::<_, u32>(1)?, r.get::<_, u32>(2)?)))
            .doing(doing)?;
        let places = rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)?;
        let (document, text) = self.get(doc)?;
        let words = Words::new(text);
        Ok(places
            .into_iter()
            .map(|(field, start, end)| Citation {
                document: document.clone(),
                field,
                span: [start as usize, end as usize],
                quote: words.at([start as usize, end as usize]).to_owned(),
            })
            .collect())
    }
}

impl Case {
    /// The commitments that the documents speak of, oldest first: by the day from which each is known, then id. With
    /// `as_of`, what was known on that day (ISO date).
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn commitments(&self, as_of: Option<&str>) -> Result<Vec<CommitmentRow>> {
        commitments(&self.conn, as_of)
    }

    /// The case, or what was known of it on a day (ISO date): clusters, who takes part, how many sources.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn view(&self, as_of: Option<&str>) -> Result<View<'_>> {
        View::new(&self.conn, as_of)
    }

    /// The record of the document with that hash, as it was read, with its text.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn record(&self, sha256: &str) -> Result<Option<Record>> {
        let row: Option<(Vec<u8>, String)> = self
            .conn
            .prepare_cached("SELECT record, text FROM documents WHERE sha256 = ?1")
            .and_then(|mut q| q.query_row([sha256], |r| Ok((r.get(0)?, r.get(1)?))).optional())
            .doing("reading a record")?;
        row.map(|(record, text)| crate::add::unpacked(&record, text)).transpose()
    }
}

/// See [`Case::commitments`].
///
/// # Errors
/// Where the case cannot be read.
pub fn commitments(conn: &Connection, as_of: Option<&str>) -> Result<Vec<CommitmentRow>> {
    let view = View::new(conn, as_of)?;
    let mut texts = Texts::new(conn);
    view.clusters("commitment")?.iter().map(|members| commitment(&view, &mut texts, members)).collect()
}

/// One commitment: what its first member says, with the words of all.
///
/// # Errors
/// Where the case cannot be read.
pub fn commitment(view: &View, texts: &mut Texts, members: &[Member]) -> Result<CommitmentRow> {
    let conn = view.conn;
    let doing = "reading commitments";
    let first = members.first().ok_or_else(|| Error::damaged("a cluster without items"))?;
    let kind: String = conn
        .prepare_cached("SELECT kind FROM commitments WHERE item = ?1")
        .and_then(|mut q| q.query_row([first.item], |r| r.get(0)))
        .doing(doing)?;
    let kind: CommitmentKind = serde_json::from_value(kind.into())?;
    let mut parties = view.parties(first.item)?;
    let mut take = |role: &str| -> Vec<String> {
        parties.remove(role).unwrap_or_default().into_iter().map(|(actor, _)| actor).collect()
    };
    let (by, towards) = (take("by"), take("towards"));
    let (mut r#if, mut then, mut what, mut options) = (None, None, None, Vec::new());
    for (role, row) in clauses(conn, first.item, &mut take)? {
        match role.as_str() {
            "if" => r#if = Some(row),
            "then" => then = Some(row),
            "what" => what = Some(row),
            _ => options.push(row),
        }
    }
    let mut citations = Vec::new();
    for m in members {
        citations.extend(texts.citations(m.item)?);
    }
    let sure = sure(&by, [&r#if, &then, &what].into_iter().flatten().chain(&options));
    Ok(CommitmentRow {
        id: first.id.clone(),
        kind,
        by,
        towards,
        r#if,
        then,
        what,
        options,
        state: {
            let ids: Vec<&str> = members.iter().map(|m| m.id.as_str()).collect();
            crate::relive::state(view, &ids)?.unwrap_or_else(|| "open".to_owned())
        },
        known: first.known.clone(),
        sources: view.sources(members),
        sure,
        citations,
    })
}

/// How sure the reading is of a commitment. Nothing has been measured that would allow more than an order: one whose
/// doer is known is surer than one whose doer is not, and one whose acts have a type surer than one of mere words.
fn sure<'c>(by: &[String], clauses: impl Iterator<Item = &'c ClauseRow>) -> f64 {
    let doer = if by.is_empty() { 0.4 } else { 0.6 };
    let (mut typed, mut all) = (0.0, 0.0);
    for clause in clauses {
        typed += f64::from(u8::from(clause.r#type.is_some()));
        all += 1.0;
    }
    if all == 0.0 { doer } else { doer + 0.3 * typed / all }
}

/// The clauses of a commitment by role; `take` gives those who take part in a role.
pub(crate) fn clauses(
    conn: &Connection,
    item: i64,
    take: &mut dyn FnMut(&str) -> Vec<String>,
) -> Result<Vec<(String, ClauseRow)>> {
    let doing = "reading commitments";
    let mut query = conn
        .prepare_cached(
            "SELECT role, words, negated, type FROM clauses WHERE item = ?1 ORDER BY length(role), role",
        )
        .doing(doing)?;
    let rows = query
        .query_map([item], |r| {
            Ok((
                r.get::<_, String>(0)?,
                r.get::<_, String>(1)?,
                r.get::<_, bool>(2)?,
                r.get::<_, Option<String>>(3)?,
            ))
        })
        .doing(doing)?;
    let mut clauses = Vec::new();
    for row in rows {
        let (role, words, negated, r#type) = row.doing(doing)?;
        let row = ClauseRow {
            actors: take(&role),
            targets: take(&format!("{role}>")),
            r#type: r#type.as_deref().and_then(Plover::from_name),
            negated,
            words,
        };
        clauses.push((role, row));
    }
    Ok(clauses)
}
