//! `demarche case`: what many texts say, kept in one file and asked.

mod add;
mod answers;
mod bar;
mod correct;
mod export;
mod intake;
mod print;
mod reread;
mod rows;
mod show;
mod tables;
mod trend;

use crate::args::case::{Case, Verb};
use crate::output::Output;
use crate::{Fault, Outcome};
use demarche::Models;
use demarche_casefile::Correction;

/// Loads what reading needs; asked for only where something is to be read.
pub type Loader<'a> = dyn Fn() -> Result<Models, Fault> + Sync + 'a;

/// Runs one of the subcommands.
pub fn case(args: &Case, models: &Loader, out: &mut Output) -> Result<Outcome, Fault> {
    match &args.verb {
        Verb::Add(args) => add::add(args, models, out),
        Verb::Ask(question) => answers::answer(question, out).map(|()| Outcome::All),
        Verb::Merge { case, a, b } => {
            correct::correct(&case.path, &Correction::Merge { a: a.clone(), b: b.clone() }, out)
        }
        Verb::Split { case, item } => {
            correct::correct(&case.path, &Correction::Split { item: item.clone() }, out)
        }
        Verb::Fix(args) => correct::fix(args, out),
        Verb::Undo { case, number } => correct::undo(&case.path, *number, out),
        Verb::History { case, format } => correct::history(&case.path, *format, out),
        Verb::Reread { case, jobs } => reread::reread(&case.path, *jobs, models, out),
        Verb::Rebuild { case } => {
            let mut case = demarche_casefile::Case::open(&case.path)?;
            case.rebuild()?;
            crate::world::relive(&mut case)?;
            Ok(Outcome::All)
        }
    }
}
