//! Words: where they begin and end, in the style of UD English (EWT and GUM).
//!
//! A stretch of text is cut at gaps into chunks. A chunk that is an address ("https://...", "desk@wire.example") is
//! one word. Any other chunk is read from left to right: letters and figures with what joins them ("U.S.",
//! "1,000.5", "O'Brien", "anti-ship") make a word, which is then cut where UD cuts ("do|n't", "so|-|called",
//! "10|km", "can|not"); every other character is a word of its own, but a run of one mark ("...", "--") is one.

use demarche_base::ByteSpan;

use crate::Word;
use crate::chars::*;
use crate::lists::{self, Abbreviation};

/// Appends the words of `text[span]` to `out`, in order.
pub(crate) fn words(text: &str, span: ByteSpan, out: &mut Vec<Word>) {
    let chars = chars(text, span.start as usize, span.end as usize);
    let mut reader = Reader { text, chars: &chars, end: span.end, out };
    let mut at = 0;
    while at < chars.len() {
        if is_gap(chars[at].c) {
            at += 1;
            continue;
        }
        let mut stop = at;
        while stop < chars.len() && !is_gap(chars[stop].c) {
            stop += 1;
        }
        reader.chunk(at, stop);
        at = stop;
    }
}

struct Reader<'a> {
    text: &'a str,
    chars: &'a [Char],
    end: u32,
    out: &'a mut Vec<Word>,
}

impl<'a> Reader<'a> {
    /// The character at index `i`, or a gap past the end.
    fn c(&self, i: usize) -> char {
        self.chars.get(i).map_or(' ', |c| c.c)
    }

    /// The character before index `i`, or a gap at the beginning.
    fn before(&self, i: usize) -> char {
        if i == 0 { ' ' } else { self.chars[i - 1].c }
    }

    fn byte(&self, i: usize) -> usize {
        self.chars.get(i).map_or(self.end, |c| c.at) as usize
    }

    fn str(&self, from: usize, to: usize) -> &'a str {
        &self.text[self.byte(from)..self.byte(to)]
    }

    fn push(&mut self, from: usize, to: usize) {
        if from < to {
            let span = ByteSpan::new(self.byte(from), self.byte(to));
            self.out.push(Word { span, space_after: is_gap(self.c(to)) });
        }
    }

    /// The first character after the gap that begins at `i`.
    fn beyond_gap(&self, i: usize) -> char {
        self.chars[i.min(self.chars.len())..].iter().map(|c| c.c).find(|&c| !is_gap(c)).unwrap_or(' ')
    }

    fn chunk(&mut self, from: usize, to: usize) {
        match self.address(from, to) {
            Some((a, b)) => {
                self.scan(from, a);
                self.push(a, b);
                self.scan(b, to);
            }
            None => self.scan(from, to),
        }
    }

    /// The network or mail address that a chunk holds between its brackets and punctuation.
    fn address(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let mut a = from;
        let mut b = to;
        while a < b && !self.c(a).is_alphanumeric() && !matches!(self.c(a), '/' | '@' | '.') {
            a += 1;
        }
        while a < b && !self.c(b - 1).is_alphanumeric() && self.c(b - 1) != '/' {
            b -= 1;
        }
        let text = self.str(a, b);
        if text.len() < 5 {
            return None;
        }
        let scheme =
            text.find("://").is_some_and(|i| i > 1 && text[..i].bytes().all(|b| b.is_ascii_alphabetic()));
        let www = text.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("www."));
        let doi = text.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("doi:"));
        let mail = text.find('@').is_some_and(|i| {
            let (name, host) = (&text[..i], &text[i + 1..]);
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(&b))
                && host.contains('.')
                && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b))
        });
        (scheme || www || doi || mail).then_some((a, b))
    }

    fn scan(&mut self, from: usize, to: usize) {
        let mut i = from;
        while i < to {
            let c = self.c(i);
            if is_wordish(c) && c != '_' || c == '.' && self.decimal(i) {
                i = self.word(i, to);
            } else {
                i = self.mark(i, to);
            }
        }
    }

    /// ".5": a point before a figure, where no figure or letter stands before it.
    fn decimal(&self, i: usize) -> bool {
        self.c(i + 1).is_ascii_digit()
            && (is_gap(self.before(i)) || matches!(self.before(i), '$' | '£' | '€' | '('))
    }

    /// Reads the mark (no letter or figure) at `i`, returns where the next one is.
    fn mark(&mut self, i: usize, to: usize) -> usize {
        let c = self.c(i);
        let stop = match c {
            '.' | '-' | '–' | '—' | '*' | '=' | '~' | '_' | '+' | '|' => self.run(i, to, |d| d == c),
            '!' | '?' => self.run(i, to, |d| d == '!' || d == '?'),
            '`' if self.c(i + 1) == '`' && i + 1 < to => i + 2,
            '<' | '>' if self.c(i + 1) == c && i + 1 < to => i + 2,
            '[' if self.str(i, to).starts_with("[...]") => i + 5,
            '[' if self.str(i, to).starts_with("[…]") => i + 3,
            ':' | ';' => self.smiley(i, to),
            '@' | '#' => self.handle(i, to),
            _ if is_apostrophe(c) => self.leading_apostrophe(i, to),
            _ => i + 1,
        };
        self.push(i, stop);
        stop
    }

    fn run(&self, i: usize, to: usize, same: impl Fn(char) -> bool) -> usize {
        (i..to).find(|&j| !same(self.c(j))).unwrap_or(to)
    }

    /// ":-)" and its kin, if nothing but marks follows them in the chunk.
    fn smiley(&self, i: usize, to: usize) -> usize {
        let mut j = i + 1;
        if matches!(self.c(j), '-' | '\'' | 'o') {
            j += 1;
        }
        let mouth = matches!(self.c(j), ')' | '(' | 'D' | 'P' | 'p' | '/' | '|' | ']' | '[');
        let last = j + 1 >= to || !self.c(j + 1).is_alphanumeric();
        let free = !is_wordish(self.before(i));
        if j < to && mouth && last && free { j + 1 } else { i + 1 }
    }

    /// "@handle", "#topic"; "#1" is two words.
    fn handle(&self, i: usize, to: usize) -> usize {
        if is_wordish(self.before(i)) || !self.c(i + 1).is_alphabetic() || i + 1 >= to {
            return i + 1;
        }
        let stop = self.run(i + 1, to, |d| d.is_alphanumeric() || d == '_');
        if self.c(i) == '#' && stop - i < 4 { i + 1 } else { stop }
    }

    /// "''", "'em", "'60s", "'s" after a mark; else the apostrophe alone.
    fn leading_apostrophe(&self, i: usize, to: usize) -> usize {
        let c = self.c(i);
        if i + 1 < to && self.c(i + 1) == c {
            return i + 2;
        }
        let stop = self.run(i + 1, to, is_wordish);
        let rest = lists::lower(self.str(i + 1, stop));
        let after = self.c(stop);
        let elision = match rest.as_str() {
            "em" | "tis" | "twas" | "til" | "cause" => true,
            "s" | "re" | "ve" | "ll" | "d" | "m" => !is_gap(self.before(i)) || is_gap(after),
            r => {
                let figures = r.strip_suffix('s').unwrap_or(r);
                let free = !is_wordish(self.before(i));
                free && figures.len() == 2 && figures.bytes().all(|b| b.is_ascii_digit())
            }
        };
        if elision && stop <= to && !is_apostrophe(after) { stop } else { i + 1 }
    }

    /// Reads the word that begins at `i`; returns where the next one begins.
    fn word(&mut self, i: usize, to: usize) -> usize {
        if let Some(stop) = self.acronym(i, to) {
            self.push(i, stop);
            return stop;
        }
        if let Some(stop) = self.telephone(i, to) {
            self.push(i, stop);
            return stop;
        }
        let mut part = i;
        let mut j = i;
        if self.c(i) == '.' {
            j += 1;
        }
        loop {
            j = self.run(j, to, is_wordish);
            if j >= to {
                break;
            }
            let c = self.c(j);
            let left = self.before(j);
            let next = if j + 1 < to { self.c(j + 1) } else { ' ' };
            let figures = left.is_ascii_digit() && next.is_ascii_digit();
            let joins = match c {
                '.' if figures => self.is_number(part),
                '.' => {
                    if let Some(stop) = self.full_stop(part, j, to) {
                        self.finish(part, stop);
                        return stop;
                    }
                    next.is_alphanumeric() && self.is_name(part, j, to)
                }
                ',' | ':' => figures && self.is_number(part),
                '/' => (figures && self.is_date(part, j, to)) || self.is_whole(part, to),
                '&' => {
                    left.is_uppercase() && next.is_uppercase()
                        || left.is_ascii_lowercase() && j - part == 1 && next.is_ascii_lowercase()
                }
                // "Rossi@Treasury" in the head of a letter.
                '@' => left.is_alphabetic() && next.is_alphabetic(),
                '*' => left.is_alphabetic() && (next.is_alphabetic() || next == '*'),
                // "US$" is a word; the mark alone is one too.
                '$' => {
                    let country = self.str(part, j);
                    if j - part <= 3 && country.bytes().all(|b| b.is_ascii_uppercase()) {
                        self.push(part, j + 1);
                        return j + 1;
                    }
                    false
                }
                _ if is_hyphen(c) && next.is_alphanumeric() => {
                    if !self.is_prefix(part, j, to) {
                        self.finish(part, j);
                        self.push(j, j + 1);
                        return j + 1;
                    }
                    true
                }
                _ if is_apostrophe(c) => match self.apostrophe(part, j, to) {
                    Joint::Inside => true,
                    Joint::Cut(at, stop) => {
                        self.finish(part, at);
                        self.push(at, stop);
                        return stop;
                    }
                    Joint::Outside => false,
                },
                _ => false,
            };
            if !joins {
                break;
            }
            j += 1;
        }
        if part == j {
            j += 1;
        }
        // A number and the unit that is written to it.
        if self.c(part).is_ascii_digit() {
            let figures = self.run(part, j, |c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
            let unit = self.str(figures, j);
            if figures < j && unit != "G" && lists::UNITS.contains(lists::lower(unit).as_str()) {
                self.push(part, figures);
                part = figures;
            }
        }
        self.finish(part, j);
        j
    }

    /// Pushes one word, cut in two where it is a contraction.
    fn finish(&mut self, from: usize, to: usize) {
        let word = lists::lower(self.str(from, to));
        match lists::CONTRACTIONS.get(word.as_str()) {
            Some(&n) if word.len() == to - from => {
                self.push(from, from + n);
                self.push(from + n, to);
            }
            _ => self.push(from, to),
        }
    }

    /// "U.S.", "a.m.", "P.J.", "U.S": single letters, each with its stop.
    fn acronym(&self, i: usize, to: usize) -> Option<usize> {
        if let Some(stop) = self.whole(i, to) {
            return Some(stop);
        }
        let mut j = i;
        let mut letters = 0;
        while j + 1 < to && self.c(j).is_alphabetic() && self.c(j + 1) == '.' {
            letters += 1;
            j += 2;
        }
        if letters == 0 {
            return None;
        }
        let tail = j < to && self.c(j).is_alphabetic() && (j + 1 >= to || !is_wordish(self.c(j + 1)));
        if letters >= 2 {
            // "U.S.A" without its last stop.
            return Some(if tail && self.c(j).is_uppercase() { j + 1 } else { j });
        }
        // One letter and a stop: "U.S" and "p.m" without the last stop, or an initial.
        if tail && (self.c(j).is_uppercase() == self.c(i).is_uppercase()) && !matches!(self.c(j), 'I') {
            return Some(j + 1);
        }
        // "J.-P."
        let double = is_hyphen(self.c(j)) && self.c(j + 1).is_uppercase() && self.c(j + 2) == '.';
        if double && j + 2 < to && self.c(i).is_uppercase() {
            return Some(j + 3);
        }
        let letter = self.c(i);
        let next = if j < to { self.c(j) } else { self.beyond_gap(j) };
        if letter.is_uppercase() && letter != 'I' && next.is_uppercase() {
            let word_end = self.run_from_gap(j);
            if !lists::STARTERS.contains(lists::lower(word_end).as_str()) {
                return Some(j);
            }
        }
        if matches!(letter, 'c' | 'p') && next.is_ascii_digit() && j >= to {
            return Some(j);
        }
        None
    }

    /// The word after the gap that begins at `i`.
    fn run_from_gap(&self, i: usize) -> &'a str {
        let mut a = i;
        while a < self.chars.len() && is_gap(self.c(a)) {
            a += 1;
        }
        let b = self.run(a, self.chars.len().min(a + 40), is_wordish);
        self.str(a, b)
    }

    /// A form of the list of wholes at `i`.
    fn whole(&self, i: usize, to: usize) -> Option<usize> {
        let limit = to.min(i + 12);
        let plain = self.run(i, limit, is_wordish);
        if plain >= limit || !matches!(self.c(plain), '.' | '/') && !is_apostrophe(self.c(plain)) {
            return None;
        }
        let mut stop = limit;
        while stop > plain {
            if stop == to || !is_wordish(self.c(stop)) {
                let form = lists::lower(self.str(i, stop)).replace('’', "'");
                if lists::WHOLES.contains(form.as_str()) {
                    return Some(stop);
                }
            }
            stop -= 1;
        }
        None
    }

    fn is_whole(&self, part: usize, to: usize) -> bool {
        self.whole(part, to).is_some()
    }

    /// "713-555-0199", "555-0199", "2001-05-12", "11-20-2000", "+44".
    fn telephone(&self, i: usize, to: usize) -> Option<usize> {
        let stop = self.run(i, to.min(i + 24), |c| c.is_ascii_digit() || c == '-' || c == '/');
        let text = self.str(i, stop);
        if !text.contains('-') || stop < to && is_wordish(self.c(stop)) {
            return None;
        }
        let text = text.trim_end_matches(['-', '/']);
        let groups: Vec<&str> = text.split(['-', '/']).collect();
        let sizes: Vec<usize> = groups.iter().map(|g| g.len()).collect();
        let fits = matches!(
            sizes.as_slice(),
            [3, 3, 4]
                | [3, 4]
                | [1, 3, 3, 4]
                | [5, 4]
                | [4, 2, 2]
                | [2, 2, 4]
                | [1, 2, 4]
                | [2, 1, 4]
                | [1, 1, 4]
                | [2, 2, 2]
        );
        fits.then_some(i + text.len())
    }

    /// The end of a word that keeps the full stop at `j`: "Gov.", "Jan.", "No." before a figure.
    fn full_stop(&self, part: usize, j: usize, to: usize) -> Option<usize> {
        let next = if j + 1 < to { self.c(j + 1) } else { ' ' };
        if is_wordish(next) || next == '.' {
            // "Gov.Smith": a missing space.
            let title = matches!(lists::abbreviation(self.str(part, j)), Some(Abbreviation::Title));
            return (title && next.is_uppercase()).then_some(j + 1);
        }
        let class = lists::abbreviation(self.str(part, j))?;
        let beyond = self.beyond_gap(j + 1);
        let keeps = match class {
            Abbreviation::Number => beyond.is_ascii_digit(),
            // "Waltham, Mass." but "He attended Mass."
            Abbreviation::Place => {
                self.chars[..part].iter().rev().map(|c| c.c).find(|&c| !is_gap(c)) == Some(',')
            }
            _ => true,
        };
        keeps.then_some(j + 1)
    }

    /// Whether the word that begins at `part` is a number.
    fn is_number(&self, part: usize) -> bool {
        self.c(part).is_ascii_digit() || self.c(part) == '.'
    }

    /// "9/11", "12/5/2001": figures of a day and a month; "1/2" and "20/20" are three words.
    fn is_date(&self, part: usize, j: usize, to: usize) -> bool {
        let text = self.str(part, self.run(part, to.min(part + 12), |c| c.is_ascii_digit() || c == '/'));
        let mut groups = text.split('/');
        let (Some(a), Some(b)) = (groups.next(), groups.next()) else { return false };
        if groups.next().is_some() {
            return true;
        }
        let (Ok(a), Ok(b)) = (a.parse::<u32>(), b.parse::<u32>()) else { return false };
        let fraction = a < b && (2..=5).contains(&b) && a < 5;
        !fraction && (1..=12).contains(&a) && (1..=31).contains(&b) && j > part
    }

    /// "wire.example.com", "report.doc": letters around the stop and a known ending.
    fn is_name(&self, part: usize, j: usize, to: usize) -> bool {
        let stop = self.run(j + 1, to.min(j + 40), |c| is_wordish(c) || c == '.');
        let name = self.str(j + 1, stop);
        let last = name.trim_end_matches('.').rsplit('.').next().unwrap_or("");
        let left = self.str(part, j);
        if lists::SUFFIXES.contains(lists::lower(last).as_str()) {
            // "ended.In Paris" has a capital of its own: no ending of a name is written so.
            return last.bytes().all(|b| b.is_ascii_lowercase())
                || last.bytes().all(|b| b.is_ascii_uppercase());
        }
        // "3.5bn" is read as a number; "v2.0", "A.1".
        left.chars().last().is_some_and(|c| c.is_ascii_digit())
            != name.starts_with(|c: char| c.is_ascii_digit())
            && left.len() <= 3
    }

    /// Whether the part before the hyphen at `j` stays with what follows.
    fn is_prefix(&self, part: usize, j: usize, to: usize) -> bool {
        let word = self.str(part, j);
        if word.len() > 8 || !word.is_ascii() {
            return false;
        }
        let shape = word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        if !shape || !lists::PREFIXES.contains(word.to_ascii_lowercase().as_str()) {
            return false;
        }
        // "over-the-counter" is a phrase, "non-life-threatening" a word and a phrase.
        let rest = self.run(j + 1, to.min(j + 40), is_wordish);
        !matches!(word, "over" | "under" | "Over" | "Under") || !is_hyphen(self.c(rest))
    }

    /// What the apostrophe at `j` does to the word `part..j`.
    fn apostrophe(&self, part: usize, j: usize, to: usize) -> Joint {
        let after = j + 1;
        let stop = self.run(after, to, is_wordish);
        if stop == after {
            return Joint::Outside;
        }
        let tail = self.str(after, stop);
        let left = self.before(j);
        match lists::lower(tail).as_str() {
            "s" if left.is_ascii_digit() && self.is_decade(part, j) => Joint::Inside,
            "s" | "re" | "ve" | "ll" | "d" | "m" => Joint::Cut(j, stop),
            "t" if matches!(left, 'n' | 'N') && j - part > 1 => Joint::Cut(j - 1, stop),
            _ if self.c(j) == '`' => Joint::Outside,
            _ if left.is_alphabetic() && self.c(after).is_alphabetic() => Joint::Inside,
            _ => Joint::Outside,
        }
    }

    /// "60's", "1990's".
    fn is_decade(&self, part: usize, j: usize) -> bool {
        let figures = self.str(part, j);
        matches!(figures.len(), 2 | 4)
            && figures.bytes().all(|b| b.is_ascii_digit())
            && figures.ends_with('0')
    }
}

/// What an apostrophe does.
enum Joint {
    /// It stands inside the word.
    Inside,
    /// It belongs to the clitic from the first index to the second.
    Cut(usize, usize),
    /// The word ends before it.
    Outside,
}
