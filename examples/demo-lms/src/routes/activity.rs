//! The three activities of the course.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;

use super::notice;
use crate::{
    activity::{Activity, QuizAnswer},
    lms::Lms,
    session::{Frame, Member, Visitor, page},
};

#[derive(Template)]
#[template(path = "reading.html")]
struct Reading {
    frame: Frame,
    activity: Activity,
    title: &'static str,
    content: &'static str,
    done: bool,
}

#[derive(Template)]
#[template(path = "quiz.html")]
struct Quiz {
    frame: Frame,
    done: bool,
    wrong: bool,
}

pub(super) async fn show_activity(
    State(lms): State<Lms>,
    Path(activity): Path<Activity>,
    visitor: Visitor,
    member: Member,
) -> Response {
    let done = lms.memory().has_done(member.person, activity);
    let frame = visitor.frame();
    match activity {
        Activity::Quiz => page(
            StatusCode::OK,
            &Quiz {
                frame,
                done,
                wrong: false,
            },
        ),
        Activity::Materials | Activity::Checklist => {
            let (title, content) = (
                visitor.texts().activity(activity),
                activity.content(visitor.language),
            );
            page(
                StatusCode::OK,
                &Reading {
                    frame,
                    activity,
                    title,
                    content,
                    done,
                },
            )
        }
    }
}

/// Marks a page as read. The quiz is done by answering it and by nothing else.
pub(super) async fn finish_activity(
    State(lms): State<Lms>,
    Path(activity): Path<Activity>,
    visitor: Visitor,
    member: Member,
) -> Response {
    if activity == Activity::Quiz {
        return notice::missing(&visitor);
    }
    lms.memory().finish(member.person, activity);
    Redirect::to("/course").into_response()
}

#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    answer: QuizAnswer,
}

pub(super) async fn answer_quiz(
    State(lms): State<Lms>,
    visitor: Visitor,
    Member { person, .. }: Member,
    Form(given): Form<Answer>,
) -> Response {
    if given.answer.is_right() {
        lms.memory().finish(person, Activity::Quiz);
        return Redirect::to("/course").into_response();
    }
    let done = lms.memory().has_done(person, Activity::Quiz);
    page(
        StatusCode::UNPROCESSABLE_ENTITY,
        &Quiz {
            frame: visitor.frame(),
            done,
            wrong: true,
        },
    )
}
