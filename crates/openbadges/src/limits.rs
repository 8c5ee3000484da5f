//! Bounds on what is read, in one place.

/// Bounds that every reader in this crate keeps to. The defaults are safe for a browser and for a server.
///
/// ```
/// use openbadges::bake::{UnbakeError, unbake};
/// use openbadges::limits::Limits;
///
/// let mut limits = Limits::default();
/// limits.max_input_bytes = 100;
/// let refused = unbake(&[b' '; 101], &limits);
/// assert_eq!(refused, Err(UnbakeError::TooLarge { limit: "input-bytes", max: 100 }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Largest input file, in bytes.
    pub max_input_bytes: usize,
    /// Largest credential, JSON or JWT, in bytes.
    pub max_credential_bytes: usize,
    /// Deepest nesting of JSON objects and arrays.
    pub max_json_depth: usize,
    /// Most objects in one JSON document: in memory, a small one is a hundred times larger than its text.
    pub max_json_objects: usize,
    /// Most chunks in a PNG file.
    pub max_png_chunks: usize,
    /// Most bytes that all compressed pieces of one file may become.
    pub max_inflated_bytes: usize,
    /// Most proofs of one credential that are checked.
    pub max_proofs: usize,
    /// Most statements that one proof with selective disclosure may sign one by one.
    pub max_statement_signatures: usize,
    /// Most entries of `credentialStatus` of one credential that are looked up.
    pub max_status_entries: usize,
    /// Most credentials inside others, such as endorsements, that are verified together with one.
    pub max_nested: usize,
    /// How deep credentials may be inside each other to be verified.
    pub max_nested_depth: usize,
    /// Most RDF statements that one credential may become.
    pub max_quads: usize,
    /// Most steps of the "hash n-degree quads" algorithm of RDFC-1.0, so that poison graphs stop.
    pub max_canonicalization_steps: usize,
}

impl Limits {
    /// What reading one proof may cost, so that as many as are checked cost no more than the credential.
    pub(crate) fn of_each_proof(&self) -> Self {
        let share = |all: usize| all / self.max_proofs.max(1);
        Self {
            max_credential_bytes: share(self.max_credential_bytes),
            max_quads: share(self.max_quads),
            max_canonicalization_steps: share(self.max_canonicalization_steps),
            ..self.clone()
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_input_bytes: 10_000_000,
            max_credential_bytes: 2_000_000,
            max_json_depth: 64,
            max_json_objects: 50_000,
            max_png_chunks: 10_000,
            max_inflated_bytes: 4_000_000,
            max_proofs: 16,
            max_statement_signatures: 500,
            max_status_entries: 16,
            max_nested: 64,
            max_nested_depth: 4,
            max_quads: 50_000,
            max_canonicalization_steps: 4_096,
        }
    }
}
