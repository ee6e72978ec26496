//! Names and their types, by the guideline of Universal NER: persons without their titles, organizations, locations.
//!
//! 1. [`scan()`]: the names that the lexicon knows;
//! 2. [`defined()`]: the names that the text abbreviates; [`chunk`]: runs of proper nouns, typed by what stands in and around them;
//! 3. [`entities`]: both and the model's names, brought together. Where the model has spoken, it decides what is a
//!    name; the lexicon decides what kind of name the ones are that it knows.

mod bounds;
pub mod chunk;
mod defined;
mod scan;

pub use defined::{Defined, defined, own_names};
pub use scan::{Hit, scan};

use crate::actors::phrase;
use crate::heads::Labelled;
use crate::{Entity, FoundBy, View};
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::Sense;
use demarche_record::{ActorKind, EntityType};
use demarche_text::CALENDAR_NAMES;
use std::collections::BTreeSet;

/// Every name of a text, in order, without overlaps; [`Entity::actor`] is still empty.
pub fn entities(view: &View, lexicon: &Lexicon) -> Vec<Entity> {
    let hits = scan(view, lexicon);
    let mut taken = vec![false; view.len()];
    let mut found: Vec<Entity> = Vec::new();
    let add = |found: &mut Vec<Entity>, taken: &mut [bool], words: WordRange, kind, by: FoundBy| {
        if words.is_empty() || words.range().any(|i| taken[i]) {
            return;
        }
        taken[words.range()].fill(true);
        found.push(Entity { kind, words, span: view.span(words), actor: None, found_by: by });
    };
    let trained = view.heads.ran;
    let raw = if trained { &view.heads.names } else { &view.heads.names_gum };
    let model = &bounds::bounded(view, lexicon, &hits, raw);
    // What the text abbreviates is a body wherever it stands.
    for words in own_names(view, &defined(view, lexicon, &hits)) {
        add(&mut found, &mut taken, words, EntityType::Organization, "rule:abbreviation");
    }
    // A lexicon's name of several words, or of a state, stands whatever the model says; persons join the model's span.
    for hit in &hits {
        let strong =
            hit.words.len() > 1 || hit.reading(&[Sense::State, Sense::Capital, Sense::Seat]).is_some();
        let person = hit.reading(&[Sense::Person]).is_some();
        let longer = |m: &Labelled| {
            let own = unled(view, hit.words);
            inside(own, m.words) && unled(view, m.words).len() > own.len()
        };
        let from = model.partition_point(|m| m.words.end <= hit.words.start);
        let wider = !person && model.get(from).is_some_and(longer);
        if let Some(kind) = kind_of_hit(view, lexicon, hit)
            && strong
            && !wider
        {
            add(&mut found, &mut taken, core(view, hit.words), kind, "lexicon:name");
        }
    }
    for m in model {
        if let Some((words, kind)) = cleaned(view, lexicon, &hits, m, trained) {
            add(&mut found, &mut taken, words, kind, if trained { "model:names" } else { "model:names-gum" });
        }
    }
    for hit in &hits {
        if let Some(kind) = kind_of_hit(view, lexicon, hit) {
            add(&mut found, &mut taken, core(view, hit.words), kind, "lexicon:name");
        }
    }
    if !trained {
        for (words, kind) in chunk::chunks(view, lexicon, &hits) {
            // A lone word that the second opinion passed over is rather a title or a common noun.
            if words.len() == 1 && !model.is_empty() {
                continue;
            }
            add(&mut found, &mut taken, words, kind, "rule:proper-nouns");
        }
    }
    found.sort_by_key(|e| e.words);
    bearers(view, &hits, &mut found);
    let more = surnames(view, &hits, &found, &taken);
    found.extend(more);
    found.sort_by_key(|e| e.words);
    found
}

/// Makes persons of lone names that the model took for places or bodies where the text names a person so in full: "talks with
/// Ruiz" after "Ana Ruiz", but not "the town of Ruiz", "in Ruiz".
fn bearers(view: &View, hits: &[Hit], found: &mut [Entity]) {
    let full = found.iter().filter(|e| e.kind == EntityType::Person && e.words.len() > 1);
    let (mut first, mut last) = (BTreeSet::new(), BTreeSet::new());
    for e in full {
        first.insert(view.form(e.words.start as usize).to_owned());
        last.insert(view.form(e.words.end as usize - 1).to_owned());
    }
    let lone = |e: &Entity| e.words.len() == 1 && e.found_by.starts_with("model");
    let placed = |i: usize| {
        let before =
            i.checked_sub(1).filter(|&k| view.sentence(i).contains(k)).map(|k| view.form(k).to_lowercase());
        matches!(before.as_deref(), Some("in" | "at" | "near" | "of" | "from" | "to" | "outside" | "the"))
    };
    let places: BTreeSet<String> = found
        .iter()
        .filter(|e| e.kind != EntityType::Person && e.words.range().any(placed))
        .flat_map(|e| e.words.range().map(|i| view.form(i).to_owned()))
        .collect();
    let unsure = |e: &Entity| e.kind == EntityType::Misc && e.words.len() == 1;
    for e in found.iter_mut().filter(|e| e.kind != EntityType::Person && (lone(e) || unsure(e))) {
        let i = e.words.start as usize;
        let form = view.form(i);
        // A town may have the name of somebody.
        let town = |h: &Hit| h.readings.iter().all(|r| matches!(r.sense, Sense::Place | Sense::City));
        let known = hits.iter().any(|h| h.words.contains(i) && !town(h));
        let given = e.kind == EntityType::Misc && first.contains(form) && is_given(view, i);
        let bears = last.contains(form) && lone(e) || given;
        if bears && !places.contains(form) && !known {
            e.kind = EntityType::Person;
        }
    }
}

/// Whether the first part of a name may stand for the whole at word `i`, as in lands without family names: "Ruwan is to meet
/// the king" after "Ruwan Rahim".
fn is_given(view: &View, i: usize) -> bool {
    view.word(i).upos == "PROPN"
        && view.word(i).relation() == "nsubj"
        && view.form(i).chars().count() > 3
        && view.children(i).iter().all(|&c| view.word(c as usize).upos == "PUNCT")
}

/// The surnames of persons whom the text names in full, where the model passed over them: "Ruiz" after "Ana Ruiz"; given names
/// where they act.
fn surnames(view: &View, hits: &[Hit], found: &[Entity], taken: &[bool]) -> Vec<Entity> {
    let full = || found.iter().filter(|e| e.kind == EntityType::Person && e.words.len() > 1);
    let first: BTreeSet<&str> = full().map(|e| view.form(e.words.start as usize)).collect();
    let last: BTreeSet<&str> = full()
        .map(|e| view.form(e.words.end as usize - 1))
        .filter(|f| f.chars().count() > 2 && f.starts_with(char::is_uppercase))
        .collect();
    // What names something else too stays what it is.
    let other: BTreeSet<&str> = found
        .iter()
        .filter(|e| e.kind != EntityType::Person)
        .flat_map(|e| e.words.range().map(|i| view.form(i)))
        .collect();
    let known = |i: usize| hits.iter().any(|h| h.words.contains(i) && h.reading(&[Sense::Person]).is_none());
    let beside = |i: usize| {
        let sentence = view.sentence(i);
        let name = |k: usize| sentence.contains(k) && view.word(k).upos == "PROPN" && taken[k];
        i.checked_sub(1).is_some_and(name) || name(i + 1)
    };
    // One that acts at the start of a sentence may be taken for a common noun.
    let named = |i: usize| match view.word(i).upos {
        "PROPN" => true,
        "NOUN" => view.word(i).relation() == "nsubj" && view.sentence(i).start as usize == i,
        _ => false,
    };
    (0..view.len())
        .filter(|&i| !taken[i] && named(i))
        .filter(|&i| last.contains(view.form(i)) || is_given(view, i) && first.contains(view.form(i)))
        .filter(|&i| !other.contains(view.form(i)) && !known(i) && !beside(i))
        .map(|i| {
            let words = WordRange::new(i, i + 1);
            let by = "rule:surname";
            Entity { kind: EntityType::Person, words, span: view.span(words), actor: None, found_by: by }
        })
        .collect()
}

fn inside(inner: WordRange, outer: WordRange) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The name without a leading lower-case article.
fn core(view: &View, words: WordRange) -> WordRange {
    let first = words.start as usize;
    let article = words.len() > 1 && view.form(first) == "the";
    WordRange::new(first + usize::from(article), words.end as usize)
}

/// The name without a leading article, however written: what two readings of one name are compared by.
fn unled(view: &View, words: WordRange) -> WordRange {
    let first = words.start as usize;
    let article = words.len() > 1 && view.form(first).eq_ignore_ascii_case("the");
    WordRange::new(first + usize::from(article), words.end as usize)
}

/// The type of a name that the lexicon knows; `None` for adjectives and peoples, which are no names.
fn kind_of_hit(view: &View, lexicon: &Lexicon, hit: &Hit) -> Option<EntityType> {
    let head = hit.words.end as usize - 1;
    // "the Mansour administration" is no name: the name in it is the person's. "The Gaza strip" is one.
    if hit.words.len() > 1
        && hit.reading(&[Sense::Place]).is_none()
        && view.word(head).upos == "NOUN"
        && view.form(head).starts_with(char::is_lowercase)
    {
        return None;
    }
    if view.word(head).upos == "ADJ"
        && hit.reading(&[Sense::Adjective]).is_some()
        && hit.reading(&[Sense::State]).is_none()
    {
        return None;
    }
    let order = [
        Sense::Person,
        Sense::State,
        Sense::Seat,
        Sense::Capital,
        Sense::Organ,
        Sense::SharedOrgan,
        Sense::Body,
        Sense::Place,
        Sense::City,
    ];
    let reading = hit.reading(&order)?;
    Some(match reading.sense {
        Sense::Person => EntityType::Person,
        Sense::City if held(view, lexicon, hit.words) => EntityType::Person,
        Sense::State | Sense::Capital | Sense::Seat | Sense::Place | Sense::City => EntityType::Location,
        Sense::Organ | Sense::SharedOrgan => EntityType::Organization,
        _ => {
            let known = lexicon.gazetteer.known.get(reading.index? as usize)?;
            match known.kind {
                ActorKind::People => return None,
                ActorKind::Place => EntityType::Location,
                _ if known.id == "WEST" || view.word(head).upos == "ADJ" => return None,
                _ => EntityType::Organization,
            }
        }
    })
}

fn type_of_label(label: &str) -> Option<EntityType> {
    Some(match label {
        "PER" => EntityType::Person,
        "ORG" => EntityType::Organization,
        "LOC" => EntityType::Location,
        "MISC" => EntityType::Misc,
        _ => return None,
    })
}

/// A span of the model without titles, articles and adjectives of nationality, typed; nothing where none is left.
fn cleaned(
    view: &View,
    lexicon: &Lexicon,
    hits: &[Hit],
    m: &Labelled,
    trained: bool,
) -> Option<(WordRange, EntityType)> {
    let kind = type_of_label(m.label)?;
    let (mut start, mut end) = (m.words.start as usize, m.words.end as usize);
    let proper = |i: usize| {
        view.word(i).upos == "PROPN"
            || (view.form(i).starts_with(|c: char| c.is_uppercase()) && view.word(i).upos != "PRON")
    };
    if trained {
        let known = exact(view, lexicon, hits, m.words);
        let agency = kind == EntityType::Organization && in_dateline(view, m.words);
        if known.is_none() && (agency || of_title(view, lexicon, m.words) || of_heads(view, m.words)) {
            return None;
        }
        if kind == EntityType::Person {
            start = chunk::after_titles(view, lexicon, hits, start, end);
        }
        let kind = match kind {
            EntityType::Location if held(view, lexicon, WordRange::new(start, end)) => EntityType::Person,
            _ => kind,
        };
        return Some((WordRange::new(start, end), known.unwrap_or(kind)));
    }
    while end > start && !proper(end - 1) && view.word(end - 1).upos != "NUM" {
        end -= 1;
    }
    if kind == EntityType::Person {
        start = chunk::after_titles(view, lexicon, hits, start, end);
    }
    while start < end {
        let determiner = view.word(start).upos == "DET";
        let adjective = view.word(start).upos == "ADJ" && kind != EntityType::Organization && end - start > 1;
        if determiner || adjective || !proper(start) {
            start += 1;
        } else {
            break;
        }
    }
    if start >= end || is_calendar(view, start, end) || view.layout.words[start].span.is_empty() {
        return None;
    }
    let words = WordRange::new(start, end);
    let from = hits.partition_point(|h| h.words.end <= words.start);
    if hits.get(from).is_some_and(|h| {
        inside(words, h.words)
            && h.reading(&[Sense::Adjective, Sense::People]).is_some()
            && kind_of_hit(view, lexicon, h).is_none()
    }) {
        return None;
    }
    let guess = chunk::type_of(view, lexicon, words);
    Some((words, exact(view, lexicon, hits, words).or(guess).unwrap_or(kind)))
}

/// Whether a lone word is the surname of somebody who held an office, and nobody is there, comes from there or goes there:
/// "Bush said", "critics of Bush", not "in Bush", a town of Egypt.
fn held(view: &View, lexicon: &Lexicon, words: WordRange) -> bool {
    let place =
        |case: usize| matches!(view.lemma(case), "in" | "at" | "near" | "from" | "to" | "into" | "outside");
    let word = words.start as usize;
    words.len() == 1
        && lexicon.gazetteer.by_surname(view.form(word)).next().is_some()
        && !view.child(word, "case").is_some_and(place)
}

/// Whether the words stand in a dateline, where an unknown organization is the agency that sent the text: "(Wire)".
fn in_dateline(view: &View, words: WordRange) -> bool {
    let span = view.span(words);
    let paragraphs = &view.layout.paragraphs;
    let own = paragraphs.get(paragraphs.partition_point(|p| p.span.end <= span.start));
    own.and_then(|p| p.dateline).is_some_and(|d| d.contains(span))
}

/// Whether the words are part of an office: "National Security" before "Adviser", "Minister" alone.
fn of_title(view: &View, lexicon: &Lexicon, words: WordRange) -> bool {
    let last = words.end as usize - 1;
    let end = view.sentence(last).end as usize;
    // "Shipping Deputy Minister": what the office is for stands before it.
    let field = |title: WordRange| {
        title.start == words.end
            && words.len() == 1
            && view.lemma(title.end as usize - 1).eq_ignore_ascii_case("minister")
    };
    (last..end.min(last + 3)).any(|noun| {
        phrase::title_at(view, lexicon, noun).is_some_and(|(_, title)| inside(words, title) || field(title))
    })
}

/// "Heads of State", "heads of State and Government": a word of their office, with the capital of officialese.
fn of_heads(view: &View, words: WordRange) -> bool {
    let of = |w: usize| w >= 2 && view.lemma(w - 1) == "of" && view.lemma(w - 2).eq_ignore_ascii_case("head");
    let first = words.start as usize;
    let office = |w: usize| matches!(view.form(w), "State" | "States" | "Government" | "Governments");
    words.len() == 1
        && office(first)
        && (of(first) || first >= 2 && view.word(first - 1).upos == "CCONJ" && of(first - 2))
}

/// The type of the lexicon's name that is exactly these words.
fn exact(view: &View, lexicon: &Lexicon, hits: &[Hit], words: WordRange) -> Option<EntityType> {
    let at = hits.partition_point(|h| h.words.end < words.end);
    let hit = hits.get(at).filter(|h| core(view, h.words) == words || h.words == words)?;
    kind_of_hit(view, lexicon, hit)
}

/// Whether all words are of the calendar ("Sunday", "March 14").
fn is_calendar(view: &View, start: usize, end: usize) -> bool {
    (start..end).all(|i| {
        let form = view.form(i);
        CALENDAR_NAMES.contains(&form) || form.bytes().all(|b| b.is_ascii_digit() || b == b',')
    })
}

#[cfg(test)]
mod tests;
