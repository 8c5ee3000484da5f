//! Dynamic registration: our request, and the platform that waits for its administrator.

use lti_advantage::{
    error::RegistrationError,
    http::{Request, Response, Transport as _},
    registration::{
        PlatformConfiguration, Registered, ToolConfiguration, configuration_request, registration_request,
    },
};
use url::Url;

use crate::{visitor::Visitor, world::World};

fn tool(world: &World) -> ToolConfiguration {
    let at = |path: &str| Url::parse(&format!("{}{path}", world.tool())).unwrap();
    ToolConfiguration {
        name: "Badges".to_owned(),
        names: vec![("fr".to_owned(), "Badges".to_owned())],
        description: "Gives badges.".to_owned(),
        initiate_login_uri: at("/lti/login"),
        redirect_uri: at("/lti/launch"),
        jwks_uri: at("/lti/jwks.json"),
        logo_uri: None,
        deep_linking_label: "Choose a badge".to_owned(),
        claims: vec!["name".to_owned()],
        custom_parameters: vec![("context_history".to_owned(), "$Context.id.history".to_owned())],
    }
}

/// The address that the administrator's frame opens at the tool, and the token in it.
async fn invited(world: &World, choice: &[(&str, &str)]) -> (String, String) {
    let administrator = Visitor::enter(world, "administrator").await;
    let page = format!("{}/lti/register", world.tool());
    let mut fields = vec![("url", page.as_str())];
    fields.extend(choice);
    let frame = administrator.post("/admin/tools", &fields).await;
    assert_eq!(frame.value_after("data-origin=\""), world.tool());
    let start = frame.value_after("src=\"/admin/tools/start/");
    let opened = administrator
        .get(&format!("/admin/tools/start/{start}"))
        .await
        .location;
    let opened = Url::parse(&opened).unwrap();
    assert!(opened.as_str().starts_with(&page));
    let value = |name: &str| {
        opened
            .query_pairs()
            .find(|(key, _)| key == name)
            .unwrap()
            .1
            .into_owned()
    };
    (value("openid_configuration"), value("registration_token"))
}

async fn send(world: &World, request: Request) -> Response {
    world.send(request).await.unwrap()
}

async fn platform(world: &World, address: &str) -> PlatformConfiguration {
    let request = configuration_request(address).unwrap();
    let url = request.url.clone();
    PlatformConfiguration::read(&url, &send(world, request).await).unwrap()
}

async fn register(
    world: &World,
    platform: &PlatformConfiguration,
    tool: &ToolConfiguration,
    token: Option<&str>,
) -> Result<Registered, RegistrationError> {
    let request = registration_request(platform, tool, token).unwrap();
    Registered::read(&send(world, request).await)
}

fn words(refused: Result<Registered, RegistrationError>) -> (u16, String) {
    match refused.unwrap_err() {
        RegistrationError::Refused { status, detail } => (status, detail),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_tool_registers_waits_and_is_used_once_the_administrator_activated_it() {
    let world = World::unconnected().await;
    let (address, token) = invited(&world, &[]).await;
    let platform = platform(&world, &address).await;
    assert_eq!(platform.product_family_code.as_deref(), Some("demo-lms"));
    let registered = register(&world, &platform, &tool(&world), Some(&token))
        .await
        .unwrap();
    assert_eq!(registered.deployment_id.as_deref(), Some("1"));
    assert_eq!(registered.scopes.len(), 5);

    let teacher = Visitor::enter(&world, "teacher").await;
    assert_eq!(teacher.get("/add/1").await.status, 404, "pending");
    let administrator = Visitor::enter(&world, "administrator").await;
    let tools = administrator.get("/admin/tools").await.body;
    assert!(tools.contains("Pending") && tools.contains(&registered.client_id));
    administrator.post("/admin/tools/1/activate", &[]).await;
    assert_eq!(teacher.get("/add/1").await.status, 200);
    let draft = teacher.get("/add/1").await.value_after("/add/1/content?draft=");
    let claims = teacher.launched(&format!("/contentitem/{draft}")).await;
    assert_eq!(claims["aud"], registered.client_id);
    assert_eq!(claims["name"], "Course Teacher");
    assert_eq!(claims.get("email"), None, "what was not asked for is not told");
}

#[tokio::test]
async fn an_invitation_is_used_up_by_success_and_not_by_failure() {
    let world = World::unconnected().await;
    let (address, token) = invited(&world, &[]).await;
    let platform = platform(&world, &address).await;
    let mut elsewhere = tool(&world);
    elsewhere.redirect_uri = Url::parse("https://badges.example/lti/launch").unwrap();
    assert!(
        register(&world, &platform, &elsewhere, Some(&token))
            .await
            .is_ok(),
        "its own domain matches"
    );
    let again = register(&world, &platform, &tool(&world), Some(&token)).await;
    assert_eq!(words(again), (401, "token_already_used".to_owned()));
    let none = register(&world, &platform, &tool(&world), None).await;
    assert_eq!(words(none), (401, "missing_registration_token".to_owned()));
    let invented = register(&world, &platform, &tool(&world), Some("invented")).await;
    assert_eq!(
        words(invented),
        (404, String::new()),
        "a page, which says nothing to us"
    );
}

#[tokio::test]
async fn a_refused_request_may_be_sent_again_with_the_same_invitation() {
    let world = World::unconnected().await;
    let (address, token) = invited(&world, &[]).await;
    let platform = platform(&world, &address).await;
    let mut request = registration_request(&platform, &tool(&world), Some(&token)).unwrap();
    let good = request.clone();
    let text = String::from_utf8(request.body).unwrap();
    request.body = text.replace("private_key_jwt", "client_secret_post").into_bytes();
    let refused = Registered::read(&send(&world, request).await);
    assert_eq!(
        words(refused),
        (400, "invalid_token_endpoint_auth_method".to_owned())
    );
    assert!(Registered::read(&send(&world, good).await).is_ok());
}

#[tokio::test]
async fn a_second_tool_of_the_same_host_is_asked_about_and_may_replace_the_first() {
    let world = World::with(&[]).await;
    let administrator = Visitor::enter(&world, "administrator").await;
    let page = format!("{}/lti/register", world.tool());
    let question = administrator.post("/admin/tools", &[("url", &page)]).await;
    assert!(
        question
            .body
            .contains("A tool with this address is there already")
    );

    let (address, token) = invited(&world, &[("tool", "1")]).await;
    let platform = platform(&world, &address).await;
    let changed = register(&world, &platform, &tool(&world), Some(&token))
        .await
        .unwrap();
    assert_eq!(
        (changed.client_id.as_str(), changed.deployment_id.as_deref()),
        ("blason-demo", Some("1"))
    );
    let tools = administrator.get("/admin/tools").await.body;
    assert!(!tools.contains("Pending"), "what was active stays so");

    let (_, token) = invited(&world, &[("tool", "new")]).await;
    let added = register(&world, &platform, &tool(&world), Some(&token))
        .await
        .unwrap();
    assert_eq!(added.deployment_id.as_deref(), Some("2"));
}

#[tokio::test]
async fn nobody_but_the_administrator_manages_tools() {
    let world = World::with(&[]).await;
    for person in ["teacher", "learner-one"] {
        let visitor = Visitor::enter(&world, person).await;
        assert_eq!(visitor.get("/admin/tools").await.location, "/course", "{person}");
        assert_eq!(
            visitor.post("/admin/tools/1/activate", &[]).await.location,
            "/course",
            "{person}"
        );
    }
}
