//! Where a content ends: before the report of a quotation that is never closed, at the comma before who says it.

use super::tests::{check, check_document, hear};
use crate::testing::conllu;
use demarche_base::{ByteSpan, WordRange};
use demarche_text::Quote;

#[test]
fn an_unclosed_quotation_ends_where_it_is_reported() {
    let mut doc = conllu(
        "“    \"   PUNCT ``   10 punct
         We   we   PRON  PRP  4  nsubj
         will will AUX   MD   4  aux
         stay stay VERB  VB   10 ccomp
         on   on   ADP   IN   7  case
         our  our  PRON  PRP$ 7  nmod:poss
         land land NOUN  NN   4  obl
         ,    ,    PUNCT ,    4  punct
         Berg Berg PROPN NNP  10 nsubj
         said say  VERB  VBD  0  root
         in   in   ADP   IN   12 case
         Lima Lima PROPN NNP  10 obl
         .    .    PUNCT .    10 punct",
    );
    let end = doc.layout.words[7].span.end as usize;
    doc.layout.quotes = vec![Quote {
        span: ByteSpan::new(0, end),
        inner: ByteSpan::new('“'.len_utf8(), end),
        words: WordRange::new(1, 8),
        depth: 0,
        balanced: false,
        continues: false,
    }];
    hear(&mut doc, (9, 10), (0, 12));
    check_document(&doc, &["Berg | said | “We will stay on our land, | direct | asserts"]);
}

#[test]
fn what_is_said_goes_up_to_the_comma_before_who_says_it() {
    check(
        "The       the      DET   DT  2  det
         talks     talk     NOUN  NNS 4  nsubj
         have      have     AUX   VBP 4  aux
         failed    fail     VERB  VBN 6  xcomp
         ,         ,        PUNCT ,   6  punct
         announced announce VERB  VBN 0  root
         Ana       Ana      PROPN NNP 6  nsubj
         Ruiz      Ruiz     PROPN NNP 7  flat
         ,         ,        PUNCT ,   12 punct
         the       the      DET   DT  12 det
         foreign   foreign  ADJ   JJ  12 amod
         minister  minister NOUN  NN  7  appos
         of        of       ADP   IN  14 case
         Peru      Peru     PROPN NNP 12 nmod
         .         .        PUNCT .   6  punct",
        &["Ana Ruiz, the foreign minister of Peru | announced | The talks have failed | indirect | asserts"],
    );
}

#[test]
fn who_has_the_last_word_says_the_sentence() {
    check(
        "The       the      DET   DT  2  det
         sanctions sanction NOUN  NNS 4  nsubj
         will      will     AUX   MD  4  aux
         stay      stay     VERB  VB  14 ccomp
         unless    unless   SCONJ IN  7  mark
         Quito     Quito    PROPN NNP 7  nsubj
         yields    yield    VERB  VBZ 4  advcl
         ,         ,        PUNCT ,   4  punct
         an        a        DET   DT  10 det
         envoy     envoy    NOUN  NN  14 nsubj
         of        of       ADP   IN  13 case
         the       the      DET   DT  13 det
         bloc      bloc     NOUN  NN  10 nmod
         said      say      VERB  VBD 0  root
         .         .        PUNCT .   14 punct",
        &["an envoy of the bloc | said | The sanctions will stay unless Quito yields | indirect | asserts"],
    );
}

#[test]
fn a_relative_pronouns_source_is_its_noun_too() {
    check(
        "Peru   Peru  PROPN NNP 12 nsubj
         ,      ,     PUNCT ,   5  punct
         which  which PRON  WDT 5  nsubj
         had    have  AUX   VBD 5  aux
         said   say   VERB  VBN 1  acl:relcl
         that   that  SCONJ IN  10 mark
         the    the   DET   DT  8  det
         road   road  NOUN  NN  10 nsubj:pass
         was    be    AUX   VBD 10 aux:pass
         closed close VERB  VBN 5  ccomp
         ,      ,     PUNCT ,   1  punct
         waited wait  VERB  VBD 0  root
         .      .     PUNCT .   12 punct",
        &["Peru, which | had said | that the road was closed | indirect | asserts"],
    );
}
