//! What this LMS remembers while it runs.

use std::collections::{BTreeSet, HashMap, VecDeque};

use time::{Date, OffsetDateTime};

use crate::{
    access_token::AccessToken,
    activity::Activity,
    content::{Chosen, LineItem},
    draft::Draft,
    grade_book::{About, GradeBook},
    language::Language,
    link::{Link, NewLink},
    person::Person,
    quirks::Quirks,
    registration::Invitation,
    tool::{Sharing, Tool},
};

/// Sessions kept before all are dropped: room for a workshop, and a bound for a visitor who makes them in a loop.
const MAX_SESSIONS: usize = 10_000;
/// Launches a session may have begun and not finished; the oldest goes first.
const MAX_LAUNCHES: usize = 32;
/// Activities a session may be adding at once; the oldest goes first.
const MAX_DRAFTS: usize = 8;
/// Invitations kept; the oldest goes first.
const MAX_INVITATIONS: usize = 32;
/// The best figure of a column that nobody asked for.
const USUAL_MAXIMUM: f64 = 100.0;

pub(crate) struct Memory {
    pub(crate) quirks: Quirks,
    pub(crate) tools: Vec<Tool>,
    pub(crate) links: Vec<Link>,
    pub(crate) grades: GradeBook,
    sessions: HashMap<String, Session>,
    /// What each person has done; it belongs to the person and not to the session, as in any LMS.
    progress: HashMap<Person, BTreeSet<Activity>>,
    tokens: HashMap<String, AccessToken>,
    invitations: VecDeque<Invitation>,
}

struct Session {
    person: Person,
    /// What an address must hold to do something in this session's name: a cookie travels with other sites' forms.
    sesskey: String,
    launches: VecDeque<Launch>,
    drafts: VecDeque<Draft>,
}

/// A launch that has begun: what the one-time hint in `lti_message_hint` stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Launch {
    pub(crate) id: String,
    /// The number of the tool.
    pub(crate) tool: u32,
    pub(crate) purpose: Purpose,
    pub(crate) shares: Sharing,
    pub(crate) target: DocumentTarget,
    pub(crate) language: Language,
}

/// What a launch is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To open the activity with this resource link id.
    Open(String),
    /// To choose content for this draft.
    Choose(String),
}

/// Where the tool is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DocumentTarget {
    Iframe,
    Window,
}

impl Memory {
    /// A course with one badge activity, which opens `tool`; without a tool there is none yet.
    pub(crate) fn new(tool: Option<Tool>, quirks: Quirks) -> Self {
        Self {
            quirks,
            links: tool.iter().map(|tool| Link::first(tool.number)).collect(),
            tools: tool.into_iter().collect(),
            grades: GradeBook::default(),
            sessions: HashMap::new(),
            progress: HashMap::new(),
            tokens: HashMap::new(),
            invitations: VecDeque::new(),
        }
    }

    pub(crate) fn begin_session(&mut self, id: String, sesskey: String, person: Person) {
        if self.sessions.len() >= MAX_SESSIONS {
            self.sessions.clear();
        }
        self.sessions.insert(
            id,
            Session {
                person,
                sesskey,
                launches: VecDeque::new(),
                drafts: VecDeque::new(),
            },
        );
    }

    pub(crate) fn end_session(&mut self, id: &str) {
        self.sessions.remove(id);
    }

    pub(crate) fn person_of(&self, session: &str) -> Option<Person> {
        self.sessions.get(session).map(|session| session.person)
    }

    pub(crate) fn sesskey(&self, session: &str) -> Option<&String> {
        self.sessions.get(session).map(|session| &session.sesskey)
    }

    /// An activity of the tool with this number, to be added by this session. Nothing is kept for a session that ended.
    pub(crate) fn begin_draft(&mut self, session: &str, id: String, tool: u32) -> Draft {
        let draft = Draft {
            id,
            tool,
            chosen: None,
            nonces: Vec::new(),
        };
        if let Some(session) = self.sessions.get_mut(session) {
            if session.drafts.len() >= MAX_DRAFTS {
                session.drafts.pop_front();
            }
            session.drafts.push_back(draft.clone());
        }
        draft
    }

    pub(crate) fn draft(&self, session: &str, id: &str) -> Option<&Draft> {
        self.sessions
            .get(session)?
            .drafts
            .iter()
            .find(|draft| draft.id == id)
    }

    pub(crate) fn take_draft(&mut self, session: &str, id: &str) -> Option<Draft> {
        let drafts = &mut self.sessions.get_mut(session)?.drafts;
        let position = drafts.iter().position(|draft| draft.id == id)?;
        drafts.remove(position)
    }

    /// Keeps what was chosen for a draft; false when there is no such draft or the answer's nonce came before. As in
    /// Moodle an answer without anything in it leaves the form as it was.
    pub(crate) fn choose(&mut self, session: &str, id: &str, chosen: Chosen, nonce: String) -> bool {
        let drafts = self.sessions.get_mut(session).map(|session| &mut session.drafts);
        let mut drafts = drafts.into_iter().flatten();
        let Some(draft) = drafts.find(|draft| draft.id == id && !draft.nonces.contains(&nonce)) else {
            return false;
        };
        draft.nonces.push(nonce);
        if !chosen.items.is_empty() {
            draft.chosen = Some(chosen);
        }
        true
    }

    /// Adds an activity, with a column where it gets one, and gives its resource link id.
    pub(crate) fn add_link(&mut self, new: NewLink) -> String {
        let (asked, is_graded) = (new.line_item.clone(), new.is_graded);
        let existing = u32::try_from(self.links.len()).unwrap_or(u32::MAX);
        let link = Link::added(new, existing);
        if asked.is_some() || is_graded || !self.quirks.delegated_columns {
            let asked = asked.unwrap_or_else(|| LineItem {
                score_maximum: USUAL_MAXIMUM,
                resource_id: String::new(),
                tag: String::new(),
            });
            let about = About {
                link: Some(link.id.clone()),
                label: link.name.clone().unwrap_or_default(),
                maximum: asked.score_maximum,
                resource_id: asked.resource_id,
                tag: asked.tag,
            };
            self.grades.add(link.tool, about);
        }
        let id = link.id.clone();
        self.links.push(link);
        id
    }

    /// Gives the activity `link` a column, if it has none.
    pub(crate) fn ensure_column(&mut self, link: &str, label: String) {
        let tool = self.link(link).map(|link| link.tool);
        if let Some(tool) = tool.filter(|_tool| self.grades.of_link(link).next().is_none()) {
            let about = About {
                link: Some(link.to_owned()),
                label,
                maximum: USUAL_MAXIMUM,
                resource_id: String::new(),
                tag: String::new(),
            };
            self.grades.add(tool, about);
        }
    }

    pub(crate) fn begin_launch(&mut self, session: &str, launch: Launch) {
        if let Some(session) = self.sessions.get_mut(session) {
            if session.launches.len() >= MAX_LAUNCHES {
                session.launches.pop_front();
            }
            session.launches.push_back(launch);
        }
    }

    /// The launch of this session with this id. As long as hints work once, there is none when it is asked for again.
    pub(crate) fn take_launch(&mut self, session: &str, id: &str) -> Option<Launch> {
        let launches = &mut self.sessions.get_mut(session)?.launches;
        let position = launches.iter().position(|launch| launch.id == id)?;
        if self.quirks.hint_once {
            launches.remove(position)
        } else {
            launches.get(position).cloned()
        }
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

    pub(crate) fn tool(&self, number: u32) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.number == number)
    }

    /// The number of the tool that comes next; a number is never given twice.
    pub(crate) fn next_tool_number(&self) -> u32 {
        let numbers = self.tools.iter().map(|tool| tool.number);
        numbers.max().unwrap_or_default().saturating_add(1)
    }

    pub(crate) fn invite(&mut self, invitation: Invitation) {
        if self.invitations.len() >= MAX_INVITATIONS {
            self.invitations.pop_front();
        }
        self.invitations.push_back(invitation);
    }

    pub(crate) fn invitation(&self, token: &str) -> Option<&Invitation> {
        self.invitations
            .iter()
            .find(|invitation| invitation.token == token)
    }

    /// The invitation of the tool that will have this client id.
    pub(crate) fn invitation_for(&self, client_id: &str) -> Option<&Invitation> {
        let mut invitations = self.invitations.iter();
        invitations.find(|invitation| invitation.client_id == client_id)
    }

    pub(crate) fn use_invitation(&mut self, token: &str) {
        let mut invitations = self.invitations.iter_mut();
        if let Some(invitation) = invitations.find(|invitation| invitation.token == token) {
            invitation.is_used = true;
        }
    }

    pub(crate) fn link(&self, id: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.id == id)
    }

    /// Whether `link` opens for `person` on `today`: its gate holds learners, its tool has to be active, and the course
    /// lets nobody in whose enrolment is suspended.
    pub(crate) fn is_open_to(&self, link: &Link, person: Person, today: Date) -> bool {
        let tool_is_active = self.tool(link.tool).is_some_and(|tool| tool.is_active);
        tool_is_active && person.is_active() && self.may_see(link, person, today)
    }

    /// Whether the gate of `link` lets `person` through, which is what the roster of the link tells.
    pub(crate) fn may_see(&self, link: &Link, person: Person, today: Date) -> bool {
        let nothing = BTreeSet::new();
        let done = self.progress.get(&person).unwrap_or(&nothing);
        person.ignores_gates() || link.gate.lets_in(done, today)
    }

    /// Keeps a token, and drops those that have ended.
    pub(crate) fn keep_token(&mut self, value: String, token: AccessToken, now: OffsetDateTime) {
        self.tokens.retain(|_, kept| now < kept.ends_at);
        self.tokens.insert(value, token);
    }

    /// The token with this value, if it is still good.
    pub(crate) fn token(&self, value: &str, now: OffsetDateTime) -> Option<&AccessToken> {
        self.tokens.get(value).filter(|token| now < token.ends_at)
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::{DocumentTarget, Launch, MAX_LAUNCHES, MAX_SESSIONS, Memory, Purpose};
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
}
