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
    assert_eq!(Language::accepted("fr;q=0, en"), Language::English);
    assert_eq!(Language::accepted(";;q=,"), Language::English);
}

#[test]
fn a_day_is_written_as_in_its_language() {
    let first = time::macros::datetime!(2026-05-01 12:00 UTC);
    assert_eq!(Language::English.texts().date(first), "1 May 2026");
    assert_eq!(Language::French.texts().date(first), "1er mai 2026");
}

#[test]
fn no_catalogue_has_a_fault() {
    for source in [
        include_str!("../../../locales/en/server.ftl"),
        include_str!("../../../locales/en/lti.ftl"),
        include_str!("../../../locales/fr/server.ftl"),
        include_str!("../../../locales/fr/lti.ftl"),
    ] {
        let faults = FluentResource::try_new(source.to_owned())
            .err()
            .map(|(_, faults)| faults);
        assert_eq!(faults, None);
    }
}

#[test]
fn an_unknown_code_has_no_sentence() {
    assert!(Language::French.texts().error("not-found").is_some());
    assert_eq!(Language::French.texts().error("no-such-code"), None);
}
