//! Laws of the encoder on a model of random weights: same bits on all instructions and beside any other text; a file that is not
//! whole is an error.

use demarche_base::WordRange;
use demarche_encoder::{Activation, Isa, Model, Place, QLinear, Rows, Token, Vectors, Weights};
use proptest::prelude::*;
use safetensors::tensor::{Dtype, TensorView, serialize};
use std::collections::HashMap;

const VOCAB: &str = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\ntalk\n##s\nbroke\ndown\n.\nminister\na\n##a\n";
const WIDTH: usize = 32;

/// Numbers that look random and are always the same.
struct Noise(u32);

impl Noise {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 >> 8
    }
    fn float(&mut self) -> f32 {
        (self.next() % 2001) as f32 / 1000.0 - 1.0
    }
    fn weight(&mut self) -> i8 {
        (self.next() % 127) as i8 - 63
    }
}

/// A sealed weights file of two small layers.
fn file() -> Vec<u8> {
    let mut noise = Noise(7);
    let mut data: Vec<(String, Dtype, Vec<usize>, Vec<u8>)> = Vec::new();
    let floats = |noise: &mut Noise, n: usize, scale: f32| -> Vec<u8> {
        (0..n).flat_map(|_| (noise.float() * scale).to_le_bytes()).collect()
    };
    let vocab = VOCAB.lines().count();
    data.push((
        "emb.word.q".into(),
        Dtype::I8,
        vec![vocab, WIDTH],
        (0..vocab * WIDTH).map(|_| noise.weight() as u8).collect(),
    ));
    data.push(("emb.word.s".into(), Dtype::F32, vec![vocab], floats(&mut noise, vocab, 0.02)));
    for (name, rows) in [("emb.pos", 256), ("emb.shape", 49)] {
        // Half floats between -2 and 2.
        let half =
            (0..rows * WIDTH).flat_map(|_| (0x3000 | (noise.next() & 0x8fff) as u16).to_le_bytes()).collect();
        data.push((name.into(), Dtype::F16, vec![rows, WIDTH], half));
    }
    let mut norms = vec!["emb.ln".to_owned()];
    for l in 0..2 {
        norms.extend([format!("layer.{l}.ln1"), format!("layer.{l}.ln2")]);
        for (map, i, o) in [("qkv", 32, 96), ("out", 32, 32), ("up", 32, 64), ("down", 64, 32)] {
            let name = format!("layer.{l}.{map}");
            data.push((
                format!("{name}.q"),
                Dtype::I8,
                vec![o, i],
                (0..o * i).map(|_| noise.weight() as u8).collect(),
            ));
            data.push((format!("{name}.s"), Dtype::F32, vec![o], floats(&mut noise, o, 0.01)));
            data.push((format!("{name}.b"), Dtype::F32, vec![o], floats(&mut noise, o, 0.1)));
        }
    }
    for name in norms {
        data.push((format!("{name}.g"), Dtype::F32, vec![WIDTH], floats(&mut noise, WIDTH, 1.0)));
        data.push((format!("{name}.b"), Dtype::F32, vec![WIDTH], floats(&mut noise, WIDTH, 1.0)));
    }
    let config = format!(
        "{{\"width\":32,\"heads\":1,\"ffn\":64,\"layers\":2,\"pool_after\":1,\"ln_eps\":1e-12,\"max_words\":20,\
         \"max_pieces\":30,\"max_word_pieces\":4,\"vocab\":{vocab}}}"
    );
    let meta: HashMap<String, String> = [
        ("format", "demarche-weights-1"),
        ("crc32", "00000000"),
        ("config", &config),
        ("labels", "{\"upos\":[\"NOUN\"]}"),
        ("lemma_dict", "{}"),
    ]
    .map(|(k, v)| (k.to_owned(), v.to_owned()))
    .into();
    let views = data.iter().map(|(name, dtype, shape, bytes)| {
        (name, TensorView::new(*dtype, shape.clone(), bytes).expect("a tensor"))
    });
    let mut bytes = serialize(views, Some(meta)).expect("a file");
    let seal = b"\"crc32\":\"";
    let at = bytes.windows(seal.len()).position(|w| w == seal).expect("a seal") + seal.len();
    let mut crc = crc32fast::Hasher::new();
    crc.update(VOCAB.as_bytes());
    crc.update(&bytes);
    let digits = format!("{:08x}", crc.finalize());
    bytes[at..at + 8].copy_from_slice(digits.as_bytes());
    bytes
}

fn model(bytes: &[u8]) -> Model {
    Model::load(&Weights::parse(bytes, VOCAB).expect("a whole file")).expect("a model")
}

/// Encodes sentences given as words.
fn encode(model: &Model, text: &[Vec<&str>]) -> Vectors {
    let mut at = 0;
    let sentences: Vec<WordRange> = text
        .iter()
        .map(|s| {
            at += s.len();
            WordRange::new(at - s.len(), at)
        })
        .collect();
    let tokens = text.iter().flat_map(|s| {
        s.iter().enumerate().map(|(i, form)| Token {
            form,
            place: if i == 0 { Place::Sentence } else { Place::Inside },
            glued: *form == ".",
        })
    });
    model.encode(tokens, &sentences)
}

fn all(v: &Vectors) -> Vec<(Vec<u8>, u32, i32)> {
    (0..v.rows.len())
        .map(|r| {
            let (step, zero) = v.rows.scale(r);
            (v.rows.row(r).to_vec(), step.to_bits(), zero)
        })
        .collect()
}

#[test]
fn products_are_exact_on_all_instructions() {
    let mut noise = Noise(3);
    for (inputs, outputs, rows) in [(4, 1, 1), (32, 16, 7), (64, 17, 5), (384, 100, 13), (1536, 70, 6)] {
        let weights: Vec<i8> = (0..inputs * outputs).map(|_| noise.weight()).collect();
        let scales: Vec<f32> = (0..outputs).map(|_| noise.float().abs() + 0.001).collect();
        let bias: Vec<f32> = (0..outputs).map(|_| noise.float()).collect();
        let map = QLinear::new(inputs, &weights, &scales, &bias).expect("a map");
        // The first row is as large as it can be in every place: no sum may saturate.
        let x: Vec<f32> =
            (0..rows * inputs).map(|i| if i < inputs { 255.0 } else { noise.float() }).collect();
        for isa in Isa::available() {
            let mut q = Rows::new(inputs);
            q.push(isa, &x);
            let mut y = vec![0.0; rows * outputs];
            map.apply(isa, &q, 0, rows, Activation::None, &mut y);
            for r in 0..rows {
                let (step, zero) = q.scale(r);
                for o in 0..outputs {
                    let w = &weights[o * inputs..][..inputs];
                    let sum: i32 =
                        q.row(r).iter().zip(w).map(|(&q, &w)| (i32::from(q) - zero) * i32::from(w)).sum();
                    let want = sum as f32 * (step * scales[o]) + bias[o];
                    assert_eq!(
                        y[r * outputs + o].to_bits(),
                        want.to_bits(),
                        "{isa:?} {inputs} {outputs} row {r}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_weight_beyond_the_limit_is_refused() {
    assert!(QLinear::new(4, &[63, -63, 0, 1], &[1.0], &[0.0]).is_some());
    assert!(QLinear::new(4, &[64, 0, 0, 0], &[1.0], &[0.0]).is_none());
    assert!(QLinear::new(4, &[-128, 0, 0, 0], &[1.0], &[0.0]).is_none());
    assert!(QLinear::new(3, &[0, 0, 0], &[1.0], &[0.0]).is_none(), "inputs come in fours");
    assert!(QLinear::new(4, &[0; 8], &[1.0], &[0.0]).is_none());
}

#[test]
fn no_words_no_vectors() {
    assert!(encode(&model(&file()), &[]).rows.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_same_bits_on_all_instructions_and_in_any_company(
        lengths in prop::collection::vec(1usize..26, 1..6),
        seed in any::<u32>(),
    ) {
        let forms = ["The", "talks", "broke", "down", ".", "Minister", "aaaaaaa", "北", "a"];
        let mut noise = Noise(seed);
        let text: Vec<Vec<&str>> = lengths
            .iter()
            .map(|&n| (0..n).map(|_| forms[noise.next() as usize % forms.len()]).collect())
            .collect();
        let bytes = file();
        let mut first = None;
        for isa in Isa::available() {
            let model = model(&bytes).with_isa(isa);
            let vectors = encode(&model, &text);
            prop_assert_eq!(vectors.rows.len(), lengths.iter().sum::<usize>());
            let whole = all(&vectors);
            // Each window again, alone: nothing passes from one to the next.
            let flat: Vec<&str> = text.concat();
            let starts: Vec<usize> =
                lengths.iter().scan(0, |at, &n| { *at += n; Some(*at - n) }).collect();
            for w in &vectors.windows {
                let mut alone: Vec<Vec<&str>> = Vec::new();
                for i in w.range() {
                    if starts.contains(&i) || alone.is_empty() {
                        alone.push(Vec::new());
                    }
                    alone.last_mut().expect("a sentence").push(flat[i]);
                }
                if starts.contains(&(w.start as usize)) {
                    prop_assert_eq!(&all(&encode(&model, &alone))[..], &whole[w.range()]);
                }
            }
            prop_assert_eq!(first.get_or_insert(whole.clone()), &whole, "{:?}", isa);
        }
    }

    #[test]
    fn a_changed_byte_is_an_error(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut bytes = file();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(Weights::parse(&bytes, VOCAB).is_err(), "byte {} bit {}", at, bit);
    }

    #[test]
    fn a_cut_file_is_an_error(to in any::<prop::sample::Index>()) {
        let bytes = file();
        prop_assert!(Weights::parse(&bytes[..to.index(bytes.len())], VOCAB).is_err());
    }

    #[test]
    fn any_bytes_are_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Weights::parse(&bytes, VOCAB).is_err());
    }
}

#[test]
fn another_vocabulary_is_an_error() {
    let bytes = file();
    assert!(Weights::parse(&bytes, VOCAB).is_ok());
    assert!(Weights::parse(&bytes, &VOCAB.replace("talk", "walk")).is_err());
}
