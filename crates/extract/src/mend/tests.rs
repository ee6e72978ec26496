//! How the tests beside the steps tell a mended sentence: one word a piece, lemma, tag, relation, head.

use super::sentence::Sentence;
use super::{GROUPS, mend};
use crate::testing::conllu;
use demarche_lexicon::Lexicon;
use expect_test::Expect;
use std::collections::BTreeSet;

/// Mends `input` as the words alone allow.
pub(super) fn check(input: &str, expect: Expect) {
    check_with(&Lexicon::default(), input, expect);
}

/// Mends `input` where names and titles are known besides.
pub(super) fn check_with_names(input: &str, expect: Expect) {
    check_with(&Lexicon::load(), input, expect);
}

fn check_with(lexicon: &Lexicon, input: &str, expect: Expect) {
    let mut doc = conllu(input);
    mend(&doc.text, &doc.layout, lexicon, &mut doc.syntax);
    let words = doc.syntax.words.iter().map(|w| {
        let head = w.head.map_or("-", |h| doc.layout.words[h as usize].span.of(&doc.text));
        format!("{}/{} {} {head}", w.lemma, w.xpos, w.deprel)
    });
    expect.assert_eq(&words.collect::<Vec<_>>().join("; "));
}

/// The names of the steps that find something to mend in `input`, in order.
fn at_work(input: &str) -> Vec<&'static str> {
    let mut doc = conllu(input);
    let lexicon = Lexicon::default();
    let mut names = Vec::new();
    for &words in &doc.layout.sentences {
        for &(name, step) in GROUPS.iter().flat_map(|(_, steps)| *steps) {
            let before = doc.syntax.words.clone();
            step(&mut Sentence {
                words: words.range(),
                text: &doc.text,
                layout: &doc.layout,
                lexicon: &lexicon,
                syntax: &mut doc.syntax,
            });
            if before != doc.syntax.words {
                names.push(name);
            }
        }
    }
    names
}

#[test]
fn each_step_runs_once() {
    let names: Vec<&str> = GROUPS.iter().flat_map(|(_, steps)| *steps).map(|(name, _)| *name).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
}

#[test]
fn a_step_builds_on_those_before_it() {
    let names = at_work(
        "Berg  Berg  PROPN NNP 0 root
         ,     ,     PUNCT ,   3 punct
         Ruiz  Ruiz  PROPN NNP 1 appos
         to    to    PART  TO  5 mark
         meet  meet  VERB  VB  3 acl
         in    in    ADP   IN  7 case
         Oslo  Oslo  PROPN NNP 5 obl",
    );
    assert_eq!(names, ["lists::listed", "clauses::clauses"]);
}
