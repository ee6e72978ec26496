//! "The bridge was hit on Friday, declared the minister of Defence Ana Ruiz.": a clause, a comma, a verb of saying and its
//! subject up to the end of the sentence. Parsers hang such a verb anywhere where the clause before is badly built.

use super::Draft;
use super::clause::{is_punctuation, trim};
use super::quoted::in_quote;
use crate::View;
use crate::actors::phrase::{head_of, title_at};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::Frame;

/// The most words of the subject behind the verb.
const LONGEST: usize = 16;

/// Whether the words hold a finite verb.
fn is_finite(view: &View, words: WordRange) -> bool {
    words.range().any(|i| matches!(view.word(i).xpos, "VBD" | "VBZ" | "VBP" | "MD"))
}

/// Whether a draft of the same verb holds only the beginning of what is said.
fn cut_short(draft: &Draft, whole: &Draft) -> bool {
    let ([part], [all]) = (&draft.content[..], &whole.content[..]) else { return false };
    part.start == all.start && part.end < all.end
}

/// "The talks have failed, an envoy of the bloc said.": a clause, a comma, and at the end of the sentence a subject and its
/// verb of saying.
fn last_word(view: &View, lexicon: &Lexicon, sentence: WordRange) -> Option<Draft> {
    let verb = sentence.range().rev().find(|&i| !is_punctuation(view, i))?;
    let cue = (view.word(verb).upos == "VERB").then(|| lexicon.cues.verb(view.form(verb)))??;
    let stance = cue.takes(Frame::Quotation)?;
    // A form in "-ed" may be taken for a participle, where nothing makes it one.
    let told = match view.word(verb).xpos {
        "VBD" | "VBP" | "VBZ" => true,
        "VBN" => {
            view.child(verb, "aux").is_none() && view.child(verb, "nsubj").is_some_and(|s| s + 1 == verb)
        }
        _ => false,
    };
    if !told || in_quote(view, verb) {
        return None;
    }
    let begin = sentence.start as usize;
    // The subject's own commas set off its name or office: "its envoy, Ana Ruiz, said".
    let closing = verb.checked_sub(1).filter(|&c| view.form(c) == ",");
    let commas = (begin + 1..verb.saturating_sub(1)).rev().filter(|&i| view.form(i) == ",");
    let comma = commas.into_iter().nth(usize::from(closing.is_some()))?;
    let source = trim(view, WordRange::new(comma + 1, verb));
    let said = trim(view, WordRange::new(begin, comma));
    let plain = source.range().all(|i| !matches!(view.word(i).upos, "VERB" | "AUX" | "SCONJ" | "CCONJ"));
    let named = source.range().any(|i| view.word(i).upos == "PROPN" || title_at(view, lexicon, i).is_some());
    // "aid workers say", "its air force disclosed"
    let head = verb - 1;
    let bare_plural = view.word(head).xpos == "NNS" && source.range().all(|i| view.word(i).upos != "DET");
    let owned = source.range().any(|i| view.word(i).deprel == "nmod:poss" || view.word(i).xpos == "PRP$");
    let named = named || view.word(head).upos == "NOUN" && source.len() <= 6 && (bare_plural || owned);
    let finite = is_finite(view, said);
    let clause = said.range().any(|i| view.word(i).relation() == "nsubj");
    let bound = view.form(source.start as usize).eq_ignore_ascii_case("which");
    let quoted = (begin..verb).any(|i| in_quote(view, i));
    if source.is_empty()
        || source.len() > LONGEST
        || !plain
        || !named
        || !finite
        || !clause
        || bound
        || quoted
    {
        return None;
    }
    // "After the talks failed, the envoy said": only a clause that needs no other is what was said.
    let opens = (begin..comma).find(|&i| !is_punctuation(view, i))?;
    let lower = view.form(opens).to_lowercase();
    let bare = !matches!(view.word(opens).upos, "ADP" | "SCONJ" | "ADV" | "CCONJ")
        || matches!(lower.as_str(), "if" | "unless" | "in" | "on" | "at" | "for" | "no");
    let main = view.word(opens).relation() != "mark" || (opens..comma).any(|i| view.form(i) == ",");
    let cue = WordRange::new(verb, verb + 1);
    (bare && main).then(|| reported(view, said, (cue, verb), source, stance, "rule:last-word"))
}

/// The draft of a clause that a verb behind it reports; the cue with the verb that is its head.
fn reported(
    view: &View,
    said: WordRange,
    (cue, cue_head): (WordRange, usize),
    source: WordRange,
    stance: &'static str,
    rule: &'static str,
) -> Draft {
    Draft {
        source: Some(source),
        source_head: Some(head_of(view, source)),
        cue,
        cue_head,
        content: vec![said],
        content_head: None,
        stance: Some(stance),
        quotation: true,
        spoken: false,
        rule,
    }
}

/// How many words from `from` tell when, where or to whom: "on Wednesday", "at the briefing on Friday", "yesterday from Oslo".
fn aside_words(view: &View, from: usize, end: usize) -> usize {
    let nominal = |k: usize| k < end && matches!(view.word(k).upos, "NOUN" | "PROPN" | "NUM");
    let mut at = from;
    for _ in 0..3 {
        let day = at + usize::from(at < end && matches!(view.form(at), "this" | "late" | "last"));
        if day + 1 < end && (view.form(day).ends_with("day") || view.form(day) == "night") {
            at = day + 1;
        } else if at < end && view.word(at).upos == "ADP" && view.form(at) != "by" {
            let noun = (at + 1..end.min(at + 5)).find(|&k| nominal(k)).unwrap_or(end);
            let led = (at + 1..noun)
                .all(|k| matches!(view.word(k).upos, "DET" | "ADJ" | "PRON") || view.word(k).xpos == "PRP$");
            if !led || noun >= end {
                return 0;
            }
            at = noun + 1;
            while nominal(at) && view.word(at - 1).upos == view.word(at).upos {
                at += 1;
            }
        } else {
            break;
        }
    }
    at - from
}

/// "Elbonia, the minister warned, would answer.": a verb of saying with its subject between commas, put between a subject
/// and its verb. A parse may take the subject for who speaks, and the speaker for its apposition.
fn put_between(view: &View, lexicon: &Lexicon, sentence: WordRange, verb: usize) -> Option<Draft> {
    let cue = (view.word(verb).upos == "VERB").then(|| lexicon.cues.verb(view.form(verb)))??;
    let stance = cue.takes(Frame::Quotation)?;
    let (begin, end) = (sentence.start as usize, sentence.end as usize);
    let told = matches!(view.word(verb).xpos, "VBD" | "VBZ" | "VBP");
    if !told || in_quote(view, verb) || verb + 2 >= end || view.form(verb + 1) != "," {
        return None;
    }
    let comma = (begin + 1..verb).rev().take(12).find(|&i| view.form(i) == ",")?;
    let source = trim(view, WordRange::new(comma + 1, verb));
    // Another clause of the sentence may stand before.
    let from = (begin..comma)
        .rev()
        .find(|&i| matches!(view.form(i), ";" | ":" | "—" | "–"))
        .map_or(begin, |i| i + 1);
    let subject = trim(view, WordRange::new(from, comma));
    let nominal = |r: WordRange| {
        !r.is_empty()
            && r.range().all(|i| {
                matches!(view.word(i).upos, "NOUN" | "PROPN" | "PRON" | "DET" | "ADJ" | "NUM" | "ADP")
                    || view.form(i) == "'s"
                    || view.form(i) == "’s"
            })
    };
    let speaks = view.word(verb - 1).upos != "ADP"
        && source.range().any(|i| {
            view.word(i).upos == "PROPN"
                || title_at(view, lexicon, i).is_some()
                || matches!(view.form(i), "he" | "she" | "they" | "it")
        });
    let next = verb + 2;
    let goes_on = matches!(view.word(next).xpos, "MD" | "VBD" | "VBZ" | "VBP");
    let opens = view.word(subject.start as usize).upos == "ADP";
    let quoted = subject.range().any(|i| in_quote(view, i)) || in_quote(view, next);
    if !nominal(source) || !nominal(subject) || !speaks || !goes_on || opens || quoted || subject.len() > 10 {
        return None;
    }
    let stop = (next..end).find(|&i| matches!(view.form(i), ";" | "—")).unwrap_or(end);
    let rest = trim(view, WordRange::new(next, stop));
    let words = WordRange::new(verb, verb + 1);
    let mut d = reported(view, subject, (words, verb), source, stance, "rule:put-between");
    d.content = vec![subject, rest];
    Some(d)
}

/// Adds a draft for every such verb, in place of one that took the subject for what is said.
pub(super) fn add(view: &View, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let mut found: Vec<Draft> = Vec::new();
    for &sentence in &view.layout.sentences {
        found.extend(sentence.range().skip(4).filter_map(|i| draft(view, lexicon, sentence, i)));
        found.extend(last_word(view, lexicon, sentence));
        for i in sentence.range().skip(3) {
            let Some(new) = put_between(view, lexicon, sentence, i) else { continue };
            match drafts.binary_search_by_key(&i, |d| d.cue_head) {
                Ok(k) if drafts[k].source_head != new.source_head => drafts[k] = new,
                Ok(k) if drafts[k].content.iter().all(|r| r.end as usize <= i) => {
                    drafts[k].content = new.content
                }
                Ok(_) => {}
                Err(k) => drafts.insert(k, new),
            }
        }
    }
    for new in found {
        let same = drafts.binary_search_by_key(&new.cue_head, |d| d.cue_head);
        match same {
            Ok(k) => {
                let subject = |r: &WordRange| new.source.is_some_and(|s| s.overlaps(*r));
                // Nor does one of another sentence say it.
                let here = view.sentence(new.cue_head);
                let far = drafts[k].source_head.is_some_and(|s| !here.contains(s));
                if far || drafts[k].content.iter().all(subject) {
                    drafts[k] = new;
                } else if cut_short(&drafts[k], &new) {
                    drafts[k].content = new.content;
                }
            }
            Err(k) => drafts.insert(k, new),
        }
    }
}

/// "“We stay”, *commented for the radio* the minister of Elbonia", "“We stay”, *told the daily* the minister": the subject stands
/// behind whom or where it was said to.
pub(super) fn behind_aside(view: &View, lexicon: &Lexicon, draft: &mut Draft) {
    let verb = draft.cue_head;
    let Some(last) = draft.content.iter().map(|r| r.end as usize).max().filter(|&e| e > 0 && e <= verb)
    else {
        return;
    };
    let finite = matches!(view.word(verb).xpos, "VBD" | "VBZ" | "VBP" | "VBN");
    let says = lexicon.cues.verb(view.form(verb)).is_some_and(|c| c.takes(Frame::Quotation).is_some());
    if !finite || !says || !(last..verb).all(|i| is_punctuation(view, i)) || !in_quote(view, last - 1) {
        return;
    }
    let sentence = view.sentence(verb);
    let end = (verb + 1..sentence.end as usize)
        .find(|&i| is_punctuation(view, i) && !matches!(view.form(i), "-" | "'"))
        .unwrap_or(sentence.end as usize);
    let determined = |i: usize| i < end && view.word(i).upos == "DET";
    let name = |i: usize| matches!(view.word(i).upos, "NOUN" | "PROPN");
    let aside = aside_words(view, verb + 1, end);
    let from = if aside > 0 {
        // "to the agency *Sol* the minister"
        let at = verb + 1 + aside;
        let names = (at..end).take_while(|&i| view.word(i).upos == "PROPN").count();
        if determined(at + names) { at + names } else { at }
    } else if matches!(view.lemma(verb), "tell" | "inform" | "assure") && determined(verb + 1) {
        let Some(second) = (verb + 3..end).find(|&i| determined(i) && name(i - 1)) else { return };
        second
    } else {
        return;
    };
    let source = trim(view, WordRange::new(from, end.max(from)));
    let plain = source.range().all(|i| {
        matches!(view.word(i).upos, "PROPN" | "NOUN" | "ADJ" | "DET" | "ADP")
            || view.form(i).starts_with(['\'', '’', '-'])
    });
    let who = source.range().any(|i| view.word(i).upos == "PROPN" || title_at(view, lexicon, i).is_some());
    if source.is_empty() || source.len() > LONGEST || !plain || !who || view.word(from).upos == "ADP" {
        return;
    }
    draft.source = Some(source);
    draft.source_head = Some(head_of(view, source));
    draft.cue = WordRange::new(verb, verb + 1);
}

fn draft(view: &View, lexicon: &Lexicon, sentence: WordRange, verb: usize) -> Option<Draft> {
    // "..., informed sources of the palace": the participle may be taken for an adjective of the sources.
    let verbal = view.word(verb).upos == "VERB" || view.word(verb).xpos == "VBN";
    let cue = verbal.then(|| lexicon.cues.verb(view.form(verb)))??;
    let stance = cue.takes(Frame::Quotation)?;
    let helped = view.word(verb).xpos == "VBN" && matches!(view.form(verb - 1), "has" | "have");
    let first = if helped { verb - 1 } else { verb };
    let comma = first.checked_sub(1).filter(|&c| view.form(c) == ",")?;
    // A form in "-ed" may be taken for a participle; what follows must be its subject anyway.
    let told = matches!(view.word(verb).xpos, "VBD" | "VBN" | "VBZ" | "VBP");
    if !(helped || told) || in_quote(view, verb) || in_quote(view, comma) {
        return None;
    }
    let begin = sentence.start as usize;
    let said = trim(view, WordRange::new(begin, comma));
    let quoted = said.range().any(|i| in_quote(view, i));
    // A finite clause without a cue of its own stands before.
    let finite = is_finite(view, said);
    // A verb of saying there that has no clause of its own ("the sides agreed to meet") leaves the whole to the one behind.
    let cued = said.range().any(|i| {
        view.child(i, "ccomp").is_some_and(|c| c < verb)
            && lexicon.cues.verb(view.form(i)).is_some_and(|c| c.takes(Frame::Quotation).is_some())
    });
    if quoted || !finite || said.len() < 3 || view.child(verb, "nsubj").is_some_and(|s| s < verb) {
        return None;
    }
    // Nothing but the subject follows: a name or a title, with no verb.
    let end = sentence.end as usize;
    // "informed *on Wednesday* the minister"
    let timed = verb + 1 + aside_words(view, verb + 1, end);
    // "an official, *who did not want to be named*"
    let relative = (timed..end.saturating_sub(1))
        .find(|&i| view.form(i) == "," && matches!(view.form(i + 1), "who" | "which"));
    let source = trim(view, WordRange::new(timed, relative.unwrap_or(end)));
    let name = source.range().any(|i| view.word(i).upos == "PROPN");
    let titled = source.range().any(|i| title_at(view, lexicon, i).is_some());
    // "reported the press service of the head of state", "say sources in the palace"
    let informs = |i: usize| lexicon.commissives.is("informant", &view.form(i).to_lowercase());
    let determined = !source.is_empty() && view.word(source.start as usize).upos == "DET";
    let informant = source.range().any(informs) && (determined || view.word(timed).xpos == "NNS");
    let plain = source.range().all(|i| {
        matches!(view.word(i).upos, "PROPN" | "NOUN" | "ADJ" | "DET" | "ADP") && view.form(i) != "that"
            || is_punctuation(view, i) && (view.form(i) != "," || name && titled)
            || view.form(i) == "'s"
    });
    if source.is_empty()
        || source.len() > LONGEST
        || !(name || titled || informant)
        || !plain
        || cued && !(name && titled)
        || view.word(timed).upos == "ADP"
    {
        return None;
    }
    let cue = WordRange::new(first, verb + 1);
    Some(reported(view, said, (cue, verb), source, stance, "rule:inverted"))
}
