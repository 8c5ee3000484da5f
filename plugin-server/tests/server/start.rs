//! The first start makes what is missing; later starts keep it; a wrong master key is said.

use std::fs;

use plugin_server::{
    config::Config,
    db::{organisation_keys, organisations, tool_keys},
    services::{
        first_start::{MasterKeyError, StartError},
        tool_keys::{published, signing},
    },
    state::App,
};

use crate::support::House;

#[tokio::test]
async fn the_first_start_makes_an_organisation_and_its_keys() {
    let house = House::new().await;
    let organisation = organisations::first(&house.app.db).await.unwrap().unwrap();
    let keys = organisation_keys::list(&house.app.db, &organisation.id)
        .await
        .unwrap();
    assert_eq!(keys.len(), 1);
    assert!(keys[0].public_multibase.starts_with("z6Mk"));
    let tool_keys = published(&house.app).await.unwrap();
    assert_eq!(tool_keys.len(), 1);
    let jwk = tool_keys[0].public_jwk();
    assert_eq!(jwk["kty"], "RSA");
    assert_eq!(jwk["n"].as_str().unwrap().len(), 342, "2048 bits in base64url");
}

#[tokio::test]
async fn a_second_start_keeps_keys_and_organisation() {
    let house = House::new().await;
    let first = organisations::first(&house.app.db).await.unwrap().unwrap();
    let again = house.reopen().await.unwrap();
    assert_eq!(
        organisations::first(&again.db).await.unwrap().unwrap().id,
        first.id
    );
    assert_eq!(kid(&again).await, kid(&house.app).await);
    assert_eq!(
        organisation_keys::list(&again.db, &first.id).await.unwrap().len(),
        1
    );
}

#[tokio::test]
async fn two_servers_that_start_together_agree_on_the_keys() {
    let house = House::new().await;
    empty(&house).await;
    let (one, two) = tokio::join!(house.reopen(), house.reopen());
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!(kid(&one).await, kid(&two).await);
    assert_eq!(house.rows("tool_keys").await, 1);
}

/// The name of the tool key that a server signs with.
async fn kid(app: &App) -> String {
    signing(app).await.unwrap().kid().to_owned()
}

/// A database as before the first start, with the master key in place.
async fn empty(house: &House) {
    for table in ["organisation_keys", "organisations", "tool_keys"] {
        sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM {table}")))
            .execute(&house.app.db)
            .await
            .unwrap();
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_read_the_master_key() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::new().await;
    let mode = fs::metadata(house.folder.path().join("master.key"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn secrets_are_sealed_in_the_database() {
    let house = House::new().await;
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(&house.app.db)
        .await
        .unwrap();
    let database = fs::read(house.folder.path().join("blason.sqlite")).unwrap();
    let sealed = tool_keys::list(&house.app.db, house.app.timestamp())
        .await
        .unwrap()
        .remove(0)
        .sealed_secret;
    let secret = house.app.vault.open("tool-key", &sealed).unwrap();
    let middle = &secret[secret.len() / 2..secret.len() / 2 + 32];
    assert!(!database.windows(middle.len()).any(|window| window == middle));
}

#[tokio::test]
async fn another_master_key_is_refused_in_a_clear_sentence() {
    let house = House::new().await;
    fs::write(house.folder.path().join("master.key"), "00".repeat(32)).unwrap();
    let error = house.reopen().await.unwrap_err();
    assert!(matches!(error, StartError::WrongMasterKey), "{error}");
    assert!(error.to_string().contains("master.key"));
}

#[tokio::test]
async fn a_missing_master_key_is_never_replaced() {
    let house = House::new().await;
    fs::remove_file(house.folder.path().join("master.key")).unwrap();
    let error = house.reopen().await.unwrap_err();
    assert!(
        matches!(error, StartError::MasterKey(MasterKeyError::Missing(_))),
        "{error}"
    );
    assert!(!house.folder.path().join("master.key").exists());
}

#[tokio::test]
async fn a_malformed_master_key_is_refused() {
    let house = House::new().await;
    fs::write(house.folder.path().join("master.key"), "not hexadecimal").unwrap();
    let error = house.reopen().await.unwrap_err();
    assert!(
        matches!(error, StartError::MasterKey(MasterKeyError::Malformed(_))),
        "{error}"
    );
}

#[test]
fn settings_do_not_show_the_master_key() {
    let mut config = Config::for_testing("unused".into()).unwrap();
    config.store.master_key = plugin_server::config::MasterKeySource::Given("5ec2e7".to_owned().into());
    assert!(!format!("{config:?}").contains("5ec2e7"));
}
