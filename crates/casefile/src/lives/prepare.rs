//! Commitments and happenings made ready: the readings of their acts, and the keys by which they find each other.

use super::words::{is, is_any, split};
use super::{Commitment, Happening, What, When};
use demarche_act::{Act, Sense, Side, World, asked_keys, done_keys, sense};
use demarche_record::{CommitmentKind, Plover, Status};
use jiff::civil::Date;
use rustc_hash::FxHasher;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

/// A commitment made ready by [`prepare()`].
#[derive(Clone, Debug)]
pub struct Ready {
    pub(super) id: String,
    pub(super) kind: CommitmentKind,
    pub(super) deadline: Option<Date>,
    pub(super) when: When,
    pub(super) by: Vec<String>,
    pub(super) addressees: Vec<String>,
    /// Those two, to compare.
    pub(super) sides: [Side; 2],
    pub(super) what: Option<Sense>,
    pub(super) r#if: Option<Sense>,
    /// Whether the condition says who would act.
    pub(super) if_names: bool,
    /// The condition's contrary.
    pub(super) not_if: Option<Sense>,
    pub(super) then: Option<Sense>,
    /// THEN as done by anybody, of no type: whether a deed that somebody foretold is this one.
    pub(super) anyhow: Option<Sense>,
    /// An offer's THEN with those in the doer's place to whom it is made: what they take up or refuse.
    pub(super) taken_up: Option<Sense>,
    pub(super) options: Vec<Sense>,
    pub(super) clauses: Vec<[usize; 2]>,
    /// All its words, by nobody: whether words that take it back are about it.
    pub(super) about: Sense,
    /// The same words, names among them.
    pub(super) spoken: BTreeSet<String>,
    /// Whether what is demanded or done is itself words.
    pub(super) verbal: bool,
    keys: Vec<u64>,
}

impl Ready {
    /// All of it but who says it where and when, as a hash: what is the same has the same content.
    pub fn content(&self) -> u64 {
        let what = (&self.what, &self.r#if, &self.not_if, &self.then, &self.anyhow, &self.taken_up);
        hashed(&(self.kind, &self.by, &self.addressees, what, &self.options, self.if_names, self.verbal))
    }

    /// The day on which it was made, else that from which it is known: what happened before does nothing to it.
    pub fn made(&self) -> Option<Date> {
        self.when.day.or(self.when.known)
    }

    /// By which names it is answered: see [`Done::answers`].
    pub fn named_by(&self) -> u8 {
        let bit = match self.kind {
            CommitmentKind::Demand => 1,
            CommitmentKind::Offer => 2,
            CommitmentKind::Promise => 4,
            CommitmentKind::Threat => 8,
            CommitmentKind::Condition | CommitmentKind::Choice => 0,
        };
        if self.deadline.is_some() { bit | bit << NAMES.len() } else { bit }
    }

    /// The keys by which happenings find it, sorted, each once.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }
}

/// A happening made ready by [`prepare_happening`].
#[derive(Clone, Debug)]
pub struct Done {
    pub(super) id: String,
    pub(super) when: When,
    /// What is done; a refusal in words is a REJECT.
    pub(super) deed: Option<Sense>,
    /// Whether the deed is words.
    pub(super) verbal: bool,
    /// Who does or says it.
    pub(super) doers: Vec<String>,
    /// Who had promised or threatened it, where its words say that somebody had.
    pub(super) foretold: Vec<String>,
    /// Its words alone, where somebody had.
    pub(super) as_said: Option<Sense>,
    /// What is agreed to or promised, by whom.
    pub(super) agreed: Option<Sense>,
    /// An answer to, or the taking back of, a commitment that is only named ("dismissed the ultimatum").
    pub(super) reply: Option<Reply>,
    /// The happening itself, where it is a meeting, or an event that meetings are looked up by.
    pub(super) meeting: Option<super::meetings::Mention>,
    keys: Vec<u64>,
}

impl Done {
    /// Which commitments it answers that are only named: those with one of these bits in [`Ready::named_by`].
    pub fn answers(&self) -> u8 {
        self.reply.as_ref().map_or(0, |reply| reply.names)
    }

    /// All of it but where and when it is said, and what it answers by name, as a hash: what is the same has the same
    /// content.
    pub fn content(&self) -> u64 {
        let what = (&self.deed, &self.as_said, &self.agreed);
        hashed(&(what, self.verbal, &self.doers, &self.foretold))
    }

    /// The happening's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The day on which it happened, else that from which it is known.
    pub fn day(&self) -> Option<Date> {
        self.when.day.or(self.when.known)
    }

    /// The day from which it is known.
    pub fn known(&self) -> Option<Date> {
        self.when.known
    }

    /// The keys by which it finds commitments and meetings, sorted, each once; empty where it can change nothing.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }
}

fn hashed(value: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// How a commitment that is named is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Accepts,
    Rejects,
    Drops,
}

#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub verdict: Verdict,
    pub speakers: Vec<String>,
    /// The same, to compare.
    pub side: Side,
    /// To whom, where it is said.
    pub to: Vec<String>,
    /// The noun that names the commitment.
    pub noun: String,
    /// Of what it is a name: a bit for each class of [`NAMES`]; four bits higher, where it names only those with a term.
    pub names: u8,
    /// What else is said of it; `None`: nothing.
    pub about: Option<Sense>,
    /// The same words, names among them.
    pub spoken: BTreeSet<String>,
}

/// The words of some length, by which to tell what is spoken of.
fn telling(text: &str) -> BTreeSet<String> {
    split(text).into_iter().filter(|w| w.len() > 3).collect()
}

/// Makes a commitment ready.
pub fn prepare(c: &Commitment, world: &World) -> Ready {
    let or = |ids: &[String], other: &[String]| if ids.is_empty() { other.to_vec() } else { ids.to_vec() };
    let sensed = |act: &Act| sense(act, world);
    // What is demanded is done by those it is demanded of, where nobody is named; what is promised by who promises.
    let what = c.what.as_ref().map(|a| Act { actors: or(&a.actors, &c.towards), ..a.clone() });
    let then = c.then.as_ref().map(|a| {
        let r#type = a.r#type.filter(|t| c.kind != CommitmentKind::Threat || !is_verbal(*t));
        Act { actors: or(&a.actors, &c.by), r#type, ..a.clone() }
    });
    let addressees = what.as_ref().map_or(c.towards.clone(), |w| {
        let mut ids = c.towards.clone();
        ids.extend(w.actors.clone());
        ids.sort();
        ids.dedup();
        ids
    });
    let taken_up = then.as_ref().filter(|_| c.kind == CommitmentKind::Offer).map(|a| Act {
        actors: c.towards.clone(),
        targets: Vec::new(),
        r#type: None,
        ..a.clone()
    });
    let options: Vec<Act> =
        c.options.iter().map(|a| Act { actors: or(&a.actors, &c.towards), ..a.clone() }).collect();
    let all = [&c.r#if, &c.then, &c.what].into_iter().flatten().map(|a| a.words.as_str());
    let about = Act { words: all.collect::<Vec<_>>().join(" "), ..Act::default() };
    let mut keys = Vec::new();
    for act in [&what, &c.r#if, &then, &taken_up].into_iter().flatten().chain(&options) {
        keys.extend(asked_keys(&sense(act, world), world));
    }
    if matches!(c.kind, CommitmentKind::Demand | CommitmentKind::Offer) && !addressees.is_empty() {
        keys.extend(asked_keys(&sense(&token(&addressees, REPLY), world), world));
    }
    if !c.by.is_empty() {
        keys.extend(asked_keys(&sense(&token(&c.by, DROP), world), world));
        keys.extend(asked_keys(&sense(&token(&c.by, FORETOLD), world), world));
    }
    let done = what.as_ref().or(then.as_ref());
    Ready {
        id: c.id.clone(),
        kind: c.kind,
        deadline: c.term(),
        when: c.when.clone(),
        by: c.by.clone(),
        sides: [Side::of(&c.by, world), Side::of(&addressees, world)],
        addressees,
        verbal: done.is_some_and(|a| a.r#type.is_some_and(is_verbal)),
        what: what.as_ref().map(sensed),
        r#if: c.r#if.as_ref().map(sensed),
        if_names: c.r#if.as_ref().is_some_and(|a| !a.actors.is_empty()),
        not_if: c.r#if.as_ref().map(|a| sensed(&a.not())),
        then: then.as_ref().map(sensed),
        anyhow: then.as_ref().map(|a| sensed(&words_of(a))),
        taken_up: taken_up.as_ref().map(sensed),
        options: options.iter().map(sensed).collect(),
        clauses: c.clauses.clone(),
        spoken: telling(&about.words),
        about: sensed(&about),
        keys: each_once(keys),
    }
}

/// The words of an act alone.
fn words_of(act: &Act) -> Act {
    Act { negated: act.negated, words: act.words.clone(), ..Act::default() }
}

/// Makes a happening ready. One that is no known fact (planned, wished, denied, ...) has no keys and changes nothing.
pub fn prepare_happening(h: &Happening, world: &World) -> Done {
    let mut done = Done {
        id: h.id.clone(),
        when: h.when.clone(),
        deed: None,
        verbal: false,
        doers: Vec::new(),
        foretold: Vec::new(),
        as_said: None,
        agreed: None,
        reply: None,
        meeting: None,
        keys: Vec::new(),
    };
    match &h.what {
        What::Event { act, status: Status::Occurred | Status::Ongoing, foretold } => {
            done.doers = act.actors.clone();
            done.foretold = foretold.clone();
            let verdict = match act.r#type {
                Some(Plover::Reject) => Some(Verdict::Rejects),
                Some(Plover::Agree) => Some(Verdict::Accepts),
                _ => None,
            };
            done.verbal = act.r#type.is_some_and(is_verbal);
            // Words that only say that what was foretold was done name nobody who acts: they are of that alone.
            done.deed = foretold.is_empty().then(|| sense(act, world));
            done.as_said = (!foretold.is_empty()).then(|| sense(&words_of(act), world));
            done.agreed = (verdict == Some(Verdict::Accepts)).then(|| said(&act.actors, &act.words, world));
            done.reply = reply(verdict, &act.actors, &act.targets, &act.words, world);
            done.meeting = super::meetings::Mention::of_event(act);
        }
        What::Event { .. } => {}
        What::Statement { speaker, stance, content } => {
            done.doers = speaker.clone();
            let verdict = match stance.as_str() {
                "rejects" => Some(Verdict::Rejects),
                "accepts" | "agrees" => Some(Verdict::Accepts),
                _ => None,
            };
            if verdict == Some(Verdict::Rejects) {
                let refusal = Act {
                    actors: speaker.clone(),
                    r#type: Some(Plover::Reject),
                    words: content.clone(),
                    ..Act::default()
                };
                done.deed = Some(sense(&refusal, world));
                done.verbal = true;
            }
            if verdict == Some(Verdict::Accepts) || stance == "promises" {
                done.agreed = Some(said(speaker, content, world));
            }
            done.reply = reply(verdict, speaker, &[], content, world);
        }
        What::Commitment(c) => {
            // What is promised under a condition is not agreed to yet.
            if let (CommitmentKind::Promise | CommitmentKind::Offer, Some(then), None) =
                (c.kind, &c.then, &c.r#if)
            {
                let actors = if then.actors.is_empty() { &c.by } else { &then.actors };
                done.doers = actors.clone();
                done.agreed = Some(sense(&Act { actors: actors.clone(), ..then.clone() }, world));
            }
        }
        What::Meeting(m) => done.meeting = Some(super::meetings::Mention::of_meeting(m)),
    }
    let mut keys = Vec::new();
    keys.extend(done.deed.iter().chain(&done.agreed).flat_map(|s| done_keys(s, world)));
    if let Some(reply) = &done.reply {
        let word = if reply.verdict == Verdict::Drops { DROP } else { REPLY };
        keys.extend(done_keys(&sense(&token(&reply.speakers, word), world), world));
    }
    if !done.foretold.is_empty() {
        keys.extend(done_keys(&sense(&token(&done.foretold, FORETOLD), world), world));
    }
    keys.extend(done.meeting.iter().flat_map(super::meetings::Mention::keys));
    done.keys = each_once(keys);
    done
}

fn each_once(mut keys: Vec<u64>) -> Vec<u64> {
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Words that no text has, for the keys of replies.
const REPLY: &str = "0reply";
const DROP: &str = "0drop";
const FORETOLD: &str = "0foretold";

fn token(actors: &[String], word: &str) -> Act {
    Act { actors: actors.to_vec(), words: word.to_owned(), ..Act::default() }
}

/// What is said, as an act of who says it, whatever its type.
fn said(actors: &[String], words: &str, world: &World) -> Sense {
    sense(&Act { actors: actors.to_vec(), words: words.to_owned(), ..Act::default() }, world)
}

/// Whether acts of the type are words.
pub(super) fn is_verbal(of: Plover) -> bool {
    use Plover::{Accuse, Agree, Concede, Reject, Request, Threaten};
    matches!(of, Accuse | Agree | Concede | Reject | Request | Threaten)
}

const NAMES: [&str; 4] = ["demand", "offer", "promise", "threat"];

fn names_of(noun: &str) -> u8 {
    let bits = NAMES.iter().enumerate().filter(|(_, class)| is(class, noun)).map(|(i, _)| 1 << i).sum::<u8>();
    if is("ultimatum", noun) { bits << NAMES.len() } else { bits }
}

/// The reply that words make: a noun that names a commitment, after a verb that drops it, or with the verdict given.
fn reply(
    verdict: Option<Verdict>,
    speakers: &[String],
    to: &[String],
    words: &str,
    world: &World,
) -> Option<Reply> {
    if speakers.is_empty() {
        return None;
    }
    let words = split(words);
    let noun = words.iter().position(|w| is_any(&NAMES, w))?;
    let near = &words[noun.saturating_sub(4)..noun];
    let verdict = if near.iter().any(|w| is("drop", w)) { Verdict::Drops } else { verdict? };
    let rest = words[noun + 1..].join(" ");
    Some(Reply {
        verdict,
        side: Side::of(speakers, world),
        speakers: speakers.to_vec(),
        to: to.to_vec(),
        noun: words[noun].clone(),
        names: names_of(&words[noun]),
        spoken: telling(&rest),
        about: (!rest.is_empty()).then(|| said(&[], &rest, world)),
    })
}
