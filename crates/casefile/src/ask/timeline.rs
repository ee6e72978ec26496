//! What happened, in the order of time.

use super::brief::{Day, Id};
use super::commitments::quotes_of;
use super::find::{Asked, components, page, spot, unsettled};
use super::names::{Names, Who};
use super::quotes::{Pages, Quote};
use super::{Limit, Page, commitments, events, meetings};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use crate::lives::State;
use crate::rows::ClauseRow;
use serde::Serialize;

/// One line of a timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moment {
    /// The day; null where no document says one and none is dated.
    pub day: Option<String>,
    /// Whether the day is only that on which it was reported.
    pub reported: bool,
    /// event, meeting, commitment, change.
    pub kind: String,
    /// Id of the item; for a change that of the commitment or meeting.
    pub id: String,
    /// What, in plain words.
    pub what: String,
    /// Status or state.
    pub status: String,
    /// Independent texts that say it (near-copies counted once).
    pub sources: usize,
    /// The words that prove it.
    pub quotes: Vec<Quote>,
}

/// A line before its words are read.
struct Candidate {
    day: Day,
    kind: &'static str,
    id: Id,
    /// Of a change: what it came to, and by what (`None`: the calendar).
    state: Option<State>,
    by: Option<Id>,
}

/// What happened from `from` to `to`: facts, meetings, commitments, what became of them. With `all`, also events that
/// are planned, demanded, threatened or denied. An act of consulting that is a meeting's is not told twice.
///
/// # Errors
/// Where the case cannot be read.
pub fn timeline(
    view: &View,
    from: Option<&str>,
    to: Option<&str>,
    all: bool,
    limit: Limit,
) -> Result<Page<Moment>> {
    let mut candidates = Vec::new();
    for (kind, table) in [("event", "events"), ("meeting", "meetings"), ("commitment", "commitments")] {
        let mut find = Asked::of(kind, table, view);
        find.between(from, to);
        find.and(if all { "i.timeline > 0" } else { "i.timeline = 2" }, []);
        let days = find.days(view)?;
        candidates.extend(days.into_iter().map(|(id, day)| Candidate {
            day,
            kind,
            id,
            state: None,
            by: None,
        }));
    }
    changes(view, from, to, &mut candidates)?;
    candidates.sort_by_key(|c| c.day);
    let total = candidates.len();
    // Within a day in the order of the texts: a change where the words stand that made it.
    let mut tail = Vec::new();
    for c in candidates.split_off(unsettled(&candidates, limit, |c| c.day)) {
        let place = spot(view, &c.by.unwrap_or(c.id).to_string())?;
        tail.push(((c.day, order(c.kind), place, c.id, c.state.map(|s| s.to_string())), c));
    }
    tail.sort_by(|a, b| a.0.cmp(&b.0));
    candidates.extend(tail.into_iter().map(|(_, c)| c));
    let skip = limit.map_or(0, |most| total.saturating_sub(most));
    let mut teller = Teller {
        view,
        names: Names::new(view),
        pages: Pages::new(view.conn),
        events: events::Loader::new(view),
        commitments: commitments::Loader::new(view),
    };
    let mut rows = Vec::new();
    for candidate in candidates.drain(skip..) {
        teller.tell(candidate, &mut rows)?;
    }
    Ok(Page { rows, total })
}

/// On one day what was bound comes before what was done, and that before what became of it.
fn order(kind: &str) -> usize {
    ["commitment", "meeting", "event", "change"].iter().position(|k| *k == kind).unwrap_or(4)
}

/// The changes of states in those days, of each commitment and meeting once; that something is open or planned is told by
/// the item itself.
fn changes(view: &View, from: Option<&str>, to: Option<&str>, into: &mut Vec<Candidate>) -> Result<()> {
    let doing = "reading the lives of commitments";
    let told = !crate::relive::is_unlived(view.conn)?;
    let (from, to) = (from.map(Day::of), to.map(Day::of));
    let mut add = |id: Id, state: Option<State>, day: Day, by: Option<Id>| {
        let within = from.is_none_or(|f| day != Day::NONE && day >= f)
            && to.is_none_or(|t| day != Day::NONE && day <= t);
        if within && state.is_some_and(|s| !QUIET.contains(&s)) {
            into.push(Candidate { day, kind: "change", id, state, by });
        }
    };
    // What a day knew is the beginning of what is known now, of those whose items were all known then.
    if told {
        let mut query = view
            .conn
            .prepare_cached(
                "SELECT first, state, day, by FROM steps WHERE ?1 IS NULL OR whole <= ?1 AND known <= ?1",
            )
            .doing(doing)?;
        let mut rows = query.query([view.as_of()]).doing(doing)?;
        while let Some(r) = rows.next().doing(doing)? {
            let column = |n: usize| r.get_ref(n).doing(doing);
            let first = Id::read(column(0)?)?;
            let by = column(3)?.as_str().unwrap_or_default();
            let by = if by.is_empty() { None } else { Some(Id::of(by)?) };
            let state = State::from_name(column(1)?.as_str().unwrap_or_default());
            add(first, state, Day::read(column(2)?), by);
        }
        if view.as_of().is_none() {
            return Ok(());
        }
    }
    let (parts, more) = match told {
        true => (halves(view)?, Vec::new()),
        false => (view.clusters("commitment")?, view.clusters("meeting")?),
    };
    for members in parts.into_iter().chain(more) {
        let ids: Vec<&str> = members.iter().map(|m| m.id.as_str()).collect();
        let Some(first) = ids.first() else { continue };
        let id = Id::of(first)?;
        for change in crate::relive::life(view, &ids)? {
            let day = change.day.or(change.known).filter(|d| *d > jiff::civil::Date::MIN);
            let by = if change.by.is_empty() { None } else { Some(Id::of(&change.by)?) };
            add(id, Some(change.state), day.map_or(Day::NONE, Day::on), by);
        }
    }
    Ok(())
}

/// What was one on the view's day of the clusters of commitments and meetings of which not all was known then.
fn halves(view: &View) -> Result<Vec<Vec<Member>>> {
    let doing = "reading the lives of commitments";
    let mut query = view
        .conn
        .prepare_cached("SELECT cluster FROM states WHERE (whole IS NULL OR whole > ?1) AND known <= ?1")
        .doing(doing)?;
    let clusters = query.query_map([view.as_of()], |r| r.get::<_, String>(0)).doing(doing)?;
    let mut halves = Vec::new();
    for cluster in clusters {
        halves.extend(components(view, &cluster.doing(doing)?)?);
    }
    Ok(halves)
}

/// States that the item itself tells.
const QUIET: [State; 4] = [State::Open, State::Planned, State::Proposed, State::Held];

struct Teller<'v> {
    view: &'v View<'v>,
    names: Names<'v>,
    pages: Pages<'v>,
    events: events::Loader<'v>,
    commitments: commitments::Loader<'v>,
}

impl Teller<'_> {
    fn tell(&mut self, candidate: Candidate, rows: &mut Vec<Moment>) -> Result<()> {
        if candidate.kind == "change" {
            rows.extend(self.change(candidate)?);
            return Ok(());
        }
        let mut told = page(self.view, vec![candidate.id], None, |members| {
            Ok(Some(match candidate.kind {
                "event" => {
                    let e = self.events.event(members)?;
                    let day = e.day.clone().or(e.known.clone());
                    let what = event_words(&e);
                    moment(candidate.kind, e.id, day, e.day.is_none(), what, e.status, e.sources, e.quotes)
                }
                "meeting" => {
                    let m = meetings::meeting(self.view, &mut self.names, &mut self.pages, members)?;
                    let day = m.day.clone().or(m.known.clone());
                    let what = meeting_words(&m);
                    moment(candidate.kind, m.id, day, m.day.is_none(), what, m.state, m.sources, m.quotes)
                }
                _ => {
                    let c = self.commitments.commitment(members)?;
                    let what = commitment_words(&c, self.commitments.names())?;
                    let (known, sources) = (c.row.known.clone(), c.row.sources);
                    moment(candidate.kind, c.row.id, known, true, what, c.row.state, sources, c.quotes)
                }
            }))
        })?;
        rows.append(&mut told.rows);
        Ok(())
    }

    fn change(&mut self, candidate: Candidate) -> Result<Option<Moment>> {
        let id = candidate.id.to_string();
        let members = self.view.members(&id)?;
        if members.is_empty() {
            return Ok(None);
        }
        let all = commitments::changes(self.view, &mut self.pages, &members)?;
        let state = candidate.state.map(|s| s.to_string()).unwrap_or_default();
        let by = candidate.by.map(|by| by.to_string());
        let Some(change) = all.into_iter().find(|c| c.state == state && c.by == by) else {
            return Ok(None);
        };
        // What the calendar made has no words of its own: those of what it changed prove it.
        let quotes = match change.quotes.is_empty() {
            true => quotes_of(self.view, &mut self.pages, &id)?,
            false => change.quotes,
        };
        let reported = change.day.is_none();
        let sources = self.view.sources(&members)?;
        let day = change.day.or(change.known);
        Ok(Some(moment("change", id, day, reported, change.why, change.state, sources, quotes)))
    }
}

#[allow(clippy::too_many_arguments)]
fn moment(
    kind: &str,
    id: String,
    day: Option<String>,
    reported: bool,
    what: String,
    status: String,
    sources: usize,
    quotes: Vec<Quote>,
) -> Moment {
    Moment { day, reported, kind: kind.to_owned(), id, what, status, sources, quotes }
}

/// The names of several actors; "?" for none.
pub(crate) fn listed(who: &[Who]) -> String {
    match who.is_empty() {
        true => "?".to_owned(),
        false => who.iter().map(|w| w.name.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// An event on one line.
pub(crate) fn event_words(e: &events::EventRow) -> String {
    let mode = e.mode.as_ref().map(|m| format!("/{m}")).unwrap_or_default();
    let mut words = format!("{} {}{mode}", listed(&e.source), e.r#type);
    if !e.target.is_empty() {
        words += &format!(" {}", listed(&e.target));
    }
    for part in [&e.magnitude, &e.place].into_iter().flatten() {
        words += &format!("; {part}");
    }
    if let Some(who) = &e.said_by {
        words += &format!("; so says {}", who.name);
    }
    words
}

/// A meeting on one line.
pub(crate) fn meeting_words(m: &meetings::MeetingRow) -> String {
    let mut words = format!("{}: {}", m.format.as_deref().unwrap_or("meeting"), listed(&m.parties));
    if let Some(forum) = &m.forum {
        words += &format!("; {forum}");
    }
    if let Some(place) = &m.place {
        words += &format!("; in {place}");
    }
    words
}

/// A commitment on one line.
pub(crate) fn commitment_words(c: &commitments::LivingCommitment, names: &mut Names) -> Result<String> {
    let kind = serde_json::to_value(c.row.kind)?;
    let mut words = format!("{} {}", listed(&c.who), kind.as_str().unwrap_or_default().to_uppercase());
    if !c.whom.is_empty() {
        words += &format!(" {}", listed(&c.whom));
    }
    let mut clause = |word: &str, clause: Option<&ClauseRow>| -> Result<()> {
        let Some(clause) = clause else { return Ok(()) };
        let not = if clause.negated { " not" } else { "" };
        let act = clause.r#type.map(|t| format!(" {}", t.name())).unwrap_or_default();
        let mut who = Vec::new();
        for id in &clause.actors {
            who.push(names.name(id)?);
        }
        let who = if who.is_empty() { String::new() } else { format!(" {}", who.join(", ")) };
        words += &format!("; {word}{not}{who}{act}");
        Ok(())
    };
    clause("if", c.row.r#if.as_ref())?;
    clause("then", c.row.then.as_ref())?;
    clause("what:", c.row.what.as_ref())?;
    for option in &c.row.options {
        clause("either", Some(option))?;
    }
    Ok(words)
}
