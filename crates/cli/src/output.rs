//! Standard output, buffered, with colours only where they are wanted.

use std::io::{self, BufWriter, Write};

/// The one place that writes to standard output.
pub struct Output {
    out: BufWriter<anstream::AutoStream<io::Stdout>>,
}

impl Output {
    /// Standard output; `colour` decides whether styles pass.
    pub fn new(colour: anstream::ColorChoice) -> Self {
        Output { out: BufWriter::with_capacity(1 << 16, anstream::AutoStream::new(io::stdout(), colour)) }
    }

    /// Columns of the terminal, or 100 where there is none; never more than a person reads with ease.
    pub fn width(&self) -> usize {
        let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let terminal = || terminal_size::terminal_size().map(|(w, _)| usize::from(w.0));
        columns.or_else(terminal).unwrap_or(100).clamp(40, 120)
    }

    /// Styled text.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.bytes(text.as_bytes())
    }

    /// Bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Bytes that are no text, past the stream that would take escape sequences out of them.
    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.flush()?;
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// Where to write text.
    pub fn writer(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// A value as indented JSON.
    pub fn json(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        self.text(&(serde_json::to_string_pretty(value)? + "\n"))
    }

    /// A value as one line of JSON.
    pub fn json_line(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        self.text(&(serde_json::to_string(value)? + "\n"))
    }

    /// Writes out what is held back.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
