//! Who did what to whom.

use super::find::{Asked, difference, page};
use super::names::{Names, Who};
use super::quotes::{Pages, Quote};
use super::{Difference, Limit, Page};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use rusqlite::Row;
use serde::Serialize;

/// Which events are asked for; what is left empty asks for any.
#[derive(Clone, Debug, Default)]
pub struct AskedEvents {
    /// PLOVER types.
    pub types: Vec<String>,
    /// Statuses (`occurred`, `planned`, ...).
    pub statuses: Vec<String>,
    /// Case ids of actors of whom one does it, or one who stands for them.
    pub source: Vec<String>,
    /// Case ids of actors of whom it is done to one, or to one who stands for them.
    pub target: Vec<String>,
    /// Case ids of actors of whom one is source or target.
    pub actor: Vec<String>,
    /// The first day; an event of no known day counts by the day from which it is known.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// An event as all documents together say it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventRow {
    /// Id of its first item.
    pub id: String,
    /// First day, where it is known.
    pub day: Option<String>,
    /// Last day.
    pub last: Option<String>,
    /// TIMEX3 value.
    pub date: Option<String>,
    /// PLOVER type.
    pub r#type: String,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// Who does it.
    pub source: Vec<Who>,
    /// To whom.
    pub target: Vec<Who>,
    /// Fact, plan, wish or denial, as the latest document has it.
    pub status: String,
    /// Where, in the text's words.
    pub place: Option<String>,
    /// How many, in words.
    pub magnitude: Option<String>,
    /// Conflict (-10) to cooperation (10).
    pub goldstein: f64,
    /// Quad class.
    pub quad_class: String,
    /// How sure the model is of the type, 0 to 1, where a model gave it.
    pub confidence: Option<f64>,
    /// Id of the statement that it is known from; null where a text says it itself.
    pub statement: Option<String>,
    /// Who says so there.
    pub said_by: Option<Who>,
    /// The day from which it is known.
    pub known: Option<String>,
    /// Independent texts that say it (near-copies counted once); of a fact those that tell it as one.
    pub sources: usize,
    /// What they say differently.
    pub differences: Vec<Difference>,
    /// The words that prove it.
    pub quotes: Vec<Quote>,
}

/// The events that are asked for, in the order of their days.
///
/// # Errors
/// Where the case cannot be read.
pub fn events(view: &View, asked: &AskedEvents, limit: Limit) -> Result<Page<EventRow>> {
    let mut find = Asked::of("event", "events", view);
    find.one_of("t.type", &asked.types);
    find.one_of("t.status", &asked.statuses);
    find.party(&asked.source, &["source"]);
    find.party(&asked.target, &["target"]);
    find.party(&asked.actor, &["source", "target"]);
    find.between(asked.from.as_deref(), asked.to.as_deref());
    let mut loader = Loader::new(view);
    page(view, find.clusters(view, limit)?, limit, |members| loader.event(members).map(Some))
}

/// What one item says of an event.
struct Said {
    r#type: String,
    mode: Option<String>,
    contexts: String,
    status: String,
    date: Option<String>,
    first: Option<String>,
    last: Option<String>,
    place: Option<String>,
    magnitude: Option<String>,
    statement: Option<String>,
    goldstein: f64,
    quad_class: String,
    confidence: Option<f64>,
}

impl Said {
    fn read(r: &Row) -> rusqlite::Result<Said> {
        let (value, unit): (Option<f64>, Option<String>) = (r.get(8)?, r.get(9)?);
        let about = if r.get::<_, Option<bool>>(10)?.unwrap_or(false) { "about " } else { "" };
        let unit = unit.map(|u| format!(" {u}")).unwrap_or_default();
        Ok(Said {
            r#type: r.get(0)?,
            mode: r.get(1)?,
            contexts: r.get(2)?,
            status: r.get(3)?,
            date: r.get(4)?,
            first: r.get(5)?,
            last: r.get(6)?,
            place: r.get(7)?,
            magnitude: value.map(|v| format!("{about}{v}{unit}")),
            statement: r.get(11)?,
            goldstein: r.get(12)?,
            quad_class: r.get(13)?,
            confidence: r.get(14)?,
        })
    }
}

/// Makes rows of events.
pub(crate) struct Loader<'v> {
    view: &'v View<'v>,
    names: Names<'v>,
    pages: Pages<'v>,
}

impl<'v> Loader<'v> {
    pub fn new(view: &'v View<'v>) -> Loader<'v> {
        Loader { view, names: Names::new(view), pages: Pages::new(view.conn) }
    }

    /// The event that the members together are.
    pub fn event(&mut self, members: &[Member]) -> Result<EventRow> {
        let doing = "reading events";
        let mut query = self
            .view
            .conn
            .prepare_cached(
                "SELECT type, mode, contexts, status, date, first, last, place, value, unit, approximate, statement,
                        goldstein, quad_class, confidence
                 FROM events WHERE item = ?1",
            )
            .doing(doing)?;
        let mut said = Vec::new();
        for m in members {
            said.push((self.pages.id(m.doc)?, query.query_row([m.item], Said::read).doing(doing)?));
        }
        let of = |what: &str, value: fn(&Said) -> Option<String>| {
            let values: Vec<_> = said.iter().map(|(d, s)| (d.clone(), value(s))).collect();
            difference(what, &values)
        };
        let differences = [
            of("status", |s| Some(s.status.clone())),
            of("date", |s| s.date.clone()),
            of("place", |s| s.place.clone()),
            of("magnitude", |s| s.magnitude.clone()),
        ];
        let differences = differences.into_iter().flatten().collect();
        let quotes = self.pages.all(members, &["trigger"])?;
        let mut source = self.names.parties(members, "source")?;
        let target = wholes_apart(self.names.parties(members, "target")?);
        if source.is_empty() {
            // Nobody known: the words for them ("about 3,000 people").
            let words = self.pages.all(members, &["source"])?;
            source.extend(words.into_iter().next().map(|q| Who {
                id: String::new(),
                name: q.quote,
                side: None,
            }));
        }
        // What is said first stands, but for the status: that changes as time goes on.
        let first = |value: fn(&Said) -> Option<String>| said.iter().find_map(|(_, s)| value(s));
        let status = said.last().map(|(_, s)| s.status.clone()).unwrap_or_default();
        // Known from a statement only where every text says so.
        let statement = match said.iter().all(|(_, s)| s.statement.is_some()) {
            true => first(|s| s.statement.clone()),
            false => None,
        };
        let said_by = match &statement {
            Some(id) => self.names.speaker(id)?,
            None => None,
        };
        let dated = said.iter().map(|(_, s)| s).find(|s| s.first.is_some());
        let place = first(|s| s.place.clone());
        let magnitude = first(|s| s.magnitude.clone());
        let mode = first(|s| s.mode.clone());
        let confidence = said
            .iter()
            .filter_map(|(_, s)| s.confidence)
            .fold(None, |a: Option<f64>, b| Some(a.map_or(b, |a| a.max(b))));
        let (day, last, date) =
            dated.map(|s| (s.first.clone(), s.last.clone(), s.date.clone())).unwrap_or_default();
        let (head, one) = first_of(members, &said)?;
        // Who announces a deed does not testify that it was done.
        let is_fact = |status: &str| matches!(status, "occurred" | "ongoing");
        let tells = |said: &Said| is_fact(&said.status) || !is_fact(&status);
        let telling = members.iter().zip(&said).filter(|(_, (_, said))| tells(said));
        let telling: Vec<Member> = telling.map(|(m, _)| m.clone()).collect();
        Ok(EventRow {
            id: head.id.clone(),
            day,
            last,
            date,
            r#type: one.1.r#type.clone(),
            mode,
            contexts: one.1.contexts.split(' ').filter(|c| !c.is_empty()).map(str::to_owned).collect(),
            source,
            target,
            status,
            place,
            magnitude,
            goldstein: one.1.goldstein,
            quad_class: one.1.quad_class.clone(),
            confidence,
            statement,
            said_by,
            known: head.known.clone(),
            sources: self.view.sources(&telling)?,
            differences,
            quotes,
        })
    }
}

/// Leaves out a state that only stands for some of its people who are named too: where one text has "six fishermen" and
/// another "fishermen of Elbonia", the fishermen are meant.
fn wholes_apart(parties: Vec<Who>) -> Vec<Who> {
    let has_part = |who: &Who| parties.iter().any(|p| p.side.as_deref() == Some(who.id.as_str()));
    parties.iter().filter(|w| !has_part(w)).cloned().collect()
}

/// The first member with what it says; a cluster without members is a fault of the file.
pub(crate) fn first_of<'m, T>(members: &'m [Member], said: &'m [T]) -> Result<(&'m Member, &'m T)> {
    members.first().zip(said.first()).ok_or_else(|| crate::error::Error::damaged("a cluster without items"))
}
