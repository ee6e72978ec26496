//! Adds records (JSON Lines) to a case and says what that cost: `fill CASE RECORDS.jsonl [--merged]`.
//!
//! `--merged` lists the clusters of more than one item with the reasons.

use demarche_casefile::{Added, Case, Origin};
use std::io::BufRead;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [path, records, rest @ ..] = &args[..] else {
        return Err("usage: fill CASE RECORDS.jsonl [--merged]".into());
    };
    let mut case = Case::open_or_create(path)?;
    let (mut new, mut copies, mut spent, mut last) = (0u32, 0u32, Duration::ZERO, Duration::ZERO);
    for line in std::io::BufReader::new(std::fs::File::open(records)?).lines() {
        let record = serde_json::from_str(&line?)?;
        let start = Instant::now();
        let added = case.add(&record, &Origin::default())?;
        spent += start.elapsed();
        last += start.elapsed();
        if let Added::New { copy_of, .. } = added {
            new += 1;
            copies += u32::from(copy_of.is_some());
            if new.is_multiple_of(1000) {
                println!("{new}: {:.2} ms a document", last.as_secs_f64());
                last = Duration::ZERO;
            }
        }
    }
    let ms = spent.as_secs_f64() * 1000.0 / f64::from(new.max(1));
    println!("{new} new documents, {copies} of them copies, {ms:.2} ms a document");
    let start = Instant::now();
    let n = case.commitments(None)?.len();
    println!("{n} commitments in {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    if rest.iter().any(|a| a == "--merged") {
        let conn = case.connection();
        let mut query = conn.prepare("SELECT kind, a, b, why FROM links ORDER BY kind, a, b")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (kind, a, b, why): (String, String, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            println!("{kind} {} {}: {why}", quote(conn, &a)?, quote(conn, &b)?);
        }
    }
    Ok(())
}

/// An item's document and its words.
fn quote(conn: &rusqlite::Connection, id: &str) -> rusqlite::Result<String> {
    let sql = "SELECT d.id || ': \"' || group_concat(substr(d.text, c.start + 1, min(c.\"end\" - c.start, 90)), ' / ') || '\"'
               FROM items i JOIN documents d USING (doc) JOIN citations c USING (item)
               WHERE i.id = ?1 AND c.field IN ('trigger', 'cue', 'content', 'mention', 'if', 'then', 'what')";
    conn.query_row(sql, [id], |r| r.get::<_, Option<String>>(0))
        .map(|q| format!("{id} {}", q.unwrap_or_default()))
}
