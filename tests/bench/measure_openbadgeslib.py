"""Measures PyPI's openbadgeslib: `measure_openbadgeslib.py SECONDS FILE` prints what measure.mjs says."""

import itertools
import json
import sys
import time

from jwt import PyJWK
from openbadgeslib.ob3 import OB3LdpVerifier, OB3VerificationError, OB3Verifier

# It reads ecdsa-sd-2023 through another package, which is not installed here.
READS = ["eddsa-rdfc-2022", "VC-JWT EdDSA", "VC-JWT ES256", "VC-JWT RS256"]


def verifier_of(group):
    if group["name"].startswith("VC-JWT"):
        return OB3Verifier(pubkey_pem=PyJWK(group["jwk"], algorithm=group["name"].split()[1]).key)
    return OB3LdpVerifier.for_issuer_did(json.loads(group["changed"])["issuer"]["id"])


def accepts(group, text):
    try:
        verifier_of(group).verify(text)
    except OB3VerificationError:
        return False
    return True


def per_second(credentials, verify, seconds):
    started = time.process_time()
    for done, credential in enumerate(itertools.cycle(credentials), start=1):
        verify(credential)
        used = time.process_time() - started
        if used >= seconds:
            return done / used


def rate(group, seconds):
    is_read = group["name"] in READS
    assert not accepts(group, group["changed"]), f"{group['name']}: a changed badge is accepted"
    for credential in group["credentials"] if is_read else group["credentials"][:1]:
        assert accepts(group, credential) == is_read, f"{group['name']}: read or not?"
    return per_second(group["credentials"], verifier_of(group).verify, seconds) if is_read else None


def main():
    seconds = float(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        measured = json.load(file)
    verify = {group["name"]: rate(group, seconds) for group in measured}
    print(json.dumps({"verify": verify, "sign": {}}))


main()
