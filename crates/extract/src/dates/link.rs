//! Which temporal expression dates an event word.

use crate::{DateId, Timex, View};
use demarche_record::TimexType;

/// Relations that begin another clause: a date below one of them dates that clause, not ours.
const CLAUSAL: &[&str] = &["ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj", "root"];

/// Relations by which a noun takes part in the clause of its verb ("hold *talks* on Monday").
const ARGUMENT: &[&str] = &["obj", "nsubj", "obl", "iobj"];

/// Gives the temporal expression that says when the event of word `head` takes place.
///
/// In order of preference: one that hangs from `head` itself or from its nominal dependents ("met on *Monday*",
/// "*Monday*'s attack"); for a noun, one that hangs from its verb ("will hold talks on *Monday*"); for a
/// coordinated verb, one that stands before the first verb ("On *Monday* he arrived and met ..."). Among several
/// of one rank a calendar date goes before "now", then the nearest is taken. Durations and sets date nothing.
/// Without a parse: the nearest in the sentence.
pub fn date_of(view: &View, timexes: &[Timex], head: usize) -> Option<DateId> {
    if head >= view.len() {
        return None;
    }
    let sentence = view.sentence(head);
    let first = timexes.partition_point(|t| t.words.start < sentence.start);
    let here = timexes[first..].iter().take_while(|t| t.words.start < sentence.end).enumerate();
    here.filter(|(_, t)| matches!(t.kind, TimexType::Date | TimexType::Time))
        .filter_map(|(i, t)| Some((rank(view, t, head)?, i)))
        .min()
        .map(|(_, i)| DateId((first + i) as u32))
}

/// How far `timex` is from dating `head`: rank of the attachment, vagueness, distance in words.
fn rank(view: &View, timex: &Timex, head: usize) -> Option<(u8, bool, usize)> {
    if timex.words.contains(head) {
        return None;
    }
    let vague = timex.value.ends_with("_REF");
    let start = timex.words.start as usize;
    let distance = start.abs_diff(head);
    if !parsed(view, head) {
        return Some((9, vague, distance));
    }
    let anchor = clause_path(view, timex_head(view, timex));
    if anchor.contains(&head) {
        return Some((0, vague, distance));
    }
    let governor = view.head(head)?;
    let relation = view.word(head).relation();
    let nominal = matches!(view.word(head).upos, "NOUN" | "PROPN");
    if nominal && ARGUMENT.contains(&relation) && anchor.last() == Some(&governor) {
        return Some((1, vague, distance));
    }
    if relation == "conj" && anchor.last() == Some(&governor) && start < governor {
        return Some((2, vague, distance));
    }
    None
}

fn parsed(view: &View, word: usize) -> bool {
    let n = view.syntax.words.len();
    n == view.len() && view.sentence(word).range().any(|i| view.word(i).head.is_some())
}

/// The word of `timex` whose head lies outside it.
pub(crate) fn timex_head(view: &View, timex: &Timex) -> usize {
    let inside = |h: Option<usize>| h.is_some_and(|h| timex.words.contains(h));
    let last = (timex.words.end as usize).saturating_sub(1);
    timex.words.range().find(|&i| !inside(view.head(i))).unwrap_or(last)
}

/// The words above `word` up to the head of its clause, `word` not included.
fn clause_path(view: &View, word: usize) -> Vec<usize> {
    let mut path = Vec::new();
    let mut at = word;
    // A sentence's tree is never deeper than its words; the bound guards against a broken tree.
    for _ in 0..view.sentence(word).len() {
        let relation = view.word(at).relation();
        if at != word && CLAUSAL.contains(&relation) {
            break;
        }
        let Some(above) = view.head(at) else { break };
        path.push(above);
        at = above;
    }
    path
}
