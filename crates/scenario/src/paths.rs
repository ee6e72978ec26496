//! The tree of choices that the texts set out.
//!
//! A decision is somebody's: which path of a choice to take, whether to do what is demanded, whether to do what a threat,
//! promise or offer hangs on, and, once that is done, whether whoever made it carries it out. Decisions about the same act
//! are one. Where a path of a choice speaks of what another commitment hangs on, that decision comes under that path
//! (`decisions`). Under each way stands what the rules say to follow; at the ends stand the outcomes that the texts name.
//!
//! [`paths`] sets decisions that come under one way side by side, so that a tree grows with what the texts say; [`game`]
//! puts them one after the other, since in a game every decision is taken.

use crate::decisions::{Decision, Draft, SAME, Under, decisions, draft, filled};
use crate::model::{Assumed, Citation, Model};
use crate::run::{Happens, Step, run};
use crate::words::{denied, told};
use demarche_act::{Act, World, answers};
use demarche_record::CommitmentKind;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Further decisions that are to be taken at this place, each whatever comes of the others: their nodes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<usize>,
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
    /// What kind it is.
    pub kind: CommitmentKind,
    /// What happens to it.
    pub happens: Happens,
    /// Whether it would only happen if others did what is due by then, too.
    pub would: bool,
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

/// The trees of choices, one for each choice and for each decision that comes under none.
pub fn paths(model: &Model, world: &World, bounds: Bounds) -> Paths {
    let (decisions, roots) = decisions(model, world);
    let mut out = Paths::default();
    let everybody: Player = &|mover| Some(mover.clone());
    for &root in roots.iter().take(bounds.breadth) {
        let (tree, cut) = grow(model, world, bounds, &decisions, vec![(root, None)], everybody, false);
        out.trees.push(tree);
        out.notes.extend(cut);
    }
    match roots.len().saturating_sub(bounds.breadth) {
        0 => {}
        1 => out.notes.push(format!("1 more decision is not shown; with --breadth {} it is", roots.len())),
        n => out
            .notes
            .push(format!("{n} more decisions are not shown; with --breadth {} they are", roots.len())),
    }
    out.notes.sort();
    out.notes.dedup();
    out
}

/// One tree of the decisions of some actors, one after the other. Each mover is named by the one of `players` that it
/// stands for; for whom a player decides, and whose decisions were left out, is said.
pub fn game(model: &Model, world: &World, bounds: Bounds, players: &[String]) -> (Tree, Vec<String>) {
    let near = crate::lookup::Near::new(world);
    let (mut decisions, mut roots) = decisions(model, world);
    let player = |mover: &String| {
        let stands = || players.iter().find(|p| near.of(mover).any(|n| n == *p));
        players.iter().find(|p| *p == mover).or_else(stands).cloned()
    };
    let mut left: BTreeSet<String> = BTreeSet::new();
    let mut stands: BTreeSet<(String, String)> = BTreeSet::new();
    let mut keep = Vec::new();
    for d in &mut decisions {
        let found = player(&d.mover);
        keep.push(found.is_some());
        match found {
            Some(p) => {
                if p != d.mover {
                    stands.insert((p.clone(), d.mover.clone()));
                }
                d.mover = p;
            }
            None => drop(left.insert(d.mover.clone())),
        }
    }
    roots.retain(|r| keep[*r]);
    decisions.iter_mut().flat_map(|d| &mut d.ways).for_each(|w| w.under.retain(|u| keep[u.0]));
    let mut notes: Vec<String> = stands.iter().map(|(p, of)| format!("{p} decides for {of}, too")).collect();
    if !left.is_empty() {
        let left: Vec<String> = left.into_iter().collect();
        notes.push(format!("decisions of {} are left out: they are no players here", left.join(", ")));
    }
    let queue = roots.into_iter().map(|r| (r, None)).collect();
    let (tree, cut) = grow(model, world, bounds, &decisions, queue, &player, true);
    notes.extend(cut);
    (tree, notes)
}

type Player<'a> = &'a dyn Fn(&String) -> Option<String>;

/// The tree that begins with the first decision of the queue, and a note where it was cut.
fn grow(
    model: &Model,
    world: &World,
    bounds: Bounds,
    decisions: &[Decision],
    queue: Vec<Under>,
    player: Player,
    in_turn: bool,
) -> (Tree, Option<String>) {
    let tree = Tree::default();
    let mut grower = Grower { model, world, bounds, decisions, player, in_turn, tree, cut: false };
    grower.node(&Trail::default(), queue);
    let cut = grower.cut.then(|| {
        format!(
            "cut: more decisions are set out than {} one after the other (--depth), {} side by side (--breadth) or {} \
             nodes have room for",
            bounds.depth, bounds.breadth, bounds.nodes
        )
    });
    (grower.tree, cut)
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
    /// Whether decisions are taken one after the other, not side by side.
    in_turn: bool,
    tree: Tree,
    cut: bool,
}

impl Grower<'_> {
    /// Adds the node that comes next on the trail, and all below it.
    fn node(&mut self, trail: &Trail, mut queue: Vec<Under>) -> usize {
        let id = self.tree.nodes.len();
        self.tree.nodes.push(TreeNode::default());
        let outcome = run(self.model, self.world, &trail.assumed);
        queue.retain(|d| !self.is_decided(trail, d.0));
        let deep = trail.labels.len() >= self.bounds.depth || self.tree.nodes.len() >= self.bounds.nodes;
        let due = self.carrying_out(trail, &outcome);
        if deep || due.is_none() && queue.is_empty() {
            self.cut |= deep && !(due.is_none() && queue.is_empty());
            self.tree.nodes[id].end = Some(end(trail, &outcome));
            return id;
        }
        let decision = match due {
            Some(decision) => decision,
            None => {
                let (first, only) = queue.remove(0);
                if !self.in_turn {
                    self.cut |= queue.len() >= self.bounds.breadth;
                    queue.truncate(self.bounds.breadth.saturating_sub(1));
                    for other in std::mem::take(&mut queue) {
                        let beside = self.node(trail, vec![other]);
                        self.tree.nodes[id].beside.push(beside);
                    }
                }
                let mut decision = self.decisions[first].clone();
                if let Some(way) = only {
                    decision.ways = decision.ways.into_iter().skip(way).take(1).collect();
                }
                decision
            }
        };
        self.tree.nodes[id].mover = Some(decision.mover.clone());
        self.tree.nodes[id].question = decision.question.clone();
        for way in &decision.ways {
            let mut further = trail.clone();
            let text = way.act.to_string();
            further.labels.push(format!("{}: {}", decision.mover, way.label));
            let ids: Vec<String> = way.on.keys().map(|p| self.model.commitments[*p].id.clone()).collect();
            let of = ids.first().filter(|_| decision.settles).cloned();
            further.assumed.push(Assumed { text, act: way.act.clone(), of });
            if decision.settles {
                further.settled.extend(ids.clone());
            }
            let mut rest: Vec<Under> = way.under.iter().copied().take(self.bounds.breadth).collect();
            self.cut |= way.under.len() > rest.len();
            rest.extend(queue.iter().filter(|q| !way.under.iter().any(|u| u.0 == q.0)));
            let to = self.node(&further, rest);
            let way = Way {
                label: way.label.clone(),
                commitments: ids,
                carries_out_threat: way.carries_out_threat,
                citations: self.citations(way),
                to,
            };
            self.tree.nodes[id].ways.push(way);
        }
        id
    }

    /// Whether a decision is taken already by another on the trail: who chose war need not decide whether to attack.
    fn is_decided(&self, trail: &Trail, decision: usize) -> bool {
        let ways = &self.decisions[decision].ways;
        let same = |act: &Act| {
            let answer = |w: &Draft| answers(&w.act, act, self.world).is_some_and(|m| m.sure >= SAME);
            ways.iter().any(answer)
        };
        trail.assumed.iter().any(|a| same(&a.act))
    }

    /// The words that prove a way: those of the clauses that set it out.
    fn citations(&self, way: &Draft) -> Vec<Citation> {
        let mut all = Vec::new();
        for (place, clause) in &way.on {
            let c = &self.model.commitments[*place];
            let own: Vec<Citation> = c.citations.iter().filter(|q| q.field == *clause).cloned().collect();
            all.extend(if own.is_empty() { c.citations.clone() } else { own });
        }
        // Words of one's own prove a way better than those of its contrary.
        if all.iter().any(|q| way.label.contains(&q.quote)) {
            all.retain(|q| way.label.contains(&q.quote));
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
                ..draft(act.clone(), told(then), place, "then")
            };
            let not = draft(act.not(), denied(then), place, "then");
            let question = format!("{maker} decides whether to carry it out");
            Some(Decision { mover: maker, question, ways: vec![carries, not], settles: true })
        })
    }
}

/// What an end comes to: of each commitment the surest that happens to it. What was decided on the way is not said to be due
/// any more; which path was chosen is said by the way.
fn end(trail: &Trail, outcome: &crate::Outcome) -> End {
    use Happens::{AlsoSaid, Chosen, Fires, Lapses, SaidAgain};
    let told = |s: &&Step| match s.happens {
        Lapses | AlsoSaid | Chosen => false,
        Fires | SaidAgain => !trail.settled.contains(&s.commitment),
        _ => true,
    };
    let mut surest: BTreeMap<&str, &Step> = BTreeMap::new();
    for step in outcome.steps.iter().filter(told) {
        let known = surest.entry(&step.commitment).or_insert(step);
        if step.sure > known.sure {
            *known = step;
        }
    }
    let kept =
        outcome.steps.iter().filter(|s| surest.get(s.commitment.as_str()).is_some_and(|k| k.step == s.step));
    let said = kept.map(|s| Said {
        commitment: s.commitment.clone(),
        kind: s.kind,
        happens: s.happens,
        would: s.because.iter().all(|b| b.step.is_some()),
        by: s.by.clone(),
        words: s.due.clone().unwrap_or_default(),
        sure: s.sure,
        citations: s.citations.clone(),
    });
    End { name: trail.labels.join("; "), said: said.collect() }
}
