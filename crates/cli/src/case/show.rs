//! `case show`: everything of one item.

use super::answers::day;
use super::print::{FAINT, PLAIN, QUOTE, STRONG, Sheet, WARNING};
use crate::Fault;
use crate::args::case::ask::{Show, ShowFormat};
use crate::output::Output;
use crate::view::page::one_line;
use demarche_casefile::ask::{self, Shown};
use serde_json::Value;

/// Shows an item or an actor.
pub fn show(args: &Show, out: &mut Output) -> Result<(), Fault> {
    let case = crate::world::open(&args.file.path)?;
    let as_of = day(args.as_of);
    let view = case.view(as_of.as_deref())?;
    let found = match case.resolve(&args.id) {
        // A name that is no id may still be an actor's.
        Err(e) if e.is_unknown() => match ask::actor(case.connection(), &args.id) {
            Ok(id) => case.resolve(&id)?,
            Err(_) => return Err(e.into()),
        },
        other => other?,
    };
    let shown = ask::show(&view, &found)?;
    match args.format {
        ShowFormat::Json => out.json(&shown)?,
        ShowFormat::View => out.text(&sheet(&shown, out.width()))?,
    }
    Ok(())
}

fn sheet(shown: &Shown, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    sheet.row(&shown.id, &[(STRONG, &one_line(&shown.what))]);
    // What the line above does not say: each field that has a plain value.
    for (name, value) in fields(&shown.merged) {
        sheet.under(&[(FAINT, &name.replace('_', " ")), (PLAIN, " "), (PLAIN, &one_line(&value))]);
    }
    if !shown.differences.is_empty() {
        sheet.section("CONTRADICTIONS");
        sheet.differences(&shown.differences);
    }
    if !shown.changes.is_empty() {
        sheet.section("WHAT BECAME OF IT");
        sheet.changes(&shown.changes);
    }
    if !shown.merges.is_empty() {
        sheet.section("WHY IT IS ONE");
        for merge in &shown.merges {
            let hand = merge.correction.map(|n| format!(" (correction {n})")).unwrap_or_default();
            let pair = format!("{} = {}", merge.a, merge.b);
            sheet.under(&[(FAINT, &pair), (PLAIN, " "), (PLAIN, &one_line(&merge.why)), (FAINT, &hand)]);
        }
    }
    sheet.section("PASSAGES");
    for member in &shown.members {
        let wrong = if member.wrong { " called wrong" } else { "" };
        let by = if member.found_by.is_empty() { String::new() } else { format!(" – {}", member.found_by) };
        sheet.row(&member.id, &[(PLAIN, &one_line(&member.document)), (FAINT, &by), (WARNING, wrong)]);
        sheet.under(&[(QUOTE, &one_line(&member.passage))]);
    }
    sheet.finish()
}

/// The fields of a row that are plain values or lists of them, with their names.
fn fields(merged: &Value) -> Vec<(String, String)> {
    let Some(fields) = merged.as_object() else { return Vec::new() };
    let apart = ["id", "quotes", "citations", "changes", "differences", "name", "what", "who", "whom"];
    let kept = fields.iter().filter(|(name, _)| !apart.contains(&name.as_str()));
    kept.filter_map(|(name, value)| Some((name.clone(), plain(value)?))).collect()
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(n) => Some(n.to_string()),
        Value::Array(list) if !list.is_empty() => {
            let parts: Option<Vec<String>> = list.iter().map(plain).collect();
            Some(parts?.join(", "))
        }
        Value::Object(fields) => fields.get("name").or(fields.get("words")).and_then(plain),
        _ => None,
    }
}
