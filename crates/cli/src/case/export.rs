//! `case export`.

use super::answers::day;
use crate::Fault;
use crate::args::case::ask::{Export, Exported};
use crate::output::Output;
use demarche_casefile::ask::{AskedMeetings, meetings};
use demarche_casefile::export as write;

/// Writes the case out.
pub fn export(args: &Export, out: &mut Output) -> Result<(), Fault> {
    let case = crate::world::open(&args.file.path)?;
    let as_of = day(args.as_of);
    let view = case.view(as_of.as_deref())?;
    match args.what {
        Exported::Records => write::records(&view, out.writer())?,
        Exported::Items => write::items(&view, out.writer())?,
        Exported::Polecat => out.bytes(&write::table(&view, true)?)?,
        Exported::Csv => out.bytes(&write::table(&view, false)?)?,
        Exported::Parquet => parquet(&view, out)?,
        Exported::Graphml => out.bytes(&write::graphml(&view)?)?,
        Exported::Ics => out.text(&write::ics(&meetings(&view, &AskedMeetings::default(), None)?.rows))?,
    }
    Ok(())
}

#[cfg(feature = "parquet")]
fn parquet(view: &demarche_casefile::known::View, out: &mut Output) -> Result<(), Fault> {
    use std::io::IsTerminal;
    if std::io::stdout().is_terminal() {
        return Err(Fault::Usage("Parquet is no text: send it to a file".to_owned()));
    }
    Ok(out.raw(&write::parquet(view)?)?)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &demarche_casefile::known::View, _: &mut Output) -> Result<(), Fault> {
    Err(Fault::Usage("this program was built without Parquet".to_owned()))
}
