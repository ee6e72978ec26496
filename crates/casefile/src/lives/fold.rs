//! The life of a commitment or meeting, and its state, of its changes.

use super::{Change, State};
use jiff::civil::Date;

/// The change that says the state: the last of the [`life`]. `None` where nothing is known yet.
pub fn fold(changes: &[Change], as_of: Option<Date>) -> Option<&Change> {
    life(changes, as_of).pop()
}

/// The states that were reached, in the order in which they came to be known (of what is known from one day, in the
/// order of the days on which it happened): of all changes, or of those known on the day `as_of` (the calendar's among
/// them: so for "now" give the last day that the case knows, not `None`, where terms must not be run ahead of).
/// `changes` are those of one item, or of all items of one cluster. What was known on a day is the beginning of what is
/// known now.
///
/// Each change is taken that brings something new; of equals the surest, then the first by id.
///
/// - It opens once, is triggered once, expires once. What is said of it in words (`accepted`, `rejected`) counts when it
///   is another word than the last.
/// - `met`, `carried_out`, `averted`, `withdrawn`, `option1`, ... end a life, and `broken` by a deed. A term that is over
///   (`broken` or `expired` by the calendar) does not: what is done late is still done, but words no longer matter.
/// - A promise under a condition that has both is `broken` by its term where it is known to be triggered, else `expired`.
/// - A meeting's plan counts until it is put off or called off, a wish until there is a plan; a meeting is put off once,
///   unless it was called off between. What was held was held.
pub fn life(changes: &[Change], as_of: Option<Date>) -> Vec<&Change> {
    let mut known: Vec<&Change> =
        changes.iter().filter(|c| as_of.is_none_or(|day| c.known.is_some_and(|k| k <= day))).collect();
    // On the day from which it is known something opens before anything becomes of it; the rest goes by its own days. On
    // one day what triggers comes before what follows from it, and deeds before words, which they make idle.
    known.sort_by(|a, b| {
        let words = |c: &Change| matches!(c.state, State::Accepted | State::Rejected);
        let place = |c: &Change| (c.known, c.state != State::Open, c.day.is_none(), c.day, words(c), c.state);
        place(a).cmp(&place(b)).then(tie(a, b))
    });
    let mut life: Vec<&Change> = Vec::new();
    for change in known {
        if is_new(change, &life, changes) {
            life.push(change);
        }
    }
    life
}

fn is_new(change: &Change, life: &[&Change], all: &[Change]) -> bool {
    use State::{
        Accepted, Broken, Cancelled, Expired, Held, Open, Planned, Postponed, Proposed, Rejected, Triggered,
    };
    let has = |state: State| life.iter().any(|c| c.state == state);
    let over = life.iter().any(|c| ends_a_life(c.state) && !(c.state == Broken && c.by.is_empty()));
    let late = has(Expired) || has(Broken);
    let last = |of: &[State]| life.iter().rev().map(|c| c.state).find(|s| of.contains(s));
    match change.state {
        state if over && !is_of_a_meeting(state) => false,
        Open | Triggered if has(change.state) || late => false,
        Open | Triggered => true,
        Accepted | Rejected => !late && last(&[Accepted, Rejected]) != Some(change.state),
        Broken if change.by.is_empty() => {
            let conditional = all.iter().any(|c| c.item == change.item && c.state == Expired);
            !late && (has(Triggered) || !conditional)
        }
        Expired => {
            let either = all.iter().any(|c| c.item == change.item && c.state == Broken && c.by.is_empty());
            !(late || has(Triggered) && either)
        }
        Broken => !late,
        Held => !has(Held),
        Cancelled => !has(Held) && last(&[Postponed, Cancelled]) != Some(Cancelled),
        Postponed => !has(Held) && !has(Postponed) && !has(Cancelled),
        Planned => !has(Planned) && !has(Held) && !has(Cancelled) && !has(Postponed),
        Proposed => life.is_empty(),
        _ => true,
    }
}

fn is_of_a_meeting(state: State) -> bool {
    use State::{Cancelled, Held, Planned, Postponed, Proposed};
    matches!(state, Proposed | Planned | Postponed | Cancelled | Held)
}

/// Whether what the state says ends the life of a commitment.
fn ends_a_life(state: State) -> bool {
    use State::{Averted, Broken, CarriedOut, Met, Taken, Withdrawn};
    matches!(state, Met | CarriedOut | Broken | Averted | Withdrawn | Taken(_))
}

/// Drops the changes that can never be what [`fold`] gives: of one item, state and whether the calendar made them,
/// those that another one precedes or equals in day and in `known` and matches in how sure it is; and of a commitment those
/// that are known only after its [`end`]. What is left is sorted. What a commitment says of itself (`own`) stays while it
/// lives.
pub fn prune(mut changes: Vec<Change>) -> Vec<Change> {
    // What one maker does twice to one end, as where a text says that it had been promised too, it does once.
    changes.sort_by(|a, b| (&a.item, a.state, &a.by).cmp(&(&b.item, b.state, &b.by)).then(by_day(a, b)));
    changes.dedup_by(|b, a| (&a.item, a.state, &a.by) == (&b.item, b.state, &b.by));
    changes.sort_by(|a, b| {
        (&a.item, a.state, a.day, a.known).cmp(&(&b.item, b.state, b.day, b.known)).then(tie(a, b))
    });
    let all = changes.clone();
    changes.retain(|c| {
        let of_it = || all.iter().filter(|other| other.item == c.item);
        !of_it().any(|other| covers(other, c))
            && (is_of_a_meeting(c.state) || !is_past(c.known, end(of_it())))
    });
    changes
}

/// The day from which it is known that the life of an item is over for good, of the item's changes (all or some of them;
/// `None`: they do not end it): what is known only after that is no part of its life.
pub fn end<'c>(changes: impl Iterator<Item = &'c Change>) -> Option<Date> {
    // After a term that is over, what breaks does not count, so that it may not end.
    changes.filter(|c| ends_a_life(c.state) && c.state != State::Broken).filter_map(|c| c.known).min()
}

/// Whether what is known from the day `known` comes after the end.
pub fn is_past(known: Option<Date>, end: Option<Date>) -> bool {
    known.zip(end).is_some_and(|(known, end)| known > end)
}

/// Whether `other` is chosen before `c` whatever the day.
fn covers(other: &Change, c: &Change) -> bool {
    ends_a_life(c.state)
        && other.item == c.item
        && other.state == c.state
        && other.by.is_empty() == c.by.is_empty()
        && by_day(other, c).is_lt()
        // Undated is known on no day.
        && match (other.known, c.known) {
            (Some(o), Some(k)) => o <= k,
            (None, None) => true,
            _ => false,
        }
}

/// Earlier days first, unknown days last; of equals the surer, then by id.
fn by_day(a: &Change, b: &Change) -> std::cmp::Ordering {
    (a.day.is_none(), a.day).cmp(&(b.day.is_none(), b.day)).then(tie(a, b))
}

fn tie(a: &Change, b: &Change) -> std::cmp::Ordering {
    b.sure.total_cmp(&a.sure).then_with(|| (a.state, &a.item, &a.by).cmp(&(b.state, &b.item, &b.by)))
}
