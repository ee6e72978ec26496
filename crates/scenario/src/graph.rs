//! What came of an assumption, as a graph for Graphviz and for Mermaid.
//!
//! Assumed acts and steps are nodes; an arrow leads from what sets off to what is set off, with how sure the answer is; a
//! dashed line joins what cannot both be. Steps that are said beside stand alone. Texts are escaped as each language asks.

use crate::run::{Happens, Outcome, Step};
use crate::show::sentence;
use std::fmt::Write;

/// A node: its name, its lines, its class.
struct Node {
    name: String,
    lines: Vec<String>,
    class: &'static str,
}

/// Two nodes' names, the label.
type Line = (String, String, String);

fn nodes(outcome: &Outcome) -> Vec<Node> {
    let assumed = outcome.assumed.iter().enumerate().map(|(k, act)| Node {
        name: format!("a{}", k + 1),
        lines: vec![format!("assumed: {act}")],
        class: "assumed",
    });
    let steps = outcome.steps.iter().map(|step| {
        let mut lines = vec![format!("{}. {} (sure {:.2})", step.step, sentence(step), step.sure)];
        let mut quotes: Vec<String> = step.citations.iter().map(|c| format!("“{}”", c.quote)).collect();
        quotes.dedup();
        lines.extend(quotes);
        Node { name: format!("s{}", step.step), lines, class: class(step) }
    });
    assumed.chain(steps).collect()
}

fn class(step: &Step) -> &'static str {
    match step.happens {
        Happens::Fires => "fires",
        Happens::Met | Happens::CarriedOut => "done",
        Happens::Refused | Happens::NotCarriedOut | Happens::Lapses => "undone",
        Happens::Chosen => "chosen",
        Happens::SaidAgain | Happens::AlsoSaid => "beside",
    }
}

fn arrows(outcome: &Outcome) -> Vec<Line> {
    let mut lines = Vec::new();
    for step in &outcome.steps {
        for because in &step.because {
            let from = match because.step {
                Some(number) => Some(format!("s{number}")),
                None => assumption(outcome, &because.act),
            };
            if let Some(from) = from {
                lines.push((from, format!("s{}", step.step), format!("{:.2}", because.sure)));
            }
        }
    }
    lines
}

fn assumption(outcome: &Outcome, act: &str) -> Option<String> {
    outcome.assumed.iter().position(|a| a == act).map(|k| format!("a{}", k + 1))
}

/// Sides that are in the graph.
fn contrary(outcome: &Outcome) -> Vec<Line> {
    let node = |id: &str| {
        let step = |s: &&Step| s.commitment == id && matches!(s.happens, Happens::Fires | Happens::AlsoSaid);
        assumption(outcome, id).or_else(|| outcome.steps.iter().find(step).map(|s| format!("s{}", s.step)))
    };
    let pair = |c: &crate::run::Contradiction| {
        Some((node(&c.one)?, node(&c.other)?, format!("cannot both be {:.2}", c.sure)))
    };
    outcome.contradictions.iter().filter_map(pair).collect()
}

/// Graphviz's language.
pub fn dot(outcome: &Outcome) -> String {
    let mut out =
        String::from("digraph whatif {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
    for node in nodes(outcome) {
        // `\l` ends a line that is set to the left.
        let label: String = node.lines.iter().map(|l| format!("{}\\l", dot_escaped(l))).collect();
        let style = match node.class {
            "assumed" => ", style=rounded",
            "beside" => ", style=dashed",
            "fires" => ", style=bold",
            _ => "",
        };
        let _ = writeln!(out, "  {} [label=\"{label}\", class=\"{}\"{style}];", node.name, node.class);
    }
    for (from, to, label) in arrows(outcome) {
        let _ = writeln!(out, "  {from} -> {to} [label=\"{}\"];", dot_escaped(&label));
    }
    for (one, other, label) in contrary(outcome) {
        let label = dot_escaped(&label);
        let _ = writeln!(
            out,
            "  {one} -> {other} [label=\"{label}\", style=dashed, dir=none, constraint=false];"
        );
    }
    out.push_str("}\n");
    out
}

/// For a string in double quotes that is a label: there a backslash begins an escape of its own.
pub(crate) fn dot_escaped(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    one_line.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Mermaid's language.
pub fn mermaid(outcome: &Outcome) -> String {
    let mut out = String::from("flowchart LR\n");
    for node in nodes(outcome) {
        let label = node.lines.iter().map(|l| mermaid_escaped(l)).collect::<Vec<_>>().join("<br/>");
        let _ = writeln!(out, "  {}[\"{label}\"]:::{}", node.name, node.class);
    }
    for (from, to, label) in arrows(outcome) {
        let _ = writeln!(out, "  {from} -->|\"{}\"| {to}", mermaid_escaped(&label));
    }
    for (one, other, label) in contrary(outcome) {
        let _ = writeln!(out, "  {one} -.-|\"{}\"| {other}", mermaid_escaped(&label));
    }
    out.push_str("  classDef assumed stroke-width:1px\n  classDef fires stroke-width:3px\n");
    out.push_str("  classDef beside stroke-dasharray:4\n");
    out
}

/// For a label in double quotes: whatever could end it, or be read as HTML, Markdown or an entity, is an entity.
pub(crate) fn mermaid_escaped(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    for c in one_line.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '&' => out.push_str("#amp;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '#' | '`' | '*' | '_' | '\\' | '|' | '[' | ']' | '{' | '}' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_cannot_be_left() {
        assert_eq!(dot_escaped("say \"no\"\n to \\N"), r#"say \"no\" to \\N"#);
        assert_eq!(mermaid_escaped("a \"b\" #1 <i>"), "a #quot;b#quot; #35;1 #lt;i#gt;");
    }
}
