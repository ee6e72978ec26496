//! Names by their shape: runs of proper nouns, typed by what stands in and around them.

use super::Hit;
use crate::View;
use crate::actors::phrase;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::Sense;
use demarche_lexicon::roles::{Role, Stands};
use demarche_record::EntityType;

/// Runs of proper nouns that no name of the lexicon covers whole, with their type.
pub fn chunks(view: &View, lexicon: &Lexicon, hits: &[Hit]) -> Vec<(WordRange, EntityType)> {
    let mut found = Vec::new();
    for sentence in &view.layout.sentences {
        let end = sentence.end as usize;
        let mut at = sentence.start as usize;
        while at < end {
            if !is_name_word(view, at) {
                at += 1;
                continue;
            }
            let start = at;
            at += 1;
            while at < end && (is_name_word(view, at) || joins(view, lexicon, at, end)) {
                at += 1;
            }
            split(view, lexicon, hits, start, at, &mut found);
        }
    }
    found
}

fn is_name_word(view: &View, i: usize) -> bool {
    view.word(i).upos == "PROPN"
        && view.form(i).chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

/// Whether word `i` holds a name together: a particle or hyphen with a name word after it.
fn joins(view: &View, lexicon: &Lexicon, i: usize, end: usize) -> bool {
    let particle = |i: usize| lexicon.roles.is("particle", view.form(i));
    let inner = view.form(i) == "-" && !view.layout.words[i - 1].space_after
        || particle(i) && view.word(i).upos == "PROPN";
    let next = (i + 1..end).find(|&j| view.form(j) != "-" && !particle(j));
    inner && next.is_some_and(|j| j <= i + 3 && is_name_word(view, j))
}

/// Whether word `i` is a title or the beginning of one ("Deputy Foreign Minister").
pub fn is_title(view: &View, lexicon: &Lexicon, i: usize) -> bool {
    let word = view.form(i).to_lowercase();
    let known = |w: &str| lexicon.roles.title(w).is_some();
    known(&word)
        || matches!(
            word.as_str(),
            "deputy" | "vice" | "prime" | "foreign" | "defense" | "defence" | "former" | "acting" | "chief"
        )
        || lexicon.roles.noun(&word).is_some_and(|n| n.stands == Stands::State)
            && view.form(i).starts_with(|c: char| c.is_lowercase())
}

/// Where the name begins after the titles from `start` on ("Deputy Prime Minister Ana Ruiz", "Secretary of State Ruiz");
/// `end` where all is title.
pub fn after_titles(view: &View, lexicon: &Lexicon, hits: &[Hit], start: usize, end: usize) -> usize {
    let mut from = start;
    // "Omar Sheikh Said": what may be an address stands inside the name; "Qatari Sheikh Said" has it before.
    let inner = |i: usize| {
        let title = lexicon.roles.title(&view.form(i).to_lowercase());
        let named = |k: usize| {
            let known = hits.iter().any(|h| h.words.contains(k) && h.reading(&[Sense::Person]).is_none());
            view.word(k).upos == "PROPN" && !is_title(view, lexicon, k) && !known
        };
        i > start && i + 1 < end && title.is_some_and(|t| t.role == Role::Honorific) && (start..i).all(named)
    };
    for i in (start..end).filter(|&i| !inner(i)) {
        let title = is_title(view, lexicon, i) && lexicon.roles.given_name(view.form(i)).is_none();
        if title || phrase::title_at(view, lexicon, i).is_some_and(|t| t.1.len() > 1) {
            let last = phrase::title_at(view, lexicon, i).map_or(i + 1, |t| t.1.end as usize);
            from = from.max(last.min(end));
        }
    }
    from
}

/// Cuts a run at titles and names of the lexicon and types the parts.
fn split(
    view: &View,
    lexicon: &Lexicon,
    hits: &[Hit],
    start: usize,
    end: usize,
    found: &mut Vec<(WordRange, EntityType)>,
) {
    let hit_at = |i: usize| {
        let at = hits.partition_point(|h| h.words.end as usize <= i);
        hits.get(at).filter(|h| h.words.contains(i))
    };
    let mut from = start;
    let mut at = start;
    while at <= end {
        if at < end
            && let Some((_, title)) =
                phrase::title_at(view, lexicon, at).filter(|t| t.1.len() > 2 && t.1.start as usize == at)
        {
            from = from.max(title.end as usize);
            at = at.max(title.end as usize - 1);
        }
        let cut = at == end
            || hit_at(at).is_some_and(|h| !extends(view, lexicon, h, end))
            || titles(view, lexicon, at, end);
        if cut {
            if from < at {
                let words = trim(view, lexicon, from, at);
                if !words.is_empty() && !super::is_calendar(view, words.start as usize, words.end as usize) {
                    let kind = type_of(view, lexicon, words).unwrap_or_else(|| by_place(view, words));
                    found.push((words, kind));
                }
            }
            from = at + 1;
        }
        at += 1;
    }
}

/// Whether the lexicon's name at this place is only part of a longer name ("Geneva University", "Manila Bay").
fn extends(view: &View, lexicon: &Lexicon, hit: &Hit, end: usize) -> bool {
    let next = hit.words.end as usize;
    let weak = hit.reading(&[Sense::Adjective, Sense::People, Sense::Person]).is_none();
    weak && next < end && {
        let last = view.form(end - 1).to_lowercase();
        lexicon.roles.is("place", &last) || lexicon.roles.is("body", &last)
    }
}

/// A capitalised title inside a run ("President Maria Lopez"), which is no part of the name.
fn titles(view: &View, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    at + 1 < end && is_title(view, lexicon, at) && lexicon.roles.given_name(view.form(at)).is_none()
}

fn trim(view: &View, lexicon: &Lexicon, start: usize, end: usize) -> WordRange {
    let (mut start, mut end) = (start, end);
    while start < end
        && (view.form(start) == "-" || lexicon.roles.is("particle", view.form(start)) && start + 1 == end)
    {
        start += 1;
    }
    while start < end && view.form(end - 1) == "-" {
        end -= 1;
    }
    WordRange::new(start, end)
}

/// The type of a name by its words; `None` where they do not say.
pub fn type_of(view: &View, lexicon: &Lexicon, words: WordRange) -> Option<EntityType> {
    let first = words.start as usize;
    let last = words.end as usize - 1;
    let lower = |i: usize| view.form(i).to_lowercase();
    let has = |class: &str, i: usize| lexicon.roles.is(class, &lower(i));
    if words.len() > 1 {
        if has("body", last) || has("body", first) {
            return Some(EntityType::Organization);
        }
        if has("place", last)
            || matches!(view.form(first), "Mount" | "Lake" | "Cape" | "Port" | "Fort" | "Camp")
        {
            return Some(EntityType::Location);
        }
    }
    if lexicon.roles.given_name(view.form(first)).is_some() && words.len() > 1 {
        return Some(EntityType::Person);
    }
    let before = first.checked_sub(1).filter(|&i| view.sentence_index(i) == view.sentence_index(first));
    let titled = before.and_then(|i| lexicon.roles.title(&lower(i))).is_some_and(|t| t.role != Role::Citizen);
    if titled {
        return Some(EntityType::Person);
    }
    None
}

/// The type of a name by where it stands.
fn by_place(view: &View, words: WordRange) -> EntityType {
    let head = words
        .range()
        .find(|&i| view.head(i).is_none_or(|h| !words.contains(h)))
        .unwrap_or(words.start as usize);
    let case = view.child(head, "case").map(|c| view.lemma(c));
    if matches!(case, Some("in" | "at" | "near" | "around" | "outside" | "into" | "from" | "across")) {
        return EntityType::Location;
    }
    let form = view.form(head);
    if words.len() == 1 && form.len() <= 6 && form.len() > 1 && form.chars().all(|c| c.is_uppercase()) {
        return EntityType::Organization;
    }
    let subject = view.word(head).relation() == "nsubj";
    let speaks = view
        .head(head)
        .is_some_and(|v| matches!(view.lemma(v), "say" | "tell" | "add" | "warn" | "insist" | "argue"));
    if subject && (speaks || words.len() == 2 || words.len() == 3)
        || view.word(head).deprel == "nmod:poss" && words.len() == 2
    {
        return EntityType::Person;
    }
    if words.len() == 2 || words.len() == 3 { EntityType::Person } else { EntityType::Misc }
}
