//! Nouns that report an act: "a *strike* on the port", "face *sanctions*", "the army's *shelling* of the town".

use super::clause::{group_start, is_passive, roles, subject};
use super::frame::Frame;
use super::phrase::{Naming, behind, conjuncts, marker, noun_phrase, timely};
use super::targets::dependents;
use crate::View;
use demarche_base::WordRange;
use demarche_lexicon::Lexicon;
use demarche_lexicon::plover::NounEntry;
use demarche_record::Plover;

/// A noun that reports an act: "a strike on the port", "face sanctions", "the army's shelling of the town".
///
/// A verb that is `used` reports an act of its own and does not lend itself to the noun ("gave up the threat").
pub(super) fn noun_frame(
    view: &View,
    lexicon: &Lexicon,
    naming: &Naming,
    noun: usize,
    entry: &NounEntry,
    used: &[bool],
) -> Option<Frame> {
    // "shooting exercises": what a noun says of the noun behind it is no act of its own.
    if view.word(noun).relation() == "compound" && lexicon.plover.is("exercise", view.lemma(view.head(noun)?))
    {
        return None;
    }
    let mut sources = dependents(view, naming, noun, &entry.source);
    let mut targets = dependents(view, naming, noun, &entry.target);
    if targets.is_empty() && entry.act.0 == Plover::Request {
        // "the demand that *Oslo* withdraw": who is to act.
        let clauses =
            ["acl", "ccomp"].into_iter().flat_map(|r| view.children_by(noun, r)).filter(|&c| c > noun);
        let asked = clauses.filter(|&c| marker(view, c) == "that").find_map(|c| view.child(c, "nsubj"));
        targets = asked.map(|a| conjuncts(view, a)).unwrap_or_default();
    }
    let mut words = noun_phrase(view, noun);
    words.start = words.start.max(noun as u32 - leading(view, noun));
    let mut support = None;
    let mut rule = "rule:noun";
    if let Some((verb, direct)) = supporting(view, noun).filter(|s| !used[s.0]) {
        let lemma = view.lemma(verb);
        let passive = is_passive(view, verb);
        if direct && (lexicon.plover.is("light", lemma) || entry.support.contains(&lemma)) {
            let r = roles(view, lexicon, verb);
            if let Some(agent) = r.agent.filter(|&a| a != noun) {
                sources = conjuncts(view, agent);
            }
            if targets.is_empty() {
                let recipient = r.recipient.filter(|_| entry.target.contains(&"to"));
                let heads = recipient.or_else(|| entry.target.iter().find_map(|p| behind(view, &[verb], p)));
                targets = heads.filter(|&h| !timely(view, h)).map(|h| conjuncts(view, h)).unwrap_or_default();
            }
            support = Some(verb);
            rule = "rule:light-verb";
            if verb < noun {
                words = WordRange::new(group_start(view, verb), noun + 1);
            }
        } else if (entry.undergo.contains(&lemma) || under(view, noun, lemma)) && !passive {
            if sources.is_empty() {
                // "came under attack *from the hills' rebels*", hung from the verb
                let from = behind(view, &[verb], "from").filter(|&f| f > noun && naming.acts(view, f));
                sources = from.map(|f| conjuncts(view, f)).unwrap_or_default();
            }
            if targets.is_empty() {
                let bearer = subject(view, lexicon, verb, 4).filter(|&s| s != noun);
                let bearer = bearer.or_else(|| view.child(verb, "obj").filter(|&o| o != noun));
                targets = bearer.map(|b| conjuncts(view, b)).unwrap_or_default();
            }
            support = Some(verb);
            rule = "rule:undergo";
        }
    }
    if entry.act.0 == Plover::Assault
        && let Some(victims) = struck(view, lexicon, noun)
    {
        // "Three guards died *in a raid* by gunmen"
        let mutual = entry.source.contains(&"between");
        if mutual && sources.is_empty() {
            sources = conjuncts(view, victims);
        } else if !mutual && targets.is_empty() {
            targets = conjuncts(view, victims);
        }
    }
    if let Some((verb, true)) = supporting(view, noun).filter(|s| sources.is_empty() && used[s.0])
        && lexicon.plover.is("threatened", view.lemma(verb))
    {
        // "threatened the closing of the canal": who threatens it would do it.
        sources = roles(view, lexicon, verb).agent.map(|a| conjuncts(view, a)).unwrap_or_default();
    }
    let between = entry.source.contains(&"between") || behind(view, &[noun], "between").is_some();
    let mutual = targets.is_empty() && between;
    if mutual && sources.len() > 1 {
        targets = sources.split_off(1);
    }
    Some(Frame {
        head: noun,
        verb: support,
        words,
        act: Some(entry.act),
        refused: None,
        sources,
        targets,
        object: None,
        mutual,
        rule,
    })
}

/// Whether the noun says what one comes or is put under: "came *under attack*".
fn under(view: &View, noun: usize, verb: &str) -> bool {
    marker(view, noun) == "under" && matches!(verb, "come" | "be" | "remain" | "find")
}

/// Who died or was hurt in the act of the noun: "*three guards* lost their lives in a raid".
fn struck(view: &View, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let within = view.word(noun).relation() == "obl" && matches!(marker(view, noun), "in" | "during");
    let verb = view.head(noun).filter(|_| within)?;
    let life = || view.child(verb, "obj").is_some_and(|o| matches!(view.lemma(o), "life" | "live"));
    let dies = match view.lemma(verb) {
        "lose" => life(),
        lemma => lexicon.plover.is("struck", lemma) && view.child(verb, "obj").is_none(),
    };
    view.child(verb, "nsubj").filter(|&s| dies && s < verb)
}

/// Number of modifiers that stand directly before the noun and belong to the trigger ("economic sanctions").
fn leading(view: &View, noun: usize) -> u32 {
    let run = (0..noun).rev().take_while(|&w| {
        view.word(w).head == Some(noun as u32) && matches!(view.word(w).relation(), "amod" | "compound")
    });
    run.count() as u32
}

/// The verb or adjective that the noun completes, and whether as its object (or the subject of its passive).
fn supporting(view: &View, noun: usize) -> Option<(usize, bool)> {
    let mut at = noun;
    while view.word(at).relation() == "conj" {
        at = view.head(at)?;
    }
    let above = view.head(at)?;
    match view.word(at).relation() {
        "obj" => Some((above, true)),
        "nsubj" => Some((above, view.word(at).deprel == "nsubj:pass")),
        "obl" | "nmod" if matches!(marker(view, at), "to" | "for") => Some((above, false)),
        "obl" if marker(view, at) == "under" => Some((above, false)),
        _ if view.word(above).deprel == "acl" => None,
        _ => None,
    }
}
