//! What the lexicon and a case know of the world: who is part of whom, who speaks for whom, what verbs do.

use crate::Fault;
use demarche_act::World;
use demarche_casefile::Case;
use demarche_lexicon::{gazetteer::Gazetteer, lemmas::LemmaLexicon, plover::PloverLexicon};
use demarche_record::ActorKind;
use std::path::Path;

/// The facts that acts are matched by: alliances and words from the lexicon, persons and ids from `case`.
pub fn world(case: &Case) -> Result<World, Fault> {
    let mut world = lexicon();
    world.speaks_for = demarche_casefile::ask::speaks_for(case.connection())?;
    world.actors = demarche_casefile::ask::ids(case.connection())?;
    // A state or body that the case does not know may still be one that an analyst speaks of.
    let known = world.part_of.iter().flat_map(|(part, whole)| [part.clone(), whole.clone()]);
    world.actors.extend(known);
    world.actors.sort();
    world.actors.dedup();
    Ok(world)
}

/// Opens a case to be asked. Where it was changed and the lives were not told after that (an adding that was cut off),
/// they are told now; in a file that cannot be written a warning says that they are old.
pub fn open(path: &Path) -> Result<Case, Fault> {
    let case = Case::open_read_only(path)?;
    if !case.is_unlived()? {
        return Ok(case);
    }
    drop(case);
    let told = Case::open(path).map_err(Fault::from).and_then(|mut case| {
        let world = world(&case)?;
        Ok(case.relive_if_quiet(&world)?)
    });
    if let Err(fault) = told {
        let name = crate::view::page::one_line(&path.display().to_string());
        eprintln!("note: what became of commitments and meetings in {name} is not up to date ({fault})");
    }
    Ok(Case::open_read_only(path)?)
}

/// Tells the lives of a case's commitments and meetings anew, with what is known of the world.
pub fn relive(case: &mut Case) -> Result<(), Fault> {
    let world = world(case)?;
    Ok(case.relive(&world)?)
}

/// What the lexicon knows, in an order of its own.
fn lexicon() -> World {
    let mut world = World::default();
    let gazetteer = Gazetteer::load();
    for known in &gazetteer.known {
        let members = known.members.iter().map(|m| (m.to_string(), known.id.to_owned()));
        let whole = known.of.map(|of| (known.id.to_owned(), of.to_owned()));
        world.part_of.extend(members.chain(whole));
        if known.kind == ActorKind::State {
            world.name(known.name);
        } else {
            world.phrase(known.name);
        }
    }
    Gazetteer::adjectives().chain(Gazetteer::capitals()).for_each(|form| world.name(form));
    world.part_of.sort();
    world.part_of.dedup();
    let plover = PloverLexicon::default();
    for (form, lemma) in LemmaLexicon::of(&plover).verbs() {
        world.verb(form);
        // Only what the verb does by itself: "open" is no fire that is opened.
        let bare = plover.verb(lemma).iter().find(|entry| entry.needs.is_empty());
        if let Some(act) = bare.and_then(|entry| entry.act) {
            world.word(form, act.0);
        }
    }
    let mut lemmas: Vec<&str> = plover.nouns().collect();
    lemmas.sort_unstable();
    for lemma in lemmas {
        if let Some(noun) = plover.noun(lemma) {
            world.noun(lemma, noun.act.0);
        }
    }
    world
}

#[cfg(test)]
mod tests {
    use super::*;
    use demarche_record::Plover;

    #[test]
    fn members_and_verbs_are_known() {
        let world = lexicon();
        let part = |p: &str, w: &str| world.part_of.contains(&(p.to_owned(), w.to_owned()));
        assert!(part("POL", "NATO") && part("UNSC", "UN") && !part("RUS", "NATO"));
        assert_eq!(world.type_of("invade"), Some(Plover::Assault));
        assert_eq!(world.type_of("meets"), Some(Plover::Consult));
        assert_eq!(world.type_of("withdrew"), Some(Plover::Retreat));
        assert_eq!(world.type_of("open"), None);
        assert_eq!(world.type_of("expand"), None);
        assert_eq!(world.type_of("give"), None);
    }
}
