//! The reduced strategic form and its pure equilibria (Nash 1951).
//!
//! A reduced strategy says what a player does wherever its own earlier moves let it come; where they do not, it says
//! nothing (von Stengel 1996). The table has one row of payoffs a profile, so that it is bounded: see [`MOST_PROFILES`].

use crate::{Game, GameError, Number};
use num_traits::{One, Zero};

/// The most profiles of strategies that a table is made for.
pub const MOST_PROFILES: usize = 200_000;

/// One strategy a player: what it does at each information set of the game, where it can come there.
pub type Strategy = Vec<Option<usize>>;

/// Which strategy each player takes.
pub type Profile = Vec<usize>;

/// A game as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The reduced strategies of each player.
    pub strategies: Vec<Vec<Strategy>>,
    /// One payoff a player for each profile; the last player's strategy turns fastest.
    pub payoffs: Vec<Vec<Number>>,
}

impl Form {
    /// Where the payoffs of a profile stand.
    pub fn index(&self, profile: &[usize]) -> usize {
        self.strategies.iter().zip(profile).fold(0, |at, (s, k)| at * s.len() + k)
    }

    /// The profile whose payoffs stand at `index`.
    pub fn profile(&self, mut index: usize) -> Profile {
        let mut profile: Profile = vec![0; self.strategies.len()];
        for (k, s) in self.strategies.iter().enumerate().rev() {
            profile[k] = index % s.len();
            index /= s.len();
        }
        profile
    }
}

/// The reduced strategic form. Error: it would have more than [`MOST_PROFILES`] profiles.
pub fn form(game: &Game) -> Result<Form, GameError> {
    let tree = OwnMoves::of(game);
    let mut strategies = Vec::new();
    let mut profiles = 1usize;
    for player in 0..game.players.len() {
        let own = tree.strategies(game, &tree.first[player], MOST_PROFILES)?;
        profiles = profiles.saturating_mul(own.len());
        if profiles > MOST_PROFILES {
            return Err(too_large());
        }
        strategies.push(own);
    }
    let mut form = Form { strategies, payoffs: Vec::with_capacity(profiles) };
    for index in 0..profiles {
        let profile = form.profile(index);
        form.payoffs.push(payoffs(game, &form, &profile));
    }
    Ok(form)
}

fn too_large() -> GameError {
    GameError(format!(
        "the game has more than {MOST_PROFILES} profiles of strategies; it is not solved as a table"
    ))
}

/// For each information set and action, the player's next information sets; perfect recall makes this a tree.
struct OwnMoves {
    first: Vec<Vec<usize>>,
    next: Vec<Vec<Vec<usize>>>,
}

impl OwnMoves {
    fn of(game: &Game) -> Self {
        let mut own = OwnMoves {
            first: vec![Vec::new(); game.players.len()],
            next: game.infosets.iter().map(|i| vec![Vec::new(); i.branches.len()]).collect(),
        };
        let mut open = vec![(0, vec![None; game.players.len()])];
        while let Some((id, last)) = open.pop() {
            let Some(i) = game.nodes[id].infoset else { continue };
            let player = game.infosets[i].player;
            if let Some(p) = player {
                let list = match last[p] {
                    None => &mut own.first[p],
                    Some((k, a)) => {
                        let actions: &mut Vec<Vec<usize>> = &mut own.next[k];
                        &mut actions[a]
                    }
                };
                if !list.contains(&i) {
                    list.push(i);
                }
            }
            for (action, &child) in game.nodes[id].children.iter().enumerate() {
                let mut last: Vec<Option<(usize, usize)>> = last.clone();
                if let Some(p) = player {
                    last[p] = Some((i, action));
                }
                open.push((child, last));
            }
        }
        own.first.iter_mut().for_each(|l| l.sort_unstable());
        own.next.iter_mut().flatten().for_each(|l| l.sort_unstable());
        own
    }

    /// All ways to move at the given information sets and at those that follow.
    fn strategies(&self, game: &Game, infosets: &[usize], most: usize) -> Result<Vec<Strategy>, GameError> {
        let mut all = vec![vec![None; game.infosets.len()]];
        for &i in infosets {
            let mut here: Vec<Strategy> = Vec::new();
            for (action, next) in self.next[i].iter().enumerate() {
                for mut strategy in self.strategies(game, next, most)? {
                    strategy[i] = Some(action);
                    here.push(strategy);
                }
            }
            if all.len().saturating_mul(here.len()) > most {
                return Err(too_large());
            }
            let both =
                |a: &Strategy, b: &Strategy| a.iter().zip(b).map(|(x, y)| x.or(*y)).collect::<Strategy>();
            all = all.iter().flat_map(|a| here.iter().map(move |b| both(a, b))).collect();
        }
        Ok(all)
    }
}

fn payoffs(game: &Game, form: &Form, profile: &[usize]) -> Vec<Number> {
    let mut sum = vec![Number::zero(); game.players.len()];
    let mut open = vec![(0, Number::one())];
    while let Some((id, likely)) = open.pop() {
        let node = &game.nodes[id];
        if node.outcome.is_some() {
            sum.iter_mut().zip(game.paid(id)).for_each(|(s, p)| *s += &likely * p);
        }
        let Some(i) = node.infoset else { continue };
        match game.infosets[i].player {
            Some(p) => {
                let action = form.strategies[p][profile[p]][i].unwrap_or(0);
                open.push((node.children[action], likely));
            }
            None => {
                for (&child, branch) in node.children.iter().zip(&game.infosets[i].branches) {
                    let p = branch.probability.clone().unwrap_or_default();
                    open.push((child, &likely * p));
                }
            }
        }
    }
    sum
}

/// The profiles from which no player gains by another strategy, in order.
pub fn pure(form: &Form) -> Vec<Profile> {
    let stable = |profile: &Profile| {
        let here = &form.payoffs[form.index(profile)];
        (0..profile.len()).all(|p| {
            (0..form.strategies[p].len()).all(|k| {
                let mut other = profile.clone();
                other[p] = k;
                form.payoffs[form.index(&other)][p] <= here[p]
            })
        })
    };
    (0..form.payoffs.len()).map(|index| form.profile(index)).filter(stable).collect()
}

/// How likely each action is taken at each information set, where players mix their strategies as given (Kuhn 1953).
///
/// Where a player's own moves never let it come, its first action stands.
pub fn behaviour(game: &Game, form: &Form, mixed: &[Vec<Number>]) -> Vec<Vec<Number>> {
    let of = |(i, infoset): (usize, &crate::Infoset)| {
        let Some(player) = infoset.player else {
            return infoset.branches.iter().map(|b| b.probability.clone().unwrap_or_default()).collect();
        };
        let mut weights = vec![Number::zero(); infoset.branches.len()];
        for (strategy, weight) in form.strategies[player].iter().zip(&mixed[player]) {
            if let Some(action) = strategy[i] {
                weights[action] += weight;
            }
        }
        let sum: Number = weights.iter().cloned().fold(Number::zero(), |a, b| a + b);
        if sum.is_zero() {
            weights[0] = Number::one();
            return weights;
        }
        weights.into_iter().map(|w| w / &sum).collect::<Vec<Number>>()
    };
    game.infosets.iter().enumerate().map(of).collect()
}
