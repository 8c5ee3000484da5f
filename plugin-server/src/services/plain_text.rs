//! Names and other short texts from outside.

/// The text with surrounding and repeated white space removed, and without characters that would let it look
/// like something else: control characters and marks that change the direction of writing.
#[must_use]
pub fn single_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !turns(*c))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As [`single_line`], but line breaks stay.
#[must_use]
pub fn paragraphs(text: &str) -> String {
    let kept: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| (!c.is_control() || *c == '\n') && !turns(*c))
        .collect();
    kept.trim().to_owned()
}

/// Marks, overrides and isolates of the bidirectional algorithm, and invisible joiners of nothing.
const fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{200b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_turn_the_direction_of_writing() {
        assert_eq!(single_line(" Learner\u{202e} One\n\t\u{0} "), "Learner One");
    }

    #[test]
    fn paragraphs_keep_their_lines() {
        assert_eq!(paragraphs("a\r\n\r\nb\u{7}\n"), "a\n\nb");
    }
}
