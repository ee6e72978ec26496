//! The parts of a plain clause with names: who does it, to whom, and the prepositions before them.
//!
//! What a tagger and a parser make of "Mali imposed sanctions on Nepal" hangs on the names. Here a clause is told by what does
//! not: a form in "-ed" without a helping verb between two nouns is the past, what stands directly before a finite verb without a
//! subject does it, a preposition belongs to the name behind it.

use super::sentence::Sentence;
use demarche_text::CALENDAR_NAMES;

/// Verbs that take two objects: "Lima *denied* entry" may be a headline's passive.
fn gives(sentence: &Sentence, verb: usize) -> bool {
    matches!(sentence[verb].lemma.as_str(), "deny" | "give" | "offer" | "grant")
}

/// The head of the noun phrase that ends directly before `verb`: from the word there, up as long as it stays before the verb.
fn top_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    let mut top = verb.checked_sub(1).filter(|w| sentence.words.contains(w))?;
    while let Some(head) = sentence.head_before(top).filter(|_| in_name(sentence, top)) {
        top = head;
    }
    Some(top)
}

fn in_name(sentence: &Sentence, word: usize) -> bool {
    matches!(sentence[word].deprel, "flat" | "compound" | "amod" | "nmod:desc")
}

/// Whether the word stands before the head of a noun phrase as its part.
fn premodifies(sentence: &Sentence, word: usize) -> bool {
    matches!(sentence[word].deprel, "det" | "amod" | "compound" | "nmod:desc" | "nmod:poss" | "nummod")
}

/// The head of the noun phrase that begins directly behind word `before`.
fn noun_behind(sentence: &Sentence, before: usize) -> Option<usize> {
    let part = |w: usize| {
        sentence[w].deprel == "det" || premodifies(sentence, w) && sentence.head_behind(w).is_some()
    };
    let head = (before + 1..sentence.words.end).find(|&w| !part(w))?;
    sentence.nominal(head).then_some(head)
}

/// Hangs the words before `verb` whose heads lie behind it, or are the verb, below `top`: the article and the rest of a name go
/// with the name.
fn gather(sentence: &mut Sentence, top: usize, verb: usize) {
    for w in sentence.words.start..verb {
        let strayed = sentence.head_of(w).is_some_and(|h| h >= verb);
        if w != top && strayed && premodifies(sentence, w) {
            sentence.hang(w, top);
        }
    }
}

/// "Niger *shelled* positions of Peru on Sunday.", with the positions taken for all that is said, and "Lima *imposed* duties.", with
/// Lima: in a sentence that ends with a full stop, a form in "-ed" between two nouns, of which one would be a whole clause, is the
/// clause's verb.
pub(super) fn verb_for_modifier(sentence: &mut Sentence) {
    if !sentence.words.end.checked_sub(1).is_some_and(|w| sentence.reads(w, ".")) {
        return;
    }
    for verb in sentence.words.clone().skip(1) {
        let word = &sentence[verb];
        let past = word.xpos == "VBD" && word.deprel != "amod" && !sentence.has_subject(verb);
        let participle =
            past || word.xpos == "VBN" || word.xpos == "JJ" && past_form(sentence, verb).is_some();
        if !participle || gives(sentence, verb) {
            continue;
        }
        let noun = |d: &usize| sentence.nominal(*d) || sentence[*d].deprel == "compound";
        let Some(doer) = top_before(sentence, verb).filter(noun) else { continue };
        let Some((lost, done)) = whole_clause(sentence, verb, doer) else { continue };
        let named = sentence[doer].upos != "NOUN" || sentence[lost].deprel != "root" || lost == done;
        if sentence.has(doer, "case") || !named {
            continue;
        }
        let (above, relation) = (sentence[lost].head, sentence[lost].deprel);
        for w in sentence.children(lost).filter(|w| ![doer, verb, done].contains(w)).collect::<Vec<_>>() {
            if w < verb && (premodifies(sentence, w) || sentence[w].deprel == "flat") {
                sentence.hang(w, doer);
            } else if w < doer || lost == doer || of_clause(sentence, w) {
                let relation =
                    if sentence[w].deprel.starts_with("nmod") { "obl" } else { sentence[w].deprel };
                sentence.attach(w, verb, relation);
            }
        }
        sentence.attach(doer, verb, "nsubj");
        if !sentence.nominal(doer) {
            sentence.retag(doer, "PROPN", "NNP");
        }
        sentence.attach(done, verb, "obj");
        as_past(sentence, verb);
        sentence[verb].head = above;
        sentence[verb].deprel = if relation == "obj" { "ccomp" } else { relation };
    }
}

/// The verb of which the word has the past's form: "relaxed", taken for an adjective.
fn past_form(sentence: &Sentence, word: usize) -> Option<&'static str> {
    let form = sentence.form(word).to_lowercase();
    let lemmas = &sentence.lexicon.lemmas;
    lemmas.verb(&form).filter(|lemma| form.ends_with("ed") || lemmas.is_past(lemma, &form))
}

/// Tags a word as a verb in the past.
fn as_past(sentence: &mut Sentence, verb: usize) {
    if let Some(lemma) = past_form(sentence, verb) {
        lemma.clone_into(&mut sentence[verb].lemma);
    }
    sentence.retag(verb, "VERB", "VBD");
}

/// "Iran *berated* Chad.", with the berating taken for a form of "be": a full verb between two names is none.
pub(super) fn full_verb(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        let word = &sentence[verb];
        if word.deprel != "cop" || !matches!(word.xpos, "VBD" | "VBN") || past_form(sentence, verb).is_none()
        {
            continue;
        }
        let Some(done) = sentence.head_behind(verb).filter(|&n| sentence.nominal(n)) else { continue };
        let of_verb = |&w: &usize| match w < verb {
            true => !premodifies(sentence, w),
            false => w > done && sentence[w].deprel == "punct",
        };
        let clause: Vec<usize> = sentence.children(done).filter(of_verb).collect();
        sentence.take_place(verb, done);
        sentence.attach(done, verb, "obj");
        for w in clause {
            sentence.hang(w, verb);
        }
        as_past(sentence, verb);
    }
}

/// Which of the nouns on both sides of `verb` the parse makes a whole clause, and the one that has the verb done to it.
fn whole_clause(sentence: &Sentence, verb: usize, doer: usize) -> Option<(usize, usize)> {
    let head = sentence.head_of(verb)?;
    // "Rwanda *relaxed* curbs.", with the curbs taken for what Rwanda is.
    let named = sentence[head].deprel == "appos" && sentence.hangs(head, doer) && head > verb;
    if named && sentence[doer].deprel == "root" && sentence[verb].deprel == "amod" {
        return Some((doer, head));
    }
    let clause = match sentence[head].deprel {
        "root" | "ccomp" | "parataxis" => true,
        // What is reported stands before the reporting.
        "obj" => sentence.head_behind(head).is_some(),
        _ => false,
    };
    let relation = sentence[verb].deprel;
    let says = sentence.has(head, "cop") || sentence.has(head, "aux");
    match sentence.related(verb, "obj").find(|&o| o > verb) {
        _ if !clause => None,
        None => (relation == "amod" && head > verb && !says).then_some((head, head)),
        Some(done) => {
            let beside = matches!(relation, "amod" | "appos" | "acl" | "conj" | "parataxis");
            (beside && head == doer).then_some((doer, done))
        }
    }
}

/// Whether what hangs from a noun that is no clause after all is the clause's: a time or place, another clause, a full stop.
fn of_clause(sentence: &Sentence, word: usize) -> bool {
    let adjunct =
        sentence.nominal(word) && sentence.has_word(word, "case", &["on", "in", "at", "during", "after"]);
    adjunct
        || matches!(
            sentence[word].deprel,
            "punct" | "advcl" | "advmod" | "parataxis" | "obl" | "nmod:unmarked"
        )
}

/// "North Korea *accused* Chad of arming rebels, its ministry said.", with Chad taken for who accuses and Korea for who says: who
/// stands directly before a verb does what it says, a name directly behind it has it done to it.
pub(super) fn doer_of_what_is_said(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        if !sentence.is_verb(verb) || !matches!(sentence[verb].xpos, "VBD" | "VBZ") {
            continue;
        }
        let subjects: Vec<usize> = sentence.related(verb, "nsubj").collect();
        let &[behind] = subjects.as_slice() else { continue };
        let directly = behind > verb && noun_behind(sentence, verb) == Some(behind);
        let Some(doer) = top_before(sentence, verb).filter(|&d| sentence.nominal(d)) else { continue };
        let taken = sentence[doer].deprel == "nsubj" && !sentence.hangs(doer, verb);
        if directly && taken && !sentence.has(verb, "obj") && !sentence.has(verb, "mark") {
            if sentence.below(verb, doer) {
                // What is said hangs from who does it.
                let Some(says) = sentence.head_of(doer).filter(|_| sentence.hangs(verb, doer)) else {
                    continue;
                };
                sentence.attach(verb, says, "ccomp");
            }
            sentence.attach(doer, verb, "nsubj");
            sentence[behind].deprel = "obj";
        }
    }
}

/// "The Union *imposed* sanctions on Peru", with the imposing read as a participle and the Union as a part of the sanctions:
/// without a helping verb a form in "-ed" between two nouns at the head of its clause is the past; who stands before it does
/// it, and what stands behind it has it done to it.
pub(super) fn past_between(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        let word = &sentence[verb];
        let heads = matches!(word.deprel, "root" | "ccomp" | "parataxis");
        let other = ["aux", "aux:pass", "cop", "nsubj", "mark", "obl:agent"];
        if !heads
            || word.upos != "VERB"
            || !matches!(word.xpos, "VBN" | "JJ")
            || other.into_iter().any(|relation| sentence.has(verb, relation))
        {
            continue;
        }
        let passive = sentence.related(verb, "nsubj:pass").next();
        let object = sentence.related(verb, "obj").find(|&o| o > verb && sentence.nominal(o));
        let (doer, done) = match (passive, object) {
            (Some(doer), Some(done)) if doer < verb && !gives(sentence, verb) => (doer, done),
            (Some(done), None) if done <= verb => continue,
            (passive, object) => {
                let beside = || noun_behind(sentence, verb).filter(|&n| both_clauses(sentence, n, verb));
                let Some(done) = passive.or(object).or_else(beside) else { continue };
                let part = |w: usize| {
                    let head = sentence.head_of(w);
                    let stray = matches!(sentence[w].deprel, "compound" | "nmod" | "obl" | "appos");
                    // Who says it has been taken for who does it.
                    let taken = sentence[w].deprel == "nsubj" && head.is_some_and(|h| h > verb);
                    head == Some(done) || head == Some(verb) && (stray || passive == Some(done)) || taken
                };
                let top = top_before(sentence, verb).filter(|&w| sentence.nominal(w) && part(w));
                let Some(doer) = top.filter(|&d| !sentence.below(verb, d)) else { continue };
                (doer, done)
            }
        };
        gather(sentence, doer, verb);
        sentence.attach(doer, verb, "nsubj");
        sentence.attach(done, verb, "obj");
        as_past(sentence, verb);
    }
}

/// Whether the parse makes `noun`, directly behind `verb`, a clause beside it.
fn both_clauses(sentence: &Sentence, noun: usize, verb: usize) -> bool {
    sentence[noun].deprel == "ccomp"
        && sentence[verb].deprel == "ccomp"
        && sentence[noun].head == sentence[verb].head
}

/// "Mali *imposed* sanctions", with Mali taken for an adjunct or for a part of what stands behind the verb: a name without a
/// preposition, directly before a finite verb without a subject, does it.
pub(super) fn first_does(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        let word = &sentence[verb];
        let finite = word.upos == "VERB" && matches!(word.xpos, "VBD" | "VBZ");
        if !finite || !matches!(word.deprel, "root" | "ccomp") {
            continue;
        }
        let Some(doer) = top_before(sentence, verb).filter(|&d| sentence.nominal(d)) else { continue };
        let lone = !sentence.has_subject(verb) && !sentence.has(verb, "csubj");
        let bare = !sentence.has(doer, "case") && !sentence.has(doer, "cc");
        let named = sentence[doer].xpos.starts_with("NNP")
            && !CALENDAR_NAMES.contains(&sentence[doer].lemma.as_str());
        let strayed = match sentence[doer].deprel {
            "obl" | "obl:unmarked" | "compound" | "dep" | "vocative" | "dislocated" | "obj" => true,
            "nmod" | "nmod:unmarked" => sentence.head_of(doer).is_some_and(|h| h >= verb),
            _ => false,
        };
        if strayed && lone && bare && named && !sentence.below(verb, doer) {
            gather(sentence, doer, verb);
            sentence.attach(doer, verb, "nsubj");
        }
    }
}

/// "called *on* Niger to reopen it", with "on" hung from the calling and Niger taken for what is called; "held talks *with* Peru",
/// "was urged *by* Peru": a preposition directly before a name that hangs from the same word belongs to the name.
pub(super) fn before_name(sentence: &mut Sentence) {
    for case in sentence.words.clone() {
        let word = &sentence[case];
        if word.xpos != "IN" || !matches!(word.deprel, "mark" | "case" | "obl" | "advmod" | "compound:prt") {
            continue;
        }
        let name = noun_behind(sentence, case).filter(|&n| sentence[n].upos == "PROPN");
        let Some(name) = name else { continue };
        let Some(above) = sentence.head_of(case).filter(|&h| h != name) else { continue };
        let below = sentence.head_of(name);
        let agent = word.lemma == "by"
            && below.is_some_and(|v| v < case && sentence.has(v, "aux:pass"))
            && matches!(sentence[name].deprel, "obl:agent" | "nsubj:pass" | "nsubj" | "obl" | "ccomp");
        let other = |r: &str| sentence.related(name, r).any(|w| sentence[w].xpos != "POS");
        let taken = ["case", "cop", "nsubj", "nsubj:pass", "mark"].into_iter().any(other);
        // "held talks with *Chad's*": Chad hung from the verb, "with" from the talks.
        let beside = sentence[name].deprel == "nmod"
            && above < case
            && sentence.nominal(above)
            && below.is_some_and(|v| sentence.is_verb(v) && sentence.hangs(above, v))
            && !sentence.below(above, name);
        if beside && !taken {
            sentence.attach(case, name, "case");
            sentence.attach(name, above, "nmod");
            continue;
        }
        let role = match sentence[name].deprel {
            _ if agent => "obl:agent",
            _ if below != Some(above) || above > case => continue,
            // "take over Peru"
            "obj" | "nsubj" if word.deprel == "compound:prt" => continue,
            "ccomp" | "xcomp" | "obl" | "obj" | "nsubj" if sentence.is_verb(above) => "obl",
            "nmod" if sentence.nominal(above) => "nmod",
            _ => continue,
        };
        if !taken {
            sentence.attach(case, name, "case");
            sentence[name].deprel = role;
        }
    }
}

/// "was accused by NATO of breaking the truce", with NATO taken for who breaks it: behind a passive, who stands between "by" and a
/// gerund with a preposition of its own does what is done.
pub(super) fn agent_before_gerund(sentence: &mut Sentence) {
    for gerund in sentence.words.clone() {
        if sentence[gerund].xpos != "VBG" || sentence[gerund].deprel != "advcl" {
            continue;
        }
        let Some(verb) = sentence.head_before(gerund).filter(|&v| sentence.has(v, "aux:pass")) else {
            continue;
        };
        let marks: Vec<usize> = sentence
            .children(gerund)
            .filter(|&w| w < gerund && matches!(sentence[w].deprel, "mark" | "case"))
            .collect();
        let &[by, of] = marks.as_slice() else { continue };
        let doer = sentence.related(gerund, "nsubj").find(|&n| by < n && n < of);
        let Some(doer) = doer.filter(|_| sentence[by].lemma == "by") else { continue };
        sentence.attach(doer, verb, "obl:agent");
        sentence.attach(by, doer, "case");
    }
}

/// "urged *Kenya* to lift it", with Kenya taken for a remark; "condemned *Lima* for the raid", with Lima taken for who raids: a name
/// directly behind a verb without an object, and no clause of its own, is its object.
pub(super) fn name_behind(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        if !sentence.is_verb(verb) || sentence[verb].xpos == "VBG" {
            continue;
        }
        let name = noun_behind(sentence, verb).filter(|&n| sentence[n].xpos.starts_with("NNP"));
        let Some(name) = name else { continue };
        let Some(head) = sentence.head_of(name) else { continue };
        let own = |r: &str| sentence.related(verb, r).any(|w| w != name);
        let clause = ["case", "cop", "mark", "cc"].into_iter().any(|r| sentence.has(name, r))
            || sentence.has_subject(name);
        let article = (verb + 1..name).any(|w| sentence.hangs(w, verb));
        let strayed = match sentence[name].deprel {
            "parataxis" | "ccomp" | "dep" => head == verb,
            "obj" => head == verb && article,
            "nsubj" => head > name && sentence.nominal(head),
            // "told *Lima*", with Lima taken for a part of who told it.
            "compound" | "flat" | "nmod:desc" => head < verb,
            _ => false,
        };
        let told = own("ccomp") && sentence.head_before(name) != Some(verb);
        let free = !own("obj") && !own("nsubj:pass") && own("nsubj") && !sentence.below(verb, name);
        if strayed && !clause && free && told {
            sentence.attach(name, verb, "iobj");
        } else if strayed && !clause && free && !own("ccomp") {
            sentence.hand_over(verb, name, |w| verb < w && w < name);
            sentence.attach(name, verb, "obj");
        }
    }
}

/// "a ship belonging to *Lima*", with Lima taken for who belongs; "was accused by *Lima*", with Lima taken for another who is
/// accused: what a preposition opens behind its verb is an adjunct.
pub(super) fn adverbial_names(sentence: &mut Sentence) {
    for name in sentence.words.clone() {
        let Some(verb) = sentence.head_before(name).filter(|_| sentence.nominal(name)) else { continue };
        let opened = |lemmas: &[&str]| {
            sentence.related(name, "case").any(|c| c < name && lemmas.contains(&sentence[c].lemma.as_str()))
        };
        let relation = sentence[name].deprel;
        if relation == "nsubj"
            && sentence.is_verb(verb)
            && opened(&["to", "with", "from", "on", "against", "of"])
        {
            sentence[name].deprel = "obl";
        } else if matches!(relation, "nsubj:pass" | "obj" | "ccomp")
            && sentence.has(verb, "aux:pass")
            && opened(&["by"])
        {
            sentence[name].deprel = "obl:agent";
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
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
        check(
            "Minister minister NOUN  NN  2 nmod:desc
             Berg     Berg     PROPN NNP 3 nsubj
             told     tell     VERB  VBD 0 root
             Al       Al       PROPN NNP 1 compound
             Fajr     Fajr     PROPN NNP 4 flat",
            expect![
                "minister/NN nmod:desc Berg; Berg/NNP nsubj told; tell/VBD root -; Al/NNP obj told; Fajr/NNP flat Al"
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
    fn a_full_verb_is_no_form_of_be() {
        check_with_names(
            "Iran     Iran     PROPN NNP 3 nsubj
             accused  accused  VERB  VBN 3 cop
             Chad     Chad     PROPN NNP 0 root
             .        .        PUNCT .   3 punct",
            expect!["Iran/NNP nsubj accused; accuse/VBD root -; Chad/NNP obj accused; ./. punct accused"],
        );
    }

    #[test]
    fn what_is_eased_is_not_who_eases() {
        check_with_names(
            "Rwanda   Rwanda   PROPN NNP 0 root
             relaxed  relaxed  ADJ   JJ  3 amod
             curbs    curb     NOUN  NNS 1 appos
             .        .        PUNCT .   1 punct",
            expect!["Rwanda/NNP nsubj relaxed; relax/VBD root -; curb/NNS obj relaxed; ./. punct relaxed"],
        );
    }

    #[test]
    fn a_preposition_before_a_possessor_belongs_to_it() {
        check(
            "Chad     Chad     PROPN NNP 2 nsubj
             held     hold     VERB  VBD 0 root
             talks    talk     NOUN  NNS 2 obj
             with     with     ADP   IN  3 case
             Peru     Peru     PROPN NNP 2 nmod
             's       's       PART  POS 5 case",
            expect![
                "Chad/NNP nsubj held; hold/VBD root -; talk/NNS obj held; with/IN case Peru; Peru/NNP nmod talks; 's/POS case Peru"
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
    fn what_is_said_may_hang_from_who_does_it() {
        check(
            "Chad     Chad     PROPN NNP 6 nsubj
             accused  accuse   VERB  VBD 1 acl
             Peru     Peru     PROPN NNP 2 nsubj
             ,        ,        PUNCT ,   1 punct
             Oslo     Oslo     PROPN NNP 6 nsubj
             said     say      VERB  VBD 0 root",
            expect![
                "Chad/NNP nsubj accused; accuse/VBD ccomp said; Peru/NNP obj accused; ,/, punct Chad; Oslo/NNP nsubj said; say/VBD root -"
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
