//! Answers as tables, JSON and CSV.

use crate::args::case::ask::{Format, Sql};
use crate::output::Output;
use crate::view::page::one_line;
use crate::{Fault, complain};
use demarche_casefile::ask::{Page, Table};
use serde::Serialize;
use serde_json::Value;
use std::io;
use unicode_width::UnicodeWidthStr;

/// Prints `page` in a format that is no view.
pub fn data<T: Serialize>(page: &Page<T>, format: Format, out: &mut Output) -> Result<(), Fault> {
    if page.rows.len() < page.total {
        let left = page.total - page.rows.len();
        complain(&format!("{left} of {} rows are not given; --limit 0 gives all", page.total));
    }
    match format {
        Format::View => Ok(()),
        Format::Json => Ok(out.json(page)?),
        Format::Jsonl => {
            for row in &page.rows {
                out.json_line(row)?;
            }
            Ok(())
        }
        Format::Csv => {
            let rows = page.rows.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>();
            csv(&flat(&rows.map_err(io::Error::from)?), out)
        }
    }
}

/// Rows as a table: a column for each field; lists are joined by semicolons.
fn flat(rows: &[Value]) -> Table {
    let columns: Vec<String> =
        rows.first().and_then(Value::as_object).map(|o| o.keys().cloned().collect()).unwrap_or_default();
    let row = |row: &Value| {
        let cell = |c: &String| row.get(c).map_or(Value::Null, |v| Value::String(cell(v)));
        columns.iter().map(cell).collect()
    };
    Table { rows: rows.iter().map(row).collect(), columns }
}

/// A value in one cell: names of actors and words of quotes stand for the whole.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            let telling = ["id", "quote", "state", "words"].iter().find_map(|f| fields.get(*f));
            telling.map_or_else(|| value.to_string(), cell)
        }
        other => other.to_string(),
    }
}

/// Writes a table as CSV (RFC 4180).
fn csv(table: &Table, out: &mut Output) -> Result<(), Fault> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let fault = |e: csv::Error| Fault::Io(io::Error::other(e));
    if table.columns.is_empty() {
        return Ok(());
    }
    writer.write_record(&table.columns).map_err(fault)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(cell)).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(|e| Fault::Io(io::Error::other(e.to_string())))?;
    Ok(out.bytes(&bytes)?)
}

/// `case sql`.
pub fn sql(args: &Sql, out: &mut Output) -> Result<(), Fault> {
    let case = crate::world::open(&args.file.path)?;
    let table = demarche_casefile::ask::sql(case.connection(), &args.sql)?;
    match args.format {
        Format::View => Ok(out.text(&aligned(&table))?),
        Format::Csv => csv(&table, out),
        Format::Json => Ok(out.json(&objects(&table))?),
        Format::Jsonl => {
            for row in objects(&table) {
                out.json_line(&row)?;
            }
            Ok(())
        }
    }
}

/// Each row as a JSON object.
fn objects(table: &Table) -> Vec<Value> {
    let object = |row: &Vec<Value>| table.columns.iter().cloned().zip(row.iter().cloned()).collect();
    table.rows.iter().map(object).map(Value::Object).collect()
}

/// A table in columns; cells wider than 60 columns are cut.
fn aligned(table: &Table) -> String {
    let short = |text: &str| {
        let line = one_line(text);
        match line.chars().count() > 60 {
            true => line.chars().take(59).chain(['…']).collect(),
            false => line,
        }
    };
    let mut lines: Vec<Vec<String>> = vec![table.columns.iter().map(|c| short(c)).collect()];
    lines.extend(table.rows.iter().map(|row| row.iter().map(|v| short(&cell(v))).collect()));
    let width = |n: usize| lines.iter().map(|l| l[n].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    lines.insert(1, widths.iter().map(|w| "─".repeat(*w)).collect());
    let mut out = String::new();
    for line in lines {
        let mut text = String::new();
        for (cell, width) in line.iter().zip(&widths) {
            text += cell;
            text.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + 2));
        }
        out += text.trim_end();
        out.push('\n');
    }
    out
}
