//! Development tasks; none is a dependency of what users run.
//!
//! `cargo xtask` without a task lists them.

mod accuracy;
mod bench_case;
mod measure;
mod synthetic;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const USAGE: &str = "cargo xtask TASK

  test                  doc tests, then all tests
  accuracy [--check]    score the release binary on the dev data of ../shared and write accuracy/*.csv;
                        with --check, write nothing and fail where a figure fell
  folds DIR [--check]   score names and event types on what each fold's model in DIR never saw (train/folds.sh makes
                        them) and write accuracy/folds.csv
  gold                  score the records of the articles in ../shared/gold, and of our own in tests/expected
  bench [ARGS]          words a second against spaCy's small pipeline: runs bench/run.py
  bench-case [COUNT]    a case of COUNT (10000) synthetic documents: the store's share of the time of adding, the
                        file's size, the time of every question; the answers are checked (xtask/src/bench_case.rs)
  schema                write schema/record-1.0.json
  snapshots --bless     take the notes on tests/articles, and what is said of the crisis in tests/case, as they
                        are now; then read the difference";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["test"] => test(),
        ["accuracy"] => accuracy::accuracy(false),
        ["accuracy", "--check"] => accuracy::accuracy(true),
        ["folds", folder] => accuracy::folds(Path::new(folder), false),
        ["folds", folder, "--check"] => accuracy::folds(Path::new(folder), true),
        ["gold"] => accuracy::gold(),
        ["bench", ref more @ ..] => bench(more),
        ["bench-case"] => bench_case::bench_case("10000"),
        ["bench-case", count] => bench_case::bench_case(count),
        ["schema"] => schema(),
        ["snapshots", "--bless"] => run(Command::new("cargo")
            .args([
                "test",
                "-p",
                "demarche-cli",
                "--no-fail-fast",
                "--test",
                "articles",
                "--test",
                "crisis",
                "--test",
                "whatif",
                "--test",
                "game",
            ])
            .env("UPDATE_EXPECT", "1")),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What a task says when it fails.
type Done<T = ()> = Result<T, String>;

/// The repository's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs `command` in the repository's folder and fails where it fails.
fn run(command: &mut Command) -> Done {
    let name = format!("{command:?}");
    match command.current_dir(root()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(e) => Err(format!("{name}: {e}")),
    }
}

/// Runs `command` in the repository's folder and gives what it printed.
fn printed(command: &mut Command) -> Done<String> {
    let name = format!("{command:?}");
    let output = command.current_dir(root()).output().map_err(|e| format!("{name}: {e}"))?;
    if !output.status.success() {
        return Err(format!("{name}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The seed of the property tests, so that a run says the same every time; `PROPTEST_RNG_SEED` gives another one, and
/// `PROPTEST_CASES` more cases.
const SEED: &str = "20220110";

fn test() -> Done {
    let cargo = |args: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(args).args(["--workspace", "--locked"]);
        if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
            cargo.env("PROPTEST_RNG_SEED", SEED);
        }
        run(&mut cargo)
    };
    cargo(&["test", "--doc"])?;
    let nextest = Command::new("cargo").args(["nextest", "--version"]).output();
    if nextest.is_ok_and(|o| o.status.success()) {
        return cargo(&["nextest", "run"]);
    }
    cargo(&["test", "--lib", "--bins", "--tests"])
}

fn bench(args: &[&str]) -> Done {
    run(Command::new("cargo").args(["build", "--release", "-p", "demarche-cli"]))?;
    // The rival lives in a virtual environment: see bench/README.md.
    let own = root().join(".venv/bin/python");
    let python = if own.is_file() { own } else { "python3".into() };
    run(Command::new(python).arg("bench/run.py").args(args))
}

fn schema() -> Done {
    let schema = serde_json::to_string_pretty(&demarche_record::schema()).map_err(|e| e.to_string())?;
    let path = root().join(format!("schema/record-{}.json", demarche_record::SCHEMA_VERSION));
    std::fs::create_dir_all(root().join("schema")).map_err(|e| e.to_string())?;
    std::fs::write(&path, schema + "\n").map_err(|e| format!("{}: {e}", path.display()))
}
