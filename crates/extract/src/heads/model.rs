//! The heads as the weights file has them.

use super::bio::Tags;
use demarche_encoder::nn::Dense;
use demarche_encoder::{ModelError, QLinear, Weights};
use demarche_record::Plover;
use demarche_syntax::intern;

/// The loaded heads.
#[derive(Debug)]
pub struct HeadModel {
    /// Names, names by GUM, temporal expressions, sources, cues, contents: stacked in this order.
    pub(super) tags: QLinear,
    pub(super) names: Tags,
    pub(super) names_gum: Tags,
    pub(super) timexes: Tags,
    pub(super) sources: Tags,
    pub(super) cues: Tags,
    pub(super) contents: Tags,
    /// From a content word to its cue.
    pub(super) cue_of: Pointer,
    /// From a cue to its source.
    pub(super) source_of: Pointer,
    pub(super) pair: PairHead,
}

/// A pointer from a word to a word of the same window, or to none.
#[derive(Debug)]
pub(super) struct Pointer {
    /// Both sides, stacked.
    pub dependent: QLinear,
    pub head: QLinear,
    pub u: Dense,
    pub head_bias: Vec<f32>,
    pub none: Vec<f32>,
    pub none_bias: f32,
}

/// The head that is asked about an event between two places (train/FORMAT.md, section 10).
#[derive(Debug)]
pub(super) struct PairHead {
    pub heads: usize,
    /// Keys and values, stacked.
    pub key_value: QLinear,
    pub q1: Dense,
    pub q2: Dense,
    /// Six classes of place, one vector each.
    pub place: Vec<f32>,
    pub m1: Dense,
    pub kinds: Dense,
    pub penta: Dense,
    /// The type of every row of `kinds`; `None` for no event.
    pub types: Vec<Option<Plover>>,
}

impl HeadModel {
    /// Takes the heads from checked weights. A label that this release does not know is an error.
    pub fn load(weights: &Weights<'_>) -> Result<HeadModel, ModelError> {
        let width = weights.size("width")?;
        let tags = |list: &str, known: &[&str]| -> Result<Tags, ModelError> {
            let labels = weights.labels(list)?;
            let stranger = labels.iter().find(|l| l.get(2..).is_some_and(|l| !known.contains(&l)));
            match stranger {
                Some(l) => Err(ModelError::new(format!("its head {list} has the unknown label {l:?}"))),
                None => Tags::new(&labels, intern(list)),
            }
        };
        let names = tags("ner", &["PER", "ORG", "LOC"])?;
        let names_gum = tags("ner_gum", &["PER", "ORG", "LOC", "MISC"])?;
        let timexes = tags("timex", &["DATE", "TIME", "DURATION", "SET"])?;
        let (sources, cues, contents) = (tags("source", &[])?, tags("cue", &[])?, tags("content", &[])?);
        let stacked = [
            ("head.ner", names.len()),
            ("head.ner_gum", names_gum.len()),
            ("head.timex", timexes.len()),
            ("head.source", sources.len()),
            ("head.cue", cues.len()),
            ("head.content", contents.len()),
        ];
        Ok(HeadModel {
            tags: weights.qlinear(width, &stacked)?,
            names,
            names_gum,
            timexes,
            sources,
            cues,
            contents,
            cue_of: Pointer::load(weights, "cc", width)?,
            source_of: Pointer::load(weights, "cs", width)?,
            pair: PairHead::load(weights, width)?,
        })
    }
}

/// `u` (`[dependent, head]`) as a map of dependents.
fn turned(u: &[f32], n: usize) -> Dense {
    let turned: Vec<f32> = (0..n * n).map(|i| u[i % n * n + i / n]).collect();
    Dense::new(n, &turned, vec![0.0; n])
}

impl Pointer {
    fn load(weights: &Weights<'_>, name: &str, width: usize) -> Result<Pointer, ModelError> {
        let n = weights.size("ptr")?.max(1);
        let side = |side: &str| weights.qlinear(width, &[(&format!("head.{name}_{side}"), n)]);
        Ok(Pointer {
            dependent: side("dep")?,
            head: side("head")?,
            u: turned(&weights.f16s(&format!("{name}.u"), &[n, n])?, n),
            head_bias: weights.f16s(&format!("{name}.hb"), &[n])?,
            none: weights.f16s(&format!("{name}.none"), &[n])?,
            none_bias: weights.f32s(&format!("{name}.none_b"), &[1])?[0],
        })
    }
}

impl PairHead {
    fn load(weights: &Weights<'_>, width: usize) -> Result<PairHead, ModelError> {
        let (n, heads) = (weights.size("pair")?, weights.size("pair_heads")?);
        if heads == 0 || n == 0 || !n.is_multiple_of(heads) {
            return Err(ModelError::new("its pair head has sizes that do not fit together"));
        }
        let types: Vec<Option<Plover>> = weights
            .labels("plover")?
            .iter()
            .map(|l| match l.as_str() {
                "NONE" => Ok(None),
                name => plover(name).map(Some),
            })
            .collect::<Result<_, _>>()?;
        if weights.labels("penta")? != ["0", "1", "2", "3", "4"] {
            return Err(ModelError::new("its penta classes are not 0 to 4"));
        }
        Ok(PairHead {
            heads,
            key_value: weights.qlinear(width, &[("head.pair_key", n), ("head.pair_val", n)])?,
            q1: weights.dense("pair.q1", Some("pair.q1b"), n, 2 * width)?,
            q2: weights.dense("pair.q2", Some("pair.q2b"), n, n)?,
            place: weights.f16s("pair.place", &[6, n])?,
            m1: weights.dense("pair.m1", Some("pair.m1b"), n, 4 * width + n)?,
            kinds: weights.dense("pair.type", Some("pair.type_b"), types.len(), n)?,
            penta: weights.dense("pair.penta", Some("pair.penta_b"), 5, n)?,
            types,
        })
    }
}

/// The PLOVER type with this name. The training items have `YIELD` for yielding in words and in deeds alike; it is read as the
/// former, which is far more frequent.
fn plover(name: &str) -> Result<Plover, ModelError> {
    let found = if name == "YIELD" { Some(Plover::Concede) } else { Plover::from_name(name) };
    found.ok_or_else(|| ModelError::new(format!("{name:?} is no PLOVER type")))
}
