//! Acts, owners and terms that stand elsewhere in the sentence: in one verb for two, before a relative clause, in the verb
//! over a document.

use super::tests::check;
use expect_test::expect;

#[test]
fn one_verb_asks_two_of_two_acts() {
    check(
        "Syldavia  Syldavia  PROPN NNP 2 nsubj
         urged     urge      VERB  VBD 0 root
         Elbonia   Elbonia   PROPN NNP 2 iobj
         to        to        PART  TO  5 mark
         open      open      VERB  VB  2 xcomp
         the       the       DET   DT  7 det
         road      road      NOUN  NN  5 obj
         and       and       CCONJ CC  11 cc
         Ruritania Ruritania PROPN NNP 11 nsubj
         to        to        PART  TO  11 mark
         free      free      VERB  VB  5 conj
         the       the       DET   DT  13 det
         crew      crew      NOUN  NN  11 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand SYL -> ELB | what open the road
            Demand SYL -> RUR | what free the crew
        "#]],
    );
}

#[test]
fn what_a_resolution_demands_is_demanded_by_who_adopted_it() {
    check(
        "Syldavia   Syldavia   PROPN NNP 2 nsubj
         adopted    adopt      VERB  VBD 0 root
         a          a          DET   DT  4 det
         resolution resolution NOUN  NN  2 obj
         which      which      PRON  WDT 6 nsubj
         demands    demand     VERB  VBZ 4 acl:relcl
         the        the        DET   DT  8 det
         withdrawal withdrawal NOUN  NN  6 obj
         of         of         ADP   IN  11 case
         Elbonia    Elbonia    PROPN NNP 11 compound
         troops     troops     NOUN  NNS 8 nmod
         .          .          PUNCT .   2 punct",
        expect![[r#"
            Demand SYL -> ELB | what the withdrawal of Elbonia troops
        "#]],
    );
}

#[test]
fn the_order_of_another_language_leaves_the_object_without_its_place() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demands   demand    VERB  VBZ 0 root
         from      from      ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 nmod
         the       the       DET   DT  6 det
         opening   opening   NOUN  NN  2 nmod
         of        of        ADP   IN  9 case
         the       the       DET   DT  9 det
         pass      pass      NOUN  NN  6 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what the opening of the pass
        "#]],
    );
}

#[test]
fn what_is_promised_may_stand_before_the_promise() {
    check(
        "The       the       DET   DT  2 det
         medics    medic     NOUN  NNS 11 nsubj
         whom      whom      PRON  WP  7 obj
         Elbonia   Elbonia   PROPN NNP 5 nsubj
         promised  promise   VERB  VBD 2 acl:relcl
         to        to        PART  TO  7 mark
         send      send      VERB  VB  5 xcomp
         by        by        ADP   IN  9 case
         Friday    Friday    PROPN NNP 7 obl
         never     never     ADV   RB  11 advmod
         came      come      VERB  VBD 0 root
         .         .         PUNCT .   11 punct",
        expect![[r#"
            Promise ELB ->  | then The medics ... send by Friday
        "#]],
    );
}

#[test]
fn a_deadline_for_an_act_is_a_demand_of_who_holds_to_it() {
    let sentence = |act: &str| {
        format!(
            "Elbonia   Elbonia    PROPN NNP 2 nsubj
             said      say        VERB  VBD 0 root
             the       the        DET   DT  4 det
             deadline  deadline   NOUN  NN  9 nsubj
             for       for        ADP   IN  6 case
             {act}     {act}      NOUN  NN  4 nmod
             by        by         ADP   IN  8 case
             Ruritania Ruritania  PROPN NNP 6 nmod
             stood     stand      VERB  VBD 2 ccomp
             .         .          PUNCT .   2 punct"
        )
    };
    check(
        &sentence("withdrawal"),
        expect![[r#"
            Demand ELB -> RUR | what withdrawal by Ruritania
        "#]],
    );
    check(&sentence("entries"), expect![""]);
}

#[test]
fn what_stays_shut_threatens_and_what_one_stands_by_is_promised() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         the       the       DET   DT  4 det
         pass      pass      NOUN  NN  6 nsubj
         would     would     AUX   MD  6 aux
         stay      stay      VERB  VB  2 ccomp
         closed    closed    ADJ   JJ  6 xcomp
         to        to        ADP   IN  10 case
         Ruritania Ruritania PROPN NNP 10 compound
         lorries   lorry     NOUN  NNS 7 obl
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         vowed     vow       VERB  VBD 0 root
         to        to        PART  TO  4 mark
         defend    defend    VERB  VB  2 xcomp
         its       its       PRON  PRP$ 6 nmod:poss
         coast     coast     NOUN  NN  4 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | then the pass would stay closed to Ruritania lorries
            Promise ELB ->  | then defend its coast
        "#]],
    );
}

#[test]
fn what_stays_shut_to_nobody_threatens_nobody() {
    let sentence = |what: &str| {
        format!(
            "Elbonia   Elbonia   PROPN NNP 2 nsubj
             said      say       VERB  VBD 0 root
             the       the       DET   DT  4 det
             {what}    {what}    NOUN  NNS 6 nsubj
             will      will      AUX   MD  6 aux
             stay      stay      VERB  VB  2 ccomp
             closed    closed    ADJ   JJ  6 xcomp
             until     until     SCONJ IN  10 mark
             winter    winter    NOUN  NN  10 nsubj
             ends      end       VERB  VBZ 6 advcl
             .         .         PUNCT .   2 punct"
        )
    };
    check(&sentence("clinics"), expect![""]);
    check(
        &sentence("ports"),
        expect![[r#"
        Threat ELB ->  | if not winter ends | then the ports will stay closed
    "#]],
    );
}

#[test]
fn to_take_somebody_to_court_is_a_threat() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 5 nsubj
         would     would     AUX   MD  5 aux
         take      take      VERB  VB  2 ccomp
         Ruritania Ruritania PROPN NNP 5 obj
         to        to        ADP   IN  9 case
         the       the       DET   DT  9 det
         court     court     NOUN  NN  5 obl
         if        if        SCONJ IN  13 mark
         the       the       DET   DT  12 det
         talks     talk      NOUN  NNS 13 nsubj
         failed    fail      VERB  VBD 5 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | if the talks failed | then it would take Ruritania to the court
        "#]],
    );
}

#[test]
fn what_is_promised_in_return_is_promised_to_who_was_asked() {
    check(
        "Syldavia Syldavia PROPN NNP 2 nsubj
         said     say      VERB  VBD 0 root
         Elbonia  Elbonia  PROPN NNP 5 nsubj
         must     must     AUX   MD  5 aux
         free     free     VERB  VB  2 ccomp
         the      the      DET   DT  7 det
         crew     crew     NOUN  NN  5 obj
         ,        ,        PUNCT ,   16 punct
         and      and      CCONJ CC  16 cc
         if       if       SCONJ IN  13 mark
         this     this     PRON  DT  13 nsubj:pass
         is       be       AUX   VBZ 13 aux:pass
         done     do       VERB  VBN 16 advcl
         Syldavia Syldavia PROPN NNP 16 nsubj
         will     will     AUX   MD  16 aux
         open     open     VERB  VB  5 conj
         the      the      DET   DT  18 det
         port     port     NOUN  NN  16 obj
         .        .        PUNCT .   2 punct",
        expect![[r#"
            Demand SYL -> ELB | what free the crew
            Promise SYL -> ELB | if this is done | then Syldavia will open the port
        "#]],
    );
}
