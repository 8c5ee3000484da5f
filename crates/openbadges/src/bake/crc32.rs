//! The checksum of [PNG chunks](https://www.w3.org/TR/png-3/#5CRC-algorithm) and gzip streams.

/// The CRC-32 of `bytes`.
#[cfg(not(target_family = "wasm"))]
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// The CRC-32 of `bytes`, by a table of 1 KB: the faster one's 16 KB do not compress, and web pages download them.
#[cfg(target_family = "wasm")]
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    const CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    CRC.checksum(bytes)
}
