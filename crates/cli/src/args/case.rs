//! What a person may ask of a case.

pub mod ask;

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
    #[command(flatten)]
    Ask(ask::Question),
    /// Say that two items are one
    #[command(after_help = "Example: demarche case merge crisis.case e41c e9a2")]
    Merge {
        #[command(flatten)]
        case: File,
        /// An item
        a: String,
        /// Another of the same kind
        b: String,
    },
    /// Say that an item is not what it was merged with
    #[command(after_help = "Example: demarche case split crisis.case e9a2")]
    Split {
        #[command(flatten)]
        case: File,
        /// The item, as `show` lists it
        item: String,
    },
    /// Set right who an actor is, or whether an item is wrong
    #[command(after_help = FIX_HELP)]
    Fix(Fix),
    /// Take a correction back
    Undo {
        #[command(flatten)]
        case: File,
        /// The correction's number, as `history` lists it; the last one in force, where none is given
        number: Option<i64>,
    },
    /// List the corrections that were made
    History {
        #[command(flatten)]
        case: File,
        /// What to print
        #[arg(short, long, value_name = "FORMAT", default_value = "view")]
        format: Shape,
    },
    /// Read the texts of the case again with this program; corrections hold on
    Reread {
        #[command(flatten)]
        case: File,
        /// How many texts to read at once; 0 takes as many as there are processors
        #[arg(short, long, value_name = "N", default_value_t = 0)]
        jobs: usize,
    },
    /// Merge everything anew, without reading anything
    Rebuild {
        #[command(flatten)]
        case: File,
    },
}

/// Which case.
#[derive(Debug, Args)]
pub struct File {
    /// The case file
    #[arg(value_name = "CASE")]
    pub path: PathBuf,
}

/// How rows are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// An analyst's note for the terminal
    View,
    /// One list of JSON, indented
    Json,
    /// JSON Lines, one line a row
    Jsonl,
}

const FIX_HELP: &str = "Examples:
  demarche case fix crisis.case \"Sergei Riabkov\" --is \"Sergei Ryabkov\"   an actor is another one
  demarche case fix crisis.case a3f2 --is RUS      only in the document of that item
  demarche case fix crisis.case e41c --wrong       kept, but shown nowhere but in `show`
  demarche case fix crisis.case e41c --right       shown again";

#[derive(Debug, Args)]
pub struct Fix {
    /// The case file
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    /// An item's id, or an actor's
    pub item: String,
    /// Who the actor is: the id of another actor of the case, or a name
    #[arg(long, value_name = "ACTOR", required_unless_present_any = ["wrong", "right"])]
    pub is: Option<String>,
    /// The item says what its text does not
    #[arg(long, conflicts_with_all = ["is", "right"])]
    pub wrong: bool,
    /// The item, once called wrong, is right
    #[arg(long, conflicts_with = "is")]
    pub right: bool,
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
