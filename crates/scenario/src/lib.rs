//! Commitments as an executable model: what if?
