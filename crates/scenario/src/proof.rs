//! Which of the reasons proves a step.
//!
//! A step may have many reasons, and in a cycle some of them rest on the step itself. The proof is the surest chain from
//! an assumption; of equals the shortest, then the one of the lower number (Knuth 1977, "A generalization of Dijkstra's
//! algorithm": a chain is never surer than its parts, so that whatever is surest next is proved for good).

use crate::run::{Happens, Outcome, Step};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// How sure (its bits), how many links, of which step, by which of its reasons.
type Candidate = Reverse<(Reverse<u64>, usize, usize, usize)>;

/// Puts the reason that proves each step first; the others follow, the surest before the less sure.
///
/// In: steps whose [`Because::step`](crate::run::Because::step) names steps of the same list that fire.
pub(crate) fn order(steps: &mut [Step]) {
    // By the number of a step: the reasons (of which step, which) that rest on it; `None` are the assumptions.
    let mut rest_on: BTreeMap<Option<usize>, Vec<(usize, usize)>> = BTreeMap::new();
    for (s, step) in steps.iter().enumerate() {
        for (k, because) in step.because.iter().enumerate() {
            rest_on.entry(because.step).or_default().push((s, k));
        }
    }
    // The surest first; of equals the shortest, the first step, the first reason. What is sure is not negative, so that
    // the order of its bits is its own.
    let mut heap: BinaryHeap<Candidate> = BinaryHeap::new();
    let mut proved: BTreeMap<usize, usize> = BTreeMap::new();
    let mut premise = Some((None, 1.0_f64, 0_usize));
    loop {
        if let Some((number, sure, links)) = premise.take() {
            for &(s, k) in rest_on.get(&number).into_iter().flatten() {
                let sure = sure * steps[s].because[k].sure * steps[s].reading;
                heap.push(Reverse((Reverse(sure.to_bits()), links + 1, s, k)));
            }
        }
        // What has no chain from an assumption cannot be, and keeps the order it has.
        let Some(Reverse((Reverse(sure), links, s, k))) = heap.pop() else { break };
        if proved.contains_key(&s) {
            continue;
        }
        proved.insert(s, k);
        if steps[s].happens == Happens::Fires {
            premise = Some((Some(steps[s].step), f64::from_bits(sure), links));
        }
    }
    for (s, k) in proved {
        steps[s].because[..=k].rotate_right(1);
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
