"""Places as the tools of a repository name them: relative to its root."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the content lies in its repository; ``prefix`` ends with ``/`` or is empty."""

    prefix: str = ""

    def file(self, diagnostic: Diagnostic) -> str:
        """Return the file's path from the root; that of the content when the finding has no place."""
        return f"{self.prefix}{diagnostic.position.file}".removesuffix("/") or "."

    def uri(self, diagnostic: Diagnostic) -> str:
        """Return the same as a relative URI."""
        return quote(self.file(diagnostic))


def repository_of(content: Path, otherwise: Path) -> Repository:
    """Return the git repository that the content lies in; without one it begins at ``otherwise``."""
    folder = content.absolute()
    root = next((f for f in (folder, *folder.parents) if (f / ".git").exists()), otherwise.absolute())
    if root == folder or not folder.is_relative_to(root):
        return Repository()
    return Repository(f"{folder.relative_to(root).as_posix()}/")
