//! Quotation marks: which open, which close, which are apostrophes, and which have no partner.
//!
//! Each paragraph is paired on its own with a stack. A curly or angled mark says by its form which way it faces, a
//! straight one by what stands beside it; where the two disagree with the marks still open, the mark is taken for
//! what the pairing needs, and said. A quotation that runs over paragraphs is opened again by each of them and closed
//! only by the last.

use demarche_base::{ByteSpan, Notice, NoticeKind, WordRange};

use crate::chars::*;
use crate::lists;
use crate::{Quote, Word};

/// Which way a quotation mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Open,
    Close,
}

/// The roles of the quotation marks of a text, by the byte at which each begins.
#[derive(Default)]
pub(crate) struct Roles(Vec<(u32, Role)>);

impl Roles {
    /// The role of the mark that begins at `byte`; `None` for anything else, apostrophes too.
    pub fn at(&self, byte: u32) -> Option<Role> {
        self.0.binary_search_by_key(&byte, |r| r.0).ok().map(|i| self.0[i].1)
    }
}

/// More marks than this are not open at once in any text; the bound keeps the pairing linear.
const DEEPEST: usize = 8;

/// Words of a sentence that are searched for the report of a quotation that is never closed.
const LONGEST: usize = 120;

/// A pair that was found, or half of one.
struct Found {
    open: Option<ByteSpan>,
    close: Option<ByteSpan>,
    /// The paragraph.
    home: ByteSpan,
    /// Where a half pair must end at the latest, or may begin at the earliest.
    limit: u32,
    continues: bool,
}

/// What the pairing of a text gives; [`finish`] makes the quotations of it once sentences are known.
#[derive(Default)]
pub(crate) struct Pairing {
    pub roles: Roles,
    found: Vec<Found>,
    notices: Vec<Notice>,
    /// Bytes of marks that were taken as opening and turned out to be apostrophes.
    apostrophes: Vec<u32>,
}

/// A quotation mark and what can be said of it alone.
#[derive(Clone, Copy)]
struct Mark {
    /// Index of its character in the paragraph.
    i: usize,
    /// Characters it takes: 2 for "``" and "''".
    width: usize,
    c: char,
    single: bool,
    facing: Facing,
    /// What stands beside it.
    context: Facing,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Facing {
    Open,
    Close,
    Either,
}

/// Pairs the quotation marks of the paragraphs of `text`.
pub(crate) fn pair(text: &str, paragraphs: &[ByteSpan]) -> Pairing {
    let mut pairing = Pairing::default();
    let mut carried: Option<Carried> = None;
    for (n, &home) in paragraphs.iter().enumerate() {
        let chars = chars(text, home.start as usize, home.end as usize);
        let next = paragraphs.get(n + 1).map(|p| first_char(text, *p));
        let mut reader =
            Reader { chars: &chars, home, pairing: &mut pairing, stack: Vec::new(), last_end: home.start };
        carried = reader.paragraph(carried, next);
    }
    pairing.roles.0.sort_unstable_by_key(|r| r.0);
    pairing.roles.0.dedup_by_key(|r| r.0);
    pairing.apostrophes.sort_unstable();
    let apostrophes = &pairing.apostrophes;
    pairing.roles.0.retain(|r| apostrophes.binary_search(&r.0).is_err());
    pairing
}

/// A quotation that the paragraph before left open.
struct Carried {
    c: char,
    /// Its notice, if it was not clear that it goes on.
    notice: Option<usize>,
}

fn first_char(text: &str, span: ByteSpan) -> char {
    let text = span.of(text);
    crate::mojibake::meant(text).map(|m| m.0).or_else(|| text.chars().next()).unwrap_or(' ')
}

struct Reader<'a> {
    chars: &'a [Char],
    home: ByteSpan,
    pairing: &'a mut Pairing,
    /// Open marks: index into the marks and whether it goes on from the paragraph before.
    stack: Vec<(Mark, bool)>,
    /// Where the last outer pair ended.
    last_end: u32,
}

impl Reader<'_> {
    fn c(&self, i: usize) -> char {
        self.chars.get(i).map_or(' ', |c| c.c)
    }

    fn before(&self, i: usize) -> char {
        if i == 0 { ' ' } else { self.chars[i - 1].c }
    }

    fn span(&self, m: &Mark) -> ByteSpan {
        let end = self.chars.get(m.i + m.width).map_or(self.home.end, |c| c.at);
        ByteSpan::new(self.chars[m.i].at as usize, end as usize)
    }

    fn role(&mut self, m: &Mark, role: Role) {
        let at = self.chars[m.i].at;
        self.pairing.roles.0.push((at, role));
    }

    fn notice(&mut self, m: &Mark, message: &str) -> usize {
        let span = self.span(m);
        self.pairing.notices.push(Notice::at(NoticeKind::UnbalancedQuote, span, message));
        self.pairing.notices.len() - 1
    }

    fn paragraph(&mut self, carried: Option<Carried>, next: Option<char>) -> Option<Carried> {
        let marks = self.marks();
        let ahead = Ahead::new(&marks);
        let mut carried = carried;
        for (n, m) in marks.iter().enumerate() {
            if self.stack.len() >= DEEPEST {
                self.abandon(self.chars[m.i].at);
            }
            let continues = m.i == 0 && carried.as_ref().is_some_and(|c| c.c == m.c);
            if continues {
                carried = None;
            }
            if m.single {
                self.single(n, m, &ahead, continues);
            } else {
                self.double(n, m, &marks, &ahead, continues, &mut carried);
            }
        }
        self.leave(next)
    }

    /// The marks of the paragraph that may be quotation marks.
    fn marks(&self) -> Vec<Mark> {
        let reversed = self.chars.iter().find(|c| matches!(c.c, '«' | '»')).is_some_and(|c| c.c == '»');
        let reversed_single =
            self.chars.iter().find(|c| matches!(c.c, '‹' | '›')).is_some_and(|c| c.c == '›');
        let mut out: Vec<Mark> = Vec::new();
        let mut i = 0;
        while i < self.chars.len() {
            let c = self.c(i);
            let doubled =
                matches!(c, '`' | '\'' | '‘' | '’' | '´') && self.c(i + 1) == c && self.c(i + 2) != c;
            let width = if doubled { 2 } else { 1 };
            if !is_double_quote(c) && !is_single_quote(c) && !doubled {
                i += 1;
                continue;
            }
            let (before, after) = (self.before(i), self.c(i + width));
            let context = context(before, after);
            let single = is_single_quote(c) && !doubled;
            let facing = match c {
                '„' | '‟' | '‚' | '‛' | '〝' | '「' | '『' | '`' | '“' | '‘' => Facing::Open,
                '”' | '〞' | '」' | '』' | '’' | '´' => Facing::Close,
                '«' => {
                    if reversed {
                        Facing::Close
                    } else {
                        Facing::Open
                    }
                }
                '»' => {
                    if reversed {
                        Facing::Open
                    } else {
                        Facing::Close
                    }
                }
                '‹' => {
                    if reversed_single {
                        Facing::Close
                    } else {
                        Facing::Open
                    }
                }
                '›' => {
                    if reversed_single {
                        Facing::Open
                    } else {
                        Facing::Close
                    }
                }
                _ => context,
            };
            let mark = Mark { i, width, c, single, facing, context };
            if single && self.is_apostrophe(&mark) || c == '"' && self.is_inch(i) {
                i += width;
                continue;
            }
            out.push(mark);
            i += width;
        }
        out
    }

    /// 5'10".
    fn is_inch(&self, i: usize) -> bool {
        let figure = |k: usize| k > 0 && self.c(k - 1).is_ascii_digit();
        if !figure(i) {
            return false;
        }
        let foot = (i.saturating_sub(4)..i).any(|k| matches!(self.c(k), '\'' | '’') && figure(k));
        foot && !self.c(i + 1).is_alphanumeric()
    }

    /// Whether a single mark can only be an apostrophe.
    fn is_apostrophe(&self, m: &Mark) -> bool {
        let (before, after) = (self.before(m.i), self.c(m.i + 1));
        if m.c == '‚' || m.c == '‹' || m.c == '›' {
            return m.c == '‚' && !(context(before, after) == Facing::Open);
        }
        if before.is_alphanumeric() && after.is_alphanumeric() {
            return true;
        }
        match m.context {
            Facing::Open => {
                let word: String =
                    (m.i + 1..m.i + 7).map(|k| self.c(k)).take_while(|c| c.is_alphanumeric()).collect();
                let end = self.c(m.i + 1 + word.chars().count());
                let figures = word.strip_suffix('s').unwrap_or(&word);
                let decade =
                    figures.len() == 2 && figures.bytes().all(|b| b.is_ascii_digit()) && !is_apostrophe(end);
                let elided =
                    matches!(word.to_lowercase().as_str(), "em" | "tis" | "twas" | "til" | "cause" | "n");
                decade || elided && !(end == '’' && m.c == '‘' && word.len() > 1) || matches!(m.c, '’' | '´')
            }
            Facing::Close => m.c == '‘' && after.is_alphanumeric(),
            Facing::Either => !matches!(m.c, '‘'),
        }
    }

    fn single(&mut self, n: usize, m: &Mark, ahead: &Ahead, continues: bool) {
        let closes = m.context == Facing::Close && m.c != '‘' && m.c != '`'
            || m.facing == Facing::Close && matches!(m.c, '›' | '‹');
        if closes {
            let Some(&(open, _)) = self.stack.last().filter(|(o, _)| o.single) else { return };
            let fits = match open.c {
                '\'' => m.c == '\'',
                '`' => matches!(m.c, '\'' | '’' | '´'),
                '‘' | '‚' | '‛' => matches!(m.c, '’' | '\'' | '´'),
                _ => matches!(m.c, '›' | '‹'),
            };
            let after = self.c(m.i + 1);
            let possessive = matches!(self.before(m.i), 's' | 'S' | 'z' | 'x')
                && is_gap(after)
                && self.c(m.i + 2).is_alphanumeric()
                && ahead.closes_before_open(n);
            if fits && !possessive {
                self.close(m);
            }
        } else if m.facing == Facing::Open && (m.context == Facing::Open || m.c != '\'') {
            let known = ahead.single_close[n] || m.i == 0 && matches!(m.c, '‘' | '‚');
            if known {
                self.role(m, Role::Open);
                self.stack.push((*m, continues));
            } else if matches!(m.c, '‘' | '‚') && m.context == Facing::Open && self.c(m.i + 1).is_alphabetic()
            {
                self.role(m, Role::Open);
                self.notice(m, "This single quotation mark opens but is never closed.");
            }
        }
    }

    fn double(
        &mut self,
        n: usize,
        m: &Mark,
        marks: &[Mark],
        ahead: &Ahead,
        continues: bool,
        carried: &mut Option<Carried>,
    ) {
        let open = self.stack.iter().rev().find(|(o, _)| !o.single).map(|(o, _)| *o);
        // "„Ja“": the mark that opens in English closes in German.
        let german = open.is_some_and(|o| o.c == '„') && m.c == '“' && m.context != Facing::Open;
        let facing = match m.facing {
            _ if german => Facing::Close,
            // "''quoted''": two apostrophes on both sides.
            Facing::Close if m.c == '\'' && m.width == 2 && open.is_none() && m.context == Facing::Open => {
                Facing::Open
            }
            Facing::Either => {
                if open.is_some() {
                    Facing::Close
                } else {
                    Facing::Open
                }
            }
            facing => facing,
        };
        match (facing, open) {
            (Facing::Close, Some(_)) => self.close(m),
            (Facing::Close, None) => self.lone_close(n, m, marks, carried),
            (_, None) => {
                self.role(m, Role::Open);
                self.stack.push((*m, continues));
            }
            (_, Some(open)) => {
                let next_opens = ahead.next_double[n].is_none_or(|k| marks[k].facing == Facing::Open);
                let turned =
                    m.context == Facing::Close && open.i + 1 < m.i || self.after_comma(m) && next_opens;
                if turned {
                    self.close(m);
                    self.notice(m, "An opening quotation mark stands where the quotation closes; it is taken as closing.");
                } else if m.c != '"'
                    && ahead.double_closes[n] > self.stack.iter().filter(|(o, _)| !o.single).count()
                {
                    self.role(m, Role::Open);
                    self.stack.push((*m, continues));
                } else {
                    self.abandon(self.chars[m.i].at);
                    self.role(m, Role::Open);
                    self.stack.push((*m, continues));
                }
            }
        }
    }

    /// ", “Name said": a comma or stop before the mark, a report of speech after it.
    fn after_comma(&self, m: &Mark) -> bool {
        let mut k = m.i;
        while k > 0 && is_gap(self.c(k - 1)) && m.i - k < 3 {
            k -= 1;
        }
        if !matches!(self.before(k), ',' | '.' | '!' | '?' | '…') {
            return false;
        }
        let window: String = (m.i + m.width..m.i + 100).map(|i| self.c(i)).collect();
        let words = window.split(|c: char| is_gap(c)).filter(|w| !w.is_empty()).take(9);
        for word in words {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if lists::SPEECH.contains(lists::lower(bare).as_str()) {
                return true;
            }
            // A clause of its own begins here, or the sentence is over.
            if word.ends_with(is_terminal) && bare.chars().count() > 3 || word.ends_with(',') {
                return false;
            }
        }
        false
    }

    /// Pairs `m` with the nearest open mark of its kind; marks opened since then are apostrophes or lost.
    fn close(&mut self, m: &Mark) {
        while let Some((open, continues)) = self.stack.pop() {
            if open.single == m.single {
                let (a, b) = (self.span(&open), self.span(m));
                self.role(m, Role::Close);
                self.last_end = b.end;
                self.pairing.found.push(Found {
                    open: Some(a),
                    close: Some(b),
                    home: self.home,
                    limit: b.end,
                    continues,
                });
                return;
            }
            self.lost_single(&open);
        }
    }

    /// A single mark that was opened within a pair and not closed there.
    fn lost_single(&mut self, open: &Mark) {
        if matches!(open.c, '‘' | '‚') {
            self.notice(open, "This single quotation mark opens but is never closed.");
        } else {
            self.pairing.apostrophes.push(self.chars[open.i].at);
        }
    }

    fn lone_close(&mut self, n: usize, m: &Mark, marks: &[Mark], carried: &mut Option<Carried>) {
        let next = marks[n + 1..].iter().find(|k| !k.single);
        let turned =
            m.context == Facing::Open && m.c != '"' && next.is_some_and(|k| k.facing == Facing::Close);
        if turned {
            self.role(m, Role::Open);
            self.stack.push((*m, false));
            self.notice(
                m,
                "A closing quotation mark stands where the quotation opens; it is taken as opening.",
            );
            return;
        }
        if m.c == '"' && self.before(m.i).is_ascii_digit() {
            return;
        }
        if self.begins_sentence(m) {
            // "”We came, said he.": it opens what is never closed, as its end will tell.
            self.role(m, Role::Open);
            self.stack.push((*m, false));
            return;
        }
        self.role(m, Role::Close);
        let goes_on = carried.take();
        let continues = goes_on.is_some();
        match goes_on.and_then(|c| c.notice) {
            Some(notice) => self.pairing.notices[notice].spans.clear(),
            None if continues => {}
            None => {
                self.notice(m, "This quotation mark closes a quotation that nothing opens.");
            }
        }
        let close = self.span(m);
        if continues || matches!(self.before(m.i), ',' | '.' | '!' | '?' | '…') {
            let limit = self.last_end;
            self.pairing.found.push(Found {
                open: None,
                close: Some(close),
                home: self.home,
                limit,
                continues,
            });
        }
        self.last_end = close.end;
    }

    /// Whether a mark that closes by its form stands where a sentence begins and nothing is open: right before a capital, at the
    /// start of the paragraph or behind the end of a sentence.
    fn begins_sentence(&self, m: &Mark) -> bool {
        let mut k = m.i;
        while k > 0 && is_gap(self.c(k - 1)) && m.i - k < 3 {
            k -= 1;
        }
        let first = k == 0 || k < m.i && is_terminal(self.before(k));
        first && m.c == '”' && m.context == Facing::Open && self.c(m.i + m.width).is_uppercase()
    }

    /// Gives up the marks still open: their quotations end before `limit`.
    fn abandon(&mut self, limit: u32) {
        for (open, continues) in std::mem::take(&mut self.stack) {
            if open.single {
                self.lost_single(&open);
                continue;
            }
            self.notice(&open, "This quotation mark opens a quotation that is never closed.");
            self.half(&open, limit, continues);
        }
    }

    fn half(&mut self, open: &Mark, limit: u32, continues: bool) {
        let span = self.span(open);
        self.pairing.found.push(Found { open: Some(span), close: None, home: self.home, limit, continues });
    }

    /// The end of the paragraph: what is still open either goes on in the next one or is lost.
    fn leave(&mut self, next: Option<char>) -> Option<Carried> {
        let end = self.home.end;
        let mut carried = None;
        for (open, continues) in std::mem::take(&mut self.stack) {
            let outer = carried.is_none();
            if outer && next == Some(open.c) {
                self.half(&open, end, continues);
                carried = Some(Carried { c: open.c, notice: None });
            } else if open.single {
                self.lost_single(&open);
            } else {
                let notice =
                    self.notice(&open, "This quotation mark opens a quotation that is never closed.");
                self.half(&open, end, continues);
                if outer && next.is_some() {
                    carried = Some(Carried { c: open.c, notice: Some(notice) });
                }
            }
        }
        carried
    }
}

/// What the characters beside a mark say.
fn context(before: char, after: char) -> Facing {
    let left = is_gap(before)
        || is_open_bracket(before)
        || is_dash(before)
        || is_double_quote(before) && before != '”' && before != '»'
        || matches!(before, '‘' | '/' | '¿' | '¡' | '`');
    let right = is_gap(after)
        || is_close_bracket(after)
        || is_dash(after)
        || is_terminal(after)
        || is_double_quote(after) && !matches!(after, '“' | '«' | '„')
        || matches!(after, ',' | ';' | ':' | '’' | '\'' | '/');
    match (left, right) {
        (true, false) => Facing::Open,
        (false, true) => Facing::Close,
        _ => Facing::Either,
    }
}

/// What comes after each mark of a paragraph, counted once from its end.
struct Ahead {
    /// Double marks after this one that face as closing.
    double_closes: Vec<usize>,
    /// Whether a single mark after this one can close.
    single_close: Vec<bool>,
    next_double: Vec<Option<usize>>,
    /// The next single mark that can close, and the next that can open.
    next_single: Vec<(Option<usize>, Option<usize>)>,
}

impl Ahead {
    fn new(marks: &[Mark]) -> Self {
        let n = marks.len();
        let mut ahead = Ahead {
            double_closes: vec![0; n],
            single_close: vec![false; n],
            next_double: vec![None; n],
            next_single: vec![(None, None); n],
        };
        let (mut closes, mut double, mut close, mut open) = (0, None, None, None);
        for i in (0..n).rev() {
            ahead.double_closes[i] = closes;
            ahead.single_close[i] = close.is_some();
            ahead.next_double[i] = double;
            ahead.next_single[i] = (close, open);
            let m = &marks[i];
            if !m.single {
                double = Some(i);
                closes += usize::from(m.facing == Facing::Close);
            } else if m.context == Facing::Close || m.c == '›' {
                close = Some(i);
            } else if m.facing == Facing::Open {
                open = Some(i);
            }
        }
        ahead
    }

    /// Whether after mark `n` a single mark can close before another opens.
    fn closes_before_open(&self, n: usize) -> bool {
        match self.next_single[n] {
            (Some(close), Some(open)) => close < open,
            (close, None) => close.is_some(),
            (None, _) => false,
        }
    }
}

/// The quotations of the text, outer before inner, once its words and sentences are known, and the notices.
pub(crate) fn finish(
    text: &str,
    pairing: Pairing,
    words: &[Word],
    sentences: &[WordRange],
) -> (Vec<Quote>, Vec<Notice>) {
    let mut quotes: Vec<Quote> = pairing
        .found
        .iter()
        .map(|f| {
            let (start, inner_start) = match f.open {
                Some(o) => (o.start, o.end),
                None => {
                    let start = if f.limit > f.home.start {
                        sentence_at(words, sentences, f.close.map_or(0, |c| c.start))
                            .map_or(f.limit, |s| words[s.start as usize].span.start)
                    } else {
                        f.home.start
                    };
                    let start = start.max(f.limit);
                    (start, start)
                }
            };
            let (end, inner_end) = match f.close {
                Some(c) => (c.end, c.start),
                None => {
                    let end = half_end(text, words, sentences, f, start);
                    (end, end)
                }
            };
            let inner = ByteSpan { start: inner_start, end: inner_end.max(inner_start) };
            Quote {
                span: ByteSpan { start, end: end.max(inner.end) },
                inner,
                words: words_in(words, inner),
                depth: 0,
                balanced: f.open.is_some() && f.close.is_some(),
                continues: f.continues,
            }
        })
        .filter(|q| !q.words.is_empty())
        .collect();
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    let mut open: Vec<u32> = Vec::new();
    for quote in &mut quotes {
        while open.last().is_some_and(|&end| end <= quote.span.start) {
            open.pop();
        }
        quote.depth = open.len().min(255) as u8;
        open.push(quote.span.end);
    }
    let mut notices = pairing.notices;
    notices.retain(|n| !n.spans.is_empty());
    (quotes, notices)
}

/// Where a quotation that is never closed ends: before a report of speech in its sentence, else with the paragraph
/// if nothing else is quoted in it, else with its sentence.
fn half_end(text: &str, words: &[Word], sentences: &[WordRange], f: &Found, start: u32) -> u32 {
    let Some(sentence) = sentence_at(words, sentences, start) else { return f.limit };
    let trim = |end: u32| {
        let part = &text[start as usize..end.max(start) as usize];
        start + part.trim_end_matches(is_gap).len() as u32
    };
    let first = words.partition_point(|w| w.span.start <= start);
    for i in (first..sentence.end as usize).take(LONGEST) {
        let word = words[i];
        if word.span.end >= f.limit {
            break;
        }
        if word.span.of(text) != "," {
            continue;
        }
        let speech = |k: usize| lists::SPEECH.contains(lists::lower(words[k].span.of(text)).as_str());
        let near = (i + 1..(i + 4).min(sentence.end as usize)).any(speech);
        // ", ministry spokesman Ana Ruiz told reporters": a title and a name stand before the verb.
        let first = words.get(i + 1).map_or("", |w| w.span.of(text));
        let joins = lists::FUNCTION_WORDS.contains(lists::lower(first).as_str()) && first != "the";
        let phrase = (i + 1..(i + 10).min(sentence.end as usize)).take_while(|&k| {
            words[k].span.of(text).contains(char::is_alphanumeric) || words[k].span.of(text) == "-"
        });
        let words_of = phrase.clone().count();
        // ", the minister of the interior, Ana Ruiz, told them": the name stands between commas.
        let aside = i + 1 + words_of;
        let comma = |k: usize| words.get(k).is_some_and(|w| w.span.of(text) == ",");
        let capital = words.get(aside + 1).is_some_and(|w| w.span.of(text).starts_with(char::is_uppercase));
        let close = (aside + 2..(aside + 8).min(sentence.end as usize)).find(|&k| comma(k));
        let told =
            comma(aside) && capital && close.is_some_and(|k| k + 1 < sentence.end as usize && speech(k + 1));
        if near || !joins && (told || phrase.into_iter().any(speech)) {
            return word.span.end;
        }
    }
    if f.limit == f.home.end {
        return f.limit;
    }
    let end = words[sentence.end as usize - 1].span.end;
    trim(end.min(f.limit))
}

/// The sentence that holds byte `at`.
fn sentence_at(words: &[Word], sentences: &[WordRange], at: u32) -> Option<WordRange> {
    let n = sentences.partition_point(|s| words[s.end as usize - 1].span.end <= at);
    sentences.get(n).copied()
}

/// The words that lie in `span`.
pub(crate) fn words_in(words: &[Word], span: ByteSpan) -> WordRange {
    let start = words.partition_point(|w| w.span.start < span.start);
    let end = words.partition_point(|w| w.span.end <= span.end);
    WordRange::new(start, end)
}
