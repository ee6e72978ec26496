//! How documents name actors, counted in memory: the same few are named again and again, and a row of the table `named`
//! that is written once a transaction costs a fraction of one that is written for every document.

use crate::error::{Doing, Result};
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

/// What is to be added to the table `named`: it must be written before anything reads or changes a row of it, and in the
/// transaction of the documents.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// By all that names, with marks between.
    counts: FxHashMap<String, Count>,
    key: String,
}

/// A row: actor, kind, name, wikidata and side, and what is to be added to its counts.
#[derive(Debug)]
struct Count {
    row: [String; 5],
    documents: i64,
    mentions: i64,
}

const WRITE: &str = "INSERT INTO named (actor, kind, name, wikidata, side, documents, mentions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT DO UPDATE SET documents = documents + excluded.documents, mentions = mentions + excluded.mentions";

/// Stands in no name: a text has no such mark, or what it is in is written at once.
const MARK: char = '\u{1f}';

impl Naming {
    /// Counts one actor of one document.
    pub fn add(&mut self, tx: &Connection, row: [&str; 5], mentions: i64) -> Result<()> {
        if row.iter().any(|part| part.contains(MARK)) {
            return write(tx, row, 1, mentions);
        }
        self.key.clear();
        for part in row {
            self.key.push_str(part);
            self.key.push(MARK);
        }
        if let Some(count) = self.counts.get_mut(self.key.as_str()) {
            count.documents += 1;
            count.mentions += mentions;
        } else {
            let count = Count { row: row.map(str::to_owned), documents: 1, mentions };
            self.counts.insert(self.key.clone(), count);
        }
        Ok(())
    }

    /// Writes what was counted.
    pub fn write(&mut self, tx: &Connection) -> Result<()> {
        for (_, Count { row, documents, mentions }) in self.counts.drain() {
            write(tx, row.each_ref().map(String::as_str), documents, mentions)?;
        }
        Ok(())
    }
}

fn write(
    tx: &Connection,
    [actor, kind, name, wikidata, side]: [&str; 5],
    documents: i64,
    mentions: i64,
) -> Result<()> {
    tx.prepare_cached(WRITE)
        .and_then(|mut q| q.execute(params![actor, kind, name, wikidata, side, documents, mentions]))
        .doing("adding a document")
        .map(|_| ())
}
