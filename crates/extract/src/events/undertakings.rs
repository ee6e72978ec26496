//! Commitments that no verb of binding reports are acts as well: "We will open the port", "if they cross, we will answer".

use super::{detail, key};
use crate::actors::ActorIndex;
use crate::{Actor, ActorId, Attribution, Clause, Commitment, Event, EventId, Party, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_record::{CommitmentKind, Plover, QuadClass, Status};
use std::collections::BTreeMap;

/// Adds the threats, promises, offers and demands that a statement makes in other words than "threatened" or "promised",
/// and keeps what the commitments say of events true. `actors` come with their index.
///
/// ```text
/// "If they cross the river, we will answer," Elbonia said      THREATEN by Elbonia: will answer
/// Elbonia said it was willing to pay half                      AGREE by Elbonia: to pay
/// "They have until Friday to leave," Elbonia said              REQUEST by Elbonia: to leave
/// ```
pub fn undertakings(
    view: &View,
    lexicon: &Lexicon,
    actors: (&[Actor], &ActorIndex),
    attributions: &[Attribution],
    commitments: &mut [Commitment],
    events: &mut Vec<Event>,
) {
    let reader = Reader { view, lexicon, actors: actors.0, index: actors.1, attributions };
    let before = events.len();
    let sentence = |e: &Event| view.sentence_index(e.trigger_head as usize);
    let mut told: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, e) in events.iter().enumerate() {
        told.entry(sentence(e)).or_default().push(i);
    }
    for c in commitments.iter() {
        let said = said(c).and_then(|(kind, clause)| {
            let mut new = reader.event(c, kind, clause)?;
            // To whom the act would be done.
            let akin = |e: &&Event| match kind {
                Plover::Threaten => e.kind.quad_class() == QuadClass::MaterialConflict,
                _ => e.kind.quad_class() == QuadClass::MaterialCooperation,
            };
            let act = clause.event.and_then(|e| events.get(e.index())).filter(akin);
            let known = |p: &&Party| p.actor.is_some_and(|a| !c.by.contains(&a));
            let theirs: Vec<Party> = act.iter().flat_map(|e| &e.target).filter(known).cloned().collect();
            if kind != Plover::Request && !theirs.is_empty() {
                new.target = theirs;
            }
            Some(new)
        });
        let Some(new) = said else { continue };
        let cue = c.attribution.and_then(|a| attributions[a.index()].cue_head);
        let near = [Some(sentence(&new)), cue.map(|w| view.sentence_index(w as usize))];
        let mut near = near.into_iter().flatten().filter_map(|s| told.get(&s)).flatten();
        // "vowed to bar the inspectors unless": what is vowed against others is no promise.
        if let Some(vow) = near.clone().copied().find(|&i| vowed(view, &events[i], &new)) {
            (events[vow].kind, events[vow].mode) = (Plover::Threaten, None);
        }
        match near.find(|&&i| tells(view, cue, &events[i], &new)) {
            // "warned that it would scrap the pact unless ...": the commitment knows to whom that is said.
            Some(&i) if kin(&events[i], &new) => {
                // "threatened to shell *the port of Lima*": a name says whom, though nobody knows whose it is.
                let open = |p: &Party| p.actor.is_none() && view.word(p.head as usize).upos != "PROPN";
                if events[i].target.iter().all(open) && !new.target.is_empty() {
                    events[i].target = new.target;
                }
            }
            Some(_) => {}
            None => {
                told.entry(sentence(&new)).or_default().push(events.len());
                events.push(new);
            }
        }
    }
    if events.len() == before {
        return;
    }
    let mut order: Vec<(usize, Event)> = std::mem::take(events).into_iter().enumerate().collect();
    order.sort_by_key(|(_, e)| (e.trigger, e.kind));
    let mut place = vec![0; order.len()];
    for (new, (old, event)) in order.into_iter().enumerate() {
        place[old] = new as u32;
        events.push(event);
    }
    for clause in commitments.iter_mut().flat_map(Commitment::clauses_mut) {
        clause.event = clause.event.map(|e| EventId(place[e.index()]));
    }
}

/// The act that the commitment is, and the clause that says it.
fn said(c: &Commitment) -> Option<(Plover, &Clause)> {
    let kind = match c.kind {
        CommitmentKind::Threat => Plover::Threaten,
        CommitmentKind::Promise | CommitmentKind::Offer => Plover::Agree,
        CommitmentKind::Demand => Plover::Request,
        _ => return None,
    };
    Some((kind, c.consequence.as_ref().or(c.what.as_ref())?))
}

/// What an undertaking is read from.
struct Reader<'a> {
    view: &'a View<'a>,
    lexicon: &'a Lexicon,
    actors: &'a [Actor],
    index: &'a ActorIndex,
    attributions: &'a [Attribution],
}

impl Reader<'_> {
    /// The act of `kind` that `clause` of a commitment says, where the text says by whom.
    fn event(&self, c: &Commitment, kind: Plover, clause: &Clause) -> Option<Event> {
        let Reader { view, lexicon, actors, index, attributions } = *self;
        let words = view.words_in(*clause.spans.first()?);
        let head = words.range().find(|&w| view.head(w).is_none_or(|h| !words.contains(h)))?;
        let start =
            view.children(head).iter().map(|&a| a as usize).filter(|&a| view.word(a).relation() == "aux");
        let start = start.filter(|a| words.contains(*a)).min().unwrap_or(head).min(head);
        let speaker = c.attribution.map(|a| &attributions[a.index()]);
        // In whose name it is said, in the words of the statement's source; else where the actor is named last before.
        let voice = speaker.and_then(|s| Some((s.speaker?, *s.source.first()?, s.source_head?)));
        let party = |actor: ActorId| {
            let spoken = voice.filter(|v| v.0 == actor || index.principal(v.0) == actor);
            if let Some((_, span, head)) = spoken {
                return Some(Party { actor: Some(actor), span, head });
            }
            let mentions = &actors[actor.index()].mentions;
            let last = mentions
                .partition_point(|m| view.sentence_index(m.head as usize) <= view.sentence_index(head));
            let mention = mentions[..last].last()?;
            Some(Party { actor: Some(actor), span: mention.span, head: mention.head })
        };
        let source: Vec<Party> = c.by.iter().filter_map(|&a| party(a)).collect();
        if source.is_empty() {
            return None;
        }
        Some(Event {
            kind,
            mode: None,
            contexts: detail::contexts(view, lexicon, head, &[]),
            source,
            target: c.towards.iter().filter_map(|&a| party(a)).collect(),
            trigger: view.span(WordRange::new(start, head + 1)),
            trigger_head: head as u32,
            status: Status::Occurred,
            date: speaker.and_then(|s| s.date),
            counted: None,
            place: None,
            magnitude: None,
            attribution: c.attribution,
            confidence: None,
            found_by: "rule:undertaking",
        })
    }
}

/// Whether `told` is the act of `new`: of its kind by one of its doers, in the same sentence or as the statement itself, whose
/// cue is `cue`.
fn tells(view: &View, cue: Option<u32>, told: &Event, new: &Event) -> bool {
    let sentence = |e: &Event| view.sentence_index(e.trigger_head as usize);
    let beside = sentence(told) == sentence(new) || cue.is_some_and(|c| told.trigger_head == c);
    let by = key(&told.source);
    kin(told, new) && beside && (by.is_empty() || key(&new.source).iter().any(|a| by.contains(a)))
}

/// Whether `told` is a vow or promise that holds the threat `new`.
fn vowed(view: &View, told: &Event, new: &Event) -> bool {
    let vow = told.trigger_head as usize;
    let swears = matches!(view.lemma(vow), "vow" | "swear" | "pledge" | "promise");
    // "promised to leave, but threatened to stay": what is joined to the promise itself is no part of it.
    let mut above = std::iter::successors(Some(new.trigger_head as usize), |&w| {
        let above = view.head(w)?;
        (view.word(w).relation() != "conj" || above != vow).then_some(above)
    })
    .take(5);
    (told.kind, new.kind) == (Plover::Agree, Plover::Threaten)
        && swears
        && key(&told.source) == key(&new.source)
        && above.any(|w| w == vow)
}

/// Whether the two are acts of one kind; an ultimatum both threatens and demands.
fn kin(told: &Event, new: &Event) -> bool {
    told.kind == new.kind
        || (told.kind, new.kind) == (Plover::Threaten, Plover::Request)
        // "told the envoy to leave" is his expulsion.
        || told.mode == Some("expel") && new.kind == Plover::Request
}
