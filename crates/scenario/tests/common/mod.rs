//! Models written as a person would note them, one commitment a line:
//!
//! ```text
//! ID KIND BY[>TOWARDS] | if ACT | then ACT | what ACT | option ACT
//! ```
//!
//! Each has the words of its acts as its citation, is open, and is read for sure unless its line says otherwise
//! (`| sure 0.5`, `| state withdrawn`).

use demarche_act::{World, parse};
use demarche_record::{CommitmentKind, Plover};
use demarche_scenario::{Citation, Commitment, Model};

/// A few words and alliances.
pub fn world() -> World {
    let mut world = World::default();
    for (word, act) in [
        ("attack", Plover::Assault),
        ("shell", Plover::Assault),
        ("sanction", Plover::Sanction),
        ("withdraw", Plover::Retreat),
        ("arm", Plover::Aid),
        ("talk", Plover::Consult),
    ] {
        world.word(word, act);
    }
    for verb in ["arm", "lend", "loan", "credit", "guarantee", "receive"] {
        world.verb(verb);
    }
    world.word("lend", Plover::Aid);
    world.word("loan", Plover::Aid);
    world.part_of.push(("POL".into(), "NATO".into()));
    world.speaks_for.push(("Mira Holt".into(), "POL".into()));
    world
}

/// The commitment of a line.
fn commitment(line: &str, world: &World) -> Commitment {
    let mut parts = line.split('|').map(str::trim);
    let head: Vec<&str> = parts.next().unwrap().split_whitespace().collect();
    let [id, kind, sides] = head[..] else { panic!("{line:?} has no ID KIND BY") };
    let kind: CommitmentKind = serde_json::from_value(kind.into()).unwrap();
    let (by, towards) = sides.split_once('>').unwrap_or((sides, ""));
    let ids = |s: &str| s.split(',').filter(|i| !i.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let mut c = Commitment {
        id: id.into(),
        kind,
        by: ids(by),
        towards: ids(towards),
        r#if: None,
        then: None,
        what: None,
        options: Vec::new(),
        state: "open".into(),
        sure: 1.0,
        citations: Vec::new(),
    };
    for part in parts {
        let (field, rest) = part.split_once(' ').unwrap();
        if field == "sure" {
            c.sure = rest.parse().unwrap();
            continue;
        }
        if field == "state" {
            c.state = rest.into();
            continue;
        }
        let act = parse(rest, world).unwrap();
        let quote = rest.to_owned();
        let span = [0, quote.chars().count()];
        c.citations.push(Citation { document: "notes".into(), field: field.into(), span, quote });
        match field {
            "if" => c.r#if = Some(act),
            "then" => c.then = Some(act),
            "what" => c.what = Some(act),
            "option" => c.options.push(act),
            _ => panic!("{field:?} is no part of a commitment"),
        }
    }
    c
}

/// The model of a note.
pub fn model(note: &str, world: &World) -> Model {
    let lines = note.lines().map(str::trim).filter(|l| !l.is_empty());
    Model::new(lines.map(|l| commitment(l, world)).collect())
}
