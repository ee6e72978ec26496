//! To whom: the words around a trigger that name who is acted on: "imposed sanctions *on Oslo*", "rejected *their* offer".

use super::clause::{Roles, roles};
use super::phrase::{Naming, behind, conjuncts, marker, noun_phrase, timely};
use crate::View;
use demarche_lexicon::Lexicon;

/// The heads of the target: the first role that names somebody who can act; else the first that is there at all.
pub(super) fn target(
    view: &View,
    lexicon: &Lexicon,
    naming: &Naming,
    verb: usize,
    r: &Roles,
    fixed: Option<usize>,
    places: &[&str],
) -> Vec<usize> {
    let doers = r.agent.map(|a| naming.actors(view, a)).unwrap_or_default();
    let own = |head: usize| {
        let actors = naming.actors(view, head);
        !actors.is_empty() && actors.iter().all(|a| doers.contains(a))
    };
    let mut fallback = None;
    for &place in places {
        let head = match place {
            "o" => r.patient.or(r.recipient),
            "i" => r.recipient,
            "c" => asked(view, verb),
            "x" => view.children_by(verb, "xcomp").chain(view.children_by(verb, "advcl")).find_map(|x| {
                let inner = roles(view, lexicon, x);
                let whom = inner.patient.filter(|&p| !inner.passive && naming.acts(view, p));
                // "refused to send monitors to Oslo": who is sent is not who is refused.
                whom.filter(|&p| !naming.actors(view, p).is_empty()).or_else(|| {
                    let places = ["against", "on", "to", "with", "from", "for", "into", "in"];
                    let nouns: Vec<usize> = [Some(x), inner.patient].into_iter().flatten().collect();
                    let mut named = places.iter().filter_map(|p| behind(view, &nouns, p));
                    let named = named.find(|&n| {
                        let medium = lexicon.plover.is("medium", view.lemma(n));
                        !medium && !timely(view, n) && !naming.actors(view, n).is_empty()
                    });
                    named.or(whom)
                })
            }),
            "p" => r.patient.and_then(|p| whose(view, naming, p)),
            "w" => fixed.and_then(|w| whose(view, naming, w)),
            preposition => {
                let nouns: Vec<usize> = [Some(verb), r.patient].into_iter().flatten().collect();
                behind(view, &nouns, preposition).filter(|&h| Some(h) != r.agent)
            }
        };
        let Some(head) = head.filter(|&h| Some(h) != r.agent && !timely(view, h)) else { continue };
        if view.head(head).is_some_and(|above| lexicon.plover.is("direction", view.lemma(above))) {
            // "entered waters south of the island": a place, nobody.
            continue;
        }
        if place == "with" && lexicon.plover.is("medium", view.lemma(head)) {
            // "agreed on a truce with the mediation of Lima"
            continue;
        }
        if place == "p" && own(head) {
            // "suspended its pact with": its own is no target.
            continue;
        }
        // "withdrew its experts from the joint commission *with Lima*"
        let with =
            || behind(view, &[head], "with").filter(|&w| !naming.actors(view, w).is_empty() && !own(w));
        // "sent troops to the border *with Lima*"
        let between = || lexicon.plover.is("boundary", view.lemma(head));
        if naming.actors(view, head).is_empty() {
            let shared = matches!(place, "from" | "of" | "in") || between();
            let other = if shared { with() } else { None };
            let owner = || if place == "o" { owner_behind(view, naming, head) } else { None };
            if let Some(other) = other.or_else(owner) {
                return conjuncts(view, other);
            }
        }
        if naming.acts(view, head) {
            return conjuncts(view, head);
        }
        // "suspended its role in the pact", "rejected any talks": what is the source's own or left open is no target.
        fallback = fallback.or(Some(head).filter(|&h| told(view, h)));
    }
    fallback.into_iter().collect()
}

/// Whether a thing is told as somebody's: no pronoun, not the source's own ("its role"), not left open ("any talks").
pub(super) fn told(view: &View, thing: usize) -> bool {
    let mut below = view.children(thing).iter().map(|&c| c as usize);
    view.word(thing).upos != "PRON"
        && !below.any(|c| {
            let open = matches!(view.lemma(c).to_ascii_lowercase().as_str(), "any" | "no" | "every");
            view.word(c).xpos == "PRP$" || open && view.word(c).relation() == "det"
        })
}

/// The subject of the clause that is asked for, promised or alleged.
pub(super) fn asked(view: &View, verb: usize) -> Option<usize> {
    let clauses = ["ccomp", "xcomp", "advcl"].into_iter().flat_map(|r| view.children_by(verb, r));
    let of = |c: &usize| view.word(*c).relation() != "advcl" || matches!(marker(view, *c), "of" | "for");
    // "warned that *our envoy* would leave": who speaks is not asked.
    let ours = |&s: &usize| {
        view.children(s).iter().any(|&c| matches!(view.lemma(c as usize), "our" | "my" | "we" | "I"))
    };
    clauses.filter(of).find_map(|c| view.child(c, "nsubj").filter(|s| !ours(s)))
}

/// The participle that says what an ultimatum demands.
pub(super) fn demanding(view: &View, verb: usize) -> Option<usize> {
    view.subtree(verb).range().find(|&w| {
        w > verb
            && view.word(w).xpos == "VBG"
            && matches!(view.lemma(w), "demand" | "require" | "urge" | "order")
    })
}

/// Whose act or thing is asked for: heads of mentions within the phrase of `noun`.
pub(super) fn concerned_by(view: &View, naming: &Naming, noun: usize) -> Vec<usize> {
    if naming.acts(view, noun) && !naming.index.of_word(noun as u32).is_empty() {
        return vec![noun];
    }
    let phrase = noun_phrase(view, noun);
    phrase
        .range()
        .filter(|&w| view.word(w).upos != "ADJ" && !naming.index.of_word(w as u32).is_empty())
        .take(1)
        .collect()
}

/// Whose offer, decision or call `noun` is.
fn whose(view: &View, naming: &Naming, noun: usize) -> Option<usize> {
    let own = |c: &&u32| {
        let word = view.word(**c as usize);
        word.deprel == "nmod:poss"
            || matches!(word.relation(), "amod" | "compound" | "nmod") && (**c as usize) < noun
    };
    let named = |c: &usize| !naming.actors(view, *c).is_empty();
    view.children(noun).iter().filter(own).map(|&c| c as usize).find(named).or_else(|| {
        // "the plan put forward by Oslo"
        named_behind(view, naming, noun, |c| {
            let made = view.word(c).xpos == "VBN" && naming.lexicon.plover.is("authors", view.lemma(c));
            made.then_some("by")
        })
    })
}

/// Whose a thing is by the clause behind it: "a tanker belonging to *Lima*", "an outlet owned by *Lima*".
fn owner_behind(view: &View, naming: &Naming, noun: usize) -> Option<usize> {
    named_behind(view, naming, noun, |c| match (view.lemma(c), view.word(c).xpos) {
        ("belong", _) => Some("to"),
        // "a tanker flying the flag of Lima"
        ("fly" | "carry", "VBG") => Some("of"),
        (lemma, "VBN") if naming.lexicon.plover.is("owns", lemma) => Some("by"),
        _ => None,
    })
}

/// Who is named in a clause behind `noun` that says something of it, behind the preposition that `opens` tells of its verb.
fn named_behind(
    view: &View,
    naming: &Naming,
    noun: usize,
    opens: impl Fn(usize) -> Option<&'static str>,
) -> Option<usize> {
    let clauses = view.children_by(noun, "acl").filter(|&c| c > noun);
    clauses.filter_map(|c| Some((c, opens(c)?))).find_map(|(c, preposition)| {
        let named = |&o: &usize| marker(view, o) == preposition && !naming.actors(view, o).is_empty();
        let flag = view.child(c, "obj").filter(|&o| preposition == "of" && view.lemma(o) == "flag");
        view.children_by(c, "obl")
            .chain(flag.into_iter().flat_map(|f| view.children_by(f, "nmod")))
            .find(named)
    })
}

/// Dependents of the noun `noun` in `places` that name somebody, best place first.
pub fn dependents(view: &View, naming: &Naming, noun: usize, places: &[&str]) -> Vec<usize> {
    for &place in places {
        let head = match place {
            "poss" => {
                view.children(noun).iter().map(|&c| c as usize).find(|&c| view.word(c).deprel == "nmod:poss")
            }
            "mod" => whose(view, naming, noun),
            "between" => behind(view, &[noun], "between"),
            preposition => behind(view, &[noun], preposition),
        };
        if let Some(head) = head.filter(|&h| !timely(view, h) && naming.acts(view, h)) {
            return conjuncts(view, head);
        }
    }
    Vec::new()
}
