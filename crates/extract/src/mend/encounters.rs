//! Those who meet, as reports name them: titles of several words, two nationalities before one noun, subordinate clauses.

use super::{children, head_of, nominal, related};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::Sense;
use demarche_syntax::Syntax;
use demarche_text::Layout;

/// "Peru's deputy foreign minister", with the minister set beside a deputy: without a comma between, the deputy is a kind of
/// minister.
pub(super) fn deputy(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for title in words.clone().skip(1) {
        if syntax.words[title].deprel != "appos" || syntax.words[title].upos != "NOUN" {
            continue;
        }
        let Some(deputy) = head_of(title, &words, syntax).filter(|&d| d < title) else { continue };
        let close = (deputy + 1..title).all(|w| {
            matches!(syntax.words[w].upos, "ADJ" | "NOUN") && syntax.words[w].head == Some(title as u32)
        });
        let known = matches!(syntax.words[deputy].lemma.as_str(), "deputy" | "vice" | "assistant");
        if !close || !known || lexicon.roles.title(&syntax.words[title].lemma).is_none() {
            continue;
        }
        let (head, relation) = (syntax.words[deputy].head, syntax.words[deputy].deprel);
        for w in children(deputy, &words, syntax).filter(|&w| w != title).collect::<Vec<_>>() {
            syntax.words[w].head = Some(title as u32);
        }
        (syntax.words[title].head, syntax.words[title].deprel) = (head, relation);
        (syntax.words[deputy].head, syntax.words[deputy].deprel) = (Some(title as u32), "compound");
    }
}

/// "When Premier Ana Ruiz and her counterpart, Jan Berg, met in Lima, nobody spoke", with the two hung elsewhere: who stands
/// between the conjunction and the verb is its subject.
pub(super) fn when_they_met(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    let first = words.start;
    let opens = |w: usize| {
        let word = &syntax.words[w];
        matches!(
            word.lemma.to_lowercase().as_str(),
            "when" | "as" | "after" | "before" | "while" | "until" | "since" | "once"
        ) && matches!(word.upos, "SCONJ" | "ADV" | "ADP")
    };
    if words.len() < 4 || !opens(first) {
        return;
    }
    let verb =
        (first + 2..words.end).find(|&w| syntax.words[w].upos == "VERB" || syntax.words[w].xpos == "MD");
    let Some(verb) =
        verb.filter(|&v| syntax.words[v].xpos == "VBD" && lexicon.meeting.is("verb", &syntax.words[v].lemma))
    else {
        return;
    };
    let own = |r: &str| related(verb, r, &words, syntax).any(|s| s < verb);
    if syntax.words[verb].deprel != "advcl" || own("nsubj") || own("nsubj:pass") || own("aux") {
        return;
    }
    let named = |w: usize| matches!(syntax.words[w].upos, "PROPN" | "NOUN" | "PRON");
    let below_verb = |w: usize| head_of(w, &words, syntax).is_some_and(|h| h > verb || h == first);
    let Some(subject) = (first + 1..verb).find(|&w| named(w) && below_verb(w)) else { return };
    // A name whose first word is a nation's: the last before "and" is the person.
    let and = (subject..verb).find(|&w| syntax.words[w].upos == "CCONJ").unwrap_or(verb);
    let run = (subject..and).all(|w| matches!(syntax.words[w].upos, "PROPN" | "ADJ" | "NOUN"));
    let title =
        (subject..and).rev().find(|&w| lexicon.roles.title(&syntax.words[w].lemma.to_lowercase()).is_some());
    let head = match title.filter(|&t| run && t + 1 < and) {
        Some(title) => {
            let name = title + 1;
            for w in (subject..and).filter(|&w| w != name) {
                syntax.words[w].head = Some(name as u32);
                syntax.words[w].deprel = if w > name {
                    "flat"
                } else if w == title {
                    "nmod:desc"
                } else {
                    "amod"
                };
            }
            name
        }
        None => subject,
    };
    (syntax.words[head].head, syntax.words[head].deprel) = (Some(verb as u32), "nsubj");
    let inside = |w: &usize| {
        let above = head_of(*w, &words, syntax);
        above.is_some_and(|h| h >= subject && h < and)
    };
    let second =
        (and + 1..verb).find(|w| syntax.words[*w].deprel == "conj" && nominal(syntax, *w) && inside(w));
    if let Some(second) = second {
        syntax.words[second].head = Some(head as u32);
    }
    (syntax.words[first].head, syntax.words[first].deprel) = (Some(verb as u32), "advmod");
}

/// "the group of Uzbek and Kyrgyz border officials", with the officials set beside the group: two nationalities before one plural
/// noun are both its own.
pub(super) fn two_nations(
    sentence: WordRange,
    text: &str,
    lexicon: &Lexicon,
    layout: &Layout,
    syntax: &mut Syntax,
) {
    let words = sentence.range();
    for and in words.clone().skip(1) {
        if syntax.words[and].upos != "CCONJ" || and + 2 >= words.end {
            continue;
        }
        let form = |w: usize| layout.words[w].span.of(text);
        let nation = |w: usize| {
            matches!(syntax.words[w].upos, "PROPN" | "ADJ")
                && lexicon.gazetteer.readings(form(w)).iter().any(|r| r.sense == Sense::Adjective)
        };
        let (one, other) = (and - 1, and + 1);
        if !nation(one) || !nation(other) {
            continue;
        }
        let Some(noun) =
            head_of(other, &words, syntax).filter(|&n| n > other && syntax.words[n].xpos == "NNS")
        else {
            continue;
        };
        let between = (other + 1..noun).all(|w| matches!(syntax.words[w].upos, "NOUN" | "ADJ" | "PROPN"));
        if !between || syntax.words[one].head == Some(noun as u32) || syntax.words[noun].deprel != "conj" {
            continue;
        }
        (syntax.words[noun].head, syntax.words[noun].deprel) =
            (syntax.words[one].head, syntax.words[one].deprel);
        for w in children(one, &words, syntax).filter(|&w| w < one).collect::<Vec<_>>() {
            syntax.words[w].head = Some(noun as u32);
        }
        (syntax.words[one].head, syntax.words[one].deprel) = (Some(noun as u32), "amod");
        (syntax.words[other].head, syntax.words[other].deprel) = (Some(one as u32), "conj");
        (syntax.words[and].head, syntax.words[and].deprel) = (Some(other as u32), "cc");
    }
}

/// "the president of Greece Nikos Pappas", with the name set beside somebody else: a name directly behind the state of an office
/// is the office holder's.
pub(super) fn holder_behind(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for of in words.clone().skip(1) {
        if syntax.words[of].lemma != "of" || of + 2 >= words.end {
            continue;
        }
        let title = of - 1;
        let state =
            head_of(of, &words, syntax).filter(|&s| s > of && s - of <= 3 && syntax.words[s].upos == "PROPN");
        let Some(state) = state.filter(|&s| head_of(s, &words, syntax) == Some(title)) else { continue };
        let name = state + 1;
        let is_title = lexicon.roles.title(&syntax.words[title].lemma.to_lowercase()).is_some();
        if !is_title || !words.contains(&name) || syntax.words[name].upos != "PROPN" {
            continue;
        }
        let loose = matches!(syntax.words[name].deprel, "appos" | "nmod" | "flat");
        let Some(above) = head_of(name, &words, syntax).filter(|_| loose) else { continue };
        let last = (name..words.end).take_while(|&w| syntax.words[w].upos == "PROPN").last().unwrap_or(name);
        let parts: Vec<usize> = (name + 1..=last).collect();
        let whole = parts.iter().all(|&w| {
            let relation = syntax.words[w].deprel;
            head_of(w, &words, syntax) == Some(name)
                || relation == "appos" && head_of(w, &words, syntax) == Some(above)
        });
        if above > title || parts.is_empty() || !whole {
            continue;
        }
        (syntax.words[name].head, syntax.words[name].deprel) = (Some(title as u32), "appos");
        for w in parts {
            (syntax.words[w].head, syntax.words[w].deprel) = (Some(name as u32), "flat");
        }
    }
}

/// "with US Secretary of State Mark Reed", with the preposition hung from a later part of the name: it is the whole name's.
pub(super) fn case_of_whole(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for case in words.clone() {
        if syntax.words[case].deprel != "case" {
            continue;
        }
        let Some(part) = head_of(case, &words, syntax).filter(|&p| p > case + 1) else { continue };
        let mut top = part;
        for _ in 0..4 {
            match head_of(top, &words, syntax) {
                Some(h) if h < top && h > case && matches!(syntax.words[top].deprel, "flat" | "compound") => {
                    top = h
                }
                _ => break,
            }
        }
        let led = (case + 1..top).all(|w| syntax.words[w].upos != "ADP");
        if top != part && led && nominal(syntax, top) {
            syntax.words[case].head = Some(top as u32);
        }
    }
}

/// "went to Lima on Monday and met General Berg", with "met" taken for a part of the name: it is what he did next.
pub(super) fn and_met(sentence: WordRange, text: &str, layout: &Layout, syntax: &mut Syntax) {
    let words = sentence.range();
    for met in words.clone().skip(2) {
        if layout.words[met].span.of(text) != "met" || syntax.words[met].upos == "VERB" {
            continue;
        }
        let Some(whom) = head_of(met, &words, syntax).filter(|&w| w > met && nominal(syntax, w)) else {
            continue;
        };
        let Some(verb) = head_of(whom, &words, syntax).filter(|&v| v < met && syntax.words[v].xpos == "VBD")
        else {
            continue;
        };
        if syntax.words[met - 1].lemma != "and" {
            continue;
        }
        let word = &mut syntax.words[met];
        (word.upos, word.xpos, word.head, word.deprel) = ("VERB", "VBD", Some(verb as u32), "conj");
        word.lemma = "meet".to_owned();
        (syntax.words[met - 1].head, syntax.words[met - 1].deprel) = (Some(met as u32), "cc");
        (syntax.words[whom].head, syntax.words[whom].deprel) = (Some(met as u32), "obj");
    }
}

/// "pledged to lift sanctions, provided Oslo waits", with "provided" tagged as a past: what marks a clause is no verb.
pub(super) fn provided(sentence: WordRange, syntax: &mut Syntax) {
    for word in sentence.range() {
        let is = syntax.words[word].deprel == "mark"
            && matches!(syntax.words[word].lemma.as_str(), "provide" | "provided");
        if is {
            (syntax.words[word].upos, syntax.words[word].xpos) = ("SCONJ", "IN");
            syntax.words[word].lemma = "provided".to_owned();
        }
    }
}

/// "held talks on the margins", with the talks hung beside the verb: a bare noun directly behind a verb without an object is what
/// is done.
pub(super) fn done_behind(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let noun = verb + 1;
        if syntax.words[verb].upos != "VERB" || !words.contains(&noun) || syntax.words[noun].deprel != "conj"
        {
            continue;
        }
        let bare = related(noun, "cc", &words, syntax).next().is_none();
        let taken = related(verb, "obj", &words, syntax).next().is_some();
        if head_of(noun, &words, syntax) == Some(verb) && syntax.words[noun].upos == "NOUN" && bare && !taken
        {
            syntax.words[noun].deprel = "obj";
        }
    }
}

/// "Ana Ruiz held talks with Secretary of State Jan Berg", with the secretary read as a part of the first name: what a verb parts
/// from it and a preposition opens is the noun's before that, or the verb's.
pub(super) fn title_apart(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for title in words.clone().skip(2) {
        let word = &syntax.words[title];
        if !matches!(word.deprel, "nmod:desc" | "flat" | "appos") || word.upos != "PROPN" {
            continue;
        }
        let Some(name) = head_of(title, &words, syntax).filter(|&n| n < title) else { continue };
        let Some(verb) = (name + 1..title).rev().find(|&v| syntax.words[v].upos == "VERB") else { continue };
        let first = (verb + 1..title)
            .rev()
            .take_while(|&w| head_of(w, &words, syntax) == Some(title) && nominal(syntax, w))
            .last()
            .unwrap_or(title);
        let case = first - 1;
        if case <= verb || syntax.words[case].upos != "ADP" {
            continue;
        }
        let noun = (case - 1 > verb && nominal(syntax, case - 1)).then_some(case - 1);
        (syntax.words[title].head, syntax.words[title].deprel) = match noun {
            Some(noun) => (Some(noun as u32), "nmod"),
            None => (Some(verb as u32), "obl"),
        };
        (syntax.words[case].head, syntax.words[case].deprel) = (Some(title as u32), "case");
    }
}

/// "Berg due Lima May 3 for talks", as telegrams have it, with "due" read as a preposition of the name before it.
pub(super) fn due_bare(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for due in words.clone().skip(1) {
        if syntax.words[due].lemma != "due" || syntax.words[due].deprel != "case" {
            continue;
        }
        let Some(who) = head_of(due, &words, syntax).filter(|&w| w < due && nominal(syntax, w)) else {
            continue;
        };
        if syntax.words[due - 1].upos != "PROPN" && syntax.words[due - 1].upos != "NOUN" {
            continue;
        }
        let verbal = words.clone().any(|w| matches!(syntax.words[w].upos, "VERB" | "AUX"));
        if verbal {
            continue;
        }
        (syntax.words[due].head, syntax.words[due].deprel) =
            (syntax.words[who].head, syntax.words[who].deprel);
        (syntax.words[due].upos, syntax.words[due].xpos) = ("ADJ", "JJ");
        let mut after: Vec<usize> = children(who, &words, syntax).filter(|&w| w > due).collect();
        let place = after.iter().copied().find(|&w| w == due + 1);
        let more = |&w: &usize| syntax.words[w].upos == "NUM" || syntax.words[w].deprel.ends_with("unmarked");
        after.extend(
            place.into_iter().flat_map(|p| children(p, &words, syntax).filter(|&w| w > due).filter(more)),
        );
        for w in after {
            syntax.words[w].head = Some(due as u32);
            if syntax.words[w].deprel.starts_with("nmod") {
                syntax.words[w].deprel = "obl";
            }
        }
        (syntax.words[who].head, syntax.words[who].deprel) = (Some(due as u32), "nsubj");
    }
}

/// "talks that had been due to start", with the start read as a noun: behind "due to", what can be a verb and has a relative
/// subject is one.
pub(super) fn due_start(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(2) {
        let word = &syntax.words[verb];
        let led = syntax.words[verb - 1].lemma == "to" && syntax.words[verb - 2].lemma == "due";
        let subject = related(verb, "nsubj", &words, syntax).any(|s| s < verb);
        if led && subject && word.xpos == "NN" && lexicon.lemmas.is_verb(&word.lemma) {
            (syntax.words[verb].upos, syntax.words[verb].xpos) = ("VERB", "VB");
        }
    }
}

/// "Oslo demands North halt launches", with the halt read as a part of the launches: behind a demand, a bare form between a
/// name and a plural is what is demanded.
pub(super) fn demanded(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for object in words.clone().skip(3) {
        let act = object - 1;
        let who = act - 1;
        if syntax.words[object].deprel != "obj" || syntax.words[object].xpos != "NNS" {
            continue;
        }
        let Some(verb) = head_of(object, &words, syntax).filter(|&v| v < who) else { continue };
        let demands = matches!(
            syntax.words[verb].lemma.as_str(),
            "demand" | "insist" | "request" | "propose" | "suggest"
        );
        let word = &syntax.words[act];
        let seems = word.xpos == "NN" && word.deprel == "compound" && lexicon.lemmas.is_verb(&word.lemma);
        let above = head_of(who, &words, syntax);
        let own = (above == Some(object) || above == Some(act)) && syntax.words[who].upos == "PROPN";
        if !demands || !seems || !own || word.head != Some(object as u32) {
            continue;
        }
        (syntax.words[act].upos, syntax.words[act].xpos) = ("VERB", "VB");
        (syntax.words[act].head, syntax.words[act].deprel) = (Some(verb as u32), "ccomp");
        (syntax.words[who].head, syntax.words[who].deprel) = (Some(act as u32), "nsubj");
        syntax.words[object].head = Some(act as u32);
        let next =
            related(verb, "conj", &words, syntax).filter(|&c| c > object && syntax.words[c].xpos == "VB");
        for w in next.collect::<Vec<_>>() {
            syntax.words[w].head = Some(act as u32);
        }
    }
}

/// "the talks held in Oslo will be resumed", with "held" read as a second subject: a participle directly behind the subject is its
/// own.
pub(super) fn held_behind(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for held in words.clone().skip(1) {
        let word = &syntax.words[held];
        let noun = held - 1;
        let twin = word.xpos == "VBN"
            && word.deprel.starts_with("nsubj")
            && syntax.words[noun].deprel.starts_with("nsubj");
        if twin && word.head == syntax.words[noun].head && syntax.words[noun].upos == "NOUN" {
            (syntax.words[held].head, syntax.words[held].deprel) = (Some(noun as u32), "acl");
            syntax.words[held].upos = "VERB";
        }
    }
}

/// "Oslo [a verb of another language], that they wait", with the verb read as a part of the name: who stands before it says what
/// stands behind it.
pub(super) fn left_verb(sentence: WordRange, text: &str, layout: &Layout, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone().skip(1) {
        let form = layout.words[verb].span.of(text);
        let foreign = form.chars().all(|c| c.is_lowercase() && !c.is_ascii());
        let that = (verb + 1..words.end).take(2).find(|&w| layout.words[w].span.of(text) == "that");
        let name = verb - 1;
        let Some(that) = that.filter(|_| foreign && syntax.words[verb].head == Some(name as u32)) else {
            continue;
        };
        let Some(clause) = head_of(that, &words, syntax).filter(|&c| c > that) else { continue };
        if syntax.words[name].upos != "PROPN" || head_of(clause, &words, syntax) != Some(name) {
            continue;
        }
        (syntax.words[verb].head, syntax.words[verb].deprel) =
            (syntax.words[name].head, syntax.words[name].deprel);
        (syntax.words[verb].upos, syntax.words[verb].xpos) = ("X", "FW");
        for w in children(name, &words, syntax).filter(|&w| w > verb).collect::<Vec<_>>() {
            syntax.words[w].head = Some(verb as u32);
        }
        (syntax.words[name].head, syntax.words[name].deprel) = (Some(verb as u32), "nsubj");
        syntax.words[clause].deprel = "ccomp";
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::mend;
    use crate::testing::conllu;
    use demarche_lexicon::Lexicon;
    use expect_test::{Expect, expect};

    /// As the steps of the other modules are told, with the lexicons that these look into.
    fn check(input: &str, expect: Expect) {
        let mut doc = conllu(input);
        mend(&doc.text, &doc.layout, &Lexicon::load(), &mut doc.syntax);
        let words = doc.syntax.words.iter().map(|w| {
            let head = w.head.map_or("-", |h| doc.layout.words[h as usize].span.of(&doc.text));
            format!("{}/{} {} {head}", w.lemma, w.xpos, w.deprel)
        });
        expect.assert_eq(&words.collect::<Vec<_>>().join("; "));
    }

    #[test]
    fn a_deputy_is_a_kind_of_minister() {
        check(
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
    fn who_stands_between_when_and_met_met() {
        check(
            "When        when        ADV   WRB 13 advmod
             Premier     Premier     PROPN NNP 12 nsubj
             Ana         Ana         PROPN NNP 2  flat
             Ruiz        Ruiz        PROPN NNP 2  flat
             and         and         CCONJ CC  7  cc
             her         her         PRON  PRP$ 7 nmod:poss
             counterpart counterpart NOUN  NN  2  conj
             met         meet        VERB  VBD 12 advcl
             in          in          ADP   IN  10 case
             Lima        Lima        PROPN NNP 8  obl
             nobody      nobody      PRON  NN  12 nsubj
             spoke       speak       VERB  VBD 0  root
             there       there       ADV   RB  12 advmod",
            expect![
                "when/WRB advmod met; Premier/NNP nmod:desc Ana; Ana/NNP nsubj met; Ruiz/NNP flat Ana; and/CC cc counterpart; her/PRP$ nmod:poss counterpart; counterpart/NN conj Ana; meet/VBD advcl spoke; in/IN case Lima; Lima/NNP obl met; nobody/NN nsubj spoke; speak/VBD root -; there/RB advmod spoke"
            ],
        );
    }

    #[test]
    fn two_nations_before_a_plural_are_its_own() {
        check(
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
    fn a_name_behind_the_state_of_an_office_is_its_holders() {
        check(
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
    fn a_title_behind_a_verb_is_no_part_of_the_name_before_it() {
        check(
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
    fn a_preposition_is_the_whole_names() {
        check(
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
    fn met_behind_a_journey_is_what_is_done_next() {
        check(
            "Ruiz    Ruiz    PROPN NNP 2 nsubj
             went    go      VERB  VBD 0 root
             to      to      ADP   IN  4 case
             Lima    Lima    PROPN NNP 2 obl
             and     and     CCONJ CC  6 cc
             met     met     PROPN NNP 8 case
             General General PROPN NNP 8 nmod:desc
             Berg    Berg    PROPN NNP 2 obl",
            expect![
                "Ruiz/NNP nsubj went; go/VBD root -; to/IN case Lima; Lima/NNP obl went; and/CC cc met; meet/VBD conj went; General/NNP nmod:desc Berg; Berg/NNP obj met"
            ],
        );
    }

    #[test]
    fn who_is_due_as_telegrams_have_it() {
        check(
            "Berg  Berg PROPN NNP 0 root
             due   due  ADJ   JJ  1 case
             Lima  Lima PROPN NNP 1 nmod
             May   May  PROPN NNP 5 nmod:unmarked
             3     3    NUM   CD  3 nmod:unmarked
             for   for  ADP   IN  7 case
             talks talk NOUN  NNS 2 obl",
            expect![
                "Berg/NNP nsubj due; due/JJ root -; Lima/NNP obl due; May/NNP nmod:unmarked 3; 3/CD obl due; for/IN case talks; talk/NNS obl due"
            ],
        );
    }

    #[test]
    fn a_bare_verb_behind_a_demand_is_demanded() {
        check(
            "Oslo     Oslo   PROPN NNP 2 nsubj
             demands  demand VERB  VBZ 0 root
             Peru     Peru   PROPN NNP 5 compound
             halt     halt   NOUN  NN  5 compound
             launches launch NOUN  NNS 2 obj",
            expect![
                "Oslo/NNP nsubj demands; demand/VBZ root -; Peru/NNP nsubj halt; halt/VB ccomp demands; launch/NNS obj halt"
            ],
        );
        // Nothing is demanded of "troop halts".
        check(
            "Oslo    Oslo   PROPN NNP 2 nsubj
             praises praise VERB  VBZ 0 root
             Peru    Peru   PROPN NNP 5 compound
             test    test   NOUN  NN  5 compound
             sites   site   NOUN  NNS 2 obj",
            expect![
                "Oslo/NNP nsubj praises; praise/VBZ root -; Peru/NNP compound sites; test/NN compound sites; site/NNS obj praises"
            ],
        );
    }

    #[test]
    fn a_participle_behind_the_subject_is_its_own() {
        check(
            "talks   talk   NOUN NNS 6 nsubj:pass
             held    hold   VERB VBN 6 nsubj:pass
             before  before ADV  RB  2 advmod
             will    will   AUX  MD  6 aux
             be      be     AUX  VB  6 aux:pass
             resumed resume VERB VBN 0 root",
            expect![
                "talk/NNS nsubj:pass resumed; hold/VBN acl talks; before/RB advmod held; will/MD aux resumed; be/VB aux:pass resumed; resume/VBN root -"
            ],
        );
    }

    #[test]
    fn a_verb_of_another_language_says_what_is_behind_it() {
        check(
            "Oslo   Oslo   PROPN NNP 0 root
             думает думает PROPN NNP 1 flat
             ,      ,      PUNCT ,   6 punct
             that   that   SCONJ IN  6 mark
             Lima   Lima   PROPN NNP 6 nsubj
             waits  wait   VERB  VBZ 1 parataxis",
            expect![
                "Oslo/NNP nsubj думает; думает/FW root -; ,/, punct waits; that/IN mark waits; Lima/NNP nsubj waits; wait/VBZ ccomp думает"
            ],
        );
    }

    #[test]
    fn a_mark_is_no_verb() {
        check(
            "We       we      PRON  PRP 2 nsubj
             promised promise VERB  VBD 0 root
             aid      aid     NOUN  NN  2 obj
             provided provide VERB  VBD 6 mark
             Oslo     Oslo    PROPN NNP 6 nsubj
             waits    wait    VERB  VBZ 2 advcl",
            expect![
                "we/PRP nsubj promised; promise/VBD root -; aid/NN obj promised; provided/IN mark waits; Oslo/NNP nsubj waits; wait/VBZ advcl promised"
            ],
        );
    }
}
