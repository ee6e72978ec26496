//! Who acts, where a verb's own subject does not say: "shells fired by *the army* killed two", "expelled *from Norway*".

use super::clause::subject;
use super::phrase::{Naming, behind, conjuncts, marker};
use crate::View;
use demarche_lexicon::Lexicon;
use demarche_record::Plover;

/// Who fired the weapon that a noun names: "shells fired by *the army*".
pub(super) fn fired_by(view: &View, lexicon: &Lexicon, naming: &Naming, weapon: usize) -> Option<usize> {
    let is = ["missile", "bomb", "fire", "aircraft"]
        .iter()
        .any(|class| lexicon.plover.is(class, view.lemma(weapon)));
    let sent = view.children_by(weapon, "acl").filter(|&c| is && c > weapon && view.word(c).xpos == "VBN");
    let by = sent.flat_map(|c| view.children_by(c, "obl")).find(|&o| marker(view, o) == "by");
    by.filter(|&o| naming.acts(view, o) && !naming.actors(view, o).is_empty())
}

/// Who acts in the clauses above `verb`, where its own subject is a thing: "said that the dam was safe and accused".
pub(super) fn speaker_above(view: &View, lexicon: &Lexicon, naming: &Naming, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..4 {
        at = view.head(at).filter(|_| matches!(view.word(at).relation(), "conj" | "ccomp"))?;
        let above = subject(view, lexicon, at, 0).filter(|&s| s < verb && naming.acts(view, s));
        if above.is_some() {
            return above;
        }
    }
    None
}

/// `sources` with a pronoun that means nobody known taken as who says it: "*the rebels* said they would free the envoys".
pub(super) fn told_of(
    view: &View,
    lexicon: &Lexicon,
    naming: &Naming,
    verb: usize,
    sources: Vec<usize>,
) -> Vec<usize> {
    let [pronoun] = sources[..] else { return sources };
    let third = matches!(view.lemma(pronoun), "it" | "they" | "he" | "she");
    let unknown = view.word(pronoun).upos == "PRON" && naming.index.of_word(pronoun as u32).is_empty();
    if !(third && unknown) {
        return sources;
    }
    let mut at = verb;
    for _ in 0..6 {
        let relation = view.word(at).relation();
        let Some(above) = view.head(at).filter(|_| matches!(relation, "ccomp" | "xcomp" | "conj" | "advcl"))
        else {
            break;
        };
        at = above;
        if relation != "ccomp" {
            continue;
        }
        let teller = subject(view, lexicon, at, 2).filter(|&s| s < pronoun && view.word(s).upos != "PRON");
        if let Some(teller) = teller.filter(|&t| naming.acts(view, t)) {
            let plural =
                conjuncts(view, teller).len() > 1 || matches!(view.word(teller).xpos, "NNS" | "NNPS");
            if plural || view.lemma(pronoun) != "they" {
                return conjuncts(view, teller);
            }
        }
    }
    sources
}

/// Who acts where a passive names only the state: "expelled from Norway", "arrested in Norway".
pub(super) fn authority(view: &View, naming: &Naming, verb: usize, kind: Plover) -> Option<usize> {
    let place = match kind {
        Plover::Sanction => "from",
        Plover::Coerce => "in",
        _ => return None,
    };
    let state = |w: usize| {
        let actors = naming.index.of_word(w as u32);
        view.word(w).upos == "PROPN" && actors.iter().any(|&a| naming.is_state(a))
    };
    behind(view, &[verb], place).filter(|&w| state(w))
}

/// Whether nobody did it: "killed in a crash", but not "killed by Israeli fire".
pub(super) fn accident(view: &View, lexicon: &Lexicon, naming: &Naming, verb: usize) -> bool {
    view.subtree(verb).range().any(|w| {
        view.word(w).relation() == "obl"
            && lexicon.plover.is("accident", view.lemma(w))
            && naming.actors(view, w).is_empty()
    })
}
