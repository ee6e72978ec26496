//! Words by which a text speaks of meetings.

use crate::plover::{list, rows};
use std::collections::HashMap;

const CLASSES: &str = include_str!("../data/meeting.tsv");

/// The classes of `meeting.tsv`.
#[derive(Clone, Debug)]
pub struct MeetingLexicon {
    classes: HashMap<&'static str, Vec<&'static str>>,
}

impl Default for MeetingLexicon {
    fn default() -> Self {
        MeetingLexicon { classes: rows(CLASSES).map(|[class, lemmas]| (class, list(lemmas))).collect() }
    }
}

impl MeetingLexicon {
    /// Whether `lemma` belongs to `class`.
    pub fn is(&self, class: &str, lemma: &str) -> bool {
        self.classes.get(class).is_some_and(|c| c.contains(&lemma))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summit_is_a_meeting_and_a_dinner_an_informal_one() {
        let lexicon = MeetingLexicon::default();
        assert!(lexicon.is("noun", "summit") && !lexicon.is("informal", "summit"));
        assert!(lexicon.is("noun", "dinner") && lexicon.is("informal", "dinner"));
    }
    #[test]
    fn who_sets_a_meeting_up_and_who_holds_it() {
        let lexicon = MeetingLexicon::default();
        assert!(lexicon.is("hold", "mediate") && lexicon.is("sets-up", "mediate"));
        assert!(lexicon.is("hold", "conclude") && !lexicon.is("sets-up", "conclude"));
    }

    #[test]
    fn a_clause_is_set_in_time_after_talks_and_not_with_them() {
        let lexicon = MeetingLexicon::default();
        assert!(lexicon.is("sets-time", "after") && !lexicon.is("sets-time", "with"));
        assert!(lexicon.is("definite", "the") && !lexicon.is("definite", "a"));
    }
}
