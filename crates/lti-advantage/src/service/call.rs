//! One call to a service: token, answer, and one more try when the token was refused.

use std::future::Future;

use serde::de::DeserializeOwned;

use super::{MAX_PAGE_BYTES, MAX_PAGES, ServiceAddress, link_header};
use crate::{
    error::{ServiceError, TokenError},
    http::{Method, Request, Response, Transport},
    token::AccessToken,
};

/// Where access tokens come from. [`crate::token::obtain`] does the work; the host keeps the cache.
pub trait AccessTokens {
    /// A token of this registration for all of `scopes`.
    ///
    /// # Errors
    /// [`TokenError`] when the platform gives none.
    fn token(&self, scopes: &[&str]) -> impl Future<Output = Result<AccessToken, TokenError>> + Send;

    /// Forgets `token`, which the platform refused.
    fn forget(&self, token: &AccessToken) -> impl Future<Output = ()> + Send;
}

/// The services of one platform, with a way to reach them.
#[derive(Debug)]
pub struct Service<'a, T, K> {
    /// Sends requests.
    pub transport: &'a T,
    /// Gives tokens.
    pub tokens: &'a K,
}

impl<T: Transport + Sync, K: AccessTokens + Sync> Service<'_, T, K> {
    /// The JSON at `address`, and the next page's address if there is one.
    ///
    /// `accept` is sent alone: Moodle answers 400 to any other media type, to lists and to `*/*`, and Open edX
    /// answers 406.
    pub(crate) async fn read<R: DeserializeOwned>(
        &self,
        address: &ServiceAddress,
        scopes: &[&str],
        accept: &str,
    ) -> Result<(R, Option<ServiceAddress>), ServiceError> {
        let request = Request {
            method: Method::Get,
            url: address.url().clone(),
            headers: vec![("accept", accept.to_owned())],
            body: Vec::new(),
            max_response_bytes: MAX_PAGE_BYTES,
        };
        let response = self.send(request, scopes).await?;
        let body = json(&response)?;
        let next = link_header::next(&response).map(|next| address.next(&next));
        Ok((body, next.transpose()?))
    }

    /// Everything in the list that begins at `address`, page after page. `page` makes the items of one page;
    /// `again` restores what the platform drops from the address of its next page.
    pub(crate) async fn read_pages<R: DeserializeOwned, I>(
        &self,
        address: ServiceAddress,
        scopes: &[&str],
        accept: &str,
        max_items: usize,
        again: impl Fn(ServiceAddress) -> ServiceAddress,
        page: impl Fn(R) -> Vec<I>,
    ) -> Result<Vec<I>, ServiceError> {
        let mut items = Vec::new();
        let mut next = Some(address);
        for _ in 0..MAX_PAGES {
            let Some(address) = next else { return Ok(items) };
            let (body, following) = self.read(&address, scopes, accept).await?;
            let added = page(body);
            // A platform whose next page is empty, or is this one again, would be asked for ever.
            let ends = added.is_empty();
            items.extend(added);
            if items.len() > max_items {
                return Err(ServiceError::TooMany { max: max_items });
            }
            next = following.map(&again).filter(|next| !ends && *next != address);
        }
        match next {
            None => Ok(items),
            Some(_) => Err(ServiceError::TooMany { max: items.len() }),
        }
    }

    /// Posts `body` and gives the answer, if it is a success.
    pub(crate) async fn post(
        &self,
        address: &ServiceAddress,
        scopes: &[&str],
        content_type: &str,
        accept: &str,
        body: Vec<u8>,
    ) -> Result<Response, ServiceError> {
        let request = Request {
            method: Method::Post,
            url: address.url().clone(),
            headers: vec![
                ("content-type", content_type.to_owned()),
                ("accept", accept.to_owned()),
            ],
            body,
            max_response_bytes: MAX_PAGE_BYTES,
        };
        self.send(request, scopes).await
    }

    /// Sends `request` with a token. A token that is refused is forgotten, and one more is tried: the platform
    /// may have restarted, or may have been reset.
    async fn send(&self, request: Request, scopes: &[&str]) -> Result<Response, ServiceError> {
        let token = self.tokens.token(scopes).await?;
        let response = self.send_with(&token, request.clone()).await?;
        if response.status != 401 {
            return success(response);
        }
        self.tokens.forget(&token).await;
        let token = self.tokens.token(scopes).await?;
        success(self.send_with(&token, request).await?)
    }

    async fn send_with(&self, token: &AccessToken, mut request: Request) -> Result<Response, ServiceError> {
        request
            .headers
            .push(("authorization", format!("Bearer {}", token.secret())));
        self.transport
            .send(request)
            .await
            .map_err(|error| ServiceError::Unreachable { reason: error.code })
    }
}

fn success(response: Response) -> Result<Response, ServiceError> {
    if (200..300).contains(&response.status) {
        Ok(response)
    } else {
        Err(ServiceError::refused(&response))
    }
}

/// The JSON in `response`, whatever its `Content-Type` says.
pub(crate) fn json<R: DeserializeOwned>(response: &Response) -> Result<R, ServiceError> {
    serde_json::from_slice(&response.body).map_err(|_shape| ServiceError::Malformed {
        status: response.status,
    })
}
