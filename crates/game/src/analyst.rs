//! What an analyst asks of a solution: is a threat credible, and how much must a payoff change to change what happens?
//!
//! A threat is credible where carrying it out is best for the one who threatens once it comes to that (Schelling 1960;
//! Selten 1965). How much a payoff may change is found exactly: along one payoff, every comparison that backward induction
//! makes is linear, so that it is followed from root to root until the outcome is another.

use crate::backward::Solution;
use crate::{Game, GameError, NodeId, Number};
use num_traits::{One, Signed, Zero};
use std::collections::BTreeMap;

/// Whether an action would be taken where it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Credibility {
    /// Whether the player would take it: nothing else is better for it there.
    pub credible: bool,
    /// What the player gains by it over the best of the other actions there; negative: what it costs.
    pub gain: Number,
}

/// Whether whoever moves at `node` would take `action`. `None` where that is no player's move or there is nothing else.
pub fn credibility(game: &Game, solution: &Solution, node: NodeId, action: usize) -> Option<Credibility> {
    let player = game.player(node)?;
    let children = &game.nodes.get(node)?.children;
    let value = |child: &NodeId| solution.values.get(*child).and_then(|v| v.get(player)).cloned();
    let taken = children.get(action).and_then(value)?;
    let others = children.iter().enumerate().filter(|(k, _)| *k != action);
    let best = others.filter_map(|(_, c)| value(c)).max()?;
    let gain = taken - best;
    Some(Credibility { credible: !gain.is_negative(), gain })
}

/// Between which values one payoff may lie so that what happens stays the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// Index of the outcome.
    pub outcome: usize,
    /// Index of the player.
    pub player: usize,
    /// What the payoff is.
    pub payoff: Number,
    /// Below this, something else happens; `None`: however low.
    pub low: Option<Number>,
    /// Above this, something else happens; `None`: however high.
    pub high: Option<Number>,
}

/// The margin of every payoff of every outcome, in order. Error: moves are hidden, so that no comparison is linear.
pub fn margins(game: &Game) -> Result<Vec<Margin>, GameError> {
    game.check()?;
    if !game.is_perfect_information() {
        return Err(GameError("how much a payoff may change is found where every move is seen".to_owned()));
    }
    let mut out = Vec::new();
    for (outcome, o) in game.outcomes.iter().enumerate() {
        for (player, payoff) in o.payoffs.iter().enumerate() {
            let side = |up: bool| Walk { game, outcome, player, up }.to_change(payoff);
            out.push(Margin { outcome, player, payoff: payoff.clone(), low: side(false), high: side(true) });
        }
    }
    Ok(out)
}

/// `a + b x` of the payoff x that is looked at.
type Line = (Number, Number);

struct Walk<'a> {
    game: &'a Game,
    outcome: usize,
    player: usize,
    up: bool,
}

/// What backward induction does at one value of the payoff.
struct Step {
    reach: BTreeMap<NodeId, Number>,
    /// Where the comparisons that were made turn over.
    turns: Vec<Number>,
}

impl Walk<'_> {
    /// The value past which something else happens.
    fn to_change(&self, from: &Number) -> Option<Number> {
        let usual = self.step(from, false).reach;
        let mut at = from.clone();
        loop {
            let step = self.step(&at, true);
            if step.reach != usual {
                return Some(at);
            }
            let next = step.turns.into_iter().filter(|t| if self.up { *t > at } else { *t < at });
            at = if self.up { next.min()? } else { next.max()? };
        }
    }

    /// Backward induction with the payoff at `x`, or (`past`) the least bit past it.
    fn step(&self, x: &Number, past: bool) -> Step {
        let game = self.game;
        let (mut values, mut turns) = (vec![Vec::new(); game.nodes.len()], Vec::new());
        let mut chosen = vec![0; game.nodes.len()];
        for id in (0..game.nodes.len()).rev() {
            let node = &game.nodes[id];
            let mut here: Vec<Line> = game.paid(id).into_iter().map(|p| (p, Number::zero())).collect();
            if node.outcome == Some(self.outcome) {
                here[self.player] = (Number::zero(), Number::one());
            }
            if let Some(i) = node.infoset {
                let weights: Vec<Number> = match game.infosets[i].player {
                    None => game.infosets[i]
                        .branches
                        .iter()
                        .map(|b| b.probability.clone().unwrap_or_default())
                        .collect(),
                    Some(p) => {
                        let lines: Vec<&Line> =
                            node.children.iter().map(|&c: &NodeId| &values[c][p]).collect();
                        chosen[id] = self.best(&lines, x, past, &mut turns);
                        (0..lines.len())
                            .map(|k| if k == chosen[id] { Number::one() } else { Number::zero() })
                            .collect()
                    }
                };
                for (&child, w) in node.children.iter().zip(&weights) {
                    if !w.is_zero() {
                        let below: &Vec<Line> = &values[child];
                        here.iter_mut().zip(below).for_each(|(h, v)| *h = (&h.0 + w * &v.0, &h.1 + w * &v.1));
                    }
                }
            }
            values[id] = here;
        }
        Step { reach: self.reach(&chosen), turns }
    }

    /// The first of the best lines at `x`; notes where it meets the others.
    fn best(&self, lines: &[&Line], x: &Number, past: bool, turns: &mut Vec<Number>) -> usize {
        let slope = |l: &Line| match (past, self.up) {
            (false, _) => Number::zero(),
            (true, true) => l.1.clone(),
            (true, false) => -l.1.clone(),
        };
        let key = |l: &Line| (&l.0 + &l.1 * x, slope(l));
        let mut best = 0;
        for k in 1..lines.len() {
            if key(lines[k]) > key(lines[best]) {
                best = k;
            }
        }
        let (a, b) = lines[best];
        turns.extend(lines.iter().filter(|l| l.1 != *b).map(|l| (&l.0 - a) / (b - &l.1)));
        best
    }

    fn reach(&self, chosen: &[usize]) -> BTreeMap<NodeId, Number> {
        let (mut ends, mut open) = (BTreeMap::new(), vec![(0, Number::one())]);
        while let Some((id, likely)) = open.pop() {
            let node = &self.game.nodes[id];
            match node.infoset.map(|i| &self.game.infosets[i]) {
                None => drop(ends.insert(id, likely)),
                Some(set) if set.player.is_some() => open.push((node.children[chosen[id]], likely)),
                Some(set) => {
                    for (&child, b) in node.children.iter().zip(&set.branches) {
                        let p = b.probability.clone().unwrap_or_default();
                        if !p.is_zero() {
                            open.push((child, &likely * p));
                        }
                    }
                }
            }
        }
        ends
    }
}
