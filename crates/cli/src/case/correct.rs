//! Corrections by hand: made, taken back, listed.

use crate::args::case::{Fix, Shape};
use crate::output::Output;
use crate::view::page::one_line;
use crate::{Fault, Outcome};
use demarche_casefile::{Case, Correction, Made};
use std::path::Path;

/// Makes a correction and says how to take it back.
pub fn correct(path: &Path, correction: &Correction, out: &mut Output) -> Result<Outcome, Fault> {
    let mut case = Case::open(path)?;
    let number = case.correct(correction, &today())?;
    crate::world::relive(&mut case)?;
    let made = case.corrections()?.into_iter().find(|m| m.number == number);
    let what = made.map(|m| words(&m.correction)).unwrap_or_default();
    let name = one_line(&path.display().to_string());
    out.text(&format!("correction {number}: {what}\nto take it back: demarche case undo {name} {number}\n"))?;
    Ok(Outcome::All)
}

/// `demarche case fix`.
pub fn fix(args: &Fix, out: &mut Output) -> Result<Outcome, Fault> {
    let item = args.item.clone();
    let correction = match &args.is {
        Some(is) => Correction::Actor { actor: item, is: is.clone() },
        None if args.wrong => Correction::Wrong { item },
        None => Correction::Right { item },
    };
    correct(&args.case, &correction, out)
}

/// Takes a correction back: that of the number, or the last in force.
pub fn undo(path: &Path, number: Option<i64>, out: &mut Output) -> Result<Outcome, Fault> {
    let mut case = Case::open(path)?;
    let corrections = case.corrections()?;
    let last = corrections.iter().rev().find(|m| !m.undone).map(|m| m.number);
    let Some(number) = number.or(last) else {
        return Err(Fault::Usage("there is no correction to take back".to_owned()));
    };
    case.undo(number)?;
    crate::world::relive(&mut case)?;
    let what = corrections.iter().find(|m| m.number == number).map(|m| words(&m.correction));
    out.text(&format!("taken back: correction {number}, {}\n", what.unwrap_or_default()))?;
    Ok(Outcome::All)
}

/// Lists all corrections, those taken back too.
pub fn history(path: &Path, format: Shape, out: &mut Output) -> Result<Outcome, Fault> {
    let case = Case::open_read_only(path)?;
    let (all, lost) = (case.corrections()?, case.lost_corrections()?);
    match format {
        Shape::Json => out.json(&all)?,
        Shape::Jsonl => all.iter().try_for_each(|made| out.json_line(made))?,
        Shape::View => {
            for made in &all {
                out.text(&line(made, lost.iter().any(|l| l.number == made.number)))?;
            }
        }
    }
    Ok(Outcome::All)
}

/// One line of the history.
pub fn line(made: &Made, lost: bool) -> String {
    let fate = match (made.undone, lost) {
        (true, _) => " (taken back)",
        (_, true) => " (lost: a later reading has no such item)",
        _ => "",
    };
    format!("{:>4}  {}  {}{fate}\n", made.number, one_line(&made.made), words(&made.correction))
}

/// A correction in words.
fn words(correction: &Correction) -> String {
    let words = match correction {
        Correction::Merge { a, b } => format!("{a} and {b} are one"),
        Correction::Split { item } => format!("{item} stands alone"),
        Correction::Actor { actor, is } => format!("{actor} is {is}"),
        Correction::Wrong { item } => format!("{item} is wrong"),
        Correction::Right { item } => format!("{item} is right"),
    };
    one_line(&words)
}

/// Today in Greenwich: the history's only use of the clock.
fn today() -> String {
    jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date().to_string()
}
