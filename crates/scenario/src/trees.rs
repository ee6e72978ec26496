//! Trees of choices for a person, for Graphviz and for Mermaid.

use crate::graph::{dot_escaped, mermaid_escaped};
use crate::model::Citation;
use crate::paths::{End, Paths, Said, Tree};
use crate::run::Happens;
use demarche_record::CommitmentKind;
use std::fmt::Write as _;

/// What happens, in a word or two.
fn verb(s: &Said) -> &'static str {
    use CommitmentKind::{Condition, Offer, Promise, Threat};
    match (s.happens, s.kind, s.would) {
        (Happens::Fires, Threat, _) => "threatened",
        (Happens::Fires, Promise, _) => "promised",
        (Happens::Fires, Offer, _) => "offered",
        (Happens::Fires, _, _) => "said to follow",
        (Happens::Lapses, ..) => "falls away",
        (Happens::Met, _, false) => "demand met",
        (Happens::Met, _, true) => "demand would be met",
        (Happens::Refused, _, false) => "demand refused",
        (Happens::Refused, _, true) => "demand would be refused",
        (Happens::CarriedOut, Condition, false) => "comes about",
        (Happens::CarriedOut, Condition, true) => "would come about",
        (Happens::CarriedOut, _, false) => "carried out",
        (Happens::CarriedOut, _, true) => "would be carried out",
        (Happens::NotCarriedOut, Condition, false) => "does not come about",
        (Happens::NotCarriedOut, Condition, true) => "would not come about",
        (Happens::NotCarriedOut, Threat, false) => "not carried out",
        (Happens::NotCarriedOut, Threat, true) => "would not be carried out",
        (Happens::NotCarriedOut, _, false) => "broken",
        (Happens::NotCarriedOut, _, true) => "would be broken",
        (Happens::Chosen, ..) => "chosen",
        (Happens::SaidAgain | Happens::AlsoSaid, ..) => "said also",
    }
}

/// Trees of choices, indented; each way with its quotes, each end with what is said to follow.
pub fn text(paths: &Paths) -> String {
    let mut out = String::new();
    if paths.trees.is_empty() {
        out.push_str("The texts set out no choices.\n");
    }
    for (k, tree) in paths.trees.iter().enumerate() {
        if k > 0 {
            out.push('\n');
        }
        node(&mut out, tree, 0, 0);
    }
    for note in &paths.notes {
        let _ = writeln!(out, "\n({note})");
    }
    out
}

fn node(out: &mut String, tree: &Tree, id: usize, deep: usize) {
    let pad = "    ".repeat(deep);
    let Some(n) = tree.nodes.get(id) else { return };
    if let Some(end) = &n.end {
        for line in ends(end) {
            let _ = writeln!(out, "{pad}= {line}");
        }
        return;
    }
    let _ = writeln!(out, "{pad}{}", n.question);
    for way in &n.ways {
        let _ = writeln!(out, "{pad}  – {}", way.label);
        for (document, quotes) in quotes(&way.citations) {
            let _ = writeln!(out, "{pad}      {}  [{document}]", quotes.join(" … "));
        }
        node(out, tree, way.to, deep + 1);
    }
    for beside in &n.beside {
        node(out, tree, *beside, deep);
    }
}

fn ends(end: &End) -> Vec<String> {
    if end.said.is_empty() {
        return vec!["nothing else is said to follow".to_owned()];
    }
    let line = |s: &Said| {
        let sure = s.sure * 100.0;
        let by = if s.by.is_empty() { String::new() } else { format!("{}, ", s.by.join(", ")) };
        format!("{}: {} ({by}{}, sure {sure:.0}%)", verb(s), s.words, s.commitment)
    };
    end.said.iter().map(line).collect()
}

/// The quotes of each document, in its order; what lies within the quote before is said there.
pub fn quotes(citations: &[Citation]) -> Vec<(String, Vec<String>)> {
    let mut sorted: Vec<&Citation> = citations.iter().collect();
    sorted.sort_by_key(|c| (&c.document, c.span[0], usize::MAX - c.span[1]));
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    let mut end = 0;
    for c in sorted {
        let quote = format!("“{}”", c.quote);
        match out.last_mut().filter(|(document, _)| *document == c.document) {
            Some(_) if c.span[1] <= end => continue,
            Some((_, quotes)) => quotes.push(quote),
            None => out.push((c.document.clone(), vec![quote])),
        }
        end = c.span[1];
    }
    out
}

/// Boxes (id, label) and arrows (from, to, label).
type Drawn = (Vec<(String, String)>, Vec<(String, String, String)>);

fn drawn(paths: &Paths) -> Drawn {
    let (mut nodes, mut edges) = (Vec::new(), Vec::new());
    for (t, tree) in paths.trees.iter().enumerate() {
        let id = |n: usize| format!("t{}n{n}", t + 1);
        for (n, node) in tree.nodes.iter().enumerate() {
            let label = node.end.as_ref().map_or_else(|| node.question.clone(), |end| ends(end).join("\n"));
            nodes.push((id(n), label));
            // What is decided beside the node that a way leads to, the way leads to as well.
            for w in &node.ways {
                let beside = tree.nodes.get(w.to).into_iter().flat_map(|to| &to.beside);
                let all = std::iter::once(&w.to).chain(beside);
                edges.extend(all.map(|to| (id(n), id(*to), w.label.clone())));
            }
        }
    }
    (nodes, edges)
}

/// A digraph in Graphviz's language.
pub fn dot(paths: &Paths) -> String {
    let (nodes, edges) = drawn(paths);
    let mut out = "digraph paths {\n  node [shape=box];\n".to_owned();
    for (id, label) in nodes {
        let _ = writeln!(out, "  {id} [label=\"{}\"];", dot_escaped(&label));
    }
    for (from, to, label) in edges {
        let _ = writeln!(out, "  {from} -> {to} [label=\"{}\"];", dot_escaped(&label));
    }
    out + "}\n"
}

/// A flowchart in Mermaid's language.
pub fn mermaid(paths: &Paths) -> String {
    let (nodes, edges) = drawn(paths);
    let mut out = "flowchart TD\n".to_owned();
    for (id, label) in nodes {
        let _ = writeln!(out, "  {id}[\"{}\"]", mermaid_escaped(&label));
    }
    for (from, to, label) in edges {
        let _ = writeln!(out, "  {from} -->|\"{}\"| {to}", mermaid_escaped(&label));
    }
    out
}
