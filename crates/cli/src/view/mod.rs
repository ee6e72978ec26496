//! The record as a person or another tool sees it, one module a format.

pub mod brat;
pub mod conllu;
pub mod html;
pub mod lines;
pub mod note;
pub mod page;

#[cfg(test)]
mod sample;
