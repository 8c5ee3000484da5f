//! A platform in memory: tokens, a roster, columns, results and scores, strict as Moodle is, with a switch for each
//! way to fail.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use lti_advantage::{
    http::{Method, Request, Response},
    vocab::scope,
};
use plugin_server::clients::{Call, Fetch, FetchError, FetchRequest, FetchResponse, Pending};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use url::{Url, form_urlencoded};

/// Where it is: the demonstration's platform.
pub(crate) const ORIGIN: &str = "http://127.0.0.1:8081";
/// Its roster.
pub(crate) const ROSTER: &str = "http://127.0.0.1:8081/roster?type_id=1";
/// Its columns.
pub(crate) const COLUMNS: &str = "http://127.0.0.1:8081/columns?type_id=1";
/// What it allows at first.
pub(crate) const SCOPES: [&str; 5] = [
    scope::LINE_ITEM,
    scope::LINE_ITEM_READ_ONLY,
    scope::RESULT_READ_ONLY,
    scope::SCORE,
    scope::CONTEXT_MEMBERSHIP_READ_ONLY,
];

const ROSTER_TYPE: &str = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
const COLUMN_TYPE: &str = "application/vnd.ims.lis.v2.lineitem+json";
const COLUMNS_TYPE: &str = "application/vnd.ims.lis.v2.lineitemcontainer+json";
const RESULTS_TYPE: &str = "application/vnd.ims.lis.v2.resultcontainer+json";
const SCORE_TYPE: &str = "application/vnd.ims.lis.v1.score+json";

/// The platform.
#[derive(Debug)]
pub(crate) struct FakePlatform(Mutex<State>);

/// What it holds, and how it fails. Tests change it by [`FakePlatform::set`].
#[derive(Debug)]
pub(crate) struct State {
    /// Nothing answers.
    pub(crate) is_down: bool,
    /// What it answers to a score that is not newer than the one it has.
    pub(crate) stale_status: u16,
    /// It takes a score, and its answer is lost on the way.
    pub(crate) loses_answers_to_scores: bool,
    /// Everything but the token address answers this status.
    pub(crate) service_status: Option<u16>,
    /// The token address answers this status.
    pub(crate) token_status: Option<u16>,
    /// The roster of a link is the whole roster.
    pub(crate) ignores_rlid: bool,
    /// How many members a page has.
    pub(crate) page_size: usize,
    /// The scopes that it gives, whatever is asked for.
    pub(crate) scopes: BTreeSet<&'static str>,
    /// The roster.
    pub(crate) members: Vec<Value>,
    /// Who may open a link; a link that is not here is open to all.
    pub(crate) gates: BTreeMap<String, BTreeSet<String>>,
    /// The columns: `resourceId` and `resourceLinkId` by number.
    columns: Vec<Value>,
    /// The grade book, by column and person.
    pub(crate) grades: BTreeMap<(usize, String), Grade>,
    /// Every score that it took, in their order.
    pub(crate) scores: Vec<Value>,
    /// Every request, in their order.
    pub(crate) asked: Vec<Request>,
    tokens: usize,
    forgotten_tokens: usize,
}

/// What the grade book holds for one person.
#[derive(Debug, Clone)]
pub(crate) struct Grade {
    /// The figure.
    pub(crate) score: f64,
    /// The best possible figure.
    pub(crate) maximum: f64,
    /// When it came to be.
    pub(crate) timestamp: OffsetDateTime,
}

impl Default for FakePlatform {
    fn default() -> Self {
        Self(Mutex::new(State {
            is_down: false,
            stale_status: 409,
            loses_answers_to_scores: false,
            service_status: None,
            token_status: None,
            ignores_rlid: false,
            page_size: 100,
            scopes: SCOPES.into(),
            members: Vec::new(),
            gates: BTreeMap::new(),
            columns: Vec::new(),
            grades: BTreeMap::new(),
            scores: Vec::new(),
            asked: Vec::new(),
            tokens: 0,
            forgotten_tokens: 0,
        }))
    }
}

impl FakePlatform {
    /// Its state, to look at and to change.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts somebody on the roster, as Moodle writes it: with a short role, a name and an address.
    pub(crate) fn enrol(&self, user_id: &str, role: &str) {
        self.enrol_as(json!({
            "status": "Active", "roles": [role], "user_id": user_id,
            "name": format!("Person {user_id}"), "email": format!("{user_id}@univ.example"),
        }));
    }

    /// Puts this member on the roster.
    pub(crate) fn enrol_as(&self, member: Value) {
        self.state().members.push(member);
    }

    /// Lets these people alone open a link.
    pub(crate) fn gate(&self, resource_link_id: &str, open_to: &[&str]) {
        let open_to = open_to.iter().map(|&subject| subject.to_owned()).collect();
        self.state().gates.insert(resource_link_id.to_owned(), open_to);
    }

    /// The address of the column of a link, made if there is none.
    pub(crate) fn column(&self, resource_link_id: &str) -> String {
        let mut state = self.state();
        let there = state
            .columns
            .iter()
            .position(|column| column["resourceLinkId"] == resource_link_id);
        let number = there.unwrap_or_else(|| {
            state
                .columns
                .push(json!({"label": "Badge", "scoreMaximum": 100, "resourceLinkId": resource_link_id}));
            state.columns.len() - 1
        });
        column_url(number)
    }

    /// Refuses every token that it gave so far, as after a restart.
    pub(crate) fn forget_tokens(&self) {
        let mut state = self.state();
        state.forgotten_tokens = state.tokens;
    }

    /// How many columns there are.
    pub(crate) fn columns(&self) -> usize {
        self.state().columns.len()
    }

    /// Writes a figure into a column, as a teacher does.
    pub(crate) fn grade(&self, column: &str, user_id: &str, score: f64, maximum: f64) {
        let number = column_number(&Url::parse(column).unwrap()).unwrap();
        let grade = Grade {
            score,
            maximum,
            timestamp: super::NOW,
        };
        self.state().grades.insert((number, user_id.to_owned()), grade);
    }

    /// The people whose score it took, once for each score.
    pub(crate) fn scored(&self) -> Vec<String> {
        let state = self.state();
        state.scores.iter().map(|score| text(score, "userId")).collect()
    }

    /// How many requests went to paths that end so.
    pub(crate) fn asked(&self, path_end: &str) -> usize {
        let state = self.state();
        state
            .asked
            .iter()
            .filter(|request| request.url.path().ends_with(path_end))
            .count()
    }
}

impl Fetch for FakePlatform {
    fn fetch(&self, _request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        Box::pin(async { Err(FetchError::Offline) })
    }
}

impl Call for FakePlatform {
    fn call(&self, request: Request) -> Pending<'_, Result<Response, FetchError>> {
        let mut state = self.state();
        state.asked.push(request.clone());
        let answer = if state.is_down || request.url.origin().ascii_serialization() != ORIGIN {
            Err(FetchError::Unreachable)
        } else {
            state.answer(&request)
        };
        Box::pin(std::future::ready(answer))
    }
}

impl State {
    fn answer(&mut self, request: &Request) -> Result<Response, FetchError> {
        let url = &request.url;
        if url.path() == "/token" {
            return Ok(self.token(request));
        }
        if let Some(status) = self.service_status {
            return Ok(answer(status, &json!({"reason": "switched on by a test"})));
        }
        let token = header(request, "authorization").and_then(|value| value.strip_prefix("Bearer token-"));
        let number: usize = token.map_or(0, |number| number.parse().unwrap());
        if number <= self.forgotten_tokens || number > self.tokens {
            return Ok(answer(401, &json!({"reason": "no such token"})));
        }
        let is_post = request.method == Method::Post;
        Ok(match (url.path(), is_post) {
            ("/roster", false) if accepts(request, ROSTER_TYPE) => self.roster(url),
            ("/columns", false) if accepts(request, COLUMNS_TYPE) => self.list_columns(url),
            ("/columns", true) if sends(request, COLUMN_TYPE) => self.make_column(&request.body),
            (path, false) if path.ends_with("/results") && accepts(request, RESULTS_TYPE) => {
                self.results(url)
            }
            (path, true) if path.ends_with("/scores") && sends(request, SCORE_TYPE) => {
                let answer = self.take_score(url, &request.body);
                if self.loses_answers_to_scores {
                    return Err(FetchError::Timeout);
                }
                answer
            }
            _ => answer(400, &json!({"reason": "No handler found"})),
        })
    }

    fn token(&mut self, request: &Request) -> Response {
        if let Some(status) = self.token_status {
            return answer(status, &json!({"error": "switched on by a test"}));
        }
        let asked = form_urlencoded::parse(&request.body)
            .find(|(name, _)| name == "scope")
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default();
        let given: Vec<&str> = self
            .scopes
            .iter()
            .copied()
            .filter(|scope| asked.split(' ').any(|asked| asked == *scope))
            .collect();
        self.tokens += 1;
        answer(
            200,
            &json!({
                "access_token": format!("token-{}", self.tokens), "token_type": "Bearer", "expires_in": 3600,
                "scope": given.join(" "),
            }),
        )
    }

    fn roster(&self, url: &Url) -> Response {
        let gate = query(url, "rlid")
            .filter(|_| !self.ignores_rlid)
            .and_then(|link| self.gates.get(&link));
        let role = query(url, "role");
        let may_open = |member: &Value| gate.is_none_or(|gate| gate.contains(&text(member, "user_id")));
        let has_role = |member: &Value| {
            let roles = member["roles"].as_array();
            role.as_deref().is_none_or(|role| {
                roles.is_some_and(|roles| roles.iter().any(|has| role.ends_with(has.as_str().unwrap())))
            })
        };
        let from: usize = query(url, "from").map_or(0, |from| from.parse().unwrap());
        let members: Vec<&Value> = self
            .members
            .iter()
            .filter(|member| may_open(member) && has_role(member))
            .collect();
        let page: Vec<&&Value> = members.iter().skip(from).take(self.page_size).collect();
        let mut answered = answer(
            200,
            &json!({"id": ROSTER, "context": {"id": "course-1"}, "members": page}),
        );
        let next = from + self.page_size;
        if next < members.len() {
            // Moodle's next page keeps the link and loses the role.
            let link = query(url, "rlid").map_or_else(String::new, |link| format!("&rlid={link}"));
            let next = format!("<{ROSTER}&from={next}{link}>; rel=\"next\"");
            answered.headers.push(("link".to_owned(), next.into_bytes()));
        }
        answered
    }

    fn list_columns(&self, url: &Url) -> Response {
        let columns = self.columns.iter().enumerate().map(|(number, column)| {
            let mut column = column.clone();
            column["id"] = column_url(number).into();
            column
        });
        let is_asked_for = |column: &Value| {
            [
                ("resource_id", "resourceId"),
                ("resource_link_id", "resourceLinkId"),
            ]
            .into_iter()
            .all(|(name, member)| query(url, name).is_none_or(|value| column[member] == value))
        };
        answer(200, &columns.filter(is_asked_for).collect::<Vec<_>>().into())
    }

    fn make_column(&mut self, body: &[u8]) -> Response {
        let mut column: Value = serde_json::from_slice(body).unwrap();
        self.columns.push(column.clone());
        column["id"] = column_url(self.columns.len() - 1).into();
        answer(201, &column)
    }

    fn results(&self, url: &Url) -> Response {
        let number = column_number(url);
        let wanted = query(url, "user_id");
        let results = self
            .grades
            .iter()
            .filter(|((column, user_id), _)| {
                Some(*column) == number && wanted.as_ref().is_none_or(|wanted| wanted == user_id)
            })
            .map(|((_, user_id), grade)| {
                json!({"userId": user_id, "resultScore": grade.score, "resultMaximum": grade.maximum})
            });
        answer(200, &results.collect::<Vec<_>>().into())
    }

    fn take_score(&mut self, url: &Url, body: &[u8]) -> Response {
        let score: Value = serde_json::from_slice(body).unwrap();
        let user_id = text(&score, "userId");
        let Some(number) = column_number(url).filter(|number| *number < self.columns.len()) else {
            return answer(404, &json!({"reason": "no such column"}));
        };
        let is_learner =
            |member: &Value| text(member, "user_id") == user_id && member["roles"] == json!(["Learner"]);
        if !self.members.iter().any(is_learner) {
            return answer(400, &json!({"reason": "Incorrect score received"}));
        }
        let timestamp = OffsetDateTime::parse(&text(&score, "timestamp"), &Rfc3339).unwrap();
        let key = (number, user_id);
        if self
            .grades
            .get(&key)
            .is_some_and(|grade| timestamp <= grade.timestamp)
        {
            return answer(
                self.stale_status,
                &json!({"reason": "Refusing score with an older timestamp"}),
            );
        }
        let grade = Grade {
            score: score["scoreGiven"].as_f64().unwrap(),
            maximum: score["scoreMaximum"].as_f64().unwrap(),
            timestamp,
        };
        self.grades.insert(key, grade);
        self.scores.push(score);
        answer(200, &Value::Null)
    }
}

fn answer(status: u16, body: &Value) -> Response {
    Response {
        status,
        headers: vec![("content-type".to_owned(), b"text/html".to_vec())],
        body: body.to_string().into_bytes(),
    }
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a String> {
    let mut headers = request.headers.iter();
    headers.find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn accepts(request: &Request, media_type: &str) -> bool {
    header(request, "accept").is_some_and(|accept| accept == media_type)
}

fn sends(request: &Request, media_type: &str) -> bool {
    header(request, "content-type").is_some_and(|sent| sent == media_type)
}

fn query(url: &Url, name: &str) -> Option<String> {
    let mut pairs = url.query_pairs();
    pairs
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

fn text(value: &Value, member: &str) -> String {
    value[member].as_str().unwrap().to_owned()
}

fn column_url(number: usize) -> String {
    format!("{ORIGIN}/columns/{number}/column?type_id=1")
}

fn column_number(url: &Url) -> Option<usize> {
    url.path_segments()?.nth(1)?.parse().ok()
}
