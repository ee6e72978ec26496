//! One meeting a line: status, day, parties, forum, place, format; then its places in the text.

use super::*;
use crate::testing::conllu;
use crate::{Actor, Mention};
use demarche_base::WordRange;
use demarche_record::{ActorKind, TimexType};
use expect_test::{Expect, expect};

/// Reads `input` with an actor for each of `names` and a day for each of `days`, wherever these words stand.
pub(super) fn check(names: &[&str], days: &[(&str, &str)], input: &str, expect: Expect) {
    let doc = conllu(input);
    let view = doc.view();
    let at = |word: &str| -> Vec<usize> { (0..view.len()).filter(|&w| view.form(w) == word).collect() };
    // "Peru|PER": the word, and the key of whom it names. The League is a body of states.
    let actors: Vec<Actor> = names
        .iter()
        .map(|name| name.split_once('|').unwrap_or((name, name)))
        .map(|(name, key)| Actor {
            key: key.to_owned(),
            name: name.to_owned(),
            kind: if name == "League" { ActorKind::Igo } else { ActorKind::State },
            wikidata: None,
            role: None,
            affiliation: None,
            mentions: at(name)
                .into_iter()
                .map(|w| {
                    let words = noun_phrase(&view, w);
                    Mention { words, head: w as u32, span: view.span(words), coreferent: false }
                })
                .collect(),
        })
        .collect();
    let mut timexes: Vec<Timex> = days
        .iter()
        .flat_map(|(word, value)| at(word).into_iter().map(move |w| (w, *value)))
        .map(|(w, value)| Timex {
            kind: TimexType::Date,
            value: value.to_owned(),
            candidates: Vec::new(),
            words: WordRange::new(w, w + 1),
            span: view.layout.words[w].span,
            found_by: "test",
        })
        .collect();
    timexes.sort_by_key(|t| t.words);
    let index = ActorIndex::new(&actors);
    let mut shown = String::new();
    for m in meetings(&view, &Lexicon::load(), &index, &timexes, &[]) {
        let parties: Vec<&str> = m.parties.iter().filter_map(|p| p.actor).map(|a| index.key(a)).collect();
        let words = |s: Option<demarche_base::ByteSpan>| s.map_or("-", |s| s.of(&doc.text)).to_owned();
        let spans: Vec<&str> = m.spans.iter().map(|s| s.of(&doc.text)).collect();
        shown += &format!(
            "{:?} {} {} | {} | {} | {} <- {}{}\n",
            m.status,
            m.start.as_deref().unwrap_or("-"),
            parties.join(", "),
            words(m.forum),
            words(m.place),
            words(m.format),
            spans.join("; "),
            m.after.map_or(String::new(), |a| format!(" after {}", a.0)),
        );
    }
    expect.assert_eq(&shown);
}

#[test]
fn two_mentions_of_one_meeting_are_one_item_and_the_dinner_is_another() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2031-05-05"), ("tonight", "2031-05-04"), ("tomorrow", "2031-05-05")],
        "Elbonia   Elbonia   PROPN NNP 5 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         will      will      AUX   MD  5 aux
         hold      hold      VERB  VB  0 root
         talks     talk      NOUN  NNS 5 obj
         in        in        ADP   IN  8 case
         Oslo      Oslo      PROPN NNP 5 obl
         on        on        ADP   IN  10 case
         Monday    Monday    PROPN NNP 5 obl
         .         .         PUNCT .   5 punct

         They      they      PRON  PRP 3 nsubj
         will      will      AUX   MD  3 aux
         meet      meet      VERB  VB  0 root
         tonight   tonight   NOUN  NN  3 obl:tmod
         for       for       ADP   IN  8 case
         a         a         DET   DT  8 det
         working   work      VERB  VBG 8 amod
         dinner    dinner    NOUN  NN  3 obl
         ,         ,         PUNCT ,   14 punct
         but       but       CCONJ CC  14 cc
         the       the       DET   DT  12 det
         talks     talk      NOUN  NNS 14 nsubj:pass
         are       be        AUX   VBP 14 aux:pass
         scheduled schedule  VERB  VBN 3 conj
         for       for       ADP   IN  16 case
         tomorrow  tomorrow  NOUN  NN  14 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Planned 2031-05-05 Elbonia, Ruritania | - | Oslo | talks <- will hold talks; the talks
            Planned 2031-05-04 Elbonia, Ruritania | - | - | working dinner <- will meet tonight for a working dinner
        "#]],
    );
}

#[test]
fn a_forum_and_what_it_follows() {
    check(
        &["Elbonia", "Ruritania", "Union"],
        &[],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         held      hold      VERB  VBD 0 root
         talks     talk      NOUN  NNS 2 obj
         with      with      ADP   IN  5 case
         Ruritania Ruritania PROPN NNP 3 nmod
         ,         ,         PUNCT ,   10 punct
         which     which     PRON  WDT 10 nsubj:pass
         will      will      AUX   MD  10 aux
         be        be        AUX   VB  10 aux:pass
         followed  follow    VERB  VBN 3 acl:relcl
         by        by        ADP   IN  13 case
         a         a         DET   DT  13 det
         meeting   meeting   NOUN  NN  10 obl
         of        of        ADP   IN  17 case
         the       the       DET   DT  17 det
         Coastal   coastal   PROPN NNP 17 compound
         Union     Union     PROPN NNP 13 nmod
         in        in        ADP   IN  19 case
         Riga      Riga      PROPN NNP 13 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Occurred - Elbonia, Ruritania | - | - | talks <- held talks with Ruritania
            Planned - Union | the Coastal Union | Riga | meeting <- a meeting of the Coastal Union in Riga after 0
        "#]],
    );
}

#[test]
fn a_figure_of_speech_is_no_meeting() {
    check(
        &["Elbonia"],
        &[],
        "Elbonia  Elbonia  PROPN NNP 2 nsubj
         met      meet     VERB  VBD 0 root
         the      the      DET   DT  4 det
         deadline deadline NOUN  NN  2 obj
         after    after    ADP   IN  7 case
         a        a        DET   DT  7 det
         call     call     NOUN  NN  2 obl
         for      for      ADP   IN  9 case
         calm     calm     NOUN  NN  7 nmod
         .        .        PUNCT .   2 punct",
        expect![[""]],
    );
}

#[test]
fn who_travels_for_talks_meets_and_who_hosts_talks_is_there() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Sunday", "2031-05-04"), ("Friday", "2031-05-09")],
        "Elbonia   Elbonia   PROPN NNP 3 nsubj
         will      will      AUX   MD  3 aux
         travel    travel    VERB  VB  0 root
         to        to        ADP   IN  5 case
         Riga      Riga      PROPN NNP 3 obl
         on        on        ADP   IN  7 case
         Sunday    Sunday    PROPN NNP 3 obl
         for       for       ADP   IN  9 case
         talks     talk      NOUN  NNS 3 obl
         with      with      ADP   IN  11 case
         Ruritania Ruritania PROPN NNP 9 nmod
         .         .         PUNCT .   3 punct

         Elbonia   Elbonia   PROPN NNP 3 nsubj
         will      will      AUX   MD  3 aux
         host      host      VERB  VB  0 root
         talks     talk      NOUN  NNS 3 obj
         in        in        ADP   IN  6 case
         Oslo      Oslo      PROPN NNP 4 nmod
         on        on        ADP   IN  8 case
         Friday    Friday    PROPN NNP 3 obl
         .         .         PUNCT .   3 punct",
        expect![[r#"
            Planned 2031-05-04 Elbonia, Ruritania | - | Riga | talks <- will travel to Riga on Sunday for talks with Ruritania
            Planned 2031-05-09 Elbonia | - | Oslo | talks <- will host talks in Oslo
        "#]],
    );
}

#[test]
fn a_body_that_debates_on_a_day_meets() {
    check(
        &["Council"],
        &[("Thursday", "2031-05-08")],
        "The      the      DET   DT  2 det
         Council  Council  PROPN NNP 4 nsubj
         will     will     AUX   MD  4 aux
         discuss  discuss  VERB  VB  0 root
         the      the      DET   DT  6 det
         dispute  dispute  NOUN  NN  4 obj
         on       on       ADP   IN  8 case
         Thursday Thursday PROPN NNP 4 obl
         .        .        PUNCT .   4 punct",
        expect![[r#"
            Planned 2031-05-08 Council | The Council | - | - <- will discuss the dispute
        "#]],
    );
}

#[test]
fn talks_that_are_offered_are_none_and_cancelled_ones_are_denied() {
    check(
        &["Elbonia", "Ruritania"],
        &[],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         offered   offer     VERB  VBD 0 root
         to        to        PART  TO  4 mark
         hold      hold      VERB  VB  2 xcomp
         talks     talk      NOUN  NNS 4 obj
         with      with      ADP   IN  7 case
         Ruritania Ruritania PROPN NNP 5 nmod
         .         .         PUNCT .   2 punct

         Ruritania Ruritania PROPN NNP 2 nsubj
         cancelled cancel    VERB  VBD 0 root
         a         a         DET   DT  4 det
         meeting   meeting   NOUN  NN  2 obj
         with      with      ADP   IN  6 case
         Elbonia   Elbonia   PROPN NNP 4 nmod
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Denied - Ruritania, Elbonia | - | - | meeting <- cancelled a meeting with Elbonia
        "#]],
    );
}

#[test]
fn a_call_by_telephone() {
    check(
        &["Elbonia", "Ruritania"],
        &[],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         spoke     speak     VERB  VBD 0 root
         by        by        ADP   IN  4 case
         telephone telephone NOUN  NN  2 obl
         with      with      ADP   IN  6 case
         Ruritania Ruritania PROPN NNP 2 obl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            Occurred - Elbonia, Ruritania | - | - | telephone <- spoke
        "#]],
    );
}

#[test]
fn a_body_is_convened_where_and_when_both_are_said() {
    check(
        &["Elbonia"],
        &[("Monday", "2031-03-03")],
        "Elbonia    Elbonia    PROPN NNP 3 nsubj
         will       will       AUX   MD  3 aux
         convene    convene    VERB  VB  0 root
         the        the        DET   DT  6 det
         Border     Border     PROPN NNP 6 compound
         Commission Commission PROPN NNP 3 obj
         in         in         ADP   IN  8 case
         Lima       Lima       PROPN NNP 3 obl
         on         on         ADP   IN  10 case
         Monday     Monday     PROPN NNP 3 obl
         .          .          PUNCT .   3 punct",
        expect![[r#"
            Planned 2031-03-03  | the Border Commission | Lima | - <- will convene the Border Commission
        "#]],
    );
}

#[test]
fn envoys_of_those_who_are_listed_meet() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2031-03-03")],
        "Monday     Monday    PROPN NNP 0 root
         :          :         PUNCT :   1 punct
         Envoys     envoy     NOUN  NNS 9 nsubj
         of         of        ADP   IN  5 case
         guarantors guarantor NOUN  NNS 3 nmod
         Elbonia    Elbonia   PROPN NNP 5 appos
         and        and       CCONJ CC  8 cc
         Ruritania  Ruritania PROPN NNP 6 conj
         met        meet      VERB  VBD 1 parataxis
         in         in        ADP   IN  11 case
         Lima       Lima      PROPN NNP 9 obl
         .          .         PUNCT .   1 punct",
        expect![[r#"
            Occurred 2031-03-03 Elbonia, Ruritania | - | Lima | - <- met
        "#]],
    );
}

#[test]
fn those_who_agree_on_the_next_round_hold_it() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2021-06-14")],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         agreed    agree     VERB  VBD 0 root
         that      that      SCONJ IN  9 mark
         the       the       DET   DT  8 det
         second    second    ADJ   JJ  8 amod
         round     round     NOUN  NN  10 nsubj
         will      will      AUX   MD  10 aux
         take      take      VERB  VB  4 ccomp
         place     place     NOUN  NN  10 obj
         in        in        ADP   IN  13 case
         Oslo      Oslo      PROPN NNP 10 obl
         on        on        ADP   IN  15 case
         Monday    Monday    PROPN NNP 10 obl
         .         .         PUNCT .   4 punct",
        expect![[r#"
            Planned 2021-06-14 Elbonia, Ruritania | - | Oslo | round <- the second round
        "#]],
    );
}

#[test]
fn who_speaks_after_talks_was_there() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2024-03-11")],
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         spoke     speak     VERB  VBD 0  root
         of        of        ADP   IN  4  case
         progress  progress  NOUN  NN  2  obl
         after     after     ADP   IN  6  case
         talks     talk      NOUN  NNS 2  obl
         with      with      ADP   IN  8  case
         Ruritania Ruritania PROPN NNP 6  nmod
         on        on        ADP   IN  10 case
         Monday    Monday    PROPN NNP 6  nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Occurred 2024-03-11 Elbonia, Ruritania | - | - | talks <- talks with Ruritania on Monday
        "#]],
    );
}

#[test]
fn a_visit_by_an_envoy_meets_who_acts_after_it() {
    check(
        &["Elbonia", "Ruritania"],
        &[],
        "Elbonia   Elbonia   PROPN NNP 2  nsubj
         released  release   VERB  VBD 0  root
         two       two       NUM   CD  4  nummod
         prisoners prisoner  NOUN  NNS 2  obj
         after     after     ADP   IN  7  case
         a         a         DET   DT  7  det
         visit     visit     NOUN  NN  2  obl
         by        by        ADP   IN  10 case
         an        a         DET   DT  10 det
         envoy     envoy     NOUN  NN  7  nmod
         of        of        ADP   IN  12 case
         Ruritania Ruritania PROPN NNP 10 nmod
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Occurred - Ruritania, Elbonia | - | - | visit <- a visit by an envoy of Ruritania
        "#]],
    );
}

#[test]
fn joined_sides_meet() {
    check(
        &["Elbonia", "Ruritania"],
        &[],
        "Elbonia   Elbonia   PROPN NNP 6  nsubj
         and       and       CCONJ CC  5  cc
         the       the       DET   DT  5  det
         Ruritania Ruritania PROPN NNP 5  compound
         rebels    rebel     NOUN  NNS 1  conj
         resumed   resume    VERB  VBD 0  root
         peace     peace     NOUN  NN  8  compound
         talks     talk      NOUN  NNS 6  obj
         in        in        ADP   IN  10 case
         Oslo      Oslo      PROPN NNP 8  nmod
         .         .         PUNCT .   6  punct",
        expect![[r#"
            Occurred - Elbonia, Ruritania | - | Oslo | peace talks <- resumed peace talks in Oslo
        "#]],
    );
}

#[test]
fn who_is_invited_to_talks_meets() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2023-03-06")],
        "The       the       DET   DT  2  det
         president president NOUN  NN  3  nsubj
         invited   invite    VERB  VBD 0  root
         Elbonia   Elbonia   PROPN NNP 3  obj
         and       and       CCONJ CC  6  cc
         Ruritania Ruritania PROPN NNP 4  conj
         to        to        ADP   IN  8  case
         Lima      Lima      PROPN NNP 3  obl
         for       for       ADP   IN  10 case
         talks     talk      NOUN  NNS 3  obl
         on        on        ADP   IN  12 case
         Monday    Monday    PROPN NNP 10 nmod
         .         .         PUNCT .   3  punct",
        expect![[r#"
            Planned 2023-03-06 Elbonia, Ruritania | - | Lima | talks <- talks on Monday
        "#]],
    );
}

#[test]
fn talks_that_are_scheduled_lie_ahead() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2023-03-06")],
        "Talks     talk      NOUN  NNS 7  nsubj:pass
         between   between   ADP   IN  3  case
         Elbonia   Elbonia   PROPN NNP 1  nmod
         and       and       CCONJ CC  5  cc
         Ruritania Ruritania PROPN NNP 3  conj
         are       be        AUX   VBP 7  aux:pass
         scheduled schedule  VERB  VBN 0  root
         for       for       ADP   IN  9  case
         Monday    Monday    PROPN NNP 7  obl
         in        in        ADP   IN  11 case
         Lima      Lima      PROPN NNP 7  obl
         .         .         PUNCT .   7  punct",
        expect![[r#"
            Planned 2023-03-06 Elbonia, Ruritania | - | Lima | Talks <- Talks between Elbonia and Ruritania
        "#]],
    );
}

#[test]
fn who_sits_down_meets() {
    check(
        &["Elbonia", "Ruritania"],
        &[("Monday", "2023-03-06")],
        "Negotiators Negotiators PROPN NNP 6  nsubj
         from        from        ADP   IN  3  case
         Elbonia     Elbonia     PROPN NNP 1  nmod
         and         and         CCONJ CC  5  cc
         Ruritania   Ruritania   PROPN NNP 3  conj
         sat         sit         VERB  VBD 0  root
         down        down        ADP   RP  6  compound:prt
         in          in          ADP   IN  9  case
         Lima        Lima        PROPN NNP 6  obl
         on          on          ADP   IN  11 case
         Monday      Monday      PROPN NNP 6  obl
         .           .           PUNCT .   6  punct",
        expect![[r#"
            Occurred 2023-03-06 Elbonia | - | Lima | - <- sat
        "#]],
    );
}

#[test]
fn a_meeting_that_is_called_lies_ahead() {
    check(
        &["Elbonia"],
        &[("Monday", "2023-03-06")],
        "Elbonia Elbonia PROPN NNP 3 nsubj
         has     have    AUX   VBZ 3 aux
         called  call    VERB  VBN 0 root
         a       a       DET   DT  5 det
         meeting meeting NOUN  NN  3 obj
         in      in      ADP   IN  7 case
         Jakarta Jakarta PROPN NNP 5 nmod
         on      on      ADP   IN  9 case
         Monday  Monday  PROPN NNP 5 nmod
         .       .       PUNCT .   3 punct",
        expect![[r#"
            Planned 2023-03-06 Elbonia | - | Jakarta | meeting <- has called a meeting in Jakarta on Monday
        "#]],
    );
}
