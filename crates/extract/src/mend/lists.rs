//! What telegrams and translations do to a clause: names listed with commas alone before their verb, objects behind a day or
//! a place, the second half of a perfect that took the subject away.

use super::{children, head_of, nominal, related};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::plover::Needs;
use demarche_syntax::Syntax;
use std::ops::Range;

/// "Oslo, Lima pledged ships", "Berg, Ruiz to meet": a name between a comma and the verb is no apposition, which a second
/// comma would close, but the last of a list; an infinitive below it hangs from the first name.
pub(super) fn listed(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        let relation = syntax.words[word].deprel;
        if !matches!(relation, "appos" | "conj") || syntax.words[word].upos != "PROPN" {
            continue;
        }
        let Some(first) = head_of(word, &words, syntax).filter(|&h| h < word) else { continue };
        let name =
            syntax.words[first].upos == "PROPN" && related(first, "det", &words, syntax).next().is_none();
        let listed = children(word, &words, syntax).filter(|&w| w < word && syntax.words[w].upos != "PUNCT");
        let start = listed.min().unwrap_or(word);
        let comma = start > words.start && syntax.words[start - 1].lemma == ",";
        let inside = |w: usize| matches!(syntax.words[w].deprel, "flat" | "compound" | "punct");
        let end = children(word, &words, syntax)
            .filter(|&w| w > word && inside(w) && syntax.words[w].lemma != ",")
            .max()
            .map_or(word + 1, |w| w + 1);
        if !name || !comma || !words.contains(&end) {
            continue;
        }
        let next = &syntax.words[end];
        if !(matches!(next.xpos, "VBD" | "VBZ" | "VBP" | "MD" | "TO") || next.upos == "AUX") {
            continue;
        }
        let to = next.xpos == "TO";
        syntax.words[word].deprel = "conj";
        let infinitive = related(word, "acl", &words, syntax).find(|&v| v == end + 1);
        if let Some(verb) = infinitive.filter(|_| to) {
            syntax.words[verb].head = Some(first as u32);
        }
    }
}

/// "will receive on Monday in Oslo the envoys", "had on Monday imposed on Lima a ban": what stands behind a day or a place
/// without a comma and without a preposition is the object of the verb that has none; the subject of a mere "had" is its
/// verb's.
pub(super) fn delayed(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        let Some(head) = head_of(word, &words, syntax) else { continue };
        if syntax.words[word].deprel.starts_with("nsubj") && syntax.words[head].deprel == "aux" {
            if let Some(verb) =
                head_of(head, &words, syntax).filter(|&v| word < v && syntax.words[v].upos == "VERB")
            {
                syntax.words[word].head = Some(verb as u32);
            }
            continue;
        }
        if syntax.words[word].upos != "NOUN" || head >= word {
            continue;
        }
        let verb = match syntax.words[word].deprel {
            "appos" if syntax.words[head].deprel == "obl" => head_of(head, &words, syntax),
            "nsubj:pass" | "nsubj" => Some(head).filter(|&v| perfect(v, &words, syntax)),
            _ => None,
        };
        let first = children(word, &words, syntax).filter(|&w| w < word).min().unwrap_or(word);
        let Some(verb) = verb.filter(|&v| v < first && syntax.words[v].upos == "VERB") else { continue };
        let determined = related(word, "det", &words, syntax).next().is_some()
            || related(word, "nmod:poss", &words, syntax).next().is_some()
            || related(word, "nummod", &words, syntax).next().is_some();
        let marked = related(word, "case", &words, syntax).next().is_some();
        let comma = (verb..first).any(|w| syntax.words[w].lemma == ",");
        let taken = related(verb, "obj", &words, syntax).next().is_some() || passive(verb, &words, syntax);
        if determined && !marked && !comma && !taken {
            syntax.words[word].head = Some(verb as u32);
            syntax.words[word].deprel = "obj";
        }
    }
}

/// "had imposed": with a form of "have" and none of "be".
fn perfect(verb: usize, words: &Range<usize>, syntax: &Syntax) -> bool {
    let helped = children(verb, words, syntax)
        .any(|w| syntax.words[w].deprel.starts_with("aux") && syntax.words[w].lemma == "have");
    helped && !passive(verb, words, syntax)
}

fn passive(verb: usize, words: &Range<usize>, syntax: &Syntax) -> bool {
    children(verb, words, syntax)
        .any(|w| syntax.words[w].deprel.starts_with("aux") && matches!(&*syntax.words[w].lemma, "be" | "get"))
}

/// "has given rice worth a million": what is "worth" something is given, not whom it is given to.
pub(super) fn worth(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        if syntax.words[word].lemma != "worth" {
            continue;
        }
        let Some(verb) = head_of(word, &words, syntax).filter(|&v| v < word) else { continue };
        let given =
            word.checked_sub(1).filter(|&w| syntax.words[w].head == Some(verb as u32) && nominal(syntax, w));
        let Some(given) = given.filter(|&g| syntax.words[g].deprel == "iobj") else { continue };
        syntax.words[given].deprel = "obj";
        syntax.words[word].head = Some(given as u32);
        syntax.words[word].deprel = "amod";
    }
}

/// "Lima denied the charge, accused Quito of lying.": the second of two finite verbs that a comma alone parts, without a subject
/// of its own, goes on with the subject of the first, as telegrams write.
pub(super) fn strung(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let word = &syntax.words[verb];
        // "accused Quito", read as if Quito were accused.
        let turned = word.xpos == "VBN"
            && related(verb, "nsubj:pass", &words, syntax).any(|s| s > verb)
            && !children(verb, &words, syntax).any(|c| syntax.words[c].upos == "AUX");
        let finite = word.upos == "VERB" && (matches!(word.xpos, "VBD" | "VBZ") || turned);
        let Some(first) = head_of(verb, &words, syntax).filter(|&f| f < verb && finite) else { continue };
        let told =
            syntax.words[first].upos == "VERB" && matches!(syntax.words[first].xpos, "VBD" | "VBZ" | "VBN");
        let own = children(verb, &words, syntax).any(|c| {
            matches!(syntax.words[c].deprel, "nsubj" | "nsubj:pass" | "csubj" | "mark")
                && !(turned && c > verb)
        });
        let subject = related(first, "nsubj", &words, syntax).any(|s| s < first);
        let comma = verb > words.start && syntax.words[verb - 1].lemma == ",";
        if word.deprel == "parataxis" && told && !own && subject && comma {
            syntax.words[verb].deprel = "conj";
            if turned {
                let object = related(verb, "nsubj:pass", &words, syntax).find(|&s| s > verb);
                syntax.words[verb].xpos = "VBD";
                if let Some(object) = object {
                    syntax.words[object].deprel = "obj";
                }
            }
        }
    }
}

/// "The answer will follow, has warned the minister.": of a verb of saying behind what is said, with nobody before its "has",
/// the only noun behind it is who says it, as translations have it.
pub(super) fn said_behind(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(2) {
        let has = verb - 1;
        let after = lexicon.cues.verb(&syntax.words[verb].lemma).is_some()
            && syntax.words[verb].xpos == "VBN"
            && syntax.words[has].lemma == "have"
            && syntax.words[has - 1].upos == "PUNCT";
        let said = || related(verb, "ccomp", &words, syntax).any(|c| c < has);
        let nobody = || related(verb, "nsubj", &words, syntax).next().is_none();
        if !(after && said() && nobody()) {
            continue;
        }
        let object = |&w: &usize| w > verb && matches!(syntax.words[w].deprel, "obj" | "iobj");
        let objects: Vec<usize> = children(verb, &words, syntax).filter(object).collect();
        if let [only] = objects[..] {
            syntax.words[only].deprel = "nsubj";
        }
    }
}

/// "sent to Lima tents": an object without a determiner behind an adjunct, read as the adjunct's head. It is the verb's
/// object where the verb is known to take such ones.
pub(super) fn swallowed(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for noun in words.clone().skip(2) {
        let (word, place) = (&syntax.words[noun], noun - 1);
        if word.deprel != "obl" || word.upos != "NOUN" {
            continue;
        }
        let Some(verb) = head_of(noun, &words, syntax).filter(|&v| v < place) else { continue };
        let inner = &syntax.words[place];
        let compound = inner.deprel == "compound" && inner.head == Some(noun as u32);
        let case = related(noun, "case", &words, syntax).find(|&c| c > verb && c < place);
        let class = |need: &Needs| matches!(need, Needs::ObjectClass(c) if lexicon.plover.is(c, &word.lemma));
        let takes = lexicon.plover.verb(&syntax.words[verb].lemma).iter().any(|e| e.needs.iter().any(class));
        let led = case.is_some_and(|c| matches!(syntax.words[c].lemma.as_str(), "to" | "into"));
        let taken = related(verb, "obj", &words, syntax).next().is_some() || passive(verb, &words, syntax);
        if !(compound && nominal(syntax, place) && led && takes) || taken {
            continue;
        }
        for w in children(noun, &words, syntax).filter(|&w| w < place).collect::<Vec<_>>() {
            syntax.words[w].head = Some(place as u32);
        }
        (syntax.words[place].head, syntax.words[place].deprel) = (Some(verb as u32), "obl");
        syntax.words[noun].deprel = "obj";
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::check;
    use expect_test::expect;

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
    fn an_object_may_stand_behind_a_place() {
        check(
            "Berg    Berg    PROPN NNP 3 nsubj
             will    will    AUX   MD  3 aux
             receive receive VERB  VB  0 root
             in      in      ADP   IN  5 case
             Oslo    Oslo    PROPN NNP 3 obl
             the     the     DET   DT  7 det
             envoys  envoy   NOUN  NNS 5 appos",
            expect![[
                "Berg/NNP nsubj receive; will/MD aux receive; receive/VB root -; in/IN case Oslo; Oslo/NNP obl receive; the/DT det envoys; envoy/NNS obj receive"
            ]],
        );
    }

    #[test]
    fn had_on_a_day_imposed_a_ban_is_active() {
        check(
            "Berg    Berg    PROPN NNP 2 nsubj
             had     have    AUX   VBD 5 aux
             on      on      ADP   IN  4 case
             Monday  Monday  PROPN NNP 5 obl
             imposed impose  VERB  VBN 0 root
             on      on      ADP   IN  7 case
             Lima    Lima    PROPN NNP 5 obl
             a       a       DET   DT  9 det
             ban     ban     NOUN  NN  5 nsubj:pass",
            expect![[
                "Berg/NNP nsubj imposed; have/VBD aux imposed; on/IN case Monday; Monday/NNP obl imposed; impose/VBN root -; on/IN case Lima; Lima/NNP obl imposed; a/DT det ban; ban/NN obj imposed"
            ]],
        );
    }

    #[test]
    fn what_is_worth_something_is_given() {
        check(
            "Oslo Oslo PROPN NNP 2 nsubj
             gave give VERB  VBD 0 root
             rice rice NOUN  NN  2 iobj
             worth worth ADJ JJ  2 obj
             millions million NOUN NNS 4 obl
             to   to   ADP   IN  7 case
             Lima Lima PROPN NNP 2 obl",
            expect![[
                "Oslo/NNP nsubj gave; give/VBD root -; rice/NN obj gave; worth/JJ amod rice; million/NNS obl worth; to/IN case Lima; Lima/NNP obl gave"
            ]],
        );
    }
}
