//! Talks that are refused, harm by law, what is given back, and who is to have what is held out.

use super::tests::check;
use expect_test::expect;

#[test]
fn no_talks_unless_is_a_condition() {
    check(
        "\"        \"        PUNCT ``  4  punct
         There     there     PRON  EX  4  expl
         will      will      AUX   MD  4  aux
         be        be        VERB  VB  13 ccomp
         no        no        DET   DT  6  det
         talks     talk      NOUN  NNS 4  nsubj
         unless    unless    SCONJ IN  9  mark
         Ruritania Ruritania PROPN NNP 9  nsubj
         withdraws withdraw  VERB  VBZ 4  advcl
         ,         ,         PUNCT ,   4  punct
         \"        \"        PUNCT ''  4  punct
         Elbonia   Elbonia   PROPN NNP 13 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   13 punct",
        expect![[r#"
            Condition ELB -> RUR | if not Ruritania withdraws | then not There will be no talks
        "#]],
    );
}

#[test]
fn who_takes_a_case_to_court_threatens() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         it        it        PRON  PRP 5  nsubj
         would     would     AUX   MD  5  aux
         carry     carry     VERB  VB  2  ccomp
         the       the       DET   DT  7  det
         case      case      NOUN  NN  5  obj
         to        to        ADP   IN  10 case
         the       the       DET   DT  10 det
         tribunal  tribunal  NOUN  NN  5  obl
         if        if        SCONJ IN  15 mark
         Ruritania Ruritania PROPN NNP 15 nsubj
         did       do        AUX   VBD 15 aux
         not       not       PART  RB  15 advmod
         leave     leave     VERB  VB  5  advcl
         the       the       DET   DT  17 det
         island    island    NOUN  NN  15 obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania did not leave the island | then it would carry the case to the tribunal
        "#]],
    );
}

#[test]
fn who_shuts_others_out_threatens() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         it        it        PRON  PRP 5  nsubj
         would     would     AUX   MD  5  aux
         exclude   exclude   VERB  VB  2  ccomp
         Ruritania Ruritania PROPN NNP 5  obj
         from      from      ADP   IN  9  case
         the       the       DET   DT  9  det
         contest   contest   NOUN  NN  5  obl
         if        if        SCONJ IN  15 mark
         the       the       DET   DT  12 det
         spies     spy       NOUN  NNS 15 nsubj:pass
         were      be        AUX   VBD 15 aux:pass
         not       not       PART  RB  15 advmod
         recalled  recall    VERB  VBN 5  advcl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not the spies were not recalled | then it would exclude Ruritania from the contest
        "#]],
    );
}

#[test]
fn a_mission_that_would_be_withdrawn_is_a_threat() {
    check(
        "Elbonia    Elbonia   PROPN NNP  2  nsubj
         said       say       VERB  VBD  0  root
         it         it        PRON  PRP  5  nsubj
         would      would     AUX   MD   5  aux
         withdraw   withdraw  VERB  VB   2  ccomp
         the        the       DET   DT   7  det
         mission    mission   NOUN  NN   5  obj
         if         if        SCONJ IN   13 mark
         its        its       PRON  PRP$ 10 nmod:poss
         safety     safety    NOUN  NN   13 nsubj:pass
         was        be        AUX   VBD  13 aux:pass
         not        not       PART  RB   13 advmod
         guaranteed guarantee VERB  VBN  5  advcl
         by         by        ADP   IN   15 case
         Ruritania  Ruritania PROPN NNP  13 obl:agent
         .          .         PUNCT .    2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not its safety was not guaranteed by Ruritania | then it would withdraw the mission
        "#]],
    );
}

#[test]
fn a_trial_is_a_threat() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         that      that      SCONJ IN  8  mark
         the       the       DET   DT  5  det
         crews     crew      NOUN  NNS 8  nsubj:pass
         would     would     AUX   MD  8  aux
         be        be        AUX   VB  8  aux:pass
         tried     try       VERB  VBN 2  ccomp
         unless    unless    SCONJ IN  11 mark
         Ruritania Ruritania PROPN NNP 11 nsubj
         paid      pay       VERB  VBD 8  advcl
         a         a         DET   DT  13 det
         fine      fine      NOUN  NN  11 obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania paid a fine | then the crews would be tried
        "#]],
    );
}

#[test]
fn what_is_given_back_is_promised() {
    check(
        "Elbonia  Elbonia PROPN NNP 2  nsubj
         said     say     VERB  VBD 0  root
         the      the     DET   DT  4  det
         border   border  NOUN  NN  7  nsubj:pass
         would    would   AUX   MD  7  aux
         be       be      AUX   VB  7  aux:pass
         reopened reopen  VERB  VBN 2  ccomp
         once     once    SCONJ IN  13 mark
         the      the     DET   DT  11 det
         last     last    ADJ   JJ  11 amod
         soldier  soldier NOUN  NN  13 nsubj
         had      have    AUX   VBD 13 aux
         gone     go      VERB  VBN 7  advcl
         home     home    ADV   RB  13 advmod
         .        .       PUNCT .   2  punct",
        expect![[r#"
            Promise ELB ->  | if the last soldier had gone home | then the border would be reopened
        "#]],
    );
}

#[test]
fn what_would_come_of_itself_is_no_threat() {
    check(
        "\"        \"        PUNCT ``  7  punct
         Unless    unless    SCONJ IN  4  mark
         Ruritania Ruritania PROPN NNP 4  nsubj
         stops     stop      VERB  VBZ 7  advcl
         ,         ,         PUNCT ,   4  punct
         we        we        PRON  PRP 7  nsubj
         risk      risk      VERB  VBP 13 ccomp
         a         a         DET   DT  9  det
         war       war       NOUN  NN  7  obj
         ,         ,         PUNCT ,   7  punct
         \"        \"        PUNCT ''  7  punct
         Elbonia   Elbonia   PROPN NNP 13 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   13 punct",
        expect![[r#"
            Condition ELB -> RUR | if not Ruritania stops | then we risk a war
        "#]],
    );
}

#[test]
fn who_gives_up_arms_is_offered_something() {
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         offered   offer     VERB  VBD  0  root
         an        a         DET   DT   4  det
         amnesty   amnesty   NOUN  NN   2  obj
         to        to        ADP   IN   6  case
         rebels    rebel     NOUN  NNS  4  nmod
         who       who       PRON  WP   8  nsubj
         surrender surrender VERB  VBP  6  acl:relcl
         their     their     PRON  PRP$ 10 nmod:poss
         weapons   weapon    NOUN  NNS  8  obj
         .         .         PUNCT .    2  punct",
        expect![[r#"
            Offer ELB ->  | if surrender their weapons | then an amnesty to rebels
        "#]],
    );
}

#[test]
fn paying_may_be_demanded() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         that      that      SCONJ IN  5 mark
         Ruritania Ruritania PROPN NNP 5 nsubj
         pay       pay       VERB  VB  2 ccomp
         damages   damage    NOUN  NNS 5 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what pay damages
        "#]],
    );
}

#[test]
fn a_choice_may_stand_behind_if() {
    check(
        "Ruritania Ruritania PROPN NNP 3  nsubj
         must      must      AUX   MD  3  aux
         decide    decide    VERB  VB  14 ccomp
         if        if        SCONJ IN  6  mark
         it        it        PRON  PRP 6  nsubj
         wants     want      VERB  VBZ 3  advcl
         a         a         DET   DT  8  det
         neighbour neighbour NOUN  NN  6  obj
         or        or        CCONJ CC  11 cc
         an        a         DET   DT  11 det
         enemy     enemy     NOUN  NN  8  conj
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 14 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   14 punct",
        expect![[r#"
            Choice ELB -> RUR | or a neighbour | or an enemy
        "#]],
    );
}
