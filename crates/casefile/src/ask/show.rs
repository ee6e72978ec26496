//! Everything of one item.

use super::commitments::{Change, Loader, changes};
use super::names::Names;
use super::quotes::{Pages, Quote};
use super::{ActorRow, Difference, actors, events, meetings, said};
use crate::error::{Doing, Result};
use crate::ids::{ItemKind, Resolved};
use crate::known::{Member, View};
use rusqlite::params;
use serde::Serialize;

/// An item, as the case and as each document has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shown {
    /// actor, statement, event, meeting, commitment.
    pub kind: String,
    /// Id of the first item; for an actor the case's id.
    pub id: String,
    /// One line that says what it is.
    pub what: String,
    /// All documents together: a row of the question about its kind.
    pub merged: serde_json::Value,
    /// The items that it is made of, those called wrong too.
    pub members: Vec<MemberShown>,
    /// Why they are one.
    pub merges: Vec<Merge>,
    /// What became of it.
    pub changes: Vec<Change>,
    /// What documents say differently.
    pub differences: Vec<Difference>,
}

/// One document's item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemberShown {
    /// Its id.
    pub id: String,
    /// The caller's id of the document.
    pub document: String,
    /// The rule or model that found it.
    pub found_by: String,
    /// Whether an analyst called it wrong.
    pub wrong: bool,
    /// The words that prove it.
    pub quotes: Vec<Quote>,
    /// The sentences around them.
    pub passage: String,
}

/// Why two items are one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Merge {
    /// The one known first.
    pub a: String,
    /// The other.
    pub b: String,
    /// The reason.
    pub why: String,
    /// Number of the correction, where it was made by hand.
    pub correction: Option<i64>,
}

/// Passages of an actor that are shown: those of its first documents.
const MOST_OF_AN_ACTOR: usize = 20;

/// Everything of the item that `found` is: what all documents together say, each one's words in their sentences, why
/// they are one, what became of it, where they contradict.
///
/// # Errors
/// Where the case cannot be read.
pub fn show(view: &View, found: &Resolved) -> Result<Shown> {
    let mut pages = Pages::new(view.conn);
    if found.kind == ItemKind::Actor {
        return actor(view, &mut pages, found);
    }
    let members = view.members(&found.id)?;
    let mut shown = Shown {
        kind: found.kind.name().to_owned(),
        id: members.first().map_or_else(|| found.id.clone(), |m| m.id.clone()),
        what: String::new(),
        merged: serde_json::Value::Null,
        members: member_rows(view, &mut pages, "i.kind <> 'actor' AND i.cluster = ?1", &found.cluster)?,
        merges: Vec::new(),
        changes: changes(view, &mut pages, &members)?,
        differences: Vec::new(),
    };
    // A cluster that was several on that day: only those that were one with the item; wrong ones belong to none.
    shown.members.retain(|m| m.wrong && m.id == found.id || members.iter().any(|of| of.id == m.id));
    shown.merges = merges(view, found.kind, &members)?;
    if members.is_empty() {
        shown.what = "called wrong".to_owned();
        return Ok(shown);
    }
    match found.kind {
        ItemKind::Event => {
            let row = events::Loader::new(view).event(&members)?;
            shown.what = super::timeline::event_words(&row);
            shown.differences = row.differences.clone();
            shown.merged = serde_json::to_value(row)?;
        }
        ItemKind::Meeting => {
            let row = meetings::meeting(view, &mut Names::new(view), &mut pages, &members)?;
            shown.what = super::timeline::meeting_words(&row);
            shown.differences = row.differences.clone();
            shown.merged = serde_json::to_value(row)?;
        }
        ItemKind::Commitment => {
            let mut loader = Loader::new(view);
            let row = loader.commitment(&members)?;
            shown.what = super::timeline::commitment_words(&row, loader.names())?;
            shown.merged = serde_json::to_value(row)?;
        }
        ItemKind::Statement | ItemKind::Actor => {
            let row = said::statement(view, &mut Names::new(view), &mut pages, &members)?;
            let who = row.speaker.as_ref().map_or("?", |w| w.name.as_str());
            shown.what = format!("{who} {}", row.stance.as_deref().unwrap_or("says"));
            shown.differences = row.differences.clone();
            shown.merged = serde_json::to_value(row)?;
        }
    }
    Ok(shown)
}

fn actor(view: &View, pages: &mut Pages, found: &Resolved) -> Result<Shown> {
    let row: Option<ActorRow> = actors::one(view, &found.cluster)?;
    let mut members =
        member_rows(view, pages, "i.item IN (SELECT item FROM actors WHERE actor = ?1)", &found.cluster)?;
    let ids: Vec<Member> = Vec::new();
    members.truncate(MOST_OF_AN_ACTOR);
    Ok(Shown {
        kind: "actor".to_owned(),
        id: found.cluster.clone(),
        what: row.as_ref().map_or_else(|| found.cluster.clone(), |r| format!("{} ({})", r.name, r.kind)),
        merged: serde_json::to_value(row)?,
        members,
        merges: merges(view, found.kind, &ids)?,
        changes: Vec::new(),
        differences: Vec::new(),
    })
}

/// The items that a condition picks, with their passages.
fn member_rows(view: &View, pages: &mut Pages, condition: &str, value: &str) -> Result<Vec<MemberShown>> {
    let doing = "reading an item";
    let sql = format!(
        "SELECT i.item, i.id, i.doc, i.known, i.found_by, i.wrong FROM items i
         WHERE {condition} AND (?2 IS NULL OR i.known <= ?2) ORDER BY i.known IS NULL, i.known, i.id"
    );
    let mut query = view.conn.prepare_cached(&sql).doing(doing)?;
    let rows = query
        .query_map(params![value, view.as_of()], |r| {
            let member = Member { item: r.get(0)?, id: r.get(1)?, doc: r.get(2)?, known: r.get(3)? };
            Ok((member, r.get::<_, String>(4)?, r.get::<_, bool>(5)?))
        })
        .doing(doing)?;
    let mut shown = Vec::new();
    for row in rows.take(200) {
        let (member, found_by, wrong) = row.doing(doing)?;
        let quotes = pages.quotes(&member, &[])?;
        let telling =
            quotes.iter().find(|q| ["trigger", "content", "then", "what", "if"].contains(&q.field.as_str()));
        let spans = telling.or(quotes.first()).map(|q| q.spans.clone()).unwrap_or_default();
        shown.push(MemberShown {
            document: pages.id(member.doc)?,
            passage: pages.around(member.doc, &spans)?,
            id: member.id,
            found_by,
            wrong,
            quotes,
        });
    }
    Ok(shown)
}

/// The links between the members.
fn merges(view: &View, kind: ItemKind, members: &[Member]) -> Result<Vec<Merge>> {
    let doing = "reading merges";
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT a, b, why, correction FROM links WHERE kind = ?3 AND b = ?1 AND (?2 IS NULL OR known <= ?2) ORDER BY a, b",
        )
        .doing(doing)?;
    let mut merges = Vec::new();
    for member in members {
        let rows = query
            .query_map(params![member.id, view.as_of(), kind.name()], |r| {
                Ok(Merge { a: r.get(0)?, b: r.get(1)?, why: r.get(2)?, correction: r.get(3)? })
            })
            .doing(doing)?;
        for row in rows {
            let row = row.doing(doing)?;
            if members.iter().any(|m| m.id == row.a) {
                merges.push(row);
            }
        }
    }
    Ok(merges)
}
