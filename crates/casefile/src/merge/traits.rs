//! What an item is compared by: made from its own document alone, and from corrections.

use super::commitments::CommitmentTraits;
use super::events::EventTraits;
use super::meetings::MeetingTraits;
use super::statements::StatementTraits;
use super::words::{Hash, said, sentence, tokens};
use crate::corrections::Fixes;
use crate::days::Days;
use crate::error::{Error, Result};
use crate::local::{Ids, Sides, Words};
use demarche_record::{ActorKind, Record, Span};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// What an item is compared by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Traits {
    Statement(StatementTraits),
    Event(EventTraits),
    Meeting(MeetingTraits),
    Commitment(CommitmentTraits),
}

/// Days since 1970-01-01.
pub(crate) type Day = i32;

/// When an item is, and when its document was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct When {
    /// First and last day.
    pub days: Option<(Day, Day)>,
    /// Day of publication.
    pub published: Option<Day>,
}

/// Nobody says of longer times when in them a thing was.
const VAGUE: Day = 7;

impl When {
    /// From a TIMEX3 value and the day of publication.
    pub fn new(value: Option<&str>, published: Option<Day>) -> When {
        let days = value.and_then(Days::of).map(|d| (day(d.first), day(d.last)));
        When { days, published }
    }

    /// The days, where they are few enough to tell one thing from another.
    pub fn exact(self) -> Option<(Day, Day)> {
        self.days.filter(|(a, b)| b - a < VAGUE)
    }

    /// The days within which the thing most likely was: its own, else those up to the publication.
    pub fn window(self, before: Day) -> Option<(Day, Day)> {
        self.exact().or(match self.days {
            Some(_) => None,
            None => self.published.map(|p| (p - before, p)),
        })
    }

    /// Days between the two publications; `None` where one is not known.
    pub fn published_apart(self, other: When) -> Option<Day> {
        Some((self.published? - other.published?).abs())
    }

    /// The blocks of four days that a window touches, the day before it included, so that neighbours share one.
    pub fn blocks(self, before: Day) -> impl Iterator<Item = i64> {
        let range =
            self.window(before).map(|(a, b)| (i64::from(a) - 1).div_euclid(4)..=i64::from(b).div_euclid(4));
        range.into_iter().flatten()
    }
}

/// Days between two spans of days: 0 where they share one.
pub(crate) fn apart(a: (Day, Day), b: (Day, Day)) -> Day {
    b.0.saturating_sub(a.1).max(a.0.saturating_sub(b.1)).max(0)
}

/// A day as people write it.
pub(crate) fn shown(days: (Day, Day)) -> String {
    let iso = |d: Day| {
        let epoch = jiff::civil::date(1970, 1, 1);
        epoch.checked_add(jiff::Span::new().days(d)).map_or_else(|_| d.to_string(), |d| d.to_string())
    };
    if days.0 == days.1 { iso(days.0) } else { format!("{} to {}", iso(days.0), iso(days.1)) }
}

pub(crate) fn day(date: jiff::civil::Date) -> Day {
    crate::days::between(jiff::civil::date(1970, 1, 1), date) as Day
}

/// How the parties of two items go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// Some are the same.
    Shared,
    /// Neither names any.
    Unsaid,
    /// One names some and the other none.
    Half,
    /// They name others.
    Other,
}

/// How two lists of parties, in alphabetical order, go together.
pub(crate) fn fit(a: &[String], b: &[String]) -> Fit {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => Fit::Unsaid,
        (false, false) if super::words::shared(a, b).is_some() => Fit::Shared,
        (false, false) => Fit::Other,
        _ => Fit::Half,
    }
}

impl Traits {
    /// Why the two are the same; `None` where they are not. Symmetric.
    pub fn same(&self, other: &Traits) -> Option<String> {
        match (self, other) {
            (Traits::Statement(a), Traits::Statement(b)) => a.same(b),
            (Traits::Event(a), Traits::Event(b)) => a.same(b),
            (Traits::Meeting(a), Traits::Meeting(b)) => a.same(b),
            (Traits::Commitment(a), Traits::Commitment(b)) => a.same(b),
            _ => None,
        }
    }

    /// What tells it from most others. Two that are the same may be one by it.
    pub fn glance(&self) -> Glance {
        match self {
            Traits::Statement(t) => t.glance(),
            Traits::Event(t) => t.glance(),
            Traits::Meeting(t) => t.glance(),
            Traits::Commitment(t) => t.glance(),
        }
    }

    /// Under which keys others find it, and by which it finds others. If two items are the same, a key of the one is
    /// among those that the other looks up.
    pub fn keys(&self) -> Keys {
        let mut keys = Keys::default();
        match self {
            Traits::Statement(t) => t.keys(&mut keys),
            Traits::Event(t) => t.keys(&mut keys),
            Traits::Meeting(t) => t.keys(&mut keys),
            Traits::Commitment(t) => t.keys(&mut keys),
        }
        for list in [&mut keys.kept, &mut keys.asked] {
            list.sort_unstable();
            list.dedup();
        }
        keys
    }

    /// As bytes.
    pub fn packed(&self) -> Result<Vec<u8>> {
        postcard::to_allocvec(self).map_err(|e| Error::damaged(format!("traits cannot be written: {e}")))
    }

    /// From bytes.
    pub fn unpacked(bytes: &[u8]) -> Result<Traits> {
        postcard::from_bytes(bytes).map_err(|e| Error::damaged(format!("traits cannot be read: {e}")))
    }
}

/// What items that are one must have in common, told at a glance: most that share a key are not one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance {
    /// What must be the same.
    kind: u32,
    /// Of which lists some must be the same, where neither is empty: a bit for each that is in them.
    some: [u64; 2],
    /// Days of which some must be the same.
    days: (Day, Day),
    /// What makes up for other days where it is the same; 0: nothing does.
    said: u32,
}

impl Glance {
    /// By what must be the same, and lists of which some must be.
    pub fn new(kind: Hash, some: [&[String]; 2]) -> Glance {
        let bit = |one: &String| 1u64 << (Hash::new().with(one).short() % 64);
        Glance {
            kind: kind.short(),
            some: some.map(|list| list.iter().map(bit).fold(0, |all, one| all | one)),
            days: (Day::MIN, Day::MAX),
            said: 0,
        }
    }

    /// With days of which some must be the same; any, where there are none.
    pub fn on(self, days: Option<(Day, Day)>) -> Glance {
        Glance { days: days.unwrap_or(self.days), ..self }
    }

    /// With the sentence that makes up for other days.
    pub fn or_said(self, sentence: Option<i64>) -> Glance {
        Glance { said: sentence.map_or(0, |said| Hash::new().number(said).short().max(1)), ..self }
    }

    /// Whether two items may be one. Symmetric.
    pub fn may_be(self, other: Glance) -> bool {
        let meet = |(a, b): (u64, u64)| a == 0 || b == 0 || a & b != 0;
        let days = apart(self.days, other.days) == 0 || self.said != 0 && self.said == other.said;
        self.kind == other.kind && days && self.some.into_iter().zip(other.some).all(meet)
    }
}

/// Keys of an item, as short hashes.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    /// Those that it is found under.
    pub kept: Vec<u32>,
    /// Those that it looks under.
    pub asked: Vec<u32>,
}

impl Keys {
    /// A key that it is found under and looks under.
    pub fn both(&mut self, hash: Hash) {
        self.kept.push(hash.short());
        self.asked.push(hash.short());
    }
}

/// One document, as its items' traits are made from it.
pub(crate) struct Source<'r> {
    pub record: &'r Record,
    pub words: &'r Words<'r>,
    pub sides: &'r Sides<'r>,
    pub ids: &'r Ids,
    pub fixes: &'r Fixes,
    pub published: Option<Day>,
    /// For whom each actor stands.
    stands: FxHashMap<&'r str, String>,
    /// The words of the names of states and bodies, in small letters.
    pub names: Vec<String>,
}

impl<'r> Source<'r> {
    /// What is needed of a record.
    pub fn new(
        record: &'r Record,
        words: &'r Words<'r>,
        sides: &'r Sides<'r>,
        ids: &'r Ids,
        fixes: &'r Fixes,
    ) -> Source<'r> {
        let published = record.document.published.as_deref().and_then(Days::day).map(day);
        let bodies = record.actors.iter().filter(|a| a.kind != ActorKind::Person);
        let names = bodies.flat_map(|a| tokens(&a.name.to_lowercase()).collect::<Vec<_>>()).collect();
        let stands = FxHashMap::default();
        let mut source = Source { record, words, sides, ids, fixes, published, stands, names };
        source.stands = record.actors.iter().map(|a| (a.id.as_str(), source.stands_for(&a.id))).collect();
        source
    }

    /// For whom the actor with the record's id `local` stands, as corrections have it.
    pub fn side(&self, local: &str) -> String {
        self.stands.get(local).cloned().unwrap_or_else(|| self.stands_for(local))
    }

    fn stands_for(&self, local: &str) -> String {
        let at = self.record.actors.iter().position(|a| a.id == local);
        let item = at.and_then(|i| self.ids.actors.get(i));
        if let Some(is) = item.and_then(|id| self.fixes.actor(id)).or_else(|| self.fixes.actor(local)) {
            return is.to_owned();
        }
        let side = super::actors::plain(self.sides.of(local));
        if side != super::actors::plain(local) {
            return self.fixes.actor(side).unwrap_or(side).to_owned();
        }
        let own = at.zip(item).map(|(i, id)| super::actors::own_id(&self.record.actors[i], "", id));
        let own = own.unwrap_or_else(|| side.to_owned());
        self.fixes.actor(&own).unwrap_or(&own).to_owned()
    }

    /// The sides of some actors, in alphabetical order, each once.
    pub fn all_sides<'a>(&self, locals: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        let mut sides: Vec<String> = locals.into_iter().map(|l| self.side(l)).collect();
        sides.sort();
        sides.dedup();
        sides
    }

    /// The hash of the sentence in which `spans` begin.
    pub fn said(&self, spans: &[Span]) -> Option<i64> {
        said(self.sentence(spans))
    }

    /// The sentence in which `spans` begin.
    pub fn sentence(&self, spans: &[Span]) -> &'r str {
        spans.first().map_or("", |s| sentence(self.words.text(), self.words.byte(s[0])))
    }

    /// The traits of every item that has some, by its id.
    pub fn traits(&self) -> Vec<(&'r str, Traits)> {
        let (r, ids) = (self.record, self.ids);
        let statements = r.attributions.iter().map(|a| Traits::Statement(StatementTraits::of(a, self)));
        let events = r.events.iter().map(|e| Traits::Event(EventTraits::of(e, self)));
        let meetings = r.meetings.iter().map(|m| Traits::Meeting(MeetingTraits::of(m, self)));
        let commitments = r.commitments.iter().map(|c| Traits::Commitment(CommitmentTraits::of(c, self)));
        let ids = [&ids.statements, &ids.events, &ids.meetings, &ids.commitments];
        let ids = ids.into_iter().flatten().map(String::as_str);
        ids.zip(statements.chain(events).chain(meetings).chain(commitments)).collect()
    }
}
