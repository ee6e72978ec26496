//! What agencies tell of proposals, warnings and readiness in whole articles, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_proposal_to_two_asks_each_its_own() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         proposed  propose   VERB  VBD 0  root
         that      that      SCONJ IN  5  mark
         Ruritania Ruritania PROPN NNP 5  nsubj
         free      free      VERB  VB  2  ccomp
         the       the       DET   DT  7  det
         crew      crew      NOUN  NN  5  obj
         and       and       CCONJ CC  11 cc
         that      that      SCONJ IN  11 mark
         Syldavia  Syldavia  PROPN NNP 11 nsubj
         pay       pay       VERB  VBP 5  conj
         the       the       DET   DT  13 det
         owner     owner     NOUN  NN  11 obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what free the crew
            Demand ELB -> SYL | what pay the owner
        "#]],
    );
}

#[test]
fn whoever_does_so_brings_it_about() {
    check(
        "Elbonia   Elbonia  PROPN NNP 2  nsubj
         warned    warn     VERB  VBD 0  root
         that      that     SCONJ IN  6  mark
         it        it       PRON  PRP 6  nsubj
         would     would    AUX   MD  6  aux
         impose    impose   VERB  VB  2  ccomp
         sanctions sanction NOUN  NNS 6  obj
         on        on       ADP   IN  10 case
         any       any      DET   DT  10 det
         firm      firm     NOUN  NN  7  nmod
         that      that     PRON  WDT 12 nsubj
         trades    trade    VERB  VBZ 10 acl:relcl
         with      with     ADP   IN  15 case
         the       the      DET   DT  15 det
         rebels    rebel    NOUN  NNS 12 obl
         .         .        PUNCT .   2  punct",
        expect![[r#"
            Threat ELB ->  | if trades with the rebels | then it would impose sanctions on any firm
        "#]],
    );
}

#[test]
fn coming_back_to_the_table_is_held_out() {
    check(
        "Elbonia     Elbonia     PROPN NNP 3 nsubj
         is          be          AUX   VBZ 3 cop
         ready       ready       ADJ   JJ  0 root
         to          to          PART  TO  5 mark
         return      return      VERB  VB  3 xcomp
         to          to          ADP   IN  9 case
         the         the         DET   DT  9 det
         negotiating negotiating NOUN  NN  9 compound
         table       table       NOUN  NN  5 obl
         .           .           PUNCT .   3 punct",
        expect![[r#"
            Offer ELB ->  | then return to the negotiating table
        "#]],
    );
}

#[test]
fn what_would_be_asked_hangs_on_the_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         would     would     AUX   MD  3  aux
         ask       ask       VERB  VB  18 ccomp
         Ruritania Ruritania PROPN NNP 3  iobj
         to        to        PART  TO  6  mark
         impose    impose    VERB  VB  3  xcomp
         sanctions sanction  NOUN  NNS 6  obj
         if        if        SCONJ IN  12 mark
         the       the       DET   DT  10 det
         raids     raid      NOUN  NNS 12 nsubj:pass
         were      be        AUX   VBD 12 aux:pass
         repeated  repeat    VERB  VBN 6  advcl
         ,         ,         PUNCT ,   3  punct
         the       the       DET   DT  15 det
         envoy     envoy     NOUN  NN  18 nsubj
         of        of        ADP   IN  17 case
         Elbonia   Elbonia   PROPN NNP 15 nmod
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   18 punct",
        expect![[r#"
            Threat ELB ->  | if the raids were repeated | then Elbonia would ask Ruritania to impose sanctions
        "#]],
    );
}

#[test]
fn how_an_act_would_be_taken_behind_a_warning() {
    check(
        "Ruritania    Ruritania    PROPN NNP 3  nsubj
         has          have         AUX   VBZ 3  aux
         warned       warn         VERB  VBN 0  root
         that         that         SCONJ IN  7  mark
         it           it           PRON  PRP 7  nsubj
         would        would        AUX   MD  7  aux
         treat        treat        VERB  VB  3  ccomp
         an           a            DET   DT  9  det
         intervention intervention NOUN  NN  7  obj
         as           as           ADP   IN  12 case
         a            a            DET   DT  12 det
         declaration  declaration  NOUN  NN  7  obl
         of           of           ADP   IN  14 case
         war          war          NOUN  NN  12 nmod
         .            .            PUNCT .   3  punct",
        expect![[r#"
            Threat RUR ->  | if an intervention | then a declaration of war
        "#]],
    );
}

#[test]
fn in_case_of_is_one_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         warned    warn      VERB  VBD 0  root
         that      that      SCONJ IN  6  mark
         it        it        PRON  PRP 6  nsubj
         will      will      AUX   MD  6  aux
         cut       cut       VERB  VB  2  ccomp
         the       the       DET   DT  8  det
         gas       gas       NOUN  NN  6  obj
         in        in        ADP   IN  13 case
         case      case      NOUN  NN  9  fixed
         of        of        ADP   IN  13 case
         an        a         DET   DT  13 det
         attack    attack    NOUN  NN  8  nmod
         from      from      ADP   IN  15 case
         Ruritania Ruritania PROPN NNP 13 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if an attack from Ruritania | then it will cut the gas
        "#]],
    );
}

#[test]
fn what_takes_place_needs_no_place() {
    check(
        "Elbonia Elbonia PROPN NNP 2 nsubj
         said    say     VERB  VBD 0 root
         talks   talk    NOUN  NNS 6 nsubj
         would   would   AUX   MD  6 aux
         not     not     PART  RB  6 advmod
         take    take    VERB  VB  2 ccomp
         place   place   NOUN  NN  6 obj
         .       .       PUNCT .   2 punct",
        expect![[""]],
    );
}
