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

/// Adds a draft for every such verb, in place of one that took the subject for what is said.
pub(super) fn add(view: &View, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let mut found: Vec<Draft> = Vec::new();
    for &sentence in &view.layout.sentences {
        found.extend(sentence.range().skip(4).filter_map(|i| draft(view, lexicon, sentence, i)));
    }
    for new in found {
        let same = drafts.binary_search_by_key(&new.cue_head, |d| d.cue_head);
        match same {
            Ok(k) => {
                let subject = |r: &WordRange| new.source.is_some_and(|s| s.overlaps(*r));
                if drafts[k].content.iter().all(subject) {
                    drafts[k] = new;
                }
            }
            Err(k) => drafts.insert(k, new),
        }
    }
}

fn draft(view: &View, lexicon: &Lexicon, sentence: WordRange, verb: usize) -> Option<Draft> {
    let cue = (view.word(verb).upos == "VERB").then(|| lexicon.cues.verb(view.form(verb)))??;
    let stance = cue.takes(Frame::Quotation)?;
    let helped = view.word(verb).xpos == "VBN" && matches!(view.form(verb - 1), "has" | "have");
    let first = if helped { verb - 1 } else { verb };
    let comma = first.checked_sub(1).filter(|&c| view.form(c) == ",")?;
    if !(helped || view.word(verb).xpos == "VBD") || in_quote(view, verb) || in_quote(view, comma) {
        return None;
    }
    let begin = sentence.start as usize;
    let said = trim(view, WordRange::new(begin, comma));
    let quoted = said.range().any(|i| in_quote(view, i));
    // A finite clause without a cue of its own stands before.
    let finite = said.range().any(|i| matches!(view.word(i).xpos, "VBD" | "VBZ" | "VBP" | "MD"));
    let cued = said
        .range()
        .any(|i| lexicon.cues.verb(view.form(i)).is_some_and(|c| c.takes(Frame::Quotation).is_some()));
    if quoted || !finite || cued || said.len() < 3 || view.child(verb, "nsubj").is_some_and(|s| s < verb) {
        return None;
    }
    // Nothing but the subject follows: a name or a title, with no verb.
    let end = sentence.end as usize;
    let source = trim(view, WordRange::new(verb + 1, end));
    let name = source.range().any(|i| view.word(i).upos == "PROPN");
    let titled = source.range().any(|i| title_at(view, lexicon, i).is_some());
    let plain = source.range().all(|i| {
        matches!(view.word(i).upos, "PROPN" | "NOUN" | "ADJ" | "DET" | "ADP") && view.form(i) != "that"
            || is_punctuation(view, i) && view.form(i) != ","
            || view.form(i) == "'s"
    });
    if source.is_empty()
        || source.len() > LONGEST
        || !name
        || !titled
        || !plain
        || view.word(verb + 1).upos == "ADP"
    {
        return None;
    }
    Some(Draft {
        source: Some(source),
        source_head: Some(head_of(view, source)),
        cue: WordRange::new(first, verb + 1),
        cue_head: verb,
        content: vec![said],
        content_head: None,
        stance: Some(stance),
        quotation: true,
        spoken: false,
        rule: "rule:inverted",
    })
}
