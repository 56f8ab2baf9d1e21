//! Bytes as lower-case hexadecimal text.

/// Two characters for each byte.
pub fn encode(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 15)]);
    bytes.iter().flat_map(|&byte| [digit(byte >> 4), digit(byte)]).collect()
}

/// Exactly `N` bytes, or `None`. Capitals are read too.
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let bytes: [u8; 4] = [0, 0x7f, 0xa0, 0xff];
        assert_eq!(encode(&bytes), "007fa0ff");
        assert_eq!(decode("007fA0ff"), Some(bytes));
    }

    #[test]
    fn what_is_no_hexadecimal_text_of_that_length_is_nothing() {
        for text in ["", "007fa0f", "007fa0ff0", "007fa0fg", "00é7a0f"] {
            assert_eq!(decode::<4>(text), None, "{text}");
        }
    }
}
