//! Attributions of quotations: which words say who speaks.
//!
//! In order: a draft that syntax gave and that the quotation continues or completes; an attributing verb after or
//! before the quotation in its sentence; a lead-in that ends with a colon; the speaker of the quotation before in the
//! same paragraph, or of the paragraph before where this one begins with the quotation.

use super::clause::{first_of, is_punctuation, noun_phrase, quotes_over, subject, trim};
use super::{Draft, reported::cue_words};
use crate::View;
use crate::actors::phrase::title_at;
use crate::turns::turns;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::Frame;
use demarche_text::{Part, Quote};

/// How many words after a closing mark a speech verb may stand.
const REACH: usize = 25;

/// Adds quotations to `drafts`: extends those that hold a part of one, makes new ones for the others.
pub(super) fn attribute(view: &View, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    talk(view, lexicon, drafts);
    let mut last: Option<(usize, usize)> = None;
    for quote in view.layout.quotes.iter().filter(|q| q.depth == 0) {
        let words = view.words_in(quote.span);
        if words.is_empty() {
            continue;
        }
        let paragraph = paragraph_of(view, words.start as usize);
        let speech = is_speech(view, quote);
        let found = if speech {
            after(view, lexicon, words)
                .or_else(|| before(view, lexicon, words))
                .or_else(|| lead_in(view, lexicon, words, paragraph))
                .or_else(|| signature(view, words))
        } else {
            None
        };
        let holder = holder(view, drafts, words);
        // A cue of its own goes before one that reaches over from another paragraph.
        let reaching = holder.filter(|&k| paragraph_of(view, drafts[k].cue_head) != paragraph);
        let found = found.or_else(|| {
            reaching
                .and_then(|_| {
                    portrait(view, lexicon, words, paragraph)
                        .filter(|d| view.child(d.cue_head, "cop").is_some())
                })
                .filter(|_| speech)
        });
        let own = found.as_ref().is_some_and(|d| paragraph_of(view, d.cue_head) == paragraph);
        if let Some(k) = reaching.filter(|_| own && !quote.continues) {
            let kept = without(&drafts[k].content, words);
            if !kept.is_empty() {
                drafts[k].content = kept;
            }
        } else if let Some(k) = holder {
            if speech || is_open_ended(view, quote) {
                drafts[k].content = union(view, &drafts[k].content, words);
                if quote_is_most(&drafts[k], words) {
                    last = Some((k, paragraph));
                }
            }
            continue;
        }
        if !speech {
            continue;
        }
        if let Some(mut d) = found {
            if let Some(k) = drafts.iter().position(|x| x.cue_head == d.cue_head) {
                drafts[k].content = union(view, &drafts[k].content, d.content[0]);
                last = Some((k, paragraph));
                continue;
            }
            let cue = lexicon.cues.verb(view.form(d.cue_head));
            d.stance = cue.and_then(|c| c.takes(Frame::Quotation)).or(Some("asserts"));
            drafts.push(d);
            last = Some((drafts.len() - 1, paragraph));
            continue;
        }
        let goes_on = last.filter(|&(_, p)| {
            p == paragraph
                || quote.continues
                || p + 1 == paragraph && begins_paragraph(view, words, paragraph)
        });
        if let Some((k, _)) = goes_on {
            drafts[k].content.push(words);
            last = Some((k, paragraph));
        } else if let Some(k) = previous_statement(view, drafts, words, paragraph) {
            drafts[k].content.push(words);
            last = Some((k, paragraph));
        } else if let Some(d) = portrait(view, lexicon, words, paragraph) {
            drafts.push(Draft { stance: Some("asserts"), ..d });
            last = Some((drafts.len() - 1, paragraph));
        }
    }
    settle(view, drafts);
    apart(view, drafts);
    nested(view, lexicon, drafts);
}

/// "She said that they had paid. 'We have the receipts.'": what a clause reports and the quotations behind it, in sentences of
/// their own, are two statements of one speaker.
fn apart(view: &View, drafts: &mut Vec<Draft>) {
    let mut found = Vec::new();
    for d in drafts.iter_mut().filter(|d| !d.spoken) {
        let sentence = view.sentence(d.cue_head);
        // The quotation with which another sentence of the content begins.
        let quoted = |from: usize| {
            let at = view.layout.words[from].span.start;
            let k = view.layout.quotes.partition_point(|q| q.span.start < at);
            let opens = |q: &Quote| q.span.start == at && q.depth == 0 && is_speech(view, q);
            view.sentence(from).start as usize == from && view.layout.quotes.get(k).is_some_and(opens)
        };
        let mut own = Vec::new();
        let mut rest = Vec::new();
        for &r in &d.content {
            let cut = (r.start.max(sentence.end) as usize..r.end as usize).find(|&i| quoted(i));
            let begins = r.start >= sentence.end && quoted(r.start as usize);
            match cut {
                _ if begins => rest.push(r),
                Some(i) => {
                    own.push(trim(view, WordRange::new(r.start as usize, i)));
                    rest.push(WordRange::new(i, r.end as usize));
                }
                None => own.push(r),
            }
        }
        let here = |r: &WordRange| sentence.contains(r.start as usize) && r.end <= sentence.end;
        let plain = own.iter().all(|&r| quotes_over(view, r).next().is_none() && here(&r));
        let told = own.iter().any(|r| r.range().any(|i| matches!(view.word(i).upos, "VERB" | "AUX")));
        if plain && told && !rest.is_empty() && own.iter().all(|r| !r.is_empty()) {
            d.content = own;
            found.push(Draft { content: rest, content_head: None, quotation: true, ..d.clone() });
        }
    }
    drafts.extend(found);
    drafts.sort_by_key(|d| (d.cue_head, d.content.first().copied()));
}

/// A sentence of the same paragraph that shows a person right before a quotation without a cue: "The envoy was defiant.
/// 'We will not go.'"
fn portrait(view: &View, lexicon: &Lexicon, words: WordRange, paragraph: usize) -> Option<Draft> {
    let first = words.start as usize;
    let whole = view.sentence(first).start as usize == first;
    let before = first
        .checked_sub(1)
        .filter(|&i| whole && paragraph_of(view, i) == paragraph && !in_quote(view, i))?;
    let root = view.sentence(before).range().find(|&i| view.head(i).is_none())?;
    let person = view.child(root, "nsubj").filter(|&s| {
        let pronoun = matches!(view.form(s).to_lowercase().as_str(), "he" | "she");
        pronoun || title_at(view, lexicon, s).is_some() || view.word(s).xpos == "NNP"
    })?;
    let d = make(view, root, Some(person), words, "rule:portrait");
    (!in_quote(view, person) && !in_quote(view, root)).then_some(d)
}

/// Quotations within quotations that another than the speaker said there: "He answered: 'Never.'" What somebody would
/// say, or the speaker or anybody says, is a figure of speech.
fn nested(view: &View, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let mut cued: Vec<usize> = drafts.iter().map(|d| d.cue_head).collect();
    cued.sort_unstable();
    for quote in view.layout.quotes.iter().filter(|q| q.depth == 1 && is_speech(view, q)) {
        let words = view.words_in(quote.span);
        if words.is_empty() {
            continue;
        }
        let first = words.start as usize;
        let begin = view.sentence(first).start as usize;
        let cue = (begin..first).rev().take(REACH).find_map(|i| {
            let told = view.word(i).xpos == "VBD" && view.child(i, "aux").is_none();
            let known = told && view.word(i).upos == "VERB" && in_quote(view, i);
            let takes = lexicon.cues.verb(view.form(i)).filter(|_| known)?.takes(Frame::Quotation)?;
            let other =
                |s: usize| !matches!(view.form(s).to_lowercase().as_str(), "i" | "you" | "it" | "that");
            let source = subject(view, i).filter(|&s| !words.contains(s) && in_quote(view, s) && other(s))?;
            Some((i, source, takes))
        });
        let Some((verb, source, stance)) = cue.filter(|c| cued.binary_search(&c.0).is_err()) else {
            continue;
        };
        let mut d = make(view, verb, Some(source), words, "rule:nested-quote");
        d.stance = Some(stance);
        drafts.push(d);
    }
}

/// A quotation that stands beside its own cue belongs to no cue of another sentence that has one of its own:
/// "..., he said. "...," he added."
fn settle(view: &View, drafts: &mut [Draft]) {
    drafts.sort_by_key(|d| d.cue_head);
    let whole = |r: WordRange| quotes_over(view, r).any(|q| r.start <= q.words.start && q.words.end <= r.end);
    let beside = |d: &Draft, r: WordRange| {
        r.range().any(|i| view.sentence_index(i) == view.sentence_index(d.cue_head))
    };
    for k in 0..drafts.len() {
        let draft = &drafts[k];
        if draft.spoken || draft.content.len() < 2 || !draft.content.iter().any(|&r| beside(draft, r)) {
            continue;
        }
        let near = k.saturating_sub(6)..(k + 7).min(drafts.len());
        let taken = |r: WordRange| {
            let theirs = |d: &Draft| {
                d.quotation
                    && !d.spoken
                    && d.cue_head != draft.cue_head
                    && d.content.contains(&r)
                    && beside(d, r)
            };
            !beside(draft, r) && whole(r) && drafts[near.clone()].iter().any(theirs)
        };
        let kept: Vec<WordRange> = draft.content.iter().copied().filter(|&r| !taken(r)).collect();
        drafts[k].content = kept;
    }
}

/// Turns of an interview or transcript: "OKELLO: We will wait.", in quotation marks or not. What a chair says to greet,
/// thank or give the floor is no statement.
fn talk(view: &View, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let turns = turns(view);
    let mut label = vec![false; view.len()];
    for turn in &turns {
        label[turn.label.start as usize..=turn.colon].fill(true);
    }
    drafts.retain(|d| !label[d.cue_head] && !d.cue.range().any(|i| label[i]));
    for turn in
        turns.into_iter().filter(|t| t.part != Part::Chairs || !is_courtesy(view, lexicon, &t.content))
    {
        let colon = turn.colon;
        let name = turn.bracket.filter(|_| turn.part != Part::Named).unwrap_or(turn.label);
        let mut d = make(view, colon, None, turn.content[0], "rule:turn");
        d.source = Some(name);
        d.source_head = Some(name.end as usize - 1);
        d.cue = WordRange::new(colon, colon + 1);
        d.content = turn.content;
        d.stance = Some(if turn.part == Part::Asks { "asks" } else { "asserts" });
        d.spoken = true;
        drafts.push(d);
    }
}

/// Whether every sentence of a turn is one of courtesy or procedure: "Good morning.", "With us today is ...", "Next question."
pub(super) fn is_courtesy(view: &View, lexicon: &Lexicon, content: &[WordRange]) -> bool {
    let courteous = |words: WordRange| {
        let classed = |i: usize| lexicon.commissives.is("courtesy", &view.form(i).to_lowercase());
        let guest = |i: usize| {
            i + 1 < words.end as usize
                && matches!(view.form(i), "with" | "With" | "joining" | "Joining" | "by" | "join")
                && matches!(view.form(i + 1), "us" | "me")
        };
        words.len() <= 3 || words.range().any(|i| classed(i) || guest(i))
    };
    content.iter().all(|&c| {
        let mut at = c.start as usize;
        std::iter::from_fn(|| {
            (at < c.end as usize).then(|| {
                let end = view.sentence(at).end.min(c.end) as usize;
                let words = WordRange::new(at, end);
                at = end.max(at + 1);
                words
            })
        })
        .all(courteous)
    })
}

/// A name after a dash at the end of a quotation: "We will wait." — Maria Okello
fn signature(view: &View, words: WordRange) -> Option<Draft> {
    let dash = words.end as usize;
    let signed = dash + 1 < view.len() && matches!(view.form(dash), "―" | "—" | "–" | "--" | "-");
    let name = dash + 1;
    if !signed || !matches!(view.word(name).upos, "PROPN") || words.len() < 4 {
        return None;
    }
    let end = view.sentence(name).end as usize;
    let last = (name..end).take_while(|&i| view.word(i).upos == "PROPN" || view.form(i) == ".").last()?;
    let mut d = make(view, dash, Some(name), words, "rule:signature");
    d.source = Some(trim(view, WordRange::new(name, last + 1)));
    d.cue = WordRange::new(dash, dash + 1);
    Some(d)
}

/// `content` without the words of `cut`.
fn without(content: &[WordRange], cut: WordRange) -> Vec<WordRange> {
    let parts = content.iter().flat_map(|r| {
        let before = WordRange::new(r.start as usize, r.end.min(cut.start).max(r.start) as usize);
        let after = WordRange::new(r.start.max(cut.end).min(r.end) as usize, r.end as usize);
        [before, after]
    });
    parts.filter(|r| !r.is_empty()).collect()
}

pub(super) fn paragraph_of(view: &View, word: usize) -> usize {
    view.layout.paragraphs.partition_point(|p| p.words.end as usize <= word)
}

fn begins_paragraph(view: &View, words: WordRange, paragraph: usize) -> bool {
    view.layout.paragraphs.get(paragraph).is_some_and(|p| p.words.start == words.start)
}

/// Whether a quotation is speech rather than a quoted word or name: it has a verb, or is long, or ends as sentences do.
pub(super) fn is_speech(view: &View, quote: &Quote) -> bool {
    let inner = quote.words;
    let verb =
        inner.range().any(|i| matches!(view.word(i).upos, "VERB" | "AUX") && view.word(i).xpos != "VBG");
    let closed =
        inner.range().next_back().is_some_and(|i| matches!(view.form(i), "." | "," | "!" | "?" | "…"));
    inner.len() >= 5 && verb
        || closed && inner.len() >= 2
        || verb && inner.len() >= 3 && first_capital(view, inner)
}

fn first_capital(view: &View, words: WordRange) -> bool {
    words.range().next().is_some_and(|i| view.form(i).chars().next().is_some_and(char::is_uppercase))
}

/// Whether a quotation runs over several sentences.
fn is_open_ended(view: &View, quote: &Quote) -> bool {
    !quote.words.is_empty()
        && view.sentence_index(quote.words.start as usize)
            != view.sentence_index(quote.words.end as usize - 1)
}

/// The draft whose content shares words with the quotation and whose cue stands outside of it.
fn holder(view: &View, drafts: &[Draft], words: WordRange) -> Option<usize> {
    let near = |d: &Draft| {
        let s = view.sentence_index(d.cue_head);
        s + 12 >= view.sentence_index(words.start as usize)
    };
    let shared = |d: &Draft| -> u32 {
        d.content.iter().map(|r| r.end.min(words.end).saturating_sub(r.start.max(words.start))).sum()
    };
    drafts
        .iter()
        .enumerate()
        .filter(|(_, d)| !d.spoken && near(d) && !words.contains(d.cue_head) && shared(d) > 0)
        .max_by_key(|(k, d)| (shared(d), d.quotation, std::cmp::Reverse(*k)))
        .map(|(k, _)| k)
}

fn quote_is_most(draft: &Draft, words: WordRange) -> bool {
    let all: usize = draft.content.iter().map(|r| r.len()).sum();
    draft.quotation && words.len() * 2 > all
}

/// `content` with `words`, runs that touch or that punctuation parts joined, within a paragraph.
pub(super) fn union(view: &View, content: &[WordRange], words: WordRange) -> Vec<WordRange> {
    let mut all: Vec<WordRange> = content.to_vec();
    all.push(words);
    all.sort();
    let mut out: Vec<WordRange> = Vec::new();
    for r in all.into_iter().filter(|r| !r.is_empty()) {
        match out.last_mut() {
            Some(l) if r.start < l.end || r.start == l.end && same_paragraph(view, *l, r) => {
                l.end = l.end.max(r.end)
            }
            Some(l)
                if r.start > l.end
                    && (l.end as usize..r.start as usize).all(|i| is_punctuation(view, i))
                    && same_paragraph(view, *l, r) =>
            {
                l.end = l.end.max(r.end);
            }
            _ => out.push(r),
        }
    }
    out
}

fn same_paragraph(view: &View, a: WordRange, b: WordRange) -> bool {
    paragraph_of(view, a.end as usize - 1) == paragraph_of(view, b.start as usize)
}

pub(super) fn in_quote(view: &View, word: usize) -> bool {
    let at = view.layout.words[word].span;
    let end = view.layout.quotes.partition_point(|q| q.span.start <= at.start);
    view.layout.quotes[..end].iter().rev().take(6).any(|q| q.span.contains(at))
}

/// A speech verb with a source of its own, as the head of a draft.
fn speech(view: &View, lexicon: &Lexicon, verb: usize, words: WordRange) -> Option<(usize, Option<usize>)> {
    let known = matches!(view.word(verb).upos, "VERB" | "AUX") && !in_quote(view, verb);
    let cue = lexicon.cues.verb(view.form(verb)).filter(|_| known)?;
    cue.takes(Frame::Quotation)?;
    let source = subject(view, verb)
        .filter(|&s| !words.contains(s))
        .or_else(|| inverted(view, verb))
        .or_else(|| neighbour(view, verb))?;
    Some((verb, Some(source)))
}

/// The noun right after an inverted verb: "said Okello".
fn inverted(view: &View, verb: usize) -> Option<usize> {
    let next = verb + 1;
    let inside = next < view.sentence(verb).end as usize;
    (inside && matches!(view.word(next).upos, "PROPN" | "NOUN" | "PRON" | "DET" | "ADJ")).then(|| {
        let head = (next..view.sentence(verb).end as usize)
            .take_while(|&i| matches!(view.word(i).upos, "PROPN" | "NOUN" | "PRON" | "DET" | "ADJ"))
            .last()
            .unwrap_or(next);
        view.head(next).filter(|&h| h > next && h <= head).unwrap_or(head.min(next + 4))
    })
}

/// The noun right before the verb, where the parse gives no subject.
fn neighbour(view: &View, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1)?;
    matches!(view.word(before).upos, "PROPN" | "NOUN" | "PRON").then(|| {
        let above = view
            .head(before)
            .filter(|&h| h < before && before - h < 6 && view.word(before).relation() == "flat");
        above.unwrap_or(before)
    })
}

pub(super) fn make(
    view: &View,
    verb: usize,
    source: Option<usize>,
    words: WordRange,
    rule: &'static str,
) -> Draft {
    Draft {
        source: source
            .map(|s| noun_phrase(view, s))
            .filter(|r| !r.overlaps(words))
            .or(source.map(|s| WordRange::new(s, s + 1))),
        source_head: source,
        cue: cue_words(view, verb),
        cue_head: verb,
        content: vec![words],
        content_head: None,
        stance: None,
        quotation: true,
        spoken: false,
        rule,
    }
}

/// "...," the envoy said.
fn after(view: &View, lexicon: &Lexicon, words: WordRange) -> Option<Draft> {
    let last = words.end as usize - 1;
    let mut end = view.sentence(last).end as usize;
    // A sentence cut right after the closing mark leaves "he said." as a sentence of its own.
    if end == words.end as usize && end < view.len() {
        let next = view.sentence(end);
        let same_line = paragraph_of(view, end) == paragraph_of(view, last);
        let small = view.form(end).chars().next().is_some_and(char::is_lowercase);
        let comma = last > 0 && view.form(last - 1) == ",";
        if same_line && (small || comma) {
            end = next.end as usize;
        }
    }
    let zone = words.end as usize..end.min(words.end as usize + REACH);
    let opens = |i: usize| {
        view.layout.quotes.iter().any(|q| q.depth == 0 && q.span.start == view.layout.words[i].span.start)
    };
    for i in zone {
        if opens(i) {
            break;
        }
        if let Some((verb, source)) = speech(view, lexicon, i, words) {
            // A clause of its own after the verb is what that verb says ("..." He said that ...).
            if view.child(verb, "ccomp").is_some_and(|c| c > verb && !words.contains(c))
                && source.is_some_and(|s| s > verb)
            {
                continue;
            }
            let mut content = words;
            let first = words.start as usize;
            let begin = view.sentence(first).start as usize;
            let prelude = begin..first;
            let says = prelude.clone().any(|k| {
                lexicon.cues.verb(view.form(k)).is_some_and(|c| c.takes(Frame::Quotation).is_some())
            });
            let clausal = prelude.clone().any(|k| view.child(k, "nsubj").is_some());
            if !says && clausal && view.sentence_index(first) == view.sentence_index(last) {
                content.start =
                    prelude.clone().find(|&k| !is_punctuation(view, k) || in_quote(view, k)).unwrap_or(first)
                        as u32;
            }
            return Some(make(view, verb, source, content, "rule:quote-then-source"));
        }
    }
    None
}

/// The envoy said: "...".
fn before(view: &View, lexicon: &Lexicon, words: WordRange) -> Option<Draft> {
    let first = words.start as usize;
    let begin = view.sentence(first).start as usize;
    (begin..first).rev().take(REACH).find_map(|i| {
        let (verb, source) = speech(view, lexicon, i, words)?;
        Some(make(view, verb, source, words, "rule:source-then-quote"))
    })
}

/// A sentence that ends with a colon before the quotation, in the same paragraph or at the end of the one before.
fn lead_in(view: &View, lexicon: &Lexicon, words: WordRange, paragraph: usize) -> Option<Draft> {
    let first = words.start as usize;
    let begins = view.sentence(first).start as usize == first;
    let colon = first
        .checked_sub(1)
        .filter(|&c| begins && view.form(c) == ":" && paragraph_of(view, c) + 1 >= paragraph)?;
    let verb = view.sentence(colon).range().rev().find(|&i| {
        !in_quote(view, i)
            && matches!(view.word(i).upos, "VERB" | "AUX")
            && lexicon.cues.verb(view.form(i)).is_some()
    })?;
    Some(make(view, verb, subject(view, verb), words, "rule:lead-in"))
}

/// A statement in the sentence before, in the same paragraph, which the quotation bears out.
fn previous_statement(view: &View, drafts: &[Draft], words: WordRange, paragraph: usize) -> Option<usize> {
    let first = words.start as usize;
    let sentence = view.sentence_index(first);
    let starts = first_of(view, first) >= view.sentence(first).start as usize
        && view.sentence(first).start as usize == first;
    let before = sentence.checked_sub(1).filter(|_| starts)?;
    drafts
        .iter()
        .enumerate()
        .filter(|(_, d)| {
            d.source.is_some()
                && !d.spoken
                && view.sentence_index(d.cue_head) == before
                && paragraph_of(view, d.cue_head) == paragraph
        })
        .min_by_key(|(_, d)| (!d.quotation, d.cue_head))
        .map(|(k, _)| k)
}
