//! Settings of the relay.

use clap::Args;
use url::Url;

use super::ConfigError;

/// Settings of the relay.
#[derive(Debug, Clone, Args)]
pub struct RelayArgs {
    /// Read keys and status lists for web pages that may not read them themselves: `self` for our own verification
    /// page, and the origins of other sites, separated by commas. Without it there is no relay.
    #[arg(
        long = "relay",
        env = "BLASON_RELAY",
        value_name = "ORIGINS",
        value_delimiter = ','
    )]
    origins: Vec<String>,
    /// How many documents the relay reads in a minute, for everybody together.
    #[arg(
        long = "relay-per-minute",
        env = "BLASON_RELAY_PER_MINUTE",
        value_name = "NUMBER",
        default_value_t = 60
    )]
    per_minute: u32,
}

impl RelayArgs {
    /// The settings that these arguments ask for; `None` when there is no relay.
    ///
    /// # Errors
    /// [`ConfigError::RelayOrigin`] when one of the origins is none.
    pub fn resolve(&self) -> Result<Option<Relay>, ConfigError> {
        let given: Vec<&str> = self
            .origins
            .iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        if given.is_empty() {
            return Ok(None);
        }
        let origins = given
            .into_iter()
            .filter(|text| *text != "self")
            .map(origin)
            .collect::<Result<_, _>>()?;
        Ok(Some(Relay {
            origins,
            per_minute: self.per_minute,
        }))
    }
}

/// For whom the relay reads, beside our own pages, and how much.
#[derive(Debug, Clone)]
pub struct Relay {
    /// Origins as browsers write them, such as `https://cv.example.org`.
    pub origins: Vec<String>,
    /// How many documents it reads in a minute, for everybody together.
    pub per_minute: u32,
}

fn origin(text: &str) -> Result<String, ConfigError> {
    let invalid = || ConfigError::RelayOrigin(text.to_owned());
    let url = Url::parse(text).map_err(|_no_url| invalid())?;
    let origin = url.origin();
    if !origin.is_tuple() || url.as_str().trim_end_matches('/') != origin.ascii_serialization() {
        return Err(invalid());
    }
    Ok(origin.ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(origins: &[&str]) -> Result<Option<Relay>, ConfigError> {
        RelayArgs {
            origins: origins.iter().map(|&text| text.to_owned()).collect(),
            per_minute: 60,
        }
        .resolve()
    }

    #[test]
    fn there_is_no_relay_unless_somebody_asks_for_one() {
        assert!(resolved(&[]).unwrap().is_none());
        assert!(resolved(&[" "]).unwrap().is_none());
    }

    #[test]
    fn a_relay_for_our_own_pages_is_for_no_other_site() {
        assert!(resolved(&["self"]).unwrap().unwrap().origins.is_empty());
    }

    #[test]
    fn an_origin_has_no_path_and_is_written_as_browsers_write_it() {
        let relay = resolved(&["self", "https://CV.example.org/"]).unwrap().unwrap();
        assert_eq!(relay.origins, ["https://cv.example.org"]);
        for wrong in [
            "cv.example.org",
            "https://cv.example.org/me",
            "data:text/plain,x",
            "*",
        ] {
            assert!(
                matches!(resolved(&[wrong]), Err(ConfigError::RelayOrigin(_))),
                "{wrong}"
            );
        }
    }
}
