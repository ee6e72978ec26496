//! Conditions against the conditional relations of GDTB, on GUM's own trees:
//! `cargo run -p demarche-extract --example eval_conditions -- gdtb_conditions.jsonl GUM.conllu... [--errors]`.
//!
//! The key: every row that some words tell (`Explicit`, `AltLex`, `AltLexC`; what is implicit has no words to find) and
//! whose document is among the trees. Its sense says which argument is the condition. A row counts as found where one
//! condition of ours has the IF of the key as its IF and the THEN of the key as its THEN. Two sides are one where, of
//! their words without punctuation, at least half of all are common (Jaccard >= .5), or where the head of each lies in
//! the other (the top word of the key's argument by the tree); the arguments of GDTB often hold what stands around a
//! clause, or less of it. The stricter figure, by Jaccard alone, is printed beside.
//!
//! With a file of trees on standard input and no arguments, each condition found is printed as a line of JSON:
//! `{"if": words, "then": words}`.

use demarche_base::WordRange;
use demarche_extract::View;
use demarche_extract::commitments::{Condition, conditions};
use demarche_extract::testing::conllu;
use demarche_lexicon::commissives::CommissiveLexicon;
use std::collections::{BTreeMap, BTreeSet};

/// One side of a relation: its words without punctuation, and its head.
struct Side {
    words: BTreeSet<usize>,
    head: usize,
}

/// How well two sides agree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    None,
    Heads,
    Words,
}

fn main() {
    let (flags, paths): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a == "--errors");
    let [key, trees @ ..] = paths.as_slice() else {
        let input = std::io::read_to_string(std::io::stdin()).expect("readable input");
        return list(&input);
    };
    let mut rows: BTreeMap<String, Vec<serde_json::Value>> = BTreeMap::new();
    for line in std::fs::read_to_string(key).expect("the key").lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("a row of JSON");
        if row["kind"] != "Implicit" {
            rows.entry(text(&row["id"]).to_owned()).or_default().push(row);
        }
    }
    let lexicon = CommissiveLexicon::default();
    let (mut all, mut found, mut strict, mut made) = (0, 0, 0, 0);
    for path in trees {
        let file = std::fs::read_to_string(path).expect("a file of trees");
        for part in file.split("# newdoc id = ").skip(1) {
            let (id, trees) = part.split_once('\n').unwrap_or_default();
            let Some(rows) = rows.get(id.trim()) else { continue };
            let doc = conllu(trees);
            let view = doc.view();
            let ours = conditions(&view, &lexicon);
            made += ours.len();
            for row in rows {
                all += 1;
                let best = best(&view, row, &ours);
                found += usize::from(best > Match::None);
                strict += usize::from(best == Match::Words);
                if best == Match::None && !flags.is_empty() {
                    println!(
                        "{id} [{}] {}\n    1: {}\n    2: {}",
                        row["connective"], row["sense"], row["arg1"], row["arg2"]
                    );
                    near(&view, row, &ours);
                }
            }
        }
    }
    let part = |n: usize| n as f64 / all.max(1) as f64;
    println!(
        "conditions found: {found} of {all} ({:.3}); by words alone {strict} ({:.3}); found in these documents: {made}",
        part(found),
        part(strict)
    );
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// How well the best of our conditions agrees with a row.
fn best(view: &View, row: &serde_json::Value, ours: &[Condition]) -> Match {
    let (one, two) = (text(&row["arg1"]), text(&row["arg2"]));
    let (condition, then) =
        if text(&row["sense"]).contains("Arg2-as-cond") { (two, one) } else { (one, two) };
    let (ifs, thens) = (places(view, condition), places(view, then));
    // Of words that stand more than once, those that stand nearest to the other side are meant.
    let apart = |a: &Side, b: &Side| a.head.abs_diff(b.head);
    let pair = ifs.iter().flat_map(|a| thens.iter().map(move |b| (a, b))).min_by_key(|(a, b)| apart(a, b));
    let Some((if_side, then_side)) = pair else { return Match::None };
    let agrees = |c: &Condition| {
        side(view, &c.if_words, c.if_head, if_side).min(side(view, &c.then_words, c.then_head, then_side))
    };
    ours.iter().map(agrees).max().unwrap_or(Match::None)
}

/// Prints those of our conditions that share most words with a row.
fn near(view: &View, row: &serde_json::Value, ours: &[Condition]) {
    let sides = [text(&row["arg1"]), text(&row["arg2"])].map(|a| places(view, a));
    for c in ours {
        let ranges = || c.if_words.iter().chain(&c.then_words);
        if sides.iter().all(|s| s.iter().any(|s| ranges().any(|r| r.range().any(|i| s.words.contains(&i))))) {
            let words = |ranges: &[WordRange]| {
                ranges.iter().flat_map(|r| r.range()).map(|i| view.form(i)).collect::<Vec<_>>().join(" ")
            };
            println!("    ours: if {} | then {}", words(&c.if_words), words(&c.then_words));
        }
    }
}

/// How well a side of ours agrees with one of the key.
fn side(view: &View, words: &[WordRange], head: usize, key: &Side) -> Match {
    let ours: BTreeSet<usize> =
        words.iter().flat_map(|r| r.range()).filter(|&i| view.word(i).upos != "PUNCT").collect();
    let common = ours.intersection(&key.words).count();
    if common * 2 >= ours.union(&key.words).count() {
        Match::Words
    } else if key.words.contains(&head) && ours.contains(&key.head) {
        Match::Heads
    } else {
        Match::None
    }
}

/// Where the words of an argument stand in the text, each time that they do; "..." parts what does not stand together.
fn places(view: &View, argument: &str) -> Vec<Side> {
    let parts: Vec<Vec<&str>> =
        argument.split(" ... ").map(|p| p.split_whitespace().filter(|w| *w != "...").collect()).collect();
    let at = |part: &[&str], from: usize| {
        (from..view.len().saturating_sub(part.len().saturating_sub(1)))
            .find(|&i| part.iter().enumerate().all(|(k, w)| view.form(i + k) == *w))
    };
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(first) = parts.first().and_then(|p| at(p, from)) {
        let mut words = BTreeSet::new();
        let mut next = first;
        let mut whole = true;
        for part in &parts {
            match at(part, next) {
                Some(i) => {
                    words.extend((i..i + part.len()).filter(|&k| view.word(k).upos != "PUNCT"));
                    next = i + part.len();
                }
                None => whole = false,
            }
        }
        if whole && !words.is_empty() {
            let tops = words.iter().copied().filter(|&i| view.head(i).is_none_or(|h| !words.contains(&h)));
            let head = tops.max_by_key(|&i| view.subtree(i).len()).unwrap_or(first);
            out.push(Side { words, head });
        }
        from = first + 1;
    }
    out
}

/// Prints every condition of a text.
fn list(input: &str) {
    let doc = conllu(input);
    let view = doc.view();
    let words = |ranges: &[WordRange]| {
        ranges.iter().flat_map(|r| r.range()).map(|i| view.form(i)).collect::<Vec<_>>().join(" ")
    };
    for c in conditions(&view, &CommissiveLexicon::default()) {
        println!("{}", serde_json::json!({"if": words(&c.if_words), "then": words(&c.then_words)}));
    }
}
