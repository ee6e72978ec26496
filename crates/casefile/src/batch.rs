//! Many documents in one transaction.

use crate::add::{Added, Origin, make_found, one};
use crate::checked::{Checked, unpacked};
use crate::error::{Doing, Result};
use crate::open::Case;

/// Documents that are added together, some in one transaction: to write the pages that all of them change once, and to
/// wait for the disk once, costs less than half of doing so for each. What was added before the last
/// [`Batch::commit`] is kept whatever happens; of what was added since, all is there after the next one, or nothing.
///
/// Other programs cannot write between an [`Batch::add`] and the next [`Batch::commit`]; whoever adds many commits now and
/// then.
#[derive(Debug)]
pub struct Batch<'c> {
    case: &'c mut Case,
    /// What the open transaction holds: should it fail, each is added by itself.
    open: Vec<Held>,
    /// The first of its new documents.
    first: Option<i64>,
}

/// A document of the open transaction. As bytes: some hundred records would drive everything else out of the processor's
/// caches, and whoever makes new records would find no memory there either.
#[derive(Debug)]
struct Held {
    bytes: Vec<u8>,
    text: String,
    origin: Origin,
}

impl<'c> Batch<'c> {
    pub(crate) fn new(case: &'c mut Case) -> Batch<'c> {
        Batch { case, open: Vec::new(), first: None }
    }

    /// Adds one document, to be kept by the next [`Batch::commit`].
    ///
    /// # Errors
    /// As for [`Case::add`]: with one of a record nothing of that document is in the case and the batch goes on; with any
    /// other one, of the documents added since the last commit the first ones may be kept and the others are not.
    pub fn add(&mut self, checked: Checked, origin: Origin) -> Result<Added> {
        let case = &mut *self.case;
        if case.conn.is_autocommit() {
            case.conn.execute_batch("BEGIN IMMEDIATE").doing("adding a document")?;
        }
        let added =
            case.blocks.check(&case.conn).and_then(|()| one(&case.conn, &mut case.blocks, &checked, &origin));
        match added {
            Ok(added) => {
                let (bytes, text) = checked.into_kept();
                self.open.push(Held { bytes, text, origin });
                self.first = self.first.or(added.doc());
                Ok(added)
            }
            Err(_) => {
                self.each()?;
                self.case.add_checked(&checked, &origin)
            }
        }
    }

    /// Keeps what was added: when this returns, it is there whatever happens to the program or the machine.
    ///
    /// # Errors
    /// Where the case file cannot be written: the first ones of what was added since the last commit may be kept then, the
    /// others are not.
    pub fn commit(&mut self) -> Result<()> {
        if self.case.conn.is_autocommit() {
            return Ok(());
        }
        let Case { conn, blocks } = &mut *self.case;
        match make_found(conn, self.first)
            .and_then(|()| blocks.named.write(conn))
            .and_then(|()| conn.execute_batch("COMMIT").doing("adding a document"))
        {
            Ok(()) => {
                self.open.clear();
                self.first = None;
                Ok(())
            }
            Err(_) => self.each(),
        }
    }

    /// Undoes the transaction and adds each of its documents by itself, until one cannot be.
    fn each(&mut self) -> Result<()> {
        self.undo();
        for Held { bytes, text, origin } in std::mem::take(&mut self.open) {
            self.case.add(&unpacked(&bytes, text)?, &origin)?;
        }
        Ok(())
    }

    fn undo(&mut self) {
        if !self.case.conn.is_autocommit() {
            // Some errors have ended it already; a connection that can do neither is of no use, as its next use says.
            let _ = self.case.conn.execute_batch("ROLLBACK");
        }
        self.first = None;
        self.case.blocks.clear();
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        if !self.case.conn.is_autocommit() {
            self.undo();
        }
        // As large as the case: whoever goes on adds with another batch, or asks.
        self.case.blocks.clear();
    }
}
