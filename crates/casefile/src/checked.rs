//! A record that keeps the contract, and the bytes that the case keeps of it.

use crate::days::Days;
use crate::error::{Error, Kind, Result};
use crate::ids::sha256;
use demarche_record::Record;
use flate2::{Compress, Compression, FlushCompress};
use std::cell::RefCell;
use std::io::Read;

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

    /// It without its text, as the case keeps it.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes and the text, which are the record.
    pub(crate) fn into_kept(self) -> (Vec<u8>, String) {
        (self.bytes, self.record.document.text)
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
