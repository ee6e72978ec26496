//! The places where a text speaks of a meeting, each with what it says there.

use crate::attribution::clause::marked;
use crate::dates::{counted, date_of};
use crate::events::{Frame, Naming, conjuncts, is_passive, marker, noun_phrase, roles, status};
use crate::{DateId, Party, Timex, View};
use demarche_base::{ByteSpan, WordRange};
use demarche_lexicon::Lexicon;
use demarche_record::{Plover, Status, TimexType};

/// Whether "together" stands with the verb.
fn together(view: &View, verb: usize) -> bool {
    view.children(verb).iter().any(|&c| view.form(c as usize).eq_ignore_ascii_case("together"))
}

/// What kind of meeting the words name; different kinds are different meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Talks, meetings, negotiations, summits, and what "meet" says.
    Talks,
    /// A summit or conference.
    Summit,
    /// A working dinner or lunch.
    Table,
    /// A call.
    Remote,
    /// A visit.
    Visit,
}

/// One place that speaks of a meeting.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// Head word.
    pub head: usize,
    /// The verb that it stands with, where that says that the meeting is held.
    pub verb: Option<usize>,
    /// Its words.
    pub words: WordRange,
    /// What kind.
    pub kind: Kind,
    /// Who meets.
    pub parties: Vec<Party>,
    /// The body within which they meet.
    pub forum: Option<ByteSpan>,
    /// Where.
    pub place: Option<ByteSpan>,
    /// When.
    pub date: Option<DateId>,
    /// TIMEX3 value of when, where it is counted from an event ("a day before they are to meet").
    pub counted: Option<String>,
    /// "working dinner".
    pub format: Option<ByteSpan>,
    /// What about.
    pub topics: Vec<ByteSpan>,
    /// Held, planned, ...
    pub status: Status,
    /// Called off, as the text says itself.
    pub cancelled: bool,
    /// A third party offers to bring others together.
    pub brokered: bool,
    /// "the talks": the words take up a meeting that is known.
    pub definite: bool,
    /// "they": who meets was named before.
    pub anaphoric: bool,
    /// Head word of the meeting that it follows.
    pub after: Option<usize>,
}

/// What the steps of this module look at.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The text.
    pub view: &'a View<'a>,
    /// All lexicons.
    pub lexicon: &'a Lexicon,
    /// Who words name.
    pub naming: Naming<'a>,
    /// When.
    pub timexes: &'a [Timex],
}

impl Reader<'_> {
    /// All places that speak of a meeting, in order of the text.
    pub fn spoken(&self) -> Vec<Spoken> {
        let mut found: Vec<Spoken> = Vec::new();
        for word in 0..self.view.len() {
            let spoken = match self.view.word(word).upos {
                "VERB" => {
                    self.by_verb(word).or_else(|| self.by_debate(word)).or_else(|| self.by_journey(word))
                }
                "ADJ" => self.by_journey(word),
                "NOUN" => self.by_noun(word),
                _ => None,
            };
            let Some(spoken) = spoken else { continue };
            // "will meet for a working dinner" is one place, not two.
            match found
                .iter_mut()
                .rev()
                .find(|s| s.words.overlaps(spoken.words) || s.verb.is_some() && s.verb == spoken.verb)
            {
                Some(known) => absorb(known, spoken),
                None => {
                    let earlier = self.resumed(&spoken);
                    found.extend(earlier);
                    found.push(spoken);
                }
            }
        }
        found
    }

    /// "The talks *held in Oslo on Monday* will be resumed in Lima on Friday" speaks of two meetings: the earlier one.
    fn resumed(&self, spoken: &Spoken) -> Option<Spoken> {
        let view = self.view;
        let noun = spoken.head;
        let goes_on = self.governor(noun).filter(|&v| {
            self.is("resume", v) && view.word(noun).relation() == "nsubj" && self.date(v, None).is_some()
        })?;
        let held = view.children_by(noun, "acl").find(|&a| {
            self.is("hold", a) && view.word(a).xpos == "VBN" && a < goes_on && self.date(a, None).is_some()
        })?;
        Some(Spoken {
            head: held,
            verb: Some(held),
            words: WordRange::new(noun, held + 1),
            place: self.place(&[held]).or_else(|| {
                let with = behind_own(view, held, "between").or_else(|| behind_own(view, held, "with"))?;
                self.place(&[with])
            }),
            date: self.date(held, None),
            status: Status::Occurred,
            after: None,
            ..spoken.clone()
        })
    }

    fn is(&self, class: &str, word: usize) -> bool {
        self.lexicon.meeting.is(class, self.view.lemma(word))
    }

    /// "will meet in Oslo", "phoned the king", "visited Elbonia".
    fn by_verb(&self, verb: usize) -> Option<Spoken> {
        let view = self.view;
        // "Negotiators from both sides sat down in Oslo."
        let sits = view.lemma(verb) == "sit"
            && view.children(verb).iter().any(|&c| view.form(c as usize).eq_ignore_ascii_case("down"));
        // "brought both sides' envoys together in Oslo"
        let joins = view.lemma(verb) == "bring" && together(view, verb);
        // "came face to face", "sat across the table"
        let near =
            |n: usize| (verb + 1..(verb + n).min(view.sentence(verb).end as usize)).map(|w| view.form(w));
        let faces = matches!(view.lemma(verb), "come" | "meet" | "sit") && near(4).eq(["face", "to", "face"]);
        let across = view.lemma(verb) == "sit" && near(4).eq(["across", "the", "table"]);
        let meets = self.is("verb", verb) || sits || joins || faces || across;
        let by_phone = |verb| {
            ["by", "over", "on"]
                .iter()
                .filter_map(|p| behind_own(view, verb, p))
                .find(|&n| self.is("remote-word", n))
        };
        let phone = by_phone(verb);
        // "must sit down with us" asks for talks.
        if sits && self.date(verb, None).is_none() && self.place(&[verb]).is_none() {
            return None;
        }
        let kind = if meets {
            Kind::Talks
        } else if self.is("talk-verb", verb) {
            if phone.is_none() && !self.leaders(verb) {
                return None;
            }
            Kind::Remote
        } else if self.is("visit-verb", verb) {
            Kind::Visit
        } else if self.is("host-verb", verb)
            || self.debates_with(verb)
            || self.sees(verb)
            || self.briefs(verb)
            || self.greets(verb)
            || self.calls_on(verb).is_some()
        {
            Kind::Talks
        } else if self.is("remote-verb", verb) {
            Kind::Remote
        } else {
            return None;
        };
        let r = roles(view, self.lexicon, verb);
        if view.lemma(verb) == "convene"
            && let Some(body) = r.patient
        {
            return self.by_body(verb, body);
        }
        // "The premiers conferred by telephone": nobody is conferred.
        let active = r.passive && view.lemma(verb) == "confer" && view.child(verb, "aux").is_none();
        let agent = if active { r.patient } else { r.agent };
        let mut agents = agent.map(|a| conjuncts(view, a)).unwrap_or_default();
        // "The presidents Ana Ruiz and Jan Berg met": the parse may take the names for a second subject.
        let names =
            view.children_by(verb, "nsubj").filter(|&s| Some(s) != agent && view.word(s).upos == "PROPN");
        agents.extend(names.filter(|&s| agent.is_some_and(|a| a < s)).flat_map(|s| conjuncts(view, s)));
        // "the ministers Ana Ruiz of Elbonia and Jan Berg of Ruritania met"
        let named: Vec<usize> = agents.iter().flat_map(|&a| view.children_by(a, "appos")).collect();
        let named = named.into_iter().filter(|&n| view.word(n).upos == "PROPN");
        agents.extend(named.map(|n| conjuncts(view, n)).filter(|all| all.len() > 1).flatten());
        let to = behind_own(view, verb, "to").filter(|_| self.is("talk-verb", verb));
        let to = to.or_else(|| self.calls_on(verb));
        // "was received by the king": who is received meets the king.
        let received = r.passive && self.is("host-verb", verb);
        // "will meet themselves", as translations have it.
        let reflexive = |o: usize| view.form(o).eq_ignore_ascii_case("themselves");
        let object =
            r.patient.filter(|&o| (!r.passive || received) && !self.greets(verb) && !active && !reflexive(o));
        let with = behind_own(view, verb, "with").or(to).or(object);
        let mut others = with.map(|o| conjuncts(view, o)).unwrap_or_default();
        if joins {
            // Those who are brought together meet, not who brings them.
            agents = r.patient.map(|o| conjuncts(view, o))?;
            others.clear();
        }
        let subject = if joins { r.patient? } else { agent? };
        // "The two will meet", "both met": those spoken of before.
        let pair = matches!(view.lemma(subject), "two" | "both" | "three");
        let plural = matches!(view.word(subject).xpos, "NNS" | "NNPS")
            || agents.len() > 1
            || pair
            || matches!(view.lemma(subject), "they" | "we")
            || self.naming.index.of_word(subject as u32).len() > 1;
        if let Some(other) = with.filter(|_| !joins) {
            if self.is("noun", other) || self.lexicon.plover.is("demand", view.lemma(other)) {
                return None;
            }
            if self.is("participation", other) {
                others = self.either_side(other, "with");
            } else if !self.naming.acts(view, other) {
                if kind != Kind::Talks || r.patient.is_some() {
                    return None;
                }
                others.clear();
            }
        }
        let both = plural && (pair || self.is("side", subject));
        let anaphoric = (view.lemma(subject) == "they" || both)
            && self.naming.index.of_word(subject as u32).is_empty()
            && self.naming.actors(view, subject).is_empty();
        let known = anaphoric || agents.iter().any(|&a| !self.naming.actors(view, a).is_empty());
        let counted = counted(view, self.timexes, verb);
        // "flies to Oslo on Monday *to meet* them": when and where the journey goes.
        let journey = self.journey(verb);
        let date = self.date(verb, None).or_else(|| journey.and_then(|j| self.date(j, None)));
        let date = date.or_else(|| self.day_when(verb));
        let dated = counted.is_some() || date.is_some();
        let beside = behind_own(view, verb, "on").filter(|&n| self.is("setting", n));
        let occasion = beside.and_then(|n| behind_own(view, n, "of"));
        let near: Vec<usize> = [Some(verb), with, occasion].into_iter().flatten().collect();
        let placed = self.place(&near).is_some();
        // "The two ministers spoke by telephone"; "Energy ministers are to meet in Oslo on Monday", nobody says whose.
        let several = || agents.iter().flat_map(|&a| self.naming.actors(view, a)).nth(1).is_some();
        let unnamed =
            plural && dated && placed && self.is("side", subject) && view.word(subject).upos == "NOUN";
        let alone = match kind {
            Kind::Talks => known && (plural || dated || placed) || unnamed,
            Kind::Remote => phone.is_some() && several(),
            _ => false,
        };
        if others.is_empty() && !alone || self.only_offered(verb) && !(dated && placed) {
            return None;
        }
        let mut parties = self.naming.parties(view, &agents);
        if kind == Kind::Remote && others.is_empty() {
            parties.retain(|p| p.actor.is_some());
        }
        let others = self.others(&others, &parties);
        join_parties(&mut parties, others);
        let calls = self.calls_on(verb).is_some();
        let told_to = self.sees(verb) || self.briefs(verb);
        let special = self.debates_with(verb) || told_to || self.greets(verb) || calls;
        // "We are ready to sit down tomorrow": with whom and whether, is open.
        let offered =
            sits && view.head(verb).is_some_and(|h| view.word(h).upos == "ADJ") && parties.len() < 2;
        if offered {
            return None;
        }
        if special && !dated && (!placed || told_to) {
            return None;
        }
        let two_sided = kind != Kind::Talks || self.is("host-verb", verb) || special;
        if self.is("gather-verb", verb) && !(known && (dated || placed)) {
            return None;
        }
        // "hosts a million refugees" is no meeting.
        if self.is("host-verb", verb) {
            // Nor does who receives an invitation or a letter meet who sent it.
            let thing = |o: usize| {
                view.word(o).upos == "NOUN"
                    && self.naming.index.of_word(o as u32).is_empty()
                    && !self.is("side", o)
                    && !self.is("delegation", o)
            };
            if object.is_some_and(thing) {
                return None;
            }
            let people = |p: &Party| p.actor.is_some_and(|a| self.naming.index.is_people(a));
            parties.retain(|p| !people(p));
        }
        if two_sided && !anaphoric && parties.iter().filter(|p| p.actor.is_some()).count() < 2 {
            return None;
        }
        let frame = self.frame(verb, Some(verb));
        let meal = ["for", "over", "at"]
            .iter()
            .find_map(|p| behind_own(view, verb, p))
            .filter(|&n| self.is("noun", n));
        let kind = if self.is("meal-verb", verb) { Kind::Table } else { meal.map_or(kind, |m| self.kind(m)) };
        // "will travel to Oslo to meet them" is one meeting, from the going on.
        let start = group_start(view, journey.filter(|&j| j < verb).unwrap_or(verb));
        let end = meal.map_or(verb, |m| m.max(verb));
        let place = self.place(&near).or_else(|| {
            (kind == Kind::Visit).then_some(r.patient).flatten().map(|p| view.span(noun_phrase(view, p)))
        });
        let place = place.or_else(|| self.destination(journey?));
        Some(Spoken {
            head: verb,
            verb: Some(verb),
            words: WordRange::new(start, end + 1),
            kind,
            parties,
            forum: None,
            place,
            date,
            counted,
            format: meal.map(|m| self.format(m)).or(phone.map(|p| self.format(p))),
            topics: self.topics(&[Some(verb), meal]),
            status: match self.foreseen(verb, status(view, self.lexicon, &frame, Plover::Consult)) {
                Status::Planned if journey.is_some_and(|j| self.gone(j, date)) => Status::Occurred,
                status => status,
            },
            cancelled: false,
            brokered: false,
            definite: false,
            anaphoric,
            after: None,
        })
    }

    /// Whether who meets only offers, asks or refuses to: "offered to meet them".
    fn only_offered(&self, verb: usize) -> bool {
        let view = self.view;
        let above = view.head(verb).filter(|_| view.word(verb).relation() == "xcomp");
        above.is_some_and(|a| {
            let sure = matches!(view.lemma(a), "plan" | "rule" | "threaten" | "suggest");
            self.is("wish", a) && !sure && !is_passive(view, a)
        })
    }

    /// The day that a clause tells of: "on *Sunday*, when the generals met".
    fn day_when(&self, verb: usize) -> Option<DateId> {
        let view = self.view;
        let when = view.children_by(verb, "advmod").find(|&w| view.lemma(w) == "when")?;
        let last = (view.sentence(verb).start as usize..when).rev().find(|&w| view.form(w) != ",")?;
        let day = |t: &Timex| t.words.contains(last) && t.kind == TimexType::Date;
        self.timexes.iter().position(day).map(|i| DateId(i as u32))
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
        let index = self.naming.index;
        let r = roles(view, self.lexicon, verb);
        let person = |w: usize| {
            self.is("side", w) && view.word(w).upos == "NOUN"
                || index.of_word(w as u32).iter().any(|&a| index.is_person(a))
        };
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
    fn calls_on(&self, verb: usize) -> Option<usize> {
        let view = self.view;
        let person = behind_own(view, verb, "on").filter(|&o| {
            let index = self.naming.index;
            o > verb && index.of_word(o as u32).iter().any(|&a| index.is_person(a))
        })?;
        let asked = ["xcomp", "ccomp", "advcl", "obj"].iter().any(|r| view.child(verb, r).is_some())
            || view.child(person, "acl").is_some()
            || behind_own(view, verb, "for").is_some();
        (self.is("calls-on", verb) && !asked && !is_passive(view, verb)).then_some(person)
    }

    /// "shook hands in Oslo", "must find themselves in Oslo": several who come together.
    fn greets(&self, verb: usize) -> bool {
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

    /// "will send *its chairman* to Lima": one who goes there for who sends him.
    fn sends(&self, verb: usize) -> bool {
        let view = self.view;
        let sent = |o: usize| {
            self.is("delegation", o)
                || self.is("side", o)
                || self.naming.index.of_word(o as u32).iter().any(|&a| self.naming.index.is_person(a))
        };
        self.is("send-verb", verb)
            && view.word(verb).upos == "VERB"
            && view
                .child(verb, "obj")
                .is_some_and(|o| sent(o) && [verb, o].iter().any(|&w| behind_own(view, w, "to").is_some()))
    }

    /// The verb of going, or "due", of which meeting is the purpose.
    fn journey(&self, verb: usize) -> Option<usize> {
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

    /// Whether the clause says by "be" that somebody is at the place named `word`: "was in *Lima*".
    fn is_place(&self, word: usize) -> bool {
        self.view.word(word).upos == "PROPN" && self.view.child(word, "cop").is_some()
    }

    /// "flew to Oslo last week to meet him": both are past.
    fn gone(&self, journey: usize, date: Option<DateId>) -> bool {
        let past = |t: &Timex| {
            t.words
                .range()
                .any(|w| matches!(&*self.view.form(w).to_lowercase(), "last" | "ago" | "yesterday"))
        };
        self.view.word(journey).xpos == "VBD" && date.is_some_and(|d| past(&self.timexes[d.index()]))
    }

    /// "The minister will travel to Lima and Quito on Monday", "is due in Lima": an official goes where another state is host.
    /// Who goes there for talks with somebody is read by those.
    fn by_journey(&self, verb: usize) -> Option<Spoken> {
        let view = self.view;
        let awaited = self.is("awaited", verb)
            && (view.word(verb).upos == "ADJ" || is_passive(view, verb))
            && view.child(verb, "ccomp").is_none();
        let goes = self.is("go-verb", verb) && !self.is("stay-verb", verb);
        if !(awaited || goes) {
            return None;
        }
        let r = roles(view, self.lexicon, verb);
        let subject = if awaited { view.child(verb, "nsubj")? } else { r.agent.filter(|_| !r.passive)? };
        let index = self.naming.index;
        let person = index.of_word(subject as u32).iter().any(|&a| index.is_person(a));
        let official = self.is("side", subject) && !self.naming.actors(view, subject).is_empty();
        if !(person || official) {
            return None;
        }
        let place = behind_own(view, verb, "to").or_else(|| behind_own(view, verb, "in"))?;
        let to = awaited || view.word(place).upos == "PROPN";
        let elsewhere = (verb + 1..view.sentence(verb).end as usize).any(|w| {
            self.is("attend", w) && view.word(w).upos == "VERB"
                || self.is("noun", w) && view.word(w).upos == "NOUN" && !self.is("visit", w)
        });
        if !to || elsewhere || self.timely(place) {
            return None;
        }
        let mut parties = self.naming.parties(view, &conjuncts(view, subject));
        let mut hosts = self.naming.parties(view, &conjuncts(view, place));
        let acts_alone =
            |a| index.is_person(a) || index.is_body(a) || index.is_media(a) || index.is_people(a);
        hosts.retain(|p| p.actor.is_some_and(|a| !acts_alone(a)));
        let home = hosts.iter().any(|h| parties.iter().any(|p| p.actor == h.actor));
        if hosts.is_empty() || home {
            return None;
        }
        join_parties(&mut parties, hosts);
        let frame = self.frame(verb, Some(verb));
        let status = status(view, self.lexicon, &frame, Plover::Consult);
        let cop = view.child(verb, "cop").unwrap_or(verb).min(verb);
        Some(Spoken {
            head: verb,
            verb: Some(verb),
            words: WordRange::new(group_start(view, verb).min(cop), place + 1),
            kind: Kind::Visit,
            parties,
            forum: None,
            place: Some(view.span(self.full_name(place))),
            date: self.date(verb, None),
            counted: counted(view, self.timexes, verb),
            format: None,
            topics: Vec::new(),
            status: if awaited { Status::Planned } else { self.foreseen(verb, status) },
            cancelled: false,
            brokered: false,
            definite: false,
            anaphoric: false,
            after: None,
        })
    }

    /// "Berg spoke with the king on Monday": two who each act for a side of their own, on a day.
    fn leaders(&self, verb: usize) -> bool {
        let view = self.view;
        let side = |w: usize| {
            let person =
                self.naming.index.of_word(w as u32).iter().copied().find(|&a| self.naming.index.is_person(a));
            person.map(|a| self.naming.index.principal(a)).filter(|&a| !self.naming.index.is_person(a))
        };
        let with = behind_own(view, verb, "with").or_else(|| behind_own(view, verb, "to"));
        let one = roles(view, self.lexicon, verb).agent.and_then(side);
        let other = with.and_then(side);
        one.is_some() && other.is_some() && one != other && self.date(verb, None).is_some()
    }

    /// "Berg said that she would meet him in Oslo on Monday" is a plan that was told, as "will meet" would be.
    fn foreseen(&self, verb: usize, status: Status) -> Status {
        let view = self.view;
        let would = view
            .children(verb)
            .iter()
            .any(|&c| view.lemma(c as usize) == "would" || view.form(c as usize) == "would");
        let told = view.word(verb).relation() == "ccomp"
            && view.head(verb).is_some_and(|said| matches!(view.word(said).xpos, "VBD" | "VBN"));
        let conditional = view.children(verb).iter().any(|&c| view.word(c as usize).relation() == "advcl");
        match status {
            Status::Hypothetical if would && told && !conditional && self.date(verb, None).is_some() => {
                Status::Planned
            }
            status => status,
        }
    }

    /// "will convene the Joint Commission in Oslo on Monday": a body meets where and when both are said.
    fn by_body(&self, verb: usize, body: usize) -> Option<Spoken> {
        let view = self.view;
        let phrase = noun_phrase(view, body);
        let forum = |w: usize| self.lexicon.meeting.is("forum", &view.form(w).to_lowercase());
        let named = view.word(body).upos == "PROPN" && phrase.range().any(forum);
        let date = self.date(verb, None).filter(|_| named)?;
        let place = self.place(&[verb, body])?;
        let mut parties = self.naming.parties(view, &conjuncts(view, body));
        parties.retain(|p| p.actor.is_some());
        let frame = self.frame(verb, Some(verb));
        Some(Spoken {
            head: verb,
            verb: Some(verb),
            words: WordRange::new(group_start(view, verb), phrase.end as usize),
            kind: Kind::Talks,
            parties,
            forum: Some(view.span(phrase)),
            place: Some(place),
            date: Some(date),
            counted: None,
            format: None,
            topics: self.topics(&[Some(verb)]),
            status: status(view, self.lexicon, &frame, Plover::Consult),
            cancelled: false,
            brokered: false,
            definite: false,
            anaphoric: false,
            after: None,
        })
    }

    /// Those who are met; one who acts for the same as who meets them counts as the person.
    fn others(&self, heads: &[usize], parties: &[Party]) -> Vec<Party> {
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

    /// "the council will discuss the dispute on Thursday": a body debates on a day.
    fn by_debate(&self, verb: usize) -> Option<Spoken> {
        let view = self.view;
        let particle = |p: &str| {
            view.children(verb)
                .iter()
                .any(|&c| c as usize > verb && view.form(c as usize).eq_ignore_ascii_case(p))
        };
        let takes_up = view.lemma(verb) == "take" && particle("up");
        // "sits again on Monday", "resumes its debate", "goes into session".
        let sits = view.lemma(verb) == "sit" && !particle("down");
        let session = || {
            let object = view.child(verb, "obj");
            let into = behind_own(view, verb, "into").or_else(|| behind_own(view, verb, "in"));
            self.is("hold", verb) && object.is_some_and(|o| self.is("debate-noun", o))
                || into.is_some_and(|n| view.lemma(n) == "session")
        };
        if !(self.is("debate-verb", verb) || takes_up || sits || session()) {
            return None;
        }
        let r = roles(view, self.lexicon, verb);
        let agent = r.agent.filter(|_| !r.passive)?;
        // "the council, which took up the matter"
        let relative = view.word(verb).deprel == "acl:relcl" && view.word(agent).upos == "PRON";
        let agent = if relative { view.head(verb)? } else { agent };
        let sent = || behind_own(view, agent, "of").filter(|_| self.is("side", agent));
        // "NATO ambassadors"
        let whose =
            || view.children_by(agent, "compound").find(|&c| self.is("side", agent) && self.is_body(c));
        let body = Some(agent)
            .filter(|&a| self.is_body(a))
            .or_else(|| sent().filter(|&b| self.is_body(b)))
            .or_else(whose)?;
        let date = self.date(verb, None)?;
        let mut parties = self.naming.parties(view, &conjuncts(view, body));
        parties.retain(|p| p.actor.is_some());
        let topic = r.patient;
        if topic.is_none() && !sits && !session() {
            return None;
        }
        let frame = self.frame(verb, Some(verb));
        let status = status(view, self.lexicon, &frame, Plover::Consult);
        Some(Spoken {
            head: verb,
            verb: Some(verb),
            words: WordRange::new(group_start(view, verb), topic.unwrap_or(verb).max(verb) + 1),
            kind: Kind::Talks,
            parties,
            forum: Some(view.span(noun_phrase(view, body))),
            place: self.place(&[verb]),
            date: Some(date),
            counted: None,
            format: None,
            topics: topic.map(|t| view.span(noun_phrase(view, t))).into_iter().collect(),
            status,
            cancelled: false,
            brokered: false,
            definite: false,
            anaphoric: false,
            after: None,
        })
    }

    /// Whether the phrase of `head` names a council, an assembly, an organisation.
    fn is_body(&self, head: usize) -> bool {
        let named = self.naming.index.of_word(head as u32).len() == 1;
        let forum = |w: usize| self.lexicon.meeting.is("forum", &self.view.form(w).to_lowercase());
        let index = self.naming.index;
        let union = |&a: &crate::ActorId| index.is_body(a) && !self.naming.is_state(a);
        let known = self.view.word(head).upos == "PROPN" && index.of_word(head as u32).iter().any(union);
        named && (known || noun_phrase(self.view, head).range().any(forum))
    }

    /// "talks in Oslo", "a meeting of the council", "will hold a summit".
    fn by_noun(&self, noun: usize) -> Option<Spoken> {
        let view = self.view;
        if !self.is("noun", noun)
            // "talk of war"; "talks" is no singular, whatever its tag.
            || view.lemma(noun) == "talk" && view.form(noun).eq_ignore_ascii_case("talk")
        {
            return None;
        }
        let press = view.children_by(noun, "compound").any(|c| self.is("press", c));
        if view.word(noun).relation() == "compound" || press {
            // "the summit declaration" is no mention of its own, a press conference no meeting.
            return None;
        }
        let remote = view.children(noun).iter().any(|&c| self.is("remote-word", c as usize));
        let governor = self.governor(noun);
        // "flies to Lima for talks", "will lead a delegation to Lima for talks"
        let leads = |g: usize| {
            self.is("lead", g) && view.child(g, "obj").is_some_and(|o| self.is("delegation", o) && o != noun)
        };
        // "is expected in Lima on Sunday for talks"
        let awaited = |g: usize| {
            self.is("awaited", g)
                && (is_passive(view, g) || view.word(g).upos == "ADJ" && view.lemma(g) == "due")
        };
        // "was in Lima for a summit with them"
        let goes = governor.filter(|&g| {
            (self.is("go-verb", g) || leads(g) || awaited(g) || self.sends(g) || self.is_place(g))
                && marker(view, noun) == "for"
        });
        // "invited both sides to Oslo for talks": those who are invited meet.
        let called = governor.filter(|&g| self.is("calls-verb", g) && marker(view, noun) == "for");
        let held = governor
            .filter(|&g| self.is("hold", g) || self.is("schedule", g) && view.word(g).upos == "VERB")
            .or(goes)
            .or(called);
        if self.is("informal", noun) {
            let with = behind_own(view, noun, "with").or_else(|| behind_own(view, noun, "between"));
            let kept = match view.lemma(noun) {
                "call" | "conversation" => {
                    remote
                        || with.is_some()
                            && held.is_some_and(|h| matches!(view.lemma(h), "hold" | "have" | "make"))
                }
                "session" | "gathering" | "round" | "audience" => {
                    // "a session of the union held on Tuesday"
                    let took_place = |o: usize| {
                        view.children_by(o, "acl").any(|v| self.is("hold", v) && view.word(v).xpos == "VBN")
                    };
                    let of = behind_own(view, noun, "of");
                    held.is_some() || with.is_some() || took_place(noun) || of.is_some_and(took_place)
                }
                // "resume contacts in Lima": those who are in touch meet only where a place or a day is said.
                "contact" => {
                    view.word(noun).xpos == "NNS"
                        && held.is_some()
                        && (self.date(noun, held).is_some()
                            || held.is_some_and(|h| self.place(&[noun, h]).is_some()))
                }
                "dinner" | "lunch" | "breakfast" | "luncheon" => {
                    view.children(noun).iter().any(|&c| self.is("kind-word", c as usize)) || with.is_some()
                }
                _ => behind_own(view, noun, "to").is_some(),
            };
            if !kept {
                return None;
            }
        }
        let received = marker(view, noun) == "after" && behind_own(view, noun, "by").is_some();
        if self.is("visit", noun) && held.is_none() && behind_own(view, noun, "to").is_none() && !received {
            return None;
        }
        // "a round of talks" is the talks.
        if marker(view, noun) == "of" && governor_noun(view, noun).is_some_and(|g| self.is("noun", g)) {
            return None;
        }
        if marker(view, noun) == "of" && governor_noun(view, noun).is_some_and(|g| self.is("setting", g)) {
            return None;
        }
        let inner = behind_own(view, noun, "of").filter(|&i| self.is("noun", i));
        // "which was scheduled for Monday", also hung from whose meeting it is.
        let reduced = |c: &usize| {
            // "that would be held in Quito next week"
            let would = !self.is("after", *c)
                && view.children_by(*c, "aux").any(|a| matches!(view.lemma(a), "will" | "would"));
            let planned =
                view.word(*c).deprel == "acl" || would || self.lexicon.plover.is("planned", view.lemma(*c));
            let due = view.lemma(*c) == "due" && view.word(*c).upos == "ADJ";
            self.is("schedule", *c) && (is_passive(view, *c) || due) && planned
        };
        let whose = behind_own(view, noun, "of");
        let below = whose.into_iter().flat_map(|o| view.children_by(o, "acl"));
        // "cancelled his visit, set for Monday": hung from the verb behind the comma.
        let behind =
            governor.into_iter().flat_map(|g| view.children(g).iter().map(|&c| c as usize)).filter(|&c| {
                let loose = matches!(view.word(c).relation(), "parataxis" | "advcl" | "acl");
                loose && c > noun && view.word(c).xpos == "VBN" && view.form(c - 1) == ","
            });
        let loose = |c: &usize| self.is("schedule", *c) && self.lexicon.plover.is("planned", view.lemma(*c));
        let fixed = view.children_by(noun, "acl").chain(below).find(reduced).or(behind.filter(loose).min());
        // "talks that had been due to start in Oslo on Monday"
        let due = fixed.filter(|&f| view.lemma(f) == "due").and_then(|f| view.child(f, "xcomp"));
        // "is scheduled to be held in Oslo on Monday"
        let opens = held.and_then(|h| view.child(h, "xcomp")).filter(|&x| view.word(x).upos == "VERB");
        // "a meeting of foreign ministers in Oslo": where they meet may hang from who meets.
        let members = behind_own(view, noun, "of").filter(|&m| matches!(view.word(m).xpos, "NNS" | "NNPS"));
        let heads: Vec<usize> =
            [Some(noun), inner, held, fixed, due, opens, members].into_iter().flatten().collect();
        let dated = |v: usize| self.date(v, None).is_some();
        let arranged =
            self.place(&heads).is_some() && (self.date(noun, held).is_some() || fixed.is_some_and(dated));
        let arranged = arranged || called.is_some() && self.date(noun, held).is_some();
        let broker = self.broker(noun, governor);
        if !arranged && broker.is_none() && self.only_wished(noun, governor) {
            return None;
        }
        let forum = self.forum(noun);
        let mut parties = Vec::new();
        if let Some(verb) = held {
            let hosts = matches!(
                view.lemma(verb),
                "host"
                    | "broker"
                    | "mediate"
                    | "arrange"
                    | "organize"
                    | "organise"
                    | "propose"
                    | "offer"
                    | "call"
            );
            let r = roles(view, self.lexicon, verb);
            let agent = if called.is_some() || awaited(verb) { r.patient } else { r.agent };
            let agent = agent.or_else(|| view.child(verb, "nsubj").filter(|_| awaited(verb)));
            let agent = agent.filter(|&a| a != noun && !hosts);
            if let Some(agent) = agent.filter(|&a| self.naming.acts(view, a)) {
                parties = self.naming.parties(view, &conjuncts(view, agent));
            }
            if let Some(host) = behind_own(view, verb, "to").filter(|_| goes.is_some()) {
                let mut hosts = self.naming.parties(view, &[host]);
                hosts.retain(|p| p.actor.is_some());
                join_parties(&mut parties, hosts);
            }
        }
        for place in ["poss", "mod", "with", "between", "among", "of", "from", "by"] {
            // A forum's members stand for it.
            let own =
                |h: &&usize| !(place == "of" && forum.is_some()) && (place == "with" || Some(**h) != held);
            for &head in heads.iter().filter(own) {
                join_parties(&mut parties, self.parties_in(head, place));
            }
        }
        if let Some(forum) = forum {
            join_parties(&mut parties, self.members(forum));
        }
        let host = self.counterparts_host(noun, &parties);
        if !host.is_empty() {
            // The host stands for the counterpart of whom nothing else says whose he is ("her Omani counterpart").
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
        join_parties(&mut parties, host);
        if parties.iter().all(|p| p.actor.is_none())
            && let Some(verb) = held
            && let Some(host) = roles(view, self.lexicon, verb).agent.filter(|&a| a != noun)
        {
            // Who hosts talks of which nothing else is said.
            let mut hosts = self.naming.parties(view, &conjuncts(view, host));
            hosts.retain(|p| p.actor.is_some());
            join_parties(&mut parties, hosts);
        }
        if self.is("visit", noun)
            && let Some(host) = behind_own(view, noun, "to")
        {
            let mut hosts = self.naming.parties(view, &conjuncts(view, host));
            if hosts.iter().all(|p| p.actor.is_none()) {
                hosts.extend(self.by_capital(host));
            }
            join_parties(&mut parties, hosts);
        }
        let beside = view.head(noun).filter(|_| view.word(noun).relation() == "appos" && self.bare(noun));
        if let Some(body) = beside {
            // "the ministers of the league, meeting in Oslo on Friday"
            join_parties(&mut parties, self.naming.parties(view, &conjuncts(view, body)));
            parties.retain(|p| p.actor.is_some());
        }
        if parties.is_empty() && forum.is_none() {
            parties = self.after_whose(noun);
        }
        if parties.is_empty() && forum.is_none() {
            parties = self.first_since(noun);
        }
        if parties.is_empty() && forum.is_none() && self.date(noun, None).is_some() {
            parties = self.debaters(noun);
        }
        if let Some(visitor) = self.who_comes(noun, held) {
            // Who comes is named first, whom he meets after him.
            let mut more = self.others(&conjuncts(view, visitor), &[]);
            if behind_own(view, noun, "with").is_some() {
                std::mem::swap(&mut parties, &mut more);
            }
            join_parties(&mut parties, more);
        }
        // "offered to host a meeting of both ministers": they meet, not who offers.
        let brokered = !arranged && broker.is_some();
        if let Some(broker) = broker.filter(|_| brokered) {
            let own = self.naming.actors(view, broker);
            parties.retain(|p| p.actor.is_none_or(|a| !own.contains(&a)));
            if parties.iter().filter(|p| p.actor.is_some()).count() < 2 {
                return None;
            }
        }
        let definite = view.children(noun).iter().any(|&c| {
            let c = c as usize;
            matches!(view.lemma(c).to_ascii_lowercase().as_str(), "the" | "these" | "those" | "this" | "that")
                || matches!(view.lemma(c), "forthcoming" | "upcoming")
        });
        // "a second round of talks", "further talks", "the talks resume": those who met before meet again.
        let again = |c: usize| self.is("ordinal", c) || self.is("again", c) && c < noun;
        let resumed = held.is_some_and(|v| self.is("resume", v)) && self.is("generic", noun);
        let next = parties.is_empty() && (resumed || view.children(noun).iter().any(|&c| again(c as usize)));
        if next && forum.is_none() {
            parties = self.agreed(held);
        }
        let follow = self.follows(noun);
        let frame = self.frame(noun, held);
        let upcoming = self.upcoming(noun);
        let mut status = status(view, self.lexicon, &frame, Plover::Consult);
        // "further talks will be held on Friday" are as sure as their verb.
        let sure = held.filter(|_| view.children(noun).iter().any(|&c| self.is("again", c as usize)));
        let dated = || self.date(noun, held).is_some();
        if let Some((_, verb)) = follow.or(sure.map(|v| (noun, v)).filter(|_| dated())) {
            status =
                crate::events::status(view, self.lexicon, &self.frame(verb, Some(verb)), Plover::Consult);
        }
        // "would boycott the summit" plans no meeting.
        if status == Status::Planned && held.is_some_and(|h| matches!(view.lemma(h), "boycott" | "skip")) {
            status = Status::Hypothetical;
        }
        // "has called a meeting in Oslo on Friday"
        let convoked = held.is_some_and(|h| view.lemma(h) == "call" && direct(view, noun));
        if (called.is_some() || convoked) && status == Status::Occurred {
            status = Status::Planned;
        }
        let announced = held.is_none() && !definite && self.announced(noun);
        let cancelled = governor.is_some_and(|g| self.is("cancelled", g) || self.called_off(g));
        if cancelled {
            status = Status::Denied;
        }
        if brokered {
            status = Status::Hypothetical;
        }
        let moved = governor.is_some_and(|g| self.is("postponed", g));
        if status == Status::Ongoing && governor.is_some_and(|g| view.lemma(g) == "prepare") {
            status = Status::Planned;
        }
        // "Talks are scheduled for Monday."
        let scheduled = governor.is_some_and(|g| {
            is_passive(view, g) && self.is("schedule", g) && self.lexicon.plover.is("planned", view.lemma(g))
        });
        let set = opens.is_some() && held.is_some_and(|h| self.lexicon.plover.is("planned", view.lemma(h)));
        if status == Status::Occurred
            && (upcoming
                || announced
                || moved
                || set
                || scheduled
                || fixed.is_some()
                || goes.is_some_and(awaited))
        {
            status = Status::Planned;
        }
        // "wrapped up three days of talks"
        let count = view.head(noun).is_some_and(|c| {
            (self.is("counting", c) || self.timely(c)) && direct(view, c) && view.head(c) == held
        });
        let verbal = |v: usize| view.word(v).upos != "PROPN";
        let words = match held
            .filter(|&v| v < noun && verbal(v) && (direct(view, noun) || goes.is_some() || count))
        {
            Some(verb) => WordRange::new(group_start(view, verb), self.own_words(noun).end as usize),
            None => self.own_words(noun),
        };
        let passive = held.is_some_and(|v| is_passive(view, v));
        Some(Spoken {
            head: noun,
            verb: held.filter(|_| !passive),
            words,
            kind: if remote { Kind::Remote } else { self.kind(inner.unwrap_or(noun)) },
            parties,
            forum: forum.map(|f| view.span(noun_phrase(view, f))),
            place: self
                .place(&heads)
                .or_else(|| self.destination(goes.or(called)?))
                .filter(|p| forum.is_none_or(|f| !p.contains(view.layout.words[f].span))),
            date: fixed
                .filter(|_| cancelled)
                .and_then(|v| self.date(v, None))
                .or_else(|| {
                    self.date(
                        noun,
                        held.filter(|_| !cancelled).or(follow.filter(|f| f.0 == noun).map(|f| f.1)),
                    )
                })
                .or_else(|| fixed.or(opens).and_then(|v| self.date(v, None)))
                .or_else(|| due.and_then(|v| self.date(v, None)))
                // "will send an envoy to Lima on Monday *to hold talks*"
                .or_else(|| held.and_then(|h| self.journey(h)).and_then(|j| self.date(j, None)))
                // "will pay a visit on Monday, during which a meeting is planned": on that day.
                .or_else(|| {
                    let verb = view.head(noun).filter(|&v| is_passive(view, v))?;
                    let host = self.occasion(verb)?;
                    self.date(host, view.head(host))
                }),
            counted: held.and_then(|v| counted(view, self.timexes, v)),
            format: Some(self.format(noun)),
            topics: self.topics(&[Some(noun), held]),
            status,
            cancelled,
            brokered,
            definite,
            anaphoric: next,
            after: follow.filter(|f| f.0 != noun).map(|f| f.0),
        })
    }

    /// "*Ministers* will discuss the row at a meeting on Friday": who debates at a meeting meets.
    fn debaters(&self, noun: usize) -> Vec<Party> {
        let view = self.view;
        let debate = self
            .governor(noun)
            .filter(|&v| self.is("debate-verb", v) && matches!(marker(view, noun), "at" | "during"));
        let agent = debate.and_then(|v| roles(view, self.lexicon, v).agent);
        agent.map(|a| self.naming.parties(view, &conjuncts(view, a))).unwrap_or_default()
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

    /// The state of which a capital is named.
    fn by_capital(&self, name: usize) -> Option<Party> {
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

    fn frame(&self, head: usize, verb: Option<usize>) -> Frame {
        Frame { verb, act: Some((Plover::Consult, None)), ..Frame::new(head) }
    }

    fn kind(&self, noun: usize) -> Kind {
        let is = |class| self.is(class, noun);
        if is("table") {
            Kind::Table
        } else if is("remote") {
            Kind::Remote
        } else if is("visit") {
            Kind::Visit
        } else if matches!(self.view.lemma(noun), "summit" | "conference") {
            Kind::Summit
        } else {
            Kind::Talks
        }
    }

    /// Who met, where a clause begins with the meeting: "after a summit in Oslo, the league set out its terms".
    fn after_whose(&self, noun: usize) -> Vec<Party> {
        let view = self.view;
        let placed = self.place(&[noun]).is_some() && view.word(noun).relation() != "nsubj";
        if !placed || !matches!(marker(view, noun), "after" | "at" | "during" | "following") {
            return Vec::new();
        }
        let above = std::iter::successors(view.head(noun), |&w| view.head(w)).take(5);
        let subject = above.filter_map(|w| view.child(w, "nsubj")).find(|&s| s > noun);
        let mut parties = subject.map(|s| self.naming.parties(view, &conjuncts(view, s))).unwrap_or_default();
        parties.retain(|p| p.actor.is_some());
        parties
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

    /// Who meets whom "with" names, where a clause is set in time by the meeting: "*he* spoke after talks with the envoy".
    fn who_comes(&self, noun: usize, held: Option<usize>) -> Option<usize> {
        let view = self.view;
        let comes = self.is("visit", noun).then(|| behind_own(view, noun, "by")).flatten();
        let with = behind_own(view, noun, "with").or(comes).filter(|&w| self.naming.acts(view, w))?;
        // "will pay a visit, in the course of which a meeting with the king is envisaged"
        let within = view.head(noun).filter(|&v| {
            let set = is_passive(view, v) && self.is("schedule", v) && view.word(noun).relation() == "nsubj";
            set && matches!(view.word(v).relation(), "acl" | "advcl") && self.occasion(v).is_some()
        });
        if let Some(verb) = within {
            let above = std::iter::successors(view.head(verb), |&w| view.head(w)).take(5);
            let subject = above.filter_map(|w| view.child(w, "nsubj").filter(|&s| s < noun)).next()?;
            let whose = self.naming.parties(view, &[subject]);
            return whose.iter().any(|p| p.actor.is_some()).then_some(subject);
        }
        // "after two days *of talks*"
        let count = view.head(noun).filter(|&c| {
            marker(view, noun) == "of" && (self.is("counting", c) || self.is("noun", c) || self.timely(c))
        });
        let placed = count.unwrap_or(noun);
        let timed = matches!(marker(view, placed), "after" | "before" | "following" | "during" | "at" | "of");
        let owned = view.children(noun).iter().any(|&c| view.word(c as usize).deprel == "nmod:poss");
        if held.is_some() || !timed || owned || conjuncts(view, with).len() > 1 {
            return None;
        }
        let of_what = marker(view, placed) == "of";
        if of_what && view.child(placed, "case").is_none_or(|c| c == 0 || view.form(c - 1) != "ahead") {
            return None;
        }
        let above = std::iter::successors(view.head(noun), |&w| view.head(w)).take(5);
        let subject = above.filter_map(|w| view.child(w, "nsubj").filter(|&s| s != noun)).next()?;
        let whose = self.naming.parties(view, &[subject]);
        whose.iter().any(|p| p.actor.is_some()).then_some(subject)
    }

    /// The visit or the like during which the clause of `verb` sets something: "a visit, *during which* a meeting is planned".
    fn occasion(&self, verb: usize) -> Option<usize> {
        let view = self.view;
        let during = view.children_by(verb, "obl").any(|o| {
            matches!(view.form(o).to_lowercase().as_str(), "which" | "course")
                || view.children_by(o, "nmod").any(|n| view.form(n).eq_ignore_ascii_case("which"))
        });
        let course = |w: usize| view.lemma(w) == "course";
        let above = std::iter::successors(view.head(verb), |&w| view.head(w)).take(4);
        let mut above = above.skip_while(|&w| course(w));
        let led = during || view.head(verb).is_some_and(course);
        above.next().filter(|_| led)
    }

    /// Those who agreed that it be held: "both sides agreed that the next round will take place in Oslo".
    fn agreed(&self, held: Option<usize>) -> Vec<Party> {
        let view = self.view;
        let above = held
            .filter(|&v| matches!(view.word(v).relation(), "ccomp" | "xcomp" | "advcl"))
            .and_then(|v| view.head(v))
            .filter(|&a| self.lexicon.plover.is("planned", view.lemma(a)) || view.lemma(a) == "agree");
        let subject = above.and_then(|a| view.child(a, "nsubj"));
        let mut parties = subject.map(|s| self.naming.parties(view, &conjuncts(view, s))).unwrap_or_default();
        parties.retain(|p| p.actor.is_some());
        // One who agrees does so with somebody who is not named.
        if parties.len() < 2 { Vec::new() } else { parties }
    }

    /// The verb over the noun, through "round of" and coordination.
    fn governor(&self, noun: usize) -> Option<usize> {
        let mut at = noun;
        for _ in 0..4 {
            let above = self.view.head(at)?;
            match self.view.word(at).relation() {
                "conj" => at = above,
                // "a round of talks", "three hours of talks"
                "nmod" if self.is("noun", above) || self.is("counting", above) || self.timely(above) => {
                    at = above
                }
                "obj" | "nsubj" => return Some(above),
                // "proposed a summit in Oslo": the noun is no predicate.
                "xcomp" if self.is("wish", above) => return Some(above),
                "obl" if matches!(marker(self.view, at), "for" | "to" | "in" | "at") => return Some(above),
                // "held two hours of talks"
                "obl" if at != noun && self.timely(at) && marker(self.view, at).is_empty() => {
                    return Some(above);
                }
                _ => return None,
            }
        }
        None
    }

    /// (the meeting that is followed or that follows nothing, the verb "follow") where the noun stands with "follow".
    fn follows(&self, noun: usize) -> Option<(usize, usize)> {
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
    fn either_side(&self, head: usize, preposition: &str) -> Vec<usize> {
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

    /// Where somebody travels to.
    fn destination(&self, verb: usize) -> Option<ByteSpan> {
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
        let to = behind_own(view, verb, "to")
            .or_else(|| behind_own(view, verb, "in"))
            .or_else(sent)
            .or_else(bare)?;
        let named = view.word(to).upos == "PROPN" && !self.timely(to);
        named.then(|| view.span(self.full_name(to)))
    }

    /// Whether the meeting is only asked for, offered or refused: "called for talks", "offered to hold talks". Where
    /// place and time are said as well, it is a plan.
    fn only_wished(&self, noun: usize, governor: Option<usize>) -> bool {
        let view = self.view;
        let Some(mut at) = governor else { return false };
        // "was called off" wishes nothing, and who calls a meeting convenes it.
        if self.called_off(at) || view.lemma(at) == "call" && direct(view, noun) {
            return false;
        }
        if self.is("wish", at)
            || view.word(noun).relation() == "obl" && self.lexicon.plover.is("demanded", view.lemma(at))
        {
            return true;
        }
        for _ in 0..3 {
            if !matches!(view.word(at).relation(), "xcomp" | "ccomp" | "acl") {
                return false;
            }
            let Some(above) = view.head(at) else { return false };
            if self.is("wish", above) {
                return true;
            }
            at = above;
        }
        false
    }

    /// Who offers to bring others together: "*Oslo* offered to host a meeting between the two", "*Oslo* proposed a summit
    /// of both kings".
    fn broker(&self, noun: usize, governor: Option<usize>) -> Option<usize> {
        let view = self.view;
        let verb = governor?;
        let brings = self.is("broker-verb", verb) && view.word(verb).relation() == "xcomp";
        let offers = if brings { view.head(verb)? } else { verb };
        let wished = matches!(view.lemma(offers), "offer" | "propose" | "suggest" | "volunteer")
            || brings && view.lemma(offers) == "ready";
        let among = ["between", "of", "among"].iter().any(|p| behind_own(view, noun, p).is_some());
        if !wished || !among || self.is("visit", noun) {
            return None;
        }
        let agent = view.child(offers, "nsubj").or_else(|| roles(view, self.lexicon, offers).agent)?;
        self.naming.acts(view, agent).then_some(agent)
    }

    fn called_off(&self, verb: usize) -> bool {
        let view = self.view;
        view.lemma(verb) == "call" && view.children(verb).iter().any(|&c| view.form(c as usize) == "off")
    }

    /// The body of "a meeting of the council", "talks within the league".
    fn forum(&self, noun: usize) -> Option<usize> {
        let view = self.view;
        ["within", "of", "at", "in"].iter().find_map(|p| {
            let head = behind_own(view, noun, p)?;
            let named = view.word(head).upos == "PROPN" || self.naming.index.of_word(head as u32).len() == 1;
            let body = noun_phrase(view, head).range().any(|w| {
                self.lexicon.meeting.is("forum", &view.form(w).to_lowercase()) && view.word(w).upos != "VERB"
            });
            (named && (*p == "within" || body)).then_some(head)
        })
    }

    /// The members of a small forum, where all of them appear in the text; else the forum itself.
    fn members(&self, forum: usize) -> Vec<Party> {
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

    /// A named place behind "in" or "at" of one of `heads`.
    fn place(&self, heads: &[usize]) -> Option<ByteSpan> {
        let view = self.view;
        heads.iter().find_map(|&h| {
            ["in", "at"].iter().find_map(|p| {
                let fits =
                    |&c: &usize| matches!(view.word(c).relation(), "obl" | "nmod") && marker(view, c) == *p;
                let mut own = view.children(h).iter().map(|&c| c as usize).filter(fits);
                own.find(|&c| view.word(c).upos == "PROPN" && !self.timely(c))
                    .map(|c| view.span(self.full_name(c)))
            })
        })
    }

    /// The phrase of a name, with the names that stand directly before it whatever the parse made of them.
    fn full_name(&self, name: usize) -> WordRange {
        let mut words = noun_phrase(self.view, name);
        let first = self.view.sentence(name).start;
        while words.start > first && self.view.word(words.start as usize - 1).upos == "PROPN" {
            words.start -= 1;
        }
        words
    }

    fn timely(&self, word: usize) -> bool {
        self.timexes.iter().any(|t| t.words.contains(word))
    }

    /// When: the day that stands directly behind the words ("talks in Oslo on Monday"), else what dates the head or verb.
    fn date(&self, head: usize, verb: Option<usize>) -> Option<DateId> {
        let view = self.view;
        let rest = head + 1..(head + 10).min(view.sentence(head).end as usize);
        let near = rest.take_while(|&w| {
            // "their first encounter since a dinner in May": that was when they dined.
            let since = view.form(w) == "since" && w + 1 < view.len() && !self.timely(w + 1);
            !since && matches!(view.word(w).upos, "ADP" | "DET" | "PROPN" | "ADJ" | "NUM")
                || self.timely(w)
                || view.word(w).upos == "NOUN"
        });
        // "talks, the third since February": from when one counts is not when they are.
        let counts = |t: &Timex| {
            let before = (t.words.start as usize).checked_sub(1);
            before.is_some_and(|b| matches!(view.lemma(b), "since" | "until" | "till"))
        };
        let dated = |w: usize| {
            let day = |t: &Timex| {
                t.words.contains(w) && matches!(t.kind, TimexType::Date | TimexType::Time) && !counts(t)
            };
            self.timexes.iter().position(day).map(|i| DateId(i as u32))
        };
        near.filter(|&w| view.word(w).upos != "NOUN" || self.timely(w))
            .find_map(dated)
            .or_else(|| date_of(view, self.timexes, head))
            .or_else(|| verb.and_then(|v| date_of(view, self.timexes, v)))
            .or_else(|| self.labelled(head))
    }

    /// The day before the colon that opens the sentence: "Tuesday: both met in Oslo".
    fn labelled(&self, head: usize) -> Option<DateId> {
        let start = self.view.sentence(head).start as usize;
        let colon = (start.saturating_sub(1)..head).take(4).find(|&w| self.view.form(w) == ":")?;
        let day = |t: &Timex| t.words.end as usize == colon && t.kind == TimexType::Date;
        self.timexes.iter().position(day).map(|i| DateId(i as u32))
    }

    fn format(&self, noun: usize) -> ByteSpan {
        let first = (0..noun).rev().take_while(|&w| {
            self.view.word(w).head == Some(noun as u32)
                && self.lexicon.meeting.is("kind-word", &self.view.form(w).to_lowercase())
        });
        self.view.span(WordRange::new(first.last().unwrap_or(noun), noun + 1))
    }

    /// What they talk about: "on", "over", "about"; "to discuss".
    fn topics(&self, heads: &[Option<usize>]) -> Vec<ByteSpan> {
        let view = self.view;
        let mut topics = Vec::new();
        for &head in heads.iter().flatten() {
            for child in view.children(head).iter().map(|&c| c as usize).filter(|&c| c > head) {
                let about = matches!(view.word(child).relation(), "obl" | "nmod")
                    && self.lexicon.meeting.is("topic", marker(view, child))
                    && !self.timely(child)
                    && !self.is("noun", child)
                    && !self.is("setting", child);
                let object = matches!(view.word(child).relation(), "advcl" | "acl" | "xcomp")
                    .then(|| view.child(child, "obj"))
                    .flatten()
                    .filter(|_| matches!(view.lemma(child), "discuss" | "address" | "resolve" | "negotiate"));
                let nouns = if about {
                    conjuncts(view, child)
                } else {
                    object.map(|o| conjuncts(view, o)).unwrap_or_default()
                };
                topics.extend(nouns.into_iter().map(|n| view.span(noun_phrase(view, n))));
            }
        }
        topics.dedup();
        topics
    }
}

/// Whether the noun is the direct object or subject of its verb.
fn direct(view: &View, noun: usize) -> bool {
    matches!(view.word(noun).relation(), "obj" | "nsubj")
}

fn governor_noun(view: &View, noun: usize) -> Option<usize> {
    view.head(noun).filter(|&g| view.word(g).upos == "NOUN")
}

/// The noun's or verb's own dependent behind a preposition; what stands directly behind a noun is taken as its own,
/// however the parse attached it.
pub(super) fn behind_own(view: &View, head: usize, preposition: &str) -> Option<usize> {
    let fits =
        |&c: &usize| matches!(view.word(c).relation(), "obl" | "nmod") && marker(view, c) == preposition;
    let own = || view.children(head).iter().map(|&c| c as usize).find(fits);
    if view.word(head).upos == "NOUN" && head + 1 < view.sentence(head).end as usize {
        let next = head + 1;
        if view.word(next).upos == "ADP" && view.word(next).relation() == "case" {
            let noun = view.head(next).filter(|&n| n > next && view.lemma(next) == preposition);
            return noun.or_else(|| own().filter(|&c| !taken(view, head, c)));
        }
    }
    own()
}

/// Whether a nearer noun of the same kind of phrase stands between `head` and its supposed dependent, directly before
/// the preposition.
fn taken(view: &View, head: usize, dependent: usize) -> bool {
    let case =
        view.children(dependent).iter().map(|&c| c as usize).find(|&c| view.word(c).relation() == "case");
    case.is_some_and(|c| c > head + 1 && view.word(c - 1).upos == "NOUN" && c - 1 != head)
}

fn group_start(view: &View, verb: usize) -> usize {
    let aux = |&c: &usize| c < verb && view.word(c).relation() == "aux";
    view.children(verb).iter().map(|&c| c as usize).find(aux).unwrap_or(verb)
}

/// Adds the parties that are not there yet.
pub fn join_parties(parties: &mut Vec<Party>, more: Vec<Party>) {
    for party in more {
        let fresh = match party.actor {
            Some(_) => parties.iter().all(|p| p.actor != party.actor),
            None => parties.iter().all(|p| !p.span.overlaps(party.span)),
        };
        if fresh {
            parties.push(party);
        }
    }
}

/// Adds to `known` what a second reading of the same words says.
fn absorb(known: &mut Spoken, other: Spoken) {
    known.words = WordRange::new(
        known.words.start.min(other.words.start) as usize,
        known.words.end.max(other.words.end) as usize,
    );
    join_parties(&mut known.parties, other.parties);
    known.forum = known.forum.or(other.forum);
    known.place = known.place.or(other.place);
    known.date = known.date.or(other.date);
    known.format = known.format.or(other.format);
    known.topics.extend(other.topics);
    if known.kind == Kind::Talks {
        known.kind = other.kind;
    }
}
