//! One crisis in thirteen articles of our own (`tests/case`), read into one case and asked.
//!
//! `tests/case/expected.md` is what a careful reader would write of it, in tables of which every line is checked here.
//! Its first column says whether the program says the same; a line that came to be read, or is no longer, fails. After a
//! change that should move a mark or a snapshot: `cargo xtask snapshots --bless`, then read the difference.
#![cfg(feature = "models")]

#[allow(dead_code, reason = "the cases of single articles are other tests'")]
mod scenario;

use expect_test::expect_file;
use scenario::{prints as run, text};
use serde_json::{Value, json};
use std::path::PathBuf;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/case");

/// A case file of its own, gone when the test ends.
struct Crisis(PathBuf);

impl Crisis {
    /// All articles, added as a person would: one file of JSON Lines.
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("demarche-crisis-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let lines = folder.join("crisis.jsonl");
        std::fs::write(&lines, articles().iter().map(|a| a.to_string() + "\n").collect::<String>()).unwrap();
        let crisis = Crisis(folder);
        run(&["case", "add", text(&crisis.case()), text(&lines)]);
        crisis
    }

    fn case(&self) -> PathBuf {
        self.0.join("crisis.case")
    }

    /// What `demarche case QUESTION` prints.
    fn view(&self, question: &str, more: &[&str]) -> String {
        run(&[&["case", question, text(&self.case())], more].concat())
    }

    /// The rows that answer a question.
    fn ask(&self, question: &str, more: &[&str]) -> Vec<Value> {
        let printed = self.view(question, &[&["--format", "json", "--limit", "0"], more].concat());
        let answer: Value = serde_json::from_str(&printed).unwrap();
        answer.get("rows").unwrap_or(&answer).as_array().unwrap().clone()
    }
}

impl Drop for Crisis {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The articles as `case add` takes them, in order. Each file has a small header, a blank line, the text.
fn articles() -> Vec<Value> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(FOLDER).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let article = |file: &PathBuf| {
        let whole = std::fs::read_to_string(file).unwrap();
        let (header, text) = whole.split_once("\n\n").unwrap();
        let of = |name: &str| {
            header.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(": ")).unwrap().to_owned()
        };
        let (id, host) = file.file_stem().unwrap().to_str().unwrap().split_once('-').unwrap();
        json!({
            "id": id, "outlet": of("Outlet"), "published": of("Date"), "title": of("Headline"), "text": text,
            "url": format!("https://{host}.example/{id}"),
        })
    };
    files.iter().map(article).collect()
}

/// A day of March as the tables write it.
fn day(words: &str) -> String {
    match words.parse::<u8>() {
        Ok(day) => format!("2025-03-{day:02}"),
        Err(_) => words.to_owned(),
    }
}

/// Strings in a list of rows' field.
fn strings<'a>(rows: &'a Value, field: &str) -> Vec<&'a str> {
    rows.as_array().into_iter().flatten().filter_map(|r| r.get(field)?.as_str()).collect()
}

/// Whether one of the quotes has the words.
fn has(row: &Value, words: &str) -> bool {
    strings(&row["quotes"], "quote").iter().any(|q| q.contains(words))
}

/// Whether one of the quotes has the words, or is a part of them: of an event, the verb alone may be quoted.
fn quoted(row: &Value, words: &str) -> bool {
    strings(&row["quotes"], "quote").iter().any(|q| q.contains(words) || words.contains(q))
}

/// Whether people (`{id, name, side?}`) are those that the table names, by side or by a word of their name.
fn are(people: &[&Value], named: &str) -> bool {
    let named: Vec<&str> = named.split(", ").filter(|n| !n.is_empty()).collect();
    let is = |who: &Value, name: &str| {
        who["side"].as_str().or(who["id"].as_str()) == Some(name)
            || who["name"].as_str().is_some_and(|n| n.contains(name))
    };
    named.iter().all(|name| people.iter().any(|who| is(who, name)))
        && people.iter().all(|who| named.iter().any(|name| is(who, name)))
}

fn list(people: &Value) -> Vec<&Value> {
    people.as_array().into_iter().flatten().collect()
}

/// What the case says, asked once.
struct Answers<'c> {
    crisis: &'c Crisis,
    documents: Vec<Value>,
    events: Vec<Value>,
    meetings: Vec<Value>,
    commitments: Vec<Value>,
    trend: Vec<Value>,
}

impl<'c> Answers<'c> {
    fn of(crisis: &'c Crisis) -> Self {
        Answers {
            crisis,
            documents: crisis.ask("documents", &[]),
            events: crisis.ask("events", &[]),
            meetings: crisis.ask("meetings", &[]),
            commitments: crisis.ask("commitments", &[]),
            trend: crisis.ask("trend", &[]),
        }
    }

    /// Whether the case says what a line of the table under a heading says.
    fn say(&self, heading: &str, cells: &[&str]) -> bool {
        match (heading, cells) {
            ("Documents", [texts, independent, copies]) => self.documents(texts, independent, copies),
            ("Timeline", [on, who, kind, whom, words, of]) => self.events.iter().any(|e| {
                let (source, target) = (list(&e["source"]), list(&e["target"]));
                let both = [source.clone(), target.clone()].concat();
                // Without a day of its own it stands on that of its report, as in the program's timeline.
                let when = if e["day"].is_null() { &e["known"] } else { &e["day"] };
                *when == day(on)
                    && e["type"] == *kind
                    && (are(&source, who) && (whom.is_empty() || are(&target, whom))
                        || whom.is_empty() && are(&both, who))
                    && ["occurred", "ongoing"].contains(&e["status"].as_str().unwrap_or_default())
                    && quoted(e, words)
                    && e["sources"].as_u64() == of.parse().ok()
            }),
            ("How many died on the island", [number, outlet, on]) => self.events.iter().any(|e| {
                let quotes = list(&e["quotes"]);
                let by = |q: &&Value| q["outlet"] == *outlet && q["published"] == day(on);
                let magnitude = e["magnitude"].as_str().unwrap_or_default();
                let said = list(&e["differences"]).into_iter().any(|d| {
                    d["what"] == "magnitude" && d["says"].to_string().contains(&format!("[\"{number} "))
                });
                e["type"] == "ASSAULT"
                    && quotes.iter().any(by)
                    && (said || magnitude.starts_with(&format!("{number} ")))
            }),
            ("Meetings", [on, place, who, fate, of]) => self.meetings.iter().any(|m| {
                m["day"] == day(on)
                    && m["place"].as_str().unwrap_or_default() == *place
                    && are(&list(&m["parties"]), who)
                    && fates(m) == *fate
                    && m["sources"].as_u64() == of.parse().ok()
            }),
            ("Commitments", [kind, by, towards, words, of, life]) => self.commitments.iter().any(|c| {
                c["kind"] == *kind
                    && are(&list(&c["who"]), by)
                    && are(&list(&c["whom"]), towards)
                    && has(c, words)
                    && c["sources"].as_u64() == of.parse().ok()
                    && lives(c, life)
            }),
            ("What was known then", [on, words, state]) => {
                let then = self.crisis.ask("commitments", &["--as-of", &day(on)]);
                let states: Vec<&str> =
                    then.iter().filter(|c| has(c, words)).filter_map(|c| c["state"].as_str()).collect();
                states == if state.is_empty() { vec![] } else { vec![*state] }
            }
            ("Trend", [week, between, more]) => self.trend.iter().any(|t| {
                let sum = t["sum"].as_f64().unwrap();
                t["week"] == day(week)
                    && format!("{}, {}", t["a"].as_str().unwrap(), t["b"].as_str().unwrap()) == *between
                    && *more == if sum < 0.0 { "conflict" } else { "cooperation" }
            }),
            _ => panic!("no such table: {heading} {cells:?}"),
        }
    }

    fn documents(&self, texts: &str, independent: &str, copies: &str) -> bool {
        let mut said: Vec<(String, String)> = Vec::new();
        for group in copies.split("; ") {
            let (those, first) = group.split_once(" of ").unwrap();
            said.extend(those.split(" and ").map(|copy| (copy.to_owned(), first.to_owned())));
        }
        let copy = |d: &Value| Some((d["id"].as_str()?.to_owned(), d["copy_of"].as_str()?.to_owned()));
        let mut found: Vec<(String, String)> = self.documents.iter().filter_map(copy).collect();
        found.sort();
        self.documents.len().to_string() == texts
            && (self.documents.len() - found.len()).to_string() == independent
            && found == said
    }
}

/// "planned 5, held 9": what became of a meeting, with the days from which it is known.
fn fates(meeting: &Value) -> String {
    let fate = |c: &Value| {
        let known =
            c["known"].as_str().unwrap_or("?").rsplit('-').next().unwrap().trim_start_matches('0').to_owned();
        format!("{} {known}", c["state"].as_str().unwrap())
    };
    list(&meeting["changes"]).into_iter().map(fate).collect::<Vec<_>>().join(", ")
}

/// Whether a commitment's life is "open 5; triggered 12 “closed the gates”; ...": the same states on the same days, each
/// made by those words.
fn lives(commitment: &Value, life: &str) -> bool {
    let changes: Vec<&Value> =
        list(&commitment["changes"]).into_iter().filter(|c| c["state"] != "open").collect();
    let mut said = life.split("; ");
    let opened = said.next().and_then(|s| s.strip_prefix("open ")).map(day);
    let said: Vec<&str> = said.collect();
    commitment["known"].as_str().map(str::to_owned) == opened
        && said.len() == changes.len()
        && said.iter().zip(changes).all(|(said, change)| {
            let (state, rest) = said.split_once(' ').unwrap();
            let (on, words) = rest.split_once(' ').unwrap_or((rest, ""));
            let words = words.trim_matches(['“', '”']);
            change["state"] == state
                && change["day"] == day(on)
                && (words.is_empty() || quoted(change, words))
        })
}

#[test]
fn the_articles_as_json_lines_are_the_articles() {
    let lines: String = articles().iter().map(|a| a.to_string() + "\n").collect();
    expect_file!["../../../tests/case/crisis.jsonl"].assert_eq(&lines);
}

#[test]
fn the_case_says_what_a_careful_reader_would_write() {
    let crisis = Crisis::new("expected");
    let answers = Answers::of(&crisis);
    let expected = std::fs::read_to_string(format!("{FOLDER}/expected.md")).unwrap();
    let (mut marked, mut heading, mut checked) = (String::new(), "", 0);
    for line in expected.lines() {
        heading = line.strip_prefix("## ").unwrap_or(heading);
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let ["", "yes" | "no" | "?", cells @ .., ""] = &cells[..] {
            checked += 1;
            let mark = if answers.say(heading, cells) { "yes" } else { "no" };
            marked.push_str(&format!("| {mark} | {} |\n", cells.join(" | ")));
        } else {
            marked.push_str(line);
            marked.push('\n');
        }
    }
    assert!(checked > 60, "only {checked} lines were found to be checked");
    // "  " stands where a cell is empty.
    expect_file!["../../../tests/case/expected.md"].assert_eq(&marked);
}

#[test]
fn what_the_analyst_is_shown() {
    let crisis = Crisis::new("views");
    expect_file!["../../../tests/case/timeline.view"].assert_eq(&crisis.view("timeline", &["--limit", "0"]));
    expect_file!["../../../tests/case/commitments.view"]
        .assert_eq(&crisis.view("commitments", &["--limit", "0"]));
    expect_file!["../../../tests/case/meetings.view"].assert_eq(&crisis.view("meetings", &["--limit", "0"]));
    expect_file!["../../../tests/case/trend.view"]
        .assert_eq(&crisis.view("trend", &["--between", "BWA,NAM"]));
}

#[test]
fn copies_are_counted_once_and_adding_again_changes_nothing() {
    let crisis = Crisis::new("again");
    let before = crisis.view("timeline", &[]);
    let lines = crisis.0.join("crisis.jsonl");
    run(&["case", "add", text(&crisis.case()), text(&lines)]);
    assert_eq!(crisis.view("timeline", &[]), before);
    for row in
        [crisis.ask("commitments", &[]), crisis.ask("events", &[]), crisis.ask("meetings", &[])].concat()
    {
        let quotes = strings(&row["quotes"], "document");
        // A plan tells of an event, but not that it came about.
        let is_fact = row["quad_class"].is_string() && row["status"] == "occurred";
        let differ = list(&row["differences"]).into_iter().filter(|d| d["what"] == "status");
        let says: Vec<&Value> = differ.flat_map(|d| list(&d["says"])).filter(|s| s[0] == "planned").collect();
        let plans = |d: &str| is_fact && says.iter().any(|s| list(&s[1]).iter().any(|p| **p == *d));
        let copy = |d: &&&str| ["02", "03", "11"].contains(*d);
        let independent: std::collections::BTreeSet<&str> = quotes
            .iter()
            .filter(|d| !plans(d))
            .map(|d| match *d {
                "02" | "03" => "01",
                "11" => "09",
                other => other,
            })
            .collect();
        assert_eq!(row["sources"].as_u64().unwrap() as usize, independent.len(), "{row}");
        assert!(quotes.iter().any(|d| !copy(&d)) || row["sources"] == 1, "{row}");
    }
}

#[test]
fn a_threat_fires_when_its_condition_is_assumed() {
    let crisis = Crisis::new("whatif");
    let case = crisis.case();
    let follows = run(&["whatif", text(&case), "--act", "NAM close the gates", "--as-of", "2025-03-09"]);
    let (fires, rest) = follows.split_once(", threat by BWA towards NAM, fires").expect("the threat fires");
    assert!(fires.contains("1. c"), "{follows}");
    let step = rest.split("\n2. ").next().unwrap();
    assert!(step.contains("then: we will close our border to Namibian trucks"), "{follows}");
    assert!(step.contains("“Namibia closes the gates of that dam” (04, "), "{follows}");
}

#[test]
fn the_samples_of_a_case_in_the_readme_are_what_is_printed() {
    let readme = std::fs::read_to_string(format!("{FOLDER}/../../README.md")).unwrap();
    let section = readme.split_once("## A crisis as a case").unwrap().1.split_once("\n## ").unwrap().0;
    let samples: Vec<&str> =
        section.split("```text\n").skip(1).map(|s| s.split_once("```").unwrap().0).collect();
    let crisis = Crisis::new("readme");
    let case = crisis.case();
    let act = ["whatif", text(&case), "--act", "NAM close the gates", "--as-of", "2025-03-11"];
    let printed = [crisis.view("commitments", &["--limit", "0"]), run(&act)];
    assert_eq!(samples.len(), printed.len());
    for (sample, printed) in samples.iter().zip(&printed) {
        for line in sample.lines() {
            assert!(printed.lines().any(|l| l == line), "{line:?} is not in\n{printed}");
        }
    }
}
