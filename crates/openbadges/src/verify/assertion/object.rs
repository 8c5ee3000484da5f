//! The objects that a badge consists of, each read where it says that it stands.
//!
//! What one document says about an object of another address proves nothing: it is read again there.

use serde_json::{Map, Value};

use super::document::{self, WantedDocument};
use super::upgrade::{Part, upgrade};
use super::version::Version;
use crate::address::WebAddress;
use crate::verify::case::{Case, Wants};
use crate::verify::document::NotRead;
use crate::verify::{Check, CheckId, Code, Note, Outcome};

/// An assertion, a badge class or a profile.
pub(super) struct Object {
    /// What the issuer calls it, if that leads where it was read; else the address.
    pub(super) id: String,
    /// Where it was read; `None` for an object that stands inside another and says no address of its own.
    pub(super) address: Option<WebAddress>,
    pub(super) version: Version,
    /// As it was read.
    pub(super) written: Map<String, Value>,
    /// In the shape of 2.0.
    pub(super) members: Map<String, Value>,
    /// Remarks about how it was read.
    pub(super) notes: Vec<Note>,
}

/// Why an object is not there.
#[derive(Debug, Clone)]
pub(super) enum Missing {
    /// What should name it does not, or was not read itself.
    NotNamed,
    /// Nothing could be read at its address.
    NotRead { url: WebAddress, reason: NotRead },
    /// What stands at its address says that it belongs to another host.
    OfAnother { url: WebAddress, found: String },
}

impl Missing {
    /// The address that says of itself that what stood there is gone for good.
    pub(super) const fn gone_from(&self) -> Option<&WebAddress> {
        match self {
            Self::NotRead {
                url,
                reason: NotRead::Status(410),
            } => Some(url),
            _ => None,
        }
    }

    /// What a check says that needed the object. Whose document it is, is a question of the issuer's alone.
    pub(super) fn explain(&self, id: CheckId) -> Check {
        let outcome = match id {
            CheckId::IssuerBinding => Outcome::Failed,
            _ => Outcome::NotChecked,
        };
        match self {
            Self::NotNamed => Check::not_checked(id, Code::NotReached),
            Self::NotRead { url, reason } => {
                let check = Check::not_checked(id, Code::DocumentUnreachable);
                reason.explain(check, url, Code::DocumentUnreachable)
            }
            Self::OfAnother { url, found } => Check::new(id, outcome, Code::DocumentOfAnother)
                .with("url", url.as_str())
                .with("found", found.as_str())
                .with("expected", url.as_str()),
        }
    }
}

impl Object {
    /// The object that `value` names by its address, or is.
    ///
    /// An object that stands in the place of its address is read again there, if it says one.
    pub(super) fn resolve(
        case: &Case<'_>,
        value: Option<&Value>,
        class: Part,
        outer: Version,
        wants: &mut Wants,
    ) -> Result<Self, Missing> {
        let value = value.ok_or(Missing::NotNamed)?;
        let id = value.get("id").unwrap_or(value).as_str();
        match (id.map(WebAddress::parse), value) {
            (Some(Ok(address)), _) => Self::read(case, &address, id.unwrap_or_default(), class, wants),
            (_, Value::Object(members)) => Ok(Self::inside(members, class, Version::of_part(members, outer))),
            _ => Err(Missing::NotNamed),
        }
    }

    /// An object without an address of its own, which counts as far as what it stands in.
    pub(super) fn inside(written: &Map<String, Value>, class: Part, version: Version) -> Self {
        let members = upgrade(written, class, version, None);
        let text = |name: &str| members.get(name).and_then(Value::as_str).map(str::to_owned);
        // 0.5 knows an issuer by its website only.
        let website = text("url").filter(|_| class == Part::Profile && version == Version::V0_5);
        Self {
            id: website.or_else(|| text("id")).unwrap_or_default(),
            address: None,
            version,
            written: written.clone(),
            members,
            notes: Vec::new(),
        }
    }

    /// The object at `address`, which was named as `name`.
    fn read(
        case: &Case<'_>,
        address: &WebAddress,
        name: &str,
        class: Part,
        wants: &mut Wants,
    ) -> Result<Self, Missing> {
        let mut object = Self::at(case, address, class, wants)?;
        let found = object
            .written
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or(name)
            .to_owned();
        match WebAddress::parse(&found) {
            Ok(own) if own.is_same_place(address) => object.id = found,
            Ok(own) if own.host_and_port() != address.host_and_port() => {
                return Err(Missing::OfAnother {
                    url: address.clone(),
                    found,
                });
            }
            // It stays what its address says: by another name of the same host, nobody is impersonated.
            _ => object.notes.push(
                Note::new(Code::DocumentIdDiffers)
                    .with("url", address.as_str())
                    .with("found", found),
            ),
        }
        Ok(object)
    }

    /// The object at `address`, whatever it calls itself.
    pub(super) fn at(
        case: &Case<'_>,
        address: &WebAddress,
        class: Part,
        wants: &mut Wants,
    ) -> Result<Self, Missing> {
        let not_read = |reason| Missing::NotRead {
            url: address.clone(),
            reason,
        };
        let found = document::read(case, address, WantedDocument::Object, wants).map_err(not_read)?;
        let written = found
            .object(&case.policy.limits)
            .ok_or_else(|| not_read(NotRead::Unreadable))?;
        let version = Version::of(&written);
        Ok(Self {
            id: address.as_str().to_owned(),
            members: upgrade(&written, class, version, Some(address)),
            address: Some(address.clone()),
            version,
            written,
            notes: found.notes,
        })
    }

    /// Text of a member in the shape of 2.0.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.members.get(name).and_then(Value::as_str)
    }

    /// An object in a member, in the shape of 2.0.
    pub(super) fn object(&self, name: &str) -> Option<&Map<String, Value>> {
        self.members.get(name).and_then(Value::as_object)
    }
}
