//! Conditions that stand for what was demanded before: "if this is done", "if it refuses", "unless its demands are met".

use super::Commitment;
use super::words::{is, split};
use demarche_act::Act;
use demarche_record::CommitmentKind;

/// How far before its condition a demand may stand, in the unit of [`When::at`](super::When::at).
const REACH: usize = 500;

/// Puts what is demanded in the place of such conditions, in the commitments of one document: the last demand before, of
/// those who make both. The acts alone change; what is shown are the words of the text.
///
/// ```text
/// Botswana demands the opening of the gates, and if this is done, it will open its border.
///                                               if        the opening of the gates
/// Oslo called on Lima to withdraw. If it refuses, Oslo will close its ports.
///                                     if not      withdraw
/// ```
pub fn stand_ins(commitments: &mut [Commitment]) {
    for i in 0..commitments.len() {
        let c = &commitments[i];
        let Some(done) = c.r#if.as_ref().and_then(stands_in) else { continue };
        let before = |d: &&Commitment| {
            d.kind == CommitmentKind::Demand
                && d.when.at < c.when.at
                && c.when.at - d.when.at <= REACH
                && d.by.iter().any(|by| c.by.contains(by))
        };
        let demands = commitments.iter().filter(before).filter_map(|d| Some((d, d.what.as_ref()?)));
        let last = demands.max_by_key(|(d, _)| (d.when.at, &d.id)).map(|(d, what)| {
            let actors = if what.actors.is_empty() { &d.towards } else { &what.actors };
            Act { actors: actors.clone(), negated: what.negated == done, ..what.clone() }
        });
        if let Some(act) = last {
            commitments[i].r#if = Some(act);
        }
    }
}

/// Whether the words of a condition stand for an act told elsewhere: true where it is done, false where it is not.
fn stands_in(clause: &Act) -> Option<bool> {
    let (mut done, mut refused) = (false, false);
    for (word, lower) in clause.words.split_whitespace().zip(clause.words.split_whitespace().map(split)) {
        let Some(lower) = lower.first() else { continue };
        if is("refuse", lower) {
            refused = true;
        } else if is("comply", lower) {
            done = true;
        } else if !is("stand_in", lower) && !is("demand", lower) && !word.starts_with(char::is_uppercase) {
            return None;
        }
    }
    (done || refused).then_some(refused == clause.negated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_conditions_stand_for_what_was_demanded() {
        let done = |words: &str| {
            let negated = split(words).iter().any(|w| w == "not");
            stands_in(&Act { negated, words: words.to_owned(), ..Act::default() })
        };
        for words in
            ["this will be made", "it complies", "Peru does so", "its demands are met", "they agree to this"]
        {
            assert_eq!(done(words), Some(true), "{words}");
        }
        for words in [
            "it does not",
            "Peru refuses",
            "they fail to do so",
            "the demand is not met",
            "that does not happen",
        ] {
            assert_eq!(done(words), Some(false), "{words}");
        }
        for words in ["the talks fail", "it withdraws", "it is", "Peru", "they do not leave", "Peru attacks"]
        {
            assert_eq!(done(words), None, "{words}");
        }
    }
}
