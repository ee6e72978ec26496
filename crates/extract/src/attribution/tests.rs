//! Who says what in small sentences of our own.

use super::attributions;
use crate::actors::ActorIndex;
use crate::testing::conllu;
use demarche_lexicon::Lexicon;

/// Each attribution as "source | cue | content | mode | stance".
fn check(input: &str, expect: &[&str]) {
    let doc = conllu(input);
    let found = attributions(&doc.view(), &Lexicon::load(), &ActorIndex::default(), &[]);
    let words = |spans: &[demarche_base::ByteSpan]| {
        spans.iter().map(|s| s.of(&doc.text)).collect::<Vec<_>>().join(" ... ")
    };
    let lines: Vec<String> = found
        .iter()
        .map(|a| {
            let mode = format!("{:?}", a.mode).to_lowercase();
            let stance = a.stance.unwrap_or("-");
            format!("{} | {} | {} | {mode} | {stance}", words(&a.source), words(&a.cue), words(&a.content))
        })
        .collect();
    assert_eq!(lines, expect);
}

#[test]
fn a_quotation_keeps_its_marks() {
    check(
        "\"    \"    PUNCT `` 4 punct
         We    we   PRON  PRP 4 nsubj
         will  will AUX   MD 4 aux
         wait  wait VERB  VB 7 ccomp
         ,     ,    PUNCT , 4 punct
         \"    \"    PUNCT '' 4 punct
         said  say  VERB  VBD 0 root
         Oslo  Oslo PROPN NNP 7 nsubj
         .     .    PUNCT . 7 punct",
        &["Oslo | said | \"We will wait,\" | direct | asserts"],
    );
}

#[test]
fn a_refusal_and_what_is_refused() {
    check(
        "Oslo     Oslo   PROPN NNP 2 nsubj
         refused  refuse VERB  VBD 0 root
         to       to     PART  TO 4 mark
         leave    leave  VERB  VB 2 xcomp
         .        .      PUNCT . 2 punct",
        &["Oslo | refused | to leave | indirect | rejects"],
    );
}

#[test]
fn the_content_of_a_passive_stands_before_its_cue() {
    check(
        "The       the       DET  DT 2 det
         pledges   pledge    NOUN NNS 6 nsubj
         demanded  demand    VERB VBN 2 acl
         by        by        ADP  IN 5 case
         Oslo      Oslo      PROPN NNP 3 obl
         failed    fail      VERB VBD 0 root
         .         .         PUNCT . 6 punct",
        &["Oslo | demanded | The pledges | indirect | demands"],
    );
}

#[test]
fn a_text_without_words_has_no_attributions() {
    check("", &[]);
}
