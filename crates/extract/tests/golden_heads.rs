//! The heads say what they said in training: `models/golden.json`, written by `train/export.py`.

use demarche_base::WordRange;
use demarche_encoder::{Model, Weights};
use demarche_extract::heads::{HeadModel, Labelled, Pair, pairs, read};
use demarche_syntax::encode;
use golden_file::{counts, document, models, strings};
use serde_json::Value;

#[path = "../../syntax/tests/golden_file/mod.rs"]
mod golden_file;

fn numbers(v: &Value) -> Vec<f64> {
    v.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// The spans of a tag sequence; `None` where an inside follows no beginning, which decoding mends.
fn spans(tags: &[&str]) -> Option<Vec<(usize, usize, String)>> {
    let mut out: Vec<(usize, usize, String)> = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        let label = tag.get(2..).unwrap_or("").to_owned();
        match tag.as_bytes()[0] {
            b'B' => out.push((i, i + 1, label)),
            b'I' => match out.last_mut() {
                Some(last) if last.1 == i && last.2 == label => last.1 = i + 1,
                _ => return None,
            },
            _ => {}
        }
    }
    Some(out)
}

#[test]
fn heads_agree_with_training() {
    let folder = models();
    let Ok(golden) = std::fs::read_to_string(folder.join("golden.json")) else {
        return println!("skipped: {} has no golden.json", folder.display());
    };
    let golden: Value = serde_json::from_str(&golden).expect("golden.json is JSON");
    let bytes = std::fs::read(folder.join("demarche.safetensors")).expect("weights beside golden.json");
    let vocab = std::fs::read_to_string(folder.join("vocab.txt")).expect("vocabulary beside golden.json");
    let weights = Weights::parse(&bytes, &vocab).expect("the weights are whole");
    let encoder = Model::load(&weights).expect("the encoder loads");
    let model = HeadModel::load(&weights).expect("the heads load");
    let (mut compared, mut differ) = (0, Vec::new());
    for doc in golden.as_array().expect("a list of documents") {
        let (text, layout) = document(doc);
        let vectors = encode(&encoder, &text, &layout);
        let heads = read(&model, &layout, &vectors);
        let mut compare = |name: &str, found: &[Labelled], labelled: bool| {
            let Some(want) = spans(&strings(&doc["argmax"][name])) else { return };
            let got: Vec<_> = found
                .iter()
                .map(|l| {
                    let label = if labelled { l.label.to_owned() } else { String::new() };
                    (l.words.start as usize, l.words.end as usize, label)
                })
                .collect();
            compared += want.len();
            if got != want {
                differ.push(format!("{name}: {got:?}, trained {want:?}: {text}"));
            }
        };
        compare("names", &heads.names, true);
        compare("ner_gum", &heads.names_gum, true);
        compare("timex", &heads.timexes, true);
        compare("source", &heads.roles.sources, false);
        compare("cue", &heads.roles.cues, false);
        compare("content", &heads.roles.contents, false);
        let (cue_of, source_of) = (counts(&doc["cc"]["argmax"]), counts(&doc["cs"]["argmax"]));
        let pointed = |to: Option<u32>| to.map_or(0, |w| w as usize + 1);
        for i in heads.roles.contents.iter().flat_map(|c| c.words.range()).filter(|&i| cue_of[i] != i + 1) {
            assert_eq!(pointed(heads.roles.content_cue[i]), cue_of[i], "cue of word {i} of {text}");
        }
        for (cue, &source) in heads.roles.cues.iter().zip(&heads.roles.cue_source) {
            let first = cue.words.start as usize;
            if source_of[first] != first + 1 {
                assert_eq!(pointed(source), source_of[first], "source of word {first} of {text}");
            }
        }
        pair(doc, &model, &vectors, &text);
    }
    // A span may differ where two scores are as good as equal.
    assert!(differ.len() * 20 <= compared, "{differ:#?}");
    assert!(compared > 10, "only {compared} spans in golden.json");
}

/// The pair head on the pair that golden.json has.
fn pair(doc: &Value, model: &HeadModel, vectors: &demarche_encoder::Vectors, text: &str) {
    let words = |v: &Value| {
        let w = counts(v);
        WordRange::new(w[0], w[w.len() - 1] + 1)
    };
    let pair = &doc["pair"];
    let asked = Pair { source: words(&pair["source"]), target: words(&pair["target"]) };
    let bounds = counts(&pair["sentence_words"]);
    let got = pairs(model, vectors, WordRange::new(bounds[0], bounds[1]), &[asked, asked]);
    assert_eq!(got[0], got[1], "what else is asked changes nothing");
    let softmax = |x: Vec<f64>| {
        let sum: f64 = x.iter().map(|v| v.exp()).sum();
        x.into_iter().map(|v| v.exp() / sum).collect::<Vec<_>>()
    };
    let want = softmax(numbers(&pair["type_logits"]));
    for ((kind, p), want) in got[0].types.iter().zip(want) {
        assert!((f64::from(*p) - want).abs() < 0.05, "{kind:?}: {p}, trained {want}: {text}");
    }
    for (p, want) in got[0].penta.iter().zip(softmax(numbers(&pair["penta_logits"]))) {
        assert!((f64::from(*p) - want).abs() < 0.05, "penta {p}, trained {want}: {text}");
    }
    let trigger = numbers(&pair["trigger"]);
    let (word, share) = got[0].trigger.expect("words outside source and target");
    assert!((f64::from(share) - trigger[word as usize]).abs() < 0.05, "trigger {word}: {text}");
}
