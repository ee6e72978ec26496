//! What follows from documents and corrections: written when one comes, erased when one goes, made anew as a whole.

use crate::checked::{Checked, unpacked};
use crate::copies;
use crate::corrections::{Fixes, Made, difference};
use crate::error::{Doing, Error, Kind, Result};
use crate::items::{Merging, items};
use crate::local::{Ids, Sides, Words};
use crate::merge::actors::{Profile, gone, settle};
use crate::merge::blocks::Blocks;
use crate::merge::connect::{ITEMS, join, keep};
use crate::merge::forest::Place;
use crate::merge::traits::{Source, Traits};
use crate::open::Case;
use demarche_record::Record;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::collections::BTreeSet;

/// Writes all that follows from a document whose row is there; how it names actors is counted in `blocks`, and to be written
/// before the transaction ends.
pub(crate) fn write(
    tx: &Connection,
    blocks: &mut Blocks,
    doc: i64,
    record: &Record,
    hash: &str,
    fixes: &Fixes,
) -> Result<()> {
    let ids = Ids::of(record, hash);
    let words = Words::new(&record.document.text);
    let sides = Sides::new(record);
    let traits = Source::new(record, &words, &sides, &ids, fixes).traits();
    let merging = Merging { blocks, traits: traits.into_iter() };
    items(tx, doc, record, (&ids, &words, &sides), merging, fixes)
}

/// Erases all that follows from a document, its row excepted, and gives the items of other documents that must be merged
/// anew.
fn erase(tx: &Connection, doc: i64, fixes: &Fixes) -> Result<BTreeSet<Place>> {
    let doing = "taking a document's items out";
    let list = |sql: &str| -> Result<Vec<String>> {
        let mut query = tx.prepare_cached(sql).doing(doing)?;
        let rows = query.query_map([doc], |r| r.get(0)).doing(doing)?;
        rows.collect::<rusqlite::Result<_>>().doing(doing)
    };
    let ids: BTreeSet<String> =
        list("SELECT id FROM items WHERE doc = ?1 AND kind != 'actor'")?.into_iter().collect();
    let mut orphans = ITEMS.take_apart(tx, &ids)?;
    orphans.retain(|p| !ids.contains(&p.id));
    let mut query = tx
        .prepare_cached(
            "SELECT DISTINCT a.block, i.local, a.side FROM actors a JOIN items i USING (item)
             WHERE i.doc = ?1 AND a.block != ''",
        )
        .doing(doing)?;
    let profiles = query
        .query_map([doc], |r| Ok((r.get::<_, String>(0)?, Profile { name: r.get(1)?, side: r.get(2)? })))
        .doing(doing)?
        .collect::<rusqlite::Result<Vec<_>>>()
        .doing(doing)?;
    tx.prepare_cached(
        "DELETE FROM changes WHERE item IN (SELECT id FROM items WHERE doc = ?1)
                             OR by IN (SELECT id FROM items WHERE doc = ?1)",
    )
    .and_then(|mut q| q.execute([doc]))
    .doing(doing)?;
    tx.prepare_cached("DELETE FROM items WHERE doc = ?1").and_then(|mut q| q.execute([doc])).doing(doing)?;
    let mut blocks = BTreeSet::new();
    for (block, profile) in profiles {
        if gone(tx, &block, &profile)? {
            blocks.insert(block);
        }
    }
    for block in blocks {
        settle(tx, &block, fixes)?;
    }
    Ok(orphans)
}

/// Merges items anew that are each alone now.
fn rejoin(tx: &Connection, blocks: &mut Blocks, places: &BTreeSet<Place>, fixes: &Fixes) -> Result<()> {
    for place in places {
        let row: Option<(i64, Vec<u8>)> = tx
            .prepare_cached("SELECT item, t.traits FROM items i JOIN traits t USING (item) WHERE i.id = ?1")
            .and_then(|mut q| q.query_row([&place.id], |r| Ok((r.get(0)?, r.get(1)?))).optional())
            .doing("merging")?;
        if let Some((item, bytes)) = row {
            let traits = Traits::unpacked(&bytes)?;
            join(tx, blocks, item, place, &traits, fixes)?;
        }
    }
    Ok(())
}

/// Makes the case what it is under other corrections.
pub(crate) fn apply(tx: &Connection, before: &Fixes, after: &Fixes) -> Result<()> {
    let doing = "applying a correction";
    let blocks = &mut Blocks::default();
    let changed = difference(before, after);
    // Documents in which other actors are meant now are written anew.
    let mut docs: BTreeSet<i64> = BTreeSet::new();
    for name in &changed.actors {
        let mut query = tx
            .prepare_cached(
                "SELECT DISTINCT i.doc FROM actors a JOIN items i USING (item)
                 WHERE a.actor = ?1 OR a.side = ?1 OR i.local = ?1 OR i.id = ?1",
            )
            .doing(doing)?;
        let rows = query.query_map([name], |r| r.get(0)).doing(doing)?;
        docs.extend(rows.collect::<rusqlite::Result<Vec<i64>>>().doing(doing)?);
    }
    let mut orphans = BTreeSet::new();
    let mut records = Vec::new();
    for &doc in &docs {
        let (hash, record) = stored(tx, doc)?;
        orphans.extend(erase(tx, doc, after)?);
        records.push((doc, hash, record));
    }
    for (doc, hash, record) in &records {
        write(tx, blocks, *doc, record, hash, after)?;
    }
    blocks.named.write(tx)?;
    rejoin(tx, blocks, &orphans, after)?;
    // Items that are merged otherwise now, and all that were in one cluster with them.
    for id in &changed.items {
        tx.prepare_cached("UPDATE items SET wrong = ?2 WHERE id = ?1")
            .and_then(|mut q| q.execute(params![id, after.wrong(id)]))
            .doing(doing)?;
    }
    let members = ITEMS.take_apart(tx, &changed.items)?;
    for id in &changed.items {
        let row: Option<(i64, Option<String>, Vec<u8>)> = tx
            .prepare_cached("SELECT item, known, traits FROM traits JOIN items USING (item) WHERE id = ?1")
            .and_then(|mut q| q.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional())
            .doing(doing)?;
        if let Some((item, known, bytes)) = row {
            let (place, traits) = (Place::new(known.as_deref(), id), Traits::unpacked(&bytes)?);
            let keys = traits.keys();
            tx.prepare_cached("DELETE FROM traits WHERE item = ?1")
                .and_then(|mut q| q.execute([item]))
                .doing(doing)?;
            keep(tx, blocks, item, &place, (traits, &keys), after)?;
        }
    }
    // In which others are found otherwise than now.
    blocks.clear();
    rejoin(tx, blocks, &members, after)
}

/// The hash and the record of a document in the case.
fn stored(tx: &Connection, doc: i64) -> Result<(String, Record)> {
    let (hash, bytes, text): (String, Vec<u8>, String) = tx
        .prepare_cached("SELECT sha256, record, text FROM documents WHERE doc = ?1")
        .and_then(|mut q| q.query_row([doc], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))))
        .doing("reading a record")?;
    Ok((hash, unpacked(&bytes, text)?))
}

impl Case {
    /// Makes everything anew that follows from the documents and the corrections. What comes out is what was there, unless
    /// a later program merges otherwise.
    ///
    /// # Errors
    /// Where the case cannot be read or written; it stays as it was then.
    pub fn rebuild(&mut self) -> Result<()> {
        let doing = "building the case anew";
        self.blocks.clear();
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).doing(doing)?;
        tx.execute_batch(
            "DELETE FROM changes; DELETE FROM links; DELETE FROM traits; DELETE FROM items;
             DELETE FROM profiles; DELETE FROM shingles; UPDATE documents SET copies = sha256;",
        )
        .doing(doing)?;
        let docs = {
            let mut query = tx
                .prepare("SELECT doc FROM documents ORDER BY published IS NULL, published, sha256")
                .doing(doing)?;
            let rows = query.query_map([], |r| r.get(0)).doing(doing)?;
            rows.collect::<rusqlite::Result<Vec<i64>>>().doing(doing)?
        };
        let fixes = Fixes::read(&tx)?;
        let blocks = &mut Blocks::default();
        for doc in docs {
            blocks.check(&tx)?;
            let (hash, record) = stored(&tx, doc)?;
            let day = record.document.published.as_deref();
            copies::join(&tx, &mut blocks.copies, doc, &hash, day, &record.document.text)?;
            write(&tx, blocks, doc, &record, &hash, &fixes)?;
        }
        blocks.named.write(&tx)?;
        crate::relive::untell(&tx)?;
        tx.commit().doing(doing)
    }

    /// Puts a new reading of a text in the place of the one that the case has. Corrections hold on: an item has the same id
    /// where the same words prove it. Gives those corrections that are lost, as they speak of items that are no more.
    ///
    /// # Errors
    /// Where the case has no such text, the record does not keep the contract, or the case cannot be written; it stays as
    /// it was then.
    pub fn reread(&mut self, record: &Record) -> Result<Vec<Made>> {
        let doing = "reading a document again";
        let checked = Checked::new(Box::new(record.clone()))?;
        let hash = checked.hash();
        self.blocks.clear();
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).doing(doing)?;
        let doc: Option<i64> = tx
            .prepare_cached("SELECT doc FROM documents WHERE sha256 = ?1")
            .and_then(|mut q| q.query_row([hash], |r| r.get(0)).optional())
            .doing(doing)?;
        let Some(doc) = doc else {
            return Err(Error::new(Kind::Unknown {
                what: "document with the text of",
                name: record.document.id.clone(),
            }));
        };
        let fixes = Fixes::read(&tx)?;
        let orphans = erase(&tx, doc, &fixes)?;
        crate::add::replace(&tx, doc, &checked)?;
        let blocks = &mut Blocks::default();
        write(&tx, blocks, doc, record, hash, &fixes)?;
        blocks.named.write(&tx)?;
        rejoin(&tx, blocks, &orphans, &fixes)?;
        crate::relive::untell(&tx)?;
        tx.commit().doing(doing)?;
        self.lost_corrections()
    }

    /// Everything that is derived, as text with no numbers of rows in it: two cases that say the same give the same. For
    /// tests and for comparing two cases.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn dump(&self) -> Result<String> {
        let doing = "writing the case out";
        let tables = [
            ("documents", "SELECT sha256, copies FROM documents ORDER BY 1"),
            (
                "items",
                "SELECT id, kind, at, local, known, day_from, day_to, timeline, cluster, found_by, cited, wrong
                 FROM items ORDER BY 1",
            ),
            ("actors", "SELECT id, a.* FROM actors a JOIN items USING (item) ORDER BY 1"),
            ("profiles", "SELECT * FROM profiles ORDER BY block, name, side"),
            ("statements", "SELECT id, s.* FROM statements s JOIN items USING (item) ORDER BY 1"),
            ("events", "SELECT id, e.* FROM events e JOIN items USING (item) ORDER BY 1"),
            ("meetings", "SELECT id, m.* FROM meetings m JOIN items USING (item) ORDER BY 1"),
            ("commitments", "SELECT id, c.* FROM commitments c JOIN items USING (item) ORDER BY 1"),
            ("clauses", "SELECT id, c.* FROM clauses c JOIN items USING (item) ORDER BY 1, role"),
            (
                "parties",
                "SELECT i.id, p.role, p.n, p.actor, p.side, w.id FROM parties p JOIN items i USING (item)
                         LEFT JOIN items w ON w.item = p.who ORDER BY 1, 2, 3",
            ),
            ("named", "SELECT * FROM named ORDER BY actor, kind, name, wikidata, side"),
            ("traits", "SELECT id, hex(keys), hex(traits) FROM traits JOIN items USING (item) ORDER BY 1"),
            ("shingles", "SELECT sha256, hex(sample) FROM shingles JOIN documents USING (doc) ORDER BY 1"),
            ("links", "SELECT * FROM links ORDER BY a, b"),
            ("changes", "SELECT * FROM changes ORDER BY item, state, by"),
            ("states", "SELECT * FROM states ORDER BY cluster"),
            ("steps", "SELECT * FROM steps ORDER BY cluster, n"),
            ("dyads", "SELECT i.id, d.* FROM dyads d JOIN items i USING (item) ORDER BY 1, d.a, d.b"),
            (
                "lived",
                "SELECT sha256, hex(asked), hex(done) FROM lived JOIN documents USING (doc) ORDER BY 1",
            ),
            ("corrections", "SELECT * FROM corrections WHERE undone = 0 ORDER BY 1"),
        ];
        let mut out = String::new();
        for (name, sql) in tables {
            let mut query = self.conn.prepare(sql).doing(doing)?;
            let columns: Vec<String> = query.column_names().into_iter().map(str::to_owned).collect();
            let mut rows = query.query([]).doing(doing)?;
            while let Some(row) = rows.next().doing(doing)? {
                out += name;
                for (i, column) in columns.iter().enumerate() {
                    use rusqlite::types::ValueRef;
                    if column == "item" && name != "changes" || column == "who" {
                        continue;
                    }
                    out.push('\t');
                    match row.get_ref(i).doing(doing)? {
                        ValueRef::Null => out += "-",
                        ValueRef::Integer(n) => out += &n.to_string(),
                        ValueRef::Real(x) => out += &x.to_string(),
                        ValueRef::Text(t) => out += &String::from_utf8_lossy(t),
                        ValueRef::Blob(_) => out += "(bytes)",
                    }
                }
                out.push('\n');
            }
        }
        Ok(out)
    }
}

/// Lines of two dumps that differ, for a test's message.
#[cfg(test)]
pub(crate) fn compare(a: &str, b: &str) -> String {
    use std::collections::BTreeMap;
    let count = |text: &str| {
        let mut lines: BTreeMap<String, i64> = BTreeMap::new();
        text.lines().for_each(|l| *lines.entry(l.to_owned()).or_default() += 1);
        lines
    };
    let (x, y) = (count(a), count(b));
    let only = |x: &BTreeMap<String, i64>, y: &BTreeMap<String, i64>, sign: &str| {
        x.iter()
            .filter(|(l, n)| y.get(*l) != Some(n))
            .map(|(l, _)| format!("{sign} {l}\n"))
            .collect::<String>()
    };
    only(&x, &y, "-") + &only(&y, &x, "+")
}
