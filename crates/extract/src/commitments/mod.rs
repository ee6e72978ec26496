//! Who binds whom to what: demands, offers, promises, threats, conditions, choices (Searle; Schelling).
//!
//! The steps, in reading order:
//! 1. [`conditions`]: what is said to follow from what.
//! 2. [`bargains`]: which conditions are threats, promises or offers, by who would act and whether the other side wants it.
//! 3. [`pledges`]: threats, promises and offers without a condition.
//! 4. [`demands`]: what one actor wants of another.
//! 5. [`choices`]: two paths before an actor.

mod acts;
mod bargains;
mod choices;
mod conditions;
mod demands;
mod pledges;
#[cfg(test)]
mod tests;

pub use conditions::{Condition, conditions};

use crate::actors::ActorIndex;
use crate::events::Naming;
use crate::{Attribution, AttributionId, Clause, Commitment, Event, View};
use acts::Scene;
use demarche_base::ByteSpan;
use demarche_lexicon::Lexicon;
use demarche_record::CommitmentKind;

/// Every commitment of a text, in order of the text.
pub fn commitments(
    view: &View,
    lexicon: &Lexicon,
    actors: &ActorIndex,
    attributions: &[Attribution],
    events: &[Event],
) -> Vec<Commitment> {
    if view.syntax.words.len() != view.len() {
        return Vec::new();
    }
    let scene = Scene { view, lexicon, naming: Naming { index: actors, lexicon }, attributions, events };
    let mut found = bargains::bargains(&scene);
    pledges::pledges(&scene, &mut found);
    demands::demands(&scene, &mut found);
    choices::choices(&scene, &mut found);
    found.sort_by(|a, b| a.spans.cmp(&b.spans));
    found.dedup_by(|a, b| a.kind == b.kind && a.spans == b.spans);
    found
}

/// A commitment of `kind`, made in statement `statement`, with nothing else known.
fn commitment(kind: CommitmentKind, statement: Option<usize>, found_by: &'static str) -> Commitment {
    Commitment {
        kind,
        by: Vec::new(),
        towards: Vec::new(),
        condition: None,
        consequence: None,
        what: None,
        options: Vec::new(),
        attribution: statement.map(|i| AttributionId(i as u32)),
        spans: Vec::new(),
        found_by,
    }
}

/// Fills in the spans from the parts.
fn with_spans(mut c: Commitment) -> Commitment {
    let parts = [&c.condition, &c.consequence, &c.what];
    let mut spans: Vec<ByteSpan> =
        parts.into_iter().flatten().chain(&c.options).flat_map(|p| p.spans.iter().copied()).collect();
    spans.sort();
    spans.dedup();
    c.spans = spans;
    c
}

/// Whether two sides share words.
fn overlap(a: &Clause, b: &Clause) -> bool {
    a.spans.iter().any(|x| b.spans.iter().any(|y| x.overlaps(*y)))
}
