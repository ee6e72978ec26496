//! Whose government a bare "the government" or "Foreign Minister Ana Ruiz" belongs to.

use super::discourse::{Discourse, MEMORY, Seen};
use super::phrase::{clause_of, is_subject, subjects_above};
use super::table::Table;
use crate::View;
use demarche_base::WordRange;
use demarche_record::ActorKind;

/// What the clause of a title says of the side of its bearer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Whether it may be a body or group.
    pub bodies: bool,
    /// Whose side it is not: "Defence Minister Ana Ruiz warned *Peru*".
    pub barred: &'a [usize],
    /// The state whose steps the person announces: "Foreign Minister Ana Ruiz said *Peru* would wait".
    pub announced: Option<usize>,
    /// The state in whose capital the person speaks: "told parliament in *Lima*".
    pub place: Option<usize>,
}

impl Discourse {
    /// The side that a bare "the government" or "coast guard spokesman" at `word` belongs to: the one last spoken of in
    /// its clause, else the subject of its sentence, else (for a person) that of the sentence before, else the state of
    /// the dateline, else the state most spoken of. What stands in `own`, the phrase itself, does not count.
    pub fn side_at(
        &self,
        view: &View,
        table: &Table,
        word: usize,
        own: WordRange,
        person: bool,
    ) -> Option<usize> {
        self.side_among(view, table, word, own, person, Known { bodies: true, ..Known::default() })
    }

    /// [`Discourse::side_at`] with what is known of the phrase itself.
    pub fn side_among(
        &self,
        view: &View,
        table: &Table,
        word: usize,
        own: WordRange,
        person: bool,
        known: Known,
    ) -> Option<usize> {
        let sentence = view.sentence_index(word);
        let clause = clause_of(view, word);
        let side_of = |seen: &Seen| match seen.actors[..] {
            [actor] => Some(table.principal(actor)).filter(|&a| {
                let body = matches!(table.kind(a), ActorKind::Igo | ActorKind::ArmedGroup);
                (table.kind(a) == ActorKind::State || person && known.bodies && body)
                    && !known.barred.contains(&a)
            }),
            _ => None,
        };
        // Whom somebody's words between quotation marks speak of is seldom whose minister says them.
        let heard =
            |s: &&Seen| self.quote_of[s.head].is_none() || self.quote_of[s.head] == self.quote_of[word];
        let before = self.seen.iter().rev().take(MEMORY).filter(|s| !own.contains(s.head) && s.head < word);
        let before = before.filter(|s| !person || heard(s));
        let here = before.clone().take_while(|s| s.sentence == sentence);
        if let Some(side) = here.clone().filter(|s| clause_of(view, s.head) == clause).find_map(side_of) {
            return Some(side);
        }
        // "Until the Chilean ships leave there will be no talks, minister Ana Ruiz said": the one of whom a condition speaks.
        let supposed = |s: &&Seen| {
            let open = |m: usize| matches!(view.lemma(m), "if" | "unless" | "until");
            let noun = if s.modifier { view.head(s.head).unwrap_or(s.head) } else { s.head };
            let verb = view.head(noun).filter(|&v| person && view.word(v).relation() == "advcl");
            verb.is_some_and(|v| view.children_by(v, "mark").any(open))
        };
        let mut telling = here.clone().filter(|s| is_subject(view, s.head) && !supposed(s));
        if let Some(side) = telling.find_map(side_of) {
            return Some(side);
        }
        if person {
            let paragraph = view.paragraph(word).map_or(0, |p| p.words.start as usize);
            let last = before.clone().take_while(|s| s.sentence + 1 >= sentence);
            let main = |s: &&Seen| {
                // "Peru sent ships, said it would wait": the second verb has no subject of its own.
                let goes_on = |v: usize| {
                    let above = view.head(v).filter(|&h| view.word(h).relation() == "root");
                    let over = above.filter(|&h| v < h);
                    // "The answer came last night: Peru refused."
                    let explains = |h: usize| (h..v).any(|w| view.form(w) == ":");
                    view.word(v).relation() == "ccomp"
                        && over.is_some_and(|h| view.child(h, "nsubj").is_none())
                        || above.is_some_and(|h| h < v && explains(h))
                };
                is_subject(view, s.head)
                    && view.head(s.head).is_some_and(|v| view.word(v).relation() == "root" || goes_on(v))
            };
            let near = last.clone().take_while(|s| s.head >= paragraph);
            if let Some(side) = near.filter(main).find_map(side_of) {
                return Some(side);
            }
            if let Some(side) = known.announced.or(known.place) {
                return Some(side);
            }
        }
        let main = self.most_spoken(view, table, word, known.barred);
        // Talks are held in third states: the dateline's state must be spoken of as well.
        let scene = self.dateline.filter(|d| !known.barred.contains(&d.0)).filter(|&(state, line)| {
            let (own, most) = (self.weight_of(table, state), main.map_or(0, |m| self.weight_of(table, m)));
            let leads = self
                .seen
                .iter()
                .take_while(|s| s.sentence <= line + 1)
                .any(|s| !s.modifier && matches!(s.actors[..], [a] if table.principal(a) == state));
            leads || 2 * own > most || most < 3
        });
        scene.map(|s| s.0).or(main)
    }

    /// How often a state or who acts for it was spoken of.
    fn weight_of(&self, table: &Table, state: usize) -> u32 {
        (0..self.counts.len()).filter(|&a| table.principal(a) == state).map(|a| self.counts[a]).sum()
    }

    /// The state most spoken of, near ones first; not the subject of the word's own clause ("the governor may rule the
    /// country", but "Peru left the country").
    pub fn main_state(&self, view: &View, table: &Table, word: usize) -> Option<usize> {
        self.most_spoken(view, table, word, &[])
    }

    /// [`Discourse::main_state`], none of `barred`.
    fn most_spoken(&self, view: &View, table: &Table, word: usize, barred: &[usize]) -> Option<usize> {
        let own: Vec<usize> =
            subjects_above(view, word).first().map(|&s| table.at(s).to_vec()).unwrap_or_default();
        let mut weight: Vec<u32> = vec![0; table.drafts.len()];
        let sentence = view.sentence_index(word);
        for (i, count) in self.counts.iter().enumerate() {
            let side = table.principal(i);
            if table.kind(side) == ActorKind::State && !own.contains(&side) && !barred.contains(&side) {
                weight[side] += count;
            }
        }
        for seen in self.seen.iter().rev().take_while(|s| s.sentence + 2 >= sentence) {
            for &a in &seen.actors {
                weight[table.principal(a)] += u32::from(weight[table.principal(a)] > 0);
            }
        }
        (0..weight.len()).filter(|&i| weight[i] > 0).max_by_key(|&i| (weight[i], std::cmp::Reverse(i)))
    }
}
