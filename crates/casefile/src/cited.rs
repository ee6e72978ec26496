//! The words that prove an item, as its row has them: JSON, each field with the pairs of scalars where its words stand.

use crate::error::Result;
use demarche_record::Span;
use std::collections::BTreeMap;
use std::fmt::Write;

/// By field, in the order of the fields' names; within one, in the record's order.
pub(crate) type Cited = BTreeMap<String, Vec<Span>>;

/// As the row has it: `{"cue":[[303,307]],"source":[[264,302]]}`. Fields without words are left out.
pub(crate) fn written(cited: &[(&str, Vec<Span>)]) -> String {
    let mut out = String::from("{");
    for (field, spans) in cited.iter().filter(|(_, spans)| !spans.is_empty()) {
        let comma = if out.len() > 1 { "," } else { "" };
        // A field is a word of this program's: nothing in it is escaped.
        let _ = write!(out, "{comma}\"{field}\":[");
        for (n, [start, end]) in spans.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            let _ = write!(out, "{comma}[{start},{end}]");
        }
        out.push(']');
    }
    out.push('}');
    out
}

/// From the row.
pub(crate) fn read(cited: &str) -> Result<Cited> {
    Ok(serde_json::from_str(cited)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let cited = [("trigger", vec![[3, 9], [12, 14]]), ("source", vec![[0, 2]]), ("target", vec![])];
        let text = written(&cited);
        assert_eq!(text, r#"{"trigger":[[3,9],[12,14]],"source":[[0,2]]}"#);
        let read = read(&text).unwrap();
        assert_eq!(
            read.into_iter().collect::<Vec<_>>(),
            [("source".to_owned(), vec![[0, 2]]), ("trigger".to_owned(), vec![[3, 9], [12, 14]])]
        );
        assert!(super::read(&written(&[])).unwrap().is_empty());
    }
}
