//! What the command does with good input, bad input and none.
#![cfg(feature = "models")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TEXT: &str = "Kenya rejected Somalia's claim to the seabed on Monday. \"We will not yield,\" President Amina Okello said.";

/// Runs `demarche` with `args` and `input`.
fn demarche(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that ends early closes its input: that is its right.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file of this test run with `bytes` in it.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn standard_input_is_read() {
    let output = demarche(&["read", "--format", "json", "--published", "2024-05-06", "-"], TEXT.as_bytes());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let record: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(record["document"]["text"], TEXT);
    assert_eq!(record["document"]["published"], "2024-05-06");
    assert_eq!(record["document"]["published_by"], "given");
}

#[test]
fn every_format_is_printed() {
    for format in ["view", "json", "jsonl", "html", "conllu", "brat"] {
        let output = demarche(&["read", "--format", format, "-"], TEXT.as_bytes());
        assert_eq!(code(&output), 0, "{format}: {}", err(&output));
        assert!(out(&output).contains("Okello"), "{format}: {}", out(&output));
    }
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_the_others_are_read() {
    let good = file("good.txt", TEXT.as_bytes());
    let empty = file("empty.txt", b" \n");
    let binary = file("binary.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10");
    let german = "Die Regierung hat am Montag erklärt, dass sie den Vertrag nicht unterschreiben werde. \
        Der Minister sagte, man müsse nun abwarten, was die andere Seite tue, und weiter verhandeln."
        .repeat(3);
    let german = file("german.txt", german.as_bytes());
    let names =
        [&empty, Path::new("missing.txt"), &binary, &german, &good].map(|p| p.to_str().unwrap().to_owned());
    let mut args = vec!["read", "--format", "jsonl"];
    args.extend(names.iter().map(String::as_str));
    let output = demarche(&args, b"");
    assert_eq!(code(&output), 1);
    assert_eq!(out(&output).lines().count(), 1, "the good file is read");
    let said = err(&output);
    for name in ["empty.txt", "missing.txt: no such file", "binary.png", "german.txt"] {
        assert!(said.contains(name), "{name} in {said}");
    }
    assert_eq!(said.lines().count(), 4, "{said}");
}

#[test]
fn wrong_usage_has_its_own_exit_code() {
    assert_eq!(code(&demarche(&["read"], b"")), 2);
    assert_eq!(code(&demarche(&["read", "--published", "yesterday", "-"], b"")), 2);
    assert_eq!(code(&demarche(&["read", "--pretokenized", "--format", "json", "-"], b"")), 2);
}

#[test]
fn a_bad_line_is_said_with_its_number_and_the_others_are_read() {
    let lines = format!(
        "{{\"id\": \"one\", \"text\": {TEXT:?}}}\nnot json\n\n{{\"id\": 4, \"text\": \"Talks failed.\"}}\n"
    );
    let output = demarche(&["code"], lines.as_bytes());
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("line 2"), "{}", err(&output));
    let answers: Vec<serde_json::Value> =
        out(&output).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(
        (&answers[0]["id"], &answers[1]["line"], &answers[2]["id"]),
        (&"one".into(), &2.into(), &"4".into())
    );
}

#[test]
fn bulk_answers_are_the_same_bytes_on_any_number_of_threads() {
    let texts = ["Talks failed.", TEXT, "", "Peru asked Chile to reopen the border by 3 May."];
    let lines: String = (0..40)
        .map(|i| {
            serde_json::json!({ "id": i.to_string(), "text": texts[i % texts.len()] }).to_string() + "\n"
        })
        .collect();
    let one = out(&demarche(&["code", "--jobs", "1"], lines.as_bytes()));
    let many = out(&demarche(&["code", "--jobs", "5"], lines.as_bytes()));
    assert_eq!(one.lines().count(), 40);
    assert_eq!(one, many);
}

#[test]
fn the_record_is_the_same_alone_and_in_bulk() {
    let alone: serde_json::Value =
        serde_json::from_str(&out(&demarche(&["read", "--format", "json", "-"], TEXT.as_bytes()))).unwrap();
    let line = serde_json::json!({ "text": TEXT }).to_string();
    let bulk: serde_json::Value = serde_json::from_str(&out(&demarche(&["code"], line.as_bytes()))).unwrap();
    assert_eq!(alone, bulk);
}

#[test]
fn given_words_come_back_as_given() {
    let given = "# sent_id = 1\n# text = Peru can't wait.\n1\tPeru\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n\
        2\tca\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n4\twait\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    let output = demarche(&["read", "--format", "conllu", "--pretokenized", "-"], given.as_bytes());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = out(&output);
    let two = |text: &str| {
        text.lines().map(|l| l.split('\t').take(2).collect::<Vec<_>>().join("\t")).collect::<Vec<_>>()
    };
    assert_eq!(two(&said), two(given));
    assert!(said.contains("PROPN") && said.contains("root"), "{said}");
}

#[test]
fn a_closed_pipe_is_no_fault() {
    let lines: String = (0..400).map(|_| serde_json::json!({ "text": TEXT }).to_string() + "\n").collect();
    let file = file("many.jsonl", lines.as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .arg("code")
        .arg(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0, "{}", err(&output));
}

#[test]
fn the_schema_in_the_repository_is_the_programs() {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema/record-1.0.json");
    let kept = std::fs::read_to_string(kept).unwrap();
    assert_eq!(out(&demarche(&["schema"], b"")), kept, "run `cargo xtask schema`");
}

#[test]
fn completions_are_printed_for_every_shell() {
    for shell in ["bash", "zsh", "fish"] {
        let output = demarche(&["completions", shell], b"");
        assert_eq!(code(&output), 0);
        assert!(out(&output).contains("demarche"));
    }
}
