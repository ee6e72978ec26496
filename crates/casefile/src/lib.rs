//! The case file: what many articles say, kept, merged and asked.
//!
//! One SQLite file. Records go in, each in one transaction; merged actors, events, meetings and commitments, the lives
//! of commitments and the answers to an analyst's questions come out, every line with its citations.
//!
//! Knows `record` and `act`; knows nothing of models or of how a text is read.

pub mod rows;
