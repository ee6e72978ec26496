//! Bargains, demands and denials as agencies tell them, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn an_assertion_insisted_on_is_no_demand() {
    check(
        "Elbonia  Elbonia PROPN NNP  2 nsubj
         insisted insist  VERB  VBD  0 root
         its      its     PRON  PRP$ 4 nmod:poss
         ships    ship    NOUN  NNS  6 nsubj
         had      have    AUX   VBD  6 aux
         acted    act     VERB  VBN  2 ccomp
         within   within  ADP   IN   9 case
         the      the     DET   DT   9 det
         law      law     NOUN  NN   6 obl
         .        .       PUNCT .    2 punct",
        expect![[""]],
    );
}

#[test]
fn to_summon_in_protest_demands_nothing() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         summoned  summon    VERB  VBD 0  root
         the       the       DET   DT  4  det
         envoy     envoy     NOUN  NN  2  obj
         of        of        ADP   IN  6  case
         Ruritania Ruritania PROPN NNP 4  nmod
         to        to        PART  TO  8  mark
         protest   protest   VERB  VB  2  advcl
         the       the       DET   DT  10 det
         arrest    arrest    NOUN  NN  8  obj
         of        of        ADP   IN  13 case
         a         a         DET   DT  13 det
         writer    writer    NOUN  NN  10 nmod
         .         .         PUNCT .   2  punct",
        expect![[""]],
    );
}

#[test]
fn leaders_that_nobody_knows_may_urge() {
    check(
        "Local     local     ADJ   JJ  2 amod
         leaders   leader    NOUN  NNS 3 nsubj
         urged     urge      VERB  VBD 0 root
         both      both      DET   DT  5 det
         sides     side      NOUN  NNS 3 obj
         to        to        PART  TO  7 mark
         show      show      VERB  VB  3 xcomp
         restraint restraint NOUN  NN  7 obj
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Demand  ->  | what show restraint
        "#]],
    );
}

#[test]
fn what_is_possible_if_is_a_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         said      say       VERB  VBD  0  root
         a         a         DET   DT   4  det
         deal      deal      NOUN  NN   6  nsubj
         was       be        AUX   VBD  6  cop
         possible  possible  ADJ   JJ   2  ccomp
         if        if        SCONJ IN   9  mark
         Ruritania Ruritania PROPN NNP  9  nsubj
         closed    close     VERB  VBD  6  advcl
         its       its       PRON  PRP$ 11 nmod:poss
         base      base      NOUN  NN   9  obj
         .         .         PUNCT .    2  punct",
        expect![[r#"
            Condition ELB -> RUR | if Ruritania closed its base | then a deal was possible
        "#]],
    );
}

#[test]
fn a_clause_below_the_noun_without_which_it_fails() {
    check(
        "\"          \"          PUNCT ``  3  punct
         Without    without   ADP   IN  3  case
         guarantees guarantee NOUN  NNS 12 obl
         there      there     PRON  EX  6  expl
         will       will      AUX   MD  6  aux
         be         be        VERB  VB  3  acl
         no         no        DET   DT  8  det
         ceasefire  ceasefire NOUN  NN  6  nsubj
         ,          ,         PUNCT ,   3  punct
         \"          \"          PUNCT ''  3  punct
         Elbonia    Elbonia   PROPN NNP 12 nsubj
         said       say       VERB  VBD 0  root
         .          .         PUNCT .   12 punct",
        expect![[r#"
            Condition ELB ->  | if not guarantees | then not there will be no ceasefire
        "#]],
    );
}

#[test]
fn a_burden_lifted_under_a_condition_is_promised() {
    check(
        "The       the       DET   DT  2  det
         sanctions sanction  NOUN  NNS 5  nsubj:pass
         will      will      AUX   MD  5  aux
         be        be        AUX   VB  5  aux:pass
         lifted    lift      VERB  VBN 13 ccomp
         if        if        SCONJ IN  8  mark
         Ruritania Ruritania PROPN NNP 8  nsubj
         frees     free      VERB  VBZ 5  advcl
         the       the       DET   DT  10 det
         crew      crew      NOUN  NN  8  obj
         ,         ,         PUNCT ,   5  punct
         Elbonia   Elbonia   PROPN NNP 13 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   13 punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania frees the crew | then The sanctions will be lifted
        "#]],
    );
}

#[test]
fn what_is_done_when_asked_is_promised() {
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         will      will      AUX   MD   3  aux
         double    double    VERB  VB   14 ccomp
         its       its       PRON  PRP$ 5  nmod:poss
         patrols   patrol    NOUN  NNS  3  obj
         if        if        SCONJ IN   8  mark
         Ruritania Ruritania PROPN NNP  8  nsubj
         asks      ask       VERB  VBZ  3  advcl
         for       for       ADP   IN   10 case
         it        it        PRON  PRP  8  obl
         ,         ,         PUNCT ,    8  punct
         its       its       PRON  PRP$ 13 nmod:poss
         minister  minister  NOUN  NN   14 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    14 punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania asks for it | then Elbonia will double its patrols
        "#]],
    );
}

#[test]
fn a_dare_is_a_threat() {
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         will      will      AUX   MD   3  aux
         send      send      VERB  VB   14 ccomp
         its       its       PRON  PRP$ 5  nmod:poss
         fleet     fleet     NOUN  NN   3  obj
         if        if        SCONJ IN   8  mark
         Ruritania Ruritania PROPN NNP  8  nsubj
         tries     try       VERB  VBZ  3  advcl
         this      this      PRON  DT   8  obj
         again     again     ADV   RB   8  advmod
         ,         ,         PUNCT ,    8  punct
         its       its       PRON  PRP$ 13 nmod:poss
         minister  minister  NOUN  NN   14 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    14 punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania tries this again | then Elbonia will send its fleet
        "#]],
    );
}

#[test]
fn to_lead_a_force_is_promised() {
    check(
        "Elbonia    Elbonia    PROPN NNP 2  nsubj
         promised   promise    VERB  VBD 0  root
         to         to         PART  TO  4  mark
         lead       lead       VERB  VB  2  xcomp
         a          a          DET   DT  6  det
         force      force      NOUN  NN  4  obj
         to         to         ADP   IN  8  case
         Ruritania  Ruritania  PROPN NNP 6  nmod
         if         if         SCONJ IN  12 mark
         the        the        DET   DT  11 det
         parliament parliament NOUN  NN  12 nsubj
         passed     pass       VERB  VBD 4  advcl
         the        the        DET   DT  14 det
         law        law        NOUN  NN  12 obj
         .          .          PUNCT .   2  punct",
        expect![[r#"
            Promise ELB -> RUR | if the parliament passed the law | then lead a force to Ruritania
        "#]],
    );
}

#[test]
fn time_given_and_what_happens_otherwise() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         gave      give      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         until     until     ADP   IN  5  case
         Friday    Friday    PROPN NNP 2  obl
         to        to        PART  TO  7  mark
         free      free      VERB  VB  2  advcl
         the       the       DET   DT  9  det
         crew      crew      NOUN  NN  7  obj
         ;         ;         PUNCT ,   14 punct
         otherwise otherwise ADV   RB  14 advmod
         it        it        PRON  PRP 14 nsubj
         will      will      AUX   MD  14 aux
         close     close     VERB  VB  2  parataxis
         the       the       DET   DT  16 det
         border    border    NOUN  NN  14 obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what free the crew
        "#]],
    );
}

#[test]
fn what_was_freed_in_return_is_done() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         freed     free      VERB  VBD 0  root
         three     three     NUM   CD  4  nummod
         hostages  hostage   NOUN  NNS 2  obj
         in        in        ADP   IN  6  case
         return    return    NOUN  NN  2  obl
         for       for       ADP   IN  8  case
         prisoners prisoner  NOUN  NNS 6  nmod
         of        of        ADP   IN  10 case
         Ruritania Ruritania PROPN NNP 8  nmod
         .         .         PUNCT .   2  punct",
        expect![[""]],
    );
}

#[test]
fn sanctions_threatened_unless() {
    check(
        "Elbonia    Elbonia   PROPN NNP 2  nsubj
         threatened threaten  VERB  VBD 0  root
         Ruritania  Ruritania PROPN NNP 2  obj
         with       with      ADP   IN  5  case
         sanctions  sanction  NOUN  NNS 2  obl
         unless     unless    SCONJ IN  8  mark
         it         it        PRON  PRP 8  nsubj
         arrests    arrest    VERB  VBZ 2  advcl
         the        the       DET   DT  10 det
         gunmen     gunman    NOUN  NNS 8  obj
         .          .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not it arrests the gunmen | then sanctions
        "#]],
    );
}

#[test]
fn only_is_no_part_of_what_follows() {
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         said      say       VERB  VBD  0  root
         the       the       DET   DT   4  det
         army      army      NOUN  NN   6  nsubj
         would     would     AUX   MD   6  aux
         consider  consider  VERB  VB   2  ccomp
         a         a         DET   DT   8  det
         pause     pause     NOUN  NN   6  obj
         only      only      ADV   RB   12 advmod
         if        if        SCONJ IN   12 mark
         Ruritania Ruritania PROPN NNP  12 nsubj
         laid      lay       VERB  VBD  6  advcl
         down      down      ADP   IN   15 case
         its       its       PRON  PRP$ 15 nmod:poss
         arms      arm       NOUN  NNS  12 obl
         .         .         PUNCT .    2  punct",
        expect![[r#"
            Condition ELB -> RUR | if Ruritania laid down its arms | then the army would consider a pause
        "#]],
    );
}

#[test]
fn called_on_a_council_to_act() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         called    call      VERB  VBD 0  root
         on        on        ADP   IN  6  case
         the       the       DET   DT  6  det
         Ruritania Ruritania PROPN NNP 6  compound
         Council   Council   PROPN NNP 2  obl
         to        to        PART  TO  8  mark
         condemn   condemn   VERB  VB  2  xcomp
         the       the       DET   DT  10 det
         strikes   strike    NOUN  NNS 8  obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what condemn the strikes
        "#]],
    );
}

#[test]
fn a_truce_that_will_end_is_a_threat() {
    check(
        "The       the       DET   DT  2  det
         ceasefire ceasefire NOUN  NN  4  nsubj
         will      will      AUX   MD  4  aux
         end       end       VERB  VB  14 ccomp
         if        if        SCONJ IN  9  mark
         Ruritania Ruritania PROPN NNP 9  nsubj
         does      do        AUX   VBZ 9  aux
         not       not       PART  RB  9  advmod
         free      free      VERB  VB  4  advcl
         the       the       DET   DT  11 det
         crew      crew      NOUN  NN  9  obj
         ,         ,         PUNCT ,   4  punct
         Elbonia   Elbonia   PROPN NNP 14 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   14 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania does not free the crew | then The ceasefire will end
        "#]],
    );
}

#[test]
fn what_is_demanded_in_a_resolution() {
    check(
        "Elbonia    Elbonia    PROPN NNP 2  nsubj
         demanded   demand     VERB  VBD 0  root
         in         in         ADP   IN  5  case
         a          a          DET   DT  5  det
         resolution resolution NOUN  NN  2  obl
         that       that       SCONJ IN  8  mark
         Ruritania  Ruritania  PROPN NNP 8  nsubj
         stop       stop       VERB  VB  2  ccomp
         the        the        DET   DT  10 det
         shelling   shelling   NOUN  NN  8  obj
         .          .          PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what stop the shelling
        "#]],
    );
}

#[test]
fn as_long_is_no_part_of_what_follows() {
    check(
        "Elbonia   Elbonia   PROPN NNP 4  nsubj
         would     would     AUX   MD  4  aux
         not       not       PART  RB  4  advmod
         talk      talk      VERB  VB  16 ccomp
         to        to        ADP   IN  6  case
         Syldavia  Syldavia  PROPN NNP 4  obl
         as        as        ADV   RB  8  advmod
         long      long      ADV   RB  4  advmod
         as        as        SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         holds     hold      VERB  VBZ 8  advcl
         the       the       DET   DT  13 det
         island    island    NOUN  NN  11 obj
         ,         ,         PUNCT ,   4  punct
         it        it        PRON  PRP 16 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   16 punct",
        expect![[r#"
            Condition ELB -> RUR | if Ruritania holds the island | then not Elbonia would not talk to Syldavia
        "#]],
    );
}
