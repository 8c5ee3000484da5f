"""What every test here has: a fixed time, no network, and a record of what passed."""

import importlib.metadata
import json
import os
import re
from pathlib import Path

import freezegun
import pytest

NOW = "2026-11-01T00:00:00Z"

RESULTS = "interop-results"


@pytest.fixture(autouse=True, scope="session")
def fixed_time():
    """When other people's code judges badges. Ours is told by `--now`."""
    with freezegun.freeze_time(NOW):
        yield


@pytest.fixture
def passes(request):
    """`passes(package, form, direction, result)` says what the test shows, for the table of docs/conformance.md.

    `direction` is `ours` for badges that we make and it reads, `theirs` for badges that it makes and we read.
    """

    def record(package, form, direction, result):
        implementation = f"{package} {importlib.metadata.version(package)}"
        shown = {"form": form, "direction": direction, "result": result}
        request.node.user_properties.append((RESULTS, (implementation, shown)))

    return record


class Recorder:
    """Collects what passed, and writes one file for each implementation."""

    def __init__(self, folder):
        self.folder = folder
        self.results = {}

    def pytest_runtest_logreport(self, report):
        if report.when == "call" and report.passed:
            for name, value in report.user_properties:
                if name == RESULTS:
                    implementation, shown = value
                    self.results.setdefault(implementation, []).append(shown)

    def pytest_sessionfinish(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        for implementation, results in self.results.items():
            file = self.folder / (re.sub(r"[^\w.]+", "-", implementation) + ".json")
            file.write_text(json.dumps({"implementation": implementation, "results": results}))


def pytest_configure(config):
    folder = os.environ.get("BLASON_INTEROP_RESULTS")
    if folder:
        config.pluginmanager.register(Recorder(Path(folder)))
