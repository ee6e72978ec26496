//! The program over the binary, and cases for the tests of `whatif` and `game`: read from articles, in folders of their own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A case file of its own, gone when the test ends.
pub struct Case(PathBuf);

impl Case {
    /// An article of our own (`tests/articles/ultimatum.txt`): an ultimatum, threats on both sides, talks or war.
    pub fn own(name: &str) -> Case {
        let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/articles/ultimatum.txt");
        Case::of(name, &article, &["--published", "2023-05-16"])
    }

    /// The case of those files.
    pub fn of(name: &str, file: &Path, more: &[&str]) -> Case {
        let folder = std::env::temp_dir().join(format!("demarche-scenario-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let case = Case(folder);
        prints(&[&["case", "add", &case.file("the.case"), text(file)], more].concat());
        case
    }

    /// A file in the folder of the case.
    pub fn file(&self, name: &str) -> String {
        text(&self.0.join(name)).to_owned()
    }

    /// What `demarche COMMAND CASE ...` prints.
    pub fn prints(&self, command: &str, args: &[&str]) -> String {
        prints(&[&[command, &self.file("the.case")], args].concat())
    }

    /// What it complains of; it must fail.
    #[allow(dead_code, reason = "each test file takes what it needs")]
    pub fn complains(&self, command: &str, args: &[&str]) -> String {
        let output = run(&[&[command, &self.file("the.case")], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// What it answers as JSON.
    pub fn json(&self, command: &str, args: &[&str]) -> Value {
        serde_json::from_str(&self.prints(command, &[args, &["--format", "json"]].concat())).unwrap()
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demarche")).env("COLUMNS", "110").args(args).output().unwrap()
}

/// What the command prints; it must succeed.
pub fn prints(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The list at that name.
pub fn list<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    value[name].as_array().into_iter().flatten().collect()
}
