//! Verbs of saying and who says it. "They will hold talks on Monday, the ministry announced.", with the ministry hung
//! somewhere in what is said: it announced.

use super::sentence::Sentence;
use demarche_lexicon::cues::Frame;

/// "Oslo [a verb of another language], that they wait", with the verb read as a part of the name: who stands before it says what
/// stands behind it.
pub(super) fn left_verb(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        let form = sentence.form(verb);
        let foreign = form.chars().all(|c| c.is_lowercase() && !c.is_ascii());
        let that = (verb + 1..sentence.words.end).take(2).find(|&w| sentence.form(w) == "that");
        let name = verb - 1;
        let Some(that) = that.filter(|_| foreign && sentence.hangs(verb, name)) else {
            continue;
        };
        let Some(clause) = sentence.head_behind(that) else { continue };
        if sentence[name].upos != "PROPN" || sentence.head_of(clause) != Some(name) {
            continue;
        }
        sentence.take_place(verb, name);
        sentence.retag(verb, "X", "FW");
        sentence.hand_over(name, verb, |w| w > verb);
        sentence.attach(name, verb, "nsubj");
        sentence[clause].deprel = "ccomp";
    }
}

/// "Berg to hold talks in Lima, his office said.": read as two who say it, of whom the first is to do what is said.
pub(super) fn to_come(sentence: &mut Sentence) {
    for said in sentence.words.clone() {
        if sentence[said].xpos != "VBD" || !sentence.says(said) {
            continue;
        }
        let subjects: Vec<usize> = sentence.related(said, "nsubj").filter(|&s| s < said).collect();
        let [doer, teller] = subjects[..] else { continue };
        let act = {
            let mut below = sentence.related(said, "xcomp").chain(sentence.related(doer, "acl"));
            below.find(|&x| doer < x && x < teller)
        };
        let Some(act) = act else { continue };
        let marked = sentence.related(act, "mark").any(|m| sentence[m].xpos == "TO" && m + 1 == act);
        let parted = (act..teller).any(|w| sentence.is_comma(w));
        if marked && parted {
            sentence.attach(act, said, "ccomp");
            sentence.hang(doer, act);
        }
    }
}

/// "As a result two were hurt, the ministry informed.", read as "while two were hurt": a finite clause without a conjunction
/// before a comma, who says it and the verb of saying is what is said.
pub(super) fn told_first(sentence: &mut Sentence) {
    for said in sentence.words.clone() {
        let word = &sentence[said];
        if word.xpos != "VBD" || word.head.is_some() || !sentence.says(said) {
            continue;
        }
        let Some(teller) = sentence.related(said, "nsubj").filter(|&s| s < said).last() else {
            continue;
        };
        let full = sentence.has_complement(said);
        // "As a result two were hurt", with the hurting hung from the result.
        let below =
            sentence.related(said, "obl").flat_map(|o| sentence.related(o, "acl").filter(move |&c| c > o));
        let clauses: Vec<usize> =
            sentence.related(said, "advcl").chain(below).filter(|&c| c < teller).collect();
        let clause = clauses.into_iter().last().filter(|&c| {
            let own = |r: &str| sentence.has(c, r);
            let parted = (c..teller).any(|w| sentence.is_comma(w));
            let asks = |m: usize| matches!(sentence[m].xpos, "WRB" | "WDT" | "WP" | "WP$");
            let bound = own("mark") || sentence.children(c).any(asks);
            !full && (own("nsubj") || own("nsubj:pass")) && !bound && parted
        });
        let Some(clause) = clause else { continue };
        sentence.attach(clause, said, "ccomp");
        // What opens the clause was read as the verb's.
        sentence.hand_over(said, clause, |w| w < clause);
    }
}

/// "and the ministry demands from Lima the release": a verb in "-s" behind its subject, read as a plural noun that yet has an
/// object. The noun before it is its subject, and it goes on with the verb of the clause before.
pub(super) fn verbal(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        let word = &sentence[verb];
        let object = sentence.related(verb, "obj").find(|&o| o > verb);
        let known = word.upos == "NOUN" && word.xpos == "NNS" && sentence.says(verb);
        let (Some(_), true) = (object, known) else { continue };
        let before = sentence.children(verb).filter(|&w| {
            w < verb && sentence.nominal(w) && matches!(sentence[w].deprel, "compound" | "nmod" | "nmod:desc")
        });
        let Some(subject) = before.last() else { continue };
        let above = sentence.up_from(verb).skip(1).take(6).find(|&h| sentence.is_verb(h));
        for w in sentence.children(verb).collect::<Vec<_>>() {
            let own = w < subject && !matches!(sentence[w].deprel, "cc" | "punct");
            let cased = sentence.has(w, "case");
            if own {
                sentence.hang(w, subject);
            } else if w > verb && sentence[w].deprel == "nmod" && cased {
                sentence[w].deprel = "obl";
            }
        }
        sentence[subject].deprel = "nsubj";
        sentence.retag(verb, "VERB", "VBZ");
        if sentence[verb].deprel == "conj"
            && let Some(above) = above.filter(|&a| a < subject)
        {
            sentence.hang(verb, above);
        }
    }
}

/// "The answer will follow, has warned the minister.", "..., informed the embassy.": of a verb of saying behind what is said and
/// a comma, with nobody before it, the only noun behind it is who says it, as translations have it.
pub(super) fn said_behind(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(2) {
        let Some(cue) = sentence.lexicon.cues.verb(&sentence[verb].lemma) else { continue };
        let perfect = sentence[verb].xpos == "VBN" && sentence[verb - 1].lemma == "have";
        let has = if perfect { verb - 1 } else { verb };
        let after = matches!(sentence[verb].xpos, "VBD" | "VBN")
            && sentence.related(verb, "aux").all(|a| perfect && a == verb - 1)
            && sentence[has - 1].upos == "PUNCT";
        // "..., communicated the ministry", read as going on with the sentence.
        let bare = cue.takes(Frame::Object).is_none() && cue.takes(Frame::That).is_some();
        let joined = sentence.head_of(verb).filter(|&c| {
            c < verb
                && bare
                && sentence[c].head.is_none()
                && matches!(sentence[verb].deprel, "conj" | "parataxis" | "advcl")
                && sentence
                    .children(verb)
                    .all(|w| !matches!(sentence[w].deprel, "cc" | "mark" | "ccomp" | "xcomp"))
        });
        let said = || joined.is_some() || sentence.related(verb, "ccomp").any(|c| c < has);
        let nobody = || !sentence.has(verb, "nsubj");
        if !(after && said() && nobody()) {
            continue;
        }
        let object = |&w: &usize| w > verb && matches!(sentence[w].deprel, "obj" | "iobj");
        let objects: Vec<usize> = sentence.children(verb).filter(object).collect();
        let [only] = objects[..] else { continue };
        sentence[only].deprel = "nsubj";
        if let Some(clause) = joined {
            (sentence[verb].head, sentence[verb].deprel) = (None, "root");
            sentence.attach(clause, verb, "ccomp");
        }
    }
}

/// "They will hold talks on Monday, the ministry announced.", with the ministry hung somewhere in what is said: what stands
/// between the last comma and a verb of saying without a subject is who says it.
pub(super) fn said_after(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(3) {
        let says = matches!(sentence[verb].xpos, "VBD" | "VBZ" | "VBP") && sentence.says(verb);
        if !says || sentence.has_subject(verb) {
            continue;
        }
        let Some(said) = sentence.related(verb, "ccomp").find(|&c| c < verb) else { continue };
        let comma = (said..verb).rev().find(|&w| sentence.is_comma(w));
        let Some(first) = comma.map(|comma| comma + 1).filter(|first| *first < verb) else { continue };
        // The one word there that hangs from outside.
        let outside = |w: &usize| sentence.head_of(*w).is_none_or(|h| !(first..verb).contains(&h));
        let tops: Vec<usize> = (first..verb).filter(outside).collect();
        if let [who] = tops[..]
            && sentence.nominal(who)
            && !sentence.has(who, "case")
            && sentence.below(who, said)
        {
            sentence.attach(who, verb, "nsubj");
        }
    }
}

/// "Oslo, he told them, would wait", with Oslo taken for a second subject of "told": what a comma parts from who says it is the
/// subject of what is said.
pub(super) fn said_amid(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(3) {
        if !sentence.says(verb) {
            continue;
        }
        let subjects: Vec<usize> = sentence.related(verb, "nsubj").filter(|&s| s < verb).collect();
        let [first, who] = subjects[..] else { continue };
        let comma = |w: usize| sentence.is_comma(w);
        let apart = (first + 1..who).any(comma) && sentence[who].upos == "PRON" && who + 1 == verb;
        let said = sentence.related(verb, "ccomp").find(|&c| c > verb);
        let Some(said) = said.filter(|_| apart) else { continue };
        let own = sentence.has(said, "nsubj");
        let opens =
            sentence.related(said, "aux").next().is_some_and(|a| a > verb && a < said && comma(a - 1));
        if !own && opens {
            sentence.hang(first, said);
        }
    }
}

/// "..., local media report.": at the end of a sentence, behind a comma, what the parse takes for a noun beside the sentence is a
/// verb of saying and the noun before it who says so.
pub(super) fn reports(sentence: &mut Sentence) {
    let Some(verb) = sentence.words.clone().rev().find(|&w| sentence[w].upos != "PUNCT") else { return };
    let word = &sentence[verb];
    let said = word.upos == "NOUN" && word.xpos == "NN" && word.deprel == "parataxis" && sentence.says(verb);
    let who = verb.checked_sub(1).filter(|&w| {
        sentence.words.contains(&w)
            && sentence[w].deprel == "compound"
            && sentence.hangs(w, verb)
            && sentence[w].upos == "NOUN"
    });
    let Some(who) = who.filter(|_| said) else { return };
    let own: Vec<usize> =
        sentence.children(verb).filter(|&c| c < who && sentence[c].upos != "PUNCT").collect();
    let first = own.iter().copied().min().unwrap_or(who);
    if !sentence.comma_before(first) {
        return;
    }
    let above = sentence[verb].head.map(|h| h as usize).filter(|&h| h < verb);
    for c in own {
        sentence.hang(c, who);
    }
    sentence[who].deprel = "nsubj";
    sentence.retag(verb, "VERB", "VBP");
    // What is reported hangs from the reporting, as it does where the parse knows the verb.
    if let Some(clause) = above.filter(|&c| sentence[c].head.is_none()) {
        sentence[verb].head = None;
        sentence[verb].deprel = "root";
        sentence.attach(clause, verb, "ccomp");
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn a_verb_of_another_language_says_what_is_behind_it() {
        check_with_names(
            "Oslo   Oslo   PROPN NNP 0 root
             думает думает PROPN NNP 1 flat
             ,      ,      PUNCT ,   6 punct
             that   that   SCONJ IN  6 mark
             Lima   Lima   PROPN NNP 6 nsubj
             waits  wait   VERB  VBZ 1 parataxis",
            expect![
                "Oslo/NNP nsubj думает; думает/FW root -; ,/, punct waits; that/IN mark waits; Lima/NNP nsubj waits; wait/VBZ ccomp думает"
            ],
        );
    }

    #[test]
    fn one_is_to_do_what_another_says() {
        check(
            "Berg   Berg   PROPN NNP 8 nsubj
             to     to     PART  TO  3 mark
             visit  visit  VERB  VB  8 xcomp
             Lima   Lima   PROPN NNP 3 obj
             ,      ,      PUNCT ,   3 punct
             his    his    PRON  PRP$ 7 nmod:poss
             office office NOUN  NN  8 nsubj
             said   say    VERB  VBD 0 root
             .      .      PUNCT .   8 punct",
            expect![
                "Berg/NNP nsubj visit; to/TO mark visit; visit/VB ccomp said; Lima/NNP obj visit; ,/, punct visit; his/PRP$ nmod:poss office; office/NN nsubj said; say/VBD root -; ./. punct said"
            ],
        );
    }

    #[test]
    fn what_stands_before_who_says_it_is_said() {
        check(
            "As     as     ADP   IN  3 case
             a      a      DET   DT  3 det
             result result NOUN  NN  11 obl
             two    two    NUM   CD  6 nsubj:pass
             were   be     AUX   VBD 6 aux:pass
             hurt   hurt   VERB  VBN 11 advcl
             ,      ,      PUNCT ,   6 punct
             the    the    DET   DT  10 det
             home   home   NOUN  NN  10 compound
             office office NOUN  NN  11 nsubj
             said   say    VERB  VBD 0 root
             .      .      PUNCT .   11 punct",
            expect![
                "as/IN case result; a/DT det result; result/NN obl hurt; two/CD nsubj:pass hurt; be/VBD aux:pass hurt; hurt/VBN ccomp said; ,/, punct hurt; the/DT det office; home/NN compound office; office/NN nsubj said; say/VBD root -; ./. punct said"
            ],
        );
        // "When they came, he said so" is not what he said.
        check(
            "When when ADV   WRB 3 advmod
             they they PRON  PRP 3 nsubj
             came come VERB  VBD 6 advcl
             ,    ,    PUNCT ,   3 punct
             Ruiz Ruiz PROPN NNP 6 nsubj
             said say  VERB  VBD 0 root
             so   so   ADV   RB  6 advmod",
            expect![
                "when/WRB advmod came; they/PRP nsubj came; come/VBD advcl said; ,/, punct came; Ruiz/NNP nsubj said; say/VBD root -; so/RB advmod said"
            ],
        );
    }

    #[test]
    fn a_verb_with_an_object_is_no_plural() {
        check(
            "Oslo     Oslo     PROPN NNP 2 nsubj
             moved    move     VERB  VBD 0 root
             ships    ship     NOUN  NNS 2 obj
             ,        ,        PUNCT ,   7 punct
             and      and      CCONJ CC  7 cc
             Lima     Lima     PROPN NNP 7 compound
             demands  demand   NOUN  NNS 3 conj
             from     from     ADP   IN  9 case
             Quito    Quito    PROPN NNP 7 nmod
             the      the      DET   DT  11 det
             release  release  NOUN  NN  7 obj",
            expect![
                "Oslo/NNP nsubj moved; move/VBD root -; ship/NNS obj moved; ,/, punct demands; and/CC cc demands; Lima/NNP nsubj demands; demand/VBZ conj moved; from/IN case Quito; Quito/NNP obl demands; the/DT det release; release/NN obj demands"
            ],
        );
    }

    #[test]
    fn who_stands_behind_has_said_says_it() {
        check(
            "The      the      DET   DT  2 det
             answer   answer   NOUN  NN  4 nsubj
             will     will     AUX   MD  4 aux
             follow   follow   VERB  VB  7 ccomp
             ,        ,        PUNCT ,   4 punct
             has      have     AUX   VBZ 7 aux
             warned   warn     VERB  VBN 0 root
             the      the      DET   DT  9 det
             minister minister NOUN  NN  7 iobj
             .        .        PUNCT .   7 punct",
            expect![
                "the/DT det answer; answer/NN nsubj follow; will/MD aux follow; follow/VB ccomp warned; ,/, punct follow; have/VBZ aux warned; warn/VBN root -; the/DT det minister; minister/NN nsubj warned; ./. punct warned"
            ],
        );
        // With somebody before it, who stands behind is told it.
        check(
            "They     they     PRON  PRP 3 nsubj
             will     will     AUX   MD  3 aux
             act      act      VERB  VB  7 ccomp
             ,        ,        PUNCT ,   3 punct
             Oslo     Oslo     PROPN NNP 7 nsubj
             has      have     AUX   VBZ 7 aux
             warned   warn     VERB  VBN 0 root
             the      the      DET   DT  9 det
             minister minister NOUN  NN  7 iobj
             .        .        PUNCT .   7 punct",
            expect![
                "they/PRP nsubj act; will/MD aux act; act/VB ccomp warned; ,/, punct act; Oslo/NNP nsubj warned; have/VBZ aux warned; warn/VBN root -; the/DT det minister; minister/NN iobj warned; ./. punct warned"
            ],
        );
    }

    #[test]
    fn who_stands_behind_a_verb_of_saying_and_a_comma_says_it() {
        check(
            "They         they        PRON  PRP 3 nsubj
             will         will        AUX   MD  3 aux
             act          act         VERB  VB  0 root
             ,            ,           PUNCT ,   5 punct
             communicated communicate VERB  VBD 3 conj
             the          the         DET   DT  7 det
             embassy      embassy     NOUN  NN  5 obj",
            expect![
                "they/PRP nsubj act; will/MD aux act; act/VB ccomp communicated; ,/, punct communicated; communicate/VBD root -; the/DT det embassy; embassy/NN nsubj communicated"
            ],
        );
        // Whom somebody accuses does not accuse.
        check(
            "Oslo    Oslo   PROPN NNP 2 nsubj
             waits   wait   VERB  VBZ 0 root
             ,       ,      PUNCT ,   4 punct
             accused accuse VERB  VBD 2 conj
             Lima    Lima   PROPN NNP 4 obj",
            expect![
                "Oslo/NNP nsubj waits; wait/VBZ root -; ,/, punct accused; accuse/VBD conj waits; Lima/NNP obj accused"
            ],
        );
    }

    #[test]
    fn who_informed_behind_what_is_said_is_its_source() {
        check(
            "The      the      DET   DT  2 det
             office   office   NOUN  NN  5 nsubj
             will     will     AUX   MD  5 aux
             be       be       AUX   VB  5 aux:pass
             closed   close    VERB  VBN 7 ccomp
             ,        ,        PUNCT ,   5 punct
             informed inform   VERB  VBN 0 root
             the      the      DET   DT  9 det
             embassy  embassy  NOUN  NN  7 iobj
             .        .        PUNCT .   7 punct",
            expect![
                "the/DT det office; office/NN nsubj closed; will/MD aux closed; be/VB aux:pass closed; close/VBN ccomp informed; ,/, punct closed; inform/VBN root -; the/DT det embassy; embassy/NN nsubj informed; ./. punct informed"
            ],
        );
    }

    #[test]
    fn who_stands_before_a_verb_of_saying_says_it() {
        check(
            "Envoys    envoy    NOUN  NNS 3 nsubj
             will      will     AUX   MD  3 aux
             hold      hold     VERB  VB  8 ccomp
             talks     talk     NOUN  NNS 3 obj
             ,         ,        PUNCT ,   3 punct
             the       the      DET   DT  7 det
             ministry  ministry NOUN  NN  3 obj
             announced announce VERB  VBD 0 root",
            expect![
                "envoy/NNS nsubj hold; will/MD aux hold; hold/VB ccomp announced; talk/NNS obj hold; ,/, punct hold; the/DT det ministry; ministry/NN nsubj announced; announce/VBD root -"
            ],
        );
        // With a preposition it is no subject.
        check(
            "Envoys    envoy    NOUN  NNS 3 nsubj
             will      will     AUX   MD  3 aux
             meet      meet     VERB  VB  7 ccomp
             ,         ,        PUNCT ,   3 punct
             in        in       ADP   IN  6 case
             Lima      Lima     PROPN NNP 3 obl
             announced announce VERB  VBD 0 root",
            expect![
                "envoy/NNS nsubj meet; will/MD aux meet; meet/VB ccomp announced; ,/, punct meet; in/IN case Lima; Lima/NNP obl meet; announce/VBD root -"
            ],
        );
    }

    #[test]
    fn who_is_parted_from_what_he_does_by_who_says_it() {
        check(
            "Peru   Peru   PROPN NNP 4 nsubj
             ,      ,      PUNCT ,   1 punct
             he     he     PRON  PRP 4 nsubj
             told   tell   VERB  VBD 0 root
             them   they   PRON  PRP 4 iobj
             ,      ,      PUNCT ,   8 punct
             would  would  AUX   MD  8 aux
             wait   wait   VERB  VB  4 ccomp
             .      .      PUNCT .   4 punct",
            expect![
                "Peru/NNP nsubj wait; ,/, punct Peru; he/PRP nsubj told; tell/VBD root -; they/PRP iobj told; ,/, punct wait; would/MD aux wait; wait/VB ccomp told; ./. punct told"
            ],
        );
    }

    #[test]
    fn media_report_at_the_end_of_a_sentence() {
        check(
            "Oslo   Oslo   PROPN NNP 2 nsubj
             waited wait   VERB  VBD 0 root
             ,      ,      PUNCT ,   6 punct
             local  local  ADJ   JJ  6 amod
             media  media  NOUN  NN  6 compound
             report report NOUN  NN  2 parataxis
             .      .      PUNCT .   2 punct",
            expect![
                "Oslo/NNP nsubj waited; wait/VBD ccomp report; ,/, punct report; local/JJ amod media; media/NN nsubj report; report/VBP root -; ./. punct waited"
            ],
        );
    }

    #[test]
    fn what_hangs_from_a_noun_before_who_says_it_is_said() {
        check_with_names(
            "Berg     Berg     PROPN NNP 7 nsubj
             to       to       PART  TO  3 mark
             visit    visit    VERB  VB  1 acl
             Oslo     Oslo     PROPN NNP 3 obj
             ,        ,        PUNCT ,   1 punct
             aides    aide     NOUN  NNS 7 nsubj
             said     say      VERB  VBD 0 root",
            expect![
                "Berg/NNP nsubj visit; to/TO mark visit; visit/VB ccomp said; Oslo/NNP obj visit; ,/, punct Berg; aide/NNS nsubj said; say/VBD root -"
            ],
        );
        check_with_names(
            "As       as       ADP   IN  3 case
             a        a        DET   DT  3 det
             result   result   NOUN  NN  9 obl
             two      two      NUM   CD  6 nsubj:pass
             were     be       AUX   VBD 6 aux:pass
             hurt     hurt     VERB  VBN 3 acl
             ,        ,        PUNCT ,   3 punct
             Oslo     Oslo     PROPN NNP 9 nsubj
             said     say      VERB  VBD 0 root",
            expect![
                "as/IN case result; a/DT det result; result/NN obl hurt; two/CD nsubj:pass hurt; be/VBD aux:pass hurt; hurt/VBN ccomp said; ,/, punct result; Oslo/NNP nsubj said; say/VBD root -"
            ],
        );
    }
}
