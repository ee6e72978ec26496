//! What is known of the world and of words: data files with their origin, and the look-ups over them.

/// All lexicons, ready for look-up.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon of the program.
    pub fn load() -> Self {
        Lexicon::default()
    }
}
