//! An act in words, and its contrary.
//!
//! A clause that is about an act *not* done mostly says so itself ("Moscow does not receive guarantees"); so its words are
//! given as they are, and their contrary is made by taking the "not" out, where English does that by rule. Else the words
//! stand behind a "not:" or an "unless:".

use demarche_act::Act;

/// The act in the text's words; where it has none, as it is typed.
pub fn told(act: &Act) -> String {
    match (act.words.is_empty(), act.negated && negator(&act.words).is_none()) {
        (true, _) => act.to_string(),
        (false, true) => format!("not: {}", act.words),
        (false, false) => act.words.clone(),
    }
}

/// The contrary of the act in the text's words.
pub fn denied(act: &Act) -> String {
    if act.words.is_empty() {
        return act.not().to_string();
    }
    if !act.negated {
        return format!("not: {}", act.words);
    }
    match negator(&act.words) {
        None => act.words.clone(),
        Some(at) => affirmed(&act.words, at).unwrap_or_else(|| format!("unless: {}", act.words)),
    }
}

/// Whether words are plain: no sign of ours before them.
pub fn is_plain(words: &str) -> bool {
    !words.starts_with("not: ") && !words.starts_with("unless: ")
}

/// Words of grammar by which a clause says that its act is not done.
const NEGATORS: [&str; 9] =
    ["not", "no", "never", "cannot", "without", "neither", "nobody", "none", "nothing"];

/// The word, counted by blanks, that says that the act is not done.
fn negator(words: &str) -> Option<usize> {
    words.split_whitespace().position(|w| {
        let w = bare(w);
        NEGATORS.contains(&w.as_str()) || w.ends_with("n't")
    })
}

fn bare(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'').to_owned()
}

/// The words without the "not" at that place; `None` where English needs more than a rule.
fn affirmed(words: &str, at: usize) -> Option<String> {
    let mut out: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let not = bare(&out[at]);
    let before = at.checked_sub(1).map(|i| bare(&out[i])).unwrap_or_default();
    match not.as_str() {
        "not" if before == "does" => {
            inflect(&mut out, at + 1)?;
            out.drain(at - 1..=at);
        }
        "not" if before == "do" => drop(out.drain(at - 1..=at)),
        "doesn't" => {
            inflect(&mut out, at + 1)?;
            out.remove(at);
        }
        "don't" => drop(out.remove(at)),
        "cannot" | "can't" => out[at] = "can".to_owned(),
        "won't" => out[at] = "will".to_owned(),
        "without" => out[at] = "with".to_owned(),
        "not" | "never" => drop(out.remove(at)),
        "no" => {
            out.remove(at);
            if out.get(at).is_some_and(|w| bare(w) == "longer") {
                out.remove(at);
            }
        }
        n if n.ends_with("n't") => {
            let kept = out[at].chars().count().checked_sub(3)?;
            out[at] = out[at].chars().take(kept).collect();
        }
        _ => return None,
    }
    Some(out.join(" "))
}

/// Gives the verb at the place, or behind one adverb, its ending of the third person.
fn inflect(words: &mut [String], at: usize) -> Option<()> {
    let place = if bare(words.get(at)?).ends_with("ly") { at + 1 } else { at };
    let verb = words.get_mut(place)?;
    let letters = verb.trim_end_matches(|c: char| !c.is_alphabetic()).len();
    let (stem, rest) = verb.split_at(letters);
    let ends = |of: &[&str]| of.iter().any(|e| stem.ends_with(e));
    let new = match stem {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ if ends(&["s", "x", "z", "ch", "sh", "o"]) => format!("{stem}es"),
        _ if ends(&["y"]) && !ends(&["ay", "ey", "oy", "uy"]) => format!("{}ies", &stem[..stem.len() - 1]),
        _ => format!("{stem}s"),
    };
    *verb = new + rest;
    Some(())
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
            (false, "it resumes fire", "it resumes fire", "not: it resumes fire"),
            (true, "they leave", "not: they leave", "they leave"),
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
            (true, "no deal is made", "no deal is made", "deal is made"),
            (true, "it no longer pays", "it no longer pays", "it pays"),
            (true, "nobody goes", "nobody goes", "unless: nobody goes"),
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
