//! Running the release binary over data and a scorer over what it printed.

use crate::{Done, printed, root, run};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of data and scorers beside the repository; `None` where it is absent.
pub fn shared() -> Option<PathBuf> {
    let folder = root().join("../shared");
    folder.join("eval").is_dir().then_some(folder)
}

/// A place for what is measured.
pub fn scratch(name: &str) -> Done<PathBuf> {
    let folder = root().join("target/accuracy");
    std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    Ok(folder.join(name))
}

/// The release binary, built; or the program that the variable `DEMARCHE` names.
pub fn binary() -> Done<PathBuf> {
    if let Some(built) = std::env::var_os("DEMARCHE") {
        return Ok(built.into());
    }
    run(Command::new("cargo").args(["build", "--release", "--quiet", "-p", "demarche-cli"]))?;
    Ok(root().join("target/release/demarche"))
}

/// What `demarche ARGS` prints goes to a file.
pub fn demarche(binary: &Path, args: &[&str], input: Option<&Path>, to: &Path) -> Done {
    let mut command = Command::new(binary);
    command.args(args).current_dir(root());
    if let Some(input) = input {
        command.stdin(File::open(input).map_err(|e| format!("{}: {e}", input.display()))?);
    }
    command.stdout(Stdio::from(File::create(to).map_err(|e| format!("{}: {e}", to.display()))?));
    run(&mut command)
}

/// What a scorer of `eval/` prints.
pub fn score(shared: &Path, scorer: &str, args: &[&str]) -> Done<String> {
    printed(Command::new("python3").arg(shared.join("eval").join(scorer)).args(args))
}

/// The number after `name` in a scorer's line; scorers print "name number" pairs.
pub fn figure(line: &str, name: &str) -> Option<f64> {
    let mut words = line.split_whitespace().skip_while(|w| *w != name).skip(1);
    words.next()?.parse().ok()
}
