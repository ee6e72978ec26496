//! What a person may ask of a case.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What the help shows last.
pub const EXAMPLES: &str = "Example: demarche case add crisis.case articles.jsonl";

#[derive(Debug, Args)]
pub struct Case {
    #[command(subcommand)]
    pub verb: Verb,
}

/// What to do with the case.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// List the documents
    Documents {
        /// The case file
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
}
