//! Who says what in small sentences of our own.

use super::attributions;
use crate::actors::ActorIndex;
use crate::heads::Labelled;
use crate::testing::{Document, conllu};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;

/// Each attribution as "source | cue | content | mode | stance".
pub(super) fn check(input: &str, expect: &[&str]) {
    check_document(&conllu(input), expect);
}

/// Lets the heads hear one attribution: its cue and its content, as ranges of words.
pub(super) fn hear(doc: &mut Document, cue: (usize, usize), content: (usize, usize)) {
    let label = |label, (from, to)| Labelled { label, words: WordRange::new(from, to), score: 1.0 };
    let words = doc.layout.words.len();
    let roles = &mut doc.heads.roles;
    roles.cues = vec![label("CUE", cue)];
    roles.contents = vec![label("CONTENT", content)];
    roles.cue_source = vec![None];
    roles.content_cue = vec![None; words];
    roles.content_cue_score = vec![1.0; words];
    roles.content_cue[content.0..content.1].fill(Some(cue.0 as u32));
}

pub(super) fn check_document(doc: &Document, expect: &[&str]) {
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
fn what_follows_a_cue_after_its_statement_tells_of_the_saying() {
    check(
        "A          a          DET    DT    2   det
         drone      drone      NOUN   NN    3   nsubj
         hit        hit        VERB   VBD   9   ccomp
         the        the        DET    DT    5   det
         convoy     convoy     NOUN   NN    3   obj
         ,          ,          PUNCT  ,     9   punct
         its        its        PRON   PRP$  8   nmod:poss
         spokesman  spokesman  NOUN   NN    9   nsubj
         said       say        VERB   VBD   0   root
         on         on         ADP    IN    11  case
         Friday     Friday     PROPN  NNP   18  obl
         ,          ,          PUNCT  ,     14  punct
         two        two        NUM    CD    14  nummod
         days       day        NOUN   NNS   11  nmod:unmarked
         after      after      ADP    IN    18  mark
         the        the        DET    DT    17  det
         truce      truce      NOUN   NN    18  nsubj
         took       take       VERB   VBD   3   advcl
         effect     effect     NOUN   NN    18  obj
         .          .          PUNCT  .     9   punct",
        &["its spokesman | said | A drone hit the convoy | indirect | asserts"],
    );
}

#[test]
fn a_past_form_after_would_goes_on_with_the_reporting_verb() {
    check(
        "Oslo     Oslo    PROPN  NNP  2   nsubj
         said     say     VERB   VBD  0   root
         the      the     DET    DT   4   det
         gate     gate    NOUN   NN   6   nsubj
         would    would   AUX    MD   6   aux
         close    close   VERB   VB   2   ccomp
         and      and     CCONJ  CC   8   cc
         accused  accuse  VERB   VBD  6   conj
         Lima     Lima    PROPN  NNP  8   obj
         of       of      ADP    IN   11  case
         theft    theft   NOUN   NN   8   obl
         .        .       PUNCT  .    2   punct",
        &[
            "Oslo | said | the gate would close | indirect | asserts",
            "Oslo | accused | Lima of theft | indirect | asserts",
        ],
    );
}

#[test]
fn who_is_quoted_as_saying_says_it() {
    check(
        "Minister  Minister  PROPN  NNP  2   nmod:desc
         Horak     Horak     PROPN  NNP  4   nsubj:pass
         was       be        AUX    VBD  4   aux:pass
         quoted    quote     VERB   VBN  0   root
         as        as        SCONJ  IN   6   mark
         saying    say       VERB   VBG  4   advcl
         that      that      SCONJ  IN   11  mark
         the       the       DET    DT   9   det
         brigade   brigade   NOUN   NN   11  nsubj
         would     would     AUX    MD   11  aux
         withdraw  withdraw  VERB   VB   6   ccomp
         .         .         PUNCT  .    4   punct",
        &["Minister Horak | was quoted as saying | that the brigade would withdraw | indirect | asserts"],
    );
}

#[test]
fn several_informants_after_a_clause() {
    check(
        "Guards     guard     NOUN   NNS  2   nsubj
         fled       flee      VERB   VBD  10  ccomp
         the        the       DET    DT   4   det
         town       town      NOUN   NN   2   obj
         ,          ,         PUNCT  ,    10  punct
         residents  resident  NOUN   NNS  2   nsubj
         and        and       CCONJ  CC   9   cc
         a          a         DET    DT   9   det
         nurse      nurse     NOUN   NN   6   conj
         said       say       VERB   VBD  0   root
         .          .         PUNCT  .    10  punct",
        &["residents and a nurse | said | Guards fled the town | indirect | asserts"],
    );
}

#[test]
fn what_nobody_confirms_and_what_is_yet_to_be_discussed_is_not_said() {
    check(
        "Neither  neither  DET    DT  2  det
         side     side     NOUN   NN  4  nsubj
         would    would    AUX    MD  4  aux
         confirm  confirm  VERB   VB  0  root
         the      the      DET    DT  6  det
         report   report   NOUN   NN  4  obj
         .        .        PUNCT  .   4  punct

         Oslo     Oslo     PROPN  NNP 3  nsubj
         will     will     AUX    MD  3  aux
         discuss  discuss  VERB   VB  0  root
         the      the      DET    DT  5  det
         row      row      NOUN   NN  3  obj
         .        .        PUNCT  .   3  punct",
        &[],
    );
}

#[test]
fn what_the_reporter_adds_after_a_quotation_is_not_said() {
    check(
        "Oslo     Oslo    PROPN NNP 2 nsubj
         warned   warn    VERB  VBD 0 root
         that     that    SCONJ IN  7 mark
         it       it      PRON  PRP 7 nsubj
         was      be      AUX   VBD 7 cop
         \"        \"       PUNCT ``  7 punct
         theft    theft   NOUN  NN  2 ccomp
         \"        \"       PUNCT ''  7 punct
         ,        ,       PUNCT ,   10 punct
         raising  raise   VERB  VBG 7 advcl
         tension  tension NOUN  NN  10 obj
         .        .       PUNCT .   2 punct",
        &["Oslo | warned | that it was \"theft\" | mixed | warns"],
    );
}

#[test]
fn a_sentence_that_shows_a_person_introduces_the_quotation_behind_it() {
    check(
        "The       the       DET   DT  2 det
         general   general   NOUN  NN  4 nsubj
         was       be        AUX   VBD 4 cop
         defiant   defiant   ADJ   JJ  0 root
         .         .         PUNCT .   4 punct

         \"        \"         PUNCT ``  4 punct
         We        we        PRON  PRP 4 nsubj
         will      will      AUX   MD  4 aux
         stay      stay      VERB  VB  0 root
         here      here      ADV   RB  4 advmod
         .         .         PUNCT .   4 punct
         \"        \"         PUNCT ''  4 punct",
        &["The general | was defiant | \"We will stay here.\" | direct | asserts"],
    );
}

/// As [`check`], with the paragraphs of `text` as the layout finds them and no syntax but the tags given.
fn check_tagged(text: &str, verbs: &[&str], expect: &[&str]) {
    let layout = demarche_text::layout(text);
    let word = |w: &demarche_text::Word| {
        let verb = verbs.contains(&w.span.of(text));
        let punct = !w.span.of(text).contains(char::is_alphanumeric);
        let upos = if punct {
            "PUNCT"
        } else if verb {
            "VERB"
        } else {
            "NOUN"
        };
        demarche_syntax::Tagged { upos, xpos: "X", lemma: String::new(), head: None, deprel: "dep" }
    };
    let syntax =
        demarche_syntax::Syntax { words: layout.words.iter().map(word).collect(), ..Default::default() };
    let heads = crate::heads::Heads::default();
    let view = crate::View::new(text, &layout, &syntax, &heads);
    let found = attributions(&view, &Lexicon::load(), &ActorIndex::default(), &[]);
    let part = |spans: &[demarche_base::ByteSpan]| {
        spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" ... ")
    };
    let lines: Vec<String> = found
        .iter()
        .map(|a| format!("{} | {} | {:?}", part(&a.source), part(&a.content), a.mode).replace('\n', " "))
        .collect();
    assert_eq!(lines, expect);
}

#[test]
fn a_headline_names_its_source_before_a_colon_or_after_a_dash() {
    let below = "\n\nThe ministry of Peru gave no details of the affair on Monday.";
    check_tagged(
        &format!("Minister: we will not yield{below}"),
        &["will", "yield", "gave"],
        &["Minister | we will not yield | Indirect"],
    );
    check_tagged(
        &format!("Army bombed market - witnesses{below}"),
        &["bombed", "gave"],
        &["witnesses | Army bombed market | Indirect"],
    );
    check_tagged(&format!("Bridge of sighs: ministers meet again{below}"), &["meet", "gave"], &[]);
}

#[test]
fn turns_are_quoted_without_marks() {
    check_tagged(
        "Q: Will you go?\nOKELLO: We shall.\nQ: When?\nOKELLO: On Monday.",
        &["go"],
        &[
            "Q | Will you go? | Direct",
            "OKELLO | We shall. | Direct",
            "Q | When? | Direct",
            "OKELLO | On Monday. | Direct",
        ],
    );
}

#[test]
fn a_text_without_words_has_no_attributions() {
    check("", &[]);
}

#[test]
fn a_chairs_courtesies_are_no_statements() {
    let doc = conllu(
        "Quito  Quito PROPN NNP 2 nsubj
         waits  wait  VERB  VBZ 0 root
         .      .     PUNCT .   2 punct",
    );
    let view = doc.view();
    let lexicon = Lexicon::load();
    let all = [WordRange::new(0, view.len())];
    assert!(super::quoted::is_courtesy(&view, &lexicon, &all));
    let doc = conllu(
        "The    the    DET   DT  2 det
         army   army   NOUN  NN  4 nsubj
         has    have   AUX   VBZ 4 aux
         left   leave  VERB  VBN 0 root
         Quito  Quito  PROPN NNP 4 obj
         .      .      PUNCT .   4 punct",
    );
    let view = doc.view();
    let all = [WordRange::new(0, view.len())];
    assert!(!super::quoted::is_courtesy(&view, &lexicon, &all));
}

#[test]
fn on_which_terms_somebody_speaks_is_not_said() {
    check(
        "Berg  Berg  PROPN NNP 2 nsubj
         asked ask   VERB  VBD 0 root
         not   not   PART  RB  6 advmod
         to    to    PART  TO  6 mark
         be    be    AUX   VB  6 aux:pass
         named name  VERB  VBN 2 xcomp
         .     .     PUNCT .   2 punct",
        &[],
    );
}

#[test]
fn speech_after_a_colon_needs_no_marks() {
    check(
        "Berg  Berg PROPN NNP 2 nsubj
         said  say  VERB  VBD 0 root
         :     :    PUNCT :   6 punct
         we    we   PRON  PRP 6 nsubj
         will  will AUX   MD  6 aux
         wait  wait VERB  VB  2 ccomp
         .     .    PUNCT .   2 punct",
        &["Berg | said | we will wait | direct | asserts"],
    );
}

#[test]
fn the_agency_that_quotes_somebody_is_the_venue() {
    let mut doc = conllu(
        "Berg    Berg    PROPN NNP 3 nsubj:pass
         was     be      AUX   VBD 3 aux:pass
         quoted  quote   VERB  VBN 0 root
         by      by      ADP   IN  6 case
         the     the     DET   DT  6 det
         agency  agency  NOUN  NN  3 obl:agent
         Tidende Tidende PROPN NNP 6 appos
         :       :       PUNCT :   10 punct
         \"      \"      PUNCT `` 10 punct
         We      we      PRON  PRP 12 nsubj
         will    will    AUX   MD  12 aux
         wait    wait    VERB  VB  3 ccomp
         .       .       PUNCT .   12 punct
         \"      \"      PUNCT ''  12 punct",
    );
    hear(&mut doc, (2, 3), (8, 14));
    doc.heads.roles.sources = vec![Labelled { label: "SOURCE", words: WordRange::new(4, 7), score: 1.0 }];
    doc.heads.roles.cue_source = vec![Some(4)];
    let found = attributions(&doc.view(), &Lexicon::load(), &ActorIndex::default(), &[]);
    let [said] = &found[..] else { panic!("{found:?}") };
    assert_eq!(said.source[0].of(&doc.text), "Berg");
    assert_eq!(said.venue.map(|v| v.of(&doc.text)), Some("the agency Tidende"));
}

#[test]
fn a_content_begins_at_its_that() {
    let mut doc = conllu(
        "Berg   Berg  PROPN NNP 2 nsubj
         said   say   VERB  VBD 0 root
         on     on    ADP   IN  5 case
         the    the   DET   DT  5 det
         eve    eve   NOUN  NN  9 obl
         that   that  SCONJ IN  9 mark
         the    the   DET   DT  8 det
         ferry  ferry NOUN  NN  9 nsubj
         sailed sail  VERB  VBD 2 ccomp
         .      .     PUNCT .   2 punct",
    );
    hear(&mut doc, (1, 2), (2, 9));
    check_document(&doc, &["Berg | said | that the ferry sailed | indirect | asserts"]);
}

#[test]
fn a_content_ends_with_a_whole_name() {
    let mut doc = conllu(
        "Berg  Berg  PROPN NNP 2 nsubj
         said  say   VERB  VBD 0 root
         a     a     DET   DT  4 det
         ferry ferry NOUN  NN  5 nsubj
         left  leave VERB  VBD 2 ccomp
         Port  Port  PROPN NNP 5 obj
         Vila  Vila  PROPN NNP 6 flat
         .     .     PUNCT .   2 punct",
    );
    hear(&mut doc, (1, 2), (2, 6));
    check_document(&doc, &["Berg | said | a ferry left Port Vila | indirect | asserts"]);
}

#[test]
fn whom_a_call_is_for_belongs_to_it() {
    let mut doc = conllu(
        "Berg   Berg   PROPN NNP 2 nsubj
         called call   VERB  VBD 0 root
         on     on     ADP   IN  5 case
         both   both   DET   DT  5 det
         crews  crew   NOUN  NNS 2 obl
         to     to     PART  TO  7 mark
         wait   wait   VERB  VB  2 xcomp
         .      .      PUNCT .   2 punct",
    );
    hear(&mut doc, (1, 3), (5, 7));
    check_document(&doc, &["Berg | called on | both crews to wait | indirect | demands"]);
}

#[test]
fn a_quotation_behind_a_colon_stands_alone() {
    let mut doc = conllu(
        "Berg     Berg   PROPN NNP 2 nsubj
         appealed appeal VERB  VBD 0 root
         for      for    ADP   IN  4 case
         calm     calm   NOUN  NN  2 obl
         :        :      PUNCT :   8 punct
         \"       \"     PUNCT `` 8 punct
         Please   please INTJ  UH  8 discourse
         go       go     VERB  VB  2 parataxis
         home     home   ADV   RB  8 advmod
         .        .      PUNCT .   8 punct
         \"       \"     PUNCT '' 8 punct",
    );
    hear(&mut doc, (1, 3), (3, 11));
    check_document(&doc, &["Berg | appealed for | \"Please go home.\" | direct | asks"]);
}

#[test]
fn what_is_not_shifted_to_the_past_is_the_reporters() {
    let mut doc = conllu(
        "Berg    Berg   PROPN NNP 2 nsubj
         said    say    VERB  VBD 0 root
         that    that   SCONJ IN  7 mark
         the     the    DET   DT  5 det
         line    line   NOUN  NN  7 nsubj:pass
         was     be     AUX   VBD 7 aux:pass
         shut    shut   VERB  VBN 2 ccomp
         ,       ,      PUNCT ,   12 punct
         while   while  SCONJ IN  12 mark
         envoys  envoy  NOUN  NNS 12 nsubj
         will    will   AUX   MD  12 aux
         meet    meet   VERB  VB  7 advcl
         .       .      PUNCT .   2 punct",
    );
    hear(&mut doc, (1, 2), (2, 12));
    check_document(&doc, &["Berg | said | that the line was shut | indirect | asserts"]);
}

#[test]
fn a_that_clause_ends_at_a_semicolon() {
    let mut doc = conllu(
        "Berg    Berg   PROPN NNP 2 nsubj
         said    say    VERB  VBD 0 root
         that    that   SCONJ IN  6 mark
         the     the    DET   DT  5 det
         line    line   NOUN  NN  6 nsubj
         broke   break  VERB  VBD 2 ccomp
         ;       ;      PUNCT :   9 punct
         Lima    Lima   PROPN NNP 9 nsubj
         slept   sleep  VERB  VBD 6 parataxis
         .       .      PUNCT .   2 punct",
    );
    hear(&mut doc, (1, 2), (2, 9));
    check_document(&doc, &["Berg | said | that the line broke | indirect | asserts"]);
}

#[test]
fn quoted_words_of_the_sentence_before_are_not_said_again() {
    let mut doc = conllu(
        "Oslo    Oslo    PROPN NNP 2 nsubj
         saw     see     VERB  VBD 0 root
         an      a       DET   DT  5 det
         \"      \"      PUNCT `` 5 punct
         affront affront NOUN  NN  2 obj
         \"      \"      PUNCT '' 5 punct
         .       .       PUNCT .   2 punct

         Lima    Lima    PROPN NNP 2 nsubj
         objects object  VERB  VBZ 5 ccomp
         ,       ,       PUNCT ,   2 punct
         Berg    Berg    PROPN NNP 5 nsubj
         said    say     VERB  VBD 0 root
         .       .       PUNCT .   5 punct",
    );
    hear(&mut doc, (11, 12), (4, 9));
    check_document(&doc, &["Berg | said | Lima objects | indirect | asserts"]);
}

#[test]
fn a_verb_of_saying_after_a_comma_has_its_subject_behind_it() {
    check(
        "Two       two      NUM   CD  2  nummod
         guards    guard    NOUN  NNS 5  nsubj:pass
         have      have     AUX   VBP 5  aux
         been      be       AUX   VBN 5  aux:pass
         hurt      hurt     VERB  VBN 0  root
         on        on       ADP   IN  7  case
         Friday    Friday   PROPN NNP 5  obl
         ,         ,        PUNCT ,   9  punct
         declared  declare  VERB  VBD 5  advcl
         the       the      DET   DT  11 det
         minister  minister NOUN  NN  9  obj
         Ana       Ana      PROPN NNP 11 flat
         Ruiz      Ruiz     PROPN NNP 12 flat
         .         .        PUNCT .   5  punct",
        &["the minister Ana Ruiz | declared | Two guards have been hurt on Friday | indirect | asserts"],
    );
}

#[test]
fn a_refusal_under_a_condition_is_nobodys_yet() {
    check(
        "Oslo    Oslo    PROPN NNP 2 nsubj
         will    will    AUX   MD  3 aux
         leave   leave   VERB  VB  0 root
         if      if      SCONJ IN  6 mark
         Lima    Lima    PROPN NNP 6 nsubj
         refuses refuse  VERB  VBZ 3 advcl
         to      to      PART  TO  8 mark
         talk    talk    VERB  VB  6 xcomp
         .       .       PUNCT .   3 punct",
        &[],
    );
}
