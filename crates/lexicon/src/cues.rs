//! Attributing words: what they take as content and how their source stands to it.

use std::collections::HashMap;

const ATTRIBUTION_CUES: &str = include_str!("../data/attribution_cues.tsv");

/// How an attributing word takes its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A quotation: "..., she said".
    Quotation,
    /// A finite or wh clause: "said that ...".
    That,
    /// An infinitive: "promised to ...".
    To,
    /// A direct object: "rejected the offer".
    Object,
    /// An object with its infinitive: "urged both sides to ...".
    ObjectTo,
    /// An object with "as": "described it as ...".
    As,
    /// An object with a second predicate: "called it a lie".
    SecondPredicate,
    /// A passive or raising verb with an infinitive: "is expected to ...".
    PassiveTo,
    /// What follows a preposition or particle: "called for ...".
    After(&'static str),
}

impl Frame {
    fn from_name(name: &'static str) -> Frame {
        match name {
            "q" => Frame::Quotation,
            "that" => Frame::That,
            "to" => Frame::To,
            "obj" => Frame::Object,
            "obj-to" => Frame::ObjectTo,
            "as" => Frame::As,
            "xobj" => Frame::SecondPredicate,
            "pass-to" => Frame::PassiveTo,
            other => Frame::After(other.strip_prefix("p:").unwrap_or(other)),
        }
    }
}

/// An attributing word.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Its lemma.
    pub lemma: &'static str,
    /// What it takes, each with the stance that the source then has.
    pub frames: Vec<(Frame, &'static str)>,
    /// The stance in general: "asserts", "denies", "demands", ...
    pub stance: &'static str,
}

impl Cue {
    /// The stance of the source where the word takes `frame`; `None` where it does not.
    pub fn takes(&self, frame: Frame) -> Option<&'static str> {
        self.frames.iter().find(|f| f.0 == frame).map(|f| f.1)
    }
}

/// The attributing words by form.
#[derive(Clone, Debug)]
pub struct CueLexicon {
    cues: Vec<Cue>,
    verbs: HashMap<String, usize>,
    nouns: HashMap<String, usize>,
    adjectives: HashMap<String, usize>,
}

impl Default for CueLexicon {
    fn default() -> Self {
        let mut lexicon = CueLexicon {
            cues: Vec::new(),
            verbs: HashMap::new(),
            nouns: HashMap::new(),
            adjectives: HashMap::new(),
        };
        for line in ATTRIBUTION_CUES.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let [lemma, pos, past, frames, stance] = cells[..] else { continue };
            let frames = frames
                .split(' ')
                .map(|f| f.split_once('=').unwrap_or((f, stance)))
                .map(|(name, stance)| (Frame::from_name(name), stance))
                .collect();
            let index = lexicon.cues.len();
            lexicon.cues.push(Cue { lemma, frames, stance });
            let (map, forms) = match pos {
                "VERB" => (&mut lexicon.verbs, verb_forms(lemma, past)),
                "NOUN" => (&mut lexicon.nouns, vec![lemma.to_owned(), third_person(lemma)]),
                _ => (&mut lexicon.adjectives, vec![lemma.to_owned()]),
            };
            for form in forms {
                map.entry(form).or_insert(index);
            }
        }
        lexicon
    }
}

impl CueLexicon {
    /// The verb that `form` (any case) is a form of.
    pub fn verb(&self, form: &str) -> Option<&Cue> {
        self.verbs.get(&form.to_lowercase()).map(|&i| &self.cues[i])
    }

    /// The lemmas of the verbs with their irregular pasts ("-", where there are none).
    pub(crate) fn verb_rows() -> impl Iterator<Item = (&'static str, &'static str)> {
        let rows = crate::plover::rows::<3>(ATTRIBUTION_CUES);
        rows.filter(|[_, pos, _]| *pos == "VERB").map(|[lemma, _, past]| (lemma, past))
    }

    /// The noun that `form` is a form of.
    pub fn noun(&self, form: &str) -> Option<&Cue> {
        self.nouns.get(&form.to_lowercase()).map(|&i| &self.cues[i])
    }

    /// The adjective or participle.
    pub fn adjective(&self, form: &str) -> Option<&Cue> {
        self.adjectives.get(&form.to_lowercase()).map(|&i| &self.cues[i])
    }
}

pub(crate) fn third_person(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    let hissing = lemma.ends_with(['s', 'x', 'z', 'o']) || lemma.ends_with("sh") || lemma.ends_with("ch");
    format!("{lemma}{}", if hissing { "es" } else { "s" })
}

/// Every form of a verb: doubled consonants are given beside single ones, so that no stress need be known.
///
/// ```
/// let forms = demarche_lexicon::cues::verb_forms("vow", "-");
/// assert!(forms.contains(&"vowing".to_owned()) && forms.contains(&"vowed".to_owned()));
/// ```
pub fn verb_forms(lemma: &str, past: &str) -> Vec<String> {
    let mut forms = vec![lemma.to_owned(), third_person(lemma)];
    let mut stems =
        vec![lemma.strip_suffix('e').filter(|s| !s.ends_with(['e', 'o'])).unwrap_or(lemma).to_owned()];
    if let Some(last) = lemma.chars().last().filter(|c| "bdgklmnprt".contains(*c)) {
        stems.push(format!("{lemma}{last}"));
    }
    forms.extend(stems.iter().map(|s| format!("{s}ing")));
    if past == "-" {
        match lemma.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
            Some(stem) => forms.push(format!("{stem}ied")),
            None => forms.extend(stems.iter().map(|s| format!("{}ed", s.strip_suffix('e').unwrap_or(s)))),
        }
    } else {
        forms.extend(past.split(',').map(str::to_owned));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_is_found_by_any_of_its_forms_with_the_stance_of_its_frame() {
        let lexicon = CueLexicon::default();
        let stance = |form: &str, frame| lexicon.verb(form).and_then(|c| c.takes(frame));
        assert_eq!(stance("denied", Frame::That), Some("denies"));
        assert_eq!(stance("Admitting", Frame::That), Some("asserts"));
        assert_eq!(stance("called", Frame::After("for")), Some("demands"));
        assert_eq!(stance("sworn", Frame::To), Some("promises"));
        assert_eq!(stance("said", Frame::To), None);
        assert_eq!(lexicon.noun("demands").map(|c| c.stance), Some("demands"));
        assert!(lexicon.verb("table").is_none());
    }

    #[test]
    fn every_row_of_the_data_is_read() {
        let rows = ATTRIBUTION_CUES.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).count();
        assert_eq!(CueLexicon::default().cues.len(), rows);
    }
}
