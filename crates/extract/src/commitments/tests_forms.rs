//! Forms in which officials, telegrams and diplomats bind, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn what_is_reserved_is_held_over_the_other_side() {
    // Elbonia reserved the right to deal with the pirates.
    check(
        "Elbonia  Elbonia PROPN NNP 2 nsubj
         reserved reserve VERB  VBD 0 root
         the      the     DET   DT  4 det
         right    right   NOUN  NN  2 obj
         to       to      PART  TO  6 mark
         deal     deal    VERB  VB  4 acl
         with     with    ADP   IN  9 case
         the      the     DET   DT  9 det
         pirates  pirate  NOUN  NNS 6 obl
         .        .       PUNCT .   2 punct",
        expect![[r#"
            Threat ELB ->  | then deal with the pirates
        "#]],
    );
}

#[test]
fn what_is_not_ruled_out_is_a_threat() {
    // Elbonia does not rule out a blockade of Ruritania.
    check(
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         does      do        AUX   VBZ 4 aux
         not       not       PART  RB  4 advmod
         rule      rule      VERB  VB  0 root
         out       out       ADP   RP  4 compound:prt
         a         a         DET   DT  7 det
         blockade  blockade  NOUN  NN  4 obj
         of        of        ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 7 nmod
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Threat ELB -> RUR | then a blockade of Ruritania
        "#]],
    );
}

#[test]
fn to_fire_on_whoever_comes_is_a_threat() {
    // Elbonia has ordered its gunners to fire on any ship.
    check(
        "Elbonia Elbonia PROPN NNP  3  nsubj
         has     have    AUX   VBZ  3  aux
         ordered order   VERB  VBN  0  root
         its     its     PRON  PRP$ 5  nmod:poss
         gunners gunner  NOUN  NNS  3  obj
         to      to      PART  TO   7  mark
         fire    fire    VERB  VB   3  xcomp
         on      on      ADP   IN   10 case
         any     any     DET   DT   10 det
         ship    ship    NOUN  NN   7  obl
         .       .       PUNCT .    3  punct",
        expect![[r#"
            Threat ELB ->  | then fire on any ship
        "#]],
    );
}

#[test]
fn time_is_left_to_somebody() {
    // Ruritania has until Friday to close the camps.
    check(
        "Ruritania Ruritania PROPN NNP 2 nsubj
         has       have      VERB  VBZ 0 root
         until     until     ADP   IN  4 case
         Friday    Friday    PROPN NNP 2 obl
         to        to        PART  TO  6 mark
         close     close     VERB  VB  2 advcl
         the       the       DET   DT  8 det
         camps     camp      NOUN  NNS 6 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand  -> RUR | what close the camps
        "#]],
    );
}

#[test]
fn time_is_given_to_somebody() {
    // Ruritania was given two days to close the camps.
    check(
        "Ruritania Ruritania PROPN NNP 3 nsubj:pass
         was       be        AUX   VBD 3 aux:pass
         given     give      VERB  VBN 0 root
         two       two       NUM   CD  5 nummod
         days      day       NOUN  NNS 3 obj
         to        to        PART  TO  7 mark
         close     close     VERB  VB  3 advcl
         the       the       DET   DT  9 det
         camps     camp      NOUN  NNS 7 obj
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Demand  -> RUR | what close the camps
        "#]],
    );
}

#[test]
fn of_two_things_not_both() {
    // Ruritania can have its tolls or its trade, but not both, Elbonia said.
    check(
        "Ruritania Ruritania PROPN NNP  3  nsubj
         can       can       AUX   MD   3  aux
         have      have      VERB  VB   15 ccomp
         its       its       PRON  PRP$ 5  nmod:poss
         tolls     toll      NOUN  NNS  3  obj
         or        or        CCONJ CC   8  cc
         its       its       PRON  PRP$ 8  nmod:poss
         trade     trade     NOUN  NN   5  conj
         ,         ,         PUNCT ,    12 punct
         but       but       CCONJ CC   12 cc
         not       not       PART  RB   12 advmod
         both      both      DET   DT   3  conj
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  15 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    15 punct",
        expect![[r#"
            Choice ELB -> RUR | or its tolls | or its trade
        "#]],
    );
}

#[test]
fn a_mind_is_made_up() {
    // Ruritania must make up its mind whether it wants trade or war, Elbonia said.
    check(
        "Ruritania Ruritania PROPN NNP  3  nsubj
         must      must      AUX   MD   3  aux
         make      make      VERB  VB   15 ccomp
         up        up        ADP   RP   3  compound:prt
         its       its       PRON  PRP$ 6  nmod:poss
         mind      mind      NOUN  NN   3  obj
         whether   whether   SCONJ IN   9  mark
         it        it        PRON  PRP  9  nsubj
         wants     want      VERB  VBZ  3  advcl
         trade     trade     NOUN  NN   9  obj
         or        or        CCONJ CC   12 cc
         war       war       NOUN  NN   10 conj
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  15 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    15 punct",
        expect![[r#"
            Choice ELB -> RUR | or trade | or war
        "#]],
    );
}

#[test]
fn the_moment_something_is_done() {
    // Elbonia will lift the blockade the moment Ruritania frees the pilots.
    check(
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         will      will      AUX   MD  3 aux
         lift      lift      VERB  VB  0 root
         the       the       DET   DT  5 det
         blockade  blockade  NOUN  NN  3 obj
         the       the       DET   DT  7 det
         moment    moment    NOUN  NN  3 obl:unmarked
         Ruritania Ruritania PROPN NNP 9 nsubj
         frees     free      VERB  VBZ 7 acl:relcl
         the       the       DET   DT  11 det
         pilots    pilot     NOUN  NNS 9 obj
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania frees the pilots | then Elbonia will lift the blockade
        "#]],
    );
}

#[test]
fn absence_is_a_condition() {
    // Failing an answer, Elbonia would close the port, Elbonia said.
    check(
        "Failing fail    VERB  VBG 7  advcl
         an      a       DET   DT  3  det
         answer  answer  NOUN  NN  1  obj
         ,       ,       PUNCT ,   1  punct
         Elbonia Elbonia PROPN NNP 7  nsubj
         would   would   AUX   MD  7  aux
         close   close   VERB  VB  12 ccomp
         the     the     DET   DT  9  det
         port    port    NOUN  NN  7  obj
         ,       ,       PUNCT ,   7  punct
         Elbonia Elbonia PROPN NNP 12 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   12 punct",
        expect![[r#"
            Threat ELB ->  | if not an answer | then Elbonia would close the port
        "#]],
    );
}

#[test]
fn who_binds_itself_promises() {
    // Elbonia bound itself to pay for the bridge.
    check(
        "Elbonia Elbonia PROPN NNP 2 nsubj
         bound   bind    VERB  VBG 0 root
         itself  itself  PRON  PRP 2 obj
         to      to      PART  TO  5 mark
         pay     pay     VERB  VB  2 xcomp
         for     for     ADP   IN  8 case
         the     the     DET   DT  8 det
         bridge  bridge  NOUN  NN  5 obl
         .       .       PUNCT .   2 punct",
        expect![[r#"
            Promise ELB ->  | then pay for the bridge
        "#]],
    );
}

#[test]
fn who_is_committed_promises() {
    // Elbonia is committed to withdrawing its guns.
    check(
        "Elbonia     Elbonia  PROPN NNP  3 nsubj:pass
         is          be       AUX   VBZ  3 aux
         committed   commit   VERB  VBN  0 root
         to          to       SCONJ IN   5 mark
         withdrawing withdraw VERB  VBG  3 xcomp
         its         its      PRON  PRP$ 7 nmod:poss
         guns        gun      NOUN  NNS  5 obj
         .           .        PUNCT .    3 punct",
        expect![[r#"
            Promise ELB ->  | then withdrawing its guns
        "#]],
    );
}

#[test]
fn who_offers_itself() {
    // Elbonia offered itself as a mediator.
    check(
        "Elbonia  Elbonia  PROPN NNP 2 nsubj
         offered  offer    VERB  VBD 0 root
         itself   itself   PRON  PRP 2 iobj
         as       as       ADP   IN  6 case
         a        a        DET   DT  6 det
         mediator mediator NOUN  NN  2 obl
         .        .        PUNCT .   2 punct",
        expect![[r#"
            Offer ELB ->  | then a mediator
        "#]],
    );
}

#[test]
fn what_is_voiced_hangs_on_a_condition() {
    // Elbonia voiced its readiness to help if Ruritania agreed.
    check(
        "Elbonia   Elbonia   PROPN NNP  2 nsubj
         voiced    voice     VERB  VBD  0 root
         its       its       PRON  PRP$ 4 nmod:poss
         readiness readiness NOUN  NN   2 obj
         to        to        PART  TO   6 mark
         help      help      VERB  VB   4 acl
         if        if        SCONJ IN   9 mark
         Ruritania Ruritania PROPN NNP  9 nsubj
         agreed    agree     VERB  VBD  2 advcl
         .         .         PUNCT .    2 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania agreed | then help
        "#]],
    );
}

#[test]
fn what_is_refused_hangs_on_an_act() {
    // Elbonia refuses to negotiate until Ruritania leaves the valley.
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         refuses   refuse    VERB  VBD 0 root
         to        to        PART  TO  4 mark
         negotiate negotiate VERB  VB  2 xcomp
         until     until     SCONJ IN  7 mark
         Ruritania Ruritania PROPN NNP 7 nsubj
         leaves    leave     VERB  VBZ 4 advcl
         the       the       DET   DT  9 det
         valley    valley    NOUN  NN  7 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Condition ELB -> RUR | if not Ruritania leaves the valley | then to negotiate
        "#]],
    );
}

#[test]
fn what_is_counselled_is_asked() {
    // Elbonia counselled patience.
    check(
        "Elbonia    Elbonia  PROPN NNP 2 nsubj
         counselled counsell VERB  VBD 0 root
         patience   patience NOUN  NN  2 obj
         .          .        PUNCT .   2 punct",
        expect![[r#"
            Demand ELB ->  | what patience
        "#]],
    );
}

#[test]
fn who_is_in_the_land_of_another_stays() {
    // Elbonia will stay in the valley until Ruritania pays, Elbonia said.
    check(
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         will      will      AUX   MD  3  aux
         stay      stay      VERB  VB  12 ccomp
         in        in        ADP   IN  6  case
         the       the       DET   DT  6  det
         valley    valley    NOUN  NN  3  obl
         until     until     SCONJ IN  9  mark
         Ruritania Ruritania PROPN NNP 9  nsubj
         pays      pay       VERB  VBZ 3  advcl
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   12 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania pays | then Elbonia will stay in the valley
        "#]],
    );
}

#[test]
fn unknown_people_appeal_to_somebody() {
    // Ministers appealed to Ruritania to open the road.
    check(
        "Ministers minister  NOUN  NNS 2 nsubj
         appealed  appeal    VERB  VBD 0 root
         to        to        ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 obl
         to        to        PART  TO  6 mark
         open      open      VERB  VB  2 xcomp
         the       the       DET   DT  8 det
         road      road      NOUN  NN  6 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand  -> RUR | what open the road
        "#]],
    );
}

#[test]
fn a_verb_parted_from_its_subject() {
    // Ruritania, Elbonia warned, would pay a heavy price.
    check(
        "Ruritania Ruritania PROPN NNP 4  nsubj
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 1  conj
         warned    warn      VERB  VBD 0  root
         ,         ,         PUNCT ,   4  punct
         would     would     AUX   MD  7  aux
         pay       pay       VERB  VB  4  ccomp
         a         a         DET   DT  10 det
         heavy     heavy     ADJ   JJ  10 amod
         price     price     NOUN  NN  7  obj
         .         .         PUNCT .   4  punct",
        expect![[r#"
            Threat ELB ->  | then would pay a heavy price
        "#]],
    );
}

#[test]
fn who_calls_a_meeting_for_a_day_demands_no_day() {
    check(
        "Elbonia  Elbonia  PROPN NNP 2 nsubj
         called   call     VERB  VBD 0 root
         a        a        DET   DT  4 det
         meeting  meeting  NOUN  NN  2 obj
         for      for      ADP   IN  6 case
         Friday   Friday   PROPN NNP 2 obl
         .        .        PUNCT .   2 punct",
        expect![[""]],
    );
    check(
        "Elbonia  Elbonia  PROPN NNP 2 nsubj
         called   call     VERB  VBD 0 root
         for      for      ADP   IN  5 case
         a        a        DET   DT  5 det
         truce    truce    NOUN  NN  2 obl
         .        .        PUNCT .   2 punct",
        expect![[r#"
            Demand ELB ->  | what a truce
        "#]],
    );
}

#[test]
fn what_is_set_beside_a_condition_is_no_part_of_it() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         warned    warn      VERB  VBD 0 root
         that      that      SCONJ IN  6 mark
         it        it        PRON  PRP 6 nsubj
         would     would     AUX   MD  6 aux
         attack    attack    VERB  VB  2 ccomp
         unless    unless    SCONJ IN  9 mark
         Ruritania Ruritania PROPN NNP 9 nsubj
         stopped   stop      VERB  VBD 6 advcl
         ,         ,         PUNCT ,   13 punct
         while     while     SCONJ IN  13 mark
         Graustark Graustark PROPN NNP 13 nsubj
         waited    wait      VERB  VBD 9 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania stopped | then it would attack
        "#]],
    );
}

#[test]
fn what_any_repetition_will_meet_is_threatened() {
    check(
        "Any        any        DET   DT  2 det
         repetition repetition NOUN  NN  6 nsubj
         of         of         ADP   IN  4 case
         this       this       PRON  DT  2 nmod
         will       will       AUX   MD  6 aux
         invite     invite     VERB  VB  11 ccomp
         a          a          DET   DT  8 det
         response   response   NOUN  NN  6 obj
         ,          ,          PUNCT ,   6 punct
         Elbonia    Elbonia    PROPN NNP 11 nsubj
         said       say        VERB  VBD 0 root
         .          .          PUNCT .   11 punct",
        expect![[r#"
            Threat ELB ->  | if Any repetition of this | then will invite a response
        "#]],
    );
}

#[test]
fn who_is_called_to_restraint_is_asked_for_it() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         called    call      VERB  VBD 0 root
         on        on        ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 obl
         to        to        ADP   IN  6 case
         restraint restraint NOUN  NN  2 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what restraint
        "#]],
    );
    // Where somebody is called to is no way to behave.
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         called    call      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         to        to        ADP   IN  6 case
         the       the       DET   DT  6 det
         court     court     NOUN  NN  2 obl
         .         .         PUNCT .   2 punct",
        expect![[""]],
    );
}

#[test]
fn an_attempt_may_be_held_to_be_an_act_of_war() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 5 nsubj
         would     would     AUX   MD  5 aux
         consider  consider  VERB  VB  2 ccomp
         any       any       DET   DT  7 det
         attempt   attempt   NOUN  NN  5 obj
         to        to        PART  TO  9 mark
         enforce   enforce   VERB  VB  7 acl
         the       the       DET   DT  11 det
         law       law       NOUN  NN  9 obj
         an        a         DET   DT  13 det
         act       act       NOUN  NN  9 obj
         of        of        ADP   IN  15 case
         war       war       NOUN  NN  13 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB ->  | if any attempt to enforce the law | then an act of war
        "#]],
    );
}
