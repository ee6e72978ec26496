//! Noun phrases: their extent, their coordination and the actors they name.

use crate::actors::ActorIndex;
use crate::{ActorId, Party, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_record::{ActorKind, EntityType};
use demarche_text::CALENDAR_NAMES;

/// Dependents that are no part of the noun phrase that names somebody.
const OUTSIDE: &[&str] = &[
    "acl",
    "advcl",
    "parataxis",
    "appos",
    "conj",
    "cc",
    "punct",
    "case",
    "mark",
    "cop",
    "aux",
    "nsubj",
    "csubj",
    "dep",
];

/// The words of the noun phrase of `head`: with its modifiers, without preposition, clauses and coordinated phrases.
pub fn noun_phrase(view: &View, head: usize) -> WordRange {
    let (mut start, mut end) = (head, head + 1);
    let left = view.children(head).iter().map(|&c| c as usize).filter(|&c| c < head);
    for child in left.collect::<Vec<_>>().into_iter().rev() {
        if OUTSIDE.contains(&view.word(child).relation()) && !between_modifiers(view, child, head) {
            break;
        }
        start = start.min(view.subtree(child).start as usize);
    }
    for child in view.children(head).iter().map(|&c| c as usize).filter(|&c| c > head) {
        if OUTSIDE.contains(&view.word(child).relation()) {
            break;
        }
        if view.subtree(child).start as usize > end {
            // Attached across other words: not of this phrase.
            break;
        }
        end = end.max(inner_end(view, child));
    }
    WordRange::new(start.max(view.sentence(head).start as usize), end)
}

/// A comma or hyphen between modifiers: "the new, larger force", "US-led coalition".
fn between_modifiers(view: &View, child: usize, head: usize) -> bool {
    view.word(child).relation() == "punct"
        && view
            .children(head)
            .iter()
            .any(|&c| (c as usize) < child && !OUTSIDE.contains(&view.word(c as usize).relation()))
}

/// Where the subtree of a dependent ends, not counting relative and other clauses in it.
fn inner_end(view: &View, at: usize) -> usize {
    let mut end = at + 1;
    for child in view.children(at).iter().map(|&c| c as usize).filter(|&c| c > at) {
        match view.word(child).relation() {
            "acl" | "advcl" | "parataxis" | "appos" | "ccomp" => break,
            "punct" if view.form(child) == "," => break,
            _ => end = end.max(inner_end(view, child)),
        }
    }
    end
}

/// Most noun phrases of one coordination.
const MOST_CONJUNCTS: usize = 24;

/// `head` and what is coordinated with it as a noun phrase.
pub fn conjuncts(view: &View, head: usize) -> Vec<usize> {
    let mut all = vec![head];
    let nominal =
        |w: usize| matches!(view.word(w).upos, "NOUN" | "PROPN" | "PRON" | "NUM" | "X" | "ADJ" | "DET");
    let mut at = 0;
    // The third of three may hang below the second.
    while let Some(&one) = all.get(at) {
        let more = view.children_by(one, "conj").filter(|&c| nominal(c) && c > head);
        all.extend(more.take(MOST_CONJUNCTS - all.len().min(MOST_CONJUNCTS)));
        at += 1;
    }
    all
}

/// The lemma that introduces `word`: its preposition or subordinating conjunction ("", where there is none).
pub fn marker<'a>(view: &View<'a>, word: usize) -> &'a str {
    let is_marker = |&c: &usize| matches!(view.word(c).relation(), "case" | "mark");
    view.children(word).iter().map(|&c| c as usize).find(is_marker).map_or("", |c| view.lemma(c))
}

/// "pulled *out of* Lima": both of them or from there.
fn out_of(view: &View, word: usize) -> bool {
    let mut cases = view.children_by(word, "case").map(|c| view.lemma(c));
    cases.next() == Some("out") && cases.next() == Some("of")
}

/// A word of time is nobody: "on Tuesday", "last month".
pub(super) fn timely(view: &View, head: usize) -> bool {
    view.word(head).deprel.ends_with(":tmod")
        || view.heads.timexes.iter().any(|t| t.words.contains(head))
        || {
            const TIMES: &[&str] = &[
                "day", "week", "month", "year", "hour", "minute", "night", "morning", "evening", "weekend",
                "decade", "time", "moment", "late",
            ];
            TIMES.contains(&view.lemma(head)) || CALENDAR_NAMES.contains(&view.lemma(head))
        }
}

/// Relations that lead into another clause.
const CLAUSES: &[&str] = &["acl", "advcl", "ccomp", "xcomp", "parataxis", "conj", "csubj", "appos"];

/// The noun behind preposition `preposition` that belongs to one of `heads`: its own dependent, or else the nearest
/// one below it in the same clause ("impose a ban on goods from *there*").
pub fn behind(view: &View, heads: &[usize], preposition: &str) -> Option<usize> {
    let dated = |c: usize| view.heads.timexes.iter().any(|t| t.words.contains(c));
    let opened =
        |c: usize| marker(view, c) == preposition || matches!(preposition, "of" | "from") && out_of(view, c);
    let fits = |c: usize| matches!(view.word(c).relation(), "obl" | "nmod") && opened(c) && !dated(c);
    let own = heads.iter().find_map(|&h| view.children(h).iter().map(|&c| c as usize).find(|&c| fits(c)));
    own.or_else(|| heads.iter().filter_map(|&h| below(view, h, &fits, 3)).min())
        .or_else(|| following(view, *heads.iter().max()?, preposition))
        .map(|found| stood_for(view, found))
}

/// "held drills with *those* of Lima": whose those are stands for them; any other word for itself.
fn stood_for(view: &View, word: usize) -> usize {
    let those = matches!(view.form(word), "that" | "those") && view.word(word).upos == "PRON";
    let mut of = view.children_by(word, "nmod").filter(|&c| those && c > word && marker(view, c) == "of");
    of.next().unwrap_or(word)
}

/// The noun behind the next `preposition` after `word`, however the parse attached it, up to the next finite verb.
fn following(view: &View, word: usize, preposition: &str) -> Option<usize> {
    let rest = word + 1..view.sentence(word).end as usize;
    let near = rest.take(12).take_while(|&w| {
        !(matches!(view.word(w).xpos, "VBD" | "VBZ" | "VBP" | "MD" | "WDT" | "WP" | "WRB")
            || view.form(w) == ";")
    });
    let mut marks = near.filter(|&w| view.word(w).relation() == "case" && view.lemma(w) == preposition);
    let noun = view.head(marks.next()?)?;
    (noun > word && matches!(view.word(noun).upos, "NOUN" | "PROPN")).then_some(noun)
}

fn below(view: &View, at: usize, fits: &dyn Fn(usize) -> bool, depth: u8) -> Option<usize> {
    let inside = view.children(at).iter().map(|&c| c as usize);
    inside.filter(|&c| c > at && !CLAUSES.contains(&view.word(c).relation())).find_map(|c| {
        if fits(c) {
            Some(c)
        } else if depth > 0 {
            below(view, c, fits, depth - 1)
        } else {
            None
        }
    })
}

/// A name of several words as it stands: "Santa Clara".
fn whole_name(view: &View, head: usize) -> String {
    let flat = view.children(head).iter().map(|&c| c as usize);
    let last = flat.filter(|&c| c > head && view.word(c).relation() == "flat").max().unwrap_or(head);
    view.span(WordRange::new(head, last + 1)).of(view.text).to_owned()
}

/// Words back in which what a definite noun takes up is looked for.
const REMEMBERED: usize = 300;

/// Most words of a phrase in which names are looked for.
const MOST_WORDS: usize = 40;

/// Looks up whom words name.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// Who appears.
    pub index: &'a ActorIndex,
    /// Words for agents.
    pub lexicon: &'a Lexicon,
}

impl Naming<'_> {
    /// The actors that the phrase of `head` names: itself, or else those in its modifiers ("Omani officials", "the
    /// navy of Oman"). Persons and bodies count as whom they act for.
    pub fn actors(&self, view: &View, head: usize) -> Vec<ActorId> {
        let mut principals = Vec::new();
        let mut named = self.named(view, head);
        if named.is_empty() && view.word(head).upos == "PROPN" {
            // A capital to which something is done or from where somebody is recalled is its state.
            let state = self.lexicon.gazetteer.capital_of(view.form(head));
            let state = state.or_else(|| self.lexicon.gazetteer.capital_of(&whole_name(view, head)));
            named.extend(state.and_then(|s| self.index.by_key(s.id)));
        }
        if named.is_empty() {
            named = self.spoken_of(view, head);
        }
        for actor in named {
            let actor = self.index.principal(actor);
            if !principals.contains(&actor) {
                principals.push(actor);
            }
        }
        principals
    }

    /// Whose "the ship" is, where one was spoken of before: "a Chilean survey ship ... *the ship*".
    fn spoken_of(&self, view: &View, head: usize) -> Vec<ActorId> {
        let lemma = view.lemma(head);
        let is = |class: &str| self.lexicon.plover.is(class, lemma);
        let definite = view
            .children(head)
            .iter()
            .any(|&c| matches!(view.form(c as usize), "the" | "The" | "this" | "This"));
        if view.word(head).upos != "NOUN" || !definite || !(is("vessel") || is("ship") || is("troop")) {
            return Vec::new();
        }
        let before = (head.saturating_sub(REMEMBERED)..head).rev();
        let mut same = before.filter(|&w| view.word(w).upos == "NOUN" && view.lemma(w) == lemma);
        same.find_map(|w| Some(self.in_modifiers(view, w)).filter(|a| !a.is_empty())).unwrap_or_default()
    }

    /// Whether `actor` is a state.
    pub fn is_state(&self, actor: ActorId) -> bool {
        let known = self.lexicon.gazetteer.by_id(self.index.key(actor));
        known.is_some_and(|k| k.kind == ActorKind::State)
    }

    /// The actors that the phrase of `head` names, persons and bodies as themselves.
    pub fn named(&self, view: &View, head: usize) -> Vec<ActorId> {
        let own = self.index.of_word(head as u32);
        let whose = view.children_by(head, "nmod").find(|&c| c < head && view.word(c).xpos == "WP$");
        if let Some(noun) = whose.and_then(|w| Self::antecedent(view, w))
            && view.word(head).upos == "NOUN"
        {
            return self.index.of_word(noun as u32).to_vec();
        }
        // "the ministers of Elbonia and Ruritania, *Ana Ruiz and Jan Berg*": both of them, not the one named next.
        let one = own.len() == 1 && self.index.is_person(own[0]);
        if one && matches!(view.word(head).xpos, "NNS" | "NNPS") {
            let sides = self.in_modifiers(view, head);
            if sides.len() > 1 {
                return sides;
            }
        }
        if !own.is_empty() {
            return self.in_order(view, head, self.both(view, head, own));
        }
        let phrase = noun_phrase(view, head);
        match self.index.covering(head as u32) {
            Some((actor, inner)) if phrase.contains(inner as usize) && inner as usize != head => vec![actor],
            _ if view.word(head).upos != "PRON" => {
                let own = self.in_modifiers(view, head);
                if own.is_empty() { self.listed(view, head) } else { own }
            }
            _ => Vec::new(),
        }
    }

    /// Those whom a plural without a name is said to be: "envoys of the three guarantors, namely *Oslo, Lima and Quito*".
    fn listed(&self, view: &View, head: usize) -> Vec<ActorId> {
        let inner = view.children_by(head, "nmod").filter(|&c| c > head && marker(view, c) == "of");
        let plural = |&h: &usize| matches!(view.word(h).xpos, "NNS" | "NNPS");
        let lists = std::iter::once(head).chain(inner).filter(plural);
        let mut all: Vec<ActorId> = Vec::new();
        for name in lists.flat_map(|h| view.children_by(h, "appos")).flat_map(|a| conjuncts(view, a)) {
            let fresh = self.index.of_word(name as u32).first().filter(|a| !all.contains(a));
            all.extend(fresh);
        }
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// The noun that "whose" takes up: "*Elbonia*, whose minister will meet".
    fn antecedent(view: &View, whose: usize) -> Option<usize> {
        let above = std::iter::successors(view.head(whose), |&w| view.head(w)).take(8);
        let clause = above.into_iter().find(|&w| view.word(w).deprel == "acl:relcl")?;
        view.head(clause).filter(|&n| n < whose && view.word(n).upos != "PRON")
    }

    /// `own` and who else stands with "and" before the plural `head`: "Chadian and Malian officials".
    fn both(&self, view: &View, head: usize, own: &[ActorId]) -> Vec<ActorId> {
        let mut all = own.to_vec();
        let first = noun_phrase(view, head).start as usize;
        let and = (first..head).find(|&w| view.word(w).upos == "CCONJ");
        if and.is_some() && own.len() == 1 && view.word(head).xpos == "NNS" {
            let more = self.index.in_span(WordRange::new(first, head));
            all.extend(more.into_iter().filter(|a| !own.contains(a)));
        }
        all
    }

    /// `all` in the order in which the phrase of `head` names them: "the ministers of *Chile* and *Argentina*".
    fn in_order(&self, view: &View, head: usize, mut all: Vec<ActorId>) -> Vec<ActorId> {
        if all.len() > 1 {
            let words = view.subtree(head);
            let place = |a: &ActorId| {
                let own = |&w: &usize| w != head && *self.index.of_word(w as u32) == [*a];
                words.range().take(MOST_WORDS).find(own).unwrap_or(usize::MAX)
            };
            all.sort_by_key(place);
        }
        all
    }

    /// Adds whom the words name that are coordinated with `word` and that `keep` takes.
    fn beside(&self, view: &View, word: usize, all: &mut Vec<ActorId>, keep: impl Fn(usize) -> bool) {
        let more = conjuncts(view, word).into_iter().skip(1).filter(|&c| keep(c));
        for actor in more.flat_map(|c| self.index.of_word(c as u32)) {
            if !all.contains(actor) {
                all.push(*actor);
            }
        }
    }

    fn in_modifiers(&self, view: &View, head: usize) -> Vec<ActorId> {
        let children = || view.children(head).iter().map(|&c| c as usize);
        let ranks: [&dyn Fn(usize) -> bool; 4] = [
            &|c| view.word(c).deprel == "nmod:poss",
            &|c| matches!(view.word(c).relation(), "amod" | "compound" | "nmod" | "flat") && c < head,
            &|c| view.word(c).relation() == "flat",
            &|c| view.word(c).relation() == "nmod" && matches!(marker(view, c), "of" | "by" | "from" | "in"),
        ];
        for rank in ranks {
            for child in children().filter(|&c| rank(c)) {
                let own = self.index.of_word(child as u32);
                if !own.is_empty() {
                    // "the envoys of Elbonia and of Ruritania"
                    let mut all = self.both(view, head, own);
                    // "the commission of Elbonia and Ruritania": one body of two.
                    let many = view.word(head).xpos == "NNS";
                    if child > head {
                        let of = many || marker(view, child) == "of";
                        self.beside(view, child, &mut all, |c| of && (many || view.word(c).upos == "PROPN"));
                    }
                    return all;
                }
                // "the heads of the ministries of Elbonia and Ruritania"
                let of = view.word(head).xpos == "NNS" && marker(view, child) == "of";
                if child > head && (view.word(child).xpos == "NNS" || of) {
                    let mut theirs = self.in_modifiers(view, child);
                    // However the second of them hangs.
                    self.beside(view, child, &mut theirs, |c| view.word(c).upos == "PROPN");
                    if theirs.len() > 1 {
                        return theirs;
                    }
                }
                // "the chiefs of the diplomacy of *the two countries*"
                let two = |w: usize| Some(self.index.of_word(w as u32)).filter(|a| a.len() > 1);
                let phrase = noun_phrase(view, child);
                if view.word(head).xpos == "NNS"
                    && let Some(both) = phrase.range().rev().find_map(two)
                {
                    return both.to_vec();
                }
                let inner = self.index.in_span(phrase);
                if let Some(&last) = inner.last() {
                    return vec![last];
                }
            }
        }
        Vec::new()
    }

    /// Whether the phrase of `head` can act: it names an actor or is a word for people, bodies, forces.
    pub fn acts(&self, view: &View, head: usize) -> bool {
        let lemma = view.lemma(head);
        match view.word(head).upos {
            "PRON" => !self.index.of_word(head as u32).is_empty(),
            "PROPN" => true,
            _ => {
                self.lexicon.plover.agent(lemma) || acronym(view, head) || !self.actors(view, head).is_empty()
            }
        }
    }

    /// Whether `head` is a thing, nobody who acts, with a possessive pronoun that is `theirs`: "suspended *its* participation".
    pub fn thing_of(&self, view: &View, head: usize, theirs: impl Fn(u32) -> bool) -> bool {
        let own = |&c: &u32| view.word(c as usize).xpos == "PRP$" && theirs(c);
        let thing = view.word(head).upos == "NOUN" && !self.lexicon.plover.agent(view.lemma(head));
        thing && view.children(head).iter().any(own)
    }

    /// The noun that a pronoun takes up, where it stands before it in the same sentence; else `head` itself.
    fn name_of(&self, view: &View, head: usize) -> usize {
        let actors = self.index.of_word(head as u32);
        if view.word(head).upos != "PRON" || actors.is_empty() {
            return head;
        }
        let same = |&w: &usize| view.word(w).upos != "PRON" && self.index.of_word(w as u32) == actors;
        (view.sentence(head).start as usize..head).rev().find(same).unwrap_or(head)
    }

    /// `phrase` with the person's name that stands directly behind it, whatever the parse made of that: "Energy Minister
    /// *Ana Ruiz*", "his Peruvian counterpart, *Ana Ruiz*".
    fn with_name(&self, view: &View, phrase: WordRange) -> WordRange {
        let person = EntityType::Person.name();
        let end = phrase.end as usize;
        if end == 0 || !matches!(view.word(end - 1).upos, "NOUN" | "PROPN") {
            return phrase;
        }
        let comma = end < view.len() && view.form(end) == "," && view.word(end - 1).xpos == "NN";
        let from = end + usize::from(comma);
        let names = &view.heads.names;
        let next = names.get(names.partition_point(|n| n.words.end as usize <= from));
        let fits = next.filter(|n| {
            let start = n.words.start as usize;
            let inside = start <= from && !comma || start == from;
            n.label == person && inside && view.sentence(end - 1).contains(from)
        });
        fits.map_or(phrase, |n| WordRange::new(phrase.start as usize, n.words.end as usize))
    }

    /// The parties that the phrases of `heads` name, one each actor; an unknown one where the words name nobody known.
    pub fn parties(&self, view: &View, heads: &[usize]) -> Vec<Party> {
        let mut parties: Vec<Party> = Vec::new();
        for &head in heads {
            let span = view.span(self.with_name(view, noun_phrase(view, self.name_of(view, head))));
            let actors = self.actors(view, head);
            if actors.is_empty() && view.word(head).upos == "PRON" {
                continue;
            }
            let named = actors.into_iter().map(Some).chain([None]);
            for (i, actor) in named.enumerate() {
                let fresh = match actor {
                    Some(_) => parties.iter().all(|p| p.actor != actor),
                    None => i == 0 && parties.iter().all(|p| p.head != head as u32),
                };
                if fresh {
                    parties.push(Party { actor, span, head: head as u32 });
                }
            }
        }
        parties
    }
}
/// Whether a word that is no name by its tag is spelt like the short name of a body among words in lower case: "ICE returned
/// the paintings".
fn acronym(view: &View, word: usize) -> bool {
    let capitals = |w: usize| {
        let form = view.form(w);
        form.len() > 1 && form.chars().all(|c| c.is_ascii_uppercase())
    };
    let near = word + 1 < view.sentence(word).end as usize;
    capitals(word) && near && !capitals(word + 1)
}
