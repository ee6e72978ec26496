//! Who goes where to meet: "*flies to Lima* on Monday for talks", "*will send its chairman* to Oslo", "*is due in Quito*".

use super::attached::{behind_any, behind_own};
use super::mention::Reader;
use super::spoken::{Kind, Spoken, join_parties};
use crate::attribution::clause::marked;
use crate::dates::counted;
use crate::events::{group_start, is_passive, marker, roles};
use crate::{DateId, Timex};
use demarche_base::{ByteSpan, WordRange};
use demarche_record::Status;

impl Reader<'_> {
    /// "The minister will travel to Lima and Quito on Monday", "is due in Lima": an official goes where another state is host.
    /// Who goes there for talks with somebody is read by those.
    pub(super) fn by_journey(&self, verb: usize) -> Option<Spoken> {
        let view = self.view;
        let awaited = self.is("awaited", verb)
            && (view.word(verb).upos == "ADJ" || is_passive(view, verb))
            && view.child(verb, "ccomp").is_none();
        let goes = self.is("go-verb", verb) && !self.is("stay-verb", verb);
        if !(awaited || goes) {
            return None;
        }
        let r = roles(view, self.lexicon, verb);
        let visitor = if awaited { view.child(verb, "nsubj")? } else { r.agent.filter(|_| !r.passive)? };
        let official = self.is("side", visitor) && !self.naming.actors(view, visitor).is_empty();
        if !(self.is_person(visitor) || official) {
            return None;
        }
        let place = behind_any(view, verb, &["to", "in"])?;
        let to = awaited || view.word(place).upos == "PROPN";
        let elsewhere = (verb + 1..view.sentence(verb).end as usize).any(|w| {
            self.is("attend", w) && view.word(w).upos == "VERB"
                || self.is("noun", w) && view.word(w).upos == "NOUN" && !self.is("visit", w)
        });
        if !to || elsewhere || self.timely(place) {
            return None;
        }
        let mut parties = self.parties(visitor);
        let mut hosts = self.parties(place);
        let index = self.naming.index;
        let acts_alone =
            |a| index.is_person(a) || index.is_body(a) || index.is_media(a) || index.is_people(a);
        hosts.retain(|p| p.actor.is_some_and(|a| !acts_alone(a)));
        let home = hosts.iter().any(|h| parties.iter().any(|p| p.actor == h.actor));
        if hosts.is_empty() || home {
            return None;
        }
        join_parties(&mut parties, hosts);
        let start = group_start(view, verb).min(view.child(verb, "cop").unwrap_or(verb));
        let status = if awaited { Status::Planned } else { self.status_of_verb(verb) };
        Some(Spoken {
            verb: Some(verb),
            parties,
            place: Some(view.span(self.full_name(place))),
            date: self.date(verb, None),
            counted: counted(view, self.timexes, verb),
            ..Spoken::new(verb, WordRange::new(start, place + 1), Kind::Visit, status)
        })
    }

    /// The verb of going, or "due", of which meeting is the purpose.
    pub(super) fn journey(&self, verb: usize) -> Option<usize> {
        let view = self.view;
        let above = view.head(verb).filter(|&h| h < verb)?;
        // "is expected in Lima on Monday, *where he will meet* them"
        if view.children_by(verb, "advmod").any(|w| view.form(w).eq_ignore_ascii_case("where")) {
            let verbal = |w: usize| view.word(w).upos == "VERB";
            let goes = if verbal(above) { Some(above) } else { view.head(above).filter(|&h| verbal(h)) };
            return goes.filter(|&g| self.is("go-verb", g) || self.is("awaited", g));
        }
        // "will be in Lima on Monday *to meet* them"
        let stays = self.is_place(above) && matches!(marker(view, above), "in" | "at");
        let purpose = matches!(view.word(verb).relation(), "advcl" | "xcomp" | "acl")
            && marked(view, verb, "mark", &["to"]).is_some();
        // "arrived in Oslo on Monday *and met* the king"
        let next = view.word(verb).relation() == "conj" && view.word(verb).xpos == view.word(above).xpos;
        // "arrived in Oslo on Monday *and was received* by the king"
        let welcomed =
            view.word(verb).relation() == "conj" && is_passive(view, verb) && self.is("host-verb", verb);
        let goes = self.is("go-verb", above) || view.lemma(above) == "due";
        ((purpose || next || welcomed) && goes || purpose && (stays || self.sends(above))).then_some(above)
    }

    /// "will send *its chairman* to Lima": one who goes there for who sends him.
    pub(super) fn sends(&self, verb: usize) -> bool {
        let view = self.view;
        let sent = |o: usize| self.is("delegation", o) || self.is("side", o) || self.is_person(o);
        self.is("send-verb", verb)
            && view.word(verb).upos == "VERB"
            && view
                .child(verb, "obj")
                .is_some_and(|o| sent(o) && [verb, o].iter().any(|&w| behind_own(view, w, "to").is_some()))
    }

    /// Whether the clause says by "be" that somebody is at the place named `word`: "was in *Lima*".
    pub(super) fn is_place(&self, word: usize) -> bool {
        self.view.word(word).upos == "PROPN" && self.view.child(word, "cop").is_some()
    }

    /// "flew to Oslo last week to meet him": both are past.
    pub(super) fn gone(&self, journey: usize, date: Option<DateId>) -> bool {
        let past = |t: &Timex| {
            t.words
                .range()
                .any(|w| matches!(&*self.view.form(w).to_lowercase(), "last" | "ago" | "yesterday"))
        };
        self.view.word(journey).xpos == "VBD" && date.is_some_and(|d| past(&self.timexes[d.index()]))
    }

    /// Where somebody travels to.
    pub(super) fn destination(&self, verb: usize) -> Option<ByteSpan> {
        let view = self.view;
        if view.word(verb).upos == "PROPN" {
            // "was in Lima for talks": the place itself stands for the verb.
            let name = |&c: &usize| matches!(view.word(c).relation(), "flat" | "compound");
            let own = || view.children(verb).iter().map(|&c| c as usize).filter(name);
            let (first, last) =
                (own().min().unwrap_or(verb).min(verb), own().max().unwrap_or(verb).max(verb));
            return Some(view.span(WordRange::new(first, last + 1)));
        }
        // "due Lima Friday", as telegrams have it
        let bare = || {
            view.children_by(verb, "obl").find(|&c| {
                c == verb + 1 && view.word(c).upos == "PROPN" && marker(view, c).is_empty() && !self.timely(c)
            })
        };
        let sent = || view.child(verb, "obj").and_then(|o| behind_own(view, o, "to"));
        let to = behind_any(view, verb, &["to", "in"]).or_else(sent).or_else(bare)?;
        let named = view.word(to).upos == "PROPN" && !self.timely(to);
        named.then(|| view.span(self.full_name(to)))
    }
}
