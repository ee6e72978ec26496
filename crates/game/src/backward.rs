//! Backward induction (Zermelo 1913; Kuhn 1953), subgame by subgame where moves are hidden (Selten 1965).
//!
//! From the end of the tree to its root, each player takes what is best for it, given what follows. Where everybody sees
//! everything, that is one action a node. Where moves are simultaneous or hidden, each smallest subgame is solved as a
//! whole by [`crate::strategic`] and [`crate::mixed`], its value stands for it in the subgame around it, and so on: a
//! subgame-perfect equilibrium. Where several are equally good, the first is followed and the tie is said.

use crate::strategic::{self, Profile};
use crate::{Game, GameError, NodeId, Number, mixed};
use num_traits::{One, Zero};
use std::collections::BTreeMap;

/// A subgame-perfect equilibrium.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// How likely each action of each information set is taken (chance's included), as in [`Game::infosets`].
    pub behaviour: Vec<Vec<Number>>,
    /// What each player expects at each node, the payments on the way to it not counted.
    pub values: Vec<Vec<Number>>,
    /// Nodes at which another action (or another equilibrium of the subgame there) is as good for who moves.
    pub ties: Vec<NodeId>,
    /// Whether every player's every move is a sure one.
    pub is_pure: bool,
}

impl Solution {
    /// The nodes from the root to the end where all moves are sure; it stops where one is not.
    pub fn path(&self, game: &Game) -> Vec<NodeId> {
        let mut path = vec![0];
        while let Some(node) = path.last().and_then(|&n| game.nodes.get(n)) {
            let sure = node.infoset.and_then(|i| self.behaviour[i].iter().position(One::is_one));
            match sure.and_then(|action| node.children.get(action)) {
                Some(&next) => path.push(next),
                None => break,
            }
        }
        path
    }

    /// How likely each end of the game is reached.
    pub fn reach(&self, game: &Game) -> BTreeMap<NodeId, Number> {
        let mut likely = vec![Number::zero(); game.nodes.len()];
        likely[0] = Number::one();
        let mut ends = BTreeMap::new();
        for (id, node) in game.nodes.iter().enumerate() {
            let here = likely[id].clone();
            if here.is_zero() {
                continue;
            }
            match node.infoset {
                None => drop(ends.insert(id, here)),
                Some(i) => {
                    node.children.iter().zip(&self.behaviour[i]).for_each(|(&c, p)| likely[c] = &here * p)
                }
            }
        }
        ends
    }
}

/// The first subgame-perfect equilibrium, with its ties.
///
/// Errors: the game is none ([`Game::check`]), or a subgame with hidden moves is too large, or has more than two players
/// and no equilibrium in pure strategies.
pub fn solve(game: &Game) -> Result<Solution, GameError> {
    game.check()?;
    let mut s = Solution {
        behaviour: game.infosets.iter().map(|i| vec![Number::zero(); i.branches.len()]).collect(),
        values: vec![Vec::new(); game.nodes.len()],
        ties: Vec::new(),
        is_pure: true,
    };
    for (i, infoset) in game.infosets.iter().enumerate() {
        if infoset.player.is_none() {
            s.behaviour[i] =
                infoset.branches.iter().map(|b| b.probability.clone().unwrap_or_default()).collect();
        }
    }
    let mut met = vec![0usize; game.infosets.len()];
    game.nodes.iter().filter_map(|n| n.infoset).for_each(|i| met[i] += 1);
    let roots = game.subgames();
    for id in (0..game.nodes.len()).rev() {
        let Some(i) = game.nodes[id].infoset else {
            s.values[id] = game.paid(id);
            continue;
        };
        let known = game.nodes[id].children.iter().all(|&c| !s.values[c].is_empty());
        match game.infosets[i].player {
            None if known => s.values[id] = expected(game, &s, id),
            Some(player) if known && met[i] == 1 => best(game, &mut s, id, player),
            // Hidden moves: nothing is known here until the subgame around it is solved as a whole.
            _ if roots.contains(&id) => together(game, &mut s, id)?,
            _ => {}
        }
    }
    s.ties.sort_unstable();
    Ok(s)
}

/// What is expected at a node, from its children's values and how likely they are reached.
fn expected(game: &Game, s: &Solution, id: NodeId) -> Vec<Number> {
    let mut value = game.paid(id);
    let Some(i) = game.nodes[id].infoset else { return value };
    for (&child, p) in game.nodes[id].children.iter().zip(&s.behaviour[i]) {
        value.iter_mut().zip(&s.values[child]).for_each(|(v, c)| *v += p * c);
    }
    value
}

/// The player takes the best action, the first of equals.
fn best(game: &Game, s: &mut Solution, id: NodeId, player: usize) {
    let Some(i) = game.nodes[id].infoset else { return };
    let values: Vec<&Number> = game.nodes[id].children.iter().map(|&c| &s.values[c][player]).collect();
    let Some(top) = values.iter().copied().max().cloned() else { return };
    let chosen = values.iter().position(|v| **v == top).unwrap_or(0);
    if values.iter().filter(|v| ***v == top).count() > 1 {
        s.ties.push(id);
    }
    s.behaviour[i][chosen] = Number::one();
    s.values[id] = expected(game, s, id);
}

/// The subgame at `root` is solved as a whole; subgames within it, which are solved, are ends with their values.
fn together(game: &Game, s: &mut Solution, root: NodeId) -> Result<(), GameError> {
    let (part, infosets, nodes) = cut(game, s, root);
    let form = strategic::form(&part)?;
    let pure = strategic::pure(&form);
    let (found, profiles): (usize, Option<Vec<Vec<Number>>>) = match pure.first() {
        Some(first) => (pure.len(), Some(sure(&form, first))),
        None if part.players.len() == 2 => {
            let mixed = mixed::extreme(&form)?;
            (mixed.len(), mixed.into_iter().next().map(|e| e.strategies))
        }
        None => (0, None),
    };
    let Some(profile) = profiles else {
        return Err(GameError(format!(
            "the subgame at node {root} has hidden moves, {} players and no equilibrium in pure strategies; mixed ones are found for two players only",
            part.players.len()
        )));
    };
    if found > 1 {
        s.ties.push(root);
    }
    let behaviour = strategic::behaviour(&part, &form, &profile);
    for (inner, &outer) in infosets.iter().enumerate() {
        if part.infosets[inner].player.is_some() {
            s.is_pure &= behaviour[inner].iter().all(|p| p.is_zero() || p.is_one());
            s.behaviour[outer] = behaviour[inner].clone();
        }
    }
    for &id in nodes.iter().rev() {
        if s.values[id].is_empty() {
            s.values[id] = expected(game, s, id);
        }
    }
    Ok(())
}

fn sure(form: &strategic::Form, profile: &Profile) -> Vec<Vec<Number>> {
    let one =
        |n: usize, k: usize| (0..n).map(|i| if i == k { Number::one() } else { Number::zero() }).collect();
    form.strategies.iter().zip(profile).map(|(s, &k)| one(s.len(), k)).collect()
}

/// The subgame at `root` as a game of its own, with where its information sets and nodes come from.
fn cut(game: &Game, s: &Solution, root: NodeId) -> (Game, Vec<usize>, Vec<NodeId>) {
    let mut part = Game { players: game.players.clone(), ..Game::default() };
    let (mut infosets, mut nodes): (Vec<usize>, Vec<NodeId>) = (Vec::new(), Vec::new());
    let mut open = vec![(root, None)];
    while let Some((id, parent)) = open.pop() {
        let inner = part.nodes.len();
        if let Some(p) = parent {
            let parent: &mut crate::Node = &mut part.nodes[p];
            parent.children.push(inner);
        }
        nodes.push(id);
        let mut node = crate::Node { outcome: Some(inner), ..crate::Node::default() };
        let solved = !s.values[id].is_empty();
        let payoffs = if solved { s.values[id].clone() } else { game.paid(id) };
        part.outcomes.push(crate::Outcome { name: String::new(), payoffs });
        if let Some(i) = game.nodes[id].infoset.filter(|_| !solved) {
            let at = infosets.iter().position(|k| *k == i).unwrap_or_else(|| {
                infosets.push(i);
                part.infosets.push(game.infosets[i].clone());
                infosets.len() - 1
            });
            node.infoset = Some(at);
            open.extend(game.nodes[id].children.iter().rev().map(|&c| (c, Some(inner))));
        }
        part.nodes.push(node);
    }
    (part, infosets, nodes)
}
