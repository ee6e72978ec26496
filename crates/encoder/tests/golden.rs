//! The run time computes what training computed: `models/golden.json`, written by `train/export.py`.

use demarche_base::WordRange;
use demarche_encoder::{Isa, Model, Place, Token, Weights};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder of the models: `DEMARCHE_MODELS`, by default `models/`.
fn models() -> PathBuf {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    std::env::var_os("DEMARCHE_MODELS").map_or(default, PathBuf::from)
}

fn numbers(v: &Value) -> Vec<f64> {
    v.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

#[test]
fn vectors_agree_with_training_and_on_all_instructions() {
    let folder = models();
    let Ok(golden) = std::fs::read_to_string(folder.join("golden.json")) else {
        return println!("skipped: {} has no golden.json", folder.display());
    };
    let golden: Value = serde_json::from_str(&golden).expect("golden.json is JSON");
    let bytes = std::fs::read(folder.join("demarche.safetensors")).expect("weights beside golden.json");
    let vocab = std::fs::read_to_string(folder.join("vocab.txt")).expect("vocabulary beside golden.json");
    let weights = Weights::parse(&bytes, &vocab).expect("the weights are whole");
    let mut first = None;
    for isa in Isa::available() {
        let model = Model::load(&weights).expect("the model loads").with_isa(isa);
        let mut all = Vec::new();
        for doc in golden.as_array().expect("a list of documents") {
            let forms: Vec<&str> =
                doc["forms"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
            let (places, glued) = (numbers(&doc["places"]), numbers(&doc["glued"]));
            let tokens = (0..forms.len()).map(|i| Token {
                form: forms[i],
                place: [Place::Inside, Place::Sentence, Place::Paragraph][places[i] as usize],
                glued: glued[i] != 0.0,
            });
            for (i, token) in tokens.clone().enumerate() {
                assert_eq!(f64::from(token.shape()), numbers(&doc["shapes"])[i], "shape of {}", token.form);
                let pieces: Vec<f64> = model.pieces(token.form).into_iter().map(f64::from).collect();
                assert_eq!(pieces, numbers(&doc["pieces"][i]), "pieces of {}", token.form);
            }
            let mut starts: Vec<usize> =
                numbers(&doc["sentence_starts"]).iter().map(|&x| x as usize).collect();
            starts.push(forms.len());
            let sentences: Vec<_> = starts.windows(2).map(|w| WordRange::new(w[0], w[1])).collect();
            let vectors = model.encode(tokens, &sentences);
            let mut row = vec![0.0; model.width()];
            for (i, form) in forms.iter().enumerate() {
                vectors.rows.read(i, &mut row);
                let want = &doc["vectors"][i];
                let norm = row.iter().map(|&x| f64::from(x).powi(2)).sum::<f64>().sqrt();
                let wanted = want["norm"].as_f64().unwrap();
                // Rounding to eight bits may fall the other way where sums differ in their last bit.
                assert!((norm / wanted - 1.0).abs() < 0.01, "{form}: norm {norm}, trained {wanted}");
                for (x, y) in row.iter().zip(numbers(&want["first8"])) {
                    assert!((f64::from(*x) - y).abs() < 0.12, "{form}: {x}, trained {y}");
                }
                all.extend_from_slice(vectors.rows.row(i));
            }
        }
        assert_eq!(*first.get_or_insert(all.clone()), all, "{isa:?} differs from the portable code");
    }
}
