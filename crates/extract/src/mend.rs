//! Sets right what the tagger and the parser get wrong in ways that can be told from the words alone.
//!
//! The steps: forms of words that the lexicons know get their lemmas; a form in "-ed" is a past or a participle,
//! whatever its tag; a participle before the noun that it qualifies is its modifier; a finite verb that the parse hangs below
//! the noun before it, as a participle would be, becomes the head of its clause; a bare participle with its doer ("demanded
//! by Oslo") goes back below the noun before it; objects, adjuncts and subjects that the parse hangs over another verb become
//! that verb's; a finite verb joined to an infinitive goes on with the verb above; a particle is its verb's; what stands directly behind a verb is its
//! object; what hangs as a verb's adjunct below a mere noun becomes the noun's, what hangs below a bare means of speaking the
//! verb's; what stands before "unless" or "that" is not of the clause behind it, and what "and" joins is joined ([`bounds`]);
//! those who meet are named by titles of several words and two nationalities ([`encounters`]).

use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_syntax::Syntax;
use demarche_text::Layout;
use std::ops::Range;

mod actives;
mod bounds;
mod encounters;
mod hosts;
mod lists;
mod telegrams;

/// Sets right `syntax`, which must be parallel to the words of `layout`.
pub fn mend(text: &str, layout: &Layout, lexicon: &Lexicon, syntax: &mut Syntax) {
    if syntax.words.len() != layout.words.len() {
        return;
    }
    for word in 0..syntax.words.len() {
        let form = layout.words[word].span.of(text).to_lowercase();
        tag(&form, word, lexicon, syntax);
        lemma(&form, word, lexicon, syntax);
        class(&form, word, lexicon, syntax);
    }
    for &sentence in &layout.sentences {
        invariable(sentence, lexicon, syntax);
        attributes(sentence, lexicon, syntax);
        telegrams::given(sentence, text, layout, syntax);
        encounters::deputy(sentence, lexicon, syntax);
        encounters::when_they_met(sentence, lexicon, syntax);
        encounters::two_nations(sentence, text, lexicon, layout, syntax);
        encounters::holder_behind(sentence, lexicon, syntax);
        encounters::case_of_whole(sentence, syntax);
        encounters::and_met(sentence, text, layout, syntax);
        encounters::provided(sentence, syntax);
        encounters::done_behind(sentence, syntax);
        encounters::title_apart(sentence, syntax);
        encounters::due_bare(sentence, syntax);
        encounters::due_start(sentence, lexicon, syntax);
        encounters::demanded(sentence, lexicon, syntax);
        encounters::held_behind(sentence, syntax);
        encounters::left_verb(sentence, text, layout, syntax);
        telegrams::charged(sentence, syntax);
        telegrams::described(sentence, syntax);
        telegrams::to_come(sentence, lexicon, syntax);
        telegrams::told_first(sentence, lexicon, syntax);
        telegrams::conditional(sentence, syntax);
        telegrams::beside(sentence, syntax);
        telegrams::strung(sentence, syntax);
        telegrams::infinitive(sentence, lexicon, syntax);
        telegrams::next_verb(sentence, syntax);
        lists::listed(sentence, syntax);
        lists::enumerated(sentence, syntax);
        lists::completed(sentence, syntax);
        lists::counted(sentence, lexicon, syntax);
        lists::due(sentence, syntax);
        lists::due_to(sentence, syntax);
        lists::subjects(sentence, syntax);
        lists::clocked(sentence, text, layout, syntax);
        lists::verbal(sentence, lexicon, syntax);
        lists::delayed(sentence, syntax);
        lists::swallowed(sentence, lexicon, syntax);
        lists::worth(sentence, syntax);
        lists::strung(sentence, syntax);
        lists::said_behind(sentence, lexicon, syntax);
        lists::said_after(sentence, lexicon, syntax);
        lists::said_amid(sentence, lexicon, syntax);
        lists::owner(sentence, syntax);
        lists::received(sentence, lexicon, syntax);
        lists::reports(sentence, lexicon, syntax);
        lists::ready(sentence, lexicon, syntax);
        lists::appealing(sentence, syntax);
        lists::supposed(sentence, syntax);
        lists::branded(sentence, lexicon, syntax);
        lists::crossing(sentence, syntax);
        lists::between(sentence, syntax);
        lists::repeated(sentence, syntax);
        actives::verb_for_modifier(sentence, syntax);
        actives::doer_of_what_is_said(sentence, syntax);
        actives::past_between(sentence, syntax);
        actives::first_does(sentence, syntax);
        actives::before_name(sentence, syntax);
        actives::agent_before_gerund(sentence, syntax);
        actives::name_behind(sentence, syntax);
        bounds::doer_before(sentence, syntax);
        bounds::own_case(sentence, syntax);
        bounds::with_first(sentence, syntax);
        bounds::besides_saying(sentence, lexicon, syntax);
        bounds::in_return(sentence, syntax);
        bounds::before_and(sentence, syntax);
        bounds::verb_beside(sentence, syntax);
        bounds::clause_beside(sentence, syntax);
        bounds::that_they_did(sentence, syntax);
        bounds::done_by(sentence, syntax);
        bounds::proviso(sentence, syntax);
        hosts::own_condition(sentence, syntax);
        hosts::by_whom(sentence, syntax);
        hosts::neither(sentence, syntax);
        hosts::told_to(sentence, lexicon, syntax);
        hosts::it_is_ready(sentence, lexicon, syntax);
        bounds::joined(sentence, syntax);
        bounds::parted(sentence, syntax);
        bounds::outside(sentence, syntax);
        bounds::hyphened(sentence, syntax);
        bounds::cased(sentence, syntax);
        bounds::at_the_time(sentence, lexicon, syntax);
        bounds::adds(sentence, lexicon, syntax);
        bounds::said_in(sentence, lexicon, syntax);
        bounds::goes_on(sentence, lexicon, syntax);
        reduced(sentence, syntax);
        clauses(sentence, lexicon, syntax);
        crossings(sentence, syntax);
        coordinates(sentence, lexicon, syntax);
        gaps(sentence, syntax);
        particles(sentence, syntax);
        objects(sentence, syntax);
        adjuncts(sentence, syntax);
        instruments(sentence, lexicon, syntax);
        actives::adverbial_names(sentence, syntax);
    }
}

/// "If Oslo refuses to sign, Lima will take the row to the court.": an object or adjunct that the parse hangs over a later verb
/// is that verb's; of two subjects the one inside a marked clause without a subject is that clause's.
fn crossings(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        let Some(head) = head_of(word, &words, syntax) else { continue };
        let relation = syntax.words[word].deprel;
        let verb = |w: usize| syntax.words[w].upos == "VERB";
        let subjects = |v: usize| related(v, "nsubj", &words, syntax);
        let meeting = syntax.words[word].lemma == "meet" && matches!(syntax.words[word].xpos, "VBG" | "NN");
        if relation == "obj" && meeting && matches!(syntax.words[head].lemma.as_str(), "have" | "hold") {
            // "have meeting in Oslo": who has it has a meeting.
            let word = &mut syntax.words[word];
            (word.upos, word.xpos, word.lemma) = ("NOUN", "NN", "meeting".to_owned());
        } else if matches!(relation, "obj" | "obl") && head < word && verb(head) {
            let over = (head + 1..word).rev().find(|&v| verb(v) && !below(syntax, v, head, words.len()));
            let taken = |v: usize| related(v, "obj", &words, syntax).next().is_some();
            let free = |v: usize| !below(syntax, v, word, words.len()) && (relation == "obl" || !taken(v));
            if let Some(over) = over.filter(|&v| free(v)) {
                syntax.words[word].head = Some(over as u32);
            }
        } else if relation == "nsubj" && head < word && verb(head) {
            // "said its spokesman, Ann Berg": the name set off by a comma is the subject's.
            let comma = word > words.start && syntax.words[word - 1].lemma == ",";
            let before = subjects(head).filter(|&w| w > head && w < word).last();
            // "the envoy told Radio Lima": the second subject, behind the verb, is who was told; so is the only one, where
            // the doer before the verb hangs below it.
            let doer = children(word, &words, syntax).find(|&w| {
                w < head
                    && nominal(syntax, w)
                    && matches!(syntax.words[w].deprel, "appos" | "compound" | "flat" | "conj" | "nmod")
            });
            // "prompting Lima to ask": who stands behind a gerund is moved to something.
            let moved = syntax.words[head].xpos == "VBG"
                && related(head, "xcomp", &words, syntax)
                    .any(|x| x > word && is_infinitive(x, &words, syntax));
            if moved || subjects(head).any(|w| w < head) {
                syntax.words[word].deprel = "obj";
            } else if let Some(before) = before.filter(|_| comma && syntax.words[word].upos == "PROPN") {
                syntax.words[word].head = Some(before as u32);
                syntax.words[word].deprel = "appos";
            } else if let Some(doer) = doer {
                syntax.words[word].deprel = "obj";
                syntax.words[doer].deprel = "nsubj";
                syntax.words[doer].head = Some(head as u32);
            }
        } else if relation == "nsubj" && word < head {
            // "Should Oslo refuse, Lima will pay": a helping verb before who acts marks the clause as "if" would.
            let marked = |v: usize| {
                children(v, &words, syntax)
                    .any(|w| w < word && matches!(syntax.words[w].deprel, "mark" | "aux"))
            };
            let lone = |v: usize| syntax.words[v].deprel == "advcl" && subjects(v).next().is_none();
            let inner = (word + 1..head).find(|&v| verb(v) && lone(v) && marked(v));
            // "The meeting is cancelled, the envoy has said": what is said before the speaker has its own subject.
            let helped = |v: usize| {
                children(v, &words, syntax).any(|a| a > word && a < v && syntax.words[a].upos == "AUX")
            };
            // "The envoy spoke by phone with Oslo, his aide said."
            let told = |v: usize| {
                let (word, below) = (&syntax.words[v], head_of(v, &words, syntax) == Some(head));
                let finite = matches!(word.xpos, "VBD" | "VBZ" | "VBP") || helped(v);
                word.deprel == "ccomp" && below && finite && subjects(v).next().is_none()
            };
            let said = (word + 1..head).find(|&v| verb(v) && (lone(v) && helped(v) || told(v)) && !marked(v));
            if subjects(head).nth(1).is_some() {
                if let Some(inner) = inner {
                    syntax.words[word].head = Some(inner as u32);
                } else if let Some(said) = said.filter(|&v| subjects(head).any(|w| w > v && w < head)) {
                    syntax.words[word].head = Some(said as u32);
                    syntax.words[said].deprel = "ccomp";
                }
            }
        }
    }
}

/// "urged Oslo to open the road and Lima to free the crew": the second is asked as the first is. Read as if the road and
/// Lima were joined, it becomes a clause beside the first, Lima its subject.
fn gaps(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for name in words.clone() {
        if syntax.words[name].deprel != "conj" || syntax.words[name].upos != "PROPN" {
            continue;
        }
        let Some(object) = head_of(name, &words, syntax).filter(|&o| o < name) else { continue };
        let Some(first) = head_of(object, &words, syntax).filter(|&v| v < object) else { continue };
        let to = name + 1;
        let Some(second) = (words.contains(&to) && syntax.words[to].lemma == "to")
            .then(|| head_of(to, &words, syntax))
            .flatten()
            .filter(|&v| v == to + 1 && syntax.words[v].xpos == "VB")
        else {
            continue;
        };
        // An object that is a name itself ("told Oslo and Lima to leave") has no verb of its own.
        let asked = is_infinitive(first, &words, syntax)
            && syntax.words[object].deprel == "obj"
            && syntax.words[object].upos == "NOUN"
            && matches!(syntax.words[second].deprel, "advcl" | "acl" | "xcomp");
        let and = related(name, "cc", &words, syntax).next();
        let Some(and) = and.filter(|_| asked) else { continue };
        syntax.words[and].head = Some(second as u32);
        (syntax.words[name].head, syntax.words[name].deprel) = (Some(second as u32), "nsubj");
        (syntax.words[second].head, syntax.words[second].deprel) = (Some(first as u32), "conj");
    }
}

/// "Oslo has asked the court to wait and has offered to pay.": a finite verb is no second infinitive, it goes on with the verb
/// that the infinitive hangs from.
fn coordinates(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let Some(first) = head_of(verb, &words, syntax).filter(|&h| h < verb) else { continue };
        // "voiced concern and urged both to wait": nor is it a second object.
        let object = syntax.words[first].deprel == "obj" && nominal(syntax, first);
        let joined = related(verb, "cc", &words, syntax).any(|w| w > first && w < verb);
        if object && joined && syntax.words[verb].deprel == "conj" && is_finite(verb, first, &words, syntax) {
            if let Some(above) =
                head_of(first, &words, syntax).filter(|&a| a < first && syntax.words[a].upos == "VERB")
                && related(verb, "nsubj", &words, syntax).next().is_none()
            {
                syntax.words[verb].head = Some(above as u32);
            }
            continue;
        }
        let goes_on = syntax.words[first].deprel == "ccomp"
            && syntax.words[verb].deprel == "conj"
            && matches!(syntax.words[verb].xpos, "VBD" | "VBN")
            && related(verb, "nsubj", &words, syntax).next().is_none()
            && related(verb, "aux:pass", &words, syntax).next().is_none();
        // "Oslo said two men were killed and accused Lima": who accuses is not who was killed.
        let undergone = related(first, "aux:pass", &words, syntax).next().is_some()
            && related(verb, "obj", &words, syntax).any(|o| o > verb && syntax.words[o].upos == "PROPN");
        // "said the positions had come closer, but stressed that": positions stress nothing.
        let thing =
            |s: usize| syntax.words[s].upos == "NOUN" && !lexicon.plover.is("agent", &syntax.words[s].lemma);
        let unable = related(first, "nsubj", &words, syntax).all(thing)
            && related(first, "nsubj", &words, syntax).next().is_some()
            && lexicon.cues.verb(&syntax.words[verb].lemma).is_some()
            && related(verb, "ccomp", &words, syntax).any(|c| {
                c > verb && related(c, "mark", &words, syntax).any(|m| syntax.words[m].lemma == "that")
            });
        let teller = head_of(first, &words, syntax).filter(|&t| {
            t < first
                && goes_on
                && (undergone || unable)
                && related(t, "nsubj", &words, syntax).next().is_some()
        });
        if let Some(teller) = teller {
            syntax.words[verb].head = Some(teller as u32);
            syntax.words[verb].xpos = "VBD";
            continue;
        }
        // "gave them a day so that they leave and ordered", "demanded that they leave and threatened": nor does a past go on
        // with a present of a clause of its own.
        let purpose = matches!(syntax.words[first].xpos, "VBP" | "VB" | "VBZ")
            && matches!(syntax.words[first].deprel, "advcl" | "ccomp")
            && syntax.words[verb].xpos == "VBD"
            && syntax.words[verb].deprel == "conj"
            && related(verb, "nsubj", &words, syntax).next().is_none();
        let above = head_of(first, &words, syntax).filter(|&a| {
            a < first && syntax.words[a].xpos == "VBD" && related(a, "nsubj", &words, syntax).next().is_some()
        });
        if let Some(above) = above.filter(|_| purpose) {
            syntax.words[verb].head = Some(above as u32);
            continue;
        }
        // "accused Oslo of stalling and said": nor a second gerund.
        let gerund = syntax.words[first].xpos == "VBG"
            && related(first, "mark", &words, syntax).any(|w| w < first && syntax.words[w].xpos == "IN");
        if syntax.words[verb].deprel != "conj"
            || !(gerund || is_infinitive(first, &words, syntax))
            || !is_finite(verb, first, &words, syntax)
            || related(verb, "nsubj", &words, syntax).next().is_some()
        {
            continue;
        }
        let above = std::iter::successors(Some(first), |&w| head_of(w, &words, syntax))
            .take(8)
            .filter(|&w| w != first)
            .find(|&w| syntax.words[w].upos == "VERB" && !is_infinitive(w, &words, syntax));
        if let Some(above) = above.filter(|&a| a < first) {
            syntax.words[verb].head = Some(above as u32);
        }
    }
}

/// Whether "to" stands before the verb as its mark.
fn is_infinitive(verb: usize, words: &Range<usize>, syntax: &Syntax) -> bool {
    syntax.words[verb].xpos == "VB"
        && related(verb, "mark", words, syntax).any(|w| w < verb && syntax.words[w].xpos == "TO")
}

/// Whether the verb is finite by its tag or by a helping verb of its own behind word `after`.
fn is_finite(verb: usize, after: usize, words: &Range<usize>, syntax: &Syntax) -> bool {
    let finite = |w: usize| matches!(syntax.words[w].xpos, "VBD" | "VBZ" | "VBP" | "MD");
    syntax.words[verb].upos == "VERB"
        && (finite(verb) || related(verb, "aux", words, syntax).any(|w| w > after && finite(w)))
}

/// "called *off* a trip", read as "off a trip": a word that is tagged as a particle directly behind a verb without an object is
/// the verb's, and what it was put before is the object.
fn particles(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for particle in words.clone().skip(1) {
        let word = &syntax.words[particle];
        let verb = particle - 1;
        if word.xpos != "RP" || word.deprel != "case" || syntax.words[verb].upos != "VERB" {
            continue;
        }
        let Some(noun) = head_of(particle, &words, syntax).filter(|&n| n > particle) else { continue };
        let fits = syntax.words[noun].deprel == "obl"
            && head_of(noun, &words, syntax) == Some(verb)
            && related(verb, "obj", &words, syntax).next().is_none();
        if fits {
            syntax.words[noun].deprel = "obj";
            syntax.words[particle].head = Some(verb as u32);
            syntax.words[particle].deprel = "compound:prt";
        }
    }
}

/// "Envoys have launched an inquiry into the raid.", "The court charged a man with selling arms.": what stands directly
/// behind a verb is its object, not the subject of the infinitive or gerund behind it, and does not take the verb's own
/// subject and helpers; a tensed verb with its subject is no object but a clause.
fn objects(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    let verb = |w: usize, syntax: &Syntax| syntax.words[w].upos == "VERB";
    for word in words.clone() {
        let Some(head) = head_of(word, &words, syntax) else { continue };
        let relation = syntax.words[word].deprel;
        if verb(word, syntax) && matches!(relation, "obj" | "obl") && verb(head, syntax) {
            let tensed = matches!(syntax.words[word].xpos, "VBD" | "VBZ" | "VBN" | "VBP");
            if tensed && head < word && related(word, "nsubj", &words, syntax).any(|s| s > head && s < word) {
                syntax.words[word].deprel = "ccomp";
            }
            continue;
        }
        if syntax.words[word].upos == "NOUN"
            && matches!(relation, "nsubj" | "obj")
            && verb(head, syntax)
            && head < word
            && related(word, "cop", &words, syntax).next().is_none()
        {
            let own = |w: &usize, syntax: &Syntax| {
                *w < head && matches!(syntax.words[*w].deprel, "nsubj" | "nsubj:pass" | "aux")
            };
            let moved: Vec<usize> = children(word, &words, syntax).filter(|w| own(w, syntax)).collect();
            let doer = moved.iter().any(|&w| syntax.words[w].deprel != "aux");
            if doer && !related(head, "nsubj", &words, syntax).any(|w| w < head) {
                for w in moved {
                    syntax.words[w].head = Some(head as u32);
                }
                syntax.words[word].deprel = "obj";
            }
            continue;
        }
        // "summoned the envoy to complain", "charged a man with selling"
        let governed = |mark: usize, xpos: &str| {
            let mark = &syntax.words[mark];
            xpos == "VB" && mark.xpos == "TO"
                || xpos == "VBG" && matches!(&*mark.lemma, "of" | "with" | "from" | "for")
                || mark.lemma == "as" && mark.deprel == "mark"
        };
        if relation.starts_with("nsubj") && word > head && nominal(syntax, word) {
            continue;
        }
        if relation.starts_with("nsubj") && nominal(syntax, head) {
            // The doer hangs on a noun behind its verb.
            let over = std::iter::successors(Some(head), |&w| head_of(w, &words, syntax)).take(8);
            let lone = |v: usize| related(v, "nsubj", &words, syntax).next().is_none();
            let doing = over.skip(1).find(|&v| verb(v, syntax));
            let cop = related(head, "cop", &words, syntax).next().is_some();
            if let Some(v) = doing.filter(|&v| word < v && v < head && lone(v) && !cop) {
                syntax.words[word].head = Some(v as u32);
            }
            continue;
        }
        if relation.starts_with("nsubj") && word < head {
            let xpos = syntax.words[head].xpos;
            let marked = children(head, &words, syntax).any(|w| w > word && w < head && governed(w, xpos));
            let first = children(word, &words, syntax).chain([word]).min().unwrap_or(word);
            let Some(above) = first.checked_sub(1).filter(|w| words.contains(w) && verb(*w, syntax)) else {
                continue;
            };
            let over = head_of(head, &words, syntax) == Some(above);
            let free = related(above, "obj", &words, syntax).next().is_none();
            if marked && over && free {
                syntax.words[word].head = Some(above as u32);
                syntax.words[word].deprel = "obj";
                if syntax.words[head].deprel == "conj" {
                    syntax.words[head].deprel = "advcl";
                }
            }
        }
    }
}

/// How far from a word what hangs below it is looked for: a parse reaches no further than a window of the encoder does, which
/// has fewer words.
const REACH: usize = 512;

/// The words of a sentence that hang directly below `head`, in order.
fn children<'a>(
    head: usize,
    words: &Range<usize>,
    syntax: &'a Syntax,
) -> impl Iterator<Item = usize> + use<'a> {
    let near = words.start.max(head.saturating_sub(REACH))..words.end.min(head + REACH);
    near.filter(move |&w| syntax.words[w].head == Some(head as u32))
}

/// The words of a sentence that hang directly below `head` by `relation`, in order.
fn related<'a>(
    head: usize,
    relation: &'a str,
    words: &Range<usize>,
    syntax: &'a Syntax,
) -> impl Iterator<Item = usize> + use<'a> {
    children(head, words, syntax).filter(move |&w| syntax.words[w].deprel == relation)
}

/// The head of `word`, if it is a word of the sentence.
fn head_of(word: usize, words: &Range<usize>, syntax: &Syntax) -> Option<usize> {
    syntax.words[word].head.map(|h| h as usize).filter(|h| words.contains(h))
}

/// Whether `word` is `top` or hangs below it; `most` is the length of their sentence.
fn below(syntax: &Syntax, word: usize, top: usize, most: usize) -> bool {
    std::iter::successors(Some(word), |&w| syntax.words[w].head.map(|h| h as usize))
        .take(most + 1)
        .any(|w| w == top)
}

/// "They will hold talks on the guarantees demanded by Oslo.": a participle without a helping verb, but with its doer, that
/// the parse makes the head over the finite clause before it, belongs to the noun before it.
fn reduced(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        if syntax.words[verb].xpos != "VBN" || !has_doer_alone(verb, &words, syntax) {
            continue;
        }
        let Some(noun) = described(verb, words.start, syntax) else { continue };
        let (head, deprel) = (syntax.words[verb].head, syntax.words[verb].deprel);
        if !matches!(deprel, "advcl" | "parataxis" | "conj") {
            let clause = related(verb, "ccomp", &words, syntax).find(|&w| syntax.words[w].upos == "VERB");
            let Some(clause) = clause.filter(|&c| c < noun) else { continue };
            for w in children(verb, &words, syntax).collect::<Vec<_>>() {
                // What ends or introduces the sentence is its head's.
                if w != clause && (w < noun || syntax.words[w].upos == "PUNCT") {
                    syntax.words[w].head = Some(clause as u32);
                }
            }
            syntax.words[clause].head = head;
            syntax.words[clause].deprel = deprel;
        }
        syntax.words[verb].head = Some(noun as u32);
        syntax.words[verb].deprel = "acl";
    }
}

/// The noun that stands before `verb`, with quotation marks at most between them.
fn described(verb: usize, start: usize, syntax: &Syntax) -> Option<usize> {
    let quote = |w: usize| matches!(syntax.words[w].xpos, "``" | "''");
    let noun = (start..verb).rev().find(|&w| !quote(w))?;
    matches!(syntax.words[noun].upos, "NOUN" | "PROPN").then_some(noun)
}

/// Whether the participle `verb` has a doer ("by Lima") and neither subject nor helping verb.
fn has_doer_alone(verb: usize, words: &Range<usize>, syntax: &Syntax) -> bool {
    let any = |relation: &str| children(verb, words, syntax).any(|w| syntax.words[w].deprel == relation);
    let helped = children(verb, words, syntax).any(|w| syntax.words[w].upos == "AUX");
    any("obl:agent") && !helped && !any("nsubj") && !any("nsubj:pass")
}

/// "Ann Berg, spokeswoman for the council": a phrase below a noun that is no predicate is the noun's own, not an adjunct.
fn adjuncts(sentence: WordRange, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        if syntax.words[word].deprel != "obl" {
            continue;
        }
        let Some(noun) = head_of(word, &words, syntax) else { continue };
        let predicate = related(noun, "cop", &words, syntax).next().is_some();
        let mere = matches!(syntax.words[noun].upos, "NOUN" | "PROPN") && noun < word && !predicate;
        if mere {
            syntax.words[word].deprel = "nmod";
        }
    }
}

/// "spoke by telephone with both governments": what follows a bare means of speaking is the verb's.
fn instruments(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for word in words.clone() {
        let Some(noun) = head_of(word, &words, syntax).filter(|&n| n < word) else { continue };
        let means = lexicon.meeting.is("remote-word", &syntax.words[noun].lemma);
        if !means || syntax.words[word].deprel != "nmod" || syntax.words[noun].deprel != "obl" {
            continue;
        }
        let bare = children(noun, &words, syntax).all(|w| w > noun || syntax.words[w].lemma == "by");
        if let Some(verb) = head_of(noun, &words, syntax).filter(|_| bare) {
            syntax.words[word].head = Some(verb as u32);
            syntax.words[word].deprel = "obl";
        }
    }
}

/// Gives forms of known verbs and plurals of known nouns their lemmas ("froze": "freeze").
///
/// A lemma that is known itself stays: "found" is of "find" or of "found" as the tagger says.
fn lemma(form: &str, word: usize, lexicon: &Lexicon, syntax: &mut Syntax) {
    let tagged = &mut syntax.words[word];
    let lemma = match tagged.xpos {
        "VBD" | "VBN" | "VBG" | "VBZ" | "VB" | "VBP" if !lexicon.lemmas.is_verb(&tagged.lemma) => {
            lexicon.lemmas.verb(form)
        }
        // "lent" is of no other verb, whatever the tagger takes it for.
        "VBD" | "VBN" => lexicon.lemmas.verb(form).filter(|&l| lexicon.lemmas.is_past(l, form)),
        "NNS" => lexicon.lemmas.noun(form),
        _ => None,
    };
    if let Some(lemma) = lemma.filter(|l| *l != tagged.lemma) {
        tagged.lemma = lemma.to_owned();
    }
}

/// "has agreed" is a participle and "agreed" alone a past, never an infinitive or a present.
fn tag(form: &str, word: usize, lexicon: &Lexicon, syntax: &mut Syntax) {
    let tagged = &syntax.words[word];
    // "foreseen" is no gerund.
    if tagged.xpos == "VBG" && !form.ends_with("ing") && lexicon.lemmas.verb(form).is_some_and(|l| l != form)
    {
        syntax.words[word].xpos = "VBN";
        return;
    }
    let regular = form.ends_with("ed");
    // "met", "held": no other form of a verb, unless they are verbs themselves ("found", "felt").
    let irregular = matches!(tagged.xpos, "VB" | "VBP")
        && !form.ends_with("ing")
        && !form.ends_with('s')
        && !lexicon.lemmas.is_verb(form);
    let past = (regular || irregular) && lexicon.lemmas.verb(form).is_some_and(|l| l != form);
    if !past || !matches!(tagged.xpos, "VB" | "VBZ" | "VBP" | "MD" | "CD" | "RB" | "IN" | "DT") {
        return;
    }
    let before = (0..word).rev().find(|&w| !matches!(syntax.words[w].upos, "ADV" | "PART"));
    let helped = before.is_some_and(|w| {
        syntax.words[w].upos == "AUX" || matches!(syntax.words[w].lemma.as_str(), "have" | "be")
    });
    syntax.words[word].upos = "VERB";
    syntax.words[word].xpos = if helped { "VBN" } else { "VBD" };
}

/// "Lima put its army on alert": a form that is present and past alike is a past where one alone is its subject, who would
/// have "puts" in the present; after "demanded that" it stays what should be done.
fn invariable(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let word = &syntax.words[verb];
        let bare = word.upos == "VERB" && matches!(word.xpos, "VB" | "VBP");
        if !bare
            || !lexicon.lemmas.is_invariable(&word.lemma)
            || !matches!(word.deprel, "root" | "conj" | "parataxis")
        {
            continue;
        }
        let one = |w: usize| matches!(syntax.words[w].xpos, "NNP" | "NN");
        let alone = related(verb, "nsubj", &words, syntax)
            .any(|s| s < verb && one(s) && related(s, "conj", &words, syntax).next().is_none());
        let helped = children(verb, &words, syntax).any(|c| {
            syntax.words[c].upos == "AUX" || matches!(syntax.words[c].deprel, "mark" | "aux") && c < verb
        });
        if alone && !helped {
            syntax.words[verb].xpos = "VBD";
        }
    }
}

/// Verbs that help others.
const AUXILIARIES: &[&str] =
    &["be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "get"];

/// A full verb or a noun is none of the small words, whatever its universal tag says; a name by one tag is a name, unless it is
/// a title or a word for those who act ("Minister", "Army").
fn class(form: &str, word: usize, lexicon: &Lexicon, syntax: &mut Syntax) {
    let common = || {
        let lemma = syntax.words[word].lemma.to_lowercase();
        let title = |w: &str| lexicon.roles.title(w).is_some() || lexicon.roles.noun(w).is_some();
        title(form)
            || title(&lemma)
            || lexicon.plover.is("agent", &lemma)
            || lexicon.meeting.is("noun", &lemma)
    };
    let named = syntax.words[word].upos == "NOUN" && syntax.words[word].xpos == "NNP" && !common();
    let tagged = &mut syntax.words[word];
    let small = matches!(
        tagged.upos,
        "PART" | "ADP" | "PRON" | "NUM" | "X" | "ADV" | "SCONJ" | "CCONJ" | "DET" | "INTJ" | "SYM" | "PUNCT"
    );
    let full = tagged.upos == "AUX" && !AUXILIARIES.contains(&tagged.lemma.as_str());
    match tagged.xpos {
        "VBD" | "VBN" | "VBZ" | "VBP" | "VB" if small || full => tagged.upos = "VERB",
        "NN" | "NNS" if small => tagged.upos = "NOUN",
        "NNP" | "NNPS" if small || named => tagged.upos = "PROPN",
        _ => {}
    }
}

/// Makes a participle that qualifies the noun behind it, "met with visiting Premier Berg", a modifier of that noun.
fn attributes(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    for participle in sentence.range().skip(1) {
        let word = &syntax.words[participle];
        if word.xpos != "VBG" || !lexicon.meeting.is("attribute", &word.lemma) {
            continue;
        }
        let before = syntax.words[participle - 1].clone();
        let opens = before.upos == "DET" || lexicon.meeting.is("before-attribute", &before.lemma);
        let words = sentence.range();
        let object =
            related(participle, "obj", &words, syntax).find(|&w| w > participle && nominal(syntax, w));
        let Some(noun) = object.filter(|_| opens && word.head.is_some()) else { continue };
        let (head, relation) = (word.head, word.deprel);
        for w in children(participle, &words, syntax).collect::<Vec<_>>() {
            syntax.words[w].head = Some(noun as u32);
            if syntax.words[w].deprel == "mark" {
                syntax.words[w].deprel = "case";
            }
        }
        syntax.words[noun].head = head;
        syntax.words[noun].deprel = match (before.upos, relation) {
            ("VERB", _) => "obj",
            (_, "advcl" | "xcomp" | "ccomp") => "obl",
            (_, relation) => relation,
        };
        let word = &mut syntax.words[participle];
        (word.head, word.deprel) = (Some(noun as u32), "amod");
        (word.upos, word.xpos) = ("ADJ", "JJ");
    }
}

/// Relations that no finite verb has.
const NOT_FINITE: &[&str] =
    &["amod", "case", "compound", "cop", "nmod", "det", "flat", "nummod", "advmod", "mark", "obj"];

/// Makes finite verbs that the parse hangs below a noun the heads of their clauses.
fn clauses(sentence: WordRange, lexicon: &Lexicon, syntax: &mut Syntax) {
    let words = sentence.range();
    for verb in words.clone() {
        let word = &syntax.words[verb];
        let Some(noun) = head_of(verb, &words, syntax) else { continue };
        if word.upos == "AUX" || word.lemma == "be" {
            continue;
        }
        let relation = word.deprel;
        if word.xpos == "VB"
            && matches!(relation, "acl" | "parataxis")
            && headline(syntax, lexicon, noun, verb, words.clone())
        {
            subject(syntax, noun, verb, words.clone());
            if matches!(syntax.words[verb].deprel, "appos" | "conj") {
                syntax.words[verb].deprel = "parataxis";
            }
            continue;
        }
        let aux = helper(syntax, verb, words.start);
        let finite = word.xpos == "VBD" || word.xpos == "VBN" && aux.is_some();
        let acts = || {
            // "The minister conferred with Lima", "The minister met Berg": no passive.
            let object = related(verb, "obj", &words, syntax).next().is_some();
            let patterns = lexicon.plover.verb(&syntax.words[verb].lemma);
            let intransitive = !patterns.is_empty() && patterns.iter().all(|e| !e.target.contains(&"o"));
            let alone = !words.clone().any(|w| matches!(syntax.words[w].xpos, "VBD" | "VBZ" | "VBP" | "MD"));
            syntax.words[noun].head.is_none() && alone && (object || intransitive)
        };
        let finite = finite || word.xpos == "VBN" && relation == "acl" && acts();
        // "The two sides last held talks": with a subject of its own it is no participle before a noun.
        let subject_before = || related(verb, "nsubj", &words, syntax).any(|s| s < verb);
        let finite = finite || word.xpos == "VBN" && relation == "compound" && subject_before();
        if finite && relation == "acl" && noun < verb && nominal(syntax, noun) && clausal(syntax, noun) {
            subject(syntax, noun, verb, words.clone());
        } else if NOT_FINITE.contains(&relation) && nominal(syntax, noun) {
            let bare = matches!(word.xpos, "VBN" | "VBD") && matches!(relation, "amod" | "case" | "compound");
            // "is massing troops": an auxiliary directly before it makes it a verb, the noun its object.
            let aux = aux.or_else(|| going(syntax, noun, verb, words.start));
            if finite && (word.xpos == "VBN" || relation != "obj")
                || word.xpos == "VBG" && relation == "amod" && aux.is_some()
                || bare && verbless(syntax, verb, words.clone())
            {
                lift(syntax, noun, verb, words.clone());
                if let Some(aux) = aux {
                    syntax.words[aux].head = Some(verb as u32);
                    syntax.words[aux].deprel = "aux";
                }
            }
        }
    }
}

/// Whether the sentence is a headline about what is to come, "Oslo to send envoys": its noun has nothing but the
/// infinitive, and no verb is finite.
fn headline(syntax: &Syntax, lexicon: &Lexicon, noun: usize, verb: usize, words: Range<usize>) -> bool {
    let finite = |w: usize| matches!(syntax.words[w].xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let child = |w: usize, relations: &[&str]| {
        children(w, &words, syntax).any(|c| c < w && relations.contains(&syntax.words[c].deprel))
    };
    // "NATO envoys to meet": a telegram's many without an article.
    let many = syntax.words[noun].xpos == "NNS"
        && (child(noun, &["compound", "amod", "nmod:poss"])
            || related(noun, "nmod", &words, syntax).any(|c| c < verb))
        && !child(noun, &["det", "nummod"]);
    let word = &syntax.words[noun];
    // "UN chief to send envoy"
    let named = |c: usize| syntax.words[c].upos == "PROPN" && syntax.words[c].deprel == "compound";
    let titled = word.xpos == "NN"
        && lexicon.roles.title(&word.lemma).is_some_and(|t| t.acts)
        && children(noun, &words, syntax).any(|c| c < noun && named(c))
        && !child(noun, &["det"]);
    // "Oslo to send envoys, its minister said": what is said before the speaker.
    let teller = word.head.map(|h| h as usize).filter(|&h| {
        word.deprel == "ccomp"
            && h > verb
            && words.contains(&h)
            && syntax.words[verb + 1..h].iter().any(|w| w.lemma == ",")
    });
    // "Berg called the king; Ruiz to visit Lima": a line of its own behind a semicolon.
    let first = children(noun, &words, syntax).filter(|&w| w < noun).min().unwrap_or(noun);
    let spliced = matches!(word.deprel, "appos" | "parataxis" | "conj")
        && first > words.start
        && syntax.words[first - 1].lemma == ";";
    let named =
        (word.upos == "PROPN" || many || titled) && (word.head.is_none() || teller.is_some() || spliced);
    // What is finite within a condition behind it is no verb of the line.
    let finite = |w: usize| {
        let supposed =
            |m: usize| matches!(syntax.words[m].lemma.as_str(), "if" | "unless" | "once" | "until");
        let bound = |v: usize| related(v, "mark", &words, syntax).any(supposed);
        let clause =
            if syntax.words[w].upos == "AUX" { syntax.words[w].head.map_or(w, |h| h as usize) } else { w };
        finite(w) && !(w > verb && words.contains(&clause) && bound(clause)) && !(spliced && w < noun)
    };
    let words = words.start..teller.unwrap_or(words.end);
    let marked = children(verb, &words, syntax).any(|w| syntax.words[w].xpos == "TO" && w + 1 == verb);
    named && noun < verb && marked && !words.into_iter().any(finite)
}

fn nominal(syntax: &Syntax, word: usize) -> bool {
    matches!(syntax.words[word].upos, "NOUN" | "PROPN" | "PRON")
}

/// The form of "be" directly before the gerund `verb` that the parse takes for the copula of `noun`.
fn going(syntax: &Syntax, noun: usize, verb: usize, start: usize) -> Option<usize> {
    let be = verb.checked_sub(1).filter(|&w| w >= start && verb < noun)?;
    let word = &syntax.words[be];
    (word.lemma == "be" && word.head == Some(noun as u32) && syntax.words[verb].xpos == "VBG").then_some(be)
}

/// The form of "have" before a participle.
fn helper(syntax: &Syntax, verb: usize, start: usize) -> Option<usize> {
    let before = (start..verb).rev().find(|&w| !matches!(syntax.words[w].upos, "ADV" | "PART"))?;
    (syntax.words[before].lemma == "have").then_some(before)
}

/// Whether the sentence is a mere noun to the parse, though `verb` stands after a noun in it as a finite verb would:
/// "A, B and C imposed sanctions".
fn verbless(syntax: &Syntax, verb: usize, words: Range<usize>) -> bool {
    let finite = |w: usize| matches!(syntax.words[w].xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let Some(root) = words.clone().find(|&w| syntax.words[w].head.is_none()) else { return false };
    verb > words.start
        && matches!(syntax.words[root].upos, "NOUN" | "PROPN")
        && matches!(syntax.words[verb - 1].upos, "NOUN" | "PROPN")
        && !words.into_iter().any(|w| w != verb && finite(w))
}

/// Makes `verb`, which hangs below its object `noun`, the head of the clause that the noun heads or belongs to.
fn lift(syntax: &mut Syntax, noun: usize, verb: usize, words: Range<usize>) {
    let above = |syntax: &Syntax, w: usize| syntax.words[w].head.map(|h| h as usize);
    if noun < verb {
        if clausal(syntax, noun) {
            subject(syntax, noun, verb, words);
        }
        return;
    }
    match above(syntax, noun).filter(|&h| h < verb && words.contains(&h) && nominal(syntax, h)) {
        Some(mut top) => {
            let inner = ["flat", "compound", "nmod", "nmod:desc", "amod", "appos", "conj"];
            while let Some(h) = above(syntax, top)
                && h < verb
                && words.contains(&h)
                && inner.contains(&syntax.words[top].deprel)
                && nominal(syntax, h)
            {
                top = h;
            }
            syntax.words[noun].head = Some(verb as u32);
            syntax.words[noun].deprel = "obj";
            subject(syntax, top, verb, words);
        }
        None => {
            let (head, deprel) = (syntax.words[noun].head, syntax.words[noun].deprel);
            syntax.words[verb].head = head;
            syntax.words[verb].deprel = deprel;
            syntax.words[noun].head = Some(verb as u32);
            syntax.words[noun].deprel = "obj";
            let before = words.start..verb;
            let doer = before.rev().find(|&w| above(syntax, w) == Some(noun) && nominal(syntax, w));
            if let Some(doer) = doer {
                syntax.words[doer].deprel = "nsubj";
                for w in words.start..=doer {
                    if above(syntax, w) == Some(noun) {
                        syntax.words[w].head = Some(if w == doer { verb } else { doer } as u32);
                    }
                }
            }
        }
    }
    syntax.words[verb].upos = "VERB";
    if syntax.words[verb].xpos == "VBN" && helper(syntax, verb, 0).is_none() {
        syntax.words[verb].xpos = "VBD";
    }
}

/// Whether the noun stands where a clause would: as root or as the complement or addition of a verb.
fn clausal(syntax: &Syntax, noun: usize) -> bool {
    let word = &syntax.words[noun];
    matches!(word.deprel, "root" | "ccomp" | "parataxis" | "advcl") || word.head.is_none()
}

/// Makes `verb` the head of the clause that `noun` headed, and `noun` its subject.
fn subject(syntax: &mut Syntax, noun: usize, verb: usize, words: Range<usize>) {
    let (head, deprel) = (syntax.words[noun].head, syntax.words[noun].deprel);
    syntax.words[verb].head = head;
    syntax.words[verb].deprel = deprel;
    syntax.words[noun].head = Some(verb as u32);
    syntax.words[noun].deprel = "nsubj";
    for w in children(noun, &words, syntax).collect::<Vec<_>>() {
        // What follows the verb, and what introduces or ends the clause, is the verb's.
        let moved = w > verb || matches!(syntax.words[w].deprel, "mark" | "advmod" | "cc");
        if w != verb && moved {
            syntax.words[w].head = Some(verb as u32);
        }
    }
    // "Berg met Lima": the name behind the verb was read as more of the name before it.
    let object = related(verb, "obj", &words, syntax).next();
    let more = children(verb, &words, syntax).find(|&w| {
        let plain = matches!(syntax.words[w].deprel, "flat" | "appos" | "compound");
        w > verb && plain && nominal(syntax, w) && related(w, "case", &words, syntax).next().is_none()
    });
    if let Some(more) = more.filter(|_| object.is_none()) {
        syntax.words[more].deprel = "obj";
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_conditions;
