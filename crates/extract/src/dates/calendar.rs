//! Meanings set against a calendar: TIMEX3 values.

use super::date_phrases::{AFTER_SAID, BEFORE_SAID, NEAREST_AHEAD, WEEK_BEFORE};
use super::meaning::{From, When, Year};
use super::tense::Direction;
use demarche_lexicon::timex::Unit;
use jiff::{Span, civil::Date, civil::Weekday};

/// A place on the calendar, as coarse as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Day(Date),
    /// ISO year and week.
    Week(i16, i8),
    /// Its Saturday and Sunday.
    Weekend(i16, i8),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, &'static str),
    Year(i16),
    Decade(i16),
    Century(i16),
    /// Of a day whose year is not known: month and day.
    Yearless(i8, i8),
    /// A month of an unknown year.
    YearlessMonth(i8),
    /// A weekday of an unknown week.
    AnyWeek(i8),
    /// As much as can be said where the anchor is not known.
    Unknown(&'static str),
}

impl Point {
    /// The TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Point::Day(d) => d.to_string(),
            Point::Week(y, w) => format!("{y:04}-W{w:02}"),
            Point::Weekend(y, w) => format!("{y:04}-W{w:02}-WE"),
            Point::Month(y, m) => format!("{y:04}-{m:02}"),
            Point::Quarter(y, q) => format!("{y:04}-Q{q}"),
            Point::Half(y, h) => format!("{y:04}-H{h}"),
            Point::Season(y, s) => format!("{y:04}-{s}"),
            Point::Year(y) => format!("{y:04}"),
            Point::Decade(d) => format!("{d:03}"),
            Point::Century(c) => format!("{c:02}"),
            Point::Yearless(m, d) => format!("XXXX-{m:02}-{d:02}"),
            Point::YearlessMonth(m) => format!("XXXX-{m:02}"),
            Point::AnyWeek(d) => format!("XXXX-WXX-{d}"),
            Point::Unknown(v) => v.into(),
        }
    }

    /// Its first day; none where the year is not known.
    pub fn first(self) -> Option<Date> {
        let day = |y: i16, m: i8| Date::new(y, m, 1).ok();
        match self {
            Point::Day(d) => Some(d),
            Point::Week(y, w) => monday(y, w),
            Point::Weekend(y, w) => plus(monday(y, w)?, 5, Unit::Day),
            Point::Month(y, m) => day(y, m),
            Point::Quarter(y, q) => day(y, q * 3 - 2),
            Point::Half(y, h) => day(y, h * 6 - 5),
            Point::Season(y, s) => day(y, season_month(s)),
            Point::Year(y) => day(y, 1),
            Point::Decade(d) => day(d * 10, 1),
            Point::Century(c) => day(c * 100, 1),
            _ => None,
        }
    }
}

fn monday(year: i16, week: i8) -> Option<Date> {
    jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok().map(|d| d.date())
}

/// `date` moved by `n` units; none past the calendar's ends.
pub(super) fn plus(date: Date, n: i32, unit: Unit) -> Option<Date> {
    let n = i64::from(n);
    let span = Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Ok(span),
        Unit::Day => span.try_days(n),
        Unit::Week | Unit::Weekend => span.try_weeks(n),
        Unit::Fortnight => span.try_weeks(2 * n),
        Unit::Month => span.try_months(n),
        Unit::Quarter => span.try_months(3 * n),
        Unit::Year => span.try_years(n),
        Unit::Decade => span.try_years(10 * n),
        Unit::Century => span.try_years(100 * n),
        Unit::Millennium => span.try_years(1000 * n),
    };
    date.checked_add(span.ok()?).ok().filter(|d| d.year() > 0)
}

/// What the calendar needs to know to place a meaning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// The document's day.
    pub published: Option<Date>,
    /// The time last spoken of.
    pub mentioned: Option<Point>,
    /// The business quarter last spoken of.
    pub quarter: Option<(i16, i8)>,
    /// Where the clause lies.
    pub direction: Direction,
}

impl Anchor {
    /// Places `when`.
    pub fn place(&self, when: &When) -> Point {
        self.known(when).unwrap_or_else(|| self.partial(when))
    }

    fn known(&self, when: &When) -> Option<Point> {
        match *when {
            When::Year(y) => Some(Point::Year(y)),
            When::Decade(d) => Some(Point::Decade(d)),
            When::Century(c) => Some(Point::Century(c)),
            When::Day { year, month, day, weekday } => self.day(year, month, day, weekday),
            When::WeekOf { year, month, day } => match self.day(year, month, day, None)? {
                Point::Day(d) => {
                    let w = d.iso_week_date();
                    Some(Point::Week(w.year(), w.week()))
                }
                _ => None,
            },
            When::Within { year, month, nth, weekday, unit } => {
                let y = match self.year(year) {
                    Some(y) => y,
                    None => self.nearest_month(month)?,
                };
                within(y, month, nth, weekday, unit)
            }
            When::Month { year, month, shift } => {
                let y = match (self.year(year), shift) {
                    (Some(y), _) => y,
                    (None, None) => self.nearest_month(month)?,
                    (None, Some(s)) => {
                        let now = self.published?;
                        // Who means the month just over says "last month": "last May" in June lies a year back.
                        let just_over = s == -1 && now.month() - month == 1;
                        now.year() + if just_over { -1 } else { shifted(now.month().cmp(&month), s) }
                    }
                };
                Some(Point::Month(y, month))
            }
            When::Season { year, season, shift } => {
                if let Some(y) = self.year(year) {
                    return Some(Point::Season(y, season));
                }
                let now = self.published?;
                let start = season_month(season);
                let order = match (i32::from(now.month()) - i32::from(start)).rem_euclid(12) {
                    0..3 => std::cmp::Ordering::Equal,
                    _ if now.month() < start && !(start == 12 && now.month() < 3) => std::cmp::Ordering::Less,
                    _ => std::cmp::Ordering::Greater,
                };
                let just_over = (i32::from(now.month()) - i32::from(start)).rem_euclid(12) < 6;
                let current = now.year() - i16::from(start == 12 && now.month() < 3);
                let shift = shift.unwrap_or(match self.direction {
                    // A season just over is meant even beside a verb that looks ahead.
                    Direction::Future if order.is_gt() && !just_over => 1,
                    Direction::Past | Direction::Near | Direction::Unknown if order.is_lt() => -1,
                    _ => 0,
                });
                Some(Point::Season(current + if shift == 0 { 0 } else { shifted(order, shift) }, season))
            }
            When::Quarter { year, quarter } => self.quarter(year, quarter),
            When::Half { year, half } => {
                Some(Point::Half(self.year(year).or_else(|| Some(self.published?.year()))?, half))
            }
            When::Weekday { day, shift } => {
                let said = match (shift, self.mentioned) {
                    (Some(BEFORE_SAID | AFTER_SAID), Some(Point::Day(d))) => Some(d),
                    _ => None,
                };
                let now = said.or(self.published)?;
                let today = now.weekday().to_monday_one_offset();
                let back = (today - day).rem_euclid(7);
                let ahead = (day - today).rem_euclid(7);
                let days = match (shift, self.direction) {
                    (Some(-1 | BEFORE_SAID), _) => -i32::from(if back == 0 { 7 } else { back }),
                    (Some(1), _) => i32::from(7 - today + day),
                    (Some(WEEK_BEFORE), _) => i32::from(day - today - 7),
                    (Some(NEAREST_AHEAD | AFTER_SAID), _) => i32::from(if ahead == 0 { 7 } else { ahead }),
                    (Some(_), _) => i32::from(day - today),
                    (None, Direction::Future) => i32::from(ahead),
                    (None, Direction::Near) if ahead < back => i32::from(ahead),
                    (None, _) => -i32::from(back),
                };
                Some(Point::Day(plus(now, days, Unit::Day)?))
            }
            When::Weekend { shift } => {
                let now = self.published?;
                let on = now.weekday().to_monday_one_offset() >= 6;
                let weeks = shift.map(i32::from).unwrap_or(match self.direction {
                    Direction::Future => 0,
                    _ if on => 0,
                    _ => -1,
                });
                let d = plus(now, weeks, Unit::Week)?.iso_week_date();
                Some(Point::Weekend(d.year(), d.week()))
            }
            When::Shift { n, unit, from } => self.shift(n, unit, from),
            When::Holiday { rule, year, shift } => self.holiday(rule, year, shift),
            When::Beside { n, ref of } => match self.known(of)? {
                Point::Day(d) => Some(Point::Day(plus(d, n, Unit::Day)?)),
                _ => None,
            },
        }
    }

    fn partial(&self, when: &When) -> Point {
        match *when {
            When::Day { month, day, .. } => Point::Yearless(month, day),
            When::WeekOf { .. } => Point::Unknown("XXXX-WXX"),
            When::Month { month, .. } | When::Within { month, .. } => Point::YearlessMonth(month),
            When::Weekday { day, .. } => Point::AnyWeek(day),
            When::Weekend { .. } => Point::Unknown("XXXX-WXX-WE"),
            When::Season { season, .. } => Point::Unknown(match season {
                "SP" => "XXXX-SP",
                "SU" => "XXXX-SU",
                "FA" => "XXXX-FA",
                _ => "XXXX-WI",
            }),
            When::Quarter { quarter, .. } => Point::Unknown(match quarter {
                Some(1) => "XXXX-Q1",
                Some(2) => "XXXX-Q2",
                Some(3) => "XXXX-Q3",
                Some(4) => "XXXX-Q4",
                _ => "XXXX-QX",
            }),
            When::Half { half, .. } => Point::Unknown(if half == 1 { "XXXX-H1" } else { "XXXX-H2" }),
            When::Shift { unit, .. } => Point::Unknown(match unit {
                Unit::Week | Unit::Fortnight => "XXXX-WXX",
                Unit::Weekend => "XXXX-WXX-WE",
                Unit::Month => "XXXX-XX",
                Unit::Quarter => "XXXX-QX",
                Unit::Year => "XXXX",
                Unit::Decade => "XXX",
                Unit::Century | Unit::Millennium => "XX",
                _ => "XXXX-XX-XX",
            }),
            When::Holiday { rule, .. } => match (rule.get(..2), rule.get(3..)) {
                (Some(m), Some(d)) if rule.len() == 5 && rule.as_bytes()[2] == b'-' => {
                    Point::Yearless(m.parse().unwrap_or(1), d.parse().unwrap_or(1))
                }
                _ => Point::Unknown("XXXX-XX-XX"),
            },
            When::Beside { .. } => Point::Unknown("XXXX-XX-XX"),
            When::Year(_) | When::Decade(_) | When::Century(_) => Point::Unknown("XXXX"),
        }
    }

    fn year(&self, year: Year) -> Option<i16> {
        match year {
            Year::Unsaid => None,
            Year::Given(y) => Some(y),
            Year::Shift(n) => Some(self.published?.year() + n as i16),
            Year::Mentioned(n) => Some(self.said_year()? + n as i16),
        }
    }

    fn said_year(&self) -> Option<i16> {
        let said = self.mentioned.and_then(Point::first).map(Date::year);
        said.or(self.published.map(Date::year))
    }

    fn day(&self, year: Year, month: i8, day: i8, weekday: Option<i8>) -> Option<Point> {
        if let Some(y) = self.year(year) {
            return Some(Point::Day(Date::new(y, month, day).ok()?));
        }
        let now = self.published?;
        let fits = |d: &Date| weekday.is_none_or(|w| d.weekday().to_monday_one_offset() == w);
        let years = || (now.year() - 5..=now.year() + 5).filter_map(|y| Date::new(y, month, day).ok());
        // The nearest, unless the clause lies on the other side by more than a few weeks.
        let cost = |d: &Date| {
            let days = days_between(now, *d);
            let against = match self.direction {
                Direction::Past => days > 0,
                Direction::Future => days < 0,
                Direction::Near | Direction::Unknown => false,
            };
            i64::from(days.abs()) * 2 + if against { 400 } else { i64::from(days > 0) }
        };
        let best = years().filter(fits).min_by_key(cost).or_else(|| years().min_by_key(cost))?;
        Some(Point::Day(best))
    }

    fn nearest_month(&self, month: i8) -> Option<i16> {
        let now = self.published?;
        let y = now.year();
        Some(match self.direction {
            // "decided to admit them in *March*", said in February: a past that is eleven months away is marked.
            Direction::Past if month - now.month() > 1 => y - 1,
            // A month just over is meant even beside a verb that looks ahead.
            Direction::Future if month < now.month() && now.month() - month > 2 => y + 1,
            Direction::Near | Direction::Unknown if month - now.month() > 3 => y - 1,
            Direction::Near | Direction::Unknown if now.month() - month > 7 => y + 1,
            _ => y,
        })
    }

    fn quarter(&self, year: Year, quarter: Option<i8>) -> Option<Point> {
        let now = self.published?;
        let this = (now.month() + 2) / 3;
        // "the quarter", "the latest quarter", "a year ago": the one spoken of, else the last that is over.
        let last = if this == 1 { (now.year() - 1, 4) } else { (now.year(), this - 1) };
        match (quarter, year) {
            (None, Year::Mentioned(n)) => Some(match self.quarter {
                Some((y, q)) => Point::Quarter(y + n as i16, q),
                None => Point::Year(now.year() + n as i16),
            }),
            (None, Year::Given(y)) => Some(match self.quarter {
                Some((_, q)) => Point::Quarter(y, q),
                None => Point::Year(y),
            }),
            (None, _) => {
                let (y, q) = self.quarter.unwrap_or(last);
                Some(Point::Quarter(if let Year::Shift(n) = year { now.year() + n as i16 } else { y }, q))
            }
            (Some(q), Year::Mentioned(n)) => {
                let y = self.quarter.map_or(last.0, |(y, _)| y);
                Some(Point::Quarter(y + n as i16, q))
            }
            (Some(q), year) => {
                // The quarter just over and the one that runs are meant whatever the tense.
                let y = self.year(year).unwrap_or(match self.direction {
                    _ if q == this => now.year(),
                    _ if q == last.1 => last.0,
                    Direction::Future if q < this => now.year() + 1,
                    Direction::Past | Direction::Near | Direction::Unknown if q > this => now.year() - 1,
                    _ => now.year(),
                });
                Some(Point::Quarter(y, q))
            }
        }
    }

    fn shift(&self, n: i32, unit: Unit, from: From) -> Option<Point> {
        let base = match from {
            From::Document => self.published?,
            From::Mentioned => self.mentioned.and_then(Point::first).or(self.published)?,
        };
        let d = plus(base, n, unit)?;
        Some(match unit {
            Unit::Week | Unit::Fortnight => {
                let w = d.iso_week_date();
                Point::Week(w.year(), w.week())
            }
            Unit::Weekend => {
                let w = d.iso_week_date();
                Point::Weekend(w.year(), w.week())
            }
            Unit::Month => Point::Month(d.year(), d.month()),
            Unit::Quarter => Point::Quarter(d.year(), (d.month() + 2) / 3),
            Unit::Year => Point::Year(d.year()),
            Unit::Decade if n == 0 => Point::Decade(d.year() / 10),
            Unit::Century if n == 0 => Point::Century(d.year() / 100),
            Unit::Decade | Unit::Century | Unit::Millennium => Point::Year(d.year()),
            _ => Point::Day(d),
        })
    }

    fn holiday(&self, rule: &str, year: Year, shift: Option<i8>) -> Option<Point> {
        if let Some(y) = self.year(year) {
            return Some(Point::Day(holiday(rule, y)?));
        }
        let now = self.published?;
        let near = (now.year() - 1..=now.year() + 1).filter_map(|y| holiday(rule, y));
        let fits = |d: &Date| match shift {
            Some(-1) => *d < now,
            Some(1) => *d > now,
            Some(_) => d.year() == now.year(),
            None => true,
        };
        near.filter(fits)
            .min_by_key(|d| {
                let days = days_between(now, *d);
                let against = matches!(
                    (self.direction, days > 0),
                    (Direction::Past, true) | (Direction::Future, false)
                );
                days.abs() + if against { 60 } else { 0 }
            })
            .map(Point::Day)
    }
}

/// The `nth` (-1: last) weekday, day, week or weekend of a month.
fn within(year: i16, month: i8, nth: i8, weekday: Option<i8>, unit: Unit) -> Option<Point> {
    let first = Date::new(year, month, 1).ok()?;
    let of = |day: i8| {
        let day = Weekday::from_monday_one_offset(day).ok()?;
        first.nth_weekday_of_month(nth, day).ok()
    };
    if let Some(day) = weekday {
        return Some(Point::Day(of(day)?));
    }
    let day = match nth {
        -1 => first.last_of_month(),
        _ if unit == Unit::Day => plus(first, i32::from(nth) - 1, Unit::Day)?,
        _ => plus(first, i32::from(nth) - 1, Unit::Week)?,
    };
    let week = |d: Date| (d.iso_week_date().year(), d.iso_week_date().week());
    Some(match unit {
        Unit::Week => Point::Week(week(day).0, week(day).1),
        Unit::Weekend => Point::Weekend(week(of(6)?).0, week(of(6)?).1),
        _ => Point::Day(day),
    })
}

/// Days from `a` to `b`.
pub(super) fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(0, |s| s.get_days())
}

/// Years to add for "last", "this" or "next" of a month or season that now is before, in or after.
fn shifted(now_to_it: std::cmp::Ordering, shift: i8) -> i16 {
    match shift {
        -1 if now_to_it.is_gt() => 0,
        -1 => -1,
        1 if now_to_it.is_lt() => 0,
        1 => 1,
        _ => 0,
    }
}

fn season_month(season: &str) -> i8 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

/// The day of a holiday, by the lexicon's rule.
fn holiday(rule: &str, year: i16) -> Option<Date> {
    if let Some(days) = rule.strip_prefix("easter") {
        return plus(easter(year)?, days.parse().ok()?, Unit::Day);
    }
    if !rule.contains('/')
        && let Some((month, day)) = rule.split_once('-')
    {
        return Date::new(year, month.parse().ok()?, day.parse().ok()?).ok();
    }
    // "11/1/1+1": the day after the first Monday.
    let (rule, more) = rule.split_once('+').unwrap_or((rule, "0"));
    let mut parts = rule.split('/');
    let month = parts.next()?.parse().ok()?;
    let nth = parts.next()?.parse().ok()?;
    let weekday = Weekday::from_monday_one_offset(parts.next()?.parse().ok()?).ok()?;
    plus(
        Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?,
        more.parse().ok()?,
        Unit::Day,
    )
}

/// Western Easter Sunday (the anonymous Gregorian algorithm).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}
