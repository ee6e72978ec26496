//! The state of a commitment or meeting, of its changes.

use super::{Change, State};
use jiff::civil::Date;

/// The change that says the state: of all of them, or of those known on the day `as_of` (the calendar's among them: so
/// for "now" give the last day that the case knows, not `None`, where terms must not be run ahead of). `None` where
/// nothing is known yet. `changes` are those of one item, or of all items of one cluster.
///
/// Commitments, first what ends a life:
///
/// 1. The first by day of `met`, `carried_out`, `broken`, `averted`, `withdrawn`, `option1`, ..., if a happening made
///    it. What comes later no longer matters; what is done after its term is still done.
/// 2. `broken` by the calendar (a promise whose term passed), unless it was conditional (the calendar then says
///    `expired` too) and not `triggered`.
/// 3. `expired`, unless `triggered`.
/// 4. The last by day of `accepted`, `rejected`, `triggered`: opinions change.
/// 5. `open`.
///
/// Meetings: `held`; else the last known of `postponed` and `cancelled`; else `planned`; else `proposed`. A meeting put
/// off and held later was held; one called off stays so though an older plan is printed again.
///
/// Of equals the surest, then the first by id.
pub fn fold(changes: &[Change], as_of: Option<Date>) -> Option<&Change> {
    let known: Vec<&Change> =
        changes.iter().filter(|c| as_of.is_none_or(|day| c.known.is_some_and(|k| k <= day))).collect();
    let having = |states: &[State]| -> Vec<&Change> {
        known.iter().copied().filter(|c| states.contains(&c.state)).collect()
    };
    let calendar = |state: State| known.iter().copied().filter(move |c| c.state == state && c.by.is_empty());
    let ends = known.iter().copied().filter(|c| ends_a_life(c.state) && !c.by.is_empty());
    let triggered = known.iter().any(|c| c.state == State::Triggered);
    let expired = first(calendar(State::Expired));
    ends.min_by(|a, b| by_day(a, b))
        .or_else(|| first(calendar(State::Broken)).filter(|_| triggered || expired.is_none()))
        .or(expired.filter(|_| !triggered))
        .or_else(|| last(&having(&[State::Accepted, State::Rejected, State::Triggered]), |c| c.day))
        .or_else(|| first(having(&[State::Held]).into_iter()))
        .or_else(|| last(&having(&[State::Postponed, State::Cancelled]), |c| c.known))
        .or_else(|| last(&having(&[State::Planned]), |c| c.known))
        .or_else(|| last(&having(&[State::Proposed]), |c| c.known))
        .or_else(|| first(having(&[State::Open]).into_iter()))
}

/// Whether what the state says ends the life of a commitment.
fn ends_a_life(state: State) -> bool {
    use State::{Averted, Broken, CarriedOut, Met, Taken, Withdrawn};
    matches!(state, Met | CarriedOut | Broken | Averted | Withdrawn | Taken(_))
}

/// Drops the changes that can never be what [`fold`] gives: of one item, state and whether the calendar made them,
/// those that another one precedes or equals in day and in `known` and matches in how sure it is. What is left is
/// sorted. What an item says of itself (`own`) stays.
pub fn prune(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by(|a, b| {
        (&a.item, a.state, a.day, a.known).cmp(&(&b.item, b.state, b.day, b.known)).then(tie(a, b))
    });
    let all = changes.clone();
    changes.retain(|c| !all.iter().any(|other| covers(other, c)));
    changes
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
            (_, known) => known.is_none(),
        }
}

/// Earlier days first, unknown days last; of equals the surer, then by id.
fn by_day(a: &Change, b: &Change) -> std::cmp::Ordering {
    (a.day.is_none(), a.day).cmp(&(b.day.is_none(), b.day)).then(tie(a, b))
}

fn tie(a: &Change, b: &Change) -> std::cmp::Ordering {
    b.sure.total_cmp(&a.sure).then_with(|| (a.state, &a.item, &a.by).cmp(&(b.state, &b.item, &b.by)))
}

fn first<'a>(changes: impl Iterator<Item = &'a Change>) -> Option<&'a Change> {
    changes.min_by(|a, b| by_day(a, b))
}

/// The last by the day that `of` gives; unknown days first.
fn last<'a>(changes: &[&'a Change], of: impl Fn(&Change) -> Option<Date>) -> Option<&'a Change> {
    changes.iter().copied().min_by(|a, b| of(b).cmp(&of(a)).then(b.day.cmp(&a.day)).then(tie(a, b)))
}
