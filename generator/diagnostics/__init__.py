"""What is found wrong, where, and how it is said to a person.

The lowest room of the house: it knows positions, severities and sentences, and nothing of plans or Word.
"""

from generator.diagnostics.acceptance import Acceptance
from generator.diagnostics.diagnostic import Diagnostic, Severity, sort_diagnostics
from generator.diagnostics.failure import StyrdokError
from generator.diagnostics.position import NOWHERE, Position, column_letters
from generator.diagnostics.suggest import Spellings, did_you_mean, nearest

__all__ = [
    "NOWHERE",
    "Acceptance",
    "Diagnostic",
    "Position",
    "Severity",
    "Spellings",
    "StyrdokError",
    "column_letters",
    "did_you_mean",
    "nearest",
    "sort_diagnostics",
]
