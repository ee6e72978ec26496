//! Who is of a state, who gives a bad name, and what stands beside an act and does not change it.

use super::tests::check;
use expect_test::expect;

#[test]
fn who_gives_a_bad_name_accuses() {
    check(
        &["Elbonia"],
        "Elbonia   Elbonia  PROPN NNP 2 nsubj
         described describe VERB  VBD 0 root
         the       the      DET   DT  4 det
         raid      raid     NOUN  NN  2 obj
         as        as       ADP   IN  7 case
         an        a        DET   DT  7 det
         act       act      NOUN  NN  2 obl
         of        of       ADP   IN  9 case
         piracy    piracy   NOUN  NN  7 nmod
         .         .        PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> "the raid" | described
        "#]],
    );
}

#[test]
fn a_charge_called_a_lie_is_an_accusation() {
    check(
        &["Elbonia"],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         called  call    VERB  VBD 0 root
         the     the     DET   DT  4 det
         charge  charge  NOUN  NN  2 obj
         a       a       DET   DT  6 det
         lie     lie     NOUN  NN  2 xcomp
         .       .       PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> "the charge" | called
        "#]],
    );
}

#[test]
fn a_charge_called_useful_is_none() {
    check(
        &["Elbonia"],
        "Elbonia   Elbonia  PROPN NNP 2 nsubj
         described describe VERB  VBD 0 root
         the       the      DET   DT  4 det
         talks     talk     NOUN  NNS 2 obj
         as        as       ADP   IN  6 advmod
         useful    useful   ADJ   JJ  2 xcomp
         .         .        PUNCT .   2 punct",
        expect![[""]],
    );
}

#[test]
fn policemen_are_forces() {
    check(
        &["Elbonia"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         sent      send      VERB  VBD 0 root
         70        70        NUM   CD  4 nummod
         policemen policeman NOUN  NNS 2 obj
         to        to        ADP   IN  7 case
         the       the       DET   DT  7 det
         border    border    NOUN  NN  2 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/police Occurred: Elbonia -> "the border" | sent 70 policemen [70 policemen]
        "#]],
    );
}

#[test]
fn a_border_is_shut_to_the_other_side() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP  2 nsubj
         shut      shut      VERB  VBP  0 root
         its       its       PRON  PRP$ 4 nmod:poss
         border    border    NOUN  NN   2 obj
         with      with      ADP   IN   6 case
         Ruritania Ruritania PROPN NNP  2 obl
         .         .         PUNCT .    2 punct",
        expect![[r#"
            COERCE/restrict Occurred: Elbonia -> Ruritania | shut its border
        "#]],
    );
}

#[test]
fn persons_are_deported_and_envoys_expelled() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia  Elbonia PROPN NNP 2 nsubj
         expelled expel   VERB  VBD 0 root
         six      six     NUM   CD  4 nummod
         persons  person  NOUN  NNS 2 obj
         .        .       PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         expelled  expel     VERB  VBD 0 root
         the       the       DET   DT  4 det
         envoy     envoy     NOUN  NN  2 obj
         of        of        ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            COERCE/deport Occurred: Elbonia ->  | expelled six persons [6 persons]
            SANCTION/expel Occurred: Elbonia -> Ruritania | expelled the envoy
        "#]],
    );
}

#[test]
fn who_recalls_that_something_was_calls_nobody_back() {
    check(
        &["Elbonia"],
        "Elbonia  Elbonia PROPN NNP 2 nsubj
         recalled recall  VERB  VBD 0 root
         that     that    SCONJ IN  7 mark
         the      the     DET   DT  5 det
         jets     jet     NOUN  NNS 7 nsubj
         had      have    AUX   VBD 7 aux
         come     come    VERB  VBN 2 ccomp
         twice    twice   ADV   RB  7 advmod
         .        .       PUNCT .   2 punct",
        expect![[""]],
    );
}

#[test]
fn who_ends_talks_together_breaks_nothing_off() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         ended     end       VERB  VBD 0 root
         the       the       DET   DT  6 det
         talks     talk      NOUN  NNS 4 obj
         .         .         PUNCT .   4 punct",
        expect![[""]],
    );
}
