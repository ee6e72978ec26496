//! What is known of the world and of words: data files with their origin, and the look-ups over them.

pub mod cues;
pub mod meeting;
pub mod plover;
pub mod timex;

/// All lexicons, ready for look-up.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Words that attribute.
    pub cues: cues::CueLexicon,
    /// Words that report events.
    pub plover: plover::PloverLexicon,
    /// Words that speak of meetings.
    pub meeting: meeting::MeetingLexicon,
}

impl Lexicon {
    /// The lexicon of the program.
    pub fn load() -> Self {
        Lexicon::default()
    }
}
