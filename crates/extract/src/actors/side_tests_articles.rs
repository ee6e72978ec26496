//! Whom whole articles mean: states by their full style, both of two, whose minister speaks, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_state_by_its_full_style() {
    check(
        "The      the      DET   DT  2 det
         Republic Republic PROPN NNP 5 nsubj
         of       of       ADP   IN  4 case
         Armenia  Armenia  PROPN NNP 2 nmod
         rejects  reject   VERB  VBZ 0 root
         the      the      DET   DT  7 det
         charge   charge   NOUN  NN  5 obj
         .        .        PUNCT .   5 punct",
        expect![[r#"
            ARM: Armenia
        "#]],
    );
}

#[test]
fn both_are_the_two_whom_the_sentence_before_joins() {
    check(
        "Mali   Mali  PROPN NNP 4 nsubj
         and    and   CCONJ CC  3 cc
         Chad   Chad  PROPN NNP 1 conj
         sent   send  VERB  VBD 0 root
         envoys envoy NOUN  NNS 4 obj
         to     to    ADP   IN  7 case
         Oslo   Oslo  PROPN NNP 4 obl
         .      .     PUNCT .   4 punct

         Both   both  DET   DT  3 nsubj
         have   have  AUX   VBP 3 aux
         warned warn  VERB  VBN 0 root
         Niger  Niger PROPN NNP 3 iobj
         .      .     PUNCT .   3 punct",
        expect![[r#"
            MLI: Mali | ~Both
            TCD: Chad | ~Both
            NOR: Oslo
            NER: Niger
        "#]],
    );
}

#[test]
fn an_organ_s_short_name_is_none_of_the_person_s() {
    check(
        "Peru  Peru PROPN NNP 2 nsubj
         moved move VERB  VBD 0 root
         a     a    DET   DT  4 det
         post  post NOUN  NN  2 obj
         .     .    PUNCT .   2 punct

         The       the     DET   DT  2 det
         MFA       MFA     PROPN NNP 5 nsubj
         of        of      ADP   IN  4 case
         Peru      Peru    PROPN NNP 2 nmod
         protested protest VERB  VBD 0 root
         .         .       PUNCT .   5 punct

         The            the            DET   DT  2 det
         representative representative NOUN  NN  8 nsubj
         of             of             ADP   IN  5 case
         the            the            DET   DT  5 det
         MFA            MFA            PROPN NNP 2 nmod
         Elena          Elena          PROPN NNP 5 flat
         Ruiz           Ruiz           PROPN NNP 5 flat
         said           say            VERB  VBD 0 root
         so             so             ADV   RB  8 advmod
         .              .              PUNCT .   8 punct",
        expect![[r#"
            PER: Peru | The MFA of Peru | Peru
            Elena Ruiz: MFA Elena Ruiz | Elena Ruiz
            representative of the MFA Elena Ruiz for PER: The representative of the MFA Elena Ruiz
        "#]],
    );
}

#[test]
fn a_state_s_own_security_council() {
    check(
        "The       the       DET   DT  2  det
         secretary secretary NOUN  NN  11 nsubj
         of        of        ADP   IN  6  case
         the       the       DET   DT  6  det
         Security  Security  PROPN NNP 6  compound
         Council   Council   PROPN NNP 2  nmod
         of        of        ADP   IN  8  case
         Armenia   Armenia   PROPN NNP 6  nmod
         Marat     Marat     PROPN NNP 2  appos
         Bek       Bek       PROPN NNP 9  flat
         said      say       VERB  VBD 0  root
         so        so        ADV   RB  11 advmod
         .         .         PUNCT .   11 punct",
        expect![[r#"
            ARM: Armenia
            Marat Bek for ARM: The secretary of the Security Council of Armenia Marat Bek | Marat Bek
            Security Council: the Security Council
        "#]],
    );
}

#[test]
fn the_speaker_s_own_is_not_whom_the_quotation_names() {
    check(
        "Chile      Chile      PROPN NNP 3 nmod:poss
         's         's         PART  POS 1 case
         leadership leadership NOUN  NN  4 nsubj
         rejected   reject     VERB  VBD 0 root
         the        the        DET   DT  6 det
         plan       plan       NOUN  NN  4 obj
         .          .          PUNCT .   4 punct

         \"        \"        PUNCT ``   5  punct
         We       we       PRON  PRP  5  nsubj
         will     will     AUX   MD   5  aux
         not      not      PART  RB   5  advmod
         talk     talk     VERB  VB   20 ccomp
         to       to       ADP   IN   7  case
         Peru     Peru     PROPN NNP  5  obl
         until    until    SCONJ IN   11 mark
         Peru     Peru     PROPN NNP  11 nsubj
         has      have     AUX   VBZ  11 aux
         left     leave    VERB  VBN  5  advcl
         ,        ,        PUNCT ,    5  punct
         \"        \"        PUNCT ''   5  punct
         its      its      PRON  PRP$ 15 nmod:poss
         minister minister NOUN  NN   20 nsubj
         ,        ,        PUNCT ,    17 punct
         Jorge    Jorge    PROPN NNP  15 appos
         Salas    Salas    PROPN NNP  17 flat
         ,        ,        PUNCT ,    15 punct
         said     say      VERB  VBD  0  root
         .        .        PUNCT .    20 punct",
        expect![[r#"
            CHL: Chile | Chile's leadership | ~its
            PER: Peru | Peru
            Jorge Salas for CHL: its minister, Jorge Salas | Jorge Salas
        "#]],
    );
}

#[test]
fn who_is_met_in_a_capital_is_of_its_state() {
    check(
        "Peru  Peru PROPN NNP 2 nsubj
         moved move VERB  VBD 0 root
         a     a    DET   DT  4 det
         post  post NOUN  NN  2 obj
         .     .    PUNCT .   2 punct

         Berg      Berg      PROPN NNP 2  nsubj
         flies     fly       VERB  VBZ 0  root
         to        to        ADP   IN  4  case
         Santiago  Santiago  PROPN NNP 2  obl
         on        on        ADP   IN  6  case
         Monday    Monday    PROPN NNP 2  obl
         for       for       ADP   IN  8  case
         talks     talk      NOUN  NNS 2  obl
         with      with      ADP   IN  11 case
         President President PROPN NNP 11 nmod:desc
         Ana       Ana       PROPN NNP 8  nmod
         Ruiz      Ruiz      PROPN NNP 11 flat
         .         .         PUNCT .   2  punct",
        expect![[r#"
            PER: Peru
            Ana Ruiz for CHL: President Ana Ruiz
            CHL: 
        "#]],
    );
}

#[test]
fn a_separatist_leader_acts_for_his_land() {
    check(
        "The        the        DET   DT   3  det
         separatist separatist NOUN  NN   3  compound
         leader     leader     NOUN  NN   11 nsubj
         of         of         ADP   IN   6  case
         South      South      PROPN NNP  6  compound
         Ossetia    Ossetia    PROPN NNP  3  nmod
         ,          ,          PUNCT ,    8  punct
         Oleg       Oleg       PROPN NNP  3  appos
         Tede       Tede       PROPN NNP  8  flat
         ,          ,          PUNCT ,    3  punct
         said       say        VERB  VBD  0  root
         his        his        PRON  PRP$ 13 nmod:poss
         men        man        NOUN  NNS  15 nsubj
         had        have       AUX   VBD  15 aux
         left       leave      VERB  VBN  11 ccomp
         .          .          PUNCT .    11 punct",
        expect![[r#"
            SOUTHOSSETIA: South Ossetia
            Oleg Tede for SOUTHOSSETIA: The separatist leader of South Ossetia, Oleg Tede | Oleg Tede | ~his
            South Ossetia men for SOUTHOSSETIA: his men
        "#]],
    );
}
