//! Nouns that say their act themselves, and targets that stand in the clause beside the act.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_headline_with_its_doers_bids_nobody() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Ruritania Ruritania PROPN NNP 4 nsubj
         ,         ,         PUNCT ,   3 punct
         Elbonia   Elbonia   PROPN NNP 1 conj
         sign      sign      VERB  VB  0 root
         pact      pact      NOUN  NN  4 obj
         on        on        SCONJ IN  7 mark
         fishing   fishing   NOUN  VBG 5 nmod",
        expect![[r#"
            SUPPORT Occurred: Ruritania -> Elbonia | sign pact
        "#]],
    );
}

#[test]
fn a_noun_with_a_clause_says_its_act_itself() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia   Elbonia   PROPN NNP 3 nmod:poss
         's        's        PART  POS 1 case
         threat    threat    NOUN  NN  8 nsubj
         to        to        PART  TO  5 mark
         close     close     VERB  VB  3 acl
         the       the       DET   DT  7 det
         border    border    NOUN  NN  5 obj
         angered   angere    VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 8 obj
         .         .         PUNCT .   8 punct",
        expect![[r#"
            THREATEN Occurred: Elbonia ->  | threat
            COERCE/restrict Threatened: Elbonia ->  | close the border
        "#]],
    );
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Lima    Lima    PROPN NNP 3  nsubj:pass
         was     be      AUX   VBD 3  aux:pass
         told    tell    VERB  VBN 0  root
         of      of      ADP   IN  6  case
         the     the     DET   DT  6  det
         refusal refusal NOUN  NN  3  obl
         by      by      ADP   IN  8  case
         Elbonia Elbonia PROPN NNP 6  nmod
         to      to      PART  TO  10 mark
         sign    sign    VERB  VB  6  acl
         .       .       PUNCT .   3  punct",
        expect![[r#"
            REJECT Occurred: Elbonia ->  | refusal by Elbonia
            SUPPORT Denied: Elbonia ->  | sign
        "#]],
    );
    // A threat that says no act is known of nobody.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia Elbonia PROPN NNP 3 nmod:poss
         's      's      PART  POS 1 case
         threat  threat  NOUN  NN  4 nsubj
         worried worry   VERB  VBN 0 root
         the     the     DET   DT  6 det
         markets market  NOUN  NNS 4 obj
         .       .       PUNCT .   4 punct",
        expect![[""]],
    );
}

#[test]
fn what_is_seized_or_closed_by_somebody_need_be_nobodys() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia   Elbonia   PROPN NNP 3 nmod:poss
         's        's        PART  POS 1 case
         seizure   seizure   NOUN  NN  7 nsubj
         of        of        ADP   IN  6 case
         the       the       DET   DT  6 det
         freighter freighter NOUN  NN  3 nmod
         lasted    last      VERB  VBD 0 root
         a         a         DET   DT  9 det
         day       day       NOUN  NN  7 obl:unmarked
         .         .         PUNCT .   7 punct",
        expect![[r#"
            COERCE/seize Occurred: Elbonia ->  | seizure of the freighter
        "#]],
    );
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "The      the     DET   DT  2 det
         closure  closure NOUN  NN  8 nsubj
         of       of      ADP   IN  5 case
         the      the     DET   DT  5 det
         bridge   bridge  NOUN  NN  2 nmod
         by       by      ADP   IN  7 case
         Elbonia  Elbonia PROPN NNP 5 nmod
         stranded strand  VERB  VBD 0 root
         hundreds hundred NOUN  NNS 8 obj
         .        .       PUNCT .   8 punct",
        expect![[r#"
            COERCE/restrict Occurred: Elbonia ->  | closure of the bridge by Elbonia
        "#]],
    );
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "The        the        DET   DT  2  det
         suspension suspension NOUN  NN  8  nsubj
         of         of         ADP   IN  5  case
         the        the        DET   DT  5  det
         pact       pact       NOUN  NN  2  nmod
         by         by         ADP   IN  7  case
         Ruritania  Ruritania  PROPN NNP 2  nmod
         came       come       VERB  VBD 0  root
         at         at         ADP   IN  10 case
         night      night      NOUN  NN  8  obl
         .          .          PUNCT .   8  punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Ruritania ->  | suspension of the pact by Ruritania
        "#]],
    );
    // Nobody is said to close it.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "The      the     DET   DT  2 det
         closure  closure NOUN  NN  6 nsubj
         of       of      ADP   IN  5 case
         the      the     DET   DT  5 det
         bridge   bridge  NOUN  NN  2 nmod
         stranded strand  VERB  VBD 0 root
         hundreds hundred NOUN  NNS 6 obj
         .        .       PUNCT .   6 punct",
        expect![[""]],
    );
}

#[test]
fn exercises_are_no_shooting() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Ruritania Ruritania PROPN NNP 2 compound
         held      hold      VERB  VBD 0 root
         shooting  shoo      NOUN  NN  4 compound
         exercises exercise  NOUN  NNS 2 obj
         off       off       ADP   IN  7 case
         the       the       DET   DT  7 det
         coast     coast     NOUN  NN  4 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Ruritania -> "the coast" | held shooting exercises
        "#]],
    );
    // A shooting is one.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Ruritania Ruritania PROPN NNP  2  nsubj
         regretted regret    VERB  VBD  0  root
         the       the       DET   DT   4  det
         shooting  shooting  NOUN  NN   2  obj
         of        of        ADP   IN   8  case
         two       two       NUM   CD   8  nummod
         Elbonian  Elbonian  ADJ   JJ   8  amod
         guards    guard     NOUN  NNS  4  nmod
         by        by        ADP   IN   11 case
         its       its       PRON  PRP$ 11 nmod:poss
         police    police    NOUN  NN   4  nmod
         .         .         PUNCT .    2  punct",
        expect![[r#"
            CONCEDE Occurred: Ruritania -> Elbonia | regretted [2 guards]
            ASSAULT/firearms Occurred: "its police" -> Elbonia | shooting of two Elbonian guards by its police [2 guards]
        "#]],
    );
}

#[test]
fn what_follows_a_refusal_is_done_to_the_same_side() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia    Elbonia    PROPN NNP  2 nsubj
         rejected   reject     VERB  VBD  0 root
         the        the        DET   DT   5 det
         Ruritanian Ruritanian ADJ   JJ   5 amod
         protest    protest    NOUN  NN   2 obj
         and        and        CCONJ CC   7 cc
         closed     close      VERB  VBD  2 conj
         its        its        PRON  PRP$ 9 nmod:poss
         embassy    embassy    NOUN  NN   7 obj
         .          .          PUNCT .    2 punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> Ruritania | rejected the Ruritanian protest
            SANCTION/withdraw Occurred: Elbonia -> Ruritania | closed its embassy
        "#]],
    );
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         condemned condemn   VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         and       and       CCONJ CC  5 cc
         suspended suspend   VERB  VBD 2 obj
         flights   flight    NOUN  NNS 5 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | condemned
        "#]],
    );
    // What is done to somebody named is done to him.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia    Elbonia    PROPN NNP 2  nsubj
         rejected   reject     VERB  VBD 0  root
         the        the        DET   DT  5  det
         Ruritanian Ruritanian ADJ   JJ  5  amod
         protest    protest    NOUN  NN  2  obj
         and        and        CCONJ CC  7  cc
         suspended  suspend    VERB  VBD 2  conj
         trade      trade      NOUN  NN  7  obj
         with       with       ADP   IN  10 case
         Syldavia   Syldavia   PROPN NNP 8  nmod
         .          .          PUNCT .   2  punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> Ruritania | rejected the Ruritanian protest
            SANCTION/discontinue Occurred: Elbonia -> Syldavia | suspended trade
        "#]],
    );
}

#[test]
fn who_died_of_it_is_whom_it_was_done_to() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Six        six        NUM   CD  3  nummod
         Ruritanian Ruritanian ADJ   JJ  3  amod
         soldiers   soldier    NOUN  NNS 4  nsubj
         died       die        VERB  VBD 0  root
         when       when       ADV   WRB 8  advmod
         Elbonian   Elbonian   ADJ   JJ  7  amod
         artillery  artillery  NOUN  NN  8  nsubj
         shelled    shell      VERB  VBD 4  advcl
         a          a          DET   DT  10 det
         post       post       NOUN  NN  8  obj
         in         in         ADP   IN  13 case
         the        the        DET   DT  13 det
         hills      hill       NOUN  NNS 8  obl
         .          .          PUNCT .   4  punct",
        expect![[r#"
            ASSAULT/heavy-weapons Occurred: Elbonia -> Ruritania | shelled
        "#]],
    );
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Two        two        NUM   CD  3  nummod
         Ruritanian Ruritanian ADJ   JJ  3  amod
         sailors    sailor     NOUN  NNS 4  nsubj
         died       die        VERB  VBD 0  root
         after      after      SCONJ IN  8  mark
         Elbonian   Elbonian   ADJ   JJ  7  amod
         gunboats   gunboat    NOUN  NNS 8  nsubj
         fired      fire       VERB  VBD 4  advcl
         on         on         ADP   IN  11 case
         a          a          DET   DT  11 det
         jetty      jetty      NOUN  NN  8  obl
         .          .          PUNCT .   4  punct",
        expect![[r#"
            ASSAULT/firearms Occurred: Elbonia -> Ruritania | fired on
        "#]],
    );
    // Nobody sank it.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Two        two        NUM   CD   3 nummod
         Ruritanian Ruritanian ADJ   JJ   3 amod
         sailors    sailor     NOUN  NNS  4 nsubj
         died       die        VERB  VBD  0 root
         when       when       ADV   WRB  8 advmod
         their      their      PRON  PRP$ 7 nmod:poss
         ferry      ferry      NOUN  NN   8 nsubj
         sank       sink       VERB  VBD  4 advcl
         .          .          PUNCT .    4 punct",
        expect![[""]],
    );
}

#[test]
fn an_envoy_told_to_leave_is_expelled() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Three     three     NUM   CD  3  nummod
         Elbonian  Elbonian  ADJ   JJ  3  amod
         diplomats diplomat  NOUN  NNS 5  nsubj:pass
         were      be        AUX   VBD 5  aux:pass
         ordered   order     VERB  VBN 0  root
         to        to        PART  TO  7  mark
         leave     leave     VERB  VB  5  xcomp
         Ruritania Ruritania PROPN NNP 7  obj
         within    within    ADP   IN  11 case
         48        48        NUM   CD  11 nummod
         hours     hour      NOUN  NNS 7  obl
         .         .         PUNCT .   5  punct",
        expect![[r#"
            SANCTION/expel Occurred:  -> Elbonia | were ordered [3 diplomats]
        "#]],
    );
    // Farmers are no envoys.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Ruritania Ruritania PROPN NNP 2 nsubj
         ordered   order     VERB  VBD 0 root
         the       the       DET   DT  4 det
         farmers   farmer    NOUN  NNS 2 obj
         to        to        PART  TO  6 mark
         leave     leave     VERB  VB  2 xcomp
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: Ruritania -> "the farmers" | ordered
        "#]],
    );
}

#[test]
fn who_speaks_of_his_own_warns_not_him() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "\"       \"       PUNCT ``   5 punct
         Our     our     PRON  PRP$ 3 nmod:poss
         envoy   envoy   NOUN  NN   5 nsubj
         will    will    AUX   MD   5 aux
         leave   leave   VERB  VB   9 ccomp
         ,       ,       PUNCT ,    5 punct
         \"       \"       PUNCT ''   5 punct
         Elbonia Elbonia PROPN NNP  9 nsubj
         warned  warn    VERB  VBD  0 root
         .       .       PUNCT .    9 punct",
        expect![[r#"
            THREATEN Occurred: Elbonia ->  | warned
        "#]],
    );
}

#[test]
fn aircraft_that_cross_a_line_show_force() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Ten      ten      NUM   CD  3  nummod
         Elbonian Elbonian ADJ   JJ  3  amod
         aircraft aircraft NOUN  NN  4  nsubj
         crossed  cross    VERB  VBD 0  root
         the      the      DET   DT  7  det
         median   median   ADJ   JJ  7  amod
         line     line     NOUN  NN  4  obj
         of       of       ADP   IN  10 case
         the      the      DET   DT  10 det
         strait   strait   NOUN  NN  7  nmod
         .        .        PUNCT .   4  punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Elbonia -> "the strait" | crossed the median line [10 aircraft]
        "#]],
    );
    // Walkers show none.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Ten     ten    NUM   CD  2 nummod
         walkers walker NOUN  NNS 3 nsubj
         crossed cross  VERB  VBD 0 root
         the     the    DET   DT  6 det
         median  median NOUN  NN  6 amod
         line    line   NOUN  NN  3 obj
         of      of     ADP   IN  9 case
         the     the    DET   DT  9 det
         strait  strait NOUN  NN  6 nmod
         .       .      PUNCT .   3 punct",
        expect![[""]],
    );
}

#[test]
fn an_ultimatum_is_put_before_somebody() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         has       have      AUX   VBZ 3 aux
         put       put       VERB  VB  0 root
         an        a         DET   DT  5 det
         ultimatum ultimatum NOUN  NN  3 obj
         before    before    ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> Ruritania | has put an ultimatum
        "#]],
    );
}

#[test]
fn halting_and_severing_are_acts() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia   Elbonia   PROPN NNP 3  nmod:poss
         's        's        PART  POS 1  case
         halting   halting   NOUN  NN  10 nsubj:pass
         of        of        ADP   IN  6  case
         grain     grain     NOUN  NN  6  compound
         exports   export    NOUN  NNS 3  nmod
         to        to        ADP   IN  8  case
         Ruritania Ruritania PROPN NNP 6  nmod
         was       be        AUX   VBD 10 aux:pass
         felt      feel      VERB  VBN 0  root
         in        in        ADP   IN  13 case
         the       the       DET   DT  13 det
         north     north     NOUN  NN  10 obl
         .         .         PUNCT .   10 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | halting of grain exports to Ruritania
        "#]],
    );
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "The       the       DET   DT  2  det
         severing  severing  NOUN  NN  9  nsubj
         of        of        ADP   IN  4  case
         relations relation  NOUN  NNS 2  nmod
         with      with      ADP   IN  6  case
         Ruritania Ruritania PROPN NNP 4  nmod
         by        by        ADP   IN  8  case
         Elbonia   Elbonia   PROPN NNP 6  nmod
         came      come      VERB  VBD 0  root
         at        at        ADP   IN  11 case
         noon      noon      NOUN  NN  9  obl
         .         .         PUNCT .   9  punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | severing of relations with Ruritania by Elbonia
        "#]],
    );
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Syldavia Syldavia PROPN NNP 3 nmod:poss
         's       's       PART  POS 1 case
         protest  protest  NOUN  NN  7 nsubj
         to       to       ADP   IN  5 case
         Elbonia  Elbonia  PROPN NNP 3 nmod
         was      be       AUX   VBD 7 cop
         brief    brief    ADJ   JJ  0 root
         .        .        PUNCT .   7 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Syldavia -> Elbonia | protest to Elbonia
        "#]],
    );
}

#[test]
fn two_of_one_office_meet() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "The       the       DET   DT  3  det
         foreign   foreign   ADJ   JJ  3  amod
         ministers minister  NOUN  NNS 8  nsubj
         of        of        ADP   IN  5  case
         Elbonia   Elbonia   PROPN NNP 3  nmod
         and       and       CCONJ CC  7  cc
         Ruritania Ruritania PROPN NNP 5  conj
         met       meet      VERB  VBN 0  root
         in        in        ADP   IN  10 case
         Quito     Quito     PROPN NNP 8  obl
         on        on        ADP   IN  12 case
         Monday    Monday    PROPN NNP 8  obl
         .         .         PUNCT .   8  punct",
        expect![[r#"
            CONSULT Occurred: Elbonia -> Ruritania | met
        "#]],
    );
}

#[test]
fn who_put_a_plan_forward_is_refused() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         rejected  reject    VERB  VBD 0 root
         the       the       DET   DT  4 det
         plan      plan      NOUN  NN  2 obj
         put       put       VERB  VBN 4 acl
         forward   forward   ADV   RB  5 advmod
         by        by        ADP   IN  8 case
         Ruritania Ruritania PROPN NNP 5 obl:agent
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> Ruritania | rejected the plan
            REQUEST Occurred: Ruritania ->  | put forward
        "#]],
    );
    // Mediators put it forward.
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia   Elbonia  PROPN NNP 2 nsubj
         rejected  reject   VERB  VBD 0 root
         the       the      DET   DT  4 det
         plan      plan     NOUN  NN  2 obj
         put       put      VERB  VBN 4 acl
         forward   forward  ADV   RB  5 advmod
         by        by       ADP   IN  9 case
         the       the      DET   DT  9 det
         mediators mediator NOUN  NNS 5 obl:agent
         .         .        PUNCT .   2 punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> "the mediators" | rejected the plan
            REQUEST Occurred: "the mediators" ->  | put forward
        "#]],
    );
}

#[test]
fn what_was_done_to_a_plan_was_done() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "The      the     DET   DT  2  det
         plan     plan    NOUN  NN  8  nsubj
         ,        ,       PUNCT ,   4  punct
         rejected reject  VERB  VBN 2  acl
         by       by      ADP   IN  6  case
         Elbonia  Elbonia PROPN NNP 4  obl:agent
         ,        ,       PUNCT ,   2  punct
         foresees foresee VERB  VBZ 0  root
         a        a       DET   DT  10 det
         truce    truce   NOUN  NN  8  obj
         .        .       PUNCT .   8  punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> "The plan" | rejected
        "#]],
    );
}

#[test]
fn a_relative_clause_tells_its_act() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "The       the       DET   DT  2  det
         sanctions sanction  NOUN  NNS 12 nsubj:pass
         that      that      PRON  WDT 5  obj
         Elbonia   Elbonia   PROPN NNP 5  nsubj
         imposed   impose    VERB  VBD 2  acl:relcl
         on        on        ADP   IN  7  case
         Ruritania Ruritania PROPN NNP 5  obl
         in        in        ADP   IN  9  case
         May       May       PROPN NNP 5  obl
         have      have      AUX   VBP 12 aux
         been      be        AUX   VBN 12 aux:pass
         lifted    lift      VERB  VBN 0  root
         .         .         PUNCT .   12 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | imposed
        "#]],
    );
}

#[test]
fn a_protest_is_handed_to_an_envoy() {
    check(
        &["Elbonia|Elbonian", "Ruritania|Ruritanian", "Syldavia|Syldavian"],
        "Elbonia    Elbonia    PROPN NNP 3  nmod:poss
         's         's         PART  POS 1  case
         protest    protest    NOUN  NN  5  nsubj:pass
         was        be         AUX   VBD 5  aux:pass
         handed     hand       VERB  VBN 0  root
         to         to         ADP   IN  9  case
         the        the        DET   DT  9  det
         Ruritanian Ruritanian ADJ   JJ  9  amod
         envoy      envoy      NOUN  NN  5  obl:agent
         on         on         ADP   IN  11 case
         Monday     Monday     PROPN NNP 5  obl
         .          .          PUNCT .   5  punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | protest
        "#]],
    );
}
