//! Where to look: the keys by which acts that may answer each other find each other.
//!
//! A store with many clauses and many deeds must not compare all pairs. [`asked_keys`] of a clause and [`done_keys`] of
//! a deed share a key wherever [`crate::answers`] or [`crate::contradicts`] finds anything between them (a property
//! test); so it is enough to keep the keys of the one side in an index and to look up those of the other.
//!
//! A key is an actor and a type (`RUS ASSAULT`), or an actor and a word's stem (`RUS diplomaci`). `*` stands for nobody
//! named; `<NATO` for an act of NATO, asked of one of its members.

use crate::World;
use crate::sense::{Reading, Sense};
use crate::tables::related;
use demarche_record::Plover;
use std::collections::BTreeSet;

/// The keys of an act that is spoken of (a commitment's clause), sorted, each once.
pub fn asked_keys(act: &Sense, world: &World) -> Vec<String> {
    let mut keys = BTreeSet::new();
    for reading in &act.readings {
        let mut who: BTreeSet<String> = BTreeSet::from([UNNAMED.to_owned()]);
        for id in reading.actors.iter().flat_map(|a| world.ends(a)) {
            who.extend(world.wholes(id).map(|w| format!("<{w}")));
            who.insert(id.to_owned());
        }
        if reading.actors.is_empty() {
            who = BTreeSet::from([ANY.to_owned()]);
        }
        cross(&who, reading, |t| vec![t], &mut keys);
    }
    keys.into_iter().collect()
}

/// The keys of an act that is done, sorted, each once.
pub fn done_keys(act: &Sense, world: &World) -> Vec<String> {
    let mut keys = BTreeSet::new();
    for reading in &act.readings {
        // Whoever acts, a clause that names nobody may mean it.
        let mut who: BTreeSet<String> = BTreeSet::from([ANY.to_owned()]);
        for id in reading.actors.iter().flat_map(|a| world.ends(a)) {
            who.extend(world.wholes(id).map(str::to_owned));
            who.insert(format!("<{id}"));
            who.insert(id.to_owned());
        }
        if reading.actors.is_empty() {
            who.insert(UNNAMED.to_owned());
        }
        cross(&who, reading, related, &mut keys);
    }
    keys.into_iter().collect()
}

/// The clause names nobody.
const ANY: &str = "*";
/// The deed names nobody: any clause may mean it.
const UNNAMED: &str = "?";

fn cross(
    who: &BTreeSet<String>,
    reading: &Reading,
    types: impl Fn(Plover) -> Vec<Plover>,
    keys: &mut BTreeSet<String>,
) {
    let types = reading.r#type.map(types).unwrap_or_default();
    for who in who {
        keys.extend(types.iter().map(|t| format!("{who} {}", t.name())));
        if reading.by_words {
            keys.extend(reading.words.iter().map(|w| format!("{who} {}", w.stem)));
        }
    }
}
