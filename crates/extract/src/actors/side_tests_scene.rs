//! Whose officials speak, by the scene, the full name before or the office told first, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_scene_says_more_than_the_government_before() {
    check(
        "Peru       Peru       PROPN NNP 3 nmod:poss
         's         's         PART  POS 1 case
         government government NOUN  NN  4 nsubj
         protested  protest    VERB  VBD 0 root
         .          .          PUNCT .   4 punct

         In         in         ADP   IN  2 case
         Quito      Quito      PROPN NNP 8 obl
         ,          ,          PUNCT ,   2 punct
         government government NOUN  NN  5 compound
         spokesman  spokesman  NOUN  NN  6 nmod:desc
         Jorge      Jorge      PROPN NNP 8 nsubj
         Salas      Salas      PROPN NNP 6 flat
         laughed    laugh      VERB  VBD 0 root
         .          .          PUNCT .   8 punct",
        expect![[r#"
            PER: Peru | Peru's government
            Jorge Salas for ECU: government spokesman Jorge Salas
            ECU: 
        "#]],
    );
}

#[test]
fn the_government_is_the_one_whose_full_name_came_first() {
    check(
        "The        the        DET   DT  2 det
         Government government NOUN  NN 5 nsubj
         of         of         ADP   IN  4 case
         Peru       Peru       PROPN NNP 2 nmod
         saw        see        VERB  VBD 0 root
         a          a          DET   DT  7 det
         ship       ship       NOUN  NN  5 obj
         of         of         ADP   IN  9 case
         Chile      Chile      PROPN NNP 7 nmod
         .          .          PUNCT .   5 punct

         Chile      Chile      PROPN NNP 2 nsubj
         asked      ask        VERB  VBD 0 root
         the        the        DET   DT  4 det
         Government government NOUN  NN 2 obj
         to         to         PART  TO  6 mark
         wait       wait       VERB  VB  2 xcomp
         .          .          PUNCT .   2 punct",
        expect![[r#"
            PER: The Government of Peru | Peru | ~the Government
            CHL: a ship of Chile | Chile | Chile
        "#]],
    );
}

#[test]
fn the_ministers_are_those_named_together_before() {
    check(
        "The        the        DET   DT  2 det
         ministers  minister   NOUN  NNS 9 nsubj
         of         of         ADP   IN  4 case
         Peru       Peru       PROPN NNP 2 nmod
         ,          ,          PUNCT ,   6 punct
         Chile      Chile      PROPN NNP 4 conj
         and        and        CCONJ CC  8 cc
         Ecuador    Ecuador    PROPN NNP 4 conj
         met        meet       VERB  VBD 0 root
         .          .          PUNCT .   9 punct

         The        the        DET   DT  2 det
         ministers  minister   NOUN  NNS 3 nsubj
         agreed     agree      VERB  VBD 0 root
         .          .          PUNCT .   3 punct",
        expect![[r#"
            PER: The ministers of Peru | Peru | ~The ministers
            CHL: The ministers of Peru | Chile | ~The ministers
            ECU: The ministers of Peru | Ecuador | ~The ministers
        "#]],
    );
}

#[test]
fn a_name_without_office_is_who_holds_the_office_told_before() {
    check(
        "Peru      Peru      PROPN NNP 4 nmod:poss
         's        's        PART  POS 1 case
         foreign   foreign   ADJ   JJ  4 amod
         minister  minister  NOUN  NN  5 nsubj
         refused   refuse    VERB  VBD 0 root
         talks     talk      NOUN  NNS 5 obj
         .         .         PUNCT .   5 punct

         Ana       Ana       PROPN NNP 3 nsubj
         Ruiz      Ruiz      PROPN NNP 1 flat
         said      say       VERB  VBD 0 root
         nobody    nobody    PRON  NN  5 nsubj
         came      come      VERB  VBD 3 ccomp
         .         .         PUNCT .   3 punct",
        expect![[r#"
            PER: Peru
            Ana Ruiz for PER: Ana Ruiz
            Peru's foreign minister for PER: Peru's foreign minister
        "#]],
    );
}

#[test]
fn the_capital_that_an_official_visits_is_its_state() {
    check(
        "Peru     Peru     PROPN NNP 3 nmod:poss
         's       's       PART  POS 1 case
         premier  premier  NOUN  NN  5 nsubj
         will     will     AUX   MD  5 aux
         visit    visit    VERB  VB  0 root
         Quito    Quito    PROPN NNP 5 obj
         and      and      CCONJ CC  8 cc
         Santiago Santiago PROPN NNP 6 conj
         .        .        PUNCT .   5 punct",
        expect![[r#"
            PER: Peru
            ECU: Quito
            CHL: Santiago
            Peru's premier for PER: Peru's premier
        "#]],
    );
}

#[test]
fn who_flies_to_a_capital_to_meet_others_is_only_there() {
    check(
        "Peru    Peru    PROPN NNP 3 nmod:poss
         's      's      PART  POS 1 case
         premier premier NOUN  NN  4 nsubj
         flies   fly     VERB  VBZ 0 root
         to      to      ADP   IN  6 case
         Quito   Quito   PROPN NNP 4 obl
         to      to      PART  TO  8 mark
         meet    meet    VERB  VB  4 advcl
         Chile   Chile   PROPN NNP 8 obj
         .       .       PUNCT .   4 punct",
        expect![[r#"
            PER: Peru
            CHL: Chile
            Peru's premier for PER: Peru's premier
        "#]],
    );
}

#[test]
fn a_name_of_a_state_is_of_it() {
    check(
        "Ana   Ana   PROPN NNP 5 nsubj
         Ruiz  Ruiz  PROPN NNP 1 flat
         of    of    ADP   IN  4 case
         Peru  Peru  PROPN NNP 1 nmod
         met   meet  VERB  VBD 0 root
         Jorge Jorge PROPN NNP 5 obj
         Salas Salas PROPN NNP 6 flat
         of    of    ADP   IN  9 case
         Chile Chile PROPN NNP 6 nmod
         .     .     PUNCT .   5 punct",
        expect![[r#"
            PER: Peru
            CHL: Chile
            Ana Ruiz for PER: Ana Ruiz
            Jorge Salas for CHL: Jorge Salas
        "#]],
    );
}

#[test]
fn who_is_visited_is_of_another_side() {
    check(
        "Peru    Peru    PROPN NNP 2 nsubj
         helped  help    VERB  VBD 0 root
         Chile   Chile   PROPN NNP 2 obj
         .       .       PUNCT .   2 punct

         Peru       Peru       PROPN NNP 3 nmod:poss
         's         's         PART  POS 1 case
         ambassador ambassador NOUN  NN  4 nsubj
         called     call       VERB  VBD 0 root
         on         on         ADP   IN  7 case
         President  President  PROPN NNP 7 nmod:desc
         Ana        Ana        PROPN NNP 4 obl
         Ruiz       Ruiz       PROPN NNP 7 flat
         .          .          PUNCT .   4 punct",
        expect![[r#"
            PER: Peru | Peru
            CHL: Chile
            Ana Ruiz for CHL: President Ana Ruiz
            Peru's ambassador for PER: Peru's ambassador
        "#]],
    );
}

#[test]
fn a_colleague_is_of_the_side_that_is_named() {
    check(
        "Peru     Peru     PROPN NNP 3 nmod:poss
         's       's       PART  POS 1 case
         minister minister NOUN  NN  6 nsubj
         Ana      Ana      PROPN NNP 3 appos
         Ruiz     Ruiz     PROPN NNP 4 flat
         met      meet     VERB  VBD 0 root
         her      her      PRON  PRP$ 8 nmod:poss
         colleague colleague NOUN NN 6 obj
         of       of       ADP   IN  10 case
         Chile    Chile    PROPN NNP 8 nmod
         .        .        PUNCT .   6 punct",
        expect![[r#"
            PER: Peru
            CHL: Chile
            Ana Ruiz for PER: Peru's minister Ana Ruiz | Ana Ruiz | ~her
            colleague of Chile for CHL: her colleague of Chile
        "#]],
    );
}

#[test]
fn a_minister_is_not_of_the_land_that_he_admonishes_nor_of_his_guests() {
    check(
        "Peru    Peru    PROPN NNP 2 nsubj
         closed  close   VERB  VBD 0 root
         a       a       DET   DT  4 det
         road    road    NOUN  NN  2 obj
         to      to      ADP   IN  6 case
         Chile   Chile   PROPN NNP 4 nmod
         .       .       PUNCT .   2 punct

         # newpar
         \"        \"        PUNCT ``  4  punct
         Peru     Peru     PROPN NNP 4  nsubj
         must     must     AUX   MD  4  aux
         wait     wait     VERB  VB  6  ccomp
         \"        \"        PUNCT ''  4  punct
         said     say      VERB  VBD 0  root
         Foreign  Foreign  PROPN NNP 8  amod
         Minister Minister PROPN NNP 9  nmod:desc
         Ana      Ana      PROPN NNP 6  nsubj
         Ruiz     Ruiz     PROPN NNP 9  flat
         .        .        PUNCT .   6  punct

         # newpar
         Minister   Minister   PROPN NNP 2  nmod:desc
         Jorge      Jorge      PROPN NNP 12 nsubj
         Salas      Salas      PROPN NNP 2  flat
         ,          ,          PUNCT ,   6  punct
         who        who        PRON  WP  6  nsubj
         received   receive    VERB  VBD 2  acl:relcl
         the        the        DET   DT  9  det
         Peruvian   Peruvian   ADJ   JJ  9  amod
         ambassador ambassador NOUN  NN  6  obj
         ,          ,          PUNCT ,   2  punct
         has        have       AUX   VBZ 12 aux
         answered   answer     VERB  VBN 0  root
         .          .          PUNCT .   12 punct",
        expect![[r#"
            PER: Peru | Peru | Peruvian
            CHL: Chile
            Ana Ruiz for CHL: Foreign Minister Ana Ruiz
            Jorge Salas for CHL: Minister Jorge Salas | ~who
            Peruvian ambassador for PER: the Peruvian ambassador
        "#]],
    );
}

#[test]
fn a_minister_says_what_his_land_is_ready_for_and_an_ambassador_is_whose_he_is_called() {
    check(
        "Peru    Peru    PROPN NNP 2 nsubj
         accused accuse  VERB  VBD 0 root
         Chile   Chile   PROPN NNP 2 obj
         .       .       PUNCT .   2 punct

         # newpar
         Prime    Prime    PROPN NNP 2  amod
         Minister Minister PROPN NNP 3  nmod:desc
         Ana      Ana      PROPN NNP 5  nsubj
         Ruiz     Ruiz     PROPN NNP 3  flat
         said     say      VERB  VBD 0  root
         Chile    Chile    PROPN NNP 9  nsubj
         was      be       AUX   VBD 9  cop
         not      not      PART  RB  9  advmod
         afraid   afraid   ADJ   JJ  5  ccomp
         .        .        PUNCT .   5  punct

         Its        its        PRON  PRP$ 3 nmod:poss
         UN         UN         PROPN NNP 3 compound
         ambassador ambassador NOUN  NN  4 nmod:desc
         Jorge      Jorge      PROPN NNP 6 nsubj
         Salas      Salas      PROPN NNP 4 flat
         left       leave      VERB  VBD 0 root
         .          .          PUNCT .   6 punct",
        expect![[r#"
            PER: Peru
            CHL: Chile | Chile | ~Its
            UN: UN
            Ana Ruiz for CHL: Prime Minister Ana Ruiz
            Jorge Salas for CHL: Its UN ambassador Jorge Salas
        "#]],
    );
}

#[test]
fn the_minister_before_a_comma_is_the_one_named_behind_it() {
    check(
        "The      the      DET   DT  3 det
         foreign  foreign  ADJ   JJ  3 amod
         minister minister NOUN  NN  10 nsubj
         of       of       ADP   IN  5 case
         Peru     Peru     PROPN NNP 3 nmod
         ,        ,        PUNCT ,   7 punct
         Ana      Ana      PROPN NNP 10 nsubj
         Ruiz     Ruiz     PROPN NNP 7 flat
         ,        ,        PUNCT ,   3 punct
         waited   wait     VERB  VBD 0 root
         .        .        PUNCT .   10 punct",
        expect![[r#"
            PER: Peru
            Ana Ruiz for PER: The foreign minister of Peru, Ana Ruiz | Ana Ruiz
        "#]],
    );
}

#[test]
fn a_minister_is_not_of_the_land_of_which_a_condition_speaks() {
    check(
        "Peru   Peru   PROPN NNP 2 nsubj
         waited wait   VERB  VBD 0 root
         .      .      PUNCT .   2 punct

         Peru   Peru   PROPN NNP 2 nsubj
         sent   send   VERB  VBD 0 root
         Peru   Peru   PROPN NNP 5 nmod:poss
         's     's     PART  POS 3 case
         ships  ship   NOUN  NNS 2 obj
         .      .      PUNCT .   2 punct

         # newpar
         Until    until    SCONJ IN  4  mark
         Chilean  Chilean  ADJ   JJ  3  amod
         ships    ship     NOUN  NNS 4  nsubj
         leave    leave    VERB  VBP 9  advcl
         ,        ,        PUNCT ,   4  punct
         no       no       DET   DT  7  det
         talks    talk     NOUN  NNS 9  nsubj
         can      can      AUX   MD  9  aux
         begin    begin    VERB  VB  15 ccomp
         ,        ,        PUNCT ,   9  punct
         government government NOUN NN 12 compound
         spokesman  spokesman  NOUN NN 13 nmod:desc
         Jorge    Jorge    PROPN NNP 15 nsubj
         Salas    Salas    PROPN NNP 13 flat
         said     say      VERB  VBD 0  root
         .        .        PUNCT .   15 punct",
        expect![[r#"
            PER: Peru | Peru | Peru | Peru's ships
            CHL: Chilean | Chilean ships
            Jorge Salas for PER: government spokesman Jorge Salas
        "#]],
    );
}

#[test]
fn three_countries_are_those_named_together_and_two_soldiers_are_men() {
    check(
        "Peru      Peru    PROPN NNP 6 nsubj
         ,         ,       PUNCT ,   3 punct
         Chile     Chile   PROPN NNP 1 conj
         and       and     CCONJ CC  5 cc
         Brazil    Brazil  PROPN NNP 1 conj
         quarrel   quarrel VERB  VBP 0 root
         .         .       PUNCT .   6 punct

         The       the     DET   DT  3 det
         three     three   NUM   CD  3 nummod
         countries country NOUN  NNS 4 nsubj
         met       meet    VERB  VBD 0 root
         and       and     CCONJ CC  8 cc
         two       two     NUM   CD  7 nummod
         soldiers  soldier NOUN  NNS 8 nsubj
         died      die     VERB  VBD 4 conj
         .         .       PUNCT .   4 punct",
        expect![[r#"
            PER: Peru | ~The three countries
            CHL: Chile | ~The three countries
            BRA: Brazil | ~The three countries
        "#]],
    );
}
