//! The analyst's payoffs: a draft that names every outcome, and the same file once it is filled in.

use crate::Fault;
use crate::view::page::one_line;
use demarche_game::{Number, number};
use demarche_scenario::Tree;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What a draft has where a payoff is to be filled in.
const OPEN: &str = "?";

/// Payoffs, and whose they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Payoffs {
    /// Who says so; never empty.
    pub analyst: String,
    /// What it rests on; may be empty.
    pub source: String,
    /// Outcome to one payoff a player, in the players' order.
    pub of: BTreeMap<String, Vec<Number>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    analyst: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    outcome: Vec<Row>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    payoffs: BTreeMap<String, toml::Value>,
}

/// The ends of a tree with names that are told apart, in the tree's order.
pub fn ends(tree: &Tree) -> Vec<(usize, String)> {
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for (id, node) in tree.nodes.iter().enumerate() {
        let Some(end) = &node.end else { continue };
        let times = met.entry(&end.name).or_default();
        *times += 1;
        out.push((id, if *times == 1 { end.name.clone() } else { format!("{} ({times})", end.name) }));
    }
    out
}

/// A file to be filled in: every outcome, with the words of what was said to follow as comments. `notes`: what the tree was
/// cut to and what was left out of it, which stands first: whoever fills in the file should know that it is not all.
pub fn draft(tree: &Tree, players: &[String], notes: &[String]) -> String {
    let mut out = String::from(
        "# Payoffs are yours: how much each player likes each outcome, any numbers or ranks (more is better).\n\
         # Put a number (2, 0.5, \"1/3\") for every “?”. The program adds none and forecasts nothing.\n",
    );
    for note in notes {
        let _ = writeln!(out, "# Note: {}.", one_line(note));
    }
    let _ = writeln!(
        out,
        "analyst = \"\"   # whose payoffs these are; must be filled in\nsource = \"\"    # what they rest on"
    );
    for (id, name) in ends(tree) {
        let _ = writeln!(out, "\n[[outcome]]\nname = {}", quoted(&name));
        let mut said = BTreeSet::new();
        for s in tree.nodes[id].end.iter().flat_map(|e| &e.said) {
            for c in &s.citations {
                if said.insert((&c.document, c.span)) {
                    let (by, words) = (one_line(&s.by.join(", ")), one_line(&c.quote));
                    let _ = writeln!(out, "# {by}: “{words}” ({})", one_line(&c.document));
                }
            }
        }
        let row: Vec<String> = players.iter().map(|p| format!("{} = \"{OPEN}\"", quoted(p))).collect();
        let _ = writeln!(out, "payoffs = {{ {} }}", row.join(", "));
    }
    out
}

/// A basic string of TOML; JSON's escapes are TOML's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

/// Reads what was filled in for these outcomes and players. Errors name all that is missing or too much.
pub fn read(text: &str, outcomes: &[String], players: &[String]) -> Result<Payoffs, Fault> {
    let file: File = toml::from_str(text).map_err(|e| Fault::Usage(format!("payoffs: {e}")))?;
    let mut wrong = Vec::new();
    if file.analyst.trim().is_empty() {
        wrong.push("`analyst` says nobody: whose payoffs are these?".to_owned());
    }
    let mut of = BTreeMap::new();
    for row in file.outcome {
        let name = &row.name;
        if !outcomes.contains(name) {
            wrong.push(format!("there is no outcome “{name}”"));
        }
        for player in row.payoffs.keys().filter(|p| !players.contains(p)) {
            wrong.push(format!("{player} is no player (outcome “{name}”)"));
        }
        let mut values = Vec::new();
        for player in players {
            match row.payoffs.get(player).map(value) {
                Some(Some(n)) => values.push(n),
                Some(None) => wrong.push(format!("the payoff of {player} for “{name}” is no number yet")),
                None => wrong.push(format!("{player} has no payoff for “{name}”")),
            }
        }
        if of.insert(row.name.clone(), values).is_some() {
            wrong.push(format!("outcome “{name}” stands there twice", name = row.name));
        }
    }
    wrong.extend(
        outcomes.iter().filter(|o| !of.contains_key(*o)).map(|o| format!("outcome “{o}” is missing")),
    );
    if wrong.is_empty() {
        return Ok(Payoffs { analyst: file.analyst, source: file.source, of });
    }
    Err(Fault::Usage(format!("payoffs:\n  {}", wrong.join("\n  "))))
}

/// The exact number; a float is what its shortest decimal form says.
fn value(value: &toml::Value) -> Option<Number> {
    match value {
        toml::Value::Integer(i) => number(&i.to_string()),
        toml::Value::Float(f) => number(&f.to_string()),
        toml::Value::String(s) => number(s.trim()),
        _ => None,
    }
}
