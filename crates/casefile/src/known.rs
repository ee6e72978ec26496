//! What was known on a day: the case as it would be if it held only the documents published by then.
//!
//! An undated document is known on no day, so that it is left out of every such view. Corrections hold on all days.
//! Clusters come from the links known by then ([`crate::merge::forest`] says why that is enough), near-copies likewise,
//! the ids of persons from the ways in which documents had named them.

use crate::corrections::Fixes;
use crate::error::{Doing, Result};
use crate::merge::actors::{Profile, persons};
use crate::merge::forest::{Place, components};
use jiff::civil::Date;
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One item of a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// `items.item`.
    pub item: i64,
    /// `items.id`.
    pub id: String,
    /// `items.doc`.
    pub doc: i64,
    /// The day from which it is known.
    pub known: Option<String>,
}

/// A way in which documents name a person: block, name, side (the key of `profiles`).
type Key = (String, String, String);

/// The case's id of an actor and the side it stands for.
pub(crate) type Meant = (String, String);

/// A case, or what was known of it on a day.
#[derive(Debug)]
pub struct View<'c> {
    pub(crate) conn: &'c Connection,
    as_of: Option<String>,
    /// On a day, the group of near-copies of each document that is not alone; else `documents.copies` says it.
    groups: HashMap<i64, String>,
    /// Persons who were then known by another id, or as speaking for somebody else.
    others: HashMap<Key, Meant>,
    /// See [`View::today`]; found when it is first asked.
    today: OnceCell<Option<Date>>,
}

const DOING: &str = "looking at what was known";

impl<'c> View<'c> {
    /// The whole case, or with `as_of` what was known on that day (ISO date).
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn new(conn: &'c Connection, as_of: Option<&str>) -> Result<View<'c>> {
        let as_of = as_of.map(str::to_owned);
        let (groups, others, today) = (HashMap::new(), HashMap::new(), OnceCell::new());
        let mut view = View { conn, as_of, groups, others, today };
        view.groups = if view.as_of.is_some() { view.groups()? } else { HashMap::new() };
        view.others = view.others()?;
        Ok(view)
    }

    /// The day, where it is not now.
    pub fn as_of(&self) -> Option<&str> {
        self.as_of.as_deref()
    }

    /// The day on which the view looks: its own, else that of the last document, if any is dated.
    pub(crate) fn today(&self) -> Result<Option<Date>> {
        if let Some(today) = self.today.get() {
            return Ok(*today);
        }
        let day: Option<String> = match self.as_of() {
            Some(day) => Some(day.to_owned()),
            None => self
                .conn
                .prepare_cached("SELECT max(published) FROM documents")
                .and_then(|mut q| q.query_row([], |r| r.get(0)))
                .doing(DOING)?,
        };
        Ok(*self.today.get_or_init(|| day.and_then(|d| d.parse().ok())))
    }

    /// The first of a group is linked to others, that is what finds it.
    fn groups(&self) -> Result<HashMap<i64, String>> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT doc, sha256, published, copies FROM documents INDEXED BY documents_copies
                 WHERE copies IN (SELECT a FROM links WHERE kind = 'document') AND published <= ?1",
            )
            .doing(DOING)?;
        let rows = query
            .query_map(params![self.as_of], |r| {
                let known: Option<String> = r.get(2)?;
                Ok((
                    r.get::<_, i64>(0)?,
                    Place::new(known.as_deref(), &r.get::<_, String>(1)?),
                    r.get::<_, String>(3)?,
                ))
            })
            .doing(DOING)?
            .collect::<rusqlite::Result<Vec<_>>>()
            .doing(DOING)?;
        let links = self.links("document")?;
        let of = regrouped(rows.iter().map(|(_, place, _)| place), &links);
        Ok(rows.iter().filter_map(|(doc, p, _)| Some((*doc, (*of.get(p.id.as_str())?).to_owned()))).collect())
    }

    fn others(&self) -> Result<HashMap<Key, Meant>> {
        let Some(day) = &self.as_of else { return Ok(HashMap::new()) };
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT block, name, side, actor, stands FROM profiles
                 WHERE known <= ?1 AND block IN (SELECT block FROM profiles WHERE known > ?1 OR known IS NULL)
                 ORDER BY block, name, side",
            )
            .doing(DOING)?;
        let rows = query
            .query_map([day], |r| {
                let profile = Profile { name: r.get(1)?, side: r.get(2)? };
                Ok((r.get::<_, String>(0)?, profile, (r.get::<_, String>(3)?, r.get::<_, String>(4)?)))
            })
            .doing(DOING)?
            .collect::<rusqlite::Result<Vec<_>>>()
            .doing(DOING)?;
        let mut blocks: BTreeMap<String, Vec<(Profile, Meant)>> = BTreeMap::new();
        for (block, profile, now) in rows {
            blocks.entry(block).or_default().push((profile, now));
        }
        let fixes = Fixes::read(self.conn)?;
        let mut others = HashMap::new();
        for (block, list) in blocks {
            let profiles: Vec<Profile> = list.iter().map(|(p, _)| p.clone()).collect();
            for ((p, now), then) in list.into_iter().zip(persons(&profiles, &fixes)) {
                let then = (then.actor, then.stands);
                if then != now {
                    others.insert((block.clone(), p.name, p.side), then);
                }
            }
        }
        Ok(others)
    }

    /// The links of one kind known by the day, as pairs of ids.
    fn links(&self, kind: &str) -> Result<Vec<(String, String)>> {
        let mut query = self
            .conn
            .prepare_cached("SELECT a, b FROM links WHERE kind = ?1 AND (?2 IS NULL OR known <= ?2)")
            .doing(DOING)?;
        let rows = query.query_map(params![kind, self.as_of], |r| Ok((r.get(0)?, r.get(1)?))).doing(DOING)?;
        rows.collect::<rusqlite::Result<_>>().doing(DOING)
    }

    /// The clusters of one kind of item (`statement`, `event`, `meeting`, `commitment`) and their members, the first one
    /// first; clusters in the order of the first one's day and id. The first member's id is the cluster's. What an
    /// analyst called wrong is left out.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn clusters(&self, kind: &str) -> Result<Vec<Vec<Member>>> {
        Ok(self.named_clusters(kind)?.into_iter().map(|(_, members)| members).collect())
    }

    /// The same, each with what its items have as their cluster on the view's day.
    pub(crate) fn named_clusters(&self, kind: &str) -> Result<Vec<(String, Vec<Member>)>> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT item, id, doc, known, cluster FROM items
                 WHERE kind = ?1 AND kind <> 'actor' AND wrong = 0 AND (?2 IS NULL OR known <= ?2)
                 ORDER BY known IS NULL, known, id",
            )
            .doing(DOING)?;
        let rows = query
            .query_map(params![kind, self.as_of], |r| {
                let member = Member { item: r.get(0)?, id: r.get(1)?, doc: r.get(2)?, known: r.get(3)? };
                Ok((member, r.get::<_, String>(4)?))
            })
            .doing(DOING)?
            .collect::<rusqlite::Result<Vec<_>>>()
            .doing(DOING)?;
        let places: Vec<Place> = match self.as_of {
            Some(_) => rows.iter().map(|(m, _)| Place::new(m.known.as_deref(), &m.id)).collect(),
            None => Vec::new(),
        };
        let links = if places.is_empty() { Vec::new() } else { self.links(kind)? };
        let then = regrouped(&places, &links);
        let mut at: HashMap<&str, usize> = HashMap::new();
        let mut clusters: Vec<(String, Vec<Member>)> = Vec::new();
        for (member, cluster) in &rows {
            let cluster = then.get(member.id.as_str()).copied().unwrap_or(cluster);
            let n = clusters.len();
            let i = *at.entry(cluster).or_insert(n);
            if i == n {
                clusters.push((cluster.to_owned(), Vec::new()));
            }
            clusters[i].1.push(member.clone());
        }
        Ok(clusters)
    }

    /// The members of one cluster, by the id of any of them, the first one first.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn members(&self, id: &str) -> Result<Vec<Member>> {
        let mut query = self
            .conn
            .prepare_cached(
                "SELECT item, id, doc, known FROM items
                 WHERE cluster = (SELECT cluster FROM items WHERE id = ?1)
                   AND kind <> 'actor' AND wrong = 0 AND (?2 IS NULL OR known <= ?2)
                 ORDER BY known IS NULL, known, id",
            )
            .doing(DOING)?;
        let mut all = query
            .query_map(params![id, self.as_of], |r| {
                Ok(Member { item: r.get(0)?, id: r.get(1)?, doc: r.get(2)?, known: r.get(3)? })
            })
            .doing(DOING)?
            .collect::<rusqlite::Result<Vec<_>>>()
            .doing(DOING)?;
        if self.as_of.is_some() {
            all = self
                .parted(all)?
                .into_iter()
                .find(|part| part.iter().any(|m| m.id == id))
                .unwrap_or_default();
        }
        Ok(all)
    }

    /// Items that are in one cluster now, all those that were known on the day and in order, by what was one then.
    pub(crate) fn parted(&self, members: Vec<Member>) -> Result<Vec<Vec<Member>>> {
        let places: Vec<Place> = members.iter().map(|m| Place::new(m.known.as_deref(), &m.id)).collect();
        let Some(one) = members.first() else { return Ok(Vec::new()) };
        let links = self
            .conn
            .prepare_cached(
                "SELECT l.a, l.b FROM items i CROSS JOIN links l ON l.kind = i.kind AND l.b = i.id
                 WHERE i.cluster = (SELECT cluster FROM items WHERE id = ?1) AND i.kind <> 'actor' AND i.known <= ?2 AND l.known <= ?2",
            )
            .and_then(|mut q| {
                q.query_map(params![one.id, self.as_of], |r| Ok((r.get(0)?, r.get(1)?)))?.collect()
            })
            .doing(DOING)?;
        let links: Vec<(String, String)> = links;
        let of = regrouped(&places, &links);
        let mut at: HashMap<&str, usize> = HashMap::new();
        let mut parts: Vec<Vec<Member>> = Vec::new();
        for member in &members {
            let first = of.get(member.id.as_str()).copied().unwrap_or(&member.id);
            let n = parts.len();
            let i = *at.entry(first).or_insert(n);
            if i == n {
                parts.push(Vec::new());
            }
            parts[i].push(member.clone());
        }
        Ok(parts)
    }

    /// How many independent texts a cluster rests on: near-copies count once.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn sources(&self, members: &[Member]) -> Result<usize> {
        let docs: BTreeSet<i64> = members.iter().map(|m| m.doc).collect();
        if docs.len() < 2 {
            return Ok(docs.len());
        }
        let (mut alone, mut groups) = (0, BTreeSet::new());
        let mut now = self.conn.prepare_cached("SELECT copies FROM documents WHERE doc = ?1").doing(DOING)?;
        for doc in docs {
            match self.groups.get(&doc) {
                Some(group) => groups.insert(group.clone()),
                None if self.as_of.is_none() => {
                    groups.insert(now.query_row([doc], |r| r.get(0)).doing(DOING)?)
                }
                None => {
                    alone += 1;
                    true
                }
            };
        }
        Ok(alone + groups.len())
    }

    /// Who a person was and stood for on the day, where that is not what the case knows now.
    pub(crate) fn then(&self, block: &str, name: &str, side: &str) -> Option<&(String, String)> {
        if self.others.is_empty() {
            return None;
        }
        self.others.get(&(block.to_owned(), name.to_owned(), side.to_owned()))
    }

    /// Case ids of those who take part in an item, and the sides they stand for, by role, in the order of the record.
    ///
    /// # Errors
    /// Where the case cannot be read.
    pub fn parties(&self, item: i64) -> Result<BTreeMap<String, Vec<(String, String)>>> {
        // Who was somebody else then is looked up only where anybody was.
        let sql = match self.others.is_empty() {
            true => {
                "SELECT role, actor, coalesce(side, actor), NULL, NULL, NULL FROM parties
                 WHERE item = ?1 AND actor IS NOT NULL ORDER BY role, n"
            }
            false => {
                "SELECT p.role, p.actor, coalesce(p.side, p.actor), a.block, i.local, a.side
                 FROM parties p LEFT JOIN actors a ON a.item = p.who LEFT JOIN items i ON i.item = p.who
                 WHERE p.item = ?1 AND p.actor IS NOT NULL ORDER BY p.role, p.n"
            }
        };
        let mut query = self.conn.prepare_cached(sql).doing(DOING)?;
        let rows = query
            .query_map([item], |r| {
                let key = (
                    r.get::<_, Option<String>>(3)?,
                    r.get::<_, Option<String>>(4)?,
                    r.get::<_, Option<String>>(5)?,
                );
                Ok((r.get::<_, String>(0)?, (r.get::<_, String>(1)?, r.get::<_, String>(2)?), key))
            })
            .doing(DOING)?;
        let mut parties: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for row in rows {
            let (role, mut party, key) = row.doing(DOING)?;
            if let (Some(block), Some(name), Some(side)) = key
                && let Some(then) = self.others.get(&(block, name, side))
            {
                party = then.clone();
            }
            let list = parties.entry(role).or_default();
            // Two persons of one text may be one in the case.
            if !list.contains(&party) {
                list.push(party);
            }
        }
        Ok(parties)
    }
}

/// The first of each item's cluster by some links; those of items that are not among them are passed over.
fn regrouped<'p>(
    places: impl IntoIterator<Item = &'p Place>,
    links: &[(String, String)],
) -> FxHashMap<&'p str, &'p str> {
    let by_id: BTreeMap<&str, &Place> = places.into_iter().map(|p| (p.id.as_str(), p)).collect();
    let some: Vec<(&Place, &Place)> =
        links.iter().filter_map(|(a, b)| Some((*by_id.get(a.as_str())?, *by_id.get(b.as_str())?))).collect();
    components(by_id.into_values(), some)
}
