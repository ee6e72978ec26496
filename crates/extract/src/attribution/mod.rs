//! Who said what: statements, beliefs and intentions with their source, cue and content (the PolNeAR guideline).
//!
//! The steps, in reading order:
//! 1. [`reported`]: what syntax shows, by the frames of the attributing words.
//! 2. [`inverted`]: verbs of saying between a clause and their subject that syntax missed.
//! 3. [`quoted`]: quotations, which may run over sentences and paragraphs, with or without a speech verb near them.
//! 4. [`headlines`]: headlines whose source stands before a colon or after a dash.
//! 5. [`learned`]: what the attribution heads over the encoder say, joined with the rules.
//! 6. [`details`]: mode, venue, addressee.

pub(crate) mod clause;
mod details;
mod headlines;
mod inverted;
mod learned;
mod quoted;
mod reported;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_ends;
#[cfg(test)]
mod tests_forms;

use crate::actors::ActorIndex;
use crate::dates::date_of;
use crate::{ActorId, Attribution, Timex, View};
use clause::quotes_over;
use demarche_base::{ByteSpan, WordRange};
use demarche_lexicon::Lexicon;
use demarche_lexicon::cues::Frame;
use demarche_record::Mode;
use demarche_text::{CALENDAR_NAMES, ParagraphKind};

/// An attribution in words, before its details are known.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    source: Option<WordRange>,
    source_head: Option<usize>,
    cue: WordRange,
    cue_head: usize,
    content: Vec<WordRange>,
    /// Head word of the content, where syntax found it.
    content_head: Option<usize>,
    stance: Option<&'static str>,
    /// Whether the cue introduces quotations.
    quotation: bool,
    /// Whether it is a speaker's turn, which is quoted without marks.
    spoken: bool,
    rule: &'static str,
}

/// Every attribution of a text, in order of its content.
pub fn attributions(
    view: &View,
    lexicon: &Lexicon,
    actors: &ActorIndex,
    dates: &[Timex],
) -> Vec<Attribution> {
    let mut drafts = reported::drafts(view, lexicon);
    reported::drop_echoes(&mut drafts, view);
    let mut drafts = learned::join(view, lexicon, drafts);
    reported::drop_echoes(&mut drafts, view);
    drafts.sort_by_key(|d| (d.cue_head, d.content.first().copied()));
    inverted::add(view, lexicon, &mut drafts);
    quoted::attribute(view, lexicon, &mut drafts);
    for draft in &mut drafts {
        inverted::behind_aside(view, lexicon, draft);
        end_with_mark(view, draft);
        leave_outside(view, draft);
        speak_out(view, draft);
        begin_late(view, draft);
        told_by_another(view, draft);
        keep_sentence(view, draft);
        after_colon(view, draft);
        leave_report(view, draft);
        before_colon(view, draft);
    }
    said_next(view, lexicon, &mut drafts);
    part_coordinates(view, &mut drafts);
    drafts.iter_mut().for_each(|d| whole_names(view, d));
    drafts.iter_mut().for_each(|d| antecedent(view, d));
    headlines::add(view, lexicon, actors, &mut drafts);
    headlines::telegrams(view, lexicon, actors, &mut drafts);
    let mut found: Vec<Attribution> = drafts
        .into_iter()
        .filter(|d| !d.content.is_empty() && !in_boilerplate(view, d.cue_head) && is_statement(view, d))
        .filter(|d| !reported::breaks_off(view, d.cue_head))
        .map(|d| finish(view, lexicon, actors, dates, d))
        .filter(|a| !a.content.is_empty())
        .collect();
    found.sort_by(|a, b| (&a.content, &a.cue).cmp(&(&b.content, &b.cue)));
    found.dedup_by(|a, b| a.content == b.content && a.cue == b.cue);
    first_persons(view, actors, &mut found);
    found
}

/// Ends a quotation where the report behind it begins: "“We stay, Berg said in Oslo." The content goes on neither through the
/// report nor into what follows without marks.
fn end_with_mark(view: &View, draft: &mut Draft) {
    let Some(first) = draft.content.first() else { return };
    let opened = |q: &&demarche_text::Quote| {
        let words = view.words_in(q.span);
        (!q.balanced || quoted::is_speech(view, q))
            && q.inner.start > q.span.start
            && words.start <= first.start + 1
            && first.start <= words.start + 1
            && words.end <= draft.cue.start
            && words.range().next_back().is_some_and(|last| {
                let here = view.sentence(draft.cue_head);
                here.contains(words.start as usize) || q.balanced && here.contains(last)
            })
    };
    let Some(quote) = view.layout.quotes.iter().find(opened) else { return };
    let words = view.words_in(quote.span);
    let mark = view.text.get(quote.inner.end as usize..quote.span.end as usize);
    let turned = quote.balanced && mark == Some("“");
    if turned && draft.content.iter().any(|r| r.start < words.end && words.end < r.end) {
        // "“We stay, “an aide told the paper": who stands between the mark and the verb says it.
        draft.content = vec![words];
        let between = WordRange { start: words.end, end: draft.cue.start };
        let top = between.range().find(|&w| {
            matches!(view.word(w).upos, "NOUN" | "PROPN" | "PRON")
                && view.head(w).is_none_or(|h| !between.contains(h))
        });
        if let Some(who) = top.filter(|_| draft.source.is_none_or(|s| s.start >= draft.cue.end)) {
            draft.source = Some(clause::trim(view, between));
            draft.source_head = Some(who);
        }
        return;
    }
    let over = |r: &WordRange| r.end > draft.cue.start;
    let unquoted = |r: &WordRange| r.start >= draft.cue.end && quotes_over(view, *r).next().is_none();
    let swallowed = draft.content.iter().any(|r| r.start < draft.cue.start && over(r));
    if !quote.balanced && draft.content.iter().any(over) || swallowed {
        draft.content = vec![words];
    } else if draft.content.len() > 1 {
        draft.content.retain(|r| !unquoted(r));
    }
}

/// Takes out of the content what the reporter says of the statement after a quotation that ends it: "... would be 'an act
/// of war', *raising the temperature*".
fn leave_outside(view: &View, draft: &mut Draft) {
    let Some(last) = draft.content.last_mut().filter(|r| draft.cue.end <= r.start) else { return };
    let closes = |i: usize| {
        let end = view.layout.words[i].span.end;
        let inner = WordRange::new(i.saturating_sub(1), i);
        quotes_over(view, inner).any(|q| q.depth == 0 && q.balanced && q.span.end == end)
    };
    let cut = (last.start as usize + 1..(last.end as usize).saturating_sub(1)).find(|&i| {
        let (mark, verb) = (i - 1, i + 1);
        view.form(i) == "," && closes(mark) && view.word(verb).xpos == "VBG" && !quoted::in_quote(view, verb)
    });
    if let Some(cut) = cut {
        last.end = cut as u32;
    }
}

/// Marks as direct what a colon after the verb leads to and what says "I" or "we" without quotation marks: "The envoy said:
/// *we will wait*." Agencies that translate by machine leave the marks out.
fn speak_out(view: &View, draft: &mut Draft) {
    let [words] = draft.content[..] else { return };
    let first = words.start as usize;
    let led = draft.quotation
        && first > draft.cue_head + 1
        && (draft.cue.end as usize..first).any(|i| view.form(i) == ":");
    let own = words.range().any(|i| {
        view.word(i).upos == "PRON"
            && matches!(view.form(i).to_lowercase().as_str(), "i" | "we" | "our" | "my" | "us")
    });
    draft.spoken |= led && own && quotes_over(view, words).next().is_none();
}

/// Begins a content at its "that" where what stands before only tells when or where: "said on the eve [of talks that the ship
/// had sunk]".
fn begin_late(view: &View, draft: &mut Draft) {
    let cue = draft.cue;
    let Some(first) = draft.content.first_mut().filter(|r| cue.end <= r.start) else { return };
    let start = first.start as usize;
    if view.word(start).upos != "ADP" || quoted::in_quote(view, start) {
        return;
    }
    let near = start..(start + 12).min(first.end as usize);
    let verbless = near.take_while(|&i| !matches!(view.word(i).upos, "VERB" | "AUX" | "PUNCT"));
    let that = verbless
        .into_iter()
        .find(|&i| view.form(i).eq_ignore_ascii_case("that") && view.word(i).relation() == "mark");
    if let Some(that) = that {
        first.start = that as u32;
    }
}

/// Leaves out the quoted words of another sentence than the cue's: "Oslo scorned the ["adventure". Lima] objects, Ruiz said."
fn keep_sentence(view: &View, draft: &mut Draft) {
    let sentence = view.sentence(draft.cue_head);
    for words in &mut draft.content {
        if words.start < sentence.start && words.end > sentence.start && words.end <= sentence.end {
            let before = WordRange::new(words.start as usize, sentence.start as usize);
            let over = WordRange::new(sentence.start as usize, words.end as usize);
            let mut quotes = quotes_over(view, before).peekable();
            let word = quotes.peek().is_some() && quotes.all(|q| q.balanced && !quoted::is_speech(view, q));
            if word && quotes_over(view, over).next().is_none() {
                words.start = sentence.start;
            }
        }
    }
}

/// Takes a quotation behind a colon alone where no more than a word or two lead to it: "appealed for [calm]: "Go home.""
fn after_colon(view: &View, draft: &mut Draft) {
    for words in &mut draft.content {
        let lead = words.range().take(6).take_while(|&i| !matches!(view.word(i).upos, "VERB" | "AUX"));
        let colon = lead.into_iter().find(|&i| view.form(i) == ":" && !quoted::in_quote(view, i));
        let quote = colon.and_then(|c| {
            let after = WordRange::new(c + 1, (words.end as usize).max(c + 1));
            let begins = |q: &&demarche_text::Quote| {
                view.words_in(q.span).start as usize == c + 1 && view.words_in(q.span).end >= words.end
            };
            quotes_over(view, after).filter(|q| quoted::is_speech(view, q)).find(begins)
        });
        if let Some(quote) = quote {
            words.start = view.words_in(quote.span).start;
            draft.quotation = true;
        }
    }
}

/// "Ruiz: 'Not a word.'": who stands alone before the colon says it.
fn before_colon(view: &View, draft: &mut Draft) {
    let colon = draft.cue.start as usize;
    if draft.source.is_some() || draft.cue.len() != 1 || view.form(colon) != ":" {
        return;
    }
    let name = WordRange::new(view.sentence(colon).start as usize, colon);
    let part = |i: usize| matches!(view.word(i).upos, "PROPN" | "NOUN" | "ADJ" | "DET" | "ADP");
    let named = name.range().any(|i| view.word(i).upos == "PROPN");
    if named && name.len() <= LONGEST_NAME && name.range().all(part) {
        draft.source = Some(name);
        draft.source_head = Some(crate::actors::phrase::head_of(view, name));
    }
}

/// So many words before a colon may be whose words follow.
const LONGEST_NAME: usize = 8;

/// Leaves to the reporter what a that-clause does not hold: a scene before the source, a sentence behind a semicolon, and
/// a contrast that is not shifted to the past of the cue ("said that the line was shut, [while ministers will meet]").
fn leave_report(view: &View, draft: &mut Draft) {
    let cue = draft.cue;
    let that = |r: &WordRange| {
        r.start >= cue.end
            && r.start <= cue.end + 3
            && view.form(r.start as usize).eq_ignore_ascii_case("that")
            && view.word(r.start as usize).relation() == "mark"
    };
    let Some(at) = draft.content.iter().position(that) else { return };
    let quoted_piece = |r: &WordRange| quotes_over(view, *r).next().is_some();
    let words = draft.content[at];
    let sentence = view.sentence(words.start as usize);
    let past = view.word(draft.cue_head).xpos == "VBD";
    let present = |v: usize| {
        let verb = |i: usize| {
            matches!(view.word(i).xpos, "VBZ" | "VBP") || view.form(i) == "will" && view.word(i).xpos == "MD"
        };
        verb(v) || view.children_by(v, "aux").any(verb) || view.children_by(v, "cop").any(verb)
    };
    let cut = (words.start as usize + 2..words.end as usize).find(|&i| {
        let next = i + 1;
        if next >= words.end as usize || !sentence.contains(next) || quoted::in_quote(view, i) {
            return false;
        }
        match view.form(i) {
            ";" => !view.form(next).eq_ignore_ascii_case("that") && !quoted::in_quote(view, next),
            "," => {
                past && view.form(next) == "while"
                    && view.head(next).is_some_and(|v| view.word(next).relation() == "mark" && present(v))
            }
            _ => false,
        }
    });
    if let Some(cut) = cut {
        draft.content[at].end = cut as u32;
        draft.content.retain(|r| r.start < cut as u32 || !sentence.contains(r.start as usize));
    }
    draft.content.retain(|r| r.end > cue.start || !sentence.contains(r.start as usize) || quoted_piece(r));
}

/// Lets no content end within a name: "the port of San [Juan]".
fn whole_names(view: &View, draft: &mut Draft) {
    let (cue, source) = (draft.cue, draft.source);
    let outside = |i: usize| !cue.contains(i) && !source.is_some_and(|s| s.contains(i));
    for words in draft.content.iter_mut().filter(|r| !r.is_empty()) {
        let sentence = view.sentence(words.end as usize - 1);
        for _ in 0..8 {
            let (last, next) = (words.end as usize - 1, words.end as usize);
            let name = |i: usize| view.word(i).upos == "PROPN";
            if !sentence.contains(next) || !name(next) || !outside(next) {
                break;
            }
            let inner = matches!(view.word(next).relation(), "flat" | "compound")
                || view.word(last).relation() == "compound" && view.head(last) == Some(next);
            let led = view.word(last).upos == "ADP" && view.word(last).relation() == "case";
            if !(name(last) && inner || led) {
                break;
            }
            words.end = next as u32 + 1;
        }
    }
}

/// "Lima, *which* said it would wait": the source is the noun and the pronoun that stands for it.
fn antecedent(view: &View, draft: &mut Draft) {
    let Some(pronoun) = draft.source_head.filter(|_| draft.source.is_some_and(|s| s.len() == 1)) else {
        return;
    };
    if !matches!(view.form(pronoun).to_lowercase().as_str(), "which" | "who" | "that") {
        return;
    }
    let noun = view
        .head(pronoun)
        .filter(|&verb| view.word(verb).deprel == "acl:relcl")
        .and_then(|verb| view.head(verb))
        .filter(|&noun| noun < pronoun && matches!(view.word(noun).upos, "NOUN" | "PROPN"));
    let Some(noun) = noun else { return };
    let first = clause::noun_phrase(view, noun).start as usize;
    draft.source = Some(WordRange::new(first, pronoun + 1));
    draft.source_head = Some(noun);
}

/// "..., the agency quoted *him* as saying", "..., *he* was quoted as telling them": he says it, not the agency.
fn told_of(view: &View, draft: &mut Draft) -> bool {
    let verb = draft.cue_head;
    let end = (view.sentence(verb).end as usize).saturating_sub(1).min(verb + 24);
    let says = |i: usize| {
        view.form(i).eq_ignore_ascii_case("as")
            && matches!(
                view.form(i + 1).to_lowercase().as_str(),
                "saying" | "telling" | "declaring" | "warning"
            )
    };
    if !matches!(view.lemma(verb), "quote" | "cite") || !(verb + 1..end).any(says) {
        return false;
    }
    let passive = view.children(verb).iter().any(|&c| view.word(c as usize).deprel == "nsubj:pass");
    let who = if passive { view.child(verb, "nsubj") } else { view.child(verb, "obj").filter(|&o| o > verb) };
    let Some(who) = who.filter(|&w| !draft.content.iter().any(|r| r.contains(w))) else { return false };
    draft.source_head = Some(who);
    draft.source = Some(clause::noun_phrase(view, who));
    true
}

/// "he was quoted by the agency": he says it, not the agency.
fn told_by_another(view: &View, draft: &mut Draft) {
    if told_of(view, draft) {
        return;
    }
    let quoting =
        draft.source_head.filter(|&s| view.word(s).deprel == "obl:agent").and_then(|s| view.head(s));
    let Some(verb) = quoting.filter(|&v| matches!(view.lemma(v), "quote" | "cite")) else { return };
    let told = view.child(verb, "nsubj").filter(|&s| view.word(s).deprel == "nsubj:pass");
    if let Some(told) = told.filter(|&s| !draft.content.iter().any(|r| r.contains(s))) {
        draft.source_head = Some(told);
        draft.source = Some(clause::noun_phrase(view, told));
        if draft.cue_head != verb {
            draft.cue_head = verb;
            draft.cue = WordRange::new(verb, verb + 1);
        }
    }
}

/// What a second verb of the same sentence says is not also content of the first: "asked the bank to wait and offered
/// *to pay*".
fn part_coordinates(view: &View, drafts: &mut [Draft]) {
    for k in 0..drafts.len() {
        if let Some(end) = next_said(view, drafts, k) {
            for run in drafts[k].content.iter_mut().filter(|r| r.start < end && end < r.end) {
                *run = clause::trim(view, WordRange { end, ..*run });
            }
            drafts[k].content.retain(|r| r.start < end);
        }
        if drafts[k].content.len() < 2 {
            continue;
        }
        let theirs = |r: &WordRange| {
            let cue = drafts[k].cue_head;
            let mut later = drafts[k + 1..].iter().take_while(|d| view.sentence(cue).contains(d.cue_head));
            later.any(|d| d.cue_head > cue && d.cue.end <= r.start && d.content.contains(r))
        };
        let kept: Vec<WordRange> = drafts[k].content.iter().copied().filter(|r| !theirs(r)).collect();
        if !kept.is_empty() {
            drafts[k].content = kept;
        }
    }
}

/// Adds what a speaker says by a second verb where only the first one was found: "said the talks had gone well but *stressed
/// that a deal was far off*".
fn said_next(view: &View, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    for k in 0..drafts.len() {
        let head = drafts[k].cue_head;
        let second = view.children_by(head, "conj").find_map(|v| {
            let tensed = matches!(view.word(v).xpos, "VBD" | "VBZ" | "VBP");
            let cue = lexicon.cues.verb(view.lemma(v)).filter(|_| tensed && goes_on(view, head, v));
            Some((v, cue?))
        });
        let Some((verb, cue)) = second.filter(|s| drafts.iter().all(|d| d.cue_head != s.0)) else { continue };
        let said = view
            .children_by(verb, "ccomp")
            .find(|&c| c > verb && clause::marked(view, c, "mark", &["that"]).is_some());
        if let Some(said) = said {
            let content = clause::runs(view, said, &[]);
            let stance = cue.takes(Frame::That);
            drafts.push(Draft {
                cue: WordRange::new(verb, verb + 1),
                cue_head: verb,
                content,
                stance,
                ..drafts[k].clone()
            });
        }
    }
}

/// Where the next verb by which the speaker of draft `k` says something else begins: "said the talks had gone well *but stressed
/// that*".
fn next_said(view: &View, drafts: &[Draft], k: usize) -> Option<u32> {
    let cue = drafts[k].cue_head;
    let heads = drafts.iter().map(|d| d.cue_head);
    let next = heads
        .filter(|&v| matches!(view.word(v).xpos, "VBD" | "VBZ" | "VBP" | "VBN") && goes_on(view, cue, v))
        .min()?;
    let and = view.children_by(next, "cc").find(|&c| c > cue && c < next);
    and.map(|c| c as u32)
}

/// Whether `verb` is joined to the one of `cue` before it and has no subject of its own.
fn goes_on(view: &View, cue: usize, verb: usize) -> bool {
    verb > cue
        && view.head(verb) == Some(cue)
        && view.word(verb).relation() == "conj"
        && view.child(verb, "nsubj").is_none()
}

/// Gives the statements of "I" and "we" within a quotation to the one who is quoted, or for whom that one speaks.
fn first_persons(view: &View, actors: &ActorIndex, found: &mut [Attribution]) {
    for k in 0..found.len() {
        let Some(head) = found[k].source_head.filter(|_| found[k].speaker.is_none()) else { continue };
        let form = view.form(head as usize).to_lowercase();
        let speaker = || speaker_at(view, found, head as usize);
        found[k].speaker = match form.as_str() {
            "i" => speaker(),
            "we" => speaker().map(|s| actors.principal(s)),
            _ => continue,
        };
    }
}

/// The actor who speaks at word `word`, by the innermost quotation that holds it: whom "I" means there, and for whom
/// "we" speaks.
pub fn speaker_at(view: &View, attributions: &[Attribution], word: usize) -> Option<ActorId> {
    let at = view.layout.words.get(word)?.span;
    let quoted = view.layout.quotes.iter().any(|q| q.span.contains(at));
    attributions
        .iter()
        .filter(|a| (quoted || a.mode == Mode::Direct) && a.content.iter().any(|s| s.contains(at)))
        .min_by_key(|a| a.content.iter().map(|s| s.len()).sum::<usize>())
        .and_then(|a| a.speaker)
}

/// Whether the draft says something and somebody says it: not "to" alone, not what "you" are asked to say,
/// not what is neither confirmed nor denied.
fn is_statement(view: &View, draft: &Draft) -> bool {
    let form = |i: usize| view.form(i).to_lowercase();
    let words = || draft.content.iter().flat_map(|r| r.range());
    let says = words().any(|i| {
        !matches!(view.word(i).upos, "PUNCT" | "PART" | "DET" | "ADP" | "PRON" | "SCONJ" | "CCONJ" | "AUX")
    });
    let quoted = draft.content.iter().any(|&r| quotes_over(view, r).next().is_some());
    let told = draft.spoken || quoted || says;
    let cue = draft.cue_head;
    let end = view.sentence(cue).end as usize;
    let you = draft.source_head.is_some_and(|s| form(s) == "you") && (cue..end).any(|i| view.form(i) == "?");
    let negative =
        |w: usize| matches!(form(w).as_str(), "not" | "n't" | "never" | "neither" | "nobody" | "no");
    let subject = clause::subject(view, cue);
    let withheld = view.lemma(cue) == "confirm"
        && (view.children(cue).iter().any(|&c| negative(c as usize))
            || subject
                .is_some_and(|s| negative(s) || view.children(s).iter().any(|&c| negative(c as usize))));
    // "will explain the plan", "met to discuss the row", "is due to discuss": said to come, and not what is said.
    let ahead = draft.rule == "rule:object"
        && draft.stance == Some("asserts")
        && (view.children_by(cue, "aux").any(|a| view.word(a).xpos == "MD")
            || cue > 0 && view.word(cue).xpos == "VB" && form(cue - 1) == "to");
    // "asked not to be named": on which terms somebody speaks.
    let nameless = view.lemma(cue) == "ask"
        && draft.content.len() == 1
        && words().any(|i| matches!(view.lemma(i), "name" | "identify") && view.word(i).xpos == "VBN")
        && words().count() <= 5
        && words().any(|i| form(i) == "not");
    // "the vote that they have called for Sunday": a day is no demand.
    let day = |i: usize| CALENDAR_NAMES.contains(&view.form(i));
    let dated = !quoted
        && words().any(day)
        && words().all(|i| day(i) || matches!(view.word(i).upos, "NUM" | "PUNCT" | "DET" | "ADP"));
    told && !you && !withheld && !ahead && !nameless && !dated
}

fn in_boilerplate(view: &View, word: usize) -> bool {
    let kind = view.paragraph(word).map(|p| p.kind);
    matches!(kind, Some(ParagraphKind::Boilerplate | ParagraphKind::Fragment | ParagraphKind::Byline))
}

fn finish(
    view: &View,
    lexicon: &Lexicon,
    actors: &ActorIndex,
    dates: &[Timex],
    mut draft: Draft,
) -> Attribution {
    draft.content.sort();
    // "appealed to Oslo for help": the cue ends where the content begins.
    for r in draft
        .content
        .iter_mut()
        .filter(|r| r.start < draft.cue.end && draft.cue.end < r.end && draft.cue.start <= r.start)
    {
        r.start = draft.cue.end;
    }
    let content: Vec<ByteSpan> =
        draft.content.iter().filter(|r| !r.is_empty()).map(|&r| with_marks(view, view.span(r))).collect();
    let speaker = draft.source_head.and_then(|head| speaker(view, actors, head, draft.source));
    Attribution {
        source: draft.source.map(|r| view.span(r)).into_iter().collect(),
        source_head: draft.source_head.map(|h| h as u32),
        cue: vec![view.span(draft.cue)],
        cue_head: Some(draft.cue_head as u32),
        mode: details::mode(view, &draft, &content),
        content,
        venue: details::venue(view, lexicon, &draft),
        addressee: details::addressee(view, lexicon, &draft),
        date: date_of(view, dates, draft.cue_head),
        stance: draft.stance,
        speaker,
        found_by: draft.rule,
        content_words: draft.content,
    }
}

/// Takes the quotation marks in where all that they enclose is content.
pub(crate) fn with_marks(view: &View, span: ByteSpan) -> ByteSpan {
    let quotes = &view.layout.quotes;
    let from =
        quotes.partition_point(|q| q.span.end < span.start && q.span.start < span.start).saturating_sub(4);
    let mut out = span;
    for q in quotes[from..].iter().take_while(|q| q.span.start <= span.end) {
        if q.balanced && !q.inner.is_empty() && out.contains(tight(view, q.inner)) {
            out = out.cover(q.span);
        }
    }
    out
}

/// `inner` without the white space and closing punctuation at its ends.
fn tight(view: &View, inner: ByteSpan) -> ByteSpan {
    let text = inner.of(view.text);
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '!' | '?')).len();
    ByteSpan::new(inner.start as usize + start, inner.start as usize + end)
}

/// The actor that the source means: its head word, or what a relative pronoun stands for.
fn speaker(view: &View, actors: &ActorIndex, head: usize, source: Option<WordRange>) -> Option<ActorId> {
    // "the mission UNIFIL", "state media KCNA": the name says more than the noun.
    let named = || {
        let names = view.children_by(head, "appos").chain(view.children_by(head, "flat"));
        let mut names = names.filter(|&c| view.word(c).upos == "PROPN");
        names.find_map(|c| actors.of_word(c as u32).first().copied())
    };
    if let Some(id) = named().filter(|_| view.word(head).upos == "NOUN") {
        return Some(id);
    }
    // "Kyrgyz President Ana Ruiz" may hang from its first word: the person speaks.
    let meant = actors.of_word(head as u32);
    if let Some(&id) = meant.iter().find(|&&a| actors.is_person(a)).or(meant.first()) {
        return Some(id);
    }
    if matches!(view.form(head).to_lowercase().as_str(), "who" | "which" | "that")
        && let Some(noun) = view.head(head).and_then(|v| view.head(v))
        && let Some(&id) = actors.of_word(noun as u32).first()
    {
        return Some(id);
    }
    let beside = view.children_by(head, "appos").find_map(|c| actors.of_word(c as u32).first().copied());
    beside
        .or_else(|| actors.covering(head as u32).map(|c| c.0))
        // "Aides to the president": not the president, but the side.
        .or_else(|| {
            let within = actors.principal(source.and_then(|r| actors.in_span(r).first().copied())?);
            (!actors.is_person(within)).then_some(within)
        })
}
