//! Acts as an analyst types them.

use demarche_act::{World, parse};
use demarche_record::Plover;
use expect_test::{Expect, expect};

fn world() -> World {
    let mut world = World::default();
    world.word("give", Plover::Aid);
    world.word("annex", Plover::Coerce);
    world
}

/// What is read: polarity, actors, type, targets and words, parted by bars; or the error.
fn check(text: &str, world: &World, expect: Expect) {
    let shown = match parse(text, world) {
        Err(error) => format!("error: {error}"),
        Ok(a) => format!(
            "{}| {} | {} | {} | {}",
            if a.negated { "not " } else { "" },
            a.actors.join("+"),
            a.r#type.map_or("-", Plover::name),
            a.targets.join("+"),
            a.words
        ),
    };
    expect.assert_eq(&shown);
}

#[test]
fn actor_type_target() {
    let w = world();
    check("RUS ASSAULT UKR", &w, expect!["| RUS | ASSAULT | UKR | "]);
    check("\"RUS ASSAULT UKR\"", &w, expect!["| RUS | ASSAULT | UKR | "]);
    check("RUS assaults UKR in the spring", &w, expect!["| RUS | ASSAULT | UKR | in the spring"]);
    check("USA,GBR SANCTION RUS", &w, expect!["| USA+GBR | SANCTION | RUS | "]);
    check("USA, GBR SANCTION RUS, BLR", &w, expect!["| USA+GBR | SANCTION | RUS+BLR | "]);
    check("* SANCTION RUS", &w, expect!["|  | SANCTION | RUS | "]);
}

#[test]
fn verbs_and_words() {
    let w = world();
    check("not NATO GIVE security guarantees", &w, expect!["not | NATO | AID |  | give security guarantees"]);
    check("NATO gave security guarantees", &w, expect!["| NATO | - |  | gave security guarantees"]);
    check("RUS REJECT diplomacy", &w, expect!["| RUS | REJECT |  | diplomacy"]);
    check("RUS ANNEX UKR, by decree", &w, expect!["| RUS | COERCE | UKR | annex by decree"]);
    check("TUR close the straits", &w, expect!["| TUR | - |  | close the straits"]);
}

#[test]
fn not_where_people_put_it() {
    let w = world();
    check("NOT RUS ASSAULT UKR", &w, expect!["not | RUS | ASSAULT | UKR | "]);
    check("RUS not ASSAULT UKR", &w, expect!["not | RUS | ASSAULT | UKR | "]);
    check("RUS does not withdraw its troops", &w, expect!["not | RUS | - |  | withdraw its troops"]);
    check("not RUS does not withdraw", &w, expect!["| RUS | - |  | withdraw"]);
}

#[test]
fn names_of_several_words() {
    let mut w = world();
    check("\"Vladimir Putin\" THREATEN UKR", &w, expect!["| Vladimir Putin | THREATEN | UKR | "]);
    check("RUS THREATEN “Jens Stoltenberg”", &w, expect!["| RUS | THREATEN | Jens Stoltenberg | "]);
    w.actors = vec!["RUS".into(), "UKR".into(), "Vladimir Putin".into()];
    check("Vladimir Putin THREATEN UKR", &w, expect!["| Vladimir Putin | THREATEN | UKR | "]);
    check("rus threaten Vladimir Putin", &w, expect!["| RUS | THREATEN | Vladimir Putin | "]);
}

#[test]
fn what_is_no_act_says_why() {
    let mut w = world();
    check(
        "",
        &w,
        expect![[
            r#"error: an act begins with who acts: [not] ACTOR[,ACTOR] TYPE-or-VERB [TARGET[,TARGET]] [words], as in "RUS ASSAULT UKR""#
        ]],
    );
    check(
        "RUS",
        &w,
        expect![[
            r#"error: what does RUS do? An act is [not] ACTOR[,ACTOR] TYPE-or-VERB [TARGET[,TARGET]] [words], as in "RUS ASSAULT UKR""#
        ]],
    );
    check("RUS ASSUALT UKR", &w, expect!["error: no type of act is called ASSUALT; did you mean ASSAULT?"]);
    check("RUS SACTION UKR", &w, expect!["error: no type of act is called SACTION; did you mean SANCTION?"]);
    check(
        "\"Vladimir Putin THREATEN UKR",
        &w,
        expect!["error: an act has a quotation mark without its other one"],
    );
    check("USA SANCTION RUS,", &w, expect![[r#"error: no actor stands after the comma of "RUS,""#]]);
    w.actors = vec!["RUS".into(), "UKR".into(), "Vladimir Putin".into()];
    check("RSU ASSAULT UKR", &w, expect!["error: the case knows no actor RSU; did you mean RUS?"]);
    check("RUS ASSAULT URK", &w, expect!["error: the case knows no actor URK; did you mean UKR?"]);
    check(
        "RUS UKR",
        &w,
        expect![[
            r#"error: what does RUS do? An act is [not] ACTOR[,ACTOR] TYPE-or-VERB [TARGET[,TARGET]] [words], as in "RUS ASSAULT UKR""#
        ]],
    );
    check(
        "FRA ASSAULT UKR",
        &w,
        expect!["error: the case knows no actor FRA (ids are as `demarche case actors` shows them)"],
    );
    // A state that the case does not know may be named, and fits nothing.
    check("RUS ASSAULT DEU", &w, expect!["| RUS | ASSAULT | DEU | "]);
}
