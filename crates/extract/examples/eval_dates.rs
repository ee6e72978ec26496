//! Reads JSON Lines `{"id", "text", "published"}` and prints `{"id", "published", "candidates", "dates"}`.
//!
//! `cargo run -p demarche-extract --example eval_dates [WEIGHTS VOCAB] < GOLD.jsonl > FOUND.jsonl`; without weights by
//! the rules over words alone.

use demarche_base::ScalarMap;
use demarche_encoder::{Model, Weights};
use demarche_extract::heads::{self, HeadModel, Heads};
use demarche_extract::{View, dates};
use demarche_lexicon::gazetteer::Gazetteer;
use demarche_lexicon::timex::TimexLexicon;
use demarche_syntax::{Syntax, SyntaxModel};

fn main() {
    let lexicon = TimexLexicon::load();
    let gazetteer = Gazetteer::load();
    let files: Vec<String> = std::env::args().skip(1).collect();
    let models = match files.as_slice() {
        [weights, vocab] => {
            let bytes = std::fs::read(weights).expect("weights");
            let vocab = std::fs::read_to_string(vocab).expect("vocabulary");
            let weights = Weights::parse(&bytes, &vocab).expect("sound weights");
            let encoder = Model::load(&weights).expect("an encoder");
            let syntax = SyntaxModel::load(&weights).expect("a parser");
            Some((encoder, syntax, HeadModel::load(&weights).expect("heads")))
        }
        _ => None,
    };
    for line in std::io::stdin().lines() {
        let line: serde_json::Value =
            serde_json::from_str(&line.expect("readable input")).expect("JSON lines");
        let text = line["text"].as_str().unwrap_or("");
        let layout = demarche_text::layout(text);
        let (syntax, heads) = match &models {
            Some((encoder, syntax, heads)) => {
                let vectors = demarche_syntax::encode(encoder, text, &layout);
                let syntax = demarche_syntax::parse(syntax, text, &layout, &vectors);
                (syntax, heads::read(heads, &layout, &vectors))
            }
            None => (Syntax::default(), Heads::default()),
        };
        let view = View::new(text, &layout, &syntax, &heads);
        let given = line["published"].as_str().and_then(|d| d.parse().ok());
        let offices = dates::office_intervals(&view, &gazetteer);
        let published = dates::published(&view, &lexicon, given, None, &offices, &mut Vec::new());
        let map = ScalarMap::new(text);
        let found: Vec<serde_json::Value> = dates::dates(&view, &lexicon, &published, &mut Vec::new())
            .iter()
            .map(|t| serde_json::json!({"type": t.kind, "value": t.value, "spans": [map.scalars(text, t.span)], "by": t.found_by}))
            .collect();
        let candidates: Vec<serde_json::Value> = published
            .candidates
            .iter()
            .map(|c| serde_json::json!({"date": c.date.to_string(), "reason": c.reason}))
            .collect();
        let day = published.date.map(|d| d.to_string());
        let line =
            serde_json::json!({"id": line["id"], "published": day, "candidates": candidates, "dates": found});
        println!("{line}");
    }
}
