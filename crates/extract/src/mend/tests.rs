//! One word a piece: lemma, tag, relation, head.

use super::mend;
use crate::testing::conllu;
use demarche_lexicon::Lexicon;
use expect_test::{Expect, expect};

pub(super) fn check(input: &str, expect: Expect) {
    let mut doc = conllu(input);
    mend(&doc.text, &doc.layout, &Lexicon::default(), &mut doc.syntax);
    let words = doc.syntax.words.iter().map(|w| {
        let head = w.head.map_or("-", |h| doc.layout.words[h as usize].span.of(&doc.text));
        format!("{}/{} {} {head}", w.lemma, w.xpos, w.deprel)
    });
    expect.assert_eq(&words.collect::<Vec<_>>().join("; "));
}

#[test]
fn known_forms_have_their_lemmas() {
    check(
        "Courts    court    NOUN  NNS 2 nsubj
         expelled  expelled VERB  VBD 0 root
         envoys    envoys   NOUN  NNS 2 obj
         and       and      CCONJ CC  5 cc
         froze     fro      VERB  VBD 2 conj
         assets    asset    NOUN  NNS 5 obj",
        expect![["court/NNS nsubj expelled; expel/VBD root -; envoy/NNS obj expelled; and/CC cc froze; \
             freeze/VBD conj expelled; asset/NNS obj froze"]],
    );
}

#[test]
fn a_form_in_ed_is_a_past_or_a_participle() {
    check(
        "Oslo   Oslo   PROPN NNP 3 nsubj
         has    have   AUX   VBZ 3 aux
         agreed agree  VERB  VB  0 root",
        expect![["Oslo/NNP nsubj agreed; have/VBZ aux agreed; agree/VBN root -"]],
    );
}

#[test]
fn a_finite_verb_heads_its_clause() {
    check(
        "Premier premier NOUN  NN  2 compound
         Berg    Berg    PROPN NNP 0 root
         called  call    VERB  VBD 2 acl
         envoys  envoy   NOUN  NNS 3 obj
         .       .       PUNCT .   2 punct",
        expect![["premier/NN compound Berg; Berg/NNP nsubj called; call/VBD root -; envoy/NNS obj called; \
             ./. punct called"]],
    );
}

#[test]
fn a_particle_is_its_verbs() {
    check(
        "Oslo   Oslo PROPN NNP 2 nsubj
         called call VERB  VBD 0 root
         off    off  ADP   RP  5 case
         a      a    DET   DT  5 det
         trip   trip NOUN  NN  2 obl",
        expect![[
            "Oslo/NNP nsubj called; call/VBD root -; off/RP compound:prt called; a/DT det trip; trip/NN obj called"
        ]],
    );
    check(
        "Ships   ship  NOUN  NNS 2 nsubj
         stopped stop  VERB  VBD 0 root
         off     off   ADP   IN  5 case
         the     the   DET   DT  5 det
         cape    cape  NOUN  NN  2 obl",
        expect![[
            "ship/NNS nsubj stopped; stop/VBD root -; off/IN case cape; the/DT det cape; cape/NN obl stopped"
        ]],
    );
}

#[test]
fn a_participle_with_have_is_no_modifier() {
    check(
        "Quito     Quito     PROPN NNP 0 root
         has       have      AUX   VBZ 3 aux
         suspended suspend   VERB  VBN 4 amod
         flights   flight    NOUN  NNS 1 conj
         .         .         PUNCT .   1 punct",
        expect![
            "Quito/NNP nsubj suspended; have/VBZ aux suspended; suspend/VBN root -; flight/NNS obj suspended; ./. punct suspended"
        ],
    );
}

#[test]
fn a_participle_with_its_doer_is_the_nouns_own() {
    check(
        "Oslo     Oslo   PROPN NNP 3 nsubj
         will     will   AUX   MD  3 aux
         discuss  discuss VERB VB  5 ccomp
         terms    term   NOUN  NNS 3 obj
         demanded demand VERB  VBN 0 root
         by       by     ADP   IN  7 case
         Lima     Lima   PROPN NNP 5 obl:agent
         .        .      PUNCT .   5 punct",
        expect![["Oslo/NNP nsubj discuss; will/MD aux discuss; discuss/VB root -; term/NNS obj discuss; \
             demand/VBN acl terms; by/IN case Lima; Lima/NNP obl:agent demanded; ./. punct discuss"]],
    );
}

#[test]
fn what_hangs_over_a_verb_is_that_verbs() {
    check(
        "If      if     SCONJ IN  3 mark
         Oslo    Oslo   PROPN NNP 6 nsubj
         refuses refuse VERB  VBZ 6 advcl
         ,       ,      PUNCT ,   3 punct
         Lima    Lima   PROPN NNP 6 nsubj
         leaves  leave  VERB  VBZ 0 root
         the     the    DET   DT  8 det
         pact    pact   NOUN  NN  3 obj",
        expect![["if/IN mark refuses; Oslo/NNP nsubj refuses; refuse/VBZ advcl leaves; ,/, punct refuses; \
             Lima/NNP nsubj leaves; leave/VBZ root -; the/DT det pact; pact/NN obj leaves"]],
    );
}

#[test]
fn a_helping_verb_before_its_subject_marks_a_clause() {
    check(
        "Should should AUX   MD  3 aux
         Oslo   Oslo   PROPN NNP 7 nsubj
         refuse refuse VERB  VB  7 advcl
         ,      ,      PUNCT ,   3 punct
         Lima   Lima   PROPN NNP 7 nsubj
         will   will   AUX   MD  7 aux
         leave  leave  VERB  VB  0 root",
        expect![
            "should/MD aux refuse; Oslo/NNP nsubj refuse; refuse/VB advcl leave; ,/, punct refuse; Lima/NNP nsubj leave; will/MD aux leave; leave/VB root -"
        ],
    );
}

#[test]
fn a_finite_verb_is_no_second_object() {
    check(
        "Oslo    Oslo    PROPN NNP 2 nsubj
         voiced  voice   VERB  VBD 0 root
         concern concern NOUN  NN  2 obj
         and     and     CCONJ CC  5 cc
         urged   urge    VERB  VBD 3 conj
         calm    calm    NOUN  NN  5 obj",
        expect![["Oslo/NNP nsubj voiced; voice/VBD root -; concern/NN obj voiced; and/CC cc urged; \
             urge/VBD conj voiced; calm/NN obj urged"]],
    );
}

#[test]
fn a_name_after_a_subject_and_a_comma_is_its_own() {
    check(
        "Peace     peace     NOUN  NN  2 nsubj
         failed    fail      VERB  VBD 3 ccomp
         said      say       VERB  VBD 0 root
         its       its       PRON  PRP$ 5 nmod:poss
         spokesman spokesman NOUN  NN  3 nsubj
         ,         ,         PUNCT ,   7 punct
         Berg      Berg      PROPN NNP 3 nsubj",
        expect![[
            "peace/NN nsubj failed; fail/VBD ccomp said; say/VBD root -; its/PRP$ nmod:poss spokesman; \
             spokesman/NN nsubj said; ,/, punct Berg; Berg/NNP appos spokesman"
        ]],
    );
}

#[test]
fn a_finite_verb_is_no_second_infinitive() {
    check(
        "Oslo    Oslo  PROPN NNP 3 nsubj
         has     have  AUX   VBZ 3 aux
         told    tell  VERB  VBN 0 root
         Lima    Lima  PROPN NNP 3 obj
         to      to    PART  TO  6 mark
         wait    wait  VERB  VB  3 xcomp
         and     and   CCONJ CC  9 cc
         has     have  AUX   VBZ 9 aux
         offered offer VERB  VBN 6 conj
         ships   ship  NOUN  NNS 9 obj",
        expect![[
            "Oslo/NNP nsubj told; have/VBZ aux told; tell/VBN root -; Lima/NNP obj told; to/TO mark wait; \
             wait/VB xcomp told; and/CC cc offered; have/VBZ aux offered; offer/VBN conj told; ship/NNS obj offered"
        ]],
    );
}

#[test]
fn a_phrase_below_a_mere_noun_is_its_own() {
    check(
        "Berg      Berg      PROPN NNP 0 root
         ,         ,         PUNCT ,   3 punct
         spokesman spokesman NOUN  NN  1 appos
         for       for       ADP   IN  6 case
         the       the       DET   DT  6 det
         council   council   NOUN  NN  3 obl",
        expect![[
            "Berg/NNP root -; ,/, punct spokesman; spokesman/NN appos Berg; for/IN case council; the/DT det council; \
             council/NN nmod spokesman"
        ]],
    );
}

#[test]
fn a_headline_tells_what_is_to_come() {
    check(
        "Oslo   Oslo  PROPN NNP 0 root
         to     to    PART  TO  3 mark
         send   send  VERB  VB  1 acl
         envoys envoy NOUN  NNS 3 obj",
        expect!["Oslo/NNP nsubj send; to/TO mark send; send/VB root -; envoy/NNS obj send"],
    );
}

#[test]
fn a_list_of_nouns_with_a_verb_in_it_is_a_clause() {
    check(
        "Oslo      Oslo     PROPN NNP 0 root
         and       and      CCONJ CC  3 cc
         Lima      Lima     PROPN NNP 1 conj
         imposed   impose   VERB  VBN 5 amod
         sanctions sanction NOUN  NNS 1 conj
         .         .        PUNCT .   1 punct",
        expect![["Oslo/NNP nsubj imposed; and/CC cc Lima; Lima/NNP conj Oslo; impose/VBD root -; \
             sanction/NNS obj imposed; ./. punct imposed"]],
    );
}

#[test]
fn a_participle_before_a_name_qualifies_it() {
    check(
        "Berg     Berg  PROPN NNP 2 nsubj
         met      meet  VERB  VBD 0 root
         with     with  SCONJ IN  4 mark
         visiting visit VERB  VBG 2 advcl
         Premier  premier NOUN NN 4 obj",
        expect![["Berg/NNP nsubj met; meet/VBD root -; with/IN case Premier; visit/JJ amod Premier; \
             premier/NN obl met"]],
    );
}

#[test]
fn a_tensed_verb_is_not_coordinated_with_an_infinitive() {
    check(
        "Oslo    Oslo   PROPN NNP 3 nsubj
         has     have   AUX   VBZ 3 aux
         asked   ask    VERB  VBN 0 root
         Lima    Lima   PROPN NNP 3 obj
         to      to     PART  TO  6 mark
         pay     pay    VERB  VB  3 xcomp
         and     and    CCONJ CC  9 cc
         has     have   AUX   VBZ 9 aux
         offered offer  VERB  VBN 6 conj
         talks   talk   NOUN  NNS 9 obj",
        expect![
            "Oslo/NNP nsubj asked; have/VBZ aux asked; ask/VBN root -; Lima/NNP obj asked; to/TO mark pay; pay/VB xcomp asked; and/CC cc offered; have/VBZ aux offered; offer/VBN conj asked; talk/NNS obj offered"
        ],
    );
}

#[test]
fn who_is_summoned_to_answer_is_the_verbs_object() {
    check(
        "Lima     Lima   PROPN NNP 2 nsubj
         summoned summon VERB  VBD 0 root
         an       a      DET   DT  4 det
         envoy    envoy  NOUN  NN  6 nsubj
         to       to     PART  TO  6 mark
         answer   answer VERB  VB  2 advcl",
        expect![
            "Lima/NNP nsubj summoned; summon/VBD root -; a/DT det envoy; envoy/NN obj summoned; to/TO mark answer; answer/VB advcl summoned"
        ],
    );
}

#[test]
fn an_object_gives_its_verb_back_the_doer() {
    check(
        "Judges   judge   NOUN NNS 5 nsubj
         have     have    AUX  VBP 5 aux
         opened   open    VERB VBN 0 root
         an       a       DET  DT  5 det
         inquiry  inquiry NOUN NN  3 nsubj",
        expect![
            "judge/NNS nsubj opened; have/VBP aux opened; open/VBN root -; a/DT det inquiry; inquiry/NN obj opened"
        ],
    );
}

#[test]
fn what_follows_a_bare_means_of_speaking_is_the_verbs() {
    check(
        "Berg  Berg  PROPN NNP 2 nsubj
         spoke speak VERB  VBD 0 root
         by    by    ADP   IN  4 case
         phone phone NOUN  NN  2 obl
         with  with  ADP   IN  6 case
         Lima  Lima  PROPN NNP 4 nmod",
        expect![
            "Berg/NNP nsubj spoke; speak/VBD root -; by/IN case phone; phone/NN obl spoke; with/IN case Lima; Lima/NNP obl spoke"
        ],
    );
}

#[test]
fn a_past_is_no_infinitive_and_the_name_behind_it_its_object() {
    check(
        "Berg Berg PROPN NNP 0 root
         met  meet VERB  VB  1 case
         Ruiz Ruiz PROPN NNP 1 flat",
        expect!["Berg/NNP nsubj met; meet/VBD root -; Ruiz/NNP obj met"],
    );
}

#[test]
fn what_is_said_before_its_speaker_has_its_own_subject() {
    check(
        "Talks     talk   NOUN NNS 6 nsubj
         are       be     AUX  VBP 3 aux:pass
         cancelled cancel VERB VBN 6 advcl
         Berg      Berg   PROPN NNP 6 nsubj
         has       have   AUX  VBZ 6 aux
         told      tell   VERB VBN 0 root",
        expect![[
            "talk/NNS nsubj cancelled; be/VBP aux:pass cancelled; cancel/VBN ccomp told; Berg/NNP nsubj told; \
             have/VBZ aux told; tell/VBN root -"
        ]],
    );
}

#[test]
fn who_has_meeting_has_a_meeting() {
    check(
        "Lima    Lima PROPN NNP 2 nsubj
         had     have VERB VBD 0 root
         meeting meet VERB VBG 2 obj",
        expect![["Lima/NNP nsubj had; have/VBD root -; meeting/NN obj had"]],
    );
}

#[test]
fn the_second_who_is_asked_has_his_own_act() {
    check(
        "Oslo   Oslo   PROPN NNP 2 nsubj
         urged  urge   VERB  VBD 0 root
         Lima   Lima   PROPN NNP 2 iobj
         to     to     PART  TO  5 mark
         open   open   VERB  VB  2 xcomp
         gates  gate   NOUN  NNS 5 obj
         and    and    CCONJ CC  8 cc
         Quito  Quito  PROPN NNP 6 conj
         to     to     PART  TO  10 mark
         free   free   VERB  VB  5 advcl
         crews  crew   NOUN  NNS 10 obj
         .      .      PUNCT .   2 punct",
        expect![[
            "Oslo/NNP nsubj urged; urge/VBD root -; Lima/NNP iobj urged; to/TO mark open; open/VB xcomp \
             urged; gate/NNS obj open; and/CC cc free; Quito/NNP nsubj free; to/TO mark free; free/VB conj \
             open; crew/NNS obj free; ./. punct urged"
        ]],
    );
}

#[test]
fn a_finite_verb_behind_a_gerund_goes_on_with_the_verb_above() {
    check(
        "Oslo     Oslo   PROPN NNP 2 nsubj
         accused  accuse VERB  VBD 0 root
         Lima     Lima   PROPN NNP 2 obj
         of       of     SCONJ IN  5 mark
         stalling stall  VERB  VBG 2 advcl
         and      and    CCONJ CC  7 cc
         left     leave  VERB  VBD 5 conj",
        expect![[
            "Oslo/NNP nsubj accused; accuse/VBD root -; Lima/NNP obj accused; of/IN mark stalling; stall/VBG advcl accused; and/CC cc left; leave/VBD conj accused"
        ]],
    );
}

#[test]
fn who_spoke_as_an_aide_said_is_the_subject_of_what_he_did() {
    check(
        "Berg  Berg  PROPN NNP 6 nsubj
         spoke speak VERB  VBD 6 ccomp
         ,     ,     PUNCT ,   2 punct
         his   his   PRON  PRP$ 5 nmod:poss
         aide  aide  NOUN  NN  6 nsubj
         said  say   VERB  VBD 0 root",
        expect![
            "Berg/NNP nsubj spoke; speak/VBD ccomp said; ,/, punct spoke; his/PRP$ nmod:poss aide; aide/NN nsubj said; say/VBD root -"
        ],
    );
}

#[test]
fn two_verbs_with_a_comma_between_have_one_subject() {
    check(
        "Lima    Lima    PROPN NNP 2 nsubj
         denied  deny    VERB  VBD 0 root
         it      it      PRON  PRP 2 obj
         ,       ,       PUNCT ,   5 punct
         accused accuse  VERB  VBN 2 parataxis
         Quito   Quito   PROPN NNP 5 nsubj:pass",
        expect![
            "Lima/NNP nsubj denied; deny/VBD root -; it/PRP obj denied; ,/, punct accused; accuse/VBD conj denied; Quito/NNP obj accused"
        ],
    );
}

#[test]
fn one_alone_put_it_in_the_past() {
    check(
        "Lima  Lima  PROPN NNP 2 nsubj
         put   put   VERB  VB  0 root
         its   its   PRON  PRP$ 4 nmod:poss
         army  army  NOUN  NN  2 obj
         on    on    ADP   IN  6 case
         alert alert NOUN  NN  2 obl",
        expect![
            "Lima/NNP nsubj put; put/VBD root -; its/PRP$ nmod:poss army; army/NN obj put; on/IN case alert; alert/NN obl put"
        ],
    );
}

#[test]
fn a_telegrams_many_to_come_are_a_clause() {
    check(
        "Oslo   Oslo  PROPN NNP 2 compound
         envoys envoy NOUN  NNS 0 root
         to     to    PART  TO  4 mark
         meet   meet  VERB  VB  2 acl",
        expect!["Oslo/NNP compound envoys; envoy/NNS nsubj meet; to/TO mark meet; meet/VB root -"],
    );
}

#[test]
fn who_accuses_is_not_who_was_killed() {
    check(
        "Lima    Lima   PROPN NNP 2 nsubj
         said    say    VERB  VBD 0 root
         two     two    NUM   CD  5 nsubj:pass
         were    be     AUX   VBD 5 aux:pass
         killed  kill   VERB  VBN 2 ccomp
         and     and    CCONJ CC  7 cc
         accused accuse VERB  VBN 5 conj
         Quito   Quito  PROPN NNP 7 obj",
        expect![
            "Lima/NNP nsubj said; say/VBD root -; two/CD nsubj:pass killed; be/VBD aux:pass killed; kill/VBN ccomp said; and/CC cc accused; accuse/VBD conj said; Quito/NNP obj accused"
        ],
    );
}

#[test]
fn a_gerund_behind_be_is_a_verb() {
    check(
        "Oslo   Oslo  PROPN NNP 4 nsubj
         is     be    AUX   VBZ 4 cop
         massing mass VERB  VBG 4 amod
         troops troop NOUN  NNS 0 root
         .      .     PUNCT .   4 punct",
        expect![
            "Oslo/NNP nsubj massing; be/VBZ aux massing; mass/VBG root -; troop/NNS obj massing; ./. punct troops"
        ],
    );
}

#[test]
fn an_object_without_a_determiner_is_no_part_of_the_place() {
    check(
        "Oslo  Oslo  PROPN NNP 2 nsubj
         sent  send  VERB  VBD 0 root
         to    to    ADP   IN  5 case
         Lima  Lima  PROPN NNP 5 compound
         tents tent  NOUN  NNS 2 obl
         .     .     PUNCT .   2 punct",
        expect![
            "Oslo/NNP nsubj sent; send/VBD root -; to/IN case Lima; Lima/NNP obl sent; tent/NNS obj sent; ./. punct sent"
        ],
    );
}

#[test]
fn a_lone_participle_with_an_object_or_without_a_passive_is_the_verb() {
    check(
        "The       the       DET   DT  2 det
         minister  minister  NOUN  NN  0 root
         conferred confer    VERB  VBN 2 acl
         with      with      ADP   IN  5 case
         Lima      Lima      PROPN NNP 3 obl
         .         .         PUNCT .   2 punct",
        expect![
            "the/DT det minister; minister/NN nsubj conferred; confer/VBN root -; with/IN case Lima; Lima/NNP obl conferred; ./. punct conferred"
        ],
    );
}

#[test]
fn an_irregular_past_is_of_its_verb() {
    check(
        "Oslo Oslo PROPN NNP 2 nsubj
         lent loan VERB  VBD 0 root
         Lima Lima PROPN NNP 2 iobj
         help help NOUN  NN  2 obj",
        expect!["Oslo/NNP nsubj lent; lend/VBD root -; Lima/NNP iobj lent; help/NN obj lent"],
    );
}

#[test]
fn who_stands_behind_has_said_says_it() {
    check(
        "The      the      DET   DT  2 det
         answer   answer   NOUN  NN  4 nsubj
         will     will     AUX   MD  4 aux
         follow   follow   VERB  VB  7 ccomp
         ,        ,        PUNCT ,   4 punct
         has      have     AUX   VBZ 7 aux
         warned   warn     VERB  VBN 0 root
         the      the      DET   DT  9 det
         minister minister NOUN  NN  7 iobj
         .        .        PUNCT .   7 punct",
        expect![
            "the/DT det answer; answer/NN nsubj follow; will/MD aux follow; follow/VB ccomp warned; ,/, punct follow; have/VBZ aux warned; warn/VBN root -; the/DT det minister; minister/NN nsubj warned; ./. punct warned"
        ],
    );
    // With somebody before it, who stands behind is told it.
    check(
        "They     they     PRON  PRP 3 nsubj
         will     will     AUX   MD  3 aux
         act      act      VERB  VB  7 ccomp
         ,        ,        PUNCT ,   3 punct
         Oslo     Oslo     PROPN NNP 7 nsubj
         has      have     AUX   VBZ 7 aux
         warned   warn     VERB  VBN 0 root
         the      the      DET   DT  9 det
         minister minister NOUN  NN  7 iobj
         .        .        PUNCT .   7 punct",
        expect![
            "they/PRP nsubj act; will/MD aux act; act/VB ccomp warned; ,/, punct act; Oslo/NNP nsubj warned; have/VBZ aux warned; warn/VBN root -; the/DT det minister; minister/NN iobj warned; ./. punct warned"
        ],
    );
}

#[test]
fn a_thing_stresses_nothing() {
    check(
        "Berg      Berg     PROPN NNP 2 nsubj
         said      say      VERB  VBD 0 root
         that      that     SCONJ IN  6 mark
         talks     talk     NOUN  NNS 6 nsubj
         had       have     AUX   VBD 6 aux
         failed    fail     VERB  VBN 2 ccomp
         but       but      CCONJ CC  8 cc
         stressed  stress   VERB  VBD 6 conj
         that      that     SCONJ IN  11 mark
         Oslo      Oslo     PROPN NNP 11 nsubj
         waits     wait     VERB  VBZ 8 ccomp",
        expect![
            "Berg/NNP nsubj said; say/VBD root -; that/IN mark failed; talk/NNS nsubj failed; have/VBD aux failed; fail/VBN ccomp said; but/CC cc stressed; stress/VBD conj said; that/IN mark waits; Oslo/NNP nsubj waits; wait/VBZ ccomp stressed"
        ],
    );
    // Ministers do.
    check(
        "Berg      Berg     PROPN NNP 2 nsubj
         said      say      VERB  VBD 0 root
         that      that     SCONJ IN  6 mark
         ministers minister NOUN  NNS 6 nsubj
         had       have     AUX   VBD 6 aux
         met       meet     VERB  VBN 2 ccomp
         and       and      CCONJ CC  8 cc
         stressed  stress   VERB  VBD 6 conj
         that      that     SCONJ IN  11 mark
         Oslo      Oslo     PROPN NNP 11 nsubj
         waits     wait     VERB  VBZ 8 ccomp",
        expect![
            "Berg/NNP nsubj said; say/VBD root -; that/IN mark met; minister/NNS nsubj met; have/VBD aux met; meet/VBN ccomp said; and/CC cc stressed; stress/VBD conj met; that/IN mark waits; Oslo/NNP nsubj waits; wait/VBZ ccomp stressed"
        ],
    );
}

#[test]
fn who_stands_behind_a_gerund_is_moved_to_something() {
    check(
        "Oslo      Oslo   PROPN NNP 2 nsubj
         seized    seize  VERB  VBD 0 root
         ships     ship   NOUN  NNS 2 obj
         ,         ,      PUNCT ,   5 punct
         prompting prompt VERB  VBG 2 advcl
         Lima      Lima   PROPN NNP 5 nsubj
         to        to     PART  TO  8 mark
         demand    demand VERB  VB  5 xcomp
         answers   answer NOUN  NNS 8 obj",
        expect![
            "Oslo/NNP nsubj seized; seize/VBD root -; ship/NNS obj seized; ,/, punct prompting; prompt/VBG advcl seized; Lima/NNP obj prompting; to/TO mark demand; demand/VB xcomp prompting; answer/NNS obj demand"
        ],
    );
}

#[test]
fn who_stands_behind_a_verb_of_saying_and_a_comma_says_it() {
    check(
        "They         they        PRON  PRP 3 nsubj
         will         will        AUX   MD  3 aux
         act          act         VERB  VB  0 root
         ,            ,           PUNCT ,   5 punct
         communicated communicate VERB  VBD 3 conj
         the          the         DET   DT  7 det
         embassy      embassy     NOUN  NN  5 obj",
        expect![
            "they/PRP nsubj act; will/MD aux act; act/VB ccomp communicated; ,/, punct communicated; communicate/VBD root -; the/DT det embassy; embassy/NN nsubj communicated"
        ],
    );
    // Whom somebody accuses does not accuse.
    check(
        "Oslo    Oslo   PROPN NNP 2 nsubj
         waits   wait   VERB  VBZ 0 root
         ,       ,      PUNCT ,   4 punct
         accused accuse VERB  VBD 2 conj
         Lima    Lima   PROPN NNP 4 obj",
        expect![
            "Oslo/NNP nsubj waits; wait/VBZ root -; ,/, punct accused; accuse/VBD conj waits; Lima/NNP obj accused"
        ],
    );
}

#[test]
fn a_name_that_and_follows_is_in_the_list() {
    check(
        "Envoys envoy  NOUN  NNS 8 nsubj
         of     of     ADP   IN  3 case
         Chile  Chile  PROPN NNP 1 nmod
         ,      ,      PUNCT ,   5 punct
         Peru   Peru   PROPN NNP 1 appos
         and    and    CCONJ CC  7 cc
         Brazil Brazil PROPN NNP 3 conj
         met    meet   VERB  VBD 0 root",
        expect![
            "envoy/NNS nsubj met; of/IN case Chile; Chile/NNP nmod Envoys; ,/, punct Peru; Peru/NNP conj Chile; and/CC cc Brazil; Brazil/NNP conj Chile; meet/VBD root -"
        ],
    );
}

#[test]
fn who_is_parted_from_what_he_does_by_who_says_it() {
    check(
        "Peru   Peru   PROPN NNP 4 nsubj
         ,      ,      PUNCT ,   1 punct
         he     he     PRON  PRP 4 nsubj
         told   tell   VERB  VBD 0 root
         them   they   PRON  PRP 4 iobj
         ,      ,      PUNCT ,   8 punct
         would  would  AUX   MD  8 aux
         wait   wait   VERB  VB  4 ccomp
         .      .      PUNCT .   4 punct",
        expect![
            "Peru/NNP nsubj wait; ,/, punct Peru; he/PRP nsubj told; tell/VBD root -; they/PRP iobj told; ,/, punct wait; would/MD aux wait; wait/VB ccomp told; ./. punct told"
        ],
    );
}

#[test]
fn who_asks_behind_should_is_no_object() {
    check(
        "Oslo   Oslo   PROPN NNP 3 nsubj
         would  would  AUX   MD  3 aux
         send   send   VERB  VB  0 root
         boats  boat   NOUN  NNS 3 obj
         should should AUX   MD  8 aux
         the    the    DET   DT  7 det
         sides  side   NOUN  NNS 3 obj
         ask    ask    VERB  VB  3 advcl
         .      .      PUNCT .   3 punct",
        expect![
            "Oslo/NNP nsubj send; would/MD aux send; send/VB root -; boat/NNS obj send; should/MD aux ask; the/DT det sides; side/NNS nsubj ask; ask/VB advcl send; ./. punct send"
        ],
    );
}

#[test]
fn who_informed_behind_what_is_said_is_its_source() {
    check(
        "The      the      DET   DT  2 det
         office   office   NOUN  NN  5 nsubj
         will     will     AUX   MD  5 aux
         be       be       AUX   VB  5 aux:pass
         closed   close    VERB  VBN 7 ccomp
         ,        ,        PUNCT ,   5 punct
         informed inform   VERB  VBN 0 root
         the      the      DET   DT  9 det
         embassy  embassy  NOUN  NN  7 iobj
         .        .        PUNCT .   7 punct",
        expect![
            "the/DT det office; office/NN nsubj closed; will/MD aux closed; be/VB aux:pass closed; close/VBN ccomp informed; ,/, punct closed; inform/VBN root -; the/DT det embassy; embassy/NN nsubj informed; ./. punct informed"
        ],
    );
}

#[test]
fn what_opens_the_text_has_nothing_before_it() {
    check(
        "And    and    CCONJ CC  7 cc
         envoys envoy  NOUN  NNS 8 nsubj
         of     of     ADP   IN  4 case
         Chile  Chile  PROPN NNP 2 nmod
         ,      ,      PUNCT ,   6 punct
         Peru   Peru   PROPN NNP 2 appos
         Brazil Brazil PROPN NNP 4 conj
         met    meet   VERB  VBD 0 root",
        expect![
            "and/CC cc Brazil; envoy/NNS nsubj met; of/IN case Chile; Chile/NNP nmod envoys; ,/, punct Peru; Peru/NNP appos envoys; Brazil/NNP conj Chile; meet/VBD root -"
        ],
    );
    check(
        "Would would AUX   MD  8 aux
         Peru  Peru  PROPN NNP 5 nsubj
         ,     ,     PUNCT ,   5 punct
         he    he    PRON  PRP 5 nsubj
         told  tell  VERB  VBD 0 root
         them  they  PRON  PRP 5 iobj
         ,     ,     PUNCT ,   8 punct
         wait  wait  VERB  VB  5 ccomp",
        expect![
            "would/MD aux wait; Peru/NNP nsubj told; ,/, punct told; he/PRP nsubj told; tell/VBD root -; they/PRP iobj told; ,/, punct wait; wait/VB ccomp told"
        ],
    );
}

#[test]
fn one_is_to_do_what_another_says() {
    check(
        "Berg   Berg   PROPN NNP 8 nsubj
         to     to     PART  TO  3 mark
         visit  visit  VERB  VB  8 xcomp
         Lima   Lima   PROPN NNP 3 obj
         ,      ,      PUNCT ,   3 punct
         his    his    PRON  PRP$ 7 nmod:poss
         office office NOUN  NN  8 nsubj
         said   say    VERB  VBD 0 root
         .      .      PUNCT .   8 punct",
        expect![
            "Berg/NNP nsubj visit; to/TO mark visit; visit/VB ccomp said; Lima/NNP obj visit; ,/, punct visit; his/PRP$ nmod:poss office; office/NN nsubj said; say/VBD root -; ./. punct said"
        ],
    );
}

#[test]
fn telegrams_have_heads_of_something_to_come() {
    check(
        "Heads  head   NOUN  NNS 0 root
         of     of     ADP   IN  3 case
         state  state  NOUN  NN  1 nmod
         to     to     PART  TO  5 mark
         meet   meet   VERB  VB  1 acl
         in     in     ADP   IN  7 case
         Lima   Lima   PROPN NNP 5 obl
         .      .      PUNCT .   1 punct",
        expect![
            "head/NNS nsubj meet; of/IN case state; state/NN nmod Heads; to/TO mark meet; meet/VB root -; in/IN case Lima; Lima/NNP obl meet; ./. punct meet"
        ],
    );
}

#[test]
fn what_a_name_is_does_not_act_beside_it() {
    check(
        "Peru      Peru      PROPN NNP 9 nsubj
         ,         ,         PUNCT ,   3 punct
         neighbour neighbour NOUN  NN  5 compound
         and       and       CCONJ CC  5 cc
         ally      ally      NOUN  NN  1 conj
         of        of        ADP   IN  7 case
         Chile     Chile     PROPN NNP 5 nmod
         ,         ,         PUNCT ,   1 punct
         offered   offer     VERB  VBD 0 root
         help      help      NOUN  NN  9 obj",
        expect![
            "Peru/NNP nsubj offered; ,/, punct neighbour; neighbour/NN compound ally; and/CC cc ally; ally/NN appos Peru; of/IN case Chile; Chile/NNP nmod ally; ,/, punct Peru; offer/VBD root -; help/NN obj offered"
        ],
    );
    // Nor is one joined to a name by "and" what it is.
    check(
        "Peru    Peru    PROPN NNP 5 nsubj
         ,       ,       PUNCT ,   1 punct
         and     and     CCONJ CC  4 cc
         Chile   Chile   PROPN NNP 1 conj
         offered offer   VERB  VBD 0 root
         help    help    NOUN  NN  5 obj",
        expect![
            "Peru/NNP nsubj offered; ,/, punct Peru; and/CC cc Chile; Chile/NNP conj Peru; offer/VBD root -; help/NN obj offered"
        ],
    );
}

#[test]
fn who_is_accused_may_stand_behind_to() {
    check(
        "Chile   Chile  PROPN NNP 2 nsubj
         accuses accuse VERB  VBZ 0 root
         to      to     ADP   IN  6 mark
         Peru    Peru   PROPN NNP 2 obl
         of      of     SCONJ IN  6 mark
         arming  arm    VERB  VBG 4 acl
         them    they   PRON  PRP 6 obj",
        expect![
            "Chile/NNP nsubj accuses; accuse/VBZ root -; to/IN dep Peru; Peru/NNP obj accuses; of/IN mark arming; arm/VBG acl Peru; they/PRP obj arming"
        ],
    );
}

#[test]
fn said_may_be_a_name() {
    check(
        "The      the      DET   DT  2 det
         minister minister NOUN  NN  8 nsubj
         ,        ,        PUNCT ,   2 punct
         Said     say      VERB  VBD 8 advcl
         Ruiz     Ruiz     PROPN NNP 4 nsubj
         ,        ,        PUNCT ,   2 punct
         will     will     AUX   MD  8 aux
         wait     wait     VERB  VB  0 root",
        expect![
            "the/DT det minister; minister/NN nsubj wait; ,/, punct minister; Said/NNP appos minister; Ruiz/NNP flat Said; ,/, punct minister; will/MD aux wait; wait/VB root -"
        ],
    );
    check(
        "Wait  wait  VERB  VB  4 ccomp
         ,     ,     PUNCT ,   1 punct
         then  then  ADV   RB  4 advmod
         said  say   VERB  VBD 0 root
         Ruiz  Ruiz  PROPN NNP 4 nsubj",
        expect![
            "wait/VB ccomp said; ,/, punct Wait; then/RB advmod said; say/VBD root -; Ruiz/NNP nsubj said"
        ],
    );
}

#[test]
fn what_stands_before_who_says_it_is_said() {
    check(
        "As     as     ADP   IN  3 case
         a      a      DET   DT  3 det
         result result NOUN  NN  11 obl
         two    two    NUM   CD  6 nsubj:pass
         were   be     AUX   VBD 6 aux:pass
         hurt   hurt   VERB  VBN 11 advcl
         ,      ,      PUNCT ,   6 punct
         the    the    DET   DT  10 det
         home   home   NOUN  NN  10 compound
         office office NOUN  NN  11 nsubj
         said   say    VERB  VBD 0 root
         .      .      PUNCT .   11 punct",
        expect![
            "as/IN case result; a/DT det result; result/NN obl hurt; two/CD nsubj:pass hurt; be/VBD aux:pass hurt; hurt/VBN ccomp said; ,/, punct hurt; the/DT det office; home/NN compound office; office/NN nsubj said; say/VBD root -; ./. punct said"
        ],
    );
    // "When they came, he said so" is not what he said.
    check(
        "When when ADV   WRB 3 advmod
         they they PRON  PRP 3 nsubj
         came come VERB  VBD 6 advcl
         ,    ,    PUNCT ,   3 punct
         Ruiz Ruiz PROPN NNP 6 nsubj
         said say  VERB  VBD 0 root
         so   so   ADV   RB  6 advmod",
        expect![
            "when/WRB advmod came; they/PRP nsubj came; come/VBD advcl said; ,/, punct came; Ruiz/NNP nsubj said; say/VBD root -; so/RB advmod said"
        ],
    );
}

#[test]
fn of_two_clauses_that_are_told_the_one_with_if_is_the_condition() {
    check(
        "If     if     SCONJ IN  3 mark
         they   they   PRON  PRP 3 nsubj
         stay   stay   VERB  VBP 9 ccomp
         ,      ,      PUNCT ,   3 punct
         we     we     PRON  PRP 7 nsubj
         will   will   AUX   MD  7 aux
         leave  leave  VERB  VB  9 ccomp
         he     he     PRON  PRP 9 nsubj
         said   say    VERB  VBD 0 root",
        expect![
            "if/IN mark stay; they/PRP nsubj stay; stay/VBP advcl leave; ,/, punct stay; we/PRP nsubj leave; will/MD aux leave; leave/VB ccomp said; he/PRP nsubj said; say/VBD root -"
        ],
    );
}

#[test]
fn what_and_joins_stands_beside() {
    check(
        "Choose  choose  VERB  VB 0 root
         between between ADP   IN 3 case
         war     war     NOUN  NN 1 obl
         and     and     CCONJ CC 5 cc
         peace   peace   NOUN  NN 3 nmod",
        expect![
            "choose/VB root -; between/IN case war; war/NN obl Choose; and/CC cc peace; peace/NN conj war"
        ],
    );
}

#[test]
fn a_bare_verb_behind_to_is_an_infinitive() {
    check(
        "Peru    Peru    PROPN NNP 2 nsubj
         offered offer   VERB  VBD 0 root
         to      to      ADP   IN  4 case
         mediate mediate NOUN  VB  2 obl",
        expect!["Peru/NNP nsubj offered; offer/VBD root -; to/TO mark mediate; mediate/VB xcomp offered"],
    );
}

#[test]
fn who_is_expelled_suspends_nothing() {
    check(
        "Peru      Peru    PROPN NNP 2 nsubj
         expelled  expel   VERB  VBD 0 root
         the       the     DET   DT  4 det
         consul    consul  NOUN  NN  6 nsubj
         and       and     CCONJ CC  6 cc
         suspended suspend VERB  VBD 2 ccomp
         trade     trade   NOUN  NN  6 obj",
        expect![
            "Peru/NNP nsubj expelled; expel/VBD root -; the/DT det consul; consul/NN obj expelled; and/CC cc suspended; suspend/VBD conj expelled; trade/NN obj suspended"
        ],
    );
}

#[test]
fn and_stands_before_the_verb_that_it_joins_whatever_it_hangs_from() {
    check(
        "Peru      Peru    PROPN NNP 2 nsubj
         expelled  expel   VERB  VBD 0 root
         the       the     DET   DT  4 det
         consul    consul  NOUN  NN  6 nsubj
         and       and     CCONJ CC  7 cc
         suspended suspend VERB  VBD 2 ccomp
         trade     trade   NOUN  NN  6 obj",
        expect![
            "Peru/NNP nsubj expelled; expel/VBD root -; the/DT det consul; consul/NN obj expelled; and/CC cc trade; suspend/VBD conj expelled; trade/NN obj suspended"
        ],
    );
}

#[test]
fn a_fronted_should_marks_what_is_told_as_a_condition() {
    check(
        "Should should AUX   MD  3 aux
         they   they   PRON  PRP 3 nsubj
         stay   stay   VERB  VB  6 ccomp
         ,      ,      PUNCT ,   3 punct
         he     he     PRON  PRP 6 nsubj
         said   say    VERB  VBD 0 root
         ,      ,      PUNCT ,   10 punct
         Peru   Peru   PROPN NNP 10 nsubj
         would  would  AUX   MD  10 aux
         act    act    VERB  VB  6 ccomp",
        expect![
            "should/MD aux stay; they/PRP nsubj stay; stay/VB advcl act; ,/, punct stay; he/PRP nsubj said; say/VBD root -; ,/, punct act; Peru/NNP nsubj act; would/MD aux act; act/VB ccomp said"
        ],
    );
}

#[test]
fn a_headline_strings_its_doers_with_a_comma() {
    check(
        "Chile   Chile  PROPN NNP 5 nsubj
         ,       ,      PUNCT ,   1 punct
         Peru    Peru   PROPN NNP 4 compound
         chiefs  chief  NOUN  NNS 5 nsubj
         meet    meet   VERB  VBP 0 root
         Monday  Monday PROPN NNP 5 obl",
        expect![
            "Chile/NNP nsubj meet; ,/, punct Chile; Peru/NNP compound chiefs; chief/NNS conj Chile; meet/VBP root -; Monday/NNP obl meet"
        ],
    );
}

#[test]
fn two_prepositions_are_of_two_nouns() {
    check(
        "heads  head   NOUN  NNS 6 nsubj
         of     of     ADP   IN  5 case
         State  State  PROPN NNP 1 nmod
         of     of     ADP   IN  5 case
         Oslo   Oslo   PROPN NNP 3 nmod
         met    meet   VERB  VBD 0 root",
        expect![
            "head/NNS nsubj met; of/IN case State; State/NNP nmod heads; of/IN case Oslo; Oslo/NNP nmod State; meet/VBD root -"
        ],
    );
}

#[test]
fn what_is_said_at_the_same_time_is_the_verbs() {
    check(
        "Oslo        Oslo      PROPN NNP 2  nsubj
         refused     refuse    VERB  VBD 0  root
         ,           ,         PUNCT ,   4  punct
         underlining underline VERB  VBG 2  advcl
         at          at        ADP   IN  8  case
         the         the       DET   DT  8  det
         same        same      ADJ   JJ  8  amod
         time        time      NOUN  NN  4  obl
         that        that      SCONJ IN  11 obl
         it          it        PRON  PRP 11 nsubj
         waits       wait      VERB  VBZ 8  acl:relcl
         .           .         PUNCT .   2  punct",
        expect![
            "Oslo/NNP nsubj refused; refuse/VBD root -; ,/, punct underlining; underline/VBG advcl refused; at/IN case time; the/DT det time; same/JJ amod time; time/NN obl underlining; that/IN mark waits; it/PRP nsubj waits; wait/VBZ ccomp underlining; ./. punct refused"
        ],
    );
}

#[test]
fn an_infinitive_behind_an_adverb_between_commas() {
    check(
        "Brazil    Brazil    PROPN NNP 5 nsubj
         ,         ,         PUNCT ,   1 punct
         meanwhile meanwhile ADV   RB  5 advmod
         ,         ,         PUNCT ,   3 punct
         offered   offer     VERB  VBD 0 root
         to        to        ADP   IN  7 case
         mediate   mediate   NOUN  NN  5 obl
         .         .         PUNCT .   5 punct",
        expect![
            "Brazil/NNP nsubj offered; ,/, punct Brazil; meanwhile/RB advmod offered; ,/, punct meanwhile; offer/VBD root -; to/TO mark mediate; mediate/VB xcomp offered; ./. punct offered"
        ],
    );
}

#[test]
fn what_an_act_may_be_called_behind_to_stays_a_noun() {
    check(
        "Oslo   Oslo   PROPN NNP 2 nsubj
         agreed agree  VERB  VBD 0 root
         to     to     ADP   IN  5 case
         the    the    DET   DT  5 det
         visit  visit  NOUN  NN  2 obl
         .      .      PUNCT .   2 punct",
        expect![[
            "Oslo/NNP nsubj agreed; agree/VBD root -; to/IN case visit; the/DT det visit; visit/NN obl agreed; ./. punct agreed"
        ]],
    );
}

#[test]
fn who_says_one_thing_adds_the_other() {
    check(
        "Lima        Lima      PROPN NNP 2  nsubj
         waits       wait      VERB  VBZ 0  root
         ,           ,         PUNCT ,   5  punct
         Oslo        Oslo      PROPN NNP 5  nsubj
         said        say       VERB  VBD 2  parataxis
         ,           ,         PUNCT ,   7  punct
         underlining underline VERB  VBG 10 mark
         that        that      SCONJ IN  10 mark
         it          it        PRON  PRP 10 nsubj
         stays       stay      VERB  VBZ 2  ccomp
         .           .         PUNCT .   2  punct",
        expect![
            "Lima/NNP nsubj waits; wait/VBZ root -; ,/, punct said; Oslo/NNP nsubj said; say/VBD parataxis waits; ,/, punct underlining; underline/VBG advcl said; that/IN mark stays; it/PRP nsubj stays; stay/VBZ ccomp underlining; ./. punct waits"
        ],
    );
    check(
        "Oslo        Oslo     PROPN NNP 2 nsubj
         waits       wait     VERB  VBZ 0 root
         ,           ,        PUNCT ,   4 punct
         considering consider VERB  VBG 7 mark
         that        that     SCONJ IN  7 mark
         it          it       PRON  PRP 7 nsubj
         snows       snow     VERB  VBZ 2 advcl
         .           .        PUNCT .   2 punct",
        expect![
            "Oslo/NNP nsubj waits; wait/VBZ root -; ,/, punct considering; consider/VBG mark snows; that/IN mark snows; it/PRP nsubj snows; snow/VBZ advcl waits; ./. punct waits"
        ],
    );
}
