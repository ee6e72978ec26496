//! Forms of the words that the lexicons name, for where a lemmatiser has not met them.

use crate::cues::{CueLexicon, verb_forms};
use crate::plover::{PloverLexicon, rows};
use std::collections::{HashMap, HashSet};

const IRREGULAR: &str = include_str!("../data/irregular_verbs.tsv");

/// The third person of a verb, the plural of a noun: "closes", "ratifies".
pub fn third_person(lemma: &str) -> String {
    crate::cues::third_person(lemma)
}

/// The regular past: of one syllable with one vowel and one consonant behind it, or of a verb that is stressed at its end
/// ("admit"), that consonant is doubled.
fn regular_past(lemma: &str) -> String {
    let vowel = |c: char| "aeiou".contains(c);
    if lemma.ends_with('e') {
        return format!("{lemma}d");
    }
    if let Some(stem) = lemma.strip_suffix('y').filter(|s| !s.ends_with(vowel)) {
        return format!("{stem}ied");
    }
    let letters: Vec<char> = lemma.chars().collect();
    let closed =
        matches!(letters[..], [.., a, b, c] if !vowel(a) && vowel(b) && !vowel(c) && !"wxy".contains(c));
    let vowels = letters.iter().filter(|c| vowel(**c)).count();
    let stressed =
        ["mit", "fer", "pel", "cur", "bel", "quip", "trol", "gret"].iter().any(|e| lemma.ends_with(e));
    match (closed, letters.last()) {
        (true, Some(last)) if vowels == 1 || stressed => format!("{lemma}{last}ed"),
        _ => format!("{lemma}ed"),
    }
}

/// Lemmas by form.
#[derive(Clone, Debug)]
pub struct LemmaLexicon {
    verbs: HashMap<String, &'static str>,
    lemmas: HashSet<&'static str>,
    /// First irregular pasts by lemma.
    pasts: HashMap<&'static str, &'static str>,
    nouns: HashMap<String, &'static str>,
}

impl Default for LemmaLexicon {
    fn default() -> Self {
        LemmaLexicon::of(&PloverLexicon::default())
    }
}

impl LemmaLexicon {
    /// The forms of the verbs and nouns that `plover` names, and of those of the other lexicons.
    pub fn of(plover: &PloverLexicon) -> Self {
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
        // A verb is no noun for standing in a class: "regards" closes a letter.
        let verb = |w: &&str| known.binary_search_by(|(lemma, _)| lemma.cmp(w)).is_ok();
        let mut lemmas: Vec<&'static str> = plover.nouns().collect();
        lemmas.extend(plover.classed().filter(|w| !verb(w)));
        lemmas.sort_unstable();
        for lemma in lemmas {
            nouns.entry(third_person(lemma)).or_insert(lemma);
        }
        let irregular = known.iter().filter(|(_, past)| *past != "-");
        let pasts = irregular.map(|(lemma, past)| (*lemma, past.split(',').next().unwrap_or(past))).collect();
        LemmaLexicon { verbs, lemmas: known.into_iter().map(|k| k.0).collect(), pasts, nouns }
    }
}

impl LemmaLexicon {
    /// Whether `lemma` is a verb that is known.
    pub fn is_verb(&self, lemma: &str) -> bool {
        self.lemmas.contains(lemma)
    }

    /// Whether the past of a verb is its lemma: "put", "cut".
    pub fn is_invariable(&self, lemma: &str) -> bool {
        self.pasts.get(lemma).is_some_and(|&past| past == lemma)
    }

    /// Whether `form` is the irregular past of the verb `lemma` and no form of it besides.
    pub fn is_past(&self, lemma: &str, form: &str) -> bool {
        form != lemma && self.pasts.get(lemma).is_some_and(|&past| past == form)
    }

    /// The simple past of a known verb.
    ///
    /// ```
    /// let lexicon = demarche_lexicon::lemmas::LemmaLexicon::default();
    /// assert_eq!(lexicon.past("withdraw").as_deref(), Some("withdrew"));
    /// assert_eq!(lexicon.past("receive").as_deref(), Some("received"));
    /// ```
    pub fn past(&self, lemma: &str) -> Option<String> {
        let (&lemma, irregular) = (self.lemmas.get(lemma)?, self.pasts.get(lemma));
        Some(irregular.map_or_else(|| regular_past(lemma), |past| (*past).to_owned()))
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
        assert_eq!(of("yodelled"), None);
        assert_eq!(lexicon.noun("envoys"), Some("envoy"));
        assert!(lexicon.is_verb("expel") && !lexicon.is_verb("expell"));
        for (lemma, past) in
            [("expel", "expelled"), ("ratify", "ratified"), ("deploy", "deployed"), ("stop", "stopped")]
        {
            assert_eq!(lexicon.past(lemma).as_deref(), Some(past));
        }
        assert_eq!(lexicon.past("yodel"), None);
    }
}
