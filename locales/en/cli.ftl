### What the command line says around the answers of `checks.ftl`.

cli-badge-says = What the badge says
# The badge is not known to be genuine: nothing below is confirmed.
cli-badge-claims = What the file says, unconfirmed
cli-checks = What was checked
cli-inside = What stands inside it
cli-inside-endorsement = Endorsement
cli-inside-credential = Badge without a name
cli-fetched = What was read for it

cli-badge = Badge
cli-description = Description
cli-criteria = Criteria
cli-issuer = Issuer
cli-recipient = Given to
cli-given = Given on
cli-valid-until = Valid until

## Several badges

cli-tally = { $total ->
    [one] 1 input:
   *[other] { $total } inputs:
} { $verified } verified, { $not_verified } not verified{ $without_badge ->
    [0] {""}
   *[other] {" "}({ $without_badge } without a badge)
}, { $unconfirmed } unconfirmed

## Each step of the verification

cli-steps = What was computed
cli-steps-none = No signature of a verifiable credential was looked at.
cli-step-key = Key
cli-step-origin = Found in
cli-step-origin-is = { $origin ->
    [did-key] its own name
    [did-jwk] its own name
    [name-fragment] its own name; the document was not read
    [document] { $url }
    [key-set] the key set { $url }
   *[token-header] the token itself
}
cli-step-key-kind = Kind of key
cli-step-multikey = Multikey
cli-step-jwk = JWK
cli-step-document = Document in canonical form
cli-step-options = Proof options in canonical form
cli-step-context = Context
cli-step-statements = Statements (signed one by one)
cli-step-mandatory-hash = Hash of the others
cli-step-header = Header
cli-step-absent = absent
cli-step-bytes = Bytes signed
cli-step-signature = Signature
cli-step-matches = { $matches ->
    [yes] matches key and bytes
    [no] does not match
   *[none] could not be compared
}

## What is inside a file

cli-bytes = { $count } bytes
cli-longer-than-file = longer than the file
cli-token-header = header (not verified)
cli-token-claims = claims (not verified)
