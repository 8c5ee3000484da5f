//! The course page.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{Redirect, Response},
};

use super::badge;
use crate::{
    activity::Activity,
    lms::Lms,
    person::Person,
    session::{Frame, Member, Visitor, page},
};

#[derive(Template)]
#[template(path = "course.html")]
struct Course {
    frame: Frame,
    activities: [Line; 3],
    badges: Vec<BadgeLine>,
    is_staff: bool,
    is_suspended: bool,
    may_edit: bool,
    is_administrator: bool,
    anything_done: bool,
}

struct Line {
    activity: Activity,
    title: &'static str,
    done: bool,
}

struct BadgeLine {
    path: String,
    title: String,
    is_open: bool,
    /// What learners have to have done; empty when the activity is hidden or asks for something else.
    asks: Vec<&'static str>,
    is_hidden: bool,
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
    let badges = memory
        .links
        .iter()
        // As in Moodle, learners do not even see the name of what is hidden.
        .filter(|link| !link.gate.hidden || person.ignores_gates())
        .map(|link| BadgeLine {
            path: badge::path_of(link),
            title: visitor.texts().title_of(link).to_owned(),
            is_open: memory.is_open_to(link, person, lms.today()),
            asks: link.gate.done.iter().map(|activity| visitor.texts().activity(*activity)).collect(),
            is_hidden: link.gate.hidden,
        })
        .collect();
    page(
        StatusCode::OK,
        &Course {
            frame: visitor.frame(),
            anything_done: activities.iter().any(|line| line.done),
            activities,
            badges,
            is_staff: person.ignores_gates(),
            is_suspended: !person.is_active(),
            may_edit: person.edits_course(),
            is_administrator: person == Person::Administrator,
        },
    )
}

pub(super) async fn start_again(State(lms): State<Lms>, member: Member) -> Redirect {
    lms.memory().forget_progress(member.person);
    Redirect::to("/course")
}
