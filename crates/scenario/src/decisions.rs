//! The decisions that commitments set out, each once, and which path of a choice each comes under.

use crate::model::{Commitment, Model};
use crate::words::{denied, is_plain, told};
use demarche_act::{Act, World, answers, contradicts, in_common, receives, sense};
use demarche_record::CommitmentKind;
use std::collections::{BTreeMap, BTreeSet};

/// A decision before it has its place in a tree.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// Who decides.
    pub mover: String,
    /// What is decided, for a person.
    pub question: String,
    /// The ways to decide.
    pub ways: Vec<Draft>,
    /// Whether it is about carrying out what is due.
    pub settles: bool,
}

/// One way to decide, before it has its place in a tree.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// What it is called.
    pub label: String,
    /// The act.
    pub act: Act,
    /// Places of the commitments that set it out, and in which of their clauses.
    pub on: BTreeMap<usize, String>,
    /// Whether it is to carry out a threat.
    pub carries_out_threat: bool,
    /// Decisions that come under this way; with the one way that is left of them, where this way decides them, too.
    pub under: Vec<Under>,
}

/// A decision, by its place, and the one way that is left of it (`None`: all are).
pub(crate) type Under = (usize, Option<usize>);

/// One way to do what the clause of the commitment at `place` says.
pub(crate) fn draft(act: Act, label: String, place: usize, clause: &str) -> Draft {
    let on = BTreeMap::from([(place, clause.to_owned())]);
    Draft { label, act, on, carries_out_threat: false, under: Vec::new() }
}

/// The act, done by `doer` where it names nobody.
pub(crate) fn filled(act: &Act, doer: &str) -> Act {
    let mut act = act.clone();
    if act.actors.is_empty() {
        act.actors.push(doer.to_owned());
    }
    act
}

/// All decisions, and the places of those that come under no other: choices first, then by how many speak of them.
pub(crate) fn decisions(model: &Model, world: &World) -> (Vec<Decision>, Vec<usize>) {
    let alive = || model.commitments.iter().enumerate().filter(|(_, c)| c.is_alive());
    let mut all: Vec<Decision> = Vec::new();
    for (place, c) in alive() {
        let Some(mover) = c.chooser() else { continue };
        let way =
            |(k, o): (usize, &Act)| draft(filled(o, mover), told(o), place, &format!("option{}", k + 1));
        let ways = c.options.iter().enumerate().map(way).collect();
        all.push(Decision {
            mover: mover.clone(),
            question: format!("{mover} chooses"),
            ways,
            settles: false,
        });
    }
    let choices = all.len();
    for (place, c) in alive() {
        if let Some(what) = &c.what
            && let Some(mover) = what.actors.first().or(c.towards.first())
        {
            join(&mut all, choices, world, place, "what", Some(mover), &filled(what, mover));
        }
        if let Some(act) = model.condition(place, world).filter(|_| c.then.is_some())
            && let Some(mover) = mover(&act, c, world)
        {
            join(&mut all, choices, world, place, "if", Some(mover), &filled(&act, mover));
        }
    }
    // Demands to nobody in particular set out no decision of their own.
    for (place, c) in alive() {
        if let Some(what) = c.what.as_ref().filter(|w| w.actors.is_empty() && c.towards.is_empty()) {
            join(&mut all, choices, world, place, "what", None, what);
        }
    }
    for d in &mut all[choices..] {
        d.question = question(model, d);
    }
    let mut under: BTreeSet<usize> = BTreeSet::new();
    for d in choices..all.len() {
        for k in 0..choices {
            let places = paths_of(model, world, &all[k], &all[d]);
            for &(way, only) in &places {
                all[k].ways[way].under.push((d, only));
                under.insert(d);
            }
            if !places.is_empty() {
                break;
            }
        }
    }
    let mut roots: Vec<usize> = (0..all.len()).filter(|d| !under.contains(d)).collect();
    let weight = |d: &usize| all[*d].ways.iter().map(|w| w.on.len()).max().unwrap_or(0);
    roots.sort_by_key(|d| (*d >= choices, usize::MAX - weight(d), *d));
    (all, roots)
}

/// Who decides on what a commitment hangs on. Whoever only suffers or receives it decides nothing: the other side does.
fn mover<'a>(act: &'a Act, c: &'a Commitment, world: &World) -> Option<&'a String> {
    if receives(act, world) {
        return act.targets.first().or(c.towards.first());
    }
    let passive = act.actors.iter().all(|a| c.by.contains(a));
    if passive { c.towards.first() } else { act.actors.first() }
}

/// What is decided, by those who asked for it or made something hang on it.
fn question(model: &Model, d: &Decision) -> String {
    let mut demands: BTreeSet<&str> = BTreeSet::new();
    let mut hang: BTreeSet<String> = BTreeSet::new();
    for (place, clause) in d.ways.iter().flat_map(|w| &w.on) {
        let c = &model.commitments[*place];
        if clause == "what" {
            demands.extend(c.by.iter().map(String::as_str));
        } else {
            let (article, kind) = match c.kind {
                CommitmentKind::Offer => ("an", "offer"),
                CommitmentKind::Promise => ("a", "promise"),
                CommitmentKind::Threat => ("a", "threat"),
                _ => ("a", "condition"),
            };
            hang.insert(format!("{article} {kind} of {}", c.by.join(", ")));
        }
    }
    let many = if hang.len() > 1 { "hang" } else { "hangs" };
    let hang = hang.into_iter().collect::<Vec<_>>().join(" and ");
    let hang = if hang.is_empty() { hang } else { format!(" ({hang} {many} on it)") };
    match demands.is_empty() {
        true => format!("{} decides{hang}", d.mover),
        false => {
            let by = demands.into_iter().collect::<Vec<_>>().join(", ");
            format!("{} answers the demand of {by}{hang}", d.mover)
        }
    }
}

/// From here on, an act that answers another is taken for the same decision.
pub(crate) const SAME: f64 = 0.5;

/// Adds the decision to do `act` or not; one about the same act is joined instead. Without a mover it is only joined.
fn join(
    all: &mut Vec<Decision>,
    choices: usize,
    world: &World,
    place: usize,
    clause: &str,
    mover: Option<&String>,
    act: &Act,
) {
    let same =
        |a: &Act| answers(a, act, world).or_else(|| answers(act, a, world)).is_some_and(|m| m.sure >= SAME);
    for decision in &mut all[choices..] {
        let Some(way) = decision.ways.iter().position(|w| same(&w.act)) else { continue };
        // Both ways are set out by it: to do it and not to. Plain words are taken from whichever has them.
        for (k, w) in decision.ways.iter_mut().enumerate() {
            w.on.insert(place, clause.to_owned());
            let words = if k == way { told(act) } else { denied(act) };
            if is_plain(&words) && !is_plain(&w.label) {
                w.label = words;
            }
        }
        return;
    }
    let Some(mover) = mover else { return };
    let so = draft(act.clone(), told(act), place, clause);
    let not = draft(act.not(), denied(act), place, clause);
    // The act done stands first, also where the condition is that it is not done.
    let ways = if act.negated { vec![not, so] } else { vec![so, not] };
    all.push(Decision { mover: mover.clone(), question: String::new(), ways, settles: false });
}

/// Which paths of a choice a decision comes under: those that its commitments speak of. Where these are several, each path
/// leaves the decision's one way that is of its own tenor.
fn paths_of(model: &Model, world: &World, choice: &Decision, decision: &Decision) -> Vec<Under> {
    let places: BTreeMap<usize, &str> =
        decision.ways.iter().flat_map(|w| &w.on).map(|(p, c)| (*p, c.as_str())).collect();
    let makers: BTreeSet<&String> =
        choice.ways.iter().flat_map(|w| w.on.keys()).flat_map(|p| &model.commitments[*p].by).collect();
    let tenors = tenors(choice, world);
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for (&place, &clause) in &places {
        let c = &model.commitments[place];
        let asked = if clause == "what" { c.what.clone() } else { model.condition(place, world) };
        let mut best: Option<(f64, usize)> = None;
        for (k, way) in choice.ways.iter().enumerate() {
            for said in asked.iter().chain(&c.then) {
                let sure = speaks_of(&way.act, said, world);
                if sure > 0.0 && best.is_none_or(|b| sure > b.0) {
                    best = Some((sure, k));
                }
            }
        }
        if let Some((_, way)) = best {
            found.insert(way);
            continue;
        }
        let Some(asked) = asked.filter(|_| choice.mover == decision.mover) else { continue };
        let left: Vec<usize> = (0..choice.ways.len())
            .filter(|k| contradicts(&choice.ways[*k].act, &asked, world).is_none())
            .collect();
        if left.len() == 1 && choice.ways.len() > 1 {
            found.insert(left[0]);
            continue;
        }
        let tenor = sense(&asked, world).is_friendly();
        let of: Vec<usize> = (0..tenors.len()).filter(|k| tenor.is_some() && tenors[*k] == tenor).collect();
        if of.len() == 1 && c.by.iter().any(|b| makers.contains(b)) {
            found.insert(of[0]);
        }
    }
    let many = found.len() > 1;
    let own = |k: usize| {
        let friendly = tenors[k]?;
        decision
            .ways
            .iter()
            .position(|w| sense(&w.act, world).is_friendly() == Some(friendly))
            .filter(|_| many)
    };
    found.iter().map(|&k| (k, own(k))).collect()
}

/// Whether each path is friendly or hostile; of two of which one is either, the other is the contrary.
fn tenors(choice: &Decision, world: &World) -> Vec<Option<bool>> {
    let mut tenors: Vec<Option<bool>> =
        choice.ways.iter().map(|w| sense(&w.act, world).is_friendly()).collect();
    match tenors[..] {
        [Some(one), None] => tenors[1] = Some(!one),
        [None, Some(other)] => tenors[0] = Some(!other),
        _ => {}
    }
    tenors
}

/// How sure it is that a clause speaks of a path of a choice, whoever acts: 0 where it does not, or of the contrary.
fn speaks_of(path: &Act, clause: &Act, world: &World) -> f64 {
    let plain = |act: &Act| Act { actors: Vec::new(), targets: Vec::new(), ..act.clone() };
    let (path, clause) = (plain(path), plain(clause));
    if clause.negated || contradicts(&path, &clause, world).is_some() {
        return 0.0;
    }
    let answer =
        answers(&path, &clause, world).or_else(|| answers(&clause, &path, world)).map_or(0.0, |m| m.sure);
    answer.max(in_common(&sense(&path, world), &sense(&clause, world)))
}
