//! Whether it is held, planned or called off: "*upcoming* talks", "*will be followed* by talks", "*was called off*".

use super::attached::{direct, stands_with};
use super::mention::Reader;
use super::stand::Stand;
use crate::events::{Frame, is_passive, roles, status};
use demarche_record::{Plover, Status};

impl Reader<'_> {
    /// What the text says of whether a meeting that `head` names is held, by the tense and mood of `verb`.
    pub(super) fn status(&self, head: usize, verb: Option<usize>) -> Status {
        let frame = Frame { verb, act: Some((Plover::Consult, None)), ..Frame::new(head) };
        status(self.view, self.lexicon, &frame, Plover::Consult)
    }

    /// As [`Reader::status`] of a verb that says that somebody meets. "Berg said that she would meet him in Oslo on Monday"
    /// is a plan that was told, as "will meet" would be.
    pub(super) fn status_of_verb(&self, verb: usize) -> Status {
        let view = self.view;
        let would = view
            .children(verb)
            .iter()
            .any(|&c| view.lemma(c as usize) == "would" || view.form(c as usize) == "would");
        let told = view.word(verb).relation() == "ccomp"
            && view.head(verb).is_some_and(|said| matches!(view.word(said).xpos, "VBD" | "VBN"));
        let conditional = view.child(verb, "advcl").is_some();
        match self.status(verb, Some(verb)) {
            Status::Hypothetical if would && told && !conditional && self.date(verb, None).is_some() => {
                Status::Planned
            }
            status => status,
        }
    }

    /// Whether what the noun names is held, where nobody only offers it and nobody calls it off.
    pub(super) fn status_of_noun(&self, at: &Stand, follow: Option<(usize, usize)>) -> Status {
        let view = self.view;
        let noun = at.noun;
        let lemma = |h: usize| view.lemma(h);
        // "further talks will be held on Friday" are as sure as their verb.
        let sure = at.held.filter(|_| view.children(noun).iter().any(|&c| self.is("again", c as usize)));
        let sure = sure.filter(|_| self.date(noun, at.held).is_some());
        let said = match follow.map(|(_, verb)| verb).or(sure) {
            Some(verb) => self.status(verb, Some(verb)),
            None => self.status(noun, at.held),
        };
        // "has called a meeting in Oslo on Friday"
        let convoked = at.held.is_some_and(|h| {
            let timed = || {
                let dates = |t: &crate::Timex| t.words.start > h as u32 && t.words.start as usize <= h + 16;
                let behind_for = |t: &crate::Timex| view.form(t.words.start as usize - 1) == "for";
                let sentence = view.sentence(h);
                let inside = |t: &crate::Timex| sentence.contains(t.words.start as usize);
                self.timexes.iter().any(|t| dates(t) && inside(t) && behind_for(t))
            };
            direct(view, noun)
                && (self.is("arranges", h) && !is_passive(view, h) || self.is("sets", h) && timed())
        });
        match said {
            // "would boycott the summit" plans no meeting.
            Status::Planned if at.held.is_some_and(|h| matches!(lemma(h), "boycott" | "skip")) => {
                Status::Hypothetical
            }
            Status::Ongoing if at.governor.is_some_and(|g| lemma(g) == "prepare") => Status::Planned,
            Status::Occurred if at.called.is_some() || convoked || self.lies_ahead(at) => Status::Planned,
            said => said,
        }
    }

    /// Whether the words that name a meeting in no tense say that it is to come.
    fn lies_ahead(&self, at: &Stand) -> bool {
        let view = self.view;
        let planned = |v: usize| self.lexicon.plover.is("planned", view.lemma(v));
        // "Talks are scheduled for Monday."
        let scheduled = |g: usize| is_passive(view, g) && self.is("schedule", g) && planned(g);
        let put_off = |g: usize| {
            let aside = || stands_with(view, g, "off") || stands_with(view, g, "back");
            self.is("postponed", g) || self.is("put-off", g) && aside()
        };
        at.fixed.is_some()
            || at.governor.is_some_and(|g| scheduled(g) || put_off(g))
            || at.opens.is_some() && at.held.is_some_and(planned)
            || at.goes.is_some_and(|g| self.is_awaited(g))
            || self.upcoming(at.noun)
            || at.held.is_none() && !self.definite(at.noun) && self.announced(at.noun)
    }

    /// "upcoming talks", "ahead of talks", "before the summit".
    fn upcoming(&self, noun: usize) -> bool {
        let view = self.view;
        let marks = view.children(noun).iter().map(|&c| c as usize);
        marks
            .clone()
            .any(|c| matches!(view.lemma(c), "ahead" | "before") && view.word(c).relation() == "case")
            || marks.clone().any(|c| view.word(c).relation() == "amod" && self.is("upcoming", c))
    }

    /// Whether the sentence speaks of what will be before it names the meeting: "will be followed by talks".
    fn announced(&self, noun: usize) -> bool {
        let before = self.view.sentence(noun).start as usize..noun;
        before.rev().take(25).any(|w| matches!(self.view.form(w), "will" | "'ll" | "’ll"))
    }

    /// (the meeting that is followed or that follows nothing, the verb "follow") where the noun stands with "follow".
    pub(super) fn follows(&self, noun: usize) -> Option<(usize, usize)> {
        let view = self.view;
        let mut at = noun;
        while view.word(at).relation() == "conj" {
            at = view.head(at)?;
        }
        let verb = view.head(at).filter(|&v| self.is("after", v))?;
        let r = roles(view, self.lexicon, verb);
        let (later, earlier) = (r.agent?, r.patient?);
        if later == at { Some((earlier, verb)) } else { (earlier == at).then_some((noun, verb)) }
    }
}
