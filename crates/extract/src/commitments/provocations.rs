//! What the condition is like: an attack, a trespass, something given in exchange: "*if they fire again*", "*in return for*".

use super::conditions::{Condition, Tie, negated};
use super::scene::{Scene, Voice};
use super::worth::Worth;
use crate::ActorId;
use crate::attribution::clause::{marked, subject};
use demarche_base::WordRange;

/// Whether the condition is an act that the speaker does not want: an attack, a refusal.
pub(super) fn hostile(scene: &Scene, c: &Condition) -> bool {
    // "If they stop sheltering the rebels": what they are to leave off.
    let left = |o: usize| scene.view.form(o).ends_with("ing") || scene.has("hostility", o);
    let leaves_off = scene.view.child(c.if_head, "xcomp").is_some()
        || scene.view.child(c.if_head, "obj").is_some_and(left);
    if scene.has("cease", c.if_head) && leaves_off && !c.negated {
        return false;
    }
    // "if the flights are repeated"
    if scene.has("recurs", c.if_head) && !c.negated {
        return true;
    }
    match scene.worth(c.if_head, &c.if_words) {
        Worth::Unwanted => true,
        Worth::Wanted => false,
        Worth::Open => {
            c.if_words
                .iter()
                .flat_map(|r| r.range())
                .any(|i| scene.has("harm_noun", i) || scene.has("harm_verb", i) || scene.has("grave", i))
                || fired_at(scene, c.if_head)
                || opens_fire(scene, c.if_head)
                || intrudes(scene, c.if_head)
        }
    }
}

/// "if *this does not happen*", "if that is not done": what was asked before is left undone.
pub(super) fn undone(scene: &Scene, c: &Condition) -> bool {
    let done = scene.has("stands_done", c.if_head) || scene.has("stands_complied", c.if_head);
    let that = |s: usize| matches!(scene.view.lemma(s), "this" | "that" | "it");
    c.negated && done && scene.view.child(c.if_head, "nsubj").is_some_and(that)
}

/// "a single foreign *soldier* crossed the river": armed people who come where they are not wanted.
fn intrudes(scene: &Scene, verb: usize) -> bool {
    scene.has("intrudes", verb)
        && !negated(scene.view, verb)
        && subject(scene.view, verb).is_some_and(|s| scene.has("intruder", s))
}

/// "If shots are fired at them": violence with those it is aimed at.
fn fired_at(scene: &Scene, verb: usize) -> bool {
    let aimed = |o: usize| marked(scene.view, o, "case", &["at", "on", "upon", "against"]).is_some();
    scene.has("violence", verb) && scene.view.children_by(verb, "obl").any(aimed)
}

/// "if they fire again", "if one more rocket falls on our town": shots, whoever they are aimed at.
fn opens_fire(scene: &Scene, verb: usize) -> bool {
    let view = scene.view;
    let shot = |s: usize| {
        ["missile", "bomb", "fire"].iter().any(|class| scene.lexicon.plover.is(class, view.lemma(s)))
    };
    let shoots = scene.lexicon.commissives.is("shoots", view.lemma(verb));
    !negated(view, verb)
        && view
            .child(verb, "nsubj")
            .is_some_and(|s| shot(s) && scene.has("lands", verb) || shoots && !shot(s))
}

/// Whether the condition is an attack: help against it is promised, not offered.
pub(super) fn assailed(scene: &Scene, c: &Condition) -> bool {
    let words = || c.if_words.iter().flat_map(|r| r.range());
    // "if they stop the shelling"
    let left_off = scene.has("forbear", c.if_head) && !c.negated;
    c.tie != Tie::If
        || !left_off && words().any(|i| ["violence", "hostility", "grave"].iter().any(|k| scene.has(k, i)))
}

/// Those whom what follows names beside `by`, who binds itself, and `harm`, who would do harm: "will support *Lima* if Oslo cuts its
/// gas". Nobody where the condition is no harm.
pub(super) fn helped(
    scene: &Scene,
    c: &Condition,
    words: &[WordRange],
    by: &[ActorId],
    harm: &[ActorId],
) -> Vec<ActorId> {
    let harmful = c.tie == Tie::If
        && !scene.has("forbear", c.if_head)
        && scene.worth(c.if_head, &c.if_words) == Worth::Unwanted;
    if !harmful || harm.is_empty() {
        return Vec::new();
    }
    scene.foreign(scene.foreign(scene.named_in(words), by), harm)
}

/// "in exchange for", "in return for": what follows is given for it.
pub(super) fn exchange(scene: &Scene, c: &Condition) -> bool {
    c.connective.range().any(|i| scene.has("exchange", i))
}

/// "If *they* do not leave, *we* will act": two sides, also where both belong to one state.
pub(super) fn opposed(scene: &Scene, c: &Condition) -> bool {
    let view = scene.view;
    let other = |s: usize| scene.has("they", s) && view.word(s).upos == "PRON";
    subject(view, c.if_head).is_some_and(other)
        && subject(view, c.then_head).is_some_and(|s| scene.ours(s) && view.word(s).upos == "PRON")
}

/// Whether somebody with a name who is no known actor would meet the condition: "if the Front goes".
pub(super) fn stranger(scene: &Scene, c: &Condition) -> bool {
    subject(scene.view, c.if_head)
        .is_some_and(|s| scene.view.word(s).upos == "PROPN" && scene.actors(s, &Voice::default()).is_empty())
}
