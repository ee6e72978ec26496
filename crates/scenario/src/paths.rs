//! The tree of choices that the texts set out.
//!
//! A decision is somebody's: which path of a choice to take, whether to do what is demanded, whether to do what a threat,
//! promise or offer hangs on, and, once that is done, whether whoever made it carries it out. Decisions about the same act
//! are one. Where a path of a choice speaks of what another commitment hangs on, that decision comes under that path. Under
//! each way stands what the rules say to follow; at the ends stand the outcomes that the texts name.

use crate::model::{Assumed, Citation, Model};
use crate::run::{Happens, run};
use demarche_act::{Act, World, answers, contradicts};
use demarche_record::CommitmentKind;
use serde::Serialize;
use std::collections::BTreeSet;

/// How far a tree is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The most decisions one after the other.
    pub depth: usize,
    /// The most decisions that are set side by side (trees, or decisions under one path).
    pub breadth: usize,
    /// The most nodes of a tree.
    pub nodes: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Bounds { depth: 4, breadth: 6, nodes: 400 }
    }
}

/// A tree of decisions; the root is the first node.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tree {
    /// The nodes; children come after their parents.
    pub nodes: Vec<TreeNode>,
}

/// A decision, or an end.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TreeNode {
    /// Who decides; `None` at an end.
    pub mover: Option<String>,
    /// What is decided.
    pub question: String,
    /// The ways to decide; none at an end.
    pub ways: Vec<Way>,
    /// What it comes to, at an end.
    pub end: Option<End>,
}

/// One way to decide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Way {
    /// What it is called, in the text's words.
    pub label: String,
    /// Ids of the commitments that set it out.
    pub commitments: Vec<String>,
    /// Whether it is to carry out a threat (its id is in `commitments`).
    pub carries_out_threat: bool,
    /// The words that prove it.
    pub citations: Vec<Citation>,
    /// The node that it leads to.
    pub to: usize,
}

/// What an end comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct End {
    /// The ways taken, in words: "RUS: confrontation; USA: ...".
    pub name: String,
    /// What is said to follow.
    pub said: Vec<Said>,
}

/// What a commitment says to follow.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// Its id.
    pub commitment: String,
    /// What happens to it.
    pub happens: Happens,
    /// Who made it.
    pub by: Vec<String>,
    /// What is due, in the text's words.
    pub words: String,
    /// 0 to 1.
    pub sure: f64,
    /// The words that prove it.
    pub citations: Vec<Citation>,
}

/// The trees, and what was left out of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Paths {
    /// One tree for each choice and each decision that comes under none.
    pub trees: Vec<Tree>,
    /// What was cut, and whose decisions were left out.
    pub notes: Vec<String>,
}

/// A decision before it has its place.
#[derive(Clone, Debug)]
struct Decision {
    mover: String,
    question: String,
    ways: Vec<Draft>,
}

#[derive(Clone, Debug)]
struct Draft {
    label: String,
    act: Act,
    commitments: BTreeSet<usize>,
    carries_out_threat: bool,
    /// Decisions that come under this way.
    under: Vec<usize>,
}

/// The trees of choices, one for each choice and for each decision that comes under none.
pub fn paths(model: &Model, world: &World, bounds: Bounds) -> Paths {
    let (decisions, roots) = decisions(model, world);
    let mut out = Paths::default();
    for &root in roots.iter().take(bounds.breadth) {
        out.trees.push(grow(model, world, bounds, &decisions, vec![root], &mut out.notes));
    }
    if roots.len() > bounds.breadth {
        out.notes.push(format!("{} more decisions are not shown", roots.len() - bounds.breadth));
    }
    out.notes.dedup();
    out
}

/// One tree of the decisions of some actors, one after the other. Each mover is named by the one of `players` that it
/// stands for; whose decisions were left out is said.
pub fn game(model: &Model, world: &World, bounds: Bounds, players: &[String]) -> (Tree, Vec<String>) {
    let near = crate::lookup::Near::new(world);
    let (mut decisions, mut roots) = decisions(model, world);
    let mut notes = Vec::new();
    let player = |mover: &String| {
        let stands = || players.iter().find(|p| near.of(mover).any(|n| n == *p));
        players.iter().find(|p| *p == mover).or_else(stands).cloned()
    };
    let mut left: BTreeSet<String> = BTreeSet::new();
    let mut keep = Vec::new();
    for d in &mut decisions {
        let found = player(&d.mover);
        keep.push(found.is_some());
        match found {
            Some(p) => d.mover = p,
            None => drop(left.insert(d.mover.clone())),
        }
    }
    roots.retain(|r| keep[*r]);
    decisions.iter_mut().flat_map(|d| &mut d.ways).for_each(|w| w.under.retain(|u| keep[*u]));
    if !left.is_empty() {
        let left: Vec<String> = left.into_iter().collect();
        notes.push(format!("decisions of {} are left out: they are no players here", left.join(", ")));
    }
    let world_of = |mover: &String| player(mover);
    let tree = grow_with(model, world, bounds, &decisions, roots, &mut notes, &world_of);
    notes.dedup();
    (tree, notes)
}

/// All decisions, and those that come under no other, choices first.
fn decisions(model: &Model, world: &World) -> (Vec<Decision>, Vec<usize>) {
    let mut all: Vec<Decision> = Vec::new();
    let mut choices = 0;
    for (place, c) in model.commitments.iter().enumerate().filter(|(_, c)| c.is_alive()) {
        let named = c.options.iter().flat_map(|o| &o.actors).next();
        let Some(mover) = named.or(c.towards.first()).filter(|_| c.options.len() > 1) else { continue };
        let way = |o: &Act| draft(filled(o, mover), o.words.clone(), place);
        let question = format!("{} chooses", mover);
        all.push(Decision { mover: mover.clone(), question, ways: c.options.iter().map(way).collect() });
        choices += 1;
    }
    for (place, c) in model.commitments.iter().enumerate().filter(|(_, c)| c.is_alive()) {
        if let Some(what) = c.what.as_ref()
            && let Some(mover) = what.actors.first().or(c.towards.first())
        {
            let question = format!("{} answers the demand of {}", mover, c.by.join(", "));
            join(&mut all, choices, world, place, mover, question, filled(what, mover));
        }
        if let Some(act) = c.r#if.as_ref().filter(|_| c.then.is_some()) {
            // Whoever only suffers or receives it decides nothing: the other side does.
            let passive = act.actors.iter().all(|a| c.by.contains(a));
            let mover = if passive { c.towards.first() } else { act.actors.first() };
            if let Some(mover) = mover {
                let question = format!("{} decides on what {} made it hang on", mover, c.by.join(", "));
                join(&mut all, choices, world, place, mover, question, act.clone());
            }
        }
    }
    let mut under: BTreeSet<usize> = BTreeSet::new();
    for d in choices..all.len() {
        let place = all[d].ways.iter().flat_map(|w| w.commitments.clone()).collect::<BTreeSet<_>>();
        for k in 0..choices {
            if let Some(way) = path_of(model, world, &all[k], &all[d], &place) {
                all[k].ways[way].under.push(d);
                under.insert(d);
                break;
            }
        }
    }
    let mut roots: Vec<usize> = (0..all.len()).filter(|d| !under.contains(d)).collect();
    // Choices first, then what most commitments speak of.
    let weight = |d: &usize| all[*d].ways.iter().map(|w| w.commitments.len()).max().unwrap_or(0);
    roots.sort_by_key(|d| (*d >= choices, usize::MAX - weight(d), *d));
    (all, roots)
}

fn draft(act: Act, label: String, place: usize) -> Draft {
    Draft { label, act, commitments: BTreeSet::from([place]), carries_out_threat: false, under: Vec::new() }
}

fn filled(act: &Act, doer: &str) -> Act {
    let mut act = act.clone();
    if act.actors.is_empty() {
        act.actors.push(doer.to_owned());
    }
    act
}

/// Adds the decision to do `act` or not; one about the same act is joined instead.
fn join(
    all: &mut Vec<Decision>,
    choices: usize,
    world: &World,
    place: usize,
    mover: &str,
    question: String,
    act: Act,
) {
    let same =
        |a: &Act| answers(a, &act, world).or_else(|| answers(&act, a, world)).is_some_and(|m| m.sure >= 0.5);
    for decision in &mut all[choices..] {
        if let Some(way) = decision.ways.iter().position(|w| same(&w.act)) {
            // Both ways are set out by it: to do it and not to.
            let other = usize::from(way == 0);
            decision.ways[way].commitments.insert(place);
            decision.ways[other].commitments.insert(place);
            return;
        }
    }
    // The act done stands first, also where the condition is that it is not done.
    let (yes, no) = if act.negated { (act.not(), act.clone()) } else { (act.clone(), act.not()) };
    let denied = format!("not: {}", act.words);
    let (yes_label, no_label) =
        if act.negated { (denied, act.words.clone()) } else { (act.words.clone(), denied) };
    let ways = vec![draft(yes, yes_label, place), draft(no, no_label, place)];
    all.push(Decision { mover: mover.to_owned(), question, ways });
}

/// Which path of a choice a decision comes under: the one whose words its commitments use, or the one left where what
/// they hang on excludes the others.
fn path_of(
    model: &Model,
    world: &World,
    choice: &Decision,
    decision: &Decision,
    places: &BTreeSet<usize>,
) -> Option<usize> {
    let plain = |words: &str| Act { words: words.to_owned(), ..Act::default() };
    let mut best: Option<(f64, usize)> = None;
    for (k, way) in choice.ways.iter().enumerate() {
        for c in places.iter().map(|p| &model.commitments[*p]) {
            for act in c.r#if.iter().chain(&c.then) {
                let (option, clause) = (plain(&way.act.words), plain(&act.words));
                if let Some(m) = answers(&option, &clause, world).or_else(|| answers(&clause, &option, world))
                {
                    let sure = if act.negated { 0.0 } else { m.sure };
                    if sure > 0.0 && best.is_none_or(|b| sure > b.0) {
                        best = Some((sure, k));
                    }
                }
            }
        }
    }
    if let Some((_, way)) = best {
        return Some(way);
    }
    let same = choice.mover == decision.mover;
    let done = &decision.ways.first()?.act;
    let excluded: Vec<bool> =
        choice.ways.iter().map(|w| contradicts(&w.act, done, world).is_some()).collect();
    let left: Vec<usize> = (0..excluded.len()).filter(|k| !excluded[*k]).collect();
    (same && left.len() == 1 && excluded.len() > 1).then(|| left[0])
}

type Player<'a> = &'a dyn Fn(&String) -> Option<String>;

fn grow(
    model: &Model,
    world: &World,
    bounds: Bounds,
    decisions: &[Decision],
    queue: Vec<usize>,
    notes: &mut Vec<String>,
) -> Tree {
    grow_with(model, world, bounds, decisions, queue, notes, &|mover| Some(mover.clone()))
}

fn grow_with(
    model: &Model,
    world: &World,
    bounds: Bounds,
    decisions: &[Decision],
    queue: Vec<usize>,
    notes: &mut Vec<String>,
    player: Player,
) -> Tree {
    let mut grower = Grower { model, world, bounds, decisions, player, tree: Tree::default(), cut: false };
    grower.node(&Trail::default(), queue);
    if grower.cut {
        notes.push(format!(
            "cut after {} decisions one after the other, {} side by side and {} nodes",
            bounds.depth, bounds.breadth, bounds.nodes
        ));
    }
    grower.tree
}

/// What was decided on the way to a node.
#[derive(Clone, Default)]
struct Trail {
    assumed: Vec<Assumed>,
    labels: Vec<String>,
    /// Commitments about whose carrying out it was decided already.
    settled: BTreeSet<String>,
}

struct Grower<'a> {
    model: &'a Model,
    world: &'a World,
    bounds: Bounds,
    decisions: &'a [Decision],
    player: Player<'a>,
    tree: Tree,
    cut: bool,
}

impl Grower<'_> {
    /// Adds the node that comes next on the trail, and all below it.
    fn node(&mut self, trail: &Trail, mut queue: Vec<usize>) -> usize {
        let id = self.tree.nodes.len();
        self.tree.nodes.push(TreeNode::default());
        let outcome = run(self.model, self.world, &trail.assumed);
        let deep = trail.labels.len() >= self.bounds.depth || self.tree.nodes.len() >= self.bounds.nodes;
        let next = self.carrying_out(trail, &outcome).or_else(|| {
            let first = (!queue.is_empty()).then(|| queue.remove(0))?;
            Some(self.decisions[first].clone())
        });
        let Some(decision) = next.filter(|_| !deep) else {
            self.cut |= deep && !queue.is_empty();
            self.tree.nodes[id].end = Some(end(trail, &outcome));
            return id;
        };
        self.tree.nodes[id].mover = Some(decision.mover.clone());
        self.tree.nodes[id].question = decision.question.clone();
        for way in &decision.ways {
            let mut further = trail.clone();
            let text = way.act.to_string();
            further.assumed.push(Assumed { text, act: way.act.clone(), of: None });
            further.labels.push(format!("{}: {}", decision.mover, way.label));
            let ids: Vec<String> =
                way.commitments.iter().map(|p| self.model.commitments[*p].id.clone()).collect();
            if decision.ways.iter().any(|w| w.carries_out_threat)
                || decision.question.ends_with("carry it out")
            {
                further.settled.extend(ids.clone());
            }
            let mut rest: Vec<usize> = way.under.iter().copied().take(self.bounds.breadth).collect();
            self.cut |= way.under.len() > rest.len();
            rest.extend(queue.iter().filter(|q| !way.under.contains(q)));
            let citations = self.citations(way);
            let to = self.node(&further, rest);
            let way = Way {
                label: way.label.clone(),
                commitments: ids,
                carries_out_threat: way.carries_out_threat,
                citations,
                to,
            };
            self.tree.nodes[id].ways.push(way);
        }
        id
    }

    /// The words that prove a way: those of the clause whose words it has, all where there are none.
    fn citations(&self, way: &Draft) -> Vec<Citation> {
        let mut all = Vec::new();
        for c in way.commitments.iter().map(|p| &self.model.commitments[*p]) {
            let (own, rest): (Vec<_>, Vec<_>) = c
                .citations
                .iter()
                .cloned()
                .partition(|q| way.label.contains(&q.quote) || way.act.words.contains(&q.quote));
            all.extend(if own.is_empty() { rest } else { own });
        }
        all.sort();
        all.dedup();
        all
    }

    /// Whether the maker of what fires carries it out: the next decision, where one is due.
    fn carrying_out(&self, trail: &Trail, outcome: &crate::Outcome) -> Option<Decision> {
        use CommitmentKind::{Offer, Promise, Threat};
        let mut fired = outcome.steps.iter().filter(|s| {
            s.happens == Happens::Fires
                && matches!(s.kind, Threat | Promise | Offer)
                && !trail.settled.contains(&s.commitment)
        });
        fired.find_map(|s| {
            let place = self.model.by_id(&s.commitment)?;
            let c = &self.model.commitments[place];
            let maker = c.by.iter().find_map(|b| (self.player)(b))?;
            let then = c.then.as_ref()?;
            let act = filled(then, c.by.first()?);
            let carries = Draft {
                carries_out_threat: c.kind == Threat,
                ..draft(act.clone(), then.words.clone(), place)
            };
            let not = draft(act.not(), format!("not: {}", then.words), place);
            let question = format!("{maker} decides whether to carry it out");
            Some(Decision { mover: maker, question, ways: vec![carries, not] })
        })
    }
}

fn end(trail: &Trail, outcome: &crate::Outcome) -> End {
    let said =
        outcome.steps.iter().filter(|s| s.happens != Happens::Lapses && s.happens != Happens::AlsoSaid);
    let said = said.map(|s| Said {
        commitment: s.commitment.clone(),
        happens: s.happens,
        by: s.by.clone(),
        words: s.due.clone().unwrap_or_default(),
        sure: s.sure,
        citations: s.citations.clone(),
    });
    End { name: trail.labels.join("; "), said: said.collect() }
}
