//! Words of temporal expressions: weekdays, months, units, numbers, holidays, and words that tell tense.

use std::collections::HashMap;

/// A unit of calendar or clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A phrase that is a temporal expression, or part of one, as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// A TIMEX3 token: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    Reference(&'static str),
    /// A recurring time, by its TIMEX3 value.
    Set(&'static str),
    /// A holiday: `MM-DD`, `easter+N`, or `month/nth/weekday`.
    Holiday(&'static str),
    /// A length of time, by its TIMEX3 value ("weeklong").
    Duration(&'static str),
    /// A length of time after "for" ("for *some time*"), by its TIMEX3 value.
    Stretch(&'static str),
    /// A day known by its date: year, month, day; and whether the last word is no part of it ("the *Sept. 11* attacks").
    Named(i16, i8, i8, bool),
    /// Words that make a number inexact ("more than").
    Approximate,
}

/// A phrase: the words after its first one, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words after the first; punctuation is a word of its own.
    pub rest: Vec<&'static str>,
    /// What it is.
    pub kind: PhraseKind,
}

/// What one word can mean in a temporal expression.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimexWord {
    /// 1 for Monday to 7 for Sunday.
    pub weekday: Option<i8>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// Whether the weekday or month is written short ("Sept").
    pub abbreviated: bool,
    /// Unit of time.
    pub unit: Option<Unit>,
    /// Whether the unit, weekday or part of the day is in the plural.
    pub plural: bool,
    /// "seven".
    pub number: Option<u32>,
    /// "hundred".
    pub multiplier: Option<u32>,
    /// "third".
    pub ordinal: Option<u32>,
    /// "several".
    pub vague: bool,
    /// Tens of a decade: 80 for "eighties".
    pub decade: Option<u32>,
    /// SP, SU, FA, WI.
    pub season: Option<&'static str>,
    /// MO, AF, EV, NI, DT.
    pub part: Option<&'static str>,
    /// "12:00" for "noon".
    pub clock: Option<&'static str>,
    /// -1 for "last", 0 for "this", 1 for "next".
    pub shift: Option<i8>,
    /// "GMT".
    pub zone: bool,
    /// "about".
    pub approximate: bool,
    /// A word whose clause lies in the future.
    pub future: bool,
    /// A word whose clause lies in the past.
    pub past: bool,
    /// A plain past of reporting: the time right after it is the time of saying ("said on *Monday*").
    pub reports: bool,
    /// A lemma whose participle or adjective looks ahead ("*scheduled* for Monday").
    pub ahead: bool,
    /// A lemma of which even the plain past looks ahead ("*planned* a rally on Saturday").
    pub plans: bool,
    /// A noun for what is fixed beforehand ("Tuesday's *summit*").
    pub arranged: bool,
    /// A noun that a number counts rather than dates ("2000 *people*").
    pub counted: bool,
    /// A noun that a number names rather than dates ("*Resolution* 1973").
    pub numbered: bool,
    /// A lemma that puts something off or leaves time for it ("*gave* them until Monday").
    pub defers: bool,
    /// A lemma whose present tells what is yet to be ("*resumes* Friday").
    pub timetable: bool,
    /// A lemma of asking or promising that looks ahead, but not by a day of its own ("*asked* on Monday").
    pub asks: bool,
    /// A lemma whose infinitive is of its own time ("*tried* to leave on Monday").
    pub carries: bool,
    /// A noun whose age is how long it has lasted ("a two-year-old *conflict*").
    pub lasting: bool,
    /// A word right before a day on which something is yet to begin ("*effective* June 1").
    pub onset: bool,
    /// Whether an expression may begin with it; words that only tell the side of their clause begin none.
    pub begins: bool,
    /// Phrases that begin with this word, longest first.
    pub phrases: Vec<Phrase>,
}

/// The words of temporal expressions, ready for look-up.
#[derive(Clone, Debug, Default)]
pub struct TimexLexicon {
    words: HashMap<&'static str, TimexWord>,
    longest: usize,
}

impl TimexLexicon {
    /// The lexicon of the program (`data/timex.tsv`).
    pub fn load() -> Self {
        let mut lexicon = TimexLexicon::default();
        for line in include_str!("../data/timex.tsv").lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split('\t');
            if let (Some(word), Some(class), Some(value)) = (fields.next(), fields.next(), fields.next()) {
                lexicon.add(word, class, value);
            }
        }
        for word in lexicon.words.values_mut() {
            word.phrases.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        lexicon
    }

    /// What `lower`, a word in lower case, can mean; `None` for a word that has no part in such expressions.
    pub fn word(&self, lower: &str) -> Option<&TimexWord> {
        self.words.get(lower)
    }

    /// Bytes of the longest word.
    pub fn longest(&self) -> usize {
        self.longest
    }

    fn add(&mut self, phrase: &'static str, class: &str, value: &'static str) {
        let kind = match class {
            "reference" => Some(PhraseKind::Reference(value)),
            "set" => Some(PhraseKind::Set(value)),
            "holiday" => Some(PhraseKind::Holiday(value)),
            "duration" => Some(PhraseKind::Duration(value)),
            "stretch" => Some(PhraseKind::Stretch(value)),
            "named" => named(value, false),
            "named-before" => named(value, true),
            "approximate" if phrase.contains(' ') => Some(PhraseKind::Approximate),
            _ => None,
        };
        let mut parts = split(phrase);
        let first = parts.remove(0);
        self.longest = self.longest.max(first.len());
        let word = self.words.entry(first).or_default();
        word.begins |= !matches!(
            class,
            "future"
                | "past"
                | "reports"
                | "ahead"
                | "plans"
                | "arranged"
                | "counted"
                | "numbered"
                | "defers"
                | "lasting"
                | "onset"
                | "timetable"
                | "asks"
                | "carries"
        );
        if let Some(kind) = kind {
            word.phrases.push(Phrase { rest: parts, kind });
            return;
        }
        let number = || value.parse::<u32>().ok();
        match class {
            "weekday" => word.weekday = value.parse().ok(),
            "weekdays" => (word.weekday, word.plural) = (value.parse().ok(), true),
            "weekday-abbreviation" => (word.weekday, word.abbreviated) = (value.parse().ok(), true),
            "month" => word.month = value.parse().ok(),
            "month-abbreviation" => (word.month, word.abbreviated) = (value.parse().ok(), true),
            "unit" => word.unit = unit(value),
            "units" => (word.unit, word.plural) = (unit(value), true),
            "number" => word.number = number(),
            "multiplier" => word.multiplier = number(),
            "ordinal" => word.ordinal = number(),
            "vague" => word.vague = true,
            "decade" => word.decade = number(),
            "season" => word.season = Some(value),
            "part" => word.part = Some(value),
            "parts" => (word.part, word.plural) = (Some(value), true),
            "clock" => word.clock = Some(value),
            "shift" => word.shift = value.parse().ok(),
            "zone" => word.zone = true,
            "approximate" => word.approximate = true,
            "future" => word.future = true,
            "past" => word.past = true,
            "reports" => word.reports = true,
            "ahead" => word.ahead = true,
            "plans" => word.plans = true,
            "arranged" => word.arranged = true,
            "counted" => word.counted = true,
            "numbered" => word.numbered = true,
            "defers" => word.defers = true,
            "lasting" => word.lasting = true,
            "asks" => word.asks = true,
            "carries" => word.carries = true,
            "timetable" => word.timetable = true,
            "onset" => word.onset = true,
            _ => {}
        }
    }
}

/// A named day of its date in ISO form.
fn named(value: &str, before: bool) -> Option<PhraseKind> {
    let mut parts = value.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Some(PhraseKind::Named(year, month, day, before))
}

fn unit(code: &str) -> Option<Unit> {
    Some(match code {
        "S" => Unit::Second,
        "TM" => Unit::Minute,
        "H" => Unit::Hour,
        "D" => Unit::Day,
        "WE" => Unit::Weekend,
        "W" => Unit::Week,
        "F" => Unit::Fortnight,
        "M" => Unit::Month,
        "Q" => Unit::Quarter,
        "Y" => Unit::Year,
        "DE" => Unit::Decade,
        "CE" => Unit::Century,
        "ML" => Unit::Millennium,
        _ => return None,
    })
}

/// Runs of letters, runs of digits, and every other character that is not white space by itself.
fn split(phrase: &'static str) -> Vec<&'static str> {
    let kind = |c: char| (c.is_alphabetic(), c.is_ascii_digit());
    let mut parts: Vec<&'static str> = Vec::new();
    let mut start = 0;
    let mut run = None;
    for (at, c) in phrase.char_indices() {
        if run != Some(kind(c)) || kind(c) == (false, false) {
            parts.push(&phrase[start..at]);
            start = at;
        }
        run = Some(kind(c));
    }
    parts.push(&phrase[start..]);
    parts.retain(|p| !p.trim().is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_understood() {
        for line in include_str!("../data/timex.tsv").lines().filter(|l| !l.starts_with('#')) {
            let mut lexicon = TimexLexicon::default();
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), 3, "{line}");
            lexicon.add(fields[0], fields[1], fields[2]);
            assert_ne!(lexicon.words.values().next(), Some(&TimexWord::default()), "{line}");
        }
    }

    #[test]
    fn a_word_may_mean_several_things() {
        let lexicon = TimexLexicon::load();
        let second = lexicon.word("second").unwrap();
        assert_eq!((second.unit, second.ordinal), (Some(Unit::Second), Some(2)));
        assert_eq!(lexicon.word("new").unwrap().phrases[0].rest, ["year", "'", "s", "day"]);
        assert_eq!(lexicon.word("9").unwrap().phrases[0].rest, ["/", "11"]);
        assert!(lexicon.word("harbour").is_none());
    }
}
