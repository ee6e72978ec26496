//! When two meetings are one: the same parties and forum, on days and at a place that agree, or on other days where a
//! text says that it was moved or called off.

use super::traits::{Day, Fit, Glance, Keys, Source, When, apart, fit, shown};
use super::words::{Hash, class, common, shared, stems, tokens};
use demarche_record::Meeting;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Words by which a text says that a meeting was moved or called off, each with a blank before and after.
static MOVED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let file = include_str!("../../data/moved_meetings.tsv");
    let words = class(file, "moved").chain(class(file, "cancelled"));
    words.map(|w| format!(" {} ", w.replace('_', " "))).collect()
});

/// The stems of formats that any meeting may be called.
static GENERIC: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words: Vec<String> =
        class(include_str!("../../data/moved_meetings.tsv"), "generic").map(Into::into).collect();
    stems(&words.join(" "), false)
});

/// How far the publications of two texts lie apart that speak of one meeting without its day.
const WEEK: Day = 7;
/// How far a meeting is moved.
const MOVE: Day = 21;

/// What a meeting is compared by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct MeetingTraits {
    sides: Vec<String>,
    forum: Vec<String>,
    place: Vec<String>,
    format: Vec<String>,
    when: When,
    moved: bool,
    said: Option<i64>,
}

impl MeetingTraits {
    pub fn of(m: &Meeting, from: &Source) -> MeetingTraits {
        let parties = m.parties.iter().filter_map(|p| p.actor.as_deref());
        let heads = m.heads.iter().map(|h| h.r#for.as_deref().unwrap_or(&h.actor));
        let stems_of = |words: &Option<String>| words.as_deref().map(|w| stems(w, false)).unwrap_or_default();
        // "The second round", "the talks", "the meeting" may be one.
        let mut format = stems_of(&m.format);
        format.retain(|f| !GENERIC.contains(f));
        let moved = m.spans.iter().any(|s| {
            let words: Vec<String> = tokens(from.sentence(std::slice::from_ref(s))).collect();
            let words = format!(" {} ", words.join(" "));
            MOVED.iter().any(|m| words.contains(m))
        });
        let start = m.start.as_deref().or(m.end.as_deref());
        MeetingTraits {
            sides: from.all_sides(parties.chain(heads).collect::<Vec<_>>()),
            forum: stems_of(&m.forum),
            place: stems_of(&m.place),
            format,
            when: When::new(start, from.published),
            moved,
            said: from.said(&m.spans),
        }
    }

    /// Why the two are one.
    pub fn same(&self, other: &MeetingTraits) -> Option<String> {
        let near = self.when.published_apart(other.when).is_none_or(|d| d <= WEEK);
        let exact = (self.when.exact(), other.when.exact());
        if self.said.is_some() && self.said == other.said && near && self.sides == other.sides {
            let agree = !matches!(exact, (Some(a), Some(b)) if apart(a, b) > 0);
            if agree {
                return Some("the same sentence in both texts".to_owned());
            }
        }
        let who = self.who(other)?;
        let place = fit(&self.place, &other.place);
        if place == Fit::Other {
            return None;
        }
        // Talks and a dinner of one day are two meetings.
        let format = fit(&self.format, &other.format);
        let when = match exact {
            (Some(a), Some(b)) if apart(a, b) == 0 => {
                if format == Fit::Other && place != Fit::Shared {
                    return None;
                }
                format!("days {} and {}", shown(a.min(b)), shown(a.max(b)))
            }
            (Some(a), Some(b)) => {
                let moved = self.moves(other, b) || other.moves(self, a);
                if !moved || apart(a, b) > MOVE || format == Fit::Other {
                    return None;
                }
                format!("days {} and {}, one text says that it was moved", shown(a.min(b)), shown(a.max(b)))
            }
            (None, None) if self.when.days.is_some() || other.when.days.is_some() => {
                let both = self.when.days == other.when.days && place == Fit::Shared;
                if !both || format == Fit::Other {
                    return None;
                }
                format!("both in {}", self.when.days.map(shown).unwrap_or_default())
            }
            (None, None) => {
                if self.when.published_apart(other.when).is_none_or(|d| d > 3) || format == Fit::Other {
                    return None;
                }
                "published within three days".to_owned()
            }
            (one, two) => {
                let day = one.or(two)?;
                let undated = if one.is_some() { other.when } else { self.when };
                let published = undated.published.filter(|_| undated.days.is_none())?;
                let sure = place == Fit::Shared || self.forum == other.forum && !self.forum.is_empty();
                let reach = if sure || self.moved || other.moved { WEEK } else { 2 };
                if apart(day, (published, published)) > reach || format == Fit::Other {
                    return None;
                }
                format!("day {}, the other text of about then gives none", shown(day))
            }
        };
        let mut why = format!("{who}, {when}");
        if let Some(place) = shared(&self.place, &other.place) {
            why += &format!(", place \"{place}\"");
        }
        Some(why)
    }

    /// Whether this text says of the other's meeting, on `day`, that it was moved: it was published before the meeting
    /// can have been held, and not before the other.
    fn moves(&self, other: &MeetingTraits, day: (Day, Day)) -> bool {
        let published = self.when.published.zip(other.when.published);
        self.moved && published.is_some_and(|(mine, theirs)| theirs <= mine && mine <= day.1 + 1)
    }

    /// In words who meets in both.
    fn who(&self, other: &MeetingTraits) -> Option<String> {
        let forum = fit(&self.forum, &other.forum);
        let shared_sides = common(&self.sides, &other.sides);
        let fewer = self.sides.len().min(other.sides.len());
        if forum == Fit::Shared {
            let all = common(&self.forum, &other.forum) >= self.forum.len().min(other.forum.len());
            return (all && (fewer == 0 || shared_sides > 0))
                .then(|| format!("same forum {}", self.forum.join(" ")));
        }
        if forum == Fit::Other || shared_sides < fewer || fewer == 0 {
            return None;
        }
        // One party alone meets many others: it must be at the same place or be all that both name.
        let alone = fewer < 2 && self.sides.len() != other.sides.len();
        if alone && fit(&self.place, &other.place) != Fit::Shared {
            return None;
        }
        let list: Vec<&str> =
            self.sides.iter().filter(|s| other.sides.binary_search(s).is_ok()).map(String::as_str).collect();
        Some(format!("same parties {}", list.join(", ")))
    }

    pub fn glance(&self) -> Glance {
        Glance::new(Hash::new().with("meeting"), [&self.sides, &[]])
    }

    pub fn keys(&self, keys: &mut Keys) {
        if let Some(said) = self.said {
            keys.both(Hash::new().with("meeting said").number(said));
        }
        // All that are one were published, or take place, within three weeks of one another.
        let days = self.when.days.into_iter().chain(self.when.published.map(|p| (p, p)));
        let mut weeks: Vec<i64> = days
            .flat_map(|(a, b)| {
                let block = |d: Day| i64::from(d).div_euclid(i64::from(MOVE));
                [block(a), block(a) + 1, block(b), block(b) + 1]
            })
            .collect();
        weeks.sort_unstable();
        weeks.dedup();
        for week in weeks {
            let start = Hash::new().with("meeting").number(week);
            for (i, a) in self.sides.iter().enumerate() {
                for b in &self.sides[i + 1..] {
                    keys.both(start.with("both").with(a).with(b));
                }
                for p in &self.place {
                    keys.both(start.with("at").with(a).with(p));
                }
            }
            if let [one] = &self.sides[..] {
                keys.both(start.with("one").with(one));
            }
            for word in &self.forum {
                keys.both(start.with("forum").with(word));
            }
        }
    }
}
