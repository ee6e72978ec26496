//! Coreference of persons, states and organizations by name, role and pronoun against GUM's, by the measures of
//! CoNLL-2012: `cargo run --release -p demarche-extract --example eval_coref -- WEIGHTS VOCAB gum_dev.conllu [--errors]`.
//!
//! The program reads the bare text of the documents of the genres bio, interview, news and speech; GUM's `Entity=` column
//! is the key. Two keys are scored:
//!
//! * *named*: entities of GUM's types `person` and `organization`, and those of `place` that name a state or its capital, by
//!   their mentions that are names (head `PROPN`), pronouns (personal, possessive, reflexive) or roles (a singular noun
//!   that the lexicon lists as a title, a country, a body, a company or a medium); an entity counts if two such mentions
//!   are left and one is a name or a role. Left out on both sides are what a record gives to a state and GUM to entities
//!   of their own (organs and peoples: "the government", "Congress", "Americans"), groups of persons ("Ana and Ben",
//!   "the Ruizes"), of which a record names each, and "I", "we" and "you" outside
//!   quotation marks, whose speaker GUM knows from beside the text.
//! * *all*: the same types of entities with every mention, common nouns and appositions included.
//!
//! The response holds the actors of the record (but groups of people and places) with two mentions or more, filtered in
//! the same way for *named*. A mention of the response is one of the key if its head lies in the name or is the head of it.

use demarche_base::WordRange;
use demarche_encoder::{Model, Weights};
use demarche_extract::actors::ActorIndex;
use demarche_extract::heads::{self, HeadModel};
use demarche_extract::testing::{Document, conllu};
use demarche_extract::{Actor, View, actors, attribution, dates, entities};
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::{Reading, Sense};
use demarche_lexicon::roles::{Role, Stands};
use demarche_record::ActorKind;
use demarche_syntax::SyntaxModel;
use std::collections::BTreeMap;

/// Clusters of mentions, each by the first byte of its head.
type Clusters = Vec<Vec<usize>>;

/// What a mention is by its head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Name,
    Role,
    Pronoun,
    Other,
}

/// A mention of the key: the first bytes of its head and of all words of its name.
struct Mention {
    head: usize,
    name: Vec<usize>,
    sort: Sort,
}

struct Reader {
    encoder: Model,
    syntax: SyntaxModel,
    heads: HeadModel,
    lexicon: Lexicon,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [weights, vocabulary, path, ..] = args.as_slice() else {
        eprintln!("usage: eval_coref WEIGHTS VOCAB gum_dev.conllu [--errors]");
        std::process::exit(2);
    };
    let bytes = std::fs::read(weights).expect("weights");
    let vocabulary = std::fs::read_to_string(vocabulary).expect("a vocabulary");
    let weights = Weights::parse(&bytes, &vocabulary).expect("sound weights");
    let reader = Reader {
        encoder: Model::load(&weights).expect("an encoder"),
        syntax: SyntaxModel::load(&weights).expect("a parser"),
        heads: HeadModel::load(&weights).expect("heads"),
        lexicon: Lexicon::load(),
    };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            println!("skipped: {path}: {error}");
            return;
        }
    };
    let show = args.iter().any(|a| a == "--errors");
    let mut sums: BTreeMap<(&str, &str), Sums> = BTreeMap::new();
    for part in text.split("# newdoc id = ").skip(1) {
        let id = part.lines().next().unwrap_or("");
        let genres = ["bio", "interview", "news", "speech"];
        let Some(genre) = genres.into_iter().find(|g| id.starts_with(&format!("GUM_{g}_"))) else { continue };
        let doc = conllu(&part[id.len()..]);
        let gold = entities_of(&doc, &reader.lexicon);
        for named in [true, false] {
            let key = key(&gold, named);
            let response = reader.response(&doc.text, &gold, named);
            if show && named {
                print_errors(id, &doc.text, &key, &response);
            }
            for group in [genre, "total"] {
                let which = if named { "named" } else { "all" };
                sums.entry((which, group)).or_default().add(&key, &response);
            }
        }
    }
    for ((which, genre), sums) in &sums {
        println!("{which:6} {genre:10} {}", sums.show());
    }
}

fn head_of(view: &View, words: WordRange) -> usize {
    let out = |i: usize| view.head(i).is_none_or(|h| !words.contains(h));
    words.range().find(|&i| view.word(i).upos != "PUNCT" && out(i)).unwrap_or(words.start as usize)
}

/// What the mention of `words` with head word `i` is.
fn sort(view: &View, lexicon: &Lexicon, words: WordRange, i: usize) -> Sort {
    let word = view.word(i);
    let form = view.form(i).to_lowercase();
    match word.upos {
        "PROPN" => {
            let name = |from: usize| view.span(WordRange::new(from, words.end as usize)).of(view.text);
            let first = words.start as usize;
            let whole = [name(first), name((first + 1).min(i)), view.form(i)];
            let of_a_state = |r: &Reading| {
                matches!(r.sense, Sense::Organ | Sense::SharedOrgan | Sense::People | Sense::Adjective)
            };
            let organ = whole.into_iter().any(|n| lexicon.gazetteer.readings(n).iter().any(of_a_state));
            let organ = organ || lexicon.roles.noun(&form).is_some_and(|n| n.stands == Stands::State);
            // "the Sams", "Republicans": a group of persons; "United Nations" and "Philippines" are bodies and states.
            let known = whole.into_iter().any(|n| !lexicon.gazetteer.readings(n).is_empty());
            let group = word.xpos == "NNPS" && !known && view.child(i, "compound").is_none();
            if organ || group { Sort::Other } else { Sort::Name }
        }
        "PRON" | "DET" => match form.as_str() {
            "who" | "whom" | "whose" | "which" | "that" | "this" | "these" | "those" | "one" => Sort::Other,
            "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves" | "you"
            | "your" | "yours" | "yourself" | "yourselves"
                if !quoted(view, i) =>
            {
                Sort::Other
            }
            _ if matches!(word.xpos, "PRP" | "PRP$") => Sort::Pronoun,
            _ => Sort::Other,
        },
        "NOUN" if word.xpos == "NN" => {
            let lemma = word.lemma.to_lowercase();
            let title = lexicon.roles.title(&lemma).is_some_and(|t| t.role != Role::Honorific);
            let stands = lexicon.roles.noun(&form).is_some_and(|n| {
                matches!(n.stands, Stands::Country | Stands::Body | Stands::Company | Stands::Media)
            });
            if title || stands { Sort::Role } else { Sort::Other }
        }
        _ => Sort::Other,
    }
}

fn quoted(view: &View, i: usize) -> bool {
    view.layout.quotes.iter().any(|q| q.words.contains(i))
}

/// GUM's entities of the types wanted, each with all its mentions.
fn entities_of(doc: &Document, lexicon: &Lexicon) -> Vec<Vec<Mention>> {
    let view = &doc.view();
    let byte = |i: usize| view.layout.words[i].span.start as usize;
    let mut open: Vec<(String, String, usize)> = Vec::new();
    let mut found: BTreeMap<String, (String, Vec<(usize, WordRange)>)> = BTreeMap::new();
    for (i, misc) in doc.misc.iter().enumerate() {
        let Some(entity) = misc.split('|').find_map(|m| m.strip_prefix("Entity=")) else { continue };
        let mut close = |group: &str, open: &mut Vec<(String, String, usize)>| {
            if let Some(at) = open.iter().rposition(|o| o.0 == group) {
                let (group, kind, start) = open.remove(at);
                let words = WordRange::new(start, i + 1);
                let mention = (head_of(view, words), words);
                let entity = found.entry(group).or_insert((kind, Vec::new()));
                if entity.1.iter().all(|m| m.0 != mention.0) {
                    entity.1.push(mention);
                }
            }
        };
        let mut rest = entity;
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix('(') {
                let end = inner.find(['(', ')']).unwrap_or(inner.len());
                let mut cells = inner[..end].split('-');
                let group = cells.next().unwrap_or("").to_owned();
                open.push((group.clone(), cells.next().unwrap_or("").to_owned(), i));
                rest = &inner[end..];
                if let Some(after) = rest.strip_prefix(')') {
                    close(&group, &mut open);
                    rest = after;
                }
            } else {
                let end = rest.find(')').map_or(rest.len(), |e| e + 1);
                close(rest[..end].trim_end_matches(')'), &mut open);
                rest = &rest[end..];
            }
        }
    }
    let state = |h: usize| {
        let readings = lexicon.gazetteer.readings(view.form(h));
        readings.iter().any(|r| matches!(r.sense, Sense::State | Sense::Capital))
    };
    let wanted = |kind: &str, mentions: &[(usize, WordRange)]| match kind {
        "person" | "organization" => true,
        "place" => mentions.iter().any(|m| state(m.0)),
        _ => false,
    };
    let mention = |(head, words): (usize, WordRange)| {
        let in_name = |i: usize| {
            view.word(i).upos == "PROPN"
                && (view.head(i) == Some(head)
                    && matches!(view.word(i).relation(), "flat" | "compound" | "nmod" | "appos")
                    && view.child(i, "case").is_none()
                    || view.head(head) == Some(i) && view.word(head).relation() == "flat")
        };
        let name = words.range().filter(|&i| i == head || in_name(i)).map(byte).collect();
        // "Ana Ruiz and Ben Diaz" is a group of its own, whose head is also that of its first member.
        let group = view.children_by(head, "conj").any(|c| words.contains(c));
        let sort = if group { Sort::Other } else { sort(view, lexicon, words, head) };
        Mention { head: byte(head), name, sort }
    };
    found
        .into_values()
        .filter(|(kind, mentions)| wanted(kind, mentions))
        .map(|(_, mentions)| mentions.into_iter().map(mention).collect())
        .collect()
}

fn key(entities: &[Vec<Mention>], named: bool) -> Clusters {
    let counts = |e: &&Vec<Mention>| !named || e.iter().any(|m| matches!(m.sort, Sort::Name | Sort::Role));
    let heads = |e: &Vec<Mention>| {
        e.iter().filter(|m| !named || m.sort != Sort::Other).map(|m| m.head).collect::<Vec<_>>()
    };
    entities.iter().filter(counts).map(heads).filter(|c| c.len() > 1).collect()
}

impl Reader {
    /// The actors of two mentions or more, by the heads of the key's mentions where they are the same.
    fn response(&self, text: &str, gold: &[Vec<Mention>], named: bool) -> Clusters {
        let layout = demarche_text::layout(text);
        let vectors = demarche_syntax::encode(&self.encoder, text, &layout);
        let mut syntax = demarche_syntax::parse(&self.syntax, text, &layout, &vectors);
        demarche_extract::mend(text, &layout, &self.lexicon, &mut syntax);
        let heads = heads::read(&self.heads, &layout, &vectors);
        let view = View::new(text, &layout, &syntax, &heads);
        let lexicon = &self.lexicon;
        let mut names = entities::entities(&view, lexicon);
        let offices = dates::office_intervals(&view, &lexicon.gazetteer);
        let day = dates::published(&view, &lexicon.timex, None, None, &offices, &mut Vec::new());
        let mut found = actors::actors(&view, lexicon, &mut names, day.date);
        let dates = dates::dates(&view, &lexicon.timex, &day, &mut Vec::new());
        let said = attribution::attributions(&view, lexicon, &ActorIndex::new(&found), &dates);
        actors::speakers(&view, &mut found, &said);
        let mut means: BTreeMap<u32, usize> = BTreeMap::new();
        for m in found.iter().flat_map(|a| &a.mentions) {
            *means.entry(m.head).or_default() += 1;
        }
        let mut in_key: BTreeMap<usize, usize> = BTreeMap::new();
        for m in gold.iter().flatten() {
            for &byte in &m.name {
                let at = in_key.entry(byte).or_insert(m.head);
                if byte == m.head {
                    *at = byte;
                }
            }
        }
        let mut clusters = Vec::new();
        for a in found.iter().filter(|a| !matches!(a.kind, ActorKind::People | ActorKind::Place)) {
            let mut mentions: Vec<usize> = Vec::new();
            for m in a.mentions.iter().filter(|m| means[&m.head] == 1 && own(&view, a, m)) {
                let head = m.head as usize;
                if named && sort(&view, lexicon, m.words, head) == Sort::Other {
                    continue;
                }
                let byte = view.layout.words[head].span.start as usize;
                let byte = in_key.get(&byte).copied().unwrap_or(byte);
                if !mentions.contains(&byte) {
                    mentions.push(byte);
                }
            }
            if mentions.len() > 1 {
                clusters.push(mentions);
            }
        }
        clusters
    }
}

/// Whether GUM would count the mention as one of this actor: not what only stands for a state ("Omani troops"), nor a
/// relative pronoun, nor a title within the mention of its bearer.
fn own(view: &View, actor: &Actor, m: &demarche_extract::Mention) -> bool {
    let word = view.word(m.head as usize);
    let stands =
        actor.kind == ActorKind::State && (word.upos == "ADJ" || word.upos == "NOUN" && !m.coreferent);
    let relative = matches!(word.xpos, "WP" | "WDT" | "WP$");
    let inner = word.relation() != "appos"
        && actor.mentions.iter().any(|o| {
            o.head != m.head
                && o.words.start <= m.words.start
                && m.words.end <= o.words.end
                && o.words.len() > m.words.len()
        });
    !stands && !relative && (m.coreferent || !inner)
}

fn print_errors(id: &str, text: &str, key: &Clusters, response: &Clusters) {
    println!("== {id}");
    println!("TEXT {}", text.replace('\n', "|"));
    let of = |clusters: &Clusters, h: usize| clusters.iter().position(|c| c.contains(&h));
    let shown = |h: usize| text[h..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_owned();
    for (side, a, b) in [("key", key, response), ("response", response, key)] {
        for (i, cluster) in a.iter().enumerate() {
            let line: Vec<String> = cluster
                .iter()
                .map(|&h| format!("{}@{h}[{}]", shown(h), of(b, h).map_or("-".into(), |i| i.to_string())))
                .collect();
            println!("{side} {i}: {}", line.join(" "));
        }
    }
}

#[derive(Default)]
struct Sums {
    /// Numerator and denominator of recall and precision of MUC, B-cubed, CEAF-e.
    recall: [(f64, f64); 3],
    precision: [(f64, f64); 3],
}

impl Sums {
    fn add(&mut self, key: &Clusters, response: &Clusters) {
        for (sums, a, b) in [(&mut self.recall, key, response), (&mut self.precision, response, key)] {
            let measured = [muc(a, b), b_cubed(a, b), (ceaf(a, b), a.len() as f64)];
            for (sum, (n, d)) in sums.iter_mut().zip(measured) {
                sum.0 += n;
                sum.1 += d;
            }
        }
    }

    fn show(&self) -> String {
        let mut line = String::new();
        let mut total = 0.0;
        for (i, name) in ["MUC", "B3", "CEAFe"].iter().enumerate() {
            let ratio = |(n, d): (f64, f64)| if d > 0.0 { n / d } else { 0.0 };
            let (r, p) = (ratio(self.recall[i]), ratio(self.precision[i]));
            let f = if r + p > 0.0 { 2.0 * r * p / (r + p) } else { 0.0 };
            total += f;
            line += &format!("{name} R {r:.3} P {p:.3} F {f:.3}  ");
        }
        line + &format!("CoNLL {:.3}", total / 3.0)
    }
}

fn muc(a: &Clusters, b: &Clusters) -> (f64, f64) {
    let (mut n, mut d) = (0.0, 0.0);
    for cluster in a {
        let mut parts: Vec<usize> = Vec::new();
        let mut missing = 0;
        for h in cluster {
            match b.iter().position(|c| c.contains(h)) {
                Some(at) if !parts.contains(&at) => parts.push(at),
                Some(_) => {}
                None => missing += 1,
            }
        }
        n += (cluster.len() - parts.len() - missing) as f64;
        d += (cluster.len() - 1) as f64;
    }
    (n, d)
}

fn b_cubed(a: &Clusters, b: &Clusters) -> (f64, f64) {
    let (mut n, mut d) = (0.0, 0.0);
    for cluster in a {
        for h in cluster {
            if let Some(other) = b.iter().find(|c| c.contains(h)) {
                n += common(cluster, other) / cluster.len() as f64;
            }
            d += 1.0;
        }
    }
    (n, d)
}

fn common(a: &[usize], b: &[usize]) -> f64 {
    a.iter().filter(|h| b.contains(h)).count() as f64
}

/// The best one-to-one alignment by the similarity 2|a∩b| / (|a| + |b|): assignment by augmenting over potentials.
fn ceaf(a: &Clusters, b: &Clusters) -> f64 {
    let n = a.len().max(b.len());
    let likeness = |i: usize, j: usize| match (a.get(i), b.get(j)) {
        (Some(x), Some(y)) => 2.0 * common(x, y) / (x.len() + y.len()) as f64,
        _ => 0.0,
    };
    let (mut u, mut v) = (vec![0.0; n + 1], vec![0.0; n + 1]);
    let mut match_of = vec![0; n + 1];
    for i in 1..=n {
        match_of[0] = i;
        let mut j0 = 0;
        let mut least = vec![f64::INFINITY; n + 1];
        let mut way = vec![0; n + 1];
        let mut used = vec![false; n + 1];
        loop {
            used[j0] = true;
            let i0 = match_of[j0];
            let (mut delta, mut j1) = (f64::INFINITY, 0);
            for j in 1..=n {
                if !used[j] {
                    let cost = -likeness(i0 - 1, j - 1) - u[i0] - v[j];
                    if cost < least[j] {
                        least[j] = cost;
                        way[j] = j0;
                    }
                    if least[j] < delta {
                        delta = least[j];
                        j1 = j;
                    }
                }
            }
            for j in 0..=n {
                if used[j] {
                    u[match_of[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            j0 = j1;
            if match_of[j0] == 0 {
                break;
            }
        }
        while j0 != 0 {
            let j1 = way[j0];
            match_of[j0] = match_of[j1];
            j0 = j1;
        }
    }
    (1..=n).map(|j| likeness(match_of[j] - 1, j - 1)).sum()
}
