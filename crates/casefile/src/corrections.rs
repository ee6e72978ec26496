//! What an analyst sets right.
//!
//! Corrections are kept in the order in which they were made and are never deleted: one that is undone stays in the
//! history. Everything derived is derived from the documents and from those in force ([`Fixes`]).

use crate::error::{Doing, Error, Kind, Result};
use crate::ids::{ItemKind, resolve};
use crate::open::Case;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One correction, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", content = "args", rename_all = "snake_case")]
pub enum Correction {
    /// Two items are one.
    Merge {
        /// An item.
        a: String,
        /// Another of the same kind.
        b: String,
    },
    /// An item is not what its cluster is; it stands alone from then on, whatever the rules say.
    Split {
        /// The item.
        item: String,
    },
    /// One actor is another, or has another name.
    Actor {
        /// The case's id of an actor, the record's id in some document, or the id of an item (then it holds in that
        /// document only).
        actor: String,
        /// The case's id of who it is.
        is: String,
    },
    /// An item is wrong: it is kept, but shown nowhere.
    Wrong {
        /// The item.
        item: String,
    },
    /// An item that was called wrong is right.
    Right {
        /// The item.
        item: String,
    },
}

/// A correction in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Made {
    /// Its number.
    pub number: i64,
    /// What was set right.
    pub correction: Correction,
    /// The day on which it was made.
    pub made: String,
    /// Whether it was undone.
    pub undone: bool,
}

/// The corrections in force, ready to be looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fixes {
    merges: Vec<(i64, String, String)>,
    splits: BTreeMap<String, i64>,
    actors: BTreeMap<String, String>,
    wrong: BTreeSet<String>,
}

impl Fixes {
    /// Reads them.
    pub fn read(conn: &Connection) -> Result<Fixes> {
        let mut fixes = Fixes::default();
        for made in history(conn)?.into_iter().filter(|m| !m.undone) {
            match made.correction {
                Correction::Merge { a, b } => fixes.merges.push((made.number, a, b)),
                Correction::Split { item } => {
                    fixes.splits.insert(item, made.number);
                }
                Correction::Actor { actor, is } => {
                    fixes.actors.insert(actor, is);
                }
                Correction::Wrong { item } => {
                    fixes.wrong.insert(item);
                }
                Correction::Right { item } => {
                    fixes.wrong.remove(&item);
                }
            }
        }
        Ok(fixes)
    }

    /// Who an actor is, by item id, case id or a record's id.
    pub fn actor(&self, name: &str) -> Option<&str> {
        let mut at = self.actors.get(name)?;
        // A is B and B is C; a ring ends where it began.
        for _ in 0..self.actors.len() {
            match self.actors.get(at) {
                Some(next) if next != name && next != at => at = next,
                _ => break,
            }
        }
        Some(at)
    }

    /// Whether an item was called wrong.
    pub fn wrong(&self, item: &str) -> bool {
        self.wrong.contains(item)
    }

    /// Whether rules may merge the item.
    pub fn free(&self, item: &str) -> bool {
        !self.wrong.contains(item) && !self.splits.contains_key(item)
    }

    /// The items that were merged with this one by hand, and the corrections' numbers. A split undoes merges before it.
    pub fn merged<'f>(&'f self, item: &'f str) -> impl Iterator<Item = (i64, &'f str)> {
        let after = |n: i64, item: &str| self.splits.get(item).is_none_or(|&split| split < n);
        self.merges.iter().filter_map(move |(n, a, b)| {
            let other = match (a == item, b == item) {
                (true, _) => b,
                (_, true) => a,
                _ => return None,
            };
            let holds = after(*n, a) && after(*n, b) && !self.wrong(a) && !self.wrong(b);
            (holds && a != b).then_some((*n, other.as_str()))
        })
    }

    /// The items that two states of the corrections treat differently.
    fn differing(&self, other: &Fixes) -> BTreeSet<String> {
        let of = |x: &Fixes, y: &Fixes| {
            let merges = x.merges.iter().filter(|m| !y.merges.contains(m));
            let splits = x.splits.iter().filter(|(i, n)| y.splits.get(*i) != Some(n));
            merges
                .flat_map(|(_, a, b)| [a.clone(), b.clone()])
                .chain(splits.map(|(i, _)| i.clone()))
                .chain(x.wrong.difference(&y.wrong).cloned())
                .collect::<Vec<_>>()
        };
        of(self, other).into_iter().chain(of(other, self)).collect()
    }

    /// The actors of whom two states of the corrections say different things, and who they are said to be.
    fn differing_actors(&self, other: &Fixes) -> BTreeSet<String> {
        let of = |x: &Fixes, y: &Fixes| {
            let some = x.actors.iter().filter(|(a, is)| y.actors.get(*a) != Some(is));
            some.flat_map(|(a, is)| [a.clone(), is.clone()]).collect::<Vec<_>>()
        };
        of(self, other).into_iter().chain(of(other, self)).collect()
    }
}

/// All corrections, in the order in which they were made.
///
/// # Errors
/// Where the case cannot be read.
pub fn history(conn: &Connection) -> Result<Vec<Made>> {
    let doing = "reading the corrections";
    let mut query = conn
        .prepare_cached("SELECT correction, verb, args, made, undone FROM corrections ORDER BY correction")
        .doing(doing)?;
    let rows = query
        .query_map([], |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?, r.get(3)?, r.get(4)?))
        })
        .doing(doing)?;
    rows.map(|row| {
        let (number, verb, args, made, undone) = row.doing(doing)?;
        let args: serde_json::Value = serde_json::from_str(&args)?;
        let correction = serde_json::from_value(serde_json::json!({ "verb": verb, "args": args }))?;
        Ok(Made { number, correction, made, undone })
    })
    .collect()
}

impl Case {
    /// Sets something right. `made` is the day (ISO date). Ids may be short ones. Gives the correction's number, by
    /// which it can be undone.
    ///
    /// # Errors
    /// Where an item is not known, a merge is of items of two kinds, of an item with itself or of actors (for those
    /// there is [`Correction::Actor`]), or where the case cannot be written.
    pub fn correct(&mut self, correction: &Correction, made: &str) -> Result<i64> {
        let full = self.in_full(correction)?;
        let doing = "writing a correction";
        self.blocks.clear();
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).doing(doing)?;
        let before = Fixes::read(&tx)?;
        let json = serde_json::to_value(&full)?;
        tx.execute(
            "INSERT INTO corrections (verb, args, made) VALUES (?1, ?2, ?3)",
            params![json["verb"].as_str(), json["args"].to_string(), made],
        )
        .doing(doing)?;
        let number = tx.last_insert_rowid();
        crate::rebuild::apply(&tx, &before, &Fixes::read(&tx)?)?;
        crate::relive::untell(&tx)?;
        tx.commit().doing(doing)?;
        Ok(number)
    }

    /// Takes a correction back: the case is as if it had never been made.
    ///
    /// # Errors
    /// Where there is none of that number in force, or the case cannot be written.
    pub fn undo(&mut self, number: i64) -> Result<()> {
        let doing = "undoing a correction";
        self.blocks.clear();
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).doing(doing)?;
        let before = Fixes::read(&tx)?;
        let n = tx
            .execute("UPDATE corrections SET undone = 1 WHERE correction = ?1 AND undone = 0", [number])
            .doing(doing)?;
        if n == 0 {
            return Err(Error::new(Kind::Unknown {
                what: "correction in force with number",
                name: number.to_string(),
            }));
        }
        crate::rebuild::apply(&tx, &before, &Fixes::read(&tx)?)?;
        crate::relive::untell(&tx)?;
        tx.commit().doing(doing)
    }

    /// The corrections of this case, those undone too.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn corrections(&self) -> Result<Vec<Made>> {
        history(&self.conn)
    }

    /// The corrections in force that speak of an item which is in the case no more, since a later reading of its text
    /// has no such item. They hold again as soon as one has.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn lost_corrections(&self) -> Result<Vec<Made>> {
        let mut lost = Vec::new();
        for made in history(&self.conn)?.into_iter().filter(|m| !m.undone) {
            let items: Vec<&str> = match &made.correction {
                Correction::Merge { a, b } => vec![a, b],
                Correction::Split { item } | Correction::Wrong { item } | Correction::Right { item } => {
                    vec![item]
                }
                Correction::Actor { .. } => Vec::new(),
            };
            for item in items {
                if kind_of(&self.conn, item)?.is_none() {
                    lost.push(made.clone());
                    break;
                }
            }
        }
        Ok(lost)
    }

    /// The correction with the ids of its items in full, once it makes sense.
    fn in_full(&self, correction: &Correction) -> Result<Correction> {
        let item = |name: &str| resolve(&self.conn, name);
        let refuse = |why: String| Err(Error::new(Kind::Correction(why)));
        Ok(match correction {
            Correction::Merge { a, b } => {
                let (a, b) = (item(a)?, item(b)?);
                if a.kind == ItemKind::Actor || b.kind == ItemKind::Actor {
                    return refuse(
                        "actors are not merged item by item: say that the one is the other".into(),
                    );
                }
                if a.kind != b.kind {
                    let (one, two) = (a.kind.name(), b.kind.name());
                    return refuse(format!(
                        "{} is of kind {one}, {} of kind {two}: they cannot be one",
                        a.id, b.id
                    ));
                }
                if a.id == b.id {
                    return refuse(format!("{} is itself already", a.id));
                }
                Correction::Merge { a: a.id, b: b.id }
            }
            Correction::Split { item: name } => {
                let found = item(name)?;
                if found.kind == ItemKind::Actor {
                    return refuse(
                        "actors are not split item by item: say who the one in this document is".into(),
                    );
                }
                Correction::Split { item: found.id }
            }
            Correction::Wrong { item: name } => Correction::Wrong { item: item(name)?.id },
            Correction::Right { item: name } => Correction::Right { item: item(name)?.id },
            Correction::Actor { actor, is } => {
                let found = resolve(&self.conn, actor)?;
                if found.kind != ItemKind::Actor {
                    return refuse(format!("{} is of kind {}, no actor", found.id, found.kind.name()));
                }
                if is.trim().is_empty() {
                    return refuse("an actor has a name".into());
                }
                // A case id holds for the actor everywhere, an item's id in that document.
                let actor = if found.cluster == *actor { actor.clone() } else { found.id };
                let is = match resolve(&self.conn, is) {
                    Ok(found) if found.kind == ItemKind::Actor => found.cluster,
                    _ => is.clone(),
                };
                if actor == is {
                    return refuse(format!("{actor} is {is} already"));
                }
                Correction::Actor { actor, is }
            }
        })
    }
}

/// The kind of the item with that id.
fn kind_of(conn: &Connection, id: &str) -> Result<Option<String>> {
    conn.prepare_cached("SELECT kind FROM items WHERE id = ?1")
        .and_then(|mut q| q.query_row([id], |r| r.get(0)).optional())
        .doing("looking up an id")
}

/// What changed between two states of the corrections.
pub(crate) struct Difference {
    /// Items that must be merged anew.
    pub items: BTreeSet<String>,
    /// Actors of whom other things are said.
    pub actors: BTreeSet<String>,
}

/// See [`Difference`].
pub(crate) fn difference(before: &Fixes, after: &Fixes) -> Difference {
    Difference { items: before.differing(after), actors: before.differing_actors(after) }
}
