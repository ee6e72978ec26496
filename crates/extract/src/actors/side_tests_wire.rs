//! Whose minister speaks, and whom organs and bodies with long names are, as wires write it.

use super::tests::check;
use expect_test::expect;

#[test]
fn whom_a_quotation_speaks_of_is_not_whose_minister_says_it() {
    check(
        "LIMA  LIMA  PROPN NNP 0 root
         ,     ,     PUNCT ,   4 punct
         March March PROPN NNP 4 nmod:unmarked
         3     3     NUM   CD  1 appos
         -     -     PUNCT :   4 punct

         Peru   Peru  PROPN NNP 2 nsubj
         closed close VERB  VBD 0 root
         a      a     DET   DT  4 det
         road   road  NOUN  NN  2 obj
         .      .     PUNCT .   2 punct

         # newpar
         \"          \"          PUNCT ``  8  punct
         What        what        PRON  WP  5  nsubj
         Ecuador     Ecuador     PROPN NNP 5  nsubj
         has         have        AUX   VBZ 5  aux
         done        do          VERB  VBN 8  acl:relcl
         is          be          AUX   VBZ 8  cop
         a           a           DET   DT  8  det
         provocation provocation NOUN  NN  15 ccomp
         ,           ,           PUNCT ,   8  punct
         \"          \"          PUNCT ''  8  punct
         Foreign     Foreign     PROPN NNP 12 amod
         Minister    Minister    PROPN NNP 13 nmod:desc
         Jorge       Jorge       PROPN NNP 8  nsubj
         Salas       Salas       PROPN NNP 13 flat
         told        tell        VERB  VBD 0  root
         a           a           DET   DT  18 det
         news        news        NOUN  NN  18 compound
         conference  conference  NOUN  NN  15 obj
         .           .           PUNCT .   15 punct",
        expect![[r#"
            PER: Peru
            ECU: Ecuador
            Jorge Salas for PER: Foreign Minister Jorge Salas
        "#]],
    );
}

#[test]
fn whose_minister_speaks_is_told_by_the_capital_where_he_speaks() {
    check(
        "Peru   Peru   PROPN NNP 2 nsubj
         moved  move   VERB  VBD 0 root
         a      a      DET   DT  5 det
         border border NOUN  NN  5 compound
         post   post   NOUN  NN  2 obj
         .      .      PUNCT .   2 punct

         Chile   Chile   PROPN NNP 2 nsubj
         said    say     VERB  VBD 0 root
         nothing nothing NOUN  NN  2 obj
         .       .       PUNCT .   2 punct

         Chile  Chile PROPN NNP 2 nsubj
         waited wait  VERB  VBD 0 root
         .      .     PUNCT .   2 punct

         # newpar
         Defence  defence  NOUN  NN  2  compound
         Minister Minister PROPN NNP 3  nmod:desc
         Jorge    Jorge    PROPN NNP 5  nsubj
         Salas    Salas    PROPN NNP 3  flat
         said     say      VERB  VBD 0  root
         in       in       ADP   IN  7  case
         Lima     Lima     PROPN NNP 5  obl
         that     that     SCONJ IN  12 mark
         the      the      DET   DT  10 det
         post     post     NOUN  NN  12 nsubj
         would    would    AUX   MD  12 aux
         stay     stay     VERB  VB  5  ccomp
         .        .        PUNCT .   5  punct",
        expect![[r#"
            PER: Peru
            CHL: Chile | Chile
            Jorge Salas for PER: Defence Minister Jorge Salas
        "#]],
    );
}

#[test]
fn whose_minister_warns_is_not_the_one_who_is_warned() {
    check(
        "Peru    Peru    PROPN NNP 2 nsubj
         said    say     VERB  VBD 0 root
         nothing nothing NOUN  NN  2 obj
         .       .       PUNCT .   2 punct

         Chile  Chile PROPN NNP  2 nsubj
         moved  move  VERB  VBD  0 root
         its    its   PRON  PRP$ 4 nmod:poss
         troops troop NOUN  NNS  2 obj
         .      .     PUNCT .    2 punct

         Chile  Chile PROPN NNP 2 nsubj
         waited wait  VERB  VBD 0 root
         .      .     PUNCT .   2 punct

         # newpar
         Defence  Defence  PROPN NNP  2  compound
         Minister Minister PROPN NN   3  nmod:desc
         Jorge    Jorge    PROPN NNP  5  nsubj
         Salas    Salas    PROPN NNP  3  flat
         warned   warn     VERB  VBD  0  root
         Chile    Chile    PROPN NNP  5  iobj
         that     that     SCONJ IN   12 mark
         its      its      PRON  PRP$ 9  nmod:poss
         lorries  lorrie   NOUN  NNS  12 nsubj:pass
         would    would    AUX   MD   12 aux
         be       be       AUX   VB   12 aux:pass
         stopped  stop     VERB  VBN  5  ccomp
         .        .        PUNCT .    5  punct",
        expect![[r#"
            PER: Peru
            CHL: Chile | ~its | its troops | Chile | Chile | ~its
            Jorge Salas for PER: Defence Minister Jorge Salas
        "#]],
    );
}

#[test]
fn whose_steps_a_minister_announces_is_his_side() {
    check(
        "Chile  Chile PROPN NNP 2 nsubj
         waited wait  VERB  VBD 0 root
         .      .     PUNCT .   2 punct

         Chile  Chile PROPN NNP  2 nsubj
         moved  move  VERB  VBD  0 root
         its    its   PRON  PRP$ 4 nmod:poss
         troops troop NOUN  NNS  2 obj
         .      .     PUNCT .    2 punct

         Peru    Peru    PROPN NNP 2 nsubj
         said    say     VERB  VBD 0 root
         nothing nothing NOUN  NN  2 obj
         .       .       PUNCT .   2 punct

         # newpar
         Finance  finance  NOUN  NN  2 compound
         Minister minister NOUN  NN  3 nmod:desc
         Jorge    Jorge    PROPN NNP 5 nsubj
         Salas    Salas    PROPN NNP 3 flat
         said     say      VERB  VBD 0 root
         Peru     Peru     PROPN NNP 8 nsubj
         would    would    AUX   MD  8 aux
         wait     wait     VERB  VB  5 ccomp
         .        .        PUNCT .   5 punct",
        expect![[r#"
            CHL: Chile | Chile | ~its | its troops
            PER: Peru | Peru
            Jorge Salas for PER: Finance Minister Jorge Salas
        "#]],
    );
}

#[test]
fn whose_president_may_stand_behind_the_name() {
    check(
        "President President PROPN NNP 2  nmod:desc
         Ana       Ana       PROPN NNP 0  root
         Ruiz      Ruiz      PROPN NNP 2  flat
         of        of        ADP   IN  5  case
         Chile     Chile     PROPN NNP 2  nmod
         met       meet      ADP   IN  2  case
         Foreign   foreign   ADJ   JJ  9  amod
         Minister  Minister  PROPN NNP 9  nmod:desc
         Jorge     Jorge     PROPN NNP 2  flat
         Salas     Salas     PROPN NNP 9  flat
         of        of        ADP   IN  12 case
         Peru      Peru      PROPN NNP 9  nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            CHL: Chile
            PER: Peru
            Ana Ruiz for CHL: President Ana Ruiz
            Jorge Salas for PER: Foreign Minister Jorge Salas
        "#]],
    );
}

#[test]
fn an_organ_is_the_states_whose_name_ends_it() {
    check(
        "Chile  Chile PROPN NNP 2 nsubj
         waited wait  VERB  VBD 0 root
         .      .     PUNCT .   2 punct

         The      the      DET   DT  3 det
         Foreign  foreign  ADJ   NNP 3 amod
         Ministry Ministry PROPN NNP 6 nsubj
         of       of       ADP   IN  5 case
         Peru     Peru     PROPN NNP 3 nmod
         denied   deny     VERB  VBD 0 root
         the      the      DET   DT  8 det
         charge   charge   NOUN  NN  6 obj
         .        .        PUNCT .   6 punct",
        expect![[r#"
            CHL: Chile
            PER: Peru
        "#]],
    );
}

#[test]
fn a_surname_keeps_its_particle() {
    check(
        "Ruiz  Ruiz  PROPN NNP 2 nsubj
         met   meet  VERB  VBD 0 root
         de    de    PROPN NNP 1 flat
         Brune Brune PROPN NNP 3 flat
         in    in    ADP   IN  6 case
         Paris Paris PROPN NNP 2 nmod
         .     .     PUNCT .   2 punct

         French   French   ADJ   JJ  3 amod
         Foreign  foreign  ADJ   JJ  3 amod
         Minister Minister PROPN NNP 4 nmod:desc
         Herve    Herve    PROPN NNP 7 nsubj
         de       de       PROPN NNP 4 flat
         Brune    Brune    PROPN NNP 4 flat
         smiled   smil     VERB  VBD 0 root
         .        .        PUNCT .   7 punct",
        expect![[r#"
            FRA: French
            Herve de Brune for FRA: French Foreign Minister Herve de Brune
        "#]],
    );
}

#[test]
fn what_is_said_of_many_is_no_it() {
    check(
        "ECOWAS ECOWAS PROPN NNP 2 nsubj
         urged  urge   VERB  VBD 0 root
         the    the    DET   DT  4 det
         rebels rebel  NOUN  NNS 2 obj
         in     in     ADP   IN  7 case
         the    the    DET   DT  7 det
         valley valley NOUN  NN  4 nmod
         to     to     PART  TO  9 mark
         disarm disarm VERB  VB  2 xcomp
         .      .      PUNCT .   2 punct

         Unless    unless    SCONJ IN   4  mark
         the       the       DET   DT   3  det
         rebels    rebel     NOUN  NNS  4  nsubj
         disarm    disarm    VERB  VBP  8  advcl
         ,         ,         PUNCT ,    4  punct
         ECOWAS    ECOWAS    PROPN NNP  8  nsubj
         will      will      AUX   MD   8  aux
         close     close     VERB  VB   21 ccomp
         the       the       DET   DT   10 det
         border    border    NOUN  NN   8  obj
         to        to        ADP   IN   12 case
         them      they      PRON  PRP  8  obl
         ,         ,         PUNCT ,    16 punct
         its       its       PRON  PRP$ 16 nmod:poss
         executive executive ADJ   JJ   16 amod
         secretary secretary NOUN  NN   8  obj
         ,         ,         PUNCT ,    18 punct
         Abass     Abass     PROPN NNP  16 appos
         Mundu     Mundu     PROPN NNP  18 flat
         ,         ,         PUNCT ,    16 punct
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    21 punct",
        expect![[r#"
            ECOWAS: ECOWAS | ECOWAS | ~its
            Abass Mundu for ECOWAS: its executive secretary, Abass Mundu | Abass Mundu
            rebels: the rebels in the valley | ~the rebels | ~them
        "#]],
    );
}

#[test]
fn who_represents_a_state_stands_for_it() {
    check(
        "Ana       Ana       PROPN NNP 4 nsubj
         Ruiz      Ruiz      PROPN NNP 1 flat
         will      will      AUX   MD  4 aux
         represent represent VERB  VB  0 root
         Peru      Peru      PROPN NNP 4 obj
         in        in        ADP   IN  7 case
         Oslo      Oslo      PROPN NNP 4 obl
         .         .         PUNCT .   4 punct

         Jan        Jan        PROPN NNP 3 nsubj
         Berg       Berg       PROPN NNP 1 flat
         headed     head       VERB  VBD 0 root
         the        the        DET   DT  6 det
         Chilean    Chilean    ADJ   JJ  6 amod
         delegation delegation NOUN  NN  3 obj
         .          .          PUNCT .   3 punct",
        expect![[r#"
            PER: Peru
            CHL: the Chilean delegation | Chilean
            Ana Ruiz for PER: Ana Ruiz
            Jan Berg for CHL: Jan Berg
        "#]],
    );
}
