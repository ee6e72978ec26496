//! Names and titles, and the prepositions before them. "Ana Ruiz held talks with Secretary of State Jan Berg": the secretary
//! is no part of the first name.

use super::sentence::Sentence;

/// "its minister, Said al-Berg, will wait": a capital within a sentence and a name behind it make a name.
pub(super) fn given(sentence: &mut Sentence) {
    for word in sentence.words.clone().skip(1) {
        let next = word + 1;
        if sentence.form(word) != "Said" || !sentence.words.contains(&next) || sentence[word].upos == "PROPN"
        {
            continue;
        }
        // Behind a quotation's end a capital may begin what a headline says.
        let opened = sentence.comma_before(word) || sentence[word - 1].upos == "NOUN";
        let closes = |w: usize| sentence.form(w).ends_with(['"', '”']);
        let quoted = word >= 2 && closes(word - 2) || closes(word - 1);
        let all = sentence
            .words
            .clone()
            .filter(|&w| sentence[w].upos != "PUNCT")
            .all(|w| sentence.form(w).starts_with(char::is_uppercase));
        if !opened || quoted || all || sentence[next].upos != "PROPN" {
            continue;
        }
        let parts: Vec<usize> = (next..sentence.words.end)
            .take_while(|&w| sentence[w].upos == "PROPN" || sentence.form(w) == "-")
            .collect();
        for w in sentence.children(word).collect::<Vec<_>>() {
            if !parts.contains(&w) {
                sentence[w].head = sentence[word].head;
            }
        }
        for &w in &parts {
            sentence.attach(w, word, "flat");
        }
        sentence.retag(word, "PROPN", "NNP");
        "Said".clone_into(&mut sentence[word].lemma);
        // Behind a noun and a comma it says who that is.
        let noun = if sentence.comma_before(word) { word.checked_sub(2) } else { Some(word - 1) };
        if let Some(noun) = noun.filter(|&n| n >= sentence.words.start && sentence.nominal(n)) {
            sentence.attach(word, noun, "appos");
        }
    }
}

/// "Peru's deputy foreign minister", with the minister set beside a deputy: without a comma between, the deputy is a kind of
/// minister.
pub(super) fn deputy(sentence: &mut Sentence) {
    for title in sentence.words.clone().skip(1) {
        if sentence[title].deprel != "appos" || sentence[title].upos != "NOUN" {
            continue;
        }
        let Some(deputy) = sentence.head_before(title) else { continue };
        let close = (deputy + 1..title)
            .all(|w| matches!(sentence[w].upos, "ADJ" | "NOUN") && sentence.hangs(w, title));
        let known = matches!(sentence[deputy].lemma.as_str(), "deputy" | "vice" | "assistant");
        if !close || !known || sentence.lexicon.roles.title(&sentence[title].lemma).is_none() {
            continue;
        }
        let (head, relation) = (sentence[deputy].head, sentence[deputy].deprel);
        sentence.hand_over(deputy, title, |w| w != title);
        (sentence[title].head, sentence[title].deprel) = (head, relation);
        sentence.attach(deputy, title, "compound");
    }
}

/// "the president of Greece Nikos Pappas", with the name set beside somebody else: a name directly behind the state of an office
/// is the office holder's.
pub(super) fn holder_behind(sentence: &mut Sentence) {
    for of in sentence.words.clone().skip(1) {
        if sentence[of].lemma != "of" || of + 2 >= sentence.words.end {
            continue;
        }
        let title = of - 1;
        let state = sentence.head_behind(of).filter(|&s| s - of <= 3 && sentence[s].upos == "PROPN");
        let Some(state) = state.filter(|&s| sentence.head_of(s) == Some(title)) else { continue };
        let name = state + 1;
        if !sentence.is_title(title) || !sentence.words.contains(&name) || sentence[name].upos != "PROPN" {
            continue;
        }
        let loose = matches!(sentence[name].deprel, "appos" | "nmod" | "flat");
        let Some(above) = sentence.head_of(name).filter(|_| loose) else { continue };
        let last =
            (name..sentence.words.end).take_while(|&w| sentence[w].upos == "PROPN").last().unwrap_or(name);
        let parts: Vec<usize> = (name + 1..=last).collect();
        let whole = parts.iter().all(|&w| {
            let relation = sentence[w].deprel;
            sentence.head_of(w) == Some(name) || relation == "appos" && sentence.head_of(w) == Some(above)
        });
        if above > title || parts.is_empty() || !whole {
            continue;
        }
        sentence.attach(name, title, "appos");
        for w in parts {
            sentence.attach(w, name, "flat");
        }
    }
}

/// "with US Secretary of State Mark Reed", with the preposition hung from a later part of the name: it is the whole name's.
pub(super) fn case_of_whole(sentence: &mut Sentence) {
    for case in sentence.words.clone() {
        if sentence[case].deprel != "case" {
            continue;
        }
        let Some(part) = sentence.head_of(case).filter(|&p| p > case + 1) else { continue };
        let mut top = part;
        for _ in 0..4 {
            match sentence.head_of(top) {
                Some(h) if h < top && h > case && matches!(sentence[top].deprel, "flat" | "compound") => {
                    top = h
                }
                _ => break,
            }
        }
        let led = (case + 1..top).all(|w| sentence[w].upos != "ADP");
        if top != part && led && sentence.nominal(top) {
            sentence.hang(case, top);
        }
    }
}

/// "Ana Ruiz held talks with Secretary of State Jan Berg", with the secretary read as a part of the first name: what a verb parts
/// from it and a preposition opens is the noun's before that, or the verb's.
pub(super) fn title_apart(sentence: &mut Sentence) {
    for title in sentence.words.clone().skip(2) {
        let word = &sentence[title];
        if !matches!(word.deprel, "nmod:desc" | "flat" | "appos") || word.upos != "PROPN" {
            continue;
        }
        let Some(name) = sentence.head_before(title) else { continue };
        let Some(verb) = (name + 1..title).rev().find(|&v| sentence.is_verb(v)) else { continue };
        let first = (verb + 1..title)
            .rev()
            .take_while(|&w| sentence.head_of(w) == Some(title) && sentence.nominal(w))
            .last()
            .unwrap_or(title);
        let case = first - 1;
        if case <= verb || sentence[case].upos != "ADP" {
            continue;
        }
        let noun = (case - 1 > verb && sentence.nominal(case - 1)).then_some(case - 1);
        match noun {
            Some(noun) => sentence.attach(title, noun, "nmod"),
            None => sentence.attach(title, verb, "obl"),
        }
        sentence.attach(case, title, "case");
    }
}

/// "President Berg spoke by phone with Chancellor Ruiz", with the second name read as part of the first: the parts of a name
/// stand together, and what a verb parts from it and a preposition opens is the verb's.
pub(super) fn parted(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        // "A delegation from *Lima* arrived in Oslo", with Lima taken for a part of Oslo.
        let far = sentence.head_behind(word).filter(|_| sentence[word].deprel == "flat");
        let apart = far.is_some_and(|h| (word + 1..h).any(|v| sentence.is_verb(v)));
        let case = sentence.related(word, "case").find(|&c| c < word).filter(|_| apart);
        let noun =
            case.and_then(|c| c.checked_sub(1)).filter(|&n| sentence.nominal(n) && !sentence.below(n, word));
        if let Some(noun) = noun.filter(|n| sentence.words.contains(n)) {
            sentence.attach(word, noun, "nmod");
            continue;
        }
        let cased = sentence.has(word, "case");
        let head = sentence.head_before(word);
        let Some(head) = head.filter(|_| cased && sentence[word].deprel == "flat") else { continue };
        if let Some(verb) = (head + 1..word).rev().find(|&v| sentence.is_verb(v)) {
            sentence.attach(word, verb, "obl");
        }
    }
}

/// "Peru, neighbour and ally of Chile, offered ...": common nouns without an article between commas behind a name say what it
/// is; they do not act beside it.
pub(super) fn described(sentence: &mut Sentence) {
    for noun in sentence.words.clone() {
        let word = &sentence[noun];
        let Some(name) = sentence.head_of(noun).filter(|&n| n + 1 < noun) else { continue };
        let fits = word.deprel == "conj"
            && matches!(word.xpos, "NN")
            && sentence[name].upos == "PROPN"
            && sentence[name].deprel.starts_with("nsubj")
            && sentence.is_comma(name + 1)
            && !sentence.has(noun, "det");
        // "neighbour and ally": the "and" stands within, behind a noun of its own.
        let and = sentence.cc_between(name + 2, noun);
        let within = and
            .is_some_and(|c| sentence[c - 1].upos == "NOUN" && !(name + 2..c).any(|w| sentence.is_comma(w)));
        let end = (noun + 1..sentence.words.end)
            .find(|&w| !matches!(sentence[w].upos, "ADP" | "DET" | "PROPN" | "ADJ" | "NOUN"));
        let closed =
            end.is_some_and(|e| sentence.is_comma(e) && sentence.head_of(name).is_some_and(|v| v > e));
        if fits && within && closed {
            sentence[noun].deprel = "appos";
        }
    }
}

/// "the heads of State of the league", with both prepositions hung from the league: each noun has the one before it.
pub(super) fn own_case(sentence: &mut Sentence) {
    for noun in sentence.words.clone().skip(1) {
        let case = noun - 1;
        if sentence[noun].deprel != "nmod" || !sentence.nominal(noun) || sentence[case].deprel != "case" {
            continue;
        }
        let Some(far) = sentence.head_of(case).filter(|&f| f > noun) else { continue };
        let own = sentence.related(far, "case").any(|c| noun < c && c < far);
        let bare = !sentence.has(noun, "case");
        // A case of its own may stand elsewhere where the noun's own head is before both.
        let before = sentence[case].upos == "ADP" && sentence.head_of(noun).is_some_and(|h| h < case);
        if own && sentence.head_of(far) == Some(noun) && (bare || before) {
            sentence.hang(case, noun);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn a_verb_parts_a_name_from_another_behind_it() {
        check(
            "envoys   envoy    NOUN  NNS 4 nsubj
             from     from     ADP   IN  3 case
             Lima     Lima     PROPN NNP 6 flat
             arrived  arrive   VERB  VBD 0 root
             in       in       ADP   IN  6 case
             Oslo     Oslo     PROPN NNP 4 obl",
            expect![
                "envoy/NNS nsubj arrived; from/IN case Lima; Lima/NNP nmod envoys; arrive/VBD root -; in/IN case Oslo; Oslo/NNP obl arrived"
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
    fn a_deputy_is_a_kind_of_minister() {
        check_with_names(
            "Peru     Peru     PROPN NNP 3 nmod:poss
             's       's       PART  POS 1 case
             deputy   deputy   NOUN  NN  6 nsubj
             foreign  foreign  ADJ   JJ  5 amod
             minister minister NOUN  NN  3 appos
             left     leave    VERB  VBD 0 root",
            expect![
                "Peru/NNP nmod:poss minister; 's/POS case Peru; deputy/NN compound minister; foreign/JJ amod minister; minister/NN nsubj left; leave/VBD root -"
            ],
        );
    }

    #[test]
    fn a_name_behind_the_state_of_an_office_is_its_holders() {
        check_with_names(
            "Berg      Berg      PROPN NNP 9 nsubj
             and       and       CCONJ CC  4 cc
             the       the       DET   DT  4 det
             president president NOUN  NN  1 conj
             of        of        ADP   IN  6 case
             Peru      Peru      PROPN NNP 4 nmod
             Ana       Ana       PROPN NNP 1 appos
             Ruiz      Ruiz      PROPN NNP 7 flat
             met       meet      VERB  VBD 0 root",
            expect![
                "Berg/NNP nsubj met; and/CC cc president; the/DT det president; president/NN conj Berg; of/IN case Peru; Peru/NNP nmod president; Ana/NNP appos president; Ruiz/NNP flat Ana; meet/VBD root -"
            ],
        );
    }

    #[test]
    fn a_preposition_is_the_whole_names() {
        check_with_names(
            "talks     talk      NOUN  NNS 0 root
             with      with      ADP   IN  5 case
             Secretary Secretary PROPN NNP 1 nmod
             Jan       Jan       PROPN NNP 3 flat
             Berg      Berg      PROPN NNP 4 flat",
            expect![
                "talk/NNS root -; with/IN case Secretary; Secretary/NNP nmod talks; Jan/NNP flat Secretary; Berg/NNP flat Jan"
            ],
        );
    }

    #[test]
    fn a_title_behind_a_verb_is_no_part_of_the_name_before_it() {
        check_with_names(
            "Ana       Ana       PROPN NNP 2 nsubj
             held      hold      VERB  VBD 0 root
             talks     talk      NOUN  NNS 2 conj
             with      with      ADP   IN  8 case
             Secretary Secretary PROPN NNP 1 nmod:desc
             of        of        ADP   IN  7 case
             State     State     PROPN NNP 5 nmod
             Berg      Berg      PROPN NNP 5 appos",
            expect![
                "Ana/NNP nsubj held; hold/VBD root -; talk/NNS obj held; with/IN case Secretary; Secretary/NNP nmod talks; of/IN case State; State/NNP nmod Secretary; Berg/NNP appos Secretary"
            ],
        );
    }

    #[test]
    fn a_verb_parts_two_names() {
        check(
            "Ana   Ana   PROPN NNP 3 nsubj
             Ruiz  Ruiz  PROPN NNP 1 flat
             spoke speak VERB  VBD 0 root
             with  with  ADP   IN  5 case
             Per   Per   PROPN NNP 1 flat
             Berg  Berg  PROPN NNP 5 flat",
            expect![
                "Ana/NNP nsubj spoke; Ruiz/NNP flat Ana; speak/VBD root -; with/IN case Per; Per/NNP obl spoke; Berg/NNP flat Per"
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
    fn each_noun_has_the_preposition_before_it() {
        check(
            "heads head  NOUN  NNS 7 nsubj
             of    of    ADP   IN  6 case
             state state NOUN  NN  1 nmod
             of    of    ADP   IN  6 case
             the   the   DET   DT  6 det
             Union Union PROPN NNP 3 nmod
             met   meet  VERB  VBD 0 root",
            expect![[
                "head/NNS nsubj met; of/IN case state; state/NN nmod heads; of/IN case Union; the/DT det Union; Union/NNP nmod state; meet/VBD root -"
            ]],
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
}
