"""The checks over the content: one file per check, its name is its code, its docstring its documentation.

A check gets the corpus and yields findings. It never writes anything, and nothing is registered by hand.
"""

from generator.checks.run import Check, all_checks, run_checks

__all__ = ["Check", "all_checks", "run_checks"]
