//! Small words and verbs by which a clause is told from its neighbours.

use crate::plover::{list, rows};
use std::collections::HashMap;

const CLASSES: &str = include_str!("../data/grammar.tsv");

/// The classes of `grammar.tsv`.
#[derive(Clone, Debug)]
pub struct GrammarLexicon {
    classes: HashMap<&'static str, Vec<&'static str>>,
}

impl Default for GrammarLexicon {
    fn default() -> Self {
        GrammarLexicon { classes: rows(CLASSES).map(|[class, lemmas]| (class, list(lemmas))).collect() }
    }
}

impl GrammarLexicon {
    /// Whether `lemma` (in small letters) belongs to `class`.
    pub fn is(&self, class: &str, lemma: &str) -> bool {
        self.classes.get(class).is_some_and(|c| c.contains(&lemma))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn since_opens_a_clause_of_time_and_considering_one_of_another_kind() {
        let lexicon = GrammarLexicon::default();
        assert!(lexicon.is("time", "since") && !lexicon.is("occasion", "since"));
        assert!(lexicon.is("gerund-conjunction", "consider") && !lexicon.is("gerund-conjunction", "add"));
        assert!(!lexicon.is("no such class", "since"));
    }

    #[test]
    fn what_tells_an_occasion_is_a_clause_of_time() {
        let lexicon = GrammarLexicon::default();
        let occasions = &lexicon.classes["occasion"];
        assert!(!occasions.is_empty() && occasions.iter().all(|w| lexicon.is("time", w)));
    }
}
