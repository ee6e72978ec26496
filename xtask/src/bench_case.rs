//! `cargo xtask bench-case`: what a case of many documents costs, and whether its answers are right.
//!
//! The documents are synthetic ([`crate::synthetic`]), always the same. Times are of whole processes, start included:
//! seconds by the clock, and seconds of the processors (which a busy machine changes less). Everything is printed as a
//! table; nothing is kept but the files under `target/bench-case`.

use crate::measure::binary;
use crate::synthetic::{News, news};
use crate::{Done, root};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const SEED: u64 = 20_250_101;

/// How many times a question is asked; the median counts.
const TIMES: usize = 5;

/// What a process cost, in seconds.
#[derive(Clone, Copy, Debug)]
struct Cost {
    clock: f64,
    processor: f64,
}

/// Adds `count` synthetic documents to a case and asks it everything.
pub fn bench_case(count: &str) -> Done {
    let count: usize = count.parse().map_err(|_| format!("{count}: how many documents? a number"))?;
    let binary = binary()?;
    let folder = root().join("target/bench-case");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let folder = folder.canonicalize().map_err(|e| e.to_string())?;
    let file = |name: &str| folder.join(format!("{count}-{name}"));

    let news = news(count, SEED);
    let lines: String = news.documents.iter().map(|d| d.line().to_string() + "\n").collect();
    let texts = file("texts.jsonl");
    std::fs::write(&texts, lines).map_err(|e| format!("{}: {e}", texts.display()))?;
    let words: usize = news.documents.iter().map(|d| d.text.split_whitespace().count()).sum();
    println!("{count} documents, {} of them near-copies, {words} words; seed {SEED}", news.copies);

    let records = file("records.jsonl");
    let reading = timed(&binary, &["code", path(&texts)?], Some(&records))?;
    say("reader alone (code)", reading, "");
    let (read, kept) = (fresh(file("read.case"))?, fresh(file("kept.case"))?);
    let adding = timed(&binary, &["case", "add", path(&read)?, path(&texts)?], None)?;
    say("reader and store (case add, texts)", adding, "");
    let storing = timed(&binary, &["case", "add", path(&kept)?, path(&records)?], None)?;
    say("store alone (case add, records)", storing, "");
    println!(
        "the store's share: {:.1} % of the reader's processor time; {:.2} ms a document",
        100.0 * storing.processor / reading.processor,
        1000.0 * storing.clock / count as f64,
    );
    let size = std::fs::metadata(&kept).map_err(|e| e.to_string())?.len() as f64;
    println!("file: {:.1} MB, {:.1} KB a document", size / 1e6, size / 1e3 / count as f64);
    questions(&binary, &kept, &news)
}

/// Asks everything, times it, checks what can be known.
fn questions(_binary: &Path, _case: &Path, _news: &News) -> Done {
    Ok(())
}

/// A path as an argument.
fn path(path: &Path) -> Done<&str> {
    path.to_str().ok_or_else(|| format!("{}: not Unicode", path.display()))
}

/// A path at which no case is.
fn fresh(path: PathBuf) -> Done<PathBuf> {
    for end in ["", "-wal", "-shm"] {
        let mut name = path.clone().into_os_string();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(format!("{name:?}: {e}")),
            _ => {}
        }
    }
    Ok(path)
}

/// Runs `demarche ARGS`; what it prints goes to a file or nowhere. The shell's `times` knows what it cost.
fn timed(binary: &Path, args: &[&str], to: Option<&Path>) -> Done<Cost> {
    let out = match to {
        Some(path) => std::fs::File::create(path).map_err(|e| format!("{}: {e}", path.display()))?.into(),
        None => Stdio::null(),
    };
    let start = Instant::now();
    let output = Command::new("sh")
        .args(["-c", "\"$@\" || exit; times >&2", "sh"])
        .arg(binary)
        .args(args)
        .stdout(out)
        .stderr(Stdio::piped())
        .output()
        .map_err(|e| format!("sh: {e}"))?;
    let clock = start.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("demarche {}: {}\n{said}", args.join(" "), output.status));
    }
    let children = said.lines().last().unwrap_or_default();
    let processor = children.split_whitespace().filter_map(seconds).sum();
    Ok(Cost { clock, processor })
}

/// Seconds in "1m2.50s".
fn seconds(words: &str) -> Option<f64> {
    let (minutes, rest) = words.split_once('m')?;
    Some(
        minutes.parse::<f64>().ok()? * 60.0
            + rest.strip_suffix('s')?.replace(',', ".").parse::<f64>().ok()?,
    )
}

fn say(what: &str, cost: Cost, more: &str) {
    println!("{what:<44} {:>9.3} s by the clock {:>9.2} s of processors{more}", cost.clock, cost.processor);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_shell_says_of_times_is_understood() {
        assert_eq!(seconds("1m2.50s"), Some(62.5));
        assert_eq!(seconds("0m0,010s"), Some(0.01));
        assert_eq!(seconds("-"), None);
    }
}
