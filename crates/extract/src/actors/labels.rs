//! Whose turns a transcript's labels say, and whom "I" and "we" mean in them.

use super::phrase::is_subject;
use super::read::Reader;
use crate::ActorId;
use demarche_base::WordRange;
use demarche_record::ActorKind;
use demarche_text::{ParagraphKind, Part};

impl Reader<'_> {
    /// A label: a name, an office, or the one who is interviewed.
    pub(super) fn label(&mut self, at: usize) {
        let words = self.turns[at].label;
        let head = words.end as usize - 1;
        let part = self.turns[at].part;
        let known = self.table.at(head).first().copied();
        let speaker = match part {
            Part::Asks | Part::Chairs => None,
            Part::Answers => self.interviewed(),
            Part::Named => known.or_else(|| self.labelled(words)),
        };
        if let Some(speaker) = speaker {
            let stands_for = self.turns[at]
                .bracket
                .and_then(|b| b.range().find_map(|i| self.table.at(i).first().copied()));
            let draft = &mut self.table.drafts[speaker].actor;
            if let Some(side) = stands_for.filter(|&s| s != speaker)
                && draft.kind == ActorKind::Person
                && draft.affiliation.is_none()
            {
                draft.affiliation = Some(ActorId(side as u32));
            }
            self.table.mention(self.view, speaker, words, head, part == Part::Answers);
            self.remember(head, vec![speaker], false, "");
        }
        self.speaking[at] = speaker;
    }

    /// The person whom a label names, by a full name, a surname after a title, or an office alone.
    fn labelled(&mut self, words: WordRange) -> Option<usize> {
        let words = WordRange::new(
            words
                .range()
                .find(|&i| !matches!(self.view.form(i), "The" | "THE"))
                .unwrap_or(words.start as usize),
            words.end as usize,
        );
        let title_to = |end: usize| {
            let title = self.view.span(WordRange::new(words.start as usize, end)).of(self.view.text);
            title.to_lowercase()
        };
        let titled = (words.start as usize + 1..=words.end as usize)
            .rev()
            .find(|&end| self.lexicon.roles.title(&title_to(end)).is_some());
        let title = titled.map(title_to);
        if titled == Some(words.end as usize) {
            let title = title.unwrap_or_default();
            return self.discourse.person(self.view, &self.table, |a| {
                let role = self.table.drafts[a].actor.role.as_deref().unwrap_or("").to_lowercase();
                role.ends_with(&title)
            });
        }
        let first = titled.unwrap_or(words.start as usize);
        let first = first + usize::from(first < words.end as usize && self.view.form(first) == ".");
        let words = WordRange::new(first, words.end as usize);
        let loud = !self.view.span(words).of(self.view.text).contains(char::is_lowercase);
        let name: String = words.range().fold(String::new(), |mut name, i| {
            let glued = name.is_empty() || name.ends_with('-') || self.view.form(i) == "-";
            name += if glued { "" } else { " " };
            name + &if loud { title_case(self.view.form(i)) } else { self.view.form(i).to_owned() }
        });
        let body = words.range().any(|i| {
            let form = self.view.form(i).to_lowercase();
            self.lexicon.roles.is("body", &form) || self.lexicon.roles.is("media", &form)
        });
        if body {
            let kind = self.kind_of_body(words);
            return Some(self.table.get(&name, &name, kind));
        }
        if !name.contains(' ') {
            return Some(self.surnamed(&name, title));
        }
        Some(match self.full_names.same(&name) {
            Some(actor) => actor,
            None => self.table.get(&name, &name, ActorKind::Person),
        })
    }

    /// Who answers: the person most spoken of before the first turn.
    fn interviewed(&self) -> Option<usize> {
        let first = self.turns.first()?.label.start as usize;
        let byline = |word| self.view.paragraph(word).is_some_and(|p| p.kind == ParagraphKind::Byline);
        let mut weights: Vec<(usize, u32)> = Vec::new();
        for seen in self.discourse.seen.iter().take_while(|s| s.head < first) {
            let [actor] = seen.actors[..] else { continue };
            if self.table.kind(actor) != ActorKind::Person || byline(seen.head) {
                continue;
            }
            let weight = 1 + u32::from(is_subject(self.view, seen.head));
            match weights.iter_mut().find(|w| w.0 == actor) {
                Some(w) => w.1 += weight,
                None => weights.push((actor, weight)),
            }
        }
        weights.iter().enumerate().max_by_key(|(k, w)| (w.1, std::cmp::Reverse(*k))).map(|(_, w)| w.0)
    }

    /// Who speaks at a word of a turn.
    pub(super) fn speaker_of(&self, word: usize) -> Option<usize> {
        self.speaking[self.turn_of[word]?]
    }

    /// The state for which the speaker at a word of a turn acts.
    pub(super) fn side_of_speaker(&self, word: usize) -> Option<usize> {
        let side = self.table.principal(self.speaker_of(word)?);
        (self.table.kind(side) == ActorKind::State).then_some(side)
    }
}

/// "OKELLO" to "Okello"; other names as they are.
fn title_case(name: &str) -> String {
    let shouted = name.chars().count() > 1 && name.chars().all(|c| !c.is_lowercase());
    let mut chars = name.chars();
    match chars.next() {
        Some(first) if shouted => first.to_string() + &chars.as_str().to_lowercase(),
        _ => name.to_owned(),
    }
}
