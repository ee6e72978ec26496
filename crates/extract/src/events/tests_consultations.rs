//! The consultations that meetings are, in sentences of our own: type, status, source -> target, trigger.

use super::tests::check_with;
use crate::Timex;
use crate::heads::Labelled;
use crate::meetings::meetings;
use crate::testing::{Document, conllu};
use demarche_base::WordRange;
use demarche_record::TimexType;
use expect_test::{Expect, expect};

/// Reads the events of `input` and brings them together with its meetings. Friday is a day.
fn check(names: &[&str], input: &str, expect: Expect) {
    check_document(names, &conllu(input), expect);
}

fn check_document(names: &[&str], doc: &Document, expect: Expect) {
    check_with(names, doc, expect, |view, lexicon, index, events| {
        let friday = (0..view.len()).filter(|&w| view.form(w) == "Friday");
        let day = |w: usize| Timex {
            kind: TimexType::Date,
            value: "2020-01-10".to_owned(),
            candidates: Vec::new(),
            words: WordRange::new(w, w + 1),
            span: view.layout.words[w].span,
            found_by: "test",
        };
        let timexes: Vec<Timex> = friday.map(day).collect();
        let meetings = meetings(view, lexicon, index, &timexes, &[]);
        super::consultations(view, lexicon, &timexes, &[], &meetings, events);
    });
}

#[test]
fn a_place_where_they_meet_is_not_met() {
    let mut doc = conllu(
        "The        the        DET   DT  2  det
         commanders commander  NOUN  NNS 8  nsubj
         of         of         ADP   IN  4  case
         Elbonia    Elbonia    PROPN NNP 2  nmod
         and        and        CCONJ CC  6  cc
         Ruritania  Ruritania  PROPN NNP 4  conj
         will       will       AUX   MD  8  aux
         meet       meet       VERB  VB  0  root
         at         at         ADP   IN  11 case
         the        the        DET   DT  11 det
         checkpoint checkpoint NOUN  NN  8  obl
         Novi       Novi       PROPN NNP 8  obj
         Most       Most       PROPN NNP 12 flat
         .          .          PUNCT .   8  punct",
    );
    doc.heads.names = vec![Labelled { label: "LOC", words: WordRange::new(11, 13), score: 1.0 }];
    check_document(
        &["Elbonia", "Ruritania"],
        &doc,
        expect![[r#"
        CONSULT Planned: Elbonia -> Ruritania | will meet
    "#]],
    );
}

#[test]
fn those_consult_who_meet_not_who_is_their_host() {
    check(
        &["Elbonia", "Ruritania", "Freedonia"],
        "Freedonia Freedonia PROPN NNP 3  nsubj
         will      will      AUX   MD  3  aux
         host      host      VERB  VB  0  root
         a         a         DET   DT  5  det
         round     round     NOUN  NN  3  obj
         of        of        ADP   IN  7  case
         talks     talk      NOUN  NNS 5  nmod
         between   between   ADP   IN  9  case
         Elbonia   Elbonia   PROPN NNP 7  nmod
         and       and       CCONJ CC  11 cc
         Ruritania Ruritania PROPN NNP 9  conj
         .         .         PUNCT .   3  punct",
        expect![[r#"
            CONSULT/third-party Planned: Elbonia -> Ruritania | will host a round of
        "#]],
    );
    // Who has guests meets them.
    check(
        &["Elbonia", "Ruritania", "Freedonia"],
        "Freedonia Freedonia PROPN NNP 2  nsubj
         hosted    host      VERB  VBD 0  root
         the       the       DET   DT  4  det
         ministers minister  NOUN  NNS 2  obj
         of        of        ADP   IN  6  case
         Elbonia   Elbonia   PROPN NNP 4  nmod
         and       and       CCONJ CC  8  cc
         Ruritania Ruritania PROPN NNP 6  conj
         in        in        ADP   IN  10 case
         Oslo      Oslo      PROPN NNP 2  obl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            CONSULT/visit Occurred: Freedonia -> Elbonia, Ruritania | hosted the ministers
        "#]],
    );
}

#[test]
fn what_is_convened_for_a_day_is_to_come() {
    check(
        &["Elbonia", "Ruritania", "Freedonia"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         has       have      AUX   VBZ 3 aux
         convened  convene   VERB  VBN 0 root
         a         a         DET   DT  5 det
         summit    summit    NOUN  NN  3 obj
         with      with      ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 nmod
         for       for       ADP   IN  9 case
         Friday    Friday    PROPN NNP 3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            CONSULT Planned: Elbonia -> "a summit with Ruritania", Ruritania | has convened a summit with Ruritania
        "#]],
    );
}
