//! Which office holders a text names, and when they held office: what [`published`](super::published) weighs.

use crate::View;
use demarche_base::ByteSpan;
use demarche_lexicon::gazetteer::{Gazetteer, Office, Sense};
use jiff::civil::Date;

/// Words before a name in which its office is looked for.
const REACH: usize = 8;

/// The terms of every office holder whom the text names with the office, or with a word of its title, in front:
/// "Foreign Minister Jane Doe" gives the words and each term that Jane Doe was foreign minister.
pub fn office_intervals(view: &View, gazetteer: &Gazetteer) -> Vec<(ByteSpan, Date, Date)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let sentence = view.sentence(at);
        let word = |i: usize| sentence.contains(i).then(|| view.layout.words[i].span);
        let Some((n, readings)) = gazetteer.longest(view.text, word, at) else {
            at += 1;
            continue;
        };
        let people = readings.iter().filter(|r| r.sense == Sense::Person).filter_map(|r| r.index);
        for person in people.filter_map(|i| gazetteer.people.get(i as usize)) {
            let from = at.saturating_sub(REACH).max(sentence.start as usize);
            for office in &person.offices {
                let Some(first) = title_start(view, office, from, at) else { continue };
                let span = view.layout.words[first].span.cover(view.layout.words[at + n - 1].span);
                if let (Some(start), Some(end)) = (first_day(office.start), last_day(office.end)) {
                    out.push((span, start, end));
                }
            }
        }
        at += n;
    }
    out
}

/// The first word in `from..name` that belongs to the office's title, if the title stands before the name.
fn title_start(view: &View, office: &Office, from: usize, name: usize) -> Option<usize> {
    let of_title = |i: &usize| {
        let form = view.form(*i);
        form.len() >= 4 && office.title.split(' ').any(|t| t.eq_ignore_ascii_case(form))
    };
    let first = (from..name).find(of_title)?;
    // Another person's title, with a comma between, is not this one's.
    let broken = (first..name).any(|i| matches!(view.form(i), "," | ";" | "and" | "with" | "met"));
    // "Undersecretary of State": the words before "of" are the title's too.
    let whole = if first >= from + 2 && view.form(first - 1) == "of" { first - 2 } else { first };
    (!broken).then_some(whole)
}

fn first_day(packed: u32) -> Option<Date> {
    if packed == 0 {
        return None;
    }
    day(packed)
}

fn last_day(packed: u32) -> Option<Date> {
    if packed == u32::MAX { Some(Date::MAX) } else { day(packed) }
}

fn day(packed: u32) -> Option<Date> {
    let (y, m, d) = (packed / 10_000, packed / 100 % 100, packed % 100);
    Date::new(y as i16, m.max(1) as i8, d.max(1) as i8).ok()
}
