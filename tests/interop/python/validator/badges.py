"""Badges of Open Badges 2.0 and the documents that their issuer publishes, right but for what a test changes."""

import base64
import functools
import json
from pathlib import Path

import responses
from Crypto.PublicKey import RSA
from jose import jws
from openbadges import verify

from support import blason
from support.pictures import PICTURES

CONTEXT = "https://w3id.org/openbadges/v2"
HOST = "https://other.example"
ASSERTION = f"{HOST}/assertions/1"
BADGE_CLASS = f"{HOST}/badges/1"
ISSUER = f"{HOST}/issuer"
KEY = f"{HOST}/key"
REVOCATIONS = f"{HOST}/revoked"
PICTURE = f"{HOST}/badges/1.png"
LEARNER = "learner@example.org"

# The context that the core carries, for a package that would fetch it.
_CONTEXT_FILE = Path(__file__).parents[4] / "crates/openbadges/contexts/open-badges-2.json"


@functools.cache
def key(name="the issuer's"):
    """A key, the same for each name: making one takes a while."""
    return RSA.generate(2048)


class Badge:
    """A badge and its issuer's documents, which a test may change before it asks."""

    def __init__(self, verification):
        self.key = key()
        self.assertion = {
            "@context": CONTEXT,
            "type": "Assertion",
            "id": ASSERTION,
            "recipient": {
                "type": "email",
                "hashed": True,
                "salt": "deadsea",
                "identity": "sha256$795c303fa919b53c66f88d3fb8b9c689283d248739042645d436c0c94e7fbd4d",
            },
            "badge": BADGE_CLASS,
            "issuedOn": "2026-06-03T12:00:00Z",
            "expires": "2031-06-03T12:00:00Z",
            "verification": verification,
        }
        self.badge_class = {
            "@context": CONTEXT,
            "type": "BadgeClass",
            "id": BADGE_CLASS,
            "name": "Soudure à l’arc 🔥",
            "description": "Sait souder à l’arc.",
            "image": PICTURE,
            "criteria": {"narrative": "Souder deux pièces."},
            "issuer": ISSUER,
        }
        self.issuer = {
            "@context": CONTEXT,
            "type": "Issuer",
            "id": ISSUER,
            "name": "Ailleurs — 他の学校",
            "url": HOST,
            "email": "badges@other.example",
        }
        self.answers = {
            ASSERTION: self.assertion,
            BADGE_CLASS: self.badge_class,
            ISSUER: self.issuer,
        }
        #: The status of an answer, where it is not 200.
        self.statuses = {}

    @classmethod
    def hosted(cls):
        return cls({"type": "HostedBadge"})

    @classmethod
    def signed(cls):
        badge = cls({"type": "SignedBadge", "creator": KEY})
        badge.assertion["id"] = "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0301"
        del badge.answers[ASSERTION]
        badge.issuer["publicKey"] = KEY
        badge.answers[KEY] = {
            "@context": CONTEXT,
            "type": "CryptographicKey",
            "id": KEY,
            "owner": ISSUER,
            "publicKeyPem": badge.key.publickey().export_key().decode(),
        }
        return badge

    def revoke(self, *entries):
        """Publishes a list with these entries."""
        self.issuer["revocationList"] = REVOCATIONS
        self.answers[REVOCATIONS] = {
            "@context": CONTEXT,
            "type": "RevocationList",
            "id": REVOCATIONS,
            "issuer": ISSUER,
            "revokedAssertions": list(entries),
        }

    def json(self):
        """The assertion as text."""
        return json.dumps(self.assertion)

    def token(self, signed_by=None):
        """The assertion, signed."""
        pem = (signed_by or self.key).export_key().decode()
        return jws.sign(self.assertion, pem, algorithm="RS256")


def changed(token):
    """A token with another date than the signed one."""
    header, payload, signature = token.split(".")
    text = base64.urlsafe_b64decode(payload + "==").decode()
    other = text.replace("2026-06-03", "2026-06-04")
    assert other != text
    payload = base64.urlsafe_b64encode(other.encode()).decode().rstrip("=")
    return f"{header}.{payload}.{signature}"


def ask(badge, given, recipient=None):
    """The validator's answer and ours about `given`, with the badge's documents for a network: its report, and
    our own."""
    return _theirs(badge, given, recipient), _ours(badge, given, recipient)


def _theirs(badge, given, recipient):
    with responses.RequestsMock(assert_all_requests_are_fired=False) as network:
        network.get(CONTEXT, body=_CONTEXT_FILE.read_bytes(), content_type="application/ld+json")
        network.get(PICTURE, body=PICTURES["PNG"], content_type="image/png")
        for url, document in badge.answers.items():
            network.get(url, json=document, status=badge.statuses.get(url, 200))
        profile = {"email": recipient} if recipient else None
        return verify(given, recipient_profile=profile)["report"]


def _ours(badge, given, recipient):
    documents = {
        url: blason.answer(document, "application/ld+json", badge.statuses.get(url, 200))
        for url, document in badge.answers.items()
    }
    documents[PICTURE] = {
        "status": 200,
        "content_type": "image/png",
        "body_base64": base64.b64encode(PICTURES["PNG"]).decode(),
    }
    options = ["--recipient", recipient] if recipient else []
    if not isinstance(given, (str, bytes)):
        given.seek(0)
        given = given.read()
    return blason.verify(given, documents, *options)
