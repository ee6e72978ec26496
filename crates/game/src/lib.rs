//! Extensive-form games: trees, solutions, Gambit's file format.
