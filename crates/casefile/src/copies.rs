//! Near-copies: one text in several outlets, with another headline or by-line, cut at its end, a word changed.
//!
//! Texts are compared by their shingles, runs of four words (Broder 1997, "On the resemblance and containment of
//! documents"). Two are near-copies where most shingles of the shorter one are in the longer one. Candidates are found by
//! the sample that the same paper calls mod m: of all hashes those that a number divides, which unlike least hashes
//! finds a text within a longer one.

use crate::error::{Doing, Error, Result};
use crate::merge::connect::DOCUMENTS;
use crate::merge::forest::{Link, Place};
use crate::merge::words::{Hash, fold};
use rusqlite::Connection;
use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

/// Words in a shingle.
const RUN: usize = 4;
/// One hash in so many is in the sample of every text.
const SAMPLE: i64 = 16;
/// A text of fewer shingles keeps a larger sample, so that short ones are found too.
const SHORT: usize = 200;
/// One in so many of a short text's.
const SHORT_SAMPLE: i64 = 4;
/// The share of the shorter text's shingles that the longer one has.
const SHARE: f64 = 0.6;
/// The share of a quarter of them below which no more is looked at.
const QUARTER_SHARE: f64 = 0.4;
/// How many that quarter must have to tell anything.
const TELLING: usize = 40;
/// A text is no copy of one that is so many times as long: it is quoted there.
const TIMES: usize = 6;
/// Texts of fewer shingles are copies only where they are the same word by word.
const FEW: usize = 12;

/// The hashes of a text's shingles, in order, each once.
fn shingles(text: &str) -> Vec<i64> {
    let words: Vec<i64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| if w.is_ascii() { Hash::lower(w) } else { Hash::new().with(&fold(w)) }.get())
        .collect();
    let run = RUN.min(words.len().max(1));
    let mut all: Vec<i64> = words
        .windows(run)
        .map(|w| w.iter().fold(0i64, |h, x| (h.rotate_left(17) ^ x).wrapping_mul(0x2545_f491_4f6c_dd1d)))
        // Mixed; the sign goes.
        .map(|h| h ^ (h >> 29))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn sample(all: &[i64]) -> impl Iterator<Item = i64> + '_ {
    let of = if all.len() < SHORT { SHORT_SAMPLE } else { SAMPLE };
    all.iter().copied().filter(move |h| h.rem_euclid(of) == 0)
}

/// What was read of the case to find copies, kept while documents are added.
#[derive(Debug, Default)]
pub(crate) struct Copies {
    /// The documents that have a hash in their sample.
    documents: HashMap<i64, Vec<u32>>,
    /// Documents that were compared.
    texts: HashMap<u32, Rc<Text>>,
    /// Their quarters; empty ones are not known yet.
    quarters: Vec<Box<[u32]>>,
    /// How large the samples are of those that share a hash with others.
    samples: Vec<Option<Samples>>,
    /// All zero: for counting the hashes that each document shares.
    counts: Vec<u64>,
}

/// More hashes of samples than this are not kept (some 100 bytes each), nor more texts (some kilobytes each).
const MOST: [usize; 2] = [1_000_000, 30_000];

/// A document, as others are compared with it.
#[derive(Debug)]
struct Text {
    shingles: Vec<i64>,
    place: Place,
}

/// How many hashes a sample has: in all, and of those that are in the sample of any text that has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Samples {
    all: usize,
    every: usize,
}

impl Samples {
    fn of(all: &[i64]) -> Samples {
        Samples { all: sample(all).count(), every: sample(all).filter(|&h| in_every(h)).count() }
    }

    /// Whether two texts that share so many hashes of their samples are worth a closer look. Symmetric. A sample may err:
    /// less than half of the share that is asked for is enough; one run of words in common is chance, in all but the
    /// shortest texts.
    fn is_worth_a_look(self, other: Samples, shared: Samples) -> bool {
        // A short text's sample is larger than what a long one has of it: then those hashes count that both would have.
        let fine = |s: Samples| s.all > s.every;
        let (shared, fewer) = match fine(self) && fine(other) {
            true => (shared.all, self.all.min(other.all)),
            false => (shared.every, self.every.min(other.every)),
        };
        shared * 4 >= fewer && shared >= if fewer > 6 { 2 } else { 1 }
    }
}

/// Whether a hash is in the sample of any text that has it.
fn in_every(hash: i64) -> bool {
    hash.rem_euclid(SAMPLE) == 0
}

impl Copies {
    /// Whether there is so much that all should be forgotten.
    pub fn is_too_much(&self) -> bool {
        self.documents.len() > MOST[0] || self.texts.len() > MOST[1]
    }

    /// The documents that have the hash in their sample.
    fn with(&mut self, tx: &Connection, hash: i64) -> Result<&mut Vec<u32>> {
        use std::collections::hash_map::Entry;
        match self.documents.entry(hash) {
            Entry::Occupied(kept) => Ok(kept.into_mut()),
            Entry::Vacant(free) => {
                let doing = "looking for near-copies";
                let mut query = tx.prepare_cached("SELECT doc FROM shingles WHERE hash = ?1").doing(doing)?;
                let rows = query.query_map([hash], |r| r.get(0)).doing(doing)?;
                Ok(free.insert(rows.collect::<rusqlite::Result<_>>().doing(doing)?))
            }
        }
    }

    fn samples(&mut self, tx: &Connection, doc: u32) -> Result<Samples> {
        if let Some(Some(kept)) = self.samples.get(doc as usize) {
            return Ok(*kept);
        }
        let (all, every): (i64, i64) = tx
            .prepare_cached("SELECT count(*), total(hash % ?2 = 0) FROM shingles WHERE doc = ?1")
            .and_then(|mut q| {
                q.query_row([i64::from(doc), SAMPLE], |r| Ok((r.get(0)?, r.get::<_, f64>(1)? as i64)))
            })
            .doing("looking for near-copies")?;
        let samples = Samples { all: all as usize, every: every as usize };
        self.keep(doc, samples);
        Ok(samples)
    }

    fn keep(&mut self, doc: u32, samples: Samples) {
        if self.samples.len() <= doc as usize {
            self.samples.resize(doc as usize + 1, None);
        }
        self.samples[doc as usize] = Some(samples);
    }

    fn text(&mut self, tx: &Connection, doc: u32) -> Result<Rc<Text>> {
        if let Some(kept) = self.texts.get(&doc) {
            return Ok(kept.clone());
        }
        let (id, known, text): (String, Option<String>, String) = tx
            .prepare_cached("SELECT sha256, published, text FROM documents WHERE doc = ?1")
            .and_then(|mut q| q.query_row([doc], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))))
            .doing("looking for near-copies")?;
        let text = Rc::new(Text { shingles: shingles(&text), place: Place::new(known.as_deref(), &id) });
        self.keep_text(doc, text.clone());
        Ok(text)
    }

    fn keep_text(&mut self, doc: u32, text: Rc<Text>) {
        if self.quarters.len() <= doc as usize {
            self.quarters.resize(doc as usize + 1, Box::default());
        }
        self.quarters[doc as usize] = quarter(&text.shingles);
        self.texts.insert(doc, text);
    }

    /// The document's quarter.
    fn quarter(&mut self, tx: &Connection, doc: u32) -> Result<&[u32]> {
        if self.quarters.get(doc as usize).is_none_or(|known| known.is_empty()) {
            self.text(tx, doc)?;
        }
        Ok(&self.quarters[doc as usize])
    }
}

/// Why two texts, as shingles, are near-copies. Symmetric.
fn same(a: &[i64], b: &[i64]) -> Option<String> {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if few.is_empty() || many.len() > few.len() * TIMES {
        return None;
    }
    if few.len() < FEW {
        return (few == many).then(|| "the same words".to_owned());
    }
    let share = common(few, many, (SHARE * few.len() as f64) as usize)? as f64 / few.len() as f64;
    (share >= SHARE).then(|| {
        let percent = (share * 100.0).floor();
        format!("near-copies: {percent} of 100 runs of {RUN} words of the shorter text are in the longer")
    })
}

/// Of a text's hashes those in the least quarter of all there may be (none is negative), without their low bits: they tell
/// most pairs apart.
fn quarter(all: &[i64]) -> Box<[u32]> {
    all.iter().take_while(|h| **h < 1 << 61).map(|h| (h >> 29) as u32).collect()
}

/// Whether two texts may be near-copies, as far as their quarters tell: among so many hashes the share does not come out a
/// third too small. Symmetric.
fn may_be_same(a: &[u32], b: &[u32]) -> bool {
    let few = a.len().min(b.len());
    few < TELLING || common(a, b, (QUARTER_SHARE * few as f64) as usize).is_some()
}

/// How many numbers two lists in order have in common; `None` where they are fewer than `least`, which most often is
/// seen long before the end.
fn common<T: Ord + Copy>(a: &[T], b: &[T], least: usize) -> Option<usize> {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        if n + (a.len() - i) < least {
            return None;
        }
        // No branch that depends on the numbers: those cannot be foreseen.
        for _ in 0..16.min(a.len() - i).min(b.len() - j) {
            let (x, y) = (a[i], b[j]);
            n += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
    }
    (n >= least).then_some(n)
}

/// Finds the near-copies of a document and puts it into their group.
pub(crate) fn join(
    tx: &Connection,
    copies: &mut Copies,
    doc: i64,
    hash: &str,
    published: Option<&str>,
    text: &str,
) -> Result<()> {
    let doing = "looking for near-copies";
    let own = u32::try_from(doc).map_err(|_| Error::damaged("more documents than there can be"))?;
    let place = Place::new(published, hash);
    let mine = Rc::new(Text { shingles: shingles(text), place: place.clone() });
    let samples = Samples::of(&mine.shingles);
    // How many hashes each document shares, and which share any.
    let mut counts = std::mem::take(&mut copies.counts);
    let mut met: Vec<u32> = Vec::new();
    let mut put =
        tx.prepare_cached("INSERT OR IGNORE INTO shingles (hash, doc) VALUES (?1, ?2)").doing(doing)?;
    for h in sample(&mine.shingles) {
        // In the low half all, in the high half those that are in every sample.
        let one: u64 = if in_every(h) { 1 << 32 | 1 } else { 1 };
        let with = copies.with(tx, h)?;
        for &other in with.iter() {
            if counts.len() <= other as usize {
                counts.resize(other as usize + 1, 0);
            }
            let shared = &mut counts[other as usize];
            if *shared == 0 {
                met.push(other);
            }
            *shared += one;
        }
        with.push(own);
        put.execute([h, doc]).doing(doing)?;
    }
    copies.keep_text(own, mine.clone());
    copies.keep(own, samples);
    let quarter = copies.quarters[own as usize].clone();
    let mut found = Vec::new();
    let mut near: Vec<u32> = Vec::new();
    for other in met {
        let shared = std::mem::take(&mut counts[other as usize]);
        let shared = Samples { all: (shared & 0xffff_ffff) as usize, every: (shared >> 32) as usize };
        if other != own && samples.is_worth_a_look(copies.samples(tx, other)?, shared) {
            near.push(other);
        }
    }
    copies.counts = counts;
    near.sort_unstable();
    for other in near {
        if !may_be_same(&quarter, copies.quarter(tx, other)?) {
            continue;
        }
        let theirs = copies.text(tx, other)?;
        if let Some(why) = same(&mine.shingles, &theirs.shingles)
            && let Some((_, first)) = DOCUMENTS.place(tx, &theirs.place.id)?
        {
            found.push((Link::new(place.clone(), theirs.place.clone(), why, None), Rc::new(first)));
        }
    }
    DOCUMENTS.add(tx, "document", &place, found)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGENCY: &str = "GENEVA, Jan 10 (Wire) - Diplomats of the two states met for eight hours on Monday without a \
        sign that either side had moved. The head of one delegation said that the demands on the table could not be \
        met and that her side had said so clearly. The head of the other called the talks difficult, long and very \
        professional, and said that the situation was not hopeless. Both will report to their capitals before it is \
        decided whether there is a second round. In Brussels ambassadors of the alliance meet on Wednesday, and on \
        Thursday the talks move on to Vienna, where the conference on security has its seat. Officials warned that no \
        breakthrough should be expected of either.";

    fn check(other: &str, copy: bool) {
        let (a, b) = (shingles(AGENCY), shingles(other));
        let shared: Vec<i64> = sample(&a).filter(|h| sample(&b).any(|x| x == *h)).collect();
        let every = shared.iter().filter(|&&h| in_every(h)).count();
        let shared = Samples { all: shared.len(), every };
        let look = Samples::of(&a).is_worth_a_look(Samples::of(&b), shared);
        assert!(look || !copy, "the samples do not find it: {other}");
        assert!(may_be_same(&quarter(&a), &quarter(&b)) || !copy, "the quarters do not find it: {other}");
        assert_eq!(same(&a, &b).is_some(), copy, "{other}");
        assert_eq!(same(&a, &b), same(&b, &a));
    }

    #[test]
    fn a_copy_is_found() {
        let body = AGENCY.split_once(" - ").unwrap().1;
        check(&format!("Talks end without result\n\nBy our correspondent\n\n{body}"), true);
        check(body.split_once("Both will").unwrap().0, true);
        check(body.split_once("In Brussels").unwrap().1, true);
        check(&AGENCY.replace("Monday", "January 10").replace("difficult", "hard"), true);
    }

    #[test]
    fn the_quarters_tell_long_texts_apart() {
        let text = |other: usize| -> Vec<i64> {
            let words = (0..800).map(|n| format!("{}{n} ", if n < other { "other" } else { "word" }));
            shingles(&words.collect::<String>())
        };
        let (whole, most, few) = (quarter(&text(0)), quarter(&text(200)), quarter(&text(640)));
        assert!(whole.len() > TELLING && few.len() > TELLING);
        assert!(may_be_same(&whole, &most) && may_be_same(&most, &whole));
        assert!(!may_be_same(&whole, &few) && !may_be_same(&few, &whole));
    }

    #[test]
    fn another_article_is_no_copy() {
        check(
            "VIENNA - After eight hours of talks in Geneva on Monday the two delegations left without a result. \
             \"The demands on the table could not be met,\" one of them said, while the other spoke of long and very \
             professional talks. The alliance's ambassadors gather in Brussels on Wednesday; on Thursday it is the turn \
             of the conference on security, which has its seat in Vienna. Nobody expects a breakthrough there.",
            false,
        );
        check(
            &format!("{AGENCY} {}", "and so on with other words of a long digest of the week ".repeat(2)),
            true,
        );
        let digest: String = (0..900).map(|n| format!("word{n} ")).collect();
        check(&format!("{AGENCY} {digest}"), false);
        check("", false);
        check("Diplomats met", false);
    }
}
