"""What is missing is graver the nearer the decision is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.stage import missing
from generator.diagnostics import Severity
from generator.domain.dokument import Stadium
from tests.organisations.small import korpus


@pytest.mark.parametrize(
    ("stadium", "grade"),
    [
        (Stadium.UTKAST, Severity.NOTE),
        (Stadium.FORSLAG, Severity.WARNING),
        (Stadium.TILL_BESLUT, Severity.ERROR),
        (Stadium.BESLUTAD, Severity.ERROR),
        (Stadium.JUSTERAD, Severity.ERROR),
    ],
)
def test_what_is_missing_follows_the_stage(tmp_path: Path, stadium: Stadium, grade: Severity) -> None:
    plan = korpus(tmp_path).dokument["plan/nämnden"]
    assert missing(replace(plan, stadium=stadium)) is grade
