//! What sets in, whom one would ask for help, what is proposed to be done.

use super::tests::check;
use expect_test::expect;

#[test]
fn harm_that_would_begin_is_a_threat() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         air       air       NOUN  NN  4 compound
         strikes   strike    NOUN  NNS 6 nsubj
         would     would     AUX   MD  6 aux
         begin     begin     VERB  VB  2 ccomp
         unless    unless    SCONJ IN  9 mark
         Ruritania Ruritania PROPN NNP 9 nsubj
         left      leave     VERB  VBD 6 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania left | then air strikes would begin
        "#]],
    );
}

#[test]
fn who_would_ask_for_help_threatens() {
    check(
        "Elbonia  Elbonia  PROPN NNP 2  nsubj
         said     say      VERB  VBD 0  root
         Elbonia  Elbonia  PROPN NNP 5  nsubj
         will     will     AUX   MD  5  aux
         ask      ask      VERB  VB  2  ccomp
         Syldavia Syldavia PROPN NNP 5  iobj
         for      for      ADP   IN  8  case
         help     help     NOUN  NN  5  obl
         if       if       SCONJ IN  11 mark
         shooting shooting NOUN  NN  11 nsubj
         goes     go       VERB  VBZ 5  advcl
         on       on       ADV   RB  11 compound:prt
         .        .        PUNCT .   2  punct",
        expect![[r#"
            Threat ELB ->  | if shooting goes on | then Elbonia will ask Syldavia for help
        "#]],
    );
}

#[test]
fn what_is_proposed_may_be_a_gerund() {
    check(
        "Elbonia   Elbonia  PROPN NNP 2 nsubj
         proposed  propose  VERB  VBD 0 root
         sending   send     VERB  VBG 2 xcomp
         observers observer NOUN  NNS 3 obj
         .         .        PUNCT .   2 punct",
        expect![[r#"
            Offer ELB ->  | then sending observers
        "#]],
    );
}

#[test]
fn what_is_withheld_until_something_comes_is_a_threat() {
    check(
        "Elbonia Elbonia PROPN NNP 2  nsubj
         said    say     VERB  VBD 0  root
         Elbonia Elbonia PROPN NNP 6  nsubj
         would   would   AUX   MD  6  aux
         not     not     PART  RB  6  advmod
         free    free    VERB  VB  2  ccomp
         any     any     DET   DT  8  det
         sailors sailor  NOUN  NNS 6  obj
         until   until   SCONJ IN  11 mark
         food    food    NOUN  NN  11 nsubj
         reaches reach   VERB  VBZ 6  advcl
         the     the     DET   DT  13 det
         island  island  NOUN  NN  11 obj
         .       .       PUNCT .   2  punct",
        expect![[r#"
            Threat ELB ->  | if not food reaches the island | then not Elbonia would not free any sailors
        "#]],
    );
}
