//! The lives that some documents have to do with, told again.
//!
//! A change depends on one commitment or meeting and one happening. So what the given documents' items do, and what is
//! done to them, is told; and where a change fell away since its maker now means something else, that life is told as a
//! whole, as it may have stood in another one's way ([`lives::prune`]).

use super::index::{Index, Memo, Prepared, documents};
use super::load::Loader;
use super::{DOING, anew, write, write_life};
use crate::error::{Doing, Result};
use crate::known::View;
use crate::lives::{self, Change};
use demarche_act::World;
use jiff::civil::Date;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Tells again what has to do with the documents. `since`: the last day that the case knew when lives were told last.
pub(super) fn tell(view: &View, world: &World, docs: &BTreeSet<i64>, since: Option<Date>) -> Result<()> {
    let conn = view.conn;
    let loader = Loader::new(conn);
    let load = |doc: i64| -> Result<Prepared> { Ok(Prepared::new(loader.load(doc)?, world)) };
    let mut touched: BTreeSet<String> = BTreeSet::new();
    let again = forget(conn, docs, &mut touched)?;
    let mut own: BTreeMap<i64, Prepared> = BTreeMap::new();
    for &doc in docs {
        let prepared = load(doc)?;
        prepared.keep(conn, doc)?;
        own.insert(doc, prepared);
    }
    let mut others: BTreeMap<i64, Prepared> = BTreeMap::new();
    for &doc in again.keys() {
        others.insert(doc, load(doc)?);
    }
    let asked: HashSet<u32> = own.values().chain(others.values()).flat_map(Prepared::asked).collect();
    let done: HashSet<u32> = own.values().flat_map(Prepared::done).collect();
    let (with_commitments, with_happenings) = documents(conn, &asked, &done)?;
    for &doc in with_commitments.union(&with_happenings) {
        if !own.contains_key(&doc) && !others.contains_key(&doc) {
            others.insert(doc, load(doc)?);
        }
    }
    let memo = &mut Memo::default();
    let new = Index::new(own.values().flat_map(|p| &p.done), memo);
    let all = Index::new(own.values().chain(others.values()).flat_map(|p| &p.done), memo);
    for (doc, p) in own.iter().chain(&others) {
        let whole = |id: &str| own.contains_key(doc) || again.get(doc).is_some_and(|ids| ids.contains(id));
        for (c, ready) in p.loaded.commitments.iter().zip(&p.ready) {
            let (there, index) = if whole(&c.id) { (None, &all) } else { (Some(told(conn, &c.id)?), &new) };
            let now = there.clone().unwrap_or_else(|| lives::own(c));
            let now = anew::commitment(now, (ready, memo.number(ready.content())), index, world, memo);
            put(conn, &c.id, there.unwrap_or_default(), now, &mut touched)?;
        }
        for (m, keys) in p.loaded.meetings.iter().zip(&p.meeting_keys) {
            let (there, index) = if whole(&m.id) { (None, &all) } else { (Some(told(conn, &m.id)?), &new) };
            let now = there.clone().unwrap_or_else(|| lives::meeting_own(m));
            let now = anew::meeting(now, m, keys, index);
            put(conn, &m.id, there.unwrap_or_default(), now, &mut touched)?;
        }
    }
    // A term may have ended since.
    let mut query = conn.prepare("SELECT item FROM changes WHERE ?1 IS NULL OR known > ?1").doing(DOING)?;
    let rows = query.query_map([since.map(|d| d.to_string())], |r| r.get(0)).doing(DOING)?;
    touched.extend(rows.collect::<rusqlite::Result<Vec<String>>>().doing(DOING)?);
    let mut firsts: BTreeSet<String> = BTreeSet::new();
    let mut query = conn
        .prepare("SELECT cluster FROM items WHERE id = ?1 AND kind IN ('commitment', 'meeting')")
        .doing(DOING)?;
    for id in &touched {
        let rows = query.query_map([id], |r| r.get(0)).doing(DOING)?;
        firsts.extend(rows.collect::<rusqlite::Result<Vec<String>>>().doing(DOING)?);
    }
    firsts.iter().try_for_each(|first| write_life(view, first))
}

/// Takes out what was told of the documents' items and what was told to have been done by them. Gives the items of other
/// documents that lost something, by document.
fn forget(
    conn: &Connection,
    docs: &BTreeSet<i64>,
    touched: &mut BTreeSet<String>,
) -> Result<BTreeMap<i64, BTreeSet<String>>> {
    let mut again: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
    let mut changed = conn
        .prepare(
            "SELECT i.doc, c.item FROM items h JOIN changes c ON c.by = h.id JOIN items i ON i.id = c.item
             WHERE h.doc = ?1",
        )
        .doing(DOING)?;
    for &doc in docs {
        let rows =
            changed.query_map([doc], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?))).doing(DOING)?;
        for row in rows {
            let (of, id) = row.doing(DOING)?;
            if !docs.contains(&of) {
                again.entry(of).or_default().insert(id);
            }
        }
        let mut items = conn.prepare_cached("SELECT id FROM items WHERE doc = ?1").doing(DOING)?;
        let rows = items.query_map([doc], |r| r.get(0)).doing(DOING)?;
        touched.extend(rows.collect::<rusqlite::Result<Vec<String>>>().doing(DOING)?);
        conn.prepare_cached("DELETE FROM changes WHERE item IN (SELECT id FROM items WHERE doc = ?1)")
            .and_then(|mut q| q.execute([doc]))
            .doing(DOING)?;
    }
    let mut all = conn.prepare_cached("DELETE FROM changes WHERE item = ?1").doing(DOING)?;
    for id in again.values().flatten() {
        all.execute([id]).doing(DOING)?;
        touched.insert(id.clone());
    }
    Ok(again)
}

/// What was told of an item, in the order in which it is told.
fn told(conn: &Connection, id: &str) -> Result<Vec<Change>> {
    Ok(lives::prune(super::read::changes(conn, id)?))
}

/// Puts the changes of an item in the place of those that were there.
fn put(
    conn: &Connection,
    id: &str,
    there: Vec<Change>,
    now: Vec<Change>,
    touched: &mut BTreeSet<String>,
) -> Result<()> {
    if there == now {
        return Ok(());
    }
    conn.prepare_cached("DELETE FROM changes WHERE item = ?1")
        .and_then(|mut q| q.execute([id]))
        .doing(DOING)?;
    touched.insert(id.to_owned());
    write(conn, &now)
}
