//! The blocks in which items are looked for, kept in memory while documents are added.
//!
//! The keys of all items are read when one is first looked for, an item when it is first met; both are kept up to date from
//! then on. Whatever else may have changed the case
//! (a transaction that failed, another program, a correction) empties all.

use super::forest::Place;
use super::named::Naming;
use super::postings::{Postings, unpacked};
use super::traits::{Glance, Traits};
use crate::ask::brief::{Day, Id};
use crate::copies::Copies;
use crate::error::{Doing, Error, Result};
use rusqlite::Connection;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// More items than this are not kept (some 500 bytes each).
const MOST: usize = 200_000;

/// An item, as others are compared with it.
#[derive(Debug)]
pub(crate) struct Known {
    pub place: Place,
    pub traits: Traits,
}

/// A place as numbers, which stand in the same order.
pub(crate) fn order(place: &Place) -> Result<(Day, Id)> {
    Ok((place.known().map_or(Day::NONE, Day::of), Id::of(&place.id)?))
}

/// Blocks read so far.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    items: Vec<Known>,
    /// Of each the place as numbers, in the same order.
    orders: Vec<(Day, Id)>,
    /// What tells each from most others.
    glances: Vec<Glance>,
    /// The number of its cluster.
    of: Vec<u32>,
    /// The rows (`items.item`) of all items by their keys.
    keys: Option<Postings>,
    /// The number of each row's item, one more; 0: it was not read.
    numbers: Vec<u32>,
    /// When each was met last, by the count of looks.
    looked: Vec<u32>,
    looks: u32,
    /// The first of each cluster, and the cluster that it became part of (itself, where it did not).
    clusters: Vec<(Rc<Place>, u32)>,
    /// The cluster that has that first.
    firsts: FxHashMap<String, u32>,
    /// What near-copies are found by.
    pub copies: Copies,
    /// What is to be written of how documents name actors.
    pub named: Naming,
    /// SQLite's count of what other connections wrote.
    version: i64,
}

impl Blocks {
    /// Forgets everything.
    pub fn clear(&mut self) {
        let version = self.version;
        *self = Blocks { version, ..Blocks::default() };
    }

    /// Forgets everything if somebody else wrote, or if there is too much.
    pub fn check(&mut self, tx: &Connection) -> Result<()> {
        let version: i64 = tx
            .prepare_cached("PRAGMA data_version")
            .and_then(|mut q| q.query_row([], |r| r.get(0)))
            .doing("reading the case file")?;
        if version != self.version || self.items.len() > MOST {
            // What is to be written is of this transaction.
            let named = std::mem::take(&mut self.named);
            *self = Blocks { version, named, ..Blocks::default() };
        }
        self.copies.forget_some();
        Ok(())
    }

    /// The item of a number.
    pub fn item(&self, number: u32) -> &Known {
        &self.items[number as usize]
    }

    /// Whether an item stands before a place, given as numbers.
    pub fn is_before(&self, number: u32, order: (Day, Id)) -> bool {
        self.orders[number as usize] < order
    }

    /// The number of an item's cluster.
    pub fn cluster(&mut self, number: u32) -> u32 {
        let mut at = self.of[number as usize];
        while self.clusters[at as usize].1 != at {
            at = self.clusters[at as usize].1;
        }
        self.of[number as usize] = at;
        at
    }

    /// The first of the cluster with that number.
    pub fn first(&self, cluster: u32) -> &Rc<Place> {
        &self.clusters[cluster as usize].0
    }

    /// The number of the cluster with that first.
    fn numbered(&mut self, first: &Place) -> u32 {
        if let Some(&kept) = self.firsts.get(&first.id) {
            return kept;
        }
        let number = self.clusters.len() as u32;
        self.clusters.push((Rc::new(first.clone()), number));
        self.firsts.insert(first.id.clone(), number);
        number
    }

    /// The items that have one of the keys and may be one with what looks so, but not that of the row `own`: each once, in
    /// the order of their places.
    pub fn met(&mut self, tx: &Connection, own: i64, keys: &[u32], glance: Glance) -> Result<Vec<u32>> {
        let own = row(own)?;
        let postings = match self.keys.take() {
            Some(read) => read,
            None => read(tx)?,
        };
        self.looks += 1;
        let mut met = Vec::new();
        let mut rows: Vec<u32> = Vec::new();
        for key in keys {
            postings.with(*key).for_each(|row| rows.push(row));
        }
        for row in rows.into_iter().filter(|row| *row != own) {
            let number = self.number(tx, row)?;
            // Most stand under several keys.
            let again = std::mem::replace(&mut self.looked[number as usize], self.looks) == self.looks;
            if !again && self.glances[number as usize].may_be(glance) {
                met.push(number);
            }
        }
        self.keys = Some(postings);
        met.sort_unstable_by_key(|n| self.orders[*n as usize]);
        Ok(met)
    }

    /// The number of the item in a row, which is read where it was not yet.
    fn number(&mut self, tx: &Connection, row: u32) -> Result<u32> {
        if let Some(number) = self.numbers.get(row as usize).and_then(|n| n.checked_sub(1)) {
            return Ok(number);
        }
        let doing = "reading what may be the same";
        let mut query = tx
            .prepare_cached(
                "SELECT i.id, i.known, i.cluster, c.known, t.traits
                 FROM items i JOIN traits t ON t.item = i.item JOIN items c ON c.id = i.cluster WHERE i.item = ?1",
            )
            .doing(doing)?;
        type Row = (String, Option<String>, String, Option<String>, Vec<u8>);
        let (id, known, cluster, first, traits): Row = query
            .query_row([row], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))
            .doing(doing)?;
        let (place, cluster) = (Place::new(known.as_deref(), &id), Place::new(first.as_deref(), &cluster));
        self.put(row, place, Traits::unpacked(&traits)?, &cluster)
    }

    fn put(&mut self, row: u32, place: Place, traits: Traits, cluster: &Place) -> Result<u32> {
        let (number, order) = (self.items.len() as u32, order(&place)?);
        let cluster = self.numbered(cluster);
        let at = row as usize;
        if self.numbers.len() <= at {
            self.numbers.resize(at + 1, 0);
        }
        self.numbers[at] = number + 1;
        self.orders.push(order);
        self.looked.push(0);
        self.glances.push(traits.glance());
        self.of.push(cluster);
        self.items.push(Known { place, traits });
        Ok(number)
    }

    /// Adds an item that came as one that is alone in its cluster.
    pub fn add(
        &mut self,
        tx: &Connection,
        item: i64,
        place: &Place,
        traits: Traits,
        keys: &[u32],
    ) -> Result<()> {
        let row = row(item)?;
        if self.keys.is_none() {
            self.keys = Some(read(tx)?);
        }
        if let Some(postings) = &mut self.keys {
            keys.iter().for_each(|key| postings.add(*key, row));
        }
        if self.numbers.get(row as usize).is_none_or(|n| *n == 0) {
            self.put(row, place.clone(), traits, place)?;
        }
        Ok(())
    }

    /// Notes that a cluster is now part of the one that `first` names.
    pub fn merged(&mut self, cluster: &Place, first: &Place) {
        if cluster != first {
            let (of, to) = (self.numbered(cluster), self.numbered(first));
            self.clusters[of as usize].1 = to;
        }
    }
}

/// A row as blocks have it.
fn row(item: i64) -> Result<u32> {
    u32::try_from(item).map_err(|_| Error::damaged("more items than there can be"))
}

/// The keys of all items.
fn read(tx: &Connection) -> Result<Postings> {
    let doing = "reading what may be the same";
    let mut query = tx.prepare_cached("SELECT item, keys FROM traits").doing(doing)?;
    let mut rows = query.query([]).doing(doing)?;
    let mut pairs = Vec::new();
    while let Some(found) = rows.next().doing(doing)? {
        let item = row(found.get(0).doing(doing)?)?;
        let keys = found.get_ref(1).doing(doing)?;
        pairs.extend(unpacked(keys.as_blob().unwrap_or_default()).map(|key| (key, item)));
    }
    Ok(Postings::new(pairs))
}
