//! Terms that are given, fire that is traded, harm that is vowed.

use super::tests::check;
use expect_test::expect;

#[test]
fn who_is_given_hours_to_act_is_asked() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         gave      give      VERB  VBD 0 root
         Ruritania Ruritania PROPN NNP 2 iobj
         48        48        NUM   CD  5 nummod
         hours     hour      NOUN  NNS 2 obj
         to        to        PART  TO  7 mark
         leave     leave     VERB  VB  2 advcl
         .         .         PUNCT .   2 punct",
        expect![[r#"
            REQUEST Occurred: Elbonia -> Ruritania | gave Ruritania 48 hours [48 hours]
        "#]],
    );
}

#[test]
fn who_trades_fire_attacks_each_other() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 4 nsubj
         and       and       CCONJ CC  3 cc
         Ruritania Ruritania PROPN NNP 1 conj
         traded    trade     VERB  VBD 0 root
         fire      fire      NOUN  NN  4 obj
         .         .         PUNCT .   4 punct",
        expect![[r#"
            ASSAULT/firearms Occurred: Elbonia -> Ruritania | traded fire
        "#]],
    );
}

#[test]
fn who_vows_harm_threatens() {
    check(
        &["Elbonia", "Ruritania"],
        "Elbonia   Elbonia   PROPN NNP 2 nsubj
         vowed     vow       VERB  VBD 0 root
         to        to        PART  TO  4 mark
         bomb      bomb      VERB  VB  2 xcomp
         Ruritania Ruritania PROPN NNP 4 obj
         .         .         PUNCT .   2 punct

         Elbonia   Elbonia   PROPN NNP 2 nsubj
         vowed     vow       VERB  VBD 0 root
         to        to        PART  TO  4 mark
         help      help      VERB  VB  2 xcomp
         Ruritania Ruritania PROPN NNP 4 obj
         .         .         PUNCT .   2 punct",
        expect![[r#"
            THREATEN/violence Occurred: Elbonia -> Ruritania | vowed
            ASSAULT/aerial Planned: Elbonia -> Ruritania | bomb
            AGREE Occurred: Elbonia -> Ruritania | vowed
            AID Planned: Elbonia -> Ruritania | help
        "#]],
    );
}

#[test]
fn who_stones_an_embassy_riots() {
    check(
        &["Elbonia"],
        "Serbs   Serb    PROPN NNPS 2 nsubj
         stoned  stone   VERB  VBD  0 root
         the     the     DET   DT   4 det
         embassy embassy NOUN  NN   2 obj
         of      of      ADP   IN   6 case
         Elbonia Elbonia PROPN NNP  4 nmod
         .       .       PUNCT .    2 punct",
        expect![[r#"
            PROTEST/riot Occurred: "Serbs" -> Elbonia | stoned the embassy
        "#]],
    );
}
