//! The game and what must hold of it.

use crate::Number;
use num_traits::{One, Zero};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Index of a node in [`Game::nodes`]; the root is 0 and children come after their parents (prefix order).
pub type NodeId = usize;

/// An extensive-form game (Kuhn 1953).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Game {
    /// What the game is called.
    pub title: String,
    /// Anything else that a reader should know; whose payoffs these are, say.
    pub comment: String,
    /// Names of the players.
    pub players: Vec<String>,
    /// The tree, in prefix order.
    pub nodes: Vec<Node>,
    /// Information sets of players and of chance; each belongs to one mover.
    pub infosets: Vec<Infoset>,
    /// Outcomes, which several nodes may share.
    pub outcomes: Vec<Outcome>,
}

/// A node of the tree. One without branches ends the game.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// What it is called; may be empty.
    pub name: String,
    /// The information set that it belongs to; `None` at the end.
    pub infoset: Option<usize>,
    /// The nodes that its actions lead to, in the order of the information set's actions.
    pub children: Vec<NodeId>,
    /// What is paid here, on top of what was paid on the way.
    pub outcome: Option<usize>,
}

/// Nodes that whoever moves cannot tell apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Infoset {
    /// Index of the player; `None` for chance.
    pub player: Option<usize>,
    /// What it is called; may be empty.
    pub name: String,
    /// What can be done there.
    pub branches: Vec<Branch>,
}

/// One action of an information set.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// What it is called.
    pub name: String,
    /// How likely chance takes it; `None` for a player's.
    pub probability: Option<Number>,
}

/// What the players get.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it is called.
    pub name: String,
    /// One payoff a player.
    pub payoffs: Vec<Number>,
}

/// Why something is no game, or is no game that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GameError(pub(crate) String);

impl fmt::Display for GameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for GameError {}

impl Game {
    /// What is wrong with the game; the first finding.
    ///
    /// Checks that the nodes are one tree in prefix order, that every node has as many children as its information
    /// set has actions, that payoffs are one a player, that chance's probabilities are none negative and sum to 1,
    /// that no play meets an information set twice, and that no player forgets what it did (perfect recall).
    pub fn check(&self) -> Result<(), GameError> {
        let wrong = |message: String| Err(GameError(message));
        if self.nodes.is_empty() {
            return wrong("a game has at least one node".to_owned());
        }
        for outcome in &self.outcomes {
            if outcome.payoffs.len() != self.players.len() {
                return wrong(format!(
                    "outcome “{}” has {} payoffs for {} players",
                    outcome.name,
                    outcome.payoffs.len(),
                    self.players.len()
                ));
            }
        }
        for infoset in &self.infosets {
            self.check_infoset(infoset)?;
        }
        let mut seen = BTreeSet::from([0]);
        for (id, node) in self.nodes.iter().enumerate() {
            let actions = match node.infoset {
                None => 0,
                Some(i) => match self.infosets.get(i) {
                    Some(infoset) => infoset.branches.len(),
                    None => {
                        return wrong(format!("node {id} belongs to an information set that does not exist"));
                    }
                },
            };
            if node.children.len() != actions || (node.infoset.is_some() && actions == 0) {
                return wrong(format!(
                    "node {id} has {} children for {actions} actions",
                    node.children.len()
                ));
            }
            if node.outcome.is_some_and(|o| o >= self.outcomes.len()) {
                return wrong(format!("node {id} has an outcome that does not exist"));
            }
            for &child in &node.children {
                if child <= id || child >= self.nodes.len() || !seen.insert(child) {
                    return wrong(format!("node {child} is not the child of one node before it"));
                }
            }
        }
        if seen.len() != self.nodes.len() {
            return wrong("there are nodes that no play reaches".to_owned());
        }
        let (mut open, mut next) = (vec![0], 0);
        while let Some(id) = open.pop() {
            if id != next {
                return wrong(format!(
                    "node {id} stands before node {next}, whose turn it is: no prefix order"
                ));
            }
            next += 1;
            open.extend(self.nodes[id].children.iter().rev());
        }
        self.recall()
    }

    fn check_infoset(&self, infoset: &Infoset) -> Result<(), GameError> {
        let name = &infoset.name;
        match infoset.player {
            Some(p) if p >= self.players.len() => {
                Err(GameError(format!("information set “{name}” belongs to no player")))
            }
            Some(_) => Ok(()),
            None => {
                let mut sum = Number::zero();
                for branch in &infoset.branches {
                    match &branch.probability {
                        Some(p) if *p >= Number::zero() => sum += p,
                        _ => {
                            return Err(GameError(format!(
                                "chance has no probability of “{}” in “{name}”",
                                branch.name
                            )));
                        }
                    }
                }
                match sum.is_one() {
                    true => Ok(()),
                    false => Err(GameError(format!("the probabilities of “{name}” sum to {sum}, not to 1"))),
                }
            }
        }
    }

    /// Perfect recall: all nodes of an information set have the same own moves behind them.
    fn recall(&self) -> Result<(), GameError> {
        let mut behind: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        let mut open = vec![(0, vec![Vec::new(); self.players.len()])];
        while let Some((id, history)) = open.pop() {
            let Some(node) = self.nodes.get(id) else { continue };
            let Some(i) = node.infoset else { continue };
            let player = self.infosets.get(i).and_then(|set| set.player);
            if let Some(own) = player.and_then(|p| history.get(p))
                && behind.entry(i).or_insert_with(|| own.clone()) != own
            {
                let name = &self.infosets[i].name;
                return Err(GameError(format!(
                    "in information set “{name}” the player would know by its own moves where it is: \
                     no perfect recall"
                )));
            }
            for (action, &child) in node.children.iter().enumerate() {
                let mut history: Vec<Vec<(usize, usize)>> = history.clone();
                if let Some(own) = player.and_then(|p| history.get_mut(p)) {
                    own.push((i, action));
                }
                open.push((child, history));
            }
        }
        Ok(())
    }

    /// The player who moves at a node; `None` for chance and at the end.
    pub fn player(&self, node: NodeId) -> Option<usize> {
        self.nodes.get(node)?.infoset.and_then(|i| self.infosets.get(i)?.player)
    }

    /// What is paid at a node itself; zeros where nothing is.
    pub fn paid(&self, node: NodeId) -> Vec<Number> {
        let outcome = self.nodes.get(node).and_then(|n| n.outcome).and_then(|o| self.outcomes.get(o));
        outcome.map_or_else(|| vec![Number::zero(); self.players.len()], |o| o.payoffs.clone())
    }

    /// The nodes at which the game ends, in order.
    pub fn ends(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.nodes.iter().enumerate().filter(|(_, n)| n.infoset.is_none()).map(|(id, _)| id)
    }

    /// Whether everybody sees everything: every information set of a player has one node.
    pub fn is_perfect_information(&self) -> bool {
        let mut met = BTreeSet::new();
        self.nodes
            .iter()
            .filter_map(|n| n.infoset)
            .all(|i| self.infosets[i].player.is_none() || met.insert(i))
    }

    /// The roots of proper subgames and of the game itself, those deeper in the tree first: nodes below which every
    /// information set of a player that is met lies wholly (Selten 1965).
    pub fn subgames(&self) -> Vec<NodeId> {
        let mut last = vec![0; self.nodes.len()];
        for id in (0..self.nodes.len()).rev() {
            last[id] = self.nodes[id].children.iter().map(|c| last[*c]).max().unwrap_or(id);
        }
        // First and last node of every information set of a player, in prefix order.
        let mut reach: BTreeMap<usize, (NodeId, NodeId)> = BTreeMap::new();
        for (id, node) in self.nodes.iter().enumerate() {
            if let Some(i) = node.infoset.filter(|i| self.infosets[*i].player.is_some()) {
                reach.entry(i).and_modify(|r| r.1 = id).or_insert((id, id));
            }
        }
        let closed = |root: NodeId| {
            (root..=last[root]).filter_map(|n| self.nodes[n].infoset).all(|i| match reach.get(&i) {
                Some(&(first, end)) => first >= root && end <= last[root],
                None => true,
            })
        };
        (0..self.nodes.len()).rev().filter(|&n| self.nodes[n].infoset.is_some() && closed(n)).collect()
    }
}
