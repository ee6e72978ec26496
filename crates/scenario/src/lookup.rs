//! Which clauses an act can answer, without comparing it with every one.
//!
//! An act can answer a clause only where somebody who does the one stands for somebody who does the other, or where one of
//! them names nobody. The clauses are kept by those who act in them; for an act, only those of its doers, of who speaks for
//! them, of the wholes they are part of and of the parts of them are compared.

use demarche_act::{Act, Match, Sense, World, answers_sensed, receives, sense};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// Clauses, ready to be asked.
pub struct Lookup {
    // What a clause comes to is made out when it is first asked: most never are.
    clauses: Vec<(Act, OnceCell<Sense>)>,
    by_actor: BTreeMap<String, Vec<usize>>,
    by_nobody: Vec<usize>,
}

impl Lookup {
    /// Makes the clauses ready; they are called by their places.
    pub fn new(clauses: Vec<Act>, world: &World) -> Self {
        let mut lookup = Lookup { clauses: Vec::new(), by_actor: BTreeMap::new(), by_nobody: Vec::new() };
        for (place, clause) in clauses.into_iter().enumerate() {
            // Who a clause is done to may be who does it, seen from the other side ("receives"): kept under both.
            let everybody: BTreeSet<&String> = clause.actors.iter().chain(&clause.targets).collect();
            for actor in everybody {
                lookup.by_actor.entry(actor.clone()).or_default().push(place);
            }
            // So is what somebody receives of whom it is not said: anybody may give it.
            if clause.actors.is_empty() || clause.targets.is_empty() && receives(&clause, world) {
                lookup.by_nobody.push(place);
            }
            lookup.clauses.push((clause, OnceCell::new()));
        }
        lookup
    }

    fn sense(&self, place: usize, world: &World) -> &Sense {
        let (clause, known) = &self.clauses[place];
        known.get_or_init(|| sense(clause, world))
    }

    /// The clauses that the act answers, by place, with how.
    pub fn answered(&self, act: &Act, near: &Near, world: &World) -> Vec<(usize, Match)> {
        let mut places: BTreeSet<usize> = self.by_nobody.iter().copied().collect();
        let everybody: BTreeSet<&String> = act.actors.iter().chain(&act.targets).collect();
        if act.actors.is_empty() {
            places.extend(0..self.clauses.len());
        }
        for actor in everybody.into_iter().flat_map(|a| near.of(a)) {
            places.extend(self.by_actor.get(actor).into_iter().flatten());
        }
        let done = sense(act, world);
        places
            .into_iter()
            .filter_map(|p| answers_sensed(self.sense(p, world), &done, world).map(|m| (p, m)))
            .collect()
    }
}

/// Who may stand for whom: for every actor itself, whom it speaks for and who speaks for it, its wholes and its parts, and
/// the same of those it speaks for.
pub struct Near {
    of: BTreeMap<String, Vec<String>>,
}

impl Near {
    /// Gathers the world's facts.
    pub fn new(world: &World) -> Self {
        let mut pairs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (a, b) in world.part_of.iter().chain(&world.speaks_for) {
            pairs.entry(a).or_default().insert(b);
            pairs.entry(b).or_default().insert(a);
        }
        let spoken: BTreeSet<&str> =
            world.speaks_for.iter().flat_map(|(a, b)| [a.as_str(), b.as_str()]).collect();
        let none = BTreeSet::new();
        let mut of = BTreeMap::new();
        for (&actor, near) in &pairs {
            let mut all: BTreeSet<&str> = near.iter().copied().chain([actor]).collect();
            // A person acts for a state that is a member, or another person does: two more steps, through offices only.
            for step in near.iter().filter(|n| spoken.contains(*n)) {
                let further = pairs.get(step).unwrap_or(&none);
                all.extend(further);
                for end in further.iter().filter(|n| spoken.contains(*n)) {
                    all.extend(pairs.get(end).unwrap_or(&none).iter().filter(|n| spoken.contains(*n)));
                }
            }
            of.insert(actor.to_owned(), all.into_iter().map(str::to_owned).collect());
        }
        Near { of }
    }

    /// Everybody who may stand for `actor`, itself among them.
    pub fn of<'a>(&'a self, actor: &'a String) -> impl Iterator<Item = &'a String> {
        let known = self.of.get(actor);
        known.into_iter().flatten().chain(known.is_none().then_some(actor))
    }
}
