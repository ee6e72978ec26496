//! One record, made ready for the case: ids for its items, the words as text, who stands for whom.

use crate::ids::{self, ItemKind};
use demarche_record::{Actor, Clause, Commitment, Party, Record, Span};
use rustc_hash::FxHashMap as HashMap;

/// The words at spans of Unicode scalars, found in constant time.
pub(crate) struct Words<'t> {
    text: &'t str,
    /// The byte at which each scalar begins, the end included; empty where text is ASCII and each is one byte.
    starts: Vec<u32>,
}

impl<'t> Words<'t> {
    pub fn new(text: &'t str) -> Words<'t> {
        let starts = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect()
        };
        Words { text, starts }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The byte at which a scalar begins; the text's end for one beyond it.
    pub fn byte(&self, scalar: usize) -> usize {
        self.begin(scalar).unwrap_or(self.text.len()).min(self.text.len())
    }

    /// The byte at which a scalar begins, where the text is known to have it; ASCII may be too short for it.
    fn begin(&self, scalar: usize) -> Option<usize> {
        if self.starts.is_empty() { Some(scalar) } else { self.starts.get(scalar).map(|&b| b as usize) }
    }

    /// The words of one span; none where it does not lie in the text.
    pub fn at(&self, span: Span) -> &'t str {
        let range = self.begin(span[0]).zip(self.begin(span[1])).map(|(from, to)| from..to);
        range.and_then(|r| self.text.get(r)).unwrap_or("")
    }

    /// The words of several spans, with an ellipsis between them.
    pub fn all(&self, spans: &[Span]) -> String {
        let mut words = String::new();
        for &span in spans {
            if !words.is_empty() {
                words.push_str(" … ");
            }
            words.push_str(self.at(span));
        }
        words
    }
}

/// The ids of a record's items, in the order of its lists.
pub(crate) struct Ids {
    pub actors: Vec<String>,
    pub statements: Vec<String>,
    pub events: Vec<String>,
    pub meetings: Vec<String>,
    pub commitments: Vec<String>,
}

impl Ids {
    /// Ids for the items of the document with the hash `sha256`.
    pub fn of(record: &Record, sha256: &str) -> Ids {
        let mut given: HashMap<String, usize> = HashMap::default();
        let mut make = |kind, name: &str, spans: &[Span]| {
            let id = ids::make(kind, sha256, name, spans, 0);
            let n = given.entry(id.clone()).or_default();
            *n += 1;
            if *n == 1 { id } else { ids::make(kind, sha256, name, spans, *n - 1) }
        };
        Ids {
            actors: record.actors.iter().map(|a| make(ItemKind::Actor, &a.id, &[])).collect(),
            statements: record
                .attributions
                .iter()
                .map(|a| make(ItemKind::Statement, "", if a.cue.is_empty() { &a.content } else { &a.cue }))
                .collect(),
            events: record.events.iter().map(|e| make(ItemKind::Event, "", &e.trigger)).collect(),
            meetings: record
                .meetings
                .iter()
                // Later mentions come and go with the reading; the first one is the meeting's.
                .map(|m| make(ItemKind::Meeting, "", m.spans.get(..1).unwrap_or(&[])))
                .collect(),
            commitments: record
                .commitments
                .iter()
                .map(|c| make(ItemKind::Commitment, "", &c.spans))
                .collect(),
        }
    }
}

/// The clauses of a commitment and the roles that they have in it.
pub(crate) fn clauses(c: &Commitment) -> Vec<(String, &Clause)> {
    let named = [("if", &c.r#if), ("then", &c.then), ("what", &c.what)];
    let single = named.into_iter().filter_map(|(role, clause)| Some((role.to_owned(), clause.as_ref()?)));
    single.chain(c.options.iter().enumerate().map(|(i, o)| (format!("option{}", i + 1), o))).collect()
}

/// Whom each actor of a record stands for.
pub(crate) struct Sides<'r> {
    by_id: HashMap<&'r str, &'r Actor>,
}

impl<'r> Sides<'r> {
    pub fn new(record: &'r Record) -> Sides<'r> {
        Sides { by_id: record.actors.iter().map(|a| (a.id.as_str(), a)).collect() }
    }

    /// The actor with that id.
    pub fn actor(&self, id: &str) -> Option<&'r Actor> {
        self.by_id.get(id).copied()
    }

    /// The state or body that `id` speaks for as this record says it, through as many steps as it takes; `id` itself
    /// where it speaks for nobody else.
    pub fn of<'a>(&self, id: &'a str) -> &'a str
    where
        'r: 'a,
    {
        let mut at = id;
        // An actor of a record that speaks for itself in a circle must not hold anybody up.
        for _ in 0..8 {
            match self.by_id.get(at).and_then(|a| a.affiliation.as_deref()) {
                Some(of) if of != at => at = of,
                _ => break,
            }
        }
        at
    }
}

/// Spans of all parties with a role's name, for the citations.
pub(crate) fn party_spans(parties: &[Party]) -> impl Iterator<Item = Span> + '_ {
    parties.iter().flat_map(|p| p.spans.iter().copied())
}
