"""Hypothesis profiles, and the folder of shared material where there is one.

``HYPOTHESIS_PROFILE`` chooses: ``dev`` (50 examples, the default), ``ci`` (300, the same ones each
time) or ``deep`` (20,000, by hand or at night).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Time is judged by the growth tests; a deadline would make the others flaky on a busy machine.
_ALWAYS = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("dev", max_examples=50, **_ALWAYS)
settings.register_profile("ci", max_examples=300, derandomize=True, **_ALWAYS)
settings.register_profile("deep", max_examples=20_000, **_ALWAYS)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpus, cases and scoring scripts; the test is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("no shared folder beside the project")
    return SHARED
