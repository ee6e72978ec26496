//! Ids and days as numbers: of a large case tens of thousands are put in order before a few are read in full.

use crate::error::{Error, Result};
use rusqlite::types::ValueRef;
use std::fmt;

/// The id of an item (see [`crate::ids`]): its letter and thirteen hex digits. In the order of the ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id(u64);

/// How many bits the digits take.
const DIGITS: u32 = 52;

impl Id {
    /// From its text.
    pub fn of(text: &str) -> Result<Id> {
        let parse = || {
            let digits =
                text.get(1..).filter(|d| d.len() == 13 && d.bytes().all(|b| b.is_ascii_hexdigit()))?;
            let number = u64::from_str_radix(digits, 16).ok()?;
            Some(Id(u64::from(*text.as_bytes().first()?) << DIGITS | number))
        };
        parse().ok_or_else(|| Error::damaged(format!("\"{text}\" is no id")))
    }

    /// From a column.
    pub fn read(value: ValueRef) -> Result<Id> {
        Id::of(value.as_str().map_err(|e| Error::damaged(format!("an id is no text: {e}")))?)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = char::from((self.0 >> DIGITS) as u8);
        write!(f, "{letter}{:013x}", self.0 & ((1 << DIGITS) - 1))
    }
}

/// A day, or none: that comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day(i32);

impl Day {
    /// No day.
    pub const NONE: Day = Day(i32::MAX);

    /// Of a date.
    pub fn on(date: jiff::civil::Date) -> Day {
        Day((i32::from(date.year()) * 16 + i32::from(date.month())) * 32 + i32::from(date.day()))
    }

    /// From an ISO date; what is none is no day.
    pub fn of(text: &str) -> Day {
        // As nearly all are: four digits, two and two.
        if let [y @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes()
            && let [y1, y2, y3, y4] = y
            && let Some([y1, y2, y3, y4, m1, m2, d1, d2]) = digits([*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2])
        {
            let (month, day) = (m1 * 10 + m2, d1 * 10 + d2);
            if (1..=12).contains(&month) && (1..=28).contains(&day) {
                return Day(((y1 * 1000 + y2 * 100 + y3 * 10 + y4) * 16 + month) * 32 + day);
            }
        }
        text.parse().map_or(Day::NONE, Day::on)
    }

    /// From a column.
    pub fn read(value: ValueRef) -> Day {
        value.as_str_or_null().ok().flatten().map_or(Day::NONE, Day::of)
    }

    /// As an ISO date.
    pub fn text(self) -> Option<String> {
        let (months, day) = (self.0.div_euclid(32), self.0.rem_euclid(32));
        let (year, month) = (months.div_euclid(16), months.rem_euclid(16));
        let date =
            jiff::civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
        date.ok().map(|d| d.to_string())
    }
}

/// The values of digits; `None` where one is none.
fn digits(bytes: [u8; 8]) -> Option<[i32; 8]> {
    bytes.iter().all(u8::is_ascii_digit).then(|| bytes.map(|b| i32::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_itself_again() {
        for id in ["e0123456789abc", "c0000000000000", "mfffffffffffff"] {
            assert_eq!(Id::of(id).unwrap().to_string(), id);
        }
        assert!(Id::of("c0000000000001").unwrap() < Id::of("e0000000000000").unwrap());
        for wrong in ["", "e", "e0123", "e0123456789abg", "e0123456789abcd", "é0123456789abc"] {
            assert!(Id::of(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn days_stand_in_order_and_none_is_last() {
        let days = ["-000044-03-15", "0009-12-31", "1999-12-31", "2000-01-01", "2000-02-29", "9999-12-31"];
        for (a, b) in days.iter().zip(&days[1..]) {
            assert!(Day::of(a) < Day::of(b), "{a} {b}");
        }
        for day in days {
            assert_eq!(Day::of(day).text().as_deref(), Some(day));
            assert!(Day::of(day) < Day::NONE);
        }
        for wrong in ["soon", "2025-02-30", "2025-13-01", "2025-1-01", "2025-00-10", "202a-01-01", ""] {
            assert_eq!(Day::of(wrong), Day::NONE, "{wrong}");
        }
        assert_eq!(Day::NONE.text(), None);
    }
}
