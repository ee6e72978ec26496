//! How far adding has come: a bar on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

/// A bar on standard error. It counts bytes where all files have a size, else documents.
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar for these files.
    pub fn new(files: &[PathBuf]) -> Bar {
        let size = |file: &PathBuf| std::fs::metadata(file).ok().filter(|m| m.is_file()).map(|m| m.len());
        let total: Option<u64> = files.iter().map(size).sum();
        Bar::counting(total)
    }

    /// A bar for so many documents.
    pub fn documents(count: usize) -> Bar {
        Bar::counting(Some(count as u64))
    }

    fn counting(total: Option<u64>) -> Bar {
        let (bar, look) = match total {
            Some(total) => (ProgressBar::new(total), "{bar:40} {percent:>3}%  {msg}  {eta} left"),
            None => (ProgressBar::new_spinner(), "{spinner} {msg}  {elapsed}"),
        };
        if let Ok(style) = ProgressStyle::with_template(look) {
            bar.set_style(style);
        }
        Bar(bar)
    }

    /// So many more bytes are done; so many documents are in the case by now.
    pub fn further(&self, bytes: u64, added: usize) {
        self.0.set_message(format!("{added} documents"));
        self.0.inc(bytes);
    }

    /// Does something that writes to the terminal, with the bar out of its way.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.0.suspend(write)
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
