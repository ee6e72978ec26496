//! Who is sent to meet, who meets face to face, what is resumed and what only offered, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn who_sends_an_envoy_meets_by_him() {
    // Elbonia will send its envoy to Oslo on Monday for talks with Ruritania.
    // Elbonia will send ships to Oslo on Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         will      will      AUX   MD  3  aux
         send      send      VERB  VB  0  root
         its       its       PRON  PRP$ 5 nmod:poss
         envoy     envoy     NOUN  NN  3  obj
         to        to        ADP   IN  7  case
         Oslo      Oslo      PROPN NNP 3  obl
         on        on        ADP   IN  9  case
         Monday    Monday    PROPN NNP 3  obl
         for       for       ADP   IN  11 case
         talks     talk      NOUN  NNS 3  obl
         with      with      ADP   IN  13 case
         Ruritania Ruritania PROPN NNP 11 nmod
         .         .         PUNCT .   3  punct

         Elbonia Elbonia PROPN NNP 3 nsubj
         will    will    AUX   MD  3 aux
         send    send    VERB  VB  0 root
         ships   ship    NOUN  NNS 3 obj
         to      to      ADP   IN  6 case
         Oslo    Oslo    PROPN NNP 3 obl
         on      on      ADP   IN  8 case
         Monday  Monday  PROPN NNP 3 obl
         .       .       PUNCT .   3 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | talks <- will send its envoy to Oslo on Monday for talks with Ruritania
        "#]],
    );
}

#[test]
fn who_comes_face_to_face_meets() {
    // Elbonia and Ruritania came face to face in Oslo on Monday.
    // Elbonia came face to face with ruin.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 4  nsubj
         and       and       CCONJ CC  3  cc
         Ruritania Ruritania PROPN NNP 1  conj
         came      come      VERB  VBD 0  root
         face      face      ADV   RB  4  advmod
         to        to        ADP   IN  5  fixed
         face      face      ADV   RB  5  fixed
         in        in        ADP   IN  9  case
         Oslo      Oslo      PROPN NNP 4  obl
         on        on        ADP   IN  11 case
         Monday    Monday    PROPN NNP 4  obl
         .         .         PUNCT .   4  punct

         Elbonia Elbonia PROPN NNP 2 nsubj
         came    come    VERB  VBD 0 root
         face    face    ADV   RB  2 advmod
         to      to      ADP   IN  3 fixed
         face    face    ADV   RB  3 fixed
         with    with    ADP   IN  7 case
         ruin    ruin    NOUN  NN  2 obl
         .       .       PUNCT .   2 punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- came
        "#]],
    );
}

#[test]
fn what_was_held_and_is_resumed_are_two_meetings() {
    // Talks held between Elbonia and Ruritania in Oslo on Monday will be resumed in Lima on Friday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06"), ("Friday", "2020-01-17")],
        "Talks     talk      NOUN  NNS 13 nsubj:pass
         held      hold      VERB  VBN 1  acl
         between   between   ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  obl
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         in        in        ADP   IN  8  case
         Oslo      Oslo      PROPN NNP 2  obl
         on        on        ADP   IN  10 case
         Monday    Monday    PROPN NNP 2  obl
         will      will      AUX   MD  13 aux
         be        be        AUX   VB  13 aux:pass
         resumed   resume    VERB  VBN 0  root
         in        in        ADP   IN  15 case
         Lima      Lima      PROPN NNP 13 obl
         on        on        ADP   IN  17 case
         Friday    Friday    PROPN NNP 13 obl
         .         .         PUNCT .   13 punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | Talks <- Talks held
            Planned 2020-01-17 Elbonia, Ruritania | - | Lima | Talks <- Talks
        "#]],
    );
}

#[test]
fn who_only_offers_to_meet_does_not() {
    // Elbonia offered to meet Ruritania.
    // Elbonia offered to meet Ruritania in Oslo on Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         offered   offer     VERB  VBD 0 root
         to        to        PART  TO  4 mark
         meet      meet      VERB  VB  2 xcomp
         Ruritania Ruritania PROPN NNP 4 obj
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         offered   offer     VERB  VBD 0 root
         to        to        PART  TO  4 mark
         meet      meet      VERB  VB  2 xcomp
         Ruritania Ruritania PROPN NNP 4 obj
         in        in        ADP   IN  7 case
         Oslo      Oslo      PROPN NNP 4 obl
         on        on        ADP   IN  9 case
         Monday    Monday    PROPN NNP 4 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- meet
        "#]],
    );
}
