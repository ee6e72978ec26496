//! What one actor wants of another.

use super::acts::Scene;
use super::bargains::ahead;
use super::conditions::negated;
use super::{commitment, overlap, with_spans};
use crate::attribution::clause::{
    first_of, hangs_from, is_finite, is_punctuation, marked, runs, subject, trim,
};
use crate::{ActorId, Attribution, Clause, Commitment};
use demarche_base::WordRange;
use demarche_record::CommitmentKind;

/// Adds demands to `found`: the contents of demanding statements, and what others "must" or "need to" do.
pub(super) fn demands(scene: &Scene, found: &mut Vec<Commitment>) {
    let mut new: Vec<Commitment> = Vec::new();
    for (i, a) in scene.attributions.iter().enumerate() {
        new.extend(demanded(scene, i, a));
    }
    for i in 0..scene.view.len() {
        new.extend(necessary(scene, i));
    }
    for c in new {
        let Some(what) = &c.what else { continue };
        let held = found
            .iter()
            .any(|f| f.kind == CommitmentKind::Demand && f.what.as_ref().is_some_and(|w| overlap(w, what)));
        let told_before = found.iter().any(|f| f.kind == CommitmentKind::Demand && same_words(scene, f, &c));
        if !held && !told_before {
            found.push(c);
        }
    }
}

/// "demanded that ...", "called on X to ...", "the guarantees demanded by X", "X's demand for ...".
fn demanded(scene: &Scene, index: usize, a: &Attribution) -> Vec<Commitment> {
    let view = scene.view;
    let asked = a.stance == Some("asks")
        && matches!(
            a.found_by,
            "rule:object-infinitive"
                | "rule:infinitive"
                | "rule:preposition"
                | "rule:noun"
                | "rule:object"
                | "rule:clause"
        );
    if !(a.stance == Some("demands") || asked && directive(scene, a)) {
        return Vec::new();
    }
    let by = scene.principals(a);
    if by.is_empty() || a.cue_head.is_some_and(|h| negated(view, h as usize)) {
        return Vec::new();
    }
    let words: Vec<WordRange> =
        a.content_words.iter().map(|&r| without_that(scene, r)).filter(|r| !r.is_empty()).collect();
    let Some(top) = top(scene, &words) else { return Vec::new() };
    let mut out = Vec::new();
    for (head, part) in parts(scene, top, &words) {
        let mut c = commitment(CommitmentKind::Demand, Some(index), "rule:demand");
        let mut what = scene.clause(head, &part, negated(view, head), Some(a));
        let doer = doer(scene, a, top, head, &part, &by);
        what.actor = doer.clone();
        c.towards = doer;
        c.by = by.clone();
        c.what = Some(what);
        out.push(with_spans(c));
    }
    out
}

/// Whether asking means asking somebody to act, not asking a question.
fn directive(scene: &Scene, a: &Attribution) -> bool {
    let view = scene.view;
    let Some(cue) = a.cue_head.map(|h| h as usize) else { return false };
    let asks_for = view.form(cue).to_lowercase().starts_with("ask") || view.lemma(cue) == "ask";
    match a.found_by {
        "rule:object-infinitive" => true,
        "rule:preposition" => {
            !matches!(view.lemma(cue), "inquire" | "enquire" | "wonder" | "seek")
                && (!asks_for || view.sentence(cue).range().any(|i| i == cue + 1 && view.form(i) == "for"))
        }
        "rule:noun" => true,
        "rule:infinitive" => a.addressee.is_some(),
        "rule:object" | "rule:clause" => matches!(view.lemma(cue), "request"),
        _ => false,
    }
}

fn without_that(scene: &Scene, r: WordRange) -> WordRange {
    let mut r = trim(scene.view, r);
    if !r.is_empty()
        && scene.view.form(r.start as usize).eq_ignore_ascii_case("that")
        && scene.view.word(r.start as usize).relation() == "mark"
    {
        r.start += 1;
    }
    r
}

/// The highest word of the content that can be demanded.
fn top(scene: &Scene, words: &[WordRange]) -> Option<usize> {
    let inside = |i: usize| words.iter().any(|r| r.contains(i));
    let tops: Vec<usize> = words
        .iter()
        .flat_map(|r| r.range())
        .filter(|&i| !is_punctuation(scene.view, i) && scene.view.head(i).is_none_or(|h| !inside(h)))
        .filter(|&i| matches!(scene.view.word(i).upos, "VERB" | "NOUN" | "PROPN" | "ADJ" | "AUX" | "PRON"))
        .collect();
    // With an object and its infinitive, the infinitive is the act.
    tops.iter().rev().copied().find(|&i| scene.view.word(i).upos == "VERB").or(tops.first().copied())
}

/// The demands in a content: coordinated noun phrases and infinitives are one each.
fn parts(scene: &Scene, top: usize, words: &[WordRange]) -> Vec<(usize, Vec<WordRange>)> {
    let view = scene.view;
    let inside = |i: usize| words.iter().any(|r| r.contains(i));
    let nominal = matches!(view.word(top).upos, "NOUN" | "PROPN");
    let conjuncts: Vec<usize> = if nominal {
        let coordinated =
            |c: usize| view.word(c).relation() == "conj" && view.word(c).upos == "NOUN" && inside(c);
        let range = words[0].start as usize..words[words.len() - 1].end as usize;
        range
            .filter(|&c| {
                c > top
                    && coordinated(c)
                    && hangs_from(view, c, top)
                    && weighty(scene, c)
                    && weighty(scene, top)
            })
            .collect()
    } else {
        view.children_by(top, "conj")
            .filter(|&c| {
                inside(c)
                    && view.word(c).upos == "VERB"
                    && !is_finite(view, c)
                    && view.child(c, "nsubj").is_none()
            })
            .collect()
    };
    if conjuncts.is_empty() {
        return vec![(top, words.to_vec())];
    }
    let mut out = Vec::new();
    for (k, &head) in [top].iter().chain(&conjuncts).enumerate() {
        let start = if k == 0 { words[0].start as usize } else { first_without_cc(scene, head) };
        let end = conjuncts.get(k).map_or(words[words.len() - 1].end as usize, |&n| first_of(view, n));
        let mut r = trim(view, WordRange::new(start, end.max(start)));
        while !r.is_empty() && view.word(r.end as usize - 1).upos == "CCONJ" {
            r = trim(view, WordRange::new(r.start as usize, r.end as usize - 1));
        }
        if !r.is_empty() {
            out.push((head, vec![r]));
        }
    }
    out
}

/// Whether a noun is an act that can be demanded by itself: "a halt to ...", "the dismantling of ...".
fn weighty(scene: &Scene, noun: usize) -> bool {
    let view = scene.view;
    let complement = |c: usize| matches!(view.word(c).relation(), "nmod" | "acl") && c > noun;
    let word = view.form(noun).to_lowercase();
    let act = ["ing", "ment", "al", "ion", "sion", "ance", "ence"].iter().any(|e| word.ends_with(e))
        || scene.has("act_noun", noun);
    act && view.children(noun).iter().any(|&c| complement(c as usize))
}

fn first_without_cc(scene: &Scene, head: usize) -> usize {
    let first = first_of(scene.view, head);
    (first..=head)
        .find(|&i| scene.view.word(i).upos != "CCONJ" && !is_punctuation(scene.view, i))
        .unwrap_or(head)
}

/// Who should do it: the object of the demand, the subject of its clause, or the one actor its words name.
fn doer(
    scene: &Scene,
    a: &Attribution,
    top: usize,
    head: usize,
    words: &[WordRange],
    by: &[ActorId],
) -> Vec<ActorId> {
    let view = scene.view;
    let foreign = |v: Vec<ActorId>| -> Vec<ActorId> { v.into_iter().filter(|x| !by.contains(x)).collect() };
    let mut out = Vec::new();
    if let Some(s) = view.child(head, "nsubj").or_else(|| view.child(top, "nsubj")) {
        out = foreign(scene.actors(s, Some(a)));
    }
    if out.is_empty()
        && let Some(cue) = a.cue_head.map(|h| h as usize)
    {
        let told = view
            .child(cue, "obj")
            .into_iter()
            .chain(
                view.children_by(cue, "obl")
                    .filter(|&o| marked(view, o, "case", &["on", "upon", "to", "from", "of"]).is_some()),
            )
            .filter(|&o| o != head && matches!(view.word(top).upos, "VERB"));
        for o in told {
            out.extend(foreign(scene.actors(o, Some(a))));
        }
        if out.is_empty() && view.word(cue).upos == "NOUN" {
            let to =
                view.children_by(cue, "nmod").filter(|&n| marked(view, n, "case", &["to", "on"]).is_some());
            out = to.flat_map(|n| foreign(scene.actors(n, Some(a)))).collect();
        }
    }
    if out.is_empty() {
        out = foreign(scene.named_in(words)).into_iter().take(1).collect();
    }
    if out.is_empty()
        && let Some(cue) = a.cue_head.map(|h| h as usize)
        && let Some(noun) = view.head(cue).filter(|_| view.word(cue).relation() == "acl")
    {
        // "an ultimatum to the West demanding ...".
        let around =
            view.children(noun).iter().chain(view.head(noun).map(|v| view.children(v)).unwrap_or_default());
        for &n in around {
            let n = n as usize;
            if matches!(view.word(n).relation(), "nmod" | "obl" | "iobj")
                && marked(view, n, "case", &["to"]).is_some()
            {
                out.extend(foreign(scene.actors(n, Some(a))));
            }
        }
    }
    out.dedup();
    out
}

/// "X must stop", "X needs to give up ...": said by one actor of another.
fn necessary(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if view.word(i).upos != "VERB" {
        return None;
    }
    let must = view.children_by(i, "aux").find(|&x| matches!(view.form(x).to_lowercase().as_str(), "must"));
    let need = matches!(view.form(i).to_lowercase().as_str(), "needs" | "need" | "has" | "have" | "needed")
        .then(|| view.child(i, "xcomp").filter(|&x| marked(view, x, "mark", &["to"]).is_some()))
        .flatten();
    let (act, holder) = match (must, need) {
        (Some(_), _) => (i, i),
        (_, Some(x)) if !ahead(scene, i) || marked(view, i, "mark", &["to"]).is_some() => (x, i),
        _ => return None,
    };
    let statement = scene.statement(i)?;
    let a = &scene.attributions[statement];
    let speakers = scene.principals(a);
    let s = subject(view, holder)?;
    let doers = scene.actors(s, Some(a));
    let fits = !speakers.is_empty()
        && !doers.is_empty()
        && doers.iter().all(|d| !speakers.contains(d))
        && matches!(a.stance, Some("asserts" | "demands" | "warns" | "believes" | "expects") | None)
        && !matches!(
            view.lemma(act),
            "choose" | "decide" | "understand" | "know" | "be" | "face" | "pay" | "wait"
        )
        && !view
            .children_by(holder, "mark")
            .any(|m| matches!(view.form(m).to_lowercase().as_str(), "if" | "unless" | "whether"));
    if !fits {
        return None;
    }
    let start = if act == holder { first_verb_word(scene, act) } else { first_of(view, act) };
    let words: Vec<WordRange> = runs(view, act, &others_of(scene, act))
        .into_iter()
        .filter_map(|r| {
            let r = WordRange::new((r.start as usize).max(start), r.end as usize);
            (!r.is_empty()).then_some(r)
        })
        .collect();
    let mut c = commitment(CommitmentKind::Demand, Some(statement), "rule:necessity");
    let mut what: Clause = scene.clause(act, &words, negated(view, act), Some(a));
    what.actor = doers.clone();
    c.by = speakers;
    c.towards = doers;
    c.what = Some(what);
    Some(with_spans(c))
}

fn first_verb_word(scene: &Scene, act: usize) -> usize {
    scene.view.children_by(act, "aux").map(|x| x + 1).max().unwrap_or(act).min(act)
}

fn others_of(scene: &Scene, act: usize) -> Vec<usize> {
    scene
        .view
        .children_by(act, "conj")
        .chain(scene.view.children_by(act, "parataxis"))
        .filter(|&c| scene.view.child(c, "nsubj").is_some())
        .collect()
}

/// Whether two demands of one actor have the same head noun: one demand, told again.
fn same_words(scene: &Scene, a: &Commitment, b: &Commitment) -> bool {
    let heads = |c: &Commitment| -> Vec<String> {
        let words = c.what.iter().flat_map(|w| &w.spans).map(|&s| scene.view.words_in(s));
        words
            .flat_map(|r| r.range())
            .filter(|&i| matches!(scene.view.word(i).upos, "NOUN" | "VERB" | "PROPN"))
            .map(|i| scene.view.form(i).to_lowercase())
            .collect()
    };
    let (x, y) = (heads(a), heads(b));
    let short = x.len().min(y.len());
    a.by == b.by
        && short > 0
        && x.len().max(y.len()) <= short + 1
        && x.iter().filter(|w| y.contains(w)).count() >= short
}
