//! What one place of a text says of a meeting: "will *meet* the king in Oslo on Monday", "the *talks* in Lima".

use crate::{ActorId, DateId, Party};
use demarche_base::{ByteSpan, WordRange};
use demarche_record::Status;

/// What kind of meeting the words name; different kinds are different meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Talks, meetings, negotiations, summits, and what "meet" says.
    Talks,
    /// A summit or conference.
    Summit,
    /// A working dinner or lunch.
    Table,
    /// A call.
    Remote,
    /// A visit.
    Visit,
}

/// One place that speaks of a meeting.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// Head word.
    pub head: usize,
    /// The verb that it stands with, where that says that the meeting is held.
    pub verb: Option<usize>,
    /// Its words.
    pub words: WordRange,
    /// What kind.
    pub kind: Kind,
    /// Who meets.
    pub parties: Vec<Party>,
    /// The body within which they meet.
    pub forum: Option<ByteSpan>,
    /// Where.
    pub place: Option<ByteSpan>,
    /// When.
    pub date: Option<DateId>,
    /// TIMEX3 value of when, where it is counted from an event ("a day before they are to meet").
    pub counted: Option<String>,
    /// "working dinner".
    pub format: Option<ByteSpan>,
    /// What about.
    pub topics: Vec<ByteSpan>,
    /// Held, planned, ...
    pub status: Status,
    /// Called off, as the text says itself.
    pub cancelled: bool,
    /// A third party offers to bring others together.
    pub brokered: bool,
    /// "the talks": the words take up a meeting that is known.
    pub definite: bool,
    /// "they": who meets was named before.
    pub anaphoric: bool,
    /// Head word of the meeting that it follows.
    pub after: Option<usize>,
}

impl Spoken {
    /// A place of which only the words, the kind and the status are known.
    pub fn new(head: usize, words: WordRange, kind: Kind, status: Status) -> Self {
        Spoken {
            head,
            verb: None,
            words,
            kind,
            parties: vec![],
            forum: None,
            place: None,
            date: None,
            counted: None,
            format: None,
            topics: vec![],
            status,
            cancelled: false,
            brokered: false,
            definite: false,
            anaphoric: false,
            after: None,
        }
    }

    /// Adds what a second reading of the same words says.
    pub fn absorb(&mut self, other: Spoken) {
        self.words = WordRange::new(
            self.words.start.min(other.words.start) as usize,
            self.words.end.max(other.words.end) as usize,
        );
        join_parties(&mut self.parties, other.parties);
        self.forum = self.forum.or(other.forum);
        self.place = self.place.or(other.place);
        self.date = self.date.or(other.date);
        self.format = self.format.or(other.format);
        self.topics.extend(other.topics);
        if self.kind == Kind::Talks {
            self.kind = other.kind;
        }
    }
}

/// Adds the parties that are not there yet.
pub fn join_parties(parties: &mut Vec<Party>, more: Vec<Party>) {
    for party in more {
        let fresh = match party.actor {
            Some(_) => parties.iter().all(|p| p.actor != party.actor),
            None => parties.iter().all(|p| !p.span.overlaps(party.span)),
        };
        if fresh {
            parties.push(party);
        }
    }
}

/// Those of the parties of whom it is known who they are.
pub fn known(parties: &[Party]) -> Vec<ActorId> {
    parties.iter().filter_map(|p| p.actor).collect()
}
