//! A solved game for a person and for Graphviz.

use super::answer::Answer;
use demarche_game::Game;
use demarche_scenario::Citation;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The solution step by step, each threat, each bound.
pub fn view(a: &Answer) -> String {
    let mut out = format!("Payoffs of {}. {}\n\nWhat follows\n", a.payoffs_of, a.note);
    for (k, m) in a.path.iter().enumerate() {
        let _ = writeln!(out, "  {}. {} — {}: {}", k + 1, m.question, m.who, m.takes);
        quotes(&mut out, &m.citations);
    }
    let each = a.players.iter().zip(&a.values).map(|(p, v)| format!("{p} {v}"));
    let each = each.collect::<Vec<_>>().join(", ");
    let end = match a.outcome.as_deref() {
        Some("") => "outcome",
        Some(name) => name,
        None => "from there on by chance; expected",
    };
    let _ = writeln!(out, "  => {end} ({each})");
    for t in &a.ties {
        let _ = writeln!(
            out,
            "  tie: {} — another way is as good{}; the first was followed",
            t.question,
            after(&t.after)
        );
    }
    if !a.threats.is_empty() {
        out.push_str("\nThreats, where they would have to be carried out\n");
    }
    for t in &a.threats {
        let (word, gain) =
            (if t.credible { "credible" } else { "not credible" }, t.gain.trim_start_matches('-'));
        let by = match (t.gain.starts_with('-'), gain) {
            (_, "0") => "doing it or not is the same to it".to_owned(),
            (true, _) => format!("doing it costs {} {gain}", t.who),
            (false, _) => format!("doing it gains {} {gain}", t.who),
        };
        let _ = writeln!(out, "  {}: {} — {word}: {by}{}", t.who, t.act, after(&t.after));
        quotes(&mut out, &t.citations);
    }
    if !a.margins.is_empty() {
        out.push_str("\nOne payoff alone changes the outcome\n");
    }
    for m in &a.margins {
        let low = m.low.as_ref().map(|l| format!("below {l}"));
        let high = m.high.as_ref().map(|h| format!("above {h}"));
        let bounds = low.into_iter().chain(high).collect::<Vec<_>>().join(" or ");
        let _ = writeln!(out, "  {} {bounds} (now {}) for: {}", m.player, m.payoff, m.outcome);
    }
    if !a.notes.is_empty() {
        out.push('\n');
    }
    for n in &a.notes {
        let _ = writeln!(out, "note: {n}");
    }
    out
}

fn after(trail: &[String]) -> String {
    if trail.is_empty() { String::new() } else { format!(" [after {}]", trail.join("; ")) }
}

fn quotes(out: &mut String, citations: &[Citation]) {
    let mut said = BTreeSet::new();
    for c in citations {
        if said.insert((&c.document, c.span)) {
            let words = c.quote.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(out, "       “{words}” ({} {}-{})", c.document, c.span[0], c.span[1]);
        }
    }
}

/// The tree for Graphviz; what the solution takes is bold.
pub fn dot(game: &Game, a: &Answer) -> String {
    let mut out = String::from("digraph game {\n  node [shape=box];\n");
    let _ = writeln!(out, "  label={};", quoted(&format!("Payoffs of {}. {}", a.payoffs_of, a.note)));
    for (id, node) in game.nodes.iter().enumerate() {
        let text = match (game.player(id), node.outcome.and_then(|o| game.outcomes.get(o))) {
            (Some(p), _) => format!("{}\n{}", game.players[p], node.name),
            (None, Some(o)) => {
                let each = game.players.iter().zip(&o.payoffs).map(|(p, v)| format!("{p} {v}"));
                each.collect::<Vec<_>>().join("\n")
            }
            (None, None) => node.name.clone(),
        };
        let _ = writeln!(out, "  n{id} [label={}];", quoted(&text));
        let Some(set) = node.infoset.and_then(|i| game.infosets.get(i)) else { continue };
        for (child, branch) in node.children.iter().zip(&set.branches) {
            let bold = if a.on_path.windows(2).any(|w| w == [id, *child]) { ", style=bold" } else { "" };
            let _ = writeln!(out, "  n{id} -> n{child} [label={}{bold}];", quoted(&branch.name));
        }
    }
    out + "}\n"
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
