//! The attribution heads over the encoder, joined with the rules.
//!
//! The heads find more and surer contents than syntax does, but cut them a word short here and there, know nothing of
//! quotation marks far away and see one attribution a word. So: every word's pointer to its cue groups the content
//! pieces into attributions; one that lies inside another is given back to the outer one; where a rule found the same
//! attribution, its source and its whole clause are taken; what only one side found is kept where it is sure enough.

use super::Draft;
use super::clause::{is_punctuation, noun_phrase, quotes_over, subject, trim};
use super::quoted::{paragraph_of, union};
use super::reported::phrases;
use crate::View;
use crate::heads::Labelled;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use std::collections::BTreeMap;

/// Least mean certainty of the content pieces of an attribution that no rule found.
const LEAST_ALONE: f32 = 0.43;
/// Least certainty of a content that is the mere object of a verb that the lexicon does not know as attributing.
const LEAST_SILENT: f32 = 0.6;
/// What the certainty counts where no cue span of the heads holds the cue word.
const UNTAGGED: f32 = 0.75;
/// What the certainty counts where the cue word is no attributing word of the lexicon.
const UNKNOWN: f32 = 0.8;
/// Least likeness of a rule's content and the heads' for the rule's to be taken.
const LEAST_AGREEMENT: f32 = 0.8;
/// Least words of a run of pointers that is no stray.
const LEAST_RUN: usize = 5;
/// Least likeness of a content of the heads and a phrase of the parse for the phrase to be taken.
const LEAST_LIKENESS: f32 = 0.6;
/// Least share of a rule's content that the heads must call content, where no rule but the heads' silence speaks.
const LEAST_SHARE: f32 = 0.5;

/// Stances by which a source does something with words: the rules alone may find them.
const ACTS: &[&str] = &["demands", "threatens", "promises", "offers", "rejects", "denies", "warns"];

/// An attribution that the heads found.
struct Heard {
    draft: Draft,
    score: f32,
}

/// The rules' drafts joined with what the heads say; the drafts as they are where the heads are silent.
pub(super) fn join(view: &View, lexicon: &Lexicon, drafts: Vec<Draft>) -> Vec<Draft> {
    let roles = &view.heads.roles;
    if roles.content_cue.len() != view.len() || roles.contents.is_empty() {
        return drafts;
    }
    let heard = heard(view, lexicon);
    let mut content_word = vec![false; view.len()];
    for c in &roles.contents {
        content_word[c.words.range()].fill(true);
    }
    let mut used = vec![false; drafts.len()];
    let mut out: Vec<Draft> = Vec::new();
    for h in heard {
        // "quoted the envoy as saying that": whom the parse shows to be quoted says it.
        let quoting = |d: &Draft| near(d, &h.draft) || view.head(d.cue_head) == Some(h.draft.cue_head);
        if drafts.iter().any(|d| d.rule == "rule:quoted-as" && quoting(d)) {
            continue;
        }
        let same =
            (0..drafts.len()).filter(|&k| !used[k]).find(|&k| near(&drafts[k], &h.draft)).or_else(|| {
                (0..drafts.len())
                    .filter(|&k| !used[k])
                    .find(|&k| jaccard(&drafts[k].content, &h.draft.content) > 0.6)
            });
        match same {
            Some(k) => {
                used[k] = true;
                out.push(merged(view, &drafts[k], h.draft));
            }
            None if h.score >= if silent(view, lexicon, &h.draft) { LEAST_SILENT } else { LEAST_ALONE } => {
                out.push(h.draft)
            }
            None => {}
        }
    }
    let heads = out.len();
    let mut taken = vec![false; view.len()];
    for words in out.iter().flat_map(|d| &d.content) {
        taken[words.range()].fill(true);
    }
    for (k, d) in drafts.into_iter().enumerate() {
        let size: usize = d.content.iter().map(|r| r.len()).sum();
        let said = d.content.iter().flat_map(|r| r.range()).filter(|&i| content_word[i]).count();
        let cued = roles.cues.iter().any(|c| c.words.overlaps(d.cue));
        let weighty = d.stance.is_some_and(|s| ACTS.contains(&s))
            || matches!(d.rule, "rule:made-clear" | "rule:quoted-as");
        let plain = !used[k] && plainly_reported(view, &d);
        let mut free = plain && !d.content.iter().flat_map(|r| r.range()).any(|i| taken[i]);
        if plain && !free {
            give_back(view, &d, &mut out[..heads]);
            free = !out[..heads].iter().any(|o| shared(&o.content, &d.content) > 0);
        }
        let weighty = weighty || free;
        let confirmed = said as f32 >= LEAST_SHARE * size as f32 && cued;
        if !used[k] && size > 0 && (confirmed || weighty) {
            out.push(d);
        }
    }
    out.sort_by_key(|d| (d.cue_head, d.content.first().copied()));
    out
}

/// "The ships left, the ministry said": a clause, a comma, who says it and a bare "said" need no second opinion.
fn plainly_reported(view: &View, d: &Draft) -> bool {
    matches!(d.rule, "rule:clause" | "rule:interposed")
        && view.lemma(d.cue_head) == "say"
        && fronted(view, d).is_some_and(|content| content.len() > 2)
}

/// The content, where it is one that stands before a comma, who says it and the cue, in this order and in one sentence.
fn fronted(view: &View, d: &Draft) -> Option<WordRange> {
    let ([content], Some(source)) = (&d.content[..], d.source) else { return None };
    let comma = content.end as usize;
    let fronted = comma + 1 == source.start as usize
        && view.form(comma) == ","
        && source.end == d.cue.start
        && view.sentence(d.cue_head).contains(content.start as usize);
    fronted.then_some(*content)
}

/// Takes what a sentence says and reports itself out of the contents of cues in other sentences.
fn give_back(view: &View, d: &Draft, out: &mut [Draft]) {
    let own = view.sentence_index(d.cue_head);
    let theirs =
        |o: &&mut Draft| view.sentence_index(o.cue_head) != own && shared(&o.content, &d.content) > 0;
    for other in out.iter_mut().filter(theirs) {
        if other.content.iter().any(|r| view.sentence_index(r.start as usize) != own) {
            other.content.retain(|r| view.sentence_index(r.start as usize) != own);
        }
    }
}

/// Whether a comma stands behind the cue.
fn set_off(view: &View, d: &Draft) -> bool {
    let end = d.cue.end as usize;
    end < view.len() && view.form(end) == ","
}

/// Whether two drafts have the same cue.
fn near(a: &Draft, b: &Draft) -> bool {
    a.cue_head == b.cue_head || a.cue.overlaps(b.cue)
}

fn words(content: &[WordRange]) -> usize {
    content.iter().map(|r| r.len()).sum()
}

fn shared(a: &[WordRange], b: &[WordRange]) -> usize {
    a.iter()
        .flat_map(|x| b.iter().map(|y| x.end.min(y.end).saturating_sub(x.start.max(y.start)) as usize))
        .sum()
}

fn jaccard(a: &[WordRange], b: &[WordRange]) -> f32 {
    let both = shared(a, b);
    both as f32 / (words(a) + words(b) - both).max(1) as f32
}

/// One attribution of both: the rule's source, stance and clause, the heads' content where they differ much.
fn merged(view: &View, rule: &Draft, heard: Draft) -> Draft {
    let mut out = rule.clone();
    let close = jaccard(&rule.content, &heard.content);
    let pronoun = words(&heard.content) <= 2 && rule.rule == "rule:infinitive";
    if pronoun && close == 0.0 {
        // "talks which they offered to host"
        for r in heard.content {
            out.content = union(view, &out.content, r);
        }
    } else if close == 0.0 && follows(view, rule, &heard) {
        // "ruled out talks [unless sanctions are lifted]"
        for r in heard.content {
            out.content = union(view, &out.content, r);
        }
    } else if close == 0.0 && plainly_reported(view, rule) && set_off(view, rule) {
        // "Oslo would wait, the envoy said, on condition that ...": what stands before is said, whatever follows.
    } else if close == 0.0
        && matches!(rule.rule, "rule:clause" | "rule:interposed")
        && elsewhere(view, rule, &heard)
    {
        // "Two were hurt, the ministry informed. 'We will answer,' ...": nor is it what another says behind the full stop.
    } else if let Some(content) = set_before(view, rule, &heard) {
        out.content = content;
    } else if cut_short(view, rule, &heard) {
        // "According to Ruiz, [the family] has heard nothing", "offered [to send] two ships"
    } else if close < LEAST_AGREEMENT
        && rule.rule != "rule:quoted-as"
        && !asked(view, rule, &heard)
        && !(rule.rule == "rule:clause"
            && shared(&rule.content, &heard.content) + hour(view, &heard.content) >= words(&heard.content))
        // "the row over the dam and the guarantees demanded by Lima": the participle tells of its own noun.
        && !(matches!(rule.rule, "rule:relative" | "rule:passive-object") && shared(&rule.content, &heard.content) == words(&rule.content))
    {
        out.content = heard.content;
        out.rule = "model:attribution";
    }
    if rule.source.is_none() || heard.source.is_some() && !within_reach(view, rule) {
        out.source = heard.source.or(rule.source);
        out.source_head = heard.source_head.or(rule.source_head);
    }
    out
}

/// Whether all that the heads hear lies in other sentences than the cue.
fn elsewhere(view: &View, rule: &Draft, heard: &Draft) -> bool {
    let own = view.sentence_index(rule.cue_head);
    heard.content.iter().flat_map(|r| r.range()).all(|i| view.sentence_index(i) != own)
}

/// A clause, a comma, who says it and the verb of saying: what stands before is said as a whole, whatever piece of it the
/// heads hear; of what stands behind, nothing that has a participle of its own: "..., he warned, *adding* that ...".
fn set_before(view: &View, rule: &Draft, heard: &Draft) -> Option<Vec<WordRange>> {
    let clause = fronted(view, rule).filter(|_| rule.rule == "rule:clause")?;
    let (before, behind): (Vec<WordRange>, Vec<WordRange>) =
        heard.content.iter().partition(|r| r.end <= rule.cue.start);
    let within = |r: &WordRange| clause.start <= r.start && r.end <= clause.end;
    if before.is_empty() || !before.iter().all(within) || words(&before) == clause.len() {
        return None;
    }
    let own = |r: &WordRange| !(rule.cue.end..r.start).any(|i| view.word(i as usize).xpos == "VBG");
    let mut content = vec![clause];
    for r in behind.into_iter().filter(own) {
        content = union(view, &content, r);
    }
    Some(content)
}

/// Whether the heads' content is a piece of the rule's that breaks off before what its words ask for: a noun of a clause
/// without the verb, a verb without its object.
fn cut_short(view: &View, rule: &Draft, heard: &Draft) -> bool {
    let [whole] = rule.content[..] else { return false };
    let within = shared(&rule.content, &heard.content) == words(&heard.content);
    if !within || words(&heard.content) == words(&rule.content) {
        return false;
    }
    let inside = |i: usize| heard.content.iter().any(|r| r.contains(i));
    let verbal = |i: usize| matches!(view.word(i).upos, "VERB" | "AUX");
    let bare = !whole.range().any(|i| verbal(i) && inside(i));
    let clause = rule.content_head.is_some_and(|h| verbal(h) && whole.contains(h))
        && matches!(rule.rule, "rule:clause" | "rule:according-to" | "rule:infinitive");
    let open = whole.range().any(|i| {
        let asked = matches!(view.word(i).relation(), "obj" | "ccomp" | "xcomp") && !inside(i);
        asked && view.head(i).is_some_and(|v| v < i && verbal(v) && inside(v))
    });
    bare && clause || open && matches!(rule.rule, "rule:infinitive" | "rule:clause")
}

/// The hour that opens a note of a running report: one word that the clause does not hold.
fn hour(view: &View, content: &[WordRange]) -> usize {
    let first = content.first().map(|r| r.start as usize);
    usize::from(first.is_some_and(|i| {
        view.sentence(i).start as usize == i && view.form(i).starts_with(|c: char| c.is_ascii_digit())
    }))
}

/// Whether the heads left out only whom the rule's content asks: "called on [both sides] to wait".
fn asked(view: &View, rule: &Draft, heard: &Draft) -> bool {
    // Quotation marks may open what is asked: "called on both to 'keep calm'".
    let opens = |r: &WordRange| r.range().find(|&i| !is_punctuation(view, i));
    let infinitive = heard.content.first().and_then(opens).is_some_and(|i| view.word(i).xpos == "TO");
    matches!(rule.rule, "rule:preposition" | "rule:object-infinitive")
        && infinitive
        && shared(&rule.content, &heard.content) == words(&heard.content)
}

/// Whether a content of the heads is no more than the object of a verb that says nothing: "Oslo summons *the envoy*".
fn silent(view: &View, lexicon: &Lexicon, heard: &Draft) -> bool {
    let form = view.form(heard.cue_head);
    let cues = &lexicon.cues;
    let known = cues.verb(form).is_some() || cues.noun(form).is_some() || cues.adjective(form).is_some();
    let clausal =
        heard.content.iter().flat_map(|r| r.range()).any(|i| matches!(view.word(i).upos, "VERB" | "AUX"));
    let quoted = heard.content.iter().any(|&r| quotes_over(view, r).next().is_some());
    let verb = view.word(heard.cue_head).upos == "VERB" && !form.eq_ignore_ascii_case("according");
    verb && !known && !clausal && !quoted
}

/// Whether the heads' content is a clause that goes on where the rule's object ends.
fn follows(view: &View, rule: &Draft, heard: &Draft) -> bool {
    let end = rule.content.iter().map(|r| r.end).max();
    let start = heard.content.iter().map(|r| r.start).min();
    let conditional = heard.content.first().is_some_and(|r| view.word(r.start as usize).upos == "SCONJ");
    rule.rule == "rule:object"
        && conditional
        && matches!((end, start), (Some(e), Some(s)) if e <= s && (e..s).all(|i| is_punctuation(view, i as usize)))
}

fn within_reach(view: &View, d: &Draft) -> bool {
    d.source_head.is_some_and(|s| view.sentence_index(s) == view.sentence_index(d.cue_head))
}

/// The attributions of the heads.
fn heard(view: &View, lexicon: &Lexicon) -> Vec<Heard> {
    let roles = &view.heads.roles;
    // Pieces by the cue to which most of their words point.
    let mut groups: BTreeMap<u32, Vec<(WordRange, f32)>> = BTreeMap::new();
    for piece in &roles.contents {
        for (cue, range, certainty) in pointed(view, piece) {
            groups.entry(cue).or_default().push((range, piece.score * certainty));
        }
    }
    // An inner attribution is part of the content that holds its cue.
    let flat: Vec<(u32, Vec<WordRange>)> =
        groups.iter().map(|(&c, v)| (c, v.iter().map(|x| x.0).collect())).collect();
    let mut found = Vec::new();
    for (cue, pieces) in groups {
        let score = pieces.iter().map(|p| p.1).sum::<f32>() / pieces.len().max(1) as f32;
        let mut content: Vec<WordRange> = Vec::new();
        for (r, _) in &pieces {
            content = union(view, &content, *r);
        }
        for (inner, ranges) in &flat {
            let inside = *inner != cue && content.iter().any(|r| r.contains(*inner as usize));
            if inside {
                for &r in ranges {
                    if content.iter().any(|&c| touches(view, c, r)) {
                        content = union(view, &content, r);
                    }
                }
            }
        }
        let content: Vec<WordRange> = at_hand(view, cue as usize, content)
            .into_iter()
            .map(|r| trim(view, r))
            .filter(|r| !r.is_empty())
            .collect();
        if content.is_empty() {
            continue;
        }
        let mut draft = draft(view, lexicon, cue as usize, content);
        let known = lexicon.cues.verb(view.form(draft.cue_head)).is_some()
            || lexicon.cues.noun(view.form(draft.cue_head)).is_some();
        let tagged = roles.cues.iter().any(|c| c.words.overlaps(draft.cue));
        let score = score * if known { 1.0 } else { UNKNOWN } * if tagged { 1.0 } else { UNTAGGED };
        snap(view, &mut draft);
        mend(view, &mut draft);
        found.push(Heard { draft, score });
    }
    found
}

/// The pieces near the cue: where some lie in its sentence or in quotation marks, stray ones of other sentences go, and
/// so do single words beside longer pieces.
fn at_hand(view: &View, cue: usize, content: Vec<WordRange>) -> Vec<WordRange> {
    let here = |r: &WordRange| r.range().any(|i| view.sentence_index(i) == view.sentence_index(cue));
    let quoted = |r: &WordRange| {
        let span = view.span(*r);
        let end = view.layout.quotes.partition_point(|q| q.span.start < span.end);
        view.layout.quotes[..end].iter().rev().take(4).any(|q| q.span.overlaps(span))
    };
    let longest = content.iter().map(|r| r.len()).max().unwrap_or(0);
    let some_here = content.iter().any(here);
    // A quotation beside the cue is not begun by a whole quoted sentence in another paragraph that has a cue of its own,
    // unless its marks say so.
    let own = paragraph_of(view, cue);
    let quote_here = content.iter().filter(|r| here(r)).any(|&r| quotes_over(view, r).any(|q| !q.continues));
    let content: Vec<WordRange> = content
        .into_iter()
        .filter(|r| {
            let paragraph = paragraph_of(view, r.start as usize);
            let ends =
                |w: WordRange| w.range().next_back().is_some_and(|i| matches!(view.form(i), "." | "!" | "?"));
            let closed = || quotes_over(view, *r).any(|q| ends(q.words));
            !quote_here || paragraph >= own || !closed() || !has_cue(view, paragraph, *r)
        })
        .collect();
    content
        .into_iter()
        .filter(|r| (!some_here || here(r) || quoted(r)) && (r.len() > 2 || longest <= 4))
        .collect()
}

/// Whether the heads see a cue in a paragraph outside of `said`.
fn has_cue(view: &View, paragraph: usize, said: WordRange) -> bool {
    let words = view.layout.paragraphs[paragraph].words;
    let cues = &view.heads.roles.cues;
    let from = cues.partition_point(|c| c.words.end <= words.start);
    cues[from..].iter().take_while(|c| c.words.start < words.end).any(|c| !c.words.overlaps(said))
}

/// Takes the phrase of the parse that the content comes closest to, where it comes close: heads miss the ends of names
/// and clauses.
fn snap(view: &View, draft: &mut Draft) {
    if draft.content.len() != 1 || runs_over_sentences(view, &draft.content) {
        return;
    }
    let best = phrases(view, draft.cue_head)
        .into_iter()
        .map(|p| (jaccard(&p, &draft.content), p))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((likeness, phrase)) =
        best.filter(|b| b.0 >= LEAST_LIKENESS && !b.1.iter().any(|r| r.overlaps(draft.cue)))
        && likeness < 1.0
    {
        draft.content = phrase;
    }
}

/// Makes whole a phrase that the heads cut within: "a vessel near [the reef]", "on April [12]".
fn mend(view: &View, draft: &mut Draft) {
    let (cue, source) = (draft.cue, draft.source);
    let outside = |i: usize| !cue.contains(i) && !source.is_some_and(|s| s.contains(i));
    // "the handover [of the wanted men]", "no meeting [planned for June]": what belongs to the last noun of a piece.
    let starts: Vec<u32> = draft.content.iter().map(|r| r.start).collect();
    for piece in &mut draft.content {
        let (end, first) = (piece.end as usize, piece.start as usize);
        if end == 0 || end >= view.sentence(end - 1).end as usize {
            continue;
        }
        let noun = match view.form(end) {
            "of" => view.head(end).and_then(|n| view.head(n)),
            _ if view.word(end).xpos == "VBN" && view.word(end).deprel == "acl" => view.head(end),
            _ => None,
        };
        let noun = noun.filter(|&n| first <= n && n < end && matches!(view.word(n).upos, "NOUN" | "PROPN"));
        let Some(noun) = noun.filter(|&n| view.sentence(n).contains(end)) else { continue };
        let whole = (end..view.subtree(noun).end as usize)
            .take_while(|&i| outside(i) && view.form(i) != "," && !starts.contains(&(i as u32)));
        piece.end = whole.last().map_or(end, |i| i + 1) as u32;
    }
    let Some(last) = draft.content.last_mut() else { return };
    for _ in 0..3 {
        let (end, word) = (last.end as usize, last.end as usize - 1);
        if end >= view.sentence(word).end as usize || is_punctuation(view, end) || is_punctuation(view, word)
        {
            return;
        }
        let opens =
            matches!(view.word(word).relation(), "case" | "det" | "nummod" | "amod" | "compound" | "nmod");
        let above = view.head(word).filter(|&h| h >= end && h < end + 8 && opens);
        let goes_on = view.head(end) == Some(word)
            && matches!(view.word(end).relation(), "flat" | "nummod" | "fixed" | "goeswith");
        let to = match above {
            Some(h) => noun_phrase(view, h).end as usize,
            None if goes_on => end + 1,
            None => return,
        };
        if to <= end || !(end..to).all(outside) {
            return;
        }
        last.end = to as u32;
    }
}

fn runs_over_sentences(view: &View, content: &[WordRange]) -> bool {
    content.iter().any(|r| view.sentence_index(r.start as usize) != view.sentence_index(r.end as usize - 1))
}

fn touches(view: &View, a: WordRange, b: WordRange) -> bool {
    let (x, y) = if a.start <= b.start { (a, b) } else { (b, a) };
    (x.end..y.start).all(|i| is_punctuation(view, i as usize))
}

/// A piece cut where its pointers change for good: runs of fewer than [`LEAST_RUN`] words follow their neighbours.
fn pointed(view: &View, piece: &Labelled) -> Vec<(u32, WordRange, f32)> {
    let roles = &view.heads.roles;
    let mut runs: Vec<(Option<u32>, WordRange)> = Vec::new();
    for i in piece.words.range() {
        let cue = roles.content_cue[i];
        match runs.last_mut() {
            Some((c, r)) if *c == cue => r.end += 1,
            _ => runs.push((cue, WordRange::new(i, i + 1))),
        }
    }
    let longest = runs.iter().map(|r| r.1.len()).max().unwrap_or(0);
    let mut kept: Vec<(u32, WordRange)> = Vec::new();
    let mut lead = piece.words.start;
    for (cue, r) in runs {
        match (cue, kept.last_mut()) {
            (Some(c), Some(last)) if last.0 == c => last.1.end = r.end,
            (Some(c), _) if r.len() >= LEAST_RUN || r.len() == longest => {
                kept.push((c, WordRange::new(lead as usize, r.end as usize)));
            }
            (_, Some(last)) => last.1.end = r.end,
            _ => continue,
        }
        lead = r.end;
    }
    let certainty = |r: WordRange| {
        r.range().map(|i| roles.content_cue_score.get(i).copied().unwrap_or(1.0)).sum::<f32>()
            / r.len().max(1) as f32
    };
    kept.into_iter().map(|(c, r)| (c, r, certainty(r))).collect()
}

/// The draft of cue word `first` with its cue and source spans.
fn draft(view: &View, lexicon: &Lexicon, first: usize, content: Vec<WordRange>) -> Draft {
    let roles = &view.heads.roles;
    let k = roles
        .cues
        .iter()
        .position(|c| c.words.start as usize == first)
        .or_else(|| roles.cues.iter().position(|c| c.words.contains(first)));
    let cue = k.map_or(WordRange::new(first, first + 1), |k| roles.cues[k].words);
    let cue_head = cue
        .range()
        .find(|&i| view.word(i).upos == "VERB" && lexicon.cues.verb(view.form(i)).is_some())
        .or_else(|| cue.range().find(|&i| matches!(view.word(i).upos, "VERB" | "NOUN")))
        .unwrap_or(first);
    let pointed = k.and_then(|k| roles.cue_source.get(k).copied().flatten());
    let span = pointed.map(|s| {
        let known = roles
            .sources
            .iter()
            .find(|x| x.words.start == s)
            .or_else(|| roles.sources.iter().find(|x| x.words.contains(s as usize)));
        known.map_or(WordRange::new(s as usize, s as usize + 1), |x| x.words)
    });
    let source_head = span.map(|r| head_of(view, r));
    let source = span.map(|r| completed(view, trim(view, r))).filter(|r| !r.is_empty());
    let source_head = source_head.or_else(|| if k.is_none() { subject(view, cue_head) } else { None });
    Draft {
        source: source.or_else(|| source_head.map(|h| noun_phrase(view, h))),
        source_head,
        cue,
        cue_head,
        content,
        content_head: None,
        stance: lexicon
            .cues
            .verb(view.form(cue_head))
            .or_else(|| lexicon.cues.noun(view.form(cue_head)))
            .map_or(Some("asserts"), |c| Some(c.stance)),
        quotation: lexicon
            .cues
            .verb(view.form(cue_head))
            .is_some_and(|c| c.takes(demarche_lexicon::cues::Frame::Quotation).is_some()),
        spoken: false,
        rule: "model:attribution",
    }
}

/// A source cut short ("the", "Maria") made whole by the noun phrase that it begins.
fn completed(view: &View, words: WordRange) -> WordRange {
    if words.is_empty() {
        return words;
    }
    let head = head_of(view, words);
    let above = view.head(head).filter(|&h| {
        matches!(view.word(head).relation(), "det" | "amod" | "compound" | "nummod") && h > head
    });
    match above {
        Some(h) => noun_phrase(view, h),
        None if words.len() < 3 => {
            let whole = noun_phrase(view, head);
            if whole.contains(words.start as usize) { whole } else { words }
        }
        None => words,
    }
}

/// The word of a range whose head lies outside of it.
fn head_of(view: &View, words: WordRange) -> usize {
    words
        .range()
        .find(|&i| {
            view.head(i).is_none_or(|h| !words.contains(h))
                && !is_punctuation(view, i)
                && view.word(i).relation() != "case"
        })
        .unwrap_or(words.start as usize)
}
