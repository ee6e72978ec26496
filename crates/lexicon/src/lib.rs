//! What is known of the world and of words: data files with their origin, and the look-ups over them.

pub mod commissives;
pub mod cues;
pub mod gazetteer;
pub mod grammar;
pub mod lemmas;
pub mod meeting;
pub mod plover;
pub mod roles;
pub mod timex;

/// All lexicons, ready for look-up.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Names of states, bodies, places and office holders.
    pub gazetteer: gazetteer::Gazetteer,
    /// Titles, agent nouns, given names.
    pub roles: roles::Roles,
    /// Words of occasions and commitments.
    pub commissives: commissives::CommissiveLexicon,
    /// Words that attribute.
    pub cues: cues::CueLexicon,
    /// Forms of the verbs and nouns that the other lexicons name.
    pub lemmas: lemmas::LemmaLexicon,
    /// Words by which clauses are told apart.
    pub grammar: grammar::GrammarLexicon,
    /// Words that report events.
    pub plover: plover::PloverLexicon,
    /// Words that speak of meetings.
    pub meeting: meeting::MeetingLexicon,
    /// Words of temporal expressions.
    pub timex: timex::TimexLexicon,
}

impl Lexicon {
    /// The lexicon of the program.
    pub fn load() -> Self {
        let plover = plover::PloverLexicon::default();
        Lexicon {
            gazetteer: gazetteer::Gazetteer::load(),
            roles: roles::Roles::load(),
            commissives: commissives::CommissiveLexicon::default(),
            cues: cues::CueLexicon::default(),
            lemmas: lemmas::LemmaLexicon::of(&plover),
            grammar: grammar::GrammarLexicon::default(),
            plover,
            meeting: meeting::MeetingLexicon::default(),
            timex: timex::TimexLexicon::load(),
        }
    }
}
