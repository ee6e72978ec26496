use super::*;
use crate::entities::entities;
use crate::testing::{Document, conllu};
use expect_test::{Expect, expect};

/// The actors of a hand-made analysis: "KEY for SIDE: mention | ~coreferent mention".
pub(super) fn check_document(doc: &Document, date: Option<&str>, expected: Expect) {
    let view = doc.view();
    let lexicon = Lexicon::load();
    let mut names = entities(&view, &lexicon);
    let found = actors(&view, &lexicon, &mut names, date.and_then(|d| d.parse().ok()));
    let mut shown = String::new();
    for a in &found {
        let side = a.affiliation.map(|s| format!(" for {}", found[s.index()].key)).unwrap_or_default();
        let mentions: Vec<String> = a
            .mentions
            .iter()
            .map(|m| format!("{}{}", if m.coreferent { "~" } else { "" }, m.span.of(view.text)))
            .collect();
        shown += &format!("{}{side}: {}\n", a.key, mentions.join(" | "));
        for m in &a.mentions {
            assert!(m.words.contains(m.head as usize) && !m.span.is_empty());
        }
    }
    expected.assert_eq(&shown);
}

pub(super) fn check(input: &str, expected: Expect) {
    check_document(&conllu(input), Some("2023-06-01"), expected);
}

#[test]
fn a_capital_acts_or_is_a_place() {
    check(
        "Lima     Lima    PROPN NNP 2 nsubj
         accused  accuse  VERB  VBD 0 root
         Quito    Quito   PROPN NNP 2 obj
         at       at      ADP   IN  5 case
         talks    talk    NOUN  NNS 2 obl
         in       in      ADP   IN  7 case
         Bogota   Bogota  PROPN NNP 5 nmod
         .        .       PUNCT .   2 punct",
        expect![[r#"
            PER: Lima
            ECU: Quito
        "#]],
    );
}

#[test]
fn who_is_ready_to_act_is_somebody_also_behind_a_second_that() {
    check(
        "Peru     Peru     PROPN NNP 2  nsubj
         said     say      VERB  VBD 0  root
         that     that     SCONJ IN  5  mark
         it       it       PRON  PRP 5  nsubj
         agreed   agree    VERB  VBD 2  ccomp
         ,        ,        PUNCT ,   11 punct
         but      but      CCONJ CC  11 cc
         that     that     SCONJ IN  11 mark
         it       it       PRON  PRP 11 nsubj
         was      be       AUX   VBD 11 cop
         ready    ready    ADJ   JJ  5  conj
         to       to       PART  TO  13 mark
         talk     talk     VERB  VB  11 xcomp
         provided provide  VERB  VBN 11 advcl
         that     that     SCONJ IN  17 mark
         guards   guard    NOUN  NNS 17 nsubj
         left     leave    VERB  VBD 14 ccomp",
        expect![[r#"
            PER: Peru | ~it | ~it
        "#]],
    );
}

#[test]
fn the_field_of_an_office_is_no_person_and_the_text_says_later_whose_it_is() {
    let mut doc = conllu(
        "Fisheries  fishery    PROPN  NNP  2   compound
         Minister   minister   PROPN  NNP  3   nmod:desc
         Ana        Ana        PROPN  NNP  5   nsubj
         Ruiz       Ruiz       PROPN  NNP  3   flat
         resigned   resign     VERB   VBD  0   root
         .          .          PUNCT  .    5   punct

         Ana        Ana        PROPN  NNP  5   nsubj
         Ruiz       Ruiz       PROPN  NNP  1   flat
         is         be         AUX    VBZ  5   cop
         a          a          DET    DT   5   det
         governor   governor   NOUN   NN   0   root
         of         of         ADP    IN   7   case
         Peru       Peru       PROPN  NNP  5   nmod
         .          .          PUNCT  .    5   punct",
    );
    let name =
        |from, to| crate::heads::Labelled { label: "PER", words: WordRange::new(from, to), score: 1.0 };
    doc.heads.names = vec![name(0, 4), name(6, 8)];
    check_document(
        &doc,
        None,
        expect![[r#"
            PER: Peru
            Ana Ruiz for PER: Fisheries Minister Ana Ruiz | Ana Ruiz | ~a governor of Peru
        "#]],
    );
}

#[test]
fn a_rank_between_an_office_and_its_holder() {
    check(
        "Peru       Peru       PROPN NNP 4 nmod:poss
         's         's         PART  POS 1 case
         army       army       NOUN  NN  4 compound
         chief      chief      NOUN  NN  9 nsubj
         ,          ,          PUNCT ,   7 punct
         General    general    PROPN NNP 7 nmod:desc
         Ana        Ana        PROPN NNP 4 appos
         Ruiz       Ruiz       PROPN NNP 7 flat
         resigned   resign     VERB  VBD 0 root
         .          .          PUNCT .   9 punct",
        expect![[r#"
            PER: Peru
            Ana Ruiz for PER: Peru's army chief, General Ana Ruiz | Ana Ruiz
        "#]],
    );
}

#[test]
fn a_minister_speaks_for_the_state_that_the_title_names_and_he_is_the_minister() {
    check(
        "Omani    Omani    ADJ   JJ   3 amod
         Foreign  foreign  ADJ   JJ   3 amod
         Minister minister PROPN NNP  4 nmod:desc
         Salim    Salim    PROPN NNP  6 nsubj
         Rashdi   Rashdi   PROPN NNP  4 flat
         said     say      VERB  VBD  0 root
         he       he       PRON  PRP  8 nsubj
         trusted  trust    VERB  VBD  6 ccomp
         Tehran   Tehran   PROPN NNP  8 obj
         .        .        PUNCT .    6 punct

         The      the      DET   DT   2 det
         minister minister NOUN  NN   3 nsubj
         left     leave    VERB  VBD  0 root
         .        .        PUNCT .    3 punct",
        expect![[r#"
            OMN: Omani
            IRN: Tehran
            Salim Rashdi for OMN: Omani Foreign Minister Salim Rashdi | ~he | ~The minister
        "#]],
    );
}

#[test]
fn a_ministry_stands_for_its_state_and_its_spokeswoman_speaks_for_it() {
    check(
        "Chad        Chad        PROPN NNP 4 nmod:poss
         's          's          PART  POS 1 case
         foreign     foreign     ADJ   JJ  4 amod
         ministry    ministry    NOUN  NN  5 nsubj
         denied      deny        VERB  VBD 0 root
         it          it          PRON  PRP 5 obj
         .           .           PUNCT .   5 punct

         Ministry    ministry    NOUN  NN  2 compound
         spokeswoman spokeswoman NOUN  NN  3 nmod:desc
         Amina       Amina       PROPN NNP 5 nsubj
         Deby        Deby        PROPN NNP 3 flat
         blamed      blame       VERB  VBD 0 root
         rebels      rebel       NOUN  NNS 5 obj
         .           .           PUNCT .   5 punct",
        expect![[r#"
            TCD: Chad | Chad's foreign ministry
            Amina Deby for TCD: Ministry spokeswoman Amina Deby
            rebels: rebels
        "#]],
    );
}

#[test]
fn both_sides_are_the_two_that_are_named_together() {
    check(
        "Ghana     Ghana     PROPN NNP 2 nsubj
         met       meet      VERB  VBD 0 root
         Togo      Togo      PROPN NNP 2 obj
         .         .         PUNCT .   2 punct

         Benin     Benin     PROPN NNP 2 nsubj
         urged     urge      VERB  VBD 0 root
         both      both      DET   DT  4 det
         countries country   NOUN  NNS 2 obj
         to        to        PART  TO  6 mark
         wait      wait      VERB  VB  2 xcomp
         .         .         PUNCT .   2 punct",
        expect![[r#"
            GHA: Ghana | ~both countries
            TGO: Togo | ~both countries
            BEN: Benin
        "#]],
    );
}

#[test]
fn its_is_the_one_who_would_act_and_not_the_one_who_warns() {
    check(
        "Kenya    Kenya    PROPN NNP 2 nsubj
         warned   warn     VERB  VBD 0 root
         Uganda   Uganda   PROPN NNP 2 obj
         against  against  SCONJ IN  5 mark
         moving   move     VERB  VBG 2 advcl
         its      its      PRON  PRP$ 7 nmod:poss
         guns     gun      NOUN  NNS 5 obj
         .        .        PUNCT .   2 punct",
        expect![[r#"
            KEN: Kenya
            UGA: Uganda | ~its
        "#]],
    );
}

#[test]
fn an_office_has_its_holder_of_the_day() {
    let input = "
        The        the        DET   DT  3 det
        Kenyan     Kenyan     ADJ   JJ  3 amod
        president  president  NOUN  NN  4 nsubj
        agreed     agree      VERB  VBD 0 root
        .          .          PUNCT .   4 punct";
    check(
        input,
        expect![[r#"
            KEN: Kenyan
            William Ruto for KEN: ~The Kenyan president
        "#]],
    );
    check_document(
        &conllu(input),
        Some("2015-06-01"),
        expect![[r#"
            KEN: Kenyan
            Uhuru Kenyatta for KEN: ~The Kenyan president
        "#]],
    );
}

#[test]
fn an_unnamed_scholar_speaks_for_nobody_and_an_official_for_the_state() {
    check(
        "A        a        DET   DT  3 det
         Polish   Polish   ADJ   JJ  3 amod
         scholar  scholar  NOUN  NN  4 nsubj
         agreed   agree    VERB  VBD 0 root
         .        .        PUNCT .   4 punct

         A        a        DET   DT  3 det
         Polish   Polish   ADJ   JJ  3 amod
         official official NOUN  NN  4 nsubj
         objected object   VERB  VBD 0 root
         .        .        PUNCT .   4 punct",
        expect![[r#"
            POL: Polish | Polish
            Polish scholar: A Polish scholar
            Polish official for POL: A Polish official
        "#]],
    );
}

#[test]
fn an_abbreviation_in_brackets_is_the_name_before_it() {
    check(
        "The      the      DET   DT  3 det
         Relief   Relief   PROPN NNP 3 compound
         Council  Council  PROPN NNP 7 nsubj
         (        (        PUNCT -LRB- 5 punct
         RLC      RLC      PROPN NNP 3 appos
         )        )        PUNCT -RRB- 5 punct
         waited   wait     VERB  VBD 0 root
         .        .        PUNCT .   7 punct

         Then     then     ADV   RB  3 advmod
         RLC      RLC      PROPN NNP 3 nsubj
         left     leave    VERB  VBD 0 root
         .        .        PUNCT .   3 punct",
        expect![[r#"
            RLC: The Relief Council | RLC | RLC
        "#]],
    );
}

#[test]
fn we_in_a_quotation_is_the_side_of_the_speaker() {
    let doc = conllu(
        "\"      \"      PUNCT ``  3 punct
         We     we     PRON  PRP 3 nsubj
         agree  agree  VERB  VBP 8 ccomp
         ,      ,      PUNCT ,   3 punct
         \"      \"      PUNCT ''  3 punct
         President president PROPN NNP 7 nmod:desc
         Ruto   Ruto   PROPN NNP 8 nsubj
         said   say    VERB  VBD 0 root
         .      .      PUNCT .   8 punct

         Kenya  Kenya  PROPN NNP 2 nsubj
         waits  wait   VERB  VBZ 0 root
         .      .      PUNCT .   2 punct",
    );
    let view = doc.view();
    let lexicon = Lexicon::load();
    let mut names = entities(&view, &lexicon);
    let mut found = actors(&view, &lexicon, &mut names, Some("2023-06-01".parse().unwrap()));
    let index = ActorIndex::new(&found);
    let speaker = index.of_word(6)[0];
    assert_eq!(index.key(index.principal(speaker)), "KEN");
    let content = WordRange::new(1, 3);
    let said = Attribution {
        source: vec![],
        source_head: Some(6),
        cue: vec![],
        cue_head: Some(7),
        content: vec![view.span(content)],
        content_words: vec![content],
        speaker: Some(speaker),
        mode: demarche_record::Mode::Direct,
        venue: None,
        addressee: None,
        date: None,
        stance: None,
        found_by: "test",
    };
    speakers(&view, &mut found, &[said]);
    let kenya = found.iter().find(|a| a.key == "KEN").unwrap();
    let shown: Vec<_> = kenya.mentions.iter().map(|m| m.span.of(view.text)).collect();
    assert_eq!(shown, ["We", "Kenya"]);
}

#[test]
fn an_apposition_and_a_predicate_mean_the_person() {
    check(
        "Ana      Ana      PROPN NNP 6 nsubj
         Ruiz     Ruiz     PROPN NNP 1 flat
         ,        ,        PUNCT ,   5 punct
         the      the      DET   DT  5 det
         minister minister NOUN  NN  1 appos
         left     leave    VERB  VBD 0 root
         .        .        PUNCT .   6 punct

         She      she      PRON  PRP 4 nsubj
         was      be       AUX   VBD 4 cop
         a        a        DET   DT  4 det
         judge    judge    NOUN  NN  0 root
         .        .        PUNCT .   4 punct",
        expect![[r#"
            Ana Ruiz: Ana Ruiz | the minister | ~She | ~a judge
        "#]],
    );
}

#[test]
fn an_address_before_a_surname_is_the_person_named_in_full_and_says_the_sex() {
    check(
        "Ana    Ana    PROPN NNP 4 nsubj
         Ruiz   Ruiz   PROPN NNP 1 flat
         ,      ,      PUNCT ,   1 punct
         met    meet   VERB  VBD 0 root
         King   King   PROPN NNP 4 obj
         Sadiq  Sadiq  PROPN NNP 5 flat
         .      .      PUNCT .   4 punct

         Ms     Ms     PROPN NNP 3 nsubj
         Ruiz   Ruiz   PROPN NNP 1 flat
         said   say    VERB  VBD 0 root
         he     he     PRON  PRP 5 nsubj
         agreed agree  VERB  VBD 3 ccomp
         .      .      PUNCT .   3 punct",
        expect![[r#"
            Ana Ruiz: Ana Ruiz | Ms Ruiz | Ruiz
            Sadiq: King Sadiq | Sadiq | ~he
        "#]],
    );
}

#[test]
fn it_as_an_object_or_beside_is_takes_up_no_state_of_the_sentence_before() {
    check(
        "Kenya   Kenya  PROPN NNP 2 nsubj
         built   build  VERB  VBD 0 root
         a       a      DET   DT  4 det
         dam     dam    NOUN  NN  2 obj
         .       .      PUNCT .   2 punct

         It      it     PRON  PRP 3 nsubj
         is      be     AUX   VBZ 3 cop
         high    high   ADJ   JJ  0 root
         .       .      PUNCT .   3 punct

         Kenya   Kenya  PROPN NNP 2 nsubj
         waits   wait   VERB  VBZ 0 root
         .       .      PUNCT .   2 punct

         It      it     PRON  PRP 2 nsubj
         wants   want   VERB  VBZ 0 root
         peace   peace  NOUN  NN  2 obj
         .       .      PUNCT .   2 punct",
        expect![[r#"
            KEN: Kenya | Kenya | ~It
        "#]],
    );
}

#[test]
fn where_envoys_are_does_not_say_whose_they_are() {
    check(
        "Peru    Peru    PROPN NNP 3 nmod:poss
         's      's      PART  POS 1 case
         envoys  envoy   NOUN  NNS 6 nsubj
         in      in      ADP   IN  5 case
         Quito   Quito   PROPN NNP 3 nmod
         left    leave   VERB  VBD 0 root
         .       .       PUNCT .   6 punct",
        expect![[r#"
            PER: Peru | Peru's envoys in Quito
        "#]],
    );
}

#[test]
fn the_name_beside_a_mission_says_whose_it_is() {
    check(
        "Kosovo  Kosovo  PROPN NNP 2 nsubj
         thanked thank   VERB  VBD 0 root
         the     the     DET   DT  4 det
         mission mission NOUN  NN  2 obj
         KFOR    KFOR    PROPN NNP 4 appos
         .       .       PUNCT .   2 punct",
        expect![[r#"
            XKX: Kosovo
            KFOR: ~the mission | KFOR
        "#]],
    );
}

#[test]
fn armed_men_are_no_commission_and_a_state_owns_its_ministry() {
    check(
        "Gunmen     gunman     NOUN  NNS 2 nsubj
         fled       flee       VERB  VBD 0 root
         .          .          PUNCT .   2 punct

         Kenya      Kenya      PROPN NNP 2 nsubj
         left       leave      VERB  VBD 0 root
         the        the        DET   DT  4 det
         commission commission NOUN  NN  2 obj
         .          .          PUNCT .   2 punct

         Its        its        PRON  PRP$ 2 nmod:poss
         ministry   ministry   NOUN  NN  3 nsubj
         said       say        VERB  VBD 0 root
         nothing    nothing    PRON  NN  3 obj
         .          .          PUNCT .   3 punct",
        expect![[r#"
            KEN: Kenya | ~Its | Its ministry
            gunmen: Gunmen
        "#]],
    );
}

#[test]
fn a_rebel_government_is_no_states() {
    check(
        "Quito      Quito     PROPN NNP 2 nsubj
         blamed     blame     VERB  VBD 0 root
         the        the       DET   DT  5 det
         rebel      rebel     ADJ   JJ  5 amod
         government government NOUN NN  2 obj
         .          .         PUNCT .   2 punct",
        expect![[r#"
            ECU: Quito
        "#]],
    );
}

#[test]
fn those_who_are_promised_something_go_home() {
    check(
        "Lima     Lima    PROPN NNP  4 nsubj
         and      and     CCONJ CC   3 cc
         Quito    Quito   PROPN NNP  1 conj
         promised promise VERB  VBD  0 root
         Bolivians Bolivian PROPN NNPS 4 iobj
         that     that    SCONJ IN   10 mark
         nobody   nobody  PRON  NN   10 nsubj:pass
         would    would   AUX   MD   10 aux
         be       be      AUX   VB   10 aux
         fired    fire    VERB  VBN  4 ccomp
         if       if      SCONJ IN   13 mark
         they     they    PRON  PRP  13 nsubj
         left     leave   VERB  VBD  10 advcl
         .        .       PUNCT .    4 punct",
        expect![[r#"
            PER: Lima
            ECU: Quito
            BOL: Bolivians | ~they
        "#]],
    );
}

#[test]
fn two_that_are_joined_are_meant_together_and_no_object_is_its_own_subject() {
    check(
        "Lima     Lima    PROPN NNP  4 nsubj
         and      and     CCONJ CC   3 cc
         Quito    Quito   PROPN NNP  1 conj
         opened   open    VERB  VBD  0 root
         their    their   PRON  PRP$ 6 nmod:poss
         ports    port    NOUN  NNS  4 obj
         and      and     CCONJ CC   8 cc
         praised  praise  VERB  VBD  4 conj
         it       it      PRON  PRP  8 obj
         .        .       PUNCT .    4 punct",
        expect![[r#"
            PER: Lima | ~their
            ECU: Quito | ~their
        "#]],
    );
}

#[test]
fn a_front_of_a_common_name_is_the_one_that_the_text_spells_out() {
    let found = heads_of(
        "The        the        DET   DT  2 det
         NLA        NLA        PROPN NNP 3 nsubj
         left       leave      VERB  VBD 0 root
         .          .          PUNCT .   3 punct

         Quito      Quito      PROPN NNP 2 nsubj
         fought     fight      VERB  VBD 0 root
         the        the        DET   DT  7 det
         rebel      rebel      ADJ   JJ  7 amod
         National   national   PROPN NNP 7 amod
         Liberation liberation PROPN NNP 7 compound
         Army       army       PROPN NNP 2 obj
         .          .          PUNCT .   2 punct",
        &[("ORG", 1, 2), ("ORG", 8, 11)],
    );
    assert_eq!(found, "ECU: Quito\nNational Liberation Army: The NLA | National Liberation Army\n");
}

/// The actors of a hand-made analysis with names that the heads gave.
fn heads_of(input: &str, names: &[(&'static str, usize, usize)]) -> String {
    let mut doc = conllu(input);
    let name = |&(label, from, to): &(&'static str, usize, usize)| crate::heads::Labelled {
        label,
        words: WordRange::new(from, to),
        score: 1.0,
    };
    doc.heads.names = names.iter().map(name).collect();
    let view = doc.view();
    let lexicon = Lexicon::load();
    let mut names = entities(&view, &lexicon);
    let found = actors(&view, &lexicon, &mut names, None);
    let mut shown = String::new();
    for a in &found {
        let mentions: Vec<String> = a
            .mentions
            .iter()
            .map(|m| format!("{}{}", if m.coreferent { "~" } else { "" }, m.span.of(view.text)))
            .collect();
        shown += &format!("{}: {}\n", a.key, mentions.join(" | "));
    }
    shown
}

#[test]
fn that_country_is_the_one_just_named() {
    check(
        "Peru    Peru    PROPN NNP 2 nsubj
         warned  warn    VERB  VBD 0 root
         Chad    Chad    PROPN NNP 2 obj
         .       .       PUNCT .   2 punct

         Ships   ship    NOUN  NNS 2 nsubj
         left    leave   VERB  VBD 0 root
         that    that    DET   DT  4 det
         country country NOUN  NN  2 obj
         .       .       PUNCT .   2 punct",
        expect![[r#"
            PER: Peru
            TCD: Chad | ~that country
        "#]],
    );
}

#[test]
fn what_is_done_and_what_something_comes_from_is_no_person() {
    check(
        "Peru    Peru    PROPN NNP 2 nsubj
         does    do      VERB  VBZ 0 root
         justice justice NOUN  NN  2 obj
         .       .       PUNCT .   2 punct

         The     the     DET   DT  2 det
         source  source  NOUN  NN  6 nsubj:pass
         of      of      ADP   IN  4 case
         light   light   NOUN  NN  2 nmod
         was     be      AUX   VBD 6 aux:pass
         found   find    VERB  VBN 0 root
         .       .       PUNCT .   6 punct",
        expect![[r#"
            PER: Peru
        "#]],
    );
}

#[test]
fn whom_only_a_caption_names_is_not_taken_up() {
    check(
        "Ana    Ana    PROPN NNP 3 nsubj
         Ruiz   Ruiz   PROPN NNP 1 flat
         fled   flee   VERB  VBD 0 root
         .      .      PUNCT .   3 punct

         Eva    Eva    PROPN NNP 0 root
         Diaz   Diaz   PROPN NNP 1 flat
         .      .      PUNCT .   1 punct

         Later  later  ADV   RB  3 advmod
         she    she    PRON  PRP 3 nsubj
         wept   weep   VERB  VBD 0 root
         .      .      PUNCT .   3 punct",
        expect![[r#"
            Ana Ruiz: Ana Ruiz | ~she
            Eva Diaz: Eva Diaz
        "#]],
    );
}

#[test]
fn a_capital_stands_for_the_body_that_sat_there() {
    check(
        "At       at      ADP   IN  3 case
         a        a       DET   DT  3 det
         summit   summit  NOUN  NN  8 obl
         in       in      ADP   IN  5 case
         Abuja    Abuja   PROPN NNP 3 nmod
         ,        ,       PUNCT ,   8 punct
         ECOWAS   ECOWAS  PROPN NNP 8 nsubj
         warned   warn    VERB  VBD 0 root
         Togo     Togo    PROPN NNP 8 obj
         .        .       PUNCT .   8 punct

         Togo     Togo    PROPN NNP 2 nsubj
         takes    take    VERB  VBZ 0 root
         no       no      DET   DT  4 det
         orders   order   NOUN  NNS 2 obj
         from     from    ADP   IN  6 case
         Abuja    Abuja   PROPN NNP 4 nmod
         .        .       PUNCT .   2 punct",
        expect![[r#"
            ECOWAS: ECOWAS | Abuja
            TGO: Togo | Togo
        "#]],
    );
}

#[test]
fn two_ministers_in_a_capital_are_not_its_own() {
    check(
        "Peru       Peru       PROPN NNP  2  nsubj
         recalled   recall     VERB  VBD  0  root
         its        its        PRON  PRP$ 4  nmod:poss
         ambassador ambassador NOUN  NN   2  obj
         from       from       ADP   IN   6  case
         Chile      Chile      PROPN NNP  4  nmod
         .          .          PUNCT .    2  punct

         Brazil     Brazil     PROPN NNP  2  nsubj
         offered    offer      VERB  VBD  0  root
         to         to         PART  TO   4  mark
         host       host       VERB  VB   2  xcomp
         a          a          DET   DT   6  det
         meeting    meeting    NOUN  NN   4  obj
         of         of         ADP   IN   11 case
         the        the        DET   DT   11 det
         two        two        NUM   CD   11 nummod
         foreign    foreign    ADJ   JJ   11 amod
         ministers  minister   NOUN  NNS  6  nmod
         in         in         ADP   IN   13 case
         Brasilia   Brasilia   PROPN NNP  11 nmod
         .          .          PUNCT .    2  punct",
        expect![[r#"
            PER: Peru | ~its | ~the two foreign ministers in Brasilia
            CHL: Chile | ~the two foreign ministers in Brasilia
            BRA: Brazil
            ambassador from Chile for PER: its ambassador from Chile
        "#]],
    );
}

#[test]
fn the_bloc_without_an_article_is_the_body_named_before() {
    check(
        "ECOWAS ECOWAS PROPN NNP 2 nsubj
         warned warn   VERB  VBD 0 root
         Mali   Mali   PROPN NNP 2 iobj
         .      .      PUNCT .   2 punct

         Heads  head   NOUN  NNS 7 nsubj
         of     of     ADP   IN  3 case
         state  state  NOUN  NN  1 nmod
         of     of     ADP   IN  5 case
         bloc   bloc   NOUN  NN  3 nmod
         to     to     PART  TO  7 mark
         meet   meet   VERB  VB  0 root
         on     on     ADP   IN  9 case
         Sunday Sunday PROPN NNP 7 obl
         .      .      PUNCT .   7 punct",
        expect![[r#"
            ECOWAS: ECOWAS | ~bloc
            MLI: Mali
        "#]],
    );
}

#[test]
fn a_single_name_that_no_model_knew_is_the_person_named_in_full() {
    let mut doc = conllu(
        "Malaysian Malaysian ADJ   JJ  3 amod
         Foreign   foreign   ADJ   NNP 3 amod
         Minister  Minister  PROPN NNP 4 nmod:desc
         Ruwan     Ruwan     PROPN NNP 6 nsubj
         Rahim     Rahim     PROPN NNP 4 flat
         resigned  resign    VERB  VBD 0 root
         .         .         PUNCT .   6 punct

         Ruwan     Ruwan     PROPN NNP 4 nsubj
         is        be        AUX   VBZ 4 cop
         to        to        PART  TO  4 mark
         meet      meet      VERB  VB  0 root
         the       the       DET   DT  6 det
         king      king      NOUN  NN  4 obj
         on        on        ADP   IN  8 case
         Monday    Monday    PROPN NNP 4 obl
         .         .         PUNCT .   4 punct",
    );
    let words = WordRange::new(3, 5);
    doc.heads.names = vec![crate::heads::Labelled { label: "PER", words, score: 1.0 }];
    check_document(
        &doc,
        None,
        expect![[r#"
            MYS: Malaysian
            Ruwan Rahim for MYS: Malaysian Foreign Minister Ruwan Rahim | Ruwan
            king: the king
        "#]],
    );
}
