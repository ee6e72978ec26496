//! The rows of what a document says.

use crate::cited::written;
use crate::corrections::Fixes;
use crate::days::Days;
use crate::error::{Doing, Error, Result};
use crate::ids::ItemKind;
use crate::local::{Ids, Sides, Words, clauses, party_spans};
use crate::merge::actors::{Profile, block, own_id, plain, seen, settle};
use crate::merge::blocks::Blocks;
use crate::merge::connect::Coming;
use crate::merge::forest::Place;
use crate::merge::traits::Traits;
use demarche_record::{Plover, Record, Span, Status};
use rusqlite::{CachedStatement, Connection, params};
use rustc_hash::FxHashMap as HashMap;
use serde::Serialize;
use std::collections::BTreeSet;

/// The name that JSON has for a value of one of the record's vocabularies.
pub(crate) fn word<T: Serialize>(value: &T) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Error::damaged(format!("{other} is no word"))),
    }
}

/// Writes rows, one statement a table.
pub(crate) struct Rows<'c> {
    tx: &'c Connection,
    /// Those that are run for nearly every item.
    items_row: CachedStatement<'c>,
    actors_row: CachedStatement<'c>,
    statements_row: CachedStatement<'c>,
    parties_row: CachedStatement<'c>,
    doc: i64,
    known: Option<&'c str>,
    fixes: &'c Fixes,
    merging: Merging<'c>,
}

/// What merges the items of a document as they are written.
pub(crate) struct Merging<'c> {
    pub blocks: &'c mut Blocks,
    /// What the items but the actors are compared by, in the order in which they are written.
    pub traits: std::vec::IntoIter<(&'c str, Traits)>,
}

const ITEM: &str = "INSERT INTO items (id, kind, doc, at, local, known, day_from, day_to, timeline, cluster, found_by, cited,
                                       wrong)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
const ACTOR: &str =
    "INSERT INTO actors (item, actor, name, kind, wikidata, role, affiliation, mentions, known, block, side)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const STATEMENT: &str =
    "INSERT INTO statements (item, speaker, side, mode, venue, addressee, date, first, stance, content,
                                                 who)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const PARTY: &str = "INSERT INTO parties (item, role, n, actor, side, who) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

impl Rows<'_> {
    fn run(&self, sql: &'static str, values: impl rusqlite::Params) -> Result<()> {
        self.tx.prepare_cached(sql).and_then(|mut q| q.execute(values)).doing("adding a document")?;
        Ok(())
    }

    /// Writes an item that may be one with others, and merges it.
    fn item(
        &mut self,
        (id, kind): (&str, ItemKind),
        local: &str,
        found_by: &str,
        time: Time,
        cited: &[(&str, Vec<Span>)],
    ) -> Result<i64> {
        let Some((_, traits)) = self.merging.traits.next().filter(|(of, _)| *of == id) else {
            return Err(Error::damaged(format!("nothing to compare {id} by")));
        };
        let place = Place::new(self.known, id);
        let coming = Coming::new(self.tx, self.merging.blocks, place, &traits, self.fixes)?;
        let item = self.write((id, kind), local, coming.cluster(), found_by, time, cited)?;
        coming.stay(self.tx, self.merging.blocks, item, traits, self.fixes)?;
        Ok(item)
    }

    /// Writes an item's row with the words that prove it: what of it, and where they stand.
    fn write(
        &mut self,
        (id, kind): (&str, ItemKind),
        local: &str,
        cluster: &str,
        found_by: &str,
        time: Time,
        cited: &[(&str, Vec<Span>)],
    ) -> Result<i64> {
        let at = cited.iter().flat_map(|(_, spans)| spans).map(|s| s[0]).min().unwrap_or_default();
        let values = params![
            id,
            kind.name(),
            self.doc,
            at as i64,
            local,
            self.known,
            time.first.as_deref().or(self.known).filter(|_| kind != ItemKind::Actor),
            time.last.as_ref().filter(|_| time.first.is_some() && time.last != time.first),
            time.timeline,
            cluster,
            found_by,
            written(cited),
            self.fixes.wrong(id)
        ];
        self.items_row.execute(values).doing("adding a document")?;
        Ok(self.tx.last_insert_rowid())
    }
}

/// When an item is, and whether a timeline tells it (`items.timeline`).
#[derive(Default)]
struct Time {
    first: Option<String>,
    last: Option<String>,
    timeline: u8,
}

/// The case's id, the side and the item of one actor.
#[derive(Clone, Default)]
struct Role {
    actor: Option<String>,
    side: Option<String>,
    who: Option<i64>,
}

/// Who is who in one document, by the record's ids.
struct Cast<'r> {
    roles: HashMap<&'r str, Role>,
}

impl Cast<'_> {
    fn of(&self, local: Option<&str>) -> Role {
        let Some(local) = local else { return Role::default() };
        let unknown = || Role { actor: Some(local.to_owned()), side: Some(local.to_owned()), who: None };
        self.roles.get(local).cloned().unwrap_or_else(unknown)
    }
}

fn party(rows: &mut Rows, cast: &Cast, item: i64, role: &str, n: usize, local: Option<&str>) -> Result<()> {
    let Role { actor, side, who } = cast.of(local);
    rows.parties_row
        .execute(params![item, role, n as i64, actor, side, who])
        .doing("adding a document")
        .map(|_| ())
}

/// Writes all items of a document and merges them with others.
pub(crate) fn items(
    tx: &Connection,
    doc: i64,
    record: &Record,
    (ids, words, sides): (&Ids, &Words, &Sides),
    merging: Merging,
    fixes: &Fixes,
) -> Result<()> {
    let known = record.document.published.as_deref();
    let statement = |sql| tx.prepare_cached(sql).doing("adding a document");
    let mut rows = Rows {
        tx,
        items_row: statement(ITEM)?,
        actors_row: statement(ACTOR)?,
        statements_row: statement(STATEMENT)?,
        parties_row: statement(PARTY)?,
        doc,
        known,
        fixes,
        merging,
    };
    let cast = actors(&mut rows, record, ids, sides)?;
    statements(&mut rows, &cast, record, ids, words)?;
    events(&mut rows, &cast, record, ids)?;
    meetings(&mut rows, &cast, record, ids)?;
    commitments(&mut rows, &cast, record, ids, words)
}

/// Between whom an event is a fact, from its rows.
const DYADS: &str = "INSERT OR IGNORE INTO dyads (item, a, b, goldstein, quad_class, cluster, known, day_from)
     SELECT e.item, min(s.side, t.side), max(s.side, t.side), e.goldstein, e.quad_class, i.cluster, i.known, i.day_from
     FROM events e CROSS JOIN items i ON i.item = e.item CROSS JOIN parties s ON s.item = e.item AND s.role = 'source'
     CROSS JOIN parties t ON t.item = e.item AND t.role = 'target'
     WHERE e.item = ?1 AND e.status IN ('occurred', 'ongoing') AND s.side <> t.side";

/// Writes down anew between whom the events of a document are facts.
pub(crate) fn dyads(tx: &Connection, doc: i64) -> Result<()> {
    let doing = "adding a document";
    let mut query =
        tx.prepare_cached("SELECT item FROM items WHERE doc = ?1 AND kind = 'event'").doing(doing)?;
    let events = query.query_map([doc], |r| r.get::<_, i64>(0)).doing(doing)?;
    for event in events.collect::<rusqlite::Result<Vec<_>>>().doing(doing)? {
        for sql in ["DELETE FROM dyads WHERE item = ?1", DYADS] {
            tx.prepare_cached(sql).and_then(|mut q| q.execute([event])).doing(doing)?;
        }
    }
    Ok(())
}

/// Writes the actors and decides who they are.
fn actors<'r>(rows: &mut Rows, record: &'r Record, ids: &Ids, sides: &Sides) -> Result<Cast<'r>> {
    let mut cast = Cast { roles: HashMap::default() };
    let mut persons = Vec::new();
    let mut blocks = BTreeSet::new();
    for (a, id) in record.actors.iter().zip(&ids.actors) {
        let side = plain(sides.of(&a.id));
        let side = if side == plain(&a.id) { "" } else { side };
        // Who a correction says that it is; else by the id, or for persons by all that the case knows of them.
        let fixed = rows.fixes.actor(id);
        let block = if fixed.is_some() { String::new() } else { block(a) };
        let own = own_id(a, side, id);
        let meant = fixed.or_else(|| rows.fixes.actor(&own)).or_else(|| rows.fixes.actor(plain(&a.id)));
        let mut meant = meant.unwrap_or(&own).to_owned();
        let mut person = None;
        if !block.is_empty() {
            let profile = Profile { name: a.id.clone(), side: side.to_owned() };
            let (unsettled, who) = seen(rows.tx, &block, &profile, &Place::new(rows.known, id))?;
            if unsettled {
                blocks.insert(block.clone());
            }
            if let Some((actor, _)) = &who {
                meant.clone_from(actor);
            }
            person = Some((profile, who));
        }
        let stands = match (fixed, rows.fixes.actor(side)) {
            (Some(_), _) => meant.clone(),
            _ if side.is_empty() => meant.clone(),
            (None, Some(is)) => is.to_owned(),
            (None, None) => side.to_owned(),
        };
        let mentions = |coreferent: bool| {
            a.mentions.iter().filter(|m| m.coreferent == coreferent).map(|m| m.span).collect()
        };
        let cited = [("mention", mentions(false)), ("coreferent", mentions(true))];
        let item = rows.write((id, ItemKind::Actor), &a.id, &meant, "", Time::default(), &cited)?;
        let (kind, mentions) = (word(&a.kind)?, a.mentions.len() as i64);
        let values = params![
            item,
            meant,
            a.name,
            kind,
            a.wikidata,
            a.role,
            a.affiliation,
            mentions,
            rows.known,
            block,
            side
        ];
        rows.actors_row.execute(values).doing("adding a document")?;
        let row = [&meant, &kind, &a.name, a.wikidata.as_deref().unwrap_or(""), side];
        rows.merging.blocks.named.add(rows.tx, row, mentions)?;
        cast.roles.insert(&a.id, Role { actor: Some(meant.clone()), side: Some(stands), who: Some(item) });
        if let Some((profile, who)) = person {
            persons.push((a.id.as_str(), block, profile, item, who));
        }
    }
    if !blocks.is_empty() {
        // Whoever is somebody else now is counted otherwise.
        rows.merging.blocks.named.write(rows.tx)?;
    }
    for block in &blocks {
        settle(rows.tx, block, rows.fixes)?;
    }
    for (local, block, profile, item, who) in persons {
        // Settling its block has named the item, as all of its profile.
        let (actor, stands) = match who.filter(|_| !blocks.contains(&block)) {
            Some(who) => who,
            None => rows
                .tx
                .prepare_cached(
                    "SELECT actor, stands FROM profiles WHERE block = ?1 AND name = ?2 AND side = ?3",
                )
                .and_then(|mut q| {
                    q.query_row(params![block, profile.name, profile.side], |r| Ok((r.get(0)?, r.get(1)?)))
                })
                .doing("adding a document")?,
        };
        cast.roles.insert(local, Role { actor: Some(actor), side: Some(stands), who: Some(item) });
    }
    Ok(cast)
}

/// First and last day of a TIMEX3 value, as ISO dates.
fn days(value: Option<&str>) -> (Option<String>, Option<String>) {
    let days = value.and_then(Days::of);
    (days.map(|d| d.first.to_string()), days.map(|d| d.last.to_string()))
}

/// The id of the item with the record's id `local`.
fn refer<'i, T>(
    list: &[T],
    ids: &'i [String],
    local: Option<&str>,
    id: impl Fn(&T) -> &str,
) -> Option<&'i str> {
    let at = list.iter().position(|item| Some(id(item)) == local)?;
    ids.get(at).map(String::as_str)
}

fn statements(rows: &mut Rows, cast: &Cast, record: &Record, ids: &Ids, words: &Words) -> Result<()> {
    for (a, id) in record.attributions.iter().zip(&ids.statements) {
        let cited = [
            ("source", a.source.clone()),
            ("cue", a.cue.clone()),
            ("content", a.content.clone()),
            ("venue", a.venue_spans.clone()),
        ];
        let time = Time { first: days(a.date.as_deref()).0, ..Time::default() };
        let item = rows.item((id, ItemKind::Statement), &a.id, &a.found_by, time, &cited)?;
        let Role { actor: speaker, side, who } = cast.of(a.speaker.as_deref());
        let values = params![
            item,
            speaker,
            side,
            word(&a.mode)?,
            a.venue,
            a.addressee,
            a.date,
            days(a.date.as_deref()).0,
            a.stance,
            words.all(&a.content),
            who
        ];
        rows.statements_row.execute(values).doing("adding a document")?;
    }
    Ok(())
}

fn events(rows: &mut Rows, cast: &Cast, record: &Record, ids: &Ids) -> Result<()> {
    for (e, id) in record.events.iter().zip(&ids.events) {
        let cited = [
            ("trigger", e.trigger.clone()),
            ("source", party_spans(&e.source).collect()),
            ("target", party_spans(&e.target).collect()),
            ("magnitude", e.magnitude.iter().flat_map(|m| m.spans.iter().copied()).collect()),
        ];
        let (first, last) = days(e.date.as_deref());
        // An act of consulting that is a meeting's is told with the meeting.
        let meets =
            |s: &Span| record.meetings.iter().flat_map(|m| &m.spans).any(|d| s[0] < d[1] && d[0] < s[1]);
        let timeline = match e.status {
            _ if e.r#type == Plover::Consult && e.trigger.iter().any(meets) => 0,
            Status::Occurred | Status::Ongoing => 2,
            _ => 1,
        };
        let time = Time { first: first.clone(), last: last.clone(), timeline };
        let item = rows.item((id, ItemKind::Event), &e.id, &e.found_by, time, &cited)?;
        for (role, parties) in [("source", &e.source), ("target", &e.target)] {
            for (n, p) in parties.iter().enumerate() {
                party(rows, cast, item, role, n, p.actor.as_deref())?;
            }
        }
        let m = e.magnitude.as_ref();
        rows.run(
            "INSERT INTO events (item, type, mode, contexts, status, date, first, last, place, value, unit,
                                 approximate, statement, goldstein, quad_class, confidence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            params![
                item,
                e.r#type.name(),
                e.mode,
                e.contexts.join(" "),
                word(&e.status)?,
                e.date,
                first,
                last,
                e.place,
                m.map(|m| m.value).filter(|v| v.is_finite()),
                m.and_then(|m| m.unit.as_deref()),
                m.map(|m| m.approximate),
                refer(&record.attributions, &ids.statements, e.attribution.as_deref(), |a| &a.id),
                e.goldstein,
                word(&e.quad_class)?,
                e.confidence
            ],
        )?;
        // Most events name no two parties, or are no facts.
        if matches!(e.status, Status::Occurred | Status::Ongoing)
            && !e.source.is_empty()
            && !e.target.is_empty()
        {
            rows.run(DYADS, [item])?;
        }
    }
    Ok(())
}

fn meetings(rows: &mut Rows, cast: &Cast, record: &Record, ids: &Ids) -> Result<()> {
    for (m, id) in record.meetings.iter().zip(&ids.meetings) {
        let cited = [
            ("mention", m.spans.clone()),
            ("party", party_spans(&m.parties).collect()),
            ("head", m.heads.iter().flat_map(|h| h.spans.iter().copied()).collect()),
        ];
        let (start, end) = (days(m.start.as_deref()), days(m.end.as_deref()));
        let (first, last) = (start.0.or(end.0), end.1.or(start.1));
        let timeline = if matches!(m.status, Status::Hypothetical | Status::Denied) { 1 } else { 2 };
        let time = Time { first: first.clone(), last: last.clone(), timeline };
        let item = rows.item((id, ItemKind::Meeting), &m.id, &m.found_by, time, &cited)?;
        for (n, p) in m.parties.iter().enumerate() {
            party(rows, cast, item, "party", n, p.actor.as_deref())?;
        }
        for (n, h) in m.heads.iter().enumerate() {
            party(rows, cast, item, "head", n, Some(&h.actor))?;
        }
        rows.run(
            "INSERT INTO meetings (item, forum, place, start, \"end\", first, last, format, topics, status, after)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                item,
                m.forum,
                m.place,
                m.start,
                m.end,
                first,
                last,
                m.format,
                serde_json::to_string(&m.topics)?,
                word(&m.status)?,
                refer(&record.meetings, &ids.meetings, m.after.as_deref(), |m| &m.id)
            ],
        )?;
    }
    Ok(())
}

fn commitments(rows: &mut Rows, cast: &Cast, record: &Record, ids: &Ids, words: &Words) -> Result<()> {
    for (c, id) in record.commitments.iter().zip(&ids.commitments) {
        let clauses = clauses(c);
        let within = |s: &Span| clauses.iter().any(|(_, c)| c.spans.contains(s));
        let mut cited = vec![("words", c.spans.iter().copied().filter(|s| !within(s)).collect())];
        cited.extend(clauses.iter().map(|(role, clause)| (role.as_str(), clause.spans.clone())));
        let time = Time { timeline: 2, ..Time::default() };
        let item = rows.item((id, ItemKind::Commitment), &c.id, &c.found_by, time, &cited)?;
        for (role, list) in [("by", &c.by), ("towards", &c.towards)] {
            for (n, local) in list.iter().enumerate() {
                party(rows, cast, item, role, n, Some(local))?;
            }
        }
        rows.run(
            "INSERT INTO commitments (item, kind, statement, deadline) VALUES (?1, ?2, ?3, ?4)",
            params![
                item,
                word(&c.kind)?,
                refer(&record.attributions, &ids.statements, c.attribution.as_deref(), |a| &a.id),
                term(record, c, words).map(|day| day.to_string())
            ],
        )?;
        for (role, clause) in &clauses {
            let to = format!("{role}>");
            for (role, list) in [(role, &clause.actor), (&to, &clause.target)] {
                for (n, local) in list.iter().enumerate() {
                    party(rows, cast, item, role, n, Some(local))?;
                }
            }
            rows.run(
                "INSERT INTO clauses (item, role, words, negated, type, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    item,
                    role,
                    words.all(&clause.spans),
                    clause.negated,
                    clause.r#type.map(|t| t.name()),
                    refer(&record.events, &ids.events, clause.event.as_deref(), |e| &e.id)
                ],
            )?;
        }
    }
    Ok(())
}

/// The last day of a commitment's term, where the passage that it stands in sets one.
pub(crate) fn term(
    record: &Record,
    c: &demarche_record::Commitment,
    words: &Words,
) -> Option<jiff::civil::Date> {
    let text = words.text();
    let from = words.byte(c.spans.iter().map(|s| s[0]).min()?);
    let to = words.byte(c.spans.iter().map(|s| s[1]).max()?);
    // From the beginning of the sentence to its end: a full stop before a blank and a capital, or a line's end.
    let ends = |at: usize| {
        let mut after = text[at..].chars();
        match after.next() {
            Some('\n') => true,
            Some('.' | '!' | '?') => {
                after.next().is_none_or(char::is_whitespace) && after.next().is_none_or(|c| !c.is_lowercase())
            }
            _ => false,
        }
    };
    let begin =
        text[..from].char_indices().rev().find(|(at, _)| ends(*at)).map_or(0, |(at, c)| at + c.len_utf8());
    let end = text[to..].char_indices().find(|(at, _)| ends(to + at)).map_or(text.len(), |(at, _)| to + at);
    let dates: Vec<(usize, &str)> = record
        .dates
        .iter()
        .filter_map(|d| Some((words.byte(d.spans.first()?[0]), d.value.as_str())))
        .filter(|(at, _)| (begin..end).contains(at))
        .map(|(at, value)| (at - begin, value))
        .collect();
    let said = record.document.published.as_deref().and_then(|p| p.parse().ok());
    crate::lives::deadline(&text[begin..end], &dates, said)
}
