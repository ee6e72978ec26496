//! Conditions between actors: "if you do this, we will do that".

use super::bound::bound;
use super::case::{Case, purpose, refused};
use super::conditions::{Condition, Tie, conditions, negated};
use super::nominal::nominal;
use super::outcomes::{ahead, forecast, pledged, refuses, unreal};
use super::provocations::{exchange, hostile};
use super::said::Said;
use super::scene::{Scene, Voice};
use super::towards::towards;
use super::{commitment, demands, pledges, with_spans};
use crate::{Clause, Commitment};
use demarche_base::WordRange;
use demarche_lexicon::commissives::Deed;
use demarche_record::CommitmentKind;

/// The threats, promises, offers and plain conditions that conditions state, in order of the text.
pub(super) fn bargains(scene: &Scene, said: &[Said]) -> Vec<Commitment> {
    let mut all = conditions(scene.view, &scene.lexicon.commissives);
    for c in &mut all {
        ordered(scene, said, c);
    }
    let named = nominal(scene);
    // A clause with "if" says more than a noun phrase.
    let held: Vec<usize> = all.iter().map(|c| c.then_head).collect();
    all.extend(named.into_iter().filter(|c| !held.contains(&c.then_head)));
    all.iter().filter_map(|c| bound(scene, said, c).or_else(|| bargain(scene, said, c))).collect()
}

/// "They demanded that the army leave. Otherwise ...": the condition is the act that was demanded, not the demanding.
fn ordered(scene: &Scene, said: &[Said], c: &mut Condition) {
    let opens =
        scene.view.sentence_index(c.if_head) != scene.view.sentence_index(c.connective.start as usize);
    let sentence = scene.view.sentence(c.if_head);
    let demand = said
        .iter()
        .rev()
        .find(|s| s.deed == Deed::Demand && (s.cue == c.if_head || opens && sentence.contains(s.cue)));
    if let Some(s) = demand.filter(|s| s.act < c.connective.start as usize && c.negated) {
        c.if_head = s.act;
        c.if_words.clone_from(&s.words);
        c.negated = !negated(scene.view, s.act);
    }
}

/// What a condition states, where no other word binds to it: "if they leave, we will lift the ban".
fn bargain(scene: &Scene, said: &[Said], c: &Condition) -> Option<Commitment> {
    if settled(scene, said, c) {
        return None;
    }
    if let Some(open) = open_if(scene, c) {
        return Some(open);
    }
    // "Only when they have left will it open, the minister said": the saying itself hangs on nothing.
    let said_of = scene.cued(c.then_head).filter(|_| c.tie == Tie::When && !refuses(scene, c.then_head));
    if said_of.is_some() && said_of == scene.statement(c.if_head) {
        return None;
    }
    let c = &finite(scene, c);
    if !tells(scene, c) {
        return None;
    }
    let voice = voice(scene, c);
    let then_words = scene
        .attribution(&voice)
        .map_or_else(|| c.then_words.clone(), |a| clipped(&a.content_words, &c.then_words));
    let agents = scene.agents(c.then_head, &voice);
    let if_actors = scene.agents(c.if_head, &voice);
    let case =
        Case { scene, c, voice: &voice, then_words: &then_words, agents: &agents, if_actors: &if_actors };
    let (kind, by) = case.verdict()?;
    let forecast = kind == CommitmentKind::Condition && by.is_empty() && forecast(scene, c, &voice);
    if !forecast && (by.is_empty() || kind == CommitmentKind::Condition && !scene.public(&by)) {
        return None;
    }
    let mut out = commitment(kind, voice.statement, "rule:condition");
    let (condition, consequence) = sides(&case);
    out.towards = towards(&case, kind, &by);
    // Help against an attacker is promised to whom it helps.
    if kind == CommitmentKind::Promise && hostile(scene, c) {
        let mut helped = scene.foreign(scene.named_in(&then_words), &by);
        if helped.is_empty() {
            helped = scene.foreign(scene.foreign(scene.named_in(&c.if_words), &by), &if_actors);
        }
        out.towards = helped;
    }
    out.by = by;
    out.condition = Some(condition);
    out.consequence = Some(consequence);
    Some(with_spans(out))
}

/// Whether the condition binds nobody to anything to come: what is demanded under it, what would have been, what is done.
fn settled(scene: &Scene, said: &[Said], c: &Condition) -> bool {
    let demanded = |s: &Said| s.deed == Deed::Demand && (s.act == c.then_head || s.cue == c.then_head);
    c.tie == Tie::When && !c.only && !future_tie(scene, c)
        || demands::imperative(scene, c.then_head).is_some()
        || unreal(scene, c.then_head)
        || said.iter().any(demanded)
        // "freed three hostages in return for prisoners" is done.
        || c.tie == Tie::Nominal
            && exchange(scene, c)
            && scene.view.word(c.then_head).xpos == "VBD"
            && scene.voice(c.then_head).is_text()
}

/// Whether both sides of a condition that clauses tell are clauses.
fn tells(scene: &Scene, c: &Condition) -> bool {
    let view = scene.view;
    let says = |h: usize| {
        matches!(view.word(h).upos, "VERB" | "AUX")
            || view.child(h, "cop").is_some()
            || view.child(h, "expl").is_some()
    };
    // "demanded the withdrawal, failing which ...": what is demanded may be told by a noun.
    let demanded = scene.view.word(c.if_head).upos == "NOUN" && scene.opens_otherwise(c.connective);
    demanded
        || !matches!(c.tie, Tie::If | Tie::When | Tie::Until)
        || says(c.then_head) && (says(c.if_head) || view.child(c.if_head, "nsubj").is_some())
}

/// Who states the condition.
fn voice(scene: &Scene, c: &Condition) -> Voice {
    let view = scene.view;
    let mut voice = scene.voice(c.then_head);
    misread(scene, c, &mut voice);
    if let Some(s) = scene.cued(c.then_head).filter(|_| voice.is_text() && c.tie == Tie::Depends) {
        voice = Voice { statement: Some(s), speakers: scene.principals(&scene.attributions[s]) };
    }
    if voice.is_text() {
        voice = scene.voice(c.if_head);
    }
    // "The union has made its support conditional on reforms."
    if voice.is_text()
        && c.tie == Tie::Depends
        && let Some(v) = view
            .head(c.then_head)
            .filter(|&v| view.word(c.then_head).relation() == "obj" && scene.has("conditions_on", v))
    {
        voice.speakers = scene.agents(v, &voice);
    }
    voice
}

/// The condition and what follows from it.
fn sides(case: &Case) -> (Clause, Clause) {
    let Case { scene, c, voice, then_words, agents, if_actors } = *case;
    let view = scene.view;
    let mut condition = scene.clause(c.if_head, &c.if_words, c.negated, voice);
    let mut consequence = scene.clause(c.then_head, then_words, negated(view, c.then_head), voice);
    // "ruled out talks": what follows is no talks.
    if let Some(o) = view.child(c.then_head, "obj").filter(|_| refuses(scene, c.then_head)) {
        let refused = scene.clause_words(o, &[branch(scene, c.if_head, o)]);
        consequence = Clause { actor: agents.to_vec(), ..scene.clause(o, &refused, true, voice) };
    }
    if let Some(others) = refused(scene, c, agents) {
        condition.actor = others;
    }
    if condition.actor.is_empty() {
        condition.actor = if_actors.to_vec();
    }
    if condition.actor.is_empty() && view.word(c.if_head).upos == "NOUN" {
        condition.actor = scene.owner(c.if_head, voice);
    }
    if purpose(scene, c) { (consequence, condition) } else { (condition, consequence) }
}

/// "did not rule out a strike if they test another missile": what is kept open against others, and for what case.
fn open_if(scene: &Scene, c: &Condition) -> Option<Commitment> {
    let mut out = pledges::left_open(scene, c.then_head).filter(|_| c.tie == Tie::If)?;
    let voice = Voice { statement: None, speakers: out.by.clone() };
    let object = scene.view.child(c.then_head, "obj")?;
    let words = scene.act_words(object, &[c.if_head, branch(scene, c.if_head, object)]);
    out.consequence = out.consequence.map(|side| Clause { spans: scene.spans(&words), ..side });
    let condition = scene.clause(c.if_head, &c.if_words, c.negated, &voice);
    let meets = scene.foreign(condition.actor.clone(), &out.by);
    if !meets.is_empty() {
        out.towards = meets;
    }
    out.condition = Some(condition);
    out.found_by = "rule:condition";
    Some(with_spans(out))
}

/// The condition with what follows told by its finite clause: "will have no choice but *to act* if ...".
fn finite(scene: &Scene, c: &Condition) -> Condition {
    let view = scene.view;
    let mut out = c.clone();
    for _ in 0..4 {
        let at = out.then_head;
        let below = matches!(view.word(at).relation(), "xcomp" | "acl" | "advcl") && scene.infinitive(at)
            || at != c.then_head && matches!(view.word(at).relation(), "obj" | "obl" | "nmod");
        let above = view.head(at).filter(|&h| below && view.sentence_index(h) == view.sentence_index(at));
        // "Raids to continue until ...": a headline's infinitive tells what is to come.
        let told = |h: usize| {
            view.word(at).relation() == "acl"
                && matches!(view.word(h).relation(), "root" | "ccomp" | "parataxis")
                && view.child(h, "cop").is_none()
        };
        if let Some(h) = above.filter(|&h| told(h)) {
            let start = scene.view.subtree(h).start;
            if let Some(r) =
                out.then_words.first_mut().filter(|r| start < r.start && r.start as usize == h + 1)
            {
                r.start = start;
            }
            break;
        }
        let Some(above) = above else { break };
        out.then_head = above;
    }
    if out.then_head != c.then_head && c.tie != Tie::Depends {
        out.then_words =
            scene.clause_words(out.then_head, &[c.if_head, branch(scene, c.if_head, out.then_head)]);
    }
    out
}

/// Nobody threatens himself with what another will do: where the side that is to meet the condition seems to speak, it
/// was taken for the speaker by mistake, and who acts in what follows speaks.
fn misread(scene: &Scene, c: &Condition, voice: &mut Voice) {
    let agents = scene.agents(c.then_head, voice);
    let meets = scene.agents(c.if_head, voice);
    let apart = !agents.is_empty() && !agents.iter().any(|a| meets.contains(a) || voice.speakers.contains(a));
    if apart && !voice.speakers.is_empty() && voice.speakers.iter().all(|s| meets.contains(s)) {
        voice.speakers = agents;
    }
}

/// The words that lie in the statement, where any do: the reporting clause's own words go.
fn clipped(content: &[WordRange], words: &[WordRange]) -> Vec<WordRange> {
    let inside: Vec<WordRange> = words
        .iter()
        .flat_map(|r| {
            content.iter().map(|c| WordRange::new(r.start.max(c.start) as usize, r.end.min(c.end) as usize))
        })
        .filter(|r| !r.is_empty())
        .collect();
    if inside.is_empty() { words.to_vec() } else { inside }
}

/// "once", "when" and "after" with a future main clause.
pub(super) fn future_tie(scene: &Scene, c: &Condition) -> bool {
    let first = c.connective.start as usize;
    let once = (first.saturating_sub(1)..=first + 1)
        .any(|k| ["once", "soon", "after"].iter().any(|w| scene.view.form(k).eq_ignore_ascii_case(w)));
    (once || c.connective.range().any(|k| scene.has("at_once", k)))
        && (ahead(scene, c.then_head) || pledged(scene, c.then_head))
}

/// The child of `above` (or of anything) that holds `word`: "as long as ..." hangs by "long".
pub(super) fn branch(scene: &Scene, word: usize, above: usize) -> usize {
    let view = scene.view;
    let mut at = word;
    for _ in 0..4 {
        match view.head(at) {
            Some(h) if h != above && matches!(view.word(h).upos, "ADV" | "ADP" | "SCONJ") => at = h,
            _ => break,
        }
    }
    at
}
