//! The grammar of years, decades and centuries.

use super::grammar::{Grammar, PREPOSITIONS};
use super::meaning::When;
use super::token::Token;

impl Grammar<'_, '_> {
    /// "the 1990s", "the '80s", "the nineties".
    pub(super) fn decade(&self, i: usize) -> Option<(When, usize)> {
        let j = if self.is(i, "the") { i + 1 } else { i };
        if let Some(tens) = self.word(j).decade {
            // "in *his late twenties*" is an age.
            let age = self.is_any(i.wrapping_sub(2), &["his", "her", "their", "its", "my", "your", "our"]);
            let the = j > i || self.is_any(i.wrapping_sub(1), &["late", "early", "mid"]) && !age;
            return the.then_some((When::Decade(190 + (tens / 10) as i16), j + 1));
        }
        let apostrophe = self.is(j, "'");
        let j = if apostrophe { j + 1 } else { j };
        let t = self.get(j)?;
        let mut end = j + 1;
        if self.is(end, "'") && self.get(end).is_some_and(|t| t.joined) {
            end += 1;
        }
        if !self.get(end).is_some_and(|t| t.joined && t.is("s")) {
            return None;
        }
        let n = t.number.filter(|n| n % 10 == 0)?;
        match (t.digits(), apostrophe) {
            (4, _) if (1000..2100).contains(&n) => Some((When::Decade((n / 10) as i16), end + 1)),
            (2, _) if apostrophe || j > i => Some((When::Decade((190 + n / 10) as i16), end + 1)),
            _ => None,
        }
    }

    /// "the 11th century", "the twentieth century".
    pub(super) fn century(&self, i: usize) -> Option<(When, usize)> {
        let j = if self.is(i, "the") { i + 1 } else { i };
        let (n, end) = self.day_number(j)?;
        let ordinal = end == j + 2 && self.number(j).is_some() || self.word(j).ordinal.is_some();
        let end = if self.get(end).is_some_and(Token::is_dash) { end + 1 } else { end };
        let when = When::Century(i16::from(n) - 1);
        if ordinal && self.is_any(end, &["and", "to", "or"]) && self.century(end + 1).is_some() {
            // "the *17th* and 18th centuries".
            return Some((when, end));
        }
        (ordinal && self.is_any(end, &["century", "centuries"])).then_some((when, end + 1))
    }

    /// "1997", "fiscal 1989", "nineteen ninety-one", "the year two thousand".
    pub(super) fn year(&self, i: usize) -> Option<(When, usize)> {
        if self.is(i, "the") {
            let year = self.is(i + 1, "year").then(|| self.year(i + 2)).flatten()?;
            return Some(year);
        }
        if self.is(i, "fiscal") {
            let j = if self.is(i + 1, "year") { i + 2 } else { i + 1 };
            return self.year(j);
        }
        // "FY2013", "FY 2013".
        if self.is(i, "fy") {
            let n = self
                .number(i + 1)
                .filter(|&n| self.tokens[i + 1].digits() == 4 && (1900..2100).contains(&n))?;
            return Some((When::Year(n as i16), i + 2));
        }
        if self.word(i).number.is_some() {
            return self.spelled_year(i);
        }
        let t = self.get(i)?;
        let n = t.number.filter(|_| t.digits() == 4)?;
        let prefix = i.checked_sub(1).and_then(|k| self.get(k));
        let money = prefix.is_some_and(|p| p.is_any(&["$", "£", "€", "#", "no"]));
        let decimal =
            prefix.is_some_and(|p| t.joined && (p.is(",") || p.is(".") || p.is(":") || p.alphabetic()));
        let glued = self.get(i + 1).is_some_and(|p| {
            p.joined && (p.alphabetic() || p.is("/") || ((p.is(":") || p.is_dash()) && !self.year_range(i)))
        });
        // "Resolution 1973", "Flight 1990".
        let numbered = prefix.is_some_and(|p| p.word.is_some_and(|w| w.numbered));
        if money || decimal || glued || numbered || self.counts(i + 1) || self.word(i + 1).unit.is_some() {
            return None;
        }
        let known = (1900..2100).contains(&n) || ((1000..1900).contains(&n) && self.before_year(i));
        let plain = self.before_year(i) || !self.plural_noun(i + 1);
        (known && plain).then_some((When::Year(n as i16), i + 1))
    }

    /// "in *'69*", "since *’84*".
    pub(super) fn short_year(&self, i: usize) -> Option<(When, usize)> {
        let t = self.get(i + 1).filter(|t| t.joined && t.digits() == 2 && self.is(i, "'"))?;
        let asked = i > 0
            && !self.get(i).is_some_and(|t| t.joined)
            && self.is_any(
                i - 1,
                &["in", "of", "since", "until", "till", "from", "by", "before", "after", "to"],
            );
        let glued = self.get(i + 2).is_some_and(|t| t.joined && (t.alphabetic() || t.is("'")));
        // The century is that of the last sixty years or so; a document of another age says the whole year.
        let n = t.number.filter(|&n| asked && !glued && n >= 30)?;
        Some((When::Year(1900 + n as i16), i + 2))
    }

    /// "nineteen ninety-one", "two thousand" after a word that asks for a year.
    pub(super) fn spelled_year(&self, i: usize) -> Option<(When, usize)> {
        let century = self.word(i).number?;
        if century == 2 && self.word(i + 1).multiplier == Some(1000) {
            return self.before_year(i).then_some((When::Year(2000), i + 2));
        }
        if !(18..=20).contains(&century) || self.get(i + 1).is_some_and(Token::is_dash) {
            return None;
        }
        let (n, end) = self.number_words(i + 1)?;
        (10..100).contains(&n).then_some((When::Year((century * 100 + n) as i16), end))
    }

    /// "1989-90", "2014-2016": the hyphen joins two years.
    fn year_range(&self, i: usize) -> bool {
        self.get(i + 2).is_some_and(|t| t.number.is_some() && matches!(t.digits(), 2 | 4))
    }

    fn before_year(&self, i: usize) -> bool {
        i > 0
            && (self.is_any(i - 1, PREPOSITIONS)
                || self.is_any(i - 1, &["year", "fiscal", "(", "the", "'", "the"])
                || self.get(i - 1).is_some_and(Token::is_dash))
    }

    fn plural_noun(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| {
            t.alphabetic()
                && !t.capital()
                && t.form.len() > 3
                && t.form.ends_with('s')
                && !t.form.ends_with("ss")
        })
    }
}
