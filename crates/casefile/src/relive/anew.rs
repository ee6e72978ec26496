//! All lives, told anew.

use super::index::{Index, Memo, Prepared};
use super::load::Loader;
use super::{DOING, put_life, write};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use crate::lives::{self, Change, Meeting, Ready};
use demarche_act::World;
use rusqlite::Connection;
use rustc_hash::{FxHashMap, FxHashSet};

/// Tells all lives of the case.
pub(super) fn tell(view: &View, world: &World) -> Result<()> {
    let conn = view.conn;
    conn.execute_batch("DELETE FROM changes; DELETE FROM states; DELETE FROM lived").doing(DOING)?;
    let mut query = conn.prepare("SELECT doc FROM documents ORDER BY doc").doing(DOING)?;
    let docs = query.query_map([], |r| r.get::<_, i64>(0)).doing(DOING)?;
    let docs = docs.collect::<rusqlite::Result<Vec<_>>>().doing(DOING)?;
    let all = prepared(view, &docs, world)?;
    docs.iter().zip(&all).try_for_each(|(doc, p)| p.keep(conn, *doc))?;
    let memo = &mut Memo::default();
    let index = Index::new(all.iter().flat_map(|p| &p.done), memo);
    // Those of one content one after the other.
    let mut commitments = Vec::new();
    for p in &all {
        for (c, ready) in p.loaded.commitments.iter().zip(&p.ready) {
            commitments.push((memo.number(ready.content()), c, ready));
        }
    }
    commitments.sort_by_key(|(content, ..)| *content);
    let told = in_parallel(commitments, || {
        let mut memo = Memo::default();
        let (index, world) = (&index, world);
        move |(content, c, ready)| commitment(lives::own(c), (ready, content), index, world, &mut memo)
    });
    let meetings = all.iter().flat_map(|p| p.loaded.meetings.iter().zip(&p.meeting_keys));
    let meetings = meetings.map(|(m, keys)| meeting(lives::meeting_own(m), m, keys, &index));
    let told: Vec<Vec<Change>> = told.into_iter().chain(meetings).collect();
    told.iter().try_for_each(|changes| write(conn, changes))?;
    write_lives(view, told)
}

/// Writes down what the changes of each cluster come to, where nothing is written: `told` holds those of each item.
fn write_lives(view: &View, told: Vec<Vec<Change>>) -> Result<()> {
    let ids = |sql: &str, kind: &str| -> Result<FxHashSet<String>> {
        let mut query = view.conn.prepare(sql).doing(DOING)?;
        let rows = query.query_map([kind], |r| r.get(0)).doing(DOING)?;
        rows.collect::<rusqlite::Result<_>>().doing(DOING)
    };
    let mut of: FxHashMap<String, Vec<Change>> =
        told.into_iter().filter_map(|changes| Some((changes.first()?.item.clone(), changes))).collect();
    for kind in ["commitment", "meeting"] {
        // What `whole` looks up for one cluster, for all.
        let wrong = ids("SELECT DISTINCT cluster FROM items WHERE wrong = 1 AND kind = ?1", kind)?;
        let joints = ids("SELECT b FROM links WHERE kind = ?1 GROUP BY b HAVING count(*) > 1", kind)?;
        for (cluster, members) in view.named_clusters(kind)? {
            let Some(first) = members.first() else { continue };
            let changes = members.iter().filter_map(|m| of.remove(&m.id)).flatten().collect();
            let undated = || members.iter().any(|m| m.known.is_none());
            let joining = |m: &&Member| m.id == cluster || joints.contains(&m.id);
            let whole = || match wrong.contains(&cluster) || undated() {
                true => None,
                false => members.iter().filter(joining).filter_map(|m| m.known.clone()).max(),
            };
            put_life(view, &cluster, first, changes, || Ok(whole()))?;
        }
    }
    Ok(())
}

/// What the documents say, made ready by all processors. Each reads with a connection of its own: nobody else writes while
/// this transaction does, so that all read the same.
fn prepared(view: &View, docs: &[i64], world: &World) -> Result<Vec<Prepared>> {
    let load = |conn: &Connection, docs: &[i64]| -> Result<Vec<Prepared>> {
        let loader = Loader::new(conn);
        docs.iter().map(|doc| Ok(Prepared::new(loader.load(*doc)?, world))).collect()
    };
    let more = if docs.len() < FEW { 0 } else { threads() - 1 };
    let path = view.conn.path().filter(|path| !path.is_empty());
    let conns: Vec<Connection> =
        path.into_iter().flat_map(|path| (0..more).map_while(|_| crate::open::beside(path))).collect();
    let (own, rest) = docs.split_at(docs.len().div_ceil(conns.len() + 1));
    let each = rest.len().div_ceil(conns.len().max(1)).max(1);
    std::thread::scope(|scope| {
        let parts = rest.chunks(each).zip(conns);
        let running: Vec<_> = parts.map(|(docs, conn)| scope.spawn(move || load(&conn, docs))).collect();
        let mut all = load(view.conn, own)?;
        for thread in running {
            all.extend(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(all)
    })
}

/// Fewer documents are read sooner than connections are opened.
const FEW: usize = 64;

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// What the functions that `make` gives, one for each thread, make of the items, in their order.
fn in_parallel<T: Send, R: Send, F: FnMut(T) -> R>(items: Vec<T>, make: impl Fn() -> F + Sync) -> Vec<R> {
    let threads = threads();
    let each = items.len().div_ceil(threads).max(1);
    let mut items = items.into_iter();
    let parts: Vec<Vec<T>> = std::iter::from_fn(|| Some(items.by_ref().take(each).collect::<Vec<T>>()))
        .take_while(|part| !part.is_empty())
        .collect();
    let make = &make;
    std::thread::scope(|scope| {
        let running: Vec<_> = parts
            .into_iter()
            .map(|part| scope.spawn(move || part.into_iter().map(make()).collect::<Vec<R>>()))
            .collect();
        running
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// All changes of a commitment, which has the number with its content: those that are there, and those by the happenings of
/// the index.
pub(super) fn commitment(
    there: Vec<Change>,
    (ready, own): (&Ready, u32),
    index: &Index,
    world: &World,
    memo: &mut Memo,
) -> Vec<Change> {
    let mut changes = there;
    let mut end = lives::end(changes.iter());
    let named_by = ready.named_by();
    for place in index.with(ready.keys(), ready.made()) {
        // What follows is known no earlier than this.
        if lives::is_past(index.known(place), end) {
            break;
        }
        let find = || lives::outcomes(ready, index.at(place), world);
        let outcomes = memo.outcomes(own, index.content(place), find);
        if outcomes.is_none() && index.answers(place) & named_by == 0 {
            continue;
        }
        let new = lives::dated(ready, index.at(place), world, outcomes.as_deref().unwrap_or_default());
        end = end.into_iter().chain(lives::end(new.iter())).min();
        changes.extend(new);
    }
    lives::prune(changes)
}

/// The same of a meeting with the keys.
pub(super) fn meeting(there: Vec<Change>, m: &Meeting, keys: &[u64], index: &Index) -> Vec<Change> {
    let mut changes = there;
    changes.extend(index.with(keys, None).flat_map(|place| lives::meeting_by(m, index.at(place))));
    lives::prune(changes)
}

#[cfg(test)]
mod tests {
    use super::in_parallel;

    #[test]
    fn what_threads_make_stands_in_the_order_of_the_items() {
        for n in [0, 1, 2, 1001] {
            let all: Vec<usize> = (0..n).collect();
            assert_eq!(in_parallel(all.clone(), || |i| i * 2), all.iter().map(|i| i * 2).collect::<Vec<_>>());
        }
    }
}
