//! What a person may ask of a game.

use clap::{Args, ValueEnum};
use demarche_scenario::Bounds;
use std::path::PathBuf;

/// What the help shows last.
pub const EXAMPLES: &str = "Payoffs are yours: the first call drafts a file that names every outcome; fill it in and give it back. \
Any numbers will do, ranks too (more is better). Decisions of actors that are not in --for are left out, which is said.

Examples:
  demarche game crisis.case --for RUS,USA --draft payoffs.toml
  demarche game crisis.case --for RUS,USA --payoffs payoffs.toml
  demarche game crisis.case --for RUS,USA --payoffs payoffs.toml --efg crisis.efg
  demarche game --read crisis.efg";

#[derive(Debug, Args)]
pub struct Game {
    /// The case file
    #[arg(value_name = "CASE", required_unless_present = "read", conflicts_with = "read")]
    pub case: Option<PathBuf>,
    /// The players: ids of actors, as `demarche case actors` shows them
    #[arg(
        long = "for",
        value_name = "ACTOR,ACTOR",
        value_delimiter = ',',
        required_unless_present = "read",
        conflicts_with = "read"
    )]
    pub players: Vec<String>,
    /// The payoffs: a draft of this command, filled in
    #[arg(long, value_name = "FILE.toml", conflicts_with_all = ["read", "draft"])]
    pub payoffs: Option<PathBuf>,
    /// Write the draft there; never over a file that exists
    #[arg(long, value_name = "FILE.toml", conflicts_with = "read")]
    pub draft: Option<PathBuf>,
    /// Write the game there, too, as Gambit reads it
    #[arg(long, value_name = "FILE.efg")]
    pub efg: Option<PathBuf>,
    /// Solve a game of Gambit's instead of a case's
    #[arg(long, value_name = "FILE.efg")]
    pub read: Option<PathBuf>,
    /// Only what was known on that day
    #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "read")]
    pub as_of: Option<jiff::civil::Date>,
    /// The most decisions one after the other
    #[arg(long, value_name = "N", default_value_t = Bounds::default().depth, conflicts_with = "read")]
    pub depth: usize,
    /// The most decisions that one way leads to
    #[arg(long, value_name = "N", default_value_t = Bounds::default().breadth, conflicts_with = "read")]
    pub breadth: usize,
    /// What to print
    #[arg(short, long, value_name = "FORMAT", default_value = "view")]
    pub format: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For the terminal
    View,
    /// JSON
    Json,
    /// A graph for Graphviz
    Dot,
}
