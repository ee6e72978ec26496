//! Who is who: the case's id of an actor, and whom it stands for.
//!
//! States, alliances and bodies are known by their id. Persons are known by their names: in a block of persons with one
//! surname, those with the same given name are one; an initial or a bare surname is the one person whom it can mean
//! (a bare surname only where both speak for the same side). What is derived is derived from the *set* of ways in which
//! documents name persons (`profiles`), so that it can be had as of any day.

use super::forest::Place;
use super::words::sound;
use crate::corrections::Fixes;
use crate::error::{Doing, Result};
use crate::known::Meant;
use demarche_record::{Actor, ActorKind};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet};

/// An id or name of a body without its article.
pub(crate) fn plain(id: &str) -> &str {
    id.strip_prefix("the ").or_else(|| id.strip_prefix("The ")).unwrap_or(id)
}

/// A way in which documents name a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Profile {
    /// The name.
    pub name: String,
    /// For whom the person speaks; empty where the document does not say.
    pub side: String,
}

/// Who a profile is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// The case's id.
    pub actor: String,
    /// Whom it stands for; itself, where for nobody else.
    pub stands: String,
    /// The profile that it was recognised by, and why; none where the name is the id's.
    pub by: Option<(usize, String)>,
}

/// Where a person's namesakes are looked for; empty for all other actors.
pub(crate) fn block(actor: &Actor) -> String {
    match actor.kind {
        ActorKind::Person if !unnamed(actor) => sound(surname(&actor.id)),
        _ => String::new(),
    }
}

/// Whether a person is described, not named: "an envoy".
fn unnamed(actor: &Actor) -> bool {
    actor.kind == ActorKind::Person && !actor.id.contains(char::is_uppercase)
}

/// The case's id of an actor that is no named person, by its own record: `side` is whom it stands for there, empty for
/// nobody, `item` its item's id. An envoy of a state is that state's envoy; one of nobody's is another in every document.
pub(crate) fn own_id(actor: &Actor, side: &str, item: &str) -> String {
    match side {
        _ if !unnamed(actor) => plain(&actor.id).to_owned(),
        "" => format!("{} ({item})", plain(&actor.id)),
        side => format!("{} ({side})", plain(&actor.id)),
    }
}

fn words(name: &str) -> Vec<&str> {
    let title = |w: &&str| !matches!(w.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV");
    name.split_whitespace().filter(title).collect()
}

fn surname(name: &str) -> &str {
    words(name).last().copied().unwrap_or(name)
}

/// The given name: as it sounds, whether it is an initial only; none where the surname stands alone.
fn given(name: &str) -> Option<(String, bool)> {
    let all = words(name);
    let first = (all.len() > 1).then(|| all[0])?;
    let initial = first.ends_with('.') || first.chars().filter(|c| c.is_alphabetic()).count() < 2;
    Some((sound(first), initial))
}

/// Who the profiles of one block are. A function of the set: `profiles` in order.
pub(crate) fn persons(profiles: &[Profile], fixes: &Fixes) -> Vec<Who> {
    // Persons by given name.
    let mut full: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, p) in profiles.iter().enumerate() {
        if let Some((name, false)) = given(&p.name) {
            full.entry(name).or_default().push(i);
        }
    }
    let mut clusters: Vec<Vec<usize>> = full.values().cloned().collect();
    // The side by which a person is known: the only one that documents with the whole name give.
    let sides: Vec<BTreeSet<&str>> = clusters
        .iter()
        .map(|c| c.iter().map(|&i| profiles[i].side.as_str()).filter(|s| !s.is_empty()).collect())
        .collect();
    let mut why = vec![None; profiles.len()];
    for (i, p) in profiles.iter().enumerate() {
        let (fits, reason): (Vec<usize>, String) = match given(&p.name) {
            Some((_, false)) => continue,
            Some((initial, true)) => {
                let may = |(c, name): (usize, &String)| {
                    let side = p.side.is_empty() || sides[c].is_empty() || sides[c].contains(p.side.as_str());
                    (name.starts_with(&initial) && side).then_some(c)
                };
                (
                    full.keys().enumerate().filter_map(may).collect(),
                    format!("surname and initial of {}", p.name),
                )
            }
            None => {
                let may = |c: &usize| !p.side.is_empty() && sides[*c].contains(p.side.as_str());
                let reason = format!("surname {}, both speak for {}", p.name, p.side);
                ((0..sides.len()).filter(may).collect(), reason)
            }
        };
        match fits[..] {
            [one] => {
                why[i] = Some(reason);
                clusters[one].push(i);
            }
            _ => clusters.push(vec![i]),
        }
    }
    let mut who: Vec<Option<Who>> = vec![None; profiles.len()];
    for cluster in &clusters {
        // The whole name says most; of several ways to write it the longest, then the first in order.
        let best = cluster
            .iter()
            .copied()
            .min_by_key(|&i| {
                let known = given(&profiles[i].name).map(|(_, initial)| initial);
                (known != Some(false), known.is_none(), std::cmp::Reverse(words(&profiles[i].name).len()), i)
            })
            .unwrap_or_default();
        let p = &profiles[best];
        let id = match (given(&p.name), p.side.as_str()) {
            (None, "") => format!("{} (person)", p.name),
            (None, side) => format!("{} ({side})", p.name),
            _ => p.name.clone(),
        };
        let sides: BTreeSet<&str> =
            cluster.iter().map(|&i| profiles[i].side.as_str()).filter(|s| !s.is_empty()).collect();
        let only = if sides.len() == 1 { sides.first().copied() } else { None };
        for &i in cluster {
            let p = &profiles[i];
            let actor = fixes.actor(&id).or_else(|| fixes.actor(&p.name)).unwrap_or(&id).to_owned();
            let side = Some(p.side.as_str()).filter(|s| !s.is_empty()).or(only);
            let stands = side.map(|s| fixes.actor(s).unwrap_or(s)).unwrap_or(&actor).to_owned();
            let reason = why[i].take().or_else(|| {
                let reason =
                    if p.name == profiles[best].name { "same name" } else { "same name, written otherwise" };
                Some(reason.to_owned())
            });
            let by = (i != best).then_some(best).zip(reason);
            who[i] = Some(Who { actor, stands, by });
        }
    }
    // Every profile is in one cluster.
    let alone =
        |i: usize| Who { actor: profiles[i].name.clone(), stands: profiles[i].name.clone(), by: None };
    who.into_iter().enumerate().map(|(i, w)| w.unwrap_or_else(|| alone(i))).collect()
}

/// Notes that the person in item `id` is named as `profile`. True where the block must be looked at again; and who that is
/// as far as the case knew before, where it did.
pub(crate) fn seen(
    tx: &Connection,
    block: &str,
    profile: &Profile,
    place: &Place,
) -> Result<(bool, Option<Meant>)> {
    let doing = "keeping who is who";
    let kept: Option<(Option<String>, String, Meant)> = tx
        .prepare_cached(
            "SELECT known, first, actor, stands FROM profiles WHERE block = ?1 AND name = ?2 AND side = ?3",
        )
        .and_then(|mut q| {
            q.query_row(params![block, profile.name, profile.side], |r| {
                Ok((r.get(0)?, r.get(1)?, (r.get(2)?, r.get(3)?)))
            })
            .optional()
        })
        .doing(doing)?;
    let (kept, who) = kept.map_or((None, None), |(known, first, who)| (Some((known, first)), Some(who)));
    // One that came with the same document is not settled yet.
    let who = who.filter(|(actor, _)| !actor.is_empty());
    match kept {
        Some((known, first)) if Place::new(known.as_deref(), &first) <= *place => return Ok((false, who)),
        Some((_, first)) => {
            forget_links(tx, &first)?;
            tx.prepare_cached(
                "UPDATE profiles SET known = ?4, first = ?5 WHERE block = ?1 AND name = ?2 AND side = ?3",
            )
            .and_then(|mut q| q.execute(params![block, profile.name, profile.side, place.known(), place.id]))
            .doing(doing)?;
        }
        None => {
            tx.prepare_cached(
                "INSERT INTO profiles (block, name, side, known, first, actor, stands)
                 VALUES (?1, ?2, ?3, ?4, ?5, '', '')",
            )
            .and_then(|mut q| q.execute(params![block, profile.name, profile.side, place.known(), place.id]))
            .doing(doing)?;
        }
    }
    Ok((true, who))
}

/// Notes that items named as `profile` went away. True where the block must be looked at again.
pub(crate) fn gone(tx: &Connection, block: &str, profile: &Profile) -> Result<bool> {
    let doing = "keeping who is who";
    let kept: Option<String> = tx
        .prepare_cached("SELECT first FROM profiles WHERE block = ?1 AND name = ?2 AND side = ?3")
        .and_then(|mut q| q.query_row(params![block, profile.name, profile.side], |r| r.get(0)).optional())
        .doing(doing)?;
    let now: Option<(Option<String>, String)> = tx
        .prepare_cached(
            "SELECT i.known, i.id FROM actors a JOIN items i USING (item)
             WHERE a.block = ?1 AND a.block <> '' AND i.local = ?2 AND a.side = ?3 ORDER BY i.known IS NULL, i.known, i.id LIMIT 1",
        )
        .and_then(|mut q| {
            q.query_row(params![block, profile.name, profile.side], |r| Ok((r.get(0)?, r.get(1)?))).optional()
        })
        .doing(doing)?;
    let Some(kept) = kept else { return Ok(false) };
    match now {
        Some((_, first)) if first == kept => Ok(false),
        Some((known, first)) => {
            forget_links(tx, &kept)?;
            tx.prepare_cached(
                "UPDATE profiles SET known = ?4, first = ?5 WHERE block = ?1 AND name = ?2 AND side = ?3",
            )
            .and_then(|mut q| q.execute(params![block, profile.name, profile.side, known, first]))
            .doing(doing)?;
            Ok(true)
        }
        None => {
            forget_links(tx, &kept)?;
            tx.prepare_cached("DELETE FROM profiles WHERE block = ?1 AND name = ?2 AND side = ?3")
                .and_then(|mut q| q.execute(params![block, profile.name, profile.side]))
                .doing(doing)?;
            Ok(true)
        }
    }
}

/// Takes out the links of the profile with that first item to those before it; settling its block takes out all others.
fn forget_links(tx: &Connection, first: &str) -> Result<()> {
    tx.prepare_cached("DELETE FROM links WHERE kind = 'actor' AND b = ?1")
        .and_then(|mut q| q.execute([first]))
        .doing("keeping who is who")?;
    Ok(())
}

/// Decides anew who the persons of a block are, and writes down where that changes anything.
pub(crate) fn settle(tx: &Connection, block: &str, fixes: &Fixes) -> Result<()> {
    let doing = "deciding who is who";
    let mut query = tx
        .prepare_cached(
            "SELECT name, side, known, first, actor, stands FROM profiles WHERE block = ?1 ORDER BY name, side",
        )
        .doing(doing)?;
    let rows = query
        .query_map([block], |r| {
            let profile = Profile { name: r.get(0)?, side: r.get(1)? };
            let (known, first): (Option<String>, String) = (r.get(2)?, r.get(3)?);
            Ok((
                profile,
                Place::new(known.as_deref(), &first),
                r.get::<_, String>(4)?,
                r.get::<_, String>(5)?,
            ))
        })
        .doing(doing)?
        .collect::<rusqlite::Result<Vec<_>>>()
        .doing(doing)?;
    let profiles: Vec<Profile> = rows.iter().map(|r| r.0.clone()).collect();
    for (_, place, _, _) in &rows {
        forget_links(tx, &place.id)?;
    }
    for (i, who) in persons(&profiles, fixes).into_iter().enumerate() {
        let (profile, place, actor, stands) = &rows[i];
        if let Some((best, why)) = &who.by {
            let other = &rows[*best].1;
            let (a, b) = if place < other { (place, other) } else { (other, place) };
            tx.prepare_cached("INSERT INTO links (a, b, kind, why, known) VALUES (?1, ?2, 'actor', ?3, ?4)")
                .and_then(|mut q| q.execute(params![a.id, b.id, why, b.known()]))
                .doing(doing)?;
        }
        if (actor, stands) != (&who.actor, &who.stands) {
            rename(tx, block, profile, &who)?;
        }
    }
    Ok(())
}

/// Gives all items of a profile the case's id and side.
fn rename(tx: &Connection, block: &str, profile: &Profile, who: &Who) -> Result<()> {
    let doing = "deciding who is who";
    let (actor, stands) = (&who.actor, &who.stands);
    tx.prepare_cached(
        "UPDATE profiles SET actor = ?4, stands = ?5 WHERE block = ?1 AND name = ?2 AND side = ?3",
    )
    .and_then(|mut q| q.execute(params![block, profile.name, profile.side, actor, stands]))
    .doing(doing)?;
    let mut query = tx
        .prepare_cached(
            "SELECT item, doc FROM actors JOIN items USING (item)
             WHERE block = ?1 AND block <> '' AND local = ?2 AND actors.side = ?3",
        )
        .doing(doing)?;
    let items = query
        .query_map(params![block, profile.name, profile.side], |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?))
        })
        .doing(doing)?
        .collect::<rusqlite::Result<Vec<_>>>()
        .doing(doing)?;
    for (item, doc) in items {
        crate::relive::untell_document(tx, doc)?;
        for sql in [
            "UPDATE actors SET actor = ?1 WHERE item = ?3 AND ?2 = ?2 AND ?4 = ?4",
            "UPDATE items SET cluster = ?1 WHERE item = ?3 AND ?2 = ?2 AND ?4 = ?4",
            "UPDATE statements SET speaker = ?1, side = ?2
             WHERE item IN (SELECT item FROM items WHERE doc = ?4) AND who = ?3",
            "UPDATE parties SET actor = ?1, side = ?2 WHERE item IN (SELECT item FROM items WHERE doc = ?4) AND who = ?3",
        ] {
            tx.prepare_cached(sql)
                .and_then(|mut q| q.execute(params![actor, stands, item, doc]))
                .doing(doing)?;
        }
        crate::items::dyads(tx, doc)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(profiles: &[(&str, &str)], expect: Expect) {
        let mut profiles: Vec<Profile> =
            profiles.iter().map(|(n, s)| Profile { name: (*n).into(), side: (*s).into() }).collect();
        profiles.sort();
        let mut lines = String::new();
        for (p, w) in profiles.iter().zip(persons(&profiles, &Fixes::default())) {
            let why = w.by.map_or(String::new(), |(_, why)| format!(": {why}"));
            lines += &format!("{} / {} = {} of {}{why}\n", p.name, p.side, w.actor, w.stands);
        }
        expect.assert_eq(&lines);
    }

    #[test]
    fn one_person_is_named_in_many_ways() {
        check(
            &[
                ("Antony Blinken", "USA"),
                ("Anthony Blinken", ""),
                ("A. Blinken", ""),
                ("Blinken", "USA"),
                ("Blinken", ""),
            ],
            expect![[r#"
                A. Blinken /  = Anthony Blinken of USA: surname and initial of A. Blinken
                Anthony Blinken /  = Anthony Blinken of USA
                Antony Blinken / USA = Anthony Blinken of USA: same name, written otherwise
                Blinken /  = Blinken (person) of Blinken (person)
                Blinken / USA = Anthony Blinken of USA: surname Blinken, both speak for USA
            "#]],
        );
    }

    #[test]
    fn two_given_names_are_two_persons() {
        check(
            &[
                ("Anna Smith", "USA"),
                ("Adam Smith", "USA"),
                ("A. Smith", "USA"),
                ("Smith", "USA"),
                ("Smith", "GBR"),
            ],
            expect![[r#"
                A. Smith / USA = A. Smith of USA
                Adam Smith / USA = Adam Smith of USA
                Anna Smith / USA = Anna Smith of USA
                Smith / GBR = Smith (GBR) of GBR
                Smith / USA = Smith (USA) of USA
            "#]],
        );
    }
}
