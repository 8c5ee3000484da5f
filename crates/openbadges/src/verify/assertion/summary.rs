//! What a badge before 3.0 says, in the shape of every [`Summary`].

use serde_json::{Map, Value};

use super::object::Object;
use crate::verify::case::list;
use crate::verify::summary::read::{alignment, evidence, image, text};
use crate::verify::summary::{Criteria, Evidence, Issuer, Recipient, Summary};

/// The summary of what was read. `domain` is the host that is shown to be the issuer's.
pub(super) fn of(
    assertion: &Object,
    class: Option<&Object>,
    profile: Option<&Object>,
    domain: Option<&str>,
) -> Summary {
    let badge = &assertion.members;
    let of_class = |name| text(&class?.members, name);
    Summary {
        id: text(badge, "id"),
        name: of_class("name"),
        description: of_class("description"),
        language: of_class("@language"),
        achievement_id: class.map(|class| class.id.clone()).filter(|id| !id.is_empty()),
        criteria: class.and_then(|class| criteria(class.members.get("criteria")?)),
        image: class
            .and_then(|class| image(class.members.get("image")))
            .or_else(|| image(badge.get("image"))),
        issuer: profile.map(|profile| issuer(profile, domain)),
        valid_from: text(badge, "issuedOn"),
        valid_until: text(badge, "expires"),
        awarded: None,
        recipient: recipient(assertion.object("recipient")),
        evidence: pieces_of_evidence(badge),
        alignments: class.map_or_else(Vec::new, |class| {
            let alignments = list(class.members.get("alignment"));
            alignments
                .iter()
                .filter_map(Value::as_object)
                .map(alignment)
                .collect()
        }),
        results: Vec::new(),
    }
}

/// The summary of an endorsement; what it says of what it endorses is its description.
pub(super) fn of_endorsement(own: &Object, profile: Option<&Object>, domain: Option<&str>) -> Summary {
    Summary {
        id: text(&own.members, "id"),
        description: own
            .object("claim")
            .and_then(|claim| text(claim, "endorsementComment")),
        issuer: profile.map(|profile| issuer(profile, domain)),
        valid_from: text(&own.members, "issuedOn"),
        ..Summary::default()
    }
}

fn issuer(profile: &Object, domain: Option<&str>) -> Issuer {
    Issuer {
        id: profile.id.clone(),
        name: text(&profile.members, "name"),
        url: text(&profile.members, "url"),
        domain: domain.map(str::to_owned),
    }
}

fn criteria(value: &Value) -> Option<Criteria> {
    match value {
        Value::String(page) => Some(Criteria {
            id: Some(page.clone()),
            narrative: None,
        }),
        Value::Object(members) => Some(Criteria {
            id: text(members, "id"),
            narrative: text(members, "narrative"),
        }),
        _ => None,
    }
}

fn recipient(recipient: Option<&Map<String, Value>>) -> Recipient {
    let Some(recipient) = recipient else {
        return Recipient::default();
    };
    let kind = text(recipient, "type");
    let is_clear_id = kind.as_deref() == Some("id") && recipient.get("hashed") == Some(&Value::Bool(false));
    Recipient {
        id: text(recipient, "identity").filter(|_| is_clear_id),
        name: None,
        identity_types: kind.into_iter().collect(),
    }
}

/// The evidence, with the story of the whole badge as one piece of it.
fn pieces_of_evidence(badge: &Map<String, Value>) -> Vec<Evidence> {
    let narrative = text(badge, "narrative").map(|narrative| Evidence {
        narrative: Some(narrative),
        ..Evidence::default()
    });
    let pieces = list(badge.get("evidence"))
        .iter()
        .filter_map(|piece| match piece {
            Value::String(page) => Some(Evidence {
                id: Some(page.clone()),
                ..Evidence::default()
            }),
            Value::Object(members) => Some(evidence(members)),
            _ => None,
        });
    narrative.into_iter().chain(pieces).collect()
}
