//! What is said, and where it ends. "demanded in a resolution that they leave": what "that" begins is what was demanded, not
//! what the resolution is.

use super::sentence::Sentence;
use demarche_lexicon::cues::Frame;

/// "They will hold talks, Oslo said, waving aside protests", with the waving hung below what is said: what stands behind the
/// saying goes with it.
pub(super) fn besides_saying(sentence: &mut Sentence) {
    for clause in sentence.words.clone() {
        let word = &sentence[clause];
        let loose = word.deprel == "advcl" && word.xpos == "VBG" && clause > sentence.words.start;
        let bare = || !sentence.has(clause, "mark") && !sentence.has(clause, "nsubj");
        let Some(told) = sentence.head_before(clause).filter(|_| loose && bare()) else { continue };
        let Some(said) = sentence.head_of(told).filter(|&s| told < s && s < clause) else { continue };
        let says = sentence[told].deprel == "ccomp"
            && sentence[said].xpos == "VBD"
            && sentence.says(said)
            && sentence.has(said, "nsubj");
        if says && sentence.comma_before(clause) {
            sentence.hang(clause, said);
        }
    }
}

/// "The deadline for Lima to leave expires today, the court said", with the deadline read as a second one who says: the subject of the
/// verb without one that stands between is what is said.
pub(super) fn first_of_two_subjects(sentence: &mut Sentence) {
    for said in sentence.words.clone() {
        if !sentence.says(said) || !sentence.is_tensed(said) {
            continue;
        }
        let subjects: Vec<usize> = sentence.related(said, "nsubj").filter(|&s| s < said).take(2).collect();
        let &[first, who] = subjects.as_slice() else { continue };
        let free = |v: &usize| {
            let relative =
                |w: usize| sentence[w].xpos == "WDT" || sentence[w].xpos == "WP" || sentence[w].xpos == "WRB";
            let marked = sentence.related(*v, "mark").any(|m| m < *v);
            sentence.is_finite(*v, first)
                && !sentence.has_subject(*v)
                && !marked
                && !sentence.children(*v).any(relative)
                && (sentence.below(*v, first) || sentence.hangs(*v, said))
        };
        let Some(verb) = (first + 1..who).find(free) else { continue };
        if !sentence.comma_before(sentence.first_of(who)) {
            continue;
        }
        sentence.attach(first, verb, "nsubj");
        sentence.attach(verb, said, "ccomp");
        // What hung behind the verb from the subject hangs from the verb.
        sentence.hand_over(first, verb, |w| w > verb);
    }
}

/// "declared that it could not agree, but *that it was ready* to talk", with the second hung from the declaring: it is declared as the
/// first is.
pub(super) fn said_as_well(sentence: &mut Sentence) {
    for second in sentence.words.clone() {
        if sentence[second].deprel != "conj" || !sentence.has_word(second, "mark", &["that"]) {
            continue;
        }
        let Some(saying) = sentence.head_before(second).filter(|&s| sentence.is_verb(s)) else { continue };
        let first = sentence.related(saying, "ccomp").find(|&c| saying < c && c < second);
        let own = sentence.has_subject(second) && sentence.cc_before(second).is_some();
        if let Some(first) = first.filter(|_| own) {
            sentence.hang(second, first);
        }
    }
}

/// "said any ship that came near *would be boarded*", with the boarding read as a second clause about the ship: what is said has the ship for its
/// subject.
pub(super) fn said_of_it(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        if !sentence[verb].deprel.starts_with("acl")
            || !sentence.is_helped(verb)
            || sentence.has_subject(verb)
        {
            continue;
        }
        let Some(noun) = sentence.head_before(verb).filter(|&n| sentence[n].deprel == "obj") else {
            continue;
        };
        let says = |s: &usize| sentence.says(*s) && sentence.is_tensed(*s) && sentence.takes(*s, Frame::That);
        let Some(saying) = sentence.head_before(noun).filter(says) else { continue };
        let between = sentence
            .children(noun)
            .any(|c| noun < c && c < verb && sentence[c].deprel.starts_with("acl") && sentence.is_verb(c));
        let relative = sentence.children(verb).any(|w| matches!(sentence[w].xpos, "WDT" | "WP" | "WRB"));
        let will = sentence
            .related(verb, "aux")
            .any(|a| a < verb && sentence.is_tensed(a) || sentence[a].xpos == "MD");
        let told = sentence.has(saying, "ccomp") || sentence.has(saying, "xcomp");
        if between && will && !relative && !told {
            let subject = if sentence.passive(verb) { "nsubj:pass" } else { "nsubj" };
            sentence.attach(verb, saying, "ccomp");
            sentence.attach(noun, verb, subject);
        }
    }
}

/// "will meet on Friday, *Lima having offered* to host": who stands before "having" and a participle does it, whatever the name was hung from;
/// the participle goes with the clause before.
pub(super) fn having_done(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(2) {
        let having = verb - 1;
        if sentence[verb].xpos != "VBN" || sentence[having].lemma != "have" || sentence[having].xpos != "VBG"
        {
            continue;
        }
        let Some(who) = having.checked_sub(1).filter(|&w| sentence.words.contains(&w) && sentence.nominal(w))
        else {
            continue;
        };
        let who = match sentence.head_of(who) {
            Some(h) if h < who && sentence[who].deprel == "flat" => h,
            _ => who,
        };
        // Its first word, without the comma that a parse may hang below it.
        let first = (sentence.words.start..=who)
            .rev()
            .take_while(|&w| sentence.below(w, who) && !sentence.is_comma(w));
        let first = first.last().unwrap_or(who);
        let heads = sentence.below(verb, who) && sentence[who].deprel == "root";
        if sentence.has_subject(verb) || !sentence.comma_before(first) || heads {
            continue;
        }
        let clause = (sentence.words.start..first).rev().find(|&v| {
            sentence.is_verb(v) && (sentence.is_tensed(v) || sentence.is_helped(v)) && !sentence.below(v, who)
        });
        if let Some(clause) = clause {
            sentence.attach(who, verb, "nsubj");
            sentence.attach(verb, clause, "advcl");
        }
    }
}

/// "underlining at the same time that they stay": what "that" begins is what the verb says, not of the time.
pub(super) fn at_the_time(sentence: &mut Sentence) {
    for clause in sentence.words.clone() {
        if !sentence[clause].deprel.starts_with("acl") || !sentence.is_verb(clause) {
            continue;
        }
        let Some(noun) = sentence.head_before(clause) else { continue };
        let Some(verb) = sentence.head_before(noun) else { continue };
        let that = noun + 1;
        let same = sentence[noun].lemma == "time"
            && sentence[noun].deprel == "obl"
            && sentence.has_word(noun, "amod", &["same"]);
        let full = sentence.has_complement(verb);
        let says = sentence.says(verb);
        if same && says && !full && sentence.reads(that, "that") {
            sentence.attach(clause, verb, "ccomp");
            sentence[that].deprel = "mark";
        }
    }
}

/// "…, the court said, *underlining that* it waits", with the gerund read as a conjunction or hung from what is said: who says the
/// one says the other.
pub(super) fn adds(sentence: &mut Sentence) {
    for gerund in sentence.words.clone().skip(1) {
        let word = &sentence[gerund];
        if word.xpos != "VBG" || !sentence.comma_before(gerund) || !sentence.takes(gerund, Frame::That) {
            continue;
        }
        // "considering that", "assuming that" bind clauses.
        if sentence.lexicon.grammar.is("gerund-conjunction", &word.lemma) {
            continue;
        }
        let that = sentence.reads(gerund + 1, "that");
        let Some(head) = sentence.head_of(gerund) else { continue };
        if word.deprel == "mark" && that && head > gerund {
            let Some(above) = sentence.head_of(head).filter(|&a| a < gerund) else { continue };
            sentence[gerund].upos = "VERB";
            sentence.attach(gerund, above, "advcl");
            sentence.attach(head, gerund, "ccomp");
        }
        if sentence[gerund].deprel == "advcl" {
            let Some(above) = sentence.head_before(gerund) else { continue };
            let said = sentence.related(above, "parataxis").filter(|&p| p < gerund).last();
            let speaks = |p: usize| {
                sentence.says(p) && sentence.has(p, "nsubj") && !(p + 1..gerund).any(|w| sentence.is_verb(w))
            };
            if let Some(said) = said.filter(|&p| speaks(p)) {
                sentence.hang(gerund, said);
            }
        }
    }
}

/// "demanded in a resolution that they leave": what "that" begins is what the verb says, not what the resolution is.
pub(super) fn said_in(sentence: &mut Sentence) {
    for clause in sentence.words.clone() {
        if sentence[clause].deprel != "acl" || !sentence.is_verb(clause) {
            continue;
        }
        let Some(noun) = sentence.head_before(clause) else { continue };
        let Some(verb) = sentence.head_before(noun) else { continue };
        let that = sentence.related(clause, "mark").find(|&m| sentence[m].lemma == "that");
        let own = sentence.has(clause, "nsubj");
        let within = sentence[noun].deprel == "obl" && sentence.has_word(noun, "case", &["in"]);
        let says = sentence.is_verb(verb) && sentence.says(verb) && !sentence.has_complement(verb);
        if that == Some(noun + 1) && own && within && says {
            sentence.attach(clause, verb, "ccomp");
        }
    }
}

/// "said that Oslo must act, and if it does, Lima will pay": the second clause, joined to the verb of saying, goes on with
/// what is said, where its condition comes first or it stands in the future as the past has it ("Lima would pay").
pub(super) fn goes_on(sentence: &mut Sentence) {
    for clause in sentence.words.clone() {
        if sentence[clause].deprel != "conj" || !sentence.is_verb(clause) {
            continue;
        }
        let Some(verb) = sentence.head_before(clause) else { continue };
        let says = sentence[verb].xpos == "VBD" && sentence.says(verb);
        let said = sentence.related(verb, "ccomp").find(|&c| c > verb && c < clause);
        let and = sentence.cc_before(clause);
        let (Some(said), Some(and)) = (said.filter(|_| says), and) else { continue };
        let helped = |by: &str| sentence.related(clause, "aux").any(|a| sentence[a].lemma == by);
        let marked = |c: usize| sentence.has_word(c, "mark", &["if", "unless", "once", "when"]);
        let first = sentence.related(clause, "advcl").any(|c| c > and && c < clause && marked(c));
        let doer = sentence.related(clause, "nsubj").any(|s| s > and && s < clause);
        if and > said && doer && (first && helped("will") || helped("would")) {
            sentence.hang(clause, said);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::check;
    use expect_test::expect;

    #[test]
    fn of_two_who_say_the_first_is_spoken_of() {
        check(
            "The      the      DET   DT  2  det
             deadline deadline NOUN  NN  9  nsubj
             expires  expire   VERB  VBZ 2  advcl
             at       at       ADP   IN  5  case
             noon     noon     NOUN  NN  3  obl
             ,        ,        PUNCT ,   9  punct
             the      the      DET   DT  8  det
             court    court    NOUN  NN  9  nsubj
             said     say      VERB  VBD 0  root",
            expect![
                "the/DT det deadline; deadline/NN nsubj expires; expire/VBZ ccomp said; at/IN case noon; noon/NN obl expires; ,/, punct said; the/DT det court; court/NN nsubj said; say/VBD root -"
            ],
        );
    }

    #[test]
    fn what_stands_behind_but_that_is_said_too() {
        check(
            "Oslo   Oslo   PROPN NNP 2  nsubj
             said   say    VERB  VBD 0  root
             that   that   SCONJ IN  5  mark
             it     it     PRON  PRP 5  nsubj
             agreed agree  VERB  VBD 2  ccomp
             ,      ,      PUNCT ,   10 punct
             but    but    CCONJ CC  10 cc
             that   that   SCONJ IN  10 mark
             time   time   NOUN  NN  10 nsubj
             pressed press VERB  VBD 2  conj",
            expect![
                "Oslo/NNP nsubj said; say/VBD root -; that/IN mark agreed; it/PRP nsubj agreed; agree/VBD ccomp said; ,/, punct pressed; but/CC cc pressed; that/IN mark pressed; time/NN nsubj pressed; press/VBD conj agreed"
            ],
        );
    }

    #[test]
    fn what_is_said_of_a_ship_has_it_for_its_subject() {
        check(
            "Oslo    Oslo  PROPN NNP 2 nsubj
             said    say   VERB  VBD 0 root
             any     any   DET   DT  4 det
             ship    ship  NOUN  NN  2 obj
             that    that  PRON  WDT 6 nsubj
             neared  near  VERB  VBD 4 acl:relcl
             would   would AUX   MD  9 aux
             be      be    AUX   VB  9 aux:pass
             boarded board VERB  VBN 4 acl:relcl",
            expect![
                "Oslo/NNP nsubj said; say/VBD root -; any/DT det ship; ship/NN nsubj:pass boarded; that/WDT nsubj neared; near/VBD acl:relcl ship; would/MD aux boarded; be/VB aux:pass boarded; board/VBN ccomp said"
            ],
        );
    }

    #[test]
    fn who_stands_before_having_has_done_it() {
        check(
            "They    they  PRON  PRP 3 nsubj
             will    will  AUX   MD  3 aux
             meet    meet  VERB  VB  0 root
             in      in    ADP   IN  5 case
             Quito   Quito PROPN NNP 3 obl
             ,       ,     PUNCT ,   7 punct
             Oslo    Oslo  PROPN NNP 5 conj
             having  have  AUX   VBG 9 aux
             offered offer VERB  VBN 3 advcl
             to      to    PART  TO  11 mark
             chair   chair VERB  VB  9 xcomp",
            expect![
                "they/PRP nsubj meet; will/MD aux meet; meet/VB root -; in/IN case Quito; Quito/NNP obl meet; ,/, punct Oslo; Oslo/NNP nsubj offered; have/VBG aux offered; offer/VBN advcl meet; to/TO mark chair; chair/VB xcomp offered"
            ],
        );
    }

    #[test]
    fn what_stands_behind_the_saying_goes_with_it() {
        check(
            "They     they     PRON  PRP 2 nsubj
             talk     talk     VERB  VBP 5 ccomp
             ,        ,        PUNCT ,   5 punct
             Oslo     Oslo     PROPN NNP 5 nsubj
             said     say      VERB  VBD 0 root
             ,        ,        PUNCT ,   7 punct
             ignoring ignore   VERB  VBG 2 advcl
             protests protest  NOUN  NNS 7 obj",
            expect![[
                "they/PRP nsubj talk; talk/VBP ccomp said; ,/, punct said; Oslo/NNP nsubj said; say/VBD root -; ,/, punct ignoring; ignore/VBG advcl said; protest/NNS obj ignoring"
            ]],
        );
    }

    #[test]
    fn what_is_said_at_the_same_time_is_the_verbs() {
        check(
            "Oslo        Oslo      PROPN NNP 2  nsubj
             refused     refuse    VERB  VBD 0  root
             ,           ,         PUNCT ,   4  punct
             underlining underline VERB  VBG 2  advcl
             at          at        ADP   IN  8  case
             the         the       DET   DT  8  det
             same        same      ADJ   JJ  8  amod
             time        time      NOUN  NN  4  obl
             that        that      SCONJ IN  11 obl
             it          it        PRON  PRP 11 nsubj
             waits       wait      VERB  VBZ 8  acl:relcl
             .           .         PUNCT .   2  punct",
            expect![
                "Oslo/NNP nsubj refused; refuse/VBD root -; ,/, punct underlining; underline/VBG advcl refused; at/IN case time; the/DT det time; same/JJ amod time; time/NN obl underlining; that/IN mark waits; it/PRP nsubj waits; wait/VBZ ccomp underlining; ./. punct refused"
            ],
        );
    }

    #[test]
    fn who_says_one_thing_adds_the_other() {
        check(
            "Lima        Lima      PROPN NNP 2  nsubj
             waits       wait      VERB  VBZ 0  root
             ,           ,         PUNCT ,   5  punct
             Oslo        Oslo      PROPN NNP 5  nsubj
             said        say       VERB  VBD 2  parataxis
             ,           ,         PUNCT ,   7  punct
             underlining underline VERB  VBG 10 mark
             that        that      SCONJ IN  10 mark
             it          it        PRON  PRP 10 nsubj
             stays       stay      VERB  VBZ 2  ccomp
             .           .         PUNCT .   2  punct",
            expect![
                "Lima/NNP nsubj waits; wait/VBZ root -; ,/, punct said; Oslo/NNP nsubj said; say/VBD parataxis waits; ,/, punct underlining; underline/VBG advcl said; that/IN mark stays; it/PRP nsubj stays; stay/VBZ ccomp underlining; ./. punct waits"
            ],
        );
        check(
            "Oslo        Oslo     PROPN NNP 2 nsubj
             waits       wait     VERB  VBZ 0 root
             ,           ,        PUNCT ,   4 punct
             considering consider VERB  VBG 7 mark
             that        that     SCONJ IN  7 mark
             it          it       PRON  PRP 7 nsubj
             snows       snow     VERB  VBZ 2 advcl
             .           .        PUNCT .   2 punct",
            expect![
                "Oslo/NNP nsubj waits; wait/VBZ root -; ,/, punct considering; consider/VBG mark snows; that/IN mark snows; it/PRP nsubj snows; snow/VBZ advcl waits; ./. punct waits"
            ],
        );
    }

    #[test]
    fn what_is_said_goes_on_behind_and() {
        check(
            "Berg  Berg  PROPN NNP 2 nsubj
             said  say   VERB  VBD 0 root
             that  that  SCONJ IN  6 mark
             Oslo  Oslo  PROPN NNP 6 nsubj
             must  must  AUX   MD  6 aux
             act   act   VERB  VB  2 ccomp
             and   and   CCONJ CC  13 cc
             if    if    SCONJ IN  10 mark
             it    it    PRON  PRP 10 nsubj
             acts  act   VERB  VBZ 13 advcl
             Lima  Lima  PROPN NNP 13 nsubj
             will  will  AUX   MD  13 aux
             pay   pay   VERB  VB  2 conj",
            expect![[
                "Berg/NNP nsubj said; say/VBD root -; that/IN mark act; Oslo/NNP nsubj act; must/MD aux act; act/VB ccomp said; and/CC cc pay; if/IN mark acts; it/PRP nsubj acts; act/VBZ advcl pay; Lima/NNP nsubj pay; will/MD aux pay; pay/VB conj act"
            ]],
        );
        // What follows without a condition may be the writer's.
        check(
            "Berg  Berg  PROPN NNP 2 nsubj
             said  say   VERB  VBD 0 root
             Oslo  Oslo  PROPN NNP 4 nsubj
             acted act   VERB  VBD 2 ccomp
             and   and   CCONJ CC  8 cc
             Lima  Lima  PROPN NNP 8 nsubj
             will  will  AUX   MD  8 aux
             pay   pay   VERB  VB  2 conj",
            expect![[
                "Berg/NNP nsubj said; say/VBD root -; Oslo/NNP nsubj acted; act/VBD ccomp said; and/CC cc pay; Lima/NNP nsubj pay; will/MD aux pay; pay/VB conj said"
            ]],
        );
    }
}
