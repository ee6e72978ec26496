//! Any bytes are read or refused, without a panic, and what is read is not empty.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = demarche_ingest::ingest(bytes) {
        assert!(!read.text.is_empty());
    }
});
