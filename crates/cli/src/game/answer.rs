//! What a game's solution says, ready to be shown.

use demarche_game::analyst::{credibility, margins};
use demarche_game::{Game, GameError, NodeId, Number, backward};
use demarche_scenario::{Citation, Tree};
use serde::Serialize;

/// Everything that is shown of a solved game; numbers are exact, as text.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// Whose payoffs these are.
    pub payoffs_of: String,
    /// Always the same words: what this is not.
    pub note: &'static str,
    /// Ids of the players.
    pub players: Vec<String>,
    /// The moves that the solution makes, from the start, as far as they are sure.
    pub path: Vec<Move>,
    /// Where it ends; `None` where chance or a mixed move decides.
    pub outcome: Option<String>,
    /// What each player expects.
    pub values: Vec<String>,
    /// Moves at which another is as good, or subgames with more than one equilibrium; the first was followed.
    pub ties: Vec<Tie>,
    /// Every place at which a threat would have to be carried out.
    pub threats: Vec<Threat>,
    /// How much one payoff may change until another outcome is reached; only payoffs that have a bound.
    pub margins: Vec<Bound>,
    /// What was left out or cut.
    pub notes: Vec<String>,
    /// Nodes on the path.
    #[serde(skip)]
    pub on_path: Vec<NodeId>,
}

/// One move on the path.
#[derive(Debug, Serialize)]
pub struct Move {
    /// The player; `chance` for nature.
    pub who: String,
    /// What is decided.
    pub question: String,
    /// What is taken.
    pub takes: String,
    /// The words that set it out.
    pub citations: Vec<Citation>,
}

/// A tie.
#[derive(Debug, Serialize)]
pub struct Tie {
    /// The player; empty where a whole subgame has more than one equilibrium.
    pub who: String,
    /// What is decided.
    pub question: String,
    /// The ways to get there.
    pub after: Vec<String>,
}

/// A threat where it would have to be carried out.
#[derive(Debug, Serialize)]
pub struct Threat {
    /// Who threatens.
    pub who: String,
    /// What it would do.
    pub act: String,
    /// Ids of the commitments.
    pub commitments: Vec<String>,
    /// What came before.
    pub after: Vec<String>,
    /// Whether nothing else is better for it there.
    pub credible: bool,
    /// What it gains by it over the best it can do else; negative: what it costs.
    pub gain: String,
    /// The words that prove it.
    pub citations: Vec<Citation>,
}

/// Between what one payoff may lie.
#[derive(Debug, Serialize)]
pub struct Bound {
    /// The outcome whose payoff it is.
    pub outcome: String,
    /// Whose payoff.
    pub player: String,
    /// What it is.
    pub payoff: String,
    /// Below this another outcome is reached.
    pub low: Option<String>,
    /// Above this another outcome is reached.
    pub high: Option<String>,
}

/// A case's tree behind a game: node by node, the tree's.
pub struct Behind<'a> {
    /// The tree.
    pub tree: &'a Tree,
    /// For each node of the game the tree's.
    pub from: &'a [usize],
}

/// Solves the game. Errors: those of [`backward::solve`].
pub fn answer(
    game: &Game,
    behind: Option<&Behind>,
    payoffs_of: String,
    mut notes: Vec<String>,
) -> Result<Answer, GameError> {
    let solution = backward::solve(game)?;
    let on_path = solution.path(game);
    let way = |node: NodeId, action: usize| {
        behind.and_then(|b| b.tree.nodes.get(*b.from.get(node)?)?.ways.get(action))
    };
    let mut path = Vec::new();
    for pair in on_path.windows(2) {
        let action = game.nodes[pair[0]].children.iter().position(|c| *c == pair[1]).unwrap_or(0);
        path.push(Move {
            who: who(game, pair[0]),
            question: game.nodes[pair[0]].name.clone(),
            takes: label(game, pair[0], action),
            citations: way(pair[0], action).map(|w| w.citations.clone()).unwrap_or_default(),
        });
    }
    let trails = trails(game);
    let mut threats = Vec::new();
    for (node, after) in trails.iter().enumerate() {
        for action in 0..game.nodes[node].children.len() {
            let Some(w) = way(node, action).filter(|w| w.carries_out_threat) else { continue };
            let Some(c) = credibility(game, &solution, node, action) else { continue };
            threats.push(Threat {
                who: who(game, node),
                act: w.label.clone(),
                commitments: w.commitments.clone(),
                after: after.clone(),
                credible: c.credible,
                gain: text(&c.gain),
                citations: w.citations.clone(),
            });
        }
    }
    let bounds = margins(game).unwrap_or_else(|e| {
        notes.push(e.to_string());
        Vec::new()
    });
    let bounds = bounds.into_iter().filter(|m| m.low.is_some() || m.high.is_some()).map(|m| Bound {
        outcome: game.outcomes[m.outcome].name.clone(),
        player: game.players[m.player].clone(),
        payoff: text(&m.payoff),
        low: m.low.as_ref().map(text),
        high: m.high.as_ref().map(text),
    });
    let end = on_path.last().filter(|&&n| game.nodes[n].infoset.is_none());
    Ok(Answer {
        payoffs_of,
        note: "What follows from these payoffs if everybody has them and acts on them; no forecast.",
        players: game.players.clone(),
        outcome: end.map(|&n| game.nodes[n].outcome.map_or(String::new(), |o| game.outcomes[o].name.clone())),
        values: solution.values[0].iter().map(text).collect(),
        ties: solution
            .ties
            .iter()
            .map(|&n| Tie {
                who: who(game, n),
                question: game.nodes[n].name.clone(),
                after: trails[n].clone(),
            })
            .collect(),
        margins: bounds.collect(),
        path,
        threats,
        notes,
        on_path,
    })
}

fn who(game: &Game, node: NodeId) -> String {
    game.player(node).map_or("chance".to_owned(), |p| game.players[p].clone())
}

fn label(game: &Game, node: NodeId, action: usize) -> String {
    let infoset = game.nodes[node].infoset.and_then(|i| game.infosets.get(i));
    infoset.and_then(|i| i.branches.get(action)).map_or(String::new(), |b| b.name.clone())
}

/// For each node, the moves that lead to it.
fn trails(game: &Game) -> Vec<Vec<String>> {
    let mut trails = vec![Vec::new(); game.nodes.len()];
    for (id, node) in game.nodes.iter().enumerate() {
        for (action, &child) in node.children.iter().enumerate() {
            let mut trail: Vec<String> = trails[id].clone();
            trail.push(format!("{}: {}", who(game, id), label(game, id, action)));
            trails[child] = trail;
        }
    }
    trails
}

/// An exact number as text: `3`, `-1/2`.
fn text(number: &Number) -> String {
    number.to_string()
}
