//! Offers to bring others together, contacts, meals, briefings and trips called off, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn who_resume_contacts_meet_where_place_and_day_are_said() {
    // Elbonia and Ruritania will resume contacts in Oslo on Monday.
    // Elbonia resumed contacts with Ruritania.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 5  nsubj
         and       and       CCONJ CC  3  cc
         Ruritania Ruritania PROPN NNP 1  conj
         will      will      AUX   MD  5  aux
         resume    resume    VERB  VB  0  root
         contacts  contact   NOUN  NNS 5  obj
         in        in        ADP   IN  8  case
         Oslo      Oslo      PROPN NNP 6  nmod
         on        on        ADP   IN  10 case
         Monday    Monday    PROPN NNP 5  obl
         .         .         PUNCT .   5  punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         resumed   resume    VERB  VBD 0 root
         contacts  contact   NOUN  NNS 2 obj
         with      with      ADP   IN  5 case
         Ruritania Ruritania PROPN NNP 3 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | contacts <- will resume contacts in Oslo
        "#]],
    );
}

#[test]
fn who_offers_to_bring_others_together_is_no_party() {
    // Syldavia offered to host a meeting between Elbonia and Ruritania.
    // Elbonia offered to hold a meeting with Ruritania.
    // Syldavia offered to mediate between Elbonia and Ruritania.
    check(
        &["Elbonia", "Ruritania", "Syldavia"],
        &[],
        "Syldavia  Syldavia  PROPN NNP 2  nsubj
         offered   offer     VERB  VBD 0  root
         to        to        PART  TO  4  mark
         host      host      VERB  VB  2  xcomp
         a         a         DET   DT  6  det
         meeting   meeting   NOUN  NN  4  obj
         between   between   ADP   IN  8  case
         Elbonia   Elbonia   PROPN NNP 6  nmod
         and       and       CCONJ CC  10 cc
         Ruritania Ruritania PROPN NNP 8  conj
         .         .         PUNCT .   2  punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         offered   offer     VERB  VBD 0 root
         to        to        PART  TO  4 mark
         hold      hold      VERB  VB  2 xcomp
         a         a         DET   DT  6 det
         meeting   meeting   NOUN  NN  4 obj
         with      with      ADP   IN  8 case
         Ruritania Ruritania PROPN NNP 6 nmod
         .         .         PUNCT .   2 punct

         Syldavia  Syldavia  PROPN NNP 2 nsubj
         offered   offer     VERB  VBD 0 root
         to        to        PART  TO  4 mark
         mediate   mediate   VERB  VB  2 xcomp
         between   between   ADP   IN  6 case
         Elbonia   Elbonia   PROPN NNP 4 obl
         and       and       CCONJ CC  8 cc
         Ruritania Ruritania PROPN NNP 6 conj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Hypothetical - Elbonia, Ruritania | - | - | meeting <- host a meeting between Elbonia and Ruritania
        "#]],
    );
}

#[test]
fn a_summit_of_others_is_proposed() {
    // Syldavia proposed a summit of Elbonia and Ruritania in Oslo.
    check(
        &["Elbonia", "Ruritania", "Syldavia"],
        &[],
        "Syldavia  Syldavia  PROPN NNP 2  nsubj
         proposed  propose   VERB  VBD 0  root
         a         a         DET   DT  4  det
         summit    summit    NOUN  NN  2  obj
         of        of        ADP   IN  6  case
         Elbonia   Elbonia   PROPN NNP 4  nmod
         and       and       CCONJ CC  8  cc
         Ruritania Ruritania PROPN NNP 6  conj
         in        in        ADP   IN  10 case
         Oslo      Oslo      PROPN NNP 8  nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Hypothetical - Elbonia, Ruritania | - | - | summit <- proposed a summit of Elbonia and Ruritania in Oslo
        "#]],
    );
}

#[test]
fn a_meeting_that_is_prepared_lies_ahead() {
    // Elbonia and Ruritania are preparing a meeting of experts in Oslo on Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 5  nsubj
         and       and       CCONJ CC  3  cc
         Ruritania Ruritania PROPN NNP 1  conj
         are       be        AUX   VBP 5  aux
         preparing prepare   VERB  VBG 0  root
         a         a         DET   DT  7  det
         meeting   meeting   NOUN  NN  5  obj
         of        of        ADP   IN  9  case
         experts   expert    NOUN  NNS 7  nmod
         in        in        ADP   IN  11 case
         Oslo      Oslo      PROPN NNP 7  nmod
         on        on        ADP   IN  13 case
         Monday    Monday    PROPN NNP 5  obl
         .         .         PUNCT .   5  punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | meeting <- are preparing a meeting of experts in Oslo
        "#]],
    );
}

#[test]
fn a_visit_of_which_the_day_is_told_behind_is_called_off() {
    // Elbonia's premier cancelled his visit to Ruritania, set for Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP  3  nmod:poss
         's        's        PART  POS  1  case
         premier   premier   NOUN  NN   4  nsubj
         cancelled cancel    VERB  VBD  0  root
         his       his       PRON  PRP$ 6  nmod:poss
         visit     visit     NOUN  NN   4  obj
         to        to        ADP   IN   8  case
         Ruritania Ruritania PROPN NNP  6  nmod
         ,         ,         PUNCT ,    10 punct
         set       set       NOUN  JJ   6  acl
         for       for       ADP   IN   12 case
         Monday    Monday    PROPN NNP  10 nmod
         .         .         PUNCT .    4  punct",
        expect![[r#"
            Denied - Elbonia, Ruritania | - | - | visit <- cancelled his visit to Ruritania
        "#]],
    );
}

#[test]
fn days_of_talks_set_a_statement_in_time() {
    // Elbonia spoke after two days of talks with Ruritania.
    check(
        &["Elbonia", "Ruritania"],
        &[],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         spoke     speak     VERB  VBD 0 root
         after     after     ADP   IN  5 case
         two       two       NUM   CD  5 nummod
         days      day       NOUN  NNS 2 obl
         of        of        ADP   IN  7 case
         talks     talk      NOUN  NNS 5 nmod
         with      with      ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 7 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Occurred - Elbonia, Ruritania | - | - | talks <- talks with Ruritania
        "#]],
    );
}

#[test]
fn who_dines_with_another_meets_at_table() {
    // Elbonia dined with Ruritania in Oslo on Monday.
    // Elbonia shared a breakfast with Ruritania.
    // Elbonia dined in Oslo on Monday.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         dined     dine      VERB  VBD 0 root
         with      with      ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 obl
         in        in        ADP   IN  6 case
         Oslo      Oslo      PROPN NNP 2 obl
         on        on        ADP   IN  8 case
         Monday    Monday    PROPN NNP 2 obl
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         shared    share     VERB  VBD 0 root
         a         a         DET   DT  4 det
         breakfast breakfast NOUN  NN  2 obj
         with      with      ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 2 obl
         .         .         PUNCT .   2 punct

         Elbonia Elbonia PROPN NNP 2 nsubj
         dined   dine    VERB  VBD 0 root
         in      in      ADP   IN  4 case
         Oslo    Oslo    PROPN NNP 2 obl
         on      on      ADP   IN  6 case
         Monday  Monday  PROPN NNP 2 obl
         .       .       PUNCT .   2 punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | breakfast <- dined; shared a breakfast
        "#]],
    );
}

#[test]
fn who_briefs_a_council_on_a_day_meets_it() {
    // Elbonia will brief the Council on Monday.
    // Elbonia briefed reporters on Monday.
    check(
        &["Elbonia", "Council"],
        &[("Monday", "2020-01-06")],
        "Elbonia Elbonia PROPN NNP 3 nsubj
         will    will    AUX   MD  3 aux
         brief   brief   VERB  VB  0 root
         the     the     DET   DT  5 det
         Council Council PROPN NNP 3 obj
         on      on      ADP   IN  7 case
         Monday  Monday  PROPN NNP 3 obl
         .       .       PUNCT .   3 punct

         Elbonia   Elbonia  PROPN NNP 2 nsubj
         briefed   brief    VERB  VBD 0 root
         reporters reporter NOUN  NNS 2 obj
         on        on       ADP   IN  5 case
         Monday    Monday   PROPN NNP 2 obl
         .         .        PUNCT .   2 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Council | - | - | - <- will brief
        "#]],
    );
}

#[test]
fn who_meet_again_may_be_named_behind() {
    // The next round will be held in Oslo on Monday, the first since Elbonia and Ruritania met in Lima.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  3  det
         next      next      ADJ   JJ  3  amod
         round     round     NOUN  NN  6  nsubj:pass
         will      will      AUX   MD  6  aux
         be        be        AUX   VB  6  aux:pass
         held      hold      VERB  VBN 0  root
         in        in        ADP   IN  8  case
         Oslo      Oslo      PROPN NNP 6  obl
         on        on        ADP   IN  10 case
         Monday    Monday    PROPN NNP 6  obl
         ,         ,         PUNCT ,   13 punct
         the       the       DET   DT  13 det
         first     first     ADJ   JJ  6  obl:unmarked
         since     since     ADP   IN  15 case
         Elbonia   Elbonia   PROPN NNP 18 nsubj
         and       and       CCONJ CC  17 cc
         Ruritania Ruritania PROPN NNP 15 conj
         met       meet      VERB  VBD 6  advcl
         in        in        ADP   IN  20 case
         Lima      Lima      PROPN NNP 18 obl
         .         .         PUNCT .   6  punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | round <- The next round
            Occurred - Elbonia, Ruritania | - | Lima | - <- met
        "#]],
    );
}
