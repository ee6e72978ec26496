//! Measures words and sentences against the UD English treebanks: `eval_tokens [FILE.conllu ...]`.
//!
//! Words: each gold sentence's `# text` is laid out on its own; gold words are found in it by their spelling. Printed:
//! precision, recall and F1 over word spans. Sentences: the sentences of each document (or file) are joined by one
//! space, as a paragraph, and the ends that are found are compared with the gold ones. `--errors` lists differences.

use std::collections::BTreeSet;
use std::path::PathBuf;

use demarche_text::layout;

struct Gold {
    text: String,
    words: Vec<(usize, usize)>,
    document: String,
    paragraph: bool,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let errors = arguments.iter().any(|a| a == "--errors");
    let mut files: Vec<PathBuf> =
        arguments.iter().filter(|a| !a.starts_with("--")).map(PathBuf::from).collect();
    if files.is_empty() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/treebanks");
        if !folder.is_dir() {
            println!("skipped: {} is not there", folder.display());
            return;
        }
        files = ["ewt_dev.conllu", "gum_dev.conllu"].iter().map(|f| folder.join(f)).collect();
    }
    for file in files {
        let Ok(source) = std::fs::read_to_string(&file) else {
            println!("skipped: {} cannot be read", file.display());
            continue;
        };
        let gold = read(&source);
        words(&file, &gold, errors);
        sentences(&file, &gold, errors);
    }
}

fn read(source: &str) -> Vec<Gold> {
    let mut out: Vec<Gold> = Vec::new();
    let (mut text, mut document, mut paragraph) = (String::new(), String::new(), true);
    let mut forms: Vec<String> = Vec::new();
    for line in source.lines().chain([""]) {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            document = id.to_owned();
        } else if line.starts_with("# newpar") {
            paragraph = true;
        } else if let Some(t) = line.strip_prefix("# text = ") {
            text = t.to_owned();
        } else if line.is_empty() {
            if !forms.is_empty() {
                let words = align(&text, &forms);
                out.push(Gold {
                    text: std::mem::take(&mut text),
                    words,
                    document: document.clone(),
                    paragraph,
                });
                forms.clear();
                paragraph = false;
            }
        } else if !line.starts_with('#') {
            let mut columns = line.split('\t');
            let id = columns.next().unwrap_or("");
            if id.bytes().all(|b| b.is_ascii_digit()) {
                forms.push(columns.next().unwrap_or("").to_owned());
            }
        }
    }
    out
}

/// Where each form stands in the text.
fn align(text: &str, forms: &[String]) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut out = Vec::new();
    for form in forms {
        let start = at + text[at..].len() - text[at..].trim_start().len();
        let mut end = start;
        for c in form.chars().filter(|c| !c.is_whitespace()) {
            let rest = &text[end..];
            end += rest.len() - rest.trim_start().len();
            end += text[end..].chars().next().map_or(0, char::len_utf8);
            debug_assert!(!c.is_whitespace());
        }
        out.push((start, end));
        at = end;
    }
    out
}

fn words(file: &std::path::Path, gold: &[Gold], errors: bool) {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for g in gold {
        let layout = layout(&g.text);
        let have: BTreeSet<(usize, usize)> =
            layout.words.iter().map(|w| (w.span.start as usize, w.span.end as usize)).collect();
        let want: BTreeSet<(usize, usize)> = g.words.iter().copied().collect();
        right += have.intersection(&want).count();
        found += have.len();
        wanted += want.len();
        if errors && have != want {
            let show =
                |s: Vec<&(usize, usize)>| s.iter().map(|w| &g.text[w.0..w.1]).collect::<Vec<_>>().join(" | ");
            println!(
                "W ours {}   gold {}",
                show(have.difference(&want).collect()),
                show(want.difference(&have).collect())
            );
        }
    }
    report(file, "words", right, found, wanted);
}

fn sentences(file: &std::path::Path, gold: &[Gold], errors: bool) {
    let groups = [
        "newsgroup",
        "weblog",
        "news",
        "interview",
        "academic",
        "bio",
        "voyage",
        "court",
        "speech",
        "textbook",
    ];
    for group in groups {
        let (mut right, mut found, mut wanted) = (0, 0, 0);
        let mut n = 0;
        while n < gold.len() {
            let mut m = n + 1;
            while m < gold.len() && gold[m].document == gold[n].document && !gold[m].paragraph {
                m += 1;
            }
            let kind = gold[n].document.trim_start_matches("GUM_").split(['-', '_']).next().unwrap_or("");
            if kind == group {
                let (mut text, mut want) = (String::new(), BTreeSet::new());
                for g in &gold[n..m] {
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(&g.text);
                    want.insert(text.len());
                }
                let layout = layout(&text);
                let have: BTreeSet<usize> = layout
                    .sentences
                    .iter()
                    .map(|s| layout.words[s.end as usize - 1].span.end as usize)
                    .collect();
                right += have.intersection(&want).count();
                found += have.len();
                wanted += want.len();
                if errors {
                    for at in have.symmetric_difference(&want) {
                        let a = text[..*at].char_indices().rev().take(50).last().map_or(0, |c| c.0);
                        let b = text[*at..].char_indices().nth(40).map_or(text.len(), |c| at + c.0);
                        let kind = if want.contains(at) { "missed" } else { "extra" };
                        println!("S {group} {kind}: {} ## {}", &text[a..*at], &text[*at..b]);
                    }
                }
            }
            n = m;
        }
        if wanted > 0 {
            report(file, &format!("sentences {group}"), right, found, wanted);
        }
    }
}

fn report(file: &std::path::Path, what: &str, right: usize, found: usize, wanted: usize) {
    let precision = 100.0 * right as f64 / found.max(1) as f64;
    let recall = 100.0 * right as f64 / wanted.max(1) as f64;
    let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
    let name = file.file_name().and_then(|n| n.to_str()).unwrap_or("?");
    println!("{name:18} {what:22} P {precision:6.2} R {recall:6.2} F1 {f1:6.2} ({wanted} gold)");
}
