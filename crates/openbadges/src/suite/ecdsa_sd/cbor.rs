//! The few kinds of [CBOR](https://www.rfc-editor.org/rfc/rfc8949) that a proof is written in: unsigned numbers,
//! byte strings, arrays and maps, each of a length given in front. Everything else is refused.

const UNSIGNED: u8 = 0;
const BYTES: u8 = 2;
const ARRAY: u8 = 4;
const MAP: u8 = 5;

/// Reads one item after the other. `None` says that the next item is of another kind or is cut short.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn unsigned(&mut self) -> Option<u64> {
        self.head(UNSIGNED)
    }

    /// A byte string of just `N` bytes.
    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let length = usize::try_from(self.head(BYTES)?).ok()?;
        if length == N { self.take() } else { None }
    }

    /// How many items follow that belong to an array. Nothing may be set aside for so many before they are read.
    pub(super) fn array(&mut self) -> Option<u64> {
        self.head(ARRAY)
    }

    /// How many pairs of items follow that belong to a map.
    pub(super) fn map(&mut self) -> Option<u64> {
        self.head(MAP)
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// The number in front of an item of kind `major`: its value, or its length.
    fn head(&mut self, major: u8) -> Option<u64> {
        let [first] = self.take()?;
        if first >> 5 != major {
            return None;
        }
        match first & 0x1f {
            small @ 0..=23 => Some(small.into()),
            24 => self.take().map(|[byte]| byte.into()),
            25 => self.take().map(u16::from_be_bytes).map(u64::from),
            26 => self.take().map(u32::from_be_bytes).map(u64::from),
            27 => self.take().map(u64::from_be_bytes),
            _ => None,
        }
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // https://www.rfc-editor.org/rfc/rfc8949#appendix-A
    #[test]
    fn numbers_are_read_in_each_of_their_lengths() {
        for (bytes, value) in [
            ("00", 0),
            ("17", 23),
            ("1818", 24),
            ("1903e8", 1000),
            ("1a000f4240", 1_000_000),
            ("1bffffffffffffffff", u64::MAX),
            // Longer than need be, which CBOR allows.
            ("190001", 1),
        ] {
            let bytes = hex::decode(bytes).unwrap();
            let mut reader = Reader::new(&bytes);
            assert_eq!((reader.unsigned(), reader.is_at_end()), (Some(value), true));
        }
    }

    #[test]
    fn an_item_of_another_kind_length_or_form_is_refused() {
        for bytes in [
            "20",
            "40",
            "60",
            "80",
            "a0",
            "c000",
            "f5",
            "f4",
            "fb3ff199999999999a",
            "1c",
            "1f",
        ] {
            let bytes = hex::decode(bytes).unwrap();
            assert_eq!(Reader::new(&bytes).unsigned(), None, "{bytes:x?}");
        }
        for (bytes, expected) in [
            ("420102", Some([1, 2])),
            ("5802ffff", Some([255, 255])),
            ("4101", None),
            ("43010203", None),
            ("4201", None),
            ("5bffffffffffffffff0102", None),
            // In pieces.
            ("5f41014102ff", None),
            ("620102", None),
        ] {
            let bytes = hex::decode(bytes).unwrap();
            assert_eq!(Reader::new(&bytes).bytes::<2>(), expected, "{bytes:x?}");
        }
        assert_eq!(Reader::new(&[]).unsigned(), None);
        assert_eq!(Reader::new(&[0x9f]).array(), None);
        assert_eq!(Reader::new(&[0xbf]).map(), None);
        assert_eq!(Reader::new(&[0x82]).array(), Some(2));
        assert_eq!(Reader::new(&[0xa1]).map(), Some(1));
    }

    #[test]
    fn nothing_is_read_past_the_end() {
        for major in [UNSIGNED, BYTES, ARRAY, MAP] {
            for (info, length) in [(24, 1), (25, 2), (26, 4), (27, 8)] {
                for given in 0..length {
                    let mut bytes = vec![major << 5 | info];
                    bytes.resize(given + 1, 0);
                    assert_eq!(Reader::new(&bytes).head(major), None, "{bytes:x?}");
                }
            }
        }
    }
}
