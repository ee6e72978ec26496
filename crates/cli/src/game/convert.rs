//! A tree of decisions as an extensive-form game.

use super::payoffs::{Payoffs, ends};
use demarche_game::{Branch, Game, Infoset, Node, Outcome};
use demarche_scenario::Tree;
use std::collections::BTreeMap;

/// The game, and for each of its nodes the tree's.
///
/// Every decision is seen by whoever decides later: each is an information set of its own. Whoever wants hidden or
/// simultaneous moves joins information sets in the .efg file and has it read again.
pub fn game(tree: &Tree, players: &[String], payoffs: &Payoffs) -> (Game, Vec<usize>) {
    let whose = match payoffs.source.as_str() {
        "" => format!("Payoffs: {}. No forecast.", payoffs.analyst),
        source => format!("Payoffs: {} ({source}). No forecast.", payoffs.analyst),
    };
    let mut game = Game {
        title: format!("A case's choices for {}", players.join(", ")),
        comment: whose,
        players: players.to_vec(),
        ..Game::default()
    };
    let names: BTreeMap<usize, String> = ends(tree).into_iter().collect();
    let mut from = Vec::new();
    let mut open = vec![(0, None)];
    while let Some((at, parent)) = open.pop() {
        let Some(node) = tree.nodes.get(at) else { continue };
        let id = game.nodes.len();
        if let Some(above) = parent.and_then(|p: usize| game.nodes.get_mut(p)) {
            let above: &mut Node = above;
            above.children.push(id);
        }
        from.push(at);
        let mut new = Node { name: node.question.clone(), ..Node::default() };
        match (&node.mover, names.get(&at)) {
            (Some(mover), _) if !node.ways.is_empty() => {
                let branches =
                    node.ways.iter().map(|w| Branch { name: w.label.clone(), probability: None }).collect();
                new.infoset = Some(game.infosets.len());
                let player = players.iter().position(|p| p == mover);
                game.infosets.push(Infoset { player, name: node.question.clone(), branches });
                open.extend(node.ways.iter().rev().map(|w| (w.to, Some(id))));
            }
            (_, Some(name)) => {
                new.outcome = Some(game.outcomes.len());
                let payoffs = payoffs.of.get(name).cloned().unwrap_or_default();
                game.outcomes.push(Outcome { name: name.clone(), payoffs });
            }
            _ => {}
        }
        game.nodes.push(new);
    }
    (game, from)
}
