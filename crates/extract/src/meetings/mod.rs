//! Who meets whom where and when: talks, summits, calls, visits and working dinners, each once.
//!
//! The steps, in reading order:
//! 1. [`mention`]: the places that speak of a meeting, each read into what is [`spoken`] of it there:
//!    [`verbs`] and [`company`] read verbs ("met", "saw the king"), [`sittings`] what bodies do ("will debate"),
//!    [`journeys`] who goes where, [`nouns`] what is named ("talks"), with what it [`stand`]s with.
//! 2. Each of these asks who meets ([`participants`], [`implied`]), where, when and about what ([`details`]), and whether
//!    it is held ([`outlook`]) or only [`offers`] it.
//! 3. Here, places that speak of the same meeting are brought together, by kind, day, place and parties; heads of
//!    delegations are found; meetings of which the text says neither who nor within what body are left out.

mod attached;
mod company;
mod details;
mod implied;
mod journeys;
mod mention;
mod nouns;
mod offers;
mod outlook;
mod participants;
mod sittings;
mod spoken;
mod stand;
mod verbs;

use crate::actors::ActorIndex;
use crate::attribution::clause::marked;
use crate::events::{Naming, noun_phrase, roles};
use crate::{Attribution, Head, Meeting, MeetingId, Party, Timex, View};
use attached::{ancestors, behind_own};
use demarche_lexicon::Lexicon;
use demarche_record::Status;
use mention::Reader;
use spoken::{Kind, Spoken, join_parties, known};

/// A meeting while its mentions are gathered.
struct Gathered {
    meeting: Meeting,
    kind: Kind,
    heads: Vec<usize>,
    cancelled: bool,
    brokered: bool,
}

/// The meetings of a text, in order of their first mention.
pub fn meetings(
    view: &View,
    lexicon: &Lexicon,
    index: &ActorIndex,
    timexes: &[Timex],
    attributions: &[Attribution],
) -> Vec<Meeting> {
    if view.syntax.words.len() != view.len() {
        return Vec::new();
    }
    let reader = Reader { view, lexicon, naming: Naming { index, lexicon }, timexes };
    let mut found: Vec<Gathered> = Vec::new();
    let mut order: Vec<(usize, usize)> = Vec::new();
    // Places that speak of a next round of which nobody was told before.
    let mut open: Vec<usize> = Vec::new();
    for mut spoken in reader.spoken() {
        // "The next round is to be held in Oslo": of those who met.
        let next = view.children_by(spoken.head, "amod").any(|c| view.lemma(c) == "next");
        let again = next && known(&spoken.parties).is_empty() && spoken.forum.is_none();
        if (spoken.anaphoric || again)
            && let Some(last) = found.last()
        {
            join_parties(&mut spoken.parties, last.meeting.parties.clone());
            spoken.parties.retain(|p| p.actor.is_some());
        }
        if again && known(&spoken.parties).is_empty() {
            open.push(spoken.head);
        }
        told_by_party(view, index, attributions, &mut spoken);
        if spoken.parties.is_empty() {
            spoken.parties = two_before(&reader, &spoken);
        }
        // "The previous encounter" is none of those that were told of before.
        let other =
            view.children_by(spoken.head, "amod").any(|c| matches!(view.lemma(c), "previous" | "earlier"));
        let at = same(view, timexes, &found, &spoken).filter(|_| !other);
        if let Some(earlier) = spoken.after {
            order.push((spoken.head, earlier));
        }
        match at {
            Some(at) => merge(view, timexes, &mut found[at], spoken),
            None => found.push(gather(view, timexes, spoken)),
        }
    }
    told_later(view, &mut found, &open);
    let heads = delegations(view, lexicon, &reader.naming);
    for g in &mut found {
        lead(view, g, &heads);
    }
    let kept: Vec<bool> = found.iter().map(|g| told(index, g)).collect();
    let number = |head: usize| {
        let at = found.iter().position(|g| g.heads.contains(&head))?;
        kept[at].then(|| MeetingId(kept[..at].iter().filter(|k| **k).count() as u32))
    };
    let links: Vec<(Option<MeetingId>, Option<MeetingId>)> =
        order.iter().map(|&(l, e)| (number(l), number(e))).collect();
    let mut meetings: Vec<Meeting> =
        found.into_iter().zip(&kept).filter(|(_, k)| **k).map(|(g, _)| g.meeting).collect();
    for (later, earlier) in links {
        if let (Some(later), Some(earlier)) = (later, earlier)
            && later != earlier
        {
            meetings[later.index()].after = Some(earlier);
        }
    }
    meetings
}

/// Whether the text says enough of it: who meets, or within what body.
fn told(index: &ActorIndex, gathered: &Gathered) -> bool {
    let Gathered { meeting, kind, cancelled, brokered, .. } = gathered;
    let parties = known(&meeting.parties);
    let (known, body) = (parties.len(), parties.iter().all(|&a| index.is_body(a)));
    let placed = meeting.place.is_some() || meeting.start.is_some();
    let denied = meeting.status == Status::Denied;
    let open = matches!(meeting.status, Status::Hypothetical | Status::Demanded);
    let arranged = meeting.place.is_some() && meeting.start.is_some();
    // "a summit in Oslo last week" of nobody named: a day of a year that is known.
    let dated = meeting.start.as_ref().is_some_and(|s| s.len() >= 7 && !s.contains('X'));
    // "called off a trip to Lima": of whose visit the day or the place is told.
    let trip = *kind == Kind::Visit && (meeting.start.is_some() || known >= 2 || placed && known == 1);
    (!open || arranged || *brokered)
        && (!denied || *cancelled && (known >= 2 || trip))
        && match kind {
            // "The minister's visit, set for Friday, was put off": where to, the text need not say.
            Kind::Visit if known == 1 && meeting.start.is_some() => {
                matches!(meeting.status, Status::Planned | Status::Denied)
                    && meeting.found_by == "rule:meeting-noun"
            }
            // "The union's ministers will hold a video conference on Monday": among themselves.
            Kind::Remote if meeting.start.is_some() && known == 1 => body,
            Kind::Visit | Kind::Remote => known >= 2,
            _ => {
                known >= 2
                    || meeting.forum.is_some() && known >= 1
                    || known == 1 && placed
                    || dated && arranged && meeting.found_by == "rule:meet"
                    || (meeting.forum.is_some() || *kind == Kind::Summit && dated) && arranged
            }
        }
}

fn day(timexes: &[Timex], spoken: &Spoken) -> Option<String> {
    spoken
        .date
        .map(|d| timexes[d.index()].value.clone())
        .or_else(|| spoken.counted.clone())
        .filter(|v| v.starts_with(|c: char| c.is_ascii_digit() || c == 'X'))
}

/// The first ten characters of a TIMEX3 value: the day, where it says one.
fn calendar(value: &str) -> &str {
    value.get(..10).unwrap_or(value)
}

/// Whether two values can mean one time: one lies within the other, as far as they say; `X` stands for what is open.
fn compatible(a: &str, b: &str) -> bool {
    let (a, b) = (calendar(a), calendar(b));
    let weeks = a.contains("-W") != b.contains("-W");
    if weeks {
        let (week, day) = if a.contains("-W") { (a, b) } else { (b, a) };
        if let Ok(day) = day.parse::<jiff::civil::Date>() {
            let iso = day.iso_week_date();
            return week.starts_with(&format!("{:04}-W{:02}", iso.year(), iso.week()));
        }
    }
    let agree = |(x, y): (char, char)| x == y || x == 'X' || y == 'X';
    if weeks { a.chars().zip(b.chars()).take(4).all(agree) } else { a.chars().zip(b.chars()).all(agree) }
}

/// The meeting of which `spoken` speaks, if it is known.
fn same(view: &View, timexes: &[Timex], found: &[Gathered], spoken: &Spoken) -> Option<usize> {
    let past = |s: Status| matches!(s, Status::Occurred | Status::Ongoing);
    let date = day(timexes, spoken);
    let mut best: Option<(u8, usize)> = None;
    for (i, g) in found.iter().enumerate() {
        let m = &g.meeting;
        let kinds = g.kind == spoken.kind
            || matches!((g.kind, spoken.kind), (Kind::Talks, Kind::Summit) | (Kind::Summit, Kind::Talks))
            || g.kind == Kind::Visit && spoken.kind == Kind::Talks && spoken.definite;
        if !kinds {
            continue;
        }
        // "A summit planned for Monday was called off" is not the one that is yet to be arranged.
        let single = view.children_by(spoken.head, "det").any(|d| matches!(view.lemma(d), "a" | "an"));
        let undated = date.is_none() || m.start.is_none();
        if spoken.cancelled && !g.cancelled && single && undated {
            continue;
        }
        // "Oslo will receive both if they wish. They will meet in Lima": who only would be host is not met there.
        let other = spoken.verb == Some(spoken.head) || date.is_some() && !spoken.definite;
        if m.status == Status::Hypothetical && !g.brokered && other && !spoken.anaphoric {
            continue;
        }
        let mut score = 0;
        if let (Some(a), Some(b)) = (&m.start, &date) {
            if !compatible(a, b) {
                continue;
            }
            score += 4 * u8::from(calendar(a) == calendar(b));
        }
        if let (Some(a), Some(b)) = (m.place, spoken.place) {
            if !alike(a.of(view.text), b.of(view.text)) {
                continue;
            }
            score += 4;
        }
        match (m.forum, spoken.forum) {
            (Some(a), Some(b)) if !alike(a.of(view.text), b.of(view.text)) => continue,
            (Some(_), Some(_)) => score += 4,
            (None, Some(_)) if !m.parties.is_empty() => continue,
            (Some(_), None) if !spoken.definite => continue,
            _ => {}
        }
        let ours = known(&m.parties);
        let theirs = known(&spoken.parties);
        if !ours.is_empty() && !theirs.is_empty() {
            let shared = theirs.iter().filter(|a| ours.contains(a)).count();
            if shared == 0 || shared < theirs.len().min(ours.len()) {
                continue;
            }
            score += if shared >= 2 { 3 } else { 1 };
        }
        let vague = theirs.is_empty() && date.is_none() && spoken.place.is_none() && spoken.forum.is_none();
        if spoken.definite {
            score += 2;
        } else if vague {
            score += 1;
        }
        // "The next round" of talks that were held is another one.
        let next = view
            .children_by(spoken.head, "amod")
            .any(|c| matches!(view.lemma(c), "next" | "new" | "second" | "third"));
        if next && past(m.status) && !past(spoken.status) {
            continue;
        }
        // A meeting of the past is not the one to come.
        if past(m.status) != past(spoken.status) && !spoken.definite && score < 5 {
            continue;
        }
        if score >= 2 && best.is_none_or(|(s, _)| score >= s) || vague && best.is_none() && score >= 1 {
            best = Some((score, i));
        }
    }
    best.map(|(_, i)| i)
}

/// "Talks with Peru will be held on Friday, *Chile* said": who says so meets whom the words name alone.
fn told_by_party(view: &View, index: &ActorIndex, attributions: &[Attribution], spoken: &mut Spoken) {
    let named = known(&spoken.parties);
    let noun = spoken.verb != Some(spoken.head);
    let with = noun && behind_own(view, spoken.head, "with").is_some();
    let [other] = named[..] else { return };
    if !with || spoken.forum.is_some() {
        return;
    }
    let held = |a: &&Attribution| a.content_words.iter().any(|r| r.contains(spoken.head));
    let Some(told) = attributions.iter().rfind(held) else { return };
    let (Some(speaker), Some(&span), Some(head)) = (told.speaker, told.source.first(), told.source_head)
    else {
        return;
    };
    let side = index.principal(speaker);
    let public = !index.is_person(side) && !index.is_media(side) && !index.is_people(side);
    if public && side != other {
        spoken.parties.push(Party { actor: Some(side), span, head });
    }
}

/// "Oslo and Lima traded accusations. A second round of talks is set for Monday in Quito.": of talks of which place and day are
/// told and nothing else, the two states that the sentence before names are the parties. "A meeting of coaches", "talks between
/// exporters" have others.
fn two_before(reader: &Reader, spoken: &Spoken) -> Vec<Party> {
    let (view, naming) = (reader.view, &reader.naming);
    let others = view.subtree(spoken.head).range().any(|w| {
        view.word(w).relation() == "nmod"
            && (marked(view, w, "case", &["between", "among", "with"]).is_some()
                || marked(view, w, "case", &["of", "by"]).is_some()
                    && !reader.lexicon.meeting.is("noun", view.lemma(w)))
    });
    let arranged = spoken.place.is_some() && (spoken.date.is_some() || spoken.counted.is_some());
    let sure = matches!(spoken.status, Status::Planned | Status::Occurred | Status::Ongoing | Status::Denied);
    let held = spoken.verb.is_some() || spoken.definite || is_passive(view, spoken);
    if others || !arranged || !sure || !held || spoken.kind != Kind::Talks || spoken.forum.is_some() {
        return Vec::new();
    }
    let Some(before) = view.sentence_index(spoken.head).checked_sub(1) else { return Vec::new() };
    let mut states: Vec<crate::ActorId> = Vec::new();
    for actor in naming.index.in_span(view.layout.sentences[before]) {
        let side = naming.index.principal(actor);
        if naming.is_state(side) && !states.contains(&side) {
            states.push(side);
        }
    }
    let party =
        |&actor| Party { actor: Some(actor), span: view.span(spoken.words), head: spoken.head as u32 };
    if states.len() == 2 { states.iter().map(party).collect() } else { Vec::new() }
}

/// Whether the meeting is the subject of a passive: "a round of talks is scheduled".
fn is_passive(view: &View, spoken: &Spoken) -> bool {
    ancestors(view, spoken.head, 3)
        .any(|v| view.children_by(v, "aux").any(|a| view.word(a).deprel == "aux:pass"))
}

/// "The next round will be held in Oslo, the first since *the two kings met* in May": those who met before are named
/// behind it, in its sentence.
fn told_later(view: &View, found: &mut [Gathered], open: &[usize]) {
    for &head in open {
        let Some(at) = found.iter().position(|g| g.heads.contains(&head)) else { continue };
        let sentence = view.sentence(head);
        let earlier = found.iter().find(|g| {
            let inside = g.heads.iter().any(|&h| h > head && sentence.contains(h));
            inside && g.meeting.status == Status::Occurred && known(&g.meeting.parties).len() >= 2
        });
        let parties = earlier.map(|g| g.meeting.parties.clone()).unwrap_or_default();
        if known(&found[at].meeting.parties).is_empty() {
            join_parties(&mut found[at].meeting.parties, parties);
        }
    }
}

fn alike(a: &str, b: &str) -> bool {
    let bare = |s: &str| s.trim_start_matches("the ").trim_start_matches("The ").to_lowercase();
    let (a, b) = (bare(a), bare(b));
    a.contains(&b) || b.contains(&a)
}

fn gather(view: &View, timexes: &[Timex], spoken: Spoken) -> Gathered {
    let rule = if spoken.verb == Some(spoken.head) { "rule:meet" } else { "rule:meeting-noun" };
    let meeting = Meeting {
        parties: spoken.parties.clone(),
        heads: Vec::new(),
        forum: spoken.forum,
        place: spoken.place,
        start: day(timexes, &spoken),
        end: None,
        format: spoken.format,
        topics: spoken.topics.clone(),
        status: spoken.status,
        after: None,
        spans: vec![view.span(spoken.words)],
        found_by: rule,
    };
    Gathered {
        meeting,
        kind: spoken.kind,
        heads: vec![spoken.head],
        cancelled: spoken.cancelled,
        brokered: spoken.brokered,
    }
}

/// Adds to a meeting what another place says of it.
fn merge(view: &View, timexes: &[Timex], gathered: &mut Gathered, spoken: Spoken) {
    let date = day(timexes, &spoken);
    let m = &mut gathered.meeting;
    gathered.heads.push(spoken.head);
    join_parties(&mut m.parties, spoken.parties);
    m.forum = m.forum.or(spoken.forum);
    m.place = m.place.or(spoken.place);
    m.format = m.format.or(spoken.format);
    if date.as_ref().is_some_and(|d| m.start.as_ref().is_none_or(|s| calendar(s).len() < calendar(d).len())) {
        m.start = date;
    }
    for topic in spoken.topics {
        if m.topics.iter().all(|t| !t.overlaps(topic)) {
            m.topics.push(topic);
        }
    }
    gathered.cancelled |= spoken.cancelled;
    // What is scheduled says more than a mere mention.
    let vague = m.status == Status::Occurred && spoken.verb.is_some() || m.status == Status::Hypothetical;
    if vague || spoken.cancelled {
        m.status = spoken.status;
    }
    m.spans.push(view.span(spoken.words));
}

/// The leaders that the text names for delegations: (the words' head, person, whom the delegation is of).
fn delegations(view: &View, lexicon: &Lexicon, naming: &Naming) -> Vec<(usize, Head)> {
    let mut found = Vec::new();
    for verb in
        (0..view.len()).filter(|&w| view.word(w).upos == "VERB" && lexicon.meeting.is("lead", view.lemma(w)))
    {
        let r = roles(view, lexicon, verb);
        let Some(delegation) = r.patient.filter(|&p| lexicon.meeting.is("delegation", view.lemma(p))) else {
            continue;
        };
        let Some(person) = r.agent else { continue };
        // The person, not whom the person acts for.
        let named = naming.index.of_word(person as u32).first().copied();
        let named = named.or_else(|| naming.index.covering(person as u32).map(|(a, _)| a));
        let stands_for = naming.actors(view, delegation).first().copied();
        if let Some(actor) = named {
            found.push((verb, Head { actor, stands_for, span: view.span(noun_phrase(view, person)) }));
        }
    }
    found
}

/// Gives a meeting the heads of delegations that are named close to it and stand for one of its parties.
fn lead(view: &View, gathered: &mut Gathered, heads: &[(usize, Head)]) {
    for (verb, head) in heads {
        let sentence = view.sentence_index(*verb);
        let near = gathered.heads.iter().any(|&h| view.sentence_index(h).abs_diff(sentence) <= 2);
        let party =
            head.stands_for.is_none_or(|s| gathered.meeting.parties.iter().any(|p| p.actor == Some(s)));
        let fresh = gathered.meeting.heads.iter().all(|h| h.actor != head.actor);
        if near && party && fresh {
            gathered.meeting.heads.push(head.clone());
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_articles;
#[cfg(test)]
mod tests_envoys;
#[cfg(test)]
mod tests_forms;
#[cfg(test)]
mod tests_forums;
#[cfg(test)]
mod tests_offers;
#[cfg(test)]
mod tests_visits;
