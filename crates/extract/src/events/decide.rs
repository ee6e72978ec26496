//! Lexicon and pair model together: which act a frame reports, and on whom.
//!
//! The lexicon knows words, the model knows sentences. Where the lexicon names a target, the model may correct the
//! type if it is very sure; where the lexicon has no target, the model picks one; where the lexicon has no act, the
//! model alone must be sure of one. Without a model the lexicon stands alone.

use super::clause::denied;
use super::frame::Frame;
use super::phrase::{Naming, conjuncts, marker, noun_phrase, timely};
use super::{PairScores, Scorer};
use crate::View;
use demarche_lexicon::plover::Act;
use demarche_record::Plover;

/// Most targets that the model is asked about for one frame.
const CANDIDATES: usize = 6;
/// How sure the model must be to correct the lexicon's type.
const CORRECT: f32 = 0.8;
/// How sure it must be of an act that the lexicon does not know.
const ALONE: f32 = 0.75;
/// How sure it must be that one who says something of another accuses it.
const SPOKEN: f32 = 0.85;
/// How sure it must be of a target that the lexicon did not find.
const TARGET: f32 = 0.4;

/// An act that was decided on.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The act.
    pub act: Act,
    /// Whom it is done to, where that is another than the frame's.
    pub targets: Option<Vec<usize>>,
    /// Whether those who act, act on one another.
    pub mutual: bool,
    /// The model's probability of the act.
    pub confidence: Option<f32>,
}

impl Decision {
    /// Only the act is decided.
    fn of(act: Act, confidence: Option<f32>) -> Self {
        Decision { act, targets: None, mutual: false, confidence }
    }
}

/// Decides on the act of `frame`; `None` where nothing speaks for one.
pub fn decide(view: &View, naming: &Naming, scorer: Scorer, frame: &Frame) -> Option<Decision> {
    let alone = || frame.act.map(|act| Decision::of(act, None));
    let Some(&source) = frame.sources.first() else { return alone() };
    let ask = |target: usize| {
        let (a, b) = (noun_phrase(view, source), noun_phrase(view, target));
        if a.overlaps(b) { None } else { scorer(a, b) }
    };
    // "slashed *its budget* for Elbonia": what is the source's own is not whom the act is done to.
    let party = |&t: &usize| naming.acts(view, t) && !own_thing(view, naming, frame, t);
    let given = frame.targets.first().copied().filter(party);
    // "signalled its readiness to send monitors" sends none yet.
    let promises = frame
        .object
        .is_some_and(|o| frame.words.contains(o) && naming.lexicon.plover.is("readiness", view.lemma(o)));
    let corrected = |act: Act, scores: &PairScores| if promises { act } else { corrected(act, scores) };
    // Who "will not" do something does nothing but refuse.
    let refuses = frame.verb.is_some_and(|v| denied(view, v));
    let sure = |scores: &PairScores| certain(scores).filter(|s| s.0 == Plover::Reject || !refuses);
    if let Some(scores) = given.and_then(ask) {
        return match frame.act {
            Some(act) => {
                let act = corrected(act, &scores);
                Some(Decision::of(act, Some(scores.of(act.0))))
            }
            None if naming.lexicon.plover.is("speech", view.lemma(frame.head)) => {
                let charge = certain(&scores).filter(|&(kind, p)| kind == Plover::Accuse && p > SPOKEN);
                let press = naming.actors(view, source).iter().any(|&a| naming.index.is_media(a));
                charge.filter(|_| !press).map(|(kind, p)| Decision::of((kind, None), Some(p)))
            }
            None => sure(&scores)
                .map(|(kind, p)| Decision::of((kind, None), Some(p)))
                .or_else(|| together(view, scorer, frame)),
        };
    }
    if given.is_some() || frame.mutual {
        return alone();
    }
    let found = candidates(view, naming, frame).into_iter().filter_map(|t| {
        let scores = ask(t)?;
        let act = match frame.act {
            Some(act) => corrected(act, &scores),
            None => (sure(&scores)?.0, None),
        };
        let p = scores.of(act.0);
        (p > TARGET && scores.none < TARGET).then_some((p, t, act))
    });
    // The nearest of equals: later ones must be clearly better.
    let best = found.reduce(|a, b| if b.0 > a.0 + 0.1 { b } else { a });
    match best {
        Some((p, target, act)) => {
            Some(Decision { targets: Some(conjuncts(view, target)), ..Decision::of(act, Some(p)) })
        }
        None => alone().or_else(|| together(view, scorer, frame)),
    }
}

/// What several do with one another by the model, where the lexicon does not know the verb: "Oslo and Lima *linked* their power
/// grids".
fn together(view: &View, scorer: Scorer, frame: &Frame) -> Option<Decision> {
    use Plover::*;
    let [first, second, ..] = frame.sources[..] else { return None };
    let scores = scorer(noun_phrase(view, first), noun_phrase(view, second))?;
    let (kind, p) = certain(&scores)?;
    let reciprocal = matches!(kind, Cooperate | Consult | Agree | Support);
    reciprocal.then(|| Decision { mutual: true, ..Decision::of((kind, None), Some(p)) })
}

/// Whether `target` is a thing of the source's own: "its budget", "their power grids".
fn own_thing(view: &View, naming: &Naming, frame: &Frame, target: usize) -> bool {
    let doers: Vec<_> = frame.sources.iter().flat_map(|&s| naming.index.of_word(s as u32)).collect();
    naming.thing_of(view, target, |c| naming.index.of_word(c).iter().all(|a| doers.contains(&a)))
}

/// The act of the lexicon, or the model's where that is sure and the lexicon's word can mean it.
fn corrected(act: Act, scores: &PairScores) -> Act {
    let Some((kind, p)) = scores.best() else { return act };
    if kind == act.0 || p < CORRECT || scores.of(act.0) > 0.1 || fixed(act, kind) {
        return act;
    }
    (kind, None)
}

/// Types that the words decide: force, protests, threats and demands say so themselves; a planned meeting or aid keeps
/// its type and is marked as planned; sanctions are sanctions, whichever way they coerce; who yields in words or deed
/// is told by the words. "Expelled the ambassador" says which sanction it is: no refusal beside it ("refused to come after
/// it expelled him") makes it one.
fn fixed((ours, mode): Act, theirs: Plover) -> bool {
    use Plover::*;
    let friendly = |kind| matches!(kind, Agree | Consult | Support | Concede | Cooperate | Aid | Retreat);
    if friendly(ours) != friendly(theirs) && !matches!(theirs, Reject | Request) {
        return true;
    }
    // "accused Lima" accuses whatever else is said beside it; "deported them" is no sanction on them.
    if (ours, mode) == (Accuse, Some("allege")) && matches!(theirs, Threaten | Reject)
        || (ours, mode, theirs) == (Coerce, Some("deport"), Sanction)
        // "set them free" helps nobody else.
        || (ours, mode, theirs) == (Retreat, Some("release"), Aid)
        // "held joint exercises" says which cooperation it is.
        || (ours, mode) == (Cooperate, Some("military"))
    {
        return true;
    }
    if ours == Sanction && matches!(theirs, Reject | Accuse) {
        return mode.is_some();
    }
    matches!(
        (ours, theirs),
        (Assault | Protest | Threaten | Request | Mobilize, _)
            | (Consult | Support, Agree)
            | (Accuse, Coerce | Sanction | Assault | Mobilize)
            | (Coerce, Assault)
            | (Cooperate | Aid | Concede | Retreat | Coerce | Sanction, Agree | Request | Threaten)
            | (Sanction, Coerce)
            | (Concede, Retreat)
            | (Retreat, Concede)
    )
}

fn certain(scores: &PairScores) -> Option<(Plover, f32)> {
    scores.best().filter(|b| b.1 > ALONE && scores.none < 1.0 - ALONE)
}

/// Phrases behind the trigger that may be whom the act is done to.
fn candidates(view: &View, naming: &Naming, frame: &Frame) -> Vec<usize> {
    let verb = frame.verb.unwrap_or(frame.head);
    let next = view.children_by(verb, "conj").find(|&c| view.word(c).upos == "VERB");
    let next = next.filter(|_| view.child(verb, "obj").is_some());
    let whole = view.subtree(verb).end.min(view.sentence(verb).end) as usize;
    // What a coordinated verb acts on is not that of a verb with an object of its own.
    let end = next.map_or(whole, |n| (view.subtree(n).start as usize).max(verb));
    let phrase_head = |&w: &usize| {
        let word = view.word(w);
        let inner = matches!(word.relation(), "flat" | "compound" | "amod" | "case" | "det");
        // "threatened *Oslo* with sanctions": a name may stand within the trigger.
        let apart = !frame.words.contains(w) || word.upos == "PROPN";
        matches!(word.upos, "NOUN" | "PROPN") && !inner && apart
    };
    let free = |w: &usize| !frame.sources.contains(w) && !timely(view, *w) && naming.acts(view, *w);
    // Where the act is done to a thing, a mere place is not who it is done to: "raided a camp in the south".
    let told = frame.act.is_some_and(|a| a.0 != Plover::Mobilize);
    let thing = frame.targets.first().copied().filter(|_| told);
    let near = |w: &usize| thing.is_none_or(|t| !placed(view, *w, t));
    let own = |w: &usize| same_clause(view, verb, *w);
    // "to host both sides in Geneva": where somebody is, is not whom it is done to.
    let stands = |w: &usize| {
        let at = matches!(marker(view, *w), "in" | "at" | "near");
        at && view.head(*w).is_some_and(|h| view.word(h).upos == "NOUN" && naming.acts(view, h))
    };
    let who = |w: &usize| !stands(w);
    let theirs = |w: &usize| !own_thing(view, naming, frame, *w);
    let all = (verb + 1..end).filter(phrase_head).filter(free).filter(near).filter(own).filter(who);
    all.filter(theirs).take(CANDIDATES).collect()
}

/// Whether `word` stands below `thing` or the verb by a place or time, or far down in what `thing` is about.
fn placed(view: &View, word: usize, thing: usize) -> bool {
    let mut at = word;
    for step in 0..6 {
        if at == thing {
            return step > 2;
        }
        if matches!(marker(view, at), "in" | "at" | "near" | "during" | "as") {
            return true;
        }
        match view.head(at).filter(|_| !matches!(view.word(at).upos, "VERB")) {
            Some(above) => at = above,
            None => return false,
        }
    }
    true
}

/// What introduces a clause that tells something beside the act.
const BESIDE: &[&str] = &[
    "after",
    "before",
    "as",
    "when",
    "while",
    "because",
    "since",
    "although",
    "though",
    "where",
    "following",
];

/// Whether `word` belongs to the clause of `verb` or to what is asked, said or planned there, not to a relative clause or
/// to a clause that tells something beside it ("condemned the raid, saying that Oslo ...").
fn same_clause(view: &View, verb: usize, word: usize) -> bool {
    let mut at = word;
    for _ in 0..12 {
        if at == verb {
            return true;
        }
        let relation = view.word(at).relation();
        let beside = match relation {
            "acl" => view.word(at).deprel == "acl:relcl",
            "parataxis" => true,
            "advcl" => {
                let mark = marker(view, at);
                mark.is_empty() && view.word(at).xpos == "VBG" || BESIDE.contains(&mark)
            }
            "conj" => view.word(at).upos == "VERB",
            _ => false,
        };
        if beside {
            return false;
        }
        match view.head(at) {
            Some(above) => at = above,
            None => return true,
        }
    }
    true
}
