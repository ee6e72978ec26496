//! Events that turn on small words: insisting, ruling out, what was said would be.

use super::tests::check;
use expect_test::expect;

#[test]
fn who_insists_how_things_are_asks_for_nothing() {
    check(
        &["Elbonia"],
        "Elbonia  Elbonia PROPN NNP  2 nsubj
         insisted insist  VERB  VBD  0 root
         its      its     PRON  PRP$ 4 nmod:poss
         ships    ship    NOUN  NNS  6 nsubj
         had      have    AUX   VBD  6 aux
         acted    act     VERB  VBN  2 ccomp
         within   within  ADP   IN   9 case
         the      the     DET   DT   9 det
         law      law     NOUN  NN   6 obl
         .        .       PUNCT .    2 punct",
        expect![[""]],
    );
}

#[test]
fn an_envoy_summoned_to_hear_a_protest_is_no_march() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         summoned  summon    VERB  VBD 0  root
         the       the       DET   DT  4  det
         envoy     envoy     NOUN  NN  2  obj
         of        of        ADP   IN  6  case
         Ruritania Ruritania PROPN NNP 4  nmod
         to        to        PART  TO  8  mark
         protest   protest   VERB  VB  2  advcl
         the       the       DET   DT  10 det
         arrest    arrest    NOUN  NN  8  obj
         of        of        ADP   IN  13 case
         a         a         DET   DT  13 det
         writer    writer    NOUN  NN  10 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | summoned the envoy of Ruritania to protest
        "#]],
    );
}

#[test]
fn what_is_not_ruled_out_is_not_refused() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         has       have      AUX   VBZ 4 aux
         not       not       PART  RB  4 advmod
         ruled     rule      VERB  VBN 0 root
         out       out       ADP   RP  4 compound:prt
         talks     talk      NOUN  NNS 4 obj
         with      with      ADP   IN  8 case
         Ruritania Ruritania PROPN NNP 6 nmod
         .         .         PUNCT .   4 punct",
        expect![[r#"
            REJECT Denied: Elbonia -> Ruritania | has not ruled out
        "#]],
    );
}

#[test]
fn what_was_said_would_be_is_planned() {
    check(
        &["Elbonia|it", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 5 nsubj
         would     would     AUX   MD  5 aux
         expel     expel     VERB  VB  2 ccomp
         two       two       NUM   CD  7 nummod
         envoys    envoy     NOUN  NNS 5 obj
         of        of        ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 7 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            SANCTION/expel Planned: Elbonia -> Ruritania | would expel two envoys [2 envoys]
        "#]],
    );
}

#[test]
fn what_would_be_on_condition_is_open() {
    check(
        &["Elbonia|it", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         it        it        PRON  PRP 5  nsubj
         would     would     AUX   MD  5  aux
         reopen    reopen    VERB  VB  2  ccomp
         the       the       DET   DT  7  det
         border    border    NOUN  NN  5  obj
         on        on        ADP   IN  9  case
         condition condition NOUN  NN  5  obl
         that      that      PRON  WDT 12 obj
         Ruritania Ruritania PROPN NNP 12 nsubj
         paid      pay       VERB  VBD 9  acl:relcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            CONCEDE Hypothetical: Elbonia ->  | would reopen the border
        "#]],
    );
}

#[test]
fn to_host_refugees_is_no_meeting() {
    check(
        &["Elbonia"],
        "Elbonia  Elbonia PROPN NNP 2 nsubj
         hosts    host    VERB  VBZ 0 root
         a        a       DET   DT  4 det
         million  million NUM   CD  5 nummod
         refugees refugee NOUN  NNS 2 obj
         .        .       PUNCT .   2 punct",
        expect![[""]],
    );
}

#[test]
fn who_is_received_visits() {
    check(
        &["Elbonia", "envoy"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         received  receive   VERB  VBD 0 root
         an        a         DET   DT  4 det
         envoy     envoy     NOUN  NN  2 obj
         of        of        ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 nmod
         on        on        ADP   IN  8 case
         Monday    Monday    PROPN NNP 2 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            CONSULT/visit Occurred: Elbonia -> envoy | received an envoy
        "#]],
    );
}

#[test]
fn an_alert_belongs_to_its_verb() {
    check(
        &["Elbonia"],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         put     put     VERB  VBD 0 root
         the     the     DET   DT  4 det
         army    army    NOUN  NN  2 obj
         on      on      ADP   IN  8 case
         full    full    ADJ   JJ  8 amod
         combat  combat  NOUN  NN  8 compound
         alert   alert   NOUN  NN  2 obl
         .       .       PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Elbonia ->  | put the army on full combat alert
        "#]],
    );
}

#[test]
fn who_pulls_out_of_talks_refuses_them() {
    check(
        &["Elbonia"],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         pulled  pull    VERB  VBD 0 root
         out     out     ADP   IN  6 case
         of      of      ADP   IN  6 case
         the     the     DET   DT  6 det
         talks   talk    NOUN  NNS 2 obl
         .       .       PUNCT .   2 punct",
        expect![[r#"
            REJECT/meet Occurred: Elbonia -> "the talks" | pulled out of the talks
        "#]],
    );
}

#[test]
fn whose_troops_are_accused_of_shelling_shell() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         accused   accuse    VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 5 nmod:poss
         's        's        PART  POS 3 case
         troops    troop     NOUN  NNS 2 obj
         of        of        SCONJ IN  7 mark
         shelling  shell     VERB  VBG 5 acl
         the       the       DET   DT  9 det
         town      town      NOUN  NN  7 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/allege Occurred: Elbonia -> Ruritania | accused
            ASSAULT/heavy-weapons Occurred: Ruritania -> "the town" | shelling the town
        "#]],
    );
}

#[test]
fn what_is_to_be_is_planned_behind_while_too() {
    check(
        &["Elbonia", "Ruritania"],
        "Troops    troop     NOUN  NNS 2 nsubj
         rest      rest      VERB  VBP 0 root
         while     while     SCONJ IN  7 mark
         Elbonia   Elbonia   PROPN NNP 7 nsubj
         is        be        AUX   VBZ 7 aux
         to        to        PART  TO  7 mark
         attack    attack    VERB  VB  2 advcl
         Ruritania Ruritania PROPN NNP 7 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ASSAULT Planned: Elbonia -> Ruritania | is to attack
        "#]],
    );
}

#[test]
fn who_mediates_is_not_who_is_agreed_with() {
    check(
        &["Elbonia", "Ruritania", "Syldavia"],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         agreed    agree     VERB  VBD 0 root
         on        on        ADP   IN  7 case
         a         a         DET   DT  7 det
         truce     truce     NOUN  NN  4 obl
         with      with      ADP   IN  10 case
         the       the       DET   DT  10 det
         mediation mediation NOUN  NN  4 obl
         of        of        ADP   IN  12 case
         Syldavia  Syldavia  PROPN NNP 10 nmod
         .         .         PUNCT .   4 punct",
        expect![[r#"
            AGREE Occurred: Elbonia -> Ruritania | agreed on a truce
        "#]],
    );
}

#[test]
fn who_stands_up_for_another_supports_it_and_bans_on_flights_are_sanctions() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         stood     stand     VERB  VBD 0 root
         up        up        ADP   RP  2 compound:prt
         for       for       ADP   IN  5 case
         Ruritania Ruritania PROPN NNP 2 obl
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         imposed   impose    VERB  VBD 0 root
         a         a         DET   DT  4 det
         ban       ban       NOUN  NN  2 obj
         on        on        ADP   IN  6 case
         flights   flight    NOUN  NNS 4 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            SUPPORT Occurred: Elbonia -> Ruritania | stood up for
            SANCTION/discontinue Occurred: Elbonia ->  | imposed a ban on flights
        "#]],
    );
}

#[test]
fn money_that_is_withheld_is_a_sanction() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         withheld  withhold  VERB  VBD 0 root
         $         $         SYM   $   2 obj
         100       100       NUM   CD  5 compound
         million   million   NUM   CD  3 nummod
         in        in        ADP   IN  7 case
         aid       aid       NOUN  NN  2 obl
         from      from      ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 7 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | withheld $100 million in aid [100000000 $]
        "#]],
    );
}

#[test]
fn what_belongs_to_somebody_is_seized_from_him() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         seized    seize     VERB  VBD 0 root
         a         a         DET   DT  4 det
         tanker    tanker    NOUN  NN  2 obj
         belonging belong    VERB  VBG 4 acl
         to        to        ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            COERCE/seize Occurred: Elbonia -> Ruritania | seized a tanker
        "#]],
    );
}

#[test]
fn troops_at_a_border_face_who_is_behind_it() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         sent      send      VERB  VBD 0 root
         troops    troop     NOUN  NNS 2 obj
         to        to        ADP   IN  6 case
         the       the       DET   DT  6 det
         border    border    NOUN  NN  2 obl
         with      with      ADP   IN  8 case
         Ruritania Ruritania PROPN NNP 6 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Elbonia -> Ruritania | sent troops to the border
        "#]],
    );
}
