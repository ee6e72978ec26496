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
        Id::parse(text.as_bytes())
    }

    /// From a column.
    pub fn read(value: ValueRef) -> Result<Id> {
        match value {
            ValueRef::Text(bytes) => Id::parse(bytes),
            other => Err(Error::damaged(format!("an id is no text: {:?}", other.data_type()))),
        }
    }

    fn parse(bytes: &[u8]) -> Result<Id> {
        let damaged = || Error::damaged(format!("\"{}\" is no id", String::from_utf8_lossy(bytes)));
        let [letter, digits @ ..] = bytes else { return Err(damaged()) };
        let digits: [u8; 13] = digits.try_into().map_err(|_| damaged())?;
        // What is no digit sets a bit that no digit has.
        let (number, all) = digits.iter().fold((0, 0), |(number, all), digit| {
            let value = HEX[usize::from(*digit)];
            (number << 4 | u64::from(value & 15), all | value)
        });
        match letter.is_ascii() && all < 16 {
            true => Ok(Id(u64::from(*letter) << DIGITS | number)),
            false => Err(damaged()),
        }
    }
}

/// The value of each byte as a hex digit; 16 for what is none.
const HEX: [u8; 256] = {
    let mut values = [16; 256];
    let mut digit = 0;
    while digit < 16 {
        let bytes = [b"0123456789abcdef"[digit], b"0123456789ABCDEF"[digit]];
        values[bytes[0] as usize] = digit as u8;
        values[bytes[1] as usize] = digit as u8;
        digit += 1;
    }
    values
};

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
        Day::parse(text.as_bytes())
    }

    fn parse(bytes: &[u8]) -> Day {
        // As nearly all are: four digits, two and two.
        if let [y @ .., b'-', m1, m2, b'-', d1, d2] = bytes
            && let [y1, y2, y3, y4] = y
            && let Some([y1, y2, y3, y4, m1, m2, d1, d2]) = digits([*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2])
        {
            let (month, day) = (m1 * 10 + m2, d1 * 10 + d2);
            if (1..=12).contains(&month) && (1..=28).contains(&day) {
                return Day(((y1 * 1000 + y2 * 100 + y3 * 10 + y4) * 16 + month) * 32 + day);
            }
        }
        std::str::from_utf8(bytes).ok().and_then(|text| text.parse().ok()).map_or(Day::NONE, Day::on)
    }

    /// From a column.
    pub fn read(value: ValueRef) -> Day {
        match value {
            ValueRef::Text(bytes) => Day::parse(bytes),
            _ => Day::NONE,
        }
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
