//! What was reported as added is there, whenever the program ends; a document that was not is not there in part.

use crate::tests_laws::{filled, page};
use crate::{Added, Case, Checked, Origin};
use demarche_record::Record;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// The variable by which a test tells its child which case to fill.
const CASE: &str = "DEMARCHE_TEST_CASE";

fn checked(record: &Record) -> Checked {
    Checked::new(Box::new(record.clone())).unwrap()
}

fn document(n: usize) -> Record {
    let sentences: Vec<[usize; 4]> = (0..8).map(|i| [n + i, n * 3 + i, i, n + 2 * i]).collect();
    page(n, Some(n), &sentences)
}

/// The child of the test below: adds documents and says so until it is killed. Run by itself it does nothing.
#[test]
fn child_that_is_killed() {
    let Ok(path) = std::env::var(CASE) else { return };
    let mut case = Case::open_or_create(path).unwrap();
    for n in 0..10_000 {
        if let Added::New { .. } = case.add(&document(n), &Origin::default()).unwrap() {
            println!("added {n}.");
        }
    }
}

/// What a power cut leaves: the log up to any byte. Documents that were added together are all there or none of them is, and
/// what was committed first comes first; after [`crate::Batch::commit`] all are.
#[test]
fn a_power_cut_takes_whole_batches_and_the_last_ones_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cut.case");
    let log = |path: &std::path::Path| std::path::PathBuf::from(format!("{}-wal", path.display()));
    let records: Vec<Record> = (0..6).map(document).collect();
    let dumps: Vec<String> = (0..=6).map(|n| filled(&records[..n]).dump().unwrap()).collect();
    let mut case = Case::create(&path).unwrap();
    // The schema is in the file itself: what is cut is the log of the documents alone.
    case.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let begin = std::fs::read(&path).unwrap();
    let mut ends = Vec::new();
    let mut batch = case.batch();
    for pair in records.chunks(2) {
        for record in pair {
            batch.add(checked(record), Origin::default()).unwrap();
        }
        batch.commit().unwrap();
        ends.push(std::fs::metadata(log(&path)).unwrap().len());
    }
    drop(batch);
    let written = std::fs::read(log(&path)).unwrap();
    assert_eq!(written.len() as u64, ends[2]);
    drop(case);
    let cut = folder.path().join("copy.case");
    let mut kept = [0; 7];
    for end in (0..written.len()).step_by(20_011).chain(ends.iter().map(|&e| e as usize)) {
        std::fs::write(&cut, &begin).unwrap();
        std::fs::write(log(&cut), &written[..end]).unwrap();
        let case = Case::open(&cut).unwrap();
        let n = case.hashes().unwrap().len();
        assert!(case.dump().unwrap() == dumps[n], "cut at {end}: not the first {n} documents as they are");
        assert_eq!(n, 2 * ends.iter().filter(|&&e| e <= end as u64).count(), "cut at {end}");
        kept[n] += 1;
    }
    assert!([0, 2, 4, 6].iter().all(|&n| kept[n] > 0), "{kept:?}");
}

#[test]
fn a_batch_that_is_dropped_adds_what_was_committed() {
    let records: Vec<Record> = (0..4).map(document).collect();
    let mut case = Case::in_memory().unwrap();
    let mut batch = case.batch();
    batch.add(checked(&records[0]), Origin::default()).unwrap();
    batch.commit().unwrap();
    batch.add(checked(&records[1]), Origin::default()).unwrap();
    drop(batch);
    assert!(case.dump().unwrap() == filled(&records[..1]).dump().unwrap());
    // What was undone is forgotten in memory too.
    let mut batch = case.batch();
    for record in &records {
        batch.add(checked(record), Origin::default()).unwrap();
    }
    batch.commit().unwrap();
    drop(batch);
    assert!(case.dump().unwrap() == filled(&records).dump().unwrap());
}

#[test]
fn a_record_that_is_refused_takes_no_other_with_it() {
    let records: Vec<Record> = (0..3).map(document).collect();
    let mut bad = document(9);
    bad.document.sha256 = "0".repeat(64);
    let mut case = Case::in_memory().unwrap();
    let mut batch = case.batch();
    for record in &records {
        batch.add(checked(record), Origin::default()).unwrap();
        let e = Checked::new(Box::new(bad.clone())).unwrap_err();
        assert!(e.is_record(), "{e:?}");
    }
    batch.commit().unwrap();
    drop(batch);
    assert!(case.dump().unwrap() == filled(&records).dump().unwrap());
}

#[test]
fn a_killed_program_loses_nothing_that_it_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("killed.case");
    let mut reported: Vec<usize> = Vec::new();
    for round in 0..12u32 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tests_crash::child_that_is_killed", "--nocapture", "--test-threads=1"])
            .env(CASE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let number = |line: &str| line.split("added ").nth(1)?.strip_suffix('.')?.parse::<usize>().ok();
        let mut heard = 0;
        while heard <= round % 4 {
            let line = lines.next().expect("the child ended by itself").unwrap();
            if let Some(n) = number(&line) {
                reported.push(n);
                heard += 1;
            }
        }
        // Somewhere within the next document; each round at another point.
        std::thread::sleep(std::time::Duration::from_micros(u64::from(round) * 731 % 6000));
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before it was killed counts too.
        reported.extend(lines.map_while(Result::ok).filter_map(|l| number(&l)));

        let case = Case::open(&path).unwrap();
        let ask = |sql: &str| -> Vec<String> {
            let mut query = case.conn.prepare(sql).unwrap();
            query.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
        };
        assert_eq!(ask("PRAGMA integrity_check"), ["ok"]);
        assert!(ask("SELECT \"table\" FROM pragma_foreign_key_check").is_empty());
        let there = ask("SELECT id FROM documents ORDER BY doc");
        for n in &reported {
            assert!(there.contains(&format!("n{n}")), "document {n} was reported and is lost");
        }
        let whole: Vec<Record> = there.iter().map(|id| document(id[1..].parse().unwrap())).collect();
        assert!(case.dump().unwrap() == filled(&whole).dump().unwrap(), "a document is there in part");
    }
    assert!(reported.len() >= 12);
}

#[test]
fn a_full_disk_leaves_nothing_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(folder.path().join("full.case")).unwrap();
    let records: Vec<Record> = (0..20).map(document).collect();
    let mut failures = 0;
    for (n, record) in records.iter().enumerate() {
        let before = case.dump().unwrap();
        // One page more at a time, so that every write of a new page is the one that fails.
        let pages: i64 = case.conn.query_row("PRAGMA page_count", [], |r| r.get(0)).unwrap();
        for limit in pages.. {
            case.conn.pragma_update(None, "max_page_count", limit).unwrap();
            match case.add(record, &Origin::default()) {
                Ok(_) => break,
                Err(e) => {
                    assert!(e.is_full(), "{e:?}");
                    assert!(
                        case.dump().unwrap() == before,
                        "something is left of a document that was not added"
                    );
                    failures += 1;
                }
            }
        }
        case.conn.pragma_update(None, "max_page_count", 1_000_000).unwrap();
        assert!(case.dump().unwrap() == filled(&records[..=n]).dump().unwrap());
    }
    assert!(failures > 10, "only {failures} writes failed");
}

/// The first ones of a batch fit, the next one does not: those are kept, of that one nothing.
#[test]
fn a_disk_that_is_full_within_a_batch_keeps_the_first_documents() {
    let folder = tempfile::tempdir().unwrap();
    let records: Vec<Record> = (0..12).map(document).collect();
    let mut kept = std::collections::BTreeSet::new();
    for more in (0..60).step_by(3) {
        let mut case = Case::create(folder.path().join(format!("{more}.case"))).unwrap();
        let pages: i64 = case.conn.query_row("PRAGMA page_count", [], |r| r.get(0)).unwrap();
        case.conn.pragma_update(None, "max_page_count", pages + more).unwrap();
        let mut batch = case.batch();
        let mut end = Ok(());
        for record in &records {
            end = batch.add(checked(record), Origin::default()).map(|_| ());
            if end.is_err() {
                break;
            }
        }
        let end = end.and_then(|()| batch.commit());
        drop(batch);
        let n = case.hashes().unwrap().len();
        assert!(end.is_ok() == (n == records.len()), "{n} {end:?}");
        assert!(end.is_ok() || end.is_err_and(|e| e.is_full()));
        assert!(case.dump().unwrap() == filled(&records[..n]).dump().unwrap(), "{n} documents");
        kept.insert(n);
    }
    assert!(kept.len() > 2, "{kept:?}");
}

#[test]
fn lives_are_told_without_keeping_others_from_writing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.case");
    let mut one = Case::create(&path).unwrap();
    one.add(&document(1), &Origin::default()).unwrap();
    let other = Case::open(&path).unwrap();
    one.conn.busy_timeout(std::time::Duration::ZERO).unwrap();
    other.conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    let world = demarche_act::World::default();
    let e = one.relive_if_quiet(&world).unwrap_err();
    assert!(e.is_locked(), "{e:?}");
    assert!(one.is_unlived().unwrap());
    other.conn.execute_batch("COMMIT").unwrap();
    one.relive_if_quiet(&world).unwrap();
    assert!(!one.is_unlived().unwrap());
}
