use super::*;
use crate::testing::{Document, conllu};

/// The names of a hand-made analysis, one a line, as "PER Ana Ruiz".
fn names(input: &str) -> String {
    let doc = conllu(input);
    let view = doc.view();
    let lexicon = Lexicon::load();
    let found = entities(&view, &lexicon);
    found.iter().map(|e| format!("{} {}\n", e.kind.name(), e.span.of(view.text))).collect()
}

#[test]
fn a_title_and_an_adjective_of_nationality_are_no_part_of_a_name() {
    let input = "
        Peruvian   Peruvian   ADJ   JJ  4 amod
        Foreign    foreign    ADJ   JJ  3 amod
        Minister   minister   PROPN NNP 4 nmod:desc
        Marta      Marta      PROPN NNP 6 nsubj
        Quispe     Quispe     PROPN NNP 4 flat
        visited    visit      VERB  VBD 0 root
        Nairobi    Nairobi    PROPN NNP 6 obj
        .          .          PUNCT .   6 punct";
    assert_eq!(names(input), "PER Marta Quispe\nLOC Nairobi\n");
}

#[test]
fn the_model_decides_what_is_a_name_and_the_lexicon_what_kind() {
    let mut doc = conllu(
        "The      the     DET   DT  2 det
         Vatican  Vatican PROPN NNP 3 nsubj
         praised  praise  VERB  VBD 0 root
         Zorblax  Zorblax PROPN NNP 3 obj
         .        .       PUNCT .   3 punct",
    );
    doc.heads.ran = true;
    doc.heads.names = vec![
        Labelled { words: WordRange::new(1, 2), label: "ORG", score: 0.9 },
        Labelled { words: WordRange::new(3, 4), label: "ORG", score: 0.9 },
    ];
    let view = doc.view();
    let found = entities(&view, &Lexicon::load());
    let shown: Vec<_> = found.iter().map(|e| (e.kind, e.span.of(view.text), e.found_by)).collect();
    assert_eq!(
        shown,
        [
            (EntityType::Location, "Vatican", "lexicon:name"),
            (EntityType::Organization, "Zorblax", "model:names")
        ]
    );
}

#[test]
fn a_name_that_the_text_abbreviates_is_a_body() {
    let input = "
         The     the     DET   DT    3 det
         Popular popular ADJ   NNP   3 amod
         Front   Front   PROPN NNP   9 nsubj
         of      of      ADP   IN    5 case
         Malawi  Malawi  PROPN NNP   3 nmod
         (       (       PUNCT -LRB- 7 punct
         PFM     PFM     PROPN NNP   3 appos
         )       )       PUNCT -RRB- 7 punct
         left    leave   VERB  RB    0 root
         .       .       PUNCT .     9 punct

         PFM      PFM     NOUN  NN  2 compound
         fighters fighter NOUN  NNS 3 nsubj
         came     come    VERB  VBD 0 root
         .        .       PUNCT .   3 punct

         Envoys    envoy    NOUN  NNS   11 nsubj
         of        of       ADP   IN    7  case
         the       the      DET   DT    4  det
         League    League   PROPN NNP   1  nmod
         of        of       ADP   IN    7  case
         Andean    Andea    PROPN NNPS  7  compound
         Republics Republic PROPN NNPS  4  nmod
         (         (        PUNCT -LRB- 9  punct
         LIARA     LIARA    PROPN NNP   4  appos
         )         )        PUNCT -RRB- 9  punct
         met       meet     VERB  VBD   0  root
         .         .        PUNCT .     11 punct";
    assert_eq!(
        names(input),
        "ORG Popular Front of Malawi\nORG PFM\nORG PFM\nORG League of Andean Republics\nORG LIARA\n"
    );
}

#[test]
fn a_surname_is_the_persons_who_is_named_in_full() {
    let mut doc = conllu(
        "Ana   Ana   PROPN NNP 3 nsubj
         Ruiz  Ruiz  PROPN NNP 1 flat
         spoke speak VERB  VBD 0 root
         .     .     PUNCT .   3 punct

         Berg Berg PROPN NNP 2 nsubj
         met  meet VERB  VBD 0 root
         with with ADP   IN  4 case
         Ruiz Ruiz PROPN NNP 2 obl
         .    .    PUNCT .   2 punct",
    );
    doc.heads.ran = true;
    let name = |from, to, label| Labelled { words: WordRange::new(from, to), label, score: 0.9 };
    let shown = |doc: &Document| -> Vec<String> {
        let view = doc.view();
        let found = entities(&view, &Lexicon::load());
        found.iter().map(|e| format!("{} {}", e.kind.name(), e.span.of(view.text))).collect()
    };
    doc.heads.names = vec![name(0, 2, "PER")];
    assert_eq!(shown(&doc), ["PER Ana Ruiz", "PER Ruiz"]);
    doc.heads.names = vec![name(0, 2, "PER"), name(7, 8, "LOC")];
    assert_eq!(shown(&doc), ["PER Ana Ruiz", "PER Ruiz"]);
}

#[test]
fn a_surname_may_be_the_name_of_a_town() {
    let mut doc = conllu(
        "Ana     Ana     PROPN NNP 3 nsubj
         Cordoba Cordoba PROPN NNP 1 flat
         spoke   speak   VERB  VBD 0 root
         .       .       PUNCT .   3 punct

         Berg    Berg    PROPN NNP 2 nsubj
         met     meet    VERB  VBD 0 root
         with    with    ADP   IN  4 case
         Cordoba Cordoba PROPN NNP 2 obl
         .       .       PUNCT .   2 punct",
    );
    doc.heads.ran = true;
    let name = |from, to, label| Labelled { words: WordRange::new(from, to), label, score: 0.9 };
    doc.heads.names = vec![name(0, 2, "PER"), name(7, 8, "LOC")];
    let view = doc.view();
    let found = entities(&view, &Lexicon::load());
    let shown: Vec<String> =
        found.iter().map(|e| format!("{} {}", e.kind.name(), e.span.of(view.text))).collect();
    assert_eq!(shown, ["PER Ana Cordoba", "PER Cordoba"]);
}

#[test]
fn the_surname_of_who_held_an_office_is_no_place() {
    let mut doc = conllu(
        "Sarkozy Sarkozy PROPN NNP 2 nsubj
         met     meet    VERB  VBD 0 root
         Berg    Berg    PROPN NNP 2 obj
         in      in      ADP   IN  5 case
         Hollande Hollande PROPN NNP 2 obl
         .       .       PUNCT .   2 punct",
    );
    doc.heads.ran = true;
    let name = |from, to, label| Labelled { words: WordRange::new(from, to), label, score: 0.9 };
    doc.heads.names = vec![name(0, 1, "LOC"), name(2, 3, "LOC"), name(4, 5, "LOC")];
    let view = doc.view();
    let found = entities(&view, &Lexicon::load());
    let shown: Vec<String> =
        found.iter().map(|e| format!("{} {}", e.kind.name(), e.span.of(view.text))).collect();
    assert_eq!(shown, ["PER Sarkozy", "LOC Berg", "LOC Hollande"]);
}

#[test]
fn the_longest_name_behind_an_article_stands() {
    let input = "They     they   PRON  PRP 2 nsubj
         crossed  cross  VERB  VBD 0 root
         the      the    DET   DT  4 det
         Gulf     gulf   PROPN NNP 2 obj
         of       of     ADP   IN  6 case
         Mexico   Mexico PROPN NNP 4 nmod";
    assert_eq!(names(input), "LOC Gulf of Mexico\n");
}

/// The names of an analysis by [`conllu`] that the model found as given: words from, to, label.
fn modelled(input: &str, model: &[(usize, usize, &'static str)]) -> Vec<String> {
    let mut doc = conllu(input);
    doc.heads.ran = true;
    let span = |&(from, to, label)| Labelled { words: WordRange::new(from, to), label, score: 0.9 };
    doc.heads.names = model.iter().map(span).collect();
    let view = doc.view();
    let found = entities(&view, &Lexicon::load());
    found.iter().map(|e| format!("{} {}", e.kind.name(), e.span.of(view.text))).collect()
}

/// A sentence of bare words for what hangs on forms alone: all proper nouns with a capital, the first is the root.
fn bare(words: &str) -> String {
    let line = |(i, w): (usize, &str)| {
        let head = usize::from(i > 0);
        let upos = if w.starts_with(char::is_uppercase) { "PROPN" } else { "X" };
        format!("{w} {w} {upos} NNP {head} {}\n", if i > 0 { "dep" } else { "root" })
    };
    words.split(' ').enumerate().map(line).collect()
}

#[test]
fn a_body_and_what_it_is_of_are_one_name() {
    let port = bare("envoys of the Port Authority of Vorlund met");
    assert_eq!(modelled(&port, &[(6, 7, "LOC")]), ["ORG Port Authority of Vorlund"]);
    let works = bare("the Department of Roads and Tunnels met");
    assert_eq!(modelled(&works, &[(1, 4, "ORG")]), ["ORG Department of Roads"]);
    let offices = bare("the Law Offices of Ana Ruiz met");
    assert_eq!(modelled(&offices, &[(1, 3, "ORG"), (4, 6, "PER")]), ["ORG Law Offices of Ana Ruiz"]);
}

#[test]
fn a_state_behind_its_organ_is_a_name_of_its_own() {
    let organ = bare("the Parliament of Peru met");
    assert_eq!(modelled(&organ, &[(1, 2, "ORG"), (3, 4, "LOC")]), ["ORG Parliament", "LOC Peru"]);
    let forces = bare("Forces of General Ruiz met");
    assert_eq!(modelled(&forces, &[(3, 4, "PER")]), ["PER Ruiz"]);
    let iranian = "the       the      DET   DT  3 det
         Peruvian  Peruvian ADJ   JJ  3 amod
         Ministry  Ministry PROPN NNP 6 nsubj
         of        of       ADP   IN  5 case
         Fisheries Fisheries PROPN NNP 3 nmod
         met       meet     VERB  VBD 0 root";
    assert_eq!(modelled(iranian, &[(2, 5, "ORG")]), ["ORG Ministry of Fisheries"]);
}

#[test]
fn a_longer_name_of_the_model_stands_before_a_state_with_its_article() {
    let input = bare("with the United States Department of Roads");
    assert_eq!(modelled(&input, &[(2, 7, "ORG")]), ["ORG United States Department of Roads"]);
    let service = bare("the Peru National Weather Service said");
    assert_eq!(modelled(&service, &[(1, 5, "LOC")]), ["ORG Peru National Weather Service"]);
}

#[test]
fn a_state_behind_a_town_is_named_by_its_postal_code() {
    let comma = bare("near Vorlund , OH today");
    assert_eq!(modelled(&comma, &[(1, 2, "LOC")]), ["LOC Vorlund", "LOC OH"]);
    let none = bare("in San Vorlund Ca today");
    assert_eq!(modelled(&none, &[(1, 4, "LOC")]), ["LOC San Vorlund", "LOC Ca"]);
    let degree = bare("with Ana Ruiz , MD , today");
    assert_eq!(modelled(&degree, &[(1, 3, "PER"), (4, 5, "LOC")]), ["PER Ana Ruiz"]);
    let shouted = bare("VORLUND , OR NOT");
    assert_eq!(modelled(&shouted, &[(0, 1, "LOC")]), ["LOC VORLUND"]);
}

#[test]
fn marks_and_a_town_behind_a_company_are_no_part_of_a_name() {
    let quote = "Berg Berg PROPN NNP 3 nsubj
         “    “    PUNCT ``  3 punct
         confessed confess VERB VBD 0 root";
    assert_eq!(modelled(quote, &[(0, 2, "PER")]), ["PER Berg"]);
    let elided = "Bergin Bergin PROPN NNP 3 nsubj
         '      '      PART  POS 1 case
         closed close  VERB  VBD 0 root";
    assert_eq!(modelled(elided, &[(0, 2, "ORG")]), ["ORG Bergin'"]);
    let company = bare("of Minera Sur , Inc. of Vorlund today");
    assert_eq!(modelled(&company, &[(1, 7, "ORG")]), ["ORG Minera Sur, Inc.", "LOC Vorlund"]);
}

#[test]
fn an_address_inside_a_name_belongs_to_it() {
    let inner = bare("killed Omar Sheikh Said today");
    assert_eq!(modelled(&inner, &[(1, 4, "PER")]), ["PER Omar Sheikh Said"]);
    let front = bare("met Qatar Sheikh Said today");
    assert_eq!(modelled(&front, &[(1, 4, "PER")]).last().map(String::as_str), Some("PER Said"));
}

#[test]
fn what_an_office_is_for_is_no_name() {
    let input = bare("said Shipping Deputy Minister Ana Ruiz");
    assert_eq!(modelled(&input, &[(1, 2, "ORG"), (4, 6, "PER")]), ["PER Ana Ruiz"]);
}

#[test]
fn a_movement_of_forces_is_a_body_of_its_own() {
    let input = bare("the Movement of Armed Forces of Vorlund ( MAFV ) met");
    let found = modelled(&input, &[(6, 7, "LOC")]);
    assert_eq!(found, ["ORG Movement of Armed Forces of Vorlund", "ORG MAFV"]);
}
