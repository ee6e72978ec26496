//! What patterns ask for besides an object: a word within the clause, a subject of a class, one of several.

use super::tests::check;
use expect_test::expect;

#[test]
fn a_fixed_word_may_stand_anywhere_in_the_clause() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP  2 nsubj
         put       put       VERB  VBD  0 root
         its       its       PRON  PRP$ 4 nmod:poss
         fleet     fleet     NOUN  NN   2 obj
         on        on        ADP   IN   8 case
         a         a         DET   DT   8 det
         war       war       NOUN  NN   8 compound
         footing   footing   NOUN  NN   4 nmod
         .         .         PUNCT .    2 punct

         Elbonia   Elbonia   PROPN NNP  2 nsubj
         placed    place     VERB  VBD  0 root
         two       two       NUM   CD   4 nummod
         surgeons  surgeon   NOUN  NNS  2 obj
         at        at        ADP   IN   8 case
         Ruritania Ruritania PROPN NNP  8 nmod:poss
         's        's        PART  POS  6 case
         disposal  disposal  NOUN  NN   2 obl
         .         .         PUNCT .    2 punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Elbonia ->  | put its fleet on a war footing
            AID Occurred: Elbonia -> Ruritania | placed two surgeons at Ruritania's disposal [2 surgeons]
        "#]],
    );
}

#[test]
fn what_a_crowd_does_is_a_protest() {
    check(
        &["Elbonia"],
        "Dockers    docker     NOUN  NNS  2 nsubj
         besieged   besiege    VERB  VBD  0 root
         the        the        DET   DT   5 det
         Elbonian   Elbonia    ADJ   JJ   5 amod
         Consulate  Consulate  PROPN NNP  2 obj
         .          .          PUNCT .    2 punct

         The        the        DET   DT   2 det
         troops     troop      NOUN  NNS  3 nsubj
         paraded    parade     VERB  VBD  0 root
         .          .          PUNCT .    3 punct",
        expect![[r#"
            PROTEST/riot Occurred: "Dockers" -> "the Elbonian Consulate" | besieged the Elbonian Consulate
        "#]],
    );
}

#[test]
fn arms_brought_to_nobody_are_shown() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         flew      fly       VERB  VBD 0 root
         fighters  fighter   NOUN  NNS 2 obj
         along     along     ADP   IN  6 case
         the       the       DET   DT  6 det
         border    border    NOUN  NN  2 obl
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         flew      fly       VERB  VBD 0 root
         fighters  fighter   NOUN  NNS 2 obj
         to        to        ADP   IN  5 case
         Ruritania Ruritania PROPN NNP 2 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/weapons Occurred: Elbonia -> "the border" | flew fighters along
            AID Occurred: Elbonia -> Ruritania | flew fighters
        "#]],
    );
}

#[test]
fn objects_are_found_behind_particles_and_recipients() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         hands     hand      VERB  VBZ 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         ten       ten       NUM   CD  5 nummod
         trucks    truck     NOUN  NNS 2 obj
         and       and       CCONJ CC  7 cc
         tents     tent      NOUN  NNS 5 conj
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         called    call      VERB  VBD 0 root
         in        in        ADP   IN  5 case
         the       the       DET   DT  5 det
         envoy     envoy     NOUN  NN  2 obl
         of        of        ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 nmod
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         shut      shut      VERB  VBD 0 root
         its       its       PRON  PRP$ 4 nmod:poss
         ports     port      NOUN  NNS 2 obj
         to        to        ADP   IN  7 case
         Ruritanian Ruritania ADJ  JJ  7 amod
         ships     ship      NOUN  NNS 4 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            AID Occurred: Elbonia -> Ruritania | hands Ruritania ten trucks [10 trucks]
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | called in the envoy
            SANCTION/discontinue Occurred: Elbonia -> "Ruritanian ships" | shut its ports
        "#]],
    );
}

#[test]
fn nouns_of_acts_that_are_threatened_or_demanded() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia    Elbonia    PROPN NNP 2 nsubj
         threatened threaten   VERB  VBD 0 root
         the        the        DET   DT  4 det
         boycott    boycott    NOUN  NN  2 obj
         of         of         ADP   IN  7 case
         the        the        DET   DT  7 det
         fair       fair       NOUN  NN  4 nmod
         .          .          PUNCT .   2 punct

         Elbonia    Elbonia    PROPN NNP 2 nsubj
         demanded   demand     VERB  VBD 0 root
         the        the        DET   DT  4 det
         departure  departure  NOUN  NN  2 obj
         of         of         ADP   IN  6 case
         Ruritania  Ruritania  PROPN NNP 4 nmod
         .          .          PUNCT .   2 punct

         The        the        DET   DT  2 det
         seizure    seizure    NOUN  NN  8 nsubj
         of         of         ADP   IN  5 case
         the        the        DET   DT  5 det
         trawler    trawler    NOUN  NN  2 nmod
         by         by         ADP   IN  7 case
         Elbonia    Elbonia    PROPN NNP 5 nmod
         angered    anger      VERB  VBD 0 root
         sailors    sailor     NOUN  NNS 8 obj
         .          .          PUNCT .   8 punct",
        expect![[r#"
            THREATEN/relations Occurred: Elbonia ->  | threatened the boycott
            SANCTION/discontinue Threatened: Elbonia ->  | boycott of the fair
            REQUEST Occurred: Elbonia -> Ruritania | demanded the departure
            RETREAT/withdraw Demanded: Ruritania ->  | departure of Ruritania
            COERCE/seize Occurred: Elbonia -> "the trawler by Elbonia" | seizure of the trawler by Elbonia
        "#]],
    );
}

#[test]
fn what_is_hit_stands_for_where_it_is() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         hit       hit       VERB  VBD 0 root
         a         a         DET   DT  4 det
         market    market    NOUN  NN  2 obj
         in        in        ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 2 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ASSAULT Occurred: Elbonia -> "a market", Ruritania | hit
        "#]],
    );
}

#[test]
fn a_note_of_protest_accuses_and_of_two_ways_neither_was_gone() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         handed    hand      VERB  VBD 0 root
         over      over      ADP   RP  2 compound:prt
         a         a         DET   DT  5 det
         note      note      NOUN  NN  2 obj
         of        of        ADP   IN  7 case
         protest   protest   NOUN  NN  5 nmod
         to        to        ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 2 obl
         .         .         PUNCT .   2 punct

         Either    either    CCONJ CC  3 cc:preconj
         Elbonia   Elbonia   PROPN NNP 3 nsubj
         halts     halt      VERB  VBZ 0 root
         the       the       DET   DT  5 det
         attacks   attack    NOUN  NNS 3 obj
         or        or        CCONJ CC  8 cc
         Ruritania Ruritania PROPN NNP 8 nsubj
         invades   invade    VERB  VBZ 3 conj
         Elbonia   Elbonia   PROPN NNP 8 obj
         .         .         PUNCT .   3 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia -> Ruritania | handed over a note of protest
            RETREAT/ceasefire Hypothetical: Elbonia ->  | halts the attacks
            ASSAULT Hypothetical: Ruritania -> Elbonia | invades
        "#]],
    );
}
