//! The weights file: tensors by name, labels, sizes; checked before anything is read from it.

use crate::gemm::QLinear;
use crate::nn::Dense;
use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use serde_json::Value;
use std::fmt;

/// The format that this release reads.
pub const FORMAT: &str = "demarche-weights-1";
/// Where the checksum stands in the file's header.
const SEAL: &[u8] = b"\"crc32\":\"";

/// Why weights cannot be used.
#[derive(Debug)]
pub struct ModelError {
    what: String,
}

impl ModelError {
    /// An error that says `what` is wrong with the model.
    pub fn new(what: impl Into<String>) -> ModelError {
        ModelError { what: what.into() }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the model cannot be used: {}", self.what)
    }
}

impl std::error::Error for ModelError {}

/// A weights file whose checksum, format and layout hold.
#[derive(Debug)]
pub struct Weights<'a> {
    tensors: SafeTensors<'a>,
    config: Value,
    labels: Value,
    lemma_dict: Value,
    card: String,
    vocab: &'a str,
}

impl<'a> Weights<'a> {
    /// Reads the weights file `bytes` and its vocabulary, one piece a line.
    ///
    /// The checksum stands in the file's metadata (`crc32`, eight hexadecimal digits): the CRC-32 of the vocabulary followed by
    /// the whole file with those digits as zeros.
    pub fn parse(bytes: &'a [u8], vocab: &'a str) -> Result<Weights<'a>, ModelError> {
        let (header, meta) = SafeTensors::read_metadata(bytes)
            .map_err(|e| ModelError::new(format!("not a weights file ({e})")))?;
        let meta = meta.metadata().as_ref().ok_or_else(|| ModelError::new("it has no metadata"))?;
        let get =
            |key: &str| meta.get(key).ok_or_else(|| ModelError::new(format!("its metadata have no {key}")));
        let format = get("format")?;
        if format != FORMAT {
            return Err(ModelError::new(format!("its format is {format:?}, this release reads {FORMAT:?}")));
        }
        check_seal(bytes, 8 + header, get("crc32")?, vocab)?;
        let json = |key: &str| -> Result<Value, ModelError> {
            serde_json::from_str(get(key)?)
                .map_err(|e| ModelError::new(format!("its {key} is not JSON ({e})")))
        };
        let tensors =
            SafeTensors::deserialize(bytes).map_err(|e| ModelError::new(format!("bad tensors ({e})")))?;
        Ok(Weights {
            tensors,
            config: json("config")?,
            labels: json("labels")?,
            lemma_dict: json("lemma_dict")?,
            card: meta.get("model_card").cloned().unwrap_or_default(),
            vocab,
        })
    }

    /// The vocabulary.
    pub fn vocab(&self) -> &'a str {
        self.vocab
    }

    /// The model card: date, command, figures, as JSON.
    pub fn card(&self) -> &str {
        &self.card
    }

    /// A size from the configuration.
    pub fn size(&self, key: &str) -> Result<usize, ModelError> {
        let n = self.config.get(key).and_then(Value::as_u64).filter(|&n| n <= 1 << 20);
        n.map(|n| n as usize).ok_or_else(|| ModelError::new(format!("its configuration has no size {key}")))
    }

    /// A number from the configuration.
    pub fn number(&self, key: &str) -> Result<f64, ModelError> {
        let n = self.config.get(key).and_then(Value::as_f64);
        n.ok_or_else(|| ModelError::new(format!("its configuration has no number {key}")))
    }

    /// The label list `name`; the index of a label is the row of its head.
    pub fn labels(&self, name: &str) -> Result<Vec<String>, ModelError> {
        let list = self.labels.get(name).and_then(Value::as_array);
        let labels =
            list.and_then(|l| l.iter().map(|x| x.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>());
        labels
            .filter(|l| !l.is_empty())
            .ok_or_else(|| ModelError::new(format!("it has no list of labels {name}")))
    }

    /// The dictionary of irregular lemmas: ("form\tUPOS", lemma).
    pub fn lemma_dict(&self) -> Result<impl Iterator<Item = (&str, &str)> + '_, ModelError> {
        let map =
            self.lemma_dict.as_object().ok_or_else(|| ModelError::new("its lemma_dict is no object"))?;
        Ok(map.iter().filter_map(|(k, v)| Some((k.as_str(), v.as_str()?))))
    }

    fn view(&self, name: &str, dtype: Dtype, shape: &[usize]) -> Result<TensorView<'_>, ModelError> {
        let t = self.tensors.tensor(name).map_err(|_| ModelError::new(format!("it has no tensor {name}")))?;
        if t.dtype() != dtype || t.shape() != shape {
            let (d, s) = (t.dtype(), t.shape());
            return Err(ModelError::new(format!("{name} is {d:?} {s:?}, expected {dtype:?} {shape:?}")));
        }
        Ok(t)
    }

    /// Signed bytes of the given shape.
    pub fn i8s(&self, name: &str, shape: &[usize]) -> Result<Vec<i8>, ModelError> {
        Ok(self.view(name, Dtype::I8, shape)?.data().iter().map(|&b| b as i8).collect())
    }

    /// 32-bit floats of the given shape.
    pub fn f32s(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        let t = self.view(name, Dtype::F32, shape)?;
        let all: Vec<f32> =
            t.data().chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
        finite(name, all)
    }

    /// 16-bit floats of the given shape, widened.
    pub fn f16s(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        let t = self.view(name, Dtype::F16, shape)?;
        finite(name, t.data().chunks_exact(2).map(|b| widen(u16::from_le_bytes([b[0], b[1]]))).collect())
    }

    /// The quantised maps `names` (each with its number of outputs), stacked into one that takes `inputs` values.
    pub fn qlinear(&self, inputs: usize, names: &[(&str, usize)]) -> Result<QLinear, ModelError> {
        let (mut q, mut s, mut b) = (Vec::new(), Vec::new(), Vec::new());
        for &(name, outputs) in names {
            q.extend(self.i8s(&format!("{name}.q"), &[outputs, inputs])?);
            s.extend(self.f32s(&format!("{name}.s"), &[outputs])?);
            b.extend(self.f32s(&format!("{name}.b"), &[outputs])?);
        }
        QLinear::new(inputs, &q, &s, &b)
            .ok_or_else(|| ModelError::new(format!("{names:?}: a weight beyond the limit or an odd size")))
    }

    /// The map `name` (16-bit floats, `[outputs, inputs]`) with the bias `bias` (32-bit floats), or none.
    pub fn dense(
        &self,
        name: &str,
        bias: Option<&str>,
        outputs: usize,
        inputs: usize,
    ) -> Result<Dense, ModelError> {
        let w = self.f16s(name, &[outputs, inputs])?;
        let b = match bias {
            Some(b) => self.f32s(b, &[outputs])?,
            None => vec![0.0; outputs],
        };
        Ok(Dense::new(inputs, &w, b))
    }
}

fn finite(name: &str, all: Vec<f32>) -> Result<Vec<f32>, ModelError> {
    match all.iter().all(|x| x.is_finite()) {
        true => Ok(all),
        false => Err(ModelError::new(format!("{name} holds a number that is not finite"))),
    }
}

/// Whether the checksum holds; `header` is the end of the file's header.
fn check_seal(bytes: &[u8], header: usize, digits: &str, vocab: &str) -> Result<(), ModelError> {
    let at = bytes[..header.min(bytes.len())].windows(SEAL.len()).position(|w| w == SEAL);
    let Some(at) = at.map(|at| at + SEAL.len()).filter(|_| digits.len() == 8) else {
        return Err(ModelError::new("its checksum is not eight hexadecimal digits"));
    };
    let mut crc = crc32fast::Hasher::new();
    crc.update(vocab.as_bytes());
    crc.update(&bytes[..at]);
    crc.update(b"00000000");
    crc.update(bytes.get(at + 8..).unwrap_or_default());
    let found = format!("{:08x}", crc.finalize());
    match found == digits {
        true => Ok(()),
        false => Err(ModelError::new(format!("its checksum is {found}, the file says {digits}"))),
    }
}

/// A 16-bit float as a 32-bit one.
fn widen(h: u16) -> f32 {
    let sign = u32::from(h >> 15) << 31;
    let (e, m) = (u32::from(h >> 10 & 31), u32::from(h & 1023));
    match (e, m) {
        (0, m) => f32::from_bits(sign | (m as f32 / 16_777_216.0).to_bits()),
        (31, m) => f32::from_bits(sign | 0x7f80_0000 | m << 13),
        (e, m) => f32::from_bits(sign | (e + 112) << 23 | m << 13),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_floats_widen() {
        for (h, x) in [
            (0x0000, 0.0),
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
            (0x7bff, 65504.0),
            (0x0001, 5.960_464_5e-8),
            (0x83ff, -6.097_555e-5),
        ] {
            assert_eq!(widen(h), x, "{h:04x}");
        }
        assert!(widen(0x7c00).is_infinite() && widen(0x7e00).is_nan());
    }
}
