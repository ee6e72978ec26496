//! Days: which days a TIMEX3 value covers, and how far two spans of days lie apart.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

/// First and last day, both counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl Days {
    /// The days that a TIMEX3 value (ISO-TimeML) covers: a day, a part of a day, a week or weekend, a month, a
    /// season, a quarter, a half, a year, a decade, a century, or a range `A/B`. `None` where the value does not say
    /// (`XXXX-WXX-1`, `PRESENT_REF`, `P3D`).
    pub fn of(value: &str) -> Option<Days> {
        if let Some((from, to)) = value.split_once('/') {
            let (first, last) = (Days::of(from)?.first, Days::of(to)?.last);
            return (first <= last).then_some(Days { first, last });
        }
        // The part of the day does not matter: 2022-01-09TNI.
        let value = value.split('T').next()?;
        let mut parts = value.split('-');
        let year = parts.next()?;
        let rest: Vec<&str> = parts.collect();
        if year.len() != 4 {
            return rest.is_empty().then(|| short(year)).flatten();
        }
        let year: i16 = number(year)?;
        match rest[..] {
            [] => span(year, 1, 12),
            [week] if week.starts_with('W') && week.len() == 3 => {
                let first = ISOWeekDate::new(year, number(&week[1..])?, Weekday::Monday).ok()?.date();
                Some(Days { first, last: first.checked_add(6.days()).ok()? })
            }
            [week, "WE"] => {
                let week: i8 = number(week.strip_prefix('W')?)?;
                let first = ISOWeekDate::new(year, week, Weekday::Saturday).ok()?.date();
                Some(Days { first, last: first.checked_add(1.day()).ok()? })
            }
            [week, day] if week.starts_with('W') => {
                let day = Weekday::from_monday_one_offset(number(day)?).ok()?;
                Some(one(ISOWeekDate::new(year, number(&week[1..])?, day).ok()?.date()))
            }
            [part] => match part {
                "Q1" => span(year, 1, 3),
                "Q2" => span(year, 4, 6),
                "Q3" => span(year, 7, 9),
                "Q4" => span(year, 10, 12),
                "H1" => span(year, 1, 6),
                "H2" => span(year, 7, 12),
                "SP" => span(year, 3, 5),
                "SU" => span(year, 6, 8),
                "FA" => span(year, 9, 11),
                // A winter ends in the year after the one that it is named by.
                "WI" => Some(Days {
                    first: span(year, 12, 12)?.first,
                    last: span(year.checked_add(1)?, 2, 2)?.last,
                }),
                _ => {
                    let month = number(part)?;
                    span(year, month, month)
                }
            },
            [month, day] => Some(one(Date::new(year, number(month)?, number(day)?).ok()?)),
            _ => None,
        }
    }

    /// One day, as an ISO date.
    pub fn day(value: &str) -> Option<Date> {
        let plain = value.len() == 10 && value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        plain.then(|| value.parse().ok()).flatten()
    }

    /// How many days it is long: 1 for a day.
    pub fn length(self) -> i64 {
        between(self.first, self.last) + 1
    }

    /// How many days lie between the two: 0 where they share a day, 1 where one ends on the day before the other.
    pub fn apart(self, other: Days) -> i64 {
        between(self.last, other.first).max(between(other.last, self.first)).max(0)
    }
}

/// Days from `a` to `b`; negative where `b` is earlier.
pub fn between(a: Date, b: Date) -> i64 {
    a.until(b).map_or(0, |s: Span| i64::from(s.get_days()))
}

fn one(day: Date) -> Days {
    Days { first: day, last: day }
}

fn span(year: i16, from: i8, to: i8) -> Option<Days> {
    let last = Date::new(year, to, 1).ok()?.last_of_month();
    Some(Days { first: Date::new(year, from, 1).ok()?, last })
}

/// A decade (199) or a century (19).
fn short(value: &str) -> Option<Days> {
    let (n, years): (i16, i16) = (number(value)?, if value.len() == 3 { 10 } else { 100 });
    let first = n.checked_mul(years)?;
    let last = first.checked_add(years - 1)?;
    (value.len() == 2 || value.len() == 3)
        .then(|| Some(Days { first: span(first, 1, 12)?.first, last: span(last, 1, 12)?.last }))
        .flatten()
}

/// A number of digits only ("XX" and "+1" are none).
fn number<T: std::str::FromStr>(digits: &str) -> Option<T> {
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(value: &str, days: &str) {
        let got = Days::of(value).map_or("unknown".to_owned(), |d| format!("{} {}", d.first, d.last));
        assert_eq!(got, days, "{value}");
    }

    #[test]
    fn values_cover_days() {
        check("2022-01-10", "2022-01-10 2022-01-10");
        check("2022-01-09TNI", "2022-01-09 2022-01-09");
        check("2022-01-09T14:30", "2022-01-09 2022-01-09");
        check("2022-W02", "2022-01-10 2022-01-16");
        check("2022-W02-WE", "2022-01-15 2022-01-16");
        check("2022-W02-5", "2022-01-14 2022-01-14");
        check("2024-02", "2024-02-01 2024-02-29");
        check("2022", "2022-01-01 2022-12-31");
        check("2022-Q3", "2022-07-01 2022-09-30");
        check("2022-H1", "2022-01-01 2022-06-30");
        check("2022-SU", "2022-06-01 2022-08-31");
        check("2022-WI", "2022-12-01 2023-02-28");
        check("199", "1990-01-01 1999-12-31");
        check("19", "1900-01-01 1999-12-31");
        check("2022-01-10/2022-01-12", "2022-01-10 2022-01-12");
        check("2022-01/2022-03", "2022-01-01 2022-03-31");
    }

    #[test]
    fn what_is_not_said_is_not_known() {
        let unsaid =
            ["XXXX-WXX-1", "XXXX-01-12", "PRESENT_REF", "P3D", "2022-13", "2022-02-30", "2022-W54", "", "T"];
        for value in unsaid.into_iter().chain(["2022-01-12/2022-01-10", "2022-01-XX", "20222"]) {
            check(value, "unknown");
        }
    }

    #[test]
    fn spans_lie_apart() {
        let apart = |a, b| Days::of(a).unwrap().apart(Days::of(b).unwrap());
        assert_eq!(apart("2022-01-10", "2022-01"), 0);
        assert_eq!(apart("2022-01-10", "2022-01-11"), 1);
        assert_eq!(apart("2022-02", "2022-01-10"), 22);
    }

    proptest! {
        #[test]
        fn no_value_panics(value in "[0-9XWTQHP/-]{0,14}") {
            if let Some(days) = Days::of(&value) {
                prop_assert!(days.first <= days.last && days.length() >= 1);
            }
        }
    }
}
