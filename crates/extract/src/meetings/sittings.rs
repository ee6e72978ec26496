//! Which bodies meet: "*the council* will discuss the dispute on Thursday", "a meeting of *the league*".

use super::attached::{behind_any, behind_own};
use super::mention::Reader;
use super::spoken::{Kind, Spoken};
use crate::events::{group_start, noun_phrase, roles};
use crate::{ActorId, Party};
use demarche_base::WordRange;

impl Reader<'_> {
    /// "will convene the Joint Commission in Oslo on Monday": a body meets where and when both are said.
    pub(super) fn by_body(&self, verb: usize, body: usize) -> Option<Spoken> {
        let view = self.view;
        let phrase = noun_phrase(view, body);
        let named = view.word(body).upos == "PROPN" && phrase.range().any(|w| self.is_forum(w));
        let date = self.date(verb, None).filter(|_| named)?;
        let place = self.place(&[verb, body])?;
        let words = WordRange::new(group_start(view, verb), phrase.end as usize);
        Some(Spoken {
            verb: Some(verb),
            parties: self.known_parties(body),
            forum: Some(view.span(phrase)),
            place: Some(place),
            date: Some(date),
            topics: self.topics(&[Some(verb)]),
            ..Spoken::new(verb, words, Kind::Talks, self.status(verb, Some(verb)))
        })
    }

    /// "the council will discuss the dispute on Thursday": a body debates on a day.
    pub(super) fn by_debate(&self, verb: usize) -> Option<Spoken> {
        let view = self.view;
        let particle = |p: &str| {
            view.children(verb)
                .iter()
                .any(|&c| c as usize > verb && view.form(c as usize).eq_ignore_ascii_case(p))
        };
        let takes_up = view.lemma(verb) == "take" && particle("up");
        // "sits again on Monday"
        let sits = view.lemma(verb) == "sit" && !particle("down") || self.in_session(verb);
        let on =
            behind_any(view, verb, &["with", "on", "upon", "over"]).filter(|_| self.is("debate-on", verb));
        // "will assess the damage on Friday" is no meeting, "will assess it at a session" one.
        let weighs = self.is("weighs-at", verb);
        if !(self.is("debate-verb", verb) || takes_up || sits || on.is_some() || weighs) {
            return None;
        }
        let r = roles(view, self.lexicon, verb);
        let topic = on.or(r.patient);
        if topic.is_none() && !sits {
            return None;
        }
        let heard = self.heard_at(verb, topic);
        let agent = r.agent.filter(|_| !(r.passive || weighs) || heard.is_some())?;
        // "the council, which took up the matter"
        let relative = view.word(verb).deprel == "acl:relcl" && view.word(agent).upos == "PRON";
        let body = self.body_of(if relative { view.head(verb)? } else { agent })?;
        // "at a session *convened* in Oslo for Monday"
        let convened = heard.and_then(|n| view.children_by(n, "acl").find(|&a| self.is("hold", a)));
        let set = || heard.and_then(|n| self.date(n, convened));
        let date = self.date(verb, None).or_else(set);
        let near: Vec<usize> = [Some(verb), heard, convened].into_iter().flatten().collect();
        let place = self.place(&near);
        if date.is_none() && (heard.is_none() || place.is_none()) {
            return None;
        }
        let last = topic.into_iter().chain(heard).fold(verb, usize::max);
        let words = WordRange::new(group_start(view, verb), last + 1);
        let kind = heard.map_or(Kind::Talks, |n| self.kind(n));
        Some(Spoken {
            verb: Some(verb),
            parties: self.known_parties(body),
            forum: Some(view.span(noun_phrase(view, body))),
            place,
            date,
            topics: topic.map(|t| view.span(noun_phrase(view, t))).into_iter().collect(),
            ..Spoken::new(verb, words, kind, self.status(verb, Some(verb)))
        })
    }

    /// The sitting at which a body debates, hung from the verb or from what is debated: "will consider the complaint *at a
    /// special sitting*".
    fn heard_at(&self, verb: usize, topic: Option<usize>) -> Option<usize> {
        let at = |head: usize| {
            let behind = ["at", "in", "during"].iter().filter_map(move |p| behind_own(self.view, head, p));
            behind.into_iter().find(|&n| self.is("heard-at", n))
        };
        at(verb).or_else(|| at(topic?))
    }

    /// "resumes its debate", "goes into session".
    fn in_session(&self, verb: usize) -> bool {
        let view = self.view;
        let debate = view.child(verb, "obj").is_some_and(|o| self.is("debate-noun", o));
        let into = behind_any(view, verb, &["into", "in"]);
        self.is("hold", verb) && debate || into.is_some_and(|n| view.lemma(n) == "session")
    }

    /// The body that somebody is or is of: "*the council*", "envoys of *the league*", "*NATO* ambassadors".
    fn body_of(&self, agent: usize) -> Option<usize> {
        if self.is_body(agent) {
            return Some(agent);
        }
        let view = self.view;
        let of = behind_own(view, agent, "of").filter(|&b| self.is_body(b));
        let whose = || view.children_by(agent, "compound").find(|&c| self.is_body(c));
        of.or_else(whose).filter(|_| self.is("side", agent))
    }

    /// Whether the phrase of `head` names a council, an assembly, an organisation.
    fn is_body(&self, head: usize) -> bool {
        let index = self.naming.index;
        let named = index.of_word(head as u32);
        let union = |&a: &ActorId| index.is_body(a) && !self.naming.is_state(a);
        let known = self.view.word(head).upos == "PROPN" && named.iter().any(union);
        named.len() == 1 && (known || noun_phrase(self.view, head).range().any(|w| self.is_forum(w)))
    }

    /// Whether the word is one for a body: "council", "League".
    fn is_forum(&self, word: usize) -> bool {
        self.lexicon.meeting.is("forum", &self.view.form(word).to_lowercase())
    }

    /// The body of "a meeting of the council", "talks within the league".
    pub(super) fn forum(&self, noun: usize) -> Option<usize> {
        let view = self.view;
        ["within", "of", "at", "in"].iter().find_map(|p| {
            let head = behind_own(view, noun, p)?;
            let named = view.word(head).upos == "PROPN" || self.naming.index.of_word(head as u32).len() == 1;
            let body =
                || noun_phrase(view, head).range().any(|w| self.is_forum(w) && view.word(w).upos != "VERB");
            (named && (*p == "within" || body())).then_some(head)
        })
    }

    /// The members of a small forum, where all of them appear in the text; else the forum itself.
    pub(super) fn members(&self, forum: usize) -> Vec<Party> {
        let phrase = noun_phrase(self.view, forum);
        let index = self.naming.index;
        let party = |actor| Party { actor: Some(actor), span: self.view.span(phrase), head: forum as u32 };
        let named = index.in_span(phrase);
        for &actor in &named {
            let members = self.lexicon.gazetteer.by_id(index.key(actor)).map_or(&[][..], |k| &k.members);
            let present: Vec<_> = members.iter().filter_map(|m| index.by_key(m)).collect();
            if present.len() >= 2 && present.len() == members.len() {
                return present.into_iter().map(party).collect();
            }
        }
        named.into_iter().map(|a| party(index.principal(a))).collect()
    }
}
