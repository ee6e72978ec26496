//! Visits, meetings that are called off and who takes part, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn who_travels_to_a_land_meets_its_rulers() {
    check(
        &["Elbonia", "Ruritania", "Syldavia"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 3 nmod:poss
         's        's        PART  POS 1 case
         premier   premier   NOUN  NN  5 nsubj
         will      will      AUX   MD  5 aux
         travel    travel    VERB  VB  0 root
         to        to        ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 obl
         and       and       CCONJ CC  9 cc
         Syldavia  Syldavia  PROPN NNP 7 conj
         on        on        ADP   IN  11 case
         Monday    Monday    PROPN NNP 5 obl
         .         .         PUNCT .   5 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania, Syldavia | - | Ruritania | - <- will travel to Ruritania
        "#]],
    );
}

#[test]
fn who_is_due_somewhere_visits() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 3 nmod:poss
         's        's        PART  POS 1 case
         premier   premier   NOUN  NN  5 nsubj
         is        be        AUX   VBZ 5 cop
         due       due       ADJ   JJ  0 root
         in        in        ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 obl
         on        on        ADP   IN  9 case
         Monday    Monday    PROPN NNP 5 obl
         .         .         PUNCT .   5 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Ruritania | - <- is due in Ruritania
        "#]],
    );
}

#[test]
fn who_goes_somewhere_to_meet_another_visits_nobody_else() {
    check(
        &["Elbonia", "Ruritania", "Syldavia"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 3 nmod:poss
         's        's        PART  POS 1 case
         premier   premier   NOUN  NN  4 nsubj
         flies     fly       VERB  VBZ 0 root
         to        to        ADP   IN  6 case
         Syldavia  Syldavia  PROPN NNP 4 obl
         on        on        ADP   IN  8 case
         Monday    Monday    PROPN NNP 4 obl
         to        to        PART  TO  10 mark
         meet      meet      VERB  VB  4 advcl
         Ruritania Ruritania PROPN NNP 10 obj
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Syldavia | - <- flies to Syldavia on Monday to meet
        "#]],
    );
}

#[test]
fn a_summit_may_be_called_off() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "A         a         DET   DT  2 det
         summit    summit    NOUN  NN  8 nsubj:pass
         of        of        ADP   IN  4 case
         Elbonia   Elbonia   PROPN NNP 2 nmod
         and       and       CCONJ CC  6 cc
         Ruritania Ruritania PROPN NNP 4 conj
         was       be        AUX   VBD 8 aux:pass
         called    call      VERB  VBN 0 root
         off       off       ADP   RP  8 compound:prt
         .         .         PUNCT .   8 punct",
        expect![[r#"
            Denied - Elbonia, Ruritania | - | - | summit <- A summit of Elbonia and Ruritania
        "#]],
    );
}

#[test]
fn who_receives_an_invitation_meets_nobody() {
    check(
        &["Elbonia", "Ruritania"],
        &[],
        "Elbonia    Elbonia    PROPN NNP 2 nsubj
         received   receive    VERB  VBD 0 root
         an         a          DET   DT  4 det
         invitation invitation NOUN  NN  2 obj
         from       from       ADP   IN  6 case
         Ruritania  Ruritania  PROPN NNP 4 nmod
         .          .          PUNCT .   2 punct",
        expect![[""]],
    );
}

#[test]
fn who_takes_part_is_a_party() {
    check(
        &["Elbonia", "Ruritania", "Syldavia", "Gondour"],
        &[("Monday", "2020-01-06")],
        "The           the           DET   DT  2 det
         talks         talk          NOUN  NNS 14 nsubj
         between       between       ADP   IN  4 case
         Elbonia       Elbonia       PROPN NNP 2 nmod
         and           and           CCONJ CC  6 cc
         Ruritania     Ruritania     PROPN NNP 4 conj
         with          with          ADP   IN  9 case
         the           the           DET   DT  9 det
         participation participation NOUN  NN  2 nmod
         of            of            ADP   IN  11 case
         Syldavia      Syldavia      PROPN NNP 9 nmod
         and           and           CCONJ CC  13 cc
         Gondour       Gondour       PROPN NNP 11 conj
         began         begin         VERB  VBD 0 root
         on            on            ADP   IN  16 case
         Monday        Monday        PROPN NNP 14 obl
         .             .             PUNCT .   14 punct",
        expect![[r#"
            Occurred 2020-01-06 Syldavia, Gondour, Elbonia, Ruritania | - | - | talks <- The talks between Elbonia and Ruritania with the participation of Syldavia and Gondour
        "#]],
    );
}

#[test]
fn the_two_see_each_other() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         met       meet      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         .         .         PUNCT .   2 punct

         The       the       DET   DT  2 det
         two       two       NUM   CD  4 nsubj
         will      will      AUX   MD  4 aux
         see       see       VERB  VB  0 root
         each      each      DET   DT  6 det
         other     other     ADJ   JJ  4 obj
         on        on        ADP   IN  8 case
         Monday    Monday    PROPN NNP 4 obl
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Occurred - Elbonia, Ruritania | - | - | - <- met
            Planned 2020-01-06 Elbonia, Ruritania | - | - | - <- will see
        "#]],
    );
}

#[test]
fn a_visit_put_off_was_set_for_a_day() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2 det
         visit     visit     NOUN  NN  13 nsubj:pass
         of        of        ADP   IN  5 case
         the       the       DET   DT  5 det
         Elbonia   Elbonia   PROPN NNP 2 nmod
         ,         ,         PUNCT ,   9 punct
         which     which     PRON  WDT 9 nsubj:pass
         was       be        AUX   VBD 9 aux:pass
         scheduled schedule  VERB  VBN 5 acl:relcl
         for       for       ADP   IN  11 case
         Monday    Monday    PROPN NNP 9 obl
         was       be        AUX   VBD 13 aux:pass
         deferred  defer     VERB  VBN 0 root
         .         .         PUNCT .   13 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia | - | - | visit <- The visit of the Elbonia
        "#]],
    );
}

#[test]
fn who_is_expected_for_talks_takes_part() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Sunday", "2020-01-05")],
        "Elbonia   Elbonia   PROPN NNP 3 nmod:poss
         's        's        PART  POS 1 case
         premier   premier   NOUN  NN  5 nsubj:pass
         is        be        AUX   VBZ 5 aux:pass
         expected  expect    VERB  VBN 0 root
         in        in        ADP   IN  7 case
         Quito     Quito     PROPN NNP 5 obl
         on        on        ADP   IN  9 case
         Sunday    Sunday    PROPN NNP 5 obl
         for       for       ADP   IN  11 case
         talks     talk      NOUN  NNS 5 obl
         with      with      ADP   IN  13 case
         Ruritania Ruritania PROPN NNP 11 nmod
         .         .         PUNCT .   5 punct",
        expect![[r#"
            Planned 2020-01-05 Elbonia, Ruritania | - | Quito | talks <- is expected in Quito on Sunday for talks with Ruritania
        "#]],
    );
}

#[test]
fn the_day_of_the_journey_is_that_of_the_meeting() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Sunday", "2020-01-05")],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj:pass
         is        be        AUX   VBZ 3 aux:pass
         expected  expect    VERB  VBN 0 root
         in        in        ADP   IN  5 case
         Quito     Quito     PROPN NNP 3 obl
         on        on        ADP   IN  7 case
         Sunday    Sunday    PROPN NNP 3 obl
         ,         ,         PUNCT ,   12 punct
         where     where     ADV   WRB 12 advmod
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         will      will      AUX   MD  12 aux
         meet      meet      VERB  VB  3 advcl
         Ruritania Ruritania PROPN NNP 12 obj
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Planned 2020-01-05 Elbonia, Ruritania | - | Quito | - <- is expected in Quito on Sunday, where Elbonia will meet
        "#]],
    );
    check(
        &["Elbonia", "Ruritania"],
        &[("Sunday", "2020-01-05")],
        "Elbonia   Elbonia   PROPN NNP 5 nsubj
         will      will      AUX   MD  5 aux
         be        be        AUX   VB  5 cop
         in        in        ADP   IN  5 case
         Quito     Quito     PROPN NNP 0 root
         on        on        ADP   IN  7 case
         Sunday    Sunday    PROPN NNP 5 obl
         to        to        PART  TO  9 mark
         meet      meet      VERB  VB  5 advcl
         Ruritania Ruritania PROPN NNP 9 obj
         .         .         PUNCT .   5 punct",
        expect![[r#"
            Planned 2020-01-05 Elbonia, Ruritania | - | Quito | - <- will be in Quito on Sunday to meet
        "#]],
    );
}

#[test]
fn who_debates_at_a_meeting_meets() {
    check(
        &["Elbonia"],
        &[("Sunday", "2020-01-05")],
        "Elbonia   Elbonia   PROPN NNP 4 nmod:poss
         's        's        PART  POS 1 case
         foreign   foreign   ADJ   JJ  4 amod
         ministers minister  NOUN  NNS 6 nsubj
         will      will      AUX   MD  6 aux
         discuss   discuss   VERB  VB  0 root
         it        it        PRON  PRP 6 obj
         at        at        ADP   IN  10 case
         a         a         DET   DT  10 det
         meeting   meeting   NOUN  NN  6 obl
         on        on        ADP   IN  12 case
         Sunday    Sunday    PROPN NNP 10 nmod
         .         .         PUNCT .   6 punct",
        expect![[r#"
            Planned 2020-01-05 Elbonia | - | - | meeting <- a meeting on Sunday
        "#]],
    );
}

#[test]
fn who_was_somewhere_for_talks_met() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Sunday", "2020-01-05")],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         was       be        AUX   VBD 4 cop
         in        in        ADP   IN  4 case
         Quito     Quito     PROPN NNP 0 root
         on        on        ADP   IN  6 case
         Sunday    Sunday    PROPN NNP 4 obl
         for       for       ADP   IN  8 case
         talks     talk      NOUN  NNS 4 obl
         with      with      ADP   IN  10 case
         Ruritania Ruritania PROPN NNP 8 nmod
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Occurred 2020-01-05 Elbonia, Ruritania | - | Quito | talks <- talks with Ruritania
        "#]],
    );
}
