//! Acts within commitments: who acts, what kind of act it is, and whether the other side wants it.

use super::conditions::negated;
use crate::attribution::clause::{is_punctuation, marked, subject, trim};
use crate::attribution::with_marks;
use crate::events::Naming;
use crate::{ActorId, Attribution, Clause, Event, EventId, View};
use demarche_base::{ByteSpan, WordRange};
use demarche_lexicon::Lexicon;
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

/// What all steps look at.
pub(super) struct Scene<'a> {
    pub view: &'a View<'a>,
    pub lexicon: &'a Lexicon,
    pub naming: Naming<'a>,
    pub attributions: &'a [Attribution],
    pub events: &'a [Event],
}

impl Scene<'_> {
    fn is(&self, class: &str, i: usize) -> bool {
        self.lexicon.commissives.is(class, &self.view.form(i).to_lowercase())
            || self.lexicon.commissives.is(class, self.view.lemma(i))
    }

    /// Whether word `i` or its lemma belongs to `class`.
    pub fn has(&self, class: &str, i: usize) -> bool {
        self.is(class, i)
    }

    /// The actors of the phrase of `head` and its coordinated phrases; "we" and "I" mean the speaker of `statement`.
    pub fn actors(&self, head: usize, statement: Option<&Attribution>) -> Vec<ActorId> {
        let mut out = Vec::new();
        for h in [head].into_iter().chain(self.view.children_by(head, "conj")) {
            let word = self.view.form(h).to_lowercase();
            let mut found = self.naming.actors(self.view, h);
            if found.is_empty() && matches!(word.as_str(), "we" | "i" | "us" | "me" | "our" | "my") {
                found.extend(statement.and_then(|a| a.speaker).map(|s| self.naming.index.principal(s)));
            }
            for actor in found {
                if !out.contains(&actor) {
                    out.push(actor);
                }
            }
        }
        out
    }

    /// The actors named anywhere in `words`, as whom they act for.
    pub fn named_in(&self, words: &[WordRange]) -> Vec<ActorId> {
        let mut out = Vec::new();
        for actor in words.iter().flat_map(|&r| self.naming.index.in_span(r)) {
            let actor = self.naming.index.principal(actor);
            if !out.contains(&actor) {
                out.push(actor);
            }
        }
        out
    }

    /// Who acts in the clause of `head`: its subject, or the agent of a passive.
    pub fn agents(&self, head: usize, statement: Option<&Attribution>) -> Vec<ActorId> {
        let passive =
            self.view.children(head).iter().any(|&c| self.view.word(c as usize).deprel.ends_with(":pass"));
        if passive {
            let by =
                self.view.children_by(head, "obl").find(|&o| marked(self.view, o, "case", &["by"]).is_some());
            return by.map_or(Vec::new(), |o| self.actors(o, statement));
        }
        subject(self.view, head).map_or(Vec::new(), |s| self.actors(s, statement))
    }

    /// The event whose trigger lies in `words`: at the head first, then the earliest.
    pub fn event(&self, head: usize, words: &[WordRange]) -> Option<(EventId, &Event)> {
        let inside = |e: &&(usize, &Event)| words.iter().any(|r| r.contains(e.1.trigger_head as usize));
        let all: Vec<(usize, &Event)> = self.events.iter().enumerate().collect();
        let at_head = all.iter().find(|e| e.1.trigger_head as usize == head);
        let below = all.iter().filter(inside).find(|e| {
            let t = e.1.trigger_head as usize;
            self.view.head(t) == Some(head) || self.view.head(t).and_then(|h| self.view.head(h)) == Some(head)
        });
        at_head.or(below).map(|&(i, e)| (EventId(i as u32), e))
    }

    /// One side of a commitment.
    pub fn clause(
        &self,
        head: usize,
        words: &[WordRange],
        is_negated: bool,
        statement: Option<&Attribution>,
    ) -> Clause {
        let event = self.event(head, words);
        Clause {
            actor: self.agents(head, statement),
            spans: self.spans(words),
            negated: is_negated,
            kind: event.map(|e| e.1.kind),
            event: event.map(|e| e.0),
        }
    }

    /// Bytes of the words: without "and" or "that" before them, with the quotation marks around them.
    pub fn spans(&self, words: &[WordRange]) -> Vec<ByteSpan> {
        let view = self.view;
        let bare = |r: WordRange| {
            let mut r = trim(view, r);
            let joins = |i: usize| {
                view.word(i).relation() == "cc"
                    || view.word(i).relation() == "mark" && view.form(i).eq_ignore_ascii_case("that")
            };
            while !r.is_empty() && joins(r.start as usize) {
                r = trim(view, WordRange::new(r.start as usize + 1, r.end as usize));
            }
            r
        };
        let marked = |r: WordRange| {
            let span = view.span(r);
            let wide = with_marks(view, span);
            // Marks around all of it belong to the statement.
            match view.layout.quotes.iter().find(|q| q.span == wide) {
                Some(q) => view.span(trim(view, q.words)),
                None => wide,
            }
        };
        words.iter().map(|&r| bare(r)).filter(|r| !r.is_empty()).map(marked).collect()
    }

    /// Whether those who act are the side of an official whose own side the text does not name.
    pub fn official_side(&self, a: &Attribution, speakers: &[ActorId], agents: &[ActorId]) -> bool {
        let body = |id: &ActorId| {
            let key = self.naming.index.key(*id);
            key.len() >= 2 && key.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        };
        let titled = a.source.iter().any(|&s| self.view.words_in(s).range().any(|i| self.is("official", i)));
        titled && !agents.is_empty() && agents.iter().all(body) && !speakers.iter().any(body)
    }

    /// What the act of `head` with the words `words` means to those it touches.
    pub fn worth(&self, head: usize, words: &[WordRange]) -> Worth {
        let flipped = negated(self.view, head);
        let plain = self.plain_worth(head, words);
        match (plain, flipped) {
            (Worth::Wanted, true) => Worth::Unwanted,
            (Worth::Unwanted, true) => Worth::Wanted,
            (worth, _) => worth,
        }
    }

    fn plain_worth(&self, head: usize, words: &[WordRange]) -> Worth {
        let inside: Vec<usize> =
            words.iter().flat_map(|r| r.range()).filter(|&i| !is_punctuation(self.view, i)).collect();
        let verbs: Vec<usize> =
            self.chain(head).into_iter().filter(|v| inside.contains(v) || *v == head).collect();
        let pair = |v: usize, i: usize| {
            let word = self.view.form(i).to_lowercase();
            self.lexicon.commissives.is("harm_verb_noun", &format!("{}:{}", self.view.lemma(v), word))
        };
        let phrase =
            |p: &str| p.split('+').all(|w| inside.iter().any(|&i| self.view.form(i).eq_ignore_ascii_case(w)));
        if self.lexicon.commissives.words("harm_phrase").any(phrase) {
            return Worth::Unwanted;
        }
        if self.is("ready", head) && !verbs.iter().any(|&v| v != head && self.is("harm_verb", v)) {
            return Worth::Wanted;
        }
        if verbs.iter().any(|&v| self.is("relief_verb", v) && inside.iter().any(|&i| self.is("burden", i))) {
            return Worth::Wanted;
        }
        if verbs.iter().any(|&v| inside.iter().any(|&i| i > v && pair(v, i))) {
            return Worth::Unwanted;
        }
        let nominal = |i: usize| matches!(self.view.word(i).upos, "NOUN" | "PROPN");
        let weak = |v: usize| {
            matches!(
                self.view.lemma(v),
                "be" | "have"
                    | "face"
                    | "suffer"
                    | "see"
                    | "meet"
                    | "wait"
                    | "follow"
                    | "come"
                    | "bring"
                    | "impose"
                    | "pay"
                    | "mean"
                    | "lead"
                    | "risk"
                    | "invite"
                    | "expect"
                    | "result"
                    | "trigger"
                    | "provoke"
                    | "prepare"
                    | "consider"
            )
        };
        let governed = |i: usize| {
            self.view.head(i).is_some_and(|h| verbs.contains(&h))
                || i == head
                || self.view.word(i).relation() == "conj"
        };
        if inside.iter().any(|&i| {
            nominal(i)
                && self.is("harm_noun", i)
                && governed(i)
                && (i == head
                    || self.view.head(i).is_some_and(weak)
                    || nominal_head(self.view, head)
                    || self.is("subject", head))
        }) {
            return Worth::Unwanted;
        }
        for &v in &verbs {
            if self.view.word(v).upos != "VERB" {
                continue;
            }
            if self.is("good_verb", v) && !self.reflexive(v) {
                return Worth::Wanted;
            }
            if self.is("harm_verb", v) {
                return Worth::Unwanted;
            }
            if inside.iter().any(|&i| i > v && self.is("giving", i) && self.view.head(i) == Some(v)) {
                return Worth::Wanted;
            }
        }
        match self.event(head, words).map(|e| e.1.kind) {
            Some(k) if k.quad_class() == QuadClass::MaterialConflict || k == Plover::Threaten => {
                Worth::Unwanted
            }
            Some(Plover::Aid | Plover::Retreat | Plover::Cooperate | Plover::Agree | Plover::Concede) => {
                Worth::Wanted
            }
            _ => Worth::Open,
        }
    }

    /// "defend itself", "protect our people": nobody else is meant.
    fn reflexive(&self, verb: usize) -> bool {
        self.view.child(verb, "obj").is_some_and(|o| {
            self.view.form(o).ends_with("self")
                || self.view.form(o).ends_with("selves")
                || matches!(self.view.lemma(verb), "defend" | "protect")
                    && self.view.children(o).iter().any(|&c| {
                        self.view.word(c as usize).deprel == "nmod:poss"
                            && matches!(
                                self.view.form(c as usize).to_lowercase().as_str(),
                                "our" | "its" | "their" | "his" | "her" | "my"
                            )
                    })
                    && self.view.lemma(o) != "ally"
                    && !self.view.form(o).to_lowercase().starts_with("all")
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
                    .filter(|&x| self.view.word(x).upos == "VERB"),
            );
            at += 1;
        }
        out
    }

    /// The attribution that `word` belongs to: the innermost one whose content holds it.
    pub fn statement(&self, word: usize) -> Option<usize> {
        self.attributions
            .iter()
            .enumerate()
            .filter(|(_, a)| a.content_words.iter().any(|r| r.contains(word)))
            .min_by_key(|(_, a)| a.content_words.iter().map(|r| r.len()).sum::<usize>())
            .map(|(i, _)| i)
    }

    /// For whom the source of an attribution speaks.
    pub fn principals(&self, a: &Attribution) -> Vec<ActorId> {
        let coordinated = a.source_head.map(|h| self.actors(h as usize, None)).unwrap_or_default();
        if !coordinated.is_empty() {
            return coordinated;
        }
        a.speaker.map(|s| self.naming.index.principal(s)).into_iter().collect()
    }
}

fn nominal_head(view: &View, head: usize) -> bool {
    matches!(view.word(head).upos, "NOUN" | "PROPN")
}
