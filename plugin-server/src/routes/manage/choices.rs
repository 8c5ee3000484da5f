//! The people whom a teacher chooses: from the roster, or by a list.

use std::collections::{BTreeMap, BTreeSet};

use axum::{Extension, extract::State, response::Response};

use crate::{
    db::teacher_choices::{self, TeacherChoice},
    error::AppError,
    middleware::locale::Wish,
    routes::{
        extract::{TeacherForm, TeacherPage},
        respond,
    },
    services::{
        audit::{self, Action, Actor},
        completion::{self, Participant},
        issuing,
    },
    state::App,
    views::manage::{ChoiceRow, ChoicesPage},
};

/// The learners of the course, and who of them is chosen.
pub(crate) async fn show_choices(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    teacher: TeacherPage,
) -> Result<Response, AppError> {
    teacher.framed(respond::page(&page(&app, wish, &teacher, Vec::new()).await?)?)
}

/// Chooses those whose box is ticked, and no longer the others that were shown; and whoever the list names.
pub(crate) async fn change_choices(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    TeacherForm { teacher, submission }: TeacherForm,
) -> Result<Response, AppError> {
    let roster = completion::learners(&app, &teacher.placement)
        .await?
        .unwrap_or_default();
    let known: BTreeSet<&str> = roster.iter().map(|person| person.subject.as_str()).collect();
    let uploaded = submission
        .file("list")
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let text = format!("{}\n{}", submission.text("people"), uploaded.unwrap_or_default());
    let (listed, unmatched) = matched(&roster, &text);
    for subject in &known {
        let is_ticked = submission.text(&format!("person-{subject}")) == "on";
        if is_ticked || listed.contains(*subject) {
            choose(&app, &teacher, subject).await?;
        } else {
            teacher_choices::delete(&app.db, &teacher.placement.id, subject).await?;
        }
    }
    let (badge, organisation) = issuing::badge_and_organisation(&app, &teacher.placement.badge_id).await?;
    let actor = Actor::Person {
        registration_id: teacher.placement.registration_id.clone(),
        subject: teacher.page.launch.subject.clone(),
    };
    audit::note(
        &app,
        &actor,
        Some(&organisation.id),
        Action::PeopleChosen,
        &badge.name,
    )
    .await?;
    if unmatched.is_empty() {
        return teacher.see("/choices");
    }
    let view = page(&app, wish, &teacher, unmatched).await?;
    teacher.framed(respond::faulty_page(&view)?)
}

async fn choose(app: &App, teacher: &TeacherPage, subject: &str) -> Result<(), AppError> {
    let choice = TeacherChoice {
        placement_id: teacher.placement.id.clone(),
        subject: subject.to_owned(),
        chosen_by: teacher.page.launch.subject.clone().unwrap_or_default(),
        chosen_at: app.timestamp(),
    };
    Ok(teacher_choices::insert_if_absent(&app.db, &choice).await?)
}

/// Whom the lines of a list name, and the lines that name nobody of the course. The first cell of a line that is an
/// e-mail address or an identifier of the platform counts.
fn matched(roster: &[Participant], text: &str) -> (BTreeSet<String>, Vec<String>) {
    let mut names = BTreeMap::new();
    for person in roster {
        names.insert(person.subject.to_lowercase(), &person.subject);
        if let Some(email) = &person.email {
            names.insert(email.trim().to_lowercase(), &person.subject);
        }
    }
    let (mut listed, mut unmatched) = (BTreeSet::new(), Vec::new());
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    for line in lines.records().flatten() {
        if line.iter().all(str::is_empty) {
            continue;
        }
        let cells = line.iter().flat_map(|cell| cell.split([';', '\t']));
        match cells
            .clone()
            .find_map(|cell| names.get(&cell.trim().to_lowercase()))
        {
            Some(subject) => {
                listed.insert((*subject).clone());
            }
            None => unmatched.push(cells.collect::<Vec<_>>().join(", ")),
        }
    }
    (listed, unmatched)
}

async fn page<'a>(
    app: &App,
    wish: Wish,
    teacher: &'a TeacherPage,
    unmatched: Vec<String>,
) -> Result<ChoicesPage<'a>, AppError> {
    let t = teacher.texts(wish);
    let chosen = teacher_choices::list(&app.db, &teacher.placement.id).await?;
    let chosen: BTreeSet<String> = chosen.into_iter().map(|choice| choice.subject).collect();
    let (people, problem) = match completion::learners(app, &teacher.placement).await? {
        Ok(people) => (people, None),
        Err(reason) => (Vec::new(), Some(t.why(reason.code.as_ref(), &reason.data))),
    };
    let rows = people.into_iter().map(|person| ChoiceRow {
        is_chosen: chosen.contains(&person.subject),
        name: person.name.unwrap_or_else(|| person.subject.clone()),
        subject: person.subject,
    });
    let (badge, _) = issuing::badge_and_organisation(app, &teacher.placement.badge_id).await?;
    Ok(ChoicesPage {
        t,
        launch_id: &teacher.page.launch.id,
        csrf: teacher.page.csrf(),
        badge,
        rows: rows.collect(),
        problem,
        unmatched,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn participant(subject: &str, email: &str) -> Participant {
        Participant {
            subject: subject.to_owned(),
            name: None,
            email: Some(email.to_owned()),
        }
    }

    #[test]
    fn a_list_names_people_by_address_or_identifier_whatever_else_stands_in_its_lines() {
        let roster = [
            participant("5", "One@univ.example"),
            participant("6", "two@univ.example"),
        ];
        let list = "name;e-mail\nLearner One;one@univ.example\n\n6\n\"Three, Learner\",three@univ.example\n";
        let (listed, unmatched) = matched(&roster, list);
        assert_eq!(listed, BTreeSet::from(["5".to_owned(), "6".to_owned()]));
        assert_eq!(unmatched, ["name, e-mail", "Three, Learner, three@univ.example"]);
    }
}
