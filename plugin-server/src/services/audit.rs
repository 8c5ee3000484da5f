//! The audit trail: who did what. It is written beside the act, and nobody can change it from here.

use crate::{
    db::audit_entries::{self, AuditEntry},
    error::AppError,
    ids::random_id,
    state::App,
};

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who administers the whole server; with the name that their link was made for.
    Administrator(Option<String>),
    /// Somebody who administers one organisation.
    Organisation(Option<String>),
    /// Somebody whom a platform sent.
    Person {
        /// The platform's registration.
        registration_id: String,
        /// Who, as the platform names them.
        subject: Option<String>,
    },
    /// This server, by itself.
    Server,
}

impl Actor {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Administrator(_) => "administrator",
            Self::Organisation(_) => "organisation",
            Self::Person { .. } => "person",
            Self::Server => "server",
        }
    }

    fn name(&self) -> Option<String> {
        match self {
            Self::Administrator(holder) | Self::Organisation(holder) => holder.clone(),
            Self::Person {
                registration_id,
                subject,
            } => Some(format!("{registration_id} {}", subject.as_deref().unwrap_or("?"))),
            Self::Server => None,
        }
    }
}

/// Writes the actions: a word of the database and of the catalogues (`did-<word>`) for each.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// What is done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word that the database keeps.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

actions! {
    /// A one-time link was used.
    SessionOpened = "session-opened",
    /// A one-time link was made for somebody; the target is their name.
    LinkMade = "link-made",
    /// An organisation was made.
    OrganisationMade = "organisation-made",
    /// An organisation's name or site was changed.
    OrganisationChanged = "organisation-changed",
    /// A platform was given to an organisation.
    PlatformGiven = "platform-given",
    /// What the teachers of a platform may do was settled.
    TeachersSettled = "teachers-settled",
    /// A platform was connected, or its registration changed.
    PlatformChanged = "platform-changed",
    /// An invitation to register was made; the target is the platform's host, or the invitation's identifier.
    PlatformInvited = "platform-invited",
    /// An invitation to register was withdrawn.
    InviteWithdrawn = "invite-withdrawn",
    /// A platform registered by itself, or again.
    PlatformRegistered = "platform-registered",
    /// A deployment that waited was approved.
    DeploymentApproved = "deployment-approved",
    /// A token of a platform's interface, or a secret of its messages, was set up.
    CompletionSetUp = "completion-set-up",
    /// A token or a secret was forgotten.
    CompletionForgotten = "completion-forgotten",
    /// Learners were chosen for a badge, or no longer.
    PeopleChosen = "people-chosen",
    /// A code for a badge was made.
    CodeMade = "code-made",
    /// A code for a badge was ended.
    CodeEnded = "code-ended",
    /// A badge was made.
    BadgeMade = "badge-made",
    /// A badge was changed.
    BadgeChanged = "badge-changed",
    /// A badge was shared as a model.
    ModelShared = "model-shared",
    /// A badge is no longer a model.
    ModelWithdrawn = "model-withdrawn",
    /// A badge was chosen for a course.
    BadgeChosen = "badge-chosen",
    /// A badge was put on an activity.
    BadgePlaced = "badge-placed",
    /// A badge was taken off an activity.
    BadgeTakenOff = "badge-taken-off",
    /// The tool's key was replaced; the target is the new one.
    ToolKeyReplaced = "tool-key-replaced",
    /// An organisation's signing key was replaced; the target is the new one.
    OrganisationKeyReplaced = "organisation-key-replaced",
    /// What was given up is sent again; the target is how many.
    DeliveriesReplayed = "deliveries-replayed",
    /// What an activity asks for its badge, or what happens then, was changed.
    ActivitySet = "activity-set",
    /// The badge of an activity was turned on.
    BadgeTurnedOn = "badge-turned-on",
    /// The badge of an activity was turned off.
    BadgeTurnedOff = "badge-turned-off",
    /// It was decided whether somebody gets the badge of an activity.
    PersonDecided = "person-decided",
    /// Badges were issued anew in their newest version.
    BadgesRenewed = "badges-renewed",
}

/// Notes that `actor` did `action` to `target`, for the organisation that it concerns, or for the whole server.
///
/// # Errors
/// When the database cannot be written.
pub async fn note(
    app: &App,
    actor: &Actor,
    organisation_id: Option<&str>,
    action: Action,
    target: &str,
) -> Result<(), AppError> {
    let entry = AuditEntry {
        id: random_id(app.entropy.as_ref())?,
        at: app.timestamp(),
        actor_kind: actor.kind().to_owned(),
        actor: actor.name(),
        organisation_id: organisation_id.map(str::to_owned),
        action: action.as_str().to_owned(),
        target: target.to_owned(),
    };
    Ok(audit_entries::insert(&app.db, &entry).await?)
}
