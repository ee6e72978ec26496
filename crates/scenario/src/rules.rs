//! The rules, and their fixed point.
//!
//! The engine is [ascent](https://docs.rs/ascent) (Sahebolamri, Gilray and Micinski 2022): Datalog with lattices, so that
//! each fact keeps the surest of the ways in which it follows. An act is a number: the assumed ones first, then the act that
//! each commitment makes due. How sure something is: how sure the act is, times how well it answers the clause, times how
//! sure the reading of the commitment is, in millionths; a chain is never surer than any of its steps, so that cycles end.

use crate::lookup::{Lookup, Near};
use crate::model::{Assumed, Commitment, Model};
use ascent::ascent_run;
use demarche_act::{Act, World};
use std::collections::BTreeMap;

/// How sure, in millionths.
pub type Sure = u32;

/// Below this, a chain is followed no further.
pub const LEAST: Sure = 100_000;

/// Which clause of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The condition is met.
    If,
    /// The condition is excluded.
    NotIf,
    /// What was to follow, or what is demanded, is done.
    Due,
    /// It is not done, or refused.
    NotDue,
    /// A path of a choice is taken (which one).
    Option(usize),
}

/// An act answers a clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The act's number.
    pub act: usize,
    /// Place of the commitment in the model.
    pub commitment: usize,
    /// Which clause of it.
    pub part: Part,
    /// How sure the answer alone is.
    pub sure: Sure,
    /// Why.
    pub why: String,
}

/// Everything that follows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closure {
    /// How sure each act is, the assumed ones among them.
    pub done: BTreeMap<usize, Sure>,
    /// How sure each commitment fires.
    pub fires: BTreeMap<usize, Sure>,
    /// Every answer of every act that is done, sorted.
    pub edges: Vec<Edge>,
}

/// The acts of the model and of the question, by number.
pub struct Acts {
    /// How many are assumed.
    pub assumed: usize,
    all: Vec<Option<Act>>,
}

impl Acts {
    /// The assumed acts, then for each commitment what it makes due.
    pub fn new(model: &Model, assumed: &[Assumed]) -> Self {
        let due = model.commitments.iter().map(|c| c.then.as_ref().map(|then| filled(then, c)));
        Acts { assumed: assumed.len(), all: assumed.iter().map(|a| Some(a.act.clone())).chain(due).collect() }
    }

    /// The act of that number.
    pub fn get(&self, number: usize) -> Option<&Act> {
        self.all.get(number)?.as_ref()
    }

    /// The number of what the commitment at `place` makes due.
    pub fn due(&self, place: usize) -> usize {
        self.assumed + place
    }

    /// The place of the commitment that makes the act due; `None` for an assumed one.
    pub fn maker(&self, number: usize) -> Option<usize> {
        number.checked_sub(self.assumed)
    }
}

/// An act that is to follow, with its doer: a threat, promise or offer that names none is done by who makes it, unless the
/// act is done to them.
fn filled(then: &Act, c: &Commitment) -> Act {
    use demarche_record::CommitmentKind::{Offer, Promise, Threat};
    let mut act = then.clone();
    if act.actors.is_empty() && matches!(c.kind, Offer | Promise | Threat) {
        act.actors = c.by.iter().filter(|b| !act.targets.contains(b)).cloned().collect();
    }
    act
}

/// How sure, as the rules count it.
pub(crate) fn millionths(sure: f64) -> Sure {
    // 0 to 1 by contract; anything else is cut to that.
    (sure.clamp(0.0, 1.0) * 1e6).round() as Sure
}

/// How sure both are together, were they independent.
pub(crate) fn times(a: Sure, b: Sure) -> Sure {
    (u64::from(a) * u64::from(b) / 1_000_000) as Sure
}

/// Every clause that an act may answer, ready to be asked.
pub struct Clauses {
    lookup: Lookup,
    parts: Vec<(usize, Part)>,
    near: Near,
}

impl Clauses {
    /// Makes the model's clauses ready. A condition that is asked as not done has its denial beside it, and so on.
    pub fn new(model: &Model, world: &World) -> Self {
        let (mut acts, mut parts): (Vec<Act>, Vec<(usize, Part)>) = (Vec::new(), Vec::new());
        let mut put = |act: Act, place: usize, part: Part| {
            acts.push(act);
            parts.push((place, part));
        };
        for (place, c) in model.commitments.iter().enumerate().filter(|(_, c)| c.is_alive()) {
            if let Some(act) = model.condition(place, world) {
                put(act.not(), place, Part::NotIf);
                put(act, place, Part::If);
            }
            let due = c.then.as_ref().map(|t| filled(t, c)).or_else(|| {
                let mut what = c.what.clone()?;
                if what.actors.is_empty() {
                    what.actors.clone_from(&c.towards);
                }
                Some(what)
            });
            if let Some(act) = due {
                put(act.not(), place, Part::NotDue);
                put(act, place, Part::Due);
            }
            for (k, option) in c.options.iter().enumerate() {
                put(option.clone(), place, Part::Option(k));
            }
        }
        Clauses { lookup: Lookup::new(acts, world), parts, near: Near::new(world) }
    }

    /// The clauses that an act answers, and how.
    pub fn answered(&self, number: usize, act: &Act, world: &World) -> Vec<Edge> {
        let found = self.lookup.answered(act, &self.near, world).into_iter();
        let edge = |(place, m): (usize, demarche_act::Match)| {
            let (commitment, part) = self.parts[place];
            Edge { act: number, commitment, part, sure: millionths(m.sure), why: m.why }
        };
        let edges: Vec<Edge> = found.map(edge).filter(|e| e.sure > 0).collect();
        // Read from one side an act may answer a clause, from another its denial: the surer holds, the clause of equals.
        let mut best: BTreeMap<(usize, Part), Sure> = BTreeMap::new();
        for e in &edges {
            let known = best.entry((e.commitment, e.part)).or_default();
            *known = e.sure.max(*known);
        }
        let surest = |c: usize, part: Part| best.get(&(c, part)).copied().unwrap_or(0);
        let holds = |e: &&Edge| match e.part {
            Part::If => e.sure >= surest(e.commitment, Part::NotIf),
            Part::NotIf => e.sure > surest(e.commitment, Part::If),
            Part::Due => e.sure >= surest(e.commitment, Part::NotDue),
            Part::NotDue => e.sure > surest(e.commitment, Part::Due),
            Part::Option(_) => true,
        };
        edges.iter().filter(holds).cloned().collect()
    }
}

/// Everything that follows from the assumed acts.
pub fn close(model: &Model, world: &World, acts: &Acts) -> Closure {
    let clauses = Clauses::new(model, world);
    close_with(model, world, acts, &clauses)
}

/// [`close`] with clauses made ready before.
pub fn close_with(model: &Model, world: &World, acts: &Acts, clauses: &Clauses) -> Closure {
    let edges: std::cell::RefCell<BTreeMap<usize, Vec<Edge>>> = std::cell::RefCell::default();
    let reading = |c: usize| millionths(model.commitments[c].sure);
    // What an act answers is asked once, whatever the engine's rounds; a commitment's own due act does not set it off.
    let conditions = |act: usize| -> Vec<(usize, Sure)> {
        let mut known = edges.borrow_mut();
        let found = known.entry(act).or_insert_with(|| match acts.get(act) {
            Some(a) => clauses.answered(act, a, world),
            None => Vec::new(),
        });
        let own = acts.maker(act);
        let fires = found.iter().filter(|e| e.part == Part::If && Some(e.commitment) != own);
        fires.map(|e| (e.commitment, e.sure)).collect()
    };
    let program = ascent_run! {
        relation assumed(usize);
        relation makes(usize, usize);
        lattice done(usize, Sure);
        lattice fires(usize, Sure);

        assumed(act) <-- for act in 0..acts.assumed;
        makes(c, acts.due(c)) <-- for c in 0..model.commitments.len(), if acts.get(acts.due(c)).is_some();

        done(act, 1_000_000) <-- assumed(act);
        fires(c, sure) <--
            done(act, known),
            for (c, answer) in conditions(*act),
            let sure = times(times(*known, answer), reading(c)),
            if sure >= LEAST;
        done(act, sure) <-- fires(c, sure), makes(c, act);
    };
    let mut closure = Closure {
        done: program.done.into_iter().collect(),
        fires: program.fires.into_iter().collect(),
        edges: Vec::new(),
    };
    // Only what is done at the end: the engine asked for nothing else.
    let known = edges.into_inner();
    let all = closure.done.keys().filter_map(|act| known.get(act)).flatten().cloned();
    closure.edges = all.collect();
    closure.edges.sort_by_key(|e| (e.act, e.commitment, e.part));
    closure
}
