//! The lines of answers for a person.

use crate::view::lines::{Lines, Run};
use crate::view::page::{in_quotes, one_line};
use anstyle::{AnsiColor, Style};
use demarche_casefile::ask::{Change, Difference, Quote, Who};
use std::collections::BTreeMap;

/// As the terminal decides.
pub const PLAIN: Style = Style::new();
/// What the line is about.
pub const STRONG: Style = Style::new().bold();
/// Ids, documents, days.
pub const FAINT: Style = Style::new().dimmed();
/// The words of a text.
pub const QUOTE: Style = AnsiColor::Green.on_default();
/// Headings.
pub const HEADING: Style = AnsiColor::Cyan.on_default().bold();
/// Contradictions.
pub const WARNING: Style = AnsiColor::Yellow.on_default();
/// IF and THEN.
pub const WORD: Style = AnsiColor::Magenta.on_default();

/// A writer of rows.
pub struct Sheet {
    /// The lines so far.
    pub lines: Lines,
}

/// How many columns an id takes, with a blank after it.
pub const MARGIN: usize = 15;

impl Sheet {
    /// An empty sheet of so many columns.
    pub fn new(width: usize) -> Sheet {
        Sheet { lines: Lines::new(width) }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.lines.finish()
    }

    /// A heading on a line of its own.
    pub fn heading(&mut self, text: &str) {
        self.lines.paragraph((PLAIN, ""), &[(HEADING, text)]);
    }

    /// A heading after an empty line.
    pub fn section(&mut self, text: &str) {
        self.lines.blank();
        self.heading(text);
    }

    /// The first line of a row: its id, what it says.
    pub fn row(&mut self, id: &str, runs: &[Run]) {
        self.lines.paragraph((FAINT, &format!("{id:<MARGIN$}")), runs);
    }

    /// A line under a row.
    pub fn under(&mut self, runs: &[Run]) {
        self.lines.paragraph((PLAIN, &" ".repeat(MARGIN)), runs);
    }

    /// The words that prove a row, each with its document; the same words of several documents once.
    pub fn quotes(&mut self, quotes: &[Quote]) {
        let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut lines: Vec<(String, String, Vec<String>)> = Vec::new();
        for quote in quotes {
            let words = one_line(&quote.quote);
            let key = (quote.field.clone(), words.clone());
            match seen.get(&key) {
                Some(&n) => {
                    let source = source(quote);
                    if !lines[n].2.contains(&source) {
                        lines[n].2.push(source);
                    }
                }
                None => {
                    seen.insert(key, lines.len());
                    lines.push((quote.field.clone(), words, vec![source(quote)]));
                }
            }
        }
        for (field, words, sources) in lines {
            let word = match field.as_str() {
                "if" => "IF ".to_owned(),
                "then" => "THEN ".to_owned(),
                "what" => "WHAT ".to_owned(),
                f if f.starts_with("option") => "EITHER ".to_owned(),
                _ => String::new(),
            };
            let from = format!(" – {}", sources.join("; "));
            self.under(&[(WORD, &word), (QUOTE, &in_quotes(&words)), (FAINT, &from)]);
        }
    }

    /// What documents say differently, side by side.
    pub fn differences(&mut self, differences: &[Difference]) {
        for difference in differences {
            let says = |(value, documents): &(String, Vec<String>)| {
                format!(
                    "{} ({})",
                    one_line(value),
                    documents.iter().map(|d| one_line(d)).collect::<Vec<_>>().join(", ")
                )
            };
            let text = difference.says.iter().map(says).collect::<Vec<_>>().join(" / ");
            self.under(&[(WARNING, &difference.what), (PLAIN, ": "), (PLAIN, &text)]);
        }
    }

    /// What became of an item, each quote once.
    pub fn changes(&mut self, changes: &[Change]) {
        let quotes = once(&changes.iter().map(|c| &c.quotes[..]).collect::<Vec<_>>());
        for (change, quotes) in changes.iter().zip(quotes) {
            let day = change.day.as_deref().or(change.known.as_deref()).unwrap_or("no day");
            let sure =
                if change.sure < 0.995 { format!(" (certainty {:.2})", change.sure) } else { String::new() };
            let state = change.state.replace('_', " ");
            let why = format!(": {}", one_line(&change.why));
            self.under(&[(STRONG, day), (PLAIN, " "), (STRONG, &state), (PLAIN, &why), (FAINT, &sure)]);
            self.quotes(&quotes);
        }
    }

    /// That there are more rows than were shown.
    pub fn more(&mut self, shown: usize, total: usize, which: &str) {
        if total > shown {
            let text = format!("{} {which} not shown; --limit 0 shows all", total - shown);
            self.lines.paragraph((PLAIN, ""), &[(FAINT, &text)]);
        }
    }
}

/// The words of a quote and what they prove.
fn words(quote: &Quote) -> (&str, &str) {
    (&quote.field, &quote.quote)
}

/// Quotes of lines that have to do with one item, each left only to the line that names it earliest (a line names first
/// what made it), of equals to the first line. A line that would have none keeps its first: nothing is shown without the
/// words that prove it.
pub fn once(lines: &[&[Quote]]) -> Vec<Vec<Quote>> {
    let mut place: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for (line, quotes) in lines.iter().enumerate() {
        for (at, quote) in quotes.iter().enumerate() {
            let best = place.entry(words(quote)).or_insert((at, line));
            *best = (at, line).min(*best);
        }
    }
    let left = |(line, quotes): (usize, &&[Quote])| {
        let own = |q: &&Quote| place.get(&words(q)).is_some_and(|(_, l)| *l == line);
        let mut kept: Vec<Quote> = quotes.iter().filter(own).cloned().collect();
        if kept.is_empty() {
            kept.extend(quotes.first().cloned());
        }
        kept
    };
    lines.iter().enumerate().map(left).collect()
}

/// Those of the quotes whose words none of the lines has.
pub fn besides(quotes: &[Quote], changes: &[Change]) -> Vec<Quote> {
    let known = |q: &&Quote| !changes.iter().flat_map(|c| &c.quotes).any(|k| words(k) == words(q));
    quotes.iter().filter(known).cloned().collect()
}

/// Where a quote is from: outlet, day, document.
fn source(quote: &Quote) -> String {
    let outlet = quote.outlet.as_deref().map(|o| format!("{}, ", one_line(o))).unwrap_or_default();
    let day = quote.published.as_deref().map(|d| format!("{d}, ")).unwrap_or_default();
    format!("{outlet}{day}{}", one_line(&quote.document))
}

/// Names joined by commas; "?" for none.
pub fn names(who: &[Who]) -> String {
    match who.is_empty() {
        true => "?".to_owned(),
        false => who.iter().map(|w| one_line(&w.name)).collect::<Vec<_>>().join(", "),
    }
}

/// How many texts say it.
pub fn sources(n: usize) -> String {
    match n {
        1 => String::new(),
        n => format!(", {n} sources"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(words: &str, document: &str) -> Quote {
        let (document, quote) = (document.to_owned(), words.to_owned());
        let field = "mention".to_owned();
        Quote { document, outlet: None, published: None, field, spans: Vec::new(), quote }
    }

    #[test]
    fn each_quote_stands_once_where_it_belongs() {
        let (will, put_off, off) = (quote("will meet", "1"), quote("put off", "2"), quote("called off", "3"));
        let planned = [will.clone(), quote("will meet", "4"), put_off.clone(), off.clone()];
        let postponed = [put_off.clone(), will.clone(), off.clone()];
        let cancelled = [off.clone(), will.clone(), put_off.clone()];
        assert_eq!(
            once(&[&planned, &postponed, &cancelled]),
            [vec![will.clone(), quote("will meet", "4")], vec![put_off.clone()], vec![off.clone()]]
        );
        // Of equals the first line has it; what only repeats another keeps what proves it.
        let again = [put_off.clone(), off.clone()];
        assert_eq!(once(&[&postponed, &again])[1], [off]);
        assert_eq!(once(&[&again[..1], &again[..1], &[]]), [vec![put_off.clone()], vec![put_off], vec![]]);
    }
}
