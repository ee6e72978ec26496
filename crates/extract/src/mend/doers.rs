//! Who does it: subjects that hang elsewhere, and participles with their doers. "Tokyo imposed sanctions", with Tokyo taken for
//! whose sanctions they are: it imposed them.

use super::clauses::subject;
use super::sentence::Sentence;

/// "hours after Oslo and Lima ended talks", read as if the talks were ended after the two: who stands right before a finite verb
/// of a clause without a subject is its subject, and the preposition opens the clause. "It will send aid": an "it" whose verb
/// has an object and no clause stands for somebody.
pub(super) fn subjects(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(2) {
        let word = &sentence[verb];
        let own = |s: usize| matches!(sentence[s].deprel, "nsubj" | "nsubj:pass" | "csubj");
        if word.upos != "VERB" || sentence.children(verb).any(own) {
            continue;
        }
        let clause = |c: usize| matches!(sentence[c].deprel, "ccomp" | "csubj" | "xcomp" | "nsubj");
        let it = sentence.related(verb, "expl").find(|&e| e < verb && sentence[e].lemma == "it");
        let lasts = matches!(sentence[verb].lemma.as_str(), "take" | "cost" | "make");
        if let Some(it) = it.filter(|_| !lasts && !sentence.passive(verb)) {
            let object = sentence.related(verb, "obj").any(|o| o > verb);
            if object && !sentence.children(verb).any(clause) {
                sentence[it].deprel = "nsubj";
            }
            continue;
        }
        let past = sentence[verb].xpos == "VBD" && sentence[verb].deprel == "advcl";
        let who = sentence.related(verb, "obl").find(|&o| o < verb && sentence.nominal(o));
        let Some(who) = who.filter(|_| past) else { continue };
        let opens = |c: &usize| matches!(sentence[*c].lemma.as_str(), "after" | "before" | "since" | "until");
        let Some(case) = sentence.related(who, "case").find(opens) else { continue };
        let end = std::iter::once(who)
            .chain(sentence.children(who))
            .chain(sentence.related(who, "conj").flat_map(|c| sentence.children(c)))
            .max();
        if case > who || end.is_none_or(|e| e + 1 != verb) {
            continue;
        }
        for w in sentence.children(who).filter(|&w| w < case).collect::<Vec<_>>() {
            sentence.attach(w, verb, "obl:unmarked");
        }
        sentence[who].deprel = "nsubj";
        sentence.attach(case, verb, "mark");
        sentence[case].upos = "SCONJ";
    }
}

/// "Tokyo imposed sanctions", with Tokyo taken for whose sanctions they are: a name without a "'s" right before a past whose
/// object it would own does it.
pub(super) fn owner(sentence: &mut Sentence) {
    for name in sentence.words.clone() {
        if sentence[name].deprel != "nmod:poss" || sentence[name].upos != "PROPN" {
            continue;
        }
        let Some(noun) = sentence.head_of(name).filter(|&n| n > name + 1) else { continue };
        let Some(verb) = sentence.head_of(noun).filter(|&v| v == name + 1 && v < noun) else {
            continue;
        };
        let free = sentence.is_verb(verb)
            && matches!(sentence[verb].xpos, "VBD" | "VBZ")
            && !sentence.has(name, "case")
            && !sentence.has_subject(verb);
        if free {
            sentence.attach(name, verb, "nsubj");
        }
    }
}

/// "China, Russia appeal for calm.": of a line that is a list of names with a verb in the plain present behind them, read as
/// something beside the first name, the names are who does it, as headlines and telegrams write.
pub(super) fn appealing(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        let word = &sentence[verb];
        let present = word.upos == "VERB" && matches!(word.xpos, "VBP" | "VB" | "VBZ");
        let Some(name) = sentence.head_before(verb).filter(|_| present) else { continue };
        let line = word.deprel == "parataxis"
            && sentence[name].head.is_none()
            && sentence[name].upos == "PROPN"
            && !sentence
                .children(verb)
                .any(|c| matches!(sentence[c].deprel, "nsubj" | "mark" | "aux" | "cop"));
        // Nothing but names and commas stands before the verb.
        let listed =
            |w: usize| w < name || matches!(sentence[w].upos, "PROPN" | "CCONJ") || sentence.is_comma(w);
        let finite = |w: usize| sentence.is_tensed(w) && w != verb;
        let others: Vec<usize> =
            sentence.children(name).filter(|&c| c < verb && sentence[c].upos == "PROPN").collect();
        if !line
            || !(sentence.words.start..verb).all(listed)
            || sentence.words.clone().take(verb - sentence.words.start).any(finite)
        {
            continue;
        }
        if sentence[verb - 1].upos != "PROPN" {
            continue;
        }
        for other in others {
            if sentence[other].deprel == "appos" {
                sentence[other].deprel = "conj";
            }
        }
        subject(sentence, name, verb);
        sentence[verb].xpos = "VBP";
    }
}

/// "The Union imposed duties", with the Union hung below the duties: a bare noun before a finite verb without a subject, hung
/// below what the verb is done to, does it.
pub(super) fn doer_before(sentence: &mut Sentence) {
    for doer in sentence.words.clone() {
        if !matches!(sentence[doer].deprel, "nmod" | "compound") || !sentence.nominal(doer) {
            continue;
        }
        let Some(object) = sentence.head_behind(doer) else { continue };
        let Some(verb) = sentence.head_of(object).filter(|&v| doer < v && v < object) else {
            continue;
        };
        let finite = matches!(sentence[verb].xpos, "VBD" | "VBN" | "VBZ")
            && sentence.is_verb(verb)
            && !matches!(sentence[verb].deprel, "acl" | "amod" | "advcl");
        if finite
            && sentence[object].deprel == "obj"
            && !sentence.has(doer, "case")
            && !sentence.has(verb, "nsubj")
            && !sentence.has(verb, "aux")
            && (doer + 1..verb).all(|w| sentence[w].upos == "ADV")
        {
            sentence.hand_over(object, doer, |w| w < doer);
            sentence.attach(doer, verb, "nsubj");
            if sentence[verb].xpos == "VBN" {
                sentence[verb].xpos = "VBD";
            }
        }
    }
}

/// "Peru test-fired a missile", with the country taken for a part of "test": it is who fired.
pub(super) fn hyphened(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(3) {
        let first = verb - 2;
        let tensed = matches!(sentence[verb].xpos, "VBD" | "VBZ") && sentence.is_verb(verb);
        let hyphen = sentence[verb - 1].lemma == "-" && sentence.hangs(first, verb);
        if !tensed || !hyphen || sentence.has(verb, "nsubj") {
            continue;
        }
        let doer = first - 1;
        if sentence[first].deprel == "compound" && sentence.hangs(doer, first) && sentence.nominal(doer) {
            sentence.attach(doer, verb, "nsubj");
        }
    }
}

/// "the duties that Oslo imposed", with Oslo read as what was imposed: behind a relative pronoun that is the object, who stands
/// before the verb does it.
pub(super) fn that_they_did(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        if !sentence[verb].deprel.starts_with("acl") || !sentence.is_verb(verb) {
            continue;
        }
        let pronoun = |o: usize| matches!(sentence[o].xpos, "WDT" | "WP") && o < verb;
        let relative = sentence.related(verb, "obj").find(|&o| pronoun(o));
        let doer = relative.and_then(|o| {
            sentence.related(verb, "nsubj:pass").find(|&s| o < s && s < verb && sentence.nominal(s))
        });
        let passive = sentence.has(verb, "aux:pass");
        if let Some(doer) = doer.filter(|_| !passive) {
            sentence[doer].deprel = "nsubj";
            sentence[verb].deprel = "acl:relcl";
            if sentence[verb].xpos == "VBN" && !sentence.has(verb, "aux") {
                sentence[verb].xpos = "VBD";
            }
        }
    }
}

/// "the talks held in Oslo will be resumed", with "held" read as a second subject: a participle directly behind the subject is its
/// own.
pub(super) fn held_behind(sentence: &mut Sentence) {
    for held in sentence.words.clone().skip(1) {
        let word = &sentence[held];
        let noun = held - 1;
        let twin = word.xpos == "VBN"
            && word.deprel.starts_with("nsubj")
            && sentence[noun].deprel.starts_with("nsubj");
        if twin && word.head == sentence[noun].head && sentence[noun].upos == "NOUN" {
            sentence.attach(held, noun, "acl");
            sentence[held].upos = "VERB";
        }
    }
}

/// "were handed to the Red Cross by Oslo": who did what a passive tells is not below the name before.
pub(super) fn by_whom(sentence: &mut Sentence) {
    for doer in sentence.words.clone() {
        let by = |w: usize| sentence.has_word(w, "case", &["by"]);
        if sentence[doer].deprel != "nmod" || sentence[doer].upos != "PROPN" || !by(doer) {
            continue;
        }
        let Some(name) = sentence.head_before(doer) else { continue };
        let Some(verb) = sentence.head_before(name) else { continue };
        let passive = sentence.has(verb, "aux:pass");
        // "was threatened with sanctions by Oslo"
        let with = sentence[verb].lemma == "threaten";
        let named = (sentence[name].upos == "PROPN" || with) && sentence[name].deprel.starts_with("obl");
        let open = !sentence.related(verb, "obl").any(by);
        if passive && named && open {
            sentence.attach(doer, verb, "obl");
        }
    }
}

/// "The plan, rejected by Oslo, foresees ...", with the rejecting read as a past: with "by" and no subject it is a participle.
pub(super) fn done_by(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let own = |r: &str| sentence.has(verb, r);
        let past = sentence[verb].deprel == "acl" && sentence[verb].xpos == "VBD";
        let agent = sentence.related(verb, "obl:agent").any(|a| a > verb);
        if past && agent && !own("nsubj") && !own("obj") && !own("aux") {
            sentence[verb].xpos = "VBN";
        }
    }
}

/// "They will hold talks on the guarantees demanded by Oslo.": a participle without a helping verb, but with its doer, that
/// the parse makes the head over the finite clause before it, belongs to the noun before it.
pub(super) fn reduced(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        if sentence[verb].xpos != "VBN" || !has_doer_alone(sentence, verb) {
            continue;
        }
        let Some(noun) = noun_before(sentence, verb) else { continue };
        if !matches!(sentence[verb].deprel, "advcl" | "parataxis" | "conj") {
            let clause = sentence.related(verb, "ccomp").find(|&w| sentence.is_verb(w));
            let Some(clause) = clause.filter(|&c| c < noun) else { continue };
            for w in sentence.children(verb).collect::<Vec<_>>() {
                // What ends or introduces the sentence is its head's.
                if w != clause && (w < noun || sentence[w].upos == "PUNCT") {
                    sentence.hang(w, clause);
                }
            }
            sentence.take_place(clause, verb);
        }
        sentence.attach(verb, noun, "acl");
    }
}

/// The noun that stands before `verb`, with quotation marks at most between them.
fn noun_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    let quote = |w: usize| matches!(sentence[w].xpos, "``" | "''");
    let noun = (sentence.words.start..verb).rev().find(|&w| !quote(w))?;
    matches!(sentence[noun].upos, "NOUN" | "PROPN").then_some(noun)
}

/// Whether the participle `verb` has a doer ("by Lima") and neither subject nor helping verb.
fn has_doer_alone(sentence: &Sentence, verb: usize) -> bool {
    let own = |relation: &str| sentence.has(verb, relation);
    own("obl:agent") && !sentence.is_helped(verb) && !own("nsubj") && !own("nsubj:pass")
}

/// "said *it* was prepared to pay": who is ready is somebody.
pub(super) fn it_is_ready(sentence: &mut Sentence) {
    for it in sentence.words.clone() {
        if sentence[it].deprel != "expl" || sentence[it].lemma != "it" {
            continue;
        }
        let Some(ready) = sentence.head_behind(it) else { continue };
        let willing = sentence.lexicon.plover.is("willing", &sentence[ready].lemma);
        let act = sentence.related(ready, "xcomp").any(|x| x > ready);
        if willing && act && !sentence.has(ready, "nsubj") {
            sentence[it].deprel = "nsubj";
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn who_ended_talks_is_the_subject() {
        check(
            "Quito  Quito PROPN NNP 2 nsubj
             fell   fall  VERB  VBD 0 root
             hours  hour  NOUN  NNS 5 nmod:unmarked
             after  after ADP   IN  5 case
             Oslo   Oslo  PROPN NNP 8 obl
             and    and   CCONJ CC  7 cc
             Lima   Lima  PROPN NNP 5 conj
             ended  end   VERB  VBD 2 advcl
             talks  talk  NOUN  NNS 8 obj",
            expect![
                "Quito/NNP nsubj fell; fall/VBD root -; hour/NNS obl:unmarked ended; after/IN mark ended; Oslo/NNP nsubj ended; and/CC cc Lima; Lima/NNP conj Oslo; end/VBD advcl fell; talk/NNS obj ended"
            ],
        );
    }

    #[test]
    fn it_that_sends_is_somebody() {
        check(
            "It        it       PRON PRP 3 expl
             will      will     AUX  MD  3 aux
             send      send     VERB VB  0 root
             engineers engineer NOUN NNS 3 obj",
            expect!["it/PRP nsubj send; will/MD aux send; send/VB root -; engineer/NNS obj send"],
        );
    }

    #[test]
    fn who_imposes_owns_no_sanctions() {
        check(
            "Tokyo     Tokyo    PROPN NNP 3 nmod:poss
             imposed   impose   VERB  VBD 0 root
             sanctions sanction NOUN  NNS 2 obj",
            expect!["Tokyo/NNP nsubj imposed; impose/VBD root -; sanction/NNS obj imposed"],
        );
    }

    #[test]
    fn names_before_a_plain_present_do_it() {
        check(
            "Oslo   Oslo   PROPN NNP 0 root
             ,      ,      PUNCT ,   3 punct
             Lima   Lima   PROPN NNP 1 appos
             appeal appeal VERB  VB  1 parataxis
             for    for    ADP   IN  6 case
             calm   calm   NOUN  NN  4 obl",
            expect![
                "Oslo/NNP nsubj appeal; ,/, punct Lima; Lima/NNP conj Oslo; appeal/VBP root -; for/IN case calm; calm/NN obl appeal"
            ],
        );
    }

    #[test]
    fn a_bare_noun_before_a_verb_without_a_subject_does_it() {
        check(
            "The      the      DET   DT  4 det
             Union    Union    PROPN NNP 4 nmod
             imposed  impose   VERB  VBN 0 root
             duties   duty     NOUN  NNS 3 obj
             on       on       ADP   IN  6 case
             Peru     Peru     PROPN NNP 4 nmod",
            expect![[
                "the/DT det Union; Union/NNP nsubj imposed; impose/VBD root -; duty/NNS obj imposed; on/IN case Peru; Peru/NNP nmod duties"
            ]],
        );
        // A participle before its noun is no verb.
        check(
            "Union   Union  PROPN NNP 3 nmod
             imposed impose VERB  VBN 3 amod
             duties  duty   NOUN  NNS 4 nsubj
             hurt    hurt   VERB  VBD 0 root
             Peru    Peru   PROPN NNP 4 obj",
            expect![[
                "Union/NNP nmod duties; impose/VBN amod duties; duty/NNS nsubj hurt; hurt/VBD root -; Peru/NNP obj hurt"
            ]],
        );
    }

    #[test]
    fn who_stands_before_a_verb_with_a_hyphen_does_it() {
        check(
            "Peru    Peru    PROPN NNP   2 compound
             test    test    NOUN  NN    4 compound
             -       -       PUNCT HYPH  2 punct
             fired   fire    VERB  VBD   0 root
             rockets rocket  NOUN  NNS   4 obj",
            expect![[
                "Peru/NNP nsubj fired; test/NN compound fired; -/HYPH punct test; fire/VBD root -; rocket/NNS obj fired"
            ]],
        );
    }

    #[test]
    fn who_stands_behind_a_relative_object_does_it() {
        check(
            "duties  duty   NOUN  NNS 5 nsubj
             that    that   PRON  WDT 4 obj
             Oslo    Oslo   PROPN NNP 4 nsubj:pass
             imposed impose VERB  VBN 1 acl
             hurt    hurt   VERB  VBP 0 root",
            expect![
                "duty/NNS nsubj hurt; that/WDT obj imposed; Oslo/NNP nsubj imposed; impose/VBD acl:relcl duties; hurt/VBP root -"
            ],
        );
    }

    #[test]
    fn a_participle_behind_the_subject_is_its_own() {
        check_with_names(
            "talks   talk   NOUN NNS 6 nsubj:pass
             held    hold   VERB VBN 6 nsubj:pass
             before  before ADV  RB  2 advmod
             will    will   AUX  MD  6 aux
             be      be     AUX  VB  6 aux:pass
             resumed resume VERB VBN 0 root",
            expect![
                "talk/NNS nsubj:pass resumed; hold/VBN acl talks; before/RB advmod held; will/MD aux resumed; be/VB aux:pass resumed; resume/VBN root -"
            ],
        );
    }

    #[test]
    fn who_did_what_a_passive_tells_is_not_below_a_name() {
        check(
            "Men    man  NOUN  NNS 3 nsubj:pass
             were   be   AUX   VBD 3 aux:pass
             handed hand VERB  VBN 0 root
             to     to   ADP   IN  5 case
             Lima   Lima PROPN NNP 3 obl
             by     by   ADP   IN  7 case
             Oslo   Oslo PROPN NNP 5 nmod",
            expect![
                "man/NNS nsubj:pass handed; be/VBD aux:pass handed; hand/VBN root -; to/IN case Lima; Lima/NNP obl handed; by/IN case Oslo; Oslo/NNP obl handed"
            ],
        );
        // Below a noun it may be the noun's.
        check(
            "Men    man  NOUN  NNS 3 nsubj:pass
             were   be   AUX   VBD 3 aux:pass
             killed kill VERB  VBN 0 root
             in     in   ADP   IN  6 case
             a      a    DET   DT  6 det
             raid   raid NOUN  NN  3 obl
             by     by   ADP   IN  8 case
             Oslo   Oslo PROPN NNP 6 nmod",
            expect![
                "man/NNS nsubj:pass killed; be/VBD aux:pass killed; kill/VBN root -; in/IN case raid; a/DT det raid; raid/NN obl killed; by/IN case Oslo; Oslo/NNP nmod raid"
            ],
        );
    }

    #[test]
    fn what_is_done_by_somebody_is_a_participle() {
        check(
            "plan     plan    NOUN  NN  6 nsubj
             ,        ,       PUNCT ,   3 punct
             rejected reject  VERB  VBD 1 acl
             by       by      ADP   IN  5 case
             Oslo     Oslo    PROPN NNP 3 obl:agent
             failed   fail    VERB  VBD 0 root",
            expect![
                "plan/NN nsubj failed; ,/, punct rejected; reject/VBN acl plan; by/IN case Oslo; Oslo/NNP obl:agent rejected; fail/VBD root -"
            ],
        );
    }

    #[test]
    fn a_participle_with_its_doer_is_the_nouns_own() {
        check(
            "Oslo     Oslo   PROPN NNP 3 nsubj
             will     will   AUX   MD  3 aux
             discuss  discuss VERB VB  5 ccomp
             terms    term   NOUN  NNS 3 obj
             demanded demand VERB  VBN 0 root
             by       by     ADP   IN  7 case
             Lima     Lima   PROPN NNP 5 obl:agent
             .        .      PUNCT .   5 punct",
            expect![[
                "Oslo/NNP nsubj discuss; will/MD aux discuss; discuss/VB root -; term/NNS obj discuss; \
                 demand/VBN acl terms; by/IN case Lima; Lima/NNP obl:agent demanded; ./. punct discuss"
            ]],
        );
    }

    #[test]
    fn it_is_ready_is_said_of_somebody() {
        check(
            "it    it    PRON PRP 3 expl
             is    be    AUX  VBZ 3 cop
             ready ready ADJ  JJ  0 root
             to    to    PART TO  5 mark
             pay   pay   VERB VB  3 xcomp",
            expect![
                "it/PRP nsubj ready; be/VBZ cop ready; ready/JJ root -; to/TO mark pay; pay/VB xcomp ready"
            ],
        );
        check(
            "it   it   PRON PRP 3 expl
             is   be   AUX  VBZ 3 cop
             hard hard ADJ  JJ  0 root
             to   to   PART TO  5 mark
             pay  pay  VERB VB  3 xcomp",
            expect!["it/PRP expl hard; be/VBZ cop hard; hard/JJ root -; to/TO mark pay; pay/VB xcomp hard"],
        );
    }
}
