//! `demarche whatif`: a case's commitments as an executable model.

use crate::args::whatif::{Shape, Whatif};
use crate::output::Output;
use crate::{Fault, Outcome, world};
use demarche_act::World;
use demarche_casefile::Case;
use demarche_casefile::rows::{ClauseRow, CommitmentRow};
use demarche_scenario::model::assume;
use demarche_scenario::{Bounds, Citation, Commitment, Model, graph, show, trees};

/// Runs the command.
pub fn whatif(args: &Whatif, out: &mut Output) -> Result<Outcome, Fault> {
    let case = world::open(&args.case)?;
    let (model, world) = load(&case, args.as_of)?;
    if args.paths {
        let bounds = Bounds { depth: args.depth, breadth: args.breadth, ..Bounds::default() };
        let paths = demarche_scenario::paths(&model, &world, bounds);
        match args.format {
            Shape::View => out.text(&trees::text(&paths))?,
            Shape::Json => out.json(&paths)?,
            Shape::Dot => out.text(&trees::dot(&paths))?,
            Shape::Mermaid => out.text(&trees::mermaid(&paths))?,
        }
        return Ok(Outcome::All);
    }
    let assumed = args.acts.iter().map(|act| {
        // A person may give an id in short.
        let (not, name) =
            act.trim().strip_prefix("not ").map_or(("", act.trim()), |rest| ("not ", rest.trim()));
        let full = if name.contains(' ') { None } else { case.resolve(name).ok() };
        let text = full.map_or_else(|| act.clone(), |r| format!("{not}{}", r.cluster));
        assume(&model, &world, &text).map_err(|e| Fault::Usage(e.to_string()))
    });
    let assumed = assumed.collect::<Result<Vec<_>, _>>()?;
    let outcome = demarche_scenario::run(&model, &world, &assumed);
    match args.format {
        Shape::View => out.text(&show::text(&outcome, &model, args.explain))?,
        Shape::Json => out.json(&outcome)?,
        Shape::Dot => out.text(&graph::dot(&outcome))?,
        Shape::Mermaid => out.text(&graph::mermaid(&outcome))?,
    }
    Ok(Outcome::All)
}

/// The commitments of a case as a model, as they were known on a day, and what is known of the world.
pub fn load(case: &Case, as_of: Option<jiff::civil::Date>) -> Result<(Model, World), Fault> {
    let as_of = as_of.map(|d| d.to_string());
    let rows = case.commitments(as_of.as_deref())?;
    Ok((Model::new(rows.into_iter().map(commitment).collect()), world::world(case)?))
}

fn commitment(row: CommitmentRow) -> Commitment {
    Commitment {
        id: row.id,
        kind: row.kind,
        by: row.by,
        towards: row.towards,
        r#if: row.r#if.map(ClauseRow::act),
        then: row.then.map(ClauseRow::act),
        what: row.what.map(ClauseRow::act),
        options: row.options.into_iter().map(ClauseRow::act).collect(),
        state: row.state,
        sure: row.sure,
        citations: row
            .citations
            .into_iter()
            .map(|c| Citation { document: c.document, field: c.field, span: c.span, quote: c.quote })
            .collect(),
    }
}
