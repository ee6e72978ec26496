//! The case made by hand, as other programs get it.

use super::*;
use crate::ask::{AskedMeetings, meetings, trend};
use crate::testing::{case, records as sample};
use expect_test::expect;

/// Ids are hashes: replaced by their letter so that a person can read on.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let id = rest.get(..11).filter(|id| {
            id.starts_with(['e', 'm', 'c', 'a', 's']) && id[1..].bytes().all(|b| b.is_ascii_hexdigit())
        });
        match id {
            Some(id) if !out.ends_with(|c: char| c.is_ascii_alphanumeric()) => {
                out += &id[..1];
                out.push('#');
                rest = &rest[11..];
            }
            _ => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

#[test]
fn records_come_out_as_they_went_in() {
    let case = case();
    let mut out = Vec::new();
    records(&case.view(None).unwrap(), &mut out).unwrap();
    let lines: Vec<Record> =
        String::from_utf8(out).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines, sample());
    let mut then = Vec::new();
    records(&case.view(Some("2024-03-06")).unwrap(), &mut then).unwrap();
    assert_eq!(String::from_utf8(then).unwrap().lines().count(), 2);
}

#[test]
fn items_say_of_what_kind_they_are() {
    let mut out = Vec::new();
    items(&case().view(None).unwrap(), &mut out).unwrap();
    let kinds: Vec<String> = String::from_utf8(out)
        .unwrap()
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).unwrap()["item"].as_str().unwrap().to_owned())
        .collect();
    let count = |kind: &str| kinds.iter().filter(|k| *k == kind).count();
    assert_eq!(["actor", "statement", "event", "meeting", "commitment"].map(count), [4, 1, 5, 1, 1]);
}

#[test]
fn events_stand_in_the_columns_of_polecat() {
    let case = case();
    let rows = polecat(&case.view(None).unwrap()).unwrap();
    let row: Vec<String> = COLUMNS
        .iter()
        .zip(&rows[1])
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(name, cell)| format!("{name}: {}", plain(cell)))
        .collect();
    let version = format!("Version: demarche {}", env!("CARGO_PKG_VERSION"));
    expect![[r#"
        Event ID: e#0c5
        Event Date: 2024-03-05
        Event Type: COERCE
        Intensity: -7
        Quad Code: MATERIAL CONFLICT
        Actor Name: Iceland
        Actor Country: Iceland
        Recipient Name: Norway
        Recipient Country: Norway
        Source: The Wire
        Publication Date: 2024-03-06
        Language: en
        VERSION
        Actor ISO: ISL
        Recipient ISO: NOR
        Headline: Title of two
        Sources: 1"#]]
    .assert_eq(&row.join("\n").replace(&version, "VERSION"));
    // A threat is no fact.
    assert_eq!(rows.len(), 4);
    let text = String::from_utf8(table(&case.view(None).unwrap(), true).unwrap()).unwrap();
    assert!(text.lines().all(|l| l.split('\t').count() == COLUMNS.len()), "{text}");
}

#[test]
fn a_graph_has_actors_and_edges() {
    let xml = String::from_utf8(graphml(&case().view(None).unwrap()).unwrap()).unwrap();
    assert_eq!(xml.matches("<node ").count(), 3);
    assert_eq!(xml.matches("<edge ").count(), 4);
    assert!(xml.contains(r#"<edge source="ISL" target="NOR">"#), "{xml}");
    assert!(xml.contains(r#"<data key="edge.goldstein">-7</data>"#), "{xml}");
}

#[test]
fn a_calendar_takes_its_days_from_the_case() {
    let case = case();
    let view = case.view(None).unwrap();
    let calendar = ics(&meetings(&view, &AskedMeetings::default(), None).unwrap().rows);
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//demarche//case//EN
        BEGIN:VEVENT
    "#]]
    .assert_eq(&calendar.replace("\r\n", "\n").lines().take(4).map(|l| format!("{l}\n")).collect::<String>());
    for line in [
        "DTSTAMP:20240304T000000Z",
        "DTSTART;VALUE=DATE:20240308",
        "DTEND;VALUE=DATE:20240309",
        "LOCATION:Oslo",
        "STATUS:CONFIRMED",
        "SUMMARY:talks: Norway\\, Iceland",
    ] {
        assert!(calendar.lines().any(|l| l == line), "{line} is not in\n{calendar}");
    }
    assert_eq!(calendar, ics(&meetings(&view, &AskedMeetings::default(), None).unwrap().rows));
}

#[test]
fn a_picture_is_the_same_each_time() {
    let case = case();
    let rows = trend(&case.view(None).unwrap(), &[], None, None, None).unwrap().rows;
    let picture = svg(&rows).unwrap();
    assert!(picture.starts_with("<svg ") && picture.contains("ISL – NOR"), "{picture}");
    assert_eq!(svg(&rows).unwrap(), picture);
    assert_eq!(weeks(&rows), ["2024-03-04", "2024-03-11"]);
    assert!(svg(&[]).unwrap().starts_with("<svg "));
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_has_the_same_cells() {
    use ::parquet::file::reader::{FileReader, SerializedFileReader};
    let case = case();
    let view = case.view(None).unwrap();
    let bytes = parquet(&view).unwrap();
    assert_eq!(bytes, parquet(&view).unwrap());
    let path = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(path.path(), &bytes).unwrap();
    let reader = SerializedFileReader::new(path.reopen().unwrap()).unwrap();
    let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(std::result::Result::unwrap).collect();
    let table = polecat(&view).unwrap();
    assert_eq!(rows.len(), table.len());
    use ::parquet::record::RowAccessor;
    for (row, cells) in rows.iter().zip(&table) {
        assert_eq!(row.get_string(2).unwrap(), &cells[2]);
        assert_eq!(row.get_double(4).unwrap(), cells[4].parse::<f64>().unwrap());
    }
    assert!(rows.iter().any(|row| row.get_double(4).unwrap() == -7.0));
}
