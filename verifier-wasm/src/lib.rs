//! WebAssembly boundary.
