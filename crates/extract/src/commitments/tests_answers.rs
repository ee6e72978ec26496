//! Answers in kind, what is lost or asked in return, choices told in two sentences.

use super::tests::check;
use expect_test::expect;

#[test]
fn an_answer_in_kind_is_a_threat() {
    check(
        "If        if        SCONJ IN   3  mark
         Ruritania Ruritania PROPN NNP  3  nsubj
         sends     send      VERB  VBZ  12 advcl
         its       its       PRON  PRP$ 5  nmod:poss
         dredgers  dredger   NOUN  NNS  3  obj
         into      into      ADP   IN   8  case
         the       the       DET   DT   8  det
         lagoon    lagoon    NOUN  NN   3  obl
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  12 nsubj
         will      will      AUX   MD   12 aux
         send      send      VERB  VB   20 ccomp
         its       its       PRON  PRP$ 15 nmod:poss
         own       own       ADJ   JJ   15 amod
         dredgers  dredger   NOUN  NNS  12 obj
         under     under     ADP   IN   17 case
         guard     guard     NOUN  NN   12 obl
         ,         ,         PUNCT ,    12 punct
         Elbonia   Elbonia   PROPN NNP  20 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    20 punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania sends its dredgers into the lagoon | then Elbonia will send its own dredgers under guard
        "#]],
    );
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         will      will      AUX   MD   3  aux
         tow       tow       VERB  VB   16 ccomp
         its       its       PRON  PRP$ 6  nmod:poss
         own       own       ADJ   JJ   6  amod
         platform  platform  NOUN  NN   3  obj
         to        to        ADP   IN   9  case
         the       the       DET   DT   9  det
         shelf     shelf     NOUN  NN   6  nmod
         if        if        SCONJ IN   12 mark
         Ruritania Ruritania PROPN NNP  12 nsubj
         begins    begin     VERB  VBZ  3  advcl
         drilling  drill     VERB  VBG  12 xcomp
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  16 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    16 punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania begins drilling | then Elbonia will tow its own platform to the shelf
        "#]],
    );
    // What is given back on both sides is an offer.
    check(
        "If        if        SCONJ IN   3  mark
         Ruritania Ruritania PROPN NNP  3  nsubj
         frees     free      VERB  VBZ  9  advcl
         its       its       PRON  PRP$ 5  nmod:poss
         prisoners prisoner  NOUN  NNS  3  obj
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  9  nsubj
         will      will      AUX   MD   9  aux
         free      free      VERB  VB   15 ccomp
         its       its       PRON  PRP$ 12 nmod:poss
         own       own       ADJ   JJ   12 amod
         prisoners prisoner  NOUN  NNS  9  obj
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  15 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    15 punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania frees its prisoners | then Elbonia will free its own prisoners
        "#]],
    );
}

#[test]
fn what_is_granted_may_be_lost() {
    check(
        "Elbonia    Elbonia   PROPN NNP  2  nsubj
         warned     warn      VERB  VBD  0  root
         that       that      SCONJ IN   6  mark
         Ruritania  Ruritania PROPN NNP  6  nsubj
         could      could     AUX   MD   6  aux
         lose       lose      VERB  VB   2  ccomp
         its        its       PRON  PRP$ 9  nmod:poss
         customs    custom    NOUN  NNS  9  compound
         privileges privilege NOUN  NNS  6  obj
         if         if        SCONJ IN   12 mark
         it         it        PRON  PRP  12 nsubj
         barred     bar       VERB  VBD  6  advcl
         the        the       DET   DT   14 det
         observers  observer  NOUN  NNS  12 obj
         .          .         PUNCT .    2  punct",
        expect![[r#"
            Threat ELB -> RUR | if it barred the observers | then Ruritania could lose its customs privileges
        "#]],
    );
    // A harvest is granted by nobody.
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         said      say       VERB  VBD  0  root
         that      that      SCONJ IN   6  mark
         Ruritania Ruritania PROPN NNP  6  nsubj
         could     could     AUX   MD   6  aux
         lose      lose      VERB  VB   2  ccomp
         its       its       PRON  PRP$ 8  nmod:poss
         harvest   harvest   NOUN  NN   6  obj
         if        if        SCONJ IN   11 mark
         it        it        PRON  PRP  11 nsubj
         waited    wait      VERB  VBD  6  advcl
         .         .         PUNCT .    2  punct",
        expect![[""]],
    );
}

#[test]
fn soldiers_who_come_are_answered() {
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         would     would     AUX   MD   3  aux
         turn      turn      VERB  VB   18 ccomp
         to        to        ADP   IN   6  case
         its       its       PRON  PRP$ 6  nmod:poss
         allies    ally      NOUN  NNS  3  obl
         if        if        SCONJ IN   13 mark
         a         a         DET   DT   10 det
         single    single    ADJ   JJ   10 amod
         soldier   soldier   NOUN  NN   13 nsubj
         of        of        ADP   IN   12 case
         Ruritania Ruritania PROPN NNP  10 nmod
         entered   enter     VERB  VBD  3  advcl
         the       the       DET   DT   15 det
         valley    valley    NOUN  NN   13 obj
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  18 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    18 punct",
        expect![[r#"
            Threat ELB -> RUR | if a single soldier of Ruritania entered the valley | then Elbonia would turn to its allies
        "#]],
    );
    // A guest is welcome.
    check(
        "Elbonia   Elbonia   PROPN NNP  3  nsubj
         would     would     AUX   MD   3  aux
         turn      turn      VERB  VB   17 ccomp
         to        to        ADP   IN   6  case
         its       its       PRON  PRP$ 6  nmod:poss
         allies    ally      NOUN  NNS  3  obl
         if        if        SCONJ IN   12 mark
         a         a         DET   DT   9  det
         guest     guest     NOUN  NN   12 nsubj
         from      from      ADP   IN   11 case
         Ruritania Ruritania PROPN NNP  9  nmod
         entered   enter     VERB  VBD  3  advcl
         the       the       DET   DT   14 det
         valley    valley    NOUN  NN   12 obj
         ,         ,         PUNCT ,    3  punct
         Elbonia   Elbonia   PROPN NNP  17 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    17 punct",
        expect![[r#"
            Condition ELB -> RUR | if a guest from Ruritania entered the valley | then Elbonia would turn to its allies
        "#]],
    );
}

#[test]
fn help_that_is_sought_is_not_given() {
    check(
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         would     would     AUX   MD  3  aux
         seek      seek      VERB  VB  15 ccomp
         help      help      NOUN  NN  3  obj
         abroad    abroad    ADV   RB  3  advmod
         if        if        SCONJ IN  10 mark
         soldiers  soldier   NOUN  NNS 10 nsubj
         of        of        ADP   IN  9  case
         Ruritania Ruritania PROPN NNP 7  nmod
         crossed   cross     VERB  VBD 3  advcl
         the       the       DET   DT  12 det
         river     river     NOUN  NN  10 obj
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 15 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   15 punct",
        expect![[r#"
            Threat ELB -> RUR | if soldiers of Ruritania crossed the river | then Elbonia would seek help abroad
        "#]],
    );
    // Given help is promised.
    check(
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         would     would     AUX   MD  3  aux
         give      give      VERB  VB  12 ccomp
         help      help      NOUN  NN  3  obj
         if        if        SCONJ IN  7  mark
         Ruritania Ruritania PROPN NNP 7  nsubj
         asked     ask       VERB  VBD 3  advcl
         for       for       ADP   IN  9  case
         it        it        PRON  PRP 7  obl
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   12 punct",
        expect![[r#"
            Promise ELB -> RUR | if Ruritania asked for it | then Elbonia would give help
        "#]],
    );
}

#[test]
fn who_is_met_with_fire_is_threatened() {
    check(
        "Ruritania Ruritania PROPN NNP 2  nsubj
         said      say       VERB  VBD 0  root
         that      that      SCONJ IN  9  mark
         drones    drone     NOUN  NNS 9  nsubj:pass
         from      from      ADP   IN  6  case
         Elbonia   Elbonia   PROPN NNP 4  nmod
         would     would     AUX   MD  9  aux
         be        be        AUX   VB  9  aux:pass
         met       meet      VERB  VBN 2  ccomp
         with      with      ADP   IN  11 case
         fire      fire      NOUN  NN  9  obl
         if        if        SCONJ IN  14 mark
         they      they      PRON  PRP 14 nsubj
         came      come      VERB  VBD 9  advcl
         near      near      ADP   IN  17 case
         the       the       DET   DT  17 det
         ridge     ridge     NOUN  NN  14 obl
         .         .         PUNCT .   2  punct",
        expect![[r#"
            Threat RUR -> ELB | if they came near the ridge | then drones from Elbonia would be met with fire
        "#]],
    );
}

#[test]
fn our_consul_is_the_speakers() {
    check(
        "\"         \"         PUNCT ``   13 punct
         If        if        SCONJ IN   5  mark
         a         a         DET   DT   4  det
         shell     shell     NOUN  NN   5  nsubj
         falls     fall      VERB  VBZ  13 advcl
         on        on        ADP   IN   7  case
         Tacna     Tacna     PROPN NNP  5  obl
         ,         ,         PUNCT ,    5  punct
         our       our       PRON  PRP$ 10 nmod:poss
         consul    consul    NOUN  NN   13 nsubj
         will      will      AUX   MD   13 aux
         not       not       PART  RB   13 advmod
         come      come      VERB  VB   20 ccomp
         back      back      ADV   RB   13 advmod
         to        to        ADP   IN   16 case
         Ruritania Ruritania PROPN NNP  14 obl
         ,         ,         PUNCT ,    13 punct
         \"         \"         PUNCT ''   13 punct
         Elbonia   Elbonia   PROPN NNP  20 nsubj
         warned    warn      VERB  VBD  0  root
         .         .         PUNCT .    20 punct",
        expect![[r#"
            Threat ELB -> RUR | if a shell falls on Tacna | then not our consul will not come back to Ruritania
        "#]],
    );
}

#[test]
fn a_time_of_ones_own_choosing_threatens() {
    check(
        "\"        \"        PUNCT ``   4  punct
         We       we       PRON  PRP  4  nsubj
         will     will     AUX   MD   4  aux
         answer   answer   VERB  VB   16 ccomp
         at       at       ADP   IN   7  case
         a        a        DET   DT   7  det
         time     time     NOUN  NN   4  obl
         and      and      CCONJ CC   9  cc
         place    place    NOUN  NN   7  conj
         of       of       ADP   IN   12 case
         our      our      PRON  PRP$ 12 nmod:poss
         choosing choosing NOUN  NN   7  nmod
         ,        ,        PUNCT ,    4  punct
         \"        \"        PUNCT ''   4  punct
         Elbonia  Elbonia  PROPN NNP  16 nsubj
         said     say      VERB  VBD  0  root
         .        .        PUNCT .    16 punct",
        expect![[r#"
            Threat ELB ->  | then We will answer at a time and place of our choosing
        "#]],
    );
    // A letter is answered.
    check(
        "\"       \"       PUNCT ``  4  punct
         We      we      PRON  PRP 4  nsubj
         will    will    AUX   MD  4  aux
         answer  answer  VERB  VB  12 ccomp
         the     the     DET   DT  6  det
         letter  letter  NOUN  NN  4  obj
         in      in      ADP   IN  8  case
         time    time    NOUN  NN  6  nmod
         ,       ,       PUNCT ,   4  punct
         \"       \"       PUNCT ''  4  punct
         Elbonia Elbonia PROPN NNP 12 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   12 punct",
        expect![[""]],
    );
}

#[test]
fn to_whom_one_turns_is_not_whom_one_threatens() {
    check(
        "\"         \"         PUNCT ``  4 punct
         Ruritania Ruritania PROPN NNP 4 nsubj
         must      must      AUX   MD  4 aux
         leave     leave     VERB  VB  0 root
         .         .         PUNCT .   4 punct

         We        we        PRON  PRP 4  nsubj
         would     would     AUX   MD  4  aux
         otherwise otherwise ADV   RB  4  advmod
         turn      turn      VERB  VB  10 ccomp
         to        to        ADP   IN  6  case
         Syldavia  Syldavia  PROPN NNP 4  obl
         ,         ,         PUNCT ,   4  punct
         \"         \"         PUNCT ''  4  punct
         Elbonia   Elbonia   PROPN NNP 10 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   10 punct",
        expect![[r#"
            Demand ELB -> RUR | what leave
            Threat ELB -> RUR | then We would otherwise turn to Syldavia
        "#]],
    );
}

#[test]
fn one_more_and_something_follows() {
    check(
        "\"        \"       PUNCT ``   4  punct
         One      one     NUM   CD   4  nummod
         more     more    ADJ   JJR  4  amod
         shell    shell   NOUN  NN   16 ccomp
         on       on      ADP   IN   7  case
         our      our     PRON  PRP$ 7  nmod:poss
         villages village NOUN  NNS  4  nmod
         and      and     CCONJ CC   12 cc
         the      the     DET   DT   10 det
         bridge   bridge  NOUN  NN   7  conj
         is       be      AUX   VBZ  12 aux:pass
         closed   close   VERB  VBN  4  conj
         ,        ,       PUNCT ,    4  punct
         \"        \"       PUNCT ''   4  punct
         Elbonia  Elbonia PROPN NNP  16 nsubj
         said     say     VERB  VBD  0  root
         .        .       PUNCT .    16 punct",
        expect![[r#"
            Threat ELB ->  | if One more shell on our villages | then the bridge is closed
        "#]],
    );
    check(
        "\"         \"         PUNCT ``  3  punct
         Another   another   DET   DT  3  det
         raid      raid      NOUN  NN  14 ccomp
         ,         ,         PUNCT ,   8  punct
         and       and       CCONJ CC  8  cc
         we        we        PRON  PRP 8  nsubj
         will      will      AUX   MD  8  aux
         shut      shut      VERB  VB  3  conj
         the       the       DET   DT  10 det
         port      port      NOUN  NN  8  obj
         ,         ,         PUNCT ,   8  punct
         \"         \"         PUNCT ''  3  punct
         Elbonia   Elbonia   PROPN NNP 14 nsubj
         told      tell      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 14 iobj
         .         .         PUNCT .   14 punct",
        expect![[r#"
            Threat ELB -> RUR | if Another raid | then we will shut the port
        "#]],
    );
    // Time that passes is no act.
    check(
        "\"       \"       PUNCT ``  7  punct
         Another another DET   DT  3  det
         day     day     NOUN  NN  7  obl:unmarked
         and     and     CCONJ CC  6  cc
         the     the     DET   DT  6  det
         talks   talk    NOUN  NNS 3  conj
         begin   begin   VERB  VBP 11 ccomp
         ,       ,       PUNCT ,   7  punct
         \"       \"       PUNCT ''  7  punct
         Elbonia Elbonia PROPN NNP 11 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   11 punct",
        expect![[""]],
    );
}

#[test]
fn what_an_offer_asks_in_return_is_its_condition() {
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         offered   offer     VERB  VBD  0  root
         to        to        PART  TO   4  mark
         free      free      VERB  VB   2  xcomp
         ten       ten       NUM   CD   6  nummod
         sailors   sailor    NOUN  NNS  4  obj
         and       and       CCONJ CC   8  cc
         asked     ask       VERB  VBD  2  conj
         Ruritania Ruritania PROPN NNP  8  iobj
         in        in        ADP   IN   11 case
         return    return    NOUN  NN   8  obl
         to        to        PART  TO   13 mark
         lift      lift      VERB  VB   8  xcomp
         its       its       PRON  PRP$ 15 nmod:poss
         blockade  blockade  NOUN  NN   13 obj
         .         .         PUNCT .    2  punct",
        expect![[r#"
            Offer ELB -> RUR | if lift its blockade | then free ten sailors
            Demand ELB -> RUR | what lift its blockade
        "#]],
    );
    check(
        "Elbonia Elbonia PROPN NNP 2 nsubj
         offered offer   VERB  VBD 0 root
         to      to      PART  TO  4 mark
         free    free    ADJ   VB  2 xcomp
         ten     ten     NUM   CD  6 nummod
         sailors sailor  NOUN  NNS 4 obj
         .       .       PUNCT .   2 punct

         In        in        ADP   IN   2 case
         return    return    NOUN  NN   4 obl
         Elbonia   Elbonia   PROPN NNP  4 nsubj
         demanded  demand    VERB  VBD  0 root
         that      that      SCONJ IN   7 mark
         Ruritania Ruritania PROPN NNP  7 nsubj
         lift      lift      VERB  VB   4 ccomp
         its       its       PRON  PRP$ 9 nmod:poss
         blockade  blockade  NOUN  NN   7 obj
         .         .         PUNCT .    4 punct",
        expect![[r#"
            Offer ELB -> RUR | if lift its blockade | then free ten sailors
            Demand ELB -> RUR | what lift its blockade
        "#]],
    );
    // What is asked for the gas is no condition of the sailors.
    check(
        "Elbonia Elbonia PROPN NNP 2 nsubj
         offered offer   VERB  VBD 0 root
         to      to      PART  TO  4 mark
         free    free    VERB  VB  2 xcomp
         ten     ten     NUM   CD  6 nummod
         sailors sailor  NOUN  NNS 4 obj
         .       .       PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP  2  nsubj
         demanded  demand    VERB  VBD  0  root
         that      that      SCONJ IN   5  mark
         Ruritania Ruritania PROPN NNP  5  nsubj
         lift      lift      VERB  VB   2  ccomp
         its       its       PRON  PRP$ 7  nmod:poss
         blockade  blockade  NOUN  NN   5  obj
         in        in        ADP   IN   9  case
         return    return    NOUN  NN   5  obl
         for       for       ADP   IN   11 case
         gas       gas       NOUN  NN   9  nmod
         .         .         PUNCT .    2  punct",
        expect![[r#"
            Offer ELB ->  | then free ten sailors
            Demand ELB -> RUR | what lift its blockade in return for gas
        "#]],
    );
}

#[test]
fn two_paths_in_two_sentences_are_a_choice() {
    check(
        "\"         \"         PUNCT ``  4 punct
         Ruritania Ruritania PROPN NNP 4 nsubj
         can       can       AUX   MD  4 aux
         return    return    VERB  VB  0 root
         to        to        ADP   IN  7 case
         the       the       DET   DT  7 det
         talks     talk      NOUN  NNS 4 obl
         .         .         PUNCT .   4 punct

         Or      or      CCONJ CC  4 cc
         it      it      PRON  PRP 4 nsubj
         can     can     AUX   MD  4 aux
         stay    stay    VERB  VB  9 ccomp
         alone   alone   ADJ   JJ  4 xcomp
         ,       ,       PUNCT ,   4 punct
         \"       \"       PUNCT ''  4 punct
         Elbonia Elbonia PROPN NNP 9 nsubj
         said    say     VERB  VBD 0 root
         .       .       PUNCT .   9 punct",
        expect![[r#"
            Choice ELB -> RUR | or Ruritania can return to the talks | or it can stay alone
        "#]],
    );
    check(
        "\"     \"     PUNCT ``  4 punct
         One   one   NUM   CD  3 nummod
         road  road  NOUN  NN  4 nsubj
         leads lead  VERB  VBZ 0 root
         to    to    ADP   IN  6 case
         peace peace NOUN  NN  4 obl
         .     .     PUNCT .   4 punct

         The       the       DET   DT  3 nsubj
         other     other     ADJ   JJ  3 nsubj
         leads     lead      VERB  VBZ 9 ccomp
         to        to        ADP   IN  5 case
         war       war       NOUN  NN  3 obl
         ,         ,         PUNCT ,   3 punct
         \"         \"         PUNCT ''  3 punct
         Elbonia   Elbonia   PROPN NNP 9 nsubj
         told      tell      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 9 iobj
         .         .         PUNCT .   9 punct",
        expect![[r#"
            Choice ELB ->  | or One road leads to peace | or The other leads to war
        "#]],
    );
    // What the speaker may do himself puts nobody before a choice.
    check(
        "\"    \"    PUNCT ``  4 punct
         We   we   PRON  PRP 4 nsubj
         can  can  AUX   MD  4 aux
         talk talk VERB  VB  0 root
         .    .    PUNCT .   4 punct

         Or      or      CCONJ CC  4 cc
         we      we      PRON  PRP 4 nsubj
         can     can     AUX   MD  4 aux
         fight   fight   VERB  VB  8 ccomp
         ,       ,       PUNCT ,   4 punct
         \"       \"       PUNCT ''  4 punct
         Elbonia Elbonia PROPN NNP 8 nsubj
         said    say     VERB  VBD 0 root
         .       .       PUNCT .   8 punct",
        expect![[""]],
    );
    // Two acts that may both be done are none.
    check(
        "\"         \"         PUNCT ``  4 punct
         Ruritania Ruritania PROPN NNP 4 nsubj
         can       can       AUX   MD  4 aux
         return    return    VERB  VB  0 root
         to        to        ADP   IN  7 case
         the       the       DET   DT  7 det
         talks     talk      NOUN  NNS 4 obl
         .         .         PUNCT .   4 punct

         It      it      PRON  PRP 4 nsubj
         can     can     AUX   MD  4 aux
         also    also    ADV   RB  4 advmod
         stay    stay    VERB  VB  9 ccomp
         alone   alone   ADV   RB  4 advmod
         ,       ,       PUNCT ,   4 punct
         \"       \"       PUNCT ''  4 punct
         Elbonia Elbonia PROPN NNP 9 nsubj
         said    say     VERB  VBD 0 root
         .       .       PUNCT .   9 punct",
        expect![[""]],
    );
}

#[test]
fn a_choice_may_be_told_in_the_next_sentence() {
    check(
        "The       the       DET   DT  2 det
         choice    choice    NOUN  NN  6 nsubj
         for       for       ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 nmod
         is        be        AUX   VBZ 6 cop
         simple    simple    ADJ   JJ  9 ccomp
         ,         ,         PUNCT ,   6 punct
         Elbonia   Elbonia   PROPN NNP 9 nsubj
         said      say       VERB  VBD 0 root
         .         .         PUNCT .   9 punct

         It     it     PRON  PRP  2  nsubj
         leaves leave  VERB  VBZ  0  root
         the    the    DET   DT   4  det
         island island NOUN  NN   2  obj
         ,      ,      PUNCT ,    8  punct
         or     or     CCONJ CC   8  cc
         it     it     PRON  PRP  8  nsubj
         faces  face   VERB  VBZ  2  conj
         our    our    PRON  PRP$ 10 nmod:poss
         navy   navy   NOUN  NN   8  obj
         .      .      PUNCT .    2  punct",
        expect![[r#"
            Choice ELB -> RUR | or It leaves the island | or it faces our navy
        "#]],
    );
    // What follows without "or" is no path.
    check(
        "The       the       DET   DT  2 det
         choice    choice    NOUN  NN  6 nsubj
         for       for       ADP   IN  4 case
         Ruritania Ruritania PROPN NNP 2 nmod
         is        be        AUX   VBZ 6 cop
         simple    simple    ADJ   JJ  9 ccomp
         ,         ,         PUNCT ,   6 punct
         Elbonia   Elbonia   PROPN NNP 9 nsubj
         said      say       VERB  VBD 0 root
         .         .         PUNCT .   9 punct

         It     it     PRON  PRP 2 nsubj
         leaves leave  VERB  VBZ 0 root
         the    the    DET   DT  4 det
         island island NOUN  NN  2 obj
         .      .      PUNCT .   2 punct",
        expect![[""]],
    );
}

#[test]
fn what_must_be_done_in_exchange_is_the_condition() {
    check(
        "Elbonia Elbonia PROPN NNP  3 nsubj
         is      be      AUX   VBZ  3 cop
         ready   ready   ADJ   JJ   0 root
         to      to      PART  TO   5 mark
         open    open    VERB  VB   3 xcomp
         its     its     PRON  PRP$ 7 nmod:poss
         ports   port    NOUN  NNS  5 obj
         .       .       PUNCT .    3 punct

         In        in        ADP   IN   2  case
         exchange  exchange  NOUN  NN   6  obl
         ,         ,         PUNCT ,    2  punct
         Ruritania Ruritania PROPN NNP  6  nsubj
         must      must      AUX   MD   6  aux
         withdraw  withdraw  VERB  VB   11 ccomp
         its       its       PRON  PRP$ 8  nmod:poss
         guards    guard     NOUN  NNS  6  obj
         ,         ,         PUNCT ,    6  punct
         Elbonia   Elbonia   PROPN NNP  11 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    11 punct",
        expect![[r#"
            Offer ELB -> RUR | if withdraw its guards | then open its ports
            Demand ELB -> RUR | what withdraw its guards
        "#]],
    );
}

#[test]
fn what_is_granted_may_be_put_in_question() {
    check(
        "Should    should    AUX   MD  3  aux
         Ruritania Ruritania PROPN NNP 3  nsubj
         build     build     VERB  VB  9  advcl
         the       the       DET   DT  5  det
         dam       dam       NOUN  NN  3  obj
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 9  nsubj
         would     would     AUX   MD  9  aux
         rethink   rethink   VERB  VB  19 ccomp
         the       the       DET   DT  12 det
         fishing   fishing   NOUN  NN  12 compound
         rights    right     NOUN  NNS 9  obj
         of        of        ADP   IN  14 case
         firms     firm      NOUN  NNS 12 nmod
         from      from      ADP   IN  16 case
         Ruritania Ruritania PROPN NNP 14 nmod
         ,         ,         PUNCT ,   9  punct
         Elbonia   Elbonia   PROPN NNP 19 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   19 punct",
        expect![[r#"
            Threat ELB -> RUR | if Ruritania build the dam | then Elbonia would rethink the fishing rights of firms from Ruritania
        "#]],
    );
    // A talk about flights is no harm.
    check(
        "Elbonia   Elbonia   PROPN NNP 3  nsubj
         would     would     AUX   MD  3  aux
         review    review    VERB  VB  12 ccomp
         the       the       DET   DT  5  det
         flights   flight    NOUN  NNS 3  obj
         to        to        ADP   IN  7  case
         Ruritania Ruritania PROPN NNP 5  nmod
         in        in        ADP   IN  9  case
         May       May       PROPN NNP 3  obl
         ,         ,         PUNCT ,   3  punct
         Elbonia   Elbonia   PROPN NNP 12 nsubj
         said      say       VERB  VBD 0  root
         .         .         PUNCT .   12 punct",
        expect![[""]],
    );
}

#[test]
fn what_is_not_left_without_an_answer() {
    check(
        "A       a       DET   DT  3  det
         new     new     ADJ   JJ  3  amod
         launch  launch  NOUN  NN  7  nsubj:pass
         will    will    AUX   MD  7  aux
         not     not     PART  RB  7  advmod
         be      be      AUX   VB  7  aux:pass
         left    leave   VERB  VBN 13 ccomp
         without without ADP   IN  10 case
         an      a       DET   DT  10 det
         answer  answer  NOUN  NN  7  obl
         ,       ,       PUNCT ,   13 punct
         Elbonia Elbonia PROPN NNP 13 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   13 punct",
        expect![[r#"
            Threat ELB ->  | if A new launch | then not will not be left without an answer
        "#]],
    );
    check(
        "Any       any       DET   DT  3  det
         further   further   ADJ   JJ  3  amod
         flight    flight    NOUN  NN  6  nsubj:pass
         would     would     AUX   MD  6  aux
         be        be        AUX   VB  6  aux:pass
         regarded  regard    VERB  VBN 15 ccomp
         by        by        ADP   IN  8  case
         Elbonia   Elbonia   PROPN NNP 6  obl:agent
         as        as        ADP   IN  12 case
         a         a         DET   DT  12 det
         hostile   hostile   ADJ   JJ  12 amod
         act       act       NOUN  NN  6  obl
         ,         ,         PUNCT ,   6  punct
         Elbonia   Elbonia   PROPN NNP 15 nsubj
         told      tell      VERB  VBD 0  root
         Ruritania Ruritania PROPN NNP 15 iobj
         .         .         PUNCT .   15 punct",
        expect![[r#"
            Threat ELB -> RUR | if Any further flight | then would be regarded by Elbonia as a hostile act
        "#]],
    );
    // A flight that is planned is no trigger.
    check(
        "The     the     DET   DT  3  det
         new     new     ADJ   JJ  3  amod
         flight  flight  NOUN  NN  8  nsubj
         to      to      ADP   IN  6  case
         the     the     DET   DT  6  det
         capital capital NOUN  NN  3  nmod
         will    will    AUX   MD  8  aux
         start   start   VERB  VB  13 ccomp
         in      in      ADP   IN  10 case
         May     May     PROPN NNP 8  obl
         ,       ,       PUNCT ,   8  punct
         Elbonia Elbonia PROPN NNP 13 nsubj
         said    say     VERB  VBD 0  root
         .       .       PUNCT .   13 punct",
        expect![[""]],
    );
}

#[test]
fn a_proviso_is_the_condition_of_an_offer() {
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         offered   offer     VERB  VBD  0  root
         to        to        PART  TO   4  mark
         open      open      VERB  VB   2  xcomp
         its       its       PRON  PRP$ 6  nmod:poss
         ports     port      NOUN  NNS  4  obj
         provided  provide   VERB  VBN  2  advcl
         Ruritania Ruritania PROPN NNP  9  nsubj
         withdraws withdraw  VERB  VBZ  7  ccomp
         its       its       PRON  PRP$ 11 nmod:poss
         guards    guard     NOUN  NNS  9  obj
         .         .         PUNCT .    2  punct",
        expect![[r#"
            Offer ELB -> RUR | if Ruritania withdraws its guards | then open its ports
        "#]],
    );
}

#[test]
fn failing_which_threatens_whoever_has_the_time() {
    check(
        "Elbonia   Elbonia   PROPN NNP  2  nsubj
         gave      give      VERB  VBD  0  root
         Ruritania Ruritania PROPN NNP  2  iobj
         ten       ten       NUM   CD   5  nummod
         days      day       NOUN  NNS  2  obj
         to        to        PART  TO   7  mark
         reopen    reopen    VERB  VB   2  xcomp
         the       the       DET   DT   9  det
         crossing  crossing  NOUN  NN   7  obj
         ,         ,         PUNCT ,    11 punct
         failing   fail      VERB  VBG  2  advcl
         which     which     PRON  WDT  15 obj
         Elbonia   Elbonia   PROPN NNP  15 nsubj
         will      will      AUX   MD   15 aux
         halt      halt      VERB  VB   11 ccomp
         fuel      fuel      NOUN  NN   17 compound
         exports   export    NOUN  NNS  15 obj
         .         .         PUNCT .    2  punct",
        expect![[r#"
            Demand ELB -> RUR | what reopen the crossing
            Threat ELB -> RUR | if not reopen the crossing | then Elbonia will halt fuel exports
        "#]],
    );
}

#[test]
fn what_is_ours_threatens_for_us() {
    check(
        "\"         \"         PUNCT ``   4  punct
         Ruritania Ruritania PROPN NNP  4  nsubj
         must      must      AUX   MD   4  aux
         apologise apologise VERB  VB   13 ccomp
         or        or        CCONJ CC   9  cc
         our       our       PRON  PRP$ 7  nmod:poss
         soldiers  soldier   NOUN  NNS  9  nsubj
         will      will      AUX   MD   9  aux
         stay      stay      VERB  VB   4  conj
         ,         ,         PUNCT ,    4  punct
         \"         \"         PUNCT ''   4  punct
         Elbonia   Elbonia   PROPN NNP  13 nsubj
         said      say       VERB  VBD  0  root
         .         .         PUNCT .    13 punct",
        expect![[r#"
            Demand ELB -> RUR | what apologise
            Threat ELB -> RUR | if not apologise | then our soldiers will stay
        "#]],
    );
}
