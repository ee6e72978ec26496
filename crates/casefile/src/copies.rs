//! Near-copies: one text in several outlets, with another headline or by-line, cut at its end, a word changed.
//!
//! Texts are compared by their shingles, runs of four words (Broder 1997, "On the resemblance and containment of
//! documents"). Two are near-copies where most shingles of the shorter one are in the longer one. Candidates are found by
//! the sample that the same paper calls mod m: of all hashes those that a number divides, which unlike least hashes
//! finds a text within a longer one.

use crate::error::{Doing, Error, Result};
use crate::merge::connect::DOCUMENTS;
use crate::merge::forest::{Link, Place};
use crate::merge::postings::{Postings, packed, unpacked};
use crate::merge::words::{Hash, fold};
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

/// Words in a shingle.
const RUN: usize = 4;
/// One hash in so many is in the sample of every text.
const SAMPLE: u32 = 16;
/// A text of fewer shingles keeps a larger sample, so that short ones are found too.
const SHORT: usize = 200;
/// One in so many of a short text's.
const SHORT_SAMPLE: u32 = 4;
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

/// The sample of a text's hashes: their low halves, which tell which samples they are in.
fn sample(all: &[i64]) -> impl Iterator<Item = u32> + '_ {
    let of = if all.len() < SHORT { SHORT_SAMPLE } else { SAMPLE };
    all.iter().map(|h| *h as u32).filter(move |h| h % of == 0)
}

/// What was read of the case to find copies, kept while documents are added.
#[derive(Debug, Default)]
pub(crate) struct Copies {
    /// The documents by the hashes of their samples; none: not read yet.
    documents: Option<Postings>,
    /// Documents that were compared.
    texts: HashMap<u32, Rc<Text>>,
    /// Their quarters; empty ones are not known yet.
    quarters: Vec<Quarter>,
    /// How large the samples are, by document.
    samples: Vec<Samples>,
    /// All zero: for counting the hashes that each document shares.
    counts: Vec<u64>,
}

/// More texts than this are not kept (some kilobytes each).
const MOST: usize = 30_000;

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
    fn of(sample: impl Iterator<Item = u32>) -> Samples {
        sample.fold(Samples::default(), |s, h| Samples {
            all: s.all + 1,
            every: s.every + usize::from(in_every(h)),
        })
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
fn in_every(hash: u32) -> bool {
    hash.is_multiple_of(SAMPLE)
}

impl Copies {
    /// Forgets texts where there are too many.
    pub fn forget_some(&mut self) {
        if self.texts.len() > MOST {
            self.texts.clear();
            self.quarters.clear();
        }
    }

    /// The samples of all documents, as the case has them.
    fn read(&mut self, tx: &Connection) -> Result<Postings> {
        let doing = "looking for near-copies";
        let mut query = tx.prepare_cached("SELECT doc, sample FROM shingles").doing(doing)?;
        let mut rows = query.query([]).doing(doing)?;
        let mut pairs = Vec::new();
        while let Some(row) = rows.next().doing(doing)? {
            let doc = number(row.get(0).doing(doing)?)?;
            let sample = row.get_ref(1).doing(doing)?.as_blob().unwrap_or_default();
            self.keep(doc, Samples::of(unpacked(sample)));
            pairs.extend(unpacked(sample).map(|hash| (hash, doc)));
        }
        Ok(Postings::new(pairs))
    }

    fn keep(&mut self, doc: u32, samples: Samples) {
        if self.samples.len() <= doc as usize {
            self.samples.resize(doc as usize + 1, Samples::default());
        }
        self.samples[doc as usize] = samples;
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
            self.quarters.resize(doc as usize + 1, Quarter::default());
        }
        self.quarters[doc as usize] = Quarter::of(&text.shingles);
        self.texts.insert(doc, text);
    }

    /// The document's quarter.
    fn quarter(&mut self, tx: &Connection, doc: u32) -> Result<&Quarter> {
        if self.quarters.get(doc as usize).is_none_or(|known| known.hashes.is_empty()) {
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
#[derive(Clone, Debug, Default)]
struct Quarter {
    hashes: Box<[u32]>,
    /// A bit for each, some together: what two have in common is told from above by a few words.
    bits: [u64; 8],
    /// How many bits those are.
    set: u32,
}

impl Quarter {
    fn of(all: &[i64]) -> Quarter {
        let hashes: Box<[u32]> = all.iter().take_while(|h| **h < 1 << 61).map(|h| (h >> 29) as u32).collect();
        let mut bits = [0; 8];
        for hash in &hashes {
            bits[(hash >> 6) as usize % 8] |= 1u64 << (hash % 64);
        }
        Quarter { hashes, set: bits.iter().map(|b| b.count_ones()).sum(), bits }
    }

    /// Whether two texts may be near-copies, as far as their quarters tell: among so many hashes the share does not come out
    /// a third too small. Symmetric.
    fn may_be_same(&self, other: &Quarter) -> bool {
        let few = self.hashes.len().min(other.hashes.len());
        let least = (QUARTER_SHARE * few as f64) as usize;
        few < TELLING || self.most(other) >= least && common(&self.hashes, &other.hashes, least).is_some()
    }

    /// No fewer than they have in common: each of those has a bit that both have, or shares it with another of its own.
    fn most(&self, other: &Quarter) -> usize {
        let both: u32 = self.bits.iter().zip(&other.bits).map(|(a, b)| (a & b).count_ones()).sum();
        let beside = |q: &Quarter| q.hashes.len() - q.set as usize;
        both as usize + beside(self).min(beside(other))
    }
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

/// Finds the near-copies of a document and puts it into their group. Gives whether there are any.
pub(crate) fn join(
    tx: &Connection,
    copies: &mut Copies,
    doc: i64,
    hash: &str,
    published: Option<&str>,
    text: &str,
) -> Result<bool> {
    let doing = "looking for near-copies";
    let own = number(doc)?;
    let place = Place::new(published, hash);
    let mine = Rc::new(Text { shingles: shingles(text), place: place.clone() });
    let hashes: Vec<u32> = sample(&mine.shingles).collect();
    let samples = Samples::of(hashes.iter().copied());
    let mut documents = match copies.documents.take() {
        Some(read) => read,
        None => copies.read(tx)?,
    };
    // How many hashes each document shares, and which share any.
    let mut counts = std::mem::take(&mut copies.counts);
    counts.resize(counts.len().max(copies.samples.len()).max(own as usize + 1), 0);
    let mut met: Vec<u32> = Vec::new();
    for &hash in &hashes {
        // In the low half all, in the high half those that are in every sample.
        let one: u64 = if in_every(hash) { 1 << 32 | 1 } else { 1 };
        documents.with(hash).for_each(|other| {
            let shared = &mut counts[other as usize];
            if *shared == 0 {
                met.push(other);
            }
            *shared += one;
        });
        documents.add(hash, own);
    }
    copies.documents = Some(documents);
    tx.prepare_cached("INSERT INTO shingles (doc, sample) VALUES (?1, ?2)")
        .and_then(|mut q| q.execute(params![doc, packed(hashes)]))
        .doing(doing)?;
    copies.keep_text(own, mine.clone());
    copies.keep(own, samples);
    let quarter = copies.quarters[own as usize].clone();
    let mut found = Vec::new();
    let mut near: Vec<u32> = Vec::new();
    for other in met {
        let shared = std::mem::take(&mut counts[other as usize]);
        let shared = Samples { all: (shared & 0xffff_ffff) as usize, every: (shared >> 32) as usize };
        if other != own && samples.is_worth_a_look(copies.samples[other as usize], shared) {
            near.push(other);
        }
    }
    copies.counts = counts;
    near.sort_unstable();
    for other in near {
        if !quarter.may_be_same(copies.quarter(tx, other)?) {
            continue;
        }
        let theirs = copies.text(tx, other)?;
        if let Some(why) = same(&mine.shingles, &theirs.shingles)
            && let Some((_, first)) = DOCUMENTS.place(tx, &theirs.place.id)?
        {
            found.push((Link::new(place.clone(), theirs.place.clone(), why, None), Rc::new(first)));
        }
    }
    Ok(DOCUMENTS.add(tx, &place, found)?.is_some())
}

/// A document's number as it is kept here.
fn number(doc: i64) -> Result<u32> {
    u32::try_from(doc).map_err(|_| Error::damaged("more documents than there can be"))
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
        let shared: Vec<u32> = sample(&a).filter(|h| sample(&b).any(|x| x == *h)).collect();
        let every = shared.iter().filter(|&&h| in_every(h)).count();
        let shared = Samples { all: shared.len(), every };
        let look = Samples::of(sample(&a)).is_worth_a_look(Samples::of(sample(&b)), shared);
        assert!(look || !copy, "the samples do not find it: {other}");
        assert!(
            Quarter::of(&a).may_be_same(&Quarter::of(&b)) || !copy,
            "the quarters do not find it: {other}"
        );
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
        let [whole, most, few] = [0, 200, 640].map(|other| Quarter::of(&text(other)));
        assert!(whole.hashes.len() > TELLING && few.hashes.len() > TELLING);
        assert!(whole.may_be_same(&most) && most.may_be_same(&whole));
        assert!(!whole.may_be_same(&few) && !few.may_be_same(&whole));
        let in_common = |a: &Quarter, b: &Quarter| common(&a.hashes, &b.hashes, 0).unwrap_or_default();
        for (a, b) in [(&whole, &most), (&most, &few), (&few, &whole), (&few, &few)] {
            assert!(a.most(b) >= in_common(a, b));
        }
        let article = |kind: &str| {
            let words: String = (0..220).map(|n| format!("{kind}{n} ")).collect();
            Quarter::of(&shingles(&words))
        };
        let (one, other) = (article("one"), article("other"));
        assert!(one.hashes.len() > TELLING && in_common(&one, &other) == 0);
        assert!(one.most(&other) < one.hashes.len() / 3, "the bits tell articles apart");
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
