//! The questions that a person may ask of a case.

use super::File;
use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

/// What to ask.
#[derive(Debug, Subcommand)]
pub enum Question {
    /// What happened, in the order of time
    #[command(
        after_help = "Example: demarche case timeline crisis.case --since 2022-01-01 --until 2022-01-31"
    )]
    Timeline(Timeline),
    /// Who appears
    #[command(after_help = "Example: demarche case actors crisis.case --kind state --kind igo")]
    Actors(Actors),
    /// Who said what
    #[command(after_help = "Examples:
  demarche case said crisis.case --by RUS             what Russia and those who speak for it said
  demarche case said crisis.case --about \"troops border\" --venue CNN")]
    Said(Said),
    /// Who did what to whom
    #[command(
        after_help = "Example: demarche case events crisis.case --type ASSAULT,COERCE --source RUS --target UKR"
    )]
    Events(Events),
    /// Who meets whom, where and when
    #[command(after_help = "Example: demarche case meetings crisis.case --ics > crisis.ics")]
    Meetings(Meetings),
    /// Who binds whom to what, and what became of it
    #[command(after_help = "Example: demarche case commitments crisis.case --open --kind threat --by RUS")]
    Commitments(Commitments),
    /// Conflict and cooperation by week, between each two sides
    #[command(after_help = "Examples:
  demarche case trend crisis.case --between RUS,USA
  demarche case trend crisis.case --between RUS,USA --format svg > trend.svg")]
    Trend(Trend),
    /// Everything of one item: its words in their sentences, why it was merged, what became of it
    #[command(after_help = "Example: demarche case show crisis.case c04f7be")]
    Show(Show),
    /// Texts that have some words
    #[command(after_help = "Example: demarche case search crisis.case 'missile \"security guarantees\"'")]
    Search(Search),
    /// What was read
    Documents(Documents),
    /// Ask in SQL; nothing can be changed
    #[command(
        after_help = "Example: demarche case sql crisis.case 'SELECT type, count(*) FROM events GROUP BY type'"
    )]
    Sql(Sql),
    /// Write the case out for another program
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(Export),
}

const EXPORT_EXAMPLES: &str = "Examples:
  demarche case export crisis.case records > records.jsonl   the records as they were
  demarche case export crisis.case items > items.jsonl       merged items, with what they rest on
  demarche case export crisis.case polecat > events.tsv      events in POLECAT's columns
  demarche case export crisis.case parquet > events.parquet  the same as Parquet
  demarche case export crisis.case graphml > case.graphml    actors and what they do to one another";

/// What all questions take.
#[derive(Debug, Args)]
pub struct Ask {
    #[command(flatten)]
    pub file: File,
    /// Only what was known on this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
    /// What to print
    #[arg(short, long, value_name = "FORMAT", default_value = "view")]
    pub format: Format,
    /// The most lines to show, of the latest; 0 shows all
    #[arg(short, long, value_name = "N", default_value_t = 50)]
    pub limit: usize,
}

/// A span of days.
#[derive(Debug, Args)]
pub struct Days {
    /// From this day on
    #[arg(long, alias = "from", value_name = "YYYY-MM-DD")]
    pub since: Option<Date>,
    /// Until this day, itself among them
    #[arg(long, alias = "to", value_name = "YYYY-MM-DD")]
    pub until: Option<Date>,
}

#[derive(Debug, Args)]
pub struct Timeline {
    #[command(flatten)]
    pub ask: Ask,
    #[command(flatten)]
    pub days: Days,
    /// Also what is planned, demanded, threatened or denied
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct Actors {
    #[command(flatten)]
    pub ask: Ask,
    /// Only of this kind: state, igo, ngo, armed_group, party, company, media, person, people, place
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub kind: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Said {
    #[command(flatten)]
    pub ask: Ask,
    /// By this actor, or by one who speaks for it
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub by: Vec<String>,
    /// To somebody of these words
    #[arg(long, value_name = "WORDS")]
    pub to: Option<String>,
    /// With these words, in any of their forms
    #[arg(long, value_name = "WORDS")]
    pub about: Option<String>,
    /// In this outlet, or on this occasion
    #[arg(long, value_name = "WORDS")]
    pub venue: Option<String>,
    // As in `Days`, but that `--to` is to whom.
    /// From this day on
    #[arg(long, alias = "from", value_name = "YYYY-MM-DD")]
    pub since: Option<Date>,
    /// Until this day, itself among them
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<Date>,
}

#[derive(Debug, Args)]
pub struct Events {
    #[command(flatten)]
    pub ask: Ask,
    #[command(flatten)]
    pub days: Days,
    /// PLOVER types
    #[arg(long, value_name = "TYPE", value_delimiter = ',')]
    pub r#type: Vec<String>,
    /// Only of this status: occurred, ongoing, planned, hypothetical, denied, demanded, threatened
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    pub status: Vec<String>,
    /// Done by this actor, or by one who stands for it
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub source: Vec<String>,
    /// Done to this actor, or to one who stands for it
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub target: Vec<String>,
    /// Done by or to this actor
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub actor: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Meetings {
    #[command(flatten)]
    pub ask: Ask,
    #[command(flatten)]
    pub days: Days,
    /// With this actor, or one who stands for it; given several times, with all of them
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub with: Vec<String>,
    /// As a calendar (iCalendar, RFC 5545)
    #[arg(long, conflicts_with = "format")]
    pub ics: bool,
}

#[derive(Debug, Args)]
pub struct Commitments {
    #[command(flatten)]
    pub ask: Ask,
    /// Only those that are open
    #[arg(long)]
    pub open: bool,
    /// Of this actor, or of one who stands for it
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Aimed at this actor
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub towards: Vec<String>,
    /// Only of this kind: demand, offer, promise, threat, condition, choice
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub kind: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Trend {
    #[command(flatten)]
    pub file: File,
    /// Only what was known on this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
    /// What to print
    #[arg(short, long, value_name = "FORMAT", default_value = "view")]
    pub format: TrendFormat,
    /// The most weeks of dyads to show, of the latest; 0 shows all
    #[arg(short, long, value_name = "N", default_value_t = 200)]
    pub limit: usize,
    #[command(flatten)]
    pub days: Days,
    /// One side, or both
    #[arg(long, value_name = "ACTOR[,ACTOR]", value_delimiter = ',')]
    pub between: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[command(flatten)]
    pub file: File,
    /// The item, by its id or the beginning of it, or an actor
    #[arg(value_name = "ID")]
    pub id: String,
    /// Only what was known on this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
    /// What to print
    #[arg(short, long, value_name = "FORMAT", default_value = "view")]
    pub format: ShowFormat,
}

#[derive(Debug, Args)]
pub struct Search {
    #[command(flatten)]
    pub ask: Ask,
    /// The words; in quotation marks for words in a row
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Documents {
    #[command(flatten)]
    pub ask: Ask,
}

#[derive(Debug, Args)]
pub struct Sql {
    #[command(flatten)]
    pub file: File,
    /// The query
    #[arg(value_name = "SQL")]
    pub sql: String,
    /// What to print
    #[arg(short, long, value_name = "FORMAT", default_value = "view")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    pub file: File,
    /// What to write
    #[arg(value_name = "WHAT")]
    pub what: Exported,
    /// Only what was known on this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
}

/// How answers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a person
    View,
    /// One JSON value, indented
    Json,
    /// One line of JSON a row
    Jsonl,
    /// A table, comma-separated
    Csv,
}

/// How a trend is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TrendFormat {
    /// For a person, with a plot
    View,
    /// One JSON value, indented
    Json,
    /// One line of JSON a week and dyad
    Jsonl,
    /// A table, comma-separated
    Csv,
    /// A picture
    Svg,
}

/// How an item is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// For a person
    View,
    /// One JSON value, indented
    Json,
}

/// What the case can be written out as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Exported {
    /// The records as they were, one line of JSON a document
    Records,
    /// Merged items, one line of JSON each
    Items,
    /// Events, in the tab-separated columns of POLECAT
    Polecat,
    /// Events in the same columns, comma-separated
    Csv,
    /// Events in the same columns, as Parquet
    Parquet,
    /// Actors and what they do to one another, as GraphML
    Graphml,
    /// Meetings, as a calendar (iCalendar)
    Ics,
}
