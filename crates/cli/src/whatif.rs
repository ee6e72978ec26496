//! `demarche whatif`.

use crate::args::whatif::Whatif;
use crate::output::Output;
use crate::{Fault, Outcome};

/// Runs the command.
pub fn whatif(args: &Whatif, _out: &mut Output) -> Result<Outcome, Fault> {
    let _case = demarche_casefile::Case::open_read_only(&args.case)?;
    Err(Fault::Usage("not there yet".to_owned()))
}
