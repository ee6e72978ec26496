//! A plain clause says the same whoever stands in it: one frame with many pairs of names, each behind what wire copy puts before
//! and behind a clause (a metamorphic test, as in Chen et al. 1998; Ribeiro et al. 2020 call it an invariance test).
#![cfg(feature = "models")]

use demarche::{Models, Source, read};
use demarche_record::{Party, Plover};
use std::sync::LazyLock;

static MODELS: LazyLock<Models> =
    LazyLock::new(|| Models::embedded().expect("the models that were built in are sound"));

/// Names with the actors that they mean.
const NAMES: &[(&str, &str)] = &[
    ("Kenya", "KEN"),
    ("Rwanda", "RWA"),
    ("Belgrade", "SRB"),
    ("Tehran", "IRN"),
    ("the European Union", "EU"),
    ("North Korea", "PRK"),
    ("Ankara", "TUR"),
    ("the Syrian government", "SYR"),
    ("Burkina Faso", "BFA"),
    ("the United States", "USA"),
    ("Armenia", "ARM"),
    ("Saudi Arabia", "SAU"),
    ("the Kremlin", "RUS"),
    ("Sri Lanka", "LKA"),
    ("Hanoi", "VNM"),
    ("Chad", "TCD"),
    ("Georgia", "GEO"),
    ("Niger", "NER"),
    ("NATO", "NATO"),
    ("Mali", "MLI"),
];

/// Clauses in which A does something to B.
const FRAMES: &[(&str, Plover)] = &[
    ("A called on B to withdraw its troops", Plover::Request),
    ("A urged B to lift the blockade", Plover::Request),
    ("A accused B of arming rebels", Plover::Accuse),
    ("B was accused by A of breaking the truce", Plover::Accuse),
    ("A condemned B for the attack", Plover::Accuse),
    ("A threatened B with sanctions", Plover::Threaten),
    ("A imposed sanctions on B", Plover::Sanction),
    ("A severed diplomatic ties with B", Plover::Sanction),
    ("A held talks with B in Geneva", Plover::Consult),
    ("A will meet B in Vienna next week", Plover::Consult),
    ("A sent troops to the border with B", Plover::Mobilize),
    ("A sent food aid to B", Plover::Aid),
    ("A praised B for its restraint", Plover::Support),
    ("A rejected an offer of talks from B", Plover::Reject),
    ("A withdrew its troops from B", Plover::Retreat),
    ("A seized a tanker belonging to B", Plover::Coerce),
];

const BEFORE: &[&str] = &["", "On Monday, ", "Days after the vote, ", "Late on Friday "];
const BEHIND: &[&str] = &[
    ".",
    ", its foreign ministry said in a statement.",
    " after weeks of tension along their border.",
    ", a day after gunmen killed four soldiers.",
];

/// Every frame with every name once on either side.
fn sentences() -> impl Iterator<Item = (String, Plover, [&'static str; 2])> {
    FRAMES.iter().enumerate().flat_map(|(f, &(frame, kind))| {
        (0..NAMES.len()).map(move |n| {
            let (a, b) = (NAMES[n], NAMES[(n + f + 3) % NAMES.len()]);
            let clause = frame.replace('A', "\u{1}").replace('B', b.0).replace('\u{1}', a.0);
            let (before, behind) = (BEFORE[(n + f) % BEFORE.len()], BEHIND[(n / 2 + f) % BEHIND.len()]);
            let mut text = format!("{before}{clause}{behind}");
            text[..1].make_ascii_uppercase();
            (text, kind, [a.1, b.1])
        })
    })
}

fn names(parties: &[Party], actor: &str) -> bool {
    parties.iter().any(|p| p.actor.as_deref() == Some(actor))
}

#[test]
fn a_plain_clause_says_the_same_of_every_name() {
    let mut lost = Vec::new();
    let mut all = 0;
    for (text, kind, [a, b]) in sentences() {
        let record = read(&MODELS, &Source::text(&text).published(jiff::civil::date(2024, 5, 15)));
        all += 1;
        let told = record.events.iter().any(|e| {
            let met = kind == Plover::Consult && names(&e.source, b) && names(&e.target, a);
            e.r#type == kind && (names(&e.source, a) && names(&e.target, b) || met)
        });
        if !told {
            lost.push(text);
        }
    }
    assert_eq!(all, FRAMES.len() * NAMES.len());
    // One in fifty may be misread; a frame that breaks costs one in sixteen.
    assert!(lost.len() * 50 <= all, "{} of {all} are misread:\n{}", lost.len(), lost.join("\n"));
}
