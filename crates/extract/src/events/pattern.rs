//! Whether all that a verb's pattern asks for stands with it: "laid *down its arms*", "put the fleet on a war *footing*".

use super::clause::Roles;
use super::phrase::{behind, conjuncts, marker, timely};
use crate::View;
use demarche_lexicon::Lexicon;
use demarche_lexicon::plover::{Needs, VerbEntry};
use demarche_record::EntityType;

/// Whether all that the entry asks for stands with the verb.
pub(super) fn holds(view: &View, lexicon: &Lexicon, verb: usize, r: &Roles, entry: &VerbEntry) -> bool {
    entry.needs.iter().all(|needs| needs.iter().any(|need| stands(view, lexicon, verb, r, entry, need)))
}

/// Whether one thing that the entry may ask for stands with the verb.
pub(super) fn stands(
    view: &View,
    lexicon: &Lexicon,
    verb: usize,
    r: &Roles,
    entry: &VerbEntry,
    need: &Needs,
) -> bool {
    match need {
        Needs::AnyObject => r.patient.is_some(),
        Needs::Word(w) => {
            satellite(view, verb, w).is_some() || entry.needs.len() > 1 && below_object(view, verb, w)
        }
        Needs::ObjectClass(class) => {
            // "pulled out of the talks", "withdrew from the pact"
            let of = ["of", "from"]
                .into_iter()
                .find_map(|w| entry.asks_word(w).then(|| behind(view, &[verb], w)).flatten());
            let object = r.patient.or(of).or_else(|| object_of_particle(view, verb, entry));
            object.is_some_and(|p| of_class(view, lexicon, p, class))
        }
        Needs::Object(lemma) => {
            let object = r.patient.or_else(|| object_of_particle(view, verb, entry));
            object.is_some_and(|p| view.lemma(p) == *lemma)
        }
        Needs::Within(lemma) => within(view, verb, lemma).is_some(),
        Needs::SubjectClass(class) => {
            let doer = r.agent.or(r.patient.filter(|_| behind_its_verb(view, verb, r)));
            doer.is_some_and(|a| !r.passive && subject_of_class(view, lexicon, a, class))
        }
        Needs::Infinitive(lemma) => view
            .children_by(verb, "xcomp")
            // "gave them two days to leave"
            // "gave Oslo until Friday to leave", "called the sides to talk"
            .chain(
                view.children_by(verb, "advcl")
                    .filter(|&x| x > verb && marker(view, x) == "to")
                    .filter(|_| entry.asks(|n| matches!(n, Needs::Within("until")))),
            )
            .chain(
                r.patient
                    .filter(|_| entry.needs[0].iter().any(|n| matches!(n, Needs::ObjectClass(_))))
                    .into_iter()
                    .flat_map(|p| view.children_by(p, "acl").chain(view.children_by(verb, "advcl")))
                    .filter(|&x| marker(view, x) == "to"),
            )
            .any(|x| view.word(x).upos == "VERB" && (lemma.is_empty() || view.lemma(x) == *lemma)),
    }
}

/// The object behind a particle that the parse takes for its preposition: "called in *the envoy*", "laid down *its arms*".
pub(super) fn object_of_particle(view: &View, verb: usize, entry: &VerbEntry) -> Option<usize> {
    let particle = |w: &str| entry.asks_word(w) && !LOOSE.contains(&w);
    view.children_by(verb, "obl").find(|&c| {
        let case = view.children_by(c, "case").next();
        c > verb && case.is_some_and(|m| m == verb + 1 && particle(view.lemma(m))) && !timely(view, c)
    })
}

/// Most words that a fixed complement stands behind its verb for the trigger to reach it.
pub(super) const REACH: usize = 6;

/// The word of `lemma` behind `verb` in its own clause, however the parse attached it: "put the fleet on a war *footing*".
pub(super) fn within(view: &View, verb: usize, lemma: &str) -> Option<usize> {
    let rest = verb + 1..view.sentence(verb).end as usize;
    let near = rest.take(2 * REACH).take_while(|&w| {
        !(matches!(view.word(w).xpos, "VBD" | "VBZ" | "VBP" | "MD" | "WDT" | "WP" | "WRB" | "CC")
            || matches!(view.form(w), ";" | ",")
            || matches!(view.lemma(w), "if" | "unless"))
    });
    near.into_iter().find(|&w| view.lemma(w) == lemma || view.form(w).eq_ignore_ascii_case(lemma))
}

/// Whether what stands behind a verb without a subject may be its subject: "In Oslo marched 500 students".
pub(super) fn behind_its_verb(view: &View, verb: usize, r: &Roles) -> bool {
    r.agent.is_none() && !r.passive && view.word(verb).xpos == "VBD"
}

/// Whether a subject is of `class`; a bare number or a people in the plural are a crowd.
fn subject_of_class(view: &View, lexicon: &Lexicon, noun: usize, class: &str) -> bool {
    // "the United Nations" are no crowd.
    let named = || {
        let body = [EntityType::Location.name(), EntityType::Organization.name()];
        view.heads.names.iter().any(|n| body.contains(&n.label) && n.words.contains(noun))
    };
    let plural = || view.word(noun).xpos == "NNPS" && !named();
    let many = class == "crowd" && (view.word(noun).upos == "NUM" || plural());
    many || of_class(view, lexicon, noun, class)
}

/// The class of all who are named as persons.
const NAMED_PERSON: &str = "PERSON";

/// Whether the phrase of `noun` is of `class`: by its head, or by what a counting head counts ("dozens of soldiers").
pub(super) fn of_class(view: &View, lexicon: &Lexicon, noun: usize, class: &str) -> bool {
    if class == NAMED_PERSON {
        let person = EntityType::Person.name();
        return view.heads.names.iter().any(|n| n.label == person && n.words.contains(noun));
    }
    let is = |w: usize| {
        let lemma = view.lemma(w);
        // "a second carrier group", "an infantry unit"
        let formed = || {
            let mut kinds = view.children_by(w, "compound");
            matches!(lemma, "group" | "fleet" | "team")
                && kinds.any(|c| lexicon.plover.is(class, view.lemma(c)))
        };
        lexicon.plover.is(class, lemma)
            || matches!(class, "ship" | "troop") && formed()
            || view.word(w).upos == "PROPN" && lexicon.plover.is(class, &lemma.to_lowercase())
    };
    conjuncts(view, noun).into_iter().any(is) || behind(view, &[noun], "of").is_some_and(is)
}

/// Adverbs that make one verb of two words: "hand over", "lay down".
const PARTICLES: &[&str] = &["over", "up", "out", "down", "back", "off", "away"];

/// Whether `preposition` hangs below the object that the pattern of `verb` asks for, too: "closed the port *to* foreign
/// cargo", read as if the port were to the cargo.
fn below_object(view: &View, verb: usize, preposition: &str) -> bool {
    let object = view.child(verb, "obj").filter(|&o| o > verb && LOOSE.contains(&preposition));
    let joined = |n: usize| view.children_by(n, "nmod").any(|c| marker(view, c) == preposition);
    // "a company of troops to the border", with the border hung from the troops
    let counted = |o: usize| behind(view, &[o], "of").is_some_and(joined);
    object.is_some_and(|o| conjuncts(view, o).into_iter().any(|n| joined(n) || counted(n)))
}

/// Prepositions that lead from a verb and its object to somebody, though the parse hangs them below the object.
const LOOSE: &[&str] = &["to", "from", "against", "into", "with"];

/// The particle, preposition or fixed complement `lemma` of `verb`.
pub(super) fn satellite(view: &View, verb: usize, lemma: &str) -> Option<usize> {
    let next = verb + 1;
    let end = view.sentence(verb).end as usize;
    let counts = lemma == "over" && next + 1 < end && view.word(next + 1).upos == "NUM";
    if PARTICLES.contains(&lemma) && next < end && view.lemma(next) == lemma && !counts {
        return Some(next);
    }
    for &child in view.children(verb) {
        let child = child as usize;
        let relation = view.word(child).relation();
        if child > verb
            && view.lemma(child) == lemma
            && matches!(
                relation,
                "compound" | "advmod" | "case" | "obj" | "xcomp" | "mark" | "obl" | "prt" | "fixed"
            )
        {
            return Some(child);
        }
        if child > verb
            && matches!(relation, "obl" | "advcl" | "xcomp" | "ccomp" | "nmod")
            && !timely(view, child)
        {
            let own = view.children(child).iter().map(|&c| c as usize);
            let mut found = own.filter(|&c| c > verb && matches!(view.word(c).relation(), "case" | "mark"));
            if let Some(hit) = found.find(|&c| view.lemma(c) == lemma) {
                return Some(hit);
            }
        }
    }
    None
}
