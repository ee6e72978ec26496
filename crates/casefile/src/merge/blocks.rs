//! The blocks in which items are looked for, kept in memory while documents are added.
//!
//! A block is read when it is first asked for and kept up to date from then on. Whatever else may have changed the case
//! (a transaction that failed, another program, a correction) empties all.

use super::forest::Place;
use super::traits::Traits;
use crate::ask::brief::{Day, Id};
use crate::copies::Copies;
use crate::error::{Doing, Result};
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
    /// The number of its cluster.
    of: Vec<u32>,
    numbers: FxHashMap<String, u32>,
    blocks: FxHashMap<i64, Vec<u32>>,
    /// The first of each cluster, and the cluster that it became part of (itself, where it did not).
    clusters: Vec<(Rc<Place>, u32)>,
    /// The cluster that has that first.
    firsts: FxHashMap<String, u32>,
    /// What near-copies are found by.
    pub copies: Copies,
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
            *self = Blocks { version, ..Blocks::default() };
        }
        if self.copies.is_too_much() {
            self.copies = Copies::default();
        }
        Ok(())
    }

    /// The number of an item, if it was read.
    pub fn number(&self, id: &str) -> Option<u32> {
        self.numbers.get(id).copied()
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

    /// Puts items in the order of their places.
    pub fn sort(&self, numbers: &mut Vec<u32>) {
        // Most stand under several keys.
        numbers.sort_unstable();
        numbers.dedup();
        numbers.sort_unstable_by_key(|n| self.orders[*n as usize]);
    }

    /// The items of a block.
    pub fn block(&mut self, tx: &Connection, key: i64) -> Result<&[u32]> {
        if !self.blocks.contains_key(&key) {
            let doing = "reading what may be the same";
            let mut query = tx
                .prepare_cached(
                    "SELECT i.id, i.known, i.cluster, c.known, t.traits
                     FROM keys k JOIN items i ON i.item = k.item JOIN traits t ON t.item = k.item
                     JOIN items c ON c.id = i.cluster WHERE k.key = ?1",
                )
                .doing(doing)?;
            let mut rows = query.query([key]).doing(doing)?;
            let mut block = Vec::new();
            while let Some(row) = rows.next().doing(doing)? {
                let id: String = row.get(0).doing(doing)?;
                let number = match self.numbers.get(&id) {
                    Some(&n) => n,
                    None => {
                        let known: Option<String> = row.get(1).doing(doing)?;
                        let (cluster, first): (String, Option<String>) =
                            (row.get(2).doing(doing)?, row.get(3).doing(doing)?);
                        let bytes = row.get_ref(4).doing(doing)?;
                        let traits = Traits::unpacked(bytes.as_blob().unwrap_or_default())?;
                        self.put(
                            Place::new(known.as_deref(), &id),
                            traits,
                            &Place::new(first.as_deref(), &cluster),
                        )?
                    }
                };
                block.push(number);
            }
            self.blocks.insert(key, block);
        }
        Ok(self.blocks.get(&key).map_or(&[], Vec::as_slice))
    }

    fn put(&mut self, place: Place, traits: Traits, cluster: &Place) -> Result<u32> {
        let number = self.items.len() as u32;
        let cluster = self.numbered(cluster);
        self.numbers.insert(place.id.clone(), number);
        self.orders.push(order(&place)?);
        self.of.push(cluster);
        self.items.push(Known { place, traits });
        Ok(number)
    }

    /// Adds a new item, alone in its cluster, to the blocks that were read.
    pub fn add(&mut self, place: &Place, traits: &Traits, keys: &[i64]) -> Result<()> {
        if !self.numbers.contains_key(&place.id) {
            let number = self.put(place.clone(), traits.clone(), place)?;
            for key in keys {
                if let Some(block) = self.blocks.get_mut(key) {
                    block.push(number);
                }
            }
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
