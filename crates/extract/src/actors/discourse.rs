//! What has been spoken of: the memory from which pronouns, plurals and bare descriptions take their meaning.
//!
//! The rules stand in a fixed order, surest first, in the manner of a sieve; each looks back over few sentences.

use super::phrase::{clause_of, is_subject, subjects_above};
use super::table::Table;
use crate::View;
use demarche_lexicon::roles::Gender;
use demarche_record::ActorKind;

/// A mention as later words may take it up.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Head word.
    pub head: usize,
    /// The actors that it means.
    pub actors: Vec<usize>,
    /// Whether it was a pronoun.
    pub pronoun: bool,
    /// Whether it only modifies another noun ("Omani" in "Omani envoys").
    pub modifier: bool,
    /// Its sentence.
    pub sentence: usize,
    /// The common noun that headed it, in lower case; empty for names and pronouns.
    pub noun: String,
}

/// The memory.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// In order of the text.
    pub seen: Vec<Seen>,
    /// How often each actor was mentioned so far.
    pub counts: Vec<u32>,
    /// The state in whose city the text was written, where a dateline says so.
    pub dateline: Option<usize>,
}

/// How many sentences back a pronoun may look.
const REACH: usize = 4;

/// Whom a pronoun can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// "he", "his"
    Person(Gender),
    /// "it", "its"
    Thing,
}

impl Discourse {
    /// Remembers a mention.
    pub fn push(&mut self, seen: Seen) {
        for &a in &seen.actors {
            if self.counts.len() <= a {
                self.counts.resize(a + 1, 0);
            }
            self.counts[a] += 1;
        }
        self.seen.push(seen);
    }

    fn count(&self, actor: usize) -> u32 {
        self.counts.get(actor).copied().unwrap_or(0)
    }

    fn fits(&self, table: &Table, actor: usize, wanted: Wanted) -> bool {
        let draft = &table.drafts[actor];
        match wanted {
            Wanted::Person(gender) => {
                draft.actor.kind == ActorKind::Person
                    && (draft.gender == Gender::Unknown
                        || gender == Gender::Unknown
                        || draft.gender == gender)
            }
            Wanted::Thing => {
                !matches!(draft.actor.kind, ActorKind::Person | ActorKind::People) && !draft.plural
            }
        }
    }

    /// Whom the singular pronoun at `word` means.
    pub fn singular(&self, view: &View, table: &Table, word: usize, wanted: Wanted) -> Option<usize> {
        let sentence = view.sentence_index(word);
        let above = subjects_above(view, word);
        let own_clause = clause_of(view, word);
        let possessive = view.word(word).relation() == "nmod";
        let mut best: Option<(f64, usize)> = None;
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + REACH >= sentence) {
            let [actor] = seen.actors[..] else { continue };
            if seen.head == word || !self.fits(table, actor, wanted) {
                continue;
            }
            let same_clause = seen.sentence == sentence && clause_of(view, seen.head) == own_clause;
            // "He praised him": a plain object is not the subject of its own clause, nor the other way round.
            if same_clause && !possessive && !seen.modifier && view.word(seen.head).deprel != "nmod:poss" {
                continue;
            }
            if quoted_speaker(view, word, seen.head) {
                continue;
            }
            let mut score = -3.0 * (sentence - seen.sentence.min(sentence)) as f64;
            if let Some(rank) = above.iter().position(|&s| s == seen.head || covers(view, s, seen.head)) {
                score += 4.0 - rank as f64 * 0.75;
            }
            if is_subject(view, seen.head) {
                score += 2.0;
            }
            if seen.modifier {
                score -= 2.5;
            } else if view.word(seen.head).deprel == "nmod:poss" {
                score -= 0.5;
            } else if view.word(seen.head).relation() == "nmod" {
                score -= 1.0;
            }
            if seen.pronoun {
                score += 1.0;
            }
            score += 0.25 * f64::from(self.count(actor).min(6));
            score -= 0.01 * word.abs_diff(seen.head) as f64;
            if best.is_none_or(|b| score > b.0) {
                best = Some((score, actor));
            }
        }
        let (_, actor) = best?;
        if wanted == Wanted::Thing && self.outranked(view, table, word, actor, &above) {
            return None;
        }
        Some(actor)
    }

    /// Whether "it" more likely means a thing that is no actor: the subject above it is a common noun, and the actor
    /// does not stand between the two.
    fn outranked(&self, view: &View, table: &Table, word: usize, actor: usize, above: &[usize]) -> bool {
        let Some(&subject) = above.iter().find(|&&s| view.word(s).upos != "PRON" || !table.at(s).is_empty())
        else {
            return false;
        };
        if !table.at(subject).is_empty() || view.word(subject).upos != "NOUN" {
            return false;
        }
        !self
            .seen
            .iter()
            .rev()
            .any(|s| s.actors == [actor] && s.head > subject && s.head < word && !s.modifier)
    }

    /// Whom "they", "them", "their" mean: a plural or a group, else the two whom the sentence joins or sets side by
    /// side, else the last body of many.
    pub fn plural(&self, view: &View, table: &Table, word: usize) -> Vec<usize> {
        let sentence = view.sentence_index(word);
        let own_clause = clause_of(view, word);
        let possessive = view.word(word).relation() == "nmod";
        let mut best: Option<(f64, Vec<usize>)> = None;
        let mut offer = |score: f64, actors: Vec<usize>| {
            if best.as_ref().is_none_or(|b| score > b.0) {
                best = Some((score, actors));
            }
        };
        let above = subjects_above(view, word);
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + 3 >= sentence) {
            let same_clause = seen.sentence == sentence && clause_of(view, seen.head) == own_clause;
            if same_clause && !possessive {
                continue;
            }
            let plural = seen.actors.len() > 1
                || matches!(view.word(seen.head).xpos, "NNS" | "NNPS")
                || seen.actors.iter().all(|&a| table.drafts[a].plural);
            let body =
                !seen.actors.is_empty() && seen.actors.iter().all(|&a| table.kind(a) != ActorKind::Person);
            let mut score = -3.0 * (sentence - seen.sentence.min(sentence)) as f64;
            score += if plural {
                2.0
            } else if body && !seen.modifier {
                -2.0
            } else {
                -20.0
            };
            if above.contains(&seen.head) {
                score += 3.0;
            }
            if is_subject(view, seen.head) {
                score += 1.0;
            }
            if seen.modifier {
                score -= 3.0;
            }
            score -= 0.01 * word.abs_diff(seen.head) as f64;
            if score > -15.0 {
                offer(score, seen.actors.clone());
            }
        }
        for back in 0..2 {
            let Some(s) = sentence.checked_sub(back) else { break };
            if let Some(pair) = self.side_by_side(view, table, s, word) {
                offer(1.5 - 3.0 * back as f64 + if back == 1 { 2.0 } else { 0.0 }, pair);
            }
        }
        best.map(|b| b.1).unwrap_or_default()
    }

    /// Two or more actors that a sentence joins by "and", or whom its clauses have as subjects.
    fn side_by_side(&self, view: &View, table: &Table, sentence: usize, before: usize) -> Option<Vec<usize>> {
        let mut joined: Vec<usize> = Vec::new();
        let mut subjects: Vec<usize> = Vec::new();
        for seen in self.seen.iter().filter(|s| s.sentence == sentence && s.head < before && !s.modifier) {
            let [actor] = seen.actors[..] else { continue };
            let conj = view.word(seen.head).relation() == "conj"
                && view.head(seen.head).is_some_and(|h| !table.at(h).is_empty());
            if conj && let Some(first) = view.head(seen.head) {
                joined.clear();
                joined.extend(table.at(first));
                joined.extend(self.joined_to(view, table, first));
            }
            if view.word(seen.head).relation() == "nsubj" && !subjects.contains(&actor) {
                subjects.push(actor);
            }
        }
        joined.dedup();
        match (joined.len(), subjects.len()) {
            (2.., _) => Some(joined),
            (_, 2) => Some(subjects),
            _ => None,
        }
    }

    fn joined_to(&self, view: &View, table: &Table, first: usize) -> Vec<usize> {
        view.children_by(first, "conj").flat_map(|c| table.at(c).to_vec()).collect()
    }

    /// The state that a bare "the government" or "coast guard spokesman" at `word` belongs to: the one last spoken of
    /// in its clause, else the subject of its or an earlier sentence, else that of the dateline, else the most frequent.
    pub fn state_at(&self, view: &View, table: &Table, word: usize) -> Option<usize> {
        let sentence = view.sentence_index(word);
        let clause = clause_of(view, word);
        let state_of = |seen: &Seen| match seen.actors[..] {
            [actor] => Some(table.principal(actor)).filter(|&a| table.kind(a) == ActorKind::State),
            _ => None,
        };
        let here = self.seen.iter().rev().take_while(|s| s.sentence == sentence).filter(|s| s.head < word);
        let in_clause = here.clone().find(|s| clause_of(view, s.head) == clause).and_then(state_of);
        if in_clause.is_some() {
            return in_clause;
        }
        if let Some(state) = here.clone().find(|s| is_subject(view, s.head)).and_then(state_of) {
            return Some(state);
        }
        let back =
            self.seen.iter().rev().take_while(|s| s.sentence + 2 >= sentence && s.sentence <= sentence);
        let subject = back.filter(|s| s.sentence < sentence && is_subject(view, s.head)).find_map(state_of);
        subject.or(self.dateline).or_else(|| {
            let states =
                (0..self.counts.len()).filter(|&a| table.kind(a) == ActorKind::State && self.counts[a] > 0);
            states.max_by_key(|&a| (self.counts[a], std::cmp::Reverse(a)))
        })
    }

    /// The two of `kind` that "both" or "the two" at `word` mean: the most spoken of among those of the last
    /// sentences, without the subject of the word's own clause.
    pub fn two(&self, view: &View, table: &Table, word: usize, persons: bool) -> Vec<usize> {
        let sentence = view.sentence_index(word);
        let own: Vec<usize> = subjects_above(view, word)
            .first()
            .map(|&s| table.at(s).iter().map(|&a| table.principal(a)).collect())
            .unwrap_or_default();
        let mut ranked: Vec<(u32, usize)> = Vec::new();
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + 5 >= sentence) {
            let [actor] = seen.actors[..] else { continue };
            let actor = if persons { actor } else { table.principal(actor) };
            let fits = if persons {
                table.kind(actor) == ActorKind::Person
            } else {
                matches!(table.kind(actor), ActorKind::State | ActorKind::ArmedGroup)
            };
            if !fits || own.contains(&actor) || ranked.iter().any(|r| r.1 == actor) {
                continue;
            }
            let near = u32::from(seen.sentence + 1 >= sentence) * 2;
            ranked.push((self.count(actor) + near, actor));
        }
        ranked.sort_by_key(|r| std::cmp::Reverse(r.0));
        ranked.truncate(2);
        if ranked.len() < 2 {
            return Vec::new();
        }
        ranked.into_iter().map(|r| r.1).collect()
    }

    /// The last mention whose actors satisfy `fits`.
    pub fn last(&self, fits: impl Fn(&Seen) -> bool) -> Option<&Seen> {
        self.seen.iter().rev().find(|s| fits(s))
    }
}

/// Whether `outer` heads a phrase in which `inner` is the name ("president" of "president Ana Ruiz").
fn covers(view: &View, outer: usize, inner: usize) -> bool {
    view.head(inner) == Some(outer) && matches!(view.word(inner).relation(), "flat" | "appos")
        || view.head(outer) == Some(inner)
            && matches!(view.word(outer).relation(), "flat" | "nmod" | "appos")
            && view.word(outer).deprel != "nmod:poss"
}

/// Whether `word` stands in a quotation whose speaker is the mention headed by `candidate`: the speaker says "I", not
/// "he", of themselves.
fn quoted_speaker(view: &View, word: usize, candidate: usize) -> bool {
    let at = view.layout.words[word].span;
    let Some(quote) = view.layout.quotes.iter().find(|q| q.inner.contains(at)) else { return false };
    if quote.words.contains(candidate) || !is_subject(view, candidate) || quote.words.len() < 4 {
        return false;
    }
    let Some(verb) = view.head(candidate) else { return false };
    let within = quote
        .words
        .range()
        .any(|i| view.head(i) == Some(verb) && matches!(view.word(i).relation(), "ccomp" | "parataxis"));
    within
        || view.head(verb).is_some_and(|h| quote.words.contains(h))
            && view.word(verb).relation() == "parataxis"
}
