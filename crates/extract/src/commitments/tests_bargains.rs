//! Bargains told in ways that news agencies, chanceries and translations have.

use super::tests::{check, check_conditions};
use expect_test::expect;

#[test]
fn an_ultimatum_addresses_whom_it_is_sent_to() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         issued    issue     VERB  VBD 0  root
         an        a         DET   DT  4  det
         ultimatum ultimatum NOUN  NN  2  obj
         to        to        ADP   IN  6  case
         Ruritania Ruritania PROPN NNP 2  obl
         ,         ,         PUNCT ,   8  punct
         demanding demand    VERB  VBG 2  advcl
         the       the       DET   DT  10 det
         release   release   NOUN  NN  8  obj
         of        of        ADP   IN  13 case
         the       the       DET   DT  13 det
         sailors   sailor    NOUN  NNS 10 nmod
         of        of        ADP   IN  15 case
         Syldavia  Syldavia  PROPN NNP 13 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what the release of the sailors of Syldavia
        "#]],
    );
}

#[test]
fn what_is_asked_for_is_not_who_is_asked() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         the       the       DET   DT  4 det
         release   release   NOUN  NN  2 obj
         of        of        ADP   IN  7 case
         the       the       DET   DT  7 det
         sailors   sailor    NOUN  NNS 4 nmod
         of        of        ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 7 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB ->  | what the release of the sailors of Ruritania
        "#]],
    );
}

#[test]
fn an_offer_beside_a_request_is_no_demand() {
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         has       have      AUX   VBZ  3  aux
         asked     ask       VERB  VBN  0  root
         Ruritania Ruritania PROPN NNP  3  iobj
         to        to        PART  TO   6  mark
         withdraw  withdraw  VERB  VB   3  xcomp
         and       and       CCONJ CC   9  cc
         has       have      AUX   VBZ  9  aux
         offered   offer     VERB  VBN  3  conj
         to        to        PART  TO   11 mark
         open      open      VERB  VB   9  xcomp
         its       its       PRON  PRP$ 13 nmod:poss
         archives  archive   NOUN  NNS  11 obj
         .         .         PUNCT .    3  punct",
        expect![[r#"
            Demand ELB -> RUR | what withdraw
            Offer ELB ->  | then open its archives
        "#]],
    );
}

#[test]
fn who_denies_a_threat_makes_none() {
    check(
        "Elbonia    Elbonia  PROPN NNP 2  nsubj
         denied     deny     VERB  VBD 0  root
         that       that     SCONJ IN  6  mark
         it         it       PRON  PRP 6  nsubj
         had        have     AUX   VBD 6  aux
         threatened threaten VERB  VBN 2  ccomp
         to         to       PART  TO  8  mark
         bomb       bomb     VERB  VB  6  xcomp
         the        the      DET   DT  10 det
         base       base     NOUN  NN  8  obj
         .          .        PUNCT .   2  punct",
        expect![[r#""#]],
    );
}

#[test]
fn a_threat_with_sanctions_hangs_on_an_act() {
    check(
        "Elbonia    Elbonia   PROPN NNP 2  nsubj
         threatened threaten  VERB  VBD 0  root
         Ruritania  Ruritania PROPN NNP 2  obj
         with       with      ADP   IN  5  case
         sanctions  sanction  NOUN  NNS 2  obl
         if         if        SCONJ IN  10 mark
         it         it        PRON  PRP 10 nsubj
         did        do        AUX   VBD 10 aux
         not        not       PART  RB  10 advmod
         leave      leave     VERB  VB  5  acl
         .          .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not it did not leave | then sanctions
        "#]],
    );
}

#[test]
fn what_somebody_will_not_do_is_no_promise_of_it() {
    check(
        "Elbonia Elbonia PROPN NNP 4 nsubj
         would   would   AUX   MD  4 aux
         not     not     PART  RB  4 advmod
         close   close   VERB  VB  9 ccomp
         the     the     DET   DT  6 det
         base    base    NOUN  NN  4 obj
         ,       ,       PUNCT ,   4 punct
         Elbonia Elbonia PROPN NNP 9 nsubj
         said    say     VERB  VBD 0 root
         .       .       PUNCT .   9 punct",
        expect![[r#""#]],
    );
}

#[test]
fn help_is_promised_to_who_asks() {
    check(
        "Elbonia  Elbonia PROPN NNP 2 nsubj
         promised promise VERB  VBD 0 root
         that     that    SCONJ IN  6 mark
         it       it      PRON  PRP 6 nsubj
         would    would   AUX   MD  6 aux
         help     help    VERB  VB  2 ccomp
         if       if      SCONJ IN  8 mark
         asked    ask     VERB  VBN 6 advcl
         .        .       PUNCT .   2 punct",
        expect![[r#"
            Promise ELB ->  | if asked | then it would help
        "#]],
    );
}

#[test]
fn the_entry_of_a_soldier_states_a_condition() {
    check(
        "The     the     DET   DT  2  det
         entry   entry   NOUN  NN  9  nsubj:pass
         of      of      ADP   IN  6  case
         a       a       DET   DT  6  det
         single  single  ADJ   JJ  6  amod
         soldier soldier NOUN  NN  2  nmod
         would   would   AUX   MD  9  aux
         be      be      AUX   VB  9  aux:pass
         met     meet    VERB  VBN 14 ccomp
         with    with    ADP   IN  11 case
         force   force   NOUN  NN  9  obl
         ,       ,       PUNCT ,   9  punct
         Elbonia Elbonia PROPN NNP 14 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   14 punct",
        expect![[r#"
            Threat ELB ->  | if The entry of a single soldier | then would be met with force
        "#]],
    );
}

#[test]
fn what_is_withheld_until_an_act_is_done_threatens() {
    check(
        "Elbonia   Elbonia  PROPN NNP 2  nsubj
         warned    warn     VERB  VBD 0  root
         that      that     SCONJ IN  7  mark
         aid       aid      NOUN  NN  7  nsubj:pass
         will      will     AUX   MD  7  aux
         be        be       AUX   VB  7  aux:pass
         withheld  withhold VERB  VBN 2  ccomp
         until     until    SCONJ IN  12 mark
         the       the      DET   DT  10 det
         prisoners prisoner NOUN  NNS 12 nsubj:pass
         are       be       AUX   VBP 12 aux:pass
         released  release  VERB  VBN 7  advcl
         .         .        PUNCT .   2  punct",
        expect![[r#"
            Threat ELB ->  | if not the prisoners are released | then aid will be withheld
        "#]],
    );
}

#[test]
fn who_is_prepared_for_talks_offers_them() {
    check(
        "Elbonia  Elbonia  PROPN NNP 2 nsubj
         said     say      VERB  VBD 0 root
         Elbonia  Elbonia  PROPN NNP 5 nsubj
         was      be       AUX   VBD 5 cop
         prepared prepared ADJ   JJ  2 ccomp
         for      for      ADP   IN  7 case
         talks    talk     NOUN  NNS 5 obl
         .        .        PUNCT .   2 punct",
        expect![[r#"
            Offer ELB ->  | then talks
        "#]],
    );
}

#[test]
fn what_is_given_in_return_is_offered() {
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         is        be        AUX   VBZ  3  cop
         prepared  prepared  ADJ   JJ   0  root
         to        to        PART  TO   5  mark
         cut       cut       VERB  VB   3  xcomp
         its       its       PRON  PRP$ 7  nmod:poss
         catch     catch     NOUN  NN   5  obj
         in        in        ADP   IN   9  case
         return    return    NOUN  NN   5  obl
         for       for       ADP   IN   15 case
         a         a         DET   DT   15 det
         two       two       NUM   CD   14 nummod
         -         -         PUNCT HYPH 12 punct
         year      year      NOUN  NN   15 compound
         agreement agreement NOUN  NN   9  nmod
         .         .         PUNCT .    3  punct",
        expect![[r#"
            Offer ELB ->  | if a two - year agreement | then cut its catch
        "#]],
    );
}

#[test]
fn otherwise_follows_from_the_act_that_was_demanded() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         that      that      SCONJ IN  5 mark
         Ruritania Ruritania PROPN NNP 5 nsubj
         leave     leave     VERB  VB  2 ccomp
         .         .         PUNCT .   2 punct

         Otherwise otherwise ADV   RB  5 advmod
         ,         ,         PUNCT ,   1 punct
         Elbonia   Elbonia   PROPN NNP 5 nsubj
         will      will      AUX   MD  5 aux
         close     close     VERB  VB  0 root
         the       the       DET   DT  7 det
         border    border    NOUN  NN  5 obj
         .         .         PUNCT .   5 punct",
        expect![[r#"
            Demand ELB -> RUR | what leave
            Threat ELB -> RUR | if not leave | then Elbonia will close the border
        "#]],
    );
}

#[test]
fn a_threat_is_said_to_whom_the_same_side_told_before() {
    check(
        "Ruritania Ruritania PROPN NNP 3 nsubj
         must      must      AUX   MD  3 aux
         leave     leave     VERB  VB  8 ccomp
         the       the       DET   DT  5 det
         island    island    NOUN  NN  3 obj
         ,         ,         PUNCT ,   3 punct
         Elbonia   Elbonia   PROPN NNP 8 nsubj
         said      say       VERB  VBD 0 root
         .         .         PUNCT .   8 punct

         If        if       SCONJ IN  6  mark
         the       the      DET   DT  3  det
         island    island   NOUN  NN  6  nsubj:pass
         is        be       AUX   VBZ 6  aux:pass
         not       not      PART  RB  6  advmod
         returned  return   VERB  VBN 10 advcl
         ,         ,        PUNCT ,   6  punct
         Elbonia   Elbonia  PROPN NNP 10 nsubj
         will      will     AUX   MD  10 aux
         ask       ask      VERB  VB  17 ccomp
         Syldavia  Syldavia PROPN NNP 10 iobj
         to        to       PART  TO  13 mark
         impose    impose   VERB  VB  10 xcomp
         sanctions sanction NOUN  NNS 13 obj
         ,         ,        PUNCT ,   10 punct
         Elbonia   Elbonia  PROPN NNP 17 nsubj
         said      say      VERB  VBD 0  root
         .         .        PUNCT .   17 punct",
        expect![[r#"
            Demand ELB -> RUR | what leave the island
            Threat ELB -> RUR | if not the island is not returned | then Elbonia will ask Syldavia to impose sanctions
        "#]],
    );
}

#[test]
fn who_offers_to_mediate_offers_it_to_both_sides() {
    check(
        "Syldavia  Syldavia  PROPN NNP 2 nsubj
         urged     urge      VERB  VBD 0 root
         Elbonia   Elbonia   PROPN NNP 2 iobj
         and       and       CCONJ CC  5 cc
         Ruritania Ruritania PROPN NNP 3 conj
         to        to        PART  TO  7 mark
         leave     leave     VERB  VB  2 xcomp
         .         .         PUNCT .   2 punct

         Gondour Gondour PROPN NNP 2 nsubj
         offered offer   VERB  VBD 0 root
         to      to      PART  TO  4 mark
         mediate mediate VERB  VB  2 xcomp
         .       .       PUNCT .   2 punct",
        expect![[r#"
            Demand SYL -> ELB RUR | what leave
            Offer GON -> ELB RUR | then mediate
        "#]],
    );
}

#[test]
fn states_beside_each_other_are_an_enumeration() {
    check(
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         ,         ,         PUNCT ,   3 punct
         Ruritania Ruritania PROPN NNP 4 nsubj
         urged     urge      VERB  VBD 0 root
         Syldavia  Syldavia  PROPN NNP 4 iobj
         to        to        PART  TO  7 mark
         leave     leave     VERB  VB  4 xcomp
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Demand ELB RUR -> SYL | what leave
        "#]],
    );
}

#[test]
fn a_consent_without_which_nothing_is_given() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         stood     stand     VERB  VBD 0  root
         ready     ready     ADJ   JJ  2  xcomp
         to        to        PART  TO  5  mark
         send      send      VERB  VB  2  advcl
         observers observer  NOUN  NNS 5  obj
         ,         ,         PUNCT ,   8  punct
         subject   subject   ADJ   JJ  5  advcl
         to        to        ADP   IN  11 case
         the       the       DET   DT  11 det
         consent   consent   NOUN  NN  5  obl
         of        of        ADP   IN  13 case
         Ruritania Ruritania PROPN NNP 11 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Offer ELB -> RUR | if the consent of Ruritania | then send observers
        "#]],
    );
}

#[test]
fn readiness_behind_a_condition_is_an_offer() {
    check(
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         is        be        AUX   VBZ 3 cop
         willing   willing   ADJ   JJ  0 root
         to        to        PART  TO  5 mark
         negotiate negotiate VERB  VB  3 xcomp
         if        if        SCONJ IN  8 mark
         Ruritania Ruritania PROPN NNP 8 nsubj
         leaves    leave     VERB  VBZ 5 advcl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania leaves | then negotiate
        "#]],
    );
}

#[test]
fn how_an_act_would_be_taken_threatens() {
    check(
        "Elbonia     Elbonia     PROPN NNP 3  nsubj
         would       would       AUX   MD  3  aux
         regard      regard      VERB  VB  14 ccomp
         a           a           DET   DT  5  det
         deployment  deployment  NOUN  NN  3  obj
         of          of          ADP   IN  8  case
         the         the         DET   DT  8  det
         army        army        NOUN  NN  5  nmod
         as          as          ADP   IN  11 case
         a           a           DET   DT  11 det
         provocation provocation NOUN  NN  3  obl
         ,           ,           PUNCT ,   3  punct
         Elbonia     Elbonia     PROPN NNP 14 nsubj
         said        say         VERB  VBD 0  root
         .           .           PUNCT .   14 punct",
        expect![[r#"
            Threat ELB ->  | if a deployment of the army | then a provocation
        "#]],
    );
}

#[test]
fn support_is_made_conditional() {
    check(
        "Elbonia     Elbonia     PROPN NNP  3  nsubj
         has         have        AUX   VBZ  3  aux
         made        make        VERB  VBN  0  root
         its         its         PRON  PRP$ 5  nmod:poss
         support     support     NOUN  NN   3  obj
         conditional conditional ADJ   JJ   3  xcomp
         on          on          ADP   IN   9  case
         the         the         DET   DT   9  det
         return      return      NOUN  NN   6  obl
         of          of          ADP   IN   12 case
         the         the         DET   DT   12 det
         army        army        NOUN  NN   9  nmod
         .           .           PUNCT .    3  punct",
        expect![[r#"
            Condition ELB ->  | if the return of the army | then its support
        "#]],
    );
}

#[test]
fn what_one_side_does_if_it_acts_itself_binds_nobody() {
    check(
        "Elbonia Elbonia PROPN NNP 3 nsubj
         will    will    AUX   MD  3 aux
         send    send    VERB  VB  0 root
         troops  troop   NOUN  NNS 3 obj
         if      if      SCONJ IN  7 mark
         Elbonia Elbonia PROPN NNP 7 nsubj
         signs   sign    VERB  VBZ 3 advcl
         the     the     DET   DT  9 det
         decree  decree  NOUN  NN  7 obj
         .       .       PUNCT .   3 punct",
        expect![[r#""#]],
    );
}

#[test]
fn something_must_be_done_asks_nobody() {
    check(
        "Something something NOUN  NN  4 nsubj:pass
         must      must      AUX   MD  4 aux
         be        be        AUX   VB  4 aux:pass
         done      do        VERB  VBN 7 ccomp
         ,         ,         PUNCT ,   4 punct
         Elbonia   Elbonia   PROPN NNP 7 nsubj
         said      say       VERB  VBD 0 root
         .         .         PUNCT .   7 punct",
        expect![[r#""#]],
    );
}

#[test]
fn an_offer_is_made_to_who_rejects_it() {
    check(
        "Ruritania Ruritania PROPN NNP 2 nsubj
         rejected  reject    VERB  VBD 0 root
         Elbonia   Elbonia   PROPN NNP 5 nmod:poss
         's        's        PART  POS 3 case
         offer     offer     NOUN  NN  2 obj
         to        to        PART  TO  7 mark
         leave     leave     VERB  VB  5 acl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Offer ELB -> RUR | then leave
        "#]],
    );
}

#[test]
fn a_warning_of_risk_threatens() {
    check(
        "Ruritania Ruritania PROPN NNP 2  nsubj
         risks     risk      VERB  VBZ 11 ccomp
         war       war       NOUN  NN  2  obj
         unless    unless    SCONJ IN  6  mark
         it        it        PRON  PRP 6  nsubj
         expels    expel     VERB  VBZ 2  advcl
         the       the       DET   DT  8  det
         rebels    rebel     NOUN  NNS 6  obj
         ,         ,         PUNCT ,   2  punct
         Elbonia   Elbonia   PROPN NNP 11 nsubj
         warned    warn      VERB  VBD 0  root
         .         .         PUNCT .   11 punct",
        expect![[r#"
            Threat ELB -> RUR | if not it expels the rebels | then Ruritania risks war
        "#]],
    );
}

#[test]
fn give_us_and_we_will_is_an_offer() {
    check(
        "\"         \"         PUNCT ``  2  punct
         Give      give      VERB  VB  13 ccomp
         us        we        PRON  PRP 2  iobj
         a         a         DET   DT  5  det
         date      date      NOUN  NN  2  obj
         and       and       CCONJ CC  9  cc
         we        we        PRON  PRP 9  nsubj
         will      will      AUX   MD  9  aux
         come      come      VERB  VB  2  conj
         ,         ,         PUNCT ,   2  punct
         \"         \"         PUNCT ''  2  punct
         Elbonia   Elbonia   PROPN NNP 13 nsubj
         told      tell      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 13 iobj
         .         .         PUNCT .   13 punct",
        expect![[r#"
            Offer ELB -> RUR | if Give us a date | then we will come
        "#]],
    );
}

#[test]
fn weapons_are_kept_until_an_army_leaves() {
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         said      say       VERB  VBD  0  root
         :         :         PUNCT :    7  punct
         \"         \"         PUNCT ``   7  punct
         We        we        PRON  PRP  7  nsubj
         will      will      AUX   MD   7  aux
         keep      keep      VERB  VB   2  ccomp
         our       our       PRON  PRP$ 9  nmod:poss
         weapons   weapon    NOUN  NNS  7  obj
         until     until     SCONJ IN   12 mark
         Ruritania Ruritania PROPN NNP  12 nsubj
         leaves    leave     VERB  VBZ  7  advcl
         .         .         PUNCT .    7  punct
         \"         \"         PUNCT ''   7  punct",
        expect![[r#"
            Condition ELB -> RUR | if not Ruritania leaves | then We will keep our weapons
        "#]],
    );
}

#[test]
fn as_long_as_is_one_connective() {
    check_conditions(
        "Talks talk  NOUN  NNS 3  nsubj
         can   can   AUX   MD  3  aux
         go    go    VERB  VB  0  root
         on    on    ADP   RP  3  compound:prt
         for   for   ADP   IN  7  case
         as    as    ADV   RB  7  advmod
         long  long  ADV   RB  3  obl
         as    as    SCONJ IN  11 mark
         the   the   DET   DT  10 det
         truce truce NOUN  NN  11 nsubj
         holds hold  VERB  VBZ 7  advcl
         .     .     PUNCT .   3  punct",
        &["the truce holds => Talks can go on"],
    );
}

#[test]
fn an_understanding_is_a_condition() {
    check_conditions(
        "They          they          PRON  PRP 3  nsubj
         will          will          AUX   MD  3  aux
         talk          talk          VERB  VB  0  root
         on            on            ADP   IN  6  case
         the           the           DET   DT  6  det
         understanding understanding NOUN  NN  3  obl
         that          that          SCONJ IN  10 mark
         the           the           DET   DT  9  det
         army          army          NOUN  NN  10 nsubj
         leaves        leave         VERB  VBZ 6  acl:relcl
         .             .             PUNCT .   3  punct",
        &["the army leaves => They will talk"],
    );
}

#[test]
fn as_soon_as_is_one_connective() {
    check_conditions(
        "They   they  PRON  PRP 3 nsubj
         will   will  AUX   MD  3 aux
         talk   talk  VERB  VB  0 root
         as     as    ADV   RB  5 advmod
         soon   soon  ADV   RB  3 advmod
         as     as    SCONJ IN  9 mark
         the    the   DET   DT  8 det
         army   army  NOUN  NN  9 nsubj
         leaves leave VERB  VBZ 5 advcl
         .      .     PUNCT .   3 punct",
        &["the army leaves => They will talk"],
    );
}

#[test]
fn failing_that_follows_from_the_act_before() {
    check_conditions(
        "They  they  PRON  PRP 3 nsubj
         must  must  AUX   MD  3 aux
         leave leave VERB  VB  0 root
         .     .     PUNCT .   3 punct

         Failing fail   VERB  VBG 6 advcl
         that    that   PRON  DT  1 obj
         ,       ,      PUNCT ,   1 punct
         we      we     PRON  PRP 6 nsubj
         will    will   AUX   MD  6 aux
         attack  attack VERB  VB  0 root
         .       .      PUNCT .   6 punct",
        &["not They must leave => we will attack"],
    );
}

#[test]
fn help_against_who_would_do_harm_is_promised_to_whom_it_helps() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         promised  promise   VERB  VBD 0 root
         support   support   NOUN  NN  2 obj
         to        to        ADP   IN  5 case
         Syldavia  Syldavia  PROPN NNP 3 nmod
         if        if        SCONJ IN  8 mark
         Ruritania Ruritania PROPN NNP 8 nsubj
         cuts      cut       VERB  VBZ 3 advcl
         gas       gas       NOUN  NN  8 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Promise ELB -> SYL | if Ruritania cuts gas | then support to Syldavia
        "#]],
    );
}

#[test]
fn a_readiness_hangs_on_what_comes_first() {
    check(
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         was       be        AUX   VBD 3 cop
         ready     ready     ADJ   JJ  0 root
         to        to        PART  TO  5 mark
         talk      talk      VERB  VB  3 xcomp
         once      once      SCONJ IN  8 mark
         Ruritania Ruritania PROPN NNP 8 nsubj
         leaves    leave     VERB  VBZ 5 advcl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania leaves | then talk
        "#]],
    );
}

#[test]
fn shelling_that_is_left_off_is_no_attack() {
    check(
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         is        be        AUX   VBZ 3 cop
         ready     ready     ADJ   JJ  12 ccomp
         to        to        PART  TO  5 mark
         talk      talk      VERB  VB  3 xcomp
         if        if        SCONJ IN  8 mark
         Ruritania Ruritania PROPN NNP 8 nsubj
         stops     stop      VERB  VBZ 3 advcl
         shelling  shelling  NOUN  NN  8 obj
         ,         ,         PUNCT ,   12 punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         said      say       VERB  VBD 0 root",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania stops shelling | then talk
        "#]],
    );
}

#[test]
fn talks_are_ruled_out_until_something_is_done() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         ruled     rule      VERB  VBD 0 root
         out       out       ADP   RP  2 compound:prt
         talks     talk      NOUN  NNS 2 obj
         with      with      ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 nmod
         until     until     SCONJ IN  11 mark
         the       the       DET   DT  9 det
         sailors   sailor    NOUN  NNS 11 nsubj:pass
         are       be        AUX   VBP 11 aux:pass
         freed     free      VERB  VBN 2 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Condition ELB -> RUR | if not the sailors are freed | then not talks with Ruritania
        "#]],
    );
}
