//! Demands, offers, choices and conditions as telegrams, chanceries and translations write them.

use super::tests::{check, check_conditions};
use expect_test::expect;

#[test]
fn a_demand_without_that() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 4 nsubj
         withdraw  withdraw  VERB  VB  2 xcomp
         two       two       NUM   CD  6 nummod
         brigades  brigade   NOUN  NNS 4 obj
         within    within    ADP   IN  9 case
         a         a         DET   DT  9 det
         week      week      NOUN  NN  4 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what withdraw two brigades within a week
        "#]],
    );
}

#[test]
fn an_urging_without_to() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         urged     urge      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         hold      hold      VERB  VB  2 xcomp
         back      back      ADV   RB  4 advmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what hold back
        "#]],
    );
}

#[test]
fn two_acts_under_one_modal_hang_on_one_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 5 nsubj
         will      will      AUX   MD  5 aux
         close     close     VERB  VB  2 ccomp
         the       the       DET   DT  7 det
         border    border    NOUN  NN  5 obj
         and       and       CCONJ CC  9 cc
         recall    recall    VERB  VB  5 conj
         its       its       PRON  PRP$ 11 nmod:poss
         ambassador ambassador NOUN NN 9 obj
         if        if        SCONJ IN  14 mark
         Ruritania Ruritania PROPN NNP 14 nsubj
         attacks   attack    VERB  VBZ 9 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania attacks | then it will close the border and recall its ambassador
        "#]],
    );
}

#[test]
fn the_press_is_told_and_not_asked() {
    let told = |whom: &str| {
        format!(
            "Elbonia   Elbonia   PROPN NNP 2 nsubj
             told      tell      VERB  VBD 0 root
             {whom}    {whom}    PROPN NNP 2 obj
             receive   receive   VERB  VB  2 xcomp
             observers observer  NOUN  NNS 4 obj
             .         .         PUNCT .   2 punct"
        )
    };
    check(&told("Reuters"), expect![[r#""#]]);
    check(
        &told("Ruritania"),
        expect![[r#"
        Demand ELB -> RUR | what receive observers
    "#]],
    );
}

#[test]
fn to_send_nobody_is_to_withhold() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 5 nsubj
         would     would     AUX   MD  5 aux
         send      send      VERB  VB  2 ccomp
         nobody    nobody    PRON  NN  5 obj
         unless    unless    SCONJ IN  9 mark
         Ruritania Ruritania PROPN NNP 9 nsubj
         hands     hand      VERB  VBZ 5 advcl
         over      over      ADP   RP  9 compound:prt
         the       the       DET   DT  12 det
         maps      map       NOUN  NNS 9 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania hands over the maps | then not it would send nobody
        "#]],
    );
}

#[test]
fn to_break_off_relations_harms() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 5 nsubj
         will      will      AUX   MD  5 aux
         break     break     VERB  VB  2 ccomp
         off       off       ADP   RP  5 compound:prt
         relations relation  NOUN  NNS 5 obj
         if        if        SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         not       not       PART  RB  11 advmod
         withdraws withdraw  VERB  VBZ 5 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania not withdraws | then it will break off relations
        "#]],
    );
}

#[test]
fn who_is_asked_that_he_act() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         asked     ask       VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 iobj
         that      that      SCONJ IN  6 mark
         it        it        PRON  PRP 6 nsubj
         open      open      VERB  VB  2 ccomp
         the       the       DET   DT  8 det
         bridge    bridge    NOUN  NN  6 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what open the bridge
        "#]],
    );
}

#[test]
fn what_one_act_is_given_for_another_is_an_offer() {
    check(
        "If        if        SCONJ IN  3  mark
         Ruritania Ruritania PROPN NNP 3  nsubj
         drops     drop      VERB  VBZ 9  advcl
         the       the       DET   DT  5  det
         charges   charge    NOUN  NNS 3  obj
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 9  nsubj
         will      will      AUX   MD  9  aux
         negotiate negotiate VERB  VB  12 ccomp
         ,         ,         PUNCT ,   9  punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   12 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania drops the charges | then Elbonia will negotiate
        "#]],
    );
}

#[test]
fn they_and_we_are_two_sides() {
    check(
        "\"       \"       PUNCT ``  10 punct
         If      if      SCONJ IN  6  mark
         they    they    PRON  PRP 6  nsubj
         do      do      AUX   VBP 6  aux
         not     not     PART  RB  6  advmod
         step    step    VERB  VB  10 advcl
         down    down    ADP   RP  6  compound:prt
         we      we      PRON  PRP 10 nsubj
         will    will    AUX   MD  10 aux
         sort    sort    VERB  VB  17 ccomp
         out     out     ADP   RP  10 compound:prt
         the     the     DET   DT  13 det
         cabinet cabinet NOUN  NN  10 obj
         ,       ,       PUNCT ,   10 punct
         \"       \"       PUNCT ''  10 punct
         Elbonia Elbonia PROPN NNP 17 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   17 punct",
        expect![[r#"
            Threat ELB ->  | if not they do not step down | then we will sort out the cabinet
        "#]],
    );
}

#[test]
fn there_will_be_none_as_long_as() {
    check(
        "\"              \"              PUNCT ``  14 punct
         As             as             ADV   RB  3  advmod
         long           long           ADV   RB  14 advmod
         as             as             SCONJ IN  7  mark
         the            the            DET   DT  6  det
         camp           camp           NOUN  NN  7  nsubj
         serves         serve          VERB  VBZ 3  advcl
         the            the            DET   DT  9  det
         smugglers      smuggler       NOUN  NNS 7  obj
         ,              ,              PUNCT ,   3  punct
         there          there          PRON  EX  14 expl
         will           will           AUX   MD  14 aux
         not            not            PART  RB  14 advmod
         be             be             VERB  VB  19 ccomp
         reconciliation reconciliation NOUN  NN  14 nsubj
         ,              ,              PUNCT ,   14 punct
         \"              \"              PUNCT ''  14 punct
         Elbonia        Elbonia        PROPN NNP 19 nsubj
         said           say            VERB  VBD 0  root
         .              .              PUNCT .   19 punct",
        expect![[r#"
            Condition ELB ->  | if the camp serves the smugglers | then not there will not be reconciliation
        "#]],
    );
}

#[test]
fn what_is_promised_to_somebody_behind_to() {
    check(
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         has       have      AUX   VBZ 3  aux
         promised  promise   VERB  VBN 0  root
         to        to        ADP   IN  5  case
         Ruritania Ruritania PROPN NNP 3  obl
         five      five      NUM   CD  7  nummod
         tons      ton       NOUN  NNS 3  obj
         of        of        ADP   IN  9  case
         wheat     wheat     NOUN  NN  7  nmod
         for       for       ADP   IN  12 case
         the       the       DET   DT  12 det
         villages  village   NOUN  NNS 7  nmod
         .         .         PUNCT .   3  punct",
        expect![[r#"
            Promise ELB -> RUR | then five tons of wheat for the villages
        "#]],
    );
}

#[test]
fn what_is_pledged_once_something_is_done() {
    check(
        "Elbonia  Elbonia PROPN NNP 2  nsubj
         pledged  pledge  VERB  VBD 0  root
         90       90      NUM   CD  4  nummod
         soldiers soldier NOUN  NNS 2  obj
         for      for     ADP   IN  7  case
         the      the     DET   DT  7  det
         mission  mission NOUN  NN  4  nmod
         once     once    SCONJ IN  12 mark
         the      the     DET   DT  10 det
         rebels   rebel   NOUN  NNS 12 nsubj
         are      be      AUX   VBP 12 cop
         gone     go      VERB  JJ  2  advcl
         .        .       PUNCT .   2  punct",
        expect![[r#"
            Promise ELB ->  | if the rebels are gone | then 90 soldiers for the mission
        "#]],
    );
}

#[test]
fn two_paths_behind_a_deadline() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         gave      give      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         until     until     ADP   IN  5  case
         Friday    Friday    PROPN NNP 2  obl
         to        to        PART  TO  7  mark
         pay       pay       VERB  VB  2  advcl
         the       the       DET   DT  9  det
         fine      fine      NOUN  NN  7  obj
         or        or        CCONJ CC  11 cc
         resign    resign    VERB  VB  7  conj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Choice ELB -> RUR | or pay the fine | or resign
        "#]],
    );
}

#[test]
fn two_paths_that_somebody_is_told() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         told      tell      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 iobj
         to        to        PART  TO  5 mark
         move      move      VERB  VB  2 xcomp
         out       out       ADV   RB  5 advmod
         or        or        CCONJ CC  9 cc
         be        be        AUX   VB  9 aux:pass
         thrown    throw     VERB  VBN 5 conj
         out       out       ADV   RP  9 compound:prt
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what move out
            Choice ELB -> RUR | or move out | or be thrown out
            Threat ELB -> RUR | if not move out | then be thrown out
        "#]],
    );
}

#[test]
fn an_object_behind_what_it_would_be_regarded_as() {
    check(
        "Elbonia Elbonia PROPN NNP 2  nsubj
         said    say     VERB  VBD 0  root
         Elbonia Elbonia PROPN NNP 5  nsubj
         would   would   AUX   MD  5  aux
         regard  regard  VERB  VB  2  ccomp
         as      as      ADP   IN  8  case
         an      a       DET   DT  8  det
         act     act     NOUN  NN  5  obl
         of      of      ADP   IN  10 case
         war     war     NOUN  NN  8  nmod
         any     any     DET   DT  12 det
         attack  attack  NOUN  NN  8  nmod
         on      on      ADP   IN  15 case
         the     the     DET   DT  15 det
         dam     dam     NOUN  NN  12 nmod
         .       .       PUNCT .   2  punct",
        expect![[r#"
            Threat ELB ->  | if any attack on the dam | then an act of war
        "#]],
    );
}

#[test]
fn what_is_done_to_those_who_act_so() {
    check(
        "Elbonia  Elbonia PROPN NNP 2 nsubj
         warned   warn    VERB  VBD 0 root
         that     that    SCONJ IN  9 mark
         miners   miner   NOUN  NNS 9 nsubj:pass
         who      who     PRON  WP  6 nsubj
         remain   remain  VERB  VBP 4 acl:relcl
         will     will    AUX   MD  9 aux
         be       be      AUX   VB  9 aux:pass
         deported deport  VERB  VBN 2 ccomp
         .        .       PUNCT .   2 punct",
        expect![[r#"
            Threat ELB ->  | if remain | then will be deported
        "#]],
    );
}

#[test]
fn a_second_path_joined_to_a_word_of_the_first() {
    check(
        "Ruritania Ruritania PROPN NNP  2  nsubj
         has       have      VERB  VBZ  20 ccomp
         to        to        PART  TO   4  mark
         choose    choose    VERB  VB   2  xcomp
         between   between   ADP   IN   7  case
         the       the       DET   DT   7  det
         return    return    NOUN  NN   4  obl
         of        of        ADP   IN   10 case
         the       the       DET   DT   10 det
         refugees  refugee   NOUN  NNS  7  nmod
         to        to        ADP   IN   13 case
         their     their     PRON  PRP$ 13 nmod:poss
         towns     town      NOUN  NNS  7  nmod
         and       and       CCONJ CC   17 cc
         a         a         DET   DT   17 det
         long      long      ADJ   JJ   17 amod
         isolation isolation NOUN  NN   13 conj
         ,         ,         PUNCT ,    2  punct
         Elbonia   Elbonia   PROPN NNP  20 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    20 punct",
        expect![[r#"
            Choice ELB -> RUR | or the return of the refugees to their towns | or a long isolation
        "#]],
    );
}

#[test]
fn a_coup_would_bring_sanctions() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         warned    warn      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         that      that      SCONJ IN  8  mark
         a         a         DET   DT  6  det
         coup      coup      NOUN  NN  8  nsubj
         would     would     AUX   MD  8  aux
         bring     bring     VERB  VB  2  ccomp
         severe    severe    ADJ   JJ  10 amod
         sanctions sanction  NOUN  NNS 8  obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if a coup | then would bring severe sanctions
        "#]],
    );
}

#[test]
fn were_an_army_to_attack() {
    check_conditions(
        "He         he       PRON  PRP  2  nsubj
         said       say      VERB  VBD  0  root
         that       that     SCONJ IN   7  mark
         ,          ,        PUNCT ,    3  punct
         were       be       AUX   VBD  7  cop
         any        any      DET   DT   7  det
         navy       navy     NOUN  NN   15 nsubj
         to         to       PART  TO   9  mark
         attack     attack   VERB  VB   7  acl
         his        his      PRON  PRP$ 11 nmod:poss
         port       port     NOUN  NN   9  obj
         ,          ,        PUNCT ,    7  punct
         Elbonia    Elbonia  PROPN NNP  15 nsubj
         would      would    AUX   MD   15 aux
         strike     strike   VERB  VB   2  ccomp
         at         at       ADP   IN   18 case
         the        the      DET   DT   18 det
         refineries refinery NOUN  NNS  15 obl
         .          .        PUNCT .    2  punct",
        &["any navy to attack his port => Elbonia would strike at the refineries"],
    );
}

#[test]
fn a_condition_behind_two_verbs() {
    check_conditions(
        "They   they  PRON  PRP 3  nsubj
         would  would AUX   MD  3  aux
         shell  shell VERB  VB  0  root
         the    the   DET   DT  5  det
         town   town  NOUN  NN  3  obj
         and    and   CCONJ CC  8  cc
         would  would AUX   MD  8  aux
         close  close VERB  VB  3  conj
         the    the   DET   DT  10 det
         road   road  NOUN  NN  8  obj
         if     if    SCONJ IN  14 mark
         the    the   DET   DT  13 det
         drills drill NOUN  NNS 14 nsubj
         go     go    VERB  VBP 8  advcl
         on     on    ADP   RP  14 compound:prt
         .      .     PUNCT .   3  punct",
        &["the drills go on => They would shell the town and would close the road"],
    );
}

#[test]
fn if_before_to_know_is_no_question() {
    check_conditions(
        "If   if   SCONJ IN  3 mark
         they they PRON  PRP 3 nsubj
         ask  ask  VERB  VBP 7 advcl
         ,    ,    PUNCT ,   3 punct
         you  you  PRON  PRP 7 nsubj
         will will AUX   MD  7 aux
         know know VERB  VB  0 root
         .    .    PUNCT .   7 punct",
        &["they ask => you will know"],
    );
}

#[test]
fn a_condition_hangs_from_the_verb_with_its_subject() {
    check_conditions(
        "They     they     PRON  PRP 3 nsubj
         are      be       AUX   VBP 3 cop
         unlikely unlikely ADJ   JJ  0 root
         to       to       PART  TO  5 mark
         leave    leave    VERB  VB  3 xcomp
         if       if       SCONJ IN  9 mark
         the      the      DET   DT  8 det
         siege    siege    NOUN  NN  9 nsubj
         goes     go       VERB  VBZ 5 advcl
         on       on       ADP   RP  9 compound:prt
         .        .        PUNCT .   3 punct",
        &["the siege goes on => They are unlikely to leave"],
    );
}

#[test]
fn what_is_done_together_burdens_nobody() {
    check(
        "If         if         SCONJ IN  3  mark
         Elbonia    Elbonia    PROPN NNP 3  nsubj
         jails      jail       VERB  VBZ 9  advcl
         the        the        DET   DT  5  det
         crew       crew       NOUN  NN  3  obj
         ,          ,          PUNCT ,   9  punct
         Ruritania  Ruritania  PROPN NNP 9  nsubj
         will       will       AUX   MD  9  aux
         suspend    suspend    VERB  VB  0  root
         joint      joint      ADJ   JJ  11 amod
         patrols    patrol     NOUN  NNS 9  obj
         .          .          PUNCT .   9  punct",
        expect![[r#"
            Threat RUR -> ELB | if Elbonia jails the crew | then Ruritania will suspend joint patrols
        "#]],
    );
}
