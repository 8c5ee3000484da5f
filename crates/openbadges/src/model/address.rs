//! [Address](https://www.imsglobal.org/spec/ob/v3p0/#address) of a person or an organisation, and the
//! [GeoCoordinates](https://www.imsglobal.org/spec/ob/v3p0/#geocoordinates) in it.

use super::reading::{Faults, Need, Node};

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.require_type("Address", faults);
    for name in [
        "addressCountry",
        "addressCountryCode",
        "addressRegion",
        "addressLocality",
        "streetAddress",
        "postOfficeBoxNumber",
        "postalCode",
    ] {
        node.text(name, Need::Optional, faults);
    }
    node.object("geo", Need::Optional, faults, |geo, faults| {
        geo.require_type("GeoCoordinates", faults);
        for name in ["latitude", "longitude"] {
            geo.number(name, Need::Required, faults);
        }
    });
}
