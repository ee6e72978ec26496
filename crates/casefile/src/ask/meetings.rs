//! Who meets whom, where and when.

use super::commitments::{Change, changes};
use super::events::first_of;
use super::find::{Asked, difference, page};
use super::names::{Names, Who};
use super::quotes::{Pages, Quote};
use super::{Difference, Limit, Page};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use serde::Serialize;

/// Which meetings are asked for; what is left empty asks for any.
#[derive(Clone, Debug, Default)]
pub struct AskedMeetings {
    /// Case ids of actors of whom each takes part, or one who stands for it.
    pub with: Vec<String>,
    /// The first day; a meeting of no known day counts by the day from which it is known.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// A meeting as all documents together say it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeetingRow {
    /// Id of its first item.
    pub id: String,
    /// First day, where it is known.
    pub day: Option<String>,
    /// Last day.
    pub last: Option<String>,
    /// TIMEX3 value of the beginning.
    pub start: Option<String>,
    /// TIMEX3 value of the end.
    pub end: Option<String>,
    /// Who meets.
    pub parties: Vec<Who>,
    /// Who leads the delegations.
    pub heads: Vec<Who>,
    /// The body within which they meet.
    pub forum: Option<String>,
    /// Where, in the text's words.
    pub place: Option<String>,
    /// Talks, summit, call, ...
    pub format: Option<String>,
    /// What about.
    pub topics: Vec<String>,
    /// Planned, held, postponed, cancelled, ...: what came of it, else what the latest document says.
    pub state: String,
    /// Id of the meeting that it follows.
    pub after: Option<String>,
    /// The day from which it is known.
    pub known: Option<String>,
    /// Independent texts that speak of it (near-copies counted once).
    pub sources: usize,
    /// What they say differently.
    pub differences: Vec<Difference>,
    /// What became of it.
    pub changes: Vec<Change>,
    /// The words that prove it.
    pub quotes: Vec<Quote>,
}

/// The meetings that are asked for, in the order of their days.
///
/// # Errors
/// Where the case cannot be read.
pub fn meetings(view: &View, asked: &AskedMeetings, limit: Limit) -> Result<Page<MeetingRow>> {
    let mut find = Asked::of("meeting", "meetings", view);
    for actor in &asked.with {
        find.party(std::slice::from_ref(actor), &["party", "head"]);
    }
    find.between(asked.from.as_deref(), asked.to.as_deref());
    let mut names = Names::new(view);
    let mut pages = Pages::new(view.conn);
    page(view, find.clusters(view, limit)?, limit, |members| {
        meeting(view, &mut names, &mut pages, members).map(Some)
    })
}

/// What one item says of a meeting.
struct Said {
    forum: Option<String>,
    place: Option<String>,
    start: Option<String>,
    end: Option<String>,
    first: Option<String>,
    last: Option<String>,
    format: Option<String>,
    topics: String,
    status: String,
    after: Option<String>,
}

/// The meeting that the members together are.
pub(crate) fn meeting(
    view: &View,
    names: &mut Names,
    pages: &mut Pages,
    members: &[Member],
) -> Result<MeetingRow> {
    let doing = "reading meetings";
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT forum, place, start, \"end\", first, last, format, topics, status, after FROM meetings
             WHERE item = ?1",
        )
        .doing(doing)?;
    let mut said = Vec::new();
    for m in members {
        let row = query
            .query_row([m.item], |r| {
                Ok(Said {
                    forum: r.get(0)?,
                    place: r.get(1)?,
                    start: r.get(2)?,
                    end: r.get(3)?,
                    first: r.get(4)?,
                    last: r.get(5)?,
                    format: r.get(6)?,
                    topics: r.get(7)?,
                    status: r.get(8)?,
                    after: r.get(9)?,
                })
            })
            .doing(doing)?;
        said.push((pages.id(m.doc)?, row));
    }
    let of = |what: &str, value: fn(&Said) -> Option<String>| {
        let values: Vec<_> = said.iter().map(|(d, s)| (d.clone(), value(s))).collect();
        difference(what, &values)
    };
    let differences = [
        of("status", |s| Some(s.status.clone())),
        of("date", |s| s.start.clone()),
        of("place", |s| s.place.clone()),
    ];
    let mut topics: Vec<String> = Vec::new();
    for (_, s) in &said {
        for topic in serde_json::from_str::<Vec<String>>(&s.topics)? {
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
    }
    let changes = changes(view, pages, members)?;
    let status = said.last().map(|(_, s)| s.status.clone()).unwrap_or_default();
    let state = changes.last().map_or(status, |c| c.state.clone());
    let first = |value: fn(&Said) -> Option<String>| said.iter().find_map(|(_, s)| value(s));
    // Start and end are of one document: mixing two would make a meeting that nobody spoke of.
    // The last that gives a day: a meeting may be moved.
    let dated =
        said.iter().rev().map(|(_, s)| s).find(|s| s.first.is_some()).or(said.first().map(|(_, s)| s));
    let (day, last, start, end) =
        dated.map(|s| (s.first.clone(), s.last.clone(), s.start.clone(), s.end.clone())).unwrap_or_default();
    let head = first_of(members, &said)?.0;
    Ok(MeetingRow {
        id: head.id.clone(),
        day,
        last,
        start,
        end,
        parties: names.parties(members, "party")?,
        heads: names.parties(members, "head")?,
        forum: first(|s| s.forum.clone()),
        place: first(|s| s.place.clone()),
        format: first(|s| s.format.clone()),
        topics,
        state,
        after: first(|s| s.after.clone()),
        known: head.known.clone(),
        sources: view.sources(members)?,
        differences: differences.into_iter().flatten().collect(),
        changes,
        quotes: pages.all(members, &["mention"])?,
    })
}
