//! Adding: one document, one transaction.
//!
//! Either all of a document is in the case or nothing of it, whenever the program ends. What a document says is written
//! as rows first; then it is merged with what others say.

use crate::days::Days;
use crate::error::{Doing, Error, Kind, Result};
use crate::ids::{ItemKind, sha256};
use crate::local::{Ids, Sides, Words, clauses, party_spans};
use crate::open::Case;
use demarche_record::{PublishedBy, Record, Span};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::Serialize;
use std::collections::HashMap;

/// Where a document comes from, beside what its record says.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// Who published it. Where it is not given, the host of the record's URL or the agency of the dateline.
    pub outlet: Option<String>,
}

/// What became of a document that was to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in the case now.
    New {
        /// Its number (`documents.doc`).
        doc: i64,
        /// The hash of the first document of its group of near-copies, where there are others.
        copy_of: Option<String>,
    },
    /// The same text was in the case before: nothing was done.
    Already,
}

impl Case {
    /// Adds one document. When this returns, the document is kept whatever happens to the program or the machine.
    ///
    /// # Errors
    /// Where the record does not keep the contract, or the case file cannot be written (nothing of the document is in
    /// the case then, everything else is).
    pub fn add(&mut self, record: &Record, origin: &Origin) -> Result<Added> {
        let hash = sound(record)?;
        let doing = "adding a document";
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).doing(doing)?;
        let known: Option<i64> = tx
            .prepare_cached("SELECT doc FROM documents WHERE sha256 = ?1")
            .and_then(|mut q| q.query_row([&hash], |r| r.get(0)).optional())
            .doing(doing)?;
        if known.is_some() {
            return Ok(Added::Already);
        }
        let doc = document(&tx, record, origin, &hash)?;
        items(&tx, doc, record, &hash)?;
        tx.commit().doing(doing)?;
        Ok(Added::New { doc, copy_of: None })
    }
}

/// Checks a record and gives the hash of its text.
fn sound(record: &Record) -> Result<String> {
    let wrong = |why: String| {
        let id = record.document.id.clone();
        Error::new(Kind::Record { id, why })
    };
    if let Some(first) = demarche_record::check(record).into_iter().next() {
        return Err(wrong(first));
    }
    let hash = sha256(&record.document.text);
    if !record.document.sha256.is_empty() && record.document.sha256 != hash {
        return Err(wrong("its sha256 is not that of its text".into()));
    }
    if let Some(day) = &record.document.published
        && Days::day(day).is_none()
    {
        return Err(wrong(format!("\"{day}\" is no day")));
    }
    Ok(hash)
}

/// The name that JSON has for a value of one of the record's vocabularies.
pub(crate) fn word<T: Serialize>(value: &T) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Error::damaged(format!("{other} is no word"))),
    }
}

/// The record as the case keeps it: JSON without the text, deflated.
pub(crate) fn packed(record: &Record) -> Result<Vec<u8>> {
    let mut bare = serde_json::to_value(record)?;
    bare["document"]["text"] = "".into();
    Ok(miniz_oxide::deflate::compress_to_vec_zlib(&serde_json::to_vec(&bare)?, 1))
}

/// A record that the case keeps, with its text.
pub(crate) fn unpacked(bytes: &[u8], text: String) -> Result<Record> {
    let json = miniz_oxide::inflate::decompress_to_vec_zlib(bytes)
        .map_err(|e| Error::because(Kind::Damaged("a record cannot be inflated".into()), e.to_string()))?;
    let mut record: Record = serde_json::from_slice(&json)?;
    record.document.text = text;
    Ok(record)
}

/// Writes the document's row and its text.
fn document(tx: &Connection, record: &Record, origin: &Origin, hash: &str) -> Result<i64> {
    let d = &record.document;
    let doing = "adding a document";
    let outlet =
        origin.outlet.clone().or_else(|| d.url.as_deref().and_then(host)).or_else(|| agency(&d.text));
    let published_by = word::<PublishedBy>(&d.published_by)?;
    tx.prepare_cached(
        "INSERT INTO documents (sha256, id, title, url, outlet, language, published, published_by, text, record,
                                program, copies)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?1)",
    )
    .and_then(|mut q| {
        q.execute(params![
            hash,
            d.id,
            d.title,
            d.url,
            outlet,
            d.language,
            d.published,
            published_by,
            d.text,
            packed(record).map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))?,
            env!("CARGO_PKG_VERSION"),
        ])
    })
    .doing(doing)?;
    let doc = tx.last_insert_rowid();
    tx.prepare_cached("INSERT INTO texts (rowid, title, text) VALUES (?1, ?2, ?3)")
        .and_then(|mut q| q.execute(params![doc, d.title, d.text]))
        .doing(doing)?;
    Ok(doc)
}

/// The host of a URL, without "www.".
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

/// The agency that a dateline names: "GENEVA, Jan. 10 (Reuters) -".
fn agency(text: &str) -> Option<String> {
    let head = text.lines().take(8);
    head.filter_map(|line| {
        let (before, rest) = line.split_once('(')?;
        let (name, after) = rest.split_once(')')?;
        let place = before.split([',', ' ']).next()?;
        let dateline = before.len() < 60 && place.len() > 2 && place.chars().all(|c| !c.is_lowercase());
        let named = !name.is_empty() && name.len() < 40 && name.starts_with(char::is_uppercase);
        let dash = after.trim_start().starts_with(['-', '–', '—']);
        (dateline && named && dash).then(|| name.to_owned())
    })
    .next()
}

/// Writes rows, one statement a table.
pub(crate) struct Rows<'c> {
    tx: &'c Connection,
    doc: i64,
    known: Option<&'c str>,
}

impl Rows<'_> {
    fn run(&self, sql: &'static str, values: impl rusqlite::Params) -> Result<()> {
        self.tx.prepare_cached(sql).and_then(|mut q| q.execute(values)).doing("adding a document")?;
        Ok(())
    }

    fn item(&self, id: &str, kind: ItemKind, local: &str, cluster: &str, found_by: &str) -> Result<i64> {
        self.run(
            "INSERT INTO items (id, kind, doc, local, known, cluster, found_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![id, kind.name(), self.doc, local, self.known, cluster, found_by],
        )?;
        Ok(self.tx.last_insert_rowid())
    }

    fn cite(&self, item: i64, field: &str, spans: impl IntoIterator<Item = Span>) -> Result<()> {
        for (n, [start, end]) in spans.into_iter().enumerate() {
            self.run(
                "INSERT INTO citations (item, field, n, start, \"end\") VALUES (?1, ?2, ?3, ?4, ?5)",
                params![item, field, n as i64, start as i64, end as i64],
            )?;
        }
        Ok(())
    }
}

/// Who is who in one document: what the rows of its other items say of its actors.
pub(crate) struct Cast<'r> {
    sides: Sides<'r>,
    items: HashMap<&'r str, i64>,
}

impl Cast<'_> {
    /// The case's id, the side and the item of the actor with the record's id `local`.
    fn of(&self, local: &str) -> (String, String, Option<i64>) {
        (local.to_owned(), self.sides.of(local).to_owned(), self.items.get(local).copied())
    }
}

fn party(rows: &Rows, cast: &Cast, item: i64, role: &str, n: usize, local: Option<&str>) -> Result<()> {
    let (actor, side, who) = match local {
        Some(local) => {
            let (actor, side, who) = cast.of(local);
            (Some(actor), Some(side), who)
        }
        None => (None, None, None),
    };
    rows.run(
        "INSERT INTO parties (item, role, n, actor, side, who) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![item, role, n as i64, actor, side, who],
    )
}

/// Writes all items of a document; each is its own cluster.
fn items(tx: &Connection, doc: i64, record: &Record, hash: &str) -> Result<()> {
    let ids = Ids::of(record, hash);
    let words = Words::new(&record.document.text);
    let rows = Rows { tx, doc, known: record.document.published.as_deref() };
    let mut cast = Cast { sides: Sides::new(record), items: HashMap::new() };
    for (a, id) in record.actors.iter().zip(&ids.actors) {
        let item = rows.item(id, ItemKind::Actor, &a.id, &a.id, "")?;
        let (plain, other): (Vec<_>, Vec<_>) = a.mentions.iter().partition(|m| !m.coreferent);
        rows.cite(item, "mention", plain.iter().map(|m| m.span))?;
        rows.cite(item, "coreferent", other.iter().map(|m| m.span))?;
        rows.run(
            "INSERT INTO actors (item, actor, name, kind, wikidata, role, affiliation, mentions, block)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                item,
                a.id,
                a.name,
                word(&a.kind)?,
                a.wikidata,
                a.role,
                a.affiliation,
                a.mentions.len() as i64,
                a.id
            ],
        )?;
        cast.items.insert(&a.id, item);
    }
    statements(&rows, &cast, record, &ids, &words)?;
    events(&rows, &cast, record, &ids)?;
    meetings(&rows, &cast, record, &ids)?;
    commitments(&rows, &cast, record, &ids, &words)
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

fn statements(rows: &Rows, cast: &Cast, record: &Record, ids: &Ids, words: &Words) -> Result<()> {
    for (a, id) in record.attributions.iter().zip(&ids.statements) {
        let item = rows.item(id, ItemKind::Statement, &a.id, id, &a.found_by)?;
        for (field, spans) in
            [("source", &a.source), ("cue", &a.cue), ("content", &a.content), ("venue", &a.venue_spans)]
        {
            rows.cite(item, field, spans.iter().copied())?;
        }
        let (speaker, side, who) = match a.speaker.as_deref() {
            Some(local) => {
                let (actor, side, who) = cast.of(local);
                (Some(actor), Some(side), who)
            }
            None => (None, None, None),
        };
        rows.run(
            "INSERT INTO statements (item, speaker, side, mode, venue, addressee, date, first, stance, content, who)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
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
            ],
        )?;
    }
    Ok(())
}

fn events(rows: &Rows, cast: &Cast, record: &Record, ids: &Ids) -> Result<()> {
    for (e, id) in record.events.iter().zip(&ids.events) {
        let item = rows.item(id, ItemKind::Event, &e.id, id, &e.found_by)?;
        rows.cite(item, "trigger", e.trigger.iter().copied())?;
        rows.cite(item, "source", party_spans(&e.source))?;
        rows.cite(item, "target", party_spans(&e.target))?;
        rows.cite(item, "magnitude", e.magnitude.iter().flat_map(|m| m.spans.iter().copied()))?;
        for (role, parties) in [("source", &e.source), ("target", &e.target)] {
            for (n, p) in parties.iter().enumerate() {
                party(rows, cast, item, role, n, p.actor.as_deref())?;
            }
        }
        let (first, last) = days(e.date.as_deref());
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
    }
    Ok(())
}

fn meetings(rows: &Rows, cast: &Cast, record: &Record, ids: &Ids) -> Result<()> {
    for (m, id) in record.meetings.iter().zip(&ids.meetings) {
        let item = rows.item(id, ItemKind::Meeting, &m.id, id, &m.found_by)?;
        rows.cite(item, "mention", m.spans.iter().copied())?;
        rows.cite(item, "party", party_spans(&m.parties))?;
        rows.cite(item, "head", m.heads.iter().flat_map(|h| h.spans.iter().copied()))?;
        for (n, p) in m.parties.iter().enumerate() {
            party(rows, cast, item, "party", n, p.actor.as_deref())?;
        }
        for (n, h) in m.heads.iter().enumerate() {
            party(rows, cast, item, "head", n, Some(&h.actor))?;
        }
        let (start, end) = (days(m.start.as_deref()), days(m.end.as_deref()));
        rows.run(
            "INSERT INTO meetings (item, forum, place, start, \"end\", first, last, format, topics, status, after)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                item,
                m.forum,
                m.place,
                m.start,
                m.end,
                start.0.or(end.0),
                end.1.or(start.1),
                m.format,
                serde_json::to_string(&m.topics)?,
                word(&m.status)?,
                refer(&record.meetings, &ids.meetings, m.after.as_deref(), |m| &m.id)
            ],
        )?;
    }
    Ok(())
}

fn commitments(rows: &Rows, cast: &Cast, record: &Record, ids: &Ids, words: &Words) -> Result<()> {
    for (c, id) in record.commitments.iter().zip(&ids.commitments) {
        let item = rows.item(id, ItemKind::Commitment, &c.id, id, &c.found_by)?;
        let clauses = clauses(c);
        let within = |s: &Span| clauses.iter().any(|(_, c)| c.spans.contains(s));
        rows.cite(item, "words", c.spans.iter().copied().filter(|s| !within(s)))?;
        for (role, list) in [("by", &c.by), ("towards", &c.towards)] {
            for (n, local) in list.iter().enumerate() {
                party(rows, cast, item, role, n, Some(local))?;
            }
        }
        rows.run(
            "INSERT INTO commitments (item, kind, statement) VALUES (?1, ?2, ?3)",
            params![
                item,
                word(&c.kind)?,
                refer(&record.attributions, &ids.statements, c.attribution.as_deref(), |a| &a.id)
            ],
        )?;
        for (role, clause) in &clauses {
            rows.cite(item, role, clause.spans.iter().copied())?;
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
