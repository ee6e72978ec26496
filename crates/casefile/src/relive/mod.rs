//! The lives of all commitments and meetings, from what the case holds.
//!
//! [`crate::lives`] says what a pair of items comes to; here the pairs are found by their keys, for the case as a whole:
//! the table `changes` is a function of the items, the corrections and the world, so that neither order nor history can
//! show. It is told once after adding any number of documents, in one transaction: anew for the whole case ([`anew`])
//! after a correction, or where much is new; else for the documents that came and those that mean something else by them
//! ([`some`]), which comes to the same (a property test).

mod anew;
mod index;
mod load;
mod read;
mod some;

#[cfg(doc)]
use crate::error::Error;
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use crate::lives::Change;
use crate::open::Case;
use demarche_act::World;
use jiff::civil::Date;
pub(crate) use read::{life, state};
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeSet;

const DOING: &str = "telling the lives of commitments";

impl Case {
    /// Tells the lives that are not told yet. `world` is what is known of actors and words; where it is another one than
    /// the last time, commitments live by this one.
    ///
    /// # Errors
    /// Where the case cannot be read or written; it stays as it was then.
    pub fn relive(&mut self, world: &World) -> Result<()> {
        match self.relive_if_quiet(world) {
            // Somebody wrote while the lives were told: now nobody may.
            Err(e) if e.is_locked() => self.tell(world, TransactionBehavior::Immediate, MANY),
            other => other,
        }
    }

    /// The same, but gives way to other programs: nobody waits while the lives are told, and it fails
    /// ([`Error::is_locked`]) where somebody wrote in the meantime.
    ///
    /// # Errors
    /// As for [`Case::relive`].
    pub fn relive_if_quiet(&mut self, world: &World) -> Result<()> {
        self.tell(world, TransactionBehavior::Deferred, MANY)
    }

    /// All is told anew where more than one document in `many` is to be told.
    fn tell(&mut self, world: &World, how: TransactionBehavior, many: usize) -> Result<()> {
        let tx = self.conn.transaction_with_behavior(how).doing(DOING)?;
        let view = View::new(&tx, None)?;
        let last = Told::read(&tx)?;
        let now = Told::now(&view, world)?;
        let changed = last.dirty(&tx, &now, many)?;
        match changed {
            Some(docs) => some::tell(&view, world, &docs, last.today)?,
            None => anew::tell(&view, world)?,
        }
        drop(view);
        now.write(&tx)?;
        tx.commit().doing(DOING)
    }

    /// As [`Case::relive`], but never anew where only documents came.
    #[cfg(test)]
    pub(crate) fn relive_some(&mut self, world: &World) -> Result<()> {
        self.tell(world, TransactionBehavior::Immediate, 0)
    }

    /// Whether the case was changed since the lives were last told, as where a program was stopped in between.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn is_unlived(&self) -> Result<bool> {
        is_unlived(&self.conn)
    }
}

/// See [`Case::is_unlived`]. Where it is so, `states` and `steps` are not to be relied on.
pub(crate) fn is_unlived(conn: &Connection) -> Result<bool> {
    conn.query_row("SELECT told = 0 OR EXISTS (SELECT 1 FROM untold) FROM told", [], |r| r.get(0))
        .doing("looking whether lives have been told")
}

/// Notes that all lives are to be told again, in the transaction of what changes the case.
pub(crate) fn untell(conn: &Connection) -> Result<()> {
    let doing = "noting that lives are to be told";
    conn.execute_batch("DELETE FROM states; DELETE FROM lived; UPDATE told SET told = 0").doing(doing)
}

/// Notes that what a document says of lives is to be told again, in the transaction that adds or changes it.
pub(crate) fn untell_document(conn: &Connection, doc: i64) -> Result<()> {
    conn.prepare_cached("INSERT OR IGNORE INTO untold (doc) VALUES (?1)")
        .and_then(|mut q| q.execute([doc]))
        .doing("noting that lives are to be told")
        .map(|_| ())
}

/// By what lives were told: the row of the table `told`.
#[derive(Debug, Default)]
struct Told {
    told: bool,
    /// See [`World::fingerprint`]; with it the version of the program.
    world: String,
    /// Whom persons and organs speak for.
    speaks_for: Vec<(String, String)>,
    /// The last day that the case knew.
    today: Option<Date>,
}

/// Where more than one document in so many is to be told, all are: that is quicker.
const MANY: usize = 4;

impl Told {
    fn read(conn: &Connection) -> Result<Told> {
        let (told, world, speaks_for, today): (bool, String, String, Option<String>) = conn
            .query_row("SELECT told, world, speaks_for, today FROM told", [], |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
            })
            .doing(DOING)?;
        let speaks_for = serde_json::from_str(&speaks_for)?;
        Ok(Told { told, world, speaks_for, today: today.and_then(|d| d.parse().ok()) })
    }

    fn now(view: &View, world: &World) -> Result<Told> {
        let mut speaks_for = world.speaks_for.clone();
        speaks_for.sort();
        speaks_for.dedup();
        let world = format!("{} {:016x}", env!("CARGO_PKG_VERSION"), world.fingerprint());
        Ok(Told { told: true, world, speaks_for, today: view.today()? })
    }

    fn write(&self, conn: &Connection) -> Result<()> {
        let today = self.today.map(|d| d.to_string());
        conn.execute(
            "UPDATE told SET told = ?1, world = ?2, speaks_for = ?3, today = ?4",
            params![self.told, self.world, serde_json::to_string(&self.speaks_for)?, today],
        )
        .doing(DOING)?;
        conn.execute("DELETE FROM untold", []).doing(DOING)?;
        Ok(())
    }

    /// The documents whose lives are to be told again; `None`: all.
    fn dirty(&self, conn: &Connection, now: &Told, many: usize) -> Result<Option<BTreeSet<i64>>> {
        if !self.told || self.world != now.world {
            return Ok(None);
        }
        let mut query = conn.prepare("SELECT doc FROM untold").doing(DOING)?;
        let rows = query.query_map([], |r| r.get(0)).doing(DOING)?;
        let mut docs: BTreeSet<i64> = rows.collect::<rusqlite::Result<_>>().doing(DOING)?;
        // Who speaks for others now than then.
        let (then, now): (BTreeSet<_>, BTreeSet<_>) =
            (self.speaks_for.iter().collect(), now.speaks_for.iter().collect());
        let who: BTreeSet<&String> = then.symmetric_difference(&now).map(|(who, _)| who).collect();
        let mut query = conn
            .prepare("SELECT DISTINCT i.doc FROM actors a JOIN items i USING (item) WHERE a.actor = ?1")
            .doing(DOING)?;
        for who in who {
            let rows = query.query_map([who], |r| r.get(0)).doing(DOING)?;
            docs.extend(rows.collect::<rusqlite::Result<Vec<i64>>>().doing(DOING)?);
        }
        let all: usize = conn
            .query_row("SELECT count(*) FROM documents", [], |r| r.get::<_, i64>(0))
            .doing(DOING)? as usize;
        Ok((docs.len() * many <= all).then_some(docs))
    }
}

/// Writes changes down.
fn write<'c>(conn: &Connection, changes: impl IntoIterator<Item = &'c Change>) -> Result<()> {
    let mut put = conn
        .prepare_cached(
            "INSERT INTO changes (item, state, by, day, known, sure, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )
        .doing(DOING)?;
    for c in changes {
        let day = |d: Option<Date>| d.map(|d| d.to_string());
        let values = params![c.item, c.state.to_string(), c.by, day(c.day), day(c.known), c.sure, c.why];
        put.execute(values).doing(DOING)?;
    }
    Ok(())
}

/// Writes down what the changes of a cluster come to now, by the id of any of its items. What was written of a cluster that
/// is part of it now is no more.
fn write_life(view: &View, id: &str) -> Result<()> {
    let conn = view.conn;
    let members = view.members(id)?;
    let ids: Vec<&str> = members.iter().map(|m| m.id.as_str()).collect();
    let mut forget = conn.prepare_cached("DELETE FROM states WHERE cluster = ?1").doing(DOING)?;
    for id in &ids {
        forget.execute([id]).doing(DOING)?;
    }
    let changes = read::all(conn, &ids)?;
    let Some(first) = members.first() else { return Ok(()) };
    let cluster: String = conn
        .prepare_cached("SELECT cluster FROM items WHERE id = ?1")
        .and_then(|mut q| q.query_row([&first.id], |r| r.get(0)))
        .doing(DOING)?;
    put_life(view, &cluster, first, changes, || whole(conn, &cluster))
}

/// The same, of a cluster of which nothing is written: its first member, the changes of all, and what [`whole`] says of it.
fn put_life(
    view: &View,
    cluster: &str,
    first: &Member,
    changes: Vec<Change>,
    whole: impl FnOnce() -> Result<Option<String>>,
) -> Result<()> {
    let conn = view.conn;
    let undated = changes.iter().any(|c| c.known.is_none());
    let life = read::life_of(view, changes)?;
    let Some(last) = life.last() else { return Ok(()) };
    let whole = if undated { None } else { whole()? };
    conn.prepare_cached(
        "INSERT OR REPLACE INTO states (cluster, first, state, known, whole) VALUES (?1, ?2, ?3, ?4, ?5)",
    )
    .and_then(|mut q| q.execute(params![cluster, first.id, last.state.to_string(), first.known, whole]))
    .doing(DOING)?;
    let mut put = conn
        .prepare_cached(
            "INSERT INTO steps (cluster, n, state, by, day, known, first, whole) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )
        .doing(DOING)?;
    // An undated change is known from the beginning, on no day.
    let day = |d: Option<Date>| d.filter(|d| *d > Date::MIN).map(|d| d.to_string());
    for (n, step) in life.iter().enumerate() {
        let (at, known) = (day(step.day.or(step.known)), day(step.known));
        let state = step.state.to_string();
        put.execute(params![cluster, n as i64, state, step.by, at, known, first.id, whole]).doing(DOING)?;
    }
    Ok(())
}

/// The day from which a cluster is what it is now but for items that came to it one by one: a cluster is known by the items
/// known by then, and each but the first is linked to one before it ([`crate::merge::forest`]); one that is linked to
/// several made one of them. `None` where some item is undated or wrong.
fn whole(conn: &Connection, cluster: &str) -> Result<Option<String>> {
    conn.prepare_cached(
        "SELECT CASE WHEN total(i.wrong OR i.known IS NULL) = 0
                THEN max(CASE WHEN i.id = i.cluster OR 1 < (SELECT count(*) FROM links l WHERE l.kind = i.kind AND l.b = i.id)
                         THEN i.known END) END
         FROM items i WHERE i.cluster = ?1 AND i.kind <> 'actor'",
    )
    .and_then(|mut q| q.query_row([cluster], |r| r.get(0)))
    .doing(DOING)
}
