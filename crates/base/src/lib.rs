//! The vocabulary that every stage shares: spans, offset maps and notices.
//!
//! This crate knows nothing of language, files, threads or serialisation.
//!
//! Inside the program every offset is a **byte** offset into the text exactly as it was given. The
//! record and its JSON count **Unicode scalars**; [`ScalarMap`] converts between the two.

mod notice;
mod scalar;
mod span;

pub use notice::{Notice, NoticeKind};
pub use scalar::ScalarMap;
pub use span::{ByteSpan, WordRange};
