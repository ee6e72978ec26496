//! Who acts and on whom where no state is named: agent nouns, short names, predicates, what several do together.

use super::tests::{check, check_scored};
use demarche_record::Plover;
use expect_test::expect;

#[test]
fn persons_without_a_name_act() {
    check(
        &["Elbonia|Elbonian"],
        "The        the       DET   DT  2 det
         kidnappers kidnapper NOUN  NNS 3 nsubj
         released   release   VERB  VBD 0 root
         an         a         DET   DT  6 det
         Elbonian   elbonian  ADJ   JJ  6 amod
         cameraman  cameraman NOUN  NN  3 obj
         .          .         PUNCT .   3 punct",
        expect![[r#"
            RETREAT/release Occurred: "The kidnappers" -> Elbonia | released
        "#]],
    );
}

#[test]
fn a_short_name_in_capitals_is_a_body() {
    check(
        &["Elbonia"],
        "ICE       ice      NOUN  NN  2 nsubj
         returned  return   VERB  VBD 0 root
         the       the      DET   DT  4 det
         paintings painting NOUN  NNS 2 obj
         to        to       ADP   IN  6 case
         Elbonia   Elbonia  PROPN NNP 2 obl
         .         .        PUNCT .   2 punct",
        expect![[r#"
            RETREAT Occurred: "ICE" -> Elbonia | returned
        "#]],
    );
}

#[test]
fn a_predicate_says_what_one_thinks_of_another() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         was       be        AUX   VBD 3 cop
         critical  critical  ADJ   JJ  0 root
         of        of        ADP   IN  5 case
         Ruritania Ruritania PROPN NNP 3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | was critical
        "#]],
    );
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         was       be        AUX   VBD 4 cop
         not       not       PART  RB  4 advmod
         critical  critical  ADJ   JJ  0 root
         of        of        ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 obl
         .         .         PUNCT .   4 punct",
        expect![[""]],
    );
}

#[test]
fn the_first_to_do_it_did_it() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         was       be        AUX   VBD 4 cop
         the       the       DET   DT  4 det
         first     first     ADJ   JJ  0 root
         to        to        PART  TO  6 mark
         recognise recognise VERB  VB  4 acl
         Ruritania Ruritania PROPN NNP 6 obj
         .         .         PUNCT .   4 punct",
        expect![[r#"
            SUPPORT Occurred: Elbonia -> Ruritania | recognise
        "#]],
    );
}

#[test]
fn who_did_it_may_hang_from_whom_it_was_done_to() {
    check(
        &["Elbonia", "Ruritania"],
        "Charges  charge   NOUN  NNS 3 nsubj:pass
         were     be       AUX   VBD 3 aux:pass
         levelled level    VERB  VBN 0 root
         at       at       ADP   IN  5 case
         Elbonia  Elbonia  PROPN NNP 3 obl
         by       by       ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 nmod
         .        .        PUNCT .   3 punct",
        expect![[r#"
            ACCUSE/allege Occurred: Ruritania -> Elbonia | were levelled at
        "#]],
    );
}

#[test]
fn who_writes_asks_whom_he_writes_to() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         wrote     write     VERB  VBD 0 root
         to        to        ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 obl
         ,         ,         PUNCT ,   6 punct
         asking    ask       VERB  VBG 2 advcl
         it        it        PRON  PRP 6 obj
         to        to        PART  TO  9 mark
         leave     leave     VERB  VB  6 xcomp
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> Ruritania | asking
        "#]],
    );
}

#[test]
fn an_army_moves_upon_what_another_does() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia     Elbonia    PROPN NNP  2 nsubj
         mobilised   mobilise   VERB  VBD  0 root
         its         its        PRON  PRP$ 4 nmod:poss
         reservists  reservist  NOUN  NNS  2 obj
         as          as         SCONJ IN   7 mark
         Ruritania   Ruritania  PROPN NNP  7 nsubj
         printed     print      VERB  VBD  2 advcl
         maps        map        NOUN  NNS  7 obj
         .           .          PUNCT .    2 punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Elbonia -> Ruritania | mobilised its reservists
        "#]],
    );
}

const LINKED: &str = "Elbonia   Elbonia   PROPN NNP  4 nsubj
     and       and       CCONJ CC   3 cc
     Ruritania Ruritania PROPN NNP  1 conj
     interlaced interlace VERB VBD  0 root
     their     their     PRON  PRP$ 6 nmod:poss
     grids     grid      NOUN  NNS  4 obj
     .         .         PUNCT .    4 punct";

#[test]
fn what_two_do_with_their_own_they_do_with_one_another() {
    let names = ["Elbonia|their", "Ruritania"];
    let together = expect![[r#"
        COOPERATE Occurred: Elbonia -> Ruritania | interlaced
    "#]];
    check_scored(&names, LINKED, Plover::Cooperate, 0.9, together);
    // What is not done to one another, or is not sure.
    check_scored(&names, LINKED, Plover::Assault, 0.9, expect![[""]]);
    check_scored(&names, LINKED, Plover::Cooperate, 0.6, expect![[""]]);
}

#[test]
fn who_says_that_another_did_wrong_accuses_if_the_model_is_sure() {
    let input = "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 5 nsubj
         had       have      AUX   VBD 5 aux
         blundered blunder   VERB  VBN 2 ccomp
         .         .         PUNCT .   2 punct";
    let names = ["Elbonia", "Ruritania"];
    let accuses = expect![[r#"
        ACCUSE Occurred: Elbonia -> Ruritania | said
    "#]];
    check_scored(&names, input, Plover::Accuse, 0.9, accuses);
    check_scored(&names, input, Plover::Accuse, 0.8, expect![[""]]);
    check_scored(&names, input, Plover::Support, 0.99, expect![[""]]);
}

#[test]
fn who_will_not_do_it_refuses_if_the_model_says_so() {
    let input = "Elbonia   Elbonia   PROPN NNP 4 nsubj
         would     would     AUX   MD  4 aux
         not       not       PART  RB  4 advmod
         unbolt    unbolt    VERB  VB  0 root
         doors     door      NOUN  NNS 4 obj
         for       for       ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 4 obl
         .         .         PUNCT .   4 punct";
    let names = ["Elbonia", "Ruritania"];
    let refuses = expect![[r#"
        REJECT Denied: Elbonia -> Ruritania | would not unbolt
    "#]];
    check_scored(&names, input, Plover::Reject, 0.9, refuses);
    check_scored(&names, input, Plover::Aid, 0.9, expect![[""]]);
}

#[test]
fn who_comes_under_attack_is_attacked() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         came      come      VERB  VBD 0 root
         under     under     ADP   IN  4 case
         attack    attack    NOUN  NN  2 obl
         from      from      ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 2 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ASSAULT Occurred: Ruritania -> Elbonia | attack
        "#]],
    );
}

#[test]
fn what_is_threatened_is_told_before_the_condition() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia    Elbonia   PROPN NNP 2 nsubj
         threatened threaten  VERB  VBD 0 root
         to         to        PART  TO  4 mark
         close      close     VERB  VB  2 xcomp
         the        the       DET   DT  6 det
         bridge     bridge    NOUN  NN  4 obj
         if         if        SCONJ IN  9 mark
         attacks    attack    NOUN  NNS 9 nsubj
         spread     spread    VERB  VBP 2 advcl
         .          .         PUNCT .   2 punct",
        expect![[r#"
            THREATEN/restrict Occurred: Elbonia ->  | threatened
        "#]],
    );
}
