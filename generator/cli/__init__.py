"""The command line: one file per command, thin."""

from generator.cli.main import main

__all__ = ["main"]
