//! What a person may ask of a game.

use clap::Args;
use std::path::PathBuf;

/// What the help shows last.
pub const EXAMPLES: &str = "Example: demarche game crisis.case --for RUS,USA";

#[derive(Debug, Args)]
pub struct Game {
    /// The case file
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
}
