//! A record made by hand, for the tests of the views.

use demarche_record::Record;

/// A record of two lines with at least one item in every list, overlapping spans and text that needs escaping.
pub fn record() -> Record {
    serde_json::from_str(include_str!("sample.json")).expect("the sample is a record")
}
