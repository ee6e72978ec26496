//! Who binds whom to what, and what became of it.

use super::brief::Id;
use super::find::{Asked, components, in_order, page};
use super::names::{Names, Who};
use super::quotes::{Pages, Quote};
use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use crate::read::commitment;
use crate::rows::CommitmentRow;
use serde::Serialize;
use std::collections::HashMap;

/// Which commitments are asked for; what is left empty asks for any.
#[derive(Clone, Debug, Default)]
pub struct AskedCommitments {
    /// Only those that are open.
    pub open: bool,
    /// Case ids of those who bind themselves or demand, or for whom those stand.
    pub by: Vec<String>,
    /// Case ids of those it is aimed at, or for whom those stand.
    pub towards: Vec<String>,
    /// Kinds (`threat`, `promise`, ...).
    pub kinds: Vec<String>,
}

/// One change in the life of a commitment or a meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The state that it came to.
    pub state: String,
    /// When it happened.
    pub day: Option<String>,
    /// The day from which it is known.
    pub known: Option<String>,
    /// Id of the item that made it; null: the calendar did.
    pub by: Option<String>,
    /// 0 to 1.
    pub sure: f64,
    /// One sentence for a person.
    pub why: String,
    /// The words of what made it.
    pub quotes: Vec<Quote>,
}

/// A commitment with its life.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LivingCommitment {
    /// What it is, its state included.
    #[serde(flatten)]
    pub row: CommitmentRow,
    /// Who binds themselves or demands, with names.
    pub who: Vec<Who>,
    /// Whom it is aimed at, with names.
    pub whom: Vec<Who>,
    /// The changes of its state, in order.
    pub changes: Vec<Change>,
    /// The words that prove it.
    pub quotes: Vec<Quote>,
}

/// The commitments that are asked for, in the order of the days from which they are known.
///
/// # Errors
/// Where the case cannot be read.
pub fn commitments(view: &View, asked: &AskedCommitments, limit: Limit) -> Result<Page<LivingCommitment>> {
    let mut find = Asked::of("commitment", "commitments", view);
    find.one_of("t.kind", &asked.kinds);
    find.party(&asked.by, &["by"]);
    find.party(&asked.towards, &["towards"]);
    if asked.open && view.as_of().is_none() {
        // Where the lives are still to be told, one without a state is open.
        find.and("i.cluster NOT IN (SELECT cluster FROM states WHERE state <> 'open')", []);
    }
    let mut days = find.days(view)?;
    if let (true, Some(day)) = (asked.open, view.as_of()) {
        let then = states_then(view, day)?;
        let mut open = Vec::new();
        for (cluster, day) in days {
            let any = match then.get(&cluster) {
                Some(is_open) => *is_open,
                None => components(view, &cluster.to_string())?.iter().try_fold(false, |any, members| {
                    let ids: Vec<&str> = members.iter().map(|m| m.id.as_str()).collect();
                    Result::Ok(any || crate::relive::state(view, &ids)?.is_none_or(|s| s == "open"))
                })?,
            };
            if any {
                open.push((cluster, day));
            }
        }
        days = open;
    }
    let clusters = in_order(view, days, limit)?;
    let mut loader = Loader::new(view);
    page(view, clusters, limit, |members| {
        let row = loader.commitment(members)?;
        Ok((!asked.open || row.row.state == "open").then_some(row))
    })
}

/// Of the clusters whose items were all known on that day, whether they were open then.
fn states_then(view: &View, day: &str) -> Result<HashMap<Id, bool>> {
    let doing = "reading the lives of commitments";
    let mut then = HashMap::new();
    if crate::relive::is_unlived(view.conn)? {
        return Ok(then);
    }
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT cluster, state = 'open' FROM steps WHERE whole <= ?1 AND known <= ?1 ORDER BY cluster, n",
        )
        .doing(doing)?;
    let mut rows = query.query([day]).doing(doing)?;
    // The last one stands.
    while let Some(row) = rows.next().doing(doing)? {
        then.insert(Id::read(row.get_ref(0).doing(doing)?)?, row.get(1).doing(doing)?);
    }
    Ok(then)
}

/// The life of what the members together are: a line for each state that was reached, in order, with the words of what
/// made it, in every text that says so.
pub(crate) fn changes(view: &View, pages: &mut Pages, members: &[Member]) -> Result<Vec<Change>> {
    let ids: Vec<&str> = members.iter().map(|m| m.id.as_str()).collect();
    let mut life = Vec::new();
    for change in crate::relive::life(view, &ids)? {
        let day =
            |d: Option<jiff::civil::Date>| d.filter(|d| *d > jiff::civil::Date::MIN).map(|d| d.to_string());
        // That it was made is proved by its own words, which stand beside.
        let own = change.state == crate::lives::State::Open || change.by.is_empty();
        life.push(Change {
            state: change.state.to_string(),
            day: day(change.day),
            known: day(change.known),
            quotes: if own { Vec::new() } else { quotes_of(view, pages, &change.by)? },
            by: (!change.by.is_empty()).then_some(change.by),
            sure: change.sure,
            why: change.why,
        });
    }
    Ok(life)
}

/// The words that prove the item with that id and those that are one with it; none where it is there no more.
pub(crate) fn quotes_of(view: &View, pages: &mut Pages, id: &str) -> Result<Vec<Quote>> {
    let members = view.members(id)?;
    let mut quotes = Vec::new();
    // The words of the item itself first, then those of the others that are one with it.
    let (first, rest): (Vec<&Member>, Vec<&Member>) = members.iter().partition(|m| m.id == id);
    for member in first.into_iter().chain(rest) {
        quotes.extend(pages.quotes(member, &[])?);
    }
    // What is said or done, not who does it.
    let telling = ["trigger", "content", "mention", "if", "then", "what"];
    Ok(quotes.into_iter().filter(|q| telling.contains(&q.field.as_str())).collect())
}

/// Makes rows of commitments.
pub(crate) struct Loader<'v> {
    view: &'v View<'v>,
    names: Names<'v>,
    pages: Pages<'v>,
}

impl<'v> Loader<'v> {
    pub fn new(view: &'v View<'v>) -> Loader<'v> {
        Loader { view, names: Names::new(view), pages: Pages::new(view.conn) }
    }

    /// The commitment that the members together are.
    pub fn commitment(&mut self, members: &[Member]) -> Result<LivingCommitment> {
        let changes = changes(self.view, &mut self.pages, members)?;
        let state = changes.last().map(|c| c.state.clone());
        let row = commitment(self.view, &mut self.pages, members, state)?;
        let first = &members[..members.len().min(1)];
        Ok(LivingCommitment {
            who: self.names.parties(first, "by")?,
            whom: self.names.parties(first, "towards")?,
            changes,
            quotes: self.pages.all(members, &[])?,
            row,
        })
    }

    /// Names of case ids.
    pub fn names(&mut self) -> &mut Names<'v> {
        &mut self.names
    }
}
