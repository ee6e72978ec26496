//! Conflict and cooperation by dyad and week.

use super::find::marks;
use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::View;
use jiff::ToSpan;
use rusqlite::{params_from_iter, types::Value};
use serde::Serialize;
use std::collections::BTreeMap;

/// One week of two sides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TrendRow {
    /// Monday of the week.
    pub week: String,
    /// The one side, the first by id.
    pub a: String,
    /// The other.
    pub b: String,
    /// Events between them.
    pub events: usize,
    /// Words of cooperation.
    pub verbal_cooperation: usize,
    /// Acts of cooperation.
    pub material_cooperation: usize,
    /// Words of conflict.
    pub verbal_conflict: usize,
    /// Acts of conflict.
    pub material_conflict: usize,
    /// Sum of the scores of conflict (-10) and cooperation (10).
    pub sum: f64,
    /// Their mean.
    pub mean: f64,
}

/// One event between two sides.
struct Counted {
    day: String,
    goldstein: f64,
    quad: String,
}

/// The facts (occurred or ongoing) between sides, by week (ISO 8601, from Monday) and dyad, in that order. An event
/// that several texts report counts once, on the day that the first of them gives; one of no known day on that of its
/// report. Direction does not matter: what A does to B and B to A is one dyad. `between` leaves out the dyads of which
/// it does not name both sides, or where it names one, those that do not have it.
///
/// # Errors
/// Where the case cannot be read.
pub fn trend(
    view: &View,
    between: &[String],
    from: Option<&str>,
    to: Option<&str>,
    limit: Limit,
) -> Result<Page<TrendRow>> {
    let doing = "counting events";
    // Scores come from the type alone, so that any item of a cluster will do; its first is the first by day and id.
    let mut sql = "SELECT i.cluster, d.a, d.b, coalesce(e.first, i.known), e.goldstein, e.quad_class
                   FROM dyads d CROSS JOIN items i ON i.item = d.item CROSS JOIN events e ON e.item = d.item
                   WHERE i.wrong = 0"
        .to_owned();
    let mut values: Vec<Value> = Vec::new();
    if let Some(day) = view.as_of() {
        sql += " AND i.known <= ?";
        values.push(Value::Text(day.to_owned()));
    }
    if !between.is_empty() {
        let marks = marks(between.len());
        let both = if between.len() > 1 { "AND" } else { "OR" };
        sql += &format!(
            " AND d.item IN (SELECT item FROM parties WHERE side IN ({marks}) AND role IN ('source', 'target'))
              AND (d.a IN ({marks}) {both} d.b IN ({marks}))"
        );
        for _ in 0..3 {
            values.extend(between.iter().map(|b| Value::Text(b.clone())));
        }
    }
    sql += " ORDER BY i.known IS NULL, i.known, i.id";
    let mut query = view.conn.prepare_cached(&sql).doing(doing)?;
    let mut rows = query.query(params_from_iter(values)).doing(doing)?;
    let mut events: BTreeMap<(String, String, String), Counted> = BTreeMap::new();
    while let Some(r) = rows.next().doing(doing)? {
        let mut read = || -> rusqlite::Result<_> {
            let (cluster, a, b): (String, String, String) = (r.get(0)?, r.get(1)?, r.get(2)?);
            let Some(day) = r.get::<_, Option<String>>(3)? else { return Ok(()) };
            let counted = Counted { day, goldstein: r.get(4)?, quad: r.get(5)? };
            events.entry((a, b, cluster)).or_insert(counted);
            Ok(())
        };
        read().doing(doing)?;
    }
    let mut weeks: BTreeMap<(String, String, String), TrendRow> = BTreeMap::new();
    for ((a, b, _), event) in events {
        if from.is_some_and(|f| event.day.as_str() < f) || to.is_some_and(|t| event.day.as_str() > t) {
            continue;
        }
        let Some(week) = monday(&event.day) else { continue };
        let row = weeks.entry((week.clone(), a.clone(), b.clone())).or_insert_with(|| TrendRow {
            week,
            a,
            b,
            events: 0,
            verbal_cooperation: 0,
            material_cooperation: 0,
            verbal_conflict: 0,
            material_conflict: 0,
            sum: 0.0,
            mean: 0.0,
        });
        row.events += 1;
        row.sum += event.goldstein;
        *match event.quad.as_str() {
            "verbal_cooperation" => &mut row.verbal_cooperation,
            "material_cooperation" => &mut row.material_cooperation,
            "verbal_conflict" => &mut row.verbal_conflict,
            _ => &mut row.material_conflict,
        } += 1;
    }
    let mut rows: Vec<TrendRow> = weeks.into_values().collect();
    for row in &mut rows {
        // Scores have one decimal; the order of adding shall not show in the last digits of a sum.
        row.sum = (row.sum * 100.0).round() / 100.0;
        row.mean = (row.sum / row.events as f64 * 100.0).round() / 100.0;
    }
    let total = rows.len();
    rows.drain(..limit.map_or(0, |most| total.saturating_sub(most)));
    Ok(Page { rows, total })
}

/// The Monday of the week that a day lies in.
fn monday(day: &str) -> Option<String> {
    let date = crate::Days::day(day)?;
    let since = i64::from(date.weekday().to_monday_zero_offset());
    Some(date.checked_sub(since.days()).ok()?.to_string())
}
