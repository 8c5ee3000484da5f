//! What the person may do.

use serde::Deserialize;

use super::Claim;
use crate::vocab::{claim, role};

/// Roles that somebody who only learns does not have in the course.
const STAFF: [&str; 5] = [
    role::INSTRUCTOR,
    role::CONTENT_DEVELOPER,
    role::ADMINISTRATOR,
    role::MENTOR,
    role::TEACHING_ASSISTANT,
];

/// What the person may do; it may be nothing.
/// [LTI Core, section 5.3.7](https://www.imsglobal.org/spec/lti/v1p3/#roles-claim).
///
/// ```json
/// ["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"]
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Roles(Vec<String>);

impl Roles {
    /// The roles as the platform wrote them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether this person learns in the course and does nothing else there: the only people who earn. A test
    /// user, and an administrator of the course, the institution or the platform, is not one.
    ///
    /// A teacher elsewhere in the institution who takes this course as a learner is one.
    #[must_use]
    pub fn is_learner(&self) -> bool {
        self.learns() && !self.is_staff() && !self.is_test_user()
    }

    /// Whether this person learns in the course, whatever else they do there.
    #[must_use]
    pub fn learns(&self) -> bool {
        self.parsed()
            .any(|role| role.is_in_course() && role.principal == role::LEARNER)
    }

    /// Whether this person teaches, designs, observes or administers here, whatever else they are.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.parsed().any(|role| {
            let in_course = role.is_in_course() && STAFF.iter().any(|staff| role.names(staff));
            in_course || role.names(role::ADMINISTRATOR)
        })
    }

    /// Whether this person may choose content for the course: its instructors, content developers and
    /// administrators, but neither assistants nor observers.
    #[must_use]
    pub fn may_place_content(&self) -> bool {
        let may = [role::INSTRUCTOR, role::CONTENT_DEVELOPER, role::ADMINISTRATOR];
        self.parsed().any(|role| {
            role.is_in_course() && may.contains(&role.principal) && !role.names(role::TEACHING_ASSISTANT)
        })
    }

    /// Whether the platform made this person up to try the course.
    #[must_use]
    pub fn is_test_user(&self) -> bool {
        self.parsed().any(|role| role.names(role::TEST_USER))
    }

    fn parsed(&self) -> impl Iterator<Item = Role<'_>> {
        self.iter().filter_map(Role::parse)
    }
}

impl FromIterator<String> for Roles {
    fn from_iter<T: IntoIterator<Item = String>>(roles: T) -> Self {
        Self(roles.into_iter().collect())
    }
}

impl Claim for Roles {
    const KEY: &'static str = claim::ROLES;
}

/// Where a role counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Course,
    Elsewhere,
}

/// One role: `membership#Learner`, or with a sub-role `membership/Instructor#TeachingAssistant`.
struct Role<'a> {
    scope: Scope,
    principal: &'a str,
    sub_role: Option<&'a str>,
}

impl<'a> Role<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let course = |principal, sub_role| {
            Some(Self {
                scope: Scope::Course,
                principal,
                sub_role,
            })
        };
        if let Some(legacy) = text.strip_prefix(role::LEGACY_MEMBERSHIP) {
            return match legacy.split_once('/') {
                Some((principal, sub_role)) => course(principal, Some(sub_role)),
                None => course(legacy, None),
            };
        }
        let Some((vocabulary, name)) = text.split_once('#') else {
            // The short form is for context roles only.
            return (!text.contains([':', '/'])).then_some(Self {
                scope: Scope::Course,
                principal: text,
                sub_role: None,
            });
        };
        if vocabulary == role::MEMBERSHIP {
            return course(name, None);
        }
        if let Some(principal) = vocabulary
            .strip_prefix(role::MEMBERSHIP)
            .and_then(|rest| rest.strip_prefix('/'))
        {
            return course(principal, Some(name));
        }
        [role::INSTITUTION, role::SYSTEM, role::LTI_SYSTEM]
            .contains(&vocabulary)
            .then_some(Self {
                scope: Scope::Elsewhere,
                principal: name,
                sub_role: None,
            })
    }

    fn is_in_course(&self) -> bool {
        self.scope == Scope::Course
    }

    fn names(&self, name: &str) -> bool {
        self.principal == name || self.sub_role == Some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(names: &[&str]) -> Roles {
        Roles(names.iter().map(|&name| name.to_owned()).collect())
    }

    #[test]
    fn a_learner_of_the_course_is_a_learner_in_every_spelling() {
        for name in [
            "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner",
            "http://purl.imsglobal.org/vocab/lis/v2/membership/Learner#GuestLearner",
            "urn:lti:role:ims/lis/Learner",
            "urn:lti:role:ims/lis/Learner/GuestLearner",
            "Learner",
        ] {
            assert!(roles(&[name]).is_learner(), "{name}");
        }
    }

    #[test]
    fn a_learner_with_any_other_office_is_no_learner() {
        for other in [
            "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor",
            "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant",
            "http://purl.imsglobal.org/vocab/lis/v2/membership#ContentDeveloper",
            "http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor",
            "http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator",
            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
            "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator",
            "http://purl.imsglobal.org/vocab/lti/system/person#TestUser",
            "http://purl.imsglobal.org/vocab/lis/v2/system/person#TestUser",
            "urn:lti:role:ims/lis/Instructor",
            "TeachingAssistant",
            "Instructor",
        ] {
            assert!(
                !roles(&["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner", other]).is_learner(),
                "{other}"
            );
        }
    }

    #[test]
    fn a_teacher_elsewhere_who_takes_the_course_is_a_learner() {
        let roles = roles(&[
            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor",
            "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner",
        ]);
        assert!(roles.is_learner());
        assert!(!roles.may_place_content());
    }

    #[test]
    fn a_learner_who_also_teaches_still_learns() {
        assert!(roles(&["Learner", "Instructor"]).learns());
        assert!(!roles(&["Mentor"]).learns());
        assert!(!roles(&["http://purl.imsglobal.org/vocab/lis/v2/institution/person#Learner"]).learns());
    }

    #[test]
    fn a_role_outside_the_course_makes_no_learner() {
        for name in [
            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Learner",
            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student",
            "http://purl.imsglobal.org/vocab/lis/v2/system/person#None",
            "https://evil.example/vocab#Learner",
            "https://evil.example/Learner",
            "learner",
            "",
        ] {
            assert!(!roles(&[name]).is_learner(), "{name}");
        }
        assert!(!roles(&[]).is_learner());
    }

    #[test]
    fn only_those_who_make_the_course_place_content() {
        assert!(roles(&["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"]).may_place_content());
        assert!(roles(&["ContentDeveloper"]).may_place_content());
        assert!(
            !roles(&["http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant"])
                .may_place_content()
        );
        assert!(!roles(&["http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor"]).may_place_content());
        assert!(
            !roles(&["http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator"])
                .may_place_content()
        );
    }
}
