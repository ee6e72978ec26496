//! `cargo xtask bench-case`: what a case of many documents costs, and whether its answers are right.
//!
//! The documents are synthetic ([`crate::synthetic`]), always the same. Times are of whole processes, start included:
//! seconds by the clock, and seconds of the processors (which a busy machine changes less). Everything is printed as a
//! table; nothing is kept but the files under `target/bench-case`.

use crate::measure::binary;
use crate::synthetic::{News, news};
use crate::{Done, printed, root};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

const SEED: u64 = 20_250_101;

/// How many times a question is asked; the median counts.
const TIMES: usize = 5;

/// One document more.
const MORE: &str = "ATHENS, January 2 (SW) - Greece on Friday lifted the blockade of the harbour, its foreign ministry \
                    said. Turkey had demanded this.\n";

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
    let (read, kept) = (fresh(file("read.case"))?, fresh(file("kept.case"))?);
    let out = std::fs::File::create(&records).map_err(|e| format!("{}: {e}", records.display()))?;
    let reading = Running::start(&binary, &["code", path(&texts)?], out.into())?.end()?;
    let adding = timed(&binary, &["case", "add", path(&read)?, path(&texts)?])?;
    say("reader (code)", reading);
    say("reader and store (case add)", adding);
    let share = |of: fn(&Cost) -> f64| 100.0 * (of(&adding) / of(&reading) - 1.0);
    println!(
        "so the store adds {:.1} % to the time by the clock, {:.1} % to that of the processors",
        share(|c| c.clock),
        share(|c| c.processor)
    );
    let storing = timed(&binary, &["case", "add", path(&kept)?, path(&records)?])?;
    say("the store alone, from records", storing);
    // What is known is only read, and no record of a text that was just read is read from JSON.
    let again = timed(&binary, &["case", "add", path(&kept)?, path(&records)?])?;
    say("the same again (nothing to add)", again);
    let store = storing.processor - again.processor;
    println!(
        "without the reading of JSON that is {:.1} % of the reader's processor time, {:.2} ms a document",
        100.0 * store / reading.processor,
        1000.0 * store / count as f64,
    );
    let more = file("more.txt");
    std::fs::write(&more, MORE).map_err(|e| format!("{}: {e}", more.display()))?;
    let one = ["case", "add", path(&kept)?, path(&more)?, "--published", "2026-01-02"];
    say("one document more", timed(&binary, &one)?);
    let size = std::fs::metadata(&kept).map_err(|e| e.to_string())?.len() as f64;
    println!("file: {:.1} MB, {:.1} KB a document", size / 1e6, size / 1e3 / count as f64);
    questions(&binary, &kept, &news)
}

/// Asks everything, times it, checks what can be known.
fn questions(binary: &Path, case: &Path, news: &News) -> Done {
    let case = path(case)?;
    let commitment = one(binary, case, "SELECT min(cluster) FROM items WHERE kind = 'commitment'")?;
    let questions: [&[&str]; 22] = [
        &["documents"],
        &["timeline"],
        &["timeline", "--since", "2025-06-01", "--until", "2025-06-30", "--limit", "0"],
        &["timeline", "--as-of", "2025-06-30"],
        &["actors"],
        &["said", "--by", "GEO"],
        &["said", "--about", "deadline"],
        &["said", "--to", "parliament"],
        &["said", "--venue", "radio"],
        &["events"],
        &["events", "--type", "SANCTION"],
        &["events", "--source", "GEO", "--target", "KAZ", "--limit", "0"],
        &["events", "--since", "2025-06-01", "--until", "2025-06-30", "--limit", "0"],
        &["meetings"],
        &["meetings", "--with", "GEO", "--ics"],
        &["commitments"],
        &["commitments", "--open"],
        &["commitments", "--by", "GEO", "--limit", "0"],
        &["commitments", "--open", "--as-of", "2025-06-30"],
        &["trend", "--between", "GEO,KAZ"],
        &["search", "wheat Georgia"],
        &["sql", "SELECT type, count(*) FROM events GROUP BY type"],
    ];
    let show: &[&str] = &["show", &commitment];
    let slow: [&[&str]; 4] =
        [&["trend"], &["export", "polecat"], &["export", "graphml"], &["export", "items"]];
    println!("\nquestions, the median of {TIMES}, the start of the process included:");
    let start = median(binary, &["--version"])?;
    println!("{:>8.1} ms  (the start alone: --version)", 1000.0 * start);
    for question in questions.into_iter().chain([show]).chain(slow) {
        let args = [&["case", question[0], case], &question[1..]].concat();
        println!("{:>8.1} ms  {}", 1000.0 * median(binary, &args)?, question.join(" "));
    }
    check(binary, case, news)
}

/// What the generator knows against what the case says. Texts are counted to the last one; of what is written in
/// them the reader may miss some, and may take some for what it is not.
fn check(binary: &Path, case: &str, news: &News) -> Done {
    let mut faults = Vec::new();
    println!("\nanswers: what was written, what the case says");
    let mut line = |what: &str, written: usize, sql: &str, least: f64, most: f64| -> Done {
        let says: usize = one(binary, case, sql)?.parse().map_err(|_| format!("no number: {sql}"))?;
        println!("{written:>8} {says:>8}  {what}");
        let share = says as f64 / written.max(1) as f64;
        if !(least..=most).contains(&share) {
            faults.push(format!("{what}: {written} were written, the case says {says}"));
        }
        Ok(())
    };
    line("documents", news.documents.len() + 1, "SELECT count(*) FROM documents", 1.0, 1.0)?;
    line("near-copies", news.copies, "SELECT count(*) FROM documents WHERE copies <> sha256", 0.99, 1.01)?;
    for name in ["Georgia", "Kazakhstan", "Peru", "Kenya"] {
        let sql = format!("SELECT count(*) FROM texts WHERE texts MATCH 'text : {name}'");
        line(&format!("documents that name {name}"), news.naming[name], &sql, 1.0, 1.0)?;
    }
    // What third parties urge and offer is not counted: only what a state binds itself to or demands.
    let bound = |kind: &str| {
        format!(
            "SELECT count(DISTINCT i.cluster) FROM items i JOIN commitments c ON c.item = i.item
             JOIN parties p ON p.item = i.item AND p.role = 'by'
             WHERE c.kind = '{kind}' AND p.side NOT IN ('UN', 'EU', 'AU', 'UNSC')"
        )
    };
    for kind in ["demand", "threat", "promise"] {
        let written = news.written.get(kind).copied().unwrap_or_default();
        line(&format!("{kind}s of states"), written, &bound(kind), 0.7, 1.3)?;
    }
    let became = |kind: &str, states: &str| {
        format!(
            "SELECT count(DISTINCT i.cluster) FROM items i JOIN commitments c ON c.item = i.item
             JOIN changes s ON s.item = i.cluster WHERE c.kind = '{kind}' AND s.state IN ({states})"
        )
    };
    // How many of those are found is the reader's and the rules' affair, not the store's: they are shown only.
    for (what, kind, states) in [
        ("demand met", "demand", "'met'"),
        ("demand refused", "demand", "'rejected', 'broken'"),
        ("threat carried out", "threat", "'carried_out'"),
        ("promise kept", "promise", "'met'"),
        ("promise broken", "promise", "'broken'"),
    ] {
        let written = news.written.get(what).copied().unwrap_or_default();
        line(what, written, &became(kind, states), 0.0, f64::INFINITY)?;
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// The one value that a query gives.
fn one(binary: &Path, case: &str, sql: &str) -> Done<String> {
    let csv = printed(Command::new(binary).args(["case", "sql", case, sql, "--format", "csv"]))?;
    csv.lines()
        .nth(1)
        .map(|line| line.trim_matches('"').to_owned())
        .ok_or_else(|| format!("no answer: {sql}"))
}

/// The median of the seconds that a process takes.
fn median(binary: &Path, args: &[&str]) -> Done<f64> {
    let mut all = Vec::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        let output =
            Command::new(binary).args(args).output().map_err(|e| format!("{}: {e}", binary.display()))?;
        all.push(start.elapsed().as_secs_f64());
        if !output.status.success() {
            return Err(format!("demarche {}: {}", args.join(" "), String::from_utf8_lossy(&output.stderr)));
        }
    }
    all.sort_by(f64::total_cmp);
    Ok(all[TIMES / 2])
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

/// Runs `demarche ARGS`; what it prints goes nowhere.
fn timed(binary: &Path, args: &[&str]) -> Done<Cost> {
    Running::start(binary, args, Stdio::null())?.end()
}

/// `demarche ARGS`, under way. The shell's `times` knows what it cost.
struct Running {
    child: Child,
    args: String,
    start: Instant,
}

impl Running {
    fn start(binary: &Path, args: &[&str], output: Stdio) -> Done<Running> {
        let start = Instant::now();
        let child = Command::new("sh")
            .args(["-c", "\"$@\" || exit; times >&2", "sh"])
            .arg(binary)
            .args(args)
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|e| format!("sh: {e}"))?;
        Ok(Running { child, args: args.join(" "), start })
    }

    fn end(self) -> Done<Cost> {
        let output = self.child.wait_with_output().map_err(|e| format!("sh: {e}"))?;
        let clock = self.start.elapsed().as_secs_f64();
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("demarche {}: {}\n{said}", self.args, output.status));
        }
        let children = said.lines().last().unwrap_or_default();
        let processor = children.split_whitespace().filter_map(seconds).sum();
        Ok(Cost { clock, processor })
    }
}

/// Seconds in "1m2.50s".
fn seconds(words: &str) -> Option<f64> {
    let (minutes, rest) = words.split_once('m')?;
    Some(
        minutes.parse::<f64>().ok()? * 60.0
            + rest.strip_suffix('s')?.replace(',', ".").parse::<f64>().ok()?,
    )
}

fn say(what: &str, cost: Cost) {
    println!("{what:<36} {:>9.2} s by the clock {:>9.2} s of processors", cost.clock, cost.processor);
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
