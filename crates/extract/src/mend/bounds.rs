//! Words that the parse hangs across the bounds of a clause or a name, told from the words that mark them.

use super::{children, head_of, nominal, related};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::Frame;
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

/// "President Berg spoke by phone with Chancellor Ruiz", with the second name read as part of the first: the parts of a name
/// stand together, and what a verb parts from it and a preposition opens is the verb's.
pub(super) fn parted(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        let cased = related(word, "case", &words, syntax).next().is_some();
        let head = head_of(word, &words, syntax).filter(|&h| h < word);
        let Some(head) = head.filter(|_| cased && syntax.words[word].deprel == "flat") else { continue };
        if let Some(verb) = (head + 1..word).rev().find(|&v| syntax.words[v].upos == "VERB") {
            syntax.words[word].head = Some(verb as u32);
            syntax.words[word].deprel = "obl";
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

/// "…, the court said, *underlining that* it waits", with the gerund read as a conjunction or hung from what is said: who says the
/// one says the other.
pub(super) fn adds(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for gerund in words.clone().skip(1) {
        let word = &syntax.words[gerund];
        let comma = syntax.words[gerund - 1].lemma == ",";
        // "considering that", "assuming that" bind clauses.
        let binds =
            matches!(word.lemma.as_str(), "consider" | "assume" | "suppose" | "provide" | "see" | "grant");
        let told = |v: usize| {
            lexicon.cues.verb(&syntax.words[v].lemma).is_some_and(|c| c.takes(Frame::That).is_some())
        };
        if word.xpos != "VBG" || !comma || binds || !told(gerund) {
            continue;
        }
        let that = words.contains(&(gerund + 1)) && syntax.words[gerund + 1].lemma == "that";
        let Some(head) = head_of(gerund, &words, syntax) else { continue };
        if word.deprel == "mark" && that && head > gerund {
            let Some(above) = head_of(head, &words, syntax).filter(|&a| a < gerund) else { continue };
            syntax.words[gerund].upos = "VERB";
            syntax.words[gerund].deprel = "advcl";
            syntax.words[gerund].head = Some(above as u32);
            syntax.words[head].deprel = "ccomp";
            syntax.words[head].head = Some(gerund as u32);
        }
        if syntax.words[gerund].deprel == "advcl" {
            let Some(above) = head_of(gerund, &words, syntax).filter(|&a| a < gerund) else { continue };
            let said = related(above, "parataxis", &words, syntax).filter(|&p| p < gerund).last();
            let speaks = |p: usize| {
                let told = lexicon.cues.verb(&syntax.words[p].lemma).is_some();
                told && related(p, "nsubj", &words, syntax).next().is_some()
                    && !(p + 1..gerund).any(|w| syntax.words[w].upos == "VERB")
            };
            if let Some(said) = said.filter(|&p| speaks(p)) {
                syntax.words[gerund].head = Some(said as u32);
            }
        }
    }
}

/// "underlining at the same time that they stay": what "that" begins is what the verb says, not of the time.
pub(super) fn at_the_time(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for clause in words.clone() {
        if !syntax.words[clause].deprel.starts_with("acl") || syntax.words[clause].upos != "VERB" {
            continue;
        }
        let Some(noun) = head_of(clause, &words, syntax).filter(|&n| n < clause) else { continue };
        let Some(verb) = head_of(noun, &words, syntax).filter(|&v| v < noun) else { continue };
        let that = noun + 1;
        let same = syntax.words[noun].lemma == "time"
            && syntax.words[noun].deprel == "obl"
            && related(noun, "amod", &words, syntax).any(|a| syntax.words[a].lemma == "same");
        let full =
            ["ccomp", "obj", "xcomp"].iter().any(|r| related(verb, r, &words, syntax).next().is_some());
        let says = lexicon.cues.verb(&syntax.words[verb].lemma).is_some();
        if same && says && !full && words.contains(&that) && syntax.words[that].lemma == "that" {
            syntax.words[clause].deprel = "ccomp";
            syntax.words[clause].head = Some(verb as u32);
            syntax.words[that].deprel = "mark";
        }
    }
}

/// "called on Lima to open the road", with Lima taken for what is said of somebody: behind a preposition it is an adjunct.
pub(super) fn cased(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        // "Berg spoke with Ruiz", read as if both were joined: nothing joins them, and the verb stands between.
        let conj = syntax.words[word].deprel == "conj" && nominal(syntax, word);
        let first = head_of(word, &words, syntax).filter(|&f| conj && f < word);
        let apart = first.and_then(|first| {
            let case = related(word, "case", &words, syntax).find(|&c| c > first && c < word)?;
            let bare = related(word, "cc", &words, syntax).next().is_none();
            case.checked_sub(1).filter(|&v| bare && v > first && syntax.words[v].upos == "VERB")
        });
        if let Some(verb) = apart {
            syntax.words[word].head = Some(verb as u32);
            syntax.words[word].deprel = "obl";
            continue;
        }
        let predicate = matches!(syntax.words[word].deprel, "xcomp" | "ccomp") && nominal(syntax, word);
        let Some(head) = head_of(word, &words, syntax).filter(|&h| predicate && h < word) else { continue };
        let case = related(word, "case", &words, syntax).any(|c| {
            c < word && matches!(syntax.words[c].lemma.as_str(), "on" | "upon" | "to" | "from" | "with")
        });
        let clause = children(word, &words, syntax)
            .any(|c| matches!(syntax.words[c].deprel, "cop" | "nsubj" | "nsubj:pass" | "expl" | "mark"));
        if case && syntax.words[head].upos == "VERB" && !clause {
            syntax.words[word].deprel = "obl";
        }
    }
}

/// "demanded in a resolution that they leave": what "that" begins is what the verb says, not what the resolution is.
pub(super) fn said_in(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for clause in words.clone() {
        if syntax.words[clause].deprel != "acl" || syntax.words[clause].upos != "VERB" {
            continue;
        }
        let Some(noun) = head_of(clause, &words, syntax).filter(|&n| n < clause) else { continue };
        let Some(verb) = head_of(noun, &words, syntax).filter(|&v| v < noun) else { continue };
        let that = related(clause, "mark", &words, syntax).find(|&m| syntax.words[m].lemma == "that");
        let own = related(clause, "nsubj", &words, syntax).next().is_some();
        let within = syntax.words[noun].deprel == "obl"
            && related(noun, "case", &words, syntax).any(|c| syntax.words[c].lemma == "in");
        let says = syntax.words[verb].upos == "VERB"
            && lexicon.cues.verb(&syntax.words[verb].lemma).is_some()
            && !["obj", "ccomp", "xcomp"].iter().any(|r| related(verb, r, &words, syntax).next().is_some());
        if that == Some(noun + 1) && own && within && says {
            syntax.words[clause].head = Some(verb as u32);
            syntax.words[clause].deprel = "ccomp";
        }
    }
}

/// "said that Oslo must act, and if it does, Lima will pay": the second clause, joined to the verb of saying, goes on with
/// what is said, where its condition comes first or it stands in the future as the past has it ("Lima would pay").
pub(super) fn goes_on(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for clause in words.clone() {
        if syntax.words[clause].deprel != "conj" || syntax.words[clause].upos != "VERB" {
            continue;
        }
        let Some(verb) = head_of(clause, &words, syntax).filter(|&v| v < clause) else { continue };
        let says = syntax.words[verb].xpos == "VBD" && lexicon.cues.verb(&syntax.words[verb].lemma).is_some();
        let said = related(verb, "ccomp", &words, syntax).find(|&c| c > verb && c < clause);
        let and = related(clause, "cc", &words, syntax).find(|&c| c < clause);
        let (Some(said), Some(and)) = (said.filter(|_| says), and) else { continue };
        let helped = |by: &str| related(clause, "aux", &words, syntax).any(|a| syntax.words[a].lemma == by);
        let marked = |c: usize| {
            related(c, "mark", &words, syntax)
                .any(|m| matches!(syntax.words[m].lemma.as_str(), "if" | "unless" | "once" | "when"))
        };
        let first = related(clause, "advcl", &words, syntax).any(|c| c > and && c < clause && marked(c));
        let doer = related(clause, "nsubj", &words, syntax).any(|s| s > and && s < clause);
        if and > said && doer && (first && helped("will") || helped("would")) {
            syntax.words[clause].head = Some(said as u32);
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

/// "The Union imposed duties", with the Union hung below the duties: a bare noun before a finite verb without a subject, hung
/// below what the verb is done to, does it.
pub(super) fn doer_before(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for doer in words.clone() {
        if !matches!(syntax.words[doer].deprel, "nmod" | "compound") || !nominal(syntax, doer) {
            continue;
        }
        let Some(object) = head_of(doer, &words, syntax).filter(|&o| o > doer) else { continue };
        let Some(verb) = head_of(object, &words, syntax).filter(|&v| doer < v && v < object) else {
            continue;
        };
        let own = |w: usize, r: &str| related(w, r, &words, syntax).next().is_some();
        let finite = matches!(syntax.words[verb].xpos, "VBD" | "VBN" | "VBZ")
            && syntax.words[verb].upos == "VERB"
            && !matches!(syntax.words[verb].deprel, "acl" | "amod" | "advcl");
        if finite
            && syntax.words[object].deprel == "obj"
            && !own(doer, "case")
            && !own(verb, "nsubj")
            && !own(verb, "aux")
            && (doer + 1..verb).all(|w| syntax.words[w].upos == "ADV")
        {
            for w in children(object, &words, syntax).filter(|&w| w < doer).collect::<Vec<_>>() {
                syntax.words[w].head = Some(doer as u32);
            }
            syntax.words[doer].head = Some(verb as u32);
            syntax.words[doer].deprel = "nsubj";
            if syntax.words[verb].xpos == "VBN" {
                syntax.words[verb].xpos = "VBD";
            }
        }
    }
}

/// "the heads of State of the league", with both prepositions hung from the league: each noun has the one before it.
pub(super) fn own_case(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for noun in words.clone().skip(1) {
        let case = noun - 1;
        if syntax.words[noun].deprel != "nmod"
            || !nominal(syntax, noun)
            || syntax.words[case].deprel != "case"
        {
            continue;
        }
        let Some(far) = head_of(case, &words, syntax).filter(|&f| f > noun) else { continue };
        let own = related(far, "case", &words, syntax).any(|c| noun < c && c < far);
        let bare = related(noun, "case", &words, syntax).next().is_none();
        // A case of its own may stand elsewhere where the noun's own head is before both.
        let before =
            syntax.words[case].upos == "ADP" && head_of(noun, &words, syntax).is_some_and(|h| h < case);
        if own && head_of(far, &words, syntax) == Some(noun) && (bare || before) {
            syntax.words[case].head = Some(noun as u32);
        }
    }
}

/// "the ministers of Chile and Peru", with Peru hung below the ministers by itself: what "and" sets behind a noun with a
/// preposition is joined to it.
pub(super) fn with_first(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for second in words.clone() {
        if syntax.words[second].deprel != "nmod" || !nominal(syntax, second) {
            continue;
        }
        let Some(above) = head_of(second, &words, syntax).filter(|&a| a < second) else { continue };
        let own = |r: &str| related(second, r, &words, syntax).find(|&c| c < second);
        let Some(and) = own("cc").filter(|_| own("case").is_none()) else { continue };
        let first = related(above, "nmod", &words, syntax)
            .find(|&f| f + 1 == and && related(f, "case", &words, syntax).any(|c| above < c && c < f));
        if let Some(first) = first {
            syntax.words[second].head = Some(first as u32);
            syntax.words[second].deprel = "conj";
        }
    }
}

/// "They will hold talks, Oslo said, waving aside protests", with the waving hung below what is said: what stands behind the
/// saying goes with it.
pub(super) fn besides_saying(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for clause in words.clone() {
        let word = &syntax.words[clause];
        let loose = word.deprel == "advcl" && word.xpos == "VBG" && clause > words.start;
        let bare =
            |c: usize| ["mark", "nsubj"].iter().all(|r| related(c, r, &words, syntax).next().is_none());
        let Some(told) = head_of(clause, &words, syntax).filter(|&t| loose && t < clause && bare(clause))
        else {
            continue;
        };
        let Some(said) = head_of(told, &words, syntax).filter(|&s| told < s && s < clause) else { continue };
        let says = syntax.words[told].deprel == "ccomp"
            && syntax.words[said].xpos == "VBD"
            && lexicon.cues.verb(&syntax.words[said].lemma).is_some()
            && related(said, "nsubj", &words, syntax).next().is_some();
        if says && syntax.words[clause - 1].lemma == "," {
            syntax.words[clause].head = Some(said as u32);
        }
    }
}

/// "asked Lima in return to lift the blockade", with the lifting hung from the return: it is what was asked.
pub(super) fn in_return(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for act in words.clone() {
        if syntax.words[act].deprel != "acl" || !super::is_infinitive(act, &words, syntax) {
            continue;
        }
        let Some(noun) = head_of(act, &words, syntax).filter(|&n| n < act) else { continue };
        let Some(verb) = head_of(noun, &words, syntax).filter(|&v| v < noun) else { continue };
        let turn = matches!(syntax.words[noun].lemma.as_str(), "return" | "exchange" | "turn")
            && syntax.words[noun].deprel == "obl"
            && related(noun, "case", &words, syntax).any(|c| syntax.words[c].lemma == "in");
        if turn && syntax.words[verb].upos == "VERB" {
            syntax.words[act].head = Some(verb as u32);
            syntax.words[act].deprel = "xcomp";
        }
    }
}

/// "offered to sell gas if the plant is shut, and Lima promised to store it", with the condition hung from the promise: what
/// stands before "and" and a new subject is of the first clause.
pub(super) fn before_and(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for clause in words.clone() {
        let marked = |m: usize| matches!(syntax.words[m].lemma.as_str(), "if" | "unless");
        let mark = related(clause, "mark", &words, syntax).find(|&m| m < clause && marked(m));
        let Some(mark) = mark.filter(|_| syntax.words[clause].deprel == "advcl") else { continue };
        let Some(second) = head_of(clause, &words, syntax).filter(|&v| v > clause) else { continue };
        let and = (clause + 1..second).find(|&c| {
            syntax.words[c].lemma == "and"
                && syntax.words[c - 1].lemma == ","
                && syntax.words[c].deprel == "cc"
        });
        let own = and.is_some_and(|a| related(second, "nsubj", &words, syntax).any(|s| a < s && s < second));
        let before = (words.start..mark).rev().find(|&v| {
            syntax.words[v].upos == "VERB"
                && (syntax.words[v].deprel == "root" || related(v, "nsubj", &words, syntax).any(|s| s < v))
        });
        if let Some(first) = before.filter(|_| own && syntax.words[mark - 1].lemma != ",") {
            syntax.words[clause].head = Some(first as u32);
        }
    }
}

/// "condemned Lima and suspended flights", with the second verb read as an object: what "and" sets behind an object stands
/// beside the first verb.
pub(super) fn verb_beside(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for second in words.clone() {
        let word = &syntax.words[second];
        if word.deprel != "obj" || word.upos != "VERB" || word.xpos != "VBD" {
            continue;
        }
        let Some(first) = head_of(second, &words, syntax).filter(|&f| f < second) else { continue };
        let and = related(second, "cc", &words, syntax).find(|&c| first < c && c < second);
        let taken = related(first, "obj", &words, syntax).any(|o| and.is_some_and(|a| first < o && o < a));
        if taken && matches!(syntax.words[first].xpos, "VBD" | "VBN") {
            syntax.words[second].deprel = "conj";
        }
    }
}

/// "Peru may be subject to duties, and Oslo will gain", with the gaining read as a subject: a clause that "and" sets behind its
/// head is joined to it.
pub(super) fn clause_beside(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for clause in words.clone() {
        if syntax.words[clause].deprel != "csubj" || related(clause, "mark", &words, syntax).next().is_some()
        {
            continue;
        }
        let Some(head) = head_of(clause, &words, syntax).filter(|&h| h < clause) else { continue };
        if related(clause, "cc", &words, syntax).any(|c| head < c && c < clause) {
            syntax.words[clause].deprel = "conj";
        }
    }
}

/// "the duties that Oslo imposed", with Oslo read as what was imposed: behind a relative pronoun that is the object, who stands
/// before the verb does it.
pub(super) fn that_they_did(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        if !syntax.words[verb].deprel.starts_with("acl") || syntax.words[verb].upos != "VERB" {
            continue;
        }
        let pronoun = |o: usize| matches!(syntax.words[o].xpos, "WDT" | "WP") && o < verb;
        let relative = related(verb, "obj", &words, syntax).find(|&o| pronoun(o));
        let doer = relative.and_then(|o| {
            children(verb, &words, syntax)
                .find(|&s| syntax.words[s].deprel == "nsubj:pass" && o < s && s < verb && nominal(syntax, s))
        });
        let passive = children(verb, &words, syntax).any(|a| syntax.words[a].deprel == "aux:pass");
        if let Some(doer) = doer.filter(|_| !passive) {
            syntax.words[doer].deprel = "nsubj";
            syntax.words[verb].deprel = "acl:relcl";
            if syntax.words[verb].xpos == "VBN" && related(verb, "aux", &words, syntax).next().is_none() {
                syntax.words[verb].xpos = "VBD";
            }
        }
    }
}

/// "The plan, rejected by Oslo, foresees ...", with the rejecting read as a past: with "by" and no subject it is a participle.
pub(super) fn done_by(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let own = |r: &str| related(verb, r, &words, syntax).next().is_some();
        let past = syntax.words[verb].deprel == "acl" && syntax.words[verb].xpos == "VBD";
        let agent = children(verb, &words, syntax).any(|a| a > verb && syntax.words[a].deprel == "obl:agent");
        if past && agent && !own("nsubj") && !own("obj") && !own("aux") {
            syntax.words[verb].xpos = "VBN";
        }
    }
}

/// "offered to open its ports provided Oslo leaves", with the proviso and its clause hung apart: the clause is what is provided.
pub(super) fn proviso(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for clause in words.clone() {
        if syntax.words[clause].deprel != "advcl" || related(clause, "mark", &words, syntax).next().is_some()
        {
            continue;
        }
        let Some(doer) = related(clause, "nsubj", &words, syntax).find(|&s| s < clause) else { continue };
        let first =
            (words.start..doer).rev().take_while(|&w| syntax.words[w].head == Some(doer as u32)).last();
        let Some(provided) = first.unwrap_or(doer).checked_sub(1).filter(|p| words.contains(p)) else {
            continue;
        };
        let own = |r: &str| related(provided, r, &words, syntax).next().is_some();
        let word = &syntax.words[provided];
        let is = word.lemma == "provide" && word.deprel == "advcl" && word.head != Some(clause as u32);
        if is && matches!(word.xpos, "VBN" | "VBG") && !own("obj") && !own("nsubj") && !own("ccomp") {
            syntax.words[clause].head = Some(provided as u32);
            syntax.words[clause].deprel = "ccomp";
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
    fn what_is_said_goes_on_behind_and() {
        check(
            "Berg  Berg  PROPN NNP 2 nsubj
             said  say   VERB  VBD 0 root
             that  that  SCONJ IN  6 mark
             Oslo  Oslo  PROPN NNP 6 nsubj
             must  must  AUX   MD  6 aux
             act   act   VERB  VB  2 ccomp
             and   and   CCONJ CC  13 cc
             if    if    SCONJ IN  10 mark
             it    it    PRON  PRP 10 nsubj
             acts  act   VERB  VBZ 13 advcl
             Lima  Lima  PROPN NNP 13 nsubj
             will  will  AUX   MD  13 aux
             pay   pay   VERB  VB  2 conj",
            expect![[
                "Berg/NNP nsubj said; say/VBD root -; that/IN mark act; Oslo/NNP nsubj act; must/MD aux act; act/VB ccomp said; and/CC cc pay; if/IN mark acts; it/PRP nsubj acts; act/VBZ advcl pay; Lima/NNP nsubj pay; will/MD aux pay; pay/VB conj act"
            ]],
        );
        // What follows without a condition may be the writer's.
        check(
            "Berg  Berg  PROPN NNP 2 nsubj
             said  say   VERB  VBD 0 root
             Oslo  Oslo  PROPN NNP 4 nsubj
             acted act   VERB  VBD 2 ccomp
             and   and   CCONJ CC  8 cc
             Lima  Lima  PROPN NNP 8 nsubj
             will  will  AUX   MD  8 aux
             pay   pay   VERB  VB  2 conj",
            expect![[
                "Berg/NNP nsubj said; say/VBD root -; Oslo/NNP nsubj acted; act/VBD ccomp said; and/CC cc pay; Lima/NNP nsubj pay; will/MD aux pay; pay/VB conj said"
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

    #[test]
    fn a_bare_noun_before_a_verb_without_a_subject_does_it() {
        check(
            "The      the      DET   DT  4 det
             Union    Union    PROPN NNP 4 nmod
             imposed  impose   VERB  VBN 0 root
             duties   duty     NOUN  NNS 3 obj
             on       on       ADP   IN  6 case
             Peru     Peru     PROPN NNP 4 nmod",
            expect![[
                "the/DT det Union; Union/NNP nsubj imposed; impose/VBD root -; duty/NNS obj imposed; on/IN case Peru; Peru/NNP nmod duties"
            ]],
        );
        // A participle before its noun is no verb.
        check(
            "Union   Union  PROPN NNP 3 nmod
             imposed impose VERB  VBN 3 amod
             duties  duty   NOUN  NNS 4 nsubj
             hurt    hurt   VERB  VBD 0 root
             Peru    Peru   PROPN NNP 4 obj",
            expect![[
                "Union/NNP nmod duties; impose/VBN amod duties; duty/NNS nsubj hurt; hurt/VBD root -; Peru/NNP obj hurt"
            ]],
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
    fn what_stands_behind_the_saying_goes_with_it() {
        check(
            "They     they     PRON  PRP 2 nsubj
             talk     talk     VERB  VBP 5 ccomp
             ,        ,        PUNCT ,   5 punct
             Oslo     Oslo     PROPN NNP 5 nsubj
             said     say      VERB  VBD 0 root
             ,        ,        PUNCT ,   7 punct
             ignoring ignore   VERB  VBG 2 advcl
             protests protest  NOUN  NNS 7 obj",
            expect![[
                "they/PRP nsubj talk; talk/VBP ccomp said; ,/, punct said; Oslo/NNP nsubj said; say/VBD root -; ,/, punct ignoring; ignore/VBG advcl said; protest/NNS obj ignoring"
            ]],
        );
    }

    #[test]
    fn what_is_asked_in_return_is_asked() {
        check(
            "Chile  Chile  PROPN NNP 2 nsubj
             asked  ask    VERB  VBD 0 root
             Peru   Peru   PROPN NNP 2 iobj
             in     in     ADP   IN  5 case
             return return NOUN  NN  2 obl
             to     to     PART  TO  7 mark
             leave  leave  VERB  VB  5 acl",
            expect![
                "Chile/NNP nsubj asked; ask/VBD root -; Peru/NNP iobj asked; in/IN case return; return/NN obl asked; to/TO mark leave; leave/VB xcomp asked"
            ],
        );
    }

    #[test]
    fn a_condition_before_and_is_of_the_first_clause() {
        check(
            "Chile    Chile   PROPN NNP 2 nsubj
             offered  offer   VERB  VBD 0 root
             gas      gas     NOUN  NN  2 obj
             if       if      SCONJ IN  6 mark
             they     they    PRON  PRP 6 nsubj
             leave    leave   VERB  VBP 10 advcl
             ,        ,       PUNCT ,   10 punct
             and      and     CCONJ CC  10 cc
             Peru     Peru    PROPN NNP 10 nsubj
             promised promise VERB  VBD 2 conj
             oil      oil     NOUN  NN  10 obj",
            expect![
                "Chile/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; if/IN mark leave; they/PRP nsubj leave; leave/VBP advcl offered; ,/, punct promised; and/CC cc promised; Peru/NNP nsubj promised; promise/VBD conj offered; oil/NN obj promised"
            ],
        );
        // A condition behind "and" is of what follows.
        check(
            "Chile    Chile   PROPN NNP 2 nsubj
             offered  offer   VERB  VBD 0 root
             gas      gas     NOUN  NN  2 obj
             and      and     CCONJ CC  9 cc
             if       if      SCONJ IN  7 mark
             they     they    PRON  PRP 7 nsubj
             leave    leave   VERB  VBP 9 advcl
             Peru     Peru    PROPN NNP 9 nsubj
             promised promise VERB  VBD 2 conj
             oil      oil     NOUN  NN  9 obj",
            expect![
                "Chile/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; and/CC cc promised; if/IN mark leave; they/PRP nsubj leave; leave/VBP advcl promised; Peru/NNP nsubj promised; promise/VBD conj offered; oil/NN obj promised"
            ],
        );
    }

    #[test]
    fn a_verb_behind_an_object_and_and_is_no_object() {
        check(
            "Oslo      Oslo    PROPN NNP 2 nsubj
             condemned condemn VERB  VBD 0 root
             Lima      Lima    PROPN NNP 2 obj
             and       and     CCONJ CC  5 cc
             suspended suspend VERB  VBD 2 obj
             flights   flight  NOUN  NNS 5 obj",
            expect![
                "Oslo/NNP nsubj condemned; condemn/VBD root -; Lima/NNP obj condemned; and/CC cc suspended; suspend/VBD conj condemned; flight/NNS obj suspended"
            ],
        );
    }

    #[test]
    fn a_clause_that_and_sets_behind_its_head_is_no_subject() {
        check(
            "Peru    Peru    PROPN NNP 3 nsubj
             is      be      AUX   VBZ 3 cop
             subject subject ADJ   JJ  0 root
             to      to      ADP   IN  5 case
             duties  duty    NOUN  NNS 3 obl
             ,       ,       PUNCT ,   10 punct
             and     and     CCONJ CC  10 cc
             Oslo    Oslo    PROPN NNP 10 nsubj
             will    will    AUX   MD  10 aux
             gain    gain    VERB  VB  3 csubj",
            expect![
                "Peru/NNP nsubj subject; be/VBZ cop subject; subject/JJ root -; to/IN case duties; duty/NNS obl subject; ,/, punct gain; and/CC cc gain; Oslo/NNP nsubj gain; will/MD aux gain; gain/VB conj subject"
            ],
        );
        // A subject behind its head, with nothing that joins it.
        check(
            "It      it      PRON  PRP 3 expl
             is      be      AUX   VBZ 3 cop
             clear   clear   ADJ   JJ  0 root
             that    that    SCONJ IN  6 mark
             Oslo    Oslo    PROPN NNP 6 nsubj
             gains   gain    VERB  VBZ 3 csubj",
            expect![
                "it/PRP expl clear; be/VBZ cop clear; clear/JJ root -; that/IN mark gains; Oslo/NNP nsubj gains; gain/VBZ csubj clear"
            ],
        );
    }

    #[test]
    fn who_stands_behind_a_relative_object_does_it() {
        check(
            "duties  duty   NOUN  NNS 5 nsubj
             that    that   PRON  WDT 4 obj
             Oslo    Oslo   PROPN NNP 4 nsubj:pass
             imposed impose VERB  VBN 1 acl
             hurt    hurt   VERB  VBP 0 root",
            expect![
                "duty/NNS nsubj hurt; that/WDT obj imposed; Oslo/NNP nsubj imposed; impose/VBD acl:relcl duties; hurt/VBP root -"
            ],
        );
    }

    #[test]
    fn what_is_done_by_somebody_is_a_participle() {
        check(
            "plan     plan    NOUN  NN  6 nsubj
             ,        ,       PUNCT ,   3 punct
             rejected reject  VERB  VBD 1 acl
             by       by      ADP   IN  5 case
             Oslo     Oslo    PROPN NNP 3 obl:agent
             failed   fail    VERB  VBD 0 root",
            expect![
                "plan/NN nsubj failed; ,/, punct rejected; reject/VBN acl plan; by/IN case Oslo; Oslo/NNP obl:agent rejected; fail/VBD root -"
            ],
        );
    }

    #[test]
    fn a_proviso_has_its_clause() {
        check(
            "Lima     Lima    PROPN NNP 2 nsubj
             offered  offer   VERB  VBD 0 root
             gas      gas     NOUN  NN  2 obj
             provided provide VERB  VBN 2 advcl
             Oslo     Oslo    PROPN NNP 6 nsubj
             leaves   leave   VERB  VBZ 2 advcl",
            expect![
                "Lima/NNP nsubj offered; offer/VBD root -; gas/NN obj offered; provide/VBN advcl offered; Oslo/NNP nsubj leaves; leave/VBZ ccomp provided"
            ],
        );
    }

    #[test]
    fn a_name_behind_a_preposition_is_an_adjunct() {
        check(
            "Peru   Peru PROPN NNP 2 nsubj
             called call VERB  VBD 0 root
             on     on   ADP   IN  4 case
             Lima   Lima PROPN NNP 2 xcomp
             to     to   PART  TO  6 mark
             act    act  VERB  VB  2 xcomp",
            expect![[
                "Peru/NNP nsubj called; call/VBD root -; on/IN case Lima; Lima/NNP obl called; to/TO mark act; act/VB xcomp called"
            ]],
        );
        check(
            "Berg  Berg  PROPN NNP 2 nsubj
             spoke speak VERB  VBD 0 root
             with  with  ADP   IN  4 case
             Ruiz  Ruiz  PROPN NNP 1 conj",
            expect![["Berg/NNP nsubj spoke; speak/VBD root -; with/IN case Ruiz; Ruiz/NNP obl spoke"]],
        );
    }
}
