"""Options that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_content(parser: argparse.ArgumentParser) -> None:
    """Add ``--content``."""
    parser.add_argument(
        "--content",
        type=Path,
        metavar="MAPP",
        help="organisationens mapp (förval: den enda som finns under content/)",
    )
