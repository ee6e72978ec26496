//! Which items or documents stand under a key: an inverted index in memory.
//!
//! The case file keeps the keys with what they are of, in the order in which it came, since to put hashes into a tree on
//! disk touches a page for each; they are read once by whoever adds. What was read lies in one list in order, what came
//! since beside it.

use rustc_hash::FxHashMap;

/// Keys (short hashes, so that two may be one: what is found is compared) and the numbers of those that have them.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// Pairs of a key and a number, in order.
    read: Vec<(u32, u32)>,
    /// What came since.
    new: FxHashMap<u32, Vec<u32>>,
    /// How many pairs those are.
    came: usize,
}

/// So many new pairs are put to those in order, which takes a third of the room.
const MANY: usize = 4_000_000;

impl Postings {
    /// Of pairs of a key and a number.
    pub fn new(mut read: Vec<(u32, u32)>) -> Postings {
        read.sort_unstable();
        read.dedup();
        Postings { read, ..Postings::default() }
    }

    /// The numbers under a key, each once or twice.
    pub fn with(&self, key: u32) -> impl Iterator<Item = u32> + '_ {
        let from = self.read.partition_point(|(k, _)| *k < key);
        let read = self.read[from..].iter().take_while(move |(k, _)| *k == key).map(|(_, n)| *n);
        read.chain(self.new.get(&key).into_iter().flatten().copied())
    }

    /// Puts a number under a key.
    pub fn add(&mut self, key: u32, number: u32) {
        self.new.entry(key).or_default().push(number);
        self.came += 1;
        if self.came > MANY {
            let new = std::mem::take(&mut self.new);
            let pairs = new.into_iter().flat_map(|(key, list)| list.into_iter().map(move |n| (key, n)));
            let read = std::mem::take(&mut self.read).into_iter().chain(pairs).collect();
            *self = Postings::new(read);
        }
    }
}

/// Keys as bytes, little end first.
pub(crate) fn packed(keys: impl IntoIterator<Item = u32>) -> Vec<u8> {
    keys.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// Keys from bytes.
pub(crate) fn unpacked(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_and_what_came_since_is_found() {
        let mut postings = Postings::new(vec![(7, 3), (2, 1), (7, 1), (7, 3)]);
        postings.add(7, 4);
        postings.add(u32::MAX, 5);
        let all = |key| postings.with(key).collect::<Vec<_>>();
        assert_eq!((all(7), all(2), all(u32::MAX), all(3)), (vec![1, 3, 4], vec![1], vec![5], vec![]));
    }

    #[test]
    fn keys_are_themselves_again() {
        let keys = [0, 1, 0xdead_beef, u32::MAX];
        assert_eq!(unpacked(&packed(keys)).collect::<Vec<_>>(), keys);
    }
}
