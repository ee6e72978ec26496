//! Further forms in which meetings are told, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_body_takes_up_a_matter() {
    // The Council took up the complaint on Monday.
    check(
        &["Council"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2 det
         Council   Council   NOUN  NN  3 nsubj
         took      take      VERB  VBD 0 root
         up        up        ADP   RP  3 compound:prt
         the       the       DET   DT  6 det
         complaint complaint NOUN  NN  3 obj
         on        on        ADP   IN  8 case
         Monday    Monday    PROPN NNP 3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Occurred 2020-01-06 Council | The Council | - | - <- took up the complaint
        "#]],
    );
}

#[test]
fn a_body_sits() {
    // The Council sits again in Oslo on Monday.
    check(
        &["Council"],
        &[("Monday", "2020-01-06")],
        "The     the     DET   DT  2 det
         Council Council PROPN NNP 3 nsubj
         sits    sit     VERB  VBZ 0 root
         again   again   ADV   RB  3 advmod
         in      in      ADP   IN  6 case
         Oslo    Oslo    PROPN NNP 3 obl
         on      on      ADP   IN  8 case
         Monday  Monday  PROPN NNP 3 obl
         .       .       PUNCT .   3 punct",
        expect![[r#"
            Planned 2020-01-06 Council | The Council | Oslo | - <- sits
        "#]],
    );
}

#[test]
fn who_discusses_it_with_another_meets() {
    // Elbonia discussed the dispute with Ruritania in Oslo on Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         discussed discuss   VERB  VBD 0  root
         the       the       DET   DT  4  det
         dispute   dispute   NOUN  NN  2  obj
         with      with      ADP   IN  6  case
         Ruritania Ruritania PROPN NNP 2  obl
         in        in        ADP   IN  8  case
         Oslo      Oslo      PROPN NNP 2  obl
         on        on        ADP   IN  10 case
         Monday    Monday    PROPN NNP 2  obl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- discussed
        "#]],
    );
}

#[test]
fn who_is_received_meets() {
    // Elbonia was received by Ruritania in Oslo on Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj:pass
         was       be        AUX   VBD 3 aux:pass
         received  receive   VERB  VBN 0 root
         by        by        ADP   IN  5 case
         Ruritania Ruritania PROPN NNP 3 obl:agent
         in        in        ADP   IN  7 case
         Oslo      Oslo      PROPN NNP 3 obl
         on        on        ADP   IN  9 case
         Monday    Monday    PROPN NNP 3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Occurred 2020-01-06 Ruritania, Elbonia | - | Oslo | - <- was received
        "#]],
    );
}

#[test]
fn a_journey_says_when_and_where() {
    // Elbonia flew to Oslo on Monday to meet Ruritania.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         flew      fly       VERB  VBD 0 root
         to        to        ADP   IN  4 case
         Oslo      Oslo      PROPN NNP 2 obl
         on        on        ADP   IN  6 case
         Monday    Monday    PROPN NNP 2 obl
         to        to        PART  TO  8 mark
         meet      meet      VERB  VB  2 advcl
         Ruritania Ruritania PROPN NNP 8 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- flew to Oslo on Monday to meet
        "#]],
    );
}

#[test]
fn a_summit_of_nobody_named_has_place_and_day() {
    // A summit of leaders in Oslo on Monday condemned the raid.
    check(
        &["Elbonia"],
        &[("Monday", "2020-01-06")],
        "A         a       DET   DT  2  det
         summit    summit  NOUN  NN  9  nsubj
         of        of      ADP   IN  4  case
         leaders   leader  NOUN  NNS 2  nmod
         in        in      ADP   IN  6  case
         Oslo      Oslo    PROPN NNP 4  nmod
         on        on      ADP   IN  8  case
         Monday    Monday  PROPN NNP 2  nmod
         condemned condemn VERB  VBD 0  root
         the       the     DET   DT  11 det
         raid      raid    NOUN  NN  9  obj
         .         .       PUNCT .   9  punct",
        expect![[r#"
            Occurred 2020-01-06  | - | Oslo | summit <- A summit of leaders in Oslo on Monday
        "#]],
    );
}

#[test]
fn talks_are_called_off() {
    // Talks between Elbonia and Ruritania in Oslo were called off on Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Talks     talk      NOUN  NNS 9  nsubj:pass
         between   between   ADP   IN  3  case
         Elbonia   Elbonia   PROPN NNP 1  nmod
         and       and       CCONJ CC  5  cc
         Ruritania Ruritania PROPN NNP 3  conj
         in        in        ADP   IN  7  case
         Oslo      Oslo      PROPN NNP 1  nmod
         were      be        AUX   VBD 9  aux:pass
         called    call      VERB  VBN 0  root
         off       off       ADP   RP  9  compound:prt
         on        on        ADP   IN  12 case
         Monday    Monday    PROPN NNP 9  obl
         .         .         PUNCT .   9  punct",
        expect![[r#"
            Denied 2020-01-06 Elbonia, Ruritania | - | Oslo | Talks <- Talks between Elbonia and Ruritania in Oslo
        "#]],
    );
}

#[test]
fn talks_that_resume_are_of_those_who_met_before() {
    // Elbonia met Ruritania in Oslo on Monday. Talks resume in Vienna on Friday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06"), ("Friday", "2020-01-10")],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         met       meet      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         in        in        ADP   IN  5 case
         Oslo      Oslo      PROPN NNP 2 obl
         on        on        ADP   IN  7 case
         Monday    Monday    PROPN NNP 2 obl
         .         .         PUNCT .   2 punct

         Talks  talk   NOUN  NNS 2 nsubj
         resume resume VERB  VBP 0 root
         in     in     ADP   IN  4 case
         Vienna Vienna PROPN NNP 2 obl
         on     on     ADP   IN  6 case
         Friday Friday PROPN NNP 2 obl
         .      .      PUNCT .   2 punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- met
            Planned 2020-01-10 Elbonia, Ruritania | - | Vienna | Talks <- Talks
        "#]],
    );
}

#[test]
fn further_talks_are_of_those_who_met_before() {
    // Elbonia met Ruritania in Oslo on Monday. Further consultations will be held in Vienna on Friday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06"), ("Friday", "2020-01-10")],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         met       meet      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         in        in        ADP   IN  5 case
         Oslo      Oslo      PROPN NNP 2 obl
         on        on        ADP   IN  7 case
         Monday    Monday    PROPN NNP 2 obl
         .         .         PUNCT .   2 punct

         Further       further      ADJ   JJ  2 amod
         consultations consultation NOUN  NNS 5 nsubj:pass
         will          will         AUX   MD  5 aux
         be            be           AUX   VB  5 aux:pass
         held          hold         VERB  VBN 0 root
         in            in           ADP   IN  7 case
         Vienna        Vienna       PROPN NNP 5 obl
         on            on           ADP   IN  9 case
         Friday        Friday       PROPN NNP 5 obl
         .             .            PUNCT .   5 punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- met
            Planned 2020-01-10 Elbonia, Ruritania | - | Vienna | consultations <- Further consultations
        "#]],
    );
}

#[test]
fn from_when_talks_are_counted_is_not_when_they_are() {
    // Elbonia and Ruritania held talks, their third since Monday, in Oslo.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         held      hold      VERB  VBD 0 root
         talks     talk      NOUN  NNS 4 obj
         since     since     ADP   IN  7 case
         Monday    Monday    PROPN NNP 5 nmod
         in        in        ADP   IN  9 case
         Oslo      Oslo      PROPN NNP 4 obl
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | talks <- held talks since Monday
        "#]],
    );
}

#[test]
fn who_calls_a_meeting_convenes_it() {
    // Elbonia called a meeting of the Council for Friday.
    check(
        &["Elbonia", "Council"],
        &[("Friday", "2020-01-10")],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         called  call    VERB  VBD 0 root
         a       a       DET   DT  4 det
         meeting meeting NOUN  NN  2 obj
         of      of      ADP   IN  7 case
         the     the     DET   DT  7 det
         Council Council PROPN NNP 4 nmod
         for     for     ADP   IN  9 case
         Friday  Friday  PROPN NNP 2 obl
         .       .       PUNCT .   2 punct",
        expect![[r#"
            Planned 2020-01-10 Council | the Council | - | meeting <- called a meeting of the Council
        "#]],
    );
    // Elbonia called for a meeting.
    check(
        &["Elbonia"],
        &[],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         called  call    VERB  VBD 0 root
         for     for     ADP   IN  5 case
         a       a       DET   DT  5 det
         meeting meeting NOUN  NN  2 obl
         .       .       PUNCT .   2 punct",
        expect![[""]],
    );
}
