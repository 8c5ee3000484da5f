### What a check found, in whole sentences. One message per code of `openbadges::verify::Code`, named as the code.
### Shared by the server, the command line and the widget.
###
### The values are those that the code's documentation names. Beside them: `$host`, the host of `$url`.
### Dates come already written for the reader. A value that is absent is given as the word `none`.
### A sentence never says more than was checked.

## States

state-genuine = Genuine and still good
state-caution = Genuine, but read this first
state-invalid = Not valid
state-unchecked = We could not finish checking
state-none = There is no badge in this file

## Questions

check-format = A badge is in the file
check-structure = It has the parts that a badge needs
check-context = Its words have a known meaning
check-signature = Unchanged since it was given
check-issuer-binding = It comes from the issuer that it names
check-validity = Dates
check-status = Not withdrawn
check-image = The picture
check-recipient = This person
check-endorsement = Endorsements
check-trust = Registers of issuers

## Answers

answer-yes = Yes
answer-care = Take care
answer-no = No
answer-unknown = Could not check
answer-neutral = Does not apply
answer-not-asked = Not asked
answer-if-genuine = Only if it is genuine

## Any check

not-reached = This was not checked, because an earlier check ended the verification.
not-supported = { $what ->
    [credential-kind] This is another kind of credential than those whose rules this verifier knows.
    [envelope] The credential is wrapped in a way that this verifier cannot read.
    [identity-hash] The badge names the person in a hidden form, which this verifier cannot compare yet.
   *[other] This verifier cannot check this yet.
}
document-not-fetched = { $host ->
    [none] A document that is needed was not read.
   *[other] We did not read what { $host } publishes.
}
document-unreachable = { $reason ->
    [offline] We could not read what { $host } publishes: this device is offline.
    [timeout] We could not read what { $host } publishes: it did not answer in time.
    [cors-or-network] We could not read what { $host } publishes: it did not answer, or does not let web pages read it.
    [too-large] We could not read what { $host } publishes: it is too large.
    [refused] We did not read what { $host } publishes: the address was refused.
   *[other] { $status ->
        [none] We could not read what { $host } publishes.
       *[other] We could not read what { $host } publishes: it answered with error { $status }.
    }
}
document-unreadable = We read what { $host } publishes, but could not understand it.
file-unreadable = { $reason ->
    [not-found] The file is not there.
    [permission-denied] This program may not read the file.
   *[other] The file could not be read.
}
work-limit-reached = We did not finish: the badge asks for more work than this verifier allows.

## A badge is in the file

badge-found = One badge was found.
credential-found = There is a credential in this place.
no-badge = A screenshot or a photo loses the badge. Ask the person for the original file or a link.
too-large = The file, or a part of it, is larger than this verifier reads.
damaged-file = { $offset ->
    [none] The file is damaged.
   *[other] The file is damaged at byte { $offset }.
}
damaged-chunk = The part of the picture that holds the badge is damaged.
conflicting-badges = The file holds two badges that differ. Which one is meant cannot be known.
unreadable-badge = There is a badge in the file, but its text cannot be read.
duplicate-member-names = The badge states the same thing twice, under the name “{ $name }”. Which one is meant cannot be known.
too-deep = The badge is nested more deeply than this verifier reads.
entity-refused = The badge in the picture relies on substitutions that this verifier refuses to make.
repeated-badge = The same badge stands more than once in the file.
compressed-badge = The badge was stored compressed, which the standard does not allow. It was read anyway.
other-chunk-type = The badge was stored in an unusual part of the picture. It was read anyway.
other-version-keyword = The badge was stored under the label of another Open Badges version. It was read anyway.
other-place = The badge was stored in an unusual place of the picture. It was read anyway.
compressed-file = The picture file is compressed. It was read anyway.
doctype-ignored = The picture file refers to an outside definition. It was not loaded.
surrounding-space = There was white space around the badge’s text. It was left out.
data-after-end = The file goes on after the end of the picture. That part was not read.
padded-token = The badge’s text was filled up with signs that do not belong there. They were left out.
refreshed = The issuer offers a newer version of this badge at { $host }. That one was checked.
refresh-unreachable = The issuer offers a newer version of this badge at { $host }, which could not be read. The badge in the file was checked.
refresh-of-another = What { $host } offers as a newer version is not the same badge. The badge in the file was checked.
refresh-not-good = What { $host } offers as a newer version is not shown to be the issuer’s. The badge in the file was checked.

## It has the parts that a badge needs

structure-sound = All the required parts are there.
not-an-open-badge = The file holds a document, but it is not an Open Badge.
missing-member = A required part is missing.
wrong-value = A part of the badge has a value that the standard does not allow.
missing-type = A part of the badge does not say what it is.
invalid-date = A date in the badge is not written as the standard asks.
invalid-identifier = An identifier in the badge is not a valid address.
broken-link = A result in the badge refers to something that the badge does not contain.
endorsement-of-another = The endorsement is about something else than what it stands beside.
endorsed-not-named = Nothing shows what the endorsement is about: what it stands beside has no identifier.
nested-credential-bad = The record holds credentials that are not good as they stand: { $bad } of { $count }. Look at each of them.
nested-credential-not-confirmed = We could not finish checking every credential in the record: { $unconfirmed } of { $count } are open. Look at each of them.
unlisted-word = A part of the badge uses a word that the standard does not list there.
result-not-allowed = A result in the badge is none of those that the badge itself allows.
unusual-date = A date in the badge is written in an unusual way. It was read anyway.
level-of-another = A result names a level that belongs to another part of the badge. What was reached is clear all the same.
schema-not-applied = { $host ->
    [none] The issuer has rules of its own for this badge. They were not applied.
   *[other] The issuer has rules of its own for this badge, published by { $host }. They were not applied.
}
extension-not-read = The badge has a part of a kind that this verifier does not know: { $name }. It was not checked.

## Its words have a known meaning

context-known = Every word that was signed has a published definition.
missing-context = The badge does not say which definitions its words follow.
no-own-context = It does not say by itself what its words mean, so its signature cannot be checked apart from the badge around it.
unknown-context = The badge relies on definitions that this verifier does not know: { $url }.
inline-context = The badge brings its own definitions, which could change what its words mean. They were not read.
undefined-term = The badge contains a word that no definition covers, so no signature protects it: “{ $term }”.
relative-type = A part of the badge says what it is with a word that no definition covers, so no signature protects it: “{ $term }”.
relative-iri = An identifier in the badge is not a full address, so no signature protects it: “{ $term }”.
unsigned-value = A part of the badge is protected by no signature.
inexact-number = A number in the badge is too large to mean the same to every reader: { $number }.
invalid-json-ld = The badge is not written correctly.
unsupported-json-ld = The badge is written in a way that this verifier does not read.
version-known = The badge is written in the words of Open Badges { $version }.
context-implied = The badge is written in the words of Open Badges { $version }, which needed no definitions.
context-not-read = The badge names further definitions, which this verifier does not read.
context-alias = The badge names its definitions by another address than their own. They are the same definitions.
older-context = The badge was signed under an older edition of its definitions.

## Unchanged since it was given

signature-good = The signature is right: nothing was changed since it was signed.
no-proof = The badge is not signed.
changed-after-signing = The content was changed after it was signed.
malformed-proof = The signature is not written correctly.
unsupported-cryptosuite = This kind of signature is not checked here: { $cryptosuite }.
unknown-cryptosuite = This kind of signature is not known: { $cryptosuite }.
wrong-proof-purpose = The signature was made for another purpose than giving a badge.
proof-expired = The signature stopped counting on { $expires }.
proof-from-future = The signature is dated in the future: { $created }.
malformed-key = The key of the signature cannot be read.
wrong-key-type = The key does not fit this kind of signature.
key-not-found = The key that the signature names was not found.
unsupported-key-reference = The signature names its key in a way that this verifier does not follow.
proof-context-differs = The signature was made when the badge defined its words otherwise.
base-proof = The badge is shown with the signature that only its holder should have, from which a copy to show is made. Ask its holder for such a copy.
proof-labels-differ = The signature was not made for the parts that this badge has.
proof-index-out-of-range = The signature covers more statements than this badge has.
statements-not-signed = The number of statements to be signed one by one ({ $expected }) is not that of the signatures that came along ({ $found }).
previous-proof-missing = The signature builds on another signature that is not there.
previous-proof-bad = The signature builds on another signature, which does not match.
previous-proof-not-checked = The signature builds on another signature, which was not checked.
refused-algorithm = { $algorithm ->
    [none] The badge is not signed: it names no kind of signature.
   *[other] The badge names a kind of signature that proves nothing: { $algorithm }.
}
critical-header = The signature asks to be read by rules that this verifier does not know: { $names }.
unencoded-payload = The signature was made over another form of the content than the one in the badge.
private-key-in-token = The badge gives away a secret key. Anybody can sign with such a key.
malformed-claim = The signed envelope of the badge has a wrong value for “{ $claim }”.
claimed-issuer-differs = The signed envelope names another issuer ({ $found }) than the badge in it ({ $expected }).
claimed-subject-differs = The signed envelope names another person ({ $found }) than the badge in it ({ $expected }).
claimed-id-differs = The signed envelope belongs to another badge ({ $found }) than the one in it ({ $expected }).
claims-missing = The signed envelope of the badge lacks entries that the standard asks for: { $claims }.
claim-not-in-badge = The signed envelope says something that the badge in it does not repeat: { $claim }.
unusual-token-type = The badge’s text is marked as something unusual: { $found }. It was read anyway.
other-proof-bad = The badge carries another signature, which does not match.
other-proof-not-checked = The badge carries another signature, which was not checked.
selective-disclosure = The holder of the badge chose which of the signed statements to show. Others, such as an end date, may be held back.
proof-for-domain = The signature was made for one receiver: { $domain }.
cryptosuite-alias = The kind of signature is written in an old or mistaken way: { $cryptosuite }.

hosted-confirmed = { $host } publishes this badge.
hosted-id-differs = { $host } publishes another badge at this badge’s address.
no-hosted-address = The badge is not signed, and names no address where it could be looked up.
file-differs = The badge you gave differs from the one that { $host } publishes. The published one counts.
read-over-tls = An address in the badge has no encryption. It was read over an encrypted connection.
plain-http = A document of { $host } was read without encryption. Others could have changed it on the way.

## It comes from the issuer that it names

key-bound = { $domain ->
    [none] The issuer’s identifier is this key itself. No website vouches for the name.
   *[other] { $domain } publishes this key.
}
key-not-listed = { $host ->
    [none] The issuer’s identifier is another key. The badge was not signed by the issuer that it names.
   *[other] { $host } does not list this key. The badge was not signed by the issuer that it names.
}
key-not-for-assertion = { $host } lists this key, but not for giving badges.
test-badge = This is a test, made to be looked at. Nobody stands behind it, and it shows nothing about anyone.
key-revoked = { $since ->
    [none] { $host } says that this key no longer counts.
   *[other] { $host } says that this key no longer counts, since { $since }.
}
key-retired = { $since ->
    [none] The issuer has since replaced this key. It counted when the badge was signed.
   *[other] The issuer replaced this key on { $since }. It counted when the badge was signed.
}
controller-differs = The key belongs to someone else than the issuer that the badge names.
document-of-another = { $host } describes someone else than the badge names.
within-issuers-scope = { $host } is where this issuer publishes its badges.
outside-issuers-scope = The badge stands at { $host }, where the issuer that it names does not publish badges.
issuer-not-hosted = The issuer has no address where its profile could be read, so nothing shows whose badge this is.
document-id-differs = A document at { $host } calls itself by another name: { $found }. Its address counts.
key-owner-missing = The key does not say whose it is. The issuer’s profile lists it.
key-not-bound = Nothing shows that this key is the issuer’s.
unsupported-did-method = { $method ->
    [none] The issuer is named in a way that this verifier does not follow.
   *[other] The issuer is named in a way that this verifier does not follow: { $method }.
}
malformed-did = The issuer’s identifier is not written correctly.

## Dates

within-validity = Valid until { $valid_until }.
no-expiry = It has no end date.
expired = It expired on { $valid_until }.
not-yet-valid = It is not valid before { $valid_from }.
ends-before-start = Its end date is before its start date.
claimed-start-differs = The signed envelope counts from another date ({ $claimed }) than the badge in it ({ $valid_from }).
claimed-end-differs = The signed envelope counts until another date ({ $claimed }) than the badge in it ({ $valid_until }).

## Not withdrawn

status-not-declared = The issuer publishes no list of withdrawn badges.
not-revoked = It is not on the issuer’s list of withdrawn badges.
still-hosted = { $host } still publishes it, and does not say that it was withdrawn.
revoked = { $reason ->
    [none] The issuer withdrew it.
   *[other] The issuer withdrew it: “{ $reason }”.
}
no-withdrawal-list = The issuer’s lists about this badge were read. None of them is about withdrawn badges.
suspended = { $reason ->
    [none] The issuer has suspended it for now.
   *[other] The issuer has suspended it for now: “{ $reason }”.
}
status-unreachable = { $reason ->
    [offline] We could not read the issuer’s list of withdrawn badges: this device is offline.
    [timeout] We could not read the issuer’s list of withdrawn badges: { $host } did not answer in time.
    [cors-or-network] We could not read the issuer’s list of withdrawn badges: { $host } did not answer, or does not let web pages read it.
    [too-large] We could not read the issuer’s list of withdrawn badges: it is too large.
    [refused] We could not read the issuer’s list of withdrawn badges: { $host } was not contacted, because the address was refused.
   *[other] { $status ->
        [none] We could not read the issuer’s list of withdrawn badges.
       *[other] We could not read the issuer’s list of withdrawn badges: { $host } answered with error { $status }.
    }
}
unsupported-status = The issuer uses a kind of list of withdrawn badges that this verifier cannot read yet.
malformed-status = The badge does not say correctly where its issuer lists withdrawn badges.
status-list-damaged = The issuer’s list of withdrawn badges was read, but cannot be understood.
status-list-not-verified = The issuer’s list of withdrawn badges is not correctly signed.
status-list-not-confirmed = Nothing shows who signed the list of withdrawn badges.
status-list-not-bound = Nothing shows that the list of withdrawn badges is the issuer’s own.
status-list-of-other-kind = The document that was read is not the kind of list that the badge names.
status-list-of-another = The list that was read says that it belongs to another address than the badge names.
status-list-expired = The issuer’s list of withdrawn badges is out of date.
status-list-too-short = The issuer’s list of withdrawn badges is shorter than the standard asks for.
status-index-out-of-range = This badge’s place is past the end of the issuer’s list of withdrawn badges.
status-purpose-differs = The issuer’s list is for another purpose than the badge says.
status-of-another-issuer = The list of withdrawn badges is signed by someone else than the issuer.
status-index-is-number = The badge’s place in the list is written in an unusual way. It was read anyway.
status-list-notation = The list of withdrawn badges is written in an unusual way. It was read anyway.
status-message = The issuer says about this badge: “{ $message }”.
refresh-available = The issuer has a newer version of this badge.

## The picture

image-not-signed = The signature does not cover the picture, so the picture proves nothing.
image-matches = { $of ->
    [address] The picture that { $host } publishes is the one that the issuer signed.
   *[other] It is the picture that the issuer signed.
}
image-differs = { $of ->
    [address] The picture that { $host } publishes is not the one that the issuer signed.
   *[other] The picture is not the one the issuer signed.
}
image-not-asked = The issuer signed a picture. It was not fetched to be compared, because its host would learn of it.
unsupported-digest = The issuer signed the picture in a way that this verifier cannot compare.

## This person

recipient-not-asked = No name or address was given to compare with.
recipient-matches = It was given to the person you named.
recipient-differs = It was not given to the person you named.
recipient-not-named = The badge does not say to whom it was given in a way that can be compared.
matched-lower-case = It matches once the address is written in small letters.

## Endorsements

no-endorsement = The badge carries no endorsement.
endorsements-good = Every endorsement is good. Their number: { $count }.
endorsement-bad = Not every endorsement is good: { $bad } of { $count } are not. The badge itself does not depend on them.
endorsement-not-confirmed = We could not finish checking every endorsement: { $unconfirmed } of { $count } are open. The badge itself does not depend on them.

## Registers of issuers

trust-not-asked = No register of issuers was asked.
issuer-listed = { $register ->
    [none] The issuer is in a register that was asked.
   *[other] The issuer is in the register “{ $register }”.
}
issuer-unknown = The issuer is in none of the registers that were asked. That says nothing against it.
