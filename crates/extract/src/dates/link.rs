//! Which temporal expression dates an event word.

use super::calendar::plus;
use crate::{DateId, Timex, View};
use demarche_lexicon::timex::Unit;
use demarche_record::TimexType;
use jiff::civil::Date;

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

/// The day (TIMEX3 value) of an event that is told by its distance from another one: "closed the border on Friday, *a day
/// after* the army closed the gates" is about gates that closed on Thursday.
///
/// The clause or noun behind "after" or "before" is dated by what governs it, and what governs it by the clause, if only
/// that has a day. Lengths below a day, and such as nobody counted ("days after"), date nothing; of weeks, months and
/// years the value says no more than those.
pub fn counted(view: &View, timexes: &[Timex], head: usize) -> Option<String> {
    if head >= view.len() || !parsed(view, head) {
        return None;
    }
    let sentence = view.sentence(head);
    let first = timexes.partition_point(|t| t.words.start < sentence.start);
    let lengths = timexes[first..].iter().take_while(|t| t.words.start < sentence.end);
    lengths.filter(|t| t.kind == TimexType::Duration).find_map(|length| {
        let link = length.words.end as usize;
        let sign = match view.form(link.min(view.len() - 1)).to_lowercase().as_str() {
            "after" => 1,
            "before" => -1,
            _ => return None,
        };
        let (below, above) = ends(view, timexes, length, link)?;
        let day = |word| {
            date_of(view, timexes, word).and_then(|d| timexes[d.index()].value.get(..10)?.parse().ok())
        };
        // What stands beside the clause's verb stands in the clause ("closed the gates and filled the lake").
        let beside = |word: usize| {
            word == below
                || matches!(view.word(word).relation(), "conj" | "xcomp") && view.head(word) == Some(below)
        };
        let (base, sign): (Date, i32) = if beside(head) {
            (day(above)?, -sign)
        } else if head == above {
            (day(below)?, sign)
        } else {
            return None;
        };
        moved(base, sign, &length.value)
    })
}

/// The head of the clause or noun behind "after" at `link`, and the word over it, outside of the words of time.
fn ends(view: &View, timexes: &[Timex], length: &Timex, link: usize) -> Option<(usize, usize)> {
    let outside = |w: usize| w < length.words.start as usize;
    // The first word behind the link that hangs from before it; what lies between may begin with an auxiliary that the
    // parse made a clause of its own ("a day before both are due to meet").
    let last = view.sentence(link).end as usize;
    // "a day before the envoy is due in Lima"
    let verb = |w: usize| {
        matches!(view.word(w).upos, "VERB" | "NOUN")
            || view.word(w).upos == "ADJ" && view.child(w, "cop").is_some()
    };
    let below = (link + 1..last).take(25).find(|&w| {
        verb(w) && view.head(w).is_some_and(|h| outside(h) || length.words.contains(h))
            || verb(w) && view.word(w).relation() == "advcl" && view.child(w, "mark") == Some(link)
    })?;
    let timely = |w: usize| timexes.iter().any(|t| t.words.contains(w));
    let above = std::iter::successors(view.head(below), |&w| view.head(w)).take(6).find(|&w| !timely(w))?;
    Some((below, above))
}

/// A day moved by a length of days, weeks, months or years.
fn moved(day: Date, sign: i32, length: &str) -> Option<String> {
    let unit = length.chars().next_back()?;
    let n: i32 = length.strip_prefix('P')?.strip_suffix(unit)?.parse().ok()?;
    let to = |unit| plus(day, sign * n, unit);
    Some(match unit {
        'D' => to(Unit::Day)?.to_string(),
        'W' => {
            let week = to(Unit::Week)?.iso_week_date();
            format!("{}-W{:02}", week.year(), week.week())
        }
        'M' => to(Unit::Month)?.to_string().get(..7)?.to_owned(),
        'Y' => to(Unit::Year)?.to_string().get(..4)?.to_owned(),
        _ => return None,
    })
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
