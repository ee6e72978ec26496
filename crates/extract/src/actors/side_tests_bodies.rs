//! For which body or group a person speaks, and which body a longer name is a part of.

use super::tests::{check, check_document};
use crate::heads::Labelled;
use crate::testing::conllu;
use demarche_base::WordRange;
use expect_test::{Expect, expect};

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

/// As [`check`], with the names of organizations of which the head has found `names` (first word, word behind the last).
fn check_named(names: &[(u32, u32)], input: &str, expect: Expect) {
    let organization = |&(from, to): &(u32, u32)| Labelled {
        label: "ORG",
        words: WordRange::new(from as usize, to as usize),
        score: 1.0,
    };
    let mut doc = conllu(input);
    doc.heads.names = names.iter().map(organization).collect();
    doc.heads.ran = true;
    check_document(&doc, None, expect);
}

#[test]
fn a_council_is_of_the_body_by_which_it_is_named() {
    check_named(
        &[(1, 6)],
        "The       the       DET   DT  6  det
         AU        AU        PROPN NNP 6  compound
         Peace     Peace     PROPN NNP 6  compound
         and       and       CCONJ CC  5  cc
         Security  Security  PROPN NNP 3  conj
         Council   Council   PROPN NNP 8  nsubj
         will      will      AUX   MD  8  aux
         examine   examine   VERB  VB  0  root
         the       the       DET   DT  10 det
         situation situation NOUN  NN  8  obj
         in        in        ADP   IN  12 case
         Lima      Lima      PROPN NNP 10 nmod
         on        on        ADP   IN  14 case
         Friday    Friday    PROPN NNP 8  obl
         .         .         PUNCT .   8  punct",
        expect![[r#"
            AU: The AU Peace and Security Council
        "#]],
    );
    check_named(
        &[(1, 4), (6, 9)],
        "The         the         DET   DT   2  det
         Council     Council     PROPN NNP  11 nsubj
         of          of          ADP   IN   4  case
         Ministers   Minister    PROPN NNPS 2  nmod
         of          of          ADP   IN   9  case
         the         the         DET   DT   4  det
         Gulf        Gulf        PROPN NNP  9  compound
         Cooperation Cooperation PROPN NNP  9  compound
         Council     Council     PROPN NNP  4  nmod
         will        will        AUX   MD   11 aux
         examine     examine     VERB  VB   0  root
         the         the         DET   DT   13 det
         situation   situation   NOUN  NN   11 obj
         in          in          ADP   IN   15 case
         Lima        Lima        PROPN NNP  13 nmod
         on          on          ADP   IN   17 case
         Friday      Friday      PROPN NNP  11 obl
         .           .           PUNCT .    11 punct",
        expect![[r#"
            GCC: The Council of Ministers | Gulf Cooperation Council
        "#]],
    );
    // Of one that the lexicon does not know.
    check_named(
        &[(1, 4), (6, 9)],
        "The          the          DET   DT   2  det
         Council      Council      PROPN NNP  11 nsubj
         of           of           ADP   IN   4  case
         Ministers    Minister     PROPN NNPS 2  nmod
         of           of           ADP   IN   9  case
         the          the          DET   DT   4  det
         Southern     Southern     ADJ   NNP  9  amod
         Fisheries    Fisherie     PROPN NNPS 9  compound
         Organization Organization PROPN NNP  4  nmod
         will         will         AUX   MD   11 aux
         examine      examine      VERB  VB   0  root
         the          the          DET   DT   13 det
         situation    situation    NOUN  NN   11 obj
         in           in           ADP   IN   15 case
         Lima         Lima         PROPN NNP  13 nmod
         on           on           ADP   IN   17 case
         Friday       Friday       PROPN NNP  11 obl
         .            .            PUNCT .    11 punct",
        expect![[r#"
            Southern Fisheries Organization: The Council of Ministers | Southern Fisheries Organization
        "#]],
    );
    // Not of what is no body.
    check_named(
        &[(1, 4)],
        "The       the       DET   DT   2  det
         Council   Council   PROPN NNP  9  nsubj
         of        of        ADP   IN   4  case
         Ministers Minister  PROPN NNPS 2  nmod
         of        of        ADP   IN   7  case
         the       the       DET   DT   7  det
         province  province  NOUN  NN   4  nmod
         will      will      AUX   MD   9  aux
         examine   examine   VERB  VB   0  root
         the       the       DET   DT   11 det
         situation situation NOUN  NN   9  obj
         in        in        ADP   IN   13 case
         Lima      Lima      PROPN NNP  11 nmod
         on        on        ADP   IN   15 case
         Friday    Friday    PROPN NNP  9  obl
         .         .         PUNCT .    9  punct",
        expect![[r#"
            Council of Ministers: The Council of Ministers
        "#]],
    );
}
