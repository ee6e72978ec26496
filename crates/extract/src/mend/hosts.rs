//! Conditions, doers and subjects that the parse gives to another verb than theirs.

use super::{children, head_of, related};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_syntax::Syntax;

/// Whether a word marks a clause as a condition.
fn conditional(word: usize, words: &std::ops::Range<usize>, syntax: &Syntax) -> bool {
    let marks = |m: usize| matches!(syntax.words[m].lemma.as_str(), "if" | "unless");
    syntax.words[word].deprel == "advcl" && related(word, "mark", words, syntax).any(marks)
}

/// "offered to talk if Oslo left, and threatened to act if it stayed": of two verbs that are joined, each with a condition
/// behind it, the second condition is the second verb's; and a finite verb with a condition of its own is no part of the
/// condition before it.
pub(super) fn own_condition(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let tensed = matches!(syntax.words[verb].xpos, "VBD" | "VBN") && syntax.words[verb].upos == "VERB";
        let lone = related(verb, "nsubj", &words, syntax).next().is_none();
        if !tensed || !lone || syntax.words[verb].deprel != "conj" {
            continue;
        }
        let Some(first) = head_of(verb, &words, syntax).filter(|&f| f < verb) else { continue };
        // The infinitive that the verb takes, which may hold the condition.
        let act = related(verb, "xcomp", &words, syntax).find(|&x| x > verb);
        let own = [Some(verb), act].into_iter().flatten();
        let held = own
            .clone()
            .any(|v| children(v, &words, syntax).any(|c| c > verb && conditional(c, &words, syntax)));
        if held && act.is_some() && conditional(first, &words, syntax) {
            let main = |w: &usize| syntax.words[*w].xpos == "VBD" && syntax.words[*w].deprel != "advcl";
            let mut above =
                std::iter::successors(head_of(first, &words, syntax), |&w| head_of(w, &words, syntax));
            if let Some(main) = above.by_ref().take(3).find(main).filter(|&m| m < first) {
                syntax.words[verb].head = Some(main as u32);
                syntax.words[verb].xpos = "VBD";
            }
            continue;
        }
        let hosts: Vec<usize> = std::iter::once(first)
            .chain(related(first, "xcomp", &words, syntax))
            .filter(|&h| h < verb)
            .collect();
        let conditions: Vec<usize> = hosts
            .iter()
            .flat_map(|&h| children(h, &words, syntax))
            .filter(|&c| conditional(c, &words, syntax))
            .collect();
        let before = conditions.iter().any(|&c| c < verb);
        let behind = conditions.iter().copied().rfind(|&c| c > verb);
        if let Some(behind) = behind.filter(|_| before && !held) {
            syntax.words[behind].head = Some(act.filter(|&a| a < behind).unwrap_or(verb) as u32);
        }
    }
}

/// "were handed to the Red Cross by Oslo": who did what a passive tells is not below the name before.
pub(super) fn by_whom(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for doer in words.clone() {
        let by = |w: usize| related(w, "case", &words, syntax).any(|c| syntax.words[c].lemma == "by");
        if syntax.words[doer].deprel != "nmod" || syntax.words[doer].upos != "PROPN" || !by(doer) {
            continue;
        }
        let Some(name) = head_of(doer, &words, syntax).filter(|&n| n < doer) else { continue };
        let Some(verb) = head_of(name, &words, syntax).filter(|&v| v < name) else { continue };
        let passive = related(verb, "aux:pass", &words, syntax).next().is_some();
        // "was threatened with sanctions by Oslo"
        let with = syntax.words[verb].lemma == "threaten";
        let named =
            (syntax.words[name].upos == "PROPN" || with) && syntax.words[name].deprel.starts_with("obl");
        let open = !related(verb, "obl", &words, syntax).any(by);
        if passive && named && open {
            syntax.words[doer].head = Some(verb as u32);
            syntax.words[doer].deprel = "obl";
        }
    }
}

/// "was declared unwelcome and *told to leave*": who is told has told nobody.
pub(super) fn told_to(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        if syntax.words[verb].xpos != "VBD" || syntax.words[verb].deprel != "conj" {
            continue;
        }
        let Some(first) = head_of(verb, &words, syntax).filter(|&f| f < verb) else { continue };
        let passive =
            syntax.words[first].xpos == "VBN" && related(first, "aux:pass", &words, syntax).next().is_some();
        let bare = !children(verb, &words, syntax)
            .any(|c| matches!(syntax.words[c].deprel, "nsubj" | "obj" | "ccomp" | "aux"));
        let to = words.contains(&(verb + 1)) && syntax.words[verb + 1].lemma == "to";
        let controls = lexicon.plover.is("object-control", &syntax.words[verb].lemma);
        if passive && bare && to && controls && related(verb, "xcomp", &words, syntax).any(|x| x == verb + 2)
        {
            syntax.words[verb].xpos = "VBN";
        }
    }
}

/// "said *it* was prepared to pay": who is ready is somebody.
pub(super) fn it_is_ready(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for it in words.clone() {
        if syntax.words[it].deprel != "expl" || syntax.words[it].lemma != "it" {
            continue;
        }
        let Some(ready) = head_of(it, &words, syntax).filter(|&r| r > it) else { continue };
        let willing = lexicon.plover.is("willing", &syntax.words[ready].lemma);
        let act = related(ready, "xcomp", &words, syntax).any(|x| x > ready);
        if willing && act && related(ready, "nsubj", &words, syntax).next().is_none() {
            syntax.words[it].deprel = "nsubj";
        }
    }
}

/// "When the king and the premier met, *neither* spoke of it", with those who met taken for who spoke: they met, and neither
/// is who spoke.
pub(super) fn neither(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone().skip(1) {
        let open = matches!(syntax.words[word].lemma.as_str(), "neither" | "both" | "each" | "none")
            && syntax.words[word - 1].lemma == ","
            && matches!(syntax.words[word].deprel, "advmod" | "det" | "cc:preconj");
        let Some(verb) = head_of(word, &words, syntax).filter(|&v| open && v > word) else { continue };
        let clause = related(verb, "advcl", &words, syntax).find(|&c| c < word);
        let Some(clause) = clause else { continue };
        let subject = related(verb, "nsubj", &words, syntax).next();
        // `encounters` may have given those who met to their clause before.
        if related(clause, "nsubj", &words, syntax).next().is_some() {
            if subject.is_some() {
                continue;
            }
        } else {
            let when = |w: usize| {
                matches!(syntax.words[w].lemma.as_str(), "when" | "while" | "after" | "before" | "as")
            };
            let subject = subject.filter(|&s| s < clause && (words.start..s).any(when));
            let Some(subject) = subject else { continue };
            syntax.words[subject].head = Some(clause as u32);
        }
        syntax.words[word].deprel = "nsubj";
    }
}
