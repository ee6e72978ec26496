//! Who appears: mentions of states, bodies, groups and persons, brought together by whom they mean.
//!
//! 1. [`names`](read): words that say themselves whom they mean: "Lima", "the Kremlin", "Peruvian", "the OSCE";
//! 2. then every phrase in order: persons with title and side, descriptions ("the ministry", "both sides"), pronouns,
//!    each taking its meaning from what was spoken of before ([`discourse`]).
//!
//! [`ActorIndex`] answers what the other extractors ask; [`speakers`] later gives "I" and "we" of a quotation to the
//! one who speaks.

mod bodies;
mod discourse;
mod full_names;
mod index;
mod labels;
mod nouns;
mod offices;
mod persons;
pub(crate) mod phrase;
mod pronouns;
mod read;
mod sides;
mod table;

pub use index::ActorIndex;

use crate::turns::turns;
use crate::{Actor, ActorId, Attribution, Entity, Mention, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_record::ActorKind;
use std::collections::BTreeMap;

/// The actors of a text, each with all its mentions; sets [`Entity::actor`] of the names that mean one.
///
/// `published` lets a bare surname or office ("the president of Peru") be given to who held it then.
pub fn actors(
    view: &View,
    lexicon: &Lexicon,
    entities: &mut [Entity],
    published: Option<jiff::civil::Date>,
) -> Vec<Actor> {
    let actors = read::read(view, lexicon, entities, published);
    let mut by_words: BTreeMap<WordRange, ActorId> = BTreeMap::new();
    let mut by_head: BTreeMap<u32, ActorId> = BTreeMap::new();
    for (i, actor) in actors.iter().enumerate() {
        for m in &actor.mentions {
            by_words.entry(m.words).or_insert(ActorId(i as u32));
            if !m.coreferent {
                by_head.entry(m.head).or_insert(ActorId(i as u32));
            }
        }
    }
    for entity in entities.iter_mut() {
        let own = || by_head.range(entity.words.start..entity.words.end).next().map(|(_, &a)| a);
        entity.actor = by_words.get(&entity.words).copied().or_else(own);
    }
    actors
}

/// Gives "I", "my", "we", "our" within a quotation to its speaker: "we" to the one for whom the speaker acts, and to nobody
/// where a person speaks for no side.
///
/// To be called once the attributions are known; mentions that exist already stay.
pub fn speakers(view: &View, actors: &mut [Actor], attributions: &[Attribution]) {
    let mut quoted = vec![false; view.len()];
    for quote in &view.layout.quotes {
        quoted[quote.words.range()].fill(true);
    }
    for words in turns(view).into_iter().flat_map(|t| t.content) {
        quoted[words.range()].fill(true);
    }
    for attribution in attributions {
        let Some(speaker) = attribution.speaker.filter(|s| s.index() < actors.len()) else { continue };
        let side = match (actors[speaker.index()].kind, actors[speaker.index()].affiliation) {
            (ActorKind::Person, side) => side.filter(|s| s.index() < actors.len()),
            _ => Some(speaker),
        };
        for words in &attribution.content_words {
            for i in words.range() {
                let actor = match view.form(i).to_lowercase().as_str() {
                    _ if !quoted[i] || view.word(i).upos != "PRON" => continue,
                    "i" | "me" | "my" | "mine" | "myself" => speaker,
                    "we" | "us" | "our" | "ours" | "ourselves" => match side {
                        Some(side) => side,
                        None => continue,
                    },
                    _ => continue,
                };
                let words = WordRange::new(i, i + 1);
                let mention = Mention { words, head: i as u32, span: view.span(words), coreferent: true };
                let mentions = &mut actors[actor.index()].mentions;
                let at = mentions.partition_point(|m| (m.words, m.head) < (mention.words, mention.head));
                if mentions.get(at).is_none_or(|m| m.head != mention.head) {
                    mentions.insert(at, mention);
                }
            }
        }
    }
}

#[cfg(test)]
mod side_tests;
#[cfg(test)]
mod side_tests_articles;
#[cfg(test)]
mod side_tests_bodies;
#[cfg(test)]
mod side_tests_scene;
#[cfg(test)]
mod side_tests_wire;
#[cfg(test)]
mod tests;
