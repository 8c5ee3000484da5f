### What the command line says around the answers of `checks.ftl`.

cli-badge-says = What the badge says
# The badge is not known to be genuine: nothing below is confirmed.
cli-badge-claims = What the file says, unconfirmed
cli-checks = What was checked
cli-fetched = What was read for it

cli-badge = Badge
cli-description = Description
cli-criteria = Criteria
cli-issuer = Issuer
cli-recipient = Given to
cli-given = Given on
cli-valid-until = Valid until
