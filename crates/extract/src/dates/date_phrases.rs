//! The grammar of days, months, quarters, seasons and what stands in for them ("last week").

use super::grammar::{Grammar, PREPOSITIONS, a_day, today};
use super::meaning::{From, When, Year};
use super::token::Token;
use demarche_lexicon::timex::Unit;

/// The shift of "Tuesday *last week*": in the week before, where "last Tuesday" may be in this one.
pub(super) const WEEK_BEFORE: i8 = -2;

/// The shift of "this *coming* Tuesday": the nearest day ahead, where "next Tuesday" may be the week after.
pub(super) const NEAREST_AHEAD: i8 = 2;

/// The shift of "the *previous* Friday" and "the *following* Friday": from the day spoken of.
pub(super) const BEFORE_SAID: i8 = -3;
pub(super) const AFTER_SAID: i8 = 3;

impl Grammar<'_, '_> {
    /// The longest date that begins at token `i`.
    pub(super) fn date(&self, i: usize) -> Option<(When, usize)> {
        let t = self.get(i)?;
        let holiday = self.holiday(i);
        let options = if t.number.is_some() {
            [self.numeric(i), self.day_first(i), self.century(i), self.decade(i), self.year(i), None]
        } else if t.is("'") {
            [self.decade(i).or_else(|| self.short_year(i)), None, None, None, None, None]
        } else {
            [
                self.weekday(i),
                self.month_first(i),
                self.quarter(i),
                self.decade(i).or_else(|| self.century(i)),
                self.relative(i),
                self.season(i).or_else(|| self.year(i)).or_else(|| self.day_first(i)),
            ]
        };
        options.into_iter().chain([holiday]).flatten().rev().max_by_key(|o| o.1)
    }

    /// "2022-01-09", "1/9/2022", "1/29/22".
    fn numeric(&self, i: usize) -> Option<(When, usize)> {
        let glued = (i + 1..i + 5).all(|k| self.get(k).is_some_and(|t| t.joined));
        let separator = self.get(i + 1)?;
        if !glued
            || !(separator.is("-") || separator.is("/") || separator.is("."))
            || !self.is(i + 3, separator.form)
        {
            return None;
        }
        let (a, b, c) = (self.number(i)?, self.number(i + 2)?, self.number(i + 4)?);
        let (year, month, day) = if self.get(i)?.digits() == 4 {
            (a, b, c)
        } else if separator.is("/") && self.get(i + 4)?.digits() == 2 && (13..=31).contains(&b) {
            (if c < 50 { 2000 + c } else { 1900 + c }, a, b)
        } else if self.get(i + 4)?.digits() != 4 {
            return None;
        } else if separator.is("/") && b > 12 || separator.is("/") && a <= 12 {
            (c, a, b)
        } else {
            (c, b, a)
        };
        Some((day_of(Year::Given(year as i16), month, day, None)?, i + 5))
    }

    /// "27 May 1997", "the 12th of January".
    fn day_first(&self, i: usize) -> Option<(When, usize)> {
        let i = if self.is(i, "the") { i + 1 } else { i };
        let (day, mut j) = self.day_number(i)?;
        // "*3* to 5 March", "*21* and 22 March".
        let joint = self.is_any(j, &["to", "and", "or"]) || self.get(j).is_some_and(Token::is_dash);
        if joint
            && let Some((later, k)) = self.day_number(j + 1).filter(|&(later, _)| later > day)
            && let Some((When::Day { year, month, .. }, _)) = self.day_first(j + 1)
            && self.number(i).is_some()
            && self.month_name(k).is_some()
            && later - day < 31
        {
            return Some((day_of(year, month as u32, day as u32, None)?, j));
        }
        if self.is(j, "of") {
            j += 1;
        }
        let month = self.month_name(j)?;
        let (year, end) = self.year_after(month.1);
        Some((day_of(year, month.0 as u32, day as u32, None)?, end))
    }

    /// "Jan. 14", "March 12, 1996", "May 1997", "last May", "June last year".
    fn month_first(&self, i: usize) -> Option<(When, usize)> {
        let the = if self.is(i, "the") { i + 1 } else { i };
        if let Some(shift) = self.word(the).shift {
            let j = if self.is_any(the + 1, &["coming", "past"]) { the + 2 } else { the + 1 };
            let (month, end) = self.month_name(j)?;
            // "this May 12" is a day.
            if let Some((day, end)) = self.day_number(end) {
                let (year, end) = self.year_after(end);
                return Some((day_of(year, month as u32, day as u32, None)?, end));
            }
            return Some((When::Month { year: Year::Unsaid, month, shift: Some(shift) }, end));
        }
        let (month, end) = self.month_name(i)?;
        let the = if self.is(end, "the") { end + 1 } else { end };
        if let Some((day, after)) = self.day_number(the)
            && !(self.is(after, ":") && self.get(after + 1).is_some_and(|t| t.joined))
        {
            let (year, end) = self.year_after(after);
            if let Some(when) = day_of(year, month as u32, day as u32, None) {
                return Some((when, end));
            }
        }
        let (year, after) = self.year_after(end);
        if year == Year::Unsaid && !self.sure_month(i, end) {
            return None;
        }
        Some((When::Month { year, month, shift: None }, after))
    }

    /// Whether the month name at `i`, with neither day nor year, is a month and no verb or person.
    fn sure_month(&self, i: usize, end: usize) -> bool {
        let t = &self.tokens[i];
        let w = self.word(i);
        if w.abbreviated {
            return false;
        }
        let prepared =
            i > 0 && (self.is_any(i - 1, PREPOSITIONS) || self.get(i - 1).is_some_and(Token::is_dash));
        // "May" and "March" are words of other kinds too; the others may be names of persons or of streets.
        if t.is("may") || t.is("march") {
            let noun = |n: &Token| n.alphabetic() && !n.capital() && n.form.len() > 3;
            let modifies = i > 0 && !self.tokens[i].opens && self.get(end).is_some_and(noun);
            if modifies && self.is_any(i - 1, &["the", "a", "its", "their", "s"]) {
                return true;
            }
            return prepared && !(self.get(end).is_some_and(Token::capital));
        }
        prepared || !self.get(end).is_some_and(|n| n.capital() && !n.opens)
    }

    /// A month with a capital letter, and the full stop of a short form.
    fn month_name(&self, i: usize) -> Option<(i8, usize)> {
        let w = self.word(i);
        let month = w.month.filter(|_| self.tokens[i].capital())?;
        let end = if w.abbreviated && self.is(i + 1, ".") { i + 2 } else { i + 1 };
        Some((month, end))
    }

    /// A day of a month: "14", "14th", "eighth".
    pub(super) fn day_number(&self, i: usize) -> Option<(i8, usize)> {
        if let Some(n) = self.number(i) {
            let mut end = i + 1;
            let ordinal = self.get(end).is_some_and(|t| t.joined && t.is_any(&["st", "nd", "rd", "th"]));
            end += usize::from(ordinal);
            let broken = self.get(end).is_some_and(|t| t.joined && (t.is("%") || t.alphabetic()))
                || (self.is_any(end, &[".", ","])
                    && self.get(end + 1).is_some_and(|t| t.joined && t.number.is_some()));
            let whole = self.tokens[i].digits() <= 2 && !broken;
            return (whole && (1..=31).contains(&n)).then_some((n as i8, end));
        }
        let w = self.word(i);
        let n = w.ordinal.or(w.number.filter(|&n| n == 20 || n == 30));
        match n {
            Some(tens @ (20 | 30)) => {
                let j = if self.get(i + 1).is_some_and(Token::is_dash) { i + 2 } else { i + 1 };
                match self.word(j).ordinal.filter(|&u| u < 10 && tens + u <= 31) {
                    Some(unit) => Some(((tens + unit) as i8, j + 1)),
                    None => w.ordinal.map(|n| (n as i8, i + 1)),
                }
            }
            Some(n) => Some((n as i8, i + 1)),
            None => None,
        }
    }

    /// A year behind a month or a day: ", 1997", "of 1997", "this year", "last year".
    pub(super) fn year_after(&self, end: usize) -> (Year, usize) {
        let j = if self.is(end, ",") || self.is(end, "of") || self.is(end, "in") { end + 1 } else { end };
        if let Some(t) = self.get(j).filter(|t| t.digits() == 4 && !self.counts(j + 1)) {
            let year = t.number.unwrap_or(0);
            if (1000..2200).contains(&year) && !self.is(end, "in") {
                return (Year::Given(year as i16), j + 1);
            }
        }
        if self.is(end, "of")
            && let Some((When::Year(year), j)) = self.short_year(j)
        {
            return (Year::Given(year), j);
        }
        if let Some((When::Year(year), j)) = self.spelled_year(j) {
            return (Year::Given(year), j);
        }
        if let Some(shift) = self.word(j).shift
            && self.word(j + 1).unit == Some(Unit::Year)
            && !self.word(j + 1).plural
            && !self.is(end, ",")
        {
            return (Year::Shift(shift.into()), j + 2);
        }
        (Year::Unsaid, end)
    }

    /// Whether the tokens at `i` are something that the number before them counts.
    pub(super) fn counts(&self, i: usize) -> bool {
        self.word(i).counted
            || self.is(i, "%")
            || ((self.is(i, ",") || self.is(i, "."))
                && self.get(i + 1).is_some_and(|t| t.joined && t.number.is_some()))
    }

    /// "Friday", "last Friday", "Monday, Oct. 26", "this coming Sunday".
    fn weekday(&self, i: usize) -> Option<(When, usize)> {
        let mut j = if self.is(i, "the") { i + 1 } else { i };
        let mut shift = self.word(j).shift;
        // "*following* Monday's talks" is after them.
        if j == i && self.is_any(i, &["following", "preceding"]) {
            return None;
        }
        if shift.is_some() {
            j += 1;
            // "this coming Tuesday" is the one ahead, "this past Monday" the one behind.
            if let Some(second) = self.word(j).shift
                && second != 0
            {
                (shift, j) = (Some(if second > 0 { NEAREST_AHEAD } else { second }), j + 1);
            } else if self.is(j - 1, "coming") {
                shift = Some(NEAREST_AHEAD);
            } else if self.is_any(j - 1, &["previous", "preceding"]) {
                shift = Some(BEFORE_SAID);
            } else if self.is(j - 1, "following") {
                shift = Some(AFTER_SAID);
            }
        } else if j > i {
            return None;
        }
        let w = self.word(j);
        let day = w.weekday.filter(|_| !w.plural && self.tokens[j].capital())?;
        let mut end = j + 1;
        // "the *Sunday Courier*" is a newspaper.
        let name = self.get(end).is_some_and(|t| t.capital() && !t.opens && t.word.is_none());
        if shift.is_none() && name && self.is_any(i.wrapping_sub(1), &["the"]) {
            return None;
        }
        if w.abbreviated {
            end += usize::from(self.is(end, ".") && self.get(end).is_some_and(|t| t.joined));
        }
        let marked = !w.abbreviated || end > j + 1 || self.is(end, ",");
        let next = if self.is(end, ",") { end + 1 } else { end };
        let next = if self.is(next, "the") { next + 1 } else { next };
        let date = self.month_first(next).or_else(|| self.day_first(next));
        if let Some((When::Day { year, month, day: date, .. }, end)) = date.filter(|_| marked) {
            return Some((When::Day { year, month, day: date, weekday: Some(day) }, end));
        }
        if w.abbreviated && !self.sure_weekday(j, end) {
            return None;
        }
        // "Friday last week", "Monday of next week".
        let of = if self.is(end, "of") { end + 1 } else { end };
        if shift.is_none()
            && let Some(week) = self.word(of).shift
            && self.word(of + 1).unit == Some(Unit::Week)
            && !self.word(of + 1).plural
            // "news on Monday of last week's vote".
            && !(of > end && self.is(of + 2, "'"))
        {
            let shift = Some(if week < 0 { WEEK_BEFORE } else { week });
            return Some((When::Weekday { day, shift }, of + 2));
        }
        Some((When::Weekday { day, shift }, end))
    }

    /// Whether the short weekday at `j`, with no date behind it, is one: "said *Wed*", "on *Sat.*", "*Sun* night". "The
    /// Sun", "Mon State" and "sat" are not.
    fn sure_weekday(&self, j: usize, end: usize) -> bool {
        const BEFORE: &[&str] =
            &["on", "by", "until", "till", "since", "from", "through", "late", "early", "next", "last"];
        let name = self.get(end).is_some_and(|t| t.capital() && !t.opens);
        let told = j > 0 && self.is_any(j - 1, BEFORE) || self.word(end).part.is_some();
        let other_word = self.is_any(j, &["sat", "sun", "mon"]);
        !name && (told || !other_word && !self.tokens[j].opens)
    }

    /// "the third quarter", "third-quarter", "the first half of 1989", "this year's third quarter", "the quarter".
    fn quarter(&self, i: usize) -> Option<(When, usize)> {
        let mut j = if self.is(i, "the") || self.is(i, "a") { i + 1 } else { i };
        let the = self.is(i, "the");
        let mut year = Year::Unsaid;
        let mut anchored = false;
        if let Some(shift) = self.word(j).shift
            && let Some(unit @ (Unit::Year | Unit::Quarter)) = self.word(j + 1).unit
            && !self.word(j + 1).plural
        {
            if unit == Unit::Quarter {
                let n = i32::from(shift);
                return Some((When::Shift { n, unit, from: From::Document }, j + 2));
            }
            if self.is(j + 2, "'") && self.is(j + 3, "s") {
                (year, j, anchored) = (Year::Shift(shift.into()), j + 4, true);
            }
        } else if let Some(y) = self.get(j).filter(|t| t.digits() == 4 && the).and_then(|t| t.number) {
            if (1900..2100).contains(&y) {
                (year, j) = (Year::Given(y as i16), j + 1);
            }
        } else if self.is(j, "year") {
            // "the year-ago quarter", "the year-earlier third quarter".
            let k = if self.get(j + 1).is_some_and(Token::is_dash) { j + 2 } else { j + 1 };
            if self.is_any(k, &["ago", "earlier"]) {
                (year, j, anchored) = (Year::Mentioned(-1), k + 1, true);
            }
        }
        while self
            .is_any(j, &["fiscal", "latest", "comparable", "same", "corresponding", "flat", "most", "recent"])
            || (self.get(j).is_some_and(Token::is_dash) && j > i + 1)
        {
            anchored |= self.is_any(j, &["latest", "comparable", "corresponding"]);
            j += 1;
        }
        let final_one = self.is_any(j, &["last", "final"]).then_some(0);
        let ordinal = self.word(j).ordinal.or(final_one).filter(|&n| n <= 4);
        if ordinal.is_some() {
            j += 1;
            j += usize::from(self.get(j).is_some_and(Token::is_dash));
            j += usize::from(self.is(j, "fiscal"));
        }
        // "Q1 2012", "in Q3".
        if self.is(j, "q")
            && let Some(n @ 1..=4) = self.number(j + 1).filter(|_| self.joined(j + 1))
        {
            let (later, end) = self.year_after(j + 2);
            let year = if year == Year::Unsaid { later } else { year };
            return Some((When::Quarter { year, quarter: Some(n as i8) }, end));
        }
        let is_half = self.is(j, "half");
        let is_quarter = self.word(j).unit == Some(Unit::Quarter) && !self.word(j).plural;
        let is_period = self.is(j, "period") && (anchored || year != Year::Unsaid) && ordinal.is_none();
        if !(is_half || is_quarter || is_period) {
            return None;
        }
        let mut end = j + 1;
        if year == Year::Unsaid {
            let (later, k) = self.year_after(end);
            let k_is_year = later != Year::Unsaid;
            if k_is_year {
                (year, end) = (later, k);
            } else if self.is(end, "a")
                && self.is(end + 1, "year")
                && self.is_any(end + 2, &["ago", "earlier"])
            {
                (year, end) = (Year::Mentioned(-1), end + 3);
            }
        }
        if is_half {
            let half = match ordinal? {
                1 => 1,
                0 | 2 => 2,
                _ => return None,
            };
            // "the second half" of a match is no date.
            let dated = year != Year::Unsaid
                || (self.is(end, "of") && self.is(end + 1, "the") && self.is(end + 2, "year"));
            return dated.then_some((When::Half { year, half }, end));
        }
        // "the final quarter of last year" is its fourth.
        let ordinal = ordinal
            .map(|n| if n == 0 && year != Year::Unsaid && year != Year::Mentioned(-1) { 4 } else { n });
        match ordinal {
            None | Some(0) if !the && !anchored => None,
            None | Some(0) => Some((When::Quarter { year, quarter: None }, end)),
            Some(n) => Some((When::Quarter { year, quarter: Some(n as i8) }, end)),
        }
    }

    /// "last winter", "the summer of 1994", "in spring".
    fn season(&self, i: usize) -> Option<(When, usize)> {
        let the = self.is(i, "the");
        let mut j = if the { i + 1 } else { i };
        let mut shift = self.word(j).shift;
        if shift.is_some() {
            j += 1;
            if let Some(second) = self.word(j).shift
                && second != 0
            {
                (shift, j) = (Some(second), j + 1);
            }
        }
        let season = self.word(j).season.filter(|_| !self.get(j).is_some_and(Token::capital) || the)?;
        let (year, end) = self.year_after(j + 1);
        // "spring" and "fall" are verbs too: without another sign they are no season.
        let prepared = the && !self.is_any(j, &["fall", "spring"])
            || the && j > 1 && self.is_any(j - 2, &["in", "during", "since"]) && !self.is(j + 1, "of")
            || (j > 0
                && self.is_any(j - 1, &["in", "since", "by", "late", "early", "mid", "until", "during"]));
        let sure = shift.is_some() || year != Year::Unsaid || prepared;
        sure.then_some((When::Season { year, season, shift }, end))
    }

    /// "yesterday", "last week", "this year", "the following day", "that year", "the weekend".
    fn relative(&self, i: usize) -> Option<(When, usize)> {
        let days = [("today", 0), ("yesterday", -1), ("tomorrow", 1)];
        if let Some((_, n)) = days.iter().find(|(word, _)| self.is(i, word)) {
            // "Business Today" is a newspaper.
            let name = self.tokens[i].capital() && i > 0 && !self.tokens[i].opens && {
                let before = &self.tokens[i - 1];
                before.capital() && before.alphabetic() && before.word.is_none()
            };
            return (!name).then(|| (today(*n), i + 1));
        }
        let the = self.is(i, "the");
        let j = if the { i + 1 } else { i };
        if self.is(j, "day") && self.is_any(j + 1, &["before", "after"]) {
            let n = if self.is(j + 1, "before") { -1 } else { 1 };
            let base = if self.is(j + 2, "yesterday") && n < 0 || self.is(j + 2, "tomorrow") && n > 0 {
                n
            } else {
                0
            };
            if base != 0 {
                return Some((today(2 * n), j + 3));
            }
            // "the day after Christmas", "the day before last Friday's vote".
            if let Some((of, end)) = self.date(j + 2).filter(|(when, _)| a_day(when)) {
                return Some((When::Beside { n, of: Box::new(of) }, end));
            }
            // "*the day before* the vote", "he had called *the day before*".
            if the && !self.is_any(i.wrapping_sub(1), &["in", "of", "during"]) {
                let ends = self.get(j + 2).is_none_or(|t| !t.alphabetic() && t.number.is_none());
                let end = if ends { j + 2 } else { j + 1 };
                return Some((When::Shift { n, unit: Unit::Day, from: From::Mentioned }, end));
            }
        }
        if let Some(found) = self.within_month(i).or_else(|| self.week_of(i)) {
            return Some(found);
        }
        // "the week before, he had fled": where the clause ends, the one before that spoken of.
        if the
            && let Some(unit) = self.word(j).unit.filter(|&u| u > Unit::Day && !self.word(j).plural)
            && self.is_any(j + 1, &["before", "after"])
            && self.get(j + 2).is_none_or(|t| !t.alphabetic() && t.number.is_none() && !t.is("$"))
        {
            let n = if self.is(j + 1, "before") { -1 } else { 1 };
            return Some((When::Shift { n, unit, from: From::Mentioned }, j + 2));
        }
        // "the latest fiscal year", "the full year".
        let filler = |k: usize| {
            if self.is_any(
                k,
                &["full", "fiscal", "calendar", "entire", "whole", "business", "academic", "election"],
            ) {
                k + 1
            } else {
                k
            }
        };
        let mentioned = |n: i32, unit: Unit| When::Shift { n, unit, from: From::Mentioned };
        if self.is_any(j, &["that", "same"]) {
            let k = if self.is(j + 1, "same") { j + 2 } else { j + 1 };
            let unit = self.word(k).unit.filter(|u| *u >= Unit::Day && !self.word(k).plural)?;
            return Some((mentioned(0, unit), k + 1));
        }
        if self.is(j, "weekend") {
            return (the || self.is_any(i.wrapping_sub(1), PREPOSITIONS))
                .then_some((When::Weekend { shift: None }, j + 1));
        }
        if let Some(year) = self.business_year(i, j) {
            return Some(year);
        }
        let shift = self.word(j).shift?;
        let mut k = j + 1;
        // "this past week", "this coming year".
        let mut shift = shift;
        if self.is(j, "this")
            && let Some(second) = self.word(k).shift.filter(|&s| s != 0)
        {
            (shift, k) = (second, k + 1);
        }
        let k = filler(k);
        let w = self.word(k);
        let unit = w.unit.filter(|u| !w.plural && *u >= Unit::Day)?;
        if self.tokens[k].capital() && (!self.tokens[i].opens || self.is(i, "this")) {
            return None;
        }
        if self.is(k + 1, "'") && self.is(k + 2, "s") && self.is(k + 3, "end") && unit != Unit::Day {
            return Some((When::Shift { n: shift.into(), unit, from: From::Document }, k + 4));
        }
        if unit == Unit::Weekend {
            return Some((When::Weekend { shift: Some(shift) }, k + 1));
        }
        let n = i32::from(shift);
        let away = self.is_any(j, &["previous", "preceding", "following"])
            || (the && self.is(j, "next") && unit < Unit::Decade);
        if away {
            return Some((mentioned(n, unit), k + 1));
        }
        // "the past week" and "the last decade" are lengths, "this day" is "today" only in solemn speech.
        let past = self.is(k - 1, "past") && !self.is(j, "this");
        if past || (self.is_any(k - 1, &["last", "next"]) && unit >= Unit::Decade) {
            return None;
        }
        Some((When::Shift { n, unit, from: From::Document }, k + 1))
    }
}

impl Grammar<'_, '_> {
    /// "the first week of May", "the third Monday in January", "the last day of June".
    fn within_month(&self, i: usize) -> Option<(When, usize)> {
        let j = if self.is(i, "the") { i + 1 } else { i };
        let last = self.is_any(j, &["last", "final"]);
        let nth = if last { -1 } else { self.word(j).ordinal.filter(|&n| n <= 5)? as i8 };
        let unit = self.word(j + 1).unit.filter(|u| matches!(u, Unit::Day | Unit::Week | Unit::Weekend));
        let weekday = self.word(j + 1).weekday;
        let fits = (unit.is_some() || weekday.is_some()) && !self.word(j + 1).plural;
        if !fits || !self.is_any(j + 2, &["of", "in"]) {
            return None;
        }
        let (month, end) = self.month_name(j + 3)?;
        let (year, end) = self.year_after(end);
        Some((When::Within { year, month, nth, weekday, unit: unit.unwrap_or(Unit::Day) }, end))
    }

    /// "the week of March 6".
    fn week_of(&self, i: usize) -> Option<(When, usize)> {
        let the = self.is(i, "the");
        if !the || !self.is(i + 1, "week") || !self.is_any(i + 2, &["of", "beginning", "starting"]) {
            return None;
        }
        match self.date(i + 3)? {
            (When::Day { year, month, day, .. }, end) => Some((When::WeekOf { year, month, day }, end)),
            _ => None,
        }
    }

    /// "for the year", "the full year", "the latest fiscal year": the year of the document unless its end is said.
    fn business_year(&self, i: usize, j: usize) -> Option<(When, usize)> {
        let mut k = j;
        let latest = self.is(k, "latest");
        while self.is_any(k, &["latest", "full", "fiscal", "calendar", "entire", "whole"]) {
            k += 1;
        }
        let unit = self.word(k).unit.filter(|_| !self.word(k).plural)?;
        let said = k > j || self.is_any(i.wrapping_sub(1), &["for", "of", "in", "during"]);
        // "For *the week*, the index fell."
        if matches!(unit, Unit::Week | Unit::Month) && k == j {
            let alone = self.get(k + 1).is_some_and(|t| t.is_any(&[",", ".", ";"]));
            let fits = j > i && alone && self.is_any(i.wrapping_sub(1), &["for", "during"]);
            return fits.then_some((When::Shift { n: 0, unit, from: From::Document }, k + 1));
        }
        let year = unit == Unit::Year;
        let bounded = self.is_any(k + 1, &["ended", "ending", "to", "before", "after", "that", "when", "-"])
                // "a high for *the year* of $42" is bounded by nothing.
                || self.is(k + 1, "of") && !self.is_any(k + 2, &["$", "£", "€"]) && self.number(k + 2).is_none();
        let n = -i32::from(latest);
        (j > i && year && said && !bounded)
            .then_some((When::Shift { n, unit: Unit::Year, from: From::Document }, k + 1))
    }
}

/// A day, if there is such a month and day.
fn day_of(year: Year, month: u32, day: u32, weekday: Option<i8>) -> Option<When> {
    const LENGTHS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = *LENGTHS.get(month.checked_sub(1)? as usize)?;
    (1..=length).contains(&day).then_some(When::Day { year, month: month as i8, day: day as i8, weekday })
}
