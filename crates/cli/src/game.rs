//! `demarche game`: a case's choices as an extensive-form game, with the analyst's payoffs.

mod answer;
mod convert;
mod payoffs;
mod show;
#[cfg(test)]
mod tests;

use crate::args::game::{Game as Args, Shape};
use crate::output::Output;
use crate::{Fault, Outcome, whatif};
use answer::{Behind, answer};
use demarche_game::{Game, efg};
use demarche_scenario::{Bounds, paths};
use std::io::Write;
use std::path::Path;

/// Runs the command.
pub fn game(args: &Args, out: &mut Output) -> Result<Outcome, Fault> {
    if let Some(path) = &args.read {
        let game = efg::read(&text(path)?).map_err(|e| Fault::Usage(format!("{}: {e}", path.display())))?;
        let whose = match game.comment.trim() {
            "" => format!("{}, which does not say whose they are", path.display()),
            said => format!("{} (“{said}”)", path.display()),
        };
        return give(args, out, &game, None, whose, Vec::new());
    }
    let Some(case) = &args.case else { return Err(Fault::Usage("a case file is needed".to_owned())) };
    let case = crate::world::open(case)?;
    let (model, world) = whatif::load(&case, args.as_of)?;
    let mut players: Vec<String> = Vec::new();
    for player in args.players.iter().map(|p| p.trim()).filter(|p| !p.is_empty()) {
        if !players.iter().any(|p| p == player) {
            players.push(player.to_owned());
        }
    }
    let bounds = Bounds { depth: args.depth, breadth: args.breadth, ..Bounds::default() };
    let (tree, notes) = paths::game(&model, &world, bounds, &players);
    if tree.nodes.len() < 2 {
        return Err(Fault::Usage(format!(
            "the case sets out no decision of {}: {}",
            players.join(", "),
            if notes.is_empty() { "it has none".to_owned() } else { notes.join("; ") }
        )));
    }
    let Some(path) = &args.payoffs else {
        let draft = payoffs::draft(&tree, &players, &notes);
        match &args.draft {
            None => out.text(&draft)?,
            Some(path) => {
                let new = std::fs::File::create_new(path).and_then(|mut f| f.write_all(draft.as_bytes()));
                new.map_err(|e| Fault::Usage(format!("{}: {e}", path.display())))?;
                let ends = payoffs::ends(&tree).len();
                out.text(&format!(
                    "{}: {ends} outcomes for {}, to be filled in\n",
                    path.display(),
                    players.join(", ")
                ))?;
            }
        }
        notes.iter().for_each(|n| eprintln!("note: {n}"));
        return Ok(Outcome::All);
    };
    let outcomes: Vec<String> = payoffs::ends(&tree).into_iter().map(|e| e.1).collect();
    let payoffs = payoffs::read(&text(path)?, &outcomes, &players)?;
    let (game, from) = convert::game(&tree, &players, &payoffs);
    let whose = match payoffs.source.as_str() {
        "" => payoffs.analyst.clone(),
        source => format!("{} ({source})", payoffs.analyst),
    };
    give(args, out, &game, Some(&Behind { tree: &tree, from: &from }), whose, notes)
}

/// Solves and prints.
fn give(
    args: &Args,
    out: &mut Output,
    game: &Game,
    behind: Option<&Behind>,
    whose: String,
    notes: Vec<String>,
) -> Result<Outcome, Fault> {
    let answer = answer(game, behind, whose, notes).map_err(|e| Fault::Usage(e.to_string()))?;
    if let Some(path) = &args.efg {
        std::fs::write(path, efg::write(game))
            .map_err(|e| Fault::Usage(format!("{}: {e}", path.display())))?;
    }
    match args.format {
        Shape::View => out.text(&show::view(&answer))?,
        Shape::Json => out.json(&answer)?,
        Shape::Dot => out.text(&show::dot(game, &answer))?,
    }
    Ok(Outcome::All)
}

fn text(path: &Path) -> Result<String, Fault> {
    std::fs::read_to_string(path).map_err(|e| Fault::Usage(format!("{}: {e}", path.display())))
}
