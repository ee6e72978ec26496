//! Bytes to Unicode scalars and back.

use crate::ByteSpan;

/// Converts byte offsets of one text to Unicode-scalar offsets and back.
///
/// Built once in linear time; each conversion looks at no more than [`ScalarMap::STRIDE`] bytes.
#[derive(Clone, Debug)]
pub struct ScalarMap {
    /// Scalars before byte `i * STRIDE`; empty for pure ASCII, where both counts agree.
    marks: Vec<u32>,
    bytes: usize,
    scalars: usize,
}

impl ScalarMap {
    /// Bytes between two remembered positions.
    pub const STRIDE: usize = 64;

    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return ScalarMap { marks: Vec::new(), bytes: text.len(), scalars: text.len() };
        }
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / Self::STRIDE + 1);
        let mut scalars = 0u32;
        for (i, &b) in bytes.iter().enumerate() {
            if i % Self::STRIDE == 0 {
                marks.push(scalars);
            }
            scalars += u32::from(is_lead(b));
        }
        ScalarMap { marks, bytes: bytes.len(), scalars: scalars as usize }
    }

    /// Number of Unicode scalars in the text.
    pub fn len(&self) -> usize {
        self.scalars
    }

    /// Whether the text was empty.
    pub fn is_empty(&self) -> bool {
        self.scalars == 0
    }

    /// Scalars before byte `byte` of `text`, the text this map was made from.
    pub fn scalar(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(self.bytes);
        if self.marks.is_empty() {
            return byte;
        }
        let mark = (byte / Self::STRIDE).min(self.marks.len() - 1);
        let from = mark * Self::STRIDE;
        let more = text.as_bytes()[from..byte].iter().filter(|&&b| is_lead(b)).count();
        self.marks[mark] as usize + more
    }

    /// The half-open pair of scalars that `span` covers.
    pub fn scalars(&self, text: &str, span: ByteSpan) -> [usize; 2] {
        [self.scalar(text, span.start as usize), self.scalar(text, span.end as usize)]
    }

    /// The byte at which scalar number `scalar` of `text` begins; the text's length past the end.
    pub fn byte(&self, text: &str, scalar: usize) -> usize {
        if scalar >= self.scalars {
            return self.bytes;
        }
        if self.marks.is_empty() {
            return scalar;
        }
        let mark = self.marks.partition_point(|&m| m as usize <= scalar) - 1;
        let mut seen = self.marks[mark] as usize;
        let bytes = text.as_bytes();
        let mut at = mark * Self::STRIDE;
        loop {
            if is_lead(bytes[at]) {
                if seen == scalar {
                    return at;
                }
                seen += 1;
            }
            at += 1;
        }
    }
}

fn is_lead(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree_with_char_indices() {
        let long = "naïve “Zoë” – 北京 ".repeat(40);
        for text in ["", "plain", "é", "“a”", long.as_str()] {
            let map = ScalarMap::new(text);
            assert_eq!(map.len(), text.chars().count());
            for (scalar, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(map.scalar(text, byte), scalar);
                assert_eq!(map.byte(text, scalar), byte);
            }
            assert_eq!(map.scalar(text, text.len()), map.len());
            assert_eq!(map.byte(text, map.len()), text.len());
        }
    }
}
