//! Sittings of bodies, offers to host, talks called off, and meetings in the words of translations, in sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_body_debates_at_a_sitting() {
    check(
        &["League"],
        &[("Friday", "2020-01-10")],
        "The       the       DET   DT  2  det
         League    League    PROPN NNP 4  nsubj
         will      will      AUX   MD  4  aux
         consider  consider  VERB  VB  0  root
         the       the       DET   DT  6  det
         complaint complaint NOUN  NN  4  obj
         at        at        ADP   IN  10 case
         a         a         DET   DT  10 det
         special   special   ADJ   JJ  10 amod
         sitting   sitting   NOUN  NN  6  nmod
         in        in        ADP   IN  12 case
         Oslo      Oslo      PROPN NNP 10 nmod
         on        on        ADP   IN  14 case
         Friday    Friday    PROPN NNP 10 nmod
         .         .         PUNCT .   4  punct",
        expect![[r#"
            Planned 2020-01-10 League | The League | Oslo | - <- will consider the complaint at a special sitting
        "#]],
    );
    check(
        &["League"],
        &[("Friday", "2020-01-10")],
        "The     the     DET   DT  2  det
         League  League  PROPN NNP 4  nsubj
         will    will    AUX   MD  4  aux
         assess  assess  VERB  VB  0  root
         the     the     DET   DT  6  det
         dispute dispute NOUN  NN  4  obj
         at      at      ADP   IN  9  case
         a       a       DET   DT  9  det
         meeting meeting NOUN  NN  6  nmod
         in      in      ADP   IN  11 case
         Oslo    Oslo    PROPN NNP 9  nmod
         on      on      ADP   IN  13 case
         Friday  Friday  PROPN NNP 9  nmod
         .       .       PUNCT .   4  punct",
        expect![[r#"
            Planned 2020-01-10 League | The League | Oslo | meeting <- will assess the dispute at a meeting in Oslo on Friday
        "#]],
    );
    // What is assessed at no meeting is assessed alone.
    check(
        &["League"],
        &[("Friday", "2020-01-10")],
        "The    the    DET   DT  2  det
         League League PROPN NNP 4  nsubj
         will   will   AUX   MD  4  aux
         assess assess VERB  VB  0  root
         the    the    DET   DT  6  det
         damage damage NOUN  NN  4  obj
         in     in     ADP   IN  8  case
         Oslo   Oslo   PROPN NNP 6  nmod
         on     on     ADP   IN  10 case
         Friday Friday PROPN NNP 4  obl
         .      .      PUNCT .   4  punct",
        expect![[""]],
    );
}

#[test]
fn a_session_is_convened_for_a_day() {
    check(
        &["League"],
        &[("Friday", "2020-01-10")],
        "The       the       DET   DT  2  det
         League    League    PROPN NNP 4  nsubj
         will      will      AUX   MD  4  aux
         examine   examine   VERB  VB  0  root
         the       the       DET   DT  6  det
         situation situation NOUN  NN  4  obj
         at        at        ADP   IN  9  case
         a         a         DET   DT  9  det
         session   session   NOUN  NN  6  nmod
         convened  convene   VERB  VBN 9  acl
         in        in        ADP   IN  12 case
         Oslo      Oslo      PROPN NNP 10 obl
         for       for       ADP   IN  14 case
         Friday    Friday    PROPN NNP 10 obl
         .         .         PUNCT .   4  punct",
        expect![[r#"
            Planned 2020-01-10 League | The League | Oslo | session <- will examine the situation at a session
        "#]],
    );
    // What was convened for a day is to come.
    check(
        &["League"],
        &[("Friday", "2020-01-10")],
        "The      the     DET   DT  2  det
         League   League  PROPN NNP 4  nsubj
         has      have    AUX   VBZ 4  aux
         convened convene VERB  VBN 0  root
         a        a       DET   DT  6  det
         summit   summit  NOUN  NN  4  obj
         on       on      ADP   IN  8  case
         trade    trade   NOUN  NN  6  nmod
         for      for     ADP   IN  10 case
         Friday   Friday  PROPN NNP 8  nmod
         .        .       PUNCT .   4  punct",
        expect![[r#"
            Planned 2020-01-10 League | - | - | summit <- has convened a summit on trade for Friday
        "#]],
    );
}

#[test]
fn a_body_holds_a_video_conference_within_itself() {
    check(
        &["League"],
        &[("Friday", "2020-01-10")],
        "League     League     PROPN NNP 2  compound
         ministers  minister   NOUN  NNS 4  nsubj
         have       have       AUX   VBP 4  aux
         scheduled  schedule   VERB  VBN 0  root
         a          a          DET   DT  7  det
         video      video      NOUN  NN  7  compound
         conference conference NOUN  NN  4  obj
         on         on         ADP   IN  10 case
         the        the        DET   DT  10 det
         dispute    dispute    NOUN  NN  7  nmod
         for        for        ADP   IN  12 case
         Friday     Friday     PROPN NNP 10 nmod
         .          .          PUNCT .   4  punct",
        expect![[r#"
            Planned 2020-01-10 League | - | - | video conference <- have scheduled a video conference on the dispute for Friday
        "#]],
    );
    // With whom a state holds one is not said.
    check(
        &["Elbonia"],
        &[("Friday", "2020-01-10")],
        "Elbonia    Elbonia    PROPN NNP 3  nsubj
         has        have       AUX   VBZ 3  aux
         scheduled  schedule   VERB  VBN 0  root
         a          a          DET   DT  6  det
         video      video      NOUN  NN  6  compound
         conference conference NOUN  NN  3  obj
         on         on         ADP   IN  8  case
         trade      trade      NOUN  NN  6  nmod
         for        for        ADP   IN  10 case
         Friday     Friday     PROPN NNP 6  nmod
         .          .          PUNCT .   3  punct",
        expect![[""]],
    );
}

#[test]
fn talks_between_its_two_neighbours_are_of_the_states_last_named() {
    check(
        &["Peru|PER", "Chile|CHL", "Brazil|BRA"],
        &[],
        "Peru   Peru  PROPN NNP 2 nsubj
         warned warn  VERB  VBD 0 root
         Chile  Chile PROPN NNP 2 iobj
         .      .     PUNCT .   2 punct

         Brazil    Brazil   PROPN NNP  7  nsubj
         ,         ,        PUNCT ,    5  punct
         the       the      DET   DT   5  det
         third     third    ADJ   JJ   5  amod
         state     state    NOUN  NN   1  appos
         ,         ,        PUNCT ,    1  punct
         offered   offer    VERB  VBD  0  root
         to        to       PART  TO   9  mark
         host      host     VERB  VB   7  xcomp
         a         a        DET   DT   11 det
         round     round    NOUN  NN   9  obj
         of        of       ADP   IN   13 case
         talks     talk     NOUN  NNS  11 nmod
         between   between  ADP   IN   17 case
         its       its      PRON  PRP$ 17 nmod:poss
         two       two      NUM   CD   17 nummod
         neighbors neighbor NOUN  NNS  13 nmod
         in        in       ADP   IN   19 case
         Manaus    Manaus   PROPN NNP  17 nmod
         .         .        PUNCT .    7  punct",
        expect![[r#"
            Hypothetical - PER, CHL | - | - | round <- host a round of
        "#]],
    );
    check(
        &["Peru|PER", "Chile|CHL", "Brazil|BRA"],
        &[],
        "Peru   Peru  PROPN NNP 2 nsubj
         warned warn  VERB  VBD 0 root
         Chile  Chile PROPN NNP 2 iobj
         .      .     PUNCT .   2 punct

         Brazil       Brazil      PROPN NNP 3  nsubj
         is           be          AUX   VBZ 3  cop
         prepared     prepared    ADJ   JJ  0  root
         to           to          PART  TO  5  mark
         host         host        VERB  VB  3  xcomp
         negotiations negotiation NOUN  NNS 5  obj
         between      between     ADP   IN  9  case
         the          the         DET   DT  9  det
         parties      party       NOUN  NNS 6  nmod
         in           in          ADP   IN  11 case
         Manaus       Manaus      PROPN NNP 9  nmod
         .            .           PUNCT .   3  punct",
        expect![[r#"
            Hypothetical - PER, CHL | - | - | negotiations <- host negotiations between the parties in Manaus
        "#]],
    );
    // Of one that is named nothing follows.
    check(
        &["Peru|PER", "Chile|CHL", "Brazil|BRA"],
        &[],
        "Peru   Peru  PROPN NNP 2 nsubj
         warned warn  VERB  VBD 0 root
         others other NOUN  NNS 2 iobj
         .      .     PUNCT .   2 punct

         Brazil    Brazil   PROPN NNP  2  nsubj
         offered   offer    VERB  VBD  0  root
         to        to       PART  TO   4  mark
         host      host     VERB  VB   2  xcomp
         talks     talk     NOUN  NNS  4  obj
         between   between  ADP   IN   9  case
         its       its      PRON  PRP$ 9  nmod:poss
         two       two      NUM   CD   9  nummod
         neighbors neighbor NOUN  NNS  5  nmod
         in        in       ADP   IN   11 case
         Manaus    Manaus   PROPN NNP  9  nmod
         .         .        PUNCT .    2  punct",
        expect![[""]],
    );
}

#[test]
fn who_would_be_host_is_not_met_by_those_who_meet_elsewhere() {
    check(
        &["Elbonia", "Ruritania", "Freedonia"],
        &[("Friday", "2020-01-10")],
        "Freedonia Freedonia PROPN NNP 3  nsubj
         will      will      AUX   MD  3  aux
         receive   receive   VERB  VB  0  root
         the       the       DET   DT  5  det
         envoys    envoy     NOUN  NNS 3  obj
         of        of        ADP   IN  7  case
         Elbonia   Elbonia   PROPN NNP 5  nmod
         and       and       CCONJ CC  9  cc
         Ruritania Ruritania PROPN NNP 7  conj
         if        if        SCONJ IN  12 mark
         they      they      PRON  PRP 12 nsubj
         wish      wish      VERB  VBP 3  advcl
         .         .         PUNCT .   3  punct

         The       the       DET   DT  2  det
         ministers minister  NOUN  NNS 8  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         will      will      AUX   MD  8  aux
         meet      meet      VERB  VB  0  root
         in        in        ADP   IN  10 case
         Oslo      Oslo      PROPN NNP 8  obl
         on        on        ADP   IN  12 case
         Friday    Friday    PROPN NNP 8  obl
         .         .         PUNCT .   8  punct",
        expect![[r#"
            Planned 2020-01-10 Elbonia, Ruritania | - | Oslo | - <- will meet
        "#]],
    );
}

#[test]
fn talks_that_one_side_calls_off_are_cancelled() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Friday", "2020-01-10")],
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         called    call      VERB  VBD 0  root
         off       off       ADP   RP  2  compound:prt
         talks     talk      NOUN  NNS 2  obj
         with      with      ADP   IN  6  case
         Ruritania Ruritania PROPN NNP 4  nmod
         that      that      PRON  WDT 10 nsubj:pass
         had       have      AUX   VBD 10 aux
         been      be        AUX   VBN 10 aux:pass
         scheduled schedule  VERB  VBN 4  acl:relcl
         for       for       ADP   IN  12 case
         Friday    Friday    PROPN NNP 10 obl
         in        in        ADP   IN  14 case
         Oslo      Oslo      PROPN NNP 10 obl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Denied 2020-01-10 Elbonia, Ruritania | - | Oslo | talks <- called off talks with Ruritania
        "#]],
    );
    check(
        &["Elbonia", "Ruritania"],
        &[("Friday", "2020-01-10")],
        "A          a         DET   DT  2  det
         meeting    meeting   NOUN  NN  14 nsubj:pass
         between    between   ADP   IN  5  case
         the        the       DET   DT  5  det
         presidents president NOUN  NNS 2  nmod
         of         of        ADP   IN  7  case
         Elbonia    Elbonia   PROPN NNP 5  nmod
         and        and       CCONJ CC  9  cc
         Ruritania  Ruritania PROPN NNP 7  conj
         planned    plan      VERB  VBN 2  acl
         for        for       ADP   IN  10 obl
         Friday     Friday    PROPN NNP 10 obl:unmarked
         was        be        AUX   VBD 14 aux:pass
         called     call      VERB  VBN 0  root
         off        off       ADP   RP  14 compound:prt
         .          .         PUNCT .   14 punct",
        expect![[r#"
            Denied 2020-01-10 Elbonia, Ruritania | - | - | meeting <- A meeting between the presidents of Elbonia and Ruritania
        "#]],
    );
    // What is put off is to come.
    check(
        &["Elbonia", "Ruritania"],
        &[("Friday", "2020-01-10")],
        "The       the       DET   DT  2  det
         summit    summit    NOUN  NN  17 nsubj:pass
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         ,         ,         PUNCT ,   11 punct
         which     which     PRON  WDT 11 nsubj
         was       be        AUX   VBD 11 aux
         to        to        PART  TO  11 mark
         open      open      VERB  VB  2  acl:relcl
         in        in        ADP   IN  13 case
         Oslo      Oslo      PROPN NNP 11 obl
         ,         ,         PUNCT ,   2  punct
         has       have      AUX   VBZ 17 aux
         been      be        AUX   VBN 17 aux:pass
         put       put       VERB  VBN 0  root
         off       off       ADP   RP  17 compound:prt
         until     until     ADP   IN  20 case
         Friday    Friday    PROPN NNP 17 obl
         .         .         PUNCT .   17 punct",
        expect![[r#"
            Planned 2020-01-10 Elbonia, Ruritania | - | - | summit <- The summit of Elbonia and Ruritania
        "#]],
    );
}

#[test]
fn they_come_together_and_speak_on_the_margins() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         envoys    envoy     NOUN  NNS 7  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         came      come      VERB  VBD 0  root
         together  together  ADV   RB  7  advmod
         in        in        ADP   IN  10 case
         Oslo      Oslo      PROPN NNP 7  obl
         on        on        ADP   IN  12 case
         Monday    Monday    PROPN NNP 7  obl
         .         .         PUNCT .   7  punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- came
        "#]],
    );
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         ministers minister  NOUN  NNS 7  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         spoke     speak     VERB  VBD 0  root
         on        on        ADP   IN  10 case
         the       the       DET   DT  10 det
         margins   margin    NOUN  NN  7  obl
         of        of        ADP   IN  13 case
         a         a         DET   DT  13 det
         fair      fair      NOUN  NN  10 nmod
         in        in        ADP   IN  15 case
         Oslo      Oslo      PROPN NNP 10 nmod
         on        on        ADP   IN  17 case
         Monday    Monday    PROPN NNP 7  obl
         .         .         PUNCT .   7  punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | - | - <- spoke
        "#]],
    );
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The         the         DET   DT  2  det
         governments government  NOUN  NNS 8  nsubj
         of          of          ADP   IN  4  case
         Elbonia     Elbonia     PROPN NNP 2  nmod
         and         and         CCONJ CC  6  cc
         Ruritania   Ruritania   PROPN NNP 4  conj
         will        will        AUX   MD  8  aux
         sit         sit         VERB  VB  0  root
         at          at          ADP   IN  12 case
         the         the         DET   DT  12 det
         negotiating negotiating NOUN  NN  12 compound
         table       table       NOUN  NN  8  obl
         in          in          ADP   IN  14 case
         Oslo        Oslo        PROPN NNP 8  obl
         on          on          ADP   IN  16 case
         Monday      Monday      PROPN NNP 8  obl
         .           .           PUNCT .   8  punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- will sit
        "#]],
    );
    // Who only speaks, speaks to anybody.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         ministers minister  NOUN  NNS 7  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         spoke     speak     VERB  VBD 0  root
         in        in        ADP   IN  9  case
         Oslo      Oslo      PROPN NNP 7  obl
         on        on        ADP   IN  11 case
         Monday    Monday    PROPN NNP 7  obl
         .         .         PUNCT .   7  punct",
        expect![[""]],
    );
}

#[test]
fn conversations_of_translations_are_talks() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The           the          DET   DT  2  det
         conversations conversation NOUN  NNS 11 nsubj
         between       between      ADP   IN  5  case
         the           the          DET   DT  5  det
         ministers     minister     NOUN  NNS 2  nmod
         of            of           ADP   IN  7  case
         Elbonia       Elbonia      PROPN NNP 5  nmod
         and           and          CCONJ CC  9  cc
         Ruritania     Ruritania    PROPN NNP 7  conj
         will          will         AUX   MD  11 aux
         take          take         VERB  VB  0  root
         place         place        NOUN  NN  11 obj
         on            on           ADP   IN  14 case
         Monday        Monday       PROPN NNP 11 obl
         in            in           ADP   IN  16 case
         Oslo          Oslo         PROPN NNP 11 obl
         .             .            PUNCT .   11 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | conversations <- The conversations between the ministers of Elbonia and Ruritania
        "#]],
    );
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         ministers minister  NOUN  NNS 8  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         will      will      AUX   MD  8  aux
         maintain  maintain  VERB  VB  0  root
         a         a         DET   DT  10 det
         meeting   meeting   NOUN  NN  8  obj
         in        in        ADP   IN  12 case
         Oslo      Oslo      PROPN NNP 10 nmod
         on        on        ADP   IN  14 case
         Monday    Monday    PROPN NNP 10 nmod
         .         .         PUNCT .   8  punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | meeting <- will maintain a meeting in Oslo on Monday
        "#]],
    );
    // A dialogue that is maintained is no meeting.
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         maintain  maintain  VERB  VBP 0 root
         a         a         DET   DT  6 det
         dialogue  dialogue  NOUN  NN  4 obj
         on        on        ADP   IN  9 case
         the       the       DET   DT  9 det
         border    border    NOUN  NN  6 nmod
         .         .         PUNCT .   4 punct",
        expect![[""]],
    );
}

#[test]
fn consultations_at_the_level_of_ministers() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "Consultations consultation NOUN  NNS 13 nsubj:pass
         at            at           ADP   IN  4  case
         the           the          DET   DT  4  det
         level         level        NOUN  NN  1  nmod
         of            of           ADP   IN  7  case
         deputy        deputy       NOUN  NN  7  compound
         ministers     minister     NOUN  NNS 4  nmod
         between       between      ADP   IN  9  case
         Elbonia       Elbonia      PROPN NNP 7  nmod
         and           and          CCONJ CC  11 cc
         Ruritania     Ruritania    PROPN NNP 9  conj
         were          be           AUX   VBD 13 aux:pass
         held          hold         VERB  VBN 0  root
         in            in           ADP   IN  15 case
         Oslo          Oslo         PROPN NNP 13 obl
         on            on           ADP   IN  17 case
         Monday        Monday       PROPN NNP 13 obl
         .             .            PUNCT .   13 punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | Oslo | Consultations <- Consultations at the level of deputy ministers between Elbonia and Ruritania
        "#]],
    );
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         heads     head      NOUN  NNS 10 nsubj
         of        of        ADP   IN  4  case
         diplomacy diplomacy NOUN  NN  2  nmod
         of        of        ADP   IN  6  case
         Elbonia   Elbonia   PROPN NNP 4  nmod
         and       and       CCONJ CC  8  cc
         Ruritania Ruritania PROPN NNP 6  conj
         will      will      AUX   MD  10 aux
         meet      meet      VERB  VB  0  root
         in        in        ADP   IN  12 case
         Oslo      Oslo      PROPN NNP 10 obl
         on        on        ADP   IN  14 case
         Monday    Monday    PROPN NNP 10 obl
         .         .         PUNCT .   10 punct",
        expect![[r#"
            Planned 2020-01-06 Elbonia, Ruritania | - | Oslo | - <- will meet
        "#]],
    );
}

#[test]
fn members_are_summoned_to_a_summit() {
    check(
        &["League"],
        &[("Friday", "2020-01-10")],
        "The      the      DET   DT  2  det
         chairman chairman NOUN  NN  4  nsubj
         has      have     AUX   VBZ 4  aux
         summoned summon   VERB  VBN 0  root
         the      the      DET   DT  6  det
         leaders  leader   NOUN  NNS 4  obj
         of       of       ADP   IN  9  case
         the      the      DET   DT  9  det
         League   League   PROPN NNP 6  nmod
         to       to       ADP   IN  12 case
         a        a        DET   DT  12 det
         summit   summit   NOUN  NN  4  obl
         in       in       ADP   IN  14 case
         Oslo     Oslo     PROPN NNP 12 nmod
         on       on       ADP   IN  16 case
         Friday   Friday   PROPN NNP 12 nmod
         .        .        PUNCT .   4  punct",
        expect![[r#"
            Planned 2020-01-10 League | - | Oslo | summit <- a summit in Oslo on Friday
        "#]],
    );
}

#[test]
fn who_walks_out_of_talks_was_there() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2020-01-06")],
        "The       the       DET   DT  2  det
         envoys    envoy     NOUN  NNS 5  nsubj
         of        of        ADP   IN  4  case
         Elbonia   Elbonia   PROPN NNP 2  nmod
         walked    walk      VERB  VBD 0  root
         out       out       ADP   IN  8  case
         of        of        ADP   IN  8  case
         talks     talk      NOUN  NNS 5  obl
         with      with      ADP   IN  10 case
         Ruritania Ruritania PROPN NNP 8  nmod
         in        in        ADP   IN  12 case
         Oslo      Oslo      PROPN NNP 5  obl
         on        on        ADP   IN  14 case
         Monday    Monday    PROPN NNP 5  obl
         .         .         PUNCT .   5  punct",
        expect![[r#"
            Occurred 2020-01-06 Elbonia, Ruritania | - | - | talks <- talks with Ruritania
        "#]],
    );
}
