//! Common nouns that mean an actor: organs, sides, countries, groups, kinds of body.

use super::discourse::Seen;
use super::phrase::{extent, head_of, is_subject, noun_at, one_line, preposition, title_at};
use super::read::Reader;
use super::table::Draft;
use crate::ActorId;
use demarche_base::WordRange;
use demarche_lexicon::gazetteer::Sense;
use demarche_lexicon::roles::{AgentNoun, Role, Stands};
use demarche_record::ActorKind;
use demarche_text::ParagraphKind;

/// Most words of a line that heads others, and most lines that it heads.
const MOST_TITLE: usize = 5;
const MOST_LINES: usize = 12;

impl Reader<'_> {
    /// "the North" where the text speaks of North Korea: the state whose name begins so.
    pub(super) fn half(&mut self, head: usize) -> bool {
        let form = self.view.form(head);
        let article = head.checked_sub(1).is_some_and(|i| matches!(self.view.form(i), "the" | "The"));
        if !matches!(form, "North" | "South")
            || !article
            || matches!(self.view.word(head).relation(), "compound" | "amod")
        {
            return false;
        }
        let begins =
            |d: &Draft| d.actor.kind == ActorKind::State && d.actor.name.split(' ').next() == Some(form);
        let Some(actor) = self.table.drafts.iter().position(begins) else { return false };
        self.table.mention(self.view, actor, WordRange::new(head - 1, head + 1), head, false);
        self.remember(head, vec![actor], false, "");
        true
    }

    /// A common noun: a title without a name, or an agent noun.
    pub(super) fn noun(&mut self, head: usize) {
        if self.half(head)
            || self.titled[head]
            || !self.table.at(head).is_empty()
            || self.view.word(head).relation() == "flat"
        {
            return;
        }
        let plural = matches!(self.view.word(head).xpos, "NNS" | "NNPS");
        // "both ministries", "the two governments": the noun is listed in the singular.
        let noun = noun_at(self.view, self.lexicon, head).or_else(|| {
            let noun = self
                .lexicon
                .roles
                .noun(&self.view.lemma(head).to_lowercase())
                .filter(|n| n.stands == Stands::State)?;
            (plural && self.is_definite(head))
                .then_some((AgentNoun { plural: true, ..noun }, WordRange::new(head, head + 1)))
        });
        let title = title_at(self.view, self.lexicon, head);
        if title.is_some_and(|t| t.0.acts && t.0.role != Role::Diplomat)
            || noun.is_some_and(|n| n.0.stands == Stands::State)
        {
            self.seat(head);
        }
        if let Some(words) = title.map(|t| t.1).or(noun.map(|n| n.1)).filter(|_| plural)
            && self.sides(head).is_empty()
            && let Some(those) = self.those_before(head)
        {
            self.write(head, those, true, words);
            return;
        }
        match (title, noun) {
            // The longer of the two readings: "police chief" is a title, "general staff" an organ.
            (Some((title, words)), other)
                if !plural
                    && other.is_none_or(|n| {
                        n.1.len() < words.len()
                            || title.role != Role::Honorific
                                && n.0.stands == Stands::State
                                && n.1.len() == words.len()
                    }) =>
            {
                self.description(head, title, words);
            }
            (Some((title, words)), None) if plural => {
                let owners = self.sides(head);
                if title.acts && !owners.is_empty() {
                    self.write(head, owners, false, words);
                } else if self.is_pair(head) {
                    let two = self.two_of(&self.view.lemma(head).to_lowercase(), head);
                    self.write(head, two, true, words);
                }
            }
            (_, Some((noun, words))) => self.agent(head, noun, words),
            _ => {}
        }
    }

    /// "the ministers", where ministers of several sides were named together before: "the foreign ministers of Peru, Chile and
    /// Brazil".
    fn those_before(&self, head: usize) -> Option<Vec<usize>> {
        let form = self.view.form(head);
        let several = |s: &Seen| {
            s.head < head && s.actors.len() > 1 && self.view.form(s.head).eq_ignore_ascii_case(form)
        };
        // "the two ministers" are two of them.
        let counted = self.view.child(head, "nummod").is_some() || self.is_pair(head);
        let last = self.discourse.last(several).filter(|_| self.is_definite(head) && !counted)?;
        Some(last.actors.clone())
    }

    /// "officials in Islamabad": the capital where they sit says whose they are, though nothing else names the state.
    fn seat(&mut self, head: usize) {
        let owned = !self.sides(head).is_empty();
        let place = self
            .view
            .children_by(head, "nmod")
            .find(|&c| preposition(self.view, c) == Some("in") && self.table.at(c).is_empty());
        let Some(hit) = place.and_then(|c| self.hit_of[c]).filter(|_| !owned) else { return };
        if let Some(index) = self.hits[hit].reading(&[Sense::Capital]).and_then(|r| r.index) {
            self.table.known(&self.lexicon.gazetteer.known[index as usize]);
        }
    }

    /// Whom officialese means by an organ with a capital within its sentences ("the Government"): the first of which the text
    /// gave the full name ("the Government of Peru").
    fn short_for(&self, head: usize, organ: &str) -> Option<Vec<usize>> {
        let view = self.view;
        let first = |w: usize| w == view.sentence(w).start as usize;
        let capital = view.form(head).starts_with(char::is_uppercase) && !first(head);
        let article = head.checked_sub(1).is_some_and(|a| matches!(view.form(a), "the" | "The"));
        if !capital || !article || organ.contains(' ') || view.word(head).xpos.ends_with('S') {
            return None;
        }
        let full = |s: &&Seen| {
            let form = view.form(s.head);
            s.head < head
                && matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::State)
                && form == view.form(head)
                && s.head + 1 < view.len()
                && view.form(s.head + 1) == "of"
        };
        self.discourse.seen.iter().find(full).map(|s| s.actors.clone())
    }

    /// The state whose capital a sentence sets as its scene before it speaks of an organ: "In Oslo, lawmakers ...".
    pub(super) fn scene(&mut self, head: usize) -> Option<usize> {
        let first = self.view.sentence(head).start as usize;
        if let Some(state) = self.heading(head) {
            return Some(state);
        }
        let hit = (first + 1..head.min(first + 3)).find_map(|i| self.hit_of[i])?;
        let name = head_of(self.view, self.hits[hit].words);
        let set = self.view.form(first) == "In" && preposition(self.view, name) == Some("in");
        let index = self.hits[hit].reading(&[Sense::Capital]).and_then(|r| r.index).filter(|_| set)?;
        Some(self.table.known(&self.lexicon.gazetteer.known[index as usize]))
    }

    /// The state whose name or capital opens the paragraph as a label: "Quito: ministry says three killed. Minister blames ...".
    fn heading(&mut self, head: usize) -> Option<usize> {
        let first = self.view.paragraph(head)?.words.start as usize;
        let Some(hit) = self.hit_of[first] else { return self.section(head) };
        let hit = &self.hits[hit];
        let colon = hit.words.end as usize;
        let label = hit.words.start as usize == first && colon < head && self.view.form(colon) == ":";
        if !label {
            return self.section(head);
        }
        let index = hit.reading(&[Sense::State, Sense::Capital]).and_then(|r| r.index)?;
        Some(self.table.known(&self.lexicon.gazetteer.known[index as usize]))
    }

    /// The state whose name alone heads the lines in which `head` stands: "PERU", and below it what Peru's ministers said.
    fn section(&mut self, head: usize) -> Option<usize> {
        let paragraphs = &self.view.layout.paragraphs;
        let at = paragraphs.partition_point(|p| p.words.end as usize <= head);
        let short = |p: &&demarche_text::Paragraph| {
            (1..=MOST_TITLE).contains(&p.words.len())
                && p.words
                    .range()
                    .last()
                    .is_some_and(|w| !matches!(self.view.form(w), "." | "!" | "?" | "”" | "\""))
        };
        let title = paragraphs[..at].iter().rev().take(MOST_LINES).find(short)?;
        let hit = &self.hits[self.hit_of[title.words.start as usize]?];
        let rest = WordRange { start: hit.words.end, end: title.words.end };
        let alone =
            hit.words.start == title.words.start && rest.range().all(|w| self.view.word(w).upos == "PUNCT");
        let index = hit.reading(&[Sense::State]).and_then(|r| r.index).filter(|_| alone)?;
        Some(self.table.known(&self.lexicon.gazetteer.known[index as usize]))
    }

    /// The state that is the subject of the point before in a list: "1. Peru must leave. 2. The army must disarm."
    pub(super) fn listed(&self, head: usize) -> Option<usize> {
        let paragraphs = &self.view.layout.paragraphs;
        let at = paragraphs.partition_point(|p| p.words.end as usize <= head);
        let is_item = |k: usize| paragraphs.get(k).is_some_and(|p| p.kind == ParagraphKind::ListItem);
        let before = at.checked_sub(1).filter(|&k| is_item(at) && is_item(k))?;
        let words = paragraphs[before].words;
        let subject = self.discourse.last(|s| words.contains(s.head) && is_subject(self.view, s.head))?;
        match subject.actors[..] {
            [side] if self.table.kind(side) == ActorKind::State => Some(side),
            _ => None,
        }
    }

    /// The owners of a phrase as sides: persons count as those for whom they act.
    pub(super) fn sides(&self, head: usize) -> Vec<usize> {
        let mut sides = Vec::new();
        for owner in self.owners(head) {
            let side = self.table.principal(owner);
            if !sides.contains(&side) && self.table.kind(side) != ActorKind::Media {
                sides.push(side);
            }
        }
        sides
    }

    /// The two whom "both leaders", "the two sides" mean: persons of that office where two were spoken of, else sides.
    pub(super) fn two_of(&self, noun: &str, head: usize) -> Vec<usize> {
        let is_head = |r: &str| r.split([' ', '-']).any(|w| self.lexicon.roles.is("head", w));
        let persons = match noun {
            "leader" => self.discourse.two_persons(self.view, &self.table, head, is_head),
            "side" | "party" | "country" | "nation" => Vec::new(),
            "man" | "woman" => self.discourse.two_persons(self.view, &self.table, head, |_| true),
            noun => self.discourse.two_persons(self.view, &self.table, head, |r| r.contains(noun)),
        };
        if persons.is_empty() { self.discourse.two_sides(self.view, &self.table, head) } else { persons }
    }

    pub(super) fn write(&mut self, head: usize, actors: Vec<usize>, coreferent: bool, words: WordRange) {
        if actors.is_empty() {
            return;
        }
        let range = extent(self.view, head);
        let range = WordRange::new(range.start.min(words.start) as usize, range.end.max(words.end) as usize);
        for &actor in &actors {
            self.table.mention(self.view, actor, range, head, coreferent);
        }
        let noun = self.view.span(words).of(self.view.text).to_lowercase();
        self.remember(head, actors, false, &noun);
    }

    pub(super) fn agent(&mut self, head: usize, noun: AgentNoun, words: WordRange) {
        let lower = self.view.span(words).of(self.view.text).to_lowercase();
        let definite = self.is_definite(head);
        // "the mission MINUSCA": the name beside the noun says whom it means.
        if matches!(noun.stands, Stands::State | Stands::Body) {
            let named = self.view.children_by(head, "appos").find(|&c| {
                self.view.word(c).upos == "PROPN"
                    && matches!(self.table.at(c), [a] if !matches!(self.table.kind(*a), ActorKind::State | ActorKind::Person))
            });
            if let Some(name) = named.filter(|&c| c == head + 1) {
                let actors = self.table.at(name).to_vec();
                self.write(head, actors, true, words);
                return;
            }
        }
        match noun.stands {
            Stands::State => self.organ(head, words, definite || self.bare_organ(head, &lower)),
            Stands::Vessel => {
                let mut sides = self.sides(head);
                sides.retain(|&a| matches!(self.table.kind(a), ActorKind::State | ActorKind::ArmedGroup));
                self.write(head, sides, false, words);
            }
            Stands::Side => {
                let mut sides = self.sides(head);
                sides.retain(|&a| self.table.kind(a) != ActorKind::Person);
                if !sides.is_empty() {
                    self.write(head, sides, false, words);
                } else if noun.plural && (definite || self.is_pair(head)) {
                    let sides = if self.is_three(head) {
                        self.discourse.three_sides(&self.table)
                    } else {
                        self.two_of(lower.trim_end_matches('s'), head)
                    };
                    self.write(head, sides, true, words);
                }
            }
            Stands::Country => self.country(head, noun, words, &lower),
            Stands::Group | Stands::People => self.group(head, noun, words, &lower),
            Stands::Body | Stands::Company => self.kind_of(head, words, &lower, definite),
            Stands::Media => {
                if let Some(seen) = self.discourse.last(|s| s.noun == lower).filter(|_| definite) {
                    let actors = seen.actors.clone();
                    self.write(head, actors, true, words);
                    return;
                }
                let sides = self.sides(head);
                if let [side] = sides[..]
                    && self.table.kind(side) == ActorKind::State
                {
                    let key = format!("{} {lower}", self.table.drafts[side].actor.name);
                    let name = self.plain_name(head);
                    let actor = self
                        .table
                        .find(&key)
                        .unwrap_or_else(|| self.table.get(&name, &name, ActorKind::Media));
                    self.table.alias(&key, actor);
                    self.write(head, vec![actor], false, words);
                }
            }
        }
    }

    /// The phrase of `head` as a name: without articles and pronouns before it and without the place it is in after it.
    pub(super) fn plain_name(&self, head: usize) -> String {
        let view = self.view;
        let range = extent(view, head);
        let mut start = range.start as usize;
        while start < head && (view.word(start).upos == "DET" || view.word(start).xpos == "PRP$") {
            start += 1;
        }
        let place = view.children_by(head, "nmod").find(|&c| {
            c > head && matches!(preposition(view, c), Some("in" | "at")) && view.word(c).upos == "PROPN"
        });
        let end = place.map_or(range.end as usize, |c| (extent(view, c).start as usize).saturating_sub(1));
        one_line(self.view.span(WordRange::new(start, end.max(head + 1))).of(view.text))
    }

    /// "police", "troops", "officials" as subjects without an article still mean those of the state spoken of.
    pub(super) fn bare_organ(&self, head: usize, noun: &str) -> bool {
        !self.is_indefinite(head)
            && is_subject(self.view, head)
            && noun
                .split(' ')
                .next_back()
                .is_some_and(|last| self.lexicon.roles.is("sides", last) || last == "forces")
    }

    /// An organ or force of a state: its owner, else the same organ before, else the state of the context.
    pub(super) fn organ(&mut self, head: usize, words: WordRange, by_context: bool) {
        let sides = self.sides(head);
        if !sides.is_empty() {
            // "the Russian army's command": the state comes before the bodies.
            let states: Vec<usize> =
                sides.iter().copied().filter(|&a| self.table.kind(a) == ActorKind::State).collect();
            self.write(head, if states.is_empty() { sides[..1].to_vec() } else { states }, false, words);
            return;
        }
        let first_person =
            self.view.children(head).iter().any(|&c| {
                matches!(self.view.form(c as usize).to_lowercase().as_str(), "our" | "my" | "your")
            });
        // "the separatist government", "the de facto authorities": not the state's.
        let unrecognised =
            self.view.children(head).iter().map(|&c| c as usize).any(|c| {
                c < head && self.lexicon.roles.is("unrecognised", &self.view.form(c).to_lowercase())
            });
        if unrecognised {
            let armed = |a: usize| self.table.kind(a) == ActorKind::ArmedGroup;
            let group = self.discourse.last(|s| matches!(s.actors[..], [a] if armed(a)));
            let actors = group.map(|s| s.actors.clone()).unwrap_or_default();
            self.write(head, actors, true, words);
            return;
        }
        // "the islanders' government": of somebody who is no actor here.
        let possessed = self.view.children(head).iter().map(|&c| c as usize).any(|c| {
            self.view.word(c).deprel == "nmod:poss" && matches!(self.view.word(c).upos, "NOUN" | "PROPN")
        });
        if possessed {
            return;
        }
        if !by_context
            && !first_person
            && let Some(side) = self.heading(head)
        {
            self.write(head, vec![side], true, words);
            return;
        }
        if !by_context || first_person || matches!(self.view.word(head).relation(), "compound" | "amod") {
            return;
        }
        if matches!(self.view.word(head).xpos, "NNS" | "NNPS") && self.is_pair(head) {
            let form = self.view.form(head).to_lowercase();
            if self.lexicon.roles.noun(&form).is_some_and(|n| n.plural) && self.counts(head, "two") {
                // "the two armies" are both sides', "the two soldiers" are men.
                return;
            }
            let two = self.discourse.two_sides(self.view, &self.table, head);
            self.write(head, two, true, words);
            return;
        }
        if let Some(side) = self.side_of_speaker(head) {
            self.write(head, vec![side], true, words);
            return;
        }
        if let Some(side) = self.scene(head).or_else(|| self.listed(head)) {
            self.write(head, vec![side], true, words);
            return;
        }
        let lower = self.view.span(words).of(self.view.text).to_lowercase();
        // "the Foreign Office said ... The ministry added": the office of the sentence before.
        let office = |w: &str| self.lexicon.roles.is("office", w);
        let sentence = self.view.sentence_index(head);
        let near = self.discourse.last(|s| {
            s.sentence + 1 >= sentence
                && !s.modifier
                && s.head < head
                && office(&self.view.form(s.head).to_lowercase())
        });
        let near = near.filter(|_| office(&lower)).map(|s| s.actors.clone());
        let denied = self.denies(head);
        let near = near.or_else(|| self.short_for(head, &lower));
        let before = near.or_else(|| {
            let same = |s: &Seen| s.noun == lower || s.noun.ends_with(&format!(" {lower}"));
            let other = |s: &Seen| !denied.is_some_and(|d| s.actors.contains(&d));
            self.discourse.last(|s| same(s) && other(s)).map(|s| s.actors.clone())
        });
        let actors = before.or_else(|| {
            let own = extent(self.view, head);
            // "The spokesman of the government" is looked up as he would be.
            let title = |t: usize| self.lexicon.roles.title(self.view.lemma(t)).is_some();
            let above = self.view.head(head).filter(|_| preposition(self.view, head) == Some("of"));
            let spoken_for = above.is_some_and(|t| title(t) && is_subject(self.view, t));
            let side = self.discourse.side_at(self.view, &self.table, head, own, spoken_for);
            side.filter(|&s| Some(s) != denied).map(|s| vec![s])
        });
        self.write(head, actors.unwrap_or_default(), true, words);
    }

    /// Whose word the subject at `head` denies: "the army denied claims from *Lima*" is not Lima's army.
    fn denies(&mut self, head: usize) -> Option<usize> {
        let view = self.view;
        let verb = view.head(head).filter(|_| is_subject(view, head))?;
        if !matches!(view.lemma(verb), "deny" | "reject" | "dismiss" | "refute" | "dispute") {
            return None;
        }
        let claim = view.child(verb, "obj")?;
        let from = view.children_by(claim, "nmod").find(|&c| {
            preposition(view, c).is_some_and(|p| matches!(p, "from" | "by"))
                || view.word(c).deprel == "nmod:poss"
        })?;
        let hit = self.hit_of[from]?;
        let index = self.hits[hit].reading(&[Sense::Capital, Sense::State]).and_then(|r| r.index)?;
        Some(self.table.known(&self.lexicon.gazetteer.known[index as usize]))
    }

    pub(super) fn country(&mut self, head: usize, noun: AgentNoun, words: WordRange, lower: &str) {
        let possessor = self
            .view
            .children(head)
            .iter()
            .map(|&c| c as usize)
            .find(|&c| self.view.word(c).deprel == "nmod:poss");
        let relational = self.lexicon.roles.is("relational", lower);
        if let Some(possessor) = possessor {
            // "whose country", "his nation": the side of the person.
            if matches!(lower, "country" | "nation") && self.view.word(possessor).upos == "PRON" {
                let mut sides: Vec<usize> =
                    self.table.at(possessor).iter().map(|&a| self.table.principal(a)).collect();
                sides.retain(|&a| self.table.kind(a) == ActorKind::State);
                self.write(head, sides, true, words);
                return;
            }
            // "its ally": another state, spoken of in this sentence or the last ones.
            if relational && self.view.word(possessor).upos == "PRON" {
                let own: Vec<usize> =
                    self.table.at(possessor).iter().map(|&a| self.table.principal(a)).collect();
                let sentence = self.view.sentence_index(head);
                let fits = |a: usize| self.table.kind(a) == ActorKind::State && !own.contains(&a);
                let here =
                    self.discourse.last(|s| s.sentence == sentence && matches!(s.actors[..], [a] if fits(a)));
                let most = || {
                    (0..self.table.drafts.len()).filter(|&a| fits(a)).max_by_key(|&a| {
                        (self.discourse.counts.get(a).copied().unwrap_or(0), std::cmp::Reverse(a))
                    })
                };
                let other = here.and_then(|s| s.actors.first().copied()).or_else(most);
                if let Some(other) = other.filter(|_| !own.is_empty()) {
                    self.write(head, vec![other], true, words);
                }
            }
            return;
        }
        // "The Island" within a sentence is the name of something.
        if self.view.form(head).starts_with(char::is_uppercase) && self.view.word(head).upos == "PROPN" {
            return;
        }
        let adjectives: Vec<usize> =
            self.view.children_by(head, "amod").flat_map(|c| self.table.at(c).to_vec()).collect();
        if !adjectives.is_empty() && !relational {
            self.write(head, adjectives, false, words);
            return;
        }
        if noun.plural {
            // "the islands" of a text on the Falkland Islands
            let form = format!(" {}", self.view.form(head).to_lowercase());
            let is_named = |a: usize| {
                let name = self.table.drafts[a].actor.name.to_lowercase();
                self.table.kind(a) == ActorKind::State && name.ends_with(&form)
            };
            let named = self.discourse.last(|s| matches!(s.actors[..], [a] if is_named(a)));
            if let Some(seen) = named.filter(|_| self.is_definite(head)) {
                let actors = seen.actors.clone();
                self.write(head, actors, true, words);
                return;
            }
            if self.is_pair(head) {
                let two = self.discourse.two_sides(self.view, &self.table, head);
                self.write(head, two, true, words);
            } else if self.is_three(head) && self.is_definite(head) {
                let three = self.discourse.three_sides(&self.table);
                self.write(head, three, true, words);
            }
            return;
        }
        let pointed = self
            .view
            .children_by(head, "det")
            .any(|c| matches!(self.view.form(c).to_lowercase().as_str(), "the" | "this" | "that"));
        let bounded =
            self.view.children(head).iter().any(|&c| {
                matches!(self.view.word(c as usize).relation(), "acl" | "nmod") && c as usize > head
            });
        // "the President of *that country*": the state last spoken of.
        let det = |form: &str| {
            self.view.children_by(head, "det").any(|c| self.view.form(c).eq_ignore_ascii_case(form))
        };
        let that = det("that") || det("this") && self.discourse.quote_of[head].is_none();
        if that && !bounded {
            let last = self
                .discourse
                .last(|s| matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::State));
            let state = last.map(|s| s.actors.clone()).unwrap_or_default();
            self.write(head, state, true, words);
            return;
        }
        // "Hope Island", named before, is what "the island" means, not a state.
        let isle = |w: usize| {
            self.view.form(w) == "Island"
                && !self.table.at(w).iter().any(|&a| self.table.kind(a) == ActorKind::State)
        };
        if lower == "island" && (0..head).any(isle) {
            return;
        }
        if matches!(lower, "country" | "nation" | "republic" | "kingdom" | "island") && pointed && !bounded {
            let sentence = self.view.sentence_index(head);
            let speaker = self.discourse.last(|s| {
                s.sentence == sentence
                    && is_subject(self.view, s.head)
                    && matches!(s.actors[..], [a] if self.table.kind(a) == ActorKind::Person)
            });
            let side = speaker
                .and_then(|s| s.actors.first())
                .map(|&a| self.table.principal(a))
                .filter(|&a| self.table.kind(a) == ActorKind::State);
            let state = side.or_else(|| self.discourse.main_state(self.view, &self.table, head));
            self.write(head, state.into_iter().collect(), true, words);
        }
    }

    /// "rebels", "protesters": the group that a modifier names, the same noun before, or a group of its own.
    pub(super) fn group(&mut self, head: usize, noun: AgentNoun, words: WordRange, lower: &str) {
        let ethnic = self.view.children_by(head, "amod").any(|c| {
            let before = |w: usize| w > 0 && self.view.form(w - 1).eq_ignore_ascii_case("ethnic");
            before(c) || self.view.form(c).eq_ignore_ascii_case("ethnic")
        });
        let mut sides = self.sides(head);
        sides.retain(|_| !ethnic);
        // "the genocidal militias": what the speaker calls so is no group spoken of before.
        let described = self.view.children_by(head, "amod").any(|c| {
            let form = self.view.form(c).to_lowercase();
            self.view.word(c).upos == "ADJ"
                && self.table.at(c).is_empty()
                && !self.lexicon.roles.is("armed_kind", &form)
                && !matches!(form.as_str(), "same" | "main" | "other" | "ethnic")
        });
        let groups: Vec<usize> = sides
            .iter()
            .copied()
            .filter(|&a| !matches!(self.table.kind(a), ActorKind::State | ActorKind::Igo))
            .collect();
        if !groups.is_empty() {
            self.write(head, groups, false, words);
            return;
        }
        let singular =
            matches!(self.view.word(head).xpos, "NN" | "NNP") && self.lexicon.roles.is("lone", lower);
        if singular {
            return;
        }
        if sides.is_empty()
            && !self.is_indefinite(head)
            && let Some(seen) = self.discourse.last(|s| s.noun == lower)
        {
            let actors = seen.actors.clone();
            self.write(head, actors, true, words);
            return;
        }
        // A headline's "Peruvian rebels" are the group that the text goes on to name.
        if noun.stands == Stands::Group
            && !ethnic
            && self.in_headline(head)
            && let Some(group) = self.main_group()
        {
            self.write(head, vec![group], true, words);
            return;
        }
        if noun.stands == Stands::Group && self.is_definite(head) && sides.is_empty() && !described {
            // A group with a name before "2,000 fighters".
            let armed = |a: usize| self.table.kind(a) == ActorKind::ArmedGroup;
            let named =
                |a: usize| armed(a) && self.table.drafts[a].actor.name.starts_with(char::is_uppercase);
            let group = self
                .discourse
                .last(|s| matches!(s.actors[..], [a] if named(a)))
                .or_else(|| self.discourse.last(|s| matches!(s.actors[..], [a] if armed(a))));
            if let Some(seen) = group {
                let actors = seen.actors.clone();
                self.write(head, actors, true, words);
                return;
            }
        }
        // "Guerrillas killed four men": those of the one group that the text has spoken of.
        let bare = noun.plural
            && noun.stands == Stands::Group
            && is_subject(self.view, head)
            && self.view.children(head).iter().all(|&c| c as usize > head);
        if bare && sides.is_empty() {
            let spoken = |a: usize| self.discourse.counts.get(a).is_some_and(|&n| n > 0);
            let named = |a: usize| self.table.drafts[a].actor.name.starts_with(char::is_uppercase);
            if let Some(group) = self.main_group().filter(|&a| spoken(a) && named(a)) {
                self.write(head, vec![group], true, words);
                return;
            }
        }
        let vague = self.lexicon.roles.is("vague", lower);
        if sides.is_empty() && vague
            || matches!(self.view.word(head).relation(), "compound" | "nmod") && sides.is_empty() && !ethnic
        {
            return;
        }
        let kind = if noun.stands == Stands::Group { ActorKind::ArmedGroup } else { ActorKind::People };
        let key = match sides[..] {
            [side, ..] => format!("{} {lower}", self.table.drafts[side].actor.name),
            [] => lower.to_owned(),
        };
        let adjective = self.view.children_by(head, "amod").any(|c| !self.table.at(c).is_empty()) || ethnic;
        let name = if adjective { self.plain_name(head) } else { key.clone() };
        let actor = self.table.find(&key).unwrap_or_else(|| self.table.get(&name, &name, kind));
        self.table.alias(&key, actor);
        self.table.drafts[actor].plural = true;
        if let [side, ..] = sides[..] {
            self.table.drafts[actor].actor.affiliation = Some(ActorId(side as u32));
        }
        self.write(head, vec![actor], false, words);
    }

    /// Whether a word stands in a headline.
    pub(super) fn in_headline(&self, word: usize) -> bool {
        self.view.paragraph(word).is_some_and(|p| p.kind == ParagraphKind::Headline)
    }

    /// The armed group that the text names more than any other.
    fn main_group(&self) -> Option<usize> {
        let groups = (0..self.table.drafts.len()).filter(|&a| self.table.kind(a) == ActorKind::ArmedGroup);
        let mut named: Vec<(usize, usize)> =
            groups.map(|a| (self.table.drafts[a].actor.mentions.len(), a)).filter(|g| g.0 > 0).collect();
        named.sort_unstable_by_key(|g| (std::cmp::Reverse(g.0), g.1));
        match named[..] {
            [(_, group)] => Some(group),
            [(most, group), (next, _), ..] if most >= 2 * next => Some(group),
            _ => None,
        }
    }

    /// "the alliance", "the agency", "the court": the last body whose name holds the word, else the last body at all.
    pub(super) fn kind_of(&mut self, head: usize, words: WordRange, lower: &str, definite: bool) {
        let sides = self.sides(head);
        let bodies: Vec<usize> = sides
            .iter()
            .copied()
            .filter(|&a| !matches!(self.table.kind(a), ActorKind::State | ActorKind::Person))
            .collect();
        if !bodies.is_empty() {
            self.write(head, bodies, false, words);
            return;
        }
        // "the commission of the treaty", "the treaty's commission" is one of its own.
        let bounded = self.view.children(head).iter().map(|&c| c as usize).any(|c| {
            let word = self.view.word(c);
            matches!(word.relation(), "acl" | "nmod") && c > head
                || word.deprel == "nmod:poss" && word.upos != "PRON"
        });
        // "heads of state of bloc", as telegrams have it: the body that the word means where the text named one.
        let bare = matches!(lower, "bloc" | "alliance")
            && self.view.child(head, "det").is_none()
            && preposition(self.view, head) == Some("of");
        if !(definite || bare) || !sides.is_empty() || bounded {
            return;
        }
        let is_body = |a: usize| {
            !matches!(
                self.table.kind(a),
                ActorKind::State | ActorKind::Person | ActorKind::People | ActorKind::Place
            )
        };
        let holds = |a: usize| {
            let actor = &self.table.drafts[a].actor;
            self.lexicon.roles.is(lower, &actor.key)
                || actor.name.to_lowercase().split(' ').any(|w| w == lower)
        };
        let exact = self.discourse.last(|s| matches!(s.actors[..], [a] if is_body(a) && holds(a)));
        let sentence = self.view.sentence_index(head);
        let is_armed = |a: usize| self.table.kind(a) == ActorKind::ArmedGroup;
        let armed =
            self.discourse.last(|s| s.sentence + 4 >= sentence && matches!(s.actors[..], [a] if is_armed(a)));
        // "the group" is rather armed men than a union of states.
        let armed = armed.filter(|_| matches!(lower, "group" | "movement" | "faction") && exact.is_none());
        // "The EU envoy said the alliance and the EU ...": a body of that kind that the text names later.
        let named = (0..self.table.drafts.len())
            .find(|&a| is_body(a) && self.lexicon.roles.is(lower, &self.table.drafts[a].actor.key));
        // Armed men may be "the group", not "the court".
        let banded = self.lexicon.roles.is("banded", lower);
        let fits = |a: usize| {
            let kind = self.table.kind(a);
            is_body(a) && kind != ActorKind::Media && (banded || kind != ActorKind::ArmedGroup)
        };
        let any = || {
            let sentence = self.view.sentence_index(head);
            self.discourse.last(|s| s.sentence + 3 >= sentence && matches!(s.actors[..], [a] if fits(a)))
        };
        if exact.is_none()
            && armed.is_none()
            && let Some(named) = named
        {
            self.write(head, vec![named], true, words);
            return;
        }
        let actors = exact
            .or(armed)
            .or_else(|| if bare || matches!(lower, "party" | "body" | "fund") { None } else { any() })
            .map(|s| s.actors.clone());
        self.write(head, actors.unwrap_or_default(), true, words);
    }
}
