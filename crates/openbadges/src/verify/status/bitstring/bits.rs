//! The bits of a list, once they are decoded.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::bake::{self, InflateError};
use crate::limits::Limits;
use crate::verify::status::{failed, not_checked};
use crate::verify::{Check, Code};

/// Shorter lists tell too much about whom they are asked for.
/// See [the minimum](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslist).
const MIN_ENTRIES: u64 = 131_072;

/// What the letter in front of an encoded list says: base64url without padding.
const MARK: char = 'u';

/// The bits of a list.
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// Whether the list is encoded in another way than its specification asks for.
    pub(super) is_in_other_notation: bool,
}

impl Bits {
    /// The [expanded](https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-expansion-algorithm) list.
    pub(super) fn read(list: &Map<String, Value>, is_marked: bool, limits: &Limits) -> Result<Self, Check> {
        let damaged = || failed(Code::StatusListDamaged);
        let encoded = list
            .get("encodedList")
            .and_then(Value::as_str)
            .ok_or_else(damaged)?;
        let digits = encoded.strip_prefix(MARK).unwrap_or(encoded);
        let unpadded = digits.trim_end_matches('=');
        let compressed = URL_SAFE_NO_PAD
            .decode(unpadded)
            .map_err(|_not_base64url| damaged())?;
        let max = limits.max_inflated_bytes;
        let bytes = bake::gunzip(&compressed, max).map_err(|error| match error {
            InflateError::TooLarge => not_checked(Code::WorkLimitReached)
                .with("limit", "inflated-bytes")
                .with("max", max),
            InflateError::Damaged => damaged(),
        })?;
        // The draft left open whether there is padding.
        let is_as_asked = encoded.starts_with(MARK) == is_marked && (digits == unpadded || !is_marked);
        Ok(Self {
            bytes,
            is_in_other_notation: !is_as_asked,
        })
    }

    /// The value of the credential at `index` when each has `size` bits, of which the first weighs most.
    pub(super) fn value(&self, index: u64, size: u64) -> Result<u64, Check> {
        let bits = u64::try_from(self.bytes.len())
            .unwrap_or(u64::MAX)
            .saturating_mul(8);
        let length = bits.checked_div(size).unwrap_or_default();
        if length < MIN_ENTRIES {
            return Err(failed(Code::StatusListTooShort).with("length", length));
        }
        if index >= length {
            return Err(failed(Code::StatusIndexOutOfRange)
                .with("index", index)
                .with("length", length));
        }
        let first = index.saturating_mul(size);
        Ok((first..first.saturating_add(size)).fold(0, |value, place| value << 1 | self.bit(place)))
    }

    /// The bit at `place`, counted from the left of the first byte.
    fn bit(&self, place: u64) -> u64 {
        let byte = usize::try_from(place / 8)
            .ok()
            .and_then(|index| self.bytes.get(index));
        u64::from(byte.is_some_and(|byte| byte & (0x80 >> (place % 8)) != 0))
    }
}
