//! The classes of [Open Badges 3.0](https://www.imsglobal.org/spec/ob/v3p0/#data-model), one per file.
//!
//! Each file has the class as it is written, and the rules by which a stranger's object of that class is read.
//! Writing makes Verifiable Credentials 2.0; what a constructor asks for is what the specification requires.

mod achievement;
mod achievement_subject;
mod address;
mod alignment;
mod clr_credential;
mod credential;
mod criteria;
mod date_time;
mod endorsement;
mod evidence;
mod identifier_entry;
mod identity_object;
mod image;
mod iri;
mod profile;
pub(crate) mod reading;
mod related;
mod related_resource;
mod result;
mod result_description;
mod result_links;
mod rubric_criterion_level;
mod status_entry;
pub(crate) mod v2;
mod verifiable_credential;

pub use achievement::Achievement;
pub use achievement_subject::AchievementSubject;
pub use alignment::Alignment;
pub use credential::OpenBadgeCredential;
pub use criteria::Criteria;
pub(crate) use date_time::{DateTime, format_date_time, parse_date_time};
pub use endorsement::EndorsementCredential;
pub use evidence::Evidence;
pub use identity_object::{HashMatch, IdentityObject};
pub(crate) use identity_object::{identity_matches, is_identity_hash};
pub use image::Image;
pub use iri::{Iri, NotAnIri};
pub use profile::Profile;
pub use reading::{Fault, FaultKind};
pub use related_resource::RelatedResource;
pub use result::Result;
pub use result_description::{ResultDescription, ResultType};
pub use status_entry::{BitstringStatusListEntry, StatusPurpose};
pub use verifiable_credential::faults_of_verifiable_credential;

pub(crate) use clr_credential::faults_of_clr;
pub(crate) use credential::faults_of_badge;
pub(crate) use endorsement::faults_of_endorsement;
