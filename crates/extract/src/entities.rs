//! Names and their types.

use crate::{Entity, View};
use demarche_lexicon::Lexicon;

/// Every name of a text, in order.
pub fn entities(view: &View, lexicon: &Lexicon) -> Vec<Entity> {
    let _ = (view, lexicon);
    Vec::new()
}
