//! What telegrams and translations do to a clause: names listed with commas alone before their verb, objects behind a day or
//! a place, the second half of a perfect that took the subject away.

use super::{below, children, head_of, nominal, related};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::Frame;
use demarche_lexicon::plover::Needs;
use demarche_syntax::Syntax;
use demarche_text::Layout;
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

/// "envoys of Chile, Peru and the League": a name without a preposition behind a comma and another name, both below one noun,
/// goes on with the list that "and" closes; so does one taken for what several are, as no name alone is.
pub(super) fn enumerated(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        if !matches!(syntax.words[word].deprel, "nmod" | "appos") || syntax.words[word].upos != "PROPN" {
            continue;
        }
        let Some(head) = head_of(word, &words, syntax).filter(|&h| h < word) else { continue };
        if syntax.words[word].deprel == "appos" && syntax.words[head].xpos != "NNS" {
            continue;
        }
        let cased = |w: usize| related(w, "case", &words, syntax).next().is_some();
        let closed = |above: usize| {
            let last = related(above, "conj", &words, syntax).filter(|&c| c > word);
            last.flat_map(|c| related(c, "cc", &words, syntax))
                .any(|x| x > word && syntax.words[x].lemma == "and" && syntax.words[x - 1].lemma != ",")
        };
        let own = children(word, &words, syntax)
            .filter(|&w| w < word && matches!(syntax.words[w].deprel, "compound" | "flat" | "det" | "amod"));
        let start = own.min().unwrap_or(word);
        let comma = start > words.start && syntax.words[start - 1].lemma == ",";
        let first = related(head, "nmod", &words, syntax)
            .filter(|&f| f + 1 < start && f > head && syntax.words[f].upos == "PROPN" && cased(f))
            .last();
        let Some(first) =
            first.filter(|&f| f + 2 == start && comma && (closed(word) || closed(f)) && !cased(word))
        else {
            continue;
        };
        (syntax.words[word].head, syntax.words[word].deprel) = (Some(first as u32), "conj");
        let last: Vec<usize> = related(word, "conj", &words, syntax).collect();
        for w in last {
            syntax.words[w].head = Some(first as u32);
        }
    }
}

/// "ministers of Chile, Peru and Brazil": a name behind "and" that hangs from the ministers, though a list of names hangs below
/// them, is the last of the list.
pub(super) fn completed(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        if syntax.words[word].deprel != "conj" || syntax.words[word].upos != "PROPN" {
            continue;
        }
        let Some(head) = head_of(word, &words, syntax).filter(|&h| h < word) else { continue };
        let Some(and) = related(word, "cc", &words, syntax).find(|&c| syntax.words[c].lemma == "and") else {
            continue;
        };
        let plural = matches!(syntax.words[head].xpos, "NNS" | "NNPS");
        let first = related(head, "nmod", &words, syntax)
            .filter(|&f| f > head && syntax.words[f].upos == "PROPN")
            .last();
        let Some(first) = first.filter(|_| plural) else { continue };
        // The list reaches up to the "and".
        let listed = related(first, "conj", &words, syntax).last().is_some_and(|l| l + 1 == and);
        let cased = related(word, "case", &words, syntax).next().is_some();
        if listed && !cased {
            syntax.words[word].head = Some(first as u32);
        }
    }
}

/// "wrapped up three days of talks": what is counted hangs from the count, not from the verb.
pub(super) fn counted(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone().skip(2) {
        if syntax.words[word].deprel != "obl" || syntax.words[word].upos != "NOUN" {
            continue;
        }
        let of = related(word, "case", &words, syntax).find(|&c| syntax.words[c].lemma == "of");
        let Some(count) = of.and_then(|c| c.checked_sub(1)).filter(|c| words.contains(c)) else { continue };
        let counts = lexicon.meeting.is("counting", &syntax.words[count].lemma)
            && syntax.words[count].deprel == "obj"
            && syntax.words[count].head == syntax.words[word].head;
        if counts {
            (syntax.words[word].head, syntax.words[word].deprel) = (Some(count as u32), "nmod");
        }
    }
}

/// "hours after Oslo and Lima ended talks", read as if the talks were ended after the two: who stands right before a finite verb
/// of a clause without a subject is its subject, and the preposition opens the clause. "It will send aid": an "it" whose verb
/// has an object and no clause stands for somebody.
pub(super) fn subjects(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(2) {
        let word = &syntax.words[verb];
        let own = |s: &usize| matches!(syntax.words[*s].deprel, "nsubj" | "nsubj:pass" | "csubj");
        if word.upos != "VERB" || children(verb, &words, syntax).any(|s| own(&s)) {
            continue;
        }
        let clause = |c: usize| matches!(syntax.words[c].deprel, "ccomp" | "csubj" | "xcomp" | "nsubj");
        let it = related(verb, "expl", &words, syntax).find(|&e| e < verb && syntax.words[e].lemma == "it");
        let lasts = matches!(syntax.words[verb].lemma.as_str(), "take" | "cost" | "make");
        if let Some(it) = it.filter(|_| !lasts && !passive(verb, &words, syntax)) {
            let object = related(verb, "obj", &words, syntax).any(|o| o > verb);
            if object && !children(verb, &words, syntax).any(clause) {
                syntax.words[it].deprel = "nsubj";
            }
            continue;
        }
        let past = syntax.words[verb].xpos == "VBD" && syntax.words[verb].deprel == "advcl";
        let who = related(verb, "obl", &words, syntax).find(|&o| o < verb && nominal(syntax, o));
        let Some(who) = who.filter(|_| past) else { continue };
        let opens =
            |c: &usize| matches!(syntax.words[*c].lemma.as_str(), "after" | "before" | "since" | "until");
        let Some(case) = related(who, "case", &words, syntax).find(opens) else { continue };
        let end = std::iter::once(who)
            .chain(children(who, &words, syntax))
            .chain(related(who, "conj", &words, syntax).flat_map(|c| children(c, &words, syntax)))
            .max();
        if case > who || end.is_none_or(|e| e + 1 != verb) {
            continue;
        }
        for w in children(who, &words, syntax).filter(|&w| w < case).collect::<Vec<_>>() {
            syntax.words[w].head = Some(verb as u32);
            syntax.words[w].deprel = "obl:unmarked";
        }
        syntax.words[who].deprel = "nsubj";
        (syntax.words[case].head, syntax.words[case].deprel) = (Some(verb as u32), "mark");
        syntax.words[case].upos = "SCONJ";
    }
}

/// "is due in Lima", read as one long preposition: who is due is the subject of "due".
pub(super) fn due(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for due in words.clone() {
        if syntax.words[due].lemma != "due" || syntax.words[due].deprel != "case" {
            continue;
        }
        let Some(place) = head_of(due, &words, syntax).filter(|&p| p > due) else { continue };
        let cop = related(place, "cop", &words, syntax).any(|c| c < due);
        let subject = related(place, "nsubj", &words, syntax).any(|s| s < due);
        if !cop || !subject || syntax.words[place].upos != "PROPN" {
            continue;
        }
        (syntax.words[due].head, syntax.words[due].deprel) =
            (syntax.words[place].head, syntax.words[place].deprel);
        (syntax.words[due].upos, syntax.words[due].xpos) = ("ADJ", "JJ");
        for w in children(place, &words, syntax).collect::<Vec<_>>() {
            let own =
                matches!(syntax.words[w].deprel, "case" | "det" | "compound" | "flat" | "amod" | "conj");
            if w != due && !own {
                syntax.words[w].head = Some(due as u32);
            }
        }
        (syntax.words[place].head, syntax.words[place].deprel) = (Some(due as u32), "obl");
    }
}

/// "before the two are due to meet", where "due" hangs on what is due, or on another verb: it governs that, and has its subject.
pub(super) fn due_to(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for due in words.clone().skip(1) {
        let to = due + 1;
        if syntax.words[due].lemma != "due" || !words.contains(&to) || syntax.words[to].lemma != "to" {
            continue;
        }
        let verb = (to + 1..words.end).take(2).find(|&w| syntax.words[w].upos == "VERB");
        let Some(verb) = verb.filter(|&v| head_of(v, &words, syntax) != Some(due)) else { continue };
        let before: Vec<usize> = children(verb, &words, syntax).filter(|&w| w < due).collect();
        if !before.iter().any(|&w| syntax.words[w].lemma == "be") {
            continue;
        }
        (syntax.words[due].head, syntax.words[due].deprel) =
            (syntax.words[verb].head, syntax.words[verb].deprel);
        (syntax.words[due].upos, syntax.words[due].xpos) = ("ADJ", "JJ");
        for w in before {
            syntax.words[w].head = Some(due as u32);
            if syntax.words[w].lemma == "be" {
                syntax.words[w].deprel = "cop";
            }
        }
        // "before ... due to" was read as one preposition.
        for w in related(due, "fixed", &words, syntax).collect::<Vec<_>>() {
            (syntax.words[w].deprel, syntax.words[w].upos) = ("mark", "SCONJ");
        }
        (syntax.words[to].head, syntax.words[to].deprel) = (Some(verb as u32), "mark");
        (syntax.words[verb].head, syntax.words[verb].deprel) = (Some(due as u32), "xcomp");
    }
}

/// "and the ministry demands from Lima the release": a verb in "-s" behind its subject, read as a plural noun that yet has an
/// object. The noun before it is its subject, and it goes on with the verb of the clause before.
pub(super) fn verbal(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(1) {
        let word = &syntax.words[verb];
        let object = related(verb, "obj", &words, syntax).find(|&o| o > verb);
        let known = word.upos == "NOUN" && word.xpos == "NNS" && lexicon.cues.verb(&word.lemma).is_some();
        let (Some(_), true) = (object, known) else { continue };
        let before = children(verb, &words, syntax).filter(|&w| {
            w < verb
                && nominal(syntax, w)
                && matches!(syntax.words[w].deprel, "compound" | "nmod" | "nmod:desc")
        });
        let Some(subject) = before.last() else { continue };
        let above = std::iter::successors(head_of(verb, &words, syntax), |&h| head_of(h, &words, syntax));
        let above = above.take(6).find(|&h| syntax.words[h].upos == "VERB");
        for w in children(verb, &words, syntax).collect::<Vec<_>>() {
            let own = w < subject && !matches!(syntax.words[w].deprel, "cc" | "punct");
            let cased = related(w, "case", &words, syntax).next().is_some();
            if own {
                syntax.words[w].head = Some(subject as u32);
            } else if w > verb && syntax.words[w].deprel == "nmod" && cased {
                syntax.words[w].deprel = "obl";
            }
        }
        syntax.words[subject].deprel = "nsubj";
        (syntax.words[verb].upos, syntax.words[verb].xpos) = ("VERB", "VBZ");
        if syntax.words[verb].deprel == "conj"
            && let Some(above) = above.filter(|&a| a < subject)
        {
            syntax.words[verb].head = Some(above as u32);
        }
    }
}

/// "14:20 Chile has closed its ports": the hour before a note of a running report is when it was written, and no subject.
pub(super) fn clocked(sentence: WordRange, text: &str, layout: &Layout, syntax: &mut Syntax) {
    let words = sentence.range();
    let hour = words.start;
    if words.len() < 4 || !is_hour(layout.words[hour].span.of(text)) {
        return;
    }
    let Some(verb) = head_of(hour, &words, syntax) else { return };
    let named = related(hour, "appos", &words, syntax).chain(related(hour, "flat", &words, syntax)).next();
    if !syntax.words[hour].deprel.starts_with("nsubj") || syntax.words[verb].upos != "VERB" {
        return;
    }
    let Some(subject) = named else { return };
    let relation = syntax.words[hour].deprel;
    for w in children(hour, &words, syntax).collect::<Vec<_>>() {
        syntax.words[w].head = Some(if w == subject { verb } else { subject } as u32);
    }
    syntax.words[subject].deprel = relation;
    syntax.words[hour].deprel = "obl:unmarked";
}

/// "14:20", "9.05".
fn is_hour(form: &str) -> bool {
    let digits = form.chars().filter(char::is_ascii_digit).count();
    let marks = form.chars().filter(|c| matches!(c, ':' | '.')).count();
    matches!(digits, 3 | 4) && marks == 1 && digits + marks == form.chars().count()
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
        // "Oslo: the ministry denied the charge, blamed Lima": both hang from the label.
        let labelled = |f: usize| {
            let label = words.start;
            let colon = words.clone().take(3).any(|w| syntax.words[w].lemma == ":");
            let beside = |w: &usize| {
                *w < verb
                    && *w > f
                    && syntax.words[*w].upos == "VERB"
                    && syntax.words[*w].deprel == "parataxis"
                    && related(*w, "nsubj", &words, syntax).next().is_some()
            };
            (f == label && colon).then(|| children(f, &words, syntax).filter(beside).last()).flatten()
        };
        let (first, told) = match labelled(first) {
            Some(beside) => (beside, true),
            None => (first, told),
        };
        let subject = related(first, "nsubj", &words, syntax).any(|s| s < first);
        let comma = verb > words.start && syntax.words[verb - 1].lemma == ",";
        if word.deprel == "parataxis" && told && !own && subject && comma {
            syntax.words[verb].deprel = "conj";
            syntax.words[verb].head = Some(first as u32);
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

/// "The answer will follow, has warned the minister.", "..., informed the embassy.": of a verb of saying behind what is said and
/// a comma, with nobody before it, the only noun behind it is who says it, as translations have it.
pub(super) fn said_behind(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(2) {
        let Some(cue) = lexicon.cues.verb(&syntax.words[verb].lemma) else { continue };
        let perfect = syntax.words[verb].xpos == "VBN" && syntax.words[verb - 1].lemma == "have";
        let has = if perfect { verb - 1 } else { verb };
        let after = matches!(syntax.words[verb].xpos, "VBD" | "VBN")
            && related(verb, "aux", &words, syntax).all(|a| perfect && a == verb - 1)
            && syntax.words[has - 1].upos == "PUNCT";
        // "..., communicated the ministry", read as going on with the sentence.
        let bare = cue.takes(Frame::Object).is_none() && cue.takes(Frame::That).is_some();
        let joined = head_of(verb, &words, syntax).filter(|&c| {
            c < verb
                && bare
                && syntax.words[c].head.is_none()
                && matches!(syntax.words[verb].deprel, "conj" | "parataxis" | "advcl")
                && children(verb, &words, syntax)
                    .all(|w| !matches!(syntax.words[w].deprel, "cc" | "mark" | "ccomp" | "xcomp"))
        });
        let said = || joined.is_some() || related(verb, "ccomp", &words, syntax).any(|c| c < has);
        let nobody = || related(verb, "nsubj", &words, syntax).next().is_none();
        if !(after && said() && nobody()) {
            continue;
        }
        let object = |&w: &usize| w > verb && matches!(syntax.words[w].deprel, "obj" | "iobj");
        let objects: Vec<usize> = children(verb, &words, syntax).filter(object).collect();
        let [only] = objects[..] else { continue };
        syntax.words[only].deprel = "nsubj";
        if let Some(clause) = joined {
            (syntax.words[verb].head, syntax.words[verb].deprel) = (None, "root");
            (syntax.words[clause].head, syntax.words[clause].deprel) = (Some(verb as u32), "ccomp");
        }
    }
}

/// "They will hold talks on Monday, the ministry announced.", with the ministry hung somewhere in what is said: what stands
/// between the last comma and a verb of saying without a subject is who says it.
pub(super) fn said_after(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(3) {
        let says = matches!(syntax.words[verb].xpos, "VBD" | "VBZ" | "VBP")
            && lexicon.cues.verb(&syntax.words[verb].lemma).is_some();
        let said = || related(verb, "ccomp", &words, syntax).find(|&c| c < verb);
        let subject = |w: usize| syntax.words[w].deprel.starts_with("nsubj");
        if !says || children(verb, &words, syntax).any(subject) {
            continue;
        }
        let Some(said) = said() else { continue };
        let comma = (said..verb).rev().find(|&w| syntax.words[w].lemma == ",");
        let Some(first) = comma.map(|comma| comma + 1).filter(|first| *first < verb) else { continue };
        // The one word there that hangs from outside.
        let outside = |w: &usize| head_of(*w, &words, syntax).is_none_or(|h| !(first..verb).contains(&h));
        let tops: Vec<usize> = (first..verb).filter(outside).collect();
        if let [who] = tops[..]
            && matches!(syntax.words[who].upos, "NOUN" | "PROPN" | "PRON")
            && related(who, "case", &words, syntax).next().is_none()
            && below(syntax, who, said, words.len())
        {
            syntax.words[who].head = Some(verb as u32);
            syntax.words[who].deprel = "nsubj";
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

/// "stands ready to resume talks": an infinitive right behind "ready" is what somebody is ready for, not why he stands.
pub(super) fn ready(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(2) {
        if !matches!(syntax.words[verb].deprel, "advcl" | "xcomp" | "acl") || syntax.words[verb].xpos != "VB"
        {
            continue;
        }
        let to = related(verb, "mark", &words, syntax).find(|&m| syntax.words[m].xpos == "TO" && m < verb);
        let Some(adjective) = to.and_then(|m| m.checked_sub(1)).filter(|a| words.contains(a)) else {
            continue;
        };
        let word = &syntax.words[adjective];
        let carried = word.upos == "ADJ"
            && word.deprel == "xcomp"
            && word.head == syntax.words[verb].head
            && lexicon.commissives.is("ready", &word.lemma);
        if carried {
            (syntax.words[verb].head, syntax.words[verb].deprel) = (Some(adjective as u32), "xcomp");
        }
    }
}

/// "China, Russia appeal for calm.": of a line that is a list of names with a verb in the plain present behind them, read as
/// something beside the first name, the names are who does it, as headlines and telegrams write.
pub(super) fn appealing(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(1) {
        let word = &syntax.words[verb];
        let present = word.upos == "VERB" && matches!(word.xpos, "VBP" | "VB" | "VBZ");
        let Some(name) = head_of(verb, &words, syntax).filter(|&n| n < verb && present) else { continue };
        let line = word.deprel == "parataxis"
            && syntax.words[name].head.is_none()
            && syntax.words[name].upos == "PROPN"
            && !children(verb, &words, syntax)
                .any(|c| matches!(syntax.words[c].deprel, "nsubj" | "mark" | "aux" | "cop"));
        // Nothing but names and commas stands before the verb.
        let listed = |w: usize| {
            w < name || matches!(syntax.words[w].upos, "PROPN" | "CCONJ") || syntax.words[w].lemma == ","
        };
        let finite = |w: usize| matches!(syntax.words[w].xpos, "VBD" | "VBZ" | "VBP" | "MD") && w != verb;
        let others: Vec<usize> =
            children(name, &words, syntax).filter(|&c| c < verb && syntax.words[c].upos == "PROPN").collect();
        if !line || !(words.start..verb).all(listed) || words.clone().take(verb - words.start).any(finite) {
            continue;
        }
        if syntax.words[verb - 1].upos != "PROPN" {
            continue;
        }
        for other in others {
            if syntax.words[other].deprel == "appos" {
                syntax.words[other].deprel = "conj";
            }
        }
        super::subject(syntax, name, verb, words.clone());
        syntax.words[verb].xpos = "VBP";
    }
}

/// "Oslo, he told them, would wait", with Oslo taken for a second subject of "told": what a comma parts from who says it is the
/// subject of what is said.
pub(super) fn said_amid(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(3) {
        if lexicon.cues.verb(&syntax.words[verb].lemma).is_none() {
            continue;
        }
        let subjects: Vec<usize> = related(verb, "nsubj", &words, syntax).filter(|&s| s < verb).collect();
        let [first, who] = subjects[..] else { continue };
        let comma = |w: usize| syntax.words[w].lemma == ",";
        let apart = (first + 1..who).any(comma) && syntax.words[who].upos == "PRON" && who + 1 == verb;
        let said = related(verb, "ccomp", &words, syntax).find(|&c| c > verb);
        let Some(said) = said.filter(|_| apart) else { continue };
        let own = related(said, "nsubj", &words, syntax).next().is_some();
        let opens =
            related(said, "aux", &words, syntax).next().is_some_and(|a| a > verb && a < said && comma(a - 1));
        if !own && opens {
            syntax.words[first].head = Some(said as u32);
        }
    }
}

/// "If the Front goes, we will go", with the Front taken for the object of what stands before: who stands between "if" and a verb
/// without a subject is its subject.
pub(super) fn supposed(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(2) {
        let word = &syntax.words[verb];
        // "would send observers *should* Oslo ask"
        let should =
            related(verb, "aux", &words, syntax).find(|&a| a < verb && syntax.words[a].lemma == "should");
        let finite = word.upos == "VERB"
            && (matches!(word.xpos, "VBZ" | "VBD" | "VBP") || word.xpos == "VB" && should.is_some());
        let own = |c: usize| syntax.words[c].deprel.starts_with("nsubj");
        if !finite || word.deprel != "advcl" || children(verb, &words, syntax).any(own) {
            continue;
        }
        let mark = related(verb, "mark", &words, syntax).find(|&m| {
            m < verb && matches!(syntax.words[m].lemma.as_str(), "if" | "unless" | "until" | "once")
        });
        let Some(mark) = mark.or(should) else { continue };
        let outside = |n: &usize| {
            nominal(syntax, *n)
                && matches!(syntax.words[*n].deprel, "obj" | "obl" | "nsubj")
                && head_of(*n, &words, syntax).is_some_and(|h| h < mark)
        };
        let inside = (mark + 1..verb).find(outside);
        let Some(who) = inside.filter(|_| (mark + 1..verb).all(|w| syntax.words[w].lemma != ",")) else {
            continue;
        };
        if related(who, "case", &words, syntax).next().is_none() {
            (syntax.words[who].head, syntax.words[who].deprel) = (Some(verb as u32), "nsubj");
        }
    }
}

/// "called the raid that killed four men an act of terror": of two objects of the relative clause the second, with an article, is
/// what the raid was called.
pub(super) fn branded(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        if syntax.words[verb].deprel != "acl:relcl" || syntax.words[verb].upos != "VERB" {
            continue;
        }
        let Some(noun) = head_of(verb, &words, syntax).filter(|&n| n < verb) else { continue };
        let Some(above) = head_of(noun, &words, syntax).filter(|&a| a < noun) else { continue };
        let names = syntax.words[noun].deprel == "obj"
            && lexicon.plover.is("brands", &syntax.words[above].lemma)
            && related(above, "xcomp", &words, syntax).next().is_none();
        let objects: Vec<usize> = related(verb, "obj", &words, syntax).filter(|&o| o > verb).collect();
        if let [first, second] = objects[..]
            && names
            && first < second
            && related(second, "det", &words, syntax)
                .any(|d| matches!(syntax.words[d].lemma.to_ascii_lowercase().as_str(), "a" | "an"))
        {
            (syntax.words[second].head, syntax.words[second].deprel) = (Some(above as u32), "xcomp");
        }
    }
}

/// "closed the Kuznica crossing", with the crossing taken for a second object and a verb: it is what was closed.
pub(super) fn crossing(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for noun in words.clone().skip(1) {
        let word = &syntax.words[noun];
        let before = noun - 1;
        let both = words.contains(&before)
            && word.xpos == "VBG"
            && matches!(word.deprel, "obj" | "xcomp")
            && syntax.words[before].upos == "PROPN"
            && syntax.words[before].deprel == "obj"
            && syntax.words[before].head == word.head
            && related(before, "det", &words, syntax).next().is_some()
            && !children(noun, &words, syntax).any(|c| c > noun && syntax.words[c].deprel == "obj");
        if !both {
            continue;
        }
        for d in children(before, &words, syntax).filter(|&c| c < before).collect::<Vec<_>>() {
            if syntax.words[d].deprel == "det" {
                syntax.words[d].head = Some(noun as u32);
            }
        }
        (syntax.words[before].head, syntax.words[before].deprel) = (Some(noun as u32), "compound");
        let word = &mut syntax.words[noun];
        (word.upos, word.xpos, word.deprel) = ("NOUN", "NN", "obj");
    }
}

/// "talks between minister Berg and Peru's premier", with the premier hung from the talks: he is the second of the two.
pub(super) fn between(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone().skip(3) {
        if syntax.words[word].deprel != "nmod" || !nominal(syntax, word) {
            continue;
        }
        let and = related(word, "cc", &words, syntax).find(|&c| syntax.words[c].lemma == "and" && c < word);
        let Some(and) = and.filter(|_| related(word, "case", &words, syntax).next().is_none()) else {
            continue;
        };
        let Some(noun) = head_of(word, &words, syntax).filter(|&n| n < and) else { continue };
        let first = related(noun, "nmod", &words, syntax).find(|&f| {
            f < and && related(f, "case", &words, syntax).any(|c| syntax.words[c].lemma == "between")
        });
        let lone = |f: usize| related(f, "conj", &words, syntax).next().is_none();
        if let Some(first) = first.filter(|&f| lone(f)) {
            (syntax.words[word].head, syntax.words[word].deprel) = (Some(first as u32), "conj");
        }
    }
}

/// "part of the solution or part of the problem": the second part is set beside the first, not beside the solution.
pub(super) fn repeated(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone().skip(2) {
        if syntax.words[word].deprel != "conj" || syntax.words[word].upos != "NOUN" {
            continue;
        }
        let Some(head) = head_of(word, &words, syntax).filter(|&h| h < word) else { continue };
        let Some(above) = head_of(head, &words, syntax).filter(|&a| a < head) else { continue };
        let same = syntax.words[above].lemma == syntax.words[word].lemma
            && syntax.words[above].upos == "NOUN"
            && syntax.words[head].lemma != syntax.words[word].lemma
            && syntax.words[head].deprel == "nmod";
        if same {
            syntax.words[word].head = Some(above as u32);
        }
    }
}

/// "Tokyo imposed sanctions", with Tokyo taken for whose sanctions they are: a name without a "'s" right before a past whose
/// object it would own does it.
pub(super) fn owner(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for name in words.clone() {
        if syntax.words[name].deprel != "nmod:poss" || syntax.words[name].upos != "PROPN" {
            continue;
        }
        let Some(noun) = head_of(name, &words, syntax).filter(|&n| n > name + 1) else { continue };
        let Some(verb) = head_of(noun, &words, syntax).filter(|&v| v == name + 1 && v < noun) else {
            continue;
        };
        let free = syntax.words[verb].upos == "VERB"
            && matches!(syntax.words[verb].xpos, "VBD" | "VBZ")
            && related(name, "case", &words, syntax).next().is_none()
            && !children(verb, &words, syntax).any(|c| syntax.words[c].deprel.starts_with("nsubj"));
        if free {
            (syntax.words[name].head, syntax.words[name].deprel) = (Some(verb as u32), "nsubj");
        }
    }
}

/// "..., local media report.": at the end of a sentence, behind a comma, what the parse takes for a noun beside the sentence is a
/// verb of saying and the noun before it who says so.
pub(super) fn reports(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    let Some(verb) = words.clone().rev().find(|&w| syntax.words[w].upos != "PUNCT") else { return };
    let word = &syntax.words[verb];
    let said = word.upos == "NOUN"
        && word.xpos == "NN"
        && word.deprel == "parataxis"
        && lexicon.cues.verb(&word.lemma).is_some();
    let who = verb.checked_sub(1).filter(|&w| {
        words.contains(&w)
            && syntax.words[w].deprel == "compound"
            && syntax.words[w].head == Some(verb as u32)
            && syntax.words[w].upos == "NOUN"
    });
    let Some(who) = who.filter(|_| said) else { return };
    let own: Vec<usize> =
        children(verb, &words, syntax).filter(|&c| c < who && syntax.words[c].upos != "PUNCT").collect();
    let first = own.iter().copied().min().unwrap_or(who);
    if first == words.start || syntax.words[first - 1].lemma != "," {
        return;
    }
    let above = syntax.words[verb].head.map(|h| h as usize).filter(|&h| h < verb);
    for c in own {
        syntax.words[c].head = Some(who as u32);
    }
    syntax.words[who].deprel = "nsubj";
    (syntax.words[verb].upos, syntax.words[verb].xpos) = ("VERB", "VBP");
    // What is reported hangs from the reporting, as it does where the parse knows the verb.
    if let Some(clause) = above.filter(|&c| syntax.words[c].head.is_none()) {
        syntax.words[verb].head = None;
        syntax.words[verb].deprel = "root";
        (syntax.words[clause].head, syntax.words[clause].deprel) = (Some(verb as u32), "ccomp");
    }
}

/// "will receive on Monday to both presidents", as translations from Spanish have it: whom a host receives is his guest.
pub(super) fn received(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for guest in words.clone().skip(2) {
        if syntax.words[guest].deprel != "obl" || !nominal(syntax, guest) {
            continue;
        }
        let Some(verb) = head_of(guest, &words, syntax).filter(|&v| v < guest) else { continue };
        let to = related(guest, "case", &words, syntax).find(|&c| syntax.words[c].lemma == "to");
        let hosts = syntax.words[verb].upos == "VERB"
            && lexicon.meeting.is("host-verb", &syntax.words[verb].lemma)
            && related(verb, "obj", &words, syntax).next().is_none()
            && !passive(verb, &words, syntax);
        if let Some(to) = to.filter(|_| hosts && lexicon.meeting.is("side", &syntax.words[guest].lemma)) {
            syntax.words[guest].deprel = "obj";
            // The preposition is none of the English.
            syntax.words[to].deprel = "dep";
        }
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
    fn a_verb_with_an_object_is_no_plural() {
        check(
            "Oslo     Oslo     PROPN NNP 2 nsubj
             moved    move     VERB  VBD 0 root
             ships    ship     NOUN  NNS 2 obj
             ,        ,        PUNCT ,   7 punct
             and      and      CCONJ CC  7 cc
             Lima     Lima     PROPN NNP 7 compound
             demands  demand   NOUN  NNS 3 conj
             from     from     ADP   IN  9 case
             Quito    Quito    PROPN NNP 7 nmod
             the      the      DET   DT  11 det
             release  release  NOUN  NN  7 obj",
            expect![
                "Oslo/NNP nsubj moved; move/VBD root -; ship/NNS obj moved; ,/, punct demands; and/CC cc demands; Lima/NNP nsubj demands; demand/VBZ conj moved; from/IN case Quito; Quito/NNP obl demands; the/DT det release; release/NN obj demands"
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
    fn days_of_talks_are_talks() {
        check(
            "Oslo    Oslo  PROPN NNP 2 nsubj
             ended   end   VERB  VBD 0 root
             three   three NUM   CD  4 nummod
             days    day   NOUN  NNS 2 obj
             of      of    ADP   IN  6 case
             talks   talk  NOUN  NNS 2 obl",
            expect![
                "Oslo/NNP nsubj ended; end/VBD root -; three/CD nummod days; day/NNS obj ended; of/IN case talks; talk/NNS nmod days"
            ],
        );
    }

    #[test]
    fn who_ended_talks_is_the_subject() {
        check(
            "Quito  Quito PROPN NNP 2 nsubj
             fell   fall  VERB  VBD 0 root
             hours  hour  NOUN  NNS 5 nmod:unmarked
             after  after ADP   IN  5 case
             Oslo   Oslo  PROPN NNP 8 obl
             and    and   CCONJ CC  7 cc
             Lima   Lima  PROPN NNP 5 conj
             ended  end   VERB  VBD 2 advcl
             talks  talk  NOUN  NNS 8 obj",
            expect![
                "Quito/NNP nsubj fell; fall/VBD root -; hour/NNS obl:unmarked ended; after/IN mark ended; Oslo/NNP nsubj ended; and/CC cc Lima; Lima/NNP conj Oslo; end/VBD advcl fell; talk/NNS obj ended"
            ],
        );
    }

    #[test]
    fn it_that_sends_is_somebody() {
        check(
            "It        it       PRON PRP 3 expl
             will      will     AUX  MD  3 aux
             send      send     VERB VB  0 root
             engineers engineer NOUN NNS 3 obj",
            expect!["it/PRP nsubj send; will/MD aux send; send/VB root -; engineer/NNS obj send"],
        );
    }

    #[test]
    fn what_is_due_hangs_on_due() {
        check(
            "Berg   Berg   PROPN NNP 2 nsubj
             left   leave  VERB  VBD 0 root
             before before SCONJ IN  6 fixed
             both   both   DET   DT  8 nsubj
             are    be     AUX   VBP 8 cop
             due    due    ADJ   IN  8 mark
             to     to     ADP   IN  6 fixed
             talk   talk   VERB  VB  2 advcl
             on     on     ADP   IN  10 case
             Monday Monday PROPN NNP 8 obl",
            expect![
                "Berg/NNP nsubj left; leave/VBD root -; before/IN mark due; both/DT nsubj due; be/VBP cop due; due/JJ advcl left; to/IN mark talk; talk/VB xcomp due; on/IN case Monday; Monday/NNP obl talk"
            ],
        );
    }

    #[test]
    fn who_is_due_is_the_subject_of_due() {
        check(
            "Berg   Berg   PROPN NNP 5 nsubj
             is     be     AUX   VBZ 5 cop
             due    due    ADP   IN  5 case
             in     in     ADP   IN  5 case
             Lima   Lima   PROPN NNP 0 root
             on     on     ADP   IN  7 case
             Monday Monday PROPN NNP 5 obl",
            expect![
                "Berg/NNP nsubj due; be/VBZ cop due; due/JJ root -; in/IN case Lima; Lima/NNP obl due; on/IN case Monday; Monday/NNP obl due"
            ],
        );
    }

    #[test]
    fn what_hangs_from_a_label_is_strung() {
        check(
            "Oslo     Oslo     PROPN NNP 0 root
             :        :        PUNCT :   5 punct
             the      the      DET   DT  4 det
             ministry ministry NOUN  NN  5 nsubj
             denies   deny     VERB  VBZ 1 parataxis
             this     this     PRON  DT  5 obj
             ,        ,        PUNCT ,   8 punct
             blames   blame    VERB  VBZ 1 parataxis
             Lima     Lima     PROPN NNP 8 obj",
            expect![
                "Oslo/NNP root -; :/: punct denies; the/DT det ministry; ministry/NN nsubj denies; deny/VBZ parataxis Oslo; this/DT obj denies; ,/, punct blames; blame/VBZ conj denies; Lima/NNP obj blames"
            ],
        );
    }

    #[test]
    fn the_hour_of_a_note_is_no_subject() {
        check(
            "14:20  14:20 NUM   CD  4 nsubj
             Lima   Lima  PROPN NNP 1 appos
             has    have  AUX   VBZ 4 aux
             closed close VERB  VBN 0 root
             its    its   PRON  PRP$ 6 nmod:poss
             ports  port  NOUN  NNS 4 obj",
            expect![[
                "14:20/CD obl:unmarked closed; Lima/NNP nsubj closed; have/VBZ aux closed; close/VBN root -; its/PRP$ nmod:poss ports; port/NNS obj closed"
            ]],
        );
    }

    #[test]
    fn who_stands_before_a_verb_of_saying_says_it() {
        check(
            "Envoys    envoy    NOUN  NNS 3 nsubj
             will      will     AUX   MD  3 aux
             hold      hold     VERB  VB  8 ccomp
             talks     talk     NOUN  NNS 3 obj
             ,         ,        PUNCT ,   3 punct
             the       the      DET   DT  7 det
             ministry  ministry NOUN  NN  3 obj
             announced announce VERB  VBD 0 root",
            expect![
                "envoy/NNS nsubj hold; will/MD aux hold; hold/VB ccomp announced; talk/NNS obj hold; ,/, punct hold; the/DT det ministry; ministry/NN nsubj announced; announce/VBD root -"
            ],
        );
        // With a preposition it is no subject.
        check(
            "Envoys    envoy    NOUN  NNS 3 nsubj
             will      will     AUX   MD  3 aux
             meet      meet     VERB  VB  7 ccomp
             ,         ,        PUNCT ,   3 punct
             in        in       ADP   IN  6 case
             Lima      Lima     PROPN NNP 3 obl
             announced announce VERB  VBD 0 root",
            expect![
                "envoy/NNS nsubj meet; will/MD aux meet; meet/VB ccomp announced; ,/, punct meet; in/IN case Lima; Lima/NNP obl meet; announce/VBD root -"
            ],
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

    #[test]
    fn who_stands_ready_is_ready_for_it() {
        check(
            "Oslo   Oslo   PROPN NNP 2 nsubj
             stands stand  VERB  VBZ 0 root
             ready  ready  ADJ   JJ  2 xcomp
             to     to     PART  TO  5 mark
             resume resume VERB  VB  2 advcl
             talks  talk   NOUN  NNS 5 obj",
            expect![
                "Oslo/NNP nsubj stands; stand/VBZ root -; ready/JJ xcomp stands; to/TO mark resume; resume/VB xcomp ready; talk/NNS obj resume"
            ],
        );
    }

    #[test]
    fn names_before_a_plain_present_do_it() {
        check(
            "Oslo   Oslo   PROPN NNP 0 root
             ,      ,      PUNCT ,   3 punct
             Lima   Lima   PROPN NNP 1 appos
             appeal appeal VERB  VB  1 parataxis
             for    for    ADP   IN  6 case
             calm   calm   NOUN  NN  4 obl",
            expect![
                "Oslo/NNP nsubj appeal; ,/, punct Lima; Lima/NNP conj Oslo; appeal/VBP root -; for/IN case calm; calm/NN obl appeal"
            ],
        );
    }

    #[test]
    fn who_stands_behind_if_is_its_subject() {
        check(
            "We    we    PRON  PRP 3 nsubj
             will  will  AUX   MD  3 aux
             go    go    VERB  VB  0 root
             if    if    SCONJ IN  7 mark
             the   the   DET   DT  6 det
             Front Front PROPN NNP 3 nsubj
             goes  go    VERB  VBZ 3 advcl",
            expect![
                "we/PRP nsubj go; will/MD aux go; go/VB root -; if/IN mark goes; the/DT det Front; Front/NNP nsubj goes; go/VBZ advcl go"
            ],
        );
    }

    #[test]
    fn what_a_raid_is_called_is_not_what_it_killed() {
        check(
            "Berg   Berg   PROPN NNP 2 nsubj
             called call   VERB  VBD 0 root
             the    the    DET   DT  4 det
             raid   raid   NOUN  NN  2 obj
             that   that   PRON  WDT 6 nsubj
             killed kill   VERB  VBD 4 acl:relcl
             four   four   NUM   CD  6 obj
             an     a      DET   DT  9 det
             act    act    NOUN  NN  6 obj
             of     of     ADP   IN  11 case
             terror terror NOUN  NN  9 nmod",
            expect![
                "Berg/NNP nsubj called; call/VBD root -; the/DT det raid; raid/NN obj called; that/WDT nsubj killed; kill/VBD acl:relcl raid; four/CD obj killed; a/DT det act; act/NN xcomp called; of/IN case terror; terror/NN nmod act"
            ],
        );
    }

    #[test]
    fn a_crossing_is_closed() {
        check(
            "Oslo     Oslo   PROPN NNP 2 nsubj
             closed   close  VERB  VBD 0 root
             the      the    DET   DT  4 det
             Kuz      Kuz    PROPN NNP 2 obj
             crossing cross  VERB  VBG 2 obj",
            expect![
                "Oslo/NNP nsubj closed; close/VBD root -; the/DT det crossing; Kuz/NNP compound crossing; cross/NN obj closed"
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
    fn who_imposes_owns_no_sanctions() {
        check(
            "Tokyo     Tokyo    PROPN NNP 3 nmod:poss
             imposed   impose   VERB  VBD 0 root
             sanctions sanction NOUN  NNS 2 obj",
            expect!["Tokyo/NNP nsubj imposed; impose/VBD root -; sanction/NNS obj imposed"],
        );
    }

    #[test]
    fn media_report_at_the_end_of_a_sentence() {
        check(
            "Oslo   Oslo   PROPN NNP 2 nsubj
             waited wait   VERB  VBD 0 root
             ,      ,      PUNCT ,   6 punct
             local  local  ADJ   JJ  6 amod
             media  media  NOUN  NN  6 compound
             report report NOUN  NN  2 parataxis
             .      .      PUNCT .   2 punct",
            expect![
                "Oslo/NNP nsubj waited; wait/VBD ccomp report; ,/, punct report; local/JJ amod media; media/NN nsubj report; report/VBP root -; ./. punct waited"
            ],
        );
    }

    #[test]
    fn who_is_received_to_is_the_guest() {
        check(
            "Berg       Berg      PROPN NNP 3 nsubj
             will       will      AUX   MD  3 aux
             receive    receive   VERB  VB  0 root
             on         on        ADP   IN  5 case
             Monday     Monday    PROPN NNP 3 obl
             to         to        ADP   IN  8 case
             both       both      DET   DT  8 det
             presidents president NOUN  NNS 3 obl",
            expect![
                "Berg/NNP nsubj receive; will/MD aux receive; receive/VB root -; on/IN case Monday; Monday/NNP obl receive; to/IN dep presidents; both/DT det presidents; president/NNS obj receive"
            ],
        );
    }
}
