//! Words to word pieces: uncased, accents stripped, greedy longest match first (train/FORMAT.md, section 1).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use unicode_normalization::UnicodeNormalization;

/// Id of `[UNK]`.
pub const UNK: u32 = 1;
/// Id of `[CLS]`.
pub const CLS: u32 = 2;
/// Id of `[SEP]`.
pub const SEP: u32 = 3;
/// A run of more characters than this is unknown as a whole.
const LONGEST_RUN: usize = 100;

/// The vocabulary and its look-ups.
#[derive(Clone, Debug)]
pub struct Pieces {
    first: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
    later: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
    /// Bytes of the longest piece.
    longest: usize,
    max_word_pieces: usize,
}

/// Fowler, Noll and Vo's hash: short keys, no attacker.
#[derive(Clone, Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

impl Pieces {
    /// Reads a vocabulary, one piece a line; the line number is the id. A word gives at most `max_word_pieces` pieces.
    pub fn new(vocab: &str, max_word_pieces: usize) -> Pieces {
        let mut pieces =
            Pieces { first: HashMap::default(), later: HashMap::default(), longest: 0, max_word_pieces };
        for (id, line) in vocab.lines().enumerate() {
            let (map, piece) = match line.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => (&mut pieces.later, rest),
                _ => (&mut pieces.first, line),
            };
            map.insert(piece.into(), id as u32);
            pieces.longest = pieces.longest.max(piece.len());
        }
        pieces
    }

    /// Appends the ids of `word`'s pieces to `out`: at least one, at most the limit.
    pub fn split(&self, word: &str, out: &mut Vec<u32>) {
        let start = out.len();
        let mut buffer = [0u8; 32];
        if word.len() <= buffer.len() && word.bytes().all(|b| b.is_ascii_alphanumeric()) {
            let lower = &mut buffer[..word.len()];
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            self.run(std::str::from_utf8(lower).unwrap_or(word), out);
        } else {
            let plain: String =
                word.to_lowercase().nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
            let mut from = 0;
            for (i, c) in plain.char_indices().filter(|(_, c)| !c.is_alphanumeric()) {
                self.run(&plain[from..i], out);
                from = i + c.len_utf8();
                if !c.is_whitespace() {
                    self.run(&plain[i..from], out);
                }
                if out.len() >= start + self.max_word_pieces {
                    break;
                }
            }
            if out.len() < start + self.max_word_pieces {
                self.run(&plain[from..], out);
            }
        }
        out.truncate(start + self.max_word_pieces);
        if out.len() == start {
            out.push(UNK);
        }
    }

    /// Appends the pieces of one run: a single mark, or letters and digits.
    fn run(&self, run: &str, out: &mut Vec<u32>) {
        if run.is_empty() {
            return;
        }
        let keep = out.len();
        if run.len() > LONGEST_RUN && run.chars().count() > LONGEST_RUN {
            out.push(UNK);
            return;
        }
        let mut start = 0;
        while start < run.len() {
            let map = if start == 0 { &self.first } else { &self.later };
            let mut end = run.len().min(start + self.longest);
            let found = loop {
                if end == start {
                    break None;
                }
                if let Some(&id) = run.get(start..end).and_then(|part| map.get(part)) {
                    break Some(id);
                }
                end -= 1;
            };
            match found {
                Some(id) => out.push(id),
                None => {
                    out.truncate(keep);
                    out.push(UNK);
                    return;
                }
            }
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(word: &str) -> Vec<u32> {
        let vocab = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nminister\n##s\nzoe\nu\n.\ns\n-\n##é\nun\n##think\n##able\n#";
        let mut out = vec![99];
        Pieces::new(vocab, 4).split(word, &mut out);
        assert_eq!(out.remove(0), 99, "what stands before is left alone");
        out
    }

    #[test]
    fn longest_match_first_uncased_without_accents() {
        assert_eq!(pieces("Ministers"), [4, 5]);
        assert_eq!(pieces("Zoë"), [6]);
        assert_eq!(pieces("Unthinkable"), [12, 13, 14]);
        assert_eq!(pieces("#"), [15], "a single sign is itself, not the mark of later pieces");
    }

    #[test]
    fn marks_stand_alone() {
        assert_eq!(pieces("U.S."), [7, 8, 9, 8]);
        assert_eq!(pieces("un-s"), [12, 10, 9]);
    }

    #[test]
    fn what_matches_nothing_is_one_unknown() {
        assert_eq!(pieces("ministerq"), [UNK]);
        assert_eq!(pieces("北京"), [UNK]);
        assert_eq!(pieces(" "), [UNK]);
        assert_eq!(pieces(""), [UNK]);
        assert_eq!(pieces(&"s".repeat(101)), [UNK]);
    }

    #[test]
    fn no_word_gives_more_than_the_limit() {
        assert_eq!(pieces("s.s.s.s.s."), [9, 8, 9, 8]);
    }
}
