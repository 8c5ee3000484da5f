//! [IdentifierEntry](https://www.imsglobal.org/spec/ob/v3p0/#identifierentry): an identifier in somebody's system.

use super::reading::{Faults, Need, Node};

/// The kinds of identifier that are
/// [listed](https://www.imsglobal.org/spec/ob/v3p0/#identifiertypeenum-enumeration).
pub(super) const IDENTIFIER_TYPES: &[&str] = &[
    "name",
    "sourcedId",
    "systemId",
    "productId",
    "userName",
    "accountId",
    "emailAddress",
    "nationalIdentityNumber",
    "isbn",
    "issn",
    "lisSourcedId",
    "oneRosterSourcedId",
    "sisSourcedId",
    "ltiContextId",
    "ltiDeploymentId",
    "ltiToolId",
    "ltiPlatformId",
    "ltiUserId",
    "identifier",
];

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.require_type("IdentifierEntry", faults);
    node.text("identifier", Need::Required, faults);
    node.extensible_word("identifierType", Need::Required, IDENTIFIER_TYPES, faults);
}
