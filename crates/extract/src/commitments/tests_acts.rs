//! What clauses do to whom, in small sentences of our own.

use super::tests::read;
use crate::{ActorId, Clause};
use expect_test::{Expect, expect};

/// Each clause as "part: [not] doers TYPE targets: words".
fn check(input: &str, expect: Expect) {
    let (doc, actors, found) = read(input);
    let keys =
        |ids: &[ActorId]| ids.iter().map(|a| actors[a.index()].key.as_str()).collect::<Vec<_>>().join("+");
    let or_nobody = |s: String| if s.is_empty() { "*".to_owned() } else { s };
    let mut shown = String::new();
    let mut show = |part: &str, clause: &Clause| {
        let words: Vec<&str> = clause.spans.iter().map(|s| s.of(&doc.text)).collect();
        let not = if clause.negated { "not " } else { "" };
        let kind = clause.kind.map_or("-", |k| k.name());
        let (doers, targets) = (or_nobody(keys(&clause.actor)), or_nobody(keys(&clause.target)));
        shown += &format!("{part}: {not}{doers} {kind} {targets}: {}\n", words.join(" ... "));
    };
    for c in found {
        let parts = [("if", &c.condition), ("then", &c.consequence), ("what", &c.what)];
        parts.iter().filter_map(|(n, s)| s.as_ref().map(|s| (n, s))).for_each(|(n, s)| show(n, s));
        c.options.iter().for_each(|o| show("or", o));
    }
    expect.assert_eq(&shown);
}

#[test]
fn an_aspectual_verb_takes_the_act_of_its_noun_and_who_bears_an_act_does_not_do_it() {
    check(
        "If         if         SCONJ IN  3  mark
         Elbonia    Elbonia    PROPN NNP 3  nsubj
         resumes    resume     VERB  VBZ 10 advcl
         aggression aggression NOUN  NN  3  obj
         against    against    ADP   IN  6  case
         Syldavia   Syldavia   PROPN NNP 4  nmod
         ,          ,          PUNCT ,   10 punct
         Ruritania  Ruritania  PROPN NNP 10 nsubj
         will       will       AUX   MD  10 aux
         bomb       bomb       VERB  VB  0  root
         Elbonia    Elbonia    PROPN NNP 10 obj
         .          .          PUNCT .   10 punct

         Ruritania  Ruritania  PROPN NNP 2  nsubj
         said       say        VERB  VBD 0  root
         that       that       SCONJ IN  7  mark
         Elbonia    Elbonia    PROPN NNP 7  nsubj
         may        may        AUX   MD  7  aux
         be         be         AUX   VB  7  cop
         subject    subject    ADJ   JJ  2  ccomp
         to         to         ADP   IN  9  case
         sanctions  sanction   NOUN  NNS 7  obl
         .          .          PUNCT .   2  punct",
        expect![[r#"
            if: ELB ASSAULT SYL: Elbonia resumes aggression against Syldavia
            then: RUR ASSAULT ELB: Ruritania will bomb Elbonia
            then: * SANCTION ELB: Elbonia may be subject to sanctions
        "#]],
    );
}

#[test]
fn refusing_is_an_act_of_its_own_and_failing_is_just_not_doing() {
    check(
        "If         if         SCONJ IN  3  mark
         Elbonia    Elbonia    PROPN NNP 3  nsubj
         refused    refuse     VERB  VBD 9  advcl
         to         to         PART  TO  5  mark
         negotiate  negotiate  VERB  VB  3  xcomp
         ,          ,          PUNCT ,   9  punct
         Ruritania  Ruritania  PROPN NNP 9  nsubj
         would      would      AUX   MD  9  aux
         bomb       bomb       VERB  VB  0  root
         it         it         PRON  PRP 9  obj
         .          .          PUNCT .   9  punct

         If         if         SCONJ IN  3  mark
         Elbonia    Elbonia    PROPN NNP 3  nsubj
         fails      fail       VERB  VBZ 9  advcl
         to         to         PART  TO  5  mark
         negotiate  negotiate  VERB  VB  3  xcomp
         ,          ,          PUNCT ,   9  punct
         Ruritania  Ruritania  PROPN NNP 9  nsubj
         will       will       AUX   MD  9  aux
         bomb       bomb       VERB  VB  0  root
         Elbonia    Elbonia    PROPN NNP 9  obj
         .          .          PUNCT .   9  punct",
        expect![[r#"
            if: ELB REJECT *: Elbonia refused to negotiate
            then: RUR ASSAULT *: Ruritania would bomb it
            if: ELB - *: Elbonia fails to negotiate
            then: RUR ASSAULT ELB: Ruritania will bomb Elbonia
        "#]],
    );
}

#[test]
fn to_end_what_was_imposed_is_to_yield_and_to_end_force_is_to_retreat() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         that      that      SCONJ IN  5 mark
         Ruritania Ruritania PROPN NNP 5 nsubj
         stop      stop      VERB  VB  2 ccomp
         shelling  shell     VERB  VBG 5 xcomp
         Syldavia  Syldavia  PROPN NNP 6 obj
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         an        a         DET   DT  4 det
         end       end       NOUN  NN  2 obj
         to        to        ADP   IN  8 case
         Gondour   Gondour   PROPN NNP 8 nmod:poss
         's        's        PART  POS 6 case
         blockade  blockade  NOUN  NN  4 nmod
         of        of        ADP   IN  10 case
         Syldavia  Syldavia  PROPN NNP 8 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            what: RUR RETREAT SYL: stop shelling Syldavia
            what: GON CONCEDE SYL: an end to Gondour's blockade of Syldavia
        "#]],
    );
}

#[test]
fn a_guarantee_received_is_no_act_of_who_receives_it() {
    check(
        "If         if         SCONJ IN  5  mark
         Elbonia    Elbonia    PROPN NNP 5  nsubj
         does       do         AUX   VBZ 5  aux
         not        not        PART  RB  5  advmod
         receive    receive    VERB  VB  10 advcl
         guarantees guarantee  NOUN  NNS 5  obj
         ,          ,          PUNCT ,   10 punct
         Ruritania  Ruritania  PROPN NNP 10 nsubj
         will       will       AUX   MD  10 aux
         attack     attack     VERB  VB  0  root
         Syldavia   Syldavia   PROPN NNP 10 obj
         .          .          PUNCT .   10 punct",
        expect![[r#"
            if: not ELB - *: Elbonia does not receive guarantees
            then: RUR ASSAULT SYL: Ruritania will attack Syldavia
        "#]],
    );
}

#[test]
fn a_noun_made_of_a_verb_says_its_act_and_what_others_ought_to_do_near_somebody_is_held_out_to_them() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         the       the       DET   DT  4 det
         opening   opening   NOUN  NN  2 obj
         of        of        ADP   IN  7 case
         the       the       DET   DT  7 det
         border    border    NOUN  NN  4 nmod
         .         .         PUNCT .   2 punct

         Elbonia    Elbonia    PROPN NNP 2  nsubj
         said       say        VERB  VBD 0  root
         that       that       SCONJ IN  6  mark
         Gondour    Gondour    PROPN NNP 6  nsubj
         will       will       AUX   MD  6  aux
         need       need       VERB  VB  2  ccomp
         to         to         PART  TO  8  mark
         strengthen strengthen VERB  VB  6  xcomp
         its        its        PRON  PRP$ 10 nmod:poss
         position   position   NOUN  NN  8  obj
         near       near       ADP   IN  12 case
         Syldavia   Syldavia   PROPN NNP 10 nmod
         .          .          PUNCT .   2  punct",
        expect![[r#"
            what: * CONCEDE *: the opening of the border
            then: GON MOBILIZE SYL: strengthen its position near Syldavia
        "#]],
    );
}

#[test]
fn a_threat_taken_back_is_none() {
    check(
        "Elbonia    Elbonia    PROPN NNP 2  nsubj
         withdrew   withdraw   VERB  VBD 0  root
         its        its        PRON  PRP$ 4 nmod:poss
         threat     threat     NOUN  NN  2  obj
         to         to         PART  TO  6  mark
         attack     attack     VERB  VB  4  acl
         Syldavia   Syldavia   PROPN NNP 6  obj
         .          .          PUNCT .   2  punct

         Ruritania  Ruritania  PROPN NNP 2  nsubj
         repeated   repeat     VERB  VBD 0  root
         its        its        PRON  PRP$ 4 nmod:poss
         threat     threat     NOUN  NN  2  obj
         to         to         PART  TO  6  mark
         bomb       bomb       VERB  VB  4  acl
         Gondour    Gondour    PROPN NNP 6  obj
         .          .          PUNCT .   2  punct",
        expect![[r#"
            then: RUR ASSAULT GON: bomb Gondour
        "#]],
    );
}

#[test]
fn a_condition_may_stand_for_what_was_demanded() {
    let sentence = |condition: &str| {
        format!(
            "Syldavia Syldavia PROPN NNP 2 nsubj
             said     say      VERB  VBD 0 root
             Elbonia  Elbonia  PROPN NNP 5 nsubj
             must     must     AUX   MD  5 aux
             free     free     VERB  VB  2 ccomp
             the      the      DET   DT  7 det
             crew     crew     NOUN  NN  5 obj
             .        .        PUNCT .   2 punct

             If       if       SCONJ IN  5 mark
             {condition}
             ,        ,        PUNCT ,   5 punct
             Syldavia Syldavia PROPN NNP 9 nsubj
             will     will     AUX   MD  9 aux
             close    close    VERB  VB  0 root
             the      the      DET   DT  11 det
             port     port     NOUN  NN  9 obj
             ,        ,        PUNCT ,   14 punct
             it       it       PRON  PRP 14 nsubj
             said     say      VERB  VBD 9 parataxis
             .        .        PUNCT .   9 punct"
        )
    };
    check(
        &sentence(
            "this     this     PRON  DT  5 nsubj
             does     do       AUX   VBZ 5 aux
             not      not      PART  RB  5 advmod
             happen   happen   VERB  VB  9 advcl",
        ),
        expect![[r#"
            what: ELB RETREAT *: free the crew
            if: not ELB RETREAT *: this does not happen
            then: SYL - *: Syldavia will close the port
        "#]],
    );
    check(
        &sentence(
            "they     they     PRON  PRP 5 nsubj
             will     will     AUX   MD  5 aux
             not      not      PART  RB  5 advmod
             comply   comply   VERB  VB  9 advcl",
        ),
        expect![[r#"
            what: ELB RETREAT *: free the crew
            if: not ELB RETREAT *: they will not comply
            then: SYL - *: Syldavia will close the port
        "#]],
    );
}

#[test]
fn a_pronoun_that_is_nobody_else_binds_himself() {
    check(
        "Syldavia  Syldavia  PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         that      that      SCONJ IN  5 mark
         Elbonia   Elbonia   PROPN NNP 5 nsubj
         leave     leave     VERB  VB  2 ccomp
         .         .         PUNCT .   2 punct

         If        if        SCONJ IN  4 mark
         it        it        PRON  PRP 4 nsubj
         does      do        AUX   VBZ 4 aux
         refuse    refuse    VERB  VB  8 advcl
         ,         ,         PUNCT ,   4 punct
         it        it        PRON  PRP 8 nsubj
         will      will      AUX   MD  8 aux
         close     close     VERB  VB  0 root
         the       the       DET   DT  10 det
         port      port      NOUN  NN  8 obj
         ,         ,         PUNCT ,   13 punct
         Syldavia  Syldavia  PROPN NNP 13 nsubj
         said      say       VERB  VBD 8 parataxis
         .         .         PUNCT .   8 punct",
        expect![[r#"
            what: ELB - *: leave
            if: ELB REJECT *: it does refuse
            then: SYL - *: it will close the port
        "#]],
    );
}
