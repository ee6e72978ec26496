//! The lives that were told, read again.

use super::DOING;
use crate::error::{Doing, Result};
use crate::known::View;
use crate::lives::{self, Change};
use jiff::civil::Date;
use rusqlite::Connection;

/// The state that the changes of some items come to, as they were known on the view's day; `None`: none has any.
pub(crate) fn state(view: &View, ids: &[&str]) -> Result<Option<String>> {
    Ok(life(view, ids)?.last().map(|c| c.state.to_string()))
}

/// What was told of an item, as the table has it.
pub(super) fn changes(conn: &Connection, id: &str) -> Result<Vec<Change>> {
    let mut query = conn
        .prepare_cached("SELECT state, by, day, known, sure, why FROM changes WHERE item = ?1")
        .doing(DOING)?;
    let mut rows = query.query([id]).doing(DOING)?;
    let mut changes = Vec::new();
    while let Some(r) = rows.next().doing(DOING)? {
        let date = |n: usize| -> rusqlite::Result<Option<Date>> {
            Ok(r.get_ref(n)?.as_str_or_null()?.and_then(|d| d.parse().ok()))
        };
        let Some(state) = lives::State::from_name(r.get_ref(0).and_then(|s| Ok(s.as_str()?)).doing(DOING)?)
        else {
            continue;
        };
        changes.push(Change {
            item: id.to_owned(),
            state,
            by: r.get(1).doing(DOING)?,
            day: date(2).doing(DOING)?,
            known: date(3).doing(DOING)?,
            sure: r.get(4).doing(DOING)?,
            why: r.get(5).doing(DOING)?,
        });
    }
    Ok(changes)
}

/// The states that some items, which are one, went through, as it was known on the view's day ([`lives::life`]).
pub(crate) fn life(view: &View, ids: &[&str]) -> Result<Vec<Change>> {
    life_of(view, all(view.conn, ids)?)
}

/// What was told of several items.
pub(super) fn all(conn: &Connection, ids: &[&str]) -> Result<Vec<Change>> {
    let mut all = Vec::new();
    for id in ids {
        all.extend(changes(conn, id)?);
    }
    Ok(all)
}

/// The life that all changes of some items, which are one, come to.
pub(super) fn life_of(view: &View, mut all: Vec<Change>) -> Result<Vec<Change>> {
    let today = view.today()?;
    // What an undated document says is known from the beginning, where no day is asked for.
    if view.as_of().is_none() {
        all.iter_mut().for_each(|c| c.known = c.known.or(Some(Date::MIN)));
    }
    Ok(lives::life(&all, today).into_iter().cloned().collect())
}
