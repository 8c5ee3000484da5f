//! The claims of the messages to a tool, in the shape Moodle sends them.

mod custom;
mod deep_linking;
mod resource_link;

pub(crate) use deep_linking::claims as deep_linking;
pub(crate) use resource_link::claims as resource_link;

use serde_json::{Map, Value, json};

use crate::{
    lms::Lms,
    memory::Launch,
    person::Person,
    quirks::Quirks,
    service_urls,
    texts::Texts,
    tool::Tool,
    vocab::{CONTEXT_ID, CONTEXT_LABEL, PRODUCT, VERSION, claim},
};

/// How long an id_token is good for, in seconds: Moodle's are short.
const SHORT_LIFETIME_SECONDS: i64 = 60;
const LONG_LIFETIME_SECONDS: i64 = 3600;

/// What every message of a launch says.
///
/// `aud` is a string, there is no `azp` and no `nbf`, and the context type is the short form: as Moodle does it.
fn common(lms: &Lms, tool: &Tool, person: Person, launch: &Launch, quirks: &Quirks) -> Map<String, Value> {
    let texts = Texts::of(launch.language);
    let issued_at = lms.now().unix_timestamp();
    let lifetime = if quirks.short_tokens {
        SHORT_LIFETIME_SECONDS
    } else {
        LONG_LIFETIME_SECONDS
    };
    let mut claims = Map::new();
    let mut put = |name: &str, value: Value| {
        claims.insert(name.to_owned(), value);
    };
    put("iss", json!(lms.issuer()));
    put("aud", json!(tool.client_id));
    put("sub", json!(person.id()));
    put("iat", json!(issued_at));
    put("exp", json!(issued_at.saturating_add(lifetime)));
    put(claim::VERSION, json!(VERSION));
    put(claim::DEPLOYMENT_ID, json!(tool.number.to_string()));
    put(claim::ROLES, json!(person.roles()));
    put(
        claim::CONTEXT,
        json!({"id": CONTEXT_ID, "label": CONTEXT_LABEL, "title": texts.course, "type": ["CourseSection"]}),
    );
    put(
        claim::LIS,
        json!({"person_sourcedid": "", "course_section_sourcedid": ""}),
    );
    put(
        claim::TOOL_PLATFORM,
        json!({
            "guid": lms.guid(),
            "name": texts.site,
            "description": texts.site,
            "product_family_code": PRODUCT,
            "version": env!("CARGO_PKG_VERSION"),
        }),
    );
    if tool.reads_roster() {
        put(
            claim::NAMES_ROLE_SERVICE,
            json!({
                "context_memberships_url": service_urls::memberships(lms, tool),
                "service_versions": ["1.0", "2.0"],
            }),
        );
    }
    put_person(&mut claims, person, launch);
    claims
}

fn put_person(claims: &mut Map<String, Value>, person: Person, launch: &Launch) {
    let mut ext = json!({"lms": PRODUCT});
    if launch.shares.name {
        let (given, family) = person.names();
        claims.insert("name".to_owned(), json!(person.full_name()));
        claims.insert("given_name".to_owned(), json!(given));
        claims.insert("family_name".to_owned(), json!(family));
        ext["user_username"] = json!(person.slug());
    }
    if launch.shares.email {
        claims.insert("email".to_owned(), json!(person.email()));
    }
    claims.insert(claim::EXT.to_owned(), ext);
}
