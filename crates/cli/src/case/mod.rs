//! `demarche case`: what many texts say, kept in one file and asked.

use crate::args::case::{Case, Verb};
use crate::output::Output;
use crate::{Fault, Outcome};
use demarche::Models;

/// Runs one of the subcommands; `models` loads what reading needs, where something is to be read.
pub fn case(
    args: &Case,
    _models: &dyn Fn() -> Result<Models, Fault>,
    _out: &mut Output,
) -> Result<Outcome, Fault> {
    match &args.verb {
        Verb::Documents { case } => demarche_casefile::Case::open_read_only(case)?,
    };
    Ok(Outcome::All)
}
