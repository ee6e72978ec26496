//! What can go wrong with a case file.

use std::fmt;

/// An error of the case file: what was being done, and why it did not work.
///
/// The causes beneath it (SQLite's own message, say) are reached by [`std::error::Error::source`].
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: Kind,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What went wrong.
#[derive(Debug)]
pub(crate) enum Kind {
    /// The file is something else.
    NotACase(String),
    /// A later program made it.
    Newer { path: String, version: i64 },
    /// It is not there, or there already.
    Path { path: String, why: &'static str },
    /// Another program writes to it.
    Locked,
    /// The disk, or the limit set on the file, is full.
    Full,
    /// No item, actor or correction has that name.
    Unknown { what: &'static str, name: String },
    /// Several items begin with it.
    Ambiguous { name: String, some: Vec<String> },
    /// A record that does not keep the contract.
    Record { id: String, why: String },
    /// A correction that makes no sense.
    Correction(String),
    /// What the file holds is not what this program wrote.
    Damaged(String),
    /// What is given out cannot be written.
    Output,
    /// SQLite's own errors, and what was being done.
    Sqlite(&'static str),
}

/// The result of anything done with a case file.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(kind: Kind) -> Error {
        Error(Box::new(Inner { kind, cause: None }))
    }

    pub(crate) fn because(kind: Kind, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        Error(Box::new(Inner { kind, cause: Some(cause.into()) }))
    }

    pub(crate) fn damaged(what: impl Into<String>) -> Error {
        Error::new(Kind::Damaged(what.into()))
    }

    /// Whether the disk was full: nothing of the document at hand is kept, all earlier ones are.
    pub fn is_full(&self) -> bool {
        matches!(self.0.kind, Kind::Full)
    }

    /// Whether another program holds the file.
    pub fn is_locked(&self) -> bool {
        matches!(self.0.kind, Kind::Locked)
    }

    /// Whether a name that was given is that of nothing in the case, or of several things.
    pub fn is_unknown(&self) -> bool {
        matches!(self.0.kind, Kind::Unknown { .. } | Kind::Ambiguous { .. })
    }

    /// Whether the record that was to be added does not keep the contract.
    pub fn is_record(&self) -> bool {
        matches!(self.0.kind, Kind::Record { .. })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.kind {
            Kind::NotACase(path) => write!(f, "{path} is not a case file"),
            Kind::Newer { path, version } => {
                write!(f, "{path} was made by a later version of demarche (its schema is version {version})")
            }
            Kind::Path { path, why } => write!(f, "{path} {why}"),
            Kind::Locked => f.write_str("another program is writing to the case file"),
            Kind::Full => f.write_str("the disk is full"),
            Kind::Unknown { what, name } => write!(f, "the case has no {what} \"{name}\""),
            Kind::Ambiguous { name, some } => {
                write!(f, "\"{name}\" is short for several items: {}", some.join(", "))
            }
            Kind::Record { id, why } => write!(f, "the record of {id} is not sound: {why}"),
            Kind::Correction(why) => f.write_str(why),
            Kind::Damaged(what) => write!(f, "the case file is damaged: {what}"),
            Kind::Output => f.write_str("cannot write"),
            Kind::Sqlite(doing) => write!(f, "SQLite failed while {doing}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.cause.as_deref().map(|c| c as &(dyn std::error::Error + 'static))
    }
}

/// Says what was being done when SQLite failed.
pub(crate) trait Doing<T> {
    /// `doing` completes "SQLite failed while ...".
    fn doing(self, doing: &'static str) -> Result<T>;
}

impl<T> Doing<T> for rusqlite::Result<T> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|e| {
            use rusqlite::ErrorCode::*;
            let kind = match e.sqlite_error_code() {
                Some(DiskFull) => Kind::Full,
                Some(DatabaseBusy | DatabaseLocked) => Kind::Locked,
                Some(DatabaseCorrupt) => Kind::Damaged(format!("found while {doing}")),
                _ => Kind::Sqlite(doing),
            };
            Error::because(kind, e)
        })
    }
}

impl From<rusqlite::Error> for Error {
    fn from(e: rusqlite::Error) -> Error {
        Err::<(), _>(e).doing("working on the case file").expect_err("it is an error")
    }
}

impl From<std::io::Error> for Error {
    fn from(e: std::io::Error) -> Error {
        Error::because(Kind::Output, e)
    }
}

impl From<serde_json::Error> for Error {
    fn from(e: serde_json::Error) -> Error {
        Error::because(Kind::Damaged("a record or a correction in it is no JSON".into()), e)
    }
}
