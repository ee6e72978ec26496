//! Two or more paths before an actor.

use super::acts::Scene;
use super::{commitment, with_spans};
use crate::attribution::clause::{first_of, is_punctuation, marked, runs, subject, trim};
use crate::{Clause, Commitment};
use demarche_base::WordRange;
use demarche_record::CommitmentKind;

/// Adds choices to `found`: "choose between A and B", "a choice between A and B", "either A or B".
pub(super) fn choices(scene: &Scene, found: &mut Vec<Commitment>) {
    for i in 0..scene.view.len() {
        if let Some(c) = between(scene, i).or_else(|| either(scene, i)) {
            found.push(c);
        }
    }
}

/// "had to choose between dialogue and confrontation", "the choice is between war and peace".
fn between(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let form = view.form(i).to_lowercase();
    let chooses = matches!(view.lemma(i), "choose" | "choice" | "decide" | "option")
        || matches!(form.as_str(), "choose" | "chooses" | "choice" | "choosing");
    if !chooses {
        return None;
    }
    let end = view.sentence(i).end as usize;
    let word = (i + 1..end.min(i + 6)).find(|&k| view.form(k).eq_ignore_ascii_case("between"))?;
    let first = view
        .head(word)
        .filter(|&h| h > word && view.word(word).relation() == "case")
        .or_else(|| (word + 1..end).find(|&k| matches!(view.word(k).upos, "NOUN" | "PROPN" | "VERB")))?;
    let options = coordinated(scene, first, word + 1)?;
    make(scene, i, subject(view, i), options, "rule:choice")
}

/// "must either withdraw or face isolation".
fn either(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    if !view.form(i).eq_ignore_ascii_case("either") {
        return None;
    }
    let first = view.head(i).filter(|&h| h > i && view.word(h).upos == "VERB")?;
    let or = view.children_by(first, "conj").find(|&c| marked(view, c, "cc", &["or"]).is_some())?;
    scene.statement(i)?;
    let start = i + 1;
    let a = trim(view, WordRange::new(start, first_of(view, or)));
    let b = trim(view, WordRange::new(marked(view, or, "cc", &["or"])? + 1, view.subtree(or).end as usize));
    let options = vec![(first, a), (or, b)];
    make(scene, first, subject(view, first), options, "rule:either")
}

/// The coordinated phrases that begin at `start`.
fn coordinated(scene: &Scene, first: usize, start: usize) -> Option<Vec<(usize, WordRange)>> {
    let view = scene.view;
    let others: Vec<usize> = view.children_by(first, "conj").collect();
    if others.is_empty() {
        return None;
    }
    let mut out = Vec::new();
    for (k, &head) in [first].iter().chain(&others).enumerate() {
        let from = if k == 0 { start } else { first_of(view, head) };
        let from =
            (from..=head).find(|&w| view.word(w).upos != "CCONJ" && !is_punctuation(view, w)).unwrap_or(head);
        let end = others.get(k).map_or_else(
            || runs(view, head, &[]).last().map_or(head + 1, |r| r.end as usize),
            |&n| first_of(view, n),
        );
        let mut r = trim(view, WordRange::new(from, end.max(from)));
        while !r.is_empty() && view.word(r.end as usize - 1).upos == "CCONJ" {
            r = trim(view, WordRange::new(r.start as usize, r.end as usize - 1));
        }
        if !r.is_empty() {
            out.push((head, r));
        }
    }
    (out.len() > 1).then_some(out)
}

fn make(
    scene: &Scene,
    at: usize,
    subject: Option<usize>,
    options: Vec<(usize, WordRange)>,
    rule: &'static str,
) -> Option<Commitment> {
    let statement = scene.statement(at);
    let a = statement.map(|s| &scene.attributions[s]);
    let by = a.map_or(Vec::new(), |a| scene.principals(a));
    let mut towards = subject.map_or(Vec::new(), |s| scene.actors(s, a));
    towards.retain(|x| !by.contains(x));
    if towards.is_empty() {
        return None;
    }
    let mut c = commitment(CommitmentKind::Choice, statement, rule);
    c.options = options
        .into_iter()
        .map(|(head, r)| Clause { actor: towards.clone(), ..scene.clause(head, &[r], false, a) })
        .collect();
    c.by = by;
    c.towards = towards;
    Some(with_spans(c))
}
