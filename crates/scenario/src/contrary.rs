//! A clause's words said the other way round, where English does that by rule: with the "not" taken out, or put in.
//!
//! Both give `None` where a rule is not enough; a clause is then shown behind a sign (`words`). The verbs and
//! their forms are the lexicon's; what clauses look like is after Quirk et al., *A Comprehensive Grammar of the English
//! Language* (1985), 10.54-10.70.

use demarche_lexicon::lemmas::LemmaLexicon;
use std::sync::LazyLock;

static LEXICON: LazyLock<LemmaLexicon> = LazyLock::new(LemmaLexicon::default);

/// Words of grammar by which a clause says that its act is not done.
const NEGATORS: [&str; 9] =
    ["not", "no", "never", "cannot", "without", "neither", "nobody", "none", "nothing"];
const MODALS: [&str; 9] = ["will", "would", "can", "could", "may", "might", "must", "should", "shall"];
const BE: [&str; 5] = ["is", "are", "was", "were", "am"];
/// What follows is no part of the main clause.
const SUBORDINATORS: [&str; 20] = [
    "if", "that", "which", "who", "whom", "whose", "when", "while", "because", "unless", "until", "before",
    "after", "as", "since", "although", "though", "where", "to", "whether",
];
const PREPOSITIONS: [&str; 14] = [
    "of", "from", "to", "in", "on", "at", "by", "with", "for", "between", "against", "into", "over", "within",
];
const ARTICLES: [&str; 3] = ["the", "a", "an"];
const PRONOUNS: [&str; 8] = ["it", "he", "she", "they", "we", "you", "i", "nobody"];

/// A word in small letters without what stands around it.
fn bare(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'').to_owned()
}

/// The word, counted by blanks, that says that the act is not done.
pub(crate) fn negator(words: &str) -> Option<usize> {
    words.split_whitespace().position(|w| {
        let w = bare(w);
        NEGATORS.contains(&w.as_str()) || w.ends_with("n't")
    })
}

/// The words without the "not" at that place.
pub(crate) fn affirmed(words: &str, at: usize) -> Option<String> {
    let mut out: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let not = bare(out.get(at)?);
    let before = at.checked_sub(1).map(|i| bare(&out[i])).unwrap_or_default();
    let next = out.get(at + 1).map(|w| bare(w)).unwrap_or_default();
    // "do not only" denies no act; nor is what is denied twice done.
    let once = out.iter().skip(at + 1).all(|w| !NEGATORS.contains(&bare(w).as_str()));
    if next == "only" || !once && not != "neither" {
        return None;
    }
    match not.as_str() {
        "not" if matches!(before.as_str(), "does" | "did" | "do") => take_do(&mut out, at - 1, at)?,
        "doesn't" | "didn't" | "don't" => take_do(&mut out, at, at)?,
        "cannot" | "can't" => replace(&mut out[at], "can"),
        "won't" => replace(&mut out[at], "will"),
        "shan't" => replace(&mut out[at], "shall"),
        "without" if next.ends_with("ing") => return None,
        "without" => replace(&mut out[at], "with"),
        "not" | "never" => drop(out.remove(at)),
        "no" if next == "longer" => drop(out.drain(at..=at + 1)),
        "no" if next == "one" => {
            replace(&mut out[at], "someone");
            out.remove(at + 1);
        }
        "no" if next.is_empty() => return None,
        "no" | "none" => replace(&mut out[at], "some"),
        "nobody" => replace(&mut out[at], "somebody"),
        "nothing" => replace(&mut out[at], "something"),
        "neither" => {
            replace(&mut out[at], "either");
            out.iter_mut().filter(|w| bare(w) == "nor").for_each(|w| replace(w, "or"));
        }
        n if n.ends_with("n't") => {
            let kept = out[at].chars().count().checked_sub(3)?;
            out[at] = out[at].chars().take(kept).collect();
        }
        _ => return None,
    }
    assert_some(&mut out);
    (!out.is_empty()).then(|| out.join(" "))
}

/// Puts another word in the place of one, with its capital and what stands around it.
fn replace(word: &mut String, new: &str) {
    let capital = word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let new = match new.chars().next() {
        Some(first) if capital => first.to_uppercase().chain(new.chars().skip(1)).collect(),
        _ => new.to_owned(),
    };
    let start = word.find(char::is_alphanumeric).unwrap_or(0);
    let end = word
        .rfind(char::is_alphanumeric)
        .map_or(word.len(), |i| i + word[i..].chars().next().map_or(1, char::len_utf8));
    word.replace_range(start..end, &new);
}

/// What only stands under a "not" as it is said without one.
fn assert_some(out: &mut Vec<String>) {
    let mut i = 0;
    while i < out.len() {
        let next = out.get(i + 1).map(|w| bare(w)).unwrap_or_default();
        match (bare(&out[i]).as_str(), next.as_str()) {
            ("any", "longer" | "more") | ("at", "all") => drop(out.drain(i..=i + 1)),
            ("yet" | "ever" | "anymore", _) => drop(out.remove(i)),
            ("any", _) => replace(&mut out[i], "some"),
            ("anything", _) => replace(&mut out[i], "something"),
            ("anybody", _) => replace(&mut out[i], "somebody"),
            ("anyone", _) => replace(&mut out[i], "someone"),
            _ => {}
        }
        i += 1;
    }
}

/// Takes out "do not" and gives the verb the form that "do" had.
fn take_do(out: &mut Vec<String>, from: usize, to: usize) -> Option<()> {
    let form = bare(&out[from]);
    let adverb = bare(out.get(to + 1)?).ends_with("ly");
    let place = to + 1 + usize::from(adverb);
    let verb = bare(out.get(place)?);
    // A second verb ("sign or ratify") would need the form, too: then "do" stays, which is right for both.
    let another = out
        .windows(2)
        .skip(place)
        .any(|w| matches!(bare(&w[0]).as_str(), "and" | "or") && LEXICON.is_verb(&bare(&w[1])));
    let new = match form.as_str() {
        _ if another => None,
        _ if form.starts_with("does") => Some(third_person(&verb)),
        _ if form.starts_with("did") => LEXICON.past(&verb),
        _ => Some(verb.clone()),
    };
    match new {
        Some(new) => {
            replace(&mut out[place], &new);
            out.drain(from..=to);
        }
        // The verb is not known, but "did receive" says so, too.
        None => {
            let kept = if form.starts_with("does") {
                "does"
            } else if form.starts_with("did") {
                "did"
            } else {
                "do"
            };
            replace(&mut out[from], kept);
            out.drain(from + 1..=to);
        }
    }
    Some(())
}

fn third_person(verb: &str) -> String {
    match verb {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ => demarche_lexicon::lemmas::third_person(verb),
    }
}

/// The words with a "not" put in.
pub(crate) fn negated(words: &str) -> Option<String> {
    let out: Vec<&str> = words.split_whitespace().collect();
    let with = |at: usize, new: &[&str]| Some([&out[..at], new, &out[at + 1..]].concat().join(" "));
    let known: Vec<String> = out.iter().map(|w| bare(w)).collect();
    let main =
        known.iter().skip(1).position(|w| SUBORDINATORS.contains(&w.as_str())).map_or(known.len(), |i| i + 1);
    for at in 1..main {
        let (word, next) = (known[at].as_str(), known.get(at + 1).map_or("", String::as_str));
        // Behind a comma or a bracket another clause may have begun; a word that ends in one is not followed by its verb.
        if !out[at - 1].ends_with(|c: char| c.is_alphanumeric()) || !out[at].ends_with(char::is_alphanumeric)
        {
            break;
        }
        let participle = || next.ends_with("ed") || LEXICON.verb(next).is_some_and(|lemma| lemma != next);
        match word {
            // A month or a name.
            _ if out[at].starts_with(char::is_uppercase) => {}
            "can" => return with(at, &["cannot"]),
            w if MODALS.contains(&w) || BE.contains(&w) => return with(at, &[out[at], "not"]),
            "has" | "have" | "had" if participle() || next == "been" => return with(at, &[out[at], "not"]),
            "has" => return with(at, &["does", "not", "have"]),
            "have" => return with(at, &["do", "not", "have"]),
            "had" => return with(at, &["did", "not", "have"]),
            "does" | "do" | "did" if LEXICON.is_verb(next) => return with(at, &[out[at], "not"]),
            _ => {}
        }
    }
    let first = known.first()?.as_str();
    let second = known.get(1).map_or("", String::as_str);
    if ARTICLES.contains(&first) {
        return named(first, &known[1..]).then(|| format!("no {}", out[1..].join(" ")));
    }
    // An order: "release the herders", as it is demanded.
    let begins_thing = |w: &str| {
        let raw = out.get(1).copied().unwrap_or_default();
        ARTICLES.contains(&w)
            || matches!(w, "its" | "their" | "his" | "her" | "all" | "back" | "from" | "up" | "out" | "down")
            || raw.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    if LEXICON.is_verb(first) && begins_thing(second) {
        return Some(format!("do not {}", words.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    // A subject of one word and its verb.
    let pronoun = PRONOUNS.contains(&first);
    let name = out[0].starts_with(char::is_uppercase) && out[0].ends_with(char::is_alphanumeric);
    let third = known.get(2).map_or("", String::as_str);
    let by_name = name && !third.is_empty() && !PREPOSITIONS.contains(&third);
    if !pronoun && !by_name {
        return None;
    }
    let lemma = LEXICON.verb(second)?;
    let plural = matches!(first, "they" | "we" | "you" | "i");
    let form = match second {
        v if v == third_person(lemma) && !plural => "does",
        v if v == lemma && plural => "do",
        v if LEXICON.past(lemma).is_some_and(|p| p == v) => "did",
        _ => return None,
    };
    let verb = out[1].to_lowercase().replace(second, lemma);
    with(1, &[form, "not", &verb])
}

/// Whether what follows an article is a thing with no more than what belongs to it: no verb stands before the first
/// preposition. Behind "a", what looks like a verb's base is none ("a halt to"); nor is what stands before "of".
fn named(article: &str, rest: &[String]) -> bool {
    let end = rest.iter().position(|w| PREPOSITIONS.contains(&w.as_str())).unwrap_or(rest.len());
    let of = rest.get(end).is_some_and(|w| w == "of");
    let noun = |(i, w): (usize, &String)| match LEXICON.verb(w) {
        None => true,
        Some(lemma) => of && i + 1 == end || article != "the" && lemma == w || w.ends_with("ed"),
    };
    let clause = rest.iter().any(|w| SUBORDINATORS.contains(&w.as_str()) && w != "to");
    end > 0 && !clause && rest[..end].iter().enumerate().all(noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_not_is_taken_out() {
        for (words, without) in [
            ("it did not receive the water guarantees", "it received the water guarantees"),
            ("they didn't fully withdraw their troops", "they fully withdrew their troops"),
            ("Oslo did not stop the ferries", "Oslo stopped the ferries"),
            ("Oslo did not frobnicate", "Oslo did frobnicate"),
            ("it does not sign or ratify the treaty", "it does sign or ratify the treaty"),
            ("they don’t leave", "they leave"),
            ("it does not receive any arms", "it receives some arms"),
            ("it has not yet left the port", "it has left the port"),
            ("the ships can't sail", "the ships can sail"),
            ("no talks are held", "some talks are held"),
            ("No one leaves", "Someone leaves"),
            ("nothing changes", "something changes"),
            ("neither Rhone nor Saar yields", "either Rhone or Saar yields"),
            ("without a guarantee", "with a guarantee"),
        ] {
            let found = negator(words).and_then(|at| affirmed(words, at));
            assert_eq!(found.as_deref(), Some(without), "{words}");
        }
        for words in ["without leaving", "it did not only threaten", "they will not say no"] {
            assert_eq!(negator(words).and_then(|at| affirmed(words, at)), None, "{words}");
        }
    }

    #[test]
    fn a_not_is_put_in() {
        for (words, with) in [
            ("Rhone would close the gates", "Rhone would not close the gates"),
            ("the ferries can sail", "the ferries cannot sail"),
            ("there would be grave consequences", "there would not be grave consequences"),
            ("it refused to negotiate", "it did not refuse to negotiate"),
            ("Rhone attacks the port", "Rhone does not attack the port"),
            ("they leave", "they do not leave"),
            ("they left the island", "they did not leave the island"),
            ("it has withdrawn", "it has not withdrawn"),
            ("it has an army", "it does not have an army"),
            ("release the herders at once", "do not release the herders at once"),
            ("the withdrawal of all troops from the delta", "no withdrawal of all troops from the delta"),
            ("the release of the herders", "no release of the herders"),
            ("the dismantling of the camps on 27 May 1997", "no dismantling of the camps on 27 May 1997"),
            ("a halt to its expansion", "no halt to its expansion"),
            ("the troops are ready, if it comes to that", "the troops are not ready, if it comes to that"),
        ] {
            assert_eq!(negated(words).as_deref(), Some(with), "{words}");
        }
        for words in ["the troops leave", "talks", "huge consequences", "Rhone talks with Saar", "", "peace"]
        {
            assert_eq!(negated(words), None, "{words}");
        }
    }
}
