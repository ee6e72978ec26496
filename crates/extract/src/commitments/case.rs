//! Whose the outcome of a condition is, and what it means to the other side: "if they do not leave, *we* will act".

use super::bargains::branch;
use super::conditions::{Condition, Tie, negated};
use super::outcomes::{ahead, forecast, groundless, ours_acts, owns, refuses};
use super::provocations::{exchange, opposed};
use super::scene::{Scene, Voice};
use super::worth::Worth;
use crate::ActorId;
use crate::attribution::clause::subject;
use demarche_base::WordRange;
use demarche_record::CommitmentKind;

/// What a condition states and who makes it.
pub(super) type Verdict = (CommitmentKind, Vec<ActorId>);

/// A condition with who states it and who acts in it.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    /// What all steps look at.
    pub scene: &'a Scene<'a>,
    /// The condition.
    pub c: &'a Condition,
    /// Who states it.
    pub voice: &'a Voice,
    /// The words of what follows, without those of the reporting clause.
    pub then_words: &'a [WordRange],
    /// Who acts in what follows.
    pub agents: &'a [ActorId],
    /// Who would meet the condition.
    pub if_actors: &'a [ActorId],
}

/// A case of which it is known who would be bound.
pub(super) struct Weighed<'a> {
    /// The case.
    pub case: Case<'a>,
    /// How the speaker speaks: "warns", "promises".
    pub stance: Option<&'a str>,
    /// Whose the outcome is.
    pub by: Vec<ActorId>,
    /// Whether the speaker speaks of what is his own.
    pub own: bool,
    /// What the outcome means to the other side.
    pub worth: Worth,
    /// Whether the outcome is to come.
    pub future: bool,
    /// Whether the outcome is that the act is not done.
    pub denies: bool,
    /// Whether another side would meet the condition.
    pub other_acts: bool,
}

impl<'a> Case<'a> {
    /// What kind of commitment the condition states and who makes it; `None` where it is none between actors.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        let Case { scene, c, voice, agents, if_actors, .. } = *self;
        let speakers = &voice.speakers;
        if purpose(scene, c) {
            return (!speakers.is_empty()).then(|| (CommitmentKind::Condition, speakers.clone()));
        }
        let other = agents.iter().all(|a| !if_actors.contains(a)) || refused(scene, c, agents).is_some();
        if refuses(scene, c.then_head) && !agents.is_empty() && other {
            // "has ruled out talks unless": what is refused hangs on the condition.
            return Some((CommitmentKind::Condition, agents.to_vec()));
        }
        if let Some(shunning) = self.shunning() {
            let by = scene.agents(shunning, voice);
            let theirs = if_actors.iter().any(|a| !by.contains(a));
            return (theirs && scene.public(&by)).then_some((CommitmentKind::Condition, by));
        }
        if forecast(scene, c, voice) && agents.is_empty() {
            return Some((CommitmentKind::Condition, Vec::new()));
        }
        self.weighed()?.verdict()
    }

    /// "*refused* to accept a truce until they left": what is refused hangs on the act.
    fn shunning(&self) -> Option<usize> {
        let Case { scene, c, .. } = *self;
        let ties = c.tie == Tie::Until || c.tie == Tie::If && c.negated;
        scene
            .view
            .head(c.then_head)
            .filter(|&h| ties && scene.view.word(c.then_head).relation() == "xcomp" && scene.has("shun", h))
    }

    /// Whose the outcome is and what it means; `None` where it binds nobody.
    fn weighed(&self) -> Option<Weighed<'a>> {
        let Case { scene, c, voice, then_words, agents, if_actors } = *self;
        let speakers = &voice.speakers;
        let stance = scene.attribution(voice).and_then(|a| a.stance);
        let head = c.then_head;
        // "asked Lima to leave, failing which it would act": the second is not asked for.
        let asked = stance == Some("asks") && !scene.opens_otherwise(c.connective);
        if asked
            || matches!(stance, Some("rejects" | "denies"))
            || speakers.is_empty() && agents.is_empty() && c.tie != Tie::Depends
        {
            return None;
        }
        let official = scene.official_side(voice, agents);
        let own = official
            || speakers.is_empty()
            || agents.iter().any(|x| speakers.contains(x))
            || ours_acts(scene, head)
            || c.tie == Tie::Until && (agents.is_empty() || owns(scene, voice, head));
        let by: Vec<ActorId> = if agents.is_empty() || own && !official && !speakers.is_empty() {
            speakers.clone()
        } else {
            agents.to_vec()
        };
        // In the text's own voice, what one side does if it does something itself binds it to nobody.
        if speakers.is_empty() && !if_actors.is_empty() && if_actors.iter().all(|x| by.contains(x)) {
            return None;
        }
        // "Elbonia's approval hinges on ..."
        let by = if by.is_empty() && c.tie == Tie::Depends { scene.owner(head, voice) } else { by };
        let others = |v: &[ActorId]| v.iter().any(|x| !by.contains(x));
        // A plan that touches nobody else, told in the text's own voice, is a forecast.
        let touched =
            others(if_actors) || others(&scene.named_in(&c.if_words)) || others(&scene.named_in(then_words));
        if speakers.is_empty() && !touched && !c.negated && c.tie != Tie::Depends && !exchange(scene, c) {
            return None;
        }
        let worth = match scene.worth(head, then_words) {
            Worth::Unwanted if exchange(scene, c) => Worth::Wanted,
            worth => worth,
        };
        let future = ahead(scene, head)
            || scene.has("ready", head)
            || scene.has("feasible", head)
            || groundless(scene, head);
        let other_acts = opposed(scene, c)
            || others(if_actors)
            || if_actors.is_empty() && others(&scene.named_in(&c.if_words));
        let denies = negated(scene.view, head);
        Some(Weighed { case: *self, stance, by, own, worth, future, denies, other_acts })
    }
}

/// "If we want progress, we need restraint": the second is the condition of the first.
pub(super) fn purpose(scene: &Scene, c: &Condition) -> bool {
    let wanting = scene.has("want", c.if_head);
    let ours = subject(scene.view, c.then_head).is_some_and(|s| scene.ours(s));
    wanting && ours && scene.has("need", c.then_head) && scene.view.child(c.if_head, "xcomp").is_some()
        || wanting && scene.view.children_by(c.then_head, "aux").any(|x| scene.has("need", x))
}

/// "ruled out talks with Lima so long as it keeps the island": nobody refuses a thing for what he does himself, so that a
/// pronoun in the condition means those with whom it is refused.
pub(super) fn refused(scene: &Scene, c: &Condition, agents: &[ActorId]) -> Option<Vec<ActorId>> {
    let subject = scene.view.child(c.if_head, "nsubj")?;
    let object = scene.view.child(c.then_head, "obj").filter(|_| refuses(scene, c.then_head))?;
    let words = scene.clause_words(object, &[branch(scene, c.if_head, object)]);
    let others = scene.foreign(scene.named_in(&words), agents);
    (scene.view.word(subject).upos == "PRON" && !others.is_empty()).then_some(others)
}
