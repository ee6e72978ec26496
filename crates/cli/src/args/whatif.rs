//! What a person may ask of a scenario.

use clap::Args;
use std::path::PathBuf;

/// What the help shows last.
pub const EXAMPLES: &str = "Example: demarche whatif crisis.case --act \"RUS ASSAULT UKR\"";

#[derive(Debug, Args)]
pub struct Whatif {
    /// The case file
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
}
