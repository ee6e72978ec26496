//! What acts of a type are by nature: on one another, between parties, at a place: "A and B *met*", "*threatened* Lima".

use demarche_record::Plover;

/// Acts that help or please whom they are done to.
pub(super) fn friendly(kind: Plover) -> bool {
    use Plover::*;
    matches!(kind, Consult | Support | Concede | Cooperate | Aid | Retreat)
}

/// Acts upon those who live where they happen, if nobody else is named.
pub(super) fn local(kind: Plover) -> bool {
    use Plover::*;
    matches!(kind, Assault | Coerce | Mobilize | Protest | Sanction | Retreat | Concede | Aid)
}

/// Acts that are done to somebody, never to a thing: what is asked for, offered or to be closed is no target.
pub(super) fn between_parties(kind: Plover) -> bool {
    use Plover::*;
    matches!(kind, Threaten | Request | Agree | Consult | Protest)
}

/// Whether one who acts with others acts on them: "A and B met".
pub(super) fn reciprocal(kind: Option<Plover>, lemma: &str) -> bool {
    match kind {
        Some(Plover::Consult | Plover::Cooperate) => true,
        Some(Plover::Agree) => lemma == "agree" || lemma == "reach",
        Some(Plover::Support) => {
            matches!(
                lemma,
                "sign"
                    | "initial"
                    | "conclude"
                    | "restore"
                    | "normalize"
                    | "establish"
                    | "exchange"
                    | "upgrade"
                    | "resume"
            )
        }
        Some(Plover::Assault) => {
            matches!(lemma, "clash" | "fight" | "exchange" | "battle" | "trade" | "skirmish")
        }
        Some(Plover::Retreat) => matches!(lemma, "swap" | "exchange"),
        _ => false,
    }
}
