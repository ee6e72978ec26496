//! Temporal expressions (TIMEX3): where they stand, what they mean, and when the document was published.
//!
//! The steps: [`token`] cuts the text finely, [`grammar`] finds expressions and their meaning, [`tense`] says on
//! which side of the document's day their clause lies, [`calendar`] turns meanings into TIMEX3 values.
//! [`published`] finds the document's own day, and [`date_of`] says which expression dates an event word.
//!
//! The model's own temporal head is not asked: in the 32 TempEval articles that it was not trained on, it misses 12
//! expressions that the grammar rightly finds and 11 that it wrongly finds, and adds 1 right one and 8 wrong ones.

mod calendar;
mod date_phrases;
mod grammar;
mod length_phrases;
mod link;
mod meaning;
mod offices;
mod published;
mod tense;
mod token;
mod year_phrases;

pub use link::{counted, date_of};
pub use offices::office_intervals;
pub use published::published;

use crate::{Published, Timex, View};
use calendar::{Anchor, Point};
use date_phrases::{AFTER_SAID, BEFORE_SAID};
use demarche_base::{ByteSpan, Notice, NoticeKind, WordRange};
use demarche_lexicon::timex::{TimexLexicon, Unit};
use demarche_record::TimexType;
use jiff::civil::Date;
use meaning::{Found, Meaning, Moment, When, Year};
use tense::Direction;
use token::Token;

/// Every temporal expression of the text with its value, in order.
///
/// `published` is what [`published`] gives or what the caller knows. Where the date is not known, values are as
/// complete as the text alone allows ("XXXX-01-12") and `candidates` holds what they would be under each candidate.
/// What the text contradicts itself in (a weekday and its date) is added to `notices`.
pub fn dates(
    view: &View,
    lexicon: &TimexLexicon,
    published: &Published,
    notices: &mut Vec<Notice>,
) -> Vec<Timex> {
    let readings = Readings::new(view, lexicon);
    let resolved = readings.resolve(published.date);
    let others: Vec<(Vec<(TimexType, String)>, &str)> = match published.date {
        Some(_) => Vec::new(),
        None => published
            .candidates
            .iter()
            .take(3)
            .map(|c| (readings.resolve(Some(c.date)), c.reason.as_str()))
            .collect(),
    };
    let mut out = Vec::with_capacity(resolved.len());
    for (i, (found, (kind, value))) in readings.found.iter().zip(resolved).enumerate() {
        let span = readings.span(found);
        let mut candidates: Vec<(String, String)> = Vec::new();
        for (values, reason) in &others {
            let (_, other) = &values[i];
            if *other != value && candidates.iter().all(|(v, _)| v != other) {
                candidates.push((other.clone(), (*reason).to_owned()));
            }
        }
        out.push(Timex {
            kind,
            value,
            candidates,
            words: view_words(view, span),
            span,
            found_by: found.rule,
        });
    }
    notices.extend(readings.contradictions(published.date));
    out
}

/// The words that overlap `span`.
fn view_words(view: &View, span: ByteSpan) -> WordRange {
    let w = &view.layout.words;
    let start = w.partition_point(|x| x.span.end <= span.start);
    let end = w.partition_point(|x| x.span.start < span.end);
    WordRange::new(start, end)
}

/// The expressions of a text, read but not yet set against a calendar.
struct Readings<'a> {
    tokens: Vec<Token<'a>>,
    found: Vec<Found>,
    directions: Vec<Direction>,
    /// Number of the sentence of each expression.
    sentences: Vec<usize>,
}

impl<'a> Readings<'a> {
    fn new(view: &View<'a>, lexicon: &'a TimexLexicon) -> Self {
        let starts: Vec<u32> = view
            .layout
            .sentences
            .iter()
            .filter_map(|s| Some(view.layout.words.get(s.start as usize)?.span.start))
            .collect();
        let tokens = token::tokens(view.text, &starts, lexicon);
        let found = grammar::expressions(&tokens);
        let directions = found
            .iter()
            .map(|f| {
                let span = tokens[f.start].span.cover(tokens[f.end - 1].span);
                let words = view_words(view, span);
                let last = (words.end as usize).saturating_sub(1);
                let inside = |h: Option<usize>| h.is_some_and(|h| words.contains(h));
                let parsed = view.syntax.words.len() == view.len();
                let head = words.range().find(|&w| parsed && !inside(view.head(w))).unwrap_or(last);
                said_direction(&tokens, f)
                    .unwrap_or_else(|| tense::direction(view, lexicon, &tokens, f, head))
            })
            .collect();
        let sentences =
            found.iter().map(|f| starts.partition_point(|&s| s <= tokens[f.start].span.start)).collect();
        Readings { tokens, found, directions, sentences }
    }

    fn span(&self, found: &Found) -> ByteSpan {
        self.tokens[found.start].span.cover(self.tokens[found.end - 1].span)
    }

    /// Types and values of all expressions under a date of publication.
    fn resolve(&self, published: Option<Date>) -> Vec<(TimexType, String)> {
        let mut mentioned: Option<(usize, Point)> = None;
        let mut quarter = None;
        let mut days: Vec<Option<Point>> = Vec::with_capacity(self.found.len());
        let mut out: Vec<(TimexType, String)> = Vec::with_capacity(self.found.len());
        for (i, found) in self.found.iter().enumerate() {
            // What was last spoken of counts while the sentence or the next one lasts.
            let near = mentioned.filter(|(s, _)| self.sentences[i] - s <= 1).map(|(_, p)| p);
            // "down from *the previous Friday*" counts from a day, not from the quarter beside it.
            let from_day = matches!(
                found.meaning,
                Meaning::Date(When::Weekday { shift: Some(BEFORE_SAID | AFTER_SAID), .. })
            );
            let near = near.filter(|p| !from_day || matches!(p, Point::Day(_)));
            let near = near.or_else(|| self.spoken_of(i, &days));
            let spoken = if self.months_spoken_of(i) { None } else { quarter };
            let anchor =
                Anchor { published, mentioned: near, quarter: spoken, direction: self.directions[i] };
            let mut day = None;
            out.push(match &found.meaning {
                Meaning::Reference(value) => (TimexType::Date, (*value).to_owned()),
                Meaning::Duration(amount, unit) => (TimexType::Duration, grammar::length(*amount, *unit)),
                Meaning::Length(value) => (TimexType::Duration, (*value).to_owned()),
                Meaning::Set(value) => (TimexType::Set, value.clone()),
                Meaning::Date(when) => {
                    let same = self.apposed(i).then(|| days.last().copied().flatten()).flatten();
                    let point = same.unwrap_or_else(|| anchor.place(when));
                    day = Some(point);
                    (TimexType::Date, point.value())
                }
                Meaning::Time(when, moment) => {
                    let point = match when {
                        Some(when) => anchor.place(when),
                        None => self.day_beside(i, &days, &anchor),
                    };
                    day = Some(point);
                    (TimexType::Time, point.value() + &moment_value(*moment))
                }
            });
            if let Some(point) = day {
                mentioned = Some((self.sentences[i], point));
                if let Point::Quarter(y, q) = point
                    && !matches!(found.meaning, Meaning::Date(When::Quarter { year: Year::Mentioned(_), .. }))
                    && published.is_some_and(|now| {
                        // The fiscal fourth quarter may be over in October.
                        let current = (now.year(), (now.month() + 2) / 3);
                        let over =
                            (y, q) < current || (y, q) == current && anchor.direction == Direction::Past;
                        // "After a flat *second quarter*", "in *the 1988 period*": an older one is what the newest is
                        // compared with; one that may still run displaces none that is over.
                        let kept = quarter
                            .is_some_and(|spoken| (y, q) < spoken || (y, q) == current && spoken < current);
                        over && now.year() - y <= 1 && !kept
                    })
                {
                    quarter = Some((y, q));
                }
            }
            days.push(day);
        }
        out
    }

    /// What "the following month", "that day" point back to, some sentences above: the last time that is as fine.
    fn spoken_of(&self, i: usize, days: &[Option<Point>]) -> Option<Point> {
        const REACH: usize = 6;
        let near = (0..i).rev().take_while(|&k| self.sentences[i] - self.sentences[k] <= REACH);
        let unit = match self.found[i].meaning {
            Meaning::Date(When::Shift { unit, from: meaning::From::Mentioned, .. }) => unit,
            Meaning::Date(When::Weekday { shift: Some(BEFORE_SAID | AFTER_SAID), .. }) => Unit::Day,
            _ => return None,
        };
        near.filter_map(|k| days[k]).find(|p| match unit {
            Unit::Year | Unit::Decade => p.first().is_some(),
            Unit::Month => matches!(p, Point::Month(..) | Point::Day(_) | Point::Week(..)),
            Unit::Week => matches!(p, Point::Day(_) | Point::Week(..)),
            _ => matches!(p, Point::Day(_)),
        })
    }

    /// Whether expression `i` explains the one right before it: "on Oct. 12, *the day before* the summit".
    fn apposed(&self, i: usize) -> bool {
        let found = &self.found[i];
        let beside =
            i > 0 && self.found[i - 1].end + 1 == found.start && self.tokens[found.start - 1].is(",");
        let shift = Meaning::Date(When::Shift { n: -1, unit: Unit::Day, from: meaning::From::Mentioned });
        let next = Meaning::Date(When::Shift { n: 1, unit: Unit::Day, from: meaning::From::Mentioned });
        let goes_on = self.tokens.get(found.end).is_some_and(Token::alphabetic);
        beside && goes_on && (found.meaning == shift || found.meaning == next)
    }

    /// Whether the period that expression `i` compares with is some months, not a quarter: "in the first nine months
    /// exports rose, compared with *a year earlier*".
    fn months_spoken_of(&self, i: usize) -> bool {
        let near = (0..i).rev().take_while(|&k| self.sentences[i] - self.sentences[k] <= 1);
        let period = near.map(|k| &self.found[k].meaning).find(|m| {
            matches!(
                m,
                Meaning::Duration(_, Unit::Month) | Meaning::Date(When::Quarter { quarter: Some(_), .. })
            )
        });
        matches!(period, Some(Meaning::Duration(..)))
    }

    /// The day for "at 10 p.m.": said just before or just after in the sentence, else the document's.
    fn day_beside(&self, i: usize, days: &[Option<Point>], anchor: &Anchor) -> Point {
        let end = self.found[i].end;
        // "by noon, the lowest *since* May 3" is of another day.
        let apart = |t: &Token| t.is_any(&["since", "after", "before", "until", "till", "than", "from"]);
        let beside = |k: &usize| {
            let start = self.found[*k].start;
            let near = start - end <= 8 && self.sentences[*k] == self.sentences[i];
            near && !self.tokens[end..start].iter().any(apart)
        };
        let following = (i + 1..self.found.len()).take_while(beside).map(|k| &self.found[k]);
        let told = |f: &&Found| matches!(f.meaning, Meaning::Date(_) | Meaning::Time(Some(_), _));
        if let Some(next) = { following }.find(told)
            && let Meaning::Date(when) | Meaning::Time(Some(when), _) = &next.meaning
            && grammar::a_day(when)
        {
            return anchor.place(when);
        }
        let before = (0..i).rev().take_while(|&k| self.sentences[k] == self.sentences[i]).find_map(|k| {
            match days[k] {
                Some(p @ (Point::Day(_) | Point::Yearless(..) | Point::AnyWeek(_))) => Some(p),
                _ => None,
            }
        });
        // "The raid began on *Thursday*. At *10 p.m.* shots were heard."
        let above = || {
            let near = (0..i).rev().take_while(|&k| self.sentences[i] - self.sentences[k] <= 2);
            let told = near.filter_map(|k| days[k]).next();
            let goes_on = anchor.direction == Direction::Past;
            told.filter(|p| goes_on && matches!(p, Point::Day(_)))
        };
        before.or_else(above).unwrap_or_else(|| anchor.place(&grammar::today(0)))
    }

    /// Weekdays that do not fall on the date beside them.
    fn contradictions(&self, published: Option<Date>) -> Vec<Notice> {
        let mut out = Vec::new();
        for (i, found) in self.found.iter().enumerate() {
            let (Meaning::Date(when) | Meaning::Time(Some(when), _)) = &found.meaning else { continue };
            let When::Day { weekday: Some(said), .. } = when else { continue };
            let anchor = Anchor { published, mentioned: None, quarter: None, direction: self.directions[i] };
            let Point::Day(date) = anchor.place(when) else { continue };
            let real = date.weekday().to_monday_one_offset();
            if real != *said {
                let message = format!("{date} is a {:?}, not a {}.", date.weekday(), weekday_name(*said));
                out.push(Notice::at(NoticeKind::Contradiction, self.span(found), message));
            }
        }
        out
    }
}

/// The direction that the expression itself or the word before it gives: "*last* Oct. 23", "*through* January".
fn said_direction(tokens: &[Token], found: &Found) -> Option<Direction> {
    let first = &tokens[found.start];
    let before = |n: usize, words: &[&str]| found.start >= n && tokens[found.start - n].is_any(words);
    if before(2, &["ahead"]) && before(1, &["of"]) {
        return Some(Direction::Future);
    }
    // "the lowest *since* May 3".
    let dated =
        matches!(found.meaning, Meaning::Date(When::Day { .. } | When::Month { .. } | When::Weekday { .. }));
    if dated && before(1, &["since"]) {
        return Some(Direction::Past);
    }
    match first.word.and_then(|w| w.shift) {
        Some(-1) => return Some(Direction::Past),
        Some(1) => return Some(Direction::Future),
        _ => {}
    }
    if let Meaning::Date(When::Month { .. }) = found.meaning {
        if before(1, &["through", "until", "till", "by"]) {
            return Some(Direction::Future);
        }
        // "the June agreement": the verb says nothing of June.
        let modifies = tokens.get(found.end).is_some_and(|t| {
            let plain = t.word.is_none_or(|w| !w.begins);
            let word = t.alphabetic() && !t.capital() && t.form.len() > 3 && plain;
            word && !t.is_any(&["when", "after", "before", "that", "with", "from", "which", "under", "while"])
        });
        if modifies
            && (first.is("the")
                || before(1, &["for"])
                || before(1, &["a", "an", "the", "its", "their", "'", "s"]))
        {
            return Some(Direction::Unknown);
        }
    }
    None
}

fn weekday_name(day: i8) -> String {
    jiff::civil::Weekday::from_monday_one_offset(day).map_or_else(|_| String::new(), |w| format!("{w:?}"))
}

fn moment_value(moment: Moment) -> String {
    match moment {
        Moment::Part(part) => format!("T{part}"),
        Moment::Clock(hour, minute) => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
    }
}
