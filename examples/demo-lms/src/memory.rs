//! What this LMS remembers while it runs.

mod sessions;

pub(crate) use sessions::{DocumentTarget, Launch, Purpose};

use std::collections::{BTreeSet, HashMap, VecDeque};

use time::{Date, OffsetDateTime};

use crate::{
    access_token::AccessToken,
    activity::Activity,
    content::LineItem,
    grade_book::{About, GradeBook},
    link::{Link, NewLink},
    person::Person,
    quirks::Quirks,
    registration::Invitation,
    tool::Tool,
};

/// Invitations kept; the oldest goes first.
const MAX_INVITATIONS: usize = 32;
/// The best figure of a column that nobody asked for.
const USUAL_MAXIMUM: f64 = 100.0;

pub(crate) struct Memory {
    pub(crate) quirks: Quirks,
    pub(crate) tools: Vec<Tool>,
    pub(crate) links: Vec<Link>,
    pub(crate) grades: GradeBook,
    sessions: HashMap<String, sessions::Session>,
    /// What each person has done; it belongs to the person and not to the session, as in any LMS.
    progress: HashMap<Person, BTreeSet<Activity>>,
    tokens: HashMap<String, AccessToken>,
    invitations: VecDeque<Invitation>,
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
mod tests;
