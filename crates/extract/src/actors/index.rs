//! Which actors a word, a range or a person stands for: what the other extractors ask.

use crate::{Actor, ActorId};
use demarche_base::WordRange;
use demarche_record::ActorKind;
use std::collections::BTreeMap;

/// Look-ups over the actors of one text. Made once by [`ActorIndex::new`].
#[derive(Clone, Debug, Default)]
pub struct ActorIndex {
    /// Head word of a mention to the actors it means (several for "the two sides").
    by_head: BTreeMap<u32, Vec<ActorId>>,
    /// Mentions as (start, end, actor), in order.
    by_range: Vec<(u32, u32, u32, ActorId)>,
    /// The actor that each actor acts for.
    principal: Vec<ActorId>,
    /// The key of each actor.
    keys: Vec<String>,
    /// What each actor is.
    kinds: Vec<ActorKind>,
    /// Whose each actor is.
    sides: Vec<Option<ActorId>>,
}

impl ActorIndex {
    /// Indexes `actors` as [`actors`](crate::actors::actors) gives them.
    pub fn new(actors: &[Actor]) -> Self {
        let mut by_head: BTreeMap<u32, Vec<ActorId>> = BTreeMap::new();
        let mut by_range = Vec::new();
        for (i, actor) in actors.iter().enumerate() {
            let id = ActorId(i as u32);
            for m in &actor.mentions {
                by_head.entry(m.head).or_default().push(id);
                by_range.push((m.words.start, m.words.end, m.head, id));
            }
        }
        by_range.sort();
        for ids in by_head.values_mut() {
            ids.dedup();
        }
        let principal = (0..actors.len())
            .map(|i| match actors[i].affiliation {
                // A group or people of a state does not act for it; a person acts for the side it belongs to.
                Some(side) if actors[i].kind == ActorKind::Person && side.index() < actors.len() => side,
                _ => ActorId(i as u32),
            })
            .collect();
        let keys = actors.iter().map(|a| a.key.clone()).collect();
        let kinds = actors.iter().map(|a| a.kind).collect();
        let sides = actors.iter().map(|a| a.affiliation.filter(|s| s.index() < actors.len())).collect();
        ActorIndex { by_head, by_range, principal, keys, kinds, sides }
    }

    /// The actors that the mention headed by word `head` means: none, one, or several for a plural.
    pub fn of_word(&self, head: u32) -> &[ActorId] {
        self.by_head.get(&head).map_or(&[], Vec::as_slice)
    }

    /// The actor for which `actor` acts or speaks: the state or body of a minister or spokesman; itself else.
    pub fn principal(&self, actor: ActorId) -> ActorId {
        self.principal.get(actor.index()).copied().unwrap_or(actor)
    }

    /// The side of `actor`: of whom a person, group or people is.
    pub fn side(&self, actor: ActorId) -> Option<ActorId> {
        self.sides.get(actor.index()).copied().flatten()
    }

    /// Whether `actor` is a person.
    pub fn is_person(&self, actor: ActorId) -> bool {
        self.kinds.get(actor.index()) == Some(&ActorKind::Person)
    }

    /// Whether `actor` is a body or group that acts: a union, a party, a movement.
    pub fn is_body(&self, actor: ActorId) -> bool {
        let kind = self.kinds.get(actor.index());
        matches!(kind, Some(ActorKind::Igo | ActorKind::Ngo | ActorKind::ArmedGroup | ActorKind::Party))
    }

    /// Whether `actor` is a newspaper, a station, an agency or a platform.
    pub fn is_media(&self, actor: ActorId) -> bool {
        self.kinds.get(actor.index()) == Some(&ActorKind::Media)
    }

    /// Whether `actor` is a people or a crowd ("refugees").
    pub fn is_people(&self, actor: ActorId) -> bool {
        self.kinds.get(actor.index()) == Some(&ActorKind::People)
    }

    /// The key of `actor`; empty where there is no such actor.
    pub fn key(&self, actor: ActorId) -> &str {
        self.keys.get(actor.index()).map_or("", String::as_str)
    }

    /// The actor with the key `key`.
    pub fn by_key(&self, key: &str) -> Option<ActorId> {
        self.keys.iter().position(|k| k == key).map(|i| ActorId(i as u32))
    }

    /// The actors whose mentions have their head word in `words`, in order of the text, each once.
    pub fn in_span(&self, words: WordRange) -> Vec<ActorId> {
        let mut found = Vec::new();
        for (_, ids) in self.by_head.range(words.start..words.end.max(words.start)) {
            for &id in ids {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }

    /// The shortest mention that covers word `word`, as its actor and head word.
    pub fn covering(&self, word: u32) -> Option<(ActorId, u32)> {
        let end = self.by_range.partition_point(|r| r.0 <= word);
        self.by_range[..end]
            .iter()
            .rev()
            .take(64)
            .filter(|r| word < r.1)
            .min_by_key(|r| r.1 - r.0)
            .map(|r| (r.3, r.2))
    }
}
