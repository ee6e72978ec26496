//! The links that are kept of all pairs that are the same.
//!
//! Items stand in a line: by the day from which they are known (the undated last), then by id. A pair weighs as much as
//! the later of the two, then the earlier. A minimum spanning forest under such weights (Kruskal 1956) connects, for
//! every day, those items known by then that all pairs known by then connect: the cycle property says that the pair left
//! out is the heaviest, that is the last known, of a ring of pairs. The weights differ, so the forest is one only, and
//! that of a graph that grows is the forest of the old forest and the new pairs.

use rustc_hash::FxHashMap as HashMap;

/// A place in the line of items.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Whether the document is undated.
    undated: bool,
    /// The day from which it is known; empty where undated.
    known: String,
    /// The id.
    pub id: String,
}

impl Place {
    /// The place of the item with that id.
    pub fn new(known: Option<&str>, id: &str) -> Place {
        Place { undated: known.is_none(), known: known.unwrap_or("").to_owned(), id: id.to_owned() }
    }

    /// The day from which it is known.
    pub fn known(&self) -> Option<&str> {
        (!self.undated).then_some(self.known.as_str())
    }
}

/// Two items that are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The earlier one.
    pub a: Place,
    /// The later one.
    pub b: Place,
    /// Why, in words.
    pub why: String,
    /// The correction that says so, where it was one.
    pub correction: Option<i64>,
}

impl Link {
    /// A link between two items, whichever is the earlier.
    pub fn new(one: Place, other: Place, why: String, correction: Option<i64>) -> Link {
        let (a, b) = if one < other { (one, other) } else { (other, one) };
        Link { a, b, why, correction }
    }

    /// What it weighs. A pair that a rule and a person both call one is the rule's.
    pub(super) fn weight(&self) -> (&Place, &Place, Option<i64>) {
        (&self.b, &self.a, self.correction)
    }
}

/// The minimum spanning forest of `links`, in the order of their weights.
pub fn forest(mut links: Vec<Link>) -> Vec<Link> {
    links.sort_by(|x, y| x.weight().cmp(&y.weight()));
    let mut sets = Sets::default();
    let kept: Vec<bool> = links.iter().map(|l| sets.join(&l.a, &l.b)).collect();
    let mut kept = kept.into_iter();
    links.retain(|_| kept.next().unwrap_or(false));
    links
}

/// The cluster of each item: the first item that `links` connect it with, itself where they connect it with none.
pub fn components<'p>(
    members: impl IntoIterator<Item = &'p Place>,
    links: impl IntoIterator<Item = (&'p Place, &'p Place)>,
) -> HashMap<&'p str, &'p str> {
    let mut sets = Sets::default();
    let members: Vec<&Place> = members.into_iter().collect();
    for &m in &members {
        sets.number(m);
    }
    for (a, b) in links {
        sets.join(a, b);
    }
    members
        .into_iter()
        .map(|m| {
            let n = sets.number(m);
            let root = sets.root(n);
            (m.id.as_str(), sets.places[root].id.as_str())
        })
        .collect()
}

/// Disjoint sets of places, each named by its first (Tarjan 1975, with path halving).
#[derive(Default)]
struct Sets<'p> {
    numbers: HashMap<&'p str, usize>,
    places: Vec<&'p Place>,
    above: Vec<usize>,
}

impl<'p> Sets<'p> {
    fn number(&mut self, place: &'p Place) -> usize {
        let next = self.places.len();
        let n = *self.numbers.entry(&place.id).or_insert(next);
        if n == next {
            self.places.push(place);
            self.above.push(n);
        }
        n
    }

    fn root(&mut self, mut n: usize) -> usize {
        while self.above[n] != n {
            self.above[n] = self.above[self.above[n]];
            n = self.above[n];
        }
        n
    }

    /// Joins two sets; false where they are one already.
    fn join(&mut self, a: &'p Place, b: &'p Place) -> bool {
        let (a, b) = (self.number(a), self.number(b));
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return false;
        }
        let (first, second) = if self.places[a] <= self.places[b] { (a, b) } else { (b, a) };
        self.above[second] = first;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place(day: u8, n: u8) -> Place {
        let known = (day < 6).then(|| format!("2022-01-0{}", day + 1));
        Place::new(known.as_deref(), &format!("e{n:02}"))
    }

    prop_compose! {
        fn graph()(days in prop::collection::vec(0u8..8, 1..14))
            (pairs in prop::collection::vec((0..days.len(), 0..days.len()), 0..40), days in Just(days))
            -> (Vec<Place>, Vec<Link>) {
            let places: Vec<Place> = days.iter().enumerate().map(|(n, &d)| place(d, n as u8)).collect();
            let links = pairs.into_iter().filter(|(a, b)| a != b)
                .map(|(a, b)| Link::new(places[a].clone(), places[b].clone(), String::new(), None)).collect();
            (places, links)
        }
    }

    fn clusters<'p>(places: &'p [Place], links: &'p [Link], last: &Place) -> Vec<(&'p str, &'p str)> {
        let by_then = |p: &&Place| (p.undated, &p.known) <= (last.undated, &last.known);
        let some = links.iter().map(|l| (&l.a, &l.b)).filter(|(a, b)| by_then(a) && by_then(b));
        let mut all: Vec<_> = components(places.iter().filter(by_then), some).into_iter().collect();
        all.sort();
        all
    }

    proptest! {
        /// The forest tells for every day what all pairs tell.
        #[test]
        fn the_forest_is_enough_for_every_day((places, links) in graph()) {
            let kept = forest(links.clone());
            prop_assert!(kept.len() < places.len());
            for day in &places {
                prop_assert_eq!(clusters(&places, &links, day), clusters(&places, &kept, day));
            }
        }

        /// A graph may grow pair by pair, in any order.
        #[test]
        fn the_forest_grows((_, links) in graph()) {
            let whole = forest(links.clone());
            let mut grown = Vec::new();
            for link in links.into_iter().rev() {
                grown.push(link);
                grown = forest(grown);
            }
            prop_assert_eq!(grown, whole);
        }

        /// A cluster has the name of its first.
        #[test]
        fn the_first_names_the_cluster((places, links) in graph()) {
            let of = components(&places, links.iter().map(|l| (&l.a, &l.b)));
            let by_id: HashMap<&str, &Place> = places.iter().map(|p| (p.id.as_str(), p)).collect();
            for (item, cluster) in &of {
                prop_assert!(by_id[cluster] <= by_id[item]);
                prop_assert_eq!(of[cluster], *cluster);
            }
        }
    }
}
