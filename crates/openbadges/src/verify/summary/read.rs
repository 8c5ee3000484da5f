//! Copying what a credential says into a [`Summary`], version by version the same shape.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{AchievedResult, Alignment, Criteria, Evidence, Image, Issuer, Recipient, Summary};
use crate::verify::case::list;

/// The summary of a badge of Open Badges 3.0, an endorsement or an envelope of credentials, whose every term is
/// signed. What an endorsement says of what it endorses is its description.
///
/// `domain` is the host that published the issuer's key.
pub(in crate::verify) fn of_credential(credential: &Map<String, Value>, domain: Option<&str>) -> Summary {
    let empty = Map::new();
    let subject = object(credential.get("credentialSubject")).unwrap_or(&empty);
    let achievement = object(subject.get("achievement")).unwrap_or(&empty);
    let measures = Measures::of(achievement);
    Summary {
        id: text(credential, "id"),
        name: text(achievement, "name").or_else(|| text(credential, "name")),
        description: text(achievement, "description")
            .or_else(|| text(subject, "endorsementComment"))
            .or_else(|| text(credential, "description")),
        language: text(achievement, "inLanguage"),
        achievement_id: text(achievement, "id"),
        criteria: object(achievement.get("criteria")).map(|criteria| Criteria {
            id: text(criteria, "id"),
            narrative: text(criteria, "narrative"),
        }),
        image: image(achievement.get("image")).or_else(|| image(credential.get("image"))),
        issuer: issuer(credential.get("issuer"), domain),
        valid_from: text(credential, "validFrom").or_else(|| text(credential, "issuanceDate")),
        valid_until: text(credential, "validUntil").or_else(|| text(credential, "expirationDate")),
        awarded: text(credential, "awardedDate"),
        recipient: recipient(subject),
        evidence: objects(credential.get("evidence")).map(evidence).collect(),
        alignments: objects(achievement.get("alignment")).map(alignment).collect(),
        results: objects(subject.get("result"))
            .map(|result| measures.told(result))
            .collect(),
    }
}

fn object(value: Option<&Value>) -> Option<&Map<String, Value>> {
    value?.as_object()
}

fn objects(value: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    list(value).iter().filter_map(Value::as_object)
}

/// The text of a member; of a text per language, the first that the credential gives.
pub(in crate::verify) fn text(members: &Map<String, Value>, name: &str) -> Option<String> {
    in_some_language(members.get(name)?).map(str::to_owned)
}

fn in_some_language(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(values) => values.iter().find_map(in_some_language),
        Value::Object(members) => {
            let value = members.get("@value");
            value.or_else(|| members.values().next()).and_then(Value::as_str)
        }
        _ => None,
    }
}

pub(in crate::verify) fn image(value: Option<&Value>) -> Option<Image> {
    match value? {
        Value::String(id) => Some(Image {
            id: id.clone(),
            caption: None,
        }),
        Value::Object(image) => Some(Image {
            id: text(image, "id")?,
            caption: text(image, "caption"),
        }),
        _ => None,
    }
}

fn issuer(value: Option<&Value>, domain: Option<&str>) -> Option<Issuer> {
    let domain = domain.map(str::to_owned);
    match value? {
        Value::String(id) => Some(Issuer {
            id: id.clone(),
            name: None,
            url: None,
            domain,
        }),
        Value::Object(profile) => Some(Issuer {
            id: text(profile, "id")?,
            name: text(profile, "name"),
            url: text(profile, "url"),
            domain,
        }),
        _ => None,
    }
}

fn recipient(subject: &Map<String, Value>) -> Recipient {
    let identities = || objects(subject.get("identifier"));
    let is_clear_name = |identity: &&Map<String, Value>| {
        identity.get("identityType").is_some_and(|kind| kind == "name")
            && identity.get("hashed") == Some(&Value::Bool(false))
    };
    Recipient {
        id: text(subject, "id"),
        name: identities()
            .find(is_clear_name)
            .and_then(|identity| text(identity, "identityHash")),
        identity_types: identities()
            .filter_map(|identity| text(identity, "identityType"))
            .collect(),
    }
}

pub(in crate::verify) fn evidence(evidence: &Map<String, Value>) -> Evidence {
    Evidence {
        id: text(evidence, "id"),
        name: text(evidence, "name"),
        description: text(evidence, "description"),
        narrative: text(evidence, "narrative"),
        genre: text(evidence, "genre"),
        audience: text(evidence, "audience"),
    }
}

pub(in crate::verify) fn alignment(alignment: &Map<String, Value>) -> Alignment {
    Alignment {
        name: text(alignment, "targetName"),
        url: text(alignment, "targetUrl"),
        framework: text(alignment, "targetFramework"),
        code: text(alignment, "targetCode"),
        description: text(alignment, "targetDescription"),
    }
}

/// What an achievement measures, by the identifiers that results refer to; looked through once for all of them.
struct Measures<'a> {
    descriptions: BTreeMap<&'a str, &'a Map<String, Value>>,
    /// By the description and the level, and by the level alone: issuers are seen to name one of another description.
    levels: BTreeMap<(Option<&'a str>, &'a str), &'a Map<String, Value>>,
}

impl<'a> Measures<'a> {
    fn of(achievement: &'a Map<String, Value>) -> Self {
        let mut measures = Self {
            descriptions: BTreeMap::new(),
            levels: BTreeMap::new(),
        };
        for description in objects(achievement.get("resultDescription")) {
            let Some(id) = id_of(description, "id") else {
                continue;
            };
            measures.descriptions.entry(id).or_insert(description);
            for level in objects(description.get("rubricCriterionLevel")) {
                let Some(name) = id_of(level, "id") else { continue };
                measures.levels.entry((Some(id), name)).or_insert(level);
                measures.levels.entry((None, name)).or_insert(level);
            }
        }
        measures
    }

    /// A result in words.
    fn told(&self, result: &Map<String, Value>) -> AchievedResult {
        let description = id_of(result, "resultDescription");
        let level = id_of(result, "achievedLevel").and_then(|level| {
            let own = self.levels.get(&(description, level));
            own.or_else(|| self.levels.get(&(None, level)))
        });
        let described = description.and_then(|id| self.descriptions.get(id));
        AchievedResult {
            name: described.and_then(|described| text(described, "name")),
            result_type: described.and_then(|described| text(described, "resultType")),
            value: text(result, "value"),
            level: level.and_then(|level| text(level, "name")),
            status: text(result, "status"),
        }
    }
}

fn id_of<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    members.get(name)?.as_str()
}
