//! Rows out: commitments as all documents say them, and the parts that questions are made of.
//!
//! Everything takes a day, `as_of`: then only what was known on that day is seen ([`crate::known`] says what that means
//! for clusters). What an analyst called wrong is left out.

use crate::ask::Pages;
use crate::error::{Doing, Error, Result};
use crate::known::{Member, View};
use crate::open::Case;
use crate::rows::{ClauseRow, CommitmentRow};
use demarche_record::{CommitmentKind, Plover, Record};
use rusqlite::{Connection, OptionalExtension};

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
        row.map(|(record, text)| crate::checked::unpacked(&record, text)).transpose()
    }
}

/// See [`Case::commitments`].
///
/// # Errors
/// Where the case cannot be read.
pub fn commitments(conn: &Connection, as_of: Option<&str>) -> Result<Vec<CommitmentRow>> {
    let view = View::new(conn, as_of)?;
    let mut pages = Pages::new(conn);
    let row = |members: &Vec<Member>| {
        let ids: Vec<&str> = members.iter().map(|m| m.id.as_str()).collect();
        commitment(&view, &mut pages, members, crate::relive::state(&view, &ids)?)
    };
    view.clusters("commitment")?.iter().map(row).collect()
}

/// One commitment: what its first member says, with the words of all. `state`: what became of it; open, if nothing.
///
/// # Errors
/// Where the case cannot be read.
pub(crate) fn commitment(
    view: &View,
    pages: &mut Pages,
    members: &[Member],
    state: Option<String>,
) -> Result<CommitmentRow> {
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
    let Clauses { r#if, then, what, options } = clauses(conn, first.item, &mut take)?;
    let mut citations = Vec::new();
    for m in members {
        citations.extend(pages.citations(m)?);
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
        state: state.unwrap_or_else(|| "open".to_owned()),
        known: first.known.clone(),
        sources: view.sources(members)?,
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

/// The clauses of a commitment.
#[derive(Default)]
pub(crate) struct Clauses {
    pub r#if: Option<ClauseRow>,
    pub then: Option<ClauseRow>,
    pub what: Option<ClauseRow>,
    /// The paths of a choice, in order.
    pub options: Vec<ClauseRow>,
}

/// The clauses of a commitment; `take` gives those who take part in a role.
pub(crate) fn clauses(
    conn: &Connection,
    item: i64,
    take: &mut dyn FnMut(&str) -> Vec<String>,
) -> Result<Clauses> {
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
    let mut clauses = Clauses::default();
    for row in rows {
        let (role, words, negated, r#type) = row.doing(doing)?;
        let row = ClauseRow {
            actors: take(&role),
            targets: take(&format!("{role}>")),
            r#type: r#type.as_deref().and_then(Plover::from_name),
            negated,
            words,
        };
        match role.as_str() {
            "if" => clauses.r#if = Some(row),
            "then" => clauses.then = Some(row),
            "what" => clauses.what = Some(row),
            _ => clauses.options.push(row),
        }
    }
    Ok(clauses)
}
