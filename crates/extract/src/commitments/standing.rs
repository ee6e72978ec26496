//! Conditions that stand for what was demanded before: who acts in them, and what the act is.

use super::acts::top;
use super::address::{near, sentence};
use super::scene::Scene;
use crate::attribution::clause::subject;
use crate::{Clause, Commitment};
use demarche_record::CommitmentKind;

/// What such a condition says of what was demanded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// That it is done: "this happens", "it does so", "its demand is met".
    Done,
    /// That those who are asked comply.
    Complied,
    /// That they refuse.
    Refused,
}

/// Gives such conditions the act of the last demand before them, of the same side.
///
/// ```text
/// Oslo gave Lima a week to leave. If this does not happen, it will act.     if not: Lima, RETREAT
/// Oslo asked Lima to leave and said that if it refuses, it will act.        if: Lima, not Oslo
/// ```
pub(super) fn stand_ins(scene: &Scene, found: &mut [Commitment]) {
    let sentences: Vec<Option<usize>> = found.iter().map(|c| sentence(scene, c)).collect();
    for i in 0..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let Some(c) = rest.first_mut() else { continue };
        let (Some(clause), Some(at)) = (&mut c.condition, sentences[i]) else { continue };
        let Some((stands, named)) = stands(scene, clause) else { continue };
        let asked =
            |p: &&Commitment| p.kind == CommitmentKind::Demand && p.by.iter().any(|b| c.by.contains(b));
        let Some(demand) = near(before, &sentences, at).find(asked) else { continue };
        let Some(what) = demand.what.as_ref().filter(|w| !w.negated) else { continue };
        let who = if what.actor.is_empty() { &demand.towards } else { &what.actor };
        if named && !clause.actor.iter().any(|a| who.contains(a)) {
            continue;
        }
        if !who.is_empty() {
            clause.actor.clone_from(who);
        }
        clause.kind = match stands {
            Stands::Done => what.kind.or(clause.kind),
            Stands::Complied => clause.kind.or(what.kind),
            Stands::Refused => clause.kind,
        };
    }
}

/// Whether a condition says nothing but that, and whether it names who acts.
fn stands(scene: &Scene, clause: &Clause) -> Option<(Stands, bool)> {
    let view = scene.view;
    let top = top(scene, clause)?;
    let known = [
        ("stands_done", Stands::Done),
        ("stands_complied", Stands::Complied),
        ("stands_refused", Stands::Refused),
    ];
    let (_, stands) = known.into_iter().find(|(class, _)| scene.has(class, top))?;
    let empty = |w: usize| {
        let pronoun = matches!(view.lemma(w), "this" | "that" | "these" | "those" | "so" | "its" | "their");
        pronoun
            || matches!(
                view.word(w).upos,
                "PRON" | "AUX" | "PART" | "DET" | "SCONJ" | "ADP" | "PUNCT" | "PROPN"
            )
            || scene.has("stands_done", w)
            || scene.has("asked_noun", w)
    };
    let bare = clause.spans.iter().flat_map(|&s| view.words_in(s).range()).all(|w| w == top || empty(w));
    let named = subject(view, top).is_some_and(|s| view.word(s).upos == "PROPN");
    bare.then_some((stands, named))
}
