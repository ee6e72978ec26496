//! Who did what to whom: PLOVER events with source, target, status, date, place and number.
//!
//! The steps: [`frame`] finds words that report an act ([`verbs`], [`nouns`]) and their arguments ([`sources`], [`targets`]), by
//! the lexicon ([`pattern`], [`nature`]) and the parse; the pair
//! scorer, where there is one, decides what the lexicon leaves open; [`discourse`] names those who are meant and not named
//! again; [`status`] tells facts from plans, demands and threats; [`detail`] adds number, place and the statement it is known from; one act told twice becomes one event.
//! A bare "said" is no event.

mod clause;
mod comments;
mod decide;
mod detail;
mod discourse;
mod frame;
mod nature;
mod nouns;
mod pattern;
mod phrase;
mod sources;
mod status;
mod targets;
mod undertakings;
mod verbs;

pub use clause::{Roles, group_start, is_passive, roles, subject};
pub(crate) use frame::{Frame, frames};
pub use phrase::{Naming, behind, conjuncts, marker, noun_phrase};
pub(crate) use status::status;
use std::cell::LazyCell;
pub(crate) use targets::dependents;
pub use undertakings::undertakings;

use crate::actors::ActorIndex;
use crate::attribution::clause::indicative;
use crate::dates::{counted, date_of};
use crate::{Attribution, DateId, Event, Meeting, Party, Timex, View};
use demarche_base::{ByteSpan, WordRange};
use demarche_lexicon::Lexicon;
use demarche_record::{EntityType, Plover, Status};

/// What the statistical pair head says of what a source does to a target.
#[derive(Clone, Debug, PartialEq)]
pub struct PairScores {
    /// Probability of each type, in the order of [`Plover::ALL`].
    pub types: Vec<f32>,
    /// Probability that it is none.
    pub none: f32,
}

impl PairScores {
    /// The likeliest type with its probability.
    pub fn best(&self) -> Option<(Plover, f32)> {
        let both = Plover::ALL.iter().copied().zip(self.types.iter().copied());
        both.reduce(|a, b| if b.1 > a.1 { b } else { a })
    }

    /// The probability of `kind`.
    pub fn of(&self, kind: Plover) -> f32 {
        Plover::ALL.iter().position(|k| *k == kind).and_then(|i| self.types.get(i)).copied().unwrap_or(0.0)
    }
}

/// Scores the pair of a source and a target; `None` where there is no model or the words do not fit it.
pub type Scorer<'a> = &'a dyn Fn(WordRange, WordRange) -> Option<PairScores>;

/// A scorer that never knows: events come by the lexicon alone.
pub fn unscored(_: WordRange, _: WordRange) -> Option<PairScores> {
    None
}

/// The events of a text, in order of their triggers.
pub fn events(
    view: &View,
    lexicon: &Lexicon,
    index: &ActorIndex,
    timexes: &[Timex],
    attributions: &[Attribution],
    scorer: Scorer,
) -> Vec<Event> {
    if view.syntax.words.len() != view.len() {
        return Vec::new();
    }
    let naming = Naming { index, lexicon };
    let times: Vec<WordRange> = timexes.iter().map(|t| t.words).collect();
    let issuer = LazyCell::new(|| discourse::issuer(view, &naming));
    let mut found: Vec<Event> = Vec::new();
    for mut frame in frames(view, lexicon, &naming) {
        if refused(view, &frame)
            || supposed(view, &frame)
            || asserted(view, &frame)
            || registered(view, lexicon, &frame)
            || subject_of_talks(view, &found, &frame)
            || discourse::maxim(view, &naming, &frame)
        {
            continue;
        }
        let Some(decision) = decide::decide(view, &naming, scorer, &frame) else { continue };
        let (mut kind, mut mode) = decision.act;
        let broken_off = discontinued(view, &frame, kind);
        if let Some(stop) = broken_off {
            (kind, mode) = (Plover::Sanction, Some("discontinue"));
            frame.words.start = stop as u32;
        }
        if let Some(targets) = decision.targets {
            frame.targets = targets;
        }
        if decision.mutual {
            frame.mutual = true;
            frame.targets.clear();
        }
        if to_press(view, lexicon, &frame, kind) {
            continue;
        }
        let mut source = naming.parties(view, &frame.sources);
        let mut target = naming.parties(view, &frame.targets);
        nationals(&naming, &source, &mut target);
        let statement = detail::statement(view, attributions, frame.head);
        // "There will be consequences", "we demand": who says so acts.
        let unnamed = frame.rule == "rule:noun" && kind == Plover::Threaten && frame.sources.is_empty();
        let myself = frame.sources.iter().any(|&w| matches!(view.lemma(w), "we" | "I"));
        if source.is_empty() && (unnamed || myself) {
            let speaker = statement.and_then(|s| {
                let a = &attributions[s.index()];
                Some((index.principal(a.speaker?), *a.source.first()?, a.source_head?))
            });
            source.extend(speaker.map(|(actor, span, head)| Party { actor: Some(actor), span, head }));
        }
        // "The charges are categorically denied": in a communique, by whoever issues it.
        let officialese = matches!(kind, Plover::Reject | Plover::Accuse | Plover::Request | Plover::Support)
            && frame.verb.is_some_and(|v| is_passive(view, v))
            && statement.is_none_or(|s| attributions[s.index()].speaker.is_none());
        if source.is_empty() && officialese {
            source.extend((*issuer).clone().filter(|i| target.iter().all(|t| t.actor != i.actor)));
        }
        if frame.mutual && target.is_empty() && source.len() > 1 {
            target = source.split_off(1);
        }
        discourse::sent_home(view, &naming, &frame, &source, &mut target);
        distinguish(view, &naming, &source, &mut target);
        // "detained 14 fishermen": people without a state may be known by who asks for them.
        let nameless = |t: &Party| t.actor.is_none_or(|a| kind == Plover::Coerce && stateless(&naming, a));
        if target.iter().all(nameless) {
            let known = discourse::Known { view, naming: &naming, found: &found, attributions };
            known.complete(&frame, kind, &source, &mut target);
        }
        if !reported(view, &naming, &frame, kind, &source, &target) || promised(view, &found, &frame, kind) {
            continue;
        }
        if frame.rule == MODEL && !fresh(view, &found, &frame, kind, &source) {
            continue;
        }
        let status = match broken_off {
            Some(stop) => status(view, lexicon, &Frame { verb: Some(stop), ..Frame::new(stop) }, kind),
            None => status(view, lexicon, &frame, kind),
        };
        if !settled(view, &frame, kind, status, &source, &target) {
            continue;
        }
        let parties: Vec<&Party> = source.iter().chain(&target).collect();
        let place = detail::place(view, &frame, &parties, &times);
        let head = frame.verb.unwrap_or(frame.head);
        let date = date_of(view, timexes, frame.head).or_else(|| date_of(view, timexes, head));
        let span = view.span(frame.words);
        let event = Event {
            kind,
            mode,
            contexts: detail::contexts(view, lexicon, head, &frame.sources),
            trigger: span,
            trigger_head: frame.head as u32,
            status,
            date,
            counted: date.is_none().then(|| counted(view, timexes, head)).flatten(),
            place,
            magnitude: detail::magnitude(view, &frame, kind, &times),
            attribution: statement,
            confidence: decision.confidence,
            found_by: frame.rule,
            source,
            target,
        };
        match found.iter().position(|e| same_act(view, e, &event)) {
            Some(at) => join(&mut found[at], event),
            None => found.push(event),
        }
    }
    discourse::hand_over(view, &mut found);
    discourse::musts(view, &naming, attributions, &mut found);
    let told: Vec<(usize, Plover, Vec<u32>)> = found
        .iter()
        .filter(|e| e.found_by != MODEL)
        .map(|e| (view.sentence_index(e.trigger_head as usize), e.kind, key(&e.target)))
        .collect();
    found.retain(|e| {
        let sentence = view.sentence_index(e.trigger_head as usize);
        e.found_by != MODEL || !told.contains(&(sentence, e.kind, key(&e.target)))
    });
    found
}

/// The rule of events that only the model knows.
const MODEL: &str = "model:pair";

/// Whether the act is what somebody refuses: the refusal is the event ("refused to extradite").
fn refused(view: &View, frame: &Frame) -> bool {
    let verb = frame.verb.filter(|&v| view.word(v).relation() == "xcomp");
    verb.and_then(|v| view.head(v)).is_some_and(|h| matches!(view.lemma(h), "refuse" | "decline"))
}

/// Whether one who insists only says how things are: "insisted its ships had acted lawfully".
fn asserted(view: &View, frame: &Frame) -> bool {
    let Some(verb) = frame.verb.filter(|&v| view.lemma(v) == "insist") else { return false };
    view.child(verb, "ccomp").is_some_and(|c| indicative(view, c))
}

/// Whether the words say what an envoy was summoned to hear: "summoned the ambassador *to protest* the arrest".
fn registered(view: &View, lexicon: &Lexicon, frame: &Frame) -> bool {
    let Some(verb) = frame.verb.filter(|&v| lexicon.plover.is("registers", view.lemma(v))) else {
        return false;
    };
    let above = view.head(verb).filter(|&a| matches!(view.lemma(a), "summon" | "recall" | "call"));
    marker(view, verb) == "to" && above.is_some()
}

/// The verb by which help or trade is broken off: "stopped buying gas from", "halted delivering arms to".
fn discontinued(view: &View, frame: &Frame, kind: Plover) -> Option<usize> {
    let gerund = |v: &usize| view.word(*v).xpos == "VBG" && view.word(*v).relation() == "xcomp";
    let stop = frame.verb.filter(gerund).and_then(|v| view.head(v))?;
    let ends = matches!(view.lemma(stop), "stop" | "halt" | "cease" | "suspend" | "discontinue" | "quit");
    (ends && matches!(kind, Plover::Cooperate | Plover::Aid)).then_some(stop)
}

/// Whether the act is merely a condition: "if the group attacks", "unless the army withdraws".
fn supposed(view: &View, frame: &Frame) -> bool {
    let Some(mut at) = frame.verb else { return false };
    for _ in 0..4 {
        match (view.word(at).relation(), view.head(at)) {
            // "as long as the two governments request it", hung from "long"
            ("advcl", Some(above)) if view.lemma(above) == "long" && marker(view, at) == "as" => return true,
            ("advcl", _) => {
                return matches!(marker(view, at), "if" | "unless" | "provided" | "providing" | "whether");
            }
            // "provided that it allows"
            // "asked whether Oslo meant to close the strait"
            ("ccomp", Some(_)) if marker(view, at) == "whether" => return true,
            ("ccomp", Some(above)) => {
                return view.lemma(above) == "provide" && view.word(above).xpos == "VBN";
            }
            ("conj" | "xcomp", Some(above)) => at = above,
            _ => return false,
        }
    }
    false
}

/// Whether what is talked to is the press: an interview is no consultation.
fn to_press(view: &View, lexicon: &Lexicon, frame: &Frame, kind: Plover) -> bool {
    let press = |&t: &usize| {
        noun_phrase(view, t).range().any(|w| {
            lexicon.plover.is("media-word", &view.form(w).to_lowercase())
                || lexicon.plover.is("media-word", view.lemma(w))
        })
    };
    kind == Plover::Consult
        && matches!(view.lemma(frame.head), "speak" | "talk")
        && frame.targets.iter().any(press)
}

/// Whether the words say what a meeting that is told already is for: "met to discuss".
fn subject_of_talks(view: &View, found: &[Event], frame: &Frame) -> bool {
    let Some(verb) = frame.verb.filter(|&v| matches!(view.lemma(v), "discuss" | "consult" | "talk")) else {
        return false;
    };
    let purpose = matches!(view.word(verb).relation(), "advcl" | "xcomp" | "acl");
    let mut above = view.head(verb);
    if let Some(noun) = above.filter(|&a| view.word(a).upos == "NOUN") {
        above = view.head(noun);
    }
    purpose
        && above.is_some_and(|a| {
            found.iter().any(|e| {
                let head = e.trigger_head as usize;
                e.kind == Plover::Consult && (head == a || view.head(head) == Some(a))
            })
        })
}

/// Whether enough is known of an act that nobody is said to have done: that somebody was killed or hurt is an event
/// where a known party was, that somebody might be struck only where it is said by whom.
fn settled(
    view: &View,
    frame: &Frame,
    kind: Plover,
    status: Status,
    source: &[Party],
    target: &[Party],
) -> bool {
    let hurt = matches!(view.lemma(frame.head), "kill" | "wound" | "injure" | "maim");
    let verbal = frame.rule == "rule:verb" && source.is_empty();
    let known = target.iter().any(|t| t.actor.is_some());
    let supposed = matches!(status, Status::Hypothetical) && kind == Plover::Assault;
    !(verbal && (hurt && !known || supposed))
}

/// "released twelve *Peruvian fishermen*": what is done to some of a foreign state is done to the state, unless the lexicon
/// knows them as a people.
fn nationals(naming: &Naming, source: &[Party], target: &mut Vec<Party>) {
    for party in target.iter_mut() {
        let people = party.actor.filter(|&a| {
            naming.index.is_people(a) && naming.lexicon.gazetteer.by_id(naming.index.key(a)).is_none()
        });
        let state = people.and_then(|p| naming.index.side(p)).filter(|&s| naming.is_state(s));
        party.actor = state.filter(|s| source.iter().all(|x| x.actor != Some(*s))).or(party.actor);
    }
    let mut known: Vec<crate::ActorId> = Vec::new();
    target.retain(|t| {
        let fresh = t.actor.is_none_or(|a| !known.contains(&a));
        known.extend(t.actor);
        fresh
    });
}

/// Whether the actor is people of no known state: "the fishermen".
fn stateless(naming: &Naming, actor: crate::ActorId) -> bool {
    naming.index.is_people(actor)
        && naming.index.side(actor).is_none()
        && naming.lexicon.gazetteer.by_id(naming.index.key(actor)).is_none()
}

/// Names targets that act for the same actor as the source by themselves ("the president dismissed the minister"),
/// leaves out those that are the source, and takes what is merely the source's own ("its policy") as nobody.
fn distinguish(view: &View, naming: &Naming, source: &[Party], target: &mut Vec<Party>) {
    let acts = |actor| source.iter().any(|s| s.actor == Some(actor));
    for party in target.iter_mut() {
        if party.actor.is_some_and(acts) {
            let doer = |a| source.iter().any(|s| naming.named(view, s.head as usize).contains(&a));
            let named = naming.named(view, party.head as usize).into_iter().find(|&a| !acts(a) && !doer(a));
            let own = naming.index.of_word(party.head).is_empty();
            party.actor = named.or(party.actor.filter(|_| !own));
        }
    }
    for party in target.iter_mut().filter(|t| t.actor.is_some_and(acts)) {
        // "The army accused the government": one state, two parties.
        let (head, lemma) = (party.head as usize, view.lemma(party.head as usize));
        let own = view.children(head).iter().any(|&c| view.word(c as usize).xpos == "PRP$");
        let doer = source.iter().any(|s| s.head == party.head || view.lemma(s.head as usize) == lemma);
        let agent = view.word(head).upos == "NOUN" && naming.lexicon.plover.agent(lemma);
        if agent && !own && !doer && source.iter().all(|s| view.word(s.head as usize).upos == "NOUN") {
            party.actor = None;
        }
    }
    target.retain(|t| !t.actor.is_some_and(acts));
    target.retain(|t| t.actor.is_some() || !(owned(view, naming, source, t) || grounds(view, naming, t)));
}

/// Whether a target that is no actor is a thing of the source's own: "suspended its participation", not "shot its envoy".
fn owned(view: &View, naming: &Naming, source: &[Party], target: &Party) -> bool {
    let theirs = |c: u32| source.iter().any(|s| naming.index.of_word(c).iter().any(|&a| s.actor == Some(a)));
    naming.thing_of(view, target.head as usize, theirs)
}

/// Whether a target that is no actor is mere ground: "sent two warships to the area".
fn grounds(view: &View, naming: &Naming, target: &Party) -> bool {
    let head = target.head as usize;
    let bare =
        view.children(head).iter().all(|&c| matches!(view.word(c as usize).relation(), "det" | "case"));
    bare && naming.lexicon.plover.is("grounds", view.lemma(head))
}

/// Whether a pair that only the model knows is news: an act of a kind that has many words, between known actors, that
/// the sentence has not told already.
fn fresh(view: &View, found: &[Event], frame: &Frame, kind: Plover, source: &[Party]) -> bool {
    let sentence = view.sentence_index(frame.head);
    let told = |e: &Event| {
        e.kind == kind
            && view.sentence_index(e.trigger_head as usize) == sentence
            && key(&e.source) == key(source)
    };
    !matches!(kind, Plover::Consult | Plover::Agree | Plover::Request)
        && source.iter().any(|s| s.actor.is_some())
        && !found.iter().any(told)
}

/// Whether the text reports the act at all: enough of it is named, and it is an act between parties.
fn reported(
    view: &View,
    naming: &Naming,
    frame: &Frame,
    kind: Plover,
    source: &[Party],
    target: &[Party],
) -> bool {
    use Plover::*;
    // What is merely the source's own ("its troops") has an actor in its words, yet none as a party.
    let acting = |p: &Party| {
        let head = p.head as usize;
        p.actor.is_some()
            || naming.acts(view, head) && naming.actors(view, head).is_empty()
            || view.lemma(head) == "both"
    };
    let (by, to) = (source.iter().any(acting), target.iter().any(acting));
    let known = source.iter().chain(target).any(|p| p.actor.is_some());
    match frame.rule {
        "rule:noun" => {
            let threat = matches!(view.lemma(frame.head), "consequence" | "cost");
            match kind {
                Threaten if threat => by && to && looming(view, frame.head),
                Assault => by && known && !target.is_empty(),
                // "the seizure of the trawler by Oslo", "demanded the withdrawal of Elbonian troops"
                Coerce | Sanction if undergone(view, frame.head) && agentive(view, frame) => by && known,
                // "Oslo's threat to close the strait", "the refusal by Oslo to sign": the clause says the rest.
                Threaten | Reject | Request if spelt_out(view, frame.head) => by && known,
                Retreat if governed_by(view, naming, frame.head, "demanded") => by && known,
                Sanction | Coerce if governed_by(view, naming, frame.head, "threatened") => by && known,
                Coerce | Mobilize | Retreat => by && to && known,
                _ => by && to && known && !source.is_empty(),
            }
        }
        "rule:undergo" => to && known,
        // What is posted on a platform or told to the press is done to nobody.
        MODEL => {
            let press = |p: &Party| p.actor.is_some_and(|a| naming.index.is_media(a));
            by && to && !target.iter().any(press)
        }
        _ => match kind {
            Consult => by && (to || together(view, frame)),
            Cooperate if frame.act.is_some_and(|a| a.1 == Some("military")) => by && known,
            // "flew vaccines to a camp": what was brought says enough.
            // "paid $19 a share": bought, no aid.
            Aid if known
                && frame.object.is_some_and(|o| frame.words.contains(o))
                && view.lemma(frame.head) != "pay" =>
            {
                by
            }
            Aid | Cooperate => by && to || by && frame.rule == "rule:light-verb" && known,
            Request | Reject | Threaten | Agree | Support | Concede => by,
            Accuse => by || to && known,
            Protest => {
                // "some 300 protested", "hundreds of students protested"
                let many = |p: &Party| {
                    let head = p.head as usize;
                    matches!(view.word(head).upos, "NUM")
                        || matches!(view.word(head).xpos, "NNS" | "NNPS")
                        || naming.lexicon.plover.is("crowd", view.lemma(head))
                };
                by || source.iter().any(many)
            }
            Retreat | Mobilize => by,
            Sanction | Coerce | Assault => by || to,
        },
    }
}

/// Whether the noun of `frame` names who acts by "by" or as its possessor: "Oslo's seizure of the trawler".
fn agentive(view: &View, frame: &Frame) -> bool {
    frame.sources.iter().any(|&s| marker(view, s) == "by" || view.word(s).deprel == "nmod:poss")
}

/// Whether the noun says what is taken or closed: "the closure *of the bridge*".
fn undergone(view: &View, noun: usize) -> bool {
    view.children_by(noun, "nmod").any(|n| n > noun && marker(view, n) == "of")
}

/// Whether a clause of the noun says what its act is: "the threat *to close* the strait", "the demand that they *leave*".
fn spelt_out(view: &View, noun: usize) -> bool {
    let clause = |c: &u32| {
        let word = view.word(*c as usize);
        matches!(word.deprel, "acl" | "ccomp" | "advcl")
            && matches!(marker(view, *c as usize), "to" | "that")
            && *c as usize > noun
    };
    view.children(noun).iter().any(clause)
}

/// Whether a verb of `class` has the noun as its object: "demanded the withdrawal", "threatened the closing".
fn governed_by(view: &View, naming: &Naming, noun: usize, class: &str) -> bool {
    let governs = |v: usize| naming.lexicon.plover.is(class, view.lemma(v));
    let governed = matches!(view.word(noun).relation(), "obj" | "obl");
    view.head(noun).is_some_and(|v| governed && view.word(v).upos == "VERB" && governs(v))
}

/// Whether several meet without it being said with whom: "the ministers met", "both sides hold talks".
fn together(view: &View, frame: &Frame) -> bool {
    let talks = frame.object.is_none_or(|o| frame.words.contains(o));
    let plural = |&s: &usize| matches!(view.word(s).xpos, "NNS" | "NNPS") || view.lemma(s) == "they";
    talks && (frame.sources.len() > 1 || frame.sources.iter().any(plural))
}

/// Whether the act is what the sentence already tells as a promise: "promised to support".
fn promised(view: &View, found: &[Event], frame: &Frame, kind: Plover) -> bool {
    let above = frame.verb.filter(|&v| view.word(v).relation() == "xcomp").and_then(|v| view.head(v));
    matches!(kind, Plover::Support | Plover::Agree | Plover::Request)
        && above
            .is_some_and(|a| found.iter().any(|e| e.trigger_head as usize == a && e.kind == Plover::Agree))
}

/// Whether the words stand in a clause about what will or would be.
fn looming(view: &View, word: usize) -> bool {
    view.sentence(word).range().any(|w| {
        let form = view.form(w).to_ascii_lowercase();
        matches!(form.as_str(), "will" | "would" | "if" | "unless" | "'ll" | "face" | "may" | "could")
    })
}

/// Whether two events are one act told twice: a demand within an ultimatum, or a noun that takes up a verb's act.
fn same_act(view: &View, first: &Event, second: &Event) -> bool {
    if first.kind != second.kind {
        return false;
    }
    let (a, b) = (first.trigger_head as usize, second.trigger_head as usize);
    let same_source = key(&first.source) == key(&second.source);
    let near = view.sentence_index(a) == view.sentence_index(b);
    let within = view.head(b) == Some(a) && matches!(view.word(b).relation(), "advcl" | "xcomp" | "acl");
    if near && within && same_source && first.kind == Plover::Request {
        return true;
    }
    if first.trigger.overlaps(second.trigger) && same_source {
        return true;
    }
    let hurt = |w: usize| matches!(view.lemma(w), "kill" | "wound" | "injure");
    let nameless = !second.target.iter().any(|t| t.actor.is_some());
    if hurt(a)
        && hurt(b)
        && view.head(b) == Some(a)
        && same_source
        && (nameless || key(&first.target) == key(&second.target))
    {
        // "four were killed and nine wounded"
        return true;
    }
    let noun = |e: &Event| matches!(e.found_by, "rule:noun" | "rule:undergo");
    let same_target = key(&first.target) == key(&second.target) || second.target.is_empty();
    (noun(second) || noun(first) && near)
        && same_source
        && same_target
        && !key(&first.source).is_empty()
        && (first.status == second.status || second.status == Status::Occurred)
}

fn key(parties: &[Party]) -> Vec<u32> {
    let mut ids: Vec<u32> = parties.iter().filter_map(|p| p.actor.map(|a| a.0)).collect();
    ids.sort_unstable();
    ids
}

/// Adds to `event` what another telling of it knows.
fn join(event: &mut Event, other: Event) {
    for party in other.target {
        if event.target.iter().chain(&event.source).all(|t| t.actor != party.actor || party.actor.is_none()) {
            event.target.push(party);
        }
    }
    event.date = event.date.or(other.date);
    event.counted = event.counted.take().or(other.counted);
    event.place = event.place.or(other.place);
    event.magnitude = event.magnitude.take().or(other.magnitude);
    event.mode = event.mode.or(other.mode);
}

/// Brings the consultations among `events` and the meetings together: one event a meeting, with its parties and day;
/// a meeting of two or more that no verb reports becomes an event of its own.
pub fn consultations(
    view: &View,
    lexicon: &Lexicon,
    timexes: &[Timex],
    attributions: &[Attribution],
    meetings: &[Meeting],
    events: &mut Vec<Event>,
) {
    for meeting in meetings {
        let known = meeting.parties.iter().filter(|p| p.actor.is_some()).count();
        let told =
            |e: &Event| e.kind == Plover::Consult && meeting.spans.iter().any(|s| s.overlaps(e.trigger));
        let mut first = events.iter().position(told);
        let spoken =
            || meeting.spans.iter().any(|&s| view.words_in(s).range().any(|w| view.word(w).upos == "VERB"));
        let told_of =
            known >= 2 || known == 1 && (meeting.forum.is_some() || meeting.start.is_some() || spoken());
        if first.is_none() && told_of && meeting.status != Status::Denied {
            events.push(consultation(view, lexicon, attributions, meeting));
            first = Some(events.len() - 1);
        }
        let Some(first) = first else { continue };
        let date = meeting.start.as_ref().and_then(|d| timexes.iter().position(|t| t.value == *d));
        let event = &mut events[first];
        event.date = date.map(|i| DateId(i as u32)).or(event.date);
        event.counted = meeting.start.clone().filter(|_| event.date.is_none()).or(event.counted.take());
        event.place = event.place.or(meeting.place);
        // "will travel to Oslo for talks with the king": the going and the talks are one consultation.
        let holds = |s: &&ByteSpan| s.overlaps(event.trigger) && s.start <= event.trigger.start;
        let sentence = view.sentence_index(event.trigger_head as usize);
        let one = |s: &&ByteSpan| view.words_in(**s).range().all(|w| view.sentence_index(w) == sentence);
        if let Some(span) = meeting.spans.iter().filter(holds).find(one) {
            event.trigger = event.trigger.cover(*span);
        }
        // "has convened its members for Friday": what is set so is to come.
        let lemma = view.lemma(event.trigger_head as usize);
        let sets = ["sets", "arranges"].iter().any(|c| lexicon.meeting.is(c, lemma));
        if meeting.status == Status::Planned && event.status == Status::Occurred && sets {
            event.status = Status::Planned;
        }
        if meeting.status == Status::Occurred && event.status == Status::Planned {
            event.status = Status::Occurred;
        }
        // "Oslo will host talks between Lima and Quito": those consult who meet, not who sets it up for them.
        let meets = |p: &Party| meeting.parties.iter().any(|m| m.actor == p.actor);
        if known > 1 && event.source.iter().all(|p| p.actor.is_some() && !meets(p)) {
            event.source.clear();
            event.target.retain(|p| p.actor.is_none_or(|_| !meets(p)));
        }
        // "will meet at the checkpoint Novi Most": the name is where they meet.
        if known > 1 && event.source.iter().filter(|p| meets(p)).count() > 1 {
            let located = |p: &Party| {
                let mut names = view.heads.names.iter().filter(|n| n.label == EntityType::Location.name());
                p.actor.is_none() && names.any(|n| n.words.contains(p.head as usize))
            };
            let before = event.target.len();
            event.target.retain(|p| !located(p));
            if event.target.is_empty() && before > 0 {
                event.target = event.source.split_off(1);
            }
        }
        // "The commanders met again": those of whom the meeting knows.
        if known > 1 && event.source.iter().all(|p| p.actor.is_none()) {
            event.source.clear();
            let partner = event.target.iter().position(|p| p.actor.is_some() && event.target.len() > 1);
            event.source.extend(partner.map(|i| event.target.remove(i)));
        }
        for party in meeting.parties.iter().filter(|p| p.actor.is_some()) {
            if event.source.is_empty() {
                event.source.push(party.clone());
            } else if event.source.iter().chain(&event.target).all(|p| p.actor != party.actor) {
                event.target.push(party.clone());
            }
        }
        let mut at = 0;
        events.retain(|e| {
            at += 1;
            at - 1 <= first || !told(e)
        });
    }
    events.sort_by_key(|e| (e.trigger, e.kind));
}

/// The event that a meeting is.
fn consultation(view: &View, lexicon: &Lexicon, attributions: &[Attribution], meeting: &Meeting) -> Event {
    let trigger = meeting.spans.first().copied().unwrap_or_default();
    let words = view.words_in(trigger);
    let head = words
        .range()
        .find(|&w| view.head(w).is_none_or(|h| !words.contains(h)))
        .unwrap_or(words.start as usize);
    let (source, target) = meeting.parties.split_at(meeting.parties.len().min(1));
    Event {
        kind: Plover::Consult,
        mode: meeting.forum.map(|_| "multilateral"),
        contexts: detail::contexts(view, lexicon, head, &[]),
        source: source.to_vec(),
        target: target.to_vec(),
        trigger,
        trigger_head: head as u32,
        status: meeting.status,
        date: None,
        counted: meeting.start.clone(),
        place: meeting.place,
        magnitude: None,
        attribution: detail::statement(view, attributions, head),
        confidence: None,
        found_by: "rule:meeting",
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_answers;
#[cfg(test)]
mod tests_articles;
#[cfg(test)]
mod tests_consultations;
#[cfg(test)]
mod tests_forces;
#[cfg(test)]
mod tests_nationals;
#[cfg(test)]
mod tests_nouns;
#[cfg(test)]
mod tests_parties;
#[cfg(test)]
mod tests_patterns;
#[cfg(test)]
mod tests_terms;
#[cfg(test)]
mod tests_wire;
