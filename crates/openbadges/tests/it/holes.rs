//! Holes of other verifiers, each as a test that names it: what somebody else calls valid, and what we say.

mod displayers;
mod official_validator;
mod readers;
