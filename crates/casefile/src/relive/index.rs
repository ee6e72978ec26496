//! Which commitments, meetings and happenings to look at together.
//!
//! In memory by their keys ([`Index`]); in the case file, for each document, by short hashes of them (the table `lived`):
//! to read those of ten thousand documents through takes some milliseconds, and nothing is written out of order. Two keys
//! may have one hash: then a document is looked at in vain.

use super::DOING;
use super::load::Loaded;
use crate::error::{Doing, Result};
use crate::lives::{self, Done, Outcome, Ready};
use demarche_act::World;
use itertools::Itertools;
use jiff::civil::Date;
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap as HashMap;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// What a document says, made ready.
pub(super) struct Prepared {
    pub loaded: Loaded,
    /// Of each commitment.
    pub ready: Vec<Ready>,
    /// Of each meeting.
    pub meeting_keys: Vec<Vec<u64>>,
    pub done: Vec<Done>,
}

impl Prepared {
    pub fn new(mut loaded: Loaded, world: &World) -> Prepared {
        let ready = loaded.commitments.iter().map(|c| lives::prepare(c, world)).collect();
        let meeting_keys = loaded.meetings.iter().map(lives::meeting_keys).collect();
        let happenings = std::mem::take(&mut loaded.happenings).into_iter();
        let done = happenings.map(|h| lives::prepare_happening(&h, world));
        let done = done.filter(|d| !d.keys().is_empty()).collect();
        Prepared { loaded, ready, meeting_keys, done }
    }

    /// The hashes of the keys by which happenings find its commitments and meetings.
    pub fn asked(&self) -> BTreeSet<u32> {
        let of_commitments = self.ready.iter().flat_map(|r| r.keys());
        of_commitments.chain(self.meeting_keys.iter().flatten()).map(|k| short(*k)).collect()
    }

    /// The hashes of the keys of its happenings.
    pub fn done(&self) -> BTreeSet<u32> {
        self.done.iter().flat_map(Done::keys).map(|k| short(*k)).collect()
    }

    /// Writes the hashes of its keys down.
    pub fn keep(&self, conn: &Connection, doc: i64) -> Result<()> {
        conn.prepare_cached("INSERT OR REPLACE INTO lived (doc, asked, done) VALUES (?1, ?2, ?3)")
            .and_then(|mut q| q.execute(params![doc, packed(&self.asked()), packed(&self.done())]))
            .doing(DOING)
            .map(|_| ())
    }
}

/// A short hash of a key.
pub(super) fn short(key: u64) -> u32 {
    (key ^ key >> 32) as u32
}

fn packed(hashes: &BTreeSet<u32>) -> Vec<u8> {
    hashes.iter().flat_map(|h| h.to_le_bytes()).collect()
}

/// The documents that have one of the hashes: with commitments or meetings that `done` may change, with happenings that may
/// change what `asked` is of.
pub(super) fn documents(
    conn: &Connection,
    asked: &HashSet<u32>,
    done: &HashSet<u32>,
) -> Result<(BTreeSet<i64>, BTreeSet<i64>)> {
    let has = |hashes: &HashSet<u32>, bytes: &[u8]| {
        bytes.chunks_exact(4).any(|b| hashes.contains(&u32::from_le_bytes([b[0], b[1], b[2], b[3]])))
    };
    let (mut with_commitments, mut with_happenings) = (BTreeSet::new(), BTreeSet::new());
    let mut query = conn.prepare_cached("SELECT doc, asked, done FROM lived").doing(DOING)?;
    let mut rows = query.query([]).doing(DOING)?;
    while let Some(row) = rows.next().doing(DOING)? {
        let doc: i64 = row.get(0).doing(DOING)?;
        if has(done, row.get_ref(1).doing(DOING)?.as_blob().unwrap_or_default()) {
            with_commitments.insert(doc);
        }
        if has(asked, row.get_ref(2).doing(DOING)?.as_blob().unwrap_or_default()) {
            with_happenings.insert(doc);
        }
    }
    Ok((with_commitments, with_happenings))
}

/// Happenings by their keys.
pub(super) struct Index<'d> {
    /// In the order of the days from which they are known, undated ones first.
    done: Vec<&'d Done>,
    /// The last day on which one of those up to each place happened.
    until: Vec<Option<Date>>,
    /// Of each the day from which it is known, the number of its content, and what it answers by name: what is asked of
    /// most of them, and nothing else.
    known: Vec<Option<Date>>,
    contents: Vec<u32>,
    answers: Vec<u8>,
    /// Their places, in order.
    by_key: HashMap<u64, Vec<usize>>,
}

/// What was found of pairs: the same words bind and are done again and again. Commitments of one content are best asked for
/// one after the other.
#[derive(Default)]
pub(super) struct Memo {
    /// Numbers of contents ([`Ready::content`], [`Done::content`]).
    numbers: HashMap<u64, u32>,
    /// The content of the commitment that was asked for last, and what is known of it: for the content of each happening
    /// when it was found and where it stands in `found`; 0: nothing follows.
    of: Option<u32>,
    turn: u32,
    rows: Vec<(u32, u32)>,
    found: Vec<Rc<[Outcome]>>,
}

impl Memo {
    pub fn number(&mut self, content: u64) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(content).or_insert(next)
    }

    /// What `find` says of a commitment of the content `own` and a happening of the content `done`; `None`: nothing.
    pub fn outcomes(
        &mut self,
        own: u32,
        done: u32,
        find: impl FnOnce() -> Vec<Outcome>,
    ) -> Option<Rc<[Outcome]>> {
        if self.of != Some(own) {
            self.of = Some(own);
            self.turn += 1;
            self.found.clear();
        }
        let done = done as usize;
        if self.rows.len() <= done {
            self.rows.resize(done + 1, (0, 0));
        }
        if self.rows[done].0 != self.turn {
            let outcomes = find();
            let place = if outcomes.is_empty() {
                0
            } else {
                self.found.push(outcomes.into());
                self.found.len() as u32
            };
            self.rows[done] = (self.turn, place);
        }
        self.found.get((self.rows[done].1 as usize).wrapping_sub(1)).cloned()
    }
}

impl<'d> Index<'d> {
    pub fn new(done: impl IntoIterator<Item = &'d Done>, memo: &mut Memo) -> Index<'d> {
        let mut done: Vec<&Done> = done.into_iter().collect();
        done.sort_by(|a, b| (a.known(), a.id()).cmp(&(b.known(), b.id())));
        let mut by_key: HashMap<u64, Vec<usize>> = HashMap::default();
        for (place, d) in done.iter().enumerate() {
            for key in d.keys() {
                by_key.entry(*key).or_default().push(place);
            }
        }
        let until = done.iter().scan(None, |last, d| {
            *last = (*last).max(Some(d.day().unwrap_or(Date::MAX)));
            Some(*last)
        });
        let contents = done.iter().map(|d| memo.number(d.content())).collect();
        let (known, answers) = done.iter().map(|d| (d.known(), d.answers())).unzip();
        Index { until: until.collect(), known, contents, answers, done, by_key }
    }

    /// The places of those that have one of the keys, each once, in order; but not the first ones, that happened before the day `from`.
    pub fn with<'i>(&'i self, keys: &[u64], from: Option<Date>) -> impl Iterator<Item = usize> + use<'i, 'd> {
        let first = self.until.partition_point(|until| from.is_some_and(|from| *until < Some(from)));
        let lists = keys.iter().filter_map(|k| self.by_key.get(k)).map(|list| {
            let skip = list.partition_point(|place| *place < first);
            list[skip..].iter().copied()
        });
        lists.kmerge().dedup()
    }

    pub fn at(&self, place: usize) -> &'d Done {
        self.done[place]
    }

    pub fn known(&self, place: usize) -> Option<Date> {
        self.known[place]
    }

    pub fn content(&self, place: usize) -> u32 {
        self.contents[place]
    }

    pub fn answers(&self, place: usize) -> u8 {
        self.answers[place]
    }
}
