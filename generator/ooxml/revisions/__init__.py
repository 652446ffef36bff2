"""Tracked changes: a part as it is with all of them accepted, or as it was with all of them rejected."""

from generator.ooxml.revisions.marks import tracked_changes
from generator.ooxml.revisions.resolving import accept_changes, read_accepted, reject_changes

__all__ = ["accept_changes", "read_accepted", "reject_changes", "tracked_changes"]
