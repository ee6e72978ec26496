//! What came of an assumption: steps with reasons and quotes, what stays open, contradictions, who is bound.

use crate::model::{Assumed, Citation, Commitment, Model};
use crate::rules::{self, Acts, Closure, Edge, Part, Sure};
use crate::words::told;
use demarche_act::{Act, Sense, World, contradicts_sensed, in_common, sense};
use demarche_record::{CommitmentKind, QuadClass};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What happens to a commitment in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Happens {
    /// Its condition is met: what it says is due.
    Fires,
    /// Its condition is excluded: nothing is due.
    Lapses,
    /// What is demanded is done.
    Met,
    /// What is demanded is refused or not done.
    Refused,
    /// What was threatened, promised or offered is done.
    CarriedOut,
    /// What was promised or offered is not done; a threat is not carried out.
    NotCarriedOut,
    /// A path of a choice is taken.
    Chosen,
    /// What another commitment makes due is what this one says, too: the same is said again, nothing is done by it.
    SaidAgain,
    /// It has no condition and concerns those who act here, or those whom they act on: said beside, by nobody's act set off.
    AlsoSaid,
}

/// Why a step is taken: an act, and how it answers the clause.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Because {
    /// The act, in words.
    pub act: String,
    /// The number of the step that made the act due; `None`: it is assumed.
    pub step: Option<usize>,
    /// How the act answers.
    pub why: String,
    /// 0 to 1: how sure this answer alone is.
    pub sure: f64,
}

/// One thing that follows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Its number, from 1.
    pub step: usize,
    /// How many commitments had to fire before.
    pub depth: usize,
    /// Id of the commitment.
    pub commitment: String,
    /// What kind it is.
    pub kind: CommitmentKind,
    /// Who made it, and towards whom.
    pub by: Vec<String>,
    /// Whom it is aimed at.
    pub towards: Vec<String>,
    /// What happens to it.
    pub happens: Happens,
    /// What is due by it, in the text's words; for a choice the path.
    pub due: Option<String>,
    /// Why; empty for what is said beside. The one that proves it first ([`mod@crate::proof`]), then the surest.
    pub because: Vec<Because>,
    /// 0 to 1: how sure it is, the whole chain and the reading counted.
    pub sure: f64,
    /// 0 to 1: how sure the reading of the commitment alone is.
    pub reading: f64,
    /// The words that prove the commitment.
    pub citations: Vec<Citation>,
}

/// Two things that cannot both be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contradiction {
    /// Id of a commitment, or the assumed act.
    pub one: String,
    /// Id of a commitment.
    pub other: String,
    /// Why.
    pub why: String,
    /// 0 to 1.
    pub sure: f64,
}

/// What an actor is bound to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bound {
    /// Id of the actor.
    pub actor: String,
    /// Who asks it of them, where it is a demand; empty: they bind themselves.
    pub asked_by: Vec<String>,
    /// To do what, in the text's words.
    pub to: String,
    /// On what condition, in the text's words; `None`: on none, or it is met.
    pub on: Option<String>,
    /// Whether it is due by what is assumed.
    pub due: bool,
    /// By its own word (`threat`, `promise`, `offer`, ...) or by another's (`demand`).
    pub kind: CommitmentKind,
    /// Id of the commitment.
    pub commitment: String,
}

/// Everything that comes of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outcome {
    /// What was assumed, as it was asked.
    pub asked: Vec<String>,
    /// What was assumed, as it was understood.
    pub assumed: Vec<String>,
    /// What follows, in order.
    pub steps: Vec<Step>,
    /// Ids of commitments that nothing here touches.
    pub open: Vec<String>,
    /// What cannot both be.
    pub contradictions: Vec<Contradiction>,
    /// Who is bound to what.
    pub bound: Vec<Bound>,
}

/// Runs the model on what is assumed.
pub fn run(model: &Model, world: &World, assumed: &[Assumed]) -> Outcome {
    let acts = Acts::new(model, assumed);
    let closure = rules::close(model, world, &acts);
    finish(model, world, assumed, &acts, &closure)
}

fn share(sure: Sure) -> f64 {
    f64::from(sure) / 1e6
}

/// What the closure comes to, for a person.
fn finish(model: &Model, world: &World, assumed: &[Assumed], acts: &Acts, closure: &Closure) -> Outcome {
    let mut outcome = Outcome {
        asked: assumed.iter().map(|a| a.text.clone()).collect(),
        assumed: assumed.iter().map(|a| a.act.to_string()).collect(),
        ..Outcome::default()
    };
    let depths = depths(acts, closure);
    let mut found: Vec<(usize, Happens, usize, Vec<&Edge>)> = Vec::new();
    let mut of: BTreeMap<usize, Vec<&Edge>> = BTreeMap::new();
    for edge in &closure.edges {
        // What a commitment makes due is not news to itself.
        if acts.maker(edge.act) != Some(edge.commitment) {
            of.entry(edge.commitment).or_default().push(edge);
        }
    }
    for (place, edges) in of {
        let c = &model.commitments[place];
        let mut kinds: BTreeMap<(Happens, usize), Vec<&Edge>> = BTreeMap::new();
        for edge in edges {
            let source = source(edge, c, assumed, acts);
            let key = happens(c.kind, edge.part, source);
            // What a condition says to come about is nobody's deed: talks are not yet a good outcome of talks.
            let own = assumed.get(edge.act).is_some_and(|a| a.of.as_ref() == Some(&c.id));
            let deed =
                own || c.kind != CommitmentKind::Condition || !matches!(edge.part, Part::Due | Part::NotDue);
            let key = key.filter(|_| deed);
            if let Some(key) = key.filter(|k| counts(k.0, source, edge, c, acts, world)) {
                kinds.entry(key).or_default().push(edge);
            }
        }
        if kinds.keys().any(|(h, _)| *h == Happens::CarriedOut) {
            kinds.remove(&(Happens::SaidAgain, 0)); // what is done need not be said
        }
        for (key, edges) in kinds {
            let sure = edges.iter().map(|e| chain(closure, c, e)).max().unwrap_or(0);
            if sure >= rules::LEAST {
                found.push((place, key.0, key.1, edges));
            }
        }
    }
    let depth = |edges: &[&Edge]| edges.iter().filter_map(|e| depths.get(&e.act)).min().copied().unwrap_or(0);
    let sure = |place: usize, edges: &[&Edge]| {
        edges.iter().map(|e| chain(closure, &model.commitments[place], e)).max().unwrap_or(0)
    };
    // By depth; what fires before what is met; the surest first; then by id, which is the place.
    found.sort_by_key(|(place, h, k, edges)| (depth(edges), *h, u32::MAX - sure(*place, edges), *place, *k));
    let mut step_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (n, (place, h, ..)) in found.iter().enumerate() {
        if *h == Happens::Fires {
            step_of.entry(*place).or_insert(n + 1);
        }
    }
    for (n, (place, h, k, edges)) in found.iter().enumerate() {
        let c = &model.commitments[*place];
        let mut because: Vec<Because> = edges
            .iter()
            .map(|e| Because {
                act: acts.get(e.act).map(Act::to_string).unwrap_or_default(),
                step: acts.maker(e.act).and_then(|maker| step_of.get(&maker)).copied(),
                why: e.why.clone(),
                sure: share(e.sure),
            })
            .collect();
        because
            .sort_by(|a, b| b.sure.total_cmp(&a.sure).then_with(|| (a.step, &a.act).cmp(&(b.step, &b.act))));
        let due = match h {
            Happens::Chosen => c.options.get(*k).map(told),
            Happens::Lapses => None,
            _ => c.due().map(told),
        };
        let sure = share(sure(*place, edges));
        outcome.steps.push(step(n + 1, depth(edges), c, *h, due, because, sure));
    }
    crate::proof::order(&mut outcome.steps);
    beside(model, world, assumed, closure, acts, &mut outcome);
    let touched: BTreeSet<&str> = outcome.steps.iter().map(|s| s.commitment.as_str()).collect();
    let open = model.commitments.iter().filter(|c| c.is_alive() && !touched.contains(c.id.as_str()));
    outcome.open = open.map(|c| c.id.clone()).collect();
    contradictions(model, world, assumed, acts, closure, &mut outcome);
    outcome.bound = bound(model, closure);
    outcome
}

fn step(
    number: usize,
    depth: usize,
    c: &Commitment,
    happens: Happens,
    due: Option<String>,
    because: Vec<Because>,
    sure: f64,
) -> Step {
    Step {
        step: number,
        depth,
        commitment: c.id.clone(),
        kind: c.kind,
        by: c.by.clone(),
        towards: c.towards.clone(),
        happens,
        due,
        because,
        sure,
        reading: c.sure.clamp(0.0, 1.0),
        citations: c.citations.clone(),
    }
}

/// How sure the step is that an edge makes: the act's, the answer's, the reading's.
fn chain(closure: &Closure, c: &Commitment, edge: &Edge) -> Sure {
    let known = closure.done.get(&edge.act).copied().unwrap_or(0);
    // As the rules count it, so that what fires there is a step here.
    rules::times(rules::times(known, edge.sure), rules::millionths(c.sure))
}

/// How many commitments fire before each act is done.
fn depths(acts: &Acts, closure: &Closure) -> BTreeMap<usize, usize> {
    let mut depth: BTreeMap<usize, usize> = (0..acts.assumed).map(|a| (a, 0)).collect();
    let mut round = 0;
    loop {
        let now: Vec<usize> = depth.iter().filter(|d| *d.1 == round).map(|d| *d.0).collect();
        if now.is_empty() {
            return depth;
        }
        round += 1;
        for edge in closure.edges.iter().filter(|e| e.part == Part::If && now.contains(&e.act)) {
            let due = acts.due(edge.commitment);
            if closure.fires.contains_key(&edge.commitment) && closure.done.contains_key(&due) {
                depth.entry(due).or_insert(round);
            }
        }
    }
}

/// Where an act comes from that answers a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// It is assumed.
    Assumed,
    /// It is assumed that another commitment is carried out (or not), and that one says words: "there will be consequences".
    Words,
    /// It is only due, by another commitment.
    Due,
    /// It is only due, and it is words.
    DueWords,
}

fn source(edge: &Edge, c: &Commitment, assumed: &[Assumed], acts: &Acts) -> Source {
    let words = acts.get(edge.act).and_then(|a| a.r#type);
    let words = words.is_some_and(|t| t.quad_class() == QuadClass::VerbalConflict);
    if acts.maker(edge.act).is_some() {
        return if words { Source::DueWords } else { Source::Due };
    }
    let of = assumed.get(edge.act).and_then(|a| a.of.as_ref());
    if words && of.is_some_and(|of| *of != c.id) { Source::Words } else { Source::Assumed }
}

/// What an answer to a part of a commitment makes of it, and which of its paths.
fn happens(kind: CommitmentKind, part: Part, source: Source) -> Option<(Happens, usize)> {
    use CommitmentKind::{Choice, Demand, Offer, Promise, Threat};
    let happens = match (part, kind) {
        (Part::Option(k), _) => return Some((Happens::Chosen, k)),
        (_, Choice) => return None,
        (Part::If, _) => Happens::Fires,
        (Part::NotIf, _) => Happens::Lapses,
        (Part::Due, Demand) => Happens::Met,
        (Part::NotDue, Demand) => Happens::Refused,
        (Part::Due, Threat | Promise | Offer) if source != Source::Assumed => Happens::SaidAgain,
        (Part::NotDue, Threat | Promise | Offer) if source == Source::Words => return None,
        (Part::Due, _) => Happens::CarriedOut,
        (Part::NotDue, _) => Happens::NotCarriedOut,
    };
    Some((happens, 0))
}

/// Whether an answer is one that a reader would count. What is due is said, not done: it says what another commitment
/// says only where both use a word, or one of them has none; so it is with acts that are words themselves, of which the
/// type tells little ("there will be consequences" is a THREATEN).
fn counts(happens: Happens, source: Source, edge: &Edge, c: &Commitment, acts: &Acts, world: &World) -> bool {
    use Happens::{CarriedOut, Met, NotCarriedOut, Refused, SaidAgain};
    let words = matches!(source, Source::Words | Source::DueWords);
    let asks = match happens {
        SaidAgain => true,
        CarriedOut | NotCarriedOut | Met | Refused => words,
        _ => false,
    };
    let (Some(own), Some(act)) = (c.due().filter(|_| asks), acts.get(edge.act)) else { return true };
    own.words.is_empty() || act.words.is_empty() || in_common(&sense(own, world), &sense(act, world)) > 0.0
}

/// Threats, promises and offers without a condition that concern who acts here, or whom they act on.
fn beside(
    model: &Model,
    world: &World,
    assumed: &[Assumed],
    closure: &Closure,
    acts: &Acts,
    outcome: &mut Outcome,
) {
    use CommitmentKind::{Offer, Promise, Threat};
    let near = crate::lookup::Near::new(world);
    let circle = |ids: &mut dyn Iterator<Item = &String>| -> BTreeSet<String> {
        ids.flat_map(|a| near.of(a)).cloned().collect()
    };
    let doers = circle(&mut assumed.iter().flat_map(|a| &a.act.actors));
    let suffering = circle(&mut assumed.iter().flat_map(|a| &a.act.targets));
    // Who is already heard in this: the makers of what fires.
    let makers = circle(&mut closure.fires.keys().flat_map(|c| &model.commitments[*c].by));
    let touched: BTreeSet<String> = outcome.steps.iter().map(|s| s.commitment.clone()).collect();
    let mut said: Vec<(u32, &Commitment)> = Vec::new();
    for c in &model.commitments {
        let free = c.r#if.is_none() && c.then.is_some() && c.is_alive() && !touched.contains(&c.id);
        let at = |circle: &BTreeSet<String>| c.towards.iter().any(|t| circle.contains(t));
        let concerns = match c.kind {
            Threat => at(&doers),
            Promise | Offer => at(&suffering) || at(&doers),
            _ => false,
        };
        let own = c.by.iter().any(|b| assumed.iter().any(|a| a.act.actors.contains(b)));
        if free && concerns && !own {
            // Surer where the same side threatens or promises on this very condition.
            let heard = c.by.iter().any(|b| makers.contains(b));
            said.push((if heard { 500_000 } else { 300_000 }, c));
        }
    }
    said.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    let _ = acts;
    for (sure, c) in said {
        let due = c.due().map(told);
        let n = outcome.steps.len() + 1;
        let sure = share(sure) * c.sure;
        outcome.steps.push(step(n, 0, c, Happens::AlsoSaid, due, Vec::new(), sure));
    }
}

/// What cannot both be: assumptions among themselves, and what is due with them and among itself.
fn contradictions(
    model: &Model,
    world: &World,
    assumed: &[Assumed],
    acts: &Acts,
    closure: &Closure,
    outcome: &mut Outcome,
) {
    let due = closure.done.keys().filter(|a| **a >= acts.assumed);
    let standing = outcome.steps.iter().filter(|s| s.happens == Happens::AlsoSaid);
    let standing = standing.filter_map(|s| model.by_id(&s.commitment)).map(|p| acts.due(p));
    let numbers: BTreeSet<usize> = (0..acts.assumed).chain(due.copied()).chain(standing).collect();
    let name = |number: usize| match acts.maker(number) {
        Some(place) => model.commitments[place].id.clone(),
        None => assumed[number].act.to_string(),
    };
    let senses = numbers.iter().filter_map(|n| acts.get(*n).map(|act| (*n, sense(act, world))));
    let senses: Vec<(usize, Sense)> = senses.collect();
    for (k, (one, a)) in senses.iter().enumerate() {
        for (other, b) in &senses[k + 1..] {
            if let Some(m) = contradicts_sensed(a, b, world) {
                let (one, other) = (name(*one), name(*other));
                outcome.contradictions.push(Contradiction { one, other, why: m.why, sure: m.sure });
            }
        }
    }
}

/// Who is bound to what, and what is asked of whom, by actor: what is due first, then what binds, then what is asked. A
/// condition binds nobody: it says what will come, not who will do it.
fn bound(model: &Model, closure: &Closure) -> Vec<Bound> {
    let mut all = Vec::new();
    for (place, c) in model.commitments.iter().enumerate().filter(|(_, c)| c.is_alive()) {
        let Some(act) = c.due().filter(|_| c.kind != CommitmentKind::Condition) else { continue };
        let is_demand = c.then.is_none();
        let who = match (act.actors.is_empty(), is_demand) {
            (false, _) => &act.actors,
            (true, true) => &c.towards,
            (true, false) => &c.by,
        };
        let fires = closure.fires.contains_key(&place);
        for actor in who {
            all.push(Bound {
                actor: actor.clone(),
                asked_by: if is_demand { c.by.clone() } else { Vec::new() },
                to: told(act),
                on: c.r#if.as_ref().filter(|_| !fires).map(told),
                due: fires,
                kind: c.kind,
                commitment: c.id.clone(),
            });
        }
    }
    let key = |b: &Bound| (b.actor.clone(), !b.due, b.kind == CommitmentKind::Demand, b.commitment.clone());
    all.sort_by_key(key);
    all
}
