"""Badges across implementations: ours read by openbadgeslib, and those that it issues read by us."""

import base64
import json
import urllib.parse

import pytest
from openbadgeslib import ob3
from openbadgeslib.verify import verify_badge

from support import blason, keys
from support.openbadgeslib_issuer import DID_WEB, HTTPS_ISSUER, badge, bake, did_document, downloads, key_set
from support.pictures import PICTURES

PACKAGE = "openbadgeslib"
ALGORITHMS = ["EdDSA", "ES256", "RS256"]
CONTAINERS = sorted(PICTURES)


def changed(credential):
    """The same with one letter of the criteria changed, in a token or in JSON."""
    if credential.startswith("{"):
        other = credential.replace("Fraiser une", "Friaser une").replace("Souder deux", "Souder dexu")
        assert other != credential
        return other
    header, payload, signature = credential.split(".")
    text = base64.urlsafe_b64decode(payload + "==").decode()
    # Tokens of this library write other letters than ASCII by their numbers.
    payload = base64.urlsafe_b64encode(changed(text).encode()).decode().rstrip("=")
    return f"{header}.{payload}.{signature}"


def document_of(sample):
    (document,) = sample.documents.values()
    return document


def jwk_for(algorithm, sample):
    """The key that the issuer of one of our tokens publishes."""
    (jwk,) = [jwk for jwk in document_of(sample)["keys"] if jwk["kty"] == {"ES256": "EC", "RS256": "RSA"}[algorithm]]
    return jwk


def read_by_it(baked, sample, algorithm=None):
    """Its answer about a picture of ours, with the issuer's key from the documents that its issuer publishes."""
    if algorithm in ("ES256", "RS256"):
        return verify_badge(baked, pubkey_pem=keys.pem_of_jwk(algorithm, jwk_for(algorithm, sample)))
    return verify_badge(baked, resolve_did=True, download=lambda url: json.dumps(sample.documents[written(url)]))


def written(url):
    """The address as it is sent: it decodes every letter of a `did:web`, and what fetches encodes them again."""
    return urllib.parse.quote(url, safe=":/%")


class TestIssuedByUs:
    @pytest.mark.parametrize("container", CONTAINERS)
    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_a_token_is_accepted_by_it(self, algorithm, container, passes):
        sample = blason.samples("tokens")[algorithm]
        answer = read_by_it(blason.bake(PICTURES[container], sample.credential), sample, algorithm)
        assert (answer.valid, answer.trusted, answer.reason) == (True, True, None)
        assert answer.proof_format == "vc-jwt"
        assert answer.credential.name == "Fraiseuse à commande numérique 🛠️"
        passes(PACKAGE, f"VC-JWT {algorithm} in {container}", "ours", "accepted")

    @pytest.mark.parametrize("container", CONTAINERS)
    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_a_token_is_refused_by_it_once_changed(self, algorithm, container, passes):
        sample = blason.samples("tokens")[algorithm]
        baked = blason.bake(PICTURES[container], changed(sample.credential))
        answer = read_by_it(baked, sample, algorithm)
        assert not answer.valid
        assert "Invalid signature" in answer.reason
        passes(PACKAGE, f"VC-JWT {algorithm} in {container}", "ours", "refused once changed")

    @pytest.mark.parametrize("container", CONTAINERS)
    def test_a_proof_is_accepted_by_it(self, container, passes):
        sample = blason.samples("proofs")["eddsa-rdfc-2022 Ed25519"]
        answer = read_by_it(blason.bake(PICTURES[container], sample.credential), sample)
        # It trusts no did:key, which is its own issuer's word alone.
        assert (answer.valid, answer.trusted, answer.proof_format) == (True, False, "ldp")
        assert answer.issuer_did == json.loads(sample.credential)["issuer"]["id"]
        passes(PACKAGE, f"eddsa-rdfc-2022 in {container}", "ours", "accepted")

    @pytest.mark.parametrize("container", CONTAINERS)
    def test_a_proof_is_refused_by_it_once_changed(self, container, passes):
        sample = blason.samples("proofs")["eddsa-rdfc-2022 Ed25519"]
        answer = read_by_it(blason.bake(PICTURES[container], changed(sample.credential)), sample)
        assert not answer.valid
        assert "signature" in answer.reason
        passes(PACKAGE, f"eddsa-rdfc-2022 in {container}", "ours", "refused once changed")

    @pytest.mark.parametrize("name", ["minimal", "typical", "full"])
    def test_every_part_of_a_badge_is_accepted_by_it(self, name):
        sample = blason.samples()[name]
        answer = read_by_it(blason.bake(PICTURES["PNG"], sample.credential), sample)
        assert (answer.valid, answer.trusted) == (True, name == "full"), answer.reason


class TestIssuedByIt:
    @pytest.mark.parametrize("container", CONTAINERS)
    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    @pytest.mark.parametrize(
        ("issuer", "publish"), [(DID_WEB, did_document), (HTTPS_ISSUER, key_set)], ids=["did", "https"]
    )
    def test_a_token_is_accepted_by_us(self, issuer, publish, algorithm, container, passes):
        key = keys.generate(algorithm)
        baked = bake(ob3.OB3Signer(key.pem, algorithm), badge(issuer), container)
        report = blason.verify(baked, publish(key))
        assert report.checks["signature"] == "passed signature-good"
        assert report.checks["issuer-binding"] == "passed key-bound"
        assert (report.verdict, report.state, report.exit_status) == ("verified", "genuine", 0)
        assert report.credential["name"] == "Soudure à l’arc 🔥"
        passes(PACKAGE, f"VC-JWT {algorithm} in {container}", "theirs", "accepted")

    @pytest.mark.parametrize("container", CONTAINERS)
    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_a_token_is_refused_by_us_once_changed(self, algorithm, container, passes):
        key = keys.generate(algorithm)
        signed = ob3.OB3Signer(key.pem, algorithm).sign(badge(DID_WEB))
        report = blason.verify(blason.bake(PICTURES[container], changed(signed)), did_document(key))
        assert report.checks["signature"] == "failed changed-after-signing"
        assert (report.verdict, report.exit_status) == ("not-verified", 1)
        passes(PACKAGE, f"VC-JWT {algorithm} in {container}", "theirs", "refused once changed")

    @pytest.mark.parametrize("container", CONTAINERS)
    def test_a_proof_by_its_own_key_is_accepted_by_us(self, container, passes):
        key = keys.generate("EdDSA")
        issuer = ob3.did_key_from_pem(key.public_pem)
        report = blason.verify(bake(ob3.OB3LdpSigner(key.pem), badge(issuer), container))
        assert report.checks["signature"] == "passed signature-good"
        assert report.checks["issuer-binding"] == "passed key-bound"
        assert (report.verdict, report.state, report.exit_status) == ("verified", "genuine", 0)
        passes(PACKAGE, f"eddsa-rdfc-2022 in {container}", "theirs", "accepted")

    @pytest.mark.parametrize("container", CONTAINERS)
    def test_a_proof_by_a_did_web_is_accepted_by_us(self, container):
        key = keys.generate("EdDSA")
        signer = ob3.OB3LdpSigner(key.pem, f"{DID_WEB}#key-1")
        report = blason.verify(bake(signer, badge(DID_WEB), container), did_document(key))
        assert report.checks["issuer-binding"] == "passed key-bound"
        assert report.verdict == "verified"

    @pytest.mark.parametrize("container", CONTAINERS)
    def test_a_proof_is_refused_by_us_once_changed(self, container, passes):
        key = keys.generate("EdDSA")
        signed = ob3.OB3LdpSigner(key.pem).sign_to_json(badge(ob3.did_key_from_pem(key.public_pem)))
        report = blason.verify(blason.bake(PICTURES[container], changed(signed)))
        assert report.checks["signature"] == "failed changed-after-signing"
        assert (report.verdict, report.exit_status) == ("not-verified", 1)
        passes(PACKAGE, f"eddsa-rdfc-2022 in {container}", "theirs", "refused once changed")

    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_a_key_that_its_issuer_does_not_publish_is_refused_by_both(self, algorithm):
        key, other = keys.generate(algorithm), keys.generate(algorithm)
        baked = bake(ob3.OB3Signer(other.pem, algorithm), badge(DID_WEB), "PNG")
        documents = did_document(key)
        answer = verify_badge(baked, resolve_did=True, download=downloads(documents))
        assert not answer.valid
        assert "Invalid signature" in answer.reason
        report = blason.verify(baked, documents)
        # The key stands in the token itself: the content is as it was signed, by somebody.
        assert report.checks["signature"] == "passed signature-good"
        assert report.checks["issuer-binding"] == "failed key-not-listed"
        assert report.verdict == "not-verified"

    @pytest.mark.parametrize(
        ("address", "outcome"),
        [("learner@example.org", "passed recipient-matches"), ("other@example.org", "failed recipient-differs")],
    )
    def test_the_learner_is_found_by_both(self, address, outcome):
        key = keys.generate("EdDSA")
        baked = bake(ob3.OB3Signer(key.pem, "EdDSA"), badge(DID_WEB), "PNG")
        documents = did_document(key)
        answer = verify_badge(
            baked, resolve_did=True, download=downloads(documents), expected_recipient=address
        )
        assert answer.valid == outcome.startswith("passed"), answer.reason
        report = blason.verify(baked, documents, "--recipient", address)
        assert report.checks["recipient"] == outcome
