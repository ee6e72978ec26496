//! For which body or group a person speaks, and which body a longer name is a part of.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_part_of_a_body_acts_for_it() {
    check(
        "The       the       DET   DT  3 det
         Permanent permanent ADJ   NNP 3 amod
         Council   Council   PROPN NNP 7 nsubj
         of        of        ADP   IN  6 case
         the       the       DET   DT  6 det
         OAS       OAS       PROPN NNP 3 nmod
         condemned condemn   VERB  VBD 0 root
         the       the       DET   DT  9 det
         raid      raid      NOUN  NN  7 obj
         .         .         PUNCT .   7 punct",
        expect![[r#"
            OAS: the OAS
        "#]],
    );
}

#[test]
fn the_secretary_general_is_the_bodys_spoken_of() {
    check(
        "Peru     Peru     PROPN NNP 2 nsubj
         asked    ask      VERB  VBD 0 root
         the      the      DET   DT  5 det
         Security Security PROPN NNP 5 compound
         Council  Council  PROPN NNP 2 iobj
         for      for      ADP   IN  7 case
         help     help     NOUN  NN  2 obl
         .        .        PUNCT .   2 punct

         Secretary Secretary PROPN NNP  3 compound
         -         -         PUNCT HYPH 1 punct
         General   General   PROPN NNP  4 nmod:desc
         Javier    Javier    PROPN NNP  6 nsubj
         Berg      Berg      PROPN NNP  4 flat
         waited    wait      VERB  VBD  0 root
         .         .         PUNCT .    6 punct",
        expect![[r#"
            PER: Peru
            UNSC: the Security Council
            Javier Berg for UN: Secretary - General Javier Berg
            UN: 
        "#]],
    );
}

#[test]
fn a_bodys_name_right_before_a_title_says_whose_it_is() {
    check(
        "The      the      DET   DT  2 det
         minister minister NOUN  NN  3 nsubj
         met      meet     VERB  VBD 0 root
         African  African  PROPN NNP 5 amod
         Union    Union    PROPN NNP 6 compound
         Chairman Chairman PROPN NNP 7 nmod:desc
         Moussa   Moussa   PROPN NNP 2 appos
         Kone     Kone     PROPN NNP 7 flat
         .        .        PUNCT .   3 punct",
        expect![[r#"
            AU: African Union
            Moussa Kone for AU: The minister met African Union Chairman Moussa Kone | Moussa Kone
        "#]],
    );
}

#[test]
fn a_rebel_leader_acts_for_the_group_spoken_of() {
    check(
        "The           the           DET   DT  4 det
         Revolutionary Revolutionary ADJ   NNP 4 amod
         United        United        ADJ   NNP 4 amod
         Front         Front         PROPN NNP 5 nsubj
         holds         hold          VERB  VBZ 0 root
         500           500           NUM   CD  7 nummod
         men           man           NOUN  NNS 5 obj
         .             .             PUNCT .   5 punct

         Rebel  Rebel  PROPN NNP 2 compound
         leader leader NOUN  NN  3 nmod:desc
         Foday  Foday  PROPN NNP 5 nsubj
         Kankoh Kankoh PROPN NNP 3 flat
         smiled smil   VERB  VBD 0 root
         .      .      PUNCT .   5 punct

         His       his       PRON  PRP$ 2 nmod:poss
         spokesman spokesman NOUN  NN   7 nsubj
         ,         ,         PUNCT ,    4 punct
         Gibril    Gibril    PROPN NNP  2 appos
         Massa     Massa     PROPN NNP  4 flat
         ,         ,         PUNCT ,    2 punct
         denied    deny      VERB  VBD  0 root
         it        it        PRON  PRP  7 obj
         .         .         PUNCT .    7 punct",
        expect![[r#"
            Foday Kankoh for Revolutionary United Front: Rebel leader Foday Kankoh | ~His
            Gibril Massa for Revolutionary United Front: His spokesman, Gibril Massa | Gibril Massa
            Revolutionary United Front: The Revolutionary United Front
        "#]],
    );
}

#[test]
fn who_heads_a_bodys_work_is_of_the_body() {
    check(
        "Bernard      Bernard      PROPN NNP 10 nsubj
         Miet         Miet         PROPN NNP 1  flat
         ,            ,            PUNCT ,   5  punct
         the          the          DET   DT  5  det
         head         head         NOUN  NN  1  appos
         of           of           ADP   IN  8  case
         U.N.         U.N.         PROPN NNP 8  compound
         peacekeeping peacekeeping NOUN  NN  5  nmod
         ,            ,            PUNCT ,   1  punct
         waited       wait         VERB  VBD 0  root
         .            .            PUNCT .   10 punct",
        expect![[r#"
            UN: U.N.
            Bernard Miet for UN: Bernard Miet | the head of U.N. peacekeeping
        "#]],
    );
}

#[test]
fn bare_guerrillas_are_of_the_one_group_spoken_of() {
    check(
        "The        the        DET   DT  4 det
         Kosovo     Kosovo     PROPN NNP 4 compound
         Liberation Liberation PROPN NNP 4 compound
         Army       Army       PROPN NNP 5 nsubj
         welcomed   welcome    VERB  VBD 0 root
         the        the        DET   DT  7 det
         deadline   deadline   NOUN  NN  5 obj
         .          .          PUNCT .   5 punct

         Guerrillas guerrilla NOUN  NNS 2 nsubj
         killed     kill      VERB  VBD 0 root
         four       four      NUM   CD  4 nummod
         policemen  policeman NOUN  NNS 2 obj
         .          .         PUNCT .   2 punct",
        expect![[r#"
            KLA: The Kosovo Liberation Army | ~Guerrillas
        "#]],
    );
}

#[test]
fn this_country_of_the_narrator_is_the_last_one() {
    check(
        "Ecuador    Ecuador    PROPN NNP 2  nsubj
         expelled   expel      VERB  VBD 0  root
         the        the        DET   DT  4  det
         ambassador ambassador NOUN  NN  2  obj
         of         of         ADP   IN  6  case
         Colombia   Colombia   PROPN NNP 4  nmod
         ,          ,          PUNCT ,   13 punct
         after      after      SCONJ IN  13 mark
         troops     troop      NOUN  NNS 13 nsubj
         of         of         ADP   IN  12 case
         this       this       DET   DT  12 det
         country    country    NOUN  NN  9  nmod
         bombed     bomb       VERB  VBD 2  advcl
         a          a          DET   DT  15 det
         camp       camp       NOUN  NN  13 obj
         .          .          PUNCT .   2  punct",
        expect![[r#"
            ECU: Ecuador
            COL: Colombia | troops of this country | ~this country
            ambassador of Colombia for COL: the ambassador of Colombia
        "#]],
    );
}
