//! The learner's page inside the LMS: what was earned, what to put in it, and the files.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use time::OffsetDateTime;

use crate::{
    db::{
        awards::{self, Award},
        badges::Badge,
        credentials,
        launches::Launch,
        organisations::Organisation,
        placements,
    },
    error::AppError,
    i18n::Texts,
    middleware::{locale::Wish, security_headers},
    routes::{
        extract::{LaunchForm, LaunchPage},
        respond,
    },
    services::{
        awarding::{self, Standing},
        claim_codes,
        completion::CODE_NEEDED,
        issuing::{self, Choice, FileKind},
        launches::Role,
        managing, markdown, plain_text,
    },
    state::App,
    views::claim as views,
};

/// The page of a launch: the badge to claim, or the claimed badge, or why there is none.
pub(crate) async fn show_claim(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    page: LaunchPage,
) -> Result<Response, AppError> {
    let launch = &page.launch;
    let t = wish.language_in(launch.locale.as_deref()).texts();
    let offer = offer(&app, launch).await?;
    if offer.is_some() && managing::may(&app, launch).await? {
        return framed(respond::see_other(&format!("/manage/{}", launch.id))?, launch);
    }
    let answer = match offer {
        None => respond::page(&views::NoBadgePage {
            t,
            is_staff: Role::from_word(&launch.role) == Role::Staff,
            deployment_id: &launch.deployment_id,
            resource_link_id: &launch.resource_link_id,
        })?,
        Some(offer) => match &offer.standing {
            Standing::Earned(award) if credentials::find(&app.db, &award.id).await?.is_some() => {
                show_claimed(&app, &page, t, &offer, award).await?
            }
            Standing::Earned(_) => show_earned(&page, t, &offer)?,
            Standing::NotYet(reason) if reason.code == CODE_NEEDED => {
                show_code_form(&page, t, &offer, &t.why(CODE_NEEDED, &reason.data))?
            }
            Standing::NotYet(reason) => notice(t, &offer, &t.why(reason.code.as_ref(), &reason.data))?,
            Standing::Preview => notice(t, &offer, &t.claim_preview())?,
            Standing::Anonymous => notice(t, &offer, &t.claim_anonymous())?,
            Standing::NotALearner => notice(t, &offer, &t.claim_not_a_learner())?,
        },
    };
    framed(answer, launch)
}

/// Issues the badge with what the learner chose. Asked twice, it is the same badge.
pub(crate) async fn claim_badge(
    State(app): State<App>,
    LaunchForm { page, submission }: LaunchForm,
) -> Result<Response, AppError> {
    let launch = &page.launch;
    let award = earned(&app, launch).await?;
    let choice = Choice {
        name: name_of(launch).filter(|_| submission.text("name") == "shown"),
        email: email_of(launch).filter(|_| submission.text("proof") == "email"),
    };
    issuing::claim(&app, &award, &choice).await?;
    framed(respond::see_other(&format!("/claim/{}", launch.id))?, launch)
}

/// Uses the code that a learner typed.
pub(crate) async fn use_code(
    State(app): State<App>,
    LaunchForm { page, submission }: LaunchForm,
) -> Result<Response, AppError> {
    let launch = &page.launch;
    let placement = placements::find_of_launch(&app.db, launch)
        .await?
        .filter(|placement| placement.is_on)
        .ok_or(AppError::not_found())?;
    let (Role::Learner, Some(subject)) = (Role::from_word(&launch.role), &launch.subject) else {
        return Err(AppError::forbidden("nothing-earned"));
    };
    claim_codes::redeem(&app, &placement, subject, submission.text("code")).await?;
    framed(respond::see_other(&format!("/claim/{}", launch.id))?, launch)
}

/// Shares the public page, or stops sharing it.
pub(crate) async fn change_sharing(
    State(app): State<App>,
    LaunchForm { page, submission }: LaunchForm,
) -> Result<Response, AppError> {
    let launch = &page.launch;
    let award = earned(&app, launch).await?;
    awards::set_public(&app.db, &award.id, submission.text("share") == "yes").await?;
    framed(
        respond::see_other(&format!("/claim/{}#sharing", launch.id))?,
        launch,
    )
}

/// A file of the claimed badge, to save: `badge.png`, `badge.svg` or `badge.json`.
pub(crate) async fn download_file(
    State(app): State<App>,
    Path((_, file)): Path<(String, String)>,
    page: LaunchPage,
) -> Result<Response, AppError> {
    let extension = file.strip_prefix("badge.").ok_or(AppError::not_found())?;
    let kind = FileKind::from_extension(extension).ok_or(AppError::not_found())?;
    let award = earned(&app, &page.launch).await?;
    Ok(respond::attachment(issuing::file(&app, &award, kind).await?))
}

/// The badge on the activity of a launch, and what this person gets.
struct Offer {
    badge: Badge,
    organisation: Organisation,
    standing: Standing,
}

async fn offer(app: &App, launch: &Launch) -> Result<Option<Offer>, AppError> {
    let placement = placements::find_of_launch(&app.db, launch).await?;
    let Some(placement) = placement else {
        return Ok(None);
    };
    let standing = awarding::decide(app, launch, &placement).await?;
    let (badge, organisation) = match &standing {
        Standing::Earned(award) => issuing::awarded_badge(app, award).await?,
        _ => issuing::badge_and_organisation(app, &placement.badge_id).await?,
    };
    Ok(Some(Offer {
        badge,
        organisation,
        standing,
    }))
}

/// The award of this person.
async fn earned(app: &App, launch: &Launch) -> Result<Box<Award>, AppError> {
    match offer(app, launch).await? {
        Some(Offer {
            standing: Standing::Earned(award),
            ..
        }) => Ok(award),
        _ => Err(AppError::forbidden("nothing-earned")),
    }
}

fn show_earned(page: &LaunchPage, t: Texts, offer: &Offer) -> Result<Response, AppError> {
    let name = name_of(&page.launch);
    let email = email_of(&page.launch).map(|email| masked(&email));
    respond::page(&views::EarnedPage {
        t,
        launch_id: &page.launch.id,
        csrf: &page.csrf(),
        badge: &offer.badge,
        organisation: &offer.organisation,
        criteria: markdown::to_html(&offer.badge.criteria),
        name: name.as_deref(),
        masked_email: email,
    })
}

async fn show_claimed(
    app: &App,
    page: &LaunchPage,
    t: Texts,
    offer: &Offer,
    award: &Award,
) -> Result<Response, AppError> {
    let awarded_at = OffsetDateTime::from_unix_timestamp(award.awarded_at).map_err(AppError::failed)?;
    let credential = credentials::find(&app.db, &award.id)
        .await?
        .ok_or(AppError::not_found())?;
    respond::page(&views::ClaimedPage {
        t,
        launch_id: &page.launch.id,
        csrf: &page.csrf(),
        badge: &offer.badge,
        organisation: &offer.organisation,
        awarded: t.date(awarded_at),
        has_svg: FileKind::of(&credential).contains(&FileKind::Svg),
        verify_url: &app.config.url("/verify"),
        public_url: award
            .is_public
            .then(|| app.config.url(&format!("/b/{}", award.page_id)))
            .as_deref(),
    })
}

fn show_code_form(page: &LaunchPage, t: Texts, offer: &Offer, sentence: &str) -> Result<Response, AppError> {
    respond::page(&views::CodePage {
        t,
        launch_id: &page.launch.id,
        csrf: &page.csrf(),
        badge: &offer.badge,
        organisation: &offer.organisation,
        criteria: markdown::to_html(&offer.badge.criteria),
        sentence,
    })
}

fn notice(t: Texts, offer: &Offer, sentence: &str) -> Result<Response, AppError> {
    respond::page(&views::NoticePage {
        t,
        badge: &offer.badge,
        organisation: &offer.organisation,
        criteria: markdown::to_html(&offer.badge.criteria),
        sentence,
    })
}

/// The answer, which the platform of this launch alone may frame.
pub(super) fn framed(answer: Response, launch: &Launch) -> Result<Response, AppError> {
    let policy = HeaderValue::from_str(&security_headers::framed_by(&launch.frame_origins))
        .map_err(AppError::failed)?;
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], answer).into_response())
}

/// The name that the platform gave, fit to be signed.
pub(super) fn name_of(launch: &Launch) -> Option<String> {
    launch
        .name
        .as_deref()
        .map(plain_text::single_line)
        .filter(|name| !name.is_empty())
}

/// The e-mail address that the platform gave, fit to be hashed.
pub(super) fn email_of(launch: &Launch) -> Option<String> {
    launch.email.as_deref().and_then(issuing::address)
}

/// An address that its owner recognises and nobody else learns, such as `l…@univ.example`.
fn masked(email: &str) -> String {
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", local.chars().next().unwrap_or_default())
}
