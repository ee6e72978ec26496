//! Extensive-form games: trees, solutions, Gambit's file format.
//!
//! A [`Game`] is a tree of moves by players and by chance, with information sets and payoffs; all numbers are exact
//! rationals. The steps, each a module:
//!
//! 1. [`mod@tree`]: the game and what must hold of it;
//! 2. [`mod@efg`]: reading and writing Gambit's `.efg` files;
//! 3. [`mod@backward`]: backward induction where everything is seen, and subgame by subgame where it is not;
//! 4. [`mod@strategic`]: the reduced strategic form and its pure equilibria;
//! 5. [`mod@mixed`]: all extreme equilibria of two players;
//! 6. [`mod@analyst`]: what an analyst asks of a solution: is a threat credible, how much must a payoff change?
//!
//! Knows nothing of records, texts or stores. It solves what it is given; it forecasts nothing.

pub mod analyst;
pub mod backward;
pub mod efg;
pub mod mixed;
pub mod strategic;
pub mod tree;

pub use num_rational::BigRational as Number;
pub use tree::{Branch, Game, GameError, Infoset, Node, NodeId, Outcome};

/// The number that `text` writes: `3`, `-0.25`, `1/3`, `2e-1`. `None` where it writes none.
pub fn number(text: &str) -> Option<Number> {
    use num_bigint::BigInt;
    use num_traits::{Zero, pow};
    let whole = |t: &str| t.parse::<BigInt>().ok();
    if let Some((n, d)) = text.split_once('/') {
        let d = whole(d)?;
        return (!d.is_zero()).then(|| whole(n).map(|n| Number::new(n, d))).flatten();
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((m, e)) => (m, e.parse::<i32>().ok().filter(|e| e.abs() <= 300)?),
        None => (text, 0),
    };
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    if before.len() + after.len() == 0 || !before.bytes().chain(after.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = Number::from(whole(&format!("{before}{after}"))?);
    let shift = exponent - i32::try_from(after.len()).ok()?;
    let ten = Number::from(BigInt::from(10));
    let scale = pow(ten, usize::try_from(shift.unsigned_abs()).ok()?);
    let value = if shift < 0 { value / scale } else { value * scale };
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_exact() {
        for (text, value) in
            [("3", "3"), ("-0.25", "-1/4"), ("1/3", "1/3"), ("2e-1", "1/5"), ("1.5E2", "150"), ("+.5", "1/2")]
        {
            assert_eq!(number(text).map(|n| n.to_string()).as_deref(), Some(value), "{text}");
        }
        for text in ["", "-", ".", "1/0", "x", "1e999999", "--1", "1/2/3"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
