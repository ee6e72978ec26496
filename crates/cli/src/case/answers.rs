//! The questions: from what a person typed to rows, and to what is printed.

use super::{export, rows, show, tables, trend};
use crate::Fault;
use crate::args::case::ask::{
    Actors, Ask, Commitments, Events, Format, Meetings, Question, Said, Search, Timeline,
};
use crate::output::Output;
use demarche_casefile::Case;
use demarche_casefile::ask::{self, Page};
use demarche_casefile::known::View;
use demarche_record::Plover;
use jiff::civil::Date;
use serde::Serialize;

/// Answers a question.
pub fn answer(question: &Question, out: &mut Output) -> Result<(), Fault> {
    match question {
        Question::Timeline(args) => timeline(args, out),
        Question::Actors(args) => actors(args, out),
        Question::Said(args) => said(args, out),
        Question::Events(args) => events(args, out),
        Question::Meetings(args) => meetings(args, out),
        Question::Commitments(args) => commitments(args, out),
        Question::Trend(args) => trend::trend(args, out),
        Question::Show(args) => show::show(args, out),
        Question::Search(args) => search(args, out),
        Question::Documents(args) => {
            on(&args.ask, out, rows::documents, |view, limit| Ok(ask::documents(view, limit)?))
        }
        Question::Sql(args) => tables::sql(args, out),
        Question::Export(args) => export::export(args, out),
    }
}

/// A day as the case has it.
pub fn day(date: Option<Date>) -> Option<String> {
    date.map(|d| d.to_string())
}

/// No limit where it is 0.
pub fn most(limit: usize) -> ask::Limit {
    (limit > 0).then_some(limit)
}

/// The ids of the actors that a person named.
pub fn ids(case: &Case, names: &[String]) -> Result<Vec<String>, Fault> {
    names.iter().map(|name| Ok(ask::actor(case.connection(), name)?)).collect()
}

/// Opens the case, asks, prints: rows as a person reads them, or as data.
fn on<T: Serialize>(
    asked: &Ask,
    out: &mut Output,
    print: impl Fn(&Page<T>, usize) -> String,
    find: impl FnOnce(&View, ask::Limit) -> Result<Page<T>, Fault>,
) -> Result<(), Fault> {
    let case = crate::world::open(&asked.file.path)?;
    with(&case, asked, out, print, find)
}

fn with<T: Serialize>(
    case: &Case,
    asked: &Ask,
    out: &mut Output,
    print: impl Fn(&Page<T>, usize) -> String,
    find: impl FnOnce(&View, ask::Limit) -> Result<Page<T>, Fault>,
) -> Result<(), Fault> {
    let as_of = day(asked.as_of);
    let view = case.view(as_of.as_deref())?;
    let page = find(&view, most(asked.limit))?;
    if asked.format != Format::View {
        return tables::data(&page, asked.format, out);
    }
    out.text(&print(&page, out.width()))?;
    if as_of.is_some() {
        let undated = ask::undated(&view)?;
        if undated > 0 {
            out.text(&format!("undated and so known on no day: {undated} of the documents\n"))?;
        }
    }
    Ok(())
}

fn timeline(args: &Timeline, out: &mut Output) -> Result<(), Fault> {
    let (from, to) = (day(args.days.since), day(args.days.until));
    on(&args.ask, out, rows::timeline, |view, limit| {
        Ok(ask::timeline(view, from.as_deref(), to.as_deref(), args.all, limit)?)
    })
}

fn actors(args: &Actors, out: &mut Output) -> Result<(), Fault> {
    let kinds =
        ["state", "igo", "ngo", "armed_group", "party", "company", "media", "person", "people", "place"];
    one_of("kind of actor", &args.kind, &kinds)?;
    on(&args.ask, out, rows::actors, |view, limit| Ok(ask::actors(view, &args.kind, limit)?))
}

fn said(args: &Said, out: &mut Output) -> Result<(), Fault> {
    let case = crate::world::open(&args.ask.file.path)?;
    with(&case, &args.ask, out, rows::said, |view, limit| {
        let asked = ask::AskedStatements {
            by: ids(&case, &args.by)?,
            to: args.to.clone(),
            about: args.about.clone(),
            venue: args.venue.clone(),
            from: day(args.since),
            to_day: day(args.until),
        };
        Ok(ask::said(view, &asked, limit)?)
    })
}

fn events(args: &Events, out: &mut Output) -> Result<(), Fault> {
    let types: Vec<String> = args.r#type.iter().map(|t| t.to_uppercase()).collect();
    let all: Vec<&str> = Plover::ALL.iter().map(|p| p.name()).collect();
    one_of("type of event", &types, &all)?;
    let statuses = ["occurred", "ongoing", "planned", "hypothetical", "denied", "demanded", "threatened"];
    one_of("status", &args.status, &statuses)?;
    let case = crate::world::open(&args.ask.file.path)?;
    with(&case, &args.ask, out, rows::events, |view, limit| {
        let asked = ask::AskedEvents {
            types,
            statuses: args.status.clone(),
            source: ids(&case, &args.source)?,
            target: ids(&case, &args.target)?,
            actor: ids(&case, &args.actor)?,
            from: day(args.days.since),
            to: day(args.days.until),
        };
        Ok(ask::events(view, &asked, limit)?)
    })
}

fn meetings(args: &Meetings, out: &mut Output) -> Result<(), Fault> {
    let case = crate::world::open(&args.ask.file.path)?;
    let asked = ask::AskedMeetings {
        with: ids(&case, &args.with)?,
        from: day(args.days.since),
        to: day(args.days.until),
    };
    if args.ics {
        let as_of = day(args.ask.as_of);
        let view = case.view(as_of.as_deref())?;
        // A calendar that leaves meetings out would be taken for the whole.
        let page = ask::meetings(&view, &asked, None)?;
        return Ok(out.text(&demarche_casefile::export::ics(&page.rows))?);
    }
    with(&case, &args.ask, out, rows::meetings, |view, limit| Ok(ask::meetings(view, &asked, limit)?))
}

fn commitments(args: &Commitments, out: &mut Output) -> Result<(), Fault> {
    one_of(
        "kind of commitment",
        &args.kind,
        &["demand", "offer", "promise", "threat", "condition", "choice"],
    )?;
    let case = crate::world::open(&args.ask.file.path)?;
    with(&case, &args.ask, out, rows::commitments, |view, limit| {
        let asked = ask::AskedCommitments {
            open: args.open,
            by: ids(&case, &args.by)?,
            towards: ids(&case, &args.towards)?,
            kinds: args.kind.clone(),
        };
        Ok(ask::commitments(view, &asked, limit)?)
    })
}

fn search(args: &Search, out: &mut Output) -> Result<(), Fault> {
    let words = args.words.join(" ");
    on(&args.ask, out, rows::search, |view, limit| {
        let mut page = ask::search(view, &words, limit)?;
        if args.ask.format != Format::View {
            for hit in &mut page.rows {
                hit.snippet.retain(|c| !ask::FOUND.contains(&c));
            }
        }
        Ok(page)
    })
}

/// Says which words are known where one is not.
fn one_of(what: &str, given: &[String], known: &[&str]) -> Result<(), Fault> {
    match given.iter().find(|g| !known.contains(&g.as_str())) {
        None => Ok(()),
        Some(bad) => Err(Fault::Usage(format!("\"{bad}\" is no {what}; there are {}", known.join(", ")))),
    }
}
