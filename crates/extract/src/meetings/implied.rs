//! Who meets where the noun itself does not say: "after a summit in Oslo, *the league* set out its terms".

use super::attached::{ancestors, behind_own};
use super::mention::Reader;
use super::spoken::{join_parties, known};
use crate::Party;
use crate::events::{conjuncts, is_passive, marker, roles};

/// Most words over a noun in whose clauses who meets is looked for.
const DEPTH: usize = 5;

impl Reader<'_> {
    /// Who meets at what a noun names, by the clauses around it.
    pub(super) fn implied(&self, noun: usize) -> Vec<Party> {
        let parties = self.after_whose(noun);
        let parties = if parties.is_empty() { self.first_since(noun) } else { parties };
        if parties.is_empty() && self.date(noun, None).is_some() { self.debaters(noun) } else { parties }
    }

    /// Who met, where a clause begins with the meeting: "after a summit in Oslo, the league set out its terms".
    fn after_whose(&self, noun: usize) -> Vec<Party> {
        let view = self.view;
        let placed = self.place(&[noun]).is_some() && view.word(noun).relation() != "nsubj";
        if !placed || !matches!(marker(view, noun), "after" | "at" | "during" | "following") {
            return Vec::new();
        }
        let above = ancestors(view, noun, DEPTH);
        let subject = above.filter_map(|w| view.child(w, "nsubj")).find(|&s| s > noun);
        subject.map(|s| self.known_parties(s)).unwrap_or_default()
    }

    /// Who met, where what they do now is the first since: "*their* first contact since a summit in Oslo".
    fn first_since(&self, noun: usize) -> Vec<Party> {
        let view = self.view;
        let above = view.head(noun).filter(|_| marker(view, noun) == "since");
        let own = above.and_then(|a| view.children_by(a, "nmod").find(|&c| view.word(c).xpos == "PRP$"));
        let mut parties = own.map(|w| self.naming.parties(view, &[w])).unwrap_or_default();
        parties.retain(|p| p.actor.is_some());
        if parties.len() > 1 { parties } else { Vec::new() }
    }

    /// "*Ministers* will discuss the row at a meeting on Friday": who debates at a meeting meets.
    fn debaters(&self, noun: usize) -> Vec<Party> {
        let view = self.view;
        let debates = |&v: &usize| self.is("debate-verb", v) || self.is("weighs-at", v);
        // "will weigh the row at a meeting": also hung from what is debated.
        let topic = view.head(noun).filter(|&o| view.word(o).relation() == "obj");
        let debate = self.governor(noun).filter(debates).or_else(|| view.head(topic?).filter(debates));
        let debate = debate.filter(|_| matches!(marker(view, noun), "at" | "in" | "during"));
        let agent = debate.and_then(|v| roles(view, self.lexicon, v).agent);
        agent.map(|a| self.parties(a)).unwrap_or_default()
    }

    /// Those who agreed that it be held: "both sides agreed that the next round will take place in Oslo".
    pub(super) fn agreed(&self, held: Option<usize>) -> Vec<Party> {
        let view = self.view;
        let above = held
            .filter(|&v| matches!(view.word(v).relation(), "ccomp" | "xcomp" | "advcl"))
            .and_then(|v| view.head(v))
            .filter(|&a| self.lexicon.plover.is("planned", view.lemma(a)) || view.lemma(a) == "agree");
        let subject = above.and_then(|a| view.child(a, "nsubj"));
        let parties = subject.map(|s| self.known_parties(s)).unwrap_or_default();
        // One who agrees does so with somebody who is not named.
        if parties.len() < 2 { Vec::new() } else { parties }
    }

    /// Who meets whom "with" names, where a clause is set in time by the meeting: "*he* spoke after talks with the envoy".
    pub(super) fn who_comes(&self, noun: usize, held: Option<usize>) -> Option<usize> {
        let view = self.view;
        let comes = self.is("visit", noun).then(|| behind_own(view, noun, "by")).flatten();
        let with = behind_own(view, noun, "with").or(comes).filter(|&w| self.naming.acts(view, w))?;
        let named = |&s: &usize| !known(&self.naming.parties(view, &[s])).is_empty();
        if let Some(verb) = self.set_within(noun) {
            let mut subjects = ancestors(view, verb, DEPTH).filter_map(|w| view.child(w, "nsubj"));
            return subjects.find(|&s| s < noun).filter(named);
        }
        let owned = view.children(noun).iter().any(|&c| view.word(c as usize).deprel == "nmod:poss");
        // "*he* walked out of talks with the envoy"
        let left = ancestors(view, noun, 2)
            .find(|&v| self.is("leaves", v) && (v..noun).any(|w| view.form(w) == "out"));
        if held.is_some()
            || owned
            || conjuncts(view, with).len() > 1
            || !(self.sets_time(noun) || left.is_some())
        {
            return None;
        }
        let mut subjects = ancestors(view, noun, DEPTH).filter_map(|w| view.child(w, "nsubj"));
        subjects.find(|&s| s != noun).filter(named)
    }

    /// Whether a clause is set in time by the meeting: "after two days *of talks*", "ahead *of a summit*".
    fn sets_time(&self, noun: usize) -> bool {
        let view = self.view;
        let count = view.head(noun).filter(|&c| {
            marker(view, noun) == "of" && (self.is("counting", c) || self.is("noun", c) || self.timely(c))
        });
        let placed = count.unwrap_or(noun);
        let ahead = || view.child(placed, "case").is_some_and(|c| c > 0 && view.form(c - 1) == "ahead");
        match marker(view, placed) {
            "of" => ahead(),
            before => self.lexicon.meeting.is("sets-time", before),
        }
    }

    /// The verb that sets a meeting within a visit: "will pay a visit, in the course of which a meeting with the king is
    /// *envisaged*".
    fn set_within(&self, noun: usize) -> Option<usize> {
        let view = self.view;
        view.head(noun).filter(|&v| {
            let set = is_passive(view, v) && self.is("schedule", v) && view.word(noun).relation() == "nsubj";
            set && matches!(view.word(v).relation(), "acl" | "advcl") && self.occasion(v).is_some()
        })
    }

    /// The visit or the like during which the clause of `verb` sets something: "a visit, *during which* a meeting is planned".
    pub(super) fn occasion(&self, verb: usize) -> Option<usize> {
        let view = self.view;
        let during = view.children_by(verb, "obl").any(|o| {
            matches!(view.form(o).to_lowercase().as_str(), "which" | "course")
                || view.children_by(o, "nmod").any(|n| view.form(n).eq_ignore_ascii_case("which"))
        });
        let course = |w: usize| view.lemma(w) == "course";
        let mut above = ancestors(view, verb, 4).skip_while(|&w| course(w));
        let led = during || view.head(verb).is_some_and(course);
        above.next().filter(|_| led)
    }

    /// Adds whose counterpart somebody is: "will lead a team *to Lima* for talks with his counterpart". He stands for the
    /// counterpart of whom nothing else says whose he is ("her Omani counterpart").
    pub(super) fn with_counterparts_host(&self, noun: usize, parties: &mut Vec<Party>) {
        let view = self.view;
        let host = self.counterparts_host(noun, parties);
        if !host.is_empty() {
            let said = |w: usize| {
                let own =
                    view.children(w).iter().map(|&c| c as usize).filter(|&c| view.word(c).xpos != "PRP$");
                own.flat_map(|c| self.naming.index.of_word(c as u32)).next().is_some()
            };
            let peer = |p: &Party| {
                let head = p.head as usize;
                self.lexicon.roles.is("counterpart", view.lemma(head)) && !said(head)
            };
            parties.retain(|p| !peer(p));
        }
        join_parties(parties, host);
    }

    /// "will lead a team to Lima for talks with his counterpart": whose counterpart it is, is told by the capital they go to.
    fn counterparts_host(&self, noun: usize, parties: &[Party]) -> Vec<Party> {
        let view = self.view;
        let is = |w: usize| self.lexicon.roles.is("counterpart", &view.lemma(w).to_lowercase());
        let side = |p: &&Party| p.actor.is_some_and(|a| !self.naming.index.is_person(a));
        let Some(peer) = behind_own(view, noun, "with").filter(|&c| is(c)) else { return Vec::new() };
        if parties.iter().filter(side).count() > 1 {
            return Vec::new();
        }
        // "talks with *her* Omani counterpart"
        let whose = view.children_by(peer, "nmod").find(|&c| view.word(c).xpos == "PRP$");
        let mut own = whose.map(|w| self.naming.parties(view, &[w])).unwrap_or_default();
        own.retain(|p| p.actor.is_some_and(|a| parties.iter().all(|q| q.actor != Some(a))));
        if !own.is_empty() {
            return own;
        }
        let host = |w: usize| if marker(view, w) == "to" { self.by_capital(w) } else { None };
        view.sentence(noun).range().take_while(|&w| w < noun).find_map(host).into_iter().collect()
    }
}
