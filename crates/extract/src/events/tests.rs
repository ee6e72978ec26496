//! One event a line: type, status, source -> target, trigger.

use super::*;
use crate::testing::{Document, conllu};
use crate::{Actor, Mention};
use demarche_record::ActorKind;
use expect_test::{Expect, expect};

/// Actors for tests: each name that `names` lists, at its every occurrence.
fn named(doc: &Document, names: &[&str]) -> Vec<Actor> {
    let view = doc.view();
    let mention = |w: usize| {
        let words = noun_phrase(&view, w);
        Mention { words, head: w as u32, span: view.span(words), coreferent: false }
    };
    let all = names.iter().map(|name| Actor {
        key: (*name).to_owned(),
        name: (*name).to_owned(),
        kind: ActorKind::State,
        wikidata: None,
        role: None,
        affiliation: None,
        mentions: (0..view.len()).filter(|&w| view.form(w) == *name).map(mention).collect(),
    });
    all.collect()
}

fn check(names: &[&str], input: &str, expect: Expect) {
    let doc = conllu(input);
    let view = doc.view();
    let actors = named(&doc, names);
    let index = ActorIndex::new(&actors);
    let lexicon = Lexicon::load();
    let side = |parties: &[Party]| {
        let words = parties.iter().map(|p| match p.actor {
            Some(a) => actors[a.index()].key.clone(),
            None => format!("\"{}\"", p.span.of(&doc.text)),
        });
        words.collect::<Vec<_>>().join(", ")
    };
    let mut shown = String::new();
    for e in events(&view, &lexicon, &index, &[], &[], &unscored) {
        let number = e.magnitude.as_ref().map_or(String::new(), |m| {
            format!(
                " [{}{} {}]",
                if m.approximate { "~" } else { "" },
                m.value,
                m.unit.map_or("", |u| u.of(&doc.text))
            )
        });
        let mode = e.mode.map_or(String::new(), |m| format!("/{m}"));
        let (source, target, trigger) = (side(&e.source), side(&e.target), e.trigger.of(&doc.text));
        shown +=
            &format!("{}{mode} {:?}: {source} -> {target} | {trigger}{number}\n", e.kind.name(), e.status);
    }
    expect.assert_eq(&shown);
}

#[test]
fn a_passive_with_its_agent_and_a_number() {
    check(
        &["Elbonia", "Ruritania"],
        "Some      some      DET   DT   3 advmod
         40        40        NUM   CD   3 nummod
         ships     ship      NOUN  NNS  6 nsubj:pass
         have      have      AUX   VBP  6 aux
         been      be        AUX   VBN  6 aux:pass
         deployed  deploy    VERB  VBN  0 root
         by        by        ADP   IN   8 case
         Elbonia   Elbonia   PROPN NNP  6 obl:agent
         near      near      ADP   IN   10 case
         Ruritania Ruritania PROPN NNP  6 obl
         .         .         PUNCT .    6 punct",
        expect![[r#"
            MOBILIZE/weapons Occurred: Elbonia -> Ruritania | have been deployed [40 ships]
        "#]],
    );
}

#[test]
fn what_is_demanded_is_an_act_that_has_not_happened() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         demanded  demand    VERB  VBD 0 root
         that      that      SCONJ IN  5 mark
         Ruritania Ruritania PROPN NNP 5 nsubj
         withdraw  withdraw  VERB  VB  2 ccomp
         its       its       PRON  PRP$ 7 nmod:poss
         troops    troop     NOUN  NNS 5 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> Ruritania | demanded
            RETREAT/withdraw Demanded: Ruritania ->  | withdraw its troops
        "#]],
    );
}

#[test]
fn a_relative_clause_with_a_passive_participle_names_who_demands() {
    check(
        &["Elbonia"],
        "They     they     PRON  PRP 2 nsubj
         read     read     VERB  VBD 0 root
         the      the      DET   DT  4 det
         terms    term     NOUN  NNS 2 obj
         demanded demand   VERB  VBN 4 acl
         by       by       ADP   IN  7 case
         Elbonia  Elbonia  PROPN NNP 5 obl:agent
         .        .        PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia ->  | demanded
        "#]],
    );
}

#[test]
fn a_bare_said_is_no_event_and_a_plan_is_planned() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         said      say       VERB  VBD 0 root
         it        it        PRON  PRP 4 nsubj
         planned   plan      VERB  VBD 2 ccomp
         to        to        PART  TO  6 mark
         sanction  sanction  VERB  VB  4 xcomp
         Ruritania Ruritania PROPN NNP 6 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            SANCTION/discontinue Planned:  -> Ruritania | sanction
        "#]],
    );
}

#[test]
fn a_light_verb_leaves_the_act_to_its_noun() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         may       may       AUX   MD  3 aux
         impose    impose    VERB  VB  0 root
         sanctions sanction  NOUN  NNS 3 obj
         on        on        ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            SANCTION/discontinue Hypothetical: Elbonia -> Ruritania | may impose sanctions
        "#]],
    );
}

#[test]
fn will_not_release_is_a_refusal() {
    check(
        &["Elbonia"],
        "Elbonia   Elbonia  PROPN NNP 4 nsubj
         will      will     AUX   MD  4 aux
         not       not      PART  RB  4 advmod
         release   release  VERB  VB  0 root
         the       the      DET   DT  6 det
         prisoners prisoner NOUN  NNS 4 obj
         .         .        PUNCT .   4 punct",
        expect![[r#"
            REJECT Occurred: Elbonia -> "the prisoners" | will not release
        "#]],
    );
}

#[test]
fn who_is_accused_of_it_did_it() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         accused   accuse    VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         of        of        SCONJ IN  5 mark
         shelling  shell     VERB  VBG 2 advcl
         a         a         DET   DT  7 det
         village   village   NOUN  NN  5 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            ACCUSE/allege Occurred: Elbonia -> Ruritania | accused
            ASSAULT/heavy-weapons Occurred: Ruritania -> "a village" | shelling
        "#]],
    );
}
