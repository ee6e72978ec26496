//! Conditions of what a word binds to: "*promised* to help *if they leave*", "*threatened* that *unless they leave* ...".

use super::bargains::{branch, future_tie};
use super::conditions::{Condition, Tie, negated};
use super::outcomes::musters;
use super::provocations::{exchange, helped, hostile};
use super::said::Said;
use super::scene::Scene;
use super::worth::Worth;
use super::{pledges, with_spans};
use crate::Commitment;
use crate::attribution::clause::subject;
use demarche_base::WordRange;
use demarche_lexicon::commissives::Deed;
use demarche_record::CommitmentKind;

/// A condition of what a word binds to: "promised to help if ...", "threatened that unless ...".
pub(super) fn bound(scene: &Scene, said: &[Said], c: &Condition) -> Option<Commitment> {
    if c.tie == Tie::When && !c.only && !future_tie(scene, c) {
        return None;
    }
    let mut s = binding(scene, said, c)?.clone();
    s.words = if s.finite && c.tie == Tie::Nominal && c.then_head == s.act {
        c.then_words.clone()
    } else if s.finite {
        scene.clause_words(s.act, &[branch(scene, c.if_head, s.act)])
    } else {
        s.words
    };
    // "would treat any attack as a declaration of war": what follows stands behind the condition.
    let behind = c.tie == Tie::Nominal && s.words == c.then_words;
    if c.connective.start as usize > s.act && !behind {
        s.words = clip(&s.words, c);
    }
    let mut out = pledges::pledge(scene, &s, true)?;
    out.kind = kind_with(scene, &s, c, out.kind);
    let mut condition = scene.clause(c.if_head, &c.if_words, c.negated, &s.voice);
    if condition.actor.is_empty() && scene.view.word(c.if_head).upos == "NOUN" {
        condition.actor = scene.owner(c.if_head, &s.voice);
    }
    // "promised them that nobody would be arrested if *they* left": those who were told.
    let pronoun = subject(scene.view, c.if_head).is_some_and(|p| {
        scene.view.word(p).upos == "PRON" && !scene.ours(p) && scene.view.head(p) == Some(c.if_head)
    });
    if pronoun && !s.told.is_empty() && condition.actor.iter().all(|a| out.by.contains(a)) {
        condition.actor.clone_from(&s.told);
    }
    let mut meets = scene.foreign(condition.actor.clone(), &out.by);
    if meets.is_empty() && out.towards.is_empty() {
        meets = scene.foreign(scene.named_in(&c.if_words), &out.by);
    }
    if !meets.is_empty() {
        out.towards = meets;
    }
    // "promised Lima support if Oslo cuts its gas": help against who would do harm is promised to whom it helps.
    let helped = helped(scene, c, &s.words, &out.by, &out.towards);
    if matches!(out.kind, CommitmentKind::Promise | CommitmentKind::Offer) && !helped.is_empty() {
        out.kind = CommitmentKind::Promise;
        out.towards = helped;
    }
    out.condition = Some(condition);
    out.found_by = "rule:condition";
    Some(with_spans(out))
}

/// What binds to the outcome of the condition: "offered to talk if they left, and threatened to act if they stayed": of two,
/// the one whose act it is.
fn binding<'s>(scene: &Scene, said: &'s [Said], c: &Condition) -> Option<&'s Said> {
    let all = || said.iter().filter(|s| s.deed != Deed::Demand);
    let own = all().find(|s| c.then_head == s.cue || c.then_head == s.act);
    own.or_else(|| {
        all().find(|s| {
            lent(scene, c.then_head, s)
            // "stands ready to help, provided they leave": the proviso may hang from the verb that carries the word.
            || scene.view.head(s.cue) == Some(c.then_head) && scene.view.word(s.cue).relation() == "xcomp"
            || within(scene, c.then_head, s)
        })
    })
}

/// What a pledge of `kind` is with its condition.
fn kind_with(scene: &Scene, s: &Said, c: &Condition, mut kind: CommitmentKind) -> CommitmentKind {
    use CommitmentKind::{Offer, Promise, Threat};
    // A readiness that hangs on the other side is an offer.
    if s.deed == Deed::Ready && kind == Promise {
        kind = Offer;
    }
    // "stands ready to send its army in should the talks fail": not for whom they failed.
    let sends = scene.has("errand", s.act) && musters(scene, s.act);
    if s.deed == Deed::Ready && kind == Offer && sends && scene.has("falters", c.if_head) {
        kind = Threat;
    }
    // "vowed to go in unless they gave way": what is vowed against the other side's act.
    let resists = c.negated || hostile(scene, c);
    if s.deed == Deed::Vow && kind == Promise && resists && scene.worth(s.act, &s.words) == Worth::Open {
        kind = Threat;
    }
    // "assured them that it would not renew the contract unless they left": what is sworn is withheld.
    let withheld = c.negated && negated(scene.view, s.act) && scene.worth(s.act, &s.words) != Worth::Wanted;
    if kind == Promise && withheld {
        kind = Threat;
    }
    // What is given in exchange for something is no harm.
    if kind == Threat && exchange(scene, c) && s.deed != Deed::Threat {
        kind = if s.deed == Deed::Ready { Offer } else { Promise };
    }
    kind
}

/// "*voiced* its readiness to help if ...": the verb that only carries the binding noun.
fn lent(scene: &Scene, verb: usize, s: &Said) -> bool {
    let view = scene.view;
    view.word(s.cue).upos == "NOUN"
        && view.word(s.cue).relation() == "obj"
        && view.head(s.cue) == Some(verb)
        && scene.has("lends", verb)
}

/// Whether a word lies in what is said, with no clause of its own between: "promised to send them *home* if ...".
fn within(scene: &Scene, word: usize, s: &Said) -> bool {
    let view = scene.view;
    let mut at = word;
    for _ in 0..6 {
        if at == s.act || at == s.cue {
            return true;
        }
        let joins =
            matches!(view.word(at).relation(), "obj" | "iobj" | "obl" | "nmod" | "amod" | "xcomp" | "conj")
                || view.form(at) == "worth";
        match view.head(at) {
            Some(h) if joins && view.child(at, "nsubj").is_none_or(|_| view.form(at) == "worth") => at = h,
            _ => return false,
        }
    }
    false
}

/// The words before the connective.
fn clip(words: &[WordRange], c: &Condition) -> Vec<WordRange> {
    words
        .iter()
        .map(|r| WordRange::new(r.start as usize, r.end.min(c.connective.start.max(r.start)) as usize))
        .filter(|r| !r.is_empty())
        .collect()
}
