"""Baking across implementations: pictures that openbadges-bakery bakes and we read, and the other way round.

It knows the keyword and the element of Open Badges 1.x and 2.x alone.
"""

import io
import json

import openbadges_bakery
import pytest

from support import blason
from support.pictures import PICTURES

PACKAGE = "openbadges-bakery"
CONTAINERS = sorted(PICTURES)

ASSERTION = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://other.example/assertions/1",
    "recipient": {"type": "email", "hashed": False, "identity": "learner@example.org"},
    "badge": "https://other.example/badges/1",
    "issuedOn": "2026-06-03T12:00:00Z",
    "evidence": [{"narrative": "Deux pièces « soudées » <b> & 🔥"}],
    "verification": {"type": "HostedBadge"},
}

# What is in it does not matter for baking: the header, the payload and a signature.
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJiYWRnZSI6Imh0dHBzOi8vb3RoZXIuZXhhbXBsZS9iIiwicmVjaXBpZW50Ijp7fX0.c2lnbmF0dXJl"

BADGES = {
    "hosted": json.dumps(ASSERTION, ensure_ascii=False),
    "signed": TOKEN,
}


def bake_by_it(picture, badge):
    return openbadges_bakery.bake(io.BytesIO(picture), badge).read()


def unbake_by_it(baked):
    return openbadges_bakery.unbake(io.BytesIO(baked))


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("kind", BADGES)
def test_what_it_bakes_is_read_by_us(kind, container, passes):
    assert blason.unbake(bake_by_it(PICTURES[container], BADGES[kind])) == BADGES[kind]
    passes(PACKAGE, f"{kind} 2.0 badge in {container}", "theirs", "the same text")


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("kind", BADGES)
def test_what_we_bake_is_read_by_it(kind, container, passes):
    # Of a hosted badge in an SVG, it gives back the address in place of the text.
    expected = ASSERTION["id"] if (kind, container) == ("hosted", "SVG") else BADGES[kind]
    assert unbake_by_it(blason.bake(PICTURES[container], BADGES[kind])) == expected
    passes(PACKAGE, f"{kind} 2.0 badge in {container}", "ours", "the same text")


@pytest.mark.parametrize("container", CONTAINERS)
def test_a_badge_that_the_picture_had_is_replaced_by_both(container):
    once = bake_by_it(PICTURES[container], BADGES["hosted"])
    assert blason.unbake(blason.bake(once, TOKEN)) == TOKEN
    once = blason.bake(PICTURES[container], BADGES["hosted"])
    if container == "PNG":
        assert blason.unbake(bake_by_it(once, TOKEN)) == TOKEN


@pytest.mark.parametrize("container", CONTAINERS)
def test_a_badge_of_3_0_that_it_baked_is_read_with_a_remark(container, passes):
    sample = blason.samples("proofs")["eddsa-rdfc-2022 Ed25519"]
    report = blason.verify(bake_by_it(PICTURES[container], sample.credential))
    assert report.checks["format"] == "warning badge-found"
    assert "other-version-keyword" in report.notes["format"]
    assert report.verdict == "verified"
    passes(PACKAGE, f"3.0 badge in {container}", "theirs", "accepted with a remark")


def test_a_picture_that_was_damaged_is_refused_by_both():
    baked = bytearray(bake_by_it(PICTURES["PNG"], BADGES["hosted"]))
    baked[baked.index(b"Assertion")] ^= 1
    with pytest.raises(Exception, match="Checksum error in iTXt chunk"):
        unbake_by_it(bytes(baked))
    report = blason.verify(bytes(baked))
    assert report.checks["format"] == "failed damaged-chunk"
    assert report.verdict == "not-verified"
