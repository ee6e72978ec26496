//! The heads that look at every word.

use super::bio::{Run, Tags};
use super::model::{HeadModel, Pointer};
use super::{Heads, Labelled, Roles};
use demarche_base::WordRange;
use demarche_encoder::math::{dot, softmax};
use demarche_encoder::nn::product;
use demarche_encoder::{Activation, Vectors};
use demarche_text::Layout;

/// What the heads say of the words of `layout`, from their vectors.
pub fn read(model: &HeadModel, layout: &Layout, vectors: &Vectors) -> Heads {
    let mut heads = Heads { ran: true, ..Heads::default() };
    heads.roles.content_cue = vec![None; layout.words.len()];
    heads.roles.content_cue_score = vec![0.0; layout.words.len()];
    let stride = model.tags.outputs();
    let (mut scores, mut named, mut starts, mut runs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    for &window in &vectors.windows {
        scores.resize(window.len() * stride, 0.0);
        let first = window.start as usize;
        model.tags.apply(vectors.isa, &vectors.rows, first, window.len(), Activation::None, &mut scores);
        starts.clear();
        while at < layout.sentences.len() && layout.sentences[at].start < window.end {
            starts.push((layout.sentences[at].start as usize).saturating_sub(first));
            if layout.sentences[at].end > window.end {
                break;
            }
            at += 1;
        }
        let names = &model.names;
        names.with_second_opinion((&scores, stride), 0, (&model.names_gum, names.len()), &mut named);
        runs.clear();
        names.decode(&named, names.len(), 0, &starts, &mut runs);
        heads.names.extend(runs.iter().map(|r| labelled(r, first)));
        let mut from = names.len();
        let mut spans = |tags: &Tags, starts: &[usize], out: &mut Vec<Labelled>| {
            runs.clear();
            tags.decode(&scores, stride, from, starts, &mut runs);
            from += tags.len();
            out.extend(runs.iter().map(|r| labelled(r, first)));
        };
        spans(&model.names_gum, &starts, &mut heads.names_gum);
        spans(&model.timexes, &starts, &mut heads.timexes);
        spans(&model.sources, &starts, &mut heads.roles.sources);
        let cues = heads.roles.cues.len();
        spans(&model.cues, &starts, &mut heads.roles.cues);
        let contents = heads.roles.contents.len();
        spans(&model.contents, &[0], &mut heads.roles.contents);
        link(model, vectors, window, cues, contents, &mut heads.roles);
    }
    heads
}

fn labelled(run: &Run, first: usize) -> Labelled {
    Labelled { words: WordRange::new(first + run.start, first + run.end), label: run.label, score: run.score }
}

/// Links content words to cues and cues to sources, for the cues and contents of `window`: those from the given indices on.
fn link(
    model: &HeadModel,
    vectors: &Vectors,
    window: WordRange,
    cues: usize,
    contents: usize,
    roles: &mut Roles,
) {
    let words: Vec<usize> = roles.contents[contents..].iter().flat_map(|c| c.words.range()).collect();
    model.cue_of.point(vectors, window, &words, |word, pointed, score| {
        roles.content_cue[word] = pointed;
        roles.content_cue_score[word] = score;
    });
    let firsts: Vec<usize> = roles.cues[cues..].iter().map(|c| c.words.start as usize).collect();
    model.source_of.point(vectors, window, &firsts, |_, pointed, _| roles.cue_source.push(pointed));
}

impl Pointer {
    /// For each of `words`, in order: the word of `window` that it points to, if any, and how certainly (train/FORMAT.md, section 9).
    fn point(
        &self,
        vectors: &Vectors,
        window: WordRange,
        words: &[usize],
        mut found: impl FnMut(usize, Option<u32>, f32),
    ) {
        if words.is_empty() {
            return;
        }
        let (isa, n, width) = (vectors.isa, window.len(), self.head.outputs());
        let first = window.start as usize;
        let mut heads = vec![0.0; n * width];
        self.head.apply(isa, &vectors.rows, first, n, Activation::Gelu, &mut heads);
        // Runs of neighbouring words go through the map together.
        let mut dependents = vec![0.0; words.len() * width];
        let mut i = 0;
        while i < words.len() {
            let mut end = i + 1;
            while end < words.len() && words[end] == words[end - 1] + 1 {
                end += 1;
            }
            let out = &mut dependents[i * width..end * width];
            self.dependent.apply(isa, &vectors.rows, words[i], end - i, Activation::Gelu, out);
            i = end;
        }
        let mut mapped = vec![0.0; words.len() * width];
        self.u.apply(isa, &dependents, &mut mapped);
        // Heads side by side, padded to whole tiles.
        let wide = n.next_multiple_of(32);
        let mut turned = vec![0.0; width * wide];
        let mut bias = vec![0.0; wide];
        for (j, row) in heads.chunks_exact(width).enumerate() {
            bias[j] = dot(&self.head_bias, row);
            for (k, &v) in row.iter().enumerate() {
                turned[k * wide + j] = v;
            }
        }
        let mut scores = bias.repeat(words.len());
        product(isa, &mapped, &turned, width, wide, &mut scores);
        let scale = 1.0 / (width as f32).sqrt();
        let mut row = Vec::with_capacity(n + 1);
        for (i, &word) in words.iter().enumerate() {
            row.clear();
            row.push(dot(&self.none, &dependents[i * width..][..width]) * scale + self.none_bias);
            row.extend(scores[i * wide..][..n].iter().map(|s| s * scale));
            softmax(&mut row);
            let mut best = 0;
            for (j, p) in row.iter().enumerate() {
                if *p > row[best] && j != word - first + 1 {
                    best = j;
                }
            }
            let pointed = best.checked_sub(1).map(|j| window.start + j as u32);
            found(word, pointed, row[best]);
        }
    }
}
