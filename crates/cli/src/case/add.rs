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
use demarche_casefile::{Added, Batch, Case, Checked, Origin};
use demarche_record::{PublishedBy, Record};
use std::collections::HashSet;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// What became of one piece of the input before it was written.
enum Done {
    /// To be added; with something to be said of it.
    Ready(Checked, Origin, Option<String>),
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
    let mut keeper = Keeper::new(args, case.batch(), &bar, out);
    let end = ordered(args.files.iter().flat_map(|file| pieces(file)), jobs, work, |(place, done)| {
        let bytes = place.bytes;
        let kept = keeper.take(place, done);
        bar.further(bytes, keeper.tally.added);
        kept
    });
    let settled = keeper.finish();
    let tally = keeper.end();
    bar.end();
    settled?;
    // Once for all that came; also where an earlier run was cut off before it.
    if case.is_unlived()? {
        crate::world::relive(&mut case)?;
    }
    out.text(&tally.words())?;
    out.flush()?;
    end?;
    Ok(if tally.refused == 0 { Outcome::All } else { Outcome::NotAll })
}

/// How long what was added may wait to be kept and reported.
const REPORTED: Duration = Duration::from_secs(2);
/// How many documents may wait, at most.
const TOGETHER: usize = 512;
/// How many are written in one go: whoever reads in between leaves nothing in the processor's caches, and finds nothing there.
const IN_A_ROW: usize = 64;

/// Writes documents, several in one transaction; only when they are kept are they reported. The clock decides nothing but
/// when that is.
struct Keeper<'a> {
    args: &'a Add,
    batch: Batch<'a>,
    bar: &'a Bar,
    out: &'a mut Output,
    /// What is safely kept.
    tally: Tally,
    /// What came and is to be written.
    came: Vec<(Place, Done)>,
    /// What will be said once it is kept.
    waiting: Vec<Said>,
    /// When that was last done.
    settled: Instant,
}

/// What is to be said of a document.
struct Said {
    line: String,
    added: bool,
    copy: bool,
}

impl<'a> Keeper<'a> {
    fn new(args: &'a Add, batch: Batch<'a>, bar: &'a Bar, out: &'a mut Output) -> Keeper<'a> {
        let (tally, came, waiting) = (Tally::default(), Vec::new(), Vec::new());
        Keeper { args, batch, bar, out, tally, came, waiting, settled: Instant::now() }
    }

    /// Takes in what one piece of the input became, to be written with others.
    fn take(&mut self, place: Place, done: Done) -> Result<(), Fault> {
        self.came.push((place, done));
        if self.came.len() < IN_A_ROW && self.settled.elapsed() < REPORTED {
            return Ok(());
        }
        self.keep_all()
    }

    /// Writes and keeps all that came.
    fn finish(&mut self) -> Result<(), Fault> {
        self.keep_all()?;
        self.settle()
    }

    fn keep_all(&mut self) -> Result<(), Fault> {
        let mut came = std::mem::take(&mut self.came);
        let kept = came.drain(..).try_for_each(|(place, done)| self.keep(&place, done));
        // The room is kept.
        self.came = came;
        kept
    }

    /// Writes one document.
    fn keep(&mut self, place: &Place, done: Done) -> Result<(), Fault> {
        let bar = self.bar;
        let mut refuse = |why: String| {
            self.tally.refused += 1;
            bar.aside(|| complain(&format!("{place}: {why}")));
        };
        let said = match done {
            Done::NoModels(why) => return Err(Fault::Models(why)),
            Done::Refused(why) => {
                refuse(why);
                return Ok(());
            }
            Done::Known(id) => {
                Said { line: format!("known  {}\n", one_line(&id)), added: false, copy: false }
            }
            Done::Ready(checked, origin, note) => {
                let id = one_line(&checked.record().document.id);
                match self.batch.add(checked, origin) {
                    Ok(Added::New { copy_of, .. }) => {
                        if let Some(note) = note {
                            bar.aside(|| complain(&format!("{place}: {note}")));
                        }
                        let copy = copy_of.is_some();
                        let how = if copy { ", a near-copy" } else { "" };
                        Said { line: format!("added  {id}{how}\n"), added: true, copy }
                    }
                    Ok(Added::Already) => Said { line: format!("known  {id}\n"), added: false, copy: false },
                    Err(e) if e.is_record() => {
                        refuse(e.to_string());
                        return Ok(());
                    }
                    Err(e) => {
                        // Of those that wait nobody knows which are kept.
                        self.waiting.clear();
                        return Err(e.into());
                    }
                }
            }
        };
        self.waiting.push(said);
        if self.waiting.len() >= TOGETHER || self.settled.elapsed() >= REPORTED {
            self.settle()?;
        }
        Ok(())
    }

    /// Lets go of the case.
    fn end(self) -> Tally {
        self.tally
    }

    /// Keeps what was added, then says so.
    fn settle(&mut self) -> Result<(), Fault> {
        if let Err(e) = self.batch.commit() {
            self.waiting.clear();
            return Err(e.into());
        }
        self.settled = Instant::now();
        let mut lines = String::new();
        for said in self.waiting.drain(..) {
            self.tally.added += usize::from(said.added);
            self.tally.known += usize::from(!said.added);
            self.tally.copies += usize::from(said.copy);
            lines += &said.line;
        }
        if self.args.verbose && !lines.is_empty() {
            // At once: whoever reads this may count on it.
            self.bar.aside(|| self.out.text(&lines).and_then(|()| self.out.flush()))?;
        }
        Ok(())
    }
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
            return checked(record, outlet.or_else(|| args.outlet.clone()), None);
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
        None => checked(Box::new(record), outlet, note),
    }
}

/// What of adding needs no case is done here, by many threads.
fn checked(record: Box<Record>, outlet: Option<String>, note: Option<String>) -> Done {
    match Checked::new(record) {
        Ok(checked) => Done::Ready(checked, Origin { outlet }, note),
        Err(e) => Done::Refused(e.to_string()),
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
