//! A case over the binary: records go in as JSON Lines, answers come out. No model is needed.

use expect_test::{Expect, expect};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs `demarche case` with `args`.
fn case(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demarche"))
        .arg("case")
        .args(args)
        .env("COLUMNS", "100")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}

/// What it prints; it must succeed and complain of nothing.
fn prints(args: &[&str]) -> String {
    let output = case(args);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What it complains of, and its exit code.
fn complains(args: &[&str]) -> (Option<i32>, String) {
    let output = case(args);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Checks what a question prints, without the margin that all its lines share and the returns of calendars' lines: the
/// source of a test keeps neither.
fn check(args: &[&str], expected: Expect) {
    let printed = prints(args).replace('\r', "");
    let margin = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let shared = printed.lines().filter(|l| !l.trim().is_empty()).map(margin).min().unwrap_or(0);
    let lines: Vec<&str> = printed.lines().map(|l| l.get(shared..).unwrap_or("")).collect();
    expected.assert_eq(&(lines.join("\n") + "\n"));
}

/// A place for the files of the test of that name.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("case").join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A record in the making.
struct Draft {
    text: String,
    record: Value,
}

impl Draft {
    fn new(id: &str, published: Option<&str>, outlet: &str, title: &str, text: &str) -> Draft {
        let by = if published.is_some() { "given" } else { "unknown" };
        let document = json!({ "id": id, "title": title, "text": text, "url": null, "language": "en", "sha256": "",
                               "published": published, "published_by": by });
        let record = json!({ "schema": "1.0", "outlet": outlet, "document": document, "entities": [], "dates": [],
                             "notices": [], "actors": [], "attributions": [], "events": [], "meetings": [],
                             "commitments": [] });
        Draft { text: text.to_owned(), record }
    }

    /// Where the words stand.
    fn span(&self, words: &str) -> Value {
        let at = self.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"));
        let from = self.text[..at].chars().count();
        json!([from, from + words.chars().count()])
    }

    fn push(mut self, list: &str, item: Value) -> Draft {
        self.record[list].as_array_mut().unwrap().push(item);
        self
    }

    fn actor(self, id: &str, name: &str, kind: &str, words: &str, more: Value) -> Draft {
        let mut actor = json!({ "id": id, "name": name, "kind": kind, "mentions": [{ "span": self.span(words) }],
                                "spans": [self.span(words)] });
        actor.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.push("actors", actor)
    }

    /// `who` does something to `whom`: ids and the words that name them; a score and class as the type has them.
    fn event(
        self,
        what: (&str, f64, &str),
        who: [&str; 2],
        whom: [&str; 2],
        words: &str,
        date: &str,
    ) -> Draft {
        let n = self.record["events"].as_array().unwrap().len() + 1;
        let party = |[id, words]: [&str; 2]| json!([{ "actor": id, "spans": [self.span(words)] }]);
        let event = json!({
            "id": format!("e{n}"), "type": what.0, "mode": null, "source": party(who), "target": party(whom),
            "trigger": [self.span(words)], "status": "occurred", "date": date, "place": null, "magnitude": null,
            "attribution": null, "goldstein": what.1, "quad_class": what.2, "found_by": "rule:verb" });
        self.push("events", event)
    }

    fn line(self) -> String {
        self.record.to_string() + "\n"
    }
}

/// The clause of a commitment.
fn clause(draft: &Draft, words: &str, actor: &str, negated: bool, r#type: Option<&str>) -> Value {
    json!({ "actor": [actor], "spans": [draft.span(words)], "negated": negated, "type": r#type, "event": null })
}

/// Four documents of one quarrel: an ultimatum, a report of it by another outlet with the date of talks, their
/// cancellation, and one that nobody dated.
fn quarrel() -> String {
    let wire = Draft::new(
        "wire-1",
        Some("2024-06-12"),
        "The Wire",
        "Ultimatum to Mali",
        "ABUJA – The Economic Community of West African States (ECOWAS) said Mali must release the soldiers. \"If the \
         demand is not met, the bloc will close its borders with Mali,\" its president Amina Okello said. Mali \
         rejected the ultimatum of ECOWAS on Wednesday.",
    );
    let wire = wire
        .actor("ECOWAS", "Economic Community of West African States", "igo", "ECOWAS", json!({}))
        .actor("MLI", "Mali", "state", "Mali must", json!({}))
        .actor(
            "Amina Okello",
            "Amina Okello",
            "person",
            "Amina Okello",
            json!({ "role": "president", "affiliation": "ECOWAS" }),
        )
        .event(
            ("REJECT", -4.0, "verbal_conflict"),
            ["MLI", "Mali rejected"],
            ["ECOWAS", "of ECOWAS on"],
            "rejected",
            "2024-06-12",
        );
    let said = "If the demand is not met, the bloc will close its borders with Mali,";
    let statement = json!({
        "id": "a1", "source": [wire.span("Amina Okello")], "cue": [wire.span("said.")], "content": [wire.span(said)],
        "speaker": "Amina Okello", "mode": "direct", "venue": "in Abuja", "addressee": "reporters",
        "date": "2024-06-12", "stance": "threatens", "found_by": "rule:clause" });
    let threat = json!({
        "id": "c1", "kind": "threat", "by": ["ECOWAS"], "towards": ["MLI"],
        "if": clause(&wire, "the demand is not met", "MLI", true, None),
        "then": clause(&wire, "the bloc will close its borders with Mali", "ECOWAS", false, Some("COERCE")),
        "what": null, "attribution": "a1", "spans": [wire.span(said)], "found_by": "rule:condition" });
    let wire = wire.push("attributions", statement).push("commitments", threat);

    let post = Draft::new(
        "post-7",
        Some("2024-06-13"),
        "The Post",
        "Talks in Accra",
        "Mali rejected the demand of ECOWAS on Wednesday, but both sides will hold talks in Accra on June 20.",
    );
    let post = post
        .actor("ECOWAS", "Economic Community of West African States", "igo", "ECOWAS", json!({}))
        .actor("MLI", "Mali", "state", "Mali", json!({}))
        .event(
            ("REJECT", -4.0, "verbal_conflict"),
            ["MLI", "Mali"],
            ["ECOWAS", "of ECOWAS on"],
            "rejected",
            "2024-06-12",
        );
    let post = meeting(post, "talks in Accra", ["both sides", "both sides"], "planned");

    let radio = Draft::new(
        "radio-3",
        Some("2024-06-19"),
        "Radio Sahel",
        "No talks",
        "The talks between Mali and ECOWAS in Accra on June 20 will not take place. ECOWAS closed its borders with Mali \
         on Tuesday.",
    );
    let radio = radio
        .actor("ECOWAS", "Economic Community of West African States", "igo", "ECOWAS", json!({}))
        .actor("MLI", "Mali", "state", "Mali", json!({}))
        .event(
            ("COERCE", -7.0, "material_conflict"),
            ["ECOWAS", "ECOWAS closed"],
            ["MLI", "with Mali"],
            "closed",
            "2024-06-18",
        );
    let radio = meeting(radio, "talks between Mali and ECOWAS in Accra", ["Mali and", "ECOWAS in"], "denied");

    let letter = Draft::new("letter", None, "A reader", "", "Mali praised ECOWAS.");
    let letter = letter
        .actor("MLI", "Mali", "state", "Mali", json!({}))
        .actor("ECOWAS", "Economic Community of West African States", "igo", "ECOWAS", json!({}))
        .event(
            ("SUPPORT", 3.0, "verbal_cooperation"),
            ["MLI", "Mali"],
            ["ECOWAS", "ECOWAS"],
            "praised",
            "2024",
        );
    [wire, post, radio, letter].map(Draft::line).concat()
}

/// Talks of Mali and ECOWAS in Accra on 20 June 2024, as the words have it.
fn meeting(draft: Draft, words: &str, parties: [&str; 2], status: &str) -> Draft {
    let spans = parties.map(|p| draft.span(p));
    let meeting = json!({
        "id": "m1", "parties": [{ "actor": "MLI", "spans": [spans[0]] }, { "actor": "ECOWAS", "spans": [spans[1]] }],
        "heads": [], "forum": null, "place": "Accra", "start": "2024-06-20", "end": null, "format": "talks",
        "topics": [], "status": status, "after": null, "spans": [draft.span(words)], "found_by": "rule:meeting" });
    draft.push("meetings", meeting)
}

/// A case of the quarrel for the test of that name.
fn quarrel_case(test: &str) -> String {
    let folder = folder(test);
    let records = folder.join("records.jsonl");
    std::fs::write(&records, quarrel()).unwrap();
    let path = folder.join("mali.case").to_str().unwrap().to_owned();
    let said = prints(&["add", &path, records.to_str().unwrap()]);
    assert_eq!(said, "4 documents added\n");
    path
}

#[test]
fn adding_again_changes_nothing_and_what_is_bad_is_said() {
    let case_file = quarrel_case("again");
    let folder = PathBuf::from(&case_file).parent().unwrap().to_owned();
    let good = folder.join("records.jsonl").to_str().unwrap().to_owned();
    assert_eq!(prints(&["add", &case_file, &good]), "no document added, 4 known already\n");

    let unsound = quarrel().lines().next().unwrap().replace("\"end\":null", "").replace("[0,", "[99999,");
    let bad = folder.join("bad.jsonl");
    let near = quarrel()
        .replace("on Wednesday.", "on Wednesday, officials said.")
        .lines()
        .next()
        .unwrap()
        .to_owned();
    let lines = ["{\"schema\":\"1.0\"}", "{\"id\": 7}", "", "{ no JSON", &near, &unsound];
    std::fs::write(&bad, lines.join("\n")).unwrap();
    let output = case(&["add", "-v", &case_file, bad.to_str().unwrap(), "missing.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    expect![[r#"
        added  wire-1, a near-copy
        known  wire-1
        1 document added (1 near-copy), 1 known already, 4 not read
    "#]]
    .assert_eq(&String::from_utf8(output.stdout).unwrap());
    let said = String::from_utf8(output.stderr).unwrap().replace(folder.to_str().unwrap(), "");
    expect![[r#"
        demarche: /bad.jsonl: line 1: this is no record: missing field `document`
        demarche: /bad.jsonl: line 2: missing field `text`
        demarche: /bad.jsonl: line 4: key must be a string at line 1 column 3
        demarche: missing.jsonl: no such file
    "#]]
    .assert_eq(&said);
}

#[test]
fn the_questions_of_an_analyst() {
    let case_file = &quarrel_case("questions");
    check(
        &["documents", case_file],
        expect![[r#"
            2024-06-12     Ultimatum to Mali – wire-1, The Wire, 6 items
            2024-06-13     Talks in Accra – post-7, The Post, 4 items
            2024-06-19     No talks – radio-3, Radio Sahel, 4 items
            undated         – letter, A reader, 3 items
        "#]],
    );
    check(
        &["timeline", case_file],
        expect![[r#"
            2024-01-01
            ef1bc015219fce Mali SUPPORT Economic Community of West African States (occurred)
                           “praised” – A reader, letter

            2024-06-12
            c10a5051122d79 Economic Community of West African States THREAT Mali; if not Mali; then Economic
                           Community of West African States COERCE (carried out)
                           “If the demand is not met, the bloc will close its borders with Mali,” – The Wire,
                           2024-06-12, wire-1
                           IF “the demand is not met” – The Wire, 2024-06-12, wire-1
                           THEN “the bloc will close its borders with Mali” – The Wire, 2024-06-12, wire-1
            e10a505109e5a1 Mali REJECT Economic Community of West African States (occurred, 2 sources)
                           “rejected” – The Wire, 2024-06-12, wire-1; The Post, 2024-06-13, post-7
            c10a5051122d79 TRIGGERED its condition came about: MLI acts; both are REQUEST; both say "demand"; to
                           refuse a thing is not to do it.
                           “rejected” – The Post, 2024-06-13, post-7; The Wire, 2024-06-12, wire-1

            2024-06-18
            e4118e0a14ef4c Economic Community of West African States COERCE Mali (occurred)
                           “closed” – Radio Sahel, 2024-06-19, radio-3
            c10a5051122d79 CARRIED OUT what was threatened was done: ECOWAS acts; both are COERCE; both say
                           "close", "borders".
                           “closed” – Radio Sahel, 2024-06-19, radio-3

            2024-06-19
            m551de47b5549a CANCELLED the text says so of it. (2 sources)
                           “talks between Mali and ECOWAS in Accra” – Radio Sahel, 2024-06-19, radio-3

            2024-06-20
            m551de47b5549a talks: Mali, Economic Community of West African States; in Accra (cancelled, 2
                           sources)
                           “talks in Accra” – The Post, 2024-06-13, post-7
        "#]],
    );
    check(
        &["actors", case_file],
        expect![[r#"
              Economic Community of West African States – igo, ECOWAS (4 documents, named 4 times)
              Mali – state, MLI (4 documents, named 4 times)
              Amina Okello – person, president, of ECOWAS (1 document, named 1 times)
        "#]],
    );
    check(
        &["said", case_file, "--by", "ECOWAS"],
        expect![[r#"
            s10a505736e25b Amina Okello threatens, to reporters, in Abuja (direct, 2024-06-12)
                           “If the demand is not met, the bloc will close its borders with Mali,” – The Wire,
                           2024-06-12, wire-1
        "#]],
    );
    check(
        &["events", case_file, "--type", "reject", "--target", "ECOWAS"],
        expect![[r#"
            e10a505109e5a1 REJECT Mali → Economic Community of West African States (occurred, 2024-06-12, 2
                           sources)
                           “rejected” – The Wire, 2024-06-12, wire-1; The Post, 2024-06-13, post-7
        "#]],
    );
    check(
        &["meetings", case_file],
        expect![[r#"
            m551de47b5549a 2024-06-20  Mali, Economic Community of West African States; talks; in Accra
                           (cancelled, 2 sources)
                           status: planned (post-7) / denied (radio-3)
                           2024-06-13 planned: the text says so of it.
                           “talks in Accra” – The Post, 2024-06-13, post-7
                           2024-06-19 cancelled: the text says so of it.
                           “talks between Mali and ECOWAS in Accra” – Radio Sahel, 2024-06-19, radio-3
        "#]],
    );
    check(
        &["commitments", case_file, "--towards", "Mali"],
        expect![[r#"
            c10a5051122d79 THREAT  Economic Community of West African States → Mali (carried out, since
                           2024-06-12)
                           “If the demand is not met, the bloc will close its borders with Mali,” – The Wire,
                           2024-06-12, wire-1
                           IF “the demand is not met” – The Wire, 2024-06-12, wire-1
                           THEN “the bloc will close its borders with Mali” – The Wire, 2024-06-12, wire-1
                           2024-06-12 open: it was made.
                           2024-06-12 triggered: its condition came about: MLI acts; both are REQUEST; both say
                           "demand"; to refuse a thing is not to do it. (certainty 0.80)
                           “rejected” – The Post, 2024-06-13, post-7; The Wire, 2024-06-12, wire-1
                           2024-06-18 carried out: what was threatened was done: ECOWAS acts; both are COERCE;
                           both say "close", "borders". (certainty 0.84)
                           “closed” – Radio Sahel, 2024-06-19, radio-3
        "#]],
    );
    check(
        &["trend", case_file],
        expect![[r#"
        week of      sides                     events  cooperate  conflict     sum    mean
        2024-01-01   ECOWAS – MLI                   1          1         0     3.0     3.0
        2024-06-10   ECOWAS – MLI                   1          0         1    -4.0    -4.0
        2024-06-17   ECOWAS – MLI                   1          0         1    -7.0    -7.0

        ECOWAS – MLI: sum of scores by week, 2024-01-01 to 2024-06-17
          3.00 ┼─╮
          1.75 ┤ ╰╮
          0.50 ┤  ╰─────────────────────────────────────────────────────────────────────────────╮
         -0.75 ┤                                                                                ╰╮
         -2.00 ┤                                                                                 ╰╮
         -3.25 ┤                                                                                  ╰╮
         -4.50 ┤                                                                                   ╰─╮
         -5.75 ┤                                                                                     ╰╮
         -7.00 ┤                                                                                      ╰
    "#]],
    );
    check(
        &["search", case_file, "reject demanded"],
        expect![[r#"
            2024-06-13     Talks in Accra – The Post, post-7
                           Mali rejected the demand of ECOWAS on Wednesday, but both sides will hold talks in
                           Accra on June 20.
            2024-06-12     Ultimatum to Mali – The Wire, wire-1
                           …If the demand is not met, the bloc will close its borders with Mali," its president
                           Amina Okello said. Mali rejected the ultimatum of…
        "#]],
    );
    check(
        &["sql", case_file, "SELECT kind, count(*) AS n FROM items GROUP BY kind"],
        expect![[r#"
        kind        n
        ──────────  ─
        actor       9
        commitment  1
        event       4
        meeting     2
        statement   1
    "#]],
    );
    check(
        &["show", case_file, "MLI"],
        expect![[r#"
            MLI            Mali (state)
                           documents 4
                           kind state
                           known 2024-06-12
                           mentions 4

            PASSAGES
            a10a505b19f847 wire-1
                           ABUJA – The Economic Community of West African States (ECOWAS) said Mali must release
                           the soldiers.
            a551de4a0ceb52 post-7
                           Mali rejected the demand of ECOWAS on Wednesday, but both sides will hold talks in
                           Accra on June 20.
            a4118e084b45ec radio-3
                           The talks between Mali and ECOWAS in Accra on June 20 will not take place.
            af1bc0115692ff letter
                           Mali praised ECOWAS.
        "#]],
    );
}

#[test]
fn a_question_that_nothing_answers_says_so() {
    let case_file = &quarrel_case("nothing");
    for (args, said) in [
        (&["said", "--about", "fishing"][..], "no such statements\n"),
        (&["events", "--type", "aid"], "no such events\n"),
        (&["events", "--since", "2025-01-01"], "no such events\n"),
        (&["said", "--since", "2025-01-01"], "no such statements\n"),
        (&["said", "--until", "2020-01-01"], "no such statements\n"),
        (&["meetings", "--since", "2025-01-01"], "no such meetings\n"),
        // As they were once called; `said --to` is to whom.
        (&["events", "--from", "2025-01-01"], "no such events\n"),
        (&["said", "--to", "2020-01-01"], "no such statements\n"),
        (&["commitments", "--by", "MLI"], "no such commitments\n"),
        (&["search", "fishing"], "no text with these words\n"),
        (&["timeline", "--to", "2020-01-01"], "no such moments\n"),
    ] {
        let (verb, more) = args.split_first().unwrap();
        let all: Vec<&str> = [*verb, case_file].into_iter().chain(more.iter().copied()).collect();
        assert_eq!(prints(&all), said, "{args:?}");
    }
}

#[test]
fn what_was_known_on_a_day() {
    let case_file = &quarrel_case("known");
    check(
        &["meetings", case_file, "--as-of", "2024-06-13"],
        expect![[r#"
            m551de47b5549a 2024-06-20  Mali, Economic Community of West African States; talks; in Accra
                           (planned)
                           2024-06-13 planned: the text says so of it.
                           “talks in Accra” – The Post, 2024-06-13, post-7
            undated and so known on no day: 1 of the documents
        "#]],
    );
    check(
        &["documents", case_file, "--as-of", "2024-06-12"],
        expect![[r#"
            2024-06-12     Ultimatum to Mali – wire-1, The Wire, 6 items
            undated and so known on no day: 1 of the documents
        "#]],
    );
    let open = prints(&["commitments", case_file, "--open", "--as-of", "2024-06-12"]);
    assert!(open.contains("(open, since 2024-06-12)"), "{open}");
}

#[test]
fn every_list_is_given_as_data() {
    let case_file = &quarrel_case("data");
    for verb in ["timeline", "actors", "said", "events", "meetings", "commitments", "trend", "documents"] {
        let json: Value = serde_json::from_str(&prints(&[verb, case_file, "--format", "json"])).unwrap();
        let (rows, total) = (json["rows"].as_array().unwrap(), json["total"].as_u64().unwrap());
        assert!(total > 0, "{verb} gives nothing");
        assert_eq!(rows.len() as u64, total, "{verb}");
        let lines = prints(&[verb, case_file, "--format", "jsonl"]);
        let lines: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!(&lines, rows, "{verb}");
        let csv = prints(&[verb, case_file, "--format", "csv"]);
        assert_eq!(csv.lines().count() as u64, total + 1, "{verb}: {csv}");
    }
}

#[test]
fn a_limit_says_how_many_are_left_out() {
    let case_file = &quarrel_case("limit");
    let all = prints(&["events", case_file, "--limit", "0"]);
    let one = prints(&["events", case_file, "--limit", "1"]);
    assert!(!all.contains("not shown"), "{all}");
    assert!(one.ends_with("2 earlier events not shown; --limit 0 shows all\n"), "{one}");
}

#[test]
fn corrections_are_made_listed_and_taken_back() {
    let case_file = &quarrel_case("corrections");
    let ids = |args: &[&str]| -> Vec<String> {
        let all: Vec<&str> = [args[0], case_file].into_iter().chain(args[1..].iter().copied()).collect();
        let lines = prints(&[&all[..], &["--format", "jsonl"]].concat());
        lines
            .lines()
            .map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let reject = ["events", "--type", "reject"];
    let [first] = &ids(&reject)[..] else { panic!("two reports of one rejection are one event") };
    let shown: Value =
        serde_json::from_str(&prints(&["show", case_file, first, "--format", "json"])).unwrap();
    let second = shown["members"][1]["id"].as_str().unwrap();

    prints(&["split", case_file, second]);
    assert_eq!(ids(&reject), [first.as_str(), second]);
    prints(&["merge", case_file, second, first]);
    assert_eq!(ids(&reject), [first.as_str()]);
    prints(&["fix", case_file, first, "--wrong"]);
    assert_eq!(ids(&reject), [second]);
    prints(&["fix", case_file, "Amina Okello", "--is", "Amina Okelo"]);
    assert!(prints(&["said", case_file]).contains("Amina Okelo"));
    let undone = prints(&["undo", case_file]);
    assert_eq!(undone, "taken back: correction 4, Amina Okello is Amina Okelo\n");
    let undone = prints(&["undo", case_file, "3"]);
    assert!(undone.ends_with(" is wrong\n"), "{undone}");
    assert_eq!(ids(&reject), [first.as_str()]);

    let history = prints(&["history", case_file]);
    let today = history[6..16].to_owned();
    today.parse::<jiff::civil::Date>().unwrap();
    expect![[r#"
        1  TODAY  e551de4e3477f4 stands alone
        2  TODAY  e551de4e3477f4 and e10a505109e5a1 are one
        3  TODAY  e10a505109e5a1 is wrong (taken back)
        4  TODAY  Amina Okello is Amina Okelo (taken back)
    "#]]
    .assert_eq(&history.replace(&today, "TODAY").replace("   ", ""));
    assert_eq!(
        complains(&["undo", case_file, "3"]),
        (Some(2), "demarche: the case has no correction in force with number \"3\"\n".to_owned())
    );
    prints(&["rebuild", case_file]);
    assert_eq!(ids(&reject), [first.as_str()]);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let case_file = &quarrel_case("refused");
    let folder = PathBuf::from(case_file).parent().unwrap().to_owned();
    let text = folder.join("a.txt");
    std::fs::write(&text, "Mali rejected the ultimatum.").unwrap();
    let text = text.to_str().unwrap();
    let mut said = String::new();
    for args in [
        &["timeline", "none.case"][..],
        &["timeline", text],
        &["timeline", case_file, "--as-of", "yesterday"],
        &["show", case_file, "e00000"],
        &["show", case_file, "Atlantis"],
        &["said", case_file, "--by", "Atlantis"],
        &["events", case_file, "--type", "shout"],
        &["events", case_file, "--status", "done"],
        &["commitments", case_file, "--kind", "oath"],
        &["search", case_file, "!"],
        &["sql", case_file, "DELETE FROM documents"],
        &["sql", case_file, "PRAGMA user_version = 3"],
        &["sql", case_file, "SELECT 1; SELECT 2"],
        &["sql", case_file, "SELECT nothing FROM nowhere"],
        &["merge", case_file, "MLI", "ECOWAS"],
        &["split", case_file, "e00000"],
        &["fix", case_file, "MLI"],
        &["fix", case_file, "MLI", "--wrong", "--right"],
        &["undo", case_file],
        &["add", text, text],
    ] {
        let (code, complaint) = complains(args);
        assert_eq!(code, Some(2), "{args:?}: {complaint}");
        let args: Vec<String> = args.iter().map(|a| a.replace(folder.to_str().unwrap(), "")).collect();
        let first = complaint.replace(folder.to_str().unwrap(), "");
        said += &format!("{}\n  {}\n", args.join(" "), first.lines().next().unwrap_or_default());
    }
    expect![[r#"
        timeline none.case
          demarche: none.case is not there
        timeline /a.txt
          demarche: /a.txt is not a case file: file is not a database: Error code 26: file is not a database
        timeline /mali.case --as-of yesterday
          error: invalid value 'yesterday' for '--as-of <YYYY-MM-DD>': failed to parse four digit integer as year: invalid digit, expected 0-9 but got y
        show /mali.case e00000
          demarche: the case has no item or actor "e00000"
        show /mali.case Atlantis
          demarche: the case has no item or actor "Atlantis"
        said /mali.case --by Atlantis
          demarche: the case has no actor "Atlantis"
        events /mali.case --type shout
          demarche: "SHOUT" is no type of event; there are AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT
        events /mali.case --status done
          demarche: "done" is no status; there are occurred, ongoing, planned, hypothetical, denied, demanded, threatened
        commitments /mali.case --kind oath
          demarche: "oath" is no kind of commitment; there are demand, offer, promise, threat, condition, choice
        search /mali.case !
          demarche: the case has no word in "!"
        sql /mali.case DELETE FROM documents
          demarche: only queries that read are answered (SELECT, WITH, VALUES, EXPLAIN)
        sql /mali.case PRAGMA user_version = 3
          demarche: only queries that read are answered (SELECT, WITH, VALUES, EXPLAIN)
        sql /mali.case SELECT 1; SELECT 2
          demarche: the query cannot be answered: one query at a time
        sql /mali.case SELECT nothing FROM nowhere
          demarche: the query cannot be answered: near "nothing": syntax error
        merge /mali.case MLI ECOWAS
          demarche: actors are not merged item by item: say that the one is the other
        split /mali.case e00000
          demarche: the case has no item or actor "e00000"
        fix /mali.case MLI
          error: the following required arguments were not provided:
        fix /mali.case MLI --wrong --right
          error: the argument '--wrong' cannot be used with '--right'
        undo /mali.case
          demarche: there is no correction to take back
        add /a.txt /a.txt
          demarche: /a.txt is not a case file: file is not a database: Error code 26: file is not a database
    "#]].assert_eq(&said);
    assert_eq!(std::fs::read_to_string(text).unwrap(), "Mali rejected the ultimatum.");
}

#[test]
fn exports_say_the_same_every_time() {
    let case_file = &quarrel_case("exports");
    for what in ["records", "items", "polecat", "csv", "graphml", "ics"] {
        let once = prints(&["export", case_file, what]);
        assert!(!once.is_empty(), "{what}");
        assert_eq!(once, prints(&["export", case_file, what]), "{what}");
    }
    check(
        &["export", case_file, "polecat"],
        expect![[r#"
            Event ID	Event Date	Event Type	Event Mode	Intensity	Quad Code	Contexts	Actor Name	Actor Country	Actor COW	Primary Actor Sector	Actor Sectors	Actor Title	Actor Name Raw	Wikipedia Actor ID	Recipient Name	Recipient Country	Recipient COW	Primary Recipient Sector	Recipient Sectors	Recipient Title	Recipient Name Raw	Wikipedia Recipient ID	Placename	City	District	Province	Country	Latitude	Longitude	GeoNames ID	Raw Placename	Feature Type	Source	Publication Date	Story People	Story Organizations	Story Locations	Language	Version	Actor ISO	Recipient ISO	Headline	Sources
            ef1bc015219fce	2024-01-01	SUPPORT		3	VERBAL COOPERATION		Mali	Mali							Economic Community of West African States																		A reader					en	demarche 0.1.0	MLI	ECOWAS		1
            e10a505109e5a1	2024-06-12	REJECT		-4	VERBAL CONFLICT		Mali	Mali							Economic Community of West African States																		The Wire	2024-06-12				en	demarche 0.1.0	MLI	ECOWAS	Ultimatum to Mali	2
            e4118e0a14ef4c	2024-06-18	COERCE		-7	MATERIAL CONFLICT		Economic Community of West African States								Mali	Mali																	Radio Sahel	2024-06-19				en	demarche 0.1.0	ECOWAS	MLI	No talks	1
        "#]],
    );
    check(
        &["export", case_file, "ics"],
        expect![[r#"
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//demarche//case//EN
            BEGIN:VEVENT
            DESCRIPTION:cancelled\; 2 source(s)\n“talks in Accra” (post-7)\n“talk
             s between Mali and ECOWAS in Accra” (radio-3)
            DTEND;VALUE=DATE:20240621
            DTSTAMP:20240613T000000Z
            DTSTART;VALUE=DATE:20240620
            LOCATION:Accra
            STATUS:CANCELLED
            SUMMARY:talks: Mali\, Economic Community of West African States
            UID:m551de47b5549a@demarche
            END:VEVENT
            END:VCALENDAR
        "#]],
    );
    let svg = prints(&["trend", case_file, "--format", "svg"]);
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"), "{svg}");

    // The records of one case make another that says the same.
    let copy = folder("exports-copy");
    let (records, other) = (copy.join("r.jsonl"), copy.join("other.case"));
    std::fs::write(&records, prints(&["export", case_file, "records"])).unwrap();
    let other = other.to_str().unwrap();
    prints(&["add", other, records.to_str().unwrap()]);
    for what in ["records", "items", "polecat", "graphml"] {
        assert_eq!(prints(&["export", other, what]), prints(&["export", case_file, what]), "{what}");
    }
}
