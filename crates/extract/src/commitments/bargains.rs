//! Conditions between actors: "if you do this, we will do that".

use super::acts::{Scene, Worth};
use super::conditions::{Condition, conditions, negated};
use super::{commitment, with_spans};
use crate::attribution::clause::{marked, subject};
use crate::{ActorId, Attribution, Commitment};
use demarche_base::WordRange;
use demarche_record::CommitmentKind;

/// The threats, promises, offers and plain conditions that conditions state, in order of the text.
pub(super) fn bargains(scene: &Scene) -> Vec<Commitment> {
    conditions(scene.view)
        .iter()
        .filter(|c| c.explicit || c.negated)
        .filter_map(|c| bargain(scene, c))
        .collect()
}

fn bargain(scene: &Scene, c: &Condition) -> Option<Commitment> {
    let view = scene.view;
    let statement = scene.statement(c.then_head).or_else(|| scene.statement(c.if_head));
    // A pledge whose infinitive carries the condition: "promised to help if ...".
    let (then_head, then_words) = narrowed(scene, statement, c);
    let then_words =
        statement.map_or_else(|| then_words.clone(), |i| clipped(&scene.attributions[i], &then_words));
    let a = statement.map(|i| &scene.attributions[i])?;
    let speakers = scene.principals(a);
    let agents = scene.agents(then_head, Some(a));
    let if_actors = scene.agents(c.if_head, Some(a));
    let (kind, by) = judge(scene, a, c, then_head, &then_words, &speakers, &agents, &if_actors)?;
    let mut out = commitment(kind, statement, "rule:condition");
    let wish = purpose(scene, c, then_head);
    let mut condition = scene.clause(c.if_head, &c.if_words, c.negated, Some(a));
    let mut consequence = scene.clause(then_head, &then_words, negated(view, then_head), Some(a));
    if condition.actor.is_empty() {
        condition.actor = if_actors.clone();
    }
    if wish {
        std::mem::swap(&mut condition, &mut consequence);
    }
    out.towards = towards(scene, a, &by, &if_actors, c, &then_words);
    out.by = by;
    out.condition = Some(condition);
    out.consequence = Some(consequence);
    Some(with_spans(out))
}

/// What follows without the words of the commissive verb itself: "promised *to help*".
fn narrowed(scene: &Scene, statement: Option<usize>, c: &Condition) -> (usize, Vec<WordRange>) {
    let commissive = statement
        .is_none_or(|i| !scene.attributions[i].content_words.iter().any(|r| r.contains(c.then_head)));
    if commissive
        && let Some(x) =
            scene.view.child(c.then_head, "xcomp").or_else(|| scene.view.child(c.then_head, "ccomp"))
        && x != c.if_head
    {
        let words = crate::attribution::clause::runs(scene.view, x, &[c.if_head]);
        return (x, words);
    }
    (c.then_head, c.then_words.clone())
}

/// The words that lie in the statement, where any do: the reporting clause's own words go.
fn clipped(a: &Attribution, words: &[WordRange]) -> Vec<WordRange> {
    let inside: Vec<WordRange> = words
        .iter()
        .flat_map(|r| {
            a.content_words
                .iter()
                .map(|c| WordRange::new(r.start.max(c.start) as usize, r.end.min(c.end) as usize))
        })
        .filter(|r| !r.is_empty())
        .collect();
    if inside.is_empty() { words.to_vec() } else { inside }
}

/// "If we want progress, we need restraint": the second is the condition of the first.
fn purpose(scene: &Scene, c: &Condition, then_head: usize) -> bool {
    let wanting = scene.has("want", c.if_head);
    wanting && scene.has("need", then_head) && scene.view.child(c.if_head, "xcomp").is_some()
        || wanting && scene.view.children_by(then_head, "aux").any(|x| scene.has("need", x))
}

/// What kind of commitment a condition states and who makes it; `None` where it is none between actors.
#[allow(clippy::too_many_arguments)]
fn judge(
    scene: &Scene,
    a: &Attribution,
    c: &Condition,
    then_head: usize,
    then_words: &[WordRange],
    speakers: &[ActorId],
    agents: &[ActorId],
    if_actors: &[ActorId],
) -> Option<(CommitmentKind, Vec<ActorId>)> {
    use CommitmentKind::{Condition as Tie, Offer, Promise, Threat};
    if purpose(scene, c, then_head) {
        return Some((Tie, speakers.to_vec()));
    }
    let worth = scene.worth(then_head, then_words);
    let official = scene.official_side(a, speakers, agents);
    let own = official || agents.iter().any(|x| speakers.contains(x));
    let by: Vec<ActorId> =
        if agents.is_empty() || own && !official { speakers.to_vec() } else { agents.to_vec() };
    if by.is_empty() {
        return None;
    }
    match a.stance {
        Some("threatens" | "warns") if own || agents.is_empty() => return Some((Threat, by)),
        Some("promises") if own || agents.is_empty() => {
            return Some((if worth == Worth::Unwanted { Threat } else { Promise }, by));
        }
        Some("offers") if own || agents.is_empty() => return Some((Offer, by)),
        Some("asks" | "rejects" | "denies") => return None,
        _ => {}
    }
    let future = ahead(scene, then_head) || scene.has("ready", then_head);
    let dependence = matches!(scene.view.form(c.connective.start as usize).to_lowercase().as_str(), w if w.starts_with("depend") || w.starts_with("hinge") || w.starts_with("contingent") || w.starts_with("conditional"));
    if dependence {
        return Some((Tie, by_speaker(speakers, by)));
    }
    let other_acts = if_actors.iter().any(|x| !by.contains(x)) || if_actors.is_empty();
    if own || agents.is_empty() && future {
        return match worth {
            Worth::Unwanted => Some((Threat, by)),
            Worth::Wanted if !hostile(scene, c) => Some((Offer, by)),
            Worth::Wanted => Some((Promise, by)),
            Worth::Open if own && future && other_acts => {
                Some((if c.negated || hostile(scene, c) { Threat } else { Tie }, by))
            }
            Worth::Open => (!if_actors.is_empty() && other_acts).then_some((Tie, by)),
        };
    }
    if agents.is_empty() {
        // Nobody is said to act: "the second path is confrontation".
        return match worth {
            Worth::Unwanted => Some((Threat, by)),
            _ => other_acts.then_some((Tie, by)),
        };
    }
    // The other side acts in what follows: it would undergo it ("they will pay a price", "they await sanctions").
    let undergoes = scene.has("undergo", then_head) || waits(scene, then_head);
    if undergoes || worth == Worth::Unwanted && scene.view.child(then_head, "cop").is_some() {
        return (worth == Worth::Unwanted).then(|| (Threat, speakers.to_vec())).filter(|x| !x.1.is_empty());
    }
    None
}

fn by_speaker(speakers: &[ActorId], by: Vec<ActorId>) -> Vec<ActorId> {
    if speakers.is_empty() { by } else { speakers.to_vec() }
}

/// "is waiting for", "can expect": what comes is done to the subject.
fn waits(scene: &Scene, head: usize) -> bool {
    let form = scene.view.form(head).to_lowercase();
    matches!(scene.view.lemma(head), "wait" | "await" | "expect" | "risk" | "anticipate")
        || form.starts_with("wait")
        || form.starts_with("await")
}

/// Whether the clause looks ahead: a modal, "going to", a plain infinitive.
pub(super) fn ahead(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    let modal = |h: usize| {
        view.children_by(h, "aux").any(|a| {
            matches!(
                view.form(a).to_lowercase().as_str(),
                "will"
                    | "'ll"
                    | "’ll"
                    | "would"
                    | "'d"
                    | "’d"
                    | "may"
                    | "might"
                    | "could"
                    | "can"
                    | "shall"
                    | "wo"
                    | "must"
                    | "ca"
            )
        })
    };
    let infinitive = marked(view, head, "mark", &["to"]).is_some();
    let going = view.head(head).is_some_and(|h| {
        view.word(head).relation() == "xcomp" && (view.form(h).eq_ignore_ascii_case("going") || modal(h))
    });
    let ready = matches!(view.lemma(head), "ready" | "prepared" | "willing" | "set" | "likely");
    modal(head)
        || infinitive
        || going
        || ready
        || view.head(head).is_some_and(|h| view.word(head).relation() == "conj" && modal(h))
}

/// Whether the condition is an act that the speaker does not want: an attack, a refusal.
fn hostile(scene: &Scene, c: &Condition) -> bool {
    let worth = scene.worth(c.if_head, &c.if_words);
    match worth {
        Worth::Unwanted => true,
        Worth::Wanted => false,
        Worth::Open => {
            let bad = |i: usize| {
                scene.has("harm_noun", i)
                    || scene.has("harm_verb", i)
                    || matches!(
                        scene.view.lemma(i),
                        "provocation" | "aggression" | "violation" | "violate" | "continue" | "assault"
                    )
            };
            c.if_words.iter().flat_map(|r| r.range()).any(bad)
        }
    }
}

/// Towards whom: who would meet the condition; else whom the clause that follows touches; else who was told.
fn towards(
    scene: &Scene,
    a: &Attribution,
    by: &[ActorId],
    if_actors: &[ActorId],
    c: &Condition,
    then_words: &[WordRange],
) -> Vec<ActorId> {
    let foreign = |v: Vec<ActorId>| -> Vec<ActorId> { v.into_iter().filter(|x| !by.contains(x)).collect() };
    let mut found = foreign(if_actors.to_vec());
    if found.is_empty() {
        found = foreign(scene.named_in(&c.if_words));
    }
    if found.is_empty() {
        found = foreign(scene.named_in(then_words));
    }
    if found.is_empty()
        && let Some(s) = a.addressee
    {
        found = foreign(scene.named_in(&[scene.view.words_in(s)]));
    }
    if found.is_empty() {
        found = foreign(subject(scene.view, c.then_head).map_or(Vec::new(), |s| scene.actors(s, Some(a))));
    }
    found
}
