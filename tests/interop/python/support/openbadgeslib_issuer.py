"""An issuer that works with openbadgeslib: its keys, its documents and its badges."""

from datetime import datetime, timezone

from openbadgeslib import ob3

from . import blason
from .pictures import PICTURES

DID_WEB = "did:web:other.example:school"
DID_DOCUMENT = "https://other.example/school/did.json"
HTTPS_ISSUER = "https://other.example/issuers/1"
KEY_SET = "https://other.example/.well-known/jwks.json"


def badge(issuer, **members):
    """A badge that it can issue, with every member that its model has a class for."""
    percent = ob3.ResultDescription(
        id="urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0201",
        name="Quiz",
        result_type="Percent",
        value_min="0",
        value_max="100",
    )
    return ob3.OpenBadgeCredential(
        issuer=ob3.Issuer(id=issuer, name="Ailleurs — 他の学校", url="https://other.example/"),
        recipient_id="mailto:learner@example.org",
        achievement=ob3.Achievement(
            id="https://other.example/achievements/1",
            name="Soudure à l’arc 🔥",
            description="Sait souder à l’arc.",
            criteria_narrative="Souder deux pièces.",
            achievement_type="Badge",
            credits_available=3.5,
            tags=["métal", "atelier"],
            alignments=[ob3.Alignment(target_name="souder", target_url="http://data.europa.eu/esco/skill/weld")],
            result_descriptions=[percent],
        ),
        id="urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0202",
        issuance_date=datetime(2026, 6, 3, 12, tzinfo=timezone.utc),
        expiration_date=datetime(2031, 6, 3, 12, tzinfo=timezone.utc),
        evidence=[ob3.Evidence(id="https://other.example/evidence/1", narrative="Deux pièces.")],
        identifiers=[ob3.IdentityObject.create("learner@example.org", salt="deadsea")],
        results=[ob3.Result(value="92.5", result_description=percent.id)],
        **members,
    )


def bake(signer, credential, container):
    """`credential` signed and baked, as it does both at once."""
    sign_into = {"PNG": signer.sign_into_png, "SVG": signer.sign_into_svg}[container]
    return sign_into(credential, PICTURES[container])


def did_document(key):
    """The DID document of [`DID_WEB`], as it builds it, by address."""
    document = ob3.build_did_document(DID_WEB, [("key-1", key.jwk)])
    return {DID_DOCUMENT: blason.answer(document, "application/did+json")}


def key_set(key):
    """The key set at the host of [`HTTPS_ISSUER`], by address."""
    return {KEY_SET: blason.answer({"keys": [key.jwk]}, "application/jwk-set+json")}


def downloads(documents):
    """`documents` as what it fetches with; an address that is absent cannot be reached."""
    return lambda url: documents[url]["body"].encode()
