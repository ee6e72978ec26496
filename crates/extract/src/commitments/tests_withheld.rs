//! What is no longer given, talks that are left, envoys called home, and of two conditions whose each is, in sentences of our
//! own.

use super::tests::check;
use expect_test::expect;

#[test]
fn what_is_given_no_more_is_withheld() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         it        it        PRON  PRP 5  nsubj
         would     would     AUX   MD  5  aux
         deliver   deliver   VERB  VB  2  ccomp
         no        no        ADV   RB  7  advmod
         more      more      ADJ   JJR 8  amod
         gas       gas       NOUN  NN  5  obj
         if        if        SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         signed    sign      VERB  VBD 5  advcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania signed | then not it would deliver no more gas
        "#]],
    );
    // More of it is a promise.
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         it        it        PRON  PRP 5  nsubj
         would     would     AUX   MD  5  aux
         deliver   deliver   VERB  VB  2  ccomp
         more      more      ADJ   JJR 7  amod
         gas       gas       NOUN  NN  5  obj
         if        if        SCONJ IN  10 mark
         Ruritania Ruritania PROPN NNP 10 nsubj
         signed    sign      VERB  VBD 5  advcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Condition ELB -> RUR | if Ruritania signed | then it would deliver more gas
        "#]],
    );
}

#[test]
fn to_leave_the_talks_harms_to_leave_the_valley_does_not() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         it        it        PRON  PRP 5  nsubj
         would     would     AUX   MD  5  aux
         withdraw  withdraw  VERB  VB  2  ccomp
         from      from      ADP   IN  8  case
         the       the       DET   DT  8  det
         talks     talks     NOUN  NNS 5  obl
         if        if        SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         voted     vote      VERB  VBD 5  advcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania voted | then it would withdraw from the talks
        "#]],
    );
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         it        it        PRON  PRP 5  nsubj
         would     would     AUX   MD  5  aux
         withdraw  withdraw  VERB  VB  2  ccomp
         from      from      ADP   IN  8  case
         the       the       DET   DT  8  det
         valley    valley    NOUN  NN  5  obl
         if        if        SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         voted     vote      VERB  VBD 5  advcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Condition ELB -> RUR | if Ruritania voted | then it would withdraw from the valley
        "#]],
    );
}

#[test]
fn an_envoy_called_home_for_consultations_is_asked_for_none() {
    check(
        "Elbonia       Elbonia      PROPN NNP  2 nsubj
         called        call         VERB  VBD  0 root
         its           its          PRON  PRP$ 4 nmod:poss
         ambassador    ambassador   NOUN  NN   2 obj
         home          home         ADV   RB   2 advmod
         for           for          ADP   IN   7 case
         consultations consultation NOUN  NNS  2 obl
         .             .            PUNCT .    2 punct",
        expect![[""]],
    );
}

#[test]
fn of_two_conditions_each_is_its_own_acts() {
    check(
        "Elbonia    Elbonia   PROPN NNP 2  nsubj
         offered    offer     VERB  VBD 0  root
         to         to        PART  TO  4  mark
         help       help      VERB  VB  2  xcomp
         if         if        SCONJ IN  7  mark
         Ruritania  Ruritania PROPN NNP 7  nsubj
         left       leave     VERB  VBD 4  advcl
         and        and       CCONJ CC  9  cc
         threatened threaten  VERB  VBD 2  conj
         to         to        PART  TO  11 mark
         attack     attack    VERB  VB  9  xcomp
         if         if        SCONJ IN  14 mark
         it         it        PRON  PRP 14 nsubj
         stayed     stay      VERB  VBD 11 advcl
         .          .         PUNCT .   2  punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania left | then help
            Threat ELB ->  | if it stayed | then attack
        "#]],
    );
}
