//! Who meets, as the words at a noun of meeting say: "talks *between Elbonia and the rebels*", "*the king* will hold
//! talks".
//!
//! Where those name nobody, [`super::implied`] looks further.

use super::attached::behind_own;
use super::mention::Reader;
use super::spoken::{join_parties, known};
use super::stand::Stand;
use crate::Party;
use crate::events::{conjuncts, roles};

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
        let agent = agent.filter(|&a| a != at.noun && !self.is("sets-up", verb));
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
