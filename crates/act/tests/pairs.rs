//! Clauses and acts, each pair with the answer that a careful reader would give (`pairs.txt`).

use demarche_act::{World, answers, contradicts, parse};
use demarche_record::Plover;

fn world() -> World {
    let mut world = World::default();
    for (part, whole) in [("NATO", "WEST"), ("USA", "NATO"), ("GBR", "NATO"), ("POL", "EU"), ("USA", "WEST")]
    {
        world.part_of.push((part.into(), whole.into()));
    }
    for (who, whom) in [("Vladimir Putin", "RUS"), ("Jens Stoltenberg", "NATO"), ("Kremlin", "RUS")] {
        world.speaks_for.push((who.into(), whom.into()));
    }
    for (word, r#type) in [
        ("give", Plover::Aid),
        ("provide", Plover::Aid),
        ("arm", Plover::Aid),
        ("attack", Plover::Assault),
        ("invade", Plover::Assault),
        ("shell", Plover::Assault),
        ("aggression", Plover::Assault),
        ("sanction", Plover::Sanction),
        ("expel", Plover::Sanction),
        ("withdraw", Plover::Retreat),
        ("withdrawal", Plover::Retreat),
        ("demand", Plover::Request),
        ("mass", Plover::Mobilize),
        ("meet", Plover::Consult),
        ("talk", Plover::Consult),
        ("release", Plover::Retreat),
        ("free", Plover::Retreat),
        ("loan", Plover::Aid),
    ] {
        world.word(word, r#type);
        world.verb(word);
    }
    for verb in [
        "close", "open", "shut", "admit", "buy", "send", "host", "mediate", "visit", "leave", "pull", "sign",
        "withdrew", "fire", "lend", "fund", "supply",
    ] {
        world.verb(verb);
    }
    for (noun, r#type) in [
        ("aid", Plover::Aid),
        ("aggression", Plover::Assault),
        ("sanction", Plover::Sanction),
        ("withdrawal", Plover::Retreat),
    ] {
        world.noun(noun, r#type);
    }
    for name in ["Russia", "Moscow", "Russian", "Ukraine", "Kyiv", "Ukrainian", "NATO"] {
        world.name(name);
    }
    world
}

/// `yes` from 0.7, `likely` from 0.5, `hardly` below, `no` where there is no match at all.
fn grade(sure: Option<f64>) -> &'static str {
    match sure {
        None => "no",
        Some(s) if s >= 0.7 => "yes",
        Some(s) if s >= 0.5 => "likely",
        Some(_) => "hardly",
    }
}

#[test]
fn a_careful_reader_would_say_so_of_every_pair() {
    let world = world();
    let mut pairs = 0;
    let mut wrong = String::new();
    for line in include_str!("pairs.txt").lines().filter(|l| l.contains('|')) {
        let [asked, done, want] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let act = |text| parse(text, &world).unwrap_or_else(|e| panic!("{text}: {e}"));
        let found = answers(&act(asked), &act(done), &world);
        let got = grade(found.as_ref().map(|m| m.sure));
        if got != want {
            wrong.push_str(&format!("{line}: {got}, {found:?}\n"));
        }
        pairs += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(pairs >= 60);
}

#[test]
fn acts_that_exclude_each_other() {
    let world = world();
    let cases = [
        ("RUS ASSAULT UKR", "not RUS ASSAULT UKR", "yes"),
        ("RUS ASSAULT UKR", "not RUS COERCE UKR", "yes"),
        ("RUS COERCE UKR", "not RUS ASSAULT UKR", "no"),
        ("RUS ASSAULT UKR", "RUS RETREAT UKR", "yes"),
        ("RUS ASSAULT UKR", "UKR RETREAT RUS", "no"),
        ("RUS ASSAULT UKR", "RUS THREATEN UKR", "no"),
        ("NATO expands to the east", "NATO halts its expansion to the east", "yes"),
        ("RUS REJECT diplomacy", "RUS engage in diplomacy", "yes"),
        ("RUS REJECT the grain deal", "RUS AGREE the grain deal", "yes"),
        ("RUS REJECT the grain deal", "RUS AGREE a date for talks in the lake town", "no"),
        ("TUR closes the straits to warships", "TUR opens the straits to warships", "yes"),
        ("TUR closes the straits to warships", "GRC opens the straits to warships", "no"),
        ("NATO AID UKR tanks", "USA AID UKR tanks", "no"),
        ("not RUS receives the security guarantees", "NATO AID RUS security guarantees", "yes"),
    ];
    for (a, b, want) in cases {
        let (x, y) = (parse(a, &world).unwrap(), parse(b, &world).unwrap());
        let found = contradicts(&x, &y, &world);
        assert_eq!(grade(found.as_ref().map(|m| m.sure)), want, "{a} | {b}: {found:?}");
    }
}

#[test]
fn an_answer_says_why() {
    let world = world();
    let why = |asked, done| {
        let act = |text| parse(text, &world).unwrap();
        answers(&act(asked), &act(done), &world).unwrap().why
    };
    assert_eq!(
        why("WEST SANCTION RUS", "NATO SANCTION RUS"),
        "NATO is part of WEST; both are SANCTION; to RUS."
    );
    assert_eq!(
        why("not RUS receives security guarantees", "not NATO GIVE security guarantees"),
        "the clause does not say who acts; both are AID; both say \"security\", \"guarantees\"; what one receives \
         another gives."
    );
    assert_eq!(
        why("RUS CONCEDE", "\"Vladimir Putin\" RETREAT"),
        "Vladimir Putin acts for RUS; RETREAT is CONCEDE too, as yielding in deed is yielding."
    );
}
