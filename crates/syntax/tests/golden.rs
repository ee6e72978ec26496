//! The run time reads what training read: `models/golden.json`, written by `train/export.py`.

use demarche_base::{ByteSpan, WordRange};
use demarche_encoder::{Model, Weights};
use demarche_syntax::{SyntaxModel, encode, parse};
use demarche_text::{Layout, Paragraph, ParagraphKind, Word};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder of the models: `DEMARCHE_MODELS`, by default `models/`.
fn models() -> PathBuf {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    std::env::var_os("DEMARCHE_MODELS").map_or(default, PathBuf::from)
}

fn strings(v: &Value) -> Vec<&str> {
    v.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn counts(v: &Value) -> Vec<usize> {
    v.as_array().into_iter().flatten().filter_map(Value::as_u64).map(|x| x as usize).collect()
}

/// A document of golden.json as a text with its layout.
fn document(doc: &Value) -> (String, Layout) {
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
        })
        .collect();
    (text, Layout { words, sentences, paragraphs, ..Layout::default() })
}

#[test]
fn tags_lemmas_and_trees_agree_with_training() {
    let folder = models();
    let Ok(golden) = std::fs::read_to_string(folder.join("golden.json")) else {
        return println!("skipped: {} has no golden.json", folder.display());
    };
    let golden: Value = serde_json::from_str(&golden).expect("golden.json is JSON");
    let bytes = std::fs::read(folder.join("demarche.safetensors")).expect("weights beside golden.json");
    let vocab = std::fs::read_to_string(folder.join("vocab.txt")).expect("vocabulary beside golden.json");
    let weights = Weights::parse(&bytes, &vocab).expect("the weights are whole");
    let encoder = Model::load(&weights).expect("the encoder loads");
    let model = SyntaxModel::load(&weights).expect("the parser loads");
    let (mut read, mut differ) = (0, Vec::new());
    for doc in golden.as_array().expect("a list of documents") {
        let (text, layout) = document(doc);
        let syntax = parse(&model, &text, &layout, &encode(&encoder, &text, &layout));
        let (upos, xpos) = (strings(&doc["argmax"]["upos"]), strings(&doc["argmax"]["xpos"]));
        let (lemmas, deprels) = (strings(&doc["lemmas"]), strings(&doc["deprels"]));
        let heads = counts(&doc["heads"]);
        assert_eq!(syntax.words.len(), upos.len());
        for (i, w) in syntax.words.iter().enumerate() {
            let head = w.head.map_or(0, |h| h as usize + 1);
            let got = (w.upos, w.xpos, w.lemma.as_str(), head, w.deprel);
            let want = (upos[i], xpos[i], lemmas[i], heads[i], deprels[i]);
            read += 1;
            if got != want {
                differ.push(format!("{}: {got:?}, trained {want:?}", layout.words[i].span.of(&text)));
            }
        }
    }
    // A tag may differ where two scores are as good as equal, and a lemma where the dictionary wins over the script.
    assert!(differ.len() * 20 <= read, "{differ:#?}");
    println!("{differ:#?}");
}
