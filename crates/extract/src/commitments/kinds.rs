//! What kind of commitment a condition states: a threat, a promise, an offer or a plain condition, by who would act, who says so
//! and whether the other side wants it: "if they do not leave, *we will strike*".

use super::case::{Case, Verdict, Weighed};
use super::conditions::Tie;
use super::outcomes::{
    conferred, confers, dares, eased, encamped, forfeits, groundless, in_kind, lacks, lapses, lasting, lasts,
    musters, ours_acts, own_matter, pledged, restored, spared, stays_open, with_us,
};
use super::provocations::{assailed, exchange, helped, hostile, stranger, undone};
use super::towards::recourse;
use super::worth::Worth;
use crate::ActorId;
use crate::attribution::clause::subject;
use CommitmentKind::{Condition as Tied, Offer, Promise, Threat};
use demarche_record::CommitmentKind;

impl Weighed<'_> {
    /// What the condition states and who makes it; `None` where it is none between actors.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        let Case { scene, c, agents, .. } = self.case;
        if c.tie == Tie::Depends {
            return self.of_speaker_or_doer(Tied);
        }
        let first = self.sworn_or_withheld().or_else(|| self.answered_in_kind());
        if first.is_some() {
            return first;
        }
        if c.tie == Tie::Until {
            return self.until();
        }
        if c.tie == Tie::When && !c.only {
            // "The border would be reopened once they had gone home."
            let back = agents.is_empty()
                && self.future
                && self.worth == Worth::Wanted
                && restored(scene, c.then_head);
            if back && !self.denies && scene.public(&self.by) {
                return self.of_doer(Promise);
            }
            if self.own {
                return self.when();
            }
        }
        let met = self.met_by_threat().or_else(|| self.without());
        if met.is_some() {
            return met;
        }
        if self.own && !agents.is_empty()
            || agents.is_empty() && self.future && own_matter(scene, c, self.case.voice)
        {
            return self.own_act();
        }
        if agents.is_empty() { self.nobody_acts() } else { self.others_act() }
    }

    /// A commitment of `kind` by whose outcome it is.
    fn of_doer(&self, kind: CommitmentKind) -> Option<Verdict> {
        Some((kind, self.by.clone()))
    }

    /// A commitment of `kind` by who speaks.
    fn of_speaker(&self, kind: CommitmentKind) -> Option<Verdict> {
        Some((kind, self.case.voice.speakers.clone()))
    }

    /// A commitment of `kind` by who speaks or, in the text's own voice, by whose outcome it is.
    fn of_speaker_or_doer(&self, kind: CommitmentKind) -> Option<Verdict> {
        if self.case.voice.speakers.is_empty() { self.of_doer(kind) } else { self.of_speaker(kind) }
    }

    /// Whether there is one among `actors` whose outcome it is not.
    fn others(&self, actors: &[ActorId]) -> bool {
        actors.iter().any(|x| !self.by.contains(x))
    }

    /// "*promised* that ...".
    fn sworn(&self) -> bool {
        self.stance == Some("promises")
    }

    /// Whether another side, or nobody named, would meet the condition.
    fn meets(&self) -> bool {
        self.other_acts || self.case.scene.passive(self.case.c.if_head)
    }

    /// Whether the outcome is that of who speaks, or of nobody named.
    fn own_or_nobodys(&self) -> bool {
        self.own || self.case.agents.is_empty()
    }

    /// What is promised outright, and what is withheld from the other side: "will not return until they leave".
    fn sworn_or_withheld(&self) -> Option<Verdict> {
        let Weighed { own, worth, future, denies, .. } = *self;
        let Case { scene, c, voice, then_words, agents, .. } = self.case;
        let head = c.then_head;
        // "promised that the men would go home if they kept their word": whoever is to act.
        // "assured them that it would not renew the contract unless they left" swears to withhold.
        let withholds = denies && c.negated && worth == Worth::Open;
        let promises =
            self.sworn() && worth != Worth::Unwanted && !withholds && scene.public(&voice.speakers);
        if promises && future && c.tie == Tie::If && !c.only {
            return self.of_speaker(Promise);
        }
        if !(denies && future && matches!(c.tie, Tie::If | Tie::Until)) {
            return None;
        }
        // "will not talk to them until they leave": talks hang on the act, nobody is harmed.
        let talks =
            own && !agents.is_empty() && confers(scene, head) || agents.is_empty() && conferred(scene, head);
        // "will not sit idly by if": no talks.
        if talks && !scene.menacing(then_words) {
            return self.of_doer(Tied);
        }
        // "will free nobody until food comes": what others want is withheld, whoever is to bring the food.
        let withheld = c.tie == Tie::Until && worth == Worth::Unwanted && !agents.is_empty();
        // "will not return until they leave": what is withheld is a threat.
        if own && !c.only && (self.meets() || withheld) { self.of_doer(Threat) } else { None }
    }

    /// What answers what the other side asks for or dares to do: "would double its patrols *if they asked for it*".
    fn answered_in_kind(&self) -> Option<Verdict> {
        let Case { scene, c, agents, .. } = self.case;
        if !(self.own && self.future && c.tie == Tie::If && !c.negated && !agents.is_empty()) {
            return None;
        }
        // "If they try this again, I will send the fleet": a dare is answered.
        if dares(scene, c.if_head) {
            return self.of_doer(Threat);
        }
        // "would double its patrols if they asked for it"
        let request = scene.view.child(c.if_head, "obj").is_some_and(|o| scene.has("asked_noun", o));
        let asked = scene.has("asks_for", c.if_head) || request && scene.has("lends", c.if_head);
        if asked && !self.denies && !c.only && self.worth != Worth::Unwanted {
            return self.of_doer(Promise);
        }
        None
    }

    /// What lasts until the other side acts: "the raids will go on *until they leave*".
    fn until(&self) -> Option<Verdict> {
        let Weighed { own, worth, future, denies, .. } = *self;
        let Case { scene, c, voice, agents, .. } = self.case;
        let head = c.then_head;
        // "Until the war is over they will not see their money, we say": what the other side will not get.
        if future && denies && !own && !c.only && scene.public(&voice.speakers) {
            return self.of_speaker(Tied);
        }
        if !(future && own) {
            return None;
        }
        // "It will stay in our port until the judges have spoken."
        let stays = agents.is_empty() && scene.has("stay", head) && with_us(scene, head);
        if stays && !denies && scene.public(&self.by) {
            return self.of_doer(Tied);
        }
        if lasting(scene, head) || encamped(scene, head) || worth == Worth::Unwanted && self.meets() {
            return self.of_doer(Threat);
        }
        // "We will keep our weapons until they leave": what lasts may be no harm.
        let kept =
            scene.has("abides", head) && self.meets() && (ours_acts(scene, head) || !agents.is_empty());
        if kept { self.of_doer(Tied) } else { None }
    }

    /// What the speaker will do once something has happened: "*once they have left*, we will lift the ban".
    fn when(&self) -> Option<Verdict> {
        let Case { scene, agents, if_actors, .. } = self.case;
        let kind = match self.worth {
            Worth::Wanted => Promise,
            Worth::Unwanted if !self.denies && self.others(if_actors) => Threat,
            _ => Tied,
        };
        let theirs =
            self.others(if_actors) || if_actors.is_empty() && scene.public(&self.by) && !agents.is_empty();
        if self.future && (kind != Tied || theirs) { self.of_doer(kind) } else { None }
    }

    /// Answers that are threats whatever is said of the answer: "*any attack* will be answered".
    fn met_by_threat(&self) -> Option<Verdict> {
        let Case { scene, c, then_words, .. } = self.case;
        let head = c.then_head;
        if c.negated {
            return None;
        }
        let words = || then_words.iter().flat_map(|r| r.range());
        let regards = scene.has("regard", head) && self.own_or_nobodys();
        // "would regard a deployment as a provocation": how an act would be taken.
        let taken = || {
            words().any(|i| {
                let upos = scene.view.word(i).upos;
                upos == "NOUN" && ["harm_noun", "grave", "foe"].iter().any(|k| scene.has(k, i))
                    // "as a hostile act"
                    || upos == "ADJ" && scene.has("unfriendly", i)
            })
        };
        // "They will be treated as invaders if they enter."
        let foes = || words().any(|i| scene.has("foe", i)) && self.future && !self.denies && !c.only;
        // "Any attack will be answered", whatever the answer is called.
        let answers = || scene.has("answers", head) && !exchange(scene, c) && self.own_or_nobodys();
        // "In case of an attack the answer will be hard."
        let replies = || {
            let reply = subject(scene.view, head).is_some_and(|s| scene.has("reply", s));
            reply && self.future && !exchange(scene, c)
        };
        let threat = match c.tie {
            Tie::Nominal => regards && taken() || answers() || replies(),
            Tie::If => regards && foes(),
            _ => false,
        };
        if threat { self.of_doer(Threat) } else { None }
    }

    /// "*without an apology* there will be no talks": withheld by who speaks; "there can be no peace": a state of things.
    fn without(&self) -> Option<Verdict> {
        let Case { scene, c, .. } = self.case;
        if !(c.tie == Tie::Nominal && c.negated) {
            return None;
        }
        let withheld = self.denies && !lacks(scene, c.then_head)
            || self.worth == Worth::Unwanted && self.own && !self.denies;
        self.of_speaker_or_doer(if self.firm() && withheld { Threat } else { Tied })
    }

    /// Whether the outcome *will* be.
    fn firm(&self) -> bool {
        let Case { scene, c, .. } = self.case;
        let head = c.then_head;
        scene.view.children_by(head, "aux").any(|x| scene.modal("modal_will", head, x))
    }

    /// What the speaker, or the side of which is told, would do itself: "if they leave, *we will lift the ban*".
    fn own_act(&self) -> Option<Verdict> {
        let Weighed { own, future, denies, other_acts, .. } = *self;
        let Case { scene, c, then_words, agents, if_actors, .. } = self.case;
        let head = c.then_head;
        if c.only {
            return self.of_doer(Tied);
        }
        let clausal = matches!(c.tie, Tie::If | Tie::Until);
        let kind = match self.worth {
            // "If they fail to comply, we will submit the matter to the council."
            _ if hostile(scene, c) && future && clausal && !denies && !recourse(scene, head).is_empty() => {
                Threat
            }
            // "If a shot is fired at our guards, we will invoke the treaty": who would fire is plain.
            Worth::Open if own && future && hostile(scene, c) && scene.passive(c.if_head) && !denies => {
                Threat
            }
            // "Unless the guns fall silent, we risk a war": what would come of itself.
            Worth::Unwanted if scene.has("dread", head) && !agents.is_empty() => Tied,
            Worth::Unwanted => Threat,
            Worth::Wanted if c.tie == Tie::Nominal && !exchange(scene, c) => {
                return if c.negated { self.of_doer(Tied) } else { None };
            }
            // "If they scrap the decree, we will discuss trade": one act for another.
            Worth::Wanted
                if (c.tie == Tie::If || exchange(scene, c))
                    && other_acts
                    && !self.sworn()
                    && (exchange(scene, c) || !assailed(scene, c))
                    && helped(scene, c, then_words, &self.by, if_actors).is_empty()
                    && !lasts(scene, c)
                    && !pledged(scene, head) =>
            {
                Offer
            }
            Worth::Wanted => Promise,
            Worth::Open if c.tie == Tie::Nominal && !exchange(scene, c) => {
                return if c.negated { self.of_doer(Tied) } else { None };
            }
            // "would put the money in a bank if they agreed, he pledged"
            Worth::Open if own && future && self.sworn() && !c.negated && !hostile(scene, c) => Promise,
            Worth::Open if own && future && (other_acts || scene.passive(c.if_head) && c.negated) => {
                // "will tell them the water level so long as they keep quiet": what lasts while they do so.
                if lasts(scene, c) && !c.negated && !denies && !self.warned() {
                    return self.of_doer(Promise);
                }
                // "If they send their rigs, we will send our own": the answer is in kind.
                let menace = c.negated || self.warned() || hostile(scene, c) || in_kind(scene, head);
                if menace { Threat } else { Tied }
            }
            // "In case this does not happen, we will go to the council."
            Worth::Open if own && future && clausal && !denies && undone(scene, c) => Threat,
            Worth::Open if hostile(scene, c) && future && !if_actors.is_empty() => Threat,
            // "If one more rocket falls on our town, we will answer."
            Worth::Open
                if own && hostile(scene, c) && future && !denies && scene.has("strikes_back", head) =>
            {
                Threat
            }
            // "will ask the league for help if the shooting goes on"
            Worth::Open if hostile(scene, c) && future && !recourse(scene, head).is_empty() => Threat,
            // "If the shelling does not stop, we will bring in reserves."
            Worth::Open
                if own
                    && future
                    && c.tie == Tie::If
                    && !denies
                    && musters(scene, head)
                    && (c.negated || hostile(scene, c)) =>
            {
                Threat
            }
            Worth::Open if future && (self.others(if_actors) || stranger(scene, c)) => Tied,
            Worth::Open => return None,
        };
        self.of_doer(kind)
    }

    /// "*warned* that ...".
    fn warned(&self) -> bool {
        matches!(self.stance, Some("warns" | "threatens"))
    }

    /// What would come without anybody who is said to act: "the second path is *confrontation*".
    fn nobody_acts(&self) -> Option<Verdict> {
        let Weighed { future, denies, .. } = *self;
        let Case { scene, c, if_actors, .. } = self.case;
        let head = c.then_head;
        let kind = match self.worth {
            Worth::Unwanted => Threat,
            // "The measures would be lifted if they renounced force."
            Worth::Wanted
                if (eased(scene, head)
                    || restored(scene, head)
                    || spared(scene, head)
                    || stays_open(scene, head))
                    && future
                    && c.tie == Tie::If
                    && !c.only
                    && (!denies || spared(scene, head)) =>
            {
                Promise
            }
            // "If they are not back by Monday, the truce will end."
            _ if c.negated && future && !denies && lapses(scene, head) => Threat,
            // "More ships would be sent unless they gave way"; warned: "if they stay, oil may cease to flow".
            Worth::Open
                if (c.negated && scene.passive(head) || self.warned())
                    && future
                    && !denies
                    && c.tie == Tie::If
                    && !c.only
                    && (self.others(if_actors) || if_actors.is_empty() && scene.has("cease", c.if_head))
                    && scene.public(&self.by) =>
            {
                Threat
            }
            // "promised that the soldiers would leave if they agreed"
            Worth::Open | Worth::Wanted
                if self.sworn()
                    && future
                    && c.tie == Tie::If
                    && !c.negated
                    && !denies
                    && !hostile(scene, c) =>
            {
                Promise
            }
            // "There will be no deal unless ...".
            _ if denies && self.firm() && c.negated => Threat,
            // "There will be no talks as long as they hold the island."
            _ if denies
                && (self.firm() || conferred(scene, head) || groundless(scene, head))
                && c.tie == Tie::If =>
            {
                Tied
            }
            _ if c.tie == Tie::Nominal => {
                let fails = scene.has("bare_trigger", c.if_head) && future;
                return if c.negated || fails { self.of_doer(Tied) } else { None };
            }
            _ if c.only || future && (self.others(if_actors) || c.negated) => Tied,
            _ => return None,
        };
        self.of_doer(kind)
    }

    /// What the other side would do or undergo: "*they will pay a price*", "they could rejoin if they withdrew".
    fn others_act(&self) -> Option<Verdict> {
        let Case { scene, c, voice, then_words, agents, if_actors } = self.case;
        let head = c.then_head;
        if voice.speakers.is_empty() {
            return None;
        }
        // "The patrols could not go on unless they are let in."
        if self.denies && c.negated && self.future && c.tie == Tie::If {
            return self.of_speaker(Tied);
        }
        // The other side acts in what follows: it would undergo it ("they will pay a price", "they await sanctions").
        let undergoes = scene.has("undergo", head)
            || forfeits(scene, head)
            || scene.has("waiting", head)
            || scene.passive(head)
            || scene.menacing(then_words);
        if undergoes || self.worth == Worth::Unwanted && scene.view.child(head, "cop").is_some() {
            return if self.worth == Worth::Unwanted { self.of_speaker(Threat) } else { None };
        }
        // "In exchange, Elbonia would back their bid, officials said": an offer, whoever tells of it.
        if exchange(scene, c) && self.worth == Worth::Wanted && self.future && scene.public(agents) {
            return Some((Offer, agents.to_vec()));
        }
        // "They could rejoin if they withdrew": what the speaker lets the other side have.
        let same = agents.iter().all(|a| if_actors.contains(a));
        if same && self.future && !if_actors.is_empty() { self.of_speaker(Tied) } else { None }
    }
}
