//! Says where the model files to embed are: `DEMARCHE_MODELS`, by default the repository's `models/`.

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-env-changed=DEMARCHE_MODELS");
    let default = PathBuf::from(env("CARGO_MANIFEST_DIR")).join("../../models");
    let folder = std::env::var_os("DEMARCHE_MODELS").map_or(default, PathBuf::from);
    for (variable, file) in [("DEMARCHE_WEIGHTS", "demarche.safetensors"), ("DEMARCHE_VOCAB", "vocab.txt")] {
        let path = folder.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        println!("cargo::rustc-env={variable}={}", path.display());
        assert!(
            path.is_file() || std::env::var_os("CARGO_FEATURE_MODELS").is_none(),
            "no model file {}: set DEMARCHE_MODELS to a folder that has it, or build with --no-default-features",
            path.display()
        );
    }
}

fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}
