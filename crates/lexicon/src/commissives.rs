//! Words by which a text speaks of occasions of speech and of commitments.

use std::collections::{HashMap, HashSet};

const CLASSES: &str = include_str!("../data/commitment_classes.tsv");

/// The classes of `commitment_classes.tsv`.
#[derive(Clone, Debug)]
pub struct CommissiveLexicon {
    classes: HashMap<&'static str, HashSet<&'static str>>,
}

impl Default for CommissiveLexicon {
    fn default() -> Self {
        let mut classes: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (class, words) in
            CLASSES.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'))
        {
            classes.entry(class).or_default().extend(words.split(' '));
        }
        CommissiveLexicon { classes }
    }
}

impl CommissiveLexicon {
    /// The words of `class`, in no order.
    pub fn words(&self, class: &str) -> impl Iterator<Item = &'static str> {
        self.classes.get(class).into_iter().flatten().copied()
    }

    /// Whether `word` (in small letters) belongs to `class`.
    pub fn is(&self, class: &str, word: &str) -> bool {
        self.classes.get(class).is_some_and(|c| c.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_their_words() {
        let lexicon = CommissiveLexicon::default();
        assert!(lexicon.is("occasion", "briefing") && !lexicon.is("occasion", "sanctions"));
        assert!(!lexicon.is("no such class", "briefing"));
    }
}
