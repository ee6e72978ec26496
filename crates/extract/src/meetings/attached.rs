//! What belongs to a word, however the parse attached it: "talks *with Peru*", "brought them *together*".

use crate::View;
use crate::events::marker;

/// The noun's or verb's own dependent behind a preposition; what stands directly behind a noun is taken as its own,
/// however the parse attached it.
pub fn behind_own(view: &View, head: usize, preposition: &str) -> Option<usize> {
    let fits =
        |&c: &usize| matches!(view.word(c).relation(), "obl" | "nmod") && marker(view, c) == preposition;
    let own = || view.children(head).iter().map(|&c| c as usize).find(fits);
    if view.word(head).upos == "NOUN" && head + 1 < view.sentence(head).end as usize {
        let next = head + 1;
        if view.word(next).upos == "ADP" && view.word(next).relation() == "case" {
            let noun = view.head(next).filter(|&n| n > next && view.lemma(next) == preposition);
            return noun.or_else(|| own().filter(|&c| !taken(view, head, c)));
        }
    }
    own()
}

/// The first of the prepositions behind which something belongs to `head`, by what stands there.
pub fn behind_any(view: &View, head: usize, prepositions: &[&str]) -> Option<usize> {
    prepositions.iter().find_map(|p| behind_own(view, head, p))
}

/// Whether a nearer noun of the same kind of phrase stands between `head` and its supposed dependent, directly before
/// the preposition.
fn taken(view: &View, head: usize, dependent: usize) -> bool {
    let case =
        view.children(dependent).iter().map(|&c| c as usize).find(|&c| view.word(c).relation() == "case");
    case.is_some_and(|c| c > head + 1 && view.word(c - 1).upos == "NOUN" && c - 1 != head)
}

/// Whether a word of this form stands with the verb: "bring them *together*", "sit *down*".
pub fn stands_with(view: &View, verb: usize, form: &str) -> bool {
    view.children(verb).iter().any(|&c| view.form(c as usize).eq_ignore_ascii_case(form))
}

/// Whether the noun is the direct object or subject of its verb; "called a *meeting*" may be parsed as what it is called.
pub fn direct(view: &View, noun: usize) -> bool {
    matches!(view.word(noun).relation(), "obj" | "nsubj" | "xcomp")
}

/// The words over `word`, the nearest first, at most `most`.
pub fn ancestors(view: &View, word: usize, most: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(view.head(word), |&w| view.head(w)).take(most)
}
