//! The models: weights, vocabulary and lexicons, loaded once and shared by every reading.

use demarche_encoder::{Model, Weights};
use demarche_extract::heads::HeadModel;
use demarche_lexicon::Lexicon;
use demarche_syntax::SyntaxModel;

pub use demarche_encoder::ModelError;

/// Everything that reading needs besides the text.
#[derive(Debug)]
pub struct Models {
    /// Word vectors.
    pub(crate) encoder: Model,
    /// Tags, lemmas, trees.
    pub(crate) syntax: SyntaxModel,
    /// Names, dates, attribution roles, event types.
    pub(crate) heads: HeadModel,
    /// Knowledge of the world and of words.
    pub(crate) lexicon: Lexicon,
}

impl Models {
    /// Loads the models from the bytes of `demarche.safetensors` and the text of `vocab.txt`; checks both.
    pub fn load(weights: &[u8], vocab: &str) -> Result<Models, ModelError> {
        let weights = Weights::parse(weights, vocab)?;
        Ok(Models {
            encoder: Model::load(&weights)?,
            syntax: SyntaxModel::load(&weights)?,
            heads: HeadModel::load(&weights)?,
            lexicon: Lexicon::load(),
        })
    }

    /// The models that were built into the program.
    #[cfg(feature = "models")]
    pub fn embedded() -> Result<Models, ModelError> {
        Models::load(include_bytes!(env!("DEMARCHE_WEIGHTS")), include_str!(env!("DEMARCHE_VOCAB")))
    }
}
