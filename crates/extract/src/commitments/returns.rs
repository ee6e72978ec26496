//! What is asked in return for an offer or promise: "offered to free the crew and asked Lima in return to lift the blockade".

use super::scene::Scene;
use super::with_spans;
use crate::{Clause, Commitment};
use demarche_record::CommitmentKind;

/// Sentences back in which the offer may stand.
const REACH: usize = 1;

/// Gives offers and promises without a condition the one that the same side names behind them, as what it wants in return.
///
/// ```text
/// Oslo offered gas and asked Lima in return to open the port.     offer: gas, if: open the port
/// Oslo offered gas. In return Lima must leave, it said.           offer: gas, if: leave
/// ```
pub(super) fn in_return(scene: &Scene, found: &mut [Commitment]) {
    let view = scene.view;
    for i in 0..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let Some(demand) = rest.first().filter(|c| c.kind == CommitmentKind::Demand) else { continue };
        let Some(what) = demand.what.as_ref().filter(|w| swaps(scene, w)) else { continue };
        let at = |c: &Clause| c.spans.first().map(|&s| view.sentence_index(view.words_in(s).start as usize));
        let near = |c: &Clause| at(c).zip(at(what)).is_some_and(|(a, b)| a <= b && b - a <= REACH);
        let offer = before.iter_mut().rev().find(|c| {
            matches!(c.kind, CommitmentKind::Offer | CommitmentKind::Promise)
                && c.condition.is_none()
                && c.by.iter().any(|b| demand.by.contains(b))
                && c.consequence.as_ref().is_some_and(near)
        });
        let Some(offer) = offer else { continue };
        let actor = if what.actor.is_empty() { demand.towards.clone() } else { what.actor.clone() };
        offer.condition = Some(Clause { actor, ..what.clone() });
        if offer.towards.is_empty() {
            offer.towards.clone_from(&demand.towards);
        }
        *offer = with_spans(offer.clone());
    }
}

/// Whether "in return" or "in exchange" stands before what is demanded, in its sentence. "In return for the gas" says by itself
/// what it is for.
fn swaps(scene: &Scene, what: &Clause) -> bool {
    let view = scene.view;
    let Some(start) = what.spans.first().map(|&s| view.words_in(s).start as usize) else { return false };
    if start >= view.len() {
        return false;
    }
    (view.sentence(start).start as usize..start).any(|k| {
        view.form(k).eq_ignore_ascii_case("in")
            && k + 2 < view.len()
            && scene.has("exchange", k + 1)
            && !view.form(k + 2).eq_ignore_ascii_case("for")
    })
}
