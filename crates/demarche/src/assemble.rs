//! The last step: what was extracted, in bytes and indices, becomes the record, in scalars and ids.

use crate::{Reading, Source};
use demarche_base::{ByteSpan, ScalarMap};
use demarche_extract as extract;
use demarche_record as record;
use demarche_record::Span;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Makes the record of `source` from what was read in it.
///
/// Items keep the order in which the extractors gave them; their ids are a letter for the list and a number
/// from 1 ("a1" for the first attribution, "e3" for the third event).
pub fn assemble(source: &Source, reading: &Reading) -> record::Record {
    let found = &reading.extraction;
    let place =
        Places { text: &source.text, map: ScalarMap::new(&source.text), actors: actor_ids(&found.actors) };
    let notices =
        source.notices.iter().chain(&reading.layout.notices).chain(&found.notices).chain(&reading.notices);
    let mut notices: Vec<record::Notice> = notices.map(|n| place.notice(n)).collect();
    notices.sort_by_key(|n| n.spans.first().copied().unwrap_or_default());
    notices.dedup();
    record::Record {
        id: source.id.clone(),
        schema: record::SCHEMA_VERSION.to_owned(),
        document: document(source, reading, &place),
        actors: found.actors.iter().zip(&place.actors).map(|(a, id)| place.actor_item(a, id)).collect(),
        entities: found.entities.iter().map(|e| place.entity(e)).collect(),
        dates: found.dates.iter().enumerate().map(|(i, d)| place.date(i, d)).collect(),
        attributions: found
            .attributions
            .iter()
            .enumerate()
            .map(|(i, a)| place.attribution(i, a, found))
            .collect(),
        events: found.events.iter().enumerate().map(|(i, e)| place.event(i, e, found)).collect(),
        meetings: found.meetings.iter().enumerate().map(|(i, m)| place.meeting(i, m)).collect(),
        commitments: found.commitments.iter().enumerate().map(|(i, c)| place.commitment(i, c)).collect(),
        notices,
        pairs: reading.pairs.clone(),
    }
}

fn document(source: &Source, reading: &Reading, place: &Places) -> record::Document {
    let found = &reading.extraction.published;
    let sha256 = hex(&Sha256::digest(source.text.as_bytes()));
    let candidates = found.candidates.iter().map(|c| record::Candidate {
        value: c.date.to_string(),
        reason: c.reason.clone(),
        spans: place.spans(&c.spans),
    });
    let (published, published_by) = match source.published {
        Some((date, by)) => (Some(date), by),
        None => (found.date, found.by),
    };
    record::Document {
        id: source.id.clone().unwrap_or_else(|| sha256[..16].to_owned()),
        title: source.title.clone().or_else(|| headline(&source.text, &reading.layout)),
        text: source.text.clone(),
        url: source.url.clone(),
        language: reading.english.then(|| "en".to_owned()),
        sha256,
        published: published.map(|d| d.to_string()),
        published_by,
        published_candidates: candidates.collect(),
    }
}

/// The text's own headline.
fn headline(text: &str, layout: &demarche_text::Layout) -> Option<String> {
    let paragraph = layout.paragraphs.iter().find(|p| p.kind == demarche_text::ParagraphKind::Headline)?;
    Some(words_of(paragraph.span.of(text)))
}

/// The words with single spaces between them.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The ids of the actors: their keys; a key that comes again gets a number.
fn actor_ids(actors: &[extract::Actor]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let unused = |key: &str, taken: &mut BTreeSet<String>| {
        let numbered = (2..).map(|n| format!("{key} ({n})"));
        let id = std::iter::once(key.to_owned()).chain(numbered).find(|id| !taken.contains(id));
        let id = id.unwrap_or_default();
        taken.insert(id.clone());
        id
    };
    actors.iter().map(|a| unused(&a.key, &mut taken)).collect()
}

/// Turns places of the text into spans of scalars and indices into ids.
struct Places<'a> {
    text: &'a str,
    map: ScalarMap,
    actors: Vec<String>,
}

impl Places<'_> {
    fn span(&self, span: ByteSpan) -> Span {
        self.map.scalars(self.text, span)
    }

    fn spans(&self, spans: &[ByteSpan]) -> Vec<Span> {
        spans.iter().map(|&s| self.span(s)).collect()
    }

    fn words(&self, span: Option<ByteSpan>) -> Option<String> {
        span.map(|s| words_of(s.of(self.text))).filter(|w| !w.is_empty())
    }

    fn actor(&self, id: extract::ActorId) -> Option<String> {
        self.actors.get(id.index()).cloned()
    }

    fn actors(&self, ids: &[extract::ActorId]) -> Vec<String> {
        ids.iter().filter_map(|&id| self.actor(id)).collect()
    }

    fn notice(&self, notice: &demarche_base::Notice) -> record::Notice {
        record::Notice {
            kind: notice.kind.name().to_owned(),
            spans: self.spans(&notice.spans),
            message: notice.message.clone(),
        }
    }

    fn actor_item(&self, actor: &extract::Actor, id: &str) -> record::Actor {
        let mention =
            |m: &extract::Mention| record::Mention { span: self.span(m.span), coreferent: m.coreferent };
        let mentions: Vec<record::Mention> = actor.mentions.iter().map(mention).collect();
        record::Actor {
            id: id.to_owned(),
            name: actor.name.clone(),
            kind: actor.kind,
            wikidata: actor.wikidata.clone(),
            role: actor.role.clone(),
            affiliation: actor.affiliation.and_then(|a| self.actor(a)),
            spans: mentions.iter().map(|m| m.span).collect(),
            mentions,
        }
    }

    fn entity(&self, entity: &extract::Entity) -> record::Entity {
        record::Entity {
            r#type: entity.kind,
            spans: vec![self.span(entity.span)],
            actor: entity.actor.and_then(|a| self.actor(a)),
            found_by: entity.found_by.to_owned(),
        }
    }

    fn date(&self, index: usize, date: &extract::Timex) -> record::Date {
        let candidate = |(value, reason): &(String, String)| record::Candidate {
            value: value.clone(),
            reason: reason.clone(),
            spans: Vec::new(),
        };
        record::Date {
            id: format!("d{}", index + 1),
            r#type: date.kind,
            value: date.value.clone(),
            spans: vec![self.span(date.span)],
            candidates: date.candidates.iter().map(candidate).collect(),
            found_by: date.found_by.to_owned(),
        }
    }

    fn attribution(
        &self,
        index: usize,
        a: &extract::Attribution,
        found: &extract::Extraction,
    ) -> record::Attribution {
        record::Attribution {
            id: attribution_id(index),
            source: self.spans(&a.source),
            cue: self.spans(&a.cue),
            content: self.spans(&a.content),
            speaker: a.speaker.and_then(|s| self.actor(s)),
            mode: a.mode,
            venue: self.words(a.venue),
            venue_spans: a.venue.iter().map(|&v| self.span(v)).collect(),
            addressee: self.words(a.addressee),
            date: date_value(a.date, found),
            stance: a.stance.map(str::to_owned),
            found_by: a.found_by.to_owned(),
        }
    }

    fn party(&self, party: &extract::Party) -> record::Party {
        record::Party { actor: party.actor.and_then(|a| self.actor(a)), spans: vec![self.span(party.span)] }
    }

    fn event(&self, index: usize, e: &extract::Event, found: &extract::Extraction) -> record::Event {
        let magnitude = |m: &extract::Magnitude| record::Magnitude {
            value: m.value,
            unit: self.words(m.unit),
            approximate: m.approximate,
            spans: vec![self.span(m.span)],
        };
        record::Event {
            id: event_id(index),
            r#type: e.kind,
            mode: e.mode.map(str::to_owned),
            contexts: e.contexts.iter().map(|&c| c.to_owned()).collect(),
            source: e.source.iter().map(|p| self.party(p)).collect(),
            target: e.target.iter().map(|p| self.party(p)).collect(),
            trigger: vec![self.span(e.trigger)],
            status: e.status,
            date: date_value(e.date, found).or_else(|| e.counted.clone()),
            place: self.words(e.place),
            magnitude: e.magnitude.as_ref().map(magnitude),
            attribution: e.attribution.map(|a| attribution_id(a.index())),
            goldstein: e.kind.goldstein(),
            quad_class: e.kind.quad_class(),
            confidence: e.confidence.map(rounded),
            found_by: e.found_by.to_owned(),
        }
    }

    fn meeting(&self, index: usize, m: &extract::Meeting) -> record::Meeting {
        let head = |h: &extract::Head| {
            Some(record::Head {
                actor: self.actor(h.actor)?,
                r#for: h.stands_for.and_then(|a| self.actor(a)),
                spans: vec![self.span(h.span)],
            })
        };
        record::Meeting {
            id: meeting_id(index),
            parties: m.parties.iter().map(|p| self.party(p)).collect(),
            heads: m.heads.iter().filter_map(head).collect(),
            forum: self.words(m.forum),
            place: self.words(m.place),
            start: m.start.clone(),
            end: m.end.clone(),
            format: self.words(m.format),
            topics: m.topics.iter().filter_map(|&t| self.words(Some(t))).collect(),
            status: m.status,
            after: m.after.map(|a| meeting_id(a.index())),
            spans: self.spans(&m.spans),
            found_by: m.found_by.to_owned(),
        }
    }

    fn clause(&self, clause: &extract::Clause) -> record::Clause {
        record::Clause {
            actor: self.actors(&clause.actor),
            target: self.actors(&clause.target),
            spans: self.spans(&clause.spans),
            negated: clause.negated,
            r#type: clause.kind,
            event: clause.event.map(|e| event_id(e.index())),
        }
    }

    fn commitment(&self, index: usize, c: &extract::Commitment) -> record::Commitment {
        record::Commitment {
            id: format!("c{}", index + 1),
            kind: c.kind,
            by: self.actors(&c.by),
            towards: self.actors(&c.towards),
            r#if: c.condition.as_ref().map(|x| self.clause(x)),
            then: c.consequence.as_ref().map(|x| self.clause(x)),
            what: c.what.as_ref().map(|x| self.clause(x)),
            options: c.options.iter().map(|x| self.clause(x)).collect(),
            attribution: c.attribution.map(|a| attribution_id(a.index())),
            spans: self.spans(&c.spans),
            found_by: c.found_by.to_owned(),
        }
    }
}

fn attribution_id(index: usize) -> String {
    format!("a{}", index + 1)
}

fn event_id(index: usize) -> String {
    format!("e{}", index + 1)
}

fn meeting_id(index: usize) -> String {
    format!("m{}", index + 1)
}

fn date_value(date: Option<extract::DateId>, found: &extract::Extraction) -> Option<String> {
    date.and_then(|d| found.dates.get(d.index())).map(|d| d.value.clone())
}

/// A certainty to three places: enough to rank by, and the same on every machine.
fn rounded(certainty: f32) -> f64 {
    (f64::from(certainty) * 1000.0).round() / 1000.0
}
