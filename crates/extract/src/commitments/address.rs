//! To whom a threat, a choice, an offer of mediation or what is promised in return is said, where its own words do not tell.

use super::scene::Scene;
use crate::{ActorId, Commitment};
use demarche_record::CommitmentKind;

/// As many sentences before a commitment are looked at.
const REACH: usize = 2;

/// Gives an addressee to what names none.
///
/// ```text
/// Elbonia must leave, he said. If it is not done, we will act.      the threat is to Elbonia
/// They urged both sides to show restraint. Norway will mediate.     the offer is to both sides
/// Elbonia must leave, and if this is done, we will open the port.   the promise is to Elbonia
/// ```
pub(super) fn addressed(scene: &Scene, found: &mut [Commitment]) {
    let sentences: Vec<Option<usize>> = found.iter().map(|c| sentence(scene, c)).collect();
    for i in 0..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let Some(c) = rest.first_mut().filter(|c| c.towards.is_empty() && !c.by.is_empty()) else { continue };
        let Some(at) = sentences[i] else { continue };
        let near = || near(before, &sentences, at);
        let to = match c.kind {
            CommitmentKind::Threat | CommitmentKind::Choice => {
                let side = side(scene, c);
                near().find(|p| same_side(p, &side)).map(|p| p.towards.clone())
            }
            CommitmentKind::Offer if mediates(scene, c) => {
                near().map(|p| p.towards.clone()).find(|t| t.len() > 1 && scene.public(t))
            }
            CommitmentKind::Offer | CommitmentKind::Promise
                if c.condition.as_ref().is_some_and(|c| c.actor.is_empty()) =>
            {
                let side = side(scene, c);
                let asked = |p: &&Commitment| p.kind == CommitmentKind::Demand && same_side(p, &side);
                near().find(asked).map(|p| p.towards.clone())
            }
            _ => None,
        };
        let to = scene.foreign(to.unwrap_or_default(), &c.by);
        for option in &mut c.options {
            if option.actor.is_empty() {
                option.actor.clone_from(&to);
            }
        }
        c.towards = to;
    }
}

/// The commitments `before` one in sentence `at` that are within its reach, the nearest first; `sentences` are theirs. They
/// stand in order of the text: what lies beyond the reach ends the search.
pub(super) fn near<'c>(
    before: &'c [Commitment],
    sentences: &'c [Option<usize>],
    at: usize,
) -> impl Iterator<Item = &'c Commitment> {
    let back = before.iter().zip(sentences).rev();
    back.take_while(move |p| p.1.is_none_or(|s| s + REACH >= at)).filter(|p| p.1.is_some()).map(|p| p.0)
}

/// The sentence in which a commitment begins.
pub(super) fn sentence(scene: &Scene, c: &Commitment) -> Option<usize> {
    let words = scene.view.words_in(*c.spans.first()?);
    (!words.is_empty()).then(|| scene.view.sentence_index(words.start as usize))
}

/// Who binds himself, and who reports it: "The allies have made it clear that ..., the minister said."
fn side(scene: &Scene, c: &Commitment) -> Vec<ActorId> {
    let mut out = c.by.clone();
    if let Some(first) = c.spans.first() {
        let word = scene.view.words_in(*first).start as usize;
        let around = scene.statements.around(scene, word);
        out.extend(around.into_iter().flat_map(|i| scene.principals(&scene.attributions[i])));
    }
    out
}

/// Whether an earlier commitment is one that this side directs at another.
fn same_side(p: &Commitment, side: &[ActorId]) -> bool {
    use CommitmentKind::{Choice, Condition, Demand, Threat};
    matches!(p.kind, Choice | Condition | Demand | Threat)
        && p.by.iter().any(|b| side.contains(b))
        && p.towards.iter().any(|t| !side.contains(t))
}

/// Whether what is offered is to stand between two sides.
fn mediates(scene: &Scene, c: &Commitment) -> bool {
    let words = c.consequence.iter().flat_map(|t| &t.spans).map(|&s| scene.view.words_in(s));
    words.flat_map(|r| r.range()).any(|i| scene.has("mediate", i))
}
