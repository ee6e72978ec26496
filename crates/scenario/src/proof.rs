//! Which of the reasons proves a step.
//!
//! A step may have many reasons, and in a cycle some of them rest on the step itself. The proof is the surest chain from
//! an assumption; of equals the shortest, then the one of the lower number (Knuth 1977, "A generalization of Dijkstra's
//! algorithm": a chain is never surer than its parts, so that whatever is surest next is proved for good).

use crate::run::{Happens, Outcome, Step};
use std::collections::BTreeMap;

/// Puts the reason that proves each step first; the others follow, the surest before the less sure.
///
/// In: steps whose [`Because::step`](crate::run::Because::step) names steps of the same list that fire.
pub(crate) fn order(steps: &mut [Step]) {
    // Of each proved step that fires: how sure, and in how many links.
    let mut proved: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    let mut left: Vec<usize> = (0..steps.len()).filter(|s| !steps[*s].because.is_empty()).collect();
    while !left.is_empty() {
        let mut best: Option<(f64, usize, usize, usize)> = None;
        for &s in &left {
            for (k, because) in steps[s].because.iter().enumerate() {
                let premise = match because.step {
                    None => Some((1.0, 0)),
                    Some(number) => proved.get(&number).copied(),
                };
                let Some((sure, links)) = premise else { continue };
                let found = (sure * because.sure * steps[s].reading, links + 1, s, k);
                let earlier = |b: &(f64, usize, usize, usize)| {
                    b.0.total_cmp(&found.0)
                        .reverse()
                        .then_with(|| (b.1, b.2, b.3).cmp(&(found.1, found.2, found.3)))
                        .is_le()
                };
                if !best.as_ref().is_some_and(earlier) {
                    best = Some(found);
                }
            }
        }
        // What has no chain from an assumption cannot be, and keeps the order it has.
        let Some((sure, links, s, k)) = best else { return };
        steps[s].because[..=k].rotate_right(1);
        if steps[s].happens == Happens::Fires {
            proved.insert(steps[s].step, (sure, links));
        }
        left.retain(|l| *l != s);
    }
}

/// The steps that prove the one of that number, from what is assumed up to itself; empty where there is no such step.
pub fn proof(outcome: &Outcome, number: usize) -> Vec<&Step> {
    let mut chain: Vec<&Step> = Vec::new();
    let mut next = Some(number);
    while let Some(step) = next.and_then(|n| outcome.steps.iter().find(|s| s.step == n)) {
        if chain.iter().any(|s| s.step == step.step) {
            break;
        }
        chain.push(step);
        next = step.because.first().and_then(|b| b.step);
    }
    chain.reverse();
    chain
}

/// The least sure of what a step rests on, for a person: a reading, or an answer.
pub fn weakest(outcome: &Outcome, number: usize) -> Option<(f64, String)> {
    let parts = proof(outcome, number).into_iter().flat_map(|step| {
        let reading = (step.reading, format!("the reading of {}", step.commitment));
        let answer = step.because.first().map(|b| {
            let why = b.why.trim_end_matches('.');
            (b.sure, format!("that {} is what {} speaks of ({why})", b.act, step.commitment))
        });
        std::iter::once(reading).chain(answer)
    });
    parts.reduce(|a, b| if b.0 < a.0 { b } else { a })
}
