//! Text from a badge, made harmless to a terminal.

use std::borrow::Cow;

/// `text` with each character that could steer a terminal, or make its line read in another order, written
/// as `\u{…}`.
///
/// Control characters move the cursor, hide what follows or retitle the window; bidirectional controls let
/// `moc.live` read as `evil.com`.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            // Arabic letter mark, directional marks, embeddings, overrides and isolates.
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Line and paragraph separators, byte-order mark, interlinear notes, deprecated format characters.
            | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{206a}'..='\u{206f}'
            // Tags, which carry text that nobody sees.
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_written_out() {
        for (text, shown) in [
            ("\u{1b}[2JGenuine", "\\u{1b}[2JGenuine"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("a\rb\nc\td\u{7}\u{8}", "a\\u{d}b\\u{a}c\\u{9}d\\u{7}\\u{8}"),
            ("\u{202e}moc.live\u{202c}", "\\u{202e}moc.live\\u{202c}"),
            ("\u{2067}x\u{2069}", "\\u{2067}x\\u{2069}"),
            ("hidden\u{e0041}", "hidden\\u{e0041}"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn words_of_any_script_stay_as_they_are() {
        for text in ["Université de Rennes", "شارة", "תג", "證書", "👩‍🎓 niveau 1"] {
            assert_eq!(visible(text), text);
        }
    }
}
