//! Who said what, to whom, where.

use super::events::first_of;
use super::find::{Asked, difference, page};
use super::names::{Names, Who};
use super::quotes::{Pages, Quote};
use super::search::{matching, stems};
use super::{Difference, Limit, Page};
use crate::error::{Doing, Result};
use crate::known::{Member, View};
use serde::Serialize;
use std::collections::HashMap;

/// Which statements are asked for; what is left empty asks for any.
#[derive(Clone, Debug, Default)]
pub struct AskedStatements {
    /// Case ids of speakers, or of those whom the speakers stand for.
    pub by: Vec<String>,
    /// Words of the addressee.
    pub to: Option<String>,
    /// Words that what is said must have, in any of their forms.
    pub about: Option<String>,
    /// Words of the outlet or occasion.
    pub venue: Option<String>,
    /// The first day; a statement of no known day counts by the day from which it is known.
    pub from: Option<String>,
    /// The last day.
    pub to_day: Option<String>,
}

/// A statement as all documents together have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementRow {
    /// Id of its first item.
    pub id: String,
    /// The day on which it was said, where it is known.
    pub day: Option<String>,
    /// Who says it; null where nobody is named.
    pub speaker: Option<Who>,
    /// How the source stands to it.
    pub stance: Option<String>,
    /// Quoted, reported, or both.
    pub mode: String,
    /// Outlet or occasion, in the text's words.
    pub venue: Option<String>,
    /// To whom it was said, in the text's words.
    pub addressee: Option<String>,
    /// The day from which it is known.
    pub known: Option<String>,
    /// Independent texts that have it (near-copies counted once).
    pub sources: usize,
    /// What they say differently.
    pub differences: Vec<Difference>,
    /// What is said.
    pub quotes: Vec<Quote>,
}

/// The statements that are asked for, in the order of their days.
///
/// # Errors
/// Where the case cannot be read.
pub fn said(view: &View, asked: &AskedStatements, limit: Limit) -> Result<Page<StatementRow>> {
    let mut find = Asked::of("statement", "statements", view);
    find.either("t.speaker", "t.side", &asked.by);
    for (column, words) in [("t.addressee", &asked.to), ("t.venue", &asked.venue)] {
        if let Some(words) = words {
            find.and(
                &format!("{column} IS NOT NULL AND instr(lower({column}), ?)"),
                [words.to_lowercase().as_str()],
            );
        }
    }
    find.between(asked.from.as_deref(), asked.to_day.as_deref());
    let clusters = match &asked.about {
        None => find.clusters(view, limit)?,
        Some(words) => {
            // The index over the texts leaves few documents to look into.
            find.and("i.doc IN (SELECT rowid FROM texts WHERE texts MATCH ?)", [matching(words)?.as_str()]);
            let wanted: Vec<String> = stems(words).into_iter().collect();
            // Which of the wanted stems a word has; the same words come again and again.
            let mut known: HashMap<String, Option<usize>> = HashMap::new();
            find.clusters_where(view, "t.content", limit, |content| {
                if !may_have(content, &wanted) {
                    return false;
                }
                let mut has = vec![false; wanted.len()];
                for word in content.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
                    let at = match known.get(word) {
                        Some(at) => *at,
                        None => {
                            let at =
                                stems(word).pop_first().and_then(|s| wanted.iter().position(|w| *w == s));
                            known.insert(word.to_owned(), at);
                            at
                        }
                    };
                    if let Some(at) = at {
                        has[at] = true;
                    }
                }
                has.into_iter().all(|h| h)
            })?
        }
    };
    let mut names = Names::new(view);
    let mut pages = Pages::new(view.conn);
    page(view, clusters, limit, |members| statement(view, &mut names, &mut pages, members).map(Some))
}

/// Whether the words may have all the stems, at a glance: a stem of five letters begins as its words do, in English.
fn may_have(content: &str, stems: &[String]) -> bool {
    let begins = |stem: &String| {
        let begin = stem.as_bytes().get(..3).filter(|_| stem.len() >= 5 && stem.is_ascii());
        begin.is_none_or(|begin| content.as_bytes().windows(3).any(|w| w.eq_ignore_ascii_case(begin)))
    };
    // An accent is no letter of a stem.
    !content.is_ascii() || stems.iter().all(begins)
}

/// What one item says of a statement.
struct Said {
    mode: String,
    venue: Option<String>,
    addressee: Option<String>,
    first: Option<String>,
    stance: Option<String>,
}

/// The statement that the members together are.
pub(crate) fn statement(
    view: &View,
    names: &mut Names,
    pages: &mut Pages,
    members: &[Member],
) -> Result<StatementRow> {
    let doing = "reading statements";
    let mut query = view
        .conn
        .prepare_cached("SELECT mode, venue, addressee, first, stance FROM statements WHERE item = ?1")
        .doing(doing)?;
    let mut said = Vec::new();
    for m in members {
        let row = query
            .query_row([m.item], |r| {
                Ok(Said {
                    mode: r.get(0)?,
                    venue: r.get(1)?,
                    addressee: r.get(2)?,
                    first: r.get(3)?,
                    stance: r.get(4)?,
                })
            })
            .doing(doing)?;
        said.push((pages.id(m.doc)?, row));
    }
    let mut speaker = None;
    for m in members {
        if speaker.is_none() {
            speaker = names.speaker(&m.id)?;
        }
    }
    let of = |what: &str, value: fn(&Said) -> Option<String>| {
        let values: Vec<_> = said.iter().map(|(d, s)| (d.clone(), value(s))).collect();
        difference(what, &values)
    };
    let differences = [of("date", |s| s.first.clone()), of("stance", |s| s.stance.clone())];
    let first = |value: fn(&Said) -> Option<String>| said.iter().find_map(|(_, s)| value(s));
    let (head, one) = first_of(members, &said)?;
    Ok(StatementRow {
        id: head.id.clone(),
        day: first(|s| s.first.clone()),
        speaker,
        stance: first(|s| s.stance.clone()),
        mode: one.1.mode.clone(),
        venue: first(|s| s.venue.clone()),
        addressee: first(|s| s.addressee.clone()),
        known: head.known.clone(),
        sources: view.sources(members)?,
        differences: differences.into_iter().flatten().collect(),
        quotes: pages.all(members, &["content"])?,
    })
}
