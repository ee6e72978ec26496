//! Where each statement is: looked up by word, so that a long text costs no more a word than a short one.

use crate::{Attribution, View};
use std::collections::HashMap;

/// The statements of a text by the words they hold.
pub(super) struct Statements {
    /// By sentence: the statements whose content has words in it.
    by_sentence: Vec<Vec<usize>>,
    /// By cue word: the first statement it reports.
    by_cue: HashMap<u32, usize>,
}

impl Statements {
    /// Notes where `attributions` are.
    pub fn new(view: &View, attributions: &[Attribution]) -> Self {
        let mut by_sentence = vec![Vec::new(); view.layout.sentences.len()];
        let mut by_cue = HashMap::new();
        for (i, a) in attributions.iter().enumerate() {
            if let Some(cue) = a.cue_head {
                by_cue.entry(cue).or_insert(i);
            }
            for r in a.content_words.iter().filter(|r| !r.is_empty() && r.end as usize <= view.len()) {
                let last = view.sentence_index(r.end as usize - 1);
                for held in by_sentence.iter_mut().take(last + 1).skip(view.sentence_index(r.start as usize))
                {
                    if held.last() != Some(&i) {
                        held.push(i);
                    }
                }
            }
        }
        Statements { by_sentence, by_cue }
    }

    /// Every statement whose content holds `word`, in their order.
    pub fn around(&self, scene: &super::scene::Scene, word: usize) -> Vec<usize> {
        let held = |&i: &usize| scene.attributions[i].content_words.iter().any(|r| r.contains(word));
        let near = (word < scene.view.len()).then(|| self.by_sentence.get(scene.view.sentence_index(word)));
        near.flatten().into_iter().flatten().copied().filter(held).collect()
    }

    /// The first statement whose cue is word `cue`.
    pub fn cued(&self, cue: usize) -> Option<usize> {
        self.by_cue.get(&(cue as u32)).copied()
    }
}
