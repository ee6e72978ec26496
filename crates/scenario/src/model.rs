//! Commitments, their clauses as acts, and what is assumed.

use demarche_act::{Act, World, receives};
use demarche_record::CommitmentKind;
use serde::Serialize;
use std::fmt;

/// Everything that binds anybody, in the order of its ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The commitments, sorted by id.
    pub commitments: Vec<Commitment>,
}

/// The words of a text that prove something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Citation {
    /// Id of the document.
    pub document: String,
    /// What of the commitment they prove (`if`, `then`, ...).
    pub field: String,
    /// Half-open, in Unicode scalars of the document's text.
    pub span: [usize; 2],
    /// The words.
    pub quote: String,
}

/// One commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitment {
    /// Its id in the case.
    pub id: String,
    /// Demand, offer, promise, threat, condition or choice.
    pub kind: CommitmentKind,
    /// Ids of those who bind themselves or demand.
    pub by: Vec<String>,
    /// Ids of those it is aimed at.
    pub towards: Vec<String>,
    /// On what condition.
    pub r#if: Option<Act>,
    /// What follows.
    pub then: Option<Act>,
    /// What is demanded.
    pub what: Option<Act>,
    /// The paths of a choice.
    pub options: Vec<Act>,
    /// Its state in the case: open, met, broken, triggered, withdrawn, expired, ...
    pub state: String,
    /// 0 to 1: how sure the reading is.
    pub sure: f64,
    /// The words that prove it.
    pub citations: Vec<Citation>,
}

impl Model {
    /// A model of these commitments, whatever their order.
    pub fn new(mut commitments: Vec<Commitment>) -> Self {
        commitments.sort_by(|a, b| a.id.cmp(&b.id));
        commitments.dedup_by(|a, b| a.id == b.id);
        Model { commitments }
    }

    /// The commitment of that id, and its place.
    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.commitments.binary_search_by(|c| c.id.as_str().cmp(id)).ok()
    }
}

impl Model {
    /// The condition of the commitment at `place`, with what its words leave to the rest of what is said: who gives what
    /// its maker is to receive is whom it is aimed at; who is to do what a condition only hopes for ("if we see
    /// de-escalation") is whom the same maker puts a choice before in the same text, where nobody else is spoken to.
    pub fn condition(&self, place: usize, world: &World) -> Option<Act> {
        let c = self.commitments.get(place)?;
        let mut act = c.r#if.clone()?;
        if act.targets.is_empty() && !act.actors.is_empty() && receives(&act, world) {
            act.targets = c.towards.iter().filter(|t| !act.actors.contains(t)).cloned().collect();
        }
        if act.actors.is_empty() && c.towards.is_empty() && c.kind == CommitmentKind::Condition {
            let same = |o: &&Commitment| {
                o.by.iter().any(|b| c.by.contains(b))
                    && o.citations.iter().any(|q| c.citations.iter().any(|p| p.document == q.document))
            };
            let chooses = self.commitments.iter().filter(same).find_map(Commitment::chooser);
            act.actors.extend(chooses.cloned());
        }
        Some(act)
    }
}

impl Commitment {
    /// Who is to choose between its paths, where it has some.
    pub fn chooser(&self) -> Option<&String> {
        let named = self.options.iter().flat_map(|o| &o.actors).next();
        named.or(self.towards.first()).filter(|_| self.options.len() > 1)
    }

    /// The words of one of its fields, as they are cited, once each; all fields where `field` is empty.
    pub fn quotes(&self, field: &str) -> Vec<&str> {
        let of = self.citations.iter().filter(|c| field.is_empty() || c.field == field);
        let mut quotes: Vec<&str> = Vec::new();
        for c in of {
            if !quotes.contains(&c.quote.as_str()) {
                quotes.push(&c.quote);
            }
        }
        quotes
    }

    /// Whether it can still come to anything: it was not dropped, and its day has not passed.
    pub fn is_alive(&self) -> bool {
        !matches!(self.state.as_str(), "withdrawn" | "expired" | "met" | "carried_out")
    }

    /// What it binds its maker (or, where it is a demand, the other side) to.
    pub fn due(&self) -> Option<&Act> {
        self.then.as_ref().or(self.what.as_ref())
    }
}

/// Something that is taken as done, for the sake of the question.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed {
    /// As it was asked.
    pub text: String,
    /// The act.
    pub act: Act,
    /// The commitment whose act it is, where it was asked for by id.
    pub of: Option<String>,
}

/// Why something cannot be assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumeError(String);

impl fmt::Display for AssumeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for AssumeError {}

/// What an analyst asks to assume: an act as [`demarche_act::parse`] reads it (`RUS ASSAULT UKR`, `not NATO GIVE security
/// guarantees`), or the id of a commitment (or `not` and its id): that what it says is done, or is not.
///
/// # Errors
/// The text is neither; or the commitment says no act (a choice without paths).
pub fn assume(model: &Model, world: &World, text: &str) -> Result<Assumed, AssumeError> {
    let text = text.trim();
    let (negated, id) = match text.strip_prefix("not ") {
        Some(rest) => (true, rest.trim()),
        None => (false, text),
    };
    let Some(place) = model.by_id(id) else {
        let act = demarche_act::parse(text, world).map_err(|e| AssumeError(format!("{text:?}: {e}")))?;
        return Ok(Assumed { text: text.to_owned(), act, of: None });
    };
    let commitment = &model.commitments[place];
    let Some(due) = commitment.due() else {
        return Err(AssumeError(format!("{id} says no act that could be assumed")));
    };
    let mut act = due.clone();
    if act.actors.is_empty() && commitment.then.is_some() {
        act.actors.clone_from(&commitment.by);
    }
    if act.actors.is_empty() && commitment.what.is_some() {
        act.actors.clone_from(&commitment.towards);
    }
    act.negated ^= negated;
    Ok(Assumed { text: text.to_owned(), act, of: Some(commitment.id.clone()) })
}
