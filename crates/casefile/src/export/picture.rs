//! The trend as a picture.

use crate::ask::TrendRow;
use crate::error::{Error, Result};
use plotters::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Dyads that are drawn: those with most events.
const MOST: usize = 6;

/// Colours that persons who see colours otherwise can tell apart (Okabe and Ito 2008).
const COLOURS: [RGBColor; MOST] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
];

/// How many events two sides have, and the sums of their scores by week.
type Dyad<'r> = (usize, BTreeMap<&'r str, f64>);

/// The sums of scores by week as lines, one for each of the dyads with most events, as SVG. Above zero is cooperation,
/// below conflict; a week without events is zero.
///
/// # Errors
/// Where the picture cannot be drawn.
pub fn svg(rows: &[TrendRow]) -> Result<String> {
    let weeks = weeks(rows);
    let mut dyads: BTreeMap<(&str, &str), Dyad> = BTreeMap::new();
    for row in rows {
        let dyad = dyads.entry((&row.a, &row.b)).or_default();
        dyad.0 += row.events;
        dyad.1.insert(&row.week, row.sum);
    }
    let mut dyads: Vec<_> = dyads.into_iter().collect();
    dyads.sort_by_key(|(names, (events, _))| (std::cmp::Reverse(*events), *names));
    dyads.truncate(MOST);
    let drawn = dyads.iter().flat_map(|(_, (_, sums))| sums.values().copied());
    let (low, high) = drawn.fold((0.0f64, 0.0f64), |(low, high), sum| (low.min(sum), high.max(sum)));
    let margin = ((high - low) * 0.05).max(1.0);
    let mut out = String::new();
    let broken = |e: &dyn std::fmt::Display| Error::from(std::io::Error::other(format!("no picture: {e}")));
    {
        let area = SVGBackend::with_string(&mut out, (900, 420)).into_drawing_area();
        area.fill(&WHITE).map_err(|e| broken(&e))?;
        let last = weeks.len().saturating_sub(1).max(1) as f64;
        let mut chart = ChartBuilder::on(&area)
            .caption("Conflict (below zero) and cooperation by week", ("sans-serif", 16))
            .margin(10)
            .x_label_area_size(34)
            .y_label_area_size(44)
            .build_cartesian_2d(0.0..last, (low - margin)..(high + margin))
            .map_err(|e| broken(&e))?;
        let label = |x: &f64| {
            let whole = (x.fract().abs() < 1e-6).then(|| x.round() as usize);
            whole.and_then(|n| weeks.get(n).cloned()).unwrap_or_default()
        };
        chart
            .configure_mesh()
            .x_labels(weeks.len().clamp(2, 9))
            .x_label_formatter(&label)
            .y_desc("sum of scores")
            .draw()
            .map_err(|e| broken(&e))?;
        for ((names, (_, sums)), colour) in dyads.iter().zip(COLOURS) {
            let points = weeks
                .iter()
                .enumerate()
                .map(|(n, w)| (n as f64, sums.get(w.as_str()).copied().unwrap_or(0.0)));
            chart
                .draw_series(LineSeries::new(points, colour.stroke_width(2)))
                .map_err(|e| broken(&e))?
                .label(format!("{} – {}", names.0, names.1))
                .legend(move |(x, y)| PathElement::new(vec![(x, y), (x + 16, y)], colour.stroke_width(2)));
        }
        chart
            .configure_series_labels()
            .background_style(WHITE.mix(0.8))
            .border_style(BLACK)
            .position(SeriesLabelPosition::UpperLeft)
            .draw()
            .map_err(|e| broken(&e))?;
        area.present().map_err(|e| broken(&e))?;
    }
    out.push('\n');
    Ok(out)
}

/// Every Monday from the first week to the last.
pub fn weeks(rows: &[TrendRow]) -> Vec<String> {
    use jiff::ToSpan;
    let seen: BTreeSet<&str> = rows.iter().map(|r| r.week.as_str()).collect();
    let (Some(first), Some(last)) = (seen.first(), seen.last()) else { return Vec::new() };
    let (Some(mut at), Some(last)) = (crate::Days::day(first), crate::Days::day(last)) else {
        return Vec::new();
    };
    let mut weeks = Vec::new();
    // Two thousand years: a wrong year in one text shall not fill the memory.
    while at <= last && weeks.len() < 100_000 {
        weeks.push(at.to_string());
        let Ok(next) = at.checked_add(7.days()) else { break };
        at = next;
    }
    weeks
}
