//! What a verb of meeting says: "the ministers *will meet* in Oslo on Monday", "*phoned* the king", "*visited*
//! Elbonia".

use super::attached::{behind_any, behind_own, stands_with};
use super::mention::Reader;
use super::spoken::{Kind, Spoken, join_parties, known};
use crate::dates::counted;
use crate::events::{Roles, conjuncts, group_start, noun_phrase, roles};
use crate::{DateId, Party};
use demarche_base::{ByteSpan, WordRange};
use demarche_record::{EntityType, Status};

/// Who stands with a verb of meeting.
struct Sides {
    /// The word for who meets.
    subject: usize,
    /// That word and all that are named beside it.
    agents: Vec<usize>,
    /// The word for whom they meet: "met *the king*", "spoke with *the king*".
    with: Option<usize>,
    /// Those of its words that name them.
    others: Vec<usize>,
    /// The object.
    object: Option<usize>,
    /// "the two", "both sides", "they": more than one.
    plural: bool,
    /// "they": those spoken of before.
    anaphoric: bool,
}

/// Where and when a verb says that is met.
struct Setting {
    /// The verb of going there.
    journey: Option<usize>,
    /// When.
    date: Option<DateId>,
    /// TIMEX3 value of when, where it is counted from an event.
    counted: Option<String>,
    /// Where.
    place: Option<ByteSpan>,
}

impl Setting {
    /// Whether it says when.
    fn dated(&self) -> bool {
        self.counted.is_some() || self.date.is_some()
    }
}

impl Reader<'_> {
    /// "will meet in Oslo", "phoned the king", "visited Elbonia".
    pub(super) fn by_verb(&self, verb: usize) -> Option<Spoken> {
        let view = self.view;
        let kind = self.kind_of_verb(verb)?;
        let r = roles(view, self.lexicon, verb);
        if view.lemma(verb) == "convene"
            && let Some(body) = r.patient
        {
            return self.by_body(verb, body);
        }
        let sides = self.sides(verb, kind, &r)?;
        let setting = self.setting(verb, sides.with);
        let parties = self.those_who_meet(verb, kind, &sides, &setting)?;
        // "will meet for a working dinner"
        let meal = behind_any(view, verb, &["for", "over", "at"]).filter(|&n| self.is("noun", n));
        let format = meal.or_else(|| self.phone(verb));
        // "will travel to Oslo to meet them" is one meeting, from the going on.
        let start = group_start(view, setting.journey.filter(|&j| j < verb).unwrap_or(verb));
        let end = meal.map_or(verb, |m| m.max(verb));
        let kind = if self.is("meal-verb", verb) { Kind::Table } else { meal.map_or(kind, |m| self.kind(m)) };
        let visited = r.patient.filter(|_| kind == Kind::Visit);
        let status = match self.status_of_verb(verb) {
            Status::Planned if setting.journey.is_some_and(|j| self.gone(j, setting.date)) => {
                Status::Occurred
            }
            status => status,
        };
        Some(Spoken {
            verb: Some(verb),
            parties,
            place: setting
                .place
                .or_else(|| visited.map(|p| view.span(noun_phrase(view, p))))
                .or_else(|| self.destination(setting.journey?)),
            date: setting.date,
            counted: setting.counted,
            format: format.map(|f| self.format(f)),
            topics: self.topics(&[Some(verb), meal]),
            anaphoric: sides.anaphoric,
            ..Spoken::new(verb, WordRange::new(start, end + 1), kind, status)
        })
    }

    /// What kind of meeting the verb says, if it says one: "met", "phoned", "visited"; "spoke *by telephone*".
    fn kind_of_verb(&self, verb: usize) -> Option<Kind> {
        // "must sit down with us" asks for talks.
        if (self.sits_down(verb) || self.sits_at_table(verb))
            && self.date(verb, None).is_none()
            && self.place(&[verb]).is_none()
        {
            return None;
        }
        if self.meets(verb) {
            Some(Kind::Talks)
        } else if self.is("talk-verb", verb) {
            (self.phone(verb).is_some() || self.leaders(verb)).then_some(Kind::Remote)
        } else if self.is("visit-verb", verb) {
            Some(Kind::Visit)
        } else if self.is("host-verb", verb) || self.by_company(verb) {
            Some(Kind::Talks)
        } else {
            self.is("remote-verb", verb).then_some(Kind::Remote)
        }
    }

    /// "met", "sat down", "brought them together", "came face to face", "sat across the table".
    fn meets(&self, verb: usize) -> bool {
        let view = self.view;
        let lemma = view.lemma(verb);
        let followed = |words: [&str; 3]| {
            let near = verb + 1..(verb + 4).min(view.sentence(verb).end as usize);
            near.map(|w| view.form(w)).eq(words)
        };
        self.is("verb", verb)
            || self.sits_down(verb)
            || self.sits_at_table(verb)
            || self.joins(verb)
            || matches!(lemma, "come" | "meet" | "sit") && followed(["face", "to", "face"])
            || lemma == "sit" && followed(["across", "the", "table"])
            // "came together in Oslo", "spoke on the margins of the fair"
            || lemma == "come" && stands_with(view, verb, "together")
            || self.is("talk-verb", verb) && behind_any(view, verb, &["on", "at", "in"]).is_some_and(|n| self.is("setting", n))
    }

    /// "Negotiators from both sides sat down in Oslo."
    fn sits_down(&self, verb: usize) -> bool {
        self.view.lemma(verb) == "sit" && stands_with(self.view, verb, "down")
    }

    /// "will sit at the negotiating table in Oslo"
    fn sits_at_table(&self, verb: usize) -> bool {
        let table = behind_any(self.view, verb, &["at", "around", "round"]);
        self.view.lemma(verb) == "sit" && table.is_some_and(|t| self.is("negotiating-table", t))
    }

    /// "brought both sides' envoys together in Oslo"
    fn joins(&self, verb: usize) -> bool {
        self.view.lemma(verb) == "bring" && stands_with(self.view, verb, "together")
    }

    /// "spoke by *telephone*".
    fn phone(&self, verb: usize) -> Option<usize> {
        let behind = ["by", "over", "on"].iter().filter_map(|p| behind_own(self.view, verb, p));
        behind.into_iter().find(|&n| self.is("remote-word", n))
    }

    /// Who stands with the verb; `None` where nobody does, or only things.
    fn sides(&self, verb: usize, kind: Kind, r: &Roles) -> Option<Sides> {
        let view = self.view;
        // "The premiers conferred by telephone": nobody is conferred.
        let active = r.passive && view.lemma(verb) == "confer" && view.child(verb, "aux").is_none();
        // "was received by the king": who is received meets the king.
        let received = r.passive && self.is("host-verb", verb);
        // "will meet themselves", as translations have it.
        let reflexive = |o: usize| view.form(o).eq_ignore_ascii_case("themselves");
        // "met at the checkpoint Novi Most": a name of a place beside what it is.
        let place = |o: usize| {
            let names = view.heads.names.iter();
            let mut located = names.filter(|n| n.label == EntityType::Location.name() && n.words.contains(o));
            kind == Kind::Talks && self.naming.actors(view, o).is_empty() && located.next().is_some()
        };
        let object = r
            .patient
            .filter(|&o| !place(o))
            .filter(|&o| (!r.passive || received) && !self.greets(verb) && !active && !reflexive(o));
        let to = behind_own(view, verb, "to").filter(|_| self.is("talk-verb", verb));
        let with = behind_own(view, verb, "with").or(to).or_else(|| self.calls_on(verb)).or(object);
        // Those who are brought together meet, not who brings them.
        let joins = self.joins(verb);
        let subject = if joins || active { r.patient? } else { r.agent? };
        let agents = if joins { conjuncts(view, subject) } else { self.agents(verb, subject) };
        let others = match with.filter(|_| !joins) {
            Some(other) => self.whom(other, kind == Kind::Talks && r.patient.is_none())?,
            None => Vec::new(),
        };
        // "The two will meet", "both met": those spoken of before.
        let named = self.naming.index.of_word(subject as u32);
        let pair = self.is("pair", subject);
        let plural = matches!(view.word(subject).xpos, "NNS" | "NNPS")
            || agents.len() > 1
            || pair
            || matches!(view.lemma(subject), "they" | "we")
            || named.len() > 1;
        let both = pair || plural && self.is("side", subject);
        let anaphoric = (view.lemma(subject) == "they" || both)
            && named.is_empty()
            && self.naming.actors(view, subject).is_empty();
        Some(Sides { subject, agents, with, others, object, plural, anaphoric })
    }

    /// `agent` and all that are named beside it.
    fn agents(&self, verb: usize, agent: usize) -> Vec<usize> {
        let view = self.view;
        let mut agents = conjuncts(view, agent);
        // "The presidents Ana Ruiz and Jan Berg met": the parse may take the names for a second subject.
        let names = view.children_by(verb, "nsubj").filter(|&s| s > agent && view.word(s).upos == "PROPN");
        agents.extend(names.flat_map(|s| conjuncts(view, s)));
        // "the ministers Ana Ruiz of Elbonia and Jan Berg of Ruritania met"
        let named: Vec<usize> = agents.iter().flat_map(|&a| view.children_by(a, "appos")).collect();
        let named = named.into_iter().filter(|&n| view.word(n).upos == "PROPN");
        agents.extend(named.map(|n| conjuncts(view, n)).filter(|all| all.len() > 1).flatten());
        agents
    }

    /// Those whom the word behind a verb of meeting names. Where it is a thing: nobody, if `thing` says that one may
    /// stand there ("met with *approval*"), else `None` ("met the *deadline*").
    fn whom(&self, other: usize, thing: bool) -> Option<Vec<usize>> {
        let view = self.view;
        if self.is("noun", other) || self.lexicon.plover.is("demand", view.lemma(other)) {
            return None;
        }
        if self.is("participation", other) {
            return Some(self.either_side(other, "with"));
        }
        if self.naming.acts(view, other) {
            return Some(conjuncts(view, other));
        }
        thing.then(Vec::new)
    }

    /// Where and when the verb says that is met.
    fn setting(&self, verb: usize, with: Option<usize>) -> Setting {
        let view = self.view;
        // "flies to Oslo on Monday *to meet* them": when and where the journey goes.
        let journey = self.journey(verb);
        let date = self.date(verb, None).or_else(|| journey.and_then(|j| self.date(j, None)));
        // "met on the sidelines of a forum in Oslo"
        let beside = behind_own(view, verb, "on").filter(|&n| self.is("setting", n));
        let occasion = beside.and_then(|n| behind_own(view, n, "of"));
        let near: Vec<usize> = [Some(verb), with, occasion].into_iter().flatten().collect();
        Setting {
            journey,
            date: date.or_else(|| self.day_when(verb)),
            counted: counted(view, self.timexes, verb),
            place: self.place(&near),
        }
    }

    /// The parties; `None` where the words say too little of who meets, where and when to speak of a meeting.
    fn those_who_meet(
        &self,
        verb: usize,
        kind: Kind,
        sides: &Sides,
        setting: &Setting,
    ) -> Option<Vec<Party>> {
        let (dated, placed) = (setting.dated(), setting.place.is_some());
        if sides.others.is_empty() && !self.meet_alone(verb, kind, sides, setting)
            || self.only_offered(verb) && !(dated && placed)
            || self.is("gather-verb", verb) && !(self.familiar(sides) && (dated || placed))
        {
            return None;
        }
        let company = self.by_company(verb);
        if company && !dated && (!placed || self.tells(verb)) {
            return None;
        }
        let mut parties = self.naming.parties(self.view, &sides.agents);
        if kind == Kind::Remote && sides.others.is_empty() {
            parties.retain(|p| p.actor.is_some());
        }
        let others = self.others(&sides.others, &parties);
        join_parties(&mut parties, others);
        // "We are ready to sit down tomorrow": with whom and whether, is open.
        let ready = |h: usize| self.view.word(h).upos == "ADJ";
        if self.sits_down(verb) && self.view.head(verb).is_some_and(ready) && parties.len() < 2 {
            return None;
        }
        let hosts = self.is("host-verb", verb);
        if hosts {
            // "hosts a million refugees" is no meeting. Nor does who receives an invitation or a letter meet who sent it.
            if sides.object.is_some_and(|o| self.is_thing(o)) {
                return None;
            }
            let people = |p: &Party| p.actor.is_some_and(|a| self.naming.index.is_people(a));
            parties.retain(|p| !people(p));
        }
        let two_sided = kind != Kind::Talks || hosts || company;
        (!two_sided || sides.anaphoric || known(&parties).len() >= 2).then_some(parties)
    }

    /// Whether those who meet are known, or were named before.
    fn familiar(&self, sides: &Sides) -> bool {
        sides.anaphoric || sides.agents.iter().any(|&a| !self.naming.actors(self.view, a).is_empty())
    }

    /// Whether the verb tells of a meeting though it does not say with whom: "The two ministers spoke by telephone";
    /// "Energy ministers are to meet in Oslo on Monday", nobody says whose.
    fn meet_alone(&self, verb: usize, kind: Kind, sides: &Sides, setting: &Setting) -> bool {
        let view = self.view;
        let (dated, placed) = (setting.dated(), setting.place.is_some());
        let several = || sides.agents.iter().flat_map(|&a| self.naming.actors(view, a)).nth(1).is_some();
        let officials = self.is("side", sides.subject) && view.word(sides.subject).upos == "NOUN";
        match kind {
            Kind::Talks => {
                self.familiar(sides) && (sides.plural || dated || placed)
                    || sides.plural && dated && placed && officials
            }
            Kind::Remote => self.phone(verb).is_some() && several(),
            _ => false,
        }
    }

    /// Whether the noun names neither an actor nor who may stand for one: "received a *letter*".
    fn is_thing(&self, noun: usize) -> bool {
        self.view.word(noun).upos == "NOUN"
            && self.naming.index.of_word(noun as u32).is_empty()
            && !self.is("side", noun)
            && !self.is("delegation", noun)
    }
}
