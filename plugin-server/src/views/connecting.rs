//! The administration pages that connect a platform: invitations, what to copy, and the test.

use askama::Template;
use time::OffsetDateTime;

use crate::{
    db::{registration_invites::RegistrationInvite, registrations::Registration},
    i18n::Texts,
    services::{
        choosing::TeachersMay,
        platform_guides::{GUIDES, Guide, Ours, Theirs},
        registering::{CONTEXT_HISTORY, Person},
        self_test::{Known, Line, Outcome, Subject},
    },
    views::{admin::permissions, design::Problem},
};

/// An invitation in the list of platforms.
#[derive(Debug)]
pub(crate) struct InviteRow {
    pub(crate) id: String,
    pub(crate) sentence: String,
}

impl InviteRow {
    /// The row of an invitation that may still be used.
    pub(crate) fn new(t: Texts, invite: RegistrationInvite) -> Self {
        let until = day(t, invite.expires_at);
        Self {
            id: invite.id,
            sentence: match invite.platform_host {
                Some(host) => t.invite_open_for(host, until),
                None => t.invite_open(until),
            },
        }
    }
}

/// What a person wrote about an invitation.
#[derive(Debug)]
pub(crate) struct InviteForm {
    pub(crate) platform: String,
    pub(crate) person: Person,
    pub(crate) teachers_may: TeachersMay,
}

/// The form of a new invitation; for a registration, of one that may replace its addresses.
#[derive(Debug, Template)]
#[template(path = "admin/invite.html")]
pub(crate) struct InvitePage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) registration: Option<&'a Registration>,
    pub(crate) form: InviteForm,
    pub(crate) problems: Vec<Problem>,
}

impl InvitePage<'_> {
    fn persons(&self) -> [(&'static str, String, bool); 3] {
        Person::ALL.map(|person| {
            let label = match person {
                Person::Nothing => self.t.invite_person_nothing(),
                Person::Name => self.t.invite_person_name(),
                Person::NameAndEmail => self.t.invite_person_email(),
            };
            (person.as_str(), label, person == self.form.person)
        })
    }

    fn permissions(&self) -> [(&'static str, String, bool); 3] {
        permissions(self.t, self.form.teachers_may)
    }
}

/// The address of a new invitation, shown once.
#[derive(Debug, Template)]
#[template(path = "admin/invited.html")]
pub(crate) struct InvitedPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) address: &'a str,
    pub(crate) until: String,
}

impl<'a> InvitedPage<'a> {
    /// The page of an invitation.
    pub(crate) fn new(t: Texts, csrf: String, address: &'a str, expires_at: OffsetDateTime) -> Self {
        Self {
            t,
            csrf,
            address,
            until: t.date(expires_at),
        }
    }
}

/// This server's own values, for platforms to copy.
#[derive(Debug)]
pub(crate) struct OwnValues {
    pub(crate) login_url: String,
    pub(crate) launch_url: String,
    pub(crate) keys_url: String,
    pub(crate) domain: String,
    pub(crate) canvas_url: String,
}

/// What to copy into one platform, and what to bring back.
#[derive(Debug, Template)]
#[template(path = "admin/paste.html")]
pub(crate) struct GuidePage {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) guide: &'static Guide,
    pub(crate) own: OwnValues,
    /// What Canvas takes in the place of the fields, where the platform is Canvas.
    pub(crate) canvas: Option<String>,
}

impl GuidePage {
    fn guides(&self) -> &'static [Guide] {
        &GUIDES
    }

    fn value(&self, ours: &Ours) -> String {
        match ours {
            Ours::Name => self.t.tool_name(),
            Ours::Login => self.own.login_url.clone(),
            Ours::Launch => self.own.launch_url.clone(),
            Ours::Keys => self.own.keys_url.clone(),
            Ours::Domain => self.own.domain.clone(),
            Ours::ContextHistory => {
                let (name, value) = CONTEXT_HISTORY;
                format!("{name}={value}")
            }
            Ours::CanvasDescription => self.own.canvas_url.clone(),
            Ours::Choice(choice) => (*choice).to_owned(),
        }
    }

    /// What this server calls a value of the platform.
    fn label(&self, theirs: &Theirs) -> String {
        match theirs {
            Theirs::Issuer => self.t.registration_issuer(),
            Theirs::ClientId => self.t.registration_client_id(),
            Theirs::AuthUrl => self.t.registration_auth_url(),
            Theirs::TokenUrl => self.t.registration_token_url(),
            Theirs::TokenAudience => self.t.registration_token_audience(),
            Theirs::KeysUrl => self.t.registration_jwks_url(),
            Theirs::Deployment => self.t.registration_deployments(),
        }
    }
}

/// One line of the test, in words.
#[derive(Debug)]
pub(crate) struct TestRow {
    pub(crate) title: String,
    /// `works`, `fails` or `unknown`, for the style.
    pub(crate) state: &'static str,
    pub(crate) word: String,
    pub(crate) sentence: String,
    pub(crate) advice: Option<String>,
    pub(crate) code: Option<String>,
}

/// What is known of a connection, and the button that asks now.
#[derive(Debug, Template)]
#[template(path = "admin/self_test.html")]
pub(crate) struct SelfTestPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) registration: &'a Registration,
    pub(crate) rows: Vec<TestRow>,
    /// What is known of fetches of our keys, in sentences.
    pub(crate) fetches: Vec<String>,
    /// How browsers tied launches to themselves, in sentences.
    pub(crate) browsers: Vec<String>,
}

impl<'a> SelfTestPage<'a> {
    /// The page of what is `known`.
    pub(crate) fn new(t: Texts, csrf: String, registration: &'a Registration, known: Known) -> Self {
        let own = known
            .own_keys_read_at
            .map(|at| t.test_keys_read_by_this(t.day_and_time(at)));
        let anybody = known
            .keys_fetched_at
            .map(|at| t.test_keys_read_by_somebody(t.day_and_time(at)));
        let ways = [
            known
                .by_cookie_at
                .map(|at| t.test_browser_cookie(t.day_and_time(at))),
            known
                .by_storage_at
                .map(|at| t.test_browser_storage(t.day_and_time(at))),
            known
                .in_window_at
                .map(|at| t.test_browser_window(t.day_and_time(at))),
        ];
        Self {
            t,
            csrf,
            registration,
            rows: known.lines.into_iter().map(|line| row(t, line)).collect(),
            fetches: own.into_iter().chain(anybody).collect(),
            browsers: ways.into_iter().flatten().collect(),
        }
    }
}

fn row(t: Texts, line: Line) -> TestRow {
    let Line {
        subject,
        outcome,
        seen_at,
    } = line;
    let at = seen_at.map(|at| t.day_and_time(at)).unwrap_or_default();
    let title = match subject {
        Subject::Launch => t.test_launch(),
        Subject::PlatformKeys => t.test_platform_keys(),
        Subject::Clock => t.test_clock(),
        Subject::OwnKeys => t.test_own_keys(),
        Subject::Token => t.test_token(),
        Subject::Roster => t.test_roster(),
        Subject::Columns => t.test_columns(),
    };
    match outcome {
        Outcome::Works(number) => TestRow {
            title,
            state: "works",
            word: t.test_works(),
            sentence: works(t, subject, number.unwrap_or_default(), at),
            advice: None,
            code: None,
        },
        Outcome::Fails(code) => TestRow {
            title,
            state: "fails",
            word: t.test_fails(),
            sentence: t.test_tried(at),
            advice: t
                .error(&format!("test-{code}"))
                .or_else(|| Some(t.test_look_in_log())),
            code: Some(code),
        },
        Outcome::Unknown => TestRow {
            title,
            state: "unknown",
            word: t.test_unknown(),
            sentence: unknown(t, subject),
            advice: None,
            code: None,
        },
    }
}

fn works(t: Texts, subject: Subject, number: i64, at: String) -> String {
    match subject {
        Subject::Launch => t.test_launch_works(at),
        Subject::PlatformKeys => t.test_platform_keys_work(at, number),
        Subject::Clock => t.test_clock_works(at, number.abs()),
        Subject::OwnKeys => t.test_own_keys_work(at),
        Subject::Token => t.test_token_works(at),
        Subject::Roster => t.test_roster_works(at, number),
        Subject::Columns => t.test_columns_work(at, number),
    }
}

fn unknown(t: Texts, subject: Subject) -> String {
    match subject {
        Subject::Launch => t.test_launch_unknown(),
        Subject::Roster => t.test_roster_unknown(),
        Subject::Columns => t.test_columns_unknown(),
        Subject::OwnKeys => t.test_own_keys_unknown(),
        Subject::PlatformKeys | Subject::Clock | Subject::Token => t.test_not_run(),
    }
}

fn day(t: Texts, seconds: i64) -> String {
    OffsetDateTime::from_unix_timestamp(seconds).map_or_else(|_out_of_range| String::new(), |at| t.date(at))
}
