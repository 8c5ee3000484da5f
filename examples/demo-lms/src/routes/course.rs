//! The course page.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{Redirect, Response},
};

use crate::{
    activity::Activity,
    lms::Lms,
    session::{Frame, Member, Visitor, page},
};

#[derive(Template)]
#[template(path = "course.html")]
struct Course {
    frame: Frame,
    activities: [Line; 3],
    badge_open: bool,
    is_teacher: bool,
    anything_done: bool,
}

struct Line {
    activity: Activity,
    title: &'static str,
    done: bool,
}

pub(super) async fn show_course(
    State(lms): State<Lms>,
    visitor: Visitor,
    Member { person, .. }: Member,
) -> Response {
    let memory = lms.memory();
    let activities = Activity::ALL.map(|activity| Line {
        activity,
        title: visitor.texts().activity(activity),
        done: memory.has_done(person, activity),
    });
    page(
        StatusCode::OK,
        &Course {
            frame: visitor.frame(),
            anything_done: activities.iter().any(|line| line.done),
            activities,
            badge_open: memory.badge_is_open_to(person),
            is_teacher: person.is_teacher(),
        },
    )
}

pub(super) async fn start_again(State(lms): State<Lms>, member: Member) -> Redirect {
    lms.memory().forget_progress(member.person);
    Redirect::to("/course")
}
