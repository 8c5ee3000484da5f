//! What the LMS knows of a tool.

use std::collections::BTreeSet;

use crate::{
    config::Privacy,
    vocab::{CLIENT_ID, TOOL_KEYS_PATH, TOOL_LAUNCH_PATH, TOOL_LOGIN_PATH, scope},
};

/// A tool that an administrator connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tool {
    /// Its number here, which is also the id of its one deployment.
    pub(crate) number: u32,
    pub(crate) client_id: String,
    pub(crate) name: String,
    /// Whether the administrator let it in; until then nobody launches it.
    pub(crate) is_active: bool,
    pub(crate) login_uri: String,
    /// Compared letter by letter.
    pub(crate) redirect_uris: Vec<String>,
    /// What links open that name no address of their own.
    pub(crate) target_link_uri: String,
    /// Where content is chosen.
    pub(crate) choosing_uri: String,
    pub(crate) jwks_uri: String,
    /// What its tokens may be good for.
    pub(crate) scopes: BTreeSet<&'static str>,
    pub(crate) shares: Sharing,
    /// Values sent with each of its launches.
    pub(crate) custom: Vec<(String, String)>,
}

/// What the tool is told about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sharing {
    pub(crate) name: bool,
    pub(crate) email: bool,
}

impl From<Privacy> for Sharing {
    fn from(privacy: Privacy) -> Self {
        let shares = privacy == Privacy::Full;
        Self {
            name: shares,
            email: shares,
        }
    }
}

impl Tool {
    /// The tool at `address`, connected by hand before the LMS was started.
    pub(crate) fn first(address: &str, privacy: Privacy) -> Self {
        let launch = format!("{address}{TOOL_LAUNCH_PATH}");
        Self {
            number: 1,
            client_id: CLIENT_ID.to_owned(),
            name: "Blason".to_owned(),
            is_active: true,
            login_uri: format!("{address}{TOOL_LOGIN_PATH}"),
            redirect_uris: vec![launch.clone()],
            target_link_uri: launch.clone(),
            choosing_uri: launch,
            jwks_uri: format!("{address}{TOOL_KEYS_PATH}"),
            scopes: scope::ALL.into(),
            shares: privacy.into(),
            // Which courses a copied course comes from.
            custom: vec![("context_history".to_owned(), "$Context.id.history".to_owned())],
        }
    }

    /// The scopes of the grade book that it has.
    pub(crate) fn grade_scopes(&self) -> Vec<&'static str> {
        let has = |scope: &&str| self.scopes.contains(scope);
        scope::AGS.into_iter().filter(has).collect()
    }

    /// Whether it may read the roster.
    pub(crate) fn reads_roster(&self) -> bool {
        self.scopes.contains(scope::MEMBERSHIP)
    }
}
