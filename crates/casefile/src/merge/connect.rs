//! Keeping the forest of links up to date in the case file.

use super::forest::{Link, Place, components, forest};
use super::traits::Traits;
use crate::corrections::Fixes;
use crate::error::{Doing, Result};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What is linked: items, or documents that are near-copies of one another.
pub(crate) struct Graph {
    members: &'static str,
    cluster: &'static str,
    undated: &'static str,
    last: &'static str,
    links: &'static str,
    set: &'static str,
    merge: &'static str,
}

/// The items.
pub(crate) const ITEMS: Graph = Graph {
    members: "SELECT known, id FROM items WHERE cluster = ?1",
    cluster: "SELECT i.known, c.known, i.cluster FROM items i JOIN items c ON c.id = i.cluster WHERE i.id = ?1",
    undated: "SELECT 1 FROM items WHERE cluster = ?1 AND known IS NULL LIMIT 1",
    last: "SELECT known, id FROM items WHERE cluster = ?1 ORDER BY known DESC, id DESC LIMIT 1",
    links: "SELECT a.known, a.id, b.known, b.id, l.why, l.correction
            FROM items b JOIN links l ON l.b = b.id JOIN items a ON a.id = l.a WHERE b.cluster = ?1",
    set: "UPDATE items SET cluster = ?2 WHERE id = ?1",
    merge: "UPDATE items SET cluster = ?2 WHERE cluster = ?1",
};

/// The documents; the id is the hash, the cluster stands in `copies`.
pub(crate) const DOCUMENTS: Graph = Graph {
    members: "SELECT published, sha256 FROM documents WHERE copies = ?1",
    cluster: "SELECT i.published, c.published, i.copies FROM documents i JOIN documents c ON c.sha256 = i.copies
              WHERE i.sha256 = ?1",
    undated: "SELECT 1 FROM documents WHERE copies = ?1 AND published IS NULL LIMIT 1",
    last: "SELECT published, sha256 FROM documents WHERE copies = ?1 ORDER BY published DESC, sha256 DESC LIMIT 1",
    links: "SELECT a.published, a.sha256, b.published, b.sha256, l.why, l.correction
            FROM documents b JOIN links l ON l.b = b.sha256 JOIN documents a ON a.sha256 = l.a WHERE b.copies = ?1",
    set: "UPDATE documents SET copies = ?2 WHERE sha256 = ?1",
    merge: "UPDATE documents SET copies = ?2 WHERE copies = ?1",
};

const DOING: &str = "merging";

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

    fn kept(&self, tx: &Connection, cluster: &str) -> Result<Vec<Link>> {
        let mut query = tx.prepare_cached(self.links).doing(DOING)?;
        let rows = query.query_map([cluster], |r| {
            let (a, a_id, b, b_id): (Option<String>, String, Option<String>, String) =
                (r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?);
            let (a, b) = (Place::new(a.as_deref(), &a_id), Place::new(b.as_deref(), &b_id));
            Ok(Link::new(a, b, r.get(4)?, r.get(5)?))
        });
        rows.doing(DOING)?.map(|row| row.doing(DOING)).collect()
    }

    /// Adds to the forest what `place` is the same with: `found`, with the first of each one's cluster. Gives the clusters
    /// that are now another: those that were merged, by the id of what they became.
    pub fn add(&self, tx: &Connection, kind: &str, place: &Place, found: Vec<(Link, Place)>) -> Result<()> {
        if found.is_empty() {
            return Ok(());
        }
        let Some((_, own)) = self.place(tx, &place.id)? else { return Ok(()) };
        let clusters: BTreeSet<&Place> = found.iter().map(|(_, c)| c).chain([&own]).collect();
        let alone = own.id == place.id && self.places(tx, self.members, &own.id)?.len() == 1;
        if alone && self.later_than_all(tx, place, clusters.iter().filter(|c| ***c != own))? {
            // The last of all: one link to each cluster, to its first that is the same.
            let mut best: BTreeMap<&Place, &Link> = BTreeMap::new();
            for (link, cluster) in &found {
                let kept = best.entry(cluster).or_insert(link);
                if (&link.a, link.correction) < (&kept.a, kept.correction) {
                    *kept = link;
                }
            }
            for link in best.values() {
                write(tx, kind, link)?;
            }
            let Some(first) = clusters.first() else { return Ok(()) };
            for cluster in clusters.iter().filter(|c| c != &first) {
                tx.prepare_cached(self.merge)
                    .and_then(|mut q| q.execute([&cluster.id, &first.id]))
                    .doing(DOING)?;
            }
            return Ok(());
        }
        let mut members = Vec::new();
        let mut old = Vec::new();
        for cluster in &clusters {
            members.extend(
                self.places(tx, self.members, &cluster.id)?.into_iter().map(|m| (m, cluster.id.clone())),
            );
            old.extend(self.kept(tx, &cluster.id)?);
        }
        let new = forest(old.iter().cloned().chain(found.iter().map(|(l, _)| l.clone())).collect());
        for link in old.iter().filter(|l| !new.contains(l)) {
            tx.prepare_cached("DELETE FROM links WHERE a = ?1 AND b = ?2")
                .and_then(|mut q| q.execute([&link.a.id, &link.b.id]))
                .doing(DOING)?;
        }
        for link in new.iter().filter(|l| !old.contains(l)) {
            write(tx, kind, link)?;
        }
        let of = components(members.iter().map(|(m, _)| m), new.iter().map(|l| (&l.a, &l.b)));
        for (member, before) in &members {
            if let Some(&now) = of.get(member.id.as_str())
                && now != before
            {
                tx.prepare_cached(self.set).and_then(|mut q| q.execute([&member.id, now])).doing(DOING)?;
            }
        }
        Ok(())
    }

    /// Whether `place` comes after all members of some clusters.
    fn later_than_all<'p>(
        &self,
        tx: &Connection,
        place: &Place,
        clusters: impl Iterator<Item = &'p &'p Place>,
    ) -> Result<bool> {
        for cluster in clusters {
            let undated: Option<i64> = tx
                .prepare_cached(self.undated)
                .and_then(|mut q| q.query_row([&cluster.id], |r| r.get(0)).optional())
                .doing(DOING)?;
            let last = self.places(tx, self.last, &cluster.id)?;
            if undated.is_some() || last.iter().any(|l| l >= place) {
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
            for link in self.kept(tx, &cluster.id)? {
                tx.prepare_cached("DELETE FROM links WHERE a = ?1 AND b = ?2")
                    .and_then(|mut q| q.execute([&link.a.id, &link.b.id]))
                    .doing(DOING)?;
            }
            for member in self.places(tx, self.members, &cluster.id)? {
                tx.prepare_cached(self.set)
                    .and_then(|mut q| q.execute([&member.id, &member.id]))
                    .doing(DOING)?;
                members.insert(member);
            }
        }
        Ok(members)
    }
}

fn write(tx: &Connection, kind: &str, link: &Link) -> Result<()> {
    tx.prepare_cached(
        "INSERT OR REPLACE INTO links (a, b, kind, why, known, correction) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .and_then(|mut q| {
        q.execute(params![link.a.id, link.b.id, kind, link.why, link.b.known(), link.correction])
    })
    .doing(DOING)?;
    Ok(())
}

/// Keeps what an item is compared by, and under which keys it is found. One that stands apart is found by none.
pub(crate) fn keep(tx: &Connection, item: i64, id: &str, traits: &Traits, fixes: &Fixes) -> Result<()> {
    tx.prepare_cached("INSERT OR REPLACE INTO traits (item, traits) VALUES (?1, ?2)")
        .and_then(|mut q| q.execute(params![item, traits.packed().unwrap_or_default()]))
        .doing(DOING)?;
    if fixes.free(id) {
        for key in traits.keys().kept {
            tx.prepare_cached("INSERT OR IGNORE INTO keys (key, item) VALUES (?1, ?2)")
                .and_then(|mut q| q.execute([key, item]))
                .doing(DOING)?;
        }
    }
    Ok(())
}

/// Merges an item with all that it is the same with.
pub(crate) fn join(tx: &Connection, kind: &str, place: &Place, traits: &Traits, fixes: &Fixes) -> Result<()> {
    let mut found: Vec<(Link, Place)> = Vec::new();
    if fixes.free(&place.id) {
        let mut met: HashSet<String> = HashSet::new();
        let mut query = tx
            .prepare_cached(
                "SELECT i.id, i.known, t.traits, i.cluster, c.known
                 FROM keys k JOIN items i ON i.item = k.item JOIN traits t ON t.item = k.item
                 JOIN items c ON c.id = i.cluster WHERE k.key = ?1",
            )
            .doing(DOING)?;
        for key in traits.keys().asked {
            let mut rows = query.query([key]).doing(DOING)?;
            while let Some(row) = rows.next().doing(DOING)? {
                let id: String = row.get(0).doing(DOING)?;
                if id == place.id || !met.insert(id.clone()) {
                    continue;
                }
                let bytes = row.get_ref(2).doing(DOING)?;
                let other = Traits::unpacked(bytes.as_blob().unwrap_or_default())?;
                if let Some(why) = traits.same(&other) {
                    let known: Option<String> = row.get(1).doing(DOING)?;
                    let (cluster, first): (String, Option<String>) =
                        (row.get(3).doing(DOING)?, row.get(4).doing(DOING)?);
                    let link = Link::new(place.clone(), Place::new(known.as_deref(), &id), why, None);
                    found.push((link, Place::new(first.as_deref(), &cluster)));
                }
            }
        }
    }
    for (number, other) in fixes.merged(&place.id) {
        if let Some((other, cluster)) = ITEMS.place(tx, other)? {
            let why = format!("merged by hand (correction {number})");
            found.push((Link::new(place.clone(), other, why, Some(number)), cluster));
        }
    }
    ITEMS.add(tx, kind, place, found)
}
