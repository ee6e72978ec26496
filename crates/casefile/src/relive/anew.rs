//! All lives, told anew.

use super::index::{Index, Memo, Prepared};
use super::load::Loader;
use super::{DOING, write, write_life};
use crate::error::{Doing, Result};
use crate::known::View;
use crate::lives::{self, Change, Meeting, Ready};
use demarche_act::World;

/// Tells all lives of the case.
pub(super) fn tell(view: &View, world: &World) -> Result<()> {
    let conn = view.conn;
    conn.execute_batch("DELETE FROM changes; DELETE FROM states; DELETE FROM lived").doing(DOING)?;
    let loader = Loader::new(view);
    let mut query = conn.prepare("SELECT doc FROM documents ORDER BY doc").doing(DOING)?;
    let docs = query.query_map([], |r| r.get::<_, i64>(0)).doing(DOING)?;
    let docs = docs.collect::<rusqlite::Result<Vec<_>>>().doing(DOING)?;
    let mut all: Vec<Prepared> = Vec::with_capacity(docs.len());
    for docs in docs.chunks(AT_ONCE) {
        let loaded = docs.iter().map(|doc| loader.load(*doc)).collect::<Result<Vec<_>>>()?;
        let prepared = in_parallel(loaded, || |loaded| Prepared::new(loaded, world));
        docs.iter().zip(&prepared).try_for_each(|(doc, p)| p.keep(conn, *doc))?;
        all.extend(prepared);
    }
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
    told.iter().try_for_each(|changes| write(conn, changes))?;
    for p in &all {
        for (m, keys) in p.loaded.meetings.iter().zip(&p.meeting_keys) {
            write(conn, &meeting(lives::meeting_own(m), m, keys, &index))?;
        }
    }
    for kind in ["commitment", "meeting"] {
        for members in view.clusters(kind)? {
            if let Some(first) = members.first() {
                write_life(view, &first.id)?;
            }
        }
    }
    Ok(())
}

/// So many documents are loaded, then prepared by all processors.
const AT_ONCE: usize = 1024;

/// What the functions that `make` gives, one for each thread, make of the items, in their order.
fn in_parallel<T: Send, R: Send, F: FnMut(T) -> R>(items: Vec<T>, make: impl Fn() -> F + Sync) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
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
pub(super) fn meeting(there: Vec<Change>, m: &Meeting, keys: &[String], index: &Index) -> Vec<Change> {
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
