//! What a person may ask of a case.

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// What the help shows last.
pub const EXAMPLES: &str = "Examples:
  demarche case add crisis.case articles.jsonl    keep what the articles say
  demarche case add crisis.case page.html --outlet \"The Wire\"
  demarche case timeline crisis.case --as-of 2022-01-12
  demarche case commitments crisis.case --open --by RUS
  demarche case show crisis.case c3fa2b91c0

A case is one file (SQLite). Ids may be cut short, as long as they mean one thing only.";

#[derive(Debug, Args)]
pub struct Case {
    #[command(subcommand)]
    pub verb: Verb,
}

/// What to do with the case.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Read texts into the case, or take in records
    #[command(after_help = ADD_HELP)]
    Add(Add),
}

const ADD_HELP: &str = r#"A FILE is JSON Lines or one text. A line is a text, {"id"?, "text", "published"?, "url"?, "title"?, "outlet"?},
or a record as `demarche code` writes it, which is taken in as it is. Everything else is read like the files of
`demarche read`. Adding a text twice changes nothing. A document counts as added once it is safely in the file;
what cannot be read is said, the rest is added, and the exit code is 1.

Example: demarche case add crisis.case articles.jsonl"#;

#[derive(Debug, Args)]
pub struct Add {
    /// The case file; it is made where there is none
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    /// Files to add; "-" is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The day on which texts that do not say it themselves were published
    #[arg(short, long, value_name = "YYYY-MM-DD")]
    pub published: Option<Date>,
    /// Who published the texts that do not say it themselves
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// What to do with a text that nothing dates but its own words
    #[arg(long, value_name = "HOW", default_value = "infer")]
    pub undated: Undated,
    /// How many texts to read at once; 0 takes as many as there are processors
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
    /// Name every document that was added
    #[arg(short, long)]
    pub verbose: bool,
}

/// What to do with an undated text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Undated {
    /// Read it as of the best of the days that its words allow, where there is one, and say so
    Infer,
    /// Leave it undated: it is then known on no day
    Keep,
}
