"""``python -m generator``: the same as ``styrdok``, where scripts are not on the path."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
