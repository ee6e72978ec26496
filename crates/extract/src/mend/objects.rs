//! What it is done to, and adjuncts. "will receive on Monday in Oslo the envoys": the envoys are received; "called *off* a
//! trip": the trip is no adjunct of "off".

use super::sentence::Sentence;
use demarche_lexicon::plover::Needs;

/// "held talks on the margins", with the talks hung beside the verb: a bare noun directly behind a verb without an object is what
/// is done.
pub(super) fn done_behind(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let noun = verb + 1;
        if !sentence.is_verb(verb) || !sentence.words.contains(&noun) || sentence[noun].deprel != "conj" {
            continue;
        }
        let bare = !sentence.has(noun, "cc");
        let taken = sentence.has(verb, "obj");
        if sentence.head_of(noun) == Some(verb) && sentence[noun].upos == "NOUN" && bare && !taken {
            sentence[noun].deprel = "obj";
        }
    }
}

/// "accuses to Peru of arming them": who is accused, with a preposition that other languages put before persons.
pub(super) fn charged(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        let to = verb + 1;
        let fits = sentence[verb].lemma == "accuse"
            && sentence.is_verb(verb)
            && sentence.reads(to, "to")
            && !sentence.has(verb, "obj");
        if !fits {
            continue;
        }
        let of = (to + 1..sentence.words.end).find(|&w| sentence[w].lemma == "of");
        let Some(of) = of.filter(|&of| of > to + 1) else { continue };
        let outside = |&w: &usize| sentence.head_of(w).is_none_or(|h| !(to + 1..of).contains(&h));
        let Some(who) = (to + 1..of).filter(outside).find(|&w| sentence.nominal(w)) else { continue };
        sentence.attach(who, verb, "obj");
        sentence.attach(to, who, "dep");
    }
}

/// "will receive on Monday in Oslo the envoys", "had on Monday imposed on Lima a ban": what stands behind a day or a place
/// without a comma and without a preposition is the object of the verb that has none; the subject of a mere "had" is its
/// verb's.
pub(super) fn delayed(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        let Some(head) = sentence.head_of(word) else { continue };
        if sentence[word].deprel.starts_with("nsubj") && sentence[head].deprel == "aux" {
            if let Some(verb) = sentence.head_of(head).filter(|&v| word < v && sentence.is_verb(v)) {
                sentence.hang(word, verb);
            }
            continue;
        }
        if sentence[word].upos != "NOUN" || head >= word {
            continue;
        }
        let verb = match sentence[word].deprel {
            "appos" if sentence[head].deprel == "obl" => sentence.head_of(head),
            "nsubj:pass" | "nsubj" => Some(head).filter(|&v| sentence.perfect(v)),
            _ => None,
        };
        let first = sentence.first_of(word);
        let Some(verb) = verb.filter(|&v| v < first && sentence.is_verb(v)) else { continue };
        let determined =
            sentence.has(word, "det") || sentence.has(word, "nmod:poss") || sentence.has(word, "nummod");
        let marked = sentence.has(word, "case");
        let comma = (verb..first).any(|w| sentence.is_comma(w));
        let taken = sentence.has(verb, "obj") || sentence.passive(verb);
        if determined && !marked && !comma && !taken {
            sentence.attach(word, verb, "obj");
        }
    }
}

/// "sent to Lima tents": an object without a determiner behind an adjunct, read as the adjunct's head. It is the verb's
/// object where the verb is known to take such ones.
pub(super) fn swallowed(sentence: &mut Sentence) {
    for noun in sentence.words.clone().skip(2) {
        let (word, place) = (&sentence[noun], noun - 1);
        if word.deprel != "obl" || word.upos != "NOUN" {
            continue;
        }
        let Some(verb) = sentence.head_of(noun).filter(|&v| v < place) else { continue };
        let inner = &sentence[place];
        let compound = inner.deprel == "compound" && inner.head == Some(noun as u32);
        let case = sentence.related(noun, "case").find(|&c| c > verb && c < place);
        let plover = &sentence.lexicon.plover;
        let such = |need: &Needs| match need {
            Needs::ObjectClass(class) => plover.is(class, &word.lemma),
            _ => false,
        };
        let takes = plover.verb(&sentence[verb].lemma).iter().any(|e| e.asks(such));
        let led = case.is_some_and(|c| matches!(sentence[c].lemma.as_str(), "to" | "into"));
        let taken = sentence.has(verb, "obj") || sentence.passive(verb);
        if !(compound && sentence.nominal(place) && led && takes) || taken {
            continue;
        }
        sentence.hand_over(noun, place, |w| w < place);
        sentence.attach(place, verb, "obl");
        sentence[noun].deprel = "obj";
    }
}

/// "will receive on Monday to both presidents", as translations from Spanish have it: whom a host receives is his guest.
pub(super) fn received(sentence: &mut Sentence) {
    for guest in sentence.words.clone().skip(2) {
        if sentence[guest].deprel != "obl" || !sentence.nominal(guest) {
            continue;
        }
        let Some(verb) = sentence.head_before(guest) else { continue };
        let to = sentence.related(guest, "case").find(|&c| sentence[c].lemma == "to");
        let hosts = sentence.is_verb(verb)
            && sentence.lexicon.meeting.is("host-verb", &sentence[verb].lemma)
            && !sentence.has(verb, "obj")
            && !sentence.passive(verb);
        if let Some(to) = to.filter(|_| hosts && sentence.lexicon.meeting.is("side", &sentence[guest].lemma))
        {
            sentence[guest].deprel = "obj";
            // The preposition is none of the English.
            sentence[to].deprel = "dep";
        }
    }
}

/// "called the raid that killed four men an act of terror": of two objects of the relative clause the second, with an article, is
/// what the raid was called.
pub(super) fn branded(sentence: &mut Sentence) {
    for verb in sentence.words.clone() {
        if sentence[verb].deprel != "acl:relcl" || !sentence.is_verb(verb) {
            continue;
        }
        let Some(noun) = sentence.head_before(verb) else { continue };
        let Some(above) = sentence.head_before(noun) else { continue };
        let names = sentence[noun].deprel == "obj"
            && sentence.lexicon.plover.is("brands", &sentence[above].lemma)
            && !sentence.has(above, "xcomp");
        let objects: Vec<usize> = sentence.related(verb, "obj").filter(|&o| o > verb).collect();
        if let [first, second] = objects[..]
            && names
            && first < second
            && sentence
                .related(second, "det")
                .any(|d| matches!(sentence[d].lemma.to_ascii_lowercase().as_str(), "a" | "an"))
        {
            sentence.attach(second, above, "xcomp");
        }
    }
}

/// "called on Lima to open the road", with Lima taken for what is said of somebody: behind a preposition it is an adjunct.
pub(super) fn cased(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        // "Berg spoke with Ruiz", read as if both were joined: nothing joins them, and the verb stands between.
        let conj = sentence[word].deprel == "conj" && sentence.nominal(word);
        let first = sentence.head_before(word).filter(|_| conj);
        let apart = first.and_then(|first| {
            let case = sentence.related(word, "case").find(|&c| c > first && c < word)?;
            let bare = !sentence.has(word, "cc");
            case.checked_sub(1).filter(|&v| bare && v > first && sentence.is_verb(v))
        });
        if let Some(verb) = apart {
            sentence.attach(word, verb, "obl");
            continue;
        }
        let predicate = matches!(sentence[word].deprel, "xcomp" | "ccomp") && sentence.nominal(word);
        let Some(head) = sentence.head_before(word).filter(|_| predicate) else { continue };
        let case = sentence
            .related(word, "case")
            .any(|c| c < word && sentence.lexicon.grammar.is("addressee", &sentence[c].lemma));
        let clause = ["cop", "expl", "mark"].into_iter().any(|r| sentence.has(word, r));
        if case && sentence.is_verb(head) && !clause && !sentence.has_subject(word) {
            sentence[word].deprel = "obl";
        }
    }
}

/// "called *off* a trip", read as "off a trip": a word that is tagged as a particle directly behind a verb without an object is
/// the verb's, and what it was put before is the object.
pub(super) fn particles(sentence: &mut Sentence) {
    for particle in sentence.words.clone().skip(1) {
        let word = &sentence[particle];
        let verb = particle - 1;
        if word.xpos != "RP" || !matches!(word.deprel, "case" | "compound:prt") || !sentence.is_verb(verb) {
            continue;
        }
        // A particle that is one may stand before an object that is none.
        let bare = || Some(particle + 1).filter(|&n| sentence.words.contains(&n) && !sentence.has(n, "case"));
        let Some(noun) = sentence.head_behind(particle).or_else(bare) else { continue };
        let fits = sentence[noun].deprel == "obl"
            && sentence.head_of(noun) == Some(verb)
            && !sentence.has(verb, "obj");
        if fits {
            sentence[noun].deprel = "obj";
            sentence.attach(particle, verb, "compound:prt");
        }
    }
}

/// "Envoys have launched an inquiry into the raid.", "The court charged a man with selling arms.": what stands directly
/// behind a verb is its object, not the subject of the infinitive or gerund behind it, and does not take the verb's own
/// subject and helpers; a tensed verb with its subject is no object but a clause.
pub(super) fn objects(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        let Some(head) = sentence.head_of(word) else { continue };
        let relation = sentence[word].deprel;
        if sentence.is_verb(word) && matches!(relation, "obj" | "obl") && sentence.is_verb(head) {
            let tensed = matches!(sentence[word].xpos, "VBD" | "VBZ" | "VBN" | "VBP");
            if tensed && head < word && sentence.related(word, "nsubj").any(|s| s > head && s < word) {
                sentence[word].deprel = "ccomp";
            }
            continue;
        }
        if sentence[word].upos == "NOUN"
            && matches!(relation, "nsubj" | "obj")
            && sentence.is_verb(head)
            && head < word
            && !sentence.has(word, "cop")
        {
            let own = |w: &usize| *w < head && matches!(sentence[*w].deprel, "nsubj" | "nsubj:pass" | "aux");
            let moved: Vec<usize> = sentence.children(word).filter(own).collect();
            let doer = moved.iter().any(|&w| sentence[w].deprel != "aux");
            if doer && !sentence.related(head, "nsubj").any(|w| w < head) {
                for w in moved {
                    sentence.hang(w, head);
                }
                sentence[word].deprel = "obj";
            }
            continue;
        }
        // "summoned the envoy to complain", "charged a man with selling"
        let governed = |mark: usize, xpos: &str| {
            let mark = &sentence[mark];
            xpos == "VB" && mark.xpos == "TO"
                || xpos == "VBG" && matches!(&*mark.lemma, "of" | "with" | "from" | "for")
                || mark.lemma == "as" && mark.deprel == "mark"
        };
        if relation.starts_with("nsubj") && word > head && sentence.nominal(word) {
            continue;
        }
        if relation.starts_with("nsubj") && sentence.nominal(head) {
            // The doer hangs on a noun behind its verb.
            let over = sentence.up_from(head).take(8);
            let lone = |v: usize| !sentence.has(v, "nsubj");
            let doing = over.skip(1).find(|&v| sentence.is_verb(v));
            let cop = sentence.has(head, "cop");
            if let Some(v) = doing.filter(|&v| word < v && v < head && lone(v) && !cop) {
                sentence.hang(word, v);
            }
            continue;
        }
        if relation.starts_with("nsubj") && word < head {
            let xpos = sentence[head].xpos;
            let marked = sentence.children(head).any(|w| w > word && w < head && governed(w, xpos));
            let first = sentence.first_of(word);
            let Some(above) =
                first.checked_sub(1).filter(|w| sentence.words.contains(w) && sentence.is_verb(*w))
            else {
                continue;
            };
            let over = sentence.head_of(head) == Some(above);
            let free = !sentence.has(above, "obj");
            if marked && over && free {
                sentence.attach(word, above, "obj");
                if sentence[head].deprel == "conj" {
                    sentence[head].deprel = "advcl";
                }
            }
        }
    }
}

/// "Ann Berg, spokeswoman for the council": a phrase below a noun that is no predicate is the noun's own, not an adjunct.
pub(super) fn adjuncts(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        if sentence[word].deprel != "obl" {
            continue;
        }
        let Some(noun) = sentence.head_of(word) else { continue };
        let predicate = sentence.has(noun, "cop");
        let mere = matches!(sentence[noun].upos, "NOUN" | "PROPN") && noun < word && !predicate;
        if mere {
            sentence[word].deprel = "nmod";
        }
    }
}

/// "spoke by telephone with both governments": what follows a bare means of speaking is the verb's.
pub(super) fn instruments(sentence: &mut Sentence) {
    for word in sentence.words.clone() {
        let Some(noun) = sentence.head_before(word) else { continue };
        let means = sentence.lexicon.meeting.is("remote-word", &sentence[noun].lemma);
        if !means || sentence[word].deprel != "nmod" || sentence[noun].deprel != "obl" {
            continue;
        }
        let bare = sentence.children(noun).all(|w| w > noun || sentence[w].lemma == "by");
        if let Some(verb) = sentence.head_of(noun).filter(|_| bare) {
            sentence.attach(word, verb, "obl");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::check;
    use expect_test::expect;

    #[test]
    fn what_is_called_off_is_an_object() {
        check(
            "Chad     Chad     PROPN NNP 2 nsubj
             called   call     VERB  VBD 0 root
             off      off      ADP   RP  2 compound:prt
             talks    talk     NOUN  NNS 2 obl",
            expect![
                "Chad/NNP nsubj called; call/VBD root -; off/RP compound:prt called; talk/NNS obj called"
            ],
        );
    }

    #[test]
    fn who_is_accused_may_stand_behind_to() {
        check(
            "Chile   Chile  PROPN NNP 2 nsubj
             accuses accuse VERB  VBZ 0 root
             to      to     ADP   IN  6 mark
             Peru    Peru   PROPN NNP 2 obl
             of      of     SCONJ IN  6 mark
             arming  arm    VERB  VBG 4 acl
             them    they   PRON  PRP 6 obj",
            expect![
                "Chile/NNP nsubj accuses; accuse/VBZ root -; to/IN dep Peru; Peru/NNP obj accuses; of/IN mark arming; arm/VBG acl Peru; they/PRP obj arming"
            ],
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
    fn an_object_without_a_determiner_is_no_part_of_the_place() {
        check(
            "Oslo  Oslo  PROPN NNP 2 nsubj
             sent  send  VERB  VBD 0 root
             to    to    ADP   IN  5 case
             Lima  Lima  PROPN NNP 5 compound
             tents tent  NOUN  NNS 2 obl
             .     .     PUNCT .   2 punct",
            expect![
                "Oslo/NNP nsubj sent; send/VBD root -; to/IN case Lima; Lima/NNP obl sent; tent/NNS obj sent; ./. punct sent"
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

    #[test]
    fn a_particle_is_its_verbs() {
        check(
            "Oslo   Oslo PROPN NNP 2 nsubj
             called call VERB  VBD 0 root
             off    off  ADP   RP  5 case
             a      a    DET   DT  5 det
             trip   trip NOUN  NN  2 obl",
            expect![[
                "Oslo/NNP nsubj called; call/VBD root -; off/RP compound:prt called; a/DT det trip; trip/NN obj called"
            ]],
        );
        check(
            "Ships   ship  NOUN  NNS 2 nsubj
             stopped stop  VERB  VBD 0 root
             off     off   ADP   IN  5 case
             the     the   DET   DT  5 det
             cape    cape  NOUN  NN  2 obl",
            expect![[
                "ship/NNS nsubj stopped; stop/VBD root -; off/IN case cape; the/DT det cape; cape/NN obl stopped"
            ]],
        );
    }

    #[test]
    fn who_is_summoned_to_answer_is_the_verbs_object() {
        check(
            "Lima     Lima   PROPN NNP 2 nsubj
             summoned summon VERB  VBD 0 root
             an       a      DET   DT  4 det
             envoy    envoy  NOUN  NN  6 nsubj
             to       to     PART  TO  6 mark
             answer   answer VERB  VB  2 advcl",
            expect![
                "Lima/NNP nsubj summoned; summon/VBD root -; a/DT det envoy; envoy/NN obj summoned; to/TO mark answer; answer/VB advcl summoned"
            ],
        );
    }

    #[test]
    fn an_object_gives_its_verb_back_the_doer() {
        check(
            "Judges   judge   NOUN NNS 5 nsubj
             have     have    AUX  VBP 5 aux
             opened   open    VERB VBN 0 root
             an       a       DET  DT  5 det
             inquiry  inquiry NOUN NN  3 nsubj",
            expect![
                "judge/NNS nsubj opened; have/VBP aux opened; open/VBN root -; a/DT det inquiry; inquiry/NN obj opened"
            ],
        );
    }

    #[test]
    fn a_phrase_below_a_mere_noun_is_its_own() {
        check(
            "Berg      Berg      PROPN NNP 0 root
             ,         ,         PUNCT ,   3 punct
             spokesman spokesman NOUN  NN  1 appos
             for       for       ADP   IN  6 case
             the       the       DET   DT  6 det
             council   council   NOUN  NN  3 obl",
            expect![[
                "Berg/NNP root -; ,/, punct spokesman; spokesman/NN appos Berg; for/IN case council; the/DT det council; \
                 council/NN nmod spokesman"
            ]],
        );
    }

    #[test]
    fn what_follows_a_bare_means_of_speaking_is_the_verbs() {
        check(
            "Berg  Berg  PROPN NNP 2 nsubj
             spoke speak VERB  VBD 0 root
             by    by    ADP   IN  4 case
             phone phone NOUN  NN  2 obl
             with  with  ADP   IN  6 case
             Lima  Lima  PROPN NNP 4 nmod",
            expect![
                "Berg/NNP nsubj spoke; speak/VBD root -; by/IN case phone; phone/NN obl spoke; with/IN case Lima; Lima/NNP obl spoke"
            ],
        );
    }
}
