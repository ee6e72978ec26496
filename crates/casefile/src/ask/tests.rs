//! Questions to a small case made by hand.

use super::*;
use crate::known::View;
use crate::testing::case;
use expect_test::{Expect, expect};

/// Ids are hashes: their letter is enough for a person.
fn short(id: &str) -> &str {
    if id.len() == 11 && id[1..].bytes().all(|b| b.is_ascii_hexdigit()) { &id[..1] } else { id }
}

fn quoted(quotes: &[Quote]) -> String {
    quotes.iter().map(|q| format!("“{}” {}", q.quote, q.document)).collect::<Vec<_>>().join("; ")
}

fn who(who: &[Who]) -> String {
    who.iter().map(|w| w.id.as_str()).collect::<Vec<_>>().join(",")
}

/// Asks as of a day and compares one line a row.
fn check<T>(
    as_of: Option<&str>,
    ask: impl Fn(&View) -> Result<Page<T>>,
    line: impl Fn(&T) -> String,
    is: Expect,
) {
    let case = case();
    let page = ask(&case.view(as_of).unwrap()).unwrap();
    let lines: String = page.rows.iter().map(|row| line(row) + "\n").collect();
    is.assert_eq(&format!("{lines}{} in all\n", page.total));
}

use crate::error::Result;

fn event(e: &EventRow) -> String {
    let day = e.day.as_deref().or(e.known.as_deref()).unwrap_or("no day");
    format!("{day} {} {} {} ({}) {}", who(&e.source), e.r#type, who(&e.target), e.status, quoted(&e.quotes))
}

#[test]
fn events_are_asked_by_type_side_and_day() {
    let all = |view: &View| events(view, &AskedEvents::default(), None);
    check(
        None,
        all,
        event,
        expect![[r#"
        2024-03-04 NOR COERCE ISL (threatened) “close its ports” one
        2024-03-05 ISL REJECT NOR (occurred) “rejected” two
        2024-03-05 ISL COERCE NOR (occurred) “seized” two
        2024-03-12 NOR COERCE ISL (occurred) “closed its ports” three
        no day NOR AGREE DNK (occurred) “signed an agreement” undated
        5 in all
    "#]],
    );
    let some = AskedEvents {
        types: vec!["COERCE".into()],
        source: vec!["NOR".into()],
        from: Some("2024-03-05".into()),
        ..AskedEvents::default()
    };
    check(
        None,
        |view| events(view, &some, None),
        event,
        expect![[r#"
        2024-03-12 NOR COERCE ISL (occurred) “closed its ports” three
        1 in all
    "#]],
    );
    let denmark = AskedEvents { actor: vec!["DNK".into()], ..AskedEvents::default() };
    check(
        None,
        |view| events(view, &denmark, None),
        event,
        expect![[r#"
        no day NOR AGREE DNK (occurred) “signed an agreement” undated
        1 in all
    "#]],
    );
}

#[test]
fn the_latest_are_kept_by_a_limit() {
    check(
        None,
        |view| events(view, &AskedEvents::default(), Some(2)),
        event,
        expect![[r#"
        2024-03-12 NOR COERCE ISL (occurred) “closed its ports” three
        no day NOR AGREE DNK (occurred) “signed an agreement” undated
        5 in all
    "#]],
    );
}

#[test]
fn what_was_not_known_yet_is_not_told() {
    check(
        Some("2024-03-05"),
        |view| events(view, &AskedEvents::default(), None),
        event,
        expect![[r#"
        2024-03-04 NOR COERCE ISL (threatened) “close its ports” one
        1 in all
    "#]],
    );
    check(
        Some("2024-03-06"),
        |view| meetings(view, &AskedMeetings::default(), None),
        |m| format!("{} {} {}", m.state, m.sources, quoted(&m.quotes)),
        expect![[r#"
            planned 1 “will hold talks in Oslo on Friday” one
            1 in all
        "#]],
    );
}

#[test]
fn who_speaks_for_a_state_is_found_by_it() {
    let line = |s: &StatementRow| {
        let speaker = s.speaker.as_ref().unwrap();
        format!("{} for {} {}", speaker.name, speaker.side.as_deref().unwrap_or("-"), quoted(&s.quotes))
    };
    let by = |id: &str| AskedStatements { by: vec![id.into()], ..AskedStatements::default() };
    let berg = || {
        expect![[r#"
            Anna Berg for NOR “"We want fish, not words,"” one
            1 in all
        "#]]
    };
    check(None, |view| said(view, &by("NOR"), None), line, berg());
    check(None, |view| said(view, &by("Anna Berg"), None), line, berg());
    let about = |words: &str| AskedStatements { about: Some(words.into()), ..AskedStatements::default() };
    check(None, |view| said(view, &about("word wanting"), None), line, berg());
    let venue = AskedStatements { venue: Some("Radio".into()), ..AskedStatements::default() };
    check(None, |view| said(view, &venue, None), line, berg());
    let none = || {
        expect![[r#"
            0 in all
        "#]]
    };
    check(None, |view| said(view, &by("ISL"), None), line, none());
    // The text has the word, what is said has not.
    check(None, |view| said(view, &about("ports"), None), line, none());
}

#[test]
fn actors_are_counted_by_document() {
    check(
        None,
        |view| actors(view, &[], None),
        |a| {
            format!(
                "{} {} {} of {}: {} in {}",
                a.id,
                a.kind,
                a.roles.join(","),
                a.side.as_deref().unwrap_or("-"),
                a.mentions,
                a.documents
            )
        },
        expect![[r#"
            NOR state  of -: 4 in 4
            ISL state  of -: 3 in 3
            Anna Berg person minister of NOR: 1 in 1
            DNK state  of -: 1 in 1
            4 in all
        "#]],
    );
}

#[test]
fn one_meeting_of_two_reports_shows_what_they_say_differently() {
    check(
        None,
        |view| meetings(view, &AskedMeetings { with: vec!["ISL".into()], ..AskedMeetings::default() }, None),
        |m| {
            let says = |d: &Difference| format!("{}: {:?}", d.what, d.says);
            let differ: Vec<String> = m.differences.iter().map(says).collect();
            format!(
                "{} {} {} {}",
                m.day.as_deref().unwrap_or("-"),
                who(&m.parties),
                m.sources,
                differ.join("; ")
            )
        },
        expect![[r#"
            2024-03-08 NOR,ISL 2 status: [("planned", ["one"]), ("occurred", ["three"])]
            1 in all
        "#]],
    );
}

#[test]
fn commitments_are_asked_by_whom_and_kind() {
    let line = |c: &LivingCommitment| {
        format!("{} {} → {}: {}", c.row.state, who(&c.who), who(&c.whom), quoted(&c.quotes))
    };
    let threats =
        AskedCommitments { kinds: vec!["threat".into()], by: vec!["NOR".into()], ..Default::default() };
    // On the day of the threat nothing had come of it.
    check(
        Some("2024-03-04"),
        |view| commitments(view, &threats, None),
        line,
        expect![[r#"
        open NOR → ISL: “Norway will close its ports” one; “Iceland withdraws its trawlers” one
        1 in all
    "#]],
    );
    let promises = AskedCommitments { kinds: vec!["promise".into()], ..Default::default() };
    check(
        None,
        |view| commitments(view, &promises, None),
        line,
        expect![[r#"
        0 in all
    "#]],
    );
}

#[test]
fn a_timeline_tells_what_happened() {
    check(
        Some("2024-03-06"),
        |view| timeline(view, None, None, false, None),
        |m| format!("{} {} {} {}", m.day.as_deref().unwrap_or("-"), m.kind, m.what, quoted(&m.quotes)),
        expect![[r#"
            2024-03-04 commitment Norway THREAT Iceland; if not Iceland; then Norway COERCE “Norway will close its ports” one; “Iceland withdraws its trawlers” one
            2024-03-05 event Iceland REJECT Norway “rejected” two
            2024-03-05 event Iceland COERCE Norway “seized” two
            2024-03-08 meeting talks: Norway, Iceland; in Oslo “will hold talks in Oslo on Friday” one
            4 in all
        "#]],
    );
}

#[test]
fn trends_count_facts_of_dyads_by_week() {
    let line = |t: &TrendRow| {
        format!(
            "{} {}-{}: {} events, {} material conflict, sum {}, mean {}",
            t.week, t.a, t.b, t.events, t.material_conflict, t.sum, t.mean
        )
    };
    check(
        None,
        |view| trend(view, &[], None, None, None),
        line,
        expect![[r#"
        2024-03-04 ISL-NOR: 2 events, 1 material conflict, sum -11, mean -5.5
        2024-03-11 ISL-NOR: 1 events, 1 material conflict, sum -7, mean -7
        2 in all
    "#]],
    );
    check(
        None,
        |view| trend(view, &["DNK".into()], None, None, None),
        line,
        expect![[r#"
        0 in all
    "#]],
    );
}

#[test]
fn texts_are_searched_by_stems_and_phrases() {
    let line =
        |h: &Hit| format!("{}: {}", h.document, h.snippet.replace(FOUND[0], "[").replace(FOUND[1], "]"));
    check(
        None,
        |view| search(view, "trawler seizing", None),
        line,
        expect![[r#"
        two: REYKJAVIK - Iceland rejected the demand of Norway on Tuesday. Its coast guard [seized] a Norwegian [trawler] late in the evening.
        1 in all
    "#]],
    );
    check(
        None,
        |view| search(view, "\"coast guard\"", None),
        line,
        expect![[r#"
        two: REYKJAVIK - Iceland rejected the demand of Norway on Tuesday. Its [coast guard] seized a Norwegian trawler late in the evening.
        1 in all
    "#]],
    );
    let case = case();
    let e = search(&case.view(None).unwrap(), "!?", None).unwrap_err();
    assert_eq!(e.to_string(), "the case has no word in \"!?\"");
}

#[test]
fn documents_are_listed_by_day() {
    let line =
        |d: &DocumentRow| format!("{} {} {} items", d.published.as_deref().unwrap_or("-"), d.id, d.items);
    check(
        None,
        |view| documents(view, Some(3)),
        line,
        expect![[r#"
        2024-03-06 two 4 items
        2024-03-12 three 4 items
        - undated 3 items
        4 in all
    "#]],
    );
    let case = case();
    assert_eq!(undated(&case.view(None).unwrap()).unwrap(), 1);
}

#[test]
fn an_item_is_shown_with_its_sentences_and_merges() {
    let case = case();
    let view = case.view(None).unwrap();
    let meeting = &meetings(&view, &AskedMeetings::default(), None).unwrap().rows[0];
    let shown = show(&view, &case.resolve(&meeting.id[..6]).unwrap()).unwrap();
    let members: Vec<String> =
        shown.members.iter().map(|m| format!("{}: {}", m.document, m.passage)).collect();
    expect![[r#"
        meeting: talks: Norway, Iceland; in Oslo
        one: OSLO - Norway and Iceland will hold talks in Oslo on Friday.
        three: The talks in Oslo were held on Friday all the same, officials of both states told reporters.
    "#]]
    .assert_eq(&format!("{}: {}\n{}\n", shown.kind, shown.what, members.join("\n")));
    assert_eq!(shown.merges.len(), 1);
    assert!(!shown.merges[0].why.is_empty());
    let actor = show(&view, &case.resolve("ISL").unwrap()).unwrap();
    assert_eq!((actor.what.as_str(), actor.members.len()), ("Iceland (state)", 3));
}

#[test]
fn an_item_that_was_called_wrong_is_only_shown() {
    let mut case = case();
    let all = events(&case.view(None).unwrap(), &AskedEvents::default(), None).unwrap();
    let id = all.rows[1].id.clone();
    case.correct(&crate::Correction::Wrong { item: id.clone() }, "2024-04-01").unwrap();
    let view = case.view(None).unwrap();
    assert_eq!(events(&view, &AskedEvents::default(), None).unwrap().total, all.total - 1);
    let shown = show(&view, &case.resolve(&id).unwrap()).unwrap();
    assert_eq!((shown.what.as_str(), shown.members[0].wrong), ("called wrong", true));
}

#[test]
fn an_actor_is_found_by_id_name_or_part() {
    let case = case();
    let find = |text: &str| actor(case.connection(), text).map_err(|e| e.to_string());
    assert_eq!(find("NOR"), Ok("NOR".into()));
    assert_eq!(find("norway"), Ok("NOR".into()));
    assert_eq!(find("Berg"), Ok("Anna Berg".into()));
    assert_eq!(find("Sweden"), Err("the case has no actor \"Sweden\"".into()));
    assert_eq!(find(""), Err("\"\" is short for several items: Anna Berg, DNK, ISL, NOR".into()));
    assert_eq!(speaks_for(case.connection()).unwrap(), [("Anna Berg".into(), "NOR".into())]);
    assert_eq!(short("e0123456789"), "e");
}

#[test]
fn sql_reads_and_never_writes() {
    let case = case();
    let ask = |text: &str| sql(case.connection(), text).map_err(|e| e.to_string());
    let table = ask("SELECT kind, count(*) AS n FROM items GROUP BY kind ORDER BY kind").unwrap();
    assert_eq!(table.columns, ["kind", "n"]);
    assert_eq!(table.rows[1], [serde_json::json!("commitment"), serde_json::json!(1)]);
    for text in [
        "DELETE FROM documents",
        "WITH x AS (SELECT 1) INSERT INTO links SELECT 'a', 'b', '', '', NULL, NULL FROM x",
        "PRAGMA query_only = 0",
        "ATTACH 'other.db' AS other",
        "VACUUM",
    ] {
        assert!(ask(text).unwrap_err().starts_with("only queries that read are answered"), "{text}");
    }
    assert!(ask("SELECT 1; DELETE FROM documents").unwrap_err().contains("one query"));
    assert!(ask("SELECT nowhere").unwrap_err().contains("no such column"));
    assert_eq!(ask("SELECT count(*) FROM documents").unwrap().rows[0][0], 4);
}
