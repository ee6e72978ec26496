//! Who appears: mentions of states, bodies, groups and persons, brought together by whom they mean.

mod index;

pub use index::ActorIndex;

use crate::{Actor, Entity, View};
use demarche_lexicon::Lexicon;

/// The actors of a text, each with all its mentions; sets [`Entity::actor`] of the names that mean one.
pub fn actors(
    view: &View,
    lexicon: &Lexicon,
    entities: &mut [Entity],
    published: Option<jiff::civil::Date>,
) -> Vec<Actor> {
    let _ = (view, lexicon, entities, published);
    Vec::new()
}
