//! An act in words, and its contrary.
//!
//! A clause that is about an act *not* done mostly says so itself ("Moscow does not receive guarantees"); so its words are
//! given as they are, and their contrary is made by taking the "not" out, where English does that by rule; so is a "not"
//! put in where the words have none (`contrary`). Else the words stand behind a "not:", or as those of which
//! this is the contrary.

use crate::contrary::{affirmed, negated, negator};
use demarche_act::Act;

/// The act in the text's words; where it has none, as it is typed.
pub fn told(act: &Act) -> String {
    match (act.words.is_empty(), act.negated && negator(&act.words).is_none()) {
        (true, _) => act.to_string(),
        (false, true) => not(&act.words),
        (false, false) => act.words.clone(),
    }
}

/// The contrary of the act in the text's words.
pub fn denied(act: &Act) -> String {
    if act.words.is_empty() {
        return act.not().to_string();
    }
    match (act.negated, negator(&act.words)) {
        // Of an act that is done, a "not" in its words is about something else.
        (false, Some(_)) => contrary(&act.words),
        (false, None) => not(&act.words),
        (true, None) => act.words.clone(),
        (true, Some(at)) => affirmed(&act.words, at).unwrap_or_else(|| contrary(&act.words)),
    }
}

fn not(words: &str) -> String {
    negated(words).unwrap_or_else(|| format!("not: {words}"))
}

fn contrary(words: &str) -> String {
    format!("the contrary of “{words}”")
}

/// Whether words are plain: no sign of ours before them.
pub fn is_plain(words: &str) -> bool {
    !words.starts_with("not: ") && !words.starts_with("the contrary of “")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(negated: bool, words: &str) -> Act {
        Act { negated, words: words.to_owned(), ..Act::default() }
    }

    #[test]
    fn a_clause_that_says_not_itself_is_told_as_it_is() {
        for (negated, words, told_so, denied_so) in [
            (false, "it resumes fire", "it resumes fire", "it does not resume fire"),
            (false, "huge consequences", "huge consequences", "not: huge consequences"),
            (true, "they leave", "they do not leave", "they leave"),
            (
                true,
                "it did not receive the water guarantees",
                "it did not receive the water guarantees",
                "it received the water guarantees",
            ),
            (
                true,
                "Rhone does not receive the barges",
                "Rhone does not receive the barges",
                "Rhone receives the barges",
            ),
            (true, "it does not fully comply", "it does not fully comply", "it fully complies"),
            (true, "the ships haven’t left", "the ships haven’t left", "the ships have left"),
            (true, "they won't go", "they won't go", "they will go"),
            (true, "they do not leave", "they do not leave", "they leave"),
            (true, "no deal is made", "no deal is made", "some deal is made"),
            (true, "it no longer pays", "it no longer pays", "it pays"),
            (true, "nobody goes", "nobody goes", "somebody goes"),
            (true, "without leaving", "without leaving", "the contrary of “without leaving”"),
        ] {
            assert_eq!(
                (told(&act(negated, words)).as_str(), denied(&act(negated, words)).as_str()),
                (told_so, denied_so)
            );
        }
    }

    #[test]
    fn an_act_without_words_is_told_as_it_is_typed() {
        let act = Act {
            actors: vec!["AAA".into()],
            r#type: Some(demarche_record::Plover::Assault),
            ..Act::default()
        };
        assert_eq!((told(&act).as_str(), denied(&act).as_str()), ("AAA ASSAULT", "not AAA ASSAULT"));
    }
}
