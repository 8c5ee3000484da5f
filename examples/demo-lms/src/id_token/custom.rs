//! The custom values of a launch, with variables filled in.

use serde_json::{Map, Value, json};

use crate::{
    link::Link,
    lms::Lms,
    memory::Launch,
    person::Person,
    service_urls,
    texts::Texts,
    tool::Tool,
    vocab::{CONTEXT_ID, CONTEXT_LABEL},
};

/// The activity that a launch opens.
pub(super) struct AboutLink<'a> {
    pub(super) link: &'a Link,
    pub(super) title: &'a str,
}

/// The values of the link and of the tool, which wins. As in Moodle each comes a second time under a name in small
/// letters, and a request for content has no value where a variable is about a link.
pub(super) fn values(
    lms: &Lms,
    tool: &Tool,
    person: Person,
    launch: &Launch,
    about: Option<AboutLink<'_>>,
) -> Value {
    let of_link = about.as_ref().map_or(&[][..], |about| &about.link.custom);
    let mut values = Map::new();
    for (name, value) in of_link.iter().chain(&tool.custom) {
        let value = filled(value, person, launch, about.as_ref());
        values.insert(small(name), value.clone());
        values.insert(name.clone(), value);
    }
    if tool.reads_roster() {
        let roster = service_urls::memberships(lms, tool);
        values.insert("context_memberships_url".to_owned(), json!(roster));
    }
    Value::Object(values)
}

/// The value, which is filled in only if the whole of it is one variable. A variable that is not known stays as it is.
fn filled(value: &str, person: Person, launch: &Launch, about: Option<&AboutLink<'_>>) -> Value {
    let (shares, texts) = (launch.shares, Texts::of(launch.language));
    let (given, family) = person.names();
    let shared = |is_shared: bool, value: String| if is_shared { value } else { String::new() };
    json!(match value {
        "$User.id" => person.id(),
        "$User.username" => shared(shares.name, person.slug()),
        "$Person.name.full" => shared(shares.name, person.full_name()),
        "$Person.name.given" => shared(shares.name, given.to_owned()),
        "$Person.name.family" => shared(shares.name, family),
        "$Person.email.primary" => shared(shares.email, person.email()),
        "$Context.id" => CONTEXT_ID.to_owned(),
        "$Context.label" | "$CourseSection.label" => CONTEXT_LABEL.to_owned(),
        "$Context.title" | "$CourseSection.title" => texts.course.to_owned(),
        // No course of this LMS is a copy.
        "$Context.id.history" => String::new(),
        "$Membership.role" => person.roster_role(false).to_owned(),
        "$ResourceLink.id" => return json!(about.map(|about| &about.link.id)),
        "$ResourceLink.title" => return json!(about.map(|about| about.title)),
        literal => literal.to_owned(),
    })
}

fn small(name: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter.to_ascii_lowercase()
        } else {
            '_'
        }
    };
    name.chars().map(plain).collect()
}
