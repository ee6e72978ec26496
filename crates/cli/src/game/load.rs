//! A case's commitments as a scenario's model.

use crate::{Fault, world};
use demarche_act::{Act, World, of_clause};
use demarche_casefile::Case;
use demarche_casefile::rows::{ClauseRow, CommitmentRow};
use demarche_scenario::{Citation, Commitment, Model};

/// The commitments of a case as they were known on a day, and what is known of the world.
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
        r#if: row.r#if.map(act),
        then: row.then.map(act),
        what: row.what.map(act),
        options: row.options.into_iter().map(act).collect(),
        state: row.state,
        sure: row.sure,
        citations: row
            .citations
            .into_iter()
            .map(|c| Citation { document: c.document, field: c.field, span: c.span, quote: c.quote })
            .collect(),
    }
}

fn act(clause: ClauseRow) -> Act {
    of_clause(clause.actors, clause.targets, clause.r#type, clause.negated, &clause.words)
}
