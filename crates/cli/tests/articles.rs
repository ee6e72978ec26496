//! Whole articles of our own, read and shown: the note on each stands beside it, to be proofread by a person.
//!
//! After a change that should move a note: `cargo xtask snapshots --bless`, then read the difference.
#![cfg(feature = "models")]

use expect_test::expect_file;
use std::process::Command;

/// The note that `demarche read` prints on an article of `tests/articles`.
fn note(article: &str, published: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/articles");
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.current_dir(folder).env("COLUMNS", "110").args(["read", "--explain"]);
    if !published.is_empty() {
        command.args(["--published", published]);
    }
    let output = command.arg(article).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_sample_in_the_readme_is_what_is_printed() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    let sample = readme.split_once("```text\n").unwrap().1.split_once("```").unwrap().0;
    let output = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .current_dir(root)
        .env("COLUMNS", "100")
        .args(["read", "--published", "2021-07-06", "examples/dam.txt"])
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    for line in sample.lines() {
        assert!(printed.lines().any(|l| l == line), "{line:?} is not in\n{printed}");
    }
}

#[test]
fn a_numbered_list_of_demands() {
    expect_file!["../../../tests/articles/demands.note"].assert_eq(&note("demands.txt", "2024-06-12"));
}

#[test]
fn quotations_within_quotations() {
    expect_file!["../../../tests/articles/nested.note"].assert_eq(&note("nested.txt", "2023-08-04"));
}

#[test]
fn a_page_with_menus() {
    expect_file!["../../../tests/articles/page.note"].assert_eq(&note("page.html", ""));
}

#[test]
fn a_transcript() {
    expect_file!["../../../tests/articles/transcript.note"].assert_eq(&note("transcript.txt", ""));
}

#[test]
fn a_text_with_broken_encoding() {
    expect_file!["../../../tests/articles/mojibake.note"].assert_eq(&note("mojibake.txt", "2020-12-28"));
}
