"""Help while writing: what Visual Studio Code needs to know of the content files.

Schemas for the YAML files, snippets for the Markdown files, and two tasks that put the findings of
``styrdok check`` in the list of problems. The heads of Markdown files have schemas too, for editors that can
use them there; in VS Code it is the task that finds what is wrong in a head.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.build.files import write_whole
from generator.build.workspace import shipped
from generator.diagnostics import StyrdokError

FOLDER = ".vscode"
SCHEMAS = "scheman"


def editor_files() -> dict[str, bytes]:
    """Return the files by their place under the folder that the editor is opened in."""
    return {**_settings(), **{f"{FOLDER}/{SCHEMAS}/{name}": data for name, data in schema_files().items()}}


def schema_files() -> dict[str, bytes]:
    """Return the JSON Schemas by file name."""
    return {f"{name}.schema.json": as_text(schema).encode("utf-8") for name, schema in all_schemas().items()}


def all_schemas() -> dict[str, object]:
    """Return the JSON Schemas by name, with the kinds of document and the codes there are."""
    from generator.checks.judging import settable
    from generator.content.schema import schemas
    from generator.documents.kind import kinds

    return dict(schemas(kinds(), settable()))


def published_schemas() -> dict[str, object]:
    """Return those, and the schemas of what ``trace`` and ``diff`` write with ``--format json``."""
    from generator.compare.schema import diff_schema
    from generator.trace.schema import trace_schemas

    return {**all_schemas(), **trace_schemas(), "diff": diff_schema()}


def as_text(schema: object) -> str:
    """Return JSON for people to read."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def set_up_editor(folder: Path) -> tuple[Path, ...]:
    """Write what is missing and the schemas anew; return a person's own files, which are left alone.

    Raises StyrdokError when there is no such folder.
    """
    if not folder.is_dir():
        hint = "Skriv den mapp som öppnas i Visual Studio Code, eller en punkt för mappen här."
        raise StyrdokError(f"Mappen {folder} finns inte", hint)
    kept = []
    for name, data in editor_files().items():
        path = folder / name
        if path.exists() and path.parent.name != SCHEMAS:
            if path.read_bytes() != data:
                kept.append(path)
            continue
        write_whole(path, data)
    return tuple(kept)


def _settings() -> dict[str, bytes]:
    files = sorted(path for path in shipped("vscode").iterdir() if path.is_file())
    return {f"{FOLDER}/{path.name}": path.read_bytes() for path in files}
