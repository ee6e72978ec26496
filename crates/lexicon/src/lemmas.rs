//! Forms of the words that the lexicons name, for where a lemmatiser has not met them.

use crate::cues::{CueLexicon, third_person, verb_forms};
use crate::plover::{PloverLexicon, rows};
use std::collections::{HashMap, HashSet};

const IRREGULAR: &str = include_str!("../data/irregular_verbs.tsv");

/// Lemmas by form.
#[derive(Clone, Debug)]
pub struct LemmaLexicon {
    verbs: HashMap<String, &'static str>,
    lemmas: HashSet<&'static str>,
    nouns: HashMap<String, &'static str>,
}

impl Default for LemmaLexicon {
    fn default() -> Self {
        let plover = PloverLexicon::default();
        let irregular: HashMap<&str, &str> = rows(IRREGULAR).map(|[lemma, past]| (lemma, past)).collect();
        let past = |lemma: &'static str| (lemma, irregular.get(lemma).copied().unwrap_or("-"));
        let mut known: Vec<(&'static str, &'static str)> = plover.verbs().map(past).collect();
        known.extend(CueLexicon::verb_rows());
        known.extend(rows(IRREGULAR).map(|[lemma, past]| (lemma, past)));
        known.sort_unstable();
        let mut verbs = HashMap::new();
        for &(lemma, past) in &known {
            for form in verb_forms(lemma, past) {
                verbs.entry(form).or_insert(lemma);
            }
        }
        let mut nouns = HashMap::new();
        let mut lemmas: Vec<&'static str> = plover.nouns().collect();
        lemmas.sort_unstable();
        for lemma in lemmas {
            nouns.entry(third_person(lemma)).or_insert(lemma);
        }
        LemmaLexicon { verbs, lemmas: known.into_iter().map(|k| k.0).collect(), nouns }
    }
}

impl LemmaLexicon {
    /// Whether `lemma` is a verb that is known.
    pub fn is_verb(&self, lemma: &str) -> bool {
        self.lemmas.contains(lemma)
    }

    /// All known forms of verbs with their lemmas, in order.
    pub fn verbs(&self) -> Vec<(&str, &'static str)> {
        let mut forms: Vec<_> = self.verbs.iter().map(|(form, lemma)| (form.as_str(), *lemma)).collect();
        forms.sort_unstable();
        forms
    }

    /// The known verb that `form` (in small letters) is a form of.
    pub fn verb(&self, form: &str) -> Option<&'static str> {
        self.verbs.get(form).copied()
    }

    /// The known noun that `form` (in small letters) is the plural of.
    pub fn noun(&self, form: &str) -> Option<&'static str> {
        self.nouns.get(form).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_verbs_and_nouns() {
        let lexicon = LemmaLexicon::default();
        let of = |form| lexicon.verb(form);
        assert_eq!(of("sentenced"), Some("sentence"));
        assert_eq!(of("expelled"), Some("expel"));
        assert_eq!(of("froze"), Some("freeze"));
        assert_eq!(of("ratifies"), Some("ratify"));
        assert_eq!(of("whistled"), None);
        assert_eq!(lexicon.noun("envoys"), Some("envoy"));
        assert!(lexicon.is_verb("expel") && !lexicon.is_verb("expell"));
    }
}
