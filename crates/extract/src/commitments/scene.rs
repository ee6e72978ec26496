//! What every step looks at: words and their classes, who acts, who speaks, and the sides of a commitment.

use super::statements::Statements;
use crate::attribution::clause::{first_of, is_punctuation, marked, runs, subject, trim};
use crate::attribution::with_marks;
use crate::events::Naming;
use crate::{ActorId, Attribution, Clause, Event, EventId, View};
use demarche_base::{ByteSpan, WordRange};
use demarche_lexicon::Lexicon;
use demarche_lexicon::commissives::Link;
use demarche_record::ActorKind;

/// What all steps look at.
pub(super) struct Scene<'a> {
    pub view: &'a View<'a>,
    pub lexicon: &'a Lexicon,
    pub naming: Naming<'a>,
    pub attributions: &'a [Attribution],
    pub events: &'a [Event],
    pub statements: Statements,
}

/// Who speaks at a place of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Voice {
    /// The statement, where one was found.
    pub statement: Option<usize>,
    /// For whom its source speaks; empty in the text's own voice and where nobody known speaks.
    pub speakers: Vec<ActorId>,
}

impl Voice {
    /// Whether the text itself speaks.
    pub fn is_text(&self) -> bool {
        self.statement.is_none() && self.speakers.is_empty()
    }
}

impl Scene<'_> {
    /// Whether word `i` or its lemma belongs to `class`.
    pub fn has(&self, class: &str, i: usize) -> bool {
        self.lexicon.commissives.is(class, &self.view.form(i).to_lowercase())
            || self.lexicon.commissives.is(class, self.view.lemma(i))
    }

    /// The statement at `voice`, where one was found.
    pub fn attribution(&self, voice: &Voice) -> Option<&Attribution> {
        voice.statement.map(|i| &self.attributions[i])
    }

    /// The actors of the phrase of `head` and its coordinated phrases; "we" and "I" mean those who speak.
    pub fn actors(&self, head: usize, voice: &Voice) -> Vec<ActorId> {
        let mut out = Vec::new();
        let mut heads = vec![head];
        let mut at = 0;
        while at < heads.len() && heads.len() < 12 {
            let h = heads[at];
            heads.extend(self.view.children_by(h, "conj"));
            // An enumeration taken for an apposition: "Germany, France and Britain".
            let listed = |c: &usize| {
                let another = |x: usize| self.view.word(x).upos == "PROPN";
                let state =
                    |x: usize| self.naming.index.of_word(x as u32).iter().any(|&a| self.naming.is_state(a));
                another(*c)
                    && (self.view.children_by(*c, "conj").any(another)
                        || *c > h && state(h) && state(*c) && self.view.form(*c - 1) == ",")
            };
            heads.extend(self.view.children_by(h, "appos").filter(listed));
            at += 1;
        }
        heads.sort_unstable();
        for h in heads {
            let mut found = self.naming.actors(self.view, h);
            let relative = matches!(self.view.form(h).to_lowercase().as_str(), "who" | "which" | "that");
            if found.is_empty()
                && relative
                && let Some(noun) = self.view.head(h).and_then(|v| self.view.head(v))
            {
                found = self.naming.actors(self.view, noun);
            }
            // "our consul will not return": who speaks, not the consul.
            if self.ours(h) && !self.public(&found) {
                found.clone_from(&voice.speakers);
            }
            for actor in found {
                if !out.contains(&actor) {
                    out.push(actor);
                }
            }
        }
        out
    }

    /// "we", or a noun phrase that is "ours": "our response", "our navy".
    pub fn ours(&self, head: usize) -> bool {
        let possessor =
            |c: &u32| self.view.word(*c as usize).deprel == "nmod:poss" && self.has("we", *c as usize);
        self.has("we", head) && self.view.word(head).upos == "PRON"
            || self.view.children(head).iter().any(possessor)
    }

    /// The actors named anywhere in `words`, as whom they act for.
    pub fn named_in(&self, words: &[WordRange]) -> Vec<ActorId> {
        let mut out = Vec::new();
        for actor in words.iter().flat_map(|&r| self.naming.index.in_span(r)) {
            let actor = self.naming.index.principal(actor);
            if !out.contains(&actor) {
                out.push(actor);
            }
        }
        out
    }

    /// Whether the verb of `head` is passive.
    pub fn passive(&self, head: usize) -> bool {
        let view = self.view;
        view.children(head).iter().any(|&c| view.word(c as usize).deprel.ends_with(":pass"))
            || matches!(view.word(head).relation(), "acl" | "advcl")
                && view.word(head).xpos == "VBN"
                && view.child(head, "aux").is_none()
                && view.child(head, "nsubj").is_none()
                && (view.word(head).relation() == "acl" || view.child(head, "obj").is_none())
    }

    /// What is said to be there: "there will be no *deal*", with the verb or the noun for the head.
    pub fn existing(&self, head: usize) -> Option<usize> {
        let view = self.view;
        let there = |h: usize| view.child(h, "expl").is_some();
        if view.child(head, "cop").is_some_and(there) {
            return Some(head);
        }
        view.children_by(head, "nsubj").find(|&s| s > head).filter(|_| there(head))
    }

    /// The agent of a passive: "by X".
    pub fn agent(&self, head: usize) -> Option<usize> {
        self.view.children_by(head, "obl").find(|&o| marked(self.view, o, "case", &["by"]).is_some())
    }

    /// Who acts in the clause of `head`: its subject, or the agent of a passive.
    pub fn agents(&self, head: usize, voice: &Voice) -> Vec<ActorId> {
        if self.passive(head) {
            return self.agent(head).map_or(Vec::new(), |o| self.actors(o, voice));
        }
        if let Some(s) = self.parted_subject(head) {
            return self.actors(s, voice);
        }
        let Some(s) = subject(self.view, head) else { return Vec::new() };
        self.doers(head, s, voice)
    }

    /// The subject of a verb from which a reporting clause parts it, where the parse lost it: "*Elbonia*, the envoy said,
    /// would answer".
    fn parted_subject(&self, head: usize) -> Option<usize> {
        let view = self.view;
        let content = &self.attributions[self.statement(head)?].content_words;
        let at = content.iter().position(|r| r.contains(head)).filter(|&k| k > 0)?;
        let before = content[at - 1];
        let own = |s: usize| content.iter().any(|r| r.contains(s));
        let verbless = before.range().all(|i| !matches!(view.word(i).upos, "VERB" | "AUX" | "SCONJ"));
        let first =
            (content[at].start as usize..=head).find(|&i| matches!(view.word(i).upos, "VERB" | "AUX"))?;
        let opens = first == content[at].start as usize;
        if subject(view, head).is_some_and(own) || !verbless || !opens || before.end as usize >= first {
            return None;
        }
        before.range().find(|&i| {
            matches!(view.word(i).upos, "NOUN" | "PROPN" | "PRON")
                && view.head(i).is_none_or(|h| !before.contains(h))
        })
    }

    /// The actors of a subject, and of another that stands beside it: "Elbonia, Ruritania urged ...", an enumeration
    /// without "and" that the parse takes for two subjects.
    pub fn doers(&self, verb: usize, subject: usize, voice: &Voice) -> Vec<ActorId> {
        let mut found = self.actors(subject, voice);
        // "Oslo sent tents, the bloc is ready to help": of two subjects with a verb between them, the nearer one.
        let nearer = self.view.children_by(verb, "nsubj").find(|&x| {
            let comma = self.view.subtree(x).start as usize;
            let told = |k: usize| matches!(self.view.word(k).xpos, "VBD" | "VBN");
            x > subject && comma > 0 && self.view.form(comma - 1) == "," && (subject + 1..comma).any(told)
        });
        if let Some(x) = nearer {
            let own = self.actors(x, voice);
            return if own.is_empty() { found } else { own };
        }
        let beside =
            self.view.children_by(verb, "nsubj").filter(|&x| x > subject && self.view.form(x - 1) == ",");
        for x in beside {
            let more = self.actors(x, voice);
            let public = found.iter().chain(&more).all(|&a| self.public(&[a]));
            found.extend(more.into_iter().filter(|_| public));
        }
        found.dedup();
        found
    }

    /// The event whose trigger lies in `words`: at the head first, then the earliest.
    pub fn event(&self, head: usize, words: &[WordRange]) -> Option<(EventId, &Event)> {
        let from = words.iter().map(|r| r.start).min().unwrap_or(head as u32).min(head as u32);
        let to = words.iter().map(|r| r.end).max().unwrap_or(0).max(head as u32 + 1);
        let near: Vec<(usize, &Event)> =
            self.events.iter().enumerate().filter(|e| (from..to).contains(&e.1.trigger_head)).collect();
        let inside = |e: &&(usize, &Event)| words.iter().any(|r| r.contains(e.1.trigger_head as usize));
        let at_head = near.iter().find(|e| e.1.trigger_head as usize == head);
        let below = near.iter().filter(inside).find(|e| {
            let t = e.1.trigger_head as usize;
            self.view.head(t) == Some(head) || self.view.head(t).and_then(|h| self.view.head(h)) == Some(head)
        });
        at_head.or(below).map(|&(i, e)| (EventId(i as u32), e))
    }

    /// One side of a commitment.
    pub fn clause(&self, head: usize, words: &[WordRange], is_negated: bool, voice: &Voice) -> Clause {
        let event = self.event(head, words);
        Clause {
            actor: self.agents(head, voice),
            target: Vec::new(),
            spans: self.spans(words),
            negated: is_negated,
            kind: event.map(|e| e.1.kind),
            event: event.map(|e| e.0),
        }
    }

    /// Bytes of the words: without "and" or "that" before them, with the quotation marks around them.
    pub fn spans(&self, words: &[WordRange]) -> Vec<ByteSpan> {
        let view = self.view;
        let bare = |r: WordRange| {
            let mut r = trim(view, r);
            let joins = |i: usize| {
                view.word(i).relation() == "cc"
                    || view.word(i).relation() == "mark" && view.form(i).eq_ignore_ascii_case("that")
            };
            while !r.is_empty() && joins(r.start as usize) {
                r = trim(view, WordRange::new(r.start as usize + 1, r.end as usize));
            }
            r
        };
        let marked = |r: WordRange| {
            let span = view.span(r);
            let wide = with_marks(view, span);
            // Marks around all of it belong to the statement.
            match view.layout.quotes.iter().find(|q| q.span == wide) {
                Some(q) => view.span(trim(view, q.words)),
                None => wide,
            }
        };
        words.iter().map(|&r| bare(r)).filter(|r| !r.is_empty()).map(marked).collect()
    }

    /// The words of an act: the clause of `head` from its verb on, without subject, auxiliaries and "to", without the
    /// clauses of `except` and without what a comma sets off.
    ///
    /// "to withdraw its troops, the minister said" gives "withdraw its troops".
    pub fn act_words(&self, head: usize, except: &[usize]) -> Vec<WordRange> {
        let view = self.view;
        let mut out = self.clause_words(head, except);
        let lead = |c: usize| {
            c < head
                && (self.has("not", c)
                    || matches!(
                        view.word(c).relation(),
                        "nsubj"
                            | "csubj"
                            | "aux"
                            | "mark"
                            | "case"
                            | "cc"
                            | "expl"
                            | "vocative"
                            | "discourse"
                    ))
        };
        let start = view
            .children(head)
            .iter()
            .map(|&c| c as usize)
            .filter(|&c| lead(c))
            .map(|c| view.subtree(c).end as usize)
            .filter(|&e| e <= head)
            .max()
            .unwrap_or(0);
        for r in &mut out {
            *r =
                trim(view, WordRange::new((r.start as usize).max(start.min(r.end as usize)), r.end as usize));
        }
        out.retain(|r| !r.is_empty());
        out
    }

    /// The words of the clause of `head` without the clauses of `except`, clauses beside it and what a comma sets off
    /// behind it.
    pub fn clause_words(&self, head: usize, except: &[usize]) -> Vec<WordRange> {
        let view = self.view;
        let mut except = except.to_vec();
        for &c in view.children(head) {
            let c = c as usize;
            let first = first_of(view, c);
            let comma = (head + 1..=first).rev().find(|&k| !is_punctuation(view, k) || view.form(k) == ",");
            let before = if view.form(first) == "," { Some(first) } else { comma.filter(|&k| k < first) };
            let set_off = c > head
                && (first > 0 && view.form(first - 1) == "," || before.is_some_and(|k| view.form(k) == ","))
                && matches!(
                    view.word(c).relation(),
                    "advcl" | "obl" | "parataxis" | "nmod" | "advmod" | "dep"
                );
            // "demanded that they leave and *called* for calm": the second verb is not what was demanded.
            let told_apart =
                view.word(c).relation() == "conj" && matches!(view.word(head).xpos, "VB") && self.told(c);
            // "to free the crew; *otherwise* it will close the border".
            let otherwise = c > head
                && view.children_by(c, "advmod").any(|m| {
                    view.form(m).eq_ignore_ascii_case("otherwise") && m > 0 && is_punctuation(view, m - 1)
                });
            let beside = told_apart
                || otherwise
                || view.word(c).relation() == "parataxis"
                || view.word(c).relation() == "conj" && view.child(c, "nsubj").is_some()
                || matches!(view.word(c).relation(), "advcl" | "obl") && self.conditional(c);
            if set_off || beside {
                except.push(c);
            }
        }
        runs(view, head, &except)
    }

    /// Whether the verb of `c` tells what was or is done, by its tag or an auxiliary: "called", "has called".
    pub fn told(&self, c: usize) -> bool {
        let finite = |i: usize| matches!(self.view.word(i).xpos, "VBD" | "VBZ");
        finite(c)
            || self.view.children_by(c, "aux").any(|x| {
                finite(x)
                    || self.view.form(x).eq_ignore_ascii_case("have")
                        && x > 0
                        && self.view.word(x).xpos == "VBP"
            })
    }

    /// Whether the clause of `c` begins with a word that states a condition.
    pub fn conditional(&self, c: usize) -> bool {
        self.view.children(c).iter().any(|&m| {
            let m = m as usize;
            m < c && matches!(self.view.word(m).relation(), "mark" | "advmod") && self.has("mark_if", m)
        })
    }

    /// Whether a state, a body or a group is among `actors`, not private persons alone.
    pub fn public(&self, actors: &[ActorId]) -> bool {
        actors.iter().any(|&id| {
            let key = self.naming.index.key(id);
            self.naming.index.is_body(id) && !key.contains(' ')
                || key.len() >= 2 && key.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        })
    }

    /// Whether the auxiliary `x` of `verb` belongs to `class` of modals: the "'d" of "he'd gone" does not.
    pub fn modal(&self, class: &str, verb: usize, x: usize) -> bool {
        let had = self.view.form(x).ends_with('d')
            && self.view.form(x).len() <= 4
            && self.view.word(verb).xpos == "VBN"
            && !self.passive(verb);
        self.has(class, x) && !had
    }

    /// Whether those who act are the side of an official whose own side the text does not name.
    pub fn official_side(&self, voice: &Voice, agents: &[ActorId]) -> bool {
        let Some(a) = self.attribution(voice) else { return false };
        // "He said", "Guliyev said": whoever was named by an office where he spoke before.
        let words = || a.source.iter().flat_map(|&s| self.view.words_in(s).range());
        let short = words().count() == 1;
        let same = |x: &&Attribution| short && a.speaker.is_some() && x.speaker == a.speaker;
        let sources = self.attributions.iter().filter(same).chain([a]).flat_map(|x| &x.source);
        let titled =
            sources.into_iter().any(|&s| self.view.words_in(s).range().any(|i| self.has("official", i)));
        titled
            && !agents.is_empty()
            && agents.iter().all(|&a| self.public(&[a]))
            && !self.public(&voice.speakers)
    }

    /// Who speaks at word `word`: the source of the innermost statement that holds it, or the subject of the
    /// reporting verb whose complement it is.
    pub fn voice(&self, word: usize) -> Voice {
        let statement = self.statement(word);
        let mut speakers = statement.map_or(Vec::new(), |i| self.principals(&self.attributions[i]));
        if statement.is_none()
            && let Some(s) = self.reporter(word)
        {
            speakers = self.actors(s, &Voice::default());
        }
        Voice { statement, speakers }
    }

    /// The subject of the reporting verb above `word`.
    fn reporter(&self, word: usize) -> Option<usize> {
        let view = self.view;
        let mut at = word;
        for _ in 0..10 {
            let above = view.head(at)?;
            let reports = matches!(view.word(at).relation(), "ccomp" | "parataxis")
                && view.word(above).upos == "VERB"
                && (self.lexicon.cues.verb(view.form(above)).is_some() || self.has("decides", above));
            if reports && let Some(s) = subject(view, above).filter(|&s| s != at) {
                return Some(s);
            }
            at = above;
        }
        None
    }

    /// The statement whose cue is word `cue`.
    pub fn cued(&self, cue: usize) -> Option<usize> {
        self.statements.cued(cue)
    }

    /// The "or" with which the coordinated phrase or clause of `c` begins.
    pub fn or_before(&self, c: usize) -> Option<usize> {
        let first = first_of(self.view, c);
        marked(self.view, c, "cc", &["or"]).or_else(|| {
            (first..c)
                .find(|&k| !is_punctuation(self.view, k))
                .filter(|&k| self.view.form(k).eq_ignore_ascii_case("or"))
        })
    }

    /// Whether `verb` is an infinitive with "to", however the parse took that.
    pub fn infinitive(&self, verb: usize) -> bool {
        marked(self.view, verb, "mark", &["to"]).is_some()
            || matches!(self.view.word(verb).xpos, "VB" | "VBP")
                && marked(self.view, verb, "case", &["to"]).is_some()
    }

    /// Who should act, between a verb and the "to" of its infinitive: "wants *them* to leave", whatever the parse made
    /// of it.
    pub fn inner_subject(&self, verb: usize, infinitive: usize) -> Option<usize> {
        let view = self.view;
        let to = marked(view, infinitive, "mark", &["to"])?;
        view.children(infinitive).iter().map(|&c| c as usize).find(|&c| {
            verb < c && c < to && matches!(view.word(c).relation(), "nsubj" | "obj" | "obl" | "iobj")
        })
    }

    /// The attribution that `word` belongs to: the innermost one whose content holds it.
    pub fn statement(&self, word: usize) -> Option<usize> {
        let size = |&i: &usize| self.attributions[i].content_words.iter().map(|r| r.len()).sum::<usize>();
        self.statements.around(self, word).into_iter().min_by_key(size)
    }

    /// For whom the source of an attribution speaks.
    pub fn principals(&self, a: &Attribution) -> Vec<ActorId> {
        let coordinated =
            a.source_head.map(|h| self.actors(h as usize, &Voice::default())).unwrap_or_default();
        if !coordinated.is_empty() {
            return coordinated;
        }
        a.speaker.map(|s| self.naming.index.principal(s)).into_iter().collect()
    }

    /// Whose a noun is: its possessor, "by X" or "from X", an actor's adjective, or the subject of the verb that lends
    /// it ("issued a demand").
    pub fn owner(&self, noun: usize, voice: &Voice) -> Vec<ActorId> {
        let view = self.view;
        let of = |c: &usize| self.actors(*c, voice);
        let children = || view.children(noun).iter().map(|&c| c as usize);
        let possessor = children().filter(|&c| view.word(c).deprel == "nmod:poss").map(|c| of(&c));
        let by = children()
            .filter(|&c| {
                view.word(c).relation() == "nmod" && marked(view, c, "case", &["by", "from"]).is_some()
            })
            .map(|c| of(&c));
        let modifier = children()
            .filter(|&c| c < noun && matches!(view.word(c).relation(), "amod" | "compound"))
            .map(|c| of(&c));
        if let Some(found) = possessor.chain(by).chain(modifier).find(|v| !v.is_empty()) {
            return found;
        }
        let Some(verb) = view.head(noun) else { return Vec::new() };
        // "declared about its readiness", as translations write.
        if matches!(view.word(noun).relation(), "obl") && self.lexicon.cues.verb(view.form(verb)).is_some() {
            let found = self.agents(verb, voice);
            if !found.is_empty() && marked(view, noun, "case", &["about", "with", "of", "on"]).is_some() {
                return found;
            }
        }
        if self.has("lends", verb) || self.has("grant_time", verb) {
            return match view.word(noun).deprel {
                "obj" => self.agents(verb, voice),
                "nsubj:pass" => self.agent(verb).map_or(Vec::new(), |o| self.actors(o, voice)),
                _ => Vec::new(),
            };
        }
        let relative = children().find(|&c| matches!(view.word(c).relation(), "acl") && self.has("lends", c));
        relative.map_or(Vec::new(), |v| self.agents(v, voice))
    }

    /// Whether the actor is a newspaper, a broadcaster or an agency of the gazetteer.
    pub fn press(&self, actor: ActorId) -> bool {
        let known = self.lexicon.gazetteer.by_id(self.naming.index.key(actor));
        known.is_some_and(|k| k.kind == ActorKind::Media)
    }

    /// The body last named before word `i`, in its sentence or the two before: whose "the resolution" is.
    pub fn body_before(&self, i: usize) -> Vec<ActorId> {
        let view = self.view;
        let from = view.layout.sentences[view.sentence_index(i).saturating_sub(2)].start as usize;
        let body = |a: &ActorId| {
            let known = self.lexicon.gazetteer.by_id(self.naming.index.key(*a));
            known.is_some_and(|k| k.kind == ActorKind::Igo)
        };
        let named = |k: usize| self.naming.index.of_word(k as u32).iter().copied().find(body);
        (from..i).rev().find_map(named).into_iter().collect()
    }

    /// Without those of `by`.
    pub fn foreign(&self, mut actors: Vec<ActorId>, by: &[ActorId]) -> Vec<ActorId> {
        actors.retain(|x| !by.contains(x));
        actors
    }

    /// Whether word `i` lies in a condition or a question, where nobody binds himself.
    pub fn supposed(&self, i: usize) -> bool {
        let view = self.view;
        let marked_if = |h: usize| view.children_by(h, "mark").any(|m| self.has("mark_supposed", m));
        let mut at = i;
        for _ in 0..6 {
            if marked_if(at) {
                return true;
            }
            match view.head(at) {
                Some(h)
                    if matches!(
                        view.word(at).relation(),
                        "conj" | "xcomp" | "ccomp" | "acl" | "obl" | "nmod" | "obj"
                    ) =>
                {
                    at = h
                }
                _ => break,
            }
        }
        false
    }

    /// Whether `words` begin with what says what follows if an act is not done: "otherwise", "failing which".
    pub fn opens_otherwise(&self, words: WordRange) -> bool {
        let mut phrases = self.lexicon.commissives.connectives().filter(|p| p.0 == Link::Otherwise);
        phrases.any(|(_, p)| {
            let word = |(k, w): (usize, &&str)| self.view.form(k).eq_ignore_ascii_case(w);
            p.len() <= words.len() && words.range().zip(p).all(word)
        })
    }

    /// Whether the words from `words` to its end are punctuation only, or none.
    pub fn empty(&self, words: WordRange) -> bool {
        words.range().all(|i| is_punctuation(self.view, i))
    }
}
