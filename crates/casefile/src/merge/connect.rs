//! Keeping the forest of links up to date in the case file.

use super::blocks::{Blocks, order};
use super::forest::{Link, Place, components, forest};
use super::postings::packed;
use super::traits::{Keys, Traits};
use crate::corrections::Fixes;
use crate::error::{Doing, Result};
use crate::ids::ItemKind;
use rusqlite::{Connection, OptionalExtension, params};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is linked: items, or documents that are near-copies of one another.
pub(crate) struct Graph {
    /// The kind of links between what has such an id.
    kind: fn(&str) -> &'static str,
    members: &'static str,
    cluster: &'static str,
    later: &'static str,
    links: &'static str,
    to: &'static str,
    /// Puts a member, or all of a cluster, into another cluster; and says so where events have it (a trigger would make SQLite
    /// copy every page that it touches).
    set: [&'static str; 2],
    merge: [&'static str; 2],
}

/// The items.
pub(crate) const ITEMS: Graph = Graph {
    kind: |id| ItemKind::of(id).map_or("", ItemKind::name),
    members: "SELECT known, id FROM items WHERE cluster = ?1 AND kind <> 'actor'",
    cluster: "SELECT i.known, c.known, i.cluster FROM items i JOIN items c ON c.id = i.cluster WHERE i.id = ?1",
    later: "SELECT known, id FROM items WHERE cluster = ?1 AND kind <> 'actor' AND ?2 IS NOT NULL AND known > ?2
            UNION ALL SELECT known, id FROM items WHERE cluster = ?1 AND kind <> 'actor' AND known = ?2 AND id > ?3
            UNION ALL SELECT known, id FROM items WHERE cluster = ?1 AND kind <> 'actor' AND known IS NULL
                                                    AND (?2 IS NOT NULL OR id > ?3)",
    links: "SELECT l.a, l.b, l.correction FROM items b CROSS JOIN links l ON l.kind = ?2 AND l.b = b.id
            WHERE b.cluster = ?1 AND b.kind <> 'actor'",
    to: "SELECT a.known, a.id, l.why, l.correction
         FROM items b JOIN links l ON l.kind = b.kind AND l.b = b.id JOIN items a ON a.id = l.a WHERE b.id = ?1",
    set: [
        "UPDATE items SET cluster = ?2 WHERE id = ?1",
        "UPDATE dyads SET cluster = ?2 WHERE item = (SELECT item FROM items WHERE id = ?1)",
    ],
    merge: [
        "UPDATE items SET cluster = ?2 WHERE cluster = ?1 AND kind <> 'actor'",
        "UPDATE dyads SET cluster = ?2 WHERE item IN (SELECT item FROM items WHERE cluster = ?1 AND kind <> 'actor')",
    ],
};

/// The documents; the id is the hash, the cluster stands in `copies`.
pub(crate) const DOCUMENTS: Graph = Graph {
    kind: |_| "document",
    members: "SELECT published, sha256 FROM documents WHERE copies = ?1",
    cluster: "SELECT i.published, c.published, i.copies FROM documents i JOIN documents c ON c.sha256 = i.copies
              WHERE i.sha256 = ?1",
    later: "SELECT published, sha256 FROM documents WHERE copies = ?1 AND ?2 IS NOT NULL AND published > ?2
            UNION ALL SELECT published, sha256 FROM documents WHERE copies = ?1 AND published = ?2 AND sha256 > ?3
            UNION ALL SELECT published, sha256 FROM documents WHERE copies = ?1 AND published IS NULL
                                                                AND (?2 IS NOT NULL OR sha256 > ?3)",
    links: "SELECT l.a, l.b, l.correction FROM documents b CROSS JOIN links l ON l.kind = ?2 AND l.b = b.sha256
            WHERE b.copies = ?1",
    to: "SELECT a.published, a.sha256, l.why, l.correction FROM links l JOIN documents a ON a.sha256 = l.a
         WHERE l.kind = 'document' AND l.b = ?1",
    set: ["UPDATE documents SET copies = ?2 WHERE sha256 = ?1", ""],
    merge: ["UPDATE documents SET copies = ?2 WHERE copies = ?1", ""],
};

const DOING: &str = "merging";

/// What changes in the forest.
struct Change {
    /// Links to write.
    new: Vec<Link>,
    /// Those to delete.
    old: Vec<Link>,
}

impl Graph {
    /// The place of a member and that of its cluster's first; none where it is not in the case.
    pub fn place(&self, tx: &Connection, id: &str) -> Result<Option<(Place, Place)>> {
        let row: Option<(Option<String>, Option<String>, String)> = tx
            .prepare_cached(self.cluster)
            .and_then(|mut q| q.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional())
            .doing(DOING)?;
        Ok(row.map(|(known, first, cluster)| {
            (Place::new(known.as_deref(), id), Place::new(first.as_deref(), &cluster))
        }))
    }

    fn places(&self, tx: &Connection, sql: &str, cluster: &str) -> Result<Vec<Place>> {
        let mut query = tx.prepare_cached(sql).doing(DOING)?;
        let rows =
            query.query_map([cluster], |r| Ok((r.get::<_, Option<String>>(0)?, r.get::<_, String>(1)?)));
        rows.doing(DOING)?
            .map(|row| row.doing(DOING).map(|(known, id)| Place::new(known.as_deref(), &id)))
            .collect()
    }

    /// The links within a cluster, whose members are given; their reasons, which are many and long, are left out.
    fn kept(&self, tx: &Connection, cluster: &str, members: &[Place]) -> Result<Vec<Link>> {
        let by_id: FxHashMap<&str, &Place> = members.iter().map(|m| (m.id.as_str(), m)).collect();
        let mut query = tx.prepare_cached(self.links).doing(DOING)?;
        let mut rows = query.query([cluster, (self.kind)(cluster)]).doing(DOING)?;
        let mut links = Vec::new();
        while let Some(row) = rows.next().doing(DOING)? {
            let member = |n: usize| -> Result<Option<&&Place>> {
                Ok(by_id.get(row.get_ref(n).and_then(|id| Ok(id.as_str()?)).doing(DOING)?))
            };
            if let (Some(&a), Some(&b)) = (member(0)?, member(1)?) {
                links.push(Link::new(a.clone(), b.clone(), String::new(), row.get(2).doing(DOING)?));
            }
        }
        Ok(links)
    }

    /// Puts `from` into the cluster `to`, by one of [`Graph::set`] and [`Graph::merge`].
    fn set(&self, tx: &Connection, [members, events]: [&'static str; 2], from: &str, to: &str) -> Result<()> {
        if (self.kind)(from) == ItemKind::Event.name() {
            tx.prepare_cached(events).and_then(|mut q| q.execute([from, to])).doing(DOING)?;
        }
        tx.prepare_cached(members).and_then(|mut q| q.execute([from, to])).doing(DOING)?;
        Ok(())
    }

    /// Adds to the forest what `place` is the same with: `found`, each with the first of its cluster. Gives the clusters
    /// that are now one, and its first.
    pub fn add(
        &self,
        tx: &Connection,
        place: &Place,
        found: Vec<(Link, Rc<Place>)>,
    ) -> Result<Option<(BTreeSet<Rc<Place>>, Place)>> {
        if found.is_empty() {
            return Ok(None);
        }
        let Some((_, own)) = self.place(tx, &place.id)? else { return Ok(None) };
        let own = Rc::new(own);
        let kind = (self.kind)(&place.id);
        let mut clusters: BTreeSet<Rc<Place>> = found.iter().map(|(_, c)| c.clone()).collect();
        if !clusters.contains(&own)
            && own.id == place.id
            && let Some(change) = self.put_in(tx, place, &found)?
        {
            clusters.insert(own);
            let Some(first) = clusters.first().map(|f| Place::clone(f)) else { return Ok(None) };
            self.set(tx, self.set, &place.id, &first.id)?;
            self.carry_out(tx, place, &change, &clusters, &first)?;
            return Ok(Some((clusters, first)));
        }
        clusters.insert(own);
        let mut members = Vec::new();
        let mut old = Vec::new();
        for cluster in &clusters {
            let places = self.places(tx, self.members, &cluster.id)?;
            old.extend(self.kept(tx, &cluster.id, &places)?);
            members.extend(places.into_iter().map(|m| (m, cluster.clone())));
        }
        let new = forest(old.iter().cloned().chain(found.iter().map(|(l, _)| l.clone())).collect());
        let (had, has): (FxHashSet<&Link>, FxHashSet<&Link>) = (old.iter().collect(), new.iter().collect());
        for link in old.iter().filter(|l| !has.contains(l)) {
            unlink(tx, kind, link)?;
        }
        for link in new.iter().filter(|l| !had.contains(l)) {
            write(tx, kind, link)?;
        }
        let of = components(members.iter().map(|(m, _)| m), new.iter().map(|l| (&l.a, &l.b)));
        for (member, before) in &members {
            if let Some(&now) = of.get(member.id.as_str())
                && now != before.id
            {
                self.set(tx, self.set, &member.id, now)?;
            }
        }
        let first = members.into_iter().map(|(m, _)| m).min();
        Ok(first.map(|first| (clusters, first)))
    }

    /// Writes what [`Graph::put_in`] found, where the row of `place` has its cluster: `clusters` are those that are now one,
    /// with the first of all.
    fn carry_out(
        &self,
        tx: &Connection,
        place: &Place,
        change: &Change,
        clusters: &BTreeSet<Rc<Place>>,
        first: &Place,
    ) -> Result<()> {
        let kind = (self.kind)(&place.id);
        for link in &change.old {
            unlink(tx, kind, link)?;
        }
        for link in &change.new {
            write(tx, kind, link)?;
        }
        for cluster in clusters.iter().filter(|c| ***c != *first && ***c != *place) {
            self.set(tx, self.merge, &cluster.id, &first.id)?;
        }
        Ok(())
    }

    /// What changes where `place`, which is in no cluster yet, comes into some.
    /// `None` where that takes a look at the whole.
    ///
    /// In the forest an item has one link to each cluster that those before it are in, to the first there that it is the
    /// same with. So only links of items after `place` may change. If each of them has one link, those before are one
    /// cluster; if `place` is the same with one of them, it becomes part of that, and an item after it keeps its one
    /// link, unless `place` is the first now that it is the same with. If `place` is the same with none before it, it
    /// becomes part of the cluster with the first after it, which has a link to `place` beside its own; and of those
    /// after that one the same holds.
    fn put_in(&self, tx: &Connection, place: &Place, found: &[(Link, Rc<Place>)]) -> Result<Option<Change>> {
        // Of each cluster the lightest link: to the first one before `place`, else to the first one after it.
        let mut best: BTreeMap<&Rc<Place>, &Link> = BTreeMap::new();
        let mut after: BTreeMap<&str, &Link> = BTreeMap::new();
        for (link, cluster) in found {
            let kept = best.entry(cluster).or_insert(link);
            if link.weight() < kept.weight() {
                *kept = link;
            }
            if link.a == *place {
                let kept = after.entry(&link.b.id).or_insert(link);
                if link.correction < kept.correction {
                    *kept = link;
                }
            }
        }
        let (mut new, mut old) = (Vec::new(), Vec::new());
        for (cluster, link) in best {
            new.push(link.clone());
            let mut query = tx.prepare_cached(self.later).doing(DOING)?;
            let later = query
                .query_map(params![cluster.id, link.b.known(), link.b.id], |r| {
                    Ok((r.get::<_, Option<String>>(0)?, r.get::<_, String>(1)?))
                })
                .doing(DOING)?
                .collect::<rusqlite::Result<Vec<_>>>()
                .doing(DOING)?;
            for (known, id) in later {
                let mut query = tx.prepare_cached(self.to).doing(DOING)?;
                let links = query
                    .query_map([&id], |r| {
                        let a: Option<String> = r.get(0)?;
                        let (a, b) = (
                            Place::new(a.as_deref(), &r.get::<_, String>(1)?),
                            Place::new(known.as_deref(), &id),
                        );
                        Ok(Link::new(a, b, r.get(2)?, r.get(3)?))
                    })
                    .doing(DOING)?
                    .collect::<rusqlite::Result<Vec<_>>>()
                    .doing(DOING)?;
                let [one] = &links[..] else { return Ok(None) };
                if let Some(link) = after.get(id.as_str())
                    && link.a < one.a
                {
                    old.push(one.clone());
                    new.push((*link).clone());
                }
            }
        }
        Ok(Some(Change { new, old }))
    }

    /// Whether those of a cluster that stand before `place` are one without the others: each of those is linked to one
    /// before it.
    fn is_one_before(&self, tx: &Connection, cluster: &Place, place: &Place) -> Result<bool> {
        let mut query = tx.prepare_cached(self.later).doing(DOING)?;
        let later = query
            .query_map(params![cluster.id, place.known(), place.id], |r| r.get::<_, String>(1))
            .doing(DOING)?
            .collect::<rusqlite::Result<Vec<_>>>()
            .doing(DOING)?;
        let mut links =
            tx.prepare_cached("SELECT count(*) FROM links WHERE kind = ?1 AND b = ?2").doing(DOING)?;
        for id in later {
            let n: i64 = links.query_row([(self.kind)(&id), &id], |r| r.get(0)).doing(DOING)?;
            if n != 1 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes the clusters of some members apart: no link of theirs is left, each member is its own cluster. Gives all
    /// members, in order.
    pub fn take_apart(&self, tx: &Connection, ids: &BTreeSet<String>) -> Result<BTreeSet<Place>> {
        let mut members = BTreeSet::new();
        for id in ids {
            let Some((place, cluster)) = self.place(tx, id)? else { continue };
            if members.contains(&place) {
                continue;
            }
            let places = self.places(tx, self.members, &cluster.id)?;
            for link in self.kept(tx, &cluster.id, &places)? {
                unlink(tx, (self.kind)(&link.b.id), &link)?;
            }
            for member in places {
                self.set(tx, self.set, &member.id, &member.id)?;
                members.insert(member);
            }
        }
        Ok(members)
    }
}

fn unlink(tx: &Connection, kind: &str, link: &Link) -> Result<()> {
    tx.prepare_cached("DELETE FROM links WHERE kind = ?1 AND b = ?2 AND a = ?3")
        .and_then(|mut q| q.execute([kind, &link.b.id, &link.a.id]))
        .doing(DOING)?;
    Ok(())
}

fn write(tx: &Connection, kind: &str, link: &Link) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO links (a, b, kind, why, known, correction) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .and_then(|mut q| {
        q.execute(params![link.a.id, link.b.id, kind, link.why, link.b.known(), link.correction])
    })
    .doing(DOING)?;
    Ok(())
}

/// Keeps what an item is compared by, and under which keys it is found. One that stands apart is found by none.
pub(crate) fn keep(
    tx: &Connection,
    blocks: &mut Blocks,
    item: i64,
    place: &Place,
    (traits, keys): (Traits, &Keys),
    fixes: &Fixes,
) -> Result<()> {
    let found = if fixes.free(&place.id) { &keys.kept[..] } else { &[] };
    tx.prepare_cached("INSERT INTO traits (item, keys, traits) VALUES (?1, ?2, ?3)")
        .and_then(|mut q| {
            let bytes = traits.packed().map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))?;
            q.execute(params![item, packed(found.iter().copied()), bytes])
        })
        .doing(DOING)?;
    if !found.is_empty() {
        blocks.add(tx, item, place, traits, found)?;
    }
    Ok(())
}

/// What a new item is the same with, before its row is there.
pub(crate) struct Coming {
    place: Place,
    keys: Keys,
    found: Vec<(Link, Rc<Place>)>,
    /// Where it takes no look at the whole: what changes, and the clusters that are one then.
    change: Option<(Change, BTreeSet<Rc<Place>>)>,
}

impl Coming {
    /// Looks for what the item is the same with.
    pub fn new(
        tx: &Connection,
        blocks: &mut Blocks,
        place: Place,
        traits: &Traits,
        fixes: &Fixes,
    ) -> Result<Coming> {
        let keys = traits.keys();
        let found = found(tx, blocks, 0, &place, (traits, &keys), fixes)?;
        let change = match found.is_empty() {
            true => None,
            false => ITEMS.put_in(tx, &place, &found)?,
        };
        let change = change.map(|change| {
            let mut clusters: BTreeSet<Rc<Place>> = found.iter().map(|(_, c)| c.clone()).collect();
            clusters.insert(Rc::new(place.clone()));
            (change, clusters)
        });
        Ok(Coming { place, keys, found, change })
    }

    /// The first of the cluster that its row is to have.
    pub fn cluster(&self) -> &str {
        let first = self.change.as_ref().and_then(|(_, clusters)| clusters.first());
        first.map_or(&self.place.id, |first| &first.id)
    }

    /// Merges it, once its row is there, and keeps what it is compared by.
    pub fn stay(
        self,
        tx: &Connection,
        blocks: &mut Blocks,
        item: i64,
        traits: Traits,
        fixes: &Fixes,
    ) -> Result<()> {
        let Coming { place, keys, found, change } = self;
        let merged = match change {
            Some((change, clusters)) => {
                let first = clusters.first().map_or_else(|| place.clone(), |first| Place::clone(first));
                ITEMS.carry_out(tx, &place, &change, &clusters, &first)?;
                Some((clusters, first))
            }
            None => ITEMS.add(tx, &place, found)?,
        };
        if let Some((clusters, first)) = merged {
            clusters.iter().for_each(|cluster| blocks.merged(cluster, &first));
        }
        keep(tx, blocks, item, &place, (traits, &keys), fixes)
    }
}

/// Merges an item that is there with all that it is the same with.
pub(crate) fn join(
    tx: &Connection,
    blocks: &mut Blocks,
    item: i64,
    place: &Place,
    traits: &Traits,
    fixes: &Fixes,
) -> Result<()> {
    let found = found(tx, blocks, item, place, (traits, &traits.keys()), fixes)?;
    if let Some((clusters, first)) = ITEMS.add(tx, place, found)? {
        clusters.iter().for_each(|cluster| blocks.merged(cluster, &first));
    }
    Ok(())
}

/// What an item is the same with, each with the first of its cluster. `item`: its row, where it is there.
fn found(
    tx: &Connection,
    blocks: &mut Blocks,
    item: i64,
    place: &Place,
    (traits, keys): (&Traits, &Keys),
    fixes: &Fixes,
) -> Result<Vec<(Link, Rc<Place>)>> {
    let mut found: Vec<(Link, Rc<Place>)> = Vec::new();
    if fixes.free(&place.id) {
        let order = order(place)?;
        let met = blocks.met(tx, item, &keys.asked, traits.glance())?;
        // Of those before it that are one, the first that it is the same with counts: a pair with another of them would be
        // the heaviest of a ring.
        let mut linked: FxHashSet<u32> = FxHashSet::default();
        for number in met {
            let before = blocks.is_before(number, order);
            let cluster = blocks.cluster(number);
            if before && linked.contains(&cluster) {
                continue;
            }
            let other = blocks.item(number);
            if let Some(why) = traits.same(&other.traits) {
                let link = Link::new(place.clone(), other.place.clone(), why, None);
                let first = blocks.first(cluster).clone();
                if before && ITEMS.is_one_before(tx, &first, place)? {
                    linked.insert(cluster);
                }
                found.push((link, first));
            }
        }
    }
    for (number, other) in fixes.merged(&place.id) {
        if let Some((other, cluster)) = ITEMS.place(tx, other)? {
            let why = format!("merged by hand (correction {number})");
            found.push((Link::new(place.clone(), other, why, Some(number)), Rc::new(cluster)));
        }
    }
    Ok(found)
}
