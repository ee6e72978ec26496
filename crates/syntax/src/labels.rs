//! Labels that live as long as the program.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// `label` as a string that is never freed. Each distinct label takes memory once, however many models are loaded.
pub fn intern(label: &str) -> &'static str {
    static KNOWN: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_with(HashSet::new);
    match known.get(label) {
        Some(&l) => l,
        None => {
            let l: &'static str = Box::leak(label.into());
            known.insert(l);
            l
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_label_is_kept_once() {
        let (a, b) = (super::intern("nsubj:pass"), super::intern(&["nsubj", ":", "pass"].concat()));
        assert!(std::ptr::eq(a, b));
    }
}
