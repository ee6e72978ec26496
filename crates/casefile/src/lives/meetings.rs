//! What changes the state of a meeting.

use super::prepare::Done;
use super::words::{is, split};
use super::{Change, Meeting, State};
use crate::merge::words::Hash;
use demarche_act::Act;
use demarche_record::{Plover, Status};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A happening as far as meetings are concerned.
#[derive(Clone, Debug)]
pub struct Mention {
    parties: Vec<String>,
    state: State,
    place: Option<String>,
    first: Option<Date>,
    event: bool,
}

impl Mention {
    /// An event that says that parties met, or that a meeting is off or put off.
    pub(super) fn of_event(act: &Act) -> Option<Mention> {
        let words = split(&act.words);
        let has = |class: &str| words.iter().any(|w| is(class, w));
        let state = match act.r#type? {
            Plover::Consult => State::Held,
            _ if has("meeting") && has("postpone") => State::Postponed,
            _ if has("meeting") && has("cancel") => State::Cancelled,
            _ => return None,
        };
        let parties = sorted(act.actors.iter().chain(&act.targets));
        Some(Mention { parties, state, place: None, first: None, event: true })
    }

    /// Another meeting, or the same in another text.
    pub(super) fn of_meeting(m: &Meeting) -> Mention {
        let parties = sorted(m.parties.iter());
        Mention { parties, state: said(m), place: m.place.clone(), first: m.first, event: false }
    }

    pub(super) fn keys(&self) -> Vec<u64> {
        pairs(&self.parties)
    }
}

/// The keys by which happenings find the meeting: each two of its parties.
pub fn meeting_keys(m: &Meeting) -> Vec<u64> {
    pairs(&sorted(m.parties.iter()))
}

fn sorted<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    ids.cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Of how many parties of a meeting the pairs are kept.
const MOST_PARTIES: usize = 6;

fn pairs(parties: &[String]) -> Vec<u64> {
    let parties = &parties[..parties.len().min(MOST_PARTIES)];
    let rest = |i: usize| parties[i + 1..].iter();
    let key = |a: &str, b: &str| Hash::new().with("meet").with(a).with(b).get() as u64;
    parties.iter().enumerate().flat_map(|(i, a)| rest(i).map(move |b| key(a, b))).collect()
}

/// What the document says of the meeting's state.
fn said(m: &Meeting) -> State {
    let words = split(&m.words);
    let has = |class: &str| words.iter().any(|w| is(class, w));
    match m.status {
        Status::Occurred | Status::Ongoing => State::Held,
        _ if has("postpone") => State::Postponed,
        Status::Denied => State::Cancelled,
        Status::Planned if has("cancel") => State::Cancelled,
        Status::Planned => State::Planned,
        Status::Hypothetical | Status::Demanded | Status::Threatened => State::Proposed,
    }
}

/// The state that the meeting's own document gives it.
pub fn meeting_own(m: &Meeting) -> Vec<Change> {
    let state = said(m);
    let day = if state == State::Held { m.first.or(m.when.known) } else { m.when.known };
    let (by, known) = (m.id.clone(), m.when.known);
    vec![Change {
        item: m.id.clone(),
        state,
        by,
        day,
        known,
        sure: 1.0,
        why: "the text says so of it.".to_owned(),
    }]
}

/// What a happening does to a meeting that was to be held: its parties met on its days (`held`), or a meeting of the
/// same parties was put off or called off while it still lay ahead.
pub fn meeting_by(m: &Meeting, h: &Done) -> Vec<Change> {
    let Some(mention) = &h.meeting else { return Vec::new() };
    let planned = matches!(said(m), State::Planned | State::Proposed | State::Postponed);
    if !planned
        || h.id == m.id
        || !pairs(&sorted(m.parties.iter())).iter().any(|k| mention.keys().contains(k))
    {
        return Vec::new();
    }
    let places = |a: &String, b: &String| a.eq_ignore_ascii_case(b);
    if m.place.as_ref().zip(mention.place.as_ref()).is_some_and(|(a, b)| !places(a, b)) {
        return Vec::new();
    }
    let Some(first) = m.first else { return Vec::new() };
    let day = if mention.event { h.when.day } else { mention.first };
    let (sure, why) = match mention.state {
        State::Held => {
            let last = m.last.unwrap_or(first);
            let over = last.checked_add(1.day()).unwrap_or(last);
            match day {
                Some(day) if first <= day && day <= last => (0.85, "its parties met on its day."),
                Some(day) if first <= day && day <= over => (0.6, "its parties met on the day after."),
                _ => return Vec::new(),
            }
        }
        State::Postponed | State::Cancelled => {
            let Some(told) = h.when.day.or(h.when.known) else { return Vec::new() };
            let soon = crate::days::between(told, first);
            let later = m.when.known.is_none_or(|known| told >= known);
            // Talks of two of them called off leave a meeting with a third as it is.
            let all = m.parties.iter().all(|p| mention.parties.contains(p));
            if !(0..=AHEAD).contains(&soon) || !later || !all {
                return Vec::new();
            }
            (0.7, "a meeting of its parties that lay ahead was so.")
        }
        _ => return Vec::new(),
    };
    let day = if mention.state == State::Held { day } else { h.when.day.or(h.when.known) };
    let known = m.when.known.zip(h.when.known).map(|(a, b)| a.max(b));
    let (item, by, why) = (m.id.clone(), h.id.clone(), why.to_owned());
    vec![Change { item, state: mention.state, by, day, known, sure, why }]
}

/// How many days ahead a meeting may lie of which it is said that it is off.
const AHEAD: i64 = 31;
