//! Threats, promises and offers without a condition.

use super::acts::{Scene, Worth};
use super::bargains::ahead;
use super::conditions::negated;
use super::{commitment, overlap, with_spans};
use crate::attribution::clause::{is_punctuation, runs};
use crate::{ActorId, Attribution, Commitment};
use demarche_base::WordRange;
use demarche_record::{CommitmentKind, Plover};

/// Adds to `found` what commissive verbs and clauses about the future say, where no condition holds it already.
pub(super) fn pledges(scene: &Scene, found: &mut Vec<Commitment>) {
    let mut new: Vec<Commitment> = Vec::new();
    for (i, a) in scene.attributions.iter().enumerate() {
        new.extend(spoken(scene, i, a));
    }
    for i in 0..scene.view.len() {
        new.extend(foretold(scene, i));
    }
    for c in new {
        let held = found.iter().any(|f| {
            let sides = [&f.condition, &f.consequence, &f.what];
            c.consequence.as_ref().is_some_and(|x| sides.into_iter().flatten().any(|y| overlap(x, y)))
        });
        if !held {
            found.push(c);
        }
    }
}

/// "threatened to ...", "promised to ...", "offered to ...": the content is the act.
fn spoken(scene: &Scene, index: usize, a: &Attribution) -> Option<Commitment> {
    let stance = a.stance.filter(|s| matches!(*s, "threatens" | "promises" | "offers"))?;
    let by = scene.principals(a);
    if by.is_empty()
        || a.cue_head.is_some_and(|h| negated(scene.view, h as usize))
        || a.found_by == "rule:adjective"
    {
        return None;
    }
    let (head, words) = act(scene, a)?;
    let finite = scene.view.child(head, "nsubj");
    if let Some(s) = finite {
        // "promised that others would help" binds nobody present.
        let agents = scene.actors(s, Some(a));
        if !agents.is_empty() && !agents.iter().any(|x| by.contains(x)) {
            return None;
        }
    }
    let worth = scene.worth(head, &words);
    if worth == Worth::Open
        && stance == "promises"
        && a.cue_head.is_some_and(|h| scene.has("resolve", h as usize))
    {
        // What is vowed need be no promise to anybody.
        return None;
    }
    let kind = match (stance, worth) {
        ("threatens", _) | ("promises", Worth::Unwanted) => CommitmentKind::Threat,
        ("offers", _) => CommitmentKind::Offer,
        _ => CommitmentKind::Promise,
    };
    let mut out = commitment(kind, Some(index), "rule:commissive");
    let mut side = scene.clause(head, &words, negated(scene.view, head), Some(a));
    if side.actor.is_empty() {
        side.actor = by.clone();
    }
    out.towards = others(scene, &by, &words, a);
    out.by = by;
    out.consequence = Some(side);
    Some(with_spans(out))
}

/// The act in a content: its head word and words.
fn act(scene: &Scene, a: &Attribution) -> Option<(usize, Vec<WordRange>)> {
    let words: Vec<WordRange> = a.content_words.clone();
    let inside = |i: usize| words.iter().any(|r| r.contains(i));
    let head = words.iter().flat_map(|r| r.range()).find(|&i| {
        !is_punctuation(scene.view, i)
            && scene.view.head(i).is_none_or(|h| !inside(h))
            && matches!(scene.view.word(i).upos, "VERB" | "NOUN" | "ADJ" | "AUX" | "PROPN")
    })?;
    Some((head, words))
}

/// Actors in the words or told of them, beside those who bind themselves.
fn others(scene: &Scene, by: &[ActorId], words: &[WordRange], a: &Attribution) -> Vec<ActorId> {
    let mut named = scene.named_in(words);
    if named.is_empty()
        && let Some(s) = a.addressee
    {
        named = scene.named_in(&[scene.view.words_in(s)]);
    }
    named.retain(|x| !by.contains(x));
    named
}

/// A clause about the future inside a statement: "there will be consequences", "we will send aid".
fn foretold(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let verbal = matches!(view.word(i).upos, "VERB" | "ADJ" | "NOUN")
        || view.word(i).upos == "AUX" && !matches!(view.word(i).relation(), "aux" | "cop");
    let ready = scene.has("ready", i) && view.child(i, "cop").is_some();
    if !verbal || !(ahead(scene, i) || ready) || view.word(i).relation() == "xcomp" && !looks_on(scene, i) {
        return None;
    }
    let statement = scene.statement(i)?;
    let a = &scene.attributions[statement];
    if matches!(a.stance, Some("demands" | "asks" | "rejects" | "denies" | "fears" | "hopes"))
        || conditional_side(scene, i)
    {
        return None;
    }
    let speakers = scene.principals(a);
    if speakers.is_empty() {
        return None;
    }
    let words = runs(view, i, &coordinated_clauses(scene, i));
    let worth = scene.worth(i, &words);
    let subject = view.child(i, "nsubj").or_else(|| crate::attribution::clause::subject(view, i));
    let there = view.children(i).iter().any(|&c| view.word(c as usize).deprel == "expl");
    let agents = scene.agents(i, Some(a));
    let official = scene.official_side(a, &speakers, &agents);
    let own = official || agents.iter().any(|x| speakers.contains(x));
    let speakers = if official { agents.clone() } else { speakers };
    let certain = !view
        .children_by(i, "aux")
        .any(|x| matches!(view.form(x).to_lowercase().as_str(), "could" | "might" | "can"));
    let undergone = scene.has("undergo", i) || scene.has("subject", i);
    let looms =
        there || undergone && !own || agents.is_empty() && subject.is_some_and(|s| scene.has("harm_noun", s));
    let threatens = own && certain && (ready || will(scene, i));
    let (kind, by) = if worth == Worth::Unwanted && (looms || threatens) {
        (CommitmentKind::Threat, speakers.clone())
    } else if own && ready && worth == Worth::Wanted && !negated(view, i) {
        (CommitmentKind::Offer, speakers.clone())
    } else if own && certain && worth == Worth::Wanted && will(scene, i) && !negated(view, i) {
        (CommitmentKind::Promise, speakers.clone())
    } else if !own && !agents.is_empty() && certain && will(scene, i) {
        let (act, giving) = giving(scene, i)?;
        let receiver: Vec<ActorId> =
            scene.named_in(&[view.subtree(act)]).into_iter().filter(|x| !agents.contains(x)).collect();
        if receiver.is_empty() {
            return None;
        }
        let mut out = commitment(CommitmentKind::Promise, Some(statement), "rule:future");
        let mut side = scene.clause(act, &runs(view, act, &[]), false, Some(a));
        side.actor = agents.clone();
        side.kind = side.kind.or(Some(giving));
        out.by = agents;
        out.towards = receiver;
        out.consequence = Some(side);
        return Some(with_spans(out));
    } else {
        return None;
    };
    let mut out = commitment(kind, Some(statement), "rule:future");
    let is_negated = negated(view, i);
    let side = scene.clause(i, &words, is_negated, Some(a));
    let mut by = by;
    by.extend(joining(scene, i).into_iter().filter(|x| !speakers.contains(x)));
    out.towards = others(scene, &by, &words, a);
    out.by = by;
    out.consequence = Some(side);
    Some(with_spans(out))
}

/// "will", "would", "shall", "'ll", "is going to", on the verb or on what it is the infinitive of.
fn will(scene: &Scene, i: usize) -> bool {
    let view = scene.view;
    let on = |h: usize| {
        view.children_by(h, "aux").any(|x| {
            matches!(view.form(x).to_lowercase().as_str(), "will" | "would" | "shall" | "'ll" | "’ll" | "wo")
        })
    };
    on(i)
        || view.word(i).relation() == "xcomp"
            && view.head(i).is_some_and(|h| on(h) || view.form(h).eq_ignore_ascii_case("going"))
        || view.word(i).relation() == "conj" && view.head(i).is_some_and(on)
}

/// An infinitive that carries the future of its governor: "are going to", "will need to".
fn looks_on(scene: &Scene, i: usize) -> bool {
    scene.view.head(i).is_some_and(|h| scene.view.form(h).eq_ignore_ascii_case("going"))
}

/// Whether the clause is a side of a condition.
fn conditional_side(scene: &Scene, i: usize) -> bool {
    let view = scene.view;
    let marked_if = |h: usize| {
        view.children_by(h, "mark").any(|m| {
            matches!(view.form(m).to_lowercase().as_str(), "if" | "unless" | "whether" | "because" | "until")
        })
    };
    let mut at = i;
    for _ in 0..6 {
        if marked_if(at) {
            return true;
        }
        match view.head(at) {
            Some(h)
                if matches!(
                    view.word(at).relation(),
                    "conj" | "xcomp" | "ccomp" | "acl" | "obl" | "nmod" | "obj"
                ) =>
            {
                at = h
            }
            _ => break,
        }
    }
    false
}

/// Clauses coordinated with a clause, which say something else.
fn coordinated_clauses(scene: &Scene, i: usize) -> Vec<usize> {
    scene
        .view
        .children_by(i, "conj")
        .chain(scene.view.children_by(i, "parataxis"))
        .filter(|&c| scene.view.child(c, "nsubj").is_some())
        .collect()
}

/// An act of giving below a verb about the future: "will need to ... continue to provide assistance".
fn giving(scene: &Scene, i: usize) -> Option<(usize, Plover)> {
    let view = scene.view;
    let mut queue = vec![i];
    let mut at = 0;
    while at < queue.len() && queue.len() < 12 {
        let v = queue[at];
        at += 1;
        let object = view.child(v, "obj");
        let gives = object.is_some_and(|o| scene.has("giving", o)) && scene.has("good_verb", v)
            || matches!(view.lemma(v), "help" | "assist" | "defend" | "protect") && object.is_some();
        if gives && !negated(view, v) {
            let top = if view.word(v).relation() == "xcomp"
                && view.head(v).is_some_and(|h| view.lemma(h) == "continue" && h != i)
            {
                view.head(v)?
            } else {
                v
            };
            return Some((top, Plover::Aid));
        }
        queue.extend(
            view.children_by(v, "xcomp")
                .chain(view.children_by(v, "conj"))
                .filter(|&x| view.word(x).upos == "VERB"),
        );
    }
    None
}

/// Actors that a sentence without a verb adds to the one before: "There will be consequences. Also the allies."
fn joining(scene: &Scene, i: usize) -> Vec<ActorId> {
    let view = scene.view;
    let end = view.sentence(i).end as usize;
    if end >= view.len() {
        return Vec::new();
    }
    let next = view.sentence(end);
    let first = next.range().find(|&k| !is_punctuation(view, k));
    let adds = first.is_some_and(|k| {
        matches!(
            view.form(k).to_lowercase().as_str(),
            "also" | "so" | "likewise" | "as" | "and" | "along" | "plus"
        )
    });
    let statement = scene.statement(i);
    let mut words = next;
    // The reporting clause after a closing mark is not part of it.
    if let Some(s) = statement {
        let content = &scene.attributions[s].content_words;
        let held = content.iter().find(|r| r.contains(end)).map(|r| r.end.min(next.end));
        words.end = held.unwrap_or_else(|| cut_at_quote(scene, next));
    }
    let verbless = words.range().all(|k| !matches!(view.word(k).upos, "VERB" | "AUX"));
    if adds && verbless && !words.is_empty() { scene.named_in(&[words]) } else { Vec::new() }
}

fn cut_at_quote(scene: &Scene, words: WordRange) -> u32 {
    words.range().find(|&k| matches!(scene.view.form(k), "\"" | "“" | "”")).map_or(words.end, |k| k as u32)
}
