//! `case trend`: a table and plots for a person, a picture, data.

use super::answers::{day, ids, most};
use super::print::{FAINT, PLAIN, STRONG, Sheet};
use super::tables;
use crate::Fault;
use crate::args::case::ask::{Format, Trend, TrendFormat};
use crate::output::Output;
use demarche_casefile::ask::{self, Page, TrendRow};
use demarche_casefile::export;
use std::collections::BTreeMap;

/// Dyads that are plotted: those with most events.
const PLOTTED: usize = 3;

/// Answers the question.
pub fn trend(args: &Trend, out: &mut Output) -> Result<(), Fault> {
    let case = crate::world::open(&args.file.path)?;
    let as_of = day(args.as_of);
    let view = case.view(as_of.as_deref())?;
    let between = ids(&case, &args.between)?;
    let (from, to) = (day(args.days.since), day(args.days.until));
    // A picture that leaves weeks out would be taken for the whole.
    let limit = if args.format == TrendFormat::Svg { None } else { most(args.limit) };
    let page = ask::trend(&view, &between, from.as_deref(), to.as_deref(), limit)?;
    match args.format {
        TrendFormat::View => Ok(out.text(&sheet(&page, out.width()))?),
        TrendFormat::Json => tables::data(&page, Format::Json, out),
        TrendFormat::Jsonl => tables::data(&page, Format::Jsonl, out),
        TrendFormat::Csv => tables::data(&page, Format::Csv, out),
        TrendFormat::Svg => Ok(out.text(&export::svg(&page.rows)?)?),
    }
}

fn sheet(page: &Page<TrendRow>, width: usize) -> String {
    if page.rows.is_empty() {
        return "no facts between two sides\n".to_owned();
    }
    let mut sheet = Sheet::new(width);
    sheet.heading("week of      sides                     events  cooperate  conflict     sum    mean");
    for row in &page.rows {
        let week = format!("{}   ", row.week);
        let sides = format!("{:<24}", format!("{} – {}", row.a, row.b));
        let good = row.verbal_cooperation + row.material_cooperation;
        let bad = row.verbal_conflict + row.material_conflict;
        let counts = format!("{:>8}{good:>11}{bad:>10}{:>8.1}{:>8.1}", row.events, row.sum, row.mean);
        // No-break spaces: the columns are the writer's, not the wrapper's.
        let fixed = |text: &str| text.replace(' ', "\u{a0}");
        sheet.lines.paragraph((FAINT, &week), &[(STRONG, &fixed(&sides)), (PLAIN, &fixed(&counts))]);
    }
    sheet.more(page.rows.len(), page.total, "earlier weeks of dyads");
    sheet.finish() + &plots(&page.rows, width)
}

/// The sums by week of the dyads with most events, where they have more than one week.
fn plots(rows: &[TrendRow], width: usize) -> String {
    let weeks = export::weeks(rows);
    if weeks.len() < 2 {
        return String::new();
    }
    // How many events two sides have, and the sums of their scores by week.
    type Dyad<'r> = (usize, BTreeMap<&'r str, f64>);
    let mut dyads: BTreeMap<(&str, &str), Dyad> = BTreeMap::new();
    for row in rows {
        let dyad = dyads.entry((&row.a, &row.b)).or_default();
        dyad.0 += row.events;
        dyad.1.insert(&row.week, row.sum);
    }
    let mut dyads: Vec<_> = dyads.into_iter().filter(|(_, (_, sums))| sums.len() > 1).collect();
    dyads.sort_by_key(|(names, (events, _))| (std::cmp::Reverse(*events), *names));
    let mut out = String::new();
    for ((a, b), (_, sums)) in dyads.into_iter().take(PLOTTED) {
        let series: Vec<f64> = weeks.iter().map(|w| sums.get(w.as_str()).copied().unwrap_or(0.0)).collect();
        let title = format!("{a} – {b}: sum of scores by week, {} to {}", weeks[0], weeks[weeks.len() - 1]);
        // Stretched to a width that shows its shape, never beyond the terminal.
        let columns = (series.len() * 6).clamp(24, width.saturating_sub(12).max(24)) as u32;
        let config = rasciigraph::Config::default().with_height(8).with_width(columns);
        out += &format!("\n{STRONG}{title}{STRONG:#}\n");
        for line in rasciigraph::plot(series, config).lines() {
            out += line.trim_end();
            out.push('\n');
        }
    }
    out
}
