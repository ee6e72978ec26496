//! Adding: one document, one transaction.
//!
//! Either all of a document is in the case or nothing of it, whenever the program ends. Each thing that a document says is
//! merged with what others say as its row is written ([`crate::merge::connect`]).

use crate::batch::Batch;
use crate::checked::Checked;
use crate::corrections::Fixes;
use crate::error::{Doing, Result};
use crate::items::word;
use crate::merge::blocks::Blocks;
use crate::open::Case;
use demarche_record::{PublishedBy, Record};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

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
    pub(crate) fn doc(&self) -> Option<i64> {
        match self {
            Added::New { doc, .. } => Some(*doc),
            Added::Already => None,
        }
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

    pub(crate) fn add_checked(&mut self, checked: &Checked, origin: &Origin) -> Result<Added> {
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
        Batch::new(self)
    }
}

/// Adds one document within a transaction.
pub(crate) fn one(tx: &Connection, blocks: &mut Blocks, checked: &Checked, origin: &Origin) -> Result<Added> {
    let (record, hash) = (checked.record(), checked.hash());
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
        .and_then(|mut q| q.execute(params![doc, checked.bytes(), env!("CARGO_PKG_VERSION")]))
        .doing("reading a document again")?;
    Ok(())
}

/// Writes the document's row and its text.
fn document(tx: &Connection, checked: &Checked, origin: &Origin) -> Result<i64> {
    let (record, hash) = (checked.record(), checked.hash());
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
            checked.bytes(),
            env!("CARGO_PKG_VERSION"),
        ])
    })
    .doing(doing)?;
    Ok(tx.last_insert_rowid())
}

/// Makes the texts of new documents, those from `first` on, to be found by their words. Once a transaction, as its last step:
/// the index would write what it gathered at every statement that may be undone by itself.
pub(crate) fn make_found(tx: &Connection, first: Option<i64>) -> Result<()> {
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
