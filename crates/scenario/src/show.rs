//! What came of an assumption, for a person.

use crate::model::{Citation, Commitment, Model};
use crate::proof::{proof, weakest};
use crate::run::{Bound, Happens, Outcome, Step};
use crate::words::told;
use demarche_record::CommitmentKind;
use std::fmt::Write;

/// The text: what is assumed, what follows in order, each with why and the words that prove it; what is said beside; what
/// cannot both be; who is bound; what stays open. `explain`: under each step the chain that proves it.
pub fn text(outcome: &Outcome, model: &Model, explain: bool) -> String {
    let mut out = String::new();
    for (asked, act) in outcome.asked.iter().zip(&outcome.assumed) {
        let same = asked.to_lowercase() == act.to_lowercase();
        let read = if same { String::new() } else { format!(", which is: {act}") };
        line(&mut out, 0, &format!("Assumed: {asked}{read}"));
    }
    let (beside, follows): (Vec<&Step>, Vec<&Step>) =
        outcome.steps.iter().partition(|s| s.happens == Happens::AlsoSaid);
    if follows.is_empty() {
        line(&mut out, 0, "Nothing that the texts say is set off by it.");
    } else {
        heading(&mut out, "What follows, as the texts say it:");
    }
    for step in follows {
        show(&mut out, outcome, step, explain);
    }
    if !beside.is_empty() {
        heading(&mut out, "Also said to those concerned, without a condition (set off by nothing here):");
        for step in beside {
            show(&mut out, outcome, step, false);
        }
    }
    if !outcome.contradictions.is_empty() {
        heading(&mut out, "Cannot both be:");
        for c in &outcome.contradictions {
            let (one, other) = (said(model, &c.one), said(model, &c.other));
            let why = &c.why;
            line(&mut out, 1, &format!("{one} and {other} (sure {:.2}): {why}", c.sure));
        }
    }
    bound(&mut out, &outcome.bound);
    if !outcome.open.is_empty() {
        heading(&mut out, "Untouched by it, and open as before:");
        for c in outcome.open.iter().filter_map(|id| model.by_id(id)).map(|p| &model.commitments[p]) {
            line(&mut out, 1, &format!("{}: {}", c.id, one_line(c)));
        }
    }
    line(&mut out, 0, "");
    line(&mut out, 0, "This is what was said to follow, by whom it was said; nobody says here that it will.");
    out
}

fn heading(out: &mut String, text: &str) {
    out.push('\n');
    line(out, 0, text);
}

fn line(out: &mut String, depth: usize, text: &str) {
    // Whatever a text says, a line stays one.
    let words: Vec<&str> = text.split_whitespace().collect();
    let indent = if words.is_empty() { 0 } else { depth * 3 };
    let _ = writeln!(out, "{:indent$}{}", "", words.join(" "));
}

fn show(out: &mut String, outcome: &Outcome, step: &Step, explain: bool) {
    let head = format!("{}. {} (sure {:.2})", step.step, sentence(step), step.sure);
    line(out, 0, &head);
    if let Some(due) =
        step.due.as_ref().filter(|_| matches!(step.happens, Happens::Fires | Happens::AlsoSaid))
    {
        line(out, 1, &format!("then: {due}"));
    }
    for because in &step.because {
        let from = match because.step {
            Some(number) => format!(" (due by step {number})"),
            None => String::new(),
        };
        line(out, 1, &format!("because {}{from}: {}", because.act, because.why));
    }
    quotes(out, 1, &step.citations);
    if explain && !step.because.is_empty() {
        explained(out, outcome, step);
    }
}

/// The chain that proves a step, the last first: each rests on what stands under it.
fn explained(out: &mut String, outcome: &Outcome, step: &Step) {
    line(out, 1, "proof:");
    for (depth, step) in (2..).zip(proof(outcome, step.step).into_iter().rev()) {
        let id = &step.commitment;
        line(out, depth, &format!("{} (sure {:.2}), from", sentence(step), step.sure));
        let quote = step.citations.iter().map(|c| format!("“{}”", c.quote)).next().unwrap_or_default();
        line(out, depth + 1, &format!("the text of {id} (sure {:.2}) {quote}", step.reading));
        if let Some(b) = step.because.first() {
            line(out, depth + 1, &format!("{} answers it (sure {:.2}): {}", b.act, b.sure, b.why));
            if b.step.is_none() {
                line(out, depth + 1, &format!("{}, which is assumed", b.act));
            }
        }
    }
    if let Some((sure, what)) = weakest(outcome, step.step) {
        line(out, 2, &format!("weakest link: {what}, {sure:.2}"));
    }
}

/// What happens in a step, in one sentence without its end.
pub fn sentence(step: &Step) -> String {
    let kind = kind(step.kind);
    let by = match step.by.is_empty() {
        true => String::new(),
        false => format!(" by {}", step.by.join(", ")),
    };
    let towards = match step.towards.is_empty() {
        true => String::new(),
        false => format!(" towards {}", step.towards.join(", ")),
    };
    let due = step.due.as_deref().unwrap_or("");
    let what = format!("{}, {kind}{by}{towards}", step.commitment);
    // What rests only on what others make due would be; nobody says that it is done.
    let is = |would: &'static str, is: &'static str| match step.because.iter().all(|b| b.step.is_some()) {
        true => would,
        false => is,
    };
    match step.happens {
        Happens::Fires => format!("{what}, {}", is("would fire", "fires")),
        Happens::Lapses => {
            format!("{what}, {}: its condition is excluded", is("would fall away", "falls away"))
        }
        Happens::Met => format!("{what}, {}: {due}", is("would be met", "is met")),
        Happens::Refused => format!("{what}, {}: {due}", is("would be refused", "is refused")),
        Happens::CarriedOut if step.kind == CommitmentKind::Condition => {
            format!("{what}, {}: {due}", is("would come about", "comes about"))
        }
        Happens::CarriedOut => format!("{what}, {}: {due}", is("would be carried out", "is carried out")),
        Happens::NotCarriedOut => {
            let so = match step.kind {
                CommitmentKind::Threat => is("would not be carried out", "is not carried out"),
                CommitmentKind::Condition => is("would not come about", "does not come about"),
                _ => is("would be broken", "is broken"),
            };
            format!("{what}, {so}: {due}")
        }
        Happens::Chosen => format!("{what}, {}: {due}", is("would be made", "is made")),
        Happens::SaidAgain => format!("{}, said also{by}{towards} as a {kind}: {due}", step.commitment)
            .replace(" as a offer", " as an offer"),
        Happens::AlsoSaid => what,
    }
}

fn kind(kind: CommitmentKind) -> &'static str {
    match kind {
        CommitmentKind::Demand => "demand",
        CommitmentKind::Offer => "offer",
        CommitmentKind::Promise => "promise",
        CommitmentKind::Threat => "threat",
        CommitmentKind::Condition => "condition",
        CommitmentKind::Choice => "choice",
    }
}

/// A contradiction's side: an act as it is, a commitment with what it says.
fn said(model: &Model, id: &str) -> String {
    match model.by_id(id).map(|p| &model.commitments[p]) {
        Some(c) => format!("{id} ({})", one_line(c)),
        None => id.to_owned(),
    }
}

/// A commitment in one line.
fn one_line(c: &Commitment) -> String {
    let towards = if c.towards.is_empty() { String::new() } else { format!(" to {}", c.towards.join(", ")) };
    let by = if c.by.is_empty() { "somebody".to_owned() } else { c.by.join(", ") };
    let when = c.r#if.as_ref().map(|i| format!(", if {}", told(i))).unwrap_or_default();
    let what = match c.due() {
        Some(due) => told(due),
        None => c.options.iter().map(|o| o.words.as_str()).collect::<Vec<_>>().join(" or "),
    };
    format!("{} by {by}{towards}: {what}{when}", kind(c.kind))
}

/// The words that prove a step, by document.
fn quotes(out: &mut String, depth: usize, citations: &[Citation]) {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for c in citations {
        if !seen.contains(&(&c.document, &c.quote)) {
            seen.push((&c.document, &c.quote));
            line(out, depth, &format!("“{}” ({}, {}-{})", c.quote, c.document, c.span[0], c.span[1]));
        }
    }
}

fn bound(out: &mut String, all: &[Bound]) {
    if all.is_empty() {
        return;
    }
    heading(out, "Who is bound to what, and what is asked of whom:");
    let mut actor = "";
    for b in all {
        if b.actor != actor {
            line(out, 1, &b.actor);
            actor = &b.actor;
        }
        let when = match (&b.on, b.due) {
            (Some(on), _) => format!(", on the condition: {on}"),
            (None, true) => ", which is due".to_owned(),
            (None, false) if b.kind == CommitmentKind::Demand => String::new(),
            (None, false) => ", on no condition".to_owned(),
        };
        let asked = match b.asked_by.is_empty() {
            _ if b.kind != CommitmentKind::Demand => String::new(),
            true => "is asked: ".to_owned(),
            false => format!("is asked by {}: ", b.asked_by.join(", ")),
        };
        line(out, 2, &format!("{asked}{} ({}, {}){when}", b.to, kind(b.kind), b.commitment));
    }
}
