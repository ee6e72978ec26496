//! Whole pages and files, in and out.

use demarche_base::NoticeKind;
use demarche_ingest::{IngestError, Kind, ingest};
use expect_test::{Expect, expect};

fn check(page: &str, expect: Expect) {
    let read = ingest(page.as_bytes()).unwrap();
    let shown = |v: &Option<String>| v.clone().unwrap_or_else(|| "-".to_owned());
    let head = [&read.title, &read.published, &read.url, &read.language_hint].map(shown).join(" | ");
    expect.assert_eq(&format!("{head}\n{}\n", read.text));
}

const ARTICLE: &str = r#"<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Ferry row: ministers to meet - Harbour Wire</title>
<link rel="canonical" href="https://wire.example/2021/05/ferry">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry row: ministers to meet",
"datePublished":"2021-05-04T19:10:00+02:00","dateModified":"2021-05-06T08:00:00+02:00"}]}</script>
<style>p { color: red }</style>
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<article>
<h1>Ferry row: ministers to meet</h1>
<p>The transport ministers of the two island states will meet on Friday to settle a dispute over ferry rights that has
kept 3,000&nbsp;lorries waiting, officials said on Tuesday.</p>
<p>&ldquo;We shall not be the first to blink,&rdquo; the northern minister, Ada K&ouml;nig, told reporters. She listed what
her side wants:</p>
<ol><li>that the southern navy withdraw its patrol boats;</li><li>that the harbour dues be paid back.</li></ol>
<figure><img src="a.jpg"><figcaption>A ferry in the harbour. Photo: Wire</figcaption></figure>
<p>The southern government, which has rejected both points,<br>said it would answer in writing. A spokesman declined to
say when, but added that talks were &#8220;the only way&#8221; out of the quarrel.</p>
</article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten beaches to see this summer</a></li><li><a href="/2">Cup final postponed</a></li></ul></aside>
<footer><p>Copyright Harbour Wire. All rights reserved.</p></footer>
<script>var x = "<p>not text</p>";</script>
</body></html>"#;

#[test]
fn a_page_with_menus() {
    check(
        ARTICLE,
        expect![[r#"
            Ferry row: ministers to meet | 2021-05-04 | https://wire.example/2021/05/ferry | en-GB
            The transport ministers of the two island states will meet on Friday to settle a dispute over ferry rights that has kept 3,000 lorries waiting, officials said on Tuesday.
            “We shall not be the first to blink,” the northern minister, Ada König, told reporters. She listed what her side wants:
            1. that the southern navy withdraw its patrol boats;
            2. that the harbour dues be paid back.
            The southern government, which has rejected both points, said it would answer in writing. A spokesman declined to say when, but added that talks were “the only way” out of the quarrel.
        "#]],
    );
}

#[test]
fn a_short_page_keeps_all_its_text() {
    check(
        "<html><body><div id=menu role=navigation><a href=/>Home</a></div><p>Both sides agreed.</p><p>No more was said.</p></body></html>",
        expect![[r#"
            - | - | - | -
            Both sides agreed.
            No more was said.
        "#]],
    );
}

#[test]
fn a_date_in_a_time_element() {
    check(
        "<article><h1>Border reopens</h1><time datetime='2020-02-29T10:00Z'>Saturday</time><p>The border reopened at dawn.</p></article>",
        expect![[r#"
            Border reopens | 2020-02-29 | - | -
            Border reopens
            Saturday
            The border reopened at dawn.
        "#]],
    );
}

#[test]
fn plain_text_is_given_back_as_it_was() {
    let text = "Line one.\r\n\r\n  Line <b>two</b> & three.\u{a0}\n";
    let read = ingest(text.as_bytes()).unwrap();
    assert_eq!((read.text.as_str(), read.kind, read.encoding), (text, Kind::Text, "UTF-8"));
    assert!(read.notices.is_empty());
}

#[test]
fn another_encoding_is_said() {
    let read = ingest(b"The envoy called it \x93a d\xE9marche\x94 \x96 no more.").unwrap();
    assert_eq!(read.text, "The envoy called it “a démarche” – no more.");
    assert_eq!(read.encoding, "windows-1252");
    assert_eq!(read.notices[0].kind, NoticeKind::Encoding);
}

#[test]
fn lost_bytes_are_said() {
    let read = ingest(
        "Zoë, Renée, Björn and São ".as_bytes().iter().copied().chain([0xFF]).collect::<Vec<u8>>().as_slice(),
    )
    .unwrap();
    assert!(read.text.ends_with('\u{fffd}'));
    assert_eq!(read.notices[0].kind, NoticeKind::BrokenEncoding);
}

#[test]
fn what_cannot_be_read_is_a_clear_error() {
    let error = |bytes: &[u8]| ingest(bytes).unwrap_err();
    assert_eq!(error(b""), IngestError::Empty);
    assert_eq!(error(b" \r\n\t "), IngestError::Empty);
    assert_eq!(error(b"\xEF\xBB\xBF"), IngestError::Empty);
    assert_eq!(error(b"%PDF-1.7 ..."), IngestError::NotText { format: "a PDF document" });
    assert_eq!(error(&[0, 1, 2, 3, 0, 0, 9, 200, 0, 7]), IngestError::NotText { format: "binary data" });
    assert_eq!(error(b"<html><body><script>run()</script></body></html>"), IngestError::NoArticle);
    assert_eq!(error(b"%PDF-1.7").to_string(), "not a text: this looks like a PDF document");
}

#[test]
fn a_deep_page_is_read() {
    let page = format!(
        "<html><body>{}The talks ended.{}</body></html>",
        "<div>".repeat(3000),
        "</div>".repeat(3000)
    );
    assert_eq!(ingest(page.as_bytes()).unwrap().text, "The talks ended.");
}
