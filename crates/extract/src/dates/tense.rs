//! Where the clause around an expression lies: behind the document's day or ahead of it.

use super::token::Token;
use crate::View;

/// Where a clause lies, seen from the day of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    Unknown,
}

/// Words after which an act is still to come, as the parse gives them (lemmas): "are *scheduled* for Monday".
const AHEAD: &[&str] = &[
    "schedule",
    "plan",
    "expect",
    "slate",
    "set",
    "due",
    "intend",
    "hope",
    "upcoming",
    "forthcoming",
    "want",
    "ready",
    "likely",
    "agree",
    "promise",
    "prepare",
    "propose",
    "ask",
    "urge",
    "vow",
    "pledge",
    "aim",
    "invite",
    "await",
];

/// The direction at tokens `start..end`; `first_word` is the layout's word at `start`.
pub(super) fn direction(view: &View, tokens: &[Token], start: usize, end: usize, word: usize) -> Direction {
    if word < view.len() && view.syntax.words.len() == view.len() {
        let by_tree = direction_by_tree(view, word);
        if by_tree != Direction::Unknown {
            return by_tree;
        }
    }
    direction_by_words(tokens, start, end)
}

/// Climbs from the expression to the first verb and reads its tense.
fn direction_by_tree(view: &View, word: usize) -> Direction {
    let mut at = word;
    let mut steps = 0;
    while let Some(above) = view.head(at) {
        let w = view.word(above);
        at = above;
        steps += 1;
        if steps > 40 {
            break;
        }
        if AHEAD.contains(&w.lemma.as_str())
            && matches!(w.upos, "VERB" | "ADJ")
            && matches!(w.xpos, "VBN" | "JJ")
        {
            return Direction::Future;
        }
        if w.upos == "VERB"
            || (w.upos != "NOUN" && view.child(above, "cop").is_some())
            || view.child(above, "aux").is_some()
        {
            return tense(view, above);
        }
    }
    Direction::Unknown
}

fn tense(view: &View, verb: usize) -> Direction {
    let helpers = || view.children_by(verb, "aux").chain(view.children_by(verb, "cop"));
    if helpers().any(|a| {
        let f = view.form(a);
        ["will", "shall", "'ll", "’ll", "wo", "would", "should", "must", "may", "might", "could", "can"]
            .iter()
            .any(|m| f.eq_ignore_ascii_case(m))
    }) {
        // "would have met" is behind us.
        return Direction::Future;
    }
    if helpers().any(|a| view.word(a).xpos == "VBD" || matches!(view.lemma(a), "have")) {
        // "was to meet", "was scheduled" look ahead from there; the day itself is still past for a reader.
        return Direction::Past;
    }
    match view.word(verb).xpos {
        "VBD" => Direction::Past,
        "VB" if view.children_by(verb, "mark").any(|m| view.form(m).eq_ignore_ascii_case("to")) => {
            Direction::Future
        }
        "VB" => Direction::Future,
        "VBN" if view.word(verb).relation() == "acl" => Direction::Past,
        "VBG" if matches!(view.word(verb).relation(), "advcl" | "acl" | "xcomp" | "conj") => {
            view.head(verb).map_or(Direction::Unknown, |above| {
                if matches!(view.word(above).upos, "VERB") && above != verb {
                    simple(view, above)
                } else {
                    Direction::Unknown
                }
            })
        }
        "VBZ" | "VBP" => Direction::Future,
        _ => Direction::Unknown,
    }
}

fn simple(view: &View, verb: usize) -> Direction {
    match view.word(verb).xpos {
        "VBD" => Direction::Past,
        "VB" => Direction::Future,
        _ => Direction::Unknown,
    }
}

/// The nearest word before the expression, else after it, that tells: "*will* meet on Thursday", "*said* on Sunday".
fn direction_by_words(tokens: &[Token], start: usize, end: usize) -> Direction {
    const REACH: usize = 25;
    let at = |k: usize| tokens.get(k);
    let possessive = at(end).is_some_and(|t| t.is("'")) && at(end + 1).is_some_and(|t| t.is("s"));
    // "..., but in March a judge ruled": the verb follows.
    let opener = if start > 0 && tokens[start - 1].is_any(&["in", "on", "at", "by", "last", "late", "early"])
    {
        start - 1
    } else {
        start
    };
    let leads = tokens.get(opener).is_some_and(|t| t.opens)
        || opener > 0 && tokens[opener - 1].is_any(&[",", "but", "and", "\"", "'", "“", "-", ";", ":"]);
    let to = (end + REACH).min(tokens.len());
    let after = || {
        let cues = (end..to).take_while(|&k| !tokens[k].opens).map(|k| cue(tokens, k, possessive));
        cues.into_iter().find(|d| *d != Direction::Unknown).unwrap_or(Direction::Unknown)
    };
    if leads && !possessive {
        match after() {
            Direction::Unknown => {}
            found => return found,
        }
    }
    let from = start.saturating_sub(REACH);
    let mut i = start;
    while i > from && !tokens[i].opens {
        i -= 1;
        match cue(tokens, i, possessive) {
            Direction::Unknown => {}
            found => return found,
        }
    }
    after()
}

/// What token `i` says; beside a possessive ("Friday's") an infinitive says nothing.
fn cue(tokens: &[Token], i: usize, possessive: bool) -> Direction {
    let t = &tokens[i];
    let previous = |texts: &[&str]| i > 0 && tokens[i - 1].is_any(texts);
    if let Some(w) = t.word {
        if w.future && !(t.capital() && !t.opens) {
            return Direction::Future;
        }
        if w.past && !(t.capital() && !t.opens) {
            // "to cut", "will be held" look ahead.
            if previous(&["to"]) || previous(&["be"]) {
                return Direction::Future;
            }
            return Direction::Past;
        }
    }
    if t.is("to") && !possessive {
        const NOT_VERBS: &[&str] =
            &["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those"];
        let next = tokens.get(i + 1);
        let verb = next.is_some_and(|n| {
            n.alphabetic() && !n.capital() && !n.is_any(NOT_VERBS) && n.word.is_none_or(|w| w.unit.is_none())
        });
        return if verb && !previous(&["according", "due", "prior"]) {
            Direction::Future
        } else {
            Direction::Unknown
        };
    }
    if t.form.len() > 4 && t.form.ends_with("ed") && !t.capital() {
        return match () {
            () if previous(&["be"]) => Direction::Future,
            () if previous(&["are", "is", "being"]) => Direction::Unknown,
            () => Direction::Past,
        };
    }
    Direction::Unknown
}
