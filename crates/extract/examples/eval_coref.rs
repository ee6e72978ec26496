//! Coreference of persons, states and organizations against GUM's, by the measures of CoNLL-2012:
//! `cargo run --release -p demarche-extract --example eval_coref -- gum_dev.conllu [--errors]`.
//!
//! Reads GUM's CoNLL-U (its `Entity=` column is the key; words, trees and `NerGum=` names are taken as the file gives
//! them). A mention is its head word. The key holds clusters of two mentions or more of GUM's types `person` and
//! `organization`, and those of `place` that name a state or its capital; the response holds the actors of two mentions
//! or more. Documents are those of the genres bio, interview, news and speech.

use demarche_base::WordRange;
use demarche_extract::heads::Labelled;
use demarche_extract::testing::{Document, conllu};
use demarche_extract::{View, actors, entities};
use demarche_lexicon::Lexicon;
use demarche_lexicon::gazetteer::Sense;
use demarche_record::ActorKind;
use std::collections::BTreeMap;

type Clusters = Vec<Vec<usize>>;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(path) = args.first() else {
        eprintln!("usage: eval_coref gum_dev.conllu [--errors]");
        std::process::exit(2);
    };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            println!("skipped: {path}: {error}");
            return;
        }
    };
    let show = args.iter().any(|a| a == "--errors");
    let lexicon = Lexicon::load();
    let mut by_genre: BTreeMap<&str, Sums> = BTreeMap::new();
    for part in text.split("# newdoc id = ").skip(1) {
        let id = part.lines().next().unwrap_or("");
        let Some(genre) =
            ["bio", "interview", "news", "speech"].into_iter().find(|g| id.starts_with(&format!("GUM_{g}_")))
        else {
            continue;
        };
        let mut doc = conllu(part);
        doc.heads.names_gum = names(&doc);
        let view = doc.view();
        let (key, response) = (key(&view, &doc, &lexicon), response(&view, &lexicon));
        if show {
            print_errors(id, &view, &key, &response);
        }
        for group in [genre, "all"] {
            by_genre.entry(group).or_default().add(&key, &response);
        }
    }
    for (genre, sums) in &by_genre {
        println!("{genre:10} {}", sums.show());
    }
}

fn names(doc: &Document) -> Vec<Labelled> {
    let mut found: Vec<Labelled> = Vec::new();
    for (i, misc) in doc.misc.iter().enumerate() {
        let Some(tag) = misc.split('|').find_map(|m| m.strip_prefix("NerGum=")) else { continue };
        let label = match tag.get(2..) {
            Some("PER") => "PER",
            Some("ORG") => "ORG",
            Some("LOC") => "LOC",
            _ => "MISC",
        };
        match found.last_mut() {
            Some(last) if tag.starts_with("I-") && last.words.end as usize == i => last.words.end += 1,
            _ => found.push(Labelled { words: WordRange::new(i, i + 1), label, score: 1.0 }),
        }
    }
    found
}

fn head_of(view: &View, words: WordRange) -> usize {
    let out = |i: usize| view.head(i).is_none_or(|h| !words.contains(h));
    words.range().find(|&i| view.word(i).upos != "PUNCT" && out(i)).unwrap_or(words.start as usize)
}

/// GUM's clusters, as head words.
fn key(view: &View, doc: &Document, lexicon: &Lexicon) -> Clusters {
    let mut open: Vec<(String, String, usize)> = Vec::new();
    let mut clusters: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for (i, misc) in doc.misc.iter().enumerate() {
        let Some(entity) = misc.split('|').find_map(|m| m.strip_prefix("Entity=")) else { continue };
        let mut close = |group: &str, open: &mut Vec<(String, String, usize)>| {
            if let Some(at) = open.iter().rposition(|o| o.0 == group) {
                let (group, kind, start) = open.remove(at);
                let head = head_of(view, WordRange::new(start, i + 1));
                let cluster = clusters.entry(group).or_insert((kind, Vec::new()));
                if !cluster.1.contains(&head) {
                    cluster.1.push(head);
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
    let state = |heads: &[usize]| {
        heads.iter().any(|&h| {
            let readings = lexicon.gazetteer.readings(view.form(h));
            readings.iter().any(|r| matches!(r.sense, Sense::State | Sense::Capital))
        })
    };
    let wanted = |kind: &str, heads: &[usize]| match kind {
        "person" | "organization" => true,
        "place" => state(heads),
        _ => false,
    };
    clusters
        .into_values()
        .filter(|(kind, heads)| heads.len() > 1 && wanted(kind, heads))
        .map(|c| c.1)
        .collect()
}

/// The actors of two mentions or more, as head words; what only stands for a state ("Omani troops") is left out, as
/// GUM counts it as another entity.
fn response(view: &View, lexicon: &Lexicon) -> Clusters {
    let mut names = entities::entities(view, lexicon);
    let found = actors::actors(view, lexicon, &mut names, None);
    let mut means: BTreeMap<u32, usize> = BTreeMap::new();
    for a in &found {
        for m in &a.mentions {
            *means.entry(m.head).or_default() += 1;
        }
    }
    let mut clusters = Vec::new();
    for a in &found {
        let mut heads: Vec<usize> = Vec::new();
        for m in &a.mentions {
            let word = view.word(m.head as usize);
            let stands = a.kind == ActorKind::State && !m.coreferent && matches!(word.upos, "NOUN" | "ADJ");
            // A title and the name beside it are one mention.
            let inner = a.mentions.iter().any(|o| {
                o.head != m.head
                    && o.words.start <= m.words.start
                    && m.words.end <= o.words.end
                    && o.words.len() > m.words.len()
            });
            if means[&m.head] == 1 && !stands && (m.coreferent || !inner) {
                heads.push(m.head as usize);
            }
        }
        if heads.len() > 1 {
            clusters.push(heads);
        }
    }
    clusters
}

fn print_errors(id: &str, view: &View, key: &Clusters, response: &Clusters) {
    println!("== {id}");
    let of = |clusters: &Clusters, h: usize| clusters.iter().position(|c| c.contains(&h));
    let shown = |h: usize| format!("{}@{}", view.form(h), view.sentence_index(h));
    for (side, a, b) in [("key", key, response), ("response", response, key)] {
        for cluster in a {
            let line: Vec<String> = cluster
                .iter()
                .map(|&h| format!("{}[{}]", shown(h), of(b, h).map_or("-".into(), |i| i.to_string())))
                .collect();
            println!("{side}: {}", line.join(" "));
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
