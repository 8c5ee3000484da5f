//! What this LMS remembers while it runs.

use std::collections::{BTreeSet, HashMap, VecDeque};

use crate::{activity::Activity, config::Privacy, language::Language, person::Person};

/// Sessions kept before all are dropped: room for a workshop, and a bound for a visitor who makes them in a loop.
const MAX_SESSIONS: usize = 10_000;
/// Launches a session may have begun and not finished; the oldest goes first.
const MAX_LAUNCHES: usize = 32;

#[derive(Default)]
pub(crate) struct Memory {
    sessions: HashMap<String, Session>,
    /// What each person has done; it belongs to the person and not to the session, as in any LMS.
    progress: HashMap<Person, BTreeSet<Activity>>,
}

struct Session {
    person: Person,
    launches: VecDeque<Launch>,
}

/// A launch that has begun: what the one-time hint in `lti_message_hint` stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Launch {
    pub(crate) id: String,
    pub(crate) privacy: Privacy,
    pub(crate) target: DocumentTarget,
    pub(crate) language: Language,
}

/// Where the tool is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DocumentTarget {
    Iframe,
    Window,
}

impl Memory {
    pub(crate) fn begin_session(&mut self, id: String, person: Person) {
        if self.sessions.len() >= MAX_SESSIONS {
            self.sessions.clear();
        }
        self.sessions.insert(
            id,
            Session {
                person,
                launches: VecDeque::new(),
            },
        );
    }

    pub(crate) fn end_session(&mut self, id: &str) {
        self.sessions.remove(id);
    }

    pub(crate) fn person_of(&self, session: &str) -> Option<Person> {
        self.sessions.get(session).map(|session| session.person)
    }

    pub(crate) fn begin_launch(&mut self, session: &str, launch: Launch) {
        if let Some(session) = self.sessions.get_mut(session) {
            if session.launches.len() >= MAX_LAUNCHES {
                session.launches.pop_front();
            }
            session.launches.push_back(launch);
        }
    }

    /// The launch of this session with this id, once: asked again, there is none.
    pub(crate) fn take_launch(&mut self, session: &str, id: &str) -> Option<Launch> {
        let launches = &mut self.sessions.get_mut(session)?.launches;
        let position = launches.iter().position(|launch| launch.id == id)?;
        launches.remove(position)
    }

    pub(crate) fn finish(&mut self, person: Person, activity: Activity) {
        self.progress.entry(person).or_default().insert(activity);
    }

    pub(crate) fn forget_progress(&mut self, person: Person) {
        self.progress.remove(&person);
    }

    pub(crate) fn has_done(&self, person: Person, activity: Activity) -> bool {
        self.progress
            .get(&person)
            .is_some_and(|done| done.contains(&activity))
    }

    /// The gate: who may open the badge activity. Teachers may always, as in any LMS.
    pub(crate) fn badge_is_open_to(&self, person: Person) -> bool {
        person.is_teacher()
            || Activity::ALL
                .into_iter()
                .all(|activity| self.has_done(person, activity))
    }
}

#[cfg(test)]
mod tests {
    use super::{DocumentTarget, Launch, MAX_LAUNCHES, MAX_SESSIONS, Memory};
    use crate::{activity::Activity, config::Privacy, language::Language, person::Person};

    fn launch(id: &str) -> Launch {
        let (privacy, target, language) = (Privacy::Full, DocumentTarget::Iframe, Language::En);
        Launch {
            id: id.to_owned(),
            privacy,
            target,
            language,
        }
    }

    #[test]
    fn a_launch_is_taken_once_and_only_by_its_session() {
        let mut memory = Memory::default();
        memory.begin_session("one".to_owned(), Person::LearnerOne);
        memory.begin_session("two".to_owned(), Person::LearnerTwo);
        memory.begin_launch("one", launch("a"));
        assert_eq!(memory.take_launch("two", "a"), None);
        assert_eq!(memory.take_launch("one", "a"), Some(launch("a")));
        assert_eq!(memory.take_launch("one", "a"), None);
    }

    #[test]
    fn the_badge_opens_for_a_learner_when_all_three_are_done() {
        let mut memory = Memory::default();
        memory.finish(Person::LearnerOne, Activity::Materials);
        memory.finish(Person::LearnerOne, Activity::Checklist);
        assert!(!memory.badge_is_open_to(Person::LearnerOne));
        memory.finish(Person::LearnerOne, Activity::Quiz);
        assert!(memory.badge_is_open_to(Person::LearnerOne));
        assert!(!memory.badge_is_open_to(Person::LearnerTwo));
        assert!(memory.badge_is_open_to(Person::Teacher));
        memory.forget_progress(Person::LearnerOne);
        assert!(!memory.badge_is_open_to(Person::LearnerOne));
    }

    #[test]
    fn sessions_and_launches_are_bounded() {
        let mut memory = Memory::default();
        for number in 0..=MAX_SESSIONS {
            memory.begin_session(number.to_string(), Person::LearnerOne);
        }
        assert_eq!(memory.sessions.len(), 1);
        let last = MAX_SESSIONS.to_string();
        for number in 0..=MAX_LAUNCHES {
            memory.begin_launch(&last, launch(&number.to_string()));
        }
        assert_eq!(memory.take_launch(&last, "0"), None);
        assert!(memory.take_launch(&last, "1").is_some());
    }
}
