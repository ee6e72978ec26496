//! Who binds whom to what: demands, offers, promises, threats, conditions, choices (Searle; Schelling).
//!
//! The steps, in reading order:
//! 1. [`conditions`], [`nominal`]: what is said to follow from what, told by clauses and by noun phrases.
//! 2. [`said`]: words that bind, with who binds whom to what ("demanded", "threatened", "an offer").
//! 3. [`bargains`], [`bound`]: which conditions are threats, promises or offers, by themselves or by a word that binds: whose
//!    the outcome is ([`case`]), what [`kinds`] it makes of the condition and [`towards`] whom, by what the condition and the
//!    outcome are like ([`provocations`], [`outcomes`]) and whether the other side wants it ([`worth`]).
//! 4. [`pledges`]: threats, promises and offers without a condition.
//! 5. [`demands`], [`lists`]: what one actor wants of another.
//! 6. [`choices`]: two paths before an actor.
//! 7. [`returns`]: what an offer asks in return.
//! 8. [`address`]: to whom what says no addressee is said, by what the same side said before.
//! 9. [`acts`]: what each clause does to whom: type, doer and target by its words.
//! 10. [`standing`]: conditions that stand for what was demanded.
//!
//! All look at a [`scene`].

mod acts;
mod address;
mod bargains;
mod bound;
mod case;
mod choices;
mod conditions;
mod demands;
mod kinds;
mod lists;
mod nominal;
mod outcomes;
mod pledges;
mod provocations;
mod returns;
mod said;
mod scene;
mod standing;
mod statements;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_acts;
#[cfg(test)]
mod tests_answers;
#[cfg(test)]
mod tests_articles;
#[cfg(test)]
mod tests_bargains;
#[cfg(test)]
mod tests_forms;
#[cfg(test)]
mod tests_kinds;
#[cfg(test)]
mod tests_lacking;
#[cfg(test)]
mod tests_parts;
#[cfg(test)]
mod tests_shared;
#[cfg(test)]
mod tests_talks;
#[cfg(test)]
mod tests_terms;
#[cfg(test)]
mod tests_unseen;
#[cfg(test)]
mod tests_wire;
#[cfg(test)]
mod tests_withheld;
mod towards;
mod worth;

pub use conditions::{Condition, Tie, conditions};

use crate::actors::ActorIndex;
use crate::events::Naming;
use crate::{Attribution, AttributionId, Clause, Commitment, Event, View};
use demarche_base::ByteSpan;
use demarche_lexicon::Lexicon;
use demarche_record::CommitmentKind;
use demarche_text::CALENDAR_NAMES;
use scene::Scene;

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
    let statements = statements::Statements::new(view, attributions);
    let scene =
        Scene { view, lexicon, naming: Naming { index: actors, lexicon }, attributions, events, statements };
    let said = said::said(&scene);
    let mut found = bargains::bargains(&scene, &said);
    choices::choices(&scene, &mut found);
    demands::demands(&scene, &said, &mut found);
    pledges::pledges(&scene, &said, &mut found);
    found.retain(|c| !of_a_day(view, c));
    found.sort_by(|a, b| a.spans.cmp(&b.spans));
    found.dedup_by(|a, b| a.kind == b.kind && a.spans == b.spans);
    returns::in_return(&scene, &mut found);
    address::addressed(&scene, &mut found);
    acts::name(&scene, &mut found);
    standing::stand_ins(&scene, &mut found);
    found
}

/// Whether what is demanded is but a day: "the vote that they have called for *Sunday*".
fn of_a_day(view: &View, c: &Commitment) -> bool {
    let Some(what) = c.what.as_ref().filter(|_| c.kind == CommitmentKind::Demand) else { return false };
    let words: Vec<usize> = what.spans.iter().flat_map(|&s| view.words_in(s).range()).collect();
    let day = |w: usize| CALENDAR_NAMES.contains(&view.form(w));
    words.iter().any(|&w| day(w)) && words.iter().all(|&w| day(w) || view.word(w).upos == "NUM")
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
