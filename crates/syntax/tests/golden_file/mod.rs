//! Reading `models/golden.json`, for the golden tests of this crate and of `demarche-extract`.

use demarche_base::{ByteSpan, WordRange};
use demarche_text::{Layout, Paragraph, ParagraphKind, Word};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder of the models: `DEMARCHE_MODELS`, by default `models/`.
pub fn models() -> PathBuf {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    std::env::var_os("DEMARCHE_MODELS").map_or(default, PathBuf::from)
}

/// The strings of a list.
pub fn strings(v: &Value) -> Vec<&str> {
    v.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The whole numbers of a list.
pub fn counts(v: &Value) -> Vec<usize> {
    v.as_array().into_iter().flatten().filter_map(Value::as_u64).map(|x| x as usize).collect()
}

/// A document of golden.json as a text with its layout.
pub fn document(doc: &Value) -> (String, Layout) {
    let (mut text, mut words) = (String::new(), Vec::<Word>::new());
    for (form, glued) in strings(&doc["forms"]).into_iter().zip(counts(&doc["glued"])) {
        if let Some(last) = words.last_mut().filter(|_| glued == 0) {
            text.push(' ');
            last.space_after = true;
        }
        let start = text.len();
        text.push_str(form);
        words.push(Word { span: ByteSpan::new(start, text.len()), space_after: false });
    }
    let ranges = |mut starts: Vec<usize>| -> Vec<WordRange> {
        starts.push(words.len());
        starts.windows(2).map(|w| WordRange::new(w[0], w[1])).collect()
    };
    let sentences = ranges(counts(&doc["sentence_starts"]));
    let places = counts(&doc["places"]);
    let paragraphs = ranges((0..words.len()).filter(|&i| places[i] == 2).collect())
        .into_iter()
        .map(|range| Paragraph {
            span: words[range.start as usize].span.cover(words[range.end as usize - 1].span),
            words: range,
            sentences: (0, 0),
            kind: ParagraphKind::Body,
            dateline: None,
            label: None,
        })
        .collect();
    (text, Layout { words, sentences, paragraphs, ..Layout::default() })
}
