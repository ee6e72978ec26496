//! Trees of choices for a person, for Graphviz and for Mermaid.

use crate::graph::{dot_escaped, mermaid_escaped};
use crate::model::Citation;
use crate::paths::{End, Paths, Tree};
use crate::run::Happens;
use std::fmt::Write as _;

fn verb(happens: Happens) -> &'static str {
    match happens {
        Happens::Fires => "due",
        Happens::Lapses => "lapses",
        Happens::Met => "met",
        Happens::Refused => "refused",
        Happens::CarriedOut => "carried out",
        Happens::NotCarriedOut => "not carried out",
        Happens::Chosen => "chosen",
        Happens::SaidAgain => "said also",
        Happens::AlsoSaid => "also said",
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
}

fn ends(end: &End) -> Vec<String> {
    if end.said.is_empty() {
        return vec!["nothing else is said to follow".to_owned()];
    }
    let line = |s: &crate::paths::Said| {
        let sure = s.sure * 100.0;
        format!("{}: “{}” ({}, {}, {sure:.0}%)", verb(s.happens), s.words, s.by.join(", "), s.commitment)
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
            edges.extend(node.ways.iter().map(|w| (id(n), id(w.to), w.label.clone())));
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
