//! Where seeds come from: other people's vectors, and badges that were issued here.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Files to start from. Both kinds may be absent: each target has seeds of its own too.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<(PathBuf, Vec<u8>)>,
    samples: Vec<String>,
}

impl Sources {
    /// The files below `folder`, in the order of their paths.
    ///
    /// # Errors
    /// The folder, or a file in it, cannot be read.
    pub fn below(folder: &Path) -> std::io::Result<Self> {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let content = fs::read(&path)?;
                    files.push((path, content));
                }
            }
        }
        files.sort();
        Ok(Self {
            files,
            samples: Vec::new(),
        })
    }

    /// The same and the badges that `issue-sample` printed.
    #[must_use]
    pub fn and_samples(mut self, printed: &Value) -> Self {
        let samples = printed.as_array().into_iter().flatten();
        self.samples
            .extend(samples.filter_map(|sample| Some(sample.get("credential")?.as_str()?.to_owned())));
        self
    }

    /// The files whose names end in one of `endings`.
    pub(crate) fn files(&self, endings: &[&str]) -> Vec<Vec<u8>> {
        self.files
            .iter()
            .filter(|(path, _)| {
                let name = path.to_string_lossy();
                endings.iter().any(|ending| name.ends_with(ending))
            })
            .map(|(_, content)| content.clone())
            .collect()
    }

    /// The badges that were issued here.
    pub(crate) fn samples(&self) -> impl Iterator<Item = &str> {
        self.samples.iter().map(String::as_str)
    }
}
