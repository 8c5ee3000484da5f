#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| blason_fuzzing::json_ld::run(input));
