//! The grammar of temporal expressions: tokens to [`Found`]. Which words count as one expression follows the
//! TIMEX3 guideline of TimeML.

use super::meaning::{Amount, Found, From, Meaning, Moment, When, Year};
use super::token::Token;
use demarche_lexicon::timex::{PhraseKind, TimexWord, Unit};
use std::sync::LazyLock;

static NOTHING: LazyLock<TimexWord> = LazyLock::new(TimexWord::default);

/// Words before which a bare month, season or year is one.
pub(super) const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "till",
    "of",
    "from",
    "to",
    "through",
    "during",
    "before",
    "after",
    "for",
    "between",
    "and",
    "or",
    "late",
    "early",
    "mid",
    "on",
    "last",
    "next",
    "this",
    "that",
    "throughout",
    "due",
    "than",
    "circa",
    "around",
    "about",
    "as",
    "into",
];

/// Words that set a date's edge and belong to it: "*early* March", "*later* this week".
const EDGES: &[&str] = &["early", "late", "earlier", "later", "mid", "sometime"];

/// Nouns of the parts of a period: "the *end* of the year".
const PARTS: &[&str] = &["end", "beginning", "start", "middle", "rest", "remainder", "close", "eve", "part"];

/// Words between a number and its unit that change nothing: "two *more* weeks".
pub(super) const FILLERS: &[&str] = &[
    "more",
    "additional",
    "full",
    "consecutive",
    "straight",
    "whole",
    "long",
    "successive",
    "solid",
    "trading",
    "business",
    "working",
    "entire",
    "further",
    "extra",
    "short",
];

/// All expressions in `tokens`, in order, none overlapping another.
pub(super) fn expressions(tokens: &[Token]) -> Vec<Found> {
    let grammar = Grammar { tokens };
    let mut found: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match grammar.expression(i).or_else(|| grammar.continuation(i, found.last())) {
            Some(f) if f.end > i => {
                i = f.end;
                found.push(f);
            }
            _ => i += 1,
        }
    }
    found
}

pub(super) struct Grammar<'a, 't> {
    pub tokens: &'a [Token<'t>],
}

impl Grammar<'_, '_> {
    /// The longest expression that begins at token `i`.
    fn expression(&self, i: usize) -> Option<Found> {
        let token = &self.tokens[i];
        // Almost every token of a text ends here.
        if token.number.is_none() && !token.word.is_some_and(|w| w.begins) && !self.opener(i) {
            return None;
        }
        let date = |d: Option<(When, usize)>, rule| d.map(|(w, end)| (Meaning::Date(w), end, rule));
        let readings = [
            self.phrase(i),
            date(self.holiday(i), "rule:holiday"),
            self.set(i).map(|(m, e)| (m, e, "rule:set")),
            self.time(i).map(|(m, e)| (m, e, "rule:time")),
            date(self.date(i), "rule:date"),
            date(self.edged(i), "rule:date"),
            self.length(i).map(|(m, e)| (m, e, "rule:duration")),
        ];
        // Of two readings of one length the earlier in the list stands.
        let (meaning, end, rule) = readings.into_iter().flatten().rev().max_by_key(|r| r.1)?;
        Some(Found { start: i + self.article(i, end), end, meaning, rule })
    }

    /// 1 where the expression is a hyphenated modifier and the article is the noun's: "a *ten-day* tour", "the
    /// *third-quarter* loss".
    fn article(&self, i: usize, end: usize) -> usize {
        let modifier = end > i + 3
            && self.dash(end - 2)
            && self.joined(end - 2)
            && self.joined(end - 1)
            && self.get(end).is_some_and(Token::alphabetic);
        usize::from(modifier && self.is_any(i, &["a", "an", "the"]))
    }

    /// Words outside the lexicon with which an expression may begin.
    fn opener(&self, i: usize) -> bool {
        let t = &self.tokens[i];
        const OPENERS: &[&str] = &[
            "the",
            "a",
            "an",
            "every",
            "each",
            "once",
            "twice",
            "half",
            "couple",
            "yesterday",
            "today",
            "tomorrow",
            "tonight",
            "that",
            "these",
            "those",
            "year",
            "fiscal",
            "no",
            "'",
            "years",
            "back",
            "same",
            "then",
            "future",
            "recent",
            "fy",
            "q",
        ];
        t.is_any(EDGES) || t.is_any(OPENERS)
    }

    pub(super) fn get(&self, i: usize) -> Option<&Token<'_>> {
        self.tokens.get(i)
    }

    pub(super) fn is(&self, i: usize, text: &str) -> bool {
        self.get(i).is_some_and(|t| t.is(text))
    }

    pub(super) fn is_any(&self, i: usize, texts: &[&str]) -> bool {
        self.get(i).is_some_and(|t| t.is_any(texts))
    }

    pub(super) fn word(&self, i: usize) -> &TimexWord {
        self.get(i).and_then(|t| t.word).unwrap_or(&NOTHING)
    }

    pub(super) fn number(&self, i: usize) -> Option<u32> {
        self.get(i)?.number
    }

    pub(super) fn joined(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.joined)
    }

    fn dash(&self, i: usize) -> bool {
        self.get(i).is_some_and(Token::is_dash)
    }

    /// Past one optional hyphen.
    fn hyphen(&self, i: usize) -> usize {
        if self.dash(i) && self.joined(i) { i + 1 } else { i }
    }

    /// Past any of `texts`, if it stands at `i`.
    fn skip(&self, i: usize, texts: &[&str]) -> usize {
        if self.is_any(i, texts) { i + 1 } else { i }
    }

    fn before(&self, i: usize, texts: &[&str]) -> bool {
        i > 0 && self.is_any(i - 1, texts)
    }

    /// Phrases that the lexicon holds whole: "currently", "as soon as possible", "daily", "Christmas Eve".
    fn phrase(&self, i: usize) -> Option<(Meaning, usize, &'static str)> {
        let phrases = &self.word(if self.is(i, "the") { i + 1 } else { i }).phrases;
        let own = self.word(i).phrases.iter().map(|p| (p, i + 1));
        let the = self.is(i, "the");
        let after_the = phrases.iter().filter(|p| the && !p.rest.is_empty()).map(|p| (p, i + 2));
        own.chain(after_the).find_map(|(phrase, start)| {
            let end = start + phrase.rest.len();
            let fits = phrase.rest.iter().enumerate().all(|(k, w)| self.is(start + k, w));
            match phrase.kind {
                _ if !fits => None,
                PhraseKind::Reference(value) => {
                    // "soon after", "as soon as Tuesday", "shortly before" say an order, no time.
                    let ordering = self.is_any(end, &["after", "before", "as", "thereafter"])
                        && self.is_any(end - 1, &["soon", "shortly"]);
                    // "the past two years" is no past.
                    let unit =
                        |k: usize| self.word(k).unit.is_some_and(|u| u > Unit::Second || self.word(k).plural);
                    let past = value == "PAST_REF" && !self.is_any(end, &["a", "an"]);
                    let counted = self.amount(end).is_some_and(|(_, k)| past || unit(k)) || unit(end);
                    (!ordering && !counted && !self.part_of_name(i, end)).then_some((
                        Meaning::Reference(value),
                        end,
                        "rule:reference",
                    ))
                }
                PhraseKind::Set(value) => {
                    // "the party daily Granma" is a newspaper.
                    let paper = self.get(end).is_some_and(|t| t.capital() && !t.opens);
                    let fits = !paper && !self.part_of_name(i, end);
                    fits.then(|| (Meaning::Set(value.into()), end, "rule:set"))
                }
                PhraseKind::Duration(value) => (!self.part_of_name(i, end)).then(|| {
                    let length = Meaning::Length(value);
                    (length, end, "rule:duration")
                }),
                PhraseKind::Stretch(value) => {
                    self.before(i, &["for"]).then_some((Meaning::Length(value), end, "rule:duration"))
                }
                PhraseKind::Named(year, month, day, before) => {
                    // "9/11/2003" is another day.
                    let goes_on = self.is_any(end, &["/", "-"]) && self.joined(end);
                    let year = Year::Given(year);
                    let when = When::Day { year, month, day, weekday: None };
                    (!goes_on && start == i + 1)
                        .then(|| (Meaning::Date(when), end - usize::from(before), "rule:date"))
                }
                PhraseKind::Holiday(_) | PhraseKind::Approximate => None,
            }
        })
    }

    /// "Christmas Eve", "Easter 1916", "the Fourth of July", "last Thanksgiving", "this past Easter".
    pub(super) fn holiday(&self, i: usize) -> Option<(When, usize)> {
        let at = |j: usize| {
            self.word(j).phrases.iter().find_map(|p| match p.kind {
                PhraseKind::Holiday(rule)
                    if p.rest.iter().enumerate().all(|(k, w)| self.is(j + 1 + k, w)) =>
                {
                    Some((rule, j, j + 1 + p.rest.len()))
                }
                _ => None,
            })
        };
        let mut shift = self.word(i).shift;
        let (rule, start, end) = match shift {
            Some(0) if self.word(i + 1).shift.is_some_and(|s| s != 0) => {
                shift = self.word(i + 1).shift;
                at(i + 2)?
            }
            Some(_) => at(i + 1)?,
            None => at(i).or_else(|| at(i + 1).filter(|&(_, j, end)| self.is(i, "the") && end > j + 1))?,
        };
        let capital = self.tokens[start..end].iter().any(Token::capital);
        // "Easter Island" is no day.
        let dated = |k: usize| {
            self.word(k).month.is_some() || self.word(k).weekday.is_some() || self.word(k).part.is_some()
        };
        let name = self.get(end).is_some_and(|t| t.capital() && !t.opens) && !dated(end);
        let (year, end) = self.year_after(end);
        (capital && !name).then_some((When::Holiday { rule, year, shift }, end))
    }

    /// Whether the tokens from `i` to `end` are capitalised inside a sentence: a name ("the Daily Mail").
    pub(super) fn part_of_name(&self, i: usize, end: usize) -> bool {
        let capital = |k: usize| self.get(k).is_some_and(Token::capital);
        capital(i) && (!self.tokens[i].opens || capital(end))
    }

    /// "every day", "each Thursday", "twice a week", "Tuesday nights".
    fn set(&self, i: usize) -> Option<(Meaning, usize)> {
        let set = |value: String, end| Some((Meaning::Set(value), end));
        if self.is_any(i, &["every", "each"]) {
            let other = self.is(i + 1, "other");
            let j = if other { i + 2 } else { i + 1 };
            let w = self.word(j);
            if let Some(day) = w.weekday {
                if let Some(part) = self.word(j + 1).part {
                    return set(format!("XXXX-WXX-{day}T{part}"), j + 2);
                }
                return set(format!("XXXX-WXX-{day}"), j + 1);
            }
            if let Some(month) = w.month {
                return set(format!("XXXX-{month:02}"), j + 1);
            }
            if let Some(part) = w.part {
                return set(format!("XXXX-XX-XXT{part}"), j + 1);
            }
            if let Some(season) = w.season {
                return set(format!("XXXX-{season}"), j + 1);
            }
            if let Some(unit) = w.unit.filter(|_| self.word(j + 1).weekday.is_none()) {
                // "each of the past three years" speaks of years one by one, "every second" of seconds.
                return set(length(Amount::whole(if other { 2 } else { 1 }), unit), j + 1);
            }
            // "every second Tuesday".
            if self.word(j).ordinal == Some(2)
                && let Some(day) = self.word(j + 1).weekday
            {
                return set(format!("XXXX-WXX-{day}"), j + 2);
            }
            let (amount, mut end) = self.amount(j)?;
            // "every four to six weeks".
            if self.is_any(end, &["to", "or"])
                && let Some((_, after)) = self.amount(end + 1)
            {
                end = after;
            }
            let unit = self.word(end).unit?;
            return set(length(amount, unit), end + 1);
        }
        let times = if self.is_any(i, &["once", "twice"]) {
            i + 1
        } else {
            let (_, end) = self.amount(i)?;
            if !self.is(end, "times") {
                return self.plural_day(i);
            }
            end + 1
        };
        if self.is_any(times, &["a", "an", "per", "every", "each"])
            && let Some(unit) = self.word(times + 1).unit
        {
            return set(length(Amount::whole(1), unit), times + 2);
        }
        None
    }

    /// "Tuesday nights", "Sundays", "on weekends".
    fn plural_day(&self, i: usize) -> Option<(Meaning, usize)> {
        let w = self.word(i);
        if w.unit == Some(Unit::Weekend) && w.plural && self.before(i, &["on", "at"]) {
            return Some((Meaning::Set("XXXX-WXX-WE".into()), i + 1));
        }
        let day = w.weekday?;
        let next = self.word(i + 1);
        match next.part {
            Some(part) if next.plural => Some((Meaning::Set(format!("XXXX-WXX-{day}T{part}")), i + 2)),
            _ if w.plural => Some((Meaning::Set(format!("XXXX-WXX-{day}")), i + 1)),
            _ => None,
        }
    }

    /// "10:35 a.m.", "noon Thursday", "this morning", "Friday night", "tonight".
    fn time(&self, i: usize) -> Option<(Meaning, usize)> {
        if let Some(set) = self.plural_day(i) {
            return Some(set);
        }
        if self.is(i, "tonight") {
            return Some((Meaning::Time(Some(today(0)), Moment::Part("NI")), i + 1));
        }
        let first = i;
        let i = self.skip(i, &["around", "about", "shortly"]);
        if let Some((moment, end)) = self.clock(i) {
            let next = self.skip(end, &[","]);
            if let Some((when, end)) = self.date(next).filter(|(w, _)| a_day(w)) {
                // "3:30 p.m. Wednesday *afternoon*".
                let part = self.word(end).part.is_some() && !self.word(end).plural;
                let end = end + usize::from(part);
                return Some((Meaning::Time(Some(when), moment), end));
            }
            return Some((Meaning::Time(None, moment), end));
        }
        if let Some(found) = self.part_of_day(i) {
            return Some(found);
        }
        let i = if self.is_any(i, EDGES) { self.hyphen(i + 1) } else { i };
        let i = self.skip(i, &["on"]);
        if let Some((when, end)) = self.date(i)
            && a_day(&when)
        {
            let at = self.skip(end, &["early", "late"]);
            let at = if self.is(at, "in") && self.is(at + 1, "the") { at + 2 } else { at };
            let part = self.word(at).part.filter(|_| !self.word(at).plural)?;
            return Some((Meaning::Time(Some(when), Moment::Part(part)), at + 1));
        }
        // "*The next morning* he fled": after the day spoken of.
        let the = usize::from(self.is(i, "the"));
        if self.is_any(i + the, &["next", "following", "previous", "preceding"])
            && let Some(part) = self.word(i + the + 1).part
            && !self.word(i + the + 1).plural
        {
            let n = self.word(i + the).shift.unwrap_or(1).into();
            let day = When::Shift { n, unit: Unit::Day, from: From::Mentioned };
            return Some((Meaning::Time(Some(day), Moment::Part(part)), i + the + 2));
        }
        let w = self.word(i);
        if let Some(shift) = w.shift
            && let Some(part) = self.word(i + 1).part
        {
            let shift = if part == "NI" && shift == 0 { 0 } else { i32::from(shift) };
            return Some((Meaning::Time(Some(today(shift)), Moment::Part(part)), i + 2));
        }
        // "*That night* the bridge fell.", "it fell *that night*."
        if self.is(i, "that")
            && let Some(part) = self.word(i + 1).part.filter(|_| !self.word(i + 1).plural)
            && (self.tokens[i].opens
                || self.before(i, &["later", ","])
                || self.get(i + 2).is_none_or(|t| t.opens || !t.alphabetic() && t.number.is_none()))
        {
            return Some((Meaning::Time(None, Moment::Part(part)), i + 2));
        }
        if self.is_any(i, &["the", "that", "late", "early"])
            && let Some(part) = self.word(i + 1).part
            && !self.word(i + 1).plural
            && self.is_any(i.wrapping_sub(1), &["in", "during", "through", "of", "into"])
        {
            return Some((Meaning::Time(None, Moment::Part(part)), i + 2));
        }
        if self.is(i, "overnight") && !self.get(i).is_some_and(Token::capital) {
            if let Some((when, end)) = self.date(i + 1).filter(|(w, _)| a_day(w)) {
                return Some((Meaning::Time(Some(when), Moment::Part("NI")), end));
            }
            return Some((Meaning::Time(Some(today(0)), Moment::Part("NI")), i + 1));
        }
        // "by mid-afternoon", "until nightfall", "at dawn".
        if !self.word(i).plural
            && let Some(part) = w.part
            && self.before(first, &["at", "by", "before", "until", "till", "since"])
            && self.date(i + 1).is_none()
            && part != "NI"
        {
            return Some((Meaning::Time(None, Moment::Part(part)), i + 1));
        }
        // "mid-afternoon yesterday".
        let part = w.part.filter(|_| !w.plural)?;
        let (when, end) = self.date(i + 1).filter(|(w, _)| a_day(w))?;
        Some((Meaning::Time(Some(when), Moment::Part(part)), end))
    }

    /// "the night of June 3", "the early hours of Sunday".
    fn part_of_day(&self, i: usize) -> Option<(Meaning, usize)> {
        let j = self.skip(i, &["the"]);
        let early = self.is_any(j, &["early", "small"]) && self.is_any(j + 1, &["hours", "morning"]);
        let part = if early { Some("MO") } else { self.word(j).part.filter(|_| !self.word(j).plural) };
        let of = if early { j + 2 } else { j + 1 };
        let the = j > i && part.is_some() && self.is(of, "of");
        let (when, end) = if the { self.date(of + 1).filter(|(w, _)| a_day(w))? } else { return None };
        // "the early hours of Sunday morning".
        let again = usize::from(self.word(end).part.is_some() && !self.word(end).plural);
        Some((Meaning::Time(Some(when), Moment::Part(part?)), end + again))
    }

    /// "9 a.m. EST", "10:35", "1430 GMT", "noon", "4 in the morning", "five o'clock".
    fn clock(&self, i: usize) -> Option<(Moment, usize)> {
        if let Some(clock) = self.word(i).clock.filter(|_| !self.part_of_name(i, i + 1)) {
            return Some((Moment::Clock(clock[..2].parse().ok()?, Some(0)), i + 1));
        }
        let mut hour = self.number(i).or(self.word(i).number)?;
        let mut minute = None;
        let mut end = i + 1;
        let mut sure = false;
        if (self.is(end, ":") || self.is(end, ".")) && self.joined(end) && self.joined(end + 1) && hour < 25 {
            if let Some(t) = self.get(end + 1).filter(|t| t.digits() == 2) {
                let colon = self.is(end, ":");
                minute = t.number;
                end += 2;
                sure = colon && self.get(i).is_some_and(|t| t.digits() <= 2);
                if colon
                    && self.is(end, ":")
                    && self.joined(end)
                    && self.get(end + 1).is_some_and(|t| t.digits() == 2)
                {
                    end += 2;
                }
            }
        } else if self.get(i).is_some_and(|t| t.digits() == 4) && self.word(i + 1).zone {
            (hour, minute) = (hour / 100, Some(hour % 100));
            sure = true;
        }
        let half =
            |k: usize| self.is_any(k, &["a", "p"]) && self.is_any(k + 1, &["."]) && self.is(k + 2, "m");
        if half(end) && hour <= 12 {
            hour = hour % 12 + if self.is(end, "p") { 12 } else { 0 };
            end = self.skip(end + 3, &["."]);
            sure = true;
        } else if self.is_any(end, &["am", "pm"]) && hour <= 12 {
            hour = hour % 12 + if self.is(end, "pm") { 12 } else { 0 };
            end += 1;
            sure = true;
        } else if self.is(end, "o") && self.is(end + 1, "'") && self.is(end + 2, "clock") {
            end += 3;
            sure = true;
            if self.is(end, "at") && self.is(end + 1, "night") && (6..12).contains(&hour) {
                (hour, end) = (hour + 12, end + 2);
            }
            if self.is(end, "in")
                && self.is(end + 1, "the")
                && let Some(part) = self.word(end + 2).part.filter(|_| hour <= 12)
            {
                (hour, end) = (hour % 12 + if part == "MO" { 0 } else { 12 }, end + 3);
            }
        } else if self.is(end, "in")
            && self.is(end + 1, "the")
            && hour <= 12
            && let Some(part) = self.word(end + 2).part
            && (self.before(i, &["at", "by", "until", "around", "about"]) || minute.is_some())
        {
            hour = hour % 12 + if part == "MO" { 0 } else { 12 };
            end += 3;
            sure = true;
        }
        if self.word(end).zone {
            end += 1;
            sure = true;
        } else if self.is(end, "local") && self.is(end + 1, "time") {
            end += 2;
            sure = true;
        }
        let valid = hour < 25 && minute.unwrap_or(0) < 60 && sure;
        valid.then(|| (Moment::Clock(hour as u8, minute.map(|m| m as u8)), end))
    }

    /// A date with words that cut it to a part: "early March", "the end of 1990", "mid-1996".
    fn edged(&self, i: usize) -> Option<(When, usize)> {
        if self.is_any(i, EDGES) {
            let mut j = self.hyphen(i + 1);
            // "*later in the day*": the day spoken of.
            if self.is(j, "in") && self.is(j + 1, "the") && self.is(j + 2, "day") {
                return Some((When::Shift { n: 0, unit: Unit::Day, from: From::Mentioned }, j + 3));
            }
            if self.is(j, "in") || self.is(j, "on") {
                j += 1;
            }
            return self.date(j).or_else(|| self.edged(j)).or_else(|| self.bare_period(j));
        }
        let (part, the) = (self.skip(i, &["the"]), self.is(i, "the"));
        if self.is_any(part, EDGES) {
            let j = self.hyphen(part + 1);
            return self.date(j).filter(|_| the).or_else(|| self.bare_period(j));
        }
        if self.is_any(part, PARTS) && the {
            let of = part + 1;
            if self.is(of, "of") {
                return self.date(of + 1).or_else(|| self.edged(of + 1)).or_else(|| self.bare_period(of + 1));
            }
        }
        // "year-end", "the year's end", "month end".
        let unit = self
            .word(part)
            .unit
            .filter(|u| matches!(u, Unit::Year | Unit::Month | Unit::Week | Unit::Quarter))?;
        let mut j = part + 1;
        if self.is(j, "'") && self.is(j + 1, "s") {
            j += 2;
        }
        let j = self.hyphen(j);
        if !self.is(j, "end") || j == part {
            return None;
        }
        // "year-end 2013"; "up since *year-end*" is since the last one.
        if unit == Unit::Year
            && let Some(found @ (When::Year(_), _)) = self.year(j + 1)
        {
            return Some(found);
        }
        let n = -i32::from(self.before(i, &["since"]));
        Some((When::Shift { n, unit, from: From::Document }, j + 1))
    }

    /// "the month" where something is said of its end.
    fn bare_period(&self, i: usize) -> Option<(When, usize)> {
        if !self.is(i, "the") {
            return None;
        }
        let unit = self.word(i + 1).unit?;
        let fits = matches!(
            unit,
            Unit::Week
                | Unit::Month
                | Unit::Quarter
                | Unit::Year
                | Unit::Weekend
                | Unit::Decade
                | Unit::Century
        );
        (fits && !self.word(i + 1).plural)
            .then_some((When::Shift { n: 0, unit, from: From::Document }, i + 2))
    }

    /// After a day of a month: the day that shares its month ("April 24 and *25*").
    fn continuation(&self, i: usize, last: Option<&Found>) -> Option<Found> {
        let last = last.filter(|f| f.end + 1 == i)?;
        let Meaning::Date(When::Day { year, month, .. }) = last.meaning else { return None };
        if !self.is_any(i - 1, &["and", "or", "to", "through", "&"]) && !self.dash(i - 1) {
            return None;
        }
        let day = self.day_number(i)?;
        let next = self.get(day.1).filter(|_| !(self.dash(i - 1) && self.joined(i - 1) && self.joined(i)));
        if next.is_some_and(|t| t.alphabetic() && !t.is_any(PREPOSITIONS) && !t.is("at")) {
            return None;
        }
        let meaning = Meaning::Date(When::Day { year, month, day: day.0, weekday: None });
        Some(Found { start: i, end: day.1, meaning, rule: "rule:date" })
    }
}

/// The document's day, moved by `n` days.
pub(super) fn today(n: i32) -> When {
    When::Shift { n, unit: Unit::Day, from: From::Document }
}

pub(super) fn a_day(when: &When) -> bool {
    matches!(
        when,
        When::Day { .. }
            | When::Weekday { .. }
            | When::Shift { unit: Unit::Day, .. }
            | When::Holiday { .. }
            | When::Beside { .. }
    )
}

/// The TIMEX3 value of a length of time.
pub(super) fn length(amount: Amount, unit: Unit) -> String {
    let (prefix, letter, times) = match unit {
        Unit::Second => ("PT", "S", 1),
        Unit::Minute => ("PT", "M", 1),
        Unit::Hour => ("PT", "H", 1),
        Unit::Day => ("P", "D", 1),
        Unit::Weekend => ("P", "WE", 1),
        Unit::Week => ("P", "W", 1),
        Unit::Fortnight => ("P", "W", 2),
        Unit::Month => ("P", "M", 1),
        Unit::Quarter => ("P", "Q", 1),
        Unit::Year => ("P", "Y", 1),
        Unit::Decade => ("P", "Y", 10),
        Unit::Century => ("P", "Y", 100),
        Unit::Millennium => ("P", "Y", 1000),
    };
    let Amount::Halves(halves) = amount else {
        return match unit {
            Unit::Decade => "PXDE".into(),
            Unit::Century => "PXCE".into(),
            Unit::Millennium => "PXML".into(),
            _ => format!("{prefix}X{letter}"),
        };
    };
    let halves = u64::from(halves) * times;
    let whole = halves / 2;
    if halves % 2 == 0 {
        return format!("{prefix}{whole}{letter}");
    }
    let more = match unit {
        Unit::Year => "6M",
        Unit::Hour => "30M",
        Unit::Minute => "30S",
        Unit::Day => "T12H",
        Unit::Month => "15D",
        _ => return format!("{prefix}{whole}.5{letter}"),
    };
    // "half an hour" is PT30M, not PT0H30M.
    if whole == 0 { format!("{prefix}{more}") } else { format!("{prefix}{whole}{letter}{more}") }
}
