//! Reads news about international crises into a cited record: the pipeline on one screen.
//!
//! [`read`] is the whole program as a function: it takes the [`Models`] and a [`Source`] and returns the record.
//! The same source gives the same record, whatever else is read beside it. It never fails on bad text and never
//! panics: what is wrong stands in the record's notices.
//!
//! The steps, each a crate or a module of its own:
//!
//! 1. [`demarche_text::layout`]: words, sentences, paragraphs, quotations;
//! 2. `demarche_encoder`: one vector a word, read once over each stretch of text;
//! 3. `demarche_syntax`: tags, lemmas, trees;
//! 4. `demarche_extract`: heads, entities, actors, dates, attributions, events, meetings, commitments;
//! 5. [`assemble`]: bytes and indices become scalars and ids.

mod assemble;
mod models;
mod pairs;
mod source;

pub use assemble::assemble;
pub use models::{ModelError, Models};
pub use source::{Pair, Source};

use demarche_base::{ByteSpan, Notice, NoticeKind};
use demarche_encoder::Vectors;
use demarche_extract::{Extraction, View};
use demarche_record::{PairAnswer, PublishedBy, Record};
use demarche_syntax::Syntax;
use demarche_text::Layout;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most bytes of a text that are read; what lies past them is said in a notice.
pub const MOST_BYTES: usize = 2 << 20;

/// Everything that reading a text gives, before it becomes the record.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Words, sentences, paragraphs, quotations.
    pub layout: Layout,
    /// Tags, lemmas, trees, parallel to the layout's words.
    pub syntax: Syntax,
    /// What the text says.
    pub extraction: Extraction,
    /// The answers to the source's pairs, in their order; `None` where it has none.
    pub pairs: Option<Vec<PairAnswer>>,
    /// Whether the text as a whole is English.
    pub english: bool,
    /// What went wrong in the reading itself.
    pub notices: Vec<Notice>,
}

/// Reads `source` into its record.
pub fn read(models: &Models, source: &Source) -> Record {
    assemble(source, &analyse(models, source))
}

/// Reads `source` and keeps what the record leaves out: words, tags, trees.
///
/// A fault of the program while it reads one text costs that text its items, never the batch: it becomes a
/// notice of kind [`NoticeKind::Failure`].
pub fn analyse(models: &Models, source: &Source) -> Reading {
    // Stages are pure: they leave nothing half done behind.
    catch_unwind(AssertUnwindSafe(|| stages(models, source))).unwrap_or_else(|_| Reading {
        notices: vec![Notice::document(
            NoticeKind::Failure,
            "Reading this text broke off by a fault of the program.",
        )],
        ..Reading::default()
    })
}

fn stages(models: &Models, source: &Source) -> Reading {
    let (text, notices) = within_limit(&source.text);
    let layout = demarche_text::layout(text);
    Reading { notices, ..analyse_words(models, source, layout) }
}

/// Reads `source`, whose words and sentences are taken as `layout` has them.
pub fn analyse_words(models: &Models, source: &Source, layout: Layout) -> Reading {
    let vectors = demarche_syntax::encode(&models.encoder, &source.text, &layout);
    let mut syntax = demarche_syntax::parse(&models.syntax, &source.text, &layout, &vectors);
    demarche_extract::mend(&source.text, &layout, &models.lexicon, &mut syntax);
    let heads = demarche_extract::heads::read(&models.heads, &layout, &vectors);
    let view = View::new(&source.text, &layout, &syntax, &heads);
    let extraction = extract(models, source, &view, &vectors);
    let answers =
        |pairs: &Vec<Pair>| pairs.iter().map(|p| pairs::answer(models, &view, &vectors, p)).collect();
    let pairs = source.pairs.as_ref().map(answers);
    let english = !layout.notices.iter().any(|n| n.kind == NoticeKind::NotEnglish && n.spans.is_empty());
    Reading { layout, syntax, extraction, pairs, english, notices: Vec::new() }
}

/// What the text says, each extractor on what those before it found.
fn extract(models: &Models, source: &Source, view: &View, vectors: &Vectors) -> Extraction {
    use demarche_extract as extract;
    let lexicon = &models.lexicon;
    let mut notices = Vec::new();
    let date_by = |who| source.published.filter(|p| p.1 == who).map(|p| p.0);
    let (given, metadata) = (date_by(PublishedBy::Given), date_by(PublishedBy::Metadata));

    let mut entities = extract::entities::entities(view, lexicon);
    let offices = extract::dates::office_intervals(view, &lexicon.gazetteer);
    let published = extract::dates::published(view, &lexicon.timex, given, metadata, &offices, &mut notices);
    let mut actors = extract::actors::actors(view, lexicon, &mut entities, published.date);
    let index = extract::actors::ActorIndex::new(&actors);
    let dates = extract::dates::dates(view, &lexicon.timex, &published, &mut notices);
    let attributions = extract::attribution::attributions(view, lexicon, &index, &dates);
    extract::actors::speakers(view, &mut actors, &attributions);
    let index = extract::actors::ActorIndex::new(&actors);
    let scorer = |source, target| pairs::score(models, view, vectors, source, target);
    let mut events = extract::events::events(view, lexicon, &index, &dates, &attributions, &scorer);
    let meetings = extract::meetings::meetings(view, lexicon, &index, &dates, &attributions);
    extract::events::consultations(view, lexicon, &dates, &attributions, &meetings, &mut events);
    let mut commitments = extract::commitments::commitments(view, lexicon, &index, &attributions, &events);
    extract::events::undertakings(
        view,
        lexicon,
        (&actors, &index),
        &attributions,
        &mut commitments,
        &mut events,
    );
    Extraction { entities, actors, dates, published, attributions, events, meetings, commitments, notices }
}

/// The part of a text that is read, and the notice about the rest.
fn within_limit(text: &str) -> (&str, Vec<Notice>) {
    if text.len() <= MOST_BYTES {
        return (text, Vec::new());
    }
    let mut end = MOST_BYTES;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let message =
        format!("The text is longer than {} MiB; what lies past that was not read.", MOST_BYTES >> 20);
    let notice = Notice::at(NoticeKind::TooLong, ByteSpan::new(end, text.len()), message);
    (&text[..end], vec![notice])
}
