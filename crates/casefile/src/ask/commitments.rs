//! Who binds whom to what, and what became of it.

use super::find::{Asked, page};
use super::names::{Names, Who};
use super::quotes::{Pages, Quote};
use super::{Limit, Page};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use crate::read::{Texts, commitment};
use crate::rows::CommitmentRow;
use rusqlite::params;
use serde::Serialize;

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
    let mut find = Asked::of("commitments", "i.known", view);
    find.one_of("t.kind", &asked.kinds);
    find.party(&asked.by, &["by"]);
    find.party(&asked.towards, &["towards"]);
    let clusters = find.clusters(view)?;
    let mut loader = Loader::new(view);
    page(view, clusters, limit, |members| {
        let row = loader.commitment(members)?;
        Ok((!asked.open || row.row.state == "open").then_some(row))
    })
}

/// The changes in the life of the members, in the order of time, with the words of what made them.
pub(crate) fn changes(view: &View, pages: &mut Pages, members: &[Member]) -> Result<Vec<Change>> {
    let doing = "reading the life of an item";
    let mut query = view
        .conn
        .prepare_cached(
            "SELECT state, day, known, by, sure, why FROM changes WHERE item = ?1 AND (?2 IS NULL OR known <= ?2)",
        )
        .doing(doing)?;
    let mut all = Vec::new();
    for m in members {
        let rows = query
            .query_map(params![m.id, view.as_of()], |r| {
                let by: String = r.get(3)?;
                Ok(Change {
                    state: r.get(0)?,
                    day: r.get(1)?,
                    known: r.get(2)?,
                    by: (!by.is_empty()).then_some(by),
                    sure: r.get(4)?,
                    why: r.get(5)?,
                    quotes: Vec::new(),
                })
            })
            .doing(doing)?;
        for row in rows {
            all.push(row.doing(doing)?);
        }
    }
    let when = |c: &Change| c.day.clone().or_else(|| c.known.clone()).unwrap_or_default();
    all.sort_by(|a, b| (when(a), &a.state, &a.by).cmp(&(when(b), &b.state, &b.by)));
    for change in &mut all {
        if let Some(by) = &change.by {
            change.quotes = quotes_of(view, pages, by)?;
        }
    }
    Ok(all)
}

/// The words that prove the item with that id; none where it is there no more.
pub(crate) fn quotes_of(view: &View, pages: &mut Pages, id: &str) -> Result<Vec<Quote>> {
    let members = view.members(id)?;
    let Some(member) = members.iter().find(|m| m.id == id).or(members.first()) else { return Ok(Vec::new()) };
    let quotes = pages.quotes(member, &[])?;
    // What is said or done, not who does it.
    let telling = ["trigger", "content", "mention", "if", "then", "what"];
    Ok(quotes.into_iter().filter(|q| telling.contains(&q.field.as_str())).collect())
}

/// Makes rows of commitments.
pub(crate) struct Loader<'v> {
    view: &'v View<'v>,
    names: Names<'v>,
    pages: Pages<'v>,
    texts: Texts<'v>,
}

impl<'v> Loader<'v> {
    pub fn new(view: &'v View<'v>) -> Loader<'v> {
        Loader { view, names: Names::new(view), pages: Pages::new(view.conn), texts: Texts::new(view.conn) }
    }

    /// The commitment that the members together are.
    pub fn commitment(&mut self, members: &[Member]) -> Result<LivingCommitment> {
        let row = commitment(self.view, &mut self.texts, members)?;
        let first = &members[..members.len().min(1)];
        Ok(LivingCommitment {
            who: self.names.parties(first, "by")?,
            whom: self.names.parties(first, "towards")?,
            changes: changes(self.view, &mut self.pages, members)?,
            quotes: self.pages.all(members, &[])?,
            row,
        })
    }

    /// Names of case ids.
    pub fn names(&mut self) -> &mut Names<'v> {
        &mut self.names
    }
}
