//! One event a line: type, status, source -> target, trigger.

use super::*;
use crate::testing::{Document, conllu};
use crate::{Actor, Mention};
use demarche_record::ActorKind;
use expect_test::{Expect, expect};

/// Actors for tests: each name that `names` lists, at its every occurrence; "Elbonia|its" has another word for it.
fn named(doc: &Document, names: &[&str]) -> Vec<Actor> {
    let view = doc.view();
    let mention = |w: usize| {
        let words = noun_phrase(&view, w);
        Mention { words, head: w as u32, span: view.span(words), coreferent: false }
    };
    let all = names.iter().map(|name| name.split('|').collect::<Vec<_>>()).map(|words| Actor {
        key: words[0].to_owned(),
        name: words[0].to_owned(),
        kind: ActorKind::State,
        wikidata: None,
        role: None,
        affiliation: None,
        mentions: (0..view.len()).filter(|&w| words.contains(&view.form(w))).map(mention).collect(),
    });
    all.collect()
}

pub(super) fn check(names: &[&str], input: &str, expect: Expect) {
    check_with(names, &conllu(input), expect, |_, _, _, _| {});
}

/// As [`check`], after `then` has changed the events.
pub(super) fn check_with(
    names: &[&str],
    doc: &Document,
    expect: Expect,
    then: impl Fn(&View, &Lexicon, &ActorIndex, &mut Vec<Event>),
) {
    let view = doc.view();
    let actors = named(doc, names);
    let index = ActorIndex::new(&actors);
    let lexicon = Lexicon::load();
    let mut found = events(&view, &lexicon, &index, &[], &[], &unscored);
    then(&view, &lexicon, &index, &mut found);
    expect.assert_eq(&shown(doc, &actors, found));
}

/// As [`check`], where the model takes every pair for `kind` with probability `p`.
pub(super) fn check_scored(names: &[&str], input: &str, kind: Plover, p: f32, expect: Expect) {
    let doc = conllu(input);
    let actors = named(&doc, names);
    let scored = |_: WordRange, _: WordRange| {
        let types = Plover::ALL.iter().map(|&k| if k == kind { p } else { 0.0 });
        Some(PairScores { none: 1.0 - p, types: types.collect() })
    };
    let (index, lexicon) = (ActorIndex::new(&actors), Lexicon::load());
    let found = events(&doc.view(), &lexicon, &index, &[], &[], &scored);
    expect.assert_eq(&shown(&doc, &actors, found));
}

/// One event a line.
fn shown(doc: &Document, actors: &[Actor], found: Vec<Event>) -> String {
    let side = |parties: &[Party]| {
        let words = parties.iter().map(|p| match p.actor {
            Some(a) => actors[a.index()].key.clone(),
            None => format!("\"{}\"", p.span.of(&doc.text)),
        });
        words.collect::<Vec<_>>().join(", ")
    };
    let mut shown = String::new();
    for e in found {
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
    shown
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
            SANCTION/discontinue Planned: Elbonia -> Ruritania | sanction
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
            REJECT Occurred: Elbonia -> "the prisoners" | will not release the prisoners
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
            ASSAULT/heavy-weapons Occurred: Ruritania -> "a village" | shelling a village
        "#]],
    );
}

#[test]
fn its_own_pact_is_suspended_with_the_other_side() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         suspended suspend   VERB  VBD 0 root
         its       its       PRON  PRP$ 4 nmod:poss
         pact      pact      NOUN  NN  2 obj
         with      with      ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | suspended its pact
        "#]],
    );
}

#[test]
fn what_is_refused_is_no_event_of_its_own() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         refused   refuse    VERB  VBD 0 root
         to        to        PART  TO  4 mark
         meet      meet      VERB  VB  2 xcomp
         Ruritania Ruritania PROPN NNP 4 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REJECT/meet Occurred: Elbonia -> Ruritania | refused
        "#]],
    );
}

#[test]
fn the_third_of_three_who_act_may_hang_below_the_second() {
    check(
        &["Elbonia", "Ruritania", "Graustark", "Zenda"],
        "Elbonia   Elbonia   PROPN NNP 6 nsubj
         ,         ,         PUNCT ,   3 punct
         Ruritania Ruritania PROPN NNP 1 conj
         and       and       CCONJ CC  5 cc
         Graustark Graustark PROPN NNP 3 conj
         condemned condemn   VERB  VBD 0 root
         Zenda     Zenda     PROPN NNP 6 obj
         .         .         PUNCT .   6 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Elbonia, Ruritania, Graustark -> Zenda | condemned
        "#]],
    );
}

#[test]
fn troops_are_moved_and_supplies_are_cut() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia     Elbonia     PROPN NNP 3 nsubj
         has         have        AUX   VBZ 3 aux
         cut         cut         VERB  VBN 0 root
         electricity electricity NOUN  NN  5 compound
         supplies    supply      NOUN  NNS 3 obj
         to          to          ADP   IN  7 case
         Ruritania   Ruritania   PROPN NNP 3 obl
         .           .           PUNCT .   3 punct

         Ruritania   Ruritania   PROPN NNP 2 nsubj
         sent        send        VERB  VBD 0 root
         500         500         NUM   CD  4 nummod
         troops      troop       NOUN  NNS 2 obj
         to          to          ADP   IN  7 case
         the         the         DET   DT  7 det
         border      border      NOUN  NN  2 obl
         .           .           PUNCT .   2 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | has cut electricity supplies
            MOBILIZE/troops Occurred: Ruritania -> "the border" | sent 500 troops to the border [500 troops]
        "#]],
    );
}

#[test]
fn nobody_is_threatened_by_what_is_to_be_closed() {
    check(
        &["Elbonia"],
        "Elbonia    Elbonia  PROPN NNP 2 nsubj
         threatened threaten VERB  VBD 0 root
         to         to       PART  TO  4 mark
         close      close    VERB  VB  2 xcomp
         the        the      DET   DT  6 det
         strait     strait   NOUN  NN  4 obj
         .          .        PUNCT .   2 punct",
        expect![[r#"
            THREATEN/restrict Occurred: Elbonia ->  | threatened
        "#]],
    );
}

#[test]
fn harm_that_is_announced_under_a_condition_is_threatened() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         will      will      AUX   MD  3 aux
         expel     expel     VERB  VB  0 root
         envoys    envoy     NOUN  NNS 3 obj
         from      from      ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 4 nmod
         if        if        SCONJ IN  9 mark
         talks     talk      NOUN  NNS 9 nsubj
         fail      fail      VERB  VBP 3 advcl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            SANCTION/expel Threatened: Elbonia -> Ruritania | will expel envoys
        "#]],
    );
}

#[test]
fn that_somebody_was_hurt_is_no_event_where_nobody_is_known() {
    check(
        &["Elbonia"],
        "Two     two    NUM  CD  2 nummod
         sailors sailor NOUN NNS 4 nsubj:pass
         were    be     AUX  VBD 4 aux:pass
         injured injure VERB VBN 0 root
         .       .      PUNCT . 4 punct",
        expect![[""]],
    );
}

#[test]
fn a_text_condemns_for_whoever_adopts_it() {
    check(
        &["Assembly", "Ruritania"],
        "The        the        DET   DT  2 det
         Assembly   Assembly   PROPN NNP 3 nsubj
         adopted    adopt      VERB  VBD 0 root
         a          a          DET   DT  5 det
         resolution resolution NOUN  NN  3 obj
         condemning condemn    VERB  VBG 5 acl
         Ruritania  Ruritania  PROPN NNP 6 obj
         .          .          PUNCT .   3 punct",
        expect![[r#"
            ACCUSE/disapprove Occurred: Assembly -> Ruritania | condemning
        "#]],
    );
}

#[test]
fn what_is_fired_into_the_sea_is_a_test() {
    check(
        &["Elbonia"],
        "Elbonia  Elbonia PROPN NNP 2 nsubj
         fired    fire    VERB  VBD 0 root
         two      two     NUM   CD  4 nummod
         missiles missile NOUN  NNS 2 obj
         into     into    ADP   IN  7 case
         the      the     DET   DT  7 det
         sea      sea     NOUN  NN  2 obl
         .        .       PUNCT .   2 punct",
        expect![[r#"
            MOBILIZE/weapons Occurred: Elbonia ->  | fired two missiles into the sea [2 missiles]
        "#]],
    );
}

#[test]
fn whose_soldiers_are_deployed_deploys_them() {
    check(
        &["Elbonian"],
        "Elbonian Elbonian ADJ  JJ  2 amod
         soldiers soldier  NOUN NNS 4 nsubj:pass
         were     be       AUX  VBD 4 aux:pass
         deployed deploy   VERB VBN 0 root
         .        .        PUNCT .  4 punct",
        expect![[r#"
            MOBILIZE/troops Occurred: Elbonian ->  | were deployed
        "#]],
    );
}

#[test]
fn who_promises_to_help_promises_it_to_who_is_helped() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         has       have      AUX   VBZ 3 aux
         agreed    agree     VERB  VBN 0 root
         to        to        PART  TO  5 mark
         lift      lift      VERB  VB  3 xcomp
         the       the       DET   DT  7 det
         blockade  blockade  NOUN  NN  5 obj
         of        of        ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 7 nmod
         .         .         PUNCT .   3 punct",
        expect![[r#"
            AGREE Occurred: Elbonia -> Ruritania | has agreed
            CONCEDE Planned: Elbonia -> Ruritania | lift the blockade
        "#]],
    );
}

#[test]
fn who_is_ready_to_send_aid_offers_it() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         is        be        AUX   VBZ 3 cop
         ready     ready     ADJ   JJ  0 root
         to        to        PART  TO  5 mark
         send      send      VERB  VB  3 xcomp
         40        40        NUM   CD  7 nummod
         tents     tent      NOUN  NNS 5 obj
         to        to        ADP   IN  9 case
         Ruritania Ruritania PROPN NNP 5 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            AGREE Occurred: Elbonia -> Ruritania | ready [40 tents]
            AID Planned: Elbonia -> Ruritania | send 40 tents [40 tents]
        "#]],
    );
}

#[test]
fn a_warning_is_dismissed_before_who_gave_it() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         warned    warn      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 obj
         .         .         PUNCT .   2 punct

         Ruritania Ruritania PROPN NNP 2 nsubj
         rejected  reject    VERB  VBD 0 root
         the       the       DET   DT  4 det
         threat    threat    NOUN  NN  2 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            THREATEN Occurred: Elbonia -> Ruritania | warned
            REJECT Occurred: Ruritania -> Elbonia | rejected the threat
        "#]],
    );
}

#[test]
fn they_who_say_what_they_will_do_are_who_says_it() {
    check(
        &["Elbonia"],
        "The      the     DET   DT  2 det
         rebels   rebel   NOUN  NNS 3 nsubj
         said     say     VERB  VBD 0 root
         they     they    PRON  PRP 6 nsubj
         will     will    AUX   MD  6 aux
         free     free    VERB  VB  3 ccomp
         envoys   envoy   NOUN  NNS 6 obj
         from     from    ADP   IN  9 case
         Elbonia  Elbonia PROPN NNP 7 nmod
         .        .       PUNCT .   3 punct",
        expect![[r#"
            RETREAT/release Planned: "The rebels" -> Elbonia | will free
        "#]],
    );
}

#[test]
fn a_maxim_tells_nothing() {
    check(
        &["Elbonia"],
        "Friends  friend   NOUN  NNS 4 nsubj
         do       do       AUX   VBP 4 aux
         not      not      PART  RB  4 advmod
         threaten threaten VERB  VB  0 root
         friends  friend   NOUN  NNS 4 obj
         .        .        PUNCT .   4 punct",
        expect![[""]],
    );
}

#[test]
fn officials_of_two_states_are_two() {
    check(
        &["Elbonian", "Ruritanian"],
        "Elbonian   Elbonian   ADJ   JJ  4 amod
         and        and        CCONJ CC  3 cc
         Ruritanian Ruritanian ADJ   JJ  1 conj
         envoys     envoy      NOUN  NNS 5 nsubj
         met        meet       VERB  VBD 0 root
         .          .          PUNCT .   5 punct",
        expect![[r#"
            CONSULT Occurred: Elbonian -> Ruritanian | met
        "#]],
    );
}

#[test]
fn a_thing_of_ones_own_and_mere_ground_are_no_targets() {
    check(
        &["Elbonia|its"],
        "Elbonia    Elbonia    PROPN NNP  2 nsubj
         suspended  suspend    VERB  VBD  0 root
         its        its        PRON  PRP$ 4 nmod:poss
         membership membership NOUN  NN   2 obj
         and        and        CCONJ CC   6 cc
         sent       send       VERB  VBD  2 conj
         two        two        NUM   CD   8 nummod
         frigates   frigate    NOUN  NNS  6 obj
         to         to         ADP   IN   11 case
         the        the        DET   DT   11 det
         area       area       NOUN  NN   6 obl
         .          .          PUNCT .    2 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia ->  | suspended its membership
            MOBILIZE/weapons Occurred: Elbonia ->  | sent two frigates [2 frigates]
        "#]],
    );
}

#[test]
fn who_imposed_a_ban_expels_behind_a_semicolon() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP  3 nsubj
         had       have      AUX   VBD  3 aux
         imposed   impose    VERB  VBN  0 root
         on        on        ADP   IN   5 case
         Ruritania Ruritania PROPN NNP  3 obl
         a         a         DET   DT   8 det
         total     total     ADJ   JJ   8 amod
         embargo   embargo   NOUN  NN   3 obj
         ;         ;         PUNCT ,    10 punct
         expelled  expel     VERB  VBD  3 parataxis
         three     three     NUM   CD   12 nummod
         envoys    envoy     NOUN  NNS  10 obj
         of        of        ADP   IN   14 case
         Ruritania Ruritania PROPN NNP  12 nmod
         .         .         PUNCT .    3 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | had imposed on Ruritania a total embargo
            SANCTION/expel Occurred: Elbonia -> Ruritania | expelled three envoys [3 envoys]
        "#]],
    );
}

#[test]
fn whose_minister_acts_for_the_antecedent() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP  9 nsubj
         ,         ,         PUNCT ,    6 punct
         whose     whose     PRON  WP$  4 nmod:poss
         minister  minister  NOUN  NN   6 nsubj
         had       have      AUX   VBD  6 aux
         visited   visit     VERB  VBN  1 acl:relcl
         Ruritania Ruritania PROPN NNP  6 obj
         ,         ,         PUNCT ,    6 punct
         waited    wait      VERB  VBD  0 root
         .         .         PUNCT .    9 punct",
        expect![[r#"
            CONSULT/visit Occurred: Elbonia -> Ruritania | had visited
        "#]],
    );
}

#[test]
fn trade_that_is_stopped_is_a_sanction() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         has       have      AUX   VBZ 3 aux
         stopped   stop      VERB  VBN 0 root
         buying    buy       VERB  VBG 3 xcomp
         gas       gas       NOUN  NN  4 obj
         from      from      ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 4 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            SANCTION/discontinue Occurred: Elbonia -> Ruritania | stopped buying gas from
        "#]],
    );
}

#[test]
fn the_ambassador_who_is_expelled_is_not_ones_own() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia    Elbonia    PROPN NNP 2 nsubj
         recalled   recall     VERB  VBD 0 root
         staff      staff      NOUN  NN  2 obj
         after      after      SCONJ IN  6 mark
         Ruritania  Ruritania  PROPN NNP 6 nsubj
         expelled   expel      VERB  VBD 2 advcl
         its        its        PRON  PRP$ 8 nmod:poss
         ambassador ambassador NOUN  NN  6 obj
         .          .          PUNCT .   2 punct",
        expect![[r#"
            SANCTION/withdraw Occurred: Elbonia ->  | recalled staff
            SANCTION/expel Occurred: Ruritania -> Elbonia | expelled its ambassador
        "#]],
    );
}
