//! The places where a text speaks of a meeting, each with what it says there: "The kings *met* in Oslo and agreed on
//! a second *summit*" has two.

use super::attached::behind_any;
use super::spoken::Spoken;
use crate::events::Naming;
use crate::{Timex, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_record::Status;

/// What the steps of reading look at.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The text.
    pub view: &'a View<'a>,
    /// All lexicons.
    pub lexicon: &'a Lexicon,
    /// Who words name.
    pub naming: Naming<'a>,
    /// When.
    pub timexes: &'a [Timex],
}

impl Reader<'_> {
    /// All places that speak of a meeting, in order of the text.
    pub fn spoken(&self) -> Vec<Spoken> {
        let mut found: Vec<Spoken> = Vec::new();
        for word in 0..self.view.len() {
            let spoken = match self.view.word(word).upos {
                "VERB" => {
                    self.by_verb(word).or_else(|| self.by_debate(word)).or_else(|| self.by_journey(word))
                }
                "ADJ" => self.by_journey(word),
                "NOUN" => self.by_noun(word),
                _ => None,
            };
            let Some(spoken) = spoken else { continue };
            // "will meet for a working dinner" is one place, not two.
            match found
                .iter_mut()
                .rev()
                .find(|s| s.words.overlaps(spoken.words) || s.verb.is_some() && s.verb == spoken.verb)
            {
                Some(known) => known.absorb(spoken),
                None => {
                    let earlier = self.resumed(&spoken);
                    found.extend(earlier);
                    found.push(spoken);
                }
            }
        }
        found
    }

    /// "The talks *held in Oslo on Monday* will be resumed in Lima on Friday" speaks of two meetings: the earlier one.
    fn resumed(&self, spoken: &Spoken) -> Option<Spoken> {
        let view = self.view;
        let noun = spoken.head;
        let goes_on = self.governor(noun).filter(|&v| {
            self.is("resume", v) && view.word(noun).relation() == "nsubj" && self.date(v, None).is_some()
        })?;
        let held = view.children_by(noun, "acl").find(|&a| {
            self.is("hold", a) && view.word(a).xpos == "VBN" && a < goes_on && self.date(a, None).is_some()
        })?;
        Some(Spoken {
            head: held,
            verb: Some(held),
            words: WordRange::new(noun, held + 1),
            place: self
                .place(&[held])
                .or_else(|| self.place(&[behind_any(view, held, &["between", "with"])?])),
            date: self.date(held, None),
            status: Status::Occurred,
            after: None,
            ..spoken.clone()
        })
    }

    /// Whether the lemma of `word` is of `class` of the words for meetings.
    pub(super) fn is(&self, class: &str, word: usize) -> bool {
        self.lexicon.meeting.is(class, self.view.lemma(word))
    }
}
