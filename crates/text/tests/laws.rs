//! What holds for any text.

use demarche_text::{layout, repair};
use proptest::prelude::*;

/// The laws that `Layout` promises.
fn lawful(text: &str) -> Result<(), String> {
    let found = layout(text);
    let mut at = 0;
    for w in &found.words {
        let (start, end) = (w.span.start as usize, w.span.end as usize);
        let gap = text.get(at..start).ok_or("a word off a boundary, or out of order")?;
        if repair(gap).chars().any(|c| c.is_alphanumeric() || c.is_ascii_punctuation()) {
            return Err(format!("the gap {gap:?} holds text"));
        }
        if w.span.is_empty() || text.get(start..end).is_none() {
            return Err("an empty word".to_owned());
        }
        at = end;
    }
    if repair(&text[at..]).chars().any(char::is_alphanumeric) {
        return Err("the end is lost".to_owned());
    }
    let mut word = 0;
    for s in &found.sentences {
        if s.start != word || s.is_empty() {
            return Err(format!("sentences do not partition the words at {word}"));
        }
        word = s.end;
    }
    if word as usize != found.words.len() {
        return Err("words without sentence".to_owned());
    }
    let (mut word, mut sentence, mut byte) = (0, 0, 0);
    for p in &found.paragraphs {
        let inside = &found.sentences[p.sentences.0 as usize..p.sentences.1 as usize];
        let fits = p.words.start == word
            && p.sentences.0 == sentence
            && p.span.start >= byte
            && inside.first().is_none_or(|s| s.start == p.words.start)
            && inside.last().is_none_or(|s| s.end == p.words.end)
            && found.words[p.words.range()].iter().all(|w| p.span.contains(w.span));
        if !fits {
            return Err(format!("paragraph {p:?} does not hold its sentences"));
        }
        (word, sentence, byte) = (p.words.end, p.sentences.1, p.span.end);
    }
    for q in &found.quotes {
        if text.get(q.span.range()).is_none()
            || text.get(q.inner.range()).is_none()
            || !q.span.contains(q.inner)
        {
            return Err(format!("quotation {q:?} cites nothing"));
        }
        if found.words[q.words.range()].iter().any(|w| !q.inner.contains(w.span)) {
            return Err(format!("quotation {q:?} holds words from outside"));
        }
    }
    for n in &found.notices {
        if n.spans.iter().any(|s| text.get(s.range()).is_none() || s.is_empty()) {
            return Err(format!("notice {n:?} cites nothing"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_cut_lawfully(text in "\\PC{0,80}") {
        prop_assert_eq!(lawful(&text), Ok(()));
    }

    #[test]
    fn any_newsy_text_is_cut_lawfully(text in "([A-Z]?[a-z]{1,4}|U\\.S\\.|Mr\\.|n't|[ .,\"'“”‘’«»„`()\\[\\]–-]|\r\n|\n|\r|\t|\u{0}|\u{85}|\u{a0}|â€œ|â€|é|[0-9]{1,4}|[0-9]/[0-9]|\\$|%|said|@|#|://){0,60}") {
        prop_assert_eq!(lawful(&text), Ok(()));
    }

    #[test]
    fn any_characters_are_cut_lawfully(text in proptest::collection::vec(any::<char>(), 0..80)) {
        let text: String = text.into_iter().collect();
        prop_assert_eq!(lawful(&text), Ok(()));
    }
}

/// Seeds of the fuzz target: each is read as a test.
#[test]
fn fuzz_seeds_are_cut_lawfully() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        assert_eq!(lawful(&text), Ok(()), "{}", path.display());
        seen += 1;
    }
    assert!(seen >= 10);
}

/// Half a megabyte of one thing over and over is cut lawfully; a reader slower than linear would run into the runner's limit.
#[test]
fn monotonous_texts_are_cut_lawfully() {
    for unit in [
        "“",
        "‘a ",
        "'x' ",
        "a-",
        "(",
        "U.S. ",
        "a.b.",
        "1,",
        ". ",
        "\n",
        "\r\n1. a",
        "word ",
        "said, “",
        "a'",
        " – .",
    ] {
        let text = unit.repeat(524_288 / unit.len());
        assert_eq!(lawful(&text), Ok(()), "{unit:?}");
    }
}
