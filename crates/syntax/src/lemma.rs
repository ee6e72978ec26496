//! Lemmas as edit scripts, after UDPipe (train/FORMAT.md, section 8).

use demarche_encoder::{ModelError, Weights};
use std::collections::HashMap;

/// The scripts of the classifier and the dictionary of irregular forms, which wins over them.
#[derive(Debug)]
pub struct Lemmas {
    scripts: Vec<Script>,
    /// By the lower-cased form: UPOS and lemma.
    irregular: HashMap<Box<str>, Vec<TagAndLemma>>,
}

/// A UPOS tag and the lemma that a form has with it.
type TagAndLemma = (Box<str>, Box<str>);

#[derive(Debug, PartialEq)]
struct Script {
    case: Case,
    edit: Edit,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Case {
    Keep,
    Lower,
    Capital,
}

#[derive(Debug, PartialEq)]
enum Edit {
    Whole(Box<str>),
    Tail(usize, Box<str>),
}

impl Script {
    /// Reads "l-1+", "k-0+", "l=be".
    fn parse(text: &str) -> Option<Script> {
        let mut chars = text.chars();
        let case = match chars.next()? {
            'k' => Case::Keep,
            'l' => Case::Lower,
            'c' => Case::Capital,
            _ => return None,
        };
        let edit = match chars.next()? {
            '=' => Edit::Whole(chars.as_str().into()),
            '-' => {
                let (drop, add) = chars.as_str().split_once('+')?;
                Edit::Tail(drop.parse().ok()?, add.into())
            }
            _ => return None,
        };
        Some(Script { case, edit })
    }

    /// The lemma that the script makes of `form`.
    fn apply(&self, form: &str) -> String {
        let (drop, add) = match &self.edit {
            Edit::Whole(lemma) => return lemma.to_string(),
            Edit::Tail(drop, add) => (*drop, add),
        };
        let mut lemma = match self.case {
            Case::Keep => form.to_owned(),
            Case::Lower => form.to_lowercase(),
            Case::Capital => {
                let low = form.to_lowercase();
                let mut chars = low.chars();
                let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
                first + chars.as_str()
            }
        };
        if drop > 0 {
            match lemma.char_indices().nth_back(drop - 1) {
                Some((at, _)) => lemma.truncate(at),
                None => return lemma,
            }
        }
        lemma.push_str(add);
        lemma
    }
}

impl Lemmas {
    /// Reads scripts and dictionary from the weights file.
    pub fn load(weights: &Weights<'_>) -> Result<Lemmas, ModelError> {
        let read = |s: &String| {
            Script::parse(s).ok_or_else(|| ModelError::new(format!("{s:?} is no script that makes a lemma")))
        };
        let scripts = weights.labels("lemma")?.iter().map(read).collect::<Result<_, _>>()?;
        let mut irregular: HashMap<Box<str>, Vec<TagAndLemma>> = HashMap::new();
        for (key, lemma) in weights.lemma_dict()? {
            let (form, upos) =
                key.split_once('\t').ok_or_else(|| ModelError::new("a bad entry among the lemmas"))?;
            irregular.entry(form.into()).or_default().push((upos.into(), lemma.into()));
        }
        Ok(Lemmas { scripts, irregular })
    }

    /// Number of scripts.
    pub fn len(&self) -> usize {
        self.scripts.len()
    }

    /// The lemma of `form`, tagged `upos`, by script number `script` unless the dictionary knows it.
    pub fn lemma(&self, form: &str, upos: &str, script: usize) -> String {
        let known = |form: &str| {
            let entries = self.irregular.get(form)?;
            entries.iter().find(|(u, _)| &**u == upos).map(|(_, lemma)| lemma.to_string())
        };
        let lower = form.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        let found = if lower { known(form) } else { known(&form.to_lowercase()) };
        found.unwrap_or_else(|| self.scripts[script].apply(form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_make_lemmas() {
        for (script, form, lemma) in [
            ("k-0+", "Geneva", "Geneva"),
            ("l-0+", "The", "the"),
            ("l-3+y", "Countries", "country"),
            ("c-0+", "NATO", "Nato"),
            ("c-1+", "GREEKS", "Greek"),
            ("l=be", "Were", "be"),
            ("k-9+x", "short", "short"),
            ("k-1+", "cafés", "café"),
            ("l-5+", "words", ""),
        ] {
            assert_eq!(Script::parse(script).unwrap().apply(form), lemma, "{script} {form}");
        }
    }

    #[test]
    fn what_is_no_script_is_refused() {
        for text in ["", "k", "x-0+", "k-1", "k-a+", "k*"] {
            assert_eq!(Script::parse(text), None, "{text:?}");
        }
    }
}
