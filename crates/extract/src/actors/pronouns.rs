//! Pronouns: which one asks the memory for what.

use super::discourse::Wanted;
use super::phrase::subjects_above;
use super::read::Reader;
use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::commissives::Deed;
use demarche_lexicon::roles::Gender;
use demarche_record::ActorKind;

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
                // "It was ready to leave, provided that": who is ready is somebody.
                let ready = view.head(word).is_some_and(|h| {
                    self.lexicon.commissives.is("ready", view.lemma(h)) && view.child(h, "xcomp").is_some()
                });
                if view.word(word).relation() == "expl" || is_empty_it(view, word) && !ready {
                    return;
                }
                match self.who_gave_time(word) {
                    Some(actor) => vec![actor],
                    None => lexical(Wanted::Thing, self),
                }
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
            // "Mali and Chad sent envoys. Both ...": the two whom the sentence before joins, else the two sides.
            "both" => {
                let before = view.sentence_index(word).checked_sub(1);
                let joined = before.and_then(|s| self.discourse.joined(view, &self.table, s, word));
                joined.unwrap_or_else(|| self.discourse.two_sides(view, &self.table, word))
            }
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

    /// Who acts otherwise, where one side set another a task: "*the council* gave it a week to leave; otherwise *it* will
    /// close the border", unless the clause tells what is undergone.
    fn who_gave_time(&self, word: usize) -> Option<usize> {
        let view = self.view;
        let before = word.checked_sub(1).map(|i| view.form(i).to_lowercase())?;
        let verb = view.head(word).filter(|_| view.word(word).deprel == "nsubj")?;
        let undergoes = self.lexicon.commissives.is("undergo", view.lemma(verb));
        if !matches!(before.as_str(), "otherwise" | "else" | "or")
            || undergoes
            || view.word(verb).upos != "VERB"
        {
            return None;
        }
        let above = std::iter::successors(view.head(verb), |&v| view.head(v)).take(4);
        let sets = above.filter(|&v| {
            let lemma = view.lemma(v);
            let asks = self.lexicon.commissives.verb(&view.form(v).to_lowercase());
            self.lexicon.commissives.is("grant_time", lemma) || asks.iter().any(|e| e.deed == Deed::Demand)
        });
        let subject = sets.filter_map(|v| view.child(v, "nsubj")).find(|&s| s < word)?;
        match *self.table.at(subject) {
            [actor] if self.table.kind(actor) != ActorKind::Person => Some(actor),
            _ => None,
        }
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
