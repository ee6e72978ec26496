//! What is known of actors and words beside the acts themselves.

use crate::tables::stem;
use demarche_record::Plover;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::OnceLock;

/// What is known of actors and words beside the acts themselves: plain data, which the caller fills from a case and a
/// lexicon.
///
/// ```
/// use demarche_act::World;
/// use demarche_record::Plover;
///
/// let mut world = World::default();
/// world.part_of.push(("NATO".into(), "WEST".into()));
/// world.speaks_for.push(("Vladimir Putin".into(), "RUS".into()));
/// world.word("give", Plover::Aid);
/// assert_eq!(world.type_of("gives"), Some(Plover::Aid));
/// ```
#[derive(Clone, Debug, Default)]
pub struct World {
    /// Pairs (part, whole): a member and its alliance, a body within a body. Not transitive: what a member's member
    /// does is not its grandparent's act.
    pub part_of: Vec<(String, String)>,
    /// Pairs (who speaks, for whom): a person or an organ, and the state or body that it speaks and acts for.
    pub speaks_for: Vec<(String, String)>,
    /// Ids that the case knows. Where any are given, [`crate::parse`] knows several words without quotes for an actor,
    /// and takes no unknown id for one.
    pub actors: Vec<String>,
    types: HashMap<String, Plover>,
    /// Stems of nouns that say an act by themselves.
    deeds: HashSet<String>,
    verbs: HashSet<String>,
    names: HashSet<String>,
    /// Names of several words, by their first.
    phrases: HashMap<String, Vec<Vec<String>>>,
    index: OnceLock<Index>,
}

/// The pairs of a world by their first, made when they are first asked for: a case knows thousands.
#[derive(Clone, Debug, Default)]
struct Index {
    spoken_for: HashMap<String, Vec<String>>,
    wholes: HashMap<String, Vec<String>>,
    /// How many pairs there were.
    of: (usize, usize),
}

impl World {
    /// Learns that the word (a verb or noun in its base form, one word) says an act of the type. The first that is
    /// said of a word holds, so that what is said first is what is most usual.
    pub fn word(&mut self, lemma: &str, r#type: Plover) {
        self.types.entry(stem(&lemma.to_lowercase())).or_insert(r#type);
    }

    /// As [`World::word`], of a noun that says an act by itself ("an attack"). Other words that say an act say it as verbs
    /// only: who lends gives aid, but "a loan" is what is given.
    pub fn noun(&mut self, lemma: &str, r#type: Plover) {
        self.word(lemma, r#type);
        self.deeds.insert(stem(&lemma.to_lowercase()));
    }

    /// Learns that the word (in any form) is a verb: it says what is done, not what it is done to. Two acts that have
    /// only their verb in common ("close the border", "close the gates") are two.
    pub fn verb(&mut self, word: &str) {
        self.verbs.insert(stem(&word.to_lowercase()));
    }

    /// Learns that the words only name an actor ("Ukraine", "Russian"): who acts and to whom is matched by ids, so that
    /// names do not count among the words of an act.
    pub fn name(&mut self, words: &str) {
        self.names.extend(words.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
    }

    /// Learns a name of several words ("Southern African Development Community"): its words say nothing where all of them
    /// stand together, and keep their sense elsewhere.
    pub fn phrase(&mut self, words: &str) {
        let lower = words.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned);
        let words: Vec<String> = words.collect();
        if let [first, _, ..] = &words[..] {
            self.phrases.entry(first.clone()).or_default().push(words);
        }
    }

    /// A number that tells what is known of words, names and who is part of what from what another world knows of them:
    /// the same on every machine. Who speaks for whom and the ids of actors are not in it.
    pub fn fingerprint(&self) -> u64 {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.part_of.iter().map(|(part, whole)| format!("part {part}\t{whole}")));
        lines.extend(self.types.iter().map(|(stem, t)| format!("type {stem}\t{}", t.name())));
        lines.extend(self.verbs.iter().map(|verb| format!("verb {verb}")));
        lines.extend(self.names.iter().map(|name| format!("name {name}")));
        lines.extend(self.phrases.values().flatten().map(|words| format!("phrase {}", words.join(" "))));
        lines.sort_unstable();
        crate::keys::hash(lines.iter().flat_map(|line| [line.as_str(), "\n"]))
    }

    /// Of how many words the longest known name is that the words (in small letters) begin with; 0: none.
    pub(crate) fn phrase_length(&self, words: &[&str]) -> usize {
        let Some(first) = words.first() else { return 0 };
        let known = self.phrases.get(*first).into_iter().flatten();
        let fits = |p: &&Vec<String>| p.len() <= words.len() && p.iter().zip(words).all(|(a, b)| a == b);
        known.filter(fits).map(Vec::len).max().unwrap_or(0)
    }

    /// The type of the act that the word says, in any of its regular forms.
    pub fn type_of(&self, word: &str) -> Option<Plover> {
        self.type_of_stem(&stem(&word.to_lowercase()))
    }

    pub(crate) fn type_of_stem(&self, stem: &str) -> Option<Plover> {
        self.types.get(stem).copied()
    }

    /// Whether a noun of that stem says an act by itself.
    pub(crate) fn is_deed(&self, stem: &str) -> bool {
        self.deeds.contains(stem)
    }

    /// Whether a word of that stem is a verb.
    pub(crate) fn is_verb(&self, stem: &str) -> bool {
        self.verbs.contains(stem)
    }

    pub(crate) fn is_name(&self, lower: &str) -> bool {
        self.names.contains(lower)
    }

    fn is_part(&self, part: &str, whole: &str) -> bool {
        self.wholes(part).any(|w| w == whole)
    }

    fn spoken_for<'a>(&'a self, who: &'a str) -> impl Iterator<Item = &'a str> {
        self.of(who, &self.speaks_for, |i| &i.spoken_for)
    }

    /// The second of the pairs of which `who` is the first, in their order.
    fn of<'a>(
        &'a self,
        who: &'a str,
        pairs: &'a [(String, String)],
        index: impl Fn(&Index) -> &HashMap<String, Vec<String>>,
    ) -> impl Iterator<Item = &'a str> {
        let known = self.index.get_or_init(|| {
            let by_first = |pairs: &[(String, String)]| {
                let mut map: HashMap<String, Vec<String>> = HashMap::default();
                for (a, b) in pairs {
                    map.entry(a.clone()).or_default().push(b.clone());
                }
                map
            };
            let (spoken_for, wholes) = (by_first(&self.speaks_for), by_first(&self.part_of));
            Index { spoken_for, wholes, of: (self.speaks_for.len(), self.part_of.len()) }
        });
        // Where the caller went on to fill the world, what was made before does not hold.
        let whole = known.of == (self.speaks_for.len(), self.part_of.len());
        let listed = whole.then(|| index(known).get(who)).flatten().into_iter().flatten();
        let looked_for =
            if whole { &[] } else { pairs }.iter().filter(move |(a, _)| a == who).map(|(_, b)| b);
        listed.chain(looked_for).map(String::as_str)
    }

    /// The actor, and whom it speaks for.
    pub(crate) fn ends<'a>(&'a self, who: &'a str) -> Vec<&'a str> {
        std::iter::once(who).chain(self.spoken_for(who)).collect()
    }

    /// What the actor is part of.
    pub(crate) fn wholes<'a>(&'a self, part: &'a str) -> impl Iterator<Item = &'a str> {
        self.of(part, &self.part_of, |i| &i.wholes)
    }

    /// How sure it is that `done` stands for `asked`, as [`answers`](crate::answers) takes it; `None` where it does not.
    pub fn acts_for(&self, done: &str, asked: &str) -> Option<f64> {
        self.tie(done, asked).map(|(sure, _)| sure)
    }

    /// How sure it is that what `done` does (or suffers) is done by `asked`, and why: 1 for the same; `OFFICE` for who
    /// speaks for the other; `MEMBER` for the part of a whole; `WHOLE` for the whole of a part.
    pub(crate) fn stands_for(&self, done: &str, asked: &str) -> Option<(f64, String)> {
        self.tie(done, asked).map(|(sure, tie)| (sure, tie.why(done, asked)))
    }

    fn tie<'a>(&'a self, done: &'a str, asked: &'a str) -> Option<(f64, Tie<'a>)> {
        if done == asked {
            return Some((1.0, Tie::Same));
        }
        let (done_for, asked_for) = (self.ends(done), self.ends(asked));
        if done_for.contains(&asked) {
            return Some((OFFICE, Tie::ActsFor(done, asked)));
        }
        if asked_for.contains(&done) {
            return Some((OFFICE, Tie::ActsFor(asked, done)));
        }
        // A person acts for a state, and the state is a member: both ends may be spoken for, once.
        let office = |who: &str, of: &str| if who == of { 1.0 } else { OFFICE };
        let mut best: Option<(f64, Tie)> = None;
        for d in done_for {
            for &a in &asked_for {
                let (sure, tie) = if d == a {
                    (1.0, Tie::BothActFor(d))
                } else if self.is_part(d, a) {
                    (MEMBER, Tie::PartOf(d, a))
                } else if self.is_part(a, d) {
                    (WHOLE, Tie::PartOf(a, d))
                } else {
                    continue;
                };
                let sure = sure * office(done, d) * office(asked, a);
                // Of equals the first by its words, whatever the order of the facts.
                let earlier = |other: Tie| tie.why(done, asked) < other.why(done, asked);
                if best.is_none_or(|(most, other)| sure > most || sure == most && earlier(other)) {
                    best = Some((sure, tie));
                }
            }
        }
        best
    }
}

/// What ties two actors so that the one's act is the other's.
#[derive(Clone, Copy, Debug)]
enum Tie<'a> {
    Same,
    ActsFor(&'a str, &'a str),
    BothActFor(&'a str),
    PartOf(&'a str, &'a str),
}

impl Tie<'_> {
    fn why(self, done: &str, asked: &str) -> String {
        match self {
            Tie::Same => String::new(),
            Tie::ActsFor(who, whom) => format!("{who} acts for {whom}"),
            Tie::BothActFor(whom) => format!("{done} and {asked} act for {whom}"),
            Tie::PartOf(part, whole) => format!("{part} is part of {whole}"),
        }
    }
}

/// A president's act is the state's.
const OFFICE: f64 = 0.95;
/// A member's act is its alliance's, or a body's that of the camp it belongs to.
const MEMBER: f64 = 0.75;
/// An alliance's act is its member's: the member may have stood aside.
const WHOLE: f64 = 0.6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_several_words_is_known_as_a_whole() {
        let mut world = World::default();
        world.phrase("Southern African Development Community");
        world.phrase("NATO");
        assert_eq!(world.phrase_length(&["southern", "african", "development", "community", "experts"]), 4);
        assert_eq!(world.phrase_length(&["southern", "african"]), 0);
        assert_eq!(world.phrase_length(&["nato"]), 0);
    }

    #[test]
    fn a_fingerprint_tells_what_words_mean() {
        let world = |words: &[&str]| {
            let mut world = World::default();
            words.iter().for_each(|w| world.word(w, Plover::Aid));
            world
        };
        assert_eq!(world(&["lend", "send"]).fingerprint(), world(&["send", "lend"]).fingerprint());
        assert_ne!(world(&["lend"]).fingerprint(), world(&["send"]).fingerprint());
        let mut named = world(&["lend"]);
        named.name("Fiji");
        assert_ne!(named.fingerprint(), world(&["lend"]).fingerprint());
    }
}
