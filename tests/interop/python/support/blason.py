"""Our own programs, as the test command built them."""

import functools
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

NOW = "2026-11-01T00:00:00Z"


@dataclass(frozen=True)
class Report:
    """What `blason verify` answered."""

    exit_status: int
    verdict: str
    state: str
    checks: dict  # "outcome code" by check
    notes: dict  # codes of remarks by check
    credential: dict
    format: dict


@dataclass(frozen=True)
class Sample:
    """A badge that our core signed, and the documents of its issuer by address."""

    name: str
    credential: str
    documents: dict


def _program(variable):
    path = os.environ.get(variable)
    if not path:
        raise RuntimeError(f"{variable} must name the program to test; `cargo xtask test` sets it")
    return path


@functools.cache
def samples(*kind):
    """The badges of `issue-sample` by name."""
    printed = subprocess.run([_program("BLASON_ISSUE_SAMPLE"), *kind], check=True, capture_output=True).stdout
    return {sample["name"]: Sample(**sample) for sample in json.loads(printed)}


def answer(body, content_type="application/json", status=200):
    """A document of an issuer: JSON, or text of another type."""
    text = body if isinstance(body, str) else json.dumps(body)
    return {"status": status, "content_type": content_type, "body": text}


def verify(badge, documents=None, *options):
    """What `blason verify` says of a file's bytes or a credential's text, with `documents`, answers by address, for
    a network."""
    with tempfile.TemporaryDirectory(prefix="blason-interop-") as name:
        folder = Path(name)
        resources = folder / "resources.json"
        resources.write_text(json.dumps(documents or {}))
        file = folder / "badge"
        file.write_bytes(badge.encode() if isinstance(badge, str) else badge)
        arguments = ["verify", "--json", "--now", NOW, "--resources", resources, *options, file]
        done = subprocess.run([_program("BLASON_BIN"), *arguments], capture_output=True)
    if not done.stdout:
        raise RuntimeError(f"blason verify said nothing (exit status {done.returncode}): {done.stderr.decode()}")
    report = json.loads(done.stdout)
    checks = {check["id"]: f"{check['outcome']} {check['code']}" for check in report["checks"]}
    notes = {check["id"]: [note["code"] for note in check.get("notes", [])] for check in report["checks"]}
    return Report(
        done.returncode, report["verdict"], report["state"], checks, notes, report["credential"], report["format"]
    )


def bake(picture, credential):
    """`picture` with `credential` in it, by `blason bake`."""
    with tempfile.TemporaryDirectory(prefix="blason-interop-") as name:
        folder = Path(name)
        (folder / "picture").write_bytes(picture)
        (folder / "credential").write_text(credential)
        arguments = ["bake", folder / "picture", folder / "credential", "--output", folder / "baked"]
        subprocess.run([_program("BLASON_BIN"), *arguments], check=True)
        return (folder / "baked").read_bytes()


def unbake(baked):
    """The badge's text in `baked`, by `blason unbake`."""
    with tempfile.TemporaryDirectory(prefix="blason-interop-") as name:
        file = Path(name) / "baked"
        file.write_bytes(baked)
        done = subprocess.run([_program("BLASON_BIN"), "unbake", file], check=True, capture_output=True)
        return done.stdout.decode()
