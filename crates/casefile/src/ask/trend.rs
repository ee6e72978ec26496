//! Conflict and cooperation by dyad and week.

use super::brief::{Day, Id};
use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::View;
use jiff::ToSpan;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use serde::Serialize;

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
    // All dyads are read: to look the named ones up takes longer.
    let named = |side: &str| between.iter().any(|b| b == side);
    let wanted = |a: &str, b: &str| match between.len() {
        0 => true,
        1 => named(a) || named(b),
        _ => named(a) && named(b),
    };
    let wrong = wrong(view)?;
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT item, a, b, goldstein, quad_class, cluster, known, day_from FROM dyads
             WHERE (?1 IS NULL OR known <= ?1) AND day_from IS NOT NULL",
        )
        .doing(doing)?;
    let mut rows = query.query([view.as_of()]).doing(doing)?;
    let mut sides = Sides::default();
    let mut counted: Vec<Event> = Vec::new();
    while let Some(r) = rows.next().doing(doing)? {
        let column = |n: usize| r.get_ref(n).doing(doing);
        let side = |n: usize| column(n).map(|side| side.as_str().unwrap_or_default());
        if !wanted(side(1)?, side(2)?) || !wrong.is_empty() && wrong.contains(&r.get(0).doing(doing)?) {
            continue;
        }
        // Scores come from the type alone, so that any item of a cluster will do.
        counted.push(Event {
            of: (Id::read(column(5)?)?, sides.number(side(1)?), sides.number(side(2)?)),
            known: Day::read(column(6)?),
            day: Day::read(column(7)?),
            goldstein: r.get(3).doing(doing)?,
            quad: quad(column(4)?.as_str().unwrap_or_default()),
        });
    }
    // Of those that report one event the first counts; of several of one day that which gives the first day.
    counted.sort_unstable_by_key(|e| (e.of, e.known, e.day));
    counted.dedup_by_key(|e| e.of);
    let (from, to) = (from.map(Day::of), to.map(Day::of));
    let mut weeks: HashMap<(Day, u32, u32), Counted> = HashMap::default();
    let mut mondays: HashMap<Day, Option<Day>> = HashMap::default();
    for event in &counted {
        if from.is_some_and(|f| event.day < f) || to.is_some_and(|t| event.day > t) {
            continue;
        }
        if let Some(week) = *mondays.entry(event.day).or_insert_with(|| monday(event.day)) {
            weeks.entry((week, event.of.1, event.of.2)).or_default().add(event);
        }
    }
    let mut weeks: Vec<((Day, &str, &str), Counted)> =
        weeks.into_iter().map(|((week, a, b), n)| ((week, sides.name(a), sides.name(b)), n)).collect();
    weeks.sort_by_key(|w| w.0);
    let total = weeks.len();
    let skip = limit.map_or(0, |most| total.saturating_sub(most));
    let rows = weeks.into_iter().skip(skip).map(|((week, a, b), n)| n.row(week, a, b)).collect();
    Ok(Page { rows, total })
}

/// The events that an analyst called wrong.
fn wrong(view: &View) -> Result<HashSet<i64>> {
    let doing = "counting events";
    let mut query =
        view.conn.prepare_cached("SELECT item FROM items WHERE kind = 'event' AND wrong = 1").doing(doing)?;
    let items = query.query_map([], |r| r.get(0)).doing(doing)?;
    items.collect::<rusqlite::Result<_>>().doing(doing)
}

/// One event between two sides.
#[derive(Clone, Copy)]
struct Event {
    /// Its cluster and the sides.
    of: (Id, u32, u32),
    /// The day from which it is known.
    known: Day,
    day: Day,
    goldstein: f64,
    quad: usize,
}

/// The place of a quad class among those of [`TrendRow`].
fn quad(name: &str) -> usize {
    let known = ["verbal_cooperation", "material_cooperation", "verbal_conflict"];
    known.iter().position(|k| *k == name).unwrap_or(known.len())
}

/// The events of a week between two sides.
#[derive(Default)]
struct Counted {
    by_quad: [usize; 4],
    sum: f64,
}

impl Counted {
    fn add(&mut self, event: &Event) {
        self.by_quad[event.quad] += 1;
        self.sum += event.goldstein;
    }

    fn row(&self, week: Day, a: &str, b: &str) -> TrendRow {
        let events = self.by_quad.iter().sum();
        // Scores have one decimal; the order of adding shall not show in the last digits of a sum.
        let sum = (self.sum * 100.0).round() / 100.0;
        let [verbal_cooperation, material_cooperation, verbal_conflict, material_conflict] = self.by_quad;
        TrendRow {
            week: week.text().unwrap_or_default(),
            a: a.to_owned(),
            b: b.to_owned(),
            events,
            verbal_cooperation,
            material_cooperation,
            verbal_conflict,
            material_conflict,
            sum,
            mean: (sum / events as f64 * 100.0).round() / 100.0,
        }
    }
}

/// Sides by number, so that a thousand rows hold one name.
#[derive(Default)]
struct Sides {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
}

impl Sides {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(&n) = self.numbers.get(name) {
            return n;
        }
        let n = self.names.len() as u32;
        self.numbers.insert(name.to_owned(), n);
        self.names.push(name.to_owned());
        n
    }

    fn name(&self, n: u32) -> &str {
        self.names.get(n as usize).map_or("", String::as_str)
    }
}

/// The Monday of the week that a day lies in.
fn monday(day: Day) -> Option<Day> {
    let date: jiff::civil::Date = day.text()?.parse().ok()?;
    let since = i64::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(since.days()).ok().map(Day::on)
}
