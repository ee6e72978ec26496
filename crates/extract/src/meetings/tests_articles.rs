//! Visits and talks as whole articles tell them, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn who_calls_on_a_state_visits_nobody() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2 det
         envoy     envoy     NOUN  NN  5 nsubj
         of        of        ADP   IN  4 case
         Elbonia   Elbonia   PROPN NNP 2 nmod
         called    call      VERB  VBD 0 root
         on        on        ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 obl
         on        on        ADP   IN  9 case
         Monday    Monday    PROPN NNP 5 obl
         .         .         PUNCT .   5 punct",
        expect![[""]],
    );
}

#[test]
fn whom_one_asks_is_not_visited() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         envoy     envoy     NOUN  NN  5  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         called    call      VERB  VBD 0  root
         on        on        ADP   IN  7  case
         Ruritania Ruritania PROPN NNP 5  obl
         on        on        ADP   IN  9  case
         Monday    Monday    PROPN NNP 5  obl
         to        to        PART  TO  11 mark
         leave     leave     VERB  VB  5  xcomp
         .         .         PUNCT .   5  punct",
        expect![[""]],
    );
}

#[test]
fn a_team_is_led_to_talks() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The        the        DET   DT  2  det
         minister   minister   NOUN  NN  6  nsubj
         of         of         ADP   IN  4  case
         Elbonia    Elbonia    PROPN NNP 2  nmod
         will       will       AUX   MD  6  aux
         lead       lead       VERB  VB  0  root
         a          a          DET   DT  8  det
         delegation delegation NOUN  NN  6  obj
         to         to         ADP   IN  10 case
         Ruritania  Ruritania  PROPN NNP 8  nmod
         on         on         ADP   IN  12 case
         Monday     Monday     PROPN NNP 6  obl
         for        for        ADP   IN  14 case
         talks      talk       NOUN  NNS 6  obl
         .          .          PUNCT .   6  punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia | - | Ruritania | talks <- will lead a delegation to Ruritania on Monday for talks
        "#]],
    );
}

#[test]
fn during_a_visit_a_meeting_is_foreseen() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         minister  minister  NOUN  NN  6  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         will      will      AUX   MD  6  aux
         pay       pay       VERB  VB  0  root
         a         a         DET   DT  8  det
         visit     visit     NOUN  NN  6  obj
         to        to        ADP   IN  10 case
         Ruritania Ruritania PROPN NNP 8  nmod
         on        on        ADP   IN  12 case
         Monday    Monday    PROPN NNP 6  obl
         ,         ,         PUNCT ,   16 punct
         in        in        ADP   IN  16 case
         the       the       DET   DT  16 det
         course    course    NOUN  NN  6  obl
         of        of        ADP   IN  18 case
         which     which     PRON  WDT 27 obl
         a         a         DET   DT  20 det
         meeting   meeting   NOUN  NN  27 nsubj:pass
         with      with      ADP   IN  23 case
         the       the       DET   DT  23 det
         president president NOUN  NN  20 nmod
         of        of        ADP   IN  25 case
         Ruritania Ruritania PROPN NNP 23 nmod
         is        be        AUX   VBZ 27 aux:pass
         envisaged envisage  VERB  VBN 16 acl:relcl
         .         .         PUNCT .   6  punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | - | visit <- will pay a visit to Ruritania
            Planned 2020-01-06 Elbonia, Ruritania | - | - | meeting <- a meeting with the president of Ruritania
        "#]],
    );
}

#[test]
fn a_meeting_that_would_be_held_is_proposed() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         will      will      AUX   MD  3  aux
         propose   propose   VERB  VB  0  root
         a         a         DET   DT  5  det
         meeting   meeting   NOUN  NN  3  obj
         with      with      ADP   IN  7  case
         Ruritania Ruritania PROPN NNP 5  nmod
         ,         ,         PUNCT ,   12 punct
         that      that      PRON  WDT 12 nsubj:pass
         would     would     AUX   MD  12 aux
         be        be        AUX   VB  12 aux:pass
         held      hold      VERB  VBN 5  acl:relcl
         in        in        ADP   IN  14 case
         Lima      Lima      PROPN NNP 12 obl
         on        on        ADP   IN  16 case
         Monday    Monday    PROPN NNP 12 obl
         .         .         PUNCT .   3  punct",
        expect![[r#"
            Planned 2020-01-06 Ruritania | - | Lima | meeting <- will propose a meeting with Ruritania
        "#]],
    );
}

#[test]
fn days_of_talks_are_wrapped_up() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         wrapped   wrap      VERB  VBD 0 root
         up        up        ADP   RP  4 compound:prt
         three     three     NUM   CD  7 nummod
         days      day       NOUN  NNS 4 obj
         of        of        ADP   IN  9 case
         talks     talk      NOUN  NNS 7 nmod
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Occurred - Elbonia, Ruritania | - | - | talks <- wrapped up three days of talks
        "#]],
    );
}
