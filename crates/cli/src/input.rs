//! Files and standard input.

use demarche::Source;
use demarche_record::PublishedBy;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;

/// How a file is called in messages.
pub fn name(file: &Path) -> String {
    if is_stdin(file) { "standard input".to_owned() } else { file.display().to_string() }
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Everything in `file`.
pub fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    if is_stdin(file) {
        stdin().lock().read_to_end(&mut bytes).map_err(|e| e.to_string())?;
        return Ok(bytes);
    }
    if file.is_dir() {
        return Err("is a folder, not a file".to_owned());
    }
    let mut opened = File::open(file).map_err(|e| reason(&e))?;
    opened.read_to_end(&mut bytes).map_err(|e| reason(&e))?;
    Ok(bytes)
}

/// A reader of the lines of `file`.
pub fn lines(file: &Path) -> Result<Box<dyn BufRead + Send>, String> {
    if is_stdin(file) {
        return Ok(Box::new(BufReader::new(stdin())));
    }
    if file.is_dir() {
        return Err("is a folder, not a file".to_owned());
    }
    let opened = File::open(file).map_err(|e| reason(&e))?;
    Ok(Box::new(BufReader::new(opened)))
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "may not be read".to_owned(),
        _ => error.to_string(),
    }
}

/// The text in `file` with what the file says of it; the caller's date, where there is one, wins.
pub fn source(file: &Path, published: Option<jiff::civil::Date>) -> Result<Source, String> {
    let read = demarche_ingest::ingest(&bytes(file)?).map_err(|e| e.to_string())?;
    let metadata = read.published.and_then(|d| d.parse().ok());
    let given = published.map(|d| (d, PublishedBy::Given));
    Ok(Source {
        id: None,
        text: read.text,
        title: read.title,
        url: read.url,
        published: given.or(metadata.map(|d| (d, PublishedBy::Metadata))),
        pairs: None,
        notices: read.notices,
    })
}
