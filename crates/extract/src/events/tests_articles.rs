//! Events as whole articles tell them, in small sentences of our own.

use super::tests::check;
use expect_test::expect;

#[test]
fn time_to_act_is_a_demand() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         gave      give      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 iobj
         until     until     ADP   IN  5 case
         Friday    Friday    PROPN NNP 2 obl
         to        to        PART  TO  7 mark
         free      free      VERB  VB  2 advcl
         the       the       DET   DT  9 det
         crew      crew      NOUN  NN  7 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> Ruritania | gave Ruritania until
            RETREAT/release Planned: Ruritania -> "the crew" | free the crew
        "#]],
    );
}

#[test]
fn who_receives_is_the_host() {
    check(
        &["Elbonia", "Ruritania"],
        "The        the        DET   DT  2 det
         president  president  NOUN  NN  5 nsubj
         of         of         ADP   IN  4 case
         Elbonia    Elbonia    PROPN NNP 2 nmod
         received   receive    VERB  VBD 0 root
         the        the        DET   DT  7 det
         ambassador ambassador NOUN  NN  5 obj
         of         of         ADP   IN  9 case
         Ruritania  Ruritania  PROPN NNP 7 nmod
         .          .          PUNCT .   5 punct",
        expect![[r#"
            CONSULT/visit Occurred: Elbonia -> Ruritania | received the ambassador
        "#]],
    );
}

#[test]
fn a_call_reiterated_is_a_demand() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia    Elbonia   PROPN NNP  2  nsubj
         reiterated reiterate VERB  VBD  0  root
         its        its       PRON  PRP$ 4  nmod:poss
         call       call      NOUN  NN   2  obj
         on         on        ADP   IN   6  case
         Ruritania  Ruritania PROPN NNP  4  nmod
         to         to        PART  TO   8  mark
         leave      leave     VERB  VB   4  acl
         the        the       DET   DT   10 det
         bay        bay       NOUN  NN   8  obj
         .          .         PUNCT .    2  punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> Ruritania | reiterated its call
        "#]],
    );
}

#[test]
fn a_road_blocked_by_soldiers_is_no_march() {
    check(
        &["Elbonia", "Ruritania"],
        "The     the     DET   DT  2 det
         army    army    NOUN  NN  5 nsubj
         of      of      ADP   IN  4 case
         Elbonia Elbonia PROPN NNP 2 nmod
         blocked block   VERB  VBD 0 root
         the     the     DET   DT  7 det
         road    road    NOUN  NN  5 obj
         .       .       PUNCT .   5 punct",
        expect![[r#"
            COERCE/restrict Occurred: Elbonia ->  | blocked the road
        "#]],
    );
}

#[test]
fn what_would_not_go_unpunished_is_threatened() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia    Elbonia    PROPN NNP 2 nsubj
         vowed      vow        VERB  VBD 0 root
         that       that       SCONJ IN  8 mark
         the        the        DET   DT  5 det
         attack     attack     NOUN  NN  8 nsubj
         would      would      AUX   MD  8 aux
         not        not        PART  RB  8 advmod
         go         go         VERB  VB  2 ccomp
         unpunished unpunished ADJ   JJ  8 xcomp
         .          .          PUNCT .   2 punct",
        expect![[r#"
            THREATEN Occurred: Elbonia ->  | vowed
        "#]],
    );
}

#[test]
fn whoever_issues_a_communique_denies() {
    check(
        &["Elbonia", "Ruritania"],
        "Statement  statement  NOUN  NN  0 root
         by         by         ADP   IN  4 case
         the        the        DET   DT  4 det
         Government Government PROPN NNP 1 nmod
         of         of         ADP   IN  6 case
         Elbonia    Elbonia    PROPN NNP 4 nmod

         The           the           DET   DT  2 det
         claims        claim         NOUN  NNS 8 nsubj:pass
         made          make          VERB  VBN 2 acl
         by            by            ADP   IN  5 case
         Ruritania     Ruritania     PROPN NNP 3 obl:agent
         are           be            AUX   VBP 8 aux:pass
         categorically categorically ADV   RB  8 advmod
         denied        deny          VERB  VBN 0 root
         .             .             PUNCT .   8 punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> Ruritania | are categorically denied
        "#]],
    );
}

#[test]
fn sides_are_called_to_talk() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia Elbonia PROPN NNP 2 nsubj
         called  call    VERB  VBD 0 root
         the     the     DET   DT  4 det
         parties party   NOUN  NNS 2 obj
         to      to      PART  TO  6 mark
         solve   solve   VERB  VB  4 acl
         the     the     DET   DT  8 det
         dispute dispute NOUN  NN  6 obj
         .       .       PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> "the parties" | called the parties
        "#]],
    );
}
