//! Which verbs speak of a meeting only by whom they stand with: "*saw the king* in Oslo", "*briefed the council*",
//! "*discussed* the dispute *with the envoy*", "*shook hands*".

use super::attached::{behind_any, behind_own};
use super::mention::Reader;
use crate::events::{is_passive, roles};

impl Reader<'_> {
    /// Whether the verb, which says other things too, stands with those who meet.
    pub(super) fn by_company(&self, verb: usize) -> bool {
        self.debates_with(verb) || self.tells(verb) || self.greets(verb) || self.calls_on(verb).is_some()
    }

    /// Whether who meets is told of by seeing or briefing, which may be done from afar.
    pub(super) fn tells(&self, verb: usize) -> bool {
        self.sees(verb) || self.briefs(verb)
    }

    /// "discussed the dispute with the envoy", "dined with the envoy".
    fn debates_with(&self, verb: usize) -> bool {
        let with = behind_own(self.view, verb, "with");
        (self.is("debate-verb", verb) || self.is("company-verb", verb))
            && with.is_some_and(|w| self.naming.acts(self.view, w))
    }

    /// "will brief the council on Monday": one who acts tells another side in its presence.
    fn briefs(&self, verb: usize) -> bool {
        let r = roles(self.view, self.lexicon, verb);
        let acts = |w: Option<usize>| w.is_some_and(|w| !self.naming.actors(self.view, w).is_empty());
        self.is("brief-verb", verb) && !r.passive && acts(r.agent) && acts(r.patient)
    }

    /// "saw the king in Oslo": one who acts for a side sees a person who acts for another.
    fn sees(&self, verb: usize) -> bool {
        if !self.is("see-verb", verb) {
            return false;
        }
        let view = self.view;
        let r = roles(view, self.lexicon, verb);
        let person = |w: usize| self.is("side", w) && view.word(w).upos == "NOUN" || self.is_person(w);
        let sides = |w: usize| self.naming.actors(view, w);
        let (Some(one), Some(other)) = (r.agent, r.patient) else { return false };
        let clause = ["xcomp", "ccomp", "advcl"].iter().any(|d| view.child(verb, d).is_some());
        !r.passive
            && !clause
            && person(other)
            && !sides(one).is_empty()
            && !sides(other).is_empty()
            && sides(one).iter().all(|a| !sides(other).contains(a))
    }

    /// "called on the king on Monday": the person on whom somebody calls and of whom nothing is asked.
    pub(super) fn calls_on(&self, verb: usize) -> Option<usize> {
        let view = self.view;
        let person = behind_own(view, verb, "on").filter(|&o| o > verb && self.is_person(o))?;
        let asked = ["xcomp", "ccomp", "advcl", "obj"].iter().any(|r| view.child(verb, r).is_some())
            || view.child(person, "acl").is_some()
            || behind_own(view, verb, "for").is_some();
        (self.is("calls-on", verb) && !asked && !is_passive(view, verb)).then_some(person)
    }

    /// "shook hands in Oslo", "must find themselves in Oslo": several who come together.
    pub(super) fn greets(&self, verb: usize) -> bool {
        let view = self.view;
        let object = view.child(verb, "obj");
        // "see each other"
        let form = |w: usize, f: &str| w < view.len() && view.form(w).eq_ignore_ascii_case(f);
        let other = |o: usize| {
            form(o, "other") && o > 0 && form(o - 1, "each") || form(o, "each") && form(o + 1, "other")
        };
        self.is("see-verb", verb) && object.is_some_and(other)
            || self.is("shake-verb", verb) && object.is_some_and(|o| view.lemma(o) == "hand")
            || self.is("find-verb", verb)
                && object.is_some_and(|o| view.form(o).eq_ignore_ascii_case("themselves"))
    }

    /// "Berg spoke with the king on Monday": two who each act for a side of their own, on a day.
    pub(super) fn leaders(&self, verb: usize) -> bool {
        let view = self.view;
        let side = |w: usize| {
            let person =
                self.naming.index.of_word(w as u32).iter().copied().find(|&a| self.naming.index.is_person(a));
            person.map(|a| self.naming.index.principal(a)).filter(|&a| !self.naming.index.is_person(a))
        };
        let with = behind_any(view, verb, &["with", "to"]);
        let one = roles(view, self.lexicon, verb).agent.and_then(side);
        let other = with.and_then(side);
        one.is_some() && other.is_some() && one != other && self.date(verb, None).is_some()
    }
}
