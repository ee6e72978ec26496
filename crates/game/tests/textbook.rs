//! Games that every textbook has, in our own words.

use demarche_game::{Game, Number, analyst, backward, efg, mixed, number, strategic};
use expect_test::expect;

fn n(text: &str) -> Number {
    number(text).unwrap()
}

fn game(text: &str) -> Game {
    efg::read(text).unwrap()
}

/// The actions on the way, and the payoffs at its end.
fn story(game: &Game) -> String {
    let solution = backward::solve(game).unwrap();
    let path = solution.path(game);
    let mut out = Vec::new();
    for pair in path.windows(2) {
        let node = &game.nodes[pair[0]];
        let action = node.children.iter().position(|c| *c == pair[1]).unwrap();
        let set = &game.infosets[node.infoset.unwrap()];
        let who = set.player.map_or("chance", |p| game.players[p].as_str());
        out.push(format!("{who}: {}", set.branches[action].name));
    }
    let value: Vec<String> = solution.values[0].iter().map(Number::to_string).collect();
    format!("{} => {} (ties at {:?})", out.join(", "), value.join(" / "), solution.ties)
}

const ENTRY: &str = r#"EFG 2 R "Entry" { "Entrant" "Incumbent" } "whose payoffs: a textbook's"
p "" 1 1 "enter?" { "enter" "stay out" } 0
p "" 2 1 "fight?" { "share" "fight" } 0
t "" 1 "shared" { 1, 1 }
t "" 2 "price war" { -1, -1 }
t "" 3 "deterred" { 0, 2 }
"#;

#[test]
fn a_threat_that_would_hurt_its_maker_deters_nobody() {
    let entry = game(ENTRY);
    expect!["Entrant: enter, Incumbent: share => 1 / 1 (ties at [])"].assert_eq(&story(&entry));
    let solution = backward::solve(&entry).unwrap();
    let fight = analyst::credibility(&entry, &solution, 1, 1).unwrap();
    assert!(!fight.credible);
    assert_eq!(fight.gain, n("-2"), "fighting costs two against sharing");
    assert!(analyst::credibility(&entry, &solution, 1, 0).unwrap().credible);
    assert_eq!(analyst::credibility(&entry, &solution, 2, 0), None, "nobody moves at the end");
}

#[test]
fn margins_are_where_the_outcome_changes() {
    let entry = game(ENTRY);
    let margins = analyst::margins(&entry).unwrap();
    let bound = |b: &Option<Number>| b.as_ref().map_or("any".to_owned(), Number::to_string);
    let lines: Vec<String> = margins
        .iter()
        .map(|m| {
            let name = &entry.outcomes[m.outcome].name;
            format!(
                "{name}, {}: {} in {}..{}",
                entry.players[m.player],
                m.payoff,
                bound(&m.low),
                bound(&m.high)
            )
        })
        .collect();
    expect![[r#"
        shared, Entrant: 1 in 0..any
        shared, Incumbent: 1 in -1..any
        price war, Entrant: -1 in any..any
        price war, Incumbent: -1 in any..1
        deterred, Entrant: 0 in any..1
        deterred, Incumbent: 2 in any..any"#]]
    .assert_eq(&lines.join("\n"));
    // The bounds are true: just inside nothing changes, just outside it does.
    let usual = backward::solve(&entry).unwrap().reach(&entry);
    for m in &margins {
        for (bound, outside) in [(&m.low, n("-1/100")), (&m.high, n("1/100"))] {
            let Some(bound) = bound else { continue };
            for (step, same) in [(-outside.clone(), true), (outside, false)] {
                let mut other = entry.clone();
                other.outcomes[m.outcome].payoffs[m.player] = bound + step;
                assert_eq!(backward::solve(&other).unwrap().reach(&other) == usual, same, "{m:?}");
            }
        }
    }
}

#[test]
fn a_chain_store_shares_in_every_town() {
    // Two towns one after the other: the threat fails in the last, hence in the first.
    let store = game(
        r#"EFG 2 R "Two towns" { "First" "Store" "Second" }
p "" 1 1 "" { "in" "out" } 0
p "" 2 1 "" { "share" "fight" } 0
p "" 3 1 "" { "in" "out" } 1 "1 shared" { 1 1 0 }
p "" 2 2 "" { "share" "fight" } 0
t "" 2 "2 shared" { 0 1 1 }
t "" 3 "2 fought" { 0 -1 -1 }
t "" 4 "2 out" { 0 2 0 }
p "" 3 2 "" { "in" "out" } 5 "1 fought" { -1 -1 0 }
p "" 2 3 "" { "share" "fight" } 0
t "" 2
t "" 3
t "" 4
p "" 3 3 "" { "in" "out" } 6 "1 out" { 0 2 0 }
p "" 2 4 "" { "share" "fight" } 0
t "" 2
t "" 3
t "" 4
"#,
    );
    expect!["First: in, Store: share, Second: in, Store: share => 1 / 2 / 1 (ties at [])"]
        .assert_eq(&story(&store));
}

#[test]
fn the_last_word_takes_nearly_everything() {
    let ultimatum = game(
        r#"EFG 2 R "Ultimatum" { "A" "B" } ""
p "" 1 1 "offer" { "fair" "greedy" } 0
p "" 2 1 "fair" { "accept" "refuse" } 0
t "" 1 "half" { 5, 5 }
t "" 2 "nothing" { 0, 0 }
p "" 2 2 "greedy" { "accept" "refuse" } 0
t "" 3 "a little" { 9, 1 }
t "" 2
"#,
    );
    expect!["A: greedy, B: accept => 9 / 1 (ties at [])"].assert_eq(&story(&ultimatum));
}

const CHICKEN: &str = r#"EFG 2 R "Brinkmanship" { "A" "B" } "moves at one time"
p "" 1 1 "A" { "yield" "stand" } 0
p "" 2 1 "B" { "yield" "stand" } 0
t "" 1 "compromise" { 3, 3 }
t "" 2 "A backs down" { 2, 4 }
p "" 2 1
{ "yield" "stand" } 0
t "" 3 "B backs down" { 4, 2 }
t "" 4 "war" { 1, 1 }
"#;

#[test]
fn brinkmanship_has_two_sure_equilibria_and_a_mixed_one() {
    let chicken = game(CHICKEN);
    let form = strategic::form(&chicken).unwrap();
    assert_eq!(strategic::pure(&form), [vec![0, 1], vec![1, 0]]);
    let all = mixed::extreme(&form).unwrap();
    let lines: Vec<String> = all
        .iter()
        .map(|e| {
            format!(
                "{:?} {:?}",
                e.strategies.iter().flatten().map(Number::to_string).collect::<Vec<_>>(),
                e.payoffs.iter().map(Number::to_string).collect::<Vec<_>>()
            )
        })
        .collect();
    expect![[r#"
        ["0", "1", "1", "0"] ["4", "2"]
        ["1/2", "1/2", "1/2", "1/2"] ["5/2", "5/2"]
        ["1", "0", "0", "1"] ["2", "4"]"#]]
    .assert_eq(&lines.join("\n"));
    expect!["A: yield, B: stand => 2 / 4 (ties at [0])"].assert_eq(&story(&chicken));
    assert!(analyst::margins(&chicken).is_err());
}

#[test]
fn pennies_are_mixed_evenly() {
    let pennies = game(
        r#"EFG 2 R "Pennies" { "Even" "Odd" } ""
p "" 1 1 "" { "heads" "tails" } 0
p "" 2 1 "" { "heads" "tails" } 0
t "" 1 "" { 1 -1 }
t "" 2 "" { -1 1 }
p "" 2 1 0
t "" 2
t "" 1
"#,
    );
    let solution = backward::solve(&pennies).unwrap();
    assert!(!solution.is_pure);
    assert!(solution.behaviour.iter().flatten().all(|p| *p == n("1/2")));
    assert_eq!(solution.values[0], [n("0"), n("0")]);
    assert_eq!(solution.reach(&pennies).len(), 4);
}

#[test]
fn a_hidden_subgame_is_solved_within_what_is_seen() {
    // A may leave with 3.5, or enter a game of chicken whose first equilibrium gives A only 2: A leaves.
    let inner = CHICKEN.split_once('\n').unwrap().1.replace("p \"\" 1 1 \"A\"", "p \"\" 1 2 \"A\"");
    let text = format!(
        "EFG 2 R \"Leave or play\" {{ \"A\" \"B\" }} \"\"\np \"\" 1 1 \"leave?\" {{ \"leave\" \"play\" }} 0\nt \"\" 9 \"left\" {{ 3.5 0 }}\n{inner}"
    );
    let leave = game(&text);
    expect!["A: leave => 7/2 / 0 (ties at [2])"].assert_eq(&story(&leave));
}

#[test]
fn a_costly_signal_tells_the_resolute_from_the_weak() {
    // Chance makes A resolute or weak; B sees only whether A mobilized. Resolute A mobilizes at a cost that weak A would not pay.
    let signal = game(
        r#"EFG 2 R "Signal" { "A" "B" } ""
c "" 1 "type" { "resolute" 1/2 "weak" 1/2 } 0
p "" 1 1 "resolute A" { "mobilize" "wait" } 0
p "" 2 1 "seen: mobilized" { "concede" "resist" } 0
t "" 1 "" { 3 1 }
t "" 2 "" { 1 -2 }
p "" 2 2 "seen: nothing" { "concede" "resist" } 0
t "" 3 "" { 4 1 }
t "" 4 "" { 0 -2 }
p "" 1 2 "weak A" { "mobilize" "wait" } 0
p "" 2 1 "seen: mobilized" { "concede" "resist" } 0
t "" 5 "" { -1 1 }
t "" 6 "" { -3 2 }
p "" 2 2 "seen: nothing" { "concede" "resist" } 0
t "" 7 "" { 4 0 }
t "" 8 "" { 0 3 }
"#,
    );
    let solution = backward::solve(&signal).unwrap();
    let sets: Vec<String> = signal
        .infosets
        .iter()
        .zip(&solution.behaviour)
        .filter(|(s, _)| s.player.is_some())
        .map(|(s, b)| {
            format!("{}: {}", s.name, s.branches[b.iter().position(|p| *p == n("1")).unwrap()].name)
        })
        .collect();
    assert_eq!(
        sets,
        ["resolute A: mobilize", "seen: mobilized: concede", "seen: nothing: resist", "weak A: wait"]
    );
}

#[test]
fn what_is_no_game_is_said_with_its_line() {
    for (text, message) in [
        ("", "the file ends too early: “EFG” is expected"),
        ("NFG 1 R", "line 1: this is no .efg file: it begins with “EFG 2 R”"),
        ("EFG 2 R \"x\" { \"A\" } \"\"\np \"\" 2 1 \"\" { \"a\" } 0", "line 2: there is no such player"),
        (
            "EFG 2 R \"x\" { \"A\" } \"\"\np \"\" 1 1 \"\" { \"a\" \"b\" } 0\nt \"\" 1 \"\" { 1 }",
            "the file ends too early: nodes are missing",
        ),
        (
            "EFG 2 R \"x\" { \"A\" } \"\"\nt \"\" 1 \"\" { 1 2 }",
            "the file ends too early: an outcome that is new must have one payoff a player",
        ),
        (
            "EFG 2 R \"x\" { \"A\" } \"\"\nt \"\" 0\nt \"\" 0",
            "line 3: the tree is whole, but the file goes on",
        ),
        (
            "EFG 2 R \"x\" { \"A\" } \"\"\nc \"\" 1 \"luck\" { \"a\" 1/2 \"b\" 1/3 } 0\nt \"\" 0\nt \"\" 0",
            "the probabilities of “luck” sum to 5/6, not to 1",
        ),
        ("EFG 2 R \"x", "line 1: the name that begins here does not end"),
    ] {
        assert_eq!(efg::read(text).unwrap_err().to_string(), message, "{text}");
    }
}
