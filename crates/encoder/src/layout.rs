//! What the encoder is told of words besides their pieces, and the windows it reads (train/FORMAT.md, sections 2 and 3).

use demarche_base::WordRange;

/// One word as the encoder sees it.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    /// Its form.
    pub form: &'a str,
    /// Where it stands.
    pub place: Place,
    /// Whether no white space stands between it and the word before.
    pub glued: bool,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Within a sentence.
    Inside = 0,
    /// First of a sentence.
    Sentence = 1,
    /// First of a paragraph.
    Paragraph = 2,
}

/// Number of shape ids.
pub const SHAPES: usize = 49;
/// The shape id of `[CLS]` and `[SEP]`.
pub const SPECIAL: u8 = 48;

impl Token<'_> {
    /// The row of the shape table.
    pub fn shape(&self) -> u8 {
        shape(self.form) + 8 * self.place as u8 + 24 * u8::from(self.glued)
    }
}

/// The case shape of a form, 0 to 7.
fn shape(form: &str) -> u8 {
    let (mut letters, mut upper, mut lower, mut digits, mut upper_first) = (0, 0, 0, 0, false);
    for c in form.chars() {
        if c.is_alphabetic() {
            if letters == 0 {
                upper_first = c.is_uppercase();
            }
            letters += 1;
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
        } else if c.is_numeric() {
            digits += 1;
        }
    }
    match () {
        () if letters == 0 && digits == 0 => 0,
        () if letters == 0 => 1,
        () if digits > 0 => 7,
        () if upper == 0 => 2,
        () if letters == 1 => 4,
        () if lower == 0 => 5,
        () if upper_first && upper == 1 => 3,
        () => 6,
    }
}

/// Limits of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Words.
    pub words: usize,
    /// Pieces, without `[CLS]` and `[SEP]`.
    pub pieces: usize,
}

/// Packs whole sentences into windows, greedily. `sizes` holds the number of pieces of every word; `sentences` partition the
/// words. A sentence that alone passes a limit is cut into windows of its own.
pub fn windows(sizes: &[u32], sentences: &[WordRange], limits: Limits) -> Vec<WordRange> {
    let mut out = Vec::new();
    let (mut start, mut words, mut pieces) = (0, 0, 0);
    for s in sentences {
        let n = s.len();
        let p: usize = sizes[s.range()].iter().map(|&k| k as usize).sum();
        let at = s.start as usize;
        if words > 0 && (words + n > limits.words || pieces + p > limits.pieces) {
            out.push(WordRange::new(start, at));
            (start, words, pieces) = (at, 0, 0);
        }
        if n > limits.words || p > limits.pieces {
            let (mut from, mut held) = (at, 0);
            for i in s.range() {
                let k = sizes[i] as usize;
                if i + 1 - from > limits.words || held + k > limits.pieces {
                    out.push(WordRange::new(from, i));
                    (from, held) = (i, 0);
                }
                held += k;
            }
            out.push(WordRange::new(from, s.end as usize));
            (start, words, pieces) = (s.end as usize, 0, 0);
        } else {
            (words, pieces) = (words + n, pieces + p);
        }
    }
    if words > 0 {
        out.push(WordRange::new(start, start + words));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shapes_by_the_letters_and_digits() {
        for (form, id) in [
            ("...", 0),
            ("1,200", 1),
            ("talks", 2),
            ("n't", 2),
            ("Geneva", 3),
            ("I", 4),
            ("A.", 4),
            ("NATO", 5),
            ("U.S.", 5),
            ("McDonald", 6),
            ("iPhone", 6),
            ("COVID-19", 7),
            ("北京", 2),
        ] {
            assert_eq!(shape(form), id, "{form}");
        }
        assert_eq!(Token { form: "Geneva", place: Place::Paragraph, glued: true }.shape(), 3 + 16 + 24);
    }

    #[test]
    fn sentences_are_packed_whole() {
        let sizes = [1u32; 10];
        let sentences = [(0, 4), (4, 7), (7, 10)].map(|(a, b)| WordRange::new(a, b));
        let got = windows(&sizes, &sentences, Limits { words: 7, pieces: 100 });
        assert_eq!(got, [WordRange::new(0, 7), WordRange::new(7, 10)]);
        let got = windows(&sizes, &sentences, Limits { words: 3, pieces: 100 });
        let ends: Vec<_> = got.iter().map(|w| w.end).collect();
        assert_eq!(ends, [3, 4, 7, 10], "the sentence of four is cut, and its rest is a window of its own");
    }

    proptest! {
        #[test]
        fn windows_partition_the_words_within_limits(
            lengths in prop::collection::vec(1usize..30, 0..12),
            seed in 0u32..1000,
        ) {
            let n: usize = lengths.iter().sum();
            let sizes: Vec<u32> = (0..n as u32).map(|i| 1 + (i * 7 + seed) % 5).collect();
            let mut at = 0;
            let sentences: Vec<_> = lengths.iter().map(|&l| { at += l; WordRange::new(at - l, at) }).collect();
            let limits = Limits { words: 20, pieces: 40 };
            let mut next = 0;
            for w in windows(&sizes, &sentences, limits) {
                prop_assert_eq!(w.start, next);
                next = w.end;
                prop_assert!(!w.is_empty() && w.len() <= limits.words);
                prop_assert!(sizes[w.range()].iter().sum::<u32>() as usize <= limits.pieces);
            }
            prop_assert_eq!(next as usize, n);
        }
    }
}
