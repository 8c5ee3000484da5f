"""Keys of issuers that other people's code signs for."""

from dataclasses import dataclass

import jwt.algorithms
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

_GENERATE = {
    "EdDSA": ed25519.Ed25519PrivateKey.generate,
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "RS256": lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048),
}
_JWK = {
    "EdDSA": jwt.algorithms.OKPAlgorithm,
    "ES256": jwt.algorithms.ECAlgorithm,
    "RS256": jwt.algorithms.RSAAlgorithm,
}


@dataclass(frozen=True)
class Key:
    """A private key as text, and the public half as its issuer publishes it."""

    pem: bytes
    public_pem: bytes
    jwk: dict


def _public_pem(key):
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def generate(algorithm):
    """A new key for `algorithm`."""
    key = _GENERATE[algorithm]()
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key()
    return Key(pem, _public_pem(public), _JWK[algorithm].to_jwk(public, as_dict=True))


def pem_of_jwk(algorithm, jwk):
    """The public key of a JSON Web Key, as text."""
    return _public_pem(_JWK[algorithm].from_jwk(jwk))
