//! Which words report which PLOVER events, and how much conflict or cooperation each type means.

use demarche_record::Plover;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

const VERBS: &str = include_str!("../data/plover_verbs.tsv");
const NOUNS: &str = include_str!("../data/plover_nouns.tsv");
const CLASSES: &str = include_str!("../data/plover_classes.tsv");
const SCORES: &str = include_str!("../data/plover_scores.tsv");
const CLAUSES: &str = include_str!("../data/clause_acts.tsv");
const AGENTS: &str = include_str!("../data/agent_nouns.tsv");
const CONTEXTS: &str = include_str!("../data/plover_contexts.tsv");

/// A PLOVER type with its mode, where the type has one.
pub type Act = (Plover, Option<&'static str>);

/// What must stand with a verb for a pattern to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A particle, preposition or fixed complement of this lemma.
    Word(&'static str),
    /// An object of this class of nouns.
    ObjectClass(&'static str),
    /// An object of this lemma.
    Object(&'static str),
    /// An infinitive of this lemma.
    Infinitive(&'static str),
    /// Any object.
    AnyObject,
    /// A word of this lemma somewhere behind the verb in its own clause: "put on a war *footing*".
    Within(&'static str),
    /// A subject of this class of nouns.
    SubjectClass(&'static str),
}

/// A verb with its pattern.
#[derive(Clone, Debug)]
pub struct VerbEntry {
    /// What must stand with the verb: one of each list.
    pub needs: Vec<Vec<Needs>>,
    /// The act it reports; `None` where the pattern reports none.
    pub act: Option<Act>,
    /// Roles in which the target stands, best first (the header of `plover_verbs.tsv` explains them).
    pub target: Arc<[&'static str]>,
}

/// Adverbs that make one verb of two words.
const PARTICLES: &[&str] = &["over", "up", "out", "down", "back", "off", "away"];

impl VerbEntry {
    /// Whether it asks for something that `is` tells, if only as one of several.
    pub fn asks(&self, is: impl Fn(&Needs) -> bool) -> bool {
        self.needs.iter().flatten().any(is)
    }

    /// Whether it asks for `word` as a particle or preposition.
    pub fn asks_word(&self, word: &str) -> bool {
        self.asks(|n| matches!(n, Needs::Word(need) if *need == word))
    }

    /// How little the words that it asks for tell: a particle makes another verb of it ("send back"), an object says what
    /// is done ("fly rice to"), a preposition hardly anything ("fly to").
    fn looseness(&self) -> u8 {
        let particle = |n: &Needs| matches!(n, Needs::Word(w) if PARTICLES.contains(w));
        let object = |n: &Needs| !matches!(n, Needs::Word(_));
        match &self.needs {
            needs if needs.iter().any(|n| n.iter().all(particle)) => 0,
            needs if needs.iter().any(|n| n.iter().all(object)) => 1,
            _ => 2,
        }
    }
}

/// A noun that reports an act.
#[derive(Clone, Debug)]
pub struct NounEntry {
    /// The act.
    pub act: Act,
    /// Roles of its dependents that name the source.
    pub source: Vec<&'static str>,
    /// Roles of its dependents that name the target.
    pub target: Vec<&'static str>,
    /// Further verbs whose subject is the source when the noun is their object.
    pub support: Vec<&'static str>,
    /// Verbs whose subject is the target.
    pub undergo: Vec<&'static str>,
}

/// The PLOVER lexicon.
#[derive(Clone, Debug)]
pub struct PloverLexicon {
    verbs: HashMap<&'static str, Vec<VerbEntry>>,
    nouns: HashMap<&'static str, NounEntry>,
    classes: HashMap<&'static str, HashSet<&'static str>>,
    agents: HashSet<&'static str>,
    clause_words: HashMap<&'static str, Vec<&'static str>>,
    clause_nouns: HashMap<&'static str, NounEntry>,
    scores: HashMap<Act, f64>,
    contexts: Vec<(&'static str, Vec<&'static str>)>,
}

impl Default for PloverLexicon {
    fn default() -> Self {
        let mut verbs: HashMap<&str, Vec<VerbEntry>> = HashMap::new();
        for [pattern, kind, target] in rows(VERBS) {
            let target: Arc<[&str]> = list(target).into();
            let (names, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
            let more: Vec<Vec<Needs>> = rest.split_whitespace().map(alternatives).collect();
            for name in names.split('|') {
                let mut words = name.split('_');
                let lemma = words.next().unwrap_or_default();
                let needs = words.map(|w| vec![needs(w)]).chain(more.iter().cloned()).collect();
                verbs.entry(lemma).or_default().push(VerbEntry {
                    needs,
                    act: act(kind),
                    target: target.clone(),
                });
            }
        }
        for entries in verbs.values_mut() {
            entries.sort_by_key(|e| (std::cmp::Reverse(e.needs.len()), e.looseness()));
        }
        let mut nouns = HashMap::new();
        for [lemma, kind, source, target, support] in rows(NOUNS) {
            let Some(act) = act(kind) else { continue };
            let (undergo, support) = list(support).into_iter().partition::<Vec<_>, _>(|v| v.ends_with('<'));
            let undergo = undergo.into_iter().map(|v| v.trim_end_matches('<')).collect();
            nouns.insert(
                lemma,
                NounEntry { act, source: list(source), target: list(target), support, undergo },
            );
        }
        let mut clause_nouns = HashMap::new();
        for [kind, lemmas, source, target] in rows(CLAUSES) {
            let Some(act) = act(kind) else { continue };
            for lemma in list(lemmas) {
                let (support, undergo) = (Vec::new(), Vec::new());
                let entry = NounEntry { act, source: list(source), target: list(target), support, undergo };
                clause_nouns.insert(lemma, entry);
            }
        }
        PloverLexicon {
            verbs,
            nouns,
            clause_words: rows(CLAUSES).map(|[class, lemmas]| (class, list(lemmas))).collect(),
            clause_nouns,
            classes: rows(CLASSES)
                .map(|[class, lemmas]| (class, list(lemmas).into_iter().collect()))
                .collect(),
            agents: rows(AGENTS).map(|[lemma]| lemma).collect(),
            scores: rows(SCORES)
                .filter_map(|[kind, score]| Some((act(kind)?, score.parse().ok()?)))
                .collect(),
            contexts: rows(CONTEXTS).map(|[context, lemmas]| (context, list(lemmas))).collect(),
        }
    }
}

impl PloverLexicon {
    /// The lemmas of all verbs that have a pattern, in no order.
    pub fn verbs(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.verbs.keys().copied()
    }

    /// The lemmas of all nouns that report an act or that a pattern names, in no order.
    pub fn nouns(&self) -> impl Iterator<Item = &'static str> + '_ {
        let objects = self.verbs.values().flatten().flat_map(|e| e.needs.iter().flatten()).filter_map(
            |need| match need {
                Needs::Object(lemma) => Some(*lemma),
                _ => None,
            },
        );
        self.nouns.keys().copied().chain(objects)
    }

    /// The words of all classes, nouns, verbs and others, in no order.
    pub fn classed(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.classes.values().flatten().copied()
    }

    /// The entries of the verb `lemma`, those with most needs first; a lemma with an "e" too many or too few is forgiven.
    pub fn verb(&self, lemma: &str) -> &[VerbEntry] {
        variants(lemma).find_map(|l| self.verbs.get(l.as_ref())).map_or(&[], Vec::as_slice)
    }

    /// The entry of the noun `lemma`.
    pub fn noun(&self, lemma: &str) -> Option<&NounEntry> {
        self.nouns.get(lemma)
    }

    /// The entry of a noun that says the act of a commitment's clause, though it reports no event (`clause_acts.tsv`).
    pub fn clause_noun(&self, lemma: &str) -> Option<&NounEntry> {
        self.noun(lemma).or_else(|| self.clause_nouns.get(lemma))
    }

    /// Whether `lemma` belongs to `class` of `clause_acts.tsv`.
    pub fn says(&self, class: &str, lemma: &str) -> bool {
        self.clause_words.get(class).is_some_and(|c| variants(lemma).any(|l| c.contains(&l.as_ref())))
    }

    /// Whether `lemma` belongs to `class` of `plover_classes.tsv`.
    pub fn is(&self, class: &str, lemma: &str) -> bool {
        self.classes.get(class).is_some_and(|c| variants(lemma).any(|l| c.contains(l.as_ref())))
    }

    /// Whether a noun with this lemma is one who acts or is acted on: a person (`agent_nouns.tsv`), or a body, a force or
    /// whatever else the class "agent" of `plover_classes.tsv` lists.
    pub fn agent(&self, lemma: &str) -> bool {
        self.is("agent", lemma) || variants(lemma).any(|l| self.agents.contains(l.as_ref()))
    }

    /// The conflict-cooperation score of an act, -10 to 10: that of its mode, or else of its type.
    pub fn score(&self, kind: Plover, mode: Option<&'static str>) -> f64 {
        let score = |mode| self.scores.get(&(kind, mode)).copied();
        score(mode).or_else(|| score(None)).unwrap_or(0.0)
    }

    /// The contexts that words with these lemmas speak of, in the order of the data file.
    pub fn contexts<'a>(&self, lemmas: impl Iterator<Item = &'a str> + Clone) -> Vec<&'static str> {
        let speaks = |words: &[&str]| lemmas.clone().any(|l| words.contains(&l));
        self.contexts.iter().filter(|(_, words)| speaks(words)).map(|(name, _)| *name).collect()
    }
}

/// A lemma, and what it may be where a lemmatiser cut an ending wrongly or not at all ("deliver" for "delivere").
fn variants(lemma: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let cut = ["e", "ed", "d", "ing", "s"];
    let shorter = cut.into_iter().filter_map(move |end| lemma.strip_suffix(end).filter(|l| l.len() > 3));
    let longer = (lemma.len() > 3).then(|| Cow::Owned(format!("{lemma}e")));
    std::iter::once(lemma).chain(shorter).map(Cow::Borrowed).chain(longer)
}

/// The rows of a tab-separated file, without comments; what a short row lacks is empty.
pub(crate) fn rows<const N: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    file.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default().trim())
    })
}

/// The words of a cell; "-" stands for none.
pub(crate) fn list(cell: &'static str) -> Vec<&'static str> {
    cell.split(' ').filter(|w| !w.is_empty() && *w != "-").collect()
}

fn act(cell: &'static str) -> Option<Act> {
    let (kind, mode) = match cell.split_once('/') {
        Some((kind, mode)) => (kind, Some(mode)),
        None => (cell, None),
    };
    Plover::from_name(kind).map(|kind| (kind, mode))
}

/// What a word of a pattern asks for, one of "=rice|=grain".
fn alternatives(word: &'static str) -> Vec<Needs> {
    word.split('|').map(needs).collect()
}

fn needs(word: &'static str) -> Needs {
    if word == "+" {
        Needs::AnyObject
    } else if let Some(lemma) = word.strip_prefix('~') {
        Needs::Within(lemma)
    } else if let Some(class) = word.strip_prefix('<') {
        Needs::SubjectClass(class)
    } else if let Some(class) = word.strip_prefix('@') {
        Needs::ObjectClass(class)
    } else if let Some(lemma) = word.strip_prefix('=') {
        Needs::Object(lemma)
    } else if let Some(lemma) = word.strip_prefix("to:") {
        Needs::Infinitive(lemma)
    } else {
        Needs::Word(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_sound() {
        let lexicon = PloverLexicon::default();
        for [pattern, kind, _] in rows(VERBS) {
            assert!(kind == "NONE" || act(kind).is_some(), "{pattern}: no such type: {kind}");
            for need in pattern.split(' ').skip(1).flat_map(alternatives) {
                if let Needs::ObjectClass(class) | Needs::SubjectClass(class) = &need {
                    assert!(
                        *class == "PERSON" || lexicon.classes.contains_key(class),
                        "{pattern}: no such class"
                    );
                }
            }
            if let Some(act) = act(kind) {
                // The codebook's table of scores has every mode but this one.
                let known = lexicon.scores.contains_key(&act) || act.1 == Some("vandalize");
                assert!(known, "{pattern}: the codebook has no {kind}");
            }
        }
        for [noun, kind, ..] in rows::<5>(NOUNS) {
            assert!(act(kind).is_some_and(|a| lexicon.scores.contains_key(&a)), "{noun}: {kind}");
        }
        for [kind, score] in rows(SCORES) {
            assert!(
                act(kind).is_some() && score.parse::<f64>().is_ok_and(|s| s.abs() <= 10.0),
                "{kind} {score}"
            );
        }
    }

    #[test]
    fn persons_and_bodies_act_and_things_do_not() {
        let lexicon = PloverLexicon::default();
        assert!(["kidnapper", "laureate", "ministry", "museum"].iter().all(|w| lexicon.agent(w)));
        assert!(!["grid", "nobody", "bridge", "ouster"].iter().any(|w| lexicon.agent(w)));
    }

    #[test]
    fn alternatives_stand_for_one_another() {
        let lexicon = PloverLexicon::default();
        let (plot, attack) = (Needs::Within("plot"), Needs::Within("attack"));
        let either = |e: &VerbEntry| e.asks(|n| *n == plot) && e.asks(|n| *n == attack);
        assert!(lexicon.verb("tip").iter().any(either) && lexicon.verb("forewarn").iter().any(either));
        assert_eq!(alternatives("=rice|@aid"), [Needs::Object("rice"), Needs::ObjectClass("aid")]);
    }

    #[test]
    fn a_particle_counts_before_an_object_and_an_object_before_a_preposition() {
        let lexicon = PloverLexicon::default();
        let first = |lemma, a: fn(&Needs) -> bool, b: fn(&Needs) -> bool| {
            let short: Vec<_> = lexicon.verb(lemma).iter().filter(|e| e.needs.len() == 1).collect();
            let place = |f: fn(&Needs) -> bool| short.iter().position(|e| e.asks(f)).unwrap();
            place(a) < place(b)
        };
        assert!(first("send", |n| *n == Needs::Word("back"), |n| matches!(n, Needs::ObjectClass(_))));
        assert!(first("fly", |n| matches!(n, Needs::ObjectClass("aid")), |n| *n == Needs::Word("to")));
    }

    #[test]
    fn every_row_adds_a_pattern() {
        let mut seen = std::collections::BTreeSet::new();
        for [pattern, ..] in rows::<3>(VERBS) {
            let mut all: Vec<Vec<&str>> = vec![Vec::new()];
            for word in pattern.split(' ') {
                let one = |known: &Vec<&'static str>| {
                    let known = known.clone();
                    word.split('|').map(move |w| known.iter().copied().chain([w]).collect())
                };
                all = all.iter().flat_map(one).collect();
            }
            let new = all.into_iter().filter(|words| seen.insert(words.clone())).count();
            assert!(new > 0, "{pattern} stands twice");
        }
    }

    #[test]
    fn a_mode_has_its_own_score_and_a_type_without_modes_one() {
        let lexicon = PloverLexicon::default();
        assert_eq!(lexicon.score(Plover::Retreat, Some("disarm")), 10.0);
        assert_eq!(lexicon.score(Plover::Agree, None), 2.5);
        assert_eq!(lexicon.contexts(["visit", "border"].into_iter()), ["territory"]);
    }
}
