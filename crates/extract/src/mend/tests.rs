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

/// A sentence with any tree and any tags, by the numbers of `seed`.
fn any_sentence(mut seed: u64) -> String {
    let mut next = |n: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 33) as usize % n
    };
    const WORDS: &[(&str, &str, &str, &str)] = &[
        ("Mali", "Mali", "PROPN", "NNP"),
        ("Lima", "Lima", "PROPN", "NNP"),
        ("the", "the", "DET", "DT"),
        ("imposed", "impose", "VERB", "VBN"),
        ("accused", "accuse", "VERB", "VBD"),
        ("said", "say", "VERB", "VBD"),
        ("arming", "arm", "VERB", "VBG"),
        ("relaxed", "relaxed", "ADJ", "JJ"),
        ("talks", "talk", "NOUN", "NNS"),
        ("ministry", "ministry", "NOUN", "NN"),
        ("by", "by", "ADP", "IN"),
        ("with", "with", "ADP", "IN"),
        ("if", "if", "SCONJ", "IN"),
        ("off", "off", "ADP", "RP"),
        ("and", "and", "CCONJ", "CC"),
        ("to", "to", "PART", "TO"),
        ("leave", "leave", "VERB", "VB"),
        ("will", "will", "AUX", "MD"),
        ("was", "be", "AUX", "VBD"),
        (",", ",", "PUNCT", ","),
        (".", ".", "PUNCT", "."),
    ];
    const RELATIONS: &[&str] = &[
        "nsubj",
        "nsubj:pass",
        "obj",
        "iobj",
        "obl",
        "obl:agent",
        "nmod",
        "nmod:poss",
        "compound",
        "flat",
        "amod",
        "det",
        "case",
        "mark",
        "aux",
        "aux:pass",
        "cop",
        "cc",
        "conj",
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "acl:relcl",
        "appos",
        "parataxis",
        "csubj",
        "punct",
        "compound:prt",
        "obl:unmarked",
    ];
    let length = 3 + next(9);
    // Each word hangs from one before it in an order of its own, so that no circle arises.
    let mut order: Vec<usize> = (0..length).collect();
    for i in (1..length).rev() {
        order.swap(i, next(i + 1));
    }
    let mut lines = vec![String::new(); length];
    for (at, &word) in order.iter().enumerate() {
        let (form, lemma, upos, xpos) = WORDS[next(WORDS.len())];
        let (head, relation) = match at {
            0 => (0, "root"),
            _ => (order[next(at)] + 1, RELATIONS[next(RELATIONS.len())]),
        };
        lines[word] = format!("{form} {lemma} {upos} {xpos} {head} {relation}");
    }
    lines.join("\n")
}

#[test]
fn what_is_mended_is_a_tree_still() {
    let lexicon = Lexicon::load();
    for seed in 0..4000 {
        let input = any_sentence(seed);
        let mut doc = conllu(&input);
        mend(&doc.text, &doc.layout, &lexicon, &mut doc.syntax);
        for &words in &doc.layout.sentences {
            let (text, layout, syntax) = (&*doc.text, &doc.layout, &mut doc.syntax);
            let sentence = Sentence { words: words.range(), text, layout, lexicon: &lexicon, syntax };
            assert!(sentence.is_tree(), "a circle (seed {seed}):\n{input}");
        }
    }
}
