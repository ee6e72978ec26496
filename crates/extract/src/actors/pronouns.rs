//! Pronouns: which one asks the memory for what.

use super::discourse::Wanted;
use super::phrase::subjects_above;
use super::read::Reader;
use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::roles::Gender;

impl Reader<'_> {
    pub(super) fn pronoun(&mut self, word: usize) {
        let view = self.view;
        if !self.table.at(word).is_empty() {
            return;
        }
        let form = view.form(word).to_lowercase();
        let lexical = |w: Wanted, s: &Self| {
            s.discourse.singular(view, &s.table, word, w).into_iter().collect::<Vec<_>>()
        };
        let actors = match form.as_str() {
            "he" | "him" | "his" => lexical(Wanted::Person(Gender::Male), self),
            "she" | "her" | "hers" => lexical(Wanted::Person(Gender::Female), self),
            "it" | "its" => {
                if view.word(word).relation() == "expl" || is_empty_it(view, word) {
                    return;
                }
                lexical(Wanted::Thing, self)
            }
            "they" | "them" | "their" | "theirs" => self.discourse.plural(view, &self.table, word),
            "himself" | "herself" | "itself" | "themselves" => {
                subjects_above(view, word).first().map(|&s| self.table.at(s).to_vec()).unwrap_or_default()
            }
            "who" | "which" | "that" | "whose" | "whom" => self.relative(word),
            "i" | "me" | "my" | "mine" | "myself" => self.speaker_of(word).into_iter().collect(),
            "we" | "us" | "our" | "ours" | "ourselves" => {
                self.speaker_of(word).map(|a| self.table.principal(a)).into_iter().collect()
            }
            "both" => self.discourse.two_sides(view, &self.table, word),
            _ => return,
        };
        if actors.is_empty() {
            return;
        }
        for &actor in &actors {
            let gender = match form.as_str() {
                "he" | "him" | "his" | "himself" => Gender::Male,
                "she" | "her" | "hers" | "herself" => Gender::Female,
                _ => Gender::Unknown,
            };
            if gender != Gender::Unknown && self.table.drafts[actor].gender == Gender::Unknown {
                self.table.drafts[actor].gender = gender;
            }
            self.table.mention(view, actor, WordRange::new(word, word + 1), word, true);
        }
        self.remember(word, actors, true, "");
    }

    /// Whom a relative pronoun means: the noun that its clause hangs on.
    pub(super) fn relative(&self, word: usize) -> Vec<usize> {
        let mut at = word;
        for _ in 0..8 {
            let Some(head) = self.view.head(at) else { return Vec::new() };
            if self.view.word(at).relation() == "acl" {
                let mut meant = self.table.at(head).to_vec();
                let many = self.view.word(at).xpos == "VBP"
                    || self
                        .view
                        .children_by(at, "aux")
                        .any(|a| matches!(self.view.form(a), "are" | "were" | "have"));
                if many {
                    meant.extend(
                        self.view
                            .children_by(head, "conj")
                            .filter(|&c| c < at)
                            .flat_map(|c| self.table.at(c).to_vec()),
                    );
                }
                return meant;
            }
            at = head;
        }
        Vec::new()
    }
}

/// "It is clear that", "it rains", "it takes": an "it" that means nobody.
fn is_empty_it(view: &View, word: usize) -> bool {
    let Some(head) = view.head(word) else { return true };
    let predicate = view.word(head);
    let clause_follows = view.children(head).iter().any(|&c| {
        matches!(view.word(c as usize).relation(), "csubj" | "ccomp" | "advcl") && c as usize > head
    });
    view.word(word).relation() == "nsubj"
        && view.child(head, "cop").is_some()
        && (predicate.upos == "ADJ" && clause_follows
            || matches!(predicate.lemma.as_str(), "time" | "day" | "year" | "clear" | "important" | "up"))
        || matches!(predicate.lemma.as_str(), "seem" | "appear" | "rain" | "snow" | "happen" | "matter")
}
