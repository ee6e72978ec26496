//! What a document says that has a life, or changes one: read from the rows of its items.

use super::DOING;
use crate::error::{Doing, Result};
use crate::known::View;
use crate::lives::{self, Commitment, Happening, Meeting, What, When};
use crate::local::Words;
use crate::read::Clauses;
use crate::rows::ClauseRow;
use demarche_act::{of_event, of_words};
use demarche_record::{CommitmentKind, Plover, Status};
use jiff::civil::Date;
use rusqlite::Connection;
use std::collections::HashMap;

/// What lives are made of in some documents.
#[derive(Default)]
pub(super) struct Loaded {
    pub commitments: Vec<Commitment>,
    pub meetings: Vec<Meeting>,
    pub happenings: Vec<Happening>,
}

/// Reads it.
pub(super) struct Loader<'c> {
    conn: &'c Connection,
    view: &'c View<'c>,
}

/// An item as all kinds have it.
struct Row {
    item: i64,
    id: String,
    when: When,
}

impl<'c> Loader<'c> {
    pub fn new(view: &'c View<'c>) -> Loader<'c> {
        Loader { conn: view.conn, view }
    }

    /// What one document says.
    pub fn load(&self, doc: i64) -> Result<Loaded> {
        let (text, published): (String, Option<String>) = self
            .conn
            .prepare_cached("SELECT text, published FROM documents WHERE doc = ?1")
            .and_then(|mut q| q.query_row([doc], |r| Ok((r.get(0)?, r.get(1)?))))
            .doing(DOING)?;
        let mut loaded = Loaded::default();
        let words = Words::new(&text);
        let known = published.as_deref().and_then(|p| p.parse().ok());
        self.events(doc, &words, known, &mut loaded)?;
        self.statements(doc, known, &mut loaded)?;
        self.meetings(doc, &words, known, &mut loaded)?;
        self.commitments(doc, known, &mut loaded)?;
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
        let at = self.at(item)?;
        Ok(Row { item, id, when: When { doc, at, word: at, day, known } })
    }

    /// From where to where a commitment's clauses stand.
    fn clauses(&self, item: i64) -> Result<Vec<[usize; 2]>> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT start, \"end\" FROM citations
                 WHERE item = ?1 AND field IN (SELECT role FROM clauses WHERE item = ?1) ORDER BY start",
            )
            .doing(DOING)?;
        let place = |n: i64| usize::try_from(n).unwrap_or_default();
        let rows = query.query_map([item], |r| Ok([place(r.get(0)?), place(r.get(1)?)])).doing(DOING)?;
        rows.collect::<rusqlite::Result<_>>().doing(DOING)
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
            let mut row = self.row(item, id, doc, day, known)?;
            row.when.word = trigger.and_then(|t| usize::try_from(t).ok()).unwrap_or(row.when.at);
            let mut sides = self.sides(item)?;
            let mut take = |role: &str| sides.remove(role).unwrap_or_default();
            let from = words.byte(row.when.word);
            let (source, target) = (take("source"), take("target"));
            // "as Namibia had promised": what stands before it was done, or was not.
            if matches!(r#type, Plover::Agree | Plover::Threaten)
                && !source.is_empty()
                && let Some(main) = lives::foretold(words.text(), from)
            {
                let clause = words.text().get(main.clone()).unwrap_or_default();
                let said = of_words(clause);
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
                clauses: self.clauses(item)?,
                deadline: deadline.and_then(|d| d.parse().ok()),
                when: row.when.clone(),
            };
            if matches!(c.kind, CommitmentKind::Promise | CommitmentKind::Offer) {
                let what = What::Commitment(Box::new(c.clone()));
                loaded.happenings.push(Happening { id: row.id, when: row.when, what });
            }
            loaded.commitments.push(c);
        }
        lives::stand_ins(&mut loaded.commitments);
        Ok(())
    }
}
