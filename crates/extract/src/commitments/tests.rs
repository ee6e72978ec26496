//! Conditions in small sentences of our own.

use super::conditions;
use crate::testing::conllu;
use demarche_lexicon::commissives::CommissiveLexicon;

/// Each condition as "if [not] words => then words".
fn check(input: &str, expect: &[&str]) {
    let doc = conllu(input);
    let view = doc.view();
    let words = |ranges: &[demarche_base::WordRange]| {
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
    check(
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
    check(
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
    check(
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
    check(
        "They   they  PRON PRP 2 nsubj
         asked  ask   VERB VBD 0 root
         if     if    SCONJ IN 5 mark
         we     we    PRON PRP 5 nsubj
         agree  agree VERB VBP 2 ccomp
         .      .     PUNCT . 2 punct",
        &[],
    );
}
