//! Words that the parse hangs across the bounds of a clause or a name, told from the words that mark them.

use super::{children, head_of, nominal, related};
use demarche_base::WordRange;
use demarche_syntax::Syntax;

/// "Peru and the rebels resumed talks", read as two subjects of one verb: the second, before which "and" stands, is joined
/// to the first.
pub(super) fn joined(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for second in words.clone() {
        let relation = syntax.words[second].deprel;
        if !matches!(relation, "nsubj" | "nsubj:pass" | "obj") || !nominal(syntax, second) {
            continue;
        }
        let Some(head) = head_of(second, &words, syntax) else { continue };
        let Some(and) = related(second, "cc", &words, syntax)
            .find(|&c| c < second && matches!(syntax.words[c].lemma.as_str(), "and" | "or"))
        else {
            continue;
        };
        let same = |w: &usize| syntax.words[*w].deprel == relation && nominal(syntax, *w);
        let first = children(head, &words, syntax).filter(|&w| w < and).filter(same).last();
        // Both on one side of the verb, with nothing but the first's own words between.
        let Some(first) = first.filter(|&f| (f < head) == (second < head)) else { continue };
        let apart = (first + 1..and).any(|w| syntax.words[w].upos == "VERB" || syntax.words[w].lemma == ",");
        if !apart {
            syntax.words[second].head = Some(first as u32);
            syntax.words[second].deprel = "conj";
        }
    }
}

/// "threatened them with sanctions unless they leave", with the sanctions hung below "leave": a noun before the mark of a
/// clause is not of that clause.
pub(super) fn outside(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        if !matches!(syntax.words[word].deprel, "obj" | "obl") || !nominal(syntax, word) {
            continue;
        }
        let Some(head) = head_of(word, &words, syntax).filter(|&h| h > word) else { continue };
        let opens = |m: usize| {
            let lemma = syntax.words[m].lemma.as_str();
            m > word
                && m < head
                && matches!(lemma, "if" | "unless" | "until" | "because" | "although" | "that")
        };
        let marked = related(head, "mark", &words, syntax).any(opens);
        let above = head_of(head, &words, syntax).filter(|&a| a < word && syntax.words[a].upos == "VERB");
        let Some(above) = above.filter(|_| marked) else { continue };
        let cased = related(word, "case", &words, syntax).any(|c| c < word);
        let taken = related(above, "obj", &words, syntax).next().is_some();
        if cased || !taken {
            syntax.words[word].head = Some(above as u32);
            syntax.words[word].deprel = if cased { "obl" } else { "obj" };
        }
    }
}

/// "Peru test-fired a missile", with the country taken for a part of "test": it is who fired.
pub(super) fn hyphened(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(3) {
        let first = verb - 2;
        let tensed = matches!(syntax.words[verb].xpos, "VBD" | "VBZ") && syntax.words[verb].upos == "VERB";
        let hyphen = syntax.words[verb - 1].lemma == "-" && syntax.words[first].head == Some(verb as u32);
        if !tensed || !hyphen || related(verb, "nsubj", &words, syntax).next().is_some() {
            continue;
        }
        let doer = first - 1;
        if syntax.words[first].deprel == "compound"
            && syntax.words[doer].head == Some(first as u32)
            && nominal(syntax, doer)
        {
            syntax.words[doer].head = Some(verb as u32);
            syntax.words[doer].deprel = "nsubj";
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::check;
    use expect_test::expect;

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
    fn a_noun_before_the_mark_of_a_clause_is_outside_it() {
        check(
            "Oslo       Oslo     PROPN NNP 2 nsubj
             threatened threaten VERB  VBD 0 root
             Lima       Lima     PROPN NNP 2 obj
             with       with     ADP   IN  5 case
             sanctions  sanction NOUN  NNS 8 obj
             unless     unless   SCONJ IN  8 mark
             it         it       PRON  PRP 8 nsubj
             leaves     leave    VERB  VBZ 2 advcl",
            expect![[
                "Oslo/NNP nsubj threatened; threaten/VBD root -; Lima/NNP obj threatened; with/IN case sanctions; sanction/NNS obl threatened; unless/IN mark leaves; it/PRP nsubj leaves; leave/VBZ advcl threatened"
            ]],
        );
    }

    #[test]
    fn who_stands_before_a_verb_with_a_hyphen_does_it() {
        check(
            "Peru    Peru    PROPN NNP   2 compound
             test    test    NOUN  NN    4 compound
             -       -       PUNCT HYPH  2 punct
             fired   fire    VERB  VBD   0 root
             rockets rocket  NOUN  NNS   4 obj",
            expect![[
                "Peru/NNP nsubj fired; test/NN compound fired; -/HYPH punct test; fire/VBD root -; rocket/NNS obj fired"
            ]],
        );
    }
}
