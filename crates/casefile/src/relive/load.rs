//! What a document says that has a life, or changes one: read from the rows of its items.

use super::DOING;
use crate::cited;
use crate::error::{Doing, Result};
use crate::lives::{self, Commitment, Happening, Meeting, What, When};
use crate::local::Words;
use crate::read::Clauses;
use crate::rows::ClauseRow;
use demarche_act::{of_event, of_words};
use demarche_record::{CommitmentKind, Plover, Span, Status};
use jiff::civil::Date;
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

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
}

/// A document.
struct Page<'t> {
    doc: i64,
    /// The day from which it is known.
    known: Option<Date>,
    words: Words<'t>,
}

/// An item as all kinds have it.
struct Row {
    item: i64,
    id: String,
    when: When,
}

/// Those in a role, as the sides that they stand for, by item.
type Sides = HashMap<i64, BTreeMap<String, Vec<String>>>;

impl<'c> Loader<'c> {
    pub fn new(conn: &'c Connection) -> Loader<'c> {
        Loader { conn }
    }

    /// What one document says.
    pub fn load(&self, doc: i64) -> Result<Loaded> {
        let (text, published): (String, Option<String>) = self
            .conn
            .prepare_cached("SELECT text, published FROM documents WHERE doc = ?1")
            .and_then(|mut q| q.query_row([doc], |r| Ok((r.get(0)?, r.get(1)?))))
            .doing(DOING)?;
        let mut loaded = Loaded::default();
        let known = published.as_deref().and_then(|p| p.parse().ok());
        let page = Page { doc, known, words: Words::new(&text) };
        let mut sides = self.sides(doc)?;
        self.events(&page, &mut sides, &mut loaded)?;
        self.statements(&page, &mut loaded)?;
        self.meetings(&page, &mut sides, &mut loaded)?;
        self.commitments(&page, &mut sides, &mut loaded)?;
        Ok(loaded)
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

    /// Those who take part in the document's items.
    fn sides(&self, doc: i64) -> Result<Sides> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT p.item, p.role, coalesce(p.side, p.actor) FROM items i CROSS JOIN parties p ON p.item = i.item
                 WHERE i.doc = ?1 AND p.actor IS NOT NULL ORDER BY p.item, p.role, p.n",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?)))
            .doing(DOING)?;
        let mut sides = Sides::new();
        for row in rows {
            let (item, role, side) = row.doing(DOING)?;
            let list = sides.entry(item).or_default().entry(role).or_default();
            if !list.contains(&side) {
                list.push(side);
            }
        }
        Ok(sides)
    }

    /// Where the document speaks of meetings that did not take place.
    fn not_met(&self, doc: i64) -> Result<Vec<Span>> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.cited FROM items i JOIN meetings m USING (item)
                 WHERE i.doc = ?1 AND m.status NOT IN ('occurred', 'ongoing')",
            )
            .doing(DOING)?;
        let rows = query.query_map([doc], |r| r.get::<_, String>(0)).doing(DOING)?;
        let mut spans = Vec::new();
        for row in rows {
            spans.extend(cited::read(&row.doing(DOING)?)?.remove("mention").unwrap_or_default());
        }
        Ok(spans)
    }

    fn events(&self, page: &Page, sides: &mut Sides, loaded: &mut Loaded) -> Result<()> {
        let Page { doc, words, .. } = page;
        // An act that is a commitment's own ("If they leave, we will open the port") is known of the commitment, with its condition.
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, i.at, e.first, e.type, e.status, i.cited FROM items i JOIN events e USING (item)
                 WHERE i.doc = ?1 AND NOT i.wrong AND e.status IN ('occurred', 'ongoing')
                 AND i.found_by <> 'rule:undertaking' ORDER BY i.id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                let row = row(r, page, r.get(3)?)?;
                Ok((row, [r.get::<_, String>(4)?, r.get::<_, String>(5)?, r.get::<_, String>(6)?]))
            })
            .doing(DOING)?;
        let mut off: Option<Vec<Span>> = None;
        for row in rows {
            let (mut row, [r#type, status, cited]) = row.doing(DOING)?;
            let Some(r#type) = Plover::from_name(&r#type) else { continue };
            let triggers = cited::read(&cited)?.remove("trigger").unwrap_or_default();
            // What the words say of a meeting is better known of the meeting: it may be off.
            if r#type == Plover::Consult {
                if off.is_none() {
                    off = Some(self.not_met(*doc)?);
                }
                let off = off.as_deref().unwrap_or_default();
                let meets = |t: &Span| off.iter().any(|m| t[0] < m[1] && m[0] < t[1]);
                if triggers.iter().any(meets) {
                    continue;
                }
            }
            let trigger = triggers.iter().map(|t| t[0]).min();
            row.when.word = trigger.unwrap_or(row.when.at);
            let mut sides = sides.remove(&row.item).unwrap_or_default();
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
                let told = self.told(*doc, words, main)?;
                let (id, day) = match told {
                    Some((id, day)) => (id, day.and_then(|d| d.parse().ok())),
                    None => {
                        let around = self.around(*doc, trigger.unwrap_or_default() as i64)?;
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

    fn statements(&self, page: &Page, loaded: &mut Loaded) -> Result<()> {
        let Page { doc, .. } = page;
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, i.at, s.first, s.speaker, s.side, s.stance, s.content
                 FROM items i JOIN statements s USING (item)
                 WHERE i.doc = ?1 AND NOT i.wrong AND s.stance IS NOT NULL AND s.speaker IS NOT NULL ORDER BY i.id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                let who = [r.get::<_, Option<String>>(4)?, r.get::<_, Option<String>>(5)?];
                Ok((row(r, page, r.get(3)?)?, who, r.get::<_, String>(6)?, r.get::<_, String>(7)?))
            })
            .doing(DOING)?;
        for row in rows {
            let (row, who, stance, content) = row.doing(DOING)?;
            let mut speaker: Vec<String> = who.into_iter().flatten().collect();
            speaker.dedup();
            let what = What::Statement { speaker, stance, content };
            loaded.happenings.push(Happening { id: row.id, when: row.when, what });
        }
        Ok(())
    }

    fn meetings(&self, page: &Page, sides: &mut Sides, loaded: &mut Loaded) -> Result<()> {
        let Page { doc, words, .. } = page;
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, i.at, m.first, m.last, m.forum, m.place, m.status, i.cited
                 FROM items i JOIN meetings m USING (item) WHERE i.doc = ?1 AND NOT i.wrong ORDER BY i.id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                let first: Option<String> = r.get(3)?;
                Ok((
                    row(r, page, first.clone())?,
                    [first, r.get::<_, Option<String>>(4)?],
                    [r.get::<_, Option<String>>(5)?, r.get::<_, Option<String>>(6)?],
                    [r.get::<_, String>(7)?, r.get::<_, String>(8)?],
                ))
            })
            .doing(DOING)?;
        for row in rows {
            let (row, [first, last], [forum, place], [status, cited]) = row.doing(DOING)?;
            let day = |d: Option<String>| d.and_then(|d| d.parse().ok());
            let said = cited::read(&cited)?.remove("mention").unwrap_or_default();
            let said: Vec<&str> = said.into_iter().map(|s| words.at(s)).collect();
            let mut sides = sides.remove(&row.item).unwrap_or_default();
            let meeting = Meeting {
                id: row.id.clone(),
                parties: sides.remove("party").unwrap_or_default(),
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

    fn commitments(&self, page: &Page, sides: &mut Sides, loaded: &mut Loaded) -> Result<()> {
        let Page { doc, known, .. } = page;
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT i.item, i.id, i.at, s.first, c.kind, c.deadline, i.cited
                 FROM items i JOIN commitments c USING (item)
                 LEFT JOIN items si ON si.id = c.statement LEFT JOIN statements s ON s.item = si.item
                 WHERE i.doc = ?1 AND NOT i.wrong ORDER BY i.id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([doc], |r| {
                let day: Option<String> = r.get(3)?;
                let day = day.or_else(|| known.map(|k| k.to_string()));
                let deadline: Option<String> = r.get(5)?;
                Ok((row(r, page, day)?, r.get::<_, String>(4)?, deadline, r.get::<_, String>(6)?))
            })
            .doing(DOING)?;
        for row in rows {
            let (row, kind, deadline, cited) = row.doing(DOING)?;
            let mut sides = sides.remove(&row.item).unwrap_or_default();
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
                clauses: clauses(&cited)?,
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

/// The beginning of a row: item, id and place.
fn row(r: &rusqlite::Row, page: &Page, day: Option<String>) -> rusqlite::Result<Row> {
    let day = day.and_then(|d| d.parse().ok());
    let at = r.get::<_, u32>(2)? as usize;
    let when = When { doc: page.doc, at, word: at, day, known: page.known };
    Ok(Row { item: r.get(0)?, id: r.get(1)?, when })
}

/// From where to where a commitment's clauses stand.
fn clauses(cited: &str) -> Result<Vec<Span>> {
    let mut fields = cited::read(cited)?;
    // What stands beside its clauses.
    fields.remove("words");
    let mut spans: Vec<Span> = fields.into_values().flatten().collect();
    spans.sort_unstable();
    Ok(spans)
}
