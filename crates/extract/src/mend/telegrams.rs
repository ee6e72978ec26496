//! What telegrams and translations leave out or put elsewhere: articles, helping verbs, the object behind a preposition.

use super::{children, head_of, nominal, related};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::Frame;
use demarche_syntax::Syntax;
use demarche_text::Layout;

/// "Berg to hold talks in Lima, his office said.": read as two who say it, of whom the first is to do what is said.
pub(super) fn to_come(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for said in words.clone() {
        if syntax.words[said].xpos != "VBD" || lexicon.cues.verb(&syntax.words[said].lemma).is_none() {
            continue;
        }
        let subjects: Vec<usize> = related(said, "nsubj", &words, syntax).filter(|&s| s < said).collect();
        let [doer, teller] = subjects[..] else { continue };
        let Some(act) = related(said, "xcomp", &words, syntax).find(|&x| doer < x && x < teller) else {
            continue;
        };
        let marked =
            related(act, "mark", &words, syntax).any(|m| syntax.words[m].xpos == "TO" && m + 1 == act);
        let parted = (act..teller).any(|w| syntax.words[w].lemma == ",");
        if marked && parted {
            syntax.words[act].deprel = "ccomp";
            syntax.words[doer].head = Some(act as u32);
        }
    }
}

/// "Peru, neighbour and ally of Chile, offered ...": common nouns without an article between commas behind a name say what it
/// is; they do not act beside it.
pub(super) fn described(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for noun in words.clone() {
        let word = &syntax.words[noun];
        let Some(name) = head_of(noun, &words, syntax).filter(|&n| n + 1 < noun) else { continue };
        let fits = word.deprel == "conj"
            && matches!(word.xpos, "NN")
            && syntax.words[name].upos == "PROPN"
            && syntax.words[name].deprel.starts_with("nsubj")
            && syntax.words[name + 1].lemma == ","
            && related(noun, "det", &words, syntax).next().is_none();
        // "neighbour and ally": the "and" stands within, behind a noun of its own.
        let and = related(noun, "cc", &words, syntax).find(|&c| name + 2 < c && c < noun);
        let within = and.is_some_and(|c| {
            syntax.words[c - 1].upos == "NOUN" && !(name + 2..c).any(|w| syntax.words[w].lemma == ",")
        });
        let end = (noun + 1..words.end)
            .find(|&w| !matches!(syntax.words[w].upos, "ADP" | "DET" | "PROPN" | "ADJ" | "NOUN"));
        let closed = end.is_some_and(|e| {
            syntax.words[e].lemma == "," && head_of(name, &words, syntax).is_some_and(|v| v > e)
        });
        if fits && within && closed {
            syntax.words[noun].deprel = "appos";
        }
    }
}

/// "accuses to Peru of arming them": who is accused, with a preposition that other languages put before persons.
pub(super) fn charged(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let to = verb + 1;
        let fits = syntax.words[verb].lemma == "accuse"
            && syntax.words[verb].upos == "VERB"
            && words.contains(&to)
            && syntax.words[to].lemma == "to"
            && related(verb, "obj", &words, syntax).next().is_none();
        if !fits {
            continue;
        }
        let of = (to + 1..words.end).find(|&w| syntax.words[w].lemma == "of");
        let Some(of) = of.filter(|&of| of > to + 1) else { continue };
        let outside = |&w: &usize| head_of(w, &words, syntax).is_none_or(|h| !(to + 1..of).contains(&h));
        let Some(who) = (to + 1..of).filter(outside).find(|&w| nominal(syntax, w)) else { continue };
        syntax.words[who].head = Some(verb as u32);
        syntax.words[who].deprel = "obj";
        syntax.words[to].head = Some(who as u32);
        syntax.words[to].deprel = "dep";
    }
}

/// "its minister, Said al-Berg, will wait": a capital within a sentence and a name behind it make a name.
pub(super) fn given(sentence: WordRange, text: &str, layout: &Layout, syntax: &mut Syntax) {
    let words = sentence.range();
    let form = |w: usize| layout.words[w].span.of(text);
    for word in words.clone().skip(1) {
        let next = word + 1;
        if form(word) != "Said" || !words.contains(&next) || syntax.words[word].upos == "PROPN" {
            continue;
        }
        // Behind a quotation's end a capital may begin what a headline says.
        let opened = syntax.words[word - 1].lemma == "," || syntax.words[word - 1].upos == "NOUN";
        let quoted =
            word >= 2 && form(word - 2).ends_with(['"', '”']) || form(word - 1).ends_with(['"', '”']);
        let all = words
            .clone()
            .filter(|&w| syntax.words[w].upos != "PUNCT")
            .all(|w| form(w).starts_with(char::is_uppercase));
        if !opened || quoted || all || syntax.words[next].upos != "PROPN" {
            continue;
        }
        let parts: Vec<usize> =
            (next..words.end).take_while(|&w| syntax.words[w].upos == "PROPN" || form(w) == "-").collect();
        for w in children(word, &words, syntax).collect::<Vec<_>>() {
            if !parts.contains(&w) {
                syntax.words[w].head = syntax.words[word].head;
            }
        }
        for &w in &parts {
            syntax.words[w].head = Some(word as u32);
            syntax.words[w].deprel = "flat";
        }
        syntax.words[word].upos = "PROPN";
        syntax.words[word].xpos = "NNP";
        "Said".clone_into(&mut syntax.words[word].lemma);
        // Behind a noun and a comma it says who that is.
        let noun = if syntax.words[word - 1].lemma == "," { word.checked_sub(2) } else { Some(word - 1) };
        if let Some(noun) = noun.filter(|&n| n >= words.start && nominal(syntax, n)) {
            syntax.words[word].head = Some(noun as u32);
            syntax.words[word].deprel = "appos";
        }
    }
}

/// "As a result two were hurt, the ministry informed.", read as "while two were hurt": a finite clause without a conjunction
/// before a comma, who says it and the verb of saying is what is said.
pub(super) fn told_first(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for said in words.clone() {
        let word = &syntax.words[said];
        if word.xpos != "VBD" || word.head.is_some() || lexicon.cues.verb(&word.lemma).is_none() {
            continue;
        }
        let Some(teller) = related(said, "nsubj", &words, syntax).filter(|&s| s < said).last() else {
            continue;
        };
        let full =
            ["ccomp", "obj", "xcomp"].iter().any(|r| related(said, r, &words, syntax).next().is_some());
        let clause = related(said, "advcl", &words, syntax).filter(|&c| c < teller).last().filter(|&c| {
            let own = |r: &str| related(c, r, &words, syntax).next().is_some();
            let parted = (c..teller).any(|w| syntax.words[w].lemma == ",");
            let asks = |m: usize| matches!(syntax.words[m].xpos, "WRB" | "WDT" | "WP" | "WP$");
            let bound = own("mark") || children(c, &words, syntax).any(asks);
            !full && (own("nsubj") || own("nsubj:pass")) && !bound && parted
        });
        let Some(clause) = clause else { continue };
        syntax.words[clause].deprel = "ccomp";
        // What opens the clause was read as the verb's.
        for w in children(said, &words, syntax).filter(|&w| w < clause).collect::<Vec<_>>() {
            syntax.words[w].head = Some(clause as u32);
        }
    }
}

/// "If they stay, no ship will leave, he told them.", read as two clauses that are told: the first one is the condition of the
/// second.
pub(super) fn conditional(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for first in words.clone() {
        if syntax.words[first].deprel != "ccomp" {
            continue;
        }
        // "Should they stay, ...": a helping verb before who acts marks the clause as "if" would.
        let fronted = || {
            let before = |a: usize| related(first, "nsubj", &words, syntax).any(|s| a < s);
            related(first, "aux", &words, syntax).any(|a| syntax.words[a].lemma == "should" && before(a))
        };
        let bound = related(first, "mark", &words, syntax)
            .any(|m| matches!(syntax.words[m].lemma.as_str(), "if" | "unless"))
            || fronted();
        let Some(said) = head_of(first, &words, syntax).filter(|_| bound) else { continue };
        let second = related(said, "ccomp", &words, syntax).find(|&c| {
            c > first
                && related(c, "mark", &words, syntax).next().is_none()
                && (first..c).any(|w| syntax.words[w].lemma == ",")
        });
        if let Some(second) = second {
            syntax.words[first].head = Some(second as u32);
            syntax.words[first].deprel = "advcl";
        }
    }
}

/// "between war and peace", with peace below war as its own: what "and" or "or" joins to a noun stands beside it.
pub(super) fn beside(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for noun in words.clone() {
        let word = &syntax.words[noun];
        if word.deprel != "nmod" || !nominal(syntax, noun) {
            continue;
        }
        let Some(first) = head_of(noun, &words, syntax).filter(|&h| h < noun && nominal(syntax, h)) else {
            continue;
        };
        let and = related(noun, "cc", &words, syntax)
            .find(|&c| first < c && c < noun && matches!(syntax.words[c].lemma.as_str(), "and" | "or"));
        let own = related(noun, "case", &words, syntax).next().is_none();
        if and.is_some_and(|c| c == first + 1) && own {
            syntax.words[noun].deprel = "conj";
        }
    }
}

/// "Peru, Brazil defence chiefs meet in Lima": of two subjects with a comma between, the second goes on with the first, as
/// headlines have it.
pub(super) fn strung(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    let first = words.start;
    let Some(verb) = head_of(first, &words, syntax).filter(|&v| v > first + 2) else { return };
    let subject = |w: usize| syntax.words[w].deprel == "nsubj" && head_of(w, &words, syntax) == Some(verb);
    let named = syntax.words[first].upos == "PROPN" && subject(first);
    if !named || syntax.words[verb].upos != "VERB" || syntax.words[first + 1].lemma != "," {
        return;
    }
    let second = (first + 2..verb).rev().find(|&w| subject(w));
    let plain = |w: usize| matches!(syntax.words[w].upos, "PROPN" | "NOUN" | "ADJ");
    if let Some(second) =
        second.filter(|&s| (first + 2..=s).all(plain) && syntax.words[first + 2].upos == "PROPN")
    {
        syntax.words[second].head = Some(first as u32);
        syntax.words[second].deprel = "conj";
    }
}

/// "offered to mediate", with the act read as a noun behind a preposition: a bare verb behind "to" is an infinitive, and so is what
/// can be one behind a verb that takes infinitives.
pub(super) fn infinitive(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(1) {
        let word = &syntax.words[verb];
        let to = verb - 1;
        let Some(above) = head_of(verb, &words, syntax).filter(|&a| a < to) else { continue };
        let takes = |v: usize| {
            lexicon.cues.verb(&syntax.words[v].lemma).is_some_and(|c| c.takes(Frame::To).is_some())
        };
        let alone = || children(verb, &words, syntax).all(|c| c == to || syntax.words[c].upos == "PUNCT");
        let seeming = word.xpos == "NN" && lexicon.lemmas.is_verb(&word.lemma) && takes(above) && alone();
        let bare = (word.xpos == "VB" || seeming) && matches!(word.deprel, "obl" | "nmod");
        let marked = syntax.words[to].lemma == "to" && head_of(to, &words, syntax) == Some(verb);
        if bare && marked {
            syntax.words[verb].deprel = if syntax.words[above].upos == "VERB" { "xcomp" } else { "acl" };
            syntax.words[verb].upos = "VERB";
            syntax.words[verb].xpos = "VB";
            syntax.words[to].upos = "PART";
            syntax.words[to].xpos = "TO";
            syntax.words[to].deprel = "mark";
        }
    }
}

/// "expelled the consul and suspended trade", read as "that the consul suspended": with "and" between the two, the noun is the
/// first verb's object and the second verb stands beside the first.
pub(super) fn next_verb(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let word = &syntax.words[verb];
        let bare = related(verb, "aux", &words, syntax).next().is_none();
        if word.deprel != "ccomp" || !matches!(word.xpos, "VBD" | "VBN") || !bare {
            continue;
        }
        let Some(first) = head_of(verb, &words, syntax)
            .filter(|&f| f < verb && matches!(syntax.words[f].xpos, "VBD" | "VBN"))
        else {
            continue;
        };
        let Some(noun) = related(verb, "nsubj", &words, syntax).find(|&s| first < s && s < verb) else {
            continue;
        };
        // Directly before the verb, whatever the parse joins by it.
        let and = (noun + 1..verb).any(|c| {
            let verbs = head_of(c, &words, syntax) == Some(verb);
            syntax.words[c].lemma == "and" && (verbs || c + 1 == verb)
        });
        let open = related(first, "obj", &words, syntax).next().is_none()
            && related(first, "nsubj", &words, syntax).next().is_some()
            && related(verb, "mark", &words, syntax).next().is_none();
        if and && open {
            syntax.words[noun].head = Some(first as u32);
            syntax.words[noun].deprel = "obj";
            syntax.words[verb].deprel = "conj";
            syntax.words[verb].xpos = "VBD";
        }
    }
}
