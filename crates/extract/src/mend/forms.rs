//! What a word is: lemmas and tags that its form, or the word beside it, decides against the tagger. "Oslo froze assets", where
//! the lemma was "fro", freezes them; "offered to mediate", where the act was a noun, is an infinitive.

use super::sentence::Sentence;
use demarche_lexicon::cues::Frame;

/// Every word of the text as its form allows, before any sentence is looked at.
pub(super) fn known(text: &mut Sentence) {
    for word in text.words.clone() {
        let form = text.form(word).to_lowercase();
        tag(&form, word, text);
        lemma(&form, word, text);
        class(&form, word, text);
    }
}

/// "has agreed" is a participle and "agreed" alone a past, never an infinitive or a present.
fn tag(form: &str, word: usize, text: &mut Sentence) {
    let lemmas = &text.lexicon.lemmas;
    let tagged = &text[word];
    // "foreseen" is no gerund.
    if tagged.xpos == "VBG" && !form.ends_with("ing") && lemmas.verb(form).is_some_and(|l| l != form) {
        text[word].xpos = "VBN";
        return;
    }
    let regular = form.ends_with("ed");
    // "met", "held": no other form of a verb, unless they are verbs themselves ("found", "felt").
    let irregular = matches!(tagged.xpos, "VB" | "VBP")
        && !form.ends_with("ing")
        && !form.ends_with('s')
        && !lemmas.is_verb(form);
    let past = (regular || irregular) && lemmas.verb(form).is_some_and(|l| l != form);
    if !past || !matches!(tagged.xpos, "VB" | "VBZ" | "VBP" | "MD" | "CD" | "RB" | "IN" | "DT") {
        return;
    }
    let before = (0..word).rev().find(|&w| !matches!(text[w].upos, "ADV" | "PART"));
    let helped =
        before.is_some_and(|w| text[w].upos == "AUX" || matches!(text[w].lemma.as_str(), "have" | "be"));
    text.retag(word, "VERB", if helped { "VBN" } else { "VBD" });
}

/// Gives forms of known verbs and plurals of known nouns their lemmas ("froze": "freeze").
///
/// A lemma that is known itself stays: "found" is of "find" or of "found" as the tagger says.
fn lemma(form: &str, word: usize, text: &mut Sentence) {
    let lemmas = &text.lexicon.lemmas;
    let tagged = &mut text[word];
    let lemma = match tagged.xpos {
        "VBD" | "VBN" | "VBG" | "VBZ" | "VB" | "VBP" if !lemmas.is_verb(&tagged.lemma) => lemmas.verb(form),
        // "lent" is of no other verb, whatever the tagger takes it for.
        "VBD" | "VBN" => lemmas.verb(form).filter(|&l| lemmas.is_past(l, form)),
        "NNS" => lemmas.noun(form),
        _ => None,
    };
    if let Some(lemma) = lemma.filter(|l| *l != tagged.lemma) {
        tagged.lemma = lemma.to_owned();
    }
}

/// A full verb or a noun is none of the small words, whatever its universal tag says; a name by one tag is a name, unless it is
/// a title or a word for those who act ("Minister", "Army").
fn class(form: &str, word: usize, text: &mut Sentence) {
    let lexicon = text.lexicon;
    let tagged = &mut text[word];
    let common = || {
        let lemma = tagged.lemma.to_lowercase();
        let title = |w: &str| lexicon.roles.title(w).is_some() || lexicon.roles.noun(w).is_some();
        title(form)
            || title(&lemma)
            || lexicon.plover.is("agent", &lemma)
            || lexicon.meeting.is("noun", &lemma)
    };
    let named = tagged.upos == "NOUN" && tagged.xpos == "NNP" && !common();
    let small = matches!(
        tagged.upos,
        "PART" | "ADP" | "PRON" | "NUM" | "X" | "ADV" | "SCONJ" | "CCONJ" | "DET" | "INTJ" | "SYM" | "PUNCT"
    );
    let full = tagged.upos == "AUX" && !lexicon.grammar.is("auxiliary", &tagged.lemma);
    match tagged.xpos {
        "VBD" | "VBN" | "VBZ" | "VBP" | "VB" if small || full => tagged.upos = "VERB",
        "NN" | "NNS" if small => tagged.upos = "NOUN",
        "NNP" | "NNPS" if small || named => tagged.upos = "PROPN",
        _ => {}
    }
}

/// "Lima put its army on alert": a form that is present and past alike is a past where one alone is its subject, who would
/// have "puts" in the present; after "demanded that" it stays what should be done.
pub(super) fn invariable(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let word = &sentence[verb];
        let bare = word.upos == "VERB" && matches!(word.xpos, "VB" | "VBP");
        if !bare
            || !sentence.lexicon.lemmas.is_invariable(&word.lemma)
            || !matches!(word.deprel, "root" | "conj" | "parataxis")
        {
            continue;
        }
        let one = |w: usize| matches!(sentence[w].xpos, "NNP" | "NN");
        let alone = sentence.related(verb, "nsubj").any(|s| s < verb && one(s) && !sentence.has(s, "conj"));
        let helped = sentence
            .children(verb)
            .any(|c| sentence[c].upos == "AUX" || matches!(sentence[c].deprel, "mark" | "aux") && c < verb);
        if alone && !helped {
            sentence[verb].xpos = "VBD";
        }
    }
}

/// Makes a participle that qualifies the noun behind it, "met with visiting Premier Berg", a modifier of that noun.
pub(super) fn attributes(sentence: &mut Sentence) {
    for participle in sentence.words.clone().skip(1) {
        let word = &sentence[participle];
        if word.xpos != "VBG" || !sentence.lexicon.meeting.is("attribute", &word.lemma) {
            continue;
        }
        let before = sentence[participle - 1].clone();
        let opens = before.upos == "DET" || sentence.lexicon.meeting.is("before-attribute", &before.lemma);
        let object = sentence.related(participle, "obj").find(|&w| w > participle && sentence.nominal(w));
        let Some(noun) = object.filter(|_| opens && word.head.is_some()) else { continue };
        let (head, relation) = (word.head, word.deprel);
        for w in sentence.children(participle).collect::<Vec<_>>() {
            sentence.hang(w, noun);
            if sentence[w].deprel == "mark" {
                sentence[w].deprel = "case";
            }
        }
        let relation = match (before.upos, relation) {
            ("VERB", _) => "obj",
            (_, "advcl" | "xcomp" | "ccomp") => "obl",
            (_, relation) => relation,
        };
        (sentence[noun].head, sentence[noun].deprel) = (head, relation);
        sentence.attach(participle, noun, "amod");
        sentence.retag(participle, "ADJ", "JJ");
    }
}

/// "offered to mediate", with the act read as a noun behind a preposition: a bare verb behind "to" is an infinitive, and so is what
/// can be one behind a verb that takes infinitives.
pub(super) fn infinitive(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(1) {
        let word = &sentence[verb];
        let to = verb - 1;
        let Some(above) = sentence.head_of(verb).filter(|&a| a < to) else { continue };
        let alone = || sentence.children(verb).all(|c| c == to || sentence[c].upos == "PUNCT");
        let seeming = word.xpos == "NN"
            && sentence.lexicon.lemmas.is_verb(&word.lemma)
            && sentence.takes(above, Frame::To)
            && alone();
        let bare = (word.xpos == "VB" || seeming) && matches!(word.deprel, "obl" | "nmod");
        let marked = sentence[to].lemma == "to" && sentence.head_of(to) == Some(verb);
        if bare && marked {
            sentence[verb].deprel = if sentence.is_verb(above) { "xcomp" } else { "acl" };
            sentence.retag(verb, "VERB", "VB");
            sentence.retag(to, "PART", "TO");
            sentence[to].deprel = "mark";
        }
    }
}

/// "talks that had been due to start", with the start read as a noun: behind "due to", what can be a verb and has a relative
/// subject is one.
pub(super) fn due_start(sentence: &mut Sentence) {
    for verb in sentence.words.clone().skip(2) {
        let word = &sentence[verb];
        let led = sentence[verb - 1].lemma == "to" && sentence[verb - 2].lemma == "due";
        let subject = sentence.related(verb, "nsubj").any(|s| s < verb);
        if led && subject && word.xpos == "NN" && sentence.lexicon.lemmas.is_verb(&word.lemma) {
            sentence.retag(verb, "VERB", "VB");
        }
    }
}

/// "Oslo demands North halt launches", with the halt read as a part of the launches: behind a demand, a bare form between a
/// name and a plural is what is demanded.
pub(super) fn demanded(sentence: &mut Sentence) {
    for object in sentence.words.clone().skip(3) {
        let act = object - 1;
        let who = act - 1;
        if sentence[object].deprel != "obj" || sentence[object].xpos != "NNS" {
            continue;
        }
        let Some(verb) = sentence.head_of(object).filter(|&v| v < who) else { continue };
        let demands = sentence.lexicon.grammar.is("asks-bare", &sentence[verb].lemma);
        let word = &sentence[act];
        let seems =
            word.xpos == "NN" && word.deprel == "compound" && sentence.lexicon.lemmas.is_verb(&word.lemma);
        let above = sentence.head_of(who);
        let own = (above == Some(object) || above == Some(act)) && sentence[who].upos == "PROPN";
        if !demands || !seems || !own || word.head != Some(object as u32) {
            continue;
        }
        sentence.retag(act, "VERB", "VB");
        sentence.attach(act, verb, "ccomp");
        sentence.attach(who, act, "nsubj");
        sentence.hang(object, act);
        let next = sentence.related(verb, "conj").filter(|&c| c > object && sentence[c].xpos == "VB");
        for w in next.collect::<Vec<_>>() {
            sentence.hang(w, act);
        }
    }
}

/// "expressed concern over the arrests", with the concern read as a second verb: behind a verb of expressing, what is both a noun
/// and a verb and stands bare is what is expressed.
pub(super) fn expressed(sentence: &mut Sentence) {
    for noun in sentence.words.clone().skip(1) {
        let word = &sentence[noun];
        let bare = matches!(word.upos, "VERB" | "NOUN")
            && matches!(word.deprel, "parataxis" | "ccomp" | "xcomp" | "conj" | "advcl" | "dep");
        let Some(verb) = sentence.head_of(noun).filter(|&v| bare && v < noun) else { continue };
        let mut between = (verb + 1..noun).map(|w| sentence[w].upos);
        let expresses =
            sentence.is_verb(verb) && sentence.lexicon.grammar.is("expresses", &sentence[verb].lemma);
        let feeling =
            ["concern", "anger", "regret"].iter().any(|c| sentence.lexicon.plover.is(c, &word.lemma))
                || sentence.lexicon.plover.noun(&word.lemma).is_some();
        let own =
            |c: usize| matches!(sentence[c].deprel, "nsubj" | "obj" | "aux" | "mark" | "ccomp" | "xcomp");
        let free = !sentence.children(noun).any(own) && !sentence.has(verb, "obj");
        if !expresses || !feeling || !free || !between.all(|u| u == "ADJ" || u == "ADV") {
            continue;
        }
        if sentence[noun].upos == "VERB" {
            sentence.retag(noun, "NOUN", "NN");
        }
        sentence[noun].deprel = "obj";
        for c in sentence.children(noun).filter(|&c| c > noun).collect::<Vec<_>>() {
            if sentence[c].deprel == "obl" {
                sentence[c].deprel = "nmod";
            }
        }
    }
}

/// "closed the Kuznica crossing", with the crossing taken for a second object and a verb: it is what was closed.
pub(super) fn crossing(sentence: &mut Sentence) {
    for noun in sentence.words.clone().skip(1) {
        let word = &sentence[noun];
        let before = noun - 1;
        let both = word.xpos == "VBG"
            && matches!(word.deprel, "obj" | "xcomp")
            && sentence[before].upos == "PROPN"
            && sentence[before].deprel == "obj"
            && sentence[before].head == word.head
            && sentence.has(before, "det")
            && !sentence.children(noun).any(|c| c > noun && sentence[c].deprel == "obj");
        if !both {
            continue;
        }
        for d in sentence.children(before).filter(|&c| c < before).collect::<Vec<_>>() {
            if sentence[d].deprel == "det" {
                sentence.hang(d, noun);
            }
        }
        sentence.attach(before, noun, "compound");
        sentence.retag(noun, "NOUN", "NN");
        sentence[noun].deprel = "obj";
    }
}

/// "was declared unwelcome and *told to leave*": who is told has told nobody.
pub(super) fn told_to(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        if sentence[verb].xpos != "VBD" || sentence[verb].deprel != "conj" {
            continue;
        }
        let Some(first) = sentence.head_before(verb) else { continue };
        let passive = sentence[first].xpos == "VBN" && sentence.has(first, "aux:pass");
        let bare =
            !sentence.children(verb).any(|c| matches!(sentence[c].deprel, "nsubj" | "obj" | "ccomp" | "aux"));
        let to = sentence.reads(verb + 1, "to");
        let controls = sentence.lexicon.plover.is("object-control", &sentence[verb].lemma);
        if passive && bare && to && controls && sentence.related(verb, "xcomp").any(|x| x == verb + 2) {
            sentence[verb].xpos = "VBN";
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::{check, check_with_names};
    use expect_test::expect;

    #[test]
    fn known_forms_have_their_lemmas() {
        check(
            "Courts    court    NOUN  NNS 2 nsubj
             expelled  expelled VERB  VBD 0 root
             envoys    envoys   NOUN  NNS 2 obj
             and       and      CCONJ CC  5 cc
             froze     fro      VERB  VBD 2 conj
             assets    asset    NOUN  NNS 5 obj",
            expect![[
                "court/NNS nsubj expelled; expel/VBD root -; envoy/NNS obj expelled; and/CC cc froze; \
                 freeze/VBD conj expelled; asset/NNS obj froze"
            ]],
        );
    }

    #[test]
    fn what_is_expressed_is_no_second_verb() {
        check(
            "Oslo      Oslo    PROPN NNP 2 nsubj
             expressed express VERB  VBD 0 root
             concern   concern VERB  JJ  2 parataxis
             over      over    ADP   IN  6 case
             the       the     DET   DT  6 det
             arrests   arrest  NOUN  NNS 3 obl",
            expect![[
                "Oslo/NNP nsubj expressed; express/VBD root -; concern/NN obj expressed; over/IN case arrests; \
                 the/DT det arrests; arrest/NNS nmod concern"
            ]],
        );
    }

    #[test]
    fn a_form_in_ed_is_a_past_or_a_participle() {
        check(
            "Oslo   Oslo   PROPN NNP 3 nsubj
             has    have   AUX   VBZ 3 aux
             agreed agree  VERB  VB  0 root",
            expect![["Oslo/NNP nsubj agreed; have/VBZ aux agreed; agree/VBN root -"]],
        );
    }

    #[test]
    fn an_irregular_past_is_of_its_verb() {
        check(
            "Oslo Oslo PROPN NNP 2 nsubj
             lent loan VERB  VBD 0 root
             Lima Lima PROPN NNP 2 iobj
             help help NOUN  NN  2 obj",
            expect!["Oslo/NNP nsubj lent; lend/VBD root -; Lima/NNP iobj lent; help/NN obj lent"],
        );
    }

    #[test]
    fn one_alone_put_it_in_the_past() {
        check(
            "Lima  Lima  PROPN NNP 2 nsubj
             put   put   VERB  VB  0 root
             its   its   PRON  PRP$ 4 nmod:poss
             army  army  NOUN  NN  2 obj
             on    on    ADP   IN  6 case
             alert alert NOUN  NN  2 obl",
            expect![
                "Lima/NNP nsubj put; put/VBD root -; its/PRP$ nmod:poss army; army/NN obj put; on/IN case alert; alert/NN obl put"
            ],
        );
    }

    #[test]
    fn a_participle_before_a_name_qualifies_it() {
        check(
            "Berg     Berg  PROPN NNP 2 nsubj
             met      meet  VERB  VBD 0 root
             with     with  SCONJ IN  4 mark
             visiting visit VERB  VBG 2 advcl
             Premier  premier NOUN NN 4 obj",
            expect![["Berg/NNP nsubj met; meet/VBD root -; with/IN case Premier; visit/JJ amod Premier; \
                 premier/NN obl met"]],
        );
    }

    #[test]
    fn a_bare_verb_behind_to_is_an_infinitive() {
        check(
            "Peru    Peru    PROPN NNP 2 nsubj
             offered offer   VERB  VBD 0 root
             to      to      ADP   IN  4 case
             mediate mediate NOUN  VB  2 obl",
            expect!["Peru/NNP nsubj offered; offer/VBD root -; to/TO mark mediate; mediate/VB xcomp offered"],
        );
    }

    #[test]
    fn an_infinitive_behind_an_adverb_between_commas() {
        check(
            "Brazil    Brazil    PROPN NNP 5 nsubj
             ,         ,         PUNCT ,   1 punct
             meanwhile meanwhile ADV   RB  5 advmod
             ,         ,         PUNCT ,   3 punct
             offered   offer     VERB  VBD 0 root
             to        to        ADP   IN  7 case
             mediate   mediate   NOUN  NN  5 obl
             .         .         PUNCT .   5 punct",
            expect![
                "Brazil/NNP nsubj offered; ,/, punct Brazil; meanwhile/RB advmod offered; ,/, punct meanwhile; offer/VBD root -; to/TO mark mediate; mediate/VB xcomp offered; ./. punct offered"
            ],
        );
    }

    #[test]
    fn what_an_act_may_be_called_behind_to_stays_a_noun() {
        check(
            "Oslo   Oslo   PROPN NNP 2 nsubj
             agreed agree  VERB  VBD 0 root
             to     to     ADP   IN  5 case
             the    the    DET   DT  5 det
             visit  visit  NOUN  NN  2 obl
             .      .      PUNCT .   2 punct",
            expect![[
                "Oslo/NNP nsubj agreed; agree/VBD root -; to/IN case visit; the/DT det visit; visit/NN obl agreed; ./. punct agreed"
            ]],
        );
    }

    #[test]
    fn a_bare_verb_behind_a_demand_is_demanded() {
        check_with_names(
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
        check_with_names(
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
    fn who_is_told_to_leave_tells_nobody() {
        check(
            "Envoys envoy NOUN  NNS 3 nsubj:pass
             were   be    AUX   VBD 3 aux:pass
             seized seize VERB  VBN 0 root
             and    and   CCONJ CC  5 cc
             told   tell  VERB  VBD 3 conj
             to     to    PART  TO  7 mark
             leave  leave VERB  VB  5 xcomp",
            expect![
                "envoy/NNS nsubj:pass seized; be/VBD aux:pass seized; seize/VBN root -; and/CC cc told; tell/VBN conj seized; to/TO mark leave; leave/VB xcomp told"
            ],
        );
        check(
            "Envoys envoy NOUN  NNS 3 nsubj:pass
             were   be    AUX   VBD 3 aux:pass
             seized seize VERB  VBN 0 root
             and    and   CCONJ CC  5 cc
             told   tell  VERB  VBD 3 conj
             Oslo   Oslo  PROPN NNP 5 obj",
            expect![
                "envoy/NNS nsubj:pass seized; be/VBD aux:pass seized; seize/VBN root -; and/CC cc told; tell/VBD conj seized; Oslo/NNP obj told"
            ],
        );
    }
}
