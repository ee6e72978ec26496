//! Verbs that stand beside one another, and infinitives below them. "has asked the court to wait and has offered to pay": the
//! offering goes on with the asking; "condemned Lima and suspended flights": the second verb is no object.

use super::sentence::Sentence;

/// "went to Lima on Monday and met General Berg", with "met" taken for a part of the name: it is what he did next.
pub(super) fn and_met(sentence: &mut Sentence) {
    for met in sentence.words.clone().skip(2) {
        if sentence.form(met) != "met" || sentence.is_verb(met) {
            continue;
        }
        let Some(whom) = sentence.head_behind(met).filter(|&w| sentence.nominal(w)) else {
            continue;
        };
        let Some(verb) = sentence.head_of(whom).filter(|&v| v < met && sentence[v].xpos == "VBD") else {
            continue;
        };
        if sentence[met - 1].lemma != "and" {
            continue;
        }
        sentence.retag(met, "VERB", "VBD");
        sentence[met].lemma = "meet".to_owned();
        sentence.attach(met, verb, "conj");
        sentence.attach(met - 1, met, "cc");
        sentence.attach(whom, met, "obj");
    }
}

/// "expelled the consul and suspended trade", read as "that the consul suspended": with "and" between the two, the noun is the
/// first verb's object and the second verb stands beside the first.
pub(super) fn next_verb(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let word = &sentence[verb];
        if word.deprel != "ccomp" || !matches!(word.xpos, "VBD" | "VBN") || sentence.has(verb, "aux") {
            continue;
        }
        let Some(first) = sentence.head_before(verb).filter(|&f| matches!(sentence[f].xpos, "VBD" | "VBN"))
        else {
            continue;
        };
        let Some(noun) = sentence.related(verb, "nsubj").find(|&s| first < s && s < verb) else {
            continue;
        };
        // Directly before the verb, whatever the parse joins by it.
        let and = (noun + 1..verb).any(|c| {
            let verbs = sentence.head_of(c) == Some(verb);
            sentence[c].lemma == "and" && (verbs || c + 1 == verb)
        });
        let open = !sentence.has(first, "obj") && sentence.has(first, "nsubj") && !sentence.has(verb, "mark");
        if and && open {
            sentence.attach(noun, first, "obj");
            sentence[verb].deprel = "conj";
            sentence[verb].xpos = "VBD";
        }
    }
}

/// "Lima denied the charge, accused Quito of lying.": the second of two finite verbs that a comma alone parts, without a subject
/// of its own, goes on with the subject of the first, as telegrams write.
pub(super) fn strung(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let word = &sentence[verb];
        // "accused Quito", read as if Quito were accused.
        let turned = word.xpos == "VBN"
            && sentence.related(verb, "nsubj:pass").any(|s| s > verb)
            && !sentence.is_helped(verb);
        let finite = word.upos == "VERB" && (matches!(word.xpos, "VBD" | "VBZ") || turned);
        let Some(first) = sentence.head_before(verb).filter(|_| finite) else { continue };
        let told = sentence.is_verb(first) && matches!(sentence[first].xpos, "VBD" | "VBZ" | "VBN");
        let own = sentence.children(verb).any(|c| {
            matches!(sentence[c].deprel, "nsubj" | "nsubj:pass" | "csubj" | "mark") && !(turned && c > verb)
        });
        // "Oslo: the ministry denied the charge, blamed Lima": both hang from the label.
        let labelled = |f: usize| {
            let label = sentence.words.start;
            let colon = sentence.words.clone().take(3).any(|w| sentence[w].lemma == ":");
            let beside = |w: &usize| {
                *w < verb
                    && *w > f
                    && sentence.is_verb(*w)
                    && sentence[*w].deprel == "parataxis"
                    && sentence.has(*w, "nsubj")
            };
            (f == label && colon).then(|| sentence.children(f).filter(beside).last()).flatten()
        };
        let (first, told) = match labelled(first) {
            Some(beside) => (beside, true),
            None => (first, told),
        };
        let subject = sentence.related(first, "nsubj").any(|s| s < first);
        let comma = sentence.comma_before(verb);
        if word.deprel == "parataxis" && told && !own && subject && comma {
            sentence.attach(verb, first, "conj");
            if turned {
                let object = sentence.related(verb, "nsubj:pass").find(|&s| s > verb);
                sentence[verb].xpos = "VBD";
                if let Some(object) = object {
                    sentence[object].deprel = "obj";
                }
            }
        }
    }
}

/// "stands ready to resume talks": who stands is ready, and an infinitive right behind "ready" is what for, not why he stands.
pub(super) fn ready(sentence: &mut Sentence) {
    for adjective in sentence.words.clone().skip(1) {
        let word = &sentence[adjective];
        let stands = adjective - 1;
        let carried = word.upos == "ADJ"
            && matches!(word.deprel, "xcomp" | "ccomp" | "advmod" | "advcl")
            && sentence.is_verb(stands)
            && matches!(sentence[stands].lemma.as_str(), "stand" | "remain" | "stay")
            && sentence.lexicon.commissives.is("ready", &word.lemma);
        if !carried {
            continue;
        }
        if sentence.head_of(adjective) != Some(stands) || word.deprel != "xcomp" {
            sentence.attach(adjective, stands, "xcomp");
        }
        // "it stood ready": somebody did.
        let it = sentence.related(stands, "expl").find(|&e| e < stands && sentence[e].lemma == "it");
        if let Some(it) = it {
            sentence[it].deprel = "nsubj";
        }
    }
    for verb in sentence.words.clone().skip(2) {
        if !matches!(sentence[verb].deprel, "advcl" | "xcomp" | "acl") || sentence[verb].xpos != "VB" {
            continue;
        }
        let to = sentence.related(verb, "mark").find(|&m| sentence[m].xpos == "TO" && m < verb);
        let Some(adjective) = to.and_then(|m| m.checked_sub(1)).filter(|a| sentence.words.contains(a)) else {
            continue;
        };
        let word = &sentence[adjective];
        let carried = word.upos == "ADJ"
            && word.deprel == "xcomp"
            && word.head == sentence[verb].head
            && sentence.lexicon.commissives.is("ready", &word.lemma);
        if carried {
            sentence.attach(verb, adjective, "xcomp");
        }
    }
}

/// "asked Lima in return to lift the blockade", with the lifting hung from the return: it is what was asked.
pub(super) fn in_return(sentence: &mut Sentence) {
    for act in sentence.words.clone() {
        if sentence[act].deprel != "acl" || !sentence.is_infinitive(act) {
            continue;
        }
        let Some(noun) = sentence.head_before(act) else { continue };
        let Some(verb) = sentence.head_before(noun) else { continue };
        let turn = matches!(sentence[noun].lemma.as_str(), "return" | "exchange" | "turn")
            && sentence[noun].deprel == "obl"
            && sentence.has_word(noun, "case", &["in"]);
        if turn && sentence.is_verb(verb) {
            sentence.attach(act, verb, "xcomp");
        }
    }
}

/// "condemned Lima and suspended flights", with the second verb read as an object: what "and" sets behind an object stands
/// beside the first verb.
pub(super) fn verb_beside(sentence: &mut Sentence) {
    for second in sentence.words.clone() {
        let word = &sentence[second];
        if word.deprel != "obj" || word.upos != "VERB" || word.xpos != "VBD" {
            continue;
        }
        let Some(first) = sentence.head_before(second) else { continue };
        let and = sentence.cc_between(first, second);
        let taken = sentence.related(first, "obj").any(|o| and.is_some_and(|a| first < o && o < a));
        if taken && matches!(sentence[first].xpos, "VBD" | "VBN") {
            sentence[second].deprel = "conj";
        }
    }
}

/// "Peru may be subject to duties, and Oslo will gain", with the gaining read as a subject: a clause that "and" sets behind its
/// head is joined to it.
pub(super) fn clause_beside(sentence: &mut Sentence) {
    for clause in sentence.words.clone() {
        if sentence[clause].deprel != "csubj" || sentence.has(clause, "mark") {
            continue;
        }
        let Some(head) = sentence.head_before(clause) else { continue };
        if sentence.cc_between(head, clause).is_some() {
            sentence[clause].deprel = "conj";
        }
    }
}

/// "gave them a day *to leave* and *warned*", with the warning read as a participle: a form in "-ed" joined to an infinitive
/// without "be" is a past.
fn unhelped(sentence: &Sentence, infinitive: usize, verb: usize) -> bool {
    sentence[verb].xpos == "VBN"
        && sentence.is_infinitive(infinitive)
        && !sentence.is_helped(infinitive)
        && !sentence.is_helped(verb)
        && !sentence.has(verb, "aux:pass")
}

/// "Oslo has asked the court to wait and has offered to pay.": a finite verb is no second infinitive, it goes on with the verb
/// that the infinitive hangs from.
pub(super) fn coordinates(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let Some(first) = sentence.head_before(verb) else { continue };
        // "voiced concern and urged both to wait": nor is it a second object.
        let object = sentence[first].deprel == "obj" && sentence.nominal(first);
        let joined = sentence.cc_between(first, verb).is_some();
        if object && joined && sentence[verb].deprel == "conj" && sentence.is_finite(verb, first) {
            if let Some(above) = sentence.head_before(first).filter(|&a| sentence.is_verb(a))
                && !sentence.has(verb, "nsubj")
            {
                sentence.hang(verb, above);
            }
            continue;
        }
        let goes_on = sentence[first].deprel == "ccomp"
            && sentence[verb].deprel == "conj"
            && matches!(sentence[verb].xpos, "VBD" | "VBN")
            && !sentence.has(verb, "nsubj")
            && !sentence.has(verb, "aux:pass");
        // "Oslo said two men were killed and accused Lima": who accuses is not who was killed.
        let undergone = sentence.has(first, "aux:pass")
            && sentence.related(verb, "obj").any(|o| o > verb && sentence[o].upos == "PROPN");
        // "said the positions had come closer, but stressed that": positions stress nothing.
        let thing =
            |s: usize| sentence[s].upos == "NOUN" && !sentence.lexicon.plover.is("agent", &sentence[s].lemma);
        let unable = sentence.related(first, "nsubj").all(thing)
            && sentence.has(first, "nsubj")
            && sentence.says(verb)
            && sentence.related(verb, "ccomp").any(|c| c > verb && sentence.has_word(c, "mark", &["that"]));
        let teller = sentence
            .head_before(first)
            .filter(|&t| goes_on && (undergone || unable) && sentence.has(t, "nsubj"));
        if let Some(teller) = teller {
            sentence.hang(verb, teller);
            sentence[verb].xpos = "VBD";
            continue;
        }
        // "gave them a day so that they leave and ordered", "demanded that they leave and threatened": nor does a past go on
        // with a present of a clause of its own.
        let purpose = matches!(sentence[first].xpos, "VBP" | "VB" | "VBZ")
            && matches!(sentence[first].deprel, "advcl" | "ccomp")
            && (sentence[verb].xpos == "VBD" || unhelped(sentence, first, verb))
            && sentence[verb].deprel == "conj"
            && !sentence.has(verb, "nsubj");
        let above =
            sentence.head_before(first).filter(|&a| sentence[a].xpos == "VBD" && sentence.has(a, "nsubj"));
        if let Some(above) = above.filter(|_| purpose) {
            sentence.hang(verb, above);
            sentence[verb].xpos = "VBD";
            continue;
        }
        // "accused Oslo of stalling and said": nor a second gerund.
        let gerund = sentence[first].xpos == "VBG"
            && sentence.related(first, "mark").any(|w| w < first && sentence[w].xpos == "IN");
        if sentence[verb].deprel != "conj"
            || !(gerund || sentence.is_infinitive(first))
            || !sentence.is_finite(verb, first)
            || sentence.has(verb, "nsubj")
        {
            continue;
        }
        let above = sentence
            .up_from(first)
            .take(8)
            .filter(|&w| w != first)
            .find(|&w| sentence.is_verb(w) && !sentence.is_infinitive(w));
        if let Some(above) = above.filter(|&a| a < first) {
            sentence.hang(verb, above);
        }
    }
}

/// "urged Oslo to open the road and Lima to free the crew": the second is asked as the first is. Read as if the road and
/// Lima were joined, it becomes a clause beside the first, Lima its subject.
pub(super) fn gaps(sentence: &mut Sentence) {
    for name in sentence.words.clone() {
        if sentence[name].deprel != "conj" || sentence[name].upos != "PROPN" {
            continue;
        }
        let Some(object) = sentence.head_before(name) else { continue };
        let Some(first) = sentence.head_before(object) else { continue };
        let to = name + 1;
        let Some(second) = sentence
            .reads(to, "to")
            .then(|| sentence.head_of(to))
            .flatten()
            .filter(|&v| v == to + 1 && sentence[v].xpos == "VB")
        else {
            continue;
        };
        // An object that is a name itself ("told Oslo and Lima to leave") has no verb of its own.
        let asked = sentence.is_infinitive(first)
            && sentence[object].deprel == "obj"
            && sentence[object].upos == "NOUN"
            && matches!(sentence[second].deprel, "advcl" | "acl" | "xcomp");
        let and = sentence.related(name, "cc").next();
        let Some(and) = and.filter(|_| asked) else { continue };
        sentence.hang(and, second);
        sentence.attach(name, second, "nsubj");
        sentence.attach(second, first, "conj");
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn who_stands_ready_is_ready() {
        check(
            "Oslo  Oslo  PROPN NNP 2 nsubj
             said  say   VERB  VBD 0 root
             it    it    PRON  PRP 4 expl
             stood stand VERB  VBD 2 ccomp
             ready ready ADJ   JJ  2 ccomp
             to    to    PART  TO  7 mark
             talk  talk  VERB  VB  4 advcl",
            expect![
                "Oslo/NNP nsubj said; say/VBD root -; it/PRP nsubj stood; stand/VBD ccomp said; ready/JJ xcomp stood; to/TO mark talk; talk/VB xcomp ready"
            ],
        );
    }

    #[test]
    fn a_form_in_ed_joined_to_an_infinitive_is_a_past() {
        check(
            "Oslo     Oslo     PROPN NNP 2 nsubj
             gave     give     VERB  VBD 0 root
             them     they     PRON  PRP 2 iobj
             days     day      NOUN  NNS 2 obj
             to       to       PART  TO  6 mark
             leave    leave    VERB  VB  2 advcl
             and      and      CCONJ CC  8 cc
             warned   warn     VERB  VBN 6 conj
             of       of       ADP   IN  10 case
             war      war      NOUN  NN  8 obl",
            expect![
                "Oslo/NNP nsubj gave; give/VBD root -; they/PRP iobj gave; day/NNS obj gave; to/TO mark leave; leave/VB advcl gave; and/CC cc warned; warn/VBD conj gave; of/IN case war; war/NN obl warned"
            ],
        );
    }

    #[test]
    fn a_clause_that_and_sets_behind_its_head_is_no_subject() {
        check(
            "Peru    Peru    PROPN NNP 3 nsubj
             is      be      AUX   VBZ 3 cop
             subject subject ADJ   JJ  0 root
             to      to      ADP   IN  5 case
             duties  duty    NOUN  NNS 3 obl
             ,       ,       PUNCT ,   10 punct
             and     and     CCONJ CC  10 cc
             Oslo    Oslo    PROPN NNP 10 nsubj
             will    will    AUX   MD  10 aux
             gain    gain    VERB  VB  3 csubj",
            expect![
                "Peru/NNP nsubj subject; be/VBZ cop subject; subject/JJ root -; to/IN case duties; duty/NNS obl subject; ,/, punct gain; and/CC cc gain; Oslo/NNP nsubj gain; will/MD aux gain; gain/VB conj subject"
            ],
        );
        // A subject behind its head, with nothing that joins it.
        check(
            "It      it      PRON  PRP 3 expl
             is      be      AUX   VBZ 3 cop
             clear   clear   ADJ   JJ  0 root
             that    that    SCONJ IN  6 mark
             Oslo    Oslo    PROPN NNP 6 nsubj
             gains   gain    VERB  VBZ 3 csubj",
            expect![
                "it/PRP expl clear; be/VBZ cop clear; clear/JJ root -; that/IN mark gains; Oslo/NNP nsubj gains; gain/VBZ csubj clear"
            ],
        );
    }

    #[test]
    fn met_behind_a_journey_is_what_is_done_next() {
        check_with_names(
            "Ruiz    Ruiz    PROPN NNP 2 nsubj
             went    go      VERB  VBD 0 root
             to      to      ADP   IN  4 case
             Lima    Lima    PROPN NNP 2 obl
             and     and     CCONJ CC  6 cc
             met     met     PROPN NNP 8 case
             General General PROPN NNP 8 nmod:desc
             Berg    Berg    PROPN NNP 2 obl",
            expect![
                "Ruiz/NNP nsubj went; go/VBD root -; to/IN case Lima; Lima/NNP obl went; and/CC cc met; meet/VBD conj went; General/NNP nmod:desc Berg; Berg/NNP obj met"
            ],
        );
    }

    #[test]
    fn who_is_expelled_suspends_nothing() {
        check(
            "Peru      Peru    PROPN NNP 2 nsubj
             expelled  expel   VERB  VBD 0 root
             the       the     DET   DT  4 det
             consul    consul  NOUN  NN  6 nsubj
             and       and     CCONJ CC  6 cc
             suspended suspend VERB  VBD 2 ccomp
             trade     trade   NOUN  NN  6 obj",
            expect![
                "Peru/NNP nsubj expelled; expel/VBD root -; the/DT det consul; consul/NN obj expelled; and/CC cc suspended; suspend/VBD conj expelled; trade/NN obj suspended"
            ],
        );
    }

    #[test]
    fn and_stands_before_the_verb_that_it_joins_whatever_it_hangs_from() {
        check(
            "Peru      Peru    PROPN NNP 2 nsubj
             expelled  expel   VERB  VBD 0 root
             the       the     DET   DT  4 det
             consul    consul  NOUN  NN  6 nsubj
             and       and     CCONJ CC  7 cc
             suspended suspend VERB  VBD 2 ccomp
             trade     trade   NOUN  NN  6 obj",
            expect![
                "Peru/NNP nsubj expelled; expel/VBD root -; the/DT det consul; consul/NN obj expelled; and/CC cc trade; suspend/VBD conj expelled; trade/NN obj suspended"
            ],
        );
    }

    #[test]
    fn two_verbs_with_a_comma_between_have_one_subject() {
        check(
            "Lima    Lima    PROPN NNP 2 nsubj
             denied  deny    VERB  VBD 0 root
             it      it      PRON  PRP 2 obj
             ,       ,       PUNCT ,   5 punct
             accused accuse  VERB  VBN 2 parataxis
             Quito   Quito   PROPN NNP 5 nsubj:pass",
            expect![
                "Lima/NNP nsubj denied; deny/VBD root -; it/PRP obj denied; ,/, punct accused; accuse/VBD conj denied; Quito/NNP obj accused"
            ],
        );
    }

    #[test]
    fn what_hangs_from_a_label_is_strung() {
        check(
            "Oslo     Oslo     PROPN NNP 0 root
             :        :        PUNCT :   5 punct
             the      the      DET   DT  4 det
             ministry ministry NOUN  NN  5 nsubj
             denies   deny     VERB  VBZ 1 parataxis
             this     this     PRON  DT  5 obj
             ,        ,        PUNCT ,   8 punct
             blames   blame    VERB  VBZ 1 parataxis
             Lima     Lima     PROPN NNP 8 obj",
            expect![
                "Oslo/NNP root -; :/: punct denies; the/DT det ministry; ministry/NN nsubj denies; deny/VBZ parataxis Oslo; this/DT obj denies; ,/, punct blames; blame/VBZ conj denies; Lima/NNP obj blames"
            ],
        );
    }

    #[test]
    fn who_stands_ready_is_ready_for_it() {
        check(
            "Oslo   Oslo   PROPN NNP 2 nsubj
             stands stand  VERB  VBZ 0 root
             ready  ready  ADJ   JJ  2 xcomp
             to     to     PART  TO  5 mark
             resume resume VERB  VB  2 advcl
             talks  talk   NOUN  NNS 5 obj",
            expect![
                "Oslo/NNP nsubj stands; stand/VBZ root -; ready/JJ xcomp stands; to/TO mark resume; resume/VB xcomp ready; talk/NNS obj resume"
            ],
        );
    }

    #[test]
    fn what_is_asked_in_return_is_asked() {
        check(
            "Chile  Chile  PROPN NNP 2 nsubj
             asked  ask    VERB  VBD 0 root
             Peru   Peru   PROPN NNP 2 iobj
             in     in     ADP   IN  5 case
             return return NOUN  NN  2 obl
             to     to     PART  TO  7 mark
             leave  leave  VERB  VB  5 acl",
            expect![
                "Chile/NNP nsubj asked; ask/VBD root -; Peru/NNP iobj asked; in/IN case return; return/NN obl asked; to/TO mark leave; leave/VB xcomp asked"
            ],
        );
    }

    #[test]
    fn a_verb_behind_an_object_and_and_is_no_object() {
        check(
            "Oslo      Oslo    PROPN NNP 2 nsubj
             condemned condemn VERB  VBD 0 root
             Lima      Lima    PROPN NNP 2 obj
             and       and     CCONJ CC  5 cc
             suspended suspend VERB  VBD 2 obj
             flights   flight  NOUN  NNS 5 obj",
            expect![
                "Oslo/NNP nsubj condemned; condemn/VBD root -; Lima/NNP obj condemned; and/CC cc suspended; suspend/VBD conj condemned; flight/NNS obj suspended"
            ],
        );
    }

    #[test]
    fn a_finite_verb_is_no_second_object() {
        check(
            "Oslo    Oslo    PROPN NNP 2 nsubj
             voiced  voice   VERB  VBD 0 root
             concern concern NOUN  NN  2 obj
             and     and     CCONJ CC  5 cc
             urged   urge    VERB  VBD 3 conj
             calm    calm    NOUN  NN  5 obj",
            expect![["Oslo/NNP nsubj voiced; voice/VBD root -; concern/NN obj voiced; and/CC cc urged; \
                 urge/VBD conj voiced; calm/NN obj urged"]],
        );
    }

    #[test]
    fn a_finite_verb_is_no_second_infinitive() {
        check(
            "Oslo    Oslo  PROPN NNP 3 nsubj
             has     have  AUX   VBZ 3 aux
             told    tell  VERB  VBN 0 root
             Lima    Lima  PROPN NNP 3 obj
             to      to    PART  TO  6 mark
             wait    wait  VERB  VB  3 xcomp
             and     and   CCONJ CC  9 cc
             has     have  AUX   VBZ 9 aux
             offered offer VERB  VBN 6 conj
             ships   ship  NOUN  NNS 9 obj",
            expect![[
                "Oslo/NNP nsubj told; have/VBZ aux told; tell/VBN root -; Lima/NNP obj told; to/TO mark wait; \
                 wait/VB xcomp told; and/CC cc offered; have/VBZ aux offered; offer/VBN conj told; ship/NNS obj offered"
            ]],
        );
    }

    #[test]
    fn a_tensed_verb_is_not_coordinated_with_an_infinitive() {
        check(
            "Oslo    Oslo   PROPN NNP 3 nsubj
             has     have   AUX   VBZ 3 aux
             asked   ask    VERB  VBN 0 root
             Lima    Lima   PROPN NNP 3 obj
             to      to     PART  TO  6 mark
             pay     pay    VERB  VB  3 xcomp
             and     and    CCONJ CC  9 cc
             has     have   AUX   VBZ 9 aux
             offered offer  VERB  VBN 6 conj
             talks   talk   NOUN  NNS 9 obj",
            expect![
                "Oslo/NNP nsubj asked; have/VBZ aux asked; ask/VBN root -; Lima/NNP obj asked; to/TO mark pay; pay/VB xcomp asked; and/CC cc offered; have/VBZ aux offered; offer/VBN conj asked; talk/NNS obj offered"
            ],
        );
    }

    #[test]
    fn a_finite_verb_behind_a_gerund_goes_on_with_the_verb_above() {
        check(
            "Oslo     Oslo   PROPN NNP 2 nsubj
             accused  accuse VERB  VBD 0 root
             Lima     Lima   PROPN NNP 2 obj
             of       of     SCONJ IN  5 mark
             stalling stall  VERB  VBG 2 advcl
             and      and    CCONJ CC  7 cc
             left     leave  VERB  VBD 5 conj",
            expect![[
                "Oslo/NNP nsubj accused; accuse/VBD root -; Lima/NNP obj accused; of/IN mark stalling; stall/VBG advcl accused; and/CC cc left; leave/VBD conj accused"
            ]],
        );
    }

    #[test]
    fn who_accuses_is_not_who_was_killed() {
        check(
            "Lima    Lima   PROPN NNP 2 nsubj
             said    say    VERB  VBD 0 root
             two     two    NUM   CD  5 nsubj:pass
             were    be     AUX   VBD 5 aux:pass
             killed  kill   VERB  VBN 2 ccomp
             and     and    CCONJ CC  7 cc
             accused accuse VERB  VBN 5 conj
             Quito   Quito  PROPN NNP 7 obj",
            expect![
                "Lima/NNP nsubj said; say/VBD root -; two/CD nsubj:pass killed; be/VBD aux:pass killed; kill/VBN ccomp said; and/CC cc accused; accuse/VBD conj said; Quito/NNP obj accused"
            ],
        );
    }

    #[test]
    fn a_thing_stresses_nothing() {
        check(
            "Berg      Berg     PROPN NNP 2 nsubj
             said      say      VERB  VBD 0 root
             that      that     SCONJ IN  6 mark
             talks     talk     NOUN  NNS 6 nsubj
             had       have     AUX   VBD 6 aux
             failed    fail     VERB  VBN 2 ccomp
             but       but      CCONJ CC  8 cc
             stressed  stress   VERB  VBD 6 conj
             that      that     SCONJ IN  11 mark
             Oslo      Oslo     PROPN NNP 11 nsubj
             waits     wait     VERB  VBZ 8 ccomp",
            expect![
                "Berg/NNP nsubj said; say/VBD root -; that/IN mark failed; talk/NNS nsubj failed; have/VBD aux failed; fail/VBN ccomp said; but/CC cc stressed; stress/VBD conj said; that/IN mark waits; Oslo/NNP nsubj waits; wait/VBZ ccomp stressed"
            ],
        );
        // Ministers do.
        check(
            "Berg      Berg     PROPN NNP 2 nsubj
             said      say      VERB  VBD 0 root
             that      that     SCONJ IN  6 mark
             ministers minister NOUN  NNS 6 nsubj
             had       have     AUX   VBD 6 aux
             met       meet     VERB  VBN 2 ccomp
             and       and      CCONJ CC  8 cc
             stressed  stress   VERB  VBD 6 conj
             that      that     SCONJ IN  11 mark
             Oslo      Oslo     PROPN NNP 11 nsubj
             waits     wait     VERB  VBZ 8 ccomp",
            expect![
                "Berg/NNP nsubj said; say/VBD root -; that/IN mark met; minister/NNS nsubj met; have/VBD aux met; meet/VBN ccomp said; and/CC cc stressed; stress/VBD conj met; that/IN mark waits; Oslo/NNP nsubj waits; wait/VBZ ccomp stressed"
            ],
        );
    }

    #[test]
    fn the_second_who_is_asked_has_his_own_act() {
        check(
            "Oslo   Oslo   PROPN NNP 2 nsubj
             urged  urge   VERB  VBD 0 root
             Lima   Lima   PROPN NNP 2 iobj
             to     to     PART  TO  5 mark
             open   open   VERB  VB  2 xcomp
             gates  gate   NOUN  NNS 5 obj
             and    and    CCONJ CC  8 cc
             Quito  Quito  PROPN NNP 6 conj
             to     to     PART  TO  10 mark
             free   free   VERB  VB  5 advcl
             crews  crew   NOUN  NNS 10 obj
             .      .      PUNCT .   2 punct",
            expect![[
                "Oslo/NNP nsubj urged; urge/VBD root -; Lima/NNP iobj urged; to/TO mark open; open/VB xcomp \
                 urged; gate/NNS obj open; and/CC cc free; Quito/NNP nsubj free; to/TO mark free; free/VB conj \
                 open; crew/NNS obj free; ./. punct urged"
            ]],
        );
    }
}
