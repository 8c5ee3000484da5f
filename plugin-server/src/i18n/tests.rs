use super::*;

#[test]
fn a_tag_of_an_lms_is_read() {
    assert_eq!(Language::from_tag("fr_FR"), Some(Language::French));
    assert_eq!(Language::from_tag("EN-gb"), Some(Language::English));
    assert_eq!(Language::from_tag("de"), None);
}

#[test]
fn the_browsers_first_known_wish_counts() {
    assert_eq!(Language::accepted("de, fr;q=0.8, en;q=0.5"), Language::French);
    assert_eq!(Language::accepted("en;q=0.5, fr;q=0.8"), Language::French);
    assert_eq!(Language::accepted("de"), Language::English);
    assert_eq!(Language::accepted(";;q=,"), Language::English);
}
