"""Open Badges 2.0 that openbadgeslib signs and bakes, read by it and by us."""

import base64
from datetime import datetime, timezone

import pytest
from openbadgeslib import ob2

from support import blason, keys
from support.openbadgeslib_issuer import downloads
from support.pictures import PICTURES

HOST = "https://other.example"
ISSUER = f"{HOST}/issuer"
KEY = f"{HOST}/key"
BADGE_CLASS = f"{HOST}/badges/1"
REVOCATIONS = f"{HOST}/revoked"
ID = "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0501"
OTHER = "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0502"

ASSERTION = ob2.Assertion(
    id=ID,
    recipient=ob2.IdentityObject.create("learner@example.org", salt="deadsea"),
    badge=BADGE_CLASS,
    verification=ob2.Verification(type="SignedBadge", creator=KEY),
    issued_on=datetime(2026, 6, 3, 12, tzinfo=timezone.utc),
    expires=datetime(2031, 6, 3, 12, tzinfo=timezone.utc),
)


def documents(key, revoked=()):
    """What the issuer publishes, as its own classes write it."""
    published = [
        ob2.Profile(
            id=ISSUER,
            name="Ailleurs — 他の学校",
            url=HOST,
            email="badges@other.example",
            public_key=[KEY],
            revocation_list=REVOCATIONS,
        ),
        ob2.CryptographicKey(id=KEY, owner=ISSUER, public_key_pem=key.public_pem.decode()),
        ob2.BadgeClass(
            id=BADGE_CLASS,
            name="Soudure à l’arc 🔥",
            description="Sait souder à l’arc.",
            image=f"{HOST}/badges/1.png",
            criteria=f"{HOST}/badges/1/criteria",
            issuer=ISSUER,
        ),
        ob2.RevocationList(id=REVOCATIONS, issuer=ISSUER, revoked_assertions=list(revoked)),
    ]
    return {part.id: blason.answer(part.to_dict(), "application/ld+json") for part in published}


def bake(key, container):
    signer = ob2.OB2Signer(key.pem, "RS256")
    sign_into = {"PNG": signer.sign_into_png, "SVG": signer.sign_into_svg}[container]
    return sign_into(ASSERTION, PICTURES[container])


def token_of(baked, container):
    extract = {"PNG": ob2.OB2Verifier.extract_token_from_png, "SVG": ob2.OB2Verifier.extract_token_from_svg}
    return extract[container](baked)


def changed(token):
    header, payload, signature = token.split(".")
    text = base64.urlsafe_b64decode(payload + "==").decode()
    other = text.replace("2031-06-03", "2041-06-03")
    assert other != text
    payload = base64.urlsafe_b64encode(other.encode()).decode().rstrip("=")
    return f"{header}.{payload}.{signature}"


@pytest.mark.parametrize("container", sorted(PICTURES))
def test_what_it_signs_and_bakes_is_accepted_by_both(container, passes):
    key = keys.generate("RS256")
    published = documents(key, revoked=[OTHER])
    baked = bake(key, container)
    verifier = ob2.OB2Verifier(download=downloads(published))
    assert verifier.verify(token_of(baked, container), "learner@example.org", check_revocation=True).id == ID
    report = blason.verify(baked, published, "--recipient", "learner@example.org")
    assert report.checks["format"] == "passed badge-found"
    assert report.checks["signature"] == "passed signature-good"
    assert report.checks["status"] == "passed not-revoked"
    assert report.checks["recipient"] == "passed recipient-matches"
    assert (report.verdict, report.state) == ("verified", "genuine")
    passes("openbadgeslib", f"2.0 signed, in {container}", "theirs", "accepted")


@pytest.mark.parametrize("container", sorted(PICTURES))
def test_a_changed_token_is_refused_by_both(container, passes):
    key = keys.generate("RS256")
    published = documents(key)
    token = changed(token_of(bake(key, container), container))
    with pytest.raises(ob2.OB2VerificationError, match="(?i)signature"):
        ob2.OB2Verifier(download=downloads(published)).verify(token)
    report = blason.verify(blason.bake(PICTURES[container], token), published)
    assert report.checks["signature"] == "failed changed-after-signing"
    assert report.verdict == "not-verified"
    passes("openbadgeslib", f"2.0 signed, in {container}", "theirs", "refused once changed")


def test_a_revoked_badge_is_refused_by_both():
    key = keys.generate("RS256")
    published = documents(key, revoked=[ID])
    baked = bake(key, "PNG")
    with pytest.raises(ob2.OB2VerificationError, match="revoked"):
        ob2.OB2Verifier(download=downloads(published)).verify(token_of(baked, "PNG"), check_revocation=True)
    report = blason.verify(baked, published)
    assert (report.checks["status"], report.verdict) == ("failed revoked", "not-verified")
