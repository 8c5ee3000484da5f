"""Open Badges 2.0 by 1EdTech's validator and by us: the same badges, the same documents, both answers.

Where the two differ, the test says who is right and why; docs/conformance.md lists it.
"""

import io
import json

import openbadges_bakery
import pytest
from badges import ASSERTION, HOST, ISSUER, KEY, LEARNER, REVOCATIONS, Badge, ask, changed, key

from support.pictures import PICTURES

PACKAGE = "openbadges"
ELSEWHERE = "https://elsewhere.example/issuer"
OTHERS = [f"urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f040{number}" for number in range(2)]


def hosted(change=lambda badge: None):
    """A hosted badge after `change`, and what is given to both: its text before it was changed."""
    badge = Badge.hosted()
    given = badge.json()
    change(badge)
    return badge, given


def signed(change=lambda badge: None, signed_by=None):
    """A badge that is signed after `change`, and its token."""
    badge = Badge.signed()
    change(badge)
    return badge, badge.token(signed_by)


def set_in(part, **members):
    return lambda badge: getattr(badge, part).update(members)


def without(part, name):
    return lambda badge: getattr(badge, part).pop(name)


def by_another_host(badge):
    """The issuer lives on another host than its assertions."""
    badge.issuer["id"] = badge.badge_class["issuer"] = ELSEWHERE
    badge.answers[ELSEWHERE] = badge.answers.pop(ISSUER)


def by_another_host_that_allows_it(badge):
    by_another_host(badge)
    badge.issuer["verification"] = {"type": "VerificationObject", "allowedOrigins": ["other.example"]}


def revoked(*entries):
    """The badge with a list of these entries; `None` stands for the badge itself."""

    def change(badge):
        badge.revoke(*(badge.assertion["id"] if entry is None else entry for entry in entries))

    return change


def told_by_learner(badge):
    badge.assertion["recipient"] = {"type": "email", "hashed": False, "identity": LEARNER}


# What both accept: our outcome of the check that the badge is about.
ACCEPTED = {
    "hosted": (lambda: hosted(), "signature", "passed hosted-confirmed"),
    "hosted, on a host that its issuer allows": (
        lambda: hosted(by_another_host_that_allows_it),
        "issuer-binding",
        "passed within-issuers-scope",
    ),
    "hosted, under an address that its issuer allows": (
        lambda: hosted(
            set_in("issuer", verification={"type": "VerificationObject", "startsWith": f"{HOST}/assertions/"})
        ),
        "issuer-binding",
        "passed within-issuers-scope",
    ),
    "hosted, and the file is of an older day": (
        lambda: hosted(set_in("assertion", narrative="Refait.")),
        "signature",
        "warning hosted-confirmed",
    ),
    "signed": (lambda: signed(), "signature", "passed signature-good"),
    "signed, with a list of others": (
        lambda: signed(revoked(*OTHERS)),
        "status",
        "passed not-revoked",
    ),
}

# What both refuse: a part of its words, and our check.
REFUSED = {
    "hosted, expired": (
        lambda: hosted(set_in("assertion", expires="2026-07-01T00:00:00Z")),
        "expired on 2026-07-01",
        "validity",
        "failed expired",
    ),
    "hosted, of the future": (
        lambda: hosted(set_in("assertion", issuedOn="2027-07-01T00:00:00Z")),
        "in the future",
        "validity",
        "failed not-yet-valid",
    ),
    "hosted, ends before it starts": (
        lambda: hosted(set_in("assertion", expires="2026-05-01T00:00:00Z")),
        "expiration is prior to issue date",
        "validity",
        "failed ends-before-start",
    ),
    "hosted, on another host than its issuer": (
        lambda: hosted(by_another_host),
        "not hosted in allowed origins",
        "issuer-binding",
        "failed outside-issuers-scope",
    ),
    "hosted, outside the addresses that its issuer allows": (
        lambda: hosted(
            set_in("issuer", verification={"type": "VerificationObject", "startsWith": f"{HOST}/awards/"})
        ),
        "does not start with any permitted values",
        "issuer-binding",
        "failed outside-issuers-scope",
    ),
    "hosted, without a date": (
        lambda: hosted(without("assertion", "issuedOn")),
        "Required property issuedOn not present",
        "structure",
        "failed missing-member",
    ),
    "hosted, with a date without a time": (
        lambda: hosted(set_in("assertion", issuedOn="2026-06-03")),
        "DATETIME property issuedOn value 2026-06-03 not valid",
        "structure",
        "failed invalid-date",
    ),
    "hosted, without criteria": (
        lambda: hosted(without("badge_class", "criteria")),
        "Required property criteria not present",
        "structure",
        "failed missing-member",
    ),
    "signed, expired": (
        lambda: signed(set_in("assertion", expires="2026-07-01T00:00:00Z")),
        "expired on 2026-07-01",
        "validity",
        "failed expired",
    ),
    "signed, by another key": (
        lambda: signed(signed_by=key("another")),
        "Signature verification failed",
        "signature",
        "failed changed-after-signing",
    ),
    "signed, by a key that its issuer does not list": (
        lambda: signed(set_in("issuer", publicKey=f"{HOST}/another-key")),
        "other than those authorized by issuer profile",
        "issuer-binding",
        "failed key-not-listed",
    ),
    "signed, and revoked": (
        lambda: signed(revoked(*OTHERS, None)),
        "has been revoked in RevocationList",
        "status",
        "failed revoked",
    ),
}

# What it refuses because something is out of reach, and we leave open.
OUT_OF_REACH = {
    "hosted, and the assertion is out of reach": (
        lambda: hosted(without("answers", ASSERTION)),
        "signature",
        "not-checked document-unreachable",
    ),
    "signed, and the key is out of reach": (
        lambda: signed(without("answers", KEY)),
        "signature",
        "not-checked document-unreachable",
    ),
    "signed, and the list is out of reach": (
        lambda: signed(lambda badge: (badge.revoke(), badge.answers.pop(REVOCATIONS))),
        "status",
        "not-checked status-unreachable",
    ),
}


def gone(badge):
    badge.assertion["revoked"] = True
    badge.statuses[ASSERTION] = 410


# What it accepts and we do not, rightly: our verdict, and what it overlooks.
OVERLOOKED = {
    # It reads neither the member nor the status that the specification gives to revoked hosted badges.
    "hosted, and revoked by its document": (
        lambda: hosted(set_in("assertion", revoked=True)),
        "status",
        "failed revoked",
        "not-verified",
    ),
    "hosted, and gone (410)": (lambda: hosted(gone), "status", "failed revoked", "not-verified"),
    # It reads the body of every answer, whatever its status.
    "hosted, and not found (404)": (
        lambda: hosted(lambda badge: badge.statuses.update({ASSERTION: 404})),
        "signature",
        "not-checked document-unreachable",
        "unconfirmed",
    ),
    # It compacts a list of one entry to that entry, and then looks for the badge among its letters.
    "signed, and the only one revoked": (
        lambda: signed(revoked(None)),
        "status",
        "failed revoked",
        "not-verified",
    ),
    # It never reads whose key it is.
    "signed, by a key of another owner": (
        lambda: signed(lambda badge: badge.answers[KEY].update(owner=ELSEWHERE)),
        "issuer-binding",
        "failed controller-differs",
        "not-verified",
    ),
    # The specification asks for an address that people can write to.
    "hosted, by an issuer without an e-mail address": (
        lambda: hosted(without("issuer", "email")),
        "structure",
        "failed missing-member",
        "not-verified",
    ),
}


def said(theirs):
    return " | ".join(str(message["result"]) for message in theirs["messages"])


@pytest.mark.parametrize("case", ACCEPTED)
def test_accepted_by_both(case, passes):
    make, check, outcome = ACCEPTED[case]
    theirs, ours = ask(*make())
    assert theirs["valid"], said(theirs)
    assert (ours.checks[check], ours.verdict, ours.state) == (outcome, "verified", "genuine")
    passes(PACKAGE, f"2.0 {case}", "both", "accepted by both")


@pytest.mark.parametrize("case", REFUSED)
def test_refused_by_both(case, passes):
    make, reason, check, outcome = REFUSED[case]
    theirs, ours = ask(*make())
    assert not theirs["valid"]
    assert reason in said(theirs)
    assert (ours.checks[check], ours.verdict) == (outcome, "not-verified")
    passes(PACKAGE, f"2.0 {case}", "both", "refused by both")


@pytest.mark.parametrize("case", OUT_OF_REACH)
def test_what_is_out_of_reach_is_accepted_by_neither(case, passes):
    make, check, outcome = OUT_OF_REACH[case]
    theirs, ours = ask(*make())
    assert not theirs["valid"]
    assert "ConnectionError" in said(theirs)
    assert (ours.checks[check], ours.verdict) == (outcome, "unconfirmed")
    passes(PACKAGE, f"2.0 {case}", "both", "refused by it, unconfirmed by us")


@pytest.mark.parametrize("case", OVERLOOKED)
def test_overlooked_by_it(case, passes):
    make, check, outcome, verdict = OVERLOOKED[case]
    theirs, ours = ask(*make())
    assert theirs["valid"], said(theirs)
    assert (ours.checks[check], ours.verdict) == (outcome, verdict)
    passes(PACKAGE, f"2.0 {case}", "both", f"accepted by it, {verdict} by us")


def test_a_changed_token_is_refused_by_both(passes):
    badge, token = signed()
    theirs, ours = ask(badge, changed(token))
    assert "Signature verification failed" in said(theirs)
    assert (ours.checks["signature"], ours.verdict) == ("failed changed-after-signing", "not-verified")
    passes(PACKAGE, "2.0 signed, changed afterwards", "both", "refused by both")


@pytest.mark.parametrize("change", [lambda badge: None, told_by_learner], ids=["hashed", "plain"])
def test_the_learner_is_found_by_both_and_another_is_not(change, passes):
    badge, token = signed(change)
    theirs, ours = ask(badge, token, LEARNER)
    assert theirs["valid"], said(theirs)
    assert (ours.checks["recipient"], ours.verdict) == ("passed recipient-matches", "verified")
    theirs, ours = ask(badge, token, "other@example.org")
    assert "did not match assertion" in said(theirs)
    assert (ours.checks["recipient"], ours.verdict) == ("failed recipient-differs", "not-verified")
    passes(PACKAGE, "2.0 signed, for another learner", "both", "refused by both")


def baked(container, given):
    return io.BytesIO(openbadges_bakery.bake(io.BytesIO(PICTURES[container]), given).read())


@pytest.mark.parametrize(
    ("make", "container", "format"),
    [
        (hosted, "PNG", "passed badge-found"),
        (signed, "PNG", "passed badge-found"),
        # Its bakery writes a token twice, in the attribute and in the body.
        (signed, "SVG", "warning badge-found"),
    ],
)
def test_a_baked_badge_is_accepted_by_both(make, container, format, passes):
    badge, given = make()
    theirs, ours = ask(badge, baked(container, given))
    assert theirs["valid"], said(theirs)
    assert (ours.checks["format"], ours.verdict) == (format, "verified")
    passes(PACKAGE, f"2.0 {make.__name__}, in {container}", "both", "accepted by both")


def test_a_hosted_badge_in_an_svg_is_read_by_us_alone(passes):
    badge, given = hosted()
    theirs, ours = ask(badge, baked("SVG", given))
    # Its bakery gives an address back as bytes, which it takes for no address.
    assert "only URL, JSON, or JWS input implemented so far" in said(theirs)
    assert (ours.checks["format"], ours.verdict) == ("passed badge-found", "verified")
    passes(PACKAGE, "2.0 hosted, in SVG", "both", "not read by it, accepted by us")


def test_text_that_is_no_badge_is_accepted_by_neither():
    badge = Badge.hosted()
    theirs, ours = ask(badge, json.dumps({}))
    assert not theirs["valid"]
    assert (ours.checks["format"], ours.verdict) == ("failed no-badge", "not-verified")
