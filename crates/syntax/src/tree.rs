//! Scores of heads to one tree a sentence: greedy heads first, Chu and Liu's and Edmonds' algorithm where those are no tree.

/// The best tree over `n` words with exactly one word under the root.
///
/// `scores[i * (n + 1)]` is the score of the root as head of word `i`, `scores[i * (n + 1) + 1 + j]` that of word `j`. The result
/// holds 0 for the root and `1 + j` for word `j`. Ties go to the lower index.
pub fn tree(scores: &[f32], n: usize) -> Vec<usize> {
    let width = n + 1;
    assert_eq!(scores.len(), n * width, "scores of every pair");
    if n == 0 {
        return Vec::new();
    }
    let greedy: Vec<usize> = (0..n)
        .map(|i| {
            let row = &scores[i * width..][..width];
            let mut best = 0;
            for h in (1..width).filter(|&h| h != i + 1) {
                if row[h] > row[best] {
                    best = h;
                }
            }
            best
        })
        .collect();
    if is_tree(&greedy) {
        return greedy;
    }
    // One word under the root: try the words by what their being the root costs at least, stop when none can still win.
    let gap = |i: usize| {
        let row = &scores[i * width..][..width];
        row[greedy[i]] - row[0]
    };
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| gap(a).total_cmp(&gap(b)).then(a.cmp(&b)));
    let total = |heads: &[usize]| -> f64 { (0..n).map(|i| f64::from(scores[i * width + heads[i]])).sum() };
    let bound = total(&greedy);
    let mut best: Option<(f64, Vec<usize>)> = None;
    for root in order.into_iter().take(MOST_ROOTS) {
        // Everybody else at their greedy head is the most this root can reach.
        let reach = bound - f64::from(gap(root));
        if best.as_ref().is_some_and(|(s, _)| reach < *s) {
            break;
        }
        let heads = arborescence(scores, n, root);
        let score = total(&heads);
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, heads));
        }
    }
    best.map_or(greedy, |(_, heads)| heads)
}

/// Roots that are tried at most: the bound nearly always stops much earlier.
const MOST_ROOTS: usize = 8;

/// Whether every word leads to the root and exactly one stands directly under it.
fn is_tree(heads: &[usize]) -> bool {
    if heads.iter().filter(|&&h| h == 0).count() != 1 {
        return false;
    }
    let mut state = vec![0u8; heads.len()];
    for start in 0..heads.len() {
        let mut at = start;
        while state[at] == 0 {
            state[at] = 1;
            if heads[at] == 0 {
                break;
            }
            at = heads[at] - 1;
        }
        if state[at] == 1 && heads[at] != 0 {
            return false;
        }
        let mut at = start;
        while state[at] == 1 {
            state[at] = 2;
            if heads[at] == 0 {
                break;
            }
            at = heads[at] - 1;
        }
    }
    true
}

/// A dependent and its head.
type Arc = (usize, usize);

/// The best arborescence from `root`, word under the root (Chu-Liu/Edmonds, contracting cycle by cycle, O(n^3) at worst).
fn arborescence(scores: &[f32], n: usize, root: usize) -> Vec<usize> {
    let width = n + 1;
    // weight[d][h] between words; the root takes no head.
    let mut weight: Vec<Vec<f64>> = (0..n)
        .map(|d| {
            (0..n)
                .map(|h| if d == h { f64::NEG_INFINITY } else { f64::from(scores[d * width + 1 + h]) })
                .collect()
        })
        .collect();
    // The original arc (dependent, head) behind the arc between two nodes.
    let mut origin: Vec<Vec<(usize, usize)>> = (0..n).map(|d| (0..n).map(|h| (d, h)).collect()).collect();
    let mut alive: Vec<usize> = (0..n).collect();
    // Words that each node stands for.
    let mut members: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    // Contracted cycles: for each node of one, its words and its arc within the cycle.
    let mut contracted: Vec<Vec<(Vec<usize>, Arc)>> = Vec::new();
    let best = loop {
        let mut head = vec![usize::MAX; n];
        for &d in alive.iter().filter(|&&d| d != root) {
            let mut best = usize::MAX;
            for &h in alive.iter().filter(|&&h| h != d) {
                if best == usize::MAX || weight[d][h] > weight[d][best] {
                    best = h;
                }
            }
            head[d] = best;
        }
        let Some(cycle) = cycle(&head, &alive, root) else { break head };
        let keep = cycle[0];
        contracted.push(cycle.iter().map(|&d| (members[d].clone(), origin[d][head[d]])).collect());
        let inside: Vec<f64> = cycle.iter().map(|&d| weight[d][head[d]]).collect();
        alive.retain(|x| !cycle.contains(x) || *x == keep);
        for &x in alive.iter().filter(|&&x| x != keep) {
            // Out of the cycle: the best of its nodes as head of x. Into it: x as head of the node where the cycle is broken.
            let (mut out, mut out_at) = (f64::NEG_INFINITY, origin[x][keep]);
            let (mut enter, mut enter_at) = (f64::NEG_INFINITY, origin[keep][x]);
            for (&c, &w) in cycle.iter().zip(&inside) {
                if weight[x][c] > out {
                    (out, out_at) = (weight[x][c], origin[x][c]);
                }
                if weight[c][x] - w > enter {
                    (enter, enter_at) = (weight[c][x] - w, origin[c][x]);
                }
            }
            (weight[x][keep], origin[x][keep]) = (out, out_at);
            (weight[keep][x], origin[keep][x]) = (enter, enter_at);
        }
        members[keep] = cycle.iter().flat_map(|&c| members[c].clone()).collect();
    };
    let mut heads = vec![usize::MAX; n];
    for &d in alive.iter().filter(|&&d| d != root) {
        let (dependent, h) = origin[d][best[d]];
        heads[dependent] = h + 1;
    }
    heads[root] = 0;
    // Undo the contractions, last first: the arcs of a cycle hold, but for the node that an arc from outside enters.
    for cycle in contracted.into_iter().rev() {
        for (words, (dependent, h)) in cycle {
            if words.iter().all(|&w| heads[w] == usize::MAX) {
                heads[dependent] = h + 1;
            }
        }
    }
    heads
}

/// A cycle among the chosen heads, if there is one.
fn cycle(head: &[usize], alive: &[usize], root: usize) -> Option<Vec<usize>> {
    let mut seen = vec![usize::MAX; head.len()];
    for &start in alive {
        let mut at = start;
        while at != root && seen[at] == usize::MAX {
            seen[at] = start;
            at = head[at];
        }
        if at != root && seen[at] == start {
            let mut nodes = vec![at];
            let mut next = head[at];
            while next != at {
                nodes.push(next);
                next = head[next];
            }
            return Some(nodes);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The best tree by trying every assignment of heads.
    fn by_force(scores: &[f32], n: usize) -> f64 {
        let mut best = f64::NEG_INFINITY;
        for mut code in 0..(n + 1).pow(n as u32) {
            let heads: Vec<usize> = (0..n)
                .map(|_| {
                    let h = code % (n + 1);
                    code /= n + 1;
                    h
                })
                .collect();
            if heads.iter().enumerate().all(|(i, &h)| h != i + 1) && is_tree(&heads) {
                best = best.max(sum(scores, &heads));
            }
        }
        best
    }

    fn sum(scores: &[f32], heads: &[usize]) -> f64 {
        let width = heads.len() + 1;
        heads.iter().enumerate().map(|(i, &h)| f64::from(scores[i * width + h])).sum()
    }

    #[test]
    fn no_words_no_tree_and_one_word_is_the_root() {
        assert!(tree(&[], 0).is_empty());
        assert_eq!(tree(&[-9.0, 0.0], 1), [0]);
    }

    #[test]
    fn a_cycle_is_broken_where_it_costs_least() {
        // Both words want the other; the first loses less as root.
        assert_eq!(tree(&[-1.0, 0.0, 0.0, -5.0, 0.0, 0.0], 2), [0, 1]);
    }

    proptest! {
        #[test]
        fn trees_are_trees_and_none_is_better(n in 1usize..=5, seed in prop::collection::vec(-40i32..0, 30)) {
            let scores: Vec<f32> = (0..n * (n + 1)).map(|i| seed[i] as f32 / 4.0).collect();
            let heads = tree(&scores, n);
            prop_assert!(is_tree(&heads), "{:?}", heads);
            prop_assert!((sum(&scores, &heads) - by_force(&scores, n)).abs() < 1e-6, "{:?}", heads);
        }

        #[test]
        fn long_sentences_too(n in 6usize..60, seed in any::<u32>()) {
            let scores: Vec<f32> =
                (0..(n * (n + 1)) as u32).map(|i| 0.0 - ((i.wrapping_mul(2_654_435_761) ^ seed) % 97) as f32).collect();
            prop_assert!(is_tree(&tree(&scores, n)));
        }
    }
}
