//! Columns.

use serde::{Deserialize, Serialize};

use crate::{
    error::ServiceError,
    http::Transport,
    service::{self, AccessTokens, Service, ServiceAddress, text_or_number_if_any},
    vocab::scope,
};

const MEDIA_TYPE: &str = "application/vnd.ims.lis.v2.lineitem+json";
const CONTAINER_MEDIA_TYPE: &str = "application/vnd.ims.lis.v2.lineitemcontainer+json";

/// The most columns of one course that are read.
const MAX_LINE_ITEMS: usize = 5_000;

/// A column of the grade book.
/// [AGS 2.0, section 3.2](https://www.imsglobal.org/spec/lti-ags/v2p0/#line-item-service-scope-and-allowed-http-methods).
///
/// ```json
/// {"id": "https://moodle.example/mod/lti/services.php/2/lineitems/3/lineitem?type_id=1", "label": "Badge",
///  "scoreMaximum": 100, "resourceId": "", "tag": "", "resourceLinkId": "1"}
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LineItem {
    /// Its address, where results and scores are too.
    pub id: String,
    /// Its title; Moodle's course total has none.
    #[serde(default)]
    pub label: Option<String>,
    /// The best score.
    #[serde(default)]
    pub score_maximum: Option<f64>,
    /// The tool's own identifier for it.
    #[serde(default, deserialize_with = "text_or_number_if_any")]
    pub resource_id: Option<String>,
    /// The tool's own word for it.
    #[serde(default, deserialize_with = "text_or_number_if_any")]
    pub tag: Option<String>,
    /// The link that it belongs to, if it belongs to one.
    #[serde(default, deserialize_with = "text_or_number_if_any")]
    pub resource_link_id: Option<String>,
}

/// A column to be made.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewLineItem<'a> {
    /// Its title.
    pub label: &'a str,
    /// The best score, above 0.
    pub score_maximum: f64,
    /// The tool's own identifier for it.
    pub resource_id: &'a str,
    /// The link that it belongs to. Moodle stops naming a link's column in launches once it has two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_link_id: Option<&'a str>,
}

/// Which columns to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineItemFilter<'a> {
    /// Those of this link only.
    pub resource_link_id: Option<&'a str>,
    /// Those with this identifier of the tool's own only.
    pub resource_id: Option<&'a str>,
}

/// The columns at `line_items` ([`crate::claims::Endpoint::lineitems`]). What a platform lists although the filter
/// excludes it is left out.
///
/// # Errors
/// [`ServiceError`].
pub async fn line_items<T: Transport + Sync, K: AccessTokens + Sync>(
    service: &Service<'_, T, K>,
    line_items: ServiceAddress,
    filter: LineItemFilter<'_>,
) -> Result<Vec<LineItem>, ServiceError> {
    let asked = [
        ("resource_link_id", filter.resource_link_id),
        ("resource_id", filter.resource_id),
    ];
    let apply = |address: ServiceAddress| {
        asked
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .fold(address, |address, (name, value)| address.asking(name, value))
    };
    let listed = service
        .read_pages(
            apply(line_items),
            &[scope::LINE_ITEM_READ_ONLY],
            CONTAINER_MEDIA_TYPE,
            MAX_LINE_ITEMS,
            apply,
            |page: Vec<LineItem>| page,
        )
        .await?;
    let is_meant = |item: &LineItem| {
        let is = |asked: Option<&str>, found: &Option<String>| asked.is_none() || asked == found.as_deref();
        is(filter.resource_link_id, &item.resource_link_id) && is(filter.resource_id, &item.resource_id)
    };
    Ok(listed.into_iter().filter(is_meant).collect())
}

/// The column at `line_item`.
///
/// # Errors
/// [`ServiceError`].
pub async fn line_item<T: Transport + Sync, K: AccessTokens + Sync>(
    service: &Service<'_, T, K>,
    line_item: &ServiceAddress,
) -> Result<LineItem, ServiceError> {
    let (item, _) = service
        .read(line_item, &[scope::LINE_ITEM_READ_ONLY], MEDIA_TYPE)
        .await?;
    Ok(item)
}

/// Makes a column among `line_items`. Asked twice it makes two: look for the `resource_id` first.
///
/// # Errors
/// [`ServiceError`].
pub async fn create_line_item<T: Transport + Sync, K: AccessTokens + Sync>(
    service: &Service<'_, T, K>,
    line_items: &ServiceAddress,
    new: &NewLineItem<'_>,
) -> Result<LineItem, ServiceError> {
    let body = serde_json::to_vec(new).map_err(|_number| ServiceError::Malformed { status: 0 })?;
    let answer = service
        .post(line_items, &[scope::LINE_ITEM], MEDIA_TYPE, MEDIA_TYPE, body)
        .await?;
    service::json(&answer)
}
