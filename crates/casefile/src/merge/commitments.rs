//! When two commitments are one: the same kind, by the same, towards the same, with the same content.

use super::traits::{Day, Fit, Glance, Keys, Source, day, fit};
use super::words::{Hash, class, common, names, stems, tokens};
use crate::items::term;
use crate::local::clauses;
use demarche_record::{Commitment, Span};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Over how many days the same words bind or demand the same: after that it is said anew.
const AGAIN: Day = 60;

/// What a commitment is compared by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CommitmentTraits {
    kind: u8,
    by: Vec<String>,
    towards: Vec<String>,
    clauses: Vec<ClauseTraits>,
    published: Option<Day>,
    /// The last day of its term.
    term: Option<Day>,
    said: Option<i64>,
}

/// One side of it. The paths of a choice have all the same role, in alphabetical order of their stems.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct ClauseTraits {
    role: String,
    negated: bool,
    /// Whether something is to stay as it is ("keep the road open"), which is not to bring it about.
    keeps: bool,
    kind: Option<String>,
    targets: Vec<String>,
    stems: Vec<String>,
    /// Those of them that are parts of names.
    names: Vec<String>,
}

/// Whether one of the first words says that something is to stay as it is.
fn keeps(words: &str) -> bool {
    static KEEP: LazyLock<HashSet<&str>> =
        LazyLock::new(|| class(include_str!("../../data/light_words.tsv"), "keep").collect());
    tokens(words).take(6).any(|w| KEEP.contains(w.as_str()))
}

/// The words at spans without those that say when, which are told otherwise in each text ("by March 14", "by Friday").
fn undated(spans: &[Span], from: &Source) -> String {
    let mut words = String::new();
    for &[start, end] in spans {
        let mut at = start;
        let within = |d: &&Span| d[0] >= start && d[1] <= end;
        for date in from.record.dates.iter().flat_map(|d| &d.spans).filter(within) {
            words += from.words.at([at, date[0].max(at)]);
            at = date[1].max(at);
        }
        words += from.words.at([at, end]);
        words.push(' ');
    }
    words
}

impl CommitmentTraits {
    pub fn of(c: &Commitment, from: &Source) -> CommitmentTraits {
        let sides = |ids: &[String]| from.all_sides(ids.iter().map(String::as_str).collect::<Vec<_>>());
        let mut list: Vec<ClauseTraits> = clauses(c)
            .into_iter()
            .map(|(role, clause)| {
                let words = undated(&clause.spans, from);
                let stems: Vec<String> = stems(&words, true)
                    .into_iter()
                    .filter(|s| !s.starts_with(|c: char| c.is_ascii_digit()))
                    .collect();
                ClauseTraits {
                    role: if role.starts_with("option") { "option".to_owned() } else { role },
                    negated: clause.negated,
                    keeps: keeps(&from.words.all(&clause.spans)),
                    kind: clause.r#type.map(|t| t.name().to_owned()),
                    targets: sides(&clause.target),
                    names: names(&words).into_iter().filter(|n| stems.binary_search(n).is_ok()).collect(),
                    stems,
                }
            })
            .collect();
        list.sort();
        CommitmentTraits {
            kind: c.kind as u8,
            by: sides(&c.by),
            towards: sides(&c.towards),
            clauses: list,
            published: from.published,
            term: term(from.record, c, from.words).map(day),
            said: from.said(&c.spans),
        }
    }

    /// Why the two are one.
    pub fn same(&self, other: &CommitmentTraits) -> Option<String> {
        if self.kind != other.kind || self.clauses.len() != other.clauses.len() {
            return None;
        }
        if self.published.zip(other.published).is_some_and(|(a, b)| (a - b).abs() > AGAIN) {
            return None;
        }
        if self.is_anew(other) || other.is_anew(self) {
            return None;
        }
        // A report may leave out a party, not name another instead: who is told to keep from fighting whom is the demand.
        let by = fit(&self.by, &other.by);
        if by == Fit::Other || !is_part(&self.towards, &other.towards) {
            return None;
        }
        let pairs = || self.clauses.iter().zip(&other.clauses);
        if pairs().any(|(a, b)| a.role != b.role || a.negated != b.negated || a.keeps != b.keeps) {
            return None;
        }
        if self.said.is_some() && self.said == other.said && pairs().all(|(a, b)| a.stems == b.stems) {
            return Some("the same sentence in both texts".to_owned());
        }
        // Whose it is must be said: many demand the same.
        if by != Fit::Shared {
            return None;
        }
        let mut why = Vec::new();
        for (a, b) in pairs() {
            why.push(a.same(b)?);
        }
        let who = self.by.iter().find(|s| other.by.contains(s))?;
        Some(format!("same kind, by {who}, same content: {}", why.join("; ")))
    }

    /// Whether it sets another term after that of `before` was over: the same is demanded or promised a second time.
    fn is_anew(&self, before: &CommitmentTraits) -> bool {
        let over = self.published.zip(before.term).is_some_and(|(said, term)| said > term);
        over && self.term.is_some_and(|own| Some(own) != before.term)
    }

    pub fn glance(&self) -> Glance {
        let kind = Hash::new().with("commitment").number(self.kind.into());
        let kind = self
            .clauses
            .iter()
            .fold(kind, |kind, c| kind.with(&c.role).number(c.negated.into()).number(c.keeps.into()));
        Glance::new(kind, [&self.by, self.clauses.last().map_or(&[], |c| &c.stems)])
    }

    pub fn keys(&self, keys: &mut Keys) {
        let start = Hash::new().with("commitment").number(i64::from(self.kind));
        if let Some(said) = self.said {
            self.timed(start.with("said").number(said), keys);
        }
        // Every clause must agree, so that one is enough to look by: the last in order of roles, what is demanded or
        // follows. All paths of a choice are asked for, as their order may differ.
        let Some(last) = self.clauses.last() else { return };
        for clause in self.clauses.iter().filter(|c| c.role == last.role) {
            for by in &self.by {
                let start = start.with(&last.role).with(by);
                for stem in &clause.stems {
                    self.timed(start.with(stem), keys);
                }
            }
        }
    }

    /// A key within the time in which the same is the same: it is kept in its own block of days, and for those who do not
    /// say when; it is looked for in the blocks beside, and among those.
    fn timed(&self, key: Hash, keys: &mut Keys) {
        let block = |n: i64| key.with("in").number(n).short();
        match self.published.map(|p| i64::from(p).div_euclid(i64::from(AGAIN))) {
            Some(n) => {
                keys.kept.extend([key.short(), block(n)]);
                keys.asked.extend([block(n - 1), block(n), block(n + 1), key.with("undated").short()]);
            }
            None => {
                keys.kept.extend([key.short(), key.with("undated").short()]);
                keys.asked.push(key.short());
            }
        }
    }
}

/// Whether one of two lists in alphabetical order has all that the other one has.
fn is_part(a: &[String], b: &[String]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().all(|x| many.binary_search(x).is_ok())
}

impl ClauseTraits {
    /// In words why the two sides say the same.
    fn same(&self, other: &ClauseTraits) -> Option<String> {
        let shared = common(&self.stems, &other.stems);
        let (fewer, more) = {
            let (a, b) = (self.stems.len(), other.stems.len());
            (a.min(b), a.max(b))
        };
        if shared == 0 {
            return None;
        }
        // Where both say what is to be done, the place or the party alone does not tell that it is the same.
        let named = |s: &String| self.names.binary_search(s).is_ok() || other.names.binary_search(s).is_ok();
        let acts = |c: &ClauseTraits| c.stems.iter().any(|s| !named(s));
        let in_both = self.stems.iter().filter(|s| other.stems.binary_search(s).is_ok());
        if acts(self) && acts(other) && in_both.clone().all(named) {
            return None;
        }
        let of = |share: usize, all: usize| share as f64 / all as f64;
        let enough = match (&self.kind, &other.kind) {
            (Some(a), Some(b)) if a != b => false,
            (Some(_), Some(_)) => {
                fit(&self.targets, &other.targets) != Fit::Other
                    && of(shared, fewer) >= 0.5
                    && of(shared, more) >= 0.3
            }
            _ => of(shared, fewer) >= 0.66 && of(shared, more) >= 0.4 && (shared > 1 || more == 1),
        };
        let words: Vec<&str> = in_both.map(String::as_str).collect();
        enough.then(|| format!("{} \"{}\"", self.role, words.join(" ")))
    }
}
