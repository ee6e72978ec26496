//! Words a second of the encoder on every instruction set of this machine; all must give the same bits.
//!
//! `cargo bench -p demarche-encoder` with the models in `models/` or in the folder that `DEMARCHE_MODELS` names.

use demarche_base::WordRange;
use demarche_encoder::{Isa, Model, Place, Token, Weights};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Instant;

/// Our own sentence, some thirty words long.
const SENTENCE: &str = "If the coastal state does not reopen the crossing by the end of October , its neighbour will close the airspace \
                        and expel forty diplomats , Foreign Minister Amina Okello told reporters in Nairobi on Tuesday .";

/// Seconds that this thread ran, where the system says so (Linux), else since some moment: a busy machine harms the former less.
fn clock() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let ran = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let ran = ran.and_then(|s| s.split_whitespace().next()?.parse::<f64>().ok()).map(|ns| ns / 1e9);
    ran.unwrap_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64())
}

fn main() {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let folder = std::env::var_os("DEMARCHE_MODELS").map_or(default, PathBuf::from);
    let Ok(bytes) = std::fs::read(folder.join("demarche.safetensors")) else {
        return println!("skipped: no weights in {}", folder.display());
    };
    let vocab = std::fs::read_to_string(folder.join("vocab.txt")).expect("vocabulary beside the weights");
    let start = clock();
    let weights = Weights::parse(&bytes, &vocab).expect("the weights are whole");
    let parsed = clock() - start;
    let start = clock();
    drop(Model::load(&weights).expect("the model loads"));
    println!("checked in {:.1} ms, loaded in {:.1} ms", parsed * 1e3, (clock() - start) * 1e3);

    let forms: Vec<&str> = SENTENCE.split_whitespace().collect();
    let copies = 60;
    let sentences: Vec<_> =
        (0..copies).map(|i| WordRange::new(i * forms.len(), (i + 1) * forms.len())).collect();
    let tokens = (0..copies * forms.len()).map(|i| Token {
        form: forms[i % forms.len()],
        place: if i % forms.len() == 0 { Place::Sentence } else { Place::Inside },
        glued: false,
    });
    let mut first = None;
    for isa in Isa::available() {
        let model = Model::load(&weights).expect("the model loads").with_isa(isa);
        let rounds = if isa == Isa::Portable { 1 } else { 5 };
        let mut best = f64::INFINITY;
        let mut rows = Vec::new();
        for _ in 0..rounds {
            let start = clock();
            let vectors = model.encode(tokens.clone(), &sentences);
            best = best.min(clock() - start);
            rows = (0..vectors.rows.len()).flat_map(|r| vectors.rows.row(r).to_vec()).collect();
        }
        assert_eq!(*first.get_or_insert(rows.clone()), rows, "{isa:?} gives other bits");
        println!("{isa:?}: {:.0} words/s", (copies * forms.len()) as f64 / best);
    }
}
