"""A git repository in a folder, made as a person makes one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HAS_GIT = shutil.which("git") is not None
needs_git = pytest.mark.skipif(not HAS_GIT, reason="git finns inte här")

_WHO = ("-c", "user.name=Redaktion", "-c", "user.email=redaktion@exempel.se", "-c", "commit.gpgSign=false")


def git(folder: Path, *arguments: str) -> str:
    """Run git in the folder and return what it says. Raises CalledProcessError when it fails."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    done = subprocess.run(
        ("git", *_WHO, "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false", *arguments),
        cwd=folder,
        env=env | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


def commit(folder: Path, message: str) -> str:
    """Commit everything in the folder and return the commit's full name."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD").strip()
