//! Texts in, layouts out, shown so that a person can proofread them.
//!
//! One line a sentence, its words set apart by spaces; before a paragraph its kind, where it is not running text.
//! Then the quotations, then the notices.

use demarche_base::NoticeKind;
use demarche_text::{ParagraphKind, layout};
use expect_test::{Expect, expect};

fn shown(text: &str) -> String {
    let found = layout(text);
    let mut out = String::new();
    for p in &found.paragraphs {
        if p.kind != ParagraphKind::Body {
            out += &format!("{:?}:\n", p.kind);
        }
        if let Some(d) = p.dateline {
            out += &format!("dateline {:?}\n", d.of(text));
        }
        for s in &found.sentences[p.sentences.0 as usize..p.sentences.1 as usize] {
            let words: Vec<&str> = found.words[s.range()].iter().map(|w| w.span.of(text)).collect();
            out += &format!("| {}\n", words.join(" "));
        }
    }
    for q in &found.quotes {
        let half = if q.balanced { "" } else { " (half)" };
        let on = if q.continues { " (continues)" } else { "" };
        out += &format!("quote {}{half}{on}: {}\n", q.depth, q.inner.of(text));
    }
    for n in &found.notices {
        let places: Vec<String> = n.spans.iter().map(|s| format!("{:?}", s.of(text))).collect();
        out += &format!("! {} {}\n", n.kind.name(), places.join(", "));
    }
    out
}

fn check(text: &str, expect: Expect) {
    expect.assert_eq(&shown(text));
}

/// The sentences of one line of text.
fn sentences(text: &str, expect: &[&str]) {
    let found = layout(text);
    let got: Vec<&str> = found
        .sentences
        .iter()
        .map(|s| found.words[s.start as usize].span.cover(found.words[s.end as usize - 1].span).of(text))
        .collect();
    assert_eq!(got, expect);
}

/// The words of a text, set apart by spaces.
fn words(text: &str, expect: &str) {
    let found = layout(text);
    let got: Vec<&str> = found.words.iter().map(|w| w.span.of(text)).collect();
    assert_eq!(got.join(" "), expect);
}

fn kinds(text: &str) -> Vec<NoticeKind> {
    layout(text).notices.iter().map(|n| n.kind).collect()
}

#[test]
fn words_as_ud_cuts_them() {
    words(
        "They don't, can't and won’t; she'll say it's John's.",
        "They do n't , ca n't and wo n’t ; she 'll say it 's John 's .",
    );
    words("It cannot be what they're gonna do.", "It can not be what they 're gon na do .");
    words(
        "the so-called 40-year-old U.N.-backed anti-ship co-founder",
        "the so - called 40 - year - old U.N. - backed anti-ship co-founder",
    );
    words(
        "UN-led, UN-backed, Franco-German, 1969-1970, 3–4",
        "UN - led , UN - backed , Franco - German , 1969 - 1970 , 3 – 4",
    );
    words(
        "$50bn, 3.5m, 10km, 7pm, 20% of 1,000.5 in the 1990s",
        "$ 50 bn , 3.5 m , 10 km , 7 pm , 20 % of 1,000.5 in the 1990s",
    );
    words(
        "US$5m and €1.2 for MH17, the G7, 5G and the 5th",
        "US$ 5 m and € 1.2 for MH17 , the G7 , 5G and the 5th",
    );
    words(
        "Gov. J. P. O'Neil Jr. met Sen. Ali's aide at 9 a.m. EST",
        "Gov. J. P. O'Neil Jr. met Sen. Ali 's aide at 9 a.m. EST",
    );
    words(
        "See https://wire.example/a?b=1,2. Write to desk@wire.example.",
        "See https://wire.example/a?b=1,2 . Write to desk@wire.example .",
    );
    words(
        "@envoy and/or #ceasefire; 9/11, 12/5/2001, 1/2",
        "@envoy and / or #ceasefire ; 9/11 , 12/5/2001 , 1 / 2",
    );
    words("AT&T's R&D ... -- (“no”)", "AT&T 's R&D ... -- ( “ no ” )");
    words(
        "the workers' rights, the '90s and rock 'n' roll",
        "the workers ' rights , the '90s and rock ' n ' roll",
    );
    words("J.-P. Ode and A.K. Roe", "J.-P. Ode and A.K. Roe");
    words("No. 10 said no. The No. 2 agreed on Jan. 12", "No. 10 said no . The No. 2 agreed on Jan. 12");
}

#[test]
fn abbreviations_end_no_sentence() {
    sentences(
        "The U.S. Secretary met Gen. Ito on Jan. 12 in St. Petersburg. Talks go on.",
        &["The U.S. Secretary met Gen. Ito on Jan. 12 in St. Petersburg.", "Talks go on."],
    );
    sentences(
        "He left the U.S. The visit took place at 9 a.m. Monday. It ended at 5 p.m. Police said so.",
        &[
            "He left the U.S.",
            "The visit took place at 9 a.m. Monday.",
            "It ended at 5 p.m.",
            "Police said so.",
        ],
    );
    sentences(
        "He works for Acme Inc. Mr. Ode lives in Utica, N.Y. Police saw Roe, U.S. envoy to Chad.",
        &["He works for Acme Inc.", "Mr. Ode lives in Utica, N.Y.", "Police saw Roe, U.S. envoy to Chad."],
    );
    sentences(
        "J. P. Ode Inc. Chairman A. B. Roe and Acme Corp. were there. So was Dr. No.",
        &["J. P. Ode Inc. Chairman A. B. Roe and Acme Corp. were there.", "So was Dr. No."],
    );
}

#[test]
fn a_sentence_ends_with_its_quotation() {
    sentences(
        "“We go home.” He left. \"Why now?\" Roe asked. 'It is late.' “Is it?” they said.",
        &["“We go home.”", "He left.", "\"Why now?\" Roe asked.", "'It is late.'", "“Is it?” they said."],
    );
    sentences(
        "The ship sank (two were hurt). [3] Nobody drowned... Then came the fleet! al-Amin said so.",
        &["The ship sank (two were hurt). [3]", "Nobody drowned...", "Then came the fleet! al-Amin said so."],
    );
}

#[test]
fn broken_bits_break_no_sentence() {
    sentences(
        "It was signed on 3 June 1988. , that is, before the war. Both sides kept it.- Then it lapsed.",
        &[
            "It was signed on 3 June 1988. , that is, before the war.",
            "Both sides kept it.-",
            "Then it lapsed.",
        ],
    );
}

#[test]
fn a_wire_report() {
    check(
        "Border talks fail\nBy Jane Roe and Ali Ode\nKHARTOUM, Sudan (Wire) — Talks on the border failed on Sunday.\n\
         “We tried,” said Minister Roe.\nThe sides want:\n1. a truce;\n2. an exchange of prisoners.\n\
         (Reporting by Ali Ode; Editing by Jan Poe)\nRead more: How the war began",
        expect![[r#"
            Headline:
            | Border talks fail
            Byline:
            | By Jane Roe and Ali Ode
            dateline "KHARTOUM, Sudan (Wire) — "
            | KHARTOUM , Sudan ( Wire ) —
            | Talks on the border failed on Sunday .
            | “ We tried , ” said Minister Roe .
            | The sides want :
            ListItem:
            | 1 . a truce ;
            ListItem:
            | 2 . an exchange of prisoners .
            Boilerplate:
            | ( Reporting by Ali Ode ; Editing by Jan Poe )
            Boilerplate:
            | Read more : How the war began
            quote 0: We tried,
            ! boilerplate "(Reporting by Ali Ode; Editing by Jan Poe)"
            ! boilerplate "Read more: How the war began"
        "#]],
    );
}

#[test]
fn a_transcript_has_a_headline_and_a_line_of_place_and_day() {
    check(
        "TRANSCRIPT: Talks on the river\nLima, March 3, 2020\n\nROE: You met the envoy.\nODE: I did.\nROE: Thank you.",
        expect![[r#"
            Headline:
            | TRANSCRIPT : Talks on the river
            Byline:
            | Lima , March 3 , 2020
            Turn:
            | ROE :
            | You met the envoy .
            Turn:
            | ODE :
            | I did .
            Turn:
            | ROE :
            | Thank you .
        "#]],
    );
}

#[test]
fn a_transcript() {
    check(
        "ROE: Will you go?\nODE: I shall. “At once,” they told me.\nROE: Thank you.",
        expect![[r#"
            Turn:
            | ROE :
            | Will you go ?
            Turn:
            | ODE :
            | I shall .
            | “ At once , ” they told me .
            Turn:
            | ROE :
            | Thank you .
            quote 0: At once,
        "#]],
    );
}

#[test]
fn quotations_of_every_kind() {
    check(
        "“He called it ‘a farce’ and left,” she said. \"No,\" he said. «Oui», „Ja“ and ``so'' on. The 'old' way.",
        expect![[r#"
            | “ He called it ‘ a farce ’ and left , ” she said .
            | " No , " he said .
            | « Oui » , „ Ja “ and `` so '' on .
            | The ' old ' way .
            quote 0: He called it ‘a farce’ and left,
            quote 1: a farce
            quote 0: No,
            quote 0: Oui
            quote 0: Ja
            quote 0: so
            quote 0: old
        "#]],
    );
}

#[test]
fn a_quotation_over_paragraphs() {
    check(
        "“We waited,” he said. “Nobody came.\n“So we left.\n“That is all,” he added.",
        expect![[r#"
            | “ We waited , ” he said .
            | “ Nobody came .
            | “ So we left .
            | “ That is all , ” he added .
            quote 0: We waited,
            quote 0 (half): Nobody came.
            quote 0 (half) (continues): So we left.
            quote 0 (continues): That is all,
        "#]],
    );
}

#[test]
fn marks_that_are_no_quotation() {
    check(
        "He is 5'10\" tall. The ministers' aides' cars, the '80s, rock 'n' roll, O’Neil’s.",
        expect![[r#"
            | He is 5 ' 10 " tall .
            | The ministers ' aides ' cars , the '80s , rock ' n ' roll , O’Neil ’s .
        "#]],
    );
}

#[test]
fn quotation_marks_without_partner() {
    check(
        "“It is over. We are going home, “Roe stressed.\nNobody stays,” he said.\nHe said “they would go, Roe said.\n”Never” was the reply.",
        expect![[r#"
            | “ It is over .
            | We are going home , “ Roe stressed .
            | Nobody stays , ” he said .
            | He said “ they would go , Roe said .
            | ” Never ” was the reply .
            quote 0: It is over. We are going home, 
            quote 0 (half): Nobody stays,
            quote 0 (half): they would go,
            quote 0: Never
            ! unbalanced_quote "“"
            ! unbalanced_quote "”"
            ! unbalanced_quote "“"
            ! unbalanced_quote "”"
        "#]],
    );
}

#[test]
fn a_quotation_that_is_never_closed_ends_before_its_report() {
    let quoted = |text: &str| layout(text).quotes[0].inner.of(text).to_owned();
    assert_eq!(
        quoted("“We wait, but we do not leave, ministry spokesman Ana Bo-han told reporters. He was brief."),
        "We wait, but we do not leave,"
    );
    assert_eq!(quoted("“We wait, the chief negotiator of the bloc said. He was brief."), "We wait,");
    // What the quotation itself tells is no report of it.
    assert_eq!(
        quoted("“We wait, because the other side never once said no. He was brief."),
        "We wait, because the other side never once said no. He was brief."
    );
}

#[test]
fn a_network_of_one_letter_ends_a_sentence() {
    sentences(
        "The envoy wrote it on X. Officials in Lima were silent. Malcolm X. Ruiz was not.",
        &["The envoy wrote it on X.", "Officials in Lima were silent.", "Malcolm X. Ruiz was not."],
    );
}

#[test]
fn what_is_left_of_a_page() {
    check(
        "The ferry sailed.\n[picture 2 of 5]\nNobody waved.\n- -",
        expect![[r#"
            | The ferry sailed .
            Fragment:
            | [ picture 2 of 5 ]
            | Nobody waved .
            Fragment:
            | - -
            ! stray_fragment "[picture 2 of 5]"
            ! stray_fragment "- -"
        "#]],
    );
}

#[test]
fn stray_bits() {
    check(
        "The truce holds, he said.-\nIt began on 5 May 2001. , a Saturday.\nIt will last, , they hope.\n– .\n***\nAll agree. – .",
        expect![[r#"
            | The truce holds , he said . -
            | It began on 5 May 2001 . , a Saturday .
            | It will last , , they hope .
            Fragment:
            | – .
            Fragment:
            | ***
            | All agree . – .
            ! stray_punctuation "said.-"
            ! stray_punctuation "2001. ,"
            ! stray_punctuation "last, ,"
            ! stray_fragment "– ."
            ! stray_fragment "– ."
        "#]],
    );
}

#[test]
fn stops_apart_and_doubled() {
    check(
        "They left the hall in protest . The island is disputed..\nNobody spoke, and all went home. They slept, too.",
        expect![[r#"
            | They left the hall in protest .
            | The island is disputed ..
            | Nobody spoke , and all went home .
            | They slept , too .
            ! stray_punctuation "protest ."
            ! stray_punctuation "disputed.."
        "#]],
    );
}

#[test]
fn sound_text_gives_no_notice() {
    for text in [
        "Shares of Acme Inc., Waltham, Mass., rose... and fell. Then, at 5 p.m., they rose by 3.5%.",
        "He said: “Go.” – and they went – all of them.",
        "The pre- and post-war years: e.g., 1938. . . . “Yes!”, she cried; “No?”.",
        "“Sit ‘n’ wait,” he said, “’til dawn.” The Joneses' dog's 'bark' isn't \"loud\".",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn garbled_characters_are_read_as_meant() {
    check(
        "â€œWe canâ€™t wait,â€\u{9d} said RenÃ©e Roe. â€œNo.â€",
        expect![[r#"
            | â€œ We ca nâ€™t wait , â€ said RenÃ©e Roe .
            | â€œ No . â€
            quote 0: We canâ€™t wait,
            quote 0: No.
            ! broken_encoding "â€œ", "â€™", "â€\u{9d}", "Ã©", "â€œ", "â€"
        "#]],
    );
}

#[test]
fn leftovers_of_machine_translation() {
    check(
        "“It simply came to my notice then. The talks failed,” he said. This is a machine translation.",
        expect![[r#"
            | “ It simply came to my notice then .
            | The talks failed , ” he said .
            | This is a machine translation .
            quote 0: It simply came to my notice then. The talks failed,
            ! translation_artefact "It simply came to my notice then"
            ! translation_artefact "This is a machine translation"
        "#]],
    );
}

#[test]
fn passages_in_other_languages() {
    let english = "The two ministers said on Monday that they would meet again in the capital before the end of the month.";
    let french = "Les deux ministres ont déclaré lundi qu’ils se retrouveraient dans la capitale avant la fin du mois de mars.";
    assert_eq!(kinds(english), []);
    assert_eq!(kinds(&format!("{english}\n{french}\n{english}")), [NoticeKind::NotEnglish]);
    assert!(!layout(&format!("{english}\n{french}")).notices[0].spans.is_empty());
    assert!(layout(french).notices[0].spans.is_empty(), "a whole document has no span");
    assert_eq!(
        kinds("Министры заявили, что переговоры завершились без результата."),
        [NoticeKind::NotEnglish]
    );
    assert_eq!(kinds(" \n "), [NoticeKind::Empty]);
}

#[test]
fn text_of_the_page() {
    check(
        "Share\nThe port was shut on Friday. Click here to subscribe.\nFollow us on Telegram for more.\n\
         © 2021 Harbour Wire. All rights reserved.",
        expect![[r#"
            Boilerplate:
            | Share
            | The port was shut on Friday .
            | Click here to subscribe .
            Boilerplate:
            | Follow us on Telegram for more .
            Boilerplate:
            | © 2021 Harbour Wire .
            | All rights reserved .
            ! boilerplate "Share"
            ! boilerplate "Click here to subscribe."
            ! boilerplate "Follow us on Telegram for more."
            ! boilerplate "© 2021 Harbour Wire. All rights reserved."
        "#]],
    );
}

#[test]
fn datelines() {
    for (text, dateline) in [
        ("MANILA, March 14 (Wire) - The sea was calm.", "MANILA, March 14 (Wire) - "),
        ("Geneva (Agency) — Talks began.", "Geneva (Agency) — "),
        ("PARIS/NEW YORK, 5 Jan 2020 — Talks began.", "PARIS/NEW YORK, 5 Jan 2020 — "),
        ("Beirut – The port was shut.", "Beirut – "),
        ("(Agency) - The port was shut.", "(Agency) - "),
        (
            "St. PETERSBURG, Russia, Jan. 9 (Wire) -- Talks began.",
            "St. PETERSBURG, Russia, Jan. 9 (Wire) -- ",
        ),
        ("ISLAMABAD: The foreign office said so.", "ISLAMABAD: "),
        ("Lima, 4 March 1995: The port was shut.", "Lima, 4 March 1995: "),
    ] {
        let found = layout(text);
        let got = found.paragraphs[0].dateline.map_or("", |d| d.of(text));
        assert_eq!(got, dateline);
        assert_eq!(found.sentences.len(), 2, "the dateline is a sentence of its own");
    }
    for text in [
        "Talks began – and ended.",
        "Russia (which denies it) – a party to the pact – said so.",
        "The so-called NATO-Russia Council met.",
    ] {
        assert_eq!(layout(text).paragraphs[0].dateline, None, "{text}");
    }
}

#[test]
fn hard_wrapped_text() {
    check(
        "PORT REOPENS\n\nThe harbour was reopened on Friday after the two\ngovernments agreed on a list of safeguards, Mr.\n\
         Ode said.\n\nShips from a dozen states had waited at anchor for\nmore than a week, and some had turned back by then.\n",
        expect![[r#"
            Headline:
            | PORT REOPENS
            | The harbour was reopened on Friday after the two governments agreed on a list of safeguards , Mr. Ode said .
            | Ships from a dozen states had waited at anchor for more than a week , and some had turned back by then .
        "#]],
    );
}

#[test]
fn a_closing_mark_that_begins_a_sentence_opens_it() {
    check(
        "Talks began today. ”We came with open hearts, said Berg at the opening.",
        expect![[r#"
            | Talks began today .
            | ” We came with open hearts , said Berg at the opening .
            quote 0 (half): We came with open hearts,
            ! unbalanced_quote "”"
        "#]],
    );
}
