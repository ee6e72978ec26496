//! Conditions that are noun phrases: "any attack will be answered", "without guarantees there will be no talks".

use super::conditions::{Condition, Tie, consequent, negated};
use super::scene::Scene;
use crate::attribution::clause::{first_of, is_punctuation, marked, trim};
use demarche_base::WordRange;

/// Every condition that a noun phrase states, in order of the verbs of what follows.
///
/// ```text
/// Any attack on us would be met with force.      if: Any attack on us       then: would be met with force
/// A refusal will have consequences.              if: A refusal              then: will have consequences
/// Those who attack us will pay the price.        if: attack us              then: will pay the price
/// Any ship entering our port would be fired on.  if: Any ship entering ..   then: would be fired on
/// They would consider any move an act of war.    if: any move               then: an act of war
/// The army will respond firmly to any attack.    if: any attack             then: respond firmly
/// They will impose a ban on any firm that stays. if: stays                  then: They will impose a ban on any firm
/// Without an apology there will be no talks.     if (not): an apology       then: there will be no talks
/// One more raid and the port is closed.          if: One more raid          then: the port is closed
/// ```
pub(super) fn nominal(scene: &Scene) -> Vec<Condition> {
    let mut found: Vec<Condition> = (0..scene.view.len())
        .filter_map(|v| {
            trigger_subject(scene, v)
                .or_else(|| whoever(scene, v))
                .or_else(|| those(scene, v))
                .or_else(|| intruder(scene, v))
                .or_else(|| regarded(scene, v))
                .or_else(|| answered(scene, v))
                .or_else(|| against_any(scene, v))
                .or_else(|| without(scene, v))
                .or_else(|| required(scene, v))
                .or_else(|| linked(scene, v))
                .or_else(|| one_more(scene, v))
        })
        .filter(|c| !c.if_words.is_empty() && !c.then_words.is_empty())
        .collect();
    found.dedup_by(|a, b| a.then_head == b.then_head);
    found
}

/// Whether the clause of `v` is about the future by an auxiliary.
fn would(scene: &Scene, v: usize) -> bool {
    let on = |h: usize| scene.view.children_by(h, "aux").any(|x| scene.modal("modal_ahead", h, x));
    on(v) || scene.view.word(v).relation() == "conj" && scene.view.head(v).is_some_and(on)
}

/// Whether a noun stands for an act that may or may not come: "any attack", "further launches", "failure to ...".
fn possible(scene: &Scene, noun: usize) -> bool {
    let view = scene.view;
    // "the next flight" may come or not.
    let next = view.children_by(noun, "amod").any(|c| view.lemma(c) == "next");
    // "any further flight", "another drone"
    let again = view.children(noun).iter().any(|&c| {
        (c as usize) < noun && matches!(view.lemma(c as usize), "further" | "another" | "more" | "new")
    });
    let act = scene.has("trigger", noun) || (next || again) && scene.has("repeatable", noun);
    if !matches!(view.word(noun).upos, "NOUN" | "PROPN") || !act {
        return false;
    }
    let child = |class: &str| {
        view.children(noun).iter().any(|&c| {
            let c = c as usize;
            c < noun && scene.lexicon.commissives.is(class, &view.form(c).to_lowercase())
        })
    };
    let definite = child("definite") && !next;
    let bare = matches!(view.word(noun).xpos, "NNS" | "NN");
    // "The entry of a single soldier": an act that would have its doer.
    let done = scene.has("entering", noun)
        && view.children_by(noun, "nmod").any(|n| marked(view, n, "case", &["of", "by"]).is_some());
    done || next || child("open_det") && !definite || bare && !definite && !child("owned")
}

/// The whole noun phrase of a trigger, with its complements.
fn phrase(scene: &Scene, noun: usize) -> WordRange {
    let view = scene.view;
    let from = view
        .children(noun)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| c < noun && matches!(view.word(c).relation(), "case" | "cc" | "mark"))
        .map(|c| view.subtree(c).end as usize)
        .max()
        .unwrap_or(0);
    let words = view.subtree(noun);
    trim(view, WordRange::new((words.start as usize).max(from), words.end as usize))
}

/// What follows, without the words of the condition.
fn rest(scene: &Scene, v: usize, except: &[usize]) -> Vec<WordRange> {
    scene.clause_words(v, except)
}

fn condition(if_head: usize, if_words: WordRange, v: usize, then_words: Vec<WordRange>) -> Condition {
    Condition {
        connective: WordRange::new(if_words.start as usize, if_words.start as usize + 1),
        if_words: vec![if_words],
        if_head,
        then_words,
        then_head: v,
        negated: false,
        tie: Tie::Nominal,
        only: false,
    }
}

/// "Any attack would be met with force": the subject is the condition. Also "our answer to any attack would be swift".
fn trigger_subject(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    // "a refusal to ... will have": a parse may hang the verb from its subject.
    let finite = view.word(v).deprel == "acl" && marked(view, v, "mark", &["to"]).is_none();
    let s = view
        .child(v, "nsubj")
        .or_else(|| view.child(v, "csubj"))
        .or_else(|| view.head(v).filter(|&h| finite && h < v))?;
    let modal = view.children_by(v, "aux").find(|&x| scene.has("modal_ahead", x))?;
    if s > modal {
        return None;
    }
    if possible(scene, s) {
        // All before the auxiliary is the condition, all from it on what follows.
        let start = phrase(scene, s).start as usize;
        // "an attack, he said, would be met": the reporting clause is not part of it.
        let reports = |k: usize| {
            view.form(k) == ","
                && (k + 1..modal)
                    .take(4)
                    .any(|v| view.word(v).upos == "VERB" && scene.lexicon.cues.verb(view.form(v)).is_some())
        };
        let end = (s + 1..modal).find(|&k| reports(k)).unwrap_or(modal);
        let if_words = trim(view, WordRange::new(start, end));
        let then_words = rest(scene, v, &[])
            .into_iter()
            .map(|r| WordRange::new((r.start as usize).max(modal), r.end as usize))
            .filter(|r| !r.is_empty())
            .collect();
        return Some(condition(s, if_words, v, then_words));
    }
    let answer = scene.has("reprisal", s);
    let inner = view.children_by(s, "nmod").find(|&n| {
        answer && possible(scene, n) && marked(view, n, "case", &["to", "for", "after"]).is_some()
    })?;
    Some(condition(inner, phrase(scene, inner), v, rest(scene, v, &[inner])))
}

/// "One more raid and the port is closed", "Another shot, and we will leave": an act without a verb, and what follows it.
fn one_more(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    let content = &scene.attributions[scene.statement(v)?].content_words;
    let parts: Vec<usize> = content.iter().flat_map(|r| r.range()).collect();
    let from = view.sentence(v).start as usize;
    let opens = parts.iter().copied().find(|&k| k >= from && !is_punctuation(view, k)).filter(|&k| k < v)?;
    let word = |k: usize| view.form(k).to_lowercase();
    let again = match word(opens).as_str() {
        "one" | "any" => matches!(word(opens + 1).as_str(), "more" | "further"),
        "another" => true,
        _ => false,
    };
    let and = parts.iter().copied().find(|&k| k > opens && word(k) == "and").filter(|&k| again && k < v)?;
    let said = |k: &usize| *k > opens && *k < and;
    let verbless = parts.iter().filter(|k| said(k)).all(|&k| !matches!(view.word(k).upos, "VERB" | "AUX"));
    // The first clause behind "and".
    let finite = parts.iter().copied().find(|&k| {
        k > and + 1
            && matches!(view.word(k).xpos, "VBZ" | "VBP" | "MD")
            && matches!(view.word(k).upos, "VERB" | "AUX")
    })?;
    let noun = parts.iter().copied().find(|&k| k > opens && k < and && view.word(k).xpos == "NN")?;
    if !verbless || finite != v && view.head(finite) != Some(v) {
        return None;
    }
    let end = parts.iter().copied().take_while(|&k| k < view.sentence(v).end as usize).last()? + 1;
    // Up to the comma or mark behind it: who says so may stand there.
    let before = (noun + 1..and).find(|&k| is_punctuation(view, k)).unwrap_or(and);
    let if_words = trim(view, WordRange::new(opens, before));
    Some(condition(noun, if_words, v, vec![trim(view, WordRange::new(and + 1, end))]))
}

/// "Those who attack us will pay the price", "any country that helps them will be punished".
fn whoever(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    if let Some(s) =
        view.child(v, "csubj").or_else(|| view.child(v, "nsubj").filter(|&s| scene.has("whoever", s)))
        && would(scene, v)
    {
        // "Whoever attacks us will be sunk."
        let clause = if view.word(s).upos == "VERB" {
            Some(s)
        } else {
            view.child(v, "advcl").filter(|&c| c == s + 1)
        };
        let modal = view.children_by(v, "aux").find(|&x| scene.has("modal_ahead", x))?;
        if let Some(clause) = clause
            && scene.has("whoever", view.subtree(s).start as usize)
        {
            let if_words = trim(view, WordRange::new(clause, modal.max(clause)));
            return Some(condition(clause, if_words, v, rest(scene, v, &[s, clause])));
        }
    }
    // "Whoever attacks us will be treated as an enemy", with the clause read as an adverb's.
    let opens = |&c: &usize| c < v && scene.has("whoever", view.subtree(c).start as usize);
    if let Some(clause) = view.children_by(v, "advcl").find(opens).filter(|_| would(scene, v)) {
        let modal = view.children_by(v, "aux").find(|&x| x > clause && scene.has("modal_ahead", x))?;
        let if_words = trim(view, WordRange::new(clause, modal));
        return Some(condition(clause, if_words, v, rest(scene, v, &[clause])));
    }
    let s = view.child(v, "nsubj")?;
    let any = scene.has("whoever", s) || view.children_by(s, "det").any(|d| scene.has("any", d));
    let clause = view
        .children_by(s, "acl")
        .find(|&c| c > s && matches!(view.word(c).xpos, "VBZ" | "VBP" | "VBD" | "VB" | "VBN"))?;
    if !any || !would(scene, v) {
        return None;
    }
    let words = trim(view, view.subtree(clause));
    // "that" may be read as what opens the clause, not as who acts in it.
    let who = Some(words.start as usize).filter(|&w| {
        view.child(clause, "nsubj") == Some(w)
            || view.head(w) == Some(clause)
                && matches!(view.form(w).to_lowercase().as_str(), "that" | "which" | "who")
    })?;
    Some(condition(clause, trim(view, WordRange::new(who + 1, words.end as usize)), v, rest(scene, v, &[s])))
}

/// "Firms that stay will be expelled": what is done to those of a kind who act so, however the parse hung "that stay".
fn those(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    if !scene.passive(v) && !scene.has("undergo", v) {
        return None;
    }
    let modal = view.children_by(v, "aux").find(|&x| scene.modal("modal_will", v, x))?;
    let bare = |&n: &usize| {
        n < modal && view.word(n).xpos == "NNS" && !view.children(n).iter().any(|&c| (c as usize) < n)
    };
    let n = view.children_by(v, "nsubj").find(bare)?;
    let who =
        Some(n + 1).filter(|&w| matches!(view.form(w).to_lowercase().as_str(), "who" | "that" | "which"))?;
    let verb = (who + 1..modal).find(|&k| view.word(k).xpos == "VBP")?;
    let if_words = trim(view, WordRange::new(who + 1, modal));
    let then = WordRange::new(modal, view.subtree(v).end.max(modal as u32 + 1) as usize);
    Some(condition(verb, if_words, v, vec![trim(view, then)]))
}

/// "Any ship entering our port would be fired on": what is done to whatever comes.
fn intruder(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    let modal = view.children_by(v, "aux").find(|&x| scene.modal("modal_will", v, x))?;
    let s = view.child(v, "nsubj").filter(|&s| s < modal && view.word(s).upos == "NOUN")?;
    let any = view.children_by(s, "det").find(|&d| scene.has("any", d))?;
    let comes = view.children_by(s, "acl").any(|c| s < c && c < modal && view.word(c).xpos == "VBG");
    if !scene.passive(v) || !comes {
        return None;
    }
    let then = WordRange::new(modal, view.subtree(v).end.max(modal as u32 + 1) as usize);
    let if_words = trim(view, WordRange::new(any, modal));
    Some(condition(s, if_words, v, vec![trim(view, then)]))
}

/// "They would consider any move a declaration of war", "an attack will be treated as ..." apart: the object is the
/// condition and what it would be held to be follows.
fn regarded(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    if !scene.has("regard", v) || !would(scene, v) {
        return None;
    }
    let Some(o) = view.child(v, "obj").filter(|&o| possible(scene, o)) else { return shifted(scene, v) };
    let held = view
        .children(v)
        .iter()
        .map(|&c| c as usize)
        .find(|&c| c > o && matches!(view.word(c).relation(), "xcomp" | "ccomp" | "obl" | "advcl"));
    // "consider any attempt to close the pass an act of war": of two objects of the infinitive the second is what it is held to be.
    let second = || view.child(o, "acl").and_then(|a| view.children_by(a, "obj").nth(1));
    let held = held.or_else(second)?;
    let mut words = view.subtree(held);
    let as_ = view
        .children(held)
        .iter()
        .map(|&c| c as usize)
        .find(|&c| view.form(c).eq_ignore_ascii_case("as") && c < held);
    if let Some(a) = as_ {
        words.start = a as u32 + 1;
    }
    let if_words =
        WordRange::new(first_of(view, o), (view.subtree(o).end as usize).min(words.start as usize));
    Some(condition(o, trim(view, if_words), v, vec![trim(view, words)]))
}

/// "They would regard as an act of war any attack on them": the same, with the heavy object behind.
fn shifted(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    let end = view.sentence(v).end as usize;
    let as_ = (v + 1..end.min(v + 3)).find(|&k| view.form(k).eq_ignore_ascii_case("as"))?;
    let any = |n: &usize| view.children_by(*n, "det").any(|d| d > as_ + 1 && scene.has("any", d));
    let o = (as_ + 2..end.min(as_ + 14)).find(|n| any(n) && possible(scene, *n))?;
    let first = view.children_by(o, "det").find(|&d| scene.has("any", d))?;
    let if_words = trim(view, WordRange::new(first, view.subtree(o).end as usize));
    Some(condition(o, if_words, v, vec![trim(view, WordRange::new(as_ + 1, first))]))
}

/// "The army will respond firmly to any attack": the phrase that is answered is the condition.
fn answered(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    if !would(scene, v) || view.word(v).upos != "VERB" {
        return None;
    }
    let any = |n: usize| view.children_by(n, "det").any(|d| scene.has("any", d));
    let o = view
        .children_by(v, "obl")
        .chain(view.children_by(v, "obj"))
        .find(|&o| any(o) && possible(scene, o))?;
    let except: Vec<usize> = view
        .children(v)
        .iter()
        .map(|&c| c as usize)
        .filter(|&c| c == o || matches!(view.word(c).relation(), "nsubj" | "aux" | "mark" | "cc"))
        .collect();
    Some(condition(o, phrase(scene, o), v, rest(scene, v, &except)))
}

/// "They will impose sanctions on any party that blocks the vote", "will shoot anyone who crosses": whoever does so brings it about.
fn against_any(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    if !would(scene, v) || view.word(v).upos != "VERB" || negated(view, v) {
        return None;
    }
    let any = |n: &usize| {
        let open = scene.has("whoever", *n) || view.children_by(*n, "det").any(|d| scene.has("any", d));
        open && *n > v
    };
    let own = ["obj", "obl"].into_iter().flat_map(|r| view.children_by(v, r)).collect::<Vec<_>>();
    let below = own.iter().flat_map(|&o| view.children_by(o, "nmod")).collect::<Vec<_>>();
    let noun = own.into_iter().chain(below).find(any)?;
    let clause = view.children_by(noun, "acl").find(|&c| view.word(c).deprel == "acl:relcl" && c > noun)?;
    let words = trim(view, view.subtree(clause));
    let who = view.child(clause, "nsubj").filter(|&w| {
        w == words.start as usize && matches!(view.form(w).to_lowercase().as_str(), "who" | "that" | "which")
    })?;
    let if_words = trim(view, WordRange::new(who + 1, words.end as usize));
    // What follows ends before the clause: "any party" stays in it.
    let then_words = rest(scene, v, &[clause]);
    Some(condition(clause, if_words, v, then_words))
}

/// "Without an apology there will be no talks", "there can be no peace without justice".
fn without(scene: &Scene, o: usize) -> Option<Condition> {
    let view = scene.view;
    let bare =
        marked(view, o, "case", &["without", "absent"]).or_else(|| marked(view, o, "mark", &["without"]))?;
    if !matches!(view.word(o).relation(), "obl" | "nmod" | "advcl" | "nsubj") || view.word(o).upos == "PRON" {
        return None;
    }
    // "Without guarantees there will be no truce", with the clause hung from the noun.
    let below = view.children_by(o, "acl").find(|&c| {
        c > o && (view.child(c, "expl").is_some() || view.child(c, "nsubj").is_some()) && negated(view, c)
    });
    let mut host = below.or_else(|| view.head(o))?;
    for _ in 0..4 {
        if matches!(view.word(host).upos, "VERB" | "ADJ" | "AUX") || view.child(host, "cop").is_some() {
            break;
        }
        host = view.head(host)?;
    }
    let v = if below.is_some() { host } else { consequent(view, host, o) };
    let firm =
        view.children_by(v, "aux").any(|x| scene.modal("modal_will", v, x)) || scene.existing(v).is_some();
    // "Without a treaty, incidents will multiply."
    let opens = bare == view.sentence(bare).start as usize
        || matches!(view.form(bare - 1), "," | "\"" | "“" | "„" | "‘" | "that");
    let lacking = opens && o < v && view.word(o).upos == "NOUN" && !scene.has("manner", o);
    let agent = view.child(v, "nsubj").is_some_and(|s| matches!(view.word(s).upos, "PRON" | "PROPN"));
    let none = (negated(view, v) || lacking && !agent) && firm;
    if !none {
        return None;
    }
    let connective = WordRange::new(bare, bare + 1);
    let mut if_words = phrase(scene, o);
    // Words of the main clause that the parse left between are not of the condition.
    if let Some(main) = (o + 1..v).find(|&k| view.head(k) == Some(v)) {
        if_words.end = if_words.end.min(main as u32);
    }
    let then_words = rest(scene, v, &[o]);
    Some(Condition { negated: true, connective, ..condition(o, trim(view, if_words), v, then_words) })
}

/// "Progress requires concessions", "the withdrawal is a precondition for talks": one is needed for the other.
fn required(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    let s = view.child(v, "nsubj")?;
    let tied = |then: usize, held: usize| Condition {
        tie: Tie::Depends,
        ..condition(held, phrase(scene, held), then, vec![phrase(scene, then)])
    };
    if scene.has("precondition", v) && view.child(v, "cop").is_some() {
        let then = view
            .children_by(v, "nmod")
            .find(|&n| marked(view, n, "case", &["for", "of", "to"]).is_some() && scene.has("outcome", n))?;
        return Some(tied(then, s));
    }
    // "The condition for talks is that they withdraw."
    if scene.has("precondition", s) && view.child(v, "cop").is_some() && s < v {
        let that = marked(view, v, "mark", &["that"])?;
        let then =
            view.children_by(s, "nmod").find(|&n| marked(view, n, "case", &["for", "of"]).is_some())?;
        let clause = trim(view, WordRange::new(that + 1, view.subtree(v).end as usize));
        let tied = Condition { tie: Tie::Depends, ..condition(v, clause, then, vec![phrase(scene, then)]) };
        return (clause.start as usize <= v).then_some(tied);
    }
    let o = view.child(v, "obj")?;
    // "talks will take place" need no place.
    let placed = view.lemma(v) == "take" && matches!(view.lemma(o), "place" | "part" | "note");
    let needs = scene.has("requires", v) && view.word(v).upos == "VERB" && scene.has("outcome", s) && !placed;
    (needs && view.word(o).upos == "NOUN").then(|| tied(s, o))
}

/// "conditioned its approval on the return of the town", "linked the loan to reforms".
fn linked(scene: &Scene, v: usize) -> Option<Condition> {
    let view = scene.view;
    let o = view.child(v, "obj")?;
    if !scene.has("conditions_on", v) || view.word(v).upos != "VERB" || !scene.has("outcome", o) {
        return None;
    }
    let held = view
        .children(v)
        .iter()
        .chain(view.children(o))
        .map(|&c| c as usize)
        .filter(|&c| c > o && matches!(view.word(c).relation(), "obl" | "nmod"))
        .find(|&c| marked(view, c, "case", &["on", "upon", "to"]).is_some())?;
    let mut then = phrase(scene, o);
    then.end = then.end.min(first_of(view, held) as u32);
    Some(Condition { tie: Tie::Depends, ..condition(held, phrase(scene, held), v, vec![trim(view, then)]) })
}
