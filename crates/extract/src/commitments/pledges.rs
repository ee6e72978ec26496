//! Threats, promises and offers without a condition.

use super::conditions::negated;
use super::outcomes::{ahead, unreal};
use super::said::{Said, in_role, names_act};
use super::scene::{Scene, Voice};
use super::towards::recourse;
use super::worth::Worth;
use super::{commitment, overlap, with_spans};
use crate::attribution::clause::{is_punctuation, marked, subject};
use crate::{ActorId, Commitment};
use demarche_base::WordRange;
use demarche_lexicon::commissives::Deed;
use demarche_record::{CommitmentKind, Plover, QuadClass};

/// Before whom forces stand.
const NEAR: [&str; 5] = ["near", "against", "along", "around", "opposite"];

/// Adds to `found` what commissive words and clauses about the future say, where no condition holds it already.
pub(super) fn pledges(scene: &Scene, said: &[Said], found: &mut Vec<Commitment>) {
    let mut new: Vec<Commitment> =
        said.iter().filter(|s| !retracted(scene, s)).filter_map(|s| pledge(scene, s, false)).collect();
    new.extend((0..scene.view.len()).filter_map(|i| foretold(scene, said, i)));
    new.extend((0..scene.view.len()).filter_map(|i| postured(scene, i)));
    new.extend((0..scene.view.len()).filter_map(|i| left_open(scene, i)));
    new.extend((0..scene.view.len()).filter_map(|i| standing_orders(scene, i)));
    for c in new {
        let held = found.iter().any(|f| {
            let sides = [&f.condition, &f.consequence, &f.what].into_iter().flatten().chain(&f.options);
            c.consequence.as_ref().is_some_and(|x| sides.into_iter().any(|y| overlap(x, y)))
        });
        if !held {
            found.push(c);
        }
    }
}

/// "threatened to ...", "promised to ...", "offered to ...": the content is the act. `tied`: a condition hangs on it.
pub(super) fn pledge(scene: &Scene, s: &Said, tied: bool) -> Option<Commitment> {
    use CommitmentKind::{Offer, Promise, Threat};
    let view = scene.view;
    let worth = scene.worth(s.act, &s.words);
    let agents = if s.finite { scene.agents(s.act, &s.voice) } else { Vec::new() };
    let own = agents.is_empty() || agents.iter().any(|x| s.by.contains(x));
    let noun_in = |class: &str| s.words.iter().flat_map(|r| r.range()).any(|i| scene.has(class, i));
    let kind = match s.deed {
        Deed::Demand => return None,
        Deed::Threat if s.nominal => {
            let act =
                names_act(scene, s.act) || scene.has("harm_noun", s.act) || scene.has("reprisal", s.act);
            (act || scene.lexicon.plover.noun(view.lemma(s.act)).is_some()).then_some(Threat)?
        }
        Deed::Threat => Threat,
        Deed::Warn if s.nominal => noun_in("reprisal").then_some(Threat)?,
        Deed::Warn if s.finite && forbids(scene, s.act) => return None,
        // "reserves the right to act": what one keeps open is held over the other side, whatever it is called.
        Deed::Warn if scene.has("reserves", s.cue) && scene.public(&s.by) => {
            (worth != Worth::Wanted).then_some(Threat)?
        }
        Deed::Warn if !s.finite => (worth == Worth::Unwanted).then_some(Threat)?,
        Deed::Warn => {
            let undergone =
                scene.has("undergo", s.act) || scene.has("waiting", s.act) || scene.passive(s.act);
            let menace = worth == Worth::Unwanted && (own || undergone);
            let acts = tied && !agents.is_empty() && own;
            (ahead(scene, s.act) && (menace || acts)).then_some(Threat)?
        }
        Deed::Vow if s.nominal && noun_in("reprisal") => Threat,
        // "is committed to peace" binds to no act.
        Deed::Promise if s.nominal && scene.passive(s.cue) && !names_act(scene, s.act) => return None,
        Deed::Vow if scene.has("abides", s.act) && !tied => return None,
        // What one promises not to do for others is no threat.
        Deed::Vow | Deed::Promise
            if worth == Worth::Unwanted && negated(view, s.act) && !scene.menacing(&s.words) =>
        {
            return None;
        }
        // "assured them that it would expel the rebels": whom one promises it wants it.
        Deed::Promise if own && !s.told.is_empty() && !touches(scene, s) => Promise,
        // "promised to take up the matter": taking alone harms nobody.
        Deed::Promise if own && scene.has("takes", s.act) && !scene.menacing(&s.words) => Promise,
        // "undertook to deploy its troops": who binds itself by treaty menaces nobody.
        Deed::Promise if own && scene.has("covenants", s.cue) && !scene.menacing(&s.words) => Promise,
        // "promised to lead a force": who joins in with others helps them.
        Deed::Promise if own && scene.has("joins_in", s.act) && !scene.menacing(&s.words) => Promise,
        Deed::Vow | Deed::Promise if worth == Worth::Unwanted && own => Threat,
        Deed::Vow if worth == Worth::Wanted || tied => Promise,
        // "vowed to defend every inch of it": what one stands by.
        Deed::Vow if own && scene.reflexive(s.act) && !negated(view, s.act) => Promise,
        Deed::Vow => return None,
        Deed::Promise if !own => return None,
        Deed::Promise => Promise,
        Deed::Agree
            if worth == Worth::Wanted && (scene.has("concession", s.act) || tied) && s.by.len() == 1 =>
        {
            Promise
        }
        // "The two sides agreed to cease fire and to pull back": each binds itself to the other.
        Deed::Agree
            if s.by.len() == 2
                && !negated(view, s.act)
                && scene.public(&s.by)
                && scene
                    .event(s.act, &s.words)
                    .is_some_and(|e| e.1.kind == Plover::Retreat && e.1.trigger_head as usize == s.act) =>
        {
            Promise
        }
        Deed::Agree => return None,
        Deed::Offer if s.nominal && scene.has("harm_noun", s.act) && !noun_in("gift") => return None,
        Deed::Offer => Offer,
        Deed::Ready => {
            let speakers = scene.voice(s.cue).speakers;
            let theirs = !speakers.is_empty() && !s.by.iter().any(|b| speakers.contains(b));
            let official = scene.official_side(&scene.voice(s.cue), &s.by);
            if theirs && !official || scene.reflexive(s.act) {
                return None;
            }
            match worth {
                Worth::Unwanted => Threat,
                _ if in_role(scene, s.act).is_some() => Offer,
                _ if scene.has("talk_verb", s.act) || s.nominal && noun_in("talk_noun") => Offer,
                _ if s.nominal => return None,
                Worth::Wanted => Offer,
                Worth::Open => tied.then_some(Offer)?,
            }
        }
    };
    let mut out = commitment(kind, s.voice.statement, "rule:commissive");
    let (words, taker) = match taker(scene, s).filter(|_| !tied && matches!(kind, Offer | Promise)) {
        Some((clause, noun)) => (without(&s.words, view.subtree(clause)), Some((clause, noun))),
        None => (s.words.clone(), None),
    };
    let mut side = scene.clause(s.act, &words, negated(view, s.act), &s.voice);
    if side.actor.is_empty() || !s.finite {
        side.actor.clone_from(&s.by);
    }
    let mut named = scene.foreign(scene.named_in(&s.words), &s.by);
    if kind == Threat {
        let asked = recourse(scene, s.act);
        named.retain(|x| !asked.contains(x));
    }
    out.towards = if s.told.is_empty() { named } else { s.told.clone() };
    out.by.clone_from(&s.by);
    out.consequence = Some(side);
    if let Some((clause, noun)) = taker {
        let words = scene.act_words(clause, &[]);
        let mut condition = scene.clause(clause, &words, negated(view, clause), &s.voice);
        condition.actor = scene.actors(noun, &s.voice);
        let takers = scene.foreign(condition.actor.clone(), &s.by);
        if !takers.is_empty() {
            out.towards = takers;
        }
        out.condition = Some(condition);
    }
    Some(with_spans(out))
}

/// "offered an amnesty to *rebels who gave up their arms*": the clause that says who is to have what is held out, and the noun
/// it stands by. Only persons or sides that no article points at: "the rebels who came" have come.
fn taker(scene: &Scene, s: &Said) -> Option<(usize, usize)> {
    let view = scene.view;
    let held = |i: &usize| s.words.iter().any(|r| r.contains(*i));
    let nouns = (s.act..view.len()).take_while(|&i| view.sentence_index(i) == view.sentence_index(s.act));
    nouns.filter(held).find_map(|noun| {
        let given = matches!(view.word(noun).relation(), "nmod" | "obl" | "iobj" | "obj")
            && (marked(view, noun, "case", &["to", "for"]).is_some() || view.word(noun).relation() == "iobj");
        let pointed =
            view.children_by(noun, "det").any(|d| !scene.has("any", d) && !scene.has("open_det", d));
        let clause = view.children_by(noun, "acl").find(|&c| {
            view.word(c).deprel == "acl:relcl"
                && view.child(c, "nsubj").is_some_and(|x| matches!(view.form(x), "who" | "that" | "which"))
                && view.word(c).upos == "VERB"
                && !matches!(view.word(c).xpos, "VBD" if view.children_by(c, "aux").next().is_some())
        })?;
        (given && !pointed && view.word(noun).upos == "NOUN").then_some((clause, noun))
    })
}

/// `words` without those of `cut`.
fn without(words: &[WordRange], cut: WordRange) -> Vec<WordRange> {
    let parts = words.iter().flat_map(|r| {
        let before = WordRange::new(r.start as usize, (r.end.min(cut.start).max(r.start)) as usize);
        let behind = WordRange::new((r.start.max(cut.end).min(r.end)) as usize, r.end as usize);
        [before, behind]
    });
    parts.filter(|r| !r.is_empty()).collect()
}

/// Whether the act is done to whom it is told to: "promised them that they would pay".
fn touches(scene: &Scene, s: &Said) -> bool {
    let named = scene.named_in(&s.words);
    s.told.iter().any(|t| named.contains(t)) || s.words.iter().any(|&r| scene.menacing(&[r]))
}

/// A clause about the future inside a statement: "there will be consequences", "we will send aid".
fn foretold(scene: &Scene, said: &[Said], i: usize) -> Option<Commitment> {
    let view = scene.view;
    let verbal = matches!(view.word(i).upos, "VERB" | "ADJ" | "NOUN")
        || view.word(i).upos == "AUX" && !matches!(view.word(i).relation(), "aux" | "cop");
    let menace = view.child(i, "cop").is_some() && scene.menacing(&scene.clause_words(i, &[]));
    let binds = said.iter().any(|s| s.cue == i || s.act == i);
    let below = view.word(i).relation() == "xcomp" && !looks_on(scene, i);
    if !verbal
        || binds
        || below
        || !(ahead(scene, i) || menace)
        || matches!(view.word(i).relation(), "acl" | "advcl")
    {
        return None;
    }
    let voice = scene.voice(i);
    let stance = scene.attribution(&voice).and_then(|a| a.stance);
    if voice.speakers.is_empty()
        || matches!(stance, Some("demands" | "asks" | "rejects" | "denies" | "fears" | "hopes"))
        || scene.supposed(i)
        || unreal(scene, i)
    {
        return None;
    }
    let words = scene.clause_words(i, &[]);
    let worth = scene.worth(i, &words);
    let s = view.child(i, "nsubj").or_else(|| subject(view, i));
    let there = view.children(i).iter().any(|&c| view.word(c as usize).deprel == "expl");
    let agents = scene.agents(i, &voice);
    let official = scene.official_side(&voice, &agents);
    let own = official || agents.iter().any(|x| voice.speakers.contains(x));
    let speakers = if official { agents.clone() } else { voice.speakers.clone() };
    let certain = !view.children_by(i, "aux").any(|x| scene.has("modal_weak", x));
    let undergone = scene.has("undergo", i) || scene.has("subject", i);
    let menaced =
        scene.menacing(&words) || view.children(i).iter().any(|&c| scene.has("reprisal", c as usize));
    let blamed = blamed(scene, i, &voice);
    let looms = there && menaced
        || blamed
        || undergone && !own
        || agents.is_empty() && s.is_some_and(|s| scene.has("reprisal", s))
        || menace;
    // "might expel them": what may be done to somebody named threatens; "will expel their envoy" is a plan.
    let may = !certain
        && scene.has("harm_verb", i)
        && !negated(view, i)
        && !others(scene, &speakers, &words, &voice).is_empty();
    let planned = scene.has("plan", i) && !menaced;
    let threatens = own && (certain && will(scene, i) && !planned || may);
    let protects = own && certain && will(scene, i) && polices(scene, i, &words);
    // What one will not do for others is no threat by itself: "will not negotiate".
    let withholds = negated(view, i) && !scene.menacing(&words);
    // "would not close the base" only refuses; "would not attack" promises.
    let forbears = scene.has("violence", i)
        || scene.event(i, &words).is_some_and(|e| e.1.kind.quad_class() == QuadClass::MaterialConflict);
    if withholds && worth == Worth::Wanted && !forbears {
        return None;
    }
    // "It would *otherwise* ask the court to rule": what happens if a demand is not met.
    let otherwise = view.children(i).iter().any(|&a| view.form(a as usize).eq_ignore_ascii_case("otherwise"));
    let (kind, by) = if stays_shut(scene, i) && scene.public(&speakers)
        || otherwise && own && will(scene, i) && worth != Worth::Wanted
    {
        (CommitmentKind::Threat, speakers.clone())
    } else if protects {
        (CommitmentKind::Promise, speakers.clone())
    } else if (worth == Worth::Unwanted || blamed) && (looms || threatens && !withholds) {
        (CommitmentKind::Threat, speakers.clone())
    } else if own
        && certain
        && worth == Worth::Wanted
        && will(scene, i)
        && !forbids(scene, i)
        && !mutual(scene, i)
    {
        (CommitmentKind::Promise, speakers.clone())
    } else if !own && !agents.is_empty() && certain && will(scene, i) {
        return given(scene, &voice, agents, i);
    } else {
        return None;
    };
    let mut out = commitment(kind, voice.statement, "rule:future");
    let side = scene.clause(i, &words, negated(view, i), &voice);
    let mut by = by;
    by.extend(joining(scene, i).into_iter().filter(|x| !speakers.contains(x)));
    out.towards = others(scene, &by, &words, &voice);
    if kind == CommitmentKind::Threat {
        // "would otherwise ask the council to meet": to whom one turns is not whom one threatens.
        let asked = recourse(scene, i);
        out.towards.retain(|x| !asked.contains(x));
    }
    // "will send observers to the vote" is an errand, "will send aid to them" is a promise.
    let errand = scene.has("errand", i) || out.towards.is_empty();
    let serves = benefits(scene, i, &words) || helps(scene, i, &out.towards);
    if kind == CommitmentKind::Promise && !protects && errand && !serves {
        return None;
    }
    out.by = by;
    out.consequence = Some(side);
    Some(with_spans(out))
}

/// "The road will stay closed to their lorries", "the sanctions will remain in force": what is withheld goes on.
fn stays_shut(scene: &Scene, i: usize) -> bool {
    let view = scene.view;
    if !scene.has("stay", i) || negated(view, i) || !will(scene, i) {
        return false;
    }
    let shut = view.child(i, "xcomp").is_some_and(|x| keeps_out(scene, i, x));
    let force = view.children_by(i, "obl").any(|o| matches!(view.lemma(o), "place" | "force" | "effect"));
    shut || force && view.child(i, "nsubj").is_some_and(|s| scene.has("burden", s))
}

/// Whether what stays shut (`stays` it) is kept from somebody: a way to pass or to trade, or what is shut to somebody said.
/// The schools of one's own stay closed to nobody's harm.
pub(super) fn keeps_out(scene: &Scene, stays: usize, shut: usize) -> bool {
    let view = scene.view;
    let to = |o: usize| marked(view, o, "case", &["to", "for", "against"]).is_some();
    scene.has("shut", shut)
        && (view.child(stays, "nsubj").is_some_and(|s| scene.has("way", s))
            || [stays, shut].iter().any(|&v| view.children_by(v, "obl").any(to)))
}

/// Whether an act gives or eases something: without that, and without anybody named, a plan is no promise.
fn benefits(scene: &Scene, act: usize, words: &[WordRange]) -> bool {
    let passive = scene.passive(act);
    words.iter().flat_map(|r| r.range()).filter(|&i| passive || i > act).any(|i| {
        scene.view.word(i).upos == "NOUN"
            && (scene.has("gift", i) || scene.has("burden", i) || scene.has("good_noun", i))
    })
}

/// "will send engineers *to help them*": what is sent serves somebody named.
fn helps(scene: &Scene, act: usize, towards: &[ActorId]) -> bool {
    let view = scene.view;
    let own = view.children(act).iter().map(|&c| c as usize);
    let sent = view.children_by(act, "obj").flat_map(|o| view.children(o)).map(|&c| c as usize);
    let purpose =
        |c: &usize| matches!(view.word(*c).relation(), "advcl" | "xcomp" | "acl") && scene.infinitive(*c);
    let serves = |c: usize| {
        let named = scene.named_in(&[view.subtree(c)]);
        scene.has("serves", c) && named.iter().any(|a| towards.contains(a))
    };
    own.chain(sent).filter(purpose).any(serves)
}

/// "All responsibility for what follows will rest with them": the blame is laid on another beforehand.
fn blamed(scene: &Scene, i: usize, voice: &Voice) -> bool {
    let view = scene.view;
    let bears = |c: usize| {
        marked(view, c, "case", &["on", "upon", "with", "at"]).is_some()
            && !scene.foreign(scene.actors(c, voice), &voice.speakers).is_empty()
    };
    let on = view.children(i).iter().any(|&c| view.word(c as usize).relation() == "obl" && bears(c as usize))
        || bears(i);
    let blame = view.child(i, "nsubj").is_some_and(|s| scene.has("liability", s));
    blame && on && will(scene, i) && (scene.has("liable", i) || view.child(i, "cop").is_some())
}

/// "will act against militants on its soil": an act against outlaws serves those they harm.
fn polices(scene: &Scene, i: usize, words: &[WordRange]) -> bool {
    let view = scene.view;
    let outlaws = |c: usize| scene.has("outlaw", c) && view.word(c).upos == "NOUN";
    let harms = scene.has("harm_verb", i) || scene.has("takes", i);
    let inside: Vec<usize> = words.iter().flat_map(|r| r.range()).filter(|&k| k > i).collect();
    let against = inside.iter().any(|&k| {
        view.form(k).eq_ignore_ascii_case("against")
            && (k + 1..k + 4).any(|n| inside.contains(&n) && outlaws(n))
    });
    harms && !negated(view, i) && (against || view.child(i, "obj").is_some_and(outlaws))
}

/// What others than the speaker will give: "the allies will need to continue to provide aid to them".
fn given(scene: &Scene, voice: &Voice, agents: Vec<ActorId>, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let (act, kind) = giving(scene, i)?;
    let receiver = scene.foreign(scene.named_in(&[view.subtree(act)]), &agents);
    if receiver.is_empty() {
        return None;
    }
    let mut out = commitment(CommitmentKind::Promise, voice.statement, "rule:future");
    let mut side = scene.clause(act, &scene.act_words(act, &[]), false, voice);
    side.actor.clone_from(&agents);
    side.kind = side.kind.or(Some(kind));
    out.by = agents;
    out.towards = receiver;
    out.consequence = Some(side);
    Some(with_spans(out))
}

/// "will not allow", "will not accept": firmness, which says nothing of what follows.
fn forbids(scene: &Scene, i: usize) -> bool {
    negated(scene.view, i) && scene.has("tolerate", i)
}

/// A meeting or visit that is planned binds nobody to anybody: "will meet", "will hold talks".
fn mutual(scene: &Scene, i: usize) -> bool {
    scene.has("talk_verb", i)
}

/// Actors in the words or told of them, beside those who bind themselves.
fn others(scene: &Scene, by: &[ActorId], words: &[WordRange], voice: &Voice) -> Vec<ActorId> {
    let mut named = scene.named_in(words);
    if scene.foreign(named.clone(), by).is_empty()
        && let Some(s) = scene.attribution(voice).and_then(|a| a.addressee)
    {
        named = scene.named_in(&[scene.view.words_in(s)]);
    }
    scene.foreign(named, by)
}

/// "will", "would", "shall", "'ll", "is going to", on the verb or on what it is the infinitive of.
fn will(scene: &Scene, i: usize) -> bool {
    let view = scene.view;
    let on = |h: usize| view.children_by(h, "aux").any(|x| scene.modal("modal_will", h, x));
    on(i)
        || view.word(i).relation() == "xcomp"
            && view.head(i).is_some_and(|h| on(h) || view.form(h).eq_ignore_ascii_case("going"))
        || view.word(i).relation() == "conj" && view.head(i).is_some_and(on)
}

/// An infinitive that carries the future of its governor: "are going to", "will not hesitate to".
fn looks_on(scene: &Scene, i: usize) -> bool {
    scene.view.head(i).is_some_and(|h| {
        scene.view.form(h).eq_ignore_ascii_case("going") || scene.has("hesitate", h) && will(scene, h)
    })
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
        let helps = matches!(view.lemma(v), "help" | "assist" | "defend" | "protect");
        let gives = object.is_some_and(|o| scene.has("giving", o)) && scene.has("good_verb", v)
            || helps && object.is_some();
        if gives && !negated(view, v) {
            let above = view
                .head(v)
                .filter(|&h| view.word(v).relation() == "xcomp" && view.lemma(h) == "continue" && h != i);
            return Some((above.unwrap_or(v), Plover::Aid));
        }
        queue.extend(
            view.children_by(v, "xcomp")
                .chain(view.children_by(v, "conj"))
                .filter(|&x| view.word(x).upos == "VERB"),
        );
    }
    None
}

/// What others than the speaker will have to do near somebody with forces: "the allies will need to strengthen their
/// position near Elbonia" is held out to Elbonia.
fn postured(scene: &Scene, i: usize) -> Option<Commitment> {
    let view = scene.view;
    let act = if scene.has("need_to", i) && will(scene, i) { view.child(i, "xcomp")? } else { return None };
    let object = view.child(act, "obj").filter(|&o| scene.has("posture", o))?;
    let voice = scene.voice(i);
    let agents = scene.agents(i, &voice);
    if !scene.has("strengthens", act)
        || voice.speakers.is_empty()
        || !scene.public(&agents)
        || negated(view, i)
    {
        return None;
    }
    let near = [act, object].into_iter().flat_map(|h| view.children(h)).map(|&c| c as usize);
    let near = near.filter(|&c| {
        matches!(view.word(c).relation(), "obl" | "nmod") && marked(view, c, "case", &NEAR).is_some()
    });
    let towards = scene.foreign(near.flat_map(|c| scene.actors(c, &voice)).collect(), &agents);
    if towards.is_empty() || scene.supposed(i) {
        return None;
    }
    let mut out = commitment(CommitmentKind::Threat, voice.statement, "rule:posture");
    let mut side = scene.clause(act, &scene.act_words(act, &[]), false, &voice);
    side.actor.clone_from(&agents);
    side.target.clone_from(&towards);
    if side.event.is_none() {
        side.kind = Some(Plover::Mobilize);
    }
    out.by = agents;
    out.towards = towards;
    out.consequence = Some(side);
    Some(with_spans(out))
}

/// "does not rule out force", "refused to exclude a strike": what is kept open against others.
pub(super) fn left_open(scene: &Scene, verb: usize) -> Option<Commitment> {
    let view = scene.view;
    let above = view.head(verb).filter(|&h| view.word(verb).relation() == "xcomp" && scene.has("shun", h));
    if view.word(verb).upos != "VERB" || !scene.has("rules_out", verb) || scene.supposed(verb) {
        return None;
    }
    // "ruled out force", "could not rule out that ..." say something else.
    let weak = view.children_by(verb, "aux").any(|x| scene.has("modal_weak", x));
    if weak || negated(view, verb) == above.is_some() {
        return None;
    }
    let out =
        view.lemma(verb) != "rule" || (verb + 1..view.len().min(verb + 3)).any(|k| view.form(k) == "out");
    let act = view.child(verb, "obj").or_else(|| view.child(verb, "xcomp")).filter(|&a| a > verb && out)?;
    let words = scene.act_words(act, &[]);
    let harm =
        words.iter().flat_map(|r| r.range()).any(|k| scene.has("harm_noun", k) || scene.has("hostility", k));
    let voice = scene.voice(verb);
    let by = scene.agents(above.unwrap_or(verb), &voice);
    if !(harm || scene.worth(act, &words) == Worth::Unwanted) || !scene.public(&by) {
        return None;
    }
    let mut out = commitment(CommitmentKind::Threat, voice.statement, "rule:left-open");
    let mut side = scene.clause(act, &words, false, &voice);
    side.actor.clone_from(&by);
    out.towards = scene.foreign(scene.named_in(&words), &by);
    out.by = by;
    out.consequence = Some(side);
    Some(with_spans(out))
}

/// "Its gunners have orders to fire on any aircraft": who orders his own forces to use violence against whoever comes
/// threatens those.
fn standing_orders(scene: &Scene, cue: usize) -> Option<Commitment> {
    let view = scene.view;
    let verbal = view.word(cue).upos == "VERB" && scene.has("orders", cue);
    let noun = view.word(cue).upos == "NOUN" && scene.has("orders_noun", cue);
    let holder = match (verbal, noun) {
        (true, _) => view.child(cue, "nsubj").or_else(|| subject(view, cue))?,
        (_, true) => {
            let verb = view.head(cue).filter(|&v| v < cue)?;
            subject(view, verb).filter(|&s| s < cue).unwrap_or(verb)
        }
        _ => return None,
    };
    let act = ["xcomp", "acl", "ccomp", "advcl"]
        .into_iter()
        .find_map(|r| view.children_by(cue, r).find(|&x| x > cue && scene.infinitive(x)))
        .filter(|&x| scene.has("violence", x))?;
    let words = scene.act_words(act, &[]);
    let whoever = fires_at_any(scene, act, &words);
    let around = scene.voice(cue);
    let mut by = scene.actors(holder, &around);
    if by.is_empty() {
        by = scene.owner(holder, &around);
    }
    let index = scene.naming.index;
    by = by.into_iter().map(|a| index.principal(index.side(a).unwrap_or(a))).collect();
    if !scene.public(&by) && !around.speakers.is_empty() {
        by.clone_from(&around.speakers);
    }
    if !whoever || !scene.public(&by) || negated(view, act) || scene.supposed(cue) {
        return None;
    }
    let mut out = commitment(CommitmentKind::Threat, around.statement, "rule:standing-orders");
    let mut side = scene.clause(act, &words, false, &around);
    side.actor.clone_from(&by);
    out.towards = scene.foreign(scene.named_in(&words), &by);
    out.by = by;
    out.consequence = Some(side);
    Some(with_spans(out))
}

/// "fire on *any* ship": violence against whoever comes.
pub(super) fn fires_at_any(scene: &Scene, act: usize, words: &[WordRange]) -> bool {
    scene.has("violence", act)
        && words.iter().flat_map(|r| r.range()).any(|k| k > act && scene.has("any_other", k))
}

/// Whether the words take back what was bound: "has withdrawn its threat to leave".
fn retracted(scene: &Scene, s: &Said) -> bool {
    let view = scene.view;
    let verb = view.head(s.cue).filter(|_| view.word(s.cue).upos == "NOUN");
    let object = matches!(view.word(s.cue).deprel, "obj" | "nsubj:pass");
    verb.is_some_and(|v| object && scene.has("retracts", v) && !negated(view, v))
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
    let adds = first.is_some_and(|k| scene.has("adding", k));
    let mut words = next;
    // The reporting clause after a closing mark is not part of it.
    if let Some(s) = scene.statement(i) {
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
