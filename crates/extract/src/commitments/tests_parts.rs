//! Demands that semicolons part, conditions that a noun names, what is undertaken and to whom one turns, in small sentences of
//! our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn items_that_semicolons_part() {
    check(
        "Elbonia    Elbonia    PROPN NNP 2 nsubj
         made       make       VERB  VBD 0 root
         two        two        NUM   CD  4 nummod
         demands    demand     NOUN  NNS 2 obj
         :          :          PUNCT :   6 punct
         recognition recognition NOUN NN 4 appos
         of         of         ADP   IN  9 case
         its        its        PRON  PRP$ 9 nmod:poss
         border     border     NOUN  NN  6 nmod
         ;          ;          PUNCT :   13 punct
         and        and        CCONJ CC  13 cc
         an         a          DET   DT  13 det
         end        end        NOUN  NN  6 conj
         to         to         ADP   IN  15 case
         drilling   drilling   NOUN  NN  13 nmod
         .          .          PUNCT .   2 punct",
        expect![[r#"
            Demand ELB ->  | what recognition of its border
            Demand ELB ->  | what an end to drilling
        "#]],
    );
}

#[test]
fn the_condition_is_that_they_act() {
    check(
        "\"         \"         PUNCT `` 9 punct
         The       the       DET   DT  3 det
         condition condition NOUN  NN  9 nsubj:outer
         for       for       ADP   IN  5 case
         talks     talk      NOUN  NNS 3 nmod
         is        be        AUX   VBZ 9 cop
         that      that      SCONJ IN  9 mark
         Ruritania Ruritania PROPN NNP 9 nsubj
         withdraws withdraw  VERB  VBZ 12 ccomp
         ,         ,         PUNCT ,   9 punct
         \"         \"         PUNCT '' 9 punct
         said      say       VERB  VBD 0 root
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         .         .         PUNCT .   12 punct",
        expect![[r#"
            Condition ELB -> RUR | if Ruritania withdraws | then talks
        "#]],
    );
}

#[test]
fn what_is_undertaken_is_no_threat() {
    check(
        "Elbonia    Elbonia    PROPN NNP 2 nsubj
         undertook  undertake  VERB  VBD 0 root
         to         to         PART  TO  4 mark
         deploy     deploy     VERB  VB  2 xcomp
         two        two        NUM   CD  6 nummod
         battalions battalion  NOUN  NNS 4 obj
         if         if         SCONJ IN  9 mark
         Ruritania  Ruritania  PROPN NNP 9 nsubj
         suspended  suspend    VERB  VBD 4 advcl
         its        its        PRON  PRP$ 11 nmod:poss
         flights    flight     NOUN  NNS 9 obj
         .          .          PUNCT .   2 punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania suspended its flights | then deploy two battalions
        "#]],
    );
}

#[test]
fn who_would_be_fired_at_threatens() {
    check(
        "\"       \"       PUNCT `` 8 punct
         If      if      SCONJ IN  5 mark
         shots   shot    NOUN  NNS 5 nsubj:pass
         are     be      AUX   VBP 5 aux:pass
         fired   fire    VERB  VBN 11 advcl
         at      at      ADP   IN  7 case
         us      we      PRON  PRP 5 obl
         ,       ,       PUNCT ,   5 punct
         we      we      PRON  PRP 11 nsubj
         will    will    AUX   MD  11 aux
         invoke  invoke  VERB  VB  16 ccomp
         the     the     DET   DT  13 det
         treaty  treaty  NOUN  NN  11 obj
         ,       ,       PUNCT ,   11 punct
         \"       \"       PUNCT '' 11 punct
         said    say     VERB  VBD 0 root
         Elbonia Elbonia PROPN NNP 16 nsubj
         .       .       PUNCT .   16 punct",
        expect![[r#"
            Threat ELB ->  | if shots are fired at us | then we will invoke the treaty
        "#]],
    );
}

#[test]
fn who_is_sent_to_help_is_promised() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         Elbonia   Elbonia   PROPN NNP 5 nsubj
         would     would     AUX   MD  5 aux
         send      send      VERB  VB  2 ccomp
         engineers engineer  NOUN  NNS 5 obj
         to        to        PART  TO  8 mark
         help      help      VERB  VB  5 advcl
         Ruritania Ruritania PROPN NNP 8 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Promise ELB -> RUR | then Elbonia would send engineers to help Ruritania
        "#]],
    );
}

#[test]
fn who_stops_is_offered_the_return_to_the_talks() {
    check(
        "\"         \"         PUNCT `` 9 punct
         If        if        SCONJ IN  4 mark
         Ruritania Ruritania PROPN NNP 4 nsubj
         stops     stop      VERB  VBZ 11 advcl
         arming    arm       VERB  VBG 4 xcomp
         rebels    rebel     NOUN  NNS 5 obj
         ,         ,         PUNCT ,   4 punct
         we        we        PRON  PRP 11 nsubj
         will      will      AUX   MD  11 aux
         soon      soon      ADV   RB  11 advmod
         return    return    VERB  VB  17 ccomp
         to        to        ADP   IN  14 case
         the       the       DET   DT  14 det
         talks     talk      NOUN  NNS 11 obl
         ,         ,         PUNCT ,   11 punct
         \"         \"         PUNCT '' 11 punct
         said      say       VERB  VBD 0 root
         Elbonia   Elbonia   PROPN NNP 17 nsubj
         .         .         PUNCT .   17 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania stops arming rebels | then we will soon return to the talks
        "#]],
    );
}

#[test]
fn who_tables_a_draft_demands_what_it_demands() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         tabled    table     VERB  VBD 0 root
         a         a         DET   DT  4 det
         draft     draft     NOUN  NN  2 obj
         demanding demand    VERB  VBG 4 acl
         the       the       DET   DT  7 det
         release   release   NOUN  NN  5 obj
         of        of        ADP   IN  9 case
         prisoners prisoner  NOUN  NNS 7 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB ->  | what the release of prisoners
        "#]],
    );
}
