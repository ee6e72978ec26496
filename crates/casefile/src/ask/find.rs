//! Finding the clusters that answer a question, and what they were on a day.

use super::brief::{Day, Id};
use super::{Difference, Limit, Page};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params, params_from_iter};
use rustc_hash::{FxBuildHasher, FxHashSet};

/// A question in the making: conditions on the items `i` of one table `t`.
#[derive(Debug)]
pub(crate) struct Asked {
    table: &'static str,
    kind: &'static str,
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Asked {
    /// All items of `kind` and its `table` that nobody called wrong and that were known on the view's day.
    pub fn of(kind: &'static str, table: &'static str, view: &View) -> Asked {
        let mut asked = Asked { table, kind, conditions: Vec::new(), values: Vec::new() };
        if let Some(day) = view.as_of() {
            asked.and("i.known <= ?", [day]);
        }
        asked
    }

    /// One more condition, with a value for each question mark.
    pub fn and<'v>(&mut self, condition: &str, values: impl IntoIterator<Item = &'v str>) {
        self.conditions.push(condition.to_owned());
        self.values.extend(values.into_iter().map(|v| Value::Text(v.to_owned())));
    }

    /// That the column has one of the values, where any is given.
    pub fn one_of(&mut self, column: &str, values: &[String]) {
        if !values.is_empty() {
            self.and(&format!("{column} IN ({})", marks(values.len())), values.iter().map(String::as_str));
        }
    }

    /// That one of the columns has one of the values, where any is given.
    pub fn either(&mut self, one: &str, other: &str, values: &[String]) {
        if !values.is_empty() {
            let marks = marks(values.len());
            let twice = values.iter().chain(values).map(String::as_str);
            self.and(&format!("({one} IN ({marks}) OR {other} IN ({marks}))"), twice);
        }
    }

    /// That one of `ids` takes part in one of `roles`, itself or through who speaks for it.
    pub fn party(&mut self, ids: &[String], roles: &[&str]) {
        if ids.is_empty() {
            return;
        }
        let (who, role) = (marks(ids.len()), marks(roles.len()));
        // Two look-ups by index, not one walk through everything.
        let half =
            |column: &str| format!("SELECT item FROM parties WHERE {column} IN ({who}) AND role IN ({role})");
        let (by_itself, by_side) = (half("actor"), half("side"));
        let condition = format!("i.item IN ({by_itself} AND actor <> side UNION ALL {by_side})");
        let ids = || ids.iter().map(String::as_str).chain(roles.iter().copied());
        self.and(&condition, ids().chain(ids()));
    }

    /// That the days of the item touch the days from `from` to `to`.
    pub fn between(&mut self, from: Option<&str>, to: Option<&str>) {
        if let Some(from) = from {
            self.and("coalesce(i.day_to, i.day_from) >= ?", [from]);
        }
        if let Some(to) = to {
            self.and("i.day_from <= ?", [to]);
        }
    }

    /// The tables and conditions. What the index over days tells alone is read from it alone; else the table says what
    /// is worth a look at the items, or those who take part do.
    fn rest(&self, column: &str) -> String {
        let mut all = self.conditions.join(" AND ");
        if !all.is_empty() {
            all.insert_str(0, " AND ");
        }
        let has = |what: &str| self.conditions.iter().any(|c| c.contains(what));
        let (table, kind) = (self.table, self.kind);
        if has("i.doc IN") {
            format!("items i CROSS JOIN {table} t ON t.item = i.item WHERE i.wrong = 0{all}")
        } else if has("t.") || column.starts_with("t.") {
            format!("{table} t CROSS JOIN items i ON i.item = t.item WHERE i.wrong = 0{all}")
        } else if has("i.item IN") {
            format!("items i WHERE i.wrong = 0 AND +i.kind = '{kind}'{all}")
        } else {
            let index = "items i INDEXED BY items_day WHERE i.wrong = 0 AND i.kind <> 'actor'";
            format!("{index} AND i.kind = '{kind}'{all}")
        }
    }

    /// As [`Asked::clusters`], but only of items with a `column` that `wanted` wants.
    pub fn clusters_where(
        &self,
        view: &View,
        column: &str,
        limit: Limit,
        mut wanted: impl FnMut(&str) -> bool,
    ) -> Result<Vec<Id>> {
        let doing = "asking the case";
        let sql = format!("SELECT i.cluster, i.day_from, {column} FROM {}", self.rest(column));
        let mut query = view.conn.prepare_cached(&sql).doing(doing)?;
        let mut rows = query.query(params_from_iter(&self.values)).doing(doing)?;
        let mut days = Vec::new();
        while let Some(row) = rows.next().doing(doing)? {
            if wanted(row.get_ref(2).doing(doing)?.as_str().unwrap_or_default()) {
                days.push((Id::read(row.get_ref(0).doing(doing)?)?, Day::read(row.get_ref(1).doing(doing)?)));
            }
        }
        in_order(view, by_first_day(days), limit)
    }

    /// The clusters that have such an item, in the order of their days; those without a day last. Within a day, the last
    /// `limit` of all at least are in the order of their places ([`Spot`]).
    pub fn clusters(&self, view: &View, limit: Limit) -> Result<Vec<Id>> {
        in_order(view, self.days(view)?, limit)
    }

    /// The same with the days, in no order within a day.
    pub fn days(&self, view: &View) -> Result<Vec<(Id, Day)>> {
        let doing = "asking the case";
        let sql = format!("SELECT i.cluster, i.day_from FROM {}", self.rest("i.day_from"));
        let mut query = view.conn.prepare_cached(&sql).doing(doing)?;
        let mut rows = query.query(params_from_iter(&self.values)).doing(doing)?;
        let mut days = Vec::new();
        while let Some(row) = rows.next().doing(doing)? {
            days.push((Id::read(row.get_ref(0).doing(doing)?)?, Day::read(row.get_ref(1).doing(doing)?)));
        }
        Ok(by_first_day(days))
    }
}

/// Clusters in the order of their days, each once, with its first day; in no order within a day.
fn by_first_day(mut days: Vec<(Id, Day)>) -> Vec<(Id, Day)> {
    // The index over days gives them in this order already.
    days.sort_by_key(|(_, day)| *day);
    let mut seen = FxHashSet::with_capacity_and_hasher(days.len(), FxBuildHasher);
    days.retain(|(id, _)| seen.insert(*id));
    days
}

/// Where an item stands among all: the day of its document, the document's hash, the place in its text, its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    undated: bool,
    known: Option<String>,
    document: String,
    at: i64,
    id: String,
}

/// The spot of the item with that id; an item that is no more stands last.
pub(crate) fn spot(view: &View, id: &str) -> Result<Spot> {
    let row = view
        .conn
        .prepare_cached(
            "SELECT i.known, d.sha256, i.at FROM items i JOIN documents d USING (doc) WHERE i.id = ?1",
        )
        .and_then(|mut q| q.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional())
        .doing("asking the case")?;
    let (known, document, at): (Option<String>, String, i64) = row.unwrap_or_default();
    Ok(Spot { undated: known.is_none(), known, document, at, id: id.to_owned() })
}

/// From where on a list in the order of days must be put in order within the days, if only the last `limit` are wanted.
pub(crate) fn unsettled<T>(list: &[T], limit: Limit, day: impl Fn(&T) -> Day) -> usize {
    let skip = limit.map_or(0, |most| list.len().saturating_sub(most));
    let Some(first) = list.get(skip) else { return list.len() };
    list[..skip].iter().rposition(|c| day(c) != day(first)).map_or(0, |at| at + 1)
}

/// The ids of clusters that stand in the order of their days; the last `limit` of them in order within a day, too.
pub(crate) fn in_order(view: &View, mut days: Vec<(Id, Day)>, limit: Limit) -> Result<Vec<Id>> {
    let mut ids = Vec::with_capacity(days.len());
    let tail = days.split_off(unsettled(&days, limit, |(_, day)| *day));
    ids.extend(days.into_iter().map(|(id, _)| id));
    let mut spots = Vec::with_capacity(tail.len());
    for (id, day) in tail {
        spots.push((day, spot(view, &id.to_string())?, id));
    }
    spots.sort();
    ids.extend(spots.into_iter().map(|(_, _, id)| id));
    Ok(ids)
}

/// As many question marks, parted by commas.
pub(crate) fn marks(n: usize) -> String {
    vec!["?"; n].join(", ")
}

/// Makes a row of each of the last `limit` clusters, each as it was on the view's day. A cluster that was several then gives
/// several rows.
pub(crate) fn page<T>(
    view: &View,
    clusters: Vec<Id>,
    limit: Limit,
    mut row: impl FnMut(&[Member]) -> Result<Option<T>>,
) -> Result<Page<T>> {
    let total = clusters.len();
    let skip = limit.map_or(0, |most| total.saturating_sub(most));
    let mut rows = Vec::new();
    for cluster in &clusters[skip..] {
        for members in components(view, &cluster.to_string())? {
            rows.extend(row(&members)?);
        }
    }
    Ok(Page { rows, total })
}

/// The items of a cluster that were known on the view's day, by what was one on that day; in each the first one first.
pub(crate) fn components(view: &View, cluster: &str) -> Result<Vec<Vec<Member>>> {
    if view.as_of().is_none() {
        let members = view.members(cluster)?;
        return Ok(if members.is_empty() { Vec::new() } else { vec![members] });
    }
    let doing = "reading a cluster";
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT item, id, doc, known FROM items WHERE cluster = ?1 AND kind <> 'actor' AND wrong = 0 AND known <= ?2
             ORDER BY known, id",
        )
        .doing(doing)?;
    let rows = query
        .query_map(params![cluster, view.as_of()], |r| {
            Ok(Member { item: r.get(0)?, id: r.get(1)?, doc: r.get(2)?, known: r.get(3)? })
        })
        .doing(doing)?;
    view.parted(rows.collect::<rusqlite::Result<Vec<_>>>().doing(doing)?)
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
