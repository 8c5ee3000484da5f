//! Who is visiting, and what they have begun: launches, and activities that are not saved yet.

use std::collections::VecDeque;

use super::Memory;
use crate::{content::Chosen, draft::Draft, language::Language, person::Person, tool::Sharing};

/// Sessions kept before all are dropped: room for a workshop, and a bound for a visitor who makes them in a loop.
pub(super) const MAX_SESSIONS: usize = 10_000;
/// Launches a session may have begun and not finished; the oldest goes first.
pub(super) const MAX_LAUNCHES: usize = 32;
/// Activities a session may be adding at once; the oldest goes first.
const MAX_DRAFTS: usize = 8;

/// A visitor.
pub(super) struct Session {
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
}
