//! Forces sent somewhere, envoys sent to talk, who fired the shells, pacts and commissions that are left, in sentences of
//! our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_force_ordered_somewhere_is_moved() {
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         ordered order   VERB  VBD 0 root
         a       a       DET   DT  5 det
         carrier carrier NOUN  NN  5 compound
         group   group   NOUN  NN  2 obj
         to      to      ADP   IN  8 case
         the     the     DET   DT  8 det
         strait  strait  NOUN  NN  2 obl
         .       .       PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/weapons Occurred: Elbonia -> "the strait" | ordered a carrier group
        "#]],
    );
    // The border may hang from the soldiers.
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         ordered order   VERB  VBD 0 root
         a       a       DET   DT  4 det
         company company NOUN  NN  2 obj
         of      of      ADP   IN  6 case
         troops  troops  NOUN  NNS 4 nmod
         to      to      ADP   IN  9 case
         the     the     DET   DT  9 det
         border  border  NOUN  NN  6 nmod
         .       .       PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Elbonia -> "the border" | ordered a company
        "#]],
    );
    // Soldiers ordered to do something are told.
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia  Elbonia PROPN NNP  2 nsubj
         ordered  order   VERB  VBD  0 root
         its      its     PRON  PRP$ 4 nmod:poss
         soldiers soldier NOUN  NNS  2 obj
         to       to      PART  TO   6 mark
         leave    leave   VERB  VB   2 xcomp
         .        .       PUNCT .    2 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> "its soldiers" | ordered its soldiers
            RETREAT/withdraw Demanded: Elbonia ->  | leave
        "#]],
    );
}

#[test]
fn an_envoy_sent_for_talks_visits() {
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP  3 nsubj
         will      will      AUX   MD   3 aux
         send      send      VERB  VB   0 root
         its       its       PRON  PRP$ 5 nmod:poss
         envoy     envoy     NOUN  NN   3 obj
         to        to        ADP   IN   7 case
         Ruritania Ruritania PROPN NNP  3 obl
         for       for       ADP   IN   9 case
         talks     talks     NOUN  NNS  3 obl
         .         .         PUNCT .    3 punct",
        expect![[r#"
            CONSULT/visit Planned: Elbonia -> Ruritania | will send its envoy to Ruritania for talks
        "#]],
    );
    // Who sends for an envoy has something to tell him.
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         sent      send      VERB  VBD 0 root
         for       for       ADP   IN  5 case
         the       the       DET   DT  5 det
         envoy     envoy     NOUN  NN  2 obl
         of        of        ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | sent for the envoy
        "#]],
    );
}

#[test]
fn who_fired_the_shells_killed() {
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Shells    shell     NOUN  NNS 6  nsubj
         fired     fire      VERB  VBN 1  acl
         by        by        ADP   IN  5  case
         the       the       DET   DT  5  det
         Elbonia   Elbonia   PROPN NNP 2  obl
         killed    kill      VERB  VBD 0  root
         two       two       NUM   CD  8  nummod
         farmers   farmer    NOUN  NNS 6  obj
         in        in        ADP   IN  10 case
         Ruritania Ruritania PROPN NNP 6  obl
         .         .         PUNCT .   6  punct",
        expect![[r#"
            ASSAULT Occurred: Elbonia -> "two farmers" | killed [2 farmers]
        "#]],
    );
    // Shells that hurt nobody were fired.
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         counted   count     VERB  VBD 0 root
         shells    shell     NOUN  NNS 2 obj
         fired     fire      VERB  VBN 3 acl
         by        by        ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/weapons Occurred: Ruritania ->  | fired
        "#]],
    );
}

#[test]
fn a_pact_or_a_commission_is_left_with_others() {
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         withdrew  withdraw  VERB  VBD 0 root
         from      from      ADP   IN  5 case
         the       the       DET   DT  5 det
         pact      pact      NOUN  NN  2 obl
         with      with      ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            SANCTION/withdraw Occurred: Elbonia -> Ruritania | withdrew from
        "#]],
    );
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia    Elbonia    PROPN NNP  2 nsubj
         withdrew   withdraw   VERB  VBD  0 root
         its        its        PRON  PRP$ 4 nmod:poss
         experts    expert     NOUN  NNS  2 obj
         from       from       ADP   IN   7 case
         a          a          DET   DT   7 det
         commission commission NOUN  NN   2 obl
         with       with       ADP   IN   9 case
         Ruritania  Ruritania  PROPN NNP  7 nmod
         .          .          PUNCT .    2 punct",
        expect![[r#"
            SANCTION/withdraw Occurred: Elbonia -> Ruritania | withdrew its experts
        "#]],
    );
    // A valley is left by an army.
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Elbonia  Elbonia  PROPN NNP 2 nsubj
         withdrew withdraw VERB  VBD 0 root
         from     from     ADP   IN  5 case
         the      the      DET   DT  5 det
         valley   valley   NOUN  NN  2 obl
         .        .        PUNCT .   2 punct",
        expect![[r#"
            RETREAT/withdraw Occurred: Elbonia -> "the valley" | withdrew
        "#]],
    );
}

#[test]
fn what_is_asked_about_has_not_happened() {
    check(
        &["Elbonia|it|its", "Ruritania"],
        "Asked   ask     VERB  VBN 10 advcl
         whether whether SCONJ IN  4  mark
         Elbonia Elbonia PROPN NNP 4  nsubj
         meant   mean    VERB  VBD 1  ccomp
         to      to      PART  TO  6  mark
         close   close   VERB  VB  4  xcomp
         the     the     DET   DT  8  det
         border  border  NOUN  NN  6  obj
         he      he      PRON  PRP 10 nsubj
         smiled  smile   VERB  VBD 0  root
         .       .       PUNCT .   10 punct",
        expect![[""]],
    );
}
