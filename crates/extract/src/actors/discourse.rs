//! What has been spoken of: the memory from which pronouns, plurals and bare descriptions take their meaning.
//!
//! The rules stand in a fixed order, surest first, in the manner of a sieve; each looks back over few sentences.

use super::phrase::{clause_of, is_subject, subjects_above};
use super::table::Table;
use crate::View;
use crate::turns::Turn;
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
    /// The state in whose city the text was written, where a dateline says so, and the sentence of the dateline.
    pub dateline: Option<(usize, usize)>,
    /// The quotation of each word, as an index into the layout's.
    pub(super) quote_of: Vec<Option<u32>>,
}

/// How many sentences back a pronoun may look.
const REACH: usize = 4;

/// How many mentions back a description may look.
pub(super) const MEMORY: usize = 600;

/// Whom a pronoun can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// "he", "his"
    Person(Gender),
    /// "it", "its"
    Thing,
}

impl Discourse {
    /// An empty memory for a text.
    pub fn new(view: &View, turns: &[Turn]) -> Self {
        let mut quote_of = vec![None; view.len()];
        // A turn is a quotation without marks; those within it stand after it.
        for (i, turn) in turns.iter().enumerate() {
            for words in &turn.content {
                quote_of[words.range()].fill(Some((view.layout.quotes.len() + i) as u32));
            }
        }
        // Inner quotations stand after outer ones and overwrite them; a word or two in marks is no quotation.
        for (i, quote) in view.layout.quotes.iter().enumerate().filter(|(_, q)| q.words.len() > 3) {
            quote_of[quote.words.range()].fill(Some(i as u32));
        }
        Discourse { quote_of, ..Discourse::default() }
    }

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
        // "Peru condemned the step and called *it* ...": the subject may stand with the verb before.
        let first_clause = std::iter::successors(Some(own_clause), |&c| {
            (view.word(c).relation() == "conj" && view.child(c, "nsubj").is_none())
                .then(|| view.head(c))
                .flatten()
        })
        .take(8)
        .last()
        .unwrap_or(own_clause);
        let own_subject = view.child(first_clause, "nsubj").filter(|&s| s != word && !possessive);
        let barred: Vec<usize> = own_subject
            .into_iter()
            .flat_map(|s| std::iter::once(s).chain(view.children_by(s, "conj")))
            .flat_map(|s| table.at(s).to_vec())
            .collect();
        let speakers = self.speakers_over(view, word);
        let paragraph = view.paragraph(word).map_or(0, |p| p.words.start as usize);
        let mut best: Option<(f64, usize)> = None;
        let reach = if wanted == Wanted::Thing { 1 } else { REACH };
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + reach >= sentence) {
            let [actor] = seen.actors[..] else { continue };
            if seen.head == word || barred.contains(&actor) || !self.fits(table, actor, wanted) {
                continue;
            }
            let same_clause = seen.sentence == sentence && clause_of(view, seen.head) == own_clause;
            // "He praised him": a plain object is not the subject of its own clause, nor the other way round.
            if same_clause && !possessive && !seen.modifier && view.word(seen.head).deprel != "nmod:poss" {
                continue;
            }
            if speakers.contains(&actor) || wanted == Wanted::Thing && is_many(view, seen) {
                continue;
            }
            if wanted == Wanted::Thing && !self.takes_up(view, word, seen, &above) {
                continue;
            }
            let mut score = -3.0 * (sentence - seen.sentence.min(sentence)) as f64;
            if seen.head < paragraph && wanted != Wanted::Thing {
                score -= 1.5;
            }
            if let Some(rank) = above.iter().position(|&s| s == seen.head || covers(view, s, seen.head)) {
                score += 6.0 - rank as f64 * 1.5;
            } else if is_subject(view, seen.head) {
                score += 2.0;
                // "The front demanded that the army leave. *Its* leader ...": who the sentence before is about.
                let verb = view.head(seen.head).filter(|_| seen.sentence != sentence);
                if wanted == Wanted::Thing && verb.is_some_and(|v| view.word(v).relation() == "root") {
                    score += 2.0;
                }
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
            // "'We will not talk to Lima,' *its* minister said": whom the quoted words speak of is seldom the speaker's own.
            let heard = self.quote_of[word].is_none() && self.quote_of[seen.head].is_some();
            if wanted == Wanted::Thing && heard {
                score -= 4.0;
            }
            // Whom only a caption or a heading names is not yet spoken of.
            if seen.sentence != sentence && is_fragment(view, seen.head) {
                score -= 4.0;
            }
            if let Wanted::Person(gender) = wanted
                && table.drafts[actor].gender == gender
            {
                score += 1.5;
            }
            // "His father was a judge and *his* mother a nurse": not the father's.
            if possessive && seen.sentence == sentence && owned(view, seen.head) {
                score -= 4.0;
            }
            score += 0.25 * f64::from(self.count(actor).min(12));
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

    /// Whether "it" at `word` may mean the actor of `seen`. Most of what "it" means is no actor: what is praised, held or
    /// built, a fact, the weather. Of what acts, the subject of the clause above is taken up by any "it" ("*Oman* said it
    /// was ready"), an earlier one of the sentence by an "it" that is no object, one of the sentence before, in
    /// the same quotation, only from subject to acting subject.
    fn takes_up(&self, view: &View, word: usize, seen: &Seen, above: &[usize]) -> bool {
        let role = view.word(word).relation();
        let possessive = role == "nmod";
        let verb = view.head(word).filter(|_| role == "nsubj");
        // "If it does": the verb that stands for another.
        let acts = |v: usize| view.word(v).upos == "VERB" || view.lemma(v) == "do";
        let acting = verb.is_some_and(|v| acts(v) && view.child(v, "cop").is_none());
        if view.sentence_index(seen.head) == view.sentence_index(word) {
            return possessive
                || acting
                || above.iter().any(|&s| s == seen.head || covers(view, s, seen.head));
        }
        let subject = is_subject(view, seen.head) && !seen.modifier;
        // A speech goes on after "he said", within its paragraph.
        let quoted = self.quote_of[word].is_some() && self.quote_of[seen.head].is_some();
        let goes_on = quoted && view.paragraph(word).is_some_and(|p| p.words.contains(seen.head));
        (goes_on || self.same_quotation(word, seen.head)) && subject && (possessive || acting)
    }

    /// Whether "it" more likely means a thing that is no actor: the subject above it is a common noun, and the actor
    /// does not stand between the two.
    fn outranked(&self, view: &View, table: &Table, word: usize, actor: usize, above: &[usize]) -> bool {
        // What the pronoun owns ("*its* ministry said") is not what it means.
        let other = |s: usize| view.head(word) != Some(s);
        let told = |s: usize| view.word(s).upos != "PRON" || !table.at(s).is_empty();
        let Some(&subject) = above.iter().find(|&&s| other(s) && told(s)) else {
            return false;
        };
        // "The men whom *it* had promised to send": what is many is not meant by "it" either.
        let many = view.word(subject).xpos == "NNS";
        if !table.at(subject).is_empty() || view.word(subject).upos != "NOUN" || many {
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
        let addressee = addressee_of_condition(view, own_clause);
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + 1 >= sentence) {
            let same_clause = seen.sentence == sentence && clause_of(view, seen.head) == own_clause;
            if same_clause && !possessive
                || seen.sentence != sentence && !self.same_quotation(word, seen.head)
            {
                continue;
            }
            // "the Philippines" is one state, "Filipinos" are many.
            let named = seen.noun.is_empty() && view.word(seen.head).xpos == "NNPS";
            let one = named && matches!(seen.actors[..], [a] if is_own_name(view, table, a, seen.head));
            let plural = seen.actors.len() > 1
                || matches!(view.word(seen.head).xpos, "NNS" | "NNPS") && !one
                || seen.actors.iter().all(|&a| table.drafts[a].plural);
            let body =
                !seen.actors.is_empty() && seen.actors.iter().all(|&a| table.kind(a) != ActorKind::Person);
            // "Peru and Chile praised *their* ally": one of two that are joined is not meant alone.
            let mut actors = seen.actors.clone();
            let joined = self.joined_to(view, table, seen.head);
            let beside = view.word(seen.head).relation() == "conj"
                && view.head(seen.head).is_some_and(|h| !table.at(h).is_empty());
            if beside {
                continue;
            }
            let plural = plural || !joined.is_empty();
            actors.extend(joined.into_iter().filter(|a| !seen.actors.contains(a)));
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
            // "promised the strikers that nobody would be fired if *they* went home"
            if addressee == Some(seen.head) {
                score += 5.0;
            }
            if is_subject(view, seen.head) {
                score += 1.0;
            }
            if seen.modifier {
                score -= 3.0;
            }
            score -= 0.01 * word.abs_diff(seen.head) as f64;
            if score > -15.0 {
                offer(score, actors);
            }
        }
        // Many things that are no actors ("missiles", "donors") win where they stand better.
        let from = view.layout.sentences[sentence.saturating_sub(1)].start as usize;
        for i in from..word {
            let many = view.word(i).upos == "NOUN" && view.word(i).xpos == "NNS" && table.at(i).is_empty();
            let role = view.word(i).relation();
            if !many || !matches!(role, "nsubj" | "obj" | "conj") && !above.contains(&i) {
                continue;
            }
            let back = f64::from(u8::from(view.sentence_index(i) != sentence));
            let above = if above.contains(&i) { 3.0 } else { 0.0 };
            let role = if role == "nsubj" { 1.0 } else { -0.5 };
            offer(1.8 - 3.0 * back + above + role - 0.01 * (word - i) as f64, Vec::new());
        }
        for back in 0..2 {
            let Some(s) = sentence.checked_sub(back) else { break };
            let quoted = back == 1 && !self.same_quotation(word, view.layout.sentences[s].start as usize);
            if quoted {
                continue;
            }
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

    /// The two states or groups that a sentence joins by "and" as its subject.
    pub fn joined(&self, view: &View, table: &Table, sentence: usize, before: usize) -> Option<Vec<usize>> {
        let seen = self.seen.iter().filter(|s| s.sentence == sentence && s.head < before && !s.modifier);
        let subject = |s: &&Seen| is_subject(view, s.head) && matches!(s.actors[..], [_]);
        let pairs = seen.filter(subject).map(|s| {
            let mut pair: Vec<usize> = s.actors.clone();
            pair.extend(self.joined_to(view, table, s.head));
            pair.dedup();
            pair
        });
        let side = |a: &usize| matches!(table.kind(*a), ActorKind::State | ActorKind::ArmedGroup);
        pairs.into_iter().find(|p| p.len() == 2 && p.iter().all(side))
    }

    fn joined_to(&self, view: &View, table: &Table, first: usize) -> Vec<usize> {
        view.children_by(first, "conj")
            .filter(|&c| !matches!(view.word(c).upos, "VERB" | "AUX"))
            .flat_map(|c| table.at(c).to_vec())
            .collect()
    }

    /// The two states or groups that "both sides" at `word` means: the pair that most sentences name together, without
    /// the subject of the word's own clause (who mediates between the two is neither), unless only that is left: "Peru
    /// let them go before the two countries met".
    pub fn two_sides(&self, view: &View, table: &Table, word: usize) -> Vec<usize> {
        let own = own_subjects(view, table, word);
        let others = self.two_without(view, table, word, &own);
        if others.is_empty() && !own.is_empty() && is_subject(view, word) {
            return self.two_without(view, table, word, &[]);
        }
        others
    }

    fn two_without(&self, view: &View, table: &Table, word: usize, own: &[usize]) -> Vec<usize> {
        let sentence = view.sentence_index(word);
        // "both countries" are states, "both sides" may be rebels.
        let states = matches!(
            view.lemma(word),
            "country" | "nation" | "state" | "government" | "capital" | "republic" | "kingdom"
        );
        let side = |actor: usize| {
            let side = table.principal(actor);
            let group = !states && table.kind(side) == ActorKind::ArmedGroup;
            let fits = (group || table.kind(side) == ActorKind::State) && !own.contains(&side);
            fits.then_some(side)
        };
        let mut near: Vec<usize> = Vec::new();
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + 8 >= sentence) {
            for side in seen.actors.iter().filter_map(|&a| side(a)) {
                if !near.contains(&side) && near.len() < 8 {
                    near.push(side);
                }
            }
        }
        let mut together: Vec<(u32, u32, [usize; 2])> = Vec::new();
        for (i, &a) in near.iter().enumerate() {
            for &b in &near[i + 1..] {
                let count = self.count(a) + self.count(b);
                together.push((0, count, [a, b]));
            }
        }
        let mut at = self.seen.len().saturating_sub(MEMORY);
        while at < self.seen.len() {
            let s = self.seen[at].sentence;
            let mut named: Vec<usize> = Vec::new();
            while at < self.seen.len() && self.seen[at].sentence == s {
                named.extend(self.seen[at].actors.iter().filter_map(|&a| side(a)));
                at += 1;
            }
            let weight = if s + 1 >= sentence { 2 } else { 1 };
            for pair in &mut together {
                pair.0 += weight * u32::from(pair.2.iter().all(|p| named.contains(p)));
            }
        }
        let best = together.iter().max_by_key(|p| (p.0, p.1));
        best.map(|p| p.2.to_vec()).unwrap_or_default()
    }

    /// The three states that "the three countries" means: those of the last sentence that names just three, or the only three
    /// spoken of.
    pub fn three_sides(&self, table: &Table) -> Vec<usize> {
        let mut all: Vec<usize> = Vec::new();
        let mut sentence: (usize, Vec<usize>) = (0, Vec::new());
        for seen in self.seen.iter().rev().take(MEMORY) {
            if seen.sentence != sentence.0 {
                if sentence.1.len() == 3 {
                    break;
                }
                sentence = (seen.sentence, Vec::new());
            }
            for side in seen.actors.iter().map(|&a| table.principal(a)) {
                if table.kind(side) != ActorKind::State {
                    continue;
                }
                for list in [&mut sentence.1, &mut all] {
                    if !list.contains(&side) {
                        list.push(side);
                    }
                }
            }
        }
        let mut three = if sentence.1.len() == 3 { sentence.1 } else { all };
        three.reverse();
        if three.len() == 3 { three } else { Vec::new() }
    }

    /// The last two persons before `word` whose role satisfies `fits`, without the subject of its own clause.
    pub fn two_persons(
        &self,
        view: &View,
        table: &Table,
        word: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Vec<usize> {
        let sentence = view.sentence_index(word);
        let own = subjects_above(view, word).first().map(|&s| table.at(s).to_vec()).unwrap_or_default();
        let mut found: Vec<usize> = Vec::new();
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + 4 >= sentence) {
            let [actor] = seen.actors[..] else { continue };
            let draft = &table.drafts[actor];
            let role = draft.actor.role.as_deref().unwrap_or("").to_lowercase();
            if draft.actor.kind == ActorKind::Person
                && !own.contains(&actor)
                && !found.contains(&actor)
                && fits(&role)
            {
                found.push(actor);
            }
        }
        found.truncate(2);
        if found.len() == 2 { found } else { Vec::new() }
    }

    /// The person last spoken of who satisfies `fits`, subjects before others of the same sentence.
    pub fn person(&self, view: &View, table: &Table, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut best: Option<(usize, bool, usize)> = None;
        for seen in self.seen.iter().rev().take(MEMORY) {
            let [actor] = seen.actors[..] else { continue };
            if best.is_some_and(|b| b.0 != seen.sentence) {
                break;
            }
            if table.kind(actor) != ActorKind::Person || !fits(actor) {
                continue;
            }
            let main =
                is_subject(view, seen.head) && !matches!(view.form(seen.head), "who" | "which" | "that");
            if best.is_none_or(|b| main && !b.1) {
                best = Some((seen.sentence, main, actor));
            }
        }
        best.map(|b| b.2)
    }

    /// Whether `word` stands in no quotation, or in the same as `other`.
    fn same_quotation(&self, word: usize, other: usize) -> bool {
        self.quote_of[word].is_none() || self.quote_of[word] == self.quote_of[other]
    }

    /// Who speaks in the quotation that holds `word`: whoever speaks says "I", not "he", of themselves.
    fn speakers_over(&self, view: &View, word: usize) -> Vec<usize> {
        let Some(quote) = self.quote_of[word] else { return Vec::new() };
        let sentence = view.sentence_index(word);
        let near = self.seen.iter().rev().take_while(|s| s.sentence + REACH >= sentence);
        let speaks =
            |s: &&Seen| self.quoted_speaker(view, quote, s.head) || self.goes_on(view, quote, s.head);
        near.filter(|s| s.actors.len() == 1).filter(speaks).map(|s| s.actors[0]).collect()
    }

    /// Whether the mention headed by `candidate` is the speaker of the quotation `quote`.
    fn quoted_speaker(&self, view: &View, quote: u32, candidate: usize) -> bool {
        if self.quote_of[candidate] == Some(quote) || !is_subject(view, candidate) {
            return false;
        }
        let Some(verb) = view.head(candidate) else { return false };
        let inside = |i: usize| self.quote_of[i] == Some(quote);
        let over = view
            .children(verb)
            .iter()
            .map(|&c| c as usize)
            .any(|c| inside(c) && matches!(view.word(c).relation(), "ccomp" | "parataxis"));
        over || view.word(verb).relation() == "parataxis" && view.head(verb).is_some_and(inside)
    }

    /// Whether the quotation `quote` is the next one of the speaker whom `candidate` means: ""We wait," *Berg* said. "He
    /// left.""
    fn goes_on(&self, view: &View, quote: u32, candidate: usize) -> bool {
        let Some(quote) = view.layout.quotes.get(quote as usize) else { return false };
        let begin = view.words_in(quote.span).start as usize;
        let Some(last) = begin.checked_sub(1).filter(|_| view.sentence(begin).start as usize == begin) else {
            return false;
        };
        let before = view.sentence(last);
        let same_line = view.paragraph(begin).is_some_and(|p| (p.words.start as usize) < begin);
        let earlier = before.range().find_map(|i| self.quote_of[i]);
        same_line
            && self.quote_of[last].is_none()
            && before.contains(candidate)
            && earlier.is_some_and(|q| self.quoted_speaker(view, q, candidate))
    }

    /// The last mention whose actors satisfy `fits`.
    pub fn last(&self, fits: impl Fn(&Seen) -> bool) -> Option<&Seen> {
        self.seen.iter().rev().take(MEMORY).find(|s| fits(s))
    }
}

/// Whether a mention is said of many, so that no "it" takes it up: "the rebels", "them".
fn is_many(view: &View, seen: &Seen) -> bool {
    let form = view.form(seen.head).to_lowercase();
    let noun = !seen.noun.is_empty() && view.word(seen.head).xpos == "NNS";
    noun || seen.pronoun && matches!(form.as_str(), "they" | "them" | "their" | "theirs" | "themselves")
}

/// Whether the word at `head` is part of the actor's own name ("States" of "United States"), not of its people's.
fn is_own_name(view: &View, table: &Table, actor: usize, head: usize) -> bool {
    let form = view.form(head);
    table.kind(actor) == ActorKind::State && table.drafts[actor].actor.name.split(' ').any(|w| w == form)
}

/// Who is told what holds under the condition `clause`, where its subject is not that of what holds: "promised *the strikers*
/// that nobody would be fired if they went home".
fn addressee_of_condition(view: &View, clause: usize) -> Option<usize> {
    let marked = view
        .children_by(clause, "mark")
        .any(|m| matches!(view.form(m).to_lowercase().as_str(), "if" | "unless" | "once" | "until"));
    let held = view.head(clause).filter(|_| marked && view.word(clause).relation() == "advcl")?;
    let told = view.head(held).filter(|_| view.word(held).relation() == "ccomp")?;
    let other = view.child(held, "nsubj").is_some_and(|s| !view.form(s).eq_ignore_ascii_case("they"));
    view.child(told, "iobj").or_else(|| view.child(told, "obj")).filter(|_| other)
}

/// Whether the sentence of `word` says nothing of anybody: its root is no verb and has no subject.
fn is_fragment(view: &View, word: usize) -> bool {
    let root = view.sentence(word).range().find(|&i| view.word(i).relation() == "root");
    root.is_some_and(|r| {
        !matches!(view.word(r).upos, "VERB" | "AUX")
            && view.child(r, "cop").is_none()
            && view.child(r, "nsubj").is_none()
    })
}

/// Whether a pronoun owns the noun at `word` ("*his* father").
fn owned(view: &View, word: usize) -> bool {
    let owner = view.children(word).iter().find(|&&c| view.word(c as usize).deprel == "nmod:poss");
    owner.is_some_and(|&c| view.word(c as usize).upos == "PRON")
}

/// For whom the subject of the word's own clause acts.
fn own_subjects(view: &View, table: &Table, word: usize) -> Vec<usize> {
    let subject = subjects_above(view, word).first().copied();
    subject.map(|s| table.at(s).iter().map(|&a| table.principal(a)).collect()).unwrap_or_default()
}

/// Whether `outer` heads a phrase in which `inner` is the name ("president" of "president Ana Ruiz").
fn covers(view: &View, outer: usize, inner: usize) -> bool {
    view.head(inner) == Some(outer) && matches!(view.word(inner).relation(), "flat" | "appos")
        || view.head(outer) == Some(inner)
            && matches!(view.word(outer).relation(), "flat" | "nmod" | "appos")
            && view.word(outer).deprel != "nmod:poss"
}
