//! Commitments as an executable model: what if?
//!
//! A [`Model`] holds what actors bind themselves and others to, as acts; the rules of [`mod@rules`], run by a Datalog
//! engine, say which of it an assumed act sets off, what follows from that, and so on to the end. The steps, each a module:
//!
//! 1. [`mod@model`]: commitments, their clauses as acts, and what is assumed;
//! 2. [`mod@lookup`]: which clauses an act can answer, without comparing it with every one;
//! 3. [`mod@rules`]: the rules, and their fixed point;
//! 4. [`mod@run`]: what came of it, step by step, with reasons and quotes; what stays open; contradictions; who is bound;
//! 5. [`mod@proof`]: which of its reasons proves a step;
//! 6. [`mod@paths`]: the tree of choices that the texts set out;
//! 7. [`mod@words`] (`contrary`): an act in words, and its contrary;
//! 8. [`mod@show`], [`mod@graph`], [`mod@trees`]: both for a person, for Graphviz and for Mermaid.
//!
//! Knows the record's vocabularies, `act` and `lexicon`; knows nothing of stores or texts. It says what was said to follow, by
//! whom; it forecasts nothing.

mod contrary;
mod decisions;
pub mod graph;
pub mod lookup;
pub mod model;
pub mod paths;
pub mod proof;
pub mod rules;
pub mod run;
pub mod show;
pub mod trees;
pub mod words;

pub use model::{Assumed, Citation, Commitment, Model};
pub use paths::{Bounds, Paths, Tree, paths};
pub use run::{Outcome, run};
