//! The `demarche` command.
//!
//! `read` shows records to a person or another tool, `code` is the bulk filter; `case` keeps what many texts say,
//! `whatif` and `game` run it; everything else prints what the program knows of itself. Exit codes: 0 all read, 1 something was not, 2 wrong usage or a fault.

mod args;
mod case;
mod code;
mod game;
mod input;
mod ordered;
mod output;
mod read;
mod view;
mod whatif;
// Until `whatif` asks it.
#[allow(dead_code)]
mod world;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use demarche::Models;
use output::Output;
use std::io;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command ended, short of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was read.
    All,
    /// Something was not; it was said on standard error.
    NotAll,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(Outcome::All) => ExitCode::SUCCESS,
        Ok(Outcome::NotAll) => ExitCode::from(1),
        // Whoever closed the pipe has read enough.
        Err(Fault::Io(e)) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => {
            complain(&fault.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli) -> Result<Outcome, Fault> {
    let mut out = Output::new(cli.color.choice());
    let outcome = match &cli.command {
        Command::Read(args) => read::read(args, &models(cli)?, &mut out)?,
        Command::Code(args) => code::code(args, &models(cli)?, &mut out)?,
        Command::Case(args) => case::case(args, &|| models(cli), &mut out)?,
        Command::Whatif(args) => whatif::whatif(args, &mut out)?,
        Command::Game(args) => game::game(args, &mut out)?,
        Command::Schema => {
            out.json(&demarche_record::schema())?;
            Outcome::All
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "demarche", &mut script);
            out.bytes(&script)?;
            Outcome::All
        }
    };
    out.flush()?;
    Ok(outcome)
}

/// The models from the folder that was named, else those built in.
fn models(cli: &Cli) -> Result<Models, Fault> {
    let Some(folder) = &cli.models else { return embedded() };
    let path = |file: &str| folder.join(file);
    let named = |path: &std::path::Path, e: io::Error| Fault::Models(format!("{}: {e}", path.display()));
    let (weights, vocab) = (path("demarche.safetensors"), path("vocab.txt"));
    let weights = std::fs::read(&weights).map_err(|e| named(&weights, e))?;
    let vocab = std::fs::read_to_string(&vocab).map_err(|e| named(&vocab, e))?;
    Models::load(&weights, &vocab).map_err(|e| Fault::Models(e.to_string()))
}

#[cfg(feature = "models")]
fn embedded() -> Result<Models, Fault> {
    Models::embedded().map_err(|e| Fault::Models(e.to_string()))
}

#[cfg(not(feature = "models"))]
fn embedded() -> Result<Models, Fault> {
    Err(Fault::Models(
        "this program was built without models: name a folder that has them with --models".to_owned(),
    ))
}

/// Says `message` on standard error.
fn complain(message: &str) {
    let warning = anstyle::AnsiColor::Red.on_default().bold();
    anstream::eprintln!("{warning}demarche:{warning:#} {message}");
}

/// What ends the program.
#[derive(Debug)]
pub enum Fault {
    /// The output cannot be written.
    Io(io::Error),
    /// There are no models to read with.
    Models(String),
    /// What was asked for makes no sense.
    Usage(String),
    /// The case file cannot be read or written.
    Case(demarche_casefile::Error),
}

impl From<demarche_casefile::Error> for Fault {
    fn from(error: demarche_casefile::Error) -> Self {
        Fault::Case(error)
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Fault::Io(error)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Io(e) => write!(f, "cannot write: {e}"),
            Fault::Models(message) | Fault::Usage(message) => f.write_str(message),
            Fault::Case(e) => {
                write!(f, "{e}")?;
                let mut cause = std::error::Error::source(e);
                while let Some(because) = cause {
                    write!(f, ": {because}")?;
                    cause = because.source();
                }
                Ok(())
            }
        }
    }
}
