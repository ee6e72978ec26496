//! When two events are one: the same type, compatible parties and days, and words, place or number that agree.
//!
//! What differs beside that is a contradiction within one event: other numbers, or planned here and denied there.

use super::traits::{Day, Fit, Glance, Keys, Source, When, apart, fit, shown};
use super::words::{Hash, shared, stems, tokens};
use crate::lives::words_from;
use demarche_record::{Event, Status};
use serde::{Deserialize, Serialize};

/// How many days before its publication an undated event most likely was.
const BEFORE: Day = 3;
/// Over how many days a repeated sentence, or a demand or threat of an act, is the same.
const AGAIN: Day = 30;

/// What an event is compared by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EventTraits {
    kind: String,
    mode: Option<String>,
    /// Facts (occurred, ongoing, planned, denied) are one class; what is demanded, threatened or merely possible are
    /// others.
    class: u8,
    /// TIMEX3 value.
    date: Option<String>,
    when: When,
    source: Vec<String>,
    target: Vec<String>,
    place: Vec<String>,
    number: Option<(f64, String)>,
    trigger: Vec<String>,
    /// What its clause goes on to speak of, without the parties' own names.
    about: Vec<String>,
    said: Option<i64>,
}

/// How many words of an event's clause count for what it is about: what comes late may be about something else.
const ABOUT: usize = 12;

/// The stems of what an event's clause speaks of, its verb and the names of states and bodies left out: those are compared
/// as parties.
fn about(e: &Event, from: &Source) -> Vec<String> {
    let Some(first) = e.trigger.first() else { return Vec::new() };
    let clause = words_from(from.words.text(), from.words.byte(first[0]));
    // "Namibian" is of Namibia: the first letters tell.
    let named = |word: &str| {
        let like = |n: &String| word == n || n.len() >= 5 && word.get(..5).is_some_and(|w| n.starts_with(w));
        from.names.iter().any(like)
    };
    let said = |word: &String| !named(word) && !word.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<String> = tokens(clause).filter(said).take(ABOUT).collect();
    let verb = stems(&from.words.all(&e.trigger).split(' ').take(2).collect::<Vec<_>>().join(" "), true);
    let mut about = stems(&words.join(" "), true);
    about.retain(|w| !verb.contains(w));
    about
}

impl EventTraits {
    pub fn of(e: &Event, from: &Source) -> EventTraits {
        let sides = |parties: &[demarche_record::Party]| {
            from.all_sides(parties.iter().filter_map(|p| p.actor.as_deref()).collect::<Vec<_>>())
        };
        EventTraits {
            kind: e.r#type.name().to_owned(),
            mode: e.mode.clone(),
            class: match e.status {
                Status::Occurred | Status::Ongoing | Status::Planned | Status::Denied => 0,
                Status::Hypothetical => 1,
                Status::Demanded => 2,
                Status::Threatened => 3,
            },
            date: e.date.clone(),
            when: When::new(e.date.as_deref(), from.published),
            source: sides(&e.source),
            target: sides(&e.target),
            place: e.place.as_deref().map(|p| stems(p, false)).unwrap_or_default(),
            number: e
                .magnitude
                .as_ref()
                .map(|m| (m.value, m.unit.as_deref().map(|u| stems(u, false).join(" ")).unwrap_or_default())),
            trigger: stems(&from.words.all(&e.trigger), true),
            about: about(e, from),
            said: from.said(&e.trigger),
        }
    }

    /// Why the two are one.
    pub fn same(&self, other: &EventTraits) -> Option<String> {
        if self.kind != other.kind || self.class != other.class {
            return None;
        }
        let (source, target) = (fit(&self.source, &other.source), fit(&self.target, &other.target));
        if source == Fit::Other || target == Fit::Other {
            return None;
        }
        if let Some(why) = self.repeated(other) {
            return Some(why);
        }
        let whole =
            matches!((source, target), (Fit::Shared, Fit::Shared | Fit::Unsaid) | (Fit::Unsaid, Fit::Shared));
        if !whole && source != Fit::Shared && target != Fit::Shared {
            return None;
        }
        let place = fit(&self.place, &other.place);
        if place == Fit::Other {
            return None;
        }
        let (day, close) = self.days(other)?;
        let verb = shared(&self.trigger, &other.trigger);
        let number = match (&self.number, &other.number) {
            (Some(a), Some(b)) if a.1 == b.1 => Some(a.0 == b.0),
            _ => None,
        };
        let mode = self.mode.is_some() && self.mode == other.mode;
        let about = shared(&self.about, &other.about).filter(|_| number != Some(false));
        let agree = usize::from(verb.is_some())
            + usize::from(about.is_some())
            + usize::from(place == Fit::Shared)
            + usize::from(number == Some(true))
            + usize::from(mode && verb.is_none());
        // Parties who talk on a day talk once, whatever it is called.
        let talks = self.kind == "CONSULT";
        let needed = match (close && whole, number) {
            (true, Some(false)) => 2,
            (true, _) => usize::from(!talks),
            (false, Some(false)) => return None,
            (false, _) => 2,
        };
        if agree < needed || (self.class != 0 && !(whole && self.trigger == other.trigger)) {
            return None;
        }
        let mut why = format!("same type {}, {}, {day}", self.kind, self.parties(other));
        if let Some(verb) = verb {
            why += &format!(", both say \"{verb}\"");
        } else if mode {
            why += &format!(", both of mode {}", self.mode.as_deref().unwrap_or_default());
        }
        if let Some(about) = about {
            why += &format!(", both about \"{about}\"");
        }
        if let Some(place) = shared(&self.place, &other.place) {
            why += &format!(", place \"{place}\"");
        }
        match number {
            Some(true) => why += ", same number",
            Some(false) => why += ", but other numbers",
            None => {}
        }
        Some(why)
    }

    /// The same sentence in two texts of one time says the same.
    fn repeated(&self, other: &EventTraits) -> Option<String> {
        let near = self.when.published_apart(other.when).is_none_or(|d| d <= AGAIN);
        let days = match (self.when.days, other.when.days) {
            (Some(a), Some(b)) => apart(a, b) == 0,
            _ => true,
        };
        let same =
            self.said.is_some() && self.said == other.said && near && days && self.trigger == other.trigger;
        same.then(|| format!("the same sentence in both texts, same type {}", self.kind))
    }

    /// In words how the days agree, and whether they do so exactly.
    fn days(&self, other: &EventTraits) -> Option<(String, bool)> {
        if self.class != 0 {
            let apart = self.when.published_apart(other.when)?;
            return (self.date == other.date && apart <= AGAIN)
                .then(|| (format!("published {apart} days from one another"), true));
        }
        match (self.when.exact(), other.when.exact()) {
            (Some(a), Some(b)) => {
                let apart = apart(a, b);
                (apart <= 1)
                    .then(|| (format!("days {} and {}", shown(a.min(b)), shown(a.max(b))), apart == 0))
            }
            // A month or a year: only where it is the same one.
            (None, None) if self.when.days.is_some() || other.when.days.is_some() => (self.date
                == other.date)
                .then(|| (format!("both in {}", self.date.as_deref().unwrap_or("")), true)),
            _ => {
                let (a, b) = (self.when.window(BEFORE)?, other.when.window(BEFORE)?);
                (apart(a, b) == 0).then(|| ("days that may be the same".to_owned(), false))
            }
        }
    }

    fn parties(&self, other: &EventTraits) -> String {
        let name = |a: &[String], b: &[String]| shared(a, b).unwrap_or("nobody named").to_owned();
        format!("{} → {}", name(&self.source, &other.source), name(&self.target, &other.target))
    }

    pub fn glance(&self) -> Glance {
        let kind = Hash::new().with("event").with(&self.kind).number(self.class.into());
        // As `days` has it: the days themselves one apart, else those that they may have been.
        let days = match (self.class, self.when.exact()) {
            (0, Some((first, last))) => Some((first, last + 1)),
            (0, None) => self.when.window(BEFORE),
            _ => self.when.published.map(|p| (p, p + AGAIN)),
        };
        Glance::new(kind, [&self.source, &self.target]).on(days).or_said(self.said)
    }

    pub fn keys(&self, keys: &mut Keys) {
        if let Some(said) = self.said {
            keys.both(Hash::new().with("event said").with(&self.kind).number(said));
        }
        let start = Hash::new().with("event").with(&self.kind).number(i64::from(self.class));
        let times: Vec<Hash> = if self.class != 0 {
            let days = self.when.published.map(|p| i64::from(p).div_euclid(i64::from(AGAIN)));
            let verbs = start.with(&self.trigger.join(" ")).with(self.date.as_deref().unwrap_or(""));
            days.into_iter().flat_map(|d| [d, d + 1]).map(|d| verbs.number(d)).collect()
        } else if self.when.days.is_some() && self.when.exact().is_none() {
            vec![start.with(self.date.as_deref().unwrap_or(""))]
        } else {
            self.when.blocks(BEFORE).map(|b| start.number(b)).collect()
        };
        for time in times {
            for s in &self.source {
                for t in &self.target {
                    keys.both(time.with("both").with(s).with(t));
                }
            }
            // One that names only one side finds those that name both, and is found by them.
            for (name, some, none) in [
                ("source", &self.source, self.target.is_empty()),
                ("target", &self.target, self.source.is_empty()),
            ] {
                for party in some {
                    let (half, whole) =
                        (time.with(name).with(party).short(), time.with(name).with(party).number(2).short());
                    keys.asked.push(half);
                    keys.kept.push(if none { half } else { whole });
                    if none {
                        keys.asked.push(whole);
                    }
                }
            }
        }
    }
}
