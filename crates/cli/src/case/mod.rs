//! `demarche case`: what many texts say, kept in one file and asked.

mod add;
mod bar;
mod intake;

use crate::args::case::{Case, Verb};
use crate::output::Output;
use crate::{Fault, Outcome};
use demarche::Models;

/// Loads what reading needs; asked for only where something is to be read.
pub type Loader<'a> = dyn Fn() -> Result<Models, Fault> + Sync + 'a;

/// Runs one of the subcommands.
pub fn case(args: &Case, models: &Loader, out: &mut Output) -> Result<Outcome, Fault> {
    match &args.verb {
        Verb::Add(args) => add::add(args, models, out),
    }
}
