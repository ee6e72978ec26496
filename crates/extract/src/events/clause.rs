//! Clauses: who acts and who is acted on, with passives, control, relative clauses and coordination undone.

use super::phrase::{marker, timely};
use crate::View;
use demarche_lexicon::Lexicon;

/// Depth to which an absent subject is looked for.
const DEPTH: u8 = 6;

/// The participants of a verb, as head words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// Who acts.
    pub agent: Option<usize>,
    /// Who or what is acted on.
    pub patient: Option<usize>,
    /// To whom something is given.
    pub recipient: Option<usize>,
    /// Whether the verb is passive.
    pub passive: bool,
}

/// Whether `word` is a full verb, by either of its tags.
pub fn verbal(view: &View, word: usize) -> bool {
    let tagged = view.word(word);
    match tagged.upos {
        "VERB" => true,
        "AUX" | "NOUN" | "PROPN" | "ADJ" => false,
        _ => tagged.xpos.starts_with("VB"),
    }
}

/// The participants of the verb `verb`.
///
/// Where the parse gives a finite verb no subject or a transitive one no object, the nearest noun phrase before or
/// directly after it is taken.
pub fn roles(view: &View, lexicon: &Lexicon, verb: usize) -> Roles {
    let passive = is_passive(view, verb);
    let surface = past_dateline(
        view,
        verb,
        subject(view, lexicon, verb, DEPTH)
            .or_else(|| before(view, verb))
            .or_else(|| elided(view, lexicon, verb)),
    );
    let object = view
        .child(verb, "obj")
        .or_else(|| second_subject(view, verb))
        .map(|o| relative(view, verb, o))
        .or_else(|| object_of_relative(view, verb))
        .or_else(|| shifted(view, verb))
        .or_else(|| unmarked(view, verb));
    let mut recipient = view.child(verb, "iobj");
    let mut object = object;
    let mut objects = view.children_by(verb, "obj").filter(|&o| o > verb);
    if let (Some(first), Some(second)) = (objects.next(), objects.next())
        && recipient.is_none()
        && view.word(first).upos == "PROPN"
        && view.word(second).upos == "NOUN"
    {
        // "hands Lima ten trucks", read as if Lima were handed, too.
        (recipient, object) = (Some(first), Some(second));
    }
    if passive {
        let by = view
            .children_by(verb, "obl")
            .find(|&c| marker(view, c) == "by")
            .or_else(|| by_below(view, lexicon, verb));
        // "was given aid": what was given stands as the object, the subject is the recipient.
        match object {
            Some(object) if view.child(verb, "nsubj").is_some() => {
                Roles { agent: by, patient: Some(object), recipient: surface, passive }
            }
            _ => Roles { agent: by, patient: surface, recipient, passive },
        }
    } else {
        let object = object.or_else(|| after(view, verb)).filter(|o| Some(*o) != surface);
        Roles { agent: surface, patient: object, recipient, passive }
    }
}

/// "were levelled at a retiree *by the court*", with the court hung from the retiree: who did it, where the noun tells no act.
fn by_below(view: &View, lexicon: &Lexicon, verb: usize) -> Option<usize> {
    let mut nouns = view.children_by(verb, "obl").filter(|&c| c > verb && view.word(c).upos != "VERB");
    nouns.find_map(|n| {
        let person = matches!(view.word(n).xpos, "NN" | "NNS") || view.word(n).upos == "PROPN";
        let mut below = view.children_by(n, "nmod").filter(|&c| c > n && marker(view, c) == "by");
        let act = lexicon.plover.noun(view.lemma(n)).is_some();
        below.next().filter(|_| person && !act && marker(view, n) != "by")
    })
}

/// A subject behind the verb besides one before it: its object, mistaken.
fn second_subject(view: &View, verb: usize) -> Option<usize> {
    let mut subjects = view.children_by(verb, "nsubj");
    let first = subjects.next().filter(|&s| s < verb)?;
    subjects.find(|&s| s > verb && s != first)
}

/// A noun behind the verb that nothing marks, whatever the parse calls it, and that is no time: the object.
fn unmarked(view: &View, verb: usize) -> Option<usize> {
    let free = |w: usize| !view.heads.timexes.iter().any(|t| t.words.contains(w));
    view.children(verb).iter().map(|&c| c as usize).filter(|&c| c > verb).find(|&c| {
        let plain = match view.word(c).deprel {
            "obl" | "xcomp" => true,
            "ccomp" | "conj" | "nmod" => {
                // Nothing stands between: no conjunction, no comma.
                view.subtree(c).start as usize == verb + 1 && view.child(c, "nsubj").is_none()
            }
            _ => false,
        };
        plain && nominal(view, c) && marker(view, c).is_empty() && free(c)
    })
}

/// Whether `verb` stands in a clause of its own, by its form or its auxiliaries.
fn finite(view: &View, verb: usize) -> bool {
    let tensed = |w: usize| matches!(view.word(w).xpos, "VBD" | "VBZ" | "VBP" | "MD");
    tensed(verb) || view.children_by(verb, "aux").any(tensed)
}

/// The top of the noun phrase that `word` is a part of, within `from..to`.
fn top_within(view: &View, word: usize, from: usize, to: usize) -> usize {
    let mut at = word;
    for _ in 0..DEPTH {
        let linked = matches!(
            view.word(at).relation(),
            "flat" | "compound" | "amod" | "nmod" | "det" | "nummod" | "appos" | "case"
        );
        match view.head(at) {
            Some(above) if linked && (from..to).contains(&above) => at = above,
            _ => break,
        }
    }
    at
}

fn nominal(view: &View, word: usize) -> bool {
    matches!(view.word(word).upos, "NOUN" | "PROPN" | "PRON")
}

/// The noun phrase directly before the verb group of a finite verb that the parse left without a subject.
fn before(view: &View, verb: usize) -> Option<usize> {
    if !finite(view, verb) || matches!(view.word(verb).relation(), "conj" | "acl" | "xcomp") {
        return None;
    }
    let start = view.sentence(verb).start as usize;
    let mut words = (start..verb).rev();
    let near = words.find(|&w| !matches!(view.word(w).upos, "AUX" | "ADV" | "PART"))?;
    nominal(view, near).then(|| top_within(view, near, start, verb)).filter(|&n| nominal(view, n))
}

/// Who does what a past without a subject tells at the start of its sentence: the label before it ("- Oslo: moved tanks"), or
/// who did what the sentence before tells ("Oslo closed the border. Expelled an envoy."); behind a semicolon, who did what
/// stands before that.
fn elided(view: &View, lexicon: &Lexicon, verb: usize) -> Option<usize> {
    if view.word(verb).xpos != "VBD" {
        return None;
    }
    let start = view.sentence(verb).start as usize;
    let label = verb.checked_sub(2).filter(|&w| view.form(w + 1) == ":" && view.word(w).upos == "PROPN");
    if let Some(name) = label {
        let first = view.sentence(name).start as usize;
        let short = name - first <= LABEL;
        return short.then(|| top_within(view, name, first, name + 1)).filter(|&n| nominal(view, n));
    }
    if verb > start {
        let spliced = view.word(verb).relation() == "parataxis" && matches!(view.form(verb - 1), ";" | ",");
        let above = view.head(verb).filter(|&a| spliced && a < verb && verbal(view, a))?;
        return subject(view, lexicon, above, DEPTH);
    }
    let last = verb.checked_sub(1).filter(|_| view.form(verb).starts_with(char::is_uppercase))?;
    let root = view.sentence(last).range().find(|&w| view.head(w).is_none() && verbal(view, w))?;
    if view.word(verb).head.is_some() || is_passive(view, root) {
        return None;
    }
    view.child(root, "nsubj")
}

/// Most words before the name of a label: a bullet, a number, "the".
const LABEL: usize = 4;

/// The noun phrase nearest before `verb` that is none of those to be left out, however the parse attached it.
pub fn nearest_before(view: &View, verb: usize, left_out: impl Fn(usize) -> bool) -> Option<usize> {
    let start = view.sentence(verb).start as usize;
    let near = (start..verb).rev().find(|&w| nominal(view, w) && !left_out(w))?;
    Some(top_within(view, near, start, verb)).filter(|&n| nominal(view, n) && !left_out(n))
}

/// The noun phrase directly after a verb that the parse left without an object.
fn after(view: &View, verb: usize) -> Option<usize> {
    let end = view.sentence(verb).end as usize;
    if view.child(verb, "xcomp").is_some() || view.child(verb, "ccomp").is_some() {
        return None;
    }
    let opens = |w: usize| matches!(view.word(w).upos, "DET" | "ADJ" | "NOUN" | "PROPN" | "NUM");
    let first = verb + 1;
    if first >= end || !opens(first) {
        return None;
    }
    let last = (first..end.min(first + 8)).take_while(|&w| opens(w)).last()?;
    let top = top_within(view, last, first, last + 1);
    let mine = view.head(top).is_none_or(|h| h != verb)
        && !matches!(view.word(top).relation(), "nsubj" | "obl" | "advmod");
    (mine && matches!(view.word(top).upos, "NOUN" | "PROPN")).then_some(top)
}

/// A subject before a dateline's dash is the place of writing: "OSLO -- The king met" is about the king.
fn past_dateline(view: &View, verb: usize, subject: Option<usize>) -> Option<usize> {
    let found = subject?;
    let dash =
        (found + 1..verb.max(found + 1)).find(|&w| matches!(view.form(w), "--" | "—" | "–" | "-" | "_"));
    let start = view.sentence(verb).start as usize;
    let Some(dash) = dash.filter(|&d| d - start < 12 && view.word(found).upos == "PROPN") else {
        return subject;
    };
    if view.layout.words[dash].span.start == view.layout.words[dash - 1].span.end {
        // A hyphen within a word.
        return subject;
    }
    let own = |&w: &usize| {
        nominal(view, w) && !matches!(view.word(w).relation(), "flat" | "compound" | "nmod" | "obl")
    };
    (dash + 1..verb).find(own).or(subject)
}

/// Where the verb group of `verb` begins: "has been" in "has been told".
pub fn group_start(view: &View, verb: usize) -> usize {
    view.child(verb, "aux").filter(|&a| a < verb).unwrap_or(verb)
}

/// The object that stands behind what else the verb has: "condemned in the strongest terms *the raid*", "placed under arrest
/// *the captain*". The parse often takes such a past for a participle.
fn shifted(view: &View, verb: usize) -> Option<usize> {
    let end = (view.sentence(verb).end as usize).min(verb + SHIFT);
    let own = || view.children(verb).iter().map(|&c| c as usize);
    let past = matches!(view.word(verb).xpos, "VBD" | "VBN")
        && matches!(view.word(verb).relation(), "root" | "conj" | "ccomp" | "parataxis")
        && view.child(verb, "nsubj").is_some_and(|s| s < verb);
    let whole = past
        && verb + 1 < end
        && view.word(verb + 1).upos == "ADP"
        && view.lemma(verb + 1) != "by"
        && !own().any(|c| matches!(view.word(c).relation(), "obj" | "ccomp" | "xcomp" | "aux"));
    if !whole {
        return None;
    }
    let run = verb + 2..end;
    let mut near = run.take_while(|&w| {
        matches!(view.word(w).upos, "DET" | "ADJ" | "NOUN" | "PROPN" | "NUM") || view.word(w).xpos == "PRP$"
    });
    let opens = near.find(|&w| {
        (matches!(view.word(w).upos, "DET" | "NUM") || view.word(w).xpos == "PRP$")
            && matches!(view.word(w - 1).upos, "NOUN" | "PROPN")
    })?;
    let object = view.head(opens).filter(|&o| o > opens && view.word(o).upos == "NOUN")?;
    let fits =
        matches!(view.word(object).relation(), "nmod" | "obl" | "obj" | "appos" | "parataxis" | "conj");
    (fits && marker(view, object).is_empty() && !timely(view, object)).then_some(object)
}

/// Most words from a verb to an object behind something else.
const SHIFT: usize = 10;

/// Whether `verb` is passive: "was hit", "the town hit by rockets".
pub fn is_passive(view: &View, verb: usize) -> bool {
    let word = view.word(verb);
    if shifted(view, verb).is_some() {
        return false;
    }
    let own = || view.children(verb).iter().map(|&c| c as usize);
    // A subject marked as passive counts only beside "be" or "get", or where the verb has neither auxiliary nor object:
    // parsers mark the subjects of verbs like "arrest" so in the active, too.
    let helped = own().any(|c| {
        view.word(c).relation() == "aux" && matches!(view.lemma(c), "be" | "get" | "been" | "being")
    });
    let marked = own().any(|c| matches!(view.word(c).deprel, "aux:pass" | "nsubj:pass" | "csubj:pass"));
    let bare =
        !own().any(|c| matches!(view.word(c).relation(), "aux" | "obj")) && after(view, verb).is_none();
    let marked = marked && (helped || bare && word.xpos == "VBN");
    let participle =
        word.xpos == "VBN" && !view.children(verb).iter().any(|&c| view.word(c as usize).relation() == "aux");
    marked
        || participle && word.deprel == "acl"
        || participle
            && word.relation() == "conj"
            && view.child(verb, "nsubj").is_none()
            && view.head(verb).is_some_and(|h| is_passive(view, h))
        || participle
            && matches!(word.relation(), "advcl" | "xcomp" | "parataxis")
            && view.child(verb, "nsubj").is_none()
            && view.child(verb, "obj").is_none()
}

/// The antecedent of a relative pronoun that is `argument` of `verb`; else `argument` itself.
fn relative(view: &View, verb: usize, argument: usize) -> usize {
    let pronoun = matches!(view.lemma(argument), "who" | "which" | "that" | "whom");
    // In "which it had offered to host" the relative clause stands above the infinitive.
    let mut at = verb;
    for _ in 0..DEPTH {
        if view.word(at).deprel == "acl:relcl" {
            break;
        }
        match view.head(at) {
            Some(above) if matches!(view.word(at).relation(), "xcomp" | "ccomp" | "conj") => at = above,
            _ => break,
        }
    }
    match view.head(at) {
        Some(noun) if pronoun && view.word(at).deprel == "acl:relcl" && noun < at => noun,
        _ => argument,
    }
}

/// "the ships they sank": the noun that the relative clause of `verb` modifies, where the clause lacks its object.
fn object_of_relative(view: &View, verb: usize) -> Option<usize> {
    let own_subject = view.child(verb, "nsubj").is_some_and(|s| relative(view, verb, s) == s);
    (view.word(verb).deprel == "acl:relcl"
        && own_subject
        && view.child(verb, "obj").is_none()
        && !is_passive(view, verb))
    .then(|| view.head(verb))
    .flatten()
}

/// The subject of `verb` as the sentence has it, looked for above where the verb has none of its own.
pub fn subject(view: &View, lexicon: &Lexicon, verb: usize, depth: u8) -> Option<usize> {
    if let Some(own) = view.child(verb, "nsubj") {
        return Some(relative(view, verb, own));
    }
    if let Some(owner) =
        view.children(verb).iter().map(|&c| c as usize).find(|&c| view.word(c).deprel == "nmod:poss")
    {
        return Some(owner);
    }
    let above = view.head(verb)?;
    if depth == 0 {
        return None;
    }
    let up = |at| subject(view, lexicon, at, depth - 1);
    match view.word(verb).relation() {
        "conj" => match view.word(above).upos {
            "NOUN" | "PROPN" => None,
            _ => up(above),
        },
        "xcomp" | "advcl" => {
            let controlled = lexicon.plover.is("object-control", view.lemma(above));
            let object = view.child(above, "obj").or_else(|| view.child(above, "iobj")).or_else(|| {
                let on =
                    view.children_by(above, "obl").find(|&c| matches!(marker(view, c), "on" | "to" | "upon"));
                on.filter(|_| matches!(view.lemma(above), "call" | "appeal"))
            });
            let blamed = view.word(verb).relation() == "xcomp"
                || matches!(marker(view, verb), "of" | "for" | "from" | "against" | "to");
            match object {
                Some(object) if controlled && blamed => Some(relative(view, above, object)),
                _ if is_passive(view, above)
                    && !(controlled && blamed)
                    && view.word(verb).relation() == "advcl" =>
                {
                    let by = view.children_by(above, "obl").find(|&c| marker(view, c) == "by");
                    by.or_else(|| up(above))
                }
                _ => up(above),
            }
        }
        "acl" => match view.word(verb).xpos {
            _ if view.word(verb).deprel == "acl:relcl" => Some(above),
            // "accused Lima's troops *of shelling* the town", hung from the troops: they shell it.
            "VBG"
                if marker(view, verb) == "of"
                    && view.word(above).relation() == "obj"
                    && view
                        .head(above)
                        .is_some_and(|v| lexicon.plover.is("object-control", view.lemma(v))) =>
            {
                Some(above)
            }
            "VBG" if lexicon.plover.is("text", view.lemma(above)) => {
                owner_of(view, lexicon, above, depth - 1)
            }
            // "was the first to recognise the state"
            "VB" if foremost(view, above) => view.child(above, "nsubj"),
            "VBG" if marker(view, verb).is_empty() && view.child(above, "cop").is_some() => {
                // "is a donor, sending ten tons": who is it sends.
                view.child(above, "nsubj")
            }
            "VBG" | "VBN" if marker(view, verb).is_empty() => Some(above),
            _ => owner_of(view, lexicon, above, depth - 1),
        },
        "ccomp" | "csubj" if matches!(view.word(verb).xpos, "VBG" | "VB") => up(above),
        _ => None,
    }
}

/// Whether `word` is a predicate that says who is first, last or alone to do something: "was *the first* to recognise".
pub(super) fn foremost(view: &View, word: usize) -> bool {
    let is = |w: usize| matches!(view.lemma(w), "first" | "second" | "third" | "last" | "latest" | "only");
    view.child(word, "cop").is_some() && (is(word) || view.children_by(word, "amod").any(is))
}

/// Whether the word itself is denied: "did *not* release", "would *never* recognise".
pub(super) fn denied(view: &View, word: usize) -> bool {
    view.children(word).iter().any(|&c| matches!(view.lemma(c as usize), "not" | "never" | "n't"))
}

/// Whose plan, threat, decision `noun` is: its possessor, or the subject of the verb it depends on.
fn owner_of(view: &View, lexicon: &Lexicon, noun: usize, depth: u8) -> Option<usize> {
    let own = view.children(noun).iter().map(|&c| c as usize);
    if let Some(owner) = own.clone().find(|&c| view.word(c).deprel == "nmod:poss") {
        return Some(owner);
    }
    if let Some(by) = own
        .clone()
        .find(|&c| view.word(c).relation() == "nmod" && matches!(marker(view, c), "by" | "of" | "from"))
    {
        return Some(by);
    }
    let above = view.head(noun)?;
    match view.word(noun).relation() {
        "obj" | "obl" if depth > 0 => subject(view, lexicon, above, depth - 1),
        _ => None,
    }
}
