//! The parts of a plain clause that the parse gives other places: who acts before the verb, and names behind prepositions.
//!
//! What a tagger and a parser trained on other texts do with "Mali imposed sanctions on Nepal" hangs on the name. Here a clause
//! is told by what does not: a form in "-ed" without a helping verb between two nouns is the past, what stands directly before a
//! finite verb without a subject does it, a preposition belongs to the name behind it.

use super::{children, head_of, nominal, related};
use demarche_base::WordRange;
use demarche_syntax::Syntax;
use demarche_text::CALENDAR_NAMES;
use std::ops::Range;

/// "The Union *imposed* sanctions on Peru", with the imposing read as a participle and the Union as a part of the sanctions:
/// without a helping verb a form in "-ed" between two nouns at the head of its clause is the past; who stands before it does
/// it, and what stands behind it has it done to it.
pub(super) fn past_between(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let word = &syntax.words[verb];
        let heads = matches!(word.deprel, "root" | "ccomp" | "parataxis");
        if !heads || word.upos != "VERB" || word.xpos != "VBN" || verb == words.start {
            continue;
        }
        let has = |relation: &str| children(verb, &words, syntax).any(|w| syntax.words[w].deprel == relation);
        if ["aux", "aux:pass", "cop", "nsubj", "mark", "obl:agent"].into_iter().any(has) {
            continue;
        }
        let passive = children(verb, &words, syntax).find(|&s| syntax.words[s].deprel == "nsubj:pass");
        let object = related(verb, "obj", &words, syntax).find(|&o| o > verb && nominal(syntax, o));
        let (doer, done) = match (passive, object) {
            // "Lima denied entry" may be a headline's passive.
            (Some(doer), Some(done))
                if doer < verb && !matches!(word.lemma.as_str(), "deny" | "give" | "offer" | "grant") =>
            {
                (doer, done)
            }
            (Some(done), None) if done <= verb => continue,
            (passive, object) => {
                let Some(done) = passive.or(object).or_else(|| beside(verb, &words, syntax)) else {
                    continue;
                };
                let part = |w: usize| {
                    let head = head_of(w, &words, syntax);
                    let stray = matches!(syntax.words[w].deprel, "compound" | "nmod" | "obl" | "appos");
                    // Who says it has been taken for who does it.
                    let taken = syntax.words[w].deprel == "nsubj" && head.is_some_and(|h| h > verb);
                    head == Some(done) || head == Some(verb) && (stray || passive == Some(done)) || taken
                };
                let top = top_before(verb, &words, syntax).filter(|&w| nominal(syntax, w) && part(w));
                let Some(doer) = top else { continue };
                (doer, done)
            }
        };
        gather(doer, verb, &words, syntax);
        (syntax.words[doer].head, syntax.words[doer].deprel) = (Some(verb as u32), "nsubj");
        (syntax.words[done].head, syntax.words[done].deprel) = (Some(verb as u32), "obj");
        syntax.words[verb].xpos = "VBD";
    }
}

/// The noun directly behind `verb` that the parse makes a clause beside it.
fn beside(verb: usize, words: &Range<usize>, syntax: &Syntax) -> Option<usize> {
    let plain = |w: &usize| !matches!(syntax.words[*w].deprel, "det" | "amod" | "compound" | "nummod");
    let noun = (verb + 1..words.end).find(plain).filter(|&n| nominal(syntax, n))?;
    let clause =
        syntax.words[noun].deprel == syntax.words[verb].deprel && syntax.words[noun].deprel == "ccomp";
    (clause && syntax.words[noun].head == syntax.words[verb].head).then_some(noun)
}

/// "Mali *imposed* sanctions", with Mali taken for an adjunct or for a part of what stands behind the verb: a name
/// without a preposition, directly before a finite verb without a subject, does it.
pub(super) fn first_does(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(1) {
        let word = &syntax.words[verb];
        let finite = word.upos == "VERB" && matches!(word.xpos, "VBD" | "VBZ");
        if !finite || !matches!(word.deprel, "root" | "ccomp") {
            continue;
        }
        let Some(doer) = top_before(verb, &words, syntax).filter(|&d| nominal(syntax, d)) else { continue };
        let lone = !children(verb, &words, syntax)
            .any(|w| syntax.words[w].deprel.starts_with("nsubj") || syntax.words[w].deprel == "csubj");
        let bare = !children(doer, &words, syntax).any(|w| matches!(syntax.words[w].deprel, "case" | "cc"));
        let named = syntax.words[doer].xpos.starts_with("NNP")
            && !CALENDAR_NAMES.contains(&syntax.words[doer].lemma.as_str());
        let strayed = match syntax.words[doer].deprel {
            "obl" | "obl:unmarked" | "compound" | "dep" | "vocative" | "dislocated" | "obj" => true,
            "nmod" | "nmod:unmarked" => head_of(doer, &words, syntax).is_some_and(|h| h >= verb),
            _ => false,
        };
        if strayed && lone && bare && named {
            gather(doer, verb, &words, syntax);
            (syntax.words[doer].head, syntax.words[doer].deprel) = (Some(verb as u32), "nsubj");
        }
    }
}

/// The head of the noun phrase that ends directly before `verb`: from the word there, up as long as it stays before the verb.
fn top_before(verb: usize, words: &Range<usize>, syntax: &Syntax) -> Option<usize> {
    let mut top = verb.checked_sub(1).filter(|w| words.contains(w))?;
    while let Some(head) = head_of(top, words, syntax).filter(|&h| h < verb) {
        if !matches!(syntax.words[top].deprel, "flat" | "compound" | "amod" | "nmod:desc") {
            break;
        }
        top = head;
    }
    Some(top)
}

/// Hangs the words before `verb` whose heads lie behind it, or are the verb, below `top`: the article and the rest of a name go
/// with the name.
fn gather(top: usize, verb: usize, words: &Range<usize>, syntax: &mut Syntax) {
    for w in words.start..verb {
        let strayed = head_of(w, words, syntax).is_some_and(|h| h >= verb);
        let part = matches!(
            syntax.words[w].deprel,
            "det" | "amod" | "compound" | "nmod:poss" | "nummod" | "nmod:desc"
        );
        if w != top && strayed && part {
            syntax.words[w].head = Some(top as u32);
        }
    }
}

/// "urged *Kenya* to lift it", with Kenya taken for a remark; "condemned *Lima* for the raid", with Lima taken for who raids: a name
/// directly behind a verb without an object, and no clause of its own, is its object.
pub(super) fn name_behind(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let word = &syntax.words[verb];
        if word.upos != "VERB" || !matches!(word.xpos, "VBD" | "VBZ" | "VBN" | "VB" | "VBP") {
            continue;
        }
        let plain = |w: &usize| !matches!(syntax.words[*w].deprel, "det" | "amod" | "compound" | "nmod:desc");
        let Some(name) =
            (verb + 1..words.end).find(plain).filter(|&n| syntax.words[n].xpos.starts_with("NNP"))
        else {
            continue;
        };
        let own = |r: &str| children(verb, &words, syntax).any(|w| w != name && syntax.words[w].deprel == r);
        let clause = children(name, &words, syntax).any(|w| {
            matches!(syntax.words[w].deprel, "case" | "cop" | "mark" | "cc")
                || syntax.words[w].deprel.starts_with("nsubj")
        });
        let Some(head) = head_of(name, &words, syntax) else { continue };
        let strayed = match syntax.words[name].deprel {
            "parataxis" | "ccomp" | "dep" => head == verb,
            // The article may have strayed.
            "obj" => head == verb && (verb + 1..name).any(|w| syntax.words[w].head == Some(verb as u32)),
            "nsubj" => head > name && nominal(syntax, head),
            _ => false,
        };
        let free = !own("obj") && !own("ccomp") && !own("nsubj:pass") && own("nsubj");
        if strayed && !clause && free {
            for w in
                (verb + 1..name).filter(|&w| syntax.words[w].head == Some(verb as u32)).collect::<Vec<_>>()
            {
                syntax.words[w].head = Some(name as u32);
            }
            (syntax.words[name].head, syntax.words[name].deprel) = (Some(verb as u32), "obj");
        }
    }
}

/// "called *on* Niger to reopen it", with "on" hung from the calling and Niger taken for what is called; "held talks *with* Peru",
/// "was urged *by* Peru": a preposition directly before a name that hangs from the same word belongs to the name.
pub(super) fn before_name(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for case in words.clone() {
        let word = &syntax.words[case];
        if word.xpos != "IN" || !matches!(word.deprel, "mark" | "case" | "obl" | "advmod" | "compound:prt") {
            continue;
        }
        let Some(name) = name_after(case, &words, syntax) else { continue };
        let Some(above) = head_of(case, &words, syntax).filter(|&h| h != name) else { continue };
        let below = head_of(name, &words, syntax);
        let agent = word.lemma == "by"
            && below.is_some_and(|v| v < case && passive(v, &words, syntax))
            && matches!(syntax.words[name].deprel, "obl:agent" | "nsubj:pass" | "nsubj" | "obl" | "ccomp");
        let taken = children(name, &words, syntax)
            .any(|w| matches!(syntax.words[w].deprel, "case" | "cop" | "nsubj" | "nsubj:pass" | "mark"));
        let role = match syntax.words[name].deprel {
            _ if agent => "obl:agent",
            _ if below != Some(above) || above > case => continue,
            // "take over Peru"
            "obj" | "nsubj" if word.deprel == "compound:prt" => continue,
            "ccomp" | "xcomp" | "obl" | "obj" | "nsubj" if syntax.words[above].upos == "VERB" => "obl",
            "nmod" if nominal(syntax, above) => "nmod",
            _ => continue,
        };
        if !taken {
            (syntax.words[case].head, syntax.words[case].deprel) = (Some(name as u32), "case");
            syntax.words[name].deprel = role;
        }
    }
}

/// "a ship belonging to *Lima*", with Lima taken for who belongs; "was accused by *Lima*", with Lima taken for another who is
/// accused: what a preposition opens behind its verb is an adjunct.
pub(super) fn adverbial_names(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for name in words.clone() {
        let adverbial = |c: usize| {
            c < name
                && matches!(syntax.words[c].lemma.as_str(), "to" | "with" | "from" | "on" | "against" | "of")
        };
        let stray = syntax.words[name].deprel == "nsubj"
            && nominal(syntax, name)
            && head_of(name, &words, syntax).is_some_and(|v| v < name && syntax.words[v].upos == "VERB")
            && related(name, "case", &words, syntax).any(adverbial);
        if stray {
            syntax.words[name].deprel = "obl";
        }
        let second = matches!(syntax.words[name].deprel, "nsubj:pass" | "obj" | "ccomp")
            && nominal(syntax, name)
            && head_of(name, &words, syntax).is_some_and(|v| v < name && passive(v, &words, syntax))
            && related(name, "case", &words, syntax).any(|c| c < name && syntax.words[c].lemma == "by");
        if second {
            syntax.words[name].deprel = "obl:agent";
        }
    }
}

/// Whether the verb has the helping verb of a passive.
fn passive(verb: usize, words: &Range<usize>, syntax: &Syntax) -> bool {
    children(verb, words, syntax).any(|w| syntax.words[w].deprel == "aux:pass")
}

/// The head of the name that begins directly behind `case`.
fn name_after(case: usize, words: &Range<usize>, syntax: &Syntax) -> Option<usize> {
    let plain = |w: &usize| !matches!(syntax.words[*w].deprel, "det" | "amod" | "compound" | "nmod:desc");
    (case + 1..words.end).find(plain).filter(|&n| syntax.words[n].upos == "PROPN")
}

/// "was accused by NATO of breaking the truce", with NATO taken for who breaks it: behind a passive, who stands between "by" and a
/// gerund with a preposition of its own does what is done.
pub(super) fn agent_before_gerund(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for gerund in words.clone() {
        if syntax.words[gerund].xpos != "VBG" || syntax.words[gerund].deprel != "advcl" {
            continue;
        }
        let Some(verb) = head_of(gerund, &words, syntax).filter(|&v| v < gerund) else { continue };
        let passive = passive(verb, &words, syntax);
        let marks: Vec<usize> = children(gerund, &words, syntax)
            .filter(|&w| w < gerund && matches!(syntax.words[w].deprel, "mark" | "case"))
            .collect();
        let &[by, of] = marks.as_slice() else { continue };
        let doer = related(gerund, "nsubj", &words, syntax).find(|&n| by < n && n < of);
        let Some(doer) = doer.filter(|_| passive && syntax.words[by].lemma == "by") else { continue };
        (syntax.words[doer].head, syntax.words[doer].deprel) = (Some(verb as u32), "obl:agent");
        (syntax.words[by].head, syntax.words[by].deprel) = (Some(doer as u32), "case");
    }
}

/// "Niger *shelled* positions of Peru on Sunday.", with the positions taken for all that is said, and "Lima *imposed* duties.", with
/// Lima: in a sentence that ends with a full stop, a form in "-ed" between two nouns, of which one would be a whole clause, is the
/// clause's verb.
pub(super) fn verb_for_modifier(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    let ends = words.end.checked_sub(1).is_some_and(|w| words.contains(&w) && syntax.words[w].lemma == ".");
    for verb in words.clone().skip(1).filter(|_| ends) {
        let word = &syntax.words[verb];
        let alone = !children(verb, &words, syntax).any(|w| syntax.words[w].deprel.starts_with("nsubj"));
        let past = word.xpos == "VBD" && alone && word.deprel != "amod";
        let participle = past || word.xpos == "VBN" || word.xpos == "JJ" && word.upos == "VERB";
        if !participle || matches!(word.lemma.as_str(), "deny" | "give" | "offer" | "grant") {
            continue;
        }
        let noun = |d: usize| nominal(syntax, d) || syntax.words[d].deprel == "compound";
        let Some(doer) = top_before(verb, &words, syntax).filter(|&d| noun(d)) else { continue };
        let Some(head) = head_of(verb, &words, syntax) else { continue };
        let clause = |n: usize| match syntax.words[n].deprel {
            "root" | "ccomp" | "parataxis" => true,
            // What is reported stands before the reporting.
            "obj" => head_of(n, &words, syntax).is_some_and(|w| w > n),
            _ => false,
        };
        let cop =
            |n: usize| children(n, &words, syntax).any(|w| matches!(syntax.words[w].deprel, "cop" | "aux"));
        let cased = related(doer, "case", &words, syntax).next().is_some();
        let object = related(verb, "obj", &words, syntax).find(|&o| o > verb);
        let (lost, done) = match object {
            None if word.deprel == "amod" && head > verb && clause(head) && !cop(head) => (head, head),
            Some(done)
                if matches!(word.deprel, "amod" | "appos" | "acl" | "conj" | "parataxis")
                    && head == doer
                    && clause(head) =>
            {
                (doer, done)
            }
            _ => continue,
        };
        let named = syntax.words[doer].upos != "NOUN" || syntax.words[lost].deprel != "root" || lost == done;
        if cased || !named {
            continue;
        }
        let (above, relation) = (syntax.words[lost].head, syntax.words[lost].deprel);
        for w in words.clone() {
            if w == doer || w == verb || w == done || head_of(w, &words, syntax) != Some(lost) {
                continue;
            }
            let part = matches!(
                syntax.words[w].deprel,
                "det" | "amod" | "compound" | "nmod:poss" | "nummod" | "flat"
            );
            if w < verb && part {
                syntax.words[w].head = Some(doer as u32);
            } else if w < doer
                || lost == doer
                || adjunct(w, &words, syntax)
                || matches!(
                    syntax.words[w].deprel,
                    "punct" | "advcl" | "advmod" | "parataxis" | "obl" | "nmod:unmarked"
                )
            {
                syntax.words[w].head = Some(verb as u32);
                if syntax.words[w].deprel.starts_with("nmod") {
                    syntax.words[w].deprel = "obl";
                }
            }
        }
        (syntax.words[doer].head, syntax.words[doer].deprel) = (Some(verb as u32), "nsubj");
        if !nominal(syntax, doer) {
            (syntax.words[doer].upos, syntax.words[doer].xpos) = ("PROPN", "NNP");
        }
        (syntax.words[done].head, syntax.words[done].deprel) = (Some(verb as u32), "obj");
        let word = &mut syntax.words[verb];
        (word.head, word.upos, word.xpos) = (above, "VERB", "VBD");
        word.deprel = if relation == "obj" { "ccomp" } else { relation };
    }
}

/// "North Korea *accused* Chad of arming rebels, its ministry said.", with Chad taken for who accuses and Korea for who says: who
/// stands directly before a verb does what it says, a name directly behind it has it done to it.
pub(super) fn doer_of_what_is_said(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(1) {
        let word = &syntax.words[verb];
        if word.upos != "VERB" || !matches!(word.xpos, "VBD" | "VBZ") {
            continue;
        }
        let mut subjects = related(verb, "nsubj", &words, syntax);
        let Some(behind) = subjects.next().filter(|&s| s > verb) else { continue };
        let plain = |w: usize| {
            matches!(
                syntax.words[w].deprel,
                "det" | "amod" | "compound" | "nmod:desc" | "nmod:poss" | "nummod"
            )
        };
        let directly = (verb + 1..behind).all(plain) && nominal(syntax, behind);
        let Some(doer) = top_before(verb, &words, syntax).filter(|&d| nominal(syntax, d)) else { continue };
        let taken = syntax.words[doer].deprel == "nsubj" && head_of(doer, &words, syntax) != Some(verb);
        let own = children(verb, &words, syntax).any(|w| matches!(syntax.words[w].deprel, "obj" | "mark"));
        if directly && taken && !own && subjects.next().is_none() {
            drop(subjects);
            (syntax.words[doer].head, syntax.words[doer].deprel) = (Some(verb as u32), "nsubj");
            syntax.words[behind].deprel = "obj";
        }
    }
}

/// Whether the noun `word` tells a time or place with a preposition other than "of".
fn adjunct(word: usize, words: &Range<usize>, syntax: &Syntax) -> bool {
    nominal(syntax, word)
        && related(word, "case", words, syntax)
            .any(|c| matches!(syntax.words[c].lemma.as_str(), "on" | "in" | "at" | "during" | "after"))
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::check;
    use expect_test::expect;

    #[test]
    fn a_past_between_two_nouns_is_no_participle() {
        check(
            "The       the      DET   DT  4 det
             League    league   PROPN NNP 4 compound
             imposed   impose   VERB  VBN 0 root
             duties    duty     NOUN  NNS 3 nsubj:pass
             on        on       ADP   IN  6 case
             Peru      Peru     PROPN NNP 4 nmod",
            expect![
                "the/DT det League; league/NNP nsubj imposed; impose/VBD root -; duty/NNS obj imposed; on/IN case Peru; Peru/NNP nmod duties"
            ],
        );
        check(
            "Lima      Lima     PROPN NNP 2 nsubj:pass
             imposed   impose   VERB  VBN 0 root
             duties    duty     NOUN  NNS 2 obj",
            expect!["Lima/NNP nsubj imposed; impose/VBD root -; duty/NNS obj imposed"],
        );
        check(
            "The       the      DET   DT  2 det
             League    league   PROPN NNP 3 compound
             imposed   impose   VERB  VBN 0 root
             duties    duty     NOUN  NNS 3 obj",
            expect!["the/DT det League; league/NNP nsubj imposed; impose/VBD root -; duty/NNS obj imposed"],
        );
        // With a helping verb it is a passive.
        check(
            "Lima      Lima     PROPN NNP 3 nsubj:pass
             was       be       AUX   VBD 3 aux:pass
             denied    deny     VERB  VBN 0 root
             entry     entry    NOUN  NN  3 obj",
            expect![
                "Lima/NNP nsubj:pass denied; be/VBD aux:pass denied; deny/VBN root -; entry/NN obj denied"
            ],
        );
    }

    #[test]
    fn a_name_directly_before_the_verb_does_it() {
        check(
            "Mali      Mali     PROPN NNP 2 obl:unmarked
             imposed   impose   VERB  VBD 0 root
             duties    duty     NOUN  NNS 2 obj",
            expect!["Mali/NNP nsubj imposed; impose/VBD root -; duty/NNS obj imposed"],
        );
        // With a preposition it is an adjunct.
        check(
            "In        in       ADP   IN  2 case
             Mali      Mali     PROPN NNP 3 obl
             fell      fall     VERB  VBD 0 root
             rain      rain     NOUN  NN  3 nsubj",
            expect!["in/IN case Mali; Mali/NNP obl fell; fall/VBD root -; rain/NN nsubj fell"],
        );
    }

    #[test]
    fn a_preposition_belongs_to_the_name_behind_it() {
        check(
            "NATO      NATO     PROPN NNP 2 nsubj
             called    call     VERB  VBD 0 root
             on        on       ADP   IN  2 mark
             Niger     Niger    PROPN NNP 2 ccomp
             to        to       PART  TO  6 mark
             act       act      VERB  VB  2 xcomp",
            expect![
                "NATO/NNP nsubj called; call/VBD root -; on/IN case Niger; Niger/NNP obl called; to/TO mark act; act/VB xcomp called"
            ],
        );
        check(
            "Chad      Chad     PROPN NNP 3 nsubj:pass
             was       be       AUX   VBD 3 aux:pass
             urged     urge     VERB  VBN 0 root
             by        by       ADP   IN  3 mark
             Peru      Peru     PROPN NNP 3 obl:agent",
            expect![
                "Chad/NNP nsubj:pass urged; be/VBD aux:pass urged; urge/VBN root -; by/IN case Peru; Peru/NNP obl:agent urged"
            ],
        );
    }

    #[test]
    fn who_stands_between_by_and_a_gerund_does_what_is_done() {
        check(
            "Chad      Chad     PROPN NNP 3 nsubj:pass
             was       be       AUX   VBD 3 aux:pass
             accused   accuse   VERB  VBN 0 root
             by        by       ADP   IN  7 mark
             Peru      Peru     PROPN NNP 7 nsubj
             of        of       ADP   IN  7 mark
             breaking  break    VERB  VBG 3 advcl
             it        it       PRON  PRP 7 obj",
            expect![
                "Chad/NNP nsubj:pass accused; be/VBD aux:pass accused; accuse/VBN root -; by/IN case Peru; Peru/NNP obl:agent accused; of/IN mark breaking; break/VBG advcl accused; it/PRP obj breaking"
            ],
        );
    }

    #[test]
    fn the_only_verb_of_a_sentence_is_no_participle() {
        check(
            "Niger     Niger    PROPN NNP 2 compound
             shelled   shell    VERB  VBN 3 amod
             positions position NOUN  NNS 0 root
             of        of       ADP   IN  5 case
             Chad      Chad     PROPN NNP 3 nmod
             on        on       ADP   IN  7 case
             Sunday    Sunday   PROPN NNP 3 nmod
             .         .        PUNCT .   3 punct",
            expect![
                "Niger/NNP nsubj shelled; shell/VBD root -; position/NNS obj shelled; of/IN case Chad; Chad/NNP nmod positions; on/IN case Sunday; Sunday/NNP obl shelled; ./. punct shelled"
            ],
        );
        // The positions do something.
        check(
            "Niger     Niger    PROPN NNP 2 compound
             shelled   shell    VERB  VBN 3 amod
             positions position NOUN  NNS 4 nsubj
             remain    remain   VERB  VBP 0 root
             .         .        PUNCT .   4 punct",
            expect![
                "Niger/NNP compound shelled; shell/VBN amod positions; position/NNS nsubj remain; remain/VBP root -; ./. punct remain"
            ],
        );
    }

    #[test]
    fn a_name_directly_behind_a_verb_is_its_object() {
        check(
            "Chad      Chad     PROPN NNP 2 nsubj
             urged     urge     VERB  VBD 0 root
             Kenya     Kenya    PROPN NNP 2 parataxis
             to        to       PART  TO  5 mark
             act       act      VERB  VB  2 xcomp",
            expect![
                "Chad/NNP nsubj urged; urge/VBD root -; Kenya/NNP obj urged; to/TO mark act; act/VB xcomp urged"
            ],
        );
        // Who is quoted has a clause of its own.
        check(
            "Chad      Chad     PROPN NNP 2 nsubj
             said      say      VERB  VBD 0 root
             Kenya     Kenya    PROPN NNP 4 nsubj
             left      leave    VERB  VBD 2 ccomp",
            expect!["Chad/NNP nsubj said; say/VBD root -; Kenya/NNP nsubj left; leave/VBD ccomp said"],
        );
    }

    #[test]
    fn a_name_with_a_verb_beside_it_is_a_clause() {
        check(
            "Belgrade  Belgrade PROPN NNP 0 root
             imposed   impose   VERB  VBN 1 appos
             duties    duty     NOUN  NNS 2 obj
             on        on       ADP   IN  5 case
             Peru      Peru     PROPN NNP 3 nmod
             .         .        PUNCT .   1 punct",
            expect![
                "Belgrade/NNP nsubj imposed; impose/VBD root -; duty/NNS obj imposed; on/IN case Peru; Peru/NNP nmod duties; ./. punct imposed"
            ],
        );
    }

    #[test]
    fn a_preposition_behind_a_noun_belongs_to_the_name() {
        check(
            "Chad      Chad     PROPN NNP 2 nsubj
             held      hold     VERB  VBD 0 root
             talks     talk     NOUN  NNS 2 obj
             with      with     ADP   IN  3 case
             Peru      Peru     PROPN NNP 3 nmod",
            expect![
                "Chad/NNP nsubj held; hold/VBD root -; talk/NNS obj held; with/IN case Peru; Peru/NNP nmod talks"
            ],
        );
        check(
            "Chad      Chad     PROPN NNP 3 nsubj:pass
             was       be       AUX   VBD 3 aux:pass
             accused   accuse   VERB  VBN 0 root
             by        by       ADP   IN  5 case
             Peru      Peru     PROPN NNP 3 nsubj:pass",
            expect![
                "Chad/NNP nsubj:pass accused; be/VBD aux:pass accused; accuse/VBN root -; by/IN case Peru; Peru/NNP obl:agent accused"
            ],
        );
    }

    #[test]
    fn who_stands_before_a_verb_that_is_reported_does_it() {
        check(
            "Chad      Chad     PROPN NNP 8 nsubj
             accused   accuse   VERB  VBD 8 ccomp
             Peru      Peru     PROPN NNP 2 nsubj
             of        of       ADP   IN  5 mark
             theft     theft    NOUN  NN  2 obl
             ,         ,        PUNCT ,   8 punct
             Oslo      Oslo     PROPN NNP 8 nsubj
             said      say      VERB  VBD 0 root
             .         .        PUNCT .   8 punct",
            expect![
                "Chad/NNP nsubj accused; accuse/VBD ccomp said; Peru/NNP obj accused; of/IN mark theft; theft/NN obl accused; ,/, punct said; Oslo/NNP nsubj said; say/VBD root -; ./. punct said"
            ],
        );
    }

    #[test]
    fn a_form_in_ed_between_two_nouns_is_the_verb_of_what_is_reported() {
        check(
            "Peru      Peru     PROPN NNP 7 nsubj
             imposed   impose   VERB  VBN 3 amod
             duties    duty     NOUN  NNS 7 ccomp
             ,         ,        PUNCT ,   7 punct
             its       its      PRON  PRP$ 6 nmod:poss
             ministry  ministry NOUN  NN  7 nsubj
             said      say      VERB  VBD 0 root
             .         .        PUNCT .   7 punct",
            expect![
                "Peru/NNP nsubj imposed; impose/VBD ccomp said; duty/NNS obj imposed; ,/, punct said; its/PRP$ nmod:poss ministry; ministry/NN nsubj said; say/VBD root -; ./. punct said"
            ],
        );
        // What is done to the duties leaves the participle theirs.
        check(
            "Peru      Peru     PROPN NNP 3 compound
             imposed   impose   VERB  VBN 3 amod
             duties    duty     NOUN  NNS 4 nsubj
             hurt      hurt     VERB  VBP 0 root
             .         .        PUNCT .   4 punct",
            expect![
                "Peru/NNP compound duties; impose/VBN amod duties; duty/NNS nsubj hurt; hurt/VBP root -; ./. punct hurt"
            ],
        );
    }
}
