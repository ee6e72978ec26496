//! The laws of reading, over texts of every kind.
#![cfg(feature = "models")]

use demarche::{Models, Source, read};
use demarche_record::{Record, Span, check};
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static MODELS: LazyLock<Models> =
    LazyLock::new(|| Models::embedded().expect("the models that were built in are sound"));

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// The bytes of every file in a folder of `tests/` whose name ends in one of `endings`, in order.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, Vec<u8>)> {
    let folder = tests().join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path()).collect();
    paths.retain(|p| endings.iter().any(|e| p.to_string_lossy().ends_with(e)));
    paths.sort();
    assert!(!paths.is_empty(), "{} holds files", folder.display());
    paths.iter().map(|p| (p.display().to_string(), std::fs::read(p).unwrap())).collect()
}

fn articles() -> Vec<String> {
    files("articles", &[".txt"]).into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect()
}

/// Every span of a record.
fn spans(r: &Record) -> Vec<Span> {
    let mut out: Vec<Span> = r.actors.iter().flat_map(|a| a.spans.clone()).collect();
    out.extend(r.entities.iter().flat_map(|e| e.spans.clone()));
    out.extend(r.dates.iter().flat_map(|d| d.spans.clone()));
    out.extend(
        r.attributions
            .iter()
            .flat_map(|a| [&a.source, &a.cue, &a.content, &a.venue_spans].map(Clone::clone).concat()),
    );
    out.extend(r.events.iter().flat_map(|e| e.trigger.clone()));
    out.extend(r.events.iter().flat_map(|e| e.source.iter().chain(&e.target).flat_map(|p| p.spans.clone())));
    out.extend(r.meetings.iter().flat_map(|m| m.spans.clone()));
    out.extend(r.commitments.iter().flat_map(|c| c.spans.clone()));
    out.extend(r.notices.iter().flat_map(|n| n.spans.clone()));
    out
}

/// A record keeps the contract, cites something wherever it cites, and was not broken off.
fn is_sound(record: &Record) -> Result<(), TestCaseError> {
    prop_assert_eq!(check(record), Vec::<String>::new());
    prop_assert!(!record.notices.iter().any(|n| n.kind == "failure"), "{:?}", record.document.text);
    let length = record.document.text.chars().count();
    for [start, end] in spans(record) {
        prop_assert!(
            start < end && end <= length,
            "[{start}, {end}] of {length} in {:?}",
            record.document.text
        );
    }
    Ok(())
}

/// Pieces that meet in bad copy: quotation marks of every kind, broken decodings, list marks, datelines.
fn copy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Iran ".to_owned()),
        Just("the Kremlin ".to_owned()),
        Just("said on Monday ".to_owned()),
        Just("“We will ".to_owned()),
        Just("retaliate” ".to_owned()),
        Just("if NATO does not ".to_owned()),
        Just("unless ".to_owned()),
        Just("meet in Vienna on 3 May. ".to_owned()),
        Just("\n\n".to_owned()),
        Just("1. ".to_owned()),
        Just("\"".to_owned()),
        Just("â€œ".to_owned()),
        Just("– .".to_owned()),
        Just("he demanded that they ".to_owned()),
        Just("between talks and war ".to_owned()),
        "\\PC{0,12}",
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_copy_gives_a_sound_record(text in copy()) {
        is_sound(&read(&MODELS, &Source::text(text)))?;
    }

    #[test]
    fn any_characters_give_a_sound_record(text in any::<String>()) {
        is_sound(&read(&MODELS, &Source::text(text)))?;
    }
}

#[test]
fn every_article_gives_a_sound_record() {
    for text in articles() {
        let record = read(&MODELS, &Source::text(text));
        is_sound(&record).unwrap();
        assert!(record.attributions.len() > 2 && record.events.len() > 2, "{record:?}");
    }
}

#[test]
fn seeds_of_the_fuzzer_give_sound_records() {
    for (name, bytes) in files("seeds", &[""]) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        is_sound(&read(&MODELS, &Source::text(text))).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

#[test]
fn a_record_does_not_depend_on_threads_or_order() {
    let texts = articles();
    let alone: Vec<Record> = texts.iter().map(|t| read(&MODELS, &Source::text(t.as_str()))).collect();
    let together: Vec<Record> = std::thread::scope(|scope| {
        let readers: Vec<_> = texts
            .iter()
            .rev()
            .map(|t| scope.spawn(move || read(&MODELS, &Source::text(t.as_str()))))
            .collect();
        readers.into_iter().rev().map(|r| r.join().unwrap()).collect()
    });
    assert!(alone == together);
}

#[test]
fn a_record_survives_json() {
    for text in articles() {
        let record = read(&MODELS, &Source::text(text));
        let json = serde_json::to_string(&record).unwrap();
        assert!(serde_json::from_str::<Record>(&json).unwrap() == record);
    }
}

/// Twelve copies of all articles are read whole; a reader slower than linear would run into the runner's limit.
#[test]
fn a_long_text_is_read_whole() {
    let article = articles().concat();
    let (one, many) =
        (read(&MODELS, &Source::text(article.as_str())), read(&MODELS, &Source::text(article.repeat(12))));
    assert!(!one.events.is_empty() && many.events.len() > one.events.len() * 6);
    assert!(many.attributions.iter().any(|a| a.content[0][0] > article.chars().count() * 11));
}

#[test]
fn what_lies_past_the_limit_is_said() {
    let text = "é".repeat(demarche::MOST_BYTES / 2) + "x".repeat(10).as_str();
    let source = Source::text(text);
    let long = read(&MODELS, &source);
    let notice = long.notices.iter().find(|n| n.kind == "too_long").unwrap();
    assert_eq!(notice.spans, [[demarche::MOST_BYTES / 2, demarche::MOST_BYTES / 2 + 10]]);
    assert_eq!(long.document.text, source.text);
}
