//! The ids of items, and how a person may write them.
//!
//! An item's id is made of the document's hash, the item's kind and the words that prove it, so that it stays the same
//! when the text is read again, in whatever order documents are added: a letter (`a`ctor, `s`tatement, `e`vent,
//! `m`eeting, `c`ommitment) and 13 hex digits: the first six are those of the document's hash, so that what one document
//! says stands side by side in every index; among a hundred thousand documents the odds that two items have one id are
//! some six in ten thousand (the document is refused then).

use crate::error::{Doing, Error, Kind, Result};
use crate::open::Case;
use demarche_record::Span;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// Kinds of item, as the table `items` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// An actor of a document.
    Actor,
    /// A statement.
    Statement,
    /// An event.
    Event,
    /// A meeting.
    Meeting,
    /// A commitment.
    Commitment,
}

impl ItemKind {
    /// Every kind, in the order of the record.
    pub const ALL: [ItemKind; 5] =
        [ItemKind::Actor, ItemKind::Statement, ItemKind::Event, ItemKind::Meeting, ItemKind::Commitment];

    /// The name that the table `items` has for it.
    pub fn name(self) -> &'static str {
        match self {
            ItemKind::Actor => "actor",
            ItemKind::Statement => "statement",
            ItemKind::Event => "event",
            ItemKind::Meeting => "meeting",
            ItemKind::Commitment => "commitment",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<ItemKind> {
        ItemKind::ALL.into_iter().find(|k| k.name() == name)
    }

    /// The kind of the item with that id.
    pub fn of(id: &str) -> Option<ItemKind> {
        ItemKind::ALL.into_iter().find(|k| id.starts_with(k.letter()))
    }

    /// The first letter of its items' ids.
    pub fn letter(self) -> char {
        match self {
            ItemKind::Actor => 'a',
            ItemKind::Statement => 's',
            ItemKind::Event => 'e',
            ItemKind::Meeting => 'm',
            ItemKind::Commitment => 'c',
        }
    }
}

/// The SHA-256 of a text in UTF-8, in hex.
pub fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()), 64)
}

/// How many digits of an id are the document's.
const OF_DOCUMENT: usize = 6;
/// How many are the item's own.
const OF_ITEM: usize = 7;

/// An id of `kind` for what `spans` prove in the document with that hash. `name` tells actors apart, which have ids of
/// their own; `n` items that the same words prove.
pub(crate) fn make(kind: ItemKind, document: &str, name: &str, spans: &[Span], n: usize) -> String {
    let mut hash = Sha256::new();
    hash.update(document.as_bytes());
    hash.update([kind.letter() as u8]);
    hash.update(name.as_bytes());
    for [from, to] in spans {
        hash.update(format!(" {from}-{to}"));
    }
    if n > 0 {
        hash.update(format!("#{n}"));
    }
    let document = document.get(..OF_DOCUMENT).unwrap_or(document);
    format!("{}{document}{}", kind.letter(), hex(&hash.finalize(), OF_ITEM))
}

fn hex(bytes: &[u8], digits: usize) -> String {
    let mut all: String = bytes.iter().take(digits.div_ceil(2)).map(|b| format!("{b:02x}")).collect();
    all.truncate(digits);
    all
}

/// What a name that a person gave stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// What kind of item.
    pub kind: ItemKind,
    /// Its id in full.
    pub id: String,
    /// The id of the cluster that it belongs to; for an actor, the case's id of it.
    pub cluster: String,
}

impl Case {
    /// The item with the id `name`, or the only one whose id begins with it; else the actor with that case id.
    ///
    /// # Errors
    /// Where no item is meant, or several are.
    pub fn resolve(&self, name: &str) -> Result<Resolved> {
        resolve(&self.conn, name)
    }

    /// The hashes of all texts in the case: these need not be read again to be added.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn hashes(&self) -> Result<HashSet<String>> {
        let doing = "reading the documents";
        let mut query = self.conn.prepare_cached("SELECT sha256 FROM documents").doing(doing)?;
        let rows = query.query_map([], |r| r.get(0)).doing(doing)?;
        rows.collect::<rusqlite::Result<_>>().doing(doing)
    }
}

/// See [`Case::resolve`].
///
/// # Errors
/// Where no item is meant, or several are.
pub fn resolve(conn: &Connection, name: &str) -> Result<Resolved> {
    let doing = "looking up an id";
    let plain = name.len() >= 2
        && name.starts_with(['a', 's', 'e', 'm', 'c'])
        && name[1..].bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
    let mut found = Vec::new();
    if plain {
        let mut query = conn
            .prepare_cached(
                "SELECT kind, id, cluster FROM items WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 5",
            )
            .doing(doing)?;
        let rows = query
            .query_map([name], |r| {
                Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?))
            })
            .doing(doing)?;
        found = rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)?;
        if let Some(exact) = found.iter().position(|(_, id, _)| id == name) {
            found = vec![found.swap_remove(exact)];
        }
    }
    if found.is_empty() {
        found.extend(
            conn.prepare_cached(
                "SELECT i.kind, i.id, i.cluster FROM actors a JOIN items i USING (item) WHERE a.actor = ?1
                 ORDER BY i.known IS NULL, i.known, i.id LIMIT 1",
            )
            .and_then(|mut q| q.query_row([name], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional())
            .doing(doing)?,
        );
    }
    if found.len() > 1 {
        let some = found.into_iter().map(|f| f.1).collect();
        return Err(Error::new(Kind::Ambiguous { name: name.to_owned(), some }));
    }
    let Some((kind, id, cluster)) = found.pop() else {
        return Err(Error::new(Kind::Unknown { what: "item or actor", name: name.to_owned() }));
    };
    let kind = ItemKind::from_name(&kind)
        .ok_or_else(|| Error::damaged(format!("item {id} is of the unknown kind \"{kind}\"")))?;
    Ok(Resolved { kind, id, cluster })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_letter_the_documents_digits_and_its_own() {
        let document = sha256("Talks in Geneva");
        let id = make(ItemKind::Event, &document, "", &[[3, 9]], 0);
        assert_eq!((id.len(), id.starts_with('e')), (14, true), "{id}");
        assert_eq!(id[1..7], document[..6]);
        assert_eq!(id, make(ItemKind::Event, &document, "", &[[3, 9]], 0));
        let others = [
            make(ItemKind::Meeting, &document, "", &[[3, 9]], 0),
            make(ItemKind::Event, &sha256("Talks in Vienna"), "", &[[3, 9]], 0),
            make(ItemKind::Event, &document, "", &[[3, 10]], 0),
            make(ItemKind::Event, &document, "", &[[3, 9]], 1),
        ];
        assert!(others.iter().all(|o| o[7..] != id[7..]), "{others:?}");
    }
}
