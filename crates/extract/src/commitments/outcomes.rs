//! What the outcome of a condition is like: whose, how long it lasts, whether it is to come at all.

use super::conditions::{Condition, Tie, negated};
use super::pledges;
use super::scene::{Scene, Voice};
use super::worth::Worth;
use crate::attribution::clause::{marked, subject};
use demarche_lexicon::commissives::Deed;

/// Whether the subject is a harm that is the speaker's own, or nobody else's: "its operation", "the raids".
pub(super) fn owns(scene: &Scene, voice: &Voice, head: usize) -> bool {
    let Some(s) = subject(scene.view, head) else { return true };
    let owner = scene.owner(s, voice);
    (scene.has("hostility", s) || scene.has("burden", s))
        && (owner.is_empty() || owner.iter().any(|o| voice.speakers.contains(o)))
}

/// "The raids will go on until ...", "will keep shelling them": what lasts is a harm.
pub(super) fn lasting(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    if !scene.has("abides", head) {
        return false;
    }
    let harm = |n: usize| scene.has("hostility", n) || scene.has("burden", n);
    let named = subject(view, head)
        .or_else(|| view.head(head).filter(|_| view.word(head).relation() == "acl"))
        .into_iter()
        .chain(view.child(head, "obj"));
    let harms = |x: usize| {
        if scene.has("shut", x) { pledges::keeps_out(scene, head, x) } else { scene.has("harm_verb", x) }
    };
    let kept = view.child(head, "xcomp").is_some_and(harms);
    kept || named.into_iter().any(harm)
}

/// "We shall stay on the island until ...": who is in another's land stays there.
pub(super) fn encamped(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    let place = |o: usize| marked(view, o, "case", &["in", "on", "at", "inside"]).is_some();
    scene.has("stay", head)
        && !negated(view, head)
        && view.child(head, "xcomp").is_none()
        && view
            .children_by(head, "obl")
            .any(|o| place(o) && (scene.has("land", o) || view.word(o).upos == "PROPN"))
}

/// "There is no *reason* for them to stay", "no point in talking": what has no ground will not come.
pub(super) fn groundless(scene: &Scene, head: usize) -> bool {
    negated(scene.view, head) && scene.existing(head).is_some_and(|s| scene.has("ground", s))
}

/// "will send *its own rigs*": what a side does for itself, as the other does, gives nobody anything.
pub(super) fn in_kind(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    scene.view.child(head, "obj").is_some_and(|o| {
        let own = view.children(o).iter().any(|&c| view.form(c as usize).eq_ignore_ascii_case("own"));
        let kind = ["giving", "gift", "good_noun", "persons", "talk_noun", "act_noun"];
        own && scene.has("countered", head) && !kind.iter().any(|class| scene.has(class, o))
    })
}

/// "bring in *reserves*", "send *troops*".
pub(super) fn musters(scene: &Scene, head: usize) -> bool {
    scene.view.child(head, "obj").is_some_and(|o| scene.has("muster", o))
}

/// "as *long* as they do not help the rebels": what holds all the while is no deal.
pub(super) fn lasts(scene: &Scene, c: &Condition) -> bool {
    c.connective.range().any(|k| scene.view.form(k).eq_ignore_ascii_case("long"))
}

/// "Prices could rise unless the ship was freed, *analysts* said": what hangs on an act, by people who bind nobody.
pub(super) fn forecast(scene: &Scene, c: &Condition, voice: &Voice) -> bool {
    let told = scene
        .attribution(voice)
        .is_some_and(|a| !a.source.is_empty() && matches!(a.stance, Some("asserts" | "warns" | "expects")));
    told && voice.speakers.is_empty() && c.negated && c.tie == Tie::If && ahead(scene, c.then_head)
}

/// "stays in *our* waters": with those who speak.
pub(super) fn with_us(scene: &Scene, head: usize) -> bool {
    scene.view.children_by(head, "obl").any(|o| scene.ours(o))
}

/// "tries this again", "dares to do it": what somebody is warned off.
pub(super) fn dares(scene: &Scene, head: usize) -> bool {
    let this = |o: usize| matches!(scene.view.lemma(o), "this" | "it" | "that" | "anything" | "something");
    scene.has("dares", head)
        && (scene.view.child(head, "obj").is_some_and(this) || scene.view.child(head, "xcomp").is_some())
}

/// "the truce will end", "the talks will stop": something good comes to its end.
pub(super) fn lapses(scene: &Scene, head: usize) -> bool {
    scene.has("cease", head) && subject(scene.view, head).is_some_and(|s| scene.has("good_noun", s))
}

/// "the sanctions would be lifted": a burden that is taken away.
pub(super) fn eased(scene: &Scene, head: usize) -> bool {
    let burden = |s: usize| scene.has("burden", s);
    scene.passive(head)
        && scene.has("relief_verb", head)
        && scene.view.child(head, "nsubj").is_some_and(burden)
}

/// "the port would be reopened": what was kept from others is given back.
pub(super) fn restored(scene: &Scene, head: usize) -> bool {
    let concedes = scene.has("gives_back", head) || scene.has("concession", head);
    scene.passive(head) && concedes && scene.view.child(head, "nsubj").is_some()
}

/// "The crossing would *remain open*": what is let pass.
pub(super) fn stays_open(scene: &Scene, verb: usize) -> bool {
    let below = ["xcomp", "advmod", "amod"].iter().flat_map(|r| scene.view.children_by(verb, r));
    scene.has("stay", verb) && below.into_iter().any(|x| scene.view.lemma(x) == "open")
}

/// "nobody would be punished": a harm that nobody would suffer.
pub(super) fn spared(scene: &Scene, head: usize) -> bool {
    let harm = scene.has("harm_verb", head) || scene.has("harm_passive", head);
    scene.passive(head) && harm && negated(scene.view, head) && scene.view.child(head, "nsubj").is_some()
}

/// Whether the verb is one of talking with others: "negotiate", "sit down", "resume talks".
pub(super) fn confers(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    let talks = |o: usize| scene.has("conferring", o);
    let below = view.children_by(head, "obj").chain(view.children_by(head, "obl"));
    scene.has("confers", head) || scene.has("talk_verb", head) && below.into_iter().any(talks)
}

/// "There will be no *talks*", "no *negotiations* will be held", "no *treaty* will be signed".
pub(super) fn conferred(scene: &Scene, head: usize) -> bool {
    let settled = |n: usize| scene.has("conferring", n) || scene.has("settling", n);
    settled(head) || subject(scene.view, head).is_some_and(settled)
}

/// "There will be no *agreement*": what is lacking is nobody's to give. "There will be no *aid*" withholds it.
pub(super) fn lacks(scene: &Scene, head: usize) -> bool {
    scene.existing(head).is_some_and(|s| !scene.has("withheld", s))
}

/// Whether the clause looks ahead: a modal, "going to", a plain infinitive.
pub(super) fn ahead(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    let modal = |h: usize| view.children_by(h, "aux").any(|a| scene.modal("modal_ahead", h, a));
    let infinitive = marked(view, head, "mark", &["to"]).is_some();
    let going = view.head(head).is_some_and(|h| {
        view.word(head).relation() == "xcomp" && (view.form(h).eq_ignore_ascii_case("going") || modal(h))
    });
    // "are not going to free anyone"
    let about_to = view.form(head).eq_ignore_ascii_case("going")
        && view.child(head, "xcomp").is_some_and(|x| marked(view, x, "mark", &["to"]).is_some());
    modal(head)
        || infinitive
        || going
        || about_to
        || scene.has("ready", head)
        || view.head(head).is_some_and(|h| view.word(head).relation() == "conj" && modal(h))
}

/// "would have acted": no act that is still to come.
pub(super) fn unreal(scene: &Scene, head: usize) -> bool {
    let view = scene.view;
    let aux = |class: &str| view.children_by(head, "aux").any(|x| scene.has(class, x));
    view.word(head).xpos == "VBN"
        && aux("modal_ahead")
        && view.children_by(head, "aux").any(|x| view.form(x).eq_ignore_ascii_case("have"))
}

/// Whether the verb itself promises: "would guarantee their return if they left".
pub(super) fn pledged(scene: &Scene, head: usize) -> bool {
    let form = scene.view.form(head).to_lowercase();
    scene.lexicon.commissives.verb(&form).iter().any(|e| e.deed == Deed::Promise)
}

/// Whether the subject is something of the speaker's: "our response will be swift".
pub(super) fn ours_acts(scene: &Scene, head: usize) -> bool {
    subject(scene.view, head).is_some_and(|s| scene.ours(s))
}

/// Whether an outcome that nobody is said to bring about is the speaker's to bring about.
pub(super) fn own_matter(scene: &Scene, c: &Condition, voice: &Voice) -> bool {
    !voice.speakers.is_empty() && scene.worth(c.then_head, &c.then_words) == Worth::Unwanted
}

/// "ruled out talks", but not "excluded them from the talks" or "did not rule out".
pub(super) fn refuses(scene: &Scene, head: usize) -> bool {
    let from =
        scene.view.children_by(head, "obl").any(|o| marked(scene.view, o, "case", &["from"]).is_some());
    scene.has("refusal", head) && !from && !negated(scene.view, head)
}

/// "could lose its trade *privileges*": what others grant is taken from the other side.
pub(super) fn forfeits(scene: &Scene, head: usize) -> bool {
    scene.has("dread", head) && scene.view.child(head, "obj").is_some_and(|o| scene.has("granted", o))
}
