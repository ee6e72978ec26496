//! Word pieces and the network: words in, one vector a word out.
//!
//! The steps, in reading order:
//!
//! 1. [`Weights::parse`] checks the weights file; [`Model::load`] packs the encoder from it. A corrupt file is an error.
//! 2. [`Pieces`] cuts each word into word pieces; `layout` packs whole sentences into windows.
//! 3. [`Model::encode`] runs each window through the network and gives [`Vectors`], one row a word.
//!
//! The crate knows no task. Heads build their own maps from [`Weights`] with [`QLinear`] and [`nn`].
//!
//! **Law**: a word's vector depends on its window only, to the last bit, whatever the machine. Weights are eight-bit integers with one
//! scale an output, activations eight-bit integers with one scale a row, their products exact; the rest is plain arithmetic
//! in a fixed order ([`math`]). [`Isa`] picks instructions at run time and changes no bit.

// Index loops spell out the order of the arithmetic.
#![allow(clippy::needless_range_loop)]

mod attention;
mod gemm;
mod isa;
mod layout;
pub mod math;
mod network;
pub mod nn;
mod pieces;
mod rows;
mod weights;

pub use gemm::{Activation, QLinear, WEIGHT_LIMIT};
pub use isa::Isa;
pub use layout::{Place, Token};
pub use network::{Model, Vectors};
pub use pieces::Pieces;
pub use rows::Rows;
pub use weights::{FORMAT, ModelError, Weights};
