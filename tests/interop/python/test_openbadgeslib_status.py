"""Status lists of openbadgeslib: badges that their issuer withdrew or suspended, read by it and by us."""

import pytest
from openbadgeslib import ob3
from openbadgeslib.verify import verify_badge

from support import blason, keys
from support.openbadgeslib_issuer import DID_WEB, badge, bake, did_document, downloads

LIST = "https://other.example/status/1"
INDEX = 94_567


class Issuer:
    """A key, a badge at [`INDEX`] of a list for one purpose, and that list."""

    def __init__(self, purpose):
        self.purpose = purpose
        self.key = keys.generate("EdDSA")
        entry = ob3.status_entry(LIST, purpose, INDEX)
        signer = ob3.OB3Signer(self.key.pem, "EdDSA")
        self.baked = bake(signer, badge(DID_WEB, credential_status=[entry]), "PNG")

    def list(self, indices, signed_by=None, purpose=None, **members):
        """The list with these bits set, as a token."""
        document = ob3.build_status_list_credential(DID_WEB, LIST, purpose or self.purpose, indices, **members)
        return ob3.sign_status_list_credential(document, (signed_by or self.key).pem, "EdDSA")

    def ask(self, token):
        """Its answer and ours, with `token` at the address of the list; `None` for an address that is not there."""
        documents = did_document(self.key)
        if token is not None:
            documents[LIST] = blason.answer(token, "application/vc+jwt")
        theirs = verify_badge(self.baked, resolve_did=True, check_status=True, download=downloads(documents))
        return theirs, blason.verify(self.baked, documents)


@pytest.mark.parametrize("purpose", ["revocation", "suspension"])
def test_a_badge_that_is_not_on_the_list_is_accepted_by_both(purpose, passes):
    issuer = Issuer(purpose)
    theirs, ours = issuer.ask(issuer.list([INDEX - 1, INDEX + 1]))
    assert (theirs.valid, theirs.trusted) == (True, True), theirs.reason
    assert ours.checks["status"] == "passed not-revoked"
    assert (ours.verdict, ours.exit_status) == ("verified", 0)
    passes("openbadgeslib", f"BitstringStatusList, {purpose}", "theirs", "accepted")


@pytest.mark.parametrize(
    ("purpose", "outcome", "state"),
    [("revocation", "failed revoked", "invalid"), ("suspension", "failed suspended", "caution")],
)
def test_a_badge_on_the_list_is_refused_by_both(purpose, outcome, state, passes):
    issuer = Issuer(purpose)
    theirs, ours = issuer.ask(issuer.list([INDEX]))
    assert f"Credential status '{purpose}' is set at index {INDEX}" in theirs.reason
    assert ours.checks["status"] == outcome
    assert (ours.verdict, ours.state, ours.exit_status) == ("not-verified", state, 1)
    passes("openbadgeslib", f"BitstringStatusList, {purpose}", "theirs", "refused once listed")


FAULTS = {
    "signed by another key": (
        lambda issuer: issuer.list([], signed_by=keys.generate("EdDSA")),
        "proof is invalid: Invalid signature",
        "failed status-list-not-verified",
        "not-verified",
    ),
    "for another purpose": (
        lambda issuer: issuer.list([], purpose="suspension"),
        "is not declared by the status list",
        "failed status-purpose-differs",
        "not-verified",
    ),
    "shorter than the index": (
        lambda issuer: issuer.list([], size_bits=8),
        "out of range",
        "failed status-list-too-short",
        "not-verified",
    ),
    "no list at all": (
        lambda issuer: "<html></html>",
        "status list is neither JSON nor a JWT",
        "failed status-list-damaged",
        "not-verified",
    ),
    "out of reach": (
        lambda issuer: None,
        "could not fetch status list",
        "not-checked status-unreachable",
        "unconfirmed",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_list_that_cannot_be_relied_on_is_accepted_by_neither(fault):
    issuer = Issuer("revocation")
    make, reason, outcome, verdict = FAULTS[fault]
    theirs, ours = issuer.ask(make(issuer))
    assert not theirs.valid
    assert reason in theirs.reason
    assert (ours.checks["status"], ours.verdict) == (outcome, verdict)
