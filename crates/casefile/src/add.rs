//! Adding: one document, one transaction.
//!
//! Either all of a document is in the case or nothing of it, whenever the program ends. Each thing that a document says is
//! merged with what others say as its row is written ([`crate::merge::connect`]).

use crate::cited::written;
use crate::corrections::Fixes;
use crate::days::Days;
use crate::error::{Doing, Error, Kind, Result};
use crate::ids::{ItemKind, sha256};
use crate::local::{Ids, Sides, Words, clauses, party_spans};
use crate::merge::actors::{Profile, block, own_id, plain, seen, settle};
use crate::merge::blocks::Blocks;
use crate::merge::connect::Coming;
use crate::merge::forest::Place;
use crate::merge::traits::Traits;
use crate::open::Case;
use demarche_record::{Plover, PublishedBy, Record, Span, Status};
use flate2::{Compress, Compression, FlushCompress};
use rusqlite::{CachedStatement, Connection, OptionalExtension, TransactionBehavior, params};
use rustc_hash::FxHashMap as HashMap;
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Read;

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

impl Added {
    /// The number of a new document.
    fn doc(&self) -> Option<i64> {
        match self {
            Added::New { doc, .. } => Some(*doc),
            Added::Already => None,
        }
    }
}

/// A record that keeps the contract, with what the case will keep of it as bytes. To make it is the larger part of what
/// can be done before the case is asked anything, and costs least where the record was just written.
#[derive(Debug)]
pub struct Checked {
    record: Box<Record>,
    hash: String,
    /// [`packed`].
    bytes: Vec<u8>,
}

impl Checked {
    /// Checks a record.
    ///
    /// # Errors
    /// Where the record does not keep the contract.
    pub fn new(mut record: Box<Record>) -> Result<Checked> {
        let hash = sound(&record)?;
        let bytes = packed(&mut record)?;
        Ok(Checked { record, hash, bytes })
    }

    /// The record.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The hash of its text.
    pub(crate) fn hash(&self) -> &str {
        &self.hash
    }
}

impl Case {
    /// Adds one document. When this returns, the document is kept whatever happens to the program or the machine.
    ///
    /// # Errors
    /// Where the record does not keep the contract, or the case file cannot be written (nothing of the document is in
    /// the case then, everything else is).
    pub fn add(&mut self, record: &Record, origin: &Origin) -> Result<Added> {
        self.add_checked(&Checked::new(Box::new(record.clone()))?, origin)
    }

    fn add_checked(&mut self, checked: &Checked, origin: &Origin) -> Result<Added> {
        let doing = "adding a document";
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).doing(doing)?;
        let added = self.blocks.check(&tx).and_then(|()| one(&tx, &mut self.blocks, checked, origin));
        let found = added.and_then(|added| {
            self.blocks.named.write(&tx)?;
            make_found(&tx, added.doc()).map(|()| added)
        });
        // A transaction that is dropped is rolled back, and what was kept in memory of it must go as well.
        match found.and_then(|added| tx.commit().doing(doing).map(|()| added)) {
            Ok(added) => Ok(added),
            Err(e) => {
                self.blocks.clear();
                Err(e)
            }
        }
    }

    /// Adds many documents: see [`Batch`].
    pub fn batch(&mut self) -> Batch<'_> {
        Batch { case: self, open: Vec::new(), first: None }
    }
}

/// Documents that are added together, some in one transaction: to write the pages that all of them change once, and to
/// wait for the disk once, costs less than half of doing so for each. What was added before the last
/// [`Batch::commit`] is kept whatever happens; of what was added since, all is there after the next one, or nothing.
///
/// Other programs cannot write between an [`Batch::add`] and the next [`Batch::commit`]; whoever adds many commits now and
/// then.
#[derive(Debug)]
pub struct Batch<'c> {
    case: &'c mut Case,
    /// What the open transaction holds: should it fail, each is added by itself.
    open: Vec<Held>,
    /// The first of its new documents.
    first: Option<i64>,
}

/// A document of the open transaction. As bytes: some hundred records would drive everything else out of the processor's
/// caches, and whoever makes new records would find no memory there either.
#[derive(Debug)]
struct Held {
    bytes: Vec<u8>,
    text: String,
    origin: Origin,
}

impl Batch<'_> {
    /// Adds one document, to be kept by the next [`Batch::commit`].
    ///
    /// # Errors
    /// As for [`Case::add`]: with one of a record nothing of that document is in the case and the batch goes on; with any
    /// other one, of the documents added since the last commit the first ones may be kept and the others are not.
    pub fn add(&mut self, checked: Checked, origin: Origin) -> Result<Added> {
        let case = &mut *self.case;
        if case.conn.is_autocommit() {
            case.conn.execute_batch("BEGIN IMMEDIATE").doing("adding a document")?;
        }
        let added =
            case.blocks.check(&case.conn).and_then(|()| one(&case.conn, &mut case.blocks, &checked, &origin));
        match added {
            Ok(added) => {
                let Checked { record, bytes, .. } = checked;
                self.open.push(Held { bytes, text: record.document.text, origin });
                self.first = self.first.or(added.doc());
                Ok(added)
            }
            Err(_) => {
                self.each()?;
                self.case.add_checked(&checked, &origin)
            }
        }
    }

    /// Keeps what was added: when this returns, it is there whatever happens to the program or the machine.
    ///
    /// # Errors
    /// Where the case file cannot be written: the first ones of what was added since the last commit may be kept then, the
    /// others are not.
    pub fn commit(&mut self) -> Result<()> {
        if self.case.conn.is_autocommit() {
            return Ok(());
        }
        let Case { conn, blocks } = &mut *self.case;
        match make_found(conn, self.first)
            .and_then(|()| blocks.named.write(conn))
            .and_then(|()| conn.execute_batch("COMMIT").doing("adding a document"))
        {
            Ok(()) => {
                self.open.clear();
                self.first = None;
                Ok(())
            }
            Err(_) => self.each(),
        }
    }

    /// Undoes the transaction and adds each of its documents by itself, until one cannot be.
    fn each(&mut self) -> Result<()> {
        self.undo();
        for Held { bytes, text, origin } in std::mem::take(&mut self.open) {
            self.case.add(&unpacked(&bytes, text)?, &origin)?;
        }
        Ok(())
    }

    fn undo(&mut self) {
        if !self.case.conn.is_autocommit() {
            // Some errors have ended it already; a connection that can do neither is of no use, as its next use says.
            let _ = self.case.conn.execute_batch("ROLLBACK");
        }
        self.first = None;
        self.case.blocks.clear();
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        if !self.case.conn.is_autocommit() {
            self.undo();
        }
        // As large as the case: whoever goes on adds with another batch, or asks.
        self.case.blocks.clear();
    }
}

/// Adds one document within a transaction.
fn one(tx: &Connection, blocks: &mut Blocks, checked: &Checked, origin: &Origin) -> Result<Added> {
    let Checked { record, hash, .. } = checked;
    let doing = "adding a document";
    let known: Option<i64> = tx
        .prepare_cached("SELECT doc FROM documents WHERE sha256 = ?1")
        .and_then(|mut q| q.query_row([hash], |r| r.get(0)).optional())
        .doing(doing)?;
    if known.is_some() {
        return Ok(Added::Already);
    }
    let doc = document(tx, checked, origin)?;
    crate::relive::untell_document(tx, doc)?;
    let published = record.document.published.as_deref();
    let text = &record.document.text;
    let has_copies = crate::copies::join(tx, &mut blocks.copies, doc, hash, published, text)?;
    crate::rebuild::write(tx, blocks, doc, record, hash, &Fixes::read(tx)?)?;
    if !has_copies {
        return Ok(Added::New { doc, copy_of: None });
    }
    let first: String = tx
        .prepare_cached("SELECT copies FROM documents WHERE doc = ?1")
        .and_then(|mut q| q.query_row([doc], |r| r.get(0)))
        .doing(doing)?;
    Ok(Added::New { doc, copy_of: Some(first) })
}

/// Puts another record in the place of the one that is kept of a document.
pub(crate) fn replace(tx: &Connection, doc: i64, checked: &Checked) -> Result<()> {
    tx.prepare_cached("UPDATE documents SET record = ?2, program = ?3 WHERE doc = ?1")
        .and_then(|mut q| q.execute(params![doc, checked.bytes, env!("CARGO_PKG_VERSION")]))
        .doing("reading a document again")?;
    Ok(())
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
fn packed(record: &mut Record) -> Result<Vec<u8>> {
    thread_local! {
        /// Its tables are as large as a hundred records: made once.
        static DEFLATE: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), true));
    }
    let text = std::mem::take(&mut record.document.text);
    let json = serde_json::to_vec(record);
    record.document.text = text;
    let json = json?;
    // What cannot be deflated grows by less.
    let mut out = Vec::with_capacity(json.len() + json.len() / 100 + 64);
    let status = DEFLATE.with_borrow_mut(|deflate| {
        deflate.reset();
        deflate.compress_vec(&json, &mut out, FlushCompress::Finish)
    });
    match status {
        Ok(flate2::Status::StreamEnd) => Ok(out),
        Ok(_) => Err(Error::damaged("a record cannot be deflated")),
        Err(e) => Err(Error::because(Kind::Damaged("a record cannot be deflated".into()), e)),
    }
}

/// A record that the case keeps, with its text.
pub(crate) fn unpacked(bytes: &[u8], text: String) -> Result<Record> {
    let mut json = Vec::new();
    flate2::read::ZlibDecoder::new(bytes)
        .read_to_end(&mut json)
        .map_err(|e| Error::because(Kind::Damaged("a record cannot be inflated".into()), e))?;
    let mut record: Record = serde_json::from_slice(&json)?;
    record.document.text = text;
    Ok(record)
}

/// Writes the document's row and its text.
fn document(tx: &Connection, checked: &Checked, origin: &Origin) -> Result<i64> {
    let Checked { record, hash, bytes } = checked;
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
            bytes,
            env!("CARGO_PKG_VERSION"),
        ])
    })
    .doing(doing)?;
    Ok(tx.last_insert_rowid())
}

/// Makes the texts of new documents, those from `first` on, to be found by their words. Once a transaction, as its last step:
/// the index would write what it gathered at every statement that may be undone by itself.
fn make_found(tx: &Connection, first: Option<i64>) -> Result<()> {
    let Some(first) = first else { return Ok(()) };
    tx.prepare_cached(
        "INSERT INTO texts (rowid, title, text) SELECT doc, title, text FROM documents WHERE doc >= ?1",
    )
    .and_then(|mut q| q.execute([first]))
    .doing("adding a document")
    .map(|_| ())
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
