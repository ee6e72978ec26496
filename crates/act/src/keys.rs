//! Where to look: the keys by which acts that may answer each other find each other.
//!
//! A store with many clauses and many deeds must not compare all pairs. [`asked_keys`] of a clause and [`done_keys`] of
//! a deed share a key wherever [`crate::answers`] or [`crate::contradicts`] finds anything between them (a property
//! test); so it is enough to keep the keys of the one side in an index and to look up those of the other.
//!
//! A key is an actor and a type (`RUS ASSAULT`), or an actor and a word's stem (`RUS diplomaci`), as a hash, which is all
//! that finding takes. `*` stands for nobody named; `<NATO` for an act of NATO, asked of one of its members.

use crate::World;
use crate::sense::{Reading, Sense};
use crate::tables::related;
use demarche_record::Plover;

/// The keys of an act that is spoken of (a commitment's clause), sorted, each once.
pub fn asked_keys(act: &Sense, world: &World) -> Vec<u64> {
    let mut keys = Vec::new();
    for reading in &act.readings {
        let mut who = Vec::new();
        for id in reading.actors.iter().flat_map(|a| world.ends(a)) {
            who.extend(world.wholes(id).map(|w| hash([OF, w])));
            who.push(hash([id]));
        }
        who.push(hash([if reading.actors.is_empty() { ANY } else { UNNAMED }]));
        cross(who, reading, |t| vec![t], &mut keys);
    }
    each_once(keys)
}

/// The keys of an act that is done, sorted, each once.
pub fn done_keys(act: &Sense, world: &World) -> Vec<u64> {
    let mut keys = Vec::new();
    for reading in &act.readings {
        // Whoever acts, a clause that names nobody may mean it.
        let mut who = vec![hash([ANY])];
        for id in reading.actors.iter().flat_map(|a| world.ends(a)) {
            who.extend(world.wholes(id).map(|w| hash([w])));
            who.push(hash([OF, id]));
            who.push(hash([id]));
        }
        if reading.actors.is_empty() {
            who.push(hash([UNNAMED]));
        }
        cross(who, reading, related, &mut keys);
    }
    each_once(keys)
}

/// The clause names nobody.
const ANY: &str = "*";
/// The deed names nobody: any clause may mean it.
const UNNAMED: &str = "?";
/// Of the whole that an actor is part of.
const OF: &str = "<";

/// Hashes in order, each once.
pub(crate) fn each_once(mut hashes: Vec<u64>) -> Vec<u64> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// FNV-1a over 64 bits (Fowler, Noll, Vo) of the parts one after the other: the same on every machine and in every version.
pub(crate) fn hash<'p>(parts: impl IntoIterator<Item = &'p str>) -> u64 {
    let bytes = parts.into_iter().flat_map(str::bytes);
    bytes.fold(0xcbf2_9ce4_8422_2325, |h: u64, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn cross(who: Vec<u64>, reading: &Reading, types: impl Fn(Plover) -> Vec<Plover>, keys: &mut Vec<u64>) {
    let who = each_once(who);
    let types = reading.r#type.map(types).unwrap_or_default();
    let stems = reading.words.iter().filter(|_| reading.by_words).map(|w| w.stem.as_str());
    for what in types.iter().map(|t| t.name()).chain(stems).map(|what| hash([what])) {
        // The finish of SplitMix64 (Steele et al. 2014), so that who and what cannot stand for one another.
        keys.extend(who.iter().map(|who| {
            let h = who.rotate_left(32) ^ what;
            let h = (h ^ (h >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let h = (h ^ (h >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            h ^ (h >> 31)
        }));
    }
}
