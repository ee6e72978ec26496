//! Any text is laid out without a panic, its words in order and its sentences a partition of them.
#![no_main]

use demarche_text::layout;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = layout(text);
    let mut at = 0;
    for word in &found.words {
        assert!(word.span.start >= at && !word.span.of(text).is_empty());
        at = word.span.end;
    }
    let mut next = 0;
    for sentence in &found.sentences {
        assert!(sentence.start == next && !sentence.is_empty());
        next = sentence.end;
    }
    assert_eq!(next as usize, found.words.len());
});
