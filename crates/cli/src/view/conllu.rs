//! The syntax as CoNLL-U, with names in MISC; and CoNLL-U input whose words are taken as given.

use demarche::{Reading, Source};
use demarche_base::{ByteSpan, WordRange};
use demarche_text::{Layout, Paragraph, ParagraphKind, Word};
use std::fmt::Write;

/// The words, tags and trees of `reading`, with its names as `NER=B-PER` in MISC.
pub fn conllu(source: &Source, reading: &Reading) -> String {
    let (text, layout) = (&source.text, &reading.layout);
    let id = source.id.as_deref().unwrap_or("text");
    let names = names(reading);
    let mut out = String::new();
    let _ = writeln!(out, "# newdoc id = {}", one_field(id));
    let starts: Vec<u32> = layout.paragraphs.iter().map(|p| p.sentences.0).collect();
    for (i, sentence) in layout.sentences.iter().enumerate() {
        if i > 0 && starts.binary_search(&(i as u32)).is_ok() {
            out.push_str("# newpar\n");
        }
        let _ = writeln!(out, "# sent_id = {}-{}", one_field(id), i + 1);
        let words = &layout.words[sentence.range()];
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let _ = writeln!(out, "# text = {}", one_field(first.span.cover(last.span).of(text)));
        }
        for (n, word) in sentence.range().enumerate() {
            let misc = misc((!layout.words[word].space_after).then_some("SpaceAfter=No"), &names[word]);
            let form = layout.words[word].span.of(text);
            let columns = columns(reading, *sentence, word);
            let _ = writeln!(out, "{}\t{}\t{}\t{misc}", n + 1, one_field(form), columns.join("\t"));
        }
        out.push('\n');
    }
    out
}

/// LEMMA to DEPS of a word; underscores where the text was not parsed.
fn columns(reading: &Reading, sentence: WordRange, word: usize) -> [String; 7] {
    let none = || "_".to_owned();
    match reading.syntax.words.get(word) {
        Some(w) => [
            one_field(&w.lemma),
            w.upos.to_owned(),
            w.xpos.to_owned(),
            none(),
            w.head.map_or(0, |h| h.saturating_sub(sentence.start) + 1).to_string(),
            w.deprel.to_owned(),
            none(),
        ],
        None => std::array::from_fn(|_| none()),
    }
}

/// For each word, `NER=B-PER` or the like; empty outside names.
fn names(reading: &Reading) -> Vec<String> {
    let mut out = vec![String::new(); reading.layout.words.len()];
    for entity in &reading.extraction.entities {
        for (i, word) in out.iter_mut().skip(entity.words.start as usize).take(entity.words.len()).enumerate()
        {
            let part = if i == 0 { "B" } else { "I" };
            *word = format!("NER={part}-{}", entity.kind.name());
        }
    }
    out
}

fn misc(given: Option<&str>, name: &str) -> String {
    let parts: Vec<&str> = given.into_iter().chain((!name.is_empty()).then_some(name)).collect();
    if parts.is_empty() { "_".to_owned() } else { parts.join("|") }
}

/// A field holds no tab and no line break, and is never empty.
fn one_field(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { "_".to_owned() } else { words }
}

/// One document of a CoNLL-U file.
#[derive(Debug, Default)]
pub struct Given {
    /// Its text, put together from its words.
    pub source: Source,
    /// Its words, sentences and paragraphs, as the file has them.
    pub layout: Layout,
    /// Its lines, each with the word that it is about.
    lines: Vec<(String, Option<usize>)>,
}

/// Reads a CoNLL-U file: one [`Given`] a `# newdoc` (or one in all).
pub fn given(file: &str) -> Result<Vec<Given>, String> {
    let mut documents: Vec<Given> = Vec::new();
    let mut at = Given::default();
    // Words of a multiword token stand without space between them; it ends with word `.0`, followed by space or not.
    let mut joined: Option<(usize, bool)> = None;
    for (number, line) in file.lines().enumerate() {
        if line.starts_with("# newdoc") && !at.layout.words.is_empty() {
            close(&mut at);
            documents.push(std::mem::take(&mut at));
        }
        if line.starts_with("# newpar") {
            close_paragraph(&mut at);
        }
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            at.source.id = Some(id.trim().to_owned());
        }
        let mut word = None;
        if line.trim().is_empty() {
            close_sentence(&mut at);
        } else if !line.starts_with('#') {
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, form, _, _, _, _, _, _, _, misc] = fields[..] else {
                return Err(format!("line {}: not a CoNLL-U line of ten fields", number + 1));
            };
            let space = !misc.split('|').any(|m| m == "SpaceAfter=No");
            if let Some((_, last)) = id.split_once('-') {
                joined = last.parse().ok().map(|last| (last, space));
            } else if let Ok(n) = id.parse::<usize>() {
                let space = match joined {
                    Some((last, after)) if n == last => {
                        joined = None;
                        after
                    }
                    Some(_) => false,
                    None => space,
                };
                word = Some(at.layout.words.len());
                push_word(&mut at, form, space);
            }
        }
        at.lines.push((line.to_owned(), word));
    }
    close(&mut at);
    if !at.lines.is_empty() {
        documents.push(at);
    }
    Ok(documents)
}

fn push_word(at: &mut Given, form: &str, space_after: bool) {
    let text = &mut at.source.text;
    let start = text.len();
    text.push_str(form);
    at.layout.words.push(Word { span: ByteSpan::new(start, text.len()), space_after });
    if space_after {
        text.push(' ');
    }
}

fn close_sentence(at: &mut Given) {
    let start = at.layout.sentences.last().map_or(0, |s| s.end as usize);
    let end = at.layout.words.len();
    if end > start {
        at.layout.sentences.push(WordRange::new(start, end));
        let text = &mut at.source.text;
        if !text.ends_with(' ') {
            text.push(' ');
        }
    }
}

fn close_paragraph(at: &mut Given) {
    close_sentence(at);
    let last = at.layout.paragraphs.last();
    let (word, sentence) = last.map_or((0, 0), |p| (p.words.end as usize, p.sentences.1));
    let words = WordRange::new(word, at.layout.words.len());
    if words.is_empty() {
        return;
    }
    let all = &at.layout.words;
    at.layout.paragraphs.push(Paragraph {
        span: all[word].span.cover(all[all.len() - 1].span),
        words,
        sentences: (sentence, at.layout.sentences.len() as u32),
        kind: ParagraphKind::Body,
        dateline: None,
        label: None,
    });
    at.source.text.push_str("\n\n");
}

fn close(at: &mut Given) {
    close_paragraph(at);
}

/// The lines of `given` with lemma, tags and tree replaced by what was read, and names added to MISC.
pub fn filled(given: &Given, reading: &Reading) -> String {
    let names = names(reading);
    let mut sentences = reading.layout.sentences.iter();
    let mut sentence = WordRange::default();
    let mut out = String::new();
    for (line, word) in &given.lines {
        if let Some(word) = *word {
            while !sentence.contains(word) {
                let Some(&next) = sentences.next() else { break };
                sentence = next;
            }
            let fields: Vec<&str> = line.split('\t').collect();
            let was = fields.last().copied().filter(|m| *m != "_");
            let _ = writeln!(
                out,
                "{}\t{}\t{}\t{}",
                fields[0],
                fields[1],
                columns(reading, sentence, word).join("\t"),
                misc(was, &names[word])
            );
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# newdoc id = one\n# sent_id = one-1\n# text = They don't meet.\n\
        1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n\
        3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n4\tmeet\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n\
        # newpar\n# sent_id = one-2\n1\tWhy\t_\t_\t_\t_\t_\t_\t_\t_\n\n# newdoc id = two\n1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

    #[test]
    fn words_sentences_and_paragraphs_are_taken_as_given() {
        let documents = given(FILE).unwrap();
        assert_eq!(documents.len(), 2);
        let one = &documents[0];
        assert_eq!(one.source.text.trim_end(), "They don't meet. \n\nWhy");
        assert_eq!(one.layout.sentences, [WordRange::new(0, 5), WordRange::new(5, 6)]);
        assert_eq!(one.layout.paragraphs.len(), 2);
        assert_eq!(documents[1].source.id.as_deref(), Some("two"));
    }

    #[test]
    fn every_line_comes_back_in_its_place() {
        let documents = given(FILE).unwrap();
        let reading = |d: &Given| Reading { layout: d.layout.clone(), ..Reading::default() };
        let back: String = documents.iter().map(|d| filled(d, &reading(d))).collect();
        let ids = |file: &str| -> Vec<String> {
            file.lines().map(|l| l.split('\t').take(2).collect::<Vec<_>>().join(" ")).collect()
        };
        assert_eq!(ids(&back), ids(FILE));
    }

    #[test]
    fn a_line_that_is_no_conllu_is_said_with_its_number() {
        assert!(given("1\tThey\t_\n").unwrap_err().starts_with("line 1:"));
    }
}
