//! JSON numbers as RDF writes them.

use serde_json::Number;

use super::fault::Fault;

pub(super) const XSD_BOOLEAN: &str = "http://www.w3.org/2001/XMLSchema#boolean";
pub(super) const XSD_DOUBLE: &str = "http://www.w3.org/2001/XMLSchema#double";
const XSD_INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";

/// From here on an integer is written as a double.
const FIRST_DOUBLE: f64 = 1e21;

/// The lexical form of a number, and the datatype it has where nothing coerces it: steps 9 and 10 of
/// [Object to RDF Conversion](https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion).
///
/// Where JSON readers or JSON-LD processors disagree about a number, so would two verifiers: such a number is
/// refused rather than guessed.
pub(super) fn lexical(number: &Number, datatype: Option<&str>) -> Result<(String, &'static str), Fault> {
    let double = number
        .as_f64()
        .filter(|double| double.is_finite())
        .ok_or(Fault::Unsupported("number"))?;
    if number.is_i64() || number.is_u64() {
        // Processors that read all numbers as doubles and those that keep integers must agree.
        if integer(double) != number.to_string() {
            return Err(Fault::Unsupported("inexact-number"));
        }
    }
    let has_fraction = double.fract() != 0.0;
    if has_fraction
        && datatype != Some(XSD_DOUBLE)
        && !ryu_js::Buffer::new().format_finite(double).contains('.')
    {
        // `1e-7`: jsonld.js takes it for an integer, the specification for a double.
        return Err(Fault::Unsupported("small-number"));
    }
    if has_fraction || double.abs() >= FIRST_DOUBLE || datatype == Some(XSD_DOUBLE) {
        Ok((canonical_double(double)?, XSD_DOUBLE))
    } else {
        Ok((integer(double), XSD_INTEGER))
    }
}

/// The decimal digits of a double without a fraction.
fn integer(double: f64) -> String {
    if double == 0.0 {
        "0".to_owned()
    } else {
        format!("{double:.0}")
    }
}

/// The canonical form of `xsd:double` with 16 significant digits, as
/// [JSON-LD asks](https://www.w3.org/TR/json-ld11-api/#data-round-tripping).
fn canonical_double(double: f64) -> Result<String, Fault> {
    if double == 0.0 {
        return Ok("0.0E0".to_owned());
    }
    // A double halfway between two forms of 16 digits is rounded up by ECMAScript and to even by C.
    let exact = format!("{double:.30e}");
    let is_tie = exact
        .split_once('e')
        .and_then(|(mantissa, _)| mantissa.trim_start_matches('-').get(17..))
        .is_some_and(|rest| rest.trim_end_matches('0') == "5");
    if is_tie {
        return Err(Fault::Unsupported("halfway-number"));
    }
    let text = format!("{double:.15e}");
    let Some((mantissa, exponent)) = text.split_once('e') else {
        return Err(Fault::Unsupported("number"));
    };
    let mantissa = mantissa.trim_end_matches('0');
    let zero = if mantissa.ends_with('.') { "0" } else { "" };
    Ok(format!("{mantissa}{zero}E{exponent}"))
}

#[cfg(test)]
mod tests {
    use serde_json::Number;

    use super::{Fault, XSD_DOUBLE, XSD_INTEGER, lexical};

    fn of(text: &str, datatype: Option<&str>) -> Result<(String, &'static str), Fault> {
        lexical(&serde_json::from_str::<Number>(text).unwrap(), datatype)
    }

    #[test]
    fn a_number_without_a_fraction_is_an_integer_however_it_is_written() {
        for text in ["3", "3.0", "30e-1", "0.3e1"] {
            assert_eq!(of(text, None), Ok(("3".to_owned(), XSD_INTEGER)), "{text}");
        }
        for text in ["0", "-0", "0.0", "-0.0"] {
            assert_eq!(of(text, None), Ok(("0".to_owned(), XSD_INTEGER)), "{text}");
        }
        assert_eq!(
            of("1e20", None),
            Ok(("100000000000000000000".to_owned(), XSD_INTEGER))
        );
        assert_eq!(
            of("-9007199254740992", None),
            Ok(("-9007199254740992".to_owned(), XSD_INTEGER))
        );
    }

    #[test]
    fn a_number_with_a_fraction_or_a_very_large_one_is_a_double() {
        for (text, form) in [
            ("3.5", "3.5E0"),
            ("-0.1", "-1.0E-1"),
            ("123.456", "1.23456E2"),
            ("5.3", "5.3E0"),
            ("1e21", "1.0E21"),
            ("1.5e-7", "1.5E-7"),
            ("1.7976931348623157e308", "1.797693134862316E308"),
        ] {
            assert_eq!(of(text, None), Ok((form.to_owned(), XSD_DOUBLE)), "{text}");
        }
    }

    #[test]
    fn the_datatype_double_makes_integers_doubles() {
        assert_eq!(of("3", Some(XSD_DOUBLE)).unwrap().0, "3.0E0");
        assert_eq!(of("0", Some(XSD_DOUBLE)).unwrap().0, "0.0E0");
        assert_eq!(
            of("3", Some("https://www.w3.org/2001/XMLSchema#float"))
                .unwrap()
                .0,
            "3"
        );
        assert_eq!(
            of("3.5", Some("https://www.w3.org/2001/XMLSchema#float"))
                .unwrap()
                .0,
            "3.5E0"
        );
    }

    #[test]
    fn a_number_that_processors_disagree_about_is_refused() {
        assert_eq!(
            of("9007199254740993", None),
            Err(Fault::Unsupported("inexact-number"))
        );
        assert_eq!(of("1e-7", None), Err(Fault::Unsupported("small-number")));
        assert_eq!(
            of("2251799813685248.5", None),
            Err(Fault::Unsupported("halfway-number"))
        );
    }
}
