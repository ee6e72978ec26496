//! What is lacking or kept open: outcomes that hang on an act, what is done to whoever comes, two clauses behind "either".

use super::tests::check;
use expect_test::expect;

#[test]
fn what_is_lacking_without_something_is_a_condition_but_aid_is_withheld() {
    check(
        "\"       \"       PUNCT ``  5  punct
         Without without ADP   IN  3  case
         trust   trust   NOUN  NN  6  obl
         there   there   PRON  EX  6  expl
         can     can     AUX   MD  6  aux
         be      be      VERB  VB  11 ccomp
         no      no      DET   DT  8  det
         treaty  treaty  NOUN  NN  6  nsubj
         \"       \"       PUNCT ''  6  punct
         Elbonia Elbonia PROPN NNP 11 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   11 punct

         \"       \"       PUNCT ``  5  punct
         There   there   PRON  EX  4  expl
         will    will    AUX   MD  4  aux
         be      be      VERB  VB  11 ccomp
         no      no      DET   DT  6  det
         aid     aid     NOUN  NN  4  nsubj
         without without ADP   IN  8  case
         reforms reform  NOUN  NNS 4  obl
         \"       \"       PUNCT ''  4  punct
         Elbonia Elbonia PROPN NNP 11 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   11 punct",
        expect![[r#"
            Condition ELB ->  | if not trust | then not there can be no treaty
            Threat ELB ->  | if not reforms | then not There will be no aid
        "#]],
    );
}

#[test]
fn what_comes_of_a_lack_by_itself_is_a_condition() {
    check(
        "\"        \"        PUNCT ``  7  punct
         Without  without  ADP   IN  4  case
         a        a        DET   DT  4  det
         treaty   treaty   NOUN  NN  8  obl
         ,        ,        PUNCT ,   4  punct
         clashes  clash    NOUN  NNS 8  nsubj
         will     will     AUX   MD  8  aux
         multiply multiply VERB  VB  11 ccomp
         \"        \"        PUNCT ''  8  punct
         Elbonia  Elbonia  PROPN NNP 11 nsubj
         said     say      VERB  VBD 0  root
         .        .        PUNCT .   11 punct

         Without  without  ADP   IN  2  case
         delay    delay    NOUN  NN  6  obl
         ,        ,        PUNCT ,   2  punct
         talks    talk     NOUN  NNS 6  nsubj
         will     will     AUX   MD  6  aux
         begin    begin    VERB  VB  9  ccomp
         ,        ,        PUNCT ,   6  punct
         Elbonia  Elbonia  PROPN NNP 9  nsubj
         said     say      VERB  VBD 0  root
         .        .        PUNCT .   9  punct",
        expect![[r#"
            Condition ELB ->  | if not a treaty | then clashes will multiply
        "#]],
    );
}

#[test]
fn what_has_no_reason_will_not_come() {
    check(
        "Elbonia Elbonia PROPN NNP 2  nsubj
         said    say     VERB  VBD 0  root
         there   there   PRON  EX  4  expl
         was     be      VERB  VBD 2  ccomp
         no      no      DET   DT  6  det
         reason  reason  NOUN  NN  4  nsubj
         to      to      PART  TO  8  mark
         stay    stay    VERB  VB  6  acl
         if      if      SCONJ IN  11 mark
         nobody  nobody  PRON  NN  11 nsubj
         helped  help    VERB  VBD 4  advcl
         .       .       PUNCT .   2  punct",
        expect![[r#"
            Condition ELB ->  | if not nobody helped | then not there was no reason to stay
        "#]],
    );
}

#[test]
fn what_an_expert_foresees_binds_nobody() {
    check(
        "Prices   price   NOUN  NNS 3  nsubj
         could    could   AUX   MD  3  aux
         climb    climb   VERB  VB  10 ccomp
         unless   unless  SCONJ IN  7  mark
         oil      oil     NOUN  NN  7  nsubj
         is       be      AUX   VBZ 7  aux:pass
         shipped  ship    VERB  VBN 3  advcl
         ,        ,       PUNCT ,   3  punct
         traders  trader  NOUN  NNS 10 nsubj
         said     say     VERB  VBD 0  root
         .        .       PUNCT .   10 punct",
        expect![[r#"
            Condition  ->  | if not oil is shipped | then Prices could climb
        "#]],
    );
}

#[test]
fn what_stays_with_us_or_is_kept_from_others_until_something_happens() {
    check(
        "\"       \"       PUNCT ``  4  punct
         It      it      PRON  PRP 4  nsubj
         will    will    AUX   MD  4  aux
         stay    stay    VERB  VB  13 ccomp
         in      in      ADP   IN  7  case
         our     our     PRON  PRP$ 7 nmod:poss
         port    port    NOUN  NN  4  obl
         until   until   SCONJ IN  10 mark
         judges  judge   NOUN  NNS 10 nsubj
         rule    rule    VERB  VBP 4  advcl
         \"       \"       PUNCT ''  4  punct
         Elbonia Elbonia PROPN NNP 13 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   13 punct

         \"        \"        PUNCT ``  6  punct
         Until    until    SCONJ IN  4  mark
         they     they     PRON  PRP 4  nsubj
         pay      pay      VERB  VBP 8  advcl
         Ruritania Ruritania PROPN NNP 8 nsubj
         will     will     AUX   MD  8  aux
         not      not      PART  RB  8  advmod
         earn     earn     VERB  VB  13 ccomp
         a        a        DET   DT  10 det
         crown    crown    NOUN  NN  8  obj
         \"        \"        PUNCT ''  8  punct
         Elbonia  Elbonia  PROPN NNP 13 nsubj
         said     say      VERB  VBD 0  root
         .        .        PUNCT .   13 punct",
        expect![[r#"
            Condition ELB ->  | if not judges rule | then It will stay in our port
            Condition ELB -> RUR | if not they pay | then not Ruritania will not earn a crown
        "#]],
    );
}

#[test]
fn whatever_comes_will_be_fired_on_and_the_next_flight_is_one_too_many() {
    check(
        "Elbonia  Elbonia PROPN NNP 2  nsubj
         warned   warn    VERB  VBD 0  root
         that     that    SCONJ IN  9  mark
         any      any     DET   DT  5  det
         ship     ship    NOUN  NN  9  nsubj:pass
         entering enter   VERB  VBG 5  acl
         would    would   AUX   MD  9  aux
         be       be      AUX   VB  9  aux:pass
         fired    fire    VERB  VBN 2  ccomp
         upon     upon    ADP   IN  9  obl
         .        .       PUNCT .   2  punct

         Elbonia  Elbonia PROPN NNP 2  nsubj
         warned   warn    VERB  VBD 0  root
         that     that    SCONJ IN  8  mark
         the      the     DET   DT  6  det
         next     next    ADJ   JJ  6  amod
         flight   flight  NOUN  NN  8  nsubj
         would    would   AUX   MD  8  aux
         mean     mean    VERB  VB  2  ccomp
         disaster disaster NOUN NN  8  obj
         .        .       PUNCT .   2  punct",
        expect![[r#"
            Threat ELB ->  | if any ship entering | then would be fired upon
            Threat ELB ->  | if the next flight | then would mean disaster
        "#]],
    );
}

#[test]
fn what_is_not_ruled_out_for_a_case_is_threatened() {
    check(
        "Elbonia   Elbonia   PROPN NNP 4  nsubj
         did       do        AUX   VBD 4  aux
         not       not       PART  RB  4  advmod
         exclude   exclude   VERB  VB  0  root
         sanctions sanction  NOUN  NNS 4  obj
         if        if        SCONJ IN  8  mark
         Ruritania Ruritania PROPN NNP 8  nsubj
         left      leave     VERB  VBD 4  advcl
         .         .         PUNCT .   4  punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania left | then sanctions
        "#]],
    );
}

#[test]
fn forces_that_are_brought_up_threaten() {
    check(
        "Elbonia  Elbonia PROPN NNP 2  nsubj
         said     say     VERB  VBD 0  root
         Elbonia  Elbonia PROPN NNP 5  nsubj
         would    would   AUX   MD  5  aux
         bring    bring   VERB  VB  2  ccomp
         in       in      ADP   RP  5  compound:prt
         reserves reserve NOUN  NNS 5  obj
         unless   unless  SCONJ IN  11 mark
         the      the     DET   DT  10 det
         guns     gun     NOUN  NNS 11 nsubj
         stopped  stop    VERB  VBD 5  advcl
         .        .       PUNCT .   2  punct

         Elbonia  Elbonia PROPN NNP 3  nsubj
         is       be      AUX   VBZ 3  cop
         ready    ready   ADJ   JJ  0  root
         to       to      PART  TO  5  mark
         send     send    VERB  VB  3  xcomp
         troops   troops  NOUN  NNS 5  obj
         if       if      SCONJ IN  9  mark
         talks    talk    NOUN  NNS 9  nsubj
         fail     fail    VERB  VBP 5  advcl
         .        .       PUNCT .   3  punct",
        expect![[r#"
            Threat ELB ->  | if not the guns stopped | then Elbonia would bring in reserves
            Threat ELB ->  | if talks fail | then send troops
        "#]],
    );
}

#[test]
fn less_trade_is_a_harm_and_a_review_of_aid_too() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         Elbonia   Elbonia   PROPN NNP 5  nsubj
         would     would     AUX   MD  5  aux
         reduce    reduce    VERB  VB  2  ccomp
         exports   export    NOUN  NNS 5  obj
         unless    unless    SCONJ IN  9  mark
         Ruritania Ruritania PROPN NNP 9  nsubj
         paid      pay       VERB  VBD 5  advcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania paid | then Elbonia would reduce exports
        "#]],
    );
}

#[test]
fn what_is_given_while_a_state_lasts_or_when_it_is_requested_is_promised() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         Elbonia   Elbonia   PROPN NNP 5  nsubj
         would     would     AUX   MD  5  aux
         support   support   VERB  VB  2  ccomp
         talks     talk      NOUN  NNS 5  obj
         as        as        ADV   RB  8  advmod
         long      long      ADV   RB  5  advmod
         as        as        SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         waits     wait      VERB  VBZ 8  advcl
         .         .         PUNCT .   2  punct

         Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         Elbonia   Elbonia   PROPN NNP 5  nsubj
         would     would     AUX   MD  5  aux
         send      send      VERB  VB  2  ccomp
         doctors   doctor    NOUN  NNS 5  obj
         if        if        SCONJ IN  9  mark
         Ruritania Ruritania PROPN NNP 9  nsubj
         sent      send      VERB  VBD 5  advcl
         a         a         DET   DT  11 det
         request   request   NOUN  NN  9  obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania waits | then Elbonia would support talks
            Promise ELB -> RUR | if Ruritania sent a request | then Elbonia would send doctors
        "#]],
    );
}

#[test]
fn either_one_clause_or_the_other() {
    check(
        "\"       \"       PUNCT ``  4  punct
         Either  either  CCONJ CC  4  cc:preconj
         Ruritania Ruritania PROPN NNP 4 nsubj
         opens   open    VERB  VBZ 12 csubj
         the     the     DET   DT  6  det
         road    road    NOUN  NN  4  obj
         or      or      CCONJ CC  9  cc
         no      no      DET   DT  9  det
         lorry   lorry   NOUN  NN  6  conj
         will    will    AUX   MD  12 aux
         be      be      AUX   VB  12 cop
         safe    safe    ADJ   JJ  15 ccomp
         \"       \"       PUNCT ''  12 punct
         Elbonia Elbonia PROPN NNP 15 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   15 punct",
        expect![[r#"
            Choice ELB -> RUR | or Ruritania opens the road | or no lorry will be safe
        "#]],
    );
}

#[test]
fn people_who_must_leave_and_people_who_must_come_home() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         the       the       DET   DT  4  det
         diplomats diplomat  NOUN  NNS 5  nsubj
         have      have      VERB  VBP 2  ccomp
         to        to        PART  TO  7  mark
         leave     leave     VERB  VB  5  xcomp
         .         .         PUNCT .   2  punct

         \"         \"         PUNCT ``  5  punct
         Our       our       PRON  PRP$ 3 nmod:poss
         crew      crew      NOUN  NN  5  nsubj
         must      must      AUX   MD  5  aux
         return    return    VERB  VB  8  ccomp
         \"         \"         PUNCT ''  5  punct
         Elbonia   Elbonia   PROPN NNP 8  nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   8  punct

         \"         \"         PUNCT ``  5  punct
         Our       our       PRON  PRP$ 3 nmod:poss
         troops    troops    NOUN  NNS 5  nsubj
         must      must      AUX   MD  5  aux
         leave     leave     VERB  VB  8  ccomp
         \"         \"         PUNCT ''  5  punct
         Elbonia   Elbonia   PROPN NNP 8  nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   8  punct",
        expect![[r#"
            Demand ELB ->  | what the diplomats have to leave
            Demand ELB ->  | what Our crew must return
        "#]],
    );
}

#[test]
fn of_two_who_are_asked_the_first_may_be_nobody_known() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         demands   demand    VERB  VBZ 0  root
         that      that      SCONJ IN  6  mark
         all       all       DET   DT  5  det
         gangs     gang      NOUN  NNS 6  nsubj
         disarm    disarm    VERB  VBP 2  ccomp
         and       and       CCONJ CC  10 cc
         that      that      SCONJ IN  10 mark
         Ruritania Ruritania PROPN NNP 10 nsubj
         withdraw  withdraw  VERB  VBP 6  conj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB ->  | what disarm
            Demand ELB -> RUR | what withdraw
        "#]],
    );
}

#[test]
fn a_place_may_be_offered_as_the_seat_of_talks() {
    check(
        "Elbonia      Elbonia      PROPN NNP 2  nsubj
         offered      offer        VERB  VBD 0  root
         Syldavia     Syldavia     PROPN NNP 2  obj
         as           as           ADP   IN  5  case
         headquarters headquarters NOUN  NN  2  obl
         .            .            PUNCT .   2  punct",
        expect![[r#"
            Offer ELB -> SYL | then Syldavia as headquarters
        "#]],
    );
}

#[test]
fn enemies_are_threatened_and_what_stands_behind_or_is_not_asked() {
    check(
        "\"         \"         PUNCT ``  8  punct
         Whoever   whoever   PRON  WP  3  nsubj
         enters    enter     VERB  VBZ 6  advcl
         will      will      AUX   MD  6  aux
         be        be        AUX   VB  6  aux:pass
         treated   treat     VERB  VBN 12 ccomp
         as        as        ADP   IN  9  case
         an        an        DET   DT  9  det
         invader   invader   NOUN  NN  6  obl
         \"         \"         PUNCT ''  6  punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   12 punct

         Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         soldiers  soldier   NOUN  NNS 6  nsubj:pass
         would     would     AUX   MD  6  aux
         be        be        AUX   VB  6  aux:pass
         treated   treat     VERB  VBN 2  ccomp
         as        as        ADP   IN  8  case
         targets   target    NOUN  NNS 6  obl
         if        if        SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         came      come      VERB  VBD 6  advcl
         .         .         PUNCT .   2  punct

         \"         \"         PUNCT ``  2  punct
         Leave     leave     VERB  VB  8  ccomp
         or        or        CCONJ CC  4  cc
         face      face      VERB  VB  2  conj
         war       war       NOUN  NN  4  obj
         \"         \"         PUNCT ''  2  punct
         Elbonia   Elbonia   PROPN NNP 8  nsubj
         told      tell      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 8  obj
         .         .         PUNCT .   8  punct",
        expect![[r#"
            Threat ELB ->  | if enters | then will be treated as an invader
            Threat ELB -> RUR | if Ruritania came | then soldiers would be treated as targets
            Demand ELB -> RUR | what Leave
            Threat ELB -> RUR | if not Leave | then face war
        "#]],
    );
}
