//! `demarche case reread`: the texts of a case, read again with this program.

use super::Loader;
use super::bar::Bar;
use super::correct::line;
use crate::ordered::ordered;
use crate::output::Output;
use crate::view::page::one_line;
use crate::{Fault, Outcome, complain};
use demarche::{Models, Source};
use demarche_casefile::{Case, Error, Made};
use demarche_record::{PublishedBy, Record};
use std::collections::BTreeMap;
use std::path::Path;

/// Reads every text again and puts what it says now in the place of what it said.
pub fn reread(path: &Path, jobs: usize, models: &Loader, out: &mut Output) -> Result<Outcome, Fault> {
    let mut case = Case::open(path)?;
    let mut hashes: Vec<String> = case.hashes()?.into_iter().collect();
    hashes.sort();
    if hashes.is_empty() {
        return Ok(Outcome::All);
    }
    let models = models()?;
    let jobs = match jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n,
    };
    let bar = Bar::documents(hashes.len());
    let (mut count, mut refused) = (0, 0);
    let mut lost: BTreeMap<i64, Made> = BTreeMap::new();
    // Each thread reads old records by a connection of its own, which costs nothing beside reading a text.
    let work = |hash: String| -> Result<Option<Record>, Error> {
        Ok(Case::open_read_only(path)?.record(&hash)?.map(|old| again(&models, old)))
    };
    let end = ordered(hashes.into_iter(), jobs, work, |done| {
        let Some(record) = done? else { return Ok(()) };
        bar.further(1, count);
        if let Some(why) = crate::read::unread(&record) {
            refused += 1;
            let id = one_line(&record.document.id);
            bar.aside(|| complain(&format!("{id}: {why}; what it said stays")));
            return Ok::<(), Fault>(());
        }
        lost = case.reread(&record)?.into_iter().map(|m| (m.number, m)).collect();
        count += 1;
        Ok(())
    });
    bar.end();
    crate::world::relive(&mut case)?;
    end?;
    out.text(&format!("{count} document{} read again\n", if count == 1 { "" } else { "s" }))?;
    if !lost.is_empty() {
        out.flush()?;
        complain("these corrections speak of items that are no more:");
        lost.values().for_each(|made| anstream::eprint!("{}", line(made, true)));
    }
    Ok(if refused == 0 && lost.is_empty() { Outcome::All } else { Outcome::NotAll })
}

/// The record of the same text with the same day as before, as this program reads it.
fn again(models: &Models, record: Record) -> Record {
    let old = record.document;
    let by = old.published_by;
    let day = old.published.as_deref().and_then(|d| d.parse().ok());
    let source = Source {
        id: Some(old.id),
        text: old.text,
        title: old.title,
        url: old.url,
        // A day that was inferred dates the text like one that is given; who says so is put back.
        published: day.map(|d| (d, if by == PublishedBy::Inferred { PublishedBy::Given } else { by })),
        pairs: None,
        notices: Vec::new(),
    };
    let mut new = demarche::read(models, &source);
    if day.is_some() && by == PublishedBy::Inferred {
        new.document.published_by = by;
        new.document.published_candidates = old.published_candidates;
    }
    new
}
