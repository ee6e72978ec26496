//! Bodies by names that the lexicon does not know, and whom the modifiers of a noun name.

use super::phrase::{head_of, name_in, noun_at, preposition, title_at};
use super::read::Reader;
use crate::entities::Hit;
use demarche_base::WordRange;
use demarche_lexicon::gazetteer::Sense;
use demarche_lexicon::roles::{Role, Stands};
use demarche_record::{ActorKind, EntityType};

impl Reader<'_> {
    /// A body by a name that the lexicon does not know.
    pub(super) fn body(&mut self, at: usize) {
        let entity = &self.entities[at];
        let words = entity.words;
        let head = head_of(self.view, words);
        let last = words.end as usize - 1;
        if self.is_field(words) || self.side_and_field(words) || self.portfolio(words) {
            return;
        }
        // "West African leaders", "rebel forces": an adjective or common noun is no name.
        let capital = self.view.span(words).of(self.view.text).contains(char::is_uppercase);
        if !capital
            || self.view.word(head).relation() == "amod" && self.view.form(last).contains(char::is_lowercase)
        {
            return;
        }
        // "the Agency" of a text on one body
        if let [word] = words.range().collect::<Vec<_>>()[..]
            && self.view.children_by(word, "det").any(|d| self.view.form(d).eq_ignore_ascii_case("the"))
        {
            let lower = self.view.form(word).to_lowercase();
            let common = self.lexicon.roles.noun(&lower).is_some_and(|n| n.stands == Stands::Body);
            if common {
                self.kind_of(word, words, &lower, true);
                if !self.table.at(word).is_empty() {
                    return;
                }
            }
        }
        let organ = noun_at(self.view, self.lexicon, last)
            .or_else(|| noun_at(self.view, self.lexicon, words.start as usize))
            // "the Peruvian Ministry of Defence"
            .or_else(|| {
                noun_at(self.view, self.lexicon, head)
                    .filter(|_| head < last && self.view.form(head + 1) == "of")
            });
        // "Peru's Council of State": what a state has under its own name is an organ of it.
        let first = words.start as usize;
        let owned = (first..words.end as usize)
            .find(|&i| matches!(self.view.form(i), "'s" | "’s"))
            .is_some_and(|i| {
                i > first
                    && self.hit_of[i - 1].is_some_and(|h| self.hits[h].words.start as usize == first)
                    && self.table.at(i - 1).iter().any(|&a| self.table.kind(a) == ActorKind::State)
            });
        // "the rebel National Liberation Army" is no state's.
        let insurgent = self.kind_beside(words) == Some(ActorKind::ArmedGroup)
            || words
                .range()
                .any(|i| self.lexicon.roles.is("insurgent_name", &self.view.form(i).to_lowercase()));
        if owned || organ.is_some_and(|o| o.0.stands == Stands::State) && !insurgent {
            self.organ(head, organ.map(|o| o.1).unwrap_or(words), true);
            return;
        }
        // "the Union of the South American Nations (UNASUR)": the lexicon knows the abbreviation.
        let spelt = self.defined.iter().find(|d| d.known && d.name == words);
        if let Some(&actor) = spelt.and_then(|d| self.table.at(d.short).first()) {
            self.table.mention(self.view, actor, self.with_article(words), head, false);
            self.remember(head, vec![actor], false, "");
            return;
        }
        // "the Permanent Council of the OAS", "the LTTE Political Wing": a part of a body acts for it.
        if let Some(whole) = self.part_of(words).or_else(|| self.organ_of(words)) {
            self.table.mention(self.view, whole, self.with_article(words), head, false);
            self.remember(head, vec![whole], false, "");
            return;
        }
        let name = self.body_name(words);
        // "the Relief Front (RF)": an abbreviation in brackets after the name.
        let bracket = self.before_bracket(words);
        let actor = bracket
            .and_then(|b| self.table.at(b).first().copied())
            .filter(|_| words.len() == 1)
            .or_else(|| {
                // A shorter form of a longer name: "the Crescent Foundation" to "Crescent".
                let short = words.len() == 1 && name.len() > 3;
                self.table.find(&name).or_else(|| self.bodies_by_word.get(&name).copied().filter(|_| short))
            });
        let actor = actor.unwrap_or_else(|| {
            let (words, name) = self.spelt_out(words).unwrap_or((words, name.clone()));
            let kind = match self.kind_of_body(words) {
                ActorKind::Ngo => self.kind_beside(words).unwrap_or(ActorKind::Ngo),
                kind => kind,
            };
            self.table.get(&name, &name, kind)
        });
        self.table.alias(&name, actor);
        for word in name.split(' ') {
            self.bodies_by_word.entry(word.to_owned()).or_insert(actor);
        }
        let words = self.with_article(words);
        self.table.mention(self.view, actor, words, head, false);
        self.remember(head, vec![actor], false, "");
    }

    /// The body of the lexicon of which `words` name a part: all else in them says what kind of part it is.
    fn part_of(&mut self, words: WordRange) -> Option<usize> {
        let inside = |h: &&Hit| words.start <= h.words.start && h.words.end <= words.end && h.words != words;
        let hit = self.hits.iter().filter(inside).find(|h| {
            let known = h.reading(&[Sense::Body]).and_then(|r| r.index);
            known.is_some_and(|i| {
                let kind = self.lexicon.gazetteer.known[i as usize].kind;
                matches!(kind, ActorKind::Igo | ActorKind::ArmedGroup)
            })
        })?;
        let (index, own) = (hit.reading(&[Sense::Body])?.index?, hit.words);
        let part = |i: usize| self.is_part(i);
        let joins =
            |i: usize| matches!(self.view.form(i), "of" | "the" | "The" | "'s" | "’s" | "for" | "and");
        let rest: Vec<usize> = words.range().filter(|&i| !own.contains(i) && !joins(i)).collect();
        // "the AU Peace and Security Council": named after what it is a council of.
        let own_first = own.start == words.start && rest.last().is_some_and(|&i| self.is_organ(i));
        let ends = |h: usize| self.hits[h].words.end == words.end;
        let within = |&i: &usize| part(i) || self.hit_of[i].is_none_or(ends);
        let all = !rest.is_empty() && (rest.iter().all(|&i| part(i)) || own_first && rest.iter().all(within));
        all.then(|| self.table.known(&self.lexicon.gazetteer.known[index as usize]))
    }

    /// The body of which "the Council of Ministers" is one, where it stands behind it: "*of the Economic Union*".
    fn organ_of(&mut self, words: WordRange) -> Option<usize> {
        let part = |i: usize| self.view.form(i) == "of" || self.is_part(i);
        let end = self.view.sentence(words.start as usize).end as usize;
        let mut at = words.end as usize;
        let all = words.range().all(part) && words.range().any(|i| self.is_organ(i));
        if !all || at >= end || self.view.form(at) != "of" {
            return None;
        }
        at += 1 + usize::from(at + 1 < end && self.view.form(at + 1).eq_ignore_ascii_case("the"));
        let hit = self.hits.iter().find(|h| h.words.start as usize == at);
        if let Some(index) = hit.and_then(|h| h.reading(&[Sense::Body])?.index) {
            let known = &self.lexicon.gazetteer.known[index as usize];
            return (known.kind == ActorKind::Igo).then(|| self.table.known(known));
        }
        // One that the lexicon does not know.
        let of_body = |e: &&crate::Entity| e.words.start as usize == at && e.kind == EntityType::Organization;
        let whole = self.entities.iter().find(of_body)?.words;
        let name = self.body_name(whole);
        let kind = self.kind_of_body(whole);
        (whole.len() > 1 && hit.is_none())
            .then(|| self.table.find(&name).unwrap_or_else(|| self.table.get(&name, &name, kind)))
    }

    /// Whether the word says what kind of part of a body it is.
    fn is_part(&self, word: usize) -> bool {
        let lower = self.view.form(word).to_lowercase();
        ["part", "part_of_body"].iter().any(|c| self.lexicon.roles.is(c, &lower))
    }

    /// Whether the word is for a body within a larger one: "Council", "Assembly".
    fn is_organ(&self, word: usize) -> bool {
        self.lexicon.roles.is("organ_head", &self.view.form(word).to_lowercase())
    }

    /// Whether a name is the field of a commissioner of the union: "European *Transport* Commissioner Ana Ruiz".
    fn portfolio(&self, words: WordRange) -> bool {
        let (first, end) = (words.start as usize, words.end as usize);
        let union = first > 0 && matches!(self.view.form(first - 1), "European" | "EU");
        union && end < self.view.len() && self.view.lemma(end).eq_ignore_ascii_case("commissioner")
    }

    /// Whether a name is a side and the field of an office that stands behind it: "*Peru Fisheries* Minister Ana Ruiz".
    pub(super) fn side_and_field(&self, words: WordRange) -> bool {
        let (first, end) = (words.start as usize, words.end as usize);
        let side = self.hit_of[first].is_some_and(|h| {
            let hit = &self.hits[h];
            hit.words.start == words.start
                && hit.words.end < words.end
                && hit.reading(&[Sense::State, Sense::Body, Sense::Adjective]).is_some()
        });
        let office = |i: usize| title_at(self.view, self.lexicon, i).map(|t| t.0.role);
        side && end < self.view.sentence(first).end as usize
            && matches!(
                office(end),
                Some(Role::Minister | Role::Cabinet | Role::Diplomat | Role::Official | Role::Igo)
            )
    }

    /// The head of the name before the opening bracket that stands right before `words`.
    pub(super) fn before_bracket(&self, words: WordRange) -> Option<usize> {
        let open = (words.start as usize).checked_sub(1).filter(|&i| self.view.form(i) == "(")?;
        let last = open.checked_sub(1)?;
        let mut at = last;
        for _ in 0..8 {
            if !self.table.at(at).is_empty() {
                return Some(at);
            }
            at = self.view.head(at).filter(|&h| h + 12 > last && h <= last)?;
        }
        None
    }

    /// The full name of a body that `words` abbreviates: "RF" for "Relief Front", anywhere in the text.
    fn spelt_out(&self, words: WordRange) -> Option<(WordRange, String)> {
        let short = self.view.span(words).of(self.view.text);
        let fits = words.len() == 1
            && (2..=7).contains(&short.len())
            && short.chars().all(|c| c.is_ascii_uppercase());
        let initials = |w: WordRange| -> String {
            w.range().filter_map(|i| self.view.form(i).chars().next()).filter(|c| c.is_uppercase()).collect()
        };
        let full = self.entities.iter().find(|e| {
            fits && e.kind == EntityType::Organization && e.words.len() > 1 && initials(e.words) == short
        })?;
        Some((full.words, self.body_name(full.words)))
    }

    /// The name of a body as it was meant, without the article.
    fn body_name(&self, words: WordRange) -> String {
        let name = name_in(self.view, words);
        name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(&name).to_owned()
    }

    /// What the common noun beside a name says of its kind: "the broadcaster RB", "the rebel Relief Front", "RF, an armed
    /// group".
    fn kind_beside(&self, words: WordRange) -> Option<ActorKind> {
        let view = self.view;
        let head = head_of(view, words);
        let first = words.start as usize;
        let sentence = view.sentence(first).start as usize;
        let before = (sentence..first)
            .rev()
            .take(3)
            .take_while(|&i| matches!(view.word(i).upos, "NOUN" | "ADJ" | "PROPN"));
        let set_off = view.children_by(head, "appos").flat_map(|a| {
            let own = view.subtree(a).start as usize;
            (own..=a).collect::<Vec<_>>()
        });
        before.chain(set_off).filter(|i| !words.contains(*i)).find_map(|i| {
            let lower = view.form(i).to_lowercase();
            if self.lexicon.roles.is("armed_kind", &lower) {
                return Some(ActorKind::ArmedGroup);
            }
            match noun_at(view, self.lexicon, i)?.0.stands {
                Stands::Media => Some(ActorKind::Media),
                Stands::Company => Some(ActorKind::Company),
                Stands::Group => Some(ActorKind::ArmedGroup),
                _ if lower == "party" => Some(ActorKind::Party),
                _ => None,
            }
        })
    }

    pub(super) fn kind_of_body(&self, words: WordRange) -> ActorKind {
        let lower = self.view.span(words).of(self.view.text).to_lowercase();
        let has = |class: &str| lower.split([' ', '-']).any(|w| self.lexicon.roles.is(class, w));
        let kinds = [
            ("party", ActorKind::Party),
            ("armed", ActorKind::ArmedGroup),
            ("company", ActorKind::Company),
            ("media", ActorKind::Media),
            ("igo", ActorKind::Igo),
        ];
        kinds.into_iter().find(|k| has(k.0)).map_or(ActorKind::Ngo, |k| k.1)
    }

    /// The actors that the modifiers of a noun name: "Peruvian", "China's", "of Oman", "Hamas", "State Department".
    pub(super) fn owners(&self, head: usize) -> Vec<usize> {
        let mut found = Vec::new();
        self.owners_below(head, 0, &mut found);
        found
    }

    pub(super) fn owners_below(&self, head: usize, depth: u8, found: &mut Vec<usize>) {
        let view = self.view;
        let mut children: Vec<usize> = view.children(head).iter().map(|&c| c as usize).collect();
        // A named possessor or adjective says more than what follows "of" or "for", and a pronoun least of all.
        children
            .sort_by_key(|&c| (view.word(c).upos == "PRON", view.word(c).deprel != "nmod:poss", c > head));
        let owned =
            children.iter().any(|&c| view.word(c).deprel == "nmod:poss" && !self.table.at(c).is_empty());
        // "the ambassador in Oslo" is not of the land he is sent to.
        let sent = title_at(view, self.lexicon, head).is_some_and(|t| t.0.role == Role::Diplomat);
        // "the two ministers in Oslo" were spoken of before.
        let pair = (self.counts(head, "two") || self.counts(head, "both"))
            && title_at(view, self.lexicon, head).is_some_and(|t| t.0.acts);
        let heads = matches!(
            view.lemma(head),
            "head" | "chief" | "director" | "commander" | "spokesman" | "spokeswoman"
        );
        for c in children {
            let word = view.word(c);
            let fits = match word.relation() {
                "amod" | "compound" => word.upos != "VERB",
                "nmod" if word.deprel == "nmod:poss" || word.deprel == "nmod:desc" => true,
                "nmod" => matches!(preposition(view, c), Some("of" | "for" | "from" | "in" | "at")),
                "flat" => depth == 0 && c < head,
                "conj" => depth > 0,
                _ => false,
            };
            if !fits {
                continue;
            }
            let located = preposition(view, c) == Some("in") || preposition(view, c) == Some("at");
            // "the envoys of Peru in Oslo": where they are does not say whose they are, once that is said.
            let posted = sent && preposition(view, c) == Some("from") && owned;
            // "their UN ambassador" is whose he is said to be, not of the body he is sent to.
            let possessed = view.children(head).iter().any(|&p| view.word(p as usize).deprel == "nmod:poss");
            let posted = posted || sent && possessed && word.relation() == "compound";
            if posted || located && (owned || sent || pair || !found.is_empty()) {
                continue;
            }
            let mut own = self.table.at(c).to_vec();
            if own.is_empty() && located && depth == 0 {
                own.extend(self.state_of_place(c));
            }
            for actor in own {
                if !found.contains(&actor) {
                    found.push(actor);
                }
            }
            // "spokesman for [China's ministry]", but not "praise for [their courage]".
            let carries = word.relation() != "nmod"
                || word.upos == "PROPN"
                || word.deprel == "nmod:poss"
                || noun_at(view, self.lexicon, c)
                    .is_some_and(|n| matches!(n.0.stands, Stands::State | Stands::Body))
                // "the head of U.N. peacekeeping"
                || depth == 0 && heads && view.children_by(c, "compound").any(|m| view.word(m).upos == "PROPN");
            if depth < 3 && !located && carries {
                self.owners_below(c, depth + 1, found);
            }
        }
    }

    /// The state whose capital or own name stands at `word`, read as a place ("officials in Lima").
    pub(super) fn state_of_place(&self, word: usize) -> Option<usize> {
        let reading = self.hits[self.hit_of[word]?].reading(&[Sense::State, Sense::Capital])?;
        self.table.find(self.lexicon.gazetteer.known[reading.index? as usize].id)
    }

    pub(super) fn is_definite(&self, head: usize) -> bool {
        self.view.children(head).iter().any(|&c| {
            let word = self.view.word(c as usize);
            matches!(
                self.view.form(c as usize).to_lowercase().as_str(),
                "the" | "both" | "this" | "that" | "these" | "those"
            ) && word.upos == "DET"
                || word.deprel == "nmod:poss"
        })
    }

    pub(super) fn is_indefinite(&self, head: usize) -> bool {
        self.view.children_by(head, "det").any(|c| {
            matches!(
                self.view.form(c).to_lowercase().as_str(),
                "a" | "an" | "some" | "any" | "no" | "another" | "every" | "each"
            )
        })
    }

    /// Whether "three" counts the phrase: "the three countries".
    pub(super) fn is_three(&self, head: usize) -> bool {
        self.counts(head, "three")
    }

    /// Whether `word` counts the phrase.
    pub(super) fn counts(&self, head: usize, word: &str) -> bool {
        self.view.children(head).iter().any(|&c| self.view.form(c as usize).eq_ignore_ascii_case(word))
    }

    /// Whether "both" or "two" counts the phrase.
    pub(super) fn is_pair(&self, head: usize) -> bool {
        ["both", "two", "warring", "rival", "neither", "either"].iter().any(|word| self.counts(head, word))
    }
}
