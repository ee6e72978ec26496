//! Finding the clusters that answer a question, and what they were on a day.

use super::{Difference, Limit, Page};
use crate::error::{Doing, Result};
use crate::read::Member;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A question in the making: conditions on the items `i` of one table `t`.
#[derive(Debug)]
pub(crate) struct Asked {
    table: &'static str,
    day: &'static str,
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Asked {
    /// All items of `table` that nobody called wrong and that were known on `as_of`; `day` is the column or
    /// expression that they are put in order by.
    pub fn of(table: &'static str, day: &'static str, as_of: Option<&str>) -> Asked {
        let mut asked = Asked { table, day, conditions: vec!["i.wrong = 0".into()], values: Vec::new() };
        if let Some(day) = as_of {
            asked.and("i.known <= ?", [day]);
        }
        asked
    }

    /// One more condition, with a value for each question mark.
    pub fn and<'v>(&mut self, condition: &str, values: impl IntoIterator<Item = &'v str>) {
        self.conditions.push(condition.to_owned());
        self.values.extend(values.into_iter().map(|v| Value::Text(v.to_owned())));
    }

    /// That one of `ids` takes part in one of `roles`, itself or through who speaks for it.
    pub fn party(&mut self, ids: &[String], roles: &[&str]) {
        if ids.is_empty() {
            return;
        }
        let (who, role) = (marks(ids.len()), marks(roles.len()));
        // Two look-ups by index, not one walk through everything.
        let half = |column: &str| format!("SELECT item FROM parties WHERE {column} IN ({who}) AND role IN ({role})");
        let condition = format!("i.item IN ({} UNION ALL {})", half("actor"), half("side"));
        let ids = || ids.iter().map(String::as_str).chain(roles.iter().copied());
        self.and(&condition, ids().chain(ids()));
    }

    /// That the days of the item touch the days from `from` to `to`.
    pub fn between(&mut self, from: Option<&str>, to: Option<&str>, last: &str) {
        if let Some(from) = from {
            self.and(&format!("{last} >= ?"), [from]);
        }
        if let Some(to) = to {
            self.and(&format!("{} <= ?", self.day), [to]);
        }
    }

    /// The clusters that have such an item, in the order of their days; those without a day last.
    pub fn clusters(&self, conn: &Connection) -> Result<Vec<String>> {
        let doing = "asking the case";
        let sql = format!(
            "SELECT i.cluster, min({}) AS day FROM {} t JOIN items i ON i.item = t.item WHERE {}
             GROUP BY i.cluster ORDER BY day IS NULL, day, i.cluster",
            self.day,
            self.table,
            self.conditions.join(" AND ")
        );
        let mut query = conn.prepare_cached(&sql).doing(doing)?;
        let rows = query.query_map(params_from_iter(&self.values), |r| r.get(0)).doing(doing)?;
        rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)
    }
}

/// As many question marks, parted by commas.
pub(crate) fn marks(n: usize) -> String {
    vec!["?"; n].join(", ")
}

/// Makes a row of each of the last `limit` clusters, each as it was on `as_of`. A cluster that was several then gives
/// several rows.
pub(crate) fn page<T>(
    conn: &Connection,
    clusters: Vec<String>,
    as_of: Option<&str>,
    limit: Limit,
    mut row: impl FnMut(&[Member]) -> Result<Option<T>>,
) -> Result<Page<T>> {
    let total = clusters.len();
    let skip = limit.map_or(0, |most| total.saturating_sub(most));
    let mut rows = Vec::new();
    for cluster in &clusters[skip..] {
        for members in components(conn, cluster, as_of)? {
            rows.extend(row(&members)?);
        }
    }
    Ok(Page { rows, total })
}

/// The items of a cluster that were known on `as_of`, by what was one on that day; in each the earliest first. Two
/// items are one on a day if links lead from the one to the other over items known by then.
pub(crate) fn components(conn: &Connection, cluster: &str, as_of: Option<&str>) -> Result<Vec<Vec<Member>>> {
    let doing = "reading a cluster";
    let mut query = conn
        .prepare_cached(
            "SELECT i.item, i.id, i.doc, i.known, d.copies FROM items i JOIN documents d USING (doc)
             WHERE i.cluster = ?1 AND i.wrong = 0 AND (?2 IS NULL OR i.known <= ?2)
             ORDER BY i.known IS NULL, i.known, i.id",
        )
        .doing(doing)?;
    let rows = query
        .query_map(params![cluster, as_of], |r| {
            Ok(Member { item: r.get(0)?, id: r.get(1)?, doc: r.get(2)?, known: r.get(3)?, copies: r.get(4)? })
        })
        .doing(doing)?;
    let members = rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)?;
    if members.len() < 2 || as_of.is_none() {
        return Ok(if members.is_empty() { Vec::new() } else { vec![members] });
    }
    let at: HashMap<&str, usize> = members.iter().enumerate().map(|(n, m)| (m.id.as_str(), n)).collect();
    // Each points at an earlier one of its component, the earliest at itself.
    let mut parents: Vec<usize> = (0..members.len()).collect();
    let mut links = conn.prepare_cached("SELECT b FROM links WHERE a = ?1").doing(doing)?;
    for (n, member) in members.iter().enumerate() {
        let others = links.query_map([&member.id], |r| r.get::<_, String>(0)).doing(doing)?;
        for other in others {
            let Some(&other) = at.get(other.doing(doing)?.as_str()) else { continue };
            let (a, b) = (root(&parents, n), root(&parents, other));
            parents[a.max(b)] = a.min(b);
        }
    }
    let roots: Vec<usize> = (0..members.len()).map(|n| root(&parents, n)).collect();
    let mut components: BTreeMap<usize, Vec<Member>> = BTreeMap::new();
    for (member, root) in members.into_iter().zip(roots) {
        components.entry(root).or_default().push(member);
    }
    Ok(components.into_values().collect())
}

fn root(parents: &[usize], mut n: usize) -> usize {
    while parents[n] != n {
        n = parents[n];
    }
    n
}

/// What the members say differently: `said` are pairs of a document's id and the value that it gives, in order.
pub(crate) fn difference(what: &str, said: &[(String, Option<String>)]) -> Option<Difference> {
    let mut says: Vec<(String, Vec<String>)> = Vec::new();
    for (document, value) in said {
        let Some(value) = value else { continue };
        match says.iter_mut().find(|(v, _)| v == value) {
            Some((_, documents)) if documents.contains(document) => {}
            Some((_, documents)) => documents.push(document.clone()),
            None => says.push((value.clone(), vec![document.clone()])),
        }
    }
    (says.len() > 1).then(|| Difference { what: what.to_owned(), says })
}

/// How many independent documents, near-copies counted once.
pub(crate) fn sources(members: &[Member]) -> usize {
    members.iter().map(|m| m.copies.as_str()).collect::<BTreeSet<_>>().len()
}
