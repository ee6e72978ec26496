//! When two statements are one: the same words of the same speaker.

use super::traits::{Day, Glance, Keys, Source};
use super::words::{Hash, sound, tokens};
use demarche_record::{ActorKind, Attribution, Mode};
use serde::{Deserialize, Serialize};

/// Over how many days the same words are the same statement.
const AGAIN: Day = 14;
/// From how many words on a quotation is told from others by its words.
const TELLING: usize = 5;

/// What a statement is compared by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct StatementTraits {
    /// The speaker's name: the surname of a person as it sounds, else the id.
    name: Option<String>,
    side: Option<String>,
    /// The words, without marks: one string a quotation, else all that is said.
    words: Vec<String>,
    quoted: bool,
    /// Whether the speaker denies or rejects it.
    denied: bool,
    published: Option<Day>,
    said: Option<i64>,
}

impl StatementTraits {
    pub fn of(a: &Attribution, from: &Source) -> StatementTraits {
        let content = from.words.all(&a.content);
        let plain = |words: &str| tokens(words).collect::<Vec<_>>().join(" ");
        let words = match a.mode {
            Mode::Mixed => quotations(&content).map(plain).filter(|q| count(q) >= TELLING).collect(),
            Mode::Direct | Mode::Indirect => vec![plain(&content)],
        };
        let quoted = a.mode != Mode::Indirect && !words.is_empty();
        let words = if words.is_empty() { vec![plain(&content)] } else { words };
        let name = a.speaker.as_deref().map(|local| match from.sides.actor(local) {
            Some(actor) if actor.kind == ActorKind::Person => {
                sound(actor.name.split_whitespace().next_back().unwrap_or(&actor.name))
            }
            _ => from.side(local),
        });
        StatementTraits {
            name,
            side: a.speaker.as_deref().map(|local| from.side(local)),
            words,
            quoted,
            denied: matches!(a.stance.as_deref(), Some("denies" | "rejects")),
            published: from.published,
            said: from.said(&a.content),
        }
    }

    /// Why the two are one.
    pub fn same(&self, other: &StatementTraits) -> Option<String> {
        let (name, theirs) = (self.name.as_ref()?, other.name.as_ref()?);
        // A spokesman's words are the ministry's.
        if name != theirs && (self.side.is_none() || self.side != other.side) {
            return None;
        }
        let near = self.published.zip(other.published).is_none_or(|(a, b)| (a - b).abs() <= AGAIN);
        if !near || self.quoted != other.quoted || self.denied != other.denied {
            return None;
        }
        let whole = |a: &str, b: &str| a == b || (self.quoted && (cut(a, b) || cut(b, a)));
        for a in &self.words {
            for b in other.words.iter().filter(|b| whole(a, b)) {
                let n = count(a).min(count(b));
                // Words that come easily are the same only where all else is.
                let telling = n >= TELLING || (name == theirs && a == b && self.said == other.said && n > 0);
                if telling {
                    let how = if self.quoted { "the same words quoted" } else { "the same words" };
                    return Some(format!(
                        "same speaker, {how}: \"{}\"",
                        first(if count(a) <= count(b) { a } else { b })
                    ));
                }
            }
        }
        None
    }

    pub fn glance(&self) -> Glance {
        let kind = Hash::new().with("statement").number(self.quoted.into()).number(self.denied.into());
        Glance::new(kind, [&[], &[]]).on(self.published.map(|p| (p, p + AGAIN)))
    }

    pub fn keys(&self, keys: &mut Keys) {
        // By the name or by the side: the one or the other must be the same. What nobody says is the same as nothing.
        let Some(name) = &self.name else { return };
        let side = self.side.as_ref().filter(|side| *side != name);
        let by: Vec<Hash> = [Some(name), side]
            .into_iter()
            .flatten()
            .map(|by| {
                Hash::new().with("statement").with(if self.quoted { "quoted" } else { "plain" }).with(by)
            })
            .collect();
        for words in &self.words {
            let all: Vec<&str> = words.split(' ').collect();
            for start in &by {
                if !self.quoted || all.len() < TELLING {
                    keys.both(start.with(words));
                    continue;
                }
                // A quotation is cut at its end or at its beginning.
                keys.both(start.with("begins").with(&all[..TELLING].join(" ")));
                keys.both(start.with("ends").with(&all[all.len() - TELLING..].join(" ")));
            }
        }
    }
}

/// Whether a quotation is another, or what is left of it when it is cut at one end.
fn cut(long: &str, short: &str) -> bool {
    let starts = long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    starts || long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// What stands in quotation marks.
fn quotations(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '“', '”', '„', '«', '»']).skip(1).step_by(2)
}

fn count(words: &str) -> usize {
    words.split(' ').filter(|w| !w.is_empty()).count()
}

/// The first ten words.
fn first(words: &str) -> String {
    words.split(' ').take(10).collect::<Vec<_>>().join(" ")
}
