//! Reads CoNLL-U on standard input (one document) and prints each condition found as a line of JSON:
//! `{"if": words, "then": words}`, the words parted by spaces as the treebank writes them.
//!
//! `cargo run -p demarche-extract --example eval_conditions < TREES.conllu`

use demarche_base::WordRange;
use demarche_extract::commitments::conditions;
use demarche_extract::testing::conllu;
use demarche_lexicon::commissives::CommissiveLexicon;

fn main() {
    let input = std::io::read_to_string(std::io::stdin()).expect("readable input");
    let doc = conllu(&input);
    let view = doc.view();
    let words = |ranges: &[WordRange]| {
        ranges.iter().flat_map(|r| r.range()).map(|i| view.form(i)).collect::<Vec<_>>().join(" ")
    };
    for c in conditions(&view, &CommissiveLexicon::default()) {
        println!("{}", serde_json::json!({"if": words(&c.if_words), "then": words(&c.then_words)}));
    }
}
