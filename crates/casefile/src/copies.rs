//! Near-copies: one text in several outlets, with another headline or by-line, cut at its end, a word changed.
//!
//! Texts are compared by their shingles, runs of four words (Broder 1997, "On the resemblance and containment of
//! documents"). Two are near-copies where most shingles of the shorter one are in the longer one. Candidates are found by
//! the sample that the same paper calls mod m: of all hashes those that a number divides, which unlike least hashes
//! finds a text within a longer one.

use crate::error::{Doing, Result};
use crate::merge::connect::DOCUMENTS;
use crate::merge::forest::{Link, Place};
use crate::merge::words::{Hash, fold};
use rusqlite::{Connection, params};
use std::collections::HashMap;
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

/// Why two texts, as shingles, are near-copies. Symmetric.
fn same(a: &[i64], b: &[i64]) -> Option<String> {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if few.is_empty() || many.len() > few.len() * TIMES {
        return None;
    }
    if few.len() < FEW {
        return (few == many).then(|| "the same words".to_owned());
    }
    let shared = few.iter().filter(|h| many.binary_search(h).is_ok()).count();
    let share = shared as f64 / few.len() as f64;
    (share >= SHARE).then(|| {
        let percent = (share * 100.0).floor();
        format!("near-copies: {percent} of 100 runs of {RUN} words of the shorter text are in the longer")
    })
}

/// Finds the near-copies of a document and puts it into their group.
pub(crate) fn join(tx: &Connection, doc: i64, hash: &str, published: Option<&str>, text: &str) -> Result<()> {
    let doing = "looking for near-copies";
    let mine = shingles(text);
    let mut met: HashMap<i64, usize> = HashMap::new();
    {
        let mut query = tx.prepare_cached("SELECT doc FROM shingles WHERE hash = ?1").doing(doing)?;
        let mut insert =
            tx.prepare_cached("INSERT OR IGNORE INTO shingles (hash, doc) VALUES (?1, ?2)").doing(doing)?;
        for h in sample(&mine) {
            let rows = query.query_map([h], |r| r.get::<_, i64>(0)).doing(doing)?;
            for other in rows {
                *met.entry(other.doing(doing)?).or_default() += 1;
            }
            insert.execute([h, doc]).doing(doing)?;
        }
    }
    let place = Place::new(published, hash);
    let mut found = Vec::new();
    let mut candidates: Vec<(i64, usize)> = met.into_iter().filter(|&(other, _)| other != doc).collect();
    candidates.sort_unstable();
    let samples = sample(&mine).count();
    for (other, shared) in candidates {
        let theirs: usize = tx
            .prepare_cached("SELECT count(*) FROM shingles WHERE doc = ?1")
            .and_then(|mut q| q.query_row([other], |r| r.get::<_, i64>(0)))
            .doing(doing)? as usize;
        // A sample may err: half of the share that is asked for is enough to look closer, counted against the smaller
        // sample; a short text's sample is four times as large as what a long one's has of it.
        let fewer = samples.min(theirs);
        // One run of words in common is chance, in all but the shortest texts.
        let chance = shared < 2 && fewer > 6;
        if chance || shared * 4 * 10 < fewer * 3 {
            continue;
        }
        let (id, known, text, copies): (String, Option<String>, String, String) = tx
            .prepare_cached("SELECT sha256, published, text, copies FROM documents WHERE doc = ?1")
            .and_then(|mut q| q.query_row([other], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))))
            .doing(doing)?;
        if let Some(why) = same(&mine, &shingles(&text)) {
            let first: Option<String> = tx
                .prepare_cached("SELECT published FROM documents WHERE sha256 = ?1")
                .and_then(|mut q| q.query_row(params![copies], |r| r.get(0)))
                .doing(doing)?;
            let link = Link::new(place.clone(), Place::new(known.as_deref(), &id), why, None);
            found.push((link, Rc::new(Place::new(first.as_deref(), &copies))));
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
