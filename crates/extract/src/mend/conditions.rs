//! Conditions and other clauses that a conjunction opens: which verb they are of, and what stands inside them. "offered to talk
//! if Oslo left, and threatened to act if it stayed": each verb has the condition behind it.

use super::sentence::Sentence;

/// Whether a word marks a clause as a condition.
fn is_condition(sentence: &Sentence, word: usize) -> bool {
    sentence[word].deprel == "advcl" && sentence.has_word(word, "mark", &["if", "unless"])
}

/// "If they stay, no ship will leave, he told them.", read as two clauses that are told: the first one is the condition of the
/// second.
pub(super) fn conditional(sentence: &mut Sentence) {
    for first in sentence.words.clone() {
        if sentence[first].deprel != "ccomp" {
            continue;
        }
        // "Should they stay, ...": a helping verb before who acts marks the clause as "if" would.
        let fronted = || {
            let before = |a: usize| sentence.related(first, "nsubj").any(|s| a < s);
            sentence.related(first, "aux").any(|a| sentence[a].lemma == "should" && before(a))
        };
        let bound = sentence.has_word(first, "mark", &["if", "unless"]) || fronted();
        let Some(said) = sentence.head_of(first).filter(|_| bound) else { continue };
        let second = sentence
            .related(said, "ccomp")
            .find(|&c| c > first && !sentence.has(c, "mark") && (first..c).any(|w| sentence.is_comma(w)));
        if let Some(second) = second {
            sentence.attach(first, second, "advcl");
        }
    }
}

/// "If the Front goes, we will go", with the Front taken for the object of what stands before: who stands between "if" and a verb
/// without a subject is its subject.
pub(super) fn supposed(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(2) {
        let word = &sentence[verb];
        // "would send observers *should* Oslo ask"
        let should = sentence.related(verb, "aux").find(|&a| a < verb && sentence[a].lemma == "should");
        let finite = word.upos == "VERB"
            && (matches!(word.xpos, "VBZ" | "VBD" | "VBP") || word.xpos == "VB" && should.is_some());
        if !finite || word.deprel != "advcl" || sentence.has_subject(verb) {
            continue;
        }
        let mark = sentence
            .related(verb, "mark")
            .find(|&m| m < verb && matches!(sentence[m].lemma.as_str(), "if" | "unless" | "until" | "once"));
        let Some(mark) = mark.or(should) else { continue };
        let outside = |n: &usize| {
            sentence.nominal(*n)
                && matches!(sentence[*n].deprel, "obj" | "obl" | "nsubj")
                && sentence.head_of(*n).is_some_and(|h| h < mark)
        };
        let inside = (mark + 1..verb).find(outside);
        let Some(who) = inside.filter(|_| (mark + 1..verb).all(|w| !sentence.is_comma(w))) else {
            continue;
        };
        if !sentence.has(who, "case") {
            sentence.attach(who, verb, "nsubj");
        }
    }
}

/// "pledged to lift sanctions, provided Oslo waits", with "provided" tagged as a past: what marks a clause is no verb.
pub(super) fn provided(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        let is = sentence[word].deprel == "mark"
            && matches!(sentence[word].lemma.as_str(), "provide" | "provided");
        if is {
            sentence.retag(word, "SCONJ", "IN");
            sentence[word].lemma = "provided".to_owned();
        }
    }
}

/// "offered to open its ports provided Oslo leaves", with the proviso and its clause hung apart: the clause is what is provided.
pub(super) fn proviso(sentence: &mut Sentence) {
    for clause in sentence.words.clone() {
        // "provided both sides shared it", read as "provided and shared".
        let joined = sentence[clause].deprel == "conj" && sentence.cc_before(clause).is_none();
        if !(sentence[clause].deprel == "advcl" || joined) || sentence.has(clause, "mark") {
            continue;
        }
        let Some(doer) = sentence.related(clause, "nsubj").find(|&s| s < clause) else { continue };
        let first = (sentence.words.start..doer).rev().take_while(|&w| sentence.hangs(w, doer)).last();
        let Some(provided) = first.unwrap_or(doer).checked_sub(1).filter(|p| sentence.words.contains(p))
        else {
            continue;
        };
        let own = |r: &str| sentence.has(provided, r);
        let word = &sentence[provided];
        let is = word.lemma == "provide" && word.deprel == "advcl" && word.head != Some(clause as u32);
        let tagged = matches!(word.xpos, "VBN" | "VBG") || joined && word.xpos == "VBD";
        if is
            && tagged
            && (!joined || sentence.hangs(clause, provided))
            && !own("obj")
            && !own("nsubj")
            && !own("ccomp")
        {
            sentence.attach(clause, provided, "ccomp");
        }
    }
}

/// "offered to talk if Oslo left, and threatened to act if it stayed": of two verbs that are joined, each with a condition
/// behind it, the second condition is the second verb's; and a finite verb with a condition of its own is no part of the
/// condition before it.
pub(super) fn own_condition(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let tensed = matches!(sentence[verb].xpos, "VBD" | "VBN") && sentence.is_verb(verb);
        let lone = !sentence.has(verb, "nsubj");
        if !tensed || !lone || sentence[verb].deprel != "conj" {
            continue;
        }
        let Some(first) = sentence.head_before(verb) else { continue };
        // The infinitive that the verb takes, which may hold the condition.
        let act = sentence.related(verb, "xcomp").find(|&x| x > verb);
        let own = [Some(verb), act].into_iter().flatten();
        let held = own.clone().any(|v| sentence.children(v).any(|c| c > verb && is_condition(sentence, c)));
        if held && act.is_some() && is_condition(sentence, first) {
            let main = |w: &usize| sentence[*w].xpos == "VBD" && sentence[*w].deprel != "advcl";
            let above = sentence.up_from(first).skip(1).take(3).find(main);
            if let Some(main) = above.filter(|&m| m < first) {
                sentence.hang(verb, main);
                sentence[verb].xpos = "VBD";
            }
            continue;
        }
        let hosts: Vec<usize> =
            std::iter::once(first).chain(sentence.related(first, "xcomp")).filter(|&h| h < verb).collect();
        let conditions: Vec<usize> =
            hosts.iter().flat_map(|&h| sentence.children(h)).filter(|&c| is_condition(sentence, c)).collect();
        let before = conditions.iter().any(|&c| c < verb);
        let behind = conditions.iter().copied().rfind(|&c| c > verb);
        if let Some(behind) = behind.filter(|_| before && !held) {
            sentence.hang(behind, act.filter(|&a| a < behind).unwrap_or(verb));
        }
    }
}

/// "offered to sell gas if the plant is shut, and Lima promised to store it", with the condition hung from the promise: what
/// stands before "and" and a new subject is of the first clause.
pub(super) fn before_and(sentence: &mut Sentence) {
    for clause in sentence.words.clone() {
        let marked = |m: usize| matches!(sentence[m].lemma.as_str(), "if" | "unless");
        let mark = sentence.related(clause, "mark").find(|&m| m < clause && marked(m));
        let Some(mark) = mark.filter(|_| sentence[clause].deprel == "advcl") else { continue };
        let Some(second) = sentence.head_behind(clause) else { continue };
        let and = (clause + 1..second)
            .find(|&c| sentence[c].lemma == "and" && sentence.comma_before(c) && sentence[c].deprel == "cc");
        let own = and.is_some_and(|a| sentence.related(second, "nsubj").any(|s| a < s && s < second));
        let before = (sentence.words.start..mark).rev().find(|&v| {
            sentence.is_verb(v)
                && (sentence[v].deprel == "root" || sentence.related(v, "nsubj").any(|s| s < v))
        });
        if let Some(first) = before.filter(|_| own && !sentence.comma_before(mark)) {
            sentence.hang(clause, first);
        }
    }
}

/// "threatened them with sanctions unless they leave", with the sanctions hung below "leave": a noun before the mark of a
/// clause is not of that clause.
pub(super) fn outside(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        if !matches!(sentence[word].deprel, "obj" | "obl") || !sentence.nominal(word) {
            continue;
        }
        let Some(head) = sentence.head_behind(word) else { continue };
        let opens =
            |m: usize| m > word && m < head && sentence.lexicon.grammar.is("conjunction", &sentence[m].lemma);
        let marked = sentence.related(head, "mark").any(opens);
        let above = sentence.head_of(head).filter(|&a| a < word && sentence.is_verb(a));
        let Some(above) = above.filter(|_| marked) else { continue };
        let cased = sentence.related(word, "case").any(|c| c < word);
        let taken = sentence.has(above, "obj");
        if cased || !taken {
            sentence.attach(word, above, if cased { "obl" } else { "obj" });
        }
    }
}

/// "When Premier Ana Ruiz and her counterpart, Jan Berg, met in Lima, nobody spoke", with the two hung elsewhere: who stands
/// between the conjunction and the verb is its subject.
pub(super) fn when_they_met(sentence: &mut Sentence) {
    let first = sentence.words.start;
    let opens = |w: usize| {
        let word = &sentence[w];
        sentence.lexicon.grammar.is("time", &word.lemma.to_lowercase())
            && matches!(word.upos, "SCONJ" | "ADV" | "ADP")
    };
    if sentence.words.len() < 4 || !opens(first) {
        return;
    }
    let verb = (first + 2..sentence.words.end).find(|&w| sentence.is_verb(w) || sentence[w].xpos == "MD");
    let Some(verb) = verb
        .filter(|&v| sentence[v].xpos == "VBD" && sentence.lexicon.meeting.is("verb", &sentence[v].lemma))
    else {
        return;
    };
    let own = |r: &str| sentence.related(verb, r).any(|s| s < verb);
    if sentence[verb].deprel != "advcl" || own("nsubj") || own("nsubj:pass") || own("aux") {
        return;
    }
    let below_verb = |w: usize| sentence.head_of(w).is_some_and(|h| h > verb || h == first);
    let Some(subject) = (first + 1..verb).find(|&w| sentence.nominal(w) && below_verb(w)) else { return };
    // A name whose first word is a nation's: the last before "and" is the person.
    let and = (subject..verb).find(|&w| sentence[w].upos == "CCONJ").unwrap_or(verb);
    let run = (subject..and).all(|w| matches!(sentence[w].upos, "PROPN" | "ADJ" | "NOUN"));
    let title = (subject..and).rev().find(|&w| sentence.is_title(w));
    let head = match title.filter(|&t| run && t + 1 < and) {
        Some(title) => {
            let name = title + 1;
            for w in (subject..and).filter(|&w| w != name) {
                let relation = match w {
                    _ if w > name => "flat",
                    _ if w == title => "nmod:desc",
                    _ => "amod",
                };
                sentence.attach(w, name, relation);
            }
            name
        }
        None => subject,
    };
    sentence.attach(head, verb, "nsubj");
    let inside = |w: usize| sentence.head_of(w).is_some_and(|h| (subject..and).contains(&h));
    let second = (and + 1..verb).find(|&w| sentence[w].deprel == "conj" && sentence.nominal(w) && inside(w));
    if let Some(second) = second {
        sentence.hang(second, head);
    }
    sentence.attach(first, verb, "advmod");
}

/// "When the king and the premier met, *neither* spoke of it", with those who met taken for who spoke: they met, and neither
/// is who spoke.
pub(super) fn neither(sentence: &mut Sentence) {
    for word in sentence.words.clone().skip(1) {
        let open = matches!(sentence[word].lemma.as_str(), "neither" | "both" | "each" | "none")
            && sentence.comma_before(word)
            && matches!(sentence[word].deprel, "advmod" | "det" | "cc:preconj");
        let Some(verb) = sentence.head_behind(word).filter(|_| open) else { continue };
        let clause = sentence.related(verb, "advcl").find(|&c| c < word);
        let Some(clause) = clause else { continue };
        let subject = sentence.related(verb, "nsubj").next();
        // [`when_they_met`] may have given those who met to their clause before.
        if sentence.has(clause, "nsubj") {
            if subject.is_some() {
                continue;
            }
        } else {
            let when = |w: usize| sentence.lexicon.grammar.is("occasion", &sentence[w].lemma);
            let subject = subject.filter(|&s| s < clause && (sentence.words.start..s).any(when));
            let Some(subject) = subject else { continue };
            sentence.hang(subject, clause);
        }
        sentence[word].deprel = "nsubj";
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn a_proviso_is_not_joined_to_what_it_provides() {
        check(
            "Oslo     Oslo    PROPN NNP 2 nsubj
             offered  offer   VERB  VBD 0 root
             help     help    NOUN  NN  2 obj
             provided provide VERB  VBD 2 advcl
             both     both    DET   DT  6 det
             sides    side    NOUN  NNS 7 nsubj
             shared   share   VERB  VBD 4 conj
             it       it      PRON  PRP 7 obj",
            expect![
                "Oslo/NNP nsubj offered; offer/VBD root -; help/NN obj offered; provide/VBD advcl offered; both/DT det sides; side/NNS nsubj shared; share/VBD ccomp provided; it/PRP obj shared"
            ],
        );
    }

    #[test]
    fn of_two_clauses_that_are_told_the_one_with_if_is_the_condition() {
        check(
            "If     if     SCONJ IN  3 mark
             they   they   PRON  PRP 3 nsubj
             stay   stay   VERB  VBP 9 ccomp
             ,      ,      PUNCT ,   3 punct
             we     we     PRON  PRP 7 nsubj
             will   will   AUX   MD  7 aux
             leave  leave  VERB  VB  9 ccomp
             he     he     PRON  PRP 9 nsubj
             said   say    VERB  VBD 0 root",
            expect![
                "if/IN mark stay; they/PRP nsubj stay; stay/VBP advcl leave; ,/, punct stay; we/PRP nsubj leave; will/MD aux leave; leave/VB ccomp said; he/PRP nsubj said; say/VBD root -"
            ],
        );
    }

    #[test]
    fn a_fronted_should_marks_what_is_told_as_a_condition() {
        check(
            "Should should AUX   MD  3 aux
             they   they   PRON  PRP 3 nsubj
             stay   stay   VERB  VB  6 ccomp
             ,      ,      PUNCT ,   3 punct
             he     he     PRON  PRP 6 nsubj
             said   say    VERB  VBD 0 root
             ,      ,      PUNCT ,   10 punct
             Peru   Peru   PROPN NNP 10 nsubj
             would  would  AUX   MD  10 aux
             act    act    VERB  VB  6 ccomp",
            expect![
                "should/MD aux stay; they/PRP nsubj stay; stay/VB advcl act; ,/, punct stay; he/PRP nsubj said; say/VBD root -; ,/, punct act; Peru/NNP nsubj act; would/MD aux act; act/VB ccomp said"
            ],
        );
    }

    #[test]
    fn who_stands_behind_if_is_its_subject() {
        check(
            "We    we    PRON  PRP 3 nsubj
             will  will  AUX   MD  3 aux
             go    go    VERB  VB  0 root
             if    if    SCONJ IN  7 mark
             the   the   DET   DT  6 det
             Front Front PROPN NNP 3 nsubj
             goes  go    VERB  VBZ 3 advcl",
            expect![
                "we/PRP nsubj go; will/MD aux go; go/VB root -; if/IN mark goes; the/DT det Front; Front/NNP nsubj goes; go/VBZ advcl go"
            ],
        );
    }

    #[test]
    fn who_asks_behind_should_is_no_object() {
        check(
            "Oslo   Oslo   PROPN NNP 3 nsubj
             would  would  AUX   MD  3 aux
             send   send   VERB  VB  0 root
             boats  boat   NOUN  NNS 3 obj
             should should AUX   MD  8 aux
             the    the    DET   DT  7 det
             sides  side   NOUN  NNS 3 obj
             ask    ask    VERB  VB  3 advcl
             .      .      PUNCT .   3 punct",
            expect![
                "Oslo/NNP nsubj send; would/MD aux send; send/VB root -; boat/NNS obj send; should/MD aux ask; the/DT det sides; side/NNS nsubj ask; ask/VB advcl send; ./. punct send"
            ],
        );
    }

    #[test]
    fn a_mark_is_no_verb() {
        check_with_names(
            "We       we      PRON  PRP 2 nsubj
             promised promise VERB  VBD 0 root
             aid      aid     NOUN  NN  2 obj
             provided provide VERB  VBD 6 mark
             Oslo     Oslo    PROPN NNP 6 nsubj
             waits    wait    VERB  VBZ 2 advcl",
            expect![
                "we/PRP nsubj promised; promise/VBD root -; aid/NN obj promised; provided/IN mark waits; Oslo/NNP nsubj waits; wait/VBZ advcl promised"
            ],
        );
    }

    #[test]
    fn a_proviso_has_its_clause() {
        check(
            "Lima     Lima    PROPN NNP 2 nsubj
             offered  offer   VERB  VBD 0 root
             gas      gas     NOUN  NN  2 obj
             provided provide VERB  VBN 2 advcl
             Oslo     Oslo    PROPN NNP 6 nsubj
             leaves   leave   VERB  VBZ 2 advcl",
            expect![
                "Lima/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; provide/VBN advcl offered; Oslo/NNP nsubj leaves; leave/VBZ ccomp provided"
            ],
        );
    }

    #[test]
    fn each_verb_has_its_own_condition() {
        check(
            "Oslo       Oslo     PROPN NNP 2  nsubj
             offered    offer    VERB  VBD 0  root
             gas        gas      NOUN  NN  2  obj
             if         if       SCONJ IN  6  mark
             Lima       Lima     PROPN NNP 6  nsubj
             left       leave    VERB  VBD 2  advcl
             and        and      CCONJ CC  8  cc
             threatened threaten VERB  VBD 2  conj
             war        war      NOUN  NN  8  obj
             if         if       SCONJ IN  12 mark
             it         it       PRON  PRP 12 nsubj
             stayed     stay     VERB  VBD 2  advcl",
            expect![
                "Oslo/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; if/IN mark left; Lima/NNP nsubj left; leave/VBD advcl offered; and/CC cc threatened; threaten/VBD conj offered; war/NN obj threatened; if/IN mark stayed; it/PRP nsubj stayed; stay/VBD advcl threatened"
            ],
        );
        // A verb with a condition of its own is no part of the first condition.
        check(
            "Oslo       Oslo     PROPN NNP 2  nsubj
             offered    offer    VERB  VBD 0  root
             to         to       PART  TO  4  mark
             talk       talk     VERB  VB  2  xcomp
             if         if       SCONJ IN  7  mark
             Lima       Lima     PROPN NNP 7  nsubj
             left       leave    VERB  VBD 4  advcl
             and        and      CCONJ CC  9  cc
             threatened threaten VERB  VBD 7  conj
             to         to       PART  TO  11 mark
             fight      fight    VERB  VB  9  xcomp
             if         if       SCONJ IN  14 mark
             it         it       PRON  PRP 14 nsubj
             stayed     stay     VERB  VBD 11 advcl",
            expect![
                "Oslo/NNP nsubj offered; offer/VBD root -; to/TO mark talk; talk/VB xcomp offered; if/IN mark left; Lima/NNP nsubj left; leave/VBD advcl talk; and/CC cc threatened; threaten/VBD conj offered; to/TO mark fight; fight/VB xcomp threatened; if/IN mark stayed; it/PRP nsubj stayed; stay/VBD advcl fight"
            ],
        );
        // One condition for both stays where it is.
        check(
            "Oslo       Oslo     PROPN NNP 2 nsubj
             moved      move     VERB  VBD 0 root
             guns       gun      NOUN  NNS 2 obj
             and        and      CCONJ CC  5 cc
             threatened threaten VERB  VBD 2 conj
             war        war      NOUN  NN  5 obj
             if         if       SCONJ IN  9 mark
             Lima       Lima     PROPN NNP 9 nsubj
             stayed     stay     VERB  VBD 2 advcl",
            expect![
                "Oslo/NNP nsubj moved; move/VBD root -; gun/NNS obj moved; and/CC cc threatened; threaten/VBD conj moved; war/NN obj threatened; if/IN mark stayed; Lima/NNP nsubj stayed; stay/VBD advcl moved"
            ],
        );
    }

    #[test]
    fn who_demands_that_they_leave_threatens() {
        check(
            "Oslo       Oslo     PROPN NNP 2 nsubj
             demanded   demand   VERB  VBD 0 root
             that       that     SCONJ IN  5 mark
             Lima       Lima     PROPN NNP 5 nsubj
             leave      leave    VERB  VBP 2 ccomp
             and        and      CCONJ CC  7 cc
             threatened threaten VERB  VBD 5 conj
             war        war      NOUN  NN  7 obj",
            expect![
                "Oslo/NNP nsubj demanded; demand/VBD root -; that/IN mark leave; Lima/NNP nsubj leave; leave/VBP ccomp demanded; and/CC cc threatened; threaten/VBD conj demanded; war/NN obj threatened"
            ],
        );
        // What they are to do, they do both.
        check(
            "Oslo     Oslo   PROPN NNP 2 nsubj
             demanded demand VERB  VBD 0 root
             that     that   SCONJ IN  5 mark
             Lima     Lima   PROPN NNP 5 nsubj
             leave    leave  VERB  VBP 2 ccomp
             and      and    CCONJ CC  7 cc
             pay      pay    VERB  VBP 5 conj",
            expect![
                "Oslo/NNP nsubj demanded; demand/VBD root -; that/IN mark leave; Lima/NNP nsubj leave; leave/VBP ccomp demanded; and/CC cc pay; pay/VBP conj leave"
            ],
        );
    }

    #[test]
    fn a_condition_before_and_is_of_the_first_clause() {
        check(
            "Chile    Chile   PROPN NNP 2 nsubj
             offered  offer   VERB  VBD 0 root
             gas      gas     NOUN  NN  2 obj
             if       if      SCONJ IN  6 mark
             they     they    PRON  PRP 6 nsubj
             leave    leave   VERB  VBP 10 advcl
             ,        ,       PUNCT ,   10 punct
             and      and     CCONJ CC  10 cc
             Peru     Peru    PROPN NNP 10 nsubj
             promised promise VERB  VBD 2 conj
             oil      oil     NOUN  NN  10 obj",
            expect![
                "Chile/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; if/IN mark leave; they/PRP nsubj leave; leave/VBP advcl offered; ,/, punct promised; and/CC cc promised; Peru/NNP nsubj promised; promise/VBD conj offered; oil/NN obj promised"
            ],
        );
        // A condition behind "and" is of what follows.
        check(
            "Chile    Chile   PROPN NNP 2 nsubj
             offered  offer   VERB  VBD 0 root
             gas      gas     NOUN  NN  2 obj
             and      and     CCONJ CC  9 cc
             if       if      SCONJ IN  7 mark
             they     they    PRON  PRP 7 nsubj
             leave    leave   VERB  VBP 9 advcl
             Peru     Peru    PROPN NNP 9 nsubj
             promised promise VERB  VBD 2 conj
             oil      oil     NOUN  NN  9 obj",
            expect![
                "Chile/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; and/CC cc promised; if/IN mark leave; they/PRP nsubj leave; leave/VBP advcl promised; Peru/NNP nsubj promised; promise/VBD conj offered; oil/NN obj promised"
            ],
        );
    }

    #[test]
    fn a_noun_before_the_mark_of_a_clause_is_outside_it() {
        check(
            "Oslo       Oslo     PROPN NNP 2 nsubj
             threatened threaten VERB  VBD 0 root
             Lima       Lima     PROPN NNP 2 obj
             with       with     ADP   IN  5 case
             sanctions  sanction NOUN  NNS 8 obj
             unless     unless   SCONJ IN  8 mark
             it         it       PRON  PRP 8 nsubj
             leaves     leave    VERB  VBZ 2 advcl",
            expect![[
                "Oslo/NNP nsubj threatened; threaten/VBD root -; Lima/NNP obj threatened; with/IN case sanctions; sanction/NNS obl threatened; unless/IN mark leaves; it/PRP nsubj leaves; leave/VBZ advcl threatened"
            ]],
        );
    }

    #[test]
    fn who_stands_between_when_and_met_met() {
        check_with_names(
            "When        when        ADV   WRB 13 advmod
             Premier     Premier     PROPN NNP 12 nsubj
             Ana         Ana         PROPN NNP 2  flat
             Ruiz        Ruiz        PROPN NNP 2  flat
             and         and         CCONJ CC  7  cc
             her         her         PRON  PRP$ 7 nmod:poss
             counterpart counterpart NOUN  NN  2  conj
             met         meet        VERB  VBD 12 advcl
             in          in          ADP   IN  10 case
             Lima        Lima        PROPN NNP 8  obl
             nobody      nobody      PRON  NN  12 nsubj
             spoke       speak       VERB  VBD 0  root
             there       there       ADV   RB  12 advmod",
            expect![
                "when/WRB advmod met; Premier/NNP nmod:desc Ana; Ana/NNP nsubj met; Ruiz/NNP flat Ana; and/CC cc counterpart; her/PRP$ nmod:poss counterpart; counterpart/NN conj Ana; meet/VBD advcl spoke; in/IN case Lima; Lima/NNP obl met; nobody/NN nsubj spoke; speak/VBD root -; there/RB advmod spoke"
            ],
        );
    }

    #[test]
    fn neither_of_those_who_met_spoke() {
        check(
            "When    when    ADV   WRB 8 advmod
             they    they    PRON  PRP 8 nsubj
             met     meet    VERB  VBD 8 advcl
             in      in      ADP   IN  5 case
             Oslo    Oslo    PROPN NNP 3 obl
             ,       ,       PUNCT ,   3 punct
             neither neither DET   DT  8 advmod
             spoke   speak   VERB  VBD 0 root",
            expect![
                "when/WRB advmod met; they/PRP nsubj met; meet/VBD advcl spoke; in/IN case Oslo; Oslo/NNP obl met; ,/, punct met; neither/DT nsubj spoke; speak/VBD root -"
            ],
        );
    }
}
