//! When the document was published, where nobody says it: what the text's own dates, weekdays, office holders and
//! years allow together.
//!
//! Every constraint gives each day a weight; the days with the greatest sums are the candidates. A constraint knows
//! the words that prove it and how to say itself, so every candidate comes with its reason.

use super::calendar::{days_between, plus};
use super::meaning::{From, Meaning, Moment, When, Year};
use super::tense::Direction;
use super::token::Token;
use super::{Readings, weekday_name};
use crate::{Published, PublishedCandidate, View};
use demarche_base::{ByteSpan, Notice, NoticeKind};
use demarche_lexicon::timex::{TimexLexicon, Unit};
use demarche_record::PublishedBy;
use jiff::civil::Date;

/// Days tried at most; one more would be of no use to a reader.
const MOST_DAYS: i32 = 366 * 40;
/// Candidates given at most.
const MOST_CANDIDATES: usize = 5;
/// How much lighter than the best a candidate may be.
const WINDOW: f64 = 1.8;
/// Days within which a second candidate tells a reader nothing new.
const NEAR_DAYS: i32 = 14;
/// Where nothing in the text bounds the year, these are tried: the years that the lexicon's offices cover best.
const ERA: (i16, i16) = (2000, 2026);
/// The lead over the next day that makes the best one certain.
const CLEAR_LEAD: f64 = 1.5;

/// Finds the day of publication.
///
/// `given` is the caller's, `metadata` the page's; each is taken as it is. Else a full date in a dateline or on a line
/// of its own near the top is taken as metadata; else the day is inferred. `office_intervals` (see [`super::office_intervals`]) says, for words of the
/// text that name somebody in an office, from when to when the office was held (several entries for one span: several
/// terms). Where nothing is known a notice `undated_document` is added to `notices`.
pub fn published(
    view: &View,
    lexicon: &TimexLexicon,
    given: Option<Date>,
    metadata: Option<Date>,
    office_intervals: &[(ByteSpan, Date, Date)],
    notices: &mut Vec<Notice>,
) -> Published {
    let known = |date, by| Published { date: Some(date), by, candidates: Vec::new() };
    if let Some(date) = given {
        return known(date, PublishedBy::Given);
    }
    if let Some(date) = metadata {
        return known(date, PublishedBy::Metadata);
    }
    let readings = Readings::new(view, lexicon);
    if let Some(date) = said_at_the_top(view, &readings) {
        return known(date, PublishedBy::Metadata);
    }
    let constraints = constraints(view, &readings, office_intervals);
    let candidates = candidates(&constraints);
    let clear = match candidates.as_slice() {
        [] => false,
        [(_, only)] => *only > 0.0,
        [(_, best), (_, next), ..] => best - next >= CLEAR_LEAD,
    };
    let anchored = constraints.iter().any(|c| matches!(c.kind, Kind::Office { .. }))
        && constraints.iter().any(Constraint::tells_weekday);
    let best = candidates.first().map(|c| c.0).filter(|_| clear && anchored);
    let candidates: Vec<PublishedCandidate> =
        candidates.into_iter().map(|(date, _)| explain(view, &constraints, date)).collect();
    if best.is_none() {
        let message = match candidates.first() {
            Some(c) => {
                format!("The text does not say when it was published; perhaps on {}. {}", c.date, c.reason)
            }
            None => "The text does not say when it was published; relative dates stay open.".to_owned(),
        };
        notices.push(Notice::document(NoticeKind::UndatedDocument, message));
    }
    let by = if best.is_some() { PublishedBy::Inferred } else { PublishedBy::Unknown };
    Published { date: best, by, candidates }
}

/// A full date in a dateline, or as (nearly) all of a short paragraph near the top: "Published 9 January 2022".
fn said_at_the_top(view: &View, readings: &Readings) -> Option<Date> {
    readings.found.iter().find_map(|f| {
        let (Meaning::Date(when) | Meaning::Time(Some(when), _)) = &f.meaning else { return None };
        let When::Day { year: Year::Given(year), month, day, .. } = *when else { return None };
        let span = readings.span(f);
        let at = view.layout.paragraphs.iter().position(|p| p.span.contains(span))?;
        let paragraph = &view.layout.paragraphs[at];
        let in_dateline = paragraph.dateline.is_some_and(|d| d.contains(span));
        let own_line = at < 6 && paragraph.span.len() <= span.len() + 40 && paragraph.words.len() <= 14;
        (in_dateline || own_line).then(|| Date::new(year, month, day).ok()).flatten()
    })
}

/// Something in the text that makes some days likelier than others.
#[derive(Clone, Debug)]
struct Constraint {
    span: ByteSpan,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    /// The dateline's day and month.
    Dateline { month: i8, day: i8 },
    /// The weekday of the document: a day that is "tomorrow" here is a Monday there.
    Weekday { day: i8, beside: ByteSpan, shift: i32 },
    /// A weekday just behind or just ahead.
    Near { day: i8, ahead: bool, lead: bool },
    /// A day and month without a year, with the weekday where it is said.
    Yearless { month: i8, day: i8, weekday: Option<i8>, direction: Direction },
    /// Office held in one of these terms.
    Office { terms: Vec<(Date, Date)> },
    /// Not before this day, or not after it.
    Bound { date: Date, after: bool },
}

impl Constraint {
    fn tells_weekday(&self) -> bool {
        match self.kind {
            Kind::Weekday { .. } | Kind::Near { .. } => true,
            Kind::Yearless { weekday, .. } => weekday.is_some(),
            _ => false,
        }
    }

    fn fixes_the_year(&self) -> bool {
        matches!(self.kind, Kind::Office { .. } | Kind::Bound { .. })
    }

    /// The weight that this gives to `date` as the day of publication; 0 is neutral.
    fn weight(&self, date: Date) -> f64 {
        let weekday = date.weekday().to_monday_one_offset();
        match &self.kind {
            Kind::Dateline { month, day } => {
                match Date::new(date.year(), *month, *day).map(|d| days_between(d, date)) {
                    Ok(0) => 6.0,
                    Ok(1) => 3.0,
                    _ => -3.0,
                }
            }
            Kind::Weekday { day, shift, .. } => {
                if (i32::from(weekday) + shift - i32::from(*day)).rem_euclid(7) == 0 { 4.0 } else { -1.0 }
            }
            Kind::Near { day, ahead, lead } => {
                let days = if *ahead { day - weekday } else { weekday - day }.rem_euclid(7);
                let weight = match (ahead, days) {
                    (true, 0) => -0.5,
                    (_, d) => 1.0 - 0.2 * f64::from(d),
                };
                if *lead { 1.5 * weight } else { weight }
            }
            Kind::Yearless { month, day, weekday, direction } => {
                let near =
                    (date.year() - 1..=date.year() + 1).filter_map(|y| Date::new(y, *month, *day).ok());
                let Some(days) = near.map(|d| (days_between(date, d), d)).min_by_key(|(n, _)| n.abs()) else {
                    return 0.0;
                };
                let fits = weekday.is_none_or(|w| days.1.weekday().to_monday_one_offset() == w);
                let said = if weekday.is_none() {
                    0.0
                } else if fits {
                    2.0
                } else {
                    -4.0
                };
                let wrong_side = match direction {
                    Direction::Past => days.0 > 0,
                    // What comes today is called "today", not by its date.
                    Direction::Future => days.0 <= 0,
                    Direction::Near | Direction::Unknown => false,
                };
                let (height, reach) = if *direction == Direction::Future { (4.0, 10.0) } else { (3.0, 30.0) };
                said + if wrong_side { -2.0 } else { height * (-f64::from(days.0.abs()) / reach).exp() }
            }
            Kind::Office { terms } => {
                if terms.iter().any(|(from, to)| (*from..=*to).contains(&date)) {
                    3.0
                } else {
                    -3.0
                }
            }
            Kind::Bound { date: bound, after } => {
                if (date >= *bound) == *after || date == *bound {
                    0.0
                } else {
                    -6.0
                }
            }
        }
    }

    /// What to say of `date`, for a constraint that speaks for it.
    fn reason(&self, view: &View, date: Date) -> Option<String> {
        let said = self.span.of(view.text);
        Some(match &self.kind {
            Kind::Dateline { .. } => format!("the dateline says {said}"),
            Kind::Weekday { day, beside, .. } => {
                format!("“{}” is {}", beside.of(view.text), weekday_name(*day))
            }
            Kind::Near { lead: true, ahead: false, .. } if self.weight(date) >= 1.5 => {
                format!("the first sentence reports “{said}” as past")
            }
            Kind::Near { .. } => return None,
            Kind::Yearless { month, day, .. } => {
                let year =
                    (date.year() - 1..=date.year() + 1).filter_map(|y| Date::new(y, *month, *day).ok());
                let days = year.map(|d| days_between(date, d)).min_by_key(|n| n.abs())?;
                match days {
                    0 => format!("“{said}” is that day"),
                    1.. => format!("“{said}” lies {days} days ahead"),
                    _ => format!("“{said}” lies {} days back", -days),
                }
            }
            Kind::Office { .. } => format!("“{said}”"),
            Kind::Bound { .. } => return None,
        })
    }
}

fn constraints(view: &View, readings: &Readings, offices: &[(ByteSpan, Date, Date)]) -> Vec<Constraint> {
    let mut out: Vec<Constraint> = Vec::new();
    for (i, found) in readings.found.iter().enumerate() {
        let span = readings.span(found);
        let direction = readings.directions[i];
        let (Meaning::Date(when) | Meaning::Time(Some(when), _)) = &found.meaning else { continue };
        let kind =
            match *when {
                When::Day { year: Year::Unsaid, month, day, weekday } => {
                    let dateline =
                        view.layout.paragraphs.iter().any(|p| p.dateline.is_some_and(|d| d.contains(span)));
                    match dateline {
                        true => Kind::Dateline { month, day },
                        false => Kind::Yearless { month, day, weekday, direction },
                    }
                }
                When::Day { year: Year::Given(year), month, day, .. } => match Date::new(year, month, day) {
                    Ok(date) => Kind::Bound { date, after: direction != Direction::Future },
                    Err(_) => continue,
                },
                When::Month { year: Year::Given(year), month, .. } => match Date::new(year, month, 1) {
                    Ok(date) => Kind::Bound { date, after: direction != Direction::Future },
                    Err(_) => continue,
                },
                When::Year(year) => match (Date::new(year, 1, 1), Date::new(year, 12, 31), direction) {
                    (_, Ok(end), Direction::Future) => Kind::Bound { date: end, after: false },
                    (Ok(start), _, _) => Kind::Bound { date: start, after: true },
                    _ => continue,
                },
                When::Weekday { day, shift: None } => {
                    let lead = readings.sentences[i] <= 1;
                    let ahead = direction == Direction::Future;
                    out.extend(linked_days(readings, i).map(|(beside, shift)| Constraint {
                        span,
                        kind: Kind::Weekday { day, beside, shift },
                    }));
                    Kind::Near { day, ahead, lead }
                }
                _ => continue,
            };
        let again = matches!(kind, Kind::Near { day, ahead, .. } if out.iter().any(|c| {
            matches!(c.kind, Kind::Near { day: d, ahead: a, .. } if d == day && a == ahead)
        }));
        if !again {
            out.push(Constraint { span, kind });
        }
    }
    for &(span, from, to) in offices {
        if past_office(readings, span) {
            out.push(Constraint { span, kind: Kind::Bound { date: from, after: true } });
            continue;
        }
        let same = out.iter_mut().find_map(|c| match &mut c.kind {
            Kind::Office { terms } if c.span == span || c.span.of(view.text) == span.of(view.text) => {
                Some(terms)
            }
            _ => None,
        });
        match same {
            Some(terms) => terms.push((from, to)),
            None => out.push(Constraint { span, kind: Kind::Office { terms: vec![(from, to)] } }),
        }
    }
    out
}

/// "former President ...": the office is over.
fn past_office(readings: &Readings, span: ByteSpan) -> bool {
    let first = readings.tokens.partition_point(|t| t.span.start < span.start);
    let near = first.saturating_sub(6)..(first + 3).min(readings.tokens.len());
    readings.tokens[near].iter().any(|t| t.is_any(&["former", "ex", "late", "onetime", "predecessor"]))
}

/// The "tomorrow", "today", "tonight" or "yesterday" that speak of the same thing as weekday expression `i`, with the
/// days from the document to them: their clauses share a noun ("talks on Monday", "the talks are set for tomorrow").
fn linked_days(readings: &Readings, i: usize) -> impl Iterator<Item = (ByteSpan, i32)> {
    let own = clause_words(readings, i);
    let direction = readings.directions[i];
    readings.found.iter().enumerate().filter_map(move |(k, other)| {
        let shift = match &other.meaning {
            Meaning::Date(When::Shift { n, unit: Unit::Day, from: From::Document }) => *n,
            Meaning::Time(
                Some(When::Shift { n, unit: Unit::Day, from: From::Document }),
                Moment::Part(_),
            ) => *n,
            _ => return None,
        };
        let agrees = match shift {
            1 => direction != Direction::Past,
            -1 => direction != Direction::Future,
            _ => shift == 0,
        };
        let shared = clause_words(readings, k).iter().any(|w| own.contains(w));
        (agrees && shared).then(|| (readings.span(other), shift))
    })
}

/// The content words of the clause around expression `i`, cut to their first letters so that forms of one word meet.
/// A clause without any ("the talks, set for tomorrow") takes those before its comma.
fn clause_words(readings: &Readings, i: usize) -> Vec<String> {
    const REACH: usize = 14;
    let tokens = &readings.tokens;
    let found = &readings.found[i];
    let stop = |k: usize| tokens[k].is_any(&[",", ";", ":", ".", "but", "while", "“", "”", "\""]);
    let back = |mut from: usize| {
        while from > 0 && found.start - from < REACH && !tokens[from].opens && !stop(from - 1) {
            from -= 1;
        }
        from
    };
    let mut to = found.end;
    while to < tokens.len() && to - found.end < REACH && !tokens[to].opens && !stop(to) {
        to += 1;
    }
    let from = back(found.start);
    let words =
        content(&tokens[from..found.start]).chain(content(&tokens[found.end..to])).collect::<Vec<_>>();
    if words.is_empty() && from > 0 && tokens[from - 1].is(",") && !tokens[from].opens {
        return content(&tokens[back(from - 1)..from]).collect();
    }
    words
}

fn content<'t>(tokens: &'t [Token]) -> impl Iterator<Item = String> + 't {
    const EMPTY: &[&str] =
        &["will", "with", "that", "this", "have", "been", "were", "from", "their", "they", "said", "would"];
    tokens
        .iter()
        .filter(|t| {
            t.alphabetic() && t.form.len() >= 4 && t.word.is_none() && !t.capital() && !t.is_any(EMPTY)
        })
        .map(|t| t.form.chars().take(5).flat_map(char::to_lowercase).collect())
}

/// The best days with their weights, best first; of days near one another only the best.
fn candidates(constraints: &[Constraint]) -> Vec<(Date, f64)> {
    // Where nothing tells one week from another, or one year from another, any candidate would be invented.
    let tells_week = |c: &Constraint| matches!(c.kind, Kind::Dateline { .. } | Kind::Yearless { .. });
    let tells_year = |c: &Constraint| {
        matches!(c.kind, Kind::Dateline { .. } | Kind::Weekday { .. } | Kind::Office { .. })
            || matches!(c.kind, Kind::Yearless { weekday: Some(_), .. })
    };
    if !constraints.iter().any(tells_week) || !constraints.iter().any(tells_year) {
        return Vec::new();
    }
    let Some((first, days)) = range(constraints) else { return Vec::new() };
    let mut scored: Vec<(Date, f64)> = (0..days)
        .filter_map(|n| plus(first, n, Unit::Day))
        .map(|date| (date, constraints.iter().map(|c| c.weight(date)).sum()))
        .collect();
    // Of equals the earlier goes first where something bounds the years, the later where nothing does.
    let bounded = constraints.iter().any(Constraint::fixes_the_year);
    scored.sort_by(|a, b| {
        let order = a.0.cmp(&b.0);
        b.1.total_cmp(&a.1).then(if bounded { order } else { order.reverse() })
    });
    let Some(best) = scored.first().map(|s| s.1) else { return Vec::new() };
    let mut out: Vec<(Date, f64)> = Vec::new();
    for s in scored.into_iter().take_while(|s| s.1 > 0.0 && s.1 > best - WINDOW) {
        if out.iter().all(|o| days_between(o.0, s.0).abs() > NEAR_DAYS) {
            out.push(s);
        }
        if out.len() == MOST_CANDIDATES {
            break;
        }
    }
    out
}

/// The first day to try and how many: where all office holders could meet, else the years after what is past.
fn range(constraints: &[Constraint]) -> Option<(Date, i32)> {
    let mut from: Option<Date> = None;
    let mut to: Option<Date> = None;
    for c in constraints {
        match &c.kind {
            Kind::Office { terms } => {
                let first = terms.iter().map(|t| t.0).min()?;
                let last = terms.iter().map(|t| t.1).max()?;
                from = Some(from.map_or(first, |f| f.max(first)));
                to = Some(to.map_or(last, |t| t.min(last)));
            }
            Kind::Bound { date, after: true } => from = Some(from.map_or(*date, |f| f.max(*date))),
            Kind::Bound { date, after: false } => to = Some(to.map_or(*date, |t| t.min(*date))),
            _ => {}
        }
    }
    let has_office = constraints.iter().any(|c| matches!(c.kind, Kind::Office { .. }));
    if from.is_none() && to.is_none() {
        let (first, last) = (Date::new(ERA.0, 1, 1).ok()?, Date::new(ERA.1, 12, 31).ok()?);
        return Some((first, days_between(first, last) + 1));
    }
    let first = from.or_else(|| plus(to?, -2, Unit::Year))?;
    // Without an office that ends, a text is taken to be read within two years of the last thing it reports.
    let last = to.filter(|t| has_office && *t > first).or_else(|| plus(first, 2, Unit::Year))?;
    Some((first, days_between(first, last).clamp(1, MOST_DAYS) + 1))
}

/// The candidate with what speaks for it.
fn explain(view: &View, constraints: &[Constraint], date: Date) -> PublishedCandidate {
    let mut reasons: Vec<String> = Vec::new();
    let mut holders: Vec<String> = Vec::new();
    let mut spans = Vec::new();
    for c in constraints.iter().filter(|c| c.weight(date) > 0.0) {
        if let Some(reason) = c.reason(view, date) {
            let list = if matches!(c.kind, Kind::Office { .. }) { &mut holders } else { &mut reasons };
            if !list.contains(&reason) {
                list.push(reason);
            }
            spans.push(c.span);
            if let Kind::Weekday { beside, .. } = c.kind {
                spans.push(beside);
            }
        }
    }
    spans.sort();
    spans.dedup();
    let day = weekday_name(date.weekday().to_monday_one_offset());
    if !holders.is_empty() {
        reasons.push(format!("{} held office then", list(&holders)));
    }
    let reason = match reasons.as_slice() {
        [] => format!("{date} is a {day}."),
        _ => format!("{date} is a {day}: {}.", list(&reasons)),
    };
    PublishedCandidate { date, reason, spans }
}

/// "a, b and c".
fn list(items: &[String]) -> String {
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}
