//! The lives of all commitments and meetings, from what the case holds.
//!
//! [`crate::lives`] says what a pair of items comes to; here the pairs are found by their keys, for the case as a whole:
//! the table `changes` is made anew, in one transaction. It is a function of the items, the corrections and the world, so
//! that neither order nor history can show. It takes seconds for ten thousand documents and is done once after adding any
//! number of them, not once a document.

#[cfg(doc)]
use crate::error::Error;
use crate::error::{Doing, Result};
use crate::known::View;
use crate::lives::{self, Change, Commitment, Done, Happening, Meeting, What, When};
use crate::local::Words;
use crate::open::Case;
use crate::read::Clauses;
use crate::rows::ClauseRow;
use demarche_act::{Act, World, of_event};
use demarche_record::{CommitmentKind, Plover, Status};
use jiff::civil::Date;
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::{BTreeSet, HashMap};

impl Case {
    /// Tells all lives anew. `world` is what is known of actors and words; the same for every call on one case, or
    /// commitments live by the last.
    ///
    /// # Errors
    /// Where the case cannot be read or written; it stays as it was then.
    pub fn relive(&mut self, world: &World) -> Result<()> {
        match self.relive_if_quiet(world) {
            // Somebody wrote while the lives were told: now nobody may.
            Err(e) if e.is_locked() => self.tell(world, TransactionBehavior::Immediate),
            other => other,
        }
    }

    /// The same, but gives way to other programs: nobody waits while the lives are told, and it fails
    /// ([`Error::is_locked`]) where somebody wrote in the meantime.
    ///
    /// # Errors
    /// As for [`Case::relive`].
    pub fn relive_if_quiet(&mut self, world: &World) -> Result<()> {
        self.tell(world, TransactionBehavior::Deferred)
    }

    fn tell(&mut self, world: &World, how: TransactionBehavior) -> Result<()> {
        let doing = "telling the lives of commitments";
        let tx = self.conn.transaction_with_behavior(how).doing(doing)?;
        let view = View::new(&tx, None)?;
        let changes = all(&view, world)?;
        states(&view, &changes)?;
        drop(view);
        tx.execute("DELETE FROM changes", []).doing(doing)?;
        {
            let mut put = tx
                .prepare(
                    "INSERT OR IGNORE INTO changes (item, state, by, day, known, sure, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )
                .doing(doing)?;
            for c in changes {
                let day = |d: Option<Date>| d.map(|d| d.to_string());
                put.execute(params![
                    c.item,
                    c.state.to_string(),
                    c.by,
                    day(c.day),
                    day(c.known),
                    c.sure,
                    c.why
                ])
                .doing(doing)?;
            }
        }
        tx.execute("UPDATE told SET told = 1", []).doing(doing)?;
        tx.commit().doing(doing)
    }

    /// Whether the case was changed since the lives were last told, as where a program was stopped in between.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn is_unlived(&self) -> Result<bool> {
        self.conn
            .query_row("SELECT told = 0 FROM told", [], |r| r.get(0))
            .doing("looking whether lives have been told")
    }
}

/// Writes down what the changes of each cluster of commitments come to now.
fn states(view: &View, changes: &[Change]) -> Result<()> {
    let mut by_item: HashMap<&str, Vec<&Change>> = HashMap::new();
    for c in changes {
        by_item.entry(&c.item).or_default().push(c);
    }
    let (conn, today) = (view.conn, view.today()?);
    conn.execute("DELETE FROM states", []).doing(DOING)?;
    let mut put = conn.prepare("INSERT INTO states (cluster, state) VALUES (?1, ?2)").doing(DOING)?;
    for members in view.clusters("commitment")? {
        let own = members.iter().filter_map(|m| by_item.get(m.id.as_str())).flatten();
        // As they are read again: what an undated document says is known from the beginning.
        let own: Vec<Change> =
            own.map(|c| Change { known: c.known.or(Some(Date::MIN)), ..Change::clone(c) }).collect();
        if let (Some(last), Some(first)) = (lives::life(&own, today).last(), members.first()) {
            let cluster: String = conn
                .prepare_cached("SELECT cluster FROM items WHERE item = ?1")
                .and_then(|mut q| q.query_row([first.item], |r| r.get(0)))
                .doing(DOING)?;
            put.execute(params![cluster, last.state.to_string()]).doing(DOING)?;
        }
    }
    Ok(())
}

/// Notes that the lives are to be told again, in the transaction of what changes the case.
pub(crate) fn untell(conn: &Connection) -> Result<()> {
    conn.execute("DELETE FROM states", []).doing("noting that lives are to be told")?;
    conn.execute("UPDATE told SET told = 0", []).doing("noting that lives are to be told").map(|_| ())
}

/// All changes of the case, pruned, sorted.
fn all(view: &View, world: &World) -> Result<Vec<Change>> {
    let loaded = Loader { conn: view.conn, view }.load()?;
    let done: Vec<Done> = loaded.happenings.iter().map(|h| lives::prepare_happening(h, world)).collect();
    let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, d) in done.iter().enumerate() {
        for key in d.keys() {
            by_key.entry(key).or_default().push(place);
        }
    }
    let candidates = |keys: &[String]| -> BTreeSet<usize> {
        keys.iter().filter_map(|k| by_key.get(k.as_str())).flatten().copied().collect()
    };
    let mut changes = Vec::new();
    for c in &loaded.commitments {
        let ready = lives::prepare(c, world);
        let mut own = lives::own(c);
        for place in candidates(ready.keys()) {
            own.extend(lives::by(&ready, &done[place], world));
        }
        changes.extend(lives::prune(own));
    }
    for m in &loaded.meetings {
        let mut own = lives::meeting_own(m);
        for place in candidates(&lives::meeting_keys(m)) {
            own.extend(lives::meeting_by(m, &done[place]));
        }
        changes.extend(lives::prune(own));
    }
    Ok(changes)
}

#[derive(Default)]
struct Loaded {
    commitments: Vec<Commitment>,
    meetings: Vec<Meeting>,
    happenings: Vec<Happening>,
}

struct Loader<'c> {
    conn: &'c Connection,
    view: &'c View<'c>,
}

const DOING: &str = "reading what lives are made of";

/// An item as all kinds have it.
struct Row {
    item: i64,
    id: String,
    when: When,
}

impl Loader<'_> {
    /// Document by document, so that each text is taken apart once.
    fn load(&self) -> Result<Loaded> {
        let mut loaded = Loaded::default();
        let mut query =
            self.conn.prepare("SELECT doc, text, published FROM documents ORDER BY doc").doing(DOING)?;
        let docs = query
            .query_map([], |r| {
                Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?, r.get::<_, Option<String>>(2)?))
            })
            .doing(DOING)?;
        for doc in docs {
            let (doc, text, published) = doc.doing(DOING)?;
            let words = Words::new(&text);
            let known = published.as_deref().and_then(|p| p.parse().ok());
            self.events(doc, &words, known, &mut loaded)?;
            self.statements(doc, known, &mut loaded)?;
            self.meetings(doc, &words, known, &mut loaded)?;
            self.commitments(doc, known, &mut loaded)?;
        }
        Ok(loaded)
    }

    /// Where the first of an item's words stand.
    fn at(&self, item: i64) -> Result<usize> {
        let mut query = self
            .conn
            .prepare_cached("SELECT coalesce(min(start), 0) FROM citations WHERE item = ?1")
            .doing(DOING)?;
        query
            .query_row([item], |r| r.get::<_, i64>(0))
            .map(|at| usize::try_from(at).unwrap_or(0))
            .doing(DOING)
    }

    /// The statement whose content has the place in the document.
    fn around(&self, doc: i64, at: i64) -> Result<Option<String>> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT min(i.id) FROM items i JOIN citations c ON c.item = i.item AND c.field = 'content'
                 WHERE i.doc = ?1 AND i.kind = 'statement' AND c.start <= ?2 + 1 AND c.\"end\" + 40 > ?2",
            )
            .doing(DOING)?;
        query.query_row([doc, at], |r| r.get(0)).doing(DOING)
    }

    /// The first event that the document tells with words in a place (in bytes), and its day.
    fn told(
        &self,
        doc: i64,
        words: &Words,
        place: std::ops::Range<usize>,
    ) -> Result<Option<(String, Option<String>)>> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT c.start, i.id, e.first FROM items i JOIN events e USING (item)
                 JOIN citations c ON c.item = i.item AND c.field = 'trigger'
                 WHERE i.doc = ?1 AND NOT i.wrong AND e.status IN ('occurred', 'ongoing') ORDER BY c.start, i.id",
            )
            .doing(DOING)?;
        let rows =
            query.query_map([doc], |r| Ok((r.get::<_, i64>(0)?, r.get(1)?, r.get(2)?))).doing(DOING)?;
        for row in rows {
            let (start, id, day) = row.doing(DOING)?;
            if usize::try_from(start).is_ok_and(|s| place.contains(&words.byte(s))) {
                return Ok(Some((id, day)));
            }
        }
        Ok(None)
    }

    fn row(&self, item: i64, id: String, doc: i64, day: Option<String>, known: Option<Date>) -> Result<Row> {
        let day = day.and_then(|d| d.parse().ok());
        Ok(Row { item, id, when: When { doc, at: self.at(item)?, day, known } })
    }

    /// Those in a role, as the sides that they stand for.
    fn sides(&self, item: i64) -> Result<HashMap<String, Vec<String>>> {
        let mut out: HashMap<String, Vec<String>> = HashMap::new();
        for (role, parties) in self.view.parties(item)? {
            let list = out.entry(role).or_default();
            for (_, side) in parties {
                if !list.contains(&side) {
                    list.push(side);
                }
            }
        }
        Ok(out)
    }

    fn events(&self, doc: i64, words: &Words, known: Option<Date>, loaded: &mut Loaded) -> Result<()> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, e.first, e.type, e.status,
                        (SELECT min(start) FROM citations c WHERE c.item = i.item AND c.field = 'trigger')
                 FROM items i JOIN events e USING (item)
                 WHERE i.doc = ?1 AND NOT i.wrong AND e.status IN ('occurred', 'ongoing')
                   -- What the words say of a meeting is better known of the meeting: it may be off.
                   AND NOT (e.type = 'CONSULT' AND EXISTS (
                     SELECT 1 FROM citations c JOIN items m ON m.doc = i.doc AND m.kind = 'meeting'
                     JOIN meetings t ON t.item = m.item AND t.status NOT IN ('occurred', 'ongoing')
                     JOIN citations d ON d.item = m.item AND d.field = 'mention'
                     WHERE c.item = i.item AND c.field = 'trigger' AND c.start < d.\"end\" AND d.start < c.\"end\"))
                 ORDER BY i.id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                Ok((
                    r.get::<_, i64>(0)?,
                    r.get::<_, String>(1)?,
                    r.get::<_, Option<String>>(2)?,
                    r.get::<_, String>(3)?,
                    r.get::<_, String>(4)?,
                    r.get::<_, Option<i64>>(5)?,
                ))
            })
            .doing(DOING)?;
        for row in rows {
            let (item, id, day, r#type, status, trigger) = row.doing(DOING)?;
            let Some(r#type) = Plover::from_name(&r#type) else { continue };
            let row = self.row(item, id, doc, day, known)?;
            let mut sides = self.sides(item)?;
            let mut take = |role: &str| sides.remove(role).unwrap_or_default();
            let from = words.byte(trigger.and_then(|t| usize::try_from(t).ok()).unwrap_or(row.when.at));
            let (source, target) = (take("source"), take("target"));
            // "as Namibia had promised": what stands before it was done.
            if matches!(r#type, Plover::Agree | Plover::Threaten)
                && !source.is_empty()
                && let Some(main) = lives::foretold(words.text(), from)
            {
                let clause = words.text().get(main.clone()).unwrap_or_default();
                let said = Act { words: clause.to_owned(), ..Act::default() };
                let told = self.told(doc, words, main)?;
                let (id, day) = match told {
                    Some((id, day)) => (id, day.and_then(|d| d.parse().ok())),
                    None => {
                        let around = self.around(doc, trigger.unwrap_or_default())?;
                        (around.unwrap_or_else(|| row.id.clone()), None)
                    }
                };
                let when = When { day, ..row.when.clone() };
                let what = What::Event { act: said, status: Status::Occurred, foretold: source.clone() };
                loaded.happenings.push(Happening { id, when, what });
            }
            let act = of_event(r#type, source, target, lives::words_from(words.text(), from));
            let status: Status = serde_json::from_value(status.into())?;
            loaded.happenings.push(Happening {
                id: row.id,
                when: row.when,
                what: What::Event { act, status, foretold: Vec::new() },
            });
        }
        Ok(())
    }

    fn statements(&self, doc: i64, known: Option<Date>, loaded: &mut Loaded) -> Result<()> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, s.first, s.speaker, s.side, s.stance, s.content
                 FROM items i JOIN statements s USING (item)
                 WHERE i.doc = ?1 AND NOT i.wrong AND s.stance IS NOT NULL AND s.speaker IS NOT NULL ORDER BY i.id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                Ok((
                    r.get::<_, i64>(0)?,
                    r.get::<_, String>(1)?,
                    r.get::<_, Option<String>>(2)?,
                    [r.get::<_, Option<String>>(3)?, r.get::<_, Option<String>>(4)?],
                    r.get::<_, String>(5)?,
                    r.get::<_, String>(6)?,
                ))
            })
            .doing(DOING)?;
        for row in rows {
            let (item, id, day, who, stance, content) = row.doing(DOING)?;
            let row = self.row(item, id, doc, day, known)?;
            let mut speaker: Vec<String> = who.into_iter().flatten().collect();
            speaker.dedup();
            let what = What::Statement { speaker, stance, content };
            loaded.happenings.push(Happening { id: row.id, when: row.when, what });
        }
        Ok(())
    }

    fn meetings(&self, doc: i64, words: &Words, known: Option<Date>, loaded: &mut Loaded) -> Result<()> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, m.first, m.last, m.forum, m.place, m.status
                 FROM items i JOIN meetings m USING (item) WHERE i.doc = ?1 AND NOT i.wrong ORDER BY i.id",
            )
            .doing(DOING)?;
        let mut spans = self
            .conn
            .prepare_cached(
                "SELECT start, \"end\" FROM citations WHERE item = ?1 AND field = 'mention' ORDER BY n",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                Ok((
                    r.get::<_, i64>(0)?,
                    r.get::<_, String>(1)?,
                    [r.get::<_, Option<String>>(2)?, r.get::<_, Option<String>>(3)?],
                    [r.get::<_, Option<String>>(4)?, r.get::<_, Option<String>>(5)?],
                    r.get::<_, String>(6)?,
                ))
            })
            .doing(DOING)?;
        for row in rows {
            let (item, id, [first, last], [forum, place], status) = row.doing(DOING)?;
            let day = |d: Option<String>| d.and_then(|d| d.parse().ok());
            let row = self.row(item, id, doc, first.clone(), known)?;
            let said = spans
                .query_map([item], |r| Ok([r.get::<_, i64>(0)?, r.get::<_, i64>(1)?]))
                .doing(DOING)?
                .collect::<rusqlite::Result<Vec<_>>>()
                .doing(DOING)?;
            let said: Vec<&str> =
                said.iter().map(|s| words.at(s.map(|n| usize::try_from(n).unwrap_or(usize::MAX)))).collect();
            let meeting = Meeting {
                id: row.id.clone(),
                parties: self.sides(item)?.remove("party").unwrap_or_default(),
                forum,
                place,
                first: day(first),
                last: day(last),
                status: serde_json::from_value(status.into())?,
                words: said.join(" "),
                when: row.when.clone(),
            };
            loaded.meetings.push(meeting.clone());
            let what = What::Meeting(Box::new(meeting));
            loaded.happenings.push(Happening { id: row.id, when: row.when, what });
        }
        Ok(())
    }

    fn commitments(&self, doc: i64, known: Option<Date>, loaded: &mut Loaded) -> Result<()> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, s.first, c.kind, c.deadline
                 FROM items i JOIN commitments c USING (item)
                 LEFT JOIN items si ON si.id = c.statement LEFT JOIN statements s ON s.item = si.item
                 WHERE i.doc = ?1 AND NOT i.wrong ORDER BY i.id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                Ok((
                    r.get::<_, i64>(0)?,
                    r.get::<_, String>(1)?,
                    r.get::<_, Option<String>>(2)?,
                    r.get::<_, String>(3)?,
                    r.get::<_, Option<String>>(4)?,
                ))
            })
            .doing(DOING)?;
        for row in rows {
            let (item, id, day, kind, deadline) = row.doing(DOING)?;
            let day = day.or_else(|| known.map(|k| k.to_string()));
            let row = self.row(item, id, doc, day, known)?;
            let mut sides = self.sides(item)?;
            let mut take = |role: &str| sides.remove(role).unwrap_or_default();
            let (by, towards) = (take("by"), take("towards"));
            let Clauses { r#if, then, what, options } = crate::read::clauses(self.conn, row.item, &mut take)?;
            let c = Commitment {
                id: row.id.clone(),
                kind: serde_json::from_value(kind.into())?,
                by,
                towards,
                r#if: r#if.map(ClauseRow::act),
                then: then.map(ClauseRow::act),
                what: what.map(ClauseRow::act),
                options: options.into_iter().map(ClauseRow::act).collect(),
                deadline: deadline.and_then(|d| d.parse().ok()),
                when: row.when.clone(),
            };
            if matches!(c.kind, CommitmentKind::Promise | CommitmentKind::Offer) {
                let what = What::Commitment(Box::new(c.clone()));
                loaded.happenings.push(Happening { id: row.id, when: row.when, what });
            }
            loaded.commitments.push(c);
        }
        Ok(())
    }
}

/// The state that the changes of some items come to, as they were known on the view's day; `None`: none has any.
pub(crate) fn state(view: &View, ids: &[&str]) -> Result<Option<String>> {
    Ok(life(view, ids)?.last().map(|c| c.state.to_string()))
}

/// The states that some items, which are one, went through, as it was known on the view's day ([`lives::life`]).
pub(crate) fn life(view: &View, ids: &[&str]) -> Result<Vec<Change>> {
    let today = view.today()?;
    let mut query = view
        .conn
        .prepare_cached("SELECT state, by, day, known, sure, why FROM changes WHERE item = ?1")
        .doing(DOING)?;
    let mut changes = Vec::new();
    for id in ids {
        let rows = query
            .query_map([id], |r| {
                Ok((
                    r.get::<_, String>(0)?,
                    r.get::<_, String>(1)?,
                    [r.get::<_, Option<String>>(2)?, r.get::<_, Option<String>>(3)?],
                    r.get::<_, f64>(4)?,
                    r.get::<_, String>(5)?,
                ))
            })
            .doing(DOING)?;
        for row in rows {
            let (state, by, [day, known], sure, why) = row.doing(DOING)?;
            let Some(state) = lives::State::from_name(&state) else { continue };
            let date = |d: Option<String>| d.and_then(|d| d.parse().ok());
            // What an undated document says is known from the beginning, where no day is asked for.
            let known = date(known).or(if view.as_of().is_none() { Some(Date::MIN) } else { None });
            changes.push(Change { item: (*id).to_owned(), state, by, day: date(day), known, sure, why });
        }
    }
    Ok(lives::life(&changes, today).into_iter().cloned().collect())
}
