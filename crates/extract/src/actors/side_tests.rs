//! Whom offices, bodies and persons are of, in small sentences of our own.

use super::tests::{check, check_document};
use super::*;
use crate::entities::entities;
use crate::heads::Labelled;
use crate::testing::conllu;
use expect_test::expect;

#[test]
fn who_is_quoted_says_no_he_of_themselves() {
    check(
        "Paul  Paul  PROPN NNP 3 nsubj
         Ruiz  Ruiz  PROPN NNP 1 flat
         met   meet  VERB  VBD 0 root
         Carl  Carl  PROPN NNP 3 obj
         Berg  Berg  PROPN NNP 4 flat
         .     .     PUNCT .   3 punct

         \"    \"    PUNCT `` 3 punct
         We    we    PRON  PRP 4 nsubj
         will  will  AUX   MD  4 aux
         wait  wait  VERB  VB  8 ccomp
         ,     ,     PUNCT ,   4 punct
         \"    \"    PUNCT '' 4 punct
         Berg  Berg  PROPN NNP 8 nsubj
         said  say   VERB  VBD 0 root
         .     .     PUNCT .   8 punct

         \"    \"    PUNCT `` 3 punct
         He    he    PRON  PRP 3 nsubj
         lied  lie   VERB  VBD 0 root
         to    to    ADP   IN  5 case
         us    we    PRON  PRP 3 obl
         .     .     PUNCT .   3 punct
         \"    \"    PUNCT '' 3 punct",
        expect![[r#"
            Paul Ruiz: Paul Ruiz | ~He
            Carl Berg: Carl Berg | Berg
        "#]],
    );
}

#[test]
fn a_noun_beside_a_name_says_its_kind() {
    let mut doc = conllu(
        "Quito       Quito       PROPN NNP 2 nsubj
         told        tell        VERB  VBD 0 root
         the         the         DET   DT  4 det
         broadcaster broadcaster NOUN  NN  2 iobj
         RVK         RVK         PROPN NNP 4 appos
         nothing     nothing     PRON  NN  2 obj
         .           .           PUNCT .   2 punct",
    );
    let name = Labelled { label: "ORG", words: WordRange::new(4, 5), score: 1.0 };
    doc.heads.names = vec![name];
    let view = doc.view();
    let lexicon = Lexicon::load();
    let mut names = entities(&view, &lexicon);
    let found = actors(&view, &lexicon, &mut names, None);
    let kinds: Vec<_> = found.iter().map(|a| (a.key.as_str(), a.kind)).collect();
    assert_eq!(kinds, [("ECU", ActorKind::State), ("RVK", ActorKind::Media)]);
}

#[test]
fn a_dateline_says_whose_army_only_where_the_text_speaks_of_its_state() {
    let read = |subject: &str| {
        let mut doc = conllu(&format!(
            "QUITO    Quito   PROPN NNP 0 root
             —        —       PUNCT :   1 punct

             {subject}     Lima    PROPN NNP 2 nsubj
             waited   wait    VERB  VBD 0 root
             .        .       PUNCT .   2 punct

             Lima     Lima    PROPN NNP 2 nsubj
             blamed   blame   VERB  VBD 0 root
             Bogota   Bogota  PROPN NNP 2 obj
             .        .       PUNCT .   2 punct

             Lima     Lima    PROPN NNP 2 nsubj
             left     leave   VERB  VBD 0 root
             .        .       PUNCT .   2 punct

             The      the     DET   DT  2 det
             army     army    NOUN  NN  3 nsubj
             fled     flee    VERB  VBD 0 root
             .        .       PUNCT .   3 punct"
        ));
        let line = doc.layout.words[0].span.cover(doc.layout.words[1].span);
        doc.layout.paragraphs[0].dateline = Some(line);
        let view = doc.view();
        let lexicon = Lexicon::load();
        let mut names = entities(&view, &lexicon);
        let found = actors(&view, &lexicon, &mut names, None);
        let army = |a: &&Actor| a.mentions.iter().any(|m| m.span.of(view.text) == "The army");
        found.iter().find(army).map(|a| a.key.clone())
    };
    assert_eq!(read("Quito").as_deref(), Some("ECU"));
    assert_eq!(read("Lima").as_deref(), Some("PER"));
}

#[test]
fn the_ministry_is_that_of_the_office_named_before() {
    check(
        "Chile    Chile   PROPN NNP 4 nmod:poss
         's       's      PART  POS 1 case
         foreign  foreign ADJ   JJ  4 amod
         ministry ministry NOUN NN  5 nsubj
         waited   wait    VERB  VBD 0 root
         .        .       PUNCT .   5 punct

         Peru     Peru    PROPN NNP 4 nmod:poss
         's       's      PART  POS 1 case
         foreign  foreign ADJ   JJ  4 amod
         office   office  NOUN  NN  5 nsubj
         blamed   blame   VERB  VBD 0 root
         Chile    Chile   PROPN NNP 5 obj
         .        .       PUNCT .   5 punct

         The      the     DET   DT  2 det
         ministry ministry NOUN NN  3 nsubj
         left     leave   VERB  VBD 0 root
         .        .       PUNCT .   3 punct",
        expect![[r#"
            CHL: Chile | Chile's foreign ministry | Chile
            PER: Peru | Peru's foreign office | ~The ministry
        "#]],
    );
}

#[test]
fn rebels_of_a_headline_are_the_group_that_the_text_names() {
    let mut doc = conllu(
        "Rebels   rebel   NOUN  NNS 2 nsubj
         retreat  retreat VERB  VBP 0 root

         # newpar
         Fighters fighter NOUN  NNS 4 nsubj
         of       of      ADP   IN  3 case
         M23      M23     PROPN NNP 1 nmod
         wait     wait    VERB  VBP 0 root
         .        .       PUNCT .   4 punct",
    );
    doc.layout.paragraphs[0].kind = demarche_text::ParagraphKind::Headline;
    check_document(
        &doc,
        None,
        expect![[r#"
            M23: ~Rebels | Fighters of M23 | M23
        "#]],
    );
}

#[test]
fn the_field_of_an_office_is_no_outlet() {
    check(
        "The      the      DET   DT  2 det
         Minister minister PROPN NNP 8 nsubj
         of       of       ADP   IN  5 case
         Foreign  foreign  ADJ   NNP 5 amod
         Affairs  affairs  PROPN NNPS 2 nmod
         of       of       ADP   IN  7 case
         Peru     Peru     PROPN NNP 2 nmod
         left     leave    VERB  VBD 0 root
         .        .        PUNCT .   8 punct",
        expect![[r#"
            PER: Peru
            Minister of Foreign Affairs of Peru for PER: The Minister of Foreign Affairs of Peru
        "#]],
    );
}

#[test]
fn an_article_before_the_first_part_of_a_title_makes_it_known() {
    check(
        "The       the       DET   DT  2  det
         Secretary secretary PROPN NNP 12 nsubj SpaceAfter=No
         -         -         PUNCT HYPH 4 punct SpaceAfter=No
         General   general   PROPN NNP 2  flat
         of        of        ADP   IN  8  case
         the       the       DET   DT  8  det
         United    United    PROPN NNP 8  amod
         Nations   Nations   PROPN NNPS 2 nmod
         ,         ,         PUNCT ,   10 punct
         Ana       Ana       PROPN NNP 2  appos
         Ruiz      Ruiz      PROPN NNP 10 flat
         met       meet      VERB  VBD 0  root
         Peru      Peru      PROPN NNP 12 obj
         .         .         PUNCT .   12 punct

         The       the       DET   DT  2 det
         Secretary secretary PROPN NNP 4 compound SpaceAfter=No
         -         -         PUNCT HYPH 2 punct SpaceAfter=No
         General   general   PROPN NNP 5 nsubj
         left      leave     VERB  VBD 0 root
         .         .         PUNCT .   5 punct",
        expect![[r#"
            UN: the United Nations
            PER: Peru
            Ana Ruiz for UN: The Secretary-General of the United Nations, Ana Ruiz | Ana Ruiz | ~The Secretary-General
        "#]],
    );
}

#[test]
fn telegrams_shorten_titles() {
    check(
        "Peru   Peru   PROPN NNP 3 compound
         FonMin FonMin PROPN NNP 3 nmod:desc
         Ana    Ana    PROPN NNP 5 nsubj
         Ruiz   Ruiz   PROPN NNP 3 flat
         left   leave  VERB  VBD 0 root
         .      .      PUNCT .   5 punct",
        expect![[r#"
            PER: Peru
            Ana Ruiz for PER: FonMin Ana Ruiz
        "#]],
    );
}

#[test]
fn a_minister_is_of_the_state_whose_sentence_went_on_without_a_subject() {
    check(
        "Lima     Lima     PROPN NNP 2 nsubj
         fought   fight    VERB  VBD 0 root
         Quito    Quito    PROPN NNP 2 obj
         .        .        PUNCT .   2 punct

         Lima     Lima     PROPN NNP 2 nsubj
         left     leave    VERB  VBD 0 root
         .        .        PUNCT .   2 punct

         Quito    Quito    PROPN NNP 2 nsubj
         sent     send     VERB  VBD 5 ccomp
         Lima     Lima     PROPN NNP 2 iobj
         ,        ,        PUNCT ,   2 punct
         said     say      VERB  VBD 0 root
         nothing  nothing  PRON  NN  5 obj
         .        .        PUNCT .   5 punct

         Foreign  foreign  ADJ   JJ  2 amod
         Minister minister PROPN NNP 3 nmod:desc
         Ruiz     Ruiz     PROPN NNP 4 nsubj
         waited   wait     VERB  VBD 0 root
         .        .        PUNCT .   4 punct",
        expect![[r#"
            PER: Lima | Lima | Lima
            ECU: Quito | Quito
            Ruiz for ECU: Foreign Minister Ruiz
        "#]],
    );
}

#[test]
fn an_army_that_denies_what_a_capital_claims_is_not_that_capitals() {
    check(
        "Peru     Peru     PROPN NNP 2 nsubj
         warned   warn     VERB  VBD 0 root
         the      the      DET   DT  4 det
         army     army     NOUN  NN  2 obj
         of       of       ADP   IN  6 case
         Chile    Chile    PROPN NNP 4 nmod
         .        .        PUNCT .   2 punct

         The      the      DET   DT  2 det
         army     army     NOUN  NN  3 nsubj
         denied   deny     VERB  VBD 0 root
         claims   claim    NOUN  NNS 3 obj
         from     from     ADP   IN  6 case
         Santiago Santiago PROPN NNP 4 nmod
         .        .        PUNCT .   3 punct",
        expect![[r#"
            PER: Peru
            CHL: the army of Chile | Chile | Santiago
        "#]],
    );
}

#[test]
fn an_island_that_is_named_is_no_state() {
    check(
        "Peru   Peru   PROPN NNP 2 nsubj
         left   leave  VERB  VBD 0 root
         Hope   Hope   PROPN NNP 4 compound
         Island Island PROPN NNP 2 obj
         .      .      PUNCT .   2 punct

         Troops troop  NOUN  NNS 2 nsubj
         held   hold   VERB  VBD 0 root
         the    the    DET   DT  4 det
         island island NOUN  NN  2 obj
         .      .      PUNCT .   2 punct",
        expect![[r#"
            PER: Peru | ~Troops
        "#]],
    );
}

#[test]
fn the_two_who_meet_may_include_the_subject_above() {
    check(
        "Peru      Peru      PROPN NNP 2 nsubj
         freed     free      VERB  VBD 0 root
         men       man       NOUN  NNS 2 obj
         of        of        ADP   IN  5 case
         Chile     Chile     PROPN NNP 3 nmod
         before    before    SCONJ IN  10 mark
         the       the       DET   DT  9 det
         two       two       NUM   CD  9 nummod
         countries country   NOUN  NNS 10 nsubj
         met       meet      VERB  VBD 2 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            PER: Peru | ~the two countries
            CHL: Chile | ~the two countries
            Chile men for CHL: men of Chile
        "#]],
    );
}

#[test]
fn a_deputy_is_of_the_side_of_whose_deputy_he_is() {
    let mut doc = conllu(
        "Peru    Peru    PROPN NNP 3 nmod:poss
         's      's      PART  POS 1 case
         general general ADJ   JJ  4 nmod:desc
         Paul    Paul    PROPN NNP 6 nsubj
         Ruiz    Ruiz    PROPN NNP 4 flat
         met     meet    VERB  VBD 0 root
         troops  troop   NOUN  NNS 6 obj
         .       .       PUNCT .   6 punct
         
         Paul   Paul   PROPN NNP 4 nmod:poss
         Ruiz   Ruiz   PROPN NNP 1 flat
         's     's     PART  POS 1 case
         deputy deputy NOUN  NN  7 nsubj
         Carl   Carl   PROPN NNP 4 appos
         Berg   Berg   PROPN NNP 5 flat
         spoke  speak  VERB  VBD 0 root
         to     to     ADP   IN  9 case
         them   they   PRON  PRP 7 obl
         .      .      PUNCT .   7 punct",
    );
    let person = |start| Labelled { label: "PER", words: WordRange::new(start, start + 2), score: 1.0 };
    doc.heads.names = [3, 8, 12].map(person).to_vec();
    check_document(
        &doc,
        None,
        expect![[r#"
            PER: Peru
            Paul Ruiz for PER: Peru's general Paul Ruiz | Paul Ruiz
            Carl Berg for PER: Paul Ruiz's deputy Carl Berg | Carl Berg
        "#]],
    );
}

#[test]
fn where_an_ambassador_sits_is_not_whose_he_is() {
    check(
        "Peru  Peru PROPN NNP 2 nsubj
         moved move VERB  VBD 0 root
         .     .    PUNCT .   2 punct
         
         Its        its        PRON  PRP$ 2 nmod:poss
         ambassador ambassador NOUN  NN   9 nsubj
         in         in         ADP   IN   4 case
         Santiago   Santiago   PROPN NNP  2 nmod
         ,          ,          PUNCT ,    6 punct
         Carl       Carl       PROPN NNP  2 appos
         Berg       Berg       PROPN NNP  6 flat
         ,          ,          PUNCT ,    2 punct
         waited     wait       VERB  VBD  0 root
         .          .          PUNCT .    9 punct",
        expect![[r#"
            PER: Peru | ~Its
            Carl Berg for PER: Its ambassador in Santiago, Carl Berg | Carl Berg
        "#]],
    );
}

#[test]
fn who_gave_time_acts_otherwise() {
    check(
        "Chile     Chile     PROPN NNP 2  nsubj
         gave      give      VERB  VBD 0  root
         Peru      Peru      PROPN NNP 2  iobj
         until     until     ADP   IN  5  case
         Friday    Friday    PROPN NNP 2  obl
         to        to        PART  TO  7  mark
         free      free      VERB  VB  2  advcl
         the       the       DET   DT  9  det
         crew      crew      NOUN  NN  7  obj
         ;         ;         PUNCT ,   14 punct
         otherwise otherwise ADV   RB  14 advmod
         it        it        PRON  PRP 14 nsubj
         will      will      AUX   MD  14 aux
         close     close     VERB  VB  2  parataxis
         the       the       DET   DT  16 det
         border    border    NOUN  NN  14 obj
         .         .         PUNCT .   2  punct",
        expect![[r#"
            CHL: Chile | ~it
            PER: Peru
        "#]],
    );
}

#[test]
fn an_ambassador_is_recalled_from_a_state() {
    check(
        "Peru       Peru       PROPN NNP  2 nsubj
         recalled   recall     VERB  VBD  0 root
         its        its        PRON  PRP$ 4 nmod:poss
         ambassador ambassador NOUN  NN   2 obj
         from       from       ADP   IN   6 case
         Santiago   Santiago   PROPN NNP  4 nmod
         .          .          PUNCT .    2 punct",
        expect![[r#"
            PER: Peru | ~its
            CHL: Santiago
            ambassador from Santiago for PER: its ambassador from Santiago
        "#]],
    );
}

#[test]
fn the_forces_of_a_state_are_its_own() {
    let mut doc = conllu(
        "Oslo    Oslo    PROPN NNP 2 nsubj
         warned  warn    VERB  VBD 0 root
         the     the     DET   DT  6 det
         Peru    Peru    PROPN NNP 6 compound
         Defence Defence ADJ   NNP 6 compound
         Force   Force   PROPN NNP 2 iobj
         on      on      ADP   IN  8 case
         Monday  Monday  PROPN NNP 2 obl
         .       .       PUNCT .   2 punct",
    );
    doc.heads.names = vec![Labelled { label: "ORG", words: WordRange::new(3, 6), score: 1.0 }];
    check_document(
        &doc,
        None,
        expect![[r#"
            NOR: Oslo
            PER: Peru
        "#]],
    );
}

#[test]
fn a_side_and_the_field_of_an_office_are_no_body() {
    let mut doc = conllu(
        "Peru      Peru      PROPN NNP 3 compound
         Fisheries Fisheries PROPN NNP 3 compound
         Minister  Minister  PROPN NNP 4 nmod:desc
         Carl      Carl      PROPN NNP 6 nsubj
         Berg      Berg      PROPN NNP 4 flat
         waited    wait      VERB  VBD 0 root
         in        in        ADP   IN  8 case
         Oslo      Oslo      PROPN NNP 6 obl
         .         .         PUNCT .   6 punct",
    );
    doc.heads.names = vec![Labelled { label: "ORG", words: WordRange::new(0, 2), score: 1.0 }];
    check_document(
        &doc,
        None,
        expect![[r#"
            PER: Peru
            Carl Berg for PER: Peru Fisheries Minister Carl Berg
        "#]],
    );
}
