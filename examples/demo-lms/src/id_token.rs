//! The claims of a launch, in the shape Moodle sends them.

use serde_json::{Map, Value, json};

use crate::{
    activity::BADGE_RESOURCE_LINK,
    config::Privacy,
    lms::Lms,
    memory::{DocumentTarget, Launch},
    person::Person,
    texts::Texts,
    vocab::{CLIENT_ID, CONTEXT_ID, CONTEXT_LABEL, DEPLOYMENT_ID, ID_TOKEN_LIFETIME_SECONDS, claim},
};

/// The claims of a resource link launch of the badge activity
/// ([LTI 1.3, section 5.3](https://www.imsglobal.org/spec/lti/v1p3/#required-message-claims)).
///
/// `aud` is a string, there is no `azp` and no `nbf`, and the context type is the short form: as Moodle does it.
pub(crate) fn claims(lms: &Lms, person: Person, launch: &Launch, nonce: &str) -> Map<String, Value> {
    let texts = Texts::of(launch.language);
    let issued_at = lms.now().unix_timestamp();
    let mut claims = Map::new();
    let mut put = |name: &str, value: Value| {
        claims.insert(name.to_owned(), value);
    };
    put("iss", json!(lms.issuer()));
    put("aud", json!(CLIENT_ID));
    put("sub", json!(person.id()));
    put("iat", json!(issued_at));
    put("exp", json!(issued_at.saturating_add(ID_TOKEN_LIFETIME_SECONDS)));
    put("nonce", json!(nonce));
    put(claim::MESSAGE_TYPE, json!("LtiResourceLinkRequest"));
    put(claim::VERSION, json!("1.3.0"));
    put(claim::DEPLOYMENT_ID, json!(DEPLOYMENT_ID));
    put(claim::TARGET_LINK_URI, json!(lms.redirect_uri()));
    put(claim::ROLES, json!(person.roles()));
    put(
        claim::CONTEXT,
        json!({"id": CONTEXT_ID, "label": CONTEXT_LABEL, "title": texts.course, "type": ["CourseSection"]}),
    );
    put(
        claim::RESOURCE_LINK,
        json!({"id": BADGE_RESOURCE_LINK, "title": texts.badge, "description": ""}),
    );
    put(
        claim::LIS,
        json!({"person_sourcedid": "", "course_section_sourcedid": ""}),
    );
    put(claim::LAUNCH_PRESENTATION, launch_presentation(lms, launch));
    put(
        claim::TOOL_PLATFORM,
        json!({
            "guid": lms.guid(),
            "name": texts.site,
            "description": texts.site,
            "product_family_code": "demo-lms",
            "version": env!("CARGO_PKG_VERSION"),
        }),
    );
    match launch.privacy {
        Privacy::Full => {
            let (given, family) = person.names();
            put("name", json!(person.full_name()));
            put("given_name", json!(given));
            put("family_name", json!(family));
            put("email", json!(person.email()));
            put(
                claim::EXT,
                json!({"user_username": person.slug(), "lms": "demo-lms"}),
            );
        }
        Privacy::Minimal => put(claim::EXT, json!({"lms": "demo-lms"})),
    }
    claims
}

fn launch_presentation(lms: &Lms, launch: &Launch) -> Value {
    let document_target = match launch.target {
        DocumentTarget::Iframe => "iframe",
        DocumentTarget::Window => "window",
    };
    json!({
        "locale": launch.language.tag(),
        "document_target": document_target,
        "return_url": format!("{}/course", lms.issuer()),
    })
}
