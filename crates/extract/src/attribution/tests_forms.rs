//! Who speaks where a sentence hides it: quoted through another, put between, behind an insertion.

use super::tests::{check, check_document, hear};
use crate::testing::conllu;

#[test]
fn who_is_quoted_says_it() {
    check(
        "The    the    DET   DT  2  det
         agency agency NOUN  NN  3  nsubj
         quoted quote  VERB  VBD 0  root
         Berg   Berg   PROPN NNP 3  obj
         as     as     SCONJ IN  6  mark
         saying say    VERB  VBG 3  advcl
         that   that   SCONJ IN  11 mark
         the    the    DET   DT  9  det
         ships  ship   NOUN  NNS 11 nsubj
         had    have   AUX   VBD 11 aux
         left   leave  VERB  VBN 6  ccomp
         .      .      PUNCT .   3  punct",
        &[
            "The agency | quoted | Berg as saying that the ships had left | indirect | asserts",
            "Berg | as saying | that the ships had left | indirect | asserts",
        ],
    );
}

#[test]
fn a_report_put_between_subject_and_verb() {
    check(
        "Oslo     Oslo     PROPN NNP 5  nsubj
         ,        ,        PUNCT ,   4  punct
         the      the      DET   DT  4  det
         minister minister NOUN  NN  5  nsubj
         warned   warn     VERB  VBD 0  root
         ,        ,        PUNCT ,   5  punct
         would    would    AUX   MD  8  aux
         answer   answer   VERB  VB  5  xcomp
         any      any      DET   DT  10 det
         raid     raid     NOUN  NN  8  obj
         .        .        PUNCT .   5  punct",
        &["the minister | warned | Oslo ... would answer any raid | indirect | warns"],
    );
}

#[test]
fn what_is_let_be_known() {
    check(
        "Oslo  Oslo  PROPN NNP 2  nsubj
         let   let   VERB  VBD 0  root
         it    it    PRON  PRP 5  expl
         be    be    AUX   VB  5  aux:pass
         known know  VERB  VBN 2  xcomp
         that  that  SCONJ IN  10 mark
         the   the   DET   DT  8  det
         ships ship  NOUN  NNS 10 nsubj
         would would AUX   MD  10 aux
         leave leave VERB  VB  5  ccomp
         .     .     PUNCT .   2  punct",
        &["Oslo | let it be known | that the ships would leave | indirect | asserts"],
    );
}

#[test]
fn a_subject_that_an_insertion_parts_from_its_verb() {
    check(
        "The       the       DET   DT  2  det
         Council   Council   PROPN NNP 10 nsubj
         ,         ,         PUNCT ,   5  punct
         having    have      AUX   VBG 5  aux
         heard     hear      VERB  VBN 10 advcl
         both      both      DET   DT  7  det
         sides     side      NOUN  NNS 5  obj
         ,         ,         PUNCT ,   5  punct
         yesterday yesterday NOUN  NN  5  obl:unmarked
         declared  declare   VERB  VBD 0  root
         that      that      SCONJ IN  16 mark
         the       the       DET   DT  13 det
         raid      raid      NOUN  NN  16 nsubj
         was       be        AUX   VBD 16 cop
         a         a         DET   DT  16 det
         crime     crime     NOUN  NN  10 ccomp
         .         .         PUNCT .   10 punct",
        &["The Council | declared | that the raid was a crime | indirect | asserts"],
    );
}

#[test]
fn an_owned_noun_speaks_last() {
    check(
        "Oslo      Oslo     PROPN NNP  3  nsubj
         is        be       AUX   VBZ  3  aux
         sharing   share    VERB  VBG  0  root
         charts    chart    NOUN  NNS  3  obj
         with      with     ADP   IN   6  case
         Bergen    Bergen   PROPN NNP  3  obl
         ,         ,        PUNCT ,    11 punct
         its       its      PRON  PRP$ 10 nmod:poss
         air       air      NOUN  NN   10 compound
         force     force    NOUN  NN   11 nsubj
         disclosed disclose VERB  VBD  3  advcl
         .         .        PUNCT .    3  punct",
        &["its air force | disclosed | Oslo is sharing charts with Bergen | indirect | asserts"],
    );
}

#[test]
fn when_and_where_stand_before_who_speaks() {
    check(
        "The      the      DET   DT  2  det
         bridge   bridge   NOUN  NN  4  nsubj:pass
         was      be       AUX   VBD 4  aux:pass
         hit      hit      VERB  VBN 0  root
         in       in       ADP   IN  7  case
         the      the      DET   DT  7  det
         night    night    NOUN  NN  4  obl
         ,        ,        PUNCT ,   9  punct
         reported report   VERB  VBD 4  conj
         at       at       ADP   IN  12 case
         the      the      DET   DT  12 det
         briefing briefing NOUN  NN  9  obl
         on       on       ADP   IN  14 case
         Friday   Friday   PROPN NNP 12 nmod
         the      the      DET   DT  16 det
         minister minister NOUN  NN  19 nmod:desc
         of       of       ADP   IN  19 case
         Defence  Defence  PROPN NNP 19 compound
         Ana      Ana      PROPN NNP 9  obl
         Ruiz     Ruiz     PROPN NNP 19 flat
         .        .        PUNCT .   4  punct",
        &[
            "the minister of Defence Ana Ruiz | reported | The bridge was hit in the night | indirect | asserts",
        ],
    );
}

#[test]
fn what_is_called_off_is_not_said() {
    check(
        "The    the    DET   DT  2 det
         talks  talk   NOUN  NNS 4 nsubj:pass
         were   be     AUX   VBD 4 aux:pass
         called call   VERB  VBN 0 root
         off    off    ADP   RP  4 compound:prt
         .      .      PUNCT .   4 punct",
        &[],
    );
}

#[test]
fn a_plain_report_stands_though_the_heads_hear_another() {
    let mut doc = conllu(
        "Berg   Berg   PROPN NNP 2 nsubj
         thinks think  VERB  VBZ 0 root
         so     so     ADV   RB  2 advmod
         .      .      PUNCT .   2 punct

         The    the    DET   DT  2 det
         ships  ship   NOUN  NNS 3 nsubj
         left   leave  VERB  VBD 6 ccomp
         ,      ,      PUNCT ,   6 punct
         Oslo   Oslo   PROPN NNP 6 nsubj
         said   say    VERB  VBD 0 root
         ,      ,      PUNCT ,   6 punct
         after  after  ADP   IN  9 case
         talks  talk   NOUN  NNS 6 obl
         .      .      PUNCT .   6 punct",
    );
    hear(&mut doc, (1, 2), (2, 3));
    check_document(
        &doc,
        &[" | thinks | so | indirect | believes", "Oslo | said | The ships left | indirect | asserts"],
    );
}

#[test]
fn a_present_behind_its_clause_reports_it() {
    check(
        "The     the     DET   DT  2  det
         ships   ship    NOUN  NNS 4  nsubj
         have    have    AUX   VBP 4  aux
         left    leave   VERB  VBN 0  root
         the     the     DET   DT  6  det
         bay     bay     NOUN  NN  4  obj
         ,       ,       PUNCT ,   8  punct
         reports report  VERB  VBZ 4  conj
         the     the     DET   DT  11 det
         press   press   NOUN  NN  11 compound
         service service NOUN  NN  8  obj
         of      of      ADP   IN  14 case
         the     the     DET   DT  14 det
         palace  palace  NOUN  NN  11 nmod
         .       .       PUNCT .   4  punct",
        &["the press service of the palace | reports | The ships have left the bay | indirect | asserts"],
    );
}

#[test]
fn informed_sources_tell() {
    check(
        "The      the    DET   DT  2  det
         ships    ship   NOUN  NNS 4  nsubj
         will     will   AUX   MD  4  aux
         leave    leave  VERB  VB  0  root
         ,        ,      PUNCT ,   4  punct
         informed inform VERB  VBN 7  amod
         sources  source NOUN  NNS 4  obj
         of       of     ADP   IN  10 case
         the      the    DET   DT  10 det
         palace   palace NOUN  NN  7  nmod
         .        .      PUNCT .   4  punct",
        &["sources of the palace | informed | The ships will leave | indirect | asserts"],
    );
}

#[test]
fn what_is_reported_and_quoted_behind_are_two() {
    check(
        "Berg  Berg  PROPN NNP 2 nsubj
         said  say   VERB  VBD 0 root
         the   the   DET   DT  4 det
         ships ship  NOUN  NNS 6 nsubj
         had   have  AUX   VBD 6 aux
         left  leave VERB  VBN 2 ccomp
         .     .     PUNCT .   2 punct

         \"      \"     PUNCT ``  3 punct
         We     we    PRON  PRP 3 nsubj
         have   have  VERB  VBP 0 root
         the    the   DET   DT  5 det
         papers paper NOUN  NNS 3 obj
         .      .     PUNCT .   3 punct

         We   we   PRON  PRP 3 nsubj
         will will AUX   MD  3 aux
         wait wait VERB  VB  0 root
         .    .    PUNCT .   3 punct
         \"    \"    PUNCT ''  3 punct",
        &[
            "Berg | said | the ships had left | indirect | asserts",
            "Berg | said | \"We have the papers. We will wait.\" | direct | asserts",
        ],
    );
}

#[test]
fn a_second_verb_of_the_speaker_says_its_own() {
    check(
        "Berg     Berg   PROPN NNP 2 nsubj
         said     say    VERB  VBD 0 root
         that     that   SCONJ IN  6 mark
         talks    talk   NOUN  NNS 6 nsubj
         had      have   AUX   VBD 6 aux
         failed   fail   VERB  VBN 2 ccomp
         but      but    CCONJ CC  8 cc
         stressed stress VERB  VBD 2 conj
         that     that   SCONJ IN  11 mark
         Oslo     Oslo   PROPN NNP 11 nsubj
         waits    wait   VERB  VBZ 8 ccomp
         .        .      PUNCT .   2 punct",
        &[
            "Berg | said | that talks had failed | indirect | asserts",
            "Berg | stressed | that Oslo waits | indirect | asserts",
        ],
    );
}

#[test]
fn a_quotation_ends_where_its_report_begins() {
    check(
        "“       “      PUNCT `` 4 punct
         We      we     PRON  PRP 4 nsubj
         will    will   AUX   MD  4 aux
         stay    stay   VERB  VB  7 ccomp
         ,       ,      PUNCT ,   4 punct
         ”       ”      PUNCT '' 4 punct
         assured assure VERB  VBD 0 root
         Berg    Berg   PROPN NNP 7 nsubj
         before  before ADP   IN  11 case
         the     the    DET   DT  11 det
         house   house  NOUN  NN  7 obl
         .       .      PUNCT .   7 punct",
        &["Berg | assured | “We will stay,” | direct | asserts"],
    );
}

#[test]
fn who_stands_behind_a_turned_mark_says_it() {
    let mut doc = conllu(
        "“     “     PUNCT `` 4 punct
         We    we    PRON  PRP 4 nsubj
         will  will  AUX   MD  4 aux
         stay  stay  VERB  VB  10 ccomp
         ,     ,     PUNCT ,   4 punct
         ”     ”     PUNCT '' 4 punct
         a     a     DET   DT  9 det
         local local ADJ   JJ  9 amod
         aide  aide  NOUN  NN  4 dep
         told  tell  VERB  VBD 0 root
         Lima  Lima  PROPN NNP 10 nsubj
         .     .     PUNCT .   10 punct",
    );
    // The heads take the aide for a part of what is said.
    hear(&mut doc, (9, 10), (0, 9));
    doc.text = doc.text.replace('”', "“");
    check_document(&doc, &["a local aide | told | “We will stay,“ | direct | asserts"]);
}

#[test]
fn who_says_it_stands_behind_whom_it_was_said_to() {
    check(
        "“         \"        PUNCT ``  5  punct
         The       the       DET   DT  3  det
         road      road      NOUN  NN  5  nsubj:pass
         is        be        AUX   VBZ 5  aux:pass
         shut      shut      VERB  VBN 8  ccomp
         ”         \"        PUNCT ''  5  punct
         ,         ,         PUNCT ,   8  punct
         commented comment   VERB  VBD 0  root
         for       for       ADP   IN  11 case
         the       the       DET   DT  11 det
         radio     radio     NOUN  NN  8  obl
         the       the       DET   DT  14 det
         Elbonian  Elbonian  PROPN NNP 14 compound
         president president NOUN  NN  8  nsubj
         .         .         PUNCT .   8  punct",
        &["the Elbonian president | commented | “The road is shut” | direct | asserts"],
    );
    check(
        "“        \"       PUNCT ``  5  punct
         The      the      DET   DT  3  det
         road     road     NOUN  NN  5  nsubj:pass
         is       be       AUX   VBZ 5  aux:pass
         shut     shut     VERB  VBN 8  ccomp
         ”        \"       PUNCT ''  5  punct
         ,        ,        PUNCT ,   5  punct
         told     tell     VERB  VBD 0  root
         the      the      DET   DT  11 det
         daily    daily    NOUN  NN  11 nmod:desc
         Sol      Sol      PROPN NNP 8  nsubj
         the      the      DET   DT  13 det
         minister minister NOUN  NN  11 appos
         of       of       ADP   IN  15 case
         Elbonia  Elbonia  PROPN NNP 13 nmod
         .        .        PUNCT .   8  punct",
        &["the minister of Elbonia | told | “The road is shut” | direct | asserts"],
    );
    check(
        "“        \"       PUNCT ``  5  punct
         The      the      DET   DT  3  det
         road     road     NOUN  NN  5  nsubj:pass
         is       be       AUX   VBZ 5  aux:pass
         shut     shut     VERB  VBN 8  ccomp
         ”        \"       PUNCT ''  5  punct
         ,        ,        PUNCT ,   5  punct
         told     tell     VERB  VBD 0  root
         the      the      DET   DT  10 det
         minister minister NOUN  NN  8  nsubj
         of       of       ADP   IN  12 case
         Elbonia  Elbonia  PROPN NNP 10 nmod
         .        .        PUNCT .   8  punct",
        &["the minister of Elbonia | told | “The road is shut” | direct | asserts"],
    );
}

#[test]
fn a_communique_may_say_what_stands_before() {
    check(
        "Peru       Peru       PROPN NNP 3  nsubj
         has        have       AUX   VBZ 3  aux
         protested  protest    VERB  VBN 0  root
         to         to         ADP   IN  5  case
         Chile      Chile      PROPN NNP 3  obl
         ,          ,          PUNCT ,   7  punct
         indicated  indicate   VERB  VBN 3  advcl
         on         on         ADP   IN  9  case
         Thursday   Thursday   PROPN NNP 7  obl
         a          a          DET   DT  11 det
         communique communique NOUN  NN  7  obj
         of         of         ADP   IN  14 case
         the        the        DET   DT  14 det
         court      court      NOUN  NN  11 nmod
         .          .          PUNCT .   3  punct",
        &["a communique of the court | indicated | Peru has protested to Chile | indirect | asserts"],
    );
}

#[test]
fn by_the_data_of_somebody_he_says_it() {
    check(
        "By        by       ADP   IN  2 case
         data      data     NOUN  NN  7 obl
         of        of       ADP   IN  4 case
         observers observer NOUN  NNS 2 nmod
         ,         ,        PUNCT ,   2 punct
         tanks     tank     NOUN  NNS 7 nsubj
         came      come     VERB  VBD 0 root
         .         .        PUNCT .   7 punct",
        &["observers | By data of | tanks came | indirect | asserts"],
    );
    // What nobody's view is set off from, nobody says.
    check(
        "Tanks    tank    NOUN  NNS 2 nsubj
         came     come    VERB  VBD 0 root
         in       in      ADP   IN  5 case
         the      the     DET   DT  5 det
         view     view    NOUN  NN  2 obl
         of       of      ADP   IN  7 case
         everyone everyone PRON NN  5 nmod
         .        .       PUNCT .   2 punct",
        &[],
    );
}

#[test]
fn a_verb_left_in_another_language_says_what_stands_behind_that() {
    check(
        "Oslo   Oslo   PROPN NNP 2 nsubj
         думает думает X     FW  0 root
         ,      ,      PUNCT ,   6 punct
         that   that   SCONJ IN  6 mark
         Lima   Lima   PROPN NNP 6 nsubj
         waits  wait   VERB  VBZ 2 ccomp
         .      .      PUNCT .   2 punct",
        &["Oslo | думает | that Lima waits | indirect | asserts"],
    );
}
