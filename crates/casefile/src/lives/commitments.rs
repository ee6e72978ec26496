//! What changes the state of a commitment.

use super::prepare::{Done, Ready, Reply, Verdict};
use super::{Change, Commitment, LEAST, State, When};
use demarche_act::{Match, Sense, World, answers_sensed, contradicts_sensed, in_common};
use demarche_record::CommitmentKind;
use jiff::ToSpan;
use jiff::civil::Date;

/// What a commitment says of itself: it opens; and the calendar: its term ends with `deadline`, which is known on the day
/// after it.
///
/// The end of a term breaks a promise (one under a condition only if that came: `life` sees to it), triggers a threat
/// against what was not done by then, and ends a demand or an offer. The term of any other threat or condition is that of
/// what it speaks of: it ends nothing.
pub fn own(c: &Commitment) -> Vec<Change> {
    let change = |state, by: &str, day, known, why: String| Change {
        item: c.id.clone(),
        state,
        by: by.to_owned(),
        day,
        known,
        sure: 1.0,
        why,
    };
    let mut changes = vec![change(
        State::Open,
        &c.id,
        c.when.day.or(c.when.known),
        c.when.known,
        "it was made.".to_owned(),
    )];
    let Some((last, end)) = c.term().and_then(|last| Some((last, last.checked_add(1.day()).ok()?))) else {
        return changes;
    };
    // Known once both the term is over and the commitment is known.
    let known = c.when.known.map(|k| k.max(end));
    let mut ends = |state, why: &str| {
        changes.push(change(state, "", Some(last), known, format!("its term ended on {last}{why}.")));
    };
    match c.kind {
        CommitmentKind::Promise if c.r#if.is_some() => {
            ends(State::Expired, "");
            ends(State::Broken, ", which breaks it if its condition had come about");
        }
        CommitmentKind::Promise => ends(State::Broken, ""),
        CommitmentKind::Threat if c.r#if.as_ref().is_some_and(|a| a.negated) => {
            ends(State::Triggered, " and nothing known had averted it");
        }
        CommitmentKind::Demand | CommitmentKind::Offer => ends(State::Expired, ""),
        CommitmentKind::Threat | CommitmentKind::Condition | CommitmentKind::Choice => {}
    }
    changes
}

/// How surely the happening comes after the commitment; `None`: it does not, or nobody can tell.
fn after(c: &When, h: &When) -> Option<f64> {
    let same = c.doc == h.doc;
    if same && h.at <= c.at {
        return None;
    }
    match (c.day.or(c.known), h.day.or(h.known)) {
        (Some(made), Some(done)) if done < made => None,
        (Some(made), Some(done)) if h.day.is_some() => Some(if done > made { 1.0 } else { SAME_DAY }),
        _ if same => Some(LATER_WORDS),
        (Some(made), Some(done)) => Some(if done > made { UNDATED } else { UNDATED_SAME_DAY }),
        _ => None,
    }
}

/// On one day nobody says what came first.
const SAME_DAY: f64 = 0.8;
/// A later text may speak of what was before.
const UNDATED: f64 = 0.85;
/// Another text of the same day, without a day of what happened.
const UNDATED_SAME_DAY: f64 = 0.7;
/// Later in the same text.
const LATER_WORDS: f64 = 0.75;

/// What the happening does to the commitment: at most one change of each state.
pub fn by(c: &Ready, h: &Done, world: &World) -> Vec<Change> {
    dated(c, h, world, &outcomes(c, h, world))
}

/// What a deed comes to for a commitment, whenever each of them was: a state, how sure it is, why.
pub type Outcome = (State, f64, String);

/// What the happening would do to the commitment if it came after it. Depends on [`Ready::content`] and [`Done::content`]
/// alone.
pub fn outcomes(c: &Ready, h: &Done, world: &World) -> Vec<Outcome> {
    let mut found: Vec<Outcome> = Vec::new();
    let mut add = |state: State, m: Option<Match>, lead: &str| {
        if let Some(m) = m.filter(|m| m.sure >= LEAST) {
            found.push((state, m.sure, format!("{lead}: {}", m.why)));
        }
    };
    let asked = |clause: &Option<Sense>, done: &Option<Sense>| {
        answers_sensed(clause.as_ref()?, done.as_ref()?, world)
    };
    let against = |clause: &Option<Sense>, done: &Option<Sense>| {
        contradicts_sensed(clause.as_ref()?, done.as_ref()?, world)
    };
    // Words do not do what is to be done, unless words were asked for.
    let deed = if h.verbal && !c.verbal { &None } else { &h.deed };
    // Only those to whom it was made, or who must act, can accept or refuse it; nobody known breaks nothing.
    let answers = || stand(&h.doers, &c.addressees, world).is_some();
    let does = !h.doers.is_empty();
    let told = |m: Option<Match>| {
        let (sure, m) = (stand(&h.foretold, &c.by, world)?, m?);
        let why = format!("the text says that it had been: {}", m.why);
        Some(Match { sure: sure * m.sure.max(FORETOLD), why })
    };
    let foretold = || told(asked(&c.anyhow, &h.as_said));
    match c.kind {
        CommitmentKind::Demand => {
            add(State::Met, asked(&c.what, deed), "what was demanded was done");
            if h.verbal {
                add(State::Rejected, against(&c.what, &h.deed).filter(|_| answers()), "it was refused");
            } else if does {
                add(State::Broken, against(&c.what, &h.deed), "the contrary was done");
            }
            add(State::Accepted, asked(&c.what, &h.agreed).filter(|_| answers()), "it was agreed to");
        }
        CommitmentKind::Promise | CommitmentKind::Offer => {
            add(State::Triggered, asked(&c.r#if, &h.deed), "its condition came about");
            add(State::Met, asked(&c.then, deed), "what was promised was done");
            // Under a condition, the contrary breaks nothing while that has not come.
            if c.r#if.is_none() {
                let lead = if h.verbal { "it was taken back" } else { "the contrary was done" };
                let state = if h.verbal { State::Withdrawn } else { State::Broken };
                add(state, against(&c.then, &h.deed).filter(|_| !h.doers.is_empty()), lead);
            }
            add(State::Met, foretold(), "it was done as foretold");
            add(State::Broken, told(against(&c.anyhow, &h.as_said)), "what was foretold was not done");
            add(
                State::Rejected,
                against(&c.taken_up, &h.deed).filter(|_| h.verbal && answers()),
                "it was refused",
            );
            add(State::Accepted, asked(&c.taken_up, &h.agreed).filter(|_| answers()), "it was taken up");
        }
        CommitmentKind::Threat => {
            add(State::Triggered, asked(&c.r#if, &h.deed), "its condition came about");
            // Where nobody is named, it is for those between whom the threat stands: others talk of other things.
            let theirs = || c.if_names || answers() || stand(&h.doers, &c.by, world).is_some();
            let averts = asked(&c.not_if, deed).filter(|_| theirs());
            add(State::Averted, averts, "what it was to bring about was done");
            add(State::CarriedOut, asked(&c.then, deed), "what was threatened was done");
            add(State::CarriedOut, foretold(), "it was done as foretold");
        }
        CommitmentKind::Condition => {
            add(State::Triggered, asked(&c.r#if, &h.deed), "its condition came about");
            add(State::Met, asked(&c.then, deed), "what it made depend on that came about");
        }
        CommitmentKind::Choice => {
            let grade = |o: &Sense| answers_sensed(o, h.deed.as_ref()?, world);
            // Of equals the first path.
            let best = c.options.iter().enumerate().filter_map(|(i, o)| Some((i, grade(o)?)));
            if let Some((i, m)) = best.reduce(|a, b| if b.1.sure > a.1.sure { b } else { a }) {
                let n = u8::try_from(i + 1).unwrap_or(u8::MAX);
                add(State::Taken(n), Some(m), "this path was taken");
            }
        }
    }
    found
}

/// What the happening does to the commitment, of what it would do if it came after it ([`outcomes`]).
pub fn dated(c: &Ready, h: &Done, world: &World, outcomes: &[Outcome]) -> Vec<Change> {
    let reply = h.reply.as_ref().filter(|reply| reply.names & c.named_by() != 0);
    if outcomes.is_empty() && reply.is_none() {
        return Vec::new();
    }
    let Some(after) = after(&c.when, &h.when) else { return Vec::new() };
    // Its own words are no deed, in whatever tense they stand.
    if c.when.doc == h.when.doc && c.clauses.iter().any(|[from, to]| (*from..*to).contains(&h.when.word)) {
        return Vec::new();
    }
    let named = reply.and_then(|reply| named(c, h, reply, world));
    let named = named.map(|(state, m)| (state, m.sure, format!("it was answered by its name: {}", m.why)));
    let mut found: Vec<Outcome> = outcomes
        .iter()
        .cloned()
        .chain(named)
        .map(|(state, sure, why)| (state, sure * after, why))
        .filter(|(_, sure, _)| *sure >= LEAST)
        .collect();
    // Met and broken by one deed: the surer holds.
    if let (Some(met), Some(not)) = (at(&found, State::Met), at(&found, State::Broken)) {
        let weaker = if found[met].1 >= found[not].1 { not } else { met };
        found.remove(weaker);
    }
    // Who takes it back does not do it.
    if at(&found, State::Withdrawn).is_some() {
        found.retain(|f| f.0 == State::Withdrawn);
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    found.dedup_by_key(|f| f.0);
    let late = |state| c.deadline.filter(|last| state == State::Met && h.when.day.is_some_and(|d| d > *last));
    found
        .into_iter()
        // What comes about after the term of a condition no longer triggers.
        .filter(|(state, ..)| *state != State::Triggered || !past(c.deadline, h.when.day))
        .map(|(state, sure, why)| Change {
            item: c.id.clone(),
            state,
            by: h.id.clone(),
            day: h.when.day.or(h.when.known),
            known: c.when.known.zip(h.when.known).map(|(a, b)| a.max(b)),
            sure,
            why: late(state).map_or(why.clone(), |last| format!("after its term ({last}), {why}")),
        })
        .collect()
}

fn past(deadline: Option<Date>, day: Option<Date>) -> bool {
    deadline.zip(day).is_some_and(|(last, day)| day > last)
}

fn at(found: &[Outcome], state: State) -> Option<usize> {
    found.iter().position(|f| f.0 == state)
}

/// Somebody had foretold it, and words fit.
const FORETOLD: f64 = 0.8;

/// How surely some of those who act stand for some of those who are meant; `None`: for none.
fn stand(who: &[String], whose: &[String], world: &World) -> Option<f64> {
    let pairs = who.iter().flat_map(|s| whose.iter().map(move |w| (s, w)));
    pairs.filter_map(|(s, w)| world.acts_for(s, w)).reduce(f64::max)
}

/// A name alone may mean another commitment of the same kind.
const BY_NAME: f64 = 0.7;
/// A name, and words in common.
const BY_NAME_AND_WORDS: f64 = 0.85;
/// So many words in common, names among them, say that it is the same ("to take Elbonia to the Court of Justice").
const NAMED: usize = 3;
/// For how many days after it was made a commitment may be answered by its name alone.
const REPLY_DAYS: i64 = 14;

/// What a reply that only names commitments ("dismissed the ultimatum", "withdrew its threat to sue") does to this one.
fn named(c: &Ready, h: &Done, reply: &Reply, world: &World) -> Option<(State, Match)> {
    let [by, addressees] = &c.sides;
    let (state, whose, side) = match (reply.verdict, c.kind) {
        (Verdict::Drops, _) => (State::Withdrawn, &c.by, by),
        (Verdict::Rejects, CommitmentKind::Demand | CommitmentKind::Offer) => {
            (State::Rejected, &c.addressees, addressees)
        }
        (Verdict::Accepts, CommitmentKind::Demand | CommitmentKind::Offer) => {
            (State::Accepted, &c.addressees, addressees)
        }
        _ => return None,
    };
    // Most are told by this.
    if !reply.side.may_be(side) {
        return None;
    }
    // By its name alone it is answered soon.
    let days = || Some(crate::days::between(c.when.day.or(c.when.known)?, h.when.day.or(h.when.known)?));
    if reply.about.is_none() && days()? > REPLY_DAYS {
        return None;
    }
    let who = stand(&reply.speakers, whose, world)?;
    // A reply to somebody else is to another commitment.
    if state != State::Withdrawn && !reply.to.is_empty() && stand(&reply.to, &c.by, world).is_none() {
        return None;
    }
    // Whether the words are those of an act done or not done does not tell which commitment they name.
    let named = c.spoken.intersection(&reply.spoken).count() >= NAMED;
    let words = reply.about.as_ref().map(|about| named || in_common(&c.about, about) > 0.0);
    let noun = &reply.noun;
    let (sure, how) = match words {
        Some(true) => (BY_NAME_AND_WORDS, "and what it is about"),
        // Other words may be of another commitment; a taking back says what it takes back.
        Some(false) if state == State::Withdrawn => return None,
        _ => {
            if days()? > REPLY_DAYS {
                return None;
            }
            (BY_NAME, "and its time")
        }
    };
    Some((state, Match { sure: sure * who, why: format!("\"{noun}\" names it, {how} fits.") }))
}
