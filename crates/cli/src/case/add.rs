//! `demarche case add`: many threads read, one writes; a document is reported only once it is safely kept.

use super::Loader;
use super::bar::Bar;
use super::intake::{Item, Piece, Place, Raw, item, pieces};
use crate::args::case::{Add, Undated};
use crate::ordered::ordered;
use crate::output::Output;
use crate::view::page::one_line;
use crate::{Fault, Outcome, complain};
use demarche::{Models, Source};
use demarche_casefile::{Added, Case, Origin};
use demarche_record::{PublishedBy, Record};
use std::collections::HashSet;
use std::sync::OnceLock;

/// What became of one piece of the input before it was written.
enum Done {
    /// To be added; with something to be said of it.
    Ready(Box<Record>, Origin, Option<String>),
    /// Its text is in the case: it need not be read again.
    Known(String),
    /// It cannot be added.
    Refused(String),
    /// Nothing can be read.
    NoModels(String),
}

/// How many documents became what.
#[derive(Default)]
struct Tally {
    added: usize,
    copies: usize,
    known: usize,
    refused: usize,
}

/// Adds everything that can be added.
pub fn add(args: &Add, models: &Loader, out: &mut Output) -> Result<Outcome, Fault> {
    let mut case = Case::open_or_create(&args.case)?;
    let known = case.hashes()?;
    let jobs = match args.jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n,
    };
    // Loaded by the first thread that has a text to read.
    let loaded: OnceLock<Result<Models, String>> = OnceLock::new();
    let load = || loaded.get_or_init(|| models().map_err(|f| f.to_string())).as_ref();
    let work = |(place, raw): Piece| match raw {
        Ok(raw) => (place, ready(args, raw, &known, &load)),
        Err(why) => (place, Done::Refused(why)),
    };
    let bar = Bar::new(&args.files);
    let mut tally = Tally::default();
    let end = ordered(args.files.iter().flat_map(|file| pieces(file)), jobs, work, |(place, done)| {
        let kept = keep(args, &mut case, &bar, &place, done, &mut tally, out);
        bar.further(place.bytes, tally.added);
        kept
    });
    bar.end();
    // Once for all that came; also where an earlier run was cut off before it.
    if tally.added > 0 || case.is_unlived()? {
        crate::world::relive(&mut case)?;
    }
    out.text(&tally.words())?;
    out.flush()?;
    end?;
    Ok(if tally.refused == 0 { Outcome::All } else { Outcome::NotAll })
}

/// Writes one document and says so.
fn keep(
    args: &Add,
    case: &mut Case,
    bar: &Bar,
    place: &Place,
    done: Done,
    tally: &mut Tally,
    out: &mut Output,
) -> Result<(), Fault> {
    let said = match done {
        Done::NoModels(why) => return Err(Fault::Models(why)),
        Done::Refused(why) => {
            tally.refused += 1;
            bar.aside(|| complain(&format!("{place}: {why}")));
            return Ok(());
        }
        Done::Known(id) => {
            tally.known += 1;
            format!("known  {}\n", one_line(&id))
        }
        Done::Ready(record, origin, note) => {
            let id = one_line(&record.document.id);
            match case.add(&record, &origin) {
                Ok(Added::New { copy_of, .. }) => {
                    tally.added += 1;
                    tally.copies += usize::from(copy_of.is_some());
                    if let Some(note) = note {
                        bar.aside(|| complain(&format!("{place}: {note}")));
                    }
                    let copy = if copy_of.is_some() { ", a near-copy" } else { "" };
                    format!("added  {id}{copy}\n")
                }
                Ok(Added::Already) => {
                    tally.known += 1;
                    format!("known  {id}\n")
                }
                Err(e) if e.is_record() => {
                    tally.refused += 1;
                    bar.aside(|| complain(&format!("{place}: {e}")));
                    return Ok(());
                }
                Err(e) => return Err(e.into()),
            }
        }
    };
    if args.verbose {
        // At once: whoever reads this may count on it.
        bar.aside(|| out.text(&said).and_then(|()| out.flush()))?;
    }
    Ok(())
}

/// Reads a text, or takes in a record.
fn ready<'m>(
    args: &Add,
    raw: Raw,
    known: &HashSet<String>,
    load: &impl Fn() -> Result<&'m Models, &'m String>,
) -> Done {
    let (source, outlet) = match item(raw, args.published) {
        Err(why) => return Done::Refused(why),
        Ok(Item::Record(record, outlet)) => {
            return Done::Ready(record, Origin { outlet: outlet.or_else(|| args.outlet.clone()) }, None);
        }
        Ok(Item::Text(source, outlet)) => (source, outlet.or_else(|| args.outlet.clone())),
    };
    let hash = demarche_casefile::ids::sha256(&source.text);
    if known.contains(&hash) {
        return Done::Known(source.id.unwrap_or(hash));
    }
    let models = match load() {
        Ok(models) => models,
        Err(why) => return Done::NoModels(why.clone()),
    };
    let (record, note) = dated(args, models, *source);
    match crate::read::unread(&record) {
        Some(why) => Done::Refused(why),
        None => Done::Ready(Box::new(record), Origin { outlet }, note),
    }
}

/// Reads a text; one that only its own words date a second time, with the best day that they allow.
fn dated(args: &Add, models: &Models, source: Source) -> (Record, Option<String>) {
    let record = demarche::read(models, &source);
    let best = record.document.published_candidates.first();
    let (None, Undated::Infer, Some(best)) = (&record.document.published, args.undated, best) else {
        return (record, None);
    };
    let Ok(day) = best.value.parse() else { return (record, None) };
    let note =
        format!("undated; read as of {day} ({}); --undated keep leaves it undated", one_line(&best.reason));
    let mut again = demarche::read(models, &source.published(day));
    again.document.published_by = PublishedBy::Inferred;
    again.document.published_candidates = record.document.published_candidates;
    (again, Some(note))
}

impl Tally {
    fn words(&self) -> String {
        let mut parts = vec![match self.added {
            0 => "no document added".to_owned(),
            1 => "1 document added".to_owned(),
            n => format!("{n} documents added"),
        }];
        match self.copies {
            0 => {}
            1 => parts[0] += " (1 near-copy)",
            n => parts[0] += &format!(" ({n} near-copies)"),
        }
        if self.known > 0 {
            parts.push(format!("{} known already", self.known));
        }
        if self.refused > 0 {
            parts.push(format!("{} not read", self.refused));
        }
        parts.join(", ") + "\n"
    }
}
