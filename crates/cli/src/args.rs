//! What a person may ask for.

pub mod case;
pub mod game;
pub mod whatif;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads news about international crises into a cited, dated record.
///
/// Who said what, who did what to whom, who meets whom, who binds whom to what: every item of the record carries
/// the words of the text that prove it. Reads English text and HTML pages in any common encoding; needs no network.
#[derive(Debug, Parser)]
#[command(name = "demarche", version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// Take the model files from this folder instead of those built in
    #[arg(long, global = true, value_name = "DIR")]
    pub models: Option<PathBuf>,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

const EXIT_CODES: &str = "Exit codes: 0 everything was read; 1 something was not (missing, not text, empty, not English), \
the rest was; 2 wrong usage or a fault. A closed pipe is no fault.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read news texts and show their records
    #[command(after_help = READ_EXAMPLES)]
    Read(Read),
    /// Read many texts as a filter: JSON Lines in, JSON Lines out
    #[command(after_help = CODE_EXAMPLES)]
    Code(Code),
    /// Keep what many texts say in one file, and ask it
    #[command(after_help = case::EXAMPLES)]
    Case(case::Case),
    /// Ask what follows from an act, by the commitments of a case
    #[command(after_help = whatif::EXAMPLES)]
    Whatif(whatif::Whatif),
    /// Play the choices of a case as a game
    #[command(after_help = game::EXAMPLES)]
    Game(game::Game),
    /// Print the JSON Schema of the record
    Schema,
    /// Print a completion script for a shell
    #[command(
        after_help = "Example: demarche completions bash > ~/.local/share/bash-completion/completions/demarche"
    )]
    Completions {
        /// The shell to complete for
        shell: clap_complete::Shell,
    },
}

const READ_EXAMPLES: &str = "Examples:
  demarche read article.txt                       an analyst's note on the terminal
  demarche read --published 2024-05-02 page.html  with the date that \"today\" and \"Monday\" count from
  curl -s URL | demarche read -                   from standard input
  demarche read --format json article.txt | jq .commitments
  demarche read --format html article.txt > article.html";

const CODE_EXAMPLES: &str = r#"Each line in is {"id", "text", "published"?, "url"?, "title"?, "pairs"?: [{"source": spans, "target": spans}]};
each line out is the record, with "id" at its top, in the order of the lines in. A line that cannot be read becomes
{"line": N, "error": "..."} in its place, is said on standard error, and makes the exit code 1.

Example: demarche code < articles.jsonl > records.jsonl"#;

#[derive(Debug, Args)]
pub struct Read {
    /// Files to read; "-" is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What to print
    #[arg(short, long, value_name = "FORMAT", default_value = "view")]
    pub format: Format,
    /// The day on which the texts were published; without it, metadata and the text itself are asked
    #[arg(short, long, value_name = "YYYY-MM-DD")]
    pub published: Option<jiff::civil::Date>,
    /// Say for each item which rule or model found it, and from which words
    #[arg(short, long)]
    pub explain: bool,
    /// The files are CoNLL-U; take their words and sentences as given (with --format conllu)
    #[arg(long, requires = "format")]
    pub pretokenized: bool,
}

#[derive(Debug, Args)]
pub struct Code {
    /// Files of JSON Lines; standard input where none is given
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How many texts to read at once; 0 takes as many as there are processors
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// An analyst's note for the terminal
    View,
    /// The record, indented
    Json,
    /// The record, one line a text
    Jsonl,
    /// One self-contained page: the text with every cited span marked, the record beside it
    Html,
    /// Words, tags and trees (Universal Dependencies)
    Conllu,
    /// Standoff annotation for the brat tool (the .ann file)
    Brat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where the output is a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// What the stream is told.
    pub fn choice(self) -> anstream::ColorChoice {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::AlwaysAnsi,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
