//! What holds for any bytes.

use demarche_ingest::ingest;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(read) = ingest(&bytes) {
            prop_assert!(!read.text.is_empty());
        }
    }

    #[test]
    fn any_page_is_read_or_refused(body in "(<[a-z/]{1,10}( [a-z]{1,5}=.?)?>|[ -~]|\\PC|&[a-z]{2,4};){0,120}") {
        let page = format!("<html>{body}");
        if let Ok(read) = ingest(page.as_bytes()) {
            prop_assert!(!read.text.contains("\n\n"));
            prop_assert_eq!(read.text.trim_end(), read.text.as_str());
        }
    }

    #[test]
    fn sound_utf8_text_is_never_changed(text in "[A-Za-z][\\PC\n]{0,200}") {
        let read = ingest(text.as_bytes()).unwrap();
        prop_assert_eq!(read.text, text);
    }
}

/// Seeds of the fuzz target: each is read as a test.
#[test]
fn fuzz_seeds_are_read_or_refused() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        if let Ok(read) = ingest(&bytes) {
            assert!(!read.text.is_empty());
        }
        seen += 1;
    }
    assert!(seen >= 10);
}
