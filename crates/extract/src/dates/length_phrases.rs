//! The grammar of lengths of time ("nearly two weeks") and of distances ("two weeks ago").

use super::grammar::{FILLERS, Grammar};
use super::meaning::{Amount, From, Meaning, When, Year};
use super::token::Token;
use demarche_lexicon::timex::{PhraseKind, TimexWord, Unit};

/// Words before "months of talks" that make it a length of time.
const AMID: &[&str] = &[
    "follows",
    "following",
    "followed",
    "follow",
    "despite",
    "amid",
    "through",
    "spent",
    "during",
    "took",
    "with",
    "from",
    "before",
    "ended",
    "ends",
    "ending",
    "caps",
    "capped",
    "and",
    "by",
    ",",
];

impl Grammar<'_, '_> {
    /// "the past two years", "nearly four weeks ago", "five-year", "a year earlier", "recent months".
    pub(super) fn length(&self, i: usize) -> Option<(Meaning, usize)> {
        let mut j = i;
        if self.is_any(j, &["the", "these", "those"]) {
            j += 1;
        }
        if self.is_any(j, &["recent", "coming", "future"])
            && self.word(j + 1).unit.is_some_and(|u| u >= Unit::Day)
        {
            let more = self.is_any(j + 2, &["and", "or"]) && self.word(j + 3).unit.is_some();
            let end = if more { j + 4 } else { j + 2 };
            // "recent months" are a stretch of time; "recent years" are the past.
            let unit = self.word(j + 1).unit.unwrap_or(Unit::Year);
            if self.is(j, "recent") && !more && unit < Unit::Year {
                return self.word(j + 1).plural.then_some((Meaning::Duration(Amount::Vague, unit), end));
            }
            return self.word(j + 1).plural.then(|| (self.indefinite(j), end));
        }
        if self.is(j, "year")
            && self.get(j + 1).is_some_and(Token::is_dash)
            && self.is_any(j + 2, &["ago", "earlier"])
        {
            return Some((Meaning::Date(When::Quarter { year: Year::Mentioned(-1), quarter: None }), j + 3));
        }
        let special = self.business_length(i).or_else(|| self.long(i)).or_else(|| self.bare_units(i));
        let special = special.or_else(|| self.quarter_century(i)).or_else(|| self.aged(i));
        if let Some(found) = special.or_else(|| self.units_before(i)) {
            return Some(found);
        }
        // "over the past year": the preposition stays outside.
        if j == i && self.word(i).approximate && self.is(i + 1, "the") {
            return None;
        }
        let mut k = self.approximate(j);
        // "the past", "the first", "at least the past".
        k = if self.is(k, "the") { k + 1 } else { k };
        let period = self.word(k).shift.is_some()
            || self.word(k).ordinal.is_some()
            || self.is_any(k, &["final", "latest"]);
        let shift = if period { self.word(k).shift } else { None };
        let ordinal = period && shift.is_none();
        if period {
            k += 1;
        }
        k = self.approximate(k);
        // "the past year".
        if let Some(unit) = self.word(k).unit.filter(|u| *u >= Unit::Hour)
            && period
            && !ordinal
        {
            let amount = if self.word(k).plural { Amount::Vague } else { Amount::whole(1) };
            let one = !self.word(k).plural;
            let stretch = self.is(k - 1, "past") || unit >= Unit::Decade || !one;
            return (stretch && shift != Some(0))
                .then(|| (Meaning::Duration(amount, unit), self.or_so(k + 1)));
        }
        let (amount, mut end) = self.amount(k)?;
        // "two to three weeks" is at least two.
        if self.is_any(end, &["to", "or"])
            && let Some((_, after)) = self.amount(end + 1).filter(|(more, _)| amount.number() < more.number())
            && self.word(after).plural
            && self.word(after).unit.is_some()
        {
            end = after;
        }
        let hyphen = self.get(end).is_some_and(Token::is_dash) && self.get(end + 1).is_some_and(|t| t.joined);
        end += usize::from(hyphen);
        while self.is_any(end, FILLERS) {
            end += 1;
        }
        let w = self.word(end);
        let unit = w.unit?;
        // "a second" may be an ordinal; "3 quarters" of something no time.
        if unit == Unit::Second && !w.plural && !self.number(k).is_some_and(|_| hyphen) {
            return None;
        }
        // "three quarters of the seats" is a share.
        let share = unit == Unit::Quarter
            && w.plural
            && (hyphen || self.is(end + 1, "of") && amount != Amount::Vague);
        if share || self.part_of_name(end, end + 1) {
            return None;
        }
        end += 1;
        // "35-year-old", "six years old", "two days' ..." stays a length.
        let after = if self.get(end).is_some_and(Token::is_dash) { end + 1 } else { end };
        if self.is_any(after, &["old", "olds"]) || self.is(after, "of") && self.is(after + 1, "age") {
            // "the two-year-old *conflict*" has lasted two years; a two-year-old has not.
            let noun = self.get(after + 1).is_some_and(|t| t.word.is_some_and(|w| w.lasting));
            let lasted = hyphen && after > end && noun && amount != Amount::Vague;
            return lasted.then_some((Meaning::Duration(amount, unit), after + 1));
        }
        let mut amount = amount;
        if self.is(end, "and") && self.is(end + 1, "a") && self.is(end + 2, "half") {
            amount = match amount {
                Amount::Halves(h) => Amount::Halves(h + 1),
                vague => vague,
            };
            end += 3;
        }
        // "a year", "one day" alone may be no length ("a day of prayer"); a distance decides.
        let end = self.or_so(end);
        if let Some(distance) = self.distance(amount, unit, end, k)
            && !hyphen
            && !(period && shift.is_some())
        {
            return Some(distance);
        }
        // "24 hours a day", "three days a week" are rates.
        if self.is_any(end, &["a", "per"]) && self.word(end + 1).unit.is_some_and(|u| u > unit) {
            return None;
        }
        // "will one day be a member".
        const MODALS: &[&str] = &["will", "would", "may", "might", "could", "can", "must"];
        let ends = self.get(end).is_none_or(|t| !t.alphabetic() && t.number.is_none());
        let reach = if ends { i.saturating_sub(6) } else { i.saturating_sub(1) };
        let counted =
            self.is_any(i.wrapping_sub(1), &["in", "for", "within", "of", "than", "over", "after", "to"]);
        if self.is(k, "one")
            && unit == Unit::Day
            && !w.plural
            && !hyphen
            && !counted
            && (reach..i).any(|m| self.is_any(m, MODALS))
        {
            return Some((Meaning::Reference("FUTURE_REF"), end));
        }
        if ordinal && !(self.is(i, "the") || self.is(j, "first") || self.is(j, "final")) {
            return None;
        }
        let article = self.is_any(k, &["a", "an"]) && amount == Amount::whole(1);
        if article && (unit == Unit::Quarter || !self.article_length(k, end, unit)) {
            return None;
        }
        Some((Meaning::Duration(amount, unit), end))
    }

    /// "the year ended June 30", "the year to February", "the fiscal year ending in March": the length of a year of business.
    fn business_length(&self, i: usize) -> Option<(Meaning, usize)> {
        let the = usize::from(self.is_any(i, &["the", "its", "their"]));
        let fiscal = usize::from(self.is_any(i + the, &["fiscal", "full"]));
        let year = i + the + fiscal;
        let fits = the + fiscal > 0
            && self.word(year).unit == Some(Unit::Year)
            && !self.word(year).plural
            && (self.is_any(year + 1, &["ended", "ending"])
                || self.is(year + 1, "to")
                    && self
                        .get(year + 2)
                        .is_some_and(|t| self.word(year + 2).month.is_some() && t.capital()));
        fits.then(|| (Meaning::Duration(Amount::whole(1), Unit::Year), year + 1))
    }

    /// "a quarter of a century", "quarter-century".
    fn quarter_century(&self, i: usize) -> Option<(Meaning, usize)> {
        let mut j = self.approximate(i);
        j += usize::from(self.is(j, "a"));
        let mut k = j + 1;
        k += usize::from(self.get(k).is_some_and(Token::is_dash));
        k += if self.is(k, "of") && self.is(k + 1, "a") { 2 } else { 0 };
        let fits = self.is(j, "quarter") && k > j && self.is(k, "century");
        fits.then(|| (Meaning::Duration(Amount::whole(25), Unit::Year), k + 1))
    }

    /// "just *hours* before the vote", "*weeks* after the coup".
    fn units_before(&self, i: usize) -> Option<(Meaning, usize)> {
        let w = self.word(i);
        let unit = w.unit.filter(|_| w.plural && !self.part_of_name(i, i + 1))?;
        let before = i.checked_sub(1).and_then(|k| self.get(k));
        let free = before.is_none_or(|t| {
            let counting = |w: &TimexWord| {
                w.number.is_some()
                    || w.vague
                    || w.ordinal.is_some()
                    || w.multiplier.is_some()
                    || w.shift.is_some()
            };
            let counts = t.number.is_some() || t.word.is_some_and(counting);
            !counts && !t.is_dash() && !t.is_any(&["of", "the", "no", "business", "trading", "or"])
        });
        let bounded = self.is_any(i + 1, &["after", "before", "since"]);
        (free && bounded).then_some((Meaning::Duration(Amount::Vague, unit), i + 1))
    }

    /// "a *decade-old* feud": the age of what lasts.
    fn aged(&self, i: usize) -> Option<(Meaning, usize)> {
        let w = self.word(i);
        let dashed = self.get(i + 1).is_some_and(Token::is_dash) && self.is(i + 2, "old");
        let unit = w.unit.filter(|_| dashed && !self.tokens[i].joined)?;
        let lasts = self.get(i + 3).is_some_and(|t| t.word.is_some_and(|w| w.lasting));
        let amount = if w.plural { Amount::Vague } else { Amount::whole(1) };
        lasts.then_some((Meaning::Duration(amount, unit), i + 3))
    }

    /// "week-long", "decades-long".
    fn long(&self, i: usize) -> Option<(Meaning, usize)> {
        let w = self.word(i);
        let unit =
            w.unit.filter(|_| self.get(i + 1).is_some_and(Token::is_dash) && self.is(i + 2, "long"))?;
        let amount = if w.plural { Amount::Vague } else { Amount::whole(1) };
        let counted = i > 1 && self.tokens[i].joined && self.amount(i - 2).is_some();
        (!counted).then_some((Meaning::Duration(amount, unit), i + 3))
    }

    /// "two weeks *ago*", "a year *earlier*", "three days *later*", "ten days *from now*".
    fn distance(&self, amount: Amount, unit: Unit, end: usize, start: usize) -> Option<(Meaning, usize)> {
        let (amount, unit) = match (amount, unit) {
            (Amount::Halves(1), Unit::Century) => (Amount::whole(50), Unit::Year),
            (Amount::Halves(1), Unit::Decade) => (Amount::whole(5), Unit::Year),
            (Amount::Halves(1), Unit::Year) => (Amount::whole(6), Unit::Month),
            other => other,
        };
        let n = amount.number().unwrap_or(0) as i32;
        let shift = |n: i32, from: From, end: usize| {
            if amount == Amount::Vague && self.is_any(end - 1, &["later", "afterward", "afterwards"]) {
                // "*A few days* later" lies ahead of nothing that is known.
                return Some((Meaning::Duration(amount, unit), end - 1));
            }
            if amount == Amount::Vague {
                let past = self.is_any(end - 1, &["ago", "earlier", "previously"]);
                let value = if past { "PAST_REF" } else { "FUTURE_REF" };
                return Some((Meaning::Reference(value), end));
            }
            if unit == Unit::Year && n == -1 && from == From::Mentioned {
                return Some((
                    Meaning::Date(When::Quarter { year: Year::Mentioned(-1), quarter: None }),
                    end,
                ));
            }
            Some((Meaning::Date(When::Shift { n, unit, from }), end))
        };
        if unit < Unit::Day && self.is_any(end, &["ago", "earlier", "later"]) {
            return Some((Meaning::Duration(amount, unit), end + 1));
        }
        if self.is(end, "ago") {
            // "a year ago" compares with the period spoken of, as "a year earlier" does.
            let compares = unit == Unit::Year && n == 1 && self.is_any(start, &["a", "one"]);
            return shift(-n, if compares { From::Mentioned } else { From::Document }, end + 1);
        }
        let prior = self.is(end, "prior") && !self.is(end + 1, "to");
        if prior || self.is_any(end, &["earlier", "previously"]) {
            return shift(-n, From::Mentioned, end + 1);
        }
        if self.is_any(end, &["later", "afterward", "afterwards"]) {
            return shift(n, From::Mentioned, end + 1);
        }
        if self.is(end, "from") && self.is_any(end + 1, &["now", "today"]) {
            return shift(n, From::Document, end + 2);
        }
        None
    }

    /// "for weeks", "within days", "weeks or months", "the weeks ahead": units that nobody counts.
    fn bare_units(&self, i: usize) -> Option<(Meaning, usize)> {
        let the = self.is(i, "the");
        let j = if the { i + 1 } else { i };
        let j = if the && self.is_any(j, &["early", "first", "last", "final", "recent"]) { j + 1 } else { j };
        let w = self.word(j);
        let unit = w.unit.filter(|_| w.plural && !self.part_of_name(j, j + 1))?;
        if !the && self.is(j + 1, "ago") {
            return Some((Meaning::Reference("PAST_REF"), j + 2));
        }
        // "*Days later*, he fled", "*hours earlier*".
        if !the && self.is_any(j + 1, &["later", "earlier"]) {
            let meaning = match (unit < Unit::Day, self.is(j + 1, "later")) {
                (true, _) => Meaning::Duration(Amount::Vague, unit),
                (false, true) => Meaning::Reference("FUTURE_REF"),
                (false, false) => Meaning::Reference("PAST_REF"),
            };
            return Some((meaning, j + 2));
        }
        let before = i.checked_sub(1).and_then(|k| self.get(k));
        let counted = before.is_some_and(|t| t.is_any(&["for", "within", "in", "over", "after"]));
        // "months of talks", "despite years of war".
        let amid = self.tokens[i].opens || before.is_some_and(|t| t.is_any(AMID));
        if !the && self.is(j + 1, "of") && unit >= Unit::Hour && (counted || amid) {
            return Some((Meaning::Duration(Amount::Vague, unit), j + 1));
        }
        let bounded = the
            && (self.is_any(j + 1, &["ahead", "before", "after", "since", "leading"])
                || self.is(j + 1, "that") && self.is_any(j + 2, &["followed", "follow"]));
        if self.is(j + 1, "of") {
            return None;
        }
        if !(counted && (!the || j > i + 1 || before.is_some_and(|t| t.is("over"))) || bounded) {
            return None;
        }
        let mut end = j + 1;
        if self.is_any(end, &["or", "and"]) && self.word(end + 1).unit.is_some() {
            end += 2;
        }
        if self.is(end, "ahead") {
            end += 1;
        }
        Some((Meaning::Duration(Amount::Vague, unit), end))
    }

    /// "a year", "an hour": whether the article and unit are a length of time and not "24 hours *a day*".
    fn article_length(&self, start: usize, end: usize, unit: Unit) -> bool {
        let before = start.checked_sub(1).and_then(|k| self.get(k));
        const AFTER: &[&str] = &[
            "for", "within", "in", "over", "after", "than", "least", "about", "nearly", "almost", "under",
            "of", "lasted", "lasts", "last", "takes", "took", "take", "spent", "spend", "half", "up",
            "around", "just", "only", "quite", "every", "to", "be", "barely", "as",
        ];
        const BEFORE: &[&str] = &["after", "before", "until", "since"];
        let counted = before.is_some_and(|t| t.is_any(AFTER));
        let bounded = self.is_any(end, BEFORE);
        let of = self.is(end, "of") && !before.is_some_and(|t| t.is("within"));
        (counted || bounded) && unit != Unit::Second && !of
    }

    fn or_so(&self, end: usize) -> usize {
        if self.is(end, "or") && self.is_any(end + 1, &["so", "more", "two", "less"]) { end + 2 } else { end }
    }

    /// Past "about", "more than", "at least".
    fn approximate(&self, i: usize) -> usize {
        let mut i = i;
        for _ in 0..2 {
            let w = self.word(i);
            let phrase = w.phrases.iter().find(|p| {
                p.kind == PhraseKind::Approximate
                    && p.rest.iter().enumerate().all(|(k, r)| self.is(i + 1 + k, r))
            });
            match phrase {
                Some(p) => i += 1 + p.rest.len(),
                None if w.approximate && !w.vague => i += 1,
                None => break,
            }
        }
        i
    }

    /// A number: "14", "2 1/2", "twenty-four", "several", "a couple of", "a", "half a", "one-and-a-half".
    pub(super) fn amount(&self, i: usize) -> Option<(Amount, usize)> {
        if self.is(i, "half")
            && self.get(i + 1).is_some_and(Token::is_dash)
            && self.word(i + 2).unit.is_some_and(|u| u != Unit::Day)
        {
            return Some((Amount::Halves(1), i + 2));
        }
        // "a half hour".
        if self.is(i, "a") && self.is(i + 1, "half") {
            let k = if self.get(i + 2).is_some_and(Token::is_dash) { i + 3 } else { i + 2 };
            if self.word(k).unit.is_some_and(|u| u != Unit::Day) {
                return Some((Amount::Halves(1), k));
            }
        }
        if self.is(i, "half") && self.is_any(i + 1, &["a", "an"]) {
            return Some((Amount::Halves(1), i + 2));
        }
        if self.is_any(i, &["a", "an"]) {
            if self.is_any(i + 1, &["few", "handful"]) {
                let end = if self.is(i + 1, "handful") { i + 3 } else { i + 2 };
                return Some((Amount::Vague, end));
            }
            if self.is(i + 1, "couple") {
                return Some((Amount::whole(2), if self.is(i + 2, "of") { i + 3 } else { i + 2 }));
            }
            if let Some(times) = self.word(i + 1).multiplier {
                return Some((Amount::whole(times), i + 2));
            }
            return Some((Amount::whole(1), i + 1));
        }
        if self.is(i, "couple") && (self.is(i + 1, "of") || self.word(i + 1).plural) {
            return Some((Amount::whole(2), if self.is(i + 1, "of") { i + 2 } else { i + 1 }));
        }
        let w = self.word(i);
        if w.vague {
            // "hundreds of years", "several hundred years".
            let of = self.is(i + 1, "of") && self.word(i + 2).plural;
            let times = self.word(i + 1).multiplier.is_some();
            return Some((Amount::Vague, if of || times { i + 2 } else { i + 1 }));
        }
        let (n, mut end) = match self.number(i) {
            Some(n) if self.grouped(i) => (n.saturating_mul(1000) + self.number(i + 2)?, i + 3),
            Some(n) => (n, i + 1),
            None => self.number_words(i)?,
        };
        let mut halves = n.saturating_mul(2);
        if self.number(end) == Some(1) && self.is(end + 1, "/") && self.number(end + 2) == Some(2) {
            (halves, end) = (halves + 1, end + 3);
        } else if self.is(end, "½") {
            (halves, end) = (halves + 1, end + 1);
        } else if self.is(end, ".")
            && self.number(end + 1) == Some(5)
            && self.get(end + 1).is_some_and(|t| t.joined)
        {
            (halves, end) = (halves + 1, end + 2);
        } else {
            let dash = |k: usize| if self.get(k).is_some_and(Token::is_dash) { k + 1 } else { k };
            let and = dash(end);
            if self.is(and, "and") && self.is(dash(and + 1), "a") && self.is(dash(dash(and + 1) + 1), "half")
            {
                (halves, end) = (halves + 1, dash(dash(and + 1) + 1) + 1);
            }
        }
        Some((Amount::Halves(halves), end))
    }

    /// "12,000": digits, a comma, three digits, without gaps.
    fn grouped(&self, i: usize) -> bool {
        self.is(i + 1, ",")
            && self.get(i + 1).is_some_and(|t| t.joined)
            && self.get(i + 2).is_some_and(|t| t.joined && t.digits() == 3)
    }

    /// "twenty-four", "two hundred", "one thousand".
    pub(super) fn number_words(&self, i: usize) -> Option<(u32, usize)> {
        let mut n = self.word(i).number?;
        let mut end = i + 1;
        if n >= 20 && n % 10 == 0 {
            let j = if self.get(end).is_some_and(|t| t.is_dash() && t.joined) { end + 1 } else { end };
            if let Some(unit) = self.word(j).number.filter(|&u| u < 10) {
                (n, end) = (n + unit, j + 1);
            }
        }
        if let Some(times) = self.word(end).multiplier {
            (n, end) = (n.saturating_mul(times), end + 1);
        }
        Some((n, end))
    }

    /// "recent years", "coming months".
    fn indefinite(&self, i: usize) -> Meaning {
        Meaning::Reference(if self.is(i, "recent") { "PAST_REF" } else { "FUTURE_REF" })
    }
}
