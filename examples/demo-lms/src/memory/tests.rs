//! What is remembered, and for whom.

use time::macros::date;

use super::{
    DocumentTarget, Launch, Memory, Purpose,
    sessions::{MAX_LAUNCHES, MAX_SESSIONS},
};
use crate::{
    activity::Activity,
    config::Privacy,
    content::{Chosen, Item, LineItem},
    gate::Gate,
    language::Language,
    link::{self, NewLink},
    person::Person,
    quirks::Quirks,
    tool::Tool,
};

const TODAY: time::Date = date!(2026 - 11 - 22);
const ONE: Person = Person::Learner(1);
const TWO: Person = Person::Learner(2);

fn memory() -> Memory {
    let tool = Tool::first("http://127.0.0.1:8080", Privacy::Full);
    Memory::new(Some(tool), Quirks::default())
}

fn launch(id: &str) -> Launch {
    Launch {
        id: id.to_owned(),
        tool: 1,
        purpose: Purpose::Open(link::FIRST.to_owned()),
        shares: Privacy::Full.into(),
        target: DocumentTarget::Iframe,
        language: Language::En,
    }
}

fn is_open(memory: &Memory, person: Person) -> bool {
    memory.is_open_to(memory.link(link::FIRST).unwrap(), person, TODAY)
}

#[test]
fn a_launch_is_taken_once_and_only_by_its_session() {
    let mut memory = memory();
    memory.begin_session("one".to_owned(), "k".to_owned(), ONE);
    memory.begin_session("two".to_owned(), "k".to_owned(), TWO);
    memory.begin_launch("one", launch("a"));
    assert_eq!(memory.take_launch("two", "a"), None);
    assert_eq!(memory.take_launch("one", "a"), Some(launch("a")));
    assert_eq!(memory.take_launch("one", "a"), None);
}

#[test]
fn a_launch_is_taken_again_where_hints_work_more_than_once() {
    let mut memory = memory();
    memory.quirks.hint_once = false;
    memory.begin_session("one".to_owned(), "k".to_owned(), ONE);
    memory.begin_launch("one", launch("a"));
    assert_eq!(memory.take_launch("one", "a"), Some(launch("a")));
    assert_eq!(memory.take_launch("one", "a"), Some(launch("a")));
}

#[test]
fn chosen_content_gets_a_column_when_it_asks_for_one_or_the_tool_is_always_graded() {
    let new = |line_item| NewLink {
        tool: 1,
        name: "Badge".to_owned(),
        url: None,
        custom: Vec::new(),
        gate: Gate::default(),
        line_item,
        is_graded: false,
    };
    let asked = LineItem {
        score_maximum: 1.0,
        resource_id: "p1".to_owned(),
        tag: String::new(),
    };
    let mut memory = memory();
    let columns = |memory: &Memory, link: &str| -> Vec<f64> {
        memory
            .grades
            .of_link(link)
            .map(|column| column.about.maximum)
            .collect()
    };
    let ungraded = memory.add_link(new(None));
    let graded = memory.add_link(new(Some(asked)));
    assert_eq!(
        (ungraded.as_str(), columns(&memory, &ungraded)),
        ("badge-2", vec![])
    );
    assert_eq!(
        (graded.as_str(), columns(&memory, &graded)),
        ("badge-3", vec![1.0])
    );
    memory.quirks.delegated_columns = false;
    let always = memory.add_link(new(None));
    assert_eq!(columns(&memory, &always), [100.0]);
}

#[test]
fn an_answer_counts_once_and_an_empty_one_changes_nothing() {
    let mut memory = memory();
    memory.begin_session("one".to_owned(), "k".to_owned(), Person::Teacher);
    memory.begin_draft("one", "d".to_owned(), 1);
    let chosen = Chosen {
        items: vec![Item::default()],
        message: None,
    };
    assert!(memory.choose("one", "d", chosen.clone(), "n-1".to_owned()));
    assert!(!memory.choose("one", "d", chosen.clone(), "n-1".to_owned()));
    assert!(memory.choose("one", "d", Chosen::default(), "n-2".to_owned()));
    assert!(!memory.choose("two", "d", chosen.clone(), "n-3".to_owned()));
    assert_eq!(memory.take_draft("one", "d").unwrap().chosen, Some(chosen));
    assert_eq!(memory.take_draft("one", "d"), None);
}

#[test]
fn the_badge_opens_for_a_learner_when_all_three_are_done() {
    let mut memory = memory();
    memory.finish(ONE, Activity::Materials);
    memory.finish(ONE, Activity::Checklist);
    assert!(!is_open(&memory, ONE));
    memory.finish(ONE, Activity::Quiz);
    assert!(is_open(&memory, ONE));
    assert!(!is_open(&memory, TWO));
    memory.forget_progress(ONE);
    assert!(!is_open(&memory, ONE));
}

#[test]
fn the_badge_is_open_to_staff_and_to_nobody_who_is_suspended() {
    let mut memory = memory();
    for staff in [Person::Teacher, Person::Assistant, Person::Administrator] {
        assert!(is_open(&memory, staff));
    }
    for activity in Activity::ALL {
        memory.finish(Person::Suspended, activity);
    }
    assert!(!is_open(&memory, Person::Suspended));
    assert!(!is_open(&memory, Person::Observer));
}

#[test]
fn a_tool_that_waits_for_the_administrator_opens_for_nobody() {
    let mut memory = memory();
    memory.tools[0].is_active = false;
    assert!(!is_open(&memory, Person::Teacher));
}

#[test]
fn sessions_and_launches_are_bounded() {
    let mut memory = memory();
    for number in 0..=MAX_SESSIONS {
        memory.begin_session(number.to_string(), "k".to_owned(), ONE);
    }
    assert_eq!(memory.sessions.len(), 1);
    let last = MAX_SESSIONS.to_string();
    for number in 0..=MAX_LAUNCHES {
        memory.begin_launch(&last, launch(&number.to_string()));
    }
    assert_eq!(memory.take_launch(&last, "0"), None);
    assert!(memory.take_launch(&last, "1").is_some());
}
