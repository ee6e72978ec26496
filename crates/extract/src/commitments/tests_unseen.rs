//! Commitments as unseen articles put them, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn what_was_to_be_done_is_the_condition_of_otherwise() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         gave      give      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         ten       ten       NUM   CD  5  nummod
         days      day       NOUN  NNS 2  obj
         to        to        PART  TO  7  mark
         reopen    reopen    VERB  VB  2  advcl
         the       the       DET   DT  9  det
         canal     canal     NOUN  NN  7  obj
         ,         ,         PUNCT ,   11 punct
         warning   warn      VERB  VBG 2  advcl
         that      that      SCONJ IN  15 mark
         it        it        PRON  PRP 15 nsubj
         would     would     AUX   MD  15 aux
         close     close     VERB  VB  11 ccomp
         the       the       DET   DT  17 det
         pass      pass      NOUN  NN  15 obj
         otherwise otherwise ADV   RB  15 advmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what reopen the canal
            Threat ELB -> RUR | if not reopen the canal | then it would close the pass
        "#]],
    );
}

#[test]
fn what_is_left_undone_brings_recourse() {
    check(
        "\"        \"        PUNCT ``  10 punct
         If       if       SCONJ IN  6  mark
         this     this     PRON  DT  6  nsubj
         does     do       AUX   VBZ 6  aux
         not      not      PART  RB  6  advmod
         happen   happen   VERB  VB  10 advcl
         ,        ,        PUNCT ,   6  punct
         we       we       PRON  PRP 10 nsubj
         will     will     AUX   MD  10 aux
         go       go       VERB  VB  19 ccomp
         to       to       ADP   IN  13 case
         the      the      DET   DT  13 det
         council  council  NOUN  NN  10 obl
         ,        ,        PUNCT ,   10 punct
         \"        \"        PUNCT ''  10 punct
         the      the      DET   DT  18 det
         Elbonia  Elbonia  PROPN NNP 18 compound
         minister minister NOUN  NN  19 nsubj
         said     say      VERB  VBD 0  root
         .        .        PUNCT .   19 punct",
        expect![[r#"
            Threat ELB ->  | if not this does not happen | then we will go to the council
        "#]],
    );
}

#[test]
fn whoever_comes_near_is_threatened() {
    check(
        "Elbonia Elbonia PROPN NNP 2  nsubj
         said    say     VERB  VBD 0  root
         any     any     DET   DT  4  det
         vessel  vessel  NOUN  NN  11 nsubj:pass
         that    that    PRON  WDT 6  nsubj
         nears   near    VERB  VBZ 4  acl:relcl
         the     the     DET   DT  8  det
         reef    reef    NOUN  NN  6  obj
         will    will    AUX   MD  11 aux
         be      be      AUX   VB  11 aux:pass
         boarded board   VERB  VBN 2  ccomp
         .       .       PUNCT .   2  punct",
        expect![[r#"
            Threat ELB ->  | if nears the reef | then will be boarded
        "#]],
    );
}

#[test]
fn time_for_an_act_told_by_a_noun() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         gave      give      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         a         a         DET   DT  5  det
         week      week      NOUN  NN  2  obj
         for       for       ADP   IN  8  case
         the       the       DET   DT  8  det
         release   release   NOUN  NN  2  obl
         of        of        ADP   IN  11 case
         the       the       DET   DT  11 det
         pilots    pilot     NOUN  NNS 8  nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what the release of the pilots
        "#]],
    );
}

#[test]
fn two_roads_are_a_choice() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         told      tell      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         that      that      SCONJ IN  6  mark
         there     there     PRON  EX  6  expl
         are       be        VERB  VBP 2  ccomp
         two       two       NUM   CD  8  nummod
         roads     road      NOUN  NNS 6  nsubj
         ,         ,         PUNCT ,   10 punct
         talks     talk      NOUN  NNS 8  conj
         or        or        CCONJ CC  12 cc
         isolation isolation NOUN  NN  10 conj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Choice ELB ->  | or talks | or isolation
        "#]],
    );
}

#[test]
fn two_paths_that_are_there_are_a_choice() {
    check(
        "\"         \"         PUNCT ``  3  punct
         There     there     PRON  EX  3  expl
         is        be        VERB  VBZ 20 ccomp
         the       the       DET   DT  5  det
         path      path      NOUN  NN  3  nsubj
         of        of        ADP   IN  7  case
         talks     talk      NOUN  NNS 5  nmod
         and       and       CCONJ CC  10 cc
         there     there     PRON  EX  10 expl
         is        be        VERB  VBZ 3  conj
         the       the       DET   DT  12 det
         path      path      NOUN  NN  10 nsubj
         of        of        ADP   IN  14 case
         war       war       NOUN  NN  12 nmod
         ,         ,         PUNCT ,   3  punct
         \"         \"         PUNCT ''  3  punct
         the       the       DET   DT  19 det
         Elbonia   Elbonia   PROPN NNP 19 compound
         minister  minister  NOUN  NN  20 nsubj
         told      tell      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 20 iobj
         .         .         PUNCT .   20 punct",
        expect![[r#"
            Choice ELB ->  | or the path of talks | or the path of war
        "#]],
    );
}

#[test]
fn what_is_sworn_to_be_withheld_threatens() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         assured   assure    VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         that      that      SCONJ IN  8  mark
         it        it        PRON  PRP 8  nsubj
         would     would     AUX   MD  8  aux
         not       not       PART  RB  8  advmod
         renew     renew     VERB  VB  2  ccomp
         the       the       DET   DT  10 det
         lease     lease     NOUN  NN  8  obj
         unless    unless    SCONJ IN  14 mark
         the       the       DET   DT  13 det
         guards    guard     NOUN  NNS 14 nsubj
         left      leave     VERB  VBD 8  advcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not the guards left | then not it would not renew the lease
        "#]],
    );
}

#[test]
fn a_harm_that_nobody_suffers_is_promised() {
    check(
        "\"         \"         PUNCT ``  11 punct
         As        as        ADV   RB  3  advmod
         long      long      ADV   RB  11 advmod
         as        as        SCONJ IN  6  mark
         they      they      PRON  PRP 6  nsubj
         negotiate negotiate VERB  VBP 3  advcl
         ,         ,         PUNCT ,   3  punct
         nobody    nobody    NOUN  NN  11 nsubj:pass
         will      will      AUX   MD  11 aux
         be        be        AUX   VB  11 aux:pass
         punished  punish    VERB  VBN 17 ccomp
         ,         ,         PUNCT ,   11 punct
         \"         \"         PUNCT ''  11 punct
         the       the       DET   DT  16 det
         Elbonia   Elbonia   PROPN NNP 16 compound
         minister  minister  NOUN  NN  17 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   17 punct",
        expect![[r#"
            Promise ELB ->  | if they negotiate | then not nobody will be punished
        "#]],
    );
}

#[test]
fn a_second_clause_has_its_own_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         the       the       DET   DT  4  det
         bridge    bridge    NOUN  NN  6  nsubj
         would     would     AUX   MD  6  aux
         remain    remain    VERB  VB  2  ccomp
         open      open      ADJ   JJ  6  xcomp
         as        as        ADV   RB  9  advmod
         long      long      ADV   RB  6  advmod
         as        as        SCONJ IN  12 mark
         Ruritania Ruritania PROPN NNP 12 nsubj
         kept      keep      VERB  VBD 9  advcl
         the       the       DET   DT  14 det
         truce     truce     NOUN  NN  12 obj
         ,         ,         PUNCT ,   21 punct
         and       and       CCONJ CC  21 cc
         that      that      SCONJ IN  21 mark
         it        it        PRON  PRP 21 nsubj:pass
         would     would     AUX   MD  21 aux
         be        be        AUX   VB  21 aux:pass
         shut      shut      VERB  VBN 6  conj
         in        in        ADP   IN  24 case
         the       the       DET   DT  24 det
         event     event     NOUN  NN  21 obl
         of        of        ADP   IN  27 case
         a         a         DET   DT  27 det
         raid      raid      NOUN  NN  24 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania kept the truce | then the bridge would remain open
            Threat ELB ->  | if a raid | then it would be shut
        "#]],
    );
}

#[test]
fn failing_which_follows_what_is_demanded_by_a_noun() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         demanded  demand    VERB  VBD 0  root
         the       the       DET   DT  4  det
         return    return    NOUN  NN  2  obj
         of        of        ADP   IN  7  case
         the       the       DET   DT  7  det
         ships     ship      NOUN  NNS 4  nmod
         ,         ,         PUNCT ,   9  punct
         failing   fail      VERB  VBG 2  advcl
         which     which     PRON  WDT 13 obj
         Elbonia   Elbonia   PROPN NNP 13 nsubj
         would     would     AUX   MD  13 aux
         close     close     VERB  VB  9  ccomp
         the       the       DET   DT  15 det
         strait    strait    NOUN  NN  13 obj
         to        to        ADP   IN  17 case
         Ruritania Ruritania PROPN NNP 13 obl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB ->  | what the return of the ships
            Threat ELB -> RUR | if not the return of the ships | then Elbonia would close the strait to Ruritania
        "#]],
    );
}

#[test]
fn what_is_given_in_exchange_is_offered() {
    check(
        "Elbonia    Elbonia    PROPN NNP  3  nsubj
         would      would      AUX   MD   3  aux
         lift       lift       VERB  VB   18 ccomp
         the        the        DET   DT   5  det
         tariffs    tariff     NOUN  NNS  3  obj
         in         in         ADP   IN   7  case
         exchange   exchange   NOUN  NN   5  nmod
         for        for        ADP   IN   11 case
         Ruritania  Ruritania  PROPN NNP  11 nmod:poss
         's         's         PART  POS  9  case
         withdrawal withdrawal NOUN  NN   7  nmod
         from       from       ADP   IN   14 case
         the        the        DET   DT   14 det
         reef       reef       NOUN  NN   11 nmod
         ,          ,          PUNCT ,    3  punct
         its        its        PRON  PRP$ 17 nmod:poss
         minister   minister   NOUN  NN   18 nsubj
         said       say        VERB  VBD  0  root
         .          .          PUNCT .    18 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania's withdrawal from the reef | then Elbonia would lift the tariffs
        "#]],
    );
}

#[test]
fn demands_named_in_part() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         handed    hand      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         a         a         DET   DT  5  det
         list      list      NOUN  NN  2  obj
         of        of        ADP   IN  8  case
         four      four      NUM   CD  8  nummod
         demands   demand    NOUN  NNS 5  nmod
         ,         ,         PUNCT ,   11 punct
         among     among     ADP   IN  11 case
         them      they      PRON  PRP 2  obl
         the       the       DET   DT  13 det
         closure   closure   NOUN  NN  5  appos
         of        of        ADP   IN  16 case
         the       the       DET   DT  16 det
         camp      camp      NOUN  NN  13 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what the closure of the camp
        "#]],
    );
}

#[test]
fn what_is_done_after_the_other_has_acted_is_promised() {
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         will      will      AUX   MD   3  aux
         restore   restore   VERB  VB   16 ccomp
         the       the       DET   DT   5  det
         supply    supply    NOUN  NN   3  obj
         after     after     SCONJ IN   9  mark
         Ruritania Ruritania PROPN NNP  9  nsubj
         has       have      AUX   VBZ  9  aux
         paid      pay       VERB  VBD  3  advcl
         its       its       PRON  PRP$ 11 nmod:poss
         share     share     NOUN  NN   9  obj
         ,         ,         PUNCT ,    3  punct
         the       the       DET   DT   15 det
         Elbonia   Elbonia   PROPN NNP  15 compound
         ministry  ministry  NOUN  NN   16 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    16 punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania has paid its share | then Elbonia will restore the supply
        "#]],
    );
}

#[test]
fn licences_that_are_withdrawn_are_a_harm() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         that      that      SCONJ IN  16 mark
         in        in        ADP   IN  6  case
         the       the       DET   DT  6  det
         event     event     NOUN  NN  16 obl
         of        of        ADP   IN  9  case
         the       the       DET   DT  9  det
         decree    decree    NOUN  NN  6  nmod
         remaining remain    VERB  VBG 9  acl
         in        in        ADP   IN  12 case
         force     force     NOUN  NN  10 obl
         ,         ,         PUNCT ,   6  punct
         Elbonia   Elbonia   PROPN NNP 16 nsubj
         will      will      AUX   MD  16 aux
         withdraw  withdraw  VERB  VB  2  ccomp
         the       the       DET   DT  18 det
         licences  licence   NOUN  NNS 16 obj
         of        of        ADP   IN  22 case
         Ruritania Ruritania PROPN NNP 22 nmod:poss
         's        's        PART  POS 20 case
         trawlers  trawler   NOUN  NNS 18 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if the decree remaining in force | then Elbonia will withdraw the licences of Ruritania's trawlers
        "#]],
    );
}

#[test]
fn once_more_is_no_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         warned    warn      VERB  VBD 0  root
         that      that      SCONJ IN  14 mark
         if        if        SCONJ IN  6  mark
         Ruritania Ruritania PROPN NNP 6  nsubj
         opens     open      VERB  VBZ 14 advcl
         the       the       DET   DT  8  det
         gates     gate      NOUN  NNS 6  obj
         once      once      ADV   RB  10 advmod
         more      more      ADV   RBR 6  advmod
         ,         ,         PUNCT ,   6  punct
         Elbonia   Elbonia   PROPN NNP 14 nsubj
         will      will      AUX   MD  14 aux
         freeze    freeze    VERB  VB  2  ccomp
         the       the       DET   DT  16 det
         loan      loan      NOUN  NN  14 obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania opens the gates once more | then Elbonia will freeze the loan
        "#]],
    );
}

#[test]
fn what_lasts_while_the_other_complies_is_promised() {
    check(
        "Elbonia      Elbonia     PROPN NNP 2  nsubj
         said         say         VERB  VBD 0  root
         that         that        SCONJ IN  6  mark
         Elbonia      Elbonia     PROPN NNP 6  nsubj
         will         will        AUX   MD  6  aux
         announce     announce    VERB  VB  2  ccomp
         the          the         DET   DT  9  det
         water        water       NOUN  NN  9  compound
         level        level       NOUN  NN  6  obj
         so           so          ADV   RB  11 advmod
         long         long        ADV   RB  6  advmod
         as           as          SCONJ IN  14 mark
         Ruritania    Ruritania   PROPN NNP 14 nsubj
         dismantles   dismantle   VERB  VBZ 11 advcl
         the          the         DET   DT  16 det
         loudspeakers loudspeaker NOUN  NNS 14 obj
         .            .           PUNCT .   2  punct",
        expect![[r#"
            Promise ELB ->  | if Ruritania dismantles the loudspeakers | then Elbonia will announce the water level
        "#]],
    );
}

#[test]
fn it_being_understood_is_a_condition() {
    check(
        "Elbonia    Elbonia    PROPN NNP  2  nsubj
         expressed  express    VERB  VBD  0  root
         its        its        PRON  PRP$ 4  nmod:poss
         readiness  readiness  NOUN  NN   2  obj
         to         to         PART  TO   6  mark
         supply     supply     VERB  VB   4  acl
         water      water      NOUN  NN   6  obj
         to         to         ADP   IN   9  case
         Ruritania  Ruritania  PROPN NNP  6  obl
         ,          ,          PUNCT ,    13 punct
         it         it         PRON  PRP  13 nsubj:pass
         being      be         AUX   VBG  13 aux:pass
         understood understand VERB  VBN  4  parataxis
         that       that       SCONJ IN   17 mark
         Ruritania  Ruritania  PROPN NNP  17 nsubj
         will       will       AUX   MD   17 aux
         bear       bear       VERB  VB   13 ccomp
         the        the        DET   DT   19 det
         cost       cost       NOUN  NN   17 obj
         .          .          PUNCT .    2  punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania will bear the cost | then supply water to Ruritania
        "#]],
    );
}
