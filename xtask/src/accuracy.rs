//! Accuracy on the dev data, kept as rows that may only rise.

use crate::measure::{binary, demarche, figure, score, scratch, shared};
use crate::{Done, printed, root};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How much a figure may fall before `--check` fails: what a rounding moves.
const SLACK: f64 = 0.0005;

/// Files whose texts the shipped weights were trained on: their figures guard against breakage, they say nothing of new text.
const SEEN: [&str; 2] = ["entities/uner_ewt_dev.jsonl", "dates/tbaq.jsonl"];

/// One measured figure.
#[derive(Clone, Debug)]
struct Row {
    task: &'static str,
    data: String,
    figure: String,
    value: f64,
}

/// Measures everything; writes `accuracy/*.csv`, or compares with what stands there.
pub fn accuracy(check: bool) -> Done {
    let Some(shared) = shared() else {
        println!("skipped: no ../shared here, and with it no dev data");
        return Ok(());
    };
    let binary = binary()?;
    let mut rows = syntax(&shared, &binary)?;
    rows.extend(attributions(&shared, &binary)?);
    rows.extend(spans(&shared, &binary)?);
    rows.extend(events(&shared, &binary)?);
    rows.extend(articles(&shared, &binary)?);
    rows.extend(conditions(&shared)?);
    rows.extend(coreference(&shared)?);
    settle(&rows, check)
}

/// Names and event types on what a model never saw: `folder/K` holds the model of fold K and the ids that were kept from it, as
/// `train/folds.sh` and `train/cross.py --export` write them. Writes `accuracy/folds.csv`, or compares with what stands there.
pub fn folds(folder: &Path, check: bool) -> Done {
    let Some(shared) = shared() else {
        println!("skipped: no ../shared here, and with it no data to cross-validate on");
        return Ok(());
    };
    let parts = folds_in(folder)?;
    let binary = binary()?;
    let names = held_out(&shared, &binary, &parts, "entities/uner_ewt_dev.jsonl")?;
    let names = score(&shared, "score_spans.py", &[&names.0, &names.1, "--key", "entities"])?;
    let types = held_out(&shared, &binary, &parts, "events/plover_relations.jsonl")?;
    let types = score(&shared, "score_events.py", &[&types.0, &types.1])?;
    let mut rows = f1_rows("folds", "uner_ewt_dev", &names);
    rows.retain(|r| r.figure != "value F1");
    for line in types.lines().filter(|l| l.starts_with("given_pair")) {
        rows.extend(row("folds", "plover_relations", "given_pair macro-F1", figure(line, "macro-F1")));
        rows.extend(row("folds", "plover_relations", "given_pair accuracy", figure(line, "accuracy")));
    }
    settle(&rows, check)
}

/// The folders of the folds with their held-out ids; an error where one lacks its model.
fn folds_in(folder: &Path) -> Done<Vec<(PathBuf, BTreeSet<String>)>> {
    let mut parts = Vec::new();
    for k in 0..5 {
        let part = folder.join(k.to_string());
        let held = part.join("held.txt");
        let ids = std::fs::read_to_string(&held).map_err(|e| format!("{}: {e}", held.display()))?;
        if !part.join("demarche.safetensors").is_file() {
            return Err(format!("{}: no model here; train/folds.sh makes it", part.display()));
        }
        parts.push((part, ids.lines().map(str::to_owned).collect()));
    }
    Ok(parts)
}

/// The gold file and the records of all folds together, each line read by the model that never saw it.
fn held_out(
    shared: &Path,
    binary: &Path,
    parts: &[(PathBuf, BTreeSet<String>)],
    data: &str,
) -> Done<(String, String)> {
    let gold = shared.join("data").join(data);
    let asked = requests(&gold)?;
    let id = |line: &str| -> Option<String> {
        let request: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(request["id"].as_str()?.to_owned())
    };
    let mut records = String::new();
    let mut read = 0;
    for (part, held) in parts {
        let lines: Vec<&str> = asked.lines().filter(|l| id(l).is_some_and(|i| held.contains(&i))).collect();
        let (input, output) = (scratch("fold.jsonl")?, scratch("fold-records.jsonl")?);
        std::fs::write(&input, lines.join("\n") + "\n").map_err(|e| e.to_string())?;
        demarche(binary, &["code", "--models", &part.to_string_lossy()], Some(&input), &output)?;
        records += &std::fs::read_to_string(&output).map_err(|e| e.to_string())?;
        read += lines.len();
    }
    let all = asked.lines().count();
    if read != all {
        return Err(format!("{data}: the folds hold {read} of {all} lines; were they made from other data?"));
    }
    let path = scratch("folds-records.jsonl")?;
    std::fs::write(&path, records).map_err(|e| e.to_string())?;
    Ok((gold.to_string_lossy().into_owned(), path.to_string_lossy().into_owned()))
}

/// Prints the rows, then writes them or compares them with what stands there.
fn settle(rows: &[Row], check: bool) -> Done {
    for row in rows {
        println!("{:14} {:26} {:28} {:.4}", row.task, row.data, row.figure, row.value);
    }
    if check { compare(rows) } else { write(rows) }
}

/// Scores whole articles, the gold ones and our own, item by item.
pub fn gold() -> Done {
    let Some(shared) = shared() else {
        println!("skipped: no ../shared here, and with it no scorer");
        return Ok(());
    };
    let binary = binary()?;
    for (name, gold, report) in article_reports(&shared, &binary)? {
        println!("== {name} ({})\n{report}", gold.display());
    }
    Ok(())
}

fn syntax(shared: &Path, binary: &Path) -> Done<Vec<Row>> {
    let mut rows = Vec::new();
    for data in ["ewt_dev", "gum_dev"] {
        let gold = shared.join(format!("data/treebanks/{data}.conllu"));
        let system = scratch(&format!("{data}.conllu"))?;
        let gold = gold.to_string_lossy();
        demarche(binary, &["read", "--pretokenized", "--format", "conllu", &gold], None, &system)?;
        let said = score(shared, "score_syntax.py", &[&gold, &system.to_string_lossy()])?;
        for name in ["UPOS", "XPOS", "LEMMA", "UAS", "LAS"] {
            rows.extend(row("syntax", data, name, figure(&said, name)));
        }
    }
    Ok(rows)
}

/// What an evaluator among the examples of `demarche-extract` prints.
fn evaluator(name: &str, args: &[&Path]) -> Done<String> {
    let cargo = ["run", "--release", "--quiet", "-p", "demarche-extract", "--example", name, "--"];
    printed(Command::new("cargo").args(cargo).args(args).current_dir(root()))
}

fn conditions(shared: &Path) -> Done<Vec<Row>> {
    let trees = shared.join("data/treebanks");
    let files = std::fs::read_dir(&trees).map_err(|e| format!("{}: {e}", trees.display()))?;
    let mut gum: Vec<PathBuf> = files.filter_map(|f| Some(f.ok()?.path())).collect();
    gum.retain(|p| {
        p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("gum_"))
            && p.extension().is_some_and(|e| e == "conllu")
    });
    gum.sort();
    let key = shared.join("data/conditions/gdtb_conditions.jsonl");
    let args: Vec<&Path> = std::iter::once(key.as_path()).chain(gum.iter().map(PathBuf::as_path)).collect();
    let said = evaluator("eval_conditions", &args)?;
    // "conditions found: 190 of 237 (0.802)"
    let found = figure(&said, "found:").zip(figure(&said, "of"));
    Ok(row("conditions", "gdtb_conditions", "IF and THEN found", found.map(|(n, all)| n / all))
        .into_iter()
        .collect())
}

fn coreference(shared: &Path) -> Done<Vec<Row>> {
    let (weights, vocab) = (root().join("models/demarche.safetensors"), root().join("models/vocab.txt"));
    let said = evaluator("eval_coref", &[&weights, &vocab, &shared.join("data/treebanks/gum_dev.conllu")])?;
    let mut rows = Vec::new();
    for line in said.lines().filter(|l| l.split_whitespace().nth(1) == Some("total")) {
        let key = line.split_whitespace().next().unwrap_or_default();
        rows.extend(row("coreference", "gum_dev", &format!("{key} CoNLL F1"), figure(line, "CoNLL")));
    }
    Ok(rows)
}

/// Runs `code` over a file of texts and a scorer over the records.
fn coded(shared: &Path, binary: &Path, data: &str, scorer: &str, key: &[&str]) -> Done<String> {
    let gold = shared.join("data").join(data);
    let input = scratch("input.jsonl")?;
    let records = scratch("records.jsonl")?;
    std::fs::write(&input, requests(&gold)?).map_err(|e| e.to_string())?;
    demarche(binary, &["code"], Some(&input), &records)?;
    let paths = [gold.to_string_lossy().into_owned(), records.to_string_lossy().into_owned()];
    let args: Vec<&str> = paths.iter().map(String::as_str).chain(key.iter().copied()).collect();
    score(shared, scorer, &args)
}

/// The lines of `gold` with what `demarche code` is told: the text, its date and the asked pair, not the answers.
fn requests(gold: &Path) -> Done<String> {
    let lines = std::fs::read_to_string(gold).map_err(|e| format!("{}: {e}", gold.display()))?;
    let mut out = String::new();
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let item: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let mut request = serde_json::Map::new();
        for key in ["id", "text", "published"] {
            if let Some(value) = item.get(key).filter(|v| v.is_string()) {
                request.insert(key.to_owned(), value.clone());
            }
        }
        if let (Some(source), Some(target)) = (item.get("source"), item.get("target")) {
            request.insert("pairs".to_owned(), serde_json::json!([{ "source": source, "target": target }]));
        }
        out += &serde_json::Value::Object(request).to_string();
        out.push('\n');
    }
    Ok(out)
}

fn attributions(shared: &Path, binary: &Path) -> Done<Vec<Row>> {
    let said = coded(shared, binary, "attributions/dev.jsonl", "score_attributions.py", &[])?;
    Ok(f1_rows("attributions", "dev", &said))
}

fn spans(shared: &Path, binary: &Path) -> Done<Vec<Row>> {
    let mut rows = Vec::new();
    for (task, data, key) in [
        ("entities", "entities/uner_ewt_dev.jsonl", "entities"),
        ("entities", "entities/re3d_dev.jsonl", "entities"),
        ("dates", "dates/tbaq.jsonl", "dates"),
    ] {
        let said = coded(shared, binary, data, "score_spans.py", &["--key", key])?;
        let name = Path::new(data).file_stem().unwrap_or_default().to_string_lossy();
        let seen = if SEEN.contains(&data) { " (seen)" } else { "" };
        let found = f1_rows(task, &format!("{name}{seen}"), &said);
        // Names have no value to compare.
        rows.extend(found.into_iter().filter(|r| key == "dates" || r.figure != "value F1"));
    }
    Ok(rows)
}

fn events(shared: &Path, binary: &Path) -> Done<Vec<Row>> {
    let mut rows = coding(shared, binary, "events/plover_relations.jsonl", "plover_relations (seen)")?;
    for (kept_aside, name) in [(false, "own pairs, even lines (rules seen)"), (true, "own pairs, odd lines")]
    {
        let path = own_pairs(kept_aside)?;
        let found = coding(shared, binary, &path.to_string_lossy(), name)?;
        rows.extend(found.into_iter().filter(|r| !r.figure.starts_with("given")));
    }
    Ok(rows)
}

/// The figures of event coding on the sentences of `data`.
fn coding(shared: &Path, binary: &Path, data: &str, called: &str) -> Done<Vec<Row>> {
    let said = coded(shared, binary, data, "score_events.py", &[])?;
    let mut rows = Vec::new();
    for line in said.lines() {
        let name = line.split_whitespace().next().unwrap_or_default();
        rows.extend(row("events", called, &format!("{name} macro-F1"), figure(line, "macro-F1")));
        if name == "pair_found" {
            rows.extend(row("events", called, name, figure(line, name)));
        }
    }
    Ok(rows)
}

/// Every second sentence of the project's own pairs, `train/own/pairs.tsv`, as the scorers read them: those on the lines with
/// an odd number, counted from 0, are kept aside by whoever writes rules. The model was trained on all of them.
fn own_pairs(kept_aside: bool) -> Done<PathBuf> {
    let source = root().join("train/own/pairs.tsv");
    let file = std::fs::read_to_string(&source).map_err(|e| format!("{}: {e}", source.display()))?;
    let mut out = String::new();
    for (number, line) in file.lines().enumerate() {
        let Some((kind, marked)) = line.split_once('\t').filter(|_| (number % 2 == 1) == kept_aside) else {
            continue;
        };
        if kind == "NONE" {
            continue;
        }
        let (text, source, target) = unmarked(marked);
        let item = serde_json::json!({
            "id": format!("own-{number}"), "text": text, "source": source, "target": target, "type": kind,
        });
        out += &format!("{item}\n");
    }
    let path = scratch(if kept_aside { "own-odd.jsonl" } else { "own-even.jsonl" })?;
    std::fs::write(&path, out).map_err(|e| e.to_string())?;
    Ok(path)
}

/// A place in a text, in Unicode scalars.
type Place = [usize; 2];

/// The text of "[S:Oslo] accused [T:Lima].", with where its source and its target stand.
fn unmarked(marked: &str) -> (String, Vec<Place>, Vec<Place>) {
    let (mut text, mut source, mut target) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let side = after.split_once(':').filter(|(side, _)| matches!(*side, "S" | "T"));
        let Some((side, (inner, behind))) = side.and_then(|(s, a)| Some((s, a.split_once(']')?))) else {
            text += before;
            text.push('[');
            rest = after;
            continue;
        };
        text += before;
        let start = text.chars().count();
        text += inner;
        let place = [start, text.chars().count()];
        if side == "S" {
            source.push(place)
        } else {
            target.push(place)
        }
        rest = behind;
    }
    text += rest;
    (text, source, target)
}

/// The F1 of every line of a scorer's report.
fn f1_rows(task: &'static str, data: &str, said: &str) -> Vec<Row> {
    let name = |line: &str| line.split_whitespace().next().unwrap_or_default().to_owned();
    said.lines()
        .filter_map(|line| row(task, data, &format!("{} F1", name(line)), figure(line, "F1")))
        .collect()
}

fn row(task: &'static str, data: &str, figure: &str, value: Option<f64>) -> Option<Row> {
    Some(Row { task, data: data.to_owned(), figure: figure.to_owned(), value: value? })
}

fn articles(shared: &Path, binary: &Path) -> Done<Vec<Row>> {
    let mut rows = Vec::new();
    for (name, _, report) in article_reports(shared, binary)? {
        let Some(total) = report.lines().find(|l| l.starts_with("total")) else { continue };
        if let (Some(found), Some(all)) = (figure(total, "total"), figure(total, "of")) {
            rows.extend(row("articles", &name, "share of gold items found", Some(found / all)));
        }
    }
    Ok(rows)
}

/// Name, gold file and scorer's report of every whole article: those of `shared` and our own.
fn article_reports(shared: &Path, binary: &Path) -> Done<Vec<(String, PathBuf, String)>> {
    let mut out = Vec::new();
    for folder in [shared.join("gold"), root().join("tests/expected")] {
        let Ok(files) = std::fs::read_dir(&folder) else { continue };
        let mut files: Vec<_> = files.filter_map(|f| Some(f.ok()?.path())).collect();
        files.sort();
        for gold in files.iter().filter(|f| f.extension().is_some_and(|e| e == "json")) {
            let read = std::fs::read_to_string(gold).map_err(|e| format!("{}: {e}", gold.display()))?;
            let item: serde_json::Value =
                serde_json::from_str(&read).map_err(|e| format!("{}: {e}", gold.display()))?;
            let field = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
            let name = field("id");
            let text = scratch(&format!("{name}.txt"))?;
            let record = scratch(&format!("{name}.json"))?;
            std::fs::write(&text, field("text")).map_err(|e| e.to_string())?;
            let published = field("published");
            let mut args = vec!["read", "--format", "json"];
            if !published.is_empty() {
                args.extend(["--published", &published]);
            }
            let path = text.to_string_lossy();
            args.push(&path);
            demarche(binary, &args, None, &record)?;
            let report =
                score(shared, "score_record.py", &[&gold.to_string_lossy(), &record.to_string_lossy()])?;
            out.push((name, gold.clone(), report));
        }
    }
    Ok(out)
}

fn csv(task: &str) -> PathBuf {
    root().join("accuracy").join(format!("{task}.csv"))
}

fn write(rows: &[Row]) -> Done {
    let date = printed(Command::new("date").args(["-u", "+%F"]))?;
    let commit = printed(Command::new("git").args(["rev-parse", "--short", "HEAD"]))?;
    let (date, commit) = (date.trim(), commit.trim());
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for row in rows {
        let file = files.entry(row.task).or_insert_with(|| "task,data,figure,value,date,commit\n".to_owned());
        *file += &format!("{},{},{},{:.4},{date},{commit}\n", row.task, row.data, row.figure, row.value);
    }
    std::fs::create_dir_all(root().join("accuracy")).map_err(|e| e.to_string())?;
    for (task, text) in files {
        std::fs::write(csv(task), text).map_err(|e| e.to_string())?;
    }
    Ok(())
}

fn compare(rows: &[Row]) -> Done {
    let mut fallen = Vec::new();
    for row in rows {
        let kept = std::fs::read_to_string(csv(row.task)).unwrap_or_default();
        let start = format!("{},{},{},", row.task, row.data, row.figure);
        let Some(line) = kept.lines().find_map(|l| l.strip_prefix(&start)) else { continue };
        let Some(was) = line.split(',').next().and_then(|v| v.parse::<f64>().ok()) else { continue };
        if row.value + SLACK < was {
            fallen.push(format!("{start} was {was:.4}, is {:.4}", row.value));
        }
    }
    if fallen.is_empty() { Ok(()) } else { Err(format!("fell:\n{}", fallen.join("\n"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_kept() {
        let (text, source, target) = unmarked("A [note]: [S:São Tomé] met [T:Lima].");
        assert_eq!(text, "A [note]: São Tomé met Lima.");
        assert_eq!((source, target), (vec![[10, 18]], vec![[23, 27]]));
    }
}
