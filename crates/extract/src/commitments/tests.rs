//! Conditions and commitments in small sentences of our own.

use super::{commitments, conditions};
use crate::actors::ActorIndex;
use crate::attribution::attributions;
use crate::testing::{Document, conllu};
use crate::{Actor, ActorId, Clause, Commitment, Mention};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::commissives::CommissiveLexicon;
use demarche_record::ActorKind;
use expect_test::{Expect, expect};

/// Four states, at their every occurrence.
fn states(doc: &Document) -> Vec<Actor> {
    let view = doc.view();
    let mention = |w: usize| {
        let words = WordRange::new(w, w + 1);
        Mention { words, head: w as u32, span: view.span(words), coreferent: false }
    };
    [("ELB", "Elbonia"), ("RUR", "Ruritania"), ("SYL", "Syldavia"), ("GON", "Gondour")]
        .map(|(key, name)| Actor {
            key: key.to_owned(),
            name: name.to_owned(),
            kind: ActorKind::State,
            wikidata: None,
            role: None,
            affiliation: None,
            mentions: (0..view.len()).filter(|&w| view.form(w) == name).map(mention).collect(),
        })
        .to_vec()
}

/// The text, the states in it and the commitments that it speaks of.
pub(super) fn read(input: &str) -> (Document, Vec<Actor>, Vec<Commitment>) {
    let doc = conllu(input);
    let actors = states(&doc);
    let view = doc.view();
    let index = ActorIndex::new(&actors);
    let lexicon = Lexicon::load();
    let said = attributions(&view, &lexicon, &index, &[]);
    let found = commitments(&view, &lexicon, &index, &said, &[]);
    (doc, actors, found)
}

/// Each commitment as "Kind by -> towards | if [not] ... | then ... | what ... | or ...".
pub(super) fn check(input: &str, expect: Expect) {
    let (doc, actors, found) = read(input);
    let keys =
        |ids: &[ActorId]| ids.iter().map(|a| actors[a.index()].key.as_str()).collect::<Vec<_>>().join(" ");
    let side = |name: &str, clause: &Clause| {
        let not = if clause.negated { " not" } else { "" };
        let words: Vec<&str> = clause.spans.iter().map(|s| s.of(&doc.text)).collect();
        format!(" | {name}{not} {}", words.join(" ... "))
    };
    let mut shown = String::new();
    for c in found {
        shown += &format!("{:?} {} -> {}", c.kind, keys(&c.by), keys(&c.towards));
        let sides = [("if", &c.condition), ("then", &c.consequence), ("what", &c.what)];
        for (name, clause) in sides.iter().filter_map(|(n, s)| s.as_ref().map(|s| (n, s))) {
            shown += &side(name, clause);
        }
        for option in &c.options {
            shown += &side("or", option);
        }
        shown += "\n";
    }
    expect.assert_eq(&shown);
}

/// Each condition as "if [not] words => then words".
pub(super) fn check_conditions(input: &str, expect: &[&str]) {
    let doc = conllu(input);
    let view = doc.view();
    let words = |ranges: &[WordRange]| {
        ranges.iter().map(|r| view.span(*r).of(&doc.text)).collect::<Vec<_>>().join(" ... ")
    };
    let lines: Vec<String> = conditions(&view, &CommissiveLexicon::default())
        .iter()
        .map(|c| {
            let not = if c.negated { "not " } else { "" };
            format!("{not}{} => {}", words(&c.if_words), words(&c.then_words))
        })
        .collect();
    assert_eq!(lines, expect);
}

#[test]
fn a_condition_before_what_follows() {
    check_conditions(
        "If     if    SCONJ IN 3 mark
         they   they  PRON PRP 3 nsubj
         leave  leave VERB VBP 7 advcl
         ,      ,     PUNCT , 3 punct
         talks  talk  NOUN NNS 7 nsubj
         can    can   AUX MD 7 aux
         begin  begin VERB VB 0 root
         .      .     PUNCT . 7 punct",
        &["they leave => talks can begin"],
    );
}

#[test]
fn unless_negates_the_condition() {
    check_conditions(
        "Talks  talk  NOUN NNS 3 nsubj
         will   will  AUX MD 3 aux
         fail   fail  VERB VB 0 root
         unless unless SCONJ IN 6 mark
         they   they  PRON PRP 6 nsubj
         leave  leave VERB VBP 3 advcl
         .      .     PUNCT . 3 punct",
        &["not they leave => Talks will fail"],
    );
}

#[test]
fn an_inverted_auxiliary_states_a_condition() {
    check_conditions(
        "Should  should AUX MD 3 aux
         they    they   PRON PRP 3 nsubj
         attack  attack VERB VB 7 advcl
         ,       ,      PUNCT , 3 punct
         we      we     PRON PRP 7 nsubj
         will    will   AUX MD 7 aux
         answer  answer VERB VB 0 root
         .       .      PUNCT . 7 punct",
        &["they attack => we will answer"],
    );
}

#[test]
fn a_question_with_if_is_no_condition() {
    check_conditions(
        "They   they  PRON PRP 2 nsubj
         asked  ask   VERB VBD 0 root
         if     if    SCONJ IN 5 mark
         we     we    PRON PRP 5 nsubj
         agree  agree VERB VBP 2 ccomp
         .      .     PUNCT . 2 punct",
        &[],
    );
}

#[test]
fn a_demand_is_told_in_many_frames() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         urged     urge      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         to        to        PART  TO  5 mark
         leave     leave     VERB  VB  2 xcomp
         the       the       DET   DT  7 det
         island    island    NOUN  NN  5 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Demand ELB -> RUR | what leave the island
        "#]],
    );
}

#[test]
fn what_a_noun_demands_is_split_at_and() {
    check(
        "Elbonia  Elbonia PROPN NNP 2  nsubj
         demanded demand  VERB  VBD 0  root
         an       a       DET   DT  4  det
         end      end     NOUN  NN  2  obj
         to       to      ADP   IN  7  case
         the      the     DET   DT  7  det
         siege    siege   NOUN  NN  4  nmod
         and      and     CCONJ CC  10 cc
         the      the     DET   DT  10 det
         release  release NOUN  NN  7  conj
         of       of      ADP   IN  13 case
         the      the     DET   DT  13 det
         crew     crew    NOUN  NN  10 nmod
         .        .       PUNCT .   2  punct",
        expect![[r#"
            Demand ELB ->  | what an end to the siege
            Demand ELB ->  | what the release of the crew
        "#]],
    );
}

#[test]
fn what_others_must_do_is_demanded_by_who_speaks() {
    check(
        "Ruritania Ruritania PROPN NNP 3 nsubj
         must      must      AUX   MD  3 aux
         lift      lift      VERB  VB  8 ccomp
         the       the       DET   DT  5 det
         blockade  blockade  NOUN  NN  3 obj
         ,         ,         PUNCT ,   3 punct
         Elbonia   Elbonia   PROPN NNP 8 nsubj
         said      say       VERB  VBD 0 root
         .         .         PUNCT .   8 punct",
        expect![[r#"
            Demand ELB -> RUR | what lift the blockade
        "#]],
    );
}

#[test]
fn an_ultimatum_is_a_demand_and_a_threat() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         gave      give      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 2  iobj
         one       one       NUM   CD  5  nummod
         week      week      NOUN  NN  2  obl:unmarked
         to        to        PART  TO  7  mark
         free      free      VERB  VB  2  advcl
         the       the       DET   DT  9  det
         crew      crew      NOUN  NN  7  obj
         or        or        CCONJ CC  12 cc
         face      face      NOUN  NN  12 compound
         sanctions sanction  NOUN  NNS 7  obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Demand ELB -> RUR | what free the crew
            Threat ELB -> RUR | if not free the crew | then face sanctions
        "#]],
    );
}

#[test]
fn an_order_in_a_quotation_is_a_demand() {
    check(
        "\"         \"         PUNCT ``   2 punct
         Withdraw  withdraw  VERB  VB   8 ccomp
         your      your      PRON  PRP$ 4 nmod:poss
         ships     ship      NOUN  NNS  2 obj
         ,         ,         PUNCT ,    2 punct
         \"         \"         PUNCT ''   2 punct
         Elbonia   Elbonia   PROPN NNP  8 nsubj
         told      tell      VERB  VBD  0 root
         Ruritania Ruritania PROPN NNP  8 iobj
         .         .         PUNCT .    8 punct",
        expect![[r#"
            Demand ELB -> RUR | what Withdraw your ships
        "#]],
    );
}

#[test]
fn a_threat_hangs_on_the_act_that_is_not_done() {
    check(
        "Elbonia    Elbonia   PROPN NNP 2 nsubj
         threatened threaten  VERB  VBD 0 root
         to         to        PART  TO  4 mark
         close      close     VERB  VB  2 xcomp
         the        the       DET   DT  6 det
         strait     strait    NOUN  NN  4 obj
         unless     unless    SCONJ IN  9 mark
         Ruritania  Ruritania PROPN NNP 9 nsubj
         left       leave     VERB  VBD 4 advcl
         .          .         PUNCT .   2 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania left | then close the strait
        "#]],
    );
}

#[test]
fn what_will_be_done_to_the_other_side_if_it_acts_is_a_threat() {
    check(
        "If        if        SCONJ IN  3  mark
         Ruritania Ruritania PROPN NNP 3  nsubj
         attacks   attack    VERB  NNS 7  advcl
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 7  nsubj
         will      will      AUX   MD  7  aux
         retaliate retaliate VERB  VB  10 ccomp
         ,         ,         PUNCT ,   7  punct
         Elbonia   Elbonia   PROPN NNP 10 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   10 punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania attacks | then Elbonia will retaliate
        "#]],
    );
}

#[test]
fn a_noun_phrase_states_a_condition() {
    check(
        "Any     any     DET   DT  2  det
         attack  attack  NOUN  NN  5  nsubj:pass
         would   would   AUX   MD  5  aux
         be      be      AUX   VB  5  aux:pass
         met     meet    VERB  VBN 10 ccomp
         with    with    ADP   IN  7  case
         force   force   NOUN  NN  5  obl
         ,       ,       PUNCT ,   5  punct
         Elbonia Elbonia PROPN NNP 10 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   10 punct",
        expect![[r#"
            Threat ELB ->  | if Any attack | then would be met with force
        "#]],
    );
}

#[test]
fn what_an_act_would_be_held_to_be_follows_from_it() {
    check(
        "Elbonia      Elbonia      PROPN NNP 3 nsubj
         would        would        AUX   MD  3 aux
         consider     consider     VERB  VB  0 root
         any          any          DET   DT  5 det
         intervention intervention NOUN  NN  3 obj
         a            a            DET   DT  7 det
         declaration  declaration  NOUN  NN  3 xcomp
         of           of           ADP   IN  9 case
         war          war          NOUN  NN  7 nmod
         .            .            PUNCT .   3 punct",
        expect![[r#"
            Threat ELB ->  | if any intervention | then a declaration of war
        "#]],
    );
}

#[test]
fn help_is_promised_and_talks_are_offered() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         promised  promise   VERB  VBD 0  root
         to        to        PART  TO  4  mark
         send      send      VERB  VB  2  xcomp
         aid       aid       NOUN  NN  4  obj
         and       and       CCONJ CC  8  cc
         Ruritania Ruritania PROPN NNP 8  nsubj
         offered   offer     VERB  VBD 2  conj
         to        to        PART  TO  10 mark
         host      host      VERB  VB  8  xcomp
         talks     talk      NOUN  NNS 10 obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Promise ELB ->  | then send aid
            Offer RUR ->  | then host talks
        "#]],
    );
}

#[test]
fn who_is_ready_to_help_promises_it() {
    check(
        "Elbonia Elbonia PROPN NNP 3 nsubj
         is      be      AUX   VBZ 3 cop
         ready   ready   ADJ   JJ  9 ccomp
         to      to      PART  TO  5 mark
         send    send    VERB  VB  3 xcomp
         grain   grain   NOUN  NN  5 obj
         ,       ,       PUNCT ,   3 punct
         Elbonia Elbonia PROPN NNP 9 nsubj
         said    say     VERB  VBD 0 root
         .       .       PUNCT .   9 punct",
        expect![[r#"
            Offer ELB ->  | then send grain
        "#]],
    );
}

#[test]
fn a_proviso_may_hang_from_the_verb_that_stands_ready() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         stands    stand     VERB  VBZ 0 root
         ready     ready     ADJ   JJ  2 xcomp
         to        to        PART  TO  5 mark
         send      send      VERB  VB  3 xcomp
         grain     grain     NOUN  NN  5 obj
         provided  provide   VERB  VBN 2 advcl
         that      that      SCONJ IN  10 mark
         Ruritania Ruritania PROPN NNP 10 nsubj
         withdraws withdraw  VERB  VBZ 7 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania withdraws | then send grain
        "#]],
    );
}

#[test]
fn nobody_refuses_for_what_he_does_himself() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         ruled     rule      VERB  VBD 0 root
         out       out       ADP   RP  2 compound:prt
         talks     talk      NOUN  NNS 2 obj
         with      with      ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 nmod
         if        if        SCONJ IN  9 mark
         it        it        PRON  PRP 9 nsubj
         keeps     keep      VERB  VBZ 2 advcl
         the       the       DET   DT  11 det
         island    island    NOUN  NN  9 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Condition ELB -> RUR | if it keeps the island | then not talks with Ruritania
        "#]],
    );
}

#[test]
fn a_refusal_that_hangs_on_an_act_is_a_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         ruled     rule      VERB  VBD 0 root
         out       out       ADP   RP  2 compound:prt
         talks     talk      NOUN  NNS 2 obj
         unless    unless    SCONJ IN  7 mark
         Ruritania Ruritania PROPN NNP 7 nsubj
         withdrew  withdraw  VERB  VBD 2 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Condition ELB -> RUR | if not Ruritania withdrew | then not talks
        "#]],
    );
}

#[test]
fn nobody_is_bound_by_what_is_no_act_of_his() {
    check(
        "Elbonia  Elbonia  PROPN NNP 2  nsubj
         vowed    vow      VERB  VBD 0  root
         to       to       PART  TO  4  mark
         continue continue VERB  VB  2  xcomp
         the      the      DET   DT  6  det
         inquiry  inquiry  NOUN  NN  4  obj
         and      and      CCONJ CC  8  cc
         refused  refuse   VERB  VBD 2  conj
         to       to       PART  TO  10 mark
         return   return   VERB  VB  8  xcomp
         .        .        PUNCT .   2  punct",
        expect![[r#""#]],
    );
}

#[test]
fn two_paths_are_a_choice() {
    check(
        "Either    either    CCONJ CC  3  cc:preconj
         Ruritania Ruritania PROPN NNP 3  nsubj
         returns   return    VERB  VBZ 12 ccomp
         to        to        ADP   IN  5  case
         talks     talk      NOUN  NNS 3  obl
         ,         ,         PUNCT ,   9  punct
         or        or        CCONJ CC  9  cc
         war       war       NOUN  NN  9  nsubj
         comes     come      VERB  VBZ 3  conj
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   12 punct",
        expect![[r#"
            Choice ELB -> RUR | or Ruritania returns to talks | or war comes
        "#]],
    );
}

#[test]
fn harm_that_lasts_until_another_acts_is_a_threat() {
    check(
        "Raids     raid      NOUN  NNS 8 ccomp
         to        to        PART  TO  3 mark
         continue  continue  VERB  VB  1 acl
         until     until     SCONJ IN  6 mark
         Ruritania Ruritania PROPN NNP 6 nsubj
         leaves    leave     VERB  VBZ 3 advcl
         ,         ,         PUNCT ,   1 punct
         says      say       VERB  VBZ 0 root
         Elbonia   Elbonia   PROPN NNP 8 nsubj
         .         .         PUNCT .   8 punct",
        expect![[r#"
            Threat ELB -> RUR | if not Ruritania leaves | then Raids to continue
        "#]],
    );
}

#[test]
fn responsibility_laid_on_another_is_a_threat() {
    check(
        "All            all            DET   DT  2 det
         responsibility responsibility NOUN  NN  4 nsubj
         will           will           AUX   MD  4 aux
         lie            lie            VERB  VB  9 ccomp
         on             on             ADP   IN  6 case
         Ruritania      Ruritania      PROPN NNP 4 obl
         ,              ,              PUNCT ,   4 punct
         Elbonia        Elbonia        PROPN NNP 9 nsubj
         said           say            VERB  VBD 0 root
         .              .              PUNCT .   9 punct",
        expect![[r#"
            Threat ELB -> RUR | then All responsibility will lie on Ruritania
        "#]],
    );
}

#[test]
fn a_place_is_offered_in_a_role() {
    check(
        "Elbonia Elbonia PROPN NNP 2 nsubj
         offers  offer   VERB  VBZ 0 root
         Mudport Mudport PROPN NNP 2 obj
         as      as      ADP   IN  5 case
         venue   venue   NOUN  NN  2 obl
         for     for     ADP   IN  7 case
         talks   talk    NOUN  NNS 5 nmod
         .       .       PUNCT .   2 punct",
        expect![[r#"
            Offer ELB ->  | then Mudport as venue for talks
        "#]],
    );
}

#[test]
fn two_nouns_set_before_another_are_a_choice() {
    check(
        "\"         \"         PUNCT `` 4 punct
         It        it        PRON  PRP 4 nsubj
         is        be        AUX   VBZ 4 cop
         dialogue  dialogue  NOUN  NN  10 ccomp
         or        or        CCONJ CC  6 cc
         war       war       NOUN  NN  4 conj
         ,         ,         PUNCT ,   4 punct
         \"         \"         PUNCT '' 4 punct
         Elbonia   Elbonia   PROPN NNP 10 nsubj
         told      tell      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 10 iobj
         .         .         PUNCT .   10 punct",
        expect![[r#"
            Choice ELB -> RUR | or dialogue | or war
        "#]],
    );
}

#[test]
fn a_plan_is_no_threat_and_an_errand_no_promise() {
    check(
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 5 nsubj
         will      will      AUX   MD  5 aux
         expel     expel     VERB  VB  2 ccomp
         the       the       DET   DT  7 det
         envoy     envoy     NOUN  NN  5 obj
         .         .         PUNCT .   2 punct",
        expect![[r#""#]],
    );
}

#[test]
fn what_one_may_do_to_another_is_a_threat() {
    check(
        "Elbonia    Elbonia   PROPN NNP 3 nsubj
         might      might     AUX   MD  3 aux
         expel      expel     VERB  VB  9 ccomp
         Ruritania  Ruritania PROPN NNP 3 obj
         from       from      ADP   IN  6 case
         there      there     NOUN  NN  3 obl
         ,          ,         PUNCT ,   3 punct
         Elbonia    Elbonia   PROPN NNP 9 nsubj
         said       say       VERB  VBD 0 root
         .          .         PUNCT .   9 punct",
        expect![[r#"
            Threat ELB -> RUR | then Elbonia might expel Ruritania from there
        "#]],
    );
}

#[test]
fn an_order_nobody_should_obey_is_a_threat() {
    check(
        "\"         \"         PUNCT `` 2 punct
         Attack    attack    VERB  VB  12 ccomp
         us        we        PRON  PRP 2 obj
         and       and       CCONJ CC  7 cc
         you       you       PRON  PRP 7 nsubj
         will      will      AUX   MD  7 aux
         regret    regret    VERB  VB  2 conj
         it        it        PRON  PRP 7 obj
         ,         ,         PUNCT ,   2 punct
         \"         \"         PUNCT '' 2 punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         told      tell      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 12 iobj
         .         .         PUNCT .   12 punct",
        expect![[r#"
            Threat ELB -> RUR | if Attack us | then you will regret it
        "#]],
    );
}
