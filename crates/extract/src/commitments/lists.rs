//! Demands told as a list: "set out four demands:" with an item a line, or behind a colon in the same sentence.

use super::demands::Demand;
use super::said::names_act;
use super::scene::{Scene, Voice};
use crate::attribution::clause::{hangs_from, is_punctuation, marked, trim};
use crate::{ActorId, View};
use demarche_base::WordRange;
use demarche_text::ParagraphKind;

/// Every demand that stands in a list of demands.
pub(super) fn listed(scene: &Scene) -> Vec<Demand> {
    let view = scene.view;
    let mut out = Vec::new();
    for i in 0..view.len() {
        if view.word(i).upos == "NOUN" && scene.has("list_noun", i) {
            out.extend(behind_colon(scene, i));
        }
    }
    let paragraphs = &view.layout.paragraphs;
    let mut announced: Option<(Vec<ActorId>, Option<usize>)> = None;
    let mut gap = 0;
    for p in paragraphs {
        if p.words.is_empty() {
            continue;
        }
        if p.kind == ParagraphKind::ListItem {
            if let Some((by, statement)) = &announced {
                let voice = Voice { statement: *statement, speakers: by.clone() };
                let sentences = p.sentences.0 as usize..p.sentences.1 as usize;
                out.extend(sentences.filter_map(|s| item(scene, view.layout.sentences[s], &voice)));
            }
            gap = 0;
            continue;
        }
        if let Some(found) = announcement(scene, p.words) {
            announced = Some(found);
            gap = 0;
        } else if gap > 0 || announced.is_some() && matches!(p.kind, ParagraphKind::Body) {
            announced = None;
        } else {
            gap += 1;
        }
    }
    out
}

/// Who announces demands at the end of a paragraph that a list follows, and in which statement.
fn announcement(scene: &Scene, paragraph: WordRange) -> Option<(Vec<ActorId>, Option<usize>)> {
    let view = scene.view;
    let last = paragraph.range().next_back()?;
    let sentence = view.sentence(last);
    let noun = sentence.range().rev().find(|&i| scene.has("list_noun", i) && view.word(i).upos == "NOUN");
    let verb =
        || {
            sentence.range().find(|&i| {
                scene.lexicon.commissives.verb(view.lemma(i)).iter().any(|c| {
                    c.deed == demarche_lexicon::commissives::Deed::Demand && view.word(i).upos == "VERB"
                })
            })
        };
    let colon = view.form(last) == ":";
    let cue = noun.or_else(|| verb().filter(|_| colon))?;
    let voice = scene.voice(cue);
    let mut by = announcer(scene, cue, &voice);
    // A heading, "THE DEMANDS:", speaks of those that were told of before.
    if by.is_empty() && colon && sentence.range().all(|k| !matches!(view.word(k).upos, "VERB" | "AUX")) {
        by = told_before(scene, sentence.start as usize);
    }
    (!by.is_empty()).then_some((by, voice.statement))
}

/// As many words before a heading are looked at for whose demands it lists.
const REACH: usize = 300;

/// Whose demands were last spoken of before word `at`: "gave them until Monday to meet *his demands*".
fn told_before(scene: &Scene, at: usize) -> Vec<ActorId> {
    let noun = |&i: &usize| scene.view.word(i).upos == "NOUN" && scene.has("list_noun", i);
    let owners = (at.saturating_sub(REACH)..at).rev().filter(noun).map(|i| scene.owner(i, &scene.voice(i)));
    owners.into_iter().find(|o| !o.is_empty()).unwrap_or_default()
}

/// Who makes the demands that a noun speaks of: its owner, else the subject of the clause it stands in.
fn announcer(scene: &Scene, cue: usize, voice: &Voice) -> Vec<ActorId> {
    let view = scene.view;
    if view.word(cue).upos == "NOUN" {
        let own = scene.owner(cue, voice);
        if !own.is_empty() {
            return own;
        }
    }
    let mut at = cue;
    for _ in 0..8 {
        if view.word(at).upos == "VERB" {
            let agents = scene.agents(at, voice);
            if !agents.is_empty() {
                return agents;
            }
        }
        let Some(h) = view.head(at) else { break };
        at = h;
    }
    voice.speakers.clone()
}

/// One item: a clause with "must" or "should", a plain verb, an infinitive or a noun phrase.
fn item(scene: &Scene, sentence: WordRange, voice: &Voice) -> Option<Demand> {
    let view = scene.view;
    let top = sentence.range().find(|&i| view.word(i).deprel == "root")?;
    let top = match view.word(top).upos {
        "NUM" | "PUNCT" | "X" | "SYM" => view
            .children(top)
            .iter()
            .map(|&c| c as usize)
            .find(|&c| c > top && matches!(view.word(c).upos, "VERB" | "NOUN" | "PROPN"))?,
        _ => top,
    };
    let s = view.child(top, "nsubj");
    let bound = view.children_by(top, "aux").any(|x| scene.has("ought", x) || scene.has("modal_will", x));
    let (act, words, of) = match (view.word(top).upos, s) {
        ("VERB", Some(s)) if bound => {
            let doers = scene.actors(s, voice);
            let passive = scene.passive(top) || doers.is_empty();
            let words = if passive { scene.clause_words(top, &[]) } else { scene.act_words(top, &[]) };
            (top, words, if passive { Vec::new() } else { doers })
        }
        ("VERB", Some(s)) if scene.has("need_to", top) => {
            let x = view.child(top, "xcomp")?;
            (x, scene.act_words(x, &[]), scene.actors(s, voice))
        }
        ("VERB", None) => (top, scene.act_words(top, &[]), Vec::new()),
        ("NOUN" | "PROPN", _) => (top, scene.clause_words(top, &[]), Vec::new()),
        _ => return None,
    };
    let words: Vec<WordRange> =
        words.into_iter().map(|r| unnumbered(scene, r)).filter(|r| !r.is_empty()).collect();
    (!words.is_empty()).then(|| Demand {
        by: voice.speakers.clone(),
        of: scene.foreign(of, &voice.speakers),
        act,
        words,
        against: false,
        voice: voice.clone(),
        rule: "rule:list",
    })
}

/// Without the number or bullet before an item.
fn unnumbered(scene: &Scene, words: WordRange) -> WordRange {
    let view = scene.view;
    let start = words.range().find(|&i| {
        !is_punctuation(view, i)
            && !matches!(view.word(i).xpos, "LS")
            && view.word(i).relation() != "discourse"
    });
    start.map_or(words, |s| trim(view, WordRange::new(s, words.end as usize)))
}

/// "a ceasefire; an end to the blockade; and joint patrols": the items that semicolons part, each with its head word.
fn parted(scene: &Scene, words: WordRange) -> Option<Vec<(usize, WordRange)>> {
    let view = scene.view;
    let marks: Vec<usize> = words.range().filter(|&k| view.form(k) == ";").collect();
    let ends = marks.iter().copied().chain([words.end as usize]);
    let mut start = words.start as usize;
    let mut items = Vec::new();
    for end in ends {
        let lead = |k: &usize| !is_punctuation(view, *k) && view.word(*k).upos != "CCONJ";
        let first = (start..end).find(lead).unwrap_or(end);
        let item = trim(view, WordRange::new(first, end));
        start = end + 1;
        let outside = |k: &usize| view.head(*k).is_none_or(|h| !item.contains(h));
        let top =
            item.range().find(|k| matches!(view.word(*k).upos, "NOUN" | "VERB" | "PROPN") && outside(k));
        items.push((top?, item));
    }
    (!marks.is_empty()).then_some(items)
}

/// The last word of what names some of a list right behind its noun: "five demands, *among them* ...", "conditions, *including* ...".
fn part_named(view: &View, noun: usize, end: usize) -> Option<usize> {
    let from = noun + 1 + usize::from(noun + 1 < end && is_punctuation(view, noun + 1));
    let word = |k: usize, w: &str| k < end && view.form(k).eq_ignore_ascii_case(w);
    if word(from, "including") || word(from, "namely") {
        return Some(from);
    }
    (word(from, "among") && (word(from + 1, "them") || word(from + 1, "which"))).then_some(from + 1)
}

/// To whom a list is given: "handed *Lima* a list", "presented *Lima* with a list", "sent a list to *Lima*".
fn given_to(scene: &Scene, noun: usize, voice: &Voice) -> Vec<ActorId> {
    let view = scene.view;
    let mut below = noun;
    for _ in 0..4 {
        let Some(verb) = view.head(below) else { break };
        if view.word(verb).upos == "VERB" {
            let object = view.child(verb, "obj").filter(|&o| o != below);
            let to = || view.children_by(verb, "obl").find(|&o| marked(view, o, "case", &["to"]).is_some());
            let whom = view.child(verb, "iobj").or(object).or_else(to);
            return whom.map_or(Vec::new(), |w| scene.actors(w, voice));
        }
        below = verb;
    }
    Vec::new()
}

/// "made three demands: a ceasefire, the release of the prisoners and an end to the blockade".
fn behind_colon(scene: &Scene, noun: usize) -> Vec<Demand> {
    let view = scene.view;
    let end = view.sentence(noun).end as usize;
    let colon = (noun + 1..end.min(noun + 12)).find(|&k| matches!(view.form(k), ":" | "–" | "—"));
    let colon = colon.filter(|&k| view.form(k) == ":" || scene.has("list_noun", k - 1));
    let some = || part_named(view, noun, end);
    let Some(colon) = colon.or_else(some) else {
        return Vec::new();
    };
    let all = view.form(colon) == ":" || is_punctuation(view, colon);
    let voice = scene.voice(noun);
    let by = announcer(scene, noun, &voice);
    let top = (colon + 1..end).find(|&k| {
        matches!(view.word(k).upos, "NOUN" | "VERB") && view.head(k).is_none_or(|h| h <= colon || h >= end)
    });
    // "their demands, including by telephone": what is named in part must be an act.
    let top = top.filter(|&t| all || names_act(scene, t) || view.word(t).upos == "VERB");
    let Some(top) = top.filter(|_| !by.is_empty()) else { return Vec::new() };
    let of = scene.foreign(given_to(scene, noun, &voice), &by);
    let heads = [top].into_iter().chain((top + 1..end).filter(|&c| {
        view.word(c).relation() == "conj"
            && hangs_from(view, c, top)
            && view.word(c).upos == view.word(top).upos
            && (view.word(c).upos == "VERB" || names_act(scene, c) || view.head(c) == Some(top))
    }));
    let heads: Vec<usize> = heads.collect();
    let voice = Voice { statement: voice.statement, speakers: by.clone() };
    if let Some(items) = parted(scene, WordRange::new(colon + 1, end)) {
        let demand = |(act, words)| Demand {
            by: by.clone(),
            of: of.clone(),
            act,
            words: vec![words],
            against: false,
            voice: voice.clone(),
            rule: "rule:list",
        };
        return items.into_iter().map(demand).collect();
    }
    heads
        .iter()
        .map(|&h| {
            let nested: Vec<usize> =
                heads.iter().copied().filter(|&x| x != h && hangs_from(view, x, h)).collect();
            let infinitive =
                view.word(h).upos == "VERB" && marked(view, h, "mark", &["to", "that"]).is_some();
            let mut words =
                if infinitive { scene.act_words(h, &nested) } else { scene.clause_words(h, &nested) };
            for r in &mut words {
                r.start = r.start.max(colon as u32 + 1);
            }
            words.retain(|r| r.start < r.end);
            Demand {
                by: by.clone(),
                of: of.clone(),
                act: h,
                words,
                against: false,
                voice: voice.clone(),
                rule: "rule:list",
            }
        })
        .filter(|d| !d.words.is_empty())
        .collect()
}
