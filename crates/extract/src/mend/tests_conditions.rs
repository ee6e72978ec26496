//! Conditions, doers and subjects that the parse hangs over another verb: one word a piece: lemma, tag, relation, head.

use super::tests::check;
use expect_test::expect;

#[test]
fn each_verb_has_its_own_condition() {
    check(
        "Oslo       Oslo     PROPN NNP 2  nsubj
         offered    offer    VERB  VBD 0  root
         gas        gas      NOUN  NN  2  obj
         if         if       SCONJ IN  6  mark
         Lima       Lima     PROPN NNP 6  nsubj
         left       leave    VERB  VBD 2  advcl
         and        and      CCONJ CC  8  cc
         threatened threaten VERB  VBD 2  conj
         war        war      NOUN  NN  8  obj
         if         if       SCONJ IN  12 mark
         it         it       PRON  PRP 12 nsubj
         stayed     stay     VERB  VBD 2  advcl",
        expect![
            "Oslo/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; if/IN mark left; Lima/NNP nsubj left; leave/VBD advcl offered; and/CC cc threatened; threaten/VBD conj offered; war/NN obj threatened; if/IN mark stayed; it/PRP nsubj stayed; stay/VBD advcl threatened"
        ],
    );
    // A verb with a condition of its own is no part of the first condition.
    check(
        "Oslo       Oslo     PROPN NNP 2  nsubj
         offered    offer    VERB  VBD 0  root
         to         to       PART  TO  4  mark
         talk       talk     VERB  VB  2  xcomp
         if         if       SCONJ IN  7  mark
         Lima       Lima     PROPN NNP 7  nsubj
         left       leave    VERB  VBD 4  advcl
         and        and      CCONJ CC  9  cc
         threatened threaten VERB  VBD 7  conj
         to         to       PART  TO  11 mark
         fight      fight    VERB  VB  9  xcomp
         if         if       SCONJ IN  14 mark
         it         it       PRON  PRP 14 nsubj
         stayed     stay     VERB  VBD 11 advcl",
        expect![
            "Oslo/NNP nsubj offered; offer/VBD root -; to/TO mark talk; talk/VB xcomp offered; if/IN mark left; Lima/NNP nsubj left; leave/VBD advcl talk; and/CC cc threatened; threaten/VBD conj offered; to/TO mark fight; fight/VB xcomp threatened; if/IN mark stayed; it/PRP nsubj stayed; stay/VBD advcl fight"
        ],
    );
    // One condition for both stays where it is.
    check(
        "Oslo       Oslo     PROPN NNP 2 nsubj
         moved      move     VERB  VBD 0 root
         guns       gun      NOUN  NNS 2 obj
         and        and      CCONJ CC  5 cc
         threatened threaten VERB  VBD 2 conj
         war        war      NOUN  NN  5 obj
         if         if       SCONJ IN  9 mark
         Lima       Lima     PROPN NNP 9 nsubj
         stayed     stay     VERB  VBD 2 advcl",
        expect![
            "Oslo/NNP nsubj moved; move/VBD root -; gun/NNS obj moved; and/CC cc threatened; threaten/VBD conj moved; war/NN obj threatened; if/IN mark stayed; Lima/NNP nsubj stayed; stay/VBD advcl moved"
        ],
    );
}

#[test]
fn who_did_what_a_passive_tells_is_not_below_a_name() {
    check(
        "Men    man  NOUN  NNS 3 nsubj:pass
         were   be   AUX   VBD 3 aux:pass
         handed hand VERB  VBN 0 root
         to     to   ADP   IN  5 case
         Lima   Lima PROPN NNP 3 obl
         by     by   ADP   IN  7 case
         Oslo   Oslo PROPN NNP 5 nmod",
        expect![
            "man/NNS nsubj:pass handed; be/VBD aux:pass handed; hand/VBN root -; to/IN case Lima; Lima/NNP obl handed; by/IN case Oslo; Oslo/NNP obl handed"
        ],
    );
    // Below a noun it may be the noun's.
    check(
        "Men    man  NOUN  NNS 3 nsubj:pass
         were   be   AUX   VBD 3 aux:pass
         killed kill VERB  VBN 0 root
         in     in   ADP   IN  6 case
         a      a    DET   DT  6 det
         raid   raid NOUN  NN  3 obl
         by     by   ADP   IN  8 case
         Oslo   Oslo PROPN NNP 6 nmod",
        expect![
            "man/NNS nsubj:pass killed; be/VBD aux:pass killed; kill/VBN root -; in/IN case raid; a/DT det raid; raid/NN obl killed; by/IN case Oslo; Oslo/NNP nmod raid"
        ],
    );
}

#[test]
fn who_is_told_to_leave_tells_nobody() {
    check(
        "Envoys envoy NOUN  NNS 3 nsubj:pass
         were   be    AUX   VBD 3 aux:pass
         seized seize VERB  VBN 0 root
         and    and   CCONJ CC  5 cc
         told   tell  VERB  VBD 3 conj
         to     to    PART  TO  7 mark
         leave  leave VERB  VB  5 xcomp",
        expect![
            "envoy/NNS nsubj:pass seized; be/VBD aux:pass seized; seize/VBN root -; and/CC cc told; tell/VBN conj seized; to/TO mark leave; leave/VB xcomp told"
        ],
    );
    check(
        "Envoys envoy NOUN  NNS 3 nsubj:pass
         were   be    AUX   VBD 3 aux:pass
         seized seize VERB  VBN 0 root
         and    and   CCONJ CC  5 cc
         told   tell  VERB  VBD 3 conj
         Oslo   Oslo  PROPN NNP 5 obj",
        expect![
            "envoy/NNS nsubj:pass seized; be/VBD aux:pass seized; seize/VBN root -; and/CC cc told; tell/VBD conj seized; Oslo/NNP obj told"
        ],
    );
}

#[test]
fn it_is_ready_is_said_of_somebody() {
    check(
        "it    it    PRON PRP 3 expl
         is    be    AUX  VBZ 3 cop
         ready ready ADJ  JJ  0 root
         to    to    PART TO  5 mark
         pay   pay   VERB VB  3 xcomp",
        expect!["it/PRP nsubj ready; be/VBZ cop ready; ready/JJ root -; to/TO mark pay; pay/VB xcomp ready"],
    );
    check(
        "it   it   PRON PRP 3 expl
         is   be   AUX  VBZ 3 cop
         hard hard ADJ  JJ  0 root
         to   to   PART TO  5 mark
         pay  pay  VERB VB  3 xcomp",
        expect!["it/PRP expl hard; be/VBZ cop hard; hard/JJ root -; to/TO mark pay; pay/VB xcomp hard"],
    );
}

#[test]
fn neither_of_those_who_met_spoke() {
    check(
        "When    when    ADV   WRB 8 advmod
         they    they    PRON  PRP 8 nsubj
         met     meet    VERB  VBD 8 advcl
         in      in      ADP   IN  5 case
         Oslo    Oslo    PROPN NNP 3 obl
         ,       ,       PUNCT ,   3 punct
         neither neither DET   DT  8 advmod
         spoke   speak   VERB  VBD 0 root",
        expect![
            "when/WRB advmod met; they/PRP nsubj met; meet/VBD advcl spoke; in/IN case Oslo; Oslo/NNP obl met; ,/, punct met; neither/DT nsubj spoke; speak/VBD root -"
        ],
    );
}

#[test]
fn who_demands_that_they_leave_threatens() {
    check(
        "Oslo       Oslo     PROPN NNP 2 nsubj
         demanded   demand   VERB  VBD 0 root
         that       that     SCONJ IN  5 mark
         Lima       Lima     PROPN NNP 5 nsubj
         leave      leave    VERB  VBP 2 ccomp
         and        and      CCONJ CC  7 cc
         threatened threaten VERB  VBD 5 conj
         war        war      NOUN  NN  7 obj",
        expect![
            "Oslo/NNP nsubj demanded; demand/VBD root -; that/IN mark leave; Lima/NNP nsubj leave; leave/VBP ccomp demanded; and/CC cc threatened; threaten/VBD conj demanded; war/NN obj threatened"
        ],
    );
    // What they are to do, they do both.
    check(
        "Oslo     Oslo   PROPN NNP 2 nsubj
         demanded demand VERB  VBD 0 root
         that     that   SCONJ IN  5 mark
         Lima     Lima   PROPN NNP 5 nsubj
         leave    leave  VERB  VBP 2 ccomp
         and      and    CCONJ CC  7 cc
         pay      pay    VERB  VBP 5 conj",
        expect![
            "Oslo/NNP nsubj demanded; demand/VBD root -; that/IN mark leave; Lima/NNP nsubj leave; leave/VBP ccomp demanded; and/CC cc pay; pay/VBP conj leave"
        ],
    );
}
