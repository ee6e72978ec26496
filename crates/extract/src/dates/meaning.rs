//! What a temporal expression means before it is set against a calendar.

use demarche_lexicon::timex::Unit;

/// The meaning of an expression, free of any anchor.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// `PRESENT_REF` and the like.
    Reference(&'static str),
    /// A length of time.
    Duration(Amount, Unit),
    /// A length of time, by its value.
    Length(&'static str),
    /// A recurring time, by its value.
    Set(String),
    /// A date.
    Date(When),
    /// A part of a day or an hour of a day; `None` where the day is not said beside it.
    Time(Option<When>, Moment),
}

/// How many units; halves are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// "several".
    Vague,
    /// Twice the number, so that halves stay whole.
    Halves(u32),
}

impl Amount {
    /// A whole number.
    pub fn whole(n: u32) -> Amount {
        Amount::Halves(n.saturating_mul(2))
    }

    /// The number without its half; `None` for a vague one.
    pub fn number(self) -> Option<u32> {
        match self {
            Amount::Vague => None,
            Amount::Halves(h) => Some(h / 2),
        }
    }
}

/// The year that goes with a month, a quarter or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not said.
    Unsaid,
    /// "1997".
    Given(i16),
    /// "last year" is -1.
    Shift(i32),
    /// "a year earlier": before the one spoken of.
    Mentioned(i32),
}

/// From where a distance in time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The day of the document.
    Document,
    /// The time last spoken of.
    Mentioned,
}

/// A date.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum When {
    /// "12 January 2022"; the weekday where it is said too.
    Day { year: Year, month: i8, day: i8, weekday: Option<i8> },
    /// "the first week of May", "the third Monday in January"; `nth` is -1 for the last. Without a weekday the unit
    /// counts: its `nth` day, week or weekend.
    Within { year: Year, month: i8, nth: i8, weekday: Option<i8>, unit: Unit },
    /// "the week of March 6".
    WeekOf { year: Year, month: i8, day: i8 },
    /// "May 1997", "last May".
    Month { year: Year, month: i8, shift: Option<i8> },
    /// "last winter".
    Season { year: Year, season: &'static str, shift: Option<i8> },
    /// "the third quarter"; none for "the quarter".
    Quarter { year: Year, quarter: Option<i8> },
    /// "the first half of 1989".
    Half { year: Year, half: i8 },
    /// "1997".
    Year(i16),
    /// "the 1990s" is 199.
    Decade(i16),
    /// "the 11th century" is 10.
    Century(i16),
    /// "Friday", "last Friday".
    Weekday { day: i8, shift: Option<i8> },
    /// "the weekend", "next weekend".
    Weekend { shift: Option<i8> },
    /// "two weeks ago", "this year", "the following day".
    Shift { n: i32, unit: Unit, from: From },
    /// "Christmas 1989", "last Easter", by the lexicon's rule.
    Holiday { rule: &'static str, year: Year, shift: Option<i8> },
    /// "the day before Christmas": so many days from another day.
    Beside { n: i32, of: Box<When> },
}

/// A time within a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// MO, AF, EV, NI, DT.
    Part(&'static str),
    /// Hour and, where said, minute.
    Clock(u8, Option<u8>),
}

/// An expression found in the tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// What it means.
    pub meaning: Meaning,
    /// Name of the rule, for `--explain`.
    pub rule: &'static str,
}
