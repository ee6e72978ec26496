//! `demarche read`: files in, views out.

use crate::args::{Format, Read};
use crate::output::Output;
use crate::view::note::{Options, note};
use crate::view::{brat::brat, conllu, html::html};
use crate::{Fault, Outcome, complain, input};
use demarche::{Models, Source};
use demarche_base::NoticeKind;
use demarche_record::Record;

/// Reads every file that can be read; says which cannot and goes on.
pub fn read(args: &Read, models: &Models, out: &mut Output) -> Result<Outcome, Fault> {
    if args.pretokenized && args.format != Format::Conllu {
        return Err(Fault::Usage("--pretokenized goes with --format conllu".to_owned()));
    }
    let mut outcome = Outcome::All;
    for (i, file) in args.files.iter().enumerate() {
        let name = input::name(file);
        let done = if args.pretokenized {
            pretokenized(models, &input::bytes(file), out)?
        } else {
            match input::source(file, args.published) {
                Ok(source) => one(args, models, &source, i, out)?,
                Err(message) => Err(message),
            }
        };
        if let Err(message) = done {
            // What was read so far comes before the complaint about what was not.
            out.flush()?;
            complain(&format!("{name}: {message}"));
            outcome = Outcome::NotAll;
        }
    }
    Ok(outcome)
}

/// Reads and prints one text; the inner error says why it was not read.
fn one(
    args: &Read,
    models: &Models,
    source: &Source,
    nth: usize,
    out: &mut Output,
) -> Result<Result<(), String>, Fault> {
    let reading = demarche::analyse(models, source);
    let record = demarche::assemble(source, &reading);
    if let Some(reason) = unread(&record) {
        return Ok(Err(reason));
    }
    if nth > 0 && matches!(args.format, Format::View) {
        out.text("\n")?;
    }
    match args.format {
        Format::View => out.text(&note(&record, Options { width: out.width(), explain: args.explain }))?,
        Format::Json => out.json(&record)?,
        Format::Jsonl => out.json_line(&record)?,
        Format::Html => out.text(&html(&record))?,
        Format::Conllu => out.text(&conllu::conllu(source, &reading))?,
        Format::Brat => out.text(&brat(&record))?,
    }
    Ok(Ok(()))
}

/// Why a text counts as not read: it is empty, it is not English, or reading broke off.
pub fn unread(record: &Record) -> Option<String> {
    let whole = [NoticeKind::Empty, NoticeKind::NotEnglish, NoticeKind::Failure];
    let says = |n: &&demarche_record::Notice| n.spans.is_empty() && whole.iter().any(|k| k.name() == n.kind);
    record.notices.iter().find(says).map(|n| n.message.clone())
}

fn pretokenized(
    models: &Models,
    bytes: &Result<Vec<u8>, String>,
    out: &mut Output,
) -> Result<Result<(), String>, Fault> {
    let text = bytes.as_ref().map(|b| String::from_utf8_lossy(b));
    let documents = match text.map_err(String::clone).and_then(|t| conllu::given(&t)) {
        Ok(documents) => documents,
        Err(message) => return Ok(Err(message)),
    };
    for document in documents {
        let reading = demarche::analyse_words(models, &document.source, document.layout.clone());
        out.text(&conllu::filled(&document, &reading))?;
    }
    Ok(Ok(()))
}
