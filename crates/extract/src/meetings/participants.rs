//! Who meets, as the words at a noun of meeting say: "talks *between Elbonia and the rebels*", "*the king* will hold
//! talks".
//!
//! Where those name nobody, [`super::implied`] looks further.

use super::attached::{ancestors, behind_own};
use super::mention::Reader;
use super::spoken::{join_parties, known};
use super::stand::Stand;
use crate::events::{conjuncts, marker, noun_phrase, roles};
use crate::{ActorId, Party};

/// Sentences back in which those whom "both sides" takes up are looked for.
const REMEMBERED: usize = 4;

impl Reader<'_> {
    /// Whether the word names a person.
    pub(super) fn is_person(&self, word: usize) -> bool {
        let index = self.naming.index;
        index.of_word(word as u32).iter().any(|&a| index.is_person(a))
    }

    /// Those whom the phrase of `head` and what is coordinated with it name.
    pub(super) fn parties(&self, head: usize) -> Vec<Party> {
        self.naming.parties(self.view, &conjuncts(self.view, head))
    }

    /// As [`Reader::parties`], only those who are known.
    pub(super) fn known_parties(&self, head: usize) -> Vec<Party> {
        let mut parties = self.parties(head);
        parties.retain(|p| p.actor.is_some());
        parties
    }

    /// Those who are met; one who acts for the same as who meets them counts as the person.
    pub(super) fn others(&self, heads: &[usize], parties: &[Party]) -> Vec<Party> {
        let known = |actor| parties.iter().any(|p| p.actor == Some(actor));
        let mut others = self.naming.parties(self.view, heads);
        for other in &mut others {
            if other.actor.is_some_and(known) {
                let person =
                    self.naming.named(self.view, other.head as usize).into_iter().find(|&a| !known(a));
                other.actor = person.or(other.actor);
            }
        }
        others
    }

    /// Who meets at what a noun names, by its own words and those of its verb.
    pub(super) fn participants(&self, at: &Stand, forum: Option<usize>) -> Vec<Party> {
        let view = self.view;
        let noun = at.noun;
        let mut parties = self.holders(at);
        for place in ["poss", "mod", "with", "between", "among", "of", "from", "by"] {
            // A forum's members stand for it.
            let own =
                |h: &&usize| !(place == "of" && forum.is_some()) && (place == "with" || Some(**h) != at.held);
            for &head in at.heads.iter().filter(own) {
                join_parties(&mut parties, self.parties_in(head, place));
            }
        }
        if let Some(forum) = forum {
            join_parties(&mut parties, self.members(forum));
        }
        self.with_counterparts_host(noun, &mut parties);
        if known(&parties).is_empty()
            && let Some(verb) = at.held
            && let Some(host) = roles(view, self.lexicon, verb).agent.filter(|&a| a != noun)
        {
            // Who hosts talks of which nothing else is said.
            join_parties(&mut parties, self.known_parties(host));
        }
        if self.is("visit", noun)
            && let Some(host) = behind_own(view, noun, "to")
        {
            let mut hosts = self.parties(host);
            if known(&hosts).is_empty() {
                hosts.extend(self.by_capital(host));
            }
            join_parties(&mut parties, hosts);
        }
        let beside = view.head(noun).filter(|_| view.word(noun).relation() == "appos" && self.bare(noun));
        if let Some(body) = beside {
            // "the ministers of the league, meeting in Oslo on Friday"
            join_parties(&mut parties, self.parties(body));
            parties.retain(|p| p.actor.is_some());
        }
        if parties.is_empty() && forum.is_none() {
            parties = self.implied(noun);
        }
        if let Some(visitor) = self.who_comes(noun, at.held) {
            // Who comes is named first, whom he meets after him.
            let mut more = self.others(&conjuncts(view, visitor), &[]);
            if behind_own(view, noun, "with").is_some() {
                std::mem::swap(&mut parties, &mut more);
            }
            join_parties(&mut parties, more);
        }
        parties
    }

    /// Who holds it, is called to it or goes to it, and to whom: "*the king* will fly to *Peru* for talks". Who sets it up
    /// for others need not be there.
    fn holders(&self, at: &Stand) -> Vec<Party> {
        let view = self.view;
        let Some(verb) = at.held else { return Vec::new() };
        let r = roles(view, self.lexicon, verb);
        let awaited = self.is_awaited(verb);
        let agent = if at.called.is_some() || awaited { r.patient } else { r.agent };
        let agent = agent.or_else(|| view.child(verb, "nsubj").filter(|_| awaited));
        let sets_up = self.is("sets-up", verb) && !self.called_off(verb);
        let agent = agent.filter(|&a| a != at.noun && !sets_up);
        let agent = agent.filter(|&a| self.naming.acts(view, a));
        let mut parties = agent.map(|a| self.parties(a)).unwrap_or_default();
        if let Some(host) = behind_own(view, verb, "to").filter(|_| at.goes.is_some()) {
            let mut hosts = self.naming.parties(view, &[host]);
            hosts.retain(|p| p.actor.is_some());
            join_parties(&mut parties, hosts);
        }
        parties
    }

    /// Those whom the noun names in one place: its owner, its modifiers, or behind a preposition.
    fn parties_in(&self, noun: usize, place: &str) -> Vec<Party> {
        let view = self.view;
        let two = self.two_between(noun, place);
        if !two.is_empty() {
            return two;
        }
        let own = || view.children(noun).iter().map(|&c| c as usize);
        let heads: Vec<usize> = match place {
            "poss" => own().filter(|&c| view.word(c).deprel == "nmod:poss").collect(),
            "mod" => own()
                .filter(|&c| c < noun && matches!(view.word(c).relation(), "amod" | "compound" | "nmod"))
                .filter(|&c| view.word(c).deprel != "nmod:poss")
                .flat_map(|c| view.subtree(c).range())
                .filter(|&w| !self.naming.index.of_word(w as u32).is_empty())
                .collect(),
            preposition => behind_own(view, noun, preposition)
                .filter(|&h| {
                    !self.is("noun", h) && (self.naming.acts(view, h) || self.is("participation", h))
                })
                .map(|h| self.either_side(h, preposition))
                .unwrap_or_default(),
        };
        let mut parties = self.naming.parties(view, &heads);
        parties.retain(|p| p.actor.is_some() || place == "with" || place == "between");
        parties
    }

    /// "Lima closed the border with Quito. Oslo offered to host talks between its two *neighbours*": the two states last named,
    /// other than those that the sentence itself names.
    fn two_between(&self, noun: usize, preposition: &str) -> Vec<Party> {
        let view = self.view;
        let others = |&w: &usize| self.is("those-two", w) && view.word(w).xpos == "NNS";
        let between = Some(preposition).filter(|p| matches!(*p, "between" | "among"));
        let Some(sides) = between.and_then(|p| behind_own(view, noun, p)).filter(others) else {
            return Vec::new();
        };
        let taken = |c: usize| {
            matches!(view.form(c).to_lowercase().as_str(), "the" | "its" | "both" | "two" | "their")
        };
        let children = || view.children(sides).iter().map(|&c| c as usize);
        let told = children().any(|c| {
            view.word(c).xpos != "PRP$" && !matches!(marker(view, c), "in" | "at") && self.known_at(c)
        });
        if !children().any(taken) || told || self.known_at(sides) {
            return Vec::new();
        }
        let here = view.sentence_index(noun);
        let states = |sentence: usize| {
            let actors = self.naming.index.in_span(view.layout.sentences[sentence]).into_iter();
            let sides = actors.map(|a| self.naming.index.principal(a));
            sides.filter(|&a| self.naming.is_state(a)).collect::<Vec<_>>()
        };
        // Not who offers it, and whose neighbours they are.
        let over = ancestors(view, noun, 6).filter_map(|w| view.child(w, "nsubj"));
        let theirs = over.chain(children().filter(|&c| view.word(c).xpos == "PRP$"));
        let own: Vec<ActorId> = theirs.flat_map(|w| self.naming.actors(view, w)).collect();
        let mut two: Vec<ActorId> = Vec::new();
        for sentence in (0..here).rev().take(REMEMBERED) {
            let mut more = states(sentence);
            more.retain(|a| !own.contains(a) && !two.contains(a));
            more.dedup();
            two.extend(more);
            if two.len() >= 2 {
                break;
            }
        }
        let span = view.span(noun_phrase(view, sides));
        let party = |&actor| Party { actor: Some(actor), span, head: sides as u32 };
        if two.len() == 2 { two.iter().map(party).collect() } else { Vec::new() }
    }

    fn known_at(&self, word: usize) -> bool {
        !self.naming.index.of_word(word as u32).is_empty()
    }

    /// What is coordinated behind a preposition; where "between" has but one side, the other hangs below it ("between
    /// the government of Elbonia and the rebels").
    pub(super) fn either_side(&self, head: usize, preposition: &str) -> Vec<usize> {
        let view = self.view;
        // "with the participation of Lima and Quito"
        if preposition == "with" && self.is("participation", head) {
            return behind_own(view, head, "of").map(|h| conjuncts(view, h)).unwrap_or_default();
        }
        let mut sides = conjuncts(view, head);
        if preposition == "between" && sides.len() == 1 {
            let inner: Vec<usize> = view.children_by(head, "nmod").filter(|&c| c > head).collect();
            sides.extend(inner.iter().flat_map(|&c| conjuncts(view, c).into_iter().skip(1)));
        }
        sides
    }

    /// The state of which a capital is named.
    pub(super) fn by_capital(&self, name: usize) -> Option<Party> {
        let words = (self.view.word(name).upos == "PROPN").then(|| self.full_name(name))?;
        let state = self.lexicon.gazetteer.capital_of(self.view.span(words).of(self.view.text))?;
        let actor = self.naming.index.by_key(state.id)?;
        Some(Party { actor: Some(actor), span: self.view.span(words), head: name as u32 })
    }

    /// Whether the noun stands without article, owner or adjective: "meeting in Oslo".
    fn bare(&self, noun: usize) -> bool {
        let before = self
            .view
            .children(noun)
            .iter()
            .any(|&c| (c as usize) < noun && self.view.word(c as usize).upos != "PUNCT");
        !before && self.view.lemma(noun) == "meeting"
    }
}
