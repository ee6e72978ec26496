//! Scores of BIO tags to spans: the best sequence in which I-X only follows B-X or I-X (train/FORMAT.md, section 6).

use demarche_encoder::ModelError;
use demarche_encoder::math::{exp, log_sum_exp};
use demarche_syntax::intern;

/// The tags of one head: O, then B and I of every label.
#[derive(Clone, Debug)]
pub struct Tags {
    labels: Vec<&'static str>,
}

/// A run of tagged rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// First row.
    pub start: usize,
    /// One past the last row.
    pub end: usize,
    /// The label.
    pub label: &'static str,
    /// Mean probability of the tags.
    pub score: f32,
}

impl Tags {
    /// Reads the tag list of a head: "O", "B-PER", "I-PER", ...; where the tags are bare, the label is `bare`.
    pub fn new(tags: &[String], bare: &str) -> Result<Tags, ModelError> {
        let bad = || ModelError::new(format!("{tags:?} are no tags of beginnings and insides"));
        if tags.len().is_multiple_of(2) || tags.first().map(String::as_str) != Some("O") {
            return Err(bad());
        }
        let mut labels = Vec::new();
        for pair in tags[1..].chunks_exact(2) {
            let (Some(b), Some(i)) = (pair[0].strip_prefix('B'), pair[1].strip_prefix('I')) else {
                return Err(bad());
            };
            if b != i {
                return Err(bad());
            }
            labels.push(intern(b.strip_prefix('-').unwrap_or(bare)));
        }
        Ok(Tags { labels })
    }

    /// Number of tags.
    pub fn len(&self) -> usize {
        1 + 2 * self.labels.len()
    }

    /// The scores of this head with `other`'s as a second opinion (train/FORMAT.md, section 6), rows of [`Tags::len`]: what `other`
    /// has a label for that this head has not counts as O. The heads' first scores are at `from` and `other_from` of each row.
    pub fn with_second_opinion(
        &self,
        (scores, stride): (&[f32], usize),
        from: usize,
        (other, other_from): (&Tags, usize),
        out: &mut Vec<f32>,
    ) {
        const WEIGHT: f32 = 0.5;
        const FLOOR: f32 = -6.0;
        const CAUTION: f32 = 2.0;
        let place = |label: &str| other.labels.iter().position(|l| *l == label);
        let places: Vec<Option<usize>> = self.labels.iter().map(|l| place(l)).collect();
        let strange: Vec<usize> = (0..other.labels.len()).filter(|p| !places.contains(&Some(*p))).collect();
        let mut none = Vec::new();
        out.clear();
        for row in scores.chunks_exact(stride) {
            let (ours, theirs) = (&row[from..][..self.len()], &row[other_from..][..other.len()]);
            let (sum, other_sum) = (log_sum_exp(ours), log_sum_exp(theirs));
            none.clear();
            none.push(theirs[0]);
            none.extend(strange.iter().flat_map(|p| [theirs[1 + 2 * p], theirs[2 + 2 * p]]));
            let opinion = |score: f32| WEIGHT * (score - other_sum).max(FLOOR);
            out.push(ours[0] - sum + opinion(log_sum_exp(&none)) + CAUTION);
            for (label, place) in places.iter().enumerate() {
                for inside in 0..2 {
                    let tag = 1 + 2 * label + inside;
                    let other = place.map_or(f32::NEG_INFINITY, |p| theirs[1 + 2 * p + inside]);
                    out.push(ours[tag] - sum + opinion(other));
                }
            }
        }
    }

    /// The runs of the best sequence over the rows of `scores` (unnormalised, `stride` apart, the head's first score at `from`).
    /// Every row whose index is in `starts` begins anew: nothing runs on over it.
    pub fn decode(&self, scores: &[f32], stride: usize, from: usize, starts: &[usize], out: &mut Vec<Run>) {
        let rows = scores.len() / stride;
        let k = self.len();
        let row = |i: usize| &scores[i * stride + from..][..k];
        let mut bounds = starts.iter().copied().filter(|&s| s > 0 && s < rows).chain([rows]);
        let mut start = 0;
        let mut next = bounds.next().unwrap_or(rows);
        let (mut path, mut back) = (Vec::new(), Vec::new());
        while start < rows {
            // Where O is the best of every row there is nothing to find.
            if (start..next).any(|i| row(i)[1..].iter().any(|&v| v > row(i)[0])) {
                self.best_path(start..next, &row, &mut back, &mut path);
                self.runs(start, &path, &row, out);
            }
            start = next;
            next = bounds.next().unwrap_or(rows);
        }
    }

    /// Viterbi: the tag of every row of `rows`, into `path`. Ties go to the lower tag, but a run goes on rather than anew.
    fn best_path<'a>(
        &self,
        rows: std::ops::Range<usize>,
        row: &impl Fn(usize) -> &'a [f32],
        back: &mut Vec<u8>,
        path: &mut Vec<u8>,
    ) {
        let k = self.len();
        let n = rows.len();
        back.clear();
        back.resize(n * k, 0);
        let mut score = vec![f32::NEG_INFINITY; k];
        let mut new = vec![0.0; k];
        for (t, i) in rows.enumerate() {
            let emission = row(i);
            let sum = log_sum_exp(emission);
            if t == 0 {
                for (tag, s) in score.iter_mut().enumerate() {
                    // Insides have even tags.
                    *s = if tag == 0 || tag % 2 == 1 { emission[tag] - sum } else { f32::NEG_INFINITY };
                }
                continue;
            }
            let mut top = 0;
            for tag in 1..k {
                if score[tag] > score[top] {
                    top = tag;
                }
            }
            for tag in 0..k {
                let from = match tag > 0 && tag % 2 == 0 {
                    true if score[tag] >= score[tag - 1] => tag,
                    true => tag - 1,
                    false => top,
                };
                back[t * k + tag] = from as u8;
                new[tag] = score[from] + emission[tag] - sum;
            }
            std::mem::swap(&mut score, &mut new);
        }
        let mut tag = 0;
        for t in 1..k {
            if score[t] > score[tag] {
                tag = t;
            }
        }
        path.clear();
        path.resize(n, 0);
        for t in (0..n).rev() {
            path[t] = tag as u8;
            tag = usize::from(back[t * k + tag]);
        }
    }

    fn runs<'a>(&self, first: usize, path: &[u8], row: &impl Fn(usize) -> &'a [f32], out: &mut Vec<Run>) {
        let mut t = 0;
        while t < path.len() {
            let tag = path[t];
            if tag == 0 {
                t += 1;
                continue;
            }
            let inside = tag + tag % 2;
            let mut end = t + 1;
            while end < path.len() && path[end] == inside {
                end += 1;
            }
            let probability = |i: usize| {
                let row = row(first + i);
                exp(row[usize::from(path[i])] - log_sum_exp(row))
            };
            let score = (t..end).map(probability).sum::<f32>() / (end - t) as f32;
            let label = self.labels[(usize::from(tag) - 1) / 2];
            out.push(Run { start: first + t, end: first + end, label, score });
            t = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tags() -> Tags {
        let list = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"].map(str::to_owned);
        Tags::new(&list, "").unwrap()
    }

    /// Decodes rows in which the named tags have score 5, all others 0.
    fn decode(rows: &[usize], starts: &[usize]) -> Vec<(usize, usize, &'static str)> {
        let mut scores = vec![0.0; rows.len() * 5];
        for (i, &tag) in rows.iter().enumerate() {
            scores[i * 5 + tag] = 5.0;
        }
        let mut out = Vec::new();
        tags().decode(&scores, 5, 0, starts, &mut out);
        out.iter().map(|r| (r.start, r.end, r.label)).collect()
    }

    #[test]
    fn runs_begin_with_b() {
        assert_eq!(decode(&[1, 2, 0, 3, 4, 4], &[0]), [(0, 2, "PER"), (3, 6, "ORG")]);
        assert_eq!(decode(&[1, 1, 2], &[0]), [(0, 1, "PER"), (1, 3, "PER")]);
        assert_eq!(decode(&[0, 0], &[0]), []);
    }

    #[test]
    fn an_inside_without_its_beginning_is_mended() {
        assert_eq!(decode(&[1, 4, 2, 2], &[0]), [(0, 4, "PER")]);
        assert_eq!(
            decode(&[1, 2, 2, 2], &[0, 2]),
            [(0, 2, "PER"), (2, 4, "PER")],
            "nothing runs over a start"
        );
    }

    #[test]
    fn other_lists_of_tags_are_refused() {
        for list in [vec!["O", "B-PER"], vec!["B", "I", "O"], vec!["O", "B-PER", "I-ORG"], vec![]] {
            let list: Vec<String> = list.into_iter().map(str::to_owned).collect();
            assert!(Tags::new(&list, "x").is_err(), "{list:?}");
        }
    }

    proptest! {
        #[test]
        fn runs_are_disjoint_and_in_order(scores in prop::collection::vec(-6.0f32..6.0, 0..200)) {
            let rows = scores.len() / 5;
            let mut out = Vec::new();
            tags().decode(&scores[..rows * 5], 5, 0, &[0, 3, 11], &mut out);
            let mut at = 0;
            for r in out {
                prop_assert!(r.start >= at && r.end > r.start && r.end <= rows);
                prop_assert!(r.score > 0.0 && r.score <= 1.0001);
                let crosses = |edge| r.start < edge && r.end > edge;
                prop_assert!(!crosses(3) && !crosses(11));
                at = r.end;
            }
        }
    }
}
