"""`python -m scripts.known` writes `generator/documents/known.py` anew after a new kind or field."""

from __future__ import annotations

from pathlib import Path

from generator.documents.kind import kinds
from generator.documents.reserved import reserved_names

FILE = Path(__file__).resolve().parent.parent / "generator" / "documents" / "known.py"

_TEXT = '''"""What a check has to know of the kinds of document without loading them, which takes a while.

Written by ``python -m scripts.known``; a test tells when it is no longer true.
"""

KINDS = {kinds}
"""The kinds there are (``documents.kind``)."""

RESERVED = frozenset(
    {{
{reserved}
    }}
)
"""The names that no level of a styrmodell can have (``documents.reserved``)."""
'''


def known() -> str:
    """Return the text of the module as it should be."""
    listed = "\n".join(f'        "{name}",' for name in sorted(reserved_names()))
    names = ", ".join(f'"{key}"' for key in sorted(kinds()))
    return _TEXT.format(kinds=f"({names})", reserved=listed)


if __name__ == "__main__":
    FILE.write_text(known(), encoding="utf-8", newline="\n")
