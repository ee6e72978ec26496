//! Towards whom a condition is stated: "if *Lima* does not leave, we will act".

use super::case::Case;
use super::outcomes::{ours_acts, refuses};
use super::scene::Scene;
use crate::ActorId;
use crate::attribution::clause::{marked, subject};
use demarche_record::CommitmentKind;

/// Towards whom: who would meet the condition; else whom the clause that follows touches; else who was told.
pub(super) fn towards(case: &Case, kind: CommitmentKind, by: &[ActorId]) -> Vec<ActorId> {
    let Case { scene, c, voice, then_words, if_actors, .. } = *case;
    let foreign = |v: Vec<ActorId>| scene.foreign(v, by);
    let mut found = foreign(if_actors.to_vec());
    if found.is_empty() {
        found = foreign(scene.named_in(&c.if_words));
    }
    if found.is_empty() {
        found = foreign(scene.named_in(then_words));
        let mut asked = recourse(scene, c.then_head);
        // "will join the exercises with Norway": with whom one acts is not whom one addresses.
        // "ruled out talks with Lima": with whom one refuses to talk is.
        if kind == CommitmentKind::Condition && !refuses(scene, c.then_head) {
            let with = |i: usize| marked(scene.view, i, "case", &["with"]).is_some();
            let beside = then_words.iter().flat_map(|r| r.range()).filter(|&i| with(i));
            asked.extend(beside.flat_map(|i| scene.named_in(&[scene.view.subtree(i)])));
        }
        found.retain(|x| !asked.contains(x));
        if ours_acts(scene, c.then_head) {
            // "our consul will not return to Lima": the consul is the speaker's own.
            found.retain(|x| scene.public(&[*x]));
        }
    }
    if found.is_empty()
        && let Some(s) = scene.attribution(voice).and_then(|a| a.addressee)
    {
        found = foreign(scene.named_in(&[scene.view.words_in(s)]));
    }
    if found.is_empty() {
        found = foreign(subject(scene.view, c.then_head).map_or(Vec::new(), |s| scene.actors(s, voice)));
    }
    found
}

/// To whom the speaker would turn: "will ask *the council* for sanctions", "will take it to *the court*".
pub(super) fn recourse(scene: &Scene, head: usize) -> Vec<ActorId> {
    let view = scene.view;
    if !scene.has("recourse", head) {
        return Vec::new();
    }
    // "take the dispute to the court", with "to" hung from the verb or from its object.
    let below = view.children_by(head, "obj").flat_map(|o| view.children_by(o, "nmod"));
    let children = view.children(head).iter().map(|&c| c as usize).chain(below).filter(|&c| c > head);
    let turned_to = children.filter(|&c| match view.word(c).relation() {
        "obj" | "iobj" => {
            let wanted = view.children_by(head, "obl").any(|o| marked(view, o, "case", &["for"]).is_some());
            wanted
                || scene.infinitive(head)
                || view.child(head, "xcomp").is_some()
                || view.child(c, "acl").is_some()
        }
        "obl" | "nmod" => marked(view, c, "case", &["to", "before", "on", "upon", "with"]).is_some(),
        _ => false,
    });
    turned_to.flat_map(|c| scene.named_in(&[view.subtree(c)])).collect()
}
