//! Lists of nouns: names with commas alone between them, what "and" joins, the second of two behind one preposition.
//! "envoys of Chile, Peru and the League": Peru is no apposition, and the League goes on with Chile.

use super::sentence::Sentence;
use demarche_lexicon::gazetteer::Sense;

/// "the group of Uzbek and Kyrgyz border officials", with the officials set beside the group: two nationalities before one plural
/// noun are both its own.
pub(super) fn two_nations(sentence: &mut Sentence) {
    for and in sentence.words.clone().skip(1) {
        if sentence[and].upos != "CCONJ" || and + 2 >= sentence.words.end {
            continue;
        }
        let nation = |w: usize| {
            matches!(sentence[w].upos, "PROPN" | "ADJ")
                && sentence
                    .lexicon
                    .gazetteer
                    .readings(sentence.form(w))
                    .iter()
                    .any(|r| r.sense == Sense::Adjective)
        };
        let (one, other) = (and - 1, and + 1);
        if !nation(one) || !nation(other) {
            continue;
        }
        let Some(noun) = sentence.head_behind(other).filter(|&n| sentence[n].xpos == "NNS") else {
            continue;
        };
        let between = (other + 1..noun).all(|w| matches!(sentence[w].upos, "NOUN" | "ADJ" | "PROPN"));
        if !between || sentence.hangs(one, noun) || sentence[noun].deprel != "conj" {
            continue;
        }
        sentence.take_place(noun, one);
        sentence.hand_over(one, noun, |w| w < one);
        sentence.attach(one, noun, "amod");
        sentence.attach(other, one, "conj");
        sentence.attach(and, other, "cc");
    }
}

/// "between war and peace", with peace below war as its own: what "and" or "or" joins to a noun stands beside it.
pub(super) fn beside(sentence: &mut Sentence) {
    for noun in sentence.words.clone() {
        let word = &sentence[noun];
        if word.deprel != "nmod" || !sentence.nominal(noun) {
            continue;
        }
        let Some(first) = sentence.head_before(noun).filter(|&h| sentence.nominal(h)) else {
            continue;
        };
        let and = sentence
            .related(noun, "cc")
            .find(|&c| first < c && c < noun && matches!(sentence[c].lemma.as_str(), "and" | "or"));
        let own = !sentence.has(noun, "case");
        if and.is_some_and(|c| c == first + 1) && own {
            sentence[noun].deprel = "conj";
        }
    }
}

/// "Peru, Brazil defence chiefs meet in Lima": of two subjects with a comma between, the second goes on with the first, as
/// headlines have it.
pub(super) fn strung(sentence: &mut Sentence) {
    let first = sentence.words.start;
    let Some(verb) = sentence.head_of(first).filter(|&v| v > first + 2) else { return };
    let subject = |w: usize| sentence[w].deprel == "nsubj" && sentence.head_of(w) == Some(verb);
    let named = sentence[first].upos == "PROPN" && subject(first);
    if !named || !sentence.is_verb(verb) || !sentence.is_comma(first + 1) {
        return;
    }
    let second = (first + 2..verb).rev().find(|&w| subject(w));
    let plain = |w: usize| matches!(sentence[w].upos, "PROPN" | "NOUN" | "ADJ");
    if let Some(second) =
        second.filter(|&s| (first + 2..=s).all(plain) && sentence[first + 2].upos == "PROPN")
    {
        sentence.attach(second, first, "conj");
    }
}

/// "Oslo, Lima pledged ships", "Berg, Ruiz to meet": a name between a comma and the verb is no apposition, which a second
/// comma would close, but the last of a list; an infinitive below it hangs from the first name.
pub(super) fn listed(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        let relation = sentence[word].deprel;
        if !matches!(relation, "appos" | "conj") || sentence[word].upos != "PROPN" {
            continue;
        }
        let Some(first) = sentence.head_before(word) else { continue };
        let name = sentence[first].upos == "PROPN" && !sentence.has(first, "det");
        let listed = sentence.children(word).filter(|&w| w < word && sentence[w].upos != "PUNCT");
        let start = listed.min().unwrap_or(word);
        let comma = sentence.comma_before(start);
        let inside = |w: usize| matches!(sentence[w].deprel, "flat" | "compound" | "punct");
        let end = sentence
            .children(word)
            .filter(|&w| w > word && inside(w) && !sentence.is_comma(w))
            .max()
            .map_or(word + 1, |w| w + 1);
        if !name || !comma || !sentence.words.contains(&end) {
            continue;
        }
        let next = &sentence[end];
        if !(matches!(next.xpos, "VBD" | "VBZ" | "VBP" | "MD" | "TO") || next.upos == "AUX") {
            continue;
        }
        let to = next.xpos == "TO";
        sentence[word].deprel = "conj";
        let infinitive = sentence.related(word, "acl").find(|&v| v == end + 1);
        if let Some(verb) = infinitive.filter(|_| to) {
            sentence.hang(verb, first);
        }
    }
}

/// "envoys of Chile, Peru and the League": a name without a preposition behind a comma and another name, both below one noun,
/// goes on with the list that "and" closes; so does one taken for what several are, as no name alone is.
pub(super) fn enumerated(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        if !matches!(sentence[word].deprel, "nmod" | "appos") || sentence[word].upos != "PROPN" {
            continue;
        }
        let Some(head) = sentence.head_before(word) else { continue };
        if sentence[word].deprel == "appos" && sentence[head].xpos != "NNS" {
            continue;
        }
        let cased = |w: usize| sentence.has(w, "case");
        let closed = |above: usize| {
            let last = sentence.related(above, "conj").filter(|&c| c > word);
            last.flat_map(|c| sentence.related(c, "cc"))
                .any(|x| x > word && sentence[x].lemma == "and" && !sentence.comma_before(x))
        };
        let own = sentence
            .children(word)
            .filter(|&w| w < word && matches!(sentence[w].deprel, "compound" | "flat" | "det" | "amod"));
        let start = own.min().unwrap_or(word);
        let comma = sentence.comma_before(start);
        let first = sentence
            .related(head, "nmod")
            .filter(|&f| f + 1 < start && f > head && sentence[f].upos == "PROPN" && cased(f))
            .last();
        let Some(first) =
            first.filter(|&f| f + 2 == start && comma && (closed(word) || closed(f)) && !cased(word))
        else {
            continue;
        };
        sentence.attach(word, first, "conj");
        let last: Vec<usize> = sentence.related(word, "conj").collect();
        for w in last {
            sentence.hang(w, first);
        }
    }
}

/// "ministers of Chile, Peru and Brazil": a name behind "and" that hangs from the ministers, though a list of names hangs below
/// them, is the last of the list.
pub(super) fn completed(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        if sentence[word].deprel != "conj" || sentence[word].upos != "PROPN" {
            continue;
        }
        let Some(head) = sentence.head_before(word) else { continue };
        let Some(and) = sentence.related(word, "cc").find(|&c| sentence[c].lemma == "and") else {
            continue;
        };
        let plural = matches!(sentence[head].xpos, "NNS" | "NNPS");
        let first =
            sentence.related(head, "nmod").filter(|&f| f > head && sentence[f].upos == "PROPN").last();
        let Some(first) = first.filter(|_| plural) else { continue };
        // The list reaches up to the "and".
        let listed = sentence.related(first, "conj").last().is_some_and(|l| l + 1 == and);
        let cased = sentence.has(word, "case");
        if listed && !cased {
            sentence.hang(word, first);
        }
    }
}

/// "talks between minister Berg and Peru's premier", with the premier hung from the talks: he is the second of the two.
pub(super) fn between(sentence: &mut Sentence) {
    for word in sentence.words.clone().skip(3) {
        if sentence[word].deprel != "nmod" || !sentence.nominal(word) {
            continue;
        }
        let and = sentence.related(word, "cc").find(|&c| sentence[c].lemma == "and" && c < word);
        let Some(and) = and.filter(|_| !sentence.has(word, "case")) else {
            continue;
        };
        let Some(noun) = sentence.head_of(word).filter(|&n| n < and) else { continue };
        let first =
            sentence.related(noun, "nmod").find(|&f| f < and && sentence.has_word(f, "case", &["between"]));
        if let Some(first) = first.filter(|&f| !sentence.has(f, "conj")) {
            sentence.attach(word, first, "conj");
        }
    }
}

/// "part of the solution or part of the problem": the second part is set beside the first, not beside the solution.
pub(super) fn repeated(sentence: &mut Sentence) {
    for word in sentence.words.clone().skip(2) {
        if sentence[word].deprel != "conj" || sentence[word].upos != "NOUN" {
            continue;
        }
        let Some(head) = sentence.head_before(word) else { continue };
        let Some(above) = sentence.head_before(head) else { continue };
        let same = sentence[above].lemma == sentence[word].lemma
            && sentence[above].upos == "NOUN"
            && sentence[head].lemma != sentence[word].lemma
            && sentence[head].deprel == "nmod";
        if same {
            sentence.hang(word, above);
        }
    }
}

/// "the ministers of Chile and Peru", with Peru hung below the ministers by itself: what "and" sets behind a noun with a
/// preposition is joined to it.
pub(super) fn with_first(sentence: &mut Sentence) {
    for second in sentence.words.clone() {
        if sentence[second].deprel != "nmod" || !sentence.nominal(second) {
            continue;
        }
        let Some(above) = sentence.head_before(second) else { continue };
        let Some(and) = sentence.cc_before(second) else { continue };
        if sentence.related(second, "case").any(|c| c < second) {
            continue;
        }
        let first = sentence
            .related(above, "nmod")
            .find(|&f| f + 1 == and && sentence.related(f, "case").any(|c| above < c && c < f));
        if let Some(first) = first {
            sentence.attach(second, first, "conj");
        }
    }
}

/// "Peru and the rebels resumed talks", read as two subjects of one verb: the second, before which "and" stands, is joined
/// to the first.
pub(super) fn joined(sentence: &mut Sentence) {
    for second in sentence.words.clone() {
        let relation = sentence[second].deprel;
        if !matches!(relation, "nsubj" | "nsubj:pass" | "obj") || !sentence.nominal(second) {
            continue;
        }
        let Some(head) = sentence.head_of(second) else { continue };
        let Some(and) = sentence
            .related(second, "cc")
            .find(|&c| c < second && matches!(sentence[c].lemma.as_str(), "and" | "or"))
        else {
            continue;
        };
        let same = |w: &usize| sentence[*w].deprel == relation && sentence.nominal(*w);
        let first = sentence.children(head).filter(|&w| w < and).filter(same).last();
        // Both on one side of the verb, with nothing but the first's own words between.
        let Some(first) = first.filter(|&f| (f < head) == (second < head)) else { continue };
        let apart = (first + 1..and).any(|w| sentence.is_verb(w) || sentence.is_comma(w));
        if !apart {
            sentence.attach(second, first, "conj");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn two_nations_before_a_plural_are_its_own() {
        check_with_names(
            "The       the       DET   DT  2 det
             group     group     NOUN  NN  8 nsubj
             of        of        ADP   IN  4 case
             Peruvian  Peruvian  PROPN NNP 2 nmod
             and       and       CCONJ CC  7 cc
             Chilean   Chilean   PROPN NNP 7 compound
             officials official  NOUN  NNS 2 conj
             met       meet      VERB  VBD 0 root",
            expect![
                "the/DT det group; group/NN nsubj met; of/IN case officials; Peruvian/NNP amod officials; and/CC cc Chilean; Chilean/NNP conj Peruvian; official/NNS nmod group; meet/VBD root -"
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
    fn names_with_a_comma_alone_are_a_list() {
        check(
            "Oslo    Oslo   PROPN NNP 4 nsubj
             ,       ,      PUNCT ,   3 punct
             Lima    Lima   PROPN NNP 1 appos
             pledged pledge VERB  VBD 0 root
             ships   ship   NOUN  NNS 4 obj",
            expect![[
                "Oslo/NNP nsubj pledged; ,/, punct Lima; Lima/NNP conj Oslo; pledge/VBD root -; ship/NNS obj pledged"
            ]],
        );
    }

    #[test]
    fn a_listed_name_has_no_infinitive_of_its_own() {
        check(
            "Berg  Berg  PROPN NNP 0 root
             ,     ,     PUNCT ,   3 punct
             Ruiz  Ruiz  PROPN NNP 1 appos
             to    to    PART  TO  5 mark
             meet  meet  VERB  VB  3 acl
             in    in    ADP   IN  7 case
             Oslo  Oslo  PROPN NNP 5 obl",
            expect![[
                "Berg/NNP nsubj meet; ,/, punct Ruiz; Ruiz/NNP conj Berg; to/TO mark meet; meet/VB root -; in/IN case Oslo; Oslo/NNP obl meet"
            ]],
        );
    }

    #[test]
    fn a_closed_apposition_stays_one() {
        check(
            "Berg    Berg   PROPN NNP 5 nsubj
             ,       ,      PUNCT ,   3 punct
             Oslo    Oslo   PROPN NNP 1 appos
             ,       ,      PUNCT ,   3 punct
             pledged pledge VERB  VBD 0 root
             ships   ship   NOUN  NNS 5 obj",
            expect![[
                "Berg/NNP nsubj pledged; ,/, punct Oslo; Oslo/NNP appos Berg; ,/, punct Oslo; pledge/VBD root -; ship/NNS obj pledged"
            ]],
        );
    }

    #[test]
    fn a_list_goes_on_behind_its_first_preposition() {
        check(
            "Envoys envoy NOUN  NNS 8 nsubj
             of     of    ADP   IN  3 case
             Oslo   Oslo  PROPN NNP 1 nmod
             ,      ,     PUNCT ,   5 punct
             Lima   Lima  PROPN NNP 1 nmod
             and    and   CCONJ CC  7 cc
             Quito  Quito PROPN NNP 5 conj
             met    meet  VERB  VBD 0 root",
            expect![[
                "envoy/NNS nsubj met; of/IN case Oslo; Oslo/NNP nmod Envoys; ,/, punct Lima; Lima/NNP conj Oslo; and/CC cc Quito; Quito/NNP conj Oslo; meet/VBD root -"
            ]],
        );
    }

    #[test]
    fn several_are_no_single_name() {
        check(
            "Envoys envoy NOUN  NNS 8 nsubj
             of     of    ADP   IN  3 case
             Chile  Chile PROPN NNP 1 nmod
             ,      ,     PUNCT ,   5 punct
             Peru   Peru  PROPN NNP 1 appos
             and    and   CCONJ CC  7 cc
             Brazil Brazil PROPN NNP 5 conj
             met    meet  VERB  VBD 0 root",
            expect![
                "envoy/NNS nsubj met; of/IN case Chile; Chile/NNP nmod Envoys; ,/, punct Peru; Peru/NNP conj Chile; and/CC cc Brazil; Brazil/NNP conj Chile; meet/VBD root -"
            ],
        );
        // One alone may be a name: "the envoy of Chile, Berg and his aide".
        check(
            "Envoy envoy NOUN  NN  8 nsubj
             of    of    ADP   IN  3 case
             Chile Chile PROPN NNP 1 nmod
             ,     ,     PUNCT ,   5 punct
             Berg  Berg  PROPN NNP 1 appos
             and   and   CCONJ CC  7 cc
             Ruiz  Ruiz  PROPN NNP 5 conj
             met   meet  VERB  VBD 0 root",
            expect![
                "envoy/NN nsubj met; of/IN case Chile; Chile/NNP nmod Envoy; ,/, punct Berg; Berg/NNP appos Envoy; and/CC cc Ruiz; Ruiz/NNP conj Berg; meet/VBD root -"
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
    fn the_last_of_a_list_is_in_it() {
        check(
            "Ministers Minister PROPN NNPS 8 nsubj
             of    of    ADP   IN  3 case
             Oslo  Oslo  PROPN NNP 1 nmod
             ,     ,     PUNCT ,   5 punct
             Lima  Lima  PROPN NNP 3 conj
             and   and   CCONJ CC  7 cc
             Quito Quito PROPN NNP 1 conj
             met   meet  VERB  VBD 0 root",
            expect![
                "Minister/NNPS nsubj met; of/IN case Oslo; Oslo/NNP nmod Ministers; ,/, punct Lima; Lima/NNP conj Oslo; and/CC cc Quito; Quito/NNP conj Oslo; meet/VBD root -"
            ],
        );
    }

    #[test]
    fn talks_are_between_two() {
        check(
            "talks   talk    NOUN  NNS 0 root
             between between ADP   IN  3 case
             Berg    Berg    PROPN NNP 1 nmod
             and     and     CCONJ CC  7 cc
             Peru    Peru    PROPN NNP 7 nmod:poss
             's      's      PART  POS 5 case
             premier premier NOUN  NN  1 nmod",
            expect![
                "talk/NNS root -; between/IN case Berg; Berg/NNP nmod talks; and/CC cc premier; Peru/NNP nmod:poss premier; 's/POS case Peru; premier/NN conj Berg"
            ],
        );
    }

    #[test]
    fn a_part_is_set_beside_a_part() {
        check(
            "part     part     NOUN  NN 0 root
             of       of       ADP   IN 3 case
             answers  answer   NOUN  NNS 1 nmod
             or       or       CCONJ CC 5 cc
             part     part     NOUN  NN 3 conj
             of       of       ADP   IN 7 case
             problems problem  NOUN  NNS 5 nmod",
            expect![
                "part/NN root -; of/IN case answers; answer/NNS nmod part; or/CC cc part; part/NN conj part; of/IN case problems; problem/NNS nmod part"
            ],
        );
    }

    #[test]
    fn the_second_of_two_behind_one_preposition_is_joined_to_the_first() {
        check(
            "ministers minister NOUN  NNS 6 nsubj
             of        of       ADP   IN  3 case
             Chile     Chile    PROPN NNP 1 nmod
             and       and      CCONJ CC  5 cc
             Peru      Peru     PROPN NNP 1 nmod
             met       meet     VERB  VBD 0 root",
            expect![[
                "minister/NNS nsubj met; of/IN case Chile; Chile/NNP nmod ministers; and/CC cc Peru; Peru/NNP conj Chile; meet/VBD root -"
            ]],
        );
    }

    #[test]
    fn a_second_subject_behind_and_is_joined_to_the_first() {
        check(
            "Peru    Peru   PROPN NNP 5 nsubj
             and     and    CCONJ CC  4 cc
             the     the    DET   DT  4 det
             rebels  rebel  NOUN  NNS 5 nsubj
             resumed resume VERB  VBD 0 root
             talks   talk   NOUN  NNS 5 obj",
            expect![[
                "Peru/NNP nsubj resumed; and/CC cc rebels; the/DT det rebels; rebel/NNS conj Peru; resume/VBD root -; talk/NNS obj resumed"
            ]],
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
}
