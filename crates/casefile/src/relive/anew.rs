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
    let mut all = Vec::new();
    let mut query = conn.prepare("SELECT doc FROM documents ORDER BY doc").doing(DOING)?;
    let docs = query.query_map([], |r| r.get::<_, i64>(0)).doing(DOING)?;
    for doc in docs {
        let doc = doc.doing(DOING)?;
        let prepared = Prepared::new(loader.load(doc)?, world);
        prepared.keep(conn, doc)?;
        all.push(prepared);
    }
    let memo = &mut Memo::default();
    let index = Index::new(all.iter().flat_map(|p| &p.done), memo);
    for p in &all {
        for (c, ready) in p.loaded.commitments.iter().zip(&p.ready) {
            write(conn, &commitment(lives::own(c), ready, &index, world, memo))?;
        }
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

/// All changes of a commitment: those that are there, and those by the happenings of the index.
pub(super) fn commitment(
    there: Vec<Change>,
    ready: &Ready,
    index: &Index,
    world: &World,
    memo: &mut Memo,
) -> Vec<Change> {
    let mut changes = there;
    let mut end = lives::end(changes.iter());
    let own = memo.number(ready.content());
    for (happening, content) in index.with(ready.keys(), ready.made()) {
        // What follows is known no earlier than this.
        if lives::is_past(happening.known(), end) {
            break;
        }
        let outcomes = memo.outcomes((own, content), ready, happening, world);
        let new = lives::dated(ready, happening, world, &outcomes);
        end = end.into_iter().chain(lives::end(new.iter())).min();
        changes.extend(new);
    }
    lives::prune(changes)
}

/// The same of a meeting with the keys.
pub(super) fn meeting(there: Vec<Change>, m: &Meeting, keys: &[String], index: &Index) -> Vec<Change> {
    let mut changes = there;
    changes.extend(index.with(keys, None).flat_map(|(h, _)| lives::meeting_by(m, h)));
    lives::prune(changes)
}
