//! What a noun of meeting says: "will hold a *summit* with Peru in Oslo", "the *visit*, set for Friday, was put off".

use super::attached::direct;
use super::mention::Reader;
use super::spoken::{Kind, Spoken, known};
use super::stand::Stand;
use crate::DateId;
use crate::dates::counted;
use crate::events::{group_start, is_passive, noun_phrase};
use demarche_base::{ByteSpan, WordRange};
use demarche_record::Status;

impl Reader<'_> {
    /// "talks in Oslo", "a meeting of the council", "will hold a summit".
    pub(super) fn by_noun(&self, noun: usize) -> Option<Spoken> {
        let view = self.view;
        let at = self.stand(noun)?;
        let arranged = self.arranged(&at);
        let broker = self.broker(noun, at.governor);
        if !arranged && broker.is_none() && self.only_wished(noun, at.governor) {
            return None;
        }
        let forum = self.forum(noun);
        let mut parties = self.participants(&at, forum);
        // "offered to host a meeting of both ministers": they meet, not who offers.
        let broker = broker.filter(|_| !arranged);
        if let Some(broker) = broker {
            let own = self.naming.actors(view, broker);
            parties.retain(|p| p.actor.is_none_or(|a| !own.contains(&a)));
            if known(&parties).len() < 2 {
                return None;
            }
        }
        let next = parties.is_empty() && self.meets_again(&at);
        if next && forum.is_none() {
            parties = self.agreed(at.held);
        }
        let follow = self.follows(noun);
        let cancelled = at.governor.is_some_and(|g| self.is("cancelled", g) || self.called_off(g));
        let status = match (broker, cancelled) {
            (Some(_), _) => Status::Hypothetical,
            (None, true) => Status::Denied,
            (None, false) => self.status_of_noun(&at, follow),
        };
        let remote = view.children(noun).iter().any(|&c| self.is("remote-word", c as usize));
        let kind = if remote { Kind::Remote } else { self.kind(at.inner.unwrap_or(noun)) };
        Some(Spoken {
            verb: at.held.filter(|&v| !is_passive(view, v)),
            parties,
            forum: forum.map(|f| view.span(noun_phrase(view, f))),
            place: self.place_of(&at, forum),
            date: self.date_of(&at, follow, cancelled),
            counted: at.held.and_then(|v| counted(view, self.timexes, v)),
            format: Some(self.format(noun)),
            topics: self.topics(&[Some(noun), at.held]),
            cancelled,
            brokered: broker.is_some(),
            definite: self.definite(noun),
            anaphoric: next,
            after: follow.map(|(other, _)| other).filter(|&other| other != noun),
            ..Spoken::new(noun, self.words_of(&at), kind, status)
        })
    }

    /// "the talks", "the upcoming summit": a meeting that is known.
    pub(super) fn definite(&self, noun: usize) -> bool {
        let view = self.view;
        view.children(noun).iter().any(|&c| {
            let lemma = view.lemma(c as usize);
            self.lexicon.meeting.is("definite", &lemma.to_ascii_lowercase())
                || matches!(lemma, "forthcoming" | "upcoming")
        })
    }

    /// "a second round of talks", "further talks", "the talks resume": those who met before meet again.
    fn meets_again(&self, at: &Stand) -> bool {
        let again = |c: usize| self.is("ordinal", c) || self.is("again", c) && c < at.noun;
        at.held.is_some_and(|v| self.is("resume", v)) && self.is("generic", at.noun)
            || self.view.children(at.noun).iter().any(|&c| again(c as usize))
    }

    /// The words of the noun, from the verb that holds the meeting on: "*will hold two days of talks*".
    fn words_of(&self, at: &Stand) -> WordRange {
        let view = self.view;
        let own = self.own_words(at.noun);
        // "wrapped up three days of talks"
        let counts = |c: usize| {
            (self.is("counting", c) || self.timely(c)) && direct(view, c) && view.head(c) == at.held
        };
        let joined = direct(view, at.noun) || at.goes.is_some() || view.head(at.noun).is_some_and(counts);
        let before = at.held.filter(|&v| v < at.noun && view.word(v).upos != "PROPN");
        match before.filter(|_| joined) {
            Some(verb) => WordRange::new(group_start(view, verb), own.end as usize),
            None => own,
        }
    }

    /// The words of the noun's phrase, up to the next meeting that it names.
    fn own_words(&self, noun: usize) -> WordRange {
        let mut words = noun_phrase(self.view, noun);
        let joins = |&w: &usize| w > noun && self.view.word(w).upos == "CCONJ";
        let other = |&w: &usize| w > noun && self.view.word(w).upos == "NOUN" && self.is("noun", w);
        if let Some(next) = words.range().find(other) {
            words.end = words.range().take_while(|&w| w < next).filter(joins).last().unwrap_or(next) as u32;
        }
        words
    }

    /// What kind of meeting the noun names.
    pub(super) fn kind(&self, noun: usize) -> Kind {
        let is = |class| self.is(class, noun);
        if is("table") {
            Kind::Table
        } else if is("remote") && !self.converse(noun) {
            Kind::Remote
        } else if is("visit") {
            Kind::Visit
        } else if matches!(self.view.lemma(noun), "summit" | "conference") {
            Kind::Summit
        } else {
            Kind::Talks
        }
    }

    /// Where, by the noun and what it stands with; what names the body is no place.
    fn place_of(&self, at: &Stand, forum: Option<usize>) -> Option<ByteSpan> {
        let place = self.place(&at.heads).or_else(|| self.destination(at.goes.or(at.called)?));
        place.filter(|p| forum.is_none_or(|f| !p.contains(self.view.layout.words[f].span)))
    }

    /// When, by the noun and what it stands with; for what was called off the day for which it had been set.
    fn date_of(&self, at: &Stand, follow: Option<(usize, usize)>, cancelled: bool) -> Option<DateId> {
        let view = self.view;
        let dated = |verb: Option<usize>| verb.and_then(|v| self.date(v, None));
        let follows = follow.filter(|&(other, _)| other == at.noun).map(|(_, verb)| verb);
        dated(at.fixed.filter(|_| cancelled))
            .or_else(|| self.date(at.noun, at.held.filter(|_| !cancelled).or(follows)))
            .or_else(|| dated(at.fixed.or(at.opens)))
            .or_else(|| dated(at.due))
            // "will send an envoy to Lima on Monday *to hold talks*"
            .or_else(|| dated(at.held.and_then(|h| self.journey(h))))
            // "will pay a visit on Monday, during which a meeting is planned": on that day.
            .or_else(|| {
                let verb = view.head(at.noun).filter(|&v| is_passive(view, v))?;
                let host = self.occasion(verb)?;
                self.date(host, view.head(host))
            })
    }
}
