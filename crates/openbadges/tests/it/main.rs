//! The crate from outside: what a caller gives, and what it gets back.

mod bake_png;
mod bake_svg;
mod context;
mod endorsement;
mod format;
mod image;
mod issuer_binding;
mod recipient;
mod signature;
mod status;
mod structure;
mod support;
mod validity;
