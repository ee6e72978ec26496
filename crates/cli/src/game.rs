//! `demarche game`.

use crate::args::game::Game;
use crate::output::Output;
use crate::{Fault, Outcome};

/// Runs the command.
pub fn game(args: &Game, _out: &mut Output) -> Result<Outcome, Fault> {
    let _case = demarche_casefile::Case::open_read_only(&args.case)?;
    Err(Fault::Usage("not there yet".to_owned()))
}
