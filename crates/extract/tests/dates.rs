//! The table of `dates.md`, the document's date, contradictions, links to events, and what must hold for any text.

use demarche_base::{ByteSpan, Notice, NoticeKind};
use demarche_extract::heads::Heads;
use demarche_extract::{Published, Timex, View, dates, testing};
use demarche_lexicon::timex::TimexLexicon;
use demarche_record::PublishedBy;
use demarche_syntax::Syntax;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<TimexLexicon> = LazyLock::new(TimexLexicon::load);

/// Reads `text` without a parse.
fn read<T>(text: &str, then: impl FnOnce(&View) -> T) -> T {
    let layout = demarche_text::layout(text);
    let (syntax, heads) = (Syntax::default(), Heads::default());
    then(&View::new(text, &layout, &syntax, &heads))
}

fn on(day: Date) -> Published {
    Published { date: Some(day), by: PublishedBy::Given, candidates: Vec::new() }
}

fn found(text: &str, published: &Published) -> (Vec<Timex>, Vec<Notice>) {
    let mut notices = Vec::new();
    let dates = read(text, |view| dates::dates(view, &LEXICON, published, &mut notices));
    (dates, notices)
}

#[test]
fn the_table() {
    let table = include_str!("dates.md");
    let mut anchor = None;
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in table.lines() {
        if let Some(day) = line.strip_prefix("## ").and_then(|d| d.parse::<Date>().ok()) {
            anchor = Some(day);
        }
        let Some((sentence, expected)) =
            line.strip_prefix("| ").and_then(|l| l.trim_end_matches('|').split_once(" | "))
        else {
            continue;
        };
        if sentence == "sentence" || sentence.starts_with("---") {
            continue;
        }
        rows += 1;
        let text = sentence.replace('*', "");
        let marked: Vec<&str> = sentence.split('*').skip(1).step_by(2).collect();
        let expected: Vec<String> = expected
            .split(';')
            .map(str::trim)
            .filter(|e| !e.is_empty())
            .zip(&marked)
            .map(|(value, words)| format!("{words} = {value}"))
            .collect();
        let (dates, _) = found(&text, &on(anchor.expect("a heading with a day stands above")));
        let got: Vec<String> =
            dates.iter().map(|t| format!("{} = {} {}", t.span.of(&text), kind(t), t.value)).collect();
        if got != expected {
            wrong.push(format!("{text}\n   expected {expected:?}\n   got      {got:?}"));
        }
    }
    assert!(rows > 60, "the table was not read: {rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn kind(t: &Timex) -> String {
    format!("{:?}", t.kind).to_uppercase()
}

#[test]
fn what_is_given_is_taken() {
    read("It rained on Monday.", |view| {
        let given = Some(date(2020, 2, 2));
        let metadata = Some(date(2020, 2, 3));
        let mut notices = Vec::new();
        let p = dates::published(view, &LEXICON, given, metadata, &[], &mut notices);
        assert_eq!((p.date, p.by), (given, PublishedBy::Given));
        let p = dates::published(view, &LEXICON, None, metadata, &[], &mut notices);
        assert_eq!((p.date, p.by), (metadata, PublishedBy::Metadata));
        assert!(notices.is_empty());
    });
}

#[test]
fn a_full_date_at_the_top_is_the_documents() {
    read(
        "Quiet night in the delta\n\nPublished 9 May 2018\n\nNobody was hurt on Monday, officials said.",
        |view| {
            let p = dates::published(view, &LEXICON, None, None, &[], &mut Vec::new());
            assert_eq!((p.date, p.by), (Some(date(2018, 5, 9)), PublishedBy::Metadata));
        },
    );
}

#[test]
fn weekdays_dates_and_terms_of_office_give_the_day() {
    let text = "Foreign Minister Ada Brandt said on Tuesday that the road would be opened.\n\
                The envoys will hold talks in Bern on Wednesday. The talks, set for tomorrow, were asked for by Oslo.\n\
                A second round will follow in Bern on 20 June.";
    let name = "Foreign Minister Ada Brandt";
    let office = |from, to| [(ByteSpan::new(0, name.len()), from, to)];
    read(text, |view| {
        // 20 June lies ahead, the day is a Tuesday: one year in office leaves one such day.
        let mut notices = Vec::new();
        let terms = office(date(2016, 9, 1), date(2017, 8, 31));
        let p = dates::published(view, &LEXICON, None, None, &terms, &mut notices);
        assert_eq!((p.date, p.by), (Some(date(2017, 6, 13)), PublishedBy::Inferred), "{:?}", p.candidates);
        assert!(notices.is_empty());
        let reason = &p.candidates[0].reason;
        for part in ["“tomorrow” is Wednesday", "“20 June” lies 7 days ahead", name] {
            assert!(reason.contains(part), "{reason}");
        }

        // A longer term leaves several, best first, and the document undated.
        let terms = office(date(2014, 1, 1), date(2017, 8, 31));
        let p = dates::published(view, &LEXICON, None, None, &terms, &mut notices);
        assert_eq!((p.date, p.by), (None, PublishedBy::Unknown));
        assert!(p.candidates.len() > 1);
        for c in &p.candidates {
            let ahead = date(c.date.year(), 6, 20).day_of_year() - c.date.day_of_year();
            assert!(
                c.date.weekday() == jiff::civil::Weekday::Tuesday && (1..=14).contains(&ahead),
                "{}",
                c.date
            );
        }
        assert_eq!(notices[0].kind, NoticeKind::UndatedDocument);

        // The expressions then carry what they would be on each of these days.
        let dates = dates::dates(view, &LEXICON, &p, &mut notices);
        let june = dates.iter().find(|t| t.value == "XXXX-06-20").expect("20 June");
        assert_eq!(june.candidates[0].0.len(), "2017-06-20".len());
        assert!(june.candidates.len() > 1);
    });
}

#[test]
fn nothing_to_go_by_is_said() {
    read("The road was closed. Nobody knew why.", |view| {
        let mut notices = Vec::new();
        let p = dates::published(view, &LEXICON, None, None, &[], &mut notices);
        assert_eq!((p.date, p.by, p.candidates.len()), (None, PublishedBy::Unknown, 0));
        assert_eq!(notices.len(), 1);
    });
}

#[test]
fn a_weekday_that_is_not_its_date_is_a_contradiction() {
    let (_, notices) = found("They met on Monday, 9 May 2018, in Rabat.", &on(date(2018, 5, 20)));
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].kind, NoticeKind::Contradiction);
    assert_eq!(notices[0].message, "2018-05-09 is a Wednesday, not a Monday.");
    let (_, notices) = found("They met on Wednesday, 9 May 2018, in Rabat.", &on(date(2018, 5, 20)));
    assert!(notices.is_empty());
}

#[test]
fn tense_of_the_parse_decides_the_side() {
    let document = testing::conllu(
        "Envoys envoy NOUN NNS 2 nsubj\nmet meet VERB VBD 0 root\non on ADP IN 4 case\nThursday Thursday PROPN NNP 2 obl\n. . PUNCT . 2 punct\n\n\
         Envoys envoy NOUN NNS 3 nsubj\nwill will AUX MD 3 aux\nmeet meet VERB VB 0 root\non on ADP IN 5 case\nThursday Thursday PROPN NNP 3 obl\n. . PUNCT . 3 punct\n",
    );
    let view = document.view();
    let dates = dates::dates(&view, &LEXICON, &on(date(2021, 6, 16)), &mut Vec::new());
    let values: Vec<&str> = dates.iter().map(|t| t.value.as_str()).collect();
    assert_eq!(values, ["2021-06-10", "2021-06-17"]);
    let linked: Vec<Option<usize>> =
        [1, 7].map(|verb| dates::date_of(&view, &dates, verb).map(|d| d.index())).to_vec();
    assert_eq!(linked, [Some(0), Some(1)]);
    assert_eq!(dates::date_of(&view, &dates, 4), None, "a full stop has no date");
}

/// The values of the dates of one parsed sentence, as of Wednesday 2021-06-16.
fn parsed(conllu: &str) -> Vec<String> {
    let document = testing::conllu(conllu);
    let dates = dates::dates(&document.view(), &LEXICON, &on(date(2021, 6, 16)), &mut Vec::new());
    dates.into_iter().map(|t| t.value).collect()
}

#[test]
fn a_possessive_day_is_over_unless_its_noun_is_arranged() {
    let sentence = |noun: &str| {
        format!(
            "Oman Oman PROPN NNP 3 nsubj\nis be AUX VBZ 3 aux\nweighing weigh VERB VBG 0 root\nTuesday Tuesday PROPN NNP 6 nmod:poss\n\
             's 's PART POS 4 case\n{noun} {noun} NOUN NN 3 obj\n. . PUNCT . 3 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("attack")), ["2021-06-15"]);
    assert_eq!(parsed(&sentence("summit")), ["2021-06-22"]);
}

#[test]
fn the_clause_of_the_first_to_act_tells_its_side() {
    // "Oman was the first to sign on Monday." and "Oman was to sign on Monday."
    let first = "Oman Oman PROPN NNP 4 nsubj\nwas be AUX VBD 4 cop\nthe the DET DT 4 det\nfirst first ADJ JJ 0 root\nto to PART TO 6 mark\n\
                 sign sign VERB VB 4 acl\non on ADP IN 8 case\nMonday Monday PROPN NNP 6 obl\n. . PUNCT . 4 punct\n";
    assert_eq!(parsed(first), ["2021-06-14"]);
    let was_to = "Oman Oman PROPN NNP 4 nsubj\nwas be AUX VBD 4 aux\nto to PART TO 4 mark\nsign sign VERB VB 0 root\non on ADP IN 6 case\n\
                  Monday Monday PROPN NNP 4 obl\n. . PUNCT . 4 punct\n";
    assert_eq!(parsed(was_to), ["2021-06-21"]);
}

#[test]
fn a_condition_that_somebody_reports_lies_ahead() {
    // "Oman would stop unless crews left by Monday." and "Oman would have stopped if crews left on Monday."
    let reported = "Oman Oman PROPN NNP 3 nsubj\nwould would AUX MD 3 aux\nstop stop VERB VB 0 root\nunless unless SCONJ IN 6 mark\n\
                    crews crew NOUN NNS 6 nsubj\nleft leave VERB VBD 3 advcl\nby by ADP IN 8 case\nMonday Monday PROPN NNP 6 obl\n. . PUNCT . 3 punct\n";
    assert_eq!(parsed(reported), ["2021-06-21"]);
    let over = "Oman Oman PROPN NNP 4 nsubj\nwould would AUX MD 4 aux\nhave have AUX VB 4 aux\nstopped stop VERB VBN 0 root\nif if SCONJ IN 7 mark\n\
                crews crew NOUN NNS 7 nsubj\nleft leave VERB VBD 4 advcl\non on ADP IN 9 case\nMonday Monday PROPN NNP 7 obl\n. . PUNCT . 4 punct\n";
    assert_eq!(parsed(over), ["2021-06-14"]);
}

#[test]
fn what_a_condition_awaits_lies_ahead() {
    // "If the roads are not reopened on Monday, ..." and "Roads stay closed until Monday."
    let condition = "If if SCONJ IN 6 mark\nthe the DET DT 3 det\nroads road NOUN NNS 6 nsubj:pass\nare be AUX VBP 6 aux:pass\nnot not PART RB 6 advmod\n\
                     reopened reopen VERB VBN 11 advcl\non on ADP IN 8 case\nMonday Monday PROPN NNP 6 obl\n, , PUNCT , 11 punct\n\
                     Oman Oman PROPN NNP 11 nsubj\nprotests protest VERB VBZ 0 root\n. . PUNCT . 11 punct\n";
    assert_eq!(parsed(condition), ["2021-06-21"]);
    let bound = "Roads road NOUN NNS 2 nsubj\nstay stay VERB VBP 0 root\nclosed closed ADJ JJ 2 xcomp\nuntil until ADP IN 5 case\n\
                 Monday Monday PROPN NNP 2 obl\n. . PUNCT . 2 punct\n";
    assert_eq!(parsed(bound), ["2021-06-21"]);
}

#[test]
fn what_is_put_off_lies_ahead() {
    let sentence = |lemma: &str, past: &str| {
        format!(
            "Oman Oman PROPN NNP 2 nsubj\n{past} {lemma} VERB VBD 0 root\nthem they PRON PRP 2 iobj\nuntil until ADP IN 5 case\n\
             Monday Monday PROPN NNP 2 obl\n. . PUNCT . 2 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("give", "gave")), ["2021-06-21"]);
    assert_eq!(parsed(&sentence("guard", "guarded")), ["2021-06-14"]);
}

#[test]
fn a_perfect_behind_a_modal_looks_back() {
    // "The flaw may be responsible on Monday." and "The flaw may have been responsible on Monday."
    let sentence = |perfect: &str, n: usize| {
        let root = 3 + n;
        format!(
            "Flaws flaw NOUN NNS {root} nsubj\nmay may AUX MD {root} aux\n{perfect}responsible responsible ADJ JJ 0 root\n\
             on on ADP IN {} case\nMonday Monday PROPN NNP {root} obl\n. . PUNCT . {root} punct\n",
            root + 2
        )
    };
    let be = "be be AUX VB 4 cop\n";
    let have_been = "have have AUX VB 5 aux\nbeen be AUX VBN 5 cop\n";
    assert_eq!(parsed(&sentence(be, 1)), ["2021-06-21"]);
    assert_eq!(parsed(&sentence(have_been, 2)), ["2021-06-14"]);
}

#[test]
fn a_timetable_lies_ahead() {
    // "Talks resume on Monday after they collapsed." and "Talks dominate ..."
    let sentence = |verb: &str| {
        format!(
            "Talks talk NOUN NNS 2 nsubj\n{verb} {verb} VERB VBP 0 root\non on ADP IN 4 case\nMonday Monday PROPN NNP 2 obl\n\
             after after SCONJ IN 7 mark\nthey they PRON PRP 7 nsubj\ncollapsed collapse VERB VBD 2 advcl\n. . PUNCT . 2 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("resume")), ["2021-06-21"]);
    assert_eq!(parsed(&sentence("haunt")), ["2021-06-14"]);
}

#[test]
fn what_could_be_by_a_day_lies_ahead() {
    // "Aides said dams could fail by Monday." and "Aides said dams could fail on Monday."
    let sentence = |case: &str| {
        format!(
            "Aides aide NOUN NNS 2 nsubj\nsaid say VERB VBD 0 root\ndams dam NOUN NNS 5 nsubj\ncould could AUX MD 5 aux\n\
             fail fail VERB VB 2 ccomp\n{case} {case} ADP IN 7 case\nMonday Monday PROPN NNP 5 obl\n. . PUNCT . 2 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("by")), ["2021-06-21"]);
    assert_eq!(parsed(&sentence("on")), ["2021-06-14"]);
}

#[test]
fn what_is_called_off_lies_ahead_still() {
    // "A vote planned for Monday was called off."
    let sentence = |off: &str, n: usize| {
        format!(
            "A a DET DT 2 det\nvote vote NOUN NN 10 nsubj:pass\nthat that PRON WDT 6 nsubj:pass\nhad have AUX VBD 6 aux\n\
             been be AUX VBN 6 aux:pass\nplanned plan VERB VBN 2 acl:relcl\nfor for ADP IN 8 case\n\
             Monday Monday PROPN NNP 6 obl\nwas be AUX VBD 10 aux:pass\n{off}. . PUNCT . {n} punct\n"
        )
    };
    let called = "called call VERB VBN 0 root\noff off ADP RP 10 compound:prt\n";
    assert_eq!(parsed(&sentence(called, 10)), ["2021-06-21"]);
    assert_eq!(parsed(&sentence("noted note VERB VBN 0 root\n", 10)), ["2021-06-14"]);
}

#[test]
fn what_was_once_planned_is_over() {
    // "The rally was planned for Monday." and "The rally was originally planned for Monday."
    let sentence = |once: &str, n: usize| {
        let root = 3 + n;
        format!(
            "Rallies rally NOUN NNS {root} nsubj:pass\nwere be AUX VBD {root} aux:pass\n{once}planned plan VERB VBN 0 root\n\
             for for ADP IN {} case\nMonday Monday PROPN NNP {root} obl\n. . PUNCT . {root} punct\n",
            root + 2
        )
    };
    assert_eq!(parsed(&sentence("", 0)), ["2021-06-21"]);
    assert_eq!(parsed(&sentence("originally originally ADV RB 4 advmod\n", 1)), ["2021-06-14"]);
}

#[test]
fn a_date_stays_in_its_clause() {
    // "Officials said Friday that talks began in May."
    let document = testing::conllu(
        "Officials official NOUN NNS 2 nsubj\nsaid say VERB VBD 0 root\nFriday Friday PROPN NNP 2 obl:tmod\nthat that SCONJ IN 6 mark\n\
         talks talk NOUN NNS 6 nsubj\nbegan begin VERB VBD 2 ccomp\nin in ADP IN 8 case\nMay May PROPN NNP 6 obl\n. . PUNCT . 2 punct\n",
    );
    let view = document.view();
    let dates = dates::dates(&view, &LEXICON, &on(date(2021, 6, 16)), &mut Vec::new());
    let value = |word| dates::date_of(&view, &dates, word).map(|d| dates[d.index()].value.as_str());
    assert_eq!(value(1), Some("2021-06-11"));
    assert_eq!(value(5), Some("2021-05"));
    assert_eq!(value(4), Some("2021-05"), "a noun takes the date of its verb");
}

#[test]
fn a_day_is_counted_from_the_act_beside_it() {
    // "Peru shut the pass on Friday, LENGTH after|before Chile shut the port."
    let counted = |length: &str, link: &str| {
        let word = length.split(' ').collect::<Vec<_>>();
        let document = testing::conllu(&format!(
            "Peru Peru PROPN NNP 2 nsubj\nshut shut VERB VBD 0 root\nthe the DET DT 4 det\npass pass NOUN NN 2 obj\n\
             on on ADP IN 6 case\nFriday Friday PROPN NNP 2 obl\n, , PUNCT , 2 punct\n{} {} DET DT 9 det\n\
             {} {} NOUN NN 12 obl:unmarked\n{link} {link} SCONJ IN 12 mark\nChile Chile PROPN NNP 12 nsubj\n\
             shut shut VERB VBD 2 advcl\nthe the DET DT 14 det\nport port NOUN NN 12 obj\n. . PUNCT . 2 punct\n",
            word[0], word[0], word[1], word[1]
        ));
        let view = document.view();
        let dates = dates::dates(&view, &LEXICON, &on(date(2021, 6, 12)), &mut Vec::new());
        assert_eq!(dates::counted(&view, &dates, 1), None, "it has a day of its own");
        dates::counted(&view, &dates, 11)
    };
    assert_eq!(counted("a day", "after").as_deref(), Some("2021-06-10"));
    assert_eq!(counted("two days", "before").as_deref(), Some("2021-06-13"));
    assert_eq!(counted("two weeks", "after").as_deref(), Some("2021-W21"));
    assert_eq!(counted("two months", "after").as_deref(), Some("2021-04"));
    assert_eq!(counted("two hours", "after"), None);
    assert_eq!(counted("a day", "while"), None);
}

fn pieces() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = include_str!("../../lexicon/data/timex.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split('\t').next())
        .chain([
            "the",
            "a",
            "of",
            ",",
            ".",
            "-",
            "–",
            "’s",
            "\n",
            "in",
            "Monday",
            "May",
            "Jan.",
            "31",
            "0",
            "29",
            "9999",
            "1990s",
            "4294967295",
            "12:61",
            "p.m.",
            "ago",
            "later",
            "half",
            "and",
            "2/30/2001",
            "“",
            "é",
            "北京",
            "Feb. 30",
        ])
        .collect();
    prop::collection::vec(prop::sample::select(words), 0..40).prop_map(|w| w.join(" "))
}

fn holds(text: &str, published: Option<Date>) -> Result<(), TestCaseError> {
    read(text, |view| {
        let mut notices = Vec::new();
        let p = dates::published(view, &LEXICON, published, None, &[], &mut notices);
        let dates = dates::dates(view, &LEXICON, &p, &mut notices);
        for pair in dates.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "expressions overlap or are out of order");
        }
        for t in &dates {
            prop_assert!(!t.span.of(text).is_empty(), "a span re-reads as what it cites");
            prop_assert!(!t.value.is_empty());
            prop_assert!((t.words.end as usize) <= view.len());
        }
        for word in 0..view.len() {
            dates::date_of(view, &dates, word);
        }
        Ok(())
    })
}

proptest! {
    #[test]
    fn any_mixture_of_the_words_is_read(text in pieces(), year in -9000i16..9999) {
        holds(&text, None)?;
        holds(&text, Date::new(year, 2, 28).ok())?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        holds(&text, Some(date(2021, 6, 16)))?;
    }
}

#[test]
fn a_day_before_the_mark_of_a_clause_is_not_of_that_clause() {
    // "Peru summoned her on Monday to protest", with the day hung from "protest".
    let summoned = "Peru Peru PROPN NNP 2 nsubj\nsummoned summon VERB VBD 0 root\nher she PRON PRP 2 obj\non on ADP IN 5 case\n\
                    Monday Monday PROPN NNP 7 obl\nto to PART TO 7 mark\nprotest protest VERB VB 2 advcl\n. . PUNCT . 2 punct\n";
    assert_eq!(parsed(summoned), ["2021-06-14"]);
    // "Peru decided on Monday, by two votes, that trade would cease", with the day hung from "cease".
    let decided = "Peru Peru PROPN NNP 2 nsubj\ndecided decide VERB VBD 0 root\non on ADP IN 4 case\nMonday Monday PROPN NNP 10 obl\n\
                   , , PUNCT , 4 punct\nnarrowly narrowly ADV RB 2 advmod\n, , PUNCT , 6 punct\ntrade trade NOUN NN 10 nsubj\n\
                   would would AUX MD 10 aux\ncease cease VERB VB 2 ccomp\n. . PUNCT . 2 punct\n";
    assert_eq!(parsed(decided), ["2021-06-14"]);
}

#[test]
fn what_had_been_agreed_is_over() {
    // "The rebels had agreed on Monday to a truce", "Peru has scheduled a vote Monday".
    let agreed = "Rebels rebel NOUN NNS 3 nsubj\nhad have AUX VBD 3 aux\nagreed agree VERB VBN 0 root\non on ADP IN 5 case\n\
                  Monday Monday PROPN NNP 3 obl\nto to ADP IN 8 case\na a DET DT 8 det\ntruce truce NOUN NN 3 obl\n. . PUNCT . 3 punct\n";
    assert_eq!(parsed(agreed), ["2021-06-14"]);
    let scheduled = "Peru Peru PROPN NNP 3 nsubj\nhas have AUX VBZ 3 aux\nscheduled schedule VERB VBN 0 root\na a DET DT 5 det\n\
                     vote vote NOUN NN 3 obj\nMonday Monday PROPN NNP 3 obl:tmod\n. . PUNCT . 3 punct\n";
    assert_eq!(parsed(scheduled), ["2021-06-21"]);
}

#[test]
fn a_clause_that_awaits_its_time_lies_ahead() {
    // "Oman fell silent when the roads are mended on Monday." and "... were mended ..."
    let sentence = |be: &str, tag: &str| {
        format!(
            "Oman Oman PROPN NNP 2 nsubj\nfell fall VERB VBD 0 root\nsilent silent ADJ JJ 2 xcomp\nwhen when ADV WRB 8 advmod\nthe the DET DT 6 det\n\
             roads road NOUN NNS 8 nsubj:pass\n{be} be AUX {tag} 8 aux:pass\nmended mend VERB VBN 2 advcl\non on ADP IN 10 case\n\
             Monday Monday PROPN NNP 8 obl\n. . PUNCT . 2 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("are", "VBP")), ["2021-06-21"]);
    assert_eq!(parsed(&sentence("were", "VBD")), ["2021-06-14"]);
}

#[test]
fn what_had_been_due_is_over() {
    // "The pact is due to expire on Monday." and "The pact had been due to expire on Monday."
    let sentence = |be: &str, n: usize| {
        let due = 3 + n;
        format!(
            "The the DET DT 2 det\npact pact NOUN NN {due} nsubj\n{be}due due ADJ JJ 0 root\nto to PART TO {0} mark\n\
             expire expire VERB VB {due} xcomp\non on ADP IN {1} case\nMonday Monday PROPN NNP {0} obl\n. . PUNCT . {due} punct\n",
            due + 2,
            due + 4
        )
    };
    assert_eq!(parsed(&sentence("is be AUX VBZ 4 cop\n", 1)), ["2021-06-21"]);
    let had_been = "had have AUX VBD 5 aux\nbeen be AUX VBN 5 cop\n";
    assert_eq!(parsed(&sentence(had_been, 2)), ["2021-06-14"]);
}

#[test]
fn what_was_tried_was_tried_then() {
    // "Oman tried to sign on Monday." and "Oman vowed to sign on Monday."
    let sentence = |lemma: &str, past: &str| {
        format!(
            "Oman Oman PROPN NNP 2 nsubj\n{past} {lemma} VERB VBD 0 root\nto to PART TO 4 mark\nsign sign VERB VB 2 xcomp\n\
             on on ADP IN 6 case\nMonday Monday PROPN NNP 4 obl\n. . PUNCT . 2 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("try", "tried")), ["2021-06-14"]);
    assert_eq!(parsed(&sentence("vow", "vowed")), ["2021-06-21"]);
}

#[test]
fn the_day_of_a_question_is_over() {
    // "Asked on Monday, he fled." and "Asked by Monday, he fled."
    let sentence = |case: &str| {
        format!(
            "Asked ask VERB VBN 6 advcl\n{case} {case} ADP IN 3 case\nMonday Monday PROPN NNP 1 obl\n, , PUNCT , 6 punct\n\
             he he PRON PRP 6 nsubj\nfled flee VERB VBD 0 root\n. . PUNCT . 6 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("on")), ["2021-06-14"]);
    assert_eq!(parsed(&sentence("by")), ["2021-06-21"]);
    // "Oslo urged them on Monday", with the past taken for a participle.
    let urged = "Oslo Oslo PROPN NNP 2 nsubj\nurged urge VERB VBN 0 root\nthem they PRON PRP 2 obj\nnot not PART RB 6 advmod\n\
                 to to PART TO 6 mark\nact act VERB VB 2 xcomp\nMonday Monday PROPN NNP 2 obl:tmod\n. . PUNCT . 2 punct\n";
    assert_eq!(parsed(urged), ["2021-06-14"]);
}

#[test]
fn an_arranged_day_under_an_infinitive_is_the_nearer() {
    // "Read on to weigh Tuesday's summit": of 15 and 22 June the nearer; "Friday's summit": of 11 and 18 June.
    let sentence = |day: &str| {
        format!(
            "Nobody nobody PRON NN 2 nsubj\ndared dare VERB VBD 0 root\n, , PUNCT , 2 punct\nso so ADV RB 6 advmod\nto to PART TO 6 mark\n\
             weigh weigh VERB VB 2 advcl\n{day} {day} PROPN NNP 9 nmod:poss\n's 's PART POS 7 case\nsummit summit NOUN NN 6 obj\n\
             . . PUNCT . 2 punct\n"
        )
    };
    assert_eq!(parsed(&sentence("Tuesday")), ["2021-06-15"]);
    assert_eq!(parsed(&sentence("Friday")), ["2021-06-18"]);
}
