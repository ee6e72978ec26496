//! Clauses whose verb the parse hangs below a noun, and words that it hangs over another clause's verb. "Premier Berg called
//! envoys", read as a name that envoys are called by: the verb heads the clause.

use super::sentence::Sentence;

/// Relations that no finite verb has.
const NOT_FINITE: &[&str] =
    &["amod", "case", "compound", "cop", "nmod", "det", "flat", "nummod", "advmod", "mark", "obj"];

/// Makes finite verbs that the parse hangs below a noun the heads of their clauses.
pub(super) fn clauses(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let word = &sentence[verb];
        let Some(noun) = sentence.head_of(verb) else { continue };
        if word.upos == "AUX" || word.lemma == "be" {
            continue;
        }
        let relation = word.deprel;
        if word.xpos == "VB" && matches!(relation, "acl" | "parataxis") && headline(sentence, noun, verb) {
            subject(sentence, noun, verb);
            if matches!(sentence[verb].deprel, "appos" | "conj") {
                sentence[verb].deprel = "parataxis";
            }
            continue;
        }
        let aux = helper(sentence, verb, sentence.words.start);
        let finite = word.xpos == "VBD" || word.xpos == "VBN" && aux.is_some();
        let acts = || {
            // "The minister conferred with Lima", "The minister met Berg": no passive.
            let object = sentence.has(verb, "obj");
            let patterns = sentence.lexicon.plover.verb(&sentence[verb].lemma);
            let intransitive =
                !patterns.is_empty() && patterns.iter().all(|e| e.target.first() != Some(&"o"));
            let alone = !sentence.words.clone().any(|w| sentence.is_tensed(w));
            sentence[noun].head.is_none() && alone && (object || intransitive)
        };
        let finite = finite || word.xpos == "VBN" && relation == "acl" && acts();
        // "The two sides last held talks": with a subject of its own it is no participle before a noun.
        let subject_before = || sentence.related(verb, "nsubj").any(|s| s < verb);
        let finite = finite || word.xpos == "VBN" && relation == "compound" && subject_before();
        if finite && relation == "acl" && noun < verb && sentence.nominal(noun) && clausal(sentence, noun) {
            subject(sentence, noun, verb);
        } else if NOT_FINITE.contains(&relation) && sentence.nominal(noun) {
            let bare = matches!(word.xpos, "VBN" | "VBD") && matches!(relation, "amod" | "case" | "compound");
            // "is massing troops": an auxiliary directly before it makes it a verb, the noun its object.
            let aux = aux.or_else(|| going(sentence, noun, verb));
            if finite && (word.xpos == "VBN" || relation != "obj")
                || word.xpos == "VBG" && relation == "amod" && aux.is_some()
                || bare && verbless(sentence, verb)
            {
                lift(sentence, noun, verb);
                if let Some(aux) = aux {
                    sentence.attach(aux, verb, "aux");
                }
            }
        }
    }
}

/// Whether the sentence is a headline about what is to come, "Oslo to send envoys": its noun has nothing but the
/// infinitive, and no verb is finite.
fn headline(sentence: &Sentence, noun: usize, verb: usize) -> bool {
    let child = |w: usize, relations: &[&str]| {
        sentence.children(w).any(|c| c < w && relations.contains(&sentence[c].deprel))
    };
    // "NATO envoys to meet": a telegram's many without an article.
    let many = sentence[noun].xpos == "NNS"
        && (child(noun, &["compound", "amod", "nmod:poss"])
            || sentence.related(noun, "nmod").any(|c| c < verb))
        && !child(noun, &["det", "nummod"]);
    let word = &sentence[noun];
    // "UN chief to send envoy"
    let named = |c: usize| sentence[c].upos == "PROPN" && sentence[c].deprel == "compound";
    let titled = word.xpos == "NN"
        && sentence.lexicon.roles.title(&word.lemma).is_some_and(|t| t.acts)
        && sentence.children(noun).any(|c| c < noun && named(c))
        && !child(noun, &["det"]);
    // "Oslo to send envoys, its minister said": what is said before the speaker.
    let teller = word.head.map(|h| h as usize).filter(|&h| {
        word.deprel == "ccomp"
            && h > verb
            && sentence.words.contains(&h)
            && (verb + 1..h).any(|w| sentence.is_comma(w))
    });
    // "Berg called the king; Ruiz to visit Lima": a line of its own behind a semicolon.
    let first = sentence.first_of(noun);
    let spliced = matches!(word.deprel, "appos" | "parataxis" | "conj")
        && first > sentence.words.start
        && sentence[first - 1].lemma == ";";
    let named =
        (word.upos == "PROPN" || many || titled) && (word.head.is_none() || teller.is_some() || spliced);
    // What is finite within a condition behind it is no verb of the line.
    let finite = |w: usize| {
        let bound = |v: usize| sentence.has_word(v, "mark", &["if", "unless", "once", "until"]);
        let clause = if sentence[w].upos == "AUX" { sentence[w].head.map_or(w, |h| h as usize) } else { w };
        sentence.is_tensed(w)
            && !(w > verb && sentence.words.contains(&clause) && bound(clause))
            && !(spliced && w < noun)
    };
    let mut line = sentence.words.start..teller.unwrap_or(sentence.words.end);
    let marked = sentence.children(verb).any(|w| sentence[w].xpos == "TO" && w + 1 == verb);
    named && noun < verb && marked && !line.any(finite)
}

/// The form of "be" directly before the gerund `verb` that the parse takes for the copula of `noun`.
fn going(sentence: &Sentence, noun: usize, verb: usize) -> Option<usize> {
    let be = verb.checked_sub(1).filter(|&w| w >= sentence.words.start && verb < noun)?;
    let word = &sentence[be];
    (word.lemma == "be" && word.head == Some(noun as u32) && sentence[verb].xpos == "VBG").then_some(be)
}

/// The form of "have" before a participle, looked for back to word `start`.
fn helper(sentence: &Sentence, verb: usize, start: usize) -> Option<usize> {
    let before = (start..verb).rev().find(|&w| !matches!(sentence[w].upos, "ADV" | "PART"))?;
    (sentence[before].lemma == "have").then_some(before)
}

/// Whether the sentence is a mere noun to the parse, though `verb` stands after a noun in it as a finite verb would:
/// "A, B and C imposed sanctions".
fn verbless(sentence: &Sentence, verb: usize) -> bool {
    let Some(root) = sentence.words.clone().find(|&w| sentence[w].head.is_none()) else { return false };
    verb > sentence.words.start
        && matches!(sentence[root].upos, "NOUN" | "PROPN")
        && matches!(sentence[verb - 1].upos, "NOUN" | "PROPN")
        && !sentence.words.clone().any(|w| w != verb && sentence.is_tensed(w))
}

/// Makes `verb`, which hangs below its object `noun`, the head of the clause that the noun heads or belongs to.
fn lift(sentence: &mut Sentence, noun: usize, verb: usize) {
    if noun < verb {
        if clausal(sentence, noun) {
            subject(sentence, noun, verb);
        }
        return;
    }
    match sentence.head_of(noun).filter(|&h| h < verb && sentence.nominal(h)) {
        Some(mut top) => {
            let inner = ["flat", "compound", "nmod", "nmod:desc", "amod", "appos", "conj"];
            while let Some(h) = sentence.head_of(top)
                && h < verb
                && inner.contains(&sentence[top].deprel)
                && sentence.nominal(h)
            {
                top = h;
            }
            sentence.attach(noun, verb, "obj");
            subject(sentence, top, verb);
        }
        None => {
            sentence.take_place(verb, noun);
            sentence.attach(noun, verb, "obj");
            let before = sentence.words.start..verb;
            let doer = before.rev().find(|&w| sentence.hangs(w, noun) && sentence.nominal(w));
            if let Some(doer) = doer {
                sentence[doer].deprel = "nsubj";
                for w in sentence.words.start..=doer {
                    if sentence.hangs(w, noun) {
                        sentence.hang(w, if w == doer { verb } else { doer });
                    }
                }
            }
        }
    }
    sentence[verb].upos = "VERB";
    if sentence[verb].xpos == "VBN" && helper(sentence, verb, 0).is_none() {
        sentence[verb].xpos = "VBD";
    }
}

/// Whether the noun stands where a clause would: as root or as the complement or addition of a verb.
fn clausal(sentence: &Sentence, noun: usize) -> bool {
    let word = &sentence[noun];
    matches!(word.deprel, "root" | "ccomp" | "parataxis" | "advcl") || word.head.is_none()
}

/// Makes `verb` the head of the clause that `noun` headed, and `noun` its subject.
pub(super) fn subject(sentence: &mut Sentence, noun: usize, verb: usize) {
    sentence.take_place(verb, noun);
    sentence.attach(noun, verb, "nsubj");
    for w in sentence.children(noun).collect::<Vec<_>>() {
        // What follows the verb, and what introduces or ends the clause, is the verb's.
        let moved = w > verb || matches!(sentence[w].deprel, "mark" | "advmod" | "cc");
        if w != verb && moved {
            sentence.hang(w, verb);
        }
    }
    // "Berg met Lima": the name behind the verb was read as more of the name before it.
    let object = sentence.has(verb, "obj");
    let more = sentence.children(verb).find(|&w| {
        let plain = matches!(sentence[w].deprel, "flat" | "appos" | "compound");
        w > verb && plain && sentence.nominal(w) && !sentence.has(w, "case")
    });
    if let Some(more) = more.filter(|_| !object) {
        sentence[more].deprel = "obj";
    }
}

/// "If Oslo refuses to sign, Lima will take the row to the court.": an object or adjunct that the parse hangs over a later verb
/// is that verb's; of two subjects the one inside a marked clause without a subject is that clause's.
pub(super) fn crossings(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        let Some(head) = sentence.head_of(word) else { continue };
        let relation = sentence[word].deprel;
        let verb = |w: usize| sentence.is_verb(w);
        let subjects = |v: usize| sentence.related(v, "nsubj");
        let meeting = sentence[word].lemma == "meet" && matches!(sentence[word].xpos, "VBG" | "NN");
        if relation == "obj" && meeting && matches!(sentence[head].lemma.as_str(), "have" | "hold") {
            // "have meeting in Oslo": who has it has a meeting.
            sentence.retag(word, "NOUN", "NN");
            sentence[word].lemma = "meeting".to_owned();
        } else if matches!(relation, "obj" | "obl") && head < word && verb(head) {
            let over = (head + 1..word).rev().find(|&v| verb(v) && !sentence.below(v, head));
            let taken = |v: usize| sentence.has(v, "obj");
            let free = |v: usize| !sentence.below(v, word) && (relation == "obl" || !taken(v));
            if let Some(over) = over.filter(|&v| free(v)) {
                sentence.hang(word, over);
            }
        } else if relation == "nsubj" && head < word && verb(head) {
            // "said its spokesman, Ann Berg": the name set off by a comma is the subject's.
            let comma = sentence.comma_before(word);
            let before = subjects(head).filter(|&w| w > head && w < word).last();
            // "the envoy told Radio Lima": the second subject, behind the verb, is who was told; so is the only one, where
            // the doer before the verb hangs below it.
            let doer = sentence.children(word).find(|&w| {
                w < head
                    && sentence.nominal(w)
                    && matches!(sentence[w].deprel, "appos" | "compound" | "flat" | "conj" | "nmod")
            });
            // "prompting Lima to ask": who stands behind a gerund is moved to something.
            let moved = sentence[head].xpos == "VBG"
                && sentence.related(head, "xcomp").any(|x| x > word && sentence.is_infinitive(x));
            if moved || subjects(head).any(|w| w < head) {
                sentence[word].deprel = "obj";
            } else if let Some(before) = before.filter(|_| comma && sentence[word].upos == "PROPN") {
                sentence.attach(word, before, "appos");
            } else if let Some(doer) = doer {
                sentence[word].deprel = "obj";
                sentence.attach(doer, head, "nsubj");
            }
        } else if relation == "nsubj" && word < head {
            // "Should Oslo refuse, Lima will pay": a helping verb before who acts marks the clause as "if" would.
            let marked = |v: usize| {
                sentence.children(v).any(|w| w < word && matches!(sentence[w].deprel, "mark" | "aux"))
            };
            let lone = |v: usize| sentence[v].deprel == "advcl" && !sentence.has(v, "nsubj");
            let inner = (word + 1..head).find(|&v| verb(v) && lone(v) && marked(v));
            // "The meeting is cancelled, the envoy has said": what is said before the speaker has its own subject.
            let helped =
                |v: usize| sentence.children(v).any(|a| a > word && a < v && sentence[a].upos == "AUX");
            // "The envoy spoke by phone with Oslo, his aide said."
            let told = |v: usize| {
                let (word, below) = (&sentence[v], sentence.head_of(v) == Some(head));
                let finite = matches!(word.xpos, "VBD" | "VBZ" | "VBP") || helped(v);
                word.deprel == "ccomp" && below && finite && !sentence.has(v, "nsubj")
            };
            let said = (word + 1..head).find(|&v| verb(v) && (lone(v) && helped(v) || told(v)) && !marked(v));
            if subjects(head).nth(1).is_some() {
                if let Some(inner) = inner {
                    sentence.hang(word, inner);
                } else if let Some(said) = said.filter(|&v| subjects(head).any(|w| w > v && w < head)) {
                    sentence.hang(word, said);
                    sentence[said].deprel = "ccomp";
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::check;
    use expect_test::expect;

    #[test]
    fn a_finite_verb_heads_its_clause() {
        check(
            "Premier premier NOUN  NN  2 compound
             Berg    Berg    PROPN NNP 0 root
             called  call    VERB  VBD 2 acl
             envoys  envoy   NOUN  NNS 3 obj
             .       .       PUNCT .   2 punct",
            expect![[
                "premier/NN compound Berg; Berg/NNP nsubj called; call/VBD root -; envoy/NNS obj called; \
                 ./. punct called"
            ]],
        );
    }

    #[test]
    fn a_participle_with_have_is_no_modifier() {
        check(
            "Quito     Quito     PROPN NNP 0 root
             has       have      AUX   VBZ 3 aux
             suspended suspend   VERB  VBN 4 amod
             flights   flight    NOUN  NNS 1 conj
             .         .         PUNCT .   1 punct",
            expect![
                "Quito/NNP nsubj suspended; have/VBZ aux suspended; suspend/VBN root -; flight/NNS obj suspended; ./. punct suspended"
            ],
        );
    }

    #[test]
    fn a_gerund_behind_be_is_a_verb() {
        check(
            "Oslo   Oslo  PROPN NNP 4 nsubj
             is     be    AUX   VBZ 4 cop
             massing mass VERB  VBG 4 amod
             troops troop NOUN  NNS 0 root
             .      .     PUNCT .   4 punct",
            expect![
                "Oslo/NNP nsubj massing; be/VBZ aux massing; mass/VBG root -; troop/NNS obj massing; ./. punct troops"
            ],
        );
    }

    #[test]
    fn a_lone_participle_with_an_object_or_without_a_passive_is_the_verb() {
        check(
            "The       the       DET   DT  2 det
             minister  minister  NOUN  NN  0 root
             conferred confer    VERB  VBN 2 acl
             with      with      ADP   IN  5 case
             Lima      Lima      PROPN NNP 3 obl
             .         .         PUNCT .   2 punct",
            expect![
                "the/DT det minister; minister/NN nsubj conferred; confer/VBN root -; with/IN case Lima; Lima/NNP obl conferred; ./. punct conferred"
            ],
        );
    }

    #[test]
    fn a_past_is_no_infinitive_and_the_name_behind_it_its_object() {
        check(
            "Berg Berg PROPN NNP 0 root
             met  meet VERB  VB  1 case
             Ruiz Ruiz PROPN NNP 1 flat",
            expect!["Berg/NNP nsubj met; meet/VBD root -; Ruiz/NNP obj met"],
        );
    }

    #[test]
    fn a_list_of_nouns_with_a_verb_in_it_is_a_clause() {
        check(
            "Oslo      Oslo     PROPN NNP 0 root
             and       and      CCONJ CC  3 cc
             Lima      Lima     PROPN NNP 1 conj
             imposed   impose   VERB  VBN 5 amod
             sanctions sanction NOUN  NNS 1 conj
             .         .        PUNCT .   1 punct",
            expect![["Oslo/NNP nsubj imposed; and/CC cc Lima; Lima/NNP conj Oslo; impose/VBD root -; \
                 sanction/NNS obj imposed; ./. punct imposed"]],
        );
    }

    #[test]
    fn a_headline_tells_what_is_to_come() {
        check(
            "Oslo   Oslo  PROPN NNP 0 root
             to     to    PART  TO  3 mark
             send   send  VERB  VB  1 acl
             envoys envoy NOUN  NNS 3 obj",
            expect!["Oslo/NNP nsubj send; to/TO mark send; send/VB root -; envoy/NNS obj send"],
        );
    }

    #[test]
    fn a_telegrams_many_to_come_are_a_clause() {
        check(
            "Oslo   Oslo  PROPN NNP 2 compound
             envoys envoy NOUN  NNS 0 root
             to     to    PART  TO  4 mark
             meet   meet  VERB  VB  2 acl",
            expect!["Oslo/NNP compound envoys; envoy/NNS nsubj meet; to/TO mark meet; meet/VB root -"],
        );
    }

    #[test]
    fn telegrams_have_heads_of_something_to_come() {
        check(
            "Heads  head   NOUN  NNS 0 root
             of     of     ADP   IN  3 case
             state  state  NOUN  NN  1 nmod
             to     to     PART  TO  5 mark
             meet   meet   VERB  VB  1 acl
             in     in     ADP   IN  7 case
             Lima   Lima   PROPN NNP 5 obl
             .      .      PUNCT .   1 punct",
            expect![
                "head/NNS nsubj meet; of/IN case state; state/NN nmod Heads; to/TO mark meet; meet/VB root -; in/IN case Lima; Lima/NNP obl meet; ./. punct meet"
            ],
        );
    }

    #[test]
    fn what_hangs_over_a_verb_is_that_verbs() {
        check(
            "If      if     SCONJ IN  3 mark
             Oslo    Oslo   PROPN NNP 6 nsubj
             refuses refuse VERB  VBZ 6 advcl
             ,       ,      PUNCT ,   3 punct
             Lima    Lima   PROPN NNP 6 nsubj
             leaves  leave  VERB  VBZ 0 root
             the     the    DET   DT  8 det
             pact    pact   NOUN  NN  3 obj",
            expect![[
                "if/IN mark refuses; Oslo/NNP nsubj refuses; refuse/VBZ advcl leaves; ,/, punct refuses; \
                 Lima/NNP nsubj leaves; leave/VBZ root -; the/DT det pact; pact/NN obj leaves"
            ]],
        );
    }

    #[test]
    fn a_helping_verb_before_its_subject_marks_a_clause() {
        check(
            "Should should AUX   MD  3 aux
             Oslo   Oslo   PROPN NNP 7 nsubj
             refuse refuse VERB  VB  7 advcl
             ,      ,      PUNCT ,   3 punct
             Lima   Lima   PROPN NNP 7 nsubj
             will   will   AUX   MD  7 aux
             leave  leave  VERB  VB  0 root",
            expect![
                "should/MD aux refuse; Oslo/NNP nsubj refuse; refuse/VB advcl leave; ,/, punct refuse; Lima/NNP nsubj leave; will/MD aux leave; leave/VB root -"
            ],
        );
    }

    #[test]
    fn what_is_said_before_its_speaker_has_its_own_subject() {
        check(
            "Talks     talk   NOUN NNS 6 nsubj
             are       be     AUX  VBP 3 aux:pass
             cancelled cancel VERB VBN 6 advcl
             Berg      Berg   PROPN NNP 6 nsubj
             has       have   AUX  VBZ 6 aux
             told      tell   VERB VBN 0 root",
            expect![[
                "talk/NNS nsubj cancelled; be/VBP aux:pass cancelled; cancel/VBN ccomp told; Berg/NNP nsubj told; \
                 have/VBZ aux told; tell/VBN root -"
            ]],
        );
    }

    #[test]
    fn who_spoke_as_an_aide_said_is_the_subject_of_what_he_did() {
        check(
            "Berg  Berg  PROPN NNP 6 nsubj
             spoke speak VERB  VBD 6 ccomp
             ,     ,     PUNCT ,   2 punct
             his   his   PRON  PRP$ 5 nmod:poss
             aide  aide  NOUN  NN  6 nsubj
             said  say   VERB  VBD 0 root",
            expect![
                "Berg/NNP nsubj spoke; speak/VBD ccomp said; ,/, punct spoke; his/PRP$ nmod:poss aide; aide/NN nsubj said; say/VBD root -"
            ],
        );
    }

    #[test]
    fn a_name_after_a_subject_and_a_comma_is_its_own() {
        check(
            "Peace     peace     NOUN  NN  2 nsubj
             failed    fail      VERB  VBD 3 ccomp
             said      say       VERB  VBD 0 root
             its       its       PRON  PRP$ 5 nmod:poss
             spokesman spokesman NOUN  NN  3 nsubj
             ,         ,         PUNCT ,   7 punct
             Berg      Berg      PROPN NNP 3 nsubj",
            expect![[
                "peace/NN nsubj failed; fail/VBD ccomp said; say/VBD root -; its/PRP$ nmod:poss spokesman; \
                 spokesman/NN nsubj said; ,/, punct Berg; Berg/NNP appos spokesman"
            ]],
        );
    }

    #[test]
    fn who_stands_behind_a_gerund_is_moved_to_something() {
        check(
            "Oslo      Oslo   PROPN NNP 2 nsubj
             seized    seize  VERB  VBD 0 root
             ships     ship   NOUN  NNS 2 obj
             ,         ,      PUNCT ,   5 punct
             prompting prompt VERB  VBG 2 advcl
             Lima      Lima   PROPN NNP 5 nsubj
             to        to     PART  TO  8 mark
             demand    demand VERB  VB  5 xcomp
             answers   answer NOUN  NNS 8 obj",
            expect![
                "Oslo/NNP nsubj seized; seize/VBD root -; ship/NNS obj seized; ,/, punct prompting; prompt/VBG advcl seized; Lima/NNP obj prompting; to/TO mark demand; demand/VB xcomp prompting; answer/NNS obj demand"
            ],
        );
    }

    #[test]
    fn who_has_meeting_has_a_meeting() {
        check(
            "Lima    Lima PROPN NNP 2 nsubj
             had     have VERB VBD 0 root
             meeting meet VERB VBG 2 obj",
            expect![["Lima/NNP nsubj had; have/VBD root -; meeting/NN obj had"]],
        );
    }
}
