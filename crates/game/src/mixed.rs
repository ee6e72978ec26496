//! All extreme equilibria of two players (Mangasarian 1964; Avis, Rosenberg, Savani and von Stengel 2010).
//!
//! With payoffs made positive, the first player's mixed strategies that make the second indifferent lie at vertices of a
//! polytope, and the other way round. A pair of vertices at which each strategy is either unplayed or a best answer is an
//! equilibrium; every equilibrium is a mean of such. Vertices are found by solving for every choice of tight inequalities,
//! which is exact and simple and bounded by [`MOST_SYSTEMS`].

use crate::strategic::Form;
use crate::{GameError, Number};
use num_traits::{One, Signed, Zero};
use std::collections::BTreeSet;

/// The most systems of equations that are solved for one polytope.
pub const MOST_SYSTEMS: usize = 60_000;

/// An equilibrium in mixed strategies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Equilibrium {
    /// How likely each player takes each of its strategies.
    pub strategies: Vec<Vec<Number>>,
    /// What each player expects.
    pub payoffs: Vec<Number>,
}

/// All extreme equilibria, sorted. Errors: not two players; too large.
pub fn extreme(form: &Form) -> Result<Vec<Equilibrium>, GameError> {
    let [rows, columns] = form.strategies.as_slice() else {
        return Err(GameError("mixed equilibria are found for two players only".to_owned()));
    };
    let (m, n) = (rows.len(), columns.len());
    if choices(m + n, m) > MOST_SYSTEMS {
        return Err(GameError(format!("{m} by {n} strategies are too many for all mixed equilibria")));
    }
    let payoff = |i: usize, j: usize, p: usize| &form.payoffs[i * n + j][p];
    let lift = |p: usize| {
        let least = form.payoffs.iter().map(|v| &v[p]).min().cloned().unwrap_or_default();
        Number::one() - least
    };
    let (lift1, lift2) = (lift(0), lift(1));
    // Rows of inequalities `row · x <= 1`; x >= 0 besides.
    let against_second: Vec<Vec<Number>> =
        (0..n).map(|j| (0..m).map(|i| payoff(i, j, 1) + &lift2).collect()).collect();
    let against_first: Vec<Vec<Number>> =
        (0..m).map(|i| (0..n).map(|j| payoff(i, j, 0) + &lift1).collect()).collect();
    let mine = vertices(&against_second, m);
    let yours = vertices(&against_first, n);
    let mut found = BTreeSet::new();
    for (x, unplayed, answers) in &mine {
        for (y, idle, best) in &yours {
            let rows_fit = (0..m).all(|i| unplayed.contains(&i) || best.contains(&i));
            let columns_fit = (0..n).all(|j| idle.contains(&j) || answers.contains(&j));
            if rows_fit && columns_fit {
                let strategies = vec![scaled(x), scaled(y)];
                let expect = |p: usize| {
                    let mut sum = Number::zero();
                    for (i, a) in strategies[0].iter().enumerate() {
                        for (j, b) in strategies[1].iter().enumerate() {
                            sum += a * b * payoff(i, j, p);
                        }
                    }
                    sum
                };
                let payoffs = vec![expect(0), expect(1)];
                found.insert(Equilibrium { payoffs, strategies });
            }
        }
    }
    Ok(found.into_iter().collect())
}

fn choices(n: usize, k: usize) -> usize {
    (0..k.min(n - k)).fold(1usize, |c, i| c.saturating_mul(n - i) / (i + 1))
}

fn scaled(x: &[Number]) -> Vec<Number> {
    let sum = x.iter().fold(Number::zero(), |a, b| a + b);
    x.iter().map(|v| v / &sum).collect()
}

/// A vertex: the point, which of its coordinates are 0, which rows are tight there.
type Vertex = (Vec<Number>, BTreeSet<usize>, BTreeSet<usize>);

/// The vertices other than 0 of `x >= 0, row · x <= 1`.
fn vertices(rows: &[Vec<Number>], size: usize) -> Vec<Vertex> {
    let mut found: BTreeSet<Vec<Number>> = BTreeSet::new();
    // Which coordinates are free, and as many rows tight: every choice.
    let total = size + rows.len();
    let mut choice: Vec<usize> = (0..size).collect();
    loop {
        if let Some(x) = solved(rows, size, &choice) {
            let fits = x.iter().all(|v| !v.is_negative()) && rows.iter().all(|r| dot(r, &x) <= Number::one());
            if fits && x.iter().any(|v| !v.is_zero()) {
                found.insert(x);
            }
        }
        // The next choice of `size` out of `total`, in order.
        let Some(k) = (0..size).rev().find(|&k| choice[k] < total - size + k) else { break };
        choice[k] += 1;
        for later in k + 1..size {
            choice[later] = choice[later - 1] + 1;
        }
    }
    let labelled = |x: Vec<Number>| {
        let zero = (0..size).filter(|&i| x[i].is_zero()).collect();
        let tight = (0..rows.len()).filter(|&j| dot(&rows[j], &x).is_one()).collect();
        (x, zero, tight)
    };
    found.into_iter().map(labelled).collect()
}

fn dot(a: &[Number], b: &[Number]) -> Number {
    a.iter().zip(b).filter(|(_, y)| !y.is_zero()).fold(Number::zero(), |s, (x, y)| s + x * y)
}

/// The point at which the chosen inequalities are tight: those below `size` say x_i = 0, the others are rows.
fn solved(rows: &[Vec<Number>], size: usize, choice: &[usize]) -> Option<Vec<Number>> {
    let free: Vec<usize> = (0..size).filter(|i| !choice.contains(i)).collect();
    let tight: Vec<&Vec<Number>> = choice.iter().filter(|c| **c >= size).map(|c| &rows[c - size]).collect();
    let k = free.len();
    let mut table: Vec<Vec<Number>> =
        tight.iter().map(|r| free.iter().map(|&i| r[i].clone()).chain([Number::one()]).collect()).collect();
    for column in 0..k {
        let pivot = (column..k).find(|&r| !table[r][column].is_zero())?;
        table.swap(column, pivot);
        let scale = table[column][column].clone();
        table[column].iter_mut().for_each(|v| *v /= &scale);
        let row = table[column].clone();
        for (r, other) in table.iter_mut().enumerate() {
            if r != column && !other[column].is_zero() {
                let factor = other[column].clone();
                other.iter_mut().zip(&row).for_each(|(v, p)| *v -= &factor * p);
            }
        }
    }
    let mut x = vec![Number::zero(); size];
    for (place, &i) in free.iter().enumerate() {
        x[i] = table[place][k].clone();
    }
    Some(x)
}
