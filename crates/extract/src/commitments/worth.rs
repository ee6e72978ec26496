//! What an act means to those it touches: do they want it?

use super::conditions::negated;
use super::outcomes::{in_kind, musters, stays_open};
use super::said::in_role;
use super::scene::Scene;
use crate::attribution::clause::{is_punctuation, marked};
use demarche_base::WordRange;
use demarche_record::{Plover, QuadClass};

/// What an act means to those it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worth {
    /// They want it: aid, talks, relief.
    Wanted,
    /// They do not: sanctions, force, "consequences".
    Unwanted,
    /// The words do not tell.
    Open,
}

impl Scene<'_> {
    /// What the act of `head` with the words `words` means to those it touches.
    pub fn worth(&self, head: usize, words: &[WordRange]) -> Worth {
        match (self.plain_worth(head, words), negated(self.view, head)) {
            (Worth::Wanted, true) if self.allows_harm(head) => Worth::Wanted,
            (Worth::Wanted, true) => Worth::Unwanted,
            (Worth::Unwanted, true) if !self.menacing(words) => Worth::Wanted,
            (worth, _) => worth,
        }
    }

    /// "allow attacks on others": what is let happen is a harm.
    fn allows_harm(&self, head: usize) -> bool {
        let object = self.view.child(head, "obj");
        self.has("tolerate", head)
            && object.is_some_and(|o| self.has("hostility", o) || self.has("outlaw", o))
    }

    /// Whether the words hold a phrase of menace: "all options are on the table", "will not go unanswered".
    pub fn menacing(&self, words: &[WordRange]) -> bool {
        let inside: Vec<usize> = words.iter().flat_map(|r| r.range()).collect();
        let is = |k: usize, w: &str| self.view.form(inside[k]).eq_ignore_ascii_case(w);
        // In this order, with at most three words between: "options are on the table".
        let holds = |phrase: &str| {
            let mut parts = phrase.split('+');
            let Some(first) = parts.next() else { return false };
            let rest: Vec<&str> = parts.collect();
            (0..inside.len()).filter(|&k| is(k, first)).any(|k| {
                let mut at = k;
                rest.iter().all(|w| match (at + 1..inside.len().min(at + 5)).find(|&n| is(n, w)) {
                    Some(n) => {
                        at = n;
                        true
                    }
                    None => false,
                })
            })
        };
        self.lexicon.commissives.words("harm_phrase").any(holds)
    }

    fn plain_worth(&self, head: usize, words: &[WordRange]) -> Worth {
        let view = self.view;
        let inside: Vec<usize> =
            words.iter().flat_map(|r| r.range()).filter(|&i| !is_punctuation(view, i)).collect();
        let verbs: Vec<usize> =
            self.chain(head).into_iter().filter(|v| inside.contains(v) || *v == head).collect();
        let pair = |v: usize, i: usize| {
            let word = view.form(i).to_lowercase();
            let listed =
                |verb: &str| self.lexicon.commissives.is("harm_verb_noun", &format!("{verb}:{word}"));
            // "would rethink the overflight rights": what was granted is put in question.
            let again = self.has("re_examines", v)
                && (listed("reconsider") || self.has("granted", i) && view.head(i) == Some(v));
            // "will withdraw their licences"
            let taken_back = self.has("takes_back", v)
                && self.has("granted", i)
                && view.head(i) == Some(v)
                && view.word(i).relation() == "obj";
            taken_back
                || listed(view.lemma(v))
                || again
                || self.has("breaks_off", v) && self.has("bound_up", i) && self.leaves(v, i)
        };
        if self.menacing(words) || self.has("dread", head) {
            return Worth::Unwanted;
        }
        // "Aid will be withheld."
        let undergone = |v: usize| self.passive(v) && view.child(v, "nsubj").is_some_and(|s| pair(v, s));
        if verbs.iter().any(|&v| undergone(v)) {
            return Worth::Unwanted;
        }
        // "Air strikes would begin."
        let sets_in = |v: usize| {
            self.has("sets_in", v)
                && view
                    .child(v, "nsubj")
                    .is_some_and(|s| self.has("hostility", s) && !self.has("talk_noun", s))
        };
        if verbs.iter().any(|&v| sets_in(v)) {
            return Worth::Unwanted;
        }
        // "The guns will fall silent."
        if view.child(head, "xcomp").is_some_and(|x| view.lemma(x) == "silent") {
            return Worth::Wanted;
        }
        // "The crossing would remain open."
        if verbs.iter().any(|&v| stays_open(self, v)) {
            return Worth::Wanted;
        }
        if self.has("ready", head) && !verbs.iter().any(|&v| v != head && self.has("harm_verb", v)) {
            return Worth::Wanted;
        }
        // "suspend the patrols", not "suspend joint patrols": what is done together burdens nobody.
        let joint = |i: usize| view.children_by(i, "amod").any(|c| view.lemma(c) == "joint");
        let burden = |i: usize| self.has("burden", i) && !joint(i);
        let eases = |v: usize| {
            self.has("relief_verb", v)
                && inside.iter().any(|&i| i > v && burden(i) && view.head(i) == Some(v))
        };
        // "halt the strikes", "end the siege".
        let forbears = |v: usize| {
            self.has("forbear", v)
                && view.children(v).iter().any(|&o| {
                    matches!(view.word(o as usize).relation(), "obj" | "obl" | "xcomp")
                        && self.has("hostility", o as usize)
                })
        };
        // "to pass on messages between them"
        let relays =
            |v: usize| self.has("relays", v) && view.child(v, "obj").is_some_and(|o| self.has("message", o));
        if verbs.iter().any(|&v| relays(v)) {
            return Worth::Wanted;
        }
        if verbs.iter().any(|&v| eases(v) || forbears(v) || in_role(self, v).is_some()) {
            return Worth::Wanted;
        }
        if verbs.iter().any(|&v| inside.iter().any(|&i| i > v && pair(v, i))) {
            return Worth::Unwanted;
        }
        let governed = |i: usize| {
            view.head(i).is_some_and(|h| verbs.contains(&h)) || i == head || view.word(i).relation() == "conj"
        };
        let nominal = |i: usize| matches!(view.word(i).upos, "NOUN" | "PROPN");
        let harmful = |i: usize| {
            nominal(i)
                && self.has("harm_noun", i)
                && governed(i)
                && (i == head
                    || view.head(i).is_some_and(|h| self.has("holding", h))
                    || nominal(head)
                    || self.has("subject", head))
        };
        if inside.iter().any(|&i| harmful(i)) {
            return Worth::Unwanted;
        }
        for &v in &verbs {
            if view.word(v).upos != "VERB" {
                continue;
            }
            // "The troops will return" gives nothing back.
            let comes_back = view.lemma(v) == "return" && view.child(v, "obj").is_none() && !self.passive(v);
            // "will return to the talks", "to the commission"
            let resumes = |o: usize| {
                self.has("talk_noun", o) || self.lexicon.meeting.is("forum", &view.form(o).to_lowercase())
            };
            // "will come back to the negotiating table", "to the table of negotiations"
            let table = |o: usize| {
                let talks = |c: &u32| {
                    let c = *c as usize;
                    self.has("conferring", c) || self.has("at_table", c)
                };
                self.has("table", o) && view.children(o).iter().any(talks)
            };
            let arrives = comes_back || matches!(view.lemma(v), "come" | "go" | "sit");
            if comes_back && view.children_by(v, "obl").any(|o| o > v && resumes(o))
                || arrives && !self.passive(v) && view.children_by(v, "obl").any(|o| o > v && table(o))
            {
                return Worth::Wanted;
            }
            // "will send troops" may be help or harm.
            if musters(self, v) && self.has("errand", v) || in_kind(self, v) {
                continue;
            }
            if self.has("good_verb", v) && !self.reflexive(v) && !comes_back {
                return Worth::Wanted;
            }
            let punished = self.has("harm_passive", v) && self.passive(v);
            if (self.has("harm_verb", v) || punished) && !self.reflexive(v) && !self.acts_as(v) {
                return Worth::Unwanted;
            }
            let given = |i: usize| matches!(view.word(i).relation(), "obj" | "xcomp" | "nsubj");
            // "will seek help abroad" gives none.
            let gives = !self.has("seeks", v);
            if gives && inside.iter().any(|&i| self.has("giving", i) && view.head(i) == Some(v) && given(i)) {
                return Worth::Wanted;
            }
        }
        match self.event(head, words).map(|e| e.1.kind) {
            Some(Plover::Mobilize) => Worth::Open,
            Some(k) if k.quad_class() == QuadClass::MaterialConflict => Worth::Unwanted,
            // "will begin by issuing warnings" announces no harm.
            Some(Plover::Threaten)
                if self.event(head, words).is_some_and(|e| e.1.trigger_head as usize == head) =>
            {
                Worth::Unwanted
            }
            Some(Plover::Aid | Plover::Retreat | Plover::Cooperate | Plover::Agree | Plover::Concede) => {
                Worth::Wanted
            }
            _ => Worth::Open,
        }
    }

    /// "quit the *talks*", "withdraw from the *pact*": what is bound up with others is left.
    fn leaves(&self, verb: usize, noun: usize) -> bool {
        let view = self.view;
        let from = || marked(view, noun, "case", &["from", "of"]).is_some();
        let below = |n: usize| view.word(n).relation() == "obl" && from();
        let bound = view.word(noun).relation() == "obj" || below(noun);
        let particle =
            view.head(noun).is_some_and(|h| view.form(h) == "out" && view.head(h) == Some(verb) && from());
        view.head(noun) == Some(verb) && bound || particle
    }

    /// "act as a mediator": no act against anybody.
    fn acts_as(&self, verb: usize) -> bool {
        let next = verb + 1;
        self.view.lemma(verb) == "act" && next < self.view.len() && self.view.form(next) == "as"
    }

    /// "defend itself", "protect our people", "remove them ourselves" apart: nobody else is meant.
    pub fn reflexive(&self, verb: usize) -> bool {
        let view = self.view;
        let guards = matches!(view.lemma(verb), "defend" | "protect" | "secure" | "safeguard");
        let own = |n: usize| {
            view.children(n).iter().any(|&c| {
                view.word(c as usize).deprel == "nmod:poss"
                    && matches!(
                        view.form(c as usize).to_lowercase().as_str(),
                        "our" | "its" | "their" | "his" | "her" | "my"
                    )
            })
        };
        view.child(verb, "obj").is_some_and(|o| {
            view.form(o).ends_with("self")
                || view.form(o).ends_with("selves")
                || guards
                    && (own(o) || view.children_by(o, "nmod").any(own))
                    && view.lemma(o) != "ally"
                    && !view.form(o).to_lowercase().starts_with("all")
        })
    }

    /// A verb with the infinitives and coordinated verbs below it.
    fn chain(&self, head: usize) -> Vec<usize> {
        let mut out = vec![head];
        let mut at = 0;
        while at < out.len() && out.len() < 8 {
            let v = out[at];
            out.extend(
                self.view
                    .children_by(v, "xcomp")
                    .chain(self.view.children_by(v, "conj"))
                    .chain(self.view.children_by(v, "acl").filter(|_| self.view.word(v).upos == "ADJ"))
                    .filter(|&x| self.view.word(x).upos == "VERB"),
            );
            at += 1;
        }
        out
    }
}
