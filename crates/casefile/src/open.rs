//! Opening a case file.
//!
//! WAL, so that readers and one writer do not stand in each other's way; `synchronous = FULL`, so that a document that
//! was reported as added is there after a power cut too; foreign keys checked. Migrations go by `user_version`,
//! `application_id` says that the file is a case.

use crate::error::{Doing, Error, Kind, Result};
use crate::merge::blocks::Blocks;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};
use std::path::Path;
use std::time::Duration;

/// What every case file carries as its `application_id`: "dmch".
const APPLICATION: i64 = 0x646d_6368;

/// How long a write waits for another program's.
const BUSY: Duration = Duration::from_secs(10);

/// The versions of the schema, one step each.
fn migrations() -> Migrations<'static> {
    Migrations::new(vec![M::up(include_str!("schema.sql"))])
}

/// How many versions of the schema there are.
const VERSIONS: i64 = 1;

/// A case file, open.
#[derive(Debug)]
pub struct Case {
    pub(crate) conn: Connection,
    /// What the next document is compared with, as far as it was read.
    pub(crate) blocks: Blocks,
}

impl Case {
    /// Opens the case file at `path` for reading and writing, and brings an older one up to date.
    ///
    /// # Errors
    /// Where there is none, where the file is something else or of a later version, where another program locks it.
    pub fn open(path: impl AsRef<Path>) -> Result<Case> {
        let path = path.as_ref();
        if !path.exists() {
            return Err(missing(path));
        }
        Case::writable(path)
    }

    /// Makes a new, empty case file at `path`.
    ///
    /// # Errors
    /// Where there is a file already, or none can be made.
    pub fn create(path: impl AsRef<Path>) -> Result<Case> {
        let path = path.as_ref();
        if path.exists() {
            return Err(Error::new(Kind::Path { path: shown(path), why: "exists already" }));
        }
        Case::writable(path)
    }

    /// Opens the case file at `path`, or makes it where there is none.
    ///
    /// # Errors
    /// As for [`Case::open`] and [`Case::create`].
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Case> {
        Case::writable(path.as_ref())
    }

    /// A case file in memory, for tests and trials.
    ///
    /// # Errors
    /// Where SQLite fails.
    pub fn in_memory() -> Result<Case> {
        let conn = Connection::open_in_memory().doing("opening a case in memory")?;
        Case::prepare(conn, Path::new(":memory:"))
    }

    /// Opens the case file at `path` for reading: no statement can change it. All that is asked of it is answered from one
    /// state of the case, that of the first question; to see what came since, open it again.
    ///
    /// # Errors
    /// As for [`Case::open`]; also where its schema is older than this program's (opening it for writing mends that).
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Case> {
        let path = path.as_ref();
        if !path.exists() {
            return Err(missing(path));
        }
        let conn = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))
            .doing("opening the case file")?;
        let version = match identify(&conn, path) {
            // A folder that cannot be written to has no place for the files of the WAL: where there is no WAL left,
            // the file alone is the case.
            Err(e) if no_room_for_wal(path) => {
                let uri = format!("file:{}?immutable=1", escaped(&path.to_string_lossy()));
                let uri_flags = flags(OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI);
                let Ok(conn) = Connection::open_with_flags(uri, uri_flags) else { return Err(e) };
                let version = identify(&conn, path)?;
                return Case::current(conn, path, version);
            }
            other => other?,
        };
        Case::current(conn, path, version)
    }

    fn current(conn: Connection, path: &Path, version: i64) -> Result<Case> {
        if version < VERSIONS {
            let why = "is of an older version; open it once for writing";
            return Err(Error::new(Kind::Path { path: shown(path), why }));
        }
        set_up(&conn)?;
        let doing = "opening the case file";
        conn.pragma_update(None, "query_only", true).doing(doing)?;
        // A question reads thousands of pages, most of them once, which is quickest into the same few places (neither a
        // large cache nor a mapped file is as quick), and under one lock.
        conn.pragma_update(None, "cache_size", -2048).doing(doing)?;
        conn.execute_batch("BEGIN").doing(doing)?;
        Ok(Case { conn, blocks: Blocks::default() })
    }

    fn writable(path: &Path) -> Result<Case> {
        let conn = Connection::open_with_flags(
            path,
            flags(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE),
        )
        .map_err(|e| Error::because(Kind::Path { path: shown(path), why: "cannot be opened" }, e))?;
        Case::prepare(conn, path)
    }

    fn prepare(mut conn: Connection, path: &Path) -> Result<Case> {
        let version = identify(&conn, path)?;
        set_up(&conn)?;
        // Of a new file: fewer, larger pages are read and looked through sooner.
        conn.pragma_update(None, "page_size", 8192).doing("opening the case file")?;
        conn.pragma_update(None, "journal_mode", "WAL").doing("opening the case file")?;
        if version < VERSIONS {
            migrations().to_latest(&mut conn).map_err(|e| match e {
                rusqlite_migration::Error::RusqliteError { err, .. } => {
                    Err::<(), _>(err).doing("preparing the case file").expect_err("it is an error")
                }
                e => Error::because(Kind::Sqlite("preparing the case file"), e),
            })?;
        }
        Ok(Case { conn, blocks: Blocks::default() })
    }

    /// The connection, for questions. What changes a case goes through its methods.
    pub fn connection(&self) -> &Connection {
        &self.conn
    }
}

fn set_up(conn: &Connection) -> Result<()> {
    let doing = "opening the case file";
    conn.set_prepared_statement_cache_capacity(256);
    conn.pragma_update(None, "foreign_keys", true).doing(doing)?;
    conn.pragma_update(None, "synchronous", "FULL").doing(doing)?;
    conn.pragma_update(None, "temp_store", "MEMORY").doing(doing)?;
    // 64 MiB of pages, and as much of the log before it is written back: a page that many documents change is written back
    // once for all of them.
    conn.pragma_update(None, "wal_autocheckpoint", 16384).doing(doing)?;
    conn.pragma_update(None, "cache_size", -65536).doing(doing)
}

/// The version of the schema: 0 for an empty file.
fn identify(conn: &Connection, path: &Path) -> Result<i64> {
    conn.busy_timeout(BUSY).doing("opening the case file")?;
    let ask = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let not_a_case = |e: rusqlite::Error| match e.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => Error::because(Kind::NotACase(shown(path)), e),
        _ => Err::<(), _>(e).doing("opening the case file").expect_err("it is an error"),
    };
    let version = ask("user_version").map_err(not_a_case)?;
    let application = ask("application_id").map_err(not_a_case)?;
    let tables: i64 =
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(not_a_case)?;
    match (application, version, tables) {
        (0, 0, 0) => Ok(0),
        (APPLICATION, v, _) if v > VERSIONS => Err(Error::new(Kind::Newer { path: shown(path), version: v })),
        (APPLICATION, 1.., _) if !as_released(conn)? => Err(Error::new(Kind::Path {
            path: shown(path),
            why: "was made by a program between two versions; add its documents to a new case",
        })),
        (APPLICATION, v, _) => Ok(v),
        _ => Err(Error::new(Kind::NotACase(shown(path)))),
    }
}

/// Whether the tables are those of the schema: before the first release they changed without a number.
fn as_released(conn: &Connection) -> Result<bool> {
    conn.query_row("SELECT count(*) FROM pragma_table_info('items') WHERE name = 'cited'", [], |r| r.get(0))
        .doing("opening the case file")
}

/// Another connection to an open case file, only to read; none where there can be none.
pub(crate) fn beside(path: &str) -> Option<Connection> {
    let conn = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY)).ok()?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.busy_timeout(BUSY).ok()?;
    // Each page is read once.
    conn.pragma_update(None, "cache_size", -2048).ok()?;
    Some(conn)
}

fn flags(of: OpenFlags) -> OpenFlags {
    of | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

fn missing(path: &Path) -> Error {
    Error::new(Kind::Path { path: shown(path), why: "is not there" })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn no_room_for_wal(path: &Path) -> bool {
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    std::fs::metadata(wal).map_or(true, |m| m.len() == 0)
}

/// A path as a URI has it (RFC 3986): only what would end it is escaped.
fn escaped(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn a_new_case_is_opened_again() {
        let at = folder();
        let path = at.path().join("crisis.case");
        Case::create(&path).unwrap();
        assert_eq!(
            Case::create(&path).unwrap_err().to_string(),
            format!("{} exists already", path.display())
        );
        Case::open(&path).unwrap();
        let read = Case::open_read_only(&path).unwrap();
        assert!(read.conn.execute("DELETE FROM documents", []).is_err());
    }

    #[test]
    fn what_is_no_case_is_said_to_be_none() {
        let at = folder();
        let text = at.path().join("a.txt");
        std::fs::write(&text, "Russia and the United States will hold talks in Geneva on Monday.").unwrap();
        let other = at.path().join("other.db");
        Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
        for path in [text, other] {
            let before = std::fs::read(&path).unwrap();
            for e in [Case::open(&path).unwrap_err(), Case::open_read_only(&path).unwrap_err()] {
                assert_eq!(e.to_string(), format!("{} is not a case file", path.display()));
            }
            assert_eq!(std::fs::read(&path).unwrap(), before, "it must not be touched");
        }
        let none = at.path().join("none");
        assert_eq!(Case::open(&none).unwrap_err().to_string(), format!("{} is not there", none.display()));
    }

    #[test]
    fn a_later_version_is_refused() {
        let at = folder();
        let path = at.path().join("later.case");
        Case::create(&path).unwrap().conn.pragma_update(None, "user_version", 7).unwrap();
        let e = Case::open(&path).unwrap_err().to_string();
        assert!(e.ends_with("was made by a later version of demarche (its schema is version 7)"), "{e}");
    }

    #[test]
    fn a_case_of_before_the_first_release_is_refused() {
        let at = folder();
        let path = at.path().join("early.case");
        let case = Case::create(&path).unwrap();
        case.conn.execute_batch("DROP VIEW citations; ALTER TABLE items DROP COLUMN cited").unwrap();
        drop(case);
        for e in [Case::open(&path).unwrap_err(), Case::open_read_only(&path).unwrap_err()] {
            assert!(e.to_string().ends_with("add its documents to a new case"), "{e}");
        }
    }

    #[test]
    fn migrations_are_sound() {
        migrations().validate().unwrap();
    }
}
