//! Conditions between actors: "if you do this, we will do that".

use super::conditions::{Condition, Tie, conditions, negated};
use super::nominal::nominal;
use super::outcomes::{
    conferred, confers, dares, eased, encamped, forecast, groundless, in_kind, lacks, lapses, lasting, lasts,
    musters, owns, restored, with_us,
};
use super::said::Said;
use super::scene::{Scene, Voice};
use super::worth::Worth;
use super::{commitment, demands, pledges, with_spans};
use crate::attribution::clause::{marked, subject};
use crate::{ActorId, Commitment};
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

/// A condition of what a word binds to: "promised to help if ...", "threatened that unless ...".
fn bound(scene: &Scene, said: &[Said], c: &Condition) -> Option<Commitment> {
    if c.tie == Tie::When && !c.only && !future_tie(scene, c) {
        return None;
    }
    let binding = || said.iter().filter(|s| s.deed != Deed::Demand);
    // "offered to talk if they left, and threatened to act if they stayed": of two, the one whose act it is.
    let own = binding().find(|s| c.then_head == s.cue || c.then_head == s.act);
    let s = own.or_else(|| {
        binding().find(|s| {
            lent(scene, c.then_head, s)
            // "stands ready to help, provided they leave": the proviso may hang from the verb that carries the word.
            || scene.view.head(s.cue) == Some(c.then_head) && scene.view.word(s.cue).relation() == "xcomp"
            || within(scene, c.then_head, s)
        })
    })?;
    let mut s = s.clone();
    let except = [branch(scene, c.if_head, s.act)];
    s.words = if s.finite && c.tie == Tie::Nominal && c.then_head == s.act {
        c.then_words.clone()
    } else if s.finite {
        scene.clause_words(s.act, &except)
    } else {
        s.words
    };
    // "would treat any attack as a declaration of war": what follows stands behind the condition.
    let behind = c.tie == Tie::Nominal && s.words == c.then_words;
    if c.connective.start as usize > s.act && !behind {
        s.words = clip(&s.words, c);
    }
    let mut out = pledges::pledge(scene, &s, true)?;
    // A readiness that hangs on the other side is an offer.
    if s.deed == Deed::Ready && out.kind == CommitmentKind::Promise {
        out.kind = CommitmentKind::Offer;
    }
    // "stands ready to send its army in should the talks fail": not for whom they failed.
    let sends = scene.has("errand", s.act) && musters(scene, s.act);
    if s.deed == Deed::Ready && out.kind == CommitmentKind::Offer && sends && scene.has("falters", c.if_head)
    {
        out.kind = CommitmentKind::Threat;
    }
    // "vowed to go in unless they gave way": what is vowed against the other side's act.
    let resists = c.negated || hostile(scene, c);
    let theirs = |h| scene.worth(h, &s.words) == Worth::Open;
    if s.deed == Deed::Vow && out.kind == CommitmentKind::Promise && resists && theirs(s.act) {
        out.kind = CommitmentKind::Threat;
    }
    // What is given in exchange for something is no harm.
    if out.kind == CommitmentKind::Threat && exchange(scene, c) && s.deed != Deed::Threat {
        out.kind = if s.deed == Deed::Ready { CommitmentKind::Offer } else { CommitmentKind::Promise };
    }
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

/// Those other than who binds itself (`by`) and who would do harm (`harm`) whom what follows names: "will support *Lima* if Oslo
/// cuts its gas".
fn helped(
    scene: &Scene,
    c: &Condition,
    words: &[WordRange],
    by: &[ActorId],
    harm: &[ActorId],
) -> Vec<ActorId> {
    let harmful = c.tie == Tie::If
        && !scene.has("forbear", c.if_head)
        && scene.worth(c.if_head, &c.if_words) == Worth::Unwanted;
    if !harmful || harm.is_empty() {
        return Vec::new();
    }
    scene.foreign(scene.foreign(scene.named_in(words), by), harm)
}

/// "*voiced* its readiness to help if ...": the verb that only carries the binding noun.
fn lent(scene: &Scene, verb: usize, s: &Said) -> bool {
    let view = scene.view;
    view.word(s.cue).upos == "NOUN"
        && view.word(s.cue).relation() == "obj"
        && view.head(s.cue) == Some(verb)
        && scene.has("lends", verb)
}

/// The child of `above` (or of anything) that holds `word`: "as long as ..." hangs by "long".
fn branch(scene: &Scene, word: usize, above: usize) -> usize {
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

/// "would have acted": no act that is still to come.
pub(super) fn unreal(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    let aux = |class: &str| view.children_by(head, "aux").any(|x| scene.has(class, x));
    view.word(head).xpos == "VBN"
        && aux("modal_ahead")
        && view.children_by(head, "aux").any(|x| view.form(x).eq_ignore_ascii_case("have"))
}

fn clip(words: &[WordRange], c: &Condition) -> Vec<WordRange> {
    words
        .iter()
        .map(|r| WordRange::new(r.start as usize, r.end.min(c.connective.start.max(r.start)) as usize))
        .filter(|r| !r.is_empty())
        .collect()
}

/// "once" and "when" with a future main clause.
fn future_tie(scene: &Scene, c: &Condition) -> bool {
    let first = c.connective.start as usize;
    let once = (first.saturating_sub(1)..=first + 1)
        .any(|k| ["once", "soon"].iter().any(|w| scene.view.form(k).eq_ignore_ascii_case(w)));
    (once || c.connective.range().any(|k| scene.has("at_once", k)))
        && (ahead(scene, c.then_head) || pledged(scene, c.then_head))
}

fn bargain(scene: &Scene, said: &[Said], c: &Condition) -> Option<Commitment> {
    let view = scene.view;
    if matches!(c.tie, Tie::When) && !c.only && !future_tie(scene, c) {
        return None;
    }
    // What is demanded under a condition is a demand; what would have been is past.
    if demands::imperative(scene, c.then_head).is_some() || unreal(scene, c.then_head) {
        return None;
    }
    if said.iter().any(|s| s.deed == Deed::Demand && (s.act == c.then_head || s.cue == c.then_head)) {
        return None;
    }
    // "freed three hostages in return for prisoners" is done.
    if c.tie == Tie::Nominal
        && exchange(scene, c)
        && view.word(c.then_head).xpos == "VBD"
        && scene.voice(c.then_head).is_text()
    {
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
    let says = |h: usize| {
        matches!(view.word(h).upos, "VERB" | "AUX")
            || view.child(h, "cop").is_some()
            || view.child(h, "expl").is_some()
    };
    let tied_by_clauses = matches!(c.tie, Tie::If | Tie::When | Tie::Until);
    if tied_by_clauses
        && !(says(c.then_head) && (says(c.if_head) || view.child(c.if_head, "nsubj").is_some()))
    {
        return None;
    }
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
    let then_words = scene
        .attribution(&voice)
        .map_or_else(|| c.then_words.clone(), |a| clipped(&a.content_words, &c.then_words));
    let agents = scene.agents(c.then_head, &voice);
    let if_actors = scene.agents(c.if_head, &voice);
    let (kind, by) = judge(scene, c, &voice, &then_words, &agents, &if_actors)?;
    let forecast = kind == CommitmentKind::Condition && by.is_empty() && forecast(scene, c, &voice);
    if !forecast && (by.is_empty() || kind == CommitmentKind::Condition && !scene.public(&by)) {
        return None;
    }
    let mut out = commitment(kind, voice.statement, "rule:condition");
    let helps = kind == CommitmentKind::Promise && hostile(scene, c);
    let wish = purpose(scene, c);
    let mut condition = scene.clause(c.if_head, &c.if_words, c.negated, &voice);
    let mut consequence = scene.clause(c.then_head, &then_words, negated(view, c.then_head), &voice);
    // "ruled out talks": what follows is no talks.
    if let Some(o) = view.child(c.then_head, "obj").filter(|_| refuses(scene, c.then_head)) {
        let refused = scene.clause_words(o, &[branch(scene, c.if_head, o)]);
        consequence = crate::Clause { actor: agents.clone(), ..scene.clause(o, &refused, true, &voice) };
    }
    if let Some(others) = refused(scene, c, &agents) {
        condition.actor = others;
    }
    if condition.actor.is_empty() {
        condition.actor.clone_from(&if_actors);
    }
    if condition.actor.is_empty() && view.word(c.if_head).upos == "NOUN" {
        condition.actor = scene.owner(c.if_head, &voice);
    }
    if wish {
        std::mem::swap(&mut condition, &mut consequence);
    }
    out.towards = towards(scene, &voice, kind, &by, &if_actors, c, &then_words);
    // Help against an attacker is promised to whom it helps.
    if helps {
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

/// "did not rule out a strike if they test another missile": what is kept open against others, and for what case.
fn open_if(scene: &Scene, c: &Condition) -> Option<Commitment> {
    let mut out = pledges::left_open(scene, c.then_head).filter(|_| c.tie == Tie::If)?;
    let voice = Voice { statement: None, speakers: out.by.clone() };
    let object = scene.view.child(c.then_head, "obj")?;
    let words = scene.act_words(object, &[c.if_head, branch(scene, c.if_head, object)]);
    out.consequence = out.consequence.map(|side| crate::Clause { spans: scene.spans(&words), ..side });
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

/// "If we want progress, we need restraint": the second is the condition of the first.
fn purpose(scene: &Scene, c: &Condition) -> bool {
    let wanting = scene.has("want", c.if_head);
    let ours = subject(scene.view, c.then_head).is_some_and(|s| scene.ours(s));
    wanting && ours && scene.has("need", c.then_head) && scene.view.child(c.if_head, "xcomp").is_some()
        || wanting && scene.view.children_by(c.then_head, "aux").any(|x| scene.has("need", x))
}

/// What kind of commitment a condition states and who makes it; `None` where it is none between actors.
fn judge(
    scene: &Scene,
    c: &Condition,
    voice: &Voice,
    then_words: &[WordRange],
    agents: &[ActorId],
    if_actors: &[ActorId],
) -> Option<(CommitmentKind, Vec<ActorId>)> {
    use CommitmentKind::{Condition as Tied, Promise, Threat};
    let speakers = &voice.speakers;
    let stance = scene.attribution(voice).and_then(|a| a.stance);
    let head = c.then_head;
    if purpose(scene, c) {
        return (!speakers.is_empty()).then(|| (Tied, speakers.clone()));
    }
    let other = agents.iter().all(|a| !if_actors.contains(a)) || refused(scene, c, agents).is_some();
    if refuses(scene, head) && !agents.is_empty() && other {
        // "has ruled out talks unless": what is refused hangs on the condition.
        return Some((Tied, agents.to_vec()));
    }
    // "refused to accept a truce until they left": what is refused hangs on the act.
    let shunning = scene
        .view
        .head(head)
        .filter(|&h| scene.view.word(head).relation() == "xcomp" && scene.has("shun", h));
    if let Some(shunning) = shunning.filter(|_| c.tie == Tie::Until || c.tie == Tie::If && c.negated) {
        let by = scene.agents(shunning, voice);
        let theirs = if_actors.iter().any(|a| !by.contains(a));
        return (theirs && scene.public(&by)).then_some((Tied, by));
    }
    let hangs = c.tie == Tie::Depends;
    if forecast(scene, c, voice) && agents.is_empty() {
        return Some((Tied, Vec::new()));
    }
    if matches!(stance, Some("asks" | "rejects" | "denies"))
        || speakers.is_empty() && agents.is_empty() && !hangs
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
    let by = match by.is_empty() && c.tie == Tie::Depends {
        true => scene.owner(head, voice),
        false => by,
    };
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
    if c.tie == Tie::Depends {
        return Some((Tied, if speakers.is_empty() { by } else { speakers.clone() }));
    }
    let sworn = stance == Some("promises");
    let warned = matches!(stance, Some("warns" | "threatens"));
    let denies = negated(scene.view, head);
    let meets = other_acts || scene.passive(c.if_head);
    // "promised that the men would go home if they kept their word": whoever is to act.
    if sworn && future && c.tie == Tie::If && !c.only && worth != Worth::Unwanted && scene.public(speakers) {
        return Some((Promise, speakers.clone()));
    }
    // "will not talk to them until they leave": talks hang on the act, nobody is harmed.
    let clausal = matches!(c.tie, Tie::If | Tie::Until);
    let talks =
        own && !agents.is_empty() && confers(scene, head) || agents.is_empty() && conferred(scene, head);
    // "will not sit idly by if": no talks.
    if denies && future && clausal && talks && !scene.menacing(then_words) {
        return Some((Tied, by));
    }
    // "will free nobody until food comes": what others want is withheld, whoever is to bring the food.
    let withheld = c.tie == Tie::Until && worth == Worth::Unwanted && !agents.is_empty();
    if own && denies && future && !c.only && (meets || withheld) && matches!(c.tie, Tie::If | Tie::Until) {
        // "will not return until they leave": what is withheld is a threat.
        return Some((Threat, by));
    }
    if own && future && c.tie == Tie::If && !c.negated && !agents.is_empty() {
        // "If they try this again, I will send the fleet": a dare is answered.
        if dares(scene, c.if_head) {
            return Some((Threat, by));
        }
        // "would double its patrols if they asked for it"
        let request = scene.view.child(c.if_head, "obj").is_some_and(|o| scene.has("asked_noun", o));
        if (scene.has("asks_for", c.if_head) || request && scene.has("lends", c.if_head))
            && !denies
            && !c.only
            && worth != Worth::Unwanted
        {
            return Some((Promise, by));
        }
    }
    if c.tie == Tie::Until {
        // "Until the war is over they will not see their money, we say": what the other side will not get.
        if future && denies && !own && !c.only && scene.public(speakers) {
            return Some((Tied, speakers.clone()));
        }
        if !(future && own) {
            return None;
        }
        // "It will stay in our port until the judges have spoken."
        if agents.is_empty()
            && scene.has("stay", head)
            && !denies
            && scene.public(&by)
            && with_us(scene, head)
        {
            return Some((Tied, by));
        }
        // "We will keep our weapons until they leave": what lasts may be no harm.
        let kept = scene.has("abides", head) && meets && (ours_acts(scene, head) || !agents.is_empty());
        let harms = lasting(scene, head) || encamped(scene, head) || worth == Worth::Unwanted && meets;
        return if harms { Some((Threat, by)) } else { kept.then_some((Tied, by)) };
    }
    // "The border would be reopened once they had gone home."
    let back = agents.is_empty() && future && worth == Worth::Wanted && restored(scene, head);
    if c.tie == Tie::When && !c.only && back && !denies && scene.public(&by) {
        return Some((Promise, by));
    }
    if c.tie == Tie::When && !c.only && own {
        let kind = match worth {
            Worth::Wanted => Promise,
            Worth::Unwanted if !denies && others(if_actors) => Threat,
            _ => Tied,
        };
        let theirs = others(if_actors) || if_actors.is_empty() && scene.public(&by) && !agents.is_empty();
        return (own && future && (kind != Tied || theirs)).then_some((kind, by));
    }
    // "would regard a deployment as a provocation": how an act would be taken.
    let taken = scene.has("regard", head)
        && then_words.iter().flat_map(|r| r.range()).any(|i| {
            scene.view.word(i).upos == "NOUN" && ["harm_noun", "grave", "foe"].iter().any(|k| scene.has(k, i))
                // "as a hostile act"
                || scene.view.word(i).upos == "ADJ" && scene.has("unfriendly", i)
        });
    if c.tie == Tie::Nominal && taken && !c.negated && (own || agents.is_empty()) {
        return Some((Threat, by));
    }
    // "They will be treated as invaders if they enter."
    let foes =
        scene.has("regard", head) && then_words.iter().flat_map(|r| r.range()).any(|i| scene.has("foe", i));
    if c.tie == Tie::If && foes && future && !denies && !c.negated && !c.only && (own || agents.is_empty()) {
        return Some((Threat, by));
    }
    // "Any attack will be answered", whatever the answer is called.
    if c.tie == Tie::Nominal
        && scene.has("answers", head)
        && !exchange(scene, c)
        && !c.negated
        && (own || agents.is_empty())
    {
        return Some((Threat, by));
    }
    if c.tie == Tie::Nominal && c.negated {
        // "without an apology there will be no talks": withheld by who speaks; "there can be no peace": a state of things.
        let firm = scene.view.children_by(head, "aux").any(|x| scene.modal("modal_will", head, x));
        let withheld = denies && !lacks(scene, head) || worth == Worth::Unwanted && own && !denies;
        let kind = if firm && withheld { Threat } else { Tied };
        return Some((kind, if speakers.is_empty() { by } else { speakers.clone() }));
    }
    // "In case of an attack the answer will be hard."
    let replies = subject(scene.view, head).is_some_and(|s| scene.has("reply", s));
    if c.tie == Tie::Nominal && replies && future && !exchange(scene, c) && !c.negated {
        return Some((Threat, by));
    }
    if own && !agents.is_empty() || agents.is_empty() && future && own_matter(scene, c, voice) {
        if c.only {
            return Some((Tied, by));
        }
        return match worth {
            // "If they fail to comply, we will submit the matter to the council."
            _ if hostile(scene, c) && future && clausal && !denies && !recourse(scene, head).is_empty() => {
                Some((Threat, by))
            }
            // "If a shot is fired at our guards, we will invoke the treaty": who would fire is plain.
            Worth::Open if own && future && hostile(scene, c) && scene.passive(c.if_head) && !denies => {
                Some((Threat, by))
            }
            // "Unless the guns fall silent, we risk a war": what would come of itself.
            Worth::Unwanted if scene.has("dread", head) && !agents.is_empty() => Some((Tied, by)),
            Worth::Unwanted => Some((Threat, by)),
            Worth::Wanted if c.tie == Tie::Nominal && !exchange(scene, c) => {
                (c.negated).then_some((Tied, by))
            }
            // "If they scrap the decree, we will discuss trade": one act for another.
            Worth::Wanted
                if c.tie == Tie::If
                    && other_acts
                    && !sworn
                    && !assailed(scene, c)
                    && helped(scene, c, then_words, &by, if_actors).is_empty()
                    && !lasts(scene, c)
                    && !pledged(scene, head) =>
            {
                Some((CommitmentKind::Offer, by))
            }
            Worth::Wanted => Some((Promise, by)),
            Worth::Open if c.tie == Tie::Nominal && !exchange(scene, c) => c.negated.then_some((Tied, by)),
            // "would put the money in a bank if they agreed, he pledged"
            Worth::Open if own && future && sworn && !c.negated && !hostile(scene, c) => Some((Promise, by)),
            Worth::Open if own && future && (other_acts || scene.passive(c.if_head) && c.negated) => {
                // "If they send their rigs, we will send our own": the answer is in kind.
                let menace = c.negated || warned || hostile(scene, c) || in_kind(scene, head);
                Some((if menace { Threat } else { Tied }, by))
            }
            Worth::Open if hostile(scene, c) && future && !if_actors.is_empty() => Some((Threat, by)),
            // "If one more rocket falls on our town, we will answer."
            Worth::Open
                if own && hostile(scene, c) && future && !denies && scene.has("strikes_back", head) =>
            {
                Some((Threat, by))
            }
            // "will ask the league for help if the shooting goes on"
            Worth::Open if hostile(scene, c) && future && !recourse(scene, head).is_empty() => {
                Some((Threat, by))
            }
            // "If the shelling does not stop, we will bring in reserves."
            Worth::Open
                if own
                    && future
                    && c.tie == Tie::If
                    && !denies
                    && musters(scene, head)
                    && (c.negated || hostile(scene, c)) =>
            {
                Some((Threat, by))
            }
            Worth::Open => (future && (others(if_actors) || stranger(scene, c))).then_some((Tied, by)),
        };
    }
    if agents.is_empty() {
        // Nobody is said to act: "the second path is confrontation".
        let firm = scene.view.children_by(head, "aux").any(|x| scene.modal("modal_will", head, x));
        return match worth {
            Worth::Unwanted => Some((Threat, by)),
            // "The measures would be lifted if they renounced force."
            Worth::Wanted
                if (eased(scene, head) || restored(scene, head))
                    && future
                    && c.tie == Tie::If
                    && !c.only
                    && !denies =>
            {
                Some((Promise, by))
            }
            // "If they are not back by Monday, the truce will end."
            _ if c.negated && future && !denies && lapses(scene, head) => Some((Threat, by)),
            // "More ships would be sent unless they gave way"; warned: "if they stay, oil may cease to flow".
            Worth::Open
                if (c.negated && scene.passive(head) || warned)
                    && future
                    && !denies
                    && c.tie == Tie::If
                    && !c.only
                    && (others(if_actors) || if_actors.is_empty() && scene.has("cease", c.if_head))
                    && scene.public(&by) =>
            {
                Some((Threat, by))
            }
            // "promised that the soldiers would leave if they agreed"
            Worth::Open | Worth::Wanted
                if sworn && future && c.tie == Tie::If && !c.negated && !denies && !hostile(scene, c) =>
            {
                Some((Promise, by))
            }
            // "There will be no deal unless ...".
            _ if denies && firm && c.negated => Some((Threat, by)),
            // "There will be no talks as long as they hold the island."
            _ if denies
                && (firm || conferred(scene, head) || groundless(scene, head))
                && c.tie == Tie::If =>
            {
                Some((Tied, by))
            }
            _ if c.tie == Tie::Nominal => {
                let fails = scene.has("bare_trigger", c.if_head) && future;
                (c.negated || fails).then_some((Tied, by))
            }
            _ => (c.only || future && (others(if_actors) || c.negated)).then_some((Tied, by)),
        };
    }
    if speakers.is_empty() {
        return None;
    }
    // "The patrols could not go on unless they are let in."
    if denies && c.negated && future && c.tie == Tie::If {
        return Some((Tied, speakers.clone()));
    }
    // The other side acts in what follows: it would undergo it ("they will pay a price", "they await sanctions").
    let undergoes = scene.has("undergo", head)
        || forfeits(scene, head)
        || scene.has("waiting", head)
        || scene.passive(head)
        || scene.menacing(then_words);
    if undergoes || worth == Worth::Unwanted && scene.view.child(head, "cop").is_some() {
        return (worth == Worth::Unwanted).then(|| (Threat, speakers.clone()));
    }
    // "In exchange, Elbonia would back their bid, officials said": an offer, whoever tells of it.
    if exchange(scene, c) && worth == Worth::Wanted && future && scene.public(agents) {
        return Some((CommitmentKind::Offer, agents.to_vec()));
    }
    // "They could rejoin if they withdrew": what the speaker lets the other side have.
    let same = agents.iter().all(|a| if_actors.contains(a));
    (same && future && !if_actors.is_empty()).then(|| (Tied, speakers.clone()))
}

/// "ruled out talks with Lima so long as it keeps the island": nobody refuses a thing for what he does himself, so that a
/// pronoun in the condition means those with whom it is refused.
fn refused(scene: &Scene, c: &Condition, agents: &[ActorId]) -> Option<Vec<ActorId>> {
    let subject = scene.view.child(c.if_head, "nsubj")?;
    let object = scene.view.child(c.then_head, "obj").filter(|_| refuses(scene, c.then_head))?;
    let words = scene.clause_words(object, &[branch(scene, c.if_head, object)]);
    let others = scene.foreign(scene.named_in(&words), agents);
    (scene.view.word(subject).upos == "PRON" && !others.is_empty()).then_some(others)
}

/// "ruled out talks", but not "excluded them from the talks" or "did not rule out".
fn refuses(scene: &Scene, head: usize) -> bool {
    let from =
        scene.view.children_by(head, "obl").any(|o| marked(scene.view, o, "case", &["from"]).is_some());
    scene.has("refusal", head) && !from && !negated(scene.view, head)
}

/// Whether the subject is something of the speaker's: "our response will be swift".
fn ours_acts(scene: &Scene, head: usize) -> bool {
    subject(scene.view, head).is_some_and(|s| scene.ours(s))
}

/// "in exchange for", "in return for": what follows is given for it.
fn exchange(scene: &Scene, c: &Condition) -> bool {
    c.connective.range().any(|i| scene.has("exchange", i))
}

/// "If *they* do not leave, *we* will act": two sides, also where both belong to one state.
fn opposed(scene: &Scene, c: &Condition) -> bool {
    let view = scene.view;
    let other = |s: usize| scene.has("they", s) && view.word(s).upos == "PRON";
    subject(view, c.if_head).is_some_and(other)
        && subject(view, c.then_head).is_some_and(|s| scene.ours(s) && view.word(s).upos == "PRON")
}

/// Whether the verb itself promises: "would guarantee their return if they left".
fn pledged(scene: &Scene, head: usize) -> bool {
    let form = scene.view.form(head).to_lowercase();
    scene.lexicon.commissives.verb(&form).iter().any(|e| e.deed == Deed::Promise)
}

/// Whether an outcome that nobody is said to bring about is the speaker's to bring about.
fn own_matter(scene: &Scene, c: &Condition, voice: &Voice) -> bool {
    !voice.speakers.is_empty() && scene.worth(c.then_head, &c.then_words) == Worth::Unwanted
}

/// Whether the clause looks ahead: a modal, "going to", a plain infinitive.
pub(super) fn ahead(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    let modal = |h: usize| view.children_by(h, "aux").any(|a| scene.modal("modal_ahead", h, a));
    let infinitive = marked(view, head, "mark", &["to"]).is_some();
    let going = view.head(head).is_some_and(|h| {
        view.word(head).relation() == "xcomp" && (view.form(h).eq_ignore_ascii_case("going") || modal(h))
    });
    // "are not going to free anyone"
    let about_to = view.form(head).eq_ignore_ascii_case("going")
        && view.child(head, "xcomp").is_some_and(|x| marked(view, x, "mark", &["to"]).is_some());
    modal(head)
        || infinitive
        || going
        || about_to
        || scene.has("ready", head)
        || view.head(head).is_some_and(|h| view.word(head).relation() == "conj" && modal(h))
}

/// Whether the condition is an act that the speaker does not want: an attack, a refusal.
fn hostile(scene: &Scene, c: &Condition) -> bool {
    // "If they stop sheltering the rebels": what they are to leave off.
    if scene.has("cease", c.if_head) && scene.view.child(c.if_head, "xcomp").is_some() && !c.negated {
        return false;
    }
    // "if the flights are repeated"
    if scene.has("recurs", c.if_head) && !c.negated {
        return true;
    }
    match scene.worth(c.if_head, &c.if_words) {
        Worth::Unwanted => true,
        Worth::Wanted => false,
        Worth::Open => {
            c.if_words
                .iter()
                .flat_map(|r| r.range())
                .any(|i| scene.has("harm_noun", i) || scene.has("harm_verb", i) || scene.has("grave", i))
                || fired_at(scene, c.if_head)
                || opens_fire(scene, c.if_head)
                || intrudes(scene, c.if_head)
        }
    }
}

/// "could lose its trade *privileges*": what others grant is taken from the other side.
fn forfeits(scene: &Scene, head: usize) -> bool {
    scene.has("dread", head) && scene.view.child(head, "obj").is_some_and(|o| scene.has("granted", o))
}

/// "a single foreign *soldier* crossed the river": armed people who come where they are not wanted.
fn intrudes(scene: &Scene, verb: usize) -> bool {
    scene.has("intrudes", verb)
        && !negated(scene.view, verb)
        && subject(scene.view, verb).is_some_and(|s| scene.has("intruder", s))
}

/// Whether somebody with a name who is no known actor would meet the condition: "if the Front goes".
fn stranger(scene: &Scene, c: &Condition) -> bool {
    subject(scene.view, c.if_head)
        .is_some_and(|s| scene.view.word(s).upos == "PROPN" && scene.actors(s, &Voice::default()).is_empty())
}

/// "If shots are fired at them": violence with those it is aimed at.
fn fired_at(scene: &Scene, verb: usize) -> bool {
    let aimed = |o: usize| marked(scene.view, o, "case", &["at", "on", "upon", "against"]).is_some();
    scene.has("violence", verb) && scene.view.children_by(verb, "obl").any(aimed)
}

/// "if they fire again", "if one more rocket falls on our town": shots, whoever they are aimed at.
fn opens_fire(scene: &Scene, verb: usize) -> bool {
    let view = scene.view;
    let shot = |s: usize| {
        ["missile", "bomb", "fire"].iter().any(|class| scene.lexicon.plover.is(class, view.lemma(s)))
    };
    let shoots = matches!(view.lemma(verb), "fire" | "shoot" | "attack" | "strike" | "invade");
    !negated(view, verb)
        && view
            .child(verb, "nsubj")
            .is_some_and(|s| shot(s) && scene.has("lands", verb) || shoots && !shot(s))
}

/// Whether the condition is an attack: help against it is promised, not offered.
fn assailed(scene: &Scene, c: &Condition) -> bool {
    let words = || c.if_words.iter().flat_map(|r| r.range());
    c.tie != Tie::If || words().any(|i| ["violence", "hostility", "grave"].iter().any(|k| scene.has(k, i)))
}

/// To whom the speaker would turn: "will ask *the council* for sanctions", "will take it to *the court*".
pub(super) fn recourse(scene: &Scene, head: usize) -> Vec<ActorId> {
    let view = scene.view;
    if !scene.has("recourse", head) {
        return Vec::new();
    }
    // "take the dispute to the court", with "to" hung from the verb or from its object.
    let below = view.children_by(head, "obj").flat_map(|o| view.children_by(o, "nmod"));
    let children = view.children(head).iter().map(|&c| c as usize).chain(below).filter(|&c| c > head);
    let turned_to = children.filter(|&c| match view.word(c).relation() {
        "obj" | "iobj" => {
            let wanted = view.children_by(head, "obl").any(|o| marked(view, o, "case", &["for"]).is_some());
            wanted
                || scene.infinitive(head)
                || view.child(head, "xcomp").is_some()
                || view.child(c, "acl").is_some()
        }
        "obl" | "nmod" => marked(view, c, "case", &["to", "before", "on", "upon", "with"]).is_some(),
        _ => false,
    });
    turned_to.flat_map(|c| scene.named_in(&[view.subtree(c)])).collect()
}

/// Towards whom: who would meet the condition; else whom the clause that follows touches; else who was told.
fn towards(
    scene: &Scene,
    voice: &Voice,
    kind: CommitmentKind,
    by: &[ActorId],
    if_actors: &[ActorId],
    c: &Condition,
    then_words: &[WordRange],
) -> Vec<ActorId> {
    let foreign = |v: Vec<ActorId>| scene.foreign(v, by);
    let mut found = foreign(if_actors.to_vec());
    if found.is_empty() {
        found = foreign(scene.named_in(&c.if_words));
    }
    if found.is_empty() {
        found = foreign(scene.named_in(then_words));
        let mut asked = recourse(scene, c.then_head);
        // "will join the exercises with Norway": with whom one acts is not whom one addresses.
        if kind == CommitmentKind::Condition {
            let with = |i: usize| marked(scene.view, i, "case", &["with"]).is_some();
            let beside = then_words.iter().flat_map(|r| r.range()).filter(|&i| with(i));
            asked.extend(beside.flat_map(|i| scene.named_in(&[scene.view.subtree(i)])));
        }
        found.retain(|x| !asked.contains(x));
        if ours_acts(scene, c.then_head) {
            // "our consul will not return to Lima": the consul is the speaker's own.
            found.retain(|x| scene.public(&[*x]));
        }
    }
    if found.is_empty()
        && let Some(s) = scene.attribution(voice).and_then(|a| a.addressee)
    {
        found = foreign(scene.named_in(&[scene.view.words_in(s)]));
    }
    if found.is_empty() {
        found = foreign(subject(scene.view, c.then_head).map_or(Vec::new(), |s| scene.actors(s, voice)));
    }
    found
}
