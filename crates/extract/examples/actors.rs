//! Prints the names and actors of an analysed text: `cargo run -p demarche-extract --example actors -- FILE.conllu [DATE]`.
//!
//! The file is CoNLL-U as `demarche read --format conllu` prints it; `NerGum=` in its last column is taken as the model's names.

use demarche_base::WordRange;
use demarche_extract::heads::Labelled;
use demarche_extract::testing::{Document, conllu};
use demarche_extract::{actors, entities};
use demarche_lexicon::Lexicon;

fn main() {
    let mut args = std::env::args().skip(1);
    let Some(path) = args.next() else {
        eprintln!("usage: actors FILE.conllu [YYYY-MM-DD]");
        std::process::exit(2);
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            std::process::exit(1);
        }
    };
    let published = args.next().and_then(|d| d.parse().ok());
    let mut doc = conllu(&text);
    doc.heads.names_gum = labels(&doc, "NerGum=");
    let lexicon = Lexicon::load();
    let view = doc.view();
    let mut names = entities::entities(&view, &lexicon);
    let found = actors::actors(&view, &lexicon, &mut names, published);
    for e in &names {
        let actor = e.actor.map_or("-", |a| found[a.index()].key.as_str());
        println!("{} {:30} {actor} ({})", e.kind.name(), e.span.of(view.text), e.found_by);
    }
    for a in &found {
        let side = a.affiliation.map_or("-", |s| found[s.index()].key.as_str());
        println!("\n{:?} {} | role {} | for {side}", a.kind, a.key, a.role.as_deref().unwrap_or("-"));
        for m in &a.mentions {
            let mark = if m.coreferent { "~" } else { " " };
            println!("   {mark} s{} {}", view.sentence_index(m.head as usize), m.span.of(view.text));
        }
    }
}

/// The labelled ranges that the last column of the file gives under `key` ("NerGum=B-PER").
fn labels(doc: &Document, key: &str) -> Vec<Labelled> {
    let mut found: Vec<Labelled> = Vec::new();
    for (i, misc) in doc.misc.iter().enumerate() {
        let Some(tag) = misc.split('|').find_map(|m| m.strip_prefix(key)) else { continue };
        let label = match tag.get(2..) {
            Some("PER") => "PER",
            Some("ORG") => "ORG",
            Some("LOC") => "LOC",
            _ => "MISC",
        };
        match found.last_mut() {
            Some(last) if tag.starts_with("I-") && last.words.end as usize == i => last.words.end += 1,
            _ => found.push(Labelled { words: WordRange::new(i, i + 1), label, score: 1.0 }),
        }
    }
    found
}
