//! Data that servers share, and what there must be of it in the end.

use std::{path::PathBuf, sync::Arc, time::Duration};

use plugin_server::{
    clients::{Network, Offline, client},
    clock::{Clock, FixedClock, SystemClock},
    config::Config,
    db::{
        outbox,
        placements::{self, Placement},
        resource_links::{self, ResourceLink},
    },
    entropy::OsEntropy,
    services::{
        background,
        completion::{Condition, Mode, Rule},
        demo,
    },
    state::App,
};
use tempfile::TempDir;

use crate::{
    learner::LEARNER,
    lms::Lms,
    platform::{COLUMNS, ROSTER, SCOPES},
    server::free_port,
};

/// How long servers have to come to their end. They take a second or two; a busy machine takes longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// An installation with one activity that gives a badge and sends a score back, and its platform.
pub(crate) struct House {
    /// The address that browsers and platforms use, whichever server answers.
    pub(crate) base_url: String,
    lms: Arc<Lms>,
    app: App,
    folder: TempDir,
}

impl House {
    pub(crate) async fn new(mode: Mode) -> Self {
        let lms = Lms::start().await;
        lms.platform.enrol(LEARNER, "Learner");
        lms.platform.enrol("learner-2", "Learner");
        lms.platform.gate("badge-1", &[LEARNER]);
        let column = lms.platform.column("badge-1");
        let folder = tempfile::tempdir().unwrap();
        let base_url = format!("http://127.0.0.1:{}", free_port());
        let config = config(folder.path().to_owned(), &base_url);
        let app = open(config, Arc::new(SystemClock), Arc::new(Offline)).await;
        demo::seed(&app, &lms.origin.parse().unwrap()).await.unwrap();
        let placement = placements::list(&app.db).await.unwrap().remove(0);
        let rule = match mode {
            Mode::Claim => Rule::Opening,
            Mode::Automatic => Rule::GatedRoster,
        };
        let link = ResourceLink {
            registration_id: placement.registration_id.clone(),
            deployment_id: placement.deployment_id.clone(),
            resource_link_id: placement.resource_link_id.clone(),
            title: None,
            context_id: Some("course-1".to_owned()),
            context_title: None,
            context_history: None,
            memberships_url: Some(lms.here(ROSTER)),
            line_items_url: Some(lms.here(COLUMNS)),
            line_item_url: Some(lms.here(&column)),
            ags_scopes: SCOPES.join(" "),
            last_launch_at: app.timestamp(),
            own_line_item_url: None,
        };
        resource_links::upsert(&app.db, &link).await.unwrap();
        let placement = Placement {
            send_score: true,
            condition: Condition::only(rule).to_json().unwrap(),
            mode: mode.as_str().to_owned(),
            context_id: link.context_id,
            ..placement
        };
        placements::upsert(&app.db, &placement).await.unwrap();
        Self {
            base_url,
            lms,
            app,
            folder,
        }
    }

    pub(crate) fn lms(&self) -> Arc<Lms> {
        Arc::clone(&self.lms)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Waits until servers have issued the badge and sent its score.
    pub(crate) async fn settle(&self) {
        let settled = async {
            loop {
                let credentials = rows(&self.app, "credentials").await;
                let delivered = outbox::count(&self.app.db, "delivered").await.unwrap();
                if (credentials, delivered) == (1, 1) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let in_time = tokio::time::timeout(PATIENCE, settled).await;
        in_time.expect("the badge is issued and its score sent");
    }

    /// Lets a day pass and all its work be done, and asserts that there is one of each.
    pub(crate) async fn expect_one_of_each(&self, when: &str) {
        let config = config(self.data(), &self.base_url);
        let tomorrow = SystemClock.now() + time::Duration::days(1);
        let network = client(&config).unwrap();
        let later = open(config, Arc::new(FixedClock::new(tomorrow)), network).await;
        background::tick(&later).await;
        background::tick(&later).await;
        for table in ["awards", "credentials", "outbox"] {
            assert_eq!(rows(&later, table).await, 1, "{table}, {when}");
        }
        let (named, document): (String, String) = sqlx::query_as(
            "SELECT credential_id, document FROM awards JOIN credentials ON award_id = awards.id",
        )
        .fetch_one(&later.db)
        .await
        .unwrap();
        let document: serde_json::Value = serde_json::from_str(&document).unwrap();
        assert_eq!(document["id"], named, "{when}");
        assert_eq!(self.lms.scored(), [LEARNER], "{when}");
    }
}

fn config(data: PathBuf, base_url: &str) -> Config {
    let mut config = Config::for_testing(data).unwrap();
    config.base_url = base_url.parse().unwrap();
    config
}

async fn open(config: Config, clock: Arc<dyn Clock>, network: Arc<dyn Network>) -> App {
    App::start_with(config, clock, Arc::new(OsEntropy), network)
        .await
        .unwrap()
}

async fn rows(app: &App, table: &'static str) -> i64 {
    let count = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
    sqlx::query_scalar(count).fetch_one(&app.db).await.unwrap()
}
