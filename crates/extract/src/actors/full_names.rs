//! The names of the persons of a text by their parts, so that "Ruiz" finds "Ana Ruiz" wherever she is named in full.

use demarche_lexicon::gazetteer::fold;
use std::collections::BTreeMap;

/// Persons by the parts of their names.
#[derive(Clone, Debug, Default)]
pub struct FullNames {
    /// First and last part of a full name.
    by_ends: BTreeMap<(String, String), usize>,
    /// First or last part, to the first person of that name.
    by_end: BTreeMap<String, usize>,
    /// Every part.
    by_part: BTreeMap<String, Vec<usize>>,
}

fn ends(name: &str) -> (String, String) {
    let mut parts = name.split(' ');
    let first = parts.next().unwrap_or("");
    (first.to_owned(), parts.next_back().unwrap_or(first).to_owned())
}

impl FullNames {
    /// Notes that `name` means `actor`.
    pub fn add(&mut self, name: &str, actor: usize) {
        let name = fold(name);
        let (first, last) = ends(&name);
        self.by_ends.entry((first.clone(), last.clone())).or_insert(actor);
        for end in [first, last] {
            self.by_end.entry(end.to_lowercase()).or_insert(actor);
        }
        for part in name.split([' ', '-']) {
            let bearers = self.by_part.entry(part.to_lowercase()).or_default();
            if !bearers.contains(&actor) {
                bearers.push(actor);
            }
        }
    }

    /// The person of a full name with the same first and last part ("Ana Maria Ruiz" after "Ana Ruiz").
    pub fn same(&self, name: &str) -> Option<usize> {
        self.by_ends.get(&ends(&fold(name))).copied()
    }

    /// Whether `part` is a part of the name of `actor`.
    pub fn bears(&self, actor: usize, part: &str) -> bool {
        self.by_part.get(&fold(part).to_lowercase()).is_some_and(|bearers| bearers.contains(&actor))
    }

    /// The first person of the text whose name begins or ends with `part`.
    pub fn first(&self, part: &str) -> Option<usize> {
        self.by_end.get(&fold(part).to_lowercase()).copied()
    }
}
