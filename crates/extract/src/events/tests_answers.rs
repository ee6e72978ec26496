//! How one side answers what another did: comments on it, refusals, arrests of those whom it wants back.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_step_that_somebody_condemned_was_taken_by_somebody() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         closed    close     VERB  VBD 0  root
         the       the       DET   DT  4  det
         canal     canal     NOUN  NN  2  obj
         ,         ,         PUNCT ,   7  punct
         a         a         DET   DT  7  det
         step      step      NOUN  NN  9  nsubj
         Ruritania Ruritania PROPN NNP 9  nsubj
         condemned condemn   VERB  VBD 2  advcl:relcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Ruritania -> Elbonia | condemned
        "#]],
    );
}

#[test]
fn a_move_that_somebody_branded_a_provocation() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia     Elbonia     PROPN NNP 2  nsubj
         closed      close       VERB  VBD 0  root
         the         the         DET   DT  4  det
         canal       canal       NOUN  NN  2  obj
         ,           ,           PUNCT ,   7  punct
         a           a           DET   DT  7  det
         move        move        NOUN  NN  2  parataxis
         that        that        PRON  WDT 10 nsubj
         Ruritania   Ruritania   PROPN NNP 10 nsubj
         branded     brand       VERB  VBD 7  acl:relcl
         a           a           DET   DT  12 det
         provocation provocation NOUN  NN  10 obj
         .           .           PUNCT .   2  punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Ruritania -> Elbonia | branded
        "#]],
    );
}

#[test]
fn an_act_may_be_called_a_bad_name_in_quotation_marks() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         called    call      VERB  VBD 0 root
         the       the       DET   DT  4 det
         raid      raid      NOUN  NN  2 obj
         of        of        ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 nmod
         a         a         DET   DT  9 det
         barbaric  barbaric  ADJ   JJ  9 amod
         act       act       NOUN  NN  2 ccomp
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | called
        "#]],
    );
}

#[test]
fn an_object_may_stand_behind_what_else_the_verb_has() {
    check(
        &["Elbonia", "Ruritanian"],
        "Elbonia    Elbonia    PROPN NNP 2 nsubj:pass
         condemned  condemn    VERB  VBN 0 root
         in         in         ADP   IN  6 case
         the        the        DET   DT  6 det
         strongest  strong     ADJ   JJS 6 amod
         terms      term       NOUN  NNS 2 obl
         the        the        DET   DT  9 det
         Ruritanian Ruritanian ADJ   JJ  9 amod
         raid       raid       NOUN  NN  6 nmod
         .          .          PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritanian | condemned
        "#]],
    );
}

#[test]
fn who_could_not_accept_refuses() {
    check(
        &["Elbonia", "Ruritanian"],
        "Elbonia    Elbonia    PROPN NNP 4 nsubj
         could      can        AUX   MD  4 aux
         not        not        PART  RB  4 advmod
         accept     accept     VERB  VB  0 root
         the        the        DET   DT  7 det
         Ruritanian Ruritanian ADJ   JJ  7 amod
         terms      term       NOUN  NNS 4 obj
         .          .          PUNCT .   4 punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> Ruritanian | could not accept the Ruritanian terms
        "#]],
    );
}

#[test]
fn what_will_be_may_be_discarded_as_a_translator_has_it() {
    check(
        &["Elbonia"],
        "Elbonia   Elbonia PROPN NNP 2 nsubj
         discarded discard VERB  VBD 0 root
         that      that    SCONJ IN  6 mark
         there     there   PRON  EX  6 expl
         will      will    AUX   MD  6 aux
         be        be      VERB  VB  2 ccomp
         a         a       DET   DT  8 det
         summit    summit  NOUN  NN  6 nsubj
         .         .       PUNCT .   2 punct",
        expect![[r#"
            REJECT Occurred: Elbonia ->  | discarded
        "#]],
    );
}

#[test]
fn drills_with_those_of_another_are_joint() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 12 nsubj
         ,         ,         PUNCT ,   5  punct
         whose     whose     PRON  WP$ 4  nmod:poss
         army      army      NOUN  NN  5  nsubj
         held      hold      VERB  VBD 1  acl:relcl
         joint     joint     ADJ   JJ  7  amod
         drills    drill     NOUN  NNS 5  obj
         with      with      ADP   IN  9  case
         that      that      PRON  DT  7  nmod
         of        of        ADP   IN  11 case
         Ruritania Ruritania PROPN NNP 9  nmod
         waited    wait      VERB  VBD 0  root
         .         .         PUNCT .   12 punct",
        expect![[r#"
            COOPERATE/military Occurred: Elbonia -> Ruritania | held joint drills
        "#]],
    );
}

#[test]
fn the_neighbour_is_with_whom_one_had_to_do() {
    check(
        &["PER|Peru", "ECU|Ecuador"],
        "Peru      Peru      PROPN NNP 2 nsubj
         thanked   thank     VERB  VBD 0 root
         Ecuador   Ecuador   PROPN NNP 2 obj
         .         .         PUNCT .   2 punct

         Later     later     ADV   RB  3 advmod
         Ecuador   Ecuador   PROPN NNP 3 nsubj
         accused   accuse    VERB  VBD 0 root
         the       the       DET   DT  6 det
         neighbour neighbour ADJ   JJ  6 amod
         country   country   NOUN  NN  3 obj
         of        of        ADP   IN  8 case
         theft     theft     NOUN  NN  3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            SUPPORT Occurred: PER -> ECU | thanked
            ACCUSE/allege Occurred: ECU -> PER | accused
        "#]],
    );
}

#[test]
fn those_who_are_held_belong_to_who_asks_for_them() {
    check(
        &["PER|Peru", "ECU|Ecuador"],
        "Peru      Peru      PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         the       the       DET   DT  4 det
         release   release   NOUN  NN  2 obj
         of        of        ADP   IN  7 case
         six       six       NUM   CD  7 nummod
         sailors   sailor    NOUN  NNS 4 nmod
         .         .         PUNCT .   2 punct

         Ecuador   Ecuador   PROPN NNP 2 nsubj
         arrested  arrest    VERB  VBD 0 root
         the       the       DET   DT  4 det
         sailors   sailor    NOUN  NNS 2 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: PER -> "six sailors" | demanded the release [6 sailors]
            COERCE/arrest Occurred: ECU -> PER | arrested
        "#]],
    );
}

#[test]
fn what_is_considered_a_crime_may_be_read_as_a_clause() {
    check(
        &["Elbonia", "Ruritanian"],
        "Elbonia    Elbonia    PROPN NNP 2 nsubj
         considered consider   VERB  VBD 0 root
         the        the        DET   DT  5 det
         Ruritanian Ruritanian ADJ   JJ  5 amod
         raid       raid       NOUN  NN  7 nsubj
         a          a          DET   DT  7 det
         crime      crime      NOUN  NN  2 xcomp
         .          .          PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritanian | considered
        "#]],
    );
}

#[test]
fn one_who_does_not_agree_with_it_refuses_two_who_do_not_agree_on_it_refuse_nothing() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 4  nsubj
         could     can       AUX   MD  4  aux
         not       not       PART  RB  4  advmod
         agree     agree     VERB  VB  0  root
         to        to        ADP   IN  7  case
         the       the       DET   DT  7  det
         plan      plan      NOUN  NN  4  obl
         .         .         PUNCT .   4  punct

         Elbonia   Elbonia   PROPN NNP 6  nsubj
         and       and       CCONJ CC  3  cc
         Ruritania Ruritania PROPN NNP 1  conj
         could     can       AUX   MD  6  aux
         not       not       PART  RB  6  advmod
         agree     agree     VERB  VB  0  root
         on        on        ADP   IN  9  case
         a         a         DET   DT  9  det
         plan      plan      NOUN  NN  6  obl
         .         .         PUNCT .   6  punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> "the plan" | could not agree
            AGREE Denied: Elbonia -> Ruritania | could not agree on
        "#]],
    );
}

#[test]
fn a_ship_that_flies_a_flag_is_of_that_state() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         seized    seize     VERB  VBD 0 root
         a         a         DET   DT  4 det
         ship      ship      NOUN  NN  2 obj
         carrying  carry     VERB  VBG 4 acl
         the       the       DET   DT  7 det
         flag      flag      NOUN  NN  5 obj
         of        of        ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 7 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            COERCE/seize Occurred: Elbonia -> Ruritania | seized a ship
        "#]],
    );
}

#[test]
fn who_lost_their_lives_in_a_raid_were_raided() {
    check(
        &["Elbonia", "Ruritanian"],
        "Two        two        NUM   CD   3 nummod
         Ruritanian Ruritanian ADJ   JJ   3 amod
         guards     guard      NOUN  NNS  4 nsubj
         lost       lose       VERB  VBD  0 root
         their      their      PRON  PRP$ 6 nmod:poss
         lives      life       NOUN  NNS  4 obj
         in         in         ADP   IN   9 case
         a          a          DET   DT   9 det
         raid       raid       NOUN  NN   4 obl
         by         by         ADP   IN   11 case
         Elbonia    Elbonia    PROPN NNP  9 nmod
         .          .          PUNCT .    4 punct",
        expect![[r#"
            ASSAULT Occurred: Elbonia -> Ruritanian | raid by Elbonia [2 guards]
        "#]],
    );
}

#[test]
fn an_organ_of_state_that_protests_accuses() {
    check(
        &["Elbonia", "Ruritania"],
        "The       the       DET   DT  2 det
         ministry  ministry  NOUN  NN  5 nsubj
         of        of        ADP   IN  4 case
         Elbonia   Elbonia   PROPN NNP 2 nmod
         protested protest   VERB  VBD 0 root
         to        to        ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 obl
         .         .         PUNCT .   5 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | protested
        "#]],
    );
}

#[test]
fn columns_with_tents_are_aid_wherever_the_object_stands() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         directed  direct    VERB  VBD 0 root
         to        to        ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 obl
         two       two       NUM   CD  6 nummod
         columns   column    NOUN  NNS 2 obj
         with      with      ADP   IN  8 case
         tents     tent      NOUN  NNS 6 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            AID Occurred: Elbonia -> Ruritania | directed to Ruritania two columns with tents [2 columns]
        "#]],
    );
}
